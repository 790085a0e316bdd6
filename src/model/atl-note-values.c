/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-note-values.h"

#include "model/atl-edits.h"

#include <math.h>

static GVariant *
lookup (AtlNote    *note,
        const char *name)
{
  GVariant *fields = atl_note_get_fields (note);

  if (fields == NULL || !g_variant_is_of_type (fields, G_VARIANT_TYPE_VARDICT))
    return NULL;
  return g_variant_lookup_value (fields, name, NULL);
}

/**
 * atl_note_get_value:
 * @note: a note
 * @name: one of its fields
 * @value: (out) (optional): the number in it
 *
 * Returns: whether the field holds a finite number
 */
gboolean
atl_note_get_value (AtlNote    *note,
                    const char *name,
                    double     *value)
{
  g_autoptr (GVariant) held = lookup (note, name);
  double               number;

  if (held != NULL && g_variant_is_of_type (held, G_VARIANT_TYPE_INT64))
    number = (double) g_variant_get_int64 (held);
  else if (held != NULL && g_variant_is_of_type (held, G_VARIANT_TYPE_DOUBLE))
    number = g_variant_get_double (held);
  else
    return FALSE;
  if (!isfinite (number))
    return FALSE;
  if (value != NULL)
    *value = number;
  return TRUE;
}

/**
 * atl_note_dup_value_text:
 * @note: a note
 * @name: one of its fields
 *
 * Returns: (transfer full): the text in it, "" if it holds none
 */
char *
atl_note_dup_value_text (AtlNote    *note,
                         const char *name)
{
  g_autoptr (GVariant) held = lookup (note, name);

  return held != NULL && g_variant_is_of_type (held, G_VARIANT_TYPE_STRING)
           ? g_variant_dup_string (held, NULL)
           : g_strdup ("");
}

/**
 * atl_fields_with:
 * @fields: (nullable): the fields of a note or a link
 * @name: a field
 * @value: (transfer floating) (nullable): what goes there; %NULL for nothing
 *
 * Returns: (transfer full) (nullable): the fields with it; %NULL if there are none
 */
GVariant *
atl_fields_with (GVariant   *fields,
                 const char *name,
                 GVariant   *value)
{
  g_auto (GVariantDict) dict;
  GVariant             *made;

  g_variant_dict_init (&dict, fields != NULL && g_variant_is_of_type (fields, G_VARIANT_TYPE_VARDICT)
                                ? fields
                                : NULL);
  if (value != NULL)
    g_variant_dict_insert_value (&dict, name, value);
  else
    g_variant_dict_remove (&dict, name);
  made = g_variant_ref_sink (g_variant_dict_end (&dict));
  if (g_variant_n_children (made) == 0)
    g_clear_pointer (&made, g_variant_unref);
  return made;
}

/**
 * atl_note_set_value:
 * @note: a note
 * @name: one of its fields
 * @value: (transfer floating) (nullable): what goes there; %NULL for nothing
 */
void
atl_note_set_value (AtlNote    *note,
                    const char *name,
                    GVariant   *value)
{
  g_autoptr (GVariant) fields = atl_fields_with (atl_note_get_fields (note), name, value);

  atl_note_set_fields (note, fields);
}

/**
 * atl_note_has_place:
 * @note: a note
 *
 * Returns: whether it has a place of its own; one between axes that has none waits to be placed
 */
gboolean
atl_note_has_place (AtlNote *note)
{
  return atl_note_get_x (note) != ATL_PLACE_NONE && atl_note_get_y (note) != ATL_PLACE_NONE;
}

static AtlArea *
find_measured_area (AtlNote *note)
{
  AtlArea *area = atl_note_find_area (note);

  return area != NULL && atl_area_get_layout (area) == ATL_LAYOUT_AXES && atl_area_get_width (area) > 0 &&
             atl_area_get_height (area) > 0
           ? area
           : NULL;
}

/**
 * atl_note_get_measures:
 * @note: a note
 * @x: (out): how far to the right it stands between axes, 0 to 100
 * @y: (out): how high
 *
 * Returns: whether it stands between axes and has been placed there
 */
gboolean
atl_note_get_measures (AtlNote *note,
                       int     *x,
                       int     *y)
{
  AtlArea *area = find_measured_area (note);

  if (area == NULL || !atl_note_has_place (note))
    return FALSE;
  *x = (int) lround (CLAMP (100.0 * atl_note_get_x (note) / atl_area_get_width (area), 0, 100));
  *y = 100 - (int) lround (CLAMP (100.0 * atl_note_get_y (note) / atl_area_get_height (area), 0, 100));
  return TRUE;
}

/**
 * atl_note_set_measures:
 * @note: a note of an area with axes
 * @x: how far to the right, 0 to 100
 * @y: how high, 0 to 100
 *
 * Gives the note its place; it reads back the same.
 */
void
atl_note_set_measures (AtlNote *note,
                       int      x,
                       int      y)
{
  AtlArea *area = find_measured_area (note);

  if (area == NULL)
    return;
  atl_note_set_x (note, (int) lround (CLAMP (x, 0, 100) / 100.0 * atl_area_get_width (area)));
  atl_note_set_y (note, (int) lround ((100 - CLAMP (y, 0, 100)) / 100.0 * atl_area_get_height (area)));
}
