/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-authors.h"
#include "model/atl-edits.h"
#include "ui/draw/atl-draw-bag.h"
#include "ui/draw/atl-draw-state.h"
#include "ui/draw/atl-draw-window.h"
#include "ui/draw/atl-order-window.h"
#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-people-parser.h"

static GPtrArray *
make_ids (const char *letters)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; letters[i] != '\0'; i++)
    g_ptr_array_add (ids, g_strndup (letters + i, 1));
  return ids;
}

static void
test_bag_everybody_once (void)
{
  g_autoptr (GPtrArray) ids = make_ids ("abcdefghijkl");

  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (AtlDrawBag) bag = atl_draw_bag_new (seed);

      for (guint round = 0; round < 3; round++)
        {
          g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

          for (guint i = 0; i < ids->len; i++)
            g_assert_true (g_hash_table_add (seen, (gpointer) atl_draw_bag_draw (bag, ids)));
          g_assert_cmpuint (atl_draw_bag_count_left (bag, ids), ==, 0);
        }
    }
}

/* The first of a new round is not the last of the former one. */
static void
test_bag_nobody_twice_in_a_row (void)
{
  g_autoptr (GPtrArray) ids = make_ids ("abc");

  for (guint32 seed = 0; seed < 50; seed++)
    {
      g_autoptr (AtlDrawBag) bag = atl_draw_bag_new (seed);
      const char            *last = "";

      for (guint i = 0; i < 30; i++)
        {
          const char *drawn = atl_draw_bag_draw (bag, ids);

          g_assert_cmpstr (drawn, !=, last);
          last = drawn;
        }
    }
}

/* Each of ten comes first about as often as any other: 3 000 draws, 300 expected, 5 standard deviations. */
static void
test_bag_is_fair (void)
{
  g_autoptr (GPtrArray) ids = make_ids ("abcdefghij");
  guint                 firsts[10] = { 0 };

  for (guint32 seed = 0; seed < 3000; seed++)
    {
      g_autoptr (AtlDrawBag) bag = atl_draw_bag_new (seed * 2654435761u);

      firsts[*atl_draw_bag_draw (bag, ids) - 'a']++;
    }
  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (ABS ((int) firsts[i] - 300), <, 83);
}

static void
test_bag_puts_back (void)
{
  g_autoptr (GPtrArray)  ids = make_ids ("ab");
  g_autoptr (GPtrArray)  none = make_ids ("");
  g_autoptr (AtlDrawBag) bag = atl_draw_bag_new (1);
  const char            *first = atl_draw_bag_draw (bag, ids);

  atl_draw_bag_put_back (bag, first);
  g_assert_cmpuint (atl_draw_bag_count_left (bag, ids), ==, 2);
  g_assert_null (atl_draw_bag_draw (bag, none));
}

typedef struct
{
  const char     *name;
  const char     *speakers; /* silo letter, then M for a manager or . , then S for spoken or . */
  AtlSpeakingMode mode;
  const char     *expected; /* positions */
} OrderCase;

static const OrderCase order_cases[] = {
  { "round", "a.. bMS a..", ATL_SPEAKING_ROUND, "012" },
  { "managers-last", "aM. b.. aMS c..", ATL_SPEAKING_MANAGERS_LAST, "1302" },
  { "silent-first", "a.S b.. a.S c..", ATL_SPEAKING_SILENT_FIRST, "1302" },
  { "alternate", "a.. a.. a.. b.. b..", ATL_SPEAKING_ALTERNATE_SILOS, "03142" },
  { "alternate-one-silo", "a.. a.. a..", ATL_SPEAKING_ALTERNATE_SILOS, "012" },
  { "alternate-large-silo-later", "b.. c.. a.. a.. a..", ATL_SPEAKING_ALTERNATE_SILOS, "20314" },
  { "nobody", "", ATL_SPEAKING_ALTERNATE_SILOS, "" },
};

static void
test_order (gconstpointer data)
{
  const OrderCase    *c = data;
  AtlSpeaker          speakers[8] = { 0 };
  guint               n = 0;
  g_autofree guint   *order = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);

  for (const char *at = c->speakers; *at != '\0'; at += at[3] == ' ' ? 4 : 3)
    speakers[n++] = (AtlSpeaker){ GINT_TO_POINTER (at[0]), at[1] == 'M', at[2] == 'S' };
  order = atl_speaking_order_dup (speakers, n, c->mode, 1);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (seen, "%u", order[i]);
  g_assert_cmpstr (seen->str, ==, c->expected);
}

static void
test_order_random (void)
{
  AtlSpeaker        speakers[40] = { 0 };
  g_autofree guint *one = atl_speaking_order_dup (speakers, 40, ATL_SPEAKING_RANDOM, 7);
  g_autofree guint *same = atl_speaking_order_dup (speakers, 40, ATL_SPEAKING_RANDOM, 7);
  g_autofree guint *other = atl_speaking_order_dup (speakers, 40, ATL_SPEAKING_RANDOM, 8);
  gboolean          seen[40] = { FALSE };

  g_assert_cmpmem (one, 40 * sizeof (guint), same, 40 * sizeof (guint));
  g_assert_cmpint (memcmp (one, other, 40 * sizeof (guint)), !=, 0);
  for (guint i = 0; i < 40; i++)
    seen[one[i]] = TRUE;
  for (guint i = 0; i < 40; i++)
    g_assert_true (seen[i]);
}

