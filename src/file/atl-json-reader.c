/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-json-reader.h"

#include "file/atl-json-variant.h"
#include "file/atl-text.h"
#include "util/atl-rank.h"
#include "util/atl-uuid.h"

#include <glib/gi18n-lib.h>

static void
set_outcome (AtlJsonOutcome *outcome, AtlJsonOutcome value)
{
  if (outcome != NULL)
    *outcome = value;
}

static gboolean
holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static const char *
kind_name (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return N_ ("an object");
  if (JSON_NODE_HOLDS_ARRAY (node))
    return N_ ("a list");
  if (JSON_NODE_HOLDS_NULL (node))
    return N_ ("nothing");
  if (holds (node, G_TYPE_STRING))
    return N_ ("a text");
  if (holds (node, G_TYPE_BOOLEAN))
    return N_ ("yes or no");

  return N_ ("a number");
}

static void
report_kind (const AtlJsonReader *self, const char *name, const char *expected, JsonNode *node)
{
  /* Translators: both are kinds of values: "expected a text, found a number". */
  atl_json_reader_report (self, name, _ ("expected %s, found %s"), _ (expected), _ (kind_name (node)));
}

static void
report_value (const AtlJsonReader *self, const char *name, const char *value)
{
  g_autofree char *shown = atl_text_dup_shown (value);

  /* Translators: the name of a property and a value it does not know: "unknown color 'mauve'". */
  atl_json_reader_report (self, name, _ ("unknown %s '%s'"), name, shown);
}

/* Finds a member; where it is absent the outcome says so. */
static JsonNode *
find (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome)
{
  JsonNode *node = json_object_get_member (self->object, name);

  set_outcome (outcome, node != NULL ? ATL_JSON_USED : ATL_JSON_ABSENT);

  return node;
}

static JsonNode *
find_value (const AtlJsonReader *self,
            const char          *name,
            GType                type,
            const char          *expected,
            AtlJsonOutcome      *outcome)
{
  JsonNode *node = find (self, name, outcome);

  if (node == NULL || holds (node, type))
    return node;

  report_kind (self, name, expected, node);
  set_outcome (outcome, ATL_JSON_UNUSABLE);

  return NULL;
}

typedef gboolean (*Accept) (const char *text);

static char *
dup_accepted (const AtlJsonReader *self,
              const char          *name,
              const char          *fallback,
              Accept               accept,
              AtlJsonOutcome      *outcome)
{
  JsonNode   *node = find_value (self, name, G_TYPE_STRING, N_ ("a text"), outcome);
  const char *text = node != NULL ? json_node_get_string (node) : NULL;

  if (text == NULL)
    return g_strdup (fallback);
  if (accept (text))
    return g_strdup (text);

  report_value (self, name, text);
  set_outcome (outcome, ATL_JSON_UNUSABLE);

  return g_strdup (fallback);
}

static gboolean
accept_id (const char *text)
{
  return text[0] == '\0' || atl_id_is_valid (text);
}

static gboolean
accept_rank (const char *text)
{
  return text[0] == '\0' || atl_rank_is_valid (text);
}

static gboolean
accept_date (const char *text)
{
  return text[0] == '\0' || atl_text_is_date (text);
}

/**
 * atl_json_reader_init:
 * @self: (out caller-allocates): a reader
 * @object: the root object
 * @problems: where to add what cannot be used
 *
 * Starts reading at the root.
 */
void
atl_json_reader_init (AtlJsonReader *self, JsonObject *object, AtlProblems *problems)
{
  g_return_if_fail (self != NULL && object != NULL && problems != NULL);

  *self = (AtlJsonReader){ .object = object, .problems = problems };
}

/**
 * atl_json_reader_enter:
 * @self: (out caller-allocates): a reader for the item
 * @parent: the reader of the object that holds the list; must live as long as @self
 * @name: the name of the list; must live as long as @self
 * @array: the list
 * @index: an index in it
 *
 * Goes into an item of a list. Adds a problem where it is not an object.
 *
 * Returns: whether @self can be read
 */
