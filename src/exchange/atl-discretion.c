/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-discretion.h"

#include <string.h>

#include "catalogue/atl-words.h"
#include "model/atl-area.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "store/atl-codec.h"
#include "util/atl-fold.h"

#define MOST_WORDS 5 /* of a name, looked for in texts */

/* Whose names are taken out of the maps of a session. */
typedef struct
{
  AtlSession *session;
  AtlMapNames names;
  GHashTable *masks; /* a name without case and accents, to what stands for it */
  GHashTable *exact; /* the names as they are written */
} Discretion;

static gboolean
area_is_measured (AtlArea *area)
{
  GVariant            *options = atl_area_get_options (area);
  g_autoptr (GVariant) graph = NULL;
  gboolean             measured = TRUE;

  if (options != NULL && g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT))
    graph = g_variant_lookup_value (options, "graph", G_VARIANT_TYPE_VARDICT);
  if (graph != NULL)
    g_variant_lookup (graph, "measures", "b", &measured);
  return measured;
}

static gboolean
has_map (AtlBoard *board,
         gboolean  measured)
{
  AtlList *areas = atl_board_get_areas (board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlArea *area = atl_list_get (areas, i);

      if (atl_area_get_layout (area) == ATL_LAYOUT_GRAPH && (!measured || area_is_measured (area)))
        return TRUE;
    }
  return FALSE;
}

/**
 * atl_board_is_map:
 * @board: a board
 *
 * Returns: whether it has nodes and links: an area of layout `graph`
 */
gboolean
atl_board_is_map (AtlBoard *board)
{
  return has_map (board, FALSE);
}

/**
 * atl_board_has_measures:
 * @board: a board
 *
 * Returns: whether the figures of SILO-METHOD mean something on it: a map, unless its template says no
 */
gboolean
atl_board_has_measures (AtlBoard *board)
{
  return has_map (board, TRUE);
}

static char *
dup_anonymous (Discretion *self,
               AtlPerson  *person)
{
  const char *language = atl_session_get_language (self->session);
  AtlSilo    *silo = atl_person_find_silo (person);

  if (silo == NULL)
    return g_strdup (atl_words_get (language, "one-person"));
  return atl_words_fill (language, "one-person-of", "silo", atl_silo_get_name (silo), NULL);
}

/* Whether a name may stand where it is. */
static gboolean
may_be_named (Discretion *self,
              AtlPerson  *person)
{
  return self->names == ATL_MAP_NAMES_SHOWN && atl_person_get_shown (person) == ATL_SHOWN_NAME;
}

static char *
dup_mask (Discretion *self,
          AtlPerson  *person)
{
  if (self->names == ATL_MAP_NAMES_SHOWN && atl_person_get_shown (person) == ATL_SHOWN_ROLE &&
      *atl_person_get_role (person) != '\0')
    return g_strdup (atl_person_get_role (person));
  return dup_anonymous (self, person);
}

/* A first name that two bear may mean either. */
static void
mask_name (Discretion *self,
           const char *name,
           const char *mask)
{
  g_autofree char *folded = atl_fold (name);
  const char      *known = g_hash_table_lookup (self->masks, folded);

  if (*name == '\0')
    return;
  if (known != NULL && !g_str_equal (known, mask))
    mask = atl_words_get (atl_session_get_language (self->session), "one-person");
  g_hash_table_add (self->exact, g_strdup (name));
  g_hash_table_replace (self->masks, g_steal_pointer (&folded), g_strdup (mask));
}

/* Somebody is written of by the whole name, by the first and by the last. */
static void
mask_person (Discretion *self,
             AtlPerson  *person)
{
  g_autofree char *name = g_strstrip (g_strdup (atl_person_get_name (person)));
  g_autofree char *mask = dup_mask (self, person);
  char            *space = strchr (name, ' ');

  mask_name (self, name, mask);
  if (space == NULL)
    return;
  mask_name (self, space + 1, mask);
  *space = '\0';
  mask_name (self, name, mask);
}

static void
list_masks (Discretion *self)
{
  AtlList *people = atl_session_get_people (self->session);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    if (!may_be_named (self, atl_list_get (people, i)))
      mask_person (self, atl_list_get (people, i));
}

