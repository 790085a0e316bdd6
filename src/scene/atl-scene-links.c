/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-scene-links.h"

#include "model/atl-note-links.h"
#include "scene/atl-scene-private.h"

#define ONE_HERE 1u
#define ONE_ELSEWHERE 0x10001u /* a link to another board is one of all, too */

static AtlNote *
find_here (AtlScene   *self,
           const char *id)
{
  return atl_list_find (atl_board_get_notes (self->board), id);
}

static void
add (GHashTable *counts,
     AtlNote    *note,
     guint       amount)
{
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, note));

  if ((count & 0xffff) < 0xffff)
    g_hash_table_insert (counts, g_object_ref (note), GUINT_TO_POINTER (count + amount));
}

static void
count_link (AtlScene   *self,
            GHashTable *counts,
            AtlLink    *link)
{
  AtlNote *from = find_here (self, atl_link_get_from (link));
  AtlNote *to = find_here (self, atl_link_get_to (link));

  if (from == to)
    return;
  if (from != NULL && to != NULL)
    {
      add (counts, from, ONE_HERE);
      add (counts, to, ONE_HERE);
    }
  else if (from != NULL && atl_session_find_note (self->session, atl_link_get_to (link)) != NULL)
    add (counts, from, ONE_ELSEWHERE);
  else if (to != NULL && atl_session_find_note (self->session, atl_link_get_from (link)) != NULL)
    add (counts, to, ONE_ELSEWHERE);
}

static void
count_links (AtlScene   *self,
             GHashTable *counts,
             AtlBoard   *board)
{
  AtlList *links = atl_board_get_links (board);

  for (guint i = 0; i < atl_list_get_length (links); i++)
    count_link (self, counts, atl_list_get (links, i));
}

/* Those that tell another number now. */
static void
repaint_different (AtlScene   *self,
                   GHashTable *now,
                   GHashTable *before)
{
  GHashTableIter iter;
  gpointer       note, count;

  g_hash_table_iter_init (&iter, now);
  while (g_hash_table_iter_next (&iter, &note, &count))
    {
      AtlBoxState *state = g_hash_table_lookup (self->boxes, note);

      if (state != NULL && (before == NULL || g_hash_table_lookup (before, note) != count))
        atl_scene_repaint (self, state);
    }
}

/**
 * atl_scene_links_sync:
 * @self: a scene whose boxes are those of the board
 *
 * Counts anew, if links have changed, and repaints the notes that have another number of them.
 */
void
atl_scene_links_sync (AtlScene *self)
{
  g_autoptr (GHashTable) before = NULL;
  AtlList               *boards = self->session != NULL ? atl_session_get_boards (self->session) : NULL;

  if (!self->map.uncounted && self->map.counts != NULL)
    return;
  self->map.uncounted = FALSE;
  before = self->map.counts;
  self->map.counts = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  if (boards == NULL || atl_item_get_list (ATL_ITEM (self->board)) == NULL)
    count_links (self, self->map.counts, self->board);
  else
    for (guint i = 0; i < atl_list_get_length (boards); i++)
      count_links (self, self->map.counts, atl_list_get (boards, i));
  repaint_different (self, self->map.counts, before);
  if (before != NULL)
    repaint_different (self, before, self->map.counts);
}

/**
 * atl_scene_links_take_change:
 * @self: a scene
 * @change: of a session
 *
 * Notes down that links have to be counted anew.
 *
 * Returns: whether a link of another board begins or ends on this one, so that there is something to show
 */
gboolean
atl_scene_links_take_change (AtlScene  *self,
                             AtlChange *change)
{
  AtlItem *item = atl_change_get_item (change);
  gboolean set = atl_change_get_kind (change) == ATL_CHANGE_SET;

  if (!set && ATL_IS_NOTE (item))
    self->map.uncounted = TRUE;
  if (!ATL_IS_LINK (item) || (set && atl_change_get_field (change) > ATL_LINK_TO))
    return FALSE;
  self->map.uncounted = TRUE;
  return find_here (self, atl_link_get_from (ATL_LINK (item))) != NULL ||
         find_here (self, atl_link_get_to (ATL_LINK (item))) != NULL;
}

/**
 * atl_scene_count_links:
 * @self: a scene
 * @note: a note of its board
 * @elsewhere: (out) (optional): how many of them lead to other boards
 *
 * Returns: how many links begin or end at @note
 */
guint
atl_scene_count_links (AtlScene *self,
                       AtlNote  *note,
                       guint    *elsewhere)
{
  guint count;

  g_return_val_if_fail (ATL_IS_SCENE (self), 0);

  count = self->map.counts != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->map.counts, note)) : 0;
  if (elsewhere != NULL)
    *elsewhere = count >> 16;
  return count & 0xffff;
}
