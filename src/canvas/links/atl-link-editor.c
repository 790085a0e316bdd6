/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-link-editor.h"

#include "canvas/notes/atl-field-row.h"
#include "canvas/links/atl-link-choice.h"
#include "canvas/links/atl-link-commands.h"
#include "canvas/links/atl-link-words.h"
#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-links.h"
#include "model/atl-note-links.h"
#include "model/atl-maps.h"

#include <glib/gi18n-lib.h>

/**
 * AtlLinkEditor:
 *
 * Everything of one link: kind, strength, direction, who says so, a remark, what else the template asks
 * for. Each change goes to the link at once, a step of the history.
 */
struct _AtlLinkEditor
{
  GtkPopover parent_instance;

  GtkWidget    *choice, *views, *remark, *fields;
  AtlBoardView *view;
  AtlLink      *link;
  guint         update;
};

G_DEFINE_FINAL_TYPE (AtlLinkEditor, atl_link_editor, GTK_TYPE_POPOVER)

static AtlNote *
find_end (AtlLinkEditor *self,
          const char    *id)
{
  return atl_session_find_note (atl_board_view_get_session (self->view), id);
}

static gboolean
is_there (AtlLinkEditor *self)
{
  return atl_item_get_list (ATL_ITEM (self->link)) != NULL &&
         find_end (self, atl_link_get_from (self->link)) != NULL &&
         find_end (self, atl_link_get_to (self->link)) != NULL;
}

/* A kind that came with the file is kept to be seen, even where the template does not offer it. */
static GArray *
dup_kinds (AtlLinkEditor *self)
{
  AtlArea    *area = atl_note_find_area (find_end (self, atl_link_get_from (self->link)));
  GArray     *kinds = atl_map_dup_kinds (area);
  AtlLinkKind kind = atl_link_get_kind (self->link);

  if (!atl_map_has_kind (area, kind))
    g_array_append_val (kinds, kind);
  return kinds;
}

static void
show_choice (AtlLinkEditor *self)
{
  AtlNote           *from = find_end (self, atl_link_get_from (self->link));
  AtlNote           *to = find_end (self, atl_link_get_to (self->link));
  g_autoptr (GArray) kinds = dup_kinds (self);
  g_autofree char   *first = atl_note_dup_address (self->view, from);
  g_autofree char   *second = atl_note_dup_address (self->view, to);
  gboolean           mutual = atl_link_kind_is_mutual (atl_link_get_kind (self->link));
  g_autofree char   *title = g_strdup_printf ("%s %s %s", first, mutual ? "↔" : "→", second);
  gboolean           sides = atl_map_has_sides (atl_note_find_area (from));
  g_autofree char   *side = sides ? atl_link_dup_side (self->view, from) : NULL;
  g_autofree char   *other_side = sides ? atl_link_dup_side (self->view, to) : NULL;
  AtlLinkChoiceState state = { kinds,
                               atl_link_get_kind (self->link),
                               atl_link_get_strength (self->link),
                               title,
                               { side, other_side },
                               (int) atl_link_get_declared_by (self->link) };

  atl_link_choice_show (ATL_LINK_CHOICE (self->choice), &state);
}

/* What the two sides say, where they do not say the same. */
static void
show_views (AtlLinkEditor *self)
{
  int              mine = 0, theirs = 0;
  AtlItem         *board = atl_item_get_parent (ATL_ITEM (self->link));
  AtlViews         views = atl_link_compare_views (ATL_BOARD (board), self->link, &mine, &theirs);
  g_autofree char *from = atl_map_dup_label (find_end (self, atl_link_get_from (self->link)));
  g_autofree char *to = atl_map_dup_label (find_end (self, atl_link_get_to (self->link)));
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->views, views != ATL_VIEWS_SHARED);
  if (views == ATL_VIEWS_ONE_SIDED)
    /* Translators: the first %s sees a link that the second does not mention */
    text = g_strdup_printf (_ ("%s sees this link, %s does not mention it"), mine > 0 ? from : to,
                            mine > 0 ? to : from);
  else if (views == ATL_VIEWS_DIFFERENT)
    /* Translators: how strong a link is for each of its ends: "Ana says 4, Bob says 2" */
    text = g_strdup_printf (_ ("%s says %d, %s says %d"), from, mine, to, theirs);
  gtk_label_set_label (GTK_LABEL (self->views), text != NULL ? text : "");
}

static void
show_remark (AtlLinkEditor *self)
{
  const char *remark = atl_link_get_remark (self->link);

  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->remark)), remark))
    gtk_editable_set_text (GTK_EDITABLE (self->remark), remark);
}

