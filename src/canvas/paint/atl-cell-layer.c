/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-cell-layer.h"

#include "canvas/paint/atl-snapshot-player.h"
#include "scene/atl-scene-map.h"

#include <math.h>

#define ZOOM_TEXT 0.38
#define ZOOM_NAMES 0.32 /* of nodes, unless there are many: a bar says nothing of who stands there */
#define ZOOM_BARS 0.14
#define MANY_LINES 60
#define MANY_NODES 0.5   /* scale of nodes when there are very many */
#define MARGIN 24        /* board units that badges and edges reach beyond their box */
#define NODE_BUDGET 6000 /* detailed nodes kept before the oldest cells go */
#define FADED 0.22       /* of what is not lit: a shape that can still be read from nearby */

typedef struct
{
  gint64         key;
  double         x, y;
  double         scale; /* of nodes and links: what is small needs more zoom to be made out */
  gboolean       of_nodes;
  GPtrArray     *entries; /* of Entry, in drawing order once sorted */
  AtlRect        extents;
  GskRenderNode *nodes[ATL_N_DETAILS];
  gboolean       built[ATL_N_DETAILS];
  gboolean       sorted;
} Cell;

typedef struct
{
  AtlBox        *box;
  Cell          *cell;
  GskRenderNode *nodes[ATL_N_DETAILS];
  guint          serial;
  gboolean       lifted;
  gboolean       faded; /* as its cell knows it */
} Entry;

/**
 * AtlCellLayer:
 *
 * Boxes are assigned to the cell of their center. The view transform is applied per cell: a transform
 * around everything would make the renderer repaint everything on each change.
 */
struct _AtlCellLayer
{
  AtlBoardView *view;
  double        cell_size;
  GHashTable   *cells;   /* key → Cell */
  GHashTable   *entries; /* box → Entry */
  guint         n_detailed;
  guint         n_builds;
};

/**
 * atl_detail_for_zoom:
 * @zoom: pixels per board unit
 *
 * Returns: how much of the board can be made out
 */
AtlDetail
atl_detail_for_zoom (double zoom)
{
  if (zoom >= ZOOM_TEXT)
    return ATL_DETAIL_FULL;
  return zoom >= ZOOM_BARS ? ATL_DETAIL_BARS : ATL_DETAIL_PLAIN;
}

static void
forget_containers (Cell *cell)
{
  for (guint i = 0; i < ATL_N_DETAILS; i++)
    {
      g_clear_pointer (&cell->nodes[i], gsk_render_node_unref);
      cell->built[i] = FALSE;
    }
}

static void
cell_free (gpointer data)
{
  Cell *cell = data;

  forget_containers (cell);
  g_ptr_array_unref (cell->entries);
  g_free (cell);
}

static void
forget_entry_nodes (AtlCellLayer *self,
                    Entry        *entry)
{
  if (entry->nodes[ATL_DETAIL_FULL] != NULL)
    self->n_detailed--;
  for (guint i = 0; i < ATL_N_DETAILS; i++)
    g_clear_pointer (&entry->nodes[i], gsk_render_node_unref);
}

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  for (guint i = 0; i < ATL_N_DETAILS; i++)
    g_clear_pointer (&entry->nodes[i], gsk_render_node_unref);
  g_free (entry);
}

/* A frame shares its cell with the cards in it, which lie on it. */
static double
scale_of (const AtlBox *box)
{
  gboolean card = (box->kind == ATL_BOX_NOTE && !box->is_node) || box->kind == ATL_BOX_STACK;

  return card ? 1 : CLAMP (box->scale, 0.01, 1);
}

/* Boxes of different scales never share a cell, nor do notes and nodes: they come to another detail at
 * another zoom. */
