/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/atl-edits.h"
#include "store/atl-document.h"
#include "atl-waiting-test.h"
#include "atl-widget-test.h"

G_BEGIN_DECLS

/* A document with one board and one note, "plenary", in a window, and a folder for copies of it. */
typedef struct
{
  AtlDocument *document;
  AtlSession  *session;
  AtlNote     *note;
  GtkWidget   *window;
  char        *folder;
} CopiesFixture;

typedef void (*CopyEdit) (AtlSession *copy);

void     copies_fixture_set_up (CopiesFixture *f, gconstpointer data);
void     copies_fixture_tear_down (CopiesFixture *f, gconstpointer data);
void     copies_settle (void);
char    *copies_fixture_write (CopiesFixture *f, const char *name, CopyEdit edit);
AtlNote *copies_find_note (AtlSession *session, const char *text);
int      copies_get_min_width (GtkWidget *window);

#define COPIES_TEST(path, function) \
  g_test_add (path, CopiesFixture, NULL, copies_fixture_set_up, function, copies_fixture_tear_down)

G_END_DECLS
