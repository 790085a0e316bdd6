/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/atl-durable-target.h"
#include "file/atl-durable-temporary.h"

G_BEGIN_DECLS

/* What a save knows of the two contents: what it writes, and what it believes to replace. */
typedef struct
{
  const char *ours;
  const char *expected;
} AtlDurableExpectation;

gboolean atl_durable_place (AtlDurableTarget *target, AtlDurableTemporary *temporary, GError **error);
gboolean atl_durable_place_expecting (AtlDurableTarget            *target,
                                      AtlDurableTemporary         *temporary,
                                      const AtlDurableExpectation *expectation,
                                      char                       **kept,
                                      GError                     **error);

G_END_DECLS
