/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-order.h"

#include "config.h"
#include "ui/people/atl-people-edits.h"

#include <glib/gi18n-lib.h>

static guint
get_silo_position (AtlSession *session,
                   AtlPerson  *person)
{
  AtlSilo *silo = atl_person_find_silo (person);
  guint    position = G_MAXUINT;

  if (silo != NULL)
    atl_list_get_position (atl_session_get_silos (session), ATL_ITEM (silo), &position);
  return position;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  AtlSession *session = user_data;
  guint       left = get_silo_position (session, (AtlPerson *) a);
  guint       right = get_silo_position (session, (AtlPerson *) b);

  if (left == right)
    {
      left = right = G_MAXUINT;
      atl_list_get_position (atl_session_get_people (session), ATL_ITEM ((gpointer) a), &left);
      atl_list_get_position (atl_session_get_people (session), ATL_ITEM ((gpointer) b), &right);
    }
  return left < right ? GTK_ORDERING_SMALLER : left > right ? GTK_ORDERING_LARGER
                                                            : GTK_ORDERING_EQUAL;
}

/**
 * atl_people_sorter_new:
 * @session: a session, which must outlive the sorter
 *
 * Returns: (transfer full): a sorter that puts people in the order of their silos, then in that of the
 *   list; those
 *   without a silo come last
 */
GtkSorter *
atl_people_sorter_new (AtlSession *session)
{
  return GTK_SORTER (gtk_custom_sorter_new (compare, session, NULL));
}

static GtkWidget *
label_new (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, css_class);
  return label;
}

/**
 * atl_silo_header_new:
 * @name: the silo's name, as in the file
 * @tint: the nick of its color, or "none"
 * @n_present: how many of its people are in the room
 * @n_people: how many it has in the list
 *
 * Returns: (transfer floating): the line above the people of a silo
 */
GtkWidget *
atl_silo_header_new (const char *name,
                     const char *tint,
                     guint       n_present,
                     guint       n_people)
{
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *title = label_new (name, "silo-name");
  g_autofree char *tint_class = g_strconcat ("tint-", tint, NULL);
  g_autofree char *count = n_present == n_people ? g_strdup_printf ("%u", n_people)
                                                 : g_strdup_printf (_ ("%u of %u"), n_present, n_people);
  GtkWidget       *number = label_new (count, "silo-count");

  gtk_widget_add_css_class (box, "silo-header");
  gtk_widget_add_css_class (dot, "silo-dot");
  gtk_widget_add_css_class (dot, tint_class);
  gtk_widget_add_css_class (number, "dim-label");
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), number);
  return box;
}
