/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/recovery/atl-owner.h"

#include "file/atl-durable-file.h"
#include "file/atl-json-file.h"
#include "file/atl-json-reader.h"
#include "file/atl-line-writer.h"

#include <string.h>
#include <unistd.h>

#define OWNER_NAME "owner.json"
#define LARGEST 999999999999999

static const char *const state_names[] = { "open", "draft", "discarded" };

/* Of the words behind the name of the program, which is in brackets and may hold anything. */
#define STATE_WORD 0
#define START_WORD 19

/* A process that was killed keeps its number and its start until its parent has asked for the outcome. */
static gboolean
is_dead (const char *state)
{
  return strchr ("ZXx", *state) != NULL;
}

static gint64
start_of_process (gint64 pid)
{
  g_autofree char *path = g_strdup_printf ("/proc/%" G_GINT64_FORMAT "/stat", pid);
  g_autofree char *text = NULL;
  g_auto (GStrv)   words = NULL;
  const char      *behind;

  if (!g_file_get_contents (path, &text, NULL, NULL))
    return 0;
  behind = strrchr (text, ')');
  if (behind == NULL || behind[1] == '\0')
    return 0;
  words = g_strsplit (behind + 2, " ", -1);
  if (g_strv_length (words) <= START_WORD || is_dead (words[STATE_WORD]))
    return 0;

  return g_ascii_strtoll (words[START_WORD], NULL, 10);
}

static char *
dup_boot (void)
{
  char *text = NULL;

  if (!g_file_get_contents ("/proc/sys/kernel/random/boot_id", &text, NULL, NULL))
    return g_strdup ("");

  return g_strstrip (text);
}

/**
 * atl_owner_new:
 *
 * Returns: (transfer full): an owner without a process or a session
 */
AtlOwner *
atl_owner_new (void)
{
  AtlOwner *self = g_new0 (AtlOwner, 1);

  self->session = g_strdup ("");
  self->path = g_strdup ("");
  self->title = g_strdup ("");
  self->base = g_strdup ("");
  self->host = g_strdup ("");
  self->boot = g_strdup ("");

  return self;
}

/**
 * atl_owner_free:
 * @self: (transfer full) (nullable): an owner
 *
 * Frees an owner.
 */
void
atl_owner_free (AtlOwner *self)
{
  if (self == NULL)
    return;

  g_free (self->session);
  g_free (self->path);
  g_free (self->title);
  g_free (self->base);
  g_free (self->host);
  g_free (self->boot);
  g_free (self);
}

/**
 * atl_owner_sign:
 * @self: an owner
 *
 * Makes this process the owner.
 */
void
atl_owner_sign (AtlOwner *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->host);
  g_free (self->boot);
  self->host = g_strdup (g_get_host_name ());
  self->boot = dup_boot ();
  self->pid = getpid ();
  self->start = start_of_process (self->pid);
  self->user = getuid ();
}

static void
write_string (AtlLineWriter *writer, const char *name, const char *value)
{
  g_autofree char *text = g_utf8_make_valid (value, -1);

  if (*text != '\0')
    atl_line_writer_string (writer, name, text);
}

/* A name of a file is bytes and JSON is text, so it is written as a URI. */
static void
write_path (AtlLineWriter *writer, const char *path)
{
  g_autofree char *uri = *path != '\0' ? g_filename_to_uri (path, NULL, NULL) : NULL;

  if (uri != NULL)
    atl_line_writer_string (writer, "file", uri);
}

static void
write_members (AtlLineWriter *writer, const AtlOwner *self)
{
  atl_line_writer_begin_object (writer);
  write_string (writer, "session", self->session);
  write_path (writer, self->path);
  write_string (writer, "title", self->title);
  write_string (writer, "base", self->base);
  write_string (writer, "host", self->host);
  write_string (writer, "boot", self->boot);
  atl_line_writer_int (writer, "pid", self->pid);
  atl_line_writer_int (writer, "start", self->start);
  atl_line_writer_int (writer, "user", self->user);
  atl_line_writer_int (writer, "settled", self->settled);
  atl_line_writer_string (writer, "state", state_names[self->state]);
  atl_line_writer_int (writer, "ended", self->ended / G_TIME_SPAN_MILLISECOND);
  atl_line_writer_end_object (writer);
}

