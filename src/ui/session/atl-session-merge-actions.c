/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "config.h"
#include "store/atl-document-keep.h"
#include "ui/groups/atl-mix-window.h"
#include "ui/groups/atl-split-window.h"
#include "ui/merge/atl-merge-window.h"
#include "ui/merge/atl-undecided-window.h"

#include <glib/gi18n-lib.h>

static GtkWindow *
get_window (AtlSessionPage *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
merge_file (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  if (self->document == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_merge_window_ask (get_window (self), self->document);
}

static void
merge_conflict_copy (GSimpleAction  *action,
                     GVariant       *parameter,
                     AtlSessionPage *self)
{
  const char *path = self->document != NULL ? atl_document_get_conflict_copy (self->document) : NULL;
  const char *paths[] = { path, NULL };

  if (path == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_merge_window_open (get_window (self), self->document, paths);
}

static void
show_versions (GSimpleAction  *action,
               GVariant       *parameter,
               AtlSessionPage *self)
{
  if (self->document == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_undecided_window_open (get_window (self), self->document, NULL);
}

static void
split_groups (GSimpleAction  *action,
              GVariant       *parameter,
              AtlSessionPage *self)
{
  if (self->document == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  gtk_window_present (GTK_WINDOW (atl_split_window_new (self->canvas, self->document)));
}

static void
mix_groups (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  if (self->document == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_mix_window_open (get_window (self), self->document, self->board);
}

static void
show_groups (GSimpleAction  *action,
             GVariant       *parameter,
             AtlSessionPage *self)
{
  AtlList *groups =
    self->document != NULL ? atl_session_get_groups (atl_document_get_session (self->document)) : NULL;

  if (groups != NULL && atl_list_get_length (groups) > 0)
    atl_mix_window_show_to_room (get_window (self), self->document);
  else
    mix_groups (action, parameter, self);
}

static void
versions_activated_cb (AtlSessionPage *self,
                       AtlNote        *note)
{
  if (!atl_document_get_read_only (self->document))
    atl_undecided_window_open (get_window (self), self->document, ATL_ITEM (note));
}

/**
 * atl_session_page_get_teller:
 * @self: a page
 *
 * Returns: (transfer none): the widget that toasts about its session show over
 */
GtkWidget *
atl_session_page_get_teller (AtlSessionPage *self)
{
  g_return_val_if_fail (ATL_IS_SESSION_PAGE (self), NULL);
  return self->canvas;
}

/* What the page does with copies of its session. */
void
atl_session_page_add_merge_actions (AtlSessionPage *self,
                                    GActionMap     *map)
{
  static const GActionEntry entries[] = {
    { "merge-file", (gpointer) merge_file },
    { "merge-conflict-copy", (gpointer) merge_conflict_copy },
    { "show-versions", (gpointer) show_versions },
    { "split-groups", (gpointer) split_groups },
    { "mix-groups", (gpointer) mix_groups },
    { "show-groups", (gpointer) show_groups },
  };

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->canvas, "versions-activated", G_CALLBACK (versions_activated_cb), self,
                           G_CONNECT_SWAPPED);
}
