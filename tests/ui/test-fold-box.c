/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-fold-box.h"

#include <adwaita.h>

/* A fold box with sides of 200 pixels, in a window of some width. */
typedef struct
{
  GtkWidget *window;
  GtkWidget *box;
  GtkWidget *start;
  GtkWidget *content;
  GtkWidget *end;
} Fixture;

static void
allocate (Fixture *fixture,
          int      width)
{
  gtk_widget_measure (fixture->box, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_measure (fixture->box, GTK_ORIENTATION_VERTICAL, width, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (fixture->box, &(GtkAllocation){ 0, 0, width, 400 }, -1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->box = g_object_ref_sink (atl_fold_box_new ());
  fixture->start = g_object_new (ADW_TYPE_BIN, "width-request", 200, NULL);
  fixture->content = g_object_new (ADW_TYPE_BIN, NULL);
  fixture->end = g_object_new (ADW_TYPE_BIN, "width-request", 200, NULL);
  g_object_set (fixture->box, "start", fixture->start, "content", fixture->content, "end", fixture->end,
                NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  g_assert_finalize_object (fixture->box);
}

static int
get_content_width (Fixture *fixture)
{
  return gtk_widget_get_width (fixture->content);
}

static void
test_wide (Fixture      *fixture,
           gconstpointer data)
{
  allocate (fixture, 1200);

  g_assert_true (atl_fold_box_get_start_open (ATL_FOLD_BOX (fixture->box)));
  g_assert_false (atl_fold_box_get_end_open (ATL_FOLD_BOX (fixture->box)));
  g_assert_cmpint (get_content_width (fixture), ==, 1000);
}

static void
test_both_open (Fixture      *fixture,
                gconstpointer data)
{
  atl_fold_box_set_end_open (ATL_FOLD_BOX (fixture->box), TRUE);
  allocate (fixture, 1200);

  g_assert_cmpint (get_content_width (fixture), ==, 800);
}

static void
test_narrow (Fixture      *fixture,
             gconstpointer data)
{
  allocate (fixture, 500);

  g_assert_true (atl_fold_box_get_folded (ATL_FOLD_BOX (fixture->box)));
  g_assert_false (atl_fold_box_get_start_open (ATL_FOLD_BOX (fixture->box)));
  g_assert_cmpint (get_content_width (fixture), ==, 500);
}

static void
test_end_first (Fixture      *fixture,
                gconstpointer data)
{
  allocate (fixture, 900);
  atl_fold_box_set_end_open (ATL_FOLD_BOX (fixture->box), TRUE);
  allocate (fixture, 900);

  g_assert_true (atl_fold_box_get_end_open (ATL_FOLD_BOX (fixture->box)));
  g_assert_false (atl_fold_box_get_start_open (ATL_FOLD_BOX (fixture->box)));
  g_assert_cmpint (get_content_width (fixture), ==, 700);
}

static void
test_over (Fixture      *fixture,
           gconstpointer data)
{
  allocate (fixture, 500);
  atl_fold_box_set_start_open (ATL_FOLD_BOX (fixture->box), TRUE);
  allocate (fixture, 500);

  g_assert_true (atl_fold_box_get_start_open (ATL_FOLD_BOX (fixture->box)));
  g_assert_cmpint (get_content_width (fixture), ==, 500);
}

static void
test_wide_again (Fixture      *fixture,
                 gconstpointer data)
{
  allocate (fixture, 500);
  allocate (fixture, 1200);

  g_assert_true (atl_fold_box_get_start_open (ATL_FOLD_BOX (fixture->box)));
  g_assert_cmpint (get_content_width (fixture), ==, 1000);
}

int
main (int    argc,
      char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/fold-box/wide/sides-stand-beside", Fixture, NULL, set_up, test_wide, tear_down);
  g_test_add ("/fold-box/wide/both-sides-stand-beside", Fixture, NULL, set_up, test_both_open, tear_down);
  g_test_add ("/fold-box/narrow/sides-fold", Fixture, NULL, set_up, test_narrow, tear_down);
  g_test_add ("/fold-box/narrow/end-has-the-room-first", Fixture, NULL, set_up, test_end_first, tear_down);
  g_test_add ("/fold-box/narrow/start-lies-over", Fixture, NULL, set_up, test_over, tear_down);
  g_test_add ("/fold-box/wide-again/start-comes-back", Fixture, NULL, set_up, test_wide_again, tear_down);
  return g_test_run ();
}
