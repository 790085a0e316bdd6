/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-glossary.h"

#include "util/atl-fold.h"

#include <string.h>

/**
 * atl_term_draft_free:
 * @self: (transfer full): a draft
 */
void
atl_term_draft_free (AtlTermDraft *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->texts); i++)
    g_free (self->texts[i]);
  g_free (self);
}

/**
 * atl_term_is_agreed:
 * @term: a term
 *
 * Returns: whether the room has put down what it means to everybody
 */
gboolean
atl_term_is_agreed (AtlTerm *term)
{
  const char *agreed = atl_term_get_agreed (term);

  return agreed[strspn (agreed, " \t\r\n")] != '\0';
}

typedef struct
{
  AtlTerm *term;
  char    *key;
} Sorted;

static void
sorted_clear (gpointer data)
{
  g_free (((Sorted *) data)->key);
}

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *one = a;
  const Sorted *other = b;
  int           order = g_utf8_collate (one->key, other->key);

  if (order == 0)
    order = strcmp (atl_term_get_term (one->term), atl_term_get_term (other->term));
  if (order == 0)
    order = strcmp (atl_item_get_id (ATL_ITEM (one->term)), atl_item_get_id (ATL_ITEM (other->term)));
  return order;
}

/**
 * atl_glossary_dup_sorted:
 * @session: a session
 *
 * Returns: (transfer full) (element-type AtlTerm): its terms in the order of the alphabet
 */
GPtrArray *
atl_glossary_dup_sorted (AtlSession *session)
{
  AtlList           *terms = atl_session_get_terms (session);
  guint              n = atl_list_get_length (terms);
  GPtrArray         *sorted = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (Sorted), n);

  g_array_set_clear_func (keys, sorted_clear);
  for (guint i = 0; i < n; i++)
    {
      AtlTerm *term = atl_list_get (terms, i);
      Sorted   one = { term, atl_fold (atl_term_get_term (term)) };

      g_array_append_val (keys, one);
    }
  g_array_sort (keys, compare_sorted);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (sorted, g_object_ref (g_array_index (keys, Sorted, i).term));
  return sorted;
}

/**
 * atl_glossary_find:
 * @session: a session
 * @word: a word, or several
 *
 * Returns: (transfer none) (nullable): the term for it, in whatever number, case or accents
 */
AtlTerm *
atl_glossary_find (AtlSession *session,
                   const char *word)
{
  AtlList         *terms = atl_session_get_terms (session);
  g_autofree char *wanted = atl_word_dup_key (word);

  for (guint i = 0; *wanted != '\0' && i < atl_list_get_length (terms); i++)
    {
      AtlTerm         *term = atl_list_get (terms, i);
      g_autofree char *key = atl_word_dup_key (atl_term_get_term (term));

      if (g_str_equal (key, wanted))
        return term;
    }
  return NULL;
}

/**
 * atl_glossary_new_finder:
 * @session: a session
 *
 * Returns: (transfer full): what finds its terms in texts; a match gives the AtlTerm
 */
AtlWordFinder *
atl_glossary_new_finder (AtlSession *session)
{
  AtlList       *terms = atl_session_get_terms (session);
  AtlWordFinder *finder = atl_word_finder_new (g_object_unref);

  for (guint i = 0; i < atl_list_get_length (terms); i++)
    atl_word_finder_add (finder, atl_term_get_term (atl_list_get (terms, i)),
                         g_object_ref (atl_list_get (terms, i)));
  return finder;
}

/* Taking in */

static GHashTable *
index_terms (AtlSession *session)
{
  AtlList    *terms = atl_session_get_terms (session);
  GHashTable *index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = atl_list_get_length (terms); i > 0; i--)
    {
      AtlTerm *term = atl_list_get (terms, i - 1);

      g_hash_table_insert (index, atl_word_dup_key (atl_term_get_term (term)), term);
    }
  return index;
}

static const char *
get_text (AtlTerm *term,
          guint    field)
{
  return field == ATL_TERM_BUSINESS    ? atl_term_get_business (term)
         : field == ATL_TERM_TECHNICAL ? atl_term_get_technical (term)
         : field == ATL_TERM_AGREED    ? atl_term_get_agreed (term)
                                       : atl_term_get_term (term);
}

static void
set_text (AtlTerm    *term,
          guint       field,
          const char *text)
{
  if (field == ATL_TERM_BUSINESS)
    atl_term_set_business (term, text);
  else if (field == ATL_TERM_TECHNICAL)
    atl_term_set_technical (term, text);
  else
    atl_term_set_agreed (term, text);
}

static gboolean
is_news (AtlTerm      *term,
         AtlTermDraft *draft,
         guint         field)
{
  return draft->texts[field] != NULL && *draft->texts[field] != '\0' &&
         !g_str_equal (draft->texts[field], get_text (term, field));
}

static gboolean
take_meanings (AtlTerm      *term,
               AtlTermDraft *draft,
               gboolean      dry)
{
  gboolean changed = FALSE;

  for (guint field = ATL_TERM_BUSINESS; field <= ATL_TERM_AGREED; field++)
    if (is_news (term, draft, field))
      {
        changed = TRUE;
        if (!dry)
          set_text (term, field, draft->texts[field]);
      }
  return changed;
}

static AtlTerm *
make_term (AtlTermDraft *draft)
{
  AtlTerm *term = atl_term_new (NULL);

  atl_term_set_term (term, draft->texts[ATL_TERM_TERM]);
  take_meanings (term, draft, FALSE);
  return term;
}

static AtlGlossaryTally
take (AtlSession *session,
      GPtrArray  *drafts,
      gboolean    dry)
{
  g_autoptr (GHashTable) index = index_terms (session);
  g_autoptr (GPtrArray)  added = g_ptr_array_new_with_free_func (g_object_unref);
  AtlGlossaryTally       tally = { 0 };

  for (guint i = 0; i < drafts->len; i++)
    {
      AtlTermDraft    *draft = drafts->pdata[i];
      g_autofree char *key = atl_word_dup_key (draft->texts[ATL_TERM_TERM]);
      AtlTerm         *term = g_hash_table_lookup (index, key);

      if (*key == '\0')
        continue;
      if (term != NULL)
        {
          gboolean is_new = atl_item_get_list (ATL_ITEM (term)) == NULL;

          tally.n_changed += take_meanings (term, draft, dry && !is_new) && !is_new ? 1 : 0;
          continue;
        }
      term = make_term (draft);
      g_hash_table_insert (index, g_steal_pointer (&key), term);
      g_ptr_array_add (added, term);
    }
  tally.n_added = added->len;
  if (!dry && added->len > 0)
    {
      atl_list_rank_at_end (atl_session_get_terms (session), added);
      atl_list_insert_many (atl_session_get_terms (session), added);
    }
  return tally;
}

/**
 * atl_glossary_count:
 * @session: a session
 * @drafts: (element-type AtlTermDraft): terms that come in
 *
 * Returns: what atl_glossary_take() would do
 */
AtlGlossaryTally
atl_glossary_count (AtlSession *session,
                    GPtrArray  *drafts)
{
  return take (session, drafts, TRUE);
}

/**
 * atl_glossary_take:
 * @session: a session
 * @drafts: (element-type AtlTermDraft): terms that come in
 *
 * Adds terms at the end; of those that are there already, meanings that came in replace the ones they had.
 *
 * Returns: how many were added and changed
 */
AtlGlossaryTally
atl_glossary_take (AtlSession *session,
                   GPtrArray  *drafts)
{
  return take (session, drafts, FALSE);
}
