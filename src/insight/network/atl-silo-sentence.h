/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/network/atl-bridges.h"

G_BEGIN_DECLS

typedef enum
{
  ATL_SILO_VALUE_SHARE,    /* number, 0 to 1: “25 %” */
  ATL_SILO_VALUE_COUNT_OF, /* the same on a small map, by count and total: “2/8” */
  ATL_SILO_VALUE_PART_OF,  /* number of the total, which need not be whole: “6.4/8” */
  ATL_SILO_VALUE_FACTOR,   /* number */
  ATL_SILO_VALUE_COUNT,    /* count */
  ATL_SILO_VALUE_SILO,     /* index */
  ATL_SILO_VALUE_NODE,     /* index */
  ATL_SILO_VALUE_PAIRS,    /* pairs of nodes, total of them */
  ATL_SILO_VALUE_TEXT,     /* text */
} AtlSiloValueKind;

/* What stands for a placeholder. */
typedef struct
{
  const char      *name;
  AtlSiloValueKind kind;
  double           number;
  guint64          count;
  guint64          total;
  guint            index;
  const AtlBridge *pairs;
  const char      *text;
} AtlSiloValue;

#define ATL_SILO_MOST_VALUES 6

/* A sentence of silo-texts.json that applies, with its values. */
typedef struct
{
  const char  *id;       /* NULL if none applies */
  gboolean     details;  /* an index of a small map: only among the details */
  gboolean     personal; /* names people: for the screen of the facilitator, never exported */
  guint        n_values;
  AtlSiloValue values[ATL_SILO_MOST_VALUES];
} AtlSiloSentence;

/* Gives the name under which a node may be shown: (transfer full). */
typedef char *(*AtlSiloNamer) (AtlNetwork *network, guint node, gpointer data);

void  atl_silo_sentence_init (AtlSiloSentence *self, const char *id);
void  atl_silo_sentence_add_share (AtlSiloSentence *self,
                                   const char      *name,
                                   double           number,
                                   guint64          count,
                                   guint64          total,
                                   gboolean         small);
void  atl_silo_sentence_add_part (AtlSiloSentence *self, const char *name, double number, guint64 total);
void  atl_silo_sentence_add_factor (AtlSiloSentence *self, const char *name, double number);
void  atl_silo_sentence_add_count (AtlSiloSentence *self, const char *name, guint64 count);
void  atl_silo_sentence_add_silo (AtlSiloSentence *self, const char *name, guint silo);
void  atl_silo_sentence_add_node (AtlSiloSentence *self, const char *name, guint node);
void  atl_silo_sentence_add_pairs (AtlSiloSentence *self, const char *name, const AtlBridge *pairs, guint n);
void  atl_silo_sentence_add_text (AtlSiloSentence *self, const char *name, const char *text);
char *atl_silo_sentence_dup_value (const AtlSiloSentence *self,
                                   guint                  index,
                                   AtlNetwork            *network,
                                   const char            *language,
                                   AtlSiloNamer           namer,
                                   gpointer               data);
char *atl_silo_sentence_dup_text (const AtlSiloSentence *self,
                                  AtlNetwork            *network,
                                  const char            *language,
                                  AtlSiloNamer           namer,
                                  gpointer               data);
char *atl_silo_sentence_dup_shown (const AtlSiloSentence *self,
                                   AtlNetwork            *network,
                                   const char            *language,
                                   AtlSiloNamer           namer,
                                   gpointer               data);

G_END_DECLS
