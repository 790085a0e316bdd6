/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-canvas-note-menu.h"

#include "canvas/exchange/atl-canvas-exchange.h"
#include "canvas/links/atl-canvas-links.h"
#include "canvas/notes/atl-canvas-terms.h"
#include "canvas/notes/atl-canvas-values.h"
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
append_with (GMenu      *menu,
             const char *label,
             const char *action,
             const char *attribute,
             const char *value)
{
  GMenuItem *item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, attribute, "s", value);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static void
append_with_key (GMenu      *menu,
                 const char *label,
                 const char *action,
                 const char *key)
{
  append_with (menu, label, action, "accel", key);
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
  GMenu *section = g_menu_new ();

  append_with (section, NULL, NULL, "custom", "colors");
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

/**
 * atl_canvas_menu_shows_colors:
 * @self: a canvas with a board
 *
 * Nodes have the color of their silo.
 *
 * Returns: whether the menu of the selected notes has a row of colors
 */
gboolean
atl_canvas_menu_shows_colors (AtlCanvas *self)
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

static void
append_links (AtlCanvas *self,
              GMenu     *section)
{
  AtlNote *note = atl_selection_get_notes (atl_board_view_get_selection (self->view))->pdata[0];

  g_menu_append (section, _ ("_Link to…"), "canvas.link");
  if (atl_scene_count_links (atl_board_view_get_scene (self->view), note, NULL) > 0)
    g_menu_append (section, _ ("Ne_xt Link"), "canvas.next-link");
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

/* Most of it the window does; those actions are not the canvas's own. */
static void
append_window_section (AtlCanvas *self,
                       GMenu     *menu)
{
  GMenu *section = g_menu_new ();

  g_menu_append (section, _ ("Move _To…"), "win.move-to");
  g_menu_append (section, _ ("Ta_gs…"), "win.note-tags");
  g_menu_append (section, _ ("Details of the _Note"), "win.show-note");
  if (atl_selection_get_size (atl_board_view_get_selection (self->view)) == 1)
    append_links (self, section);
  add_section (menu, section);
}

/* What has a key everybody knows takes one row of pictures: menus do not scroll, and have to fit. */
static void
add_button_row (GMenu *menu,
                GMenu *row)
{
  GMenuItem *item = g_menu_item_new_section (NULL, G_MENU_MODEL (row));

  g_menu_item_set_attribute (item, "display-hint", "s", "horizontal-buttons");
  g_menu_append_item (menu, item);
  g_object_unref (item);
  g_object_unref (row);
}

/**
 * atl_canvas_new_note_menu:
 * @self: a canvas with a board, notes are selected
 *
 * Returns: (transfer full): what can be done with them; with a place for the "colors" if they have some
 */
GMenu *
atl_canvas_new_note_menu (AtlCanvas *self)
{
  GMenu *menu = g_menu_new ();
  GMenu *top = g_menu_new ();
  GMenu *bottom = g_menu_new ();

  if (!has_person (self))
    g_menu_append (top, _ ("_Edit"), "canvas.edit-lead");
  g_menu_append (top, _ ("D_uplicate"), "canvas.duplicate");
  add_headed_section (self, menu, top);
  add_versions_section (self, menu);
  if (atl_canvas_menu_shows_colors (self))
    add_section (menu, new_color_section ());
  if (!has_nodes_only (self))
    append_window_section (self, menu);
  append_middle (self, menu);
  atl_canvas_append_term_section (self, menu);
  atl_canvas_append_hidden (self, top);
  append_with (bottom, _ ("Cu_t"), "canvas.cut", "verb-icon", "edit-cut-symbolic");
  append_with (bottom, _ ("_Copy"), "canvas.copy", "verb-icon", "edit-copy-symbolic");
  append_with (bottom, _ ("_Delete"), "canvas.delete", "verb-icon", "user-trash-symbolic");
  add_button_row (menu, bottom);
  return menu;
}
