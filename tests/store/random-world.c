/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-world.h"

#include "model/atl-board.h"
#include "model/atl-area.h"
#include "util/atl-rank.h"

#include <string.h>

#define MOST_NOTES 60
#define MOST_OTHERS 6
#define LARGEST 2000 /* of integers that a property does not limit */

/**
 * atl_random_world_init:
 * @self: a world
 * @seed: decides what will happen
 */
void
atl_random_world_init (AtlRandomWorld *self,
                       guint32         seed)
{
  self->session = atl_session_new ("random-session");
  g_random_set_seed (seed); /* of the ids that the model draws */
  self->random = g_rand_new_with_seed (seed);
  self->past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  for (guint i = 0; i < 150; i++)
    atl_random_insert_any (self);
  self->history = atl_history_new (self->session);
  self->stamper = atl_stamper_new (self->session);
}

/**
 * atl_random_world_clear:
 * @self: a world
 */
void
atl_random_world_clear (AtlRandomWorld *self)
{
  g_assert_finalize_object (self->history);
  g_object_unref (self->stamper);
  g_assert_finalize_object (self->session);
  g_ptr_array_unref (self->past);
  g_rand_free (self->random);
}

/**
 * atl_random_world_below:
 * @self: a world
 * @limit: at least 1
 *
 * Returns: a number from 0 to @limit - 1
 */
guint
atl_random_world_below (AtlRandomWorld *self,
                        guint           limit)
{
  return (guint) g_rand_int_range (self->random, 0, (gint32) limit);
}

/**
 * atl_random_world_pick:
 * @self: a world
 * @list: a list
 *
 * Returns: (transfer none) (nullable): an item of the list, %NULL if it is empty
 */
gpointer
atl_random_world_pick (AtlRandomWorld *self,
                       AtlList        *list)
{
  guint n = atl_list_get_length (list);

  return n > 0 ? atl_list_get (list, atl_random_world_below (self, n)) : NULL;
}

/**
 * atl_random_world_choose:
 * @self: a world
 * @operations: (array length=n): what may happen
 * @n: how many
 *
 * Returns: one of them, by their weights
 */
const AtlRandomOperation *
atl_random_world_choose (AtlRandomWorld           *self,
                         const AtlRandomOperation *operations,
                         guint                     n)
{
  guint total = 0;
  guint at;

  for (guint i = 0; i < n; i++)
    total += operations[i].weight;
  at = atl_random_world_below (self, total);
  for (guint i = 0; i < n; i++)
    {
      if (at < operations[i].weight)
        return &operations[i];
      at -= operations[i].weight;
    }
  g_assert_not_reached ();
}

/* All items of the session, itself first. */
static void
collect (AtlItem   *item,
         GPtrArray *items)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  g_ptr_array_add (items, item);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      {
        AtlList *list = atl_item_get_child_list (item, i);

        for (guint j = 0; j < atl_list_get_length (list); j++)
          collect (atl_list_get (list, j), items);
      }
}

static AtlItem *
pick_any (AtlRandomWorld *world)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  collect (ATL_ITEM (world->session), items);
  return items->pdata[atl_random_world_below (world, items->len)];
}

/* Any of the lists of the session; @filled for one that is not empty, if there is any. */
static AtlList *
pick_list (AtlRandomWorld *world,
           gboolean        filled)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GPtrArray) lists = g_ptr_array_new ();

  collect (ATL_ITEM (world->session), items);
  for (guint i = 0; i < items->len; i++)
    {
      AtlItemClass *klass = ATL_ITEM_GET_CLASS (items->pdata[i]);

      for (guint j = 0; j < klass->n_fields; j++)
        if (klass->fields[j].type == ATL_VALUE_LIST &&
            (!filled || !atl_item_value_is_default (items->pdata[i], j)))
          g_ptr_array_add (lists, atl_item_get_child_list (items->pdata[i], j));
    }
  return lists->len > 0 ? lists->pdata[atl_random_world_below (world, lists->len)] : NULL;
}

static const char *
some_text (AtlRandomWorld *world)
{
  static const char *const texts[] = {
    "", "Vision", "Silo", "éàü 🌱", "two\nlines", "\"quoted\" \\ {braces}", "שלום", "a\tb", "a-1_B"
  };

  return texts[atl_random_world_below (world, G_N_ELEMENTS (texts))];
}

static char *
some_rank (AtlRandomWorld *world)
{
  static const char *const ranks[] = { NULL, "B", "M", "V", "Vz", "k" };
  guint                    at = atl_random_world_below (world, G_N_ELEMENTS (ranks));

  return atl_rank_between (ranks[at], at + 1 < G_N_ELEMENTS (ranks) ? ranks[at + 1] : NULL);
}

