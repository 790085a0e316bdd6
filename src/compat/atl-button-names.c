/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/atl-button-names.h"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#if !GTK_CHECK_VERSION(4, 10, 0)

static void (*root_button) (GtkWidget *button);

/* "_Save": the underscore is for the eye. */
static char *
dup_plain (const char *label)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = label; *p != '\0'; p++)
    {
      if (*p == '_' && p[1] != '\0')
        p++;
      g_string_append_c (plain, *p);
    }
  return g_string_free (plain, FALSE);
}

static void
name_button (GtkButton *button)
{
  const char      *label = gtk_button_get_label (button);
  const char      *icon = gtk_button_get_icon_name (button);
  g_autofree char *plain = NULL;

  if (g_strcmp0 (icon, "window-close-symbolic") == 0 &&
      gtk_widget_get_tooltip_text (GTK_WIDGET (button)) == NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Close"), -1);
  if (label == NULL || !gtk_button_get_use_underline (button))
    return;
  plain = dup_plain (label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
button_rooted (GtkWidget *button)
{
  root_button (button);
  g_signal_handlers_disconnect_by_func (button, name_button, NULL);
  g_signal_connect (button, "notify::label", G_CALLBACK (name_button), NULL);
  name_button (GTK_BUTTON (button));
}

static void (*root_row) (GtkWidget *row);

static void
name_row (AdwPreferencesRow *row)
{
  const char      *title = adw_preferences_row_get_title (row);
  g_autofree char *text = NULL;
  g_autofree char *plain = NULL;

  if (adw_preferences_row_get_use_markup (row))
    pango_parse_markup (title, -1, 0, NULL, &text, NULL, NULL);
  if (text == NULL)
    text = g_strdup (title);
  plain = adw_preferences_row_get_use_underline (row) ? dup_plain (text) : g_strdup (text);
  if (*plain == '\0')
    return;
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, plain, -1);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

static void
row_rooted (GtkWidget *row)
{
  root_row (row);
  g_signal_handlers_disconnect_by_func (row, name_row, NULL);
  g_signal_connect (row, "notify::title", G_CALLBACK (name_row), NULL);
  name_row (ADW_PREFERENCES_ROW (row));
}

#endif

/**
 * atl_button_names_mend:
 *
 * Below GTK 4.10 the accessible name of a button with a mnemonic is its label twice, once with the
 * underscore, and the cross of a toast and the rows of a list of settings have none. From now on all have
 * theirs; to be called before the first one is made.
 */
void
atl_button_names_mend (void)
{
#if !GTK_CHECK_VERSION(4, 10, 0)
  GtkWidgetClass *klass = g_type_class_ref (GTK_TYPE_BUTTON);

  if (klass->root == button_rooted)
    return;
  root_button = klass->root;
  klass->root = button_rooted;
  klass = g_type_class_ref (ADW_TYPE_PREFERENCES_ROW);
  root_row = klass->root;
  klass->root = row_rooted;
#endif
}
