/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-narrow-bin.h"

#define SMALLEST_WIDTH 300
#define SMALLEST_HEIGHT 200
#define DEFAULT_THRESHOLD 640

/**
 * AtlNarrowBin:
 *
 * Tells its child when it is narrow, so that the child shows less. It always can be made as small as a
 * telephone: for the one frame until the child has adapted, what does not fit is cut.
 */
struct _AtlNarrowBin
{
  GtkWidget parent_instance;

  GtkWidget *child;
  int        threshold;
  gboolean   narrow;
  guint      announcing;
};

G_DEFINE_FINAL_TYPE (AtlNarrowBin, atl_narrow_bin, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHILD,
  PROP_THRESHOLD,
  PROP_NARROW,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gboolean
announce_cb (gpointer data)
{
  AtlNarrowBin *self = data;

  self->announcing = 0;
  if (self->narrow)
    gtk_widget_add_css_class (GTK_WIDGET (self), "narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "narrow");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
  return G_SOURCE_REMOVE;
}

static void
atl_narrow_bin_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  AtlNarrowBin *self = ATL_NARROW_BIN (widget);
  gboolean      narrow = width < self->threshold;
  int           child_width = 0;
  int           child_height = 0;

  if (narrow != self->narrow)
    {
      self->narrow = narrow;
      if (self->announcing == 0)
        self->announcing = g_idle_add_full (G_PRIORITY_HIGH, announce_cb, self, NULL);
    }
  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, GTK_ORIENTATION_HORIZONTAL, -1, &child_width, NULL, NULL, NULL);
  child_width = MAX (child_width, width);
  gtk_widget_measure (self->child, GTK_ORIENTATION_VERTICAL, child_width, &child_height, NULL, NULL, NULL);
  gtk_widget_allocate (self->child, child_width, MAX (child_height, height), baseline, NULL);
}

static void
atl_narrow_bin_measure (GtkWidget     *widget,
                        GtkOrientation orientation,
                        int            for_size,
                        int           *minimum,
                        int           *natural,
                        int           *minimum_baseline,
                        int           *natural_baseline)
{
  AtlNarrowBin *self = ATL_NARROW_BIN (widget);

  int smallest = 0;

  if (self->child != NULL)
    gtk_widget_measure (self->child, orientation, -1, &smallest, natural, NULL, NULL);
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? SMALLEST_WIDTH : MIN (smallest, SMALLEST_HEIGHT);
  *natural = MAX (*natural, *minimum);
}

static void
set_child (AtlNarrowBin *self,
           GtkWidget    *child)
{
  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
}

static void
atl_narrow_bin_get_property (GObject    *object,
                             guint       id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  AtlNarrowBin *self = ATL_NARROW_BIN (object);

  if (id == PROP_CHILD)
    g_value_set_object (value, self->child);
  else if (id == PROP_THRESHOLD)
    g_value_set_int (value, self->threshold);
  else if (id == PROP_NARROW)
    g_value_set_boolean (value, self->narrow);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atl_narrow_bin_set_property (GObject      *object,
                             guint         id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  AtlNarrowBin *self = ATL_NARROW_BIN (object);

  if (id == PROP_CHILD)
    set_child (self, g_value_get_object (value));
  else if (id == PROP_THRESHOLD)
    self->threshold = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atl_narrow_bin_dispose (GObject *object)
{
  AtlNarrowBin *self = ATL_NARROW_BIN (object);

  g_clear_handle_id (&self->announcing, g_source_remove);
  g_clear_pointer (&self->child, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_narrow_bin_parent_class)->dispose (object);
}

static void
atl_narrow_bin_class_init (AtlNarrowBinClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atl_narrow_bin_get_property;
  object_class->set_property = atl_narrow_bin_set_property;
  object_class->dispose = atl_narrow_bin_dispose;
  widget_class->measure = atl_narrow_bin_measure;
  widget_class->size_allocate = atl_narrow_bin_size_allocate;

  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_THRESHOLD] =
    g_param_spec_int ("threshold", NULL, NULL, 0, G_MAXINT, DEFAULT_THRESHOLD, flags);
  properties[PROP_NARROW] = g_param_spec_boolean (
    "narrow", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atl_narrow_bin_init (AtlNarrowBin *self)
{
  self->threshold = DEFAULT_THRESHOLD;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * atl_narrow_bin_get_narrow:
 * @self: a bin
 *
 * Returns: whether it is narrower than its threshold
 */
gboolean
atl_narrow_bin_get_narrow (AtlNarrowBin *self)
{
  g_return_val_if_fail (ATL_IS_NARROW_BIN (self), FALSE);
  return self->narrow;
}
