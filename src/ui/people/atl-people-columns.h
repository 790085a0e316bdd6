/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_PEOPLE_NAME,
  ATL_PEOPLE_SILO,
  ATL_PEOPLE_ROLE,
  ATL_PEOPLE_EXTERNAL,
  ATL_PEOPLE_GIVEN,
  ATL_PEOPLE_FAMILY,
  ATL_PEOPLE_SALUTATION,
  ATL_PEOPLE_MANAGER,
  ATL_PEOPLE_PRESENT,
  ATL_PEOPLE_N_COLUMNS,
} AtlPeopleColumn;

/* Where each column stands in a row; -1 for nowhere. */
typedef struct
{
  int place[ATL_PEOPLE_N_COLUMNS];
} AtlPeopleColumns;

void     atl_people_columns_init (AtlPeopleColumns *self);
gboolean atl_people_columns_read (AtlPeopleColumns *self,
                                  GPtrArray        *cells,
                                  GPtrArray        *unread);

G_END_DECLS
