/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-template-editor.h"

#include "catalogue/atl-template-maker.h"
#include "catalogue/atl-template-writer.h"
#include "compat/atl-alert.h"
#include "config.h"
#include "file/atl-json-file.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/common/atl-toast.h"
#include "ui/mapping/atl-undo-keys.h"
#include "ui/start/atl-style.h"
#include "ui/templates/atl-agenda-editor.h"
#include "ui/templates/atl-area-edits.h"
#include "ui/templates/atl-area-grid.h"
#include "ui/templates/atl-area-properties.h"
#include "ui/templates/atl-template-properties.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/templates/"

/* What the user sees; borrowed from the template of the window. */
typedef struct
{
  GtkWidget *title;
  GtkWidget *undo;
  GtkWidget *redo;
  GtkWidget *save;
  GtkWidget *narrow;
  GtkWidget *columns;
  GtkWidget *outer;
  GtkWidget *inner;
  GtkWidget *grid;
  GtkWidget *problem;
  GtkWidget *switcher;
  GtkWidget *pages;
  GtkWidget *area;
  GtkWidget *whole;
  GtkWidget *agenda;
} Parts;

/**
 * AtlTemplateEditor:
 *
 * A template under edit: the areas on the board at the left, what is selected and the rest at the right. Also
 * for the areas of a board in a session, which then change at once.
 */
struct _AtlTemplateEditor
{
  AdwWindow parent_instance;

  Parts parts;

  AtlPersonal      *personal; /* nullable */
  AtlTemplateDraft *draft;    /* nullable: the board of a session is edited as it is */
  AtlBoard         *board;
  AtlHistory       *history;
  char             *path;   /* nullable: the file of the template, once it has one */
  char             *id;     /* of the template */
  GBytes           *before; /* nullable: what the file had when it was read or written */
  guint             refresh_id;
  gboolean          may_close;
};

G_DEFINE_FINAL_TYPE (AtlTemplateEditor, atl_template_editor, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const char *
get_user_language (void)
{
  return g_str_has_prefix (g_get_language_names ()[0], "fr") ? "fr" : "en";
}

static void
show_problem (AtlTemplateEditor *self)
{
  g_autofree char *problem = atl_area_edits_dup_problem (self->board);
  guint            n = atl_list_get_length (atl_board_get_areas (self->board));
  g_autofree char *count = g_strdup_printf (ngettext ("%u area", "%u areas", n), n);
  const char      *text = problem != NULL ? problem : count;

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (self->parts.problem)), text) != 0)
    gtk_label_set_text (GTK_LABEL (self->parts.problem), text);
  if (problem != NULL)
    gtk_widget_add_css_class (self->parts.problem, "warning");
  else
    gtk_widget_remove_css_class (self->parts.problem, "warning");
}

static void
show_history (AtlTemplateEditor *self)
{
  const char *undo = atl_history_get_undo_label (self->history);
  const char *redo = atl_history_get_redo_label (self->history);
  /* Translators: %s is what is undone, as "Move Area" */
  g_autofree char *undo_text = undo != NULL ? g_strdup_printf (_ ("Undo %s (Ctrl+Z)"),
                                                               undo)
                                            : g_strdup (_ ("Undo"));
  g_autofree char *redo_text =
    redo != NULL ? g_strdup_printf (_ ("Redo %s (Ctrl+Shift+Z)"), redo) : g_strdup (_ ("Redo"));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.undo", atl_history_get_can_undo (self->history));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.redo", atl_history_get_can_redo (self->history));
  gtk_widget_set_tooltip_text (self->parts.undo, undo_text);
  gtk_widget_set_tooltip_text (self->parts.redo, redo_text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts.undo), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  undo_text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->parts.redo), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  redo_text, -1);
}

