/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-pasted.h"

#include <string.h>

#define RUNS 20000

/* Joined by |, with > before what is stacked and / for line ends. */
static char *
dup_joined (GPtrArray *entries)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++)
    {
      AtlEntry        *entry = entries->pdata[i];
      g_autofree char *text = g_strdelimit (g_strdup (entry->text), "\n", '/');

      g_string_append_printf (all, "%s%s%s", i > 0 ? "|" : "", entry->under ? ">" : "", text);
    }
  return g_string_free (all, FALSE);
}

static void
assert_entries (const char    *text,
                AtlPastedFlags flags,
                AtlPastedWay   way,
                const char    *expected)
{
  g_autoptr (AtlPasted) pasted = atl_pasted_new (text, flags);
  g_autoptr (GPtrArray) entries = atl_pasted_dup_entries (pasted, way);
  g_autofree char      *joined = dup_joined (entries);

  g_assert_cmpstr (joined, ==, expected);
  g_assert_cmpuint (entries->len, ==, atl_pasted_count (pasted, way));
}

static void
assert_suggested (const char  *text,
                  AtlPastedWay way)
{
  g_autoptr (AtlPasted) pasted = atl_pasted_new (text, ATL_PASTED_PLAIN);

  g_assert_cmpint (atl_pasted_suggest (pasted), ==, way);
}

static const struct
{
  const char *text;
  const char *lines;
} lists[] = {
  { "", "" },
  { "one", "one" },
  { "one\ntwo", "one|two" },
  { "one\r\ntwo\r\n", "one|two" },
  { "  one  \n\n\n\t two\n", "one|two" },
  { "- one\n* two\n• three\n– four", "one|two|three|four" },
  { "1. one\n12) two\n3 days\n2026. a year", "one|two|3 days|2026. a year" },
  { "(1) one\n(2) two", "one|two" },
  { "3. Quarter\nno list", "3. Quarter|no list" },
  { "- [ ] open\n- [x] done\n* [X] done too", "open|done|done too" },
  { "☐ open\n☑ done", "open|done" },
  { "-5 degrees\n*bold*", "-5 degrees|*bold*" },
  { "o sole mio\n§ 3 says", "o sole mio|§ 3 says" },
  { "•\tone\n•\ttwo\no\tbelow\n§\tdeeper\n•\tthree\n•\n", "one|two|below|deeper|three" },
  { "•one\n•two", "one|two" },
  { "\xef\x82\xb7\tone\n\xef\x82\xa7\ttwo", "one|two" },
  { "1.1\tone\n1.2.\ttwo\n1.2.1\tthree", "one|two|three" },
  { "a)\tone\nb)\ttwo", "one|two" },
  { "# Title\n\n- one\n  - two\n\n---\n+ three", "Title|one|two|three" },
  { "- one\n  goes on\n\n  after a blank\n- two\nnot of the list",
    "one/goes on//after a blank|two|not of the list" },
  { "1. one\n   goes on\n2. two", "one/goes on|two" },
  { "\xef\xbb\xbfone\xe2\x80\xa8two\x0bthree", "one|two|three" },
  { "Élodie : « oui »\n日本語\nعربي\n👩‍👩‍👧 fine", "Élodie : « oui »|日本語|عربي|👩‍👩‍👧 fine" },
};

static void
test_lists (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    assert_entries (lists[i].text, ATL_PASTED_PLAIN, ATL_PASTED_LINES, lists[i].lines);
}

static void
test_numbers_stay (void)
{
  assert_entries ("12. one\n13 two\n- three", ATL_PASTED_NUMBERED, ATL_PASTED_LINES, "12. one|13 two|three");
}

static const struct
{
  const char *text;
  const char *stacks;
} nested[] = {
  { "- one\n  - two\n  - three\n- four", "one|>two|>three|four" },
  { "- one\n    - two\n        - three\n- four", "one|>two|>three|four" },
  { "•\tone\no\ttwo\n§\tthree\n•\tfour", "one|>two|>three|four" },
  { "1. one\n\t- two\n2. three", "one|>two|three" },
  { "    - one\n  - two\n- three\n  - four", "one|two|three|>four" },
  { "Title\n- one\n  - two", "Title|one|>two" },
  { "- \n  - two\n  - three", "two|three" },
};

static void
test_stacks (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (nested); i++)
    assert_entries (nested[i].text, ATL_PASTED_PLAIN, ATL_PASTED_STACKS,
                    i + 1 < G_N_ELEMENTS (nested) ? nested[i].stacks : "");
}

