/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-format.h"

#include "catalogue/atl-words.h"
#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * atl_format_minutes:
 * @minutes: a duration
 *
 * Returns: (transfer full): the duration for people, as "25 min" or "6 h 40"
 */
char *
atl_format_minutes (int minutes)
{
  if (minutes < 60)
    /* Translators: a duration below an hour */
    return g_strdup_printf (_ ("%d min"), minutes);
  if (minutes % 60 == 0)
    /* Translators: whole hours */
    return g_strdup_printf (_ ("%d h"), minutes / 60);
  /* Translators: hours and minutes */
  return g_strdup_printf (_ ("%d h %02d"), minutes / 60, minutes % 60);
}

/**
 * atl_format_step_mode:
 * @mode: what the room does in a step
 *
 * Returns: its translated name
 */
const char *
atl_format_step_mode (AtlStepMode mode)
{
  static const char *const names[] = {
    [ATL_STEP_MODE_EXPLAIN] = NC_ ("step mode", "Explain"),
    [ATL_STEP_MODE_SILENT_WRITING] = NC_ ("step mode", "Silent writing"),
    [ATL_STEP_MODE_SHARE] = NC_ ("step mode", "Share"),
    [ATL_STEP_MODE_GROUP] = NC_ ("step mode", "Group"),
    [ATL_STEP_MODE_VOTE] = NC_ ("step mode", "Vote"),
    [ATL_STEP_MODE_DISCUSS] = NC_ ("step mode", "Discuss"),
    [ATL_STEP_MODE_DECIDE] = NC_ ("step mode", "Decide"),
    [ATL_STEP_MODE_CLOSE] = NC_ ("step mode", "Close"),
  };

  return (guint) mode < G_N_ELEMENTS (names) ? g_dpgettext2 (GETTEXT_PACKAGE, "step mode", names[mode]) : "";
}

/**
 * atl_format_get_language:
 *
 * For what belongs to a window and not to the session, but has its words in the catalogue.
 *
 * Returns: the language of the user, if there are words in it, else “en”
 */
const char *
atl_format_get_language (void)
{
  const char *const *names = g_get_language_names ();

  for (guint i = 0; names[i] != NULL; i++)
    if (atl_words_has_language (names[i]))
      return names[i];
  return "en";
}
