/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_TYPE_STAMPER (atl_stamper_get_type ())
G_DECLARE_FINAL_TYPE (AtlStamper, atl_stamper, ATL, STAMPER, GObject)

AtlStamper *atl_stamper_new (AtlSession *session);
gboolean    atl_stamper_stamp (AtlStamper *self);
guint       atl_stamper_get_generation (AtlStamper *self);
void        atl_stamper_pause (AtlStamper *self);
void        atl_stamper_resume (AtlStamper *self);

G_END_DECLS
