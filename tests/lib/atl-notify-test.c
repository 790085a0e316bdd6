/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-notify-test.h"

static void
notified_cb (guint *count)
{
  (*count)++;
}

/**
 * atl_assert_notify_contract:
 * @object: an object
 * @property: one of its properties
 * @first: a value that differs from the present one
 * @second: a value that differs from @first
 *
 * Asserts that setting @first notifies once, setting it again does not, and setting @second does.
 */
void
atl_assert_notify_contract (GObject      *object,
                            const char   *property,
                            const GValue *first,
                            const GValue *second)
{
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);
  guint            count = 0;
  gulong           handler = g_signal_connect_swapped (object, signal, G_CALLBACK (notified_cb), &count);

  g_object_set_property (object, property, first);
  g_assert_cmpuint (count, ==, 1);
  g_object_set_property (object, property, first);
  g_assert_cmpuint (count, ==, 1);
  g_object_set_property (object, property, second);
  g_assert_cmpuint (count, ==, 2);
  g_signal_handler_disconnect (object, handler);
}
