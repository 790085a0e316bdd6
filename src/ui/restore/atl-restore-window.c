/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/restore/atl-restore-window.h"

#include "config.h"
#include "store/atl-document-keep.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/common/atl-toast.h"
#include "ui/restore/atl-version-delete.h"
#include "ui/restore/atl-version-preview.h"
#include "ui/restore/atl-version-reader.h"
#include "ui/restore/atl-version-row.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/**
 * AtlRestoreWindow:
 *
 * The earlier versions of a session: when, what has become different since, what it looked like. Restoring
 * one is an edit like any other, and can be undone. Of a file that cannot be read one is opened in its place.
 */
struct _AtlRestoreWindow
{
  AdwWindow parent_instance;

  AtlDocument      *document; /* nullable: the file cannot be read */
  char             *path;     /* nullable: of the file */
  AtlVersionsFound *found;
  AtlSession       *selected;    /* nullable: the version in the preview */
  GCancellable     *cancellable; /* everything; NULL when it is over */
  GCancellable     *reading;     /* of the version that was selected */
  GWeakRef          teller;
  GtkWidget        *narrow;
  GtkWidget        *pages;
  GtkWidget        *restore_button;
  GtkWidget        *delete_button;
  GtkWidget        *columns;
  GtkWidget        *list;
  GtkWidget        *preview;
  guint             n_compared;
};

G_DEFINE_FINAL_TYPE (AtlRestoreWindow, atl_restore_window, ADW_TYPE_WINDOW)

enum
{
  OPEN_COPY,
  OPEN_VERSION,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void compare_next (AtlRestoreWindow *self);
static void look (AtlRestoreWindow *self);

static gboolean
is_over (AtlRestoreWindow *self)
{
  return self->cancellable == NULL;
}

static void
update_actions (AtlRestoreWindow *self)
{
  gboolean writable = self->document == NULL || !atl_document_get_read_only (self->document);
  guint    n = self->found != NULL ? self->found->versions->len : 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.apply", self->selected != NULL && writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.copy", self->selected != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "restore.delete",
                                 n > 0 && self->document != NULL && writable);
}

static void
select_session (AtlRestoreWindow *self,
                AtlSession       *session)
{
  g_set_object (&self->selected, session);
  update_actions (self);
}

static void
restore (AtlRestoreWindow *self)
{
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&self->teller);
  AtlVersionRow        *row =
    ATL_VERSION_ROW (gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)));
  g_autofree char *text =
    /* Translators: the time or date of an earlier version */
    g_strdup_printf (_ ("Restored the version of %s"), atl_version_row_get_title (row));

  atl_document_snapshot (self->document);
  atl_document_become (self->document, self->selected, _ ("Restore Version"));
  if (teller != NULL)
    atl_toast_show_undo (teller, text, atl_document_get_history (self->document));
}

static void
apply (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  AtlRestoreWindow      *self = ATL_RESTORE_WINDOW (widget);
  g_autoptr (AtlSession) session = g_object_ref (self->selected);

  if (self->document != NULL)
    restore (self);
  else
    g_signal_emit (self, signals[OPEN_VERSION], 0, session);
  gtk_window_close (GTK_WINDOW (self));
}

static void
open_copy (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  AtlRestoreWindow      *self = ATL_RESTORE_WINDOW (widget);
  g_autoptr (AtlSession) session = g_object_ref (self->selected);

  g_signal_emit (self, signals[OPEN_COPY], 0, session);
  gtk_window_close (GTK_WINDOW (self));
}

/* From the beginning: what is on its way to the list that was is not wanted any more. */
static void
look_again (AtlRestoreWindow *self)
{
  GtkWidget *row = NULL;

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  g_clear_pointer (&self->found, atl_versions_found_free);
  self->n_compared = 0;
  select_session (self, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "looking");
  look (self);
}

static void
deleted_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  AtlRestoreWindow *self = ATL_RESTORE_WINDOW (source);
  int               n_left = atl_version_delete_finish (result);

  if (n_left < 0 || is_over (self))
    return;
  look_again (self);
  if (n_left > 0)
    atl_version_delete_tell (GTK_WINDOW (self), (guint) n_left);
}

