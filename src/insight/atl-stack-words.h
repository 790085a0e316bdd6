/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *atl_stack_words_suggest (const char *const *texts,
                               const char        *language);

G_END_DECLS
