/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-window-private.h"

#include "config.h"
#include "file/atl-file-error.h"
#include "store/atl-document-keep.h"
#include "store/atl-document-merge.h"
#include "store/recovery/atl-recovery-list.h"
#include "store/recovery/atl-recovery.h"
#include "ui/common/atl-toast.h"
#include "ui/session/atl-saver.h"
#include "ui/session/atl-session-page.h"
#include "ui/start/atl-draft-list.h"

#include <glib/gi18n-lib.h>

#define MOST_BUTTONS 3

static AtlNotices *
get_notices (AtlWindow *self)
{
  return atl_session_page_get_notices (ATL_SESSION_PAGE (self->session));
}

static AtlHistory *
get_history (AtlWindow *self)
{
  return atl_document_get_history (atl_window_get_document (self));
}

/* Whether the recovered session is a document of its own, not an edit of the one in the file. */
static gboolean
is_on_its_own (AtlRecovered *recovered)
{
  return !recovered->has_file || recovered->found->state == ATL_RECOVERABLE_FOREIGN;
}

static gboolean
is_conflict (AtlRecovered *recovered)
{
  return !is_on_its_own (recovered) && recovered->offer == ATL_OFFER_CONFLICT;
}

static void
set_enabled (AtlWindow  *self,
             const char *name,
             gboolean    enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name)), enabled);
}

static void
update_actions (AtlWindow *self)
{
  gboolean open = self->recovered != NULL;
  gboolean alone = open && is_on_its_own (self->recovered);
  gboolean conflict = open && is_conflict (self->recovered);

  set_enabled (self, "recovered-keep", open && !conflict);
  set_enabled (self, "recovered-discard", alone);
  set_enabled (self, "recovered-use-file", open && !alone);
  set_enabled (self, "recovered-merge", conflict);
  set_enabled (self, "recovered-apply", conflict);
}

static guint
choose_buttons (AtlWindow       *self,
                AtlNoticeButton *buttons)
{
  static const AtlNoticeButton alone[] = { { N_ ("_Keep"), "win.recovered-keep" },
                                           { N_ ("_Discard"), "win.recovered-discard" } };
  static const AtlNoticeButton applied[] = { { N_ ("_Keep"), "win.recovered-keep" },
                                             { N_ ("_Use the File Instead"), "win.recovered-use-file" } };
  static const AtlNoticeButton conflict[] = { { N_ ("_Merge"), "win.recovered-merge" },
                                              { N_ ("Use _Recovered"), "win.recovered-apply" },
                                              { N_ ("Use the _File"), "win.recovered-use-file" } };
  const AtlNoticeButton       *source = is_on_its_own (self->recovered) ? alone
                                        : is_conflict (self->recovered) ? conflict
                                                                        : applied;
  guint                        n = source == conflict ? G_N_ELEMENTS (conflict) : G_N_ELEMENTS (applied);

  for (guint i = 0; i < n; i++)
    buttons[i] = (AtlNoticeButton){ _ (source[i].label), source[i].action };
  return n;
}

static void
show_notice (AtlWindow *self)
{
  AtlNoticeButton  buttons[MOST_BUTTONS];
  guint            n = choose_buttons (self, buttons);
  g_autofree char *text = atl_recovered_dup_text (self->recovered, g_get_real_time ());

  atl_notices_set (get_notices (self), ATL_TOPIC_RECOVERED,
                   is_conflict (self->recovered) ? ATL_NOTICE_WARNING : ATL_NOTICE_INFO, text, buttons, n);
  update_actions (self);
}

/* The words are somewhere else now: what they were read from goes the way of all drafts, after seven days. */
static void
let_go (AtlRecovered *recovered)
{
  g_autoptr (AtlDraftEntry) entry = NULL;

  if (recovered->found->state == ATL_RECOVERABLE_FOREIGN)
    return;
  entry = atl_draft_entry_new (recovered->found);
  atl_draft_list_discard (atl_draft_list_get_default (), entry);
}

/* Folders of ours say nothing to the user. */
static const char *
explain (const GError *error)
{
  if (error->domain == ATL_FILE_ERROR)
    return _ ("The safety copy of this session cannot be used: it cannot be read, or the disk is full.");
  return error->message;
}

/* The words are in the session, and in a snapshot of it. */
static void
note_applied (AtlWindow *self)
{
  let_go (self->recovered);
  g_clear_pointer (&self->applied, atl_recovered_unref);
  if (self->recovered->session != NULL)
    self->applied = atl_recovered_ref (self->recovered);
}

