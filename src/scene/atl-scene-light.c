/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"
#include "scene/atl-link-painter.h"
#include "scene/atl-scene-private.h"
#include "util/atl-sets.h"

/* What is lit stays as it is and all else fades. Nodes and lines of maps are painted faded, since hulls and
 * bands fade with them; everything else keeps its display list, and whoever draws it makes it fade: lighting
 * other notes with each key that is typed costs no layout of text. */

/**
 * atl_scene_map_is_lit:
 * @scene: a scene
 * @item: (nullable): a note, link or silo
 *
 * Returns: whether it is drawn in full, not faded
 */
gboolean
atl_scene_map_is_lit (AtlScene *scene,
                      gpointer  item)
{
  return scene->map.lit == NULL || (item != NULL && g_hash_table_contains (scene->map.lit, item));
}

/* Lines of links in @table that are not drawn by themselves. */
static GHashTable *
find_lines (AtlScene   *scene,
            GHashTable *table)
{
  GHashTable    *lines = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       link, line;

  g_hash_table_iter_init (&iter, scene->map.lines);
  while (g_hash_table_iter_next (&iter, &link, &line))
    if (g_hash_table_contains (table, link))
      g_hash_table_add (lines, line);
  return lines;
}

/**
 * atl_scene_map_light_lines:
 * @scene: a scene whose lines, or what is lit or marked, are others now
 *
 * Finds the lines of lit and marked links that are not drawn by themselves.
 */
void
atl_scene_map_light_lines (AtlScene *scene)
{
  g_clear_pointer (&scene->map.lit_lines, g_hash_table_unref);
  g_clear_pointer (&scene->map.marked_lines, g_hash_table_unref);
  if (scene->map.lit != NULL)
    scene->map.lit_lines = find_lines (scene, scene->map.lit);
  if (scene->map.marks != NULL)
    scene->map.marked_lines = find_lines (scene, scene->map.marks);
}

/* Leads of stacks with a lit note, which stand for it while the stack is closed. */
static GHashTable *
find_lit_leads (AtlScene *self)
{
  GHashTable    *leads = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer       item;

  g_hash_table_iter_init (&iter, self->map.lit);
  while (g_hash_table_iter_next (&iter, &item, NULL))
    if (ATL_IS_NOTE (item) && atl_item_get_parent (item) == (AtlItem *) self->board)
      {
        AtlNote *lead = atl_note_find_lead (item);

        g_hash_table_add (leads, lead != NULL ? (gpointer) lead : item);
      }
  return leads;
}

static gboolean
is_in_light (AtlScene    *self,
             GHashTable  *leads,
             AtlBoxState *state)
{
  gboolean closed = state->box.stack == NULL && state->box.stack_size > 1;

  if (state->box.kind == ATL_BOX_LINK && self->map.lit_lines != NULL &&
      g_hash_table_contains (self->map.lit_lines, state))
    return TRUE;
  if ((closed || state->box.kind == ATL_BOX_STACK) && g_hash_table_contains (leads, state->box.item))
    return TRUE;
  return g_hash_table_contains (self->map.lit, state->box.item);
}

/* Lines between nodes are painted by their map. */
static gboolean
fades_by_itself (AtlBoxState *state)
{
  AtlLinkState *line = (AtlLinkState *) state;

  if (state->box.kind == ATL_BOX_LINK)
    return !line->from->box.is_node || !line->to->box.is_node;
  return !state->box.is_node;
}

/**
 * atl_scene_light_boxes:
 * @self: a scene of which boxes, or what is lit, are others now
 *
 * Finds the boxes that fade.
 *
 * Returns: whether one fades that did not, or the other way round
 */
gboolean
atl_scene_light_boxes (AtlScene *self)
{
  static const AtlBoxKind kinds[] = { ATL_BOX_LINK, ATL_BOX_STACK, ATL_BOX_NOTE };
  g_autoptr (GHashTable)  leads = self->map.lit != NULL ? find_lit_leads (self) : NULL;
  gboolean                changed = FALSE;

  if (leads == NULL && !self->map.fades)
    return FALSE;
  self->map.fades = leads != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint j = 0; j < self->kinds[kinds[i]]->len; j++)
      {
        AtlBoxState *state = self->kinds[kinds[i]]->pdata[j];
        gboolean     faded = leads != NULL && fades_by_itself (state) && !is_in_light (self, leads, state);

        changed = changed || state->faded != faded;
        state->faded = faded;
      }
  return changed;
}

/**
 * atl_scene_get_faded:
 * @self: a scene
 * @box: a box of it
 *
 * Returns: whether @box is to be drawn faded; its display list does not say it
 */
gboolean
atl_scene_get_faded (AtlScene *self,
                     AtlBox   *box)
{
  return ((AtlBoxState *) box)->faded;
}

/**
 * atl_scene_set_lit:
 * @self: a scene
 * @items: (nullable) (element-type AtlItem): a set of notes, links and silos; %NULL for all. It is copied.
 *
 * Fades everything else on the board. What is in a closed stack is shown by its lead.
 */
void
atl_scene_set_lit (AtlScene   *self,
                   GHashTable *items)
{
  g_return_if_fail (ATL_IS_SCENE (self));

  atl_scene_update (self);
  if (atl_set_equal (self->map.lit, items))
    return;
  atl_scene_map_take_table (self, &self->map.lit, items);
  atl_scene_map_light_lines (self);
  if (atl_scene_light_boxes (self))
    atl_scene_tell_lit (self);
}
