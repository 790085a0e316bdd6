/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-catalogue.h"

#include "catalogue/atl-board-maker.h"
#include "catalogue/atl-data.h"

/**
 * AtlCatalogue:
 *
 * The templates and programs that the product ships, in English and French, and before them the templates of
 * the user.
 */
struct _AtlCatalogue
{
  GObject parent_instance;

  AtlPersonal *personal;
  GListStore  *templates;
  guint        n_personal; /* at the beginning of the list */
  GListStore  *programs;
};

G_DEFINE_FINAL_TYPE (AtlCatalogue, atl_catalogue, G_TYPE_OBJECT)

static JsonArray *
get_data (const char *member)
{
  return atl_data_get_array (atl_data_get_file (ATL_DATA_TEMPLATES), member);
}

/* Appends the templates of a category that are core ones, or those that are not, in the order of the data. */
static void
collect_templates (GPtrArray  *templates,
                   const char *category,
                   gboolean    core)
{
  JsonArray *data = get_data ("templates");

  for (guint i = 0; i < atl_data_get_length (data); i++)
    {
      g_autoptr (AtlTemplate) template = atl_template_new (atl_data_get_element (data, i));

      if (atl_template_is_core (template) != core)
        continue;
      if (g_str_equal (atl_template_get_category (template), category))
        g_ptr_array_add (templates, g_steal_pointer (&template));
    }
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *const *language = g_get_language_names ();

  return g_utf8_collate (atl_template_get_name (*(AtlTemplate *const *) a, *language),
                         atl_template_get_name (*(AtlTemplate *const *) b, *language));
}

/* Puts the templates of the user, as they are now, before all others. */
static void
load_personal (AtlCatalogue *self)
{
  GPtrArray            *listed = atl_personal_get_templates (self->personal);
  g_autoptr (GPtrArray) templates = g_ptr_array_copy (listed, NULL, NULL);
  guint                 n_before = self->n_personal;

  g_ptr_array_set_free_func (templates, NULL);
  g_ptr_array_sort (templates, compare_names);
  self->n_personal = templates->len;
  g_list_store_splice (self->templates, 0, n_before, templates->pdata, templates->len);
}

static void
load_templates (AtlCatalogue *self)
{
  g_autoptr (GPtrArray) templates = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < atl_catalogue_get_n_categories (self); i++)
    collect_templates (templates, atl_catalogue_get_category (self, i), TRUE);
  for (guint i = 0; i < atl_catalogue_get_n_categories (self); i++)
    collect_templates (templates, atl_catalogue_get_category (self, i), FALSE);
  g_list_store_splice (self->templates, 0, 0, templates->pdata, templates->len);
  load_personal (self);
}

/* Who has not asked yet gets them with the others. */
static void
personal_changed_cb (AtlCatalogue *self)
{
  if (g_list_model_get_n_items (G_LIST_MODEL (self->templates)) > 0)
    load_personal (self);
}

static void
load_programs (AtlCatalogue *self)
{
  JsonArray *data = get_data ("programs");

  for (guint i = 0; i < atl_data_get_length (data); i++)
    {
      g_autoptr (AtlProgram) program = atl_program_new (atl_data_get_element (data, i));

      g_list_store_append (self->programs, program);
    }
}

static void
atl_catalogue_dispose (GObject *object)
{
  AtlCatalogue *self = ATL_CATALOGUE (object);

  if (self->personal != NULL)
    g_signal_handlers_disconnect_by_data (self->personal, self);
  g_clear_object (&self->personal);
  g_clear_object (&self->templates);
  g_clear_object (&self->programs);

  G_OBJECT_CLASS (atl_catalogue_parent_class)->dispose (object);
}

static void
atl_catalogue_class_init (AtlCatalogueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atl_catalogue_dispose;
}

static void
atl_catalogue_init (AtlCatalogue *self)
{
  self->personal = atl_personal_new (NULL);
  g_signal_connect_swapped (self->personal, "changed", G_CALLBACK (personal_changed_cb), self);
  self->templates = g_list_store_new (ATL_TYPE_TEMPLATE);
  self->programs = g_list_store_new (ATL_TYPE_PROGRAM);
}

/**
 * atl_catalogue_new:
 *
 * The data is parsed when a list is first asked for.
 *
 * Returns: (transfer full): the catalogue
 */
AtlCatalogue *
atl_catalogue_new (void)
{
  return g_object_new (ATL_TYPE_CATALOGUE, NULL);
}

static gpointer
parse_in_thread (gpointer data)
{
  atl_data_get_file (ATL_DATA_TEMPLATES);
  atl_data_get_file (ATL_DATA_WORDS);
  return NULL;
}

/**
 * atl_catalogue_begin:
 *
 * Begins to parse the data in a thread, so that whoever asks first waits less. To be called early in the
 * start of the app.
 */
void
atl_catalogue_begin (void)
{
  g_thread_unref (g_thread_new ("catalogue", parse_in_thread, NULL));
}

/**
 * atl_catalogue_get_personal:
 * @self: a catalogue
 *
 * Returns: (transfer none): the templates of the user, to be added to
 */
AtlPersonal *
atl_catalogue_get_personal (AtlCatalogue *self)
{
  g_return_val_if_fail (ATL_IS_CATALOGUE (self), NULL);

  return self->personal;
}

