/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-window.h"

#include "model/atl-area.h"
#include "model/atl-edits.h"
#include "model/atl-link.h"
#include "model/atl-person.h"
#include "scene/atl-scene.h"
#include "store/codec/atl-codec.h"
#include "ui/compare/atl-compare-figures.h"
#include "ui/compare/atl-compare-map.h"
#include "ui/compare/atl-compare-paper.h"
#include "ui/compare/atl-compare-questions.h"
#include "ui/compare/atl-compare-view.h"
#include "atl-folder-test.h"
#include "atl-waiting-test.h"
#include "atl-widget-test.h"

#include <string.h>

/* The map of SILO-METHOD §13, as a session that is open, and three months earlier as a file. */
typedef struct
{
  const char *from;
  const char *to;
  AtlLinkKind kind;
  int         strength;
} Drawn;

static const struct
{
  const char *name;
  const char *silo;
} people[] = {
  { "Ana", "MKT" },
  { "Bob", "MKT" },
  { "Chloé", "MKT" },
  { "Dan", "DSI" },
  { "Eva", "DSI" },
  { "Farid", "DSI" },
  { "Gil", "MAG" },
  { "Hana", "MAG" },
  { "Ines", "JUR" },
};

static const char *const silos[] = { "MKT", "DSI", "MAG", "JUR" };

static const Drawn inside[] = {
  { "Ana", "Bob", ATL_LINK_KIND_HANDOFF, 4 },
  { "Bob", "Ana", ATL_LINK_KIND_INFORMATION, 4 },
  { "Bob", "Chloé", ATL_LINK_KIND_HANDOFF, 3 },
  { "Dan", "Eva", ATL_LINK_KIND_SHARED, 5 },
  { "Eva", "Farid", ATL_LINK_KIND_HANDOFF, 4 },
  { "Farid", "Eva", ATL_LINK_KIND_HANDOFF, 3 },
  { "Gil", "Hana", ATL_LINK_KIND_INFORMATION, 3 },
  { "Hana", "Gil", ATL_LINK_KIND_INFORMATION, 3 },
  { "Chloé", "Gil", ATL_LINK_KIND_HANDOFF, 2 },
  { NULL },
};

static const Drawn then[] = {
  { "Ana", "Chloé", ATL_LINK_KIND_INFORMATION, 2 },
  { "Bob", "Dan", ATL_LINK_KIND_INFORMATION, 2 },
  { "Dan", "Bob", ATL_LINK_KIND_INFORMATION, 1 },
  { "Hana", "Farid", ATL_LINK_KIND_MISSING, 4 },
  { "Chloé", "Ines", ATL_LINK_KIND_MISSING, 3 },
  { NULL },
};

static const Drawn now[] = {
  { "Bob", "Dan", ATL_LINK_KIND_INFORMATION, 4 },
  { "Dan", "Bob", ATL_LINK_KIND_INFORMATION, 3 },
  { "Farid", "Hana", ATL_LINK_KIND_SHARED, 3 },
  { "Chloé", "Ines", ATL_LINK_KIND_HANDOFF, 2 },
  { NULL },
};

typedef struct
{
  AtlDocument *document;
  AtlSession  *session;
  AtlBoard    *board;
  GtkWidget   *parent;
  GtkWidget   *window;
  char        *folder;
  char        *path; /* of the earlier session */
} Fixture;

static AtlNote *
add_node (AtlBoard *board, const char *name, const char *silo)
{
  AtlArea *area = atl_list_get (atl_board_get_areas (board), 0);
  AtlNote *note = atl_area_add_note (area, name);
  guint    n = atl_list_get_length (atl_board_get_notes (board));

  g_object_set (note, "silo", silo, "x", 150 * (int) n, "y", 100 + 60 * (int) (n % 3), NULL);
  return note;
}

