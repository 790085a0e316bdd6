/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-tag-tally.h"

#include "model/atl-note.h"
#include "model/atl-tags.h"

static void
clear_count (gpointer data)
{
  AtlTagCount *count = data;

  g_free (count->tag);
  g_free (count->label);
}

/* A stable order: the list has few entries. */
static void
sort (GArray *counts)
{
  for (guint i = 1; i < counts->len; i++)
    for (guint j = i; j > 0; j--)
      {
        AtlTagCount *before = &g_array_index (counts, AtlTagCount, j - 1);
        AtlTagCount  one = before[1];

        if (before[0].count >= one.count)
          break;
        before[1] = before[0];
        before[0] = one;
      }
}

static guint
count_notes (AtlBoard   *board,
             const char *tag)
{
  AtlList *notes = atl_board_get_notes (board);
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote           *note = atl_list_get (notes, i);
      const char *const *tags = atl_note_get_tags (note);

      n += tags != NULL && !atl_note_get_hidden (note) && g_strv_contains (tags, tag);
    }
  return n;
}

/**
 * atl_tag_tally_new:
 * @board: a board
 *
 * Counts the notes of each tag of the board's own list, those in stacks too, but none that the room does not
 * see.
 *
 * Returns: (transfer full) (element-type AtlTagCount): the most frequent first, else in the order of the
 *   list; tags that no note has come last. Empty for a board without a list
 */
GArray *
atl_tag_tally_new (AtlBoard *board)
{
  GArray                *counts = g_array_new (FALSE, FALSE, sizeof (AtlTagCount));
  g_autoptr (GHashTable) labels = atl_board_dup_tags (board);
  g_auto (GStrv)         tags = atl_board_dup_tag_list (board);

  g_array_set_clear_func (counts, clear_count);
  for (guint i = 0; tags[i] != NULL; i++)
    {
      AtlTagCount count = { g_strdup (tags[i]), g_strdup (g_hash_table_lookup (labels, tags[i])),
                            count_notes (board, tags[i]) };

      g_array_append_val (counts, count);
    }
  sort (counts);
  return counts;
}