static gboolean
update_cb (gpointer data)
{
  AtlLinkEditor *self = data;
  GtkWidget     *row;

  self->update = 0;
  if (!is_there (self))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return G_SOURCE_REMOVE;
    }
  show_choice (self);
  show_views (self);
  show_remark (self);
  for (row = gtk_widget_get_first_child (self->fields); row != NULL; row = gtk_widget_get_next_sibling (row))
    atl_field_row_update (ATL_FIELD_ROW (row));
  return G_SOURCE_REMOVE;
}

/* Several properties change in one step; the link is shown once they have. */
static void
link_changed_cb (AtlLinkEditor *self)
{
  if (self->update == 0)
    self->update = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}

/* Callbacks of the template */

static void
kind_chosen_cb (AtlLinkEditor *self,
                int            kind)
{
  atl_link_commands_set_kind (self->view, self->link, (AtlLinkKind) kind);
  atl_board_view_get_pen (self->view)->kind = (AtlLinkKind) kind;
}

static void
strength_chosen_cb (AtlLinkEditor *self,
                    int            strength)
{
  atl_link_commands_set_strength (self->view, self->link, strength);
}

static void
side_chosen_cb (AtlLinkEditor *self,
                int            side)
{
  atl_link_commands_set_declared_by (self->view, self->link, (AtlDeclaredBy) side);
}

static void
swapped_cb (AtlLinkEditor *self)
{
  atl_link_commands_reverse (self->view, self->link);
}

static void
remark_changed_cb (AtlLinkEditor *self)
{
  if (self->link != NULL)
    atl_link_commands_set_remark (self->view, self->link,
                                  gtk_editable_get_text (GTK_EDITABLE (self->remark)));
}

static void
delete_clicked_cb (AtlLinkEditor *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "canvas.delete", NULL);
}

static void
close_clicked_cb (AtlLinkEditor *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
atl_link_editor_dispose (GObject *object)
{
  AtlLinkEditor *self = ATL_LINK_EDITOR (object);

  g_clear_handle_id (&self->update, g_source_remove);
  if (self->link != NULL)
    g_signal_handlers_disconnect_by_data (self->link, self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (atl_board_view_get_scene (self->view), self);
  g_clear_object (&self->link);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (atl_link_editor_parent_class)->dispose (object);
}

static void
atl_link_editor_class_init (AtlLinkEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_link_editor_dispose;
  g_type_ensure (ATL_TYPE_LINK_CHOICE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/canvas/atl-link-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlLinkEditor, choice);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkEditor, views);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkEditor, remark);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkEditor, fields);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, swapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, remark_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
}

/* Up and down choose who says so, as in the strip, but in an entry. */
static gboolean
key_pressed_cb (AtlLinkEditor  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   up = keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up;
  gboolean   down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  AtlNote   *from = find_end (self, atl_link_get_from (self->link));
  int        by = (int) atl_link_get_declared_by (self->link);

  if ((!up && !down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || GTK_IS_EDITABLE (focus) ||
      from == NULL || !atl_map_has_sides (atl_note_find_area (from)))
    return GDK_EVENT_PROPAGATE;
  side_chosen_cb (self, (by + (up ? 2 : 1)) % 3);
  return GDK_EVENT_STOP;
}

static void
add_keys (AtlLinkEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
mapped_cb (AtlLinkEditor *self)
{
  atl_link_choice_focus (ATL_LINK_CHOICE (self->choice));
}

static void
atl_link_editor_init (AtlLinkEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect_after (self, "map", G_CALLBACK (mapped_cb), NULL);
  add_keys (self);
}

/**
 * atl_link_editor_new:
 * @view: the view of a board
 * @link: a link of the board, between two notes of it
 *
 * Returns: (transfer floating): an editor for it
 */
GtkWidget *
atl_link_editor_new (AtlBoardView *view,
                     AtlLink      *link)
{
  AtlLinkEditor *self = g_object_new (ATL_TYPE_LINK_EDITOR, NULL);
  g_auto (GStrv) fields = NULL;
  AtlNote       *from;

  self->view = g_object_ref (view);
  self->link = g_object_ref (link);
  from = find_end (self, atl_link_get_from (link));
  fields = atl_area_dup_map_strings (atl_note_find_area (from), "linkFields");
  atl_field_rows_fill (self->fields, view, ATL_ITEM (link), (const char *const *) fields, TRUE);
  update_cb (self);
  g_signal_connect_swapped (link, "notify", G_CALLBACK (link_changed_cb), self);
  g_signal_connect_swapped (atl_board_view_get_scene (view), "box-removed", G_CALLBACK (link_changed_cb),
                            self);
  return GTK_WIDGET (self);
}
