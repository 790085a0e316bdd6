/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-template.h"

#include "catalogue/atl-data.h"
#include "catalogue/atl-words.h"

/* Templates give percents of a board of 1600 × 1000 units. */
#define UNITS_PER_PERCENT_X 16
#define UNITS_PER_PERCENT_Y 10

/**
 * AtlTemplate:
 *
 * The description from which a board is made. It never changes and reads its data only when asked.
 */
struct _AtlTemplate
{
  GObject parent_instance;

  JsonObject *data;
  char       *path; /* of a personal one */
};

G_DEFINE_FINAL_TYPE (AtlTemplate, atl_template, G_TYPE_OBJECT)

static void
atl_template_finalize (GObject *object)
{
  AtlTemplate *self = ATL_TEMPLATE (object);

  g_clear_pointer (&self->data, json_object_unref);
  g_free (self->path);

  G_OBJECT_CLASS (atl_template_parent_class)->finalize (object);
}

static void
atl_template_class_init (AtlTemplateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atl_template_finalize;
}

static void
atl_template_init (AtlTemplate *self)
{
}

/**
 * atl_template_new:
 * @data: a template as data/templates.json holds them
 *
 * Returns: (transfer full): the template; it keeps a reference on @data
 */
AtlTemplate *
atl_template_new (JsonObject *data)
{
  AtlTemplate *self = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (ATL_TYPE_TEMPLATE, NULL);
  self->data = json_object_ref (data);
  return self;
}

/**
 * atl_template_new_personal:
 * @data: a template as atl_template_reader_read() leaves them
 * @path: (type filename): the file that it is from
 *
 * Returns: (transfer full): a template of the user's; it keeps a reference on @data
 */
AtlTemplate *
atl_template_new_personal (JsonObject *data,
                           const char *path)
{
  AtlTemplate *self = NULL;

  g_return_val_if_fail (data != NULL && path != NULL, NULL);

  self = atl_template_new (data);
  self->path = g_strdup (path);
  return self;
}

/* Those of ours are shown first; a copy of one is not one of ours. */
static void
drop_core_tag (JsonObject *data)
{
  JsonArray            *tags = atl_data_get_array (data, "tags");
  g_autoptr (JsonArray) left = json_array_new ();

  for (guint i = 0; i < atl_data_get_length (tags); i++)
    if (g_strcmp0 (json_array_get_string_element (tags, i), "core") != 0)
      json_array_add_string_element (left, json_array_get_string_element (tags, i));
  json_object_set_array_member (data, "tags", g_steal_pointer (&left));
}

static void
set_text (JsonObject *data,
          const char *member,
          const char *text)
{
  JsonObject *texts = json_object_new ();

  json_object_set_string_member (texts, "en", text);
  json_object_set_string_member (texts, "fr", text);
  json_object_set_object_member (data, member, texts);
}

/**
 * atl_template_dup_personal:
 * @self: a template
 * @id: the id of the copy
 * @name: (nullable): the name of the copy in all languages, %NULL for that of @self
 * @path: (type filename): the file that the copy is for
 *
 * Returns: (transfer full): a copy of @self that is the user's
 */
AtlTemplate *
atl_template_dup_personal (AtlTemplate *self,
                           const char  *id,
                           const char  *name,
                           const char  *path)
{
  g_autoptr (JsonObject) data = json_object_new ();
  JsonObjectIter         iter;
  const char            *member = NULL;
  JsonNode              *node = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);
  g_return_val_if_fail (id != NULL && path != NULL, NULL);

  json_object_iter_init_ordered (&iter, self->data);
  while (json_object_iter_next_ordered (&iter, &member, &node))
    json_object_set_member (data, member, json_node_copy (node));
  json_object_set_string_member (data, "id", id);
  if (name != NULL)
    set_text (data, "name", name);
  drop_core_tag (data);
  return atl_template_new_personal (data, path);
}

/**
 * atl_template_get_path:
 * @self: a template
 *
 * Returns: (transfer none) (nullable) (type filename): the file of a personal template, %NULL for one of ours
 */
