/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-tag-tally.h"
#include "model/atl-edits.h"
#include "model/atl-tags.h"

static const char CAUSES[] = "{'noteTags': <[<{'id': <'silo'>, 'label': <'Silo'>}>,"
                             " <{'id': <'vision'>, 'label': <'Vision'>}>,"
                             " <{'id': <'means'>, 'label': <'Moyens'>}>]>}";

typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *area;
} Fixture;

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (GVariant) options =
    g_variant_ref_sink (g_variant_parse (G_VARIANT_TYPE_VARDICT, CAUSES, NULL, NULL, NULL));

  f->session = atl_session_new (NULL);
  f->board = atl_board_new (NULL);
  f->area = atl_area_new (NULL);
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (f->board));
  atl_list_insert (atl_board_get_areas (f->board), ATL_ITEM (f->area));
  atl_board_set_options (f->board, options);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_object_unref (f->area);
  g_object_unref (f->board);
  g_object_unref (f->session);
}

static GPtrArray *
add (Fixture    *f,
     const char *text)
{
  GPtrArray *notes = g_ptr_array_new ();

  g_ptr_array_add (notes, atl_area_add_note (f->area, text));
  return notes;
}

static char *
dup_tally (AtlBoard *board)
{
  g_autoptr (GArray) counts = atl_tag_tally_new (board);
  GString           *text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    g_string_append_printf (text, "%s %u ", g_array_index (counts, AtlTagCount, i).label,
                            g_array_index (counts, AtlTagCount, i).count);
  return g_string_free (text, FALSE);
}

static void
test_tally (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (GPtrArray) one = add (f, "one");
  g_autoptr (GPtrArray) two = add (f, "two");
  g_autofree char      *tally = NULL;

  atl_notes_set_tag (one, "means", TRUE);
  atl_notes_set_tag (one, "vision", TRUE);
  atl_notes_set_tag (two, "means", TRUE);
  atl_notes_set_tag (two, "of no list", TRUE);
  tally = dup_tally (f->board);

  g_assert_cmpstr (tally, ==, "Moyens 2 Vision 1 Silo 0 ");
}

static void
test_hidden (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (GPtrArray) one = add (f, "one");
  g_autoptr (GPtrArray) two = add (f, "two");
  g_autofree char      *tally = NULL;

  atl_notes_set_tag (one, "means", TRUE);
  atl_notes_set_tag (two, "means", TRUE);
  atl_note_set_hidden (two->pdata[0], TRUE);
  tally = dup_tally (f->board);

  g_assert_cmpstr (tally, ==, "Moyens 1 Silo 0 Vision 0 ");
}

static void
test_set (Fixture      *f,
          gconstpointer data)
{
  g_autoptr (GPtrArray) notes = add (f, "one");

  atl_notes_set_tag (notes, "silo", TRUE);
  atl_notes_set_tag (notes, "silo", TRUE);
  atl_notes_set_tag (notes, "vision", TRUE);
  g_assert_cmpuint (g_strv_length ((char **) atl_note_get_tags (notes->pdata[0])), ==, 2);
  g_assert_cmpuint (atl_notes_count_tag (notes, "silo"), ==, 1);

  atl_notes_set_tag (notes, "silo", FALSE);
  g_assert_cmpstr (atl_note_get_tags (notes->pdata[0])[0], ==, "vision");
  g_assert_cmpuint (atl_notes_count_tag (notes, "silo"), ==, 0);
}

static void
test_free (Fixture      *f,
           gconstpointer data)
{
  g_autoptr (GPtrArray) closed = add (f, "closed");
  g_autoptr (GPtrArray) often = NULL;
  g_autoptr (GPtrArray) once = NULL;
  g_auto (GStrv)        tags = NULL;
  atl_notes_set_tag (closed, "silo", TRUE);
  f->board = (g_object_unref (f->board), atl_board_new (NULL));
  f->area = (g_object_unref (f->area), atl_area_new (NULL));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (f->board));
  atl_list_insert (atl_board_get_areas (f->board), ATL_ITEM (f->area));
  often = add (f, "often");
  once = add (f, "once");

  atl_notes_set_tag (often, "urgent", TRUE);
  atl_notes_set_tag (once, "urgent", TRUE);
  atl_notes_set_tag (once, "alpha", TRUE);
  tags = atl_session_dup_free_tags (f->session);

  g_assert_cmpuint (g_strv_length (tags), ==, 2);
  g_assert_cmpstr (tags[0], ==, "urgent");
  g_assert_cmpstr (tags[1], ==, "alpha");
}

#define TALLY_TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TALLY_TEST ("/tag-tally/counts-nothing-that-is-hidden", test_hidden);
  TALLY_TEST ("/tag-tally/most-frequent-first-then-as-listed", test_tally);
  TALLY_TEST ("/tags/set-once-and-taken-away", test_set);
  TALLY_TEST ("/tags/free-ones-are-those-of-boards-without-a-list", test_free);
  return g_test_run ();
}