static AtlNote *
find_node (AtlBoard *board, const char *name)
{
  AtlList *notes = atl_board_get_notes (board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (g_str_equal (atl_note_get_text (atl_list_get (notes, i)), name))
      return atl_list_get (notes, i);
  return NULL;
}

static void
link_up (AtlBoard *board, AtlNote *from, AtlNote *to, AtlLinkKind kind, int strength)
{
  g_autoptr (AtlLink) link = atl_link_new (NULL);

  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_link_set_kind (link, kind);
  atl_link_set_strength (link, strength);
  atl_list_insert (atl_board_get_links (board), ATL_ITEM (link));
}

static void
draw (AtlBoard *board, const Drawn *links)
{
  for (; links->from != NULL; links++)
    link_up (board, find_node (board, links->from), find_node (board, links->to), links->kind,
             links->strength);
}

static AtlBoard *
add_map (AtlSession *session, const char *title, const Drawn *links)
{
  g_autoptr (AtlBoard) board = atl_board_new (NULL);
  g_autoptr (AtlArea)  area = atl_area_new (NULL);

  atl_board_set_title (board, title);
  atl_area_set_layout (area, ATL_LAYOUT_GRAPH);
  g_object_set (area, "x", 0, "y", 0, "width", 1600, "height", 1000, NULL);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  if (links == NULL)
    return board;
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    add_node (board, people[i].name, people[i].silo);
  draw (board, inside);
  draw (board, links);
  return board;
}

static AtlSession *
make_session (const char *title, const char *date)
{
  AtlSession *session = atl_session_new (NULL);

  atl_session_set_title (session, title);
  atl_session_set_language (session, "en");
  atl_session_set_date (session, date);
  for (guint i = 0; i < G_N_ELEMENTS (silos); i++)
    {
      g_autoptr (AtlSilo) silo = atl_silo_new (silos[i]);

      atl_silo_set_name (silo, silos[i]);
      atl_list_insert (atl_session_get_silos (session), ATL_ITEM (silo));
    }
  return session;
}

static char *
write_session (Fixture *f, AtlSession *session, const char *name)
{
  g_autoptr (GBytes) bytes = atl_codec_write (session);
  char              *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                                      NULL));
  return path;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlSession)    earlier = make_session ("First day", "2026-01-10");
  g_autoptr (GSimpleAction) action =
    g_simple_action_new_stateful ("map-silos-only", NULL, g_variant_new_boolean (FALSE));

  f->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  add_map (earlier, "Map", then);
  f->path = write_session (f, earlier, "earlier.atelier");
  f->session = make_session ("Three months later", "2026-04-10");
  f->board = add_map (f->session, "Map", now);
  f->document = atl_document_new (f->session);
  f->parent = g_object_new (GTK_TYPE_APPLICATION_WINDOW, NULL);
  g_action_map_add_action (G_ACTION_MAP (f->parent), G_ACTION (action));
  gtk_window_present (GTK_WINDOW (f->parent));
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  if (f->window != NULL)
    gtk_window_destroy (GTK_WINDOW (f->window));
  gtk_window_destroy (GTK_WINDOW (f->parent));
  settle ();
  atl_test_remove_folder (f->folder);
  g_free (f->folder);
  g_free (f->path);
  g_object_unref (f->document);
  g_object_unref (f->session);
}

static GtkStack *
get_pages (Fixture *f)
{
  return GTK_STACK (gtk_widget_get_template_child (f->window, ATL_TYPE_COMPARE_WINDOW, "pages"));
}

static gboolean
is_done (gpointer data)
{
  const char *page = gtk_stack_get_visible_child_name (get_pages (data));

  return !g_str_equal (page, "busy");
}

static void
wait_for_page (Fixture *f, const char *page)
{
  atl_test_wait_for (is_done, f);
  settle ();
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_pages (f)), ==, page);
}

static void
open_window (Fixture *f)
{
  f->window = atl_compare_window_open (GTK_WINDOW (f->parent), f->document, f->board);
}

static void
compare_with (Fixture *f, const char *path, const char *page)
{
  if (f->window == NULL)
    open_window (f);
  atl_compare_window_compare_file (ATL_COMPARE_WINDOW (f->window), path);
  wait_for_page (f, page);
}

static AtlCompareView *
get_view (Fixture *f)
{
  return ATL_COMPARE_VIEW (atl_find (f->window, ATL_TYPE_COMPARE_VIEW));
}

static char *
dup_list (Fixture *f)
{
  return atl_compare_rows_dup_text (atl_compare_view_get_rows (get_view (f)));
}

static void
test_worked_example (Fixture *f, gconstpointer data)
{
  compare_with (f, f->path, "result");

  g_autofree char *text = atl_compare_view_dup_text (get_view (f));
  g_assert_cmpstr (text, ==,
                   "Links between silos since January 10, 2026 – new: 3, lost: 0, stronger: 2. "
                   "Requests met: 2 out of 2.\n"
                   "A difference reflects what people say today, not a cause. Ask what made it happen.\n"
                   "\n"
                   "New links between silos (3)\n"
                   "- Chloé → Ines (MKT → JUR) – → 2\n"
                   "- Farid → Hana (DSI → MAG) – → 3\n"
                   "- Hana → Farid (MAG → DSI) – → 3\n"
                   "\n"
                   "Stronger links between silos (2)\n"
                   "- Bob → Dan (MKT → DSI) 2 → 4\n"
                   "- Dan → Bob (DSI → MKT) 1 → 3\n"
                   "\n"
                   "Requests met (2)\n"
                   "- Chloé – Ines (MKT – JUR) 3\n"
                   "- Farid – Hana (DSI – MAG) 4\n");
}

