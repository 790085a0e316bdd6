/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-keys.h"
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas-reading.h"
#include "canvas/atl-canvas.h"
#include "config.h"
#include "insight/atl-stack-words.h"
#include "model/atl-change.h"
#include "model/atl-edits.h"
#include "ui/capture/atl-capture-bar.h"
#include "ui/session/atl-session-intake-private.h"
#include "ui/common/atl-fold-box.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/common/atl-theme.h"
#include "ui/common/atl-toast.h"
#include "ui/keys/atl-tips-button.h"
#include "ui/draw/atl-draw-state.h"
#include "ui/plan/atl-plan-runs.h"
#include "ui/merge/atl-undecided-notice.h"
#include "ui/plan/atl-plan.h"
#include "ui/session/atl-document-notices.h"
#include "ui/session/atl-session-find.h"
#include "ui/session/atl-session-header.h"
#include "ui/start/atl-recents.h"
#include "ui/silo/atl-map-bar.h"
#include "ui/mapping/atl-map-start.h"
#include "ui/silo/atl-privacy-card.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * AtlSessionPage:
 *
 * A session at work: its plan, the open board, the capture bar, and a panel on demand.
 */
G_DEFINE_FINAL_TYPE (AtlSessionPage, atl_session_page, GTK_TYPE_WIDGET)

static GtkWidget *
get_zoom (AtlSessionPage *self)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_SESSION_PAGE, "zoom"));
}

static void
narrow_changed_cb (AtlSessionPage *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (self->narrow));

  atl_session_header_set_narrow (ATL_SESSION_HEADER (self->header), narrow);
  atl_capture_bar_set_narrow (ATL_CAPTURE_BAR (self->capture), narrow);
  atl_capture_question_set_narrow (atl_session_page_get_question (self), narrow);
  atl_notices_set_narrow (ATL_NOTICES (self->notices), narrow);
  gtk_widget_set_visible (get_zoom (self), !narrow);
}

static void
map_narrow_changed_cb (AtlSessionPage *self,
                       GParamSpec     *pspec,
                       AtlNarrowBin   *bin)
{
  GObject *bar = gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_SESSION_PAGE, "map_bar");

  atl_map_bar_set_narrow (ATL_MAP_BAR (bar), atl_narrow_bin_get_narrow (bin));
  atl_session_page_set_find_narrow (self, atl_narrow_bin_get_narrow (bin));
}

static void
sides_changed_cb (AtlSessionPage *self)
{
  if (atl_fold_box_get_end_open (ATL_FOLD_BOX (self->fold)))
    atl_session_page_ensure_panel (self);
  atl_session_page_update_actions (self);
}

static void
canvas_toast_cb (AtlSessionPage *self,
                 const char     *text,
                 gboolean        undoable)
{
  if (undoable)
    atl_toast_show_undo (self->canvas, text, atl_document_get_history (self->document));
  else
    atl_toast_show (self->canvas, text);
}

static void
show_zoom (AtlSessionPage *self)
{
  double           zoom = atl_canvas_get_zoom (ATL_CANVAS (self->canvas));
  g_autofree char *text = g_strdup_printf (_ ("%d%%"), (int) (zoom * 100 + 0.5));

  gtk_menu_button_set_label (GTK_MENU_BUTTON (get_zoom (self)), text);
}

static void
theme_changed_cb (AtlSessionPage *self)
{
  if (self->canvas != NULL)
    atl_canvas_set_theme (ATL_CANVAS (self->canvas), atl_theme_get ());
}

static void
area_changed_cb (AtlSessionPage *self)
{
  AtlArea *area = self->board != NULL ? atl_canvas_get_current_area (ATL_CANVAS (self->canvas)) : NULL;

  atl_capture_bar_set_area (ATL_CAPTURE_BAR (self->capture), area);
  gtk_widget_set_sensitive (self->capture, area != NULL);
}

/* In the language of the session: the title is part of the board. */
static char *
title_wanted_cb (AtlSessionPage *self,
                 GPtrArray      *stack)
{
  AtlSession              *session = atl_document_get_session (self->document);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           texts = NULL;

  for (guint i = 0; i < stack->len; i++)
    g_strv_builder_add (builder, atl_note_get_text (stack->pdata[i]));
  texts = g_strv_builder_end (builder);
  return atl_stack_words_suggest ((const char *const *) texts, atl_session_get_language (session));
}

