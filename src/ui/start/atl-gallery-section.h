/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/start/atl-choice.h"

G_BEGIN_DECLS

#define ATL_TYPE_GALLERY_SECTION (atl_gallery_section_get_type ())
G_DECLARE_FINAL_TYPE (AtlGallerySection, atl_gallery_section, ATL, GALLERY_SECTION, GtkBox)

/* Signal "chosen" (AtlChoice *choice). */

GtkWidget   *atl_gallery_section_new (const char *title,
                                      gboolean    repeats);
void         atl_gallery_section_set_title (AtlGallerySection *self,
                                            const char        *title);
void         atl_gallery_section_add (AtlGallerySection *self,
                                      AtlChoice         *choice,
                                      const char        *language);
void         atl_gallery_section_set_language (AtlGallerySection *self,
                                               const char        *language);
guint        atl_gallery_section_filter (AtlGallerySection *self,
                                         const char        *words);
AtlChoiceHit atl_gallery_section_get_hit (AtlGallerySection *self);
AtlChoice   *atl_gallery_section_get_first (AtlGallerySection *self);
void         atl_gallery_section_clear (AtlGallerySection *self);
gboolean     atl_gallery_section_fill (AtlGallerySection *self);

G_END_DECLS