static int
some_int (AtlRandomWorld *world,
          const AtlField *field)
{
  int low = MAX (field->min, -LARGEST);
  int high = MIN (field->max, LARGEST);

  return low < high ? g_rand_int_range (world->random, low, high) : low;
}

static int
some_enum (AtlRandomWorld *world,
           const AtlField *field)
{
  GEnumClass *klass = g_type_class_ref (field->value_type ());
  int         value = klass->values[atl_random_world_below (world, klass->n_values)].value;

  g_type_class_unref (klass);
  return value;
}

static GVariant *
some_alternatives (AtlRandomWorld *world)
{
  static const char *const texts[] = {
    "{'text': <[<{'v': <[<'AAAAAAAA.1'>]>, 'text': <'theirs'>}>]>}",
    "{'text': <[<{'v': <[<'AAAAAAAA.2'>]>, 'text': <'second'>}>, <{'v': <[<'BBBBBBBB.1'>]>}>]>}",
    "{'place': <[<{'v': <[<'CCCCCCCC.7'>]>, 'x': <int64 30>, 'y': <int64 4>}>]>}",
    "{'style': <[<{'v': <[<'CCCCCCCC.8'>]>, 'deleted': <true>}>]>}",
  };
  guint at = atl_random_world_below (world, G_N_ELEMENTS (texts) + 1);

  if (at == G_N_ELEMENTS (texts))
    return NULL;
  return g_variant_parse (G_VARIANT_TYPE_VARDICT, texts[at], NULL, NULL, NULL);
}

static GVariant *
some_settings (AtlRandomWorld *world)
{
  GVariantDict dict;

  if (atl_random_world_below (world, 4) == 0)
    return NULL;
  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "effort", "x", (gint64) atl_random_world_below (world, 9));
  if (atl_random_world_below (world, 2) == 0)
    g_variant_dict_insert (&dict, "remark", "s", some_text (world));
  return g_variant_dict_end (&dict);
}

static AtlValue
some_strv (AtlRandomWorld *world,
           char           *words[3])
{
  guint n = atl_random_world_below (world, 3);

  for (guint i = 0; i < n; i++)
    words[i] = (char *) some_text (world);
  words[n] = NULL;
  return atl_value_strv (n > 0 ? (const char *const *) words : NULL);
}

static AtlValue
some_reference (AtlRandomWorld *world)
{
  gboolean none = atl_random_world_below (world, 4) == 0;

  return atl_value_string (ATL_VALUE_REF, none ? "" : atl_item_get_id (pick_any (world)));
}

static void
set_variant (AtlRandomWorld *world,
             AtlItem        *item,
             guint           index)
{
  gboolean  versions = g_str_equal (ATL_ITEM_GET_CLASS (item)->fields[index].name, "alternatives");
  GVariant *variant = versions ? some_alternatives (world) : some_settings (world);

  if (variant != NULL)
    g_variant_ref_sink (variant);
  AtlValue value = atl_value_variant (variant);
  atl_item_set_value (item, index, &value);
  g_clear_pointer (&variant, g_variant_unref);
}

static AtlValue
some_value (AtlRandomWorld *world,
            const AtlField *field,
            char           *words[3])
{
  static const char *const days[] = { "", "2026-03-01", "2026-11-21" };

  switch (field->type)
    {
    case ATL_VALUE_INT:
      return atl_value_int (field->type, some_int (world, field));
    case ATL_VALUE_BOOLEAN:
      return atl_value_int (field->type, g_rand_boolean (world->random));
    case ATL_VALUE_ENUM:
      return atl_value_int (field->type, some_enum (world, field));
    case ATL_VALUE_STRV:
      return some_strv (world, words);
    case ATL_VALUE_REF:
      return some_reference (world);
    case ATL_VALUE_DATE:
      return atl_value_string (field->type, days[atl_random_world_below (world, G_N_ELEMENTS (days))]);
    case ATL_VALUE_STRING:
    case ATL_VALUE_RANK:
    case ATL_VALUE_VARIANT:
    case ATL_VALUE_LIST:
    default:
      return atl_value_string (field->type, some_text (world));
    }
}

/**
 * atl_random_set_field:
 * @world: a world
 * @item: an item
 *
 * Sets any stored property of @item, whatever its class, to any value of its type. What a session has seen of
 * others is left to merges.
 */
