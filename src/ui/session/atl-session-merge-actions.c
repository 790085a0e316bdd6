/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "config.h"
#include "ui/groups/atl-split-window.h"

#include <glib/gi18n-lib.h>

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

/* What the page does with copies of its session. */
void
atl_session_page_add_merge_actions (AtlSessionPage *self,
                                    GActionMap     *map)
{
  static const GActionEntry entries[] = {
    { "split-groups", (gpointer) split_groups },
  };

  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}
