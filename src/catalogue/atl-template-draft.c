/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-template-draft.h"

#include "catalogue/atl-board-maker.h"
#include "catalogue/atl-data.h"
#include "catalogue/atl-words.h"
#include "model/atl-area.h"
#include "model/atl-edits.h"
#include "model/atl-step.h"

/* Options of the board of a draft that only drafts have. */
#define ABOUT "about"
#define OTHER "other"

#define WHOLE_WIDTH 1600
#define WHOLE_HEIGHT 1000
#define GROUP_MIN 3
#define GROUP_MAX 15

/**
 * AtlTemplateDraft:
 *
 * A template that is being made: a session of its own with one board and its steps, so that everything the
 * model can do, undo included, can be done to it. What templates have and boards have not, and the texts in
 * the second language, are in the options of the board.
 */
struct _AtlTemplateDraft
{
  GObject parent_instance;

  AtlTemplate *origin; /* nullable */
  AtlSession  *session;
  AtlBoard    *board;
  AtlHistory  *history;
  gboolean     both; /* takes over the second language of the origin */
};

G_DEFINE_FINAL_TYPE (AtlTemplateDraft, atl_template_draft, G_TYPE_OBJECT)

static void
atl_template_draft_finalize (GObject *object)
{
  AtlTemplateDraft *self = ATL_TEMPLATE_DRAFT (object);

  g_clear_object (&self->history);
  g_clear_object (&self->board);
  g_clear_object (&self->session);
  g_clear_object (&self->origin);
  G_OBJECT_CLASS (atl_template_draft_parent_class)->finalize (object);
}

static void
atl_template_draft_class_init (AtlTemplateDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_template_draft_finalize;
}

static void
atl_template_draft_init (AtlTemplateDraft *self)
{
}

/* Replaces one value of a dict; NULL takes it out. */
static GVariant *
dup_dict_with (GVariant   *dict,
               const char *name,
               GVariant   *value)
{
  g_auto (GVariantDict) values = G_VARIANT_DICT_INIT (dict);

  if (value != NULL)
    g_variant_dict_insert_value (&values, name, value);
  else
    g_variant_dict_remove (&values, name);
  return g_variant_ref_sink (g_variant_dict_end (&values));
}

static void
set_option (AtlTemplateDraft *self,
            const char       *name,
            GVariant         *value)
{
  g_autoptr (GVariant) options = dup_dict_with (atl_board_get_options (self->board), name, value);

  atl_board_set_options (self->board, options);
}

static GVariant *
dup_option (AtlTemplateDraft *self,
            const char       *name,
            const char       *type)
{
  GVariant *options = atl_board_get_options (self->board);

  return options != NULL ? g_variant_lookup_value (options, name, G_VARIANT_TYPE (type)) : NULL;
}

static void
set_in_option (AtlTemplateDraft *self,
               const char       *option,
               const char       *name,
               GVariant         *value)
{
  g_autoptr (GVariant) dict = dup_option (self, option, "a{sv}");
  g_autoptr (GVariant) changed = dup_dict_with (dict, name, value);

  set_option (self, option, changed);
}

static char *
dup_in_option (AtlTemplateDraft *self,
               const char       *option,
               const char       *name)
{
  g_autoptr (GVariant) dict = dup_option (self, option, "a{sv}");
  char                *text = NULL;

  if (dict != NULL)
    g_variant_lookup (dict, name, "s", &text);
  return text;
}

static char *
dup_other_key (AtlItem    *item,
               const char *name)
{
  return ATL_IS_BOARD (item) ? g_strdup (name) : g_strconcat (atl_item_get_id (item), "/", name, NULL);
}

static const char *
get_other_language (AtlTemplateDraft *self)
{
  return g_str_equal (atl_session_get_language (self->session), "fr") ? "en" : "fr";
}

/* Takes over the second language of a text that still is what the origin says in the first one. */
static void
adopt (AtlTemplateDraft *self,
       AtlItem          *item,
       const char       *name,
       JsonObject       *data)
{
  const char      *here = atl_data_get_text (data, name, atl_session_get_language (self->session));
  const char      *there = atl_data_get_text (data, name, get_other_language (self));
  g_autofree char *text = atl_template_draft_dup_text (self, item, name);

  if (*there != '\0' && g_str_equal (text, here) && !g_str_equal (here, there))
    atl_template_draft_set_other (self, item, name, there);
}

