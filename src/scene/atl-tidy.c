/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-tidy.h"

#include <math.h>

#define ROUNDS 120    /* in which overlapping cards push each other away */
#define APART 2.0     /* units between cards that were pushed */
#define LITTLE 0.01   /* units that do not count */
#define SAME_ROW 0.55 /* of a card's height: cards whose middles are nearer stand in one row */

/* Cells of one size; a larger card takes several. */
typedef struct
{
  AtlRect room;
  double  width, height; /* of a cell, gap included */
  double  gap;
  guint   columns, rows;
} Grid;

typedef struct
{
  guint  index;  /* of the rectangle */
  guint  column; /* where it goes */
  guint  span;   /* columns it takes */
  double x, y;   /* middle of where it is */
  double left;
} Card;

typedef struct
{
  guint  start, n; /* of its cards */
  guint  at;       /* its row of the grid */
  guint  span;     /* rows of the grid it takes */
  double top;      /* where its cards are now, on the average */
} Row;

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static double
find_median (const AtlRect *rects,
             guint          n,
             gboolean       width)
{
  g_autofree double *sizes = g_new (double, n);

  for (guint i = 0; i < n; i++)
    sizes[i] = width ? rects[i].width : rects[i].height;
  qsort (sizes, n, sizeof (double), compare_doubles);
  return sizes[n / 2];
}

static Grid
make_grid (const AtlRect *rects,
           guint          n,
           AtlRect        room,
           double         gap)
{
  Grid grid = { .room = room, .gap = gap };

  grid.width = find_median (rects, n, TRUE) + gap;
  grid.height = find_median (rects, n, FALSE) + gap;
  grid.columns = (guint) MAX (floor ((room.width + gap + LITTLE) / grid.width), 1);
  grid.rows = (guint) MAX (floor ((room.height + gap + LITTLE) / grid.height), 1);
  return grid;
}

/* How far apart the first edges of @n cards are in @room, at most @most. */
static double
find_step (double room,
           double size,
           guint  n,
           double most)
{
  return n > 1 ? CLAMP ((room - size) / (n - 1), 1, most) : most;
}

static gboolean
is_crowd (const Grid *grid,
          guint       n)
{
  return n > grid->columns * grid->rows;
}

/* More cards than fit: as many columns as make them overlap about as much sideways as downward. */
static guint
crowd_columns (const Grid *grid,
               guint       n)
{
  double across = MAX (grid->room.width / (grid->width - grid->gap), 1);
  double down = MAX (grid->room.height / (grid->height - grid->gap), 1);

  return CLAMP ((guint) lround (sqrt (n * across / down)), grid->columns, MAX (n, grid->columns));
}

static double
crowd_step (const Grid *grid,
            guint       n)
{
  guint columns = crowd_columns (grid, n);

  return find_step (grid->room.height, grid->height - grid->gap, (n + columns - 1) / columns, grid->height);
}

static void
place_crowd (const Grid *grid,
             AtlRect    *rects,
             guint       n)
{
  guint  columns = crowd_columns (grid, n);
  double dx = find_step (grid->room.width, grid->width - grid->gap, columns, grid->width);
  double dy = crowd_step (grid, n);

  for (guint i = 0; i < n; i++)
    {
      rects[i].x = grid->room.x + (i % columns) * dx;
      rects[i].y = grid->room.y + (i / columns) * dy;
    }
}

static guint
span_of (double size,
         double gap,
         double cell)
{
  return (guint) MAX (ceil ((size + gap - LITTLE) / cell), 1);
}

static int
compare_y (gconstpointer a,
           gconstpointer b)
{
  const Card *first = a, *second = b;

  if (first->y != second->y)
    return first->y < second->y ? -1 : 1;
  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return first->index < second->index ? -1 : 1;
}

static int
compare_x (gconstpointer a,
           gconstpointer b)
{
  const Card *first = a, *second = b;

  if (first->x != second->x)
    return first->x < second->x ? -1 : 1;
  return compare_y (a, b);
}

static Card *
make_cards (const Grid    *grid,
            const AtlRect *rects,
            guint          n)
{
  Card *cards = g_new0 (Card, n);

  for (guint i = 0; i < n; i++)
    {
      AtlPoint middle = atl_rect_center (rects[i]);

      cards[i] = (Card){ i, 0, MIN (span_of (rects[i].width, grid->gap, grid->width), grid->columns),
                         middle.x, middle.y, rects[i].x };
    }
  return cards;
}

/* How many cards from @start on fit into one row. */
static guint
count_fitting (const Grid *grid,
               const Card *cards,
               guint       start,
               guint       end)
{
  guint taken = 0, n = 0;

  while (start + n < end && taken + cards[start + n].span <= grid->columns)
    taken += cards[start + n++].span;
  return MAX (n, 1);
}

