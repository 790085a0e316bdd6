/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-search.h"

#include "model/atl-authors.h"
#include "model/atl-change.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "model/atl-tags.h"
#include "util/atl-fold.h"

#include <string.h>

/* What each note says is folded once, a few thousand notes in the time of a frame, and kept until it says
 * something else; then a key that is typed only looks through it. */
struct _AtlSearch
{
  AtlSession *session;
  GHashTable *said;   /* note with a reference → folded text */
  GHashTable *labels; /* board with a reference → labels by tag */
  gulong      handler;
};

/* A match with its place in the session. */
typedef struct
{
  AtlNote *note;
  guint    area; /* position on its board */
  guint    at;   /* in the order of notes */
} Match;

static void
forget_note (AtlSearch *self,
             AtlNote   *note)
{
  g_hash_table_remove (self->said, note);
}

/* Names, silos and labels of tags are in the texts of any number of notes. */
static void
forget_all (AtlSearch *self)
{
  g_hash_table_remove_all (self->said);
  g_hash_table_remove_all (self->labels);
}

static void
changed_cb (AtlSession *session,
            AtlChange  *change,
            AtlSearch  *self)
{
  AtlItem *item = atl_change_get_item (change);

  if (ATL_IS_NOTE (item))
    forget_note (self, ATL_NOTE (item));
  else if (ATL_IS_PERSON (item) || ATL_IS_SILO (item) || ATL_IS_BOARD (item) || ATL_IS_SESSION (item))
    forget_all (self);
}

/**
 * atl_search_new:
 * @session: a session
 *
 * Returns: (transfer full): a search that follows @session
 */
AtlSearch *
atl_search_new (AtlSession *session)
{
  AtlSearch *self = g_new0 (AtlSearch, 1);

  self->session = g_object_ref (session);
  self->said = g_hash_table_new_full (NULL, NULL, g_object_unref, g_free);
  self->labels = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_hash_table_unref);
  self->handler = g_signal_connect (session, "changed", G_CALLBACK (changed_cb), self);
  return self;
}

/**
 * atl_search_free:
 * @self: (transfer full) (nullable): a search
 */
void
atl_search_free (AtlSearch *self)
{
  if (self == NULL)
    return;
  g_signal_handler_disconnect (self->session, self->handler);
  g_object_unref (self->session);
  g_hash_table_unref (self->said);
  g_hash_table_unref (self->labels);
  g_free (self);
}

static GHashTable *
get_labels (AtlSearch *self,
            AtlBoard  *board)
{
  GHashTable *labels = g_hash_table_lookup (self->labels, board);

  if (labels == NULL)
    g_hash_table_insert (self->labels, g_object_ref (board), labels = atl_board_dup_tags (board));
  return labels;
}

static void
add_line (GString    *text,
          const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* What somebody could read of the note: nobody is found by a name that the board does not show. */
static char *
fold_note (AtlSearch *self,
           AtlBoard  *board,
           AtlNote   *note)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *const  *tags = atl_note_get_tags (note);
  g_autofree char    *author = atl_note_dup_author (note, TRUE);

  if (atl_note_is_node (note))
    {
      g_autofree char *label = atl_nodes_dup_label (note);

      add_line (text, label);
    }
  else
    add_line (text, atl_note_get_text (note));
  add_line (text, atl_note_get_description (note));
  add_line (text, atl_note_get_stack_title (note));
  add_line (text, author);
  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      const char *label = g_hash_table_lookup (get_labels (self, board), tags[i]);

      add_line (text, label != NULL ? label : tags[i]);
    }
  return atl_fold (text->str);
}

static const char *
ensure_said (AtlSearch *self,
             AtlBoard  *board,
             AtlNote   *note)
{
  char *said = g_hash_table_lookup (self->said, note);

  if (said == NULL)
    g_hash_table_insert (self->said, g_object_ref (note), said = fold_note (self, board, note));
  return said;
}

