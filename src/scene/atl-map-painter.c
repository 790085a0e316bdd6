/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-map-painter.h"

#include "model/atl-links.h"
#include "scene/atl-curve.h"
#include "scene/atl-link-labels.h"

#include <math.h>

#define NAME_SIZE 24.0
#define COUNT_SIZE 16.0
#define FAR_SIZE 34.0  /* of names seen from afar on a map of ordinary nodes */
#define MOST_COUNTS 48 /* numbers on bands, those of the strongest */
#define LARGE 60
#define WIDEST 18.0 /* a band */

/* Letters grow with the area: it is looked at as a whole. */
static double
get_size (AtlAreaState *area,
          AtlDetail     detail,
          double        size)
{
  double factor = CLAMP (sqrt (area->tile.width * area->tile.height) / 1265, 0.8, 8);
  double far = detail == ATL_DETAIL_PLAIN && area->state.box.scale > 0.5 ? FAR_SIZE / NAME_SIZE : 1;

  return size * factor * far;
}

static guint
get_needs (const AtlMapBand *band)
{
  return band->n_blocked + band->n_missing;
}

/* By the root of the number; where numbers are large, the largest is the measure. */
static double
get_width (AtlAreaState *area,
           AtlDetail     detail,
           guint         count)
{
  GArray *bands = area->shape->bands;
  guint   most = bands->len > 0 ? g_array_index (bands, AtlMapBand, bands->len - 1).n_active : 0;
  double  width = most > LARGE ? WIDEST * sqrt ((double) count / most) : 2.1 * sqrt (count);

  return get_size (area, detail, MIN (1.6 + width, WIDEST));
}

typedef gboolean (*LineTest) (AtlScene     *scene,
                              AtlLinkState *line);

static gboolean
is_line_lit (AtlScene     *scene,
             AtlLinkState *line)
{
  return atl_scene_map_is_lit (scene, line->state.box.item) ||
         (scene->map.lit_lines != NULL && g_hash_table_contains (scene->map.lit_lines, line));
}

static gboolean
is_active_lit (AtlScene     *scene,
               AtlLinkState *line)
{
  return !atl_link_kind_is_need (line->kind) && is_line_lit (scene, line);
}

static gboolean
is_need_lit (AtlScene     *scene,
             AtlLinkState *line)
{
  return atl_link_kind_is_need (line->kind) && is_line_lit (scene, line);
}

static gboolean
is_line_bridge (AtlScene     *scene,
                AtlLinkState *line)
{
  return atl_scene_map_is_bridge (scene, line);
}

/* Which bands hold a line that passes the test. */
static gboolean *
dup_bands_with (AtlScene     *scene,
                AtlAreaState *area,
                LineTest      test)
{
  AtlMapShape           *shape = area->shape;
  gboolean              *with = g_new0 (gboolean, shape->bands->len + 1);
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  guint                  n = shape->groups->len;

  for (guint i = 0; area->links != NULL && i < area->links->len; i++)
    {
      AtlLinkState *line = area->links->pdata[i];
      guint         a = shape->group_of[line->from->at];
      guint         b = shape->group_of[line->to->at];

      if (a != b && test (scene, line))
        g_hash_table_add (pairs, GSIZE_TO_POINTER ((gsize) MIN (a, b) * n + MAX (a, b) + 1));
    }
  for (guint i = 0; i < shape->bands->len; i++)
    {
      AtlMapBand *band = &g_array_index (shape->bands, AtlMapBand, i);
      gpointer    key = GSIZE_TO_POINTER ((gsize) band->from * n + band->to + 1);

      with[i] = g_hash_table_contains (pairs, key);
    }
  return with;
}

static AtlRgba
get_active_color (AtlScene *scene)
{
  return atl_palette_get_link (scene->theme, ATL_LINK_KIND_HANDOFF);
}

static AtlRgba
get_needs_color (AtlScene         *scene,
                 const AtlMapBand *band)
{
  return atl_palette_get_link (scene->theme,
                               band->n_blocked > 0 ? ATL_LINK_KIND_BLOCKED : ATL_LINK_KIND_MISSING);
}

static void
paint_active (AtlScene         *scene,
              AtlAreaState     *area,
              const AtlMapBand *band,
              gboolean          bridge,
              AtlDetail         detail,
              AtlDisplayList   *list)
{
  AtlRgba       color = atl_rgba_with_alpha (get_active_color (scene), 0.62);
  double        width = get_width (area, detail, band->n_active);
  AtlDisplayOp *op;

  if (band->n_active == 0)
    return;
  if (bridge)
    atl_link_bridge_paint (scene, band->active, width, get_size (area, detail, 1), list);
  op = atl_display_list_stroke (list, band->active, 4, width, color);
  op->curved = TRUE;
}

