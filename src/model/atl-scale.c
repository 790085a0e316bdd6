/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-scale.h"

#include "model/atl-item-accessors.h"

/**
 * AtlScale:
 *
 * A private question answered on a short scale. @answers maps person ids, or the values themselves, to
 * numbers.
 */
struct _AtlScale
{
  AtlItem parent_instance;

  char     *title;
  GVariant *options;
  GVariant *answers;
  char     *rank;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlScale, atl_scale, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlScale, title, "title", STRING, TEXT) },
  { ATL_FIELD (AtlScale, options, "options", VARIANT, STATE) },
  { ATL_FIELD (AtlScale, answers, "answers", VARIANT, STATE) },
  { ATL_FIELD (AtlScale, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlScale, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_SCALE_N_FIELDS);

static void
atl_scale_class_init (AtlScaleClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_scale_init (AtlScale *self)
{
}

/**
 * atl_scale_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a scale with every stored property at its default
 */
AtlScale *
atl_scale_new (const char *id)
{
  return g_object_new (ATL_TYPE_SCALE, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlScale, atl_scale, title, ATL_SCALE_TITLE, STRING);
ATL_ACCESS_VARIANT (AtlScale, atl_scale, options, ATL_SCALE_OPTIONS);
ATL_ACCESS_VARIANT (AtlScale, atl_scale, answers, ATL_SCALE_ANSWERS);
ATL_ACCESS_TEXT (AtlScale, atl_scale, rank, ATL_SCALE_RANK, RANK);
