/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/atl-network-partitions.h"
#include "exchange/atl-network-strengths.h"
#include "file/atl-text.h"
#include "util/atl-fold.h"

/* A name that several nodes bear. */
#define AMBIGUOUS G_MAXUINT

static void
row_free (gpointer data)
{
  AtlNetworkRow *row = data;

  g_free (row->label);
  g_free (row->role);
  g_free (row);
}

static void
tie_clear (gpointer data)
{
  g_free (((AtlNetworkTie *) data)->remark);
}

static void
column_free (gpointer data)
{
  AtlNetworkColumn *column = data;

  g_free (column->name);
  g_hash_table_unref (column->values);
  g_free (column);
}

/**
 * atl_network_table_new:
 *
 * Returns: (transfer full): an empty table
 */
AtlNetworkTable *
atl_network_table_new (void)
{
  AtlNetworkTable *self = g_new0 (AtlNetworkTable, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->ties = g_array_new (FALSE, FALSE, sizeof (AtlNetworkTie));
  g_array_set_clear_func (self->ties, tie_clear);
  self->columns = g_ptr_array_new_with_free_func (column_free);
  self->problems = atl_problems_new ();
  self->sources = g_ptr_array_new_with_free_func (g_free);
  self->order = g_array_new (FALSE, FALSE, sizeof (guint));
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->strange = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/**
 * atl_network_table_free:
 * @self: (transfer full): a table
 */
void
atl_network_table_free (AtlNetworkTable *self)
{
  g_ptr_array_unref (self->rows);
  g_array_unref (self->ties);
  g_ptr_array_unref (self->columns);
  atl_problems_unref (self->problems);
  g_array_unref (self->order);
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->seen);
  g_hash_table_unref (self->strange);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/**
 * atl_network_table_begin:
 * @self: a table
 * @source: the name of the file that is read next, for the problems found in it
 */
void
atl_network_table_begin (AtlNetworkTable *self,
                         const char      *source)
{
  g_ptr_array_add (self->sources, g_strdup (source));
  self->source = self->sources->pdata[self->sources->len - 1];
  self->line = 0;
  self->first = self->rows->len;
}

/**
 * atl_network_table_report:
 * @self: a table, whose line is current
 * @format: what could not be used, and what was done instead, translated
 * @...: its arguments
 */
void
atl_network_table_report (AtlNetworkTable *self,
                          const char      *format,
                          ...)
{
  const char      *source = self->source != NULL ? self->source : "";
  g_autofree char *path = NULL;
  g_autofree char *reason = NULL;
  va_list          args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  path = self->line > 0 ? g_strdup_printf ("%s:%u", source, self->line) : g_strdup (source);
  atl_problems_add (self->problems, path, "%s", reason);
}

static guint
look_up (AtlNetworkTable *self,
         const char      *text)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->texts, text));
}

static void
remember (AtlNetworkTable *self,
          char            *text,
          guint            node)
{
  guint known = look_up (self, text);

  g_hash_table_insert (self->texts, text,
                       GUINT_TO_POINTER (known == 0 || known == node + 1 ? node + 1 : AMBIGUOUS));
}

/* Names are compared without case, accents and outer blanks. */
static char *
dup_folded (const char *text)
{
  return g_strstrip (atl_fold (text));
}

/**
 * atl_network_table_find:
 * @self: a table
 * @text: an id or a name
 *
 * Returns: the number of the only node that it can mean, or %ATL_NETWORK_NO_NODE
 */
guint
atl_network_table_find (AtlNetworkTable *self,
                        const char      *text)
{
  guint            known = look_up (self, text);
  g_autofree char *folded = known == 0 ? dup_folded (text) : NULL;

  if (folded != NULL)
    known = look_up (self, folded);
  return known == 0 || known == AMBIGUOUS ? ATL_NETWORK_NO_NODE : known - 1;
}

/* One line, no control characters, not endless. */
static char *
dup_name (AtlNetworkTable *self,
          const char      *text)
{
  g_autofree char *name = atl_text_dup_clean (text);
  char            *shorter = NULL;

  g_strstrip (g_strdelimit (name, "\n\t", ' '));
  if (g_utf8_strlen (name, -1) <= ATL_NETWORK_MOST_CHARACTERS)
    return g_steal_pointer (&name);
  shorter = g_utf8_substring (name, 0, ATL_NETWORK_MOST_CHARACTERS);
  atl_network_table_report (self, _ ("a text of more than %d characters was cut"),
                            ATL_NETWORK_MOST_CHARACTERS);
  return shorter;
}

