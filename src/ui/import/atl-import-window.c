/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/import/atl-import-window.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "compat/atl-file-dialog.h"
#include "ui/common/atl-toast.h"
#include "ui/import/atl-import-job.h"
#include "ui/import/atl-import-plan.h"
#include "ui/start/atl-style.h"

#define PULSE 100 /* milliseconds */

/**
 * AtlImportWindow:
 *
 * Reads people and links of other programs in a thread, shows what was found and what could not be used, asks
 * what the files cannot say, and brings it in as one step of the history.
 */
struct _AtlImportWindow
{
  AdwWindow parent_instance;

  GtkWidget *pages;
  GtkWidget *progress;
  GtkWidget *failed;
  GtkWidget *files;
  GtkWidget *problems;

  AtlDocument      *document;
  AtlBoard         *board;
  AtlImportPlan    *plan; /* from when the files are read */
  GCancellable     *reading;
  guint             pulse;
  gboolean          showing; /* the plan, so that what changes is no choice */
  GWeakRef          teller;
  AtlImportCallback callback;
  gpointer          user_data;
};

G_DEFINE_FINAL_TYPE (AtlImportWindow, atl_import_window, ADW_TYPE_WINDOW)

static gpointer
get_child (AtlImportWindow *self,
           const char      *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_IMPORT_WINDOW, name);
}

static void
show_page (AtlImportWindow *self,
           const char      *name)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), name);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.run", g_str_equal (name, "preview"));
}

static void
stop_reading (AtlImportWindow *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->pulse, g_source_remove);
}

static char *
dup_links (guint n)
{
  return g_strdup_printf (ngettext ("%u link", "%u links", n), n);
}

static char *
dup_nodes (AtlImportWindow *self,
           guint            n)
{
  if (self->plan->teams)
    return g_strdup_printf (ngettext ("%u team", "%u teams", n), n);
  return g_strdup_printf (ngettext ("%u person", "%u people", n), n);
}

static char *
dup_known (guint n)
{
  return g_strdup_printf (ngettext ("%u of them is in this session already",
                                    "%u of them are in this session already", n),
                          n);
}

static char *
describe (AtlImportWindow       *self,
          const AtlImportCounts *counts)
{
  g_autofree char *nodes = dup_nodes (self, counts->n_nodes);
  g_autofree char *links = dup_links (counts->n_links);
  g_autofree char *silos =
    g_strdup_printf (ngettext ("%u silo", "%u silos", counts->n_silos), counts->n_silos);
  g_autofree char *needs =
    g_strdup_printf (ngettext ("%u need", "%u needs", counts->n_needs), counts->n_needs);

  return g_strjoin (" · ", nodes, silos, links, needs, NULL);
}

static void
show_counts (AtlImportWindow *self)
{
  AtlImportCounts  counts = atl_import_plan_count (self->plan);
  g_autofree char *text = describe (self, &counts);
  g_autofree char *known = dup_known (counts.n_known);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->files), text);
  adw_action_row_set_subtitle (get_child (self, "match_row"), known);
  gtk_widget_set_visible (get_child (self, "match_row"), counts.n_known > 0 && !self->plan->teams);
}

static void
add_choice (GtkStringList *list,
            const char    *text)
{
  gtk_string_list_append (list, text);
}

static void
offer_places (AtlImportWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  g_autofree char          *open = NULL;

  if (self->plan->board != NULL)
    {
      /* Translators: the title of a board */
      open = g_strdup_printf (_ ("This map: %s"), atl_board_get_title (self->plan->board));
      add_choice (list, open);
    }
  add_choice (list, _ ("A new silo map"));
  adw_combo_row_set_model (get_child (self, "where"), G_LIST_MODEL (list));
}

static void
offer_columns (AtlImportWindow *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GPtrArray                *columns = self->plan->table->columns;

  for (guint i = 0; i < columns->len; i++)
    add_choice (list, ((AtlNetworkColumn *) columns->pdata[i])->name);
  add_choice (list, _ ("None"));
  adw_combo_row_set_model (get_child (self, "column"), G_LIST_MODEL (list));
  adw_combo_row_set_selected (get_child (self, "column"),
                              atl_import_plan_get_column (self->plan) >= 0
                                ? (guint) atl_import_plan_get_column (self->plan)
                                : columns->len);
  gtk_widget_set_visible (get_child (self, "column"), columns->len > 0);
}

static void
choice_changed_cb (AtlImportWindow *self)
{
  guint column;
  guint where;

  if (self->plan == NULL || self->showing)
    return;
  column = adw_combo_row_get_selected (get_child (self, "column"));
  where = adw_combo_row_get_selected (get_child (self, "where"));
  self->plan->new_board = self->plan->board == NULL || where > 0;
  self->plan->teams = gtk_switch_get_active (get_child (self, "teams"));
  self->plan->separate = !gtk_switch_get_active (get_child (self, "match"));
  atl_import_plan_set_column (self->plan, column < self->plan->table->columns->len ? (int) column : -1);
  show_counts (self);
}

