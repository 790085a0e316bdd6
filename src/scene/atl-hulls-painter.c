/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-note.h"
#include "scene/atl-area-painter.h"
#include "scene/atl-node-painter.h"

#include <math.h>
#include <stdlib.h>

/* The silos of a graph area: a rounded hull around the nodes of each. */

#define MARGIN 20.0 /* between nodes and hull */
#define CORNERS 8   /* that each node adds: its box with cut corners */
#define LABEL_SIZE 14.0

typedef struct
{
  AtlSilo *silo;
  GArray  *points; /* AtlPoint */
} Hull;

static void
hull_free (gpointer data)
{
  Hull *hull = data;

  g_array_unref (hull->points);
  g_free (hull);
}

static void
add_corners (GArray *points,
             AtlRect rect)
{
  const double cut = MARGIN * 0.7;
  AtlRect      outer = atl_rect_inset (rect, -MARGIN);
  double       right = outer.x + outer.width;
  double       bottom = outer.y + outer.height;
  AtlPoint     corners[CORNERS] = {
        { outer.x + cut, outer.y },
        { right - cut, outer.y },
        { right, outer.y + cut },
        { right, bottom - cut },
        { right - cut, bottom },
        { outer.x + cut, bottom },
        { outer.x, bottom - cut },
        { outer.x, outer.y + cut },
  };

  g_array_append_vals (points, corners, CORNERS);
}

static Hull *
ensure_hull (GPtrArray *hulls,
             AtlSilo   *silo)
{
  Hull *hull;

  for (guint i = 0; i < hulls->len; i++)
    if (((Hull *) hulls->pdata[i])->silo == silo)
      return hulls->pdata[i];
  hull = g_new0 (Hull, 1);
  hull->silo = silo;
  hull->points = g_array_new (FALSE, FALSE, sizeof (AtlPoint));
  g_ptr_array_add (hulls, hull);
  return hull;
}

static GPtrArray *
collect (AtlScene     *scene,
         AtlAreaState *area)
{
  GPtrArray *hulls = g_ptr_array_new_with_free_func (hull_free);

  for (guint i = 0; i < area->members->len; i++)
    {
      AtlBoxState *node = area->members->pdata[i];
      AtlSilo     *silo = atl_node_find_silo (scene, node);
      AtlRect      rect = atl_rect_moved (node->local, -ATL_AREA_INSET, -ATL_AREA_INSET);

      if (silo != NULL)
        add_corners (ensure_hull (hulls, silo)->points, rect);
    }
  return hulls;
}

static int
compare_points (gconstpointer a,
                gconstpointer b)
{
  const AtlPoint *one = a;
  const AtlPoint *other = b;

  if (one->x != other->x)
    return one->x < other->x ? -1 : 1;
  return (one->y > other->y) - (one->y < other->y);
}

static gboolean
turns_left (AtlPoint a,
            AtlPoint b,
            AtlPoint c)
{
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) > 0;
}

/* Andrew's monotone chain. Orders @points along their convex hull and drops the others. */
static void
make_convex (GArray *points)
{
  guint                n = points->len;
  AtlPoint            *in = (AtlPoint *) (gpointer) points->data;
  g_autofree AtlPoint *out = g_new (AtlPoint, 2 * n + 1);
  guint                m = 0;

  qsort (in, n, sizeof (AtlPoint), compare_points);
  for (guint i = 0; i < n; i++)
    {
      while (m >= 2 && !turns_left (out[m - 2], out[m - 1], in[i]))
        m--;
      out[m++] = in[i];
    }
  for (guint i = n - 1, lower = m + 1; i > 0; i--)
    {
      while (m >= lower && !turns_left (out[m - 2], out[m - 1], in[i - 1]))
        m--;
      out[m++] = in[i - 1];
    }
  g_array_set_size (points, 0);
  g_array_append_vals (points, out, m > 1 ? m - 1 : m);
}

