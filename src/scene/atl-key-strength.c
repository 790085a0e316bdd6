/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-value-sums.h"
#include "model/atl-note-values.h"
#include "scene/atl-key-private.h"

/* `noteStrength`: dots on each note, and what they come to in each area. Areas where no note has a strength
 * are not about strengths, and stay quiet. */

static gboolean
is_asked (AtlScene *scene)
{
  int least, most;

  return atl_board_get_strength (scene->board, &least, &most);
}

static AtlKeyLine *
dup_note_line (AtlScene    *scene,
               AtlBoxState *note)
{
  AtlKeyLine      *line;
  int              least, most;
  double           strength = 0;
  gboolean         known = atl_note_get_value (ATL_NOTE (note->box.item), ATL_NOTE_VALUE_STRENGTH, &strength);
  g_autofree char *n = NULL;
  g_autofree char *max = NULL;

  if (!known && !atl_area_state (note->box.area)->valued)
    return NULL;
  atl_board_get_strength (scene->board, &least, &most);
  line = atl_key_line_new (NULL);
  line->dots = (guint) most;
  line->filled = (guint) CLAMP (strength, 0, most);
  n = g_strdup_printf ("%u", line->filled);
  max = g_strdup_printf ("%d", most);
  line->spoken = known ? atl_key_say (scene, "key-strength", "n", n, "max", max, NULL)
                       : atl_key_say (scene, "key-strength-none", NULL);
  return line;
}

/* The other area with strengths, if there is exactly one: what this one is weighed against. */
static AtlArea *
find_other (AtlScene *scene,
            AtlArea  *area)
{
  AtlList *areas = atl_board_get_areas (scene->board);
  AtlArea *other = NULL;

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlArea *candidate = atl_list_get (areas, i);

      if (candidate == area || !atl_area_has_value (candidate, ATL_NOTE_VALUE_STRENGTH))
        continue;
      if (other != NULL)
        return NULL;
      other = candidate;
    }
  return other;
}

static AtlKeyLine *
dup_area_line (AtlScene     *scene,
               AtlAreaState *area)
{
  AtlArea         *item = atl_key_get_area (area);
  guint            n_known;
  double           sum = atl_area_sum_values (item, ATL_NOTE_VALUE_STRENGTH, &n_known);
  AtlArea         *other = n_known > 0 ? find_other (scene, item) : NULL;
  g_autofree char *mine = atl_key_dup_number (scene, sum);
  g_autofree char *theirs = NULL;

  area->valued |= n_known > 0;
  if (n_known == 0)
    return NULL;
  if (other == NULL)
    return atl_key_line_new (atl_key_say (scene, "key-strength-sum", "n", mine, NULL));
  theirs = atl_key_dup_number (scene, atl_area_sum_values (other, ATL_NOTE_VALUE_STRENGTH, NULL));
  return atl_key_line_new (atl_key_say (scene, "key-strength-balance", "n", mine, "other",
                                        atl_area_get_title (other), "m", theirs, NULL));
}

const AtlKeyFeature atl_key_strength = { is_asked, dup_note_line, dup_area_line };
