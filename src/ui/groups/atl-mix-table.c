/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-table.h"

#include "config.h"
#include "ui/groups/atl-mix-words.h"

#include <glib/gi18n-lib.h>

#define NOBODY G_MAXUINT
#define MOST_COLUMNS 8

/**
 * AtlMixTable:
 *
 * The groups of one round as cards. People go to another group by dragging, by Ctrl+Shift+arrows, or by the
 * menu of their chip; dropped on a person, two change places. What it costs is told before and after.
 */
struct _AtlMixTable
{
  GtkWidget parent_instance;

  GtkWidget  *flow;
  GPtrArray  *cards; /* of AtlMixCard, borrowed */
  AtlMixPlan *plan;
  guint       round;
  guint       dragged; /* the person under way, or NOBODY */
  GtkWidget  *target;  /* the card or chip that would take the person, borrowed */
  GtkWidget  *last;    /* the chip that had the focus last; weak */
  GtkWidget  *menu;
};

G_DEFINE_FINAL_TYPE (AtlMixTable, atl_mix_table, GTK_TYPE_WIDGET)

enum
{
  TOLD,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static AtlMixRounds *
rounds_of (AtlMixTable *self)
{
  return self->plan != NULL ? atl_mix_plan_get_rounds (self->plan) : NULL;
}

static void
tell (AtlMixTable *self,
      const char  *text)
{
  g_signal_emit (self, signals[TOLD], 0, text);
}

/* Sizes are seen on the cards. */
static GArray *
list_wishes (const GArray *broken)
{
  GArray *wishes = g_array_new (FALSE, FALSE, sizeof (AtlMixConstraint));

  for (guint i = 0; i < broken->len; i++)
    {
      AtlMixConstraint one = g_array_index (broken, AtlMixConstraint, i);

      if (one.kind != ATL_MIX_SIZE_MIN && one.kind != ATL_MIX_SIZE_MAX)
        g_array_append_val (wishes, one);
    }
  return wishes;
}

/* The cost in words, with the wishes it would break. */
static char *
dup_cost (AtlMixTable *self,
          AtlMixCost  *cost)
{
  g_autoptr (GArray) wishes = list_wishes (cost->broken);
  g_autofree char   *text = atl_mix_words_dup_cost (cost);
  g_autofree char   *broken = atl_mix_words_dup_broken (self->plan, wishes, self->round);

  return broken != NULL ? g_strdup_printf ("%s. %s", text, broken) : g_steal_pointer (&text);
}

static char *
dup_move (AtlMixTable *self,
          guint        person,
          AtlMixCard  *card)
{
  g_autoptr (AtlMixCost) cost =
    atl_mix_rounds_cost_move (rounds_of (self), self->round, person, atl_mix_card_get_group (card));
  g_autofree char *words = dup_cost (self, cost);
  g_autofree char *name = atl_mix_words_dup_person (self->plan, person);

  /* Translators: a person, a group, and what it costs to bring the one to the other */
  return g_strdup_printf (_ ("%s to %s: %s"), name, atl_mix_card_get_title (card), words);
}

static char *
dup_swap (AtlMixTable *self,
          guint        a,
          guint        b)
{
  g_autoptr (AtlMixCost) cost = atl_mix_rounds_cost_swap (rounds_of (self), self->round, a, b);
  g_autofree char       *words = dup_cost (self, cost);
  g_autofree char       *first = atl_mix_words_dup_person (self->plan, a);
  g_autofree char       *second = atl_mix_words_dup_person (self->plan, b);

  /* Translators: two people, and what it costs that they change places */
  return g_strdup_printf (_ ("%s and %s change places: %s"), first, second, words);
}

static int
group_of (AtlMixTable *self,
          guint        person)
{
  return atl_mix_rounds_get_groups (rounds_of (self), self->round)[person];
}

/**
 * atl_mix_table_dup_preview:
 * @self: a table with groups
 * @person: the number of a person
 * @target: a card or a chip of the table
 *
 * Returns: (transfer full) (nullable): what it costs to drop the person there, %NULL if that changes nothing
 */
char *
atl_mix_table_dup_preview (AtlMixTable *self,
                           guint        person,
                           GtkWidget   *target)
{
  if (ATL_IS_MIX_CHIP (target))
    {
      guint other = atl_mix_chip_get_person (ATL_MIX_CHIP (target));

      return group_of (self, other) != group_of (self, person) ? dup_swap (self, person, other) : NULL;
    }
  if (!ATL_IS_MIX_CARD (target) ||
      (int) atl_mix_card_get_group (ATL_MIX_CARD (target)) == group_of (self, person))
    return NULL;
  return dup_move (self, person, ATL_MIX_CARD (target));
}

static void
focus_person (AtlMixTable *self,
              guint        person)
{
  GtkWidget *chip = atl_mix_table_find_chip (self, person);

  if (chip != NULL)
    gtk_widget_grab_focus (chip);
}

/**
 * atl_mix_table_move:
 * @self: a table with groups
 * @person: the number of a person
 * @group: the number of the group to go to
 *
 * Moves somebody, and tells what that did.
 */
void
atl_mix_table_move (AtlMixTable *self,
                    guint        person,
                    guint        group)
{
  GtkWidget       *card = atl_mix_table_get_card (self, group);
  g_autofree char *text = card != NULL ? atl_mix_table_dup_preview (self, person, card) : NULL;

  if (text == NULL)
    return;
  atl_mix_rounds_move (rounds_of (self), self->round, person, group);
  atl_mix_plan_rounds_changed (self->plan);
  focus_person (self, person);
  tell (self, text);
}

static void
swap_people (AtlMixTable *self,
             guint        a,
             guint        b)
{
  GtkWidget       *chip = atl_mix_table_find_chip (self, b);
  g_autofree char *text = chip != NULL ? atl_mix_table_dup_preview (self, a, chip) : NULL;

  if (text == NULL)
    return;
  atl_mix_rounds_swap (rounds_of (self), self->round, a, b);
  atl_mix_plan_rounds_changed (self->plan);
  focus_person (self, a);
  tell (self, text);
}

/**
 * atl_mix_table_get_card:
 * @self: a table
 * @group: the number of a group
 *
 * Returns: (transfer none) (nullable): its card
 */
GtkWidget *
atl_mix_table_get_card (AtlMixTable *self,
                        guint        group)
{
  return group < self->cards->len ? self->cards->pdata[group] : NULL;
}

/**
 * atl_mix_table_find_chip:
 * @self: a table
 * @person: the number of a person
 *
 * Returns: (transfer none) (nullable): the chip that shows the person
 */
GtkWidget *
atl_mix_table_find_chip (AtlMixTable *self,
                         guint        person)
{
  for (guint i = 0; i < self->cards->len; i++)
    for (guint j = 0; j < atl_mix_card_get_n (self->cards->pdata[i]); j++)
      {
        GtkWidget *chip = atl_mix_card_get_chip (self->cards->pdata[i], j);

        if (atl_mix_chip_get_person (ATL_MIX_CHIP (chip)) == person)
          return chip;
      }
  return NULL;
}

static GtkWidget *
find_ancestor (GtkWidget *widget,
               GType      type)
{
  return widget != NULL ? gtk_widget_get_ancestor (widget, type) : NULL;
}

static GtkWidget *
find_at (AtlMixTable *self,
         double       x,
         double       y,
         GType        type)
{
  return find_ancestor (gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT), type);
}

