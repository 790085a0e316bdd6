/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-areas.h"

#include "compat/atl-announce.h"

#include <glib/gi18n-lib.h>

/* What a canvas knows of the areas of its board. */
struct _AtlCanvasAreas
{
  AtlCanvas *canvas;
  AtlArea   *current; /* the one whose lock is watched, or NULL */
  gulong     locked;
};

static void
lock_changed_cb (AtlCanvasAreas *self)
{
  atl_canvas_update_area_actions (self->canvas);
  g_object_notify (G_OBJECT (self->canvas), "area-locked");
}

static void
forget (AtlCanvasAreas *self)
{
  if (self->current != NULL)
    g_clear_signal_handler (&self->locked, self->current);
  g_clear_object (&self->current);
}

/**
 * atl_canvas_areas_follow:
 * @self: the areas of a board
 *
 * Another area is the current one: its lock is watched from now on.
 */
void
atl_canvas_areas_follow (AtlCanvasAreas *self)
{
  AtlArea *area = atl_board_view_get_area (self->canvas->view);

  if (area == self->current)
    return;
  forget (self);
  if (g_set_object (&self->current, area) && area != NULL)
    self->locked = g_signal_connect_swapped (area, "notify::locked", G_CALLBACK (lock_changed_cb), self);
  lock_changed_cb (self);
}

/**
 * atl_canvas_areas_new:
 * @canvas: a canvas with a board; outlives the areas
 *
 * Returns: (transfer full): what it knows of the areas
 */
AtlCanvasAreas *
atl_canvas_areas_new (AtlCanvas *canvas)
{
  AtlCanvasAreas *self = g_new0 (AtlCanvasAreas, 1);

  self->canvas = canvas;
  atl_canvas_areas_follow (self);
  return self;
}

/**
 * atl_canvas_areas_free:
 * @self: (transfer full) (nullable): the areas of a board
 */
void
atl_canvas_areas_free (AtlCanvasAreas *self)
{
  forget (self);
  g_free (self);
}

/**
 * atl_canvas_areas_get_locked:
 * @self: the areas of a board
 *
 * Returns: whether the current area is locked
 */
gboolean
atl_canvas_areas_get_locked (AtlCanvasAreas *self)
{
  return self->current != NULL && atl_area_get_locked (self->current);
}

static const char *
title_of (AtlArea *area)
{
  return *atl_area_get_title (area) != '\0' ? atl_area_get_title (area) : _ ("This area");
}

/**
 * atl_canvas_areas_set_locked:
 * @self: the areas of a board
 * @locked: whether the notes of the current area stay as they are
 *
 * Locks or unlocks it as one step of the history.
 */
void
atl_canvas_areas_set_locked (AtlCanvasAreas *self,
                             gboolean        locked)
{
  AtlHistory      *history = atl_board_view_get_history (self->canvas->view);
  g_autofree char *text = NULL;

  if (self->current == NULL || atl_area_get_locked (self->current) == locked)
    return;
  atl_canvas_end_editing (self->canvas);
  atl_history_begin (history, locked ? _ ("Lock Area") : _ ("Unlock Area"));
  atl_area_set_locked (self->current, locked);
  atl_history_end (history);
  /* Translators: %s is the title of an area */
  text = g_strdup_printf (locked ? _ ("%s is locked") : _ ("%s is unlocked"), title_of (self->current));
  atl_announce (GTK_WIDGET (self->canvas), text);
}

/**
 * atl_canvas_areas_tell_locked:
 * @self: the areas of a board
 * @area: a locked area that somebody has tried to change something in
 */
void
atl_canvas_areas_tell_locked (AtlCanvasAreas *self,
                              AtlArea        *area)
{
  /* Translators: %s is the title of an area */
  g_autofree char *text = g_strdup_printf (_ ("%s is locked"), title_of (area));

  atl_canvas_toast (self->canvas, text, FALSE);
}
