/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-decision.h"

#include "model/atl-item-accessors.h"

/**
 * AtlDecision:
 *
 * What the room decided, and how.
 */
struct _AtlDecision
{
  AtlItem parent_instance;

  char     *text;
  char     *mode;
  char     *by;
  char     *date;
  char     *review;
  char     *objections;
  char    **notes;
  char     *rank;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlDecision, atl_decision, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlDecision, text, "text", STRING, TEXT) },
  { ATL_FIELD (AtlDecision, mode, "mode", STRING, STATE) },
  { ATL_FIELD (AtlDecision, by, "by", STRING, STATE) },
  { ATL_FIELD (AtlDecision, date, "date", DATE, STATE) },
  { ATL_FIELD (AtlDecision, review, "review", STRING, STATE) },
  { ATL_FIELD (AtlDecision, objections, "objections", STRING, TEXT) },
  { ATL_FIELD (AtlDecision, notes, "notes", STRV, STATE) },
  { ATL_FIELD (AtlDecision, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlDecision, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_DECISION_N_FIELDS);

static void
atl_decision_class_init (AtlDecisionClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_decision_init (AtlDecision *self)
{
}

/**
 * atl_decision_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a decision with every stored property at its default
 */
AtlDecision *
atl_decision_new (const char *id)
{
  return g_object_new (ATL_TYPE_DECISION, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlDecision, atl_decision, text, ATL_DECISION_TEXT, STRING);
ATL_ACCESS_TEXT (AtlDecision, atl_decision, mode, ATL_DECISION_MODE, STRING);
ATL_ACCESS_TEXT (AtlDecision, atl_decision, by, ATL_DECISION_BY, STRING);
ATL_ACCESS_TEXT (AtlDecision, atl_decision, date, ATL_DECISION_DATE, DATE);
ATL_ACCESS_TEXT (AtlDecision, atl_decision, review, ATL_DECISION_REVIEW, STRING);
ATL_ACCESS_TEXT (AtlDecision, atl_decision, objections, ATL_DECISION_OBJECTIONS, STRING);
ATL_ACCESS_STRV (AtlDecision, atl_decision, notes, ATL_DECISION_NOTES);
ATL_ACCESS_TEXT (AtlDecision, atl_decision, rank, ATL_DECISION_RANK, RANK);
