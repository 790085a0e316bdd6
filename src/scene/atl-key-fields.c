/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-value-sums.h"
#include "model/atl-note-values.h"
#include "scene/atl-key-private.h"

/* `noteFields`: numbers entered on a note, and their sums. Like strengths, they show in areas that have
 * some. */

#define UNKNOWN "–"

static gboolean
is_asked (AtlScene *scene)
{
  g_auto (GStrv) fields = atl_board_dup_names (scene->board, "noteFields");

  return fields[0] != NULL;
}

static void
add_part (AtlScene   *scene,
          GString    *line,
          const char *field,
          const char *value)
{
  g_autofree char *name = atl_key_dup_field_name (scene, field);

  g_string_append_printf (line, "%s%s %s", line->len > 0 ? " · " : "", name, value);
}

static gboolean
has_any (AtlArea *area,
         GStrv    fields)
{
  for (guint i = 0; fields[i] != NULL; i++)
    if (atl_area_has_value (area, fields[i]))
      return TRUE;
  return FALSE;
}

static AtlKeyLine *
dup_note_line (AtlScene    *scene,
               AtlBoxState *note)
{
  g_auto (GStrv)      fields = atl_board_dup_names (scene->board, "noteFields");
  g_autoptr (GString) line = g_string_new (NULL);

  if (!atl_area_state (note->box.area)->valued)
    return NULL;
  for (guint i = 0; fields[i] != NULL; i++)
    {
      double           value;
      gboolean         known = atl_note_get_value (ATL_NOTE (note->box.item), fields[i], &value);
      g_autofree char *number = known ? atl_key_dup_number (scene, value) : g_strdup (UNKNOWN);

      add_part (scene, line, fields[i], number);
    }
  return atl_key_line_new (g_strdup (line->str));
}

static AtlKeyLine *
dup_area_line (AtlScene     *scene,
               AtlAreaState *area)
{
  g_auto (GStrv)      fields = atl_board_dup_names (scene->board, "noteFields");
  g_autoptr (GString) line = g_string_new (NULL);

  if (!has_any (atl_key_get_area (area), fields))
    return NULL;
  area->valued = TRUE;
  for (guint i = 0; fields[i] != NULL; i++)
    {
      double           sum = atl_area_sum_values (atl_key_get_area (area), fields[i], NULL);
      g_autofree char *number = atl_key_dup_number (scene, sum);

      add_part (scene, line, fields[i], number);
    }
  return atl_key_line_new (atl_key_say (scene, "key-sum", "parts", line->str, NULL));
}

const AtlKeyFeature atl_key_fields = { is_asked, dup_note_line, dup_area_line };
