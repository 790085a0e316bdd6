/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/export/atl-export-window.h"

#include "compat/atl-file-dialog.h"
#include "config.h"
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

static const char *
get_suffix (AtlExportKind kind)
{
  return kind == ATL_EXPORT_BOARD_PNG ? ".png" : ".pdf";
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
    show_hint (self, "", NULL);
}

static void
show_busy (AtlExportWindow *self,
           gboolean         busy)
{
  self->busy = busy;
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

static void
write_to (AtlExportWindow *self,
          const char      *path)
{
  Writing *writing = g_new0 (Writing, 1);

  writing->window = g_object_ref (self);
  writing->path = g_strdup (path);
  show_busy (self, TRUE);
  atl_export_async (self->session, self->board, self->kind, path, written_cb, writing);
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

  g_free (self->folder);
  self->folder = g_strdup (folder);
  shown = g_filename_display_basename (folder);
  whole = g_filename_display_name (folder);
  gtk_label_set_text (GTK_LABEL (self->folder_name), shown);
  gtk_widget_set_tooltip_text (self->folder_name, whole);
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
      .filter_name = self->kind == ATL_EXPORT_BOARD_PNG ? _ ("PNG pictures") : _ ("PDF documents"),
      .pattern = pattern,
  };

  atl_file_dialog_ask (parent, &request, place_chosen_cb, g_object_ref (self));
}

static void
choose_cb (AtlExportWindow *self)
{
  ask_for_place (self, GTK_WINDOW (self));
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

static const char *
get_title (AtlExportKind kind)
{
  switch (kind)
    {
    case ATL_EXPORT_REPORT_PDF:
      return _ ("Export Report as PDF");
    case ATL_EXPORT_BOARD_PDF:
      return _ ("Export Board as PDF");
    case ATL_EXPORT_BOARD_PNG:
      return _ ("Export Board as PNG");
    default:
      g_assert_not_reached ();
    }
}

static char *
suggest_name (AtlExportWindow *self)
{
  return atl_export_name_suggest (atl_session_get_title (self->session),
                                  self->board != NULL ? atl_board_get_title (self->board) : NULL,
                                  get_suffix (self->kind));
}

/**
 * atl_export_window_show:
 * @widget: a widget of the session's window, which tells in a toast that the file is there
 * @session: the session
 * @session_path: (nullable): where it lies; the export goes beside it
 * @board: (nullable): the board, for kinds that are of one
 * @kind: what to export
 *
 * Asks for folder and name, both filled in, and writes the file. Where no folder can be suggested, the
 * file chooser comes at once.
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
  g_autofree char *name = NULL;

  g_return_if_fail (ATL_IS_SESSION (session));
  g_return_if_fail (kind == ATL_EXPORT_REPORT_PDF || ATL_IS_BOARD (board));

  self = g_object_new (ATL_TYPE_EXPORT_WINDOW, "title", get_title (kind), "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->board = kind != ATL_EXPORT_REPORT_PDF ? g_object_ref (board) : NULL;
  self->kind = kind;
  g_weak_ref_set (&self->teller, widget);
  name = suggest_name (self);
  set_place (self, folder != NULL ? folder : "/", name);
  gtk_window_set_focus (GTK_WINDOW (self), self->name);
  if (folder != NULL)
    gtk_window_present (GTK_WINDOW (self));
  else
    ask_for_place (self, parent);
}
