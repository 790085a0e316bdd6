/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "scene/atl-rect.h"

G_BEGIN_DECLS

/* Texts beyond this are cut, whatever the room that is left: nobody reads them on a note, and files have
 * them. */
#define ATL_TEXT_MAX_CHARS 4000

/* Makes text layouts that break alike on screen and on paper. For one thread. */
typedef struct _AtlTextMaker AtlTextMaker;

typedef struct
{
  double      size;       /* board units */
  PangoWeight weight;     /* 0 is normal */
  double      width;      /* to wrap at, 0 not to */
  double      max_height; /* beyond which there is an ellipsis, 0 for none */
  gboolean    one_line;   /* ellipsis instead of a second line */
  guint       bold_bytes; /* of the beginning of the text */
  gboolean    centered;
} AtlTextStyle;

AtlTextMaker *atl_text_maker_new (void);
void          atl_text_maker_free (AtlTextMaker *self);
PangoLayout  *atl_text_maker_make (AtlTextMaker       *self,
                                   const char         *text,
                                   const AtlTextStyle *style);
PangoLayout  *atl_text_maker_fit (AtlTextMaker       *self,
                                  const char         *text,
                                  const AtlTextStyle *style,
                                  double              smallest,
                                  double             *size);
PangoLayout  *atl_text_maker_get_symbol (AtlTextMaker *self,
                                         const char   *symbol,
                                         double        size);
double        atl_text_get_height (PangoLayout *layout);
double        atl_text_get_width (PangoLayout *layout);
gboolean      atl_text_is_cut (PangoLayout *layout);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlTextMaker, atl_text_maker_free)

G_END_DECLS