/**
 * atl_owner_save:
 * @self: an owner
 * @folder: the folder of an opening
 * @error: (out) (optional): why not
 *
 * Writes `owner.json` durably. Sets the errors of atl_durable_write().
 */
gboolean
atl_owner_save (const AtlOwner *self, const char *folder, GError **error)
{
  g_autofree char   *path = NULL;
  g_autoptr (GBytes) bytes = NULL;
  AtlLineWriter     *writer;

  g_return_val_if_fail (self != NULL && folder != NULL, FALSE);

  path = g_build_filename (folder, OWNER_NAME, NULL);
  writer = atl_line_writer_new (512);
  write_members (writer, self);
  bytes = atl_line_writer_end (writer);

  return atl_durable_write (path, bytes, error);
}

static char *
read_path (const AtlJsonReader *reader)
{
  g_autofree char *uri = atl_json_reader_dup_string (reader, "file", "", NULL);
  char            *path = *uri != '\0' ? g_filename_from_uri (uri, NULL, NULL) : NULL;

  return path != NULL ? path : g_strdup ("");
}

static AtlOwnerState
read_state (const AtlJsonReader *reader)
{
  g_autofree char *name = atl_json_reader_dup_string (reader, "state", "", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (state_names); i++)
    if (g_str_equal (name, state_names[i]))
      return (AtlOwnerState) i;

  return ATL_OWNER_OPEN;
}

static gint64
read_int (const AtlJsonReader *reader, const char *name)
{
  return atl_json_reader_get_int (reader, name, 0, 0, LARGEST, NULL);
}

static AtlOwner *
read_members (const AtlJsonReader *reader)
{
  AtlOwner *self = g_new0 (AtlOwner, 1);

  self->session = atl_json_reader_dup_id (reader, "session", "", NULL);
  self->path = read_path (reader);
  self->title = atl_json_reader_dup_string (reader, "title", "", NULL);
  self->base = atl_json_reader_dup_string (reader, "base", "", NULL);
  self->host = atl_json_reader_dup_string (reader, "host", "", NULL);
  self->boot = atl_json_reader_dup_string (reader, "boot", "", NULL);
  self->pid = read_int (reader, "pid");
  self->start = read_int (reader, "start");
  self->user = read_int (reader, "user");
  self->settled = read_int (reader, "settled");
  self->state = read_state (reader);
  self->ended = read_int (reader, "ended") * G_TIME_SPAN_MILLISECOND;

  return self;
}

/**
 * atl_owner_load:
 * @folder: the folder of an opening
 * @error: (out) (optional): why not
 *
 * Reads what atl_owner_save() wrote. Members of a wrong type read as empty.
 *
 * Sets the errors of atl_json_load().
 *
 * Returns: (transfer full) (nullable): an owner
 */
AtlOwner *
atl_owner_load (const char *folder, GError **error)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (JsonNode)    root = NULL;
  g_autofree char        *path = NULL;
  AtlJsonReader           reader;

  g_return_val_if_fail (folder != NULL, NULL);

  path = g_build_filename (folder, OWNER_NAME, NULL);
  root = atl_json_load (path, NULL, error);
  if (root == NULL)
    return NULL;
  atl_json_reader_init (&reader, json_node_get_object (root), problems);

  return read_members (&reader);
}

/**
 * atl_owner_is_here:
 * @self: an owner
 *
 * Tells whether the owner ran on this machine: a laptop that changed its name while it was running still is.
 */
gboolean
atl_owner_is_here (const AtlOwner *self)
{
  g_autofree char *boot = dup_boot ();

  g_return_val_if_fail (self != NULL, FALSE);

  return g_str_equal (self->host, g_get_host_name ()) || (*boot != '\0' && g_str_equal (self->boot, boot));
}

/**
 * atl_owner_is_us:
 * @self: an owner
 *
 * Tells whether the owner is this very process.
 */
gboolean
atl_owner_is_us (const AtlOwner *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->pid == getpid () && atl_owner_is_running (self);
}

/**
 * atl_owner_is_running:
 * @self: an owner
 *
 * Tells whether the owner's process runs on this machine: not another one that was given its number since,
 * and not one that is dead and was not waited for yet.
 */
gboolean
atl_owner_is_running (const AtlOwner *self)
{
  g_autofree char *boot = NULL;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->pid <= 0 || self->start <= 0)
    return FALSE;
  boot = dup_boot ();

  return g_str_equal (self->boot, boot) && start_of_process (self->pid) == self->start;
}
