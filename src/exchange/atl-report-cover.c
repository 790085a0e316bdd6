/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include <string.h>

#include "catalogue/atl-words.h"
#include "scene/atl-text.h"

#define TITLE_WIDTH 640.0
#define PEOPLE_COLUMNS 4
#define CHIP 8.0
#define CHIP_ROOM 13.0

/* A block of the cover's text, narrower than the page. */
static void
add_text (AtlReport  *report,
          AtlFace     face,
          AtlPrintInk ink,
          const char *tag,
          const char *text,
          double      gap)
{
  g_autoptr (PangoLayout) layout = NULL;

  if (text == NULL || *text == '\0')
    return;
  layout = atl_pdf_type_lay_out (report->type, face, text, TITLE_WIDTH);
  atl_pdf_flow_gap (report->flow, gap);
  atl_pdf_script_begin (report->script, tag);
  atl_pdf_flow_layout (report->flow, layout, 0, ink);
  atl_pdf_script_end (report->script);
}

static void
append_fact (GString    *line,
             const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (line, "%s%s", line->len > 0 ? "  ·  " : "", text);
}

/* When, where and with whom. */
static char *
dup_facts (AtlReport *report)
{
  AtlSession         *session = report->session;
  g_autoptr (GString) line = g_string_new (NULL);
  g_autofree char    *date = atl_words_dup_date (report->language, atl_session_get_date (session));
  g_autofree char    *facilitator = atl_words_fill (report->language, "label-value",
                                                    "label", atl_report_word (report, "facilitator"),
                                                    "value", atl_session_get_facilitator (session), NULL);

  append_fact (line, date);
  append_fact (line, atl_session_get_place (session));
  if (*atl_session_get_facilitator (session) != '\0')
    append_fact (line, facilitator);
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/* One big number with its word under it. */
static double
add_figure (AtlReport  *report,
            const char *count,
            double      x,
            double      y)
{
  gsize                   digits = strspn (count, "0123456789");
  g_autofree char        *number = g_strndup (count, digits);
  const char             *word = count + digits;
  g_autoptr (PangoLayout) big = NULL;
  g_autoptr (PangoLayout) small = NULL;

  while (*word == ' ' || g_str_has_prefix (word, "\xc2\xa0"))
    word += *word == ' ' ? 1 : 2;
  big = atl_pdf_type_lay_out (report->type, ATL_FACE_FIGURE, number, -1);
  small = atl_pdf_type_lay_out (report->type, ATL_FACE_SMALL, word, -1);
  atl_pdf_script_begin (report->script, "P");
  atl_pdf_script_text (report->script, big, 0, 1, (AtlPoint){ x, y },
                       atl_pdf_type_get_ink (ATL_PRINT_ACCENT));
  atl_pdf_script_text (report->script, small, 0, 1, (AtlPoint){ x, y + atl_text_get_height (big) },
                       atl_pdf_type_get_ink (ATL_PRINT_MUTED));
  atl_pdf_script_end (report->script);
  return MAX (atl_text_get_width (big), atl_text_get_width (small));
}

static guint
count_notes (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    n += atl_list_get_length (atl_board_get_notes (atl_list_get (boards, i)));
  return n;
}

static guint
count_boards (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    n += atl_report_board_has (atl_list_get (boards, i), "alwaysOn") ? 0 : 1;
  return n;
}

static void
add_figures (AtlReport *report)
{
  AtlSession *session = report->session;
  const struct
  {
    const char *key;
    guint       n;
  } figures[] = {
    { "participants", atl_list_get_length (atl_session_get_people (session)) },
    { "boards", count_boards (session) },
    { "notes", count_notes (session) },
    { "decisions", atl_list_get_length (atl_session_get_decisions (session)) },
    { "actions", atl_list_get_length (atl_session_get_actions (session)) },
  };
  AtlPoint cursor;

  atl_pdf_flow_gap (report->flow, 20);
  cursor = atl_pdf_flow_get_cursor (report->flow);
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      g_autofree char *count = atl_words_dup_count (report->language, figures[i].key, figures[i].n);

      if (figures[i].n > 0)
        cursor.x += add_figure (report, count, cursor.x, cursor.y) + 34;
    }
  atl_pdf_flow_advance (report->flow, 42);
}

/* People of one silo, or those of none. */
static GPtrArray *
find_people (AtlReport *report,
             AtlSilo   *silo)
{
  AtlList   *people = atl_session_get_people (report->session);
  GPtrArray *found = g_ptr_array_new ();

  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson *person = atl_list_get (people, i);

      if (atl_person_find_silo (person) == silo && atl_person_get_shown (person) != ATL_SHOWN_HIDDEN)
        g_ptr_array_add (found, person);
    }
  return found;
}

