/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-ballot.h"

#include "model/atl-item-accessors.h"

/**
 * AtlBallot:
 *
 * One entry of a round; without a person it is a tally of raised hands.
 */
struct _AtlBallot
{
  AtlItem parent_instance;

  char     *person;
  char     *note;
  int       votes;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlBallot, atl_ballot, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlBallot, person, "person", REF, STATE) },
  { ATL_FIELD (AtlBallot, note, "note", REF, STATE) },
  { ATL_FIELD (AtlBallot, votes, "votes", INT, TEXT), .fallback = 1, .min = -1000, .max = 1000 },
  { ATL_FIELD (AtlBallot, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_BALLOT_N_FIELDS);

static void
atl_ballot_class_init (AtlBallotClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_ballot_init (AtlBallot *self)
{
}

/**
 * atl_ballot_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a ballot with every stored property at its default
 */
AtlBallot *
atl_ballot_new (const char *id)
{
  return g_object_new (ATL_TYPE_BALLOT, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlBallot, atl_ballot, person, ATL_BALLOT_PERSON, REF);
ATL_ACCESS_TEXT (AtlBallot, atl_ballot, note, ATL_BALLOT_NOTE, REF);
ATL_ACCESS_INT (AtlBallot, atl_ballot, votes, ATL_BALLOT_VOTES, int, INT);