static void
test_silos_only (Fixture *f, gconstpointer data)
{
  compare_with (f, f->path, "result");

  g_object_set (f->window, "silos-only", TRUE, NULL);

  g_autofree char *text = atl_compare_view_dup_text (get_view (f));
  g_autofree char *list = dup_list (f);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_null (strstr (text, people[i].name));
  g_assert_cmpstr (list, ==,
                   "New links between silos (3)\n"
                   "- MKT → JUR: 1 link\n"
                   "- DSI → MAG: 1 link\n"
                   "- MAG → DSI: 1 link\n"
                   "\n"
                   "Stronger links between silos (2)\n"
                   "- MKT → DSI: 1 link\n"
                   "- DSI → MKT: 1 link\n"
                   "\n"
                   "Requests met (2)\n"
                   "- JUR – MKT: 1 request\n"
                   "- DSI – MAG: 1 request\n");
}

static gboolean
get_silos_only (Fixture *f)
{
  gboolean silos_only = FALSE;

  g_object_get (f->window, "silos-only", &silos_only, NULL);
  return silos_only;
}

/* What the room looks at says no names: neither when the window opens nor when the main window is turned to
 * the room later. Showing names there does not show them here. */
static void
test_follows_the_main_window (Fixture *f, gconstpointer data)
{
  GSimpleAction *action =
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (f->parent), "map-silos-only"));
  compare_with (f, f->path, "result");
  g_assert_false (get_silos_only (f));

  g_simple_action_set_state (action, g_variant_new_boolean (TRUE));
  g_assert_true (get_silos_only (f));
  g_simple_action_set_state (action, g_variant_new_boolean (FALSE));
  g_assert_true (get_silos_only (f));
  g_simple_action_set_state (action, g_variant_new_boolean (TRUE));
  gtk_window_destroy (GTK_WINDOW (f->window));
  open_window (f);
  g_assert_true (get_silos_only (f));
}

static char *
get_figure (GPtrArray *figures, const char *label)
{
  for (guint i = 0; i < figures->len; i++)
    {
      AtlCompareFigure *figure = figures->pdata[i];

      if (g_str_equal (figure->label, label))
        return g_strdup_printf ("%s|%s|%s", figure->before, figure->after, figure->change);
    }
  return NULL;
}

typedef struct
{
  AtlCompareResult *result;
  gboolean          done;
} Waiting;

static void
compared_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Waiting *waiting = data;

  waiting->result = atl_compare_run_finish (result, NULL);
  waiting->done = TRUE;
}

static gboolean
is_compared (gpointer data)
{
  return ((Waiting *) data)->done;
}

static AtlCompareResult *
run (AtlCompareSource *before, AtlCompareSource *after)
{
  Waiting               waiting = { NULL };
  g_autoptr (GPtrArray) answers = g_ptr_array_new ();

  atl_compare_run_async (before, after, answers, NULL, compared_cb, &waiting);
  atl_test_wait_for (is_compared, &waiting);
  g_assert_nonnull (waiting.result);
  return waiting.result;
}

static void
assert_figure (GPtrArray *figures, const char *label, const char *expected)
{
  g_autofree char *found = get_figure (figures, label);

  g_assert_cmpstr (found, ==, expected);
}

/* The map is small, eight linked pairs: shares are counts, indices are details. */
static void
test_figures (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlCompareSource) before = atl_compare_source_load (f->path, NULL);
  g_autoptr (AtlCompareSource) after = atl_compare_source_new (f->session, f->board);
  g_autoptr (AtlCompareResult) result = run (before, after);

  g_autoptr (GPtrArray) figures = atl_compare_figures_new (result, atl_session_get_language (f->session));

  assert_figure (figures, "Density between silos", "3/58|6/58|+5.2 pts");
  assert_figure (figures, "Share across silos", "2/8|4/9|+19 pts");
  assert_figure (figures, "Share expected by chance", "81%|81%|=");
  assert_figure (figures, "Reciprocity between silos", "2/3|4/6|=");
  assert_figure (figures, "Isolated silos", "1|0|−1");
  assert_figure (figures, "Highest broker share", "75%|52%|−23 pts");
  assert_figure (figures, "Modularity", "0.37|0.24|−0.13");
  assert_figure (figures, "Stability", "|50%|");
}

