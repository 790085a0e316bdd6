/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-slip-roster.h"

#include "model/atl-nodes.h"
#include "util/atl-fold.h"

#include <string.h>

typedef struct
{
  AtlNote *node;
  char    *name;
  char    *silo;
  char    *folded;  /* the name, for searching */
  gboolean answers; /* who is absent gives no answers */
} Entry;

struct _AtlSlipRoster
{
  gatomicrefcount ref_count;
  GArray         *entries; /* Entry */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_object_unref (entry->node);
  g_free (entry->name);
  g_free (entry->silo);
  g_free (entry->folded);
}

static Entry
make_entry (AtlNote *node)
{
  AtlPerson  *person = atl_nodes_find_person (node);
  AtlSilo    *silo = atl_nodes_find_silo (node);
  const char *name = person != NULL ? atl_person_get_name (person) : "";
  Entry       entry = { g_object_ref (node) };

  entry.name = g_strdup (*name != '\0' ? name : atl_note_get_text (node));
  entry.silo = g_strdup (silo != NULL ? atl_silo_get_name (silo) : "");
  entry.folded = atl_fold (entry.name);
  entry.answers = person == NULL || atl_person_get_present (person);
  return entry;
}

/**
 * atl_slip_roster_new:
 * @board: a map of a session
 *
 * Returns: (transfer full): everybody on it, in the order of the board
 */
AtlSlipRoster *
atl_slip_roster_new (AtlBoard *board)
{
  AtlSlipRoster        *self = g_new0 (AtlSlipRoster, 1);
  g_autoptr (GPtrArray) nodes = atl_nodes_dup (board);

  g_atomic_ref_count_init (&self->ref_count);
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  for (guint i = 0; i < nodes->len; i++)
    {
      Entry entry = make_entry (nodes->pdata[i]);

      g_array_append_val (self->entries, entry);
    }
  return self;
}

/**
 * atl_slip_roster_ref:
 * @self: a roster
 *
 * Returns: (transfer full): @self
 */
AtlSlipRoster *
atl_slip_roster_ref (AtlSlipRoster *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atl_slip_roster_unref:
 * @self: a roster
 */
void
atl_slip_roster_unref (AtlSlipRoster *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->entries);
  g_free (self);
}

static Entry *
entry_at (AtlSlipRoster *self,
          guint          index)
{
  return &g_array_index (self->entries, Entry, index);
}

/**
 * atl_slip_roster_get_n:
 * @self: a roster
 *
 * Returns: how many are on it
 */
guint
atl_slip_roster_get_n (AtlSlipRoster *self)
{
  return self->entries->len;
}

/**
 * atl_slip_roster_get_node:
 * @self: a roster
 * @index: one of it
 *
 * Returns: (transfer none): the node
 */
AtlNote *
atl_slip_roster_get_node (AtlSlipRoster *self,
                          guint          index)
{
  return entry_at (self, index)->node;
}

/**
 * atl_slip_roster_get_name:
 * @self: a roster
 * @index: one of it
 *
 * Returns: (transfer none): the whole name, for the screen of the facilitator only
 */
const char *
atl_slip_roster_get_name (AtlSlipRoster *self,
                          guint          index)
{
  return entry_at (self, index)->name;
}

/**
 * atl_slip_roster_get_silo:
 * @self: a roster
 * @index: one of it
 *
 * Returns: (transfer none): the name of the silo, "" without one
 */
const char *
atl_slip_roster_get_silo (AtlSlipRoster *self,
                          guint          index)
{
  return entry_at (self, index)->silo;
}

/**
 * atl_slip_roster_answers:
 * @self: a roster
 * @index: one of it
 *
 * Returns: whether a slip of theirs is expected
 */
gboolean
atl_slip_roster_answers (AtlSlipRoster *self,
                         guint          index)
{
  return entry_at (self, index)->answers;
}

/**
 * atl_slip_roster_find:
 * @self: a roster
 * @node: (nullable): a node
 *
 * Returns: its index, -1 if it is not on the roster
 */
int
atl_slip_roster_find (AtlSlipRoster *self,
                      AtlNote       *node)
{
  for (guint i = 0; i < self->entries->len; i++)
    if (entry_at (self, i)->node == node)
      return (int) i;
  return -1;
}

/* 0 for the beginning of the name, 1 for that of another word of it, 2 for the middle, 3 for no match. */
static guint
rate (const char *folded,
      const char *wanted)
{
  const char *found = strstr (folded, wanted);
  guint       best = 3;

  for (; found != NULL && best > 0; found = strstr (found + 1, wanted))
    {
      if (found == folded)
        best = 0;
      else if (found[-1] == ' ' || found[-1] == '-')
        best = MIN (best, 1);
      else
        best = MIN (best, 2);
    }
  return best;
}

/**
 * atl_slip_roster_match:
 * @self: a roster
 * @typed: letters of a name
 * @but: (nullable): who is not meant
 *
 * Returns: (transfer full) (element-type guint): the indices of those whose names have these letters, names
 *   that begin with them first
 */
GArray *
atl_slip_roster_match (AtlSlipRoster *self,
                       const char    *typed,
                       AtlNote       *but)
{
  g_autofree char *stripped = g_strstrip (g_strdup (typed));
  g_autofree char *wanted = atl_fold (stripped);
  GArray          *found = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint rating = 0; rating < 3 && *wanted != '\0'; rating++)
    for (guint i = 0; i < self->entries->len; i++)
      if (entry_at (self, i)->node != but && rate (entry_at (self, i)->folded, wanted) == rating)
        g_array_append_val (found, i);
  return found;
}