static void
delete_all (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AtlRestoreWindow *self = ATL_RESTORE_WINDOW (widget);
  AtlSession       *session = atl_document_get_session (self->document);

  atl_version_delete_async (GTK_WINDOW (self), atl_item_get_id (ATL_ITEM (session)),
                            self->found->versions->len, deleted_cb, NULL);
}

static void
show_unreadable (AtlRestoreWindow *self,
                 const char       *reason)
{
  GtkWidget *page = adw_status_page_new ();

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _ ("This Version Cannot Be Read"));
  gtk_widget_set_tooltip_text (page, reason);
  adw_bin_set_child (ADW_BIN (self->preview), page);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AtlRestoreWindow) self = user_data;
  g_autoptr (GError)           error = NULL;
  g_autoptr (AtlSession)       session = atl_version_reader_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || is_over (self))
    return;
  if (session != NULL)
    adw_bin_set_child (ADW_BIN (self->preview), atl_version_preview_new (session));
  else
    show_unreadable (self, error->message);
  select_session (self, session);
}

static void
row_selected_cb (AtlRestoreWindow *self,
                 AtlVersionRow    *row)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (is_over (self))
    return;
  select_session (self, NULL);
  if (row == NULL)
    return;
  self->reading = g_cancellable_new ();
  atl_version_reader_read_async (atl_version_row_get_version (row)->path, self->reading, read_cb,
                                 g_object_ref (self));
}

static void
row_activated_cb (AtlRestoreWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "restore.apply", NULL);
}

static GtkListBoxRow *
get_row (AtlRestoreWindow *self,
         int               index)
{
  return gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AtlRestoreWindow) self = user_data;
  g_autoptr (GError)           error = NULL;
  AtlDifference                difference;
  gboolean                     done = atl_version_reader_compare_finish (result, &difference, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || is_over (self))
    return;
  atl_version_row_set_difference (ATL_VERSION_ROW (get_row (self, (int) self->n_compared)),
                                  done ? &difference : NULL);
  self->n_compared++;
  compare_next (self);
}

/* One after the other: each of them may be large. */
static void
compare_next (AtlRestoreWindow *self)
{
  if (self->n_compared < self->found->versions->len)
    {
      AtlVersion *version = g_ptr_array_index (self->found->versions, self->n_compared);

      atl_version_reader_compare_async (self->found->now, version->path, self->cancellable, compared_cb,
                                        g_object_ref (self));
    }
}

static void
show_versions (AtlRestoreWindow *self)
{
  GPtrArray *versions = self->found->versions;
  gint64     now = g_get_real_time ();

  for (guint i = 0; i < versions->len; i++)
    {
      GtkWidget *row = atl_version_row_new (g_ptr_array_index (versions, i), self->path, now);

      if (self->found->now == NULL)
        atl_version_row_hide_difference (ATL_VERSION_ROW (row));
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), versions->len > 0 ? "versions" : "empty");
  if (versions->len == 0)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), get_row (self, 0));
  gtk_widget_grab_focus (GTK_WIDGET (get_row (self, 0)));
  if (self->found->now != NULL)
    compare_next (self);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AtlRestoreWindow) self = user_data;
  g_autoptr (GError)           error = NULL;
  AtlVersionsFound            *found = atl_version_reader_find_finish (result, &error);

  if (is_over (self))
    {
      g_clear_pointer (&found, atl_versions_found_free);
      return;
    }
  self->found = found;
  update_actions (self);
  if (found != NULL)
    show_versions (self);
  else
    gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "empty");
}

static void
look (AtlRestoreWindow *self)
{
  if (self->document != NULL)
    atl_version_reader_find_async (atl_document_get_session (self->document), self->cancellable, found_cb,
                                   g_object_ref (self));
  else
    atl_version_reader_find_for_path_async (self->path, self->cancellable, found_cb, g_object_ref (self));
}

static void
narrow_changed_cb (AtlRestoreWindow *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (self->narrow));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

/* Closed. A thread may still hold the window for a moment, longer than its parent lives. */
static void
atl_restore_window_unrealize (GtkWidget *widget)
{
  AtlRestoreWindow *self = ATL_RESTORE_WINDOW (widget);

  GTK_WIDGET_CLASS (atl_restore_window_parent_class)->unrealize (widget);
  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  gtk_window_set_transient_for (GTK_WINDOW (self), NULL);
}

