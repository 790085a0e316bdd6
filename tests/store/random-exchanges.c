/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "random-world.h"

#include "store/codec/atl-codec.h"
#include "store/merge/atl-merge.h"

#define KEPT 12 /* files of earlier states */

/**
 * atl_random_remember:
 * @world: a world
 *
 * Keeps a file of the present state, to be restored or merged later.
 */
void
atl_random_remember (AtlRandomWorld *world)
{
  if (world->past->len >= KEPT)
    g_ptr_array_remove_index (world->past, atl_random_world_below (world, KEPT));
  atl_stamper_stamp (world->stamper);
  g_ptr_array_add (world->past, atl_codec_write (world->session));
}

static AtlSession *
read_past (AtlRandomWorld *world)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  GBytes                 *bytes;

  if (world->past->len == 0)
    return NULL;
  bytes = world->past->pdata[atl_random_world_below (world, world->past->len)];
  return atl_codec_read (bytes, problems, NULL, NULL);
}

/* An earlier version is restored, or the file loaded again. */
static void
restore (AtlRandomWorld *world)
{
  g_autoptr (AtlSession) earlier = read_past (world);
  g_autoptr (GBytes)     wanted = NULL;
  g_autoptr (GBytes)     found = NULL;

  if (earlier == NULL)
    return;
  atl_session_become (world->session, earlier);
  wanted = atl_codec_write_content (earlier);
  found = atl_codec_write_content (world->session);
  g_assert_true (g_bytes_equal (wanted, found));
}

/* A colleague has worked on an earlier version. */
static void
merge (AtlRandomWorld *world)
{
  g_autoptr (GError)     error = NULL;
  g_autoptr (AtlSession) theirs = read_past (world);
  g_autoptr (AtlMerge)   plan = NULL;

  if (theirs == NULL)
    return;
  g_autoptr (AtlStamper) stamper = atl_stamper_new (theirs);
  AtlRandomWorld         colleague = { theirs, NULL, world->random, world->past, stamper };
  for (guint i = 0; i < 6; i++)
    atl_random_world_choose (&colleague, atl_random_edits, atl_random_n_edits)->act (&colleague);
  atl_stamper_stamp (stamper);
  atl_stamper_stamp (world->stamper);
  plan = atl_merge_new (world->session, theirs, NULL, &error);
  g_assert_no_error (error);
  atl_merge_apply (plan);
}

const AtlRandomOperation atl_random_exchanges[] = {
  { "restore", 1, restore },
  { "merge", 2, merge },
};
const guint atl_random_n_exchanges = G_N_ELEMENTS (atl_random_exchanges);
