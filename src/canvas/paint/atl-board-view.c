/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/paint/atl-board-view.h"

#include "canvas/paint/atl-spatial-index.h"
#include "model/atl-edits.h"
#include "model/atl-locks.h"
#include "model/atl-note-links.h"
#include "scene/atl-scene-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define INDEX_CELL 400 /* board units */
#define MARK_REACH 16  /* board units that a mark sticks out of its note, at most */
#define TOUCH 0.01     /* board units: a point as a rectangle */

/**
 * AtlBoardView:
 *
 * A board as somebody looks at it: its scene, what is selected, which area new notes go to, and where to
 * find notes by place. It knows no widget, so tools and commands are tested without a display.
 */
struct _AtlBoardView
{
  GObject parent_instance;

  AtlSession      *session;
  AtlHistory      *history;
  AtlBoard        *board;
  AtlScene        *scene;
  AtlSelection    *selection;
  AtlSpatialIndex *index; /* of boxes: notes and frames of open stacks */
  AtlArea         *area;
  AtlLink         *link; /* the selected one */
  AtlLinkPen       pen;
  gboolean         read_only;
};

G_DEFINE_FINAL_TYPE (AtlBoardView, atl_board_view, G_TYPE_OBJECT)

enum
{
  AREA_CHANGED,
  LINK_CHANGED,
  REFUSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
is_indexed (AtlBox *box)
{
  return box->kind == ATL_BOX_NOTE || box->kind == ATL_BOX_STACK;
}

static void
box_changed_cb (AtlBoardView *self,
                AtlBox       *box)
{
  if (is_indexed (box))
    atl_spatial_index_put (self->index, box, box->rect);
}

static void
box_removed_cb (AtlBoardView *self,
                AtlBox       *box)
{
  if (is_indexed (box))
    atl_spatial_index_remove (self->index, box);
  if (box->kind == ATL_BOX_NOTE)
    atl_selection_forget (self->selection, ATL_NOTE (box->item));
  if (box->kind == ATL_BOX_AREA && box->item == (AtlItem *) self->area)
    atl_board_view_set_area (self, NULL);
  if (box->kind == ATL_BOX_LINK && self->link != NULL &&
      (atl_item_get_list (ATL_ITEM (self->link)) == NULL || !atl_scene_get_nodes_shown (self->scene)))
    atl_board_view_set_link (self, NULL);
}

static void
selection_changed_cb (AtlBoardView *self)
{
  if (atl_selection_get_size (self->selection) > 0)
    atl_board_view_set_link (self, NULL);
}

static void
atl_board_view_dispose (GObject *object)
{
  AtlBoardView *self = ATL_BOARD_VIEW (object);

  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->scene);
  g_clear_object (&self->area);
  g_clear_object (&self->link);
  g_clear_object (&self->board);
  g_clear_object (&self->history);
  g_clear_object (&self->session);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->index, atl_spatial_index_free);
  G_OBJECT_CLASS (atl_board_view_parent_class)->dispose (object);
}

