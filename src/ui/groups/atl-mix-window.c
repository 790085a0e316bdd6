/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-window.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "ui/common/atl-fold-box.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/common/atl-toast.h"
#include "ui/groups/atl-mix-print.h"
#include "ui/groups/atl-mix-room.h"
#include "ui/groups/atl-mix-settings.h"
#include "ui/groups/atl-mix-sheets.h"
#include "ui/groups/atl-mix-table.h"
#include "ui/groups/atl-mix-words.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define PLAN_KEY "atl-mix-plan"

/**
 * AtlMixWindow:
 *
 * Makes break-out groups that mix the silos: what is asked for on one side, the groups on the other, and when
 * there can be none, which wishes stand against each other. They are the session's once they are used, in one
 * step of the history. The plan stays with the document, so that the window comes back as it was.
 */
struct _AtlMixWindow
{
  AdwWindow parent_instance;

  GtkWidget *heading;
  GtkWidget *spinner;
  GtkWidget *fold;
  GtkWidget *settings;
  GtkWidget *pages;
  GtkWidget *constraints;
  GtkWidget *rounds;
  GtkWidget *table;
  GtkWidget *room; /* weak */

  AtlDocument *document;
  AtlMixPlan  *plan;
  guint        round;
  gboolean     focused; /* groups were shown, and the first person had the focus */
};

G_DEFINE_FINAL_TYPE (AtlMixWindow, atl_mix_window, ADW_TYPE_WINDOW)

static GtkWidget *
get_child (AtlMixWindow *self,
           const char   *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_MIX_WINDOW, name));
}

static void
set_text (AtlMixWindow *self,
          const char   *name,
          const char   *text)
{
  GtkWidget *label = get_child (self, name);

  if (g_strcmp0 (gtk_label_get_text (GTK_LABEL (label)), text) != 0)
    gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/* The room. */

static void
show_room (AtlMixWindow *self)
{
  g_autoptr (GPtrArray) sheets = NULL;

  if (self->room == NULL || atl_mix_plan_get_rounds (self->plan) == NULL)
    return;
  sheets = atl_mix_sheets_new (self->plan, ATL_MIX_ROOM_MOST);
  atl_mix_room_set_sheets (ATL_MIX_ROOM (self->room), sheets);
}

static void
open_room (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  AtlMixWindow *self = ATL_MIX_WINDOW (widget);
  guint         n = atl_mix_rounds_get_n (atl_mix_plan_get_rounds (self->plan));

  if (self->room == NULL)
    g_set_weak_pointer (&self->room, atl_mix_room_new (GTK_WINDOW (self)));
  show_room (self);
  if (atl_mix_room_get_position (ATL_MIX_ROOM (self->room)) == 0 && n > 1)
    atl_mix_room_turn (ATL_MIX_ROOM (self->room), (int) self->round);
  atl_mix_room_open (ATL_MIX_ROOM (self->room));
}

static void
print (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  AtlMixWindow         *self = ATL_MIX_WINDOW (widget);
  AtlSession           *session = atl_document_get_session (self->document);
  g_autoptr (GPtrArray) sheets = atl_mix_sheets_new (self->plan, ATL_MIX_PRINT_MOST);

  atl_mix_print_run (GTK_WINDOW (self), sheets, atl_session_get_title (session));
}

/* What cannot hold together. */

static void
drop_clicked_cb (GtkWidget *button,
                 gpointer   user_data)
{
  AtlMixWindow   *self = user_data;
  AtlMixConflict *conflict = atl_mix_plan_get_conflict (self->plan);
  guint           i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "constraint"));

  if (conflict == NULL || atl_mix_plan_get_busy (self->plan) || i >= conflict->constraints->len)
    return;
  AtlMixConstraint constraint = g_array_index (conflict->constraints, AtlMixConstraint, i);
  atl_mix_plan_drop (self->plan, &constraint);
}

static char *
dup_drop_label (AtlMixWindow           *self,
                const AtlMixConstraint *constraint)
{
  guint smallest;
  guint largest;

  atl_mix_plan_get_sizes (self->plan, &smallest, &largest);
  if (constraint->kind == ATL_MIX_SIZE_MIN)
    return g_strdup_printf (_ ("Allow %u"), smallest - 1);
  if (constraint->kind == ATL_MIX_SIZE_MAX)
    return g_strdup_printf (_ ("Allow %u"), largest + 1);
  return g_strdup (_ ("Drop"));
}

