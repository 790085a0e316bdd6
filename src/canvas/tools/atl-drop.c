/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/tools/atl-drop.h"

#include "canvas/notes/atl-value-commands.h"
#include "model/atl-board-options.h"
#include "model/atl-edits.h"
#include "model/atl-rows.h"
#include "scene/atl-scene-keys.h"
#include "model/atl-maps.h"

#include <glib/gi18n-lib.h>

#define OVERLAP_FREE 0.13 /* part of the smaller card that must be covered to stack */
#define OVERLAP_FLOW 0.63 /* more where a place between two cards is a target as well */
/* part of a card's width in which the pointer means the card, not a place beside it */
#define MIDDLE 0.64

static gboolean
is_flow (AtlBox *area)
{
  return area->item != NULL && atl_area_get_layout (ATL_AREA (area->item)) == ATL_LAYOUT_FLOW;
}

static gboolean
is_locked (AtlBox *area)
{
  return area->item != NULL && atl_area_get_locked (ATL_AREA (area->item));
}

static gboolean
is_loaded (const AtlLoad *load,
           AtlBox        *box)
{
  return g_ptr_array_find (load->notes, box->item, NULL);
}

static double
cover_of (AtlRect a,
          AtlRect b)
{
  double smaller = MIN (a.width * a.height, b.width * b.height);

  return smaller > 0 ? atl_rect_overlap (a, b) / smaller : 0;
}

static gboolean
points_at (AtlRect  rect,
           AtlPoint pointer)
{
  double margin = rect.width * (1 - MIDDLE) / 2;

  return atl_rect_contains (atl_rect (rect.x + margin, rect.y, rect.width - 2 * margin, rect.height),
                            pointer);
}

/* How much the load means @box, 0 for not at all. */
static double
pull_of (AtlBox  *box,
         AtlRect  moved,
         AtlPoint pointer)
{
  double cover = cover_of (box->rect, moved);

  if (box->is_node || box->area == NULL || is_locked (box->area))
    return 0;
  if (!is_flow (box->area) || box->stack != NULL)
    return cover >= OVERLAP_FREE ? cover : 0;
  if (points_at (box->rect, pointer))
    return 2;
  return cover >= OVERLAP_FLOW ? cover : 0;
}

static AtlBox *
find_onto (AtlBoardView  *view,
           const AtlLoad *load,
           AtlRect        moved,
           AtlPoint       pointer)
{
  g_autoptr (GPtrArray) near = NULL;
  AtlBox               *best = NULL;
  double                best_pull = 0;

  if (load->grabbed->is_node)
    return NULL;
  near = atl_board_view_find_notes (view, moved);
  for (guint i = 0; i < near->len; i++)
    {
      double pull = is_loaded (load, near->pdata[i]) ? 0 : pull_of (near->pdata[i], moved, pointer);

      if (pull > best_pull)
        {
          best = near->pdata[i];
          best_pull = pull;
        }
    }
  return best;
}

/* Outside of all areas, what has a place of its own may stand beyond the edge of its area. */
static AtlBox *
find_area (AtlBoardView  *view,
           const AtlLoad *load,
           AtlPoint       pointer)
{
  AtlBox *area = atl_scene_find_area_at (atl_board_view_get_scene (view), pointer);

  if (area == NULL && load->grabbed->area != NULL && !is_flow (load->grabbed->area))
    area = load->grabbed->area;
  return area != NULL && area->item != NULL ? area : NULL;
}

static gboolean
stays_in_stack (const AtlLoad *load,
                AtlPoint       pointer)
{
  AtlBox *frame = load->grabbed->stack;

  return !load->whole && frame != NULL && atl_rect_contains (frame->rect, pointer);
}

/**
 * atl_load_dup_boxes:
 * @load: what is dragged
 * @view: the view of their board
 *
 * Returns: (transfer container) (element-type AtlBox): the boxes of the dragged notes, with all cards of a
 *   whole open
 *   stack
 */
