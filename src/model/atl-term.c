/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-term.h"

#include "model/atl-item-accessors.h"

/**
 * AtlTerm:
 *
 * A word of the glossary: what business and technology mean by it, and what was agreed.
 */
struct _AtlTerm
{
  AtlItem parent_instance;

  char     *term;
  char     *business;
  char     *technical;
  char     *agreed;
  char     *rank;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlTerm, atl_term, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlTerm, term, "term", STRING, TEXT) },
  { ATL_FIELD (AtlTerm, business, "business", STRING, TEXT) },
  { ATL_FIELD (AtlTerm, technical, "technical", STRING, TEXT) },
  { ATL_FIELD (AtlTerm, agreed, "agreed", STRING, TEXT) },
  { ATL_FIELD (AtlTerm, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlTerm, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_TERM_N_FIELDS);

static void
atl_term_class_init (AtlTermClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_term_init (AtlTerm *self)
{
}

/**
 * atl_term_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a term with every stored property at its default
 */
AtlTerm *
atl_term_new (const char *id)
{
  return g_object_new (ATL_TYPE_TERM, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlTerm, atl_term, term, ATL_TERM_TERM, STRING);
ATL_ACCESS_TEXT (AtlTerm, atl_term, business, ATL_TERM_BUSINESS, STRING);
ATL_ACCESS_TEXT (AtlTerm, atl_term, technical, ATL_TERM_TECHNICAL, STRING);
ATL_ACCESS_TEXT (AtlTerm, atl_term, agreed, ATL_TERM_AGREED, STRING);
ATL_ACCESS_TEXT (AtlTerm, atl_term, rank, ATL_TERM_RANK, RANK);
