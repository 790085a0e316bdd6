/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/atl-json-reader.h"
#include "file/atl-line-writer.h"
#include "model/atl-item.h"

G_BEGIN_DECLS

/* Parts of the codec that items and tombstones share. Only atl-codec-*.c use them. */
void atl_codec_read_fields (const AtlJsonReader *reader, AtlItem *item);
void atl_codec_read_unknown (const AtlJsonReader *reader, AtlItem *item, const char *const *known);
void atl_codec_write_fields (AtlLineWriter *writer, AtlItem *item);
void atl_codec_write_unknown (AtlLineWriter *writer, AtlItem *item);

G_END_DECLS