/**
 * atl_catalogue_get_templates:
 * @self: a catalogue
 *
 * Returns: (transfer none): a list of #AtlTemplate, those of the user first, then core ones, then category by
 *   category
 */
GListModel *
atl_catalogue_get_templates (AtlCatalogue *self)
{
  g_return_val_if_fail (ATL_IS_CATALOGUE (self), NULL);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->templates)) == 0)
    load_templates (self);
  return G_LIST_MODEL (self->templates);
}

/**
 * atl_catalogue_get_programs:
 * @self: a catalogue
 *
 * Returns: (transfer none): a list of #AtlProgram
 */
GListModel *
atl_catalogue_get_programs (AtlCatalogue *self)
{
  g_return_val_if_fail (ATL_IS_CATALOGUE (self), NULL);

  if (g_list_model_get_n_items (G_LIST_MODEL (self->programs)) == 0)
    load_programs (self);
  return G_LIST_MODEL (self->programs);
}

/**
 * atl_catalogue_find_template:
 * @self: a catalogue
 * @id: the id of a template
 *
 * Returns: (transfer none) (nullable): the template, or %NULL if there is none
 */
AtlTemplate *
atl_catalogue_find_template (AtlCatalogue *self,
                             const char   *id)
{
  GListModel *templates = atl_catalogue_get_templates (self);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

      if (g_strcmp0 (atl_template_get_id (template), id) == 0)
        return template;
    }
  return NULL;
}

/**
 * atl_catalogue_find_program:
 * @self: a catalogue
 * @id: the id of a program
 *
 * Returns: (transfer none) (nullable): the program, or %NULL if there is none
 */
AtlProgram *
atl_catalogue_find_program (AtlCatalogue *self,
                            const char   *id)
{
  GListModel *programs = atl_catalogue_get_programs (self);

  for (guint i = 0; i < g_list_model_get_n_items (programs); i++)
    {
      g_autoptr (AtlProgram) program = g_list_model_get_item (programs, i);

      if (g_strcmp0 (atl_program_get_id (program), id) == 0)
        return program;
    }
  return NULL;
}

/**
 * atl_catalogue_get_n_categories:
 * @self: a catalogue
 *
 * Returns: how many categories of ours there are; the templates of the user are in none of them
 */
guint
atl_catalogue_get_n_categories (AtlCatalogue *self)
{
  return atl_data_get_length (get_data ("categories"));
}

/**
 * atl_catalogue_get_category:
 * @self: a catalogue
 * @position: which one
 *
 * Returns: (transfer none) (nullable): its id; atl_words_get_label() gives its name
 */
const char *
atl_catalogue_get_category (AtlCatalogue *self,
                            guint         position)
{
  return atl_data_get_string (atl_data_get_element (get_data ("categories"), position), "id");
}

/* The name of the program that consists of these templates, or of the first template. */
static const char *
find_title (AtlCatalogue      *self,
            const char        *language,
            const char *const *template_ids)
{
  GListModel  *programs = atl_catalogue_get_programs (self);
  AtlTemplate *first = template_ids[0] != NULL ? atl_catalogue_find_template (self, template_ids[0]) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (programs); i++)
    {
      g_autoptr (AtlProgram) program = g_list_model_get_item (programs, i);

      if (g_strv_equal (atl_program_get_templates (program), template_ids))
        return atl_program_get_name (program, language);
    }
  return first != NULL ? atl_template_get_name (first, language) : "";
}

/**
 * atl_catalogue_make_session:
 * @self: a catalogue
 * @title: (nullable): the title, or %NULL for the name of the program made of these templates, else that of
 *   the first one
 * @language: (nullable): a language or locale name; French and English are served, all others give English
 * @template_ids: (array zero-terminated=1): templates in order, such as a program's; ids that
 *   are unknown are passed over
 *
 * Makes a session with a board for each template and the whole agenda, all in that language.
 *
 * Returns: (transfer full): the session
 */
AtlSession *
atl_catalogue_make_session (AtlCatalogue      *self,
                            const char        *title,
                            const char        *language,
                            const char *const *template_ids)
{
  AtlSession *session = NULL;

  g_return_val_if_fail (ATL_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (template_ids != NULL, NULL);

  session = atl_session_new (NULL);
  atl_session_set_language (session, atl_data_get_language (language));
  atl_session_set_title (session, title != NULL ? title : find_title (self, language, template_ids));
  for (guint i = 0; template_ids[i] != NULL; i++)
    atl_catalogue_add_board (self, session, template_ids[i], NULL);
  return session;
}

/**
 * atl_catalogue_add_board:
 * @self: a catalogue
 * @session: where the board goes
 * @template_id: the id of a template
 * @title: (nullable): the board's title, or %NULL for the template's name
 *
 * Adds a board with its steps and scales, see atl_board_maker_add().
 *
 * Returns: (transfer none) (nullable): the board, or %NULL if there is no such template
 */
AtlBoard *
atl_catalogue_add_board (AtlCatalogue *self,
                         AtlSession   *session,
                         const char   *template_id,
                         const char   *title)
{
  AtlTemplate *template = NULL;

  g_return_val_if_fail (ATL_IS_CATALOGUE (self), NULL);
  g_return_val_if_fail (ATL_IS_SESSION (session), NULL);

  template = atl_catalogue_find_template (self, template_id);
  return template != NULL ? atl_board_maker_add (template, session, title) : NULL;
}
