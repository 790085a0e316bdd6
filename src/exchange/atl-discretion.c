/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-discretion.h"

#include "catalogue/atl-words.h"
#include "model/atl-area.h"
#include "model/atl-hidden.h"
#include "model/atl-maps.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "store/codec/atl-codec.h"

/* Whose names are taken out of the maps of a session. */
typedef struct
{
  AtlSession *session;
  AtlMapNames names;
} Discretion;

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

static AtlPerson *
find_person (Discretion *self,
             const char *id)
{
  return id != NULL ? atl_list_find (atl_session_get_people (self->session), id) : NULL;
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
mask_board (Discretion *self,
            AtlBoard   *board)
{
  AtlList *notes = atl_board_get_notes (board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote   *note = atl_list_get (notes, i);
      AtlPerson *person = atl_note_is_node (note) ? find_person (self, atl_note_get_person (note)) : NULL;

      if (person != NULL)
        mask_node (self, board, note, person);
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

/* Whether there is anything that not everybody may see. */
static gboolean
needs_discretion (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (atl_board_is_map (atl_list_get (boards, i)) || atl_board_count_hidden (atl_list_get (boards, i)) > 0)
      return TRUE;
  return FALSE;
}

/**
 * atl_discretion_dup_session:
 * @session: a session
 * @names: who may be named on its maps
 * @error: (out) (optional): why it could not be copied
 *
 * Makes a copy to be drawn, with the same ids, in which the nodes of maps name only those whom they may; the
 * others say “one person of” a silo instead. What is not there cannot slip onto a page. Notes beside the map
 * are the words of the room: they stay as they were written. Notes that are hidden from the room are not in
 * the copy at all.
 *
 * Returns: (transfer full) (nullable): the copy; @session itself if it has no map and nothing hidden
 */
AtlSession *
atl_discretion_dup_session (AtlSession *session,
                            AtlMapNames names,
                            GError    **error)
{
  g_autoptr (AtlSession) copy =
    needs_discretion (session) ? dup_session (session, error) : g_object_ref (session);
  Discretion self = { copy, names };
  AtlList   *boards = copy != NULL ? atl_session_get_boards (copy) : NULL;

  if (copy == NULL || copy == session)
    return g_steal_pointer (&copy);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      atl_board_drop_hidden (atl_list_get (boards, i));
      if (atl_board_is_map (atl_list_get (boards, i)))
        mask_board (&self, atl_list_get (boards, i));
    }
  return g_steal_pointer (&copy);
}
