/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-columns.h"

#include "exchange/atl-network-words.h"
#include "util/atl-fold.h"

#include <string.h>

#define NONE (-1)

/* What lists of people have above their columns, folded, beside what networks of people have. */
static const struct
{
  AtlPeopleColumn column;
  const char     *names;
} headings[] = {
  { ATL_PEOPLE_GIVEN, "|prenom|prenoms|first name|firstname|given name|forename|" },
  { ATL_PEOPLE_FAMILY, "|nom de famille|last name|lastname|family name|surname|" },
  { ATL_PEOPLE_SALUTATION, "|civilite|salutation|m/mme|mr/ms|titre de civilite|" },
  { ATL_PEOPLE_NAME, "|names|noms|participants|participant|participante|attendee|" },
  { ATL_PEOPLE_ROLE, "|title|roles|intitule de poste|intitule du poste|emploi|" },
  { ATL_PEOPLE_EXTERNAL, "|prestataire|sous traitant|contractor|supplier|fournisseur|externes|" },
  { ATL_PEOPLE_PRESENT, "|presence|here|" },
};

static const struct
{
  AtlNetworkWord  word;
  AtlPeopleColumn column;
} words[] = {
  { ATL_NETWORK_WORD_NAME, ATL_PEOPLE_NAME },
  { ATL_NETWORK_WORD_SILO, ATL_PEOPLE_SILO },
  { ATL_NETWORK_WORD_ROLE, ATL_PEOPLE_ROLE },
  { ATL_NETWORK_WORD_EXTERNAL, ATL_PEOPLE_EXTERNAL },
  { ATL_NETWORK_WORD_MANAGER, ATL_PEOPLE_MANAGER },
  { ATL_NETWORK_WORD_PRESENT, ATL_PEOPLE_PRESENT },
};

/* "First_Name" and "first name :" are one heading: (transfer full) "|first name|". */
static char *
dup_key (const char *cell)
{
  g_autofree char *folded = atl_fold (cell);

  g_strstrip (g_strdelimit (folded, "_-.:*", ' '));
  return g_strconcat ("|", folded, "|", NULL);
}

static int
find_column (const char *cell)
{
  g_autofree char *key = dup_key (cell);
  AtlNetworkWord   word = atl_network_words_read_node (cell);

  if (g_str_equal (key, "||"))
    return NONE;
  for (guint i = 0; i < G_N_ELEMENTS (headings); i++)
    if (strstr (headings[i].names, key) != NULL)
      return (int) headings[i].column;
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i].word == word)
      return (int) words[i].column;
  return NONE;
}

/* "Prénom" beside "Nom": the latter is the family's. */
static void
part_names (AtlPeopleColumns *self)
{
  if (self->place[ATL_PEOPLE_GIVEN] < 0 || self->place[ATL_PEOPLE_NAME] < 0 ||
      self->place[ATL_PEOPLE_FAMILY] >= 0)
    return;
  self->place[ATL_PEOPLE_FAMILY] = self->place[ATL_PEOPLE_NAME];
  self->place[ATL_PEOPLE_NAME] = NONE;
}

/**
 * atl_people_columns_init:
 * @self: (out caller-allocates): columns
 *
 * Sets the order of lists without headings: name, silo, role, and whether they are from outside.
 */
void
atl_people_columns_init (AtlPeopleColumns *self)
{
  for (int i = 0; i < ATL_PEOPLE_N_COLUMNS; i++)
    self->place[i] = i <= ATL_PEOPLE_EXTERNAL ? i : NONE;
}

/**
 * atl_people_columns_read:
 * @self: columns
 * @cells: (element-type utf8): the first row of a list
 * @unread: (element-type utf8): gets what the columns are called that nobody understands
 *
 * Returns: whether the row has headings: it names a column of names. @self is what they say then.
 */
gboolean
atl_people_columns_read (AtlPeopleColumns *self,
                         GPtrArray        *cells,
                         GPtrArray        *unread)
{
  AtlPeopleColumns found = { .place = { 0 } };

  for (int i = 0; i < ATL_PEOPLE_N_COLUMNS; i++)
    found.place[i] = NONE;
  for (guint i = 0; i < cells->len; i++)
    {
      int column = find_column (cells->pdata[i]);

      if (column >= 0 && found.place[column] < 0)
        found.place[column] = (int) i;
    }
  if (found.place[ATL_PEOPLE_NAME] < 0 && found.place[ATL_PEOPLE_GIVEN] < 0 &&
      found.place[ATL_PEOPLE_FAMILY] < 0)
    return FALSE;
  part_names (&found);
  *self = found;
  for (guint i = 0; i < cells->len; i++)
    {
      gboolean read = FALSE;

      for (int j = 0; j < ATL_PEOPLE_N_COLUMNS; j++)
        read = read || found.place[j] == (int) i;
      if (!read && *(const char *) cells->pdata[i] != '\0')
        g_ptr_array_add (unread, g_strdup (cells->pdata[i]));
    }
  return TRUE;
}