static GtkWidget *
make_constraint (AtlMixWindow *self,
                 GArray       *constraints,
                 guint         i)
{
  const AtlMixConstraint *one = &g_array_index (constraints, AtlMixConstraint, i);
  g_autofree char        *title = atl_mix_words_dup_constraint (self->plan, one);
  g_autofree char        *label = dup_drop_label (self, one);
  g_autofree char        *full = g_strdup_printf ("%s: %s", label, title);
  GtkWidget              *row = adw_action_row_new ();
  GtkWidget              *button = gtk_button_new_with_label (label);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (button, atl_mix_plan_can_drop (self->plan, one));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, full, -1);
  g_object_set_data (G_OBJECT (button), "constraint", GUINT_TO_POINTER (i));
  g_signal_connect_object (button, "clicked", G_CALLBACK (drop_clicked_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return row;
}

static void
show_conflict (AtlMixWindow *self)
{
  AtlMixConflict  *conflict = atl_mix_plan_get_conflict (self->plan);
  g_autofree char *text = atl_mix_words_dup_conflict (self->plan);
  g_autofree char *reason = atl_mix_words_dup_reason (self->plan);
  GtkWidget       *row;

  while ((row = gtk_widget_get_first_child (self->constraints)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->constraints), row);
  for (guint i = 0; i < conflict->constraints->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->constraints), make_constraint (self, conflict->constraints, i));
  set_text (self, "conflict_text", text);
  set_text (self, "reason", reason);
  gtk_widget_set_visible (self->constraints, conflict->constraints->len > 0);
}

/* The groups. */

static void show_groups (AtlMixWindow *self);

static void
round_toggled_cb (GtkWidget *button,
                  gpointer   user_data)
{
  AtlMixWindow *self = user_data;
  guint         round = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "round"));

  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)) || round == self->round)
    return;
  self->round = round;
  set_text (self, "told", "");
  show_groups (self);
}

static GtkWidget *
make_round (AtlMixWindow *self,
            guint         round)
{
  const char      *language = atl_session_get_language (atl_document_get_session (self->document));
  g_autofree char *n = g_strdup_printf ("%u", round + 1);
  g_autofree char *title = atl_words_fill (language, "group-round", "n", n, NULL);
  GtkWidget       *button = gtk_toggle_button_new_with_label (title);
  GtkWidget       *first = gtk_widget_get_first_child (self->rounds);

  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  g_object_set_data (G_OBJECT (button), "round", GUINT_TO_POINTER (round));
  g_signal_connect_object (button, "toggled", G_CALLBACK (round_toggled_cb), self, 0);
  return button;
}

