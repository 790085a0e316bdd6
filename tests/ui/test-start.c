/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-step.h"
#include "ui/export/atl-export-job.h"
#include "ui/export/atl-export-name.h"
#include "ui/start/atl-choice-card.h"
#include "ui/start/atl-recent-card.h"
#include "ui/start/atl-recents-view.h"
#include "ui/start/atl-start-page.h"
#include "atl-folder-test.h"
#include "atl-waiting-test.h"
#include "atl-widget-test.h"

#include <glib/gstdio.h>

static char *folder; /* of this run, removed at the end */

static AtlRecents *
make_recents (const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return atl_recents_new (path);
}

static void
put (AtlRecents *recents,
     const char *path,
     const char *title)
{
  g_autoptr (AtlRecent) recent = atl_recent_new (path, title, "start-stop-continue", 1000);

  atl_recents_put (recents, recent);
}

static char *
join_titles (AtlRecents *recents)
{
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (recents)); i++)
    {
      g_autoptr (AtlRecent) recent = g_list_model_get_item (G_LIST_MODEL (recents), i);

      g_string_append_printf (titles, "%s|", atl_recent_get_title (recent));
    }
  return g_string_free (titles, FALSE);
}

static void
test_recents_newest_first (void)
{
  g_autoptr (AtlRecents) recents = make_recents ("newest.json");
  g_autofree char       *titles = NULL;

  put (recents, "/a.atelier", "A");
  put (recents, "/b.atelier", "B");
  put (recents, "/a.atelier", "A again");
  titles = join_titles (recents);

  g_assert_cmpstr (titles, ==, "A again|B|");
}

typedef struct
{
  const char *name;
  const char *titles;
} Written;

static gboolean
is_written (gpointer data)
{
  Written               *written = data;
  g_autoptr (AtlRecents) recents = make_recents (written->name);
  g_autofree char       *titles = join_titles (recents);

  return g_str_equal (titles, written->titles);
}

/* Other threads write the list, and the latest one stays. */
static void
wait_for_file (const char *name,
               const char *titles)
{
  atl_test_wait_for (is_written, &(Written){ name, titles });
}

static void
test_recents_survive (void)
{
  g_autoptr (AtlRecents) first = make_recents ("deep/er/survive.json");
  g_autoptr (AtlRecents) second = NULL;
  g_autoptr (AtlRecent)  recent = NULL;

  put (first, "/tmp/Été \"1\".atelier", "Bilan « été »");
  wait_for_file ("deep/er/survive.json", "Bilan « été »|");
  second = make_recents ("deep/er/survive.json");
  recent = g_list_model_get_item (G_LIST_MODEL (second), 0);

  g_assert_cmpstr (atl_recent_get_path (recent), ==, "/tmp/Été \"1\".atelier");
  g_assert_cmpstr (atl_recent_get_title (recent), ==, "Bilan « été »");
  g_assert_cmpstr (atl_recent_get_template (recent), ==, "start-stop-continue");
  g_assert_cmpint (atl_recent_get_opened (recent), ==, 1000);
}

/* Opening it again does not forget where it was left; what is not in the list is not kept. */
static void
test_recents_keep_places (void)
{
  g_autoptr (AtlRecents) first = make_recents ("places.json");
  g_autoptr (AtlRecents) second = NULL;

  put (first, "/a.atelier", "A");
  atl_recents_set_place (first, "/a.atelier", "b1");
  atl_recents_set_place (first, "/x/../a.atelier", "b2");
  atl_recents_set_place (first, "/unknown.atelier", "b3");
  put (first, "/a.atelier", "A again");
  wait_for_file ("places.json", "A again|");
  second = make_recents ("places.json");

  g_assert_cmpstr (atl_recents_get_place (second, "/a.atelier"), ==, "b2");
  g_assert_null (atl_recents_get_place (first, "/unknown.atelier"));
  atl_recents_remove (first, "/a.atelier");
  g_assert_null (atl_recents_get_place (first, "/a.atelier"));
  wait_for_file ("places.json", "");
}

static void
test_recents_keep_two_dozen (void)
{
  g_autoptr (AtlRecents) recents = make_recents ("many.json");

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *path = g_strdup_printf ("/s%u.atelier", i);

      put (recents, path, path);
    }

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (recents)), ==, 24);
}

