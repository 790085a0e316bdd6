/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies-fixture.h"

#include "catalogue/atl-catalogue.h"
#include "model/atl-nodes.h"
#include "ui/import/atl-import-job.h"
#include "ui/import/atl-import-plan.h"
#include "ui/import/atl-import-window.h"

#define PEOPLE "name;silo;site\nAna;MKT;P\nBob;MKT;L\nDan;DSI;P\nEva;DSI;L\n"
#define LINKS "from;to;strength;kind\nAna;Bob;4;information\nBob;Dan;2;handoff\nEva;Ana;5;missing\n"
#define WRONG "from,to,strength\nAna,Ana,3\nBob,Ana,NaN\nAna,Dan,2\n"

typedef struct
{
  AtlNetworkTable *table;
  GError          *error;
  gboolean         done;
} Read;

static void
read_clear (Read *self)
{
  g_clear_pointer (&self->table, atl_network_table_free);
  g_clear_error (&self->error);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Read, read_clear)

static char *
write_file (CopiesFixture *f, const char *name, const char *text, gssize length)
{
  char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, text, length, NULL));
  return path;
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Read *read = data;

  read->table = atl_import_read_finish (result, &read->error);
  read->done = TRUE;
}

static gboolean
is_done (gpointer read)
{
  return ((Read *) read)->done;
}

static void
read_files (Read *read, const char *first, const char *second)
{
  const char *paths[] = { first, second, NULL };

  atl_import_read_async (paths, NULL, read_cb, read);
  atl_test_wait_for (is_done, read);
}

static void
test_job_reads (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *links = write_file (f, "links.csv", LINKS, -1);
  g_autofree char *people = write_file (f, "people.csv", PEOPLE, -1);
  g_auto (Read)    read = { NULL };

  read_files (&read, links, people);

  g_assert_no_error (read.error);
  g_assert_cmpuint (read.table->rows->len, ==, 4);
  g_assert_cmpuint (read.table->ties->len, ==, 3);
  g_assert_cmpuint (read.table->columns->len, ==, 2);
}

