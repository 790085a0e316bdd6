/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-words.h"

#include "catalogue/atl-data.h"
#include "util/atl-fold.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char *const label_members[] = {
  [ATL_LABEL_CATEGORY] = "categories",
  [ATL_LABEL_MODE] = "modes",
  [ATL_LABEL_LAYOUT] = "layouts",
  [ATL_LABEL_COLOR] = "palette",
  [ATL_LABEL_LINK_KIND] = "linkKinds",
};

static JsonObject *
get_words (const char *member)
{
  return atl_data_get_object (atl_data_get_file (ATL_DATA_WORDS), member);
}

/**
 * atl_words_has_language:
 * @language: a language or locale name such as "fr" or "en_GB"
 *
 * Tells whether there are words and templates in @language itself, not only English ones in its place.
 */
gboolean
atl_words_has_language (const char *language)
{
  g_return_val_if_fail (language != NULL, FALSE);

  if (g_str_equal (atl_data_get_language (language), "fr"))
    return TRUE;
  return g_ascii_strncasecmp (language, "en", 2) == 0 && !g_ascii_isalpha (language[2]);
}

/**
 * atl_words_get:
 * @language: (nullable): the language of the session
 * @key: a member of "words" in data/words.json, such as "agenda" or "status-todo"
 *
 * Returns: (transfer none): the word; @key itself, with a warning, if there is no such word
 */
const char *
atl_words_get (const char *language,
               const char *key)
{
  const char *word = atl_data_get_text (get_words ("words"), key, language);

  if (*word != '\0')
    return word;
  g_warning ("There is no word “%s” in words.json", key);
  return key;
}

/* Finds the value given for the placeholder {name} that starts at @text; @end is set behind its brace. */
static const char *
find_value (const char  *text,
            GPtrArray   *pairs,
            const char **end)
{
  const char *close = strchr (text, '}');

  for (guint i = 0; close != NULL && i + 1 < pairs->len; i += 2)
    {
      const char *name = g_ptr_array_index (pairs, i);
      gsize       length = (gsize) (close - text) - 1;

      if (strlen (name) == length && strncmp (text + 1, name, length) == 0)
        {
          *end = close + 1;
          return g_ptr_array_index (pairs, i + 1);
        }
    }
  return NULL;
}

/* Values are put in as they are, braces inside them stay braces. */
static char *
fill_pairs (const char *text,
            GPtrArray  *pairs)
{
  GString *filled = g_string_new (NULL);

  while (*text != '\0')
    {
      const char *end = NULL;
      const char *value = *text == '{' ? find_value (text, pairs, &end) : NULL;

      if (value != NULL)
        g_string_append (filled, value);
      else
        g_string_append_c (filled, *text);
      text = value != NULL ? end : text + 1;
    }
  return g_string_free (filled, FALSE);
}

static GPtrArray *
collect_pairs (va_list args)
{
  GPtrArray  *pairs = g_ptr_array_new ();
  const char *name = NULL;

  while ((name = va_arg (args, const char *)) != NULL)
    {
      g_ptr_array_add (pairs, (gpointer) name);
      g_ptr_array_add (pairs, (gpointer) va_arg (args, const char *));
    }
  return pairs;
}

/**
 * atl_words_fill:
 * @language: (nullable): the language of the session
 * @key: a word with placeholders, such as "page-of"
 * @...: pairs of a placeholder's name and its value, both strings, ended by %NULL
 *
 * Returns: (transfer full): the word with every `{name}` replaced by its value
 */
char *
atl_words_fill (const char *language,
                const char *key,
                ...)
{
  g_autoptr (GPtrArray) pairs = NULL;
  va_list               args;

  va_start (args, key);
  pairs = collect_pairs (args);
  va_end (args);
  return fill_pairs (atl_words_get (language, key), pairs);
}