static GtkWidget *
find_focus (AtlMixTable *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *chip = find_ancestor (root != NULL ? gtk_root_get_focus (root) : NULL, ATL_TYPE_MIX_CHIP);

  return chip != NULL && gtk_widget_is_ancestor (chip, GTK_WIDGET (self)) ? chip : NULL;
}

/* Menu. */

static gboolean
drop_menu_cb (gpointer user_data)
{
  g_clear_pointer (&ATL_MIX_TABLE (user_data)->menu, gtk_widget_unparent);
  return G_SOURCE_REMOVE;
}

/* Its button is still being released. */
static void
menu_closed_cb (AtlMixTable *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, drop_menu_cb, g_object_ref (self), g_object_unref);
}

static void
group_chosen_cb (GtkWidget *button,
                 gpointer   user_data)
{
  AtlMixTable *self = user_data;
  guint        person = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "person"));
  guint        group = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "group"));

  if (self->menu != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->menu));
  atl_mix_table_move (self, person, group);
}

static GtkWidget *
make_menu_row (AtlMixTable *self,
               guint        person,
               AtlMixCard  *card)
{
  guint                  group = atl_mix_card_get_group (card);
  g_autoptr (AtlMixCost) cost = atl_mix_rounds_cost_move (rounds_of (self), self->round, person, group);
  g_autofree char       *words = dup_cost (self, cost);
  GtkWidget             *button = gtk_button_new ();
  GtkWidget             *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget             *title = gtk_label_new (atl_mix_card_get_title (card));
  GtkWidget             *caption = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_xalign (GTK_LABEL (caption), 0);
  gtk_label_set_wrap (GTK_LABEL (caption), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (caption), 30);
  gtk_label_set_max_width_chars (GTK_LABEL (caption), 40);
  gtk_widget_add_css_class (caption, "caption");
  gtk_widget_add_css_class (caption, "dim-label");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), caption);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "person", GUINT_TO_POINTER (person));
  g_object_set_data (G_OBJECT (button), "group", GUINT_TO_POINTER (group));
  g_signal_connect_object (button, "clicked", G_CALLBACK (group_chosen_cb), self, 0);
  return button;
}

