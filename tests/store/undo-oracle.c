/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "undo-oracle.h"

#include "model/atl-board.h"
#include "store/codec/atl-codec.h"

#include <string.h>

#define SPENT ",\"spent\":"
#define SMALL_LIMIT 20000 /* bytes of history: the oldest groups go */

/**
 * AtlUndoOracle:
 *
 * Lets a random history happen to a session, and knows by itself, from the contents after each edit, what
 * every undo and redo must give.
 */
struct _AtlUndoOracle
{
  AtlRandomWorld world;
  guint          steps, step;
  GPtrArray     *states; /* of GBytes: the contents before the first group, then after each */
  GPtrArray     *labels; /* one for each group */
  guint          at;     /* groups that are done; the others can be redone */
  GBytes        *saved;
  AtlNote       *typing; /* whose typing the newest group is; only compared */
  gboolean       limited;
  guint          edits, undos, redos, drops;
  const char    *act;
  char          *fault;
};

/* What a step of the agenda has spent is in the file, but no part of the history. */
static GBytes *
contents_of (AtlSession *session)
{
  g_autoptr (GBytes) bytes = atl_codec_write_content (session);
  gsize              size = 0;
  const char        *from = g_bytes_get_data (bytes, &size);
  GString           *kept = g_string_sized_new (size);
  const char        *end = from + size;

  for (const char *mark; (mark = g_strstr_len (from, end - from, SPENT)) != NULL; from = mark)
    {
      g_string_append_len (kept, from, mark - from);
      for (mark += strlen (SPENT); *mark != ',' && *mark != '}'; mark++)
        ;
    }
  g_string_append_len (kept, from, end - from);
  return g_string_free_to_bytes (kept);
}

/* The first lines that differ. */
static void
fail (AtlUndoOracle *self,
      const char    *what,
      GBytes        *expected,
      GBytes        *found)
{
  g_auto (GStrv) a = g_strsplit (expected != NULL ? g_bytes_get_data (expected, NULL) : "", "\n", -1);
  g_auto (GStrv) b = g_strsplit (found != NULL ? g_bytes_get_data (found, NULL) : "", "\n", -1);
  guint          i = 0;

  while (a[i] != NULL && b[i] != NULL && g_str_equal (a[i], b[i]))
    i++;
  self->fault = g_strdup_printf ("step %u (%s): %s\n expected: %s\n found:    %s",
                                 self->step, self->act, what,
                                 a[i] != NULL ? a[i] : "end", b[i] != NULL ? b[i] : "end");
}

static gboolean
check_contents (AtlUndoOracle *self,
                const char    *what)
{
  g_autoptr (GBytes) found = contents_of (self->world.session);
  GBytes            *expected = self->states->pdata[self->at];

  if (!g_bytes_equal (expected, found))
    fail (self, what, expected, found);
  else if (atl_history_get_saved (self->world.history) && !g_bytes_equal (self->saved, found))
    fail (self, "said to be saved", self->saved, found);
  return self->fault == NULL;
}

/* The history says the same as the oracle about what can be undone and redone, and what it is called. */
static gboolean
check_labels (AtlUndoOracle *self)
{
  AtlHistory *history = self->world.history;
  const char *undo = self->at > 0 ? self->labels->pdata[self->at - 1] : NULL;
  const char *redo = self->at < self->labels->len ? self->labels->pdata[self->at] : NULL;

  if (g_strcmp0 (atl_history_get_undo_label (history), undo) != 0)
    fail (self, "other undo label", NULL, NULL);
  else if (g_strcmp0 (atl_history_get_redo_label (history), redo) != 0)
    fail (self, "other redo label", NULL, NULL);
  return self->fault == NULL;
}

/* The oldest groups had to go: what came before them cannot be reached any more. */
static void
forget_dropped (AtlUndoOracle *self)
{
  AtlHistory *history = self->world.history;

  if (self->at == 0 || !atl_history_get_truncated (history) || atl_history_get_can_undo (history))
    return;
  g_ptr_array_remove_range (self->states, 0, self->at);
  g_ptr_array_remove_range (self->labels, 0, self->at);
  self->at = 0;
  self->drops++;
}

static void
push_state (AtlUndoOracle *self,
            const char    *label)
{
  g_ptr_array_set_size (self->states, (int) self->at + 1);
  g_ptr_array_set_size (self->labels, (int) self->at);
  g_ptr_array_add (self->states, contents_of (self->world.session));
  g_ptr_array_add (self->labels, g_strdup (label));
  self->at++;
}

/* Nothing has happened, or everything was taken back: what could be redone still can. */
static void
act_and_cancel (AtlUndoOracle            *self,
                const AtlRandomOperation *operation)
{
  atl_history_begin (self->world.history, "Cancelled");
  operation->act (&self->world);
  atl_history_cancel (self->world.history);
  self->typing = NULL;
}

static void
act (AtlUndoOracle            *self,
     const AtlRandomOperation *operation)
{
  g_autofree char *label = g_strdup_printf ("%u %s", self->step, operation->name);

  atl_history_begin (self->world.history, label);
  operation->act (&self->world);
  atl_history_end (self->world.history);
  self->typing = NULL;
  if (g_strcmp0 (atl_history_get_undo_label (self->world.history), label) == 0)
    push_state (self, label);
}

static void
type (AtlUndoOracle *self)
{
  AtlBoard *board = atl_random_world_pick (&self->world, atl_session_get_boards (self->world.session));
  AtlNote  *note = board != NULL ? atl_random_world_pick (&self->world, atl_board_get_notes (board)) : NULL;

  if (self->typing != NULL && atl_random_world_below (&self->world, 2) == 0)
    note = self->typing;
  if (note == NULL)
    return;
  if (note == self->typing)
    self->at--;
  g_free (atl_random_world_type (&self->world, note));
  push_state (self, "Type");
  self->typing = note;
}

