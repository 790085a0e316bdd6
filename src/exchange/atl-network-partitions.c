/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-partitions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "exchange/atl-network-words.h"
#include "util/atl-fold.h"

/* A column of so many different values groups nobody. */
#define MOST_GROUPS 200
#define MOST_NUMBERS 15

/* The values of a column. */
typedef struct
{
  guint    n;        /* people who have one */
  guint    n_groups; /* different values */
  guint    n_shared; /* values of at least two people */
  gboolean numbers;
  gboolean marked; /* addresses, or several values in one */
} Values;

static gboolean
is_number (const char *text)
{
  char *end = NULL;

  g_ascii_strtod (text, &end);
  return end != text && *end == '\0';
}

static Values
count_values (AtlNetworkColumn *column)
{
  g_autoptr (GHashTable) groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Values                 values = { .n = g_hash_table_size (column->values), .numbers = TRUE };
  GHashTableIter         iter;
  gpointer               value = NULL;

  g_hash_table_iter_init (&iter, column->values);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      char *folded = g_strstrip (atl_fold (value));
      guint n = GPOINTER_TO_UINT (g_hash_table_lookup (groups, folded));

      values.n_shared += n == 1 ? 1 : 0;
      values.numbers = values.numbers && is_number (value);
      values.marked = values.marked || strpbrk (value, "@|") != NULL || strstr (value, "://") != NULL;
      g_hash_table_insert (groups, folded, GUINT_TO_POINTER (n + 1));
    }
  values.n_groups = g_hash_table_size (groups);
  return values;
}

/* Why the values of a column put nobody together, or NULL. The name of the column fills it in. */
static const char *
find_fault (AtlNetworkColumn *column)
{
  const Values values = count_values (column);

  if (values.n == 0)
    return _ ("the column “%s” is not used: nobody has a value");
  if (column->stated || atl_network_words_is_partition (column->name))
    return NULL;
  if (values.n == 1)
    return _ ("the column “%s” is not used: only one person has a value");
  if (values.n_groups == 1)
    return _ ("the column “%s” is not used: everybody has the same value");
  if (values.n_groups == values.n)
    return _ ("the column “%s” is not used: every person has a different value");
  if (values.marked)
    return _ ("the column “%s” is not used: its values are addresses or lists, not groups");
  if (values.n_groups > (values.numbers ? MOST_NUMBERS : MOST_GROUPS))
    return _ ("the column “%s” is not used: it has too many different values to be groups");
  if (values.n_shared * 2 <= values.n_groups)
    return _ ("the column “%s” is not used: most of its values belong to one person only");
  return NULL;
}

static void
report_fault (AtlNetworkTable  *table,
              AtlNetworkColumn *column,
              const char       *fault)
{
  g_auto (GStrv)   around = g_strsplit (fault, "%s", 2);
  g_autofree char *text = g_strjoinv (column->name, around);

  atl_network_table_report (table, "%s", text);
}

/**
 * atl_network_partitions_find:
 * @table: a table
 * @name: of an attribute of nodes
 *
 * Returns: (transfer none) (nullable): its column
 */
AtlNetworkColumn *
atl_network_partitions_find (AtlNetworkTable *table,
                             const char      *name)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (g_str_equal (((AtlNetworkColumn *) table->columns->pdata[i])->name, name))
      return table->columns->pdata[i];
  return NULL;
}

/**
 * atl_network_partitions_get:
 * @table: a table
 * @node: number of a node
 * @name: of an attribute
 *
 * Returns: (transfer none): its value, "" if nothing was said
 */
const char *
atl_network_partitions_get (AtlNetworkTable *table,
                            guint            node,
                            const char      *name)
{
  AtlNetworkColumn *column = atl_network_partitions_find (table, name);
  const char       *value = NULL;

  if (column != NULL)
    value = g_hash_table_lookup (column->values, GUINT_TO_POINTER (node + 1));
  return value != NULL ? value : "";
}

/**
 * atl_network_partitions_keep:
 * @table: a table that all files were read into
 *
 * Keeps of the columns those that are partitions: that the file says so of, whose name is known as that of a
 * partition, or whose values plainly group people. The others are reported, with the reason. Partitions keep
 * their order.
 */
void
atl_network_partitions_keep (AtlNetworkTable *table)
{
  for (guint i = 0; i < table->columns->len;)
    {
      AtlNetworkColumn *column = table->columns->pdata[i];
      const char       *fault = find_fault (column);

      if (fault == NULL)
        {
          i++;
          continue;
        }
      report_fault (table, column, fault);
      g_ptr_array_remove_index (table->columns, i);
    }
}
