/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/import/atl-import-plan.h"

#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "util/atl-fold.h"

/**
 * atl_import_plan_new:
 * @table: (transfer full): what was read
 * @session: a session
 * @board: (nullable): its board that is open
 *
 * Returns: (transfer full): a plan with what is likely: onto the map that is open, people of one name are one
 */
AtlImportPlan *
atl_import_plan_new (AtlNetworkTable *table,
                     AtlSession      *session,
                     AtlBoard        *board)
{
  AtlImportPlan *self = g_new0 (AtlImportPlan, 1);

  self->table = table;
  self->session = g_object_ref (session);
  if (board != NULL && atl_board_is_map (board))
    self->board = g_object_ref (board);
  self->new_board = self->board == NULL;
  self->teams = self->board != NULL && atl_nodes_are_teams (self->board);
  return self;
}

/**
 * atl_import_plan_free:
 * @self: (transfer full): a plan
 */
void
atl_import_plan_free (AtlImportPlan *self)
{
  atl_network_table_free (self->table);
  g_clear_object (&self->board);
  g_object_unref (self->session);
  g_free (self);
}

static guint
count_values (AtlNetworkColumn *column)
{
  g_autoptr (GHashTable) folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter         iter;
  gpointer               value;

  g_hash_table_iter_init (&iter, column->values);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_hash_table_add (folded, g_strstrip (atl_fold (value)));
  return g_hash_table_size (folded);
}

/* The names of the session, folded. */
static GHashTable *
dup_names (AtlImportPlan *self)
{
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  AtlList    *people = atl_session_get_people (self->session);

  for (guint i = 0; i < atl_list_get_length (people); i++)
    g_hash_table_add (names, g_strstrip (atl_fold (atl_person_get_name (atl_list_get (people, i)))));
  return names;
}

static guint
count_known (AtlImportPlan *self)
{
  g_autoptr (GHashTable) names = dup_names (self);
  guint                  n = 0;

  for (guint i = 0; i < self->table->rows->len; i++)
    {
      AtlNetworkRow   *row = self->table->rows->pdata[i];
      g_autofree char *name = g_strstrip (atl_fold (row->label));

      n += g_hash_table_contains (names, name) ? 1 : 0;
    }
  return n;
}

/**
 * atl_import_plan_count:
 * @self: a plan
 *
 * Returns: what would come in, as it is chosen now
 */
AtlImportCounts
atl_import_plan_count (AtlImportPlan *self)
{
  AtlNetworkTable *table = self->table;
  int              column = atl_import_plan_get_column (self);
  AtlImportCounts  counts = { .n_nodes = table->rows->len, .n_known = count_known (self) };

  if (column >= 0)
    counts.n_silos = count_values (table->columns->pdata[column]);
  for (guint i = 0; i < table->ties->len; i++)
    {
      int      kind = g_array_index (table->ties, AtlNetworkTie, i).kind;
      gboolean need = kind != ATL_NETWORK_NO_KIND && atl_link_kind_is_need ((AtlLinkKind) kind);

      counts.n_needs += need ? 1 : 0;
      counts.n_links += need ? 0 : 1;
    }
  return counts;
}

/**
 * atl_import_plan_get_column:
 * @self: a plan
 *
 * Returns: which column of the table has the silos, −1 for none
 */
int
atl_import_plan_get_column (AtlImportPlan *self)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    if (((AtlNetworkColumn *) self->table->columns->pdata[i])->chosen)
      return (int) i;
  return -1;
}

/**
 * atl_import_plan_set_column:
 * @self: a plan
 * @column: which column of the table has the silos, −1 for none
 */
void
atl_import_plan_set_column (AtlImportPlan *self,
                            int            column)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    ((AtlNetworkColumn *) self->table->columns->pdata[i])->chosen = (int) i == column;
}

/**
 * atl_import_plan_apply:
 * @self: a plan
 * @counts: (out caller-allocates): what was added
 *
 * Brings it into the session; the caller opens the group of the history.
 *
 * Returns: (transfer none): the board that has it now
 */
AtlBoard *
atl_import_plan_apply (AtlImportPlan    *self,
                       AtlNetworkCounts *counts)
{
  g_autoptr (AtlCatalogue) catalogue = atl_catalogue_new ();
  AtlNetworkChoices        choices = { .board = self->new_board ? NULL : self->board,
                                       .teams = self->teams,
                                       .separate = self->separate };

  return atl_network_apply (self->table, self->session, catalogue, &choices, counts);
}
