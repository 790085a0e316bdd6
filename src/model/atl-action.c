/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-action.h"

#include "model/atl-item-accessors.h"

/**
 * AtlAction:
 *
 * Something that somebody does after the workshop. @owners holds ids of people or plain names.
 */
struct _AtlAction
{
  AtlItem parent_instance;

  char     *text;
  char    **owners;
  char     *due;
  int       status;
  char     *proof;
  char    **notes;
  char     *rank;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlAction, atl_action, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlAction, text, "text", STRING, TEXT) },
  { ATL_FIELD (AtlAction, owners, "owners", STRV, STATE) },
  { ATL_FIELD (AtlAction, due, "due", DATE, STATE) },
  { ATL_FIELD (AtlAction, status, "status", ENUM, STATE),
    .fallback = ATL_STATUS_TODO, .value_type = atl_status_get_type },
  { ATL_FIELD (AtlAction, proof, "proof", STRING, TEXT) },
  { ATL_FIELD (AtlAction, notes, "notes", STRV, STATE) },
  { ATL_FIELD (AtlAction, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlAction, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_ACTION_N_FIELDS);

static void
atl_action_class_init (AtlActionClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_action_init (AtlAction *self)
{
}

/**
 * atl_action_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a action with every stored property at its default
 */
AtlAction *
atl_action_new (const char *id)
{
  return g_object_new (ATL_TYPE_ACTION, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlAction, atl_action, text, ATL_ACTION_TEXT, STRING);
ATL_ACCESS_STRV (AtlAction, atl_action, owners, ATL_ACTION_OWNERS);
ATL_ACCESS_TEXT (AtlAction, atl_action, due, ATL_ACTION_DUE, DATE);
ATL_ACCESS_INT (AtlAction, atl_action, status, ATL_ACTION_STATUS, AtlStatus, ENUM);
ATL_ACCESS_TEXT (AtlAction, atl_action, proof, ATL_ACTION_PROOF, STRING);
ATL_ACCESS_STRV (AtlAction, atl_action, notes, ATL_ACTION_NOTES);
ATL_ACCESS_TEXT (AtlAction, atl_action, rank, ATL_ACTION_RANK, RANK);
