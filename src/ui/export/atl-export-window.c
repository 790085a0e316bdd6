/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/atl-export-window.h"

#include "compat/atl-file-dialog.h"
#include "config.h"
#include "model/atl-maps.h"
#include "ui/common/atl-toast.h"
#include "ui/export/atl-export-name.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/**
 * AtlExportWindow:
 *
 * One row with folder and name filled in: Enter writes. An error stays in the window, with the row to try
 * another place.
 */
struct _AtlExportWindow
{
  AdwWindow parent_instance;

  GtkWidget *write;
  GtkWidget *spinner;
  GtkWidget *folder_name;
  GtkWidget *name;
  GtkWidget *hint;
  GtkWidget *what;
  GtkWidget *names_row;
  GtkWidget *names;

  AtlSession   *session;
  AtlBoard     *board;
  AtlExportKind kind;
  char         *folder;
  gboolean      busy;
  GWeakRef      teller; /* the widget whose window tells that the file is there */
};

G_DEFINE_FINAL_TYPE (AtlExportWindow, atl_export_window, ADW_TYPE_WINDOW)

/* What goes on when the window is closed already. */
typedef struct
{
  AtlExportWindow *window;
  char            *path;
} Writing;

/* What a kind is called in the list, and the files of its suffix in the file chooser. */
static const struct
{
  const char *name;
  const char *suffix;
  const char *files;
  gboolean    of_board;
  gboolean    of_map;
} kinds[ATL_N_EXPORT_KINDS] = {
  [ATL_EXPORT_REPORT_PDF] = { N_ ("Report as PDF"), ".pdf", N_ ("PDF documents"), FALSE, FALSE },
  [ATL_EXPORT_BOARD_PDF] = { N_ ("This board as PDF"), ".pdf", N_ ("PDF documents"), TRUE, FALSE },
  [ATL_EXPORT_BOARD_PNG] = { N_ ("This board as PNG picture"), ".png", N_ ("PNG pictures"), TRUE, FALSE },
  [ATL_EXPORT_MAP_GRAPHML] = { N_ ("Silo map as GraphML"), ".graphml", N_ ("GraphML files"), TRUE, TRUE },
  [ATL_EXPORT_MAP_LINKS] = { N_ ("Links as CSV"), ".csv", N_ ("CSV tables"), TRUE, TRUE },
  [ATL_EXPORT_MAP_MATRIX] = { N_ ("Matrix of silos as CSV"), ".csv", N_ ("CSV tables"), TRUE, TRUE },
  [ATL_EXPORT_MAP_ADJACENCY] = { N_ ("Matrix of all nodes as CSV"), ".csv", N_ ("CSV tables"), TRUE, TRUE },
};

static const char *
get_suffix (AtlExportKind kind)
{
  return kinds[kind].suffix;
}

static char *
dup_path (AtlExportWindow *self)
{
  g_autofree char *name = atl_export_name_complete (gtk_editable_get_text (GTK_EDITABLE (self->name)),
                                                    get_suffix (self->kind));

  return name != NULL ? g_build_filename (self->folder, name, NULL) : NULL;
}

static void
show_hint (AtlExportWindow *self,
           const char      *hint,
           const char      *css_class)
{
  const char *classes[] = { "caption", "export-hint", css_class, NULL };

  gtk_label_set_text (GTK_LABEL (self->hint), hint);
  gtk_widget_set_css_classes (self->hint, classes);
}

static void
name_changed_cb (AtlExportWindow *self)
{
  g_autofree char *path = dup_path (self);
  gboolean         exists = path != NULL && g_file_test (path, G_FILE_TEST_EXISTS);

  gtk_widget_set_sensitive (self->write, path != NULL && !self->busy);
  gtk_button_set_label (GTK_BUTTON (self->write), exists ? _ ("_Replace") : _ ("_Export"));
  if (exists)
    show_hint (self, _ ("There is a file of this name; it will be replaced."), "warning");
  else
    show_hint (self, kinds[self->kind].of_map ? _ ("People are named as each wants to be shown.") : "", NULL);
}

static void
show_busy (AtlExportWindow *self,
           gboolean         busy)
{
  self->busy = busy;
  gtk_widget_set_sensitive (self->what, !busy);
  gtk_widget_set_sensitive (self->names_row, !busy);
  gtk_widget_set_sensitive (self->write, !busy);
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

static void
tell (AtlExportWindow *self,
      const char      *path)
{
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&self->teller);
  g_autofree char      *name = g_filename_display_basename (path);
  /* Translators: a file name */
  g_autofree char *text = g_strdup_printf (_ ("“%s” was exported"), name);

  if (teller != NULL)
    atl_toast_show_open (teller, text, path);
}

