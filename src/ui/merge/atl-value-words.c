/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-value-words.h"

#include "canvas/notes/atl-note-label.h"
#include "config.h"
#include "model/atl-board.h"
#include "model/atl-group.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *property;
  const char *label; /* NULL: the value speaks for itself */
} labels[] = {
  { "text", NULL },
  { "title", NULL },
  { "name", NULL },
  { "term", NULL },
  { "description", N_ ("Description") },
  { "author", N_ ("Author") },
  { "area", N_ ("Area") },
  { "stack", N_ ("Stack") },
  { "stack-title", N_ ("Title of the stack") },
  { "rank", N_ ("Order") },
  { "x", N_ ("From the left") },
  { "y", N_ ("From the top") },
  { "width", N_ ("Width") },
  { "height", N_ ("Height") },
  { "color", N_ ("Color") },
  { "tags", N_ ("Tags") },
  { "hidden", N_ ("Hidden") },
  { "number", N_ ("Number") },
  { "group", N_ ("Group") },
  { "person", N_ ("Person") },
  { "silo", N_ ("Silo") },
  { "silos", N_ ("Silos") },
  { "people", N_ ("People") },
  { "prompt", N_ ("Prompt") },
  { "layout", N_ ("Layout") },
  { "role", N_ ("Role") },
  { "present", N_ ("Present") },
  { "status", N_ ("Status") },
  { "owners", N_ ("Owners") },
  { "due", N_ ("Due") },
  { "proof", N_ ("How we will see it is done") },
  { "minutes", N_ ("Minutes") },
  { "board", N_ ("Board") },
  { "mode", N_ ("Mode") },
  { "strength", N_ ("Strength") },
  { "kind", N_ ("Kind") },
  { "remark", N_ ("Remark") },
  { "votes", N_ ("Votes") },
  { "date", N_ ("Date") },
  { "place", N_ ("Place") },
  { "facilitator", N_ ("Facilitator") },
  { "aim", N_ ("Aim") },
  { "by", N_ ("By") },
  { "review", N_ ("Review on") },
  { "objections", N_ ("Objections") },
  { "business", N_ ("In business words") },
  { "technical", N_ ("In technical words") },
  { "agreed", N_ ("Agreed meaning") },
  { "closed", N_ ("Closed") },
};

/**
 * atl_value_words_get_label:
 * @property: the name of a stored property
 *
 * Returns: (transfer none) (nullable): its name for the user, or %NULL for what an item says first
 */
const char *
atl_value_words_get_label (const char *property)
{
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (labels[i].property, property))
      return labels[i].label != NULL ? _ (labels[i].label) : NULL;
  return property;
}

/* The name of what an id stands for, wherever in the session it is. */
static char *
dup_name (AtlSession *session,
          const char *id)
{
  AtlPerson *person = atl_list_find (atl_session_get_people (session), id);
  AtlSilo   *silo = atl_list_find (atl_session_get_silos (session), id);
  AtlGroup  *group = atl_list_find (atl_session_get_groups (session), id);
  AtlBoard  *board = atl_list_find (atl_session_get_boards (session), id);
  AtlList   *boards = atl_session_get_boards (session);

  if (person != NULL)
    return g_strdup (atl_person_get_name (person));
  if (silo != NULL)
    return g_strdup (atl_silo_get_name (silo));
  if (group != NULL)
    return g_strdup (atl_group_get_title (group));
  if (board != NULL)
    return g_strdup (atl_board_get_title (board));
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlArea *area = atl_list_find (atl_board_get_areas (atl_list_get (boards, i)), id);
      AtlNote *note = atl_list_find (atl_board_get_notes (atl_list_get (boards, i)), id);

      if (area != NULL)
        return g_strdup (atl_area_get_title (area));
      if (note != NULL)
        return g_strdup (atl_note_get_text (note));
    }
  return g_strdup (id);
}

static char *
dup_names (AtlSession  *session,
           char *const *ids)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      g_autofree char *name = dup_name (session, ids[i]);

      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, name);
    }
  return g_string_free (names, FALSE);
}

static char *
dup_enum (const AtlField *field,
          int             value)
{
  GEnumClass *klass = g_type_class_ref (field->value_type ());
  GEnumValue *entry = g_enum_get_value (klass, value);
  char       *nick = g_strdup (entry != NULL ? entry->value_nick : "");

  g_type_class_unref (klass);
  return nick;
}

static char *
dup_number (const AtlField *field,
            const AtlValue *value)
{
  if (field->type == ATL_VALUE_BOOLEAN)
    return g_strdup (value->integer ? _ ("yes") : _ ("no"));
  if (field->type == ATL_VALUE_ENUM && field->value_type () == ATL_TYPE_COLOR)
    return g_strdup (atl_color_get_label ((AtlColor) value->integer));
  if (field->type == ATL_VALUE_ENUM)
    return dup_enum (field, value->integer);
  if (value->integer == ATL_PLACE_NONE)
    return g_strdup ("");
  return g_strdup_printf ("%d", value->integer);
}

/**
 * atl_value_words_dup:
 * @item: something of a session
 * @field: index of one of its stored properties, not a list
 * @session: where what it mentions is looked up
 *
 * Returns: (transfer full) (nullable): the value for the user, "" for none; %NULL for what has no words
 */
char *
atl_value_words_dup (AtlItem    *item,
                     guint       field,
                     AtlSession *session)
{
  const AtlField *entry = &ATL_ITEM_GET_CLASS (item)->fields[field];
  AtlValue        value = atl_item_peek_value (item, field);

  if (entry->type == ATL_VALUE_RANK)
    return g_strdup (_ ("another position"));
  if (entry->type == ATL_VALUE_VARIANT)
    return value.variant != NULL ? g_variant_print (value.variant, FALSE) : g_strdup ("");
  if (entry->type == ATL_VALUE_STRV)
    return dup_names (session, value.strv);
  if (entry->type == ATL_VALUE_REF)
    return *value.string != '\0' ? dup_name (session, value.string) : g_strdup ("");
  if (atl_value_type_is_text (entry->type))
    return g_strdup (value.string);
  return dup_number (entry, &value);
}
