/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/glossary/atl-glossary-panel.h"

#include "config.h"
#include "model/atl-change.h"
#include "model/atl-note.h"
#include "model/atl-vocabulary.h"
#include "ui/common/atl-toast.h"
#include "ui/glossary/atl-glossary-list.h"
#include "ui/glossary/atl-term-parser.h"
#include "ui/glossary/atl-term-row.h"
#include "ui/start/atl-style.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/glossary/"
#define PAUSE 300 /* milliseconds after which notes are read again */

/**
 * AtlGlossaryPanel:
 *
 * The words of a session in the order of the alphabet: found, added, changed in place; which of them nobody
 * has agreed on yet.
 */
struct _AtlGlossaryPanel
{
  GtkBox parent_instance;

  GtkWidget *count, *entry, *hint;
  GtkWidget *offer, *offer_label;
  GtkWidget *unagreed, *stack, *scroller, *list, *more;

  AtlSession *session;
  AtlHistory *history;
  gboolean    read_only;
  guint       refresh; /* source */
  guint       look;    /* source: for words on boards */
};

G_DEFINE_FINAL_TYPE (AtlGlossaryPanel, atl_glossary_panel, GTK_TYPE_BOX)

/* Showing */

static gboolean
is_shown (AtlGlossaryPanel *self,
          AtlTerm          *term,
          const char       *words)
{
  GtkListBoxRow   *row = atl_glossary_list_find_open (GTK_LIST_BOX (self->list));
  g_autofree char *folded = NULL;
  g_autofree char *all = NULL;

  if (row != NULL && atl_term_row_get_term (ATL_TERM_ROW (row)) == term)
    return TRUE;
  if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unagreed)) && atl_term_is_agreed (term))
    return FALSE;
  all = g_strjoin ("\n", atl_term_get_term (term), atl_term_get_agreed (term), atl_term_get_business (term),
                   atl_term_get_technical (term), NULL);
  folded = atl_fold (all);
  return atl_fold_matches (folded, words);
}

static void
show_state (AtlGlossaryPanel *self,
            guint             n,
            guint             n_agreed)
{
  /* Translators: the first number is of the words that the room agreed on, the second of all */
  g_autofree char *count =
    g_strdup_printf (ngettext ("%u agreed of %u", "%u agreed of %u", n_agreed), n_agreed, n);
  /* Translators: a button that shows only the words that nobody has agreed on yet; their number */
  g_autofree char *filter = g_strdup_printf (_ ("Not Agreed Yet (%u)"), n - n_agreed);
  gboolean         filtered = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->unagreed));

  gtk_label_set_text (GTK_LABEL (self->count), count);
  gtk_widget_set_visible (self->count, n > 0);
  gtk_button_set_label (GTK_BUTTON (self->unagreed), filter);
  gtk_widget_set_visible (self->unagreed, n > n_agreed || filtered);
  if (filtered && n == n_agreed)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unagreed), FALSE);
}

static void
show_more (AtlGlossaryPanel *self,
           guint             n_left)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u more word. Type above to find it.",
                                                     "%u more words. Type above to find them.", n_left),
                                           n_left);

  gtk_label_set_text (GTK_LABEL (self->more), text);
  gtk_widget_set_visible (self->more, n_left > 0);
}

/* What Enter will do is said beforehand. */
static void
show_hint (AtlGlossaryPanel *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  AtlTerm         *term = *typed != '\0' ? atl_glossary_find (self->session, typed) : NULL;
  g_autofree char *text = NULL;

  if (term != NULL)
    /* Translators: %s is a word of the glossary */
    text = g_strdup_printf (_ ("Enter opens “%s”"), atl_term_get_term (term));
  else if (!self->read_only)
    /* Translators: %s is what somebody typed */
    text = g_strdup_printf (_ ("Enter adds “%s”"), typed);
  gtk_label_set_text (GTK_LABEL (self->hint), text != NULL ? text : "");
  gtk_widget_set_visible (self->hint, *typed != '\0' && text != NULL);
}

static GtkWidget *new_row (gpointer term,
                           gpointer data);

