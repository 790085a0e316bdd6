/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-template-maker.h"

#include "catalogue/atl-data.h"
#include "catalogue/atl-template-shape.h"
#include "file/atl-json-variant.h"
#include "model/atl-area.h"
#include "model/atl-edits.h"
#include "model/atl-note.h"
#include "model/atl-step.h"
#include "util/atl-uuid.h"

#define WHOLE_WIDTH 1600
#define WHOLE_HEIGHT 1000
#define PERCENT 100
#define MAX_TITLE 200
#define MAX_TEXT 2000
#define MAX_KEY 40

/* The inverse of the board maker. */
typedef struct
{
  AtlTemplateDraft *draft;
  JsonObject       *origin; /* nullable: the data of the template that the draft began with */
  const char       *language;
  GHashTable       *keys;      /* id of an area → its id in the template */
  GHashTable       *used_keys; /* these ids, to find them */
} Maker;

/* Options that are members of the template, or of an area, under the same names. */
static const char *const board_options[] = { "poll", "noteTags", "linksBetweenAreas", "teamSizeGuard",
                                             "rowLinkedAreas", "noteStrength", "dropMeasures", "noteFields",
                                             "actionBoard", "alwaysOn", "tags" };
static const char *const area_options[] = { "axes", "graph", "guides", "measures" };

static char *
dup_cut (const char *text,
         glong       limit)
{
  return g_utf8_strlen (text, -1) > limit ? g_utf8_substring (text, 0, limit) : g_strdup (text);
}

static void
set_text (Maker      *self,
          JsonObject *data,
          AtlItem    *item,
          const char *name,
          glong       limit)
{
  g_autofree char *text = atl_template_draft_dup_text (self->draft, item, name);
  g_autofree char *other = atl_template_draft_dup_other (self->draft, item, name);
  g_autofree char *here = dup_cut (text, limit);
  g_autofree char *there = dup_cut (*other != '\0' ? other : text, limit);
  gboolean         french = g_str_equal (self->language, "fr");
  JsonObject      *texts = NULL;

  if (*here == '\0' && *there == '\0' && !g_str_equal (name, ATL_DRAFT_TITLE))
    return;
  texts = json_object_new ();
  json_object_set_string_member (texts, "en", french ? there : here);
  json_object_set_string_member (texts, "fr", french ? here : there);
  json_object_set_object_member (data, name, texts);
}

static const AtlShape *
find_shape (const AtlShape *parent,
            const char     *name)
{
  for (const AtlShapeMember *member = parent->members; member->name != NULL; member++)
    if (g_str_equal (member->name, name))
      return member->shape;
  return NULL;
}

/* What the origin says, in both languages, if the board still says the same in its own; else what the board
 * says. */
static JsonNode *
choose_node (Maker      *self,
             const char *name,
             GVariant   *value,
             JsonObject *origin)
{
  JsonNode            *node = origin != NULL ? json_object_get_member (origin, name) : NULL;
  g_autoptr (GVariant) resolved = NULL;

  if (node == NULL || !atl_template_draft_has_both (self->draft))
    return atl_variant_to_json (value);
  resolved = g_variant_ref_sink (atl_data_resolve (node, self->language));
  return g_variant_equal (resolved, value) ? json_node_copy (node) : atl_variant_to_json (value);
}

/* Options come from a session, in which anything may stand: what no template may have is left out. */
static void
set_option (Maker          *self,
            JsonObject     *data,
            const AtlShape *shape,
            GVariant       *options,
            const char     *name,
            JsonObject     *origin)
{
  g_autoptr (GVariant)    value = options != NULL ? g_variant_lookup_value (options, name, NULL) : NULL;
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (JsonNode)    node = value != NULL ? choose_node (self, name, value, origin) : NULL;
  g_autoptr (JsonNode)    read = NULL;

  if (node == NULL)
    return;
  read = atl_shape_read (find_shape (shape, name), node, name, problems);
  if (read != NULL && atl_problems_get_n (problems) == 0)
    json_object_set_member (data, name, g_steal_pointer (&read));
}

