/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document.h"
#include "ui/session/atl-notices.h"

G_BEGIN_DECLS

void atl_undecided_notice_follow (AtlNotices  *notices,
                                  AtlDocument *document);
void atl_undecided_notice_forget (AtlNotices *notices);

G_END_DECLS
