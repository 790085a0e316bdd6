/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "file/atl-digest.h"
#include "file/atl-durable-conflict.h"
#include "file/atl-durable-file.h"
#include "file/atl-durable-place.h"
#include "file/atl-file-error.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <linux/fs.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <sys/xattr.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path;
  char *kept;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("atelier-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "séance.atelier", NULL);
}

/* Removes a folder of a test with what is in it, and in the folders of it. */
static void
remove_folder (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char      *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        remove_folder (child);
      else
        g_assert_cmpint (g_unlink (child), ==, 0);
    }

  g_assert_cmpint (g_rmdir (path), ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->kept);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static char *
digest_of (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/* Saves @text where @expected_text should be; "" for no file. */
static gboolean
save (Fixture *fixture, const char *path, const char *text, const char *expected_text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char   *expected = *expected_text != '\0' ? digest_of (expected_text) : g_strdup ("");

  g_clear_pointer (&fixture->kept, g_free);

  return atl_durable_replace (path, bytes, expected, &fixture->kept, error);
}

static void
put (const char *path, const char *text)
{
  g_assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;

  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, expected);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint            n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_expected (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "one");
  g_assert_true (save (fixture, fixture->path, "two", "one", &error));
  g_assert_true (save (fixture, fixture->path, "three", "two", &error));

  g_assert_no_error (error);
  g_assert_null (fixture->kept);
  assert_content (fixture->path, "three");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_changed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "theirs");
  g_assert_false (save (fixture, fixture->path, "two", "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED);
  g_assert_nonnull (strstr (error->message, "séance.atelier"));
  g_assert_null (fixture->kept);
  assert_content (fixture->path, "theirs");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_gone (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (save (fixture, fixture->path, "two", "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_new (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (save (fixture, fixture->path, "one", "", &error));

  g_assert_no_error (error);
  assert_content (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_made (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "theirs");
  g_assert_false (save (fixture, fixture->path, "one", "", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED);
  assert_content (fixture->path, "theirs");
}

static void
test_any (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("two", 3);

  put (fixture->path, "one");
  g_assert_true (atl_durable_replace (fixture->path, bytes, NULL, &fixture->kept, NULL));

  g_assert_null (fixture->kept);
  assert_content (fixture->path, "two");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_again (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  put (fixture->path, "two");
  g_assert_true (save (fixture, fixture->path, "two", "one", &error));

  g_assert_no_error (error);
  g_assert_null (fixture->kept);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *path = g_build_filename (fixture->folder, "gone", "a.atelier", NULL);

  g_assert_false (save (fixture, path, "two", "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
}

static void
test_not_a_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (mkfifo (fixture->path, 0600), ==, 0);
  g_assert_false (save (fixture, fixture->path, "two", "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
}

/* A link to a link in another folder, which names a file beside itself. */
static void
test_chain (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sub = g_build_filename (fixture->folder, "sub", NULL);
  g_autofree char *middle = g_build_filename (sub, "middle", NULL);
  g_autofree char *real = g_build_filename (sub, "real.atelier", NULL);

  g_assert_cmpint (g_mkdir (sub, 0700), ==, 0);
  g_assert_cmpint (symlink ("sub/middle", fixture->path), ==, 0);
  g_assert_cmpint (symlink ("real.atelier", middle), ==, 0);
  g_assert_true (save (fixture, fixture->path, "one", "", NULL));
  g_assert_true (save (fixture, fixture->path, "two", "one", NULL));

  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (middle, G_FILE_TEST_IS_SYMLINK));
  assert_content (real, "two");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
  g_assert_cmpuint (count_files (sub), ==, 2);
}

/* A save that is about to exchange the files, so that somebody else can come between. */
typedef struct
{
  AtlDurableTarget    target;
  AtlDurableTemporary temporary;
} Pending;

static Pending *
begin_save (Fixture *fixture, const char *text)
{
  Pending *pending = g_new0 (Pending, 1);

  g_assert_true (atl_durable_target_open (&pending->target, fixture->path, NULL));
  pending->temporary.folder = pending->target.folder;
  pending->temporary.base = pending->target.name;
  pending->temporary.fd = -1;
  g_assert_cmpint (atl_durable_temporary_open (&pending->temporary, TRUE), ==, 0);
  g_assert_cmpint (write (pending->temporary.fd, text, strlen (text)), ==, strlen (text));

  return pending;
}

static gboolean
end_save (Fixture *fixture, Pending *pending, const char *text, const char *expected_text, GError **error)
{
  g_autofree char      *ours = digest_of (text);
  g_autofree char      *expected = digest_of (expected_text);
  AtlDurableExpectation expectation = { .ours = ours, .expected = expected };
  gboolean              saved;

  saved = atl_durable_place_expecting (&pending->target, &pending->temporary,
                                       &expectation, &fixture->kept, error);
  atl_durable_temporary_clear (&pending->temporary);
  atl_durable_target_clear (&pending->target);
  g_free (pending);

  return saved;
}

static char *
name_of_conflict (Fixture *fixture, const char *text, guint attempt)
{
  g_autofree char *digest = digest_of (text);
  g_autofree char *name = atl_durable_conflict_make_name ("séance.atelier", digest, attempt);

  return g_build_filename (fixture->folder, name, NULL);
}

static void
test_between (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *conflict = name_of_conflict (fixture, "theirs", 0);
  Pending           *pending;

  put (fixture->path, "one");
  pending = begin_save (fixture, "ours");
  put (fixture->path, "theirs");
  g_assert_true (end_save (fixture, pending, "ours", "one", &error));

  g_assert_no_error (error);
  g_assert_cmpstr (fixture->kept, ==, conflict);
  g_assert_true (g_str_has_suffix (conflict, "/séance.conflict-4c55a855.atelier"));
  assert_content (fixture->path, "ours");
  assert_content (conflict, "theirs");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_between_same (Fixture *fixture, gconstpointer data)
{
  Pending *pending;

  put (fixture->path, "one");
  pending = begin_save (fixture, "ours");
  put (fixture->path, "ours");
  g_assert_true (end_save (fixture, pending, "ours", "one", NULL));

  g_assert_null (fixture->kept);
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

static void
test_between_kept_before (Fixture *fixture, gconstpointer data)
{
  g_autofree char *conflict = name_of_conflict (fixture, "theirs", 0);
  Pending         *pending;

  put (conflict, "theirs");
  put (fixture->path, "one");
  pending = begin_save (fixture, "ours");
  put (fixture->path, "theirs");
  g_assert_true (end_save (fixture, pending, "ours", "one", NULL));

  g_assert_cmpstr (fixture->kept, ==, conflict);
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_between_name_taken (Fixture *fixture, gconstpointer data)
{
  g_autofree char *taken = name_of_conflict (fixture, "theirs", 0);
  g_autofree char *next = name_of_conflict (fixture, "theirs", 1);
  Pending         *pending;

  put (taken, "something else");
  put (fixture->path, "one");
  pending = begin_save (fixture, "ours");
  put (fixture->path, "theirs");
  g_assert_true (end_save (fixture, pending, "ours", "one", NULL));

  g_assert_cmpstr (fixture->kept, ==, next);
  assert_content (taken, "something else");
  assert_content (next, "theirs");
}

static void
test_between_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Pending           *pending;

  put (fixture->path, "one");
  pending = begin_save (fixture, "ours");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (end_save (fixture, pending, "ours", "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture->folder), ==, 0);
}

static void
test_between_link (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char   *moved = g_build_filename (fixture->folder, "moved.atelier", NULL);
  Pending           *pending;

  put (fixture->path, "one");
  pending = begin_save (fixture, "ours");
  g_assert_cmpint (g_rename (fixture->path, moved), ==, 0);
  g_assert_cmpint (symlink ("moved.atelier", fixture->path), ==, 0);
  g_assert_false (end_save (fixture, pending, "ours", "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_content (moved, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 2);
}

static void
test_between_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  Pending           *pending;

  put (fixture->path, "one");
  pending = begin_save (fixture, "ours");
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (end_save (fixture, pending, "ours", "one", &error));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_CHANGED);
  g_assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_DIR));
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

#define ACCESS "system.posix_acl_access"
#define DEFAULT "system.posix_acl_default"

/* An access list as the kernel takes it: version 2, then tag, permissions and id of each entry. Somebody
 * with the id 12345 may read and write. */
static const guint8 access_list[] = {
  2, 0, 0, 0,
  0x01, 0, 6, 0, 0xff, 0xff, 0xff, 0xff,
  0x02, 0, 6, 0, 0x39, 0x30, 0, 0,
  0x04, 0, 4, 0, 0xff, 0xff, 0xff, 0xff,
  0x10, 0, 6, 0, 0xff, 0xff, 0xff, 0xff,
  0x20, 0, 0, 0, 0xff, 0xff, 0xff, 0xff
};

static void
test_access_list (Fixture *fixture, gconstpointer data)
{
  guint8 found[sizeof access_list];

  put (fixture->path, "one");
  if (setxattr (fixture->path, ACCESS, access_list, sizeof access_list, 0) != 0)
    {
      g_test_skip ("no access lists here");
      return;
    }

  g_assert_true (save (fixture, fixture->path, "two", "one", NULL));

  g_assert_cmpint (getxattr (fixture->path, ACCESS, found, sizeof found), ==, sizeof found);
  g_assert_cmpmem (found, sizeof found, access_list, sizeof access_list);
}

static void
test_access_list_of_folder (Fixture *fixture, gconstpointer data)
{
  struct stat info;

  put (fixture->path, "one");
  g_assert_cmpint (g_chmod (fixture->path, 0640), ==, 0);
  if (setxattr (fixture->folder, DEFAULT, access_list, sizeof access_list, 0) != 0)
    {
      g_test_skip ("no access lists here");
      return;
    }

  g_assert_true (save (fixture, fixture->path, "two", "one", NULL));

  g_assert_cmpint (getxattr (fixture->path, ACCESS, NULL, 0), <, 0);
  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0640);
}

static void
test_owner (Fixture *fixture, gconstpointer data)
{
  struct stat info;

  if (geteuid () != 0)
    {
      g_test_skip ("only root gives files away");
      return;
    }

  put (fixture->path, "one");
  g_assert_cmpint (chown (fixture->path, 12345, 23456), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0660), ==, 0);
  g_assert_true (save (fixture, fixture->path, "two", "one", NULL));

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_uid, ==, 12345);
  g_assert_cmpint (info.st_gid, ==, 23456);
  g_assert_cmpint (info.st_mode & 0777, ==, 0660);
}

/* What the group may do is not given to the group of whoever saves. */
static void
test_group (Fixture *fixture, gconstpointer data)
{
  struct stat info;

  if (geteuid () != 0)
    {
      g_test_skip ("only root makes files of others");
      return;
    }

  put (fixture->path, "one");
  g_assert_cmpint (chown (fixture->path, 65534, 23456), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0664), ==, 0);
  g_assert_cmpint (chown (fixture->folder, 65534, 65534), ==, 0);
  g_assert_cmpint (seteuid (65534), ==, 0);
  g_assert_true (save (fixture, fixture->path, "two", "one", NULL));
  g_assert_cmpint (seteuid (0), ==, 0);

  g_assert_cmpint (g_stat (fixture->path, &info), ==, 0);
  g_assert_cmpint (info.st_gid, !=, 23456);
  g_assert_cmpint (info.st_mode & 0777, ==, 0644);
}

static gboolean
set_immutable (const char *path, gboolean immutable)
{
  int      fd = g_open (path, O_RDONLY | O_CLOEXEC, 0);
  int      flags = 0;
  gboolean done;

  done = ioctl (fd, FS_IOC_GETFLAGS, &flags) == 0;
  flags = immutable ? flags | FS_IMMUTABLE_FL : flags & ~FS_IMMUTABLE_FL;
  done = done && ioctl (fd, FS_IOC_SETFLAGS, &flags) == 0;
  close (fd);

  return done;
}

/* @data names what cannot be changed: the file or its folder. */
static void
test_immutable (Fixture *fixture, gconstpointer data)
{
  const char        *path = g_str_equal (data, "file") ? fixture->path : fixture->folder;
  g_autoptr (GError) error = NULL;

  put (fixture->path, "one");
  if (!set_immutable (path, TRUE))
    {
      g_test_skip ("nothing can be made immutable here");
      return;
    }

  g_assert_false (save (fixture, fixture->path, "two", "one", &error));
  g_assert_true (set_immutable (path, FALSE));

  g_assert_error (error, ATL_FILE_ERROR, ATL_FILE_ERROR_NOT_WRITABLE);
  assert_content (fixture->path, "one");
  g_assert_cmpuint (count_files (fixture->folder), ==, 1);
}

/* Collects what inotify tells of the names in a folder. */
static guint32
events_of (int fd, const char *name)
{
  _Alignas(struct inotify_event) char buffer[8192];

  ssize_t n = read (fd, buffer, sizeof buffer);
  guint32 mask = 0;

  for (char *p = buffer; n > 0 && p < buffer + n;)
    {
      struct inotify_event *event = (struct inotify_event *) p;

      if (event->len > 0 && g_str_equal (event->name, name))
        mask |= event->mask;
      p += sizeof *event + event->len;
    }

  return mask;
}

static void
test_watcher (Fixture *fixture, gconstpointer data)
{
  int     fd = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  guint32 events;

  put (fixture->path, "one");
  g_assert_cmpint (inotify_add_watch (fd, fixture->folder, IN_ALL_EVENTS), >=, 0);
  g_assert_true (save (fixture, fixture->path, "two", "one", NULL));
  events = events_of (fd, "séance.atelier");
  close (fd);

  g_assert_cmpuint (events & IN_MOVED_TO, ==, IN_MOVED_TO);
  g_assert_cmpuint (events & (IN_MODIFY | IN_DELETE | IN_CREATE | IN_CLOSE_WRITE), ==, 0);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

static void
add_between (void)
{
  ADD ("/durable-replace/between/other-version-is-kept", test_between);
  ADD ("/durable-replace/between/same-version-needs-no-copy", test_between_same);
  ADD ("/durable-replace/between/a-kept-version-is-kept-once", test_between_kept_before);
  ADD ("/durable-replace/between/a-different-copy-is-not-replaced", test_between_name_taken);
  ADD ("/durable-replace/between/removed-stays-removed", test_between_removed);
  ADD ("/durable-replace/between/a-link-stays", test_between_link);
  ADD ("/durable-replace/between/a-folder-stays", test_between_folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/durable-replace/expected/is-replaced", test_expected);
  ADD ("/durable-replace/changed/is-told-and-left", test_changed);
  ADD ("/durable-replace/gone/is-told", test_gone);
  ADD ("/durable-replace/new/is-made", test_new);
  ADD ("/durable-replace/new/somebody-elses-is-left", test_made);
  ADD ("/durable-replace/any/makes-no-copy", test_any);
  ADD ("/durable-replace/again/our-own-content-is-no-conflict", test_again);
  ADD ("/durable-replace/folder/missing-is-told", test_no_folder);
  ADD ("/durable-replace/pipe/is-refused", test_not_a_file);
  ADD ("/durable-replace/links/are-followed-to-the-end", test_chain);
  add_between ();
  ADD ("/durable-replace/access-list/travels-along", test_access_list);
  ADD ("/durable-replace/access-list/of-the-folder-is-not-added", test_access_list_of_folder);
  ADD ("/durable-replace/owner/is-kept", test_owner);
  ADD ("/durable-replace/group/gets-nothing-that-was-not-its-own", test_group);
  g_test_add ("/durable-replace/immutable/file-is-told", Fixture, "file", set_up, test_immutable, tear_down);
  g_test_add ("/durable-replace/immutable/folder-is-told",
              Fixture, "folder", set_up, test_immutable, tear_down);
  ADD ("/durable-replace/watcher/sees-the-target-moved-to", test_watcher);

  return g_test_run ();
}