/* An id out of a title: "Ce qui marche" is ce-qui-marche. */
static char *
dup_title_key (AtlArea *area)
{
  g_autofree char *ascii = g_str_to_ascii (atl_area_get_title (area), "C");
  GString         *key = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && key->len < MAX_KEY; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (key, g_ascii_tolower (*c));
    else if (*c != '?' && key->len > 0 && key->str[key->len - 1] != '-')
      g_string_append_c (key, '-');
  if (key->len == 0)
    g_string_assign (key, "area");
  return g_string_free (key, FALSE);
}

static const char *
peek_key (AtlArea *area)
{
  const char *key = NULL;

  if (atl_area_get_options (area) != NULL)
    g_variant_lookup (atl_area_get_options (area), "key", "&s", &key);
  return key != NULL && atl_id_is_valid (key) ? key : NULL;
}

static void
take_key (Maker      *self,
          AtlArea    *area,
          const char *wanted)
{
  char *key = g_strdup (wanted);

  for (guint i = 2; g_hash_table_contains (self->used_keys, key); i++)
    {
      g_free (key);
      key = g_strdup_printf ("%s-%u", wanted, i);
    }
  g_hash_table_add (self->used_keys, key);
  g_hash_table_insert (self->keys, g_strdup (atl_item_get_id (ATL_ITEM (area))), g_strdup (key));
}

/* Areas keep the ids that they have from a template, first come, first served; the others get one. */
static void
find_keys (Maker *self)
{
  AtlList *areas = atl_board_get_areas (atl_template_draft_get_board (self->draft));

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      const char *key = peek_key (atl_list_get (areas, i));

      if (key != NULL && !g_hash_table_contains (self->used_keys, key))
        take_key (self, atl_list_get (areas, i), key);
    }
  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlArea         *area = atl_list_get (areas, i);
      g_autofree char *key = dup_title_key (area);

      if (!g_hash_table_contains (self->keys, atl_item_get_id (ATL_ITEM (area))))
        take_key (self, area, key);
    }
}

typedef struct
{
  int left;
  int top;
  int right;
  int bottom;
} Frame;

/* The board, or more where areas lie outside of it: then everything is brought in. */
static Frame
find_frame (AtlList *areas)
{
  Frame frame = { 0, 0, WHOLE_WIDTH, WHOLE_HEIGHT };

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlArea *area = atl_list_get (areas, i);

      frame.left = MIN (frame.left, atl_area_get_x (area));
      frame.top = MIN (frame.top, atl_area_get_y (area));
      frame.right = MAX (frame.right, atl_area_get_x (area) + atl_area_get_width (area));
      frame.bottom = MAX (frame.bottom, atl_area_get_y (area) + atl_area_get_height (area));
    }
  return frame;
}

static int
to_percent (gint64 value,
            gint64 from,
            gint64 to)
{
  gint64 size = to - from;

  return (int) CLAMP (((value - from) * PERCENT + size / 2) / size, 0, PERCENT);
}

static void
set_rect (JsonObject  *data,
          AtlArea     *area,
          const Frame *frame)
{
  JsonArray *rect = json_array_new ();
  int        left = to_percent (atl_area_get_x (area), frame->left, frame->right);
  int        top = to_percent (atl_area_get_y (area), frame->top, frame->bottom);
  int        right = to_percent (atl_area_get_x (area) + atl_area_get_width (area), frame->left,
                                 frame->right);
  int        bottom = to_percent (atl_area_get_y (area) + atl_area_get_height (area), frame->top,
                                  frame->bottom);

  left = MIN (left, PERCENT - 1);
  top = MIN (top, PERCENT - 1);
  json_array_add_int_element (rect, left);
  json_array_add_int_element (rect, top);
  json_array_add_int_element (rect, MAX (1, right - left));
  json_array_add_int_element (rect, MAX (1, bottom - top));
  json_object_set_array_member (data, "rect", rect);
}

static void
set_nick (JsonObject *data,
          const char *name,
          GType       type,
          int         value)
{
  GEnumClass *values = g_type_class_ref (type);

  json_object_set_string_member (data, name, g_enum_get_value (values, value)->value_nick);
  g_type_class_unref (values);
}

