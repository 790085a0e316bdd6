/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include "store/codec/atl-codec.h"

#include <signal.h>
#include <stdlib.h>

/* A fatal message traps, which libFuzzer does not know as the end of a run. */
static void
trapped_cb (int signal_number)
{
  abort ();
}

/**
 * LLVMFuzzerInitialize:
 * @argc: as main() has it
 * @argv: as main() has it
 *
 * Makes every warning end the program.
 *
 * Returns: 0
 */
int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING);
  signal (SIGTRAP, trapped_cb);

  return 0;
}

/**
 * fuzz_compare_bytes:
 * @a: what is
 * @b: what should be
 * @what: what it is, for the message
 *
 * Ends the program where they differ.
 */
void
fuzz_compare_bytes (GBytes *a, GBytes *b, const char *what)
{
  if (g_bytes_equal (a, b))
    return;
  g_printerr ("%.*s\n--- differs from\n%.*s\n",
              (int) g_bytes_get_size (a), (const char *) g_bytes_get_data (a, NULL),
              (int) g_bytes_get_size (b), (const char *) g_bytes_get_data (b, NULL));
  g_error ("%s", what);
}

static guint
count_below (AtlItem *item)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);
  guint         n = 1;

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type == ATL_VALUE_LIST)
      {
        AtlList *list = atl_item_get_child_list (item, i);

        for (guint j = 0; j < atl_list_get_length (list); j++)
          n += count_below (atl_list_get (list, j));
      }
  return n;
}

/**
 * fuzz_count_items:
 * @session: a session
 *
 * Returns: how many items it has, itself included
 */
guint
fuzz_count_items (AtlSession *session)
{
  return count_below (ATL_ITEM (session));
}

/**
 * fuzz_check_written:
 * @session: a session, however it came about
 *
 * What we write we can read: without another problem, with all items, and the second time the same bytes.
 *
 * Returns: (transfer full): the session as it was read again
 */
AtlSession *
fuzz_check_written (AtlSession *session)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GError)      error = NULL;
  g_autoptr (GBytes)      first = atl_codec_write (session);
  g_autoptr (AtlSession)  again = atl_codec_read (first, problems, NULL, &error);
  g_autoptr (GBytes)      second = NULL;

  if (again == NULL)
    g_error ("what was written cannot be read: %s", error->message);
  second = atl_codec_write (again);
  fuzz_compare_bytes (second, first, "the second write differs from the first");
  FUZZ_HOLDS (fuzz_count_items (again) == fuzz_count_items (session));

  return g_steal_pointer (&again);
}