static GListModel *
make_lines (AtlProblems *problems)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < atl_problems_get_n_kept (problems); i++)
    gtk_string_list_take (list, g_strdup_printf ("%s\n%s", atl_problems_get_path (problems, i),
                                                 atl_problems_get_reason (problems, i)));
  return G_LIST_MODEL (list);
}

static void
show_problems (AtlImportWindow *self)
{
  AtlProblems               *problems = self->plan->table->problems;
  guint                      n = atl_problems_get_n (problems);
  guint                      left = n - atl_problems_get_n_kept (problems);
  g_autoptr (GtkNoSelection) model = gtk_no_selection_new (make_lines (problems));
  g_autofree char           *more = g_strdup_printf (ngettext ("And %u more", "And %u more", left), left);

  gtk_column_view_set_model (GTK_COLUMN_VIEW (self->problems), GTK_SELECTION_MODEL (model));
  adw_preferences_group_set_description (get_child (self, "problems_group"), left > 0 ? more : NULL);
  gtk_widget_set_visible (get_child (self, "problems_group"), n > 0);
}

static void
show_plan (AtlImportWindow *self)
{
  self->showing = TRUE;
  offer_places (self);
  offer_columns (self);
  gtk_switch_set_active (get_child (self, "teams"), self->plan->teams);
  self->showing = FALSE;
  show_problems (self);
  show_counts (self);
  show_page (self, "preview");
}

static void
show_failure (AtlImportWindow *self,
              const char      *message)
{
  g_autofree char *markup = g_markup_escape_text (message, -1);

  adw_status_page_set_description (ADW_STATUS_PAGE (self->failed), markup);
  show_page (self, "failed");
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AtlImportWindow) self = user_data;
  g_autoptr (GError)          error = NULL;
  AtlNetworkTable            *table = atl_import_read_finish (result, &error);

  /* Given up: closed, or other files are read by now. */
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  stop_reading (self);
  g_clear_pointer (&self->plan, atl_import_plan_free);
  if (table == NULL)
    {
      show_failure (self, error->message);
      return;
    }
  self->plan = atl_import_plan_new (table, atl_document_get_session (self->document), self->board);
  show_plan (self);
}

static gboolean
pulse_cb (gpointer user_data)
{
  AtlImportWindow *self = user_data;

  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  return G_SOURCE_CONTINUE;
}

static char *
dup_file_names (const char *const *paths)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv)           list = NULL;

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);

      g_strv_builder_add (names, name);
    }
  list = g_strv_builder_end (names);
  return g_strjoinv (", ", list);
}

static void
files_chosen_cb (const char *const *paths,
                 gpointer           user_data)
{
  g_autoptr (AtlImportWindow) self = user_data;

  if (paths != NULL && paths[0] != NULL && self->document != NULL)
    atl_import_window_read (self, paths);
  else if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
choose (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  atl_import_window_ask (ATL_IMPORT_WINDOW (widget));
}

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlImportWindow    *self = ATL_IMPORT_WINDOW (widget);
  AtlProblems        *problems = self->plan != NULL ? self->plan->table->problems : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; problems != NULL && i < atl_problems_get_n_kept (problems); i++)
    {
      g_autofree char *line = atl_problems_dup_line (problems, i);

      g_string_append_printf (text, "%s\n", line);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text->str);
}

static void
tell (AtlImportWindow        *self,
      const AtlNetworkCounts *counts)
{
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&self->teller);
  g_autofree char      *nodes = dup_nodes (self, counts->n_nodes);
  g_autofree char      *links = dup_links (counts->n_links);
  /* Translators: how many people or teams, how many links */
  g_autofree char *text = g_strdup_printf (_ ("Imported: %s, %s"), nodes, links);

  if (teller != NULL)
    atl_toast_show_undo (teller, text, atl_document_get_history (self->document));
}

static void
run (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  AtlImportWindow  *self = ATL_IMPORT_WINDOW (widget);
  AtlHistory       *history = atl_document_get_history (self->document);
  AtlNetworkCounts  counts;
  AtlBoard         *board = NULL;
  AtlImportCallback callback = self->callback;

  if (self->plan == NULL)
    return;
  atl_history_begin (history, _ ("Import People and Links"));
  board = atl_import_plan_apply (self->plan, &counts);
  atl_history_end (history);
  tell (self, &counts);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (callback != NULL)
    callback (board, self->user_data);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* A line of the table: where, a new line, what. */
static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item,
         gpointer            second)
{
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  const char *end = strchr (text, '\n');
  GtkLabel   *label = GTK_LABEL (gtk_list_item_get_child (item));

  if (GPOINTER_TO_INT (second))
    gtk_label_set_text (label, end + 1);
  else
    {
      g_autofree char *where = g_strndup (text, (gsize) (end - text));

      gtk_label_set_text (label, where);
    }
}

