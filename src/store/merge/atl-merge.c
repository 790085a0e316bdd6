/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-merge.h"

#include "config.h"
#include "store/merge/atl-merge-apply.h"
#include "store/stamp/atl-merge-book.h"
#include "store/merge/atl-merge-result.h"
#include "store/stamp/atl-stamper.h"
#include "store/atl-store-error.h"

#include <glib/gi18n-lib.h>

/**
 * AtlMerge:
 *
 * What it means to merge another copy of a session into ours: a plan that can be looked at, then applied. The
 * rules are in docs/MERGE.md.
 */
struct _AtlMerge
{
  GObject parent_instance;

  AtlMergeState *state;
  GArray        *entries;
  guint          counts[ATL_MERGE_N_KINDS];
  AtlStamper    *stamper;    /* NULL if nobody stamps our session */
  guint          generation; /* of the stamper, when the plan was made */
};

G_DEFINE_FINAL_TYPE (AtlMerge, atl_merge, G_TYPE_OBJECT)

static void
add_entry (AtlMerge *self, const AtlMergeRecord *record, AtlMergeKind kind, guint groups, guint conflicts)
{
  AtlMergeEntry entry = { .kind = kind, .groups = groups, .conflicts = conflicts };

  if (atl_merge_record_is_live (record, ATL_MERGE_THEIRS))
    entry.theirs = record->items[ATL_MERGE_THEIRS];
  entry.item = atl_merge_record_is_live (record, ATL_MERGE_OURS) ? record->items[ATL_MERGE_OURS]
                                                                 : entry.theirs;
  if (entry.item == NULL)
    entry.item = record->items[ATL_MERGE_OURS] != NULL ? record->items[ATL_MERGE_OURS]
                                                       : record->items[ATL_MERGE_THEIRS];
  g_array_append_val (self->entries, entry);
  self->counts[kind]++;
}

static void
describe_ours (AtlMerge *self, const AtlMergeRecord *record)
{
  guint groups, conflicts;

  atl_merge_result_find_changes (record, &groups, &conflicts);
  if (atl_merge_record_is_deleted (record, ATL_MERGE_THEIRS) && conflicts != 0)
    add_entry (self, record, ATL_MERGE_REVIVED, groups, conflicts);
  else if (conflicts != 0)
    add_entry (self, record, ATL_MERGE_CONFLICT, groups, conflicts);
  else if (groups != 0)
    add_entry (self, record, ATL_MERGE_CHANGED, groups, 0);
  else if (record->items[ATL_MERGE_BASE] != NULL && record->items[ATL_MERGE_THEIRS] == NULL)
    add_entry (self, record, ATL_MERGE_REVIVED, 0, 0);
}

static void
describe (AtlMerge *self, const AtlMergeRecord *record)
{
  gboolean ours = atl_merge_record_is_live (record, ATL_MERGE_OURS);

  if (ours && record->alive)
    describe_ours (self, record);
  else if (ours)
    add_entry (self, record, ATL_MERGE_DELETED, 0, 0);
  else if (record->alive)
    add_entry (self, record, record->items[ATL_MERGE_OURS] != NULL ? ATL_MERGE_REVIVED : ATL_MERGE_ADDED, 0,
               0);
}

static void
plan (AtlMerge *self, AtlSession *ours, AtlSession *theirs, AtlSession *base)
{
  if (self->stamper != NULL)
    {
      atl_stamper_stamp (self->stamper);
      self->generation = atl_stamper_get_generation (self->stamper);
    }
  self->state = atl_merge_state_new (ours, theirs, base);
  atl_merge_state_decide (self->state);
  for (guint i = 0; i < self->state->order->len; i++)
    describe (self, self->state->order->pdata[i]);
}

/* Our session may have changed since the plan was made. */
static void
refresh (AtlMerge *self)
{
  AtlMergeState *old = self->state;

  if (self->stamper == NULL)
    return;
  atl_stamper_stamp (self->stamper);
  if (self->generation == atl_stamper_get_generation (self->stamper))
    return;
  g_array_set_size (self->entries, 0);
  for (guint i = 0; i < ATL_MERGE_N_KINDS; i++)
    self->counts[i] = 0;
  plan (self, old->sessions[ATL_MERGE_OURS], old->sessions[ATL_MERGE_THEIRS], old->sessions[ATL_MERGE_BASE]);
  atl_merge_state_free (old);
}

static void
atl_merge_finalize (GObject *object)
{
  AtlMerge *self = ATL_MERGE (object);

  g_clear_pointer (&self->state, atl_merge_state_free);
  g_clear_object (&self->stamper);
  g_array_unref (self->entries);
  G_OBJECT_CLASS (atl_merge_parent_class)->finalize (object);
}

