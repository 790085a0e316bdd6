/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-capture-entry.h"

#include "canvas/notes/atl-note-limit.h"
#include "config.h"
#include "ui/common/atl-inner-focus.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/**
 * AtlCaptureEntry:
 *
 * Where a note is typed before it is one. Near the limit of a note it counts; beyond it keeps every word, and
 * says so.
 */
struct _AtlCaptureEntry
{
  GtkWidget parent_instance;

  GtkWidget *overlay;
  GtkWidget *view;
  GtkWidget *placeholder;
  GtkWidget *counter;
  gboolean   composing; /* an input method holds the keys */
  gboolean   asks_author;
};

G_DEFINE_FINAL_TYPE (AtlCaptureEntry, atl_capture_entry, GTK_TYPE_WIDGET)

enum
{
  SUBMIT,
  LEAVE,
  CHANGED,
  PASTED,
  AUTHOR_ASKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (AtlCaptureEntry *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
update (AtlCaptureEntry *self)
{
  guint            n = (guint) gtk_text_buffer_get_char_count (get_buffer (self));
  g_autofree char *text = atl_note_limit_dup_text (n);

  gtk_widget_set_visible (self->placeholder, n == 0 && !self->composing);
  gtk_widget_set_visible (self->counter, text != NULL);
  gtk_label_set_text (GTK_LABEL (self->counter), text != NULL ? text : "");
  if (n > ATL_NOTE_TEXT_LIMIT)
    gtk_widget_add_css_class (self->counter, "error");
  else
    gtk_widget_remove_css_class (self->counter, "error");
}

static void
buffer_changed_cb (AtlCaptureEntry *self)
{
  update (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
preedit_changed_cb (AtlCaptureEntry *self,
                    const char      *preedit)
{
  self->composing = *preedit != '\0';
  update (self);
}

static gboolean
asks_author (AtlCaptureEntry *self,
             guint            keyval)
{
  return keyval == GDK_KEY_at && self->asks_author && !atl_capture_entry_has_text (self);
}

static gboolean
key_pressed_cb (AtlCaptureEntry *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean        enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter ||
                   keyval == GDK_KEY_ISO_Enter;

  if (self->composing)
    return GDK_EVENT_PROPAGATE;
  if (enter && (modifiers == 0 || modifiers == GDK_CONTROL_MASK))
    g_signal_emit (self, signals[SUBMIT], 0, modifiers == GDK_CONTROL_MASK);
  else if (keyval == GDK_KEY_Escape && modifiers == 0)
    g_signal_emit (self, signals[LEAVE], 0);
  else if (asks_author (self, keyval))
    g_signal_emit (self, signals[AUTHOR_ASKED], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
clipboard_read_cb (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AtlCaptureEntry) self = user_data;
  g_autofree char            *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text == NULL || self->view == NULL)
    return;
  if (strpbrk (text, "\r\n\t\v") != NULL)
    g_signal_emit (self, signals[PASTED], 0, text);
  else
    atl_capture_entry_insert (self, text);
}

static void
paste_clipboard_cb (AtlCaptureEntry *self)
{
  g_signal_stop_emission_by_name (self->view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->view), NULL, clipboard_read_cb,
                                 g_object_ref (self));
}

static gboolean
atl_capture_entry_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATL_CAPTURE_ENTRY (widget)->view);
}

static void
atl_capture_entry_dispose (GObject *object)
{
  AtlCaptureEntry *self = ATL_CAPTURE_ENTRY (object);

  self->view = NULL;
  g_clear_pointer (&self->overlay, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_capture_entry_parent_class)->dispose (object);
}

static guint
new_signal (const char *name,
            GType       argument)
{
  return g_signal_new (name, ATL_TYPE_CAPTURE_ENTRY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       argument != G_TYPE_NONE ? 1 : 0, argument);
}

static void
atl_capture_entry_class_init (AtlCaptureEntryClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_capture_entry_dispose;
  widget_class->focus = atl_inner_focus;
  widget_class->grab_focus = atl_capture_entry_grab_focus;
  signals[SUBMIT] = new_signal ("submit", G_TYPE_BOOLEAN);
  signals[LEAVE] = new_signal ("leave", G_TYPE_NONE);
  signals[CHANGED] = new_signal ("changed", G_TYPE_NONE);
  signals[PASTED] = new_signal ("pasted", G_TYPE_STRING);
  signals[AUTHOR_ASKED] = new_signal ("author-asked", G_TYPE_NONE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-capture-entry.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureEntry, overlay);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureEntry, view);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureEntry, placeholder);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureEntry, counter);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);
  gtk_widget_class_bind_template_callback (widget_class, preedit_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_capture_entry_init (AtlCaptureEntry *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, key);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (buffer_changed_cb), self,
                           G_CONNECT_SWAPPED);
  update (self);
}

