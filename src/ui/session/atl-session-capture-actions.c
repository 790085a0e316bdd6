/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-intake-private.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "model/atl-change.h"
#include "model/atl-hidden.h"
#include "model/atl-numbers.h"
#include "scene/atl-scene-hidden.h"
#include "ui/capture/atl-cards-window.h"
#include "ui/common/atl-toast.h"

#include <glib/gi18n-lib.h>

/* What can be done with the capture bar: its modes, hidden notes, and printed cards. */

static gboolean
is_writable (AtlSessionPage *self)
{
  return self->document != NULL && !atl_document_get_read_only (self->document);
}

static void
change_hidden (GSimpleAction  *action,
               GVariant       *value,
               AtlSessionPage *self)
{
  gboolean on = g_variant_get_boolean (value);

  g_simple_action_set_state (action, value);
  atl_announce (self->capture, on ? _ ("New notes are hidden until you release them")
                                  : _ ("New notes are shown at once"));
  atl_capture_bar_focus (ATL_CAPTURE_BAR (self->capture));
}

static void
change_paper (GSimpleAction  *action,
              GVariant       *value,
              AtlSessionPage *self)
{
  gboolean on = g_variant_get_boolean (value);

  g_simple_action_set_state (action, value);
  atl_announce (self->capture, on ? _ ("Paper cards: type the number of a card, then what it says")
                                  : _ ("No paper cards any more"));
  atl_capture_bar_focus (ATL_CAPTURE_BAR (self->capture));
}

static void
release_hidden (GSimpleAction  *action,
                GVariant       *parameter,
                AtlSessionPage *self)
{
  if (is_writable (self) && self->board != NULL)
    gtk_widget_activate_action (self->canvas, "canvas.release-all", NULL);
}

static void
change_shown (GSimpleAction  *action,
              GVariant       *value,
              AtlSessionPage *self)
{
  gboolean on = g_variant_get_boolean (value);

  g_simple_action_set_state (action, value);
  atl_canvas_set_hidden_shown (ATL_CANVAS (self->canvas), on);
  atl_announce (self->canvas, on ? _ ("Hidden notes can be read in this window")
                                 : _ ("Hidden notes are closed cards"));
}

static gboolean
has_bare_notes (AtlBoard *board)
{
  AtlList *notes = atl_board_get_notes (board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (atl_note_get_number (atl_list_get (notes, i)) == 0)
      return TRUE;
  return FALSE;
}

static void
number_notes (GSimpleAction  *action,
              GVariant       *parameter,
              AtlSessionPage *self)
{
  AtlHistory      *history = NULL;
  g_autofree char *text = NULL;
  int              first;
  guint            n;

  if (!is_writable (self) || self->board == NULL)
    return;
  history = atl_document_get_history (self->document);
  first = atl_session_find_next_number (atl_document_get_session (self->document));
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_history_begin (history, _ ("Number Notes"));
  n = atl_board_give_numbers (self->board, first);
  atl_history_end (history);
  text = g_strdup_printf (ngettext ("%u note numbered: %d", "%u notes numbered, from %d on", n), n, first);
  if (n > 0)
    atl_toast_show_undo (self->canvas, text, history);
  else if (has_bare_notes (self->board))
    atl_toast_show (self->canvas, _ ("Only notes of locked areas have no number"));
  else
    atl_toast_show (self->canvas, _ ("Every note of this board has a number"));
}

static void
print_cards (GSimpleAction  *action,
             GVariant       *parameter,
             AtlSessionPage *self)
{
  if (self->document != NULL)
    atl_cards_window_open (self->canvas, self->document);
}

static void
pick_author (GSimpleAction  *action,
             GVariant       *parameter,
             AtlSessionPage *self)
{
  if (is_writable (self))
    atl_capture_bar_pick_author (ATL_CAPTURE_BAR (self->capture));
}

static const GActionEntry entries[] = {
  { "capture-hidden", NULL, NULL, "false", (gpointer) change_hidden },
  { "paper-mode", NULL, NULL, "false", (gpointer) change_paper },
  { "release-hidden", (gpointer) release_hidden },
  { "show-hidden", NULL, NULL, "false", (gpointer) change_shown },
  { "number-notes", (gpointer) number_notes },
  { "print-cards", (gpointer) print_cards },
  { "pick-author", (gpointer) pick_author },
};

/* For the files of the page: what can be done with the capture bar. */
void
atl_session_page_add_capture_actions (AtlSessionPage *self,
                                      GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
  atl_session_page_connect_intake (self);
}

static void
set_enabled (AtlSessionPage *self,
             const char     *name,
             gboolean        enabled)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (self->actions, name)), enabled);
}

/* Another board, and one whose notes are all released, is looked at with closed cards at first. */
static void
update_shown (AtlSessionPage *self,
              guint           n)
{
  GAction  *action = g_action_map_lookup_action (self->actions, "show-hidden");
  AtlScene *scene = self->board != NULL ? atl_canvas_get_scene (ATL_CANVAS (self->canvas)) : NULL;

  if (scene != NULL && n == 0)
    atl_scene_set_hidden_shown (scene, FALSE);
  g_simple_action_set_state (G_SIMPLE_ACTION (action),
                             g_variant_new_boolean (scene != NULL && atl_scene_get_hidden_shown (scene)));
  set_enabled (self, "show-hidden", n > 0);
}

/* For the files of the page: how many notes of the board are hidden, and what can be done. */
void
atl_session_page_update_capture (AtlSessionPage *self)
{
  guint    n = self->board != NULL ? atl_board_count_hidden (self->board) : 0;
  gboolean writable = is_writable (self) && self->board != NULL;

  atl_capture_bar_set_n_hidden (ATL_CAPTURE_BAR (self->capture), n);
  if (self->actions == NULL)
    return;
  set_enabled (self, "capture-hidden", writable);
  set_enabled (self, "paper-mode", writable);
  set_enabled (self, "release-hidden", writable && n > 0);
  update_shown (self, n);
  set_enabled (self, "number-notes", writable);
  set_enabled (self, "print-cards", self->document != NULL);
  set_enabled (self, "pick-author", writable);
}

static gboolean
count_cb (gpointer data)
{
  AtlSessionPage *self = data;

  g_object_set_data (G_OBJECT (self), "counting", NULL);
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    atl_session_page_update_capture (self);
  return G_SOURCE_REMOVE;
}

/* For the files of the page: many notes may change at once, they are counted once. */
void
atl_session_page_follow_hidden (AtlSessionPage *self,
                                AtlChange      *change)
{
  gboolean set = atl_change_get_kind (change) == ATL_CHANGE_SET;

  if (!ATL_IS_NOTE (atl_change_get_item (change)))
    return;
  if (set && atl_change_get_field (change) != ATL_NOTE_HIDDEN)
    return;
  if (g_object_get_data (G_OBJECT (self), "counting") != NULL)
    return;
  g_object_set_data (G_OBJECT (self), "counting", self);
  g_idle_add_full (G_PRIORITY_DEFAULT, count_cb, g_object_ref (self), g_object_unref);
}