/* Needs are broken lines; a bar across says that one of them was blocked. */
static void
paint_needs (AtlScene         *scene,
             AtlAreaState     *area,
             const AtlMapBand *band,
             AtlDetail         detail,
             AtlDisplayList   *list)
{
  double        width = get_width (area, detail, get_needs (band)) * 0.8;
  AtlRgba       color = get_needs_color (scene, band);
  AtlDisplayOp *op;

  if (get_needs (band) == 0)
    return;
  op = atl_display_list_stroke (list, band->needs, 4, width, color);
  op->curved = TRUE;
  op->dash = band->n_blocked > 0 ? get_size (area, detail, 6) + 1.6 * width
                                 : get_size (area, detail, 2) + 1.1 * width;
  if (band->n_blocked == 0)
    return;
  AtlPoint middle = atl_curve_get_point (band->needs, 0.3);
  AtlPoint along = atl_curve_get_direction (band->needs, 0.3);
  double   half = get_size (area, detail, 6) + width;
  AtlPoint bar[2] = { { middle.x - along.y * half, middle.y + along.x * half },
                      { middle.x + along.y * half, middle.y - along.x * half } };
  atl_display_list_stroke (list, bar, 2, get_size (area, detail, 2) + width / 3, color);
}

static void
paint_count (AtlScene       *scene,
             AtlAreaState   *area,
             const AtlPoint *curve,
             double          at,
             guint           count,
             AtlDetail       detail,
             AtlRgba         color,
             AtlDisplayList *list)
{
  g_autofree char *text = g_strdup_printf ("%u", count);

  if (count > 0)
    atl_map_pill_paint (scene, text, atl_curve_get_point (curve, at), get_size (area, detail, COUNT_SIZE),
                        color, list);
}

/* Among very many bands, the strongest come to the front. */
static double
get_weight (GArray *bands,
            guint   index)
{
  if (bands->len <= MOST_COUNTS)
    return 1;
  return index + MOST_COUNTS >= bands->len ? 1 : 0.3;
}

/**
 * atl_map_bands_paint:
 * @scene: a scene
 * @area: a graph area with its shape
 * @detail: how much to show
 * @alpha: of the bands
 * @list: where to add them
 *
 * Paints what goes on between silos: one band per pair for active links, a broken one for needs, as wide as
 * there are many.
 */
void
atl_map_bands_paint (AtlScene       *scene,
                     AtlAreaState   *area,
                     AtlDetail       detail,
                     double          alpha,
                     AtlDisplayList *list)
{
  GArray              *bands = area->shape->bands;
  g_autofree gboolean *active = dup_bands_with (scene, area, is_active_lit);
  g_autofree gboolean *needs = dup_bands_with (scene, area, is_need_lit);
  g_autofree gboolean *bridges = dup_bands_with (scene, area, is_line_bridge);

  for (guint i = 0; i < bands->len; i++)
    {
      AtlMapBand *band = &g_array_index (bands, AtlMapBand, i);
      double      lit = alpha * get_weight (bands, i);
      guint       start = atl_display_list_get_length (list);

      paint_active (scene, area, band, bridges[i], detail, list);
      atl_display_list_fade_from (list, start, active[i] ? lit : ATL_MAP_FADED / 2);
      start = atl_display_list_get_length (list);
      paint_needs (scene, area, band, detail, list);
      atl_display_list_fade_from (list, start, needs[i] ? lit : ATL_MAP_FADED / 2);
    }
}

/**
 * atl_map_counts_paint:
 * @scene: a scene
 * @area: a graph area with its shape
 * @detail: how much to show
 * @list: where to add them
 *
 * Paints the numbers of the bands; of very many bands, those of the strongest.
 */
void
atl_map_counts_paint (AtlScene       *scene,
                      AtlAreaState   *area,
                      AtlDetail       detail,
                      AtlDisplayList *list)
{
  GArray              *bands = area->shape->bands;
  g_autofree gboolean *active = dup_bands_with (scene, area, is_active_lit);
  g_autofree gboolean *needs = dup_bands_with (scene, area, is_need_lit);

  for (guint i = bands->len > MOST_COUNTS ? bands->len - MOST_COUNTS : 0; i < bands->len; i++)
    {
      AtlMapBand *band = &g_array_index (bands, AtlMapBand, i);
      guint       start = atl_display_list_get_length (list);

      paint_count (scene, area, band->active, 0.5, band->n_active, detail, get_active_color (scene), list);
      atl_display_list_fade_from (list, start, active[i] ? 1 : ATL_MAP_FADED);
      start = atl_display_list_get_length (list);
      paint_count (scene, area, band->needs, band->n_blocked > 0 ? 0.62 : 0.5, get_needs (band), detail,
                   get_needs_color (scene, band), list);
      atl_display_list_fade_from (list, start, needs[i] ? 1 : ATL_MAP_FADED);
    }
}

