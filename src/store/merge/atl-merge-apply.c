/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/merge/atl-merge-apply.h"

#include "model/atl-ballot.h"
#include "model/atl-board.h"
#include "model/atl-round.h"
#include "store/stamp/atl-carried.h"
#include "store/stamp/atl-merge-book.h"
#include "store/stamp/atl-merge-log.h"
#include "store/merge/atl-merge-result.h"
#include "store/stamp/atl-merge-value.h"
#include "util/atl-uuid.h"

/* One application of a merge. */
typedef struct
{
  AtlMergeState *state;
  AtlSession    *ours;
  AtlMergeBook  *book;
  AtlMergeLog   *log;
  GHashTable    *leaving; /* AtlList to GPtrArray of AtlItem */
  GHashTable    *coming;
  GPtrArray     *moved; /* records of items that go into another container */
} Application;

static void
enlist (GHashTable *lists, AtlList *list, AtlItem *item)
{
  GPtrArray *items = g_hash_table_lookup (lists, list);

  if (items == NULL)
    {
      items = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (lists, g_object_ref (list), items);
    }
  g_ptr_array_add (items, g_object_ref (item));
}

static gboolean
moves (const AtlMergeRecord *record)
{
  g_autofree char *container = NULL;

  if (!atl_merge_groups_get (record->key.type)->contained ||
      record->sources[ATL_MERGE_ORDER] == ATL_MERGE_OURS)
    return FALSE;
  container = atl_merge_record_dup_member (record, ATL_MERGE_ORDER, "container");
  return !g_str_equal (container, atl_merge_value_get_container (record->items[ATL_MERGE_OURS]));
}

/* Versions of groups that this version does not know, and nothing else. */
static void
change_foreign (AtlMergeRecord *record, AtlItem *item)
{
  g_autoptr (GVariant) alternatives = atl_merge_result_dup_alternatives (record);

  if (alternatives != NULL)
    atl_item_set_alternatives (item, alternatives);
}

/* What is set while the item is in the session is announced, so this comes before anything is taken out. */
static void
change_item (Application *self, AtlMergeRecord *record)
{
  AtlItem *item = record->items[ATL_MERGE_OURS];
  guint    shown, conflicts;
  guint    changed = atl_merge_result_find_changes (record, &shown, &conflicts);

  if (changed == 0)
    {
      change_foreign (record, item);
      return;
    }
  if (moves (record))
    g_ptr_array_add (self->moved, record);
  atl_merge_log_add_item (self->log, item, changed);
  atl_merge_result_put (record, item, changed);
}

static void
bury (Application *self, AtlMergeRecord *record)
{
  AtlItem            *before = atl_merge_book_find (self->book, &record->key);
  g_autoptr (AtlItem) after = record->gone ? NULL : atl_merge_result_make_tombstone (record);

  atl_merge_log_add_grave (self->log, before, after);
  if (after != NULL)
    atl_merge_book_bury (self->book, after);
}

static gboolean
is_all_ours (const AtlMergeRecord *record)
{
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if (record->sources[i] != ATL_MERGE_OURS)
      return FALSE;
  return TRUE;
}

static void
forget (Application *self, AtlMergeRecord *record)
{
  AtlItem *tombstone = atl_merge_book_find (self->book, &record->key);

  if (tombstone == NULL || record->key.twin != NULL)
    return;
  atl_merge_log_add_grave (self->log, tombstone, NULL);
  atl_merge_book_forget (self->book, &record->key);
}

static void
first_pass (Application *self, AtlMergeRecord *record)
{
  gboolean live = atl_merge_record_is_live (record, ATL_MERGE_OURS);

  if (record->items[ATL_MERGE_OURS] == NULL && record->items[ATL_MERGE_THEIRS] == NULL)
    return;
  if (record->alive)
    forget (self, record);
  if (live && record->alive)
    change_item (self, record);
  else if (live)
    enlist (self->leaving, atl_item_get_list (record->items[ATL_MERGE_OURS]), record->items[ATL_MERGE_OURS]);
  if (!record->alive && record->key.twin == NULL && (live || !is_all_ours (record)))
    bury (self, record);
}

