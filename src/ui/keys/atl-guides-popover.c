/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/keys/atl-guides-popover.h"

#include "canvas/notes/atl-digit.h"
#include "model/atl-guides.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/**
 * AtlGuidesPopover:
 *
 * The matrix of an area, cell by cell: a digit scores the pair and goes on to the next, a click adds one.
 */
struct _AtlGuidesPopover
{
  GtkPopover parent_instance;

  GtkWidget  *title, *grid;
  AtlHistory *history;
  AtlArea    *area;
  GPtrArray  *silos;
};

G_DEFINE_FINAL_TYPE (AtlGuidesPopover, atl_guides_popover, GTK_TYPE_POPOVER)

static GtkWidget *
get_cell (AtlGuidesPopover *self,
          guint             row,
          guint             column)
{
  return gtk_grid_get_child_at (GTK_GRID (self->grid), (int) column + 1, (int) row + 1);
}

static int
get_score (AtlGuidesPopover *self,
           guint             row,
           guint             column)
{
  return atl_area_get_score (self->area, self->silos->pdata[row], self->silos->pdata[column]);
}

static void
show_cell (AtlGuidesPopover *self,
           guint             row,
           guint             column)
{
  GtkWidget       *cell = get_cell (self, row, column);
  int              score = get_score (self, row, column);
  g_autofree char *text = score >= 0 ? g_strdup_printf ("%d", score) : g_strdup ("–");
  g_autofree char *label = NULL;
  const char      *first = atl_silo_get_name (self->silos->pdata[row]);
  const char      *second = atl_silo_get_name (self->silos->pdata[column]);

  if (score >= 0)
    /* Translators: two silos, and how well they work together, 0 to 5 */
    label = g_strdup_printf (_ ("%s with %s: %d"), first, second, score);
  else
    /* Translators: two silos */
    label = g_strdup_printf (_ ("%s with %s: no score"), first, second);
  gtk_button_set_label (GTK_BUTTON (cell), text);
  gtk_widget_set_tooltip_text (cell, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_score (AtlGuidesPopover *self,
           guint             row,
           guint             column,
           int               score)
{
  atl_history_begin (self->history, _ ("Change Score"));
  atl_area_set_score (self->area, self->silos->pdata[row], self->silos->pdata[column], score);
  atl_history_end (self->history);
}

static gboolean
find_focus (AtlGuidesPopover *self,
            guint            *row,
            guint            *column)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  for (guint i = 0; i < self->silos->len; i++)
    for (guint j = 0; j < self->silos->len; j++)
      if (i != j && focus != NULL && get_cell (self, i, j) == focus)
        {
          *row = i;
          *column = j;
          return TRUE;
        }
  return FALSE;
}

static void
clicked_cb (AtlGuidesPopover *self,
            GtkWidget        *cell)
{
  int   row, column, width, height;
  guint i, j;
  int   score;

  gtk_grid_query_child (GTK_GRID (self->grid), cell, &column, &row, &width, &height);
  i = (guint) row - 1;
  j = (guint) column - 1;
  score = get_score (self, i, j);
  set_score (self, i, j, score >= ATL_SCORE_MOST ? ATL_SCORE_NONE : score + 1);
}

/* The next pair in reading order; a silo is not paired with itself. */
static void
go_on (AtlGuidesPopover *self,
       guint             row,
       guint             column)
{
  guint n = self->silos->len;
  guint at = row * n + column + 1;

  if (at < n * n && at / n == at % n)
    at++;
  if (at < n * n)
    gtk_widget_grab_focus (get_cell (self, at / n, at % n));
}

static gboolean
key_pressed_cb (AtlGuidesPopover *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  guint row, column;
  int   digit;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !find_focus (self, &row, &column))
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_BackSpace)
    {
      set_score (self, row, column, ATL_SCORE_NONE);
      return GDK_EVENT_STOP;
    }
  digit = atl_digit_find (GTK_WIDGET (self), keyval, keycode);
  if (digit > ATL_SCORE_MOST || (digit == 0 && !atl_digit_is_zero (GTK_WIDGET (self), keyval, keycode)))
    return GDK_EVENT_PROPAGATE;
  set_score (self, row, column, digit);
  go_on (self, row, column);
  return GDK_EVENT_STOP;
}

static void
area_changed_cb (AtlGuidesPopover *self)
{
  for (guint i = 0; i < self->silos->len; i++)
    for (guint j = 0; j < self->silos->len; j++)
      if (i != j)
        show_cell (self, i, j);
}

static void
add_name (AtlGuidesPopover *self,
          guint             at,
          int               column,
          int               row)
{
  GtkWidget *label = gtk_label_new (atl_silo_get_name (self->silos->pdata[at]));

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), column == 0 ? 16 : 8);
  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 1 : 0.5f);
  gtk_widget_add_css_class (label, "caption");
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
}

static void
fill_grid (AtlGuidesPopover *self)
{
  for (guint i = 0; i < self->silos->len; i++)
    {
      add_name (self, i, 0, (int) i + 1);
      add_name (self, i, (int) i + 1, 0);
      for (guint j = 0; j < self->silos->len; j++)
        {
          GtkWidget *cell = gtk_button_new ();

          if (i == j)
            {
              g_object_unref (g_object_ref_sink (cell));
              continue;
            }
          gtk_widget_add_css_class (cell, "guide-cell");
          g_signal_connect_swapped (cell, "clicked", G_CALLBACK (clicked_cb), self);
          gtk_grid_attach (GTK_GRID (self->grid), cell, (int) j + 1, (int) i + 1, 1, 1);
        }
    }
}

static void
atl_guides_popover_dispose (GObject *object)
{
  AtlGuidesPopover *self = ATL_GUIDES_POPOVER (object);

  g_clear_object (&self->area);
  g_clear_object (&self->history);
  g_clear_pointer (&self->silos, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_guides_popover_parent_class)->dispose (object);
}

static void
atl_guides_popover_class_init (AtlGuidesPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_guides_popover_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-guides-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlGuidesPopover, title);
  gtk_widget_class_bind_template_child (widget_class, AtlGuidesPopover, grid);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
atl_guides_popover_init (AtlGuidesPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/keys.css");
}

/**
 * atl_guides_popover_new:
 * @history: where what is entered goes
 * @area: an area with guides, in a session with two silos or more
 *
 * Returns: (transfer floating): its scores, to enter
 */
GtkWidget *
atl_guides_popover_new (AtlHistory *history,
                        AtlArea    *area)
{
  AtlGuidesPopover *self = g_object_new (ATL_TYPE_GUIDES_POPOVER, NULL);

  self->history = g_object_ref (history);
  self->area = g_object_ref (area);
  self->silos = atl_guides_dup_silos (atl_item_get_session (ATL_ITEM (area)));
  g_ptr_array_foreach (self->silos, (GFunc) g_object_ref, NULL);
  g_ptr_array_set_free_func (self->silos, g_object_unref);
  gtk_label_set_label (GTK_LABEL (self->title), atl_area_get_title (area));
  fill_grid (self);
  area_changed_cb (self);
  g_signal_connect_object (area, "notify", G_CALLBACK (area_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * atl_guides_popover_focus_cell:
 * @self: a popover that shows
 * @row: the position of a silo
 * @column: the position of another one
 *
 * Puts the focus on the score of that pair.
 */
void
atl_guides_popover_focus_cell (AtlGuidesPopover *self,
                               guint             row,
                               guint             column)
{
  GtkWidget *cell = get_cell (self, row, column);

  if (cell != NULL)
    gtk_widget_grab_focus (cell);
}
