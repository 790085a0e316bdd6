/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-share-bar.h"

#include <math.h>

#define TICK 3
#define HEIGHT 8
#define OVERHANG 3 /* px by which the tick is higher than the bar, above and below */

/**
 * AtlShareBar:
 *
 * A figure as a bar from where zero is, always beside its reference, a tick. Undefined figures have no bar.
 */
struct _AtlShareBar
{
  GtkWidget parent_instance;

  GtkWidget *trough;
  GtkWidget *fill;
  GtkWidget *zero; /* where the bar begins, if that is not its end */
  GtkWidget *tick;
  double     lower;
  double     upper;
  double     value;
  double     reference;
};

G_DEFINE_FINAL_TYPE (AtlShareBar, atl_share_bar, GTK_TYPE_WIDGET)

static GtkWidget *
add_part (AtlShareBar *self,
          const char  *css_class)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_add_css_class (part, css_class);
  gtk_widget_set_can_target (part, FALSE);
  gtk_widget_set_parent (part, GTK_WIDGET (self));
  return part;
}

static double
place (AtlShareBar *self,
       double       value,
       int          width)
{
  double share = (CLAMP (value, self->lower, self->upper) - self->lower) / (self->upper - self->lower);

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    share = 1 - share;
  return share * width;
}

static void
put (GtkWidget *part,
     double     x,
     int        y,
     double     width,
     int        height)
{
  int           smallest = 0;
  GtkAllocation at = { (int) floor (x + 0.5), y, 0, height };

  gtk_widget_measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &smallest, NULL, NULL, NULL);
  at.width = MAX ((int) floor (width + 0.5), smallest);
  gtk_widget_size_allocate (part, &at, -1);
}

static void
atl_share_bar_size_allocate (GtkWidget *widget,
                             int        width,
                             int        height,
                             int        baseline)
{
  AtlShareBar *self = ATL_SHARE_BAR (widget);
  double       zero = place (self, 0, width);
  gboolean     defined = !isnan (self->value);
  double       end = defined ? place (self, self->value, width) : zero;
  int          top = (height - HEIGHT) / 2;

  gtk_widget_set_child_visible (self->fill, defined);
  gtk_widget_set_child_visible (self->zero, self->lower < 0);
  gtk_widget_set_child_visible (self->tick, !isnan (self->reference));
  put (self->trough, 0, top, width, HEIGHT);
  put (self->fill, MIN (zero, end), top, fabs (end - zero), HEIGHT);
  put (self->zero, zero - 0.5, top, 1, HEIGHT);
  if (!isnan (self->reference))
    put (self->tick, CLAMP (place (self, self->reference, width) - TICK / 2.0, 0, MAX (width - TICK, 0)),
         top - OVERHANG, TICK, HEIGHT + 2 * OVERHANG);
  else
    put (self->tick, 0, top, TICK, HEIGHT);
}

static void
atl_share_bar_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  gboolean across = orientation == GTK_ORIENTATION_HORIZONTAL;

  *minimum = across ? 40 : HEIGHT + 2 * OVERHANG;
  *natural = across ? 160 : *minimum;
}

static void
atl_share_bar_dispose (GObject *object)
{
  AtlShareBar *self = ATL_SHARE_BAR (object);

  g_clear_pointer (&self->trough, gtk_widget_unparent);
  g_clear_pointer (&self->fill, gtk_widget_unparent);
  g_clear_pointer (&self->zero, gtk_widget_unparent);
  g_clear_pointer (&self->tick, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_share_bar_parent_class)->dispose (object);
}

static void
atl_share_bar_class_init (AtlShareBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_share_bar_dispose;
  widget_class->measure = atl_share_bar_measure;
  widget_class->size_allocate = atl_share_bar_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "sharebar");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_METER);
}

static void
atl_share_bar_init (AtlShareBar *self)
{
  self->trough = add_part (self, "trough");
  self->fill = add_part (self, "fill");
  self->zero = add_part (self, "zero");
  self->tick = add_part (self, "tick");
  self->value = (double) NAN;
  self->reference = (double) NAN;
}

/**
 * atl_share_bar_new:
 * @lower: the least a figure can be, 0 or below
 * @upper: the most
 *
 * Returns: (transfer floating): a bar without a figure
 */
GtkWidget *
atl_share_bar_new (double lower,
                   double upper)
{
  AtlShareBar *self = g_object_new (ATL_TYPE_SHARE_BAR, NULL);

  self->lower = lower;
  self->upper = upper;
  return GTK_WIDGET (self);
}

/**
 * atl_share_bar_set:
 * @self: a bar
 * @value: the figure, NaN if it is undefined
 * @reference: what it is compared with, NaN without
 * @text: both in words, for who does not see the bar
 */
void
atl_share_bar_set (AtlShareBar *self,
                   double       value,
                   double       reference,
                   const char  *text)
{
  g_return_if_fail (ATL_IS_SHARE_BAR (self));

  self->value = value;
  self->reference = reference;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, self->lower,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, self->upper,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, isnan (value) ? 0 : value,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), text);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * atl_share_bar_get_value:
 * @self: a bar
 *
 * Returns: the figure, NaN if it is undefined
 */
double
atl_share_bar_get_value (AtlShareBar *self)
{
  g_return_val_if_fail (ATL_IS_SHARE_BAR (self), (double) NAN);
  return self->value;
}

/**
 * atl_share_bar_get_reference:
 * @self: a bar
 *
 * Returns: what it is compared with, NaN without
 */
double
atl_share_bar_get_reference (AtlShareBar *self)
{
  g_return_val_if_fail (ATL_IS_SHARE_BAR (self), (double) NAN);
  return self->reference;
}
