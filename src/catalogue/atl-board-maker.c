/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-board-maker.h"

#include "catalogue/atl-data.h"
#include "model/atl-area.h"
#include "model/atl-edits.h"
#include "model/atl-scale.h"
#include "model/atl-step.h"
#include "util/atl-rank.h"
#include "util/atl-uuid.h"

#include <string.h>

/* Members of a template that become options of the board, under the same names. */
static const char *const board_options[] = {
  "poll",
  "noteTags",
  "linksBetweenAreas",
  "teamSizeGuard",
  "rowLinkedAreas",
  "noteStrength",
  "dropMeasures",
  "noteFields",
  "actionBoard",
  "alwaysOn",
  "tags",
  "tips",
  "votes",
};
static const char *const area_options[] = { "axes", "graph", "guides", "measures" };

/* Members of a poll's scale and of the poll that become options of the AtlScale. */
static const char *const scale_options[] = { "min", "max", "labels" };
static const char *const poll_options[] = { "anonymous", "bySilo", "minGroup", "simultaneous", "passRule" };

static void
add_options (GVariantBuilder   *builder,
             JsonObject        *data,
             const char *const *names,
             gsize              n_names,
             const char        *language)
{
  for (gsize i = 0; i < n_names; i++)
    {
      JsonNode *node = data != NULL ? json_object_get_member (data, names[i]) : NULL;

      if (node != NULL)
        g_variant_builder_add (builder, "{sv}", names[i], atl_data_resolve (node, language));
    }
}

static GVariant *
dup_board_options (JsonObject *data,
                   const char *language)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  add_options (&builder, data, board_options, G_N_ELEMENTS (board_options), language);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* The names of the two numbers do not say which axis they belong to: the one that its English label has the
 * name of. Without such a label the first is read across, the second upwards. */
static const char *
find_measure (JsonArray  *names,
              JsonObject *axes,
              const char *axis)
{
  g_autofree char *label =
    g_ascii_strdown (atl_data_get_text (atl_data_get_object (axes, axis), "label", "en"), -1);
  guint fallback = g_str_equal (axis, "x") ? 0 : 1;

  for (guint i = 0; i < atl_data_get_length (names); i++)
    {
      const char *name = json_array_get_string_element (names, i);

      if (name != NULL && strstr (label, name) != NULL)
        return name;
    }
  return atl_data_get_length (names) > fallback ? json_array_get_string_element (names, fallback) : NULL;
}

static void
add_measures (GVariantBuilder *builder,
              JsonArray       *names,
              JsonObject      *axes)
{
  static const char *const both[] = { "x", "y" };
  GVariantBuilder          measures = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);

  for (guint i = 0; i < G_N_ELEMENTS (both); i++)
    {
      const char *name = find_measure (names, axes, both[i]);

      if (name != NULL)
        g_variant_builder_add (&measures, "{sv}", both[i], g_variant_new_string (name));
    }
  g_variant_builder_add (builder, "{sv}", "measures", g_variant_builder_end (&measures));
}

static GVariant *
dup_area_options (JsonObject *template,
                  JsonObject *data,
                  const char *language)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  JsonArray      *measures = atl_data_get_array (template, "dropMeasures");
  JsonObject     *axes = atl_data_get_object (data, "axes");

  g_variant_builder_add (&builder, "{sv}", "key", g_variant_new_string (atl_data_get_string (data, "id")));
  add_options (&builder, data, area_options, G_N_ELEMENTS (area_options), language);
  if (measures != NULL && axes != NULL && !json_object_has_member (data, "measures"))
    add_measures (&builder, measures, axes);
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static AtlArea *
make_area (AtlTemplate *template,
           guint       position,
           AtlBoard   *board,
           const char *language)
{
  JsonArray           *areas = atl_data_get_array (atl_template_get_data (template), "areas");
  JsonObject          *data = atl_data_get_element (areas, position);
  AtlTemplateArea      place = { 0 };
  g_autofree char     *id = NULL;
  g_autoptr (GVariant) options =
    dup_area_options (atl_template_get_data (template), data, language);
  AtlArea *area = NULL;

  atl_template_get_area (template, position, &place);
  id = atl_uuid_v5 (atl_item_get_id (ATL_ITEM (board)), place.key);
  area = atl_area_new (id);
  atl_area_set_title (area, atl_data_get_text (data, "title", language));
  atl_area_set_prompt (area, atl_data_get_text (data, "prompt", language));
  atl_area_set_layout (area, place.layout);
  atl_area_set_x (area, place.x);
  atl_area_set_y (area, place.y);
  atl_area_set_width (area, place.width);
  atl_area_set_height (area, place.height);
  atl_area_set_color (area, place.color);
  atl_area_set_max_notes (area, place.max_notes);
  atl_area_set_options (area, options);
  return area;
}

