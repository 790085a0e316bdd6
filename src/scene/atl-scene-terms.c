/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-scene-terms.h"

#include "scene/atl-term-marks.h"

/**
 * atl_scene_set_terms_marked:
 * @self: a scene
 * @marked: whether the words of the glossary are marked on notes; not at first
 */
void
atl_scene_set_terms_marked (AtlScene *self,
                            gboolean  marked)
{
  GPtrArray *notes;

  g_return_if_fail (ATL_IS_SCENE (self));

  if (self->words.marked == marked)
    return;
  self->words.marked = marked;
  notes = atl_scene_get_boxes (self, ATL_BOX_NOTE);
  for (guint i = 0; i < notes->len; i++)
    atl_scene_repaint (self, notes->pdata[i]);
  atl_scene_schedule (self);
}

static gboolean
has_terms (AtlScene *self)
{
  return self->session != NULL && atl_list_get_length (atl_session_get_terms (self->session)) > 0;
}

static void
add_terms (AtlScene   *self,
           const char *text,
           GPtrArray  *terms)
{
  g_autoptr (GArray) matches = atl_word_finder_dup_matches (atl_term_marks_get_finder (self), text);

  for (guint i = 0; i < matches->len; i++)
    {
      gpointer term = g_array_index (matches, AtlWordMatch, i).data;

      if (!g_ptr_array_find (terms, term, NULL))
        g_ptr_array_add (terms, g_object_ref (term));
    }
}

/**
 * atl_scene_dup_terms:
 * @self: a scene
 * @note: a note of its board
 *
 * Returns: (transfer full) (element-type AtlTerm): the words of the glossary in its text, in the order of the
 *   text, each once
 */
GPtrArray *
atl_scene_dup_terms (AtlScene *self,
                     AtlNote  *note)
{
  GPtrArray       *terms = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *text = NULL;

  g_return_val_if_fail (ATL_IS_SCENE (self) && ATL_IS_NOTE (note), terms);

  if (!has_terms (self))
    return terms;
  text = g_utf8_substring (atl_note_get_text (note), 0,
                           MIN (g_utf8_strlen (atl_note_get_text (note), -1), ATL_TEXT_MAX_CHARS));
  add_terms (self, atl_note_get_stack_title (note), terms);
  add_terms (self, text, terms);
  return terms;
}

static const AtlDisplayOp *
find_text (AtlDisplayList *list)
{
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind == ATL_OP_TEXT && op->role == ATL_TEXT_BODY)
        return op;
    }
  return NULL;
}

/* The byte of the text that is at @point, relative to the note. */
static gboolean
find_byte (const AtlDisplayOp *text,
           AtlPoint            point,
           int                *byte)
{
  double x = (point.x - text->origin.x) / text->scale;
  double y = (point.y - text->origin.y) / text->scale;

  return pango_layout_xy_to_index (text->layout, (int) (x * PANGO_SCALE), (int) (y * PANGO_SCALE), byte,
                                   NULL);
}

/**
 * atl_scene_find_term:
 * @self: a scene
 * @note: the box of a note
 * @point: in board units
 *
 * Returns: (transfer none) (nullable): the word of the glossary that is written there, valid until the
 *   glossary changes
 */
AtlTerm *
atl_scene_find_term (AtlScene *self,
                     AtlBox   *note,
                     AtlPoint  point)
{
  const AtlDisplayOp *text;
  g_autoptr (GArray)  matches = NULL;
  int                 byte = 0;

  g_return_val_if_fail (ATL_IS_SCENE (self) && note->kind == ATL_BOX_NOTE, NULL);

  if (note->is_node || !has_terms (self))
    return NULL;
  text = find_text (atl_scene_get_display_list (self, note, ATL_DETAIL_FULL));
  point = (AtlPoint){ point.x - note->rect.x, point.y - note->rect.y };
  if (text == NULL || !find_byte (text, point, &byte))
    return NULL;
  matches = atl_word_finder_dup_matches (atl_term_marks_get_finder (self),
                                         pango_layout_get_text (text->layout));
  for (guint i = 0; i < matches->len; i++)
    {
      AtlWordMatch *match = &g_array_index (matches, AtlWordMatch, i);

      if ((int) match->start <= byte && byte < (int) match->end)
        return match->data;
    }
  return NULL;
}
