/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-word-finder.h"

#include "util/atl-fold.h"

#include <string.h>

#define SIGNS_BEFORE ".#@$€+~" /* that a word may begin with: .NET */
#define SIGNS_AFTER "+#*%$€°"  /* or end with: C++ */
#define MOST_SIGNS 4           /* bytes */
#define MOST_ENDS 16           /* words that differ in their signs only */
#define SHORT 4                /* bytes; shorter words have no plural: "SAS", "bus" */
#define MOST_WORDS 12          /* in one; nobody repeats more than that literally */
#define SURE 6                 /* bytes; in longer ones a capital S is one, too: "PROJETS" */

/* A place in the tree of all words: what was read so far. */
typedef struct
{
  GHashTable *next; /* id of a key to Node; NULL while nothing follows */
  GArray     *ends; /* of End: the words that are complete here; NULL for none */
} Node;

typedef struct
{
  char    *before; /* signs */
  char    *after;
  gpointer data;
} End;

struct _AtlWordFinder
{
  GHashTable    *ids; /* key to its number, from 1 */
  Node          *root;
  guint          n_words;
  GString       *key; /* room for the one that is looked up */
  GDestroyNotify unref;
};

typedef struct
{
  const char *start;
  const char *end;
} Word;

/* Reading words */

/* Scripts that put no space between words: each character counts as one. */
static gboolean
stands_alone (gunichar c)
{
  switch ((int) g_unichar_get_script (c))
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_MYANMAR:
      return TRUE;
    default:
      return FALSE;
    }
}

static gboolean
is_letter (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum ((char) c);
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x200c || c == 0x200d;
}

static const char *
find_end_of_word (const char *at)
{
  gunichar c = g_utf8_get_char (at);
  gboolean alone = c >= 0x80 && stands_alone (c);

  do
    at = g_utf8_next_char (at);
  while (*at != '\0' && (c = g_utf8_get_char (at), is_letter (c)) &&
         (alone ? g_unichar_ismark (c) : (c < 0x80 || !stands_alone (c))));
  return at;
}