typedef struct
{
  AtlSession  *session;
  AtlBoard    *board;
  AtlDocument *document;
  GtkWidget   *parent;
} Fixture;

static AtlPerson *
get_person (Fixture *f,
            guint    n)
{
  return atl_list_get (atl_session_get_people (f->session), n);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (AtlArea)   area = atl_area_new ("area");
  g_autoptr (GPtrArray) lines = atl_people_parse ("Ada;DSI;PO\nBob;Marketing\nCléo;DSI\nDan;DSI;Buyer");

  f->session = atl_session_new (NULL);
  atl_people_add (f->session, lines);
  f->board = atl_board_new ("board");
  atl_list_insert (atl_board_get_areas (f->board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (f->board));
  f->document = atl_document_new (f->session);
  f->parent = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (f->parent));
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  atl_draw_state_close (f->document);
  gtk_window_destroy (GTK_WINDOW (f->parent));
  g_object_unref (f->document);
  g_object_unref (f->board);
  g_object_unref (f->session);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static AtlDrawWindow *
open_draw (Fixture *f)
{
  return ATL_DRAW_WINDOW (atl_draw_window_open (GTK_WINDOW (f->parent), f->document));
}

static AtlOrderWindow *
open_order (Fixture *f)
{
  return ATL_ORDER_WINDOW (atl_order_window_open (GTK_WINDOW (f->parent), f->document, f->board));
}

static void
act (gpointer    window,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (window), action, NULL);
  settle ();
}

static void
test_draw_goes_round (Fixture      *f,
                      gconstpointer data)
{
  AtlDrawWindow         *window = open_draw (f);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_assert_cmpstr (atl_draw_window_get_status (window), ==, "3 of 4 still to come.");
  for (guint i = 0; i < 4; i++)
    {
      g_assert_true (g_hash_table_add (seen, g_strdup (atl_draw_window_get_name (window))));
      act (window, "draw.next");
    }
  g_assert_cmpstr (atl_draw_window_get_status (window), ==, "3 of 4 still to come.");
}

/* Who was drawn is known after the window was closed and opened again. */
static void
test_draw_remembers (Fixture      *f,
                     gconstpointer data)
{
  g_autofree char *first = g_strdup (atl_draw_window_get_name (open_draw (f)));
  AtlDrawWindow   *window;

  atl_draw_state_close (f->document);
  window = open_draw (f);
  g_assert_cmpstr (atl_draw_window_get_name (window), !=, first);
  g_assert_cmpstr (atl_draw_window_get_status (window), ==, "2 of 4 still to come.");
  act (window, "draw.back");
  g_assert_cmpstr (atl_draw_window_get_name (window), ==, first);
}

static void
test_draw_absent (Fixture      *f,
                  gconstpointer data)
{
  AtlDrawWindow   *window = open_draw (f);
  g_autofree char *absent = g_strdup (atl_draw_window_get_name (window));
  guint            n_present = 0;

  act (window, "draw.absent");

  for (guint i = 0; i < 4; i++)
    n_present += atl_person_get_present (get_person (f, i)) ? 1 : 0;
  g_assert_cmpuint (n_present, ==, 3);
  g_assert_cmpstr (atl_draw_window_get_name (window), !=, absent);
  g_assert_true (g_str_has_prefix (atl_draw_window_get_status (window), absent));
  atl_history_undo (atl_document_get_history (f->document));
  g_assert_false (atl_history_get_can_undo (atl_document_get_history (f->document)));
}

/* Only who is here, by name or role as they want it. */
static void
test_draw_only_shown (Fixture      *f,
                      gconstpointer data)
{
  AtlDrawWindow *window;

  atl_person_set_present (get_person (f, 0), FALSE);
  atl_person_set_shown (get_person (f, 1), ATL_SHOWN_HIDDEN);
  atl_person_set_present (get_person (f, 2), FALSE);
  atl_person_set_shown (get_person (f, 3), ATL_SHOWN_ROLE);

  window = open_draw (f);

  g_assert_cmpstr (atl_draw_window_get_name (window), ==, "Buyer");
  g_assert_nonnull (strstr (atl_draw_window_get_status (window), "1 person who is not to be shown"));
}

static GtkWidget *
next_of (AtlDrawWindow *window)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (window), ATL_TYPE_DRAW_WINDOW, "next"));
}

static void
test_draw_nobody (Fixture      *f,
                  gconstpointer data)
{
  AtlDrawWindow *window;

  for (guint i = 0; i < 4; i++)
    atl_person_set_present (get_person (f, i), FALSE);

  window = open_draw (f);
  g_assert_null (atl_draw_window_get_name (window));
  g_assert_false (gtk_widget_get_sensitive (next_of (window)));

  atl_person_set_present (get_person (f, 0), TRUE);
  g_assert_true (gtk_widget_get_sensitive (next_of (window)));
}