void
atl_random_set_field (AtlRandomWorld *world,
                      AtlItem        *item)
{
  AtlItemClass   *klass = ATL_ITEM_GET_CLASS (item);
  guint           index = atl_random_world_below (world, klass->n_fields);
  const AtlField *field = &klass->fields[index];
  char           *words[3];

  if (field->type == ATL_VALUE_LIST || g_str_equal (field->name, "vector"))
    return;
  if (field->type == ATL_VALUE_VARIANT)
    {
      set_variant (world, item, index);
      return;
    }
  g_autofree char *rank = field->type == ATL_VALUE_RANK ? some_rank (world) : NULL;
  AtlValue         value = some_value (world, field, words);

  if (rank != NULL)
    value = atl_value_string (ATL_VALUE_RANK, rank);
  atl_item_set_value (item, index, &value);
}

/**
 * atl_random_set_any:
 * @world: a world
 *
 * Sets a few properties of any item.
 */
void
atl_random_set_any (AtlRandomWorld *world)
{
  AtlItem *item = pick_any (world);

  for (guint i = 0; i < 3; i++)
    atl_random_set_field (world, item);
}

static gboolean
is_full (AtlList *list)
{
  gboolean notes = g_list_model_get_item_type (G_LIST_MODEL (list)) == ATL_TYPE_NOTE;

  return atl_list_get_length (list) >= (notes ? MOST_NOTES : MOST_OTHERS);
}

static char *
some_id (AtlRandomWorld *world)
{
  return g_strdup_printf ("i-%08x", g_rand_int (world->random));
}

/* Two areas, so that notes have somewhere to go. */
static void
furnish (AtlRandomWorld *world,
         AtlBoard       *board)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autofree char    *id = some_id (world);
      g_autoptr (AtlArea) area = atl_area_new (id);

      atl_area_set_width (area, 400);
      atl_area_set_height (area, 300);
      atl_area_set_layout (area, i == 0 ? ATL_LAYOUT_FLOW : ATL_LAYOUT_FREE);
      atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
    }
}

/**
 * atl_random_insert_any:
 * @world: a world
 *
 * Adds an item to any list, with a few properties of its own.
 */
void
atl_random_insert_any (AtlRandomWorld *world)
{
  AtlList            *list = pick_list (world, FALSE);
  g_autofree char    *id = some_id (world);
  g_autoptr (AtlItem) item = NULL;

  if (is_full (list))
    return;
  item = g_object_new (g_list_model_get_item_type (G_LIST_MODEL (list)), "id", id, NULL);
  for (guint i = 0; i < 4; i++)
    atl_random_set_field (world, item);
  if (ATL_IS_BOARD (item))
    furnish (world, ATL_BOARD (item));
  atl_list_insert (list, item);
}

/**
 * atl_random_remove_any:
 * @world: a world
 *
 * Takes one or two items out of any list, with no cascade.
 */
void
atl_random_remove_any (AtlRandomWorld *world)
{
  AtlList              *list = pick_list (world, TRUE);
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();

  if (list == NULL)
    return;
  g_ptr_array_add (gone, atl_random_world_pick (world, list));
  g_ptr_array_add (gone, atl_random_world_pick (world, list));
  if (gone->pdata[0] == gone->pdata[1])
    atl_list_remove (list, gone->pdata[0]);
  else
    atl_list_remove_many (list, gone);
}

/**
 * atl_random_rank_any:
 * @world: a world
 *
 * Puts an item of any ranked list elsewhere in it; its rank may be that of another.
 */
void
atl_random_rank_any (AtlRandomWorld *world)
{
  AtlList *list = pick_list (world, TRUE);
  AtlItem *item = list != NULL ? atl_random_world_pick (world, list) : NULL;
  int      field = item != NULL ? ATL_ITEM_GET_CLASS (item)->rank_field : -1;

  if (field < 0)
    return;
  AtlItem *other = atl_random_world_pick (world, list);
  AtlValue value = atl_item_peek_value (other, (guint) field);
  atl_item_set_value (item, (guint) field, &value);
}

/**
 * atl_random_world_type:
 * @self: a world
 * @note: a note of it
 *
 * Types a few letters at the end of a note, each as the editor does.
 *
 * Returns: (transfer full): the text it has then
 */
char *
atl_random_world_type (AtlRandomWorld *self,
                       AtlNote        *note)
{
  guint n = 1 + atl_random_world_below (self, 5);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%.40s%c", atl_note_get_text (note),
                                               'a' + (int) atl_random_world_below (self, 26));

      g_autofree char *valid = g_utf8_make_valid (text, -1);

      atl_history_begin_typing (self->history, "Type", ATL_ITEM (note));
      atl_note_set_text (note, valid);
      atl_history_end (self->history);
    }
  return g_strdup (atl_note_get_text (note));
}
