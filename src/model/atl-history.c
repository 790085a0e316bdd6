/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-history.h"

#include "model/atl-session.h"

#define READ_ONLY (G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)
#define DEFAULT_PAUSE 1.0
#define DEFAULT_LIMIT (64u * 1024 * 1024)

/* What one undo takes back. */
typedef struct
{
  GRefString *label;
  GPtrArray  *changes;
  gsize       size;
  guint64     serial; /* names the state of the document after this group */
} Group;

/* Groups, the newest last, and how large they are together. */
typedef struct
{
  GPtrArray *groups; /* of Group */
  gsize      size;
} Pile;

/* What the properties say, to notify only what differs. */
typedef struct
{
  gboolean    can_undo, can_redo, saved, truncated;
  GRefString *undo_label, *redo_label; /* nullable */
} Shown;

/**
 * AtlHistory:
 *
 * Undo and redo for a session, linear: it listens to the session's changes and collects them in groups.
 */
struct _AtlHistory
{
  GObject parent_instance;

  AtlSession *session;
  Pile        undo;
  Pile        redo;
  Group      *open;
  guint       depth;
  AtlItem    *typing; /* whose typing the newest group holds, until a pause; only compared */
  gint64      typed_at;
  gboolean    applying;
  gboolean    went_back; /* what was applied last was an undo */

  gint64  pause;
  gsize   limit;
  guint64 next_serial, base_serial, saved_serial;
  Shown   shown;
};

G_DEFINE_FINAL_TYPE (AtlHistory, atl_history, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_SAVED,
  PROP_TRUNCATED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  APPLIED,
  ENDING,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static Group *
group_new (const char *label)
{
  Group *group = g_new0 (Group, 1);

  group->label = g_ref_string_new (label);
  group->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_change_unref);
  return group;
}

static void
group_free (gpointer data)
{
  Group *group = data;

  g_ref_string_release (group->label);
  g_ptr_array_unref (group->changes);
  g_free (group);
}

static void
group_add (Group     *group,
           AtlChange *change)
{
  AtlChange *last = group->changes->len > 0 ? g_ptr_array_index (group->changes,
                                                                 group->changes->len - 1)
                                            : NULL;

  if (last != NULL)
    group->size -= atl_change_get_size (last);
  if (last == NULL || !atl_change_absorb (last, change))
    {
      if (last != NULL)
        group->size += atl_change_get_size (last);
      last = atl_change_ref (change);
      g_ptr_array_add (group->changes, last);
    }
  group->size += atl_change_get_size (last);
}

static Group *
top (const Pile *pile)
{
  return pile->groups->len > 0 ? g_ptr_array_index (pile->groups, pile->groups->len - 1) : NULL;
}

static void
push (Pile  *pile,
      Group *group)
{
  g_ptr_array_add (pile->groups, group);
  pile->size += group->size;
}

static Group *
pop (Pile *pile)
{
  Group *group = g_ptr_array_steal_index (pile->groups, pile->groups->len - 1);

  pile->size -= group->size;
  return group;
}

static void
empty (Pile *pile)
{
  g_ptr_array_set_size (pile->groups, 0);
  pile->size = 0;
}

static guint64
current_serial (AtlHistory *self)
{
  Group *newest = top (&self->undo);

  return newest != NULL ? newest->serial : self->base_serial;
}

static Shown
look (AtlHistory *self)
{
  Group *undo = top (&self->undo);
  Group *redo = top (&self->redo);

  return (Shown){
    .can_undo = undo != NULL,
    .can_redo = redo != NULL,
    .saved = current_serial (self) == self->saved_serial,
    .truncated = self->shown.truncated,
    .undo_label = undo != NULL ? g_ref_string_acquire (undo->label) : NULL,
    .redo_label = redo != NULL ? g_ref_string_acquire (redo->label) : NULL,
  };
}

static void
shown_clear (Shown *shown)
{
  g_clear_pointer (&shown->undo_label, g_ref_string_release);
  g_clear_pointer (&shown->redo_label, g_ref_string_release);
}

