/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-key-private.h"

/* `teamSizeGuard`: says when a team is too small or too large. The people of the team are the notes of the
 * area that the template calls "members" or "team". */

static gboolean
is_asked (AtlScene *scene)
{
  AtlTeamGuard guard;

  return atl_board_find_team (scene->board, &guard) != NULL;
}

/* Each note of a stack is one of the team, too. */
static guint
count_people (AtlAreaState *area)
{
  guint n = 0;

  for (guint i = 0; i < area->members->len; i++)
    n += MAX (((AtlBox *) area->members->pdata[i])->stack_size, 1);
  return n;
}

static const char *
choose_word (const AtlTeamGuard *guard,
             guint               n)
{
  if (n < guard->least)
    return "key-team-small";
  if (guard->most > 0 && n > guard->most)
    return "key-team-large";
  return guard->ideal_to > 0 && n >= guard->ideal_from && n <= guard->ideal_to ? "key-team-ideal"
                                                                               : "key-team-fine";
}

static AtlKeyLine *
dup_area_line (AtlScene     *scene,
               AtlAreaState *area)
{
  AtlTeamGuard     guard;
  guint            n = count_people (area);
  g_autofree char *size = g_strdup_printf ("%u", n);
  g_autofree char *least = NULL, *from = NULL, *to = NULL, *most = NULL;
  AtlKeyLine      *line;

  if (atl_key_get_area (area) != atl_board_find_team (scene->board, &guard) || n == 0)
    return NULL;
  least = g_strdup_printf ("%u", guard.least);
  most = g_strdup_printf ("%u", guard.most);
  from = g_strdup_printf ("%u", guard.ideal_from);
  to = g_strdup_printf ("%u", guard.ideal_to);
  line = atl_key_line_new (atl_key_say (scene, choose_word (&guard, n), "n", size, "least", least, "most",
                                        most, "from", from, "to", to, NULL));
  line->warns = n < guard.least || (guard.most > 0 && n > guard.most);
  return line;
}

const AtlKeyFeature atl_key_team = { is_asked, NULL, dup_area_line };
