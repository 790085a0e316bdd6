/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-canvas-terms.h"

#include "canvas/atl-canvas-add-actions.h"
#include "canvas/notes/atl-definitions.h"
#include "canvas/notes/atl-term-words.h"
#include "compat/atl-announce.h"
#include "scene/atl-scene-terms.h"

#include <glib/gi18n-lib.h>

static AtlNote *
get_cursor (AtlCanvas *self)
{
  return self->view != NULL ? atl_selection_get_cursor (atl_board_view_get_selection (self->view)) : NULL;
}

static gboolean
has_terms (AtlCanvas *self,
           AtlNote   *note)
{
  AtlBox               *box = atl_board_view_find_box (self->view, note);
  g_autoptr (GPtrArray) terms = NULL;

  if (box == NULL || box->is_node)
    return FALSE;
  terms = atl_scene_dup_terms (atl_board_view_get_scene (self->view), note);
  return terms->len > 0;
}

/* What the words of the note mean, beside it. */
static void
show_definition (AtlCanvas *self,
                 AtlNote   *note)
{
  AtlBox               *box = atl_board_view_find_box (self->view, note);
  g_autoptr (GPtrArray) terms = NULL;
  g_autofree char      *spoken = NULL;

  if (box == NULL || !has_terms (self, note))
    {
      atl_canvas_toast (self, _ ("No word of the glossary on this note"), FALSE);
      return;
    }
  terms = atl_scene_dup_terms (atl_board_view_get_scene (self->view), note);
  spoken = atl_note_dup_definitions (self->view, note);
  atl_canvas_reveal (self, ATL_ITEM (note));
  atl_canvas_open_popover (self, atl_definitions_new (terms),
                           atl_camera_rect_to_screen (self->camera, box->rect), TRUE);
  atl_announce (GTK_WIDGET (self), spoken);
}

static void
add_term (AtlCanvas *self)
{
  g_autofree char *word = atl_canvas_dup_selected_text (self);

  if (word != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.add-term", "s", word);
}

static void
show_definition_at_cursor (AtlCanvas *self)
{
  if (get_cursor (self) != NULL)
    show_definition (self, get_cursor (self));
}

static const AtlCanvasAction actions[] = {
  { "canvas.show-definition", show_definition_at_cursor },
  { "canvas.add-term", add_term },
};

/**
 * atl_canvas_install_term_actions:
 * @klass: the class of AtlCanvas
 *
 * Installs what can be done with the words of the glossary.
 */
void
atl_canvas_install_term_actions (GtkWidgetClass *klass)
{
  atl_canvas_add_actions (klass, actions, G_N_ELEMENTS (actions));
}

/**
 * atl_canvas_update_term_actions:
 * @self: a canvas
 *
 * Enables what makes sense for the selection.
 */
void
atl_canvas_update_term_actions (AtlCanvas *self)
{
  g_autofree char *word = atl_canvas_dup_selected_text (self);

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.show-definition", get_cursor (self) != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "canvas.add-term", word != NULL);
}

/**
 * atl_canvas_append_term_section:
 * @self: a canvas with a board, notes are selected
 * @menu: their menu
 *
 * Adds what can be done with the words of the glossary on the note that has the cursor, if there are any.
 */
void
atl_canvas_append_term_section (AtlCanvas *self,
                                GMenu     *menu)
{
  g_autoptr (GMenu) section = g_menu_new ();

  if (get_cursor (self) == NULL || !has_terms (self, get_cursor (self)))
    return;
  g_menu_append (section, _ ("Show De_finition"), "canvas.show-definition");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

/**
 * atl_canvas_show_term_tooltip:
 * @self: a canvas with a board
 * @point: where the pointer is, in board units
 * @tooltip: what to fill
 *
 * Explains the word of the glossary under the pointer.
 *
 * Returns: whether there is one
 */
gboolean
atl_canvas_show_term_tooltip (AtlCanvas  *self,
                              AtlPoint    point,
                              GtkTooltip *tooltip)
{
  AtlBox          *box = atl_board_view_hit (self->view, point);
  AtlTerm         *term = NULL;
  g_autofree char *meaning = NULL;
  g_autofree char *text = NULL;

  if (box == NULL || box->kind != ATL_BOX_NOTE || atl_canvas_get_editing (self))
    return FALSE;
  term = atl_scene_find_term (atl_board_view_get_scene (self->view), box, point);
  if (term == NULL)
    return FALSE;
  meaning = atl_term_dup_meaning (term);
  text = g_strdup_printf ("%s\n%s", atl_term_get_term (term), meaning);
  gtk_tooltip_set_text (tooltip, text);
  return TRUE;
}

/**
 * atl_canvas_dup_selected_text:
 * @self: a canvas
 *
 * Returns: (transfer full) (nullable): the words that are selected in the note being edited, on one line;
 *   %NULL if none are
 */
char *
atl_canvas_dup_selected_text (AtlCanvas *self)
{
  g_return_val_if_fail (ATL_IS_CANVAS (self), NULL);

  if (!atl_canvas_get_editing (self))
    return NULL;
  return atl_note_editor_dup_selected (ATL_NOTE_EDITOR (self->editor));
}
