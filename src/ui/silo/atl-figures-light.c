/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-figures-panel-private.h"

#include "scene/atl-scene-map.h"
#include "ui/silo/atl-map-light.h"
#include "ui/silo/atl-matrix.h"

#include <adwaita.h>

/* What a figure counts is lit on the map, one figure at a time; bridges and silos in danger are marked there
 * while the panel is seen. */

static int
find_silo (AtlNetwork *network,
           const char *id)
{
  for (guint i = 0; id != NULL && i < network->n_silos; i++)
    if (g_strcmp0 (network->silos[i].id, id) == 0)
      return (int) i;
  return -1;
}

static AtlMatrix *
get_matrix (AtlFiguresPanel *self)
{
  return ATL_MATRIX (adw_bin_get_child (ADW_BIN (self->matrix)));
}

/* What is to be lit now; returns whether there is anything. */
static gboolean
get_light (AtlFiguresPanel *self,
           AtlMeasures     *measures,
           AtlLight        *light)
{
  int from = find_silo (measures->network, self->lit_row);
  int to = find_silo (measures->network, self->lit_column);

  if (self->lit != NULL)
    *light = atl_figure_card_get_light (self->lit);
  else if (from >= 0 && to >= 0)
    *light = (AtlLight){ ATL_LIGHT_CELL, (guint) from, (guint) to };
  else
    return FALSE;
  return TRUE;
}

static void
show_light (AtlFiguresPanel *self,
            AtlMeasures     *measures)
{
  g_autoptr (GHashTable) items = NULL;
  g_autoptr (GHashTable) marks = NULL;
  AtlBoard              *board = atl_map_reader_get_board (self->reader);
  AtlLight               light;

  if (self->scene == NULL)
    return;
  if (measures != NULL && self->held && atl_scene_get_board (self->scene) == board)
    {
      if (get_light (self, measures, &light))
        items = atl_map_light_dup_items (board, measures, light);
      marks = atl_map_light_dup_marks (board, measures);
    }
  g_signal_emit_by_name (self, "lit", items);
  atl_scene_set_marks (self->scene, marks);
}

static void
say_cell (AtlFiguresPanel *self,
          AtlMeasures     *measures,
          int              from,
          int              to)
{
  GtkWidget *label =
    GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_FIGURES_PANEL, "matrix_sentence"));
  AtlVoice         voice = { atl_map_reader_get_session (self->reader), NULL, self->silos_only };
  g_autofree char *text = NULL;

  gtk_widget_set_visible (label, from >= 0 && to >= 0);
  if (from < 0 || to < 0)
    return;
  voice.network = measures->network;
  text = atl_voice_dup_cell (&voice, measures, (guint) from, (guint) to);
  gtk_label_set_text (GTK_LABEL (label), text);
}

/* The card or cell that is lit may be gone, or count something else. */
void
atl_figures_panel_relight (AtlFiguresPanel *self)
{
  AtlMeasures *measures = atl_map_reader_get_measures (self->reader);
  int          from = measures != NULL ? find_silo (measures->network, self->lit_row) : -1;
  int          to = measures != NULL ? find_silo (measures->network, self->lit_column) : -1;

  atl_matrix_set_lit (get_matrix (self), to >= 0 ? from : -1, to);
  say_cell (self, measures, from, to);
  show_light (self, measures);
}

static void
take_light (AtlFiguresPanel *self,
            AtlFigureCard   *card,
            const char      *row,
            const char      *column)
{
  AtlFigureCard *before = self->lit;

  self->lit = NULL;
  g_clear_weak_pointer (&self->lit);
  g_free (self->lit_row);
  g_free (self->lit_column);
  self->lit_row = g_strdup (row);
  self->lit_column = g_strdup (column);
  self->lighting = TRUE;
  if (before != NULL && before != card)
    atl_figure_card_set_lit (before, FALSE);
  self->lighting = FALSE;
  g_set_weak_pointer (&self->lit, card);
  atl_figures_panel_relight (self);
}

/* For the files of the panel: a card was pressed. */
void
atl_figures_panel_card_toggled (AtlFiguresPanel *self,
                                AtlFigureCard   *card)
{
  if (!self->lighting)
    take_light (self, atl_figure_card_get_lit (card) ? card : NULL, NULL, NULL);
}

/* For the files of the panel: a cell of the matrix was pressed. */
void
atl_figures_panel_cell_toggled (AtlFiguresPanel *self,
                                guint            from,
                                guint            to)
{
  AtlMeasures *measures = atl_map_reader_get_measures (self->reader);
  const char  *row = measures->network->silos[from].id;
  const char  *column = measures->network->silos[to].id;

  if (g_strcmp0 (row, self->lit_row) == 0 && g_strcmp0 (column, self->lit_column) == 0)
    take_light (self, NULL, NULL, NULL);
  else
    take_light (self, NULL, row, column);
}

/**
 * atl_figures_panel_unlight:
 * @self: a panel
 *
 * Shows the whole map again.
 *
 * Returns: whether something was lit
 */
gboolean
atl_figures_panel_unlight (AtlFiguresPanel *self)
{
  g_return_val_if_fail (ATL_IS_FIGURES_PANEL (self), FALSE);

  if (self->lit == NULL && self->lit_row == NULL)
    return FALSE;
  take_light (self, NULL, NULL, NULL);
  return TRUE;
}

/* For the files of the panel: it goes. */
void
atl_figures_panel_forget_light (AtlFiguresPanel *self)
{
  g_clear_weak_pointer (&self->lit);
  g_clear_pointer (&self->lit_row, g_free);
  g_clear_pointer (&self->lit_column, g_free);
  if (self->scene != NULL)
    {
      g_signal_emit_by_name (self, "lit", NULL);
      atl_scene_set_marks (self->scene, NULL);
    }
  g_clear_object (&self->scene);
}
