/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/areas/atl-canvas-areas.h"
#include "canvas/notes/atl-canvas-values.h"

#include "canvas/areas/atl-order-commands.h"
#include "model/atl-authors.h"

#include <glib/gi18n-lib.h>

#include "canvas/notes/atl-authors-menu.h"

#define MENU "/io/github/atelier_app/Atelier/canvas/atl-canvas-area-menu.ui"

/* The title of the area heads the menu, so that it is clear which one is meant. */
static GMenuItem *
new_heading (GMenuModel *sections,
             AtlArea    *area)
{
  GMenuItem *item = g_menu_item_new_from_model (sections, 0);

  if (*atl_area_get_title (area) != '\0')
    g_menu_item_set_label (item, atl_area_get_title (area));
  return item;
}

static void
append_order (GMenu      *menu,
              const char *label,
              const char *order)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "canvas.sort-area", "s", order);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static gboolean
shows_authors (AtlScene *scene,
               AtlBox   *area)
{
  GPtrArray *boxes = atl_scene_get_area_notes (scene, area);

  for (guint i = 0; i < boxes->len; i++)
    if (atl_note_find_author (ATL_NOTE (((AtlBox *) boxes->pdata[i])->item)) != NULL)
      return TRUE;
  return FALSE;
}

/* Sessions of before do not say when a note was captured. */
static gboolean
has_times (AtlScene *scene,
           AtlBox   *area)
{
  GPtrArray *boxes = atl_scene_get_area_notes (scene, area);

  for (guint i = 0; i < boxes->len; i++)
    if (atl_note_get_captured (ATL_NOTE (((AtlBox *) boxes->pdata[i])->item)) > 0)
      return TRUE;
  return FALSE;
}

/* What cannot tell notes apart here, or must not, is not offered. */
static void
add_orders (AtlCanvas *self,
            AtlArea   *area,
            GMenu     *section)
{
  AtlScene         *scene = atl_board_view_get_scene (self->view);
  AtlBox           *box = atl_board_view_find_box (self->view, area);
  g_autoptr (GMenu) orders = g_menu_new ();

  if (!atl_order_commands_can_sort (self->view, area))
    return;
  if (atl_area_order_has_votes (scene, box))
    append_order (orders, _ ("_Votes"), "votes");
  if (atl_area_order_has_numbers (box, ATL_ORDER_STRENGTH))
    append_order (orders, _ ("_Strength"), "strength");
  if (atl_area_order_has_numbers (box, ATL_ORDER_RATIO))
    append_order (orders, _ ("Value for _Effort"), "ratio");
  if (shows_authors (scene, box))
    append_order (orders, _ ("_Author"), "author");
  append_order (orders, _ ("_Text"), "text");
  append_order (orders, _ ("_Color"), "color");
  if (has_times (scene, box))
    append_order (orders, _ ("T_ime of Capture"), "time");
  g_menu_prepend_submenu (section, _ ("_Sort by"), G_MENU_MODEL (orders));
}

/**
 * atl_canvas_new_area_menu:
 * @self: a canvas with a board
 * @area: its current area
 *
 * Returns: (transfer full): what can be done with the area
 */
GMenu *
atl_canvas_new_area_menu (AtlCanvas *self,
                          AtlArea   *area)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENU);
  GMenu                 *menu = G_MENU (gtk_builder_get_object (builder, "menu"));
  g_autoptr (GMenuItem)  heading = new_heading (G_MENU_MODEL (menu), area);

  atl_canvas_update_area_actions (self);
  atl_canvas_update_value_actions (self);
  add_orders (self, area, G_MENU (gtk_builder_get_object (builder, "order")));
  g_menu_remove (menu, 0);
  g_menu_insert_item (menu, 0, heading);
  atl_authors_menu_append (G_MENU (gtk_builder_get_object (builder, "view")));
  return g_object_ref (menu);
}

/**
 * atl_canvas_get_area_anchor:
 * @self: a canvas with a board
 * @area: an area of the board
 *
 * Returns: where the menu of the area opens by key, in pixels: at its title, as far as that is in view
 */
AtlRect
atl_canvas_get_area_anchor (AtlCanvas *self,
                            AtlArea   *area)
{
  AtlBox *box = atl_board_view_find_box (self->view, area);
  AtlRect all = atl_rect (0, 0, gtk_widget_get_width (GTK_WIDGET (self)),
                          gtk_widget_get_height (GTK_WIDGET (self)));
  AtlRect title;

  if (box == NULL)
    return atl_rect (all.width / 2, all.height / 2, 1, 1);
  title = atl_rect_moved (box->text_rect, box->rect.x, box->rect.y);
  title = atl_camera_rect_to_screen (self->camera, title);
  return atl_rect (CLAMP (title.x, 0, MAX (all.width - 1, 0)),
                   CLAMP (title.y + title.height, 0, MAX (all.height - 1, 0)), 1, 1);
}
