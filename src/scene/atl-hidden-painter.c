/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-hidden-painter.h"

#define ROUND 0.5523 /* how far the handles of a quarter of a circle reach */
#define DASH 5.0     /* times the width of the line */
#define MARGIN 12.0  /* around the pattern of a card; units at scale 1 */
#define FOOT 30.0    /* below it */
#define STEP 18.0    /* between its lines, along the edges */
#define LABEL_SIZE 14.0

/* Goes on to @to by a straight segment; a path is either all straight or all curved. */
static guint
add_line (AtlPoint *path,
          guint     n,
          AtlPoint  to)
{
  path[n] = path[n - 1];
  path[n + 1] = path[n + 2] = to;
  return n + 3;
}

/* Goes on to @to around @corner. */
static guint
add_corner (AtlPoint *path,
            guint     n,
            AtlPoint  corner,
            AtlPoint  to)
{
  AtlPoint from = path[n - 1];

  path[n] = (AtlPoint){ from.x + (corner.x - from.x) * ROUND, from.y + (corner.y - from.y) * ROUND };
  path[n + 1] = (AtlPoint){ to.x + (corner.x - to.x) * ROUND, to.y + (corner.y - to.y) * ROUND };
  path[n + 2] = to;
  return n + 3;
}

/**
 * atl_hidden_painter_paint_edge:
 * @list: where to add it
 * @paper: of a note that is hidden
 * @radius: of its corners
 * @width: of the line
 * @color: of the line
 *
 * Draws the dashed edge of what is not for everybody yet.
 */
void
atl_hidden_painter_paint_edge (AtlDisplayList *list,
                               AtlRect         paper,
                               double          radius,
                               double          width,
                               AtlRgba         color)
{
  AtlRect       in = atl_rect_inset (paper, width / 2);
  double        right = in.x + in.width, bottom = in.y + in.height;
  AtlPoint      path[25] = { { in.x + radius, in.y } };
  guint         n = 1;
  AtlDisplayOp *op = NULL;

  n = add_line (path, n, (AtlPoint){ right - radius, in.y });
  n = add_corner (path, n, (AtlPoint){ right, in.y }, (AtlPoint){ right, in.y + radius });
  n = add_line (path, n, (AtlPoint){ right, bottom - radius });
  n = add_corner (path, n, (AtlPoint){ right, bottom }, (AtlPoint){ right - radius, bottom });
  n = add_line (path, n, (AtlPoint){ in.x + radius, bottom });
  n = add_corner (path, n, (AtlPoint){ in.x, bottom }, (AtlPoint){ in.x, bottom - radius });
  n = add_line (path, n, (AtlPoint){ in.x, in.y + radius });
  n = add_corner (path, n, (AtlPoint){ in.x, in.y }, path[0]);
  op = atl_display_list_stroke (list, path, n, width, color);
  op->curved = TRUE;
  op->dash = DASH * width;
}

/* The ends of the diagonal that begins @at along the upper and right edge of @in. */
static void
get_diagonal (AtlRect   in,
              double    at,
              AtlPoint *upper,
              AtlPoint *lower)
{
  double right = MIN (at, in.width);
  double down = MIN (at, in.height);

  *upper = (AtlPoint){ in.x + right, in.y + at - right };
  *lower = (AtlPoint){ in.x + at - down, in.y + down };
}

/* One line to and fro: as cheap to draw as the edge. */
static void
paint_pattern (AtlDisplayList *list,
               AtlRect         in,
               double          scale,
               AtlRgba         color)
{
  double               step = STEP * scale;
  guint                most = (guint) MAX ((in.width + in.height) / step, 0);
  g_autofree AtlPoint *path = g_new (AtlPoint, 2 * most + 2);
  guint                n = 0;

  for (guint i = 1; i <= most; i++, n += 2)
    get_diagonal (in, i * step, &path[i % 2 == 0 ? n : n + 1], &path[i % 2 == 0 ? n + 1 : n]);
  if (n >= 2)
    atl_display_list_stroke (list, path, n, 1.6 * scale, color);
}

/* What the card is, on a plate in its middle. */
static void
paint_label (AtlScene       *scene,
             AtlRect         in,
             double          scale,
             AtlRgba         fill,
             AtlDisplayList *list)
{
  AtlTextStyle            style = { .size = LABEL_SIZE,
                                    .weight = PANGO_WEIGHT_BOLD,
                                    .width = in.width / scale - 20,
                                    .one_line = TRUE };
  g_autoptr (PangoLayout) layout = NULL;
  AtlPoint                middle = atl_rect_center (in);
  AtlRect                 plate;

  if (*scene->words.hidden_label == '\0' || style.width < 20)
    return;
  layout = atl_text_maker_make (scene->text, scene->words.hidden_label, &style);
  plate.width = (atl_text_get_width (layout) + 20) * scale;
  plate.height = (atl_text_get_height (layout) + 8) * scale;
  plate.x = middle.x - plate.width / 2;
  plate.y = middle.y - plate.height / 2;
  atl_display_list_fill (list, plate, plate.height / 2, fill);
  pango_layout_set_auto_dir (layout, FALSE);
  atl_display_list_text (list, (AtlPoint){ plate.x + 10 * scale, plate.y + 4 * scale }, layout, scale,
                         ATL_TEXT_LABEL, atl_palette_get_ink (scene->theme, ATL_INK_NOTE_TEXT));
}

/**
 * atl_hidden_painter_paint_back:
 * @scene: a scene
 * @note: a note that is hidden, with its place
 * @detail: full or bars
 * @fill: the color of its paper
 * @list: where to add it
 *
 * Draws the back of a card, which says nothing of what is on the other side, not even how much it is.
 */
void
atl_hidden_painter_paint_back (AtlScene       *scene,
                               AtlBoxState    *note,
                               AtlDetail       detail,
                               AtlRgba         fill,
                               AtlDisplayList *list)
{
  double  scale = note->box.scale;
  AtlRect in = { MARGIN * scale, MARGIN * scale, note->local.width - 2 * MARGIN * scale,
                 note->local.height - (MARGIN + FOOT) * scale };
  AtlRgba ink = atl_palette_get_ink (scene->theme, ATL_INK_BAR);

  if (in.width <= 0 || in.height <= 0)
    return;
  paint_pattern (list, in, scale, atl_rgba_mix (fill, ink, 0.75));
  if (detail == ATL_DETAIL_FULL)
    paint_label (scene, in, scale, fill, list);
}
