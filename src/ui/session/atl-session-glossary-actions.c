/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-glossary-actions.h"

#include "canvas/atl-canvas.h"
#include "model/atl-term.h"
#include "model/atl-vocabulary.h"
#include "ui/glossary/atl-glossary-panel.h"

/* What leads from the board to the words of the glossary. */

static AtlGlossaryPanel *
show_glossary (AtlSessionPage *self)
{
  GAction *action = g_action_map_lookup_action (self->actions, "show-glossary");

  if (self->document == NULL)
    return NULL;
  g_action_change_state (action, g_variant_new_boolean (TRUE));
  return ATL_GLOSSARY_PANEL (atl_session_page_find_panel (self, ATL_PANEL_GLOSSARY));
}

static void
add_word (AtlSessionPage *self,
          const char     *word)
{
  AtlGlossaryPanel *panel = show_glossary (self);

  if (panel != NULL)
    atl_glossary_panel_add (panel, word);
}

static void
add_term (GSimpleAction  *action,
          GVariant       *parameter,
          AtlSessionPage *self)
{
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  add_word (self, g_variant_get_string (parameter, NULL));
}

static void
open_term (GSimpleAction  *action,
           GVariant       *parameter,
           AtlSessionPage *self)
{
  AtlGlossaryPanel *panel = show_glossary (self);
  AtlTerm          *term = NULL;

  if (panel == NULL)
    return;
  term = atl_list_find (atl_session_get_terms (atl_document_get_session (self->document)),
                        g_variant_get_string (parameter, NULL));
  if (term != NULL)
    atl_glossary_panel_open (panel, term);
}

static void
take_terms (GSimpleAction  *action,
            GVariant       *parameter,
            AtlSessionPage *self)
{
  AtlGlossaryPanel *panel = self->board != NULL ? show_glossary (self) : NULL;

  if (panel != NULL)
    atl_glossary_panel_take_board (panel, self->board);
}

static const GActionEntry entries[] = {
  { "add-term", (gpointer) add_term, "s" },
  { "open-term", (gpointer) open_term, "s" },
  { "take-terms", (gpointer) take_terms },
};

/**
 * atl_session_page_add_glossary_actions:
 * @self: a page
 * @map: the actions of its window
 *
 * Adds what can be done with words from the board.
 */
void
atl_session_page_add_glossary_actions (AtlSessionPage *self,
                                       GActionMap     *map)
{
  g_action_map_add_action_entries (map, entries, G_N_ELEMENTS (entries), self);
}

/**
 * atl_session_page_update_glossary_actions:
 * @self: a page with actions
 *
 * Enables those that make sense for the open board.
 */
void
atl_session_page_update_glossary_actions (AtlSessionPage *self)
{
  GAction *take = g_action_map_lookup_action (self->actions, "take-terms");
  GAction *add = g_action_map_lookup_action (self->actions, "add-term");
  gboolean writable = self->document != NULL && !atl_document_get_read_only (self->document);

  if (take == NULL || add == NULL)
    return;
  g_simple_action_set_enabled (G_SIMPLE_ACTION (add), writable);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (take),
                               writable && self->board != NULL && atl_vocabulary_is (self->board));
}

/**
 * atl_session_page_take_selected_words:
 * @self: a page
 *
 * The key of the glossary takes the words that are selected in a note along.
 *
 * Returns: whether there are some
 */
gboolean
atl_session_page_take_selected_words (AtlSessionPage *self)
{
  g_autofree char *word = atl_canvas_dup_selected_text (ATL_CANVAS (self->canvas));

  if (word == NULL || self->document == NULL || atl_document_get_read_only (self->document))
    return FALSE;
  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  add_word (self, word);
  return TRUE;
}
