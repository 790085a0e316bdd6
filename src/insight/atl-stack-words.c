/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-stack-words.h"

#include "catalogue/atl-words.h"
#include "util/atl-fold.h"

#include <string.h>

#define MOST_WORDS 3      /* of a title that is no phrase of the notes */
#define LONGEST_PHRASE 4  /* words, those between included */
#define MOST_TEXT 2000    /* bytes of a note that are looked at */
#define SHORTEST 3        /* letters of a word, unless it is an acronym */
#define PHRASE_BONUS 0.75 /* what each further word of a phrase counts for, beside a note that has it */

/* A word as it stands in a text. */
typedef struct
{
  const char *start;
  gsize       length;
  char       *stem; /* for comparing; NULL: it says nothing */
} Word;

/* A run of words that several notes have. */
typedef struct
{
  guint notes; /* how many */
  guint last;  /* the note it was counted for last, from 1 */
  guint n;     /* significant words in it */
  guint first; /* its place among all */
  char *shown; /* as the first note writes it */
} Phrase;

static void
word_clear (gpointer data)
{
  g_free (((Word *) data)->stem);
}

static void
phrase_free (gpointer data)
{
  g_free (((Phrase *) data)->shown);
  g_free (data);
}

static gboolean
is_apostrophe (gunichar c)
{
  return c == '\'' || c == 0x2019;
}

static gboolean
is_acronym (const char *start,
            gsize       length)
{
  for (const char *p = start; p < start + length; p = g_utf8_next_char (p))
    if (!g_unichar_isupper (g_utf8_get_char (p)) && !g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;
  return g_utf8_strlen (start, (gssize) length) > 1;
}

/* Singular and plural are the same word, in both languages, as far as a letter tells. */
static void
drop_plural (char *word)
{
  gsize length = strlen (word);

  if (length > 4 && (word[length - 1] == 's' || word[length - 1] == 'x') && word[length - 2] != 's')
    word[length - 1] = '\0';
}

/* In a text of capitals only, capitals say nothing. */
static gboolean
is_shouted (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_islower (g_utf8_get_char (p)))
      return FALSE;
  return TRUE;
}

static char *
dup_stem (const char *start,
          gsize       length,
          GHashTable *stops,
          gboolean    shouted)
{
  g_autofree char *word = g_strndup (start, length);
  g_autofree char *folded = atl_fold (word);
  gboolean         acronym = !shouted && is_acronym (start, length);

  if (!acronym && (g_hash_table_contains (stops, folded) || g_utf8_strlen (folded, -1) < SHORTEST))
    return NULL;
  if (strspn (folded, "0123456789") == strlen (folded))
    return NULL;
  drop_plural (folded);
  return g_steal_pointer (&folded);
}

/* "l’atelier" is two words, of which the first says nothing. */
static GArray *
split (const char *text,
       GHashTable *stops)
{
  GArray     *words = g_array_new (FALSE, TRUE, sizeof (Word));
  const char *end = text + strnlen (text, MOST_TEXT);
  gboolean    shouted = is_shouted (text);

  g_array_set_clear_func (words, word_clear);
  for (const char *p = text; p < end && *p != '\0';)
    {
      Word word = { .start = p };

      while (p < end && *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      word.length = (gsize) (p - word.start);
      if (word.length > 0)
        {
          word.stem = dup_stem (word.start, word.length, stops, shouted);
          g_array_append_val (words, word);
        }
      else
        p = g_utf8_next_char (p);
    }
  return words;
}

/* Only blanks, hyphens and apostrophes hold the words of a phrase together. */
static gboolean
is_joined (const Word *a,
           const Word *b)
{
  for (const char *p = a->start + a->length; p < b->start; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!(c == ' ' || c == 0xa0 || c == '-' || is_apostrophe (c)))
        return FALSE;
    }
  return TRUE;
}

static void
count (GHashTable *phrases,
       char       *key,
       const Word *from,
       const Word *to,
       guint       note,
       guint       n)
{
  Phrase *phrase = g_hash_table_lookup (phrases, key);

  if (phrase == NULL)
    {
      phrase = g_new0 (Phrase, 1);
      phrase->n = n;
      phrase->first = g_hash_table_size (phrases);
      phrase->shown = g_strndup (from->start, (gsize) (to->start + to->length - from->start));
      g_hash_table_insert (phrases, g_strdup (key), phrase);
    }
  if (phrase->last != note)
    phrase->notes++;
  phrase->last = note;
}

