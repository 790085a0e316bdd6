/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-tally.h"
#include "model/atl-alternatives.h"
#include "model/atl-edits.h"
#include "model/atl-guides.h"
#include "model/atl-links.h"
#include "scene/atl-key-private.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-map-shape.h"
#include "scene/atl-scene-links.h"
#include "scene/atl-scene-layout.h"
#include "scene/atl-scene-private.h"

#include <string.h>

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

/* An area that is a map no more. */
static void
forget_map (AtlScene     *self,
            AtlAreaState *area)
{
  atl_map_names_drop (self, area);
  area->state.box.scale = 1;
  area->filled = 0;
  g_clear_pointer (&area->shape, atl_map_shape_free);
}

static void
set_guides (AtlAreaState *area)
{
  gboolean guides = atl_area_has_guides (ATL_AREA (area->state.box.item));

  area->dirty |= guides != area->guides;
  area->guides = guides;
}

static void
sync_areas (Pass *pass)
{
  AtlScene *self = pass->scene;
  AtlList  *areas = atl_board_get_areas (self->board);

  g_ptr_array_set_size (self->kinds[ATL_BOX_AREA], 0);
  g_ptr_array_set_size (self->kinds[ATL_BOX_NAMES], 0);
  for (guint i = 0; i < atl_list_get_length (areas); i++)
    {
      AtlAreaState *area = ensure (self, ATL_BOX_AREA, atl_list_get (areas, i), sizeof (AtlAreaState));

      if (area->state.added && area->members == NULL)
        {
          area->header = -1;
          area->dirty = TRUE;
        }
      area->layout = atl_area_get_layout (ATL_AREA (area->state.box.item));
      if (area->layout != ATL_LAYOUT_GRAPH)
        forget_map (self, area);
      else
        atl_map_names_sync (self, area);
      set_guides (area);
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

/* Nobody knows a hidden box: it counts as not added yet. */
static void
set_hidden (AtlScene    *self,
            AtlBoxState *state,
            gboolean     hidden)
{
  if (state->hidden == hidden)
    return;
  state->hidden = hidden;
  if (!hidden)
    atl_scene_touch (self, state);
  else if (!state->added)
    {
      g_ptr_array_add (self->map.hiding, state);
      state->added = TRUE;
    }
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
  set_hidden (pass->scene, state, is_node && pass->scene->map.view == ATL_MAP_SILOS);
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

/* What the header of an open stack says. */
static void
set_total (Pass        *pass,
           AtlBoxState *frame,
           AtlNote     *lead,
           GPtrArray   *stack)
{
  int votes = count_votes (pass, lead, stack);

  if (frame->box.stack_size != stack->len + 1 || frame->box.votes != votes)
    atl_scene_repaint (pass->scene, frame);
  frame->box.stack_size = stack->len + 1;
  frame->box.votes = votes;
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
      set_total (pass, frame, note, stack);
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

/* Statements of the same are one line: those of both sides, and a mutual link drawn in both directions. */
static guint
line_hash (gconstpointer key)
{
  const AtlLinkState *line = key;
  gsize               ends = line->mutual ? (gsize) line->from ^ (gsize) line->to
                                          : (gsize) line->from * 31 + (gsize) line->to;

  return (guint) (ends >> 4) * 31 + (guint) line->kind;
}

static gboolean
line_equal (gconstpointer a,
            gconstpointer b)
{
  const AtlLinkState *one = a;
  const AtlLinkState *other = b;

  if (one->kind != other->kind)
    return FALSE;
  return (one->from == other->from && one->to == other->to) ||
         (one->mutual && one->from == other->to && one->to == other->from);
}

static void
set_line (AtlScene           *self,
          AtlLinkState       *state,
          const AtlLinkState *key)
{
  if (state->from != key->from || state->to != key->to || state->kind != key->kind)
    atl_scene_repaint (self, &state->state);
  state->from = key->from;
  state->to = key->to;
  state->kind = key->kind;
  state->mutual = key->mutual;
  memset (state->stated, 0, sizeof state->stated);
}

/* What the side that the line leaves says comes first, whichever way the statement was drawn. */
static void
take_statement (AtlLinkState       *line,
                const AtlLinkState *drawn,
                AtlLink            *link)
{
  guint by = atl_link_get_declared_by (link);
  int   strength = CLAMP (atl_link_get_strength (link), 1, 5);

  if (drawn->from != line->from && by != ATL_DECLARED_BY_BOTH)
    by = by == ATL_DECLARED_BY_FROM ? ATL_DECLARED_BY_TO : ATL_DECLARED_BY_FROM;
  if (by < ATL_N_SIDES)
    line->stated[by] = MAX (line->stated[by], strength);
}

/* The lines of a map are kept with its area; those that nobody is told about nowhere else. */
static void
keep_line (AtlScene     *self,
           AtlLinkState *line)
{
  AtlAreaState *area = atl_area_state (line->from->box.area);
  gboolean      inside = line->from->box.is_node && line->from->box.area == line->to->box.area;

  if (inside && area->links == NULL)
    area->links = g_ptr_array_new ();
  if (inside)
    g_ptr_array_add (area->links, line);
  set_hidden (self, &line->state, line->from->hidden || line->to->hidden);
  if (!line->state.hidden)
    g_ptr_array_add (self->kinds[ATL_BOX_LINK], line);
}

static void
sync_link (AtlScene   *self,
           GHashTable *lines,
           AtlLink    *link)
{
  AtlLinkState  key = { .from = find_end (self, atl_link_get_from (link)),
                        .to = find_end (self, atl_link_get_to (link)),
                        .kind = atl_link_get_kind (link),
                        .mutual = atl_link_kind_is_mutual (atl_link_get_kind (link)) };
  AtlLinkState *line;

  if (key.from == NULL || key.to == NULL || key.from == key.to)
    return;
  line = g_hash_table_lookup (lines, &key);
  if (line == NULL)
    {
      line = ensure (self, ATL_BOX_LINK, link, sizeof (AtlLinkState));
      set_line (self, line, &key);
      keep_line (self, line);
      g_hash_table_add (lines, line);
    }
  else
    g_hash_table_insert (self->map.lines, link, line);
  take_statement (line, &key, link);
}

static void
weigh_line (gpointer key,
            gpointer value,
            gpointer data)
{
  AtlLinkState *line = key;

  if (memcmp (line->stated, line->said, sizeof line->said) == 0)
    return;
  memcpy (line->said, line->stated, sizeof line->said);
  line->strength = MAX (MAX (line->said[0], line->said[1]), line->said[2]);
  atl_scene_repaint (data, &line->state);
}

/* What the lines of each area were goes to @former. */
static void
forget_lines (AtlScene   *self,
              GHashTable *former)
{
  g_ptr_array_set_size (self->kinds[ATL_BOX_LINK], 0);
  g_hash_table_remove_all (self->map.lines);
  for (guint i = 0; i < self->kinds[ATL_BOX_AREA]->len; i++)
    {
      AtlAreaState *area = self->kinds[ATL_BOX_AREA]->pdata[i];

      if (area->links != NULL)
        g_hash_table_insert (former, area, g_steal_pointer (&area->links));
    }
}

/* A line that is gone touches nothing that is left: the map itself has to know. */
static void
find_different_maps (AtlScene   *self,
                     GHashTable *former)
{
  GHashTableIter iter;
  AtlAreaState  *area;
  GPtrArray     *links;

  g_hash_table_iter_init (&iter, former);
  while (g_hash_table_iter_next (&iter, (gpointer *) &area, (gpointer *) &links))
    if (links->len > 0 && !same_members (area->links, links))
      atl_scene_repaint (self, &area->state);
}

static void
sync_links (Pass *pass)
{
  AtlScene              *self = pass->scene;
  AtlList               *links = atl_board_get_links (self->board);
  g_autoptr (GHashTable) lines = g_hash_table_new (line_hash, line_equal);
  g_autoptr (GHashTable) former =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);

  forget_lines (self, former);
  for (guint i = 0; i < atl_list_get_length (links); i++)
    sync_link (self, lines, atl_list_get (links, i));
  g_hash_table_foreach (lines, weigh_line, self);
  find_different_maps (self, former);
  atl_scene_map_light_lines (self);
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
        if (state->box.kind == ATL_BOX_AREA)
          atl_map_names_drop (self, (AtlAreaState *) state);
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

      if (area->layout != ATL_LAYOUT_GRAPH || self->map.view != ATL_MAP_SILOS)
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
  atl_scene_keys_sync (self);
  sync_areas (&pass);
  sync_notes (&pass);
  sync_unplaced (&pass);
  atl_layout_rows_sync (self);
  find_different_areas (&pass);
  sync_links (&pass);
  sweep_frames (self);
  sweep_boxes (self);
  atl_scene_links_sync (self);
  order_notes (self);
  atl_scene_keys_refresh (self);
  g_clear_pointer (&pass.tally, atl_tally_unref);
  g_hash_table_unref (pass.former);
  g_hash_table_unref (pass.stacks);
}