static const char *
skip_word (const char *text)
{
  while (*text != '\0' && g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static const char *
skip_gap (const char *text)
{
  while (*text != '\0' && !g_unichar_isalnum (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* “pierre” is a stone, “Pierre” and “PIERRE” are somebody. */
static const char *
look_up (Discretion *self,
         const char *text,
         gsize       length)
{
  g_autofree char *name = g_strndup (text, length);
  g_autofree char *folded = NULL;

  if (g_unichar_islower (g_utf8_get_char (name)) && !g_hash_table_contains (self->exact, name))
    return NULL;
  folded = atl_fold (name);
  return g_hash_table_lookup (self->masks, folded);
}

/* The longest name that begins at a word. */
static const char *
find_mask (Discretion  *self,
           const char  *word,
           const char **end)
{
  const char *found = NULL;
  const char *at = skip_word (word);

  for (guint i = 0; i < MOST_WORDS; i++)
    {
      const char *mask = look_up (self, word, (gsize) (at - word));

      if (mask != NULL)
        {
          found = mask;
          *end = at;
        }
      if (*at == '\0' || *skip_gap (at) == '\0')
        break;
      at = skip_word (skip_gap (at));
    }
  return found;
}

static void
append_mask (GString    *text,
             const char *mask)
{
  g_autofree char *first = g_utf8_substring (mask, 0, 1);
  g_autofree char *capital = g_utf8_strup (first, -1);

  g_string_append (text, text->len == 0 ? capital : first);
  g_string_append (text, mask + strlen (first));
}

/* Writes of silos where a text names people. */
static char *
dup_masked (Discretion *self,
            const char *text)
{
  GString *masked = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *word = skip_gap (text);
      const char *end = skip_word (word);
      const char *mask = find_mask (self, word, &end);

      g_string_append_len (masked, text, word - text);
      if (mask != NULL)
        append_mask (masked, mask);
      else
        g_string_append_len (masked, word, end - word);
      text = end;
    }
  return g_string_free (masked, FALSE);
}

static AtlPerson *
find_person (Discretion *self,
             const char *id)
{
  return id != NULL ? atl_list_find (atl_session_get_people (self->session), id) : NULL;
}

static gboolean
is_node (AtlBoard *board,
         AtlNote  *note)
{
  AtlArea *area = atl_list_find (atl_board_get_areas (board), atl_note_get_area (note));

  return area != NULL && atl_area_get_layout (area) == ATL_LAYOUT_GRAPH;
}

/* Where silos are drawn and no node, a silo is as wide as what is in it: it keeps its size. */
static char *
dup_filler (AtlNote *note)
{
  return g_strnfill ((gsize) g_utf8_strlen (atl_note_get_text (note), -1), 'n');
}

static void
mask_node (Discretion *self,
           AtlBoard   *board,
           AtlNote    *note,
           AtlPerson  *person)
{
  gboolean         drawn = self->names == ATL_MAP_NAMES_SHOWN || !atl_board_has_measures (board);
  g_autofree char *mask = drawn ? dup_mask (self, person) : dup_filler (note);

  if (!may_be_named (self, person))
    atl_note_set_text (note, mask);
}

static void
mask_note (Discretion *self,
           AtlBoard   *board,
           AtlNote    *note)
{
  AtlPerson       *person = is_node (board, note) ? find_person (self, atl_note_get_person (note)) : NULL;
  g_autofree char *text = dup_masked (self, atl_note_get_text (note));
  g_autofree char *description = dup_masked (self, atl_note_get_description (note));
  g_autofree char *stack = dup_masked (self, atl_note_get_stack_title (note));

  if (person != NULL)
    mask_node (self, board, note, person);
  else
    atl_note_set_text (note, text);
  atl_note_set_description (note, description);
  atl_note_set_stack_title (note, stack);
  if (self->names == ATL_MAP_NAMES_SILOS)
    atl_note_set_author (note, "");
}

static void
mask_board (Discretion *self,
            AtlBoard   *board)
{
  AtlList              *notes = atl_board_get_notes (board);
  AtlList              *links = atl_board_get_links (board);
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    g_ptr_array_add (all, atl_list_get (notes, i));
  for (guint i = 0; i < all->len; i++)
    mask_note (self, board, all->pdata[i]);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink         *link = atl_list_get (links, i);
      g_autofree char *remark = dup_masked (self, atl_link_get_remark (link));

      atl_link_set_remark (link, remark);
    }
}

static AtlSession *
dup_session (AtlSession *session,
             GError    **error)
{
  g_autoptr (GBytes)      bytes = atl_codec_write (session);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age;

  return atl_codec_read (bytes, problems, &age, error);
}

static gboolean
has_any_map (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (atl_board_is_map (atl_list_get (boards, i)))
      return TRUE;
  return FALSE;
}

/**
 * atl_discretion_dup_session:
 * @session: a session
 * @names: who may be named on its maps
 * @error: (out) (optional): why it could not be copied
 *
 * Makes a copy to be drawn, with the same ids, in which the boards with maps name only those whom they may:
 * nodes, notes beside the map that mention somebody, their authors and the remarks of links say “one person
 * of” a silo instead. What is not there cannot slip onto a page.
 *
 * Returns: (transfer full) (nullable): the copy; @session itself if it has no map
 */
AtlSession *
atl_discretion_dup_session (AtlSession *session,
                            AtlMapNames names,
                            GError    **error)
{
  g_autoptr (AtlSession) copy = has_any_map (session) ? dup_session (session, error) : g_object_ref (session);
  g_autoptr (GHashTable) masks = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) exact = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Discretion             self = { copy, names, masks, exact };
  AtlList               *boards = copy != NULL ? atl_session_get_boards (copy) : NULL;

  if (copy == NULL || copy == session)
    return g_steal_pointer (&copy);
  list_masks (&self);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (atl_board_is_map (atl_list_get (boards, i)))
      mask_board (&self, atl_list_get (boards, i));
  return g_steal_pointer (&copy);
}
