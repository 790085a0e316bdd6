/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-document-notices.h"

#include "config.h"
#include "store/atl-document-keep.h"

#include <glib/gi18n-lib.h>

/* Where the file is no longer what it was, saving would only ask about that again. */
static void
show_saving (AtlDocument *document,
             AtlNotices  *notices)
{
  const char     *reason = atl_document_get_error_message (document);
  gboolean        same = atl_document_get_outside (document) == ATL_OUTSIDE_SAME;
  AtlNoticeButton buttons[] = { { _ ("_Retry"), same ? "win.save" : "win.overwrite" },
                                { _ ("Save a _Copy…"), "win.save-copy" } };

  if (reason == NULL)
    atl_notices_clear (notices, ATL_TOPIC_SAVING);
  else
    atl_notices_set (notices, ATL_TOPIC_SAVING, ATL_NOTICE_ERROR, reason, buttons, G_N_ELEMENTS (buttons));
}

static void
show_changed (AtlDocument *document,
              AtlNotices  *notices)
{
  AtlNoticeButton clean[] = { { _ ("_Reload"), "win.reload" },
                              { _ ("_Merge"), "win.merge-outside" },
                              { _ ("_Keep Mine"), "win.overwrite" } };
  AtlNoticeButton edited[] = { { _ ("_Merge"), "win.merge-outside" },
                               { _ ("_Overwrite"), "win.overwrite" },
                               { _ ("Save a _Copy…"), "win.save-copy" },
                               { _ ("_Reload"), "win.reload" } };

  if (atl_document_get_modified (document))
    atl_notices_set (notices, ATL_TOPIC_OUTSIDE, ATL_NOTICE_WARNING,
                     _ ("Another program has changed the file, and you have changes too. Both are safe; "
                        "saving waits for your choice."),
                     edited, G_N_ELEMENTS (edited));
  else
    atl_notices_set (notices, ATL_TOPIC_OUTSIDE, ATL_NOTICE_INFO,
                     _ ("Another program has changed the file."), clean, G_N_ELEMENTS (clean));
}

static void
show_outside (AtlDocument *document,
              AtlNotices  *notices)
{
  AtlNoticeButton gone[] = { { _ ("_Save It Again"), "win.overwrite" },
                             { _ ("Save _As…"), "win.save-as" } };

  switch (atl_document_get_outside (document))
    {
    case ATL_OUTSIDE_CHANGED:
      show_changed (document, notices);
      break;
    case ATL_OUTSIDE_GONE:
      atl_notices_set (notices, ATL_TOPIC_OUTSIDE, ATL_NOTICE_WARNING,
                       _ ("The file was moved or deleted. The session is safe here."), gone,
                       G_N_ELEMENTS (gone));
      break;
    case ATL_OUTSIDE_SAME:
    default:
      atl_notices_clear (notices, ATL_TOPIC_OUTSIDE);
    }
}

static void
show_recovery (AtlDocument *document,
               AtlNotices  *notices)
{
  const char      *reason = atl_document_get_recovery_message (document);
  AtlNoticeButton  save = { _ ("_Save"), "win.save" };
  g_autofree char *text = NULL;

  if (reason == NULL)
    {
      atl_notices_clear (notices, ATL_TOPIC_RECOVERY);
      return;
    }
  text = g_strdup_printf (_ ("No safety copies can be kept at the moment, so save often. %s"), reason);
  atl_notices_set (notices, ATL_TOPIC_RECOVERY, ATL_NOTICE_WARNING, text, &save, 1);
}

static void
show_conflict_copy (AtlDocument *document,
                    AtlNotices  *notices)
{
  const char      *path = atl_document_get_conflict_copy (document);
  g_autofree char *name = path != NULL ? g_filename_display_basename (path) : NULL;
  g_autofree char *text = NULL;
  AtlNoticeButton  merge = { _ ("_Merge…"), "win.merge-conflict-copy" };

  if (path == NULL)
    {
      atl_notices_clear (notices, ATL_TOPIC_CONFLICT);
      return;
    }
  text = g_strdup_printf (_ ("Another program saved the session at the same moment. "
                             "Its version is kept as “%s”."),
                          name);
  atl_notices_set (notices, ATL_TOPIC_CONFLICT, ATL_NOTICE_WARNING, text, &merge, 1);
}

static void
show_read_only (AtlDocument *document,
                AtlNotices  *notices)
{
  const char      *damage = atl_document_get_damage_message (document);
  g_autofree char *text = NULL;
  AtlNoticeButton  buttons[] = { { _ ("_Earlier Versions…"), "win.restore-version" },
                                 { _ ("Save a _Copy…"), "win.save-copy" },
                                 { _ ("_Details"), "win.show-problems" } };

  if (damage == NULL)
    {
      atl_notices_set (
        notices, ATL_TOPIC_READ_ONLY, ATL_NOTICE_INFO,
        _ ("This session was made by a newer version of Atelier: it can be read and exported, not saved."),
        NULL, 0);
      return;
    }
  text = g_strdup_printf (_ ("The file is damaged. It was read as far as it goes, and stays as it is. (%s)"),
                          damage);
  atl_notices_set (notices, ATL_TOPIC_READ_ONLY, ATL_NOTICE_WARNING, text, buttons,
                   atl_problems_get_n (atl_document_get_problems (document)) > 0 ? 3 : 2);
}

