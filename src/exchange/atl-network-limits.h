/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* More than this is no workshop, and no session that can be opened again. */
#define ATL_NETWORK_MOST_NODES 5000
#define ATL_NETWORK_MOST_TIES 50000
#define ATL_NETWORK_MOST_COLUMNS 100
#define ATL_NETWORK_MOST_CHARACTERS 200 /* of a name */
#define ATL_NETWORK_MOST_BYTES 65536    /* of a cell, line or attribute */

#define ATL_NETWORK_MOST_STRENGTH 1000 /* in a file: of any scale that people answer on */
#define ATL_NETWORK_USUAL_STRENGTH 3   /* of a link of which no strength is said */
#define ATL_NETWORK_NO_KIND (-1)
#define ATL_NETWORK_NO_NODE G_MAXUINT

G_END_DECLS
