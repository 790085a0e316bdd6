/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "model/atl-rows.h"
#include "scene/atl-key-private.h"

/* `rowLinkedAreas`: one answers for each row. Rows with nobody, or with several, are marked,
 * and notes beside all rows. */

static gboolean
is_asked (AtlScene *scene)
{
  g_autoptr (GPtrArray) areas = atl_board_dup_row_areas (scene->board);

  return areas->len > 0;
}

/* Of a note that shares the areas of the rows and is in none. */
static AtlKeyLine *
dup_lost_line (AtlScene  *scene,
               AtlNote   *note,
               GPtrArray *areas)
{
  AtlKeyLine *line;

  if (!g_ptr_array_find (areas, atl_note_find_area (note), NULL) || atl_note_find_row (note, areas) != NULL)
    return NULL;
  line = atl_key_line_new (atl_key_say (scene, "key-rows-rest", NULL));
  line->warns = TRUE;
  return line;
}

static AtlKeyLine *
dup_note_line (AtlScene    *scene,
               AtlBoxState *note)
{
  g_autoptr (GPtrArray) areas = atl_board_dup_row_areas (scene->board);
  AtlArea              *answering = atl_rows_find_answering (areas);
  AtlKeyLine           *line;
  guint                 n;
  g_autofree char      *number = NULL;

  if ((AtlArea *) note->box.area->item != areas->pdata[0])
    return dup_lost_line (scene, ATL_NOTE (note->box.item), areas);
  if (answering == NULL)
    return NULL;
  n = atl_row_count (ATL_NOTE (note->box.item), answering, areas);
  if (n == 1)
    return NULL;
  number = g_strdup_printf ("%u", n);
  line = atl_key_line_new (
    atl_key_say (scene, n == 0 ? "key-row-nobody" : "key-row-several", "n", number, NULL));
  line->warns = TRUE;
  return line;
}

static guint
count_wrong (AtlScene     *scene,
             AtlAreaState *area,
             GPtrArray    *areas)
{
  AtlArea *answering = atl_rows_find_answering (areas);
  guint    n = 0;

  for (guint i = 0; answering != NULL && i < area->members->len; i++)
    {
      AtlBox *box = area->members->pdata[i];

      n += atl_row_count (ATL_NOTE (box->item), answering, areas) != 1 ? 1 : 0;
    }
  return n;
}

static AtlKeyLine *
dup_area_line (AtlScene     *scene,
               AtlAreaState *area)
{
  g_autoptr (GPtrArray) areas = atl_board_dup_row_areas (scene->board);
  g_autofree char      *number = NULL;
  AtlKeyLine           *line;
  guint                 n;

  if (areas->len == 0 || atl_key_get_area (area) != areas->pdata[0] || area->members->len == 0)
    return NULL;
  n = count_wrong (scene, area, areas);
  number = g_strdup_printf ("%u", n);
  line =
    atl_key_line_new (atl_key_say (scene, n == 0 ? "key-rows-fine" : "key-rows-wrong", "n", number, NULL));
  line->warns = n > 0;
  return line;
}

const AtlKeyFeature atl_key_rows = { is_asked, dup_note_line, dup_area_line };
