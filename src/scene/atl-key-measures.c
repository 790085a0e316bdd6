/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-note-values.h"
#include "scene/atl-key-private.h"

/* `dropMeasures`: what the place of a note between axes reads, on the note. */

static gboolean
is_asked (AtlScene *scene)
{
  AtlList *areas = atl_board_get_areas (scene->board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlArea         *area = atl_list_get (areas, i);
      g_autofree char *x = NULL, *y = NULL;

      if (atl_area_get_layout (area) == ATL_LAYOUT_AXES && atl_area_get_measures (area, &x, &y))
        return TRUE;
    }
  return FALSE;
}

/* One that waits says so only where it is spoken: it stands under a label that does. */
static AtlKeyLine *
dup_note_line (AtlScene    *scene,
               AtlBoxState *note)
{
  int              x, y;
  g_autofree char *text = NULL;
  AtlKeyLine      *line;

  if (!atl_note_get_measures (ATL_NOTE (note->box.item), &x, &y))
    return NULL;
  text = atl_scene_dup_note_measures (scene, &note->box);
  if (text == NULL)
    return NULL;
  line = atl_key_line_new (g_steal_pointer (&text));
  line->spoken = g_strdup (""); /* said with those that wait */
  return line;
}

const AtlKeyFeature atl_key_measures = { is_asked, dup_note_line, NULL };
