/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-paths.h"

#include "insight/arrange/atl-arrange-private.h"
#include "model/atl-links.h"
#include "model/atl-note.h"

#include <math.h>

/**
 * atl_link_get_number:
 * @link: a link
 * @field: the key of one of its fields, such as "waitingDays"
 * @value: (out) (optional): the number in it
 *
 * Returns: whether the field holds a finite number
 */
gboolean
atl_link_get_number (AtlLink    *link,
                     const char *field,
                     double     *value)
{
  GVariant            *fields = atl_link_get_fields (link);
  g_autoptr (GVariant) held = NULL;
  double               number;

  if (fields == NULL || !g_variant_is_of_type (fields, G_VARIANT_TYPE_VARDICT))
    return FALSE;
  held = g_variant_lookup_value (fields, field, NULL);
  if (held == NULL)
    return FALSE;
  if (g_variant_is_of_type (held, G_VARIANT_TYPE_DOUBLE))
    number = g_variant_get_double (held);
  else if (g_variant_is_of_type (held, G_VARIANT_TYPE_INT64))
    number = (double) g_variant_get_int64 (held);
  else if (g_variant_is_of_type (held, G_VARIANT_TYPE_INT32))
    number = g_variant_get_int32 (held);
  else
    return FALSE;
  if (!isfinite (number))
    return FALSE;
  if (value != NULL)
    *value = number;
  return TRUE;
}

/**
 * atl_links_sum:
 * @links: (element-type AtlLink): links
 * @field: the key of one of their fields
 * @n_known: (out) (optional): how many of them have a number in it
 *
 * Returns: the sum of these numbers
 */
double
atl_links_sum (GPtrArray  *links,
               const char *field,
               guint      *n_known)
{
  double sum = 0, number;
  guint  n = 0;

  for (guint i = 0; i < links->len; i++)
    if (atl_link_get_number (links->pdata[i], field, &number))
      {
        sum += number;
        n++;
      }
  if (n_known != NULL)
    *n_known = n;
  return sum;
}

/* Links of notes that are hidden from the room are hidden, too. */
static AtlNote *
find_end (AtlBoard   *board,
          const char *id)
{
  AtlNote *note = atl_list_find (atl_board_get_notes (board), id);

  return note != NULL && !atl_note_get_hidden (note) ? note : NULL;
}

static gboolean
is_hidden (AtlBoard *board,
           AtlLink  *link)
{
  AtlNote *from = atl_list_find (atl_board_get_notes (board), atl_link_get_from (link));
  AtlNote *to = atl_list_find (atl_board_get_notes (board), atl_link_get_to (link));

  return (from != NULL && atl_note_get_hidden (from)) || (to != NULL && atl_note_get_hidden (to));
}

/**
 * atl_board_get_field_total:
 * @board: a board
 * @field: the key of a field of links
 * @n_known: (out) (optional): how many links have a number in it
 *
 * Returns: the sum over all active links of the board; needs are not counted, nor what the room does not see
 */
double
atl_board_get_field_total (AtlBoard   *board,
                           const char *field,
                           guint      *n_known)
{
  AtlList              *links = atl_board_get_links (board);
  g_autoptr (GPtrArray) active = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (links); i++)
    if (!atl_link_kind_is_need (atl_link_get_kind (atl_list_get (links, i))) &&
        !is_hidden (board, atl_list_get (links, i)))
      g_ptr_array_add (active, atl_list_get (links, i));
  return atl_links_sum (active, field, n_known);
}

static gboolean
goes (AtlLink    *link,
      const char *from,
      const char *to)
{
  return g_str_equal (atl_link_get_from (link), from) && g_str_equal (atl_link_get_to (link), to);
}

/* The first active link from one to the other, or else one that goes back. */
static AtlLink *
find_step (AtlBoard   *board,
           const char *from,
           const char *to)
{
  AtlList *links = atl_board_get_links (board);
  AtlLink *found = NULL;

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);

      if (atl_link_kind_is_need (atl_link_get_kind (link)))
        continue;
      if (goes (link, from, to))
        return link;
      if (found == NULL && goes (link, to, from))
        found = link;
    }
  return found;
}

/**
 * atl_board_dup_path_links:
 * @board: a board
 * @notes: (element-type AtlNote): notes of it, in the order of a way
 *
 * Returns: (transfer full) (element-type AtlLink): the links from each to the next; where there is none, in
 * neither direction, that step is left out
 */
GPtrArray *
atl_board_dup_path_links (AtlBoard  *board,
                          GPtrArray *notes)
{
  GPtrArray *steps = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; i < notes->len; i++)
    {
      AtlLink *link = find_step (board, atl_item_get_id (notes->pdata[i - 1]),
                                 atl_item_get_id (notes->pdata[i]));

      if (link != NULL)
        g_ptr_array_add (steps, g_object_ref (link));
    }
  return steps;
}