static void
test_recents_remove (void)
{
  g_autoptr (AtlRecents) recents = make_recents ("remove.json");

  put (recents, "/a.atelier", "A");
  put (recents, "/b.atelier", "B");
  wait_for_file ("remove.json", "B|A|");
  atl_recents_remove (recents, "/a.atelier");

  wait_for_file ("remove.json", "B|");
}

static gboolean
is_let_go (gpointer recents)
{
  return *(AtlRecents **) recents == NULL;
}

/* What comes while the list is written is written after it, also if nobody else needs the list any more. */
static void
test_recents_many_at_once (void)
{
  AtlRecents      *recents = make_recents ("at-once.json");
  g_autofree char *titles = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *path = g_strdup_printf ("/s%u.atelier", i);

      put (recents, path, path);
    }
  titles = join_titles (recents);
  g_object_add_weak_pointer (G_OBJECT (recents), (gpointer *) &recents);
  g_object_unref (recents);
  atl_test_wait_for (is_let_go, &recents);

  wait_for_file ("at-once.json", titles);
}

static void
test_recents_take_any_file (void)
{
  static const char *const contents[] = {
    "",
    "{",
    "[]",
    "{\"recents\":7}",
    "{\"recents\":[1,{\"uri\":5},{\"uri\":\"http://x/\"},{}]}",
  };
  g_autofree char *path = g_build_filename (folder, "broken.json", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (AtlRecents) recents = NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      recents = make_recents ("broken.json");

      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (recents)), ==, 0);
    }
}

static void
test_recent_when (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_local (2026, 6, 11, 0, 30, 0);
  g_autoptr (GDateTime) yesterday = g_date_time_add_minutes (now, -60);
  g_autoptr (GDateTime) before = g_date_time_add_days (now, -9);
  g_autoptr (AtlRecent) one = atl_recent_new ("/a", NULL, NULL, g_date_time_to_unix (now));
  g_autoptr (AtlRecent) two = atl_recent_new ("/a", NULL, NULL, g_date_time_to_unix (yesterday));
  g_autoptr (AtlRecent) three = atl_recent_new ("/a", NULL, NULL, g_date_time_to_unix (before));
  g_autofree char      *today = atl_recent_dup_when (one, g_date_time_to_unix (now));
  g_autofree char      *last = atl_recent_dup_when (two, g_date_time_to_unix (now));
  g_autofree char      *old = atl_recent_dup_when (three, g_date_time_to_unix (now));

  g_assert_cmpstr (today, ==, "Today, 00:30");
  g_assert_cmpstr (last, ==, "Yesterday");
  g_assert_cmpstr (old, ==, "June 2, 2026");
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

typedef struct
{
  AtlCatalogue *catalogue;
  GtkWidget    *window;
  GtkWidget    *page;
  AtlGallery   *gallery;
  AtlSession   *created;
  char         *opened;
} Fixture;

static void
created_cb (Fixture    *f,
            AtlSession *session)
{
  g_set_object (&f->created, session);
}

static void
opened_cb (Fixture    *f,
           const char *path)
{
  g_free (f->opened);
  f->opened = g_strdup (path);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (AtlRecents) recents = make_recents ("page.json");

  put (recents, "/nowhere/at-all.atelier", "Gone");
  f->catalogue = atl_catalogue_new ();
  f->page = atl_start_page_new (f->catalogue, recents);
  f->gallery = atl_start_page_get_gallery (ATL_START_PAGE (f->page));
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (f->window), f->page);
  g_signal_connect_swapped (f->page, "create", G_CALLBACK (created_cb), f);
  g_signal_connect_swapped (f->page, "open-path", G_CALLBACK (opened_cb), f);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_clear_object (&f->created);
  g_clear_object (&f->catalogue);
  g_free (f->opened);
}

static void
test_search_ignores_accents (Fixture      *f,
                             gconstpointer data)
{
  guint accents;
  guint plain;

  atl_gallery_search (f->gallery, "rétrospective");
  accents = atl_gallery_get_n_shown (f->gallery);
  atl_gallery_search (f->gallery, "RETROSPECTIVE");
  plain = atl_gallery_get_n_shown (f->gallery);

  g_assert_cmpuint (accents, >, 0);
  g_assert_cmpuint (plain, ==, accents);
}

