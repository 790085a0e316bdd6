/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/recovery/atl-recovery-list.h"
#include "store/recovery/atl-recovery.h"

G_BEGIN_DECLS

/* Some moment, and what the tests count from it. */
#define NOON (G_GINT64_CONSTANT (1795262400) * G_TIME_SPAN_SECOND)

#define OLDER "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"s-1\",\"title\":\"older\"}\n"
#define NEWEST "{\"format\":\"atelier-session\",\"version\":1,\"id\":\"s-1\",\"title\":\"newest\"}\n"
#define FROM_THE_FUTURE "{\"format\":\"atelier-session\",\"version\":9,\"id\":\"s-1\",\"title\":\"later\"}\n"

/* A folder of its own for each test. */
typedef struct
{
  char   *base;
  char   *root; /* of the recovery folders, not made yet */
  char   *path; /* of the session's file, not made yet */
  GError *error;
} Fixture;

void fixture_set_up (Fixture *fixture, gconstpointer data);
void fixture_tear_down (Fixture *fixture, gconstpointer data);

void            fixture_put (const char *path, const char *text);
char           *fixture_digest (const char *text);
AtlRecovery    *fixture_begin (Fixture *fixture);
gboolean        fixture_write (AtlRecovery *recovery, const char *text, gint64 now, GError **error);
AtlRecoverable *fixture_find_one (Fixture *fixture, gint64 now);
guint           fixture_count (const char *folder, const char *prefix);

#define fixture_add(path, test) g_test_add (path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

G_END_DECLS
