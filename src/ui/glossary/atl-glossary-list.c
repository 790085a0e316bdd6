/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/glossary/atl-glossary-list.h"

#include "ui/glossary/atl-term-row.h"

/* The rows of a list of words: those that stay keep their widget, and with it the focus and what is open. */

static AtlTermRow *
get_row (GtkListBox *list,
         guint       index)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, (int) index);

  return row != NULL ? ATL_TERM_ROW (row) : NULL;
}

/**
 * atl_glossary_list_find:
 * @list: a list of AtlTermRow
 * @term: an AtlTerm
 *
 * Returns: (transfer none) (nullable): its row
 */
GtkListBoxRow *
atl_glossary_list_find (GtkListBox *list,
                        gpointer    term)
{
  AtlTermRow *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    if (atl_term_row_get_term (row) == term)
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

/**
 * atl_glossary_list_find_open:
 * @list: a list of AtlTermRow
 *
 * Returns: (transfer none) (nullable): the row whose form is open
 */
GtkListBoxRow *
atl_glossary_list_find_open (GtkListBox *list)
{
  AtlTermRow *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    if (atl_term_row_get_open (row))
      return GTK_LIST_BOX_ROW (row);
  return NULL;
}

static void
drop_others (GtkListBox *list,
             GHashTable *wanted)
{
  AtlTermRow *row;

  for (guint i = 0; (row = get_row (list, i)) != NULL;)
    if (g_hash_table_contains (wanted, atl_term_row_get_term (row)))
      i++;
    else
      gtk_list_box_remove (list, GTK_WIDGET (row));
}

static gboolean
has_all (GtkListBox *list,
         GPtrArray  *terms)
{
  guint n = 0;

  while (get_row (list, n) != NULL)
    n++;
  return n == terms->len;
}

static void
put (GtkListBox *list,
     GtkWidget  *row,
     guint       index)
{
  g_object_ref_sink (row);
  if (gtk_widget_get_parent (row) != NULL)
    gtk_list_box_remove (list, row);
  gtk_list_box_insert (list, row, (int) index);
  g_object_unref (row);
}

/**
 * atl_glossary_list_show:
 * @list: a list of AtlTermRow
 * @terms: (element-type AtlTerm): what it shall show, in this order
 * @new_row: makes a row for a term
 * @data: for @new_row
 *
 * While a form is open and the same words are shown, rows stay where they are: a word that is retyped does
 * not jump.
 */
void
atl_glossary_list_show (GtkListBox   *list,
                        GPtrArray    *terms,
                        AtlNewTermRow new_row,
                        gpointer      data)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) rows = g_hash_table_new (NULL, NULL);
  AtlTermRow            *row;

  for (guint i = 0; i < terms->len; i++)
    g_hash_table_add (wanted, terms->pdata[i]);
  drop_others (list, wanted);
  if (has_all (list, terms) && atl_glossary_list_find_open (list) != NULL)
    return;
  for (guint i = 0; (row = get_row (list, i)) != NULL; i++)
    g_hash_table_insert (rows, atl_term_row_get_term (row), row);
  for (guint i = 0; i < terms->len; i++)
    {
      GtkWidget *widget = g_hash_table_lookup (rows, terms->pdata[i]);

      row = get_row (list, i);
      if (row != NULL && atl_term_row_get_term (row) == terms->pdata[i])
        continue;
      put (list, widget != NULL ? widget : new_row (terms->pdata[i], data), i);
    }
}
