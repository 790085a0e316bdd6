/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean atl_scroll_mark_place (double  start,
                                double  length,
                                double  view,
                                double *at,
                                double *size);

G_END_DECLS
