/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "file/atl-problems.h"

G_BEGIN_DECLS

void atl_problems_window_open (GtkWindow   *parent,
                               AtlProblems *problems,
                               gboolean     damaged);

G_END_DECLS
