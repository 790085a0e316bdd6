/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-moment.h"

#include "config.h"
#include "util/atl-date-words.h"

#include <glib/gi18n-lib.h>

/* Days since the beginning of the calendar. */
static guint32
get_day (GDateTime *time)
{
  int   year;
  int   month;
  int   day;
  GDate date;

  g_date_time_get_ymd (time, &year, &month, &day);
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return g_date_get_julian (&date);
}

/**
 * atl_moment_count_days:
 * @moment: a moment
 * @now: the time
 *
 * Returns: how many days ago it was by the calendar: midnight counts, not 24 hours
 */
int
atl_moment_count_days (GDateTime *moment,
                       GDateTime *now)
{
  return (int) (get_day (now) - get_day (moment));
}

/**
 * atl_moment_dup_text:
 * @time: a moment, in microseconds since 1970
 * @now: the time, likewise
 *
 * Returns: (transfer full): the moment for people, to the minute: "14:32" today, "Yesterday, 14:32", "June
 *   11, 2026, 14:32"
 */
char *
atl_moment_dup_text (gint64 time,
                     gint64 now)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time / G_USEC_PER_SEC);
  g_autoptr (GDateTime) today = g_date_time_new_from_unix_local (now / G_USEC_PER_SEC);
  int                   days;

  if (moment == NULL || today == NULL)
    return g_strdup ("");
  days = atl_moment_count_days (moment, today);
  if (days == 0)
    /* Translators: strftime, a time of this day */
    return g_date_time_format (moment, _ ("%H:%M"));
  if (days == 1)
    /* Translators: strftime, a time of the day before */
    return g_date_time_format (moment, _ ("Yesterday, %H:%M"));
  /* Translators: strftime, a day and a time; %B is the month, %-e the day without padding */
  return g_date_time_format (moment, _ ("%B %-e, %Y, %H:%M"));
}

/**
 * atl_moment_read_day:
 * @text: a day as it is typed, in the order of the user's locale: "12/3", "fri", "+2w", "2026-12-03"
 * @date: (out): the day that is meant
 *
 * Returns: whether @text means a day
 */
gboolean
atl_moment_read_day (const char *text,
                     GDate      *date)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  GDate                 today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (now),
                  (GDateMonth) g_date_time_get_month (now), (GDateYear) g_date_time_get_year (now));
  return atl_date_words_read (text, &today, atl_date_words_month_first (), date);
}

/**
 * atl_moment_dup_day:
 * @date: a day
 *
 * Returns: (transfer full): "Thursday, December 3, 2026", in the user's language
 */
char *
atl_moment_dup_day (const GDate *date)
{
  g_autoptr (GDateTime) moment =
    g_date_time_new_utc (g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 12, 0,
                         0);

  /* Translators: a day as g_date_time_format() writes it */
  return g_date_time_format (moment, _ ("%A, %B %-d, %Y"));
}
