/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include "canvas/atl-commands.h"
#include "canvas/links/atl-link-commands.h"
#include "canvas/links/atl-link-draft.h"
#include "canvas/links/atl-link-words.h"
#include "insight/network/atl-paths.h"
#include "model/atl-edits.h"
#include "model/atl-links.h"
#include "model/atl-nodes.h"
#include "model/atl-person.h"

#define DAYS "{'graph': <{'linkFields': <[<'waitingDays'>]>}>}"

typedef struct
{
  AtlBoardFixture board;
  AtlBoardView   *view;
  AtlLinkDraft   *draft;
} Fixture;

static AtlNote *
note (Fixture    *f,
      const char *text)
{
  return atl_board_fixture_find (&f->board, text);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  atl_board_fixture_set_up (&f->board);
  map_fixture_add (&f->board);
  f->view = atl_board_view_new (f->board.session, f->board.history, f->board.board);
  f->draft = atl_link_draft_new (f->view, note (f, "Ana"));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_assert_finalize_object (f->draft);
  g_assert_finalize_object (f->view);
  atl_board_fixture_tear_down (&f->board);
}

static char *
dup_candidates (Fixture *f)
{
  GPtrArray *candidates = atl_link_draft_get_candidates (f->draft);
  GString   *all = g_string_new (NULL);

  for (guint i = 0; i < candidates->len; i++)
    g_string_append_printf (all, "%s%s", i > 0 ? "," : "", atl_note_get_text (candidates->pdata[i]));
  return g_string_free (all, FALSE);
}

#define assert_candidates(f, expected)          \
  G_STMT_START                                  \
  {                                             \
    g_autofree char *got_ = dup_candidates (f); \
    g_assert_cmpstr (got_, ==, expected);       \
  }                                             \
  G_STMT_END

static gboolean
take (Fixture *f,
      gunichar c)
{
  return atl_link_draft_take_char (f->draft, c);
}

