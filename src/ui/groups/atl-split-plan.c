/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-split-plan.h"

#include "catalogue/atl-words.h"
#include "model/atl-person.h"
#include "model/atl-splits.h"
#include "ui/export/atl-export-name.h"

#define SUFFIX ".atelier"
#define LIKELY_N 3

struct _AtlSplitPlan
{
  AtlSession *session;
  AtlSplitWay way;
  guint       n;
  guint32     seed;
  GPtrArray  *titles; /* may be longer than n: what was typed comes back with the number */
  GPtrArray  *teams;  /* element-type GStrv; NULL: nobody */
  char       *folder;
  char       *stem; /* of the file names */
};

static AtlList *
groups_of (AtlSplitPlan *self)
{
  return atl_session_get_groups (self->session);
}

static char *
dup_default_title (AtlSplitPlan *self,
                   guint         i)
{
  g_autofree char *number = g_strdup_printf ("%u", i + 1);

  return atl_words_fill (atl_session_get_language (self->session), "group-number", "n", number, NULL);
}

static void
fill_titles (AtlSplitPlan *self)
{
  while (self->titles->len < self->n)
    g_ptr_array_add (self->titles, dup_default_title (self, self->titles->len));
}

static void
take_existing (AtlSplitPlan *self)
{
  guint n = atl_list_get_length (groups_of (self));

  self->n = MIN (n, ATL_SPLIT_MAX_GROUPS);
  g_ptr_array_set_size (self->titles, 0);
  self->teams = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  for (guint i = 0; i < self->n; i++)
    {
      AtlGroup          *group = atl_list_get (groups_of (self), i);
      const char        *title = atl_group_get_title (group);
      const char *const *people = atl_group_get_people (group);

      g_ptr_array_add (self->titles, *title != '\0' ? g_strdup (title) : dup_default_title (self, i));
      g_ptr_array_add (self->teams, people != NULL ? g_strdupv ((GStrv) people) : g_new0 (char *, 1));
    }
}

static void
update (AtlSplitPlan *self)
{
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  if (self->way == ATL_SPLIT_EXISTING)
    take_existing (self);
  else if (self->way == ATL_SPLIT_DEAL)
    self->teams = atl_splits_deal (self->session, self->n, self->seed);
  fill_titles (self);
}

static char *
dup_stem (const char *title,
          const char *path)
{
  g_autofree char *base = path != NULL ? g_path_get_basename (path) : NULL;
  g_autofree char *stem = base != NULL ? g_filename_to_utf8 (base, -1, NULL, NULL, NULL) : NULL;

  if (stem != NULL && g_str_has_suffix (stem, SUFFIX))
    stem[strlen (stem) - strlen (SUFFIX)] = '\0';
  return stem != NULL && *stem != '\0' ? g_steal_pointer (&stem) : g_strdup (title);
}

/**
 * atl_split_plan_new:
 * @session: the session to split
 * @path: (nullable): its file; the files of the groups go beside it
 *
 * Returns: (transfer full): a plan with the groups the session has, or with three new ones
 */
AtlSplitPlan *
atl_split_plan_new (AtlSession *session,
                    const char *path)
{
  AtlSplitPlan *self = g_new0 (AtlSplitPlan, 1);
  gboolean      has_groups = atl_list_get_length (atl_session_get_groups (session)) > 0;
  gboolean      has_people = atl_list_get_length (atl_session_get_people (session)) > 0;

  self->session = g_object_ref (session);
  self->way = has_people ? ATL_SPLIT_DEAL : ATL_SPLIT_NOBODY;
  if (has_people && atl_list_get_length (atl_session_get_silos (session)) > 1)
    self->way = ATL_SPLIT_MIX;
  if (has_groups)
    self->way = ATL_SPLIT_EXISTING;
  self->n = LIKELY_N;
  self->seed = g_random_int ();
  self->titles = g_ptr_array_new_with_free_func (g_free);
  self->folder = atl_export_folder_suggest (path);
  if (self->folder == NULL)
    self->folder = g_strdup ("/");
  self->stem = dup_stem (atl_session_get_title (session), path);
  update (self);
  return self;
}

