/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-private.h"

#include "canvas/links/atl-canvas-links.h"
#include "canvas/links/atl-link-words.h"
#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-note-links.h"
#include "model/atl-partitions.h"

#include <glib/gi18n-lib.h>

static void
append_value (GMenu      *menu,
              const char *text,
              const char *action,
              GVariant   *value)
{
  GMenuItem *item = g_menu_item_new (NULL, NULL);
  /* What comes from the session is no mnemonic. */
  g_auto (GStrv)   parts = g_strsplit (text, "_", -1);
  g_autofree char *label = g_strjoinv ("__", parts);

  g_menu_item_set_label (item, label);
  g_menu_item_set_action_and_target_value (item, action, value);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

static const char *
get_nick (AtlLinkKind kind)
{
  GEnumClass *kinds = g_type_class_ref (ATL_TYPE_LINK_KIND);
  const char *nick = g_enum_get_value (kinds, (int) kind)->value_nick;

  g_type_class_unref (kinds);
  return nick;
}

static GMenuModel *
new_kinds (AtlCanvas *self,
           AtlLink   *link)
{
  AtlSession        *session = atl_board_view_get_session (self->view);
  AtlNote           *from = atl_session_find_note (session, atl_link_get_from (link));
  g_autoptr (GArray) kinds = atl_map_dup_kinds (from != NULL ? atl_note_find_area (from) : NULL);
  GMenu             *menu = g_menu_new ();

  for (guint i = 0; i < kinds->len; i++)
    {
      AtlLinkKind      kind = g_array_index (kinds, AtlLinkKind, i);
      g_autofree char *name = atl_link_kind_dup_name (kind, NULL);

      append_value (menu, name, "canvas.link-kind", g_variant_new_string (get_nick (kind)));
    }
  return G_MENU_MODEL (menu);
}

static GMenuModel *
new_strengths (AtlLink *link)
{
  GMenu *menu = g_menu_new ();

  for (int strength = 1; strength <= 5; strength++)
    {
      g_autofree char *text = g_strdup_printf ("%d · %s", strength,
                                               atl_link_get_anchor (atl_link_get_kind (link), strength));

      append_value (menu, text, "canvas.link-strength", g_variant_new_int32 (strength));
    }
  return G_MENU_MODEL (menu);
}

static void
append_section (GMenu *menu,
                GMenu *section)
{
  if (g_menu_model_get_n_items (G_MENU_MODEL (section)) > 0)
    g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
  g_object_unref (section);
}

/**
 * atl_canvas_new_link_menu:
 * @self: a canvas with a board
 * @link: the selected link
 *
 * Returns: (transfer full): what can be done to it
 */
GMenu *
atl_canvas_new_link_menu (AtlCanvas *self,
                          AtlLink   *link)
{
  GMenu                 *menu = g_menu_new ();
  GMenu                 *top = g_menu_new ();
  GMenu                 *bottom = g_menu_new ();
  g_autoptr (GMenuModel) kinds = new_kinds (self, link);
  g_autoptr (GMenuModel) strengths = new_strengths (link);

  if (atl_board_view_find_link_box (self->view, link) == NULL)
    g_menu_append (top, _ ("_Go There"), "canvas.follow-link");
  g_menu_append (top, _ ("_Edit Link…"), "canvas.edit-link");
  g_menu_append_submenu (top, _ ("_Kind"), kinds);
  g_menu_append_submenu (top, _ ("_Strength"), strengths);
  g_menu_append (top, _ ("_Reverse"), "canvas.reverse-link");
  append_section (menu, top);
  g_menu_append (bottom, _ ("_Delete Link"), "canvas.delete");
  append_section (menu, bottom);
  return menu;
}

static void
append_silos (AtlCanvas *self,
              GMenu     *section)
{
  AtlSession           *session = atl_board_view_get_session (self->view);
  g_autoptr (GPtrArray) silos =
    atl_partitions_dup_silos (session, atl_session_get_active_partition (session));
  g_autoptr (GMenu) menu = g_menu_new ();

  for (guint i = 0; i < silos->len; i++)
    append_value (menu, atl_silo_get_name (silos->pdata[i]), "canvas.silo",
                  g_variant_new_string (atl_item_get_id (silos->pdata[i])));
  append_value (menu, _ ("No Silo"), "canvas.silo", g_variant_new_string (""));
  if (silos->len > 0)
    g_menu_append_submenu (section, _ ("S_ilo"), G_MENU_MODEL (menu));
}

static void
append_pinned (AtlCanvas *self,
               GMenu     *section)
{
  g_autoptr (GPtrArray) nodes = atl_board_view_dup_selected (self->view, FALSE);
  gboolean              pinned = FALSE;

  for (guint i = 0; i < nodes->len; i++)
    pinned = pinned || atl_note_get_pinned (nodes->pdata[i]);
  append_value (section, pinned ? _ ("Let Arrange Move It") : _ ("Keep in Place"), "canvas.pinned",
                g_variant_new_boolean (!pinned));
}

/**
 * atl_canvas_append_node_sections:
 * @self: a canvas with a board, nodes of a map are selected
 * @menu: their menu
 *
 * Adds what can be done to nodes only.
 */
void
atl_canvas_append_node_sections (AtlCanvas *self,
                                 GMenu     *menu)
{
  GMenu *links = g_menu_new ();
  GMenu *section = g_menu_new ();

  if (atl_selection_get_size (atl_board_view_get_selection (self->view)) == 1)
    {
      g_menu_append (links, _ ("_Link to…"), "canvas.link");
      g_menu_append (links, _ ("Details…"), "canvas.details");
    }
  append_section (menu, links);
  append_silos (self, section);
  append_pinned (self, section);
  append_section (menu, section);
}