static void
add_silo_title (AtlReport *report,
                AtlSilo   *silo)
{
  const char             *none = atl_report_word (report, "no-silo");
  const char             *name = silo != NULL ? atl_silo_get_name (silo) : none;
  AtlRect                 frame = atl_pdf_flow_get_frame (report->flow);
  AtlTint                 tint = silo != NULL ? atl_silo_get_color (silo) : ATL_TINT_WHITE;
  AtlRect                 chip = atl_rect (frame.x, frame.y + 3, CHIP, CHIP);
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (report->type, ATL_FACE_H3, name,
                                                         frame.width - CHIP_ROOM);

  atl_pdf_script_fill (report->script, chip, CHIP / 2, atl_palette_get_node_fill (ATL_THEME_PRINT, tint));
  atl_pdf_script_frame (report->script, chip, CHIP / 2, atl_rgba (0x77767b));
  atl_pdf_script_begin (report->script, "H3");
  atl_pdf_flow_layout (report->flow, layout, CHIP_ROOM, ATL_PRINT_TEXT);
  atl_pdf_script_end (report->script);
}

/* "Marion Delcourt, head of the factory (absent)" with the role in a quieter line. */
static void
add_person (AtlReport *report,
            AtlPerson *person)
{
  g_autofree char *name = atl_report_dup_person (report, person);
  g_autofree char *absent = NULL;
  gboolean         has_role = *atl_person_get_role (person) != '\0' &&
                      atl_person_get_shown (person) == ATL_SHOWN_NAME;

  if (name == NULL)
    return;
  if (!atl_person_get_present (person))
    absent = g_strdup_printf ("%s (%s)", name, atl_report_word (report, "absent"));
  atl_pdf_flow_need (report->flow, has_role ? 23 : 13);
  atl_pdf_script_begin (report->script, "LI");
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_BODY, ATL_PRINT_TEXT, absent != NULL ? absent : name);
  if (has_role)
    atl_pdf_flow_paragraph (report->flow, ATL_FACE_SMALL, ATL_PRINT_MUTED, atl_person_get_role (person));
  atl_pdf_script_end (report->script);
  atl_pdf_flow_gap (report->flow, 2);
}

static void
add_silo (AtlReport *report,
          AtlSilo   *silo)
{
  g_autoptr (GPtrArray) people = find_people (report, silo);

  if (people->len == 0)
    return;
  atl_pdf_flow_gap (report->flow, 8);
  atl_pdf_flow_need (report->flow, 15 + 25.0 * MIN (people->len, 3));
  if (silo != NULL || people->len < atl_list_get_length (atl_session_get_people (report->session)))
    add_silo_title (report, silo);
  atl_pdf_flow_gap (report->flow, 2);
  atl_pdf_script_begin (report->script, "L");
  for (guint i = 0; i < people->len; i++)
    add_person (report, g_ptr_array_index (people, i));
  atl_pdf_script_end (report->script);
}

static void
add_participants (AtlReport *report)
{
  AtlList *silos = atl_session_get_silos (report->session);
  guint    n_people = atl_list_get_length (atl_session_get_people (report->session));
  guint    n_silos = atl_list_get_length (silos);

  if (n_people == 0)
    return;
  atl_pdf_flow_gap (report->flow, 18);
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H2, atl_report_word (report, "participants"), 60);
  atl_pdf_flow_set_running_head (report->flow, atl_report_word (report, "participants"));
  atl_pdf_flow_begin_columns (report->flow, PEOPLE_COLUMNS, 26.0 * n_people + 27.0 * n_silos);
  for (guint i = 0; i < n_silos; i++)
    add_silo (report, atl_list_get (silos, i));
  add_silo (report, NULL);
  atl_pdf_flow_end_columns (report->flow);
  atl_pdf_script_end (report->script);
}

/**
 * atl_report_add_cover:
 * @report: a report
 *
 * Adds the title page: what, when, where, why, the numbers, and who was there, by silo.
 */
void
atl_report_add_cover (AtlReport *report)
{
  AtlSession      *session = report->session;
  g_autofree char *facts = dup_facts (report);
  const char      *title = atl_session_get_title (session);
  AtlPoint         cursor = atl_pdf_flow_get_cursor (report->flow);

  if (*title == '\0')
    title = atl_report_word (report, "untitled-session");
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_script_outline (report->script, 0, title, "cover", 0);
  atl_pdf_script_fill (report->script, atl_rect (cursor.x, cursor.y, 56, 5), 2.5,
                       atl_pdf_type_get_ink (ATL_PRINT_ACCENT));
  atl_pdf_flow_advance (report->flow, 18);
  add_text (report, ATL_FACE_EYEBROW, ATL_PRINT_ACCENT, "P", atl_report_word (report, "report"), 0);
  add_text (report, ATL_FACE_COVER, ATL_PRINT_TEXT, "H1", title, 4);
  add_text (report, ATL_FACE_BODY, ATL_PRINT_MUTED, "P", facts, 8);
  add_text (report, ATL_FACE_LEAD, ATL_PRINT_TEXT, "P", atl_session_get_aim (session), 16);
  add_figures (report);
  add_participants (report);
  atl_pdf_script_end (report->script);
}
