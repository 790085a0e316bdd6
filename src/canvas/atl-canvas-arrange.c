/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-private.h"

#include "model/atl-change.h"
#include "model/atl-maps.h"
#include "scene/atl-arranging.h"
#include "scene/atl-scene-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define AT_ONCE 200       /* nodes; more are arranged in a thread */
#define MOST_ANIMATED 400 /* nodes that are seen going to their places */
#define DURATION 350000   /* microseconds */

static AtlScene *
scene_of (AtlCanvas *self)
{
  return atl_board_view_get_scene (self->view);
}

/* The map that is meant: the current area if it is one, else the first that has nodes. */
static AtlBox *
find_map (AtlCanvas *self)
{
  AtlBox    *current = atl_board_view_find_box (self->view, atl_board_view_get_area (self->view));
  GPtrArray *areas = atl_scene_get_boxes (scene_of (self), ATL_BOX_AREA);

  if (current != NULL && atl_area_is_map (ATL_AREA (current->item)))
    return current;
  for (guint i = 0; i < areas->len; i++)
    {
      AtlBox *area = areas->pdata[i];

      if (area->item != NULL && atl_area_is_map (ATL_AREA (area->item)))
        return area;
    }
  return NULL;
}

/* Nodes on their way from where they were to where they are. It lives as long as the scene. */
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
      double    x = from->x + (atl_note_get_x (note) - from->x) * eased;
      double    y = from->y + (atl_note_get_y (note) - from->y) * eased;

      g_hash_table_insert (motion->now, g_object_ref (note), new_point (x, y));
    }
  atl_scene_set_presented (motion->scene, motion->now);
}

static void
stop_motion (AtlScene *scene)
{
  atl_scene_set_presented (scene, NULL);
  g_object_set_data (G_OBJECT (scene), "atl-motion", NULL);
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
  stop_motion (motion->scene);
  return G_SOURCE_REMOVE;
}

static gboolean
wants_motion (AtlCanvas *self,
              guint      n)
{
  gboolean enabled = FALSE;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-enable-animations", &enabled, NULL);
  return enabled && n <= MOST_ANIMATED && gtk_widget_get_mapped (GTK_WIDGET (self)) &&
         atl_scene_get_nodes_shown (scene_of (self));
}

/* Nodes move to the places that are stored now, from @from. */
static void
start_motion (AtlCanvas  *self,
              GHashTable *from)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));
  Motion        *motion;

  if (!wants_motion (self, g_hash_table_size (from)) || clock == NULL)
    return;
  motion = g_new0 (Motion, 1);
  g_set_weak_pointer (&motion->canvas, self);
  motion->scene = scene_of (self);
  motion->from = g_hash_table_ref (from);
  motion->now = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  motion->begun = gdk_frame_clock_get_frame_time (clock);
  move_to (motion, 0);
  motion->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), motion_ticked_cb, motion, NULL);
  g_object_set_data_full (G_OBJECT (motion->scene), "atl-motion", motion, motion_free);
}

static GHashTable *
dup_places (AtlCanvas    *self,
            AtlArranging *arranging)
{
  GHashTable *places = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);

  for (guint i = 0; i < atl_arranging_get_n_nodes (arranging); i++)
    {
      AtlPoint place;
      AtlNote *note = atl_arranging_get (arranging, i, &place, NULL);
      AtlBox  *box = atl_board_view_find_box (self->view, note);
      AtlPoint middle = box != NULL ? atl_rect_center (box->rect) : place;
      int      x, y;

      if (box == NULL)
        continue;
      atl_scene_to_place (scene_of (self), box->area, middle, &x, &y);
      g_hash_table_insert (places, g_object_ref (note), new_point (x, y));
    }
  return places;
}

