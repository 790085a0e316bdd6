/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/areas/atl-canvas-areas.h"

#include "canvas/links/atl-canvas-links.h"
#include "canvas/notes/atl-stack-title.h"
#include "compat/atl-announce.h"
#include "model/atl-edits.h"

#include <glib/gi18n-lib.h>

#define LEAST_TITLE 180 /* pixels: width of the entry for the title of a stack */
#define MOST_TITLE 420

/* What a canvas knows of the areas of its board. */
struct _AtlCanvasAreas
{
  AtlCanvas *canvas;
  AtlArea   *current; /* the one whose lock is watched, or NULL */
  gulong     locked;
  GtkWidget *title; /* of a stack, being edited, or NULL */
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
  if (self->title != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->title, self);
      gtk_widget_unparent (self->title);
    }
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

/* Whoever was told that an area is locked has it before his eyes: now it is not. */
static void
told_area_changed_cb (AtlCanvas  *canvas,
                      GParamSpec *pspec,
                      AtlArea    *area)
{
  g_autofree char *text = NULL;

  g_signal_handlers_disconnect_by_func (area, told_area_changed_cb, canvas);
  if (atl_area_get_locked (area) || canvas->view == NULL ||
      atl_board_view_find_box (canvas->view, area) == NULL)
    return;
  text = g_strdup_printf (_ ("%s is unlocked"), title_of (area));
  atl_canvas_toast (canvas, text, FALSE);
}

/* Whether it was so. */
static gboolean
forget_telling (AtlCanvasAreas *self,
                AtlArea        *area)
{
  return g_signal_handlers_disconnect_by_func (area, told_area_changed_cb, self->canvas) > 0;
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
  gboolean         told;

  if (self->current == NULL || atl_area_get_locked (self->current) == locked ||
      atl_board_view_get_read_only (self->canvas->view))
    return;
  atl_canvas_end_editing (self->canvas);
  told = forget_telling (self, self->current);
  atl_history_begin (history, locked ? _ ("Lock Area") : _ ("Unlock Area"));
  atl_area_set_locked (self->current, locked);
  atl_history_end (history);
  /* Translators: %s is the title of an area */
  text = g_strdup_printf (locked ? _ ("%s is locked") : _ ("%s is unlocked"), title_of (self->current));
  if (told)
    atl_canvas_toast (self->canvas, text, FALSE);
  else
    atl_announce (GTK_WIDGET (self->canvas), text);
}

/**
 * atl_canvas_areas_tell_locked:
 * @self: the areas of a board
 * @area: (nullable): a locked area that somebody has tried to change something in; %NULL if nothing at all
 *   can be changed
 */
void
atl_canvas_areas_tell_locked (AtlCanvasAreas *self,
                              AtlArea        *area)
{
  /* Translators: %s is the title of an area */
  g_autofree char *text = area != NULL ? g_strdup_printf (_ ("%s is locked"), title_of (area))
                                       : g_strdup (_ ("This session can be looked at only"));

  atl_canvas_toast (self->canvas, text, FALSE);
  if (area == NULL)
    return;
  forget_telling (self, area);
  g_signal_connect_object (area, "notify::locked", G_CALLBACK (told_area_changed_cb), self->canvas,
                           G_CONNECT_SWAPPED);
}

/* The title of a stack */

static gboolean
drop_title_cb (gpointer data)
{
  if (gtk_widget_get_parent (data) != NULL)
    gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* The entry goes in idle: it may be told so by its own loss of the focus. */
static void
title_ended_cb (AtlCanvasAreas *self,
                gboolean        by_key)
{
  GtkWidget          *title = g_steal_pointer (&self->title);
  g_autoptr (AtlNote) lead = g_object_ref (atl_stack_title_get_lead (ATL_STACK_TITLE (title)));

  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, drop_title_cb, g_object_ref (title), g_object_unref);
  g_signal_handlers_disconnect_by_data (title, self);
  if (by_key)
    atl_canvas_focus_note (self->canvas, lead);
  gtk_widget_set_visible (title, FALSE);
}

/* The frame of an open stack, or its closed lead. */
static AtlBox *
box_of_stack (AtlCanvasAreas *self,
              AtlNote        *lead)
{
  AtlBox *box = atl_board_view_find_box (self->canvas->view, lead);

  return box != NULL && box->stack != NULL ? box->stack : box;
}

/**
 * atl_canvas_areas_edit_title:
 * @self: the areas of a board
 * @lead: the lead of a stack
 *
 * Opens an entry for the title of the stack in its place, with a suggestion if it has none.
 */
void
atl_canvas_areas_edit_title (AtlCanvasAreas *self,
                             AtlNote        *lead)
{
  g_autoptr (GPtrArray) stack = NULL;
  g_autofree char      *suggestion = NULL;

  atl_canvas_end_editing (self->canvas);
  if (box_of_stack (self, lead) == NULL ||
      atl_board_view_refuse (self->canvas->view, atl_note_find_area (lead)))
    return;
  stack = atl_note_dup_stack (lead);
  if (*atl_note_get_stack_title (lead) == '\0')
    g_signal_emit_by_name (self->canvas, "suggest-title", stack, &suggestion);
  atl_canvas_reveal (self->canvas, ATL_ITEM (lead));
  self->title = atl_stack_title_new (self->canvas->view, lead, suggestion);
  gtk_widget_set_parent (self->title, GTK_WIDGET (self->canvas));
  g_signal_connect_swapped (self->title, "ended", G_CALLBACK (title_ended_cb), self);
  gtk_widget_queue_allocate (GTK_WIDGET (self->canvas));
  atl_stack_title_focus (ATL_STACK_TITLE (self->title));
}

/**
 * atl_canvas_areas_get_title:
 * @self: the areas of a board
 *
 * Returns: (transfer none) (nullable): the entry for the title of a stack, while it is open
 */
GtkWidget *
atl_canvas_areas_get_title (AtlCanvasAreas *self)
{
  return self->title;
}

/**
 * atl_canvas_areas_allocate:
 * @self: the areas of a board
 *
 * Puts the entry for a title over the upper edge of its stack, within the view.
 */
void
atl_canvas_areas_allocate (AtlCanvasAreas *self)
{
  AtlBox       *box;
  AtlRect       rect;
  GtkAllocation place;
  int           most = gtk_widget_get_width (GTK_WIDGET (self->canvas));
  int           width, height;

  if (self->title == NULL)
    return;
  box = box_of_stack (self, atl_stack_title_get_lead (ATL_STACK_TITLE (self->title)));
  rect = box != NULL ? atl_camera_rect_to_screen (self->canvas->camera, box->rect) : atl_rect (0, 0, 1, 1);
  gtk_widget_measure (self->title, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  width = MAX (width, MIN (CLAMP ((int) rect.width, LEAST_TITLE, MOST_TITLE), most));
  gtk_widget_measure (self->title, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);
  place = (GtkAllocation){ CLAMP ((int) rect.x, 0, MAX (most - width, 0)), MAX ((int) rect.y, 0), width,
                           height };
  gtk_widget_size_allocate (self->title, &place, -1);
}

/**
 * atl_canvas_is_typing:
 * @self: a canvas with a board
 *
 * Returns: whether keys are for something that is typed on the board
 */
gboolean
atl_canvas_is_typing (AtlCanvas *self)
{
  return atl_canvas_get_editing (self) || atl_canvas_links_get_strip (self->links) != NULL ||
         self->areas->title != NULL;
}
