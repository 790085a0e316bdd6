/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-action-notes.h"

#include "model/atl-board-options.h"
#include "model/atl-change.h"
#include "model/atl-edits.h"
#include "util/atl-uuid.h"

#define SPACE "5e4a4b3c-6f6e-4d0b-9a55-0a2c7f1d9e61" /* of the ids of actions that stand for notes */

/* What areas of an action board say about their actions; others say nothing. */
static const struct
{
  const char *area;
  AtlStatus   status;
} statuses[] = {
  { "todo", ATL_STATUS_TODO },
  { "cross", ATL_STATUS_TODO },
  { "doing", ATL_STATUS_ONGOING },
  { "done", ATL_STATUS_DONE },
  { "dropped", ATL_STATUS_DROPPED },
};

/**
 * atl_board_is_action_board:
 * @board: (nullable): a board
 *
 * Returns: whether its notes are actions
 */
gboolean
atl_board_is_action_board (AtlBoard *board)
{
  return board != NULL && atl_board_get_flag (board, "actionBoard");
}

/* The same in every copy of the session, so that an action made on both sides of a merge is one. Ids of notes
 * are no UUIDs in every file, so that they are the name and not the space. */
static char *
dup_action_id (AtlNote *note)
{
  return atl_uuid_v5 (SPACE, atl_item_get_id (ATL_ITEM (note)));
}

/**
 * atl_note_find_action:
 * @note: a note
 *
 * Returns: (transfer none) (nullable): the action it stands for, on an action board
 */
AtlAction *
atl_note_find_action (AtlNote *note)
{
  AtlSession      *session = atl_item_get_session (ATL_ITEM (note));
  g_autofree char *id = NULL;

  if (session == NULL || !atl_board_is_action_board (atl_note_find_board (note)))
    return NULL;
  id = dup_action_id (note);
  return atl_list_find (atl_session_get_actions (session), id);
}

/**
 * atl_action_find_note:
 * @action: an action of a session
 *
 * Returns: (transfer none) (nullable): the note of an action board that stands for it
 */
AtlNote *
atl_action_find_note (AtlAction *action)
{
  AtlSession        *session = atl_item_get_session (ATL_ITEM (action));
  AtlList           *boards = session != NULL ? atl_session_get_boards (session) : NULL;
  const char *const *ids = atl_action_get_notes (action);

  for (guint i = 0; boards != NULL && ids != NULL && i < atl_list_get_length (boards); i++)
    {
      AtlBoard *board = atl_list_get (boards, i);
      AtlNote  *note = ids[0] != NULL ? atl_list_find (atl_board_get_notes (board), ids[0]) : NULL;

      if (note != NULL && atl_note_find_action (note) == action)
        return note;
    }
  return NULL;
}

static void
add_action (AtlSession *session,
            AtlNote    *note)
{
  AtlList              *actions = atl_session_get_actions (session);
  g_autofree char      *id = dup_action_id (note);
  g_autoptr (AtlAction) action = atl_action_new (id);
  g_autofree char      *rank = atl_list_dup_end_rank (actions);
  const char *const     notes[] = { atl_item_get_id (ATL_ITEM (note)), NULL };

  atl_action_set_text (action, atl_note_get_text (note));
  atl_action_set_notes (action, notes);
  atl_action_set_rank (action, rank);
  atl_list_insert (actions, ATL_ITEM (action));
}

static void
follow_area (AtlNote   *note,
             AtlAction *action)
{
  AtlArea    *area = atl_note_find_area (note);
  const char *key = area != NULL ? atl_area_get_key (area) : "";

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (g_str_equal (statuses[i].area, key))
      atl_action_set_status (action, statuses[i].status);
}

/* An empty note is no action yet; and a note that is there again finds its action. */
static void
follow_note (AtlSession *session,
             AtlNote    *note,
             gboolean    moved)
{
  AtlAction *action = atl_note_find_action (note);

  if (!atl_board_is_action_board (atl_note_find_board (note)) || *atl_note_get_text (note) == '\0')
    return;
  if (action == NULL)
    {
      add_action (session, note);
      action = atl_note_find_action (note);
      moved = TRUE;
    }
  atl_action_set_text (action, atl_note_get_text (note));
  if (moved)
    follow_area (note, action);
}

/* A note that left its action board takes its action along. */
static void
drop_action (AtlSession *session,
             AtlNote    *note)
{
  AtlList         *actions = atl_session_get_actions (session);
  g_autofree char *id = dup_action_id (note);
  AtlAction       *action = atl_list_find (actions, id);

  if (action != NULL)
    atl_list_remove (actions, ATL_ITEM (action));
}

static void
follow_action (AtlAction *action)
{
  AtlNote *note = atl_action_find_note (action);

  if (note != NULL && *atl_action_get_text (action) != '\0')
    atl_note_set_text (note, atl_action_get_text (action));
}

static gboolean
is_on_action_board (AtlNote *note)
{
  return atl_item_get_list (ATL_ITEM (note)) != NULL &&
         atl_board_is_action_board (atl_note_find_board (note));
}

static void
take_note_change (AtlSession *session,
                  AtlNote    *note,
                  AtlChange  *change)
{
  gboolean set = atl_change_get_kind (change) == ATL_CHANGE_SET;
  guint    field = set ? atl_change_get_field (change) : ATL_NOTE_AREA;

  if (field != ATL_NOTE_TEXT && field != ATL_NOTE_AREA)
    return;
  if (is_on_action_board (note))
    follow_note (session, note, field == ATL_NOTE_AREA);
  else if (!set)
    drop_action (session, note);
}

static gboolean
has_action_board (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (atl_board_is_action_board (atl_list_get (boards, i)))
      return TRUE;
  return FALSE;
}

/* Changes are added to the array while it is read: those need nothing more. */
static void
group_ending_cb (AtlHistory *history,
                 GPtrArray  *changes,
                 AtlSession *session)
{
  guint n = changes->len;

  if (!has_action_board (session))
    return;
  for (guint i = 0; i < n; i++)
    {
      AtlChange *change = changes->pdata[i];
      AtlItem   *item = atl_change_get_item (change);

      if (ATL_IS_NOTE (item))
        take_note_change (session, ATL_NOTE (item), change);
      else if (ATL_IS_ACTION (item) && atl_change_get_kind (change) == ATL_CHANGE_SET &&
               atl_change_get_field (change) == ATL_ACTION_TEXT)
        follow_action (ATL_ACTION (item));
    }
}

/**
 * atl_note_ensure_action:
 * @note: a note of an action board
 *
 * Returns: (transfer none): its action, made now if files from elsewhere have none
 */
AtlAction *
atl_note_ensure_action (AtlNote *note)
{
  g_return_val_if_fail (is_on_action_board (note), NULL);

  if (atl_note_find_action (note) == NULL)
    {
      add_action (atl_item_get_session (ATL_ITEM (note)), note);
      follow_area (note, atl_note_find_action (note));
    }
  return atl_note_find_action (note);
}

/**
 * atl_action_notes_follow:
 * @session: a session
 * @history: its history
 *
 * From now on notes of action boards and actions are kept in step.
 */
void
atl_action_notes_follow (AtlSession *session,
                         AtlHistory *history)
{
  g_signal_connect_object (history, "ending", G_CALLBACK (group_ending_cb), session, 0);
}