static Cell *
ensure_cell (AtlCellLayer *self,
             AtlPoint      center,
             double        scale,
             gboolean      is_node)
{
  gint64 column = (gint64) floor (CLAMP (center.x, -1e9, 1e9) / self->cell_size);
  gint64 row = (gint64) floor (CLAMP (center.y, -1e9, 1e9) / self->cell_size);
  gint64 percent = (gint64) (100 - 100 * scale) + (is_node ? 100 : 0);
  gint64 key = (gint64) (((guint64) percent << 56) | (((guint64) row & 0xffffffu) << 28) |
                         ((guint64) column & 0xfffffffu));
  Cell  *cell = g_hash_table_lookup (self->cells, &key);

  if (cell == NULL)
    {
      cell = g_new0 (Cell, 1);
      cell->key = key;
      cell->scale = scale;
      cell->of_nodes = is_node;
      cell->x = (double) column * self->cell_size;
      cell->y = (double) row * self->cell_size;
      cell->entries = g_ptr_array_new ();
      g_hash_table_insert (self->cells, &cell->key, cell);
    }
  return cell;
}

static void
cell_changed (Cell *cell)
{
  cell->sorted = FALSE;
  forget_containers (cell);
}

static void
leave_cell (AtlCellLayer *self,
            Entry        *entry)
{
  Cell *cell = entry->cell;

  g_ptr_array_remove_fast (cell->entries, entry);
  cell_changed (cell);
  if (cell->entries->len == 0)
    g_hash_table_remove (self->cells, &cell->key);
  entry->cell = NULL;
}

/**
 * atl_cell_layer_new:
 * @view: the view of a board
 * @cell_size: side of a cell, in board units
 *
 * Returns: (transfer full): an empty layer
 */
AtlCellLayer *
atl_cell_layer_new (AtlBoardView *view,
                    double        cell_size)
{
  AtlCellLayer *self = g_new0 (AtlCellLayer, 1);

  self->view = view;
  self->cell_size = cell_size;
  self->cells = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, cell_free);
  self->entries = g_hash_table_new_full (NULL, NULL, NULL, entry_free);
  return self;
}

/**
 * atl_cell_layer_free:
 * @self: (transfer full) (nullable): a layer
 */
void
atl_cell_layer_free (AtlCellLayer *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->cells);
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * atl_cell_layer_put:
 * @self: a layer
 * @box: a box that is new, or stands elsewhere or looks different now
 */
void
atl_cell_layer_put (AtlCellLayer *self,
                    AtlBox       *box)
{
  Entry *entry = g_hash_table_lookup (self->entries, box);
  Cell  *cell = ensure_cell (self, atl_rect_center (box->rect), scale_of (box), box->is_node);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      entry->box = box;
      entry->serial = box->serial;
      entry->faded = atl_scene_get_faded (atl_board_view_get_scene (self->view), box);
      g_hash_table_insert (self->entries, box, entry);
    }
  if (entry->serial != box->serial)
    forget_entry_nodes (self, entry);
  entry->serial = box->serial;
  if (entry->cell != cell)
    {
      if (entry->cell != NULL)
        leave_cell (self, entry);
      entry->cell = cell;
      g_ptr_array_add (cell->entries, entry);
    }
  cell_changed (cell);
}

/**
 * atl_cell_layer_remove:
 * @self: a layer
 * @box: a box that is no more
 */
void
atl_cell_layer_remove (AtlCellLayer *self,
                       AtlBox       *box)
{
  Entry *entry = g_hash_table_lookup (self->entries, box);

  if (entry == NULL)
    return;
  forget_entry_nodes (self, entry);
  leave_cell (self, entry);
  g_hash_table_remove (self->entries, box);
}

/**
 * atl_cell_layer_forget_nodes:
 * @self: a layer
 *
 * Draws everything anew: the theme is another.
 */
void
atl_cell_layer_forget_nodes (AtlCellLayer *self)
{
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    forget_entry_nodes (self, value);
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    forget_containers (value);
}

/**
 * atl_cell_layer_lift:
 * @self: a layer
 * @box: a box
 * @lifted: whether something else draws it, because it is dragged
 */
void
atl_cell_layer_lift (AtlCellLayer *self,
                     AtlBox       *box,
                     gboolean      lifted)
{
  Entry *entry = g_hash_table_lookup (self->entries, box);

  if (entry == NULL || entry->lifted == lifted)
    return;
  entry->lifted = lifted;
  forget_containers (entry->cell);
}

/**
 * atl_cell_layer_light:
 * @self: a layer
 *
 * Takes in which boxes fade. Their nodes stay; cells where nothing fades otherwise stay as they are.
 */