static void
atl_board_view_class_init (AtlBoardViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_board_view_dispose;

  /**
   * AtlBoardView::area-changed:
   *
   * Another area is the current one.
   */
  signals[AREA_CHANGED] = g_signal_new ("area-changed", ATL_TYPE_BOARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL,
                                        G_TYPE_NONE, 0);
  /**
   * AtlBoardView::link-changed:
   *
   * Another link is selected, or none.
   */
  signals[LINK_CHANGED] = g_signal_new ("link-changed", ATL_TYPE_BOARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  /**
   * AtlBoardView::refused:
   * @area: (nullable): a locked area; %NULL if nothing at all can be edited
   *
   * Something was not done, or not all of it, since @area is locked.
   */
  signals[REFUSED] = g_signal_new ("refused", ATL_TYPE_BOARD_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, ATL_TYPE_AREA);
}

static void
atl_board_view_init (AtlBoardView *self)
{
  self->selection = atl_selection_new ();
  self->index = atl_spatial_index_new (INDEX_CELL);
  g_signal_connect_swapped (self->selection, "changed", G_CALLBACK (selection_changed_cb), self);
}

static void
index_boxes (AtlBoardView *self,
             AtlBoxKind    kind)
{
  GPtrArray *boxes = atl_scene_get_boxes (self->scene, kind);

  for (guint i = 0; i < boxes->len; i++)
    box_changed_cb (self, boxes->pdata[i]);
}

static char *
say_versions (guint         n,
              gconstpointer data)
{
  return g_strdup_printf (ngettext ("%u version", "%u versions", n), n);
}

/* Numbers on the links of a map: days as days, the rest as it is. */
static char *
say_field (const char   *field,
           double        value,
           gconstpointer data)
{
  g_autofree char *number = g_strdup_printf ("%.15g", round (value * 10) / 10);

  if (g_str_equal (field, "waitingDays") || g_str_equal (field, "everyDays"))
    /* Translators: a number of days, as short as can be, on an arrow */
    return g_strdup_printf (_ ("%s d"), number);
  if (g_str_has_suffix (field, "Percent"))
    /* Translators: a percentage on an arrow */
    return g_strdup_printf (_ ("%s %%"), number);
  return g_steal_pointer (&number);
}

/**
 * atl_board_view_new:
 * @session: a session
 * @history: its history; edits are wrapped in its groups
 * @board: a board of the session
 *
 * Returns: (transfer full): a view of the board; the first area is the current one, nothing is selected
 */
AtlBoardView *
atl_board_view_new (AtlSession *session,
                    AtlHistory *history,
                    AtlBoard   *board)
{
  AtlBoardView *self;

  g_return_val_if_fail (ATL_IS_SESSION (session) && ATL_IS_HISTORY (history) && ATL_IS_BOARD (board), NULL);

  self = g_object_new (ATL_TYPE_BOARD_VIEW, NULL);
  self->session = g_object_ref (session);
  self->history = g_object_ref (history);
  self->board = g_object_ref (board);
  self->scene = atl_scene_new (board);
  atl_scene_set_versions_label (self->scene, say_versions, NULL);
  atl_scene_set_locks_shown (self->scene, TRUE);
  atl_scene_set_field_label (self->scene, say_field, NULL);
  index_boxes (self, ATL_BOX_NOTE);
  index_boxes (self, ATL_BOX_STACK);
  g_set_object (&self->area, atl_list_get (atl_board_get_areas (board), 0));
  g_signal_connect_swapped (self->scene, "box-added", G_CALLBACK (box_changed_cb), self);
  g_signal_connect_swapped (self->scene, "box-changed", G_CALLBACK (box_changed_cb), self);
  g_signal_connect_swapped (self->scene, "box-removed", G_CALLBACK (box_removed_cb), self);
  return self;
}

/**
 * atl_board_view_get_session:
 * @self: a view
 *
 * Returns: (transfer none): the session
 */
AtlSession *
atl_board_view_get_session (AtlBoardView *self)
{
  return self->session;
}

/**
 * atl_board_view_get_history:
 * @self: a view
 *
 * Returns: (transfer none): the history that edits go to
 */
AtlHistory *
atl_board_view_get_history (AtlBoardView *self)
{
  return self->history;
}

/**
 * atl_board_view_get_board:
 * @self: a view
 *
 * Returns: (transfer none): the board
 */
AtlBoard *
atl_board_view_get_board (AtlBoardView *self)
{
  return self->board;
}

/**
 * atl_board_view_get_scene:
 * @self: a view
 *
 * Returns: (transfer none): the layout of the board
 */
AtlScene *
atl_board_view_get_scene (AtlBoardView *self)
{
  return self->scene;
}

/**
 * atl_board_view_get_selection:
 * @self: a view
 *
 * Returns: (transfer none): what is selected
 */
AtlSelection *
atl_board_view_get_selection (AtlBoardView *self)
{
  return self->selection;
}

/**
 * atl_board_view_get_area:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the area new notes go to
 */
AtlArea *
atl_board_view_get_area (AtlBoardView *self)
{
  if (self->area == NULL)
    g_set_object (&self->area, atl_list_get (atl_board_get_areas (self->board), 0));
  return self->area;
}

/**
 * atl_board_view_set_area:
 * @self: a view
 * @area: (nullable): the area new notes go to; %NULL is the first one
 */
void
atl_board_view_set_area (AtlBoardView *self,
                         AtlArea      *area)
{
  g_return_if_fail (ATL_IS_BOARD_VIEW (self));

  if (area == NULL)
    area = atl_list_get (atl_board_get_areas (self->board), 0);
  if (g_set_object (&self->area, area))
    g_signal_emit (self, signals[AREA_CHANGED], 0);
}

/**
 * atl_board_view_find_box:
 * @self: a view
 * @item: an area, a note or a link
 *
 * Returns: (transfer none) (nullable): where it stands; %NULL too for a note inside a closed stack
 */
AtlBox *
atl_board_view_find_box (AtlBoardView *self,
                         gpointer      item)
{
  return item != NULL ? atl_scene_find_box (self->scene, item) : NULL;
}

static guint
rank_position (AtlBox *box)
{
  AtlList *list = box->item != NULL ? atl_item_get_list (box->item) : NULL;
  guint    position = 0;

  if (list != NULL)
    atl_list_get_position (list, box->item, &position);
  return position;
}

/* Cards lie below the frames of open stacks, and those below the cards in them. */
static int
depth_of (AtlBox *box)
{
  if (box->kind == ATL_BOX_STACK)
    return 1;
  return box->stack != NULL ? 2 : 0;
}

/**
 * atl_board_view_compare_depth:
 * @self: a view
 * @a: the box of a note, or the frame of an open stack
 * @b: another
 *
 * Returns: less than 0 if @a is drawn before @b, more than 0 if after
 */
int
atl_board_view_compare_depth (AtlBoardView *self,
                              AtlBox       *a,
                              AtlBox       *b)
{
  guint first, second;

  if (depth_of (a) != depth_of (b))
    return depth_of (a) - depth_of (b);
  first = rank_position (a);
  second = rank_position (b);
  return first < second ? -1 : first > second;
}

/**
 * atl_board_view_hit:
 * @self: a view
 * @point: in board units
 *
 * Returns: (transfer none) (nullable): the topmost note or frame there, else the area, if any
 */
AtlBox *
atl_board_view_hit (AtlBoardView *self,
                    AtlPoint      point)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  AtlBox               *top = NULL;

  g_return_val_if_fail (ATL_IS_BOARD_VIEW (self), NULL);

  atl_scene_update (self->scene);
  atl_spatial_index_query (self->index, atl_rect (point.x - TOUCH, point.y - TOUCH, 2 * TOUCH, 2 * TOUCH),
                           found);
  for (guint i = 0; i < found->len; i++)
    if (top == NULL || atl_board_view_compare_depth (self, top, found->pdata[i]) < 0)
      top = found->pdata[i];
  return top != NULL ? top : atl_scene_find_area_at (self->scene, point);
}

