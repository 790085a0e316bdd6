/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-board-options.h"

#include "model/atl-edits.h"

#define MOST_NAMES 16 /* of one list; a template that asks for more is a mistake */

/* Options come from files: whatever is of another type than expected reads as not there. */
static GVariant *
lookup (GVariant   *dict,
        const char *key)
{
  g_autoptr (GVariant) value = NULL;

  if (dict == NULL || !g_variant_is_of_type (dict, G_VARIANT_TYPE_VARDICT))
    return NULL;
  value = g_variant_lookup_value (dict, key, NULL);
  if (value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT))
    return g_variant_get_variant (value);
  return g_steal_pointer (&value);
}

static char *
dup_string (GVariant *value)
{
  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
           ? g_variant_dup_string (value, NULL)
           : NULL;
}

static gboolean
get_int (GVariant *value,
         int      *number)
{
  if (value == NULL || !g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return FALSE;
  *number = (int) CLAMP (g_variant_get_int64 (value), -1000, 1000);
  return TRUE;
}

static GVariant *
get_child (GVariant *list,
           gsize     index)
{
  g_autoptr (GVariant) child = NULL;

  if (list == NULL || !g_variant_is_of_type (list, G_VARIANT_TYPE ("av")) ||
      index >= g_variant_n_children (list))
    return NULL;
  child = g_variant_get_child_value (list, index);
  return g_variant_get_variant (child);
}

static gboolean
get_child_int (GVariant *list,
               gsize     index,
               int      *number)
{
  g_autoptr (GVariant) child = get_child (list, index);

  return get_int (child, number);
}

/**
 * atl_board_get_flag:
 * @board: a board
 * @key: an option, such as "actionBoard"
 *
 * Returns: whether the board has it, and it is true
 */
gboolean
atl_board_get_flag (AtlBoard   *board,
                    const char *key)
{
  g_autoptr (GVariant) value = lookup (atl_board_get_options (board), key);

  return value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN) &&
         g_variant_get_boolean (value);
}

/**
 * atl_board_dup_names:
 * @board: a board
 * @key: an option that is a list of names, such as "noteFields"
 *
 * Returns: (transfer full) (array zero-terminated=1): the names, none if there is no such list
 */
GStrv
atl_board_dup_names (AtlBoard   *board,
                     const char *key)
{
  g_autoptr (GVariant)     list = lookup (atl_board_get_options (board), key);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  for (gsize i = 0; i < MOST_NAMES; i++)
    {
      g_autoptr (GVariant) child = get_child (list, i);
      g_autofree char     *name = dup_string (child);

      if (name != NULL && *name != '\0')
        g_strv_builder_add (names, name);
    }
  return g_strv_builder_end (names);
}

/**
 * atl_board_get_strength:
 * @board: a board
 * @least: (out): the weakest, from its option `noteStrength`
 * @most: (out): the strongest
 *
 * Returns: whether each note of the board has a strength
 */
gboolean
atl_board_get_strength (AtlBoard *board,
                        int      *least,
                        int      *most)
{
  g_autoptr (GVariant) range = lookup (atl_board_get_options (board), "noteStrength");

  return get_child_int (range, 0, least) && get_child_int (range, 1, most) && *least >= 0 &&
         *least < *most && *most <= 9;
}

/**
 * atl_board_dup_tips:
 * @board: a board
 *
 * Returns: (transfer full) (nullable): what its template advises the facilitator, if it does
 */
char *
atl_board_dup_tips (AtlBoard *board)
{
  g_autoptr (GVariant) value = lookup (atl_board_get_options (board), "tips");
  g_autofree char     *tips = dup_string (value);

  return tips != NULL && *tips != '\0' ? g_steal_pointer (&tips) : NULL;
}

/**
 * atl_area_dup_option:
 * @area: an area
 * @key: one of its options
 *
 * Returns: (transfer full) (nullable): what it is, of any type
 */
GVariant *
atl_area_dup_option (AtlArea    *area,
                     const char *key)
{
  return lookup (atl_area_get_options (area), key);
}

/**
 * atl_area_get_key:
 * @area: an area
 *
 * Returns: (transfer none): what its template calls it, "" if it is from none; valid while its options stay
 */
const char *
atl_area_get_key (AtlArea *area)
{
  GVariant   *options = atl_area_get_options (area);
  const char *key = NULL;

  if (options == NULL || !g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT) ||
      !g_variant_lookup (options, "key", "&s", &key))
    return "";
  return key;
}

