/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-undecided-notice.h"

#include "config.h"
#include "model/atl-alternatives.h"
#include "model/atl-change.h"

#include <glib/gi18n-lib.h>

#define KEY "undecided"

typedef struct
{
  AtlNotices *notices; /* outlives this */
  AtlSession *session;
  gulong      handler;
  guint       counting; /* source */
  guint       shown;
} Undecided;

static void
show (Undecided *self,
      guint      n)
{
  AtlNoticeButton  button = { _ ("_Show"), "win.show-versions" };
  g_autofree char *text = g_strdup_printf (ngettext ("%u thing has two versions.",
                                                     "%u things have two versions.", n),
                                           n);

  if (n == self->shown)
    return;
  self->shown = n;
  if (n == 0)
    atl_notices_clear (self->notices, ATL_TOPIC_TWO_VERSIONS);
  else
    atl_notices_set (self->notices, ATL_TOPIC_TWO_VERSIONS, ATL_NOTICE_INFO, text, &button, 1);
}

static gboolean
count_cb (gpointer data)
{
  Undecided            *self = data;
  g_autoptr (GPtrArray) items = atl_alternatives_find_items (self->session);

  self->counting = 0;
  show (self, items->len);
  return G_SOURCE_REMOVE;
}

/* Counting goes through the whole session, so it is done once for all that a merge does. */
static void
changed_cb (AtlSession *session,
            AtlChange  *change,
            Undecided  *self)
{
  AtlItem *item = atl_change_get_item (change);
  gboolean matters;

  if (atl_change_get_kind (change) == ATL_CHANGE_SET)
    matters = g_str_equal (atl_change_peek_field (change)->name, "alternatives");
  else
    matters = self->shown > 0 || atl_item_get_alternatives (item) != NULL;
  if (matters && self->counting == 0)
    self->counting = g_idle_add (count_cb, self);
}

static void
undecided_free (gpointer data)
{
  Undecided *self = data;

  g_clear_handle_id (&self->counting, g_source_remove);
  g_signal_handler_disconnect (self->session, self->handler);
  g_object_unref (self->session);
  g_free (self);
}

/**
 * atl_undecided_notice_follow:
 * @notices: where to say it
 * @document: a document
 *
 * Says how many things of a document have several versions since a merge, now and whenever that changes.
 */
void
atl_undecided_notice_follow (AtlNotices  *notices,
                             AtlDocument *document)
{
  Undecided *self = g_new0 (Undecided, 1);

  self->notices = notices;
  self->session = g_object_ref (atl_document_get_session (document));
  self->handler = g_signal_connect (self->session, "changed", G_CALLBACK (changed_cb), self);
  g_object_set_data_full (G_OBJECT (notices), KEY, self, undecided_free);
  count_cb (self);
}

/**
 * atl_undecided_notice_forget:
 * @notices: where it was said
 *
 * Says no more about the document.
 */
void
atl_undecided_notice_forget (AtlNotices *notices)
{
  g_object_set_data (G_OBJECT (notices), KEY, NULL);
}
