/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-area-painter.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-map-painter.h"

#include <math.h>

/* The silos of a graph area: a rounded hull around the nodes of each; or, when no
 * node is drawn, with its name and number inside, and bands between them. */

static gboolean
is_lit (AtlScene     *scene,
        AtlAreaState *area,
        guint         index)
{
  AtlMapGroup *group = atl_map_shape_get_group (area->shape, index);

  if (atl_scene_map_is_lit (scene, group->silo))
    return TRUE;
  for (guint i = 0; i < area->shape->n_members; i++)
    if (area->shape->group_of[i] == index &&
        atl_scene_map_is_lit (scene, ((AtlBox *) area->members->pdata[i])->item))
      return TRUE;
  return FALSE;
}

static AtlRgba
get_edge (AtlScene *scene,
          AtlSilo  *silo)
{
  AtlRgba color = atl_palette_get_node_fill (scene->theme, atl_silo_get_color (silo));

  if (scene->theme == ATL_THEME_CONTRAST)
    return atl_rgba (0x000000);
  if (scene->theme == ATL_THEME_DARK)
    return atl_rgba_with_alpha (color, 0.55);
  return atl_rgba_mix (color, atl_rgba (0x3d3d40), 0.3);
}

/* An isolated silo has a broken edge. */
static void
paint_hull (AtlScene       *scene,
            AtlSilo        *silo,
            AtlMapPart     *part,
            double          scale,
            AtlDisplayList *list)
{
  AtlPoint     *points = (AtlPoint *) (gpointer) part->outline->data;
  guint         marks = atl_scene_map_get_marks (scene, silo);
  double        width = (scene->theme == ATL_THEME_CONTRAST ? 2 : 1.4) * scale;
  AtlDisplayOp *op;

  op = atl_display_list_stroke (list, points, part->outline->len, 0,
                                atl_palette_get_hull_fill (scene->theme, atl_silo_get_color (silo)));
  op->curved = op->closed = TRUE;
  if (marks != 0)
    {
      op = atl_display_list_stroke (list, points, part->outline->len, 2 * width,
                                    atl_palette_get_ink (scene->theme, ATL_INK_MARK));
      op->dash = (marks & ATL_MAP_MARK_ISOLATED) != 0 ? 7 * scale : 0;
    }
  else
    op = atl_display_list_stroke (list, points, part->outline->len, width, get_edge (scene, silo));
  op->curved = op->closed = TRUE;
}

/**
 * atl_map_group_fade:
 * @scene: a scene
 * @area: a graph area with its shape
 * @index: of a silo
 * @start: from where on @list shows it
 * @list: what fades, if neither the silo nor a node of it is lit
 */
void
atl_map_group_fade (AtlScene       *scene,
                    AtlAreaState   *area,
                    guint           index,
                    guint           start,
                    AtlDisplayList *list)
{
  if (scene->map.lit != NULL && !is_lit (scene, area, index))
    atl_display_list_fade_from (list, start, ATL_MAP_FADED);
}

/* Where hulls stand alone, without nodes, a scattered silo is where most of it is. */
static void
paint_hulls (AtlScene       *scene,
             AtlAreaState   *area,
             gboolean        alone,
             AtlDisplayList *list)
{
  for (guint i = 0; i < area->shape->groups->len; i++)
    {
      AtlMapGroup *group = atl_map_shape_get_group (area->shape, i);
      guint        start = atl_display_list_get_length (list);

      if (group->silo == NULL)
        continue;
      for (guint j = 0; j < group->parts->len; j++)
        if (!atl_map_group_get_part (group, j)->bare || (alone && j == 0))
          paint_hull (scene, group->silo, group->parts->pdata[j], area->state.box.scale, list);
      atl_map_group_fade (scene, area, i, start, list);
    }
}

static void
paint_labels (AtlScene       *scene,
              AtlAreaState   *area,
              AtlDetail       detail,
              AtlDisplayList *list)
{
  for (guint i = 0; i < area->shape->groups->len; i++)
    {
      guint start = atl_display_list_get_length (list);

      atl_map_group_paint_label (scene, area, atl_map_shape_get_group (area->shape, i), detail, list);
      atl_map_group_fade (scene, area, i, start, list);
    }
}

/**
 * atl_hulls_painter_paint:
 * @scene: a scene
 * @area: a graph area whose nodes have their places
 * @detail: how much to show
 * @list: where to add the hulls of the silos, and what stands for nodes and links
 */
void
atl_hulls_painter_paint (AtlScene       *scene,
                         AtlAreaState   *area,
                         AtlDetail       detail,
                         AtlDisplayList *list)
{
  gboolean silos = scene->map.view == ATL_MAP_SILOS;
  gboolean far = detail == ATL_DETAIL_PLAIN && atl_map_shape_has_bands (area->shape);
  gboolean banded;

  if (area->shape == NULL)
    return;
  banded = silos || far || area->shape->crowded;
  detail = silos ? ATL_DETAIL_FULL : detail;
  if (banded)
    atl_map_bands_paint (scene, area, detail, silos || far ? 1 : 0.5, list);
  paint_hulls (scene, area, silos || far, list);
  if (banded)
    atl_map_counts_paint (scene, area, detail, list);
  if (silos || far)
    paint_labels (scene, area, detail, list);
}
