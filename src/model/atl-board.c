/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-board.h"

#include "model/atl-item-accessors.h"
#include "model/atl-area.h"
#include "model/atl-link.h"
#include "model/atl-note.h"

/**
 * AtlBoard:
 *
 * One canvas of a session. Coordinates on it are board units: a template board is 1600 × 1000.
 */
struct _AtlBoard
{
  AtlItem parent_instance;

  char *title;
  char *template;
  GVariant *options;
  char     *rank;
  GVariant *alternatives;
  AtlList  *areas;
  AtlList  *notes;
  AtlList  *links;
};

G_DEFINE_FINAL_TYPE (AtlBoard, atl_board, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlBoard, title, "title", STRING, TEXT) },
  { ATL_FIELD (AtlBoard, template, "template", STRING, STATE) },
  { ATL_FIELD (AtlBoard, options, "options", VARIANT, STATE) },
  { ATL_FIELD (AtlBoard, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlBoard, alternatives, "alternatives", VARIANT, STATE) },
  { ATL_FIELD (AtlBoard, areas, "areas", LIST, STATE), .value_type = atl_area_get_type },
  { ATL_FIELD (AtlBoard, notes, "notes", LIST, STATE), .value_type = atl_note_get_type },
  { ATL_FIELD (AtlBoard, links, "links", LIST, STATE), .value_type = atl_link_get_type },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_BOARD_N_FIELDS);

static void
atl_board_class_init (AtlBoardClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_board_init (AtlBoard *self)
{
}

/**
 * atl_board_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a board with every stored property at its default
 */
AtlBoard *
atl_board_new (const char *id)
{
  return g_object_new (ATL_TYPE_BOARD, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlBoard, atl_board, title, ATL_BOARD_TITLE, STRING);
ATL_ACCESS_TEXT (AtlBoard, atl_board, template, ATL_BOARD_TEMPLATE, STRING);
ATL_ACCESS_VARIANT (AtlBoard, atl_board, options, ATL_BOARD_OPTIONS);
ATL_ACCESS_TEXT (AtlBoard, atl_board, rank, ATL_BOARD_RANK, RANK);
ATL_ACCESS_LIST (AtlBoard, atl_board, areas, ATL_BOARD_AREAS);
ATL_ACCESS_LIST (AtlBoard, atl_board, notes, ATL_BOARD_NOTES);
ATL_ACCESS_LIST (AtlBoard, atl_board, links, ATL_BOARD_LINKS);
