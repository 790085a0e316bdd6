/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-paste-window.h"

#include "config.h"
#include "compat/atl-file-dialog.h"
#include "ui/common/atl-drop-shrink.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/common/atl-toast.h"
#include "ui/people/atl-paste-item.h"
#include "ui/people/atl-paste-table.h"
#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-people-file.h"
#include "ui/people/atl-people-parser.h"
#include "ui/people/atl-people-tally.h"
#include "ui/start/atl-style.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* A longer clipboard holds something else than a list of names. */
#define MAX_CLIPBOARD 20000

/* What was typed and not added waits at the session for the next time, as long as it is open. */
#define KEPT "atl-paste-window-text"

/**
 * AtlPasteWindow:
 *
 * Takes a list of people as text or from a file, shows what would come of it while it is typed, and adds them
 * in one step.
 */
struct _AtlPasteWindow
{
  AdwWindow parent_instance;

  GtkWidget     *text;
  GtkTextBuffer *buffer;
  GtkWidget     *add;
  GtkWidget     *example;
  GtkWidget     *preview;
  GtkWidget     *unread;
  GtkWidget     *table;
  GtkWidget     *table_frame;

  AtlSession   *session;
  AtlHistory   *history;
  GListStore   *items; /* of AtlPasteItem */
  GCancellable *reading;
  gboolean      done; /* what is in it was added */

  AtlPeopleCommas commas; /* what the user says that they are */
};

G_DEFINE_FINAL_TYPE (AtlPasteWindow, atl_paste_window, ADW_TYPE_WINDOW)

static void commas_chosen_cb (AtlPasteWindow *self);

/* What takes a while does not keep the window: it may be closed before. */
static gpointer
new_weak (gpointer self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

/* (transfer full) (nullable): the window, if it is still open. */
static AtlPasteWindow *
free_weak (gpointer weak)
{
  AtlPasteWindow *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  if (self != NULL && self->session == NULL)
    g_clear_object (&self);
  return self;
}

static char *
dup_text (AtlPasteWindow *self)
{
  GtkTextIter start;
  GtkTextIter end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, FALSE);
}

static AtlPeopleText *
parse (AtlPasteWindow *self)
{
  g_autofree char *text = dup_text (self);

  return atl_people_read (self->session, text, self->commas);
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\n;")] == '\0';
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

/* Of the lines that become people, the first says so of a silo that comes with them. */
static gboolean
brings_silo (GHashTable          *silos,
             const AtlPersonLine *line,
             AtlPersonLineState   state)
{
  if (state != ATL_PERSON_LINE_NEW || *line->silo == '\0')
    return FALSE;
  return g_hash_table_add (silos, atl_fold (line->silo));
}

static void
show_table (AtlPasteWindow *self,
            GPtrArray      *lines)
{
  g_autoptr (GHashTable)         silos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree AtlPersonLineState *states = atl_people_dup_states (self->session, lines);
  g_autoptr (GPtrArray)          items = g_ptr_array_new_with_free_func (g_object_unref);
  guint                          n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  for (guint i = 0; i < lines->len; i++)
    {
      AtlPersonLine *line = lines->pdata[i];
      AtlSilo       *silo = *line->silo != '\0' ? atl_people_find_silo (self->session, line->silo) : NULL;

      gboolean brings = silo == NULL && brings_silo (silos, line, states[i]);

      g_ptr_array_add (items, atl_paste_item_new (line, states[i], silo, brings));
    }
  g_list_store_splice (self->items, 0, n, items->pdata, items->len);
  gtk_widget_set_visible (self->table_frame, lines->len > 0);
}

static void
show_unread (AtlPasteWindow *self,
             const char     *text)
{
  gtk_label_set_text (GTK_LABEL (self->unread), text);
  gtk_widget_set_visible (self->unread, *text != '\0');
}

static GtkWidget *
get_part (AtlPasteWindow *self,
          const char     *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_PASTE_WINDOW, name));
}

/* "Ana, Sales" and "Martin, Ada" look alike: what was made of their commas is seen, and can be changed. */
static void
show_commas (AtlPasteWindow *self,
             AtlPeopleCommas commas)
{
  GtkWidget *choice = get_part (self, "commas");

  g_signal_handlers_block_by_func (choice, commas_chosen_cb, self);
  if (commas != ATL_PEOPLE_COMMAS_ANY)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), commas - ATL_PEOPLE_COMMAS_SILO);
  g_signal_handlers_unblock_by_func (choice, commas_chosen_cb, self);
  gtk_widget_set_visible (get_part (self, "commas_row"), commas != ATL_PEOPLE_COMMAS_ANY);
}