/**
 * atl_search_prepare:
 * @self: a search
 * @most: how many notes to read at most
 *
 * Reads notes ahead, so that the first atl_search_find() is as quick as the others.
 *
 * Returns: whether all are read
 */
gboolean
atl_search_prepare (AtlSearch *self,
                    guint      most)
{
  AtlList *boards = atl_session_get_boards (self->session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlBoard *board = atl_list_get (boards, i);
      AtlList  *notes = atl_board_get_notes (board);

      for (guint j = 0; j < atl_list_get_length (notes); j++)
        {
          AtlNote *note = atl_list_get (notes, j);

          if (g_hash_table_contains (self->said, note))
            continue;
          if (most-- == 0)
            return FALSE;
          ensure_said (self, board, note);
        }
    }
  return TRUE;
}

static gboolean
has_words (const char *said,
           GStrv       words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0' && strstr (said, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

/* Where each area stands on its board, by id. */
static GHashTable *
number_areas (AtlBoard *board)
{
  AtlList    *areas = atl_board_get_areas (board);
  GHashTable *positions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      const char *id = atl_item_get_id (atl_list_get (areas, i));

      g_hash_table_insert (positions, (gpointer) id, GUINT_TO_POINTER (i));
    }
  return positions;
}

/* Those without an area come last. */
static guint
get_position (GHashTable *positions,
              AtlNote    *note)
{
  gpointer position = NULL;

  if (!g_hash_table_lookup_extended (positions, atl_note_get_area (note), NULL, &position))
    return G_MAXUINT;
  return GPOINTER_TO_UINT (position);
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const Match *first = a;
  const Match *second = b;

  if (first->area != second->area)
    return first->area < second->area ? -1 : 1;
  return first->at < second->at ? -1 : first->at > second->at;
}

/* Area by area, as the board is read. */
static void
find_on (AtlSearch       *self,
         AtlBoard        *board,
         GStrv            words,
         const AtlFilter *filter,
         GPtrArray       *found)
{
  AtlList               *notes = atl_board_get_notes (board);
  g_autoptr (GHashTable) positions = number_areas (board);
  g_autoptr (GArray)     matches = g_array_new (FALSE, FALSE, sizeof (Match));
  gboolean               sorted = TRUE;
  guint                  last = 0;

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote *note = atl_list_get (notes, i);
      Match    match = { note, 0, i };

      if (!atl_filter_matches (filter, note) || !has_words (ensure_said (self, board, note), words))
        continue;
      match.area = get_position (positions, note);
      sorted = sorted && match.area >= last;
      last = match.area;
      g_array_append_val (matches, match);
    }
  if (!sorted)
    g_array_sort (matches, compare_matches);
  for (guint i = 0; i < matches->len; i++)
    g_ptr_array_add (found, g_object_ref (g_array_index (matches, Match, i).note));
}

/**
 * atl_search_find:
 * @self: a search
 * @words: what was typed; all words must occur, accents and case do not count
 * @filter: which notes are wanted
 * @people: whether boards may be looked through that are maps of people
 *
 * Finds notes by their text, description, stack title, tags and author as far as their board shows that.
 *
 * Returns: (transfer full) (element-type AtlNote): the notes, board by board and area by area; none if
 *   nothing is asked for
 */
GPtrArray *
atl_search_find (AtlSearch       *self,
                 const char      *words,
                 const AtlFilter *filter,
                 gboolean         people)
{
  AtlList         *boards = atl_session_get_boards (self->session);
  GPtrArray       *found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *wanted = g_strstrip (atl_fold (words));
  g_auto (GStrv)   parts = g_strsplit_set (wanted, " \t\n", -1);

  if (*wanted == '\0' && !atl_filter_is_active (filter))
    return found;
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (people || !atl_board_has_people (atl_list_get (boards, i)))
      find_on (self, atl_list_get (boards, i), parts, filter, found);
  return found;
}
