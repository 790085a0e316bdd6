/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-recents-view.h"

#include "config.h"
#include "ui/start/atl-recent-card.h"
#include "util/atl-places.h"

#include <glib/gi18n-lib.h>

/* So many are shown until somebody asks for all. */
#define FIRST_SHOWN 8

/**
 * AtlRecentsView:
 *
 * The sessions that were open lately as cards, or an invitation where there are none.
 */
struct _AtlRecentsView
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkWidget *list;
  GtkWidget *more;
  GtkWidget *empty;
  GtkWidget *sample;

  AtlRecents   *recents;
  AtlCatalogue *catalogue;
  gboolean      all;
};

G_DEFINE_FINAL_TYPE (AtlRecentsView, atl_recents_view, GTK_TYPE_BOX)

enum
{
  OPEN_PATH,
  OPEN_SAMPLE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static char *
find_sample (void)
{
  g_autofree char *data = atl_places_dup_data (PKGDATADIR);
  g_autofree char *path = g_build_filename (data, "samples", "la-serre.atelier", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR) ? g_steal_pointer (&path) : NULL;
}

static void
show_parts (AtlRecentsView *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->recents));
  g_autofree char *more = g_strdup_printf (ngettext ("Show all %u session", "Show all %u sessions", n), n);
  g_autofree char *sample = find_sample ();

  gtk_widget_set_visible (self->heading, n > 0);
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->empty, n == 0);
  gtk_widget_set_visible (self->sample, sample != NULL);
  gtk_widget_set_visible (self->more, !self->all && n > FIRST_SHOWN);
  gtk_button_set_label (GTK_BUTTON (self->more), more);
}

static void
forget_cb (AtlRecentsView *self,
           AtlRecentCard  *card)
{
  g_autofree char *path = g_strdup (atl_recent_get_path (atl_recent_card_get_recent (card)));

  atl_recents_remove (self->recents, path);
}

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  AtlRecentsView *self = user_data;
  GtkWidget      *card = atl_recent_card_new (item, self->catalogue);

  g_signal_connect_object (card, "forget", G_CALLBACK (forget_cb), self, G_CONNECT_SWAPPED);
  return card;
}

static void
bind (AtlRecentsView *self)
{
  guint                         shown = self->all ? G_MAXUINT : FIRST_SHOWN;
  GListModel                   *recents = g_object_ref (G_LIST_MODEL (self->recents));
  g_autoptr (GtkSliceListModel) slice = gtk_slice_list_model_new (recents, 0, shown);

  gtk_flow_box_bind_model (GTK_FLOW_BOX (self->list), G_LIST_MODEL (slice), create_card, self, NULL);
  show_parts (self);
}

static void
card_activated_cb (AtlRecentsView *self,
                   AtlRecentCard  *card)
{
  g_signal_emit (self, signals[OPEN_PATH], 0, atl_recent_get_path (atl_recent_card_get_recent (card)));
}

static void
more_clicked_cb (AtlRecentsView *self)
{
  self->all = TRUE;
  bind (self);
}

static void
sample_clicked_cb (AtlRecentsView *self)
{
  g_autofree char *path = find_sample ();

  if (path != NULL)
    g_signal_emit (self, signals[OPEN_SAMPLE], 0, path);
}

static void
atl_recents_view_dispose (GObject *object)
{
  AtlRecentsView *self = ATL_RECENTS_VIEW (object);

  if (self->recents != NULL)
    gtk_flow_box_bind_model (GTK_FLOW_BOX (self->list), NULL, NULL, NULL, NULL);
  g_clear_object (&self->recents);
  g_clear_object (&self->catalogue);
  G_OBJECT_CLASS (atl_recents_view_parent_class)->dispose (object);
}

static void
atl_recents_view_class_init (AtlRecentsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_recents_view_dispose;

  signals[OPEN_PATH] = g_signal_new ("open-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_SAMPLE] = g_signal_new ("open-sample", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/start/"
                                                             "atl-recents-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlRecentsView, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlRecentsView, list);
  gtk_widget_class_bind_template_child (widget_class, AtlRecentsView, more);
  gtk_widget_class_bind_template_child (widget_class, AtlRecentsView, empty);
  gtk_widget_class_bind_template_child (widget_class, AtlRecentsView, sample);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, sample_clicked_cb);
}

static void
atl_recents_view_init (AtlRecentsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_recents_view_new:
 * @recents: the list to show
 * @catalogue: where the templates of its pictures are found
 *
 * Returns: (transfer floating): a view that follows @recents
 */
GtkWidget *
atl_recents_view_new (AtlRecents   *recents,
                      AtlCatalogue *catalogue)
{
  AtlRecentsView *self;

  g_return_val_if_fail (ATL_IS_RECENTS (recents) && ATL_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (ATL_TYPE_RECENTS_VIEW, NULL);
  self->recents = g_object_ref (recents);
  self->catalogue = g_object_ref (catalogue);
  g_signal_connect_object (recents, "items-changed", G_CALLBACK (show_parts), self, G_CONNECT_SWAPPED);
  bind (self);
  return GTK_WIDGET (self);
}
