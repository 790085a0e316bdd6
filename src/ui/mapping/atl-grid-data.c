/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-grid-data.h"

#include "canvas/links/atl-map.h"
#include "insight/network/atl-blocks.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"

#define UNEVEN 2 /* how far a cell and its mirror are apart to be marked */

/* The grid of a map: its nodes among themselves where they are teams, its silos where they are people. */
struct _AtlGridData
{
  AtlBoard   *board;
  gboolean    editable;
  guint       n_left_out; /* a grid cannot be read beyond ATL_GRID_MOST_ROWS */
  GPtrArray  *labels;
  GPtrArray  *silos; /* AtlSilo or NULL */
  GPtrArray  *nodes; /* AtlNote, only where it is editable */
  GHashTable *index; /* id of a node to its index + 1 */
  GArray     *cells; /* AtlGridValue by row, column */
  AtlLinkKind kind;
};

static void
add_row (AtlGridData *self,
         char        *label,
         AtlSilo     *silo)
{
  g_ptr_array_add (self->labels, label);
  g_ptr_array_add (self->silos, silo);
}

static void
read_teams (AtlGridData *self)
{
  self->nodes = atl_nodes_dup (self->board);
  if (self->nodes->len > ATL_GRID_MOST_ROWS)
    {
      self->n_left_out = self->nodes->len - ATL_GRID_MOST_ROWS;
      g_ptr_array_set_size (self->nodes, ATL_GRID_MOST_ROWS);
    }
  for (guint i = 0; i < self->nodes->len; i++)
    {
      AtlNote    *node = self->nodes->pdata[i];
      AtlSilo    *silo = atl_nodes_find_silo (node);
      const char *text = atl_note_get_text (node);

      add_row (self, g_strdup (*text != '\0' || silo == NULL ? text : atl_silo_get_name (silo)), silo);
      g_hash_table_insert (self->index, (gpointer) atl_item_get_id (ATL_ITEM (node)),
                           GUINT_TO_POINTER (i + 1));
    }
}

/* How many people of a silo work with how many of another one. */
static void
read_people (AtlGridData *self)
{
  AtlSession            *session = atl_item_get_session (ATL_ITEM (self->board));
  g_autoptr (AtlNetwork) network = atl_network_new (self->board);
  g_autoptr (AtlBlocks)  blocks = atl_blocks_new (network);
  guint                  n = MIN (network->n_silos, ATL_GRID_MOST_ROWS);

  self->n_left_out = network->n_silos - n;
  g_array_set_size (self->cells, n * n);
  for (guint i = 0; i < n; i++)
    {
      AtlSilo *silo = atl_list_find (atl_session_get_silos (session), network->silos[i].id);

      add_row (self, g_strdup (network->silos[i].name), silo);
      for (guint j = 0; j < n; j++)
        {
          AtlGridValue *cell = &g_array_index (self->cells, AtlGridValue, i * n + j);

          cell->own = (int) atl_blocks_get (blocks, i, j).n_arcs;
          cell->possible = network->silos[i].n_nodes * (network->silos[j].n_nodes - (i == j));
        }
    }
}

/**
 * atl_grid_data_new:
 * @board: a map of a session
 *
 * Returns: (transfer full): its grid as it is now; values are there after atl_grid_data_count()
 */
AtlGridData *
atl_grid_data_new (AtlBoard *board)
{
  AtlGridData *self = g_new0 (AtlGridData, 1);

  self->board = g_object_ref (board);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->silos = g_ptr_array_new ();
  self->index = g_hash_table_new (g_str_hash, g_str_equal);
  self->cells = g_array_new (FALSE, TRUE, sizeof (AtlGridValue));
  self->editable = atl_nodes_are_teams (board);
  if (self->editable)
    read_teams (self);
  else
    read_people (self);
  return self;
}

/**
 * atl_grid_data_free:
 * @self: a grid
 */
void
atl_grid_data_free (AtlGridData *self)
{
  g_hash_table_unref (self->index);
  g_clear_pointer (&self->nodes, g_ptr_array_unref);
  g_ptr_array_unref (self->labels);
  g_ptr_array_unref (self->silos);
  g_array_unref (self->cells);
  g_object_unref (self->board);
  g_free (self);
}

