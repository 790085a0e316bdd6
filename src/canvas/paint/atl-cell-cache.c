/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/paint/atl-cell-cache.h"

#include "canvas/paint/atl-sheets.h"
#include "canvas/paint/atl-snapshot-player.h"
#include "scene/atl-palette.h"

#define CELL 800 /* board units */
/* a board of few notes is one cell, so that cards overlap in their own order everywhere */
#define ONE_CELL 1000000
#define FEW_NOTES 256
#define FAR_CELL 3200 /* of many notes seen from afar, where a cell of the usual size is a few pixels */

typedef enum
{
  LAYER_AREAS,
  LAYER_LINKS,
  LAYER_NAMES, /* of silos */
  LAYER_NOTES,
  LAYER_STACKS, /* frames of open stacks with their cards */
  N_LAYERS,
} Layer;

struct _AtlCellCache
{
  AtlBoardView *view;
  AtlCellLayer *layers[N_LAYERS];
  AtlCellLayer *far;    /* the layer of notes once more, in larger cells; NULL until it is needed */
  GHashTable   *places; /* box → layer + 1 */
  GPtrArray    *lifted; /* of boxes */
  AtlSheets    *sheets;
  gboolean      split;
};

static Layer
layer_of (AtlBox *box)
{
  switch (box->kind)
    {
    case ATL_BOX_AREA:
      return LAYER_AREAS;
    case ATL_BOX_LINK:
      return LAYER_LINKS;
    case ATL_BOX_NAMES:
      return LAYER_NAMES;
    case ATL_BOX_STACK:
      return LAYER_STACKS;
    case ATL_BOX_NOTE:
    case ATL_N_BOX_KINDS:
    default:
      return box->stack != NULL ? LAYER_STACKS : LAYER_NOTES;
    }
}

static void
put (AtlCellCache *self,
     AtlBox       *box)
{
  Layer layer = layer_of (box);
  guint old = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, box));

  if (old != 0 && old != layer + 1)
    atl_cell_layer_remove (self->layers[old - 1], box);
  if (old == LAYER_NOTES + 1 && layer != LAYER_NOTES && self->far != NULL)
    atl_cell_layer_remove (self->far, box);
  g_hash_table_insert (self->places, box, GUINT_TO_POINTER (layer + 1));
  atl_cell_layer_put (self->layers[layer], box);
  if (layer == LAYER_NOTES && self->far != NULL)
    atl_cell_layer_put (self->far, box);
}

static void
put_all (AtlCellCache *self,
         AtlBoxKind    kind)
{
  GPtrArray *boxes = atl_scene_get_boxes (atl_board_view_get_scene (self->view), kind);

  for (guint i = 0; i < boxes->len; i++)
    put (self, boxes->pdata[i]);
}

/* Makes the layer of notes a grid once there are many. */
static void
split_if_many (AtlCellCache *self)
{
  GPtrArray *notes = atl_scene_get_boxes (atl_board_view_get_scene (self->view), ATL_BOX_NOTE);

  if (self->split || notes->len <= FEW_NOTES)
    return;
  self->split = TRUE;
  for (guint i = LAYER_LINKS; i <= LAYER_NOTES; i++)
    {
      if (i == LAYER_NAMES)
        continue;
      atl_cell_layer_free (self->layers[i]);
      self->layers[i] = atl_cell_layer_new (self->view, CELL);
    }
  put_all (self, ATL_BOX_LINK);
  put_all (self, ATL_BOX_NOTE);
}

static void
lift_one (AtlCellCache *self,
          AtlBox       *box,
          gboolean      lifted)
{
  guint layer = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, box));

  if (layer != 0)
    atl_cell_layer_lift (self->layers[layer - 1], box, lifted);
  if (layer == LAYER_NOTES + 1 && self->far != NULL)
    atl_cell_layer_lift (self->far, box, lifted);
}

static void
set_lifted (AtlCellCache *self,
            gboolean      lifted)
{
  for (guint i = 0; i < self->lifted->len; i++)
    lift_one (self, self->lifted->pdata[i], lifted);
}

static AtlCellLayer *
ensure_far (AtlCellCache *self)
{
  GPtrArray *notes = atl_scene_get_boxes (atl_board_view_get_scene (self->view), ATL_BOX_NOTE);

  if (self->far != NULL)
    return self->far;
  self->far = atl_cell_layer_new (self->view, FAR_CELL);
  for (guint i = 0; i < notes->len; i++)
    if (layer_of (notes->pdata[i]) == LAYER_NOTES)
      atl_cell_layer_put (self->far, notes->pdata[i]);
  set_lifted (self, TRUE);
  return self->far;
}

static void
box_changed_cb (AtlCellCache *self,
                AtlBox       *box)
{
  put (self, box);
  atl_sheets_clear (self->sheets);
}

static void
box_removed_cb (AtlCellCache *self,
                AtlBox       *box)
{
  guint layer = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, box));

  if (layer != 0)
    atl_cell_layer_remove (self->layers[layer - 1], box);
  if (layer == LAYER_NOTES + 1 && self->far != NULL)
    atl_cell_layer_remove (self->far, box);
  g_hash_table_remove (self->places, box);
  g_ptr_array_remove (self->lifted, box);
  atl_sheets_clear (self->sheets);
}

static void
lit_changed_cb (AtlCellCache *self)
{
  for (guint i = 0; i < N_LAYERS; i++)
    atl_cell_layer_light (self->layers[i]);
  if (self->far != NULL)
    atl_cell_layer_light (self->far);
  atl_sheets_clear (self->sheets);
}

