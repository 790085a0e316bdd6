/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-keys.h"
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas-reading.h"
#include "canvas/atl-canvas.h"
#include "config.h"
#include "store/atl-document-keep.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/common/atl-fold-box.h"
#include "ui/export/atl-export-window.h"
#include "ui/plan/atl-plan.h"
#include "ui/session/atl-problems-window.h"
#include "ui/session/atl-session-glossary-actions.h"
#include "ui/session/atl-session-find.h"
#include "ui/session/atl-session-info.h"
#include "ui/session/atl-session-intake-private.h"
#include "ui/session/atl-session-links-actions.h"

#include <glib/gi18n-lib.h>

static GtkWindow *
get_window (AtlSessionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

/* A page that is about to leave its window has no focus. */
static GtkWidget *
get_focus (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* An entry that holds text undoes its own typing; everything else, the editor of notes too, is in the
 * history. */
static GtkWidget *
find_typing (AtlSessionPage *self)
{
  GtkWidget *focus = get_focus (GTK_WIDGET (self));

  if (GTK_IS_TEXT_VIEW (focus))
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (focus));

      return gtk_text_buffer_get_enable_undo (buffer) && gtk_text_buffer_get_char_count (buffer) > 0 ? focus
                                                                                                     : NULL;
    }
  if (GTK_IS_TEXT (focus) && gtk_editable_get_enable_undo (GTK_EDITABLE (focus)))
    return *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0' ? focus : NULL;
  return NULL;
}

static void
undo (GSimpleAction  *action,
      GVariant       *parameter,
      AtlSessionPage *self)
{
  GtkWidget *typing = find_typing (self);

  if (typing != NULL)
    gtk_widget_activate_action (typing, "text.undo", NULL);
  else if (self->document != NULL)
    atl_history_undo (atl_document_get_history (self->document));
}

static void
redo (GSimpleAction  *action,
      GVariant       *parameter,
      AtlSessionPage *self)
{
  GtkWidget *typing = find_typing (self);

  if (typing != NULL)
    gtk_widget_activate_action (typing, "text.redo", NULL);
  else if (self->document != NULL)
    atl_history_redo (atl_document_get_history (self->document));
}

static void
show_info (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  if (self->document != NULL)
    atl_session_info_open (get_window (self), self->document);
}

static void
show_problems (GSimpleAction  *action,
               GVariant       *parameter,
               AtlSessionPage *self)
{
  if (self->document != NULL)
    atl_problems_window_open (get_window (self), atl_document_get_problems (self->document),
                              atl_document_get_damage_message (self->document) != NULL);
}

static void export(GSimpleAction  *action,
                   GVariant       *parameter,
                   AtlSessionPage *self)
{
  gboolean png = g_str_equal (g_action_get_name (G_ACTION (action)), "export-png");

  if (self->document == NULL || (png && self->board == NULL))
    return;
  atl_export_window_show (self->canvas, atl_document_get_session (self->document),
                          atl_document_get_path (self->document), self->board,
                          png ? ATL_EXPORT_BOARD_PNG : ATL_EXPORT_REPORT_PDF);
}

static void
toggle_plan (GSimpleAction  *action,
             GVariant       *value,
             AtlSessionPage *self)
{
  AtlFoldBox *fold = ATL_FOLD_BOX (self->fold);

  atl_fold_box_set_start_open (fold, g_variant_get_boolean (value));
  if (g_variant_get_boolean (value) && atl_fold_box_get_folded (fold))
    gtk_widget_child_focus (self->plan, GTK_DIR_TAB_FORWARD);
}

