/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-board-figure.h"
#include "exchange/atl-discretion.h"
#include "exchange/atl-pdf-flow.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"

G_BEGIN_DECLS

/* What the chapters of the report share. All borrowed. */
typedef struct
{
  AtlSession   *session;
  const char   *language;
  AtlPdfFlow   *flow;
  AtlPdfScript *script;
  AtlPdfType   *type;
  AtlMapNames   names;
  AtlSession   *whole; /* what @session was made of, with what is hidden from the room */
} AtlReport;

const char *atl_report_word (AtlReport  *report,
                             const char *key);
void        atl_report_say (AtlReport  *report,
                            const char *key);
char       *atl_report_dup_person (AtlReport *report,
                                   AtlPerson *person);
char       *atl_report_dup_people (AtlReport         *report,
                                   const char *const *ids);
char       *atl_report_dup_target (gpointer item);
gboolean    atl_report_board_has (AtlBoard   *board,
                                  const char *option);
AtlNote    *atl_report_find_note (AtlReport  *report,
                                  const char *id);
char       *atl_report_dup_number (AtlReport *report,
                                   double     value);

/* The chapters, in the order of the document. */
void atl_report_add_cover (AtlReport *report);
void atl_report_add_agenda (AtlReport *report);
void atl_report_add_board (AtlReport *report,
                           AtlBoard  *board);
void atl_report_add_map (AtlReport *report,
                         AtlBoard  *board);
void atl_report_add_rows (AtlReport *report,
                          AtlBoard  *board);
void atl_report_add_links (AtlReport *report,
                           AtlBoard  *board);
void atl_report_add_rounds (AtlReport *report,
                            AtlBoard  *board);
void atl_report_add_scales (AtlReport *report);
void atl_report_add_groups (AtlReport *report);
void atl_report_add_decisions (AtlReport *report);
void atl_report_add_actions (AtlReport *report);
void atl_report_add_parking (AtlReport *report);
void atl_report_add_glossary (AtlReport *report);

G_END_DECLS
