/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/plan/atl-plan.h"

#include "config.h"
#include "ui/common/atl-format.h"
#include "ui/common/atl-into-view.h"
#include "ui/common/atl-rename-popover.h"
#include "ui/common/atl-toast.h"
#include "ui/plan/atl-plan-boards.h"
#include "ui/plan/atl-plan-drag.h"
#include "ui/plan/atl-plan-row.h"

#include <glib/gi18n-lib.h>

/**
 * AtlPlan:
 *
 * The plan at the left of a session: its agenda with the boards, and the boards that no step uses.
 */
struct _AtlPlan
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkWidget  *heading;
  GtkWidget  *list;
  GMenuModel *row_menu;
  GtkWidget  *popover;
  AtlSession *session;
  AtlHistory *history;
  AtlBoard   *board;
  AtlPlanRow *current;
  AtlPlanRow *target;   /* of the context menu */
  gpointer    renaming; /* key of the row that gets the focus back after its popover, only compared */
  gpointer    copied;   /* the board that gets the focus when it has its row, only compared */
  guint       rebuilding;
  gboolean    read_only;
};

G_DEFINE_FINAL_TYPE (AtlPlan, atl_plan, GTK_TYPE_WIDGET)

enum
{
  BOARD_SELECTED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static AtlPlanRow *
get_row (AtlPlan *self,
         int      position)
{
  return (AtlPlanRow *) gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), position);
}

static AtlPlanRow *
find_row (AtlPlan *self,
          gpointer key)
{
  AtlPlanRow *row = NULL;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    if (atl_plan_row_get_key (row) == key)
      return row;
  return NULL;
}

static AtlPlanRow *
find_board_row (AtlPlan  *self,
                AtlBoard *board)
{
  AtlPlanRow *row = NULL;

  for (int i = 0; board != NULL && (row = get_row (self, i)) != NULL; i++)
    if (atl_plan_row_get_board (row) == board)
      return row;
  return NULL;
}

static void
set_current (AtlPlan    *self,
             AtlPlanRow *row)
{
  if (self->current != NULL && self->current != row)
    atl_plan_row_set_current (self->current, FALSE);
  self->current = row;
  if (row == NULL)
    return;
  atl_plan_row_set_current (row, TRUE);
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
}

/* What stays across a rebuild: the rows that are open, the one that has the focus, the current one. */
typedef struct
{
  GHashTable *expanded;
  gpointer    focused;
  gpointer    current;
  gpointer    shown; /* the board of the current one */
} Kept;

static Kept
keep_state (AtlPlan *self)
{
  Kept        kept = { g_hash_table_new (NULL, NULL), NULL, NULL, NULL };
  AtlPlanRow *row = NULL;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      if (atl_plan_row_get_expanded (row))
        g_hash_table_add (kept.expanded, atl_plan_row_get_key (row));
      if (gtk_widget_has_focus (GTK_WIDGET (row)))
        kept.focused = atl_plan_row_get_key (row);
    }
  if (self->current != NULL)
    {
      kept.current = atl_plan_row_get_key (self->current);
      kept.shown = atl_plan_row_get_board (self->current);
    }
  if (self->renaming != NULL)
    kept.focused = g_steal_pointer (&self->renaming);
  return kept;
}

