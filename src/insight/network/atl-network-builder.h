/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-network.h"

G_BEGIN_DECLS

/* Collects what a network is made of: silos first, then nodes, then links. */
typedef struct _AtlNetworkBuilder AtlNetworkBuilder;

AtlNetworkBuilder *atl_network_builder_new (void);
void               atl_network_builder_free (AtlNetworkBuilder *self);
void               atl_network_builder_set_feedback (AtlNetworkBuilder *self, gboolean counts);
guint              atl_network_builder_add_silo (AtlNetworkBuilder *self, const char *id, const char *name);
void               atl_network_builder_set_silo (AtlNetworkBuilder *self,
                                                 guint              silo,
                                                 gboolean           external,
                                                 gboolean           factory);
guint              atl_network_builder_add_node (AtlNetworkBuilder *self,
                                                 const char        *id,
                                                 const char        *label,
                                                 int                silo);
void               atl_network_builder_set_person (AtlNetworkBuilder *self,
                                                   guint              node,
                                                   const char        *person,
                                                   const char        *name);
void               atl_network_builder_set_node (AtlNetworkBuilder *self,
                                                 guint              node,
                                                 gboolean           external,
                                                 gboolean           present);
void               atl_network_builder_add_link (AtlNetworkBuilder *self,
                                                 const char        *id,
                                                 guint              from,
                                                 guint              to,
                                                 AtlLinkKind        kind,
                                                 int                strength);
AtlNetwork        *atl_network_builder_end (AtlNetworkBuilder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlNetworkBuilder, atl_network_builder_free)

G_END_DECLS
