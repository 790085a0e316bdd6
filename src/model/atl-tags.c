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

static void
add_tags (GHashTable *tags,
          AtlBoard   *board)
{
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
}

/**
 * atl_board_dup_tags:
 * @board: a board
 *
 * Reads the board's own list of tags, its option `noteTags`, and those of the other boards of its session: a
 * note may bear a tag of theirs. The labels of the board itself count more. A tag that is in none is its own
 * label.
 *
 * Returns: (transfer full) (element-type utf8 utf8): the labels, in the language of the board, by tag
 */
GHashTable *
atl_board_dup_tags (AtlBoard *board)
{
  GHashTable *tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  AtlSession *session = atl_item_get_session (ATL_ITEM (board));
  AtlList    *boards = session != NULL ? atl_session_get_boards (session) : NULL;

  for (guint i = boards != NULL ? atl_list_get_length (boards) : 0; i > 0; i--)
    add_tags (tags, atl_list_get (boards, i - 1));
  add_tags (tags, board);
  return tags;
}

/**
 * atl_board_dup_tag_list:
 * @board: a board
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags of its own list in their order; empty if any
 *   word is a tag there
 */
GStrv
atl_board_dup_tag_list (AtlBoard *board)
{
  GVariant                *options = atl_board_get_options (board);
  g_autoptr (GVariant)     list = NULL;
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();

  if (options != NULL)
    list = g_variant_lookup_value (options, "noteTags", G_VARIANT_TYPE ("av"));
  for (gsize i = 0; list != NULL && i < g_variant_n_children (list); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (list, i);
      g_autoptr (GVariant) tag = g_variant_get_variant (child);
      const char          *id = NULL;
      const char          *label = NULL;

      if (g_variant_is_of_type (tag, G_VARIANT_TYPE_VARDICT) && g_variant_lookup (tag, "id", "&s", &id) &&
          g_variant_lookup (tag, "label", "&s", &label))
        g_strv_builder_add (tags, id);
    }
  return g_strv_builder_end (tags);
}

typedef struct
{
  const char *tag; /* of a note */
  guint       count;
} Use;

static int
compare_uses (gconstpointer a,
              gconstpointer b)
{
  const Use *first = a;
  const Use *second = b;

  if (first->count != second->count)
    return first->count > second->count ? -1 : 1;
  return g_utf8_collate (first->tag, second->tag);
}

static void
count_tags (AtlBoard   *board,
            GHashTable *uses)
{
  AtlList *notes = atl_board_get_notes (board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      const char *const *tags = atl_note_get_tags (atl_list_get (notes, i));

      for (guint j = 0; tags != NULL && tags[j] != NULL; j++)
        g_hash_table_insert (uses, (gpointer) tags[j],
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (uses, tags[j])) + 1));
    }
}

/**
 * atl_session_dup_free_tags:
 * @session: a session
 *
 * Returns: (transfer full) (array zero-terminated=1): the tags of notes on boards without a list of their
 *   own, those used most first
 */
GStrv
atl_session_dup_free_tags (AtlSession *session)
{
  AtlList                 *boards = atl_session_get_boards (session);
  g_autoptr (GHashTable)   counts = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray)       uses = g_array_new (FALSE, FALSE, sizeof (Use));
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  GHashTableIter           iter;
  gpointer                 tag, count;

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      g_auto (GStrv) own = atl_board_dup_tag_list (atl_list_get (boards, i));

      if (own[0] == NULL)
        count_tags (atl_list_get (boards, i), counts);
    }
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &tag, &count))
    {
      Use use = { tag, GPOINTER_TO_UINT (count) };

      g_array_append_val (uses, use);
    }
  g_array_sort (uses, compare_uses);
  for (guint i = 0; i < uses->len; i++)
    g_strv_builder_add (tags, g_array_index (uses, Use, i).tag);
  return g_strv_builder_end (tags);
}

static gboolean
has_tag (AtlNote    *note,
         const char *tag)
{
  const char *const *tags = atl_note_get_tags (note);

  return tags != NULL && g_strv_contains (tags, tag);
}

/**
 * atl_notes_count_tag:
 * @notes: (element-type AtlNote): notes
 * @tag: a tag
 *
 * Returns: how many of @notes have it
 */
guint
atl_notes_count_tag (GPtrArray  *notes,
                     const char *tag)
{
  guint n = 0;

  for (guint i = 0; i < notes->len; i++)
    n += has_tag (notes->pdata[i], tag);
  return n;
}

static void
set_tag (AtlNote    *note,
         const char *tag,
         gboolean    tagged)
{
  const char *const       *old = atl_note_get_tags (note);
  g_autoptr (GStrvBuilder) tags = g_strv_builder_new ();
  g_auto (GStrv)           all = NULL;

  for (guint i = 0; old != NULL && old[i] != NULL; i++)
    if (!g_str_equal (old[i], tag))
      g_strv_builder_add (tags, old[i]);
  if (tagged)
    g_strv_builder_add (tags, tag);
  all = g_strv_builder_end (tags);
  atl_note_set_tags (note, (const char *const *) all);
}

/**
 * atl_notes_set_tag:
 * @notes: (element-type AtlNote): notes
 * @tag: a tag
 * @tagged: whether they have it from now on
 *
 * A note keeps the tags that it has, in their order; a new one comes last.
 */
void
atl_notes_set_tag (GPtrArray  *notes,
                   const char *tag,
                   gboolean    tagged)
{
  g_return_if_fail (tag != NULL && *tag != '\0');

  for (guint i = 0; i < notes->len; i++)
    if (has_tag (notes->pdata[i], tag) != tagged)
      set_tag (notes->pdata[i], tag, tagged);
}
