/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define ATL_STORE_ERROR (atl_store_error_quark ())

/**
 * AtlStoreError:
 * @ATL_STORE_ERROR_NOT_A_SESSION: valid JSON, but not a session of Atelier
 * @ATL_STORE_ERROR_TOO_MANY: more items than a session may have
 * @ATL_STORE_ERROR_READ_ONLY: the session cannot be saved under its own name
 * @ATL_STORE_ERROR_OTHER_SESSION: not a copy of the same session: to be imported, not merged
 * @ATL_STORE_ERROR_TAKEN: another window or process has what was to be recovered, or it is gone
 * @ATL_STORE_ERROR_GROUP_WORK: the file of a group holds work that is to be merged before it is replaced
 * @ATL_STORE_ERROR_OWN_FILE: a copy is to go where the session itself is
 * @ATL_STORE_ERROR_NOT_KEPT: no safety copy of what is in no file could be written
 */
typedef enum
{
  ATL_STORE_ERROR_NOT_A_SESSION,
  ATL_STORE_ERROR_TOO_MANY,
  ATL_STORE_ERROR_READ_ONLY,
  ATL_STORE_ERROR_OTHER_SESSION,
  ATL_STORE_ERROR_TAKEN,
  ATL_STORE_ERROR_GROUP_WORK,
  ATL_STORE_ERROR_OWN_FILE,
  ATL_STORE_ERROR_NOT_KEPT,
} AtlStoreError;

GQuark atl_store_error_quark (void);
void   atl_store_error_set_not_kept (GError **error, const GError *why);

G_END_DECLS