static void
atl_restore_window_dispose (GObject *object)
{
  AtlRestoreWindow *self = ATL_RESTORE_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->reading);
  g_clear_object (&self->selected);
  g_clear_object (&self->document);
  g_clear_pointer (&self->found, atl_versions_found_free);
  G_OBJECT_CLASS (atl_restore_window_parent_class)->dispose (object);
}

static void
atl_restore_window_finalize (GObject *object)
{
  AtlRestoreWindow *self = ATL_RESTORE_WINDOW (object);

  g_weak_ref_clear (&self->teller);
  g_free (self->path);
  G_OBJECT_CLASS (atl_restore_window_parent_class)->finalize (object);
}

static void
atl_restore_window_class_init (AtlRestoreWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_restore_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = atl_restore_window_finalize;
  widget_class->unrealize = atl_restore_window_unrealize;
  signals[OPEN_COPY] = g_signal_new ("open-copy", ATL_TYPE_RESTORE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, ATL_TYPE_SESSION);
  signals[OPEN_VERSION] = g_signal_new ("open-version", ATL_TYPE_RESTORE_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 1, ATL_TYPE_SESSION);
  gtk_widget_class_install_action (widget_class, "restore.apply", NULL, apply);
  gtk_widget_class_install_action (widget_class, "restore.copy", NULL, open_copy);
  gtk_widget_class_install_action (widget_class, "restore.delete", NULL, delete_all);
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/restore/"
                                                             "atl-restore-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlRestoreWindow, narrow);
  gtk_widget_class_bind_template_child (widget_class, AtlRestoreWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlRestoreWindow, restore_button);
  gtk_widget_class_bind_template_child (widget_class, AtlRestoreWindow, delete_button);
  gtk_widget_class_bind_template_child (widget_class, AtlRestoreWindow, columns);
  gtk_widget_class_bind_template_child (widget_class, AtlRestoreWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AtlRestoreWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
atl_restore_window_init (AtlRestoreWindow *self)
{
  g_weak_ref_init (&self->teller, NULL);
  self->cancellable = g_cancellable_new ();
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/restore/restore.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_ellipsize (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (self->delete_button))),
                           PANGO_ELLIPSIZE_END);
}

static AtlRestoreWindow *
window_new (GtkWidget  *teller,
            const char *path)
{
  AtlRestoreWindow *self =
    g_object_new (ATL_TYPE_RESTORE_WINDOW, "transient-for", gtk_widget_get_root (teller), NULL);

  self->path = g_strdup (path);
  g_weak_ref_set (&self->teller, teller);
  return self;
}

/**
 * atl_restore_window_open:
 * @teller: a widget of the document's window, below which the toast shows
 * @document: a document
 *
 * Shows the earlier versions of the document's session.
 *
 * Returns: (transfer none): the window
 */
AtlRestoreWindow *
atl_restore_window_open (GtkWidget   *teller,
                         AtlDocument *document)
{
  AtlRestoreWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (teller) && ATL_IS_DOCUMENT (document), NULL);

  self = window_new (teller, atl_document_get_path (document));
  self->document = g_object_ref (document);
  update_actions (self);
  look (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}

/**
 * atl_restore_window_open_for_path:
 * @teller: a widget of the window above which it opens
 * @path: (type filename): a session file that cannot be read, or only in part
 *
 * Shows the earlier versions of what was in @path. The one that the user wants in its place comes with the
 * signal "open-version".
 *
 * Returns: (transfer none): the window
 */
AtlRestoreWindow *
atl_restore_window_open_for_path (GtkWidget  *teller,
                                  const char *path)
{
  AtlRestoreWindow *self = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (teller) && path != NULL, NULL);

  self = window_new (teller, path);
  gtk_button_set_label (GTK_BUTTON (self->restore_button), _ ("_Open"));
  gtk_widget_set_tooltip_text (self->restore_button,
                               _ ("Open this version in place of the file (Ctrl+Enter)"));
  update_actions (self);
  gtk_widget_set_visible (self->delete_button, FALSE); /* nothing else is left of the session */
  look (self);
  gtk_window_present (GTK_WINDOW (self));
  return self;
}