static void
add_row (GArray        *rows,
         const Grid    *grid,
         const AtlRect *rects,
         const Card    *cards,
         guint          start,
         guint          n)
{
  Row    row = { .start = start, .n = n, .span = 1 };
  double height = 0;

  for (guint i = start; i < start + n; i++)
    {
      row.top += rects[cards[i].index].y / n;
      height = MAX (height, rects[cards[i].index].height);
    }
  row.span = span_of (height, grid->gap, grid->height);
  g_array_append_val (rows, row);
}

/* Cards about as high as each other are one row, or several where they do not fit into one. */
static GArray *
find_rows (const Grid    *grid,
           const AtlRect *rects,
           Card          *cards,
           guint          n)
{
  GArray *rows = g_array_new (FALSE, TRUE, sizeof (Row));
  double  near = SAME_ROW * (is_crowd (grid, n) ? crowd_step (grid, n) : grid->height);

  qsort (cards, n, sizeof (Card), compare_y);
  for (guint start = 0, end; start < n; start = end)
    {
      double sum = 0;

      for (end = start; end < n && (end == start || cards[end].y - sum / (end - start) < near); end++)
        sum += cards[end].y;
      qsort (cards + start, end - start, sizeof (Card), compare_x);
      for (guint i = start, fitting; i < end; i += fitting)
        {
          fitting = count_fitting (grid, cards, i, end);
          add_row (rows, grid, rects, cards, i, fitting);
        }
    }
  return rows;
}

/* Each row as near to where it is as those above and below it allow. Returns whether there is room. */
static gboolean
place_rows (const Grid *grid,
            GArray     *rows)
{
  guint next = 0, end = grid->rows;

  for (guint i = 0; i < rows->len; i++)
    {
      Row   *row = &g_array_index (rows, Row, i);
      double wanted = round ((row->top - grid->room.y) / grid->height);

      row->at = MAX ((guint) MAX (wanted, 0), next);
      next = row->at + row->span;
    }
  for (guint i = rows->len; i > 0; i--)
    {
      Row *row = &g_array_index (rows, Row, i - 1);

      if (row->span > end)
        return FALSE;
      row->at = MIN (row->at, end - row->span);
      end = row->at;
    }
  return TRUE;
}

static guint
count_spans (const Card *cards,
             const Row  *row)
{
  guint spans = 0;

  for (guint i = row->start; i < row->start + row->n; i++)
    spans += cards[i].span;
  return spans;
}

/* Makes one of the two nearest rows that fit into one. Returns whether there were any. */
static gboolean
merge_rows (const Grid *grid,
            GArray     *rows,
            Card       *cards)
{
  Row   *best = NULL, *other;
  guint  at = 0;
  double nearest = 0;

  for (guint i = 0; i + 1 < rows->len; i++)
    {
      Row   *row = &g_array_index (rows, Row, i);
      double distance = row[1].top - row[0].top;

      if (count_spans (cards, row) + count_spans (cards, row + 1) > grid->columns ||
          (best != NULL && distance >= nearest))
        continue;
      best = row;
      at = i;
      nearest = distance;
    }
  if (best == NULL)
    return FALSE;
  other = best + 1;
  best->top = (best->top * best->n + other->top * other->n) / (best->n + other->n);
  best->n += other->n;
  best->span = MAX (best->span, other->span);
  qsort (cards + best->start, best->n, sizeof (Card), compare_x);
  g_array_remove_index (rows, at + 1);
  return TRUE;
}

static void
place_columns (const Grid *grid,
               Card       *cards,
               guint       n)
{
  guint next = 0, end = grid->columns;

  for (guint i = 0; i < n; i++)
    {
      double wanted = round ((cards[i].left - grid->room.x) / grid->width);

      cards[i].column = MAX ((guint) MAX (wanted, 0), next);
      next = cards[i].column + cards[i].span;
    }
  for (guint i = n; i > 0; i--)
    {
      cards[i - 1].column = MIN (cards[i - 1].column, end - MIN (cards[i - 1].span, end));
      end = cards[i - 1].column;
    }
}

/**
 * atl_tidy_rows:
 * @rects: (array length=n) (inout): cards
 * @n: how many
 * @room: where they go
 * @gap: between two cards
 *
 * Puts cards on a grid so that none covers another: each as near to where it is as possible, with the same
 * neighbors, in the same reading order. Done twice it changes nothing more. Without enough room, cards
 * overlap evenly.
 *
 * Returns: whether there was enough room
 */
