/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-shape.h"

#include "config.h"
#include "file/atl-text.h"
#include "util/atl-uuid.h"

#include <glib/gi18n-lib.h>

#define RECT_LENGTH 4
#define WHOLE 100

static const char *const languages[] = { "en", "fr" };

static char *
join (const char *path,
      const char *name)
{
  return *path != '\0' ? g_strconcat (path, ".", name, NULL) : g_strdup (name);
}

static JsonNode *
node_new_string (const char *text)
{
  g_autofree char *clean = atl_text_dup_clean (text);

  return json_node_init_string (json_node_alloc (), clean);
}

static const char *
peek_string (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;
  return json_node_get_string (node);
}

/* Says whether the text is neither too short nor too long. */
static gboolean
check_length (const AtlShape *shape,
              const char     *text,
              const char     *path,
              AtlProblems    *problems)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  glong            length = g_utf8_strlen (text, -1);

  if (shape->min > 0 && *stripped == '\0')
    atl_problems_add (problems, path, "%s", _ ("a text that is not empty is expected"));
  else if (length > shape->max)
    /* Translators: the first number is the limit, the second how many there are */
    atl_problems_add (problems, path, _ ("at most %d characters are expected, there are %ld"), shape->max,
                      length);
  else
    return TRUE;
  return FALSE;
}

/* The languages that a text is given in; NULL if it is not of that form. */
static JsonNode *
read_languages (const AtlShape *shape,
                JsonObject     *texts,
                const char     *path,
                AtlProblems    *problems)
{
  g_autoptr (JsonObject) result = json_object_new ();
  const char            *found[G_N_ELEMENTS (languages)] = { NULL };
  guint                  n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      JsonNode *node = json_object_get_member (texts, languages[i]);

      found[i] = node != NULL ? peek_string (node) : NULL;
      n += node != NULL ? 1 : 0;
      if (node != NULL && found[i] == NULL)
        return NULL;
      if (found[i] != NULL && !check_length (shape, found[i], path, problems))
        return node_new_string ("");
    }
  if (n == 0 || n != json_object_get_size (texts))
    return NULL;
  /* Who gives one language only means it for both. */
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    json_object_set_member (result, languages[i],
                            node_new_string (found[i] != NULL ? found[i] : found[1 - i]));
  return json_node_init_object (json_node_alloc (), result);
}

static JsonNode *
make_text (const char *text)
{
  g_autoptr (JsonObject) result = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    json_object_set_member (result, languages[i], node_new_string (text));
  return json_node_init_object (json_node_alloc (), result);
}

static JsonNode *
read_text (const AtlShape *shape,
           JsonNode       *node,
           const char     *path,
           AtlProblems    *problems)
{
  const char *text = peek_string (node);
  JsonNode   *result = NULL;

  if (text != NULL)
    return check_length (shape, text, path, problems) ? make_text (text) : NULL;
  if (JSON_NODE_HOLDS_OBJECT (node))
    result = read_languages (shape, json_node_get_object (node), path, problems);
  if (result == NULL)
    atl_problems_add (problems, path, "%s",
                      _ ("a text is expected, or one in each language: {\"en\": \"…\", \"fr\": \"…\"}"));
  return result;
}

static JsonNode *
read_string (const AtlShape *shape,
             JsonNode       *node,
             const char     *path,
             AtlProblems    *problems)
{
  const char *text = peek_string (node);

  if (text == NULL)
    atl_problems_add (problems, path, "%s", _ ("a text in quotation marks is expected"));
  else if (check_length (shape, text, path, problems))
    return node_new_string (text);
  return NULL;
}

static JsonNode *
read_id (JsonNode    *node,
         const char  *path,
         AtlProblems *problems)
{
  const char *text = peek_string (node);

  if (text != NULL && atl_id_is_valid (text))
    return node_new_string (text);
  atl_problems_add (problems, path, "%s",
                    _ ("a name of at most 64 letters, digits, “-” and “_” is expected, without accents"));
  return NULL;
}

static gboolean
get_int (JsonNode *node,
         gint64   *value)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_INT64)
    return FALSE;
  *value = json_node_get_int (node);
  return TRUE;
}

