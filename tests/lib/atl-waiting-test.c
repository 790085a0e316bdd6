/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-waiting-test.h"

#define GIVE_UP 20 /* seconds */
#define ASK 20     /* milliseconds: some conditions change without waking the main loop */

static gboolean
wake_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

/**
 * atl_test_wait_for:
 * @condition: what is to become true
 * @data: for @condition
 *
 * Runs the main loop until the condition is true; asserts that this does not take too long.
 */
void
atl_test_wait_for (AtlTestCondition condition,
                   gpointer         data)
{
  gint64 end = g_get_monotonic_time () + GIVE_UP * G_USEC_PER_SEC;
  guint  wake = g_timeout_add (ASK, wake_cb, NULL);

  while (!condition (data))
    {
      g_assert_cmpint (g_get_monotonic_time (), <, end);
      g_main_context_iteration (NULL, TRUE);
    }
  g_source_remove (wake);
}