void
atl_cell_layer_light (AtlCellLayer *self)
{
  AtlScene      *scene = atl_board_view_get_scene (self->view);
  GHashTableIter iter;
  Entry         *entry;

  g_hash_table_iter_init (&iter, self->entries);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &entry))
    {
      gboolean faded = atl_scene_get_faded (scene, entry->box);

      if (faded == entry->faded)
        continue;
      entry->faded = faded;
      if (entry->cell != NULL)
        forget_containers (entry->cell);
    }
}

static GskRenderNode *
entry_node (AtlCellLayer *self,
            Entry        *entry,
            AtlDetail     detail)
{
  AtlDisplayList *list;

  if (entry->nodes[detail] != NULL)
    return entry->nodes[detail];
  list = atl_scene_get_display_list (atl_board_view_get_scene (self->view), entry->box, detail);
  if (list != NULL && atl_display_list_get_length (list) > 0)
    entry->nodes[detail] = atl_snapshot_player_dup_node (list);
  if (entry->nodes[detail] != NULL && detail == ATL_DETAIL_FULL)
    self->n_detailed++;
  return entry->nodes[detail];
}

/**
 * atl_cell_layer_peek_node:
 * @self: a layer
 * @box: a box in it
 * @detail: level of detail
 *
 * Returns: (transfer none) (nullable): the node that draws the box, from its top left
 */
GskRenderNode *
atl_cell_layer_peek_node (AtlCellLayer *self,
                          AtlBox       *box,
                          AtlDetail     detail)
{
  Entry *entry = g_hash_table_lookup (self->entries, box);

  return entry != NULL ? entry_node (self, entry, detail) : NULL;
}

static int
compare_depth (gconstpointer a,
               gconstpointer b,
               gpointer      view)
{
  return atl_board_view_compare_depth (view, (*(Entry *const *) a)->box, (*(Entry *const *) b)->box);
}

/* Which of two lines lies above does not matter. */
static gboolean
is_of_lines (Cell *cell)
{
  return cell->entries->len > 0 && ((Entry *) cell->entries->pdata[0])->box->kind == ATL_BOX_LINK;
}

static void
sort_cell (AtlCellLayer *self,
           Cell         *cell)
{
  if (cell->sorted)
    return;
  if (!is_of_lines (cell))
    g_ptr_array_sort_with_data (cell->entries, compare_depth, self->view);
  cell->extents = (AtlRect){ 0 };
  for (guint i = 0; i < cell->entries->len; i++)
    {
      AtlRect rect = atl_rect_inset (((Entry *) cell->entries->pdata[i])->box->rect, -MARGIN);

      cell->extents = i == 0 ? rect : atl_rect_union (cell->extents, rect);
    }
  cell->sorted = TRUE;
}

static void
add_node (AtlCellLayer *self,
          Entry        *entry,
          GtkSnapshot  *snapshot,
          AtlDetail     detail,
          AtlPoint      at)
{
  GskRenderNode *node = entry_node (self, entry, detail);

  if (node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y));
  gtk_snapshot_append_node (snapshot, node);
  gtk_snapshot_restore (snapshot);
}

/* Notes that are drawn square, and nodes where there are thousands. */
static gboolean
is_flat (Entry    *entry,
         AtlDetail detail)
{
  if (entry->box->kind != ATL_BOX_NOTE || detail == ATL_DETAIL_FULL)
    return FALSE;
  return !entry->box->is_node || (entry->box->scale < MANY_NODES && detail == ATL_DETAIL_BARS);
}

/* Draws the plain notes of a cell color by color: nobody sees from afar which of two lies above. */
static void
add_plain (AtlCellLayer *self,
           Cell         *cell,
           gboolean      faded,
           AtlFlatPen   *pen)
{
  AtlScene *scene = atl_board_view_get_scene (self->view);

  for (guint color = ATL_COLOR_YELLOW; color <= ATL_COLOR_GREY; color++)
    for (guint i = 0; i < cell->entries->len; i++)
      {
        Entry   *entry = cell->entries->pdata[i];
        AtlPoint at = { entry->box->rect.x - cell->x, entry->box->rect.y - cell->y };

        if (entry->lifted || entry->faded != faded || !is_flat (entry, ATL_DETAIL_PLAIN))
          continue;
        if ((guint) atl_note_get_color (ATL_NOTE (entry->box->item)) != color)
          continue;
        atl_snapshot_player_draw_flat (pen, atl_scene_get_display_list (scene, entry->box, ATL_DETAIL_PLAIN),
                                       at);
      }
}

