/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-link-painter.h"

#include "model/atl-links.h"
#include "scene/atl-curve.h"
#include "scene/atl-link-labels.h"
#include "scene/atl-map-shape.h"

#include <math.h>
#include <string.h>

#define BEND 0.14 /* of the length: the two directions between a pair stay apart */
#define QUIET 0.7 /* of lines between ordinary notes */
#define CLEAR 3.0 /* units between a line and what it ends at */

/* Between ordinary notes lines are quiet: there the notes are what the room looks at. */
static gboolean
is_quiet (AtlLinkState *self)
{
  return !self->from->box.is_node;
}

static double
get_width (AtlLinkState *self)
{
  if (is_quiet (self))
    return (1.2 + 0.5 * (CLAMP (self->strength, 1, 5) - 1)) * self->state.box.scale;
  return (1.4 + 0.9 * (CLAMP (self->strength, 1, 5) - 1)) * self->state.box.scale;
}

/**
 * atl_link_painter_place:
 * @scene: a scene
 * @link: a link outside of maps whose ends have their places
 *
 * Bends the curve from one end to the other.
 */
void
atl_link_painter_place (AtlScene     *scene,
                        AtlLinkState *link)
{
  AtlPoint bent = atl_curve_bend (atl_rect_center (link->from->box.rect),
                                  atl_rect_center (link->to->box.rect), BEND);
  AtlPoint curve[4];

  atl_curve_through (curve, atl_rect_leave (atl_rect_inset (link->from->box.rect, -CLEAR), bent),
                     atl_rect_leave (atl_rect_inset (link->to->box.rect, -CLEAR), bent), bent, 2.0 / 3);
  atl_link_painter_set_curve (scene, link, curve);
}

/**
 * atl_link_painter_set_curve:
 * @scene: a scene
 * @link: a link
 * @curve: (array fixed-size=4): where it runs, in board units
 */
void
atl_link_painter_set_curve (AtlScene       *scene,
                            AtlLinkState   *link,
                            const AtlPoint *curve)
{
  g_autofree char *remark = atl_link_labels_dup_remark (link);
  double           around = remark != NULL ? 14 + 4.5 * (double) g_utf8_strlen (remark, -1) : 14;

  memcpy (link->curve, curve, sizeof link->curve);
  link->state.box.rect = atl_curve_get_extents (curve, around);
  atl_scene_repaint (scene, &link->state);
}

/* What is not lit fades, and of very many lines only those that are lit are drawn. */
static gboolean
is_lit (AtlScene     *scene,
        AtlLinkState *link)
{
  return atl_scene_map_is_lit (scene, link->state.box.item) ||
         (scene->map.lit_lines != NULL && g_hash_table_contains (scene->map.lit_lines, link));
}

static gboolean
is_traced (AtlScene     *scene,
           AtlLinkState *link)
{
  GHashTable *traced = scene->map.traced;

  return traced != NULL && (g_hash_table_contains (traced, link->from->box.item) ||
                            g_hash_table_contains (traced, link->to->box.item));
}

static gboolean
is_drawn (AtlScene     *scene,
          AtlLinkState *link,
          AtlDetail     detail)
{
  AtlAreaState *area = atl_area_state (link->from->box.area);
  gboolean      inside = link->from->box.is_node && link->from->box.area == link->to->box.area;

  if (!inside || area->shape == NULL)
    return TRUE;
  if (detail == ATL_DETAIL_PLAIN && atl_map_shape_has_bands (area->shape))
    return FALSE;
  return !area->shape->crowded || is_traced (scene, link) ||
         (scene->map.lit != NULL && is_lit (scene, link));
}

/* Strokes across the line: a need that was blocked. */
static void
paint_bar (const AtlPoint *line,
           double          width,
           double          scale,
           AtlRgba         color,
           AtlDisplayList *list)
{
  AtlPoint middle = atl_curve_get_point (line, 0.5);
  AtlPoint along = atl_curve_get_direction (line, 0.5);
  double   half = 6 * scale + width;
  AtlPoint bar[2] = { { middle.x - along.y * half, middle.y + along.x * half },
                      { middle.x + along.y * half, middle.y - along.x * half } };

  atl_display_list_stroke (list, bar, 2, 2.5 * scale + width / 3, color);
}

static void
paint_line (AtlScene       *scene,
            AtlLinkState   *link,
            const AtlPoint *line,
            AtlDetail       detail,
            AtlDisplayList *list)
{
  double        scale = link->state.box.scale;
  double        width = get_width (link);
  AtlRgba       color = atl_palette_get_link (scene->theme, link->kind);
  AtlDisplayOp *stroke = atl_display_list_stroke (list, line, 4, width, color);

  stroke->curved = TRUE;
  if (is_quiet (link) && scene->theme != ATL_THEME_CONTRAST)
    stroke->color = atl_rgba_with_alpha (color, QUIET);
  if (detail == ATL_DETAIL_PLAIN)
    return;
  if (link->kind == ATL_LINK_KIND_BLOCKED)
    stroke->dash = 6 * scale + 2 * width;
  else if (link->kind == ATL_LINK_KIND_MISSING)
    stroke->dash = 1.5 * scale + 1.1 * width;
  if (!link->mutual)
    stroke->arrow = 8 * scale + 1.6 * width;
  stroke->rect = atl_rect_inset (stroke->rect, -stroke->arrow / 2);
  if (link->kind == ATL_LINK_KIND_BLOCKED)
    paint_bar (line, width, scale, color, list);
}

/**
 * atl_link_painter_paint:
 * @scene: a scene
 * @link: a link that has its place
 * @detail: how much to show
 * @list: where to add what it looks like; nothing when silos stand for their nodes
 */
void
atl_link_painter_paint (AtlScene       *scene,
                        AtlLinkState   *link,
                        AtlDetail       detail,
                        AtlDisplayList *list)
{
  gboolean bridge = atl_scene_map_is_bridge (scene, link);
  AtlPoint line[4];

  if (!is_drawn (scene, link, detail))
    return;
  memcpy (line, link->curve, sizeof line);
  atl_curve_move (line, -link->state.box.rect.x, -link->state.box.rect.y);
  if (bridge)
    atl_link_bridge_paint (scene, line, get_width (link), link->state.box.scale, list);
  paint_line (scene, link, line, detail, list);
  if (detail == ATL_DETAIL_FULL)
    atl_link_labels_paint (scene, link, line, bridge, list);
  if (scene->map.lit != NULL && !is_lit (scene, link))
    atl_display_list_fade (list, ATL_MAP_FADED);
}

/**
 * atl_scene_get_link_distance:
 * @self: a scene
 * @link: the box of a link
 * @point: in board units
 *
 * Returns: how far @point is from the line; very far if it is not drawn because there are too many
 */
double
atl_scene_get_link_distance (AtlScene *self,
                             AtlBox   *link,
                             AtlPoint  point)
{
  AtlLinkState *state = (AtlLinkState *) link;

  g_return_val_if_fail (link->kind == ATL_BOX_LINK, G_MAXDOUBLE);
  if (!is_drawn (self, state, ATL_DETAIL_FULL))
    return G_MAXDOUBLE;
  return atl_curve_get_distance (state->curve, point);
}