static void
show_rounds (AtlMixWindow *self,
             guint         n)
{
  GtkWidget *button;
  guint      i = 0;

  for (button = gtk_widget_get_first_child (self->rounds); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    i++;
  for (; i < n; i++)
    gtk_box_append (GTK_BOX (self->rounds), make_round (self, i));
  for (; i > n; i--)
    gtk_box_remove (GTK_BOX (self->rounds), gtk_widget_get_last_child (self->rounds));
  button = gtk_widget_get_first_child (self->rounds);
  for (i = 0; i < self->round && button != NULL; i++)
    button = gtk_widget_get_next_sibling (button);
  if (button != NULL)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
  gtk_widget_set_visible (get_child (self, "rounds_bar"), n > 1);
}

static void
add_fact (GString *facts,
          char    *fact)
{
  if (facts->len > 0)
    g_string_append_c (facts, ' ');
  g_string_append (facts, fact);
  g_free (fact);
}

/* What the sentence does not say. */
static char *
dup_facts (AtlMixWindow *self,
           AtlMixRounds *rounds)
{
  AtlMixRoster *roster = atl_mix_plan_get_roster (self->plan);
  AtlMixScore   score = atl_mix_rounds_get_score (rounds, self->round);
  guint         again = atl_mix_rounds_count_again (rounds, self->round);
  guint         n_left_out = roster->n_left_out;
  GString      *facts = g_string_new (NULL);

  if (score.n_all_needs > 0 && atl_mix_words_count_served (self->plan) == 0)
    add_fact (facts, g_strdup_printf (ngettext ("The map states %u request.", "The map states %u requests.",
                                                score.n_all_needs),
                                      score.n_all_needs));
  if (again > 0)
    add_fact (facts, g_strdup_printf (ngettext ("%u pair meets more than once.",
                                                "%u pairs meet more than once.", again),
                                      again));
  if (roster->n_without_silo > 0 && roster->n_without_silo < roster->people->len)
    add_fact (facts, g_strdup_printf (ngettext ("%u person has no silo.", "%u people have no silo.",
                                                roster->n_without_silo),
                                      roster->n_without_silo));
  if (n_left_out > 0)
    add_fact (facts, g_strdup_printf (ngettext ("%u person is left out: there are too many.",
                                                "%u people are left out: there are too many.", n_left_out),
                                      n_left_out));
  if (atl_mix_plan_get_hurried (self->plan))
    add_fact (facts, g_strdup (_ ("The time was short: a new deal may find better ones.")));
  return g_string_free (facts, FALSE);
}

static void
show_groups (AtlMixWindow *self)
{
  AtlMixRounds      *rounds = atl_mix_plan_get_rounds (self->plan);
  g_autofree char   *result = NULL;
  g_autofree char   *facts = NULL;
  g_autofree char   *warning = NULL;
  g_autoptr (GArray) broken = NULL;

  self->round = MIN (self->round, atl_mix_rounds_get_n (rounds) - 1);
  result = atl_mix_words_dup_result (self->plan, self->round);
  facts = dup_facts (self, rounds);
  broken = atl_mix_rounds_list_broken (rounds, self->round);
  warning = atl_mix_words_dup_broken (self->plan, broken, self->round);
  set_text (self, "result", result);
  set_text (self, "facts", facts);
  set_text (self, "warning", warning);
  show_rounds (self, atl_mix_rounds_get_n (rounds));
  atl_mix_table_show (ATL_MIX_TABLE (self->table), self->plan, self->round);
}

static const char *
choose_page (AtlMixWindow *self)
{
  if (atl_mix_plan_get_n_people (self->plan) == 0)
    return "nobody";
  if (atl_mix_plan_get_rounds (self->plan) != NULL)
    return "groups";
  return atl_mix_plan_get_conflict (self->plan) != NULL ? "conflict" : "waiting";
}

static void
update_actions (AtlMixWindow *self)
{
  GtkWidget    *widget = GTK_WIDGET (self);
  AtlMixRounds *rounds = atl_mix_plan_get_rounds (self->plan);
  gboolean      busy = atl_mix_plan_get_busy (self->plan);
  gboolean      ready = rounds != NULL && !busy;

  gtk_widget_action_set_enabled (widget, "mix.use", ready && !atl_document_get_read_only (self->document));
  gtk_widget_action_set_enabled (widget, "mix.room", rounds != NULL);
  gtk_widget_action_set_enabled (widget, "mix.print", ready);
  gtk_widget_action_set_enabled (widget, "mix.deal", rounds != NULL);
  gtk_widget_action_set_enabled (widget, "mix.undo", ready && atl_mix_rounds_can_undo (rounds));
  gtk_widget_action_set_enabled (widget, "mix.redo", ready && atl_mix_rounds_can_redo (rounds));
  gtk_spinner_set_spinning (GTK_SPINNER (self->spinner), busy);
}

/* Once there are people to be moved, arrows and Ctrl+Shift+arrows reach them at once. */
static void
focus_first (AtlMixWindow *self)
{
  GtkWidget *card = atl_mix_table_get_card (ATL_MIX_TABLE (self->table), 0);
  GtkWidget *chip = card != NULL ? atl_mix_card_get_chip (ATL_MIX_CARD (card), 0) : NULL;

  if (self->focused || chip == NULL || atl_mix_plan_get_rounds (self->plan) == NULL)
    return;
  self->focused = TRUE;
  gtk_window_set_focus (GTK_WINDOW (self), chip);
}

static void
groups_changed_cb (AtlMixWindow *self)
{
  g_autofree char *sizes = atl_mix_words_dup_sizes (self->plan);

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->heading), sizes);
  if (atl_mix_plan_get_busy (self->plan) && self->focused)
    ; /* what is shown stays until there is an answer */
  else if (atl_mix_plan_get_rounds (self->plan) != NULL)
    show_groups (self);
  else if (atl_mix_plan_get_conflict (self->plan) != NULL)
    show_conflict (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), choose_page (self));
  update_actions (self);
  show_room (self);
  focus_first (self);
}

