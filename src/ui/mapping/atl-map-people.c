/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-map-people.h"

#include "compat/atl-alert.h"
#include "config.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "ui/common/atl-toast.h"

#include <glib/gi18n-lib.h>

/* What waits for an answer. */
typedef struct
{
  GtkWidget   *canvas;
  AtlDocument *document;
  AtlBoard    *board;
} Request;

static void
request_free (Request *self)
{
  g_object_unref (self->canvas);
  g_object_unref (self->document);
  g_object_unref (self->board);
  g_free (self);
}

/* New nodes go to their silos; what was placed by hand stays. */
static void
arrange (GtkWidget *canvas)
{
  gtk_widget_activate_action (canvas, "canvas.arrange", "s", "");
}

static void
tell (Request    *request,
      guint       n,
      const char *text)
{
  if (n > 0)
    atl_toast_show_undo (request->canvas, text, atl_document_get_history (request->document));
  else
    atl_toast_show (request->canvas, text);
}

static void
add_people (Request *request,
            gboolean absent_too)
{
  AtlHistory           *history = atl_document_get_history (request->document);
  g_autoptr (GPtrArray) people = atl_nodes_dup_missing_people (request->board, absent_too);
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char      *text = NULL;

  atl_history_begin (history, _ ("Add People to the Map"));
  nodes = atl_nodes_add_people (atl_board_find_map (request->board), people);
  arrange (request->canvas);
  atl_history_end (history);
  text = g_strdup_printf (ngettext ("%u person added to the map", "%u people added to the map", nodes->len),
                          nodes->len);
  tell (request, nodes->len, text);
  gtk_widget_activate_action (request->canvas, "win.focus-board", NULL);
}

static void
answered_cb (AtlAlertAnswer answer,
             gpointer       user_data)
{
  Request *request = user_data;

  if (answer != ATL_ALERT_CANCEL && atl_item_get_session (ATL_ITEM (request->board)) != NULL)
    add_people (request, answer == ATL_ALERT_ACCEPT);
  request_free (request);
}

static void
ask (Request *request,
     guint    n_present,
     guint    n_absent)
{
  g_autofree char *all = g_strdup_printf (_ ("_All %u"), n_present + n_absent);
  g_autofree char *present = g_strdup_printf (_ ("_Present Only (%u)"), n_present);
  g_autofree char *heading = NULL;
  AtlAlert         alert = { .body = _ ("Absent people can be drawn, but give no answers."),
                             .cancel = _ ("_Cancel"),
                             .discard = n_present > 0 ? present : NULL,
                             .accept = all,
                             .mild = TRUE };

  heading = g_strdup_printf (ngettext ("Add %u Absent Person Too?", "Add %u Absent People Too?", n_absent),
                             n_absent);
  alert.heading = heading;
  atl_alert_ask (GTK_WINDOW (gtk_widget_get_root (request->canvas)), &alert, answered_cb, request);
}

/* A map has nodes of one kind. */
static gboolean
has_people (AtlBoard *board)
{
  g_autoptr (GPtrArray) nodes = atl_nodes_dup (board);

  return nodes->len > 0 && !atl_nodes_are_teams (board);
}

static gboolean
has_teams (AtlBoard *board)
{
  g_autoptr (GPtrArray) nodes = atl_nodes_dup (board);

  for (guint i = 0; i < nodes->len; i++)
    if (atl_nodes_is_team (nodes->pdata[i]))
      return TRUE;
  return FALSE;
}

static Request *
request_new (GtkWidget   *canvas,
             AtlDocument *document,
             AtlBoard    *board)
{
  Request *request = g_new (Request, 1);

  *request = (Request){ g_object_ref (canvas), g_object_ref (document), g_object_ref (board) };
  return request;
}

/**
 * atl_map_people_add:
 * @canvas: the canvas that shows @board
 * @document: a document that can be edited
 * @board: a map of its session
 *
 * Adds a node for everybody who has none on the map, as one step of the history, and arranges them. Asks
 * only if somebody is absent; without people it shows where they are typed in.
 */
void
atl_map_people_add (GtkWidget   *canvas,
                    AtlDocument *document,
                    AtlBoard    *board)
{
  Request              *request = request_new (canvas, document, board);
  g_autoptr (GPtrArray) present = atl_nodes_dup_missing_people (board, FALSE);
  g_autoptr (GPtrArray) all = atl_nodes_dup_missing_people (board, TRUE);

  if (has_teams (board))
    atl_toast_show (canvas, _ ("This map is of teams: people go on another one"));
  else if (atl_list_get_length (atl_session_get_people (atl_document_get_session (document))) == 0)
    {
      gtk_widget_activate_action (canvas, "win.show-people", NULL);
      atl_toast_show (canvas, _ ("Type or paste the people first"));
    }
  else if (all->len == 0)
    atl_toast_show (canvas, _ ("Everybody is on the map already"));
  else if (all->len > present->len)
    {
      ask (request, present->len, all->len - present->len);
      return;
    }
  else
    add_people (request, FALSE);
  request_free (request);
}

/**
 * atl_map_people_add_silos:
 * @canvas: the canvas that shows @board
 * @document: a document that can be edited
 * @board: a map of its session
 *
 * Adds a node for each silo that has none on the map, as one step of the history, and arranges them.
 */
void
atl_map_people_add_silos (GtkWidget   *canvas,
                          AtlDocument *document,
                          AtlBoard    *board)
{
  Request              *request = NULL;
  AtlHistory           *history = atl_document_get_history (document);
  g_autoptr (GPtrArray) nodes = NULL;
  g_autofree char      *text = NULL;

  if (has_people (board))
    {
      atl_toast_show (canvas, _ ("This map is of people: the grid makes one of teams beside it"));
      return;
    }
  request = request_new (canvas, document, board);
  atl_history_begin (history, _ ("Add Silos as Nodes"));
  nodes = atl_nodes_add_silos (atl_board_find_map (board));
  if (nodes->len > 0)
    arrange (canvas);
  atl_history_end (history);
  text = g_strdup_printf (ngettext ("%u silo added to the map", "%u silos added to the map", nodes->len),
                          nodes->len);
  tell (request, nodes->len, text);
  gtk_widget_activate_action (canvas, "win.focus-board", NULL);
  request_free (request);
}
