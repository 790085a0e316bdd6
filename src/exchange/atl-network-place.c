/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-network-place.h"

#include "scene/atl-arranging.h"

#include <math.h>

/**
 * atl_network_place:
 * @board: a board with a map
 * @area: its area of layout `graph`
 *
 * Gives the nodes that have no place one by silo, as large as they are drawn; the others stay.
 */
void
atl_network_place (AtlBoard *board,
                   AtlArea  *area)
{
  g_autoptr (AtlScene)     scene = atl_scene_new (board);
  AtlBox                  *box = atl_scene_find_box (scene, area);
  g_autoptr (AtlArranging) arranging = box != NULL ? atl_arranging_new_missing (scene, box) : NULL;

  if (arranging == NULL || !atl_arranging_run (arranging, NULL))
    return;
  for (guint i = 0; i < atl_arranging_get_n_nodes (arranging); i++)
    {
      AtlPoint place;
      gboolean stays;
      AtlNote *note = atl_arranging_get (arranging, i, &place, &stays);

      if (stays)
        continue;
      atl_note_set_x (note, (int) lround (place.x));
      atl_note_set_y (note, (int) lround (place.y));
    }
}
