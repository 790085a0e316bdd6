/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/exchange/atl-canvas-exchange.h"

#include "canvas/atl-canvas-add-actions.h"
#include "canvas/atl-commands.h"
#include "model/atl-edits.h"
#include "model/atl-hidden.h"
#include "model/atl-maps.h"
#include "scene/atl-scene-hidden.h"

#include <glib/gi18n-lib.h>

static void
tell_released (AtlCanvas *self,
               guint      n)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u note released", "%u notes released", n), n);

  atl_canvas_toast (self, n > 0 ? text : _ ("No note is hidden here"), n > 0);
}

/* The selected notes; nodes of a map are what it is about, with their links. */
static GPtrArray *
dup_notes (AtlCanvas *self)
{
  GPtrArray *notes = atl_commands_dup_targets (self->view);

  for (guint i = notes->len; i > 0; i--)
    if (atl_note_is_node (notes->pdata[i - 1]))
      g_ptr_array_remove_index (notes, i - 1);
  return notes;
}

static char *
dup_label (guint n)
{
  return g_strdup_printf (ngettext ("Release %u Note", "Release %u Notes", n), n);
}

static void
release_selected (AtlCanvas *self)
{
  g_autoptr (GPtrArray) notes = dup_notes (self);
  gboolean              refused = notes->len > 0 && atl_board_view_refuse_notes (self->view, notes);
  guint                 n = atl_notes_count_hidden (notes);
  g_autofree char      *label = dup_label (n);

  if (refused)
    return;
  atl_history_begin (atl_board_view_get_history (self->view), label);
  atl_notes_set_hidden (notes, FALSE);
  atl_history_end (atl_board_view_get_history (self->view));
  tell_released (self, n);
}

static void
hide_selected (AtlCanvas *self)
{
  g_autoptr (GPtrArray) notes = dup_notes (self);
  gboolean              refused = atl_board_view_refuse_notes (self->view, notes);
  guint                 n = notes->len - atl_notes_count_hidden (notes);
  g_autofree char      *label = g_strdup_printf (ngettext ("Hide %u Note", "Hide %u Notes", n), n);
  g_autofree char      *text = g_strdup_printf (ngettext ("%u note hidden", "%u notes hidden", n), n);

  if (refused)
    return;
  atl_history_begin (atl_board_view_get_history (self->view), label);
  atl_notes_set_hidden (notes, TRUE);
  atl_history_end (atl_board_view_get_history (self->view));
  if (n > 0)
    atl_canvas_toast (self, text, TRUE);
}

static void
release_all (AtlCanvas *self,
             AtlArea   *area)
{
  AtlBoard             *board = atl_board_view_get_board (self->view);
  g_autoptr (GPtrArray) notes = atl_board_dup_hidden (board, area);
  gboolean              refused = notes->len > 0 && atl_board_view_refuse_notes (self->view, notes);
  g_autofree char      *label = dup_label (notes->len);
  guint                 n;

  if (refused)
    return;
  atl_history_begin (atl_board_view_get_history (self->view), area != NULL ? _ ("Release Notes") : label);
  n = atl_notes_set_hidden (notes, FALSE);
  atl_history_end (atl_board_view_get_history (self->view));
  tell_released (self, n);
}

/* R is for the link that is selected, else for notes. */
static void
release (AtlCanvas *self)
{
  if (atl_board_view_get_link (self->view) != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "canvas.reverse-link", NULL);
  else if (atl_selection_get_size (atl_board_view_get_selection (self->view)) > 0 ||
           atl_selection_get_cursor (atl_board_view_get_selection (self->view)) != NULL)
    release_selected (self);
}

static void
release_area (AtlCanvas *self)
{
  release_all (self, atl_board_view_get_area (self->view));
}

static void
release_board (AtlCanvas *self)
{
  release_all (self, NULL);
}

/**
 * atl_canvas_set_hidden_shown:
 * @self: a canvas
 * @shown: whether what hidden notes say can be read, until another board is shown
 *
 * The window may stand on the wall, too: at first hidden notes are closed cards.
 */
void
atl_canvas_set_hidden_shown (AtlCanvas *self,
                             gboolean   shown)
{
  g_return_if_fail (ATL_IS_CANVAS (self));

  if (self->view != NULL)
    atl_scene_set_hidden_shown (atl_board_view_get_scene (self->view), shown);
}

static const AtlCanvasAction actions[] = {
  { "canvas.hide", hide_selected },
  { "canvas.release", release },
  { "canvas.release-area", release_area },
  { "canvas.release-all", release_board },
};

/**
 * atl_canvas_install_hidden:
 * @klass: the class of AtlCanvas
 *
 * Installs canvas.hide, canvas.release, canvas.release-area and canvas.release-all.
 */
void
atl_canvas_install_hidden (GtkWidgetClass *klass)
{
  atl_canvas_add_actions (klass, actions, G_N_ELEMENTS (actions));
}

/**
 * atl_canvas_append_hidden:
 * @self: a canvas whose selected notes a menu is about
 * @menu: where to add what can be done about who sees them
 */
void
atl_canvas_append_hidden (AtlCanvas *self,
                          GMenu     *menu)
{
  g_autoptr (GPtrArray) notes = dup_notes (self);
  guint                 n = atl_notes_count_hidden (notes);

  if (n > 0)
    {
      g_menu_append (menu, _ ("_Release"), "canvas.release");
      g_menu_append (menu, _ ("_Show Hidden Notes Here"), "win.show-hidden");
    }
  if (n < notes->len)
    g_menu_append (menu, _ ("_Hide Until Released"), "canvas.hide");
}
