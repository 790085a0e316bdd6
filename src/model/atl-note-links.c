/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-note-links.h"

#include "model/atl-edits.h"

#define MOST_DEPTH 12
#define MOST_STEPS 500

/* Links of the session by the note they touch. */
typedef struct
{
  AtlSession *session;
  GHashTable *links; /* id to GPtrArray of AtlLink */
} Index;

/**
 * atl_session_find_note:
 * @session: (nullable): a session
 * @id: (nullable): of a note
 *
 * Returns: (transfer none) (nullable): the note, on whatever board it is
 */
AtlNote *
atl_session_find_note (AtlSession *session,
                       const char *id)
{
  AtlList *boards = session != NULL ? atl_session_get_boards (session) : NULL;

  if (boards == NULL || id == NULL || *id == '\0')
    return NULL;
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlNote *note = atl_list_find (atl_board_get_notes (atl_list_get (boards, i)), id);

      if (note != NULL)
        return note;
    }
  return NULL;
}

/**
 * atl_link_find_other:
 * @link: a link of a session
 * @note: an end of it
 *
 * Returns: (transfer none) (nullable): the other end; %NULL if it is gone, or @note itself
 */
AtlNote *
atl_link_find_other (AtlLink *link,
                     AtlNote *note)
{
  const char *id = atl_item_get_id (ATL_ITEM (note));
  gboolean    out = g_str_equal (atl_link_get_from (link), id);
  const char *other = out ? atl_link_get_to (link) : atl_link_get_from (link);

  if (g_str_equal (other, id))
    return NULL;
  return atl_session_find_note (atl_item_get_session (ATL_ITEM (note)), other);
}

static void
index_end (Index      *index,
           const char *id,
           AtlLink    *link)
{
  GPtrArray *links = g_hash_table_lookup (index->links, id);

  if (links == NULL)
    g_hash_table_insert (index->links, (gpointer) id, links = g_ptr_array_new ());
  g_ptr_array_add (links, link);
}

static void
index_init (Index      *index,
            AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  index->session = session;
  index->links = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlList *links = atl_board_get_links (atl_list_get (boards, i));

      for (guint j = 0; j < atl_list_get_length (links); j++)
        {
          AtlLink *link = atl_list_get (links, j);

          index_end (index, atl_link_get_from (link), link);
          index_end (index, atl_link_get_to (link), link);
        }
    }
}

static guint
get_position (gpointer item)
{
  guint position = G_MAXUINT;

  if (item != NULL)
    atl_list_get_position (atl_item_get_list (item), item, &position);
  return position;
}

/* The order of the boards, of the areas on them, and of the notes there. */
static int
compare_places (AtlNote *a,
                AtlNote *b)
{
  gpointer pairs[][2] = {
    { atl_note_find_board (a), atl_note_find_board (b) },
    { atl_note_find_area (a), atl_note_find_area (b) },
    { a, b },
  };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      guint first = get_position (pairs[i][0]);
      guint second = get_position (pairs[i][1]);

      if (first != second)
        return first < second ? -1 : 1;
    }
  return 0;
}

static int
compare_steps (gconstpointer a,
               gconstpointer b)
{
  const AtlLinkStep *one = a;
  const AtlLinkStep *other = b;
  int                order = compare_places (one->note, other->note);

  if (order != 0)
    return order;
  return g_strcmp0 (atl_item_get_id (ATL_ITEM (one->link)), atl_item_get_id (ATL_ITEM (other->link)));
}

static GArray *
dup_steps (Index   *index,
           AtlNote *note,
           guint    depth)
{
  GArray    *steps = g_array_new (FALSE, FALSE, sizeof (AtlLinkStep));
  GPtrArray *links = g_hash_table_lookup (index->links, atl_item_get_id (ATL_ITEM (note)));

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      AtlLinkStep step = { atl_link_find_other (links->pdata[i], note), links->pdata[i], note, depth };

      if (step.note != NULL)
        g_array_append_val (steps, step);
    }
  g_array_sort (steps, compare_steps);
  return steps;
}

/**
 * atl_note_dup_links:
 * @note: a note of a session
 *
 * Returns: (transfer full) (element-type AtlLinkStep): the notes it is linked to, one for each link, in the
 *   order of boards, areas and notes
 */
GArray *
atl_note_dup_links (AtlNote *note)
{
  AtlSession *session = atl_item_get_session (ATL_ITEM (note));
  Index       index;
  GArray     *steps;

  if (session == NULL)
    return g_array_new (FALSE, FALSE, sizeof (AtlLinkStep));
  index_init (&index, session);
  steps = dup_steps (&index, note, 1);
  g_hash_table_unref (index.links);
  return steps;
}

/* What is nearest is found first, so that each note stands as few links away as it can. */
static GArray *
dup_by_distance (Index   *index,
                 AtlNote *note)
{
  GArray                *found = g_array_new (FALSE, FALSE, sizeof (AtlLinkStep));
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  AtlLinkStep            at = { note, NULL, NULL, 0 };
  guint                  next = 0;

  g_hash_table_add (seen, note);
  for (;;)
    {
      g_autoptr (GArray) steps = at.depth < MOST_DEPTH ? dup_steps (index, at.note, at.depth + 1) : NULL;

      for (guint i = 0; steps != NULL && i < steps->len && found->len < MOST_STEPS; i++)
        if (g_hash_table_add (seen, g_array_index (steps, AtlLinkStep, i).note))
          g_array_append_val (found, g_array_index (steps, AtlLinkStep, i));
      if (next == found->len)
        return found;
      at = g_array_index (found, AtlLinkStep, next++);
    }
}

/* What was reached from a note stands right below it. */
static void
add_below (GArray  *found,
           AtlNote *from,
           GArray  *chain)
{
  for (guint i = 0; i < found->len; i++)
    {
      AtlLinkStep step = g_array_index (found, AtlLinkStep, i);

      if (step.from != from)
        continue;
      g_array_append_val (chain, step);
      add_below (found, step.note, chain);
    }
}

/**
 * atl_note_dup_chain:
 * @note: a note of a session
 *
 * Follows links from note to note, whatever their direction. Each note comes once, below the one it was
 * reached from; there are limits to how far and how many.
 *
 * Returns: (transfer full) (element-type AtlLinkStep): the notes, in the order of a tree that is read line by
 *   line
 */
GArray *
atl_note_dup_chain (AtlNote *note)
{
  AtlSession        *session = atl_item_get_session (ATL_ITEM (note));
  GArray            *chain = g_array_new (FALSE, FALSE, sizeof (AtlLinkStep));
  g_autoptr (GArray) found = NULL;
  Index              index;

  if (session == NULL)
    return chain;
  index_init (&index, session);
  found = dup_by_distance (&index, note);
  add_below (found, note, chain);
  g_hash_table_unref (index.links);
  return chain;
}