/* All runs that begin and end with a word that says something. */
static void
count_phrases (GHashTable *phrases,
               GArray     *words,
               guint       note)
{
  for (guint i = 0; i < words->len; i++)
    {
      g_autoptr (GString) key = g_string_new (NULL);
      guint               n = 0;

      if (g_array_index (words, Word, i).stem == NULL)
        continue;
      for (guint j = i; j < words->len && j < i + LONGEST_PHRASE; j++)
        {
          Word *word = &g_array_index (words, Word, j);

          if (j > i && !is_joined (word - 1, word))
            break;
          g_string_append_printf (key, " %s", word->stem != NULL ? word->stem : "-");
          if (word->stem == NULL)
            continue;
          n++;
          count (phrases, key->str, &g_array_index (words, Word, i), word, note, n);
        }
    }
}

static double
weigh (const Phrase *phrase)
{
  return phrase->notes + (phrase->n - 1) * PHRASE_BONUS;
}

static int
compare_phrases (gconstpointer a,
                 gconstpointer b)
{
  const Phrase *first = *(Phrase *const *) a, *second = *(Phrase *const *) b;

  if (weigh (first) != weigh (second))
    return weigh (first) > weigh (second) ? -1 : 1;
  return first->first < second->first ? -1 : 1;
}

static GPtrArray *
dup_common (GHashTable *phrases)
{
  GPtrArray     *common = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer       value;

  g_hash_table_iter_init (&iter, phrases);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    if (((Phrase *) value)->notes > 1)
      g_ptr_array_add (common, value);
  g_ptr_array_sort (common, compare_phrases);
  return common;
}

static char *
capitalize (const char *text)
{
  char  first[7] = "";
  char *rest = g_utf8_next_char (text);

  if (*text == '\0')
    return g_strdup (text);
  first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (text)), first)] = '\0';
  return g_strconcat (first, rest, NULL);
}

/* Whether a phrase of the title has that word already. */
static gboolean
is_said (GString    *title,
         const char *word)
{
  g_autofree char *said = atl_fold (title->str);
  g_autofree char *folded = atl_fold (word);

  return strstr (said, folded) != NULL;
}

/* The best phrase; beside a single word the next best ones. */
static char *
word_title (GPtrArray *common)
{
  g_autoptr (GString) title = g_string_new (NULL);
  Phrase             *best = common->pdata[0];
  guint               n = 1;

  g_string_append (title, best->shown);
  for (guint i = 1; best->n == 1 && i < common->len && n < MOST_WORDS; i++)
    {
      Phrase *next = common->pdata[i];

      if (next->n > 1 || next->notes < best->notes || is_said (title, next->shown))
        continue;
      g_string_append_printf (title, ", %s", next->shown);
      n++;
    }
  return capitalize (title->str);
}

/**
 * atl_stack_words_suggest:
 * @texts: (array zero-terminated=1): what the notes of a stack say, in their order
 * @language: (nullable): the language of the session, for the words that say nothing
 *
 * Suggests a title for a stack: the words or the phrase that most of its notes have in common, as the first
 * of them writes it. Case, accents and plurals do not count.
 *
 * Returns: (transfer full) (nullable): the title, or %NULL if no two notes share a word that says something
 */
char *
atl_stack_words_suggest (const char *const *texts,
                         const char        *language)
{
  g_autoptr (GHashTable) stops = NULL;
  g_autoptr (GHashTable) phrases = NULL;
  g_autoptr (GPtrArray)  common = NULL;

  g_return_val_if_fail (texts != NULL, NULL);

  stops = atl_words_dup_stop_words (language);
  phrases = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, phrase_free);
  for (guint i = 0; texts[i] != NULL; i++)
    {
      g_autoptr (GArray) words = split (texts[i], stops);

      count_phrases (phrases, words, i + 1);
    }
  common = dup_common (phrases);
  return common->len > 0 ? word_title (common) : NULL;
}