static void
refresh (AtlTemplateEditor *self)
{
  const char *title = atl_board_get_title (self->board);

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->parts.title), title);
  atl_area_properties_refresh (ATL_AREA_PROPERTIES (self->parts.area));
  if (self->draft != NULL)
    {
      atl_template_properties_refresh (ATL_TEMPLATE_PROPERTIES (self->parts.whole));
      atl_agenda_editor_refresh (ATL_AGENDA_EDITOR (self->parts.agenda));
      gtk_widget_set_sensitive (self->parts.save, *title != '\0');
      gtk_widget_set_tooltip_text (self->parts.save,
                                   *title == '\0' ? _ ("A template without a name cannot be saved.") : NULL);
    }
  show_problem (self);
  show_history (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  AtlTemplateEditor *self = user_data;

  self->refresh_id = 0;
  refresh (self);
  return G_SOURCE_REMOVE;
}

/* Once per gesture, however many changes it makes. */
static void
queue_refresh (AtlTemplateEditor *self)
{
  if (self->refresh_id == 0)
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
selected_cb (AtlTemplateEditor *self)
{
  AtlArea *area = atl_area_grid_get_selected (ATL_AREA_GRID (self->parts.grid));

  if (self->history == NULL)
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "areas.split", area != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "areas.delete", area != NULL);
  atl_area_properties_set_area (ATL_AREA_PROPERTIES (self->parts.area), area);
}

static void
edit_cb (AtlTemplateEditor *self)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->parts.pages), "area");
  atl_area_properties_focus_title (ATL_AREA_PROPERTIES (self->parts.area));
}

/* At the side of the board where there is room, else below it; then the whole scrolls. */
static void
narrow_changed_cb (AtlTemplateEditor *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (self->parts.narrow));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->parts.columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->parts.outer), GTK_POLICY_NEVER,
                                  narrow ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->parts.inner), GTK_POLICY_NEVER,
                                  narrow ? GTK_POLICY_NEVER : GTK_POLICY_AUTOMATIC);
}

static void
tell_error (AtlTemplateEditor *self,
            const GError      *error)
{
  AtlAlert alert = { _ ("The template could not be saved"), error != NULL ? error->message : NULL,
                     _ ("_Close"),
                     NULL, NULL, FALSE };

  atl_alert_ask (GTK_WINDOW (self), &alert, NULL, NULL);
}

/* Somebody may have edited or replaced the file meanwhile: then ours becomes a second template. */
static gboolean
is_ours (AtlTemplateEditor *self)
{
  g_autoptr (GBytes) now = self->path != NULL ? atl_file_read (self->path, NULL) : NULL;

  return now == NULL || self->before == NULL || g_bytes_equal (now, self->before);
}

static void
leave_file (AtlTemplateEditor *self)
{
  g_clear_pointer (&self->path, g_free);
  g_free (self->id);
  self->id = g_uuid_string_random ();
  atl_toast_show (GTK_WIDGET (self), _ ("The file was changed elsewhere: yours is saved beside it"));
}

/**
 * atl_template_editor_save:
 * @self: the editor of a template
 *
 * Writes the template; says so if it cannot be written.
 *
 * Returns: whether it is written
 */
gboolean
atl_template_editor_save (AtlTemplateEditor *self)
{
  g_autoptr (AtlTemplate) made = NULL;
  g_autoptr (GError)      error = NULL;
  AtlTemplate            *saved = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE_EDITOR (self), FALSE);

  if (self->draft == NULL || atl_list_get_length (atl_board_get_areas (self->board)) == 0)
    return FALSE;
  if (!is_ours (self))
    leave_file (self);
  made = atl_template_maker_make (self->draft, self->id, atl_personal_get_folder (self->personal));
  saved = atl_personal_save (self->personal, made, self->path, &error);
  if (saved == NULL)
    {
      tell_error (self, error);
      return FALSE;
    }
  g_free (self->path);
  self->path = g_strdup (atl_template_get_path (saved));
  g_clear_pointer (&self->before, g_bytes_unref);
  self->before = atl_file_read (self->path, NULL);
  atl_history_break (self->history);
  atl_history_mark_saved (self->history, atl_history_get_position (self->history));
  g_signal_emit (self, signals[SAVED], 0, atl_template_get_id (saved));
  return TRUE;
}

