/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-row.h"

#include "config.h"
#include "ui/compare/atl-compare-names.h"

#include <glib/gi18n-lib.h>

/**
 * AtlCompareRow:
 *
 * A line of the list of what changed. Its words are made when somebody looks.
 */
struct _AtlCompareRow
{
  GObject parent_instance;

  AtlCompareResult *result;
  AtlCompareGroup   group;
  gboolean          heading;
  gboolean          silos_only;
  guint             count;   /* of a heading: the links of its group */
  GArray           *changes; /* guint: places among the links or needs of the comparison */
};

G_DEFINE_FINAL_TYPE (AtlCompareRow, atl_compare_row, G_TYPE_OBJECT)

static AtlCompareRow *
make (AtlCompareResult *result,
      AtlCompareGroup   group,
      gboolean          silos_only)
{
  AtlCompareRow *self = g_object_new (ATL_TYPE_COMPARE_ROW, NULL);

  self->result = atl_compare_result_ref (result);
  self->group = group;
  self->silos_only = silos_only;
  return self;
}

static AtlCompareGroup
group_of (AtlLinkChangeKind kind)
{
  switch (kind)
    {
    case ATL_LINK_CHANGE_NEW:
      return ATL_COMPARE_NEW;
    case ATL_LINK_CHANGE_LOST:
      return ATL_COMPARE_LOST;
    case ATL_LINK_CHANGE_STRONGER:
      return ATL_COMPARE_STRONGER;
    case ATL_LINK_CHANGE_WEAKER:
      return ATL_COMPARE_WEAKER;
    case ATL_LINK_CHANGE_SAME:
    default:
      return ATL_COMPARE_N_GROUPS;
    }
}

/* The places of what belongs to a group. */
static GArray *
collect (AtlComparison  *comparison,
         AtlCompareGroup group)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));

  if (atl_compare_group_is_need (group))
    {
      for (guint i = 0; i < comparison->n_needs; i++)
        if (comparison->needs[i].met == (group == ATL_COMPARE_MET))
          g_array_append_val (found, i);
      return found;
    }
  for (guint i = 0; i < comparison->n_links; i++)
    if (group_of (comparison->links[i].kind) == group)
      g_array_append_val (found, i);
  return found;
}

/* The ends of what a row stands for, as nodes of the later map. */
static void
get_ends (AtlCompareRow *self,
          guint          change,
          guint         *from,
          guint         *to)
{
  AtlComparison *comparison = self->result->comparison;
  gboolean       need = atl_compare_group_is_need (self->group);

  *from = need ? comparison->needs[change].a : comparison->links[change].from;
  *to = need ? comparison->needs[change].b : comparison->links[change].to;
}

static char *
dup_silos_of (AtlCompareRow *self,
              guint          change)
{
  gboolean         then = self->group == ATL_COMPARE_LOST;
  gboolean         need = atl_compare_group_is_need (self->group);
  guint            from;
  guint            to;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  get_ends (self, change, &from, &to);
  first = atl_compare_names_dup_silo (self->result, from, then);
  second = atl_compare_names_dup_silo (self->result, to, then);
  if (need && self->silos_only && g_utf8_collate (first, second) > 0)
    return g_strdup_printf ("%s – %s", second, first);
  return g_strdup_printf (need ? "%s – %s" : "%s → %s", first, second);
}

static void
add_single (GPtrArray        *rows,
            AtlCompareResult *result,
            AtlCompareGroup   group,
            GArray           *changes)
{
  for (guint i = 0; i < changes->len; i++)
    {
      AtlCompareRow *row = make (result, group, FALSE);

      g_array_append_val (row->changes, g_array_index (changes, guint, i));
      g_ptr_array_add (rows, row);
    }
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  guint first = (*(AtlCompareRow *const *) a)->changes->len;
  guint second = (*(AtlCompareRow *const *) b)->changes->len;

  return first < second ? 1 : -(first > second);
}

