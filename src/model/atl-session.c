/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-session.h"

#include "model/atl-change.h"
#include "model/atl-item-accessors.h"
#include "model/atl-action.h"
#include "model/atl-board.h"
#include "model/atl-decision.h"
#include "model/atl-group.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "model/atl-scale.h"
#include "model/atl-silo.h"
#include "model/atl-step.h"
#include "model/atl-term.h"

/**
 * AtlSession:
 *
 * One workshop: the document, kept in one .atelier file.
 */
struct _AtlSession
{
  AtlItem parent_instance;

  char     *title;
  char     *language;
  char     *date;
  char     *place;
  char     *facilitator;
  char     *aim;
  char     *partition;
  char     *group;
  char    **vector;
  GVariant *alternatives;
  AtlList  *silos;
  AtlList  *people;
  AtlList  *groups;
  AtlList  *boards;
  AtlList  *steps;
  AtlList  *rounds;
  AtlList  *scales;
  AtlList  *actions;
  AtlList  *decisions;
  AtlList  *terms;
};

G_DEFINE_FINAL_TYPE (AtlSession, atl_session, ATL_TYPE_ITEM)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlSession, title, "title", STRING, TEXT) },
  { ATL_FIELD (AtlSession, language, "language", STRING, STATE) },
  { ATL_FIELD (AtlSession, date, "date", DATE, STATE) },
  { ATL_FIELD (AtlSession, place, "place", STRING, TEXT) },
  { ATL_FIELD (AtlSession, facilitator, "facilitator", STRING, TEXT) },
  { ATL_FIELD (AtlSession, aim, "aim", STRING, TEXT) },
  { ATL_FIELD (AtlSession, partition, "partition", STRING, STATE) },
  { ATL_FIELD (AtlSession, group, "group", REF, STATE) },
  { ATL_FIELD (AtlSession, vector, "vector", STRV, STATE) },
  { ATL_FIELD (AtlSession, alternatives, "alternatives", VARIANT, STATE) },
  { ATL_FIELD (AtlSession, silos, "silos", LIST, STATE), .value_type = atl_silo_get_type },
  { ATL_FIELD (AtlSession, people, "people", LIST, STATE), .value_type = atl_person_get_type },
  { ATL_FIELD (AtlSession, groups, "groups", LIST, STATE), .value_type = atl_group_get_type },
  { ATL_FIELD (AtlSession, boards, "boards", LIST, STATE), .value_type = atl_board_get_type },
  { ATL_FIELD (AtlSession, steps, "steps", LIST, STATE), .value_type = atl_step_get_type },
  { ATL_FIELD (AtlSession, rounds, "rounds", LIST, STATE), .value_type = atl_round_get_type },
  { ATL_FIELD (AtlSession, scales, "scales", LIST, STATE), .value_type = atl_scale_get_type },
  { ATL_FIELD (AtlSession, actions, "actions", LIST, STATE), .value_type = atl_action_get_type },
  { ATL_FIELD (AtlSession, decisions, "decisions", LIST, STATE), .value_type = atl_decision_get_type },
  { ATL_FIELD (AtlSession, terms, "terms", LIST, STATE), .value_type = atl_term_get_type },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_SESSION_N_FIELDS);

static void
atl_session_class_init (AtlSessionClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));

  /**
   * AtlSession::changed:
   * @change: what happened
   *
   * Emitted once for each change to the session or anything in it, after it took place.
   */
  signals[CHANGED] = g_signal_new ("changed", ATL_TYPE_SESSION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ATL_TYPE_CHANGE | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
atl_session_init (AtlSession *self)
{
}

/**
 * atl_session_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a session with every stored property at its default
 */
AtlSession *
atl_session_new (const char *id)
{
  return g_object_new (ATL_TYPE_SESSION, "id", id, NULL);
}

/**
 * atl_session_announce:
 * @self: a session
 * @change: what happened
 *
 * Tells everyone who listens to ::changed. Only items and lists call this.
 */
void
atl_session_announce (AtlSession *self, AtlChange *change)
{
  g_signal_emit (self, signals[CHANGED], 0, change);
}

/**
 * atl_session_is_observed:
 * @self: a session
 *
 * Tells whether anyone listens to ::changed, so that loading a file makes no changes nobody sees.
 */
gboolean
atl_session_is_observed (AtlSession *self)
{
  return g_signal_has_handler_pending (self, signals[CHANGED], 0, FALSE);
}

/**
 * atl_session_get_active_partition:
 * @self: a session
 *
 * Returns: (transfer none): the partition by which people belong to silos now: the one that was chosen, or
 * else that of the first silo; "" if there are none
 */
const char *
atl_session_get_active_partition (AtlSession *self)
{
  const char *partition = atl_session_get_partition (self);
  AtlList    *silos = atl_session_get_silos (self);

  if (*partition != '\0' || atl_list_get_length (silos) == 0)
    return partition;
  return atl_silo_get_partition (atl_list_get (silos, 0));
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlSession, atl_session, title, ATL_SESSION_TITLE, STRING);
ATL_ACCESS_TEXT (AtlSession, atl_session, language, ATL_SESSION_LANGUAGE, STRING);
ATL_ACCESS_TEXT (AtlSession, atl_session, date, ATL_SESSION_DATE, DATE);
ATL_ACCESS_TEXT (AtlSession, atl_session, place, ATL_SESSION_PLACE, STRING);
ATL_ACCESS_TEXT (AtlSession, atl_session, facilitator, ATL_SESSION_FACILITATOR, STRING);
ATL_ACCESS_TEXT (AtlSession, atl_session, aim, ATL_SESSION_AIM, STRING);
ATL_ACCESS_TEXT (AtlSession, atl_session, partition, ATL_SESSION_PARTITION, STRING);
ATL_ACCESS_TEXT (AtlSession, atl_session, group, ATL_SESSION_GROUP, REF);
ATL_ACCESS_STRV (AtlSession, atl_session, vector, ATL_SESSION_VECTOR);
ATL_ACCESS_LIST (AtlSession, atl_session, silos, ATL_SESSION_SILOS);
ATL_ACCESS_LIST (AtlSession, atl_session, people, ATL_SESSION_PEOPLE);
ATL_ACCESS_LIST (AtlSession, atl_session, groups, ATL_SESSION_GROUPS);
ATL_ACCESS_LIST (AtlSession, atl_session, boards, ATL_SESSION_BOARDS);
ATL_ACCESS_LIST (AtlSession, atl_session, steps, ATL_SESSION_STEPS);
ATL_ACCESS_LIST (AtlSession, atl_session, rounds, ATL_SESSION_ROUNDS);
ATL_ACCESS_LIST (AtlSession, atl_session, scales, ATL_SESSION_SCALES);
ATL_ACCESS_LIST (AtlSession, atl_session, actions, ATL_SESSION_ACTIONS);
ATL_ACCESS_LIST (AtlSession, atl_session, decisions, ATL_SESSION_DECISIONS);
ATL_ACCESS_LIST (AtlSession, atl_session, terms, ATL_SESSION_TERMS);
