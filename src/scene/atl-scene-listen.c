/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-action.h"
#include "model/atl-ballot.h"
#include "model/atl-change.h"
#include "model/atl-group.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "model/atl-silo.h"
#include "scene/atl-key-private.h"
#include "model/atl-term.h"
#include "scene/atl-scene-links.h"
#include "scene/atl-scene-private.h"
#include "scene/atl-term-marks.h"

/* What a change of the session means for the scene. Nothing is computed here: it is only noted down. */

static void
need_structure (AtlScene *self)
{
  self->work.structure = TRUE;
  self->work.layout = TRUE;
  atl_scene_schedule (self);
}

static void
need_layout (AtlScene     *self,
             AtlAreaState *area)
{
  area->dirty = TRUE;
  self->work.layout = TRUE;
  atl_scene_schedule (self);
}

/* The note says something else: paint it again and, where that decides about its size, measure it. */
static void
note_reworded (AtlScene    *self,
               AtlBoxState *state)
{
  AtlAreaState *area = atl_area_state (state->box.area);

  atl_scene_repaint (self, state);
  atl_scene_schedule (self);
  state->height = -1;
  if (area->layout == ATL_LAYOUT_FLOW || area->layout == ATL_LAYOUT_GRAPH)
    need_layout (self, area);
}

static AtlBoxState *
find_frame_of (AtlScene    *self,
               AtlBoxState *state)
{
  return state->box.stack != NULL && state->box.stack->item == state->box.item
           ? (AtlBoxState *) state->box.stack
           : NULL;
}

/* The title of an open stack is that of its lead. */
static void
repaint_with_frame (AtlScene    *self,
                    AtlBoxState *state)
{
  if (state != NULL && find_frame_of (self, state) != NULL)
    atl_scene_repaint (self, find_frame_of (self, state));
  if (state != NULL)
    atl_scene_repaint (self, state);
  atl_scene_schedule (self);
}

/* Between axes the place of a note is something to read on it. */
static void
note_moved (AtlScene    *self,
            AtlBoxState *state)
{
  if (state == NULL)
    return;
  if (atl_area_state (state->box.area)->layout == ATL_LAYOUT_AXES)
    atl_scene_keys_touch (self);
  need_layout (self, atl_area_state (state->box.area));
}

static void
take_note_change (AtlScene *self,
                  AtlNote  *note,
                  guint     field)
{
  AtlBoxState *state = g_hash_table_lookup (self->boxes, note);

  switch (field)
    {
    case ATL_NOTE_AREA:
    case ATL_NOTE_STACK:
    case ATL_NOTE_RANK:
    case ATL_NOTE_ALTERNATIVES:
      need_structure (self);
      return;
    case ATL_NOTE_FIELDS:
      if (state != NULL)
        atl_scene_repaint (self, state);
      atl_scene_keys_touch (self);
      atl_scene_schedule (self);
      return;
    case ATL_NOTE_X:
    case ATL_NOTE_Y:
    case ATL_NOTE_WIDTH:
    case ATL_NOTE_HEIGHT:
      note_moved (self, state);
      return;
    case ATL_NOTE_HIDDEN:
      repaint_with_frame (self, state);
      return;
    case ATL_NOTE_STACK_TITLE:
      repaint_with_frame (self, state);
      G_GNUC_FALLTHROUGH;
    case ATL_NOTE_TEXT:
    case ATL_NOTE_PERSON:
    case ATL_NOTE_SILO:
      if (state != NULL)
        note_reworded (self, state);
      return;
    default:
      if (state != NULL)
        atl_scene_repaint (self, state);
      atl_scene_schedule (self);
      return;
    }
}

static void
take_area_change (AtlScene *self,
                  AtlArea  *area,
                  guint     field)
{
  AtlAreaState *state = g_hash_table_lookup (self->boxes, area);

  if (state == NULL || field == ATL_AREA_RANK || field == ATL_AREA_LAYOUT ||
      field == ATL_AREA_OPTIONS || field == ATL_AREA_MAX_NOTES)
    need_structure (self);
  if (state == NULL)
    return;
  state->header = -1;
  atl_scene_repaint (self, &state->state);
  need_layout (self, state);
}

