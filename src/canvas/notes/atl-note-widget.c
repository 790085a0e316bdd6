/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/notes/atl-note-widget.h"

#include "canvas/notes/atl-note-label.h"
#include "compat/atl-announce.h"
#include "canvas/notes/atl-term-words.h"

/**
 * AtlNoteWidget:
 *
 * Stands for a note where GTK asks for a widget: keyboard focus and assistive technology. It draws nothing;
 * the canvas does. There is one for each note, so it is kept light.
 */
struct _AtlNoteWidget
{
  GtkWidget parent_instance;

  AtlBoardView *view; /* not owned: the tree of widgets goes before it */
  AtlBox       *box;
  guint         position, size; /* as described last, 0 where that was left out */
  gboolean      described;
};

G_DEFINE_FINAL_TYPE (AtlNoteWidget, atl_note_widget, GTK_TYPE_WIDGET)

static gboolean
atl_note_widget_grab_focus (GtkWidget *widget)
{
  AtlNoteWidget *self = ATL_NOTE_WIDGET (widget);
  gboolean       grabbed = GTK_WIDGET_CLASS (atl_note_widget_parent_class)->grab_focus (widget);

  if (grabbed)
    atl_selection_set_cursor (atl_board_view_get_selection (self->view), ATL_NOTE (self->box->item));
  return grabbed;
}

static void
atl_note_widget_snapshot (GtkWidget   *widget,
                          GtkSnapshot *snapshot)
{
}

static void
atl_note_widget_class_init (AtlNoteWidgetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->grab_focus = atl_note_widget_grab_focus;
  widget_class->snapshot = atl_note_widget_snapshot;
  gtk_widget_class_set_css_name (widget_class, "note");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
atl_note_widget_init (AtlNoteWidget *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

/**
 * atl_note_widget_new:
 * @view: the view of a board; outlives the widget
 * @box: the box of the note; outlives the widget
 *
 * Returns: (transfer floating): a widget for the note, not described yet
 */
GtkWidget *
atl_note_widget_new (AtlBoardView *view,
                     AtlBox       *box)
{
  AtlNoteWidget *self = g_object_new (ATL_TYPE_NOTE_WIDGET, NULL);

  self->view = view;
  self->box = box;
  return GTK_WIDGET (self);
}

/**
 * atl_note_widget_get_box:
 * @self: a note's widget
 *
 * Returns: (transfer none): the box of the note
 */
AtlBox *
atl_note_widget_get_box (AtlNoteWidget *self)
{
  return self->box;
}

/**
 * atl_note_widget_invalidate:
 * @self: a note's widget
 *
 * Has it described anew: the note says something else now.
 */
void
atl_note_widget_invalidate (AtlNoteWidget *self)
{
  self->described = FALSE;
}

/**
 * atl_note_widget_get_described:
 * @self: a note's widget
 *
 * Returns: whether it says what the note says now, wherever that stands
 */
gboolean
atl_note_widget_get_described (AtlNoteWidget *self)
{
  return self->described;
}

/* What the words of the glossary on it mean is told on demand, not each time the note is named. */
static void
describe_terms (AtlNoteWidget *self)
{
  g_autofree char *definitions = NULL;

  if (!self->box->is_node)
    definitions = atl_note_dup_definitions (self->view, ATL_NOTE (self->box->item));
  atl_describe (GTK_WIDGET (self), definitions);
}

/* What there is to read besides, for those who ask. */
static void
tell_description (AtlNoteWidget *self)
{
  const char    *description = atl_note_get_description (ATL_NOTE (self->box->item));
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  if (*description != '\0')
    gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
  else
    gtk_accessible_reset_property (accessible, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

/**
 * atl_note_widget_describe:
 * @self: a note's widget
 * @position: place of the note in its area, from 1; 0 leaves that out
 * @size: how many notes the area shows
 *
 * Gives the widget its accessible name, unless it has the right one.
 *
 * Returns: whether it had to
 */
gboolean
atl_note_widget_describe (AtlNoteWidget *self,
                          guint          position,
                          guint          size)
{
  g_autofree char *label = NULL;

  if (self->described && self->position == position && self->size == size)
    return FALSE;
  label = atl_note_label_dup (self->view, self->box, position, size);
  self->position = position;
  self->size = size;
  self->described = TRUE;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  tell_description (self);
  describe_terms (self);
  if (position > 0)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position,
                                    GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) size, -1);
  return TRUE;
}
