/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-tally.h"

#include "model/atl-ballot.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"

#include <math.h>

typedef struct
{
  int         votes;
  GHashTable *silos; /* those whose people gave votes, borrowed AtlSilo; NULL is none */
} Entry;

struct _AtlTally
{
  gatomicrefcount ref_count;
  GHashTable     *entries; /* by note id */
  guint           n_silos;
  int             total;
};

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_clear_pointer (&entry->silos, g_hash_table_unref);
  g_free (entry);
}

static guint
count_present_silos (AtlSession *session)
{
  AtlList               *people = atl_session_get_people (session);
  g_autoptr (GHashTable) silos = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson *person = atl_list_get (people, i);
      AtlSilo   *silo = atl_person_get_present (person) ? atl_person_find_silo (person) : NULL;

      if (silo != NULL)
        g_hash_table_add (silos, silo);
    }
  return g_hash_table_size (silos);
}

static void
count_ballot (AtlTally   *self,
              AtlSession *session,
              AtlBallot  *ballot)
{
  const char *note = atl_ballot_get_note (ballot);
  Entry      *entry = g_hash_table_lookup (self->entries, note);
  AtlPerson  *person = session != NULL
                         ? atl_list_find (atl_session_get_people (session), atl_ballot_get_person (ballot))
                         : NULL;
  AtlSilo    *silo = atl_person_find_silo (person);

  if (entry == NULL)
    {
      entry = g_new0 (Entry, 1);
      g_hash_table_insert (self->entries, g_strdup (note), entry);
    }
  entry->votes += atl_ballot_get_votes (ballot);
  self->total += ABS (atl_ballot_get_votes (ballot));
  if (silo == NULL || atl_ballot_get_votes (ballot) <= 0)
    return;
  if (entry->silos == NULL)
    entry->silos = g_hash_table_new (NULL, NULL);
  g_hash_table_add (entry->silos, silo);
}

/**
 * atl_tally_new:
 * @round: a round of a session
 *
 * Counts the ballots of @round.
 *
 * Returns: (transfer full): the tally
 */
AtlTally *
atl_tally_new (AtlRound *round)
{
  AtlTally   *self = g_new0 (AtlTally, 1);
  AtlList    *ballots = atl_round_get_ballots (round);
  AtlSession *session = atl_item_get_session (ATL_ITEM (round));

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, entry_free);
  self->n_silos = session != NULL ? count_present_silos (session) : 0;
  for (guint i = 0; i < atl_list_get_length (ballots); i++)
    count_ballot (self, session, atl_list_get (ballots, i));
  return self;
}

/**
 * atl_tally_unref:
 * @self: (transfer full): a tally
 */
void
atl_tally_unref (AtlTally *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_hash_table_unref (self->entries);
  g_free (self);
}

/**
 * atl_tally_get_total:
 * @self: a tally
 *
 * Returns: how many votes were cast, negative ones included
 */
int
atl_tally_get_total (AtlTally *self)
{
  return self->total;
}

static Entry *
find_entry (AtlTally *self,
            AtlNote  *note)
{
  return g_hash_table_lookup (self->entries, atl_item_get_id (ATL_ITEM (note)));
}

/**
 * atl_tally_get_votes:
 * @self: a tally
 * @note: a note
 *
 * Returns: the votes that it got, negative ones taken off
 */
int
atl_tally_get_votes (AtlTally *self,
                     AtlNote  *note)
{
  Entry *entry = find_entry (self, note);

  return entry != NULL ? entry->votes : 0;
}

/**
 * atl_tally_get_stack_votes:
 * @self: a tally
 * @lead: the lead of a stack
 *
 * Returns: the votes that its notes got together
 */
int
atl_tally_get_stack_votes (AtlTally *self,
                           AtlNote  *lead)
{
  g_autoptr (GPtrArray) stack = atl_note_dup_stack (lead);
  int                   votes = 0;

  for (guint i = 0; i < stack->len; i++)
    votes += atl_tally_get_votes (self, stack->pdata[i]);
  return votes;
}

/**
 * atl_tally_get_n_silos:
 * @self: a tally
 *
 * Returns: the number of silos that someone in the room belongs to
 */
guint
atl_tally_get_n_silos (AtlTally *self)
{
  return self->n_silos;
}

/**
 * atl_tally_count_silos:
 * @self: a tally
 * @note: a note
 *
 * Returns: how many silos its votes come from
 */
guint
atl_tally_count_silos (AtlTally *self,
                       AtlNote  *note)
{
  Entry *entry = find_entry (self, note);

  return entry != NULL && entry->silos != NULL ? g_hash_table_size (entry->silos) : 0;
}

/**
 * atl_tally_get_breadth:
 * @self: a tally
 * @note: a note
 *
 * The breadth of its support, as in SILO-METHOD §11: silos that voted for it over silos in the room.
 *
 * Returns: 0 to 1, or NaN if nobody in the room belongs to a silo
 */
double
atl_tally_get_breadth (AtlTally *self,
                       AtlNote  *note)
{
  guint silos = atl_tally_count_silos (self, note);

  return self->n_silos > 0 ? MIN ((double) silos / self->n_silos, 1.0) : (double) NAN;
}

static gboolean
has_area_of (AtlRound *round,
             AtlBoard *board)
{
  const char *const *areas = atl_round_get_areas (round);

  for (guint i = 0; areas != NULL && areas[i] != NULL; i++)
    if (atl_list_find (atl_board_get_areas (board), areas[i]) != NULL)
      return TRUE;
  return FALSE;
}

static gboolean
has_ballot_for (AtlRound *round,
                AtlBoard *board)
{
  AtlList *ballots = atl_round_get_ballots (round);

  for (guint i = 0; i < atl_list_get_length (ballots); i++)
    if (atl_list_find (atl_board_get_notes (board), atl_ballot_get_note (atl_list_get (ballots, i))) != NULL)
      return TRUE;
  return FALSE;
}

/**
 * atl_board_find_latest_round:
 * @board: a board
 *
 * Returns: (transfer none) (nullable): the last closed round on an area of @board or with votes for its notes
 */
AtlRound *
atl_board_find_latest_round (AtlBoard *board)
{
  AtlSession *session = atl_item_get_session (ATL_ITEM (board));
  AtlList    *rounds = session != NULL ? atl_session_get_rounds (session) : NULL;

  for (guint i = rounds != NULL ? atl_list_get_length (rounds) : 0; i > 0; i--)
    {
      AtlRound *round = atl_list_get (rounds, i - 1);

      if (atl_round_get_closed (round) && (has_area_of (round, board) || has_ballot_for (round, board)))
        return round;
    }
  return NULL;
}
