/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/codec/atl-codec-stamps.h"

#include "store/stamp/atl-carried.h"
#include "store/codec/atl-codec-members.h"
#include "store/stamp/atl-merge-book.h"
#include "store/stamp/atl-merge-register.h"

/* An item has at most this many groups. */
typedef struct
{
  AtlStampSet stamps[ATL_MERGE_N_GROUPS];
  guint       mask;
  AtlStamp    common; /* the stamp of most groups */
} Stamps;

static guint
count_groups (const Stamps *self, AtlStamp stamp)
{
  guint n = 0;

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if ((self->mask & 1u << i) != 0 && self->stamps[i].n == 1 &&
        atl_stamp_equal (self->stamps[i].stamps[0], stamp))
      n++;
  return n;
}

/* The stamp that most groups have; of two, the later one. */
static void
find_common (Stamps *self)
{
  guint most = 0;

  self->common = ATL_STAMP_BASE;
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if ((self->mask & 1u << i) != 0 && self->stamps[i].n == 1)
      {
        AtlStamp stamp = self->stamps[i].stamps[0];
        guint    n = count_groups (self, stamp);

        if (n > most || (n == most && atl_stamp_compare (stamp, self->common) > 0))
          {
            most = n;
            self->common = stamp;
          }
      }
}

static JsonNode *
stamps_to_node (const AtlStampSet *stamps)
{
  g_autoptr (JsonArray) array = json_array_new ();
  char                  text[ATL_STAMP_TEXT_SIZE];

  for (guint i = 0; i < stamps->n; i++)
    {
      atl_stamp_print (stamps->stamps[i], text);
      if (stamps->n == 1)
        return json_node_init_string (json_node_alloc (), text);
      json_array_add_string_element (array, text);
    }
  return json_node_init_array (json_node_alloc (), array);
}

static gboolean
is_common (const Stamps *self, guint group)
{
  const AtlStampSet *stamps = &self->stamps[group];

  return stamps->n == 1 && atl_stamp_equal (stamps->stamps[0], self->common);
}

/* What a file said of a group and this version could not use stays until the group is stamped anew. */
static void
add_carried (JsonObject *object, const Stamps *self, JsonObject *unknown)
{
  JsonNode      *node = unknown != NULL ? json_object_get_member (unknown, "fv") : NULL;
  JsonObjectIter iter;
  const char    *name;
  JsonNode      *value;

  if (node == NULL)
    return;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &value))
    {
      int group = atl_merge_groups_find (name);

      if (group < 0 || (self->stamps[group].n == 1 && atl_stamp_is_base (self->stamps[group].stamps[0])))
        json_object_set_member (object, name, json_node_ref (value));
    }
}

static void
write_groups (AtlLineWriter *writer, const Stamps *self, JsonObject *unknown)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode)   node = json_node_init_object (json_node_alloc (), object);

  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    if ((self->mask & 1u << i) != 0 && !is_common (self, i))
      json_object_set_member (object, atl_merge_groups_get_nick (i), stamps_to_node (&self->stamps[i]));
  add_carried (object, self, unknown);
  if (json_object_get_size (object) > 0)
    atl_line_writer_node (writer, "fv", node);
}

static void
write_own (AtlLineWriter *writer, AtlStamp stamp, JsonObject *unknown)
{
  char text[ATL_STAMP_TEXT_SIZE];

  if (!atl_stamp_is_base (stamp))
    {
      atl_stamp_print (stamp, text);
      atl_line_writer_string (writer, "v", text);
    }
  else if (unknown != NULL && json_object_has_member (unknown, "v"))
    atl_line_writer_node (writer, "v", json_object_get_member (unknown, "v"));
}

/**
 * atl_codec_write_stamps:
 * @writer: a writer in an item
 * @item: the item
 *
 * Writes `v`, the stamp of most groups, and `fv`, those of the others.
 */