static void
atl_merge_class_init (AtlMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_merge_finalize;
}

static void
atl_merge_init (AtlMerge *self)
{
  self->entries = g_array_new (FALSE, FALSE, sizeof (AtlMergeEntry));
}

/**
 * atl_merge_new:
 * @ours: the session to merge into; if it has a stamper, that stamps it first
 * @theirs: another copy of the same session; it must not change while the merge lives
 * @base: (nullable): a common ancestor, which helps where files have no stamps
 * @error: return location for %ATL_STORE_ERROR_OTHER_SESSION
 *
 * Plans a merge. Nothing is changed yet.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL if @theirs is another session
 */
AtlMerge *
atl_merge_new (AtlSession *ours, AtlSession *theirs, AtlSession *base, GError **error)
{
  AtlMerge     *self;
  AtlMergeBook *book = atl_merge_book_get (ours);
  const char   *id = atl_item_get_id (ATL_ITEM (ours));

  if (!g_str_equal (id, atl_item_get_id (ATL_ITEM (theirs))))
    {
      g_set_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_OTHER_SESSION,
                   _ ("These are two different sessions, which cannot be merged. To take notes from one "
                      "into the other, open both in Atelier, copy the notes and paste them."));
      return NULL;
    }
  if (base != NULL && !g_str_equal (id, atl_item_get_id (ATL_ITEM (base))))
    base = NULL;
  self = g_object_new (ATL_TYPE_MERGE, NULL);
  if (book != NULL)
    g_set_object (&self->stamper, atl_merge_book_get_stamper (book));
  plan (self, ours, theirs, base);
  return self;
}

/**
 * atl_merge_get_n_entries:
 * @self: a merge
 *
 * Returns: how many items the user will see change
 */
guint
atl_merge_get_n_entries (AtlMerge *self)
{
  g_return_val_if_fail (ATL_IS_MERGE (self), 0);
  return self->entries->len;
}

/**
 * atl_merge_get_entry:
 * @self: a merge
 * @i: index of an entry
 *
 * Returns: (transfer none): the entry, valid until the merge is applied
 */
const AtlMergeEntry *
atl_merge_get_entry (AtlMerge *self, guint i)
{
  g_return_val_if_fail (ATL_IS_MERGE (self) && i < self->entries->len, NULL);
  return &g_array_index (self->entries, AtlMergeEntry, i);
}

/**
 * atl_merge_dup_item:
 * @self: a merge
 * @i: index of an entry
 *
 * Makes the item of an entry as it will be, to be shown: with all versions that stay, in no list, its own
 * lists empty.
 *
 * Returns: (transfer full): the item
 */
AtlItem *
atl_merge_dup_item (AtlMerge *self, guint i)
{
  const AtlMergeEntry *entry = atl_merge_get_entry (self, i);
  const char          *id = NULL;
  AtlMergeRecord      *record = NULL;

  g_return_val_if_fail (entry != NULL, NULL);

  id = atl_item_get_id (entry->item);
  record = atl_merge_state_find (self->state, G_OBJECT_TYPE (entry->item), id);
  return record != NULL ? atl_merge_result_make_item (record, id) : g_object_ref (entry->item);
}

/**
 * atl_merge_count:
 * @self: a merge
 * @kind: a kind of entries
 *
 * Returns: how many entries of @kind there are
 */
guint
atl_merge_count (AtlMerge *self, AtlMergeKind kind)
{
  g_return_val_if_fail (ATL_IS_MERGE (self) && kind < ATL_MERGE_N_KINDS, 0);
  return self->counts[kind];
}

/**
 * atl_merge_is_empty:
 * @self: a merge
 *
 * Returns: whether the user will see no difference
 */
gboolean
atl_merge_is_empty (AtlMerge *self)
{
  return atl_merge_get_n_entries (self) == 0;
}

/**
 * atl_merge_apply:
 * @self: a merge, not applied yet
 *
 * Makes our session the join of both, by its ordinary setters and lists: a group of the history around it
 * makes it one undo. If our session was edited since the merge was planned, the plan is made anew first.
 */
void
atl_merge_apply (AtlMerge *self)
{
  g_return_if_fail (ATL_IS_MERGE (self));

  refresh (self);
  if (self->stamper != NULL)
    atl_stamper_pause (self->stamper);
  atl_merge_state_apply (self->state);
  if (self->stamper != NULL)
    atl_stamper_resume (self->stamper);
}
