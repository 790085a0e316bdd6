/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-session.h"

G_BEGIN_DECLS

GtkWidget *atl_version_preview_new (AtlSession *session);

G_END_DECLS
