/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-board-maker.h"
#include "catalogue/atl-catalogue.h"
#include "catalogue/atl-template-maker.h"
#include "catalogue/atl-template-reader.h"
#include "catalogue/atl-template-writer.h"
#include "model/atl-area.h"
#include "model/atl-edits.h"
#include "model/atl-scale.h"
#include "model/atl-step.h"

static const char *const languages[] = { "en", "fr" };

static AtlSession *
make_session (AtlTemplate *template,
              const char *language)
{
  AtlSession *session = atl_session_new (NULL);

  atl_session_set_language (session, language);
  atl_board_maker_add (template, session, NULL);
  return session;
}

static AtlBoard *
first_board (AtlSession *session)
{
  return atl_list_get (atl_session_get_boards (session), 0);
}

/* Whether two items are equal in all that is stored but the fields named. */
static void
assert_equal (AtlItem           *a,
              AtlItem           *b,
              const char *const *but)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (a);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      AtlValue first;
      AtlValue second;

      if (klass->fields[i].type == ATL_VALUE_LIST || g_strv_contains (but, klass->fields[i].name))
        continue;
      first = atl_item_peek_value (a, i);
      second = atl_item_peek_value (b, i);
      g_test_message ("%s", klass->fields[i].name);
      g_assert_true (atl_value_equal (&first, &second));
    }
}

static void
assert_equal_lists (AtlList           *a,
                    AtlList           *b,
                    const char *const *but)
{
  g_assert_cmpuint (atl_list_get_length (a), ==, atl_list_get_length (b));
  for (guint i = 0; i < atl_list_get_length (a); i++)
    assert_equal (atl_list_get (a, i), atl_list_get (b, i), but);
}

/* The options of a scale name its board, whose id is new. */
static void
assert_equal_scales (AtlSession *a,
                     AtlSession *b)
{
  static const char *const but[] = { "options", NULL };
  AtlList                 *scales = atl_session_get_scales (a);

  assert_equal_lists (scales, atl_session_get_scales (b), but);
  for (guint i = 0; i < atl_list_get_length (scales); i++)
    {
      GVariant            *first = atl_scale_get_options (atl_list_get (scales, i));
      GVariant            *second = atl_scale_get_options (atl_list_get (atl_session_get_scales (b), i));
      g_autoptr (GVariant) labels = g_variant_lookup_value (first, "labels", NULL);
      g_autoptr (GVariant) others = g_variant_lookup_value (second, "labels", NULL);

      g_assert_cmpuint (g_variant_n_children (first), ==, g_variant_n_children (second));
      g_assert_true (g_variant_equal (labels, others));
    }
}

static void
assert_equal_sessions (AtlSession *a,
                       AtlSession *b)
{
  static const char *const all[] = { NULL };
  static const char *const but_template[] = { "template", NULL };
  static const char *const but_board[] = { "board", NULL };

  assert_equal (ATL_ITEM (first_board (a)), ATL_ITEM (first_board (b)), but_template);
  assert_equal_lists (atl_board_get_areas (first_board (a)), atl_board_get_areas (first_board (b)), all);
  assert_equal_lists (atl_session_get_steps (a), atl_session_get_steps (b), but_board);
  assert_equal_scales (a, b);
}

/* Through the bytes of a file, as a colleague gets it. */
static AtlTemplate *
write_and_read (AtlTemplate *template)
{
  g_autoptr (GBytes)      bytes = atl_template_writer_write (template);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlTemplate            *read = atl_template_reader_read (bytes, "/mine.json", problems);

  for (guint i = 0; i < atl_problems_get_n_kept (problems); i++)
    {
      g_autofree char *line = atl_problems_dup_line (problems, i);

      g_test_message ("%s", line);
    }
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 0);
  g_assert_nonnull (read);
  return read;
}