static void
restore_state (AtlPlan *self,
               Kept    *kept)
{
  AtlPlanRow *row = NULL;

  for (int i = 0; (row = get_row (self, i)) != NULL; i++)
    {
      atl_plan_row_set_expanded (row, g_hash_table_contains (kept->expanded, atl_plan_row_get_key (row)));
      if (kept->focused == atl_plan_row_get_key (row))
        gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  row = kept->current != NULL ? find_row (self, kept->current) : NULL;
  if (row == NULL || atl_plan_row_get_board (row) != self->board)
    row = find_board_row (self, self->board);
  set_current (self, row);
  if (self->board != NULL && row != NULL && (kept->shown != self->board || self->copied == self->board))
    atl_into_view (GTK_WIDGET (row));
  if (row != NULL && self->copied == self->board)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  self->copied = NULL;
  g_hash_table_unref (kept->expanded);
}

static void
show_heading (AtlPlan   *self,
              GPtrArray *runs)
{
  int              minutes = atl_plan_runs_get_minutes (runs);
  g_autofree char *length = atl_format_minutes (minutes);
  g_autofree char *text = g_strdup_printf ("%s · %s", _ ("Agenda"), length);

  gtk_label_set_label (GTK_LABEL (self->heading), minutes > 0 ? text : _ ("Boards"));
}

static void
clear_list (AtlPlan *self)
{
  AtlPlanRow *row = NULL;

  self->current = NULL;
  self->target = NULL;
  while ((row = get_row (self, 0)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
rebuild (AtlPlan *self)
{
  g_autoptr (GPtrArray) runs = atl_plan_runs_new (self->session);
  Kept                  kept = keep_state (self);
  guint                 number = 0;

  clear_list (self);
  for (guint i = 0; i < runs->len; i++)
    {
      AtlPlanRun *run = g_ptr_array_index (runs, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list),
                           atl_plan_row_new (run, run->board != NULL ? ++number : 0));
    }
  show_heading (self, runs);
  restore_state (self, &kept);
}

static gboolean
rebuild_cb (gpointer data)
{
  AtlPlan *self = data;

  self->rebuilding = 0;
  if (self->session != NULL)
    rebuild (self);
  return G_SOURCE_REMOVE;
}

static gboolean
matters (AtlChange *change)
{
  AtlItem *item = atl_change_get_item (change);

  if (ATL_IS_STEP (item))
    return atl_change_get_kind (change) != ATL_CHANGE_SET || atl_change_get_field (change) != ATL_STEP_SPENT;
  return ATL_IS_BOARD (item);
}

static void
session_changed_cb (AtlPlan   *self,
                    AtlChange *change)
{
  if (matters (change) && self->rebuilding == 0)
    self->rebuilding = g_idle_add_full (G_PRIORITY_HIGH_IDLE, rebuild_cb, self, NULL);
}

static void
row_selected_cb (AtlPlan       *self,
                 GtkListBoxRow *row)
{
  AtlBoard *board = row != NULL ? atl_plan_row_get_board (ATL_PLAN_ROW (row)) : NULL;

  if (board == NULL || ATL_PLAN_ROW (row) == self->current)
    return;
  set_current (self, ATL_PLAN_ROW (row));
  if (board != self->board)
    g_signal_emit (self, signals[BOARD_SELECTED], 0, board);
}

static void
row_activated_cb (AtlPlan       *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-board", NULL);
}

/* The keys work on any row, so without a menu both directions do. */
static void
enable_actions (AtlPlan    *self,
                AtlPlanRow *row)
{
  static const char *const of_boards[] = { "plan.duplicate", "plan.duplicate-areas", "plan.reset" };
  int                      position = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;
  gboolean                 board = row == NULL || atl_plan_row_get_board (row) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_boards); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), of_boards[i], !self->read_only && board);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.move-up", !self->read_only && position != 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.move-down",
                                 !self->read_only && (row == NULL || get_row (self, position + 1) != NULL));
}

static void
menu_closed_cb (AtlPlan *self)
{
  enable_actions (self, NULL);
}

static void
popup_menu (AtlPlan    *self,
            AtlPlanRow *row,
            double      x,
            double      y)
{
  graphene_point_t point;

  if (!gtk_widget_compute_point (self->list, GTK_WIDGET (self), &GRAPHENE_POINT_INIT ((float) x, (float) y),
                                 &point))
    return;
  self->target = row;
  enable_actions (self, row);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover),
                               &(GdkRectangle){ (int) point.x, (int) point.y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static void
pressed_cb (GtkGesture *gesture,
            int         n_press,
            double      x,
            double      y,
            AtlPlan    *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (GTK_LIST_BOX (self->list), (int) y);

  if (row != NULL)
    popup_menu (self, ATL_PLAN_ROW (row), x, y);
}

static void
long_pressed_cb (GtkGesture *gesture,
                 double      x,
                 double      y,
                 AtlPlan    *self)
{
  pressed_cb (gesture, 1, x, y, self);
}

static AtlPlanRow *
get_focused_row (AtlPlan *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  return row != NULL ? ATL_PLAN_ROW (row) : NULL;
}

static void
open_menu (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  AtlPlan        *self = ATL_PLAN (widget);
  AtlPlanRow     *row = get_focused_row (self);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (atl_plan_row_get_title (row), self->list, &bounds))
    popup_menu (self, row, bounds.origin.x, bounds.origin.y + bounds.size.height);
}

