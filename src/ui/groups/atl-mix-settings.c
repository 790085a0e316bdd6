/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-settings.h"

#include "config.h"
#include "ui/common/atl-wheel.h"
#include "model/atl-splits.h"
#include "ui/groups/atl-mix-words.h"
#include "ui/groups/atl-wish-popover.h"

#include <glib/gi18n-lib.h>

/**
 * AtlMixSettings:
 *
 * What mixed groups are to be like: how many, how large, for how many rounds, who stays together or apart,
 * and what is known about who works together.
 */
struct _AtlMixSettings
{
  GtkWidget parent_instance;

  GtkWidget  *scroller;
  GtkWidget  *spins[3];    /* number, size, rounds */
  GtkWidget  *sections[3]; /* together, apart, marks */
  GPtrArray  *rows[3];     /* of the sections, borrowed */
  GtkWidget  *map;
  GtkWidget  *met_row;
  GtkWidget  *met;
  GtkWidget  *keep;
  GtkWidget  *origin;
  GPtrArray  *maps; /* of AtlBoard */
  AtlMixPlan *plan;
  gboolean    updating;
};

G_DEFINE_FINAL_TYPE (AtlMixSettings, atl_mix_settings, GTK_TYPE_WIDGET)

enum
{
  NUMBER,
  SIZE,
  ROUNDS
};

static const AtlMixConstraintKind kinds[] = { ATL_MIX_TOGETHER, ATL_MIX_APART, ATL_MIX_MARK };

static guint
get_value (AtlMixSettings *self,
           guint           spin)
{
  return (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->spins[spin]));
}

static gboolean
may_set (AtlMixSettings *self,
         AtlMixSetting  *setting)
{
  if (self->plan == NULL || self->updating)
    return FALSE;
  *setting = *atl_mix_plan_get_setting (self->plan);
  return TRUE;
}

static void
number_changed_cb (AtlMixSettings *self)
{
  AtlMixSetting setting;

  if (!may_set (self, &setting))
    return;
  setting.by_number = get_value (self, NUMBER);
  atl_mix_plan_set_setting (self->plan, &setting);
}

static void
size_changed_cb (AtlMixSettings *self)
{
  AtlMixSetting setting;

  if (!may_set (self, &setting))
    return;
  setting.by_number = 0;
  setting.by_size = get_value (self, SIZE);
  atl_mix_plan_set_setting (self->plan, &setting);
}

static void
rounds_changed_cb (AtlMixSettings *self)
{
  AtlMixSetting setting;

  if (!may_set (self, &setting))
    return;
  setting.n_rounds = get_value (self, ROUNDS);
  atl_mix_plan_set_setting (self->plan, &setting);
}

static void
met_changed_cb (AtlMixSettings *self)
{
  AtlMixSetting setting;

  if (!may_set (self, &setting))
    return;
  setting.fresh = !gtk_switch_get_active (GTK_SWITCH (self->met));
  atl_mix_plan_set_setting (self->plan, &setting);
}

static void
keep_changed_cb (AtlMixSettings *self)
{
  AtlMixSetting setting;

  if (!may_set (self, &setting))
    return;
  setting.keep = adw_combo_row_get_selected (ADW_COMBO_ROW (self->keep)) == 1;
  atl_mix_plan_set_setting (self->plan, &setting);
}

static void
map_changed_cb (AtlMixSettings *self)
{
  guint         i = adw_combo_row_get_selected (ADW_COMBO_ROW (self->map));
  AtlMixSetting setting;

  if (may_set (self, &setting))
    atl_mix_plan_set_board (self->plan, i < self->maps->len ? self->maps->pdata[i] : NULL);
}

/* Wishes. */

static void
wish_removed_cb (GtkWidget *button,
                 gpointer   user_data)
{
  AtlMixSettings *self = user_data;
  AtlMixWishes   *wishes = atl_mix_plan_get_wishes (self->plan);
  const char     *mark = g_object_get_data (G_OBJECT (button), "mark");
  guint           i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "wish"));

  if (mark != NULL)
    atl_mix_wishes_remove_mark (wishes, mark);
  else if (i < atl_mix_wishes_get_n (wishes))
    atl_mix_wishes_remove (wishes, i);
  atl_mix_plan_wishes_changed (self->plan);
}