static void
save_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  if (atl_template_editor_save (ATL_TEMPLATE_EDITOR (widget)))
    atl_toast_show (widget, _ ("Template saved"));
}

static void
done_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AtlTemplateEditor *self = ATL_TEMPLATE_EDITOR (widget);

  if (self->draft != NULL && !atl_template_editor_save (self))
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
undo_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  atl_history_undo (ATL_TEMPLATE_EDITOR (widget)->history);
}

static void
redo_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  atl_history_redo (ATL_TEMPLATE_EDITOR (widget)->history);
}

/* The buttons stand beside the grid, and its actions in it. */
static void
areas_activated_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  AtlTemplateEditor *self = ATL_TEMPLATE_EDITOR (widget);

  gtk_widget_activate_action_variant (self->parts.grid, name, parameter);
}

static void
answered_cb (AtlAlertAnswer answer,
             gpointer       user_data)
{
  g_autoptr (AtlTemplateEditor) self = user_data;

  if (answer == ATL_ALERT_CANCEL || (answer == ATL_ALERT_ACCEPT && !atl_template_editor_save (self)))
    return;
  self->may_close = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
atl_template_editor_close_request (GtkWindow *window)
{
  AtlTemplateEditor *self = ATL_TEMPLATE_EDITOR (window);
  AtlAlert           alert = { _ ("Save the template?"),
                               _ ("What you changed since it was saved is lost otherwise."),
                               _ ("_Cancel"), _ ("_Discard"), _ ("_Save"), FALSE };

  if (self->draft == NULL || self->may_close || atl_history_get_saved (self->history))
    return GTK_WINDOW_CLASS (atl_template_editor_parent_class)->close_request (window);
  atl_alert_ask (window, &alert, answered_cb, g_object_ref (self));
  return GDK_EVENT_STOP;
}

static void
atl_template_editor_dispose (GObject *object)
{
  AtlTemplateEditor *self = ATL_TEMPLATE_EDITOR (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_object (&self->personal);
  g_clear_object (&self->draft);
  g_clear_object (&self->board);
  g_clear_object (&self->history);
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->before, g_bytes_unref);
  G_OBJECT_CLASS (atl_template_editor_parent_class)->dispose (object);
}

#define BIND(child)                                                       \
  gtk_widget_class_bind_template_child_full (widget_class, #child, FALSE, \
                                             G_STRUCT_OFFSET (AtlTemplateEditor, parts.child))

static void
bind_children (GtkWidgetClass *widget_class)
{
  BIND (title);
  BIND (undo);
  BIND (redo);
  BIND (save);
  BIND (narrow);
  BIND (columns);
  BIND (outer);
  BIND (inner);
  BIND (grid);
  BIND (problem);
  BIND (switcher);
  BIND (pages);
  BIND (area);
  BIND (whole);
  BIND (agenda);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "editor.undo", NULL, undo_activated_cb);
  gtk_widget_class_install_action (widget_class, "editor.redo", NULL, redo_activated_cb);
  gtk_widget_class_install_action (widget_class, "editor.save", NULL, save_activated_cb);
  gtk_widget_class_install_action (widget_class, "editor.done", NULL, done_activated_cb);
  gtk_widget_class_install_action (widget_class, "areas.add", NULL, areas_activated_cb);
  gtk_widget_class_install_action (widget_class, "areas.split", "b", areas_activated_cb);
  gtk_widget_class_install_action (widget_class, "areas.delete", NULL, areas_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_s, GDK_CONTROL_MASK, "editor.save", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "editor.done", NULL);
}

