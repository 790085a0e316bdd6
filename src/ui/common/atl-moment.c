/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-moment.h"

#include "config.h"

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