static guint
add_row (AtlNetworkTable *self,
         const char      *label)
{
  AtlNetworkRow *row = NULL;
  guint          node = self->rows->len;

  if (node == ATL_NETWORK_MOST_NODES)
    atl_network_table_report (self, _ ("more than %d people or teams: the rest is left out"),
                              ATL_NETWORK_MOST_NODES);
  if (node >= ATL_NETWORK_MOST_NODES)
    return ATL_NETWORK_NO_NODE;
  row = g_new0 (AtlNetworkRow, 1);
  row->label = dup_name (self, label);
  g_ptr_array_add (self->rows, row);
  remember (self, dup_folded (row->label), node);
  remember (self, g_strdup (label), node);
  return node;
}

/**
 * atl_network_table_add:
 * @self: a table
 * @label: the name of a node that its file tells apart from others by more than the name
 *
 * Adds a node, unless an earlier file had exactly one of this name.
 *
 * Returns: its number, or %ATL_NETWORK_NO_NODE if there is no room for more
 */
guint
atl_network_table_add (AtlNetworkTable *self,
                       const char      *label)
{
  guint known = atl_network_table_find (self, label);

  return known < self->first ? known : add_row (self, label);
}

/**
 * atl_network_table_find_or_add:
 * @self: a table
 * @text: an id or a name that stands for one node wherever it is used
 *
 * Returns: its number, or %ATL_NETWORK_NO_NODE if several bear it, or if there is no room for more
 */
guint
atl_network_table_find_or_add (AtlNetworkTable *self,
                               const char      *text)
{
  guint            known = look_up (self, text);
  g_autofree char *folded = NULL;

  if (known != 0 && known != AMBIGUOUS)
    return known - 1;
  folded = dup_folded (text);
  if (known == 0)
    known = look_up (self, folded);
  if (known == AMBIGUOUS)
    atl_network_table_report (self, _ ("several are called “%s”: left out"), text);
  if (known != 0)
    return known == AMBIGUOUS ? ATL_NETWORK_NO_NODE : known - 1;
  return add_row (self, text);
}

/**
 * atl_network_table_name:
 * @self: a table
 * @node: number of a node, perhaps known by its id only so far
 * @id: its id
 * @label: its name
 */
void
atl_network_table_name (AtlNetworkTable *self,
                        guint            node,
                        const char      *id,
                        const char      *label)
{
  AtlNetworkRow *row = self->rows->pdata[node];

  if (g_strcmp0 (row->label, label) != 0)
    {
      g_free (row->label);
      row->label = dup_name (self, label);
      remember (self, dup_folded (row->label), node);
    }
  if (look_up (self, id) != node + 1)
    remember (self, g_strdup (id), node);
}

/* New if there was none; NULL if there are too many. */
static AtlNetworkColumn *
get_column (AtlNetworkTable *self,
            const char      *name)
{
  AtlNetworkColumn *column = atl_network_partitions_find (self, name);

  if (column != NULL || self->columns->len >= ATL_NETWORK_MOST_COLUMNS)
    return column;
  column = g_new0 (AtlNetworkColumn, 1);
  column->name = dup_name (self, name);
  column->values = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_ptr_array_add (self->columns, column);
  return column;
}

static gboolean
column_is_chosen (AtlNetworkTable *self)
{
  for (guint i = 0; i < self->columns->len; i++)
    if (((AtlNetworkColumn *) self->columns->pdata[i])->chosen)
      return TRUE;
  return FALSE;
}

/**
 * atl_network_table_state:
 * @self: a table
 * @name: of an attribute that is a partition, as the file says
 * @silos: whether its values are the silos; the first column that says so has them
 */
void
atl_network_table_state (AtlNetworkTable *self,
                         const char      *name,
                         gboolean         silos)
{
  AtlNetworkColumn *column = get_column (self, name);

  if (column == NULL)
    return;
  column->stated = TRUE;
  if (silos && !column_is_chosen (self))
    column->chosen = TRUE;
}

/* What was said first stays. */
static void
report_other_value (AtlNetworkTable *self,
                    guint            node,
                    const char      *known,
                    const char      *value)
{
  g_autofree char *folded = dup_folded (known);
  g_autofree char *other = dup_folded (value);

  if (!g_str_equal (folded, other))
    atl_network_table_report (self, _ ("“%s” is there already, in “%s”: “%s” was left out"),
                              ((AtlNetworkRow *) self->rows->pdata[node])->label, known, value);
}

/**
 * atl_network_table_put:
 * @self: a table
 * @node: number of a node
 * @name: of an attribute
 * @value: its value; "" says nothing, and another than before is reported
 */
