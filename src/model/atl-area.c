/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-area.h"

#include "model/atl-item-accessors.h"

/**
 * AtlArea:
 *
 * A named region of a board with a prompt. The rectangle is in board units.
 */
struct _AtlArea
{
  AtlItem parent_instance;

  char     *title;
  char     *prompt;
  int       layout;
  int       x;
  int       y;
  int       width;
  int       height;
  int       color;
  int       max_notes;
  gboolean  locked;
  GVariant *options;
  char     *rank;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlArea, atl_area, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlArea, title, "title", STRING, TEXT) },
  { ATL_FIELD (AtlArea, prompt, "prompt", STRING, TEXT) },
  { ATL_FIELD (AtlArea, layout, "layout", ENUM, STATE),
    .fallback = ATL_LAYOUT_FLOW, .value_type = atl_layout_get_type },
  { ATL_FIELD (AtlArea, x, "x", INT, PLACE), .fallback = 0, .min = -1000000, .max = 1000000 },
  { ATL_FIELD (AtlArea, y, "y", INT, PLACE), .fallback = 0, .min = -1000000, .max = 1000000 },
  { ATL_FIELD (AtlArea, width, "width", INT, PLACE), .fallback = 0, .min = 0, .max = 1000000 },
  { ATL_FIELD (AtlArea, height, "height", INT, PLACE), .fallback = 0, .min = 0, .max = 1000000 },
  { ATL_FIELD (AtlArea, color, "color", ENUM, STYLE),
    .fallback = ATL_TINT_GREY, .value_type = atl_tint_get_type },
  { ATL_FIELD (AtlArea, max_notes, "max-notes", INT, STATE), .fallback = 0, .min = 0, .max = 100000 },
  { ATL_FIELD (AtlArea, locked, "locked", BOOLEAN, STATE) },
  { ATL_FIELD (AtlArea, options, "options", VARIANT, STATE) },
  { ATL_FIELD (AtlArea, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlArea, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_AREA_N_FIELDS);

static void
atl_area_class_init (AtlAreaClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_area_init (AtlArea *self)
{
}

/**
 * atl_area_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a area with every stored property at its default
 */
AtlArea *
atl_area_new (const char *id)
{
  return g_object_new (ATL_TYPE_AREA, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlArea, atl_area, title, ATL_AREA_TITLE, STRING);
ATL_ACCESS_TEXT (AtlArea, atl_area, prompt, ATL_AREA_PROMPT, STRING);
ATL_ACCESS_INT (AtlArea, atl_area, layout, ATL_AREA_LAYOUT, AtlLayout, ENUM);
ATL_ACCESS_INT (AtlArea, atl_area, x, ATL_AREA_X, int, INT);
ATL_ACCESS_INT (AtlArea, atl_area, y, ATL_AREA_Y, int, INT);
ATL_ACCESS_INT (AtlArea, atl_area, width, ATL_AREA_WIDTH, int, INT);
ATL_ACCESS_INT (AtlArea, atl_area, height, ATL_AREA_HEIGHT, int, INT);
ATL_ACCESS_INT (AtlArea, atl_area, color, ATL_AREA_COLOR, AtlTint, ENUM);
ATL_ACCESS_INT (AtlArea, atl_area, max_notes, ATL_AREA_MAX_NOTES, int, INT);
ATL_ACCESS_INT (AtlArea, atl_area, locked, ATL_AREA_LOCKED, gboolean, BOOLEAN);
ATL_ACCESS_VARIANT (AtlArea, atl_area, options, ATL_AREA_OPTIONS);
ATL_ACCESS_TEXT (AtlArea, atl_area, rank, ATL_AREA_RANK, RANK);
