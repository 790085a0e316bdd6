/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-note-editor.h"

#include "canvas/links/atl-link-commands.h"
#include "canvas/notes/atl-note-limit.h"
#include "canvas/notes/atl-writing-focus.h"
#include "model/atl-edits.h"

#include <glib/gi18n-lib.h>

/**
 * AtlNoteEditor:
 *
 * The one real text field of the board, laid over the note being edited. Every key goes to the model at
 * once; undo is the history's. A new note is a group of the history that stays open until there is text, so
 * that giving up leaves no trace.
 */
struct _AtlNoteEditor
{
  GtkWidget parent_instance;

  GtkWidget    *scroller;
  GtkWidget    *text;
  AtlBoardView *view;
  AtlNote      *note;
  gboolean      pending; /* the group that adds the note is open */
  gboolean      is_new;
  gboolean      writing, reading;
  gboolean      composing; /* an input method is: Enter is its own */
};

G_DEFINE_FINAL_TYPE (AtlNoteEditor, atl_note_editor, GTK_TYPE_WIDGET)

enum
{
  ENDED,
  OVERFLOWED,
  SELECTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkTextBuffer *
buffer_of (AtlNoteEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text));
}

static char *
dup_text (AtlNoteEditor *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer_of (self), &start, &end);
  return gtk_text_buffer_get_text (buffer_of (self), &start, &end, FALSE);
}

static void
limit_text (AtlNoteEditor *self)
{
  GtkTextIter start, end;

  if (gtk_text_buffer_get_char_count (buffer_of (self)) <= ATL_NOTE_TEXT_LIMIT)
    return;
  gtk_text_buffer_get_iter_at_offset (buffer_of (self), &start, ATL_NOTE_TEXT_LIMIT);
  gtk_text_buffer_get_end_iter (buffer_of (self), &end);
  self->reading = TRUE;
  gtk_text_buffer_delete (buffer_of (self), &start, &end);
  self->reading = FALSE;
  g_signal_emit (self, signals[OVERFLOWED], 0);
}

static void
write_text (AtlNoteEditor *self)
{
  AtlHistory      *history = atl_board_view_get_history (self->view);
  g_autofree char *text = dup_text (self);

  self->writing = TRUE;
  if (!self->pending)
    atl_history_begin_typing (history, _ ("Edit Note"), ATL_ITEM (self->note));
  atl_note_set_text (self->note, text);
  if (!self->pending || *text != '\0')
    {
      self->pending = FALSE;
      atl_history_end (history);
    }
  self->writing = FALSE;
}

