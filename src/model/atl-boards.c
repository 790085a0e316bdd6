/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-boards.h"

#include "model/atl-edits.h"
#include "model/atl-guides.h"
#include "model/atl-link.h"
#include "model/atl-locks.h"
#include "model/atl-scale.h"
#include "model/atl-step.h"

#define BOARD "board" /* member of a scale's options: the board that asks */

/* A board on its way to becoming two. */
typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlBoard   *copy;
  GHashTable *ids; /* of areas and notes: the old one to the new one */
} Copying;

static const char *
id_of (gpointer item)
{
  return atl_item_get_id (ATL_ITEM (item));
}

/* What refers to something that was copied refers to the copy. */
static const char *
translate (Copying    *self,
           const char *id)
{
  const char *copy = id != NULL ? g_hash_table_lookup (self->ids, id) : NULL;

  return copy != NULL ? copy : id;
}

static AtlItem *
copy_item (Copying *self,
           gpointer item)
{
  AtlItem *copy = atl_item_copy (ATL_ITEM (item));

  /* What a merge could not decide is about the original. */
  atl_item_set_alternatives (copy, NULL);
  g_hash_table_insert (self->ids, g_strdup (id_of (item)), g_strdup (id_of (copy)));
  return copy;
}

static GPtrArray *
copy_list (Copying *self,
           AtlList *list)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (list); i++)
    g_ptr_array_add (copies, copy_item (self, atl_list_get (list, i)));
  return copies;
}

/* Fields that name another note, as the row that a note belongs to. */
static void
translate_fields (Copying *self,
                  AtlNote *note)
{
  GVariant            *fields = atl_note_get_fields (note);
  GVariantDict         dict = { 0 };
  GVariantIter         iter;
  const char          *name = NULL;
  GVariant            *value = NULL;
  g_autoptr (GVariant) translated = NULL;

  if (fields == NULL || !g_variant_is_of_type (fields, G_VARIANT_TYPE_VARDICT))
    return;
  g_variant_dict_init (&dict, fields);
  g_variant_iter_init (&iter, fields);
  while (g_variant_iter_loop (&iter, "{&sv}", &name, &value))
    if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
      g_variant_dict_insert (&dict, name, "s", translate (self, g_variant_get_string (value, NULL)));
  translated = g_variant_ref_sink (g_variant_dict_end (&dict));
  atl_note_set_fields (note, translated);
}

static void
copy_notes (Copying *self)
{
  g_autoptr (GPtrArray) notes = copy_list (self, atl_board_get_notes (self->board));

  for (guint i = 0; i < notes->len; i++)
    {
      atl_note_set_area (notes->pdata[i], translate (self, atl_note_get_area (notes->pdata[i])));
      atl_note_set_stack (notes->pdata[i], translate (self, atl_note_get_stack (notes->pdata[i])));
      atl_note_set_number (notes->pdata[i], 0); /* a printed card is one note */
      translate_fields (self, notes->pdata[i]);
    }
  atl_list_insert_many (atl_board_get_notes (self->copy), notes);
}

static void
copy_links (Copying *self)
{
  g_autoptr (GPtrArray) links = copy_list (self, atl_board_get_links (self->board));

  for (guint i = 0; i < links->len; i++)
    {
      atl_link_set_from (links->pdata[i], translate (self, atl_link_get_from (links->pdata[i])));
      atl_link_set_to (links->pdata[i], translate (self, atl_link_get_to (links->pdata[i])));
    }
  atl_list_insert_many (atl_board_get_links (self->copy), links);
}

static void
copy_steps (Copying *self)
{
  AtlList              *steps = atl_session_get_steps (self->session);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    if (g_str_equal (atl_step_get_board (atl_list_get (steps, i)), id_of (self->board)))
      {
        AtlStep *copy = ATL_STEP (copy_item (self, atl_list_get (steps, i)));

        atl_step_set_board (copy, id_of (self->copy));
        atl_step_set_spent (copy, 0);
        g_ptr_array_add (copies, copy);
      }
  atl_list_rank_at_end (steps, copies);
  atl_list_insert_many (steps, copies);
}

static gboolean
is_asked_by (AtlScale *scale,
             AtlBoard *board)
{
  GVariant   *options = atl_scale_get_options (scale);
  const char *id = NULL;

  return options != NULL && g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT) &&
         g_variant_lookup (options, BOARD, "&s", &id) && g_str_equal (id, id_of (board));
}

static void
ask_for (AtlScale *scale,
         AtlBoard *board)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (atl_scale_get_options (scale));
  g_autoptr (GVariant)  options = NULL;

  g_variant_dict_insert (&dict, BOARD, "s", id_of (board));
  options = g_variant_ref_sink (g_variant_dict_end (&dict));
  atl_scale_set_options (scale, options);
  atl_scale_set_answers (scale, NULL);
}

