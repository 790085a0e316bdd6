/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-split-look.h"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#define MAX_NAMES 3 /* in a hint */

struct _AtlSplitLook
{
  AtlDocument         *document;
  AtlSplitLookCallback callback; /* NULL once nobody wants to know any more */
  gpointer             user_data;
  char               **paths;
  GArray              *targets; /* element-type AtlSplitTarget; NULL while the paths are looked at */
  gboolean             looking, again;
};

static void look (AtlSplitLook *self);

static void
really_free (AtlSplitLook *self)
{
  g_object_unref (self->document);
  g_strfreev (self->paths);
  g_clear_pointer (&self->targets, g_array_unref);
  g_free (self);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  AtlSplitLook      *self = user_data;
  g_autoptr (GArray) targets = atl_split_file_look_finish (result);

  self->looking = FALSE;
  if (self->callback == NULL)
    {
      really_free (self);
      return;
    }
  if (self->again)
    look (self);
  else
    self->targets = g_steal_pointer (&targets);
  if (self->targets != NULL)
    self->callback (self->user_data);
}

static gboolean
is_any_there (AtlSplitLook *self)
{
  for (guint i = 0; self->paths[i] != NULL; i++)
    if (g_access (self->paths[i], F_OK) == 0)
      return TRUE;
  return FALSE;
}

/* Where no file is, which is as a rule, the answer is there at once. */
static void
look (AtlSplitLook *self)
{
  self->again = self->looking;
  g_clear_pointer (&self->targets, g_array_unref);
  if (self->looking)
    return;
  if (!is_any_there (self))
    {
      self->targets = g_array_new (FALSE, TRUE, sizeof (AtlSplitTarget));
      g_array_set_size (self->targets, g_strv_length (self->paths));
      return;
    }
  self->looking = TRUE;
  atl_split_file_look_async (self->document, (const char *const *) self->paths, looked_cb, self);
}

/**
 * atl_split_look_new:
 * @document: the document to split
 * @callback: called when what is found out is there, but never from within a function of this
 * @user_data: for @callback
 *
 * Returns: (transfer full): a look at no paths yet
 */
AtlSplitLook *
atl_split_look_new (AtlDocument         *document,
                    AtlSplitLookCallback callback,
                    gpointer             user_data)
{
  AtlSplitLook *self = g_new0 (AtlSplitLook, 1);

  self->document = g_object_ref (document);
  self->callback = callback;
  self->user_data = user_data;
  self->paths = g_new0 (char *, 1);
  return self;
}

/**
 * atl_split_look_free:
 * @self: (transfer full): a look
 *
 * Frees it, now or when a thread has come back; its callback is not called any more.
 */
void
atl_split_look_free (AtlSplitLook *self)
{
  self->callback = NULL;
  if (!self->looking)
    really_free (self);
}

/**
 * atl_split_look_take_paths:
 * @self: a look
 * @paths: (transfer full) (element-type filename): where the files are to be written
 *
 * Looks at these paths from now on, anew also if they are those that were there.
 */
void
atl_split_look_take_paths (AtlSplitLook *self,
                           GPtrArray    *paths)
{
  g_strfreev (self->paths);
  g_ptr_array_add (paths, NULL);
  self->paths = (char **) g_ptr_array_free (paths, FALSE);
  look (self);
}

/**
 * atl_split_look_is_done:
 * @self: a look
 *
 * Tells whether it is known what is at the paths.
 */
gboolean
atl_split_look_is_done (AtlSplitLook *self)
{
  return self->targets != NULL;
}

static AtlSplitTarget
get_target (AtlSplitLook *self,
            guint         i)
{
  return g_array_index (self->targets, AtlSplitTarget, i);
}

/**
 * atl_split_look_count:
 * @self: a look
 * @target: what may be at a path
 *
 * Returns: at how many of the paths that is; none while it is not known
 */
guint
atl_split_look_count (AtlSplitLook  *self,
                      AtlSplitTarget target)
{
  guint n = 0;

  for (guint i = 0; self->targets != NULL && i < self->targets->len; i++)
    n += get_target (self, i) == target;
  return n;
}

/**
 * atl_split_look_dup_work:
 * @self: a look
 *
 * Returns: (transfer full) (element-type filename): the files that hold work of the groups
 */
char **
atl_split_look_dup_work (AtlSplitLook *self)
{
  GPtrArray *paths = g_ptr_array_new ();

  for (guint i = 0; self->targets != NULL && i < self->targets->len; i++)
    if (get_target (self, i) == ATL_SPLIT_TARGET_WORK)
      g_ptr_array_add (paths, g_strdup (self->paths[i]));
  g_ptr_array_add (paths, NULL);
  return (char **) g_ptr_array_free (paths, FALSE);
}

static char *
dup_work_hint (AtlSplitLook *self)
{
  g_auto (GStrv) paths = atl_split_look_dup_work (self);
  guint          n = g_strv_length (paths);
  GString       *text =
    g_string_new (ngettext ("This file holds work of a group. Merge it first.",
                            "These files hold work of the groups. Merge them first.", n));

  for (guint i = 0; i < MIN (n, MAX_NAMES); i++)
    {
      g_autofree char *name = g_filename_display_basename (paths[i]);

      g_string_append_printf (text, "\n%s", name);
    }
  if (n > MAX_NAMES)
    {
      g_string_append_c (text, '\n');
      g_string_append_printf (text, ngettext ("and %u more", "and %u more", n - MAX_NAMES), n - MAX_NAMES);
    }
  return g_string_free (text, FALSE);
}

/**
 * atl_split_look_dup_hint:
 * @self: a look
 *
 * Returns: (transfer full) (nullable): what there is to say about files that are there already
 */
char *
atl_split_look_dup_hint (AtlSplitLook *self)
{
  guint known = atl_split_look_count (self, ATL_SPLIT_TARGET_KNOWN);
  guint other = atl_split_look_count (self, ATL_SPLIT_TARGET_OTHER);

  if (self->targets == NULL)
    return g_strdup (_ ("Looking at the files that are there already…"));
  if (atl_split_look_count (self, ATL_SPLIT_TARGET_WORK) > 0)
    return dup_work_hint (self);
  if (known > 0)
    return g_strdup_printf (ngettext ("%u of these files is there already and holds nothing new. It will be "
                                      "replaced; an earlier version is kept.",
                                      "%u of these files are there already and hold nothing new. They will "
                                      "be replaced; earlier versions are kept.",
                                      known),
                            known);
  if (other > 0)
    return g_strdup_printf (ngettext ("%u of these names belongs to another file, which stays: the file of "
                                      "the group gets a number.",
                                      "%u of these names belong to other files, which stay: the files of "
                                      "the groups get a number.",
                                      other),
                            other);
  return NULL;
}
