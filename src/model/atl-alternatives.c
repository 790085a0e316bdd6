/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-alternatives.h"

#include "model/atl-edits.h"
#include "util/atl-rank.h"

#include <string.h>

#define NEXT_TO 24 /* board units between two versions kept as notes */

static const char *const group_nicks[] = {
  [ATL_MERGE_TEXT] = "text",
  [ATL_MERGE_PLACE] = "place",
  [ATL_MERGE_ORDER] = "order",
  [ATL_MERGE_STYLE] = "style",
  [ATL_MERGE_STATE] = "state",
};

/**
 * atl_merge_group_get_nick:
 * @group: a merge group
 *
 * Returns: (transfer none): its name in files
 */
const char *
atl_merge_group_get_nick (AtlMergeGroup group)
{
  g_return_val_if_fail (group < G_N_ELEMENTS (group_nicks), NULL);
  return group_nicks[group];
}

static GVariant *
unbox (GVariant *value)
{
  while (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT))
    {
      GVariant *inner = g_variant_get_variant (value);

      g_variant_unref (value);
      value = inner;
    }
  return value;
}

static GVariant *
get_child (GVariant *container,
           gsize     index)
{
  return unbox (g_variant_get_child_value (container, index));
}

/* What stands in files was written by anybody: only lists hold versions. */
static gboolean
is_list (GVariant *value)
{
  return g_variant_is_of_type (value, G_VARIANT_TYPE_ARRAY) &&
         !g_variant_is_of_type (value, G_VARIANT_TYPE_VARDICT);
}

static GVariant *
get_entry (GVariant    *alternatives,
           gsize        index,
           const char **nick)
{
  g_autoptr (GVariant) entry = g_variant_get_child_value (alternatives, index);

  g_variant_get_child (entry, 0, "&s", nick);
  return get_child (entry, 1);
}

/**
 * atl_alternatives_count:
 * @alternatives: (nullable): what atl_item_get_alternatives() gives
 *
 * Returns: how many versions there are, the one that is shown included; 0 where there is nothing to decide
 */
guint
atl_alternatives_count (GVariant *alternatives)
{
  gsize most = 0;

  for (gsize i = 0; alternatives != NULL && i < g_variant_n_children (alternatives); i++)
    {
      const char          *nick;
      g_autoptr (GVariant) versions = get_entry (alternatives, i, &nick);

      if (is_list (versions))
        most = MAX (most, g_variant_n_children (versions));
    }
  return most > 0 ? (guint) most + 1 : 0;
}

/**
 * atl_alternative_free:
 * @self: (transfer full): a version
 */
void
atl_alternative_free (AtlAlternative *self)
{
  g_free (self->group);
  g_clear_pointer (&self->members, g_variant_unref);
  g_free (self);
}

static AtlAlternative *
alternative_new (const char *group,
                 GVariant   *members)
{
  AtlAlternative *self = g_new0 (AtlAlternative, 1);

  self->group = g_strdup (group);
  self->members = g_variant_ref (members);
  g_variant_lookup (members, "deleted", "b", &self->deleted);
  return self;
}

/**
 * atl_alternatives_dup:
 * @item: an item
 *
 * Returns: (transfer full) (element-type AtlAlternative): the versions of it that are not shown
 */
GPtrArray *
atl_alternatives_dup (AtlItem *item)
{
  GVariant  *alternatives = atl_item_get_alternatives (item);
  GPtrArray *found = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_alternative_free);

  for (gsize i = 0; alternatives != NULL && i < g_variant_n_children (alternatives); i++)
    {
      const char          *nick;
      g_autoptr (GVariant) versions = get_entry (alternatives, i, &nick);

      for (gsize j = 0; is_list (versions) && j < g_variant_n_children (versions); j++)
        {
          g_autoptr (GVariant) members = get_child (versions, j);

          if (g_variant_is_of_type (members, G_VARIANT_TYPE_VARDICT))
            g_ptr_array_add (found, alternative_new (nick, members));
        }
    }
  return found;
}

static int
variant_to_int (GVariant *value,
                int       fallback)
{
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return (int) CLAMP (g_variant_get_int64 (value), G_MININT, G_MAXINT);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT32))
    return g_variant_get_int32 (value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_BOOLEAN))
    return g_variant_get_boolean (value);
  return fallback;
}

static int
variant_to_enum (GVariant       *value,
                 const AtlField *field)
{
  GEnumClass *klass = g_type_class_ref (field->value_type ());
  GEnumValue *entry = g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
                        ? g_enum_get_value_by_nick (klass, g_variant_get_string (value, NULL))
                        : NULL;
  int         result = entry != NULL ? entry->value : field->fallback;

  g_type_class_unref (klass);
  return result;
}

static char **
variant_to_strv (GVariant *value)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  char                   **strv;

  for (gsize i = 0; is_list (value) && i < g_variant_n_children (value); i++)
    {
      g_autoptr (GVariant) text = get_child (value, i);

      if (g_variant_is_of_type (text, G_VARIANT_TYPE_STRING))
        g_strv_builder_add (builder, g_variant_get_string (text, NULL));
    }
  strv = g_strv_builder_end (builder);
  if (strv[0] == NULL)
    g_clear_pointer (&strv, g_strfreev);
  return strv;
}

