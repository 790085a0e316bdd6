/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-canvas-keyboard.h"

#include "compat/atl-announce.h"

#include <glib/gi18n-lib.h>

/* What the canvas says aloud about what the keys did, beside what the note with the focus says itself. */

static const char *
title_of (AtlBox *area)
{
  if (area->item == NULL)
    return _ ("Unplaced");
  return *atl_area_get_title (ATL_AREA (area->item)) != '\0' ? atl_area_get_title (ATL_AREA (area->item))
                                                             : _ ("Untitled area");
}

static int
percent (double part,
         double whole)
{
  return whole > 0 ? (int) CLAMP (part / whole * 100 + 0.5, 0, 100) : 0;
}

static char *
dup_place (AtlBox *box)
{
  AtlRect  area = box->area->rect;
  AtlPoint center = atl_rect_center (box->rect);

  /* Translators: where on a board a note is now, in percents of its area */
  return g_strdup_printf (_ ("Moved to %d%% from the left, %d%% from the top"),
                          percent (center.x - area.x, area.width), percent (center.y - area.y, area.height));
}

static char *
dup_position (AtlCanvas *self,
              AtlBox    *box)
{
  GPtrArray *boxes = atl_scene_get_area_notes (atl_board_view_get_scene (self->view), box->area);
  guint      at = 0;

  if (!g_ptr_array_find (boxes, box, &at))
    return g_strdup_printf (_ ("Moved to %s"), title_of (box->area));
  /* Translators: the title of an area, then the place of a note among those there, as in "2 of 5" */
  return g_strdup_printf (_ ("Moved to %s, %u of %u"), title_of (box->area), at + 1, boxes->len);
}

/**
 * atl_canvas_mark_place:
 * @self: a canvas with a board
 * @note: (nullable): a note
 *
 * Returns: where @note is now, for atl_canvas_tell_place()
 */
AtlCanvasPlace
atl_canvas_mark_place (AtlCanvas *self,
                       AtlNote   *note)
{
  AtlBox        *box = atl_board_view_find_box (self->view, note);
  AtlCanvasPlace place = { 0 };

  if (box == NULL || box->area == NULL)
    return place;
  place.area = box->area;
  place.x = atl_note_get_x (note);
  place.y = atl_note_get_y (note);
  g_ptr_array_find (atl_scene_get_area_notes (atl_board_view_get_scene (self->view), box->area), box,
                    &place.position);
  return place;
}

/**
 * atl_canvas_tell_place:
 * @self: a canvas with a board
 * @note: (nullable): a note that keys have moved
 * @from: where it was
 *
 * Says where it came to, or that it went nowhere.
 */
void
atl_canvas_tell_place (AtlCanvas            *self,
                       AtlNote              *note,
                       const AtlCanvasPlace *from)
{
  AtlCanvasPlace   now = atl_canvas_mark_place (self, note);
  AtlBox          *box = atl_board_view_find_box (self->view, note);
  g_autofree char *text = NULL;

  if (now.area == NULL)
    return;
  if (now.area != from->area || now.position != from->position)
    text = dup_position (self, box);
  else if (now.x != from->x || now.y != from->y)
    text = dup_place (box);
  else
    text = g_strdup (_ ("No further in this direction"));
  atl_announce (GTK_WIDGET (self), text);
}

/**
 * atl_canvas_tell:
 * @self: a canvas
 * @text: (transfer full): a translated sentence about a number of notes
 *
 * Says what was done with them.
 */
void
atl_canvas_tell (AtlCanvas *self,
                 char      *text)
{
  atl_announce (GTK_WIDGET (self), text);
  g_free (text);
}