typedef struct
{
  AtlBoard      *board;
  const char    *field;
  AtlArrangeMap *map;
  GPtrArray     *links;    /* by arc */
  double        *lengths;  /* by node: the longest way to it */
  guint         *arrivals; /* by node: the arc it came by + 1 */
} Paths;

/* Links that say the same in both directions lead nowhere; a need has nothing to wait for. */
static void
read_links (Paths *self)
{
  AtlList *notes = atl_board_get_notes (self->board);
  AtlList *links = atl_board_get_links (self->board);
  guint    n = 0;

  self->links = g_ptr_array_new ();
  self->map = atl_arrange_map_new (atl_list_get_length (notes), atl_list_get_length (links), 0);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink    *link = atl_list_get (links, i);
      AtlLinkKind kind = atl_link_get_kind (link);
      AtlNote    *from = find_end (self->board, atl_link_get_from (link));
      AtlNote    *to = find_end (self->board, atl_link_get_to (link));

      if (from == NULL || to == NULL || from == to || atl_link_kind_is_need (kind) ||
          atl_link_kind_is_mutual (kind))
        continue;
      atl_list_get_position (notes, ATL_ITEM (from), &self->map->arcs[n].from);
      atl_list_get_position (notes, ATL_ITEM (to), &self->map->arcs[n].to);
      self->map->arcs[n++].strength = 1;
      g_ptr_array_add (self->links, link);
    }
  self->map->n_arcs = n;
}

typedef struct
{
  guint arc;
  guint depth;
} Step;

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const Step *one = a;
  const Step *other = b;

  if (one->depth != other->depth)
    return one->depth < other->depth ? -1 : 1;
  return one->arc < other->arc ? -1 : one->arc > other->arc;
}

/* Arcs in the order in which what they leave is known. */
static void
walk (Paths *self)
{
  g_autofree gboolean *kept = g_new0 (gboolean, self->map->n_arcs + 1);
  g_autofree guint    *depths = atl_arrange_dup_depths (self->map, kept);
  g_autoptr (GArray)   steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; i < self->map->n_arcs; i++)
    if (kept[i])
      {
        Step step = { i, depths[self->map->arcs[i].from] };

        g_array_append_val (steps, step);
      }
  g_array_sort (steps, compare_steps);
  for (guint i = 0; i < steps->len; i++)
    {
      guint                arc = g_array_index (steps, Step, i).arc;
      const AtlArrangeArc *step = &self->map->arcs[arc];
      double               number = 0;

      atl_link_get_number (self->links->pdata[arc], self->field, &number);
      number = MAX (number, 0);
      if (self->arrivals[step->to] > 0 &&
          self->lengths[step->from] + number <= self->lengths[step->to])
        continue;
      self->lengths[step->to] = self->lengths[step->from] + number;
      self->arrivals[step->to] = arc + 1;
    }
}

static GPtrArray *
dup_way_to (Paths *self,
            guint  node)
{
  GPtrArray *way = g_ptr_array_new_with_free_func (g_object_unref);

  while (self->arrivals[node] > 0)
    {
      guint arc = self->arrivals[node] - 1;

      g_ptr_array_insert (way, 0, g_object_ref (self->links->pdata[arc]));
      node = self->map->arcs[arc].from;
    }
  return way;
}

/**
 * atl_board_dup_longest_path:
 * @board: a board, normally a hand-off map
 * @field: the key of a field of links, such as "waitingDays"
 * @sum: (out) (optional): the sum along the path, 0 without one
 *
 * Finds the chain of active, directed links along which the sum of @field is largest. Where links go round in
 * circles, those that lead back are left out first. Links without a number count as 0.
 *
 * Returns: (transfer full) (element-type AtlLink): its links from the first to the last; empty if no link has
 * a number above 0
 */
GPtrArray *
atl_board_dup_longest_path (AtlBoard   *board,
                            const char *field,
                            double     *sum)
{
  Paths      self = { .board = board, .field = field };
  guint      best = 0;
  GPtrArray *way;

  read_links (&self);
  self.lengths = g_new0 (double, self.map->n_nodes + 1);
  self.arrivals = g_new0 (guint, self.map->n_nodes + 1);
  walk (&self);
  for (guint i = 1; i < self.map->n_nodes; i++)
    if (self.lengths[i] > self.lengths[best])
      best = i;
  way = self.lengths[best] > 0 ? dup_way_to (&self, best)
                               : g_ptr_array_new_with_free_func (g_object_unref);
  if (sum != NULL)
    *sum = self.lengths[best];
  g_free (self.lengths);
  g_free (self.arrivals);
  g_ptr_array_unref (self.links);
  atl_arrange_map_free (self.map);
  return way;
}