static void
take_link_change (AtlScene *self,
                  AtlLink  *link,
                  guint     field)
{
  AtlBoxState *state = g_hash_table_lookup (self->boxes, link);

  if (field == ATL_LINK_FROM || field == ATL_LINK_TO || field == ATL_LINK_KIND ||
      field == ATL_LINK_STRENGTH || field == ATL_LINK_DECLARED_BY)
    need_structure (self);
  if (state == NULL)
    return;
  atl_scene_repaint (self, state);
  self->work.layout = TRUE;
  atl_scene_schedule (self);
}

/* Owners and dates are on the notes of an action board, silos are the rows of a matrix. */
static void
take_action_change (AtlScene *self)
{
  if (atl_scene_keys_follow_session (self))
    need_structure (self);
}

/* A name, a silo or its color is on any number of notes, as the options of the board have it. */
static void
take_people_change (AtlScene *self)
{
  GPtrArray *areas = self->kinds[ATL_BOX_AREA];

  for (guint i = 0; i < areas->len; i++)
    {
      AtlAreaState *area = areas->pdata[i];

      atl_scene_repaint (self, &area->state);
      for (guint j = 0; j < area->members->len; j++)
        if (area->layout == ATL_LAYOUT_GRAPH)
          note_reworded (self, area->members->pdata[j]);
        else if (*atl_note_get_author (ATL_NOTE (((AtlBox *) area->members->pdata[j])->item)) != '\0')
          atl_scene_repaint (self, area->members->pdata[j]);
    }
  take_action_change (self);
  atl_scene_schedule (self);
}

/* The name of a break-out group is on its notes. */
static void
take_group_change (AtlScene *self)
{
  for (guint i = 0; i < self->kinds[ATL_BOX_NOTE]->len; i++)
    {
      AtlBoxState *state = self->kinds[ATL_BOX_NOTE]->pdata[i];

      if (*atl_note_get_group (ATL_NOTE (state->box.item)) != '\0')
        atl_scene_repaint (self, state);
    }
  atl_scene_schedule (self);
}

static void
take_set (AtlScene  *self,
          AtlChange *change)
{
  AtlItem *item = atl_change_get_item (change);
  guint    field = atl_change_get_field (change);
  gboolean mine = atl_item_get_parent (item) == (AtlItem *) self->board;

  if (ATL_IS_NOTE (item) && mine)
    take_note_change (self, ATL_NOTE (item), field);
  else if (ATL_IS_AREA (item) && mine)
    take_area_change (self, ATL_AREA (item), field);
  else if (ATL_IS_LINK (item) && mine)
    take_link_change (self, ATL_LINK (item), field);
  else if (ATL_IS_BALLOT (item) || ATL_IS_ROUND (item))
    need_structure (self);
  else if (ATL_IS_ACTION (item))
    take_action_change (self);
  else if (ATL_IS_PERSON (item) || ATL_IS_SILO (item) ||
           (ATL_IS_SESSION (item) && field == ATL_SESSION_PARTITION) ||
           (item == (AtlItem *) self->board && field == ATL_BOARD_OPTIONS))
    {
      take_people_change (self);
      if (ATL_IS_BOARD (item))
        need_structure (self);
    }
  else if (ATL_IS_GROUP (item) || (ATL_IS_SESSION (item) && field == ATL_SESSION_GROUP))
    take_group_change (self);
}

static void
take_list_change (AtlScene  *self,
                  AtlChange *change)
{
  AtlItem *item = atl_change_get_item (change);
  AtlItem *owner = atl_list_get_owner (atl_change_get_list (change));

  if (owner == (AtlItem *) self->board || ATL_IS_BALLOT (item) || ATL_IS_ROUND (item))
    need_structure (self);
  else if (ATL_IS_ACTION (item))
    take_action_change (self);
  else if (ATL_IS_PERSON (item) || ATL_IS_SILO (item))
    take_people_change (self);
  else if (ATL_IS_GROUP (item))
    take_group_change (self);
}

/**
 * atl_scene_take_change:
 * @self: a scene
 * @change: an AtlChange of the session
 *
 * Notes down what @change means for the next update.
 */
void
atl_scene_take_change (AtlScene *self,
                       gpointer  change)
{
  if (atl_scene_links_take_change (self, change))
    need_structure (self);
  if (ATL_IS_TERM (atl_change_get_item (change)))
    atl_term_marks_take_change (self, change);
  else if (atl_change_get_kind (change) == ATL_CHANGE_SET)
    take_set (self, change);
  else
    take_list_change (self, change);
}