/* What strangers send ends in one sentence that names the file. */
static void
test_job_refuses (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *endless = g_strnfill (20 * 1000 * 1000, 'a');
  const struct
  {
    const char *name;
    const char *text;
    gssize      length;
  } cases[] = {
    { "endless.csv", endless, -1 },
    { "bomb.graphml", "<!DOCTYPE g [<!ENTITY a 'bb'><!ENTITY c '&a;&a;'>]><graphml>&c;</graphml>", -1 },
    { "binary.net", "\0\1\2\3", 4 },
    { "empty.csv", "", 0 },
    { "nobody.csv", "from,to\n", -1 },
    { "deep.json", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = write_file (f, cases[i].name, cases[i].text, cases[i].length);
      g_auto (Read)    read = { NULL };

      read_files (&read, path, NULL);

      g_assert_null (read.table);
      g_assert_nonnull (read.error);
      g_assert_cmpstr (read.error->message, !=, "");
      g_assert_null (strchr (read.error->message, '\n'));
    }
}

static void
test_job_cancels (CopiesFixture *f, gconstpointer data)
{
  g_autofree char         *path = write_file (f, "links.csv", LINKS, -1);
  const char              *paths[] = { path, NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_auto (Read)            read = { NULL };

  atl_import_read_async (paths, cancellable, read_cb, &read);
  g_cancellable_cancel (cancellable);
  atl_test_wait_for (is_done, &read);

  g_assert_error (read.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static AtlImportPlan *
new_plan (CopiesFixture *f, AtlBoard *board)
{
  g_autofree char *links = write_file (f, "links.csv", LINKS, -1);
  g_autofree char *people = write_file (f, "people.csv", PEOPLE, -1);
  Read             read = { NULL };

  read_files (&read, links, people);
  g_assert_no_error (read.error);
  return atl_import_plan_new (read.table, f->session, board);
}

static void
test_plan_counts (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlPerson) bob = atl_person_new (NULL);
  atl_person_set_name (bob, "BOB");
  atl_list_insert (atl_session_get_people (f->session), ATL_ITEM (bob));

  g_autoptr (AtlImportPlan) plan = new_plan (f, NULL);
  AtlImportCounts           counts = atl_import_plan_count (plan);

  g_assert_cmpuint (counts.n_nodes, ==, 4);
  g_assert_cmpuint (counts.n_known, ==, 1);
  g_assert_cmpuint (counts.n_silos, ==, 2);
  g_assert_cmpuint (counts.n_links, ==, 2);
  g_assert_cmpuint (counts.n_needs, ==, 1);
  g_assert_true (plan->new_board);
}

static const char *
get_silo_name (CopiesFixture *f, guint i)
{
  return atl_silo_get_name (atl_list_get (atl_session_get_silos (f->session), i));
}

/* The silos are those of the column that was chosen, and the session's partition is called like it. */
static void
test_plan_column (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlImportPlan) plan = new_plan (f, NULL);
  AtlNetworkCounts          counts;

  g_assert_cmpint (atl_import_plan_get_column (plan), ==, 0);
  atl_import_plan_set_column (plan, 1);
  atl_import_plan_apply (plan, &counts);

  g_assert_cmpstr (atl_session_get_active_partition (f->session), ==, "site");
  g_assert_cmpuint (counts.n_silos, ==, 4);
  g_assert_cmpstr (get_silo_name (f, 0), !=, "");
}

/* Onto the map that has it all: nothing is doubled, nothing moves. */
static void
test_plan_onto_map (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlImportPlan) first = new_plan (f, NULL);
  AtlNetworkCounts          counts;
  AtlBoard                 *board = atl_import_plan_apply (first, &counts);
  g_autoptr (GPtrArray)     nodes = atl_nodes_dup (board);
  int                       x = atl_note_get_x (nodes->pdata[0]);
  g_autoptr (AtlImportPlan) again = new_plan (f, board);
  g_autoptr (GPtrArray)     after = NULL;

  g_assert_false (again->new_board);
  g_assert_true (atl_import_plan_apply (again, &counts) == board);

  after = atl_nodes_dup (board);
  g_assert_cmpuint (after->len, ==, nodes->len);
  g_assert_cmpint (atl_note_get_x (nodes->pdata[0]), ==, x);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (board)), ==, 3);
  g_assert_cmpuint (counts.n_known, ==, 3);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (f->session)), ==, 4);
}

static void
test_plan_separate (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlImportPlan) first = new_plan (f, NULL);
  g_autoptr (AtlImportPlan) again = NULL;
  AtlNetworkCounts          counts;

  atl_import_plan_apply (first, &counts);
  again = new_plan (f, NULL);
  again->separate = TRUE;
  atl_import_plan_apply (again, &counts);

  g_assert_cmpuint (counts.n_people, ==, 4);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (f->session)), ==, 8);
}

/* A thousand people and 25 000 links, as large as it gets in a company. */
static void
test_plan_large (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (GString)       text = g_string_new ("from,to,strength\n");
  g_autoptr (GRand)         rand = g_rand_new_with_seed (7);
  g_auto (Read)             read = { NULL };
  g_autofree char          *path = NULL;
  g_autoptr (AtlImportPlan) plan = NULL;
  gint64                    start = g_get_monotonic_time ();
  AtlNetworkCounts          counts;

  for (guint i = 0; i < 25000; i++)
    g_string_append_printf (text, "P%u,P%d,%u\n", i % 1000, g_rand_int_range (rand, 0, 1000), 1 + i % 5);
  path = write_file (f, "large.csv", text->str, -1);
  read_files (&read, path, NULL);
  g_assert_no_error (read.error);
  plan = atl_import_plan_new (g_steal_pointer (&read.table), f->session, NULL);
  atl_import_plan_apply (plan, &counts);

  g_assert_cmpuint (counts.n_nodes, ==, 1000);
  g_assert_cmpuint (counts.n_links, >, 24000);
  g_test_message ("read and applied in %.0f ms", (double) (g_get_monotonic_time () - start) / 1000);
}

static GObject *
find_child (gpointer window, const char *name)
{
  return gtk_widget_get_template_child (window, ATL_TYPE_IMPORT_WINDOW, name);
}

static gboolean
has_page (gpointer window)
{
  GObject *pages = find_child (window, "pages");

  return !g_str_equal (gtk_stack_get_visible_child_name (GTK_STACK (pages)), "reading");
}

