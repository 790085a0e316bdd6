/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-exchange-error.h"

/**
 * atl_exchange_error_quark:
 *
 * Returns: the domain of the errors of exports and imports
 */
GQuark
atl_exchange_error_quark (void)
{
  return g_quark_from_static_string ("atl-exchange-error-quark");
}