/**
 * atl_board_view_find_notes:
 * @self: a view
 * @rect: in board units
 *
 * Returns: (transfer container) (element-type AtlBox): the boxes of the notes that touch @rect, in no order
 */
GPtrArray *
atl_board_view_find_notes (AtlBoardView *self,
                           AtlRect       rect)
{
  GPtrArray *found = g_ptr_array_new ();

  atl_scene_update (self->scene);
  atl_spatial_index_query (self->index, rect, found);
  for (guint i = found->len; i > 0; i--)
    if (((AtlBox *) found->pdata[i - 1])->kind != ATL_BOX_NOTE)
      g_ptr_array_remove_index_fast (found, i - 1);
  return found;
}

/**
 * atl_board_view_find_mark:
 * @self: a view
 * @point: in board units
 *
 * Returns: (transfer none) (nullable): the note whose mark of versions is there, drawn over its upper left
 * corner
 */
AtlBox *
atl_board_view_find_mark (AtlBoardView *self,
                          AtlPoint      point)
{
  AtlRect               near = atl_rect_inset (atl_rect (point.x, point.y, 0, 0), -MARK_REACH);
  g_autoptr (GPtrArray) found = atl_board_view_find_notes (self, near);

  for (guint i = 0; i < found->len; i++)
    {
      AtlBox *box = found->pdata[i];

      if (box->versions > 0 && atl_rect_contains (atl_scene_get_mark (self->scene, box), point))
        return box;
    }
  return NULL;
}

static gint
compare_position (gconstpointer a,
                  gconstpointer b)
{
  AtlItem *first = *(AtlItem *const *) a;
  AtlItem *second = *(AtlItem *const *) b;
  guint    one = 0, two = 0;

  if (atl_item_get_list (first) == NULL || atl_item_get_list (second) == NULL)
    return 0;
  atl_list_get_position (atl_item_get_list (first), first, &one);
  atl_list_get_position (atl_item_get_list (second), second, &two);
  return one < two ? -1 : one > two;
}

/**
 * atl_board_view_dup_selected:
 * @self: a view
 * @whole_stacks: whether a closed stack stands for all its notes, not its lead only
 *
 * Returns: (transfer full) (element-type AtlNote): the selected notes in the order of the board
 */
GPtrArray *
atl_board_view_dup_selected (AtlBoardView *self,
                             gboolean      whole_stacks)
{
  GPtrArray *selected = atl_selection_get_notes (self->selection);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < selected->len; i++)
    {
      AtlBox               *box = atl_board_view_find_box (self, selected->pdata[i]);
      gboolean              whole = whole_stacks && box != NULL && box->stack == NULL && box->stack_size > 1;
      g_autoptr (GPtrArray) stack = whole ? atl_note_dup_stack (selected->pdata[i]) : NULL;

      if (stack == NULL)
        g_ptr_array_add (all, g_object_ref (selected->pdata[i]));
      for (guint j = 0; stack != NULL && j < stack->len; j++)
        g_ptr_array_add (all, g_object_ref (stack->pdata[j]));
    }
  g_ptr_array_sort (all, compare_position);
  return all;
}

