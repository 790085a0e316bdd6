/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for "nothing separates cells": no text has it. */
#define ATL_PEOPLE_NO_SEPARATOR '\x01'

/* What commas are in a list of people: nobody knows from one line whether "Martin, Ada" has a silo. */
typedef enum
{
  ATL_PEOPLE_COMMAS_ANY,   /* to be found out; nothing that matters in a list that was read */
  ATL_PEOPLE_COMMAS_SILO,  /* between the name, the silo and the role */
  ATL_PEOPLE_COMMAS_NAME,  /* in a name, as in "Martin, Ada" */
  ATL_PEOPLE_COMMAS_NAMES, /* between names side by side */
} AtlPeopleCommas;

char *atl_people_shape_dup_rows (const char      *text,
                                 AtlPeopleCommas *commas,
                                 char            *separator);

G_END_DECLS