static void
copy_scales (Copying *self)
{
  AtlList              *scales = atl_session_get_scales (self->session);
  g_autoptr (GPtrArray) copies = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (scales); i++)
    if (is_asked_by (atl_list_get (scales, i), self->board))
      {
        AtlScale *copy = ATL_SCALE (copy_item (self, atl_list_get (scales, i)));

        ask_for (copy, self->copy);
        g_ptr_array_add (copies, copy);
      }
  atl_list_rank_at_end (scales, copies);
  atl_list_insert_many (scales, copies);
}

/* Scores are what the room said, as notes are. */
static void
copy_areas (Copying     *self,
            AtlBoardCopy what)
{
  g_autoptr (GPtrArray) areas = copy_list (self, atl_board_get_areas (self->board));

  for (guint i = 0; i < areas->len && (what & ATL_BOARD_COPY_NOTES) == 0; i++)
    atl_area_clear_scores (areas->pdata[i]);
  atl_list_insert_many (atl_board_get_areas (self->copy), areas);
}

/**
 * atl_board_duplicate:
 * @board: a board of a session
 * @title: of the copy
 * @what: what comes along
 *
 * Adds a board with the same areas behind the others, and its private questions without the answers. Steps go
 * to the end of the agenda. What is copied refers to what was copied with it.
 *
 * Returns: (transfer none): the copy
 */
AtlBoard *
atl_board_duplicate (AtlBoard    *board,
                     const char  *title,
                     AtlBoardCopy what)
{
  AtlSession            *session = atl_item_get_session (ATL_ITEM (board));
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Copying                self = { session, board, NULL, ids };
  g_autoptr (AtlItem)    copy = copy_item (&self, board);
  g_autofree char       *rank = atl_list_dup_end_rank (atl_session_get_boards (session));

  self.copy = ATL_BOARD (copy);
  atl_board_set_title (self.copy, title);
  atl_board_set_rank (self.copy, rank);
  copy_areas (&self, what);
  if (what & ATL_BOARD_COPY_NOTES)
    copy_notes (&self);
  if (what & ATL_BOARD_COPY_NOTES)
    copy_links (&self);
  atl_list_insert (atl_session_get_boards (session), copy);
  if (what & ATL_BOARD_COPY_STEPS)
    copy_steps (&self);
  copy_scales (&self);
  return self.copy;
}

static GPtrArray *
dup_free_notes (AtlBoard *board)
{
  AtlList   *notes = atl_board_get_notes (board);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    g_ptr_array_add (found, atl_list_get (notes, i));
  atl_notes_drop_locked (found);
  return found;
}

static gboolean
has_free_scores (AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (!atl_area_get_locked (atl_list_get (areas, i)) && atl_area_has_scores (atl_list_get (areas, i)))
      return TRUE;
  return FALSE;
}

/**
 * atl_board_is_empty:
 * @board: a board
 *
 * Returns: whether there is nothing on it that atl_board_reset() would take away
 */
gboolean
atl_board_is_empty (AtlBoard *board)
{
  AtlSession           *session = atl_item_get_session (ATL_ITEM (board));
  AtlList              *scales = session != NULL ? atl_session_get_scales (session) : NULL;
  g_autoptr (GPtrArray) notes = dup_free_notes (board);

  for (guint i = 0; scales != NULL && i < atl_list_get_length (scales); i++)
    {
      AtlScale *scale = atl_list_get (scales, i);

      if (is_asked_by (scale, board) && atl_scale_get_answers (scale) != NULL)
        return FALSE;
    }
  return notes->len == 0 && !has_free_scores (board);
}

/**
 * atl_board_reset:
 * @board: a board of a session
 *
 * Takes everything off a board that was put on it: its notes with their links and votes, the scores of its
 * matrices, and the answers to its private questions. Areas, titles and steps stay, and so does what stands
 * in locked areas.
 */
void
atl_board_reset (AtlBoard *board)
{
  AtlList              *areas = atl_board_get_areas (board);
  AtlList              *scales = atl_session_get_scales (atl_item_get_session (ATL_ITEM (board)));
  g_autoptr (GPtrArray) gone = dup_free_notes (board);

  atl_notes_delete (gone);
  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (!atl_area_get_locked (atl_list_get (areas, i)))
      atl_area_clear_scores (atl_list_get (areas, i));
  for (guint i = 0; i < atl_list_get_length (scales); i++)
    if (is_asked_by (atl_list_get (scales, i), board))
      atl_scale_set_answers (atl_list_get (scales, i), NULL);
}
