/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-area-tile.h"

#include "config.h"
#include "model/atl-edits.h"
#include "scene/atl-palette.h"
#include "ui/common/atl-theme.h"
#include "util/atl-direction.h"

#include <glib/gi18n-lib.h>

#define INSET 1
#define RADIUS 5
#define PADDING 8
#define LINE_GAP 3
#define SMALL_SCALE 0.85
#define MARK_SIZE 14

/**
 * AtlAreaTile:
 *
 * One area in the editor: its color, title and question. It takes the keyboard focus and tells assistive
 * technology where it lies; what moves it is the grid that it is in.
 */
struct _AtlAreaTile
{
  GtkWidget parent_instance;

  AtlArea *area;
  gboolean selected;
};

G_DEFINE_FINAL_TYPE (AtlAreaTile, atl_area_tile, GTK_TYPE_WIDGET)

static GdkRGBA
to_gdk (AtlRgba color)
{
  GdkRGBA result = { color.red, color.green, color.blue, color.alpha };

  return result;
}

static PangoLayout *
layout_new (GtkWidget  *widget,
            const char *text,
            int         width,
            double      scale,
            gboolean    bold)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (widget, text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_width (layout, MAX (1, width) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_attr_list_unref (attributes);
  return layout;
}

static int
measure (PangoLayout *layout,
         int          room)
{
  int height = 0;

  pango_layout_set_height (layout, MAX (0, room) * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, NULL, &height);
  return height;
}

/* Draws a text as far as there is room above the foot. Returns how high it is. */
static int
draw_text (AtlAreaTile *self,
           GtkSnapshot *snapshot,
           PangoLayout *layout,
           AtlInk       ink,
           int          y,
           int          foot)
{
  GdkRGBA color = to_gdk (atl_palette_get_ink (atl_theme_get (), ink));
  int     room = gtk_widget_get_height (GTK_WIDGET (self)) - y - foot;
  int     height = measure (layout, room);

  if (height > room)
    return 0;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (PADDING, (float) y));
  gtk_snapshot_append_layout (snapshot, layout, &color);
  gtk_snapshot_restore (snapshot);
  return height + LINE_GAP;
}

/* How many notes go with the area, at its foot, unless the title needs the room. Returns how high that is. */
static int
draw_count (AtlAreaTile *self,
            GtkSnapshot *snapshot,
            int          title_height)
{
  GtkWidget              *widget = GTK_WIDGET (self);
  int                     room = gtk_widget_get_height (widget);
  int                     width = gtk_widget_get_width (widget) - 2 * PADDING;
  g_autoptr (GPtrArray)   notes = atl_area_dup_notes (self->area);
  g_autofree char        *text = g_strdup_printf (ngettext ("%u note", "%u notes", notes->len), notes->len);
  g_autoptr (PangoLayout) layout = layout_new (widget, text, width, SMALL_SCALE, FALSE);
  int                     height = measure (layout, 0);

  if (notes->len == 0 || width <= 3 * MARK_SIZE || title_height + LINE_GAP + height + 2 * PADDING > room)
    return 0;
  draw_text (self, snapshot, layout, ATL_INK_PROMPT, room - height - PADDING, 0);
  return height + PADDING;
}

static void
draw_texts (AtlAreaTile *self,
            GtkSnapshot *snapshot)
{
  GtkWidget              *widget = GTK_WIDGET (self);
  int                     width = gtk_widget_get_width (widget) - 2 * PADDING;
  g_autoptr (PangoLayout) title = layout_new (widget, atl_area_get_title (self->area), width, 1, TRUE);
  g_autoptr (PangoLayout) prompt =
    layout_new (widget, atl_area_get_prompt (self->area), width, SMALL_SCALE, FALSE);
  int y = PADDING;
  int foot = 0;

  if (width < MARK_SIZE)
    return;
  foot = draw_count (self, snapshot, measure (title, gtk_widget_get_height (widget) - 2 * PADDING));
  y += draw_text (self, snapshot, title, ATL_INK_TITLE, y, MAX (foot, PADDING / 2));
  draw_text (self, snapshot, prompt, ATL_INK_PROMPT, y, MAX (foot, PADDING / 2));
}

static void
draw_line (cairo_t *cr,
           double   x,
           double   y,
           double   to_x,
           double   to_y)
{
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
}

