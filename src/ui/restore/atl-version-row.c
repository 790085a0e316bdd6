/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/restore/atl-version-row.h"

#include "config.h"
#include "ui/restore/atl-difference-text.h"
#include "ui/restore/atl-moment.h"

#include <glib/gi18n-lib.h>

/**
 * AtlVersionRow:
 *
 * An earlier version in a list: when it was kept, why, and what has become different since.
 */
struct _AtlVersionRow
{
  GtkListBoxRow parent_instance;

  AtlVersion version; /* a copy */
  GtkWidget *title;
  GtkWidget *change;
  GtkWidget *reason;
};

G_DEFINE_FINAL_TYPE (AtlVersionRow, atl_version_row, GTK_TYPE_LIST_BOX_ROW)

static const char *
get_reason_text (AtlVersionReason reason)
{
  switch (reason)
    {
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

static void
update_name (AtlVersionRow *self)
{
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", gtk_label_get_text (GTK_LABEL (self->title)),
                                           gtk_label_get_text (GTK_LABEL (self->change)),
                                           gtk_label_get_text (GTK_LABEL (self->reason)));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
atl_version_row_finalize (GObject *object)
{
  AtlVersionRow *self = ATL_VERSION_ROW (object);

  g_free (self->version.path);
  g_free (self->version.digest);
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
}

static void
atl_version_row_init (AtlVersionRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_version_row_new:
 * @version: an earlier version
 * @now: the time, in microseconds since 1970
 *
 * Returns: (transfer floating): a row that shows it; the difference comes later
 */
GtkWidget *
atl_version_row_new (const AtlVersion *version,
                     gint64            now)
{
  AtlVersionRow   *self = g_object_new (ATL_TYPE_VERSION_ROW, NULL);
  g_autofree char *when = atl_moment_dup_text (version->time, now);

  self->version = *version;
  self->version.path = g_strdup (version->path);
  self->version.digest = g_strdup (version->digest);
  gtk_label_set_text (GTK_LABEL (self->title), when);
  gtk_label_set_text (GTK_LABEL (self->change), "…");
  gtk_label_set_text (GTK_LABEL (self->reason), get_reason_text (version->reason));
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
  return &self->version;
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