GPtrArray *
atl_load_dup_boxes (const AtlLoad *load,
                    AtlBoardView  *view)
{
  GPtrArray *boxes = g_ptr_array_new ();

  for (guint i = 0; i < load->notes->len; i++)
    {
      g_autoptr (GPtrArray) stack = load->whole ? atl_note_dup_stack (load->notes->pdata[i]) : NULL;
      AtlBox               *box = atl_board_view_find_box (view, load->notes->pdata[i]);

      if (box != NULL)
        g_ptr_array_add (boxes, box);
      for (guint j = 1; stack != NULL && j < stack->len; j++)
        if ((box = atl_board_view_find_box (view, stack->pdata[j])) != NULL)
          g_ptr_array_add (boxes, box);
    }
  return boxes;
}

/**
 * atl_drop_find:
 * @view: a view of a board
 * @load: what is dragged
 * @start: where it was grabbed, in board units
 * @pointer: where it is now
 *
 * Finds out what letting go would do. Changes nothing.
 *
 * Returns: the drop
 */
AtlDrop
atl_drop_find (AtlBoardView  *view,
               const AtlLoad *load,
               AtlPoint       start,
               AtlPoint       pointer)
{
  AtlDrop drop = { .dx = pointer.x - start.x, .dy = pointer.y - start.y };
  AtlRect moved = atl_rect_moved (load->grabbed->rect, drop.dx, drop.dy);

  if (stays_in_stack (load, pointer))
    return drop;
  drop.onto = find_onto (view, load, moved, pointer);
  drop.area = drop.onto != NULL ? drop.onto->area : find_area (view, load, pointer);
  if (drop.onto == NULL && drop.area != NULL && is_flow (drop.area) && !is_locked (drop.area))
    drop.before = atl_scene_find_slot (atl_board_view_get_scene (view), drop.area, pointer, load->notes,
                                       &drop.marker);
  if (drop.onto == NULL && drop.area != NULL)
    drop.row = atl_scene_find_row_at (atl_board_view_get_scene (view), drop.area, pointer);
  return drop;
}

static char *
label_of (const AtlDrop *drop,
          guint          n,
          gboolean       copy)
{
  if (copy)
    return g_strdup_printf (ngettext ("Duplicate %u Note", "Duplicate %u Notes", n), n);
  if (drop->onto != NULL)
    return g_strdup_printf (ngettext ("Stack %u Note", "Stack %u Notes", n), n);
  return g_strdup_printf (ngettext ("Move %u Note", "Move %u Notes", n), n);
}

static AtlNote *
find_row (AtlNote *note)
{
  g_autoptr (GPtrArray) areas = atl_board_dup_row_areas (atl_note_find_board (note));

  return atl_note_find_row (note, areas);
}

/* Whether the only dragged note goes back to where it comes from. */
static gboolean
changes_nothing (const AtlDrop *drop,
                 AtlBoardView  *view,
                 const AtlLoad *load)
{
  GPtrArray *boxes;
  guint      at;
  AtlBox    *next;

  if (drop->area == NULL)
    return TRUE;
  if (drop->onto != NULL || load->notes->len != 1 || !is_flow (drop->area) ||
      load->grabbed->area != drop->area)
    return FALSE;
  if (load->grabbed->stack != NULL && !load->whole)
    return FALSE;
  if (drop->row != find_row (ATL_NOTE (load->grabbed->item)))
    return FALSE;
  boxes = atl_scene_get_area_notes (atl_board_view_get_scene (view), drop->area);
  if (!g_ptr_array_find (boxes, load->grabbed, &at))
    return FALSE;
  next = at + 1 < boxes->len ? boxes->pdata[at + 1] : NULL;
  return drop->before == (next != NULL ? (AtlNote *) next->item : NULL);
}

/* Where the dragged notes would be, as they lie now. Notes of flow areas are often smaller: in a place of
 * their own they are as far apart as before for their size. */
