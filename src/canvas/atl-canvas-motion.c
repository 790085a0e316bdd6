/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/areas/atl-canvas-areas.h"

#include "scene/atl-scene-map.h"

#include <math.h>

#define MOST_ANIMATED 400 /* notes that are seen going to their places */
#define DURATION 350000   /* microseconds */
#define MOTION "atl-motion"

/* Notes on their way from where they were to where they are. It lives as long as the scene. */
typedef struct
{
  AtlCanvas  *canvas;
  AtlScene   *scene;
  GHashTable *from;
  GHashTable *now;
  guint       tick;
  gint64      begun;
} Motion;

static void
motion_free (gpointer data)
{
  Motion *motion = data;

  if (motion->canvas != NULL && motion->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (motion->canvas), motion->tick);
  g_clear_weak_pointer (&motion->canvas);
  g_hash_table_unref (motion->from);
  g_hash_table_unref (motion->now);
  g_free (motion);
}

static AtlPoint *
new_point (double x,
           double y)
{
  AtlPoint *point = g_new (AtlPoint, 1);

  *point = (AtlPoint){ x, y };
  return point;
}

static void
move_to (Motion *motion,
         double  part)
{
  double         eased = 1 - pow (1 - part, 3);
  GHashTableIter iter;
  gpointer       note, value;

  g_hash_table_iter_init (&iter, motion->from);
  while (g_hash_table_iter_next (&iter, &note, &value))
    {
      AtlPoint *from = value;

      /* An undo may have taken the place away meanwhile. */
      g_hash_table_remove (motion->now, note);
      if (atl_note_get_x (note) == ATL_PLACE_NONE)
        continue;
      double x = from->x + (atl_note_get_x (note) - from->x) * eased;
      double y = from->y + (atl_note_get_y (note) - from->y) * eased;

      g_hash_table_insert (motion->now, g_object_ref (note), new_point (x, y));
    }
  atl_scene_set_presented (motion->scene, motion->now);
}

static void
stop (AtlScene *scene)
{
  atl_scene_set_presented (scene, NULL);
  g_object_set_data (G_OBJECT (scene), MOTION, NULL);
}

static gboolean
motion_ticked_cb (GtkWidget     *widget,
                  GdkFrameClock *clock,
                  gpointer       data)
{
  Motion *motion = data;
  double  part = (double) (gdk_frame_clock_get_frame_time (clock) - motion->begun) / DURATION;

  if (part < 1)
    {
      move_to (motion, MAX (part, 0));
      return G_SOURCE_CONTINUE;
    }
  motion->tick = 0;
  stop (motion->scene);
  return G_SOURCE_REMOVE;
}

static gboolean
wants_motion (AtlCanvas *self,
              guint      n)
{
  gboolean enabled = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled && n <= MOST_ANIMATED && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         atl_scene_get_nodes_shown (atl_board_view_get_scene (self->view));
}

/**
 * atl_canvas_start_motion:
 * @self: a canvas with a board
 * @from: (element-type AtlNote AtlPoint): where notes were, relative to their areas
 *
 * Shows notes going from there to the places that are stored now, unless the user wants no motion or there
 * are too many.
 */
void
atl_canvas_start_motion (AtlCanvas  *self,
                         GHashTable *from)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  Motion        *motion;

  if (!wants_motion (self, g_hash_table_size (from)) || clock == NULL)
    return;
  motion = g_new0 (Motion, 1);
  g_set_weak_pointer (&motion->canvas, self);
  motion->scene = atl_board_view_get_scene (self->view);
  motion->from = g_hash_table_ref (from);
  motion->now = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  motion->begun = gdk_frame_clock_get_frame_time (clock);
  move_to (motion, 0);
  motion->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), motion_ticked_cb, motion, NULL);
  g_object_set_data_full (G_OBJECT (motion->scene), MOTION, motion, motion_free);
}

/**
 * atl_canvas_stop_motion:
 * @self: a canvas with a board
 *
 * Notes are where they are stored.
 */
void
atl_canvas_stop_motion (AtlCanvas *self)
{
  stop (atl_board_view_get_scene (self->view));
}

/**
 * atl_canvas_new_places:
 *
 * Returns: (transfer full) (element-type AtlNote AtlPoint): an empty table for atl_canvas_start_motion()
 */
GHashTable *
atl_canvas_new_places (void)
{
  return g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
}

/**
 * atl_canvas_note_place:
 * @self: a canvas with a board
 * @places: (element-type AtlNote AtlPoint): a table
 * @note: a note
 *
 * Writes down where @note is seen now, in the coordinates that are stored for it.
 */
void
atl_canvas_note_place (AtlCanvas  *self,
                       GHashTable *places,
                       AtlNote    *note)
{
  AtlBox *box = atl_board_view_find_box (self->view, note);
  int     x, y;

  if (box == NULL || box->area == NULL)
    return;
  atl_scene_to_place (atl_board_view_get_scene (self->view), box->area, atl_rect_center (box->rect), &x, &y);
  g_hash_table_insert (places, g_object_ref (note), new_point (x, y));
}