static void
told_cb (AtlMixWindow *self,
         const char   *text)
{
  GtkWidget *label = get_child (self, "told");

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, TRUE);
}

static void
narrowed_cb (AtlMixWindow *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (get_child (self, "narrow")));

  gtk_button_set_label (GTK_BUTTON (get_child (self, "use")), narrow ? _ ("_Use") : _ ("_Use These Groups"));
  gtk_widget_set_visible (self->heading, !narrow);
}

static void
deal (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlMixWindow *self = ATL_MIX_WINDOW (widget);

  told_cb (self, "");
  atl_mix_plan_deal_again (self->plan);
}

static void
step (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlMixWindow *self = ATL_MIX_WINDOW (widget);
  AtlMixRounds *rounds = atl_mix_plan_get_rounds (self->plan);

  if (rounds == NULL)
    return;
  if (g_str_equal (name, "mix.undo"))
    atl_mix_rounds_undo (rounds);
  else
    atl_mix_rounds_redo (rounds);
  told_cb (self, "");
  atl_mix_plan_rounds_changed (self->plan);
}

static void
toggle_settings (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  AtlFoldBox *fold = ATL_FOLD_BOX (ATL_MIX_WINDOW (widget)->fold);

  atl_fold_box_set_start_open (fold, !atl_fold_box_get_start_open (fold));
}

static void
switch_round (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  AtlMixWindow *self = ATL_MIX_WINDOW (widget);
  AtlMixRounds *rounds = atl_mix_plan_get_rounds (self->plan);
  gboolean      next = g_str_equal (name, "mix.next-round");

  if (rounds == NULL || (next ? self->round + 1 >= atl_mix_rounds_get_n (rounds) : self->round == 0))
    return;
  self->round += next ? 1 : -1;
  told_cb (self, "");
  show_groups (self);
}

/* Using them. */

static void
tell (GtkWindow   *parent,
      AtlDocument *document,
      guint        n)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("%u group is in the session", "%u groups are in the session", n), n);

  if (parent != NULL && gtk_window_get_child (parent) != NULL)
    atl_toast_show_undo (GTK_WIDGET (parent), text, atl_document_get_history (document));
}

static void
use (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  AtlMixWindow           *self = ATL_MIX_WINDOW (widget);
  AtlHistory             *history = atl_document_get_history (self->document);
  GtkWindow              *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (AtlDocument) document = g_object_ref (self->document);
  g_autoptr (GPtrArray)   groups = NULL;

  atl_history_begin (history, _ ("Use Mixed Groups"));
  groups = atl_mix_plan_apply (self->plan);
  atl_history_end (history);
  if (self->room != NULL)
    gtk_window_set_transient_for (GTK_WINDOW (self->room), parent);
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
  tell (parent, document, groups->len);
}

static void
atl_mix_window_dispose (GObject *object)
{
  AtlMixWindow *self = ATL_MIX_WINDOW (object);

  g_clear_weak_pointer (&self->room);
  g_clear_object (&self->plan);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (atl_mix_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "mix.use", NULL, use);
  gtk_widget_class_install_action (widget_class, "mix.deal", NULL, deal);
  gtk_widget_class_install_action (widget_class, "mix.undo", NULL, step);
  gtk_widget_class_install_action (widget_class, "mix.redo", NULL, step);
  gtk_widget_class_install_action (widget_class, "mix.room", NULL, open_room);
  gtk_widget_class_install_action (widget_class, "mix.print", NULL, print);
  gtk_widget_class_install_action (widget_class, "mix.settings", NULL, toggle_settings);
  gtk_widget_class_install_action (widget_class, "mix.next-round", NULL, switch_round);
  gtk_widget_class_install_action (widget_class, "mix.previous-round", NULL, switch_round);
}