gboolean
atl_json_reader_enter (AtlJsonReader       *self,
                       const AtlJsonReader *parent,
                       const char          *name,
                       JsonArray           *array,
                       guint                index)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && parent != NULL && name != NULL && array != NULL, FALSE);
  g_return_val_if_fail (index < json_array_get_length (array), FALSE);

  *self = (AtlJsonReader){ .problems = parent->problems, .parent = parent, .name = name, .index = index };
  node = json_array_get_element (array, index);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      report_kind (self, NULL, N_ ("an object"), node);
      return FALSE;
    }

  self->object = json_node_get_object (node);
  return TRUE;
}

/**
 * atl_json_reader_dup_path:
 * @self: a reader
 * @name: (nullable): a member, or %NULL for the object itself
 *
 * Returns: (transfer full): the place as messages show it: `boards[2].notes[17].color`
 */
char *
atl_json_reader_dup_path (const AtlJsonReader *self, const char *name)
{
  GString *path = g_string_new (NULL);

  g_return_val_if_fail (self != NULL, NULL);

  for (const AtlJsonReader *reader = self; reader->parent != NULL; reader = reader->parent)
    {
      g_autofree char *part = g_strdup_printf ("%s%s[%u]", reader->parent->parent != NULL ? "." : "",
                                               reader->name, reader->index);

      g_string_prepend (path, part);
    }

  if (name != NULL)
    {
      g_autofree char *shown = atl_text_dup_shown (name);

      g_string_append_printf (path, "%s%s", path->len > 0 ? "." : "", shown);
    }

  return g_string_free (path, FALSE);
}

/**
 * atl_json_reader_report:
 * @self: a reader
 * @name: (nullable): a member, or %NULL for the object itself
 * @format: a translated printf format
 * @...: its arguments
 *
 * Adds a problem that the caller has found.
 */
void
atl_json_reader_report (const AtlJsonReader *self, const char *name, const char *format, ...)
{
  g_autofree char *reason = NULL;
  g_autofree char *path = NULL;
  va_list          args;

  g_return_if_fail (self != NULL && format != NULL);

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);

  path = atl_json_reader_dup_path (self, name);
  atl_problems_add (self->problems, path, "%s", reason);
}

/**
 * atl_json_reader_dup_string:
 * @self: a reader
 * @name: a member
 * @fallback: (nullable): what to return if the member cannot be used
 * @outcome: (out) (optional): what became of the member
 *
 * Control characters other than newline and tab are taken out of what is returned.
 *
 * Returns: (transfer full) (nullable): the text
 */
char *
atl_json_reader_dup_string (const AtlJsonReader *self,
                            const char          *name,
                            const char          *fallback,
                            AtlJsonOutcome      *outcome)
{
  JsonNode   *node;
  const char *text;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  node = find_value (self, name, G_TYPE_STRING, N_ ("a text"), outcome);
  if (node == NULL)
    return g_strdup (fallback);

  text = json_node_get_string (node);
  if (atl_text_is_clean (text))
    return g_strdup (text);

  set_outcome (outcome, ATL_JSON_CLEANED);
  return atl_text_dup_clean (text);
}

/**
 * atl_json_reader_dup_id:
 * @self: a reader
 * @name: a member
 * @fallback: (nullable): what to return if the member cannot be used
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: (transfer full) (nullable): an id of 1 to 64 characters `[A-Za-z0-9_-]`, or an empty text
 */
char *
atl_json_reader_dup_id (const AtlJsonReader *self,
                        const char          *name,
                        const char          *fallback,
                        AtlJsonOutcome      *outcome)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return dup_accepted (self, name, fallback, accept_id, outcome);
}