static AtlTemplate *
save_board (AtlBoard    *board,
            AtlTemplate *origin,
            gboolean     both,
            gboolean     examples)
{
  g_autoptr (AtlTemplateDraft) draft = atl_template_draft_new_from_board (board, origin, both, examples);
  g_autoptr (AtlTemplate)      made = atl_template_maker_make (draft, "mine", "/mine.json");

  return write_and_read (made);
}

static void
check_round_trip (AtlTemplate *template,
                  const char *language,
                  gboolean    both)
{
  g_autoptr (AtlSession)  session = make_session (template, language);
  g_autoptr (AtlTemplate) saved = save_board (first_board (session), template, both, FALSE);
  g_autoptr (AtlSession)  again = make_session (saved, language);
  const char             *other = g_str_equal (language, "fr") ? "en" : "fr";

  g_test_message ("%s in %s", atl_template_get_id (template), language);
  assert_equal_sessions (session, again);
  g_assert_cmpint (atl_template_get_minutes (saved), ==, atl_template_get_minutes (template));
  g_assert_cmpint (atl_template_get_group_max (saved), ==, atl_template_get_group_max (template));
  g_assert_cmpstr (atl_template_get_purpose (saved, language), ==,
                   atl_template_get_purpose (template, language));
  if (both)
    {
      g_autoptr (AtlSession) translated = make_session (template, other);
      g_autoptr (AtlSession) translated_again = make_session (saved, other);

      assert_equal_sessions (translated, translated_again);
    }
}

static void
test_round_trip (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  GListModel              *templates = atl_catalogue_get_templates (catalogue);

  g_assert_cmpuint (g_list_model_get_n_items (templates), ==, 62);
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
      {
        g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

        check_round_trip (template, languages[l], TRUE);
        check_round_trip (template, languages[l], FALSE);
      }
}

static void
check_edited_unchanged (AtlTemplate *template,
                        const char *language)
{
  g_autoptr (AtlTemplateDraft) draft = atl_template_draft_new (template, language);
  g_autoptr (AtlTemplate)      made = atl_template_maker_make (draft, "mine", "/mine.json");
  g_autoptr (AtlTemplate)      read = write_and_read (made);

  for (guint l = 0; l < G_N_ELEMENTS (languages); l++)
    {
      g_autoptr (AtlSession) before = make_session (template, languages[l]);
      g_autoptr (AtlSession) after = make_session (read, languages[l]);

      assert_equal_sessions (before, after);
      g_assert_cmpstr (atl_template_get_when (template, languages[l]), ==,
                       atl_template_get_when (read, languages[l]));
      g_assert_cmpstr (atl_template_get_tips (template, languages[l]), ==,
                       atl_template_get_tips (read, languages[l]));
      g_assert_cmpstr (atl_template_get_name (template, languages[l]), ==,
                       atl_template_get_name (read, languages[l]));
    }
}

static void
test_draft_keeps_both_languages (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  GListModel              *templates = atl_catalogue_get_templates (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

      check_edited_unchanged (template, "fr");
    }
}

static void
test_examples (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate *template = atl_catalogue_find_template (catalogue, "start-stop-continue");
  g_autoptr (AtlSession) session = make_session (template, "en");
  AtlArea               *area = atl_list_get (atl_board_get_areas (first_board (session)), 1);
  AtlNote               *hidden = NULL;

  atl_note_set_color (atl_area_add_note (area, "Ship smaller"), ATL_COLOR_PURPLE);
  hidden = atl_area_add_note (area, "A secret");
  atl_note_set_hidden (hidden, TRUE);
  {
    g_autoptr (AtlTemplate) with = save_board (first_board (session), template, TRUE, TRUE);
    g_autoptr (AtlTemplate) without = save_board (first_board (session), template, TRUE, FALSE);
    g_autoptr (AtlSession)  some = make_session (with, "en");
    g_autoptr (AtlSession)  none = make_session (without, "en");
    AtlList                *notes = atl_board_get_notes (first_board (some));
    AtlNote                *note = atl_list_get (notes, 0);

    g_assert_cmpuint (atl_list_get_length (notes), ==, 1);
    g_assert_cmpstr (atl_note_get_text (note), ==, "Ship smaller");
    g_assert_cmpint ((int) atl_note_get_color (note), ==, ATL_COLOR_PURPLE);
    g_assert_cmpstr (atl_area_get_title (atl_note_find_area (note)), ==, atl_area_get_title (area));
    g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (first_board (none))), ==, 0);
  }
}

