/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-silo-tint.h"

#include "ui/start/atl-style.h"

#define KEY "atl-silo-tint"

/**
 * atl_silo_tint_set:
 * @widget: a widget that shows something of a silo
 * @silo: (nullable): the silo
 *
 * Gives the widget the color of the silo, in place of the one that it had from here.
 */
void
atl_silo_tint_set (GtkWidget *widget,
                   AtlSilo   *silo)
{
  const char      *former = g_object_get_data (G_OBJECT (widget), KEY);
  GEnumClass      *tints = g_type_class_ref (ATL_TYPE_TINT);
  GEnumValue      *tint = silo != NULL ? g_enum_get_value (tints, (int) atl_silo_get_color (silo)) : NULL;
  g_autofree char *name = g_strconcat ("tint-", tint != NULL ? tint->value_nick : "none", NULL);

  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/people/people.css");
  if (former != NULL)
    gtk_widget_remove_css_class (widget, former);
  gtk_widget_add_css_class (widget, name);
  g_object_set_data_full (G_OBJECT (widget), KEY, g_steal_pointer (&name), g_free);
  g_type_class_unref (tints);
}
