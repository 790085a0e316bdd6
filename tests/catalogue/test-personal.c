/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-personal.h"

#include <glib/gstdio.h>

#include "catalogue/atl-catalogue.h"

#define GOOD                        \
  "{\"id\":\"%s\",\"name\":\"%s\"," \
  "\"areas\":[{\"id\":\"a\",\"title\":\"A\",\"rect\":[0,0,100,100]}]}"

typedef struct
{
  char        *folder;
  AtlPersonal *personal;
  guint        n_changes;
} Fixture;

static void
changed_cb (Fixture *f)
{
  f->n_changes++;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *root = g_dir_make_tmp ("personal-XXXXXX", NULL);

  f->folder = g_build_filename (root, "templates", NULL);
  f->personal = atl_personal_new (f->folder);
  g_signal_connect_swapped (f->personal, "changed", G_CALLBACK (changed_cb), f);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_object_unref (f->personal);
  g_free (f->folder);
}

static char *
put (Fixture    *f,
     const char *name,
     const char *content)
{
  char *path = g_build_filename (f->folder, name, NULL);

  g_mkdir_with_parents (f->folder, 0700);
  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return path;
}

static void
put_good (Fixture    *f,
          const char *name,
          const char *id,
          const char *title)
{
  g_autofree char *content = g_strdup_printf (GOOD, id, title);
  g_autofree char *path = put (f, name, content);
}

static AtlTemplate *
get (Fixture *f,
     guint    i)
{
  return g_ptr_array_index (atl_personal_get_templates (f->personal), i);
}

static guint
count (Fixture *f)
{
  return atl_personal_get_templates (f->personal)->len;
}

static void
test_no_folder (Fixture      *f,
                gconstpointer data)
{
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_cmpuint (atl_personal_get_n_bad (f->personal), ==, 0);
  g_assert_false (g_file_test (f->folder, G_FILE_TEST_EXISTS));
}

static void
test_bad_files (Fixture      *f,
                gconstpointer data)
{
  g_autofree char *bad = put (f, "bad.json",
                              "{\"name\":\"N\",\"areas\":[{\"id\":\"a\",\"title\":\"A\",\"rect\":[0]}]}");
  g_autofree char *ignored = put (f, "readme.txt", "not a template");
  const char      *path = NULL;
  AtlProblems     *problems = NULL;

  put_good (f, "good.json", "good", "Good");

  g_assert_cmpuint (count (f), ==, 1);
  g_assert_cmpuint (atl_personal_get_n_bad (f->personal), ==, 1);
  problems = atl_personal_get_bad (f->personal, 0, &path);
  g_assert_cmpstr (path, ==, bad);
  g_assert_cmpstr (atl_problems_get_path (problems, 0), ==, "areas[0].rect");
}

static void
test_twice_the_same_id (Fixture      *f,
                        gconstpointer data)
{
  put_good (f, "one.json", "same", "One");
  put_good (f, "two.json", "same", "Two");
  put_good (f, "ours.json", "start-stop-continue", "Ours");

  g_assert_cmpuint (count (f), ==, 3);
  g_assert_cmpstr (atl_template_get_id (get (f, 0)), !=, atl_template_get_id (get (f, 2)));
  g_assert_cmpstr (atl_template_get_id (get (f, 1)), !=, "start-stop-continue");
  g_assert_cmpstr (atl_template_get_name (get (f, 2), "en"), ==, "Two");
}

static void
test_copy_rename_delete (Fixture      *f,
                         gconstpointer data)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate             *ours = atl_catalogue_find_template (catalogue, "start-stop-continue");
  AtlTemplate             *copy = atl_personal_copy (f->personal, ours, "Réunion d’équipe", NULL);
  g_autoptr (AtlTemplate)  kept = NULL;
  g_autofree char         *path = g_strdup (atl_template_get_path (copy));
  g_autofree char         *id = g_strdup (atl_template_get_id (copy));

  g_assert_true (g_str_has_suffix (path, "/reunion-d-equipe.json"));
  g_assert_false (atl_template_is_core (copy));
  g_assert_cmpstr (atl_template_get_purpose (copy, "fr"), ==, atl_template_get_purpose (ours, "fr"));

  kept = g_object_ref (atl_personal_rename (f->personal, copy, "Daily", NULL));
  g_assert_cmpstr (atl_template_get_path (kept), ==, path);
  g_assert_cmpstr (atl_template_get_id (kept), ==, id);
  g_assert_cmpstr (atl_template_get_name (kept, "fr"), ==, "Daily");

  g_assert_true (atl_personal_delete (f->personal, kept, NULL));
  g_assert_cmpuint (count (f), ==, 0);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));

  g_assert_nonnull (atl_personal_save (f->personal, kept, path, NULL));
  g_assert_cmpstr (atl_template_get_name (get (f, 0), "en"), ==, "Daily");
  g_assert_cmpuint (f->n_changes, ==, 4);
}

