/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-drop-shrink.h"

static void
set_up_cb (GtkListItemFactory *factory,
           GtkListItem        *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bound_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkStringObject *text = gtk_list_item_get_item (item);

  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)), gtk_string_object_get_string (text));
}

/**
 * atl_drop_down_let_shrink:
 * @button: a drop-down button of strings
 *
 * From now on the button may be narrower than what it says; the list says all of it.
 */
void
atl_drop_down_let_shrink (GtkDropDown *button)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (button));

  g_signal_connect (factory, "setup", G_CALLBACK (set_up_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bound_cb), NULL);
  gtk_drop_down_set_list_factory (button, gtk_drop_down_get_factory (button));
  gtk_drop_down_set_factory (button, factory);
}