/**
 * atl_words_fill_text:
 * @text: a text with placeholders, such as one from atl_words_get_silo_text()
 * @...: pairs of a placeholder's name and its value, both strings, ended by %NULL
 *
 * Returns: (transfer full): the text with every `{name}` replaced by its value
 */
char *
atl_words_fill_text (const char *text,
                     ...)
{
  g_autoptr (GPtrArray) pairs = NULL;
  va_list               args;

  g_return_val_if_fail (text != NULL, NULL);

  va_start (args, text);
  pairs = collect_pairs (args);
  va_end (args);
  return fill_pairs (text, pairs);
}

/**
 * atl_words_say:
 * @key: a word with placeholders
 * @values: (array zero-terminated=1): pairs of a placeholder's name and its value
 * @language: (nullable): the language of the session, a string; so that this is an AtlSceneSay
 *
 * Returns: (transfer full): the word with every `{name}` replaced by its value
 */
char *
atl_words_say (const char        *key,
               const char *const *values,
               gconstpointer      language)
{
  g_autoptr (GPtrArray) pairs = g_ptr_array_new ();

  for (guint i = 0; values[i] != NULL; i++)
    g_ptr_array_add (pairs, (gpointer) values[i]);
  return fill_pairs (atl_words_get (language, key), pairs);
}

/* French counts nothing as singular, English does not. */
static gboolean
is_singular (const char *language,
             guint       n)
{
  return n == 1 || (n == 0 && g_str_equal (atl_data_get_language (language), "fr"));
}

/**
 * atl_words_dup_count:
 * @language: (nullable): the language of the session
 * @key: a member of "counts" in data/words.json, such as "notes"
 * @n: how many
 *
 * Returns: (transfer full): such as "3 notes"
 */
char *
atl_words_dup_count (const char *language,
                     const char *key,
                     guint       n)
{
  const char      *served = atl_data_get_language (language);
  JsonObject      *forms = atl_data_get_object (atl_data_get_object (get_words ("counts"), key), served);
  const char      *form = atl_data_get_string (forms, is_singular (language, n) ? "one" : "other");
  g_autofree char *number = g_strdup_printf ("%u", n);

  if (form != NULL)
    return atl_words_fill_text (form, "n", number, NULL);
  g_warning ("There is no count “%s” in words.json", key);
  return g_strdup_printf ("%u %s", n, key);
}

/**
 * atl_words_dup_amount:
 * @language: (nullable): the language of the session
 * @key: a member of "counts" in data/words.json, such as "days"
 * @n: how much, not negative
 *
 * Returns: (transfer full): such as "19.5 days", with one decimal at most
 */
char *
atl_words_dup_amount (const char *language,
                      const char *key,
                      double      n)
{
  guint            tenths = (guint) (CLAMP (n, 0, 1e8) * 10 + 0.5);
  const char      *served = atl_data_get_language (language);
  JsonObject      *forms = atl_data_get_object (atl_data_get_object (get_words ("counts"), key), served);
  const char      *form = NULL;
  g_autofree char *number = NULL;

  if (tenths % 10 == 0)
    return atl_words_dup_count (language, key, tenths / 10);
  /* French counts what is less than two as singular. */
  form = atl_data_get_string (forms, g_str_equal (served, "fr") && tenths < 20 ? "one" : "other");
  number = g_strdup_printf ("%u%s%u", tenths / 10, atl_words_get (language, "decimal-point"), tenths % 10);
  return form != NULL ? atl_words_fill_text (form, "n", number, NULL) : g_steal_pointer (&number);
}

static char *
dup_day (const char *language,
         guint       day)
{
  g_autofree char *number = g_strdup_printf ("%u", day);

  return day == 1 ? atl_words_fill (language, "first-day", "n", number, NULL) : g_steal_pointer (&number);
}

