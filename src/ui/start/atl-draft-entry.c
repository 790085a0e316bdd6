/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-draft-entry.h"

#include "config.h"
#include "file/atl-json-file.h"
#include "model/atl-note.h"
#include "store/codec/atl-codec.h"
#include "ui/common/atl-moment.h"

#include <glib/gi18n-lib.h>

/* Larger sessions are listed without a picture: reading them would cost more than it is worth. */
#define MAX_PICTURED_BYTES (2 * 1024 * 1024)
#define LONGEST_TITLE 60 /* characters */

/**
 * AtlDraftEntry:
 *
 * A session that was left without a save, as the start page lists it. Never changes once it was looked into.
 */
struct _AtlDraftEntry
{
  GObject parent_instance;

  AtlRecoverable *found;
  AtlSession     *session; /* nullable */
  guint           n_notes;
};

G_DEFINE_FINAL_TYPE (AtlDraftEntry, atl_draft_entry, G_TYPE_OBJECT)

static void
atl_draft_entry_finalize (GObject *object)
{
  AtlDraftEntry *self = ATL_DRAFT_ENTRY (object);

  g_clear_pointer (&self->found, atl_recoverable_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_draft_entry_parent_class)->finalize (object);
}

static void
atl_draft_entry_class_init (AtlDraftEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_draft_entry_finalize;
}

static void
atl_draft_entry_init (AtlDraftEntry *self)
{
}

/**
 * atl_draft_entry_new:
 * @found: what an opening left behind
 *
 * Returns: (transfer full): an entry of the list
 */
AtlDraftEntry *
atl_draft_entry_new (const AtlRecoverable *found)
{
  AtlDraftEntry *self = g_object_new (ATL_TYPE_DRAFT_ENTRY, NULL);

  self->found = atl_recoverable_copy (found);
  return self;
}

/**
 * atl_draft_entry_look_inside:
 * @self: an entry that nobody else uses yet
 *
 * Reads its snapshot, for the picture and the number of notes. For a thread. A snapshot that cannot be read
 * has neither.
 */
void
atl_draft_entry_look_inside (AtlDraftEntry *self)
{
  g_autoptr (GBytes)      bytes = NULL;
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age;
  AtlList                *boards = NULL;

  if (*self->found->snapshot != '\0')
    bytes = atl_file_read (self->found->snapshot, NULL);
  if (bytes == NULL || g_bytes_get_size (bytes) > MAX_PICTURED_BYTES)
    return;
  self->session = atl_codec_read (bytes, problems, &age, NULL);
  boards = self->session != NULL ? atl_session_get_boards (self->session) : NULL;
  for (guint i = 0; boards != NULL && i < atl_list_get_length (boards); i++)
    self->n_notes += atl_list_get_length (atl_board_get_notes (atl_list_get (boards, i)));
}

/**
 * atl_draft_entry_get_found:
 * @self: an entry
 *
 * Returns: (transfer none): what the opening left behind
 */
const AtlRecoverable *
atl_draft_entry_get_found (AtlDraftEntry *self)
{
  g_return_val_if_fail (ATL_IS_DRAFT_ENTRY (self), NULL);
  return self->found;
}

/**
 * atl_draft_entry_get_discarded:
 * @self: an entry
 *
 * Returns: whether it was thrown away, and will be deleted some days from now
 */
gboolean
atl_draft_entry_get_discarded (AtlDraftEntry *self)
{
  g_return_val_if_fail (ATL_IS_DRAFT_ENTRY (self), FALSE);
  return self->found->state == ATL_RECOVERABLE_DISCARDED;
}

/**
 * atl_draft_entry_equal:
 * @a: an entry
 * @b: another one
 *
 * Returns: whether both show the same
 */
gboolean
atl_draft_entry_equal (AtlDraftEntry *a,
                       AtlDraftEntry *b)
{
  return g_str_equal (a->found->folder, b->found->folder) && a->found->state == b->found->state &&
         g_str_equal (a->found->snapshot, b->found->snapshot);
}

