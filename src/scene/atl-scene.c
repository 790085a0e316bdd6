/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-scene-private.h"

#include "model/atl-change.h"
#include "scene/atl-map-shape.h"
#include "scene/atl-term-marks.h"

/**
 * AtlScene:
 *
 * Where everything of a board stands and what it looks like. It follows the board: changes are gathered and
 * taken in at once, before the next frame or with the next call.
 */
G_DEFINE_FINAL_TYPE (AtlScene, atl_scene, G_TYPE_OBJECT)

enum
{
  BOX_ADDED,
  BOX_REMOVED,
  BOX_CHANGED,
  BOUNDS_CHANGED,
  LIT_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/**
 * atl_area_state:
 * @box: the box of an area
 *
 * Returns: (transfer none): what the scene knows about it
 */
AtlAreaState *
atl_area_state (AtlBox *box)
{
  g_assert (box->kind == ATL_BOX_AREA);
  return (AtlAreaState *) box;
}

static void
drop_lists (AtlBoxState *state)
{
  for (guint i = 0; i < ATL_N_DETAILS; i++)
    g_clear_pointer (&state->lists[i], atl_display_list_unref);
}

/**
 * atl_box_state_free:
 * @state: (transfer full): a box with all that hangs on it
 */
void
atl_box_state_free (gpointer state)
{
  AtlBoxState *self = state;

  drop_lists (self);
  if (self->box.kind == ATL_BOX_AREA)
    {
      g_clear_pointer (&((AtlAreaState *) self)->members, g_ptr_array_unref);
      g_clear_pointer (&((AtlAreaState *) self)->links, g_ptr_array_unref);
      g_clear_pointer (&((AtlAreaState *) self)->shape, atl_map_shape_free);
    }
  g_clear_object (&self->box.item);
  g_free (self->gist);
  g_free (self);
}

/**
 * atl_scene_touch:
 * @self: a scene
 * @state: a box
 *
 * Remembers to tell about @state at the end of the update.
 */
void
atl_scene_touch (AtlScene    *self,
                 AtlBoxState *state)
{
  if (state->touched)
    return;
  state->touched = TRUE;
  g_ptr_array_add (self->touched, state);
}

/**
 * atl_scene_repaint:
 * @self: a scene
 * @state: a box that looks different now
 */
void
atl_scene_repaint (AtlScene    *self,
                   AtlBoxState *state)
{
  drop_lists (state);
  state->box.serial++;
  atl_scene_touch (self, state);
}

static gboolean
update_cb (gpointer data)
{
  atl_scene_update (data);
  return G_SOURCE_REMOVE;
}

static void
cancel_update (AtlScene *self)
{
  if (self->work.idle != NULL)
    g_source_destroy (self->work.idle);
  g_clear_pointer (&self->work.idle, g_source_unref);
}

/**
 * atl_scene_schedule:
 * @self: a scene
 *
 * Makes sure that there is an update before the next frame: in the main context of the calling thread, so
 * that a scene made in a thread, for an export, is never touched by the main loop.
 */
void
atl_scene_schedule (AtlScene *self)
{
  if (self->work.idle != NULL)
    return;
  self->work.idle = g_idle_source_new ();
  g_source_set_priority (self->work.idle, G_PRIORITY_HIGH_IDLE);
  g_source_set_callback (self->work.idle, update_cb, self, NULL);
  g_source_attach (self->work.idle, g_main_context_get_thread_default ());
}

static void
session_changed_cb (AtlSession *session,
                    AtlChange  *change,
                    AtlScene   *self)
{
  atl_scene_take_change (self, change);
}

/* What is hidden stays as it is, for nobody else but the scene. */
static void
tell_hidden (AtlScene *self)
{
  g_autoptr (GPtrArray) hiding = self->map.hiding;

  self->map.hiding = g_ptr_array_new ();
  for (guint i = 0; i < hiding->len; i++)
    g_signal_emit (self, signals[BOX_REMOVED], 0, hiding->pdata[i]);
}

static void
tell_removed (AtlScene *self)
{
  g_autoptr (GPtrArray) removed = self->removed;

  self->removed = g_ptr_array_new_with_free_func (atl_box_state_free);
  for (guint i = 0; i < removed->len; i++)
    if (!((AtlBoxState *) removed->pdata[i])->added)
      g_signal_emit (self, signals[BOX_REMOVED], 0, removed->pdata[i]);
}

static void
tell_touched (AtlScene *self)
{
  g_autoptr (GPtrArray) touched = self->touched;

  self->touched = g_ptr_array_new ();
  for (guint i = 0; i < touched->len; i++)
    ((AtlBoxState *) touched->pdata[i])->touched = FALSE;
  for (guint i = 0; i < touched->len; i++)
    {
      AtlBoxState *state = touched->pdata[i];
      guint        signal = state->added ? BOX_ADDED : BOX_CHANGED;

      if (state->hidden)
        continue;
      state->added = FALSE;
      g_signal_emit (self, signals[signal], 0, state);
    }
}

/**
 * atl_scene_tell_lit:
 * @self: a scene
 *
 * Tells that other boxes fade.
 */
void
atl_scene_tell_lit (AtlScene *self)
{
  g_signal_emit (self, signals[LIT_CHANGED], 0);
}

/**
 * atl_scene_update:
 * @self: a scene
 *
 * Takes in what changed since the last update, and tells about it. Does nothing if nothing did.
 */
void
atl_scene_update (AtlScene *self)
{
  AtlRect  before = self->bounds;
  gboolean lit = FALSE;

  g_return_if_fail (ATL_IS_SCENE (self));

  if (self->work.updating)
    return;
  self->work.updating = TRUE;
  cancel_update (self);
  if (self->work.structure)
    {
      atl_scene_sync_boxes (self);
      lit = atl_scene_light_boxes (self);
    }
  if (self->work.layout)
    atl_scene_place_boxes (self);
  atl_term_marks_update (self);
  tell_hidden (self);
  tell_removed (self);
  tell_touched (self);
  if (!atl_rect_equal (before, self->bounds))
    g_signal_emit (self, signals[BOUNDS_CHANGED], 0);
  if (lit)
    atl_scene_tell_lit (self);
  self->work.updating = FALSE;
}

static void
atl_scene_dispose (GObject *object)
{
  AtlScene *self = ATL_SCENE (object);

  cancel_update (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_scene_parent_class)->dispose (object);
}

static void
atl_scene_finalize (GObject *object)
{
  AtlScene *self = ATL_SCENE (object);

  g_clear_pointer (&self->touched, g_ptr_array_unref);
  g_clear_pointer (&self->removed, g_ptr_array_unref);
  for (guint i = 0; i < ATL_N_BOX_KINDS; i++)
    {
      if (i == ATL_BOX_STACK || i == ATL_BOX_NAMES)
        g_ptr_array_foreach (self->kinds[i], (GFunc) (void (*) (void)) atl_box_state_free, NULL);
      g_clear_pointer (&self->kinds[i], g_ptr_array_unref);
    }
  g_clear_pointer (&self->boxes, g_hash_table_unref);
  if (self->unplaced != NULL)
    atl_box_state_free (self->unplaced);
  g_clear_pointer (&self->open, g_hash_table_unref);
  g_clear_pointer (&self->text, atl_text_maker_free);
  g_clear_pointer (&self->words.unplaced_title, g_free);
  g_clear_pointer (&self->words.hidden_label, g_free);
  atl_term_marks_clear (self);
  atl_scene_map_clear (self);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (atl_scene_parent_class)->finalize (object);
}

static guint
add_signal (AtlSceneClass *klass,
            const char    *name,
            gboolean       with_box)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                       with_box ? 1 : 0, G_TYPE_POINTER);
}

