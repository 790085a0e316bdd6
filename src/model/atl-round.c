/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-round.h"

#include "model/atl-item-accessors.h"
#include "model/atl-ballot.h"

/**
 * AtlRound:
 *
 * One vote: its budget of votes a person, the cap per note, and its ballots.
 */
struct _AtlRound
{
  AtlItem parent_instance;

  char     *title;
  int       budget;
  int       cap;
  gboolean  negatives;
  gboolean  secret;
  gboolean  closed;
  char    **areas;
  char     *rank;
  GVariant *alternatives;
  AtlList  *ballots;
};

G_DEFINE_FINAL_TYPE (AtlRound, atl_round, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlRound, title, "title", STRING, TEXT) },
  { ATL_FIELD (AtlRound, budget, "budget", INT, STATE), .fallback = 5, .min = 1, .max = 1000 },
  { ATL_FIELD (AtlRound, cap, "cap", INT, STATE), .fallback = 2, .min = 1, .max = 1000 },
  { ATL_FIELD (AtlRound, negatives, "negatives", BOOLEAN, STATE) },
  { ATL_FIELD (AtlRound, secret, "secret", BOOLEAN, STATE), .fallback = TRUE },
  { ATL_FIELD (AtlRound, closed, "closed", BOOLEAN, STATE) },
  { ATL_FIELD (AtlRound, areas, "areas", STRV, STATE) },
  { ATL_FIELD (AtlRound, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlRound, alternatives, "alternatives", VARIANT, STATE) },
  { ATL_FIELD (AtlRound, ballots, "ballots", LIST, STATE), .value_type = atl_ballot_get_type },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_ROUND_N_FIELDS);

static void
atl_round_class_init (AtlRoundClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_round_init (AtlRound *self)
{
}

/**
 * atl_round_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a round with every stored property at its default
 */
AtlRound *
atl_round_new (const char *id)
{
  return g_object_new (ATL_TYPE_ROUND, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlRound, atl_round, title, ATL_ROUND_TITLE, STRING);
ATL_ACCESS_INT (AtlRound, atl_round, budget, ATL_ROUND_BUDGET, int, INT);
ATL_ACCESS_INT (AtlRound, atl_round, cap, ATL_ROUND_CAP, int, INT);
ATL_ACCESS_INT (AtlRound, atl_round, negatives, ATL_ROUND_NEGATIVES, gboolean, BOOLEAN);
ATL_ACCESS_INT (AtlRound, atl_round, secret, ATL_ROUND_SECRET, gboolean, BOOLEAN);
ATL_ACCESS_INT (AtlRound, atl_round, closed, ATL_ROUND_CLOSED, gboolean, BOOLEAN);
ATL_ACCESS_STRV (AtlRound, atl_round, areas, ATL_ROUND_AREAS);
ATL_ACCESS_TEXT (AtlRound, atl_round, rank, ATL_ROUND_RANK, RANK);
ATL_ACCESS_LIST (AtlRound, atl_round, ballots, ATL_ROUND_BALLOTS);
