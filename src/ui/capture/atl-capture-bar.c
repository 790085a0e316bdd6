/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-capture-bar.h"

#include "config.h"
#include "ui/capture/atl-area-chip.h"
#include "ui/capture/atl-author-chip.h"
#include "ui/capture/atl-lines.h"
#include "ui/capture/atl-paste-offer.h"

#include <glib/gi18n-lib.h>

/**
 * AtlCaptureBar:
 *
 * Where notes are written down as fast as people speak: type, Enter, type, Enter.
 */
struct _AtlCaptureBar
{
  GtkWidget parent_instance;

  AtlArea   *area;
  gboolean   composing; /* an input method holds the keys */
  GtkWidget *box;
  GtkWidget *offer;
  GtkWidget *area_chip;
  GtkWidget *author_chip;
  GtkWidget *entry;
  GtkWidget *view;
  GtkWidget *placeholder;
  GtkWidget *add;
};

G_DEFINE_FINAL_TYPE (AtlCaptureBar, atl_capture_bar, GTK_TYPE_WIDGET)

enum
{
  CAPTURE,
  AREA_PICKED,
  LEAVE,
  DRAFT_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
capture (AtlCaptureBar     *self,
         const char *const *texts)
{
  if (texts[0] != NULL && self->area != NULL)
    g_signal_emit (self, signals[CAPTURE], 0, texts);
}

static void
submit (AtlCaptureBar *self)
{
  atl_capture_bar_flush (self);
  gtk_widget_grab_focus (self->view);
}

static void
text_changed_cb (AtlCaptureBar *self)
{
  gboolean has_text = atl_capture_bar_has_text (self);

  gtk_widget_set_visible (self->placeholder, !has_text && !self->composing);
  gtk_widget_set_sensitive (self->add, has_text && self->area != NULL);
}

static void
buffer_changed_cb (AtlCaptureBar *self)
{
  text_changed_cb (self);
  g_signal_emit (self, signals[DRAFT_CHANGED], 0);
}

static void
tell_where (AtlCaptureBar *self)
{
  if (self->view != NULL && atl_capture_bar_has_text (self))
    g_signal_emit (self, signals[DRAFT_CHANGED], 0);
}

static void
preedit_changed_cb (AtlCaptureBar *self,
                    const char    *preedit)
{
  self->composing = *preedit != '\0';
  text_changed_cb (self);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                AtlCaptureBar         *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean        enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter ||
                   keyval == GDK_KEY_ISO_Enter;

  if (self->composing || modifiers != 0)
    return GDK_EVENT_PROPAGATE;
  if (enter)
    submit (self);
  else if (keyval == GDK_KEY_Escape)
    g_signal_emit (self, signals[LEAVE], 0);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
insert (AtlCaptureBar *self,
        const char    *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, TRUE);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
  gtk_text_view_scroll_mark_onscreen (GTK_TEXT_VIEW (self->view), gtk_text_buffer_get_insert (buffer));
}

static void
clipboard_read_cb (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AtlCaptureBar) self = user_data;
  g_autofree char          *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  g_auto (GStrv)            lines = NULL;

  if (text == NULL || self->view == NULL)
    return;
  lines = atl_lines_split (text);
  if (g_strv_length (lines) > 1)
    atl_paste_offer_show (ATL_PASTE_OFFER (self->offer), text, g_strv_length (lines));
  else
    insert (self, lines[0] != NULL && strpbrk (text, "\r\n") != NULL ? lines[0] : text);
}

static void
paste_clipboard_cb (AtlCaptureBar *self)
{
  g_signal_stop_emission_by_name (self->view, "paste-clipboard");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->view), NULL, clipboard_read_cb,
                                 g_object_ref (self));
}

static void
offer_answered_cb (AtlCaptureBar *self,
                   int            answer)
{
  const char    *text = atl_paste_offer_get_text (ATL_PASTE_OFFER (self->offer));
  g_auto (GStrv) lines = atl_lines_split (text);

  if (answer == ATL_PASTE_EACH_LINE)
    capture (self, (const char *const *) lines);
  else if (answer == ATL_PASTE_ONE_NOTE)
    insert (self, text);
  gtk_widget_grab_focus (self->view);
}

static void
area_picked_cb (AtlCaptureBar *self,
                AtlArea       *area)
{
  g_signal_emit (self, signals[AREA_PICKED], 0, area);
  gtk_widget_grab_focus (self->view);
}

static void
show_prompt (AtlCaptureBar *self)
{
  const char *prompt = self->area != NULL ? atl_area_get_prompt (self->area) : "";

  gtk_label_set_label (GTK_LABEL (self->placeholder),
                       *prompt != '\0' ? prompt : _ ("Type a note and press Enter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New note"), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  gtk_label_get_label (GTK_LABEL (self->placeholder)), -1);
  text_changed_cb (self);
}

static void
atl_capture_bar_dispose (GObject *object)
{
  AtlCaptureBar *self = ATL_CAPTURE_BAR (object);

  if (self->area != NULL)
    g_signal_handlers_disconnect_by_data (self->area, self);
  g_clear_object (&self->area);
  self->view = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_capture_bar_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (ATL_TYPE_AREA_CHIP);
  g_type_ensure (ATL_TYPE_AUTHOR_CHIP);
  g_type_ensure (ATL_TYPE_PASTE_OFFER);
}