void
atl_codec_write_stamps (AtlLineWriter *writer, AtlItem *item)
{
  AtlCarried *carried = atl_carried_get (item);
  JsonObject *unknown = carried != NULL ? atl_carried_get_unknown (carried) : NULL;
  Stamps      stamps = { 0 };

  AtlMergeRegister *collapsed[ATL_MERGE_N_GROUPS] = { NULL };

  if (carried == NULL)
    return;
  if (atl_carried_is_plain (carried) && atl_item_get_alternatives (item) == NULL &&
      (unknown == NULL || !json_object_has_member (unknown, "fv")))
    {
      write_own (writer, atl_carried_get_stamp (carried), unknown);
      return;
    }
  stamps.mask = atl_merge_groups_of (item)->mask;
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    {
      collapsed[i] = atl_merge_register_read_collapsed (item, i);
      stamps.stamps[i] = collapsed[i] != NULL && atl_carried_peek_stamps (item, i).n > 0
                           ? *atl_merge_register_get_shown (collapsed[i])->stamps
                           : atl_carried_peek_stamps (item, i);
    }
  find_common (&stamps);
  write_own (writer, stamps.common, unknown);
  write_groups (writer, &stamps, unknown);
  for (guint i = 0; i < ATL_MERGE_N_GROUPS; i++)
    g_clear_pointer (&collapsed[i], atl_merge_register_free);
}

static void
write_vector_as_read (AtlLineWriter *writer, AtlSession *session)
{
  AtlCarried *carried = atl_carried_get (ATL_ITEM (session));
  JsonNode   *unusable = carried != NULL ? atl_carried_get_unusable (carried, ATL_SESSION_VECTOR) : NULL;

  if (atl_session_get_vector (session) != NULL)
    atl_line_writer_strv (writer, "vector", atl_session_get_vector (session));
  else if (unusable != NULL)
    atl_line_writer_node (writer, "vector", unusable);
}

/**
 * atl_codec_write_vector:
 * @writer: a writer in the root
 * @session: the session
 *
 * Writes what the session has seen, with what this opening has stamped.
 */
void
atl_codec_write_vector (AtlLineWriter *writer, AtlSession *session)
{
  AtlMergeBook              *book = atl_merge_book_get (session);
  g_autoptr (AtlStampVector) vector = NULL;
  g_auto (GStrv)             texts = NULL;

  if (book == NULL || atl_stamp_is_base (atl_merge_book_get_own (book)))
    {
      write_vector_as_read (writer, session);
      return;
    }
  vector = atl_merge_book_dup_vector (session);
  texts = atl_stamp_vector_dup_texts (vector);
  atl_line_writer_strv (writer, "vector", (const char *const *) texts);
}

static void
write_tombstone (AtlLineWriter *writer, AtlItem *item)
{
  const char *container = atl_carried_get_container (atl_carried_ensure (item));

  atl_line_writer_begin_object (writer);
  atl_line_writer_string (writer, "id", atl_item_get_id (item));
  atl_line_writer_string (writer, "was", atl_merge_groups_of (item)->nick);
  if (*container != '\0')
    atl_line_writer_string (writer, "in", container);
  if (atl_carried_get_waiting (atl_carried_ensure (item)))
    atl_line_writer_boolean (writer, "waiting", TRUE);
  atl_codec_write_fields (writer, item);
  atl_codec_write_stamps (writer, item);
  atl_codec_write_unknown (writer, item);
  atl_line_writer_end_object (writer);
}

/* Edited files may have a tombstone of what is alive. It says nothing. */
static GPtrArray *
dup_dead (AtlSession *session, AtlMergeBook *book)
{
  GPtrArray *items = atl_merge_book_dup_tombstones (book);

  for (guint i = items->len; i > 0; i--)
    {
      AtlItemKey key = atl_item_key (items->pdata[i - 1]);

      if (atl_merge_book_is_alive (session, &key))
        g_ptr_array_remove_index (items, i - 1);
    }
  return items;
}

/**
 * atl_codec_write_tombstones:
 * @writer: a writer in the root
 * @session: the session
 *
 * Writes what is known about deleted items: who deleted them, where they were, and none of their words.
 */
void
atl_codec_write_tombstones (AtlLineWriter *writer, AtlSession *session)
{
  AtlMergeBook         *book = atl_merge_book_get (session);
  g_autoptr (GPtrArray) items = book != NULL ? dup_dead (session, book) : NULL;
  JsonArray            *strays = book != NULL ? atl_merge_book_get_strays (book) : NULL;

  if (items == NULL || (items->len == 0 && strays == NULL))
    return;
  atl_line_writer_begin_list (writer, "tombstones");
  for (guint i = 0; i < items->len; i++)
    write_tombstone (writer, items->pdata[i]);
  for (guint i = 0; strays != NULL && i < json_array_get_length (strays); i++)
    atl_line_writer_list_node (writer, json_array_get_element (strays, i));
  atl_line_writer_end_list (writer);
}
