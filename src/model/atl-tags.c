/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-tags.h"

static void
add_tag (GHashTable *tags,
         GVariant   *tag)
{
  const char *id;
  const char *label;

  if (g_variant_is_of_type (tag, G_VARIANT_TYPE_VARDICT) && g_variant_lookup (tag, "id", "&s", &id) &&
      g_variant_lookup (tag, "label", "&s", &label))
    g_hash_table_insert (tags, g_strdup (id), g_strdup (label));
}

/**
 * atl_board_dup_tags:
 * @board: a board
 *
 * Reads the board's own list of tags, its option `noteTags`. A tag that is not in it is its own label.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the labels, in the language of the board, by tag
 */
GHashTable *
atl_board_dup_tags (AtlBoard *board)
{
  GHashTable          *tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GVariant            *options = atl_board_get_options (board);
  g_autoptr (GVariant) list = NULL;

  if (options != NULL)
    list = g_variant_lookup_value (options, "noteTags", G_VARIANT_TYPE ("av"));
  for (gsize i = 0; list != NULL && i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) tag = g_variant_get_variant (child);

      add_tag (tags, tag);
    }
  return tags;
}