static void
put_back_draft (AtlWindow    *self,
                AtlRecovered *recovered)
{
  if (recovered->found->draft != NULL)
    atl_session_page_put_draft (ATL_SESSION_PAGE (self->session), recovered->found->draft);
}

/* The title, the boards and the notes come back as one step that can be undone. */
static void
apply (AtlWindow *self)
{
  AtlDocument *document = atl_window_get_document (self);

  self->before = atl_history_get_position (get_history (self));
  if (self->recovered->session != NULL)
    atl_document_become (document, self->recovered->session, _ ("Recover"));
  put_back_draft (self, self->recovered);
  if (atl_document_snapshot_sync (document))
    note_applied (self);
}

static void
show_recovered (AtlWindow    *self,
                AtlRecovered *recovered)
{
  atl_window_forget_recovered (self);
  self->recovered = atl_recovered_ref (recovered);
  if (recovered->offer == ATL_OFFER_RESTORE)
    apply (self);
  else if (recovered->offer == ATL_OFFER_NONE)
    {
      put_back_draft (self, recovered);
      if (atl_document_snapshot_sync (atl_window_get_document (self)))
        let_go (recovered);
    }
  show_notice (self);
}

/* A session without a file, or whose file is gone: its opening goes on where it was interrupted. */
static void
open_on_its_own (AtlWindow    *self,
                 AtlRecovered *recovered)
{
  AtlRecoverable         *found = recovered->found;
  gboolean                foreign = found->state == ATL_RECOVERABLE_FOREIGN;
  g_autoptr (GError)      error = NULL;
  g_autoptr (AtlRecovery) recovery = atl_recovery_resume (found, &error);
  g_autoptr (AtlDocument) document = NULL;
  AtlWindow              *window = NULL;

  if (recovery == NULL)
    {
      atl_toast_show (self->toasts, explain (error));
      return;
    }
  window = atl_window_get_free (self);
  document = atl_document_new_recovered (recovered->session, foreign ? NULL : found->path,
                                         foreign ? NULL : found->base, recovery);
  atl_window_set_document (window, document);
  put_back_draft (window, recovered);
  if (found->state == ATL_RECOVERABLE_DRAFT || found->state == ATL_RECOVERABLE_DISCARDED)
    return;
  window->recovered = atl_recovered_ref (recovered);
  show_notice (window);
}

/**
 * atl_window_recover:
 * @self: a window
 * @recovered: what was left by an opening
 *
 * Brings back what was left, and says so: in the window that has the file open, in this one if it is free,
 * else in a new one.
 */
void
atl_window_recover (AtlWindow    *self,
                    AtlRecovered *recovered)
{
  AtlWindow *window = NULL;

  g_return_if_fail (ATL_IS_WINDOW (self));

  if (is_on_its_own (recovered))
    {
      if (recovered->session != NULL)
        open_on_its_own (self, recovered);
      return;
    }
  window = atl_window_find_path (self, recovered->found->path);
  if (window == NULL || atl_window_get_document (window) == NULL)
    atl_window_open_path (self, recovered->found->path);
  else if (window->recovered == NULL && !atl_document_get_read_only (atl_window_get_document (window)))
    show_recovered (window, recovered);
  if (window != NULL)
    gtk_window_present (GTK_WINDOW (window));
}

/**
 * atl_window_get_recovered:
 * @self: a window
 *
 * Returns: whether the window tells of a recovery, and the user has not answered yet
 */
gboolean
atl_window_get_recovered (AtlWindow *self)
{
  g_return_val_if_fail (ATL_IS_WINDOW (self), FALSE);
  return self->recovered != NULL;
}

/* For the files of the window: nothing is left to be answered. */
void
atl_window_forget_recovered (AtlWindow *self)
{
  g_clear_pointer (&self->recovered, atl_recovered_unref);
  if (self->session == NULL)
    return;
  atl_notices_clear (get_notices (self), ATL_TOPIC_RECOVERED);
  update_actions (self);
}

static gboolean
holds_all (AtlDocument *document,
           AtlSession  *other)
{
  AtlDifference difference = { 0 };

  atl_difference_compute (other, atl_document_get_session (document), &difference);
  return difference.removed == 0 && difference.changed == 0 && difference.others == 0;
}

