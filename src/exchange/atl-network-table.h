/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/atl-network-limits.h"
#include "file/atl-problems.h"
#include "model/atl-enum-types.h"

G_BEGIN_DECLS

/* A person, role or team as a file describes it. */
typedef struct
{
  char    *label;
  char    *role;
  gboolean external;
  gboolean absent;
  gboolean manager;
  gboolean factory; /* whose silo is the digital factory */
  gboolean listed;  /* in a list of people, not only at the end of a link */
  AtlShown shown;
} AtlNetworkRow;

/* A link as a file describes it. */
typedef struct
{
  guint         from;
  guint         to;
  int           kind; /* AtlLinkKind, or ATL_NETWORK_NO_KIND */
  double        strength;
  gboolean      mutual; /* counts in both directions */
  AtlDeclaredBy declared_by;
  char         *remark;
  double        waiting; /* days, 0 if nothing is said */
  guint         file;    /* that says so, from 1, and its line: of the table that it is in */
  guint         line;
} AtlNetworkTie;

/* An attribute of the nodes: a partition, if its values group them. */
typedef struct
{
  char       *name;
  GHashTable *values; /* number of a node + 1 to a text */
  gboolean    chosen; /* the file says that it holds the silos */
  gboolean    stated; /* the file says that it is a partition */
} AtlNetworkColumn;

/* What files tell of a network before it goes into a session, and what in them could not be used. */
typedef struct
{
  GPtrArray   *rows;    /* AtlNetworkRow */
  GArray      *ties;    /* AtlNetworkTie */
  GPtrArray   *columns; /* AtlNetworkColumn */
  AtlProblems *problems;
  GHashTable  *texts;   /* as written, and folded, to a number + 1 */
  GHashTable  *seen;    /* ties, lest one is there twice */
  GHashTable  *strange; /* kinds of links that mean nothing to us */
  GPtrArray   *sources; /* the names of all files */
  const char  *source;  /* of the one that is read now */
  guint        line;    /* in it, 0 if unknown */
  guint        first;   /* number of the first node of that file */
  GArray      *order;   /* vertices of the last Pajek network: a partition may be a file of its own */
} AtlNetworkTable;

AtlNetworkTable *atl_network_table_new (void);
void             atl_network_table_free (AtlNetworkTable *self);
void             atl_network_table_begin (AtlNetworkTable *self, const char *source);
void             atl_network_table_report (AtlNetworkTable *self, const char *format, ...)
  G_GNUC_PRINTF (2, 3);
guint atl_network_table_find (AtlNetworkTable *self, const char *text);
guint atl_network_table_add (AtlNetworkTable *self, const char *label);
guint atl_network_table_find_or_add (AtlNetworkTable *self, const char *text);
void  atl_network_table_name (AtlNetworkTable *self, guint node, const char *id, const char *label);
void  atl_network_table_state (AtlNetworkTable *self, const char *name, gboolean silos);
void  atl_network_table_put (AtlNetworkTable *self, guint node, const char *name, const char *value);
void  atl_network_table_add_tie (AtlNetworkTable *self, AtlNetworkTie *tie);
void  atl_network_table_end (AtlNetworkTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlNetworkTable, atl_network_table_free)

G_END_DECLS