/**
 * atl_grid_data_is_editable:
 * @self: a grid
 *
 * Returns: whether its cells are links between teams; between people they are counts
 */
gboolean
atl_grid_data_is_editable (AtlGridData *self)
{
  return self->editable;
}

/**
 * atl_grid_data_get_n:
 * @self: a grid
 *
 * Returns: how many rows, and columns, it has
 */
guint
atl_grid_data_get_n (AtlGridData *self)
{
  return self->labels->len;
}

/**
 * atl_grid_data_get_n_left_out:
 * @self: a grid
 *
 * Returns: how many more rows there would be, had the grid no limit
 */
guint
atl_grid_data_get_n_left_out (AtlGridData *self)
{
  return self->n_left_out;
}

/**
 * atl_grid_data_is_same:
 * @self: a grid
 * @other: a later one of the same board
 *
 * Returns: whether they have the same rows under the same labels
 */
gboolean
atl_grid_data_is_same (AtlGridData *self,
                       AtlGridData *other)
{
  if (self->editable != other->editable || self->labels->len != other->labels->len)
    return FALSE;
  for (guint i = 0; i < self->labels->len; i++)
    if (!g_str_equal (self->labels->pdata[i], other->labels->pdata[i]) ||
        self->silos->pdata[i] != other->silos->pdata[i] ||
        (self->editable && self->nodes->pdata[i] != other->nodes->pdata[i]))
      return FALSE;
  return TRUE;
}

/**
 * atl_grid_data_get_label:
 * @self: a grid
 * @index: a row
 *
 * Returns: (transfer none): what stands before it
 */
const char *
atl_grid_data_get_label (AtlGridData *self,
                         guint        index)
{
  return self->labels->pdata[index];
}

/**
 * atl_grid_data_get_silo:
 * @self: a grid
 * @index: a row
 *
 * Returns: (transfer none) (nullable): its silo
 */
AtlSilo *
atl_grid_data_get_silo (AtlGridData *self,
                        guint        index)
{
  return self->silos->pdata[index];
}

/**
 * atl_grid_data_dup_kinds:
 * @self: a grid
 * @needs: whether needs are filled in
 *
 * Returns: (transfer full) (element-type AtlLinkKind): the kinds of links that the map offers, those that
 *   can differ from one direction to the other first, so that the first one serves as it is
 */
GArray *
atl_grid_data_dup_kinds (AtlGridData *self,
                         gboolean     needs)
{
  static const AtlLinkKind active[] = { ATL_LINK_KIND_INFORMATION, ATL_LINK_KIND_HANDOFF,
                                        ATL_LINK_KIND_FEEDBACK,
                                        ATL_LINK_KIND_SHARED };
  static const AtlLinkKind asked[] = { ATL_LINK_KIND_MISSING, ATL_LINK_KIND_BLOCKED };
  const AtlLinkKind       *kinds = needs ? asked : active;
  guint                    n = needs ? G_N_ELEMENTS (asked) : G_N_ELEMENTS (active);
  AtlArea                 *area = atl_board_find_map (self->board);
  GArray                  *found = g_array_new (FALSE, FALSE, sizeof (AtlLinkKind));

  for (guint i = 0; i < n; i++)
    if (area != NULL && atl_map_has_kind (area, kinds[i]))
      g_array_append_val (found, kinds[i]);
  if (found->len == 0)
    g_array_append_val (found, kinds[0]);
  return found;
}

static AtlGridValue *
cell_at (AtlGridData *self,
         guint        row,
         guint        column)
{
  return &g_array_index (self->cells, AtlGridValue, row * self->labels->len + column);
}

static void
count_one (AtlGridData *self,
           AtlLink     *link,
           guint        row,
           guint        column)
{
  AtlGridValue *cell = cell_at (self, row, column);
  int           strength = atl_link_get_strength (link);
  AtlLinkKind   kind = atl_link_get_kind (link);

  if (kind == self->kind)
    cell->own = MAX (cell->own, strength);
  else if (atl_link_kind_is_need (kind) == atl_link_kind_is_need (self->kind) && strength > cell->other)
    {
      cell->other = strength;
      cell->other_kind = kind;
    }
}

