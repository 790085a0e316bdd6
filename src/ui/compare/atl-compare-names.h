/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare/atl-compare-result.h"

G_BEGIN_DECLS

/* What the window says of people, silos and dates. */

char *atl_compare_names_dup_node (AtlCompareResult *result,
                                  guint             node);
char *atl_compare_names_dup_silo (AtlCompareResult *result,
                                  guint             node,
                                  gboolean          then);
char *atl_compare_names_dup_day (AtlCompareSource *source,
                                 const char       *language);
char *atl_compare_names_dup_source (AtlCompareSource *source);
char *atl_compare_names_dup_hint (AtlCompareSide *side,
                                  guint           node);
char *atl_compare_names_dup_presence (AtlCompareResult *result);
char *atl_compare_names_dup_sentence (AtlCompareResult *result,
                                      const char       *id,
                                      gboolean          silos_only);

G_END_DECLS
