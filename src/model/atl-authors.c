/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-authors.h"

#include "model/atl-edits.h"

#define OPTION "authors"

/* Values of the board's option, as in the file. */
static const char *const nicks[] = {
  [ATL_AUTHORS_NAME] = "name",
  [ATL_AUTHORS_SILO] = "silo",
  [ATL_AUTHORS_NONE] = "none",
};
G_STATIC_ASSERT (G_N_ELEMENTS (nicks) == ATL_N_AUTHORS);

/**
 * atl_authors_get_nick:
 * @authors: a way to show authors
 *
 * Returns: (transfer none): what it is called in files
 */
const char *
atl_authors_get_nick (AtlAuthors authors)
{
  g_return_val_if_fail (authors < ATL_N_AUTHORS, NULL);
  return nicks[authors];
}

/**
 * atl_authors_parse:
 * @nick: (nullable): what a way may be called
 * @authors: (out): the way
 *
 * Returns: whether there is one of that name
 */
gboolean
atl_authors_parse (const char *nick,
                   AtlAuthors *authors)
{
  for (guint i = 0; i < ATL_N_AUTHORS; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *authors = (AtlAuthors) i;
        return TRUE;
      }
  return FALSE;
}

/* Templates with this tag ask things that nobody answers by name. */
static gboolean
advises_anonymity (GVariant *options)
{
  g_autoptr (GVariant) tags = g_variant_lookup_value (options, "tags", G_VARIANT_TYPE ("av"));

  for (gsize i = 0; tags != NULL && i < g_variant_n_children (tags); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (tags, i);
      g_autoptr (GVariant) tag = g_variant_get_variant (child);

      if (g_variant_is_of_type (tag, G_VARIANT_TYPE_STRING) &&
          g_str_equal (g_variant_get_string (tag, NULL), "anonymous-advised"))
        return TRUE;
    }
  return FALSE;
}

static AtlAuthors
get_usual (GVariant *options)
{
  return options != NULL && advises_anonymity (options) ? ATL_AUTHORS_NONE : ATL_AUTHORS_NAME;
}

/**
 * atl_board_get_authors:
 * @board: a board
 *
 * Returns: how it shows who wrote a note: its option `authors`, or what the tags of its template advise
 */
AtlAuthors
atl_board_get_authors (AtlBoard *board)
{
  GVariant   *options = atl_board_get_options (board);
  const char *nick = NULL;
  AtlAuthors  authors;

  if (options != NULL)
    g_variant_lookup (options, OPTION, "&s", &nick);
  return atl_authors_parse (nick, &authors) ? authors : get_usual (options);
}

/**
 * atl_board_set_authors:
 * @board: a board
 * @authors: how it shows from now on who wrote a note
 *
 * The caller opens the group of the history.
 */
void
atl_board_set_authors (AtlBoard  *board,
                       AtlAuthors authors)
{
  GVariantDict         dict;
  g_autoptr (GVariant) options = NULL;

  g_return_if_fail (ATL_IS_BOARD (board) && authors < ATL_N_AUTHORS);

  if (authors == atl_board_get_authors (board))
    return;
  g_variant_dict_init (&dict, atl_board_get_options (board));
  g_variant_dict_insert (&dict, OPTION, "s", nicks[authors]);
  options = g_variant_ref_sink (g_variant_dict_end (&dict));
  atl_board_set_options (board, options);
}

/**
 * atl_person_dup_shown:
 * @person: (nullable): a person
 * @whole: whether the whole name is wanted, not the first one
 *
 * Returns: (transfer full) (nullable): what the room may read: name or role as the person wishes, %NULL for
 *   nothing
 */
char *
atl_person_dup_shown (AtlPerson *person,
                      gboolean   whole)
{
  g_autofree char *text = NULL;

  if (person == NULL || atl_person_get_shown (person) == ATL_SHOWN_HIDDEN)
    return NULL;
  if (atl_person_get_shown (person) == ATL_SHOWN_ROLE)
    text = g_strdup (atl_person_get_role (person));
  else
    text = whole ? g_strdup (atl_person_get_name (person)) : atl_person_dup_first_name (person);
  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

/**
 * atl_note_find_author_shown:
 * @note: a note
 * @shown: (out): how the board shows who wrote it
 *
 * Returns: (transfer none) (nullable): who wrote it, as far as its board shows that by name or silo and the
 *   person does not mind
 */
AtlPerson *
atl_note_find_author_shown (AtlNote    *note,
                            AtlAuthors *shown)
{
  AtlSession *session = NULL;
  AtlBoard   *board = NULL;
  AtlPerson  *author;

  *shown = ATL_AUTHORS_NONE;
  if (*atl_note_get_author (note) == '\0')
    return NULL;
  session = atl_item_get_session (ATL_ITEM (note));
  board = atl_note_find_board (note);
  author = session != NULL
             ? atl_list_find (atl_session_get_people (session), atl_note_get_author (note))
             : NULL;
  if (author == NULL || atl_person_get_shown (author) == ATL_SHOWN_HIDDEN || board == NULL)
    return NULL;
  *shown = atl_board_get_authors (board);
  return *shown != ATL_AUTHORS_NONE ? author : NULL;
}

/**
 * atl_note_find_author:
 * @note: a note
 *
 * Returns: (transfer none) (nullable): as atl_note_find_author_shown()
 */
AtlPerson *
atl_note_find_author (AtlNote *note)
{
  AtlAuthors shown;

  return atl_note_find_author_shown (note, &shown);
}

/**
 * atl_author_dup_text:
 * @author: (nullable): who wrote something
 * @shown: how that is shown
 * @whole: whether the whole name is wanted, not the first one
 *
 * Returns: (transfer full) (nullable): a name, a role or a silo, or %NULL for nothing
 */
char *
atl_author_dup_text (AtlPerson *author,
                     AtlAuthors shown,
                     gboolean   whole)
{
  AtlSilo *silo = NULL;

  if (author == NULL || shown == ATL_AUTHORS_NONE)
    return NULL;
  if (shown == ATL_AUTHORS_NAME)
    return atl_person_dup_shown (author, whole);
  silo = atl_person_find_silo (author);
  return silo != NULL ? g_strdup (atl_silo_get_name (silo)) : NULL;
}

/**
 * atl_note_dup_author:
 * @note: a note
 * @whole: whether the whole name is wanted, not the first one
 *
 * Returns: (transfer full) (nullable): what its board says about who wrote it: a name, a role or a silo, or
 *   %NULL for nothing
 */
char *
atl_note_dup_author (AtlNote *note,
                     gboolean whole)
{
  AtlAuthors shown;
  AtlPerson *author = atl_note_find_author_shown (note, &shown);

  return atl_author_dup_text (author, shown, whole);
}