static void
show_list (AtlPasteWindow *self)
{
  g_autoptr (AtlPeopleText) read = parse (self);
  AtlPeopleTally            tally = atl_people_count (self->session, read->people);
  g_autofree char          *text = atl_people_tally_dup_text (&tally);
  g_autofree char          *unread = atl_people_text_dup_unread (read);

  gtk_label_set_text (GTK_LABEL (self->preview), read->people->len > 0 ? text : "");
  show_unread (self, unread);
  gtk_widget_set_visible (self->example, gtk_text_buffer_get_char_count (self->buffer) == 0);
  show_table (self, read->people);
  show_button (self, tally.n_added);
  show_commas (self, read->commas);
}

/* Another list may be written in another way. */
static void
text_changed_cb (AtlPasteWindow *self)
{
  g_autofree char *text = dup_text (self);

  if (is_blank (text))
    self->commas = ATL_PEOPLE_COMMAS_ANY;
  show_list (self);
}

static void
narrow_changed_cb (AtlPasteWindow *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (get_part (self, "narrow")));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (get_part (self, "commas_row")),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static void
commas_chosen_cb (AtlPasteWindow *self)
{
  GtkDropDown *choice = GTK_DROP_DOWN (get_part (self, "commas"));

  self->commas = (AtlPeopleCommas) gtk_drop_down_get_selected (choice) + ATL_PEOPLE_COMMAS_SILO;
  show_list (self);
}

/* What was read and what was not is said once more where the people are now. */
static void
tell_added (AtlPasteWindow *self,
            AtlPeopleTally  tally,
            const char     *unread)
{
  GtkWindow       *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autofree char *added = atl_people_tally_dup_text (&tally);
  g_autofree char *text = *unread != '\0' ? g_strdup_printf ("%s · %s", added, unread) : g_strdup (added);

  if (parent != NULL)
    atl_toast_show_undo (GTK_WIDGET (parent), text, self->history);
}

static void
add_activated_cb (GtkWidget  *widget,
                  const char *name,
                  GVariant   *parameter)
{
  AtlPasteWindow           *self = ATL_PASTE_WINDOW (widget);
  g_autoptr (AtlPeopleText) read = parse (self);
  AtlPeopleTally            tally = atl_people_count (self->session, read->people);
  guint                     n = tally.n_added;
  g_autofree char          *label = g_strdup_printf (ngettext ("Add %u Person", "Add %u People", n), n);
  g_autofree char          *unread = atl_people_text_dup_unread (read);

  atl_history_begin (self->history, label);
  atl_people_add (self->session, read->people);
  atl_history_end (self->history);
  tell_added (self, tally, unread);
  self->done = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_read_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (AtlPasteWindow) self = free_weak (user_data);
  g_autoptr (GError)         error = NULL;
  g_autofree char           *text = atl_people_file_read_finish (result, &error);

  if (self != NULL && text != NULL)
    atl_paste_window_add_text (self, text);
  else if (self != NULL)
    show_unread (self, error->message);
}

static void
file_chosen_cb (const char *path,
                gpointer    user_data)
{
  g_autoptr (AtlPasteWindow) self = free_weak (user_data);
  g_autoptr (GFile)          file = path != NULL ? g_file_new_for_path (path) : NULL;

  if (self != NULL && file != NULL)
    atl_paste_window_read_file (self, file);
}

static void
open_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AtlFileRequest request = { .aim = ATL_FILE_OPEN, .title = _ ("A List of People") };

  atl_file_dialog_ask (GTK_WINDOW (widget), &request, file_chosen_cb, new_weak (widget));
}

/* Somebody who asks to paste names has often copied them: a list of several lines is taken over at once. */
static void
clipboard_read_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (AtlPasteWindow) self = free_weak (user_data);
  g_autofree char           *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (self == NULL || text == NULL)
    return;
  if (strlen (text) > MAX_CLIPBOARD || strchr (g_strstrip (text), '\n') == NULL)
    return;
  if (gtk_text_buffer_get_char_count (self->buffer) == 0)
    atl_paste_window_add_text (self, text);
}

/* Escape comes quickly: a list that was typed is there again when the window is opened the next time. */
static gboolean
atl_paste_window_close_request (GtkWindow *window)
{
  AtlPasteWindow  *self = ATL_PASTE_WINDOW (window);
  GtkWindow       *parent = gtk_window_get_transient_for (window);
  g_autofree char *text = dup_text (self);
  gboolean         keep = !self->done && !is_blank (text);

  g_object_set_data_full (G_OBJECT (self->session), KEPT, keep ? g_steal_pointer (&text) : NULL, g_free);
  if (keep && parent != NULL)
    atl_toast_show (GTK_WIDGET (parent), _ ("Nobody was added. “Paste Names” has the list that you typed."));
  return GTK_WINDOW_CLASS (atl_paste_window_parent_class)->close_request (window);
}

