/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library to be preloaded, which makes one system call of a save go wrong. Between atl_fault_begin() and
 * atl_fault_end() it counts the calls that change something. */

#include "fault-shim.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/xattr.h>
#include <unistd.h>

#define MAX_LOG 65536

static AtlFault fault;
static int      active;
static int      count;
static int      pending_kill;
static int      swapped;
static char     call_log[MAX_LOG];

void
atl_fault_begin (const AtlFault *given)
{
  fault = *given;
  count = 0;
  pending_kill = 0;
  swapped = 0;
  call_log[0] = '\0';
  active = 1;
}

const char *
atl_fault_end (void)
{
  active = 0;

  return call_log;
}

static void
die (void)
{
  syscall (SYS_kill, getpid (), SIGKILL);
}

static void
record (const char *name)
{
  size_t length = strlen (call_log);

  snprintf (call_log + length, sizeof call_log - length, "%s%s", length > 0 ? "," : "", name);
}

/* Somebody else replaces or removes the target, just before a call of ours. */
static void
swap_before (const char *name)
{
  if (swapped || strcmp (fault.swap_before, name) != 0)
    return;

  swapped = 1;
  if (fault.swap_from[0] != '\0')
    syscall (SYS_rename, fault.swap_from, fault.swap_to);
  else
    syscall (SYS_unlink, fault.swap_to);
}

/* The calls that this file system does not know: "name=errno,name=errno". */
static int
refusal_of (const char *name)
{
  size_t      length = strlen (name);
  const char *p = fault.refused;

  while (p != NULL && *p != '\0')
    {
      if (strncmp (p, name, length) == 0 && p[length] == '=')
        return atoi (p + length + 1);
      p = strchr (p, ',');
      p = p != NULL ? p + 1 : NULL;
    }

  return 0;
}

/* Returns whether the call fails, with errno set. */
static int
before (const char *name)
{
  int refused;

  if (!active)
    return 0;

  count++;
  record (name);
  swap_before (name);
  refused = refusal_of (name);
  if (count == fault.at)
    {
      if (fault.how == ATL_FAULT_KILL_BEFORE)
        die ();
      pending_kill = fault.how == ATL_FAULT_KILL_AFTER;
      if (fault.how == ATL_FAULT_ERRNO)
        refused = fault.number;
    }
  if (count >= fault.at && fault.how == ATL_FAULT_BROKEN)
    refused = fault.number;

  if (refused != 0)
    errno = refused;
  return refused != 0;
}

static int
is_half (void)
{
  return active && count == fault.at && (fault.how == ATL_FAULT_HALF || fault.how == ATL_FAULT_SHORT);
}

static long
after (long result)
{
  if (active && pending_kill)
    die ();

  return result;
}

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

/* Opening for reading changes nothing, but it can fail all the same. */
static const char *
open_name (int flags)
{
  return (flags & O_TMPFILE) == O_TMPFILE ? "tmpfile" : "openat";
}

static mode_t
open_mode (int flags, va_list arguments)
{
  return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg (arguments, mode_t) : 0;
}

#define DEFINE_OPENAT(name)                                               \
  int name (int folder, const char *path, int flags, ...)                 \
  {                                                                       \
    va_list arguments;                                                    \
    mode_t  mode;                                                         \
    va_start (arguments, flags);                                          \
    mode = open_mode (flags, arguments);                                  \
    va_end (arguments);                                                   \
    if (before (open_name (flags)))                                       \
      return -1;                                                          \
    return (int) after (syscall (SYS_openat, folder, path, flags, mode)); \
  }

#define DEFINE_OPEN(name)                                                   \
  int name (const char *path, int flags, ...)                               \
  {                                                                         \
    va_list arguments;                                                      \
    mode_t  mode;                                                           \
    va_start (arguments, flags);                                            \
    mode = open_mode (flags, arguments);                                    \
    va_end (arguments);                                                     \
    if (before (open_name (flags)))                                         \
      return -1;                                                            \
    return (int) after (syscall (SYS_openat, AT_FDCWD, path, flags, mode)); \
  }

DEFINE_OPENAT (openat)
DEFINE_OPENAT (openat64)
DEFINE_OPEN (open)
DEFINE_OPEN (open64)

#define DEFINE(type, name, parameters, arguments) \
  type name parameters                            \
  {                                               \
    if (before (#name))                           \
      return -1;                                  \
    return (type) after (REAL (name) arguments);  \
  }

DEFINE (int, fallocate, (int fd, int mode, off_t at, off_t size), (fd, mode, at, size))
DEFINE (int, fallocate64, (int fd, int mode, off64_t at, off64_t size), (fd, mode, at, size))
DEFINE (int, fsync, (int fd), (fd))
DEFINE (int, fdatasync, (int fd), (fd))
DEFINE (int, fchmod, (int fd, mode_t mode), (fd, mode))
DEFINE (int, fchown, (int fd, uid_t owner, gid_t group), (fd, owner, group))
DEFINE (int, fsetxattr, (int fd, const char *key, const void *v, size_t n, int how), (fd, key, v, n, how))
DEFINE (int, fremovexattr, (int fd, const char *name), (fd, name))
DEFINE (int, ftruncate, (int fd, off_t size), (fd, size))
DEFINE (int, ftruncate64, (int fd, off64_t size), (fd, size))
DEFINE (int, close, (int fd), (fd))
DEFINE (int, unlink, (const char *path), (path))
DEFINE (int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags))
DEFINE (int, rename, (const char *from, const char *to), (from, to))
DEFINE (int, renameat, (int a, const char *from, int b, const char *to), (a, from, b, to))
DEFINE (int, linkat, (int a, const char *from, int b, const char *to, int flags), (a, from, b, to, flags))
DEFINE (int, renameat2, (int a, const char *p, int b, const char *q, unsigned int how), (a, p, b, q, how))
DEFINE (ssize_t, pread, (int fd, void *data, size_t size, off_t at), (fd, data, size, at))
DEFINE (ssize_t, pread64, (int fd, void *data, size_t size, off64_t at), (fd, data, size, at))

ssize_t
write (int fd, const void *data, size_t size)
{
  ssize_t n;

  if (before ("write"))
    return -1;

  n = syscall (SYS_write, fd, data, is_half () ? size / 2 : size);
  if (is_half () && fault.how == ATL_FAULT_HALF)
    die ();

  return after (n);
}
