/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/rescue/atl-rescue-frame.h"

#include "config.h"
#include "file/atl-gate.h"
#include "file/atl-json-file.h"
#include "model/atl-session.h"
#include "store/codec/atl-codec.h"
#include "store/rescue/atl-rescue-line.h"
#include "store/rescue/atl-rescue-prefix.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  char      *name;
  GType      type;  /* of its items, 0 if this version does not know the list */
  GPtrArray *items; /* of Item */
} List;

/* An item as it is put together again. */
typedef struct
{
  char      *start; /* its members as text, beginning with a brace and without the one that ends it */
  GType      type;
  GPtrArray *lists;
  GString   *extras; /* members behind the lists, each after a comma */
} Item;

typedef struct
{
  GArray              *lines;
  AtlProblems         *problems;
  Item                *root;
  List                *list;    /* of the root, where the next item belongs; NULL if unknown */
  Item                *open;    /* the item whose lists are being read */
  List                *inner;   /* of @open */
  gboolean             unsure;  /* a line that may have opened or closed something is lost */
  const AtlRescueLine *damaged; /* the last one */
  guint                n_items;
} Frame;

/* Where an item fits. */
typedef struct
{
  const char *list;  /* a list of the root */
  const char *inner; /* a list of its items, or NULL */
  gboolean    fresh; /* in an item that has to be made up */
  guint       unknown;
} Place;

static void
list_free (gpointer data)
{
  List *list = data;

  g_free (list->name);
  g_ptr_array_unref (list->items);
  g_free (list);
}

static void
item_free (gpointer data)
{
  Item *item = data;

  g_free (item->start);
  g_clear_pointer (&item->lists, g_ptr_array_unref);
  if (item->extras != NULL)
    g_string_free (item->extras, TRUE);
  g_free (item);
}

static Item *
item_new (char *start, GType type)
{
  Item *item = g_new0 (Item, 1);

  item->start = start;
  item->type = type;
  return item;
}

static List *
get_list (Item *item, const char *name)
{
  List *list;

  if (item->lists == NULL)
    item->lists = g_ptr_array_new_with_free_func (list_free);
  for (guint i = 0; i < item->lists->len; i++)
    if (g_str_equal (((List *) item->lists->pdata[i])->name, name))
      return item->lists->pdata[i];

  list = g_new0 (List, 1);
  list->name = g_strdup (name);
  list->type = atl_rescue_find_list_type (item->type, name);
  list->items = g_ptr_array_new_with_free_func (item_free);
  g_ptr_array_add (item->lists, list);
  return list;
}

static void
add_extras (Item *item, const char *text, gsize length)
{
  if (length == 0)
    return;
  if (item->extras == NULL)
    item->extras = g_string_new (NULL);
  if (text[0] != ',')
    g_string_append_c (item->extras, ',');
  g_string_append_len (item->extras, text, (gssize) length);
}

static Item *
add_item (Frame *frame, List *list, char *start)
{
  Item *item = item_new (start, list->type);

  g_ptr_array_add (list->items, item);
  frame->n_items++;
  return item;
}

/* The list of the session whose items have a list of that name. */
static const char *
find_outer (const char *inner)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (ATL_TYPE_SESSION);
  const AtlItemClass    *session = (AtlItemClass *) klass;

  for (guint i = 0; i < session->n_fields; i++)
    if (session->fields[i].type == ATL_VALUE_LIST &&
        atl_rescue_find_list_type (session->fields[i].value_type (), inner) != 0)
      return session->fields[i].name;

  return NULL;
}

/* The whole members at the start of a damaged line, if they can be those of an item of that kind. */
static char *
dup_salvaged (const AtlRescueLine *line, GType type)
{
  AtlGateFault fault = { 0 };
  guint        n;
  GString     *text = NULL;

  if (line == NULL || line->text[0] != '{')
    return NULL;
  if (atl_gate_scan (line->text, line->length, &fault))
    fault.offset = line->length;
  text = atl_rescue_prefix (line->text, fault.offset, type, &n);
  if (text == NULL)
    return NULL;
  g_string_truncate (text, text->len - 1);
  return g_string_free (text, FALSE);
}

static guint
count_unknown (JsonObject *object, GType type)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (type);
  JsonObjectIter         iter;
  const char            *name;
  guint                  n = 0;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, NULL))
    n += !g_str_equal (name, "id") && atl_item_class_find_field ((AtlItemClass *) klass, name, NULL) == NULL;

  return n;
}

