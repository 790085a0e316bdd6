/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-problems-window.h"

#include "config.h"

#include <glib/gi18n-lib.h>

static GListModel *
make_lines (AtlProblems *problems)
{
  GtkStringList *lines = gtk_string_list_new (NULL);

  for (guint i = 0; i < atl_problems_get_n_kept (problems); i++)
    gtk_string_list_take (lines, atl_problems_dup_line (problems, i));
  return G_LIST_MODEL (lines);
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  GtkWidget *label = gtk_label_new (gtk_string_object_get_string (item));

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "problem");
  return label;
}

/**
 * atl_problems_window_open:
 * @parent: the window of the document
 * @problems: what in its file could not be used
 * @damaged: whether the file could be read only in part
 *
 * Lists what could not be used, with the place in the file.
 */
void
atl_problems_window_open (GtkWindow   *parent,
                          AtlProblems *problems,
                          gboolean     damaged)
{
  g_autoptr (GtkBuilder) builder = NULL;
  g_autoptr (GListModel) lines = make_lines (problems);
  GtkWindow             *window = NULL;
  GtkWidget             *list = NULL;

  builder = gtk_builder_new_from_resource ("/io/github/atelier_app/Atelier/ui/atl-problems-window.ui");
  window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));
  list = GTK_WIDGET (gtk_builder_get_object (builder, "list"));
  gtk_list_box_bind_model (GTK_LIST_BOX (list), lines, make_row, NULL, NULL);
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "unused")), !damaged);
  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
}
