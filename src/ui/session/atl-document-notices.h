/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document.h"
#include "ui/session/atl-notices.h"

G_BEGIN_DECLS

void atl_document_notices_follow (AtlNotices  *notices,
                                  AtlDocument *document);
void atl_document_notices_forget (AtlNotices  *notices,
                                  AtlDocument *document);
void atl_document_notices_remind (AtlNotices  *notices,
                                  AtlDocument *document);

G_END_DECLS
