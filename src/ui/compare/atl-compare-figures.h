/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/compare/atl-compare-result.h"

G_BEGIN_DECLS

/* A figure of both maps in words; what is undefined is “–”. */
typedef struct
{
  const char *label; /* translated */
  const char *word;  /* the same in the language of the numbers */
  const char *help;  /* what it means, in that language */
  const char *note;  /* translated: how it is computed */
  char       *before;
  char       *after;
  char       *change;
  gboolean    details; /* says little on a small map */
} AtlCompareFigure;

GPtrArray *atl_compare_figures_new (AtlCompareResult *result,
                                    const char       *language);

G_END_DECLS
