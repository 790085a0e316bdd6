/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-people-edits.h"

#include "config.h"
#include "model/atl-partitions.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* Two people of one name in two silos are two people; without a silo on both sides they count as one. */
static gboolean
is_known (GHashTable *known,
          const char *name,
          const char *silo)
{
  GPtrArray *silos = g_hash_table_lookup (known, name);

  for (guint i = 0; silos != NULL && i < silos->len; i++)
    {
      const char *other = g_ptr_array_index (silos, i);

      if (silo[0] == '\0' || other[0] == '\0' || g_str_equal (other, silo))
        return TRUE;
    }
  return FALSE;
}

static void
remember (GHashTable *known,
          const char *name,
          const char *silo)
{
  GPtrArray *silos = g_hash_table_lookup (known, name);

  if (silos == NULL)
    {
      silos = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (known, g_strdup (name), silos);
    }
  g_ptr_array_add (silos, g_strdup (silo));
}

static GHashTable *
new_known (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static GHashTable *
dup_known (AtlSession *session)
{
  AtlList    *people = atl_session_get_people (session);
  GHashTable *known = new_known ();

  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson       *person = atl_list_get (people, i);
      AtlSilo         *silo = atl_person_find_silo (person);
      g_autofree char *name = atl_fold (atl_person_get_name (person));
      g_autofree char *of = atl_fold (silo != NULL ? atl_silo_get_name (silo) : "");

      remember (known, name, of);
    }
  return known;
}

static AtlPersonLineState
take (GHashTable          *known,
      GHashTable          *former,
      const AtlPersonLine *line)
{
  g_autofree char *name = atl_fold (line->name);
  g_autofree char *silo = atl_fold (line->silo);

  if (is_known (former, name, silo))
    return ATL_PERSON_LINE_KNOWN;
  if (is_known (known, name, silo))
    return ATL_PERSON_LINE_TWICE;
  remember (known, name, silo);
  return ATL_PERSON_LINE_NEW;
}

/* Whether each line has one comma at most, and a silo of the session behind one of them. */
static gboolean
names_silos (AtlSession *session,
             char      **lines)
{
  gboolean found = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char      *comma = strchr (lines[i], ',');
      g_autofree char *silo = comma != NULL ? g_strstrip (g_strdup (comma + 1)) : NULL;

      if (silo != NULL && strchr (silo, ',') != NULL)
        return FALSE;
      found = found || (silo != NULL && *silo != '\0' && atl_people_find_silo (session, silo) != NULL);
    }
  return found;
}

/**
 * atl_people_read:
 * @session: a session
 * @text: what was typed or pasted, any bytes
 * @commas: what commas are, %ATL_PEOPLE_COMMAS_ANY to find it out
 *
 * Reads a list as atl_people_text_new() does. What follows the only comma of a line is a silo, too, where the
 * session has one of that name: "Ada, DSI".
 *
 * Returns: (transfer full): the people in the order of the lines, and what was not read
 */
AtlPeopleText *
atl_people_read (AtlSession     *session,
                 const char     *text,
                 AtlPeopleCommas commas)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv)   lines = g_strsplit_set (valid, "\r\n", -1);

  if (commas == ATL_PEOPLE_COMMAS_ANY && strpbrk (valid, "\t;|\"<") == NULL && names_silos (session, lines))
    commas = ATL_PEOPLE_COMMAS_SILO;
  return atl_people_text_new (valid, commas);
}

/**
 * atl_people_dup_states:
 * @session: a session
 * @lines: (element-type AtlPersonLine): a parsed list
 *
 * Returns: (transfer full) (array): for each of @lines what atl_people_add() would make of it
 */
AtlPersonLineState *
atl_people_dup_states (AtlSession *session,
                       GPtrArray  *lines)
{
  g_autoptr (GHashTable) former = dup_known (session);
  g_autoptr (GHashTable) known = new_known ();
  AtlPersonLineState    *states = g_new (AtlPersonLineState, MAX (lines->len, 1));

  for (guint i = 0; i < lines->len; i++)
    states[i] = take (known, former, lines->pdata[i]);
  return states;
}

static void
count_silo (AtlSession *session,
            GHashTable *silos,
            const char *name)
{
  if (name[0] != '\0' && atl_people_find_silo (session, name) == NULL)
    g_hash_table_add (silos, atl_fold (name));
}

/**
 * atl_people_count:
 * @session: a session
 * @lines: (element-type AtlPersonLine): a parsed list
 *
 * Returns: what atl_people_add() would do
 */
AtlPeopleTally
atl_people_count (AtlSession *session,
                  GPtrArray  *lines)
{
  g_autofree AtlPersonLineState *states = atl_people_dup_states (session, lines);
  g_autoptr (GHashTable)         silos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AtlPeopleTally                 tally = { 0 };

  for (guint i = 0; i < lines->len; i++)
    {
      AtlPersonLine *line = g_ptr_array_index (lines, i);

      if (states[i] != ATL_PERSON_LINE_NEW)
        {
          tally.n_duplicates++;
          continue;
        }
      tally.n_added++;
      count_silo (session, silos, line->silo);
    }
  tally.n_silos = g_hash_table_size (silos);
  return tally;
}