static void
area_picked_cb (AtlSessionPage *self,
                AtlArea        *area)
{
  atl_canvas_set_current_area (ATL_CANVAS (self->canvas), area);
  area_changed_cb (self);
}

static void
capture_left_cb (AtlSessionPage *self)
{
  atl_session_page_focus_board (self);
}

static AtlBoard *
get_first_board (AtlSessionPage *self)
{
  AtlSession           *session = atl_document_get_session (self->document);
  g_autoptr (GPtrArray) runs = atl_plan_runs_new (session);

  return atl_plan_runs_get_neighbor (runs, NULL, 1);
}

/* A session opens where it was left; the board may be gone since. */
static AtlBoard *
get_last_board (AtlSessionPage *self)
{
  const char *path = atl_document_get_path (self->document);
  const char *id = path != NULL ? atl_recents_get_place (atl_recents_get_default (), path) : NULL;
  AtlList    *boards = atl_session_get_boards (atl_document_get_session (self->document));
  AtlItem    *board = id != NULL ? atl_list_find (boards, id) : NULL;

  return board != NULL ? ATL_BOARD (board) : get_first_board (self);
}

static void
keep_place (AtlSessionPage *self)
{
  const char *path = atl_document_get_path (self->document);

  if (path != NULL && self->board != NULL)
    atl_recents_set_place (atl_recents_get_default (), path, atl_item_get_id (ATL_ITEM (self->board)));
}

/* The open board may go away, by the user or by an undo. */
static void
board_removed (AtlSessionPage *self)
{
  AtlBoard *next = atl_plan_get_neighbor (ATL_PLAN (self->plan), 1);

  if (next == NULL || atl_item_get_list (ATL_ITEM (next)) == NULL)
    next = get_first_board (self);
  atl_session_page_set_board (self, next);
}

/* A node that comes to stand for a person makes a map one of people. */
static gboolean
concerns_people (AtlChange *change)
{
  AtlItem *item = atl_change_get_item (change);

  if (!ATL_IS_NOTE (item) || *atl_note_get_person (ATL_NOTE (item)) == '\0')
    return FALSE;
  if (atl_change_get_kind (change) == ATL_CHANGE_SET)
    return atl_change_get_field (change) == ATL_NOTE_PERSON;
  return atl_change_get_kind (change) == ATL_CHANGE_INSERT;
}

static void
session_changed_cb (AtlSessionPage *self,
                    AtlChange      *change)
{
  AtlItem *item = atl_change_get_item (change);

  atl_session_page_follow_hidden (self, change);
  if (ATL_IS_AREA (item) || concerns_people (change))
    atl_session_page_update_map (self);
  if (!ATL_IS_BOARD (item))
    return;
  if (atl_change_get_kind (change) == ATL_CHANGE_REMOVE && ATL_BOARD (item) == self->board)
    board_removed (self);
  else if (atl_change_get_kind (change) == ATL_CHANGE_INSERT && self->board == NULL)
    atl_session_page_set_board (self, ATL_BOARD (item));
}

static AtlBoard *
find_board (AtlItem *item)
{
  while (item != NULL && !ATL_IS_BOARD (item))
    item = atl_item_get_parent (item);
  return (AtlBoard *) item;
}

/* What an undo brought back is seen, even if it is on another board. */
static void
history_applied_cb (AtlSessionPage *self,
                    GPtrArray      *items)
{
  AtlBoard *other = NULL;

  atl_session_page_tell_applied (self);
  for (guint i = 0; i < items->len; i++)
    {
      AtlBoard *board = find_board (g_ptr_array_index (items, i));

      if (board != NULL && board == self->board)
        return;
      if (board != NULL && atl_item_get_list (ATL_ITEM (board)) != NULL)
        other = board;
    }
  if (other != NULL)
    atl_session_page_set_board (self, other);
}

static void
forget_document (AtlSessionPage *self)
{
  if (self->document == NULL)
    return;
  keep_place (self);
  atl_draw_state_close (self->document);
  if (self->keeper != NULL)
    atl_keeper_end (self->keeper);
  g_clear_object (&self->keeper);
  atl_undecided_notice_forget (ATL_NOTICES (self->notices));
  atl_document_notices_forget (ATL_NOTICES (self->notices), self->document);
  g_signal_handlers_disconnect_by_data (self->document, self);
  g_signal_handlers_disconnect_by_data (atl_document_get_session (self->document), self);
  g_signal_handlers_disconnect_by_data (atl_document_get_history (self->document), self);
  atl_session_page_set_board (self, NULL);
  atl_session_page_set_found_session (self, NULL);
  atl_plan_set_session (ATL_PLAN (self->plan), NULL, NULL, TRUE);
  atl_capture_bar_set_session (ATL_CAPTURE_BAR (self->capture), NULL);
  atl_session_header_set_document (ATL_SESSION_HEADER (self->header), NULL);
  atl_session_page_forget_panels (self);
  g_clear_object (&self->reader);
  g_clear_object (&self->document);
}