static const struct
{
  const char    *text;
  AtlPastedFlags flags;
  const char    *rows;
  const char    *cells;
} tables[] = {
  { "a\tb\nc\td", 0, "a – b|c – d", "a|b|c|d" },
  { "a\tb\n\td\n\t\n", 0, "a – b|d", "a|b|d" },
  { "\"two\nlines\"\tb\n\"he said \"\"no\"\"\"\td", 0, "two/lines – b|he said \"no\" – d",
    "two/lines|b|he said \"no\"|d" },
  { "\"two\nlines\"\nthree", 0, "", "two/lines|three" },
  { "a;b\nc;d", 0, "a – b|c – d", "a|b|c|d" },
  { "a,b\n\"c, d\",e", 0, "a – b|c, d – e", "a|b|c, d|e" },
  { "Yes, we can\nNo, never", 0, "", "" },
  { "Oui ; non\nUn ; deux", 0, "", "" },
  { "1,5\n2,5", 0, "", "" },
  { "He said \"no\"\n\"yes\", she said", 0, "", "" },
  { "text, author\n\"one, two\", Ana\nthree", ATL_PASTED_TABLE, "text – author|one, two – Ana|three",
    "text|author|one, two|Ana|three" },
  { "•\tone\n•\ttwo", 0, "", "" },
  { "| a | b |\n|---|:-:|\n| c | d |\n", 0, "a – b|c – d", "a|b|c|d" },
  { "a | b\n--- | ---\nc \\| d |\n", 0, "a – b|c | d", "a|b|c | d" },
  { "| **a** | |\n| :-- | --: |\n| | x, y; z |\n\n", 0, "**a**|x, y; z", "**a**|x, y; z" },
  { "one | two\nthree | four", 0, "", "" },
  { "| a | b |\n|---|---|\nand no more", 0, "", "" },
};

static void
test_tables (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      assert_entries (tables[i].text, tables[i].flags, ATL_PASTED_ROWS, tables[i].rows);
      assert_entries (tables[i].text, tables[i].flags, ATL_PASTED_CELLS, tables[i].cells);
    }
}

static void
test_one_note (void)
{
  assert_entries ("  one\ntwo \n", ATL_PASTED_PLAIN, ATL_PASTED_ONE, "one/two");
  assert_entries ("\"a cell\nof two lines\"", ATL_PASTED_PLAIN, ATL_PASTED_ONE, "a cell/of two lines");
  assert_entries (" \n\t\n", ATL_PASTED_PLAIN, ATL_PASTED_ONE, "");
}

/* A text of three lines, or of long ones, is a text. */
static void
test_looks_listed (void)
{
  static const struct
  {
    const char *text;
    gboolean    listed;
  } table[] = {
    { "one\ntwo\nthree\nfour", TRUE },
    { "one\ntwo\n\nthree", FALSE },
    { "one\ntwo\nthree\nThis is what somebody has said, word by word, in a long sentence.", FALSE },
    { "- one\n- two\n- three\n- This is what somebody has said, word by word, in a long sentence.", TRUE },
    { "", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_autoptr (AtlPasted) pasted = atl_pasted_new (table[i].text, ATL_PASTED_PLAIN);

      g_assert_cmpint (atl_pasted_looks_listed (pasted), ==, table[i].listed);
    }
}

static void
test_suggestion (void)
{
  assert_suggested ("one", ATL_PASTED_ONE);
  assert_suggested ("", ATL_PASTED_ONE);
  assert_suggested ("one\ntwo", ATL_PASTED_LINES);
  assert_suggested ("- one\n  - two", ATL_PASTED_STACKS);
  assert_suggested ("* one\n  * two", ATL_PASTED_LINES);
  assert_suggested ("a\tb\nc\td", ATL_PASTED_ROWS);
  assert_suggested ("a\tb\tc", ATL_PASTED_CELLS);
  assert_suggested ("\"a\nb\"\nc", ATL_PASTED_CELLS);
  assert_suggested ("a\tb\nno table", ATL_PASTED_LINES);
  assert_suggested ("| a | b |\n| - | - |\n| c | d |", ATL_PASTED_ROWS);
}

static void
assert_comes_back (GPtrArray *entries)
{
  g_autofree char      *written = atl_entries_write (entries);
  g_autoptr (AtlPasted) pasted = atl_pasted_new (written, ATL_PASTED_PLAIN);
  AtlPastedWay          way = atl_pasted_count (pasted, ATL_PASTED_STACKS) > 0 ? ATL_PASTED_STACKS
                                                                               : ATL_PASTED_LINES;
  g_autoptr (GPtrArray) read = atl_pasted_dup_entries (pasted, way);
  g_autofree char      *before = dup_joined (entries);
  g_autofree char      *after = dup_joined (read);

  g_assert_cmpstr (before, ==, after);
}

static void
test_round_trip (void)
{
  static const char *const texts[] = { "plain", "two\nlines", "with\n\na blank one", "[ ] a box", "- a dash",
                                       "list\n- in it\n  - deeper\n1. one", "\\- escaped\n\\\\- twice",
                                       "3. Quarter", "\"quoted\"", "  - x - y", "عربي\n😀" };
  g_autoptr (GPtrArray)    entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *text = g_strstrip (g_strdup (texts[i]));

      g_ptr_array_add (entries, atl_entry_new (text, i % 3 == 1));
    }
  assert_comes_back (entries);
}

static void
test_written (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  g_autofree char      *list = NULL;
  g_autofree char      *one = NULL;

  g_ptr_array_add (entries, atl_entry_new ("one\nmore", FALSE));
  one = atl_entries_write (entries);
  g_ptr_array_add (entries, atl_entry_new ("two", TRUE));
  g_ptr_array_add (entries, atl_entry_new ("three", FALSE));
  list = atl_entries_write (entries);

  g_assert_cmpstr (one, ==, "one\nmore");
  g_assert_cmpstr (list, ==, "- one\n  more\n  - two\n- three");
}