/**
 * atl_json_reader_dup_rank:
 * @self: a reader
 * @name: a member
 * @fallback: (nullable): what to return if the member cannot be used
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: (transfer full) (nullable): a rank, or an empty text
 */
char *
atl_json_reader_dup_rank (const AtlJsonReader *self,
                          const char          *name,
                          const char          *fallback,
                          AtlJsonOutcome      *outcome)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return dup_accepted (self, name, fallback, accept_rank, outcome);
}

/**
 * atl_json_reader_dup_date:
 * @self: a reader
 * @name: a member
 * @fallback: (nullable): what to return if the member cannot be used
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: (transfer full) (nullable): a date of the calendar as `2026-03-31`, or an empty text (none)
 */
char *
atl_json_reader_dup_date (const AtlJsonReader *self,
                          const char          *name,
                          const char          *fallback,
                          AtlJsonOutcome      *outcome)
{
  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  return dup_accepted (self, name, fallback, accept_date, outcome);
}

/**
 * atl_json_reader_dup_strv:
 * @self: a reader
 * @name: a member
 * @outcome: (out) (optional): what became of the member
 *
 * Reads a list of texts, cleaned as by atl_json_reader_dup_string(). One item that is not a text
 * makes all unusable.
 *
 * Returns: (transfer full) (nullable): the texts, %NULL where there are none
 */
char **
atl_json_reader_dup_strv (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome)
{
  g_autoptr (GPtrArray) texts = NULL;
  JsonArray            *array = atl_json_reader_get_array (self, name, outcome);
  AtlJsonOutcome        result = ATL_JSON_USED;
  guint                 n = array != NULL ? json_array_get_length (array) : 0;

  if (n == 0)
    return NULL;

  texts = g_ptr_array_new_full (n + 1, g_free);
  for (guint i = 0; i < n; i++)
    {
      JsonNode   *node = json_array_get_element (array, i);
      const char *text = holds (node, G_TYPE_STRING) ? json_node_get_string (node) : NULL;

      if (text == NULL)
        {
          report_kind (self, name, N_ ("a list of texts"), node);
          set_outcome (outcome, ATL_JSON_UNUSABLE);
          return NULL;
        }

      if (!atl_text_is_clean (text))
        result = ATL_JSON_CLEANED;
      g_ptr_array_add (texts, atl_text_dup_clean (text));
    }

  set_outcome (outcome, result);
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

/**
 * atl_json_reader_dup_dict:
 * @self: a reader
 * @name: a member
 * @outcome: (out) (optional): what became of the member
 *
 * Reads an object of open settings as atl_json_to_variant() does.
 *
 * Returns: (transfer full) (nullable): an `a{sv}`, %NULL where it is absent, empty or unusable
 */
GVariant *
atl_json_reader_dup_dict (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome)
{
  JsonObject *object = atl_json_reader_get_object (self, name, outcome);
  GVariant   *dict;

  if (object == NULL || json_object_get_size (object) == 0)
    return NULL;

  dict = atl_json_to_variant (json_object_get_member (self->object, name));
  if (dict == NULL)
    {
      atl_json_reader_report (self, name, _ ("nested too deep"));
      set_outcome (outcome, ATL_JSON_UNUSABLE);
    }

  return dict;
}

/**
 * atl_json_reader_get_boolean:
 * @self: a reader
 * @name: a member
 * @fallback: what to return if the member cannot be used
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: the value
 */
gboolean
atl_json_reader_get_boolean (const AtlJsonReader *self,
                             const char          *name,
                             gboolean             fallback,
                             AtlJsonOutcome      *outcome)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && name != NULL, fallback);

  node = find_value (self, name, G_TYPE_BOOLEAN, N_ ("yes or no"), outcome);

  return node != NULL ? json_node_get_boolean (node) : fallback;
}

/**
 * atl_json_reader_get_double:
 * @self: a reader
 * @name: a member
 * @fallback: what to return if the member cannot be used
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: the number, which may be written as an integer
 */
