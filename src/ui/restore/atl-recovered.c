/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/restore/atl-recovered.h"

#include "config.h"
#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"
#include "store/recovery/atl-recovery-guard.h"
#include "store/recovery/atl-recovery-list.h"
#include "store/rescue/atl-rescue.h"
#include "store/atl-store-error.h"
#include "ui/restore/atl-difference-text.h"
#include "ui/common/atl-moment.h"

#include <glib/gi18n-lib.h>

/* Everything here that reads is for threads. */

static AtlSession *
read_session (const char *path,
              GError    **error)
{
  g_autoptr (GBytes)      bytes = atl_file_read (path, error);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      reason = NULL;
  g_autoptr (AtlSession)  session = NULL;
  AtlCodecAge             age = ATL_CODEC_CURRENT;

  if (bytes == NULL)
    return NULL;
  session = atl_codec_read (bytes, problems, &age, &reason);
  if (session == NULL && atl_rescue_can_help (reason))
    session = atl_rescue_read (bytes, problems, &age, error);
  else if (session == NULL)
    g_propagate_error (error, g_steal_pointer (&reason));
  if (session == NULL || age == ATL_CODEC_CURRENT)
    return g_steal_pointer (&session);
  g_set_error (error, ATL_STORE_ERROR, ATL_STORE_ERROR_READ_ONLY,
               _ ("This draft was made by a newer version of Atelier."));
  return NULL;
}

static void
compare (AtlRecovered *self)
{
  g_autoptr (AtlSession) file = NULL;

  if (*self->found->path != '\0')
    file = read_session (self->found->path, NULL);
  self->has_file = file != NULL;
  /* All of the snapshot was saved, so the file is as new or newer: only the capture bar goes beyond it. */
  if (self->has_file && self->found->settled && self->found->state != ATL_RECOVERABLE_FOREIGN)
    g_clear_object (&self->session);
  if (file == NULL)
    file = atl_session_new (*self->found->session != '\0' ? self->found->session : NULL);
  if (self->session != NULL)
    atl_difference_compute (file, self->session, &self->difference);
}

static void
clear (gpointer data)
{
  AtlRecovered *self = data;

  g_clear_pointer (&self->found, atl_recoverable_free);
  g_clear_object (&self->session);
}

/**
 * atl_recovered_read:
 * @found: what an opening left behind
 * @error: return location for an error of the file layer or the codec
 *
 * Reads the snapshot, a damaged one as far as it goes, and compares it with the file. For a thread.
 *
 * Returns: (transfer full) (nullable): the session and what to do with it; %NULL if it cannot be read
 */
AtlRecovered *
atl_recovered_read (const AtlRecoverable *found,
                    GError              **error)
{
  g_autoptr (AtlSession) session = NULL;
  AtlRecovered          *self = NULL;

  if (*found->snapshot != '\0')
    {
      session = read_session (found->snapshot, error);
      if (session == NULL)
        return NULL;
    }
  self = g_atomic_rc_box_new0 (AtlRecovered);
  self->found = atl_recoverable_copy (found);
  self->session = g_steal_pointer (&session);
  self->offer = atl_recoverable_look (found);
  compare (self);
  return self;
}

/**
 * atl_recovered_ref:
 * @self: a recovered session
 *
 * Returns: (transfer full): @self
 */
AtlRecovered *
atl_recovered_ref (AtlRecovered *self)
{
  return g_atomic_rc_box_acquire (self);
}

/**
 * atl_recovered_unref:
 * @self: (transfer full): a recovered session
 */
void
atl_recovered_unref (AtlRecovered *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

/* A session without words is not worth a window. */
static gboolean
is_worth_it (AtlRecovered *self)
{
  return (self->session != NULL || self->has_file) &&
         (self->offer != ATL_OFFER_NONE || self->found->draft != NULL);
}

static AtlRecovered *
read_worthy (const AtlRecoverable *found)
{
  g_autoptr (GError)       error = NULL;
  g_autoptr (AtlRecovered) recovered = atl_recovered_read (found, &error);

  if (recovered == NULL)
    g_info ("Cannot recover %s: %s", found->folder, error->message);
  return recovered != NULL && is_worth_it (recovered) ? g_steal_pointer (&recovered) : NULL;
}

static gboolean
is_crashed (const AtlRecoverable *found)
{
  return found->state == ATL_RECOVERABLE_CRASHED && atl_recoverable_look (found) != ATL_OFFER_NONE;
}

static guint
count_crashed (GPtrArray *found)
{
  guint n = 0;

  for (guint i = 0; i < found->len; i++)
    n += (guint) is_crashed (g_ptr_array_index (found, i));
  return n;
}

/* A state folder that cannot be written never stops the start. */
static gboolean
may_go_on (const char *root)
{
  g_autoptr (GError) error = NULL;
  gboolean           may = atl_recovery_guard_begin (root, &error);

  if (error != NULL)
    g_info ("Recovery not counted: %s", error->message);
  return may;
}

/**
 * atl_recovered_find_crashed:
 * @root: (type filename): the folder of recovery snapshots
 * @held: (out): whether nothing was read, because reading seems to have ended in a crash twice
 *
 * Reads every session whose process died at work. For a thread.
 *
 * Returns: (transfer full) (element-type AtlRecovered): the sessions that have something to offer
 */
GPtrArray *
atl_recovered_find_crashed (const char *root,
                            gboolean   *held)
{
  g_autoptr (GPtrArray) found = atl_recovery_find (root, g_get_real_time ());
  GPtrArray            *crashed = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_recovered_unref);

  *held = count_crashed (found) > 0 && !may_go_on (root);
  for (guint i = 0; !*held && i < found->len; i++)
    {
      AtlRecoverable *one = g_ptr_array_index (found, i);
      AtlRecovered   *recovered = one->state == ATL_RECOVERABLE_CRASHED ? read_worthy (one) : NULL;

      if (recovered != NULL)
        g_ptr_array_add (crashed, recovered);
    }
  return crashed;
}

