/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "file/atl-problems.h"

struct _AtlProblems
{
  GPtrArray *paths;
  GPtrArray *reasons;
  guint      n;
};

static void
problems_clear (gpointer data)
{
  AtlProblems *self = data;

  g_ptr_array_unref (self->paths);
  g_ptr_array_unref (self->reasons);
}

/**
 * atl_problems_new:
 *
 * A list of what could not be used of a file: places and reasons. Not for use by two threads at once.
 *
 * Returns: (transfer full): an empty list
 */
AtlProblems *
atl_problems_new (void)
{
  AtlProblems *self = g_atomic_rc_box_new0 (AtlProblems);

  self->paths = g_ptr_array_new_with_free_func (g_free);
  self->reasons = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * atl_problems_ref:
 * @self: a list
 *
 * Returns: (transfer full): the same list
 */
AtlProblems *
atl_problems_ref (AtlProblems *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

/**
 * atl_problems_unref:
 * @self: (transfer full): a list
 *
 * Releases one reference; the last one frees the list.
 */
void
atl_problems_unref (AtlProblems *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release_full (self, problems_clear);
}

/**
 * atl_problems_add:
 * @self: a list
 * @path: where, as `boards[2].notes[17].color`; empty for the whole file
 * @format: a translated printf format: what is wrong
 * @...: its arguments
 *
 * Adds a problem. The first %ATL_PROBLEMS_KEPT are kept, the others only counted.
 */
void
atl_problems_add (AtlProblems *self, const char *path, const char *format, ...)
{
  va_list args;

  g_return_if_fail (self != NULL);
  g_return_if_fail (path != NULL && format != NULL);

  self->n++;
  if (self->paths->len >= ATL_PROBLEMS_KEPT)
    return;

  va_start (args, format);
  g_ptr_array_add (self->paths, g_strdup (path));
  g_ptr_array_add (self->reasons, g_strdup_vprintf (format, args));
  va_end (args);
}

/**
 * atl_problems_get_n:
 * @self: a list
 *
 * Returns: how many problems were added, kept or not
 */
guint
atl_problems_get_n (const AtlProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n;
}

/**
 * atl_problems_get_n_kept:
 * @self: a list
 *
 * Returns: how many problems can be asked for by index
 */
guint
atl_problems_get_n_kept (const AtlProblems *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->paths->len;
}

/**
 * atl_problems_get_path:
 * @self: a list
 * @i: an index below atl_problems_get_n_kept()
 *
 * Returns: (transfer none): the place of a problem
 */
const char *
atl_problems_get_path (const AtlProblems *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->paths->len, NULL);

  return g_ptr_array_index (self->paths, i);
}

/**
 * atl_problems_get_reason:
 * @self: a list
 * @i: an index below atl_problems_get_n_kept()
 *
 * Returns: (transfer none): what is wrong there
 */
const char *
atl_problems_get_reason (const AtlProblems *self, guint i)
{
  g_return_val_if_fail (self != NULL && i < self->reasons->len, NULL);

  return g_ptr_array_index (self->reasons, i);
}

/**
 * atl_problems_dup_line:
 * @self: a list
 * @i: an index below atl_problems_get_n_kept()
 *
 * Returns: (transfer full): `path: reason`, or only the reason where there is no path
 */
char *
atl_problems_dup_line (const AtlProblems *self, guint i)
{
  const char *path = atl_problems_get_path (self, i);

  g_return_val_if_fail (path != NULL, NULL);

  if (path[0] == '\0')
    return g_strdup (atl_problems_get_reason (self, i));

  return g_strconcat (path, ": ", atl_problems_get_reason (self, i), NULL);
}
