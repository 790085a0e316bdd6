/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-merge-row.h"

#include "config.h"
#include "ui/merge/atl-item-words.h"

#include <glib/gi18n-lib.h>

struct _AtlMergeRow
{
  GObject parent_instance;

  AtlMerge     *merge;
  AtlSession   *ours;
  AtlSession   *theirs;
  AtlMergeKind  kind;
  AtlMergeEntry entry; /* what it points to is kept by the merge; of a heading all NULL */
  guint         index; /* of the entry */
  gboolean      several;
};

G_DEFINE_FINAL_TYPE (AtlMergeRow, atl_merge_row, G_TYPE_OBJECT)

static void
atl_merge_row_finalize (GObject *object)
{
  AtlMergeRow *self = ATL_MERGE_ROW (object);

  g_clear_object (&self->merge);
  g_clear_object (&self->ours);
  g_clear_object (&self->theirs);
  G_OBJECT_CLASS (atl_merge_row_parent_class)->finalize (object);
}

static void
atl_merge_row_class_init (AtlMergeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_merge_row_finalize;
}

static void
atl_merge_row_init (AtlMergeRow *self)
{
}

/* A heading like @model, which is not in the list. */
static AtlMergeRow *
row_new (AtlMergeRow *model,
         AtlMergeKind kind)
{
  AtlMergeRow *self = g_object_new (ATL_TYPE_MERGE_ROW, NULL);

  self->merge = g_object_ref (model->merge);
  self->ours = g_object_ref (model->ours);
  self->theirs = g_object_ref (model->theirs);
  self->several = model->several;
  self->kind = kind;
  return self;
}

static void
add_rows (GPtrArray   *made,
          AtlMergeRow *model,
          AtlMergeKind kind)
{
  if (atl_merge_count (model->merge, kind) == 0)
    return;
  g_ptr_array_add (made, row_new (model, kind));
  for (guint i = 0; i < atl_merge_get_n_entries (model->merge); i++)
    {
      const AtlMergeEntry *entry = atl_merge_get_entry (model->merge, i);
      AtlMergeRow         *row = NULL;

      if (entry->kind != kind)
        continue;
      row = row_new (model, kind);
      row->entry = *entry;
      row->index = i;
      g_ptr_array_add (made, row);
    }
}

/* What needs a decision comes first. */
static const AtlMergeKind order[] = { ATL_MERGE_CONFLICT, ATL_MERGE_REVIVED, ATL_MERGE_ADDED,
                                      ATL_MERGE_CHANGED, ATL_MERGE_DELETED };
G_STATIC_ASSERT (G_N_ELEMENTS (order) == ATL_MERGE_N_KINDS);

/**
 * atl_merge_rows_new:
 * @merge: a plan
 * @ours: the session that it would change
 * @theirs: the other one
 * @several: whether that is made of several files
 *
 * Returns: (transfer full): the lines of its preview, a heading before each kind of thing
 */
GListModel *
atl_merge_rows_new (AtlMerge   *merge,
                    AtlSession *ours,
                    AtlSession *theirs,
                    gboolean    several)
{
  GListStore             *rows = g_list_store_new (ATL_TYPE_MERGE_ROW);
  g_autoptr (GPtrArray)   made = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (AtlMergeRow) model = g_object_new (ATL_TYPE_MERGE_ROW, NULL);

  model->merge = g_object_ref (merge);
  model->ours = g_object_ref (ours);
  model->theirs = g_object_ref (theirs);
  model->several = several;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_rows (made, model, order[i]);
  g_list_store_splice (rows, 0, 0, made->pdata, made->len);
  return G_LIST_MODEL (rows);
}

static char *
dup_count (AtlMergeKind kind,
           gboolean     several,
           guint        n)
{
  switch (kind)
    {
    case ATL_MERGE_ADDED:
      return g_strdup_printf (ngettext ("%u added", "%u added", n), n);
    case ATL_MERGE_CHANGED:
      return g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
    case ATL_MERGE_CONFLICT:
      if (several)
        return g_strdup_printf (ngettext ("%u with several versions", "%u with several versions", n), n);
      return g_strdup_printf (ngettext ("%u changed on both sides", "%u changed on both sides", n), n);
    case ATL_MERGE_DELETED:
      return g_strdup_printf (ngettext ("%u deleted", "%u deleted", n), n);
    case ATL_MERGE_REVIVED:
    case ATL_MERGE_N_KINDS:
    default:
      return g_strdup_printf (ngettext ("%u brought back", "%u brought back", n), n);
    }
}

/**
 * atl_merge_rows_dup_summary:
 * @merge: a plan
 * @several: whether several files are merged
 *
 * Returns: (transfer full): how many things of each kind it does
 */
char *
atl_merge_rows_dup_summary (AtlMerge *merge,
                            gboolean  several)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      guint            n = atl_merge_count (merge, order[i]);
      g_autofree char *part = n > 0 ? dup_count (order[i], several, n) : NULL;

      if (part == NULL)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, part);
    }
  return g_string_free (text, FALSE);
}

/**
 * atl_merge_row_is_heading:
 * @self: a line
 *
 * Tells whether it is the heading over all of its kind.
 */
gboolean
atl_merge_row_is_heading (AtlMergeRow *self)
{
  return self->entry.item == NULL;
}

/**
 * atl_merge_row_get_kind:
 * @self: a line
 *
 * Returns: what happens
 */
AtlMergeKind
atl_merge_row_get_kind (AtlMergeRow *self)
{
  return self->kind;
}

