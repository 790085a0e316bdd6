/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-paste-table.h"

#include "config.h"
#include "ui/people/atl-paste-item.h"
#include "ui/people/atl-silo-tint.h"

#include <glib/gi18n-lib.h>

typedef void (*ShowCell) (GtkWidget    *cell,
                          AtlPasteItem *item);

static GtkWidget *
cell_new (gboolean with_dot)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (dot, "paste-dot");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (dot, with_dot);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static void
show_text (GtkWidget    *cell,
           AtlPasteItem *item,
           const char   *text)
{
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (cell)), text);
  gtk_widget_set_tooltip_text (cell, text);
  if (atl_paste_item_is_new (item))
    gtk_widget_remove_css_class (cell, "dim-label");
  else
    gtk_widget_add_css_class (cell, "dim-label");
}

static void
show_name (GtkWidget    *cell,
           AtlPasteItem *item)
{
  show_text (cell, item, atl_paste_item_get_name (item));
}

static void
show_silo (GtkWidget    *cell,
           AtlPasteItem *item)
{
  GtkWidget *dot = gtk_widget_get_first_child (cell);

  show_text (cell, item, atl_paste_item_get_silo_name (item));
  atl_silo_tint_set (dot, atl_paste_item_get_silo (item));
  gtk_widget_set_visible (dot, *atl_paste_item_get_silo_name (item) != '\0');
}

static void
show_role (GtkWidget    *cell,
           AtlPasteItem *item)
{
  show_text (cell, item, atl_paste_item_get_role (item));
}

static void
show_remark (GtkWidget    *cell,
             AtlPasteItem *item)
{
  g_autofree char *remark = atl_paste_item_dup_remark (item);

  show_text (cell, item, remark);
}

static const struct
{
  const char *title;
  ShowCell    show;
} columns[] = {
  { N_ ("Name"), show_name },
  { N_ ("Silo"), show_silo },
  { N_ ("Role"), show_role },
  { "", show_remark },
};

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          gpointer                  column)
{
  gtk_list_item_set_child (item, cell_new (columns[GPOINTER_TO_UINT (column)].show == show_silo));
  gtk_list_item_set_activatable (item, FALSE);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         gpointer                  column)
{
  columns[GPOINTER_TO_UINT (column)].show (gtk_list_item_get_child (item), gtk_list_item_get_item (item));
}

/**
 * atl_paste_table_set_up:
 * @view: a table
 * @items: (element-type AtlPasteItem): its rows
 *
 * Gives the table its columns.
 */
void
atl_paste_table_set_up (GtkColumnView *view,
                        GListModel    *items)
{
  GtkNoSelection *selection = gtk_no_selection_new (g_object_ref (items));

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      GtkListItemFactory             *factory = gtk_signal_list_item_factory_new ();
      const char                     *title = *columns[i].title != '\0' ? _ (columns[i].title) : "";
      g_autoptr (GtkColumnViewColumn) column = NULL;

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), GUINT_TO_POINTER (i));
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), GUINT_TO_POINTER (i));
      column = gtk_column_view_column_new (title, factory);
      gtk_column_view_column_set_expand (column, TRUE);
      gtk_column_view_append_column (view, column);
    }
  gtk_column_view_set_model (view, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}