static void
follow_document (AtlSessionPage *self)
{
  AtlSession *session = atl_document_get_session (self->document);
  AtlHistory *history = atl_document_get_history (self->document);

  g_signal_connect_object (self->document, "notify", G_CALLBACK (atl_session_page_update_actions), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "applied", G_CALLBACK (history_applied_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify", G_CALLBACK (atl_session_page_update_actions), self,
                           G_CONNECT_SWAPPED);
}

static void
atl_session_page_dispose (GObject *object)
{
  AtlSessionPage *self = ATL_SESSION_PAGE (object);

  if (self->narrow != NULL)
    forget_document (self);
  self->canvas = NULL;
  g_clear_pointer (&self->narrow, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_session_page_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (ATL_TYPE_TIPS_BUTTON);
  g_type_ensure (ADW_TYPE_TOAST_OVERLAY);
  g_type_ensure (ATL_TYPE_CANVAS);
  g_type_ensure (ATL_TYPE_CAPTURE_BAR);
  g_type_ensure (ATL_TYPE_CAPTURE_QUESTION);
  g_type_ensure (ATL_TYPE_FOLD_BOX);
  g_type_ensure (ATL_TYPE_MAP_BAR);
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  g_type_ensure (ATL_TYPE_NOTICES);
  g_type_ensure (ATL_TYPE_PLAN);
  g_type_ensure (ATL_TYPE_MAP_START);
  g_type_ensure (ATL_TYPE_PRIVACY_CARD);
  g_type_ensure (ATL_TYPE_SESSION_HEADER);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, sides_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, canvas_toast_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_zoom);
  gtk_widget_class_bind_template_callback (widget_class, area_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, area_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, capture_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, atl_session_page_set_board);
}

static void
atl_session_page_class_init (AtlSessionPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_session_page_dispose;
  widget_class->focus = atl_session_page_focus_next;
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-session-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, narrow);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, header);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, notices);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, fold);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, plan);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, center);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, canvas);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, panel);
  gtk_widget_class_bind_template_child (widget_class, AtlSessionPage, capture);
  gtk_widget_class_bind_template_child_full (widget_class, "zoom", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "tips", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "map_bar", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "question", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "map_overlay", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "map_start", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "privacy_card", FALSE, 0);
  bind_callbacks (widget_class);
  atl_session_page_bind_find (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_session_page_init (AtlSessionPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_session_page_init_keys (self);
  theme_changed_cb (self);
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (theme_changed_cb));
  show_zoom (self);
}

/**
 * atl_session_page_new:
 *
 * Returns: (transfer floating): a page without a document
 */
GtkWidget *
atl_session_page_new (void)
{
  return g_object_new (ATL_TYPE_SESSION_PAGE, NULL);
}

static void
keep_document (AtlSessionPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  self->keeper = atl_keeper_new (self->document, ATL_CAPTURE_BAR (self->capture));
  if (GTK_IS_WINDOW (root))
    atl_keeper_set_window (self->keeper, GTK_WINDOW (root));
  atl_document_notices_follow (ATL_NOTICES (self->notices), self->document);
  atl_undecided_notice_follow (ATL_NOTICES (self->notices), self->document);
}

/**
 * atl_session_page_set_document:
 * @self: a page
 * @document: (nullable): the document to show; the board is opened that was open last, or the first
 */
void
atl_session_page_set_document (AtlSessionPage *self,
                               AtlDocument    *document)
{
  AtlSession *session = NULL;
  gboolean    read_only = FALSE;

  g_return_if_fail (ATL_IS_SESSION_PAGE (self));

  forget_document (self);
  if (document == NULL)
    return;
  self->document = g_object_ref (document);
  session = atl_document_get_session (document);
  self->reader = atl_map_reader_new (session);
  read_only = atl_document_get_read_only (document);
  follow_document (self);
  keep_document (self);
  /* What cannot be saved cannot be changed. */
  gtk_widget_set_visible (self->capture, !read_only);
  gtk_widget_set_hexpand (get_zoom (self), read_only);
  atl_session_header_set_document (ATL_SESSION_HEADER (self->header), document);
  atl_plan_set_session (ATL_PLAN (self->plan), session, atl_document_get_history (document), read_only);
  atl_capture_bar_set_session (ATL_CAPTURE_BAR (self->capture), session);
  atl_session_page_set_found_session (self, session);
  atl_session_page_set_board (self, get_last_board (self));
  if (atl_fold_box_get_end_open (ATL_FOLD_BOX (self->fold)))
    atl_session_page_ensure_panel (self);
  atl_session_page_update_actions (self);
}

