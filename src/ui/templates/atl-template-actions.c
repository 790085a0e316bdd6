/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-template-actions.h"

#include "catalogue/atl-template-writer.h"
#include "compat/atl-alert.h"
#include "compat/atl-announce.h"
#include "compat/atl-file-dialog.h"
#include "compat/atl-uri.h"
#include "config.h"
#include "file/atl-durable-file.h"
#include "ui/common/atl-rename-popover.h"
#include "ui/common/atl-toast.h"
#include "ui/templates/atl-bad-templates.h"
#include "ui/templates/atl-template-editor.h"

#include <glib/gi18n-lib.h>

#define GROUP "template"

/* What can be done to templates on a page that shows them. Lives as long as the widget. */
typedef struct
{
  GtkWidget      *widget;
  GtkWidget      *anchor; /* where a new name is asked for */
  AtlCatalogue   *catalogue;
  AtlTemplateMade made;
  char           *renaming; /* nullable: the id of the template that is being renamed */
} Actions;

static void
actions_free (gpointer data)
{
  Actions *self = data;

  g_object_unref (self->catalogue);
  g_free (self->renaming);
  g_free (self);
}

static GtkWindow *
get_window (Actions *self)
{
  return GTK_WINDOW (gtk_widget_get_root (self->widget));
}

static AtlTemplate *
find (Actions  *self,
      GVariant *id)
{
  return atl_catalogue_find_template (self->catalogue, g_variant_get_string (id, NULL));
}

static void
tell_error (Actions      *self,
            const char   *heading,
            const GError *error)
{
  AtlAlert alert = { heading, error != NULL ? error->message : NULL, _ ("_Close"), NULL, NULL, FALSE };

  atl_alert_ask (get_window (self), &alert, NULL, NULL);
}

static void
show (Actions *self,
      AtlTemplate *template)
{
  self->made (self->widget, template != NULL ? atl_template_get_id (template) : NULL);
}

static const char *
get_name (AtlTemplate *template)
{
  return atl_template_get_name (template, g_get_language_names ()[0]);
}

static void
template_saved_cb (Actions    *self,
                   const char *id)
{
  self->made (self->widget, id);
}

static void
open_editor (Actions *self,
             AtlTemplate *template)
{
  AtlPersonal *personal = atl_catalogue_get_personal (self->catalogue);
  GtkWidget   *editor = atl_template_editor_new (get_window (self), personal, template);

  g_signal_connect_data (editor, "saved", G_CALLBACK (template_saved_cb), self, NULL, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (editor));
}

static void
new_activated_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  open_editor (user_data, NULL);
}

static void
edit_activated_cb (GSimpleAction *action,
                   GVariant      *id,
                   gpointer       user_data)
{
  Actions *self = user_data;
  AtlTemplate *template = find (self, id);

  if (template != NULL)
    open_editor (self, template);
}

static void
import_path (Actions    *self,
             const char *path)
{
  AtlPersonal            *personal = atl_catalogue_get_personal (self->catalogue);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  AtlTemplate *template = atl_personal_import (personal, path, problems, &error);
  g_autofree char *text = NULL;

  if (error != NULL)
    tell_error (self, _ ("The template could not be imported"), error);
  else if (template == NULL)
    atl_bad_templates_open_file (get_window (self), path, problems);
  if (template == NULL)
    return;
  show (self, template);
  text = g_strdup_printf (_ ("“%s” is one of your templates now"), get_name (template));
  atl_announce (self->widget, text);
}

static void
import_chosen_cb (const char *path,
                  gpointer    user_data)
{
  g_autoptr (GtkWidget) widget = user_data;
  Actions              *self = g_object_get_data (G_OBJECT (widget), GROUP);

  if (path != NULL && gtk_widget_get_root (widget) != NULL)
    import_path (self, path);
}

static void
import_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  Actions       *self = user_data;
  AtlFileRequest request = { ATL_FILE_OPEN, _ ("Import Template"), _ ("_Import"), NULL, NULL,
                             _ ("Templates"), "*.json" };

  atl_file_dialog_ask (get_window (self), &request, import_chosen_cb, g_object_ref (self->widget));
}

/* What is exported, and from which page. */
typedef struct
{
  GtkWidget *widget;
  AtlTemplate *template;
} Export;

static void
export_free (Export *export)
{
  g_object_unref (export->widget);
  g_object_unref (export->template);
  g_free (export);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Export, export_free)

