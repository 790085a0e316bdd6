/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-widget-test.h"
#include "model/atl-edits.h"
#include "model/atl-glossary.h"
#include "ui/glossary/atl-glossary-list.h"
#include "ui/glossary/atl-glossary-panel.h"
#include "ui/glossary/atl-term-parser.h"
#include "ui/glossary/atl-term-row.h"

#include <adwaita.h>

typedef struct
{
  const char *name;
  const char *text;
  const char *expected; /* term|business|technical|agreed of each, one a line */
} ParserCase;

static const ParserCase parser_cases[] = {
  { "one-word", "API", "API|||\n" },
  { "one-a-line", "API\nMVP\r\nBacklog\n", "API|||\nMVP|||\nBacklog|||\n" },
  { "semicolons", "API;a counter;HTTP;a contract", "API|a counter|HTTP|a contract\n" },
  { "tabs-win", "API\ta; b\tc", "API|a; b|c|\n" },
  { "quotes",
    "API;\"one; two\";\"say \"\"hi\"\"\";\"first\nsecond\"\nMVP",
    "API|one; two|say \"hi\"|first\nsecond\nMVP|||\n" },
  { "word-and-meaning", "API: a contract\nSLA : un engagement", "API|||a contract\nSLA|||un engagement\n" },
  { "heading", "Term;Agreed;Business\nAPI;a contract;a counter", "API|a counter||a contract\n" },
  { "french-heading", "Mot;Métier;Technique;Sens convenu\nAPI;1;2;3", "API|1|2|3\n" },
  { "comma-csv", "term,business,technical,agreed\nAPI,\"a, b\",c,d", "API|a, b|c|d\n" },
  { "commas-are-words", "API, as we say it", "API, as we say it|||\n" },
  { "bullets", "- API\n• MVP", "API|||\nMVP|||\n" },
  { "empty", "\n;;\n;only a meaning\n  \n", "" },
  { "open-quote", "API;\"never closed", "API|never closed||\n" },
  { "byte-order-mark", "\xef\xbb\xbfMot;Métier\nAPI;1", "API|1||\n" },
  { "broken-bytes", "A\xffI", "A\xef\xbf\xbdI|||\n" },
  { "arabic", "واجهة;عقد", "واجهة|عقد||\n" },
};

static void
test_parse (gconstpointer data)
{
  const ParserCase     *c = data;
  g_autoptr (GString)   seen = g_string_new (NULL);
  g_autoptr (GPtrArray) drafts = atl_terms_parse (c->text);

  for (guint i = 0; i < drafts->len; i++)
    for (guint field = ATL_TERM_TERM; field <= ATL_TERM_AGREED; field++)
      {
        const char *text = ((AtlTermDraft *) drafts->pdata[i])->texts[field];

        g_string_append_printf (seen, "%s%s", text != NULL ? text : "", field < ATL_TERM_AGREED ? "|" : "\n");
      }

  g_assert_cmpstr (seen->str, ==, c->expected);
}

typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  GtkWidget  *window;
  GtkWidget  *panel;
} Fixture;

static void
add_text (AtlSession *session,
          const char *text)
{
  g_autoptr (GPtrArray) drafts = atl_terms_parse (text);

  atl_glossary_take (session, drafts);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  f->session = atl_session_new (NULL);
  add_text (f->session, "MVP;;;the smallest\nAPI;a counter\nBacklog");
  f->history = atl_history_new (f->session);
  f->panel = atl_glossary_panel_new (f->session, f->history, data != NULL);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), f->panel);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  g_object_unref (f->history);
  g_object_unref (f->session);
}

static GtkWidget *
get_entry (Fixture *f)
{
  return atl_find (f->panel, GTK_TYPE_ENTRY);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static char *
dup_rows (Fixture *f)
{
  GString   *words = g_string_new (NULL);
  GtkWidget *row;

  settle ();
  for (guint i = 0; (row = atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, i)) != NULL; i++)
    g_string_append_printf (words, "%s%s", i > 0 ? " " : "",
                            atl_term_get_term (atl_term_row_get_term (ATL_TERM_ROW (row))));
  return g_string_free (words, FALSE);
}

static void
assert_rows (Fixture    *f,
             const char *expected)
{
  g_autofree char *rows = dup_rows (f);

  g_assert_cmpstr (rows, ==, expected);
}

static void
type_words (Fixture    *f,
            const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (f)), text);
}

static void
press_enter (Fixture *f)
{
  g_signal_emit_by_name (get_entry (f), "activate");
  settle ();
}

