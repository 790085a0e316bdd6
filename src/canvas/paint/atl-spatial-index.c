/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-spatial-index.h"

#include <math.h>

/* Rectangles over more cells than this are looked at in every query instead. */
#define MAX_CELLS 64

typedef struct
{
  gpointer tag;
  AtlRect  rect;
  gint64   column, row, last_column, last_row;
  gboolean large;
} Entry;

/**
 * AtlSpatialIndex:
 *
 * A grid of square cells, each with the rectangles that touch it.
 */
struct _AtlSpatialIndex
{
  double      cell_size;
  GHashTable *entries; /* tag → Entry */
  GHashTable *cells;   /* gint64 key → GPtrArray of Entry */
  GPtrArray  *large;   /* of Entry */
};

static gint64
cell_of (AtlSpatialIndex *self,
         double           at)
{
  return (gint64) floor (CLAMP (at, -1e9, 1e9) / self->cell_size);
}

static gint64
cell_key (gint64 column,
          gint64 row)
{
  return (gint64) (((guint64) column << 32) ^ ((guint64) row & 0xffffffffu));
}

static Entry
span (AtlSpatialIndex *self,
      gpointer         tag,
      AtlRect          rect)
{
  Entry entry = { .tag = tag, .rect = rect };

  entry.column = cell_of (self, rect.x);
  entry.row = cell_of (self, rect.y);
  entry.last_column = cell_of (self, rect.x + MAX (rect.width, 0));
  entry.last_row = cell_of (self, rect.y + MAX (rect.height, 0));
  entry.large = (entry.last_column - entry.column + 1) * (entry.last_row - entry.row + 1) > MAX_CELLS;
  return entry;
}

static GPtrArray *
ensure_cell (AtlSpatialIndex *self,
             gint64           key)
{
  GPtrArray *cell = g_hash_table_lookup (self->cells, &key);

  if (cell == NULL)
    {
      cell = g_ptr_array_new ();
      g_hash_table_insert (self->cells, g_memdup2 (&key, sizeof key), cell);
    }
  return cell;
}

static void
link_entry (AtlSpatialIndex *self,
            Entry           *entry)
{
  if (entry->large)
    {
      g_ptr_array_add (self->large, entry);
      return;
    }
  for (gint64 row = entry->row; row <= entry->last_row; row++)
    for (gint64 column = entry->column; column <= entry->last_column; column++)
      g_ptr_array_add (ensure_cell (self, cell_key (column, row)), entry);
}

static void
unlink_entry (AtlSpatialIndex *self,
              Entry           *entry)
{
  if (entry->large)
    {
      g_ptr_array_remove_fast (self->large, entry);
      return;
    }
  for (gint64 row = entry->row; row <= entry->last_row; row++)
    for (gint64 column = entry->column; column <= entry->last_column; column++)
      {
        gint64     key = cell_key (column, row);
        GPtrArray *cell = g_hash_table_lookup (self->cells, &key);

        g_ptr_array_remove_fast (cell, entry);
        if (cell->len == 0)
          g_hash_table_remove (self->cells, &key);
      }
}

/**
 * atl_spatial_index_new:
 * @cell_size: side of a cell; about the size of what is put in
 *
 * Returns: (transfer full): an empty index
 */
AtlSpatialIndex *
atl_spatial_index_new (double cell_size)
{
  AtlSpatialIndex *self;

  g_return_val_if_fail (cell_size > 0, NULL);

  self = g_new0 (AtlSpatialIndex, 1);
  self->cell_size = cell_size;
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                       (GDestroyNotify) g_ptr_array_unref);
  self->large = g_ptr_array_new ();
  return self;
}

/**
 * atl_spatial_index_free:
 * @self: (transfer full) (nullable): an index
 */
void
atl_spatial_index_free (AtlSpatialIndex *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->entries);
  g_ptr_array_unref (self->large);
  g_free (self);
}

/**
 * atl_spatial_index_put:
 * @self: an index
 * @tag: what to find
 * @rect: where it is from now on
 */
void
atl_spatial_index_put (AtlSpatialIndex *self,
                       gpointer         tag,
                       AtlRect          rect)
{
  Entry *entry = g_hash_table_lookup (self->entries, tag);

  if (entry != NULL && atl_rect_equal (entry->rect, rect))
    return;
  if (entry != NULL)
    unlink_entry (self, entry);
  else
    {
      entry = g_new (Entry, 1);
      g_hash_table_insert (self->entries, tag, entry);
    }
  *entry = span (self, tag, rect);
  link_entry (self, entry);
}

/**
 * atl_spatial_index_remove:
 * @self: an index
 * @tag: what shall not be found again
 *
 * Returns: whether it was there
 */
gboolean
atl_spatial_index_remove (AtlSpatialIndex *self,
                          gpointer         tag)
{
  Entry *entry = g_hash_table_lookup (self->entries, tag);

  if (entry == NULL)
    return FALSE;
  unlink_entry (self, entry);
  return g_hash_table_remove (self->entries, tag);
}

/**
 * atl_spatial_index_get_size:
 * @self: an index
 *
 * Returns: how many tags there are
 */
guint
atl_spatial_index_get_size (AtlSpatialIndex *self)
{
  return g_hash_table_size (self->entries);
}

/* Adds the entries that touch @rect; an entry over several cells is taken from the first of them within
 * the query. */
static void
collect (GPtrArray   *entries,
         AtlRect      rect,
         const Entry *query,
         gint64       column,
         gint64       row,
         GPtrArray   *found)
{
  for (guint i = 0; i < entries->len; i++)
    {
      Entry   *entry = g_ptr_array_index (entries, i);
      gboolean first = entry->large || (MAX (entry->column, query->column) == column &&
                                        MAX (entry->row, query->row) == row);

      if (first && atl_rect_intersects (entry->rect, rect))
        g_ptr_array_add (found, entry->tag);
    }
}

static void
collect_all (AtlSpatialIndex *self,
             AtlRect          rect,
             GPtrArray       *found)
{
  GHashTableIter iter;
  Entry         *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    if (atl_rect_intersects (entry->rect, rect))
      g_ptr_array_add (found, entry->tag);
}

/**
 * atl_spatial_index_query:
 * @self: an index
 * @rect: where to look
 * @found: (element-type gpointer): the tags whose rectangle touches @rect are added here, each once, in no
 *   order
 */
void
atl_spatial_index_query (AtlSpatialIndex *self,
                         AtlRect          rect,
                         GPtrArray       *found)
{
  Entry  query = span (self, NULL, rect);
  gint64 columns = query.last_column - query.column + 1;
  gint64 rows = query.last_row - query.row + 1;

  if (columns * rows > g_hash_table_size (self->cells))
    {
      collect_all (self, rect, found);
      return;
    }
  collect (self->large, rect, &query, 0, 0, found);
  for (gint64 row = query.row; row <= query.last_row; row++)
    for (gint64 column = query.column; column <= query.last_column; column++)
      {
        gint64     key = cell_key (column, row);
        GPtrArray *cell = g_hash_table_lookup (self->cells, &key);

        if (cell != NULL)
          collect (cell, rect, &query, column, row, found);
      }
}
