/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-date-words.h"

#include "util/atl-fold.h"

#include <langinfo.h>
#include <stdio.h>
#include <string.h>

/* Dates as people type them, in English and French alike: a room often mixes both. Names are compared without
 * case and accents, and may be cut short as long as three letters are left. */

#define FEWEST_LETTERS 3
#define MOST_COUNTED 3660 /* days ahead */

static const char *const weekdays[][7] = {
  { "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday" },
  { "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche" },
};
/* In this order, so that "jui" is July in neither: both languages want a fourth letter there. */
static const char *const months[][12] = {
  { "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december" },
  { "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre" },
};
static const struct
{
  const char *word;
  int         days;
} near_days[] = {
  { "today", 0 },
  { "aujourd'hui", 0 },
  { "aujourd’hui", 0 },
  { "auj", 0 },
  { "tomorrow", 1 },
  { "tmr", 1 },
  { "demain", 1 },
  { "apres-demain", 2 },
  { "apres demain", 2 },
};
/* "s" is a week in French (semaine), "j" a day (jour); "a" a year (an). */
static const struct
{
  const char *word;
  int         days;
  int         months;
} units[] = {
  { "d", 1, 0 },
  { "day", 1, 0 },
  { "days", 1, 0 },
  { "j", 1, 0 },
  { "jour", 1, 0 },
  { "jours", 1, 0 },
  { "w", 7, 0 },
  { "week", 7, 0 },
  { "weeks", 7, 0 },
  { "s", 7, 0 },
  { "sem", 7, 0 },
  { "semaine", 7, 0 },
  { "semaines", 7, 0 },
  { "m", 0, 1 },
  { "month", 0, 1 },
  { "months", 0, 1 },
  { "mois", 0, 1 },
  { "y", 0, 12 },
  { "year", 0, 12 },
  { "a", 0, 12 },
  { "an", 0, 12 },
};

/* Whether @word means @name: all of it, or its beginning. */
static gboolean
means (const char *word,
       const char *name)
{
  return strlen (word) >= FEWEST_LETTERS && g_str_has_prefix (name, word);
}

static gboolean
read_near (const char  *text,
           const GDate *today,
           GDate       *date)
{
  for (guint i = 0; i < G_N_ELEMENTS (near_days); i++)
    if (g_str_equal (text, near_days[i].word))
      {
        *date = *today;
        g_date_add_days (date, (guint) near_days[i].days);
        return TRUE;
      }
  return FALSE;
}

/* The next such day, never today. */
static gboolean
read_weekday (const char  *text,
              const GDate *today,
              GDate       *date)
{
  for (guint language = 0; language < G_N_ELEMENTS (weekdays); language++)
    for (guint day = 0; day < 7; day++)
      if (means (text, weekdays[language][day]))
        {
          guint ahead = (day + 8 - g_date_get_weekday (today)) % 7;

          *date = *today;
          g_date_add_days (date, ahead == 0 ? 7 : ahead);
          return TRUE;
        }
  return FALSE;
}

/* "+2w", "+10", "3 weeks" */
static gboolean
read_distance (const char  *text,
               const GDate *today,
               GDate       *date)
{
  gboolean plus = *text == '+';
  char    *end = NULL;
  gint64   n = g_ascii_strtoll (text + plus, &end, 10);

  if (end == text + plus || n < 0 || n > MOST_COUNTED || (!plus && *end == '\0'))
    return FALSE;
  while (*end == ' ')
    end++;
  *date = *today;
  if (*end == '\0')
    {
      g_date_add_days (date, (guint) n);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (end, units[i].word) && n * MAX (units[i].days, units[i].months * 31) <= MOST_COUNTED)
      {
        g_date_add_days (date, (guint) (n * units[i].days));
        g_date_add_months (date, (guint) (n * units[i].months));
        return TRUE;
      }
  return FALSE;
}

static int
find_month (const char *word)
{
  int found = 0;

  for (guint language = 0; language < G_N_ELEMENTS (months); language++)
    for (int month = 0; month < 12; month++)
      if (means (word, months[language][month]))
        {
          if (found != 0 && found != month + 1)
            return 0;
          found = month + 1;
        }
  return found;
}

