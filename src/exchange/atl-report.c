/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include <math.h>

#include "catalogue/atl-words.h"

/**
 * atl_report_word:
 * @report: a report
 * @key: a word of data/words.json
 *
 * Returns: (transfer none): the word in the language of the report
 */
const char *
atl_report_word (AtlReport  *report,
                 const char *key)
{
  return atl_words_get (report->language, key);
}

/**
 * atl_report_say:
 * @report: a report
 * @key: a word of data/words.json
 *
 * Writes it as a quiet paragraph, where there is nothing else to write.
 */
void
atl_report_say (AtlReport  *report,
                const char *key)
{
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_MUTED, atl_report_word (report, key));
}

/**
 * atl_report_dup_person:
 * @report: a report
 * @person: (nullable): a person
 *
 * Returns: (transfer full) (nullable): how the person is named on paper; %NULL if the person wants no name
 *   there
 */
char *
atl_report_dup_person (AtlReport *report,
                       AtlPerson *person)
{
  if (person == NULL)
    return NULL;
  switch (atl_person_get_shown (person))
    {
    case ATL_SHOWN_ROLE:
      return *atl_person_get_role (person) != '\0' ? g_strdup (atl_person_get_role (person)) : NULL;
    case ATL_SHOWN_HIDDEN:
      return NULL;
    case ATL_SHOWN_NAME:
    default:
      return *atl_person_get_name (person) != '\0' ? g_strdup (atl_person_get_name (person)) : NULL;
    }
}

static char *
dup_names (AtlReport *report,
           GPtrArray *names)
{
  g_autoptr (GString) first = g_string_new (NULL);

  if (names->len < 2)
    return g_strdup (names->len == 1 ? names->pdata[0] : "");
  for (guint i = 0; i + 1 < names->len; i++)
    g_string_append_printf (first, "%s%s", i > 0 ? atl_report_word (report, "list-separator") : "",
                            (char *) names->pdata[i]);
  return atl_words_fill (report->language, "and", "first", first->str, "last",
                         names->pdata[names->len - 1], NULL);
}

static void
add_name (GPtrArray *names,
          char      *name)
{
  if (name != NULL)
    g_ptr_array_add (names, name);
}

/**
 * atl_report_dup_people:
 * @report: a report
 * @ids: (nullable) (array zero-terminated=1): ids of people; what was no id of ours is a name as it is
 *
 * Returns: (transfer full): their names in one line, "" for none
 */
char *
atl_report_dup_people (AtlReport         *report,
                       const char *const *ids)
{
  AtlList              *people = atl_session_get_people (report->session);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      AtlPerson *person = atl_list_find (people, ids[i]);

      if (person != NULL)
        add_name (names, atl_report_dup_person (report, person));
      else if (!g_uuid_string_is_valid (ids[i]))
        add_name (names, g_strdup (ids[i]));
    }
  return dup_names (report, names);
}

/**
 * atl_report_dup_target:
 * @item: an item
 *
 * Returns: (transfer full): the name of its place in the document
 */
char *
atl_report_dup_target (gpointer item)
{
  return g_strdup_printf ("item-%s", atl_item_get_id (ATL_ITEM (item)));
}

/**
 * atl_report_board_has:
 * @board: a board
 * @option: such as "alwaysOn"
 *
 * Returns: whether the option is on
 */
gboolean
atl_report_board_has (AtlBoard   *board,
                      const char *option)
{
  GVariant *options = atl_board_get_options (board);
  gboolean  value = FALSE;

  return options != NULL && g_variant_lookup (options, option, "b", &value) && value;
}

/**
 * atl_report_find_note:
 * @report: a report
 * @id: of a note
 *
 * Returns: (transfer none) (nullable): the note, on any board
 */
AtlNote *
atl_report_find_note (AtlReport  *report,
                      const char *id)
{
  AtlList *boards = atl_session_get_boards (report->session);
  AtlNote *note = NULL;

  for (guint i = 0; i < atl_list_get_length (boards) && note == NULL; i++)
    note = atl_list_find (atl_board_get_notes (atl_list_get (boards, i)), id);
  return note;
}

/**
 * atl_report_dup_number:
 * @report: a report
 * @value: a number
 *
 * Returns: (transfer full): with one decimal at most, in the language of the report
 */
char *
atl_report_dup_number (AtlReport *report,
                       double     value)
{
  double         rounded = round (value * 10) / 10;
  char           text[G_ASCII_DTOSTR_BUF_SIZE];
  g_auto (GStrv) parts = NULL;

  g_ascii_formatd (text, sizeof text, rounded == floor (rounded) ? "%.0f" : "%.1f", rounded);
  parts = g_strsplit (text, ".", 2);
  return g_strjoinv (atl_report_word (report, "decimal-point"), parts);
}
