/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "config.h"
#include "ui/common/atl-rename-popover.h"
#include "ui/plan/atl-plan-boards.h"
#include "ui/templates/atl-template-editor.h"

#include <glib/gi18n-lib.h>

static AtlHistory *
get_history (AtlSessionPage *self)
{
  return atl_document_get_history (self->document);
}

static void
renamed_cb (AtlRenamePopover *popover,
            const char       *text,
            AtlSessionPage   *self)
{
  if (self->board == NULL)
    return;
  atl_history_begin (get_history (self), _ ("Rename Board"));
  atl_board_set_title (self->board, text);
  atl_history_end (get_history (self));
}

/* What is typed next belongs on the board, not to the menu that was opened last. */
static gboolean
go_on_cb (gpointer page)
{
  if (ATL_SESSION_PAGE (page)->board != NULL)
    atl_session_page_focus_board (page);
  return G_SOURCE_REMOVE;
}

static void
go_on (AtlSessionPage *self)
{
  g_idle_add_full (G_PRIORITY_LOW, go_on_cb, g_object_ref (self), g_object_unref);
}

static void
rename_board (GSimpleAction  *action,
              GVariant       *parameter,
              AtlSessionPage *self)
{
  AtlRenamePopover *popover = NULL;

  if (self->board == NULL)
    return;
  popover = atl_rename_popover_open (self->header, _ ("Rename Board"), atl_board_get_title (self->board));
  g_signal_connect_object (popover, "renamed", G_CALLBACK (renamed_cb), self, 0);
  g_signal_connect_object (popover, "closed", G_CALLBACK (go_on), self, G_CONNECT_SWAPPED);
}

static void
duplicate_board (GSimpleAction  *action,
                 GVariant       *parameter,
                 AtlSessionPage *self)
{
  AtlBoardCopy what = ATL_BOARD_COPY_STEPS;

  if (self->board == NULL)
    return;
  if (g_str_equal (g_action_get_name (G_ACTION (action)), "duplicate-board"))
    what |= ATL_BOARD_COPY_NOTES;
  atl_session_page_set_board (self, atl_plan_boards_duplicate (self->board, get_history (self), what));
  go_on (self);
}

static void
reset_board (GSimpleAction  *action,
             GVariant       *parameter,
             AtlSessionPage *self)
{
  if (self->board != NULL)
    atl_plan_boards_reset (self->board, get_history (self), self->canvas);
  go_on (self);
}

static void
delete_board (GSimpleAction  *action,
              GVariant       *parameter,
              AtlSessionPage *self)
{
  if (self->board != NULL)
    atl_plan_boards_delete (self->board, get_history (self), self->canvas);
  go_on (self);
}

static void
edit_areas (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));

  if (self->board == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  gtk_window_present (
    GTK_WINDOW (atl_template_editor_new_for_board (window, self->board, get_history (self))));
}

static const GActionEntry entries[] = {
  { "edit-areas", (gpointer) edit_areas },
  { "rename-board", (gpointer) rename_board },
  { "duplicate-board", (gpointer) duplicate_board },
  { "duplicate-board-areas", (gpointer) duplicate_board },
  { "reset-board", (gpointer) reset_board },
  { "delete-board", (gpointer) delete_board },
};

/* For the files of the page: what is done to the open board as a whole. */
void
atl_session_page_add_board_actions (AtlSessionPage *self,
                                    GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

/* For the files of the page: what can be done to the open board now. */
void
atl_session_page_update_board_actions (AtlSessionPage *self)
{
  gboolean writable = self->board != NULL && !atl_document_get_read_only (self->document);

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, entries[i].name)), writable);
}