static void
buffer_changed_cb (AtlNoteEditor *self)
{
  if (self->note == NULL || self->reading)
    return;
  limit_text (self);
  write_text (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
read_text (AtlNoteEditor *self)
{
  g_autofree char *text = dup_text (self);

  if (g_str_equal (text, atl_note_get_text (self->note)))
    return;
  self->reading = TRUE;
  gtk_text_buffer_set_text (buffer_of (self), atl_note_get_text (self->note), -1);
  self->reading = FALSE;
}

/* The note was changed by somebody else: by undo, most likely. */
static void
text_changed_cb (AtlNoteEditor *self)
{
  if (self->note != NULL && !self->writing)
    read_text (self);
}

static void
box_removed_cb (AtlNoteEditor *self,
                AtlBox        *box)
{
  if (self->note != NULL && box->item == ATL_ITEM (self->note) && box->kind == ATL_BOX_NOTE)
    atl_note_editor_stop (self);
}

static void
remove_empty_note (AtlNoteEditor *self,
                   AtlNote       *note)
{
  AtlHistory *history = atl_board_view_get_history (self->view);

  if (atl_item_get_list (ATL_ITEM (note)) == NULL || *atl_note_get_text (note) != '\0')
    return;
  atl_history_begin_typing (history, _ ("Add Note"), ATL_ITEM (note));
  atl_list_remove (atl_item_get_list (ATL_ITEM (note)), ATL_ITEM (note));
  atl_history_end (history);
}

static void
finish (AtlNoteEditor *self,
        gboolean       by_key)
{
  g_autoptr (AtlNote) note = g_steal_pointer (&self->note);
  gboolean            pending = self->pending;

  if (note == NULL)
    return;
  self->pending = FALSE;
  g_signal_handlers_disconnect_by_data (note, self);
  g_signal_handlers_disconnect_by_data (atl_board_view_get_scene (self->view), self);
  if (pending)
    atl_history_cancel (atl_board_view_get_history (self->view));
  else if (self->is_new)
    remove_empty_note (self, note);
  if (!pending && self->is_new && atl_item_get_list (ATL_ITEM (note)) != NULL)
    atl_link_commands_read_silo (self->view, note);
  atl_history_break (atl_board_view_get_history (self->view));
  g_signal_emit (self, signals[ENDED], 0, by_key);
  g_clear_object (&self->view);
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

static gboolean
key_pressed_cb (AtlNoteEditor  *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
  gboolean tab = keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab || keyval == GDK_KEY_ISO_Left_Tab;

  /* The menu of the text has keys of its own. */
  if (self->note == NULL || self->composing || !gtk_widget_is_focus (self->text))
    return GDK_EVENT_PROPAGATE;
  if (enter && (state & GDK_SHIFT_MASK) != 0)
    {
      gtk_text_buffer_insert_at_cursor (buffer_of (self), "\n", 1);
      gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->text),
                                          gtk_text_buffer_get_insert (buffer_of (self)));
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Escape && !enter && !tab)
    return GDK_EVENT_PROPAGATE;
  finish (self, TRUE);
  /* Who has taken the focus from the board then keeps it. */
  return tab && has_focus_within (gtk_widget_get_parent (GTK_WIDGET (self))) ? GDK_EVENT_PROPAGATE
                                                                             : GDK_EVENT_STOP;
}

static void
selected_cb (AtlNoteEditor *self)
{
  g_signal_emit (self, signals[SELECTED], 0);
}

static void
preedit_changed_cb (AtlNoteEditor *self,
                    const char    *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
focus_left_cb (AtlNoteEditor *self)
{
  if (!atl_writing_focus_comes_back (GTK_WIDGET (self)))
    finish (self, FALSE);
}

static void
atl_note_editor_measure (GtkWidget     *widget,
                         GtkOrientation orientation,
                         int            for_size,
                         int           *minimum,
                         int           *natural,
                         int           *minimum_baseline,
                         int           *natural_baseline)
{
  GtkWidget *scroller = ATL_NOTE_EDITOR (widget)->scroller;

  gtk_widget_measure (scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static void
atl_note_editor_size_allocate (GtkWidget *widget,
                               int        width,
                               int        height,
                               int        baseline)
{
  gtk_widget_allocate (ATL_NOTE_EDITOR (widget)->scroller, width, height, baseline, NULL);
}

static void
atl_note_editor_dispose (GObject *object)
{
  AtlNoteEditor *self = ATL_NOTE_EDITOR (object);

  finish (self, FALSE);
  self->text = NULL;
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_note_editor_parent_class)->dispose (object);
}

static void
atl_note_editor_class_init (AtlNoteEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_note_editor_dispose;
  widget_class->measure = atl_note_editor_measure;
  widget_class->size_allocate = atl_note_editor_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "noteeditor");

  /**
   * AtlNoteEditor::ended:
   * @by_key: whether a key ended it, so that the note should have the focus now
   */
  signals[ENDED] = g_signal_new ("ended", ATL_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1,
                                 G_TYPE_BOOLEAN);
  /**
   * AtlNoteEditor::overflowed:
   *
   * More was entered than a note holds; the rest was left out.
   */
  signals[OVERFLOWED] = g_signal_new ("overflowed", ATL_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL,
                                      G_TYPE_NONE, 0);
  /**
   * AtlNoteEditor::selected:
   *
   * Some of the text is selected, or none any more.
   */
  signals[SELECTED] = g_signal_new ("selected", ATL_TYPE_NOTE_EDITOR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);
}

/* What the menu of the text offers beside cutting and pasting. */
static void
add_menu (AtlNoteEditor *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();

  g_menu_append (menu, _ ("Add to _Glossary"), "canvas.add-term");
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->text), G_MENU_MODEL (menu));
  g_signal_connect_swapped (buffer_of (self), "notify::has-selection", G_CALLBACK (selected_cb), self);
}