/* A head and shoulders, so that the number of people needs no word. */
static void
paint_person (AtlPoint        left,
              double          size,
              AtlRgba         color,
              AtlDisplayList *list)
{
  double head = size * 0.42;

  atl_display_list_fill (list, atl_rect (left.x + (size * 0.8 - head) / 2, left.y - size / 2, head, head),
                         head / 2, color);
  atl_display_list_fill (list, atl_rect (left.x, left.y + size * 0.02, size * 0.8, size * 0.46), size * 0.24,
                         color);
}

static void
paint_number (AtlScene       *scene,
              AtlMapGroup    *group,
              AtlPoint        middle,
              double          size,
              AtlDisplayList *list)
{
  AtlTextStyle            style = { .size = size };
  g_autofree char        *text = g_strdup_printf ("%u", group->n_nodes);
  g_autoptr (PangoLayout) layout = atl_text_maker_make (scene->text, text, &style);
  AtlRgba                 ink = atl_palette_get_ink (scene->theme, ATL_INK_LABEL);
  double                  width = atl_text_get_width (layout) + size * 1.15;

  paint_person ((AtlPoint){ middle.x - width / 2, middle.y }, size, ink, list);
  atl_display_list_text (list,
                         (AtlPoint){ middle.x - width / 2 + size * 1.15,
                                     middle.y - atl_text_get_height (layout) / 2 },
                         layout, 1, ATL_TEXT_META, ink);
}

/* As large as it can be without a break inside a word. */
static PangoLayout *
fit_name (AtlScene     *scene,
          const char   *name,
          AtlTextStyle *style,
          double       *size)
{
  g_auto (GStrv) words = g_strsplit_set (name, " -", -1);
  AtlTextStyle   free = { .size = style->size, .weight = style->weight };
  double         widest = 1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autoptr (PangoLayout) word = atl_text_maker_make (scene->text, words[i], &free);

      widest = MAX (widest, atl_text_get_width (word) + 2);
    }
  style->size = MAX (MIN (style->size, floor (style->size * style->width / widest)), style->size * 0.5);
  return atl_text_maker_fit (scene->text, name, style, style->size * 0.5, size);
}

static AtlRect
get_label_room (AtlMapGroup *group,
                double       size)
{
  AtlRect room = atl_map_group_get_part (group, 0)->bounds;

  room = atl_rect (room.x + room.width * 0.08, room.y + size * 0.35, room.width * 0.84,
                   room.height - size * 0.7);

  if (group->silo == NULL)
    room = atl_rect (group->middle.x - size * 1.6, group->middle.y - size * 1.5, size * 3.2, size * 3);
  return room;
}

/**
 * atl_map_group_paint_label:
 * @scene: a scene
 * @area: a graph area with its shape
 * @group: a silo, or the nodes without one
 * @detail: how much to show
 * @list: where to add the label
 *
 * Paints the name of a silo in the middle of its hull, and how many nodes it has. Those without a silo are a
 * dash.
 */
void
atl_map_group_paint_label (AtlScene       *scene,
                           AtlAreaState   *area,
                           AtlMapGroup    *group,
                           AtlDetail       detail,
                           AtlDisplayList *list)
{
  double                  size = get_size (area, detail, NAME_SIZE);
  AtlRect                 room = get_label_room (group, size);
  AtlTextStyle            style = { .size = size,
                                    .weight = PANGO_WEIGHT_BOLD,
                                    .width = room.width,
                                    .max_height = room.height - size * 1.2,
                                    .centered = TRUE };
  const char             *name = group->silo != NULL ? atl_silo_get_name (group->silo) : "–";
  g_autoptr (PangoLayout) layout = fit_name (scene, name, &style, &size);
  double                  height = atl_text_get_height (layout) + size * 1.25;
  double                  top = group->middle.y - height / 2;

  if (group->silo == NULL)
    atl_display_list_fill (list, atl_rect_inset (room, -size * 0.3), size,
                           atl_palette_get_hull_fill (scene->theme, ATL_TINT_GREY));
  atl_display_list_text (list, (AtlPoint){ room.x, top }, layout, 1, ATL_TEXT_LABEL,
                         atl_palette_get_ink (scene->theme, ATL_INK_TITLE));
  paint_number (scene, group, (AtlPoint){ group->middle.x, top + height - size * 0.55 }, size * 0.85, list);
  if (group->silo != NULL)
    atl_map_sign_paint (scene, group->silo,
                        (AtlPoint){ group->middle.x - atl_map_sign_get_width (scene, group->silo, size) / 2,
                                    atl_map_group_get_part (group, 0)->bounds.y },
                        size * 1.2, list);
}