/* What was changed on the board has one text; what was not keeps its second language. */
static void
test_changed_texts (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate *template = atl_catalogue_find_template (catalogue, "start-stop-continue");
  g_autoptr (AtlSession)  session = make_session (template, "en");
  AtlArea                *area = atl_list_get (atl_board_get_areas (first_board (session)), 0);
  g_autoptr (AtlTemplate) saved = NULL;

  atl_area_set_title (area, "Begin");
  saved = save_board (first_board (session), template, TRUE, FALSE);

  g_assert_cmpstr (atl_template_get_area_title (saved, 0, "fr"), ==, "Begin");
  g_assert_cmpstr (atl_template_get_area_title (saved, 1, "fr"), ==,
                   atl_template_get_area_title (template, 1, "fr"));
}

static void
test_outside_is_brought_in (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate *template = atl_catalogue_find_template (catalogue, "start-stop-continue");
  g_autoptr (AtlSession)  session = make_session (template, "en");
  g_autoptr (AtlArea)     area = atl_area_new (NULL);
  g_autoptr (AtlTemplate) saved = NULL;
  AtlTemplateArea         place = { 0 };

  atl_area_set_title (area, "Élan");
  atl_area_set_x (area, 1600);
  atl_area_set_width (area, 1600);
  atl_area_set_height (area, 1000);
  atl_area_set_rank (area, "zz");
  atl_list_insert (atl_board_get_areas (first_board (session)), ATL_ITEM (area));
  saved = save_board (first_board (session), template, TRUE, FALSE);

  g_assert_true (atl_template_get_area (saved, 0, &place));
  g_assert_cmpint (place.width, ==, 17 * 16);
  g_assert_true (atl_template_get_area (saved, atl_template_get_n_areas (saved) - 1, &place));
  g_assert_cmpstr (place.key, ==, "elan");
  g_assert_cmpint (place.x, ==, 800);
  g_assert_cmpint (place.x + place.width, ==, 1600);
}

/* References to an area that was taken out go with it. */
static void
test_deleted_area (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate *template = atl_catalogue_find_template (catalogue, "raci");
  g_autoptr (AtlSession)  session = make_session (template, "en");
  AtlList                *areas = atl_board_get_areas (first_board (session));
  g_autoptr (AtlTemplate) saved = NULL;
  JsonArray              *linked = NULL;

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      const char *key = NULL;

      g_variant_lookup (atl_area_get_options (atl_list_get (areas, i)), "key", "&s", &key);
      if (g_strcmp0 (key, "c") == 0)
        atl_area_delete (atl_list_get (areas, i));
    }
  saved = save_board (first_board (session), template, TRUE, FALSE);
  linked = json_object_get_array_member (atl_template_get_data (saved), "rowLinkedAreas");

  g_assert_cmpuint (json_array_get_length (linked), ==, 4);
}

