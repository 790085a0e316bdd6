/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "catalogue/atl-shape.h"

G_BEGIN_DECLS

const AtlShape *atl_template_shape_get (void);
const AtlShape *atl_template_shape_get_area (void);

G_END_DECLS