static AtlValue
default_value (const AtlField *field)
{
  AtlValue value = ATL_VALUE_INIT;

  value.type = field->type;
  if (atl_value_type_is_text (field->type))
    value.string = g_strdup ("");
  else if (field->type != ATL_VALUE_STRV && field->type != ATL_VALUE_VARIANT)
    value.integer = field->fallback;
  return value;
}

static void
fill_value (AtlValue       *value,
            const AtlField *field,
            GVariant       *from)
{
  if (atl_value_type_is_text (field->type))
    {
      if (!g_variant_is_of_type (from, G_VARIANT_TYPE_STRING))
        return;
      g_free (value->string);
      value->string = g_variant_dup_string (from, NULL);
    }
  else if (field->type == ATL_VALUE_STRV)
    value->strv = variant_to_strv (from);
  else if (field->type == ATL_VALUE_VARIANT)
    value->variant = g_variant_is_of_type (from, G_VARIANT_TYPE_VARDICT) ? g_variant_ref (from) : NULL;
  else if (field->type == ATL_VALUE_ENUM)
    value->integer = variant_to_enum (from, field);
  else
    value->integer = variant_to_int (from, field->fallback);
}

/* What the version says about a stored property that is no list, or its default. */
static AtlValue
dup_value (const AtlAlternative *self,
           const AtlField       *field)
{
  AtlValue             value = default_value (field);
  g_autoptr (GVariant) found = g_variant_lookup_value (self->members, field->name, NULL);

  if (found == NULL)
    return value;
  found = unbox (g_steal_pointer (&found));
  fill_value (&value, field, found);
  return value;
}

static gboolean
is_about (const AtlField *field,
          const char     *group)
{
  return field->type != ATL_VALUE_LIST && g_str_equal (atl_merge_group_get_nick (field->group), group) &&
         !g_str_equal (field->name, "alternatives") && !g_str_equal (field->name, "vector");
}

static void
take_values (AtlItem              *item,
             const AtlAlternative *chosen)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_about (&klass->fields[i], chosen->group))
      {
        g_auto (AtlValue) value = dup_value (chosen, &klass->fields[i]);

        atl_item_set_value (item, i, &value);
      }
}

/**
 * atl_alternative_dup_item:
 * @self: a version
 * @item: its item
 *
 * Returns: (transfer full): a copy of @item as this version has it, in no list
 */
AtlItem *
atl_alternative_dup_item (const AtlAlternative *self,
                          AtlItem              *item)
{
  AtlItem *copy = atl_item_copy (item);

  atl_item_set_alternatives (copy, NULL);
  if (!self->deleted)
    take_values (copy, self);
  return copy;
}

/**
 * atl_alternative_can_be_used:
 * @self: a version
 * @item: its item
 *
 * Tells whether atl_alternatives_use() can show it: not if it is a deletion, nor what only a newer version
 * of the program knows of.
 */
gboolean
atl_alternative_can_be_used (const AtlAlternative *self,
                             AtlItem              *item)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields && !self->deleted; i++)
    if (is_about (&klass->fields[i], self->group))
      return TRUE;
  return FALSE;
}

static void find_in (AtlItem   *item,
                     GPtrArray *found);

static void
find_in_list (AtlList   *list,
              GPtrArray *found)
{
  for (guint i = 0; i < atl_list_get_length (list); i++)
    find_in (atl_list_get (list, i), found);
}

static void
find_in (AtlItem   *item,
         GPtrArray *found)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      find_in_list (atl_item_get_child_list (item, i), found);
    else if (g_str_equal (klass->fields[i].name, "alternatives") &&
             atl_alternatives_count (atl_item_peek_value (item, i).variant) > 0)
      g_ptr_array_add (found, g_object_ref (item));
}

/**
 * atl_alternatives_find_items:
 * @session: a session
 *
 * Returns: (transfer full) (element-type AtlItem): everything in it that has several versions
 */
GPtrArray *
atl_alternatives_find_items (AtlSession *session)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  find_in (ATL_ITEM (session), found);
  return found;
}

/**
 * atl_alternatives_keep:
 * @item: an item
 * @group: nick of a merge group
 *
 * Decides for what is shown: the other versions of this group are forgotten.
 */
void
atl_alternatives_keep (AtlItem    *item,
                       const char *group)
{
  GVariant       *alternatives = atl_item_get_alternatives (item);
  GVariantBuilder rest;

  if (alternatives == NULL)
    return;
  g_variant_builder_init (&rest, G_VARIANT_TYPE_VARDICT);
  for (gsize i = 0; i < g_variant_n_children (alternatives); i++)
    {
      g_autoptr (GVariant) entry = g_variant_get_child_value (alternatives, i);
      const char          *nick;

      g_variant_get_child (entry, 0, "&s", &nick);
      if (!g_str_equal (nick, group))
        g_variant_builder_add_value (&rest, entry);
    }
  atl_item_set_alternatives (item, g_variant_builder_end (&rest));
}

