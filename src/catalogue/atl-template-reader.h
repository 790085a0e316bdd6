/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-template.h"
#include "file/atl-problems.h"

G_BEGIN_DECLS

AtlTemplate *atl_template_reader_read (GBytes      *bytes,
                                       const char  *path,
                                       AtlProblems *problems);
AtlTemplate *atl_template_reader_load (const char  *path,
                                       AtlProblems *problems);

G_END_DECLS
