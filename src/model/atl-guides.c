/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-guides.h"

#include "model/atl-board-options.h"
#include "model/atl-note-values.h"

#define SCORES "scores"

/**
 * atl_area_has_guides:
 * @area: an area
 *
 * Returns: whether silos are its rows and columns
 */
gboolean
atl_area_has_guides (AtlArea *area)
{
  g_autoptr (GVariant) guides = atl_area_dup_option (area, "guides");
  const char          *rows = NULL;

  return atl_area_get_layout (area) == ATL_LAYOUT_FREE && guides != NULL &&
         g_variant_is_of_type (guides, G_VARIANT_TYPE_VARDICT) &&
         g_variant_lookup (guides, "rows", "&s", &rows) && g_str_equal (rows, "silos");
}

/**
 * atl_guides_dup_silos:
 * @session: (nullable): a session
 *
 * Returns: (transfer container) (element-type AtlSilo): those of the partition that is shown, in their order
 */
GPtrArray *
atl_guides_dup_silos (AtlSession *session)
{
  GPtrArray *found = g_ptr_array_new ();
  AtlList   *silos = session != NULL ? atl_session_get_silos (session) : NULL;

  for (guint i = 0; silos != NULL && i < atl_list_get_length (silos) && found->len < ATL_GUIDES_MOST; i++)
    {
      AtlSilo *silo = atl_list_get (silos, i);

      if (g_str_equal (atl_silo_get_partition (silo), atl_session_get_active_partition (session)))
        g_ptr_array_add (found, silo);
    }
  return found;
}

static char *
dup_key (AtlSilo *row,
         AtlSilo *column)
{
  return g_strconcat (atl_item_get_id (ATL_ITEM (row)), " ", atl_item_get_id (ATL_ITEM (column)), NULL);
}

/**
 * atl_area_get_score:
 * @area: an area with guides
 * @row: a silo
 * @column: a silo
 *
 * Returns: 0 to 5, or %ATL_SCORE_NONE
 */
int
atl_area_get_score (AtlArea *area,
                    AtlSilo *row,
                    AtlSilo *column)
{
  g_autoptr (GVariant) scores = atl_area_dup_option (area, SCORES);
  g_autoptr (GVariant) score = NULL;
  g_autofree char     *key = dup_key (row, column);

  if (scores == NULL || !g_variant_is_of_type (scores, G_VARIANT_TYPE_VARDICT))
    return ATL_SCORE_NONE;
  score = g_variant_lookup_value (scores, key, G_VARIANT_TYPE_INT64);
  if (score == NULL || g_variant_get_int64 (score) < 0 || g_variant_get_int64 (score) > ATL_SCORE_MOST)
    return ATL_SCORE_NONE;
  return (int) g_variant_get_int64 (score);
}

/**
 * atl_area_set_score:
 * @area: an area with guides
 * @row: a silo
 * @column: another silo
 * @score: 0 to 5, or %ATL_SCORE_NONE
 */
void
atl_area_set_score (AtlArea *area,
                    AtlSilo *row,
                    AtlSilo *column,
                    int      score)
{
  g_autoptr (GVariant) old = atl_area_dup_option (area, SCORES);
  g_autofree char     *key = dup_key (row, column);
  g_autoptr (GVariant) scores = NULL;
  g_autoptr (GVariant) options = NULL;

  scores = atl_fields_with (old, key, score >= 0 ? g_variant_new_int64 (MIN (score, ATL_SCORE_MOST)) : NULL);
  options = atl_fields_with (atl_area_get_options (area), SCORES, scores);
  atl_area_set_options (area, options);
}

/**
 * atl_area_has_scores:
 * @area: an area
 *
 * Returns: whether any was entered
 */
gboolean
atl_area_has_scores (AtlArea *area)
{
  g_autoptr (GVariant) scores = atl_area_dup_option (area, SCORES);

  return scores != NULL && g_variant_n_children (scores) > 0;
}

/**
 * atl_area_clear_scores:
 * @area: an area
 *
 * Takes away all scores, as if the template had just been opened.
 */
void
atl_area_clear_scores (AtlArea *area)
{
  g_autoptr (GVariant) options = NULL;

  if (!atl_area_has_scores (area))
    return;
  options = atl_fields_with (atl_area_get_options (area), SCORES, NULL);
  atl_area_set_options (area, options);
}
