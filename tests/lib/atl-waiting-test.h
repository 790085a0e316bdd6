/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef gboolean (*AtlTestCondition) (gpointer data);

void atl_test_wait_for (AtlTestCondition condition,
                        gpointer         data);

G_END_DECLS