/* Names stay in the room. */
static void
test_paper_names_nobody (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlCompareSource) before = atl_compare_source_load (f->path, NULL);
  g_autoptr (AtlCompareSource) after = atl_compare_source_new (f->session, f->board);
  g_autoptr (AtlCompareResult) result = run (before, after);
  g_autoptr (GBytes)           bytes = atl_compare_paper_draw (result, NULL);
  g_autofree char             *pdf = g_build_filename (f->folder, "paper.pdf", NULL);
  const char                  *command[] = { "pdftotext", pdf, "-", NULL };
  g_autofree char             *text = NULL;
  g_assert_nonnull (bytes);
  g_file_set_contents (pdf, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), NULL);

  if (!g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &text, NULL, NULL, NULL))
    {
      g_test_skip ("pdftotext is not installed");
      return;
    }

  g_assert_nonnull (strstr (text, "new: 3, lost: 0, stronger: 2"));
  g_assert_nonnull (strstr (text, "MKT → JUR"));
  g_assert_nonnull (strstr (text, "75%"));
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    g_assert_null (strstr (text, people[i].name));
}

static void
test_swap (Fixture *f, gconstpointer data)
{
  compare_with (f, f->path, "result");

  gtk_widget_activate_action (f->window, "compare.swap", NULL);
  wait_for_page (f, "result");

  g_autofree char *text = atl_compare_view_dup_text (get_view (f));
  g_assert_nonnull (strstr (text, "since April 10, 2026 – new: 0, lost: 3, stronger: 0"));
  g_assert_nonnull (strstr (text, "- Bob → Dan (MKT → DSI) 4 → 2"));
}

/* A date that is missing leaves no hole in the sentence. */
static void
test_other_map_of_the_session (Fixture *f, gconstpointer data)
{
  AtlBoard *earlier = add_map (f->session, "First map", then);
  atl_board_set_rank (earlier, "A");
  atl_board_set_rank (f->board, "B");
  atl_session_set_date (f->session, "");
  open_window (f);
  GtkWidget *row = atl_find (f->window, ADW_TYPE_ACTION_ROW);

  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==, "First map");
  gtk_widget_activate (row);
  wait_for_page (f, "result");

  g_autofree char *text = atl_compare_view_dup_text (get_view (f));
  g_assert_true (g_str_has_prefix (text, "Links between silos since the earlier map – new: 3, lost: 0"));
}

static void
add_marie (AtlBoard *board, const char *silo, const char *partner)
{
  AtlNote *marie = add_node (board, "Marie", silo);

  link_up (board, marie, find_node (board, partner), ATL_LINK_KIND_HANDOFF, 3);
}

/* One Marie on the earlier map, two on the later one. */
static char *
write_ambiguous (Fixture *f)
{
  g_autoptr (AtlSession) earlier = make_session ("First day", "2026-01-10");
  AtlBoard              *board = add_map (earlier, "Map", then);

  add_marie (board, "DSI", "Bob");
  add_marie (f->board, "JUR", "Gil");
  add_marie (f->board, "DSI", "Bob");
  return write_session (f, earlier, "ambiguous.atelier");
}

static AtlCompareQuestions *
get_questions (Fixture *f)
{
  return ATL_COMPARE_QUESTIONS (atl_find (f->window, ATL_TYPE_COMPARE_QUESTIONS));
}

static void
answer (Fixture *f, guint choice)
{
  atl_compare_questions_answer (get_questions (f), 0, choice);
  gtk_widget_activate_action (f->window, "compare.answer", NULL);
  wait_for_page (f, "result");
}

static void
test_asks_who_is_who (Fixture *f, gconstpointer data)
{
  g_autofree char *path = write_ambiguous (f);
  compare_with (f, path, "questions");
  g_assert_cmpuint (atl_compare_questions_get_n (get_questions (f)), ==, 1);

  answer (f, 1);
  g_autofree char *same = dup_list (f);
  gtk_widget_activate_action (f->window, "compare.ask", NULL);
  answer (f, 0);
  g_autofree char *moved = dup_list (f);
  gtk_widget_activate_action (f->window, "compare.ask", NULL);
  answer (f, 2);
  g_autofree char *nobody = dup_list (f);

  g_assert_null (strstr (same, "Marie"));
  g_assert_nonnull (strstr (moved, "- Marie → Bob (DSI → MKT) 3 → –"));
  g_assert_nonnull (strstr (moved, "- Marie → Gil (JUR → MAG) – → 3"));
  g_assert_null (strstr (nobody, "Marie"));
}