/* What held the items that follow is lost: they get a new one, with what can be read of the old. */
static void
open_fresh (Frame *frame, const char *list)
{
  char *start;

  frame->list = get_list (frame->root, list);
  start = dup_salvaged (frame->damaged, frame->list->type);
  frame->open = add_item (frame, frame->list, start != NULL ? start : g_strdup ("{"));
  frame->damaged = NULL;
}

static void
report (Frame *frame, const AtlRescueLine *line, const char *reason)
{
  /* Translators: a place in a file */
  g_autofree char *path = g_strdup_printf (_ ("line %u"), line->number);
  g_autofree char *lost = atl_rescue_line_dup_lost (line);

  if (lost != NULL)
    /* Translators: what is wrong with a line of a file, then the words that stood in it */
    atl_problems_add (frame->problems, path, _ ("could not be read: %s. Lost: “%s”"), reason, lost);
  else
    atl_problems_add (frame->problems, path, _ ("could not be read: %s"), reason);
}

/* What comes after the next lines that are items. */
static AtlRescueLineKind
peek_structure (const Frame *frame, guint i)
{
  for (i++; i < frame->lines->len; i++)
    {
      AtlRescueLineKind kind = g_array_index (frame->lines, AtlRescueLine, i).kind;

      if (kind == ATL_RESCUE_END_ITEM && i + 1 == frame->lines->len)
        return ATL_RESCUE_CLOSE;
      if (kind != ATL_RESCUE_ELEMENT && kind != ATL_RESCUE_DAMAGED)
        return kind;
    }
  return ATL_RESCUE_CLOSE;
}

static void
consider (Place *best, const Place *place, JsonObject *object, GType type)
{
  guint unknown = type != 0 ? count_unknown (object, type) : G_MAXUINT - 1;

  if (unknown >= best->unknown)
    return;
  *best = *place;
  best->unknown = unknown;
}

/* The lists of the items of a list of the root. */
static void
consider_inner (Place *best, const char *list, GType type, gboolean fresh, JsonObject *object)
{
  g_autoptr (GTypeClass) klass = type != 0 ? g_type_class_ref (type) : NULL;
  const AtlItemClass    *item = (AtlItemClass *) klass;

  for (guint i = 0; item != NULL && i < item->n_fields; i++)
    if (item->fields[i].type == ATL_VALUE_LIST)
      consider (best, &(Place){ list, item->fields[i].name, fresh, 0 }, object,
                item->fields[i].value_type ());
}

static void
consider_root (Place *best, JsonObject *object, gboolean inner)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (ATL_TYPE_SESSION);
  const AtlItemClass    *session = (AtlItemClass *) klass;

  for (guint i = 0; i < session->n_fields; i++)
    if (session->fields[i].type != ATL_VALUE_LIST)
      continue;
    else if (inner)
      consider_inner (best, session->fields[i].name, session->fields[i].value_type (), TRUE, object);
    else
      consider (best, &(Place){ session->fields[i].name, NULL, FALSE, 0 }, object,
                session->fields[i].value_type ());
}

/* The list whose kind of items knows the most members of an item; where several do, the nearest. */
static Place
find_place (const Frame *frame, guint i, JsonObject *object)
{
  AtlRescueLineKind next = peek_structure (frame, i);
  gboolean          inside = next == ATL_RESCUE_NEXT || next == ATL_RESCUE_END_ITEM;
  Place             best = { .unknown = G_MAXUINT };

  if (frame->open != NULL && frame->inner != NULL)
    consider (&best, &(Place){ frame->list->name, frame->inner->name, FALSE, 0 }, object, frame->inner->type);
  if (frame->open != NULL)
    consider_inner (&best, frame->list->name, frame->open->type, FALSE, object);
  else if (inside && frame->list != NULL)
    consider_inner (&best, frame->list->name, frame->list->type, TRUE, object);
  if (frame->open == NULL && inside)
    consider_root (&best, object, TRUE);
  if (frame->list != NULL)
    consider (&best, &(Place){ frame->list->name, NULL, FALSE, 0 }, object, frame->list->type);
  consider_root (&best, object, FALSE);
  if (frame->open == NULL)
    consider_root (&best, object, TRUE);

  return best;
}