static void
tell_failure (AtlExportWindow *self,
              const GError    *error)
{
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&self->teller);

  show_busy (self, FALSE);
  show_hint (self, error->message, "error");
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && teller != NULL)
    atl_toast_show (teller, error->message);
  else
    gtk_widget_grab_focus (self->name);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  Writing                    *writing = user_data;
  g_autoptr (AtlExportWindow) self = writing->window;
  g_autofree char            *path = writing->path;
  g_autoptr (GError)          error = NULL;

  g_free (writing);
  if (!atl_export_finish (result, &error))
    {
      tell_failure (self, error);
      return;
    }
  tell (self, path);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_window_close (GTK_WINDOW (self));
}

static AtlMapNames
get_names (AtlExportWindow *self)
{
  return gtk_switch_get_active (GTK_SWITCH (self->names)) ? ATL_MAP_NAMES_SHOWN : ATL_MAP_NAMES_SILOS;
}

static void
write_to (AtlExportWindow *self,
          const char      *path)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->window = g_object_ref (self);
  writing->path = g_strdup (path);
  show_busy (self, TRUE);
  atl_export_async (self->session, kinds[self->kind].of_board ? self->board : NULL, self->kind,
                    get_names (self), path, written_cb, writing);
}

static void
write_cb (AtlExportWindow *self)
{
  g_autofree char *path = dup_path (self);

  if (path != NULL && !self->busy)
    write_to (self, path);
}

static void
set_place (AtlExportWindow *self,
           const char      *folder,
           const char      *name)
{
  g_autofree char *shown = NULL;
  g_autofree char *whole = NULL;
  g_autofree char *label = NULL;
  GtkWidget       *button = NULL;

  g_free (self->folder);
  self->folder = g_strdup (folder);
  shown = g_filename_display_basename (folder);
  whole = g_filename_display_name (folder);
  gtk_label_set_text (GTK_LABEL (self->folder_name), shown);
  gtk_widget_set_tooltip_text (self->folder_name, whole);
  label = g_strdup_printf (_ ("Folder: %s"), whole);
  button = gtk_widget_get_ancestor (self->folder_name, GTK_TYPE_BUTTON);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->name), name);
  name_changed_cb (self);
}

static void
place_chosen_cb (const char *path,
                 gpointer    user_data)
{
  g_autoptr (AtlExportWindow) self = user_data;
  g_autofree char            *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  g_autofree char            *name = path != NULL ? g_filename_display_basename (path) : NULL;

  if (path == NULL && !gtk_widget_get_visible (GTK_WIDGET (self)))
    {
      gtk_window_destroy (GTK_WINDOW (self));
      return;
    }
  if (path != NULL)
    set_place (self, folder, name);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->name);
}

static void
ask_for_place (AtlExportWindow *self,
               GtkWindow       *parent)
{
  g_autofree char *pattern = g_strconcat ("*", get_suffix (self->kind), NULL);
  AtlFileRequest   request = {
      .aim = ATL_FILE_SAVE,
      .title = _ ("Export"),
      .accept = _ ("_Choose"),
      .folder = self->folder,
      .name = gtk_editable_get_text (GTK_EDITABLE (self->name)),
      .filter_name = _ (kinds[self->kind].files),
      .pattern = pattern,
  };

  atl_file_dialog_ask (parent, &request, place_chosen_cb, g_object_ref (self));
}

static void
choose_cb (AtlExportWindow *self)
{
  ask_for_place (self, GTK_WINDOW (self));
}

static char *
suggest_name (AtlExportWindow *self)
{
  return atl_export_name_suggest (atl_session_get_title (self->session),
                                  kinds[self->kind].of_board ? atl_board_get_title (self->board) : NULL,
                                  get_suffix (self->kind));
}

/* Whether names could be on what is exported. */
static gboolean
has_names (AtlExportWindow *self)
{
  AtlList *boards = atl_session_get_boards (self->session);

  if (kinds[self->kind].of_map)
    return FALSE;
  if (kinds[self->kind].of_board)
    return atl_board_is_map (self->board);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (atl_board_is_map (atl_list_get (boards, i)))
      return TRUE;
  return FALSE;
}