static GtkWidget *
make_menu (AtlMixTable *self,
           guint        person)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *heading = gtk_label_new (_ ("Move to Group…"));

  gtk_widget_add_css_class (heading, "heading");
  gtk_widget_add_css_class (heading, "mix-menu-heading");
  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < self->cards->len; i++)
    if ((int) i != group_of (self, person))
      gtk_box_append (GTK_BOX (box), make_menu_row (self, person, self->cards->pdata[i]));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 420);
  return scroller;
}

/* The groups that the person can go to, each with what that costs. */
static void
open_menu (AtlMixTable *self,
           guint        person)
{
  GtkWidget      *chip = atl_mix_table_find_chip (self, person);
  graphene_rect_t box;
  GdkRectangle    place;

  if (chip == NULL || self->cards->len < 2 || self->menu != NULL ||
      !gtk_widget_compute_bounds (chip, GTK_WIDGET (self), &box))
    return;
  place = (GdkRectangle){ (int) box.origin.x, (int) box.origin.y, (int) box.size.width,
                          (int) box.size.height };
  self->menu = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->menu), make_menu (self, person));
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &place);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (AtlMixTable *self,
            int          n_press,
            double       x,
            double       y,
            GtkGesture  *gesture)
{
  GtkWidget *chip = find_at (self, x, y, ATL_TYPE_MIX_CHIP);

  if (chip == NULL)
    return;
  gtk_widget_grab_focus (chip);
  if (gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture)) == GDK_BUTTON_SECONDARY)
    open_menu (self, atl_mix_chip_get_person (ATL_MIX_CHIP (chip)));
}

static void
long_pressed_cb (AtlMixTable *self,
                 double       x,
                 double       y)
{
  GtkWidget *chip = find_at (self, x, y, ATL_TYPE_MIX_CHIP);

  if (chip != NULL)
    open_menu (self, atl_mix_chip_get_person (ATL_MIX_CHIP (chip)));
}

/* Dragging. */

static void
aim (AtlMixTable *self,
     GtkWidget   *target)
{
  if (self->target == target)
    return;
  if (self->target != NULL)
    gtk_widget_remove_css_class (self->target, "drop");
  self->target = target;
  if (target != NULL)
    gtk_widget_add_css_class (target, "drop");
}

static GdkContentProvider *
drag_prepared_cb (GtkDragSource *source,
                  double         x,
                  double         y,
                  AtlMixTable   *self)
{
  GtkWidget *chip = find_at (self, x, y, ATL_TYPE_MIX_CHIP);

  if (chip == NULL || rounds_of (self) == NULL || atl_mix_plan_get_busy (self->plan))
    return NULL;
  self->dragged = atl_mix_chip_get_person (ATL_MIX_CHIP (chip));
  return gdk_content_provider_new_typed (G_TYPE_UINT, self->dragged);
}

static void
drag_begun_cb (GtkDragSource *source,
               GdkDrag       *drag,
               AtlMixTable   *self)
{
  GtkWidget *chip = atl_mix_table_find_chip (self, self->dragged);

  if (chip == NULL)
    return;
  g_autoptr (GdkPaintable) picture = gtk_widget_paintable_new (chip);
  g_autoptr (GdkPaintable) still = gdk_paintable_get_current_image (picture);
  gtk_drag_source_set_icon (source, still, 12, 12);
  gtk_widget_add_css_class (chip, "dragged");
}