static void
add_row (AtlMixSettings *self,
         guint           section,
         const char     *title,
         const char     *subtitle,
         guint           wish,
         const char     *mark)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *button = gtk_button_new_from_icon_name ("list-remove-symbolic");
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s”"), title);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  if (subtitle != NULL)
    {
      g_autofree char *escaped = g_markup_escape_text (subtitle, -1);

      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), escaped);
    }
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data (G_OBJECT (button), "wish", GUINT_TO_POINTER (wish));
  g_object_set_data_full (G_OBJECT (button), "mark", g_strdup (mark), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (wish_removed_cb), self, 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->sections[section]), row);
  g_ptr_array_add (self->rows[section], row);
}

static char *
dup_name (AtlMixSettings *self,
          const char     *person)
{
  AtlMixRoster *roster = atl_mix_plan_get_roster (self->plan);
  int           i = atl_mix_roster_find (roster, person);

  return i >= 0 ? atl_mix_words_dup_person (self->plan, (guint) i) : g_strdup (_ ("somebody absent"));
}

static void
show_pairs (AtlMixSettings *self,
            guint           section)
{
  AtlMixWishes *wishes = atl_mix_plan_get_wishes (self->plan);

  for (guint i = 0; i < atl_mix_wishes_get_n (wishes); i++)
    {
      const AtlMixWish *wish = atl_mix_wishes_get (wishes, i);

      if (wish->kind != kinds[section])
        continue;
      g_autofree char *a = dup_name (self, wish->a);
      g_autofree char *b = dup_name (self, wish->b);
      /* Translators: names of two people who stay together, or apart */
      g_autofree char *title = g_strdup_printf (_ ("%s – %s"), a, b);
      add_row (self, section, title, NULL, i, NULL);
    }
}

static char *
dup_bearers (AtlMixSettings *self,
             guint           mark)
{
  AtlMixWishes *wishes = atl_mix_plan_get_wishes (self->plan);
  GString      *names = g_string_new (NULL);

  for (guint i = 0; i < atl_mix_wishes_get_n (wishes); i++)
    {
      const AtlMixWish *wish = atl_mix_wishes_get (wishes, i);
      g_autofree char  *name = NULL;

      if (wish->kind != ATL_MIX_MARK || atl_mix_wishes_find_mark (wishes, wish->mark) != mark)
        continue;
      name = dup_name (self, wish->a);
      g_string_append (names, names->len > 0 ? ", " : "");
      g_string_append (names, name);
    }
  return g_string_free (names, FALSE);
}

static void
show_marks (AtlMixSettings *self)
{
  g_autoptr (GPtrArray) marks = atl_mix_wishes_dup_marks (atl_mix_plan_get_wishes (self->plan));

  for (guint i = 0; i < marks->len; i++)
    {
      g_autofree char *names = dup_bearers (self, i);

      add_row (self, 2, marks->pdata[i], names, 0, marks->pdata[i]);
    }
}

static void
show_wishes (AtlMixSettings *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      for (guint j = 0; j < self->rows[i]->len; j++)
        adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self->sections[i]), self->rows[i]->pdata[j]);
      g_ptr_array_set_size (self->rows[i], 0);
    }
  show_pairs (self, 0);
  show_pairs (self, 1);
  show_marks (self);
}

static void
show_sizes (AtlMixSettings *self)
{
  guint n = MAX (atl_mix_plan_get_n_people (self->plan), 1);
  guint n_groups = atl_mix_plan_get_n_groups (self->plan);
  guint values[] = { n_groups, (n + n_groups / 2) / n_groups,
                     atl_mix_plan_get_setting (self->plan)->n_rounds };
  guint most[] = { n, n, ATL_MIX_MOST_ROUNDS };

  if (atl_mix_plan_get_setting (self->plan)->by_number == 0)
    values[SIZE] = MIN (atl_mix_plan_get_setting (self->plan)->by_size, n);
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->spins[i]), 1, most[i]);
      if (get_value (self, i) != values[i])
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[i]), values[i]);
    }
}

static void
show_maps (AtlMixSettings *self)
{
  g_autoptr (GPtrArray)     maps = atl_mix_plan_dup_maps (self->plan);
  g_autoptr (GtkStringList) titles = gtk_string_list_new (NULL);
  guint                     chosen = maps->len;

  for (guint i = 0; i < maps->len; i++)
    {
      const char *title = atl_board_get_title (maps->pdata[i]);

      gtk_string_list_append (titles, *title != '\0' ? title : _ ("Untitled"));
      chosen = maps->pdata[i] == atl_mix_plan_get_board (self->plan) ? i : chosen;
    }
  gtk_string_list_append (titles, _ ("No map: by silo only"));
  g_clear_pointer (&self->maps, g_ptr_array_unref);
  self->maps = g_steal_pointer (&maps);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->map), G_LIST_MODEL (titles));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->map), chosen);
  gtk_widget_set_visible (self->map, self->maps->len > 0);
}

