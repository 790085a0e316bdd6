/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/codec/atl-codec-stamps.h"

#include "config.h"
#include "store/stamp/atl-carried.h"
#include "store/codec/atl-codec.h"
#include "store/codec/atl-codec-members.h"
#include "store/stamp/atl-merge-book.h"
#include "util/atl-uuid.h"

#include <glib/gi18n-lib.h>

/* A version that so many have written at once is an edited file. */
#define MAX_STAMPS 64

static gboolean
parse_node (JsonNode *node, AtlStamp *stamp)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return FALSE;
  return atl_stamp_parse (json_node_get_string (node), stamp);
}

static AtlStampSet *
parse_set (JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  AtlStamp   stamps[MAX_STAMPS];
  guint      n = array != NULL ? json_array_get_length (array) : 1;

  if (array == NULL)
    return parse_node (node, &stamps[0]) ? atl_stamp_set_new (stamps, 1) : NULL;
  if (n > MAX_STAMPS)
    return NULL;
  for (guint i = 0; i < n; i++)
    if (!parse_node (json_array_get_element (array, i), &stamps[i]))
      return NULL;
  return atl_stamp_set_new (stamps, n);
}

/* The original of a wrong stamp, and what a newer version says of groups that this one does not have. */
static void
carry_group (AtlItem *item, const char *name, JsonNode *value)
{
  AtlCarried          *carried = atl_carried_ensure (item);
  JsonObject          *unknown = atl_carried_get_unknown (carried);
  JsonNode            *old = unknown != NULL ? json_object_get_member (unknown, "fv") : NULL;
  g_autoptr (JsonNode) node = NULL;

  if (old != NULL)
    {
      json_object_set_member (json_node_get_object (old), name, json_node_copy (value));
      return;
    }
  node = json_node_init_object (json_node_alloc (), json_object_new ());
  json_object_unref (json_node_get_object (node));
  json_object_set_member (json_node_get_object (node), name, json_node_copy (value));
  atl_carried_add_unknown (carried, "fv", node);
}

static void
read_group (const AtlJsonReader *reader, AtlItem *item, const char *name, JsonNode *node)
{
  int                     group = atl_merge_groups_find (name);
  g_autoptr (AtlStampSet) stamps = group >= 0 ? parse_set (node) : NULL;
  AtlStamp                base = ATL_STAMP_BASE;
  AtlStampSet             none = { 1, &base };

  if (stamps == NULL || (stamps->n == 0 && group != ATL_MERGE_TEXT))
    carry_group (item, name, node);
  if (group < 0)
    return;
  if (stamps == NULL || (stamps->n == 0 && group != ATL_MERGE_TEXT))
    {
      atl_json_reader_report (reader, "fv", _ ("“%s” has no stamp that can be used"), name);
      atl_carried_set_group_stamps (atl_carried_ensure (item), (guint) group, &none);
      return;
    }
  atl_carried_set_group_stamps (atl_carried_ensure (item), (guint) group, stamps);
}

static void
read_groups (const AtlJsonReader *reader, AtlItem *item, JsonNode *node)
{
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    {
      atl_json_reader_report (reader, "fv", _ ("is no object of stamps"));
      return;
    }
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    read_group (reader, item, name, value);
}

/**
 * atl_codec_read_stamps:
 * @reader: a reader at the item
 * @item: the item
 *
 * Reads `v` and `fv`. A wrong stamp reads as the base, and is carried.
 */
void
atl_codec_read_stamps (const AtlJsonReader *reader, AtlItem *item)
{
  JsonNode *own = json_object_get_member (reader->object, "v");
  JsonNode *groups = json_object_get_member (reader->object, "fv");
  AtlStamp  stamp;

  if (own != NULL && parse_node (own, &stamp))
    atl_carried_set_stamp (atl_carried_ensure (item), stamp);
  else if (own != NULL)
    {
      atl_json_reader_report (reader, "v", _ ("is no stamp"));
      atl_carried_add_unknown (atl_carried_ensure (item), "v", own);
    }
  if (groups != NULL)
    read_groups (reader, item, groups);
}