/**
 * atl_session_page_get_document:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the document it shows
 */
AtlDocument *
atl_session_page_get_document (AtlSessionPage *self)
{
  g_return_val_if_fail (ATL_IS_SESSION_PAGE (self), NULL);
  return self->document;
}

/* Without a board, or without an area on it, there is nowhere to capture to. */
static void
show_board (AtlSessionPage *self)
{
  AtlCanvas *canvas = ATL_CANVAS (self->canvas);

  if (self->board != NULL && atl_canvas_get_current_area (canvas) == NULL)
    atl_canvas_set_current_area (canvas, atl_list_get (atl_board_get_areas (self->board), 0));
  area_changed_cb (self);
  atl_session_page_update_map (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->center), self->board != NULL ? "canvas" : "empty");
}

/**
 * atl_session_page_set_board:
 * @self: a page with a document
 * @board: (nullable): the board to open
 */
void
atl_session_page_set_board (AtlSessionPage *self,
                            AtlBoard       *board)
{
  gboolean other;

  g_return_if_fail (ATL_IS_SESSION_PAGE (self));
  g_return_if_fail (board == NULL || self->document != NULL);

  other = self->board != NULL && board != self->board;
  if (!g_set_object (&self->board, board))
    {
      show_board (self);
      return;
    }
  atl_capture_question_cancel (atl_session_page_get_question (self));
  atl_capture_bar_set_board (ATL_CAPTURE_BAR (self->capture), board);
  if (board != NULL)
    {
      atl_canvas_set_board (ATL_CANVAS (self->canvas), atl_document_get_session (self->document),
                            atl_document_get_history (self->document), board);
      atl_canvas_set_read_only (ATL_CANVAS (self->canvas), atl_document_get_read_only (self->document));
    }
  else
    atl_canvas_set_board (ATL_CANVAS (self->canvas), NULL, NULL, NULL);
  atl_plan_set_board (ATL_PLAN (self->plan), board);
  atl_session_header_set_board (ATL_SESSION_HEADER (self->header), board);
  show_board (self);
  atl_session_page_follow_find (self);
  atl_session_page_update_actions (self);
  if (!other || board == NULL)
    return;
  keep_place (self);
  atl_session_page_tell_board (self);
}

/**
 * atl_session_page_get_board:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the board that is open
 */
AtlBoard *
atl_session_page_get_board (AtlSessionPage *self)
{
  g_return_val_if_fail (ATL_IS_SESSION_PAGE (self), NULL);
  return self->board;
}

/**
 * atl_session_page_get_notices:
 * @self: a page
 *
 * Returns: (transfer none): what there is to say about its document
 */
AtlNotices *
atl_session_page_get_notices (AtlSessionPage *self)
{
  g_return_val_if_fail (ATL_IS_SESSION_PAGE (self), NULL);
  return ATL_NOTICES (self->notices);
}

/**
 * atl_session_page_focus:
 * @self: a page
 *
 * Puts the focus where the next note is typed, on the board where none can be.
 */
void
atl_session_page_focus (AtlSessionPage *self)
{
  g_return_if_fail (ATL_IS_SESSION_PAGE (self));
  if (gtk_widget_get_visible (self->capture))
    atl_capture_bar_focus (ATL_CAPTURE_BAR (self->capture));
  else
    atl_session_page_focus_board (self);
}

/**
 * atl_session_page_keep_draft:
 * @self: a page
 *
 * Makes a note of what stands in the capture bar, before the session is left: not a word is lost.
 */
void
atl_session_page_keep_draft (AtlSessionPage *self)
{
  g_return_if_fail (ATL_IS_SESSION_PAGE (self));

  if (self->document == NULL)
    return;
  if (self->board != NULL)
    atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_capture_question_cancel (atl_session_page_get_question (self));
  atl_capture_bar_flush (ATL_CAPTURE_BAR (self->capture));
}
