/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/atl-document-keep.h"

/* A document, and a folder of its own for its file, its snapshots and its versions. */
typedef struct
{
  char        *folder;
  char        *path;
  char        *recovery;
  char        *versions;
  AtlKeeping   keeping; /* at once, but never saving by itself */
  AtlDocument *document;
  GError      *error;
  gboolean     done;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture);

void  fixture_set_up (Fixture *fixture, gconstpointer data);
void  fixture_tear_down (Fixture *fixture, gconstpointer data);
void  fixture_wait (Fixture *fixture, Condition condition);
void  fixture_save (Fixture *fixture, const char *path);
void  fixture_save_copy (Fixture *fixture, const char *path);
void  fixture_resolve (Fixture *fixture, AtlResolve how);
void  fixture_set_title (Fixture *fixture, const char *title);
char *fixture_dup_title_in (const char *path);
void  fixture_write_other (Fixture *fixture, const char *title);
void  fixture_drop (Fixture *fixture);

gboolean fixture_is_changed (Fixture *fixture);
gboolean fixture_is_same (Fixture *fixture);
gboolean fixture_is_gone (Fixture *fixture);
