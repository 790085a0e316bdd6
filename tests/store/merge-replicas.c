/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "merge-replicas.h"

#include "model/atl-board.h"
#include "model/atl-link.h"
#include "model/atl-step.h"
#include "store/codec/atl-codec.h"
#include "store/merge/atl-merge.h"

#include <stdlib.h>
#include <string.h>

/* A session as a file holds it. */
AtlSession *
replica_read (GBytes *file)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  AtlSession             *session = atl_codec_read (file, problems, NULL, &error);

  g_assert_no_error (error);
  if (atl_problems_get_n (problems) > 0)
    g_error ("%s", atl_problems_dup_line (problems, 0));
  return session;
}

/* What the command line does. */
GBytes *
replica_merge (GBytes *ours, GBytes *theirs)
{
  g_autoptr (AtlSession) session = replica_read (ours);
  g_autoptr (AtlSession) other = replica_read (theirs);
  g_autoptr (AtlMerge)   merge = atl_merge_new (session, other, NULL, NULL);

  g_assert_nonnull (merge);
  atl_merge_apply (merge);
  return atl_codec_write (session);
}

void
replica_init (Replica *self, GBytes *file, GRand *random)
{
  self->world.session = replica_read (file);
  self->world.random = random;
  self->world.past = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  self->world.history = atl_history_new (self->world.session);
  self->stamper = atl_stamper_new (self->world.session);
}

void
replica_clear (Replica *self)
{
  g_assert_finalize_object (self->stamper);
  g_assert_finalize_object (self->world.history);
  g_assert_finalize_object (self->world.session);
  g_ptr_array_unref (self->world.past);
}

static gboolean
has_note (AtlSession *session, const char *id)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (atl_list_find (atl_board_get_notes (atl_list_get (boards, i)), id) != NULL)
      return TRUE;
  return FALSE;
}

/* What the gestures of the program see to, and raw operations do not. */
static void
sweep_links (AtlSession *session)
{
  AtlList *boards = atl_session_get_boards (session);

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlList              *links = atl_board_get_links (atl_list_get (boards, i));
      g_autoptr (GPtrArray) gone = g_ptr_array_new ();

      for (guint j = 0; j < atl_list_get_length (links); j++)
        {
          AtlLink *link = atl_list_get (links, j);

          if (!has_note (session, atl_link_get_from (link)) || !has_note (session, atl_link_get_to (link)))
            g_ptr_array_add (gone, link);
        }
      atl_list_remove_many (links, gone);
    }
}

static gboolean
is_made_up (GVariant *alternatives)
{
  g_autofree char *text = g_variant_print (alternatives, FALSE);

  return strstr (text, "CCCCCCCC.") != NULL || strstr (text, "AAAAAAAA.") != NULL ||
         strstr (text, "'v'") == NULL;
}

/* Versions that no merge has brought follow no law, and the timer no undo. */
static void
sweep_versions (AtlItem *item)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  if (ATL_IS_STEP (item))
    atl_step_set_spent (ATL_STEP (item), 0);

  if (atl_item_get_alternatives (item) != NULL && is_made_up (atl_item_get_alternatives (item)))
    atl_item_set_alternatives (item, NULL);
  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      for (guint j = 0; j < atl_list_get_length (atl_item_get_child_list (item, i)); j++)
        sweep_versions (atl_list_get (atl_item_get_child_list (item, i), j));
}

/* One step of the user: an edit, or undo and redo. */
void
replica_edit (Replica *self)
{
  AtlRandomWorld *world = &self->world;
  guint           dice = atl_random_world_below (world, 100);

  if (dice < 15)
    atl_history_undo (world->history);
  else if (dice < 22)
    atl_history_redo (world->history);
  else
    {
      atl_history_begin (world->history, "Edit");
      atl_random_world_choose (world, atl_random_edits, atl_random_n_edits)->act (world);
      sweep_links (world->session);
      sweep_versions (ATL_ITEM (world->session));
      atl_history_end (world->history);
    }
}

void
replica_receive (Replica *self, GBytes *file)
{
  g_autoptr (AtlSession) other = replica_read (file);
  g_autoptr (AtlMerge)   merge = atl_merge_new (self->world.session, other, NULL, NULL);

  g_assert_nonnull (merge);
  atl_history_begin (self->world.history, "Merge");
  atl_merge_apply (merge);
  atl_history_end (self->world.history);
}

GBytes *
replica_save (Replica *self)
{
  atl_stamper_stamp (self->stamper);
  return atl_codec_write (self->world.session);
}

/* A session with a bit of everything, as a template would make it: nothing is stamped. */
GBytes *
replica_make_start (GRand *random)
{
  AtlRandomWorld world;
  GBytes        *file;

  atl_random_world_init (&world, g_rand_int (random));
  sweep_links (world.session);
  sweep_versions (ATL_ITEM (world.session));
  file = atl_codec_write (world.session);
  atl_random_world_clear (&world);
  return file;
}

/* ATELIER_ROUNDS=n runs more than the usual number of rounds. */
guint
replica_rounds (guint usual)
{
  const char *rounds = g_getenv ("ATELIER_ROUNDS");

  return rounds != NULL ? (guint) MAX (atoi (rounds), 1) : usual;
}