/* A closed curve that rounds every corner of the polygon. */
static GArray *
round_off (GArray *polygon)
{
  GArray *curve = g_array_new (FALSE, FALSE, sizeof (AtlPoint));
  guint   n = polygon->len;

  for (guint i = 0; i <= n; i++)
    {
      AtlPoint corner = g_array_index (polygon, AtlPoint, i % n);
      AtlPoint before = g_array_index (polygon, AtlPoint, (i + n - 1) % n);
      double   length = hypot (corner.x - before.x, corner.y - before.y);
      double   part = length > 0 ? MIN (26 / length, 0.5) : 0.5;
      AtlPoint enter = { corner.x + (before.x - corner.x) * part, corner.y + (before.y - corner.y) * part };
      AtlPoint leave = { before.x + (corner.x - before.x) * part, before.y + (corner.y - before.y) * part };

      if (i == 0)
        {
          g_array_append_val (curve, enter);
          continue;
        }
      AtlPoint segment[] = { before, before, leave, leave, enter, enter };
      g_array_append_vals (curve, segment, 6);
    }
  return curve;
}

/* The middle of the upper edge of a hull. */
static AtlPoint
find_top (GArray *points)
{
  AtlPoint top = g_array_index (points, AtlPoint, 0);
  double   right = top.x;

  for (guint i = 1; i < points->len; i++)
    {
      AtlPoint point = g_array_index (points, AtlPoint, i);

      if (point.y < top.y - 1)
        {
          top = point;
          right = point.x;
        }
      else if (point.y < top.y + 1)
        {
          top.x = MIN (top.x, point.x);
          right = MAX (right, point.x);
        }
    }
  return (AtlPoint){ (top.x + right) / 2, top.y };
}

static void
paint_label (AtlScene       *scene,
             Hull           *hull,
             AtlRect         room,
             AtlDisplayList *list)
{
  AtlTextStyle            style = { .size = LABEL_SIZE, .weight = PANGO_WEIGHT_BOLD };
  const char             *name = atl_silo_get_name (hull->silo);
  g_autoptr (PangoLayout) layout = atl_text_maker_make (scene->text, name, &style);
  AtlPoint                top = find_top (hull->points);
  double                  width = atl_text_get_width (layout);
  double                  x = MAX (MIN (top.x - width / 2, room.width - width - 4), 4);
  double                  y = MAX (top.y - atl_text_get_height (layout) - 3, 2);

  atl_display_list_text (list, (AtlPoint){ x, y }, layout, 1, ATL_TEXT_LABEL,
                         atl_palette_get_ink (scene->theme, ATL_INK_LABEL));
}

static void
paint_hull (AtlScene       *scene,
            Hull           *hull,
            AtlDetail       detail,
            AtlDisplayList *list)
{
  AtlRgba            color = atl_palette_get_node_fill (scene->theme, atl_silo_get_color (hull->silo));
  AtlRgba            edge = atl_rgba_mix (color, atl_rgba (0x3d3d40), 0.35);
  g_autoptr (GArray) curve = round_off (hull->points);
  AtlPoint          *points = (AtlPoint *) (gpointer) curve->data;
  AtlDisplayOp      *op;

  op = atl_display_list_stroke (list, points, curve->len, 0,
                                atl_rgba_with_alpha (color, scene->theme == ATL_THEME_DARK ? 0.13 : 0.42));
  op->curved = op->closed = TRUE;
  if (detail == ATL_DETAIL_PLAIN)
    return;
  op = atl_display_list_stroke (list, points, curve->len, 1.25, atl_rgba_with_alpha (edge, 0.7));
  op->curved = op->closed = TRUE;
}

/**
 * atl_hulls_painter_paint:
 * @scene: a scene
 * @area: a graph area whose nodes have their places
 * @detail: how much to show
 * @list: where to add the hulls of the silos, and their names
 */
void
atl_hulls_painter_paint (AtlScene       *scene,
                         AtlAreaState   *area,
                         AtlDetail       detail,
                         AtlDisplayList *list)
{
  g_autoptr (GPtrArray) hulls = collect (scene, area);

  for (guint i = 0; i < hulls->len; i++)
    {
      make_convex (((Hull *) hulls->pdata[i])->points);
      paint_hull (scene, hulls->pdata[i], detail, list);
    }
  for (guint i = 0; detail == ATL_DETAIL_FULL && i < hulls->len; i++)
    paint_label (scene, hulls->pdata[i], area->state.box.rect, list);
}