/**
 * atl_recovered_find_for_path:
 * @root: (type filename): the folder of recovery snapshots
 * @path: (type filename): a session file
 *
 * Looks whether words that belong to @path were left somewhere else. For a thread.
 *
 * Returns: (transfer full) (nullable): the newest of what was left and is not in the file
 */
AtlRecovered *
atl_recovered_find_for_path (const char *root,
                             const char *path)
{
  g_autoptr (GPtrArray) found = atl_recovery_find (root, g_get_real_time ());
  AtlRecoverable       *newest = NULL;

  for (guint i = 0; i < found->len; i++)
    {
      AtlRecoverable *one = g_ptr_array_index (found, i);

      if ((one->state == ATL_RECOVERABLE_CRASHED || one->state == ATL_RECOVERABLE_DRAFT) &&
          g_str_equal (one->path, path) && (newest == NULL || one->time > newest->time))
        newest = one;
    }
  return newest != NULL ? read_worthy (newest) : NULL;
}

static char *
dup_count (AtlRecovered *self)
{
  guint n = self->difference.n_notes;

  if (self->session == NULL || (self->has_file && atl_difference_is_none (&self->difference)))
    return g_strdup (_ ("words that were being typed"));
  if (!self->has_file)
    return g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  if (self->difference.removed == 0 && self->difference.changed == 0 && self->difference.added > 0)
    return g_strdup_printf (
      ngettext ("%u note more than the file", "%u notes more than the file", self->difference.added),
      self->difference.added);
  return NULL;
}

/* "14:32, 12 notes more than the file" */
static char *
dup_size (AtlRecovered *self,
          gint64        now)
{
  gint64           time = self->found->time > 0 ? self->found->time : now;
  g_autofree char *when = atl_moment_dup_text (time, now);
  g_autofree char *count = dup_count (self);
  g_autofree char *change = atl_difference_dup_text (&self->difference);

  if (count != NULL)
    return g_strdup_printf ("%s, %s", when, count);
  /* Translators: a time, and "+12 notes, −3" */
  return g_strdup_printf (_ ("%s, compared with the file: %s"), when, change);
}

static char *
dup_sentence (AtlRecovered *self,
              gint64        now)
{
  g_autofree char *size = dup_size (self, now);
  g_autofree char *name = g_filename_display_basename (self->found->path);

  if (self->offer == ATL_OFFER_CONFLICT && self->has_file)
    /* Translators: "14:32, 12 notes more than the file" */
    return g_strdup_printf (_ ("There is work that was not saved (%s), and another program has changed the "
                               "file since. Both are safe."),
                            size);
  if (*self->found->path != '\0' && !self->has_file)
    return g_strdup_printf (_ ("Recovered after an interruption: %s. "
                               "The file “%s” is gone or cannot be read."),
                            size, name);
  if (self->found->state == ATL_RECOVERABLE_FOREIGN)
    /* Translators: the name of a computer, then "14:32, 12 notes" */
    return g_strdup_printf (_ ("A copy of the work on the computer “%s”: %s"), self->found->host, size);
  if (self->found->state != ATL_RECOVERABLE_CRASHED)
    return g_strdup_printf (_ ("Work that was not saved: %s"), size);
  return g_strdup_printf (_ ("Recovered after an interruption: %s"), size);
}

/**
 * atl_recovered_dup_text:
 * @self: a recovered session
 * @now: the time, in microseconds since 1970
 *
 * Returns: (transfer full): what happened and how much there is, for people
 */
char *
atl_recovered_dup_text (AtlRecovered *self,
                        gint64        now)
{
  g_autofree char *sentence = dup_sentence (self, now);
  const char      *end = g_str_has_suffix (sentence, ".") ? "" : ".";
  const char      *remark = NULL;

  if (self->found->health == ATL_SNAPSHOT_DAMAGED)
    remark = _ ("The safety copy was damaged and read as far as it goes.");
  else if (self->found->n_skipped > 0)
    remark = _ ("The last safety copy was damaged, so an older one was used.");
  return remark != NULL ? g_strdup_printf ("%s%s %s", sentence, end, remark) : g_steal_pointer (&sentence);
}
