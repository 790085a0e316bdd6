/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/atl-edits.h"
#include "model/atl-link.h"
#include "scene/atl-scene.h"

G_BEGIN_DECLS

/* A board with three flow areas, one free, one with axes and one graph, and its scene. */
typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  AtlArea    *left; /* flow, over the whole height */
  AtlArea    *top;  /* flow, over below */
  AtlArea    *below;
  AtlArea    *open; /* free */
  AtlArea    *axes;
  AtlArea    *map; /* graph */
  AtlScene   *scene;
} SceneFixture;

void     scene_fixture_set_up (SceneFixture *fixture, gconstpointer data);
void     scene_fixture_tear_down (SceneFixture *fixture, gconstpointer data);
AtlNote *scene_fixture_add (AtlArea *area, const char *text, int x, int y);
AtlLink *scene_fixture_link (SceneFixture *fixture, AtlNote *from, AtlNote *to);
void     scene_fixture_stack (AtlNote *note, AtlNote *onto);
gboolean scene_rect_lies_in (AtlRect inner, AtlRect outer);

#define SCENE_TEST(path, function) \
  g_test_add (path, SceneFixture, NULL, scene_fixture_set_up, function, scene_fixture_tear_down)

G_END_DECLS
