/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-key-private.h"

/* `maxNotes`: a soft limit. How many there are stands in the corner; above it, with a sign. An area whose
 * team has a size of its own says that instead. */

static gboolean
is_asked (AtlScene *scene)
{
  AtlList *areas = atl_board_get_areas (scene->board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (atl_area_get_max_notes (atl_list_get (areas, i)) > 0)
      return TRUE;
  return FALSE;
}

static AtlKeyLine *
dup_area_line (AtlScene     *scene,
               AtlAreaState *area)
{
  int              most = atl_area_get_max_notes (atl_key_get_area (area));
  g_autofree char *n = g_strdup_printf ("%u", area->members->len);
  g_autofree char *max = g_strdup_printf ("%d", most);
  AtlTeamGuard     guard;
  AtlKeyLine      *line;

  if (most <= 0 || atl_board_find_team (scene->board, &guard) == atl_key_get_area (area))
    return NULL;
  line = atl_key_line_new (atl_key_say (scene, "key-limit", "n", n, "max", max, NULL));
  line->warns = area->members->len > (guint) most;
  line->spoken = atl_key_say (scene, line->warns ? "key-limit-over" : "key-limit-spoken", "n", n, "max",
                              max, NULL);
  line->pill = TRUE;
  return line;
}

const AtlKeyFeature atl_key_limit = { is_asked, NULL, dup_area_line };
