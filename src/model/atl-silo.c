/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-silo.h"

#include "model/atl-item-accessors.h"

/**
 * AtlSilo:
 *
 * A value of a partition (department, unit, site…) that people belong to.
 */
struct _AtlSilo
{
  AtlItem parent_instance;

  char     *partition;
  char     *name;
  int       color;
  gboolean  external;
  gboolean  factory;
  char     *rank;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlSilo, atl_silo, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlSilo, partition, "partition", STRING, STATE) },
  { ATL_FIELD (AtlSilo, name, "name", STRING, TEXT) },
  { ATL_FIELD (AtlSilo, color, "color", ENUM, STYLE),
    .fallback = ATL_TINT_GREY, .value_type = atl_tint_get_type },
  { ATL_FIELD (AtlSilo, external, "external", BOOLEAN, STATE) },
  { ATL_FIELD (AtlSilo, factory, "factory", BOOLEAN, STATE) },
  { ATL_FIELD (AtlSilo, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlSilo, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_SILO_N_FIELDS);

static void
atl_silo_class_init (AtlSiloClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_silo_init (AtlSilo *self)
{
}

/**
 * atl_silo_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a silo with every stored property at its default
 */
AtlSilo *
atl_silo_new (const char *id)
{
  return g_object_new (ATL_TYPE_SILO, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlSilo, atl_silo, partition, ATL_SILO_PARTITION, STRING);
ATL_ACCESS_TEXT (AtlSilo, atl_silo, name, ATL_SILO_NAME, STRING);
ATL_ACCESS_INT (AtlSilo, atl_silo, color, ATL_SILO_COLOR, AtlTint, ENUM);
ATL_ACCESS_INT (AtlSilo, atl_silo, external, ATL_SILO_EXTERNAL, gboolean, BOOLEAN);
ATL_ACCESS_INT (AtlSilo, atl_silo, factory, ATL_SILO_FACTORY, gboolean, BOOLEAN);
ATL_ACCESS_TEXT (AtlSilo, atl_silo, rank, ATL_SILO_RANK, RANK);

/**
 * atl_silo_get_nth_tint:
 * @n: any number
 *
 * Returns: the color for the silo of this number, from 0, if nothing else decides: neighbors are easy to tell
 * apart; after %ATL_SILO_N_TINTS the first comes again
 */
AtlTint
atl_silo_get_nth_tint (guint n)
{
  static const AtlTint tints[] = {
    ATL_TINT_BLUE,
    ATL_TINT_ORANGE,
    ATL_TINT_GREEN,
    ATL_TINT_PINK,
    ATL_TINT_PURPLE,
    ATL_TINT_TEAL,
    ATL_TINT_YELLOW,
    ATL_TINT_RED,
    ATL_TINT_GREY,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (tints) == ATL_SILO_N_TINTS);
  return tints[n % ATL_SILO_N_TINTS];
}