/**
 * atl_split_plan_free:
 * @self: (transfer full): a plan
 */
void
atl_split_plan_free (AtlSplitPlan *self)
{
  g_object_unref (self->session);
  g_ptr_array_unref (self->titles);
  g_clear_pointer (&self->teams, g_ptr_array_unref);
  g_free (self->folder);
  g_free (self->stem);
  g_free (self);
}

/**
 * atl_split_plan_get_way:
 * @self: a plan
 *
 * Returns: who works in which group
 */
AtlSplitWay
atl_split_plan_get_way (AtlSplitPlan *self)
{
  return self->way;
}

/**
 * atl_split_plan_set_way:
 * @self: a plan
 * @way: who works in which group; with the groups there are, their number and names come along
 */
void
atl_split_plan_set_way (AtlSplitPlan *self,
                        AtlSplitWay   way)
{
  if (self->way == ATL_SPLIT_EXISTING && way != ATL_SPLIT_EXISTING)
    g_ptr_array_set_size (self->titles, 0);
  self->way = way;
  self->n = MAX (self->n, 2);
  update (self);
}

/**
 * atl_split_plan_get_n:
 * @self: a plan
 *
 * Returns: how many groups, and files, there will be
 */
guint
atl_split_plan_get_n (AtlSplitPlan *self)
{
  return self->n;
}

/**
 * atl_split_plan_set_n:
 * @self: a plan
 * @n: how many groups, 2 to %ATL_SPLIT_MAX_GROUPS; the groups there are cannot be more or fewer
 */
void
atl_split_plan_set_n (AtlSplitPlan *self,
                      guint         n)
{
  if (self->way == ATL_SPLIT_EXISTING)
    return;
  self->n = CLAMP (n, 2, ATL_SPLIT_MAX_GROUPS);
  update (self);
}

/**
 * atl_split_plan_deal_again:
 * @self: a plan
 *
 * Deals the people anew.
 */
void
atl_split_plan_deal_again (AtlSplitPlan *self)
{
  self->seed++;
  update (self);
}

/**
 * atl_split_plan_take_teams:
 * @self: a plan
 * @teams: (transfer full) (element-type GStrv): the people of each group
 *
 * Says who works in which group, where the way is %ATL_SPLIT_MIX. They are forgotten when the way or the
 * number changes.
 */
void
atl_split_plan_take_teams (AtlSplitPlan *self,
                           GPtrArray    *teams)
{
  if (self->way == ATL_SPLIT_MIX)
    {
      g_clear_pointer (&self->teams, g_ptr_array_unref);
      self->teams = g_steal_pointer (&teams);
    }
  g_clear_pointer (&teams, g_ptr_array_unref);
}

/**
 * atl_split_plan_has_teams:
 * @self: a plan
 *
 * Tells whether it is known who works in which group, or that it is settled in the room.
 */
gboolean
atl_split_plan_has_teams (AtlSplitPlan *self)
{
  return self->way != ATL_SPLIT_MIX || self->teams != NULL;
}

/**
 * atl_split_plan_get_title:
 * @self: a plan
 * @i: which group
 *
 * Returns: (transfer none): its name
 */
const char *
atl_split_plan_get_title (AtlSplitPlan *self,
                          guint         i)
{
  return i < self->titles->len ? self->titles->pdata[i] : "";
}

/**
 * atl_split_plan_set_title:
 * @self: a plan
 * @i: which group
 * @title: its name
 */
void
atl_split_plan_set_title (AtlSplitPlan *self,
                          guint         i,
                          const char   *title)
{
  g_return_if_fail (i < self->titles->len);

  g_free (self->titles->pdata[i]);
  self->titles->pdata[i] = g_strdup (title);
}

/**
 * atl_split_plan_dup_people:
 * @self: a plan
 * @i: which group
 *
 * Returns: (transfer full): the names of those who work in it, "" if that is nobody
 */