/* The list of @container that is to it what its own list is to the parent of @item. */
static AtlList *
find_list_like (AtlItem *item,
                AtlItem *container)
{
  AtlItem      *parent = atl_item_get_parent (item);
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (parent);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST &&
        atl_item_get_child_list (parent, i) == atl_item_get_list (item))
      return atl_item_get_child_list (container, i);
  return NULL;
}

static void
move_note (AtlNote              *note,
           AtlBoard             *board,
           const AtlAlternative *chosen)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  AtlArea              *area = NULL;
  const char           *id;

  if (g_variant_lookup (chosen->members, "area", "&s", &id))
    area = atl_list_find (atl_board_get_areas (board), id);
  if (area == NULL)
    area = atl_list_get (atl_board_get_areas (board), 0);
  g_ptr_array_add (notes, note);
  if (area != NULL)
    atl_notes_move_to_board (notes, board, area);
}

/* A version of the order may be on another board; what hangs on a note comes along. */
static void
move_into_container (AtlItem              *item,
                     const AtlAlternative *chosen)
{
  AtlItem            *parent = atl_item_get_parent (item);
  AtlList            *list = parent != NULL ? atl_item_get_list (parent) : NULL;
  AtlItem            *container = NULL;
  const char         *id;
  g_autoptr (AtlItem) kept = g_object_ref (item);

  if (list != NULL && g_variant_lookup (chosen->members, "container", "&s", &id))
    container = atl_list_find (list, id);
  if (container == NULL || container == parent)
    return;
  if (ATL_IS_NOTE (item))
    {
      move_note (ATL_NOTE (item), ATL_BOARD (container), chosen);
      return;
    }
  list = find_list_like (item, container);
  atl_list_remove (atl_item_get_list (item), item);
  atl_list_insert (list, item);
}

/**
 * atl_alternatives_use:
 * @item: an item
 * @chosen: one of its versions, not a deleted one
 *
 * Decides for a version: it becomes what is shown, and the others of its group are forgotten.
 */
void
atl_alternatives_use (AtlItem              *item,
                      const AtlAlternative *chosen)
{
  g_return_if_fail (ATL_IS_ITEM (item) && chosen != NULL && !chosen->deleted);

  move_into_container (item, chosen);
  take_values (item, chosen);
  atl_alternatives_keep (item, chosen->group);
}

/* Between @note and what follows; neighbors may have the same rank after a merge. */
static char *
dup_rank_after (AtlNote *note)
{
  AtlList    *list = atl_item_get_list (ATL_ITEM (note));
  const char *rank = atl_note_get_rank (note);
  guint       position = 0;

  atl_list_get_position (list, ATL_ITEM (note), &position);
  AtlNote *next = atl_list_get (list, position + 1);
  if (next != NULL && strcmp (atl_note_get_rank (next), rank) <= 0)
    return g_strdup (rank);
  return atl_rank_between (rank, next != NULL ? atl_note_get_rank (next) : NULL);
}

static void
put_beside (AtlNote *copy,
            AtlNote *note)
{
  g_autofree char *rank = dup_rank_after (note);

  atl_note_set_rank (copy, rank);
  if (atl_note_get_x (note) != ATL_PLACE_NONE)
    {
      atl_note_set_x (copy, atl_note_get_x (note) + NEXT_TO);
      atl_note_set_y (copy, atl_note_get_y (note) + NEXT_TO);
    }
  atl_list_insert (atl_item_get_list (ATL_ITEM (note)), ATL_ITEM (copy));
}

/**
 * atl_alternatives_keep_all:
 * @note: a note on a board
 * @group: nick of a merge group
 *
 * Decides for all versions of the group: what is shown stays, and every other version becomes a note of
 * its own beside it.
 *
 * Returns: how many notes were made
 */
guint
atl_alternatives_keep_all (AtlNote    *note,
                           const char *group)
{
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (ATL_ITEM (note));
  AtlNote              *last = note;
  guint                 n = 0;

  g_return_val_if_fail (atl_item_get_list (ATL_ITEM (note)) != NULL, 0);

  for (guint i = 0; i < versions->len; i++)
    {
      AtlAlternative     *version = versions->pdata[i];
      g_autoptr (AtlItem) copy = NULL;

      if (version->deleted || !g_str_equal (version->group, group))
        continue;
      copy = atl_alternative_dup_item (version, ATL_ITEM (note));
      put_beside (ATL_NOTE (copy), last);
      last = ATL_NOTE (copy);
      n++;
    }
  atl_alternatives_keep (ATL_ITEM (note), group);
  return n;
}

/**
 * atl_alternatives_delete:
 * @item: an item of a session, not the session itself
 *
 * Decides for the side that deleted it: deletes it, with what belongs to it.
 */
void
atl_alternatives_delete (AtlItem *item)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  AtlList              *list = atl_item_get_list (item);

  g_return_if_fail (list != NULL);

  if (ATL_IS_NOTE (item))
    {
      g_ptr_array_add (notes, item);
      atl_notes_delete (notes);
    }
  else if (ATL_IS_BOARD (item))
    atl_board_delete (ATL_BOARD (item));
  else
    atl_list_remove (list, item);
}