static guint
count_terms (Fixture *f)
{
  return atl_list_get_length (atl_session_get_terms (f->session));
}

static void
test_lists (Fixture      *f,
            gconstpointer data)
{
  assert_rows (f, "API Backlog MVP");
  g_assert_true (gtk_widget_has_css_class (atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, 2), "agreed"));
  g_assert_false (gtk_widget_has_css_class (atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, 0), "agreed"));
}

static void
test_enter_adds (Fixture      *f,
                 gconstpointer data)
{
  type_words (f, "Sprint");
  assert_rows (f, "");
  press_enter (f);
  type_words (f, "Épopée: a large story");
  press_enter (f);

  assert_rows (f, "API Backlog Épopée MVP Sprint");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (f))), ==, "");
  g_assert_true (atl_term_is_agreed (atl_glossary_find (f->session, "epopee")));
  atl_history_undo (f->history);
  assert_rows (f, "API Backlog MVP Sprint");
}

static void
test_enter_opens (Fixture      *f,
                  gconstpointer data)
{
  type_words (f, "apis");
  press_enter (f);

  g_assert_cmpuint (count_terms (f), ==, 3);
  g_assert_true (atl_term_row_get_open (ATL_TERM_ROW (atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, 0))));
}

static void
test_searches (Fixture      *f,
               gconstpointer data)
{
  type_words (f, "counter");
  assert_rows (f, "API");
  type_words (f, "");
  assert_rows (f, "API Backlog MVP");
}

static void
test_filters (Fixture      *f,
              gconstpointer data)
{
  GtkWidget *filter = atl_find_nth (f->panel, GTK_TYPE_TOGGLE_BUTTON, 0);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (filter), TRUE);
  assert_rows (f, "API Backlog");
  atl_term_set_agreed (atl_glossary_find (f->session, "API"), "a contract");
  assert_rows (f, "Backlog");
  atl_term_set_agreed (atl_glossary_find (f->session, "Backlog"), "what comes next");

  assert_rows (f, "API Backlog MVP"); /* nothing is left to filter */
  g_assert_false (gtk_widget_get_visible (filter));
}

static void
type_meaning (Fixture    *f,
              GtkWidget  *row,
              guint       field,
              const char *text)
{
  GtkWidget *view = atl_find_nth (row, GTK_TYPE_TEXT_VIEW, field - ATL_TERM_BUSINESS);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static void
test_edits (Fixture      *f,
            gconstpointer data)
{
  AtlTerm   *term = atl_glossary_find (f->session, "Backlog");
  GtkWidget *row;

  atl_glossary_panel_open (ATL_GLOSSARY_PANEL (f->panel), term);
  row = GTK_WIDGET (atl_glossary_list_find (GTK_LIST_BOX (atl_find (f->panel, GTK_TYPE_LIST_BOX)), term));
  type_meaning (f, row, ATL_TERM_AGREED, "What comes next");

  g_assert_cmpstr (atl_term_get_agreed (term), ==, "What comes next");
  g_assert_true (gtk_widget_has_css_class (row, "agreed"));
  atl_history_undo (f->history);
  g_assert_cmpstr (atl_term_get_agreed (term), ==, "");
  g_assert_false (gtk_widget_has_css_class (row, "agreed"));
}

static void
test_retyped_word_stays (Fixture      *f,
                         gconstpointer data)
{
  AtlTerm   *term = atl_glossary_find (f->session, "API");
  GtkWidget *row = atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, 0);
  GtkWidget *entry;

  atl_glossary_panel_open (ATL_GLOSSARY_PANEL (f->panel), term);
  entry = atl_find_nth (row, GTK_TYPE_ENTRY, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_assert_cmpstr (atl_term_get_term (term), ==, "API");
  gtk_editable_set_text (GTK_EDITABLE (entry), "Zone");
  assert_rows (f, "Zone Backlog MVP");
  atl_term_row_set_open (ATL_TERM_ROW (row), FALSE);
  g_signal_emit_by_name (row, "closed");

  assert_rows (f, "Backlog MVP Zone");
}

static void
test_deletes (Fixture      *f,
              gconstpointer data)
{
  gtk_widget_grab_focus (atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, 1));
  gtk_widget_activate_action (f->panel, "glossary.delete", NULL);

  assert_rows (f, "API MVP");
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->window)) ==
                 atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, 1));
  atl_history_undo (f->history);
  assert_rows (f, "API Backlog MVP");
}

