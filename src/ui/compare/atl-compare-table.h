/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/compare/atl-compare-result.h"

G_BEGIN_DECLS

void atl_compare_table_fill (GtkBox           *box,
                             AtlCompareResult *result);

G_END_DECLS
