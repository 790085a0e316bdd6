/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-matrix-window.h"

#include "config.h"
#include "ui/silo/atl-matrix-legend.h"
#include "ui/silo/atl-matrix.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define MOST_SILOS 60
#define RESOURCES "/io/github/atelier_app/Atelier/ui/silo/"

/**
 * AtlMatrixWindow:
 *
 * The matrix of a map with room for whole names, live. It names silos only.
 */
struct _AtlMatrixWindow
{
  AdwWindow parent_instance;

  GtkWidget    *bin;
  GtkWidget    *sentence;
  AtlMapReader *reader;
};

G_DEFINE_FINAL_TYPE (AtlMatrixWindow, atl_matrix_window, ADW_TYPE_WINDOW)

static AtlMatrix *
get_matrix (AtlMatrixWindow *self)
{
  return ATL_MATRIX (adw_bin_get_child (ADW_BIN (self->bin)));
}

static void
cell_activated_cb (AtlMatrixWindow *self,
                   guint            from,
                   guint            to)
{
  AtlMeasures     *measures = atl_map_reader_get_measures (self->reader);
  AtlVoice         voice = { atl_map_reader_get_session (self->reader), NULL, TRUE };
  g_autofree char *text = NULL;

  if (measures == NULL || from >= measures->network->n_silos || to >= measures->network->n_silos)
    return;
  voice.network = measures->network;
  text = atl_voice_dup_cell (&voice, measures, from, to);
  gtk_label_set_text (GTK_LABEL (self->sentence), text);
  atl_matrix_set_lit (get_matrix (self), (int) from, (int) to);
}

static void
read_cb (AtlMatrixWindow *self)
{
  AtlMeasures *measures = atl_map_reader_get_measures (self->reader);
  AtlVoice     voice = { atl_map_reader_get_session (self->reader), NULL, TRUE };

  if (measures == NULL)
    return;
  voice.network = measures->network;
  if (measures->network->n_silos > MOST_SILOS)
    {
      gtk_label_set_text (GTK_LABEL (self->sentence), _ ("These are too many silos to read a matrix."));
      gtk_widget_set_visible (self->bin, FALSE);
      return;
    }
  gtk_widget_set_visible (self->bin, TRUE);
  atl_matrix_show (get_matrix (self), measures, &voice);
}

static void
atl_matrix_window_dispose (GObject *object)
{
  AtlMatrixWindow *self = ATL_MATRIX_WINDOW (object);

  if (self->reader != NULL)
    atl_map_reader_release (self->reader);
  g_clear_object (&self->reader);
  G_OBJECT_CLASS (atl_matrix_window_parent_class)->dispose (object);
}

static void
atl_matrix_window_class_init (AtlMatrixWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_matrix_window_dispose;
  g_type_ensure (ATL_TYPE_MATRIX_LEGEND);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-matrix-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlMatrixWindow, bin);
  gtk_widget_class_bind_template_child (widget_class, AtlMatrixWindow, sentence);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
atl_matrix_window_init (AtlMatrixWindow *self)
{
  atl_style_ensure (RESOURCES "silo.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_bin_set_child (ADW_BIN (self->bin), atl_matrix_new (TRUE));
  g_signal_connect_object (get_matrix (self), "cell-activated", G_CALLBACK (cell_activated_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * atl_matrix_window_open:
 * @parent: (nullable): the window it belongs to
 * @reader: the reader of the map
 *
 * Returns: (transfer none): the window, shown
 */
GtkWidget *
atl_matrix_window_open (GtkWindow    *parent,
                        AtlMapReader *reader)
{
  AtlMatrixWindow *self = NULL;

  g_return_val_if_fail (ATL_IS_MAP_READER (reader), NULL);

  self = g_object_new (ATL_TYPE_MATRIX_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
  self->reader = g_object_ref (reader);
  atl_map_reader_hold (reader);
  g_signal_connect_object (reader, "read", G_CALLBACK (read_cb), self, G_CONNECT_SWAPPED);
  read_cb (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