static void
show_terms (AtlGlossaryPanel *self)
{
  const char           *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GPtrArray) terms = atl_glossary_dup_sorted (self->session);
  g_autoptr (GPtrArray) shown = g_ptr_array_new ();
  guint                 n_agreed = 0;
  guint                 n_found = 0;

  for (guint i = 0; i < terms->len; i++)
    {
      n_agreed += atl_term_is_agreed (terms->pdata[i]) ? 1 : 0;
      if (!is_shown (self, terms->pdata[i], words))
        continue;
      n_found++;
      if (shown->len < ATL_GLOSSARY_MOST_ROWS)
        g_ptr_array_add (shown, terms->pdata[i]);
    }
  atl_glossary_list_show (GTK_LIST_BOX (self->list), shown, new_row, self);
  show_state (self, terms->len, n_agreed);
  show_more (self, n_found - shown->len);
  show_hint (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), terms->len == 0 ? "empty"
                                                             : n_found == 0  ? "nothing"
                                                                             : "list");
}

/* Boards with words */

/* A board that has words, or meanings, that are not here. */
static AtlBoard *
find_news (AtlGlossaryPanel *self,
           guint            *n)
{
  AtlList *boards = atl_session_get_boards (self->session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      g_autoptr (GPtrArray) drafts = NULL;
      AtlGlossaryTally      tally;
      guint                 n_loose;

      if (!atl_vocabulary_is (atl_list_get (boards, i)))
        continue;
      drafts = atl_vocabulary_dup_drafts (atl_list_get (boards, i), &n_loose);
      tally = atl_glossary_count (self->session, drafts);
      *n = tally.n_added + tally.n_changed;
      if (*n > 0)
        return atl_list_get (boards, i);
    }
  return NULL;
}

static void
show_offer (AtlGlossaryPanel *self)
{
  guint            n = 0;
  AtlBoard        *board = self->read_only ? NULL : find_news (self, &n);
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->offer, board != NULL);
  if (board == NULL)
    return;
  /* Translators: %s is the title of a board where the room works on its words */
  text = g_strdup_printf (ngettext ("“%s” says something new about %u word.",
                                    "“%s” says something new about %u words.", n),
                          atl_board_get_title (board), n);
  gtk_label_set_text (GTK_LABEL (self->offer_label), text);
}

static gboolean
refresh_cb (gpointer data)
{
  AtlGlossaryPanel *self = data;

  self->refresh = 0;
  show_terms (self);
  return G_SOURCE_REMOVE;
}

static gboolean
look_cb (gpointer data)
{
  AtlGlossaryPanel *self = data;

  self->look = 0;
  show_offer (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (AtlGlossaryPanel *self,
                    AtlChange        *change)
{
  AtlItem *item = atl_change_get_item (change);

  if (ATL_IS_TERM (item) && self->refresh == 0)
    self->refresh = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
  if ((ATL_IS_TERM (item) || ATL_IS_NOTE (item) || ATL_IS_BOARD (item)) && self->look == 0)
    self->look = g_timeout_add_full (G_PRIORITY_LOW, PAUSE, look_cb, self, NULL);
}

/* Editing */

static void
close_others (AtlGlossaryPanel *self,
              GtkListBoxRow    *row)
{
  GtkListBoxRow *open = atl_glossary_list_find_open (GTK_LIST_BOX (self->list));

  if (open != NULL && open != row)
    atl_term_row_set_open (ATL_TERM_ROW (open), FALSE);
}

/* The form is taller than the row was: all of it comes into view once it has its place. */
static gboolean
scroll_cb (GtkWidget     *row,
           GdkFrameClock *clock,
           gpointer       data)
{
  AtlGlossaryPanel *self = data;
  GtkAdjustment    *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t   bounds;
  double            value = gtk_adjustment_get_value (adjustment);
  double            page = gtk_adjustment_get_page_size (adjustment);

  if (g_object_get_data (G_OBJECT (row), "placed") == NULL)
    {
      g_object_set_data (G_OBJECT (row), "placed", row);
      return G_SOURCE_CONTINUE;
    }
  g_object_set_data (G_OBJECT (row), "placed", NULL);
  if (!gtk_widget_compute_bounds (row, self->list, &bounds))
    return G_SOURCE_REMOVE;
  value = MAX (value, bounds.origin.y + bounds.size.height - page);
  gtk_adjustment_set_value (adjustment, MIN (value, bounds.origin.y));
  return G_SOURCE_REMOVE;
}

static void
open_row (AtlGlossaryPanel *self,
          GtkListBoxRow    *row)
{
  close_others (self, row);
  atl_term_row_set_open (ATL_TERM_ROW (row), TRUE);
  atl_term_row_focus_field (ATL_TERM_ROW (row), ATL_TERM_BUSINESS);
  gtk_widget_add_tick_callback (GTK_WIDGET (row), scroll_cb, self, NULL);
}

/* The list is in order again, and goes on where it was left. */
static void
row_closed_cb (AtlGlossaryPanel *self,
               GtkWidget        *row)
{
  g_object_ref (row);
  show_terms (self);
  gtk_widget_grab_focus (gtk_widget_get_parent (row) != NULL ? row : self->entry);
  g_object_unref (row);
}

static void
delete_term (AtlGlossaryPanel *self,
             AtlTermRow       *row)
{
  g_autoptr (AtlTerm) term = g_object_ref (atl_term_row_get_term (row));
  g_autofree char    *label = g_strdup_printf (_ ("Delete “%s”"), atl_term_get_term (term));
  g_autofree char    *text = g_strdup_printf (_ ("“%s” deleted"), atl_term_get_term (term));
  int                 index = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  GtkListBoxRow      *next;

  if (self->read_only)
    return;
  atl_term_row_set_open (row, FALSE);
  atl_history_begin (self->history, label);
  atl_list_remove (atl_session_get_terms (self->session), ATL_ITEM (term));
  atl_history_end (self->history);
  show_terms (self);
  next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index);
  if (next == NULL && index > 0)
    next = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), index - 1);
  gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : self->entry);
  atl_toast_show_undo (GTK_WIDGET (self), text, self->history);
}