/* Without a year, the next such day from today on. */
static gboolean
set_date (GDate       *date,
          const GDate *today,
          int          day,
          int          month,
          int          year)
{
  gboolean open = year < 0;

  if (open)
    year = g_date_get_year (today);
  else if (year < 100)
    year += 2000;
  if (day < 1 || month < 1 || month > 12 || year < 1900 || year > 2999)
    return FALSE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  if (open && g_date_compare (date, today) < 0 &&
      g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) (year + 1)))
    g_date_set_year (date, (GDateYear) (year + 1));
  return TRUE;
}

/* "12/3", "12.3.26", "12-3-2026" */
static gboolean
read_numbers (const char  *text,
              const GDate *today,
              gboolean     month_first,
              GDate       *date)
{
  int  first, second, year = -1, used = 0;
  char between[2], again[2];

  if (sscanf (text, "%2d%1[/.-]%2d%n", &first, between, &second, &used) != 3)
    return FALSE;
  text += used;
  if (*text != '\0' && !g_str_equal (text, "."))
    {
      used = 0;
      if (sscanf (text, "%1[/.-]%4d%n", again, &year, &used) != 2 || text[used] != '\0' ||
          *again != *between || year < 0)
        return FALSE;
    }
  month_first = month_first && *between != '.';
  return set_date (date, today, month_first ? second : first, month_first ? first : second, year) ||
         set_date (date, today, month_first ? first : second, month_first ? second : first, year);
}

static gboolean
read_iso (const char  *text,
          const GDate *today,
          GDate       *date)
{
  int year, month, day, used = 0;

  return sscanf (text, "%4d-%2d-%2d%n", &year, &month, &day, &used) == 3 && text[used] == '\0' &&
         year >= 1900 && set_date (date, today, day, month, year);
}

/* "3 dec", "dec 3", "3 décembre 2026"; also "1er mai" */
static gboolean
read_named (const char  *text,
            const GDate *today,
            GDate       *date)
{
  g_auto (GStrv) words = g_strsplit_set (text, " ,.", -1);
  int            day = 0, month = 0, year = -1;

  for (guint i = 0; words[i] != NULL; i++)
    {
      char  *end = NULL;
      gint64 n = g_ascii_strtoll (words[i], &end, 10);

      if (*words[i] == '\0')
        continue;
      if (end == words[i] && month == 0)
        month = find_month (words[i]);
      else if (n > 0 && n <= 31 && day == 0 && (*end == '\0' || g_str_equal (end, "er")))
        day = (int) n;
      else if (n > 1900 && n < 3000 && *end == '\0' && year < 0)
        year = (int) n;
      else
        return FALSE;
    }
  return month > 0 && day > 0 && set_date (date, today, day, month, year);
}

/**
 * atl_date_words_read:
 * @text: a date as it is typed: "12/3", "fri", "vendredi", "+2w", "3 dec", "tomorrow", "2026-12-03"
 * @today: the day it is read on
 * @month_first: whether "12/3" is a day of December; if there is no such day, the other way round is tried
 * @date: (out): the day that is meant
 *
 * Returns: whether @text means a day
 */
gboolean
atl_date_words_read (const char  *text,
                     const GDate *today,
                     gboolean     month_first,
                     GDate       *date)
{
  g_autofree char *plain = NULL;

  g_return_val_if_fail (text != NULL && g_date_valid (today), FALSE);

  if (strlen (text) > 60 || !g_utf8_validate (text, -1, NULL))
    return FALSE;
  plain = atl_fold (text);
  g_strstrip (plain);
  g_date_clear (date, 1);
  return *plain != '\0' &&
         (read_iso (plain, today, date) || read_near (plain, today, date) ||
          read_distance (plain, today, date) || read_numbers (plain, today, month_first, date) ||
          read_weekday (plain, today, date) || read_named (plain, today, date));
}

/**
 * atl_date_words_month_first:
 *
 * Returns: whether the user's locale writes the month before the day
 */
gboolean
atl_date_words_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de");
  const char *month = strchr (format, 'm');

  if (strstr (format, "%D") != NULL)
    return TRUE;
  return month != NULL && day != NULL && month < day && strchr (format, 'Y') > day;
}
