/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/tools/atl-selection.h"

/**
 * AtlSelection:
 *
 * The selected notes of a board, in the order they were selected, and the cursor: the note that has the
 * focus when the board has it.
 */
struct _AtlSelection
{
  GObject parent_instance;

  GPtrArray  *notes; /* of AtlNote, owned */
  GHashTable *set;
  AtlNote    *cursor;
};

G_DEFINE_FINAL_TYPE (AtlSelection, atl_selection, G_TYPE_OBJECT)

enum
{
  CHANGED,
  CURSOR_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static gboolean
add (AtlSelection *self,
     AtlNote      *note)
{
  if (!g_hash_table_add (self->set, note))
    return FALSE;
  g_ptr_array_add (self->notes, g_object_ref (note));
  return TRUE;
}

static gboolean
drop (AtlSelection *self,
      AtlNote      *note)
{
  return g_hash_table_remove (self->set, note) && g_ptr_array_remove (self->notes, note);
}

static gboolean
holds_exactly (AtlSelection *self,
               GPtrArray    *notes)
{
  if (notes->len != self->notes->len)
    return FALSE;
  for (guint i = 0; i < notes->len; i++)
    if (!g_hash_table_contains (self->set, notes->pdata[i]))
      return FALSE;
  return TRUE;
}

static void
atl_selection_dispose (GObject *object)
{
  AtlSelection *self = ATL_SELECTION (object);

  g_hash_table_remove_all (self->set);
  g_ptr_array_set_size (self->notes, 0);
  g_clear_object (&self->cursor);
  G_OBJECT_CLASS (atl_selection_parent_class)->dispose (object);
}

static void
atl_selection_finalize (GObject *object)
{
  AtlSelection *self = ATL_SELECTION (object);

  g_hash_table_unref (self->set);
  g_ptr_array_unref (self->notes);
  G_OBJECT_CLASS (atl_selection_parent_class)->finalize (object);
}

static void
atl_selection_class_init (AtlSelectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = atl_selection_dispose;
  object_class->finalize = atl_selection_finalize;

  /**
   * AtlSelection::changed:
   *
   * Other notes are selected.
   */
  signals[CHANGED] = g_signal_new ("changed", ATL_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  /**
   * AtlSelection::cursor-changed:
   *
   * Another note has the cursor.
   */
  signals[CURSOR_CHANGED] = g_signal_new ("cursor-changed", ATL_TYPE_SELECTION, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
}

static void
atl_selection_init (AtlSelection *self)
{
  self->notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->set = g_hash_table_new (NULL, NULL);
}

/**
 * atl_selection_new:
 *
 * Returns: (transfer full): an empty selection
 */
AtlSelection *
atl_selection_new (void)
{
  return g_object_new (ATL_TYPE_SELECTION, NULL);
}

/**
 * atl_selection_get_notes:
 * @self: a selection
 *
 * Returns: (transfer none) (element-type AtlNote): the selected notes; changes with the selection
 */
GPtrArray *
atl_selection_get_notes (AtlSelection *self)
{
  g_return_val_if_fail (ATL_IS_SELECTION (self), NULL);
  return self->notes;
}

/**
 * atl_selection_get_size:
 * @self: a selection
 *
 * Returns: how many notes are selected
 */
guint
atl_selection_get_size (AtlSelection *self)
{
  g_return_val_if_fail (ATL_IS_SELECTION (self), 0);
  return self->notes->len;
}

/**
 * atl_selection_contains:
 * @self: a selection
 * @note: a note
 *
 * Returns: whether @note is selected
 */
gboolean
atl_selection_contains (AtlSelection *self,
                        AtlNote      *note)
{
  return g_hash_table_contains (self->set, note);
}

/**
 * atl_selection_set:
 * @self: a selection
 * @notes: (element-type AtlNote): the notes to select, in their order
 */
void
atl_selection_set (AtlSelection *self,
                   GPtrArray    *notes)
{
  g_return_if_fail (ATL_IS_SELECTION (self));

  if (holds_exactly (self, notes))
    return;
  g_autoptr (GPtrArray) kept = g_ptr_array_copy (notes, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  g_ptr_array_set_free_func (kept, g_object_unref);
  g_hash_table_remove_all (self->set);
  g_ptr_array_set_size (self->notes, 0);
  for (guint i = 0; i < kept->len; i++)
    add (self, kept->pdata[i]);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atl_selection_set_one:
 * @self: a selection
 * @note: (nullable): the only note to select, or %NULL to select nothing
 */
void
atl_selection_set_one (AtlSelection *self,
                       AtlNote      *note)
{
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  if (note != NULL)
    g_ptr_array_add (notes, note);
  atl_selection_set (self, notes);
}

/**
 * atl_selection_toggle:
 * @self: a selection
 * @note: a note that is selected if it was not, and the other way round
 */
void
atl_selection_toggle (AtlSelection *self,
                      AtlNote      *note)
{
  g_return_if_fail (ATL_IS_SELECTION (self));

  if (!drop (self, note))
    add (self, note);
  g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atl_selection_forget:
 * @self: a selection
 * @note: a note that is gone
 */
void
atl_selection_forget (AtlSelection *self,
                      AtlNote      *note)
{
  g_return_if_fail (ATL_IS_SELECTION (self));

  if (self->cursor == note)
    atl_selection_set_cursor (self, NULL);
  if (drop (self, note))
    g_signal_emit (self, signals[CHANGED], 0);
}

/**
 * atl_selection_get_cursor:
 * @self: a selection
 *
 * Returns: (transfer none) (nullable): the note that has the cursor
 */
AtlNote *
atl_selection_get_cursor (AtlSelection *self)
{
  g_return_val_if_fail (ATL_IS_SELECTION (self), NULL);
  return self->cursor;
}

/**
 * atl_selection_set_cursor:
 * @self: a selection
 * @note: (nullable): the note that has the cursor from now on
 */
void
atl_selection_set_cursor (AtlSelection *self,
                          AtlNote      *note)
{
  g_return_if_fail (ATL_IS_SELECTION (self));

  if (g_set_object (&self->cursor, note))
    g_signal_emit (self, signals[CURSOR_CHANGED], 0);
}
