/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-note.h"
#include "model/atl-person.h"

G_BEGIN_DECLS

/* How a board shows who wrote a note. */
typedef enum
{
  ATL_AUTHORS_NAME,
  ATL_AUTHORS_SILO,
  ATL_AUTHORS_NONE,
  ATL_N_AUTHORS,
} AtlAuthors;

const char *atl_authors_get_nick (AtlAuthors authors);
gboolean    atl_authors_parse (const char *nick,
                               AtlAuthors *authors);
AtlAuthors  atl_board_get_authors (AtlBoard *board);
void        atl_board_set_authors (AtlBoard  *board,
                                   AtlAuthors authors);
AtlPerson  *atl_note_find_author (AtlNote *note);
AtlPerson  *atl_note_find_author_shown (AtlNote    *note,
                                        AtlAuthors *shown);
char       *atl_author_dup_text (AtlPerson *author,
                                 AtlAuthors shown,
                                 gboolean   whole);
char       *atl_note_dup_author (AtlNote *note,
                                 gboolean whole);
char       *atl_person_dup_shown (AtlPerson *person,
                                  gboolean   whole);

G_END_DECLS