static void
save (AtlUndoOracle *self)
{
  g_clear_pointer (&self->saved, g_bytes_unref);
  self->saved = contents_of (self->world.session);
  atl_history_mark_saved (self->world.history, atl_history_get_position (self->world.history));
  self->typing = NULL;
  atl_random_remember (&self->world);
}

/* What the file says, read again, is what is there. Versions that say what is shown anyway are not read
 * again. */
static void
reload (AtlUndoOracle *self)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GBytes)      bytes = atl_codec_write (self->world.session);
  g_autoptr (AtlSession)  again = atl_codec_read (bytes, problems, NULL, NULL);
  g_autoptr (GBytes)      second = again != NULL ? atl_codec_write (again) : NULL;

  if (second != NULL && strstr (g_bytes_get_data (bytes, NULL), "\"alternatives\"") != NULL)
    return;
  if (second == NULL || !g_bytes_equal (bytes, second) || atl_problems_get_n (problems) > 0)
    fail (self, "read again it differs", bytes, second);
}

static const AtlRandomOperation *
choose_edit (AtlUndoOracle *self)
{
  if (atl_random_n_exchanges > 0 && atl_random_world_below (&self->world, 12) == 0)
    return atl_random_world_choose (&self->world, atl_random_exchanges, atl_random_n_exchanges);
  return atl_random_world_choose (&self->world, atl_random_edits, atl_random_n_edits);
}

static void
edit (AtlUndoOracle *self)
{
  guint                     kind = atl_random_world_below (&self->world, 100);
  const AtlRandomOperation *operation = choose_edit (self);

  self->edits++;
  self->act = operation->name;
  if (kind < 12)
    type (self);
  else if (kind < 16)
    save (self);
  else if (kind < 18)
    reload (self);
  else if (kind < 24)
    act_and_cancel (self, operation);
  else
    act (self, operation);
}

/* Undoing at the beginning and redoing at the end do nothing. */
static void
undo (AtlUndoOracle *self)
{
  self->act = "undo";
  self->undos++;
  self->typing = NULL;
  atl_history_undo (self->world.history);
  if (self->at > 0)
    self->at--;
}

static void
redo (AtlUndoOracle *self)
{
  self->act = "redo";
  self->redos++;
  atl_history_redo (self->world.history);
  if (self->at == self->labels->len)
    return;
  self->at++;
  self->typing = NULL;
}

static void
take_step (AtlUndoOracle *self)
{
  guint kind = atl_random_world_below (&self->world, 100);

  if (kind < 60)
    edit (self);
  else if (kind < 85)
    undo (self);
  else
    redo (self);
}

/**
 * atl_undo_oracle_new:
 * @seed: decides what happens
 * @steps: how many steps: of a hundred, sixty edit, twenty-five undo and fifteen redo
 *
 * Returns: (transfer full): an oracle with a session
 */
AtlUndoOracle *
atl_undo_oracle_new (guint32 seed,
                     guint   steps)
{
  AtlUndoOracle *self = g_new0 (AtlUndoOracle, 1);

  atl_random_world_init (&self->world, seed);
  self->steps = steps;
  self->limited = seed % 4 == 3;
  atl_history_set_limit (self->world.history, self->limited ? SMALL_LIMIT : G_MAXSIZE);
  atl_history_set_pause (self->world.history, 100000);
  self->states = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->labels = g_ptr_array_new_with_free_func (g_free);
  self->saved = contents_of (self->world.session);
  g_ptr_array_add (self->states, g_bytes_ref (self->saved));
  return self;
}

/**
 * atl_undo_oracle_free:
 * @self: an oracle
 */
void
atl_undo_oracle_free (AtlUndoOracle *self)
{
  atl_random_world_clear (&self->world);
  g_ptr_array_unref (self->states);
  g_ptr_array_unref (self->labels);
  g_bytes_unref (self->saved);
  g_free (self->fault);
  g_free (self);
}

/* Back to the first state and on to the last, one group at a time. */
static void
go_all_the_way (AtlUndoOracle *self)
{
  while (self->fault == NULL && self->at > 0)
    {
      undo (self);
      if (check_contents (self, "undone to the first"))
        forget_dropped (self);
    }
  while (self->fault == NULL && self->at < self->labels->len)
    {
      redo (self);
      check_contents (self, "redone to the last");
    }
}

/**
 * atl_undo_oracle_run:
 * @self: an oracle
 *
 * Lets things happen and compares the contents after every single step.
 *
 * Returns: (transfer none) (nullable): what went wrong first
 */
const char *
atl_undo_oracle_run (AtlUndoOracle *self)
{
  for (self->step = 1; self->fault == NULL && self->step <= self->steps; self->step++)
    {
      take_step (self);
      forget_dropped (self);
      if (self->fault == NULL && check_contents (self, "other contents"))
        check_labels (self);
    }
  if (self->fault == NULL)
    go_all_the_way (self);
  return self->fault;
}

/**
 * atl_undo_oracle_dup_summary:
 * @self: an oracle that ran
 *
 * Returns: (transfer full): what happened, counted
 */
char *
atl_undo_oracle_dup_summary (AtlUndoOracle *self)
{
  GBytes *last = self->states->pdata[self->at];

  return g_strdup_printf ("%u edits, %u undos, %u redos, %u groups left, %u times dropped, %zu bytes",
                          self->edits, self->undos, self->redos, self->labels->len, self->drops,
                          g_bytes_get_size (last));
}