static JsonNode *
read_int (const AtlShape *shape,
          JsonNode       *node,
          const char     *path,
          AtlProblems    *problems)
{
  gint64 value = 0;

  if (get_int (node, &value) && value >= shape->min && value <= shape->max)
    return json_node_init_int (json_node_alloc (), value);
  atl_problems_add (problems, path, _ ("a whole number from %d to %d is expected"), shape->min, shape->max);
  return NULL;
}

static JsonNode *
read_boolean (JsonNode    *node,
              const char  *path,
              AtlProblems *problems)
{
  if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_BOOLEAN)
    return json_node_init_boolean (json_node_alloc (), json_node_get_boolean (node));
  atl_problems_add (problems, path, "%s", _ ("true or false is expected"));
  return NULL;
}

static char *
dup_nicks (GEnumClass *values)
{
  GString *nicks = g_string_new (NULL);

  for (guint i = 0; i < values->n_values; i++)
    g_string_append_printf (nicks, "%s%s", i > 0 ? ", " : "", values->values[i].value_nick);
  return g_string_free (nicks, FALSE);
}

static JsonNode *
read_enum (const AtlShape *shape,
           JsonNode       *node,
           const char     *path,
           AtlProblems    *problems)
{
  GEnumClass      *values = g_type_class_ref (shape->values ());
  const char      *nick = peek_string (node);
  g_autofree char *nicks = dup_nicks (values);
  JsonNode        *result = NULL;

  if (nick != NULL && g_enum_get_value_by_nick (values, nick) != NULL)
    result = node_new_string (nick);
  else
    /* Translators: %s are words of the file format, as “flow, free, axes, graph” */
    atl_problems_add (problems, path, _ ("one of these words is expected: %s"), nicks);
  g_type_class_unref (values);
  return result;
}

/* What is wrong with a rectangle, or NULL. */
static const char *
find_rect_mistake (JsonArray *array,
                   gint64     rect[RECT_LENGTH])
{
  for (guint i = 0; i < RECT_LENGTH; i++)
    if (array == NULL || json_array_get_length (array) != RECT_LENGTH ||
        !get_int (json_array_get_element (array, i), &rect[i]) || rect[i] < 0 || rect[i] > WHOLE)
      return _ ("four whole numbers from 0 to 100 are expected");
  if (rect[2] < 1 || rect[3] < 1)
    return _ ("a width and a height of at least 1 are expected");
  if (rect[0] + rect[2] > WHOLE)
    return _ ("the area reaches beyond the right edge: the first and the third number are more than 100");
  if (rect[1] + rect[3] > WHOLE)
    return _ ("the area reaches beyond the lower edge: the second and the fourth number are more than 100");
  return NULL;
}

static JsonNode *
read_rect (JsonNode    *node,
           const char  *path,
           AtlProblems *problems)
{
  JsonArray            *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  gint64                rect[RECT_LENGTH] = { 0 };
  const char           *mistake = find_rect_mistake (array, rect);
  g_autoptr (JsonArray) result = NULL;

  if (mistake != NULL)
    {
      atl_problems_add (problems, path, "%s", mistake);
      return NULL;
    }
  result = json_array_new ();
  for (guint i = 0; i < RECT_LENGTH; i++)
    json_array_add_int_element (result, rect[i]);
  return json_node_init_array (json_node_alloc (), result);
}

static void
read_elements (const AtlShape *shape,
               JsonArray      *array,
               JsonArray      *result,
               const char     *path,
               AtlProblems    *problems)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autofree char *place = g_strdup_printf ("%s[%u]", path, i);
      JsonNode        *element = json_array_get_element (array, i);
      JsonNode        *read = atl_shape_read (shape->element, element, place, problems);

      if (read != NULL)
        json_array_add_element (result, read);
    }
}

static JsonNode *
read_list (const AtlShape *shape,
           JsonNode       *node,
           const char     *path,
           AtlProblems    *problems)
{
  g_autoptr (JsonArray) result = json_array_new ();
  JsonArray            *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint                 n = array != NULL ? json_array_get_length (array) : 0;

  if (array == NULL)
    atl_problems_add (problems, path, "%s", _ ("a list is expected: […]"));
  else if (n < (guint) shape->min || n > (guint) shape->max)
    /* Translators: the first two numbers are limits, the third is how many there are */
    atl_problems_add (problems, path, _ ("a list of %d to %d entries is expected, this one has %u"),
                      shape->min,
                      shape->max, n);
  else
    read_elements (shape, array, result, path, problems);
  return json_node_init_array (json_node_alloc (), result);
}