static gboolean
has_label (GtkWidget *parent, const char *text)
{
  if (GTK_IS_LABEL (parent) && gtk_widget_get_mapped (parent) &&
      strstr (gtk_label_get_text (GTK_LABEL (parent)), text) != NULL)
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (parent); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (has_label (child, text))
      return TRUE;
  return FALSE;
}

static void
test_open_questions_are_counted (Fixture *f, gconstpointer data)
{
  g_autofree char *path = write_ambiguous (f);
  open_window (f);
  g_object_set (f->window, "silos-only", TRUE, NULL);

  compare_with (f, path, "result");

  g_assert_true (has_label (f->window, "1 person is left out"));
  g_assert_true (has_label (f->window, "9 people are on both maps, 1 only on the earlier one, 2"));
  g_assert_false (has_label (f->window, "Marie"));
}

static char *
dup_bytes (const char *path)
{
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
test_changes_nothing (Fixture *f, gconstpointer data)
{
  AtlHistory        *history = atl_document_get_history (f->document);
  g_autoptr (GBytes) before = atl_codec_write (f->session);
  g_autofree char   *file = dup_bytes (f->path);

  compare_with (f, f->path, "result");
  atl_compare_view_light (get_view (f), 1);
  gtk_widget_activate_action (f->window, "compare.swap", NULL);
  wait_for_page (f, "result");

  g_autoptr (GBytes) after = atl_codec_write (f->session);
  g_autofree char   *file_after = dup_bytes (f->path);
  g_assert_true (g_bytes_equal (before, after));
  g_assert_cmpstr (file, ==, file_after);
  g_assert_false (atl_history_get_can_undo (history));
  g_assert_false (atl_document_get_modified (f->document));
}

static void
assert_refused (Fixture *f, const char *path, const char *reason)
{
  compare_with (f, path, "message");
  g_assert_true (has_label (f->window, reason));
}

static void
test_refuses (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlSession) empty = make_session ("No map", "2026-01-01");
  g_autofree char       *bad = g_build_filename (f->folder, "bad <b>.atelier", NULL);
  g_autofree char       *gone = g_build_filename (f->folder, "gone.atelier", NULL);
  g_autofree char       *none = write_session (f, empty, "none.atelier");
  g_file_set_contents (bad, "nonsense", -1, NULL);

  assert_refused (f, bad, "not an Atelier session");
  assert_refused (f, gone, "There is no file");
  assert_refused (f, none, "There is no map of people or teams in this session.");
}

static void
test_several_maps_are_offered (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlSession) several = make_session ("Two maps", "2026-01-10");
  atl_board_set_rank (add_map (several, "Other people", NULL), "A");
  atl_board_set_rank (add_map (several, "Same people", then), "B");
  g_autofree char *path = write_session (f, several, "several.atelier");
  compare_with (f, path, "choose");
  GtkWidget *first = atl_find (f->window, ADW_TYPE_ACTION_ROW);

  gtk_widget_activate (first);
  wait_for_page (f, "message");
  g_assert_true (has_label (f->window, "Nobody Is on Both Maps"));
  compare_with (f, path, "choose");
  first = atl_find (f->window, ADW_TYPE_ACTION_ROW);
  gtk_widget_activate (gtk_widget_get_next_sibling (first));
  wait_for_page (f, "result");

  g_autofree char *list = dup_list (f);
  g_assert_nonnull (strstr (list, "- Bob → Dan (MKT → DSI) 2 → 4"));
}

/* Nodes stand where they stand on the later map, wherever they stood before. */
static void
test_common_positions (Fixture *f, gconstpointer data)
{
  g_object_set (find_node (f->board, "Gil"), "x", 1111, "y", 777, NULL);
  compare_with (f, f->path, "result");
  AtlCompareView *view = get_view (f);
  GtkWidget      *maps[] = {
         GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), ATL_TYPE_COMPARE_VIEW, "before")),
         GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (view), ATL_TYPE_COMPARE_VIEW, "after")),
  };

  for (guint i = 0; i < 2; i++)
    {
      AtlScene *scene = atl_compare_map_get_scene (ATL_COMPARE_MAP (maps[i]));
      AtlNote  *gil = find_node (atl_scene_get_board (scene), "Gil");

      g_assert_cmpint (atl_note_get_x (gil), ==, 1111);
      g_assert_cmpint (atl_note_get_y (gil), ==, 777);
    }
}