static void
add_areas (AtlTemplate *template,
           AtlBoard   *board,
           const char *language)
{
  guint                 n = atl_template_get_n_areas (template);
  g_auto (GStrv)        ranks = atl_rank_spread (NULL, NULL, n);
  g_autoptr (GPtrArray) areas = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n; i++)
    {
      AtlArea *area = make_area (template, i, board, language);

      atl_area_set_rank (area, ranks[i]);
      g_ptr_array_add (areas, area);
    }
  atl_list_insert_many (atl_board_get_areas (board), areas);
}

static AtlBoard *
make_board (AtlTemplate *template,
            AtlSession *session,
            const char *title)
{
  const char          *language = atl_session_get_language (session);
  AtlBoard            *board = atl_board_new (NULL);
  g_autoptr (GVariant) options = dup_board_options (atl_template_get_data (template), language);
  g_autofree char     *rank = atl_list_dup_end_rank (atl_session_get_boards (session));

  atl_board_set_title (board, title != NULL ? title : atl_template_get_name (template, language));
  atl_board_set_template (board, atl_template_get_id (template));
  atl_board_set_options (board, options);
  atl_board_set_rank (board, rank);
  add_areas (template, board, language);
  return board;
}

static AtlStep *
make_step (JsonObject *data,
           AtlBoard   *board,
           const char *language)
{
  AtlStepMode mode = atl_data_get_enum (data, "mode", atl_step_mode_get_type (), ATL_STEP_MODE_EXPLAIN);
  AtlStep    *step = atl_step_new (NULL);

  atl_step_set_title (step, atl_data_get_text (data, "title", language));
  atl_step_set_mode (step, mode);
  atl_step_set_minutes (step, atl_data_get_int (data, "minutes", 0));
  atl_step_set_board (step, atl_item_get_id (ATL_ITEM (board)));
  return step;
}

static void
add_steps (AtlTemplate *template,
           AtlSession *session,
           AtlBoard   *board)
{
  JsonArray            *agenda = atl_data_get_array (atl_template_get_data (template), "agenda");
  AtlList              *steps = atl_session_get_steps (session);
  g_autofree char      *first = atl_list_dup_end_rank (steps);
  g_autofree char      *rank = NULL;
  g_autoptr (GPtrArray) made = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_data_get_length (agenda); i++)
    {
      AtlStep *step = make_step (atl_data_get_element (agenda, i), board, atl_session_get_language (session));
      char    *next = i == 0 ? g_strdup (first) : atl_rank_between (rank, NULL);

      g_free (rank);
      rank = next;
      atl_step_set_rank (step, rank);
      g_ptr_array_add (made, step);
    }
  atl_list_insert_many (steps, made);
}

/* The scale keeps from which board and question it comes, so that the board can show its answers. */
static GVariant *
dup_scale_options (JsonObject *poll,
                   const char *item,
                   AtlBoard   *board,
                   const char *language)
{
  GVariantBuilder builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE_VARDICT);
  JsonObject     *scale = atl_data_get_object (poll, "scale");
  const char     *board_id = atl_item_get_id (ATL_ITEM (board));

  add_options (&builder, scale, scale_options, G_N_ELEMENTS (scale_options), language);
  add_options (&builder, poll, poll_options, G_N_ELEMENTS (poll_options), language);
  g_variant_builder_add (&builder, "{sv}", "board", g_variant_new_string (board_id));
  if (item != NULL)
    g_variant_builder_add (&builder, "{sv}", "item", g_variant_new_string (item));
  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

