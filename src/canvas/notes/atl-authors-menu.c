/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-authors-menu.h"

#include <glib/gi18n-lib.h>

static void
append_choice (GMenu      *menu,
               const char *label,
               const char *nick)
{
  GMenuItem *item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.authors", "s", nick);
  g_menu_append_item (menu, item);
  g_object_unref (item);
}

/**
 * atl_authors_menu_append:
 * @menu: a menu of a board or an area
 *
 * Adds the choice of how the board shows who wrote a note: by name, by silo, or not at all.
 */
void
atl_authors_menu_append (GMenu *menu)
{
  GMenu *choices = g_menu_new ();

  append_choice (choices, _ ("By _Name"), "name");
  append_choice (choices, _ ("By _Silo"), "silo");
  append_choice (choices, _ ("Not at _All"), "none");
  g_menu_append_submenu (menu, _ ("Show Au_thors"), G_MENU_MODEL (choices));
  g_object_unref (choices);
}