static gboolean
parse_date (const char *date,
            guint      *year,
            guint      *month,
            guint      *day)
{
  if (date == NULL || sscanf (date, "%4u-%2u-%2u", year, month, day) != 3)
    return FALSE;
  return *month <= 12 && g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

/**
 * atl_words_dup_date:
 * @language: (nullable): the language of the session
 * @date: (nullable): an ISO 8601 calendar date such as "2026-06-11"
 *
 * Returns: (transfer full): such as "June 11, 2026"; @date itself if it is no such date
 */
char *
atl_words_dup_date (const char *language,
                    const char *date)
{
  guint            year = 0, month = 0, day = 0;
  g_autofree char *month_key = NULL;
  g_autofree char *day_text = NULL;
  g_autofree char *year_text = NULL;

  if (!parse_date (date, &year, &month, &day))
    return g_strdup (date != NULL ? date : "");
  month_key = g_strdup_printf ("month-%u", month);
  day_text = dup_day (language, day);
  year_text = g_strdup_printf ("%u", year);
  return atl_words_fill (language, "date-long", "day", day_text, "month", atl_words_get (language, month_key),
                         "year", year_text, NULL);
}

/**
 * atl_words_dup_duration:
 * @language: (nullable): the language of the session
 * @minutes: how long
 *
 * Returns: (transfer full): such as "35 min", "2 h" or "1 h 35 min"
 */
char *
atl_words_dup_duration (const char *language,
                        int         minutes)
{
  g_autofree char *hours = g_strdup_printf ("%d", minutes / 60);
  g_autofree char *rest = g_strdup_printf (minutes < 60 ? "%d" : "%02d", minutes % 60);

  if (minutes < 60)
    return atl_words_fill (language, "duration-minutes", "m", rest, NULL);
  if (minutes % 60 == 0)
    return atl_words_fill (language, "duration-hours", "h", hours, NULL);
  return atl_words_fill (language, "duration-hours-minutes", "h", hours, "m", rest, NULL);
}

/**
 * atl_words_get_label:
 * @language: (nullable): the language wanted
 * @kind: what @id names
 * @id: an id or nick, such as "silent-writing" or "yellow"
 *
 * Returns: (transfer none): its name; @id itself if it has none
 */
const char *
atl_words_get_label (const char *language,
                     AtlLabel    kind,
                     const char *id)
{
  JsonArray  *array = NULL;
  const char *label = NULL;

  g_return_val_if_fail (kind < G_N_ELEMENTS (label_members), id);

  array = atl_data_get_array (atl_data_get_file (ATL_DATA_TEMPLATES), label_members[kind]);
  label = atl_data_get_text (atl_data_find (array, id), "label", language);
  if (*label == '\0')
    label = atl_data_get_text (get_words ("labels"), id, language);
  return *label != '\0' ? label : id;
}

/**
 * atl_words_get_silo_text:
 * @language: (nullable): the language of the session
 * @id: a text of data/silo-texts.json, such as "density.lead"
 *
 * Returns: (transfer none): the sentence with its placeholders, see atl_words_fill_text(); ""
 *   if there is none
 */
const char *
atl_words_get_silo_text (const char *language,
                         const char *id)
{
  JsonArray *texts = atl_data_get_array (atl_data_get_file (ATL_DATA_SILO_TEXTS), "texts");

  return atl_data_get_text (atl_data_find (texts, id), "text", language);
}

/**
 * atl_words_dup_stop_words:
 * @language: (nullable): the language of the session
 *
 * Returns: (transfer full) (element-type utf8): words that say nothing about what a text is about, folded as
 *   atl_fold() does
 */
GHashTable *
atl_words_dup_stop_words (const char *language)
{
  JsonObject      *root = atl_data_get_file (ATL_DATA_WORDS);
  g_autofree char *folded = atl_fold (atl_data_get_text (root, "stopWords", language));
  g_auto (GStrv)   words = g_strsplit (folded, " ", -1);
  GHashTable      *all = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (all, g_strdup (words[i]));
  return all;
}