static void
export_chosen_cb (const char *path,
                  gpointer    user_data)
{
  g_autoptr (Export) export = user_data;
  g_autoptr (GBytes) bytes = atl_template_writer_write (export->template);
  g_autoptr (GError) error = NULL;
  Actions           *self = g_object_get_data (G_OBJECT (export->widget), GROUP);
  g_autofree char   *name = NULL;
  g_autofree char   *text = NULL;

  if (path == NULL || gtk_widget_get_root (export->widget) == NULL)
    return;
  if (!atl_durable_write (path, bytes, &error))
    {
      tell_error (self, _ ("The template could not be written"), error);
      return;
    }
  name = g_filename_display_basename (path);
  text = g_strdup_printf (_ ("“%s” written: send it to whoever needs it"), name);
  atl_toast_show (self->widget, text);
}

static void
export_activated_cb (GSimpleAction *action,
                     GVariant      *id,
                     gpointer       user_data)
{
  Actions *self = user_data;
  AtlTemplate *template = find (self, id);
  AtlFileRequest   request = { ATL_FILE_SAVE, _ ("Export Template"), _ ("_Export"), NULL, NULL,
                               _ ("Templates"), "*.json" };
  g_autofree char *name = NULL;
  Export *export = NULL;

  if (template == NULL)
    return;
  name = g_strdelimit (g_strconcat (get_name (template), ".json", NULL), "/\\", '-');
  request.name = name;
  export = g_new0 (Export, 1);
  export->widget = g_object_ref (self->widget);
  export->template = g_object_ref (template);
  atl_file_dialog_ask (get_window (self), &request, export_chosen_cb, export);
}

static void
duplicate_activated_cb (GSimpleAction *action,
                        GVariant      *id,
                        gpointer       user_data)
{
  Actions *self = user_data;
  AtlTemplate *template = find (self, id);
  g_autoptr (GError) error = NULL;
  AtlTemplate       *copy = NULL;
  g_autofree char   *name = NULL;
  g_autofree char   *text = NULL;

  if (template == NULL)
    return;
  /* Translators: the name of a copied template */
  if (atl_template_get_path (template) != NULL)
    name = g_strdup_printf (_ ("%s (copy)"), get_name (template));
  copy = atl_personal_copy (atl_catalogue_get_personal (self->catalogue), template, name, &error);
  if (copy == NULL)
    {
      tell_error (self, _ ("The template could not be copied"), error);
      return;
    }
  show (self, copy);
  text = g_strdup_printf (_ ("“%s” is one of your templates now"), get_name (copy));
  atl_announce (self->widget, text);
}

static void
renamed_cb (Actions    *self,
            const char *name)
{
  AtlTemplate *template = atl_catalogue_find_template (self->catalogue, self->renaming);
  g_autoptr (GError) error = NULL;
  AtlTemplate       *renamed = NULL;

  if (template == NULL || atl_template_get_path (template) == NULL)
    return;
  renamed = atl_personal_rename (atl_catalogue_get_personal (self->catalogue), template, name, &error);
  if (renamed != NULL)
    show (self, renamed);
  else
    tell_error (self, _ ("The template could not be renamed"), error);
}

static void
rename_activated_cb (GSimpleAction *action,
                     GVariant      *id,
                     gpointer       user_data)
{
  Actions *self = user_data;
  AtlTemplate *template = find (self, id);
  AtlRenamePopover *popover = NULL;

  if (template == NULL || atl_template_get_path (template) == NULL)
    return;
  g_free (self->renaming);
  self->renaming = g_strdup (atl_template_get_id (template));
  popover = atl_rename_popover_open (self->anchor, _ ("Name of the template"), get_name (template));
  g_signal_connect_swapped (popover, "renamed", G_CALLBACK (renamed_cb), self);
}

/* What a toast takes back. */
typedef struct
{
  AtlPersonal *personal;
  AtlTemplate *template;
} Deleted;

static void
deleted_free (gpointer  data,
              GClosure *closure)
{
  Deleted *deleted = data;

  g_object_unref (deleted->personal);
  g_object_unref (deleted->template);
  g_free (deleted);
}

static void
take_back_cb (gpointer toast,
              gpointer user_data)
{
  Deleted *deleted = user_data;

  atl_personal_save (deleted->personal, deleted->template, atl_template_get_path (deleted->template), NULL);
}

static void
tell_deleted (Actions *self,
              AtlTemplate *template)
{
  Deleted         *deleted = g_new0 (Deleted, 1);
  g_autofree char *text = g_strdup_printf (_ ("Template “%s” moved to the trash"), get_name (template));

  deleted->personal = g_object_ref (atl_catalogue_get_personal (self->catalogue));
  deleted->template = g_object_ref (template);
  atl_toast_show_button (self->widget, text, _ ("Undo"),
                         g_cclosure_new (G_CALLBACK (take_back_cb), deleted, deleted_free));
}

