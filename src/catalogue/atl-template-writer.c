/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-template-writer.h"

#include "catalogue/atl-data.h"
#include "catalogue/atl-template-shape.h"
#include "file/atl-line-writer.h"

#define FORMAT "atelier-template"
#define VERSION 1
#define SIZE 8192

static JsonNode *simplify (JsonNode *node);

/* A text that is the same in both languages is written as one string. */
static JsonNode *
simplify_object (JsonObject *object)
{
  g_autoptr (JsonObject) result = json_object_new ();
  const char            *en = atl_data_get_string (object, "en");
  const char            *fr = atl_data_get_string (object, "fr");
  JsonObjectIter         iter;
  const char            *name = NULL;
  JsonNode              *node = NULL;

  if (json_object_get_size (object) == 2 && en != NULL && g_strcmp0 (en, fr) == 0)
    return json_node_init_string (json_node_alloc (), en);
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (result, name, simplify (node));
  return json_node_init_object (json_node_alloc (), result);
}

static JsonNode *
simplify_array (JsonArray *array)
{
  g_autoptr (JsonArray) result = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (result, simplify (json_array_get_element (array, i)));
  return json_node_init_array (json_node_alloc (), result);
}

static JsonNode *
simplify (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return simplify_object (json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return simplify_array (json_node_get_array (node));
  return json_node_copy (node);
}

/* Lists of objects have a line for each. */
static void
write_list (AtlLineWriter *writer,
            const char    *name,
            JsonArray     *array)
{
  atl_line_writer_begin_list (writer, name);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      g_autoptr (JsonNode) element = simplify (json_array_get_element (array, i));

      atl_line_writer_list_node (writer, element);
    }
  atl_line_writer_end_list (writer);
}

static void
write_member (AtlLineWriter        *writer,
              const AtlShapeMember *member,
              JsonObject           *data)
{
  JsonNode            *node = json_object_get_member (data, member->name);
  g_autoptr (JsonNode) simple = NULL;

  if (node == NULL)
    return;
  if (member->shape->kind == ATL_SHAPE_LIST && member->shape->element->kind == ATL_SHAPE_OBJECT)
    {
      write_list (writer, member->name, json_node_get_array (node));
      return;
    }
  simple = simplify (node);
  atl_line_writer_node (writer, member->name, simple);
}

/**
 * atl_template_writer_write:
 * @template: a template, personal or not
 *
 * Writes a template as atl_template_reader_read() takes it: an area, a step or an example note per line. The
 * same template always gives the same bytes.
 *
 * Returns: (transfer full): the content of a file
 */
GBytes *
atl_template_writer_write (AtlTemplate *template)
{
  AtlLineWriter *writer = atl_line_writer_new (SIZE);
  JsonObject    *data = atl_template_get_data (template);

  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "format", FORMAT);
  atl_line_writer_int (writer, "version", VERSION);
  for (const AtlShapeMember *member = atl_template_shape_get ()->members; member->name != NULL; member++)
    if (!g_str_equal (member->name, "format") && !g_str_equal (member->name, "version"))
      write_member (writer, member, data);
  atl_line_writer_end_object (writer);
  return atl_line_writer_end (writer);
}
