/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-area-painter.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-map-painter.h"
#include "scene/atl-mark-painter.h"
#include "scene/atl-node-painter.h"
#include "scene/atl-scene-private.h"

static void
paint (AtlScene       *self,
       AtlBoxState    *state,
       AtlDetail       detail,
       AtlDisplayList *list)
{
  switch (state->box.kind)
    {
    case ATL_BOX_AREA:
      atl_area_painter_paint (self, (AtlAreaState *) state, detail, list);
      break;
    case ATL_BOX_LINK:
      atl_link_painter_paint (self, (AtlLinkState *) state, detail, list);
      break;
    case ATL_BOX_NAMES:
      atl_names_painter_paint (self, atl_area_state (state->box.area), detail, list);
      break;
    case ATL_BOX_STACK:
      atl_frame_painter_paint (self, state, detail, list);
      break;
    case ATL_BOX_NOTE:
    case ATL_N_BOX_KINDS:
    default:
      if (state->box.is_node)
        atl_node_painter_paint (self, state, detail, list);
      else
        atl_note_painter_paint (self, state, detail, list);
      break;
    }
}

/**
 * atl_scene_get_display_list:
 * @self: a scene
 * @box: a box of it
 * @detail: how much to show
 *
 * Makes what @box looks like, or gives it again. Coordinates are relative to the top left of the box's
 * rectangle.
 *
 * Returns: (transfer none): the list, valid until the box changes or atl_scene_drop_display_list()
 */
AtlDisplayList *
atl_scene_get_display_list (AtlScene *self,
                            AtlBox   *box,
                            AtlDetail detail)
{
  AtlBoxState *state = (AtlBoxState *) box;

  g_return_val_if_fail (ATL_IS_SCENE (self) && box != NULL && detail < ATL_N_DETAILS, NULL);

  if (state->lists[detail] == NULL)
    {
      state->lists[detail] = atl_display_list_new ();
      paint (self, state, detail, state->lists[detail]);
    }
  return state->lists[detail];
}

/**
 * atl_scene_drop_display_list:
 * @self: a scene
 * @box: a box of it
 *
 * Frees what @box looks like; it is made again when it is asked for.
 */
void
atl_scene_drop_display_list (AtlScene *self,
                             AtlBox   *box)
{
  AtlBoxState *state = (AtlBoxState *) box;

  for (guint i = 0; i < ATL_N_DETAILS; i++)
    g_clear_pointer (&state->lists[i], atl_display_list_unref);
}

/**
 * atl_scene_ensure_text:
 * @self: a scene
 * @note: the box of a note
 *
 * Makes text-size and truncated of a note in a free area right. Notes of flow areas always have them.
 */
void
atl_scene_ensure_text (AtlScene *self,
                       AtlBox   *note)
{
  g_return_if_fail (note->kind == ATL_BOX_NOTE);

  atl_scene_get_display_list (self, note, ATL_DETAIL_FULL);
}

/**
 * atl_scene_get_ink:
 * @self: a scene
 * @box: a box of it
 *
 * Returns: what @box may draw on, in board units: its rectangle, and the cards and badges that stick out of
 * it
 */
AtlRect
atl_scene_get_ink (AtlScene *self,
                   AtlBox   *box)
{
  double scale = box->scale;

  if (box->kind == ATL_BOX_NOTE && box->is_node && box->versions > 0)
    return atl_rect (box->rect.x - 10, box->rect.y - 15, MAX (box->rect.width + 12, ATL_MARK_WIDTH),
                     box->rect.height + 17);
  if (box->kind == ATL_BOX_STACK && box->votes != 0)
    return atl_rect (box->rect.x - 2, box->rect.y - 13 * scale, box->rect.width + 4 + 8 * scale,
                     box->rect.height + 2 + 13 * scale);
  if (box->kind != ATL_BOX_NOTE || box->is_node)
    return atl_rect_inset (box->rect, -2);
  return atl_rect (box->rect.x - 10 * scale, box->rect.y - 13 * scale, box->rect.width + 24 * scale,
                   box->rect.height + 26 * scale);
}
