/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-tally.h"
#include "model/atl-alternatives.h"
#include "model/atl-edits.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-scene-private.h"

/* Which boxes there are: areas, the notes in each, frames of open stacks, links. Goes through the whole
 * board, which takes a fraction of a millisecond per thousand notes, and touches only what is different. */

typedef struct
{
  AtlScene   *scene;
  GHashTable *stacks; /* lead to GPtrArray of the notes under it */
  AtlTally   *tally;  /* of the latest closed round, or NULL */
  GHashTable *former; /* area state to its former members */
} Pass;

static gpointer
ensure (AtlScene  *self,
        AtlBoxKind kind,
        gpointer   item,
        gsize      size)
{
  AtlBoxState *state = g_hash_table_lookup (self->boxes, item);

  if (state == NULL)
    {
      state = g_malloc0 (size);
      state->box.kind = kind;
      state->box.item = g_object_ref (item);
      state->box.scale = 1;
      state->box.stack_size = 1;
      state->height = -1;
      state->added = TRUE;
      g_hash_table_insert (self->boxes, item, state);
      atl_scene_touch (self, state);
    }
  state->generation = self->work.generation;
  return state;
}

static void
take_members (Pass         *pass,
              AtlAreaState *area)
{
  if (area->members != NULL)
    g_hash_table_insert (pass->former, area, area->members);
  area->members = g_ptr_array_new ();
}

static void
sync_areas (Pass *pass)
{
  AtlScene *self = pass->scene;
  AtlList  *areas = atl_board_get_areas (self->board);

  g_ptr_array_set_size (self->kinds[ATL_BOX_AREA], 0);
  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlAreaState *area = ensure (self, ATL_BOX_AREA, atl_list_get (areas, i), sizeof (AtlAreaState));

      if (area->state.added && area->members == NULL)
        {
          area->header = -1;
          area->dirty = TRUE;
        }
      area->layout = atl_area_get_layout (ATL_AREA (area->state.box.item));
      take_members (pass, area);
      g_ptr_array_add (self->kinds[ATL_BOX_AREA], area);
    }
}

static void
find_stacks (Pass *pass)
{
  AtlList *notes = atl_board_get_notes (pass->scene->board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote   *note = atl_list_get (notes, i);
      AtlNote   *lead = atl_note_find_lead (note);
      GPtrArray *stack;

      if (lead == NULL)
        continue;
      stack = g_hash_table_lookup (pass->stacks, lead);
      if (stack == NULL)
        g_hash_table_insert (pass->stacks, lead, stack = g_ptr_array_new ());
      g_ptr_array_add (stack, note);
    }
}

/* The area of unplaced notes is made with the first of them, and has no item. */
static AtlAreaState *
ensure_unplaced (Pass *pass)
{
  AtlScene *self = pass->scene;

  if (self->unplaced == NULL)
    {
      self->unplaced = g_new0 (AtlAreaState, 1);
      self->unplaced->state.box.kind = ATL_BOX_AREA;
      self->unplaced->state.box.scale = 1;
      self->unplaced->state.added = TRUE;
      self->unplaced->header = -1;
      self->unplaced->dirty = TRUE;
      atl_scene_touch (self, &self->unplaced->state);
    }
  if (self->unplaced->state.generation != self->work.generation)
    take_members (pass, self->unplaced);
  self->unplaced->state.generation = self->work.generation;
  return self->unplaced;
}

static AtlAreaState *
find_area (Pass    *pass,
           AtlNote *note)
{
  AtlArea *area = atl_list_find (atl_board_get_areas (pass->scene->board), atl_note_get_area (note));

  return area != NULL ? g_hash_table_lookup (pass->scene->boxes, area) : ensure_unplaced (pass);
}

static int
count_votes (Pass      *pass,
             AtlNote   *note,
             GPtrArray *stack)
{
  int votes = 0;

  if (pass->tally == NULL)
    return 0;
  votes = atl_tally_get_votes (pass->tally, note);
  for (guint i = 0; stack != NULL && i < stack->len; i++)
    votes += atl_tally_get_votes (pass->tally, stack->pdata[i]);
  return votes;
}

/* Most of a note, or of those in the closed stack under it. */
static guint
count_versions (AtlNote   *note,
                GPtrArray *stack)
{
  AtlValue value = atl_item_peek_value (ATL_ITEM (note), ATL_NOTE_ALTERNATIVES);
  guint    most = value.variant != NULL ? atl_alternatives_count (value.variant) : 0;

  for (guint i = 0; stack != NULL && i < stack->len; i++)
    most = MAX (most, count_versions (stack->pdata[i], NULL));
  return most;
}

