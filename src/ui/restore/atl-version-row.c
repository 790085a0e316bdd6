/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/restore/atl-version-row.h"

#include "config.h"
#include "ui/restore/atl-difference-text.h"
#include "ui/common/atl-moment.h"

#include <glib/gi18n-lib.h>

/**
 * AtlVersionRow:
 *
 * An earlier version in a list: when it was kept, why, what has become different since, and which file it is
 * from if that is not the one that is open.
 */
struct _AtlVersionRow
{
  GtkListBoxRow parent_instance;

  AtlVersion *version; /* a copy */
  GtkWidget  *title;
  GtkWidget  *change;
  GtkWidget  *reason;
  GtkWidget  *file;
};

G_DEFINE_FINAL_TYPE (AtlVersionRow, atl_version_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_reason_text (AtlVersionReason reason)
{
  switch (reason)
    {
    case ATL_VERSION_CLOSED:
      return _ ("When it was closed");
    case ATL_VERSION_MERGED:
      return _ ("Copy that was merged");
    case ATL_VERSION_OPENED:
      return _ ("When it was opened");
    case ATL_VERSION_DISPLACED:
      return _ ("Another program’s version, which a save replaced");
    case ATL_VERSION_OURS:
      return _ ("Your version, which another program’s replaced");
    case ATL_VERSION_WORK:
    default:
      return _ ("During work");
    }
}

static char *
dup_reason_text (const AtlVersion *version)
{
  if (version->reason != ATL_VERSION_MERGED || version->label == NULL)
    return g_strdup (get_reason_text (version->reason));
  /* Translators: the name of a file, whose content is kept as an earlier version */
  return g_strdup_printf (_ ("Copy that was merged: %s"), version->label);
}

/* Two copies of a session may have the same name in two folders. */
static char *
dup_file_name (const char *file,
               const char *own)
{
  g_autofree char *name = g_filename_display_basename (file);
  g_autofree char *own_name = own != NULL ? g_filename_display_basename (own) : NULL;
  g_autofree char *folder = g_path_get_dirname (file);
  g_autofree char *folder_name = g_filename_display_basename (folder);

  if (g_strcmp0 (name, own_name) != 0)
    return g_steal_pointer (&name);
  return g_build_filename (folder_name, name, NULL);
}

static void
show_file (AtlVersionRow *self,
           const char    *own)
{
  const char      *file = self->version->file;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (file == NULL || self->version->reason == ATL_VERSION_MERGED || g_strcmp0 (file, own) == 0)
    return;
  name = dup_file_name (file, own);
  /* Translators: the name of a file, in which an earlier version was */
  text = g_strdup_printf (_ ("From the file “%s”"), name);
  gtk_label_set_text (GTK_LABEL (self->file), text);
  gtk_widget_set_visible (self->file, TRUE);
}

static void
update_name (AtlVersionRow *self)
{
  GtkWidget          *labels[] = { self->title, self->change, self->reason, self->file };
  g_autoptr (GString) name = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (labels[i]))
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "",
                              gtk_label_get_text (GTK_LABEL (labels[i])));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

static void
atl_version_row_finalize (GObject *object)
{
  atl_version_free (ATL_VERSION_ROW (object)->version);
  G_OBJECT_CLASS (atl_version_row_parent_class)->finalize (object);
}

static void
atl_version_row_class_init (AtlVersionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_version_row_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/restore/"
                                                             "atl-version-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlVersionRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlVersionRow, change);
  gtk_widget_class_bind_template_child (widget_class, AtlVersionRow, reason);
  gtk_widget_class_bind_template_child (widget_class, AtlVersionRow, file);
}

static void
atl_version_row_init (AtlVersionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_version_row_new:
 * @version: an earlier version
 * @own: (nullable) (type filename): the file that is open
 * @now: the time, in microseconds since 1970
 *
 * Returns: (transfer floating): a row that shows it; the difference comes later
 */
GtkWidget *
atl_version_row_new (const AtlVersion *version,
                     const char       *own,
                     gint64            now)
{
  AtlVersionRow   *self = g_object_new (ATL_TYPE_VERSION_ROW, NULL);
  g_autofree char *when = atl_moment_dup_text (version->time, now);
  g_autofree char *reason = dup_reason_text (version);

  self->version = atl_version_copy (version);
  gtk_label_set_text (GTK_LABEL (self->title), when);
  gtk_label_set_text (GTK_LABEL (self->change), "…");
  gtk_label_set_text (GTK_LABEL (self->reason), reason);
  show_file (self, own);
  update_name (self);
  return GTK_WIDGET (self);
}

/**
 * atl_version_row_get_version:
 * @self: a row
 *
 * Returns: (transfer none): the version it shows
 */
const AtlVersion *
atl_version_row_get_version (AtlVersionRow *self)
{
  g_return_val_if_fail (ATL_IS_VERSION_ROW (self), NULL);
  return self->version;
}

/**
 * atl_version_row_get_title:
 * @self: a row
 *
 * Returns: (transfer none): when the version was kept, for people
 */
const char *
atl_version_row_get_title (AtlVersionRow *self)
{
  g_return_val_if_fail (ATL_IS_VERSION_ROW (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->title));
}

/**
 * atl_version_row_set_difference:
 * @self: a row
 * @difference: (nullable): what has become different since; %NULL if the version cannot be read
 */
void
atl_version_row_set_difference (AtlVersionRow       *self,
                                const AtlDifference *difference)
{
  g_autofree char *change = NULL;
  g_autofree char *text = NULL;

  g_return_if_fail (ATL_IS_VERSION_ROW (self));

  if (difference != NULL && !atl_difference_is_none (difference))
    {
      change = atl_difference_dup_text (difference);
      /* Translators: what has become different since an earlier version: "Since then: +12 notes, −3" */
      text = g_strdup_printf (_ ("Since then: %s"), change);
    }
  else
    text = g_strdup (difference != NULL ? _ ("As it is now") : _ ("Cannot be read"));
  gtk_label_set_text (GTK_LABEL (self->change), text);
  update_name (self);
}

/**
 * atl_version_row_hide_difference:
 * @self: a row
 *
 * Tells that there is nothing to compare the version with.
 */
void
atl_version_row_hide_difference (AtlVersionRow *self)
{
  g_return_if_fail (ATL_IS_VERSION_ROW (self));

  gtk_widget_set_visible (self->change, FALSE);
  update_name (self);
}