/* For the files of the window: what was recovered waits nowhere else any more, if it is in the file. */
void
atl_window_settle_recovered (AtlWindow *self)
{
  g_autoptr (AtlRecovered) applied = g_steal_pointer (&self->applied);
  AtlDocument             *document = atl_window_get_document (self);
  g_autoptr (GError)       error = NULL;

  if (applied == NULL || atl_document_get_state (document) != ATL_DOCUMENT_SAVED ||
      !holds_all (document, applied->session))
    return;
  if (!atl_recovery_settle_found (applied->found, atl_document_get_digest (document), g_get_real_time (),
                                  &error))
    g_info ("Still among the discarded: %s", error->message);
  atl_draft_list_refresh (atl_draft_list_get_default ());
}

static void
state_changed_cb (AtlWindow *self)
{
  AtlDocument *document = atl_window_get_document (self);

  if (document == NULL || atl_document_get_state (document) != ATL_DOCUMENT_SAVED)
    return;
  /* What was recovered is in the file: nothing is left to be answered, and undo is the way back. */
  if (self->recovered != NULL &&
      (is_on_its_own (self->recovered) || self->recovered->offer == ATL_OFFER_RESTORE))
    atl_window_forget_recovered (self);
  if (self->recovered == NULL)
    atl_window_settle_recovered (self);
}

/* For the files of the window: once its new document is saved, there is less to be answered. */
void
atl_window_follow_state (AtlWindow *self)
{
  g_signal_connect_object (atl_window_get_document (self), "notify::state", G_CALLBACK (state_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
draft_read (GTask        *task,
            gpointer      source,
            gpointer      data,
            GCancellable *cancellable)
{
  GError       *error = NULL;
  AtlRecovered *recovered = atl_recovered_read (data, &error);

  if (recovered != NULL)
    g_task_return_pointer (task, recovered, (GDestroyNotify) atl_recovered_unref);
  else
    g_task_return_error (task, error);
}

static void
draft_read_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  AtlWindow               *self = ATL_WINDOW (source);
  g_autoptr (GError)       error = NULL;
  g_autoptr (AtlRecovered) recovered = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->catalogue == NULL)
    return;
  if (recovered != NULL)
    atl_window_recover (self, recovered);
  else
    atl_toast_show (self->toasts, explain (error));
}

/* For the files of the window: opens a session that the start page lists. */
void
atl_window_open_draft (AtlWindow            *self,
                       const AtlRecoverable *found)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, draft_read_cb, NULL);

  g_task_set_source_tag (task, atl_window_open_draft);
  g_task_set_task_data (task, atl_recoverable_copy (found), (GDestroyNotify) atl_recoverable_free);
  g_task_run_in_thread (task, draft_read);
}

static void
look_in_thread (GTask        *task,
                gpointer      source,
                gpointer      path,
                GCancellable *cancellable)
{
  g_autofree char *root = atl_recovery_dup_user_root ();

  g_task_return_pointer (task, atl_recovered_find_for_path (root, path),
                         (GDestroyNotify) atl_recovered_unref);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  AtlWindow               *self = ATL_WINDOW (source);
  g_autoptr (AtlRecovered) recovered = g_task_propagate_pointer (G_TASK (result), NULL);
  AtlDocument             *document = self->session != NULL ? atl_window_get_document (self) : NULL;
  const char              *path = g_task_get_task_data (G_TASK (result));

  if (recovered == NULL || document == NULL || self->recovered != NULL ||
      atl_document_get_read_only (document) || g_strcmp0 (atl_document_get_path (document), path) != 0)
    return;
  show_recovered (self, recovered);
}

/* For the files of the window: a file was opened; words that belong to it may lie elsewhere. */
void
atl_window_look_for_work (AtlWindow *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, looked_cb, NULL);

  g_task_set_source_tag (task, atl_window_look_for_work);
  g_task_set_task_data (task, g_strdup (atl_document_get_path (atl_window_get_document (self))), g_free);
  g_task_run_in_thread (task, look_in_thread);
}

static void
kept_cb (gboolean done,
         gpointer user_data)
{
  g_autoptr (AtlWindow) self = user_data;

  if (!done || self->session == NULL || atl_window_get_document (self) == NULL)
    return;
  atl_window_forget_recovered (self);
  atl_window_settle_recovered (self);
}

static void
keep (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  AtlWindow *self = user_data;

  if (self->recovered != NULL)
    atl_saver_save (GTK_WINDOW (self), atl_window_get_document (self), kept_cb, g_object_ref (self));
}

