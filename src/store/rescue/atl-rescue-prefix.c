/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rescue/atl-rescue-prefix.h"

#include "file/atl-gate.h"
#include "model/atl-item.h"

#include <string.h>

/* An object or a list that is open. @type is that of the item, or of the items of the list; 0 for any other
 * object or list. */
typedef struct
{
  gboolean list;
  GType    type;
} Frame;

/* A walk along a text that the gate has found to be correct as far as it goes. */
typedef struct
{
  const char *data;
  gsize       length;
  gsize       at;
  Frame       frames[ATL_GATE_MAX_DEPTH];
  guint       depth;
  const char *name; /* of the member met last, with its quotes */
  gsize       name_length;
  gboolean    wants_name;
  gsize       safe; /* behind the last whole item or member of the root */
  guint       safe_depth;
  guint       n_items;
} Walk;

/**
 * atl_rescue_find_list_type:
 * @parent: a kind of items
 * @name: the name of a member
 *
 * Returns: the kind of the items that stand in that member, 0 if it is no list of items
 */
GType
atl_rescue_find_list_type (GType parent, const char *name)
{
  g_autoptr (GTypeClass) klass = parent != 0 ? g_type_class_ref (parent) : NULL;
  const AtlField        *field = NULL;

  if (klass != NULL)
    field = atl_item_class_find_field ((AtlItemClass *) klass, name, NULL);
  return field != NULL && field->type == ATL_VALUE_LIST ? field->value_type () : 0;
}

static void
mark_safe (Walk *walk)
{
  walk->safe = walk->at;
  walk->safe_depth = walk->depth;
}

static void
end_value (Walk *walk)
{
  Frame *top = walk->depth > 0 ? &walk->frames[walk->depth - 1] : NULL;

  if (top == NULL)
    {
      mark_safe (walk);
      return;
    }
  walk->wants_name = !top->list;
  if (top->list && top->type != 0)
    walk->n_items++;
  if (top->list ? top->type != 0 : walk->depth == 1)
    mark_safe (walk);
}

static void
push_frame (Walk *walk, gboolean list, GType type)
{
  const Frame     *top = walk->depth > 0 ? &walk->frames[walk->depth - 1] : NULL;
  g_autofree char *name = NULL;

  if (top != NULL && list && !top->list && top->type != 0 && walk->name_length >= 2)
    {
      name = g_strndup (walk->name + 1, walk->name_length - 2);
      type = atl_rescue_find_list_type (top->type, name);
    }
  else if (top != NULL)
    type = top->list && !list ? top->type : 0;

  walk->frames[walk->depth++] = (Frame){ list, type };
  walk->wants_name = !list;
  walk->at++;
  if (list && type != 0)
    mark_safe (walk);
}

/* Returns where the string ends, behind its quote, or 0 if it does not. */
static gsize
find_string_end (const Walk *walk)
{
  for (gsize i = walk->at + 1; i < walk->length; i++)
    if (walk->data[i] == '\\')
      i++;
    else if (walk->data[i] == '"')
      return i + 1;

  return 0;
}

static gboolean
take_string (Walk *walk)
{
  gsize end = find_string_end (walk);

  if (end == 0)
    return FALSE;
  if (walk->wants_name)
    {
      walk->name = walk->data + walk->at;
      walk->name_length = end - walk->at;
      walk->wants_name = FALSE;
      walk->at = end;
      return TRUE;
    }
  walk->at = end;
  end_value (walk);
  return TRUE;
}

/* A number or a word at the very end may go on in what was cut. */
static gboolean
take_word (Walk *walk)
{
  gsize end = walk->at;

  while (end < walk->length && strchr (" \t\r\n,:]}", walk->data[end]) == NULL)
    end++;
  if (end == walk->length)
    return FALSE;
  walk->at = end;
  end_value (walk);
  return TRUE;
}

static gboolean
take (Walk *walk, GType root)
{
  char c = walk->data[walk->at];

  if (c == '"')
    return take_string (walk);
  if (c == '{' || c == '[')
    {
      if (walk->depth == ATL_GATE_MAX_DEPTH)
        return FALSE;
      push_frame (walk, c == '[', root);
    }
  else if (c == '}' || c == ']')
    {
      if (walk->depth == 0)
        return FALSE;
      walk->depth--;
      walk->at++;
      end_value (walk);
    }
  else if (strchr (" \t\r\n,:", c) != NULL)
    walk->at++;
  else
    return take_word (walk);
  return TRUE;
}

/**
 * atl_rescue_prefix:
 * @data: a text
 * @length: how far it is correct, as atl_gate_scan() says
 * @type: the kind of item that the text is
 * @n_items: (out): how many whole items were met
 *
 * Takes of a text what stands before its end: whole items, and the whole members of the root. What is open
 * there is closed.
 *
 * Returns: (transfer full) (nullable): a text that is complete, or %NULL where nothing can be taken
 */
GString *
atl_rescue_prefix (const char *data, gsize length, GType type, guint *n_items)
{
  Walk     walk = { .data = data, .length = length };
  GString *text;

  while (walk.at < length && take (&walk, type))
    ;
  *n_items = walk.n_items;
  if (walk.safe == 0)
    return NULL;

  text = g_string_new_len (data, (gssize) walk.safe);
  for (guint depth = walk.safe_depth; depth > 0; depth--)
    g_string_append_c (text, depth % 2 == 1 ? '}' : ']');
  return text;
}
