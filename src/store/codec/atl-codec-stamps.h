/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/atl-json-reader.h"
#include "file/atl-line-writer.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* What merging adds to a file: `v` and `fv` of each item, `vector` and `tombstones` of the session. */
void atl_codec_read_stamps (const AtlJsonReader *reader, AtlItem *item);
void atl_codec_read_vector (const AtlJsonReader *reader, AtlSession *session);
void atl_codec_read_tombstones (const AtlJsonReader *reader, AtlSession *session);
void atl_codec_write_stamps (AtlLineWriter *writer, AtlItem *item);
void atl_codec_write_vector (AtlLineWriter *writer, AtlSession *session);
void atl_codec_write_tombstones (AtlLineWriter *writer, AtlSession *session);

G_END_DECLS
