/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Rows are made for so many words at most; whoever has more of them searches. */
#define ATL_GLOSSARY_MOST_ROWS 200

typedef GtkWidget *(*AtlNewTermRow) (gpointer term,
                                     gpointer data);

void           atl_glossary_list_show (GtkListBox   *list,
                                       GPtrArray    *terms,
                                       AtlNewTermRow new_row,
                                       gpointer      data);
GtkListBoxRow *atl_glossary_list_find (GtkListBox *list,
                                       gpointer    term);
GtkListBoxRow *atl_glossary_list_find_open (GtkListBox *list);

G_END_DECLS
