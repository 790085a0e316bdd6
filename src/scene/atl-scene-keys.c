/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-key-private.h"
#include "scene/atl-note-painter.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

/* Every optional key that shows on notes or areas. A board that asks for none costs one comparison. */
static const AtlKeyFeature *const features[] = {
  &atl_key_limit,
  &atl_key_team,
  &atl_key_strength,
  &atl_key_fields,
  &atl_key_rows,
  &atl_key_reasons,
  &atl_key_guides,
  &atl_key_actions,
  &atl_key_measures,
};

/**
 * atl_key_line_new:
 * @text: (transfer full) (nullable): what it says
 *
 * Returns: (transfer full): a line
 */
AtlKeyLine *
atl_key_line_new (char *text)
{
  AtlKeyLine *line = g_new0 (AtlKeyLine, 1);

  line->text = text;
  return line;
}

/**
 * atl_key_line_free:
 * @line: (transfer full): a line
 */
void
atl_key_line_free (AtlKeyLine *line)
{
  g_free (line->text);
  g_free (line->spoken);
  g_free (line);
}

/**
 * atl_key_get_area:
 * @area: an area
 *
 * Returns: (transfer none) (nullable): its item; the area of unplaced notes has none
 */
AtlArea *
atl_key_get_area (AtlAreaState *area)
{
  return (AtlArea *) area->state.box.item;
}

/**
 * atl_key_say:
 * @scene: a scene
 * @key: a word of data/words.json
 * @...: pairs of a placeholder and its value, ended by %NULL
 *
 * Returns: (transfer full): the word, filled in; empty without words
 */
char *
atl_key_say (AtlScene   *scene,
             const char *key,
             ...)
{
  const char *values[13] = { NULL };
  guint       n = 0;
  va_list     args;

  va_start (args, key);
  while (n < G_N_ELEMENTS (values) - 1 && (values[n] = va_arg (args, const char *)) != NULL)
    n++;
  va_end (args);
  values[n] = NULL;
  if (scene->words.say == NULL)
    return g_strdup ("");
  return scene->words.say (key, values, scene->words.say_data);
}

/**
 * atl_key_dup_number:
 * @scene: a scene
 * @value: a number
 *
 * Returns: (transfer full): it with two decimals at most, as the language of the session writes it
 */
char *
atl_key_dup_number (AtlScene *scene,
                    double    value)
{
  g_autofree char *plain = NULL;
  g_autofree char *point = NULL;
  g_auto (GStrv)   parts = NULL;
  char             buffer[G_ASCII_DTOSTR_BUF_SIZE];

  value = round (value * 100) / 100;
  plain = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.15g", value));
  if (strchr (plain, '.') == NULL || scene->words.say == NULL)
    return g_steal_pointer (&plain);
  point = atl_key_say (scene, "decimal-point", NULL);
  parts = g_strsplit (plain, ".", 2);
  return g_strjoinv (point, parts);
}

/**
 * atl_key_dup_field_name:
 * @scene: a scene
 * @field: what a template calls a number on a note
 *
 * Returns: (transfer full): what it is called in the language of the session, as far as that is known
 */
char *
atl_key_dup_field_name (AtlScene   *scene,
                        const char *field)
{
  static const char *const known[] = { "effort", "value", "feasibility", NULL };
  g_autofree char         *key = g_strconcat ("field-", field, NULL);

  if (scene->words.say == NULL || !g_strv_contains (known, field))
    return g_strdup (field);
  return atl_key_say (scene, key, NULL);
}

/**
 * atl_scene_set_say:
 * @self: a scene
 * @say: (nullable): says what optional keys of templates show, in the language of the session
 * @data: what it is called with; outlives the scene
 */
void
atl_scene_set_say (AtlScene     *self,
                   AtlSceneSay   say,
                   gconstpointer data)
{
  g_return_if_fail (ATL_IS_SCENE (self));

  self->words.say = say;
  self->words.say_data = data;
  self->work.structure = TRUE;
  self->work.keys_known = FALSE;
  atl_scene_schedule (self);
}

/**
 * atl_scene_keys_sync:
 * @scene: a scene
 *
 * Finds out which keys the board asks for. Without words there is nothing to show.
 */
void
atl_scene_keys_sync (AtlScene *scene)
{
  guint asked = 0;

  for (guint i = 0; i < G_N_ELEMENTS (features) && scene->words.say != NULL; i++)
    if (features[i]->is_asked (scene))
      asked |= 1u << i;
  if (asked != scene->work.keys)
    scene->work.keys_known = FALSE;
  scene->work.keys = asked;
}

