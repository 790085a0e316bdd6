/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-program.h"

#include "catalogue/atl-data.h"

/**
 * AtlProgram:
 *
 * A chain of templates that fill half a day or a day. It never changes.
 */
struct _AtlProgram
{
  GObject parent_instance;

  JsonObject *data;
  char      **templates;
};

G_DEFINE_FINAL_TYPE (AtlProgram, atl_program, G_TYPE_OBJECT)

static void
atl_program_finalize (GObject *object)
{
  AtlProgram *self = ATL_PROGRAM (object);

  g_clear_pointer (&self->data, json_object_unref);
  g_clear_pointer (&self->templates, g_strfreev);

  G_OBJECT_CLASS (atl_program_parent_class)->finalize (object);
}

static void
atl_program_class_init (AtlProgramClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = atl_program_finalize;
}

static void
atl_program_init (AtlProgram *self)
{
}

static char **
dup_strings (JsonArray *array)
{
  GStrvBuilder *builder = g_strv_builder_new ();
  char        **strings = NULL;

  for (guint i = 0; i < atl_data_get_length (array); i++)
    g_strv_builder_add (builder, json_array_get_string_element (array, i));
  strings = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return strings;
}

/**
 * atl_program_new:
 * @data: a program as data/templates.json holds them
 *
 * Returns: (transfer full): the program; it keeps a reference on @data
 */
AtlProgram *
atl_program_new (JsonObject *data)
{
  AtlProgram *self = NULL;

  g_return_val_if_fail (data != NULL, NULL);

  self = g_object_new (ATL_TYPE_PROGRAM, NULL);
  self->data = json_object_ref (data);
  self->templates = dup_strings (atl_data_get_array (data, "templates"));
  return self;
}

/**
 * atl_program_get_id:
 * @self: a program
 *
 * Returns: (transfer none): its id, the same in every language
 */
const char *
atl_program_get_id (AtlProgram *self)
{
  const char *id = NULL;

  g_return_val_if_fail (ATL_IS_PROGRAM (self), NULL);

  id = atl_data_get_string (self->data, "id");
  return id != NULL ? id : "";
}

/**
 * atl_program_get_name:
 * @self: a program
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): what it is called
 */
const char *
atl_program_get_name (AtlProgram *self,
                      const char *language)
{
  g_return_val_if_fail (ATL_IS_PROGRAM (self), NULL);

  return atl_data_get_text (self->data, "name", language);
}

/**
 * atl_program_get_purpose:
 * @self: a program
 * @language: (nullable): the language wanted
 *
 * Returns: (transfer none): what it is good for, a sentence
 */
const char *
atl_program_get_purpose (AtlProgram *self,
                         const char *language)
{
  g_return_val_if_fail (ATL_IS_PROGRAM (self), NULL);

  return atl_data_get_text (self->data, "purpose", language);
}

/**
 * atl_program_get_minutes:
 * @self: a program
 *
 * Returns: how long its agenda takes, without breaks
 */
int
atl_program_get_minutes (AtlProgram *self)
{
  g_return_val_if_fail (ATL_IS_PROGRAM (self), 0);

  return atl_data_get_int (self->data, "durationMinutes", 0);
}

/**
 * atl_program_get_templates:
 * @self: a program
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids of its templates in order
 */
const char *const *
atl_program_get_templates (AtlProgram *self)
{
  g_return_val_if_fail (ATL_IS_PROGRAM (self), NULL);

  return (const char *const *) self->templates;
}
