/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/atl-problems.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

#define ATL_CODEC_FORMAT "atelier-session"
#define ATL_CODEC_VERSION 1
#define ATL_CODEC_MAX_ITEMS 200000

/**
 * AtlCodecAge:
 * @ATL_CODEC_CURRENT: this version knows everything the format can say
 * @ATL_CODEC_NEWER: made by a newer version: to be shown, not to be written
 */
typedef enum
{
  ATL_CODEC_CURRENT,
  ATL_CODEC_NEWER,
} AtlCodecAge;

AtlSession *atl_codec_read (GBytes *bytes, AtlProblems *problems, AtlCodecAge *age, GError **error);
GBytes     *atl_codec_write (AtlSession *session);
GBytes     *atl_codec_write_content (AtlSession *session);

G_END_DECLS
