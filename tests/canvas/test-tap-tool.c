/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/tools/atl-tap-tool.h"

static const struct
{
  const char *what;
  double      dx, dy, scale;
  guint32     lasts; /* milliseconds */
  gboolean    tap;
} taps[] = {
  { "short and still", 0, 0, 1, 90, TRUE },
  { "fingers tremble", 6, -9, 1.03, 200, TRUE },
  { "too long", 0, 0, 1, 600, FALSE },
  { "the board is moved", 40, 0, 1, 120, FALSE },
  { "pinched", 0, 0, 1.3, 120, FALSE },
  { "pinched together", 0, 0, 0.8, 120, FALSE },
};

static void
test_taps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (taps); i++)
    {
      AtlTapTool tap = { 0 };

      g_test_message ("%s", taps[i].what);
      atl_tap_tool_begin (&tap, 1000, (AtlPoint){ 100, 100 });
      atl_tap_tool_move (&tap, (AtlPoint){ 100 + taps[i].dx, 100 + taps[i].dy }, taps[i].scale);
      g_assert_true (atl_tap_tool_end (&tap, 1000 + taps[i].lasts) == taps[i].tap);
    }
}

static void
test_no_way_back (void)
{
  AtlTapTool tap = { 0 };

  atl_tap_tool_begin (&tap, 0, (AtlPoint){ 0, 0 });
  g_assert_true (atl_tap_tool_move (&tap, (AtlPoint){ 3, 0 }, 1));
  g_assert_false (atl_tap_tool_move (&tap, (AtlPoint){ 60, 0 }, 1));
  g_assert_false (atl_tap_tool_move (&tap, (AtlPoint){ 0, 0 }, 1));
  g_assert_false (atl_tap_tool_end (&tap, 50));
}

static void
test_needs_a_beginning (void)
{
  AtlTapTool tap = { 0 };

  g_assert_false (atl_tap_tool_end (&tap, 10));
  atl_tap_tool_begin (&tap, G_MAXUINT32 - 50, (AtlPoint){ 0, 0 });
  atl_tap_tool_cancel (&tap);
  g_assert_false (atl_tap_tool_end (&tap, G_MAXUINT32));
}

/* The clock of the screen starts anew every seven weeks. */
static void
test_clock_goes_over (void)
{
  AtlTapTool tap = { 0 };

  atl_tap_tool_begin (&tap, G_MAXUINT32 - 50, (AtlPoint){ 0, 0 });
  g_assert_true (atl_tap_tool_end (&tap, 60));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tap-tool/taps", test_taps);
  g_test_add_func ("/tap-tool/no-way-back", test_no_way_back);
  g_test_add_func ("/tap-tool/needs-a-beginning", test_needs_a_beginning);
  g_test_add_func ("/tap-tool/clock-goes-over", test_clock_goes_over);
  return g_test_run ();
}
