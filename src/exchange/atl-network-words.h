/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-table.h"

G_BEGIN_DECLS

/* What a column or an attribute is about. */
typedef enum
{
  ATL_NETWORK_WORD_OTHER,
  ATL_NETWORK_WORD_ID,
  ATL_NETWORK_WORD_NAME,
  ATL_NETWORK_WORD_SILO,
  ATL_NETWORK_WORD_ROLE,
  ATL_NETWORK_WORD_EXTERNAL,
  ATL_NETWORK_WORD_PRESENT,
  ATL_NETWORK_WORD_SHOWN,
  ATL_NETWORK_WORD_MANAGER,
  ATL_NETWORK_WORD_FACTORY,
  ATL_NETWORK_WORD_FROM,
  ATL_NETWORK_WORD_TO,
  ATL_NETWORK_WORD_STRENGTH,
  ATL_NETWORK_WORD_KIND,
  ATL_NETWORK_WORD_DIRECTION,
  ATL_NETWORK_WORD_DECLARED,
  ATL_NETWORK_WORD_REMARK,
  ATL_NETWORK_WORD_WAITING,
} AtlNetworkWord;

AtlNetworkWord atl_network_words_read_node (const char *name);
AtlNetworkWord atl_network_words_read_link (const char *name);
gboolean       atl_network_words_read_yes (const char *text, gboolean *yes);
gboolean       atl_network_words_is_partition (const char *name);
gboolean       atl_network_words_is_mutual (const char *text);
gboolean       atl_network_words_read_number (const char *text, double *number);
void           atl_network_words_set (AtlNetworkTable *table,
                                      guint            node,
                                      AtlNetworkWord   word,
                                      const char      *name,
                                      const char      *value);
void           atl_network_words_set_tie (AtlNetworkTable *table,
                                          AtlNetworkTie   *tie,
                                          AtlNetworkWord   word,
                                          const char      *value);

G_END_DECLS
