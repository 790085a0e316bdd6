/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/tools/atl-select-tool.h"

#include "model/atl-edits.h"
#include "model/atl-locks.h"

#include <math.h>

#define LINK_REACH 1.5 /* times a tremble: how near to a line a click means it */

/**
 * AtlSelectTool:
 *
 * Selects, drags and drops notes. A state machine fed plain events; it changes the selection as it goes and
 * the board only when notes are let go. Between two events the board may change: whatever is dragged then
 * is put back.
 */
struct _AtlSelectTool
{
  GObject parent_instance;

  AtlBoardView    *view;
  AtlSelectState   state;
  AtlPoint         start, now;
  AtlToolModifiers modifiers; /* of the press */
  AtlNote         *pressed;   /* note under the press */
  gboolean         frame;     /* the frame of its stack was pressed */
  GPtrArray       *base;      /* what was selected before the band */
  AtlLoad          load;
  AtlDrop          drop;
  gboolean         copy;
};

G_DEFINE_FINAL_TYPE (AtlSelectTool, atl_select_tool, G_TYPE_OBJECT)

enum
{
  CHANGED,
  LIFTED,
  ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static AtlSelection *
selection_of (AtlSelectTool *self)
{
  return atl_board_view_get_selection (self->view);
}

static void
put_down (AtlSelectTool *self)
{
  gboolean lifted = self->state == ATL_SELECT_DRAG;
  gboolean drawn = lifted || self->state == ATL_SELECT_BAND;

  self->state = ATL_SELECT_IDLE;
  g_clear_object (&self->pressed);
  g_clear_pointer (&self->base, g_ptr_array_unref);
  g_clear_pointer (&self->load.notes, g_ptr_array_unref);
  self->load = (AtlLoad){ 0 };
  self->drop = (AtlDrop){ 0 };
  if (lifted)
    g_signal_emit (self, signals[LIFTED], 0);
  if (drawn)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
box_removed_cb (AtlSelectTool *self,
                AtlBox        *box)
{
  if (self->state == ATL_SELECT_DRAG && box->kind != ATL_BOX_LINK && box->kind != ATL_BOX_NAMES)
    put_down (self);
}

static void
enter_area (AtlSelectTool *self,
            AtlBox        *box)
{
  AtlBox *area = box != NULL && box->kind == ATL_BOX_NOTE ? box->area : box;

  if (area != NULL && area->kind == ATL_BOX_AREA && area->item != NULL)
    atl_board_view_set_area (self->view, ATL_AREA (area->item));
}

static void
press (AtlSelectTool      *self,
       const AtlToolEvent *event)
{
  AtlBox *box = atl_board_view_hit (self->view, event->point);

  put_down (self);
  self->start = self->now = event->point;
  self->modifiers = event->modifiers;
  self->state = ATL_SELECT_PRESSED_EMPTY;
  if (box == NULL || box->kind == ATL_BOX_AREA)
    {
      enter_area (self, box);
      return;
    }
  self->state = ATL_SELECT_PRESSED_NOTE;
  self->pressed = g_object_ref (ATL_NOTE (box->item));
  self->frame = box->kind == ATL_BOX_STACK;
  enter_area (self, box);
  atl_selection_set_cursor (selection_of (self), self->pressed);
  if (self->modifiers == 0 && !atl_selection_contains (selection_of (self), self->pressed))
    atl_selection_set_one (selection_of (self), self->pressed);
}

/* All cards of an open stack dragged at once are the stack. */
static void
fold_whole_stack (AtlSelectTool *self)
{
  AtlBox               *frame = self->load.grabbed->stack;
  g_autoptr (GPtrArray) stack = NULL;

  if (frame == NULL)
    return;
  stack = atl_note_dup_stack (ATL_NOTE (frame->item));
  if (!self->frame && self->load.notes->len != stack->len)
    return;
  for (guint i = 0; i < stack->len && !self->frame; i++)
    if (!g_ptr_array_find (self->load.notes, stack->pdata[i], NULL))
      return;
  self->load.whole = TRUE;
  g_ptr_array_set_size (self->load.notes, 0);
  g_ptr_array_add (self->load.notes, g_object_ref (frame->item));
}

/* What stands in locked areas stays there; with Ctrl a copy of it may go elsewhere. */
static gboolean
is_held (AtlSelectTool   *self,
         AtlToolModifiers modifiers)
{
  if (atl_board_view_get_read_only (self->view))
    return atl_board_view_refuse_notes (self->view, self->load.notes);
  if ((modifiers & ATL_TOOL_CONTROL) != 0)
    return FALSE;
  if (atl_note_is_locked (self->pressed))
    return atl_board_view_refuse (self->view, atl_note_find_area (self->pressed));
  return atl_board_view_refuse_notes (self->view, self->load.notes);
}

static gboolean
lift (AtlSelectTool   *self,
      AtlToolModifiers modifiers)
{
  AtlSelection *selection = selection_of (self);

  if (atl_item_get_list (ATL_ITEM (self->pressed)) == NULL)
    return FALSE;
  if (!atl_selection_contains (selection, self->pressed) && (self->modifiers & ATL_TOOL_SHIFT) != 0)
    atl_selection_toggle (selection, self->pressed);
  else if (!atl_selection_contains (selection, self->pressed))
    atl_selection_set_one (selection, self->pressed);
  self->load.notes = atl_board_view_dup_selected (self->view, FALSE);
  if (is_held (self, modifiers))
    return FALSE;
  self->load.grabbed = atl_board_view_find_box (self->view, self->pressed);
  if (self->load.grabbed == NULL || self->load.notes->len == 0)
    return FALSE;
  fold_whole_stack (self);
  self->state = ATL_SELECT_DRAG;
  g_signal_emit (self, signals[LIFTED], 0);
  return TRUE;
}

static void
drag (AtlSelectTool      *self,
      const AtlToolEvent *event)
{
  self->copy = (event->modifiers & ATL_TOOL_CONTROL) != 0;
  self->drop = atl_drop_find (self->view, &self->load, self->start, event->point);
  g_signal_emit (self, signals[CHANGED], 0);
}

static GPtrArray *
notes_of (GPtrArray *boxes)
{
  GPtrArray *notes = g_ptr_array_new ();

  for (guint i = 0; i < boxes->len; i++)
    g_ptr_array_add (notes, ((AtlBox *) boxes->pdata[i])->item);
  return notes;
}

/* With Shift what was selected stays so; with Ctrl it does where the band does not touch it. */
static void
stretch (AtlSelectTool *self)
{
  g_autoptr (GPtrArray)  boxes = atl_board_view_find_notes (self->view, atl_select_tool_get_band (self));
  g_autoptr (GPtrArray)  notes = notes_of (boxes);
  g_autoptr (GHashTable) touched = g_hash_table_new (NULL, NULL);
  gboolean               toggles = (self->modifiers & ATL_TOOL_CONTROL) != 0;

  for (guint i = 0; i < notes->len; i++)
    g_hash_table_add (touched, notes->pdata[i]);
  for (guint i = 0; self->modifiers != 0 && i < self->base->len; i++)
    if (!g_hash_table_contains (touched, self->base->pdata[i]))
      g_ptr_array_add (notes, self->base->pdata[i]);
    else if (toggles)
      g_ptr_array_remove_fast (notes, self->base->pdata[i]);
  atl_selection_set (selection_of (self), notes);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
begin_band (AtlSelectTool *self)
{
  self->base = atl_board_view_dup_selected (self->view, FALSE);
  self->state = ATL_SELECT_BAND;
}

/* A canceled band leaves selected what was. */
static void
cancel (AtlSelectTool *self)
{
  g_autoptr (GPtrArray) base = g_steal_pointer (&self->base);
  gboolean              band = self->state == ATL_SELECT_BAND;

  put_down (self);
  for (guint i = base != NULL ? base->len : 0; i > 0; i--)
    if (atl_board_view_find_box (self->view, base->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (base, i - 1);
  if (band)
    atl_selection_set (selection_of (self), base);
}

static void
motion (AtlSelectTool      *self,
        const AtlToolEvent *event)
{
  gboolean moved = hypot (event->point.x - self->start.x, event->point.y - self->start.y) > event->slop;

  self->now = event->point;
  if (self->state == ATL_SELECT_PRESSED_NOTE && moved &&
      !lift (self, event->modifiers))
    put_down (self);
  if (self->state == ATL_SELECT_PRESSED_EMPTY && moved)
    begin_band (self);
  if (self->state == ATL_SELECT_DRAG)
    drag (self, event);
  else if (self->state == ATL_SELECT_BAND)
    stretch (self);
}

/* A click on a line selects the link; on the selected one, what the other side says of it. */
static gboolean
click_link (AtlSelectTool      *self,
            const AtlToolEvent *event)
{
  AtlBox  *box = atl_board_view_hit_link (self->view, event->point, event->slop * LINK_REACH);
  AtlLink *selected = atl_board_view_get_link (self->view);

  if (box == NULL || self->state != ATL_SELECT_PRESSED_EMPTY)
    return FALSE;
  if (selected != NULL && atl_board_view_find_link_box (self->view, selected) == box)
    atl_board_view_set_link (self->view, atl_board_view_find_next_statement (self->view, selected));
  else
    atl_board_view_set_link (self->view, ATL_LINK (box->item));
  return TRUE;
}

static void
click (AtlSelectTool      *self,
       const AtlToolEvent *event)
{
  AtlSelection *selection = selection_of (self);

  if (click_link (self, event))
    return;
  atl_board_view_set_link (self->view, NULL);
  if (self->state == ATL_SELECT_PRESSED_EMPTY && self->modifiers == 0)
    {
      atl_selection_set_one (selection, NULL);
      atl_selection_set_cursor (selection, NULL);
    }
  if (self->state != ATL_SELECT_PRESSED_NOTE || atl_item_get_list (ATL_ITEM (self->pressed)) == NULL)
    return;
  if (self->modifiers != 0)
    atl_selection_toggle (selection, self->pressed);
  else
    atl_selection_set_one (selection, self->pressed);
}

/* What was dropped is selected, or the stack it went into. */
static void
select_dropped (AtlSelectTool *self,
                GPtrArray     *dropped,
                AtlNote       *onto)
{
  atl_scene_update (atl_board_view_get_scene (self->view));
  for (guint i = dropped->len; i > 0; i--)
    if (atl_board_view_find_box (self->view, dropped->pdata[i - 1]) == NULL)
      g_ptr_array_remove_index (dropped, i - 1);
  if (dropped->len == 0 && onto != NULL)
    g_ptr_array_add (dropped, g_object_ref (onto));
  atl_selection_set (selection_of (self), dropped);
  if (dropped->len > 0)
    atl_selection_set_cursor (selection_of (self), dropped->pdata[0]);
}

static void
let_go (AtlSelectTool *self)
{
  g_autoptr (AtlNote)   onto = NULL;
  AtlLoad               load = self->load;
  AtlDrop               drop = self->drop;
  g_autoptr (GPtrArray) dragged = g_steal_pointer (&self->load.notes);
  g_autoptr (GPtrArray) dropped = NULL;
  gboolean              copy = self->copy;

  put_down (self);
  load.notes = dragged;
  if (!copy && atl_board_view_refuse_notes (self->view, load.notes))
    return;
  onto = drop.onto != NULL ? g_object_ref (ATL_NOTE (drop.onto->item)) : NULL;
  dropped = atl_drop_apply (&drop, self->view, &load, copy);
  if (dropped == NULL)
    return;
  select_dropped (self, dropped, onto);
}

static void
release (AtlSelectTool      *self,
         const AtlToolEvent *event)
{
  if (self->state == ATL_SELECT_DRAG)
    {
      drag (self, event);
      let_go (self);
      return;
    }
  click (self, event);
  put_down (self);
}

static void
activate (AtlSelectTool      *self,
          const AtlToolEvent *event)
{
  AtlBox  *link = atl_board_view_hit_link (self->view, event->point, event->slop * LINK_REACH);
  AtlBox  *box = link != NULL ? link : atl_board_view_hit (self->view, event->point);
  AtlPoint point = event->point;

  put_down (self);
  g_signal_emit (self, signals[ACTIVATED], 0, box, &point);
}

static void
atl_select_tool_dispose (GObject *object)
{
  AtlSelectTool *self = ATL_SELECT_TOOL (object);

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (atl_board_view_get_scene (self->view), self);
  g_clear_object (&self->pressed);
  g_clear_pointer (&self->base, g_ptr_array_unref);
  g_clear_pointer (&self->load.notes, g_ptr_array_unref);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (atl_select_tool_parent_class)->dispose (object);
}

static void
atl_select_tool_class_init (AtlSelectToolClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_select_tool_dispose;

  /**
   * AtlSelectTool::changed:
   *
   * What has to be drawn above the board is another: the band, the dragged notes, their marker.
   */
  signals[CHANGED] = g_signal_new ("changed", ATL_TYPE_SELECT_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  /**
   * AtlSelectTool::lifted:
   *
   * A drag has begun or ended.
   */
  signals[LIFTED] = g_signal_new ("lifted", ATL_TYPE_SELECT_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  /**
   * AtlSelectTool::activated:
   * @box: (nullable): the AtlBox that was double-clicked: a note, a frame, a link or an area
   * @point: where, an AtlPoint in board units
   */
  signals[ACTIVATED] = g_signal_new ("activated", ATL_TYPE_SELECT_TOOL, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL,
                                     G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_POINTER);
}

static void
atl_select_tool_init (AtlSelectTool *self)
{
}

/**
 * atl_select_tool_new:
 * @view: the view of a board to work on
 *
 * Returns: (transfer full): the tool, idle
 */
AtlSelectTool *
atl_select_tool_new (AtlBoardView *view)
{
  AtlSelectTool *self = g_object_new (ATL_TYPE_SELECT_TOOL, NULL);

  self->view = g_object_ref (view);
  g_signal_connect_swapped (atl_board_view_get_scene (view), "box-removed", G_CALLBACK (box_removed_cb),
                            self);
  return self;
}

/**
 * atl_select_tool_feed:
 * @self: the tool
 * @event: what the pointer did
 */
void
atl_select_tool_feed (AtlSelectTool      *self,
                      const AtlToolEvent *event)
{
  g_return_if_fail (ATL_IS_SELECT_TOOL (self));

  switch (event->kind)
    {
    case ATL_TOOL_PRESS:
      press (self, event);
      break;
    case ATL_TOOL_MOTION:
      motion (self, event);
      break;
    case ATL_TOOL_RELEASE:
      release (self, event);
      break;
    case ATL_TOOL_DOUBLE:
      activate (self, event);
      break;
    case ATL_TOOL_CANCEL:
    default:
      cancel (self);
    }
}

/**
 * atl_select_tool_get_state:
 * @self: the tool
 *
 * Returns: what it is doing
 */
AtlSelectState
atl_select_tool_get_state (AtlSelectTool *self)
{
  return self->state;
}

/**
 * atl_select_tool_get_load:
 * @self: the tool
 *
 * Returns: (nullable): what is dragged, or %NULL
 */
const AtlLoad *
atl_select_tool_get_load (AtlSelectTool *self)
{
  return self->state == ATL_SELECT_DRAG ? &self->load : NULL;
}

/**
 * atl_select_tool_get_drop:
 * @self: the tool
 *
 * Returns: (nullable): where it would go now, or %NULL
 */
const AtlDrop *
atl_select_tool_get_drop (AtlSelectTool *self)
{
  return self->state == ATL_SELECT_DRAG ? &self->drop : NULL;
}

/**
 * atl_select_tool_get_band:
 * @self: the tool
 *
 * Returns: the rubber band in board units; empty if there is none
 */
AtlRect
atl_select_tool_get_band (AtlSelectTool *self)
{
  if (self->state != ATL_SELECT_BAND)
    return (AtlRect){ 0 };
  return atl_rect (MIN (self->start.x, self->now.x), MIN (self->start.y, self->now.y),
                   fabs (self->now.x - self->start.x), fabs (self->now.y - self->start.y));
}

/**
 * atl_select_tool_get_copy:
 * @self: the tool
 *
 * Returns: whether letting go leaves the originals where they are
 */
gboolean
atl_select_tool_get_copy (AtlSelectTool *self)
{
  return self->state == ATL_SELECT_DRAG && self->copy;
}
