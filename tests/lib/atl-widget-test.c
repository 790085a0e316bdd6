/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-widget-test.h"

/* What a widget must be to be found; @skip so many before. */
typedef struct
{
  GType       type;
  const char *label;
  guint       skip;
} Wanted;

static gboolean
is_wanted (GtkWidget *widget,
           Wanted    *wanted)
{
  if (!g_type_is_a (G_OBJECT_TYPE (widget), wanted->type))
    return FALSE;
  if (wanted->label != NULL &&
      !(GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), wanted->label) == 0))
    return FALSE;
  return wanted->skip-- == 0;
}

static GtkWidget *
search (GtkWidget *root,
        Wanted    *wanted)
{
  if (is_wanted (root, wanted))
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = search (child, wanted);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/**
 * atl_find:
 * @root: a widget
 * @type: a type of widgets
 *
 * Returns: (nullable): the first widget of that type in the tree below @root, itself included
 */
GtkWidget *
atl_find (GtkWidget *root,
          GType      type)
{
  return atl_find_nth (root, type, 0);
}

/**
 * atl_find_nth:
 * @root: a widget
 * @type: a type of widgets
 * @n: how many to leave out
 *
 * Returns: (nullable): the widget of that type that comes after @n others, in the order of the tree
 */
GtkWidget *
atl_find_nth (GtkWidget *root,
              GType      type,
              guint      n)
{
  Wanted wanted = { .type = type, .skip = n };

  return search (root, &wanted);
}

/**
 * atl_find_labelled:
 * @root: a widget
 * @type: a type of buttons
 * @label: (nullable): what it says, or %NULL for anything
 *
 * Returns: (nullable): the first such button in the tree below @root
 */
GtkWidget *
atl_find_labelled (GtkWidget  *root,
                   GType       type,
                   const char *label)
{
  Wanted wanted = { .type = type, .label = label };

  return search (root, &wanted);
}