static gboolean
find_ends (AtlGridData *self,
           AtlLink     *link,
           guint       *row,
           guint       *column)
{
  *row = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, atl_link_get_from (link))) - 1;
  *column = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, atl_link_get_to (link))) - 1;
  return *row != (guint) -1 && *column != (guint) -1 && *row != *column;
}

/**
 * atl_grid_data_count:
 * @self: a grid
 * @kind: the kind of links that is filled in
 *
 * Reads the links of the map anew.
 */
void
atl_grid_data_count (AtlGridData *self,
                     AtlLinkKind  kind)
{
  AtlList *links = atl_board_get_links (self->board);
  guint    row, column;

  self->kind = kind;
  if (!self->editable)
    return;
  g_array_set_size (self->cells, 0);
  g_array_set_size (self->cells, self->labels->len * self->labels->len);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);

      if (!find_ends (self, link, &row, &column))
        continue;
      count_one (self, link, row, column);
      if (atl_link_kind_is_mutual (atl_link_get_kind (link)))
        count_one (self, link, column, row);
    }
}

/**
 * atl_grid_data_get:
 * @self: a grid
 * @row: who gives
 * @column: who receives
 *
 * Returns: what the cell says
 */
AtlGridValue
atl_grid_data_get (AtlGridData *self,
                   guint        row,
                   guint        column)
{
  return *cell_at (self, row, column);
}

static int
get_shown (AtlGridData *self,
           guint        row,
           guint        column)
{
  AtlGridValue *cell = cell_at (self, row, column);

  return cell->own > 0 ? cell->own : cell->other;
}

/**
 * atl_grid_data_is_uneven:
 * @self: a grid
 * @row: who gives
 * @column: who receives
 *
 * Returns: whether the cell and its mirror are at least two apart; of a map of people never
 */
gboolean
atl_grid_data_is_uneven (AtlGridData *self,
                         guint        row,
                         guint        column)
{
  return self->editable && ABS (get_shown (self, row, column) - get_shown (self, column, row)) >= UNEVEN;
}

/* All statements of this kind in this direction. */
static GPtrArray *
dup_links (AtlGridData *self,
           guint        row,
           guint        column,
           AtlLinkKind  kind)
{
  AtlNote   *from = self->nodes->pdata[row];
  GPtrArray *links = atl_links_dup_between (self->board, from, self->nodes->pdata[column]);

  for (guint i = links->len; i > 0; i--)
    {
      AtlLink *link = links->pdata[i - 1];
      gboolean out = g_str_equal (atl_link_get_from (link), atl_item_get_id (ATL_ITEM (from)));

      if (atl_link_get_kind (link) != kind || (!out && !atl_link_kind_is_mutual (kind)))
        g_ptr_array_remove_index (links, i - 1);
    }
  return links;
}

/**
 * atl_grid_data_set:
 * @self: a grid that is editable
 * @row: who gives, or needs
 * @column: who receives, or is needed
 * @kind: what goes on between them
 * @strength: 1 to 5, or 0 for nothing
 *
 * States the link, gives those that state it already this strength, or takes them away. A need is said by
 * the row alone. The caller opens and names the group of the history, and counts again.
 */
void
atl_grid_data_set (AtlGridData *self,
                   guint        row,
                   guint        column,
                   AtlLinkKind  kind,
                   int          strength)
{
  g_autoptr (GPtrArray) links = NULL;
  AtlDeclaredBy         by = atl_link_kind_is_need (kind) ? ATL_DECLARED_BY_FROM : ATL_DECLARED_BY_BOTH;

  if (!self->editable || row == column || row >= self->labels->len || column >= self->labels->len)
    return;
  links = dup_links (self, row, column, kind);
  if (strength <= 0)
    atl_links_delete (links);
  else if (links->len == 0)
    atl_links_state (self->board, self->nodes->pdata[row], self->nodes->pdata[column], kind, by, strength);
  for (guint i = 0; strength > 0 && i < links->len; i++)
    atl_link_set_strength (links->pdata[i], MIN (strength, 5));
}