static void
adopt_areas (AtlTemplateDraft *self,
             JsonObject       *data)
{
  AtlList *areas = atl_board_get_areas (self->board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlArea    *area = atl_list_get (areas, i);
      const char *key = NULL;
      JsonObject *found = NULL;

      if (atl_area_get_options (area) != NULL)
        g_variant_lookup (atl_area_get_options (area), "key", "&s", &key);
      found = key != NULL ? atl_data_find (atl_data_get_array (data, "areas"), key) : NULL;
      adopt (self, ATL_ITEM (area), ATL_DRAFT_TITLE, found);
      adopt (self, ATL_ITEM (area), ATL_DRAFT_PROMPT, found);
    }
}

/* Steps have no name that lasts but their title. */
static void
adopt_steps (AtlTemplateDraft *self,
             JsonObject       *data)
{
  AtlList   *steps = atl_session_get_steps (self->session);
  JsonArray *agenda = atl_data_get_array (data, "agenda");

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    for (guint j = 0; j < atl_data_get_length (agenda); j++)
      adopt (self, atl_list_get (steps, i), ATL_DRAFT_TITLE, atl_data_get_element (agenda, j));
}

static void
adopt_all (AtlTemplateDraft *self)
{
  static const char *const names[] = { ATL_DRAFT_NAME, ATL_DRAFT_PURPOSE, ATL_DRAFT_WHEN, ATL_DRAFT_CATEGORY,
                                       ATL_DRAFT_TIPS };
  JsonObject              *data = self->origin != NULL ? atl_template_get_data (self->origin) : NULL;

  if (data == NULL || !self->both)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    adopt (self, ATL_ITEM (self->board), names[i], data);
  adopt_areas (self, data);
  adopt_steps (self, data);
}

static void
set_about (AtlTemplateDraft *self,
           const char       *name,
           const char       *text)
{
  if (*text != '\0')
    set_in_option (self, ABOUT, name, g_variant_new_string (text));
}

/* What boards do not keep of their template; a board with an agenda of its own does not take as long either.
 */
static void
take_about (AtlTemplateDraft *self,
            gboolean          as_long)
{
  const char *language = atl_session_get_language (self->session);
  int         minutes = 0;

  if (self->origin == NULL)
    return;
  set_about (self, ATL_DRAFT_PURPOSE, atl_template_get_purpose (self->origin, language));
  set_about (self, ATL_DRAFT_WHEN, atl_template_get_when (self->origin, language));
  set_about (self, ATL_DRAFT_CATEGORY, atl_template_get_category_name (self->origin, language));
  set_about (self, ATL_DRAFT_SOURCE, atl_template_get_source (self->origin));
  atl_template_draft_set_number (self, ATL_DRAFT_GROUP_MIN, atl_template_get_group_min (self->origin));
  atl_template_draft_set_number (self, ATL_DRAFT_GROUP_MAX, atl_template_get_group_max (self->origin));
  minutes = atl_template_get_minutes (self->origin);
  if (as_long && minutes != atl_template_draft_get_number (self, ATL_DRAFT_MINUTES))
    atl_template_draft_set_number (self, ATL_DRAFT_MINUTES, minutes);
}

static void
begin (AtlTemplateDraft *self,
       AtlTemplate      *origin,
       const char       *language)
{
  self->origin = origin != NULL ? g_object_ref (origin) : NULL;
  self->session = atl_session_new (NULL);
  atl_session_set_language (self->session, atl_data_get_language (language));
}

static void
end (AtlTemplateDraft *self,
     gboolean          as_long)
{
  take_about (self, as_long);
  adopt_all (self);
  self->history = atl_history_new (self->session);
}

static void
add_blank_board (AtlTemplateDraft *self)
{
  const char          *language = atl_session_get_language (self->session);
  g_autoptr (AtlBoard) board = atl_board_new (NULL);
  g_autoptr (AtlArea)  area = atl_area_new (NULL);
  g_autofree char     *rank = atl_list_dup_end_rank (atl_board_get_areas (board));

  atl_board_set_title (board, atl_words_get (language, "untitled-template"));
  atl_area_set_title (area, atl_words_get (language, "area-default"));
  atl_area_set_width (area, WHOLE_WIDTH);
  atl_area_set_height (area, WHOLE_HEIGHT);
  atl_area_set_color (area, ATL_TINT_BLUE);
  atl_area_set_rank (area, rank);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (self->session), ATL_ITEM (board));
  g_set_object (&self->board, board);
}

