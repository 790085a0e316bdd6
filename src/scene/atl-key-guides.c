/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-guide-sums.h"
#include "model/atl-guides.h"
#include "scene/atl-key-private.h"

/* `guides`: the average of the scores, and where what is differs most from what should be. */

#define MOST_GAPS 3
#define GAPS "gaps" /* what a template calls the area where the gaps are discussed */

static gboolean
is_asked (AtlScene *scene)
{
  AtlList *areas = atl_board_get_areas (scene->board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (atl_area_has_guides (atl_list_get (areas, i)))
      return TRUE;
  return FALSE;
}

static AtlKeyLine *
dup_gaps_line (AtlScene *scene)
{
  g_autoptr (GArray)  gaps = atl_guides_dup_gaps (scene->board);
  g_autoptr (GString) pairs = g_string_new (NULL);

  for (guint i = 0; i < MIN (gaps->len, MOST_GAPS); i++)
    {
      AtlGuideGap     *gap = &g_array_index (gaps, AtlGuideGap, i);
      g_autofree char *number = atl_key_dup_number (scene, gap->gap);

      g_string_append_printf (pairs, "%s%s – %s +%s", i > 0 ? " · " : "", atl_silo_get_name (gap->a),
                              atl_silo_get_name (gap->b), number);
    }
  return gaps->len > 0 ? atl_key_line_new (g_strdup (pairs->str)) : NULL;
}

static AtlKeyLine *
dup_area_line (AtlScene     *scene,
               AtlAreaState *area)
{
  AtlArea              *item = atl_key_get_area (area);
  g_autoptr (GPtrArray) silos = NULL;
  g_autofree char      *number = NULL;
  double                average;

  if (!atl_area_has_guides (item))
    return g_str_equal (atl_area_get_key (item), GAPS) ? dup_gaps_line (scene) : NULL;
  silos = atl_guides_dup_silos (scene->session);
  if (silos->len < 2)
    return atl_key_line_new (atl_key_say (scene, "key-guides-no-silos", NULL));
  if (!atl_guides_get_average (item, NULL, NULL, &average))
    return atl_key_line_new (atl_key_say (scene, "key-guides-empty", NULL));
  number = atl_key_dup_number (scene, average);
  return atl_key_line_new (atl_key_say (scene, "key-guides-average", "n", number, NULL));
}

const AtlKeyFeature atl_key_guides = { is_asked, NULL, dup_area_line };
