/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void     atl_renderer_choose (void);
gboolean atl_renderer_is_software (const char *name);

G_END_DECLS
