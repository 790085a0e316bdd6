/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib/gstdio.h>

#include "model/atl-edits.h"

/* A session with one board of two notes, and a folder to write into. */
typedef struct
{
  AtlSession *session;
  AtlBoard   *board;
  char       *folder;
  char       *path;
} Fixture;

static inline AtlArea *
add_area (AtlBoard *board)
{
  g_autoptr (AtlArea) area = atl_area_new ("area");

  atl_area_set_title (area, "Keep");
  atl_area_set_width (area, 1600);
  atl_area_set_height (area, 1000);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  return area;
}

static inline void
set_up (Fixture      *fixture,
        gconstpointer name)
{
  AtlArea *area;

  fixture->session = atl_session_new ("session");
  fixture->board = atl_board_new ("board");
  atl_session_set_title (fixture->session, "Retro");
  atl_session_set_language (fixture->session, "en");
  atl_board_set_title (fixture->board, "Wall");
  atl_list_insert (atl_session_get_boards (fixture->session), ATL_ITEM (fixture->board));
  area = add_area (fixture->board);
  atl_area_add_note (area, "Ship smaller");
  atl_area_add_note (area, "Ask the shop first");
  fixture->folder = g_dir_make_tmp ("atelier-export-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, name, NULL);
}

static inline void
tear_down (Fixture      *fixture,
           gconstpointer name)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* no litter */
  g_object_unref (fixture->board);
  g_object_unref (fixture->session);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static inline GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char              *data = NULL;
  gsize              length = 0;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

static inline gboolean
starts_with (GBytes     *bytes,
             const char *magic,
             gsize       length)
{
  return g_bytes_get_size (bytes) > length && memcmp (g_bytes_get_data (bytes, NULL), magic, length) == 0;
}
