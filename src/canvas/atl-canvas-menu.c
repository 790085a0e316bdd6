/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-private.h"

#include "canvas/notes/atl-authors-menu.h"
#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/exchange/atl-canvas-exchange.h"
#include "canvas/links/atl-canvas-links.h"
#include "canvas/notes/atl-canvas-terms.h"
#include "canvas/notes/atl-canvas-values.h"
#include "canvas/notes/atl-color-button.h"
#include "canvas/atl-commands.h"
#include "canvas/links/atl-map.h"
#include "canvas/areas/atl-order-commands.h"
#include "model/atl-edits.h"
#include "model/atl-group.h"
#include "model/atl-nodes.h"
#include "scene/atl-scene-links.h"

#include <glib/gi18n-lib.h>

static void
add_section (GMenu *menu,
             GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

static void
append_with_key (GMenu      *menu,
                 const char *label,
                 const char *action,
                 const char *key)
{
  GMenuItem *item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", key);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static GMenu *
new_stack_section (AtlCanvas *self)
{
  GMenu   *section = g_menu_new ();
  AtlNote *cursor = atl_selection_get_cursor (atl_board_view_get_selection (self->view));
  AtlBox  *box = atl_board_view_find_box (self->view, cursor);

  if (atl_selection_get_size (atl_board_view_get_selection (self->view)) > 1)
    append_with_key (section, _ ("_Stack Together"), "canvas.stack", "s");
  if (box != NULL && (box->stack != NULL || box->stack_size > 1))
    append_with_key (section, _ ("Stack T_itle…"), "canvas.rename", "F2");
  if (box != NULL && box->stack != NULL)
    {
      g_menu_append (section, _ ("_Close Stack"), "canvas.close-stack");
      append_with_key (section, _ ("Take _Out of Stack"), "canvas.unstack", "<Shift>s");
    }
  else if (box != NULL && box->stack_size > 1)
    {
      g_menu_append (section, _ ("_Open Stack"), "canvas.open-stack");
      append_with_key (section, _ ("Take Stack _Apart"), "canvas.unstack", "<Shift>s");
    }
  return section;
}

static GMenu *
new_color_section (void)
{
  GMenu     *section = g_menu_new ();
  GMenuItem *item = g_menu_item_new (NULL, NULL);

  g_menu_item_set_attribute (item, "custom", "s", "colors");
  g_menu_append_item (section, item);
  g_object_unref (item);
  return section;
}

static void
add_versions_section (AtlCanvas *self,
                      GMenu     *menu)
{
  AtlNote *cursor = atl_selection_get_cursor (atl_board_view_get_selection (self->view));
  AtlBox  *box = atl_board_view_find_box (self->view, cursor);
  GMenu   *section;

  if (box == NULL || box->versions == 0)
    return;
  section = g_menu_new ();
  g_menu_append (section, _ ("Compare _Versions…"), "canvas.show-versions");
  add_section (menu, section);
}

static void
append_group (GMenu      *menu,
              const char *title,
              const char *id)
{
  GMenuItem *item = g_menu_item_new (NULL, NULL);
  /* A title is no mnemonic. */
  g_auto (GStrv)   parts = g_strsplit (title, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target (item, "canvas.group", "s", id);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static void
append_groups (AtlCanvas *self,
               GMenu     *section)
{
  AtlList *groups = atl_session_get_groups (atl_board_view_get_session (self->view));
  GMenu   *menu = g_menu_new ();

  for (guint i = 0; i < atl_list_get_length (groups); i++)
    append_group (menu, atl_group_get_title (atl_list_get (groups, i)),
                  atl_item_get_id (atl_list_get (groups, i)));
  append_group (menu, _ ("No Group"), "");
  if (atl_list_get_length (groups) > 0)
    g_menu_append_submenu (section, _ ("_Group"), G_MENU_MODEL (menu));
  g_object_unref (menu);
}

static gboolean
has_nodes_only (AtlCanvas *self)
{
  GPtrArray *notes = atl_selection_get_notes (atl_board_view_get_selection (self->view));

  for (guint i = 0; i < notes->len; i++)
    {
      AtlBox *box = atl_board_view_find_box (self->view, notes->pdata[i]);

      if (box == NULL || !box->is_node)
        return FALSE;
    }
  return notes->len > 0;
}

/* One that stands for a person has details, no text of its own. */
static gboolean
has_person (AtlCanvas *self)
{
  GPtrArray *notes = atl_selection_get_notes (atl_board_view_get_selection (self->view));

  return has_nodes_only (self) && notes->len == 1 && atl_nodes_find_person (notes->pdata[0]) != NULL;
}

/* Nodes have the color of their silo. */
static gboolean
shows_colors (AtlCanvas *self)
{
  GPtrArray *notes = atl_selection_get_notes (atl_board_view_get_selection (self->view));

  if (atl_board_view_get_read_only (self->view))
    return FALSE;
  if (!has_nodes_only (self))
    return TRUE;
  for (guint i = 0; i < notes->len; i++)
    if (atl_nodes_find_silo (notes->pdata[i]) == NULL)
      return TRUE;
  return FALSE;
}

static void
append_align (GMenu      *menu,
              const char *label,
              const char *how,
              const char *accel)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "canvas.align", "s", how);
  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

/* Of notes that stand where somebody put them. */
static void
append_aligning (AtlCanvas *self,
                 GMenu     *section)
{
  guint             n = atl_order_commands_count_placed (self->view);
  g_autoptr (GMenu) menu = g_menu_new ();
  GMenu            *across = g_menu_new ();
  GMenu            *down = g_menu_new ();
  GMenu            *gaps = g_menu_new ();

  append_align (across, _ ("_Left"), "left", "<Alt><Shift>Left");
  append_align (across, _ ("_Center"), "center", NULL);
  append_align (across, _ ("_Right"), "right", "<Alt><Shift>Right");
  append_align (down, _ ("_Top"), "top", "<Alt><Shift>Up");
  append_align (down, _ ("_Middle"), "middle", NULL);
  append_align (down, _ ("_Bottom"), "bottom", "<Alt><Shift>Down");
  if (n > 2)
    {
      append_align (gaps, _ ("Distribute _Horizontally"), "across", NULL);
      append_align (gaps, _ ("Distribute _Vertically"), "down", NULL);
    }
  add_section (menu, across);
  add_section (menu, down);
  add_section (menu, gaps);
  if (n > 1)
    g_menu_append_submenu (section, _ ("_Align"), G_MENU_MODEL (menu));
}

static GMenu *
new_link_section (AtlCanvas *self)
{
  GMenu   *section = g_menu_new ();
  AtlNote *note = atl_selection_get_notes (atl_board_view_get_selection (self->view))->pdata[0];

  g_menu_append (section, _ ("_Link to…"), "canvas.link");
  if (atl_scene_count_links (atl_board_view_get_scene (self->view), note, NULL) > 0)
    g_menu_append (section, _ ("Ne_xt Link"), "canvas.next-link");
  return section;
}

/* Nodes are no cards to be stacked, or given to groups. */
static void
append_middle (AtlCanvas *self,
               GMenu     *menu)
{
  GMenu *section;

  if (has_nodes_only (self))
    {
      atl_canvas_append_node_sections (self, menu);
      return;
    }
  if (atl_selection_get_size (atl_board_view_get_selection (self->view)) == 1)
    add_section (menu, new_link_section (self));
  section = new_stack_section (self);
  append_aligning (self, section);
  append_groups (self, section);
  add_section (menu, section);
  atl_canvas_append_value_section (self, menu);
}

/* With several notes the menu says how many it is about. */
static void
add_headed_section (AtlCanvas *self,
                    GMenu     *menu,
                    GMenu     *section)
{
  GPtrArray       *notes = atl_selection_get_notes (atl_board_view_get_selection (self->view));
  guint            n = atl_notes_count (notes);
  g_autofree char *heading = g_strdup_printf (ngettext ("%u note selected", "%u notes selected", n), n);

  g_menu_append_section (menu, n > 1 ? heading : NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/* What the window does with notes; these actions are not the canvas's own. */
static void
append_window_section (GMenu *menu)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("Move _To…"), "win.move-to");
  g_menu_append (section, _ ("Ta_gs…"), "win.note-tags");
  g_menu_append (section, _ ("Details of the _Note"), "win.show-note");
  add_section (menu, section);
}

static GMenu *
new_note_menu (AtlCanvas *self)
{
  GMenu *menu = g_menu_new ();
  GMenu *top = g_menu_new ();
  GMenu *bottom = g_menu_new ();

  if (!has_person (self))
    g_menu_append (top, _ ("_Edit"), "canvas.edit-lead");
  g_menu_append (top, _ ("D_uplicate"), "canvas.duplicate");
  add_headed_section (self, menu, top);
  add_versions_section (self, menu);
  if (shows_colors (self))
    add_section (menu, new_color_section ());
  if (!has_nodes_only (self))
    append_window_section (menu);
  append_middle (self, menu);
  atl_canvas_append_term_section (self, menu);
  g_menu_append (bottom, _ ("Cu_t"), "canvas.cut");
  g_menu_append (bottom, _ ("_Copy"), "canvas.copy");
  g_menu_append (bottom, _ ("_Delete"), "canvas.delete");
  atl_canvas_append_hidden (self, top);
  add_section (menu, bottom);
  return menu;
}

static GMenu *
new_board_menu (void)
{
  GMenu *menu = g_menu_new ();
  GMenu *top = g_menu_new ();
  GMenu *authors = g_menu_new ();
  GMenu *bottom = g_menu_new ();

  g_menu_append (top, _ ("_New Note"), "canvas.new-note");
  g_menu_append (top, _ ("_Paste"), "canvas.paste");
  g_menu_append (top, _ ("Select _All"), "canvas.select-all");
  add_section (menu, top);
  atl_authors_menu_append (authors);
  add_section (menu, authors);
  g_menu_append (bottom, _ ("Whole _Board"), "canvas.zoom-fit");
  g_menu_append (bottom, _ ("_Actual Size"), "canvas.zoom-100");
  add_section (menu, bottom);
  return menu;
}

static GtkWidget *
new_color_row (AtlTheme theme)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (row, "colors");
  gtk_widget_set_halign (row, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Color"), -1);
  for (guint color = ATL_COLOR_YELLOW; color <= ATL_COLOR_GREY; color++)
    gtk_box_append (GTK_BOX (row), atl_color_button_new ((AtlColor) color, theme));
  return row;
}

static gboolean
drop_menu_cb (gpointer data)
{
  GtkWidget *popover = data;

  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);
  return G_SOURCE_REMOVE;
}

/* The popover goes in idle: the action it was closed for is activated through it. */
static void
menu_closed_cb (AtlCanvas  *self,
                GtkPopover *popover)
{
  if (self->menu == GTK_WIDGET (popover))
    self->menu = NULL;
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_menu_cb, g_object_ref (popover), g_object_unref);
  if (self->view != NULL && !atl_canvas_get_editing (self))
    atl_canvas_focus_note (self, atl_selection_get_cursor (atl_board_view_get_selection (self->view)));
}

/* Boards are turned from within, too. */
static gboolean
popover_key_cb (AtlCanvas          *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state,
                GtkEventController *keys)
{
  gboolean next = keyval == GDK_KEY_Page_Down || keyval == GDK_KEY_KP_Page_Down;
  gboolean previous = keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_KP_Page_Up;

  if ((state & gtk_accelerator_get_default_mod_mask ()) != GDK_ALT_MASK || (!next && !previous))
    return GDK_EVENT_PROPAGATE;
  gtk_popover_popdown (GTK_POPOVER (gtk_event_controller_get_widget (keys)));
  gtk_widget_activate_action (GTK_WIDGET (self), next ? "win.next-board" : "win.previous-board", NULL);
  return GDK_EVENT_STOP;
}

static void
add_keys (AtlCanvas *self,
          GtkWidget *popover)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (popover_key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (popover, keys);
}

static GdkRectangle
round_rect (AtlRect rect)
{
  return (GdkRectangle){ (int) rect.x, (int) rect.y, MAX ((int) rect.width, 1), MAX ((int) rect.height, 1) };
}

/* What is in a popover: it has no size itself before it is shown. */
static void
measure_popover (GtkWidget *popover,
                 int       *width,
                 int       *height)
{
  GtkWidget *content = gtk_widget_get_first_child (popover);

  gtk_widget_measure (content, GTK_ORIENTATION_HORIZONTAL, -1, NULL, width, NULL, NULL);
  gtk_widget_measure (content, GTK_ORIENTATION_VERTICAL, *width, NULL, height, NULL, NULL);
}

/* Beside what it is about, on the first side with room for it; over its middle if there is none. */
static void
point_beside (AtlCanvas *self,
              GtkWidget *popover,
              AtlRect    anchor)
{
  int             width, height;
  double          right = gtk_widget_get_width (GTK_WIDGET (self)) - anchor.x - anchor.width;
  double          below = gtk_widget_get_height (GTK_WIDGET (self)) - anchor.y - anchor.height;
  AtlPoint        middle = atl_rect_center (anchor);
  GtkPositionType side = GTK_POS_BOTTOM;
  GdkRectangle    rect;

  measure_popover (popover, &width, &height);
  if (below < height && right >= width)
    side = GTK_POS_RIGHT;
  else if (below < height && anchor.x >= width)
    side = GTK_POS_LEFT;
  else if (below < height && anchor.y >= height)
    side = GTK_POS_TOP;
  else if (below < height)
    anchor = atl_rect (middle.x, middle.y, 1, 1);
  rect = round_rect (anchor);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rect);
  gtk_popover_set_position (GTK_POPOVER (popover), side);
}