/**
 * atl_board_find_keyed_area:
 * @board: a board
 * @key: what the template calls an area
 *
 * Returns: (transfer none) (nullable): the area
 */
AtlArea *
atl_board_find_keyed_area (AtlBoard   *board,
                           const char *key)
{
  AtlList *areas = atl_board_get_areas (board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (g_str_equal (atl_area_get_key (atl_list_get (areas, i)), key))
      return atl_list_get (areas, i);
  return NULL;
}

/**
 * atl_board_dup_row_areas:
 * @board: a board
 *
 * Returns: (transfer container) (element-type AtlArea): the areas of its option `rowLinkedAreas` whose notes
 * share rows, that with the subjects of the rows first; none unless there are two
 */
GPtrArray *
atl_board_dup_row_areas (AtlBoard *board)
{
  g_auto (GStrv) keys = atl_board_dup_names (board, "rowLinkedAreas");
  GPtrArray     *areas = g_ptr_array_new ();

  for (guint i = 0; keys[i] != NULL; i++)
    {
      AtlArea *area = atl_board_find_keyed_area (board, keys[i]);

      if (area != NULL && atl_area_get_layout (area) == ATL_LAYOUT_FLOW &&
          !g_ptr_array_find (areas, area, NULL))
        g_ptr_array_add (areas, area);
    }
  if (areas->len < 2)
    g_ptr_array_set_size (areas, 0);
  return areas;
}

/**
 * atl_area_get_measures:
 * @area: an area
 * @x: (out) (transfer full) (nullable): what the place across measures
 * @y: (out) (transfer full) (nullable): what the height measures
 *
 * Returns: whether places in @area are numbers from 0 to 100, by its option `measures`
 */
gboolean
atl_area_get_measures (AtlArea *area,
                       char   **x,
                       char   **y)
{
  g_autoptr (GVariant) measures = lookup (atl_area_get_options (area), "measures");
  g_autoptr (GVariant) across = lookup (measures, "x");
  g_autoptr (GVariant) up = lookup (measures, "y");

  *x = dup_string (across);
  *y = dup_string (up);
  return *x != NULL || *y != NULL;
}

static gboolean
get_team_guard (AtlBoard     *board,
                AtlTeamGuard *guard)
{
  g_autoptr (GVariant) option = lookup (atl_board_get_options (board), "teamSizeGuard");
  g_autoptr (GVariant) least = lookup (option, "min");
  g_autoptr (GVariant) ideal = lookup (option, "ideal");
  g_autoptr (GVariant) most = lookup (option, "warnAbove");
  int                  numbers[4] = { 0 };

  get_int (least, &numbers[0]);
  get_child_int (ideal, 0, &numbers[1]);
  get_child_int (ideal, 1, &numbers[2]);
  get_int (most, &numbers[3]);
  *guard = (AtlTeamGuard){ (guint) MAX (numbers[0], 0), (guint) MAX (numbers[1], 0),
                           (guint) MAX (numbers[2], 0), (guint) MAX (numbers[3], 0) };
  return guard->least > 0 || guard->most > 0;
}

/**
 * atl_board_find_team:
 * @board: a board
 * @guard: (out): how many people there should be
 *
 * Returns: (transfer none) (nullable): the area whose notes are the people of a team, which its template
 *   calls "members" or "team"; %NULL if the board does not say how large a team should be
 */
AtlArea *
atl_board_find_team (AtlBoard     *board,
                     AtlTeamGuard *guard)
{
  AtlArea *area;

  if (!get_team_guard (board, guard))
    return NULL;
  area = atl_board_find_keyed_area (board, "members");
  return area != NULL ? area : atl_board_find_keyed_area (board, "team");
}

/**
 * atl_area_get_note_limit:
 * @area: an area
 *
 * Returns: how many notes are enough there; 0 for no limit. What is said of a team goes before what is said
 *   of its area.
 */
guint
atl_area_get_note_limit (AtlArea *area)
{
  AtlBoard    *board = atl_area_find_board (area);
  AtlTeamGuard guard;

  if (board != NULL && atl_board_find_team (board, &guard) == area && guard.most > 0)
    return guard.most;
  return (guint) MAX (atl_area_get_max_notes (area), 0);
}
