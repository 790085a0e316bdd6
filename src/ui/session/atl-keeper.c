/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-keeper.h"

#include "config.h"
#include "store/atl-document-keep.h"

#include <glib/gi18n-lib.h>

/**
 * AtlKeeper:
 *
 * Keeps the words of the document of a window: what stands in its capture bar, a safety copy when the user
 * turns to another window, and the desktop's logout while something is in no file.
 */
struct _AtlKeeper
{
  GObject parent_instance;

  AtlDocument   *document;
  AtlCaptureBar *capture;
  GtkWindow     *window; /* nullable */
  guint          inhibited;
};

G_DEFINE_FINAL_TYPE (AtlKeeper, atl_keeper, G_TYPE_OBJECT)

static GtkApplication *
get_application (AtlKeeper *self)
{
  return self->window != NULL ? gtk_window_get_application (self->window) : NULL;
}

static void
release (AtlKeeper *self)
{
  if (self->inhibited != 0 && get_application (self) != NULL)
    gtk_application_uninhibit (get_application (self), self->inhibited);
  self->inhibited = 0;
}

/* The desktop asks before it ends, as long as anything is not saved. */
static void
modified_changed_cb (AtlKeeper *self)
{
  gboolean modified = atl_document_needs_saving (self->document);

  if (!modified)
    release (self);
  else if (self->inhibited == 0 && get_application (self) != NULL)
    self->inhibited = gtk_application_inhibit (get_application (self), self->window,
                                               GTK_APPLICATION_INHIBIT_LOGOUT,
                                               _ ("A session is not saved yet"));
}

static void
active_changed_cb (AtlKeeper *self)
{
  if (gtk_window_is_active (self->window))
    atl_document_look (self->document);
  else
    atl_document_snapshot (self->document);
}

static void
draft_changed_cb (AtlKeeper *self)
{
  g_autofree char *text = atl_capture_bar_dup_text (self->capture);
  AtlArea         *area = atl_capture_bar_get_area (self->capture);

  atl_document_set_draft (self->document, text, area != NULL ? atl_item_get_id (ATL_ITEM (area)) : NULL,
                          atl_capture_bar_get_author (self->capture));
}

static void
atl_keeper_dispose (GObject *object)
{
  atl_keeper_end (ATL_KEEPER (object));
  G_OBJECT_CLASS (atl_keeper_parent_class)->dispose (object);
}

static void
atl_keeper_class_init (AtlKeeperClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_keeper_dispose;
}

static void
atl_keeper_init (AtlKeeper *self)
{
}

/**
 * atl_keeper_new:
 * @document: a document that is opened in a window
 * @capture: its capture bar
 *
 * Returns: (transfer full): what keeps the words of @document, with the folders of the user
 */
AtlKeeper *
atl_keeper_new (AtlDocument   *document,
                AtlCaptureBar *capture)
{
  AtlKeeper *self = g_object_new (ATL_TYPE_KEEPER, NULL);
  AtlKeeping keeping = atl_keeping_get_default ();

  self->document = g_object_ref (document);
  self->capture = g_object_ref (capture);
  atl_document_keep (document, &keeping);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (modified_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (capture, "draft-changed", G_CALLBACK (draft_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atl_keeper_set_window:
 * @self: a keeper without a window
 * @window: the window of its document
 *
 * Tells where the document is shown.
 */
void
atl_keeper_set_window (AtlKeeper *self,
                       GtkWindow *window)
{
  g_return_if_fail (ATL_IS_KEEPER (self));
  g_return_if_fail (self->window == NULL);

  g_set_weak_pointer (&self->window, window);
  g_signal_connect_object (window, "notify::is-active", G_CALLBACK (active_changed_cb), self,
                           G_CONNECT_SWAPPED);
  modified_changed_cb (self);
}

/**
 * atl_keeper_end:
 * @self: a keeper
 *
 * Ends it, when the document is closed: what is in no file stays as a draft.
 */
void
atl_keeper_end (AtlKeeper *self)
{
  g_return_if_fail (ATL_IS_KEEPER (self));

  if (self->document == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (self->capture, self);
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  release (self);
  atl_document_end (self->document, FALSE);
  g_clear_weak_pointer (&self->window);
  g_clear_object (&self->capture);
  g_clear_object (&self->document);
}