/* What tells the layouts apart: two axes, or nodes with a link. */
static void
draw_mark (AtlAreaTile *self,
           GtkSnapshot *snapshot)
{
  AtlLayout kind = atl_area_get_layout (self->area);
  AtlRgba   color = atl_palette_get_ink (atl_theme_get (), ATL_INK_AXIS);
  int       width = gtk_widget_get_width (GTK_WIDGET (self));
  int       height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t  *cr = NULL;

  if ((kind != ATL_LAYOUT_AXES && kind != ATL_LAYOUT_GRAPH) || width < 4 * MARK_SIZE ||
      height < 4 * MARK_SIZE)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  cairo_set_source_rgba (cr, color.red, color.green, color.blue, color.alpha);
  cairo_set_line_width (cr, 1);
  if (kind == ATL_LAYOUT_AXES)
    {
      draw_line (cr, PADDING, (int) (height * 0.58) + 0.5, width - PADDING, (int) (height * 0.58) + 0.5);
      draw_line (cr, width / 2 + 0.5, height * 0.28, width / 2 + 0.5, height - PADDING);
    }
  else
    {
      draw_line (cr, width * 0.35, height * 0.7, width * 0.65, height * 0.5);
      for (int i = 0; i < 2; i++)
        {
          cairo_arc (cr, width * (0.35 + 0.3 * i), height * (0.7 - 0.2 * i), MARK_SIZE / 2, 0, 2 * G_PI);
          cairo_fill (cr);
        }
    }
  cairo_destroy (cr);
}

static void
draw_ground (AtlAreaTile *self,
             GtkSnapshot *snapshot)
{
  float          width = (float) MAX (1, gtk_widget_get_width (GTK_WIDGET (self)) - 2 * INSET);
  float          height = (float) MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - 2 * INSET);
  AtlTint        tint = atl_area_get_color (self->area);
  GdkRGBA        fill = to_gdk (atl_palette_get_area_fill (atl_theme_get (), tint));
  GdkRGBA        edge = to_gdk (atl_palette_get_area_edge (atl_theme_get (), tint));
  GdkRGBA        accent = to_gdk (atl_palette_get_ink (atl_theme_get (), ATL_INK_ACCENT));
  gboolean       focused = gtk_widget_has_focus (GTK_WIDGET (self));
  float          line = focused ? 3 : self->selected ? 2
                                                     : 1;
  float          lines[4] = { line, line, line, line };
  GdkRGBA        color = self->selected || focused ? accent : edge;
  GdkRGBA        colors[4] = { color, color, color, color };
  GskRoundedRect rect;

  gsk_rounded_rect_init_from_rect (&rect, &GRAPHENE_RECT_INIT (INSET, INSET, width, height), RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &rect);
  gtk_snapshot_append_color (snapshot, &fill, &rect.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_append_border (snapshot, &rect, lines, colors);
}

static void
atl_area_tile_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  AtlAreaTile *self = ATL_AREA_TILE (widget);

  draw_ground (self, snapshot);
  draw_mark (self, snapshot);
  draw_texts (self, snapshot);
}

static void
atl_area_tile_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  *minimum = *natural = 0;
}

static void
atl_area_tile_dispose (GObject *object)
{
  g_clear_object (&ATL_AREA_TILE (object)->area);
  G_OBJECT_CLASS (atl_area_tile_parent_class)->dispose (object);
}

static void
atl_area_tile_class_init (AtlAreaTileClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_area_tile_dispose;
  widget_class->snapshot = atl_area_tile_snapshot;
  widget_class->measure = atl_area_tile_measure;
  gtk_widget_class_set_css_name (widget_class, "areatile");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
atl_area_tile_init (AtlAreaTile *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (gtk_widget_queue_draw));
}

static void
update_tile (AtlAreaTile *self)
{
  AtlCells         cells;
  g_autofree char *title = NULL;
  g_autofree char *label = NULL;

  g_return_if_fail (ATL_IS_AREA_TILE (self));

  cells = atl_cells_of_area (self->area);
  title = atl_direction_dup_shown (atl_area_get_title (self->area));
  /* Translators: an area of a board: its title, then where it lies and how large it is, in percent */
  label = g_strdup_printf (_ ("%s: left %d, top %d, width %d, height %d"),
                           *title != '\0' ? title : _ ("No title"),
                           cells.x, cells.y, cells.width, cells.height);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), title);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * atl_area_tile_new:
 * @area: an area
 *
 * Returns: (transfer floating): a tile that shows it
 */
GtkWidget *
atl_area_tile_new (AtlArea *area)
{
  AtlAreaTile *self = NULL;

  g_return_val_if_fail (ATL_IS_AREA (area), NULL);

  self = g_object_new (ATL_TYPE_AREA_TILE, NULL);
  self->area = g_object_ref (area);
  update_tile (self);
  g_signal_connect_object (area, "notify", G_CALLBACK (update_tile), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * atl_area_tile_get_area:
 * @self: a tile
 *
 * Returns: (transfer none): what it shows
 */
AtlArea *
atl_area_tile_get_area (AtlAreaTile *self)
{
  g_return_val_if_fail (ATL_IS_AREA_TILE (self), NULL);

  return self->area;
}

/**
 * atl_area_tile_set_selected:
 * @self: a tile
 * @selected: whether it is the one that is being edited
 */
void
atl_area_tile_set_selected (AtlAreaTile *self,
                            gboolean     selected)
{
  g_return_if_fail (ATL_IS_AREA_TILE (self));

  if (self->selected == selected)
    return;
  self->selected = selected;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
