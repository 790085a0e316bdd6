/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "ui/common/atl-fold-box.h"
#include "ui/glossary/atl-glossary-panel.h"
#include "ui/note/atl-note-panel.h"
#include "ui/people/atl-people-panel.h"
#include "ui/session/atl-session-find.h"
#include "ui/session/atl-session-glossary-actions.h"
#include "ui/session/atl-session-links-actions.h"
#include "ui/silo/atl-figures-panel.h"

/* The panels on demand at the end side: one at a time, each with an action of the window that shows it. */
static const struct
{
  const char *name;
  const char *action;
} panels[] = {
  { ATL_PANEL_PEOPLE, "show-people" },
  { ATL_PANEL_FIGURES, "show-figures" },
  { ATL_PANEL_GLOSSARY, "show-glossary" },
  { ATL_PANEL_NOTE, "show-note" },
};

static void
lit_cb (AtlSessionPage *self,
        GHashTable     *items)
{
  if (self->canvas != NULL)
    atl_canvas_set_lit (ATL_CANVAS (self->canvas), ATL_LIT_FIGURES, items);
}

static GtkWidget *
new_figures_panel (AtlSessionPage *self)
{
  GtkWidget *panel = atl_figures_panel_new (self->document, self->reader);

  g_signal_connect_object (panel, "lit", G_CALLBACK (lit_cb), self, G_CONNECT_SWAPPED);
  return panel;
}

static GtkWidget *
new_note_panel (AtlSessionPage *self)
{
  GtkWidget *panel = atl_note_panel_new (atl_document_get_session (self->document),
                                         atl_document_get_history (self->document),
                                         atl_document_get_read_only (self->document));

  return atl_session_page_fill_note_panel (self, panel);
}

static GtkWidget *
make_panel (AtlSessionPage *self,
            const char     *name)
{
  if (g_str_equal (name, ATL_PANEL_FIGURES))
    return new_figures_panel (self);
  if (g_str_equal (name, ATL_PANEL_GLOSSARY))
    return atl_glossary_panel_new (atl_document_get_session (self->document),
                                   atl_document_get_history (self->document),
                                   atl_document_get_read_only (self->document));
  if (g_str_equal (name, ATL_PANEL_NOTE))
    return new_note_panel (self);
  return atl_people_panel_new_for_session (atl_document_get_session (self->document),
                                           atl_document_get_history (self->document),
                                           atl_document_get_read_only (self->document));
}

static void
show_panel (AtlSessionPage *self,
            const char     *name)
{
  GtkStack *stack = GTK_STACK (self->panel);

  if (self->document == NULL)
    return;
  if (gtk_stack_get_child_by_name (stack, name) == NULL)
    gtk_stack_add_named (stack, make_panel (self, name), name);
  gtk_stack_set_visible_child_name (stack, name);
  atl_session_page_update_map (self);
  atl_session_page_update_note (self);
}

static void
toggle_panel (GSimpleAction  *action,
              GVariant       *value,
              AtlSessionPage *self)
{
  gboolean open = g_variant_get_boolean (value);

  if (g_str_equal (g_action_get_name (G_ACTION (action)), "show-glossary") &&
      atl_session_page_take_selected_words (self))
    return;
  if (open && self->canvas != NULL && g_str_equal (g_action_get_name (G_ACTION (action)), "show-note"))
    atl_canvas_select_cursor (ATL_CANVAS (self->canvas));
  for (guint i = 0; open && i < G_N_ELEMENTS (panels); i++)
    if (g_str_equal (panels[i].action, g_action_get_name (G_ACTION (action))))
      show_panel (self, panels[i].name);
  atl_fold_box_set_end_open (ATL_FOLD_BOX (self->fold), open);
  atl_session_page_update_panels (self);
  if (open)
    gtk_widget_child_focus (self->panel, GTK_DIR_TAB_FORWARD);
}

/* For the files of the page: the actions that show a panel. */
void
atl_session_page_add_panel_actions (AtlSessionPage *self,
                                    GActionMap     *map)
{
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      GActionEntry entry = { panels[i].action, NULL, NULL, "false", (gpointer) toggle_panel };

      g_action_map_add_action_entries (map, &entry, 1, self);
    }
}

/* For the files of the page: the side is open, so there is something in it. */
void
atl_session_page_ensure_panel (AtlSessionPage *self)
{
  if (gtk_stack_get_visible_child (GTK_STACK (self->panel)) == NULL)
    show_panel (self, ATL_PANEL_PEOPLE);
}

/* For the files of the page: panels are of one document. */
void
atl_session_page_forget_panels (AtlSessionPage *self)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->panel)) != NULL)
    gtk_stack_remove (GTK_STACK (self->panel), child);
}

/* For the files of the page: whether a panel is what the end side shows. */
gboolean
atl_session_page_shows_panel (AtlSessionPage *self,
                              const char     *name)
{
  const char *shown = gtk_stack_get_visible_child_name (GTK_STACK (self->panel));

  if (!atl_fold_box_get_end_open (ATL_FOLD_BOX (self->fold)))
    return FALSE;
  return g_strcmp0 (shown, name) == 0;
}

/* For the files of the page: the states of the actions. */
void
atl_session_page_update_panels (AtlSessionPage *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (panels); i++)
    {
      GAction *action = g_action_map_lookup_action (self->actions, panels[i].action);
      gboolean shown = atl_session_page_shows_panel (self, panels[i].name);

      if (action != NULL)
        g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (shown));
    }
  atl_session_page_update_map_panel (self);
}

/* For the files of the page: a panel, if it was opened before: (nullable). */
GtkWidget *
atl_session_page_find_panel (AtlSessionPage *self,
                             const char     *name)
{
  return gtk_stack_get_child_by_name (GTK_STACK (self->panel), name);
}