/* The row that an action is about: that of the menu, else the one with the focus, else the current one. */
static AtlPlanRow *
take_target (AtlPlan *self)
{
  AtlPlanRow *row = self->target;

  self->target = NULL;
  if (row == NULL)
    row = get_focused_row (self);
  return row != NULL ? row : self->current;
}

static void
renamed_cb (AtlRenamePopover *popover,
            const char       *text,
            AtlItem          *item)
{
  AtlPlan *self = ATL_PLAN (gtk_widget_get_parent (GTK_WIDGET (popover)));
  gboolean board = ATL_IS_BOARD (item);

  if (self->current == NULL || item != (AtlItem *) self->board)
    self->renaming = item;
  else
    self->renaming = atl_plan_row_get_key (self->current);
  atl_history_begin (self->history, board ? _ ("Rename Board") : _ ("Rename Step"));
  if (board)
    atl_board_set_title (ATL_BOARD (item), text);
  else
    atl_step_set_title (ATL_STEP (item), text);
  atl_history_end (self->history);
}

static void
rename_row (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AtlPlan          *self = ATL_PLAN (widget);
  AtlPlanRow       *row = take_target (self);
  AtlBoard         *board = row != NULL ? atl_plan_row_get_board (row) : NULL;
  AtlRenamePopover *popover = NULL;
  graphene_rect_t   bounds;
  gpointer          item = NULL;

  if (row == NULL || !gtk_widget_compute_bounds (atl_plan_row_get_title (row), widget, &bounds))
    return;
  item = board != NULL ? (gpointer) board : atl_plan_row_get_key (row);
  popover = atl_rename_popover_open (widget, board != NULL ? _ ("Rename Board") : _ ("Rename Step"),
                                     board != NULL ? atl_board_get_title (board) : atl_step_get_title (item));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                                (int) bounds.size.width, (int) bounds.size.height });
  g_signal_connect_object (popover, "renamed", G_CALLBACK (renamed_cb), item, 0);
}

static void
move_between (AtlPlan *self,
              int      from,
              int      to)
{
  if (self->read_only || from < 0 || to < 0 || get_row (self, to) == NULL)
    return;
  atl_history_begin (self->history, _ ("Move Board"));
  atl_plan_runs_move (self->session, (guint) from, (guint) to);
  atl_history_end (self->history);
}

static void
move_row (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  AtlPlan    *self = ATL_PLAN (widget);
  AtlPlanRow *row = take_target (self);
  int         from = row != NULL ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  move_between (self, from, g_str_equal (name, "plan.move-up") ? from - 1 : from + 1);
}

static void
delete_step (AtlPlan *self,
             AtlStep *step)
{
  g_autofree char *text = g_strdup_printf (_ ("Step “%s” deleted"), atl_step_get_title (step));

  atl_history_begin (self->history, _ ("Delete Step"));
  atl_list_remove (atl_item_get_list (ATL_ITEM (step)), ATL_ITEM (step));
  atl_history_end (self->history);
  atl_toast_show_undo (GTK_WIDGET (self), text, self->history);
}

static void
delete_row (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  AtlPlan    *self = ATL_PLAN (widget);
  AtlPlanRow *row = take_target (self);

  if (row == NULL)
    return;
  if (atl_plan_row_get_board (row) != NULL)
    atl_plan_boards_delete (atl_plan_row_get_board (row), self->history, GTK_WIDGET (self));
  else
    delete_step (self, atl_plan_row_get_key (row));
}

static void
duplicate_row (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AtlPlan     *self = ATL_PLAN (widget);
  AtlPlanRow  *row = take_target (self);
  AtlBoard    *board = row != NULL ? atl_plan_row_get_board (row) : NULL;
  AtlBoardCopy what = ATL_BOARD_COPY_STEPS;

  if (board == NULL)
    return;
  if (g_str_equal (name, "plan.duplicate"))
    what |= ATL_BOARD_COPY_NOTES;
  board = atl_plan_boards_duplicate (board, self->history, what);
  self->copied = board;
  g_signal_emit (self, signals[BOARD_SELECTED], 0, board);
}

