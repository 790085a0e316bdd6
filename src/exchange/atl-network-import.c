/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-import.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "exchange/atl-exchange-error.h"
#include "exchange/atl-network-csv.h"
#include "exchange/atl-network-decode.h"
#include "exchange/atl-network-graphml.h"
#include "exchange/atl-network-kumu.h"
#include "exchange/atl-network-pajek.h"
#include "file/atl-json-file.h"

#define REPLACEMENT "\357\277\275"
#define MOST_BYTES (64 * 1024 * 1024)

/* The first thing that is no blank tells the format. */
static AtlNetworkFormat
find_format (const char *text)
{
  text += strspn (text, " \t\r\n");
  while (*text == '%')
    {
      text += strcspn (text, "\r\n");
      text += strspn (text, " \t\r\n");
    }
  switch (*text)
    {
    case '<':
      return ATL_NETWORK_FORMAT_GRAPHML;
    case '{':
    case '[':
      return ATL_NETWORK_FORMAT_KUMU;
    case '*':
      return ATL_NETWORK_FORMAT_PAJEK;
    default:
      return ATL_NETWORK_FORMAT_LINKS;
    }
}

static gboolean
read_csv (AtlNetworkTable *table,
          const char      *text,
          AtlNetworkFormat format,
          GError         **error)
{
  if (format == ATL_NETWORK_FORMAT_LINKS)
    return atl_network_csv_read (table, text, ATL_NETWORK_CSV_LINKS, error);
  if (format == ATL_NETWORK_FORMAT_PEOPLE)
    return atl_network_csv_read (table, text, ATL_NETWORK_CSV_PEOPLE, error);
  return atl_network_csv_read (table, text, ATL_NETWORK_CSV_ANY, error);
}

/* What was no text in its encoding was replaced: its lines are told. */
static void
report_replaced (AtlNetworkTable *table,
                 const char      *text)
{
  const char *found = NULL;
  guint       line = 1;

  while ((found = strstr (text, REPLACEMENT)) != NULL)
    {
      for (; text < found; text++)
        line += *text == '\n' ? 1 : 0;
      table->line = line;
      atl_network_table_report (table, _ ("a character that is damaged was read as “%s”"), REPLACEMENT);
      text += strcspn (text, "\n");
    }
  table->line = 0;
}

static gboolean
read_text (AtlNetworkTable *table,
           const char      *text,
           AtlNetworkFormat found,
           AtlNetworkFormat format,
           GError         **error)
{
  g_autoptr (GBytes) decoded = NULL;

  report_replaced (table, text);
  if (found == ATL_NETWORK_FORMAT_PAJEK)
    return atl_network_pajek_read (table, text, error);
  if (found != ATL_NETWORK_FORMAT_KUMU)
    return read_csv (table, text, format, error);
  decoded = g_bytes_new (text, strlen (text));
  return atl_network_kumu_read (table, decoded, error);
}

/**
 * atl_network_import_read:
 * @table: where what is read goes
 * @bytes: a file of another program
 * @source: its name, for the problems found in it
 * @format: what it is, if known
 * @error: (out) (optional): why not
 *
 * Reads people and links. Several files may go into one table: links in one, people in another.
 *
 * Returns: whether it could be read
 */
gboolean
atl_network_import_read (AtlNetworkTable *table,
                         GBytes          *bytes,
                         const char      *source,
                         AtlNetworkFormat format,
                         GError         **error)
{
  g_autofree char   *text = atl_network_decode (bytes, error);
  g_autoptr (GError) problem = NULL;
  AtlNetworkFormat   found;
  gboolean           done;

  if (text == NULL)
    return FALSE;
  atl_network_table_begin (table, source);
  found = format != ATL_NETWORK_FORMAT_ANY ? format : find_format (text);
  if (found == ATL_NETWORK_FORMAT_GRAPHML)
    done = atl_network_graphml_read (table, bytes, &problem);
  else
    done = read_text (table, text, found, format, &problem);
  if (problem != NULL)
    g_propagate_error (error, g_steal_pointer (&problem));
  return done;
}

/**
 * atl_network_import_read_file:
 * @table: where what is read goes
 * @path: a file of another program
 * @format: what it is, if known
 * @error: (out) (optional): why not
 *
 * Returns: whether it could be read
 */
gboolean
atl_network_import_read_file (AtlNetworkTable *table,
                              const char      *path,
                              AtlNetworkFormat format,
                              GError         **error)
{
  g_autofree char   *base = g_path_get_basename (path);
  g_autofree char   *name = g_filename_display_name (base);
  g_autoptr (GBytes) bytes = NULL;
  GStatBuf           info;

  if (g_stat (path, &info) == 0 && info.st_size > MOST_BYTES)
    {
      g_set_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_TOO_LARGE,
                   _ ("“%s” is larger than 64 MiB, which no network of people is."), name);
      return FALSE;
    }
  bytes = atl_file_read (path, error);
  return bytes != NULL && atl_network_import_read (table, bytes, name, format, error);
}
