/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "catalogue/atl-catalogue.h"
#include "catalogue/atl-words.h"
#include "cli/atl-cli.h"

static void
add_string (JsonBuilder *builder,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

static void
add_int (JsonBuilder *builder,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
add_template (JsonBuilder *builder,
              AtlTemplate *template,
              const char *language)
{
  json_builder_begin_object (builder);
  add_string (builder, "id", atl_template_get_id (template));
  add_string (builder, "name", atl_template_get_name (template, language));
  add_string (builder, "category", atl_template_get_category (template));
  add_string (builder, "purpose", atl_template_get_purpose (template, language));
  add_string (builder, "when", atl_template_get_when (template, language));
  add_int (builder, "minutes", atl_template_get_minutes (template));
  add_int (builder, "group-min", atl_template_get_group_min (template));
  add_int (builder, "group-max", atl_template_get_group_max (template));
  add_int (builder, "areas", atl_template_get_n_areas (template));
  json_builder_set_member_name (builder, "core");
  json_builder_add_boolean_value (builder, atl_template_is_core (template));
  json_builder_end_object (builder);
}

static void
add_program (JsonBuilder *builder,
             AtlProgram  *program,
             const char  *language)
{
  const char *const *ids = atl_program_get_templates (program);

  json_builder_begin_object (builder);
  add_string (builder, "id", atl_program_get_id (program));
  add_string (builder, "name", atl_program_get_name (program, language));
  add_string (builder, "purpose", atl_program_get_purpose (program, language));
  add_int (builder, "minutes", atl_program_get_minutes (program));
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  for (guint i = 0; ids[i] != NULL; i++)
    json_builder_add_string_value (builder, ids[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
print_json (AtlCatalogue *catalogue,
            const char   *language)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GListModel             *templates = atl_catalogue_get_templates (catalogue);
  GListModel             *programs = atl_catalogue_get_programs (catalogue);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "programs");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (programs); i++)
    {
      g_autoptr (AtlProgram) program = g_list_model_get_item (programs, i);

      add_program (builder, program, language);
    }
  json_builder_end_array (builder);
  json_builder_set_member_name (builder, "templates");
  json_builder_begin_array (builder);
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

      add_template (builder, template, language);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  atl_cli_print_json (builder);
}

static void
print_programs (AtlCatalogue *catalogue,
                const char   *language)
{
  GListModel *programs = atl_catalogue_get_programs (catalogue);

  g_print ("%s\n", _ ("Programs"));
  for (guint i = 0; i < g_list_model_get_n_items (programs); i++)
    {
      g_autoptr (AtlProgram) program = g_list_model_get_item (programs, i);

      g_print ("  %-26s %s\n", atl_program_get_id (program), atl_program_get_name (program, language));
    }
}

static void
print_category (AtlCatalogue *catalogue,
                const char   *category,
                const char   *language)
{
  GListModel *templates = atl_catalogue_get_templates (catalogue);

  g_print ("\n%s\n", atl_words_get_label (language, ATL_LABEL_CATEGORY, category));
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

      if (g_str_equal (atl_template_get_category (template), category))
        g_print ("  %-26s %s\n", atl_template_get_id (template), atl_template_get_name (template, language));
    }
}

/**
 * atl_cmd_templates:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Lists what "new" can make.
 *
 * Returns: what the program exits with
 */
AtlExit
atl_cmd_templates (int    argc,
                   char **argv)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  g_autofree char         *chosen = NULL;
  gboolean                 json = FALSE;
  const char              *language = NULL;
  const GOptionEntry       entries[] = {
          { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
          { "language", 'l', 0, G_OPTION_ARG_STRING, &chosen,
            N_ ("Language of the names: en or fr (default: yours)"),
            N_ ("CODE") },
          { NULL }
  };

  if (!atl_cli_parse (&argc, &argv, "templates", NULL, _ ("List the templates and programs"), entries))
    return ATL_EXIT_USAGE;
  if (argc > 1)
    return atl_cli_fail_usage ("templates", _ ("“%s” is a word too many"), argv[1]);
  language = chosen != NULL ? chosen : atl_cli_get_language ();
  if (json)
    print_json (catalogue, language);
  else
    print_programs (catalogue, language);
  for (guint i = 0; !json && i < atl_catalogue_get_n_categories (catalogue); i++)
    print_category (catalogue, atl_catalogue_get_category (catalogue, i), language);
  return ATL_EXIT_DONE;
}