static gboolean
holds_focus (GtkWidget *pane)
{
  GtkWidget *focus = get_focus (pane);

  return focus != NULL && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

/* Whoever turns to a map with something on it goes on there, unless a line is being typed; whoever was on a
 * board stays on boards. */
static void
switch_board (GSimpleAction  *action,
              GVariant       *parameter,
              AtlSessionPage *self)
{
  int       by = g_str_equal (g_action_get_name (G_ACTION (action)), "next-board") ? 1 : -1;
  AtlBoard *board = atl_plan_get_neighbor (ATL_PLAN (self->plan), by);
  gboolean  stay = holds_focus (self->canvas);
  gboolean  typing =
    holds_focus (self->capture) && atl_capture_bar_has_text (ATL_CAPTURE_BAR (self->capture));

  if (board == NULL)
    return;
  atl_session_page_set_board (self, board);
  if (stay || (!typing && atl_session_page_shows_nodes (self)))
    atl_session_page_focus_board (self);
}

static void
zoom (GSimpleAction  *action,
      GVariant       *parameter,
      AtlSessionPage *self)
{
  g_autofree char *name = g_strconcat ("canvas.", g_action_get_name (G_ACTION (action)), NULL);

  gtk_widget_activate_action (self->canvas, name, NULL);
}

static void
focus_board (GSimpleAction  *action,
             GVariant       *parameter,
             AtlSessionPage *self)
{
  atl_session_page_focus_board (self);
}

static void
focus_capture (GSimpleAction  *action,
               GVariant       *parameter,
               AtlSessionPage *self)
{
  atl_session_page_focus (self);
}

static void
pick_area (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  int      number = g_variant_get_int32 (parameter);
  AtlArea *area = self->board != NULL && number > 0
                    ? atl_list_get (atl_board_get_areas (self->board), (guint) number - 1)
                    : NULL;

  if (area == NULL)
    return;
  atl_canvas_set_current_area (ATL_CANVAS (self->canvas), area);
  atl_capture_bar_set_area (ATL_CAPTURE_BAR (self->capture), area);
  if (gtk_widget_get_visible (self->capture))
    atl_capture_bar_focus (ATL_CAPTURE_BAR (self->capture));
  else
    atl_canvas_go_into_area (ATL_CANVAS (self->canvas));
}

static void
switch_pane (GSimpleAction  *action,
             GVariant       *parameter,
             AtlSessionPage *self)
{
  gboolean next = g_str_equal (g_action_get_name (G_ACTION (action)), "next-pane");

  atl_session_page_switch_pane (self, next ? 1 : -1);
}

static const GActionEntry entries[] = {
  { "undo", (gpointer) undo },
  { "redo", (gpointer) redo },
  { "session-info", (gpointer) show_info },
  { "show-problems", (gpointer) show_problems },
  { "export-pdf", (gpointer) export },
  { "export-png", (gpointer) export },
  { "show-plan", NULL, NULL, "true", (gpointer) toggle_plan },
  { "next-board", (gpointer) switch_board },
  { "previous-board", (gpointer) switch_board },
  { "zoom-in", (gpointer) zoom },
  { "zoom-out", (gpointer) zoom },
  { "zoom-fit", (gpointer) zoom },
  { "zoom-100", (gpointer) zoom },
  { "focus-board", (gpointer) focus_board },
  { "focus-capture", (gpointer) focus_capture },
  { "pick-area", (gpointer) pick_area, "i" },
  { "next-pane", (gpointer) switch_pane },
  { "previous-pane", (gpointer) switch_pane },
};

/**
 * atl_session_page_add_actions:
 * @self: a page
 * @map: the actions of its window, which outlive the page
 *
 * Adds what can be done with a session to the actions of its window.
 */
void
atl_session_page_add_actions (AtlSessionPage *self,
                              GActionMap     *map)
{
  g_return_if_fail (ATL_IS_SESSION_PAGE (self));
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  atl_session_page_add_board_actions (self, map);
  atl_session_page_add_file_actions (self, map);
  atl_session_page_add_key_actions (self, map);
  atl_session_page_add_merge_actions (self, map);
  atl_session_page_add_panel_actions (self, map);
  atl_session_page_add_map_actions (self, map);
  atl_session_page_add_capture_actions (self, map);
  atl_session_page_add_glossary_actions (self, map);
  atl_session_page_add_find_actions (self, map);
  atl_session_page_add_links_actions (self, map);
  atl_session_page_add_people_actions (self, map);
  self->actions = map;
  atl_session_page_update_actions (self);
}

static void
set_enabled (AtlSessionPage *self,
             const char     *name,
             gboolean        enabled)
{
  GAction *action = g_action_map_lookup_action (self->actions, name);

  if (action != NULL)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled);
}

static void
set_state (AtlSessionPage *self,
           const char     *name,
           gboolean        state)
{
  GAction *action = g_action_map_lookup_action (self->actions, name);

  if (action != NULL)
    g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (state));
}

/* A group does not split again. */
static gboolean
is_group_copy (AtlSessionPage *self)
{
  return *atl_session_get_group (atl_document_get_session (self->document)) != '\0';
}

/* Undo and redo stay enabled: they also serve the entry that has the focus. */
void
atl_session_page_update_actions (AtlSessionPage *self)
{
  gboolean open = self->document != NULL;
  gboolean writable = open && !atl_document_get_read_only (self->document);
  gboolean damaged = open && atl_document_get_damage_message (self->document) != NULL;

  if (self->actions == NULL)
    return;
  set_enabled (self, "save", writable);
  set_enabled (self, "save-as", writable);
  set_enabled (self, "save-copy", writable || damaged);
  set_enabled (self, "session-info", writable);
  set_enabled (self, "add-board", writable);
  set_enabled (self, "merge-file", writable);
  set_enabled (self, "show-versions", writable);
  set_enabled (self, "split-groups", writable && !is_group_copy (self));
  set_enabled (self, "mix-groups", open);
  set_enabled (self, "show-groups", open);
  set_enabled (self, "import-network", writable);
  set_enabled (self, "export-pdf", open);
  set_enabled (self, "export-png", self->board != NULL);
  set_enabled (self, "find", self->board != NULL);
  set_enabled (self, "move-to", writable && self->board != NULL);
  set_enabled (self, "note-tags", writable && self->board != NULL);
  set_state (self, "show-plan", atl_fold_box_get_start_open (ATL_FOLD_BOX (self->fold)));
  atl_session_page_update_board_actions (self);
  atl_session_page_update_keys (self);
  atl_session_page_update_people_actions (self);
  atl_session_page_update_glossary_actions (self);
  atl_session_page_update_panels (self);
  atl_session_page_update_capture (self);
}
