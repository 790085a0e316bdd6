/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-vocabulary.h"

#include "model/atl-edits.h"
#include "model/atl-link.h"

#include <string.h>

#define MOST_CHARACTERS 60 /* of a word; longer ones are sentences */

/* The areas of the template by what is collected in them, in the order of AtlTermField. */
static const char *const keys[] = { "words", "business", "tech", "agreed" };

typedef struct
{
  AtlBoard      *board;
  GPtrArray     *drafts;
  GHashTable    *by_key;  /* of the word, to its draft */
  GHashTable    *by_note; /* id, to the draft of the word on it */
  AtlWordFinder *finder;
  guint          n_loose;
} Reading;

static const char *
get_key (AtlArea *area)
{
  GVariant   *options = area != NULL ? atl_area_get_options (area) : NULL;
  const char *key = NULL;

  if (options == NULL || !g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT) ||
      !g_variant_lookup (options, "key", "&s", &key))
    return "";
  return key;
}

static AtlArea *
find_area (AtlBoard   *board,
           const char *key)
{
  AtlList *areas = atl_board_get_areas (board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (g_str_equal (get_key (atl_list_get (areas, i)), key))
      return atl_list_get (areas, i);
  return NULL;
}

/**
 * atl_vocabulary_is:
 * @board: a board
 *
 * Returns: whether it has areas for words and for what they mean
 */
gboolean
atl_vocabulary_is (AtlBoard *board)
{
  return find_area (board, "words") != NULL && find_area (board, "agreed") != NULL;
}

/* Notes that wait for their release are nobody's words yet. */
static char *
dup_text (AtlNote *note)
{
  char *text = atl_note_get_hidden (note) ? NULL : g_strstrip (g_strdup (atl_note_get_text (note)));

  if (text != NULL && *text == '\0')
    g_clear_pointer (&text, g_free);
  return text;
}

/* Where a word ends and what it means begins: "API: …", "API = …", "API – …", or the next line. */
static const char *
find_meaning (const char *text,
              gsize      *head)
{
  static const char *const marks[] = { ":", "=", " – ", " — ", " - ", "\n" };
  const char              *first = NULL;
  gsize                    length = 0;

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    {
      const char *at = strstr (text, marks[i]);

      if (at == NULL || (first != NULL && at >= first))
        continue;
      first = at;
      length = strlen (marks[i]);
    }
  *head = first != NULL ? (gsize) (first - text) : strlen (text);
  return first != NULL ? first + length : NULL;
}

/* "API (what is it?)" asks about API. */
static char *
dup_word (const char *text)
{
  gsize length;
  char *bracket;
  char *word;

  find_meaning (text, &length);
  word = g_strndup (text, length);
  bracket = strchr (word, '(');
  if (bracket != NULL && bracket > word)
    *bracket = '\0';
  g_strstrip (word);
  for (length = strlen (word); length > 0 && strchr ("?!.,; ", word[length - 1]) != NULL; length--)
    word[length - 1] = '\0';
  return word;
}

static AtlTermDraft *
ensure_draft (Reading    *reading,
              const char *word)
{
  g_autofree char *key = atl_word_dup_key (word);
  AtlTermDraft    *draft = g_hash_table_lookup (reading->by_key, key);

  if (*key == '\0' || draft != NULL)
    return draft;
  draft = g_new0 (AtlTermDraft, 1);
  draft->texts[ATL_TERM_TERM] = g_strdup (word);
  g_ptr_array_add (reading->drafts, draft);
  g_hash_table_insert (reading->by_key, g_steal_pointer (&key), draft);
  atl_word_finder_add (reading->finder, word, draft);
  return draft;
}

static void
read_word (Reading *reading,
           AtlNote *note)
{
  g_autofree char *text = dup_text (note);
  g_autofree char *word = text != NULL ? dup_word (text) : NULL;
  AtlTermDraft    *draft = NULL;

  if (word != NULL && g_utf8_strlen (word, -1) <= MOST_CHARACTERS)
    draft = ensure_draft (reading, word);
  if (draft != NULL)
    g_hash_table_insert (reading->by_note, (gpointer) atl_item_get_id (ATL_ITEM (note)), draft);
  else if (text != NULL)
    reading->n_loose++;
}

static AtlTermDraft *
find_linked (Reading *reading,
             AtlNote *note)
{
  AtlList    *links = atl_board_get_links (reading->board);
  const char *id = atl_item_get_id (ATL_ITEM (note));

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink      *link = atl_list_get (links, i);
      AtlTermDraft *draft = NULL;

      if (g_str_equal (atl_link_get_from (link), id))
        draft = g_hash_table_lookup (reading->by_note, atl_link_get_to (link));
      else if (g_str_equal (atl_link_get_to (link), id))
        draft = g_hash_table_lookup (reading->by_note, atl_link_get_from (link));
      if (draft != NULL)
        return draft;
    }
  return NULL;
}

