/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draw/atl-big-name.h"

#include "ui/common/atl-theme.h"

#include <adwaita.h>

#define SMALLEST 20 /* pixels */
#define LARGEST 260
#define MOST_LINES 3
#define REVEAL 180 /* milliseconds */

/**
 * AtlBigName:
 *
 * A name for the room: as large as its place allows. A new one fades in, briefly, where the desktop animates.
 */
struct _AtlBigName
{
  GtkWidget parent_instance;

  char         *text;
  PangoLayout  *layout;
  AdwAnimation *reveal;
};

G_DEFINE_FINAL_TYPE (AtlBigName, atl_big_name, GTK_TYPE_WIDGET)

static void
set_size (AtlBigName *self,
          int         size)
{
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_font_description_set_absolute_size (font, size * (double) PANGO_SCALE);
  pango_layout_set_font_description (self->layout, font);
  pango_font_description_free (font);
}

/* No word is broken: better smaller. */
static gboolean
fits (AtlBigName *self,
      int         size,
      int         width,
      int         height)
{
  PangoRectangle extents;

  set_size (self, size);
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  return extents.width <= width && extents.height <= height &&
         pango_layout_get_line_count (self->layout) <= MOST_LINES;
}

static void
fit (AtlBigName *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int low = SMALLEST;
  int high = LARGEST;

  g_clear_object (&self->layout);
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_alignment (self->layout, PANGO_ALIGN_CENTER);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD);
  pango_layout_set_width (self->layout, width * PANGO_SCALE);
  while (low < high)
    {
      int middle = (low + high + 1) / 2;

      if (fits (self, middle, width, height))
        low = middle;
      else
        high = middle - 1;
    }
  if (fits (self, low, width, height))
    return;
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (self->layout, height * PANGO_SCALE);
  pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
}

static void
atl_big_name_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  AtlBigName    *self = ATL_BIG_NAME (widget);
  AtlRgba        ink = atl_palette_get_ink (atl_theme_get (), ATL_INK_TITLE);
  GdkRGBA        color = { ink.red, ink.green, ink.blue, ink.alpha };
  PangoRectangle extents;
  float          y;

  if (self->layout == NULL)
    fit (self);
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  y = (float) (gtk_widget_get_height (widget) - extents.height) / 2;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (0, MAX (y, 0)));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
atl_big_name_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 48;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 480 : 160;
}

static void
atl_big_name_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  g_clear_object (&ATL_BIG_NAME (widget)->layout);
}

static void
atl_big_name_dispose (GObject *object)
{
  AtlBigName *self = ATL_BIG_NAME (object);

  g_clear_object (&self->reveal);
  g_clear_object (&self->layout);
  G_OBJECT_CLASS (atl_big_name_parent_class)->dispose (object);
}

static void
atl_big_name_finalize (GObject *object)
{
  g_free (ATL_BIG_NAME (object)->text);
  G_OBJECT_CLASS (atl_big_name_parent_class)->finalize (object);
}

static void
atl_big_name_class_init (AtlBigNameClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_big_name_dispose;
  G_OBJECT_CLASS (klass)->finalize = atl_big_name_finalize;
  widget_class->measure = atl_big_name_measure;
  widget_class->size_allocate = atl_big_name_size_allocate;
  widget_class->snapshot = atl_big_name_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
atl_big_name_init (AtlBigName *self)
{
  AdwAnimationTarget *target = adw_property_animation_target_new (G_OBJECT (self), "opacity");

  self->text = g_strdup ("");
  self->reveal = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, REVEAL, target);
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * atl_big_name_set_text:
 * @self: a name
 * @text: who is called now
 */
void
atl_big_name_set_text (AtlBigName *self,
                       const char *text)
{
  g_return_if_fail (ATL_IS_BIG_NAME (self) && text != NULL);

  if (g_str_equal (self->text, text))
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  adw_animation_play (self->reveal);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atl_big_name_get_text:
 * @self: a name
 *
 * Returns: (transfer none): who is called
 */
const char *
atl_big_name_get_text (AtlBigName *self)
{
  g_return_val_if_fail (ATL_IS_BIG_NAME (self), NULL);
  return self->text;
}