static void
add_bars (AtlCellLayer *self,
          Cell         *cell,
          gboolean      faded,
          AtlFlatPen   *pen)
{
  AtlScene *scene = atl_board_view_get_scene (self->view);

  for (guint i = 0; i < cell->entries->len; i++)
    {
      Entry          *entry = cell->entries->pdata[i];
      AtlDisplayList *list;
      AtlPoint        at = { entry->box->rect.x - cell->x, entry->box->rect.y - cell->y };

      if (entry->lifted || entry->faded != faded || !is_flat (entry, ATL_DETAIL_BARS))
        continue;
      list = atl_scene_get_display_list (scene, entry->box, ATL_DETAIL_BARS);
      atl_snapshot_player_draw_flat (pen, list, at);
    }
}

/* From afar thousands of notes are in view: all those of a cell are one node. */
static void
add_flat (AtlCellLayer *self,
          Cell         *cell,
          AtlDetail     detail,
          gboolean      faded,
          GtkSnapshot  *snapshot)
{
  AtlRect    bounds = atl_rect_moved (cell->extents, -cell->x, -cell->y);
  AtlFlatPen pen = atl_snapshot_player_begin_flat (snapshot, bounds, faded ? FADED : 1);

  if (detail == ATL_DETAIL_PLAIN)
    add_plain (self, cell, faded, &pen);
  else
    add_bars (self, cell, faded, &pen);
  atl_snapshot_player_end_flat (&pen);
}

/* Hundreds of lines are drawn as one node, as each would cost more than what it draws. */
static void
add_lines (AtlCellLayer *self,
           Cell         *cell,
           AtlDetail     detail,
           gboolean      faded,
           GtkSnapshot  *snapshot)
{
  AtlScene *scene = atl_board_view_get_scene (self->view);
  AtlRect   bounds = atl_rect_moved (cell->extents, -cell->x, -cell->y);
  cairo_t  *cr = atl_snapshot_player_begin_lines (snapshot, bounds);

  for (guint i = 0; i < cell->entries->len; i++)
    {
      Entry          *entry = cell->entries->pdata[i];
      AtlBox         *box = entry->box;
      AtlDisplayList *list;

      if (entry->faded != faded)
        continue;
      list = atl_scene_get_display_list (scene, box, detail);
      atl_snapshot_player_draw_line (cr, list, (AtlPoint){ box->rect.x - cell->x, box->rect.y - cell->y });
    }
  cairo_destroy (cr);
}

static gboolean
is_bundle (Cell *cell)
{
  return cell->entries->len > MANY_LINES && is_of_lines (cell);
}

/* Those of a cell that fade, or those that do not, as far as they are nodes of their own. */
static void
add_nodes (AtlCellLayer *self,
           Cell         *cell,
           AtlDetail     detail,
           gboolean      faded,
           GtkSnapshot  *snapshot)
{
  if (is_bundle (cell))
    {
      add_lines (self, cell, detail, faded, snapshot);
      return;
    }
  for (guint i = 0; i < cell->entries->len; i++)
    {
      Entry   *entry = cell->entries->pdata[i];
      AtlPoint at = { entry->box->rect.x - cell->x, entry->box->rect.y - cell->y };

      if (entry->faded == faded && !entry->lifted && !is_flat (entry, detail))
        add_node (self, entry, snapshot, detail, at);
    }
}

/* How many of a cell fade, or do not; and how many of them are drawn flat. */
static guint
count_entries (Cell     *cell,
               AtlDetail detail,
               gboolean  faded,
               guint    *n_flat)
{
  guint n = 0;

  *n_flat = 0;
  for (guint i = 0; i < cell->entries->len; i++)
    {
      Entry *entry = cell->entries->pdata[i];

      if (entry->faded != faded)
        continue;
      n++;
      *n_flat += is_flat (entry, detail);
    }
  return n;
}