static void
test_import (Fixture      *f,
             gconstpointer data)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autofree char        *elsewhere = g_dir_make_tmp ("import-XXXXXX", NULL);
  g_autofree char        *file = g_build_filename (elsewhere, "got by mail.json", NULL);
  g_autofree char        *content = g_strdup_printf (GOOD, "start-stop-continue", "Mail");
  g_autofree char        *other = g_strdup_printf (GOOD, "mail", "Mail");
  AtlTemplate            *first = NULL;

  g_assert_true (g_file_set_contents (file, content, -1, NULL));
  g_assert_cmpstr (atl_template_get_id (atl_personal_import (f->personal, file, problems, NULL)), !=,
                   "start-stop-continue");
  g_assert_true (g_file_set_contents (file, other, -1, NULL));
  first = atl_personal_import (f->personal, file, problems, NULL);
  g_assert_true (g_str_has_suffix (atl_template_get_path (first), "/mail-2.json"));
  g_assert_true (atl_personal_import (f->personal, file, problems, NULL) == first);
  g_assert_cmpuint (count (f), ==, 2);

  g_assert_true (g_file_set_contents (file, "{}", -1, NULL));
  g_assert_null (atl_personal_import (f->personal, file, problems, NULL));
  g_assert_cmpuint (atl_problems_get_n (problems), ==, 2);
  g_assert_cmpuint (count (f), ==, 2);
}

static void
test_watch (Fixture      *f,
            gconstpointer data)
{
  gint64 limit = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  g_assert_cmpuint (count (f), ==, 0);
  atl_personal_watch (f->personal);
  put_good (f, "dropped.json", "dropped", "Dropped");
  while (f->n_changes == 0 && g_get_monotonic_time () < limit)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (f->n_changes, ==, 1);
  g_assert_cmpstr (atl_template_get_name (get (f, 0), "en"), ==, "Dropped");
}

static void
test_cannot_write (Fixture      *f,
                   gconstpointer data)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlTemplate             *ours = atl_catalogue_find_template (catalogue, "start-stop-continue");
  g_autoptr (GError)       error = NULL;
  g_autofree char         *parent = g_path_get_dirname (f->folder);

  g_assert_true (g_file_set_contents (f->folder, "a file is in the way", -1, NULL));

  g_assert_null (atl_personal_copy (f->personal, ours, NULL, &error));
  g_assert_nonnull (error);
}

static void
count_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          guint      *n)
{
  *n += 1;
  g_assert_cmpuint (position, ==, 0);
}

/* The folder of the user: the first thing that is listed. */
static void
test_in_the_catalogue (void)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlPersonal             *personal = atl_catalogue_get_personal (catalogue);
  GListModel              *templates = atl_catalogue_get_templates (catalogue);
  AtlTemplate             *ours = atl_catalogue_find_template (catalogue, "start-stop-continue");
  AtlTemplate             *copy = NULL;
  guint                    n_before = g_list_model_get_n_items (templates);
  guint                    n_changes = 0;
  g_autoptr (AtlTemplate)  first = NULL;

  g_signal_connect (templates, "items-changed", G_CALLBACK (count_cb), &n_changes);
  copy = atl_personal_copy (personal, ours, "Aaa", NULL);

  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (templates), ==, n_before + 1);
  first = g_list_model_get_item (templates, 0);
  g_assert_true (first == copy);
  g_assert_true (atl_catalogue_find_template (catalogue, atl_template_get_id (copy)) == copy);
  g_assert_true (atl_personal_delete (personal, first, NULL));
  g_assert_cmpuint (g_list_model_get_n_items (templates), ==, n_before);
}

#define ADD(path, func) g_test_add ("/personal/" path, Fixture, NULL, set_up, func, tear_down)

int
main (int    argc,
      char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("data-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);

  ADD ("without-a-folder-there-are-none", test_no_folder);
  ADD ("bad-files-do-not-hide-good-ones", test_bad_files);
  ADD ("each-has-an-id-of-its-own", test_twice_the_same_id);
  ADD ("copy-rename-delete-and-take-back", test_copy_rename_delete);
  ADD ("import-takes-what-is-not-there-yet", test_import);
  ADD ("a-file-dropped-there-appears", test_watch);
  ADD ("says-why-it-cannot-be-written", test_cannot_write);
  g_test_add_func ("/catalogue/personal-templates-come-first", test_in_the_catalogue);

  return g_test_run ();
}
