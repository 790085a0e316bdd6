/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Words that go *into* a board, report, export or figure, by the language of the session, never the
 * user's locale. The list stands in data/words.json: add a word there and it can be used here. */

/* Things of the catalogue that have a name in both languages. */
typedef enum
{
  ATL_LABEL_CATEGORY,
  ATL_LABEL_MODE,
  ATL_LABEL_LAYOUT,
  ATL_LABEL_COLOR,
  ATL_LABEL_LINK_KIND,
} AtlLabel;

gboolean    atl_words_has_language (const char *language);
const char *atl_words_get (const char *language,
                           const char *key);
char       *atl_words_fill (const char *language,
                            const char *key,
                            ...) G_GNUC_NULL_TERMINATED;
char       *atl_words_dup_count (const char *language,
                                 const char *key,
                                 guint       n);
char       *atl_words_dup_amount (const char *language,
                                  const char *key,
                                  double      n);
char       *atl_words_dup_date (const char *language,
                                const char *date);
char       *atl_words_dup_duration (const char *language,
                                    int         minutes);
const char *atl_words_get_label (const char *language,
                                 AtlLabel    kind,
                                 const char *id);
const char *atl_words_get_silo_text (const char *language,
                                     const char *id);
GHashTable *atl_words_dup_stop_words (const char *language);
char       *atl_words_say (const char        *key,
                           const char *const *values,
                           gconstpointer      language);
char       *atl_words_fill_text (const char *text,
                                 ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
