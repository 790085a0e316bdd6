/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-action-notes.h"
#include "model/atl-authors.h"
#include "model/atl-person.h"
#include "scene/atl-key-private.h"

#include <stdio.h>

/* `actionBoard`: who does it, until when. No owner in the room, no action. */

#define LINE_CHARS 22 /* that surely stand in one line of a note */

static gboolean
is_asked (AtlScene *scene)
{
  return atl_board_is_action_board (scene->board);
}

static gboolean
is_over (AtlAction *action)
{
  AtlStatus status = atl_action_get_status (action);

  return status == ATL_STATUS_DONE || status == ATL_STATUS_DROPPED;
}

/* What the room may read of an owner: first name, role, or that there is somebody, as the person wishes. */
static char *
dup_owner (AtlScene  *scene,
           AtlPerson *person)
{
  char *name = atl_person_dup_shown (person, FALSE);

  return name != NULL ? name : atl_key_say (scene, "key-somebody", NULL);
}

/* The names that the room may read; NULL if it is nobody's. */
static char *
dup_owners (AtlScene  *scene,
            AtlAction *action)
{
  const char *const  *owners = atl_action_get_owners (action);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; owners != NULL && owners[i] != NULL; i++)
    {
      AtlPerson       *person = atl_list_find (atl_session_get_people (scene->session), owners[i]);
      g_autofree char *name = person != NULL ? dup_owner (scene, person) : NULL;

      if (name == NULL)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}

/* "December 12" or "Dec 12", in the words of the session. */
static char *
dup_due (AtlScene   *scene,
         AtlAction  *action,
         const char *months)
{
  int              year, month_number, day_number;
  g_autofree char *day = NULL, *key = NULL, *month = NULL;

  if (sscanf (atl_action_get_due (action), "%4d-%2d-%2d", &year, &month_number, &day_number) != 3 ||
      month_number < 1 || month_number > 12)
    return NULL;
  if (scene->words.say == NULL)
    return g_strdup (atl_action_get_due (action));
  day = g_strdup_printf ("%d", day_number);
  key = g_strdup_printf ("%s-%d", months, month_number);
  month = atl_key_say (scene, key, NULL);
  return atl_key_say (scene, "key-day-month", "day", day, "month", month, NULL);
}

/* On one line of a note; the month is cut short, and not the line, where both are long. */
static AtlKeyLine *
join (AtlScene   *scene,
      AtlAction  *action,
      const char *owners,
      const char *due)
{
  g_autofree char *full = due != NULL ? g_strconcat (owners, " · ", due, NULL) : g_strdup (owners);
  g_autofree char *brief = NULL;
  AtlKeyLine      *line;

  if (due == NULL || g_utf8_strlen (full, -1) <= LINE_CHARS || scene->words.say == NULL)
    return atl_key_line_new (g_steal_pointer (&full));
  brief = dup_due (scene, action, "month-short");
  line = atl_key_line_new (g_strconcat (owners, " · ", brief, NULL));
  line->spoken = g_steal_pointer (&full);
  return line;
}

static AtlKeyLine *
dup_note_line (AtlScene    *scene,
               AtlBoxState *note)
{
  AtlAction       *action = atl_note_find_action (ATL_NOTE (note->box.item));
  g_autofree char *owners = action != NULL ? dup_owners (scene, action) : NULL;
  g_autofree char *due = action != NULL ? dup_due (scene, action, "month") : NULL;
  AtlKeyLine      *line;

  if (*atl_note_get_text (ATL_NOTE (note->box.item)) == '\0')
    return NULL;
  if (owners != NULL)
    return join (scene, action, owners, due);
  owners = atl_key_say (scene, "no-owner", NULL);
  line = join (scene, action, owners, due);
  line->warns = action == NULL || !is_over (action);
  return line;
}

static guint
count_orphans (AtlScene     *scene,
               AtlAreaState *area)
{
  guint n = 0;

  for (guint i = 0; i < area->members->len; i++)
    {
      AtlAction       *action = atl_note_find_action (ATL_NOTE (((AtlBox *) area->members->pdata[i])->item));
      g_autofree char *owners = action != NULL ? dup_owners (scene, action) : NULL;

      n += owners == NULL && (action == NULL || !is_over (action)) ? 1 : 0;
    }
  return n;
}

static AtlKeyLine *
dup_area_line (AtlScene     *scene,
               AtlAreaState *area)
{
  guint            n = count_orphans (scene, area);
  g_autofree char *number = g_strdup_printf ("%u", n);
  AtlKeyLine      *line;

  if (n == 0)
    return NULL;
  line = atl_key_line_new (atl_key_say (scene, "key-no-owner-count", "n", number, NULL));
  line->warns = TRUE;
  return line;
}

const AtlKeyFeature atl_key_actions = { is_asked, dup_note_line, dup_area_line };