static const char *
get_heading (AtlMergeKind kind,
             gboolean     several)
{
  switch (kind)
    {
    case ATL_MERGE_ADDED:
      return _ ("Added");
    case ATL_MERGE_CHANGED:
      return _ ("Changed");
    case ATL_MERGE_CONFLICT:
      return several ? _ ("Changed in Several Copies: All Versions Are Kept")
                     : _ ("Changed on Both Sides: Both Versions Are Kept");
    case ATL_MERGE_DELETED:
      return _ ("Deleted");
    case ATL_MERGE_REVIVED:
    case ATL_MERGE_N_KINDS:
    default:
      return _ ("Deleted on One Side, Edited on the Other: Brought Back");
    }
}

/**
 * atl_merge_row_dup_title:
 * @self: a line
 *
 * Returns: (transfer full): what it is about, as it will be
 */
char *
atl_merge_row_dup_title (AtlMergeRow *self)
{
  gboolean reworded = self->kind == ATL_MERGE_CHANGED && self->entry.theirs != NULL &&
                      (self->entry.groups & (1u << ATL_MERGE_TEXT)) != 0;

  if (atl_merge_row_is_heading (self))
    return g_strdup_printf (_ ("%s (%u)"), get_heading (self->kind, self->several),
                            atl_merge_count (self->merge, self->kind));
  return atl_item_dup_words (reworded ? self->entry.theirs : self->entry.item,
                             reworded || self->entry.item == self->entry.theirs ? self->theirs : self->ours);
}

static void
append (GString    *text,
        const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
}

static void
append_groups (GString *text,
               guint    groups)
{
  GString *names = g_string_new (NULL);

  for (guint i = ATL_MERGE_TEXT; i <= ATL_MERGE_STATE; i++)
    if ((groups & (1u << i)) != 0)
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "",
                              atl_merge_group_get_label ((AtlMergeGroup) i));
  append (text, names->str);
  g_string_free (names, TRUE);
}

/**
 * atl_merge_row_dup_subtitle:
 * @self: a line that is no heading
 *
 * Returns: (transfer full): what kind of thing it is, where it is, and what of it is different
 */
char *
atl_merge_row_dup_subtitle (AtlMergeRow *self)
{
  GString         *text = g_string_new (NULL);
  g_autofree char *place = NULL;

  if (atl_merge_row_is_heading (self))
    return g_string_free (text, FALSE);
  place = atl_item_dup_place (self->entry.item, self->ours);
  append (text, atl_item_get_kind_label (self->entry.item));
  append (text, place);
  if (self->kind == ATL_MERGE_CHANGED)
    append_groups (text, self->entry.groups);
  else if (self->kind == ATL_MERGE_CONFLICT)
    append_groups (text, self->entry.conflicts);
  return g_string_free (text, FALSE);
}

static const char *
get_nick (guint group)
{
  return atl_merge_group_get_nick ((AtlMergeGroup) group);
}

static void
append_version (GString    *text,
                const char *format,
                AtlItem    *item,
                AtlItem    *other,
                guint       group,
                AtlSession *session)
{
  g_autofree char *words = atl_item_dup_differences (item, other, get_nick (group), session);
  g_auto (GStrv)   lines = g_strsplit (words, "\n", -1);
  g_autofree char *line = g_strjoinv (" · ", lines);
  GString         *whole = g_string_new (format);

  g_string_replace (whole, "%s", line, 1);
  g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", whole->str);
  g_string_free (whole, TRUE);
}

/* The versions of a group that stay, but for ours: the one that will be shown comes first. */
static GPtrArray *
dup_others (AtlMergeRow *self,
            AtlItem     *after,
            guint        group)
{
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (after);
  GPtrArray            *others = g_ptr_array_new_with_free_func (g_object_unref);

  if (!atl_item_has_same_values (after, self->entry.item, get_nick (group)))
    g_ptr_array_add (others, g_object_ref (after));
  for (guint i = 0; i < versions->len; i++)
    {
      const AtlAlternative *version = versions->pdata[i];
      g_autoptr (AtlItem)   item = NULL;

      if (version->deleted || !g_str_equal (version->group, get_nick (group)))
        continue;
      item = atl_alternative_dup_item (version, after);
      if (!atl_item_has_same_values (item, self->entry.item, get_nick (group)))
        g_ptr_array_add (others, g_steal_pointer (&item));
    }
  return others;
}

/**
 * atl_merge_row_dup_versions:
 * @self: a line that is no heading
 *
 * Returns: (transfer full): what each side says of something that was changed on both, on a line each; "" for
 *   anything else
 */
char *
atl_merge_row_dup_versions (AtlMergeRow *self)
{
  GString            *text = g_string_new (NULL);
  g_autoptr (AtlItem) after = NULL;

  if (atl_merge_row_is_heading (self) || self->kind != ATL_MERGE_CONFLICT)
    return g_string_free (text, FALSE);
  after = atl_merge_dup_item (self->merge, self->index);
  for (guint group = ATL_MERGE_TEXT; group <= ATL_MERGE_STATE; group++)
    {
      g_autoptr (GPtrArray) others = NULL;

      if ((self->entry.conflicts & (1u << group)) == 0)
        continue;
      others = dup_others (self, after, group);
      if (others->len > 0)
        /* Translators: before what this side has written; %s are those words */
        append_version (text, _ ("Mine: %s"), self->entry.item, others->pdata[0], group, self->ours);
      for (guint i = 0; i < others->len; i++)
        /* Translators: before what the other side has written; %s are those words */
        append_version (text, _ ("Theirs: %s"), others->pdata[i], self->entry.item, group, self->theirs);
    }
  return g_string_free (text, FALSE);
}
