/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>

#include "catalogue/atl-catalogue.h"
#include "catalogue/atl-template-reader.h"
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
  if (atl_template_get_path (template) != NULL)
    add_string (builder, "file", atl_template_get_path (template));
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

static gboolean
has_templates (AtlCatalogue *catalogue,
               const char   *category)
{
  GListModel *templates = atl_catalogue_get_templates (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

      if (g_str_equal (atl_template_get_category (template), category))
        return TRUE;
    }
  return FALSE;
}

static void
print_category (AtlCatalogue *catalogue,
                const char   *category,
                const char   *language)
{
  GListModel *templates = atl_catalogue_get_templates (catalogue);

  if (!has_templates (catalogue, category))
    return;
  g_print ("\n%s\n", atl_words_get_label (language, ATL_LABEL_CATEGORY, category));
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);

      if (g_str_equal (atl_template_get_category (template), category))
        g_print ("  %-26s %s\n", atl_template_get_id (template), atl_template_get_name (template, language));
    }
}

static void
print_text (AtlCatalogue *catalogue,
            const char   *language)
{
  print_programs (catalogue, language);
  print_category (catalogue, ATL_CATEGORY_MINE, language);
  for (guint i = 0; i < atl_catalogue_get_n_categories (catalogue); i++)
    print_category (catalogue, atl_catalogue_get_category (catalogue, i), language);
}

static void
print_problems (const char  *file,
                AtlProblems *problems)
{
  guint kept = atl_problems_get_n_kept (problems);
  guint more = atl_problems_get_n (problems) - kept;

  for (guint i = 0; i < kept; i++)
    {
      g_autofree char *line = atl_problems_dup_line (problems, i);

      atl_cli_fail (file, "%s", line);
    }
  if (more > 0)
    atl_cli_fail (file, ngettext ("and %u problem more", "and %u problems more", more), more);
}

/* Files of the user that are not in the list, and why. */
static void
report_bad (AtlCatalogue *catalogue)
{
  AtlPersonal *personal = atl_catalogue_get_personal (catalogue);

  for (guint i = 0; i < atl_personal_get_n_bad (personal); i++)
    {
      const char  *path = NULL;
      AtlProblems *problems = atl_personal_get_bad (personal, i, &path);

      print_problems (path, problems);
    }
}

static AtlExit
check_file (const char *file)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlTemplate) template = atl_template_reader_load (file, problems);
  g_autofree char *name = g_filename_display_name (file);

  print_problems (file, problems);
  if (template == NULL)
    return ATL_EXIT_INPUT;
  /* Translators: %s is the name of a file */
  g_print (_ ("%s: no problems\n"), name);
  return ATL_EXIT_DONE;
}

static AtlExit
check_files (int    n,
             char **files)
{
  AtlExit result = ATL_EXIT_DONE;

  if (n == 0)
    return atl_cli_fail_usage ("templates", "%s", _ ("say which file to check"));
  for (int i = 0; i < n; i++)
    if (check_file (files[i]) != ATL_EXIT_DONE)
      result = ATL_EXIT_INPUT;
  return result;
}

/**
 * atl_cmd_templates:
 * @argc: see #AtlCommand
 * @argv: see #AtlCommand
 *
 * Lists what "new" can make, or tells what is wrong with template files.
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
  gboolean                 check = FALSE;
  const char              *language = NULL;
  const GOptionEntry       entries[] = {
          { "json", 0, 0, G_OPTION_ARG_NONE, &json, N_ ("Print JSON"), NULL },
          { "check", 0, 0, G_OPTION_ARG_NONE, &check, N_ ("Tell what is wrong with template files"), NULL },
          { "language", 'l', 0, G_OPTION_ARG_STRING, &chosen,
            N_ ("Language of the names: en or fr (default: yours)"),
            N_ ("CODE") },
          { NULL }
  };

  if (!atl_cli_parse (&argc, &argv, "templates", _ ("[FILE…]"), _ ("List the templates and programs"),
                      entries))
    return ATL_EXIT_USAGE;
  if (check)
    return check_files (argc - 1, argv + 1);
  if (argc > 1)
    return atl_cli_fail_usage ("templates", _ ("“%s” is a word too many"), argv[1]);
  language = chosen != NULL ? chosen : atl_cli_get_language ();
  if (json)
    print_json (catalogue, language);
  else
    print_text (catalogue, language);
  report_bad (catalogue);
  return ATL_EXIT_DONE;
}
