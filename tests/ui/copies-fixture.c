/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "copies-fixture.h"

#include "store/codec/atl-codec.h"
#include "store/stamp/atl-stamper.h"
#include "atl-folder-test.h"

#include <glib/gstdio.h>

void
copies_fixture_set_up (CopiesFixture *f, gconstpointer data)
{
  g_autoptr (AtlBoard) board = atl_board_new ("board");
  g_autoptr (AtlArea)  area = atl_area_new ("area");

  f->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  f->session = atl_session_new ("session");
  atl_session_set_title (f->session, "Retro");
  atl_board_set_title (board, "Wall");
  atl_area_set_title (area, "Start");
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (board));
  f->note = atl_area_add_note (area, "plenary");
  f->document = atl_document_new (f->session);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), adw_toast_overlay_new ());
  gtk_window_present (GTK_WINDOW (f->window));
}

void
copies_fixture_tear_down (CopiesFixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  copies_settle ();
  atl_test_remove_folder (f->folder);
  g_free (f->folder);
  g_object_unref (f->document);
  g_object_unref (f->session);
}

void
copies_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Writes a copy of the session as somebody else edited it. */
char *
copies_fixture_write (CopiesFixture *f, const char *name, CopyEdit edit)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GBytes)      ours = atl_codec_write (f->session);
  AtlCodecAge             age;
  g_autoptr (AtlSession)  copy = atl_codec_read (ours, problems, &age, NULL);
  g_autoptr (AtlStamper)  stamper = atl_stamper_new (copy);
  char                   *path = g_build_filename (f->folder, name, NULL);

  if (edit != NULL)
    edit (copy);
  atl_stamper_stamp (stamper);
  g_autoptr (GBytes) bytes = atl_codec_write (copy);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (bytes, NULL),
                                      (gssize) g_bytes_get_size (bytes), NULL));
  return path;
}

AtlNote *
copies_find_note (AtlSession *session, const char *text)
{
  AtlList *notes = atl_board_get_notes (atl_list_get (atl_session_get_boards (session), 0));

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (g_str_equal (atl_note_get_text (atl_list_get (notes, i)), text))
      return atl_list_get (notes, i);
  return NULL;
}

/* How narrow a window can be. */
int
copies_get_min_width (GtkWidget *window)
{
  int width;

  gtk_widget_measure (window, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  return width;
}
