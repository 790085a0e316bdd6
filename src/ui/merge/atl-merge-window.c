/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-merge-window.h"

#include "compat/atl-file-dialog.h"
#include "config.h"
#include "store/atl-document-merge.h"
#include "ui/common/atl-toast.h"
#include "ui/merge/atl-merge-copies.h"
#include "ui/merge/atl-merge-reader.h"
#include "ui/merge/atl-merge-row.h"
#include "ui/session/atl-session-page.h"
#include "ui/start/atl-style.h"
#include "ui/window/atl-window.h"

#include <glib/gi18n-lib.h>

/**
 * AtlMergeWindow:
 *
 * Shows what merging other files of a session would do, before anything is done.
 */
struct _AtlMergeWindow
{
  AdwWindow parent_instance;

  GtkWidget *pages;
  GtkWidget *message;
  GtkWidget *summary;
  GtkWidget *refused;
  GtkWidget *list;
  GtkWidget *cancel;
  GtkWidget *run;

  AtlDocument   *document;
  AtlMergeInput *input; /* NULL while it is being read */
  GStrv          paths;
};

G_DEFINE_FINAL_TYPE (AtlMergeWindow, atl_merge_window, ADW_TYPE_WINDOW)

static const char *
get_icon (AtlMergeKind kind)
{
  switch (kind)
    {
    case ATL_MERGE_CHANGED:
      return "document-edit-symbolic";
    case ATL_MERGE_CONFLICT:
      return "edit-copy-symbolic";
    case ATL_MERGE_DELETED:
      return "user-trash-symbolic";
    case ATL_MERGE_REVIVED:
      return "edit-undo-symbolic";
    case ATL_MERGE_ADDED:
    case ATL_MERGE_N_KINDS:
    default:
      return "list-add-symbolic";
    }
}

static GtkWidget *
make_label (const char *css_class,
            int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), lines > 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (AtlMergeWindow *self,
          GtkListItem    *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (line, "merge-line");
  gtk_widget_add_css_class (words, "merge-words");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (line), gtk_image_new ());
  gtk_box_append (GTK_BOX (words), make_label ("merge-title", 2));
  gtk_box_append (GTK_BOX (words), make_label ("caption", 1));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_box_append (GTK_BOX (words), make_label ("merge-versions", 8));
  gtk_box_append (GTK_BOX (line), words);
  gtk_list_item_set_child (item, line);
}

static void
bind_cb (AtlMergeWindow *self,
         GtkListItem    *item)
{
  AtlMergeRow     *row = gtk_list_item_get_item (item);
  GtkWidget       *line = gtk_list_item_get_child (item);
  GtkWidget       *icon = gtk_widget_get_first_child (line);
  GtkWidget       *title = gtk_widget_get_first_child (gtk_widget_get_last_child (line));
  GtkWidget       *subtitle = gtk_widget_get_next_sibling (title);
  GtkWidget       *versions = gtk_widget_get_next_sibling (subtitle);
  gboolean         is_heading = atl_merge_row_is_heading (row);
  g_autofree char *first = atl_merge_row_dup_title (row);
  g_autofree char *second = atl_merge_row_dup_subtitle (row);
  g_autofree char *third = atl_merge_row_dup_versions (row);
  g_autofree char *whole = g_strdup_printf ("%s. %s\n%s", first, second, third);

  gtk_label_set_text (GTK_LABEL (title), first);
  gtk_label_set_text (GTK_LABEL (subtitle), second);
  gtk_label_set_text (GTK_LABEL (versions), third);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), get_icon (atl_merge_row_get_kind (row)));
  gtk_widget_set_visible (icon, !is_heading);
  gtk_widget_set_visible (subtitle, *second != '\0');
  gtk_widget_set_visible (versions, *third != '\0');
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  is_heading ? first : whole, -1);
  if (is_heading)
    gtk_widget_add_css_class (line, "heading");
  else
    gtk_widget_remove_css_class (line, "heading");
  gtk_list_item_set_activatable (item, FALSE);
}