const char *
atl_template_get_path (AtlTemplate *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  return self->path;
}

/**
 * atl_template_get_data:
 * @self: a template
 *
 * Returns: (transfer none): the data behind it, for those who make boards
 */
JsonObject *
atl_template_get_data (AtlTemplate *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  return self->data;
}

/**
 * atl_template_get_id:
 * @self: a template
 *
 * Returns: (transfer none): its id, the same in every language
 */
const char *
atl_template_get_id (AtlTemplate *self)
{
  const char *id = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  id = atl_data_get_string (self->data, "id");
  return id != NULL ? id : "";
}

/**
 * atl_template_get_name:
 * @self: a template
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): what it is called
 */
const char *
atl_template_get_name (AtlTemplate *self,
                       const char  *language)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  return atl_data_get_text (self->data, "name", language);
}

/**
 * atl_template_get_purpose:
 * @self: a template
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): what it is good for, a sentence
 */
const char *
atl_template_get_purpose (AtlTemplate *self,
                          const char  *language)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  return atl_data_get_text (self->data, "purpose", language);
}

/**
 * atl_template_get_when:
 * @self: a template
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): when to use it, a sentence
 */
const char *
atl_template_get_when (AtlTemplate *self,
                       const char  *language)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  return atl_data_get_text (self->data, "whenToUse", language);
}

/**
 * atl_template_get_tips:
 * @self: a template
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): advice for the facilitator, "" if there is none
 */
const char *
atl_template_get_tips (AtlTemplate *self,
                       const char  *language)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  return atl_data_get_text (self->data, "tips", language);
}

/**
 * atl_template_get_source:
 * @self: a template
 *
 * Returns: (transfer none): where the method comes from, in English, "" if unknown
 */
const char *
atl_template_get_source (AtlTemplate *self)
{
  const char *source = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  source = atl_data_get_string (self->data, "source");
  return source != NULL ? source : "";
}

/**
 * atl_template_get_category:
 * @self: a template
 *
 * Returns: (transfer none): the id of its category, see atl_words_get_label(); that of personal ones is
 *   %ATL_CATEGORY_MINE
 */
const char *
atl_template_get_category (AtlTemplate *self)
{
  const char *category = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  if (self->path != NULL)
    return ATL_CATEGORY_MINE;
  category = atl_data_get_string (self->data, "category");
  return category != NULL ? category : "";
}

/**
 * atl_template_get_category_name:
 * @self: a template
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): what its author filed it under, "" if nothing; the file of a personal template
 * may
 *   name one of our categories by its id
 */
const char *
atl_template_get_category_name (AtlTemplate *self,
                                const char  *language)
{
  const char *id = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  id = atl_data_get_string (self->data, "category");
  if (id == NULL)
    id = atl_data_get_text (self->data, "category", language);
  return *id != '\0' ? atl_words_get_label (language, ATL_LABEL_CATEGORY, id) : "";
}

/**
 * atl_template_get_group_min:
 * @self: a template
 *
 * Returns: how many people it needs at least
 */
int
atl_template_get_group_min (AtlTemplate *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), 0);

  return atl_data_get_int (atl_data_get_object (self->data, "groupSize"), "min", 1);
}

/**
 * atl_template_get_group_max:
 * @self: a template
 *
 * Returns: how many people it serves at most
 */
int
atl_template_get_group_max (AtlTemplate *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), 0);

  return atl_data_get_int (atl_data_get_object (self->data, "groupSize"), "max", 100);
}

/**
 * atl_template_get_minutes:
 * @self: a template
 *
 * Returns: how long its agenda takes
 */
int
atl_template_get_minutes (AtlTemplate *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), 0);

  return atl_data_get_int (self->data, "durationMinutes", 0);
}

/**
 * atl_template_get_votes:
 * @self: a template
 *
 * Returns: the votes each person gets, 0 if nobody votes
 */
int
atl_template_get_votes (AtlTemplate *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), 0);

  return atl_data_get_int (self->data, "votes", 0);
}

