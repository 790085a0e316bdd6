/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

/* Values of stored properties in the user's words. */

const char *atl_value_words_get_label (const char *property);
char       *atl_value_words_dup (AtlItem    *item,
                                 guint       field,
                                 AtlSession *session);

G_END_DECLS