/**
 * atl_template_draft_new:
 * @origin: (nullable): the template to begin with, %NULL for a board with one area
 * @language: "en" or "fr", the language to write in; the texts of the other one are kept beside
 *
 * Returns: (transfer full): a draft
 */
AtlTemplateDraft *
atl_template_draft_new (AtlTemplate *origin,
                        const char  *language)
{
  AtlTemplateDraft *self = g_object_new (ATL_TYPE_TEMPLATE_DRAFT, NULL);

  begin (self, origin, language);
  self->both = TRUE;
  if (origin != NULL)
    g_set_object (&self->board, atl_board_maker_add (origin, self->session, NULL));
  else
    add_blank_board (self);
  end (self, TRUE);
  return self;
}

/* The areas of a board, for a board of another session. Fills in which became which. */
static void
copy_areas (AtlBoard   *from,
            AtlBoard   *to,
            GHashTable *copies)
{
  AtlList *areas = atl_board_get_areas (from);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlItem            *area = atl_list_get (areas, i);
      g_autoptr (AtlItem) copy = atl_item_copy (area);

      atl_list_insert (atl_board_get_areas (to), copy);
      g_hash_table_insert (copies, (gpointer) atl_item_get_id (area), (gpointer) atl_item_get_id (copy));
    }
}

/* What is hidden was not meant for everybody, and nodes of maps are people. */
static gboolean
is_example (AtlNote *note)
{
  return *atl_note_get_text (note) != '\0' && !atl_note_get_hidden (note) &&
         *atl_note_get_person (note) == '\0' && *atl_note_get_silo (note) == '\0';
}

static void
copy_notes (AtlBoard   *from,
            AtlBoard   *to,
            GHashTable *copies)
{
  AtlList *notes = atl_board_get_notes (from);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote            *note = atl_list_get (notes, i);
      const char         *area = g_hash_table_lookup (copies, atl_note_get_area (note));
      g_autoptr (AtlItem) copy = NULL;

      if (area == NULL || !is_example (note))
        continue;
      copy = atl_item_copy (ATL_ITEM (note));
      atl_note_set_area (ATL_NOTE (copy), area);
      atl_note_set_stack (ATL_NOTE (copy), "");
      atl_note_set_author (ATL_NOTE (copy), "");
      atl_list_insert (atl_board_get_notes (to), copy);
    }
}

static void
copy_steps (AtlBoard         *from,
            AtlTemplateDraft *self)
{
  AtlSession *session = atl_item_get_session (ATL_ITEM (from));
  AtlList    *steps = session != NULL ? atl_session_get_steps (session) : NULL;

  for (guint i = 0; steps != NULL && i < atl_list_get_length (steps); i++)
    {
      AtlStep            *step = atl_list_get (steps, i);
      g_autoptr (AtlItem) copy = NULL;

      if (!g_str_equal (atl_step_get_board (step), atl_item_get_id (ATL_ITEM (from))))
        continue;
      copy = atl_item_copy (ATL_ITEM (step));
      atl_step_set_board (ATL_STEP (copy), atl_item_get_id (ATL_ITEM (self->board)));
      atl_list_insert (atl_session_get_steps (self->session), copy);
    }
}

/**
 * atl_template_draft_new_from_board:
 * @board: a board of a session
 * @origin: (nullable): the template that @board was made from
 * @both: whether texts that still are those of @origin keep their second language
 * @examples: whether the notes of @board become notes of every board made from the template
 *
 * Returns: (transfer full): a draft of what @board is now, in the language of its session
 */
AtlTemplateDraft *
atl_template_draft_new_from_board (AtlBoard    *board,
                                   AtlTemplate *origin,
                                   gboolean     both,
                                   gboolean     examples)
{
  AtlTemplateDraft      *self = NULL;
  AtlSession            *session = NULL;
  g_autoptr (GHashTable) copies = g_hash_table_new (g_str_hash, g_str_equal);

  g_return_val_if_fail (ATL_IS_BOARD (board), NULL);

  self = g_object_new (ATL_TYPE_TEMPLATE_DRAFT, NULL);
  session = atl_item_get_session (ATL_ITEM (board));
  begin (self, origin, session != NULL ? atl_session_get_language (session) : NULL);
  self->both = both;
  self->board = ATL_BOARD (atl_item_copy (ATL_ITEM (board)));
  copy_areas (board, self->board, copies);
  if (examples)
    copy_notes (board, self->board, copies);
  atl_list_insert (atl_session_get_boards (self->session), ATL_ITEM (self->board));
  copy_steps (board, self);
  end (self, atl_list_get_length (atl_session_get_steps (self->session)) == 0);
  return self;
}