static void
show_groups (AtlMixSettings *self)
{
  AtlSession           *session = atl_mix_plan_get_session (self->plan);
  guint                 n = atl_list_get_length (atl_session_get_groups (session));
  g_autoptr (GPtrArray) used = atl_splits_dup_used (session);
  g_autofree char      *met = NULL;
  g_autofree char      *staying = NULL;

  met = g_strdup_printf (ngettext ("Those of the %u group there is have met",
                                   "Those of the %u groups there are have met",
                                   n),
                         n);
  staying = g_strdup_printf (ngettext ("%u with notes stays in any case", "%u with notes stay in any case",
                                       used->len),
                             used->len);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->met_row), met);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->keep), used->len > 0 ? staying : "");
  gtk_switch_set_active (GTK_SWITCH (self->met), !atl_mix_plan_get_setting (self->plan)->fresh);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->keep),
                              atl_mix_plan_get_setting (self->plan)->keep ? 1 : 0);
  gtk_widget_set_visible (self->met_row, n > 0);
  gtk_widget_set_visible (self->keep, n > 0);
  gtk_widget_set_visible (self->origin, n > 0 || self->maps->len > 0);
}

static void
settings_changed_cb (AtlMixSettings *self)
{
  self->updating = TRUE;
  show_sizes (self);
  show_wishes (self);
  show_groups (self);
  self->updating = FALSE;
}

static void
atl_mix_settings_dispose (GObject *object)
{
  AtlMixSettings *self = ATL_MIX_SETTINGS (object);

  g_clear_object (&self->plan);
  g_clear_pointer (&self->maps, g_ptr_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->rows); i++)
    g_clear_pointer (&self->rows[i], g_ptr_array_unref);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_mix_settings_parent_class)->dispose (object);
}

static void
atl_mix_settings_class_init (AtlMixSettingsClass *klass)
{
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const others[] = { "number", "size", "rounds", "together", "apart", "marks",
                                        "add_together", "add_apart", "add_mark" };

  G_OBJECT_CLASS (klass)->dispose = atl_mix_settings_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/groups/"
                                                             "atl-mix-settings.ui");
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    gtk_widget_class_bind_template_child_full (widget_class, others[i], FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlMixSettings, scroller);
  gtk_widget_class_bind_template_child (widget_class, AtlMixSettings, map);
  gtk_widget_class_bind_template_child (widget_class, AtlMixSettings, met_row);
  gtk_widget_class_bind_template_child (widget_class, AtlMixSettings, met);
  gtk_widget_class_bind_template_child (widget_class, AtlMixSettings, keep);
  gtk_widget_class_bind_template_child (widget_class, AtlMixSettings, origin);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, size_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, rounds_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, met_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_changed_cb);
}

static GtkWidget *
get_child (AtlMixSettings *self,
           const char     *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_MIX_SETTINGS, name));
}

static void
atl_mix_settings_init (AtlMixSettings *self)
{
  const char *const spins[] = { "number", "size", "rounds" };
  const char *const sections[] = { "together", "apart", "marks" };

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_wheel_leave_numbers (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (spins); i++)
    {
      self->spins[i] = get_child (self, spins[i]);
      self->sections[i] = get_child (self, sections[i]);
      self->rows[i] = g_ptr_array_new ();
    }
  self->updating = FALSE;
}

static void
offer_keeping (AtlMixSettings *self)
{
  const char *const         choices[] = { _ ("Replace Them"), _ ("Keep Them"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (choices);

  adw_combo_row_set_model (ADW_COMBO_ROW (self->keep), G_LIST_MODEL (list));
}

/**
 * atl_mix_settings_set_plan:
 * @self: a panel that has no plan yet
 * @plan: the plan it sets
 */
void
atl_mix_settings_set_plan (AtlMixSettings *self,
                           AtlMixPlan     *plan)
{
  const char *const adds[] = { "add_together", "add_apart", "add_mark" };

  g_return_if_fail (self->plan == NULL);

  self->plan = g_object_ref (plan);
  for (guint i = 0; i < G_N_ELEMENTS (adds); i++)
    gtk_menu_button_set_popover (GTK_MENU_BUTTON (get_child (self, adds[i])),
                                 atl_wish_popover_new (plan, kinds[i]));
  self->updating = TRUE;
  offer_keeping (self);
  show_maps (self);
  self->updating = FALSE;
  g_signal_connect_object (plan, "settings-changed", G_CALLBACK (settings_changed_cb), self,
                           G_CONNECT_SWAPPED);
  settings_changed_cb (self);
}