static char *
join_refused (AtlMergeWindow *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->input->refused->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", (char *) self->input->refused->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
show_message (AtlMergeWindow *self,
              const char     *icon,
              const char     *title,
              const char     *text)
{
  /* The description of a status page is markup; a file's name is not. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->message), icon);
  adw_status_page_set_title (ADW_STATUS_PAGE (self->message), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->message), escaped);
  gtk_widget_set_visible (self->run, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->cancel), _ ("_Close"));
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "message");
}

static void
show_plan (AtlMergeWindow *self,
           AtlMerge       *plan)
{
  g_autoptr (GListModel)        rows = NULL;
  g_autoptr (GtkSelectionModel) model = NULL;
  gboolean                      several = self->input->read->len > 1;
  g_autofree char              *summary = atl_merge_rows_dup_summary (plan, several);
  g_autofree char              *refused = join_refused (self);

  rows = atl_merge_rows_new (plan, atl_document_get_session (self->document), self->input->session, several);
  model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (rows)));
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), model);
  gtk_label_set_text (GTK_LABEL (self->summary), summary);
  gtk_label_set_text (GTK_LABEL (self->refused), refused);
  gtk_widget_set_visible (self->refused, *refused != '\0');
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.run", TRUE);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), "list");
  gtk_window_set_focus (GTK_WINDOW (self), self->run);
}

static void
show_input (AtlMergeWindow *self)
{
  g_autofree char     *refused = join_refused (self);
  g_autoptr (GError)   error = NULL;
  g_autoptr (AtlMerge) plan = NULL;

  if (self->input->session == NULL)
    {
      show_message (self, "dialog-warning-symbolic", _ ("Nothing Can Be Merged"), refused);
      return;
    }
  plan = atl_document_plan_merge (self->document, self->input->session, &error);
  if (plan == NULL)
    show_message (self, "dialog-warning-symbolic", _ ("Nothing Can Be Merged"), error->message);
  else if (atl_merge_get_n_entries (plan) == 0)
    show_message (self, "emblem-ok-symbolic", _ ("Nothing New in This File"),
                  *refused != '\0' ? refused : _ ("This session has everything that is in it."));
  else
    show_plan (self, plan);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (AtlMergeWindow) self = user_data;

  self->input = atl_merge_read_finish (result);
  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    show_input (self);
}

static GtkWidget *
find_teller (GtkWindow *parent)
{
  if (parent == NULL)
    return NULL;
  if (!ATL_IS_WINDOW (parent))
    return gtk_window_get_child (parent);
  return atl_session_page_get_teller (ATL_SESSION_PAGE (atl_window_get_session_page (ATL_WINDOW (parent))));
}

/* How the merge is called in the history. */
static char *
dup_label (AtlMergeWindow *self)
{
  guint            n = g_strv_length (self->paths);
  g_autofree char *name = g_filename_display_basename (self->paths[0]);

  if (n > 1)
    return g_strdup_printf (ngettext ("Merge %u File", "Merge %u Files", n), n);
  /* Translators: %s is the name of a file */
  return g_strdup_printf (_ ("Merge “%s”"), name);
}

static char *
dup_done (AtlMergeWindow *self)
{
  guint            n = self->input->read->len;
  g_autofree char *name = g_filename_display_basename (self->input->read->pdata[0]);

  if (n > 1)
    return g_strdup_printf (ngettext ("Merged %u file", "Merged %u files", n), n);
  /* Translators: %s is the name of a file */
  return g_strdup_printf (_ ("Merged “%s”"), name);
}

static void
run (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  AtlMergeWindow    *self = ATL_MERGE_WINDOW (widget);
  GtkWindow         *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  GtkWidget         *teller = find_teller (parent);
  g_autoptr (GError) error = NULL;
  g_autofree char   *label = dup_label (self);
  g_autofree char   *text = dup_done (self);
  guint64            before = 0;

  atl_history_break (atl_document_get_history (self->document));
  before = atl_history_get_position (atl_document_get_history (self->document));

  if (!atl_document_merge (self->document, self->input->session, label, &error))
    {
      show_message (self, "dialog-warning-symbolic", _ ("Nothing Can Be Merged"), error->message);
      return;
    }
  atl_merge_copies_settle (teller, self->document, self->input->read, before);
  if (teller != NULL)
    atl_toast_show_undo (teller, text, atl_document_get_history (self->document));
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
atl_merge_window_finalize (GObject *object)
{
  AtlMergeWindow *self = ATL_MERGE_WINDOW (object);

  g_clear_pointer (&self->input, atl_merge_input_free);
  g_clear_object (&self->document);
  g_strfreev (self->paths);
  G_OBJECT_CLASS (atl_merge_window_parent_class)->finalize (object);
}

static void
atl_merge_window_class_init (AtlMergeWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_merge_window_finalize;

  gtk_widget_class_install_action (widget_class, "merge.run", NULL, run);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/merge/"
                                                             "atl-merge-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlMergeWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlMergeWindow, message);
  gtk_widget_class_bind_template_child (widget_class, AtlMergeWindow, summary);
  gtk_widget_class_bind_template_child (widget_class, AtlMergeWindow, refused);
  gtk_widget_class_bind_template_child (widget_class, AtlMergeWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AtlMergeWindow, cancel);
  gtk_widget_class_bind_template_child (widget_class, AtlMergeWindow, run);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
atl_merge_window_init (AtlMergeWindow *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/merge/merge.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "merge.run", FALSE);
}

/**
 * atl_merge_window_open:
 * @parent: the window of the document
 * @document: a document
 * @paths: (array zero-terminated=1): other files of its session, at least one
 *
 * Reads files in a thread, shows what merging them would do, and does it when the user says so, as one undo.
 * Conflict copies of the document's file go to the trash once the document is durably saved.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
atl_merge_window_open (GtkWindow         *parent,
                       AtlDocument       *document,
                       const char *const *paths)
{
  AtlMergeWindow  *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (ATL_IS_DOCUMENT (document) && paths != NULL && paths[0] != NULL, NULL);

  self = g_object_new (ATL_TYPE_MERGE_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->paths = g_strdupv ((GStrv) paths);
  title = dup_label (self);
  gtk_window_set_title (GTK_WINDOW (self), title);
  gtk_window_present (GTK_WINDOW (self));
  atl_merge_read_async (atl_item_get_id (ATL_ITEM (atl_document_get_session (document))), paths, read_cb,
                        g_object_ref (self));
  return GTK_WIDGET (self);
}

typedef struct
{
  GtkWindow   *parent;
  AtlDocument *document;
} Asking;

static void
files_chosen_cb (const char *const *paths,
                 gpointer           user_data)
{
  Asking *asking = user_data;

  if (paths != NULL && paths[0] != NULL)
    atl_merge_window_open (asking->parent, asking->document, paths);
  g_object_unref (asking->parent);
  g_object_unref (asking->document);
  g_free (asking);
}

/**
 * atl_merge_window_ask:
 * @parent: the window of the document
 * @document: a document
 *
 * Asks which files to merge, and shows what that would do.
 */
void
atl_merge_window_ask (GtkWindow   *parent,
                      AtlDocument *document)
{
  const char      *path = atl_document_get_path (document);
  g_autofree char *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  AtlFileRequest   request = { ATL_FILE_OPEN, _ ("Merge Session File"), _ ("_Open"), folder, NULL,
                               _ ("Atelier sessions"), "*.atelier" };
  Asking          *asking = g_new0 (Asking, 1);

  *asking = (Asking){ g_object_ref (parent), g_object_ref (document) };
  atl_file_dialog_ask_many (parent, &request, files_chosen_cb, asking);
}