static const AtlShapeMember *
find_member (const AtlShape *shape,
             const char     *name,
             gboolean        exactly)
{
  for (const AtlShapeMember *member = shape->members; member->name != NULL; member++)
    if (exactly ? g_str_equal (member->name, name) : g_ascii_strcasecmp (member->name, name) == 0)
      return member;
  return NULL;
}

static void
report_unknown (const AtlShape *shape,
                const char     *name,
                const char     *path,
                AtlProblems    *problems)
{
  const AtlShapeMember *meant = find_member (shape, name, FALSE);
  g_autofree char      *shown = atl_text_dup_shown (name);
  g_autofree char      *place = join (path, shown);

  if (meant != NULL)
    /* Translators: %s is a word of the file format, in its right case */
    atl_problems_add (problems, place, _ ("this key is unknown; it is written “%s”"), meant->name);
  else
    atl_problems_add (problems, place, "%s", _ ("this key is unknown"));
}

static void
report_strangers (const AtlShape *shape,
                  JsonObject     *object,
                  const char     *path,
                  AtlProblems    *problems)
{
  JsonObjectIter iter;
  const char    *name = NULL;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    if (find_member (shape, name, TRUE) == NULL)
      report_unknown (shape, name, path, problems);
}

static void
read_member (const AtlShapeMember *member,
             JsonObject           *object,
             JsonObject           *result,
             const char           *path,
             AtlProblems          *problems)
{
  g_autofree char *place = join (path, member->name);
  JsonNode        *node = json_object_get_member (object, member->name);
  JsonNode        *read = node != NULL ? atl_shape_read (member->shape, node, place, problems) : NULL;

  if (node == NULL && member->needed)
    atl_problems_add (problems, place, "%s", _ ("this key is missing"));
  if (read != NULL)
    json_object_set_member (result, member->name, read);
}

static JsonNode *
read_object (const AtlShape *shape,
             JsonNode       *node,
             const char     *path,
             AtlProblems    *problems)
{
  g_autoptr (JsonObject) result = json_object_new ();
  JsonObject            *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;

  if (object == NULL)
    {
      atl_problems_add (problems, path, "%s", _ ("keys and values in braces are expected: {…}"));
      return NULL;
    }
  for (const AtlShapeMember *member = shape->members; member->name != NULL; member++)
    read_member (member, object, result, path, problems);
  report_strangers (shape, object, path, problems);
  return json_node_init_object (json_node_alloc (), result);
}

/**
 * atl_shape_read:
 * @shape: what is expected
 * @node: what stands in the file
 * @path: where, as `areas[2].rect`
 * @problems: where everything that is wrong is added, with its place
 *
 * Holds JSON against a shape. In what comes out, texts are always in both languages, and nothing stands that
 * the shape does not know.
 *
 * Returns: (transfer full) (nullable): a copy that fits as long as no problem was added
 */
JsonNode *
atl_shape_read (const AtlShape *shape,
                JsonNode       *node,
                const char     *path,
                AtlProblems    *problems)
{
  g_return_val_if_fail (shape != NULL && node != NULL && path != NULL && problems != NULL, NULL);

  switch (shape->kind)
    {
    case ATL_SHAPE_TEXT:
      return read_text (shape, node, path, problems);
    case ATL_SHAPE_STRING:
      return read_string (shape, node, path, problems);
    case ATL_SHAPE_ID:
      return read_id (node, path, problems);
    case ATL_SHAPE_INT:
      return read_int (shape, node, path, problems);
    case ATL_SHAPE_BOOLEAN:
      return read_boolean (node, path, problems);
    case ATL_SHAPE_ENUM:
      return read_enum (shape, node, path, problems);
    case ATL_SHAPE_RECT:
      return read_rect (node, path, problems);
    case ATL_SHAPE_LIST:
      return read_list (shape, node, path, problems);
    case ATL_SHAPE_OBJECT:
    default:
      return read_object (shape, node, path, problems);
    }
}