static void
test_long_is_broken (void)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  g_autofree char      *joined = NULL;

  g_ptr_array_add (entries, atl_entry_new ("éééééééé éé", TRUE));
  g_ptr_array_add (entries, atl_entry_new ("fits", FALSE));
  g_ptr_array_add (entries, atl_entry_new ("xxxxxxxxxxxxxxxxxxxxxxxx", FALSE));

  g_assert_cmpuint (atl_entries_break_long (entries, 10), ==, 2);
  joined = dup_joined (entries);
  g_assert_cmpstr (joined, ==, ">éééééééé|>éé|fits|xxxxxxxxxx|xxxxxxxxxx|xxxx");
}

/* Pieces that mean something to the reader, thrown together. */
static char *
dup_random (GRand *random,
            guint  most)
{
  static const char *const pieces[] = {
    "a", "é", "\n", "\r\n", "\t", " ", "  ", "- ", "• ", "•\t", "o\t", "1. ", "12) ", "[ ] ", "\"", "\"\"",
    ";", ",", "\\", "#", "---", "\xc2\xa0", "word", "\xef\x82\xb7", "عربي", "😀", "\xff", "§\t", "\x0b"
  };
  GString *text = g_string_new (NULL);

  for (guint n = (guint) g_rand_int_range (random, 0, (int) most); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

static guint
count_words (const char *text)
{
  guint n = 0;

  for (const char *at = strstr (text, "word"); at != NULL; at = strstr (at + 4, "word"))
    n++;
  return n;
}

static void
check_random (GRand *random)
{
  g_autofree char      *text = dup_random (random, 24);
  g_autoptr (AtlPasted) pasted = atl_pasted_new (text, (AtlPastedFlags) g_rand_int_range (random, 0, 4));

  for (guint way = 0; way < ATL_PASTED_N_WAYS; way++)
    {
      g_autoptr (GPtrArray) entries = atl_pasted_dup_entries (pasted, (AtlPastedWay) way);
      guint                 n_words = 0;

      g_assert_cmpuint (entries->len, ==, atl_pasted_count (pasted, (AtlPastedWay) way));
      for (guint i = 0; i < entries->len; i++)
        {
          AtlEntry *entry = entries->pdata[i];

          g_assert_true (*entry->text != '\0' && g_utf8_validate (entry->text, -1, NULL));
          g_assert_false (i == 0 && entry->under);
          n_words += count_words (entry->text);
        }
      if (entries->len > 0)
        g_assert_cmpuint (n_words, ==, count_words (text));
    }
}

static void
test_random_texts (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);

  for (guint i = 0; i < RUNS; i++)
    check_random (random);
}

/* What a note may say: plain spaces, none at the ends of its lines. */
static char *
dup_random_note (GRand *random)
{
  g_autofree char *raw = dup_random (random, 8);
  g_autofree char *valid = g_utf8_make_valid (raw, -1);
  g_auto (GStrv)   parts = g_strsplit (g_strdelimit (valid, "\t\x0b", ' '), "\xc2\xa0", -1);
  g_autofree char *plain = g_strjoinv (" ", parts);
  g_auto (GStrv)   lines = g_strsplit_set (plain, "\r\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strchomp (lines[i]);
  return g_strstrip (g_strjoinv ("\n", lines));
}

static void
test_random_round_trips (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (6);

  for (guint i = 0; i < RUNS; i++)
    {
      g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);

      for (guint n = (guint) g_rand_int_range (random, 2, 6); n > 0; n--)
        {
          g_autofree char *note = dup_random_note (random);
          g_autofree char *text = g_strconcat ("n", note, NULL);

          g_ptr_array_add (entries, atl_entry_new (g_rand_boolean (random) && *note != '\0' ? note : text,
                                                   entries->len > 0 && g_rand_boolean (random)));
        }
      assert_comes_back (entries);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pasted/lines/takes-signs-of-lists-away", test_lists);
  g_test_add_func ("/pasted/lines/numbers-stay-where-they-mean-something", test_numbers_stay);
  g_test_add_func ("/pasted/stacks/are-nested-items", test_stacks);
  g_test_add_func ("/pasted/table/rows-and-cells", test_tables);
  g_test_add_func ("/pasted/one/is-the-whole-text", test_one_note);
  g_test_add_func ("/pasted/looks-listed", test_looks_listed);
  g_test_add_func ("/pasted/suggest/by-what-it-looks-like", test_suggestion);
  g_test_add_func ("/pasted/write/is-read-back", test_round_trip);
  g_test_add_func ("/pasted/write/looks-like-a-list", test_written);
  g_test_add_func ("/pasted/long-is-broken-not-cut", test_long_is_broken);
  g_test_add_func ("/pasted/random/loses-no-word", test_random_texts);
  g_test_add_func ("/pasted/random/comes-back", test_random_round_trips);
  return g_test_run ();
}