static void
discarded_cb (gboolean done,
              gpointer user_data)
{
  g_autoptr (AtlWindow) self = user_data;

  if (!done || self->session == NULL || atl_window_get_document (self) == NULL)
    return;
  atl_window_show_start (self);
  atl_toast_show (self->start, _ ("Discarded; it is kept for seven days, at the end of the drafts"));
}

static void
discard (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  AtlWindow *self = user_data;

  if (self->recovered != NULL && is_on_its_own (self->recovered))
    atl_saver_discard (GTK_WINDOW (self), atl_window_get_document (self), discarded_cb, g_object_ref (self));
}

/* Takes "use the file" back, as long as nothing else was done. */
typedef struct
{
  AtlHistory *history;
  guint64     from, to; /* positions */
} Again;

static void
again_free (gpointer  data,
            GClosure *closure)
{
  g_object_unref (((Again *) data)->history);
  g_free (data);
}

static void
again_clicked_cb (GObject *toast,
                  Again   *again)
{
  if (atl_history_get_position (again->history) != again->from)
    return;
  while (atl_history_get_position (again->history) != again->to && atl_history_redo (again->history))
    ;
}

static void
tell_file_used (AtlWindow *self,
                guint64    position)
{
  const char *text = _ ("This is the session as it is in the file");
  Again      *again = NULL;

  if (position == atl_history_get_position (get_history (self)))
    {
      atl_toast_show (self->session, text);
      return;
    }
  again = g_new0 (Again, 1);
  *again = (Again){ g_object_ref (get_history (self)), self->before, position };
  atl_toast_show_button (self->session, text, _ ("Undo"),
                         g_cclosure_new (G_CALLBACK (again_clicked_cb), again, again_free));
}

/* What was saved by itself meanwhile is the file no more: it is written once again. */
static void
go_back (AtlWindow *self)
{
  AtlDocument *document = atl_window_get_document (self);

  while (atl_history_get_position (get_history (self)) != self->before &&
         atl_history_undo (get_history (self)))
    ;
  g_clear_pointer (&self->applied, atl_recovered_unref);
  if (atl_document_get_modified (document))
    atl_saver_save (GTK_WINDOW (self), document, NULL, NULL);
}

/* Whatever was done since is undone too; all of it can be done again. */
static void
use_file (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  AtlWindow               *self = user_data;
  guint64                  position = 0;
  g_autoptr (AtlRecovered) recovered = NULL;

  if (self->recovered == NULL || is_on_its_own (self->recovered))
    return;
  recovered = atl_recovered_ref (self->recovered);
  position = atl_history_get_position (get_history (self));
  if (recovered->offer == ATL_OFFER_CONFLICT)
    let_go (recovered);
  else
    go_back (self);
  atl_window_forget_recovered (self);
  tell_file_used (self, position);
}

static gboolean
merge (AtlWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (atl_document_merge (atl_window_get_document (self), self->recovered->session, _ ("Merge"), &error))
    return TRUE;
  atl_toast_show (self->toasts, explain (error));
  return FALSE;
}

static void
resolve (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       user_data)
{
  AtlWindow   *self = user_data;
  AtlDocument *document = atl_window_get_document (self);
  gboolean     merging = g_str_equal (g_action_get_name (G_ACTION (action)), "recovered-merge");
  const char  *text = merging ? _ ("Both versions are merged") : _ ("The recovered version is back");

  if (self->recovered == NULL || self->recovered->session == NULL)
    return;
  if (merging && !merge (self))
    return;
  if (!merging)
    atl_document_become (document, self->recovered->session, _ ("Recover"));
  put_back_draft (self, self->recovered);
  if (atl_document_snapshot_sync (document))
    note_applied (self);
  atl_toast_show_undo (self->toasts, text, get_history (self));
  atl_window_forget_recovered (self);
}

static void
dismissed_cb (AtlWindow *self,
              int        topic)
{
  if (topic == ATL_TOPIC_RECOVERED)
    atl_window_forget_recovered (self);
}

/* For the files of the window. */
void
atl_window_add_recovery_actions (AtlWindow *self)
{
  static const GActionEntry entries[] = {
    { "recovered-keep", keep },
    { "recovered-discard", discard },
    { "recovered-use-file", use_file },
    { "recovered-merge", resolve },
    { "recovered-apply", resolve },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (get_notices (self), "dismissed", G_CALLBACK (dismissed_cb), self,
                           G_CONNECT_SWAPPED);
  update_actions (self);
}