static void
row_delete_cb (AtlGlossaryPanel *self,
               AtlTermRow       *row)
{
  delete_term (self, row);
}

static GtkWidget *
new_row (gpointer term,
         gpointer data)
{
  AtlGlossaryPanel *self = data;
  GtkWidget        *row = atl_term_row_new (term, self->history, self->read_only);

  g_signal_connect_object (row, "closed", G_CALLBACK (row_closed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "delete", G_CALLBACK (row_delete_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static AtlGlossaryTally
take (AtlGlossaryPanel *self,
      GPtrArray        *drafts,
      const char       *label)
{
  AtlGlossaryTally tally;

  atl_history_begin (self->history, label);
  tally = atl_glossary_take (self->session, drafts);
  atl_history_end (self->history);
  show_terms (self);
  return tally;
}

/* "12 words added, 2 changed" with a button that takes it back. */
static void
tell (AtlGlossaryPanel *self,
      AtlGlossaryTally  tally)
{
  g_autofree char *added =
    g_strdup_printf (ngettext ("%u word added", "%u words added", tally.n_added), tally.n_added);
  g_autofree char *changed =
    g_strdup_printf (ngettext ("%u word changed", "%u words changed", tally.n_changed), tally.n_changed);
  g_autofree char *both = g_strdup_printf (_ ("%s, %s"), added, changed);

  if (tally.n_added + tally.n_changed == 0)
    atl_toast_show (GTK_WIDGET (self), _ ("Nothing new: these words are all in the glossary"));
  else
    atl_toast_show_undo (GTK_WIDGET (self), tally.n_changed == 0 ? added : tally.n_added == 0 ? changed
                                                                                              : both,
                         self->history);
}

/* The row of @term, shown whatever is searched. */
static GtkListBoxRow *
bring_in (AtlGlossaryPanel *self,
          AtlTerm          *term)
{
  GtkListBoxRow *row = atl_glossary_list_find (GTK_LIST_BOX (self->list), term);

  if (row != NULL)
    return row;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->unagreed), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), atl_term_get_term (term));
  show_terms (self);
  return atl_glossary_list_find (GTK_LIST_BOX (self->list), term);
}

static void
show_row (AtlGlossaryPanel *self,
          AtlTerm          *term)
{
  GtkListBoxRow *row = bring_in (self, term);

  if (row != NULL)
    open_row (self, row);
}

static void
add_typed (AtlGlossaryPanel *self,
           const char       *text,
           gboolean          open)
{
  g_autoptr (GPtrArray) drafts = atl_terms_parse (text);
  g_autofree char      *word = NULL;
  AtlTerm              *term;

  if (drafts->len == 0 || self->read_only)
    return;
  word = g_strdup (((AtlTermDraft *) drafts->pdata[0])->texts[ATL_TERM_TERM]);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  take (self, drafts, _ ("Add Word"));
  term = atl_glossary_find (self->session, word);
  if (term == NULL)
    return;
  if (open)
    show_row (self, term);
}

/* Callbacks of the template */

static void
entry_activated_cb (AtlGlossaryPanel *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  AtlTerm         *term = *text != '\0' ? atl_glossary_find (self->session, text) : NULL;

  if (term != NULL)
    show_row (self, term);
  else if (*text != '\0')
    add_typed (self, text, FALSE);
}

static void
entry_changed_cb (AtlGlossaryPanel *self)
{
  if (self->session != NULL)
    show_terms (self);
}

static void
filter_toggled_cb (AtlGlossaryPanel *self)
{
  if (self->session != NULL)
    show_terms (self);
}

static void
row_activated_cb (AtlGlossaryPanel *self,
                  GtkListBoxRow    *row)
{
  open_row (self, row);
}

/* Pasting */

static void
pasted_cb (GObject      *clipboard,
           GAsyncResult *result,
           gpointer      data)
{
  g_autoptr (AtlGlossaryPanel) self = data;
  g_autofree char             *text = NULL;

  text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);

  if (text != NULL && self->session != NULL)
    atl_glossary_panel_paste (self, text);
}

