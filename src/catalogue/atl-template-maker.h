/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-template-draft.h"

G_BEGIN_DECLS

AtlTemplate *atl_template_maker_make (AtlTemplateDraft *draft,
                                      const char       *id,
                                      const char       *path);

G_END_DECLS