static void
atl_capture_bar_class_init (AtlCaptureBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_capture_bar_dispose;
  signals[CAPTURE] = g_signal_new ("capture", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRV);
  signals[AREA_PICKED] = g_signal_new ("area-picked", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, ATL_TYPE_AREA);
  signals[LEAVE] =
    g_signal_new ("leave", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAFT_CHANGED] = g_signal_new ("draft-changed", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-capture-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, box);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, offer);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, area_chip);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, author_chip);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, view);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, placeholder);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, add);
  gtk_widget_class_bind_template_callback (widget_class, submit);
  gtk_widget_class_bind_template_callback (widget_class, area_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, paste_clipboard_cb);
  gtk_widget_class_bind_template_callback (widget_class, preedit_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "capture");
}

static void
atl_capture_bar_init (AtlCaptureBar *self)
{
  GtkEventController *key = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect (key, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, key);
  g_signal_connect_swapped (self->offer, "answered", G_CALLBACK (offer_answered_cb), self);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "changed",
                           G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_swapped (self->author_chip, "picked", G_CALLBACK (tell_where), self);
  show_prompt (self);
}

/**
 * atl_capture_bar_set_session:
 * @self: a capture bar
 * @session: (nullable): the session whose people can be authors
 */
void
atl_capture_bar_set_session (AtlCaptureBar *self,
                             AtlSession    *session)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  atl_author_chip_set_session (ATL_AUTHOR_CHIP (self->author_chip), session);
}

/**
 * atl_capture_bar_set_board:
 * @self: a capture bar
 * @board: (nullable): the board that notes go to; the area has to be set again
 */
void
atl_capture_bar_set_board (AtlCaptureBar *self,
                           AtlBoard      *board)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  atl_capture_bar_set_area (self, NULL);
  atl_area_chip_set_board (ATL_AREA_CHIP (self->area_chip), board);
}

/**
 * atl_capture_bar_set_area:
 * @self: a capture bar
 * @area: (nullable): the area that notes go to; its prompt asks for them
 */
void
atl_capture_bar_set_area (AtlCaptureBar *self,
                          AtlArea       *area)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));

  if (self->area == area)
    return;
  if (self->area != NULL)
    g_signal_handlers_disconnect_by_data (self->area, self);
  g_set_object (&self->area, area);
  atl_area_chip_set_area (ATL_AREA_CHIP (self->area_chip), area);
  if (area != NULL)
    g_signal_connect_object (area, "notify::prompt", G_CALLBACK (show_prompt), self, G_CONNECT_SWAPPED);
  show_prompt (self);
  tell_where (self);
}

/**
 * atl_capture_bar_get_area:
 * @self: a capture bar
 *
 * Returns: (transfer none) (nullable): the area that notes go to
 */
AtlArea *
atl_capture_bar_get_area (AtlCaptureBar *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), NULL);
  return self->area;
}

/**
 * atl_capture_bar_get_author:
 * @self: a capture bar
 *
 * Returns: (transfer none) (nullable): the id of the person whose notes are typed, or %NULL
 */
const char *
atl_capture_bar_get_author (AtlCaptureBar *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), NULL);
  return atl_author_chip_get_author (ATL_AUTHOR_CHIP (self->author_chip));
}

/**
 * atl_capture_bar_set_author:
 * @self: a capture bar with a session
 * @author: (nullable): the id of the person whose notes are typed
 */
void
atl_capture_bar_set_author (AtlCaptureBar *self,
                            const char    *author)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  atl_author_chip_set_author (ATL_AUTHOR_CHIP (self->author_chip), author);
  tell_where (self);
}

/**
 * atl_capture_bar_focus:
 * @self: a capture bar
 *
 * Puts the cursor where the next note is typed.
 */
void
atl_capture_bar_focus (AtlCaptureBar *self)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  gtk_widget_grab_focus (self->view);
}

/**
 * atl_capture_bar_flush:
 * @self: a capture bar
 *
 * Makes a note of what stands in the entry.
 */
void
atl_capture_bar_flush (AtlCaptureBar *self)
{
  g_autofree char *text = NULL;
  const char      *texts[] = { NULL, NULL };

  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));

  text = g_strstrip (atl_capture_bar_dup_text (self));
  texts[0] = text;
  if (*text == '\0' || self->area == NULL)
    return;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "", 0);
  capture (self, texts);
}

/**
 * atl_capture_bar_set_narrow:
 * @self: a capture bar
 * @narrow: whether there is room for the area and the entry only
 */
void
atl_capture_bar_set_narrow (AtlCaptureBar *self,
                            gboolean       narrow)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  gtk_widget_set_visible (self->author_chip, !narrow);
  atl_area_chip_set_narrow (ATL_AREA_CHIP (self->area_chip), narrow);
}

/**
 * atl_capture_bar_has_text:
 * @self: a capture bar
 *
 * Returns: whether something stands in the entry that is no note yet
 */
gboolean
atl_capture_bar_has_text (AtlCaptureBar *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), FALSE);
  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view))) > 0;
}

/**
 * atl_capture_bar_dup_text:
 * @self: a capture bar
 *
 * Returns: (transfer full): what stands in the entry, as it was typed
 */
char *
atl_capture_bar_dup_text (AtlCaptureBar *self)
{
  char *text = NULL;

  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), NULL);
  g_object_get (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)), "text", &text, NULL);
  return text;
}

/**
 * atl_capture_bar_set_text:
 * @self: a capture bar
 * @text: what shall stand in the entry, with the cursor at its end
 */
void
atl_capture_bar_set_text (AtlCaptureBar *self,
                          const char    *text)
{
  GtkTextBuffer *buffer = NULL;
  GtkTextIter    end;

  g_return_if_fail (ATL_IS_CAPTURE_BAR (self) && text != NULL);

  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_place_cursor (buffer, &end);
}
