/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-board.h"
#include "model/atl-link.h"

G_BEGIN_DECLS

/* Numbers on links, such as the days that a hand-off waits: their sum, and the way along which it is
 * longest. */

gboolean   atl_link_get_number (AtlLink    *link,
                                const char *field,
                                double     *value);
double     atl_links_sum (GPtrArray  *links,
                          const char *field,
                          guint      *n_known);
GPtrArray *atl_board_dup_path_links (AtlBoard  *board,
                                     GPtrArray *notes);
GPtrArray *atl_board_dup_longest_path (AtlBoard   *board,
                                       const char *field,
                                       double     *sum);
double     atl_board_get_field_total (AtlBoard   *board,
                                      const char *field,
                                      guint      *n_known);

G_END_DECLS