/* Makes the place of an item the current one. */
static void
go_to (Frame *frame, const Place *place)
{
  if (place->fresh)
    open_fresh (frame, place->list);
  frame->list = get_list (frame->root, place->list);
  if (place->inner == NULL)
    frame->open = NULL;
  frame->inner = place->inner != NULL ? get_list (frame->open, place->inner) : NULL;
}

static gboolean
find_home (Frame *frame, guint i, const AtlRescueLine *line)
{
  g_autoptr (GBytes)   bytes = g_bytes_new_static (line->text, line->length);
  g_autoptr (JsonNode) node = line->text[0] == '{' ? atl_json_parse (bytes, NULL) : NULL;
  Place                place;

  if (node == NULL)
    return frame->inner != NULL || frame->list != NULL;
  place = find_place (frame, i, json_node_get_object (node));
  go_to (frame, &place);
  return TRUE;
}

static void
take_element (Frame *frame, guint i, const AtlRescueLine *line)
{
  gboolean known = frame->inner != NULL || (frame->list != NULL && frame->open == NULL);

  if ((frame->unsure || !known) && !find_home (frame, i, line))
    report (frame, line, _ ("it belongs nowhere"));
  else
    add_item (frame, frame->inner != NULL ? frame->inner : frame->list, g_strndup (line->text, line->length));
}

static void
take_open (Frame *frame, const AtlRescueLine *line)
{
  g_autofree char *name = atl_rescue_line_dup_list_name (line);
  const char      *outer = find_outer (name);
  gsize            length = line->length - strlen (name) - strlen ("\"\":[");

  if (frame->list == NULL || frame->list->type == 0 ||
      (outer != NULL && atl_rescue_find_list_type (frame->list->type, name) == 0))
    frame->list = get_list (frame->root, outer != NULL ? outer : "boards");
  if (line->text[length - 1] == ',')
    length--;
  frame->open = add_item (frame, frame->list, g_strndup (line->text, length));
  frame->inner = get_list (frame->open, name);
  frame->unsure = FALSE;
}

static void
take_next (Frame *frame, const AtlRescueLine *line)
{
  g_autofree char *name = atl_rescue_line_dup_list_name (line);
  const char      *outer = find_outer (name);
  gsize            length;

  if (frame->open == NULL && outer == NULL)
    {
      report (frame, line, _ ("it belongs nowhere"));
      return;
    }
  if (frame->open == NULL)
    open_fresh (frame, outer);
  length = line->length - strlen (name) - strlen ("\"\":[") - 1;
  add_extras (frame->open, line->text + 1, length > 0 ? length - 1 : 0);
  frame->inner = get_list (frame->open, name);
  frame->unsure = FALSE;
}

static void
take_end_item (Frame *frame, const AtlRescueLine *line)
{
  if (frame->open != NULL)
    add_extras (frame->open, line->text + 1, line->length - 2);
  frame->open = NULL;
  frame->inner = NULL;
  frame->unsure = FALSE;
}

/* Goes back to the root, in the list @name of it or in none. */
static void
take_root (Frame *frame, char *name)
{
  frame->list = name != NULL ? get_list (frame->root, name) : NULL;
  frame->open = NULL;
  frame->inner = NULL;
  frame->unsure = FALSE;
  g_free (name);
}

static void
take_members (Frame *frame, const AtlRescueLine *line)
{
  take_root (frame, NULL);
  add_extras (frame->root, line->text, line->length - (line->text[line->length - 1] == '}'));
}

static void
take_head (Frame *frame, const AtlRescueLine *line)
{
  gboolean whole = atl_gate_scan (line->text, line->length, NULL);

  if (frame->root->start != NULL)
    report (frame, line, _ ("the file starts a second time here"));
  else
    frame->root->start = g_strndup (line->text, line->length - whole);
}

/* What a damaged line still says at its end: which list starts. */
static void
take_hint (Frame *frame, const AtlRescueLine *line)
{
  g_autofree char *name = atl_rescue_line_dup_list_name (line);
  const char      *outer = name != NULL ? find_outer (name) : NULL;

  if (name != NULL && atl_rescue_find_list_type (ATL_TYPE_SESSION, name) != 0)
    take_root (frame, g_steal_pointer (&name));
  else if (outer != NULL && (line->text[0] == '{' || frame->open == NULL))
    {
      open_fresh (frame, outer);
      frame->inner = get_list (frame->open, name);
      frame->unsure = FALSE;
    }
  else if (outer != NULL)
    {
      frame->inner = get_list (frame->open, name);
      frame->unsure = FALSE;
    }
}