/* Stores the places as one step. */
static void
take_places (AtlCanvas    *self,
             AtlArranging *arranging,
             gboolean      all)
{
  AtlHistory            *history = atl_board_view_get_history (self->view);
  g_autoptr (GHashTable) before = dup_places (self, arranging);

  stop_motion (scene_of (self));
  atl_history_begin (history, _ ("Arrange Map"));
  for (guint i = 0; i < atl_arranging_get_n_nodes (arranging); i++)
    {
      AtlPoint place;
      gboolean stays = FALSE;
      AtlNote *note = atl_arranging_get (arranging, i, &place, &stays);

      if (stays)
        continue;
      atl_note_set_x (note, (int) lround (place.x));
      atl_note_set_y (note, (int) lround (place.y));
      if (all)
        atl_note_set_pinned (note, FALSE);
    }
  atl_history_end (history);
  start_motion (self, before);
}

/* A large map is arranged in a thread; an edit meanwhile makes the result worthless. */
typedef struct
{
  AtlArranging *arranging;
  AtlBoard     *board;
  AtlSession   *session;
  GCancellable *cancellable;
  gulong        changed;
  gboolean      all;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_signal_handler (&job->changed, job->session);
  g_clear_object (&job->session);
  g_clear_object (&job->board);
  g_clear_object (&job->cancellable);
  atl_arranging_free (job->arranging);
  g_free (job);
}

/* Only what happens on the board counts: a timer runs meanwhile. */
static void
session_changed_cb (AtlSession *session,
                    AtlChange  *change,
                    Job        *job)
{
  AtlItem *item = atl_change_get_item (change);
  AtlItem *owner = atl_change_get_kind (change) == ATL_CHANGE_SET
                     ? atl_item_get_parent (item)
                     : atl_list_get_owner (atl_change_get_list (change));

  if (owner == ATL_ITEM (job->board) || item == ATL_ITEM (job->board))
    g_cancellable_cancel (job->cancellable);
}

static void
arrange_in_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  g_task_return_boolean (task, atl_arranging_run (((Job *) data)->arranging, cancellable));
}

static void
arranged_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      data)
{
  AtlCanvas *self = ATL_CANVAS (source);
  Job       *job = g_task_get_task_data (G_TASK (result));
  gboolean   done = g_task_propagate_boolean (G_TASK (result), NULL);

  g_clear_signal_handler (&job->changed, job->session);
  if (done && self->view != NULL && atl_canvas_get_board (self) == job->board)
    take_places (self, job->arranging, job->all);
}

static void
arrange_later (AtlCanvas    *self,
               AtlArranging *arranging,
               gboolean      all)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GTask)        task = g_task_new (self, cancellable, arranged_cb, NULL);
  Job                     *job = g_new0 (Job, 1);

  job->arranging = arranging;
  job->all = all;
  job->board = g_object_ref (atl_canvas_get_board (self));
  job->session = g_object_ref (atl_board_view_get_session (self->view));
  job->cancellable = g_object_ref (cancellable);
  job->changed = g_signal_connect (job->session, "changed", G_CALLBACK (session_changed_cb), job);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, arrange_in_thread);
}

static void
arrange (AtlCanvas  *self,
         const char *how,
         gboolean    all)
{
  AtlBox       *map = self->view != NULL ? find_map (self) : NULL;
  AtlArranging *arranging;

  if (map == NULL)
    return;
  atl_canvas_end_editing (self);
  arranging = atl_arranging_new (scene_of (self), map, how, all);
  if (atl_arranging_get_n_nodes (arranging) > AT_ONCE)
    {
      arrange_later (self, arranging, all);
      return;
    }
  atl_arranging_run (arranging, NULL);
  if (atl_arranging_get_n_nodes (arranging) > 0)
    take_places (self, arranging, all);
  atl_arranging_free (arranging);
}

static void
arrange_activated_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  gboolean all = g_str_equal (name, "canvas.arrange-all");

  arrange (ATL_CANVAS (widget), g_variant_get_string (parameter, NULL), all);
}

/**
 * atl_canvas_install_arranging:
 * @klass: the class of AtlCanvas
 *
 * Installs "canvas.arrange" and "canvas.arrange-all", which also moves nodes placed by hand: how, or "" for
 * what the template says.
 */
void
atl_canvas_install_arranging (GtkWidgetClass *klass)
{
  gtk_widget_class_install_action (klass, "canvas.arrange", "s", arrange_activated_cb);
  gtk_widget_class_install_action (klass, "canvas.arrange-all", "s", arrange_activated_cb);
}
