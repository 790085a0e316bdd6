/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"
#include "model/atl-list.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_BOARD_TITLE,
  ATL_BOARD_TEMPLATE,
  ATL_BOARD_OPTIONS,
  ATL_BOARD_RANK,
  ATL_BOARD_ALTERNATIVES,
  ATL_BOARD_AREAS,
  ATL_BOARD_NOTES,
  ATL_BOARD_LINKS,
  ATL_BOARD_N_FIELDS,
} AtlBoardField;

#define ATL_TYPE_BOARD (atl_board_get_type ())
G_DECLARE_FINAL_TYPE (AtlBoard, atl_board, ATL, BOARD, AtlItem)

AtlBoard   *atl_board_new (const char *id);
const char *atl_board_get_title (AtlBoard *self);
void        atl_board_set_title (AtlBoard *self, const char *title);
const char *atl_board_get_template (AtlBoard *self);
void        atl_board_set_template (AtlBoard *self, const char *template);
GVariant   *atl_board_get_options (AtlBoard *self);
void        atl_board_set_options (AtlBoard *self, GVariant *options);
const char *atl_board_get_rank (AtlBoard *self);
void        atl_board_set_rank (AtlBoard *self, const char *rank);
AtlList    *atl_board_get_areas (AtlBoard *self);
AtlList    *atl_board_get_notes (AtlBoard *self);
AtlList    *atl_board_get_links (AtlBoard *self);

G_END_DECLS