static void
atl_scene_class_init (AtlSceneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atl_scene_dispose;
  object_class->finalize = atl_scene_finalize;

  signals[BOX_ADDED] = add_signal (klass, "box-added", TRUE);
  signals[BOX_REMOVED] = add_signal (klass, "box-removed", TRUE);
  signals[BOX_CHANGED] = add_signal (klass, "box-changed", TRUE);
  signals[BOUNDS_CHANGED] = add_signal (klass, "bounds-changed", FALSE);
  signals[LIT_CHANGED] = add_signal (klass, "lit-changed", FALSE);
}

static void
atl_scene_init (AtlScene *self)
{
  self->text = atl_text_maker_new ();
  self->words.unplaced_title = g_strdup ("");
  self->words.hidden_label = g_strdup ("");
  atl_scene_map_init (self);
  self->boxes = g_hash_table_new_full (NULL, NULL, NULL, atl_box_state_free);
  self->touched = g_ptr_array_new ();
  self->removed = g_ptr_array_new_with_free_func (atl_box_state_free);
  self->open = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  for (guint i = 0; i < ATL_N_BOX_KINDS; i++)
    self->kinds[i] = g_ptr_array_new ();
  self->work.structure = TRUE;
  self->work.layout = TRUE;
}

/**
 * atl_scene_new:
 * @board: a board
 *
 * Returns: (transfer full): the scene of @board; it follows the board as long as it is in a session
 */
