/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-step.h"

#include "model/atl-item-accessors.h"

/**
 * AtlStep:
 *
 * One timed block of the agenda. @minutes is planned, @spent is measured, in seconds. Without a board it is
 * a break or a speech.
 */
struct _AtlStep
{
  AtlItem parent_instance;

  char     *title;
  int       mode;
  int       minutes;
  char     *board;
  char     *rank;
  int       spent;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlStep, atl_step, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlStep, title, "title", STRING, TEXT) },
  { ATL_FIELD (AtlStep, mode, "mode", ENUM, STATE),
    .fallback = ATL_STEP_MODE_EXPLAIN, .value_type = atl_step_mode_get_type },
  { ATL_FIELD (AtlStep, minutes, "minutes", INT, STATE), .fallback = 0, .min = 0, .max = 1440 },
  { ATL_FIELD (AtlStep, board, "board", REF, STATE) },
  { ATL_FIELD (AtlStep, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlStep, spent, "spent", INT, STATE),
    .fallback = 0, .min = 0, .max = 1000000, .not_undoable = TRUE },
  { ATL_FIELD (AtlStep, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_STEP_N_FIELDS);

static void
atl_step_class_init (AtlStepClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_step_init (AtlStep *self)
{
}

/**
 * atl_step_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a step with every stored property at its default
 */
AtlStep *
atl_step_new (const char *id)
{
  return g_object_new (ATL_TYPE_STEP, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlStep, atl_step, title, ATL_STEP_TITLE, STRING);
ATL_ACCESS_INT (AtlStep, atl_step, mode, ATL_STEP_MODE, AtlStepMode, ENUM);
ATL_ACCESS_INT (AtlStep, atl_step, minutes, ATL_STEP_MINUTES, int, INT);
ATL_ACCESS_TEXT (AtlStep, atl_step, board, ATL_STEP_BOARD, REF);
ATL_ACCESS_TEXT (AtlStep, atl_step, rank, ATL_STEP_RANK, RANK);
ATL_ACCESS_INT (AtlStep, atl_step, spent, ATL_STEP_SPENT, int, INT);
