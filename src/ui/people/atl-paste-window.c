/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-paste-window.h"

#include "config.h"
#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-people-parser.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* A longer clipboard holds something else than a list of names. */
#define MAX_CLIPBOARD 20000

/**
 * AtlPasteWindow:
 *
 * Takes a list of people as text, tells what would come of it while it is typed, and adds them in one step.
 */
struct _AtlPasteWindow
{
  AdwWindow parent_instance;

  GtkWidget     *text;
  GtkTextBuffer *buffer;
  GtkWidget     *add;
  GtkWidget     *example;
  GtkWidget     *preview;

  AtlSession *session;
  AtlHistory *history;
};

G_DEFINE_FINAL_TYPE (AtlPasteWindow, atl_paste_window, ADW_TYPE_WINDOW)

static GPtrArray *
parse (AtlPasteWindow *self)
{
  GtkTextIter      start;
  GtkTextIter      end;
  g_autofree char *text = NULL;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  text = gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
  return atl_people_parse (text);
}

static char *
describe (AtlPeopleTally tally)
{
  guint               n;
  g_autoptr (GString) text = g_string_new (NULL);

  g_string_append_printf (text, ngettext ("%u person", "%u people", tally.n_added), tally.n_added);
  if (tally.n_silos > 0)
    {
      g_string_append (text, " · ");
      g_string_append_printf (text, ngettext ("%u new silo", "%u new silos", tally.n_silos), tally.n_silos);
    }
  if (tally.n_duplicates > 0)
    {
      g_string_append (text, " · ");
      n = tally.n_duplicates;
      g_string_append_printf (text, ngettext ("%u already in the list", "%u already in the list", n), n);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_button (AtlPasteWindow *self,
             guint           n)
{
  g_autofree char *label = n == 0 ? g_strdup (_ ("_Add"))
                                  : g_strdup_printf (ngettext ("_Add %u Person", "_Add %u People", n), n);

  gtk_button_set_label (GTK_BUTTON (self->add), label);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "paste.add", n > 0);
}

static void
text_changed_cb (AtlPasteWindow *self)
{
  g_autoptr (GPtrArray) lines = parse (self);
  AtlPeopleTally        tally = atl_people_count (self->session, lines);
  g_autofree char      *text = describe (tally);

  gtk_label_set_text (GTK_LABEL (self->preview), lines->len > 0 ? text : "");
  gtk_widget_set_visible (self->example, gtk_text_buffer_get_char_count (self->buffer) == 0);
  show_button (self, tally.n_added);
}

static void
add_activated_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AtlPasteWindow       *self = ATL_PASTE_WINDOW (widget);
  g_autoptr (GPtrArray) lines = parse (self);
  guint                 n = atl_people_count (self->session, lines).n_added;
  g_autofree char      *label = g_strdup_printf (ngettext ("Add %u Person", "Add %u People", n), n);

  atl_history_begin (self->history, label);
  atl_people_add (self->session, lines);
  atl_history_end (self->history);
  gtk_window_close (GTK_WINDOW (self));
}

/* Somebody who asks to paste names has often copied them: a list of several lines is taken over at once. */
static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AtlPasteWindow) self = user_data;
  g_autofree char           *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || strlen (text) > MAX_CLIPBOARD || strchr (g_strstrip (text), '\n') == NULL)
    return;
  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    atl_paste_window_set_text (self, text);
}

static void
atl_paste_window_realize (GtkWidget *widget)
{
  AtlPasteWindow *self = ATL_PASTE_WINDOW (widget);

  GTK_WIDGET_CLASS (atl_paste_window_parent_class)->realize (widget);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb,
                                 g_object_ref (self));
}

static void
atl_paste_window_dispose (GObject *object)
{
  AtlPasteWindow *self = ATL_PASTE_WINDOW (object);

  g_clear_object (&self->session);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (atl_paste_window_parent_class)->dispose (object);
}

static void
atl_paste_window_class_init (AtlPasteWindowClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_paste_window_dispose;
  widget_class->realize = atl_paste_window_realize;

  gtk_widget_class_install_action (widget_class, "paste.add", NULL, add_activated_cb);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/people/"
                                                             "atl-paste-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, text);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, buffer);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, add);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, example);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, preview);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
}

static void
atl_paste_window_init (AtlPasteWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  show_button (self, 0);
  gtk_window_set_focus (GTK_WINDOW (self), self->text);
}

/**
 * atl_paste_window_new:
 * @session: the session that gets the people
 * @history: where the step is collected
 *
 * Returns: (transfer floating): a modal window, to be given a transient parent and presented
 */
GtkWidget *
atl_paste_window_new (AtlSession *session,
                      AtlHistory *history)
{
  AtlPasteWindow *self;

  g_return_val_if_fail (ATL_IS_SESSION (session) && ATL_IS_HISTORY (history), NULL);

  self = g_object_new (ATL_TYPE_PASTE_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->history = g_object_ref (history);
  return GTK_WIDGET (self);
}

/**
 * atl_paste_window_set_text:
 * @self: a window
 * @text: a list of people, as atl_people_parse() reads it
 *
 * Replaces the text in the window.
 */
void
atl_paste_window_set_text (AtlPasteWindow *self,
                           const char     *text)
{
  g_return_if_fail (ATL_IS_PASTE_WINDOW (self));

  gtk_text_buffer_set_text (self->buffer, text, -1);
}

/**
 * atl_paste_window_get_preview:
 * @self: a window
 *
 * Returns: (transfer none): what the window says would come of its text, "" without one
 */
const char *
atl_paste_window_get_preview (AtlPasteWindow *self)
{
  g_return_val_if_fail (ATL_IS_PASTE_WINDOW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->preview));
}