/**
 * atl_codec_read_vector:
 * @reader: a reader at the root
 * @session: the session, its properties already read
 *
 * Reports the entries of the version vector that are no stamps. They are written back until the vector
 * changes.
 */
void
atl_codec_read_vector (const AtlJsonReader *reader, AtlSession *session)
{
  const char *const *vector = atl_session_get_vector (session);
  AtlStamp           stamp;

  for (guint i = 0; vector != NULL && vector[i] != NULL; i++)
    if (!atl_stamp_parse (vector[i], &stamp))
      atl_json_reader_report (reader, "vector", _ ("entry %u is no stamp"), i + 1);
}

static AtlItem *
make_tombstone (const AtlJsonReader *reader)
{
  AtlJsonOutcome   outcome = ATL_JSON_ABSENT;
  g_autofree char *id = atl_json_reader_dup_id (reader, "id", "", &outcome);
  g_autofree char *kind = atl_json_reader_dup_string (reader, "was", "", &outcome);
  GType            type = atl_merge_groups_find_kind (kind);

  if (*id == '\0' || type == G_TYPE_INVALID)
    {
      atl_json_reader_report (reader, *id == '\0' ? "id" : "was", _ ("cannot be used; the line is kept"));
      return NULL;
    }
  return g_object_new (type, "id", id, NULL);
}

static AtlItem *
read_tombstone (const AtlJsonReader *reader)
{
  static const char *const known[] = { "id", "was", "in", "waiting", "v", "fv", NULL };
  AtlItem                 *item = make_tombstone (reader);
  AtlJsonOutcome           outcome = ATL_JSON_ABSENT;
  g_autofree char         *container = NULL;

  if (item == NULL)
    return NULL;
  container = atl_json_reader_dup_id (reader, "in", "", &outcome);
  atl_carried_set_container (atl_carried_ensure (item), container);
  atl_carried_set_waiting (atl_carried_ensure (item),
                           atl_json_reader_get_boolean (reader, "waiting", FALSE, &outcome));
  atl_codec_read_fields (reader, item);
  atl_codec_read_unknown (reader, item, known);
  atl_codec_read_stamps (reader, item);
  return item;
}

static void
read_one (const AtlJsonReader *reader, JsonArray *array, guint i, AtlMergeBook *book)
{
  AtlJsonReader       inner;
  g_autoptr (AtlItem) item = NULL;

  if (atl_json_reader_enter (&inner, reader, "tombstones", array, i))
    item = read_tombstone (&inner);
  if (item != NULL)
    {
      AtlItemKey key = atl_item_key (item);

      if (atl_merge_book_find (book, &key) == NULL)
        {
          atl_merge_book_bury (book, item);
          return;
        }
    }
  atl_merge_book_add_stray (book, json_array_get_element (array, i));
}

/**
 * atl_codec_read_tombstones:
 * @reader: a reader at the root
 * @session: the session
 *
 * Reads what is known about deleted items.
 */
void
atl_codec_read_tombstones (const AtlJsonReader *reader, AtlSession *session)
{
  AtlJsonOutcome outcome = ATL_JSON_ABSENT;
  JsonArray     *array = NULL;
  AtlMergeBook  *book;

  if (!json_object_has_member (reader->object, "tombstones"))
    return;
  array = atl_json_reader_get_array (reader, "tombstones", &outcome);
  if (array == NULL)
    {
      atl_carried_add_unknown (atl_carried_ensure (ATL_ITEM (session)), "tombstones",
                               json_object_get_member (reader->object, "tombstones"));
      return;
    }
  book = atl_merge_book_ensure (session);
  for (guint i = 0; i < json_array_get_length (array) && i < ATL_CODEC_MAX_ITEMS; i++)
    read_one (reader, array, i, book);
}