static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_list_item_set_child (item, label);
}

static void
add_column (AtlImportWindow *self,
            const char      *title,
            gboolean         second)
{
  GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) column = NULL;

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GINT_TO_POINTER (second));
  column = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_expand (column, second);
  gtk_column_view_append_column (GTK_COLUMN_VIEW (self->problems), column);
}

static void
atl_import_window_dispose (GObject *object)
{
  AtlImportWindow *self = ATL_IMPORT_WINDOW (object);

  stop_reading (self);
  g_clear_pointer (&self->plan, atl_import_plan_free);
  g_clear_object (&self->board);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (atl_import_window_parent_class)->dispose (object);
}

static void
atl_import_window_finalize (GObject *object)
{
  AtlImportWindow *self = ATL_IMPORT_WINDOW (object);

  g_weak_ref_clear (&self->teller);
  G_OBJECT_CLASS (atl_import_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  static const char *const names[] = { "where", "column", "teams", "match", "match_row", "problems_group" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_class_bind_template_child_full (widget_class, names[i], FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlImportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AtlImportWindow, failed);
  gtk_widget_class_bind_template_child (widget_class, AtlImportWindow, files);
  gtk_widget_class_bind_template_child (widget_class, AtlImportWindow, problems);
}

static void
atl_import_window_class_init (AtlImportWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_import_window_dispose;
  object_class->finalize = atl_import_window_finalize;

  gtk_widget_class_install_action (widget_class, "import.run", NULL, run);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose);
  gtk_widget_class_install_action (widget_class, "import.copy", NULL, copy);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/import/"
                                                             "atl-import-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, choice_changed_cb);
}

static void
atl_import_window_init (AtlImportWindow *self)
{
  g_weak_ref_init (&self->teller, NULL);
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/import/import.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->files), FALSE);
  add_column (self, _ ("Where"), FALSE);
  add_column (self, _ ("What"), TRUE);
  show_page (self, "reading");
}

/**
 * atl_import_window_new:
 * @widget: a widget of the session's window, which tells in a toast what came in
 * @document: the document
 * @board: (nullable): its board that is open
 * @callback: (nullable): called with the board that has it all
 * @user_data: for @callback
 *
 * Returns: (transfer none): the window, not shown yet: atl_import_window_read() or atl_import_window_ask() is
 *   next
 */
AtlImportWindow *
atl_import_window_new (GtkWidget        *widget,
                       AtlDocument      *document,
                       AtlBoard         *board,
                       AtlImportCallback callback,
                       gpointer          user_data)
{
  GtkRoot         *parent = gtk_widget_get_root (widget);
  AtlImportWindow *self = g_object_new (ATL_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);

  self->document = g_object_ref (document);
  self->board = board != NULL ? g_object_ref (board) : NULL;
  self->callback = callback;
  self->user_data = user_data;
  g_weak_ref_set (&self->teller, widget);
  return self;
}

/**
 * atl_import_window_read:
 * @self: the window
 * @paths: (array zero-terminated=1) (element-type filename): files of links and people
 *
 * Shows the window and reads the files, in a thread; closing the window gives up.
 */
void
atl_import_window_read (AtlImportWindow   *self,
                        const char *const *paths)
{
  g_autofree char *names = dup_file_names (paths);

  g_return_if_fail (ATL_IS_IMPORT_WINDOW (self));

  stop_reading (self);
  self->reading = g_cancellable_new ();
  self->pulse = g_timeout_add (PULSE, pulse_cb, self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->files), names);
  show_page (self, "reading");
  atl_import_read_async (paths, self->reading, read_cb, g_object_ref (self));
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * atl_import_window_ask:
 * @self: the window
 *
 * Asks for files and reads them. Nothing is shown if there are none.
 */
void
atl_import_window_ask (AtlImportWindow *self)
{
  const char      *path = atl_document_get_path (self->document);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  AtlFileRequest   request = { .aim = ATL_FILE_OPEN,
                               .title = _ ("Files of Links and People"),
                               .accept = _ ("_Read"),
                               .folder = folder };
  GtkWindow       *parent = gtk_widget_get_visible (GTK_WIDGET (self))
                              ? GTK_WINDOW (self)
                              : gtk_window_get_transient_for (GTK_WINDOW (self));

  atl_file_dialog_ask_many (parent, &request, files_chosen_cb, g_object_ref (self));
}