static const char *
get_page (GtkWidget *window)
{
  GObject *pages = find_child (window, "pages");

  return gtk_stack_get_visible_child_name (GTK_STACK (pages));
}

static void
imported_cb (AtlBoard *board, gpointer data)
{
  *(AtlBoard **) data = board;
}

static GtkWidget *
open_window (CopiesFixture *f, const char *path, AtlBoard **board)
{
  const char      *paths[] = { path, NULL };
  AtlImportWindow *window = atl_import_window_new (gtk_window_get_child (GTK_WINDOW (f->window)), f->document,
                                                   NULL, imported_cb, board);

  atl_import_window_read (window, paths);
  atl_test_wait_for (has_page, window);
  return GTK_WIDGET (window);
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static void
test_window_imports (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *path = write_file (f, "links.csv", LINKS, -1);
  AtlHistory      *history = atl_document_get_history (f->document);
  AtlBoard        *board = NULL;
  gpointer         window = open_window (f, path, &board);
  guint            n = atl_list_get_length (atl_session_get_boards (f->session));

  g_assert_cmpstr (get_page (window), ==, "preview");
  g_object_add_weak_pointer (window, &window);
  gtk_widget_activate_action (window, "import.run", NULL);
  atl_test_wait_for (is_gone, &window);

  g_assert_nonnull (board);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (board)), ==, 3);
  g_assert_true (atl_history_undo (history));
  g_assert_cmpuint (atl_list_get_length (atl_session_get_boards (f->session)), ==, n);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_people (f->session)), ==, 0);
  g_assert_false (atl_history_get_can_undo (history));
}

static void
test_window_lists_problems (CopiesFixture *f, gconstpointer data)
{
  g_autofree char            *path = write_file (f, "wrong.csv", WRONG, -1);
  GtkWidget                  *window = open_window (f, path, NULL);
  GObject                    *group = find_child (window, "problems_group");
  GObject                    *table = find_child (window, "problems");
  GListModel                 *lines = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (table)));
  g_autoptr (GtkStringObject) line = g_list_model_get_item (lines, 0);

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (group)));
  g_assert_cmpuint (g_list_model_get_n_items (lines), ==, 2);
  g_assert_true (g_str_has_prefix (gtk_string_object_get_string (line), "wrong.csv:2\n"));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window_refuses (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *path = write_file (f, "no <b>network.csv", "hello\nworld\n", -1);
  GtkWidget       *window = open_window (f, path, NULL);

  g_assert_cmpstr (get_page (window), ==, "failed");
  gtk_widget_activate_action (window, "import.run", NULL);

  g_assert_false (atl_history_get_can_undo (atl_document_get_history (f->document)));
  gtk_window_destroy (GTK_WINDOW (window));
}

static void
test_window_fits (CopiesFixture *f, gconstpointer data)
{
  g_autofree char *path = write_file (f, "wrong.csv", WRONG, -1);
  GtkWidget       *window = open_window (f, path, NULL);

  g_assert_cmpint (copies_get_min_width (window), <=, 360);
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  adw_init ();
  COPIES_TEST ("/import/job/reads-several-files-into-one-network", test_job_reads);
  COPIES_TEST ("/import/job/refuses-what-strangers-send-in-one-sentence", test_job_refuses);
  COPIES_TEST ("/import/job/gives-up-at-once", test_job_cancels);
  COPIES_TEST ("/import/plan/counts-what-would-come-in", test_plan_counts);
  COPIES_TEST ("/import/plan/takes-silos-from-the-chosen-column", test_plan_column);
  COPIES_TEST ("/import/plan/onto-a-map-doubles-nothing", test_plan_onto_map);
  COPIES_TEST ("/import/plan/same-name-can-be-somebody-else", test_plan_separate);
  COPIES_TEST ("/import/plan/a-thousand-people", test_plan_large);
  COPIES_TEST ("/import/window/imports-in-one-step-of-the-history", test_window_imports);
  COPIES_TEST ("/import/window/lists-what-was-not-used-with-its-line", test_window_lists_problems);
  COPIES_TEST ("/import/window/refuses-and-changes-nothing", test_window_refuses);
  COPIES_TEST ("/import/window/fits-a-narrow-screen", test_window_fits);
  return g_test_run ();
}
