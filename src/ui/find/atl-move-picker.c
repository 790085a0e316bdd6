/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/find/atl-move-picker.h"

#include "config.h"
#include "model/atl-edits.h"
#include "ui/find/atl-note-move.h"
#include "ui/find/atl-pick-list.h"

#include <glib/gi18n-lib.h>

/**
 * AtlMovePicker:
 *
 * The areas that notes can go to, of this board first, then of the others.
 */
struct _AtlMovePicker
{
  GtkPopover parent_instance;

  GtkWidget *list;
  GPtrArray *areas;
};

G_DEFINE_FINAL_TYPE (AtlMovePicker, atl_move_picker, GTK_TYPE_POPOVER)

enum
{
  PICKED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
picked_cb (AtlMovePicker *self,
           guint          index)
{
  g_autoptr (AtlArea) area = g_object_ref (self->areas->pdata[index]);

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[PICKED], 0, area);
}

static void
atl_move_picker_dispose (GObject *object)
{
  g_clear_pointer (&ATL_MOVE_PICKER (object)->areas, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_move_picker_parent_class)->dispose (object);
}

static void
atl_move_picker_class_init (AtlMovePickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_move_picker_dispose;
  signals[PICKED] = g_signal_new ("picked", ATL_TYPE_MOVE_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATL_TYPE_AREA);
}

static void
atl_move_picker_init (AtlMovePicker *self)
{
  self->list = atl_pick_list_new (_ ("Move to area"));
  gtk_popover_set_child (GTK_POPOVER (self), self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Move to…"), -1);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
}

static void
add_area (AtlMovePicker *self,
          AtlArea       *area)
{
  const char *board = atl_board_get_title (atl_area_find_board (area));
  const char *title = atl_area_get_title (area);

  atl_pick_list_add (ATL_PICK_LIST (self->list), *board != '\0' ? board : _ ("Untitled Board"),
                     *title != '\0' ? title : _ ("Untitled Area"), NULL);
}

/**
 * atl_move_picker_new:
 * @board: the board where the notes are
 * @except: (nullable): the area where all of them are already
 *
 * Returns: (transfer floating): a popover that is not open yet
 */
GtkWidget *
atl_move_picker_new (AtlBoard *board,
                     AtlArea  *except)
{
  AtlMovePicker *self = g_object_new (ATL_TYPE_MOVE_PICKER, NULL);

  self->areas = atl_note_move_dup_areas (atl_item_get_session (ATL_ITEM (board)), board);
  if (except != NULL)
    g_ptr_array_remove (self->areas, except);
  for (guint i = 0; i < self->areas->len; i++)
    add_area (self, self->areas->pdata[i]);
  return GTK_WIDGET (self);
}
