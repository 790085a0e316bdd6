/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-choice.h"

#include "catalogue/atl-board-maker.h"
#include "config.h"
#include "ui/common/atl-format.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

/**
 * AtlChoice:
 *
 * A template or a program of the catalogue, as the gallery offers it.
 */
struct _AtlChoice
{
  GObject parent_instance;

  AtlCatalogue *catalogue;
  AtlTemplate *template; /* one of the two */
  AtlProgram *program;
  char       *search_key;
  AtlSession *preview;
};

G_DEFINE_FINAL_TYPE (AtlChoice, atl_choice, G_TYPE_OBJECT)

static const char *const languages[] = { "en", "fr" };

static void
atl_choice_finalize (GObject *object)
{
  AtlChoice *self = ATL_CHOICE (object);

  g_clear_object (&self->preview);
  g_clear_object (&self->template);
  g_clear_object (&self->program);
  g_clear_object (&self->catalogue);
  g_free (self->search_key);
  G_OBJECT_CLASS (atl_choice_parent_class)->finalize (object);
}

static void
atl_choice_class_init (AtlChoiceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_choice_finalize;
}

static void
atl_choice_init (AtlChoice *self)
{
}

/**
 * atl_choice_new_template:
 * @catalogue: where @template is from
 * @template: a template
 *
 * Returns: (transfer full): the choice of one board
 */
AtlChoice *
atl_choice_new_template (AtlCatalogue *catalogue,
                         AtlTemplate *template)
{
  AtlChoice *self = g_object_new (ATL_TYPE_CHOICE, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->template = g_object_ref (template);
  return self;
}

/**
 * atl_choice_new_program:
 * @catalogue: where @program is from
 * @program: a chain of templates
 *
 * Returns: (transfer full): the choice of its boards
 */
AtlChoice *
atl_choice_new_program (AtlCatalogue *catalogue,
                        AtlProgram   *program)
{
  AtlChoice *self = g_object_new (ATL_TYPE_CHOICE, NULL);

  self->catalogue = g_object_ref (catalogue);
  self->program = g_object_ref (program);
  return self;
}

static const char *
get_choice_id (AtlChoice *self)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  return self->template != NULL ? atl_template_get_id (self->template) : atl_program_get_id (self->program);
}

/**
 * atl_choice_get_template:
 * @self: a choice
 *
 * Returns: (transfer none) (nullable): the template, %NULL for a program
 */
AtlTemplate *
atl_choice_get_template (AtlChoice *self)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  return self->template;
}

/**
 * atl_choice_is_program:
 * @self: a choice
 *
 * Returns: whether it is a chain of boards
 */
gboolean
atl_choice_is_program (AtlChoice *self)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), FALSE);

  return self->program != NULL;
}

/**
 * atl_choice_get_name:
 * @self: a choice
 * @language: "en" or "fr"
 *
 * Returns: (transfer none): its name
 */
const char *
atl_choice_get_name (AtlChoice  *self,
                     const char *language)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  return self->template != NULL ? atl_template_get_name (self->template, language)
                                : atl_program_get_name (self->program, language);
}

/**
 * atl_choice_get_purpose:
 * @self: a choice
 * @language: "en" or "fr"
 *
 * Returns: (transfer none): what it is good for, a sentence
 */
const char *
atl_choice_get_purpose (AtlChoice  *self,
                        const char *language)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  return self->template != NULL ? atl_template_get_purpose (self->template, language)
                                : atl_program_get_purpose (self->program, language);
}

/**
 * atl_choice_get_when:
 * @self: a choice
 * @language: "en" or "fr"
 *
 * Returns: (transfer none) (nullable): when to use it; programs do not say
 */
const char *
atl_choice_get_when (AtlChoice  *self,
                     const char *language)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  return self->template != NULL ? atl_template_get_when (self->template, language) : NULL;
}

/**
 * atl_choice_get_tips:
 * @self: a choice
 * @language: "en" or "fr"
 *
 * Returns: (transfer none) (nullable): advice for the facilitator
 */
const char *
atl_choice_get_tips (AtlChoice  *self,
                     const char *language)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  return self->template != NULL ? atl_template_get_tips (self->template, language) : NULL;
}

/**
 * atl_choice_get_source:
 * @self: a choice
 * @language: "en" or "fr"
 *
 * The catalogue tells it in English only; users write theirs in their own language.
 *
 * Returns: (transfer none) (nullable): whose method it is, where that is known in @language
 */
const char *
atl_choice_get_source (AtlChoice  *self,
                       const char *language)
{
  gboolean mine;

  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  if (self->template == NULL)
    return NULL;
  mine = g_str_equal (atl_template_get_category (self->template), ATL_CATEGORY_MINE);
  return mine || g_str_equal (language, "en") ? atl_template_get_source (self->template) : NULL;
}

/**
 * atl_choice_get_n_boards:
 * @self: a choice
 *
 * Returns: how many boards it makes
 */
guint
atl_choice_get_n_boards (AtlChoice *self)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), 0);

  return self->template != NULL ? 1 : g_strv_length ((char **) atl_program_get_templates (self->program));
}