static void
add_entries (AtlCellLayer *self,
             Cell         *cell,
             AtlDetail     detail,
             gboolean      faded,
             GtkSnapshot  *snapshot)
{
  guint n_flat;
  guint n = count_entries (cell, detail, faded, &n_flat);

  if (n > n_flat)
    {
      if (faded)
        gtk_snapshot_push_opacity (snapshot, FADED);
      add_nodes (self, cell, detail, faded, snapshot);
      if (faded)
        gtk_snapshot_pop (snapshot);
    }
  if (n_flat > 0)
    add_flat (self, cell, detail, faded, snapshot);
}

/* What fades lies below what is lit. */
static GskRenderNode *
build_cell (AtlCellLayer *self,
            Cell         *cell,
            AtlDetail     detail)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  self->n_builds++;
  add_entries (self, cell, detail, TRUE, snapshot);
  add_entries (self, cell, detail, FALSE, snapshot);
  return gtk_snapshot_free_to_node (snapshot);
}

static AtlDetail
get_detail (Cell  *cell,
            double zoom)
{
  if (cell->of_nodes && cell->scale >= MANY_NODES && zoom * cell->scale >= ZOOM_NAMES)
    return ATL_DETAIL_FULL;
  return atl_detail_for_zoom (zoom * cell->scale);
}

static void
draw_cell (AtlCellLayer *self,
           Cell         *cell,
           GtkSnapshot  *snapshot,
           AtlCamera    *camera)
{
  AtlDetail detail = get_detail (cell, atl_camera_get_zoom (camera));
  AtlPoint  at = atl_camera_to_screen (camera, (AtlPoint){ cell->x, cell->y });
  float     zoom = (float) atl_camera_get_zoom (camera);

  if (!cell->built[detail])
    cell->nodes[detail] = build_cell (self, cell, detail);
  cell->built[detail] = TRUE;
  if (cell->nodes[detail] == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y));
  gtk_snapshot_scale (snapshot, zoom, zoom);
  gtk_snapshot_append_node (snapshot, cell->nodes[detail]);
  gtk_snapshot_restore (snapshot);
}

static void
evict_cell (AtlCellLayer *self,
            Cell         *cell)
{
  forget_containers (cell);
  for (guint i = 0; i < cell->entries->len; i++)
    {
      Entry *entry = cell->entries->pdata[i];

      forget_entry_nodes (self, entry);
      atl_scene_drop_display_list (atl_board_view_get_scene (self->view), entry->box);
    }
}

static int
compare_cells (gconstpointer a,
               gconstpointer b)
{
  const Cell *first = *(Cell *const *) a;
  const Cell *second = *(Cell *const *) b;

  return first->key < second->key ? -1 : first->key > second->key;
}

/**
 * atl_cell_layer_snapshot:
 * @self: a layer
 * @snapshot: a snapshot in pixels of the viewport
 * @camera: the view
 * @part: what is to be drawn, in board units
 *
 * Draws the cells that reach into @part.
 */
void
atl_cell_layer_snapshot (AtlCellLayer *self,
                         GtkSnapshot  *snapshot,
                         AtlCamera    *camera,
                         AtlRect       part)
{
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  GHashTableIter        iter;
  Cell                 *cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &cell))
    {
      sort_cell (self, cell);
      if (atl_rect_intersects (cell->extents, part))
        g_ptr_array_add (shown, cell);
    }
  g_ptr_array_sort (shown, compare_cells);
  for (guint i = 0; i < shown->len; i++)
    draw_cell (self, shown->pdata[i], snapshot, camera);
}

/**
 * atl_cell_layer_evict:
 * @self: a layer
 * @visible: what is in view, in board units
 *
 * Memory holds what was in view lately.
 */
void
atl_cell_layer_evict (AtlCellLayer *self,
                      AtlRect       visible)
{
  GHashTableIter iter;
  Cell          *cell;

  if (self->n_detailed <= NODE_BUDGET)
    return;
  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &cell))
    if (cell->built[ATL_DETAIL_FULL] && !atl_rect_intersects (cell->extents, visible))
      evict_cell (self, cell);
}

/**
 * atl_cell_layer_get_n_builds:
 * @self: a layer
 *
 * Returns: how many containers were built so far
 */
guint
atl_cell_layer_get_n_builds (AtlCellLayer *self)
{
  return self->n_builds;
}