static AtlKeyLine *
dup_line (AtlScene    *scene,
          AtlBoxState *state,
          guint        feature)
{
  if (state->box.kind == ATL_BOX_NOTE)
    return features[feature]->dup_note_line != NULL && !state->box.is_node && state->box.area->item != NULL
             ? features[feature]->dup_note_line (scene, state)
             : NULL;
  return features[feature]->dup_area_line != NULL && state->box.item != NULL
           ? features[feature]->dup_area_line (scene, (AtlAreaState *) state)
           : NULL;
}

/**
 * atl_scene_dup_key_lines:
 * @self: a scene
 * @box: the box of an area or a note
 *
 * Returns: (transfer full) (element-type AtlKeyLine): what the optional keys of its template say about it
 */
GPtrArray *
atl_scene_dup_key_lines (AtlScene *self,
                         AtlBox   *box)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_key_line_free);

  for (guint i = 0; i < G_N_ELEMENTS (features) && self->work.keys >> i != 0; i++)
    if (self->work.keys & (1u << i))
      {
        AtlKeyLine *line = dup_line (self, (AtlBoxState *) box, i);

        if (line != NULL)
          g_ptr_array_add (lines, line);
      }
  return lines;
}

/* All that can be seen of the lines, to tell whether they differ. */
static char *
dup_gist (GPtrArray *lines)
{
  GString *gist = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      AtlKeyLine *line = lines->pdata[i];

      g_string_append_printf (gist, "%s/%u/%u/%d\n", line->text != NULL ? line->text : "", line->filled,
                              line->dots, line->warns);
    }
  return g_string_free (gist, FALSE);
}

static void
set_lines (AtlScene    *scene,
           AtlBoxState *state,
           GPtrArray   *lines)
{
  AtlAreaState *area = state->box.kind == ATL_BOX_AREA ? (AtlAreaState *) state
                                                       : atl_area_state (state->box.area);

  if (state->n_lines != lines->len)
    {
      state->height = -1;
      area->dirty = TRUE;
      if (state == &area->state)
        area->header = -1;
      scene->work.layout = TRUE;
    }
  state->n_lines = lines->len;
  if (state->box.kind == ATL_BOX_NOTE)
    state->box.text_rect = atl_note_painter_get_text_rect (state, state->local.width, state->local.height);
  atl_scene_repaint (scene, state);
}

static void
refresh (AtlScene    *scene,
         AtlBoxState *state)
{
  g_autoptr (GPtrArray) lines = atl_scene_dup_key_lines (scene, &state->box);
  g_autofree char      *gist = lines->len > 0 ? dup_gist (lines) : NULL;

  if (g_strcmp0 (gist, state->gist) == 0)
    return;
  set_lines (scene, state, lines);
  g_free (state->gist);
  state->gist = g_steal_pointer (&gist);
}

/**
 * atl_scene_keys_refresh:
 * @scene: a scene whose boxes are those of the board
 *
 * Has everything painted again of which a key says something else now.
 */
void
atl_scene_keys_refresh (AtlScene *scene)
{
  if (scene->work.keys == 0 && scene->work.keys_known)
    return;
  scene->work.keys_known = TRUE;
  for (guint i = 0; i < scene->kinds[ATL_BOX_AREA]->len; i++)
    {
      AtlAreaState *area = scene->kinds[ATL_BOX_AREA]->pdata[i];

      area->valued = FALSE;
      refresh (scene, &area->state);
      for (guint j = 0; j < area->members->len; j++)
        refresh (scene, area->members->pdata[j]);
    }
}

/**
 * atl_scene_keys_touch:
 * @scene: a scene
 *
 * Fields of a note differ: the lines of it, of its area and, where that gets its first number, of other
 * notes.
 */
void
atl_scene_keys_touch (AtlScene *scene)
{
  if (scene->work.keys != 0)
    scene->work.structure = scene->work.layout = TRUE;
}

static gboolean
is_on (AtlScene            *scene,
       const AtlKeyFeature *feature)
{
  for (guint i = 0; i < G_N_ELEMENTS (features); i++)
    if (features[i] == feature)
      return (scene->work.keys & (1u << i)) != 0;
  return FALSE;
}

/**
 * atl_scene_keys_follow_session:
 * @scene: a scene
 *
 * Returns: whether actions, names of people or silos show on the board
 */
gboolean
atl_scene_keys_follow_session (AtlScene *scene)
{
  return is_on (scene, &atl_key_actions) || is_on (scene, &atl_key_guides);
}

/**
 * atl_scene_keys_have_rows:
 * @scene: a scene
 *
 * Returns: whether some of its areas share rows
 */
gboolean
atl_scene_keys_have_rows (AtlScene *scene)
{
  return is_on (scene, &atl_key_rows);
}