static void
test_search_in_both_languages (Fixture      *f,
                               gconstpointer data)
{
  atl_gallery_search (f->gallery, "voilier");
  g_assert_cmpuint (atl_gallery_get_n_shown (f->gallery), >=, 1);

  atl_gallery_search (f->gallery, "sailboat");
  g_assert_cmpuint (atl_gallery_get_n_shown (f->gallery), >=, 1);
}

static void
test_search_tells_names_from_texts (void)
{
  static const struct
  {
    const char  *words;
    const char  *language;
    AtlChoiceHit hit;
  } table[] = {
    { "sailb", "en", ATL_CHOICE_HIT_NAME },
    { "sailb", "fr", ATL_CHOICE_HIT_OTHER_NAME },
    { "VOILIER", "fr", ATL_CHOICE_HIT_NAME },
    { "voilier", "en", ATL_CHOICE_HIT_OTHER_NAME },
    { "retrospective", "en", ATL_CHOICE_HIT_TEXT },
    { "xyzzy", "en", ATL_CHOICE_HIT_NONE },
    { "", "fr", ATL_CHOICE_HIT_NAME },
  };
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autoptr (AtlChoice)    choice = NULL;

  choice = atl_choice_new_template (catalogue, atl_catalogue_find_template (catalogue, "sailboat"));

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    g_assert_cmpint (atl_choice_search (choice, table[i].words, table[i].language), ==, table[i].hit);
}

/* What the cards that are shown say of a search, from the first to the last. */
static void
collect_hits (GtkWidget *widget,
              GString   *hits)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (ATL_IS_CHOICE_CARD (widget))
    g_string_append_printf (hits, "%d", atl_choice_card_get_hit (ATL_CHOICE_CARD (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect_hits (child, hits);
}

/* One word is in the text of an earlier section, one in names and texts of the same. */
static void
test_search_puts_names_first (Fixture      *f,
                              gconstpointer data)
{
  static const struct
  {
    const char *words;
    const char *hits;
  } table[] = { { "stakeholder", "02" }, { "value", "022022" } };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (GString) hits = g_string_new (NULL);

      atl_gallery_search (f->gallery, table[i].words);
      collect_hits (GTK_WIDGET (f->gallery), hits);

      g_assert_cmpstr (hits->str, ==, table[i].hits);
    }
}

static void
test_search_can_find_nothing (Fixture      *f,
                              gconstpointer data)
{
  atl_gallery_search (f->gallery, "xyzzy");

  g_assert_cmpuint (atl_gallery_get_n_shown (f->gallery), ==, 0);
}

static void
test_whole_catalogue_is_offered (Fixture      *f,
                                 gconstpointer data)
{
  guint n_templates = g_list_model_get_n_items (atl_catalogue_get_templates (f->catalogue));
  guint n_programs = g_list_model_get_n_items (atl_catalogue_get_programs (f->catalogue));

  g_assert_cmpuint (atl_gallery_get_n_shown (f->gallery), >=, n_templates + n_programs);
}

static GtkWidget *
find_focus_entry (Fixture *f)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (f->window));

  return focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_ENTRY) : NULL;
}

static void
test_details_take_a_title (Fixture      *f,
                           gconstpointer data)
{
  GtkWidget *entry;

  g_assert_true (atl_gallery_open (f->gallery, "start-stop-continue"));
  g_assert_true (atl_gallery_get_in_details (f->gallery));
  entry = find_focus_entry (f);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "Start / Stop / Continue");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Sprint 12");
  g_signal_emit_by_name (entry, "activate");

  g_assert_cmpstr (atl_session_get_title (f->created), ==, "Sprint 12");
  g_assert_cmpuint (atl_list_get_length (atl_session_get_boards (f->created)), ==, 1);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_steps (f->created)), >, 3);
}

static void
test_program_makes_all_boards (Fixture      *f,
                               gconstpointer data)
{
  g_assert_true (atl_gallery_open (f->gallery, "factory-launch"));
  g_signal_emit_by_name (find_focus_entry (f), "activate");

  g_assert_cmpuint (atl_list_get_length (atl_session_get_boards (f->created)), ==, 7);
  g_assert_cmpstr (atl_session_get_language (f->created), ==, "en");
}