static void
check_order (AtlOrderWindow *window,
             const char     *expected)
{
  g_autofree char *text = atl_order_window_dup_text (window);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_order_window_turns (Fixture      *f,
                         gconstpointer data)
{
  AtlOrderWindow *window = open_order (f);

  check_order (window, "1. Ada (DSI)\n2. Bob (Marketing)\n3. Cléo (DSI)\n4. Dan (DSI)\n");
  g_assert_cmpstr (atl_order_window_get_name (window), ==, "Ada");
  act (window, "order.next");
  g_assert_cmpstr (atl_order_window_get_name (window), ==, "Bob");
  act (window, "order.back");
  g_assert_cmpstr (atl_order_window_get_name (window), ==, "Ada");
  for (guint i = 0; i < 6; i++)
    act (window, "order.next");
  g_assert_cmpstr (atl_order_window_get_name (window), ==, "Everybody had a turn");
}

/* The arrows point where the language reads on to. */
static void
test_order_window_arrows (Fixture      *f,
                          gconstpointer data)
{
  AtlOrderWindow *window = open_order (f);

  gtk_widget_activate_action (GTK_WIDGET (window), "order.arrow", "b", TRUE);
  g_assert_cmpstr (atl_order_window_get_name (window), ==, "Bob");
  gtk_widget_set_direction (GTK_WIDGET (window), GTK_TEXT_DIR_RTL);
  gtk_widget_activate_action (GTK_WIDGET (window), "order.arrow", "b", TRUE);
  g_assert_cmpstr (atl_order_window_get_name (window), ==, "Ada");
}

/* Who has a note on the board was heard, and whoever had a turn. */
static void
test_order_window_silent_first (Fixture      *f,
                                gconstpointer data)
{
  AtlOrderWindow *window = open_order (f);
  AtlNote        *note = atl_area_add_note (atl_list_get (atl_board_get_areas (f->board), 0), "note");

  atl_note_set_author (note, atl_item_get_id (ATL_ITEM (get_person (f, 1))));
  act (window, "order.next");
  atl_order_window_set_mode (window, ATL_SPEAKING_SILENT_FIRST);
  check_order (window, "1. Cléo (DSI)\n2. Dan (DSI)\n3. Ada (DSI)\n4. Bob (Marketing)\n");
}

/* Where nobody is to know who wrote, the order does not tell it either. */
static void
test_order_window_keeps_anonymity (Fixture      *f,
                                   gconstpointer data)
{
  AtlNote *note = atl_area_add_note (atl_list_get (atl_board_get_areas (f->board), 0), "note");

  atl_note_set_author (note, atl_item_get_id (ATL_ITEM (get_person (f, 0))));
  atl_board_set_authors (f->board, ATL_AUTHORS_NONE);
  atl_order_window_set_mode (open_order (f), ATL_SPEAKING_SILENT_FIRST);

  check_order (open_order (f), "1. Ada (DSI)\n2. Bob (Marketing)\n3. Cléo (DSI)\n4. Dan (DSI)\n");
}

static void
test_order_window_follows (Fixture      *f,
                           gconstpointer data)
{
  AtlOrderWindow *window = open_order (f);

  act (window, "order.next");
  atl_person_set_present (get_person (f, 0), FALSE);
  settle ();
  check_order (window, "1. Bob (Marketing)\n2. Cléo (DSI)\n3. Dan (DSI)\n");
  g_assert_cmpstr (atl_order_window_get_name (window), ==, "Bob");
  atl_person_set_present (get_person (f, 0), TRUE);
  settle ();
  check_order (window, "1. Bob (Marketing)\n2. Cléo (DSI)\n3. Dan (DSI)\n4. Ada (DSI)\n");
}

static void
add (const char *path,
     void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (order_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/draw/order/", order_cases[i].name, NULL);

      g_test_add_data_func (path, &order_cases[i], test_order);
    }
  g_test_add_func ("/draw/order/random", test_order_random);
  g_test_add_func ("/draw/bag/everybody-once-a-round", test_bag_everybody_once);
  g_test_add_func ("/draw/bag/nobody-twice-in-a-row", test_bag_nobody_twice_in_a_row);
  g_test_add_func ("/draw/bag/is-fair", test_bag_is_fair);
  g_test_add_func ("/draw/bag/puts-back", test_bag_puts_back);
  add ("/draw/window/goes-round", test_draw_goes_round);
  add ("/draw/window/remembers", test_draw_remembers);
  add ("/draw/window/was-absent", test_draw_absent);
  add ("/draw/window/only-who-is-shown", test_draw_only_shown);
  add ("/draw/window/nobody", test_draw_nobody);
  add ("/draw/speaking/turns", test_order_window_turns);
  add ("/draw/speaking/arrows-follow-the-language", test_order_window_arrows);
  add ("/draw/speaking/silent-first", test_order_window_silent_first);
  add ("/draw/speaking/keeps-anonymity", test_order_window_keeps_anonymity);
  add ("/draw/speaking/follows-presence", test_order_window_follows);
  return g_test_run ();
}