static gboolean
has_tag (AtlTemplate *self,
         const char  *tag)
{
  JsonArray *tags = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (self), FALSE);

  tags = atl_data_get_array (self->data, "tags");
  for (guint i = 0; i < atl_data_get_length (tags); i++)
    if (g_strcmp0 (json_array_get_string_element (tags, i), tag) == 0)
      return TRUE;
  return FALSE;
}

/**
 * atl_template_is_core:
 * @self: a template
 *
 * Tells whether it is one of those shown first.
 */
gboolean
atl_template_is_core (AtlTemplate *self)
{
  return self->path == NULL && has_tag (self, "core");
}

static JsonObject *
get_area_data (AtlTemplate *self,
               guint        position)
{
  return atl_data_get_element (atl_data_get_array (self->data, "areas"), position);
}

/**
 * atl_template_get_n_areas:
 * @self: a template
 *
 * Returns: how many areas its board has
 */
guint
atl_template_get_n_areas (AtlTemplate *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), 0);

  return atl_data_get_length (atl_data_get_array (self->data, "areas"));
}

/**
 * atl_template_get_area:
 * @self: a template
 * @position: which area
 * @area: (out caller-allocates): filled in; its strings belong to @self
 *
 * Tells where an area lies without making a board, for miniatures.
 *
 * Returns: %FALSE if there is no such area
 */
gboolean
atl_template_get_area (AtlTemplate     *self,
                       guint            position,
                       AtlTemplateArea *area)
{
  JsonObject *data = NULL;
  JsonArray  *rect = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (self), FALSE);
  g_return_val_if_fail (area != NULL, FALSE);

  data = get_area_data (self, position);
  rect = atl_data_get_array (data, "rect");
  if (atl_data_get_length (rect) != 4)
    return FALSE;
  area->key = atl_data_get_string (data, "id");
  area->layout = atl_data_get_enum (data, "layout", atl_layout_get_type (), ATL_LAYOUT_FLOW);
  area->color = atl_data_get_enum (data, "color", atl_tint_get_type (), ATL_TINT_GREY);
  area->x = (int) json_array_get_int_element (rect, 0) * UNITS_PER_PERCENT_X;
  area->y = (int) json_array_get_int_element (rect, 1) * UNITS_PER_PERCENT_Y;
  area->width = (int) json_array_get_int_element (rect, 2) * UNITS_PER_PERCENT_X;
  area->height = (int) json_array_get_int_element (rect, 3) * UNITS_PER_PERCENT_Y;
  area->max_notes = atl_data_get_int (data, "maxNotes", 0);
  return TRUE;
}

/**
 * atl_template_get_area_title:
 * @self: a template
 * @position: which area
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): the title of the area, "" if there is no such area
 */
const char *
atl_template_get_area_title (AtlTemplate *self,
                             guint        position,
                             const char  *language)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE (self), NULL);

  return atl_data_get_text (get_area_data (self, position), "title", language);
}

/* All that a person may search a template by, in one text. */
static char *
dup_searched_text (AtlTemplate *self,
                   const char  *language)
{
  GString *text = g_string_new (atl_template_get_id (self));

  g_string_append_printf (text, " %s %s %s", atl_template_get_name (self, language),
                          atl_template_get_purpose (self, language), atl_template_get_when (self, language));
  for (guint i = 0; i < atl_template_get_n_areas (self); i++)
    g_string_append_printf (text, " %s", atl_template_get_area_title (self, i, language));
  return g_string_free (text, FALSE);
}

/**
 * atl_template_matches:
 * @self: a template
 * @words: what the user typed; case and accents do not matter, each word may be the beginning of one
 * @language: (nullable): the language of the texts searched
 *
 * Tells whether every word is found in the name, the sentences or the areas' titles.
 */
gboolean
atl_template_matches (AtlTemplate *self,
                      const char  *words,
                      const char  *language)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE (self), FALSE);
  g_return_val_if_fail (words != NULL, FALSE);

  text = dup_searched_text (self, language);
  return g_str_match_string (words, text, TRUE);
}