static char *
dup_first_words (AtlDraftEntry *self)
{
  const char *text = self->found->draft != NULL ? self->found->draft->text : NULL;
  AtlBoard   *board = atl_draft_entry_get_board (self);
  AtlNote    *note = board != NULL ? atl_list_get (atl_board_get_notes (board), 0) : NULL;

  if (note != NULL && *atl_note_get_text (note) != '\0')
    text = atl_note_get_text (note);
  if (text == NULL || *text == '\0')
    return NULL;
  return g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), LONGEST_TITLE));
}

/**
 * atl_draft_entry_dup_title:
 * @self: an entry
 *
 * Returns: (transfer full): the title of the session; without one the first words in it
 */
char *
atl_draft_entry_dup_title (AtlDraftEntry *self)
{
  const char *title = self->session != NULL ? atl_session_get_title (self->session) : self->found->title;
  char       *words = NULL;

  if (*title != '\0')
    return g_strdup (title);
  words = dup_first_words (self);
  if (words == NULL)
    return g_strdup (_ ("Untitled Session"));
  g_strdelimit (words, "\n\r\t", ' ');
  return words;
}

/**
 * atl_draft_entry_dup_facts:
 * @self: an entry
 * @now: the time, in microseconds since 1970
 *
 * Returns: (transfer full): when it was worked on and how many notes it has
 */
char *
atl_draft_entry_dup_facts (AtlDraftEntry *self,
                           gint64         now)
{
  gint64           time = self->found->time > 0 ? self->found->time : self->found->ended;
  g_autofree char *when = atl_moment_dup_text (time, now);
  g_autofree char *count = g_strdup_printf (ngettext ("%u note", "%u notes", self->n_notes), self->n_notes);

  if (self->session == NULL)
    return g_steal_pointer (&when);
  return g_strdup_printf ("%s · %s", when, count);
}

static char *
dup_days_left (AtlDraftEntry *self,
               gint64         now)
{
  int days = MAX (atl_recoverable_get_days_left (self->found, now), 0);

  return g_strdup_printf (ngettext ("%d day left", "%d days left", (guint) days), days);
}

/**
 * atl_draft_entry_dup_place:
 * @self: an entry
 * @now: the time, in microseconds since 1970
 *
 * Returns: (transfer full): how long a discarded one stays; which computer it comes from; or whether it has a
 *   file
 */
char *
atl_draft_entry_dup_place (AtlDraftEntry *self,
                           gint64         now)
{
  g_autofree char *name = NULL;

  if (self->found->state == ATL_RECOVERABLE_DISCARDED)
    return dup_days_left (self, now);
  if (self->found->state == ATL_RECOVERABLE_FOREIGN)
    /* Translators: the name of a computer */
    return g_strdup_printf (_ ("On the computer “%s”"), self->found->host);
  if (*self->found->path == '\0')
    return g_strdup (_ ("Not in a file yet"));
  name = g_filename_display_basename (self->found->path);
  /* Translators: the name of a session file */
  return g_strdup_printf (_ ("Not saved in “%s”"), name);
}

/**
 * atl_draft_entry_get_board:
 * @self: an entry
 *
 * Returns: (transfer none) (nullable): the board to show: the first one that has notes, else the first
 */
AtlBoard *
atl_draft_entry_get_board (AtlDraftEntry *self)
{
  AtlList *boards = NULL;

  g_return_val_if_fail (ATL_IS_DRAFT_ENTRY (self), NULL);

  boards = self->session != NULL ? atl_session_get_boards (self->session) : NULL;
  for (guint i = 0; boards != NULL && i < atl_list_get_length (boards); i++)
    if (atl_list_get_length (atl_board_get_notes (atl_list_get (boards, i))) > 0)
      return atl_list_get (boards, i);
  return boards != NULL ? atl_list_get (boards, 0) : NULL;
}
