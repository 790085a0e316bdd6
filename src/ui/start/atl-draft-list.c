/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-draft-list.h"

#include "store/recovery/atl-recovery-list.h"
#include "store/recovery/atl-recovery.h"

/**
 * AtlDraftList:
 *
 * The sessions that were left without a save and wait for their users, newest first. The folder is looked at
 * in a thread.
 */
struct _AtlDraftList
{
  GObject parent_instance;

  char      *root;
  GPtrArray *entries;
  gboolean   begun;
  gboolean   held;
  guint      n_busy;
  gboolean   again; /* something happened while the folder was looked at */
};

enum
{
  PROP_0,
  PROP_HELD,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void atl_draft_list_model_init (GListModelInterface *iface);

/* clang-format off */
G_DEFINE_FINAL_TYPE_WITH_CODE (AtlDraftList, atl_draft_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, atl_draft_list_model_init))
/* clang-format on */

typedef enum
{
  LOOK,
  DISCARD,
  UNDISCARD,
} Job;

typedef struct
{
  Job            job;
  AtlDraftEntry *entry; /* nullable */
  char          *root;
  gboolean       begun;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_clear_object (&work->entry);
  g_free (work->root);
  g_free (work);
}

/* Sessions that crashed are opened by themselves at the start; those that were not are listed after it. */
static gboolean
is_listed (const AtlRecoverable *found,
           gboolean              begun)
{
  switch (found->state)
    {
    case ATL_RECOVERABLE_DRAFT:
    case ATL_RECOVERABLE_DISCARDED:
    case ATL_RECOVERABLE_FOREIGN:
      return atl_recoverable_look (found) != ATL_OFFER_NONE;
    case ATL_RECOVERABLE_CRASHED:
      return begun && atl_recoverable_look (found) != ATL_OFFER_NONE;
    case ATL_RECOVERABLE_ALIVE:
    default:
      return FALSE;
    }
}

static int
compare_times (gconstpointer a,
               gconstpointer b)
{
  const AtlRecoverable *first = atl_draft_entry_get_found (*(AtlDraftEntry *const *) a);
  const AtlRecoverable *second = atl_draft_entry_get_found (*(AtlDraftEntry *const *) b);

  return (second->time > first->time) - (second->time < first->time);
}

static GPtrArray *
look (const char *root,
      gboolean    begun)
{
  g_autoptr (GPtrArray) found = atl_recovery_find (root, g_get_real_time ());
  GPtrArray            *entries = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < found->len; i++)
    if (is_listed (g_ptr_array_index (found, i), begun))
      {
        AtlDraftEntry *entry = atl_draft_entry_new (g_ptr_array_index (found, i));

        atl_draft_entry_look_inside (entry);
        g_ptr_array_add (entries, entry);
      }
  g_ptr_array_sort (entries, compare_times);
  return entries;
}

static void
work_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Work              *work = data;
  g_autoptr (GError) error = NULL;

  if (work->job == DISCARD)
    atl_recovery_discard_found (atl_draft_entry_get_found (work->entry), g_get_real_time (), &error);
  else if (work->job == UNDISCARD)
    atl_recovery_undiscard_found (atl_draft_entry_get_found (work->entry), &error);
  if (error != NULL)
    g_info ("Draft not changed: %s", error->message);
  g_task_return_pointer (task, look (work->root, work->begun), (GDestroyNotify) g_ptr_array_unref);
}

static gboolean
is_same (GPtrArray *a,
         GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!atl_draft_entry_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i)))
      return FALSE;
  return TRUE;
}

static void
worked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  AtlDraftList         *self = ATL_DRAFT_LIST (source);
  g_autoptr (GPtrArray) entries = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GPtrArray) before = NULL;

  if (--self->n_busy > 0)
    return;
  if (self->again)
    {
      self->again = FALSE;
      atl_draft_list_refresh (self);
    }
  else if (!is_same (entries, self->entries))
    {
      before = g_steal_pointer (&self->entries);
      self->entries = g_steal_pointer (&entries);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, before->len, self->entries->len);
    }
}

static void
start (AtlDraftList  *self,
       Job            job,
       AtlDraftEntry *entry)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, worked_cb, NULL);
  Work             *work = g_new0 (Work, 1);

  work->job = job;
  work->entry = entry != NULL ? g_object_ref (entry) : NULL;
  work->root = g_strdup (self->root);
  work->begun = self->begun;
  self->again = self->n_busy > 0;
  self->n_busy++;
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, work_in_thread);
}

static GType
atl_draft_list_get_item_type (GListModel *model)
{
  return ATL_TYPE_DRAFT_ENTRY;
}