AtlScene *
atl_scene_new (AtlBoard *board)
{
  AtlScene *self = g_object_new (ATL_TYPE_SCENE, NULL);

  g_return_val_if_fail (ATL_IS_BOARD (board), NULL);

  self->board = g_object_ref (board);
  self->session = atl_item_get_session (ATL_ITEM (board));
  if (self->session != NULL)
    {
      g_object_ref (self->session);
      g_signal_connect (self->session, "changed", G_CALLBACK (session_changed_cb), self);
    }
  atl_scene_update (self);
  return self;
}

/**
 * atl_scene_get_board:
 * @self: a scene
 *
 * Returns: (transfer none): the board
 */
AtlBoard *
atl_scene_get_board (AtlScene *self)
{
  g_return_val_if_fail (ATL_IS_SCENE (self), NULL);
  return self->board;
}

/**
 * atl_scene_get_theme:
 * @self: a scene
 *
 * Returns: the theme that display lists are made for, light at first
 */
AtlTheme
atl_scene_get_theme (AtlScene *self)
{
  g_return_val_if_fail (ATL_IS_SCENE (self), ATL_THEME_LIGHT);
  return self->theme;
}

static void
repaint_kind (AtlScene  *self,
              AtlBoxKind kind)
{
  GPtrArray *boxes = atl_scene_get_boxes (self, kind);

  for (guint i = 0; i < boxes->len; i++)
    atl_scene_repaint (self, boxes->pdata[i]);
}

/**
 * atl_scene_set_theme:
 * @self: a scene
 * @theme: a theme
 *
 * Makes display lists in the colors of @theme from now on. Nothing moves.
 */
void
atl_scene_set_theme (AtlScene *self,
                     AtlTheme  theme)
{
  g_return_if_fail (ATL_IS_SCENE (self) && theme < ATL_N_THEMES);

  if (self->theme == theme)
    return;
  self->theme = theme;
  for (guint i = 0; i < ATL_N_BOX_KINDS; i++)
    repaint_kind (self, i);
  atl_scene_schedule (self);
}

/**
 * atl_scene_set_unplaced_title:
 * @self: a scene
 * @title: what stands over the notes that no area of the board holds, already translated
 */
void
atl_scene_set_unplaced_title (AtlScene   *self,
                              const char *title)
{
  g_return_if_fail (ATL_IS_SCENE (self) && title != NULL);

  if (g_str_equal (self->words.unplaced_title, title))
    return;
  g_free (self->words.unplaced_title);
  self->words.unplaced_title = g_strdup (title);
  if (self->unplaced == NULL)
    return;
  self->unplaced->header = -1;
  self->unplaced->dirty = TRUE;
  self->work.layout = TRUE;
  atl_scene_repaint (self, &self->unplaced->state);
  atl_scene_schedule (self);
}

/**
 * atl_scene_set_locks_shown:
 * @self: a new scene
 * @shown: whether titles of locked areas have a padlock; paper has none
 */
void
atl_scene_set_locks_shown (AtlScene *self,
                           gboolean  shown)
{
  g_return_if_fail (ATL_IS_SCENE (self));
  self->words.locks = shown;
}

/**
 * atl_scene_set_versions_label:
 * @self: a scene
 * @label: (scope forever): says "2 versions", already translated
 * @data: for @label, valid as long as the scene
 *
 * Words the mark of notes of which a merge kept several versions.
 */
void
atl_scene_set_versions_label (AtlScene     *self,
                              AtlCountLabel label,
                              gconstpointer data)
{
  g_return_if_fail (ATL_IS_SCENE (self));

  self->words.label = label;
  self->words.data = data;
  repaint_kind (self, ATL_BOX_NOTE);
  atl_scene_schedule (self);
}

/**
 * atl_scene_set_stack_open:
 * @self: a scene
 * @lead: the lead of a stack
 * @open: whether its notes are shown side by side in a frame
 *
 * Opens or closes a stack in this view of the board; the board itself does not change.
 */
void
atl_scene_set_stack_open (AtlScene *self,
                          AtlNote  *lead,
                          gboolean  open)
{
  g_return_if_fail (ATL_IS_SCENE (self) && ATL_IS_NOTE (lead));

  if (g_hash_table_contains (self->open, lead) == open)
    return;
  if (open)
    g_hash_table_add (self->open, g_object_ref (lead));
  else
    g_hash_table_remove (self->open, lead);
  self->work.structure = TRUE;
  self->work.layout = TRUE;
  atl_scene_schedule (self);
}

/**
 * atl_scene_get_stack_open:
 * @self: a scene
 * @lead: a note
 *
 * Tells whether the stack under @lead is open. It stays so while the note leads nothing.
 */
gboolean
atl_scene_get_stack_open (AtlScene *self,
                          AtlNote  *lead)
{
  g_return_val_if_fail (ATL_IS_SCENE (self), FALSE);
  return g_hash_table_contains (self->open, lead);
}
