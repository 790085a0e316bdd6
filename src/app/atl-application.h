/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define ATL_TYPE_APPLICATION (atl_application_get_type ())
G_DECLARE_FINAL_TYPE (AtlApplication, atl_application, ATL, APPLICATION, AdwApplication)

AtlApplication *atl_application_new (GApplicationFlags flags);

G_END_DECLS