double
atl_json_reader_get_double (const AtlJsonReader *self,
                            const char          *name,
                            double               fallback,
                            AtlJsonOutcome      *outcome)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && name != NULL, fallback);

  node = find (self, name, outcome);
  if (node == NULL)
    return fallback;
  if (holds (node, G_TYPE_DOUBLE) || holds (node, G_TYPE_INT64))
    return json_node_get_double (node);

  report_kind (self, name, N_ ("a number"), node);
  set_outcome (outcome, ATL_JSON_UNUSABLE);
  return fallback;
}

/**
 * atl_json_reader_get_int:
 * @self: a reader
 * @name: a member
 * @fallback: what to return if the member cannot be used
 * @min: the smallest value that can be used
 * @max: the largest one
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: the integer
 */
gint64
atl_json_reader_get_int (const AtlJsonReader *self,
                         const char          *name,
                         gint64               fallback,
                         gint64               min,
                         gint64               max,
                         AtlJsonOutcome      *outcome)
{
  JsonNode *node;
  gint64    value;

  g_return_val_if_fail (self != NULL && name != NULL, fallback);

  node = find_value (self, name, G_TYPE_INT64, N_ ("a whole number"), outcome);
  if (node == NULL)
    return fallback;

  value = json_node_get_int (node);
  if (value >= min && value <= max)
    return value;

  atl_json_reader_report (self, name,
                          _ ("%lld is not between %lld and %lld"),
                          (long long) value, (long long) min, (long long) max);
  set_outcome (outcome, ATL_JSON_UNUSABLE);
  return fallback;
}

/**
 * atl_json_reader_get_enum:
 * @self: a reader
 * @name: a member
 * @type: a registered enum type
 * @fallback: what to return if the member cannot be used
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: the value whose nick the member holds
 */
int
atl_json_reader_get_enum (const AtlJsonReader *self,
                          const char          *name,
                          GType                type,
                          int                  fallback,
                          AtlJsonOutcome      *outcome)
{
  g_autoptr (GTypeClass) klass = NULL;
  JsonNode              *node;
  GEnumValue            *value;

  g_return_val_if_fail (self != NULL && name != NULL && G_TYPE_IS_ENUM (type), fallback);

  node = find_value (self, name, G_TYPE_STRING, N_ ("a text"), outcome);
  if (node == NULL)
    return fallback;

  klass = g_type_class_ref (type);
  value = g_enum_get_value_by_nick ((GEnumClass *) klass, json_node_get_string (node));
  if (value != NULL)
    return value->value;

  report_value (self, name, json_node_get_string (node));
  set_outcome (outcome, ATL_JSON_UNUSABLE);
  return fallback;
}

/**
 * atl_json_reader_get_array:
 * @self: a reader
 * @name: a member
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: (transfer none) (nullable): the list
 */
JsonArray *
atl_json_reader_get_array (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  node = find (self, name, outcome);
  if (node == NULL || JSON_NODE_HOLDS_ARRAY (node))
    return node != NULL ? json_node_get_array (node) : NULL;

  report_kind (self, name, N_ ("a list"), node);
  set_outcome (outcome, ATL_JSON_UNUSABLE);
  return NULL;
}

/**
 * atl_json_reader_get_object:
 * @self: a reader
 * @name: a member
 * @outcome: (out) (optional): what became of the member
 *
 * Returns: (transfer none) (nullable): the object
 */
JsonObject *
atl_json_reader_get_object (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome)
{
  JsonNode *node;

  g_return_val_if_fail (self != NULL && name != NULL, NULL);

  node = find (self, name, outcome);
  if (node == NULL || JSON_NODE_HOLDS_OBJECT (node))
    return node != NULL ? json_node_get_object (node) : NULL;

  report_kind (self, name, N_ ("an object"), node);
  set_outcome (outcome, ATL_JSON_UNUSABLE);
  return NULL;
}