/**
 * atl_map_sign_get_width:
 * @scene: a scene
 * @silo: a silo
 * @size: of the letters beside it
 *
 * Returns: how much room its sign takes, 0 without one
 */
double
atl_map_sign_get_width (AtlScene *scene,
                        AtlSilo  *silo,
                        double    size)
{
  return atl_scene_map_get_marks (scene, silo) != 0 ? size * 1.75 : 0;
}

/* A triangle with a 1 in it: all hangs on one. */
static void
paint_fragile (AtlScene       *scene,
               AtlPoint        middle,
               double          size,
               AtlRgba         ink,
               AtlDisplayList *list)
{
  AtlTextStyle            style = { .size = size * 0.72, .weight = PANGO_WEIGHT_BOLD };
  g_autoptr (PangoLayout) one = atl_text_maker_make (scene->text, "1", &style);
  double                  half = size * 0.62;
  AtlPoint                corners[3] = { { middle.x, middle.y - half },
                                         { middle.x + half * 1.08, middle.y + half * 0.82 },
                                         { middle.x - half * 1.08, middle.y + half * 0.82 } };

  atl_display_list_stroke (list, corners, 3, 0, ink)->closed = TRUE;
  atl_display_list_stroke (list, corners, 3, size * 0.14, ink)->closed = TRUE;
  atl_display_list_text (list,
                         (AtlPoint){ middle.x - atl_text_get_width (one) / 2,
                                     middle.y + half * 0.24 - atl_text_get_height (one) / 2 },
                         one, 1, ATL_TEXT_SYMBOL, atl_palette_get_area_fill (scene->theme, ATL_TINT_WHITE));
}

/* A ring with nothing around it: a dot in a broken circle. */
static void
paint_isolated (AtlPoint        middle,
                double          size,
                AtlRgba         ink,
                AtlDisplayList *list)
{
  double        radius = size * 0.52;
  AtlPoint      ring[13];
  AtlDisplayOp *op;

  for (guint i = 0; i < 4; i++)
    {
      double angle = i * G_PI_2, next = angle + G_PI_2, handle = radius * 0.5523;

      ring[3 * i] = (AtlPoint){ middle.x + radius * cos (angle), middle.y + radius * sin (angle) };
      ring[3 * i + 1] =
        (AtlPoint){ ring[3 * i].x - handle * sin (angle), ring[3 * i].y + handle * cos (angle) };
      ring[3 * i + 2] = (AtlPoint){ middle.x + radius * cos (next) + handle * sin (next),
                                    middle.y + radius * sin (next) - handle * cos (next) };
    }
  ring[12] = ring[0];
  op = atl_display_list_stroke (list, ring, 13, size * 0.14, ink);
  op->curved = TRUE;
  op->dash = radius * G_PI / 6;
  atl_display_list_fill (
    list, atl_rect (middle.x - size * 0.2, middle.y - size * 0.2, size * 0.4, size * 0.4), size * 0.2, ink);
}

/**
 * atl_map_sign_paint:
 * @scene: a scene
 * @silo: a silo
 * @left: the middle of the left edge of its room
 * @size: of the letters beside it
 * @list: where to add it
 *
 * Paints the sign of a silo that hangs on one node, or has no active link at all. Isolated goes first: it
 * is both at most in name.
 */
void
atl_map_sign_paint (AtlScene       *scene,
                    AtlSilo        *silo,
                    AtlPoint        left,
                    double          size,
                    AtlDisplayList *list)
{
  guint    marks = atl_scene_map_get_marks (scene, silo);
  AtlRgba  ink = atl_palette_get_ink (scene->theme, ATL_INK_MARK);
  AtlPoint middle = { left.x + size * 0.65, left.y };

  if ((marks & ATL_MAP_MARK_ISOLATED) != 0)
    paint_isolated (middle, size, ink, list);
  else if ((marks & ATL_MAP_MARK_FRAGILE) != 0)
    paint_fragile (scene, middle, size, ink, list);
}
