/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/plan/atl-plan-row.h"

#include "config.h"
#include "ui/common/atl-format.h"
#include "ui/common/atl-miniature.h"

#include <glib/gi18n-lib.h>

/**
 * AtlPlanRow:
 *
 * A row of the plan: a board with the steps that use it, or a break. The current one shows its board in
 * small.
 */
struct _AtlPlanRow
{
  GtkListBoxRow parent_instance;

  AtlBoard  *board;
  GObject   *key; /* tells the row again after the plan was made anew */
  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *subtitle;
  GtkWidget *minutes;
  GtkWidget *expander;
  GtkWidget *steps_revealer;
  GtkWidget *steps;
  GtkWidget *miniature;
};

G_DEFINE_FINAL_TYPE (AtlPlanRow, atl_plan_row, GTK_TYPE_LIST_BOX_ROW)

static void
expander_toggled_cb (AtlPlanRow *self)
{
  gboolean expanded = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->expander));

  gtk_revealer_set_reveal_child (GTK_REVEALER (self->steps_revealer), expanded);
  gtk_button_set_icon_name (GTK_BUTTON (self->expander), expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_widget_set_tooltip_text (self->expander, expanded ? _ ("Hide Steps") : _ ("Show Steps"));
}

/* Tab comes to the current row and leaves the list from any: only arrows and Enter go on in it, since what
 * has the focus in this list is open. */
static gboolean
atl_plan_row_focus (GtkWidget       *widget,
                    GtkDirectionType direction)
{
  GtkWidget *list = gtk_widget_get_parent (widget);
  GtkWidget *inside = list != NULL ? gtk_widget_get_focus_child (list) : NULL;
  gboolean   tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (tab && inside != NULL && inside != widget &&
      (gtk_widget_get_state_flags (list) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0)
    return FALSE;
  return GTK_WIDGET_CLASS (atl_plan_row_parent_class)->focus (widget, direction);
}

static void
atl_plan_row_dispose (GObject *object)
{
  AtlPlanRow *self = ATL_PLAN_ROW (object);

  g_clear_object (&self->board);
  g_clear_object (&self->key);
  G_OBJECT_CLASS (atl_plan_row_parent_class)->dispose (object);
}

static void
atl_plan_row_class_init (AtlPlanRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_plan_row_dispose;
  widget_class->focus = atl_plan_row_focus;
  g_type_ensure (ATL_TYPE_MINIATURE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPlanRow, number);
  gtk_widget_class_bind_template_child (widget_class, AtlPlanRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlPlanRow, subtitle);
  gtk_widget_class_bind_template_child (widget_class, AtlPlanRow, minutes);
  gtk_widget_class_bind_template_child (widget_class, AtlPlanRow, expander);
  gtk_widget_class_bind_template_child (widget_class, AtlPlanRow, steps_revealer);
  gtk_widget_class_bind_template_child (widget_class, AtlPlanRow, steps);
  gtk_widget_class_bind_template_child (widget_class, AtlPlanRow, miniature);
  gtk_widget_class_bind_template_callback (widget_class, expander_toggled_cb);
}

static void
atl_plan_row_init (AtlPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_step (AtlPlanRow *self,
          AtlStep    *step)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *title = gtk_label_new (atl_step_get_title (step));
  g_autofree char *minutes = atl_format_minutes (atl_step_get_minutes (step));
  GtkWidget       *length = gtk_label_new (minutes);

  if (*atl_step_get_title (step) == '\0')
    gtk_label_set_label (GTK_LABEL (title), atl_format_step_mode (atl_step_get_mode (step)));
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_set_tooltip_text (box, atl_format_step_mode (atl_step_get_mode (step)));
  gtk_widget_add_css_class (box, "plan-step");
  gtk_widget_add_css_class (length, "numeric");
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), length);
  gtk_box_append (GTK_BOX (self->steps), box);
}

/* "2. Sailboat. 4 steps. 1 h 15 min." */
static void
describe (AtlPlanRow *self)
{
  GtkWidget *parts[] = { self->number, self->title, self->subtitle, self->minutes };
  GString   *speech = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*gtk_label_get_label (GTK_LABEL (parts[i])) != '\0')
      g_string_append_printf (speech, "%s%s.", speech->len > 0 ? " " : "",
                              gtk_label_get_label (GTK_LABEL (parts[i])));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, speech->str, -1);
  g_string_free (speech, TRUE);
}

