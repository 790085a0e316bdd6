/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-definitions.h"

#include "canvas/notes/atl-term-words.h"

#include <glib/gi18n-lib.h>

#define MOST_SHOWN 12

/**
 * AtlDefinitions:
 *
 * What the words of the glossary on a note mean. Each one leads to its place in the glossary.
 */
struct _AtlDefinitions
{
  GtkPopover parent_instance;

  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (AtlDefinitions, atl_definitions, GTK_TYPE_POPOVER)

/* The popover closes first: it gives the focus back. */
static void
row_activated_cb (AtlDefinitions *self,
                  GtkListBoxRow  *row)
{
  const char *id = g_object_get_data (G_OBJECT (row), "term");

  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-term", "s", id);
}

static void
atl_definitions_class_init (AtlDefinitionsClass *klass)
{
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/atelier_app/Atelier/canvas/atl-definitions.ui");
  gtk_widget_class_bind_template_child (GTK_WIDGET_CLASS (klass), AtlDefinitions, list);
  gtk_widget_class_bind_template_callback (GTK_WIDGET_CLASS (klass), row_activated_cb);
}

static void
atl_definitions_init (AtlDefinitions *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
new_label (const char *text,
           const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
new_row (AtlTerm *term)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  g_autofree char *meaning = atl_term_dup_meaning (term);
  g_autofree char *spoken = atl_term_dup_definition (term);

  gtk_box_append (GTK_BOX (box), new_label (atl_term_get_term (term), "heading"));
  gtk_box_append (GTK_BOX (box), new_label (meaning, "body"));
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_tooltip_text (row, _ ("Open in the Glossary"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  g_object_set_data_full (G_OBJECT (row), "term", g_strdup (atl_item_get_id (ATL_ITEM (term))), g_free);
  return row;
}

/**
 * atl_definitions_new:
 * @terms: (element-type AtlTerm): words of the glossary
 *
 * Returns: (transfer floating): a popover that says what they mean
 */
GtkWidget *
atl_definitions_new (GPtrArray *terms)
{
  AtlDefinitions *self = g_object_new (ATL_TYPE_DEFINITIONS, NULL);

  for (guint i = 0; i < MIN (terms->len, MOST_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), new_row (terms->pdata[i]));
  return GTK_WIDGET (self);
}