/* Below what it is about, as menus do, or above; beside it, where it can slide along the screen, if it would
 * be cut here and there. */
static void
drop_down (AtlCanvas *self,
           GtkWidget *popover,
           AtlRect    anchor)
{
  GtkWidget       *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) anchor.x, (float) anchor.y);
  int              width, height;
  gboolean         below;

  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  if (!gtk_widget_compute_point (GTK_WIDGET (self), window, &at, &at))
    return;
  measure_popover (popover, &width, &height);
  below = at.y + anchor.height + height <= gtk_widget_get_height (window);
  if (!below)
    gtk_popover_set_position (GTK_POPOVER (popover), at.y >= height ? GTK_POS_TOP : GTK_POS_RIGHT);
}

/**
 * atl_canvas_open_popover:
 * @self: a canvas with a board
 * @popover: (transfer floating): a GtkPopover that is not open yet
 * @anchor: what it points to, in pixels
 * @arrow: whether it stands beside that with an arrow, not over it as menus do
 *
 * Opens it in place of the one that is open. It goes once it is closed, and a note gets the focus.
 */
void
atl_canvas_open_popover (AtlCanvas *self,
                         GtkWidget *popover,
                         AtlRect    anchor,
                         gboolean   arrow)
{
  GdkRectangle rect = round_rect (anchor);

  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  self->menu = popover;
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &rect);
  if (!gdk_display_is_composited (gtk_widget_get_display (popover)))
    {
      gtk_widget_add_css_class (popover, "solid");
      gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
    }
  add_keys (self, popover);
  if (arrow)
    point_beside (self, popover, anchor);
  else
    drop_down (self, popover, anchor);
  g_signal_connect_object (popover, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
}

