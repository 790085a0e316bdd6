/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Merging two files: what stands before and behind the first NUL, or the same file twice. */
#include "fuzz.h"

#include "store/codec/atl-codec.h"
#include "store/merge/atl-merge.h"

#include <string.h>

static AtlSession *
read_part (const guint8 *data, gsize size)
{
  g_autoptr (GBytes)      bytes = g_bytes_new (data, size);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age = ATL_CODEC_CURRENT;
  g_autoptr (AtlSession)  session = atl_codec_read (bytes, problems, &age, NULL);

  return age == ATL_CODEC_CURRENT ? g_steal_pointer (&session) : NULL;
}

/* Merges the second file into the first. */
static AtlSession *
merge (GBytes *ours, GBytes *theirs)
{
  g_autoptr (AtlSession) one = read_part (g_bytes_get_data (ours, NULL), g_bytes_get_size (ours));
  g_autoptr (AtlSession) other = read_part (g_bytes_get_data (theirs, NULL), g_bytes_get_size (theirs));
  g_autoptr (GError)     error = NULL;
  g_autoptr (AtlMerge)   plan = atl_merge_new (one, other, NULL, &error);

  if (plan == NULL)
    return NULL;
  for (guint i = 0; i < atl_merge_get_n_entries (plan); i++)
    FUZZ_HOLDS (atl_merge_get_entry (plan, i)->item != NULL);
  atl_merge_apply (plan);
  return g_steal_pointer (&one);
}

/* Merging a file with itself changes nothing, once the merge has put a stranger's version vector in order. */
static void
check_itself (GBytes *file)
{
  g_autoptr (AtlSession) merged = merge (file, file);
  g_autoptr (GBytes)     first = merged != NULL ? atl_codec_write (merged) : NULL;
  g_autoptr (AtlSession) again = first != NULL ? merge (first, first) : NULL;
  g_autoptr (GBytes)     second = again != NULL ? atl_codec_write (again) : NULL;

  FUZZ_HOLDS (second != NULL);
  fuzz_compare_bytes (second, first, "a file merged with itself is changed");
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @size: how many
 *
 * Two files of one session can be merged, the result can be written and read.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  const guint8          *end = size > 0 ? memchr (data, '\0', size) : NULL;
  gsize                  length = end != NULL ? (gsize) (end - data) : size;
  g_autoptr (AtlSession) ours = read_part (data, length);
  g_autoptr (AtlSession) theirs = end != NULL ? read_part (end + 1, size - length - 1) : NULL;
  g_autoptr (GBytes)     one = ours != NULL ? atl_codec_write (ours) : NULL;
  g_autoptr (GBytes)     other = theirs != NULL ? atl_codec_write (theirs) : NULL;
  g_autoptr (AtlSession) merged = NULL;
  g_autoptr (AtlSession) again = NULL;

  if (one == NULL)
    return 0;
  if (other == NULL)
    {
      check_itself (one);
      return 0;
    }
  merged = merge (one, other);
  again = merged != NULL ? fuzz_check_written (merged) : NULL;
  return 0;
}
