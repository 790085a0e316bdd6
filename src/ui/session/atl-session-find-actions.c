/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-find.h"

#include "canvas/atl-canvas.h"
#include "config.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"
#include "scene/atl-scene-map.h"
#include "ui/common/atl-toast.h"
#include "ui/find/atl-find-bar.h"
#include "ui/find/atl-move-picker.h"
#include "ui/find/atl-note-move.h"
#include "ui/find/atl-tag-picker.h"
#include "ui/find/atl-tally-strip.h"
#include "ui/note/atl-note-panel.h"
#include "ui/session/atl-session-page-private.h"

#include <glib/gi18n-lib.h>

/* Finding and filtering notes, and what is done with those that are selected. */

static GtkWidget *
get_part (AtlSessionPage *self,
          const char     *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_SESSION_PAGE, name));
}

static AtlFindBar *
get_bar (AtlSessionPage *self)
{
  return ATL_FIND_BAR (get_part (self, "find_bar"));
}

static void
found_cb (AtlSessionPage *self,
          GHashTable     *notes,
          const char     *words)
{
  if (self->canvas == NULL)
    return;
  atl_canvas_set_lit (ATL_CANVAS (self->canvas), ATL_LIT_FIND, notes);
  atl_canvas_set_highlight (ATL_CANVAS (self->canvas), words);
  atl_tally_strip_set_tag (ATL_TALLY_STRIP (get_part (self, "tally")), atl_find_bar_get_tag (get_bar (self)));
}

/* A note under others in a closed stack is seen once the stack is open. */
static void
open_stack_of (AtlSessionPage *self,
               AtlNote        *note)
{
  AtlScene *scene = atl_canvas_get_scene (ATL_CANVAS (self->canvas));
  AtlNote  *lead = atl_note_find_lead (note);

  if (lead != NULL)
    atl_scene_set_stack_open (scene, lead, TRUE);
  atl_scene_update (scene);
}

/* For the files of the page: opens the board of a note and shows it there; with @focus it has the focus. */
static void
show_note (AtlSessionPage *self,
           AtlNote        *note,
           gboolean        focus)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  AtlBoard             *board = atl_note_find_board (note);

  if (board == NULL || atl_item_get_session (ATL_ITEM (board)) == NULL)
    return;
  atl_session_page_set_board (self, board);
  open_stack_of (self, note);
  g_ptr_array_add (notes, note);
  atl_canvas_select (ATL_CANVAS (self->canvas), notes);
  atl_canvas_reveal (ATL_CANVAS (self->canvas), ATL_ITEM (note));
  if (focus)
    gtk_widget_grab_focus (self->canvas);
}

/* For the files of the page: the panel of the note is about what is selected. */
void
atl_session_page_update_note (AtlSessionPage *self)
{
  g_autoptr (GPtrArray) notes = NULL;
  GtkWidget            *panel = NULL;

  if (self->document != NULL)
    panel = atl_session_page_find_panel (self, ATL_PANEL_NOTE);
  if (panel == NULL)
    return;
  notes = atl_canvas_get_selection (ATL_CANVAS (self->canvas));
  atl_note_panel_set_notes (ATL_NOTE_PANEL (panel), notes);
}

static void
left_cb (AtlSessionPage *self)
{
  GtkWidget *before = g_object_get_data (G_OBJECT (self), "atl-focus-before-find");

  if (before == NULL || !gtk_widget_get_mapped (before) || !gtk_widget_grab_focus (before))
    atl_session_page_focus_board (self);
}

static void
filter_changed_cb (AtlSessionPage *self)
{
  g_autofree char *filter = NULL;
  g_autofree char *text = NULL;

  g_object_get (get_bar (self), "filter", &filter, NULL);
  /* Translators: %s is what notes are filtered by, as in "IT · Yellow star" */
  text = g_strdup_printf (_ ("Filter on: %s"), filter != NULL ? filter : "");
  gtk_label_set_label (GTK_LABEL (get_part (self, "filter_label")), text);
  gtk_widget_set_visible (get_part (self, "filter_sign"), filter != NULL);
}

static void
clear_filter_cb (AtlSessionPage *self)
{
  atl_find_bar_clear_filter (get_bar (self));
  atl_session_page_focus_board (self);
}

static void
tag_picked_cb (AtlSessionPage *self,
               const char     *tag)
{
  atl_find_bar_filter_by_tag (get_bar (self), tag);
}

static void
find_shown_cb (AtlSessionPage *self)
{
  atl_canvas_set_held (ATL_CANVAS (self->canvas), gtk_widget_get_visible (GTK_WIDGET (get_bar (self))));
}