static void
atl_mix_window_class_init (AtlMixWindowClass *klass)
{
  static const char *const labels[] = { "conflict_text", "reason", "result", "facts", "rounds_bar", "warning",
                                        "told", "use", "narrow" };
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_mix_window_dispose;

  install_actions (widget_class);
  g_type_ensure (ATL_TYPE_FOLD_BOX);
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  g_type_ensure (ATL_TYPE_MIX_SETTINGS);
  g_type_ensure (ATL_TYPE_MIX_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/groups/"
                                                             "atl-mix-window.ui");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    gtk_widget_class_bind_template_child_full (widget_class, labels[i], FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlMixWindow, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlMixWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, AtlMixWindow, fold);
  gtk_widget_class_bind_template_child (widget_class, AtlMixWindow, settings);
  gtk_widget_class_bind_template_child (widget_class, AtlMixWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlMixWindow, constraints);
  gtk_widget_class_bind_template_child (widget_class, AtlMixWindow, rounds);
  gtk_widget_class_bind_template_child (widget_class, AtlMixWindow, table);
  gtk_widget_class_bind_template_callback (widget_class, told_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrowed_cb);
}

static void
atl_mix_window_init (AtlMixWindow *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/groups/groups.css");
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/people/people.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_mix_window_ensure_plan:
 * @document: a document
 * @board: (nullable): the map that tells who works with whom, %NULL for the one with most links
 *
 * Takes the session as it is now. What was asked for stays with the document as long as it is open: it is
 * not for the file.
 *
 * Returns: (transfer none): the plan of the document
 */
AtlMixPlan *
atl_mix_window_ensure_plan (AtlDocument *document,
                            AtlBoard    *board)
{
  AtlMixPlan *plan = g_object_get_data (G_OBJECT (document), PLAN_KEY);

  if (plan == NULL)
    {
      plan = atl_mix_plan_new (atl_document_get_session (document), board);
      g_object_set_data_full (G_OBJECT (document), PLAN_KEY, plan, g_object_unref);
    }
  else
    atl_mix_plan_refresh (plan, board);
  return plan;
}

/**
 * atl_mix_window_new:
 * @parent: the document's window
 * @document: the document whose people are mixed
 * @board: (nullable): the map that tells who works with whom, %NULL for the one with most links
 *
 * Returns: (transfer floating): a modal window over @parent, to be presented
 */
GtkWidget *
atl_mix_window_new (GtkWindow   *parent,
                    AtlDocument *document,
                    AtlBoard    *board)
{
  AtlMixWindow *self;

  g_return_val_if_fail (ATL_IS_DOCUMENT (document), NULL);

  self = g_object_new (ATL_TYPE_MIX_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->plan = g_object_ref (atl_mix_window_ensure_plan (document, board));
  atl_mix_settings_set_plan (ATL_MIX_SETTINGS (self->settings), self->plan);
  g_signal_connect_object (self->plan, "groups-changed", G_CALLBACK (groups_changed_cb), self,
                           G_CONNECT_SWAPPED);
  groups_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * atl_mix_window_open:
 * @parent: the document's window
 * @document: the document whose people are mixed
 * @board: (nullable): the map that tells who works with whom, %NULL for the one with most links
 *
 * Makes mixed groups in a window of their own.
 */
void
atl_mix_window_open (GtkWindow   *parent,
                     AtlDocument *document,
                     AtlBoard    *board)
{
  gtk_window_present (GTK_WINDOW (atl_mix_window_new (parent, document, board)));
}

/**
 * atl_mix_window_show_to_room:
 * @parent: the document's window
 * @document: a document whose session has groups
 *
 * Shows the groups of the session over a whole screen.
 */
void
atl_mix_window_show_to_room (GtkWindow   *parent,
                             AtlDocument *document)
{
  AtlSession           *session = atl_document_get_session (document);
  g_autoptr (GPtrArray) sheets = atl_mix_sheets_new_of_session (session, ATL_MIX_ROOM_MOST);
  GtkWidget            *room;

  if (sheets->len == 0)
    return;
  room = atl_mix_room_new (parent);
  atl_mix_room_set_sheets (ATL_MIX_ROOM (room), sheets);
  atl_mix_room_open (ATL_MIX_ROOM (room));
}

/**
 * atl_mix_window_get_plan:
 * @self: a window
 *
 * Returns: (transfer none): what it makes
 */
AtlMixPlan *
atl_mix_window_get_plan (AtlMixWindow *self)
{
  g_return_val_if_fail (ATL_IS_MIX_WINDOW (self), NULL);
  return self->plan;
}
