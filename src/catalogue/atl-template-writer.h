/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-template.h"

G_BEGIN_DECLS

GBytes *atl_template_writer_write (AtlTemplate *template);

G_END_DECLS