static JsonObject *
make_area (Maker       *self,
           AtlArea     *area,
           const Frame *frame)
{
  JsonObject     *data = json_object_new ();
  const char     *key = g_hash_table_lookup (self->keys, atl_item_get_id (ATL_ITEM (area)));
  JsonObject     *origin = atl_data_find (atl_data_get_array (self->origin, "areas"), key);
  const AtlShape *shape = atl_template_shape_get_area ();

  json_object_set_string_member (data, "id", key);
  set_text (self, data, ATL_ITEM (area), ATL_DRAFT_TITLE, MAX_TITLE);
  set_text (self, data, ATL_ITEM (area), ATL_DRAFT_PROMPT, MAX_TEXT);
  set_nick (data, "layout", atl_layout_get_type (), (int) atl_area_get_layout (area));
  set_rect (data, area, frame);
  set_nick (data, "color", atl_tint_get_type (), (int) atl_area_get_color (area));
  if (atl_area_get_max_notes (area) > 0)
    json_object_set_int_member (data, "maxNotes", MIN (atl_area_get_max_notes (area), 10000));
  for (guint i = 0; i < G_N_ELEMENTS (area_options); i++)
    set_option (self, data, shape, atl_area_get_options (area), area_options[i], origin);
  return data;
}

static void
set_areas (Maker      *self,
           JsonObject *data)
{
  AtlList   *areas = atl_board_get_areas (atl_template_draft_get_board (self->draft));
  Frame      frame = find_frame (areas);
  JsonArray *list = json_array_new ();

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    json_array_add_object_element (list, make_area (self, atl_list_get (areas, i), &frame));
  json_object_set_array_member (data, "areas", list);
}

static void
set_agenda (Maker      *self,
            JsonObject *data)
{
  AtlList   *steps = atl_session_get_steps (atl_template_draft_get_session (self->draft));
  JsonArray *agenda = json_array_new ();

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    {
      AtlStep    *step = atl_list_get (steps, i);
      JsonObject *made = json_object_new ();

      set_text (self, made, ATL_ITEM (step), ATL_DRAFT_TITLE, MAX_TITLE);
      json_object_set_int_member (made, "minutes", CLAMP (atl_step_get_minutes (step), 0, 1440));
      set_nick (made, "mode", atl_step_mode_get_type (), (int) atl_step_get_mode (step));
      json_array_add_object_element (agenda, made);
    }
  json_object_set_array_member (data, "agenda", agenda);
}

static JsonObject *
make_example (const char *key,
              AtlArea    *area,
              AtlNote    *note)
{
  JsonObject *data = json_object_new ();
  AtlColor    color = atl_note_get_color (note);

  json_object_set_string_member (data, "area", key);
  json_object_set_string_member (data, "text", atl_note_get_text (note));
  if (color != atl_tint_to_note_color (atl_area_get_color (area)))
    set_nick (data, "color", atl_color_get_type (), (int) color);
  if (atl_area_get_layout (area) != ATL_LAYOUT_FLOW && atl_note_get_x (note) != ATL_PLACE_NONE)
    {
      json_object_set_int_member (data, "x", CLAMP (atl_note_get_x (note), -100000, 100000));
      json_object_set_int_member (data, "y", CLAMP (atl_note_get_y (note), -100000, 100000));
    }
  return data;
}

static void
add_examples (Maker     *self,
              AtlArea   *area,
              JsonArray *examples)
{
  const char           *key = g_hash_table_lookup (self->keys, atl_item_get_id (ATL_ITEM (area)));
  g_autoptr (GPtrArray) notes = atl_area_dup_notes (area);

  for (guint i = 0; i < notes->len; i++)
    if (*atl_note_get_text (notes->pdata[i]) != '\0')
      json_array_add_object_element (examples, make_example (key, area, notes->pdata[i]));
}

static void
set_examples (Maker      *self,
              JsonObject *data)
{
  AtlList              *areas = atl_board_get_areas (atl_template_draft_get_board (self->draft));
  g_autoptr (JsonArray) examples = json_array_new ();

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    add_examples (self, atl_list_get (areas, i), examples);
  if (json_array_get_length (examples) > 0)
    json_object_set_array_member (data, "examples", g_steal_pointer (&examples));
}

/* Whether an id, or all ids of a list, are those of areas that are still there. */
static gboolean
is_known (Maker    *self,
          JsonNode *node)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  if (array == NULL)
    return g_hash_table_contains (self->used_keys, json_node_get_string (node));
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!is_known (self, json_array_get_element (array, i)))
      return FALSE;
  return TRUE;
}