/* Made if there is none of that name, in a color that is little used. */
static AtlSilo *
ensure_silo (AtlSession *session,
             const char *name)
{
  AtlSilo *found = atl_people_find_silo (session, name);

  if (found != NULL)
    return found;
  return atl_partitions_add_silo (session, atl_session_get_active_partition (session), name);
}

static AtlPerson *
make_person (AtlSession          *session,
             const AtlPersonLine *line)
{
  AtlPerson *person = atl_person_new (NULL);
  AtlSilo   *silo = line->silo[0] != '\0' ? ensure_silo (session, line->silo) : NULL;

  atl_person_set_name (person, line->name);
  atl_person_set_role (person, line->role);
  atl_person_set_manager (person, line->manager);
  atl_person_set_external (person, line->external);
  atl_person_set_present (person, !line->absent);
  if (silo != NULL)
    {
      const char *silos[] = { atl_item_get_id (ATL_ITEM (silo)), NULL };

      atl_person_set_silos (person, silos);
      atl_person_set_external (person, line->external || atl_silo_get_external (silo));
    }
  return person;
}

/**
 * atl_people_add:
 * @session: a session
 * @lines: (element-type AtlPersonLine): a parsed list
 *
 * Adds the people behind those that are there, and the silos that are new. The caller opens the group of
 * the history.
 *
 * Returns: what was done
 */
AtlPeopleTally
atl_people_add (AtlSession *session,
                GPtrArray  *lines)
{
  g_autofree AtlPersonLineState *states = atl_people_dup_states (session, lines);
  g_autoptr (GPtrArray)          people = g_ptr_array_new_with_free_func (g_object_unref);
  AtlPeopleTally                 tally = { 0 };
  guint                          n_silos = atl_list_get_length (atl_session_get_silos (session));

  for (guint i = 0; i < lines->len; i++)
    {
      AtlPersonLine *line = g_ptr_array_index (lines, i);

      if (states[i] == ATL_PERSON_LINE_NEW)
        g_ptr_array_add (people, make_person (session, line));
      else
        tally.n_duplicates++;
    }
  atl_list_rank_at_end (atl_session_get_people (session), people);
  tally.n_added = atl_list_insert_many (atl_session_get_people (session), people);
  tally.n_silos = atl_list_get_length (atl_session_get_silos (session)) - n_silos;
  return tally;
}

static gboolean
is_of_partition (AtlSession *session,
                 AtlSilo    *silo)
{
  return g_str_equal (atl_silo_get_partition (silo), atl_session_get_active_partition (session));
}

/**
 * atl_people_find_silo:
 * @session: a session
 * @name: a name, whatever its case and accents
 *
 * Returns: (transfer none) (nullable): the silo of that name in the session's partition
 */
AtlSilo *
atl_people_find_silo (AtlSession *session,
                      const char *name)
{
  AtlList         *silos = atl_session_get_silos (session);
  g_autofree char *wanted = atl_fold (name);

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      AtlSilo         *silo = atl_list_get (silos, i);
      g_autofree char *folded = atl_fold (atl_silo_get_name (silo));

      if (is_of_partition (session, silo) && g_str_equal (folded, wanted))
        return silo;
    }
  return NULL;
}

/**
 * atl_person_dup_initials:
 * @person: a person
 *
 * Returns: (transfer full): the first letters of the first and the last word of the name, in capitals; ""
 *   without one
 */
char *
atl_person_dup_initials (AtlPerson *person)
{
  const char         *name = atl_person_get_name (person);
  gunichar            first = 0;
  gunichar            last = 0;
  gboolean            at_start = TRUE;
  g_autoptr (GString) initials = g_string_new (NULL);

  for (const char *p = name; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (at_start && g_unichar_isalnum (c))
        *(first == 0 ? &first : &last) = g_unichar_toupper (c);
      at_start = g_unichar_isspace (c);
    }
  if (first != 0)
    g_string_append_unichar (initials, first);
  if (last != 0)
    g_string_append_unichar (initials, last);
  return g_string_free (g_steal_pointer (&initials), FALSE);
}

/**
 * atl_people_remove:
 * @session: a session
 * @history: of the session
 * @person: somebody of its people
 *
 * Takes @person out of the list, as one step.
 */
void
atl_people_remove (AtlSession *session,
                   AtlHistory *history,
                   AtlPerson  *person)
{
  g_autofree char *label = g_strdup_printf (_ ("Remove “%s”"), atl_person_get_name (person));

  atl_history_begin (history, label);
  atl_list_remove (atl_session_get_people (session), ATL_ITEM (person));
  atl_history_end (history);
}

/**
 * atl_people_set_all_present:
 * @session: a session
 * @history: of the session
 * @present: whether everybody is here, or nobody
 *
 * Marks all people, as one step.
 */
void
atl_people_set_all_present (AtlSession *session,
                            AtlHistory *history,
                            gboolean    present)
{
  AtlList *people = atl_session_get_people (session);

  atl_history_begin (history, present ? _ ("Mark Everybody Present") : _ ("Mark Everybody Absent"));
  for (guint i = 0; i < atl_list_get_length (people); i++)
    atl_person_set_present (atl_list_get (people, i), present);
  atl_history_end (history);
}
