/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/atl-file-error.h"

G_BEGIN_DECLS

/* The words of JSON. On failure the cursor stands at the place, code and reason (not yet
 * translated) say why. */
typedef struct
{
  const char  *start;
  const char  *cursor;
  const char  *end;
  AtlFileError code;
  const char  *reason;
} AtlScanner;

gboolean atl_scanner_fail (AtlScanner *self, AtlFileError code, const char *reason);
gboolean atl_scanner_fail_cut (AtlScanner *self);
void     atl_scanner_skip_space (AtlScanner *self);
gboolean atl_scanner_skip_string (AtlScanner *self, gboolean *escaped);
gboolean atl_scanner_skip_number (AtlScanner *self);
gboolean atl_scanner_skip_word (AtlScanner *self, const char *word);
gsize    atl_scanner_unescape (const char *text, gsize length, char *out);

G_END_DECLS
