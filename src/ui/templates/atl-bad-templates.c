/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-bad-templates.h"

#include "config.h"
#include "ui/start/atl-style.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/templates/"
#define MAX_SHOWN 200

static GtkWidget *
row_new (const char *line)
{
  GtkWidget *label = gtk_label_new (line);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "problem");
  return label;
}

static GtkWidget *
list_new (AtlProblems *problems)
{
  GtkWidget *list = gtk_list_box_new ();
  guint      kept = MIN (atl_problems_get_n_kept (problems), MAX_SHOWN);
  guint      more = atl_problems_get_n (problems) - kept;

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  for (guint i = 0; i < kept; i++)
    {
      g_autofree char *line = atl_problems_dup_line (problems, i);

      gtk_list_box_append (GTK_LIST_BOX (list), row_new (line));
    }
  if (more > 0)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("and %u problem more", "and %u problems more",
                                                         more),
                                               more);

      gtk_list_box_append (GTK_LIST_BOX (list), row_new (line));
    }
  return list;
}

static void
add_file (GtkWidget   *box,
          const char  *path,
          AtlProblems *problems)
{
  g_autofree char *name = g_filename_display_basename (path);
  GtkWidget       *group = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget       *title = gtk_label_new (name);
  GtkWidget       *list = list_new (problems);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_tooltip_text (title, path);
  gtk_widget_add_css_class (title, "heading");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_box_append (GTK_BOX (group), title);
  gtk_box_append (GTK_BOX (group), list);
  gtk_box_append (GTK_BOX (box), group);
}

static GtkBuilder *
builder_new (void)
{
  atl_style_ensure (RESOURCES "templates.css");
  return gtk_builder_new_from_resource (RESOURCES "atl-bad-templates.ui");
}

static GtkWindow *
present (GtkBuilder *builder,
         GtkWindow  *parent)
{
  GtkWindow *window = GTK_WINDOW (gtk_builder_get_object (builder, "window"));

  gtk_window_set_transient_for (window, parent);
  gtk_window_present (window);
  return window;
}

/**
 * atl_bad_templates_open:
 * @parent: the window with the gallery
 * @personal: the templates of the user
 *
 * Lists the files that gave no template, and what is wrong with each.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
atl_bad_templates_open (GtkWindow   *parent,
                        AtlPersonal *personal)
{
  g_autoptr (GtkBuilder) builder = builder_new ();
  GtkWidget             *box = GTK_WIDGET (gtk_builder_get_object (builder, "files"));

  for (guint i = 0; i < atl_personal_get_n_bad (personal); i++)
    {
      const char  *path = NULL;
      AtlProblems *problems = atl_personal_get_bad (personal, i, &path);

      add_file (box, path, problems);
    }
  return present (builder, parent);
}

/**
 * atl_bad_templates_open_file:
 * @parent: the window with the gallery
 * @path: (type filename): a file that the user wanted to import
 * @problems: what is wrong with it
 *
 * Says why a file was not imported.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
atl_bad_templates_open_file (GtkWindow   *parent,
                             const char  *path,
                             AtlProblems *problems)
{
  g_autoptr (GtkBuilder) builder = builder_new ();

  add_file (GTK_WIDGET (gtk_builder_get_object (builder, "files")), path, problems);
  gtk_label_set_text (GTK_LABEL (gtk_builder_get_object (builder, "hint")),
                      _ ("This template could not be imported. Correct the file, then try again."));
  return present (builder, parent);
}
