/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Finds known words, and groups of words, in texts. */
typedef struct _AtlWordFinder AtlWordFinder;

typedef struct
{
  gsize    start; /* bytes of the text */
  gsize    end;
  gpointer data; /* of the word */
} AtlWordMatch;

AtlWordFinder *atl_word_finder_new (GDestroyNotify unref);
void           atl_word_finder_free (AtlWordFinder *self);
gboolean       atl_word_finder_add (AtlWordFinder *self,
                                    const char    *word,
                                    gpointer       data);
guint          atl_word_finder_get_size (AtlWordFinder *self);
GArray        *atl_word_finder_dup_matches (AtlWordFinder *self,
                                            const char    *text);
gboolean       atl_word_finder_has_match (AtlWordFinder *self,
                                          const char    *text);
char          *atl_word_dup_key (const char *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlWordFinder, atl_word_finder_free)

G_END_DECLS
