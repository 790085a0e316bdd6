/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-person.h"

#include "model/atl-item-accessors.h"
#include "model/atl-session.h"

#include <string.h>

/**
 * AtlPerson:
 *
 * Someone in the room, or drawn while absent. @silos holds the ids of the silos, one per partition.
 */
struct _AtlPerson
{
  AtlItem parent_instance;

  char     *name;
  char     *role;
  char    **silos;
  gboolean  manager;
  gboolean  external;
  gboolean  present;
  int       shown;
  char     *rank;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlPerson, atl_person, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlPerson, name, "name", STRING, TEXT) },
  { ATL_FIELD (AtlPerson, role, "role", STRING, TEXT) },
  { ATL_FIELD (AtlPerson, silos, "silos", STRV, STATE) },
  { ATL_FIELD (AtlPerson, manager, "manager", BOOLEAN, STATE) },
  { ATL_FIELD (AtlPerson, external, "external", BOOLEAN, STATE) },
  { ATL_FIELD (AtlPerson, present, "present", BOOLEAN, STATE), .fallback = TRUE },
  { ATL_FIELD (AtlPerson, shown, "shown", ENUM, STATE),
    .fallback = ATL_SHOWN_NAME, .value_type = atl_shown_get_type },
  { ATL_FIELD (AtlPerson, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlPerson, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_PERSON_N_FIELDS);

static void
atl_person_class_init (AtlPersonClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_person_init (AtlPerson *self)
{
}

/**
 * atl_person_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a person with every stored property at its default
 */
AtlPerson *
atl_person_new (const char *id)
{
  return g_object_new (ATL_TYPE_PERSON, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlPerson, atl_person, name, ATL_PERSON_NAME, STRING);
ATL_ACCESS_TEXT (AtlPerson, atl_person, role, ATL_PERSON_ROLE, STRING);
ATL_ACCESS_STRV (AtlPerson, atl_person, silos, ATL_PERSON_SILOS);
ATL_ACCESS_INT (AtlPerson, atl_person, manager, ATL_PERSON_MANAGER, gboolean, BOOLEAN);
ATL_ACCESS_INT (AtlPerson, atl_person, external, ATL_PERSON_EXTERNAL, gboolean, BOOLEAN);
ATL_ACCESS_INT (AtlPerson, atl_person, present, ATL_PERSON_PRESENT, gboolean, BOOLEAN);
ATL_ACCESS_INT (AtlPerson, atl_person, shown, ATL_PERSON_SHOWN, AtlShown, ENUM);
ATL_ACCESS_TEXT (AtlPerson, atl_person, rank, ATL_PERSON_RANK, RANK);

/**
 * atl_person_find_silo:
 * @self: (nullable): a person
 *
 * Returns: (transfer none) (nullable): the person's silo in the active partition of the session
 */
AtlSilo *
atl_person_find_silo (AtlPerson *self)
{
  AtlSession        *session = self != NULL ? atl_item_get_session (ATL_ITEM (self)) : NULL;
  const char *const *ids = session != NULL ? atl_person_get_silos (self) : NULL;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      AtlSilo *silo = atl_list_find (atl_session_get_silos (session), ids[i]);

      if (silo != NULL &&
          g_str_equal (atl_silo_get_partition (silo), atl_session_get_active_partition (session)))
        return silo;
    }
  return NULL;
}

/* As in "Person 2": without the number it would be anybody. */
static gboolean
ends_with_number (const char *name)
{
  const char *last = strrchr (name, ' ');

  if (last == NULL || last[1] == '\0')
    return FALSE;
  for (const char *c = last + 1; *c != '\0'; c++)
    if (!g_ascii_isdigit (*c))
      return FALSE;
  return TRUE;
}

/**
 * atl_person_dup_first_name:
 * @self: a person
 *
 * Returns: (transfer full): the first word of the name; all of it where it is a numbered label, as “Person 2”
 */
char *
atl_person_dup_first_name (AtlPerson *self)
{
  const char *name = atl_person_get_name (self);
  gsize       first = strcspn (name, " \t\n");

  return first == 0 || ends_with_number (name) ? g_strdup (name) : g_strndup (name, first);
}