static void
show_run (AtlPlanRow *self,
          AtlPlanRun *run)
{
  AtlStep         *first = run->steps->len > 0 ? g_ptr_array_index (run->steps, 0) : NULL;
  const char      *title = run->board != NULL ? atl_board_get_title (run->board) : atl_step_get_title (first);
  g_autofree char *minutes = atl_format_minutes (run->minutes);
  g_autofree char *subtitle = NULL;

  if (run->steps->len > 1)
    subtitle = g_strdup_printf (ngettext ("%u step", "%u steps", run->steps->len), run->steps->len);
  gtk_label_set_label (GTK_LABEL (self->title), *title != '\0' ? title : _ ("Untitled"));
  gtk_label_set_label (GTK_LABEL (self->minutes), run->minutes > 0 ? minutes : "");
  gtk_label_set_label (GTK_LABEL (self->subtitle), subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (self->subtitle, subtitle != NULL);
  gtk_widget_set_visible (self->expander, run->steps->len > 1);
  for (guint i = 0; run->steps->len > 1 && i < run->steps->len; i++)
    add_step (self, g_ptr_array_index (run->steps, i));
}

/**
 * atl_plan_row_new:
 * @run: what it shows
 * @number: what it is counted as, 0 for none
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
atl_plan_row_new (AtlPlanRun *run,
                  guint       number)
{
  AtlPlanRow      *self = g_object_new (ATL_TYPE_PLAN_ROW, NULL);
  g_autofree char *text = number > 0 ? g_strdup_printf ("%u", number) : g_strdup ("");

  g_return_val_if_fail (run != NULL, GTK_WIDGET (self));

  g_set_object (&self->board, run->board);
  self->key = g_object_ref (run->steps->len > 0 ? g_ptr_array_index (run->steps, 0) : (gpointer) run->board);
  gtk_label_set_label (GTK_LABEL (self->number), text);
  show_run (self, run);
  describe (self);
  if (run->board == NULL)
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "break");
      gtk_list_box_row_set_selectable (GTK_LIST_BOX_ROW (self), FALSE);
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
    }
  return GTK_WIDGET (self);
}

/**
 * atl_plan_row_get_board:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): its board, or %NULL for a break
 */
AtlBoard *
atl_plan_row_get_board (AtlPlanRow *self)
{
  g_return_val_if_fail (ATL_IS_PLAN_ROW (self), NULL);
  return self->board;
}

/**
 * atl_plan_row_get_key:
 * @self: a row
 *
 * Returns: (transfer none): what the row is told by when the plan is made anew: its first step, else its
 * board
 */
gpointer
atl_plan_row_get_key (AtlPlanRow *self)
{
  g_return_val_if_fail (ATL_IS_PLAN_ROW (self), NULL);
  return self->key;
}

/**
 * atl_plan_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): the widget that shows its title
 */
GtkWidget *
atl_plan_row_get_title (AtlPlanRow *self)
{
  g_return_val_if_fail (ATL_IS_PLAN_ROW (self), NULL);
  return self->title;
}

/**
 * atl_plan_row_set_current:
 * @self: a row
 * @current: whether its board is the one that is open; it then shows it in small
 */
void
atl_plan_row_set_current (AtlPlanRow *self,
                          gboolean    current)
{
  g_return_if_fail (ATL_IS_PLAN_ROW (self));

  atl_miniature_set_board (ATL_MINIATURE (self->miniature), current ? self->board : NULL);
  gtk_widget_set_visible (self->miniature, current);
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
}

/**
 * atl_plan_row_get_expanded:
 * @self: a row
 *
 * Returns: whether it lists its steps
 */
gboolean
atl_plan_row_get_expanded (AtlPlanRow *self)
{
  g_return_val_if_fail (ATL_IS_PLAN_ROW (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->expander));
}

/**
 * atl_plan_row_set_expanded:
 * @self: a row
 * @expanded: whether it shall list its steps
 */
void
atl_plan_row_set_expanded (AtlPlanRow *self,
                           gboolean    expanded)
{
  g_return_if_fail (ATL_IS_PLAN_ROW (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->expander),
                                expanded && gtk_widget_get_visible (self->expander));
}
