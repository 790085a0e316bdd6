/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Saves files as build-aux/faults tells it, each in a process of its own that may be killed. Reads orders,
 * one a line, fields between tabs; answers each with one line. */

#include "fault-shim.h"

#include "file/atl-digest.h"
#include "file/atl-durable-file.h"
#include "file/atl-durable-prune.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

typedef struct
{
  const char *variant;
  const char *path;
  const char *source;
  const char *expected; /* "any" for none */
  AtlFault    fault;
} Order;

typedef void (*BeginFault) (const AtlFault *);
typedef const char *(*EndFault) (void);

typedef gboolean (*Save) (const char *, GBytes *, const char *, char **, GError **);

/* The planted faults: what a checker must never let pass. */

/* Writes in place, as g_file_replace() does in many a case. */
static gboolean
save_truncating (const char *path, GBytes *bytes, const char *expected, char **kept, GError **error)
{
  int     fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0640);
  ssize_t n = write (fd, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  if (n < 0 || fsync (fd) != 0)
    g_set_error_literal (error, G_FILE_ERROR, G_FILE_ERROR_IO, "write");
  close (fd);

  return error == NULL || *error == NULL;
}

/* Does not look at what it replaces. */
static gboolean
save_blindly (const char *path, GBytes *bytes, const char *expected, char **kept, GError **error)
{
  return atl_durable_write (path, bytes, error);
}

/* Says "saved" in any case. */
static gboolean
save_lying (const char *path, GBytes *bytes, const char *expected, char **kept, GError **error)
{
  (void) atl_durable_replace (path, bytes, expected, kept, NULL);

  return TRUE;
}

/* Makes room for the new file before it is there. */
static gboolean
save_unlinking (const char *path, GBytes *bytes, const char *expected, char **kept, GError **error)
{
  unlink (path);

  return atl_durable_write (path, bytes, error);
}

static Save
find_save (const char *variant)
{
  if (g_str_equal (variant, "truncate"))
    return save_truncating;
  if (g_str_equal (variant, "blind"))
    return save_blindly;
  if (g_str_equal (variant, "lie"))
    return save_lying;
  if (g_str_equal (variant, "unlink"))
    return save_unlinking;

  return atl_durable_replace;
}

static void
answer (int fd, const char *text)
{
  if (write (fd, text, strlen (text)) < 0)
    _exit (3);
}

static void
save_in_child (const Order *order, int out)
{
  BeginFault         begin = (BeginFault) dlsym (RTLD_DEFAULT, "atl_fault_begin");
  EndFault           end = (EndFault) dlsym (RTLD_DEFAULT, "atl_fault_end");
  Save               save = find_save (order->variant);
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char   *kept = NULL;
  g_autofree char   *line = NULL;
  GError            *error = NULL;
  char              *data;
  gsize              length;
  gboolean           saved, is_any = g_str_equal (order->expected, "any");

  if (!g_file_get_contents (order->source, &data, &length, NULL))
    _exit (2);
  bytes = g_bytes_new_take (data, length);

  if (begin != NULL)
    begin (&order->fault);
  saved = save (order->path, bytes, is_any ? NULL : order->expected, &kept, &error);
  line = g_strdup_printf ("%s\t%s\t%s\t%s\n", saved ? "saved" : "failed",
                          saved ? "" : error->message, kept != NULL ? kept : "", end != NULL ? end () : "");
  answer (out, line);
  g_clear_error (&error);
}

static void
carry_out (const Order *order)
{
  int   ends[2];
  char  buffer[8192];
  gsize length = 0;
  pid_t child;
  int   status;

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    exit (2);
  if (child == 0)
    {
      save_in_child (order, ends[1]);
      _exit (0);
    }

  close (ends[1]);
  for (ssize_t n = 1; n > 0 && length < sizeof buffer; length += (gsize) MAX (n, 0))
    n = read (ends[0], buffer + length, sizeof buffer - length);
  close (ends[0]);
  if (waitpid (child, &status, 0) == child && length == 0)
    length = (gsize) g_snprintf (buffer, sizeof buffer, "killed\t%d\t\t\n",
                                 WIFSIGNALED (status) ? WTERMSIG (status) : 0);
  fwrite (buffer, 1, length, stdout);
}

/* save VARIANT PATH SOURCE EXPECTED AT HOW ERRNO REFUSED SWAP-BEFORE SWAP-FROM SWAP-TO */
static void
save (char **fields)
{
  Order order = {
    .variant = fields[1],
    .path = fields[2],
    .source = fields[3],
    .expected = fields[4],
    .fault = {
      .at = atoi (fields[5]),
      .how = (AtlFaultHow) atoi (fields[6]),
      .number = atoi (fields[7]),
      .refused = fields[8],
      .swap_before = fields[9],
      .swap_from = fields[10],
      .swap_to = fields[11],
    },
  };

  carry_out (&order);
}

/* prune FOLDER SECONDS: as if so much time had passed. */
static void
prune (char **fields)
{
  int fd = open (fields[1], O_RDONLY | O_DIRECTORY | O_CLOEXEC);

  gint64 now = g_get_real_time () / G_USEC_PER_SEC;

  printf ("pruned\t%u\t\t\n", atl_durable_prune_at (fd, now + atoi (fields[2])));
  close (fd);
}

/* One round of a race: looks, writes something that nobody else writes, tells the digests. */
static void
race_once (Save way, const char *path, const char *who, int i)
{
  g_autofree char   *expected = atl_digest_file (path, NULL);
  g_autofree char   *text = g_strdup_printf ("{\"%s\":\"%0*d\"}\n", who, i % 3000 + 5, i);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autofree char   *ours = atl_digest_bytes (bytes);
  g_autofree char   *kept = NULL;

  if (expected != NULL && way (path, bytes, expected, &kept, NULL))
    printf ("saved\t%s\t%s\t%s\n", ours, expected, kept != NULL ? kept : "");
}

/* race VARIANT PATH WHO ROUNDS REFUSED */
static void
race (char **fields)
{
  BeginFault begin = (BeginFault) dlsym (RTLD_DEFAULT, "atl_fault_begin");
  AtlFault   fault = { .refused = fields[5], .swap_before = "", .swap_from = "", .swap_to = "" };
  int        rounds = atoi (fields[4]);

  if (begin != NULL)
    begin (&fault);

  for (int i = 0; i < rounds; i++)
    race_once (find_save (fields[1]), fields[2], fields[3], i);
  printf ("raced\t\t\t\n");
}

int
main (void)
{
  char  *line = NULL;
  size_t size = 0;

  while (getline (&line, &size, stdin) > 0)
    {
      g_auto (GStrv) fields = NULL;

      line[strcspn (line, "\n")] = '\0';
      fields = g_strsplit (line, "\t", 0);
      if (g_str_equal (fields[0], "save") && g_strv_length (fields) == 12)
        save (fields);
      else if (g_str_equal (fields[0], "prune") && g_strv_length (fields) == 3)
        prune (fields);
      else if (g_str_equal (fields[0], "race") && g_strv_length (fields) == 6)
        race (fields);
      else
        return 1;
      fflush (stdout);
    }

  free (line);
  return 0;
}