static void
show_problems (AtlDocument *document,
               AtlNotices  *notices)
{
  guint            n = atl_problems_get_n (atl_document_get_problems (document));
  AtlNoticeButton  details = { _ ("_Details"), "win.show-problems" };
  g_autofree char *text =
    g_strdup_printf (ngettext ("Opened with %u problem. Nothing in the file is lost.",
                               "Opened with %u problems. Nothing in the file is lost.", n),
                     n);

  if (n > 0)
    atl_notices_set (notices, ATL_TOPIC_PROBLEMS, ATL_NOTICE_WARNING, text, &details, 1);
}

static void
show_file (AtlDocument *document,
           AtlNotices  *notices)
{
  show_saving (document, notices);
  show_outside (document, notices);
}

/* A save is over: what it failed for is said again, even if the user has closed that bar before. */
static void
state_changed_cb (AtlDocument *document,
                  GParamSpec  *pspec,
                  AtlNotices  *notices)
{
  if (atl_document_get_state (document) != ATL_DOCUMENT_SAVING)
    show_file (document, notices);
}

static void
file_changed_cb (AtlDocument *document,
                 GParamSpec  *pspec,
                 AtlNotices  *notices)
{
  show_file (document, notices);
}

static void
modified_changed_cb (AtlDocument *document,
                     GParamSpec  *pspec,
                     AtlNotices  *notices)
{
  show_outside (document, notices);
}

static void
recovery_changed_cb (AtlDocument *document,
                     GParamSpec  *pspec,
                     AtlNotices  *notices)
{
  show_recovery (document, notices);
}

static void
conflict_copy_changed_cb (AtlDocument *document,
                          GParamSpec  *pspec,
                          AtlNotices  *notices)
{
  show_conflict_copy (document, notices);
}

/* The user knows; the other version stays beside the file. */
static void
notice_dismissed_cb (AtlDocument *document,
                     int          topic)
{
  if (topic == ATL_TOPIC_CONFLICT)
    atl_document_forget_conflict_copy (document);
}

/**
 * atl_document_notices_follow:
 * @notices: where to say it
 * @document: a document
 *
 * Says what there is to say about a document and its file, now and whenever that changes.
 */
void
atl_document_notices_follow (AtlNotices  *notices,
                             AtlDocument *document)
{
  static const struct
  {
    const char *signal;
    GCallback   callback;
  } handlers[] = {
    { "notify::state", G_CALLBACK (state_changed_cb) },
    { "notify::error-message", G_CALLBACK (file_changed_cb) },
    { "notify::outside", G_CALLBACK (file_changed_cb) },
    { "notify::modified", G_CALLBACK (modified_changed_cb) },
    { "notify::recovery-message", G_CALLBACK (recovery_changed_cb) },
    { "notify::conflict-copy", G_CALLBACK (conflict_copy_changed_cb) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (handlers); i++)
    g_signal_connect_object (document, handlers[i].signal, handlers[i].callback, notices, 0);
  g_signal_connect_object (notices, "dismissed", G_CALLBACK (notice_dismissed_cb), document,
                           G_CONNECT_SWAPPED);
  show_file (document, notices);
  show_recovery (document, notices);
  show_conflict_copy (document, notices);
  if (atl_document_get_read_only (document))
    show_read_only (document, notices);
  else
    show_problems (document, notices);
}

/**
 * atl_document_notices_forget:
 * @notices: where it was said
 * @document: a document that was followed
 *
 * Takes all away that was said about a document.
 */
void
atl_document_notices_forget (AtlNotices  *notices,
                             AtlDocument *document)
{
  g_signal_handlers_disconnect_by_data (document, notices);
  g_signal_handlers_disconnect_by_data (notices, document);
  atl_notices_clear_all (notices);
}

/**
 * atl_document_notices_remind:
 * @notices: where it is said
 * @document: a document that is followed
 *
 * Says again what keeps the document from being saved, also where the user has closed that notice before: a
 * closed notice does not mean that all is well.
 */
void
atl_document_notices_remind (AtlNotices  *notices,
                             AtlDocument *document)
{
  gboolean told = atl_notices_get_shown (notices, ATL_TOPIC_SAVING) ||
                  atl_notices_get_shown (notices, ATL_TOPIC_OUTSIDE);

  show_file (document, notices);
  show_recovery (document, notices);
  if (told)
    atl_notices_repeat (notices);
}
