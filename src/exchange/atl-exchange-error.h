/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One code per thing that the user can act on. */
typedef enum
{
  ATL_EXCHANGE_ERROR_EMPTY,     /* nothing to export: choose another board or session */
  ATL_EXCHANGE_ERROR_TOO_LARGE, /* the picture would not fit in memory: choose a smaller size */
  ATL_EXCHANGE_ERROR_DRAWING,   /* cairo gave up */
  ATL_EXCHANGE_ERROR_CANCELLED,
  ATL_EXCHANGE_ERROR_UNREADABLE, /* what is read is not of the format, or damaged */
} AtlExchangeError;

#define ATL_EXCHANGE_ERROR (atl_exchange_error_quark ())
GQuark atl_exchange_error_quark (void);

G_END_DECLS
