/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/atl-store-error.h"

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