/* All that happened between two silos is one line; the pairs with most come first. */
static void
add_pairs (GPtrArray        *rows,
           AtlCompareResult *result,
           AtlCompareGroup   group,
           GArray           *changes)
{
  g_autoptr (GHashTable)    pairs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray)     found = g_ptr_array_new ();
  g_autoptr (AtlCompareRow) namer = make (result, group, TRUE);

  for (guint i = 0; i < changes->len; i++)
    {
      guint          change = g_array_index (changes, guint, i);
      char          *key = dup_silos_of (namer, change);
      AtlCompareRow *row = g_hash_table_lookup (pairs, key);

      if (row == NULL)
        {
          row = make (result, group, TRUE);
          g_ptr_array_add (found, row);
        }
      g_hash_table_insert (pairs, key, row);
      g_array_append_val (row->changes, change);
    }
  g_ptr_array_sort (found, compare_counts);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (rows, found->pdata[i]);
}

static void
add_group (GPtrArray        *rows,
           AtlCompareResult *result,
           AtlCompareGroup   group,
           gboolean          silos_only)
{
  g_autoptr (GArray) changes = collect (result->comparison, group);
  AtlCompareRow     *heading = NULL;

  if (changes->len == 0)
    return;
  heading = make (result, group, silos_only);
  heading->heading = TRUE;
  heading->count = changes->len;
  g_ptr_array_add (rows, heading);
  if (silos_only)
    add_pairs (rows, result, group, changes);
  else
    add_single (rows, result, group, changes);
}

static void
atl_compare_row_finalize (GObject *object)
{
  AtlCompareRow *self = ATL_COMPARE_ROW (object);

  atl_compare_result_unref (self->result);
  g_array_unref (self->changes);
  G_OBJECT_CLASS (atl_compare_row_parent_class)->finalize (object);
}

static void
atl_compare_row_class_init (AtlCompareRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_compare_row_finalize;
}

static void
atl_compare_row_init (AtlCompareRow *self)
{
  self->changes = g_array_new (FALSE, FALSE, sizeof (guint));
}

/**
 * atl_compare_rows_new:
 * @result: two maps compared
 * @silos_only: one line for each pair of silos, without any name
 *
 * Returns: (transfer full): the list of what changed, as #AtlCompareRow, by group; groups that have nothing
 *   are left out
 */
GListModel *
atl_compare_rows_new (AtlCompareResult *result,
                      gboolean          silos_only)
{
  GListStore           *store = g_list_store_new (ATL_TYPE_COMPARE_ROW);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (int group = 0; group < ATL_COMPARE_N_GROUPS; group++)
    add_group (rows, result, group, silos_only);
  g_list_store_splice (store, 0, 0, rows->pdata, rows->len);
  return G_LIST_MODEL (store);
}

/**
 * atl_compare_rows_dup_text:
 * @rows: what atl_compare_rows_new() gave
 *
 * Returns: (transfer full): the list as plain text, to be pasted elsewhere
 */
char *
atl_compare_rows_dup_text (GListModel *rows)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (AtlCompareRow) row = g_list_model_get_item (rows, i);
      g_autofree char          *line = atl_compare_row_dup_text (row);

      g_string_append_printf (text, row->heading ? "%s%s\n" : "%s- %s\n", row->heading && i > 0 ? "\n" : "",
                              line);
    }
  return g_string_free (text, FALSE);
}

/**
 * atl_compare_row_is_heading:
 * @self: a row
 *
 * Returns: whether it stands over a group
 */
gboolean
atl_compare_row_is_heading (AtlCompareRow *self)
{
  return self->heading;
}

/**
 * atl_compare_row_get_group:
 * @self: a row
 *
 * Returns: its group
 */
AtlCompareGroup
atl_compare_row_get_group (AtlCompareRow *self)
{
  return self->group;
}

/**
 * atl_compare_row_get_count:
 * @self: a row
 *
 * Returns: how many links or requests it stands for
 */
guint
atl_compare_row_get_count (AtlCompareRow *self)
{
  return self->heading ? self->count : self->changes->len;
}