static void
test_back_shows_the_cards (Fixture      *f,
                           gconstpointer data)
{
  atl_gallery_open (f->gallery, "sailboat");

  gtk_widget_activate_action (GTK_WIDGET (f->gallery), "gallery.back", NULL);

  g_assert_false (atl_gallery_get_in_details (f->gallery));
}

/* Who comes back from a session looks for it, not for another template. */
static void
test_restart_shows_all (Fixture      *f,
                        gconstpointer data)
{
  guint all = atl_gallery_get_n_shown (f->gallery);

  atl_gallery_search (f->gallery, "sailboat");
  atl_gallery_open (f->gallery, "sailboat");
  g_assert_cmpuint (atl_gallery_get_n_shown (f->gallery), <, all);

  atl_gallery_restart (f->gallery);

  g_assert_false (atl_gallery_get_in_details (f->gallery));
  g_assert_cmpuint (atl_gallery_get_n_shown (f->gallery), ==, all);
}

static void
test_boards_know_no_programs (Fixture      *f,
                              gconstpointer data)
{
  GtkWidget *gallery = g_object_ref_sink (atl_gallery_new (f->catalogue, ATL_GALLERY_BOARD, "fr"));

  g_assert_false (atl_gallery_open (ATL_GALLERY (gallery), "factory-launch"));
  g_assert_cmpstr (atl_gallery_get_language (ATL_GALLERY (gallery)), ==, "fr");
  g_object_unref (gallery);
}

static void
test_missing_file_is_told (Fixture      *f,
                           gconstpointer data)
{
  AtlRecentCard *card = ATL_RECENT_CARD (atl_find (f->page, ATL_TYPE_RECENT_CARD));

  while (!atl_recent_card_get_missing (card))
    g_main_context_iteration (NULL, TRUE);

  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (card), "missing"));
}

static void
test_recent_opens (Fixture      *f,
                   gconstpointer data)
{
  GtkWidget *card = atl_find (f->page, ATL_TYPE_RECENT_CARD);

  g_signal_emit_by_name (gtk_widget_get_parent (card), "child-activated", card);

  g_assert_cmpstr (f->opened, ==, "/nowhere/at-all.atelier");
}

static void
test_forgetting_empties_the_list (Fixture      *f,
                                  gconstpointer data)
{
  GtkWidget *card = atl_find (f->page, ATL_TYPE_RECENT_CARD);

  gtk_widget_activate_action (card, "recent.forget", NULL);
  settle ();

  g_assert_null (atl_find (f->page, ATL_TYPE_RECENT_CARD));
}

typedef struct
{
  const char *title;
  const char *board;
  const char *expected;
} NameCase;

static void
test_export_names (void)
{
  static const NameCase cases[] = {
    { "Sprint 12", NULL, "Sprint 12.pdf" },
    { "Lancement : bilan / été", NULL, "Lancement bilan été.pdf" },
    { "Lancement\xc2\xa0: bilan", NULL, "Lancement bilan.pdf" },
    { "A", "B?", "A – B.pdf" },
    { "../../etc/passwd", NULL, "etc passwd.pdf" },
    { "", NULL, "Session.pdf" },
    { "...", NULL, "Session.pdf" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = atl_export_name_suggest (cases[i].title, cases[i].board, ".pdf");

      g_assert_cmpstr (name, ==, cases[i].expected);
    }
}

static void
test_export_name_gets_suffix (void)
{
  g_autofree char *bare = atl_export_name_complete (" report ", ".pdf");
  g_autofree char *whole = atl_export_name_complete ("Report.PDF", ".pdf");

  g_assert_cmpstr (bare, ==, "report.pdf");
  g_assert_cmpstr (whole, ==, "Report.PDF");
  g_assert_null (atl_export_name_complete ("a/b", ".pdf"));
  g_assert_null (atl_export_name_complete ("  ", ".pdf"));
  g_assert_null (atl_export_name_complete (".pdf", ".pdf"));
}

typedef struct
{
  gboolean done;
  gboolean ok;
  GError  *error;
} Export;

static void
exported_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  Export *export = data;

  export->ok = atl_export_finish (result, &export->error);
  export->done = TRUE;
}