/**
 * atl_board_view_get_link:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the selected link, unless it is gone by now
 */
AtlLink *
atl_board_view_get_link (AtlBoardView *self)
{
  return self->link != NULL && atl_item_get_list (ATL_ITEM (self->link)) != NULL ? self->link : NULL;
}

/**
 * atl_board_view_set_link:
 * @self: a view
 * @link: (nullable): a link of the board
 *
 * Selects a link. No note is selected then.
 */
void
atl_board_view_set_link (AtlBoardView *self,
                         AtlLink      *link)
{
  g_return_if_fail (ATL_IS_BOARD_VIEW (self));

  if (!g_set_object (&self->link, link))
    return;
  if (link != NULL)
    atl_selection_set_one (self->selection, NULL);
  g_signal_emit (self, signals[LINK_CHANGED], 0);
}

/**
 * atl_board_view_get_pen:
 * @self: a view
 *
 * Returns: (transfer none): what the last link was; to be written by whoever draws one
 */
AtlLinkPen *
atl_board_view_get_pen (AtlBoardView *self)
{
  return &self->pen;
}

/**
 * atl_board_view_set_read_only:
 * @self: a view
 * @read_only: whether the board can be looked at only; a new view can be edited
 *
 * Whatever is asked for is refused then, as if all areas were locked.
 */
void
atl_board_view_set_read_only (AtlBoardView *self,
                              gboolean      read_only)
{
  g_return_if_fail (ATL_IS_BOARD_VIEW (self));
  self->read_only = read_only;
}

/**
 * atl_board_view_get_read_only:
 * @self: a view
 *
 * Returns: whether the board can be looked at only
 */
gboolean
atl_board_view_get_read_only (AtlBoardView *self)
{
  g_return_val_if_fail (ATL_IS_BOARD_VIEW (self), TRUE);
  return self->read_only;
}

/**
 * atl_board_view_refuse:
 * @self: a view
 * @area: (nullable): an area of the board that something is about to happen to
 *
 * Emits AtlBoardView::refused if @area is locked, or nothing can be edited.
 *
 * Returns: whether it is
 */
gboolean
atl_board_view_refuse (AtlBoardView *self,
                       AtlArea      *area)
{
  g_return_val_if_fail (ATL_IS_BOARD_VIEW (self), TRUE);

  if (!self->read_only && (area == NULL || !atl_area_get_locked (area)))
    return FALSE;
  g_signal_emit (self, signals[REFUSED], 0, self->read_only ? NULL : area);
  return TRUE;
}

/**
 * atl_board_view_refuse_notes:
 * @self: a view
 * @notes: (element-type AtlNote): notes that something is about to happen to
 *
 * Removes the notes that must stay as they are from the array, and emits AtlBoardView::refused if there were
 * any.
 *
 * Returns: whether no note is left
 */
gboolean
atl_board_view_refuse_notes (AtlBoardView *self,
                             GPtrArray    *notes)
{
  g_autoptr (AtlArea) area = NULL;

  g_return_val_if_fail (ATL_IS_BOARD_VIEW (self), TRUE);

  g_set_object (&area, atl_notes_find_lock (notes));
  if (area != NULL || (self->read_only && notes->len > 0))
    atl_board_view_refuse (self, area);
  if (self->read_only)
    g_ptr_array_set_size (notes, 0);
  atl_notes_drop_locked (notes);
  return notes->len == 0;
}

/**
 * atl_board_view_refuse_note:
 * @self: a view
 * @note: (nullable): a note, maybe of another board
 *
 * Returns: whether it must stay as it is; the user is told then
 */
gboolean
atl_board_view_refuse_note (AtlBoardView *self,
                            AtlNote      *note)
{
  return atl_board_view_refuse (self, note != NULL ? atl_note_find_area (note) : NULL);
}

/**
 * atl_board_view_refuse_link:
 * @self: a view
 * @link: a link
 *
 * What a link says belongs to the notes at its ends.
 *
 * Returns: whether one of them must stay as it is; the user is told then
 */
gboolean
atl_board_view_refuse_link (AtlBoardView *self,
                            AtlLink      *link)
{
  return atl_board_view_refuse_note (self, atl_session_find_note (self->session, atl_link_get_from (link))) ||
         atl_board_view_refuse_note (self, atl_session_find_note (self->session, atl_link_get_to (link)));
}