void
atl_network_table_put (AtlNetworkTable *self,
                       guint            node,
                       const char      *name,
                       const char      *value)
{
  AtlNetworkColumn *column = NULL;
  const char       *known = atl_network_partitions_get (self, node, name);
  g_autofree char  *clean = dup_name (self, value);

  if (*clean != '\0' && *known != '\0')
    report_other_value (self, node, known, clean);
  else if (*clean != '\0')
    column = get_column (self, name);
  if (column != NULL)
    g_hash_table_insert (column->values, GUINT_TO_POINTER (node + 1), g_steal_pointer (&clean));
}

/* Two links are one if they say the same: relations of no kind of ours are told apart by name. */
static char *
dup_tie_key (const AtlNetworkTie *tie)
{
  gboolean    either = tie->mutual && (tie->kind == ATL_NETWORK_NO_KIND || tie->kind == ATL_LINK_KIND_SHARED);
  gboolean    turned = either && tie->from > tie->to;
  const char *name = tie->kind == ATL_NETWORK_NO_KIND && tie->remark != NULL ? tie->remark : "";

  return g_strdup_printf ("%u %u %d %d %s", turned ? tie->to : tie->from, turned ? tie->from : tie->to,
                          tie->kind, either, name);
}

/* The stronger of two that say the same is kept. */
static gboolean
is_repeated (AtlNetworkTable     *self,
             const AtlNetworkTie *tie)
{
  g_autofree char *key = dup_tie_key (tie);
  guint            index = GPOINTER_TO_UINT (g_hash_table_lookup (self->seen, key));
  AtlNetworkTie   *known = NULL;

  if (index == 0)
    {
      g_hash_table_insert (self->seen, g_steal_pointer (&key), GUINT_TO_POINTER (self->ties->len + 1));
      return FALSE;
    }
  known = &g_array_index (self->ties, AtlNetworkTie, index - 1);
  if (tie->strength > known->strength)
    {
      known->strength = tie->strength;
      known->file = tie->file;
      known->line = tie->line;
    }
  atl_network_table_report (self, _ ("this link is there already: the stronger of both was kept"));
  return TRUE;
}

static gboolean
is_usable (AtlNetworkTable     *self,
           const AtlNetworkTie *tie)
{
  if (tie->from == ATL_NETWORK_NO_NODE || tie->to == ATL_NETWORK_NO_NODE || tie->strength == 0)
    return FALSE;
  if (!isfinite (tie->strength) || tie->strength < 0 || tie->strength > ATL_NETWORK_MOST_STRENGTH)
    atl_network_table_report (self, _ ("the strength of a link is a number from 0 to %d: left out"),
                              ATL_NETWORK_MOST_STRENGTH);
  else if (tie->from == tie->to)
    atl_network_table_report (self, _ ("a link from “%s” to itself: left out"),
                              ((AtlNetworkRow *) self->rows->pdata[tie->from])->label);
  else if (self->ties->len >= ATL_NETWORK_MOST_TIES)
    atl_network_table_report (self, _ ("more than %d links: left out"), ATL_NETWORK_MOST_TIES);
  else
    return !is_repeated (self, tie);
  return FALSE;
}

/**
 * atl_network_table_add_tie:
 * @self: a table
 * @tie: a link; its remark is taken
 *
 * Adds a link, or reports why not. Strength 0, as lists of all pairs have it, says that there is none.
 */
void
atl_network_table_add_tie (AtlNetworkTable *self,
                           AtlNetworkTie   *tie)
{
  tie->file = self->sources->len;
  tie->line = self->line;
  if (is_usable (self, tie))
    g_array_append_val (self->ties, *tie);
  else
    g_free (tie->remark);
  tie->remark = NULL;
}

/* Where there is a list of people, a name that is only in a link may be misspelled. */
static void
report_unlisted (AtlNetworkTable *self)
{
  gboolean any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    any = any || ((AtlNetworkRow *) self->rows->pdata[i])->listed;
  for (guint i = 0; any && i < self->rows->len; i++)
    if (!((AtlNetworkRow *) self->rows->pdata[i])->listed)
      atl_network_table_report (self, _ ("“%s” is in no list of people: added without a silo"),
                                ((AtlNetworkRow *) self->rows->pdata[i])->label);
}

/**
 * atl_network_table_end:
 * @self: a table that all files were read into
 *
 * Brings strengths to 1 to 5, and keeps of the columns those that are partitions; what that leaves out is
 * reported. The silos are in the column that a file says so of, else in the first partition.
 */
void
atl_network_table_end (AtlNetworkTable *self)
{
  self->line = 0;
  report_unlisted (self);
  atl_network_strengths_scale (self);
  atl_network_partitions_keep (self);
  if (self->columns->len > 0 && !column_is_chosen (self))
    ((AtlNetworkColumn *) self->columns->pdata[0])->chosen = TRUE;
}
