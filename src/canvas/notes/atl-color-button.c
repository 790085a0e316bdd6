/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/notes/atl-color-button.h"

#include "canvas/notes/atl-note-label.h"
#include "canvas/paint/atl-snapshot-player.h"

#define INSET 5  /* pixels around the paper */
#define CORNER 4 /* pixels */

/**
 * AtlColorButton:
 *
 * Gives the selected notes a color: a small piece of that paper with its symbol.
 */
struct _AtlColorButton
{
  GtkButton parent_instance;

  AtlColor color;
  AtlTheme theme;
};

G_DEFINE_FINAL_TYPE (AtlColorButton, atl_color_button, GTK_TYPE_BUTTON)

static void
draw_symbol (AtlColorButton *self,
             GtkSnapshot    *snapshot)
{
  const char             *symbol = atl_palette_get_symbol (self->color);
  AtlRgba                 ink = atl_palette_get_ink (self->theme, ATL_INK_NOTE_TEXT);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), symbol);
  int                     side = MIN (gtk_widget_get_width (GTK_WIDGET (self)),
                                      gtk_widget_get_height (GTK_WIDGET (self))) -
             2 * INSET;
  int   width, height;
  float scale;

  pango_layout_get_pixel_size (layout, &width, &height);
  scale = MIN (1, (float) side / (float) MAX (height, 1));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) gtk_widget_get_width (GTK_WIDGET (self)) / 2,
                                                (float) gtk_widget_get_height (GTK_WIDGET (self)) / 2));
  gtk_snapshot_scale (snapshot, scale, scale);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) -width / 2, (float) -height / 2));
  gtk_snapshot_append_layout (snapshot, layout, atl_rgba_peek_gdk (&ink));
  gtk_snapshot_restore (snapshot);
}

static void
atl_color_button_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  AtlColorButton *self = ATL_COLOR_BUTTON (widget);
  AtlRect         rect = atl_rect (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));

  GTK_WIDGET_CLASS (atl_color_button_parent_class)->snapshot (widget, snapshot);
  rect = atl_rect_inset (rect, INSET);
  atl_snapshot_append_box (snapshot, rect, CORNER, atl_palette_get_note_fill (self->theme, self->color));
  atl_snapshot_append_ring (snapshot, rect, CORNER, 1, atl_palette_get_ink (self->theme, ATL_INK_NOTE_EDGE));
  draw_symbol (self, snapshot);
}

static void
pressed_cb (AtlColorButton *self)
{
  g_autoptr (GEnumClass) colors = g_type_class_ref (ATL_TYPE_COLOR);
  GtkWidget             *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  gtk_widget_activate_action (GTK_WIDGET (self), "canvas.color", "s",
                              g_enum_get_value (colors, (int) self->color)->value_nick);
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
atl_color_button_class_init (AtlColorButtonClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = atl_color_button_snapshot;
}

static void
atl_color_button_init (AtlColorButton *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "flat");
  gtk_widget_add_css_class (GTK_WIDGET (self), "note-color");
  g_signal_connect (self, "clicked", G_CALLBACK (pressed_cb), NULL);
}

/**
 * atl_color_button_new:
 * @color: a note color
 * @theme: what it is drawn in
 *
 * Returns: (transfer floating): a button that activates canvas.color and closes the popover it is in
 */
GtkWidget *
atl_color_button_new (AtlColor color,
                      AtlTheme theme)
{
  AtlColorButton *self = g_object_new (ATL_TYPE_COLOR_BUTTON, NULL);

  self->color = color;
  self->theme = theme;
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), atl_color_get_label (color));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  atl_color_get_label (color), -1);
  return GTK_WIDGET (self);
}
