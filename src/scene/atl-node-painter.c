/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-node-painter.h"

#include "model/atl-edits.h"
#include "model/atl-nodes.h"
#include "scene/atl-map-shape.h"
#include "scene/atl-mark-painter.h"

#define MIN_WIDTH 64.0
#define MAX_TEXT_WIDTH 168.0
#define MIN_HEIGHT 40.0
#define MAX_TEXT_HEIGHT 84.0 /* four lines */

static AtlNote *
note_of (AtlBoxState *node)
{
  return ATL_NOTE (node->box.item);
}

/**
 * atl_node_find_silo:
 * @scene: a scene
 * @node: a node
 *
 * Returns: (transfer none) (nullable): the silo of the node in the active partition: its own, or that of the
 * person it stands for
 */
AtlSilo *
atl_node_find_silo (AtlScene    *scene,
                    AtlBoxState *node)
{
  AtlSession *session = scene->session;
  AtlSilo    *own;

  if (session == NULL)
    return NULL;
  own = atl_list_find (atl_session_get_silos (session), atl_note_get_silo (note_of (node)));
  if (own != NULL &&
      g_strcmp0 (atl_silo_get_partition (own), atl_session_get_active_partition (session)) == 0)
    return own;
  return atl_person_find_silo (
    atl_list_find (atl_session_get_people (session), atl_note_get_person (note_of (node))));
}

static PangoLayout *
make_label (AtlScene    *scene,
            AtlBoxState *node,
            double       width)
{
  AtlTextStyle     style = { .size = ATL_NODE_TEXT_SIZE,
                             .width = width,
                             .max_height = MAX_TEXT_HEIGHT,
                             .centered = TRUE };
  g_autofree char *label = atl_nodes_dup_label (note_of (node));
  PangoLayout     *layout = atl_text_maker_make (scene->text, label, &style);

  node->box.truncated = atl_text_is_cut (layout);
  return layout;
}

/**
 * atl_node_painter_measure:
 * @scene: a scene
 * @node: a node
 *
 * Finds out the size of @node, once per text.
 */
void
atl_node_painter_measure (AtlScene    *scene,
                          AtlBoxState *node)
{
  if (node->height >= 0)
    return;
  g_autoptr (PangoLayout) layout = make_label (scene, node, MAX_TEXT_WIDTH);
  node->width = MAX (atl_text_get_width (layout) + 32, MIN_WIDTH);
  node->height = MAX (atl_text_get_height (layout) + 18, MIN_HEIGHT);
}

static void
paint_bar (AtlScene       *scene,
           AtlRect         paper,
           AtlRgba         fill,
           AtlDisplayList *list)
{
  AtlRect bar = { paper.width / 4, paper.height * 0.4, paper.width / 2, paper.height * 0.2 };

  atl_display_list_fill (list, bar, 0,
                         atl_rgba_mix (fill, atl_palette_get_ink (scene->theme, ATL_INK_BAR), 0.75));
}

static void
paint_label (AtlScene       *scene,
             AtlBoxState    *node,
             AtlDisplayList *list)
{
  double                  scale = node->box.scale;
  g_autoptr (PangoLayout) label = make_label (scene, node, node->local.width / scale - 24);
  double                  top = (node->local.height - atl_text_get_height (label) * scale) / 2;

  atl_display_list_text (list, (AtlPoint){ 12 * scale, top }, label, scale, ATL_TEXT_BODY,
                         atl_palette_get_ink (scene->theme, ATL_INK_NOTE_TEXT));
}

/* Whoever has no silo in the active partition has no color: that of the note may be one of another one. */
static gboolean
stands_for_somebody (AtlNote *note)
{
  return *atl_note_get_person (note) != '\0' || *atl_note_get_silo (note) != '\0';
}

/* Where colors tell silos apart, a node of none has none of their colors, unless somebody gave it one: that
 * of its area is given to all. */
static AtlRgba
get_own_fill (AtlScene    *scene,
              AtlBoxState *node)
{
  AtlColor      color = atl_note_get_color (note_of (node));
  AtlAreaState *area = atl_area_state (node->box.area);
  gboolean      silos = area->shape != NULL && area->shape->n_hulls > 0 && node->box.area->item != NULL;

  if (silos && color == atl_tint_to_note_color (atl_area_get_color (ATL_AREA (node->box.area->item))))
    color = ATL_COLOR_GREY;
  if (stands_for_somebody (note_of (node)))
    return atl_palette_get_node_fill (scene->theme, ATL_TINT_GREY);
  return atl_palette_get_note_fill (scene->theme, color);
}

static void
paint_node (AtlScene       *scene,
            AtlBoxState    *node,
            AtlDetail       detail,
            AtlDisplayList *list)
{
  AtlSilo *silo = atl_node_find_silo (scene, node);
  double   scale = node->box.scale;
  AtlRect  paper = { 0, 0, node->local.width, node->local.height };
  AtlRgba  edge = atl_palette_get_ink (scene->theme, ATL_INK_NOTE_EDGE);
  AtlRgba  fill = silo != NULL
                    ? atl_palette_get_node_fill (scene->theme, atl_silo_get_color (silo))
                    : get_own_fill (scene, node);
  double   radius = *atl_note_get_person (note_of (node)) != '\0' ? paper.height : 8 * scale;

  atl_display_list_fill (list, paper, radius, fill);
  if (detail == ATL_DETAIL_PLAIN)
    return;
  if (silo != NULL)
    edge = atl_rgba_mix (fill, edge, scene->theme == ATL_THEME_CONTRAST ? 1 : 0.8);
  atl_display_list_frame (list, paper, radius, (scene->theme == ATL_THEME_CONTRAST ? 2 : 1.25) * scale, edge);
  if (detail == ATL_DETAIL_BARS)
    paint_bar (scene, paper, fill, list);
  else
    paint_label (scene, node, list);
}

/**
 * atl_node_painter_paint:
 * @scene: a scene
 * @node: a node that has its place
 * @detail: how much to show
 * @list: where to add what it looks like; nothing when its silo stands for it
 */
void
atl_node_painter_paint (AtlScene       *scene,
                        AtlBoxState    *node,
                        AtlDetail       detail,
                        AtlDisplayList *list)
{
  if (detail == ATL_DETAIL_PLAIN && atl_map_shape_has_bands (atl_area_state (node->box.area)->shape))
    return;
  paint_node (scene, node, detail, list);
  if (node->box.versions > 0)
    atl_mark_painter_paint (scene, node, detail, list);
  if (!atl_scene_map_is_lit (scene, node->box.item))
    atl_display_list_fade (list, ATL_MAP_FADED);
}
