/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-labels.h"

#include <math.h>

#define ROUNDS 3
#define N_SPOTS 8
#define N_SHAPES 4
#define GAP 3.0 /* pixels */
#define EDGE 2.0
#define NEAR 6.0          /* so close to another silo it would be read as the name of that */
#define MOST_COVERED 0.12 /* of a name by another one; more, and it is left out */

/* What covering costs, by the pixel. */
#define OF_LABELS 12.0
#define OF_SIGNS 5.0
#define OF_OTHERS 1.6
#define OF_OWN 0.5
#define OF_CUTTING 2.0

typedef struct
{
  GArray          *labels;
  GArray          *signs;
  AtlRect          room;
  AtlCompareLabel *label; /* that is placed now */
  guint            index;
} Placing;

static AtlCompareLabel *
get (Placing *placing,
     guint    index)
{
  return &g_array_index (placing->labels, AtlCompareLabel, index);
}

/* In one line, in two, and shortened. Returns the area that is cut off, about. */
static double
shape (AtlCompareLabel *label,
       guint            index)
{
  int    width, height, whole, line;
  double wish;

  pango_layout_set_width (label->layout, -1);
  pango_layout_set_height (label->layout, -1);
  pango_layout_get_pixel_size (label->layout, &whole, &line);
  if (index == 0)
    wish = whole + 2;
  else
    wish = MAX (whole * (index == 1 ? 0.62 : index == 2 ? 0.42
                                                        : 0.26),
                4.0 * line);
  pango_layout_set_width (label->layout, (int) (ceil (MIN (wish, whole + 2)) * PANGO_SCALE));
  pango_layout_set_height (label->layout, index == 0 ? -1 : -2);
  pango_layout_get_pixel_size (label->layout, &width, &height);
  pango_layout_set_width (label->layout, (width + 2) * PANGO_SCALE);
  label->place.width = width + 2;
  label->place.height = height;
  if (!pango_layout_is_ellipsized (label->layout))
    return 0;
  return MAX (whole * (double) line - (double) width * height, 10.0 * line);
}

/* Beside what it names, or in it. */
static void
go_to (Placing *placing,
       guint    spot)
{
  AtlRect *place = &placing->label->place;
  AtlRect  over = placing->label->over;
  AtlRect  room = placing->room;
  double   middle = over.x + (over.width - place->width) / 2;
  double   top = over.y - place->height - GAP;
  double   bottom = over.y + over.height + GAP;
  double   center = over.y + (over.height - place->height) / 2;
  double   right = over.x + over.width;
  AtlPoint spots[N_SPOTS] = { { middle, top },
                              { middle, bottom },
                              { over.x, top },
                              { right - place->width, top },
                              { over.x, bottom },
                              { right - place->width, bottom },
                              { right + GAP, center },
                              { over.x - place->width - GAP, center } };

  if (placing->label->inside && spot == 0)
    spots[0].y = center;
  place->x = MAX (MIN (spots[spot].x, room.x + room.width - place->width - EDGE), room.x + EDGE);
  place->y = MAX (MIN (spots[spot].y, room.y + room.height - place->height - EDGE), room.y + EDGE);
}

static double
get_covered (Placing *placing)
{
  double covered = 0;

  for (guint i = 0; i < placing->labels->len; i++)
    if (i != placing->index && get (placing, i)->shown)
      covered += atl_rect_overlap (placing->label->place, get (placing, i)->place);
  return covered;
}

static double
get_cost (Placing *placing)
{
  AtlRect place = placing->label->place;
  double  cost = OF_LABELS * get_covered (placing);

  for (guint i = 0; i < placing->labels->len; i++)
    if (i != placing->index)
      cost += OF_OTHERS * atl_rect_overlap (place, atl_rect_inset (get (placing, i)->over, -NEAR));
  for (guint i = 0; i < placing->signs->len; i++)
    cost += OF_SIGNS * atl_rect_overlap (place, g_array_index (placing->signs, AtlRect, i));
  if (!placing->label->inside)
    cost += OF_OWN * atl_rect_overlap (place, placing->label->over);
  return cost;
}

/* The best spot for the best shape. */
static void
place_one (Placing *placing)
{
  guint  best_shape = 0, best_spot = 0;
  double lowest = G_MAXDOUBLE;

  for (guint i = 0; i < N_SHAPES; i++)
    {
      double cut = OF_CUTTING * shape (placing->label, i);

      for (guint spot = 0; spot < N_SPOTS; spot++)
        {
          double cost;

          go_to (placing, spot);
          cost = cut + get_cost (placing) + (i * 0.06 + spot * 0.03) * placing->label->place.height * 20;
          if (cost >= lowest)
            continue;
          lowest = cost;
          best_shape = i;
          best_spot = spot;
        }
    }
  shape (placing->label, best_shape);
  go_to (placing, best_spot);
}

/* A name that still covers another one says nothing, and makes the other one say nothing. */
static void
leave_out (Placing *placing)
{
  AtlRect place = placing->label->place;

  placing->label->shown = get_covered (placing) <= MOST_COVERED * place.width * place.height;
}

/**
 * atl_compare_labels_place:
 * @labels: (element-type AtlCompareLabel): names, with layouts that may be shortened at their end
 * @signs: (element-type AtlRect): what they had better not cover
 * @room: where they stay
 *
 * Finds a place for each name beside, or in, what it names, away from other names: they are broken or
 * shortened for that, and left out where there is no room at all.
 */
void
atl_compare_labels_place (GArray *labels,
                          GArray *signs,
                          AtlRect room)
{
  Placing placing = { labels, signs, room, NULL, 0 };

  for (guint i = 0; i < labels->len; i++)
    get (&placing, i)->shown = FALSE;
  for (guint round = 0; round < ROUNDS; round++)
    for (placing.index = 0; placing.index < labels->len; placing.index++)
      {
        placing.label = get (&placing, placing.index);
        place_one (&placing);
        placing.label->shown = TRUE;
        if (round == ROUNDS - 1)
          leave_out (&placing);
      }
}
