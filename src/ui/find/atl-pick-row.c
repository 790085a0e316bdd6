/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/find/atl-pick-row.h"

#include "util/atl-fold.h"

/**
 * AtlPickRow:
 *
 * One of the things that can be picked from a list.
 */
struct _AtlPickRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *number;
  GtkWidget *title;
  GtkWidget *detail;
  GtkWidget *check;

  char *heading;
  char *folded;
};

G_DEFINE_FINAL_TYPE (AtlPickRow, atl_pick_row, GTK_TYPE_LIST_BOX_ROW)

static void
atl_pick_row_finalize (GObject *object)
{
  AtlPickRow *self = ATL_PICK_ROW (object);

  g_free (self->heading);
  g_free (self->folded);
  G_OBJECT_CLASS (atl_pick_row_parent_class)->finalize (object);
}

static void
atl_pick_row_class_init (AtlPickRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_pick_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/find/"
                                                             "atl-pick-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPickRow, number);
  gtk_widget_class_bind_template_child (widget_class, AtlPickRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlPickRow, detail);
  gtk_widget_class_bind_template_child (widget_class, AtlPickRow, check);
}

static void
atl_pick_row_init (AtlPickRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What is found by typing, and read aloud. */
static void
describe (AtlPickRow *self)
{
  const char      *title = gtk_label_get_label (GTK_LABEL (self->title));
  const char      *detail = gtk_label_get_label (GTK_LABEL (self->detail));
  g_autofree char *all = g_strjoin (" ", title, detail, self->heading, NULL);
  g_autofree char *name = *detail != '\0' ? g_strdup_printf ("%s, %s", title, detail) : g_strdup (title);

  g_free (self->folded);
  self->folded = atl_fold (all);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * atl_pick_row_new:
 * @heading: (nullable): what it belongs to
 * @title: what it is called
 * @detail: (nullable): what else there is to say
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *
atl_pick_row_new (const char *heading,
                  const char *title,
                  const char *detail)
{
  AtlPickRow *self = g_object_new (ATL_TYPE_PICK_ROW, NULL);

  self->heading = g_strdup (heading);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->detail), detail != NULL ? detail : "");
  gtk_widget_set_visible (self->detail, detail != NULL);
  describe (self);
  return GTK_WIDGET (self);
}

/**
 * atl_pick_row_get_heading:
 * @self: a row
 *
 * Returns: (transfer none) (nullable): what it belongs to
 */
const char *
atl_pick_row_get_heading (AtlPickRow *self)
{
  return self->heading;
}

/**
 * atl_pick_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): what it is called
 */
const char *
atl_pick_row_get_title (AtlPickRow *self)
{
  return gtk_label_get_label (GTK_LABEL (self->title));
}

/**
 * atl_pick_row_matches:
 * @self: a row
 * @words: as typed
 *
 * Returns: whether each of @words is somewhere in it, or in what it belongs to; accents and case do not count
 */
gboolean
atl_pick_row_matches (AtlPickRow *self,
                      const char *words)
{
  return atl_fold_matches (self->folded, words);
}

/**
 * atl_pick_row_is_called:
 * @self: a row
 * @words: as typed
 *
 * Returns: whether each of @words is in its own title, whatever it belongs to
 */
gboolean
atl_pick_row_is_called (AtlPickRow *self,
                        const char *words)
{
  g_autofree char *title = atl_fold (atl_pick_row_get_title (self));

  return atl_fold_matches (title, words);
}

/**
 * atl_pick_row_set_title:
 * @self: a row
 * @title: what it is called from now on
 */
void
atl_pick_row_set_title (AtlPickRow *self,
                        const char *title)
{
  gtk_label_set_label (GTK_LABEL (self->title), title);
  describe (self);
}

/**
 * atl_pick_row_set_number:
 * @self: a row
 * @number: the digit that picks it
 */
void
atl_pick_row_set_number (AtlPickRow *self,
                         guint       number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  gtk_label_set_label (GTK_LABEL (self->number), text);
  gtk_widget_set_visible (self->number, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_KEY_SHORTCUTS, text, -1);
}

/**
 * atl_pick_row_set_checked:
 * @self: a row
 * @checked: whether it is picked already
 */
void
atl_pick_row_set_checked (AtlPickRow *self,
                          gboolean    checked)
{
  gtk_widget_set_opacity (self->check, checked ? 1 : 0);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_CHECKED,
                               checked ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
}
