/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* What the optional keys of templates put on notes and areas: short lines of words, dots and signs. */

/* Says a word of the session's language with its {placeholders} filled in: @key is one of "words" in
 * data/words.json, @values pairs of name and value ended by NULL. Returns a text that is freed. */
typedef char *(*AtlSceneSay) (const char        *key,
                              const char *const *values,
                              gconstpointer      data);

typedef struct
{
  char    *text;   /* as it is drawn, NULL: dots only */
  char    *spoken; /* as it is read out, NULL: as it is drawn */
  guint    filled; /* dots */
  guint    dots;
  gboolean warns; /* has a sign in front: something is missing or too much */
  gboolean pill;  /* of an area: stands in the corner, beside the title */
} AtlKeyLine;

void       atl_key_line_free (AtlKeyLine *line);
void       atl_scene_set_say (AtlScene     *self,
                              AtlSceneSay   say,
                              gconstpointer data);
AtlNote   *atl_scene_find_row_at (AtlScene *self,
                                  AtlBox   *area,
                                  AtlPoint  point);
gboolean   atl_scene_find_guide_cell (AtlScene *self,
                                      AtlBox   *area,
                                      AtlPoint  point,
                                      guint    *row,
                                      guint    *column);
GPtrArray *atl_scene_dup_key_lines (AtlScene *self,
                                    AtlBox   *box);
char      *atl_scene_dup_note_measures (AtlScene *self,
                                        AtlBox   *note);
char      *atl_scene_dup_measures (AtlScene *self,
                                   AtlBox   *area,
                                   AtlPoint  center);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlKeyLine, atl_key_line_free)

G_END_DECLS