static void
test_letters_narrow (Fixture      *f,
                     gconstpointer data)
{
  const struct
  {
    const char *words, *candidates;
    int         meant;
  } cases[] = {
    { "b", "Bob,Boris Team", 0 },
    { "bor", "Boris Team", 0 },
    { "CHLOE", "Chloé", 0 },
    { "te", "Team 2,Boris Team", 0 },
    { "bo te", "Boris Team", 0 },
    { "ob", "", -1 },
    { "ris", "Boris Team", 0 },
    { "sh", "", -1 },
    { "shops", "Boris Team,Chloé", 0 },
    { "ana", "", -1 },
    { "zz", "", -1 },
    { "", "Bob,Boris Team,Chloé,Team 2", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      atl_link_draft_set_words (f->draft, cases[i].words);
      assert_candidates (f, cases[i].candidates);
      g_assert_cmpint (atl_link_draft_get_highlighted (f->draft), ==, cases[i].meant);
    }
}

static void
test_digit_picks (Fixture      *f,
                  gconstpointer data)
{
  atl_link_draft_set_words (f->draft, "bo");
  g_assert_true (take (f, '4'));
  g_assert_true (atl_link_draft_get_other (f->draft) == note (f, "Bob"));
  g_assert_true (take (f, 's'));
  atl_link_draft_commit (f->draft);

  assert_links (&f->board, "Ana>Bob shared 4");
  g_assert_null (atl_link_draft_get_other (f->draft));
  g_assert_true (atl_link_draft_get_node (f->draft) == note (f, "Ana"));
  g_assert_cmpint (atl_link_draft_get_kind (f->draft), ==, ATL_LINK_KIND_SHARED);
  g_assert_cmpint (atl_link_draft_get_strength (f->draft), ==, 4);
  atl_history_undo (f->board.history);
  assert_links (&f->board, "");
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

static void
test_digit_of_a_label (Fixture      *f,
                       gconstpointer data)
{
  atl_link_draft_set_words (f->draft, "team ");
  g_assert_false (take (f, '2'));
  atl_link_draft_set_words (f->draft, "");
  g_assert_false (take (f, '2'));
  atl_note_set_text (note (f, "Boris Team"), "Room 104");
  g_clear_object (&f->draft);
  f->draft = atl_link_draft_new (f->view, note (f, "Ana"));
  g_assert_true (take (f, '4'));
  atl_link_draft_set_words (f->draft, "10");
  g_assert_false (take (f, '4'));
  atl_link_draft_set_words (f->draft, "team");
  g_assert_true (take (f, '2'));

  g_assert_true (atl_link_draft_get_other (f->draft) == note (f, "Team 2"));
  g_assert_cmpint (atl_link_draft_get_strength (f->draft), ==, 2);
}

static void
test_letters_before_the_pick_are_text (Fixture      *f,
                                       gconstpointer data)
{
  atl_link_draft_set_words (f->draft, "b");
  g_assert_false (take (f, 'm'));
  g_assert_true (atl_link_draft_pick (f->draft, NULL));
  g_assert_true (take (f, 'm'));
  g_assert_true (take (f, 'x'));

  g_assert_cmpint (atl_link_draft_get_kind (f->draft), ==, ATL_LINK_KIND_MISSING);
}

static void
test_several_in_a_row (Fixture      *f,
                       gconstpointer data)
{
  const struct
  {
    const char *words;
    const char *keys;
  } rows[] = { { "bob", "4h" }, { "chl", "" }, { "bor", "5m" } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      atl_link_draft_set_words (f->draft, rows[i].words);
      atl_link_draft_pick (f->draft, NULL);
      for (const char *key = rows[i].keys; *key != '\0'; key++)
        g_assert_true (take (f, (gunichar) *key));
      g_assert_nonnull (atl_link_draft_commit (f->draft));
    }

  assert_links (&f->board, "Ana>Bob handoff 4, Ana>Boris Team missing 5, Ana>Chloé handoff 4");
}

static void
test_direction_and_side (Fixture      *f,
                         gconstpointer data)
{
  atl_link_draft_pick (f->draft, note (f, "Bob"));
  take (f, '<');
  atl_link_draft_set_said_by (f->draft, ATL_SAID_BY_NODE);
  atl_link_draft_commit (f->draft);
  assert_links (&f->board, "Bob>Ana handoff 3 by to");
  g_assert_false (atl_link_draft_get_reversed (f->draft));

  atl_link_draft_pick (f->draft, note (f, "Chloé"));
  take (f, '2');
  atl_link_draft_commit (f->draft);
  assert_links (&f->board, "Ana>Chloé handoff 2 by from, Bob>Ana handoff 3 by to");
}

static void
test_two_views_of_one_link (Fixture      *f,
                            gconstpointer data)
{
  int      mine = 0, theirs = 0;
  AtlLink *link;

  atl_link_draft_set_said_by (f->draft, ATL_SAID_BY_NODE);
  atl_link_draft_pick (f->draft, note (f, "Bob"));
  take (f, '5');
  atl_link_draft_commit (f->draft);
  atl_link_draft_set_said_by (f->draft, ATL_SAID_BY_OTHER);
  atl_link_draft_pick (f->draft, note (f, "Bob"));
  take (f, '2');
  link = atl_link_draft_commit (f->draft);

  g_assert_cmpint (atl_link_compare_views (f->board.board, link, &mine, &theirs), ==, ATL_VIEWS_DIFFERENT);
  g_assert_cmpint (mine, ==, 5);
  g_assert_cmpint (theirs, ==, 2);
}

static void
test_goes_on_from_another (Fixture      *f,
                           gconstpointer data)
{
  atl_link_draft_set_said_by (f->draft, ATL_SAID_BY_NODE);
  atl_link_draft_set_words (f->draft, "chl");
  g_assert_true (atl_link_draft_begin_at (f->draft, NULL));
  g_assert_true (atl_link_draft_get_node (f->draft) == note (f, "Chloé"));
  g_assert_cmpint (atl_link_draft_get_said_by (f->draft), ==, ATL_SAID_BY_BOTH);
  assert_candidates (f, "Ana,Bob,Boris Team,Team 2");
  atl_link_draft_set_words (f->draft, "an");
  take (f, '1');
  atl_link_draft_commit (f->draft);

  assert_links (&f->board, "Chloé>Ana handoff 1");
}

static void
test_begins_nowhere (Fixture      *f,
                     gconstpointer data)
{
  g_autoptr (AtlLinkDraft) draft = atl_link_draft_new (f->view, NULL);

  g_assert_null (atl_link_draft_commit (draft));
  atl_link_draft_set_words (draft, "bob");
  g_assert_true (atl_link_draft_pick (draft, NULL));
  g_assert_true (atl_link_draft_get_node (draft) == note (f, "Bob"));
  g_assert_null (atl_link_draft_get_other (draft));
}

static void
test_node_that_is_gone (Fixture      *f,
                        gconstpointer data)
{
  atl_link_draft_pick (f->draft, note (f, "Bob"));
  atl_list_remove (atl_board_get_notes (f->board.board), ATL_ITEM (note (f, "Bob")));

  g_assert_null (atl_link_draft_commit (f->draft));
  assert_links (&f->board, "");
}

static void
test_hidden_people_are_not_named (Fixture      *f,
                                  gconstpointer data)
{
  g_autoptr (AtlPerson)    person = atl_person_new (NULL);
  g_autoptr (AtlLinkDraft) draft = NULL;

  atl_person_set_name (person, "Bob Martin");
  atl_person_set_role (person, "Buyer");
  atl_person_set_shown (person, ATL_SHOWN_ROLE);
  atl_list_insert (atl_session_get_people (f->board.session), ATL_ITEM (person));
  atl_note_set_person (note (f, "Bob"), atl_item_get_id (ATL_ITEM (person)));
  draft = atl_link_draft_new (f->view, note (f, "Ana"));

  atl_link_draft_set_words (draft, "bob");
  g_assert_cmpuint (atl_link_draft_get_candidates (draft)->len, ==, 0);
  atl_link_draft_set_words (draft, "buy");
  g_assert_cmpuint (atl_link_draft_get_candidates (draft)->len, ==, 1);
}

static void
test_keys_are_distinct (void)
{
  g_autoptr (GHashTable) keys = g_hash_table_new (NULL, NULL);

  for (guint kind = ATL_LINK_KIND_RELATES; kind <= ATL_LINK_KIND_CONFLICTS; kind++)
    {
      gunichar key = atl_link_kind_get_key ((AtlLinkKind) kind);

      g_assert_cmpuint (key, !=, 0);
      g_assert_null (g_utf8_strchr ("rklnv", -1, key));
      g_assert_true (g_hash_table_add (keys, GUINT_TO_POINTER (key)));
    }
}

static void
test_kind_that_is_stated_already (Fixture      *f,
                                  gconstpointer data)
{
  AtlLink *link = atl_link_commands_state (f->view, note (f, "Ana"), note (f, "Bob"), ATL_LINK_KIND_SHARED,
                                           ATL_DECLARED_BY_BOTH, 4);

  link = atl_link_commands_state (f->view, note (f, "Bob"), note (f, "Ana"), ATL_LINK_KIND_HANDOFF,
                                  ATL_DECLARED_BY_BOTH, 2);
  atl_link_commands_set_kind (f->view, link, ATL_LINK_KIND_SHARED);
  assert_links (&f->board, "Bob>Ana shared 4");
  atl_history_undo (f->board.history);
  assert_links (&f->board, "Ana>Bob shared 4, Bob>Ana handoff 2");
}

static void
test_reverse_keeps_who_says_so (Fixture      *f,
                                gconstpointer data)
{
  AtlLink *link = atl_link_commands_state (f->view, note (f, "Ana"), note (f, "Bob"), ATL_LINK_KIND_HANDOFF,
                                           ATL_DECLARED_BY_FROM, 4);

  atl_link_commands_reverse (f->view, link);
  assert_links (&f->board, "Bob>Ana handoff 4 by to");
}

static void
test_fields (Fixture      *f,
             gconstpointer data)
{
  AtlLink *link = atl_link_commands_state (f->view, note (f, "Ana"), note (f, "Bob"), ATL_LINK_KIND_HANDOFF,
                                           ATL_DECLARED_BY_BOTH, 4);
  gint64   days = 0;

  atl_link_commands_set_field (f->view, ATL_ITEM (link), "waitingDays", g_variant_new_int64 (12));
  g_assert_true (g_variant_lookup (atl_link_get_fields (link), "waitingDays", "x", &days));
  g_assert_cmpint (days, ==, 12);
  atl_link_commands_set_field (f->view, ATL_ITEM (link), "waitingDays", NULL);
  g_assert_null (atl_link_get_fields (link));
}

static void
test_silo_of_person (Fixture      *f,
                     gconstpointer data)
{
  const char           *shops = atl_item_get_id (ATL_ITEM (map_fixture_find_silo (&f->board, "Shops")));
  g_autoptr (AtlPerson) person = atl_person_new (NULL);

  atl_list_insert (atl_session_get_people (f->board.session), ATL_ITEM (person));
  atl_note_set_person (note (f, "Bob"), atl_item_get_id (ATL_ITEM (person)));
  atl_selection_set_one (atl_board_view_get_selection (f->view), note (f, "Bob"));
  atl_link_commands_set_silo (f->view, shops);
  g_assert_cmpstr (atl_item_get_id (ATL_ITEM (atl_person_find_silo (person))), ==, shops);
  g_assert_cmpstr (atl_note_get_silo (note (f, "Bob")), ==, "");

  atl_selection_set_one (atl_board_view_get_selection (f->view), note (f, "Ana"));
  atl_link_commands_set_silo (f->view, shops);
  g_assert_cmpstr (atl_note_get_silo (note (f, "Ana")), ==, shops);
}

static void
test_silo_by_name (Fixture      *f,
                   gconstpointer data)
{
  AtlList *silos = atl_session_get_silos (f->board.session);

  atl_link_commands_put_in_silo (f->view, note (f, "Team 2"), " shops ");
  g_assert_true (atl_nodes_find_silo (note (f, "Team 2")) == map_fixture_find_silo (&f->board, "Shops"));
  g_assert_cmpuint (atl_list_get_length (silos), ==, 2);

  atl_link_commands_put_in_silo (f->view, note (f, "Team 2"), "Logistics");
  g_assert_true (atl_nodes_find_silo (note (f, "Team 2")) == map_fixture_find_silo (&f->board, "Logistics"));
  atl_history_undo (f->board.history);
  g_assert_cmpuint (atl_list_get_length (silos), ==, 2);
  g_assert_true (atl_nodes_find_silo (note (f, "Team 2")) == map_fixture_find_silo (&f->board, "Shops"));

  atl_link_commands_put_in_silo (f->view, note (f, "Team 2"), "");
  g_assert_null (atl_nodes_find_silo (note (f, "Team 2")));
}

/* The name of the node itself means it, unless another fits better or was chosen. */
static void
test_goes_on_from_itself (Fixture      *f,
                          gconstpointer data)
{
  atl_note_set_text (note (f, "Boris Team"), "Jean-Paul An");
  g_clear_object (&f->draft);
  f->draft = atl_link_draft_new (f->view, note (f, "Ana"));

  atl_link_draft_set_words (f->draft, "an");
  assert_candidates (f, "Jean-Paul An");
  g_assert_true (atl_link_draft_begin_at (f->draft, NULL));
  g_assert_true (atl_link_draft_get_node (f->draft) == note (f, "Ana"));
  assert_candidates (f, "Bob,Chloé,Jean-Paul An,Team 2");

  atl_link_draft_set_words (f->draft, "an");
  atl_link_draft_step (f->draft, 1);
  atl_link_draft_set_words (f->draft, "jean");
  g_assert_true (atl_link_draft_begin_at (f->draft, NULL));
  g_assert_true (atl_link_draft_get_node (f->draft) == note (f, "Jean-Paul An"));
}

static void
ask_for_days (Fixture *f)
{
  g_autoptr (GVariant) options =
    g_variant_parse (G_VARIANT_TYPE_VARDICT, DAYS, NULL, NULL, NULL);

  atl_area_set_options (atl_note_find_area (note (f, "Ana")), options);
}

static void
test_value_is_part_of_the_step (Fixture      *f,
                                gconstpointer data)
{
  g_autofree char *none = atl_link_draft_dup_field (f->draft);
  g_autofree char *field = NULL;
  double           days = 0;

  g_assert_null (none);
  ask_for_days (f);
  field = atl_link_draft_dup_field (f->draft);
  g_assert_cmpstr (field, ==, "waitingDays");
  atl_link_draft_pick (f->draft, note (f, "Bob"));
  atl_link_draft_set_value (f->draft, g_variant_new_double (12.5));
  atl_link_draft_commit (f->draft);

  g_assert_true (atl_link_get_number (map_fixture_get_link (&f->board, 0), "waitingDays", &days));
  g_assert_cmpfloat (days, ==, 12.5);
  atl_history_undo (f->board.history);
  assert_links (&f->board, "");
  atl_history_redo (f->board.history);
  atl_link_draft_pick (f->draft, note (f, "Chloé"));
  g_assert_false (atl_link_get_number (atl_link_draft_commit (f->draft), "waitingDays", &days));
}

static void
test_silo_is_typed_with_the_name (Fixture      *f,
                                  gconstpointer data)
{
  const char *const texts[] = { "Zoé; shops", "Liam; nowhere", NULL };

  atl_board_view_set_area (f->view, atl_note_find_area (note (f, "Ana")));
  atl_commands_add_texts (f->view, texts);

  g_assert_true (atl_nodes_find_silo (note (f, "Zoé")) == map_fixture_find_silo (&f->board, "Shops"));
  g_assert_nonnull (note (f, "Liam; nowhere"));
  atl_history_undo (f->board.history);
  g_assert_false (atl_history_get_can_undo (f->board.history));
}

#define add(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/link-draft/find/letters-narrow", test_letters_narrow);
  add ("/link-draft/find/labels-with-digits", test_digit_of_a_label);
  add ("/link-draft/find/hidden-people-are-not-named", test_hidden_people_are_not_named);
  add ("/link-draft/keys/digit-picks-and-is-the-strength", test_digit_picks);
  add ("/link-draft/keys/letters-are-text-until-the-pick", test_letters_before_the_pick_are_text);
  add ("/link-draft/keys/several-in-a-row", test_several_in_a_row);
  add ("/link-draft/keys/direction-and-side", test_direction_and_side);
  add ("/link-draft/keys/two-views-of-one-link", test_two_views_of_one_link);
  add ("/link-draft/keys/goes-on-from-another-node", test_goes_on_from_another);
  add ("/link-draft/keys/goes-on-from-itself", test_goes_on_from_itself);
  add ("/link-draft/keys/begins-nowhere", test_begins_nowhere);
  add ("/link-draft/commit/value-is-part-of-the-step", test_value_is_part_of_the_step);
  add ("/link-draft/commit/survives-a-deleted-node", test_node_that_is_gone);
  g_test_add_func ("/link-words/letters-of-kinds-are-distinct", test_keys_are_distinct);
  add ("/link-commands/kind-that-is-stated-already", test_kind_that_is_stated_already);
  add ("/link-commands/reverse-keeps-who-says-so", test_reverse_keeps_who_says_so);
  add ("/link-commands/fields-come-and-go", test_fields);
  add ("/link-commands/silo-is-that-of-the-person", test_silo_of_person);
  add ("/link-commands/silo-by-its-name", test_silo_by_name);
  add ("/link-commands/silo-is-typed-with-the-name", test_silo_is_typed_with_the_name);
  return g_test_run ();
}
