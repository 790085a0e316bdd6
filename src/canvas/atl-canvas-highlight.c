/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-highlight.h"

#include "canvas/atl-canvas-private.h"
#include "canvas/paint/atl-snapshot-player.h"
#include "scene/atl-scene-map.h"
#include "util/atl-fold.h"

#define RADIUS 3 /* board units at scale 1, as the others */
#define EDGE 1.2
#define ROOM 1.5        /* around the word */
#define ROOM_PIXELS 1.5 /* at least, from afar */

/* Where the words stand is found once for each note that is seen, not for each frame. */
struct _AtlCanvasHighlight
{
  char       *words;
  GHashTable *found; /* item with a reference → Found */
};

typedef struct
{
  guint   serial; /* of the box when it was looked through */
  GArray *places; /* of Place */
} Found;

typedef struct
{
  guint   op; /* in the display list */
  AtlRect rect;
} Place;

static void
found_free (gpointer data)
{
  Found *found = data;

  g_array_unref (found->places);
  g_free (found);
}

/**
 * atl_canvas_highlight_free:
 * @self: (transfer full) (nullable): words that were searched
 */
void
atl_canvas_highlight_free (AtlCanvasHighlight *self)
{
  if (self == NULL)
    return;
  g_free (self->words);
  g_hash_table_unref (self->found);
  g_free (self);
}

/* The pieces of a range on one line of text, right to left too. */
static void
add_line (GArray             *places,
          guint               index,
          const AtlDisplayOp *op,
          PangoLayoutIter    *iter,
          AtlTextRange        range)
{
  PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
  PangoRectangle   extents;
  g_autofree int  *spans = NULL;
  int              n = 0;
  double           unit = op->scale / PANGO_SCALE;

  if ((int) range.end <= line->start_index || (int) range.start >= line->start_index + line->length)
    return;
  pango_layout_iter_get_line_extents (iter, NULL, &extents);
  pango_layout_line_get_x_ranges (line, (int) range.start, (int) range.end, &spans, &n);
  for (int i = 0; i < n; i++)
    {
      int     from = CLAMP (spans[2 * i], extents.x, extents.x + extents.width);
      int     to = CLAMP (spans[2 * i + 1], extents.x, extents.x + extents.width);
      AtlRect rect = atl_rect (op->origin.x + from * unit, op->origin.y + extents.y * unit,
                               (to - from) * unit, extents.height * unit);
      Place   place = { index, atl_rect_inset (rect, -ROOM * op->scale) };

      if (to > from)
        g_array_append_val (places, place);
    }
}

static void
add_range (GArray             *places,
           guint               index,
           const AtlDisplayOp *op,
           AtlTextRange        range)
{
  PangoLayoutIter *iter = pango_layout_get_iter (op->layout);

  do
    add_line (places, index, op, iter, range);
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static Found *
look_through (AtlCanvasHighlight *self,
              AtlDisplayList     *list,
              guint               serial)
{
  Found *found = g_new0 (Found, 1);

  found->serial = serial;
  found->places = g_array_new (FALSE, FALSE, sizeof (Place));
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);
      g_autoptr (GArray)  ranges = NULL;

      if (op->kind != ATL_OP_TEXT || op->role == ATL_TEXT_SYMBOL)
        continue;
      ranges = atl_fold_find_all (pango_layout_get_text (op->layout), self->words);
      for (guint j = 0; j < ranges->len; j++)
        add_range (found->places, i, op, g_array_index (ranges, AtlTextRange, j));
    }
  return found;
}

static Found *
ensure_found (AtlCanvasHighlight *self,
              AtlBox             *box,
              AtlDisplayList     *list)
{
  Found *found = g_hash_table_lookup (self->found, box->item);

  if (found != NULL && found->serial == box->serial)
    return found;
  found = look_through (self, list, box->serial);
  g_hash_table_replace (self->found, g_object_ref (box->item), found);
  return found;
}

/* The word once more, on white, or on black where the text is light; the edge is a pixel wide at least. */
static void
draw_place (GtkSnapshot    *snapshot,
            AtlDisplayList *list,
            const Place    *place,
            double          pixel)
{
  const AtlDisplayOp *op = atl_display_list_get (list, place->op);
  gboolean            light = op->color.red + op->color.green + op->color.blue > 1.5;
  AtlRgba             ground = light ? atl_rgba (0) : atl_rgba (0xffffff);
  AtlRgba             edge = light ? atl_rgba (0xffffff) : atl_rgba (0x1e1e1e);
  AtlRect             rect = atl_rect_inset (place->rect, MIN (0, ROOM * op->scale - ROOM_PIXELS * pixel));

  atl_snapshot_append_box (snapshot, rect, RADIUS * op->scale, ground);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                                                         (float) rect.height));
  atl_snapshot_player_draw_text (snapshot, op);
  gtk_snapshot_pop (snapshot);
  atl_snapshot_append_ring (snapshot, rect, RADIUS * op->scale, MAX (EDGE * op->scale, pixel), edge);
}

static void
draw_note (AtlCanvas   *self,
           GtkSnapshot *snapshot,
           AtlBox      *box)
{
  AtlScene       *scene = atl_board_view_get_scene (self->view);
  AtlDisplayList *list = atl_scene_get_display_list (scene, box, ATL_DETAIL_FULL);
  Found          *found = ensure_found (self->light.words, box, list);
  AtlPoint        at = atl_camera_to_screen (self->camera, (AtlPoint){ box->rect.x, box->rect.y });
  float           zoom = (float) atl_camera_get_zoom (self->camera);

  if (found->places->len == 0)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) at.x, (float) at.y));
  gtk_snapshot_scale (snapshot, zoom, zoom);
  for (guint i = 0; i < found->places->len; i++)
    draw_place (snapshot, list, &g_array_index (found->places, Place, i), 1 / zoom);
  gtk_snapshot_restore (snapshot);
}

/**
 * atl_canvas_draw_highlight:
 * @self: a canvas with a board
 * @snapshot: a snapshot in pixels
 *
 * Marks the words that are searched on the notes in view that do not fade, where text is shown at all.
 */
void
atl_canvas_draw_highlight (AtlCanvas   *self,
                           GtkSnapshot *snapshot)
{
  AtlScene             *scene = atl_board_view_get_scene (self->view);
  double                zoom = atl_camera_get_zoom (self->camera);
  g_autoptr (GPtrArray) boxes = NULL;

  if (self->light.words == NULL || atl_detail_for_zoom (zoom) != ATL_DETAIL_FULL)
    return;
  boxes = atl_board_view_find_notes (self->view, atl_camera_get_visible (self->camera));
  for (guint i = 0; i < boxes->len; i++)
    if (!atl_scene_get_faded (scene, boxes->pdata[i]))
      draw_note (self, snapshot, boxes->pdata[i]);
}

/**
 * atl_canvas_set_highlight:
 * @self: a canvas
 * @words: (nullable): what somebody searches, as typed; %NULL for nothing
 *
 * Marks where these words stand on notes.
 */
void
atl_canvas_set_highlight (AtlCanvas  *self,
                          const char *words)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (g_strcmp0 (words, self->light.words != NULL ? self->light.words->words : NULL) == 0)
    return;
  g_clear_pointer (&self->light.words, atl_canvas_highlight_free);
  if (words != NULL)
    {
      self->light.words = g_new0 (AtlCanvasHighlight, 1);
      self->light.words->words = g_strdup (words);
      self->light.words->found = g_hash_table_new_full (NULL, NULL, g_object_unref, found_free);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
