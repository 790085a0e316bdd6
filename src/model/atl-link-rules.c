/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-link-rules.h"

#include "model/atl-edits.h"

/* The pairs of areas of the option `linksBetweenAreas`: [["why", "who"], …]; NULL for none. */
static GVariant *
dup_pairs (AtlBoard *board)
{
  GVariant *options = board != NULL ? atl_board_get_options (board) : NULL;

  if (options == NULL || !g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT))
    return NULL;
  return g_variant_lookup_value (options, "linksBetweenAreas", G_VARIANT_TYPE ("av"));
}

static char *
dup_end (GVariant *pair,
         gsize     index)
{
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (pair, G_VARIANT_TYPE ("av")) || g_variant_n_children (pair) <= index)
    return NULL;
  g_variant_get_child (pair, index, "v", &value);
  return g_variant_is_of_type (value, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (value, NULL) : NULL;
}

static char *
dup_key (AtlNote *note)
{
  AtlArea  *area = atl_note_find_area (note);
  GVariant *options = area != NULL ? atl_area_get_options (area) : NULL;
  char     *key = NULL;

  if (options == NULL || !g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT) ||
      !g_variant_lookup (options, "key", "s", &key))
    return NULL;
  return key;
}

/**
 * atl_board_has_link_rules:
 * @board: a board
 *
 * Returns: whether its template names the areas between which notes are linked
 */
gboolean
atl_board_has_link_rules (AtlBoard *board)
{
  g_autoptr (GVariant) pairs = dup_pairs (board);

  return pairs != NULL && g_variant_n_children (pairs) > 0;
}

/**
 * atl_board_allows_link:
 * @from: a note
 * @to: another one
 *
 * Returns: whether the template of their board wants them to be linked, in whichever direction; everything is
 *   allowed where it names no pairs, between boards, and for notes of areas that came later
 */
gboolean
atl_board_allows_link (AtlNote *from,
                       AtlNote *to)
{
  AtlBoard            *board = atl_note_find_board (from);
  g_autoptr (GVariant) pairs = board == atl_note_find_board (to) ? dup_pairs (board) : NULL;
  g_autofree char     *one = dup_key (from);
  g_autofree char     *other = dup_key (to);

  if (pairs == NULL || g_variant_n_children (pairs) == 0 || one == NULL || other == NULL)
    return TRUE;
  for (gsize i = 0; i < g_variant_n_children (pairs); i++)
    {
      g_autoptr (GVariant) pair = NULL;
      g_autofree char     *first = NULL;
      g_autofree char     *second = NULL;

      g_variant_get_child (pairs, i, "v", &pair);
      first = dup_end (pair, 0);
      second = dup_end (pair, 1);
      if ((g_strcmp0 (first, one) == 0 && g_strcmp0 (second, other) == 0) ||
          (g_strcmp0 (first, other) == 0 && g_strcmp0 (second, one) == 0))
        return TRUE;
    }
  return FALSE;
}