/**
 * atl_template_draft_get_origin:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the template that it began with
 */
AtlTemplate *
atl_template_draft_get_origin (AtlTemplateDraft *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self), NULL);

  return self->origin;
}

/**
 * atl_template_draft_get_session:
 * @self: a draft
 *
 * Returns: (transfer none): the session with the board and its steps
 */
AtlSession *
atl_template_draft_get_session (AtlTemplateDraft *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self), NULL);

  return self->session;
}

/**
 * atl_template_draft_get_board:
 * @self: a draft
 *
 * Returns: (transfer none): the board, whose areas are edited like those of any other
 */
AtlBoard *
atl_template_draft_get_board (AtlTemplateDraft *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self), NULL);

  return self->board;
}

/**
 * atl_template_draft_get_history:
 * @self: a draft
 *
 * Returns: (transfer none): what was done to the draft
 */
AtlHistory *
atl_template_draft_get_history (AtlTemplateDraft *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self), NULL);

  return self->history;
}

/**
 * atl_template_draft_has_both:
 * @self: a draft
 *
 * Returns: whether what is still as in the origin keeps its second language
 */
gboolean
atl_template_draft_has_both (AtlTemplateDraft *self)
{
  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self), FALSE);

  return self->both;
}

/* Texts that are properties, or NULL. */
static const char *
get_property_name (AtlItem    *item,
                   const char *name)
{
  if (!ATL_IS_BOARD (item))
    return name;
  return g_str_equal (name, ATL_DRAFT_NAME) ? "title" : NULL;
}

/**
 * atl_template_draft_dup_text:
 * @self: a draft
 * @item: its board, an area or a step
 * @name: which text of it, as %ATL_DRAFT_PURPOSE
 *
 * Returns: (transfer full): the text in the first language, "" if there is none
 */
char *
atl_template_draft_dup_text (AtlTemplateDraft *self,
                             AtlItem          *item,
                             const char       *name)
{
  const char          *property = NULL;
  char                *text = NULL;
  g_autoptr (GVariant) tips = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self) && ATL_IS_ITEM (item) && name != NULL, NULL);

  property = get_property_name (item, name);
  if (property != NULL)
    g_object_get (item, property, &text, NULL);
  else if (g_str_equal (name, ATL_DRAFT_TIPS))
    tips = dup_option (self, name, "s");
  else
    text = dup_in_option (self, ABOUT, name);
  if (tips != NULL)
    text = g_variant_dup_string (tips, NULL);
  return text != NULL ? text : g_strdup ("");
}

/**
 * atl_template_draft_set_text:
 * @self: a draft
 * @item: its board, an area or a step
 * @name: which text of it
 * @text: the text in the first language
 *
 * The caller opens and names the group of the history, as for all changes.
 */
void
atl_template_draft_set_text (AtlTemplateDraft *self,
                             AtlItem          *item,
                             const char       *name,
                             const char       *text)
{
  const char *property = NULL;
  GVariant   *value = NULL;

  g_return_if_fail (ATL_IS_TEMPLATE_DRAFT (self) && ATL_IS_ITEM (item) && name != NULL && text != NULL);

  property = get_property_name (item, name);
  if (property != NULL)
    {
      g_object_set (item, property, text, NULL);
      return;
    }
  value = *text != '\0' ? g_variant_new_string (text) : NULL;
  if (g_str_equal (name, ATL_DRAFT_TIPS))
    set_option (self, name, value);
  else
    set_in_option (self, ABOUT, name, value);
}

/**
 * atl_template_draft_dup_other:
 * @self: a draft
 * @item: its board, an area or a step
 * @name: which text of it
 *
 * Returns: (transfer full): the text in the second language, "" if it is the same
 */
char *
atl_template_draft_dup_other (AtlTemplateDraft *self,
                              AtlItem          *item,
                              const char       *name)
{
  g_autofree char *key = NULL;
  char            *text = NULL;

  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self) && ATL_IS_ITEM (item) && name != NULL, NULL);

  key = dup_other_key (item, name);
  text = dup_in_option (self, OTHER, key);
  return text != NULL ? text : g_strdup ("");
}

/**
 * atl_template_draft_set_other:
 * @self: a draft
 * @item: its board, an area or a step
 * @name: which text of it
 * @text: the text in the second language, "" for the same as in the first
 */