static guint
atl_draft_list_get_n_items (GListModel *model)
{
  return ATL_DRAFT_LIST (model)->entries->len;
}

static gpointer
atl_draft_list_get_item (GListModel *model,
                         guint       position)
{
  GPtrArray *entries = ATL_DRAFT_LIST (model)->entries;

  return position < entries->len ? g_object_ref (g_ptr_array_index (entries, position)) : NULL;
}

static void
atl_draft_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = atl_draft_list_get_item_type;
  iface->get_n_items = atl_draft_list_get_n_items;
  iface->get_item = atl_draft_list_get_item;
}

static void
atl_draft_list_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  if (prop_id == PROP_HELD)
    g_value_set_boolean (value, ATL_DRAFT_LIST (object)->held);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
atl_draft_list_finalize (GObject *object)
{
  AtlDraftList *self = ATL_DRAFT_LIST (object);

  g_free (self->root);
  g_ptr_array_unref (self->entries);
  G_OBJECT_CLASS (atl_draft_list_parent_class)->finalize (object);
}

static void
atl_draft_list_class_init (AtlDraftListClass *klass)
{
  G_OBJECT_CLASS (klass)->get_property = atl_draft_list_get_property;
  G_OBJECT_CLASS (klass)->finalize = atl_draft_list_finalize;

  properties[PROP_HELD] =
    g_param_spec_boolean ("held", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (klass), N_PROPS, properties);
}

static void
atl_draft_list_init (AtlDraftList *self)
{
  self->entries = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * atl_draft_list_new:
 * @root: (type filename): the folder of recovery snapshots
 *
 * Returns: (transfer full): an empty list; atl_draft_list_refresh() fills it
 */
AtlDraftList *
atl_draft_list_new (const char *root)
{
  AtlDraftList *self;

  g_return_val_if_fail (root != NULL, NULL);

  self = g_object_new (ATL_TYPE_DRAFT_LIST, NULL);
  self->root = g_strdup (root);
  return self;
}

/**
 * atl_draft_list_get_default:
 *
 * Returns: (transfer none): the list of this user, shared by all windows
 */
AtlDraftList *
atl_draft_list_get_default (void)
{
  static AtlDraftList *shared;
  g_autofree char     *root = NULL;

  if (shared == NULL)
    {
      root = atl_recovery_dup_user_root ();
      shared = atl_draft_list_new (root);
    }
  return shared;
}

/**
 * atl_draft_list_refresh:
 * @self: a list
 *
 * Looks at the folder again.
 */
void
atl_draft_list_refresh (AtlDraftList *self)
{
  g_return_if_fail (ATL_IS_DRAFT_LIST (self));
  start (self, LOOK, NULL);
}

/**
 * atl_draft_list_get_busy:
 * @self: a list
 *
 * Returns: whether the folder is being looked at
 */
gboolean
atl_draft_list_get_busy (AtlDraftList *self)
{
  g_return_val_if_fail (ATL_IS_DRAFT_LIST (self), FALSE);
  return self->n_busy > 0;
}

/**
 * atl_draft_list_get_held:
 * @self: a list
 *
 * Returns: whether nothing was opened by itself, because that has failed before
 */
gboolean
atl_draft_list_get_held (AtlDraftList *self)
{
  g_return_val_if_fail (ATL_IS_DRAFT_LIST (self), FALSE);
  return self->held;
}

/**
 * atl_draft_list_begin:
 * @self: a list
 * @held: whether nothing was opened by itself, because that has failed before
 *
 * The start is over: sessions that crashed and were not opened are listed from now on.
 */
void
atl_draft_list_begin (AtlDraftList *self,
                      gboolean      held)
{
  g_return_if_fail (ATL_IS_DRAFT_LIST (self));

  self->begun = TRUE;
  if (self->held != held)
    {
      self->held = held;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HELD]);
    }
  atl_draft_list_refresh (self);
}

/**
 * atl_draft_list_discard:
 * @self: a list
 * @entry: one of its entries
 *
 * Throws a draft away: it stays for seven days.
 */
void
atl_draft_list_discard (AtlDraftList  *self,
                        AtlDraftEntry *entry)
{
  g_return_if_fail (ATL_IS_DRAFT_LIST (self) && ATL_IS_DRAFT_ENTRY (entry));
  start (self, DISCARD, entry);
}

/**
 * atl_draft_list_undiscard:
 * @self: a list
 * @entry: an entry that was discarded
 *
 * Takes a draft back.
 */
void
atl_draft_list_undiscard (AtlDraftList  *self,
                          AtlDraftEntry *entry)
{
  g_return_if_fail (ATL_IS_DRAFT_LIST (self) && ATL_IS_DRAFT_ENTRY (entry));
  start (self, UNDISCARD, entry);
}
