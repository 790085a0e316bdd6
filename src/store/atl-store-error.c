/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-store-error.h"

#include "config.h"
#include "file/atl-file-error.h"

#include <glib/gi18n-lib.h>

/**
 * atl_store_error_quark:
 *
 * Returns: the error domain of the store
 */
GQuark
atl_store_error_quark (void)
{
  return g_quark_from_static_string ("atl-store-error-quark");
}

/**
 * atl_store_error_set_not_kept:
 * @error: (out) (optional): where to put the error
 * @why: what writing a safety copy said
 *
 * Says in plain words that there is no safety copy. Where those lie is nothing for the user.
 */
void
atl_store_error_set_not_kept (GError **error, const GError *why)
{
  const char *reason = _ ("The folder for safety copies cannot be written.");

  if (g_error_matches (why, ATL_FILE_ERROR, ATL_FILE_ERROR_FULL))
    reason = _ ("The disk is full: there is no room for a safety copy.");
  g_set_error_literal (error, ATL_STORE_ERROR, ATL_STORE_ERROR_NOT_KEPT, reason);
}