void
atl_template_draft_set_other (AtlTemplateDraft *self,
                              AtlItem          *item,
                              const char       *name,
                              const char       *text)
{
  g_autofree char *key = NULL;

  g_return_if_fail (ATL_IS_TEMPLATE_DRAFT (self) && ATL_IS_ITEM (item) && name != NULL && text != NULL);

  key = dup_other_key (item, name);
  set_in_option (self, OTHER, key, *text != '\0' ? g_variant_new_string (text) : NULL);
}

static int
sum_minutes (AtlTemplateDraft *self)
{
  AtlList *steps = atl_session_get_steps (self->session);
  int      minutes = 0;

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    minutes += atl_step_get_minutes (atl_list_get (steps, i));
  return minutes;
}

static int
get_fallback (AtlTemplateDraft *self,
              const char       *name)
{
  if (g_str_equal (name, ATL_DRAFT_MINUTES))
    return sum_minutes (self);
  if (g_str_equal (name, ATL_DRAFT_VOTES))
    return 0;
  return g_str_equal (name, ATL_DRAFT_GROUP_MIN) ? GROUP_MIN : GROUP_MAX;
}

/**
 * atl_template_draft_get_number:
 * @self: a draft
 * @name: which number, as %ATL_DRAFT_VOTES
 *
 * Returns: the number; minutes are those of the steps as long as nobody says otherwise
 */
int
atl_template_draft_get_number (AtlTemplateDraft *self,
                               const char       *name)
{
  g_autoptr (GVariant) dict = NULL;
  gint64               number = 0;

  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self) && name != NULL, 0);

  dict = g_str_equal (name, ATL_DRAFT_VOTES) ? atl_board_get_options (self->board) : NULL;
  dict = dict != NULL ? g_variant_ref (dict) : dup_option (self, ABOUT, "a{sv}");
  if (dict == NULL || !g_variant_lookup (dict, name, "x", &number))
    return get_fallback (self, name);
  return (int) CLAMP (number, 0, G_MAXINT);
}

/**
 * atl_template_draft_set_number:
 * @self: a draft
 * @name: which number
 * @number: the number; the sum of the steps for minutes means that they follow them
 */
void
atl_template_draft_set_number (AtlTemplateDraft *self,
                               const char       *name,
                               int               number)
{
  g_return_if_fail (ATL_IS_TEMPLATE_DRAFT (self) && name != NULL);

  if (g_str_equal (name, ATL_DRAFT_VOTES))
    set_option (self, name, g_variant_new_int64 (number));
  else if (g_str_equal (name, ATL_DRAFT_MINUTES) && number == sum_minutes (self))
    set_in_option (self, ABOUT, name, NULL);
  else
    set_in_option (self, ABOUT, name, g_variant_new_int64 (number));
}

static gboolean
is_tag (GVariant   *value,
        const char *tag)
{
  g_autoptr (GVariant) content = g_variant_get_variant (value);

  return g_variant_is_of_type (content, G_VARIANT_TYPE_STRING) &&
         g_str_equal (g_variant_get_string (content, NULL), tag);
}

/**
 * atl_template_draft_has_tag:
 * @self: a draft
 * @tag: a tag such as "sensitive"
 *
 * Returns: whether the template carries it
 */
gboolean
atl_template_draft_has_tag (AtlTemplateDraft *self,
                            const char       *tag)
{
  g_autoptr (GVariant) tags = NULL;
  gboolean             found = FALSE;

  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (self) && tag != NULL, FALSE);

  tags = dup_option (self, "tags", "av");
  for (gsize i = 0; tags != NULL && !found && i < g_variant_n_children (tags); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (tags, i);

      found = is_tag (child, tag);
    }
  return found;
}

/**
 * atl_template_draft_set_tag:
 * @self: a draft
 * @tag: a tag
 * @set: whether the template is to carry it
 */
void
atl_template_draft_set_tag (AtlTemplateDraft *self,
                            const char       *tag,
                            gboolean          set)
{
  GVariantBuilder      builder = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("av"));
  g_autoptr (GVariant) tags = NULL;

  g_return_if_fail (ATL_IS_TEMPLATE_DRAFT (self) && tag != NULL);

  tags = dup_option (self, "tags", "av");
  for (gsize i = 0; tags != NULL && i < g_variant_n_children (tags); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (tags, i);

      if (!is_tag (child, tag))
        g_variant_builder_add_value (&builder, child);
    }
  if (set)
    g_variant_builder_add (&builder, "v", g_variant_new_string (tag));
  set_option (self, "tags", g_variant_builder_end (&builder));
}
