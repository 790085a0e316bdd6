/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-swatch.h"

#include "model/atl-edits.h"
#include "scene/atl-palette.h"
#include "ui/common/atl-theme.h"

/**
 * AtlSwatch:
 *
 * A small square in the color that notes of an area have.
 */
struct _AtlSwatch
{
  GtkWidget parent_instance;

  AtlTint tint;
};

G_DEFINE_FINAL_TYPE (AtlSwatch, atl_swatch, GTK_TYPE_WIDGET)

static void
atl_swatch_snapshot (GtkWidget   *widget,
                     GtkSnapshot *snapshot)
{
  AtlRgba fill =
    atl_palette_get_note_fill (atl_theme_get (), atl_tint_to_note_color (ATL_SWATCH (widget)->tint));
  GdkRGBA         color = { fill.red, fill.green, fill.blue, fill.alpha };
  graphene_rect_t rect = GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                             (float) gtk_widget_get_height (widget));

  gtk_snapshot_append_color (snapshot, &color, &rect);
}

static void
atl_swatch_class_init (AtlSwatchClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->snapshot = atl_swatch_snapshot;
  gtk_widget_class_set_css_name (widget_class, "swatch");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
atl_swatch_init (AtlSwatch *self)
{
  self->tint = ATL_TINT_WHITE;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * atl_swatch_new:
 *
 * Returns: (transfer floating): a white swatch
 */
GtkWidget *
atl_swatch_new (void)
{
  return g_object_new (ATL_TYPE_SWATCH, NULL);
}

/**
 * atl_swatch_set_tint:
 * @self: a swatch
 * @tint: the color of an area
 */
void
atl_swatch_set_tint (AtlSwatch *self,
                     AtlTint    tint)
{
  g_return_if_fail (ATL_IS_SWATCH (self));
  self->tint = tint;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