static GMenu *
new_menu (AtlCanvas *self,
          AtlArea   *area,
          gboolean   notes)
{
  AtlLink *link = atl_board_view_get_link (self->view);

  if (link != NULL)
    return atl_canvas_new_link_menu (self, link);
  if (notes)
    return new_note_menu (self);
  return area != NULL ? atl_canvas_new_area_menu (self, area) : new_board_menu ();
}

/**
 * atl_canvas_popup_menu:
 * @self: a canvas with a board
 * @area: (nullable): the area that is meant if nothing is selected; the current one, or %NULL
 * @anchor: what the menu points to, in pixels
 *
 * Opens the menu for the selected notes or link; for the area, or without one for the board, if nothing is
 * selected.
 */
void
atl_canvas_popup_menu (AtlCanvas *self,
                       AtlArea   *area,
                       AtlRect    anchor)
{
  gboolean          notes = atl_selection_get_size (atl_board_view_get_selection (self->view)) > 0;
  g_autoptr (GMenu) model = new_menu (self, area, notes);
  GtkWidget        *popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));

  if (notes && atl_board_view_get_link (self->view) == NULL && shows_colors (self))
    gtk_popover_menu_add_child (GTK_POPOVER_MENU (popover), new_color_row (self->theme), "colors");
  atl_canvas_open_popover (self, popover, anchor, FALSE);
}
