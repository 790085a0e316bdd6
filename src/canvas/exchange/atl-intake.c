/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/exchange/atl-intake.h"

#include "canvas/atl-commands.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"

#include <glib/gi18n-lib.h>

static char **
dup_texts (GPtrArray *entries)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < entries->len; i++)
    g_strv_builder_add (builder, ((AtlEntry *) entries->pdata[i])->text);
  return g_strv_builder_end (builder);
}

/* Nodes of a map are what it is about: hiding one would hide its links. */
static void
put_stamp (GPtrArray          *notes,
           const AtlNoteStamp *stamp)
{
  for (guint i = 0; i < notes->len; i++)
    {
      if (stamp->author != NULL)
        atl_note_set_author (notes->pdata[i], stamp->author);
      if (stamp->hidden && !atl_note_is_node (notes->pdata[i]))
        atl_note_set_hidden (notes->pdata[i], TRUE);
    }
  if (stamp->number > 0 && notes->len > 0)
    atl_note_set_number (notes->pdata[0], stamp->number);
}

/* Puts the notes of a stack together; returns the notes that stand by themselves. */
static GPtrArray *
stack_up (GPtrArray *notes,
          GPtrArray *entries)
{
  GPtrArray            *leads = g_ptr_array_new ();
  g_autoptr (GPtrArray) under = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    {
      gboolean last = i + 1 == notes->len || !((AtlEntry *) entries->pdata[i + 1])->under;

      g_ptr_array_add (((AtlEntry *) entries->pdata[i])->under && leads->len > 0 ? under : leads,
                       notes->pdata[i]);
      if (!last || under->len == 0)
        continue;
      atl_notes_stack (under, leads->pdata[leads->len - 1]);
      g_ptr_array_set_size (under, 0);
    }
  return leads;
}

/**
 * atl_intake_add:
 * @view: a view of a board
 * @entries: (element-type AtlEntry): what the new notes say
 * @stamp: (nullable): what else they have
 *
 * Adds notes to the current area, stacked as @entries tell, and selects them.
 *
 * Returns: %FALSE if the area takes none
 */
gboolean
atl_intake_add (AtlBoardView       *view,
                GPtrArray          *entries,
                const AtlNoteStamp *stamp)
{
  AtlHistory           *history = atl_board_view_get_history (view);
  AtlSelection         *selection = atl_board_view_get_selection (view);
  guint                 n = entries->len;
  g_auto (GStrv)        texts = dup_texts (entries);
  g_autofree char      *label = g_strdup_printf (ngettext ("Add Note", "Add %u Notes", n), n);
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GPtrArray) leads = NULL;

  if (n == 0 || atl_board_view_get_area (view) == NULL ||
      atl_board_view_refuse (view, atl_board_view_get_area (view)))
    return FALSE;
  atl_history_begin (history, label);
  atl_commands_add_texts (view, (const char *const *) texts);
  notes = g_ptr_array_copy (atl_selection_get_notes (selection), NULL, NULL);
  g_ptr_array_set_free_func (notes, NULL);
  if (stamp != NULL)
    put_stamp (notes, stamp);
  leads = stack_up (notes, entries);
  atl_history_end (history);
  atl_scene_update (atl_board_view_get_scene (view));
  atl_selection_set (selection, leads);
  if (leads->len > 0)
    atl_selection_set_cursor (selection, leads->pdata[0]);
  return TRUE;
}

/**
 * atl_intake_dup_entries:
 * @notes: (element-type AtlNote): notes, each lead before what is stacked under it
 *
 * Returns: (transfer full) (element-type AtlEntry): what they say
 */
GPtrArray *
atl_intake_dup_entries (GPtrArray *notes)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  AtlNote   *lead = NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      gboolean under = lead != NULL && atl_note_find_lead (notes->pdata[i]) == lead;

      g_ptr_array_add (entries, atl_entry_new (atl_note_get_text (notes->pdata[i]), under));
      if (!under)
        lead = notes->pdata[i];
    }
  return entries;
}
