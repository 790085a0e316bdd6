/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "ui/capture/atl-capture-bar.h"
#include "ui/people/atl-people-panel.h"

/* The way of the keyboard through the page: header, plan, board, capture bar, panel. */

static gboolean
holds_focus (GtkWidget *pane)
{
  GtkRoot   *root = gtk_widget_get_root (pane);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == pane || gtk_widget_is_ancestor (focus, pane));
}

/* A toast with a button stands over the board: its Undo comes after it, by itself where the toast is of the
 * board, and here where it is of the page. */
static GtkWidget *
find_toast (AtlSessionPage *self)
{
  GtkWidget *last = gtk_widget_get_last_child (gtk_widget_get_parent (self->fold));

  return last != self->fold ? last : NULL;
}

static gboolean
enter (GtkWidget       *pane,
       GtkDirectionType direction)
{
  return pane != NULL && gtk_widget_get_mapped (pane) && gtk_widget_child_focus (pane, direction);
}

/* Lines of notes that are typed on in the panel would become people. */
static gboolean
enter_people (AtlSessionPage *self)
{
  GtkWidget *panel = gtk_stack_get_visible_child (GTK_STACK (self->panel));

  return ATL_IS_PEOPLE_PANEL (panel) && gtk_widget_get_mapped (panel) &&
         atl_people_panel_focus_list (ATL_PEOPLE_PANEL (panel));
}

/* By F6 one comes to the entry of the capture bar, not to what stands before it, and to the list of people,
 * not to the entry above it. */
static gboolean
enter_pane (AtlSessionPage *self,
            GtkWidget      *pane)
{
  if (pane == self->panel && enter_people (self))
    return TRUE;
  if (pane != self->capture || !gtk_widget_get_mapped (pane) || !gtk_widget_get_sensitive (pane))
    return enter (pane, GTK_DIR_TAB_FORWARD);
  atl_capture_bar_focus (ATL_CAPTURE_BAR (pane));
  return TRUE;
}

/**
 * atl_session_page_focus_next:
 * @widget: a page
 * @direction: where to
 *
 * What Tab does.
 *
 * Returns: whether the focus stayed in the page
 */
gboolean
atl_session_page_focus_next (GtkWidget       *widget,
                             GtkDirectionType direction)
{
  AtlSessionPage *self = ATL_SESSION_PAGE (widget);
  GtkWidget      *panes[] = { self->header, self->notices, self->plan, self->center,
                              find_toast (self), gtk_widget_get_parent (self->capture), self->panel };
  int             n = G_N_ELEMENTS (panes);
  int             by = direction == GTK_DIR_TAB_BACKWARD ? -1 : 1;
  int             at = 0;

  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (g_type_class_peek (GTK_TYPE_WIDGET))->focus (widget, direction);
  while (at < n && (panes[at] == NULL || !holds_focus (panes[at])))
    at++;
  if (at == n)
    at = by > 0 ? 0 : n - 1;
  for (; at >= 0 && at < n; at += by)
    if (enter (panes[at], direction))
      return TRUE;
  return FALSE;
}

/**
 * atl_session_page_switch_pane:
 * @self: a page
 * @by: 1 for the next pane, -1 for the one before
 *
 * What F6 does.
 */
void
atl_session_page_switch_pane (AtlSessionPage *self,
                              int             by)
{
  GtkWidget *board = self->board != NULL ? self->canvas : self->center;
  GtkWidget *panes[] = { self->header, self->plan, atl_session_page_get_map_bar (self), board, self->capture,
                         self->panel };
  int        n = G_N_ELEMENTS (panes);
  int        from = 0;

  while (from < n - 1 && !holds_focus (panes[from]))
    from++;
  for (int i = 1, at = (from + by + n) % n; i < n; i++, at = (at + by + n) % n)
    if (enter_pane (self, panes[at]))
      return;
}
