/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-merge-state.h"

#include "model/atl-ballot.h"
#include "model/atl-board.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-round.h"
#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-value.h"

#include <string.h>

static GVariant *
dup_alternatives (AtlItem *item, guint group)
{
  GVariant *all = atl_item_get_alternatives (item);

  return all != NULL ? g_variant_lookup_value (all, atl_merge_groups_get_nick (group), NULL) : NULL;
}

/* The same versions on both sides stay as they are, also where an edited file shows another one than a merge
 * would. */
static guint
decide_versions (const AtlMergeRecord *record, guint group, gboolean same)
{
  AtlItem             *ours = record->items[ATL_MERGE_OURS];
  AtlItem             *theirs = record->items[ATL_MERGE_THEIRS];
  g_autoptr (GVariant) a = dup_alternatives (ours, group);
  g_autoptr (GVariant) b = dup_alternatives (theirs, group);

  same = same && (a == NULL) == (b == NULL) && (a == NULL || g_variant_equal (a, b)) &&
         (group != ATL_MERGE_TEXT ||
          atl_merge_record_is_deleted (record, 0) == atl_merge_record_is_deleted (record, 1)) &&
         atl_merge_value_equal (ours, theirs, group);
  return same ? ATL_MERGE_OURS : ATL_MERGE_JOINED;
}

/* The common case: one version on each side. Tells whose it is, or that a look at all versions is needed. */
static guint
decide_plainly (AtlMergeState *self, const AtlMergeRecord *record, guint group)
{
  AtlItem    *ours = record->items[ATL_MERGE_OURS];
  AtlItem    *theirs = record->items[ATL_MERGE_THEIRS];
  AtlStampSet a = atl_carried_peek_stamps (ours, group);
  AtlStampSet b = atl_carried_peek_stamps (theirs, group);
  gboolean    ours_seen, theirs_seen;
  gboolean    same = atl_stamp_set_equal (&a, &b);

  if (same || atl_item_get_alternatives (ours) != NULL || atl_item_get_alternatives (theirs) != NULL)
    return decide_versions (record, group, same);
  if (a.n != 1 || b.n != 1)
    return ATL_MERGE_JOINED;
  ours_seen = atl_stamp_vector_covers (self->seen[ATL_MERGE_THEIRS], a.stamps[0]);
  theirs_seen = atl_stamp_vector_covers (self->seen[ATL_MERGE_OURS], b.stamps[0]);
  if (ours_seen == theirs_seen)
    return ATL_MERGE_JOINED;
  return ours_seen ? ATL_MERGE_THEIRS : ATL_MERGE_OURS;
}

static AtlMergeRegister *
read_side (const AtlMergeRecord *record, guint side, guint group)
{
  if (record->items[side] == NULL)
    return NULL;
  return atl_merge_register_read (record->items[side], group, atl_merge_record_is_deleted (record, side));
}

static void
join_group (AtlMergeState *self, AtlMergeRecord *record, guint group)
{
  g_autoptr (AtlMergeRegister) ours = read_side (record, ATL_MERGE_OURS, group);
  g_autoptr (AtlMergeRegister) theirs = read_side (record, ATL_MERGE_THEIRS, group);
  g_autoptr (AtlMergeRegister) base = read_side (record, ATL_MERGE_BASE, group);

  atl_merge_record_set_register (record, group,
                                 atl_merge_register_join (ours, self->seen[ATL_MERGE_OURS], theirs,
                                                          self->seen[ATL_MERGE_THEIRS], base));
}

static gboolean
equals_base (const AtlMergeRecord *record, AtlItem *item)
{
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (!atl_merge_value_equal (item, record->items[ATL_MERGE_BASE], i))
      return FALSE;
  return TRUE;
}

/* One side does not know it. The ancestor tells whether that side has lost it, which a file without
 * tombstones cannot. */
static void
decide_alone (AtlMergeRecord *record, guint side)
{
  memset (record->sources, (int) side, sizeof record->sources);
  record->gone = record->items[ATL_MERGE_BASE] != NULL && atl_merge_record_is_live (record, side) &&
                 equals_base (record, record->items[side]);
}