static void
delete_activated_cb (GSimpleAction *action,
                     GVariant      *id,
                     gpointer       user_data)
{
  Actions     *self = user_data;
  AtlTemplate *found = find (self, id);
  g_autoptr (AtlTemplate) template = found != NULL ? g_object_ref (found) : NULL;
  g_autoptr (GError) error = NULL;

  if (template == NULL || atl_template_get_path (template) == NULL)
    return;
  if (!atl_personal_delete (atl_catalogue_get_personal (self->catalogue), template, &error))
    {
      tell_error (self, _ ("The template could not be deleted"), error);
      return;
    }
  show (self, NULL);
  tell_deleted (self, template);
}

static void
problems_activated_cb (GSimpleAction *action,
                       GVariant      *parameter,
                       gpointer       user_data)
{
  Actions *self = user_data;

  atl_bad_templates_open (get_window (self), atl_catalogue_get_personal (self->catalogue));
}

static void
folder_activated_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       user_data)
{
  Actions *self = user_data;

  atl_uri_open_path (get_window (self),
                     atl_personal_get_folder (atl_catalogue_get_personal (self->catalogue)));
}

static const GActionEntry entries[] = {
  { "new", new_activated_cb },
  { "import", import_activated_cb },
  { "folder", folder_activated_cb },
  { "problems", problems_activated_cb },
  { "edit", edit_activated_cb, "s" },
  { "duplicate", duplicate_activated_cb, "s" },
  { "rename", rename_activated_cb, "s" },
  { "export", export_activated_cb, "s" },
  { "delete", delete_activated_cb, "s" },
};

static gboolean
dropped_cb (GtkDropTarget *target,
            const GValue  *value,
            double         x,
            double         y,
            gpointer       user_data)
{
  Actions *self = user_data;
  GSList  *files = g_value_get_boxed (value);

  for (GSList *l = files; l != NULL; l = l->next)
    {
      g_autofree char *path = g_file_get_path (l->data);

      if (path != NULL)
        import_path (self, path);
    }
  return files != NULL;
}

static GdkDragAction
entered_cb (GtkDropTarget *target,
            double         x,
            double         y,
            gpointer       user_data)
{
  gtk_widget_add_css_class (((Actions *) user_data)->widget, "dropping");
  return GDK_ACTION_COPY;
}

static void
left_cb (GtkDropTarget *target,
         gpointer       user_data)
{
  gtk_widget_remove_css_class (((Actions *) user_data)->widget, "dropping");
}

static void
add_drop_target (Actions *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect (target, "drop", G_CALLBACK (dropped_cb), self);
  g_signal_connect (target, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (self->widget, GTK_EVENT_CONTROLLER (target));
}

/**
 * atl_template_actions_add:
 * @widget: a page that shows templates
 * @anchor: where on it the new name of a template is asked for
 * @catalogue: the templates
 * @made: called with the template that is to be shown now
 *
 * Gives @widget the actions `template.…`: making, importing, sharing, copying, renaming and deleting
 * templates. Files dropped on it are imported.
 */
void
atl_template_actions_add (GtkWidget      *widget,
                          GtkWidget      *anchor,
                          AtlCatalogue   *catalogue,
                          AtlTemplateMade made)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  Actions                       *self = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && GTK_IS_WIDGET (anchor) && ATL_IS_CATALOGUE (catalogue));

  self = g_new0 (Actions, 1);
  self->widget = widget;
  self->anchor = anchor;
  self->catalogue = g_object_ref (catalogue);
  self->made = made;
  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (widget, GROUP, G_ACTION_GROUP (group));
  g_object_set_data_full (G_OBJECT (widget), GROUP, self, actions_free);
  add_drop_target (self);
}

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        AtlTemplate *template)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", atl_template_get_id (template));
  g_menu_append_item (menu, item);
}

/**
 * atl_template_actions_dup_menu:
 * @template: a template
 *
 * Returns: (transfer full): a menu of what can be done to it
 */
GMenuModel *
atl_template_actions_dup_menu (AtlTemplate *template)
{
  GMenu            *menu = g_menu_new ();
  g_autoptr (GMenu) edit = g_menu_new ();
  g_autoptr (GMenu) share = g_menu_new ();
  g_autoptr (GMenu) end = g_menu_new ();
  gboolean          mine = atl_template_get_path (template) != NULL;

  append (edit, mine ? _ ("_Edit…") : _ ("_Edit a Copy…"), GROUP ".edit", template);
  if (mine)
    append (edit, _ ("_Rename…"), GROUP ".rename", template);
  append (share, mine ? _ ("_Duplicate") : _ ("_Copy to My Templates"), GROUP ".duplicate", template);
  append (share, _ ("E_xport…"), GROUP ".export", template);
  if (mine)
    append (end, _ ("_Delete"), GROUP ".delete", template);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (share));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (end));
  return G_MENU_MODEL (menu);
}
