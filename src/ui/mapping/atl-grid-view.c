/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-grid-view.h"

#include "config.h"
#include "model/atl-enum-types.h"
#include "ui/mapping/atl-grid-cell.h"

#include <glib/gi18n-lib.h>

#define LEFT_TO_RIGHT "\u2066"
#define END_OF_ISOLATE "\u2069"

/**
 * AtlGridView:
 *
 * The cells of a grid with their heads. One cell has the focus: arrows move it, digits fill it in, Tab leaves
 * the grid.
 */
struct _AtlGridView
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GPtrArray *cells; /* AtlGridCell by row, column */
  guint      n;
  guint      row;
  guint      column;
  gboolean   editable;
};

G_DEFINE_FINAL_TYPE (AtlGridView, atl_grid_view, GTK_TYPE_WIDGET)

enum
{
  TYPED,
  MOVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static GtkWidget *
cell_at (AtlGridView *self,
         guint        row,
         guint        column)
{
  return self->cells->pdata[row * self->n + column];
}

static void
focus_entered_cb (AtlGridView             *self,
                  GtkEventControllerFocus *focus)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (focus));

  self->row = atl_grid_cell_get_row (ATL_GRID_CELL (cell));
  self->column = atl_grid_cell_get_column (ATL_GRID_CELL (cell));
  g_signal_emit (self, signals[MOVED], 0, self->row, self->column);
}

/* The next cell in that direction that is not on the diagonal, if there is one. */
static gboolean
move (AtlGridView *self,
      int          rows,
      int          columns)
{
  int row = (int) self->row + rows;
  int column = (int) self->column + columns;

  if (row == column)
    {
      row += rows;
      column += columns;
    }
  if (row >= 0 && column >= 0 && row < (int) self->n && column < (int) self->n)
    gtk_widget_grab_focus (cell_at (self, (guint) row, (guint) column));
  return TRUE;
}

static gboolean
go_to_end (AtlGridView *self,
           gboolean     last)
{
  guint column = last ? self->n - 1 : 0;

  if (column == self->row)
    column = last ? column - 1 : column + 1;
  return gtk_widget_grab_focus (cell_at (self, self->row, column));
}

/* Row by row, as one reads. */
static gboolean
go_on (AtlGridView *self)
{
  guint next = self->row * self->n + self->column + 1;

  if (next / self->n == next % self->n)
    next++;
  if (next < self->n * self->n)
    gtk_widget_grab_focus (self->cells->pdata[next]);
  return TRUE;
}

static gboolean
type (AtlGridView *self,
      guint        keyval)
{
  int digit = keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace
                ? 0
                : g_unichar_digit_value (gdk_keyval_to_unicode (keyval));

  if (digit < 0)
    return FALSE;
  if (digit > 5 || !self->editable)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    g_signal_emit (self, signals[TYPED], 0, self->row, self->column, digit);
  return TRUE;
}

static gboolean
key_pressed_cb (AtlGridView    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  int ahead = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || self->n < 2)
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return move (self, -1, 0);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return move (self, 1, 0);
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return move (self, 0, -ahead);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return move (self, 0, ahead);
    case GDK_KEY_Home:
    case GDK_KEY_End:
      return go_to_end (self, keyval == GDK_KEY_End);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return go_on (self);
    default:
      return type (self, keyval);
    }
}

