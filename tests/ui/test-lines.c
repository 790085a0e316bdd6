/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-lines.h"

static const struct
{
  const char *text;
  const char *lines; /* joined by | */
} table[] = {
  { "", "" },
  { "one", "one" },
  { "one\ntwo", "one|two" },
  { "one\r\ntwo\r\n", "one|two" },
  { "  one  \n\n\n\t two\n", "one|two" },
  { "- one\n* two\n• three\n– four", "one|two|three|four" },
  { "1. one\n12) two\n3 days\n2026. a year", "one|two|3 days|2026. a year" },
  { "- [ ] open\n- [x] done", "open|done" },
  { "-5 degrees\n*bold*", "-5 degrees|*bold*" },
  { "- \n•", "-|•" },
  { "Élodie : « oui »\n日本語\nعربي", "Élodie : « oui »|日本語|عربي" },
};

static void
test_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_auto (GStrv)   lines = atl_lines_split (table[i].text);
      g_autofree char *joined = g_strjoinv ("|", lines);

      g_assert_cmpstr (joined, ==, table[i].lines);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lines/split/takes-signs-of-lists-away", test_table);
  return g_test_run ();
}
