/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-link-finder.h"

#include "canvas/atl-map.h"
#include "model/atl-nodes.h"
#include "util/atl-fold.h"

#include <string.h>

#define NO_MATCH G_MAXUINT
#define FEW 3 /* characters; fewer say too little to be looked for inside of words, or in names of silos */

/* How well a label fits, the best first. */
enum
{
  IS_LABEL,
  BEGINS_LABEL,
  BEGINS_WORD,
  IN_WORD,
  IN_SILO,
};

typedef struct
{
  AtlNote *note;
  char    *label; /* folded */
  char    *silo;  /* folded */
  guint    rank;  /* of the match, the best is 0 */
} Entry;

struct _AtlLinkFinder
{
  AtlBoardView *view;
  GArray       *entries; /* in the order of their labels */
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->note);
  g_free (entry->label);
  g_free (entry->silo);
}

static gint
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;

  if (first->rank != second->rank)
    return first->rank < second->rank ? -1 : 1;
  return g_utf8_collate (first->label, second->label);
}

static gboolean
starts_word (const char *text,
             const char *at)
{
  return at == text || !g_unichar_isalnum (g_utf8_get_char (g_utf8_prev_char (at)));
}

static guint
rank_word (const char *text,
           const char *word)
{
  gboolean few = g_utf8_strlen (word, -1) < FEW;
  guint    rank = NO_MATCH;

  if (g_str_has_prefix (text, word))
    return BEGINS_LABEL;
  for (const char *at = strstr (text, word); at != NULL; at = strstr (at + 1, word))
    if (starts_word (text, at))
      return BEGINS_WORD;
    else if (!few)
      rank = IN_WORD;
  return rank;
}

static guint
rank_part (const Entry *entry,
           const char  *word)
{
  guint rank = *word != '\0' ? rank_word (entry->label, word) : BEGINS_LABEL;

  if (rank == NO_MATCH && g_utf8_strlen (word, -1) >= FEW && rank_word (entry->silo, word) <= BEGINS_WORD)
    return IN_SILO;
  return rank;
}

static guint
rank_entry (const Entry *entry,
            GStrv        words)
{
  guint            rank = BEGINS_LABEL;
  g_autofree char *all = g_strjoinv (" ", words);

  if (*all != '\0' && g_str_equal (all, entry->label))
    return IS_LABEL;
  for (guint i = 0; words[i] != NULL && rank != NO_MATCH; i++)
    rank = MAX (rank, rank_part (entry, words[i]));
  return rank;
}

static void
add_entry (AtlLinkFinder *self,
           AtlNote       *note)
{
  g_autofree char *label = atl_map_dup_label (note);
  AtlSilo         *silo = atl_nodes_find_silo (note);
  Entry            entry = { g_object_ref (note), atl_fold (label),
                             atl_fold (silo != NULL ? atl_silo_get_name (silo) : ""), 0 };

  g_array_append_val (self->entries, entry);
}

/**
 * atl_link_finder_new:
 * @view: the view of a board; outlives the finder
 *
 * Returns: (transfer full): a finder for the nodes that the board has now
 */
AtlLinkFinder *
atl_link_finder_new (AtlBoardView *view)
{
  AtlLinkFinder *self = g_new0 (AtlLinkFinder, 1);
  GPtrArray     *boxes = atl_scene_get_boxes (atl_board_view_get_scene (view), ATL_BOX_NOTE);

  self->view = view;
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  for (guint i = 0; i < boxes->len; i++)
    if (((AtlBox *) boxes->pdata[i])->is_node)
      add_entry (self, ATL_NOTE (((AtlBox *) boxes->pdata[i])->item));
  return self;
}

/**
 * atl_link_finder_free:
 * @self: (transfer full) (nullable): a finder
 */
void
atl_link_finder_free (AtlLinkFinder *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->entries);
  g_free (self);
}

/**
 * atl_link_finder_dup_matches:
 * @self: a finder
 * @words: what was typed, accents and case do not count; nothing finds all
 * @except: (nullable): a node that is not meant
 * @most: how many to return at most
 *
 * Returns: (transfer full) (element-type AtlNote): the nodes whose label holds every word, or whose silo
 * has it: those that begin with it first, then those of which a word begins with it
 */
GPtrArray *
atl_link_finder_dup_matches (AtlLinkFinder *self,
                             const char    *words,
                             AtlNote       *except,
                             guint          most)
{
  g_autofree char *folded = atl_fold (words);
  g_auto (GStrv)   parts = g_strsplit_set (g_strstrip (folded), " \t", -1);
  GPtrArray       *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->entries->len; i++)
    g_array_index (self->entries, Entry, i).rank =
      rank_entry (&g_array_index (self->entries, Entry, i), parts);
  g_array_sort (self->entries, compare_entries);
  for (guint i = 0; i < self->entries->len && found->len < most; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->rank == NO_MATCH)
        break;
      if (entry->note != except && atl_item_get_list (ATL_ITEM (entry->note)) != NULL)
        g_ptr_array_add (found, g_object_ref (entry->note));
    }
  return found;
}

/**
 * atl_link_finder_begins_word:
 * @self: a finder
 * @words: what was typed
 * @except: (nullable): a node that is not meant
 *
 * Returns: whether each of @words begins a word of the label of some other node
 */
gboolean
atl_link_finder_begins_word (AtlLinkFinder *self,
                             const char    *words,
                             AtlNote       *except)
{
  g_autofree char *folded = atl_fold (words);
  g_auto (GStrv)   parts = g_strsplit_set (g_strstrip (folded), " \t", -1);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->note != except && rank_entry (entry, parts) <= BEGINS_WORD)
        return TRUE;
    }
  return FALSE;
}

/**
 * atl_link_finder_prefers:
 * @self: a finder
 * @words: what was typed
 * @note: a node
 * @other: (nullable): another node
 *
 * Returns: whether @words mean @note rather than @other: they fit it better, or are all of its label
 */
gboolean
atl_link_finder_prefers (AtlLinkFinder *self,
                         const char    *words,
                         AtlNote       *note,
                         AtlNote       *other)
{
  g_autofree char *folded = atl_fold (words);
  g_auto (GStrv)   parts = g_strsplit_set (g_strstrip (folded), " \t", -1);
  guint            mine = NO_MATCH, theirs = NO_MATCH;

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->note == note)
        mine = rank_entry (entry, parts);
      else if (entry->note == other)
        theirs = rank_entry (entry, parts);
    }
  return mine != NO_MATCH && (mine < theirs || mine == IS_LABEL);
}

/**
 * atl_link_finder_get_first:
 * @self: a finder
 *
 * Returns: (transfer none) (nullable): some node; %NULL if there was none
 */
AtlNote *
atl_link_finder_get_first (AtlLinkFinder *self)
{
  return self->entries->len > 0 ? g_array_index (self->entries, Entry, 0).note : NULL;
}