static void
drag_ended_cb (GtkDragSource *source,
               GdkDrag       *drag,
               gboolean       delete_data,
               AtlMixTable   *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    for (guint j = 0; j < atl_mix_card_get_n (self->cards->pdata[i]); j++)
      gtk_widget_remove_css_class (atl_mix_card_get_chip (self->cards->pdata[i], j), "dragged");
  aim (self, NULL);
  self->dragged = NOBODY;
}

static GtkWidget *
find_target (AtlMixTable *self,
             double       x,
             double       y)
{
  GtkWidget *target = find_at (self, x, y, ATL_TYPE_MIX_CHIP);

  return target != NULL ? target : find_at (self, x, y, ATL_TYPE_MIX_CARD);
}

static GdkDragAction
drop_motion_cb (GtkDropTarget *drop,
                double         x,
                double         y,
                AtlMixTable   *self)
{
  GtkWidget       *target = find_target (self, x, y);
  g_autofree char *text = NULL;

  if (self->dragged == NOBODY || rounds_of (self) == NULL)
    return 0;
  if (target == self->target && target != NULL)
    return GDK_ACTION_COPY;
  text = target != NULL ? atl_mix_table_dup_preview (self, self->dragged, target) : NULL;
  aim (self, text != NULL ? target : NULL);
  tell (self, text != NULL ? text : "");
  return text != NULL ? GDK_ACTION_COPY : 0;
}

static void
drop_left_cb (GtkDropTarget *drop,
              AtlMixTable   *self)
{
  aim (self, NULL);
  tell (self, "");
}

static gboolean
dropped_cb (GtkDropTarget *drop,
            const GValue  *value,
            double         x,
            double         y,
            AtlMixTable   *self)
{
  GtkWidget *target = find_target (self, x, y);
  guint      person = self->dragged;

  aim (self, NULL);
  if (person == NOBODY || target == NULL || rounds_of (self) == NULL)
    return FALSE;
  if (ATL_IS_MIX_CHIP (target))
    swap_people (self, person, atl_mix_chip_get_person (ATL_MIX_CHIP (target)));
  else
    atl_mix_table_move (self, person, atl_mix_card_get_group (ATL_MIX_CARD (target)));
  return TRUE;
}

/* Keys. */

static int
get_step (AtlMixTable *self,
          guint        key)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return rtl ? 1 : -1;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return rtl ? -1 : 1;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return -1;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return 1;
    default:
      return 0;
    }
}

static guint
find_place (AtlMixCard *card,
            GtkWidget  *chip)
{
  guint i = 0;

  while (i + 1 < atl_mix_card_get_n (card) && atl_mix_card_get_chip (card, i) != chip)
    i++;
  return i;
}

/* Beside: the card next to it; else the person above or below, and on to the next card. */
static void
go (AtlMixTable *self,
    GtkWidget   *chip,
    int          step,
    gboolean     beside)
{
  AtlMixCard *card = ATL_MIX_CARD (find_ancestor (chip, ATL_TYPE_MIX_CARD));
  int         place = (int) find_place (card, chip) + (beside ? 0 : step);
  int         group = (int) atl_mix_card_get_group (card);
  GtkWidget  *next;

  if (beside || place < 0 || place >= (int) atl_mix_card_get_n (card))
    group += step;
  if (group < 0 || group >= (int) self->cards->len)
    return;
  if (!beside && group != (int) atl_mix_card_get_group (card))
    place = step > 0 ? 0 : G_MAXINT;
  next = atl_mix_card_get_chip (self->cards->pdata[group], (guint) place);
  if (next != NULL)
    gtk_widget_grab_focus (next);
}

