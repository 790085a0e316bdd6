/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-private.h"

#include "scene/atl-scene-map.h"

/**
 * atl_canvas_set_lit:
 * @self: a canvas
 * @reason: why
 * @items: (nullable) (element-type AtlItem): a set of notes, links and silos; %NULL if nothing is lit for
 *         that reason. It is not to be changed afterwards.
 *
 * Fades everything but @items, unless a reason that comes before @reason lights others. The names of notes
 * for assistive technology stay. All is forgotten with the board that is shown.
 */
void
atl_canvas_set_lit (AtlCanvas   *self,
                    AtlLitReason reason,
                    GHashTable  *items)
{
  guint first = 0;

  g_return_if_fail (ATL_IS_CANVAS (self) && reason < ATL_N_LIT_REASONS);

  if (self->view == NULL)
    return;
  if (items != NULL)
    g_hash_table_ref (items);
  g_clear_pointer (&self->light.lit[reason], g_hash_table_unref);
  self->light.lit[reason] = items;
  while (first < ATL_N_LIT_REASONS - 1 && self->light.lit[first] == NULL)
    first++;
  atl_scene_set_lit (atl_board_view_get_scene (self->view), self->light.lit[first]);
}