static void
atl_paste_window_realize (GtkWidget *widget)
{
  AtlPasteWindow *self = ATL_PASTE_WINDOW (widget);

  GTK_WIDGET_CLASS (atl_paste_window_parent_class)->realize (widget);
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, clipboard_read_cb, new_weak (self));
}

static void
atl_paste_window_dispose (GObject *object)
{
  AtlPasteWindow *self = ATL_PASTE_WINDOW (object);

  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_object (&self->items);
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
  GTK_WINDOW_CLASS (klass)->close_request = atl_paste_window_close_request;

  gtk_widget_class_install_action (widget_class, "paste.add", NULL, add_activated_cb);
  gtk_widget_class_install_action (widget_class, "paste.open", NULL, open_activated_cb);

  g_type_ensure (ATL_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/people/"
                                                             "atl-paste-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, text);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, buffer);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, add);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, example);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, preview);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, unread);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, table);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteWindow, table_frame);
  gtk_widget_class_bind_template_child_full (widget_class, "commas", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "commas_row", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "narrow", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, text_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, commas_chosen_cb);
}

static void
atl_paste_window_init (AtlPasteWindow *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/people/people.css");
  self->items = g_list_store_new (ATL_TYPE_PASTE_ITEM);
  self->reading = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_drop_down_let_shrink (GTK_DROP_DOWN (get_part (self, "commas")));
  atl_paste_table_set_up (GTK_COLUMN_VIEW (self->table), G_LIST_MODEL (self->items));
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
  const char     *kept;

  g_return_val_if_fail (ATL_IS_SESSION (session) && ATL_IS_HISTORY (history), NULL);

  self = g_object_new (ATL_TYPE_PASTE_WINDOW, NULL);
  self->session = g_object_ref (session);
  self->history = g_object_ref (history);
  kept = g_object_get_data (G_OBJECT (session), KEPT);
  if (kept != NULL)
    gtk_text_buffer_set_text (self->buffer, kept, -1);
  return GTK_WIDGET (self);
}

/**
 * atl_paste_window_add_text:
 * @self: a window
 * @text: a list of people, as atl_people_parse() reads it
 *
 * Puts @text under what is in the window, and shows where it begins. Enter adds what it says.
 */
void
atl_paste_window_add_text (AtlPasteWindow *self,
                           const char     *text)
{
  g_autofree char *before = NULL;
  GtkTextIter      at;
  int              start;

  g_return_if_fail (ATL_IS_PASTE_WINDOW (self));

  before = dup_text (self);
  if (is_blank (before))
    gtk_text_buffer_set_text (self->buffer, "", 0);
  gtk_text_buffer_begin_user_action (self->buffer);
  gtk_text_buffer_get_end_iter (self->buffer, &at);
  if (!gtk_text_iter_starts_line (&at))
    gtk_text_buffer_insert (self->buffer, &at, "\n", 1);
  start = gtk_text_iter_get_offset (&at);
  gtk_text_buffer_insert (self->buffer, &at, text, -1);
  gtk_text_buffer_end_user_action (self->buffer);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &at, start);
  gtk_text_buffer_place_cursor (self->buffer, &at);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self->text), gtk_text_buffer_get_insert (self->buffer), 0,
                                TRUE, 0, 0);
  gtk_window_set_focus (GTK_WINDOW (self), gtk_widget_get_sensitive (self->add) ? self->add : self->text);
}

/**
 * atl_paste_window_read_file:
 * @self: a window
 * @file: a text, or a table as spreadsheets write it
 *
 * Puts what the file says under what is in the window, as soon as it is read.
 */
void
atl_paste_window_read_file (AtlPasteWindow *self,
                            GFile          *file)
{
  g_return_if_fail (ATL_IS_PASTE_WINDOW (self));

  atl_people_file_read_async (file, self->reading, file_read_cb, new_weak (self));
}

/**
 * atl_paste_window_get_unread:
 * @self: a window
 *
 * Returns: (transfer none): what the window says could not be read, "" for nothing
 */
const char *
atl_paste_window_get_unread (AtlPasteWindow *self)
{
  g_return_val_if_fail (ATL_IS_PASTE_WINDOW (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->unread));
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
