/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-edits.h"
#include "model/atl-link.h"
#include "store/atl-document.h"
#include "atl-waiting-test.h"

G_BEGIN_DECLS

/* The map of SILO-METHOD §13 as a document: ids of people, nodes and silos are their names. */
typedef struct
{
  AtlDocument *document;
  AtlSession  *session;
  AtlHistory  *history;
  AtlBoard    *board;
  AtlArea     *area;
  GtkWidget   *window;
} MapFixture;

void     map_fixture_set_up (MapFixture *f, gconstpointer data);
void     map_fixture_tear_down (MapFixture *f, gconstpointer data);
AtlNote *map_fixture_add_node (MapFixture *f, const char *name, const char *silo);
AtlLink *map_fixture_add_link (MapFixture *f, const char *from, const char *to, AtlLinkKind kind, int level);
AtlLink *map_fixture_find_link (MapFixture *f, const char *from, const char *to);
void     map_fixture_add_crowd (MapFixture *f, guint n);
void     map_settle (void);

#define MAP_TEST(path, function) \
  g_test_add (path, MapFixture, NULL, map_fixture_set_up, function, map_fixture_tear_down)

G_END_DECLS