static void
atl_note_editor_init (AtlNoteEditor *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->text = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->text), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->text), FALSE);
  gtk_text_view_set_input_hints (GTK_TEXT_VIEW (self->text), GTK_INPUT_HINT_SPELLCHECK);
  gtk_text_buffer_set_enable_undo (buffer_of (self), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Text of the note"), -1);
  add_menu (self);
  g_signal_connect_swapped (self->text, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->text);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  g_signal_connect_swapped (buffer_of (self), "changed", G_CALLBACK (buffer_changed_cb), self);
}

/**
 * atl_note_editor_new:
 *
 * Returns: (transfer floating): an idle editor
 */
GtkWidget *
atl_note_editor_new (void)
{
  return g_object_new (ATL_TYPE_NOTE_EDITOR, NULL);
}

/**
 * atl_note_editor_start:
 * @self: an editor
 * @view: the view of a board
 * @note: a note of the board
 * @is_new: whether @note comes from atl_commands_begin_note(): its group of the history is open
 *
 * Edits a note, with the cursor behind its text, and takes the focus.
 */
void
atl_note_editor_start (AtlNoteEditor *self,
                       AtlBoardView  *view,
                       AtlNote       *note,
                       gboolean       is_new)
{
  GtkTextIter end;

  g_return_if_fail (ATL_IS_NOTE_EDITOR (self));

  atl_note_editor_stop (self);
  self->view = g_object_ref (view);
  self->is_new = self->pending = is_new;
  self->reading = TRUE;
  gtk_text_buffer_set_text (buffer_of (self), atl_note_get_text (note), -1);
  self->reading = FALSE;
  self->note = g_object_ref (note);
  gtk_text_buffer_get_end_iter (buffer_of (self), &end);
  gtk_text_buffer_place_cursor (buffer_of (self), &end);
  g_signal_connect_swapped (note, "notify::text", G_CALLBACK (text_changed_cb), self);
  g_signal_connect_swapped (atl_board_view_get_scene (view), "box-removed", G_CALLBACK (box_removed_cb),
                            self);
  gtk_widget_grab_focus (self->text);
}

/**
 * atl_note_editor_stop:
 * @self: an editor
 *
 * Ends editing; what was typed stays. A new note without text goes.
 */
void
atl_note_editor_stop (AtlNoteEditor *self)
{
  g_return_if_fail (ATL_IS_NOTE_EDITOR (self));
  finish (self, FALSE);
}

/**
 * atl_note_editor_get_note:
 * @self: an editor
 *
 * Returns: (transfer none) (nullable): the note being edited
 */
AtlNote *
atl_note_editor_get_note (AtlNoteEditor *self)
{
  return self->note;
}

/**
 * atl_note_editor_measure_height:
 * @self: an editor
 * @width: width of the text in its own pixels
 *
 * Returns: the height that all of the text takes
 */
int
atl_note_editor_measure_height (AtlNoteEditor *self,
                                int            width)
{
  int natural = 0;

  gtk_widget_measure (self->text, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
  return natural;
}

/**
 * atl_note_editor_dup_selected:
 * @self: an editor
 *
 * Returns: (transfer full) (nullable): the text that is selected, on one line; %NULL for none
 */
char *
atl_note_editor_dup_selected (AtlNoteEditor *self)
{
  GtkTextIter start, end;
  char       *text;

  if (self->note == NULL || !gtk_text_buffer_get_selection_bounds (buffer_of (self), &start, &end))
    return NULL;
  text = gtk_text_buffer_get_text (buffer_of (self), &start, &end, FALSE);
  g_strstrip (g_strdelimit (text, "\r\n\t", ' '));
  if (*text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/**
 * atl_note_editor_set_scrolls:
 * @self: an editor
 * @scrolls: whether there is no room for all of the text, which scrolls in its place then
 */
void
atl_note_editor_set_scrolls (AtlNoteEditor *self,
                             gboolean       scrolls)
{
  GtkPolicyType wanted = scrolls ? GTK_POLICY_EXTERNAL : GTK_POLICY_NEVER;
  GtkPolicyType policy;

  gtk_scrolled_window_get_policy (GTK_SCROLLED_WINDOW (self->scroller), NULL, &policy);
  if (policy != wanted)
    gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, wanted);
}
