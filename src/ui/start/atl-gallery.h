/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "ui/start/atl-choice.h"

G_BEGIN_DECLS

/**
 * AtlGalleryAim:
 * @ATL_GALLERY_SESSION: programs and templates, for a new session
 * @ATL_GALLERY_BOARD: templates only, for one more board of a session
 */
typedef enum
{
  ATL_GALLERY_SESSION,
  ATL_GALLERY_BOARD,
} AtlGalleryAim;

#define ATL_TYPE_GALLERY (atl_gallery_get_type ())
G_DECLARE_FINAL_TYPE (AtlGallery, atl_gallery, ATL, GALLERY, AdwBin)

/* Signal "create" (AtlChoice *choice, const char *title, const char *language). Property "in-details"
 * (read-only). */

GtkWidget  *atl_gallery_new (AtlCatalogue *catalogue,
                             AtlGalleryAim aim,
                             const char   *language);
void        atl_gallery_set_top (AtlGallery *self,
                                 GtkWidget  *top);
void        atl_gallery_set_capture (AtlGallery *self,
                                     GtkWidget  *widget);
const char *atl_gallery_get_language (AtlGallery *self);
void        atl_gallery_search (AtlGallery *self,
                                const char *words);
guint       atl_gallery_get_n_shown (AtlGallery *self);
gboolean    atl_gallery_open (AtlGallery *self,
                              const char *id);
gboolean    atl_gallery_get_in_details (AtlGallery *self);
void        atl_gallery_back (AtlGallery *self);
void        atl_gallery_restart (AtlGallery *self);

G_END_DECLS