static const char *
get_group_label (AtlCompareGroup group)
{
  switch (group)
    {
    case ATL_COMPARE_NEW:
      return _ ("New links between silos");
    case ATL_COMPARE_LOST:
      return _ ("Lost links between silos");
    case ATL_COMPARE_STRONGER:
      return _ ("Stronger links between silos");
    case ATL_COMPARE_WEAKER:
      return _ ("Weaker links between silos");
    case ATL_COMPARE_MET:
      return _ ("Requests met");
    case ATL_COMPARE_OPEN:
    case ATL_COMPARE_N_GROUPS:
    default:
      return _ ("Requests still open");
    }
}

/**
 * atl_compare_row_dup_title:
 * @self: a row
 *
 * Returns: (transfer full): the ends: people as they want to be named, silos where only these are shown; of
 *   a heading what the group is
 */
char *
atl_compare_row_dup_title (AtlCompareRow *self)
{
  guint            from;
  guint            to;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (self->heading)
    return g_strdup (get_group_label (self->group));
  if (self->silos_only)
    return dup_silos_of (self, g_array_index (self->changes, guint, 0));
  get_ends (self, g_array_index (self->changes, guint, 0), &from, &to);
  first = atl_compare_names_dup_node (self->result, from);
  second = atl_compare_names_dup_node (self->result, to);
  return g_strdup_printf (atl_compare_group_is_need (self->group) ? "%s – %s" : "%s → %s", first, second);
}

/**
 * atl_compare_row_dup_silos:
 * @self: a row
 *
 * Returns: (transfer full): the silos of the ends, "" where the title says them
 */
char *
atl_compare_row_dup_silos (AtlCompareRow *self)
{
  if (self->heading || self->silos_only)
    return g_strdup ("");
  return dup_silos_of (self, g_array_index (self->changes, guint, 0));
}

static char *
dup_count (AtlCompareRow *self)
{
  guint n = atl_compare_row_get_count (self);

  if (self->heading)
    return g_strdup_printf ("%u", n);
  if (atl_compare_group_is_need (self->group))
    return g_strdup_printf (ngettext ("%u request", "%u requests", n), n);
  return g_strdup_printf (ngettext ("%u link", "%u links", n), n);
}

/**
 * atl_compare_row_dup_value:
 * @self: a row
 *
 * Returns: (transfer full): the strength before and after, of a request how much it was needed; a count where
 *   the row stands for several
 */
char *
atl_compare_row_dup_value (AtlCompareRow *self)
{
  const AtlLinkChange *link = NULL;
  guint                change;

  if (self->heading || self->silos_only)
    return dup_count (self);
  change = g_array_index (self->changes, guint, 0);
  if (atl_compare_group_is_need (self->group))
    return g_strdup_printf ("%u", self->result->comparison->needs[change].level);
  link = &self->result->comparison->links[change];
  if (link->before == 0)
    return g_strdup_printf ("– → %u", link->after);
  if (link->after == 0)
    return g_strdup_printf ("%u → –", link->before);
  return g_strdup_printf ("%u → %u", link->before, link->after);
}

/**
 * atl_compare_row_dup_text:
 * @self: a row
 *
 * Returns: (transfer full): the whole line, such as “Bob → Dan (MKT → DSI) 2 → 4”
 */
char *
atl_compare_row_dup_text (AtlCompareRow *self)
{
  g_autofree char *title = atl_compare_row_dup_title (self);
  g_autofree char *silos = atl_compare_row_dup_silos (self);
  g_autofree char *value = atl_compare_row_dup_value (self);

  if (self->heading)
    return g_strdup_printf ("%s (%s)", title, value);
  if (*silos == '\0')
    return g_strdup_printf ("%s: %s", title, value);
  return g_strdup_printf ("%s (%s) %s", title, silos, value);
}

/**
 * atl_compare_row_get_changes:
 * @self: a row
 *
 * Returns: (transfer none) (element-type guint): the places of what it stands for among the links of the
 *   comparison, or among its needs; of a heading none
 */
GArray *
atl_compare_row_get_changes (AtlCompareRow *self)
{
  return self->changes;
}

/**
 * atl_compare_group_is_need:
 * @group: a group
 *
 * Returns: whether it is about requests, not links
 */
gboolean
atl_compare_group_is_need (AtlCompareGroup group)
{
  return group == ATL_COMPARE_MET || group == ATL_COMPARE_OPEN;
}
