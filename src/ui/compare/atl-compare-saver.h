/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/atl-compare-result.h"

G_BEGIN_DECLS

void atl_compare_saver_ask (GtkWidget        *teller,
                            AtlCompareResult *result,
                            const char       *folder);

G_END_DECLS
