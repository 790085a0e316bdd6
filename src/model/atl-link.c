/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-link.h"

#include "model/atl-item-accessors.h"

/**
 * AtlLink:
 *
 * A relation between two notes or nodes; it lives in the board of @from.
 */
struct _AtlLink
{
  AtlItem parent_instance;

  char     *from;
  char     *to;
  int       kind;
  int       strength;
  int       declared_by;
  char     *remark;
  GVariant *fields;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlLink, atl_link, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlLink, from, "from", REF, STATE) },
  { ATL_FIELD (AtlLink, to, "to", REF, STATE) },
  { ATL_FIELD (AtlLink, kind, "kind", ENUM, STATE),
    .fallback = ATL_LINK_KIND_RELATES, .value_type = atl_link_kind_get_type },
  { ATL_FIELD (AtlLink, strength, "strength", INT, STATE), .fallback = 3, .min = 1, .max = 5 },
  { ATL_FIELD (AtlLink, declared_by, "declared-by", ENUM, STATE),
    .fallback = ATL_DECLARED_BY_BOTH, .value_type = atl_declared_by_get_type },
  { ATL_FIELD (AtlLink, remark, "remark", STRING, TEXT) },
  { ATL_FIELD (AtlLink, fields, "fields", VARIANT, STATE) },
  { ATL_FIELD (AtlLink, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_LINK_N_FIELDS);

static void
atl_link_class_init (AtlLinkClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_link_init (AtlLink *self)
{
}

/**
 * atl_link_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a link with every stored property at its default
 */
AtlLink *
atl_link_new (const char *id)
{
  return g_object_new (ATL_TYPE_LINK, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlLink, atl_link, from, ATL_LINK_FROM, REF);
ATL_ACCESS_TEXT (AtlLink, atl_link, to, ATL_LINK_TO, REF);
ATL_ACCESS_INT (AtlLink, atl_link, kind, ATL_LINK_KIND, AtlLinkKind, ENUM);
ATL_ACCESS_INT (AtlLink, atl_link, strength, ATL_LINK_STRENGTH, int, INT);
ATL_ACCESS_INT (AtlLink, atl_link, declared_by, ATL_LINK_DECLARED_BY, AtlDeclaredBy, ENUM);
ATL_ACCESS_TEXT (AtlLink, atl_link, remark, ATL_LINK_REMARK, STRING);
ATL_ACCESS_VARIANT (AtlLink, atl_link, fields, ATL_LINK_FIELDS);