static void
read_clipboard (AtlGlossaryPanel *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, pasted_cb,
                                 g_object_ref (self));
}

static void
paste_clipboard_cb (AtlGlossaryPanel *self)
{
  g_signal_stop_emission_by_name (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "paste-clipboard");
  read_clipboard (self);
}

static void
paste_activated_cb (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  read_clipboard (ATL_GLOSSARY_PANEL (widget));
}

static void
take_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  AtlGlossaryPanel *self = ATL_GLOSSARY_PANEL (widget);
  guint             n = 0;
  AtlBoard         *board = find_news (self, &n);

  if (board != NULL)
    atl_glossary_panel_take_board (self, board);
}

/* Keys */

static void
delete_activated_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  AtlGlossaryPanel *self = ATL_GLOSSARY_PANEL (widget);
  GtkWidget        *row = gtk_widget_get_focus_child (self->list);

  if (row != NULL && !atl_term_row_get_open (ATL_TERM_ROW (row)))
    delete_term (self, ATL_TERM_ROW (row));
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  AtlGlossaryPanel *self = ATL_GLOSSARY_PANEL (widget);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  else
    gtk_widget_activate_action (widget, "win.focus-board", NULL);
  return GDK_EVENT_STOP;
}

/* Down goes from the entry to the words, Ctrl+Enter opens the one that is added. */
static gboolean
entry_key_cb (AtlGlossaryPanel *self,
              guint             keyval,
              guint             keycode,
              GdkModifierType   state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;

  if (enter && (state & GDK_CONTROL_MASK) != 0)
    {
      add_typed (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)), TRUE);
      return GDK_EVENT_STOP;
    }
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

/* Who enters the panel wants to type a word. */
static gboolean
atl_glossary_panel_focus (GtkWidget       *widget,
                          GtkDirectionType direction)
{
  AtlGlossaryPanel *self = ATL_GLOSSARY_PANEL (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_grab_focus (self->entry);
  return GTK_WIDGET_CLASS (atl_glossary_panel_parent_class)->focus (widget, direction);
}

static void
atl_glossary_panel_dispose (GObject *object)
{
  AtlGlossaryPanel *self = ATL_GLOSSARY_PANEL (object);

  g_clear_handle_id (&self->refresh, g_source_remove);
  g_clear_handle_id (&self->look, g_source_remove);
  g_clear_object (&self->history);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_glossary_panel_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-glossary-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, count);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, hint);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, offer);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, offer_label);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, unagreed);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, list);
  gtk_widget_class_bind_template_child (widget_class, AtlGlossaryPanel, more);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