static void
add_note (Pass         *pass,
          AtlAreaState *area,
          AtlBoxState  *frame,
          AtlNote      *note,
          GPtrArray    *stack) /* closed, under it */
{
  AtlBoxState *state = ensure (pass->scene, ATL_BOX_NOTE, note, sizeof (AtlBoxState));
  guint        stack_size = stack != NULL ? stack->len + 1 : 1;
  int          votes = count_votes (pass, note, stack);
  guint        versions = count_versions (note, stack);
  gboolean     is_node = area->layout == ATL_LAYOUT_GRAPH;

  g_ptr_array_add (area->members, state);
  if (state->box.area != &area->state.box || state->box.is_node != is_node ||
      state->box.stack_size != stack_size)
    {
      state->height = -1;
      area->dirty = TRUE;
      atl_scene_repaint (pass->scene, state);
    }
  else if (state->box.votes != votes || state->box.versions != versions)
    atl_scene_repaint (pass->scene, state);
  if (state->box.stack != (AtlBox *) frame)
    area->dirty = TRUE;
  state->box.area = &area->state.box;
  state->box.stack = (AtlBox *) frame;
  state->box.is_node = is_node;
  state->box.stack_size = stack_size;
  state->box.votes = votes;
  state->box.versions = versions;
}

static AtlBoxState *
find_frame (AtlScene *self,
            AtlNote  *lead)
{
  GPtrArray *frames = self->kinds[ATL_BOX_STACK];

  for (guint i = 0; i < frames->len; i++)
    if (((AtlBox *) frames->pdata[i])->item == (AtlItem *) lead)
      return frames->pdata[i];
  return NULL;
}

static AtlBoxState *
ensure_frame (AtlScene     *self,
              AtlAreaState *area,
              AtlNote      *lead)
{
  AtlBoxState *frame = find_frame (self, lead);

  if (frame == NULL)
    {
      frame = g_new0 (AtlBoxState, 1);
      frame->box.kind = ATL_BOX_STACK;
      frame->box.item = g_object_ref (ATL_ITEM (lead));
      frame->added = TRUE;
      g_ptr_array_add (self->kinds[ATL_BOX_STACK], frame);
      atl_scene_touch (self, frame);
    }
  frame->box.area = &area->state.box;
  frame->generation = self->work.generation;
  return frame;
}

static void
sync_notes (Pass *pass)
{
  AtlList *notes = atl_board_get_notes (pass->scene->board);
  guint    n_stacks;

  find_stacks (pass);
  n_stacks = g_hash_table_size (pass->stacks);
  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote      *note = atl_list_get (notes, i);
      GPtrArray    *stack = n_stacks > 0 ? g_hash_table_lookup (pass->stacks, note) : NULL;
      AtlAreaState *area;
      AtlBoxState  *frame;

      if (n_stacks > 0 && *atl_note_get_stack (note) != '\0' && atl_note_find_lead (note) != NULL)
        continue;
      area = find_area (pass, note);
      if (stack == NULL || !g_hash_table_contains (pass->scene->open, note))
        {
          add_note (pass, area, NULL, note, stack);
          continue;
        }
      frame = ensure_frame (pass->scene, area, note);
      add_note (pass, area, frame, note, NULL);
      for (guint j = 0; j < stack->len; j++)
        add_note (pass, area, frame, stack->pdata[j], NULL);
    }
}

static gboolean
same_members (GPtrArray *a,
              GPtrArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;
  return TRUE;
}

static void
find_different_areas (Pass *pass)
{
  GPtrArray *areas = pass->scene->kinds[ATL_BOX_AREA];

  for (guint i = 0; i < areas->len; i++)
    {
      AtlAreaState *area = areas->pdata[i];

      if (!same_members (area->members, g_hash_table_lookup (pass->former, area)))
        area->dirty = TRUE;
    }
}

static void
sync_unplaced (Pass *pass)
{
  AtlScene *self = pass->scene;

  if (self->unplaced == NULL)
    return;
  if (self->unplaced->state.generation == self->work.generation)
    {
      g_ptr_array_add (self->kinds[ATL_BOX_AREA], self->unplaced);
      return;
    }
  if (self->unplaced->state.touched)
    g_ptr_array_remove (self->touched, self->unplaced);
  g_ptr_array_add (self->removed, g_steal_pointer (&self->unplaced));
}

/* The box that stands for the note of an id: its own, or that of the stack it is in. */
static AtlBoxState *
find_end (AtlScene   *self,
          const char *id)
{
  AtlNote     *note = atl_list_find (atl_board_get_notes (self->board), id);
  AtlNote     *lead;
  AtlBoxState *state = note != NULL ? g_hash_table_lookup (self->boxes, note) : NULL;

  if (note == NULL || (state != NULL && state->generation == self->work.generation))
    return state;
  lead = atl_note_find_lead (note);
  return lead != NULL ? g_hash_table_lookup (self->boxes, lead) : NULL;
}

/* The line that stands for @link already: a mutual link stated in both directions is one. Links between one
 * pair are few, as are links of a note. */
static AtlLinkState *
find_same (GHashTable  *mutual,
           AtlLink     *link,
           AtlBoxState *from,
           AtlBoxState *to)
{
  GPtrArray *others = g_hash_table_lookup (mutual, MIN (from, to));

  for (guint i = 0; others != NULL && i < others->len; i++)
    {
      AtlLinkState *other = others->pdata[i];

      if (MAX (other->from, other->to) == MAX (from, to) &&
          atl_link_get_kind (ATL_LINK (other->state.box.item)) == atl_link_get_kind (link))
        return other;
    }
  return NULL;
}