static void
run_export (AtlExportKind kind,
            const char   *path,
            Export *export)
{
  static const char *const ids[] = { "start-stop-continue", NULL };
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autoptr (AtlSession)   session = atl_catalogue_make_session (catalogue, "Bilan", "fr", ids);

  AtlBoard *board = atl_list_get (atl_session_get_boards (session), 0);

  atl_export_async (session, board, kind, ATL_MAP_NAMES_SILOS, path, exported_cb, export);
  while (!export->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_export_writes (void)
{
  static const struct
  {
    AtlExportKind kind;
    const char   *name;
    const char   *magic;
  } cases[] = {
    { ATL_EXPORT_REPORT_PDF, "report.pdf", "%PDF" },
    { ATL_EXPORT_BOARD_PDF, "board.pdf", "%PDF" },
    { ATL_EXPORT_BOARD_PNG, "board.png", "\x89PNG" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_build_filename (folder, cases[i].name, NULL);
      g_autofree char *bytes = NULL;
      Export export = { 0 };

      run_export (cases[i].kind, path, &export);
      g_assert_no_error (export.error);
      g_assert_true (export.ok);
      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));

      g_assert_true (g_str_has_prefix (bytes, cases[i].magic));
    }
}

static void
test_export_says_why_not (void)
{
  Export export = { 0 };

  run_export (ATL_EXPORT_REPORT_PDF, "/nowhere/at/all.pdf", &export);

  g_assert_false (export.ok);
  g_assert_nonnull (export.error);
  g_clear_error (&export.error);
}

static void
add_page_test (const char *path,
               void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

static void
add_tests (void)
{
  g_test_add_func ("/recents/keep-places", test_recents_keep_places);
  g_test_add_func ("/recents/newest-first", test_recents_newest_first);
  g_test_add_func ("/recents/survive", test_recents_survive);
  g_test_add_func ("/recents/keep-two-dozen", test_recents_keep_two_dozen);
  g_test_add_func ("/recents/remove", test_recents_remove);
  g_test_add_func ("/recents/many-at-once", test_recents_many_at_once);
  g_test_add_func ("/recents/take-any-file", test_recents_take_any_file);
  g_test_add_func ("/recents/when", test_recent_when);
  add_page_test ("/gallery/search/ignores-accents", test_search_ignores_accents);
  add_page_test ("/gallery/search/in-both-languages", test_search_in_both_languages);
  g_test_add_func ("/gallery/search/tells-names-from-texts", test_search_tells_names_from_texts);
  add_page_test ("/gallery/search/puts-names-first", test_search_puts_names_first);
  add_page_test ("/gallery/search/can-find-nothing", test_search_can_find_nothing);
  add_page_test ("/gallery/offers-the-whole-catalogue", test_whole_catalogue_is_offered);
  add_page_test ("/gallery/details-take-a-title", test_details_take_a_title);
  add_page_test ("/gallery/program-makes-all-boards", test_program_makes_all_boards);
  add_page_test ("/gallery/back-shows-the-cards", test_back_shows_the_cards);
  add_page_test ("/gallery/restart-shows-all-cards", test_restart_shows_all);
  add_page_test ("/gallery/boards-know-no-programs", test_boards_know_no_programs);
  add_page_test ("/start/missing-file-is-told", test_missing_file_is_told);
  add_page_test ("/start/recent-opens", test_recent_opens);
  add_page_test ("/start/forgetting-empties-the-list", test_forgetting_empties_the_list);
  g_test_add_func ("/export/names", test_export_names);
  g_test_add_func ("/export/name-gets-suffix", test_export_name_gets_suffix);
  g_test_add_func ("/export/writes", test_export_writes);
  g_test_add_func ("/export/says-why-not", test_export_says_why_not);
}

int
main (int    argc,
      char **argv)
{
  int result;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  folder = g_dir_make_tmp ("atelier-start-XXXXXX", NULL);
  add_tests ();
  result = g_test_run ();
  atl_test_remove_folder (folder);
  g_free (folder);
  return result;
}