static void
stand_for (AtlSession *session, AtlBoard *board, const char *name, AtlShown shown)
{
  g_autoptr (AtlPerson) person = atl_person_new ("the-person");

  atl_person_set_name (person, name);
  atl_person_set_role (person, "Buyer");
  atl_person_set_shown (person, shown);
  atl_list_insert (atl_session_get_people (session), ATL_ITEM (person));
  atl_note_set_person (find_node (board, name), "the-person");
}

/* Who wants to be drawn by role today is not named on the map of then. */
static void
test_wishes_of_today (Fixture *f, gconstpointer data)
{
  g_autoptr (AtlSession) earlier = make_session ("First day", "2026-01-10");
  stand_for (earlier, add_map (earlier, "Map", then), "Bob", ATL_SHOWN_NAME);
  stand_for (f->session, f->board, "Bob", ATL_SHOWN_ROLE);
  g_autofree char *path = write_session (f, earlier, "wishes.atelier");

  compare_with (f, path, "result");

  GtkWidget *before =
    GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (get_view (f)), ATL_TYPE_COMPARE_VIEW, "before"));
  AtlBoard        *board = atl_scene_get_board (atl_compare_map_get_scene (ATL_COMPARE_MAP (before)));
  AtlSession      *session = atl_item_get_session (ATL_ITEM (board));
  AtlPerson       *person = atl_list_find (atl_session_get_people (session), "the-person");
  g_autofree char *list = dup_list (f);
  g_assert_cmpint (atl_person_get_shown (person), ==, ATL_SHOWN_ROLE);
  g_assert_nonnull (strstr (list, "- Buyer → Dan (MKT → DSI) 2 → 4"));
  g_assert_null (strstr (list, "Bob"));
}

static gboolean
is_drawn (gpointer map)
{
  return atl_compare_map_count_drawn (map) > 0;
}

/* New links are on the later map only; what became stronger is on both. */
static void
test_maps_draw_the_changes (Fixture *f, gconstpointer data)
{
  compare_with (f, f->path, "result");
  GtkWidget     *view = GTK_WIDGET (get_view (f));
  AtlCompareMap *before =
    ATL_COMPARE_MAP (gtk_widget_get_template_child (view, ATL_TYPE_COMPARE_VIEW, "before"));
  AtlCompareMap *after =
    ATL_COMPARE_MAP (gtk_widget_get_template_child (view, ATL_TYPE_COMPARE_VIEW, "after"));

  atl_test_wait_for (is_drawn, before);
  atl_test_wait_for (is_drawn, after);

  g_assert_cmpuint (atl_compare_map_count_drawn (before), ==, 2);
  g_assert_cmpuint (atl_compare_map_count_drawn (after), ==, 5);
}

static void
test_fits_a_telephone (Fixture *f, gconstpointer data)
{
  int width = 0;

  compare_with (f, f->path, "result");
  gtk_widget_measure (f->window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);

  g_assert_cmpint (width, <=, 360);
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  TEST ("/compare-window/result/worked-example", test_worked_example);
  TEST ("/compare-window/result/silos-only-names-nobody", test_silos_only);
  TEST ("/compare-window/result/follows-the-main-window", test_follows_the_main_window);
  TEST ("/compare-window/result/figures-and-their-change", test_figures);
  TEST ("/compare-window/paper/names-nobody", test_paper_names_nobody);
  TEST ("/compare-window/result/swap", test_swap);
  TEST ("/compare-window/result/common-positions", test_common_positions);
  TEST ("/compare-window/result/wishes-of-today-hold-for-then", test_wishes_of_today);
  TEST ("/compare-window/result/maps-draw-the-changes", test_maps_draw_the_changes);
  TEST ("/compare-window/result/fits-a-telephone", test_fits_a_telephone);
  TEST ("/compare-window/choose/other-map-of-the-session", test_other_map_of_the_session);
  TEST ("/compare-window/choose/several-maps-of-a-file", test_several_maps_are_offered);
  TEST ("/compare-window/choose/refuses-what-is-no-session", test_refuses);
  TEST ("/compare-window/questions/answer-changes-the-result", test_asks_who_is_who);
  TEST ("/compare-window/questions/open-ones-are-counted", test_open_questions_are_counted);
  TEST ("/compare-window/changes-nothing", test_changes_nothing);
  return g_test_run ();
}