static AtlTermDraft *
find_named (Reading    *reading,
            const char *text,
            const char *meaning,
            gsize       head)
{
  g_autofree char *word = g_strndup (text, head);
  g_autofree char *key = atl_word_dup_key (word);

  return meaning != NULL ? g_hash_table_lookup (reading->by_key, key) : NULL;
}

/* The only word that the text speaks of. */
static AtlTermDraft *
find_mentioned (Reading    *reading,
                const char *text)
{
  g_autoptr (GArray) matches = atl_word_finder_dup_matches (reading->finder, text);
  AtlTermDraft      *draft = NULL;

  for (guint i = 0; i < matches->len; i++)
    {
      gpointer data = g_array_index (matches, AtlWordMatch, i).data;

      if (draft != NULL && draft != data)
        return NULL;
      draft = data;
    }
  return draft;
}

static void
add_meaning (AtlTermDraft *draft,
             guint         field,
             const char   *meaning)
{
  g_autofree char *more = g_strstrip (g_strdup (meaning));
  g_autofree char *old = draft->texts[field];

  draft->texts[field] = old != NULL ? g_strconcat (old, "\n", more, NULL) : g_strdup (more);
}

/* What a note means is told by a link to the word, by the word in front, or by speaking of that word only. */
static void
read_meaning (Reading *reading,
              AtlNote *note,
              guint    field)
{
  g_autofree char *text = dup_text (note);
  gsize            head = 0;
  const char      *meaning = text != NULL ? find_meaning (text, &head) : NULL;
  AtlTermDraft    *named = text != NULL ? find_named (reading, text, meaning, head) : NULL;
  AtlTermDraft    *draft = NULL;

  if (text == NULL)
    return;
  draft = find_linked (reading, note);
  if (draft == NULL)
    draft = named;
  if (draft == NULL)
    draft = find_mentioned (reading, text);
  if (draft == NULL)
    reading->n_loose++;
  else
    add_meaning (draft, field, draft == named ? meaning : text);
}

static void
read_area (Reading *reading,
           guint    field)
{
  AtlArea              *area = find_area (reading->board, keys[field]);
  g_autoptr (GPtrArray) notes = area != NULL ? atl_area_dup_notes (area) : NULL;

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    if (field == ATL_TERM_TERM)
      read_word (reading, notes->pdata[i]);
    else
      read_meaning (reading, notes->pdata[i], field);
}

/**
 * atl_vocabulary_dup_drafts:
 * @board: a board with areas for words
 * @n_loose: (out): how many notes say nothing that belongs to one word
 *
 * Reads the words of a board, and what its notes say that they mean.
 *
 * Returns: (transfer full) (element-type AtlTermDraft): terms in the order of their notes
 */
GPtrArray *
atl_vocabulary_dup_drafts (AtlBoard *board,
                           guint    *n_loose)
{
  Reading reading = { .board = board };

  reading.drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_term_draft_free);
  reading.by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.by_note = g_hash_table_new (g_str_hash, g_str_equal);
  reading.finder = atl_word_finder_new (NULL);
  for (guint field = ATL_TERM_TERM; field <= ATL_TERM_AGREED; field++)
    read_area (&reading, field);
  *n_loose = reading.n_loose;
  g_hash_table_unref (reading.by_key);
  g_hash_table_unref (reading.by_note);
  atl_word_finder_free (reading.finder);
  return reading.drafts;
}
