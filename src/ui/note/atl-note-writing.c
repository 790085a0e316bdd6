/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/note/atl-note-writing.h"

#include "canvas/notes/atl-note-limit.h"
#include "config.h"
#include "ui/common/atl-inner-focus.h"

#include <glib/gi18n-lib.h>

/**
 * AtlNoteWriting:
 *
 * The text or the description of a note in a panel. Every key goes to the model at once; undo is the
 * history's, where the keys of a moment are one step.
 */
struct _AtlNoteWriting
{
  GtkWidget parent_instance;

  GtkWidget  *frame;
  GtkWidget  *view;
  AtlHistory *history;
  AtlNote    *note; /* nullable */
  gboolean    description;
  gboolean    writing, reading;
};

G_DEFINE_FINAL_TYPE (AtlNoteWriting, atl_note_writing, GTK_TYPE_WIDGET)

static GtkTextBuffer *
buffer_of (AtlNoteWriting *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static char *
dup_text (AtlNoteWriting *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (self), &start, &end, FALSE);
}

static const char *
get_stored (AtlNoteWriting *self)
{
  if (self->note == NULL)
    return "";
  return self->description ? atl_note_get_description (self->note) : atl_note_get_text (self->note);
}

static void
limit_text (AtlNoteWriting *self)
{
  GtkTextIter start, end;

  if (gtk_text_buffer_get_char_count (buffer_of (self)) <= ATL_NOTE_TEXT_LIMIT)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, ATL_NOTE_TEXT_LIMIT);
  gtk_text_buffer_get_end_iter (buffer_of (self), &end);
  self->reading = TRUE;
  gtk_text_buffer_delete (buffer_of (self), &start, &end);
  self->reading = FALSE;
}

static void
buffer_changed_cb (AtlNoteWriting *self)
{
  g_autofree char *text = NULL;

  if (self->note == NULL || self->reading)
    return;
  limit_text (self);
  text = dup_text (self);
  self->writing = TRUE;
  atl_history_begin_typing (self->history, self->description ? _ ("Edit Description") : _ ("Edit Note"),
                            ATL_ITEM (self->note));
  if (self->description)
    atl_note_set_description (self->note, text);
  else
    atl_note_set_text (self->note, text);
  atl_history_end (self->history);
  self->writing = FALSE;
}

/* A panel that is open while notes are gone through tells the room nothing of those that are hidden: the
 * words are there for who writes. */
static void
show_closed (AtlNoteWriting *self)
{
  if (self->note != NULL && atl_note_get_hidden (self->note))
    gtk_widget_add_css_class (self->frame, "closed");
  else
    gtk_widget_remove_css_class (self->frame, "closed");
}

/* Somebody else changed the note, undo most likely; the cursor stays unless the text is another. */
static void
read_text (AtlNoteWriting *self)
{
  g_autofree char *text = dup_text (self);

  if (self->writing || g_str_equal (text, get_stored (self)))
    return;
  self->reading = TRUE;
  gtk_text_buffer_set_text (buffer_of (self), get_stored (self), -1);
  self->reading = FALSE;
}

/* What is typed next is another step. */
static void
focus_left_cb (AtlNoteWriting *self)
{
  if (self->note != NULL)
    atl_history_break (self->history);
}

static void
forget_note (AtlNoteWriting *self)
{
  if (self->note != NULL)
    g_signal_handlers_disconnect_by_data (self->note, self);
  g_clear_object (&self->note);
}

static void
atl_note_writing_dispose (GObject *object)
{
  AtlNoteWriting *self = ATL_NOTE_WRITING (object);

  forget_note (self);
  g_clear_object (&self->history);
  g_clear_pointer (&self->frame, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_note_writing_parent_class)->dispose (object);
}

static gboolean
atl_note_writing_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATL_NOTE_WRITING (widget)->view);
}

static void
atl_note_writing_class_init (AtlNoteWritingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_note_writing_dispose;
  widget_class->focus = atl_inner_focus;
  widget_class->grab_focus = atl_note_writing_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_note_writing_init (AtlNoteWriting *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self->view), GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_buffer_set_enable_undo (buffer_of (self), FALSE);
  g_signal_connect_object (buffer_of (self), "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->view, focus);
  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->frame), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), self->view);
  gtk_widget_add_css_class (self->frame, "note-text");
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));
}

/* Large letters have room for three lines, too; @min and @max are pixels. */
static void
limit_height (AtlNoteWriting *self,
              int             min,
              int             max)
{
  PangoFontMetrics *metrics =
    pango_context_get_metrics (gtk_widget_get_pango_context (self->view), NULL, NULL);
  int line = PANGO_PIXELS (pango_font_metrics_get_height (metrics));

  pango_font_metrics_unref (metrics);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->frame), MAX (max, 6 * line));
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (self->frame), MAX (min, 3 * line + 20));
}

/**
 * atl_note_writing_new:
 * @history: where edits are collected
 * @description: whether it is about the description, not the text
 * @label: what it is called, translated
 *
 * Returns: (transfer floating): a field without a note
 */
GtkWidget *
atl_note_writing_new (AtlHistory *history,
                      gboolean    description,
                      const char *label)
{
  AtlNoteWriting *self = g_object_new (ATL_TYPE_NOTE_WRITING, NULL);

  self->history = g_object_ref (history);
  self->description = description;
  limit_height (self, description ? 120 : 72, description ? 320 : 160);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}

/**
 * atl_note_writing_set_note:
 * @self: a field
 * @note: (nullable): the note it is about from now on
 */
void
atl_note_writing_set_note (AtlNoteWriting *self,
                           AtlNote        *note)
{
  g_return_if_fail (ATL_IS_NOTE_WRITING (self));

  if (note == self->note)
    return;
  focus_left_cb (self);
  forget_note (self);
  if (note != NULL)
    {
      self->note = g_object_ref (note);
      g_signal_connect_object (note, self->description ? "notify::description" : "notify::text",
                               G_CALLBACK (read_text), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (note, "notify::hidden", G_CALLBACK (show_closed), self, G_CONNECT_SWAPPED);
    }
  show_closed (self);
  read_text (self);
}

/**
 * atl_note_writing_set_editable:
 * @self: a field
 * @editable: whether something can be typed
 */
void
atl_note_writing_set_editable (AtlNoteWriting *self,
                               gboolean        editable)
{
  g_return_if_fail (ATL_IS_NOTE_WRITING (self));
  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
}
