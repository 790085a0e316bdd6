/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Damaged sessions. ATL_FUZZ_PLANTED puts in a fault that must be found. */
#include "fuzz.h"

#include "store/rescue/atl-rescue.h"

#include <string.h>

#ifndef ATL_FUZZ_PLANTED
#define ATL_FUZZ_PLANTED 0
#endif

#define N_CUTS 4

/* Planted: nothing is read of a session that is cut where something was to follow. */
static AtlSession *
rescue (GBytes *bytes, AtlProblems *problems)
{
  gsize       size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (ATL_FUZZ_PLANTED == 1 && size > 0 && strchr ("[,:{\n", data[size - 1]) != NULL)
    return NULL;
  return atl_rescue_read (bytes, problems, NULL, NULL);
}

static void
check_part (GBytes *part)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = rescue (part, problems);
  g_autoptr (AtlSession)  again = session != NULL ? fuzz_check_written (session) : NULL;
}

/* Of a canonical file that is cut, every item that is wholly there is read. */
static void
check_cut (AtlSession *session, guint seed)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GBytes)      bytes = atl_codec_write (session);
  gsize                   size;
  const char             *data = g_bytes_get_data (bytes, &size);
  const char             *head = memchr (data, '\n', size);
  gsize                   cut = head != NULL ? (gsize) (head - data) : size;
  g_autoptr (GBytes)      part = NULL;
  g_autoptr (AtlSession)  some = NULL;

  cut += seed % (size - cut + 1);
  part = g_bytes_new_from_bytes (bytes, 0, cut);
  some = rescue (part, problems);
  FUZZ_HOLDS (some != NULL);
  FUZZ_HOLDS (fuzz_count_items (some) <= fuzz_count_items (session));
  FUZZ_HOLDS (cut < size - 2 || fuzz_count_items (some) == fuzz_count_items (session));
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @size: how many
 *
 * What can be read of any bytes can be written and read again; a session that is whole can be cut anywhere.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes)      bytes = g_bytes_new (data, size);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = atl_codec_read (bytes, problems, NULL, NULL);

  if (session != NULL)
    for (guint i = 1; i <= N_CUTS; i++)
      check_cut (session, g_bytes_hash (bytes) * i);
  else
    check_part (bytes);
  return 0;
}