static gboolean
key_pressed_cb (AtlMixTable    *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  GtkWidget      *chip = find_focus (self);
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  int             step = get_step (self, key);
  gboolean        beside = key == GDK_KEY_Left || key == GDK_KEY_Right || key == GDK_KEY_KP_Left ||
                    key == GDK_KEY_KP_Right;
  guint person = chip != NULL ? atl_mix_chip_get_person (ATL_MIX_CHIP (chip)) : NOBODY;

  if (chip == NULL || rounds_of (self) == NULL || self->menu != NULL)
    return GDK_EVENT_PROPAGATE;
  if (step != 0 && modifiers == (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    {
      if (!atl_mix_plan_get_busy (self->plan) && group_of (self, person) + step >= 0)
        atl_mix_table_move (self, person, (guint) (group_of (self, person) + step));
    }
  else if (step != 0 && modifiers == 0)
    go (self, chip, step, beside);
  else if (key == GDK_KEY_Menu || (key == GDK_KEY_F10 && modifiers == GDK_SHIFT_MASK) ||
           key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    {
      if (modifiers == GDK_CONTROL_MASK)
        return GDK_EVENT_PROPAGATE;
      open_menu (self, person);
    }
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Tab goes past the table: arrows go through it. */
static gboolean
atl_mix_table_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  AtlMixTable *self = ATL_MIX_TABLE (widget);
  GtkWidget   *chip = find_focus (self);

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (atl_mix_table_parent_class)->focus (widget, direction);
  if (chip != NULL)
    {
      g_set_weak_pointer (&self->last, chip);
      return FALSE;
    }
  if (self->last != NULL && gtk_widget_get_mapped (self->last))
    return gtk_widget_grab_focus (self->last);
  chip = self->cards->len > 0 ? atl_mix_card_get_chip (self->cards->pdata[0], 0) : NULL;
  return chip != NULL && gtk_widget_grab_focus (chip);
}

static void
atl_mix_table_dispose (GObject *object)
{
  AtlMixTable *self = ATL_MIX_TABLE (object);

  g_clear_weak_pointer (&self->last);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->flow, gtk_widget_unparent);
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (atl_mix_table_parent_class)->dispose (object);
}

static void
atl_mix_table_class_init (AtlMixTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_mix_table_dispose;
  widget_class->focus = atl_mix_table_focus;

  signals[TOLD] = g_signal_new ("told", ATL_TYPE_MIX_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_css_name (widget_class, "mixtable");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
add_dragging (AtlMixTable *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_UINT, GDK_ACTION_COPY);

  g_signal_connect (source, "prepare", G_CALLBACK (drag_prepared_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begun_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (drag_ended_cb), self);
  g_signal_connect (drop, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect (drop, "leave", G_CALLBACK (drop_left_cb), self);
  g_signal_connect (drop, "drop", G_CALLBACK (dropped_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
}

static void
add_input (AtlMixTable *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkGesture         *press = gtk_gesture_long_press_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
atl_mix_table_init (AtlMixTable *self)
{
  self->cards = g_ptr_array_new ();
  self->dragged = NOBODY;
  self->flow = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->flow), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->flow), TRUE);
  gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->flow), MOST_COLUMNS);
  gtk_widget_set_valign (self->flow, GTK_ALIGN_START);
  gtk_widget_set_parent (self->flow, GTK_WIDGET (self));
  add_dragging (self);
  add_input (self);
}

static void
set_n_cards (AtlMixTable *self,
             guint        n)
{
  while (self->cards->len < n)
    {
      GtkWidget *card = atl_mix_card_new ();

      g_ptr_array_add (self->cards, card);
      gtk_flow_box_append (GTK_FLOW_BOX (self->flow), card);
      gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
    }
  while (self->cards->len > n)
    {
      GtkWidget *card = g_ptr_array_steal_index (self->cards, self->cards->len - 1);

      gtk_flow_box_remove (GTK_FLOW_BOX (self->flow), gtk_widget_get_parent (card));
    }
}

/**
 * atl_mix_table_show:
 * @self: a table
 * @plan: a plan
 * @round: which round; nothing is shown if the plan does not have it
 *
 * Shows the groups as they are now.
 */
void
atl_mix_table_show (AtlMixTable *self,
                    AtlMixPlan  *plan,
                    guint        round)
{
  AtlMixRounds  *rounds = atl_mix_plan_get_rounds (plan);
  g_auto (GStrv) titles = atl_mix_plan_dup_titles (plan);
  guint          n = 0;

  g_set_object (&self->plan, plan);
  aim (self, NULL);
  self->round = round;
  if (rounds != NULL && round < atl_mix_rounds_get_n (rounds))
    n = atl_mix_rounds_get_n_groups (rounds);
  set_n_cards (self, n);
  for (guint i = 0; i < n; i++)
    atl_mix_card_show (self->cards->pdata[i], plan, round, i, titles[round * n + i]);
}
