/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-reasons.h"

#include "model/atl-board-options.h"
#include "model/atl-edits.h"
#include "model/atl-link.h"

#define MOST_PAIRS 64

static GVariant *
dup_pairs (AtlBoard *board)
{
  GVariant *options = atl_board_get_options (board);

  return options != NULL && g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT)
           ? g_variant_lookup_value (options, "linksBetweenAreas", G_VARIANT_TYPE ("av"))
           : NULL;
}

/* The name at @index of a pair, or NULL; strangers may write anything there. */
static char *
dup_name (GVariant *pair,
          gsize     index)
{
  g_autoptr (GVariant) child = NULL;
  g_autoptr (GVariant) name = NULL;

  if (!g_variant_is_of_type (pair, G_VARIANT_TYPE ("av")) || g_variant_n_children (pair) != 2)
    return NULL;
  child = g_variant_get_child_value (pair, index);
  name = g_variant_get_variant (child);
  return g_variant_is_of_type (name, G_VARIANT_TYPE_STRING) ? g_variant_dup_string (name, NULL) : NULL;
}

/* What stands on the left of the first pair with @right on its right; %NULL stands for any. */
static char *
find_left (AtlBoard   *board,
           const char *right)
{
  g_autoptr (GVariant) pairs = dup_pairs (board);

  for (gsize i = 0; pairs != NULL && i < MIN (g_variant_n_children (pairs), MOST_PAIRS); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (pairs, i);
      g_autoptr (GVariant) pair = g_variant_get_variant (child);
      g_autofree char     *from = dup_name (pair, 0);
      g_autofree char     *to = dup_name (pair, 1);

      if (from != NULL && to != NULL && (right == NULL || g_str_equal (to, right)))
        return g_steal_pointer (&from);
    }
  return NULL;
}

/**
 * atl_board_asks_reasons:
 * @board: a board
 *
 * Returns: whether its template pairs areas whose notes are to be linked
 */
gboolean
atl_board_asks_reasons (AtlBoard *board)
{
  g_autofree char *any = find_left (board, NULL);

  return any != NULL;
}

/**
 * atl_area_find_reasons:
 * @area: an area
 *
 * Returns: (transfer none) (nullable): the area whose notes are the reasons of those of @area
 */
AtlArea *
atl_area_find_reasons (AtlArea *area)
{
  AtlBoard        *board = atl_area_find_board (area);
  const char      *key = atl_area_get_key (area);
  g_autofree char *left = board != NULL && *key != '\0' ? find_left (board, key) : NULL;

  return left != NULL ? atl_board_find_keyed_area (board, left) : NULL;
}

static gboolean
stands_in (AtlBoard   *board,
           const char *id,
           AtlArea    *area)
{
  AtlNote *note = atl_list_find (atl_board_get_notes (board), id);

  return note != NULL && atl_note_find_area (note) == area;
}

/**
 * atl_note_has_reason:
 * @note: a note
 * @reasons: the area its reason is in
 *
 * Returns: whether it is linked with a note there, in whichever direction the link was drawn
 */
gboolean
atl_note_has_reason (AtlNote *note,
                     AtlArea *reasons)
{
  AtlBoard   *board = atl_note_find_board (note);
  AtlList    *links = atl_board_get_links (board);
  const char *id = atl_item_get_id (ATL_ITEM (note));

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink    *link = atl_list_get (links, i);
      const char *from = atl_link_get_from (link);
      const char *to = atl_link_get_to (link);

      if ((g_str_equal (to, id) && stands_in (board, from, reasons)) ||
          (g_str_equal (from, id) && stands_in (board, to, reasons)))
        return TRUE;
    }
  return FALSE;
}