static void
drop_strangers (Maker      *self,
                JsonObject *data,
                const char *name)
{
  JsonArray *array = atl_data_get_array (data, name);
  JsonArray *left = NULL;

  if (array == NULL)
    return;
  left = json_array_new ();
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (is_known (self, json_array_get_element (array, i)))
      json_array_add_element (left, json_node_copy (json_array_get_element (array, i)));
  json_object_set_array_member (data, name, left);
  if (json_array_get_length (left) == 0)
    json_object_remove_member (data, name);
}

static void
set_board_options (Maker      *self,
                   JsonObject *data)
{
  GVariant *options = atl_board_get_options (atl_template_draft_get_board (self->draft));

  for (guint i = 0; i < G_N_ELEMENTS (board_options); i++)
    set_option (self, data, atl_template_shape_get (), options, board_options[i], self->origin);
  drop_strangers (self, data, "linksBetweenAreas");
  drop_strangers (self, data, "rowLinkedAreas");
}

static void
set_numbers (Maker      *self,
             JsonObject *data)
{
  JsonObject *group = json_object_new ();
  int         least = CLAMP (atl_template_draft_get_number (self->draft, ATL_DRAFT_GROUP_MIN), 1, 100);
  int         most = CLAMP (atl_template_draft_get_number (self->draft, ATL_DRAFT_GROUP_MAX), least, 10000);
  int         minutes = CLAMP (atl_template_draft_get_number (self->draft, ATL_DRAFT_MINUTES), 0, 1440);
  int         votes = CLAMP (atl_template_draft_get_number (self->draft, ATL_DRAFT_VOTES), 0, 100);

  json_object_set_int_member (group, "min", least);
  json_object_set_int_member (group, "max", most);
  json_object_set_object_member (data, "groupSize", group);
  json_object_set_int_member (data, "durationMinutes", minutes);
  json_object_set_int_member (data, "votes", votes);
}

static void
set_whole (Maker      *self,
           JsonObject *data)
{
  AtlItem         *board = ATL_ITEM (atl_template_draft_get_board (self->draft));
  g_autofree char *source = atl_template_draft_dup_text (self->draft, board, ATL_DRAFT_SOURCE);

  set_text (self, data, board, ATL_DRAFT_NAME, MAX_TITLE);
  set_text (self, data, board, ATL_DRAFT_CATEGORY, MAX_TITLE);
  set_text (self, data, board, ATL_DRAFT_PURPOSE, MAX_TEXT);
  set_text (self, data, board, ATL_DRAFT_WHEN, MAX_TEXT);
  set_text (self, data, board, ATL_DRAFT_TIPS, MAX_TEXT);
  if (*source != '\0')
    json_object_set_string_member (data, "source", source);
  set_numbers (self, data);
}

/**
 * atl_template_maker_make:
 * @draft: a draft
 * @id: the id of the template
 * @path: (type filename): the file that it is for
 *
 * Makes a template of a draft. A board made from it, in the language of the draft, is like that of the draft;
 * areas that lie outside of the board are brought in with all others.
 *
 * Returns: (transfer full): the template
 */
AtlTemplate *
atl_template_maker_make (AtlTemplateDraft *draft,
                         const char       *id,
                         const char       *path)
{
  AtlTemplate           *origin = NULL;
  Maker                  self = { draft, NULL, NULL, NULL, NULL };
  g_autoptr (JsonObject) data = NULL;
  g_autoptr (GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) used_keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (draft) && id != NULL && path != NULL, NULL);

  origin = atl_template_draft_get_origin (draft);
  self.origin = origin != NULL ? atl_template_get_data (origin) : NULL;
  self.language = atl_session_get_language (atl_template_draft_get_session (draft));
  self.keys = keys;
  self.used_keys = used_keys;
  data = json_object_new ();
  find_keys (&self);
  json_object_set_string_member (data, "id", id);
  set_whole (&self, data);
  set_areas (&self, data);
  set_agenda (&self, data);
  set_board_options (&self, data);
  set_examples (&self, data);
  return atl_template_new_personal (data, path);
}