static void
reset_row (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  AtlPlan    *self = ATL_PLAN (widget);
  AtlPlanRow *row = take_target (self);

  if (row != NULL && atl_plan_row_get_board (row) != NULL)
    atl_plan_boards_reset (atl_plan_row_get_board (row), self->history, widget);
}

static void
atl_plan_dispose (GObject *object)
{
  AtlPlan   *self = ATL_PLAN (object);
  GtkWidget *child = NULL;

  g_clear_handle_id (&self->rebuilding, g_source_remove);
  atl_plan_set_session (self, NULL, NULL, TRUE);
  g_clear_object (&self->row_menu);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (atl_plan_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "plan.menu", NULL, open_menu);
  gtk_widget_class_install_action (widget_class, "plan.rename", NULL, rename_row);
  gtk_widget_class_install_action (widget_class, "plan.duplicate", NULL, duplicate_row);
  gtk_widget_class_install_action (widget_class, "plan.duplicate-areas", NULL, duplicate_row);
  gtk_widget_class_install_action (widget_class, "plan.reset", NULL, reset_row);
  gtk_widget_class_install_action (widget_class, "plan.move-up", NULL, move_row);
  gtk_widget_class_install_action (widget_class, "plan.move-down", NULL, move_row);
  gtk_widget_class_install_action (widget_class, "plan.delete", NULL, delete_row);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "plan.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "plan.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "plan.rename", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "plan.delete", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Up, GDK_ALT_MASK,
                                       "plan.move-up", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Down, GDK_ALT_MASK,
                                       "plan.move-down", NULL);
}

static void
atl_plan_class_init (AtlPlanClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_plan_dispose;
  signals[BOARD_SELECTED] = g_signal_new ("board-selected", ATL_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 1, ATL_TYPE_BOARD);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/atl-plan.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPlan, box);
  gtk_widget_class_bind_template_child (widget_class, AtlPlan, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlPlan, list);
  gtk_widget_class_bind_template_child (widget_class, AtlPlan, row_menu);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "plan");
  install_actions (widget_class);
}

static void
atl_plan_init (AtlPlan *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_ref (self->row_menu);
  self->popover = gtk_popover_menu_new_from_model (self->row_menu);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
  gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (menu_closed_cb), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  atl_plan_drag_add (GTK_LIST_BOX (self->list), (AtlPlanDropCallback) move_between, self);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), self);
  gtk_widget_add_controller (self->list, GTK_EVENT_CONTROLLER (press));
}

/**
 * atl_plan_set_session:
 * @self: a plan
 * @session: (nullable): the session to show
 * @history: (nullable): where what the user does is recorded
 * @read_only: whether the user can look only
 */
void
atl_plan_set_session (AtlPlan    *self,
                      AtlSession *session,
                      AtlHistory *history,
                      gboolean    read_only)
{
  g_return_if_fail (ATL_IS_PLAN (self));

  self->read_only = read_only;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->board);
  g_set_object (&self->session, session);
  g_set_object (&self->history, history);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.rename", !read_only);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "plan.delete", !read_only);
  enable_actions (self, NULL);
  if (session == NULL)
    return;
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

/**
 * atl_plan_set_board:
 * @self: a plan
 * @board: (nullable): the board that is open
 *
 * Shows which board is open. Does not emit ::board-selected.
 */
void
atl_plan_set_board (AtlPlan  *self,
                    AtlBoard *board)
{
  g_return_if_fail (ATL_IS_PLAN (self));

  if (!g_set_object (&self->board, board))
    return;
  if (self->current == NULL || atl_plan_row_get_board (self->current) != board)
    set_current (self, find_board_row (self, board));
  if (self->current != NULL)
    atl_into_view (GTK_WIDGET (self->current));
}

/**
 * atl_plan_get_neighbor:
 * @self: a plan
 * @by: 1 for the board after the open one, -1 for the one before
 *
 * Returns: (transfer none) (nullable): the board there
 */
AtlBoard *
atl_plan_get_neighbor (AtlPlan *self,
                       int      by)
{
  g_autoptr (GPtrArray) runs = NULL;

  g_return_val_if_fail (ATL_IS_PLAN (self), NULL);

  if (self->session == NULL)
    return NULL;
  runs = atl_plan_runs_new (self->session);
  return atl_plan_runs_get_neighbor (runs, self->board, by);
}