static AtlList *
find_list (AtlItem *owner, GType type)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (owner);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST && klass->fields[i].value_type () == type)
      return atl_item_get_child_list (owner, i);
  return NULL;
}

/* The list of our session that the item of @record belongs into; containers are there already. */
static AtlList *
find_home (Application *self, const AtlMergeRecord *record)
{
  AtlItem         *owner = ATL_ITEM (self->ours);
  g_autofree char *id = NULL;

  if (atl_merge_groups_get (record->key.type)->contained)
    {
      gboolean ballot = record->key.type == ATL_TYPE_BALLOT;
      AtlList *list = ballot ? atl_session_get_rounds (self->ours) : atl_session_get_boards (self->ours);

      id = atl_merge_record_dup_member (record, ATL_MERGE_ORDER, "container");
      owner = atl_list_find (list, *id != '\0' ? id : ATL_MERGE_LOST);
    }
  return owner != NULL ? find_list (owner, record->key.type) : NULL;
}

/* Edited files may bring a second item of the same id into a list. It gets an id of its own, the same on
 * every side. */
static char *
dup_free_id (AtlList *list, const char *id)
{
  char *name = g_strdup (id);

  while (atl_list_find (list, name) != NULL)
    {
      char *next = atl_uuid_v5 (name, "twin");

      g_free (name);
      name = next;
    }
  return name;
}

static void
add_new (Application *self, AtlMergeRecord *record)
{
  AtlList            *list = find_home (self, record);
  g_autofree char    *id = list != NULL ? dup_free_id (list, record->key.id) : NULL;
  g_autoptr (AtlItem) item = NULL;

  if (list == NULL)
    return;
  item = atl_merge_result_make_item (record, id);
  enlist (self->coming, list, item);
}

static void
take_out (GHashTable *lists)
{
  GHashTableIter iter;
  gpointer       list, items;

  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &list, &items))
    atl_list_remove_many (list, items);
  g_hash_table_remove_all (lists);
}

static void
put_in (GHashTable *lists)
{
  GHashTableIter iter;
  gpointer       list, items;

  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &list, &items))
    atl_list_insert_many (list, items);
  g_hash_table_remove_all (lists);
}

static void
add_all (Application *self, gboolean contained)
{
  GPtrArray *order = self->state->order;

  for (guint i = 0; i < order->len; i++)
    {
      AtlMergeRecord *record = order->pdata[i];

      if (record->alive && !atl_merge_record_is_live (record, ATL_MERGE_OURS) &&
          atl_merge_groups_get (record->key.type)->contained == contained)
        add_new (self, record);
    }
  put_in (self->coming);
}

static void
move_all (Application *self)
{
  for (guint i = 0; i < self->moved->len; i++)
    {
      AtlMergeRecord *record = self->moved->pdata[i];

      enlist (self->leaving, atl_item_get_list (record->items[ATL_MERGE_OURS]),
              record->items[ATL_MERGE_OURS]);
    }
  take_out (self->leaving);
  for (guint i = 0; i < self->moved->len; i++)
    {
      AtlMergeRecord *record = self->moved->pdata[i];
      AtlItem        *item = record->items[ATL_MERGE_OURS];
      AtlList        *home = find_home (self, record);

      if (home != NULL && atl_list_find (home, atl_item_get_id (item)) == NULL)
        atl_list_insert (home, item);
      else if (home != NULL)
        add_new (self, record);
    }
  put_in (self->coming);
}

/* Containers go last, when what stays has left them. */
static void
split_leaving (Application *self, GHashTable *containers)
{
  GHashTableIter iter;
  gpointer       list, items;

  g_hash_table_iter_init (&iter, self->leaving);
  while (g_hash_table_iter_next (&iter, &list, &items))
    if (ATL_IS_SESSION (atl_list_get_owner (list)))
      {
        g_hash_table_insert (containers, g_object_ref (list), g_ptr_array_ref (items));
        g_hash_table_iter_remove (&iter);
      }
}