static GArray *
target_centers (const AtlDrop *drop,
                AtlBoardView  *view,
                const AtlLoad *load)
{
  GArray  *centers = g_array_new (FALSE, TRUE, sizeof (AtlPoint));
  AtlPoint held = atl_rect_center (load->grabbed->rect);

  for (guint i = 0; i < load->notes->len; i++)
    {
      AtlBox  *box = atl_board_view_find_box (view, load->notes->pdata[i]);
      AtlPoint center = atl_rect_center (box != NULL ? box->rect : load->grabbed->rect);
      double   scale = box != NULL && box->area != NULL && is_flow (box->area) ? box->scale : 1;

      center.x = held.x + (center.x - held.x) / scale + drop->dx;
      center.y = held.y + (center.y - held.y) / scale + drop->dy;
      g_array_append_val (centers, center);
    }
  return centers;
}

static void
set_places (AtlBoardView *view,
            GPtrArray    *notes,
            AtlArea      *area,
            GArray       *centers)
{
  for (guint i = 0; i < notes->len; i++)
    {
      AtlBox *box = atl_board_view_find_box (view, area);
      int     x, y;

      if (box == NULL)
        return;
      atl_scene_to_place (atl_board_view_get_scene (view), box, g_array_index (centers, AtlPoint, i), &x, &y);
      atl_note_set_x (notes->pdata[i], x);
      atl_note_set_y (notes->pdata[i], y);
      atl_note_set_pinned (notes->pdata[i], atl_area_is_map (area));
    }
}

/* Takes the notes of @load that stand in an open stack out of it. */
static void
leave_stacks (AtlBoardView  *view,
              const AtlLoad *load)
{
  g_autoptr (GPtrArray) leaving = g_ptr_array_new ();

  for (guint i = 0; i < load->notes->len && !load->whole; i++)
    {
      AtlBox *box = atl_board_view_find_box (view, load->notes->pdata[i]);

      if (box != NULL && box->stack != NULL)
        g_ptr_array_add (leaving, box->item);
    }
  if (leaving->len > 0)
    atl_notes_unstack (leaving);
}

static void
move_to (const AtlDrop *drop,
         AtlBoardView  *view,
         GPtrArray     *notes,
         AtlArea       *area,
         GArray        *centers)
{
  gboolean flow = atl_area_get_layout (area) == ATL_LAYOUT_FLOW;

  atl_notes_move (notes, area, flow ? drop->before : NULL);
  atl_value_commands_join (notes, area, drop->row);
  if (!flow)
    set_places (view, notes, area, centers);
}

/**
 * atl_drop_apply:
 * @drop: where to
 * @view: the view it was found for
 * @load: what is dragged
 * @copy: whether copies go there, and the originals stay
 *
 * Lets the notes go, as one step of the history.
 *
 * Returns: (transfer full) (nullable) (element-type AtlNote): the notes that are there now, or %NULL if
 *   nothing changed
 */
GPtrArray *
atl_drop_apply (const AtlDrop *drop,
                AtlBoardView  *view,
                const AtlLoad *load,
                gboolean       copy)
{
  AtlHistory           *history = atl_board_view_get_history (view);
  g_autofree char      *label = label_of (drop, atl_notes_count (load->notes), copy);
  g_autoptr (AtlArea)   area = NULL;
  g_autoptr (AtlNote)   onto = NULL;
  g_autoptr (GPtrArray) notes = NULL;
  g_autoptr (GArray)    centers = NULL;

  if (drop->area == NULL || atl_board_view_refuse (view, (AtlArea *) drop->area->item) ||
      (!copy && changes_nothing (drop, view, load)))
    return NULL;
  area = g_object_ref (ATL_AREA (drop->area->item));
  onto = drop->onto != NULL ? g_object_ref (ATL_NOTE (drop->onto->item)) : NULL;
  centers = target_centers (drop, view, load);
  atl_history_begin (history, label);
  if (!copy)
    leave_stacks (view, load);
  notes = copy ? atl_notes_duplicate (load->notes)
               : g_ptr_array_copy (load->notes, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (notes, g_object_unref);
  if (onto != NULL)
    atl_notes_stack (notes, onto);
  else
    move_to (drop, view, notes, area, centers);
  atl_history_end (history);
  return g_steal_pointer (&notes);
}