static void
remember_mutual (GHashTable   *mutual,
                 AtlLinkState *state)
{
  AtlBoxState *end = MIN (state->from, state->to);
  GPtrArray   *others = g_hash_table_lookup (mutual, end);

  if (others == NULL)
    g_hash_table_insert (mutual, end, others = g_ptr_array_new ());
  g_ptr_array_add (others, state);
}

static void
set_link (AtlScene     *self,
          AtlLinkState *state,
          AtlBoxState  *from,
          AtlBoxState  *to)
{
  if (state->from != from || state->to != to)
    atl_scene_repaint (self, &state->state);
  state->from = from;
  state->to = to;
  state->stated = atl_link_get_strength (ATL_LINK (state->state.box.item));
  g_ptr_array_add (self->kinds[ATL_BOX_LINK], state);
}

static void
sync_link (AtlScene   *self,
           GHashTable *mutual,
           AtlLink    *link)
{
  AtlBoxState  *from = find_end (self, atl_link_get_from (link));
  AtlBoxState  *to = find_end (self, atl_link_get_to (link));
  gboolean      is_mutual = atl_link_painter_is_mutual (atl_link_get_kind (link));
  AtlLinkState *state;

  if (from == NULL || to == NULL || from == to)
    return;
  state = is_mutual ? find_same (mutual, link, from, to) : NULL;
  if (state != NULL)
    {
      state->stated = MAX (state->stated, atl_link_get_strength (link));
      return;
    }
  state = ensure (self, ATL_BOX_LINK, link, sizeof (AtlLinkState));
  set_link (self, state, from, to);
  if (is_mutual)
    remember_mutual (mutual, state);
}

static void
set_strengths (AtlScene *self)
{
  for (guint i = 0; i < self->kinds[ATL_BOX_LINK]->len; i++)
    {
      AtlLinkState *state = self->kinds[ATL_BOX_LINK]->pdata[i];

      if (state->strength != state->stated)
        atl_scene_repaint (self, &state->state);
      state->strength = state->stated;
    }
}

static void
sync_links (Pass *pass)
{
  AtlScene *self = pass->scene;
  AtlList  *links = atl_board_get_links (self->board);

  g_autoptr (GHashTable) mutual =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  g_ptr_array_set_size (self->kinds[ATL_BOX_LINK], 0);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    sync_link (self, mutual, atl_list_get (links, i));
  set_strengths (self);
}

static void
retire (AtlScene    *self,
        AtlBoxState *state)
{
  if (state->touched)
    g_ptr_array_remove_fast (self->touched, state);
  g_ptr_array_add (self->removed, state);
}

static void
sweep_boxes (AtlScene *self)
{
  GHashTableIter iter;
  AtlBoxState   *state;

  g_hash_table_iter_init (&iter, self->boxes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &state))
    if (state->generation != self->work.generation)
      {
        g_hash_table_iter_steal (&iter);
        retire (self, state);
      }
}

static void
sweep_frames (AtlScene *self)
{
  GPtrArray *frames = self->kinds[ATL_BOX_STACK];

  for (guint i = frames->len; i > 0; i--)
    if (((AtlBoxState *) frames->pdata[i - 1])->generation != self->work.generation)
      retire (self, g_ptr_array_remove_index (frames, i - 1));
}

/* Reading order: area by area. */
static void
order_notes (AtlScene *self)
{
  g_ptr_array_set_size (self->kinds[ATL_BOX_NOTE], 0);
  for (guint i = 0; i < self->kinds[ATL_BOX_AREA]->len; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];

      g_ptr_array_extend (self->kinds[ATL_BOX_NOTE], area->members, NULL, NULL);
    }
}

static AtlTally *
count_latest_round (AtlScene *self)
{
  AtlRound *latest = atl_board_find_latest_round (self->board);

  return latest != NULL ? atl_tally_new (latest) : NULL;
}

/**
 * atl_scene_sync_boxes:
 * @self: a scene
 *
 * Makes the boxes those of the board as it is now. Areas whose notes are not the same any more become dirty.
 */
void
atl_scene_sync_boxes (AtlScene *self)
{
  Pass pass = { self, NULL, NULL, NULL };

  self->work.structure = FALSE;
  self->work.layout = TRUE;
  self->work.generation++;
  pass.stacks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  pass.former = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  pass.tally = count_latest_round (self);
  sync_areas (&pass);
  sync_notes (&pass);
  sync_unplaced (&pass);
  find_different_areas (&pass);
  sync_links (&pass);
  sweep_frames (self);
  sweep_boxes (self);
  order_notes (self);
  g_clear_pointer (&pass.tally, atl_tally_unref);
  g_hash_table_unref (pass.former);
  g_hash_table_unref (pass.stacks);
}