static void
add_scale (AtlSession *session,
           AtlBoard   *board,
           JsonObject *poll,
           JsonObject *item)
{
  const char          *language = atl_session_get_language (session);
  const char          *title = atl_board_get_title (board);
  AtlList             *scales = atl_session_get_scales (session);
  g_autoptr (AtlScale) scale = atl_scale_new (NULL);
  g_autoptr (GVariant) options = dup_scale_options (poll, atl_data_get_string (item, "id"), board, language);
  g_autofree char     *rank = atl_list_dup_end_rank (scales);

  atl_scale_set_title (scale, item != NULL ? atl_data_get_text (item, "label", language) : title);
  atl_scale_set_options (scale, options);
  atl_scale_set_rank (scale, rank);
  atl_list_insert (scales, ATL_ITEM (scale));
}

/* One scale per question of the poll; a poll without questions of its own is about the board as a whole. */
static void
add_scales (AtlTemplate *template,
            AtlSession *session,
            AtlBoard   *board)
{
  JsonObject *poll = atl_data_get_object (atl_template_get_data (template), "poll");
  JsonArray  *items = atl_data_get_array (poll, "items");

  if (poll == NULL)
    return;
  for (guint i = 0; i < atl_data_get_length (items); i++)
    add_scale (session, board, poll, atl_data_get_element (items, i));
  if (atl_data_get_length (items) == 0)
    add_scale (session, board, poll, NULL);
}

static AtlArea *
find_area (AtlBoard   *board,
           const char *key)
{
  g_autofree char *id = atl_uuid_v5 (atl_item_get_id (ATL_ITEM (board)), key);

  return atl_list_find (atl_board_get_areas (board), id);
}

static void
add_example (AtlBoard   *board,
             JsonObject *example)
{
  AtlArea *area = find_area (board, atl_data_get_string (example, "area"));
  AtlNote *note = area != NULL ? atl_area_add_note (area, atl_data_get_string (example, "text")) : NULL;

  if (note == NULL)
    return;
  atl_note_set_color (note, atl_data_get_enum (example, "color", atl_color_get_type (),
                                               (int) atl_note_get_color (note)));
  atl_note_set_x (note, atl_data_get_int (example, "x", atl_note_get_x (note)));
  atl_note_set_y (note, atl_data_get_int (example, "y", atl_note_get_y (note)));
}

/* Notes that show what is meant. */
static void
add_examples (AtlTemplate *template,
              AtlBoard *board)
{
  JsonArray *examples = atl_data_get_array (atl_template_get_data (template), "examples");

  for (guint i = 0; i < atl_data_get_length (examples); i++)
    add_example (board, atl_data_get_element (examples, i));
}

/**
 * atl_board_maker_add:
 * @template: what to make
 * @session: where it goes
 * @title: (nullable): the board's title, or %NULL for the template's name
 *
 * Makes a board with its areas, in the session's language, and puts it after the others; its steps go to the
 * end of the agenda, and its poll becomes scales. Board and areas carry the template's optional keys in their
 * options, texts already in the session's language; an area also keeps the id that the template gives it, as
 * "key", and its own id is the UUID v5 of board id and key. The changes are plain ones: the caller opens and
 * names the group of the history.
 *
 * Returns: (transfer none): the board
 */
AtlBoard *
atl_board_maker_add (AtlTemplate *template,
                     AtlSession *session,
                     const char *title)
{
  g_autoptr (AtlBoard) board = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (template), NULL);
  g_return_val_if_fail (ATL_IS_SESSION (session), NULL);

  board = make_board (template, session, title);
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  add_steps (template, session, board);
  add_scales (template, session, board);
  add_examples (template, board);
  return board;
}
