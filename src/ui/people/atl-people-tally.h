/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/people/atl-people-edits.h"
#include "ui/people/atl-people-parser.h"

G_BEGIN_DECLS

char *atl_people_tally_dup_text (const AtlPeopleTally *tally);
char *atl_people_text_dup_unread (const AtlPeopleText *text);

G_END_DECLS
