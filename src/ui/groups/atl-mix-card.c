/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-card.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * AtlMixCard:
 *
 * A group with its people.
 */
struct _AtlMixCard
{
  GtkWidget parent_instance;

  GtkWidget *head;
  GtkWidget *title;
  GtkWidget *count;
  GtkWidget *people;
  GPtrArray *chips; /* of AtlMixChip, borrowed */
  guint      group;
};

G_DEFINE_FINAL_TYPE (AtlMixCard, atl_mix_card, GTK_TYPE_WIDGET)

static void
atl_mix_card_dispose (GObject *object)
{
  AtlMixCard *self = ATL_MIX_CARD (object);

  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->people, gtk_widget_unparent);
  g_clear_pointer (&self->chips, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_mix_card_parent_class)->dispose (object);
}

static void
atl_mix_card_class_init (AtlMixCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_mix_card_dispose;
  gtk_widget_class_set_css_name (widget_class, "mixcard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
atl_mix_card_init (AtlMixCard *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  self->chips = g_ptr_array_new ();
  self->head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->title, TRUE);
  gtk_widget_add_css_class (self->title, "heading");
  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "mix-count");
  gtk_box_append (GTK_BOX (self->head), self->title);
  gtk_box_append (GTK_BOX (self->head), self->count);
  self->people = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_add_css_class (self->people, "mix-people");
  gtk_widget_set_parent (self->head, GTK_WIDGET (self));
  gtk_widget_set_parent (self->people, GTK_WIDGET (self));
}

/**
 * atl_mix_card_new:
 *
 * Returns: (transfer floating): a card that shows no group yet
 */
GtkWidget *
atl_mix_card_new (void)
{
  return g_object_new (ATL_TYPE_MIX_CARD, NULL);
}

static GtkWidget *
ensure_chip (AtlMixCard *self,
             guint       i)
{
  GtkWidget *chip = i < self->chips->len ? self->chips->pdata[i] : atl_mix_chip_new ();

  if (i == self->chips->len)
    {
      g_ptr_array_add (self->chips, chip);
      gtk_box_append (GTK_BOX (self->people), chip);
    }
  return chip;
}

static void
trim (AtlMixCard *self,
      guint       n)
{
  while (self->chips->len > n)
    gtk_box_remove (GTK_BOX (self->people), g_ptr_array_steal_index (self->chips, self->chips->len - 1));
}

/**
 * atl_mix_card_show:
 * @self: a card
 * @plan: a plan with groups
 * @round: which round
 * @group: which group
 * @title: how it will be called
 *
 * Shows a group.
 */
void
atl_mix_card_show (AtlMixCard *self,
                   AtlMixPlan *plan,
                   guint       round,
                   guint       group,
                   const char *title)
{
  const int       *groups = atl_mix_rounds_get_groups (atl_mix_plan_get_rounds (plan), round);
  guint            n = 0;
  g_autofree char *count = NULL;
  g_autofree char *label = NULL;

  self->group = group;
  gtk_label_set_text (GTK_LABEL (self->title), title);
  for (guint i = 0; i < atl_mix_plan_get_n_people (plan); i++)
    if (groups[i] == (int) group)
      atl_mix_chip_show (ATL_MIX_CHIP (ensure_chip (self, n++)), plan, i, title);
  trim (self, n);
  count = g_strdup_printf ("%u", n);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  /* Translators: “Group 1, 4 people” */
  label = g_strdup_printf (ngettext ("%s, %u person", "%s, %u people", n), title, n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * atl_mix_card_get_group:
 * @self: a card
 *
 * Returns: the number of its group
 */
guint
atl_mix_card_get_group (AtlMixCard *self)
{
  return self->group;
}

/**
 * atl_mix_card_get_title:
 * @self: a card
 *
 * Returns: (transfer none): how its group will be called
 */
const char *
atl_mix_card_get_title (AtlMixCard *self)
{
  return gtk_label_get_text (GTK_LABEL (self->title));
}

/**
 * atl_mix_card_get_n:
 * @self: a card
 *
 * Returns: how many people it shows
 */
guint
atl_mix_card_get_n (AtlMixCard *self)
{
  return self->chips->len;
}

/**
 * atl_mix_card_get_chip:
 * @self: a card
 * @i: which person, by position
 *
 * Returns: (transfer none) (nullable): the chip, the last one if there are not as many
 */
GtkWidget *
atl_mix_card_get_chip (AtlMixCard *self,
                       guint       i)
{
  return self->chips->len > 0 ? self->chips->pdata[MIN (i, self->chips->len - 1)] : NULL;
}
