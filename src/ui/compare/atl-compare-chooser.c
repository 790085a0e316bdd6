/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-chooser.h"

#include "config.h"
#include "ui/compare/atl-compare-finder.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * AtlCompareChooser:
 *
 * Offers maps of a session, and session files.
 */
struct _AtlCompareChooser
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (AtlCompareChooser, atl_compare_chooser, GTK_TYPE_BOX)

enum
{
  MAP_CHOSEN,
  FILE_CHOSEN,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
row_activated_cb (AtlCompareChooser *self,
                  GtkListBoxRow     *row)
{
  AtlCompareSource *map = g_object_get_data (G_OBJECT (row), "map");
  const char       *path = g_object_get_data (G_OBJECT (row), "path");

  if (map != NULL)
    g_signal_emit (self, signals[MAP_CHOSEN], 0, map);
  else if (path != NULL)
    g_signal_emit (self, signals[FILE_CHOSEN], 0, path);
}

static GtkWidget *
make_row (const char *title,
          const char *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), arrow);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

static GtkWidget *
add_list (AtlCompareChooser *self,
          const char        *title)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *heading = gtk_label_new (title);
  GtkWidget *list = gtk_list_box_new ();

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "heading");
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), heading);
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (self), box);
  return list;
}

static char *
dup_size (guint n)
{
  return g_strdup_printf (ngettext ("%u person or team", "%u people or teams", n), n);
}

/* In the language of the user: this is no part of a board. */
static char *
dup_day (const char *day)
{
  int                   year = 0;
  int                   month = 0;
  int                   number = 0;
  g_autoptr (GDateTime) date = NULL;

  if (sscanf (day, "%4d-%2d-%2d", &year, &month, &number) == 3)
    date = g_date_time_new_local (year, month, number, 0, 0, 0);
  if (date == NULL)
    return g_strdup (day);
  /* Translators: strftime, the day a session was open; %B is the month, %-e the day without padding */
  return g_date_time_format (date, _ ("%B %-e, %Y"));
}

static GtkWidget *
make_file_row (AtlCompareFound *file)
{
  g_autofree char *name = g_filename_display_basename (file->path);
  g_autofree char *day = dup_day (file->day);
  g_autofree char *size = file->n_maps == 1 ? dup_size (file->n_nodes)
                                            : g_strdup_printf (ngettext ("%u map", "%u maps", file->n_maps),
                                                               file->n_maps);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s", day, name, size);
  GtkWidget       *row = make_row (*file->title != '\0' ? file->title : _ ("Untitled Session"), subtitle);

  g_object_set_data_full (G_OBJECT (row), "path", g_strdup (file->path), g_free);
  return row;
}

static void
atl_compare_chooser_class_init (AtlCompareChooserClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[MAP_CHOSEN] = g_signal_new ("map-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                      1, ATL_TYPE_COMPARE_SOURCE);
  signals[FILE_CHOSEN] = g_signal_new ("file-chosen", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
atl_compare_chooser_init (AtlCompareChooser *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * atl_compare_chooser_clear:
 * @self: a chooser
 *
 * Takes everything off its lists.
 */
void
atl_compare_chooser_clear (AtlCompareChooser *self)
{
  GtkWidget *child = NULL;

  g_return_if_fail (ATL_IS_COMPARE_CHOOSER (self));

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_box_remove (GTK_BOX (self), child);
}

/**
 * atl_compare_chooser_add_maps:
 * @self: a chooser
 * @title: over the list
 * @source: a session
 * @except: which of its maps is left out, or %ATL_COMPARE_EVERY_MAP
 *
 * Returns: how many maps it offers; without any, there is no list
 */
guint
atl_compare_chooser_add_maps (AtlCompareChooser *self,
                              const char        *title,
                              AtlCompareSource  *source,
                              guint              except)
{
  guint      n = atl_compare_source_get_n_maps (source);
  guint      offered = 0;
  GtkWidget *list = NULL;

  g_return_val_if_fail (ATL_IS_COMPARE_CHOOSER (self), 0);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *size = dup_size (atl_compare_source_get_map_size (source, i));
      const char      *name = atl_compare_source_get_map_title (source, i);
      GtkWidget       *row = NULL;

      if (i == except)
        continue;
      list = list != NULL ? list : add_list (self, title);
      row = make_row (*name != '\0' ? name : _ ("Untitled Board"), size);
      g_object_set_data_full (G_OBJECT (row), "map", atl_compare_source_choose (source, i), g_object_unref);
      gtk_list_box_append (GTK_LIST_BOX (list), row);
      offered++;
    }
  return offered;
}

/**
 * atl_compare_chooser_add_files:
 * @self: a chooser
 * @title: over the list
 * @found: (element-type AtlCompareFound): session files
 *
 * Returns: how many files it offers; without any, there is no list
 */
guint
atl_compare_chooser_add_files (AtlCompareChooser *self,
                               const char        *title,
                               GPtrArray         *found)
{
  GtkWidget *list = NULL;

  g_return_val_if_fail (ATL_IS_COMPARE_CHOOSER (self), 0);

  for (guint i = 0; i < found->len; i++)
    {
      list = list != NULL ? list : add_list (self, title);
      gtk_list_box_append (GTK_LIST_BOX (list), make_file_row (found->pdata[i]));
    }
  return found->len;
}