atl_glossary_panel_class_init (AtlGlossaryPanelClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_glossary_panel_dispose;
  widget_class->focus = atl_glossary_panel_focus;
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "glossary.paste", NULL, paste_activated_cb);
  gtk_widget_class_install_action (widget_class, "glossary.take-board", NULL, take_activated_cb);
  gtk_widget_class_install_action (widget_class, "glossary.delete", NULL, delete_activated_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

static void
add_delete_key (AtlGlossaryPanel *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkShortcutTrigger *trigger = gtk_shortcut_trigger_parse_string ("Delete|KP_Delete");
  GtkShortcut        *shortcut = gtk_shortcut_new (trigger, gtk_named_action_new ("glossary.delete"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys), shortcut);
  gtk_widget_add_controller (self->list, keys);
}

static void
atl_glossary_panel_init (AtlGlossaryPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  atl_style_ensure (RESOURCES "glossary.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (self->entry, keys);
  add_delete_key (self);
  g_signal_connect_object (gtk_editable_get_delegate (GTK_EDITABLE (self->entry)), "paste-clipboard",
                           G_CALLBACK (paste_clipboard_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atl_glossary_panel_new:
 * @session: a session
 * @history: of that session
 * @read_only: whether nothing can be changed
 *
 * Returns: (transfer floating): the words of @session
 */
GtkWidget *
atl_glossary_panel_new (AtlSession *session,
                        AtlHistory *history,
                        gboolean    read_only)
{
  AtlGlossaryPanel *self = g_object_new (ATL_TYPE_GLOSSARY_PANEL, NULL);

  self->session = g_object_ref (session);
  self->history = g_object_ref (history);
  self->read_only = read_only;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "glossary.paste", !read_only);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  show_terms (self);
  show_offer (self);
  return GTK_WIDGET (self);
}

/**
 * atl_glossary_panel_add:
 * @self: a panel
 * @word: a word that somebody picked
 *
 * Adds it, if it is not known, and opens it.
 */
void
atl_glossary_panel_add (AtlGlossaryPanel *self,
                        const char       *word)
{
  AtlTerm *term = atl_glossary_find (self->session, word);

  g_return_if_fail (ATL_IS_GLOSSARY_PANEL (self));

  if (term != NULL)
    show_row (self, term);
  else
    add_typed (self, word, TRUE);
}

/**
 * atl_glossary_panel_open:
 * @self: a panel
 * @term: a term of its session
 *
 * Opens the form of @term.
 */
void
atl_glossary_panel_open (AtlGlossaryPanel *self,
                         AtlTerm          *term)
{
  g_return_if_fail (ATL_IS_GLOSSARY_PANEL (self));
  show_row (self, term);
}

/**
 * atl_glossary_panel_take_board:
 * @self: a panel
 * @board: a board with areas for words
 *
 * Takes its words and what they mean, one step of the history, and tells about it.
 */
void
atl_glossary_panel_take_board (AtlGlossaryPanel *self,
                               AtlBoard         *board)
{
  guint                 n_loose = 0;
  g_autoptr (GPtrArray) drafts = NULL;

  g_return_if_fail (ATL_IS_GLOSSARY_PANEL (self));

  if (self->read_only)
    return;
  drafts = atl_vocabulary_dup_drafts (board, &n_loose);
  tell (self, take (self, drafts, _ ("Take Words from Board")));
  show_offer (self);
}

/**
 * atl_glossary_panel_paste:
 * @self: a panel
 * @text: what was pasted
 *
 * One line without columns goes where the cursor is; a list becomes words, one step of the history.
 */
void
atl_glossary_panel_paste (AtlGlossaryPanel *self,
                          const char       *text)
{
  g_autoptr (GPtrArray) drafts = atl_terms_parse (text);
  g_autofree char      *bare = g_strstrip (g_strdup (text));
  int                   position;

  g_return_if_fail (ATL_IS_GLOSSARY_PANEL (self));

  if (strpbrk (bare, "\n\t;") != NULL && drafts->len > 0 && !self->read_only)
    {
      tell (self, take (self, drafts, _ ("Paste Words")));
      return;
    }
  gtk_editable_delete_selection (GTK_EDITABLE (self->entry));
  position = gtk_editable_get_position (GTK_EDITABLE (self->entry));
  gtk_editable_insert_text (GTK_EDITABLE (self->entry), bare, -1, &position);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), position);
}