/* Whatever stands in the options of a session, the file can be read. */
static void
test_strange_options (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate *template = atl_catalogue_find_template (catalogue, "pilot-chooser");
  g_autoptr (AtlSession)  session = make_session (template, "en");
  AtlBoard               *board = first_board (session);
  AtlArea                *area = atl_list_get (atl_board_get_areas (board), 0);
  g_autofree char        *long_title = g_strnfill (1000, 'x');
  g_autoptr (AtlTemplate) saved = NULL;
  GVariantDict            dict;
  g_autoptr (GVariant)    options = NULL;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "poll", "s", "no poll");
  g_variant_dict_insert (&dict, "dropMeasures", "b", TRUE);
  g_variant_dict_insert (&dict, "votes", "x", G_GINT64_CONSTANT (9999999));
  options = g_variant_ref_sink (g_variant_dict_end (&dict));
  atl_board_set_options (board, options);
  atl_area_set_options (area, options);
  atl_area_set_title (area, long_title);
  saved = save_board (board, template, TRUE, FALSE);

  g_assert_cmpint (atl_template_get_votes (saved), ==, 100);
  g_assert_false (json_object_has_member (atl_template_get_data (saved), "poll"));
  g_assert_cmpuint (strlen (atl_template_get_area_title (saved, 0, "en")), ==, 200);
}

/* A board whose agenda was changed takes as long as its steps. */
static void
test_minutes_follow_the_agenda (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate *template = atl_catalogue_find_template (catalogue, "start-stop-continue");
  g_autoptr (AtlSession)  session = make_session (template, "en");
  AtlStep                *step = atl_list_get (atl_session_get_steps (session), 0);
  g_autoptr (AtlTemplate) saved = NULL;

  atl_step_set_minutes (step, atl_step_get_minutes (step) + 25);
  saved = save_board (first_board (session), template, TRUE, FALSE);

  g_assert_cmpint (atl_template_get_minutes (saved), ==, atl_template_get_minutes (template) + 25);
}

static void
test_draft_can_be_undone (void)
{
  g_autoptr (AtlTemplateDraft) draft = atl_template_draft_new (NULL, "en");
  AtlItem                     *board = ATL_ITEM (atl_template_draft_get_board (draft));
  AtlHistory                  *history = atl_template_draft_get_history (draft);
  g_autofree char             *before = NULL;
  g_autofree char             *after = NULL;

  atl_history_begin (history, "Purpose");
  atl_template_draft_set_text (draft, board, ATL_DRAFT_PURPOSE, "To decide");
  atl_template_draft_set_other (draft, board, ATL_DRAFT_PURPOSE, "Pour décider");
  atl_template_draft_set_number (draft, ATL_DRAFT_VOTES, 4);
  atl_template_draft_set_tag (draft, "sensitive", TRUE);
  atl_history_end (history);
  before = atl_template_draft_dup_other (draft, board, ATL_DRAFT_PURPOSE);
  g_assert_cmpstr (before, ==, "Pour décider");
  g_assert_true (atl_template_draft_has_tag (draft, "sensitive"));
  g_assert_cmpint (atl_template_draft_get_number (draft, ATL_DRAFT_VOTES), ==, 4);
  g_assert_true (atl_history_undo (history));
  after = atl_template_draft_dup_other (draft, board, ATL_DRAFT_PURPOSE);

  g_assert_cmpstr (after, ==, "");
  g_assert_false (atl_template_draft_has_tag (draft, "sensitive"));
  g_assert_cmpint (atl_template_draft_get_number (draft, ATL_DRAFT_VOTES), ==, 0);
  g_assert_false (atl_history_get_can_undo (history));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-maker/every-board-comes-back-as-it-was", test_round_trip);
  g_test_add_func ("/template-maker/a-draft-keeps-both-languages", test_draft_keeps_both_languages);
  g_test_add_func ("/template-maker/notes-are-examples-only-when-wanted", test_examples);
  g_test_add_func ("/template-maker/changed-texts-have-one-language", test_changed_texts);
  g_test_add_func ("/template-maker/areas-outside-are-brought-in", test_outside_is_brought_in);
  g_test_add_func ("/template-maker/references-to-a-deleted-area-go", test_deleted_area);
  g_test_add_func ("/template-maker/strange-options-are-left-out", test_strange_options);
  g_test_add_func ("/template-maker/minutes-follow-the-agenda", test_minutes_follow_the_agenda);
  g_test_add_func ("/template-draft/everything-can-be-undone", test_draft_can_be_undone);

  return g_test_run ();
}
