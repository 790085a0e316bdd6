/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-glossary.h"

G_BEGIN_DECLS

GPtrArray *atl_terms_parse (const char *text);

G_END_DECLS
