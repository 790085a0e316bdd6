/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/keys/atl-session-say.h"

#include "catalogue/atl-words.h"
#include "model/atl-session.h"

/**
 * atl_session_say:
 * @key: a word of data/words.json
 * @values: (array zero-terminated=1): pairs of a placeholder's name and its value
 * @session: an AtlSession
 *
 * What stands on boards is in the language of the session, whatever the user's.
 *
 * Returns: (transfer full): the word, filled in
 */
char *
atl_session_say (const char        *key,
                 const char *const *values,
                 gconstpointer      session)
{
  return atl_words_say (key, values, atl_session_get_language (ATL_SESSION ((gpointer) session)));
}
