/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-date-words.h"

/* All on Wednesday, 18 November 2026. */
static const struct
{
  const char *text;
  gboolean    month_first;
  const char *expected; /* NULL: no date */
} cases[] = {
  { "2026-12-03", FALSE, "2026-12-03" },
  { "12/3", TRUE, "2026-12-03" },
  { "12/3", FALSE, "2027-03-12" },
  { "3/12", FALSE, "2026-12-03" },
  { "25/12", TRUE, "2026-12-25" },
  { "3.12.", TRUE, "2026-12-03" },
  { "3.12.27", FALSE, "2027-12-03" },
  { "3-12-2027", FALSE, "2027-12-03" },
  { "fri", FALSE, "2026-11-20" },
  { "Friday", FALSE, "2026-11-20" },
  { "vendredi", FALSE, "2026-11-20" },
  { "VEN", FALSE, "2026-11-20" },
  { "wed", FALSE, "2026-11-25" },
  { "today", FALSE, "2026-11-18" },
  { "auj", FALSE, "2026-11-18" },
  { "demain", FALSE, "2026-11-19" },
  { "Après-demain", FALSE, "2026-11-20" },
  { "+2w", FALSE, "2026-12-02" },
  { "+2 sem", FALSE, "2026-12-02" },
  { "+3j", FALSE, "2026-11-21" },
  { "+10", FALSE, "2026-11-28" },
  { "3 weeks", FALSE, "2026-12-09" },
  { "+1m", FALSE, "2026-12-18" },
  { "3 dec", FALSE, "2026-12-03" },
  { "dec 3", FALSE, "2026-12-03" },
  { "3 décembre", FALSE, "2026-12-03" },
  { "1er février 2028", FALSE, "2028-02-01" },
  { "  Dec 3, 2027 ", FALSE, "2027-12-03" },
  { "18 nov", FALSE, "2026-11-18" },
  { "17 nov", FALSE, "2027-11-17" },
  { "31/2", FALSE, NULL },
  { "3 jui", FALSE, NULL },
  { "soon", FALSE, NULL },
  { "12", FALSE, NULL },
  { "", FALSE, NULL },
  { "12/3/4/5", FALSE, NULL },
  { "+99999w", FALSE, NULL },
  { "fr", FALSE, NULL },
};

static void
test_read (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 18, G_DATE_NOVEMBER, 2026);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate    date;
      char     text[16] = "";
      gboolean read = atl_date_words_read (cases[i].text, &today, cases[i].month_first, &date);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (read, ==, cases[i].expected != NULL);
      if (read)
        g_date_strftime (text, sizeof text, "%Y-%m-%d", &date);
      g_assert_cmpstr (text, ==, cases[i].expected != NULL ? cases[i].expected : "");
    }
}

static void
test_end_of_month (void)
{
  GDate today, date;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 31, G_DATE_JANUARY, 2027);

  g_assert_true (atl_date_words_read ("+1 mois", &today, FALSE, &date));

  g_assert_cmpuint (g_date_get_day (&date), ==, 28);
  g_assert_cmpint (g_date_get_month (&date), ==, G_DATE_FEBRUARY);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/date-words/are-read-as-people-type-them", test_read);
  g_test_add_func ("/date-words/a-month-on-may-be-shorter", test_end_of_month);
  return g_test_run ();
}
