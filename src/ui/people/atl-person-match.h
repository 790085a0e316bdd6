/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-person.h"

G_BEGIN_DECLS

gboolean atl_person_matches (AtlPerson  *person,
                             const char *typed);

G_END_DECLS
