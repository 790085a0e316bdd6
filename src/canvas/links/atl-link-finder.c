/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/links/atl-link-finder.h"

#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-link-rules.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "util/atl-fold.h"

#include <string.h>

#define NO_MATCH G_MAXUINT
#define FEW 3 /* characters; fewer say too little to be looked for inside of words, or in names of silos */

#define MOST_OF_TEXT 400 /* bytes of an ordinary note */

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
  char    *label;   /* folded; of an ordinary note all of its text, up to a limit */
  char    *silo;    /* folded; of an ordinary note the board, if that is another one */
  guint    rank;    /* of the match, the best is 0 */
  gboolean is_node; /* in the order of labels; others stand in that of the boards */
  gboolean is_far;  /* on another board */
} Entry;

struct _AtlLinkFinder
{
  AtlBoardView *view;
  GArray       *entries;
  gboolean      local; /* notes of other boards are not meant, or were added */
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
  if (first->is_node && second->is_node)
    return g_utf8_collate (first->label, second->label);
  return first < second ? -1 : 1;
}

static gint
compare_places (gconstpointer a,
                gconstpointer b)
{
  return compare_entries (*(Entry *const *) a, *(Entry *const *) b);
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

/* Nobody types more than the beginning of what a long note says. */
static char *
dup_start (AtlNote *note)
{
  const char *text = atl_note_get_text (note);

  return g_utf8_make_valid (text, (gssize) strnlen (text, MOST_OF_TEXT));
}

static void
add_entry (AtlLinkFinder *self,
           AtlNote       *note)
{
  AtlBoard        *board = atl_note_find_board (note);
  gboolean         node = atl_area_is_map (atl_note_find_area (note));
  gboolean         far = board != atl_board_view_get_board (self->view);
  AtlSilo         *silo = node ? atl_nodes_find_silo (note) : NULL;
  g_autofree char *label = node ? atl_map_dup_label (note) : dup_start (note);
  Entry            entry = { .note = g_object_ref (note), .is_node = node, .is_far = far };

  entry.label = atl_fold (g_strstrip (label));
  entry.silo = atl_fold (silo != NULL ? atl_silo_get_name (silo) : far ? atl_board_get_title (board)
                                                                       : "");
  g_array_append_val (self->entries, entry);
}

/* Where names are not to be seen nobody finds them; what waits hidden on other boards stays there. */
static void
add_far_notes (AtlLinkFinder *self,
               AtlBoard      *board)
{
  AtlList *notes = atl_board_get_notes (board);

  for (guint i = 0; board != atl_board_view_get_board (self->view) && i < atl_list_get_length (notes); i++)
    {
      AtlNote *note = atl_list_get (notes, i);

      if (!atl_area_is_map (atl_note_find_area (note)) && !atl_note_get_hidden (note))
        add_entry (self, note);
    }
}

/**
 * atl_link_finder_new:
 * @view: the view of a board; outlives the finder
 * @nodes: whether nodes of maps are found, which are linked among themselves; else ordinary notes, those of
 *         other boards too
 *
 * Returns: (transfer full): a finder for the notes that there are now
 */
AtlLinkFinder *
atl_link_finder_new (AtlBoardView *view,
                     gboolean      nodes)
{
  AtlLinkFinder *self = g_new0 (AtlLinkFinder, 1);
  GPtrArray     *boxes = atl_scene_get_boxes (atl_board_view_get_scene (view), ATL_BOX_NOTE);

  self->view = view;
  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_clear_func (self->entries, clear_entry);
  for (guint i = 0; i < boxes->len; i++)
    if (((AtlBox *) boxes->pdata[i])->is_node == nodes)
      add_entry (self, ATL_NOTE (((AtlBox *) boxes->pdata[i])->item));
  self->local = nodes;
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

/* Other boards are only looked into once something is typed: that may be many notes. */
static void
ensure_far_notes (AtlLinkFinder *self)
{
  AtlList *boards = atl_session_get_boards (atl_board_view_get_session (self->view));

  for (guint i = 0; !self->local && i < atl_list_get_length (boards); i++)
    add_far_notes (self, atl_list_get (boards, i));
  self->local = TRUE;
}

static GPtrArray *
find_places (AtlLinkFinder *self,
             const char    *words)
{
  g_autofree char *folded = atl_fold (words);
  g_auto (GStrv)   parts = g_strsplit_set (g_strstrip (folded), " \t", -1);
  GPtrArray       *found = g_ptr_array_new ();

  if (*folded != '\0')
    ensure_far_notes (self);
  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->is_far && *folded == '\0')
        continue;
      entry->rank = rank_entry (entry, parts);
      if (entry->rank != NO_MATCH)
        g_ptr_array_add (found, entry);
    }
  g_ptr_array_sort (found, compare_places);
  return found;
}

/**
 * atl_link_finder_dup_matches:
 * @self: a finder
 * @words: what was typed, accents and case do not count; nothing finds all of this board
 * @from: (nullable): where the link begins: neither it is meant, nor what its template does not want linked
 * @most: how many to return at most
 *
 * Returns: (transfer full) (element-type AtlNote): the nodes whose label holds every word, or whose silo
 * has it: those that begin with it first, then those of which a word begins with it
 */
GPtrArray *
atl_link_finder_dup_matches (AtlLinkFinder *self,
                             const char    *words,
                             AtlNote       *from,
                             guint          most)
{
  g_autoptr (GPtrArray) places = find_places (self, words);
  GPtrArray            *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < places->len && found->len < most; i++)
    {
      Entry *entry = places->pdata[i];

      if (entry->note != from && atl_item_get_list (ATL_ITEM (entry->note)) != NULL &&
          (from == NULL || atl_board_allows_link (from, entry->note)))
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