char *
atl_split_plan_dup_people (AtlSplitPlan *self,
                           guint         i)
{
  GString *names = g_string_new (NULL);
  char   **team = self->teams != NULL && i < self->teams->len ? self->teams->pdata[i] : NULL;

  for (guint j = 0; team != NULL && team[j] != NULL; j++)
    {
      AtlPerson *person = atl_list_find (atl_session_get_people (self->session), team[j]);

      if (person == NULL)
        continue;
      if (names->len > 0)
        g_string_append (names, ", ");
      g_string_append (names, atl_person_get_name (person));
    }
  return g_string_free (names, FALSE);
}

/**
 * atl_split_plan_get_folder:
 * @self: a plan
 *
 * Returns: (transfer none) (type filename): where the files go
 */
const char *
atl_split_plan_get_folder (AtlSplitPlan *self)
{
  return self->folder;
}

/**
 * atl_split_plan_set_folder:
 * @self: a plan
 * @folder: (type filename): where the files go
 */
void
atl_split_plan_set_folder (AtlSplitPlan *self,
                           const char   *folder)
{
  g_free (self->folder);
  self->folder = g_strdup (folder);
}

/**
 * atl_split_plan_dup_path:
 * @self: a plan
 * @i: which group
 *
 * Returns: (transfer full) (type filename): its file
 */
char *
atl_split_plan_dup_path (AtlSplitPlan *self,
                         guint         i)
{
  g_autofree char *name = atl_export_name_suggest (self->stem, atl_split_plan_get_title (self, i), SUFFIX);

  return g_build_filename (self->folder, name, NULL);
}

/**
 * atl_split_plan_dup_paths:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type filename): the files of all groups
 */
GPtrArray *
atl_split_plan_dup_paths (AtlSplitPlan *self)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (paths, atl_split_plan_dup_path (self, i));
  return paths;
}

/**
 * atl_split_plan_has_names:
 * @self: a plan
 *
 * Tells whether every group has a name.
 */
gboolean
atl_split_plan_has_names (AtlSplitPlan *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *title = g_strstrip (g_strdup (atl_split_plan_get_title (self, i)));

      if (*title == '\0')
        return FALSE;
    }
  return self->n > 0;
}

/**
 * atl_split_plan_has_doubles:
 * @self: a plan
 *
 * Tells whether two groups would write the same file, also on disks that take capital letters for small ones.
 */
gboolean
atl_split_plan_has_doubles (AtlSplitPlan *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->n; i++)
    {
      g_autofree char *path = atl_split_plan_dup_path (self, i);

      if (!g_hash_table_add (seen, g_utf8_casefold (path, -1)))
        return TRUE;
    }
  return FALSE;
}

static GPtrArray *
rename_existing (AtlSplitPlan *self)
{
  GPtrArray *groups = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n; i++)
    {
      AtlGroup *group = atl_list_get (groups_of (self), i);

      if (group == NULL)
        break;
      atl_group_set_title (group, atl_split_plan_get_title (self, i));
      g_ptr_array_add (groups, g_object_ref (group));
    }
  return groups;
}

/**
 * atl_split_plan_apply:
 * @self: a plan
 * @assign_notes: whether notes of nobody's group become those of their author's
 *
 * Makes the groups of the session those of the plan. The caller opens the group of the history.
 *
 * Returns: (transfer full) (element-type AtlGroup): the groups, in the order of the plan
 */
GPtrArray *
atl_split_plan_apply (AtlSplitPlan *self,
                      gboolean      assign_notes)
{
  g_autoptr (GPtrArray) titles = g_ptr_array_new ();
  GPtrArray            *groups;

  for (guint i = 0; i < self->n; i++)
    g_ptr_array_add (titles, self->titles->pdata[i]);
  g_ptr_array_add (titles, NULL);
  if (self->way == ATL_SPLIT_EXISTING)
    groups = rename_existing (self);
  else
    groups = atl_splits_make_groups (self->session, (const char *const *) titles->pdata, self->teams);
  if (assign_notes)
    atl_splits_assign_notes (self->session, groups);
  return groups;
}
