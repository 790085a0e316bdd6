/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "model/atl-reasons.h"
#include "scene/atl-key-private.h"

/* `linksBetweenAreas`: a note without a link to its left has no reason yet. */

static gboolean
is_asked (AtlScene *scene)
{
  return atl_board_asks_reasons (scene->board);
}

/* A closed stack has a reason if one of its notes has. */
static gboolean
has_reason (AtlNote *note,
            AtlArea *reasons)
{
  g_autoptr (GPtrArray) stack = atl_note_dup_stack (note);

  for (guint i = 0; i < stack->len; i++)
    if (atl_note_has_reason (stack->pdata[i], reasons))
      return TRUE;
  return atl_note_has_reason (note, reasons);
}

static AtlKeyLine *
dup_note_line (AtlScene    *scene,
               AtlBoxState *note)
{
  AtlArea    *reasons = atl_area_find_reasons (ATL_AREA (note->box.area->item));
  AtlKeyLine *line;

  if (reasons == NULL || has_reason (ATL_NOTE (note->box.item), reasons))
    return NULL;
  line = atl_key_line_new (atl_key_say (scene, "key-no-reason", NULL));
  line->warns = TRUE;
  return line;
}

static AtlKeyLine *
dup_area_line (AtlScene     *scene,
               AtlAreaState *area)
{
  AtlArea         *reasons = atl_area_find_reasons (atl_key_get_area (area));
  guint            n = 0;
  g_autofree char *number = NULL;
  AtlKeyLine      *line;

  for (guint i = 0; reasons != NULL && i < area->members->len; i++)
    n += has_reason (ATL_NOTE (((AtlBox *) area->members->pdata[i])->item), reasons) ? 0 : 1;
  if (n == 0)
    return NULL;
  number = g_strdup_printf ("%u", n);
  line = atl_key_line_new (atl_key_say (scene, "key-no-reason-count", "n", number, NULL));
  line->warns = TRUE;
  return line;
}

const AtlKeyFeature atl_key_reasons = { is_asked, dup_note_line, dup_area_line };
