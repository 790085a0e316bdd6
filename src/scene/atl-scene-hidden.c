/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-scene-hidden.h"

#include "scene/atl-scene-private.h"

static void
repaint_hidden (AtlScene *self)
{
  GPtrArray *notes = atl_scene_get_boxes (self, ATL_BOX_NOTE);
  GPtrArray *frames = atl_scene_get_boxes (self, ATL_BOX_STACK);

  for (guint i = 0; i < notes->len; i++)
    if (atl_note_get_hidden (ATL_NOTE (((AtlBox *) notes->pdata[i])->item)))
      atl_scene_repaint (self, notes->pdata[i]);
  for (guint i = 0; i < frames->len; i++)
    if (atl_note_get_hidden (ATL_NOTE (((AtlBox *) frames->pdata[i])->item)))
      atl_scene_repaint (self, frames->pdata[i]);
  atl_scene_schedule (self);
}

/**
 * atl_scene_set_hidden_label:
 * @self: a scene
 * @label: what stands on the card of a hidden note, already translated; "" for nothing
 */
void
atl_scene_set_hidden_label (AtlScene   *self,
                            const char *label)
{
  g_return_if_fail (ATL_IS_SCENE (self) && label != NULL);

  if (g_str_equal (self->words.hidden_label, label))
    return;
  g_free (self->words.hidden_label);
  self->words.hidden_label = g_strdup (label);
  repaint_hidden (self);
}

/**
 * atl_scene_set_hidden_shown:
 * @self: a scene
 * @shown: whether what hidden notes say can be read; at first it can not
 *
 * Nothing moves, and the notes stay hidden: it is about this view of the board only.
 */
void
atl_scene_set_hidden_shown (AtlScene *self,
                            gboolean  shown)
{
  g_return_if_fail (ATL_IS_SCENE (self));

  if (self->words.hidden_shown == shown)
    return;
  self->words.hidden_shown = shown;
  repaint_hidden (self);
}

/**
 * atl_scene_get_hidden_shown:
 * @self: a scene
 *
 * Returns: whether what hidden notes say can be read
 */
gboolean
atl_scene_get_hidden_shown (AtlScene *self)
{
  g_return_val_if_fail (ATL_IS_SCENE (self), FALSE);
  return self->words.hidden_shown;
}

/**
 * atl_scene_is_closed:
 * @self: a scene
 * @note: a note
 *
 * Returns: whether nothing of what @note says is shown
 */
gboolean
atl_scene_is_closed (AtlScene *self,
                     AtlNote  *note)
{
  g_return_val_if_fail (ATL_IS_SCENE (self), FALSE);
  return atl_note_get_hidden (note) && !self->words.hidden_shown;
}