static void
test_pastes_list (Fixture      *f,
                  gconstpointer data)
{
  atl_glossary_panel_paste (ATL_GLOSSARY_PANEL (f->panel), "Term;Business\nSLA;a promise\napi;a door\nMVP\n");

  g_assert_cmpuint (count_terms (f), ==, 4);
  g_assert_cmpstr (atl_term_get_business (atl_glossary_find (f->session, "API")), ==, "a door");
  atl_history_undo (f->history);
  g_assert_cmpuint (count_terms (f), ==, 3);
  g_assert_cmpstr (atl_term_get_business (atl_glossary_find (f->session, "API")), ==, "a counter");
  g_assert_false (atl_history_get_can_undo (f->history));
}

static void
test_pastes_word (Fixture      *f,
                  gconstpointer data)
{
  type_words (f, "AB");
  gtk_editable_set_position (GTK_EDITABLE (get_entry (f)), 1);
  atl_glossary_panel_paste (ATL_GLOSSARY_PANEL (f->panel), "x\n");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (f))), ==, "AxB");
  g_assert_cmpuint (count_terms (f), ==, 3);
}

static void
test_adds_picked (Fixture      *f,
                  gconstpointer data)
{
  atl_glossary_panel_add (ATL_GLOSSARY_PANEL (f->panel), "value stream");
  settle ();

  g_assert_cmpuint (count_terms (f), ==, 4);
  g_assert_true (atl_term_row_get_open (ATL_TERM_ROW (atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, 3))));
}

static void
test_large (Fixture      *f,
            gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint               rows = 0;

  for (guint i = 0; i < 10000; i++)
    g_string_append_printf (text, "word %u;a;b;c\n", i);
  g_test_timer_start ();
  atl_glossary_panel_paste (ATL_GLOSSARY_PANEL (f->panel), text->str);
  g_test_message ("10 000 words pasted: %.0f ms", g_test_timer_elapsed () * 1000);
  settle ();
  while (atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, rows) != NULL)
    rows++;

  g_assert_cmpuint (count_terms (f), ==, 10003);
  g_assert_cmpuint (rows, ==, ATL_GLOSSARY_MOST_ROWS);
  atl_glossary_panel_open (ATL_GLOSSARY_PANEL (f->panel), atl_glossary_find (f->session, "word 9999"));
  g_assert_true (atl_term_row_get_open (ATL_TERM_ROW (atl_find_nth (f->panel, ATL_TYPE_TERM_ROW, 0))));
}

static void
test_read_only (Fixture      *f,
                gconstpointer data)
{
  type_words (f, "Sprint");
  press_enter (f);
  atl_glossary_panel_paste (ATL_GLOSSARY_PANEL (f->panel), "One\nTwo\n");
  type_words (f, "");
  atl_glossary_panel_open (ATL_GLOSSARY_PANEL (f->panel), atl_glossary_find (f->session, "API"));
  gtk_widget_activate_action (f->panel, "glossary.delete", NULL);

  g_assert_cmpuint (count_terms (f), ==, 3);
  g_assert_false (gtk_text_view_get_editable (GTK_TEXT_VIEW (atl_find (f->panel, GTK_TYPE_TEXT_VIEW))));
}

#define TEST(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (parser_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/glossary/parse/", parser_cases[i].name, NULL);

      g_test_add_data_func (path, &parser_cases[i], test_parse);
    }
  TEST ("/glossary/panel/lists-in-order-with-what-is-agreed", test_lists);
  TEST ("/glossary/panel/enter-adds-and-stays", test_enter_adds);
  TEST ("/glossary/panel/enter-opens-what-is-known", test_enter_opens);
  TEST ("/glossary/panel/searches-meanings-too", test_searches);
  TEST ("/glossary/panel/shows-what-is-not-agreed", test_filters);
  TEST ("/glossary/panel/edits-in-place", test_edits);
  TEST ("/glossary/panel/retyped-word-stays-where-it-is", test_retyped_word_stays);
  TEST ("/glossary/panel/deletes-with-undo", test_deletes);
  TEST ("/glossary/panel/pastes-a-list-as-one", test_pastes_list);
  TEST ("/glossary/panel/pastes-a-word-where-the-cursor-is", test_pastes_word);
  TEST ("/glossary/panel/adds-a-picked-word-and-opens-it", test_adds_picked);
  TEST ("/glossary/panel/stays-light-with-ten-thousand", test_large);
  g_test_add ("/glossary/panel/read-only-changes-nothing", Fixture, "read-only", set_up, test_read_only,
              tear_down);
  return g_test_run ();
}