/* One stop for Tab: the cell that had the focus last. */
static gboolean
atl_grid_view_focus (GtkWidget       *widget,
                     GtkDirectionType direction)
{
  AtlGridView *self = ATL_GRID_VIEW (widget);

  if (self->n < 2 || gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;
  return gtk_widget_grab_focus (cell_at (self, self->row, self->column));
}

static gboolean
atl_grid_view_grab_focus (GtkWidget *widget)
{
  return atl_grid_view_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
atl_grid_view_dispose (GObject *object)
{
  AtlGridView *self = ATL_GRID_VIEW (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_grid_view_parent_class)->dispose (object);
}

static void
atl_grid_view_class_init (AtlGridViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_grid_view_dispose;
  widget_class->focus = atl_grid_view_focus;
  widget_class->grab_focus = atl_grid_view_grab_focus;

  /**
   * AtlGridView::typed:
   * @row: who gives
   * @column: who receives
   * @strength: 0 to 5
   */
  signals[TYPED] = g_signal_new ("typed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 3, G_TYPE_UINT, G_TYPE_UINT, G_TYPE_INT);

  /**
   * AtlGridView::moved:
   * @row: who gives
   * @column: who receives
   */
  signals[MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
atl_grid_view_init (AtlGridView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->cells = g_ptr_array_new ();
  self->grid = gtk_grid_new ();
  gtk_widget_add_css_class (self->grid, "grid-view");
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static GtkWidget *
make_dot (AtlSilo *silo)
{
  GtkWidget             *dot = gtk_image_new ();
  g_autoptr (GEnumClass) tints = g_type_class_ref (ATL_TYPE_TINT);
  g_autofree char *class = NULL;

  class = g_strconcat ("tint-", g_enum_get_value (tints, (int) atl_silo_get_color (silo))->value_nick, NULL);
  gtk_widget_add_css_class (dot, "grid-dot");
  gtk_widget_add_css_class (dot, class);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (dot, GTK_ALIGN_CENTER);
  return dot;
}

static GtkWidget *
make_head (AtlGridData *data,
           guint        index,
           gboolean     column)
{
  GtkWidget *box = gtk_box_new (column ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (atl_grid_data_get_label (data, index));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_width_chars (GTK_LABEL (label), column ? 10 : 14);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column ? 11 : 20);
  gtk_label_set_xalign (GTK_LABEL (label), column ? 0.5F : 0);
  gtk_label_set_justify (GTK_LABEL (label), column ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
  gtk_widget_set_valign (box, column ? GTK_ALIGN_END : GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (label, atl_grid_data_get_label (data, index));
  gtk_widget_add_css_class (box, "grid-head");
  if (column)
    gtk_box_append (GTK_BOX (box), label);
  if (atl_grid_data_get_silo (data, index) != NULL)
    gtk_box_append (GTK_BOX (box), make_dot (atl_grid_data_get_silo (data, index)));
  if (!column)
    gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
add_cell (AtlGridView *self,
          guint        row,
          guint        column)
{
  GtkWidget          *cell = atl_grid_cell_new (row, column);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect_object (focus, "enter", G_CALLBACK (focus_entered_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, focus);
  gtk_grid_attach (GTK_GRID (self->grid), cell, (int) column + 1, (int) row + 1, 1, 1);
  g_ptr_array_add (self->cells, cell);
}

/**
 * atl_grid_view_new:
 * @data: a grid
 *
 * Returns: (transfer floating): a view of its rows and columns
 */
GtkWidget *
atl_grid_view_new (AtlGridData *data)
{
  AtlGridView *self = g_object_new (ATL_TYPE_GRID_VIEW, NULL);

  self->n = atl_grid_data_get_n (data);
  self->editable = atl_grid_data_is_editable (data);
  self->column = 1;
  for (guint i = 0; i < self->n; i++)
    {
      gtk_grid_attach (GTK_GRID (self->grid), make_head (data, i, TRUE), (int) i + 1, 0, 1, 1);
      gtk_grid_attach (GTK_GRID (self->grid), make_head (data, i, FALSE), 0, (int) i + 1, 1, 1);
      for (guint j = 0; j < self->n; j++)
        add_cell (self, i, j);
    }
  atl_grid_view_update (self, data);
  return GTK_WIDGET (self);
}

static void
say (GtkWidget   *cell,
     AtlGridData *data,
     const char  *text,
     gboolean     uneven)
{
  const char      *giver = atl_grid_data_get_label (data, atl_grid_cell_get_row (ATL_GRID_CELL (cell)));
  const char      *receiver = atl_grid_data_get_label (data, atl_grid_cell_get_column (ATL_GRID_CELL (cell)));
  g_autofree char *label = NULL;

  /* Translators: a cell of a grid, read aloud: who gives, who receives, how much */
  label = g_strdup_printf (uneven ? _ ("%s to %s: %s, not the same the other way") : _ ("%s to %s: %s"),
                           giver,
                           receiver, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
update_count (GtkWidget   *cell,
              AtlGridData *data,
              AtlGridValue value)
{
  g_autofree char *text = g_strdup_printf ("%d / %u", value.own, value.possible);
  /* A fraction reads from left to right in all languages. */
  g_autofree char *shown = g_strdup_printf (LEFT_TO_RIGHT "%s" END_OF_ISOLATE, text);
  int              level = value.possible > 0
                             ? (value.own * 5 + (int) value.possible - 1) / (int) value.possible
                             : 0;

  atl_grid_cell_show (ATL_GRID_CELL (cell), shown, level, ATL_GRID_CELL_COUNT, 0);
  say (cell, data, text, FALSE);
}

static void
update_cell (AtlGridView *self,
             AtlGridData *data,
             guint        row,
             guint        column)
{
  GtkWidget       *cell = cell_at (self, row, column);
  AtlGridValue     value = atl_grid_data_get (data, row, column);
  AtlGridValue     mirror = atl_grid_data_get (data, column, row);
  gboolean         faint = value.own == 0 && value.other > 0;
  int              shown = faint ? value.other : value.own;
  int              back = mirror.own > 0 ? mirror.own : mirror.other;
  int              uneven = atl_grid_data_is_uneven (data, row, column) ? shown - back : 0;
  g_autofree char *text = g_strdup_printf ("%d", shown);

  if (!self->editable)
    update_count (cell, data, value);
  else if (row == column)
    atl_grid_cell_show (ATL_GRID_CELL (cell), "", 0, ATL_GRID_CELL_DIAGONAL, 0);
  else
    {
      atl_grid_cell_show (ATL_GRID_CELL (cell), shown > 0 ? text : "·", shown,
                          faint ? ATL_GRID_CELL_FAINT : ATL_GRID_CELL_PLAIN, uneven);
      say (cell, data, text, uneven != 0);
    }
}

/**
 * atl_grid_view_update:
 * @self: a view
 * @data: its grid, with the same rows
 *
 * Shows what the cells say now.
 */
void
atl_grid_view_update (AtlGridView *self,
                      AtlGridData *data)
{
  g_return_if_fail (ATL_IS_GRID_VIEW (self) && atl_grid_data_get_n (data) == self->n);

  for (guint i = 0; i < self->n; i++)
    for (guint j = 0; j < self->n; j++)
      update_cell (self, data, i, j);
}

/**
 * atl_grid_view_get_current:
 * @self: a view
 * @row: (out): who gives
 * @column: (out): who receives
 *
 * Says which cell has the focus, or had it last.
 */
void
atl_grid_view_get_current (AtlGridView *self,
                           guint       *row,
                           guint       *column)
{
  g_return_if_fail (ATL_IS_GRID_VIEW (self));

  *row = self->row;
  *column = self->column;
}
