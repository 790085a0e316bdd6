/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-area-chip.h"

#include "config.h"
#include "ui/common/atl-swatch.h"

#include <glib/gi18n-lib.h>

#define KEYS 9 /* Alt+1 to Alt+9 */
#define NARROW_CHARS 7
#define WIDE_CHARS 20

/**
 * AtlAreaChip:
 *
 * Shows which area new notes go to, and lets the user pick another one.
 */
struct _AtlAreaChip
{
  GtkWidget parent_instance;

  AtlBoard  *board;
  AtlArea   *area;
  GtkWidget *button;
  GtkWidget *swatch;
  GtkWidget *label;
  GtkWidget *key;
  GtkWidget *popover;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (AtlAreaChip, atl_area_chip, GTK_TYPE_WIDGET)

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
format_key (guint position)
{
  return position < KEYS ? g_strdup_printf (_ ("Alt+%u"), position + 1) : g_strdup ("");
}

static const char *
get_title (AtlArea *area)
{
  const char *title = area != NULL ? atl_area_get_title (area) : "";

  return *title != '\0' ? title : _ ("Untitled");
}

static GtkWidget *
make_row (AtlArea *area,
          guint    position)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *swatch = atl_swatch_new ();
  GtkWidget       *title = gtk_label_new (get_title (area));
  g_autofree char *text = format_key (position);
  GtkWidget       *key = gtk_label_new (text);

  atl_swatch_set_tint (ATL_SWATCH (swatch), atl_area_get_color (area));
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 36);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (key, "dim-label");
  gtk_widget_add_css_class (key, "caption");
  gtk_widget_add_css_class (box, "picker-row");
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), key);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, get_title (area), -1);
  return row;
}

static void
popover_shown_cb (AtlAreaChip *self)
{
  AtlList   *areas = self->board != NULL ? atl_board_get_areas (self->board) : NULL;
  GtkWidget *row = NULL;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (guint i = 0; areas != NULL && i < atl_list_get_length (areas); i++)
    {
      AtlArea *area = atl_list_get (areas, i);

      gtk_list_box_append (GTK_LIST_BOX (self->list), make_row (area, i));
      if (area == self->area)
        gtk_widget_grab_focus (gtk_widget_get_last_child (self->list));
    }
}

static void
row_activated_cb (AtlAreaChip   *self,
                  GtkListBoxRow *row)
{
  AtlArea *area = atl_list_get (atl_board_get_areas (self->board), (guint) gtk_list_box_row_get_index (row));

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (area != NULL)
    g_signal_emit (self, signals[PICKED], 0, area);
}

static void
show_area (AtlAreaChip *self)
{
  g_autofree char *key = NULL;
  g_autofree char *name = NULL;
  guint            position = 0;

  if (self->area == NULL ||
      !atl_list_get_position (atl_board_get_areas (self->board), ATL_ITEM (self->area), &position))
    {
      gtk_label_set_label (GTK_LABEL (self->label), _ ("No area"));
      gtk_label_set_label (GTK_LABEL (self->key), "");
      return;
    }
  key = format_key (position);
  name = g_strdup_printf (_ ("New notes go to: %s"), get_title (self->area));
  gtk_label_set_label (GTK_LABEL (self->label), get_title (self->area));
  gtk_label_set_label (GTK_LABEL (self->key), key);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  atl_swatch_set_tint (ATL_SWATCH (self->swatch), atl_area_get_color (self->area));
}

static void
atl_area_chip_dispose (GObject *object)
{
  AtlAreaChip *self = ATL_AREA_CHIP (object);

  g_clear_object (&self->board);
  atl_area_chip_set_area (self, NULL);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_area_chip_parent_class)->dispose (object);
}

static void
atl_area_chip_class_init (AtlAreaChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_area_chip_dispose;
  signals[PICKED] = g_signal_new ("picked", ATL_TYPE_AREA_CHIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATL_TYPE_AREA);
  g_type_ensure (ATL_TYPE_SWATCH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-area-chip.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlAreaChip, button);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaChip, swatch);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaChip, label);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaChip, key);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaChip, popover);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaChip, list);
  gtk_widget_class_bind_template_callback (widget_class, popover_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_area_chip_init (AtlAreaChip *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_area_chip_set_board:
 * @self: a chip
 * @board: (nullable): the board whose areas can be picked
 *
 * The chip has no area then; without a board it is not there.
 */
void
atl_area_chip_set_board (AtlAreaChip *self,
                         AtlBoard    *board)
{
  g_return_if_fail (ATL_IS_AREA_CHIP (self));
  atl_area_chip_set_area (self, NULL);
  g_set_object (&self->board, board);
  gtk_widget_set_visible (self->button, board != NULL);
}

/**
 * atl_area_chip_set_area:
 * @self: a chip
 * @area: (nullable): the area of the board that new notes go to
 */
void
atl_area_chip_set_area (AtlAreaChip *self,
                        AtlArea     *area)
{
  g_return_if_fail (ATL_IS_AREA_CHIP (self));

  if (self->area != NULL)
    g_signal_handlers_disconnect_by_data (self->area, self);
  g_set_object (&self->area, area);
  if (area != NULL)
    g_signal_connect_object (area, "notify", G_CALLBACK (show_area), self, G_CONNECT_SWAPPED);
  if (self->button != NULL && self->board != NULL)
    show_area (self);
}

/**
 * atl_area_chip_set_narrow:
 * @self: a chip
 * @narrow: whether the chip shows no more than a few letters
 */
void
atl_area_chip_set_narrow (AtlAreaChip *self,
                          gboolean     narrow)
{
  g_return_if_fail (ATL_IS_AREA_CHIP (self));
  gtk_widget_set_visible (self->key, !narrow);
  gtk_label_set_max_width_chars (GTK_LABEL (self->label), narrow ? NARROW_CHARS : WIDE_CHARS);
}