/* For the files of the page: the callbacks of what finds notes, in its template. */
void
atl_session_page_bind_find (GtkWidgetClass *widget_class)
{
  static const char *const parts[] = { "find_bar", "filter_sign", "filter_label", "tally" };

  g_type_ensure (ATL_TYPE_FIND_BAR);
  g_type_ensure (ATL_TYPE_TALLY_STRIP);
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_class_bind_template_child_full (widget_class, parts[i], FALSE, 0);
  gtk_widget_class_bind_template_callback_full (widget_class, "find_found_cb", G_CALLBACK (found_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "find_go_cb",
                                                G_CALLBACK (show_note));
  gtk_widget_class_bind_template_callback_full (widget_class, "find_left_cb", G_CALLBACK (left_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "find_shown_cb", G_CALLBACK (find_shown_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "filter_changed_cb",
                                                G_CALLBACK (filter_changed_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "clear_filter_cb",
                                                G_CALLBACK (clear_filter_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "tag_picked_cb", G_CALLBACK (tag_picked_cb));
  gtk_widget_class_bind_template_callback_full (widget_class, "selected_cb",
                                                G_CALLBACK (atl_session_page_update_note));
}

/* For the files of the page: another board is open, or another document. */
void
atl_session_page_follow_find (AtlSessionPage *self)
{
  atl_find_bar_set_board (get_bar (self), self->board);
  atl_tally_strip_set_board (ATL_TALLY_STRIP (get_part (self, "tally")), self->board);
}

/* For the files of the page: what is looked through; NULL for nothing. */
void
atl_session_page_set_found_session (AtlSessionPage *self,
                                    AtlSession     *session)
{
  atl_find_bar_set_session (get_bar (self), session);
}

/* For the files of the page: nobody is found by name while maps show silos only. */
void
atl_session_page_set_found_people (AtlSessionPage *self,
                                   gboolean        people)
{
  atl_find_bar_set_people (get_bar (self), people);
}

/* For the files of the page: whether the board has little room. */
void
atl_session_page_set_find_narrow (AtlSessionPage *self,
                                  gboolean        narrow)
{
  atl_find_bar_set_narrow (get_bar (self), narrow);
}

static void
find (GSimpleAction  *action,
      GVariant       *parameter,
      AtlSessionPage *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (self->board == NULL)
    return;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  if (focus != NULL && !gtk_widget_is_ancestor (focus, GTK_WIDGET (get_bar (self))))
    g_object_set_data_full (G_OBJECT (self), "atl-focus-before-find", g_object_ref (focus), g_object_unref);
  atl_find_bar_open (get_bar (self));
}

/* The area where all notes are, or NULL. */
static AtlArea *
find_common_area (GPtrArray *notes)
{
  AtlArea *area = notes->len > 0 ? atl_note_find_area (notes->pdata[0]) : NULL;

  for (guint i = 1; i < notes->len; i++)
    if (atl_note_find_area (notes->pdata[i]) != area)
      return NULL;
  return area;
}

static gboolean
has_node (GPtrArray *notes)
{
  for (guint i = 0; i < notes->len; i++)
    if (atl_note_is_node (notes->pdata[i]))
      return TRUE;
  return FALSE;
}

/* The selection goes; whoever moves notes stays where they were. */
static void
area_picked_cb (AtlSessionPage *self,
                AtlArea        *area)
{
  AtlHistory           *history = atl_document_get_history (self->document);
  g_autoptr (GPtrArray) notes = atl_canvas_dup_targets (ATL_CANVAS (self->canvas), FALSE);
  g_autoptr (GPtrArray) all = atl_canvas_dup_targets (ATL_CANVAS (self->canvas), TRUE);
  const char           *title = atl_area_get_title (area);
  g_autofree char      *text = NULL;

  if (notes->len == 0 || atl_item_get_list (ATL_ITEM (area)) == NULL)
    return;
  atl_note_move (history, notes, area);
  /* Translators: %s is the title of an area */
  text = g_strdup_printf (ngettext ("%u note moved to %s", "%u notes moved to %s", all->len), all->len,
                          *title != '\0' ? title : _ ("Untitled Area"));
  atl_toast_show_undo (self->canvas, text, history);
}

static gboolean
can_edit (AtlSessionPage *self)
{
  return self->document != NULL && self->board != NULL && !atl_document_get_read_only (self->document);
}

static void
move_to (GSimpleAction  *action,
         GVariant       *parameter,
         AtlSessionPage *self)
{
  g_autoptr (GPtrArray) notes = NULL;
  GtkWidget            *picker;

  if (!can_edit (self))
    return;
  notes = atl_canvas_dup_targets (ATL_CANVAS (self->canvas), FALSE);
  if (notes->len == 0 || has_node (notes))
    return;
  picker = atl_move_picker_new (self->board, find_common_area (notes));
  g_signal_connect_object (picker, "picked", G_CALLBACK (area_picked_cb), self, G_CONNECT_SWAPPED);
  atl_canvas_present_popover (ATL_CANVAS (self->canvas), picker);
}

static void
tag_notes (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  g_autoptr (GPtrArray) notes = NULL;

  if (!can_edit (self))
    return;
  notes = atl_canvas_dup_targets (ATL_CANVAS (self->canvas), FALSE);
  if (notes->len == 0 || has_node (notes))
    return;
  atl_canvas_present_popover (ATL_CANVAS (self->canvas),
                              atl_tag_picker_new (self->board, atl_document_get_history (self->document),
                                                  notes));
}

static const GActionEntry entries[] = {
  { "find", (gpointer) find },
  { "move-to", (gpointer) move_to },
  { "note-tags", (gpointer) tag_notes },
};

/* For the files of the page: adds the actions of this file. */
void
atl_session_page_add_find_actions (AtlSessionPage *self,
                                   GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}
