/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-saver.h"

#include "compat/atl-alert.h"
#include "config.h"
#include "store/atl-document-keep.h"

#include <glib/gi18n-lib.h>

#define MAX_TRIES 3 /* what changes while it is saved is saved again, but not for ever */

/* A document on its way to be closed. */
typedef struct
{
  GtkWindow       *window;
  AtlDocument     *document;
  AtlSaverCallback callback;
  gpointer         user_data;
  gulong           waiting; /* for a save that is under way */
  guint            tries;
} Guard;

static void proceed (Guard *guard);

static void
guard_end (Guard   *guard,
           gboolean done)
{
  guard->callback (done, guard->user_data);
  g_object_unref (guard->window);
  g_object_unref (guard->document);
  g_free (guard);
}

static void
saved_elsewhere_cb (gboolean done,
                    gpointer user_data)
{
  guard_end (user_data, done);
}

static const char *
get_title (Guard *guard)
{
  const char *title = atl_session_get_title (atl_document_get_session (guard->document));

  return *title != '\0' ? title : _ ("Untitled Session");
}

static void
answered_again_cb (AtlAlertAnswer answer,
                   gpointer       user_data)
{
  Guard *guard = user_data;

  if (answer == ATL_ALERT_ACCEPT)
    atl_saver_save_as (guard->window, guard->document, saved_elsewhere_cb, guard);
  else
    {
      if (answer == ATL_ALERT_DISCARD)
        atl_document_end (guard->document, TRUE);
      guard_end (guard, answer == ATL_ALERT_DISCARD);
    }
}

/* What is discarded is kept for a while; where that cannot be, the user has to know. */
static void
ask_again (Guard      *guard,
           const char *reason)
{
  g_autofree char *heading = g_strdup_printf (_ ("Discard “%s” for Good?"), get_title (guard));
  g_autofree char *body =
    g_strdup_printf ("%s %s", reason, _ ("What is discarded now cannot be brought back."));
  AtlAlert alert = { heading, body, _ ("_Cancel"), _ ("_Discard Anyway"), _ ("Save a _Copy…") };

  atl_alert_ask (guard->window, &alert, answered_again_cb, guard);
}

static void
discard (Guard *guard)
{
  g_autoptr (GError) error = NULL;

  if (atl_document_discard (guard->document, &error))
    guard_end (guard, TRUE);
  else
    ask_again (guard, error->message);
}

static void
answered_cb (AtlAlertAnswer answer,
             gpointer       user_data)
{
  Guard *guard = user_data;

  if (answer == ATL_ALERT_ACCEPT)
    atl_saver_save_as (guard->window, guard->document, saved_elsewhere_cb, guard);
  else if (answer == ATL_ALERT_DISCARD)
    discard (guard);
  else
    guard_end (guard, FALSE);
}

static const char *
get_reason (AtlDocument *document)
{
  switch (atl_document_get_outside (document))
    {
    case ATL_OUTSIDE_CHANGED:
      return _ ("Another program has changed the file.");
    case ATL_OUTSIDE_GONE:
      return _ ("The file was moved or deleted.");
    case ATL_OUTSIDE_SAME:
    default:
      break;
    }
  if (atl_document_get_error_message (document) != NULL)
    return atl_document_get_error_message (document);
  return "";
}

/* Only when the words could be kept nowhere by themselves. */
static void
ask (Guard *guard)
{
  gboolean         kept = atl_document_snapshot_sync (guard->document);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” Could Not Be Saved"), get_title (guard));
  const char      *after = kept ? _ ("What is discarded is kept on this computer for seven days.")
                                : _ ("No safety copy can be written on this computer either.");
  g_autofree char *body = g_strdup_printf ("%s %s", get_reason (guard->document), after);
  AtlAlert         alert = { heading, g_strstrip (body), _ ("_Cancel"), _ ("_Discard"), _ ("Save a _Copy…") };

  atl_alert_ask (guard->window, &alert, answered_cb, guard);
}

static void
saved_cb (gboolean done,
          gpointer user_data)
{
  Guard *guard = user_data;

  if (done && ++guard->tries < MAX_TRIES)
    proceed (guard);
  else
    ask (guard);
}

static void
state_changed_cb (AtlDocument *document,
                  GParamSpec  *pspec,
                  Guard       *guard)
{
  if (atl_document_get_state (document) == ATL_DOCUMENT_SAVING)
    return;
  g_signal_handler_disconnect (document, guard->waiting);
  guard->waiting = 0;
  proceed (guard);
}

static void
proceed (Guard *guard)
{
  AtlDocument *document = guard->document;

  if (atl_document_get_state (document) == ATL_DOCUMENT_SAVING)
    guard->waiting = g_signal_connect (document, "notify::state", G_CALLBACK (state_changed_cb), guard);
  else if (!atl_document_needs_saving (document))
    guard_end (guard, TRUE);
  else if (atl_document_get_outside (document) != ATL_OUTSIDE_SAME)
    ask (guard);
  else if (atl_document_get_path (document) != NULL)
    atl_saver_save (guard->window, document, saved_cb, guard);
  else if (atl_document_snapshot_sync (document))
    guard_end (guard, TRUE);
  else
    ask (guard);
}

static Guard *
guard_new (GtkWindow       *window,
           AtlDocument     *document,
           AtlSaverCallback callback,
           gpointer         user_data)
{
  Guard *guard = g_new0 (Guard, 1);

  *guard = (Guard){ g_object_ref (window), g_object_ref (document), callback, user_data, 0, 0 };
  return guard;
}

/**
 * atl_saver_guard:
 * @window: the window of the document
 * @document: a document that is about to be closed
 * @callback: called once, with whether it can be closed
 * @user_data: data for @callback
 *
 * Sees to it that closing loses nothing: a document with a file is saved, one without stays as a draft. The
 * user is asked only if neither is possible.
 */
void
atl_saver_guard (GtkWindow       *window,
                 AtlDocument     *document,
                 AtlSaverCallback callback,
                 gpointer         user_data)
{
  proceed (guard_new (window, document, callback, user_data));
}

/**
 * atl_saver_discard:
 * @window: the window of the document
 * @document: a document that the user does not want
 * @callback: called once, with whether it was discarded
 * @user_data: data for @callback
 *
 * Ends a document without a save. It is kept for seven days; the user is asked once more if that cannot be.
 */
void
atl_saver_discard (GtkWindow       *window,
                   AtlDocument     *document,
                   AtlSaverCallback callback,
                   gpointer         user_data)
{
  discard (guard_new (window, document, callback, user_data));
}
