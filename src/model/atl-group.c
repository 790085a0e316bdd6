/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-group.h"

#include "model/atl-item-accessors.h"

/**
 * AtlGroup:
 *
 * A break-out group: @people holds the ids of its members.
 */
struct _AtlGroup
{
  AtlItem parent_instance;

  char     *title;
  char    **people;
  char     *rank;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlGroup, atl_group, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlGroup, title, "title", STRING, TEXT) },
  { ATL_FIELD (AtlGroup, people, "people", STRV, STATE) },
  { ATL_FIELD (AtlGroup, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlGroup, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_GROUP_N_FIELDS);

static void
atl_group_class_init (AtlGroupClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_group_init (AtlGroup *self)
{
}

/**
 * atl_group_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a group with every stored property at its default
 */
AtlGroup *
atl_group_new (const char *id)
{
  return g_object_new (ATL_TYPE_GROUP, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlGroup, atl_group, title, ATL_GROUP_TITLE, STRING);
ATL_ACCESS_STRV (AtlGroup, atl_group, people, ATL_GROUP_PEOPLE);
ATL_ACCESS_TEXT (AtlGroup, atl_group, rank, ATL_GROUP_RANK, RANK);