static void
atl_template_editor_class_init (AtlTemplateEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_template_editor_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = atl_template_editor_close_request;

  /**
   * AtlTemplateEditor::saved:
   * @id: of the template
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  g_type_ensure (ATL_TYPE_AREA_GRID);
  g_type_ensure (ATL_TYPE_AREA_PROPERTIES);
  g_type_ensure (ATL_TYPE_TEMPLATE_PROPERTIES);
  g_type_ensure (ATL_TYPE_AGENDA_EDITOR);
  add_keys (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-template-editor.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
}

static void
atl_template_editor_init (AtlTemplateEditor *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/people/people.css");
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/mapping/mapping.css");
  atl_style_ensure (RESOURCES "templates.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
begin (AtlTemplateEditor *self,
       AtlSession        *session)
{
  GtkWidget *tile = NULL;

  atl_area_properties_set_draft (ATL_AREA_PROPERTIES (self->parts.area), self->draft, self->history);
  atl_area_grid_set_board (ATL_AREA_GRID (self->parts.grid), self->board, self->history);
  selected_cb (self);
  g_signal_connect_object (session, "changed", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify", G_CALLBACK (queue_refresh), self, G_CONNECT_SWAPPED);
  atl_undo_keys_add (GTK_WIDGET (self), self->history);
  refresh (self);
  tile = atl_area_grid_find_tile (ATL_AREA_GRID (self->parts.grid),
                                  atl_list_get (atl_board_get_areas (self->board), 0));
  gtk_window_set_focus (GTK_WINDOW (self), tile);
}

/**
 * atl_template_editor_new:
 * @parent: (nullable): the window over which it opens
 * @personal: where the template is saved
 * @template: (nullable): the template to begin with; one of ours is copied when it is saved, %NULL is a new
 * one
 *
 * Returns: (transfer floating): a window, to be presented
 */
GtkWidget *
atl_template_editor_new (GtkWindow   *parent,
                         AtlPersonal *personal,
                         AtlTemplate *template)
{
  AtlTemplateEditor *self = NULL;
  const char        *path = template != NULL ? atl_template_get_path (template) : NULL;

  g_return_val_if_fail (ATL_IS_PERSONAL (personal), NULL);

  self = g_object_new (ATL_TYPE_TEMPLATE_EDITOR, "transient-for", parent, NULL);
  self->personal = g_object_ref (personal);
  self->draft = atl_template_draft_new (template, get_user_language ());
  self->board = g_object_ref (atl_template_draft_get_board (self->draft));
  self->history = g_object_ref (atl_template_draft_get_history (self->draft));
  self->path = g_strdup (path);
  self->before = path != NULL ? atl_file_read (path, NULL) : NULL;
  self->id = path != NULL ? g_strdup (atl_template_get_id (template)) : g_uuid_string_random ();
  atl_template_properties_set_draft (ATL_TEMPLATE_PROPERTIES (self->parts.whole), self->draft);
  atl_agenda_editor_set_draft (ATL_AGENDA_EDITOR (self->parts.agenda), self->draft);
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->parts.title),
                              template != NULL ? _ ("Edit Template") : _ ("New Template"));
  begin (self, atl_template_draft_get_session (self->draft));
  return GTK_WIDGET (self);
}

/**
 * atl_template_editor_new_for_board:
 * @parent: the window of the session
 * @board: a board of the session
 * @history: of the session
 *
 * Returns: (transfer floating): a window in which the areas of @board are edited, to be presented
 */
GtkWidget *
atl_template_editor_new_for_board (GtkWindow  *parent,
                                   AtlBoard   *board,
                                   AtlHistory *history)
{
  AtlTemplateEditor *self = NULL;

  g_return_val_if_fail (ATL_IS_BOARD (board) && ATL_IS_HISTORY (history), NULL);

  self = g_object_new (ATL_TYPE_TEMPLATE_EDITOR, "transient-for", parent, NULL);
  self->board = g_object_ref (board);
  self->history = g_object_ref (history);
  gtk_widget_set_visible (self->parts.switcher, FALSE);
  gtk_button_set_label (GTK_BUTTON (self->parts.save), _ ("_Done"));
  adw_window_title_set_title (ADW_WINDOW_TITLE (self->parts.title), _ ("Edit Areas"));
  begin (self, atl_item_get_session (ATL_ITEM (board)));
  return GTK_WIDGET (self);
}