gboolean
atl_tidy_rows (AtlRect *rects,
               guint    n,
               AtlRect  room,
               double   gap)
{
  if (n == 0)
    return TRUE;
  Grid                grid = make_grid (rects, n, room, gap);
  g_autofree Card    *cards = make_cards (&grid, rects, n);
  g_autoptr (GArray)  rows = find_rows (&grid, rects, cards, n);
  g_autofree AtlRect *ordered = g_new (AtlRect, n);
  gboolean            fits, enough = TRUE;

  while (!(fits = place_rows (&grid, rows)) && !is_crowd (&grid, n) && merge_rows (&grid, rows, cards))
    ;
  for (guint i = 0; i < n; i++)
    ordered[i] = rects[cards[i].index];
  if (!fits)
    enough = atl_tidy_sequence (ordered, n, room, gap);
  for (guint i = 0; fits && i < rows->len; i++)
    {
      Row *row = &g_array_index (rows, Row, i);

      place_columns (&grid, cards + row->start, row->n);
      for (guint j = row->start; j < row->start + row->n; j++)
        {
          ordered[j].x = room.x + cards[j].column * grid.width;
          ordered[j].y = room.y + row->at * grid.height;
        }
    }
  for (guint i = 0; i < n; i++)
    rects[cards[i].index] = ordered[i];
  return enough;
}

/**
 * atl_tidy_sequence:
 * @rects: (array length=n) (inout): cards in the order that they shall be read in
 * @n: how many
 * @room: where they go
 * @gap: between two cards
 *
 * Puts cards on a grid, row by row. Without enough room they overlap evenly.
 *
 * Returns: whether there was enough room
 */
gboolean
atl_tidy_sequence (AtlRect *rects,
                   guint    n,
                   AtlRect  room,
                   double   gap)
{
  if (n == 0)
    return TRUE;
  Grid             grid = make_grid (rects, n, room, gap);
  g_autofree Card *cards = make_cards (&grid, rects, n);
  guint            at = 0;

  for (guint i = 0, fitting; i < n; i += fitting)
    {
      double height = 0;
      double x = room.x;

      fitting = count_fitting (&grid, cards, i, n);
      for (guint j = i; j < i + fitting; j++)
        {
          rects[j].x = x;
          rects[j].y = room.y + at * grid.height;
          height = MAX (height, rects[j].height);
          x += cards[j].span * grid.width;
        }
      at += span_of (height, gap, grid.height);
    }
  if (at <= grid.rows)
    return TRUE;
  place_crowd (&grid, rects, n);
  return FALSE;
}

/* Pushes two cards away from each other, along the way that is shorter. Returns whether they overlapped. */
static gboolean
push (AtlRect *a,
      AtlRect *b)
{
  AtlPoint first = atl_rect_center (*a), second = atl_rect_center (*b);
  double   across = (a->width + b->width) / 2 - fabs (second.x - first.x);
  double   down = (a->height + b->height) / 2 - fabs (second.y - first.y);

  if (across <= LITTLE || down <= LITTLE)
    return FALSE;
  if (across <= down)
    {
      double by = (second.x < first.x ? -across - APART : across + APART) / 2;

      a->x -= by;
      b->x += by;
    }
  else
    {
      double by = (second.y < first.y ? -down - APART : down + APART) / 2;

      a->y -= by;
      b->y += by;
    }
  return TRUE;
}

/* Its middle stays within its bounds, and near to where it was. */
static void
hold (AtlRect *rect,
      AtlRect  start,
      AtlRect  bounds,
      double   most)
{
  AtlPoint middle = atl_rect_center (*rect);
  AtlPoint home = atl_rect_center (start);

  middle.x = CLAMP (middle.x, home.x - most, home.x + most);
  middle.y = CLAMP (middle.y, home.y - most, home.y + most);
  middle.x = MAX (MIN (middle.x, bounds.x + bounds.width), bounds.x);
  middle.y = MAX (MIN (middle.y, bounds.y + bounds.height), bounds.y);
  rect->x = middle.x - rect->width / 2;
  rect->y = middle.y - rect->height / 2;
}

/**
 * atl_tidy_apart:
 * @rects: (array length=n) (inout): cards
 * @bounds: (array length=n): for each card, what its middle must not leave
 * @n: how many
 * @most: how far a card may go, in each direction
 *
 * Moves overlapping cards a little apart where their places say something. Cards that cover none stay. Many
 * cards at one place may still overlap in the end.
 */
void
atl_tidy_apart (AtlRect       *rects,
                const AtlRect *bounds,
                guint          n,
                double         most)
{
  g_autofree AtlRect *start = g_memdup2 (rects, n * sizeof (AtlRect));
  gboolean            pushed = n > 1;

  for (guint round = 0; pushed && round < ROUNDS; round++)
    {
      pushed = FALSE;
      for (guint i = 0; i < n; i++)
        for (guint j = i + 1; j < n; j++)
          if (push (&rects[i], &rects[j]))
            {
              hold (&rects[i], start[i], bounds[i], most);
              hold (&rects[j], start[j], bounds[j], most);
              pushed = TRUE;
            }
    }
}