static gboolean
has_words (AtlMergeRecord *record)
{
  guint                        source = record->sources[ATL_MERGE_TEXT];
  g_autoptr (AtlMergeRegister) versions = NULL;

  if (source == ATL_MERGE_JOINED)
    return !atl_merge_register_is_deleted (record->registers[ATL_MERGE_TEXT]);
  if (atl_merge_record_is_deleted (record, source))
    return FALSE;
  if (atl_carried_peek_stamps (record->items[source], ATL_MERGE_TEXT).n > 0)
    return TRUE;
  versions = read_side (record, source, ATL_MERGE_TEXT);
  return !atl_merge_register_is_deleted (versions);
}

static void
decide_record (AtlMergeState *self, AtlMergeRecord *record)
{
  const AtlMergeGroups *groups = atl_merge_groups_get (record->key.type);

  if (record->items[ATL_MERGE_OURS] == NULL)
    decide_alone (record, ATL_MERGE_THEIRS);
  else if (record->items[ATL_MERGE_THEIRS] == NULL)
    decide_alone (record, ATL_MERGE_OURS);
  else
    for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
      {
        record->sources[i] = (guint8) ((groups->mask & 1u << i) != 0 ? decide_plainly (self, record, i)
                                                                     : ATL_MERGE_OURS);
        if (record->sources[i] == ATL_MERGE_JOINED)
          join_group (self, record, i);
      }
  record->wanted = has_words (record);
  record->alive = record->wanted && !record->gone;
  /* Whether a deleted container is shown is decided later; its title is that of a deletion. */
  if (groups->container && !record->wanted && record->sources[ATL_MERGE_TEXT] != ATL_MERGE_JOINED)
    atl_merge_record_set_register (record, ATL_MERGE_TEXT,
                                   read_side (record, record->sources[ATL_MERGE_TEXT], ATL_MERGE_TEXT));
}

static gboolean
is_dead_end (AtlMergeState *self, const AtlMergeRecord *link, const char *name)
{
  g_autofree char      *id = atl_merge_record_dup_member (link, ATL_MERGE_STATE, name);
  const AtlMergeRecord *note = atl_merge_state_find (self, ATL_TYPE_NOTE, id);

  return note != NULL && (note->items[0] != NULL || note->items[1] != NULL) && !note->alive;
}

/* A link without one of its ends waits, with its words, until both are there. */
static void
decide_links (AtlMergeState *self)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      AtlMergeRecord *record = self->order->pdata[i];

      if (record->key.type == ATL_TYPE_LINK && record->alive)
        record->alive = !is_dead_end (self, record, "from") && !is_dead_end (self, record, "to");
    }
}

/* A board or a round comes back for what is in it. */
static void
decide_containers (AtlMergeState *self)
{
  guint n = self->order->len;

  for (guint i = 0; i < n; i++)
    {
      AtlMergeRecord       *record = self->order->pdata[i];
      AtlMergeRecord       *container;
      GType                 type;
      g_autofree char      *id = NULL;
      const AtlMergeGroups *groups = atl_merge_groups_get (record->key.type);

      if (!record->alive || !groups->contained)
        continue;
      id = atl_merge_record_dup_member (record, ATL_MERGE_ORDER, "container");
      type = record->key.type == ATL_TYPE_BALLOT ? ATL_TYPE_ROUND : ATL_TYPE_BOARD;
      container = atl_merge_state_ensure_container (self, type,
                                                    id);
      container->needed = TRUE;
      container->alive = TRUE;
    }
}

/**
 * atl_merge_state_decide:
 * @self: a state
 *
 * Decides for every merge group whose versions stay, and for every item whether it is there. A pure function
 * of both sides, the same whichever comes first.
 */
void
atl_merge_state_decide (AtlMergeState *self)
{
  for (guint i = 0; i < self->order->len; i++)
    {
      AtlMergeRecord *record = self->order->pdata[i];

      if (record->items[ATL_MERGE_OURS] != NULL || record->items[ATL_MERGE_THEIRS] != NULL)
        decide_record (self, record);
    }
  decide_links (self);
  decide_containers (self);
}
