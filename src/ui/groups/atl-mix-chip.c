/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-chip.h"

#include "model/atl-silo.h"
#include "ui/groups/atl-mix-sheet.h"
#include "ui/groups/atl-mix-words.h"

/**
 * AtlMixChip:
 *
 * A person in a group: the name, and the silo by sign, name and color.
 */
struct _AtlMixChip
{
  GtkWidget parent_instance;

  GtkWidget *sign;
  GtkWidget *text;
  GtkWidget *name;
  GtkWidget *silo;
  char      *label;  /* all that it shows, in words */
  int        number; /* of the silo */
  guint      person;
};

G_DEFINE_FINAL_TYPE (AtlMixChip, atl_mix_chip, GTK_TYPE_WIDGET)

static void
atl_mix_chip_dispose (GObject *object)
{
  AtlMixChip *self = ATL_MIX_CHIP (object);

  g_clear_pointer (&self->sign, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_mix_chip_parent_class)->dispose (object);
}

static void
atl_mix_chip_finalize (GObject *object)
{
  g_free (ATL_MIX_CHIP (object)->label);
  G_OBJECT_CLASS (atl_mix_chip_parent_class)->finalize (object);
}

static void
atl_mix_chip_class_init (AtlMixChipClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_mix_chip_dispose;
  G_OBJECT_CLASS (klass)->finalize = atl_mix_chip_finalize;
  gtk_widget_class_set_css_name (widget_class, "mixchip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static GtkWidget *
make_label (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 6);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
atl_mix_chip_init (AtlMixChip *self)
{
  self->sign = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->sign, "mix-sign");
  gtk_widget_set_valign (self->sign, GTK_ALIGN_CENTER);
  self->text = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->text, TRUE);
  self->name = make_label ("mix-name");
  self->silo = make_label ("mix-silo");
  gtk_box_append (GTK_BOX (self->text), self->name);
  gtk_box_append (GTK_BOX (self->text), self->silo);
  gtk_widget_set_parent (self->sign, GTK_WIDGET (self));
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * atl_mix_chip_new:
 *
 * Returns: (transfer floating): a chip that shows nobody yet
 */
GtkWidget *
atl_mix_chip_new (void)
{
  return g_object_new (ATL_TYPE_MIX_CHIP, NULL);
}

static void
show_tint (AtlMixChip *self,
           AtlMixPlan *plan,
           int         silo)
{
  AtlMixRoster    *roster = atl_mix_plan_get_roster (plan);
  GEnumClass      *tints = g_type_class_ref (ATL_TYPE_TINT);
  AtlTint          tint = silo >= 0 ? atl_silo_get_color (roster->silos->pdata[silo]) : ATL_TINT_WHITE;
  GEnumValue      *value = g_enum_get_value (tints, (int) tint);
  g_autofree char *tint_class = g_strconcat ("tint-", value != NULL ? value->value_nick : "white", NULL);
  const char      *classes[] = { "mix-sign", tint_class, NULL };

  gtk_widget_set_css_classes (self->sign, classes);
  gtk_label_set_text (GTK_LABEL (self->sign), atl_mix_sheet_get_sign (silo));
  g_type_class_unref (tints);
}

/**
 * atl_mix_chip_show:
 * @self: a chip
 * @plan: a plan
 * @person: the number of a person
 * @group: the name of the group the chip is in
 *
 * Shows a person.
 */
void
atl_mix_chip_show (AtlMixChip *self,
                   AtlMixPlan *plan,
                   guint       person,
                   const char *group)
{
  g_autofree char *name = atl_mix_words_dup_person (plan, person);
  g_autofree char *silo = atl_mix_words_dup_silo (plan, person);
  g_autofree char *label = g_strdup_printf ("%s, %s, %s", name, silo, group);

  int number = atl_mix_problem_get_silo (atl_mix_plan_get_roster (plan)->problem, person);

  self->person = person;
  /* Of thousands few change at a time. */
  if (g_strcmp0 (self->label, label) == 0 && self->number == number)
    return;
  g_free (self->label);
  self->label = g_strdup (label);
  self->number = number;
  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->silo), silo);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  show_tint (self, plan, number);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/**
 * atl_mix_chip_get_person:
 * @self: a chip
 *
 * Returns: the number of the person
 */
guint
atl_mix_chip_get_person (AtlMixChip *self)
{
  return self->person;
}
