/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a harness without libFuzzer: every file of the given folders, then mutations of them for a while.
 * fuzz-NAME [--seconds S] [--finds] FOLDER…; with --finds it must find a fault. */
#include "fuzz.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define MAX_SIZE 65536
#define N_RUNS_BETWEEN_LOOKS 64

/* What a harness is given, to be kept if it dies of it. */
static const guint8 *current;
static gsize         current_size;

static int      seconds = 2;
static gboolean finds;

static const GOptionEntry entries[] = {
  { "seconds", 's', 0, G_OPTION_ARG_INT, &seconds, "How long to mutate", "S" },
  { "finds", 'f', 0, G_OPTION_ARG_NONE, &finds, "Whether a fault must be found", NULL },
  { NULL },
};

static void
read_folder (const char *path, GPtrArray *seeds)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char      *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      char            *text;
      gsize            length;

      if (g_file_get_contents (file, &text, &length, NULL))
        g_ptr_array_add (seeds, g_bytes_new_take (text, length));
    }
}

static gsize
random_below (GRand *random, gsize n)
{
  return n > 0 ? (gsize) g_rand_int_range (random, 0, (gint32) n) : 0;
}

/* A piece of any seed, put in the place of a piece of this one. */
static void
splice (GString *text, GPtrArray *seeds, GRand *random)
{
  gsize       size;
  const char *other = g_bytes_get_data (seeds->pdata[random_below (random, seeds->len)], &size);
  gsize       from = random_below (random, size);
  gsize       n = random_below (random, MIN (size - from, 200)) + (size > from);
  gsize       at = random_below (random, text->len);

  g_string_erase (text, (gssize) at, (gssize) random_below (random, MIN (text->len - at, 200)));
  g_string_insert_len (text, (gssize) at, other + from, (gssize) n);
}

static void
mutate (GString *text, GPtrArray *seeds, GRand *random)
{
  static const char *const words[] = { "{", "}", "[", "]", ",", ":", "\"", "\\u0000", "\\ud800", "null",
                                       "1e9", "-0", "true", "{\"id\":\"", "\n", "999999999999999", "0.1",
                                       "\xc3", "\"id\":\"n1\"", "\"v\":[\"", "],\"notes\":[\n" };
  gsize                    at = random_below (random, text->len);

  switch (random_below (random, 6))
    {
    case 0:
      if (text->len > 0)
        text->str[at] = (char) g_rand_int_range (random, 0, 256);
      break;
    case 1:
      g_string_insert (text, (gssize) at, words[random_below (random, G_N_ELEMENTS (words))]);
      break;
    case 2:
      g_string_erase (text, (gssize) at, (gssize) random_below (random, MIN (text->len - at + 1, 64)));
      break;
    case 3:
      g_string_truncate (text, at);
      break;
    default:
      splice (text, seeds, random);
    }
}

static void
keep_current (void)
{
  int fd = finds ? -1 : open ("finding", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  if (fd >= 0 && write (fd, current, current_size) >= 0)
    (void) !write (STDERR_FILENO, "The input is kept in the file “finding”.\n", 44);
}

static void
died_cb (int signal_number)
{
  keep_current ();
  signal (signal_number, SIG_DFL);
  raise (signal_number);
}

static void
run (const char *data, gsize size)
{
  /* A copy of exactly this size, for the sanitizer to see its end. */
  g_autofree guint8 *copy = g_memdup2 (data, size);

  current = copy;
  current_size = size;
  LLVMFuzzerTestOneInput (copy != NULL ? copy : (const guint8 *) "", size);
}

static guint64
run_mutations (GPtrArray *seeds)
{
  g_autoptr (GRand) random = g_rand_new ();
  gint64            end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  guint64           n = 0;

  for (; seeds->len > 0 && (n % N_RUNS_BETWEEN_LOOKS != 0 || g_get_monotonic_time () < end); n++)
    {
      GBytes             *seed = seeds->pdata[random_below (random, seeds->len)];
      g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (seed, NULL),
                                                   (gssize) g_bytes_get_size (seed));

      for (gsize i = random_below (random, 4) + 1; i > 0; i--)
        mutate (text, seeds, random);
      if (text->len <= MAX_SIZE)
        run (text->str, text->len);
    }
  return n;
}

static void
run_all (GPtrArray *seeds)
{
  guint64 n;

  for (guint i = 0; i < seeds->len; i++)
    run (g_bytes_get_data (seeds->pdata[i], NULL), g_bytes_get_size (seeds->pdata[i]));
  n = run_mutations (seeds);
  g_print ("%u seeds, %" G_GUINT64_FORMAT " mutations, no finding\n", seeds->len, n);
}

/* Runs in a process of its own, which is to die. */
static int
expect_finding (GPtrArray *seeds)
{
  pid_t child = fork ();
  int   status = 0;

  if (child == 0)
    {
      freopen ("/dev/null", "w", stderr);
      run_all (seeds);
      _exit (0);
    }
  if (waitpid (child, &status, 0) != child || status == 0)
    {
      g_printerr ("The planted fault was not found.\n");
      return 1;
    }
  g_print ("the planted fault was found\n");
  return 0;
}

int
main (int argc, char *argv[])
{
  g_autoptr (GOptionContext) context = g_option_context_new ("FOLDER…");
  g_autoptr (GPtrArray)      seeds = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GError)         error = NULL;

  LLVMFuzzerInitialize (&argc, &argv);
  signal (SIGABRT, died_cb);
  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  for (int i = 1; i < argc; i++)
    read_folder (argv[i], seeds);
  if (seeds->len == 0)
    {
      g_printerr ("No seeds.\n");
      return 2;
    }
  if (finds)
    return expect_finding (seeds);
  run_all (seeds);
  return 0;
}