/* The next word from @at on. */
static gboolean
read_word (const char *at,
           Word       *word)
{
  while (*at != '\0' && !is_letter (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (*at == '\0')
    return FALSE;
  word->start = at;
  word->end = find_end_of_word (at);
  return TRUE;
}

/* Spaces, hyphens and apostrophes between two words are all the same; other signs are part of what is said,
 * "R&D". */
static gboolean
is_soft (gunichar c)
{
  return g_unichar_isspace (c) || c == '\'' || c == '_' || c == 0x2019 ||
         g_unichar_type (c) == G_UNICODE_DASH_PUNCTUATION || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static void
append_gap (GString    *key,
            const char *start,
            const char *end)
{
  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (!is_soft (g_utf8_get_char (at)))
      g_string_append_unichar (key, g_utf8_get_char (at));
}

/* Plurals: one key for both numbers, in English and French. What comes out is no word for anybody to read. */
static void
drop_ending (GString *key,
             gsize    start,
             gboolean capital)
{
  gsize length = key->len - start;
  char *end = key->str + key->len;

  if (length >= SHORT && end[-1] == 's' && end[-2] != 's' && (!capital || length >= SURE))
    g_string_truncate (key, key->len - 1);
  else if (length > SHORT && (g_str_has_suffix (key->str + start, "aux") ||
                              g_str_has_suffix (key->str + start, "eux")))
    g_string_truncate (key, key->len - 1);
  length = key->len - start;
  if (length > SHORT && g_str_has_suffix (key->str + start, "au") && key->str[key->len - 3] != 'e')
    key->str[key->len - 1] = 'l'; /* journaux, journal; and tuyau, too */
  else if (length > SHORT && g_str_has_suffix (key->str + start, "ie"))
    {
      g_string_truncate (key, key->len - 1); /* stories, story */
      key->str[key->len - 1] = 'y';
    }
  else if (length >= SHORT &&
           (g_str_has_suffix (key->str + start, "sse") || g_str_has_suffix (key->str + start, "che") ||
            g_str_has_suffix (key->str + start, "she") || g_str_has_suffix (key->str + start, "xe")))
    g_string_truncate (key, key->len - 1);
}

static gboolean
is_ascii (const Word *word)
{
  for (const char *at = word->start; at < word->end; at++)
    if ((guchar) *at >= 0x80)
      return FALSE;
  return TRUE;
}

/* Appends what @word is compared by: no case, no accents, no plural. */
static void
append_key (GString    *key,
            const Word *word)
{
  gsize    start = key->len;
  gboolean capital = word->end[-1] == 'S' || word->end[-1] == 'X';

  if (is_ascii (word))
    for (const char *at = word->start; at < word->end; at++)
      g_string_append_c (key, g_ascii_tolower (*at));
  else
    {
      g_autofree char *bare = g_strndup (word->start, (gsize) (word->end - word->start));
      g_autofree char *folded = atl_fold (bare);

      g_string_append (key, folded);
    }
  drop_ending (key, start, capital);
}

/* The tree */

static void
end_clear (gpointer data)
{
  End *end = data;

  g_free (end->before);
  g_free (end->after);
}

static Node *
node_new (void)
{
  return g_new0 (Node, 1);
}

static void
node_free (gpointer data)
{
  Node *node = data;

  g_clear_pointer (&node->next, g_hash_table_unref);
  g_clear_pointer (&node->ends, g_array_unref);
  g_free (node);
}

static void
release_data (AtlWordFinder *self,
              Node          *node)
{
  GHashTableIter iter;
  gpointer       next;

  for (guint i = 0; node->ends != NULL && i < node->ends->len; i++)
    self->unref (g_array_index (node->ends, End, i).data);
  if (node->next == NULL)
    return;
  g_hash_table_iter_init (&iter, node->next);
  while (g_hash_table_iter_next (&iter, NULL, &next))
    release_data (self, next);
}

/**
 * atl_word_finder_new:
 * @unref: (nullable): frees the data of words
 *
 * Returns: (transfer full): a finder that knows no word yet
 */
AtlWordFinder *
atl_word_finder_new (GDestroyNotify unref)
{
  AtlWordFinder *self = g_new0 (AtlWordFinder, 1);

  self->ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->root = node_new ();
  self->key = g_string_new (NULL);
  self->unref = unref;
  return self;
}

/**
 * atl_word_finder_free:
 * @self: (transfer full): a finder
 */
void
atl_word_finder_free (AtlWordFinder *self)
{
  if (self->unref != NULL)
    release_data (self, self->root);
  node_free (self->root);
  g_hash_table_unref (self->ids);
  g_string_free (self->key, TRUE);
  g_free (self);
}

static gpointer
ensure_id (AtlWordFinder *self,
           const char    *key)
{
  gpointer id = g_hash_table_lookup (self->ids, key);

  if (id == NULL)
    {
      id = GUINT_TO_POINTER (g_hash_table_size (self->ids) + 1);
      g_hash_table_insert (self->ids, g_strdup (key), id);
    }
  return id;
}

static Node *
ensure_next (AtlWordFinder *self,
             Node          *node,
             const char    *key)
{
  gpointer id = ensure_id (self, key);
  Node    *next;

  if (node->next == NULL)
    node->next = g_hash_table_new_full (NULL, NULL, NULL, node_free);
  next = g_hash_table_lookup (node->next, id);
  if (next == NULL)
    g_hash_table_insert (node->next, id, next = node_new ());
  return next;
}

static char *
dup_signs (const char *start,
           const char *end,
           const char *known)
{
  GString *signs = g_string_new (NULL);

  for (const char *at = start; at < end; at = g_utf8_next_char (at))
    if (g_utf8_strchr (known, -1, g_utf8_get_char (at)) != NULL && signs->len < MOST_SIGNS)
      g_string_append_unichar (signs, g_utf8_get_char (at));
  return g_string_free (signs, FALSE);
}

static gboolean
add_end (Node       *node,
         const char *before,
         const char *after,
         gpointer    data)
{
  End end;

  if (node->ends == NULL)
    {
      node->ends = g_array_new (FALSE, FALSE, sizeof (End));
      g_array_set_clear_func (node->ends, end_clear);
    }
  for (guint i = 0; i < node->ends->len; i++)
    {
      End *old = &g_array_index (node->ends, End, i);

      if (g_str_equal (old->before, before) && g_str_equal (old->after, after))
        return FALSE;
    }
  if (node->ends->len >= MOST_ENDS)
    return FALSE;
  end = (End){ g_strdup (before), g_strdup (after), data };
  g_array_append_val (node->ends, end);
  return TRUE;
}

/**
 * atl_word_finder_add:
 * @self: a finder
 * @word: a word, or several; valid UTF-8
 * @data: (transfer full): what a match of it gives
 *
 * Adds a word to those that are found. Of two that are written alike, the first one counts.
 *
 * Returns: whether it was added; if not, it has no letters, is far too long, or known already, and @data is
 *   freed
 */
gboolean
atl_word_finder_add (AtlWordFinder *self,
                     const char    *word,
                     gpointer       data)
{
  Node            *node = self->root;
  Word             one = { word, word };
  const char      *last = word;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean         added = FALSE;
  guint            n = 0;

  while (n <= MOST_WORDS && g_utf8_validate (word, -1, NULL) && read_word (last, &one))
    {
      g_string_truncate (self->key, 0);
      if (node == self->root)
        before = dup_signs (word, one.start, SIGNS_BEFORE);
      else
        append_gap (self->key, last, one.start);
      append_key (self->key, &one);
      node = ensure_next (self, node, self->key->str);
      last = one.end;
      n++;
    }
  after = dup_signs (last, last + strlen (last), SIGNS_AFTER);
  if (n > 0 && n <= MOST_WORDS)
    added = add_end (node, before, after, data);
  if (!added && self->unref != NULL)
    self->unref (data);
  self->n_words += added ? 1 : 0;
  return added;
}

/**
 * atl_word_finder_get_size:
 * @self: a finder
 *
 * Returns: how many words it knows
 */
guint
atl_word_finder_get_size (AtlWordFinder *self)
{
  return self->n_words;
}

/* Finding */

static gboolean
ends_with (const char *text,
           const char *at,
           const char *signs)
{
  gsize length = strlen (signs);

  return (gsize) (at - text) >= length && strncmp (at - length, signs, length) == 0;
}

/* The word with the most signs that is complete at @node and has them here. */
static gboolean
take_end (Node         *node,
          const char   *text,
          const char   *start,
          const char   *end,
          AtlWordMatch *match)
{
  gboolean found = FALSE;
  gsize    most = 0;

  for (guint i = 0; node->ends != NULL && i < node->ends->len; i++)
    {
      End  *one = &g_array_index (node->ends, End, i);
      gsize signs = strlen (one->before) + strlen (one->after);

      if ((found && signs <= most) || !ends_with (text, start, one->before) ||
          !g_str_has_prefix (end, one->after))
        continue;
      found = TRUE;
      most = signs;
      *match = (AtlWordMatch){ (gsize) (start - text) - strlen (one->before),
                               (gsize) (end - text) + strlen (one->after), one->data };
    }
  return found;
}

static Node *
find_next (AtlWordFinder *self,
           Node          *node,
           const char    *last,
           const Word    *word)
{
  gpointer id;

  if (node->next == NULL)
    return NULL;
  g_string_truncate (self->key, 0);
  if (last != NULL)
    append_gap (self->key, last, word->start);
  append_key (self->key, word);
  id = g_hash_table_lookup (self->ids, self->key->str);
  return id != NULL ? g_hash_table_lookup (node->next, id) : NULL;
}

/* The longest known word that begins with @word. */
static gboolean
match_at (AtlWordFinder *self,
          const char    *text,
          Word           word,
          AtlWordMatch  *match)
{
  const char *start = word.start;
  const char *last = NULL;
  Node       *node = self->root;
  gboolean    found = FALSE;

  while ((node = find_next (self, node, last, &word)) != NULL)
    {
      found = take_end (node, text, start, word.end, match) || found;
      last = word.end;
      if (!read_word (last, &word))
        break;
    }
  return found;
}

static gboolean
find_first (AtlWordFinder *self,
            const char    *text,
            const char    *at,
            AtlWordMatch  *match)
{
  Word word;

  while (read_word (at, &word))
    {
      if (match_at (self, text, word, match))
        return TRUE;
      at = word.end;
    }
  return FALSE;
}

/**
 * atl_word_finder_dup_matches:
 * @self: a finder
 * @text: a text
 *
 * Finds known words in @text: whole words only, whatever their case, accents and number; of several at the
 * same place the longest one. Bytes that are no UTF-8 have no words.
 *
 * Returns: (transfer full) (element-type AtlWordMatch): what was found, in the order of the text
 */
GArray *
atl_word_finder_dup_matches (AtlWordFinder *self,
                             const char    *text)
{
  GArray      *matches = g_array_new (FALSE, FALSE, sizeof (AtlWordMatch));
  const char  *at = text;
  AtlWordMatch match;

  if (self->n_words == 0 || !g_utf8_validate (text, -1, NULL))
    return matches;
  while (find_first (self, text, at, &match))
    {
      g_array_append_val (matches, match);
      at = text + match.end;
    }
  return matches;
}

/**
 * atl_word_finder_has_match:
 * @self: a finder
 * @text: a text
 *
 * Returns: whether a known word is in @text
 */
gboolean
atl_word_finder_has_match (AtlWordFinder *self,
                           const char    *text)
{
  AtlWordMatch match;

  return self->n_words > 0 && g_utf8_validate (text, -1, NULL) && find_first (self, text, text, &match);
}

/**
 * atl_word_dup_key:
 * @word: a word, or several
 *
 * Returns: (transfer full): what two ways to write the same word have in common; nobody should read it
 */
char *
atl_word_dup_key (const char *word)
{
  g_autofree char *valid = g_utf8_make_valid (word, -1);
  GString         *key = g_string_new (NULL);
  const char      *last = valid;
  g_autofree char *after = NULL;
  Word             one;

  while (read_word (last, &one))
    {
      g_autofree char *before = last == valid ? dup_signs (valid, one.start, SIGNS_BEFORE) : NULL;

      if (before != NULL)
        g_string_append (key, before);
      else
        append_gap (key, last, one.start);
      g_string_append_c (key, ' ');
      append_key (key, &one);
      last = one.end;
    }
  after = dup_signs (last, last + strlen (last), SIGNS_AFTER);
  g_string_append (key, after);
  return g_string_free (key, FALSE);
}
