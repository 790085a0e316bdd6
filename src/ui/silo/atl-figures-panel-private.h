/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/silo/atl-card-box.h"
#include "ui/silo/atl-figures-panel.h"

G_BEGIN_DECLS

/* The files of AtlFiguresPanel among themselves. */
struct _AtlFiguresPanel
{
  GtkBox parent_instance;

  GtkWidget *stack;
  GtkWidget *busy;
  GtkWidget *cards;  /* AtlCardBox of the whole map */
  GtkWidget *silos;  /* AtlCardBox, one for each silo */
  GtkWidget *links;  /* AtlCardBox of what to build first */
  GtkWidget *matrix; /* bin */

  AtlDocument   *document;
  AtlMapReader  *reader;
  AtlScene      *scene; /* nullable: the map that is open */
  gboolean       silos_only;
  gboolean       held;    /* the reader, while the panel is seen */
  AtlFigureCard *lit;     /* nullable, borrowed: the card that is lit */
  char          *lit_row; /* or the ids of the silos of a cell */
  char          *lit_column;
  gboolean       lighting;
};

/* atl-figures-focus.c */
void atl_figures_panel_go (AtlFiguresPanel *self,
                           GtkWidget       *scroller,
                           GtkWidget       *section);
void atl_figures_panel_watch (GtkWidget *scroller);

/* atl-figures-light.c */
void atl_figures_panel_card_toggled (AtlFiguresPanel *self,
                                     AtlFigureCard   *card);
void atl_figures_panel_cell_toggled (AtlFiguresPanel *self,
                                     guint            from,
                                     guint            to);
void atl_figures_panel_relight (AtlFiguresPanel *self);
void atl_figures_panel_forget_light (AtlFiguresPanel *self);

G_END_DECLS