static void
set_vector (Application *self)
{
  AtlMergeState             *state = self->state;
  g_autoptr (AtlStampVector) vector = atl_stamp_vector_new (atl_session_get_vector (self->ours));
  g_auto (GStrv)             texts = NULL;
  gboolean                   stamps = !atl_stamp_is_base (atl_merge_book_get_own (self->book));

  if (stamps && atl_stamp_vector_includes (state->seen[ATL_MERGE_OURS], state->seen[ATL_MERGE_THEIRS]))
    return;
  atl_stamp_vector_join (vector, state->seen[ATL_MERGE_THEIRS]);
  texts = atl_stamp_vector_dup_texts (vector);
  atl_session_set_vector (self->ours, (const char *const *) texts);
}

static void
merge_strays (Application *self)
{
  AtlMergeBook *theirs = atl_merge_book_get (self->state->sessions[ATL_MERGE_THEIRS]);
  JsonArray    *strays = theirs != NULL ? atl_merge_book_get_strays (theirs) : NULL;

  for (guint i = 0; strays != NULL && i < json_array_get_length (strays); i++)
    atl_merge_book_add_stray (self->book, json_array_get_element (strays, i));
}

/* The log serves undoing, which only what the vector tells can find. What is undone now can not be redone
 * any more. */
static void
keep_log (Application *self)
{
  AtlMergeState *state = self->state;
  GPtrArray     *logs = atl_merge_book_get_logs (self->book);

  for (guint i = logs->len; i > 0; i--)
    if (atl_merge_log_is_undone (logs->pdata[i - 1]))
      g_ptr_array_remove_index (logs, i - 1);

  atl_merge_log_end (self->log);
  if (atl_stamp_vector_includes (state->seen[ATL_MERGE_OURS], state->seen[ATL_MERGE_THEIRS]))
    atl_merge_log_free (self->log);
  else
    g_ptr_array_add (logs, self->log);
}

static void
apply_all (Application *self)
{
  GHashTable *containers = g_hash_table_new_full (NULL, NULL, g_object_unref,
                                                  (GDestroyNotify) g_ptr_array_unref);
  GPtrArray  *order = self->state->order;

  for (guint i = 0; i < order->len; i++)
    first_pass (self, order->pdata[i]);
  split_leaving (self, containers);
  add_all (self, FALSE);
  move_all (self);
  take_out (containers);
  add_all (self, TRUE);
  g_hash_table_unref (containers);
  merge_strays (self);
  if (g_strcmp0 (atl_session_get_group (self->ours),
                 atl_session_get_group (self->state->sessions[ATL_MERGE_THEIRS])) != 0)
    atl_session_set_group (self->ours, "");
  set_vector (self);
}

/**
 * atl_merge_state_apply:
 * @self: a decided state
 *
 * Makes our session what the decisions say, by its setters and lists. The stamper, if there is one, must be
 * paused.
 */
void
atl_merge_state_apply (AtlMergeState *self)
{
  Application application = { .state = self, .ours = self->sessions[ATL_MERGE_OURS] };

  application.book = atl_merge_book_ensure (application.ours);
  application.log = atl_merge_log_new (self->seen[ATL_MERGE_THEIRS]);
  application.leaving = g_hash_table_new_full (NULL, NULL, g_object_unref,
                                               (GDestroyNotify) g_ptr_array_unref);
  application.coming = g_hash_table_new_full (NULL, NULL, g_object_unref, (GDestroyNotify) g_ptr_array_unref);
  application.moved = g_ptr_array_new ();
  apply_all (&application);
  keep_log (&application);
  g_ptr_array_unref (application.moved);
  g_hash_table_unref (application.coming);
  g_hash_table_unref (application.leaving);
}