/* A template without a length or an agenda does not say how long it takes. */
static char *
dup_template_facts (AtlTemplate *template)
{
  int              least = atl_template_get_group_min (template);
  int              most = atl_template_get_group_max (template);
  g_autofree char *minutes = atl_format_minutes (atl_template_get_minutes (template));
  /* Translators: the smallest and the largest group that a board is good for */
  g_autofree char *size = g_strdup_printf (_ ("%d–%d people"), least, most);

  if (atl_template_get_minutes (template) == 0)
    return g_steal_pointer (&size);
  return g_strconcat (minutes, " · ", size, NULL);
}

/**
 * atl_choice_dup_facts:
 * @self: a choice
 *
 * Returns: (transfer full): how long and for how many: "60 min · 3–15 people", "5 h 55 · 7 boards"
 */
char *
atl_choice_dup_facts (AtlChoice *self)
{
  g_autofree char *minutes = NULL;
  g_autofree char *size = NULL;
  guint            n = atl_choice_get_n_boards (self);

  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  if (self->template != NULL)
    return dup_template_facts (self->template);
  minutes = atl_format_minutes (atl_program_get_minutes (self->program));
  size = g_strdup_printf (ngettext ("%u board", "%u boards", n), n);
  return g_strconcat (minutes, " · ", size, NULL);
}

static void
append_words (AtlChoice  *self,
              GString    *words,
              const char *language)
{
  const char *when = atl_choice_get_when (self, language);

  g_string_append_printf (words, "%s\n%s\n", atl_choice_get_name (self, language),
                          atl_choice_get_purpose (self, language));
  if (when != NULL)
    g_string_append_printf (words, "%s\n", when);
  if (self->template != NULL)
    g_string_append_printf (words, "%s\n", atl_template_get_category_name (self->template, language));
}

static void
append_tags (AtlChoice *self,
             GString   *words)
{
  JsonObject *data = self->template != NULL ? atl_template_get_data (self->template) : NULL;
  JsonArray  *tags = NULL;

  if (data != NULL && json_object_has_member (data, "tags"))
    tags = json_object_get_array_member (data, "tags");
  for (guint i = 0; tags != NULL && i < json_array_get_length (tags); i++)
    g_string_append_printf (words, "%s\n", json_array_get_string_element (tags, i));
}

static const char *
ensure_search_key (AtlChoice *self)
{
  g_autoptr (GString) words = NULL;

  if (self->search_key != NULL)
    return self->search_key;
  words = g_string_new (get_choice_id (self));
  g_string_append_c (words, '\n');
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    append_words (self, words, languages[i]);
  append_tags (self, words);
  self->search_key = atl_fold (words->str);
  return self->search_key;
}

static gboolean
is_called (AtlChoice  *self,
           const char *words,
           const char *language)
{
  g_autofree char *name = atl_fold (atl_choice_get_name (self, language));

  return atl_fold_matches (name, words);
}

/**
 * atl_choice_search:
 * @self: a choice
 * @words: what somebody searches
 * @language: "en" or "fr", the one that is shown
 *
 * Looks in names, purposes, occasions and tags, in both languages, whatever the accents.
 *
 * Returns: where all words stand; without any, that is the name
 */
AtlChoiceHit
atl_choice_search (AtlChoice  *self,
                   const char *words,
                   const char *language)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), ATL_CHOICE_HIT_NONE);

  if (*words == '\0')
    return ATL_CHOICE_HIT_NAME;
  if (!atl_fold_matches (ensure_search_key (self), words))
    return ATL_CHOICE_HIT_NONE;
  if (is_called (self, words, language))
    return ATL_CHOICE_HIT_NAME;
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (is_called (self, words, languages[i]))
      return ATL_CHOICE_HIT_OTHER_NAME;
  return ATL_CHOICE_HIT_TEXT;
}

/**
 * atl_choice_get_preview:
 * @self: a choice
 * @language: "en" or "fr"
 *
 * Returns: (transfer none): a session as the choice would make it, to look at; kept until another language
 *   is asked for
 */
AtlSession *
atl_choice_get_preview (AtlChoice  *self,
                        const char *language)
{
  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  if (self->preview == NULL || !g_str_equal (atl_session_get_language (self->preview), language))
    {
      g_clear_object (&self->preview);
      self->preview = atl_choice_make_session (self, NULL, language);
    }
  return self->preview;
}

/**
 * atl_choice_make_session:
 * @self: a choice
 * @title: (nullable): the title; without one that of the template or program
 * @language: "en" or "fr", the language of the boards
 *
 * Returns: (transfer full): a new session with the boards and their agenda
 */
AtlSession *
atl_choice_make_session (AtlChoice  *self,
                         const char *title,
                         const char *language)
{
  static const char *const none[] = { NULL };
  const char *const       *ids = none;
  AtlSession              *session = NULL;

  g_return_val_if_fail (ATL_IS_CHOICE (self), NULL);

  if (self->program != NULL)
    ids = atl_program_get_templates (self->program);
  if (title == NULL || title[0] == '\0')
    title = atl_choice_get_name (self, language);
  session = atl_catalogue_make_session (self->catalogue, title, language, ids);
  /* Not by its id: the file of a personal template may be gone by now. */
  if (self->template != NULL)
    atl_board_maker_add (self->template, session, NULL);
  return session;
}
