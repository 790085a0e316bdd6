/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-value.h"

#include <string.h>

/**
 * atl_value_type_is_text:
 * @type: a type
 *
 * Tells whether values of @type are kept in the string member.
 */
gboolean
atl_value_type_is_text (AtlValueType type)
{
  return type == ATL_VALUE_STRING || type == ATL_VALUE_REF || type == ATL_VALUE_DATE ||
         type == ATL_VALUE_RANK;
}

/**
 * atl_value_string:
 * @type: one of the text types
 * @string: (nullable): the text; %NULL is the empty text
 *
 * Returns: a value that borrows @string
 */
AtlValue
atl_value_string (AtlValueType type,
                  const char  *string)
{
  AtlValue value = { type, { NULL } };

  value.string = (char *) (string != NULL ? string : "");
  return value;
}

/**
 * atl_value_int:
 * @type: integer, boolean or enum
 * @integer: the number
 *
 * Returns: the value
 */
AtlValue
atl_value_int (AtlValueType type,
               int          integer)
{
  AtlValue value = { type, { NULL } };

  value.integer = type == ATL_VALUE_BOOLEAN ? integer != 0 : integer;
  return value;
}

/**
 * atl_value_strv:
 * @strv: (nullable): the texts; an empty array counts as %NULL
 *
 * Returns: a value that borrows @strv
 */
AtlValue
atl_value_strv (const char *const *strv)
{
  AtlValue value = { ATL_VALUE_STRV, { NULL } };

  value.strv = (char **) (strv != NULL && strv[0] != NULL ? strv : NULL);
  return value;
}

/**
 * atl_value_variant:
 * @variant: (nullable): a dictionary of type a{sv}; an empty one counts as %NULL
 *
 * Returns: a value that borrows @variant
 */
AtlValue
atl_value_variant (GVariant *variant)
{
  AtlValue value = { ATL_VALUE_VARIANT, { NULL } };

  value.variant = variant != NULL && g_variant_n_children (variant) > 0 ? variant : NULL;
  return value;
}

/**
 * atl_value_copy:
 * @source: a value
 * @target: (out caller-allocates): becomes a copy that owns what it holds
 */
void
atl_value_copy (const AtlValue *source,
                AtlValue       *target)
{
  *target = *source;
  if (atl_value_type_is_text (source->type))
    target->string = g_strdup (source->string != NULL ? source->string : "");
  else if (source->type == ATL_VALUE_STRV)
    target->strv = g_strdupv (source->strv);
  else if (source->type == ATL_VALUE_VARIANT && source->variant != NULL)
    target->variant = g_variant_ref_sink (source->variant);
}

/**
 * atl_value_clear:
 * @value: a value that owns what it holds
 *
 * Frees the contents.
 */
void
atl_value_clear (AtlValue *value)
{
  if (atl_value_type_is_text (value->type))
    g_clear_pointer (&value->string, g_free);
  else if (value->type == ATL_VALUE_STRV)
    g_clear_pointer (&value->strv, g_strfreev);
  else if (value->type == ATL_VALUE_VARIANT)
    g_clear_pointer (&value->variant, g_variant_unref);
}

static gboolean
strv_equal (char **a,
            char **b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_strv_equal ((const char *const *) a, (const char *const *) b);
}

static gboolean
variant_equal (GVariant *a,
               GVariant *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return g_variant_equal (a, b);
}

/**
 * atl_value_equal:
 * @a: a value
 * @b: a value
 *
 * Tells whether both are of the same type and hold the same.
 */
gboolean
atl_value_equal (const AtlValue *a,
                 const AtlValue *b)
{
  if (a->type != b->type)
    return FALSE;
  if (atl_value_type_is_text (a->type))
    return g_strcmp0 (a->string, b->string) == 0;
  if (a->type == ATL_VALUE_STRV)
    return strv_equal (a->strv, b->strv);
  if (a->type == ATL_VALUE_VARIANT)
    return variant_equal (a->variant, b->variant);
  return a->integer == b->integer;
}

/**
 * atl_value_get_size:
 * @value: a value
 *
 * Returns: about how many bytes of memory the contents take
 */
gsize
atl_value_get_size (const AtlValue *value)
{
  gsize size = sizeof *value;

  if (atl_value_type_is_text (value->type))
    size += value->string != NULL ? strlen (value->string) : 0;
  else if (value->type == ATL_VALUE_STRV)
    for (char **text = value->strv; text != NULL && *text != NULL; text++)
      size += strlen (*text) + sizeof *text;
  else if (value->type == ATL_VALUE_VARIANT && value->variant != NULL)
    size += g_variant_get_size (value->variant);
  return size;
}
