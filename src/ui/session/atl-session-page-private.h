/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "ui/session/atl-keeper.h"
#include "ui/session/atl-session-page-parts.h"
#include "ui/silo/atl-map-reader.h"

G_BEGIN_DECLS

#define ATL_PANEL_PEOPLE "people"
#define ATL_PANEL_FIGURES "figures"
#define ATL_PANEL_GLOSSARY "glossary"
#define ATL_PANEL_NOTE "note"

/* The files of AtlSessionPage among themselves. */
struct _AtlSessionPage
{
  GtkWidget parent_instance;

  AtlDocument  *document;
  AtlBoard     *board;
  AtlKeeper    *keeper;
  GActionMap   *actions; /* the window's, borrowed */
  GtkWidget    *narrow;
  GtkWidget    *header;
  GtkWidget    *notices;
  GtkWidget    *fold;
  GtkWidget    *plan;
  GtkWidget    *center; /* stack of the canvas and of the empty state */
  GtkWidget    *canvas;
  GtkWidget    *panel; /* stack of the panels on demand */
  GtkWidget    *capture;
  AtlMapReader *reader;            /* of the map that is open */
  gboolean      silos_only_before; /* what the map showed before it filled the screen */
};

G_END_DECLS
