/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <sys/stat.h>

G_BEGIN_DECLS

/* How many hexadecimal digits of a digest a name holds. */
#define ATL_DURABLE_SHORT 8

/* The file that is being written, without a name in its folder or with one of ours. */
typedef struct
{
  int         folder; /* borrowed */
  const char *base;   /* borrowed: the name of the file that it will replace */
  int         fd;
  mode_t      mode;
  char        tag[2 * ATL_DURABLE_SHORT + 1];
  char       *name; /* in the folder, NULL while it has none */
} AtlDurableTemporary;

char    *atl_durable_name_make (const char *base, const char *tag);
gboolean atl_durable_name_parse (const char *name, char **base, char **tag);

int      atl_durable_temporary_open (AtlDurableTemporary *self, gboolean private);
int      atl_durable_temporary_link (AtlDurableTemporary *self, const char *name);
gboolean atl_durable_temporary_is_refusal (int failure);
int      atl_durable_temporary_give_name (AtlDurableTemporary *self);
int      atl_durable_temporary_copy (AtlDurableTemporary *self);
gboolean atl_durable_temporary_is_at (AtlDurableTemporary *self, const char *name);
void     atl_durable_temporary_clear (AtlDurableTemporary *self);
int      atl_durable_link_aside (int         folder,
                                 const char *from,
                                 const char *base,
                                 const char *tag,
                                 char      **name);

G_END_DECLS
