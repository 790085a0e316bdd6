/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draw/atl-order-row.h"

#include "config.h"
#include "model/atl-authors.h"
#include "ui/draw/atl-roll.h"
#include "ui/people/atl-silo-tint.h"

#include <glib/gi18n-lib.h>

/**
 * AtlOrderRow:
 *
 * Somebody in the speaking order: the place, the name, and whether they have spoken.
 */
struct _AtlOrderRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *place;
  GtkWidget *dot;
  GtkWidget *name;
  GtkWidget *spoken;

  AtlPerson *person;
  gboolean   updating;
};

G_DEFINE_FINAL_TYPE (AtlOrderRow, atl_order_row, GTK_TYPE_LIST_BOX_ROW)

enum
{
  SPOKEN_CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
spoken_toggled_cb (AtlOrderRow *self)
{
  if (!self->updating)
    g_signal_emit (self, signals[SPOKEN_CHOSEN], 0,
                   gtk_check_button_get_active (GTK_CHECK_BUTTON (self->spoken)));
}

static void
atl_order_row_dispose (GObject *object)
{
  g_clear_object (&ATL_ORDER_ROW (object)->person);
  G_OBJECT_CLASS (atl_order_row_parent_class)->dispose (object);
}

static void
atl_order_row_class_init (AtlOrderRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_order_row_dispose;

  /**
   * AtlOrderRow::spoken-chosen:
   * @spoken: whether the box is now ticked
   */
  signals[SPOKEN_CHOSEN] = g_signal_new ("spoken-chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/draw/"
                                                             "atl-order-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlOrderRow, place);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderRow, dot);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderRow, name);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderRow, spoken);
  gtk_widget_class_bind_template_callback (widget_class, spoken_toggled_cb);
}

static void
atl_order_row_init (AtlOrderRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_order_row_new:
 * @person: somebody who can be called
 * @place: their place in the order, from 1
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
atl_order_row_new (AtlPerson *person,
                   guint      place)
{
  AtlOrderRow     *self = g_object_new (ATL_TYPE_ORDER_ROW, NULL);
  g_autofree char *name = atl_person_dup_shown (person, TRUE);
  g_autofree char *number = g_strdup_printf ("%u", place);

  self->person = g_object_ref (person);
  gtk_label_set_text (GTK_LABEL (self->place), number);
  gtk_label_set_text (GTK_LABEL (self->name), name != NULL ? name : "");
  atl_silo_tint_set (self->dot, atl_person_find_silo (person));
  return GTK_WIDGET (self);
}

/**
 * atl_order_row_get_person:
 * @self: a row
 *
 * Returns: (transfer none): whom it shows
 */
AtlPerson *
atl_order_row_get_person (AtlOrderRow *self)
{
  g_return_val_if_fail (ATL_IS_ORDER_ROW (self), NULL);
  return self->person;
}

/**
 * atl_order_row_show:
 * @self: a row
 * @current: whether it is their turn
 * @spoken: whether they have spoken
 */
void
atl_order_row_show (AtlOrderRow *self,
                    gboolean     current,
                    gboolean     spoken)
{
  g_autofree char *line = atl_roll_dup_line (self->person);
  g_autofree char *label = NULL;

  g_return_if_fail (ATL_IS_ORDER_ROW (self));

  label = g_strdup_printf ("%s. %s%s%s", gtk_label_get_text (GTK_LABEL (self->place)), line,
                           spoken ? ", " : "", spoken ? _ ("has spoken") : "");
  self->updating = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->spoken), spoken);
  self->updating = FALSE;
  if (current)
    gtk_widget_add_css_class (GTK_WIDGET (self), "current");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "current");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
