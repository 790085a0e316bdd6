/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stamp/atl-merge-groups.h"

#include "model/atl-action.h"
#include "model/atl-area.h"
#include "model/atl-ballot.h"
#include "model/atl-board.h"
#include "model/atl-decision.h"
#include "model/atl-group.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "model/atl-scale.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"
#include "model/atl-step.h"
#include "model/atl-term.h"

static const char *const nicks[ATL_MERGE_N_GROUPS] = { "text", "place", "order", "style", "state", "other" };

static const struct
{
  const char *nick;
  GType (*get_type) (void);
} kinds[] = {
  { "action", atl_action_get_type },
  { "area", atl_area_get_type },
  { "ballot", atl_ballot_get_type },
  { "board", atl_board_get_type },
  { "decision", atl_decision_get_type },
  { "group", atl_group_get_type },
  { "link", atl_link_get_type },
  { "note", atl_note_get_type },
  { "person", atl_person_get_type },
  { "round", atl_round_get_type },
  { "scale", atl_scale_get_type },
  { "silo", atl_silo_get_type },
  { "step", atl_step_get_type },
  { "term", atl_term_get_type },
};

/* What is not merged as a value: lists, what merging itself needs, and which copy of a session this is. */
static gboolean
is_apart (GType type, guint index, const AtlField *field)
{
  if (field->type == ATL_VALUE_LIST || g_str_equal (field->name, "alternatives"))
    return TRUE;
  return type == ATL_TYPE_SESSION && (index == ATL_SESSION_VECTOR || index == ATL_SESSION_GROUP);
}

static const char *
find_nick (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].get_type () == type)
      return kinds[i].nick;
  return "session";
}

static AtlMergeGroups *
groups_new (GType type)
{
  AtlItemClass   *klass = g_type_class_ref (type);
  AtlMergeGroups *self = g_new0 (AtlMergeGroups, 1);

  g_assert (klass->n_fields <= ATL_MERGE_MAX_FIELDS);
  self->contained = type == ATL_TYPE_AREA || type == ATL_TYPE_NOTE || type == ATL_TYPE_LINK ||
                    type == ATL_TYPE_BALLOT;
  self->container = type == ATL_TYPE_BOARD || type == ATL_TYPE_ROUND;
  self->nick = find_nick (type);
  self->mask = 1u << ATL_MERGE_TEXT | 1u << ATL_MERGE_OTHER | (self->contained ? 1u << ATL_MERGE_ORDER : 0);
  for (guint i = 0; i < klass->n_fields; i++)
    {
      const AtlField *field = &klass->fields[i];

      self->group[i] = (gint8) (is_apart (type, i, field) ? -1 : (int) field->group);
      if (self->group[i] >= 0)
        self->mask |= 1u << field->group;
      if (g_str_equal (field->name, "alternatives"))
        self->alternatives = i;
    }
  return self; /* and the class stays for ever, too */
}

/**
 * atl_merge_groups_get:
 * @type: a class of items
 *
 * Returns: (transfer none): its merge groups
 */
const AtlMergeGroups *
atl_merge_groups_get (GType type)
{
  static GMutex   mutex;
  GQuark          quark = g_quark_from_static_string ("atl-merge-groups");
  AtlMergeGroups *groups = g_type_get_qdata (type, quark);

  if (groups != NULL)
    return groups;
  g_mutex_lock (&mutex);
  groups = g_type_get_qdata (type, quark);
  if (groups == NULL)
    {
      groups = groups_new (type);
      g_type_set_qdata (type, quark, groups);
    }
  g_mutex_unlock (&mutex);
  return groups;
}

/**
 * atl_merge_groups_of:
 * @item: an item
 *
 * Returns: (transfer none): the merge groups of its class
 */
const AtlMergeGroups *
atl_merge_groups_of (AtlItem *item)
{
  return atl_merge_groups_get (G_OBJECT_TYPE (item));
}

/**
 * atl_merge_groups_get_nick:
 * @group: a merge group or %ATL_MERGE_OTHER
 *
 * Returns: (transfer none): its name in files
 */
const char *
atl_merge_groups_get_nick (guint group)
{
  g_return_val_if_fail (group < ATL_MERGE_N_GROUPS, NULL);
  return nicks[group];
}

/**
 * atl_merge_groups_find:
 * @nick: a name from a file
 *
 * Returns: the merge group of that name, or -1
 */
int
atl_merge_groups_find (const char *nick)
{
  for (int i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (g_str_equal (nicks[i], nick))
      return i;
  return -1;
}

/**
 * atl_merge_groups_find_kind:
 * @nick: the name of a kind of items from a file
 *
 * Returns: the class of that name, or %G_TYPE_INVALID
 */
GType
atl_merge_groups_find_kind (const char *nick)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].nick, nick))
      return kinds[i].get_type ();
  return G_TYPE_INVALID;
}
