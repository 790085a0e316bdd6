/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Stands for "nothing separates cells": no text has it. */
#define ATL_PEOPLE_NO_SEPARATOR '\x01'

char *atl_people_shape_dup_rows (const char *text,
                                 char       *separator);

G_END_DECLS
