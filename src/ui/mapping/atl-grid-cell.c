/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-grid-cell.h"

/**
 * AtlGridCell:
 *
 * A cell of the grid: its digit, and a sign where it is much more or less than its mirror.
 */
struct _AtlGridCell
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *sign;
  guint      row;
  guint      column;
};

G_DEFINE_FINAL_TYPE (AtlGridCell, atl_grid_cell, GTK_TYPE_WIDGET)

static void
pressed_cb (AtlGridCell *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
atl_grid_cell_dispose (GObject *object)
{
  AtlGridCell *self = ATL_GRID_CELL (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->sign, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_grid_cell_parent_class)->dispose (object);
}

static void
atl_grid_cell_class_init (AtlGridCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_grid_cell_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "gridcell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
atl_grid_cell_init (AtlGridCell *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  self->sign = gtk_label_new (NULL);
  gtk_widget_set_halign (self->sign, GTK_ALIGN_END);
  gtk_widget_set_valign (self->sign, GTK_ALIGN_START);
  gtk_widget_add_css_class (self->sign, "sign");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/**
 * atl_grid_cell_new:
 * @row: who gives
 * @column: who receives
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
atl_grid_cell_new (guint row,
                   guint column)
{
  AtlGridCell *self = g_object_new (ATL_TYPE_GRID_CELL, NULL);

  self->row = row;
  self->column = column;
  gtk_widget_set_focusable (GTK_WIDGET (self), row != column);
  return GTK_WIDGET (self);
}

/**
 * atl_grid_cell_get_row:
 * @self: a cell
 *
 * Returns: its row
 */
guint
atl_grid_cell_get_row (AtlGridCell *self)
{
  g_return_val_if_fail (ATL_IS_GRID_CELL (self), 0);
  return self->row;
}

/**
 * atl_grid_cell_get_column:
 * @self: a cell
 *
 * Returns: its column
 */
guint
atl_grid_cell_get_column (AtlGridCell *self)
{
  g_return_val_if_fail (ATL_IS_GRID_CELL (self), 0);
  return self->column;
}

/**
 * atl_grid_cell_show:
 * @self: a cell
 * @text: its digit or count
 * @level: how much that is, 0 to 5
 * @look: what kind of cell it is
 * @uneven: more than 0 if it is much more than its mirror, less than 0 if much less
 *
 * Changes what the cell looks like.
 */
void
atl_grid_cell_show (AtlGridCell    *self,
                    const char     *text,
                    int             level,
                    AtlGridCellLook look,
                    int             uneven)
{
  static const char *const looks[] = { "plain", "faint", "count", "diagonal" };
  g_autofree char         *amount = g_strdup_printf ("level-%d", CLAMP (level, 0, 5));
  const char              *classes[] = { looks[look], amount, uneven != 0 ? "uneven" : NULL, NULL };

  g_return_if_fail (ATL_IS_GRID_CELL (self));

  gtk_widget_set_css_classes (GTK_WIDGET (self), classes);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_label_set_text (GTK_LABEL (self->sign), uneven > 0 ? "▲" : uneven < 0 ? "▽"
                                                                            : "");
}