static void
take_damaged (Frame *frame, const AtlRescueLine *line)
{
  report (frame, line, line->reason != NULL ? _ (line->reason) : _ ("it is not complete"));
  if (line->number == 1 && frame->root->start == NULL)
    frame->root->start = dup_salvaged (line, ATL_TYPE_SESSION);
  frame->unsure = TRUE;
  frame->damaged = line;
  take_hint (frame, line);
}

static void
take_line (Frame *frame, guint i)
{
  const AtlRescueLine *line = &g_array_index (frame->lines, AtlRescueLine, i);

  if (line->patched)
    report (frame, line, _ ("some characters are damaged and stand here as “�”"));
  if (line->kind == ATL_RESCUE_DAMAGED)
    take_damaged (frame, line);
  else if (line->kind == ATL_RESCUE_HEAD)
    take_head (frame, line);
  else if (line->kind == ATL_RESCUE_LIST)
    take_root (frame, atl_rescue_line_dup_list_name (line));
  else if (line->kind == ATL_RESCUE_ELEMENT)
    take_element (frame, i, line);
  else if (line->kind == ATL_RESCUE_OPEN)
    take_open (frame, line);
  else if (line->kind == ATL_RESCUE_NEXT)
    take_next (frame, line);
  else if (line->kind == ATL_RESCUE_END_ITEM)
    take_end_item (frame, line);
  else if (line->kind == ATL_RESCUE_CLOSE)
    take_root (frame, NULL);
  else
    take_members (frame, line);
}

static void append_item (GString *out, const Item *item);

static void
append_list (GString *out, const List *list)
{
  if (out->str[out->len - 1] != '{')
    g_string_append_c (out, ',');
  g_string_append_printf (out, "\"%s\":[", list->name);
  for (guint i = 0; i < list->items->len; i++)
    {
      g_string_append (out, i > 0 ? ",\n" : "\n");
      append_item (out, list->items->pdata[i]);
    }
  g_string_append (out, "\n]");
}

static void
append_item (GString *out, const Item *item)
{
  g_string_append (out, item->start);
  if (item->lists == NULL)
    return;
  for (guint i = 0; i < item->lists->len; i++)
    append_list (out, item->lists->pdata[i]);
  if (item->extras != NULL)
    g_string_append (out, item->extras->str);
  g_string_append_c (out, '}');
}

/* If even the start of the file is lost, items of ours make it a session. */
static void
complete_root (Frame *frame)
{
  Item *root = frame->root;

  if (root->start == NULL || g_str_equal (root->start, "{"))
    {
      g_free (root->start);
      root->start = g_strdup_printf ("{\"format\":\"%s\",\"version\":%d", ATL_CODEC_FORMAT,
                                     ATL_CODEC_VERSION);
    }
  if (root->lists == NULL)
    root->lists = g_ptr_array_new_with_free_func (list_free);
}

/* Members behind the lists may repeat a name, which would make all unreadable. */
static void
append_root (GString *out, Item *root)
{
  append_item (out, root);
  if (root->extras == NULL || atl_gate_scan (out->str, out->len, NULL))
    return;
  g_string_free (root->extras, TRUE);
  root->extras = NULL;
  g_string_truncate (out, 0);
  append_item (out, root);
}

/**
 * atl_rescue_lines:
 * @data: a damaged text in the canonical form
 * @length: its length
 * @problems: gets a line for each line that could not be read
 * @n_items: (out): how many items were found
 *
 * Puts together what stands on the lines that can be read. Where a line is lost that opened or closed a list,
 * items go to the list that fits their members best.
 *
 * Returns: (transfer full): a text that is complete
 */
GString *
atl_rescue_lines (const char *data, gsize length, AtlProblems *problems, guint *n_items)
{
  g_autoptr (GStringChunk) patches = g_string_chunk_new (256);
  g_autoptr (GArray)       lines = atl_rescue_split (data, length, patches);
  Frame                    frame = { .lines = lines, .problems = problems };
  GString                 *out = g_string_sized_new (length + 64);

  frame.root = item_new (NULL, ATL_TYPE_SESSION);
  for (guint i = 0; i < lines->len; i++)
    take_line (&frame, i);
  complete_root (&frame);
  append_root (out, frame.root);
  *n_items = frame.n_items;
  item_free (frame.root);

  return out;
}
