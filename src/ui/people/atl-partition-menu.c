/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-partition-menu.h"

#include "config.h"
#include "model/atl-partitions.h"
#include "ui/people/atl-partition-words.h"

#include <glib/gi18n-lib.h>

static void
partition_chosen_cb (GSimpleAction *action,
                     GVariant      *value,
                     AtlHistory    *history)
{
  AtlSession *session = g_object_get_data (G_OBJECT (action), "session");

  if (g_str_equal (g_variant_get_string (value, NULL), atl_session_get_active_partition (session)))
    return;
  atl_history_begin (history, _ ("Group by Another Partition"));
  atl_session_set_partition (session, g_variant_get_string (value, NULL));
  atl_history_end (history);
}

static void
add_action (GtkMenuButton *button,
            AtlSession    *session,
            AtlHistory    *history)
{
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr (GSimpleAction)      action = NULL;
  const char                    *active = atl_session_get_active_partition (session);

  action = g_simple_action_new_stateful ("chosen", G_VARIANT_TYPE_STRING, g_variant_new_string (active));
  g_object_set_data_full (G_OBJECT (action), "session", g_object_ref (session), g_object_unref);
  g_signal_connect_object (action, "change-state", G_CALLBACK (partition_chosen_cb), history, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (action));
  gtk_widget_insert_action_group (GTK_WIDGET (button), "partition", G_ACTION_GROUP (group));
}

static GMenuModel *
make_choices (AtlSession *session)
{
  GMenu         *choices = g_menu_new ();
  g_auto (GStrv) names = atl_partitions_dup_names (session);

  for (guint i = 0; names[i] != NULL; i++)
    {
      const char           *label = atl_partition_get_label (session, names[i]);
      g_autoptr (GMenuItem) item = g_menu_item_new (NULL, NULL);

      g_menu_item_set_attribute (item, "label", "s", label);
      g_menu_item_set_action_and_target (item, "partition.chosen", "s", names[i]);
      g_menu_append_item (choices, item);
    }
  return G_MENU_MODEL (choices);
}

static GMenuModel *
make_more (void)
{
  GMenu *more = g_menu_new ();

  g_menu_append (more, _ ("_Silos…"), "people.silos");
  return G_MENU_MODEL (more);
}

static void
fill_cb (GtkMenuButton *button,
         gpointer       user_data)
{
  AtlSession            *session = user_data;
  g_autoptr (GMenu)      menu = g_menu_new ();
  g_autoptr (GMenuModel) choices = make_choices (session);
  g_autoptr (GMenuModel) more = make_more ();

  g_menu_append_section (menu, _ ("Color and Group by"), choices);
  g_menu_append_section (menu, NULL, more);
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

/**
 * atl_partition_menu_show:
 * @button: a menu button with a label as its child, under an action "people.silos"
 * @session: a session
 * @history: where the choice is a step
 *
 * Says by which partition people are colored and grouped, and lets the user choose another one. To be called
 * again when that or the silos have changed.
 */
void
atl_partition_menu_show (GtkMenuButton *button,
                         AtlSession    *session,
                         AtlHistory    *history)
{
  const char      *active = atl_session_get_active_partition (session);
  g_autofree char *label = NULL;

  /* Translators: %s is how people are cut into silos, as in "By Department" or "By Site" */
  label = g_strdup_printf (_ ("By %s"), atl_partition_get_label (session, active));
  gtk_label_set_text (GTK_LABEL (gtk_menu_button_get_child (button)), label);
  add_action (button, session, history);
  gtk_menu_button_set_menu_model (button, NULL);
  gtk_menu_button_set_create_popup_func (button, fill_cb, g_object_ref (session), g_object_unref);
}
