/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-tint-button.h"

#include "config.h"
#include "model/atl-enum-types.h"

#include <glib/gi18n-lib.h>

#define COLUMNS 5
#define N_TINTS (ATL_TINT_WHITE + 1)

/**
 * AtlTintButton:
 *
 * The color of a silo, and the ten to choose from.
 */
struct _AtlTintButton
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *dot;
  GtkWidget *choices[N_TINTS];
};

G_DEFINE_FINAL_TYPE (AtlTintButton, atl_tint_button, GTK_TYPE_WIDGET)

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const char *
get_name (AtlTint tint)
{
  static const char *const names[N_TINTS] = {
    [ATL_TINT_YELLOW] = N_ ("Yellow"),
    [ATL_TINT_ORANGE] = N_ ("Orange"),
    [ATL_TINT_RED] = N_ ("Red"),
    [ATL_TINT_PINK] = N_ ("Pink"),
    [ATL_TINT_PURPLE] = N_ ("Purple"),
    [ATL_TINT_BLUE] = N_ ("Blue"),
    [ATL_TINT_TEAL] = N_ ("Teal"),
    [ATL_TINT_GREEN] = N_ ("Green"),
    [ATL_TINT_GREY] = N_ ("Gray"),
    [ATL_TINT_WHITE] = N_ ("White"),
  };

  return _ (names[tint]);
}

/* The CSS class of people.css. */
static void
paint (GtkWidget *widget,
       AtlTint    tint)
{
  GEnumClass *tints = g_type_class_ref (ATL_TYPE_TINT);
  g_autofree char *class = g_strconcat ("tint-", g_enum_get_value (tints, (int) tint)->value_nick, NULL);
  const char *classes[] = { "tint-dot", class, NULL };

  gtk_widget_set_css_classes (widget, classes);
  gtk_widget_set_valign (widget, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
  g_type_class_unref (tints);
}

static void
choice_clicked_cb (AtlTintButton *self,
                   GtkWidget     *choice)
{
  int tint = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (choice), "tint"));

  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  g_signal_emit (self, signals[CHOSEN], 0, tint);
}

static GtkWidget *
make_choice (AtlTintButton *self,
             AtlTint        tint)
{
  GtkWidget *choice = gtk_toggle_button_new ();
  GtkWidget *dot = gtk_image_new ();

  paint (dot, tint);
  gtk_button_set_child (GTK_BUTTON (choice), dot);
  gtk_widget_add_css_class (choice, "flat");
  gtk_widget_add_css_class (choice, "tint-choice");
  gtk_widget_set_tooltip_text (choice, get_name (tint));
  gtk_accessible_update_property (GTK_ACCESSIBLE (choice), GTK_ACCESSIBLE_PROPERTY_LABEL, get_name (tint),
                                  -1);
  g_object_set_data (G_OBJECT (choice), "tint", GINT_TO_POINTER (tint));
  g_signal_connect_object (choice, "clicked", G_CALLBACK (choice_clicked_cb), self, G_CONNECT_SWAPPED);
  return choice;
}

static GtkWidget *
make_popover (AtlTintButton *self)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *grid = gtk_grid_new ();

  for (int i = 0; i < N_TINTS; i++)
    {
      self->choices[i] = make_choice (self, (AtlTint) i);
      gtk_grid_attach (GTK_GRID (grid), self->choices[i], i % COLUMNS, i / COLUMNS, 1, 1);
    }
  gtk_popover_set_child (GTK_POPOVER (popover), grid);
  return popover;
}

static void
atl_tint_button_dispose (GObject *object)
{
  g_clear_pointer (&ATL_TINT_BUTTON (object)->button, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_tint_button_parent_class)->dispose (object);
}

static void
atl_tint_button_class_init (AtlTintButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_tint_button_dispose;

  /**
   * AtlTintButton::chosen:
   * @tint: an AtlTint
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_tint_button_init (AtlTintButton *self)
{
  self->button = gtk_menu_button_new ();
  self->dot = gtk_image_new ();
  gtk_widget_add_css_class (self->button, "flat");
  gtk_menu_button_set_child (GTK_MENU_BUTTON (self->button), self->dot);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), make_popover (self));
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
  atl_tint_button_set_tint (self, ATL_TINT_GREY);
}

/**
 * atl_tint_button_set_tint:
 * @self: a button
 * @tint: the color to show
 */
void
atl_tint_button_set_tint (AtlTintButton *self,
                          AtlTint        tint)
{
  g_autofree char *label = NULL;

  g_return_if_fail (ATL_IS_TINT_BUTTON (self));

  /* Translators: %s is the color of a silo */
  label = g_strdup_printf (_ ("Color: %s"), get_name (tint));
  paint (self->dot, tint);
  gtk_widget_set_tooltip_text (self->button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  for (int i = 0; i < N_TINTS; i++)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->choices[i]), i == (int) tint);
}
