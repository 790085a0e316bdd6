/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void atl_authors_menu_append (GMenu *menu);

G_END_DECLS