/* Draws what lies in a part of the board, on its ground. */
static void
paint_cb (gpointer     data,
          GtkSnapshot *snapshot,
          AtlCamera   *camera,
          AtlRect      part)
{
  AtlCellCache *self = data;
  AtlTheme      theme = atl_scene_get_theme (atl_board_view_get_scene (self->view));
  gboolean      plain = atl_detail_for_zoom (atl_camera_get_zoom (camera)) == ATL_DETAIL_PLAIN;

  atl_snapshot_append_box (snapshot, atl_camera_rect_to_screen (camera, part), 0,
                           atl_palette_get_ink (theme, ATL_INK_BACKGROUND));
  for (guint i = 0; i < N_LAYERS; i++)
    {
      gboolean far = i == LAYER_NOTES && self->split && plain;

      atl_cell_layer_snapshot (far ? ensure_far (self) : self->layers[i], snapshot, camera, part);
    }
}

/**
 * atl_cell_cache_new:
 * @view: the view of a board; outlives the cache
 *
 * Returns: (transfer full): a cache that follows the scene of @view
 */
AtlCellCache *
atl_cell_cache_new (AtlBoardView *view)
{
  AtlCellCache *self = g_new0 (AtlCellCache, 1);
  AtlScene     *scene = atl_board_view_get_scene (view);

  self->view = view;
  self->places = g_hash_table_new (NULL, NULL);
  self->lifted = g_ptr_array_new ();
  self->sheets = atl_sheets_new (paint_cb, self);
  for (guint i = 0; i < N_LAYERS; i++)
    self->layers[i] = atl_cell_layer_new (view, ONE_CELL);
  put_all (self, ATL_BOX_AREA);
  put_all (self, ATL_BOX_LINK);
  put_all (self, ATL_BOX_NAMES);
  put_all (self, ATL_BOX_STACK);
  put_all (self, ATL_BOX_NOTE);
  split_if_many (self);
  g_signal_connect_swapped (scene, "box-added", G_CALLBACK (box_changed_cb), self);
  g_signal_connect_swapped (scene, "box-changed", G_CALLBACK (box_changed_cb), self);
  g_signal_connect_swapped (scene, "box-removed", G_CALLBACK (box_removed_cb), self);
  g_signal_connect_swapped (scene, "lit-changed", G_CALLBACK (lit_changed_cb), self);
  return self;
}

/**
 * atl_cell_cache_free:
 * @self: (transfer full) (nullable): a cache
 */
void
atl_cell_cache_free (AtlCellCache *self)
{
  if (self == NULL)
    return;
  g_signal_handlers_disconnect_by_data (atl_board_view_get_scene (self->view), self);
  for (guint i = 0; i < N_LAYERS; i++)
    atl_cell_layer_free (self->layers[i]);
  atl_cell_layer_free (self->far);
  atl_sheets_free (self->sheets);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->lifted);
  g_free (self);
}

/**
 * atl_cell_cache_forget_nodes:
 * @self: a cache
 *
 * Draws everything anew: the theme is another.
 */
void
atl_cell_cache_forget_nodes (AtlCellCache *self)
{
  for (guint i = 0; i < N_LAYERS; i++)
    atl_cell_layer_forget_nodes (self->layers[i]);
  if (self->far != NULL)
    atl_cell_layer_forget_nodes (self->far);
  atl_sheets_clear (self->sheets);
}

/**
 * atl_cell_cache_lift:
 * @self: a cache
 * @boxes: (nullable) (element-type AtlBox): the boxes that are dragged and drawn elsewhere, %NULL for none
 */
void
atl_cell_cache_lift (AtlCellCache *self,
                     GPtrArray    *boxes)
{
  set_lifted (self, FALSE);
  g_ptr_array_set_size (self->lifted, 0);
  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    g_ptr_array_add (self->lifted, boxes->pdata[i]);
  set_lifted (self, TRUE);
  atl_sheets_clear (self->sheets);
}

/**
 * atl_cell_cache_snapshot:
 * @self: a cache
 * @snapshot: a snapshot in pixels of the viewport
 * @camera: the view
 * @viewport: the widget that is drawn
 *
 * Draws the board on its ground.
 */
void
atl_cell_cache_snapshot (AtlCellCache *self,
                         GtkSnapshot  *snapshot,
                         AtlCamera    *camera,
                         GtkWidget    *viewport)
{
  AtlRect visible = atl_camera_get_visible (camera);

  split_if_many (self);
  if (!atl_sheets_snapshot (self->sheets, snapshot, camera, viewport))
    paint_cb (self, snapshot, camera, visible);
  for (guint i = 0; i < N_LAYERS; i++)
    atl_cell_layer_evict (self->layers[i], visible);
}

/**
 * atl_cell_cache_rest:
 * @self: a cache
 *
 * The board no longer moves.
 *
 * Returns: whether it is to be drawn again, as it looks
 */
gboolean
atl_cell_cache_rest (AtlCellCache *self)
{
  return atl_sheets_clear (self->sheets);
}

/**
 * atl_cell_cache_peek_node:
 * @self: a cache
 * @box: a box of the scene
 * @detail: level of detail
 *
 * Returns: (transfer none) (nullable): the node that draws the box, from its top left
 */
GskRenderNode *
atl_cell_cache_peek_node (AtlCellCache *self,
                          AtlBox       *box,
                          AtlDetail     detail)
{
  guint layer = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, box));

  return layer != 0 ? atl_cell_layer_peek_node (self->layers[layer - 1], box, detail) : NULL;
}

/**
 * atl_cell_cache_get_n_builds:
 * @self: a cache
 *
 * Returns: how many containers were built so far
 */
guint
atl_cell_cache_get_n_builds (AtlCellCache *self)
{
  guint n = 0;

  for (guint i = 0; i < N_LAYERS; i++)
    n += atl_cell_layer_get_n_builds (self->layers[i]);
  return n;
}