static void
set_kind (AtlExportWindow *self,
          AtlExportKind    kind)
{
  g_autofree char *name = NULL;
  g_autofree char *folder = g_strdup (self->folder);

  self->kind = kind;
  name = suggest_name (self);
  gtk_widget_set_visible (self->names_row, has_names (self));
  set_place (self, folder, name);
}

static void
what_changed_cb (AtlExportWindow *self)
{
  GObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self->what));

  if (item != NULL && self->session != NULL)
    set_kind (self, (AtlExportKind) GPOINTER_TO_INT (g_object_get_data (item, "kind")));
}

static void
atl_export_window_dispose (GObject *object)
{
  AtlExportWindow *self = ATL_EXPORT_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (atl_export_window_parent_class)->dispose (object);
}

static void
atl_export_window_finalize (GObject *object)
{
  AtlExportWindow *self = ATL_EXPORT_WINDOW (object);

  g_weak_ref_clear (&self->teller);
  g_free (self->folder);
  G_OBJECT_CLASS (atl_export_window_parent_class)->finalize (object);
}

static void
atl_export_window_class_init (AtlExportWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_export_window_dispose;
  object_class->finalize = atl_export_window_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/export/"
                                                             "atl-export-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlExportWindow, write);
  gtk_widget_class_bind_template_child (widget_class, AtlExportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AtlExportWindow, folder_name);
  gtk_widget_class_bind_template_child (widget_class, AtlExportWindow, name);
  gtk_widget_class_bind_template_child (widget_class, AtlExportWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, AtlExportWindow, what);
  gtk_widget_class_bind_template_child (widget_class, AtlExportWindow, names_row);
  gtk_widget_class_bind_template_child (widget_class, AtlExportWindow, names);
  gtk_widget_class_bind_template_callback (widget_class, what_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, write_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_cb);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
atl_export_window_init (AtlExportWindow *self)
{
  g_weak_ref_init (&self->teller, NULL);
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/export/export.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static gboolean
is_offered (AtlBoard     *board,
            AtlExportKind kind)
{
  if (kinds[kind].of_map)
    return board != NULL && atl_board_has_measures (board);
  return board != NULL || !kinds[kind].of_board;
}

/* What can be exported of the board that is open. */
static void
offer_kinds (AtlExportWindow *self,
             AtlExportKind    chosen)
{
  g_autoptr (GListStore)    list = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkExpression) label = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  guint                     selected = 0;

  for (int kind = 0; kind < ATL_N_EXPORT_KINDS; kind++)
    {
      g_autoptr (GtkStringObject) item = gtk_string_object_new (_ (kinds[kind].name));

      if (!is_offered (self->board, (AtlExportKind) kind))
        continue;
      g_object_set_data (G_OBJECT (item), "kind", GINT_TO_POINTER (kind));
      if (kind == (int) chosen)
        selected = g_list_model_get_n_items (G_LIST_MODEL (list));
      g_list_store_append (list, item);
    }
  adw_combo_row_set_expression (ADW_COMBO_ROW (self->what), label);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->what), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->what), selected);
}

/**
 * atl_export_window_show:
 * @widget: a widget of the session's window, which tells in a toast that the file is there
 * @session: the session
 * @session_path: (nullable): where it lies; the export goes beside it
 * @board: (nullable): the board that is open, which may be exported alone
 * @kind: what is chosen at first
 *
 * Asks what is exported, for folder and name, all filled in, and writes the file. Names on maps are an
 * explicit choice. Where no folder can be suggested, the file chooser comes at once.
 */
void
atl_export_window_show (GtkWidget    *widget,
                        AtlSession   *session,
                        const char   *session_path,
                        AtlBoard     *board,
                        AtlExportKind kind)
{
  AtlExportWindow *self;
  GtkWindow       *parent = GTK_WINDOW (gtk_widget_get_root (widget));
  g_autofree char *folder = atl_export_folder_suggest (session_path);

  g_return_if_fail (ATL_IS_SESSION (session));
  g_return_if_fail (!kinds[kind].of_board || ATL_IS_BOARD (board));

  self = g_object_new (ATL_TYPE_EXPORT_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->board = board != NULL ? g_object_ref (board) : NULL;
  self->folder = g_strdup (folder != NULL ? folder : "/");
  g_weak_ref_set (&self->teller, widget);
  offer_kinds (self, kind);
  set_kind (self, kind);
  gtk_window_set_focus (GTK_WINDOW (self), self->name);
  if (folder != NULL)
    gtk_window_present (GTK_WINDOW (self));
  else
    ask_for_place (self, parent);
}
