/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small files beside recovery snapshots: owner.json and draft.json. */
#include "fuzz.h"

#include "store/recovery/atl-draft.h"
#include "store/recovery/atl-owner.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *folder;

static void
remove_folder (void)
{
  static const char *const names[] = { "owner.json", "draft.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (folder, names[i], NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_clear_pointer (&folder, g_free);
}

static void
ensure_folder (void)
{
  g_autofree char *name = NULL;

  if (folder != NULL)
    return;
  name = g_build_filename (g_file_test ("/dev/shm", G_FILE_TEST_IS_DIR) ? "/dev/shm" : g_get_tmp_dir (),
                           "atelier-fuzz-XXXXXX", NULL);
  folder = g_steal_pointer (&name);
  FUZZ_HOLDS (g_mkdtemp (folder) != NULL);
  atexit (remove_folder);
}

static void
put (const char *name, const guint8 *data, gsize size)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  FUZZ_HOLDS (g_file_set_contents_full (path, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE,
                                        0600, NULL));
}

static void
check_owner (void)
{
  g_autoptr (AtlOwner) owner = atl_owner_load (folder, NULL);
  g_autoptr (AtlOwner) again = NULL;

  if (owner == NULL)
    return;
  atl_owner_is_here (owner);
  atl_owner_is_running (owner);
  FUZZ_HOLDS (atl_owner_save (owner, folder, NULL));
  again = atl_owner_load (folder, NULL);
  FUZZ_HOLDS (again != NULL);
  FUZZ_HOLDS (g_str_equal (again->session, owner->session) && g_str_equal (again->path, owner->path));
  FUZZ_HOLDS (g_str_equal (again->title, owner->title) && g_str_equal (again->base, owner->base));
  FUZZ_HOLDS (again->pid == owner->pid && again->state == owner->state && again->settled == owner->settled);
}

static void
check_draft (void)
{
  g_autoptr (AtlDraft) draft = atl_draft_load (folder);
  g_autoptr (AtlDraft) again = NULL;

  if (draft == NULL)
    return;
  FUZZ_HOLDS (atl_draft_save (draft, folder, NULL));
  again = atl_draft_load (folder);
  FUZZ_HOLDS (again != NULL ? atl_draft_equal (again, draft) : draft->text[0] == '\0');
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @size: how many
 *
 * What can be read can be written and read again.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  ensure_folder ();
  put ("owner.json", data, size);
  put ("draft.json", data, size);
  check_owner ();
  check_draft ();
  return 0;
}