/**
 * atl_capture_entry_dup_text:
 * @self: an entry
 *
 * Returns: (transfer full): what stands in it, as it was typed
 */
char *
atl_capture_entry_dup_text (AtlCaptureEntry *self)
{
  char *text = NULL;

  g_return_val_if_fail (ATL_IS_CAPTURE_ENTRY (self), NULL);
  g_object_get (get_buffer (self), "text", &text, NULL);
  return text;
}

/**
 * atl_capture_entry_has_text:
 * @self: an entry
 *
 * Returns: whether anything stands in it
 */
gboolean
atl_capture_entry_has_text (AtlCaptureEntry *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_ENTRY (self), FALSE);
  return self->view != NULL && gtk_text_buffer_get_char_count (get_buffer (self)) > 0;
}

/**
 * atl_capture_entry_get_excess:
 * @self: an entry
 *
 * Returns: how many characters stand in it that a note does not hold
 */
guint
atl_capture_entry_get_excess (AtlCaptureEntry *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_ENTRY (self), 0);
  return (guint) MAX (gtk_text_buffer_get_char_count (get_buffer (self)) - ATL_NOTE_TEXT_LIMIT, 0);
}

/**
 * atl_capture_entry_set_text:
 * @self: an entry
 * @text: what shall stand in it, with the cursor at its end
 */
void
atl_capture_entry_set_text (AtlCaptureEntry *self,
                            const char      *text)
{
  GtkTextIter end;

  g_return_if_fail (ATL_IS_CAPTURE_ENTRY (self) && text != NULL);

  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  gtk_text_buffer_get_end_iter (get_buffer (self), &end);
  gtk_text_buffer_place_cursor (get_buffer (self), &end);
}

/**
 * atl_capture_entry_insert:
 * @self: an entry
 * @text: what takes the place of the selection
 */
void
atl_capture_entry_insert (AtlCaptureEntry *self,
                          const char      *text)
{
  GtkTextBuffer *buffer = NULL;

  g_return_if_fail (ATL_IS_CAPTURE_ENTRY (self) && text != NULL);

  buffer = get_buffer (self);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer));
}

/**
 * atl_capture_entry_set_prompt:
 * @self: an entry
 * @prompt: what it asks for while it is empty, translated, plain text
 * @name: its accessible name: what is written there, and where it goes
 */
void
atl_capture_entry_set_prompt (AtlCaptureEntry *self,
                              const char      *prompt,
                              const char      *name)
{
  g_return_if_fail (ATL_IS_CAPTURE_ENTRY (self));
  gtk_label_set_label (GTK_LABEL (self->placeholder), prompt);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER, prompt, -1);
}

/**
 * atl_capture_entry_set_asks_author:
 * @self: an entry
 * @asks: whether an @ before all else asks for an author
 */
void
atl_capture_entry_set_asks_author (AtlCaptureEntry *self,
                                   gboolean         asks)
{
  g_return_if_fail (ATL_IS_CAPTURE_ENTRY (self));
  self->asks_author = asks;
}

/**
 * atl_capture_entry_take_key:
 * @self: an entry
 * @keys: whose key was pressed just now, while something else had the focus
 *
 * Takes the key as if it was pressed here.
 */
void
atl_capture_entry_take_key (AtlCaptureEntry       *self,
                            GtkEventControllerKey *keys)
{
  g_return_if_fail (ATL_IS_CAPTURE_ENTRY (self));
  gtk_event_controller_key_forward (keys, self->view);
}