static void
notify_if (AtlHistory *self,
           gboolean    differs,
           guint       property)
{
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_shown (AtlHistory *self,
              gboolean    truncated)
{
  Shown before = self->shown;

  self->shown = look (self);
  self->shown.truncated = truncated;
  notify_if (self, before.can_undo != self->shown.can_undo, PROP_CAN_UNDO);
  notify_if (self, before.can_redo != self->shown.can_redo, PROP_CAN_REDO);
  notify_if (self, g_strcmp0 (before.undo_label, self->shown.undo_label) != 0, PROP_UNDO_LABEL);
  notify_if (self, g_strcmp0 (before.redo_label, self->shown.redo_label) != 0, PROP_REDO_LABEL);
  notify_if (self, before.saved != self->shown.saved, PROP_SAVED);
  notify_if (self, before.truncated != self->shown.truncated, PROP_TRUNCATED);
  shown_clear (&before);
}

/* Drops the oldest groups, never the newest, while all of them together are too large. Returns whether any
 * went. */
static gboolean
drop_oldest (AtlHistory *self)
{
  GPtrArray *groups = self->undo.groups;
  guint      drop = 0;

  for (; self->undo.size > self->limit && drop + 1 < groups->len; drop++)
    {
      Group *group = g_ptr_array_index (groups, drop);

      self->undo.size -= group->size;
      self->base_serial = group->serial;
    }
  if (drop > 0)
    g_ptr_array_remove_range (groups, 0, drop);
  return drop > 0;
}

static void
close_group (AtlHistory *self)
{
  Group   *group = g_steal_pointer (&self->open);
  gboolean truncated = self->shown.truncated;

  if (group->changes->len == 0)
    {
      group_free (group);
      self->typing = NULL;
      return;
    }
  group->serial = self->next_serial++;
  push (&self->undo, group);
  empty (&self->redo);
  truncated = drop_oldest (self) || truncated;
  update_shown (self, truncated);
}

/* A change that is no step still makes the document differ from its file. */
static void
record_outside (AtlHistory *self)
{
  guint64 serial = self->next_serial++;

  if (top (&self->undo) != NULL)
    top (&self->undo)->serial = serial;
  else
    self->base_serial = serial;
  self->saved_serial = G_MAXUINT64;
  update_shown (self, self->shown.truncated);
}

static void
session_changed_cb (AtlHistory *self,
                    AtlChange  *change)
{
  const AtlField *field = atl_change_peek_field (change);

  if (self->applying)
    return;
  if (field != NULL && field->not_undoable)
    {
      record_outside (self);
      return;
    }
  if (self->open != NULL)
    {
      group_add (self->open, change);
      return;
    }
  atl_history_begin (self, "");
  group_add (self->open, change);
  atl_history_end (self);
}

static void
atl_history_get_property (GObject    *object,
                          guint       prop_id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  AtlHistory *self = ATL_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->shown.can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->shown.can_redo);
      break;
    case PROP_UNDO_LABEL:
      g_value_set_string (value, self->shown.undo_label);
      break;
    case PROP_REDO_LABEL:
      g_value_set_string (value, self->shown.redo_label);
      break;
    case PROP_SAVED:
      g_value_set_boolean (value, self->shown.saved);
      break;
    case PROP_TRUNCATED:
      g_value_set_boolean (value, self->shown.truncated);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atl_history_dispose (GObject *object)
{
  AtlHistory *self = ATL_HISTORY (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  g_clear_pointer (&self->open, group_free);
  empty (&self->undo);
  empty (&self->redo);
  G_OBJECT_CLASS (atl_history_parent_class)->dispose (object);
}

static void
atl_history_finalize (GObject *object)
{
  AtlHistory *self = ATL_HISTORY (object);

  g_ptr_array_unref (self->undo.groups);
  g_ptr_array_unref (self->redo.groups);
  shown_clear (&self->shown);
  G_OBJECT_CLASS (atl_history_parent_class)->finalize (object);
}

static void
install_boolean (guint       property,
                 const char *name,
                 gboolean    fallback)
{
  properties[property] = g_param_spec_boolean (name, NULL, NULL, fallback,
                                               READ_ONLY);
}

static void
install_string (guint       property,
                const char *name)
{
  properties[property] = g_param_spec_string (name, NULL, NULL, NULL,
                                              READ_ONLY);
}

static void
atl_history_class_init (AtlHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = atl_history_get_property;
  object_class->dispose = atl_history_dispose;
  object_class->finalize = atl_history_finalize;

  install_boolean (PROP_CAN_UNDO, "can-undo", FALSE);
  install_boolean (PROP_CAN_REDO, "can-redo", FALSE);
  install_string (PROP_UNDO_LABEL, "undo-label");
  install_string (PROP_REDO_LABEL, "redo-label");
  install_boolean (PROP_SAVED, "saved", TRUE);
  install_boolean (PROP_TRUNCATED, "truncated", FALSE);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlHistory::applied:
   * @items: (element-type AtlItem): the items that an undo or a redo has touched, in the order of the changes
   */
  signals[APPLIED] = g_signal_new ("applied", ATL_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
  /**
   * AtlHistory::ending:
   * @changes: (element-type AtlChange): those of the group that is about to close
   *
   * What a handler changes becomes part of the group, and of @changes, so that one undo takes back both.
   */
  signals[ENDING] = g_signal_new ("ending", ATL_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY | G_SIGNAL_TYPE_STATIC_SCOPE);
}

static void
atl_history_init (AtlHistory *self)
{
  self->undo.groups = g_ptr_array_new_with_free_func (group_free);
  self->redo.groups = g_ptr_array_new_with_free_func (group_free);
  self->next_serial = 1;
  self->pause = (gint64) (DEFAULT_PAUSE * G_USEC_PER_SEC);
  self->limit = DEFAULT_LIMIT;
  self->shown.saved = TRUE;
}

/**
 * atl_history_new:
 * @session: the session to listen to
 *
 * Returns: (transfer full): an empty history; the session as it is now counts as saved
 */
AtlHistory *
atl_history_new (AtlSession *session)
{
  AtlHistory *self = g_object_new (ATL_TYPE_HISTORY, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_swapped (session, "changed", G_CALLBACK (session_changed_cb), self);
  return self;
}

/**
 * atl_history_begin:
 * @self: a history
 * @label: what the user did, in the imperative and translated: "Move 3 Notes"
 *
 * Opens a group: all changes until the matching atl_history_end() are undone as one. Groups nest; the
 * outermost label
 * counts.
 */
void
atl_history_begin (AtlHistory *self,
                   const char *label)
{
  g_return_if_fail (ATL_IS_HISTORY (self));

  if (self->depth++ > 0)
    return;
  self->typing = NULL;
  self->open = group_new (label);
}

/**
 * atl_history_begin_typing:
 * @self: a history
 * @label: what the user does, translated
 * @item: whose text is typed
 *
 * Like atl_history_begin(), but goes on with the newest group if that is typing in the same item, with no
 * pause of a
 * second since.
 */
void
atl_history_begin_typing (AtlHistory *self,
                          const char *label,
                          AtlItem    *item)
{
  gint64   now = g_get_monotonic_time ();
  gboolean goes_on;

  g_return_if_fail (ATL_IS_HISTORY (self));

  goes_on = self->depth == 0 && self->typing == item && top (&self->redo) == NULL &&
            top (&self->undo) != NULL && now - self->typed_at < self->pause;
  if (goes_on)
    {
      self->depth++;
      self->open = pop (&self->undo);
    }
  else
    atl_history_begin (self, label);
  self->typing = self->depth == 1 ? item : NULL;
  self->typed_at = now;
}

/**
 * atl_history_end:
 * @self: a history
 *
 * Closes the group. A group without changes leaves no trace.
 */
void
atl_history_end (AtlHistory *self)
{
  g_return_if_fail (ATL_IS_HISTORY (self) && self->depth > 0);

  if (self->depth == 1 && self->open->changes->len > 0)
    g_signal_emit (self, signals[ENDING], 0, self->open->changes);
  if (--self->depth > 0)
    return;
  self->typed_at = g_get_monotonic_time ();
  close_group (self);
}

/**
 * atl_history_break:
 * @self: a history
 *
 * Ends the typing that is going on, so that the next key begins a group of its own.
 */
void
atl_history_break (AtlHistory *self)
{
  g_return_if_fail (ATL_IS_HISTORY (self));
  self->typing = NULL;
}

static gboolean
same_list_run (AtlChange *a,
               AtlChange *b)
{
  return atl_change_get_kind (a) != ATL_CHANGE_SET && atl_change_get_kind (a) == atl_change_get_kind (b) &&
         atl_change_get_list (a) == atl_change_get_list (b);
}

/* Applies the changes @first to @last, which insert into or remove from one list, as one operation on
   the list. */
static void
apply_run (GPtrArray *changes,
           guint      first,
           guint      last,
           gboolean   backwards)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  AtlChange            *change = g_ptr_array_index (changes, first);
  gboolean              insert = (atl_change_get_kind (change) == ATL_CHANGE_INSERT) != backwards;

  for (guint i = first; i <= last; i++)
    g_ptr_array_add (items, atl_change_get_item (g_ptr_array_index (changes, i)));
  if (insert)
    atl_list_insert_many (atl_change_get_list (change), items);
  else
    atl_list_remove_many (atl_change_get_list (change), items);
}

static void
apply_one (AtlChange *change,
           gboolean   backwards)
{
  if (backwards)
    atl_change_revert (change);
  else
    atl_change_apply (change);
}

static void
apply_group (Group   *group,
             gboolean backwards)
{
  GPtrArray *changes = group->changes;
  guint      n = changes->len;

  for (guint done = 0, run; done < n; done += run)
    {
      guint at = backwards ? n - 1 - done : done;

      for (run = 1; done + run < n; run++)
        {
          guint next = backwards ? at - run : at + run;

          if (!same_list_run (g_ptr_array_index (changes, at), g_ptr_array_index (changes, next)))
            break;
        }
      if (run > 1)
        apply_run (changes, backwards ? at - run + 1 : at, backwards ? at : at + run - 1, backwards);
      else
        apply_one (g_ptr_array_index (changes, at), backwards);
    }
}

/**
 * atl_history_cancel:
 * @self: a history with one open group
 *
 * Takes the changes of the open group back and closes it without a trace: what could be redone still can.
 * Typing that went on with the newest group is taken back with all of that group.
 */
void
atl_history_cancel (AtlHistory *self)
{
  Group *group;

  g_return_if_fail (ATL_IS_HISTORY (self) && self->depth == 1);

  group = g_steal_pointer (&self->open);
  self->depth = 0;
  self->typing = NULL;
  self->applying = TRUE;
  apply_group (group, TRUE);
  self->applying = FALSE;
  group_free (group);
  update_shown (self, self->shown.truncated);
}

static gboolean
step (AtlHistory *self,
      Pile       *from,
      Pile       *to,
      gboolean    backwards)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  Group                *group;

  if (top (from) == NULL || self->depth > 0 || self->applying)
    return FALSE;
  self->typing = NULL;
  self->went_back = backwards;
  group = pop (from);
  self->applying = TRUE;
  apply_group (group, backwards);
  self->applying = FALSE;
  push (to, group);
  for (guint i = 0; i < group->changes->len; i++)
    g_ptr_array_add (items, g_object_ref (atl_change_get_item (g_ptr_array_index (group->changes, i))));
  update_shown (self, self->shown.truncated);
  g_signal_emit (self, signals[APPLIED], 0, items);
  return TRUE;
}

/**
 * atl_history_undo:
 * @self: a history
 *
 * Takes the newest group back.
 *
 * Returns: whether there was one
 */
gboolean
atl_history_undo (AtlHistory *self)
{
  g_return_val_if_fail (ATL_IS_HISTORY (self), FALSE);
  return step (self, &self->undo, &self->redo, TRUE);
}

/**
 * atl_history_redo:
 * @self: a history
 *
 * Makes the group that was undone last happen again.
 *
 * Returns: whether there was one
 */
gboolean
atl_history_redo (AtlHistory *self)
{
  g_return_val_if_fail (ATL_IS_HISTORY (self), FALSE);
  return step (self, &self->redo, &self->undo, FALSE);
}

/**
 * atl_history_get_went_back:
 * @self: a history
 *
 * Returns: whether AtlHistory::applied was last emitted by an undo, not by a redo
 */
gboolean
atl_history_get_went_back (AtlHistory *self)
{
  g_return_val_if_fail (ATL_IS_HISTORY (self), FALSE);
  return self->went_back;
}

/**
 * atl_history_get_is_open:
 * @self: a history
 *
 * Returns: whether a group is open, so that what the session holds now may still be cancelled
 */
gboolean
atl_history_get_is_open (AtlHistory *self)
{
  g_return_val_if_fail (ATL_IS_HISTORY (self), FALSE);
  return self->depth > 0;
}

/**
 * atl_history_get_can_undo:
 * @self: a history
 *
 * Returns: whether there is anything to undo
 */
gboolean
atl_history_get_can_undo (AtlHistory *self)
{
  return self->shown.can_undo;
}

/**
 * atl_history_get_can_redo:
 * @self: a history
 *
 * Returns: whether there is anything to redo
 */
gboolean
atl_history_get_can_redo (AtlHistory *self)
{
  return self->shown.can_redo;
}

/**
 * atl_history_get_undo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what the next undo takes back
 */
const char *
atl_history_get_undo_label (AtlHistory *self)
{
  return self->shown.undo_label;
}

/**
 * atl_history_get_redo_label:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what the next redo does again
 */
const char *
atl_history_get_redo_label (AtlHistory *self)
{
  return self->shown.redo_label;
}

/**
 * atl_history_get_saved:
 * @self: a history
 *
 * Returns: whether the session is as it was when atl_history_mark_saved() was last called
 */
gboolean
atl_history_get_saved (AtlHistory *self)
{
  return self->shown.saved;
}

/**
 * atl_history_get_truncated:
 * @self: a history
 *
 * Returns: whether the oldest groups had to go for lack of memory
 */
gboolean
atl_history_get_truncated (AtlHistory *self)
{
  return self->shown.truncated;
}

/**
 * atl_history_get_position:
 * @self: a history
 *
 * Returns: a number that names the present state of the session, for atl_history_mark_saved()
 */
guint64
atl_history_get_position (AtlHistory *self)
{
  return current_serial (self);
}

/**
 * atl_history_mark_saved:
 * @self: a history
 * @position: the position when the copy was taken that is now in the file
 *
 * Remembers which state the file holds. Typing that is going on ends, so that its next key leaves that state.
 */
void
atl_history_mark_saved (AtlHistory *self,
                        guint64     position)
{
  g_return_if_fail (ATL_IS_HISTORY (self));

  self->typing = NULL;
  self->saved_serial = position;
  update_shown (self, self->shown.truncated);
}

/**
 * atl_history_set_pause:
 * @self: a history
 * @seconds: how long a pause ends typing; 1 unless set
 */
void
atl_history_set_pause (AtlHistory *self,
                       double      seconds)
{
  self->pause = (gint64) (seconds * G_USEC_PER_SEC);
}

/**
 * atl_history_set_limit:
 * @self: a history
 * @bytes: how much memory all groups together may take; 64 MB unless set
 */
void
atl_history_set_limit (AtlHistory *self,
                       gsize       bytes)
{
  self->limit = bytes;
}
