/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-painting.h"

#include "scene/atl-cairo-player.h"
#include "ui/common/atl-theme.h"

#define FULL_ZOOM 0.3
#define BARS_ZOOM 0.1
#define AREA_FULL_ZOOM 0.1
#define AT_ONCE 16 /* boxes between two looks at the clock */

struct _AtlPainting
{
  AtlScene        *scene;
  AtlRect          shown;
  cairo_surface_t *surface;
  cairo_t         *cr;
  double           zoom;
  int              kind; /* of the boxes that are painted */
  guint            next;
};

static AtlDetail
choose_detail (AtlPainting *self)
{
  if (self->kind == ATL_BOX_AREA || self->kind == ATL_BOX_NAMES)
    return self->zoom >= AREA_FULL_ZOOM ? ATL_DETAIL_FULL : ATL_DETAIL_PLAIN;
  if (self->zoom >= FULL_ZOOM)
    return ATL_DETAIL_FULL;
  return self->zoom >= BARS_ZOOM ? ATL_DETAIL_BARS : ATL_DETAIL_PLAIN;
}

static void
paint_box (AtlPainting *self,
           AtlBox      *box)
{
  AtlDisplayList *list = NULL;

  if (!atl_rect_intersects (atl_scene_get_ink (self->scene, box), self->shown))
    return;
  list = atl_scene_get_display_list (self->scene, box, choose_detail (self));
  cairo_save (self->cr);
  cairo_translate (self->cr, box->rect.x, box->rect.y);
  atl_cairo_player_draw (self->cr, list);
  cairo_restore (self->cr);
  atl_scene_drop_display_list (self->scene, box);
}

/* Boxes may come and go between two turns: then the next picture has them. */
static void
paint_some (AtlPainting *self)
{
  GPtrArray *boxes = atl_scene_get_boxes (self->scene, (AtlBoxKind) self->kind);

  for (guint i = 0; i < AT_ONCE && boxes != NULL && self->next < boxes->len; i++)
    paint_box (self, boxes->pdata[self->next++]);
  if (boxes != NULL && self->next < boxes->len)
    return;
  self->kind++;
  self->next = 0;
}

/**
 * atl_painting_new:
 * @scene: the layout of a board
 * @shown: the part of it to paint, in board units
 * @width: pixels
 * @height: pixels
 *
 * Returns: (transfer full): a picture with nothing on it yet
 */
AtlPainting *
atl_painting_new (AtlScene *scene,
                  AtlRect   shown,
                  int       width,
                  int       height)
{
  AtlPainting *self = g_new0 (AtlPainting, 1);
  AtlRgba      back = atl_palette_get_ink (atl_theme_get (), ATL_INK_BACKGROUND);

  self->scene = g_object_ref (scene);
  self->shown = shown;
  self->zoom = width / shown.width;
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  self->cr = cairo_create (self->surface);
  cairo_set_source_rgba (self->cr, back.red, back.green, back.blue, back.alpha);
  cairo_paint (self->cr);
  cairo_scale (self->cr, self->zoom, self->zoom);
  cairo_translate (self->cr, -shown.x, -shown.y);
  return self;
}

/**
 * atl_painting_free:
 * @self: (transfer full): a picture
 */
void
atl_painting_free (AtlPainting *self)
{
  cairo_destroy (self->cr);
  cairo_surface_destroy (self->surface);
  g_object_unref (self->scene);
  g_free (self);
}

/**
 * atl_painting_go_on:
 * @self: a picture
 * @budget: microseconds to spend, about
 *
 * Paints more of the board.
 *
 * Returns: whether all of it is painted
 */
gboolean
atl_painting_go_on (AtlPainting *self,
                    gint64       budget)
{
  gint64 end = g_get_monotonic_time () + budget;

  while (self->kind < ATL_N_BOX_KINDS)
    {
      paint_some (self);
      if (g_get_monotonic_time () >= end)
        break;
    }
  return self->kind >= ATL_N_BOX_KINDS;
}

/**
 * atl_painting_end:
 * @self: a picture
 *
 * Returns: (transfer full): what is on it
 */
GdkTexture *
atl_painting_end (AtlPainting *self)
{
  int                stride = cairo_image_surface_get_stride (self->surface);
  int                width = cairo_image_surface_get_width (self->surface);
  int                height = cairo_image_surface_get_height (self->surface);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (self->surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (self->surface), (gsize) stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes, (gsize) stride);
}
