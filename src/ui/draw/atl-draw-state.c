/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draw/atl-draw-state.h"

#define KEY "atl-draw-state"
#define UNTOLD (-1)

/* Hangs on the document, which is open in one window. */
typedef struct
{
  AtlDrawBag *bag;
  GPtrArray  *shown;                /* ids of people, in the order in which they were drawn */
  GHashTable *spoken;               /* "board person" to GINT_TO_POINTER (gboolean), as ticked */
  GtkWidget  *windows[ATL_N_DRAWS]; /* weak */
} State;

static void
state_free (gpointer data)
{
  State *state = data;

  for (guint i = 0; i < ATL_N_DRAWS; i++)
    g_clear_weak_pointer (&state->windows[i]);
  atl_draw_bag_free (state->bag);
  g_ptr_array_unref (state->shown);
  g_hash_table_unref (state->spoken);
  g_free (state);
}

static State *
get_state (AtlDocument *document)
{
  State *state = g_object_get_data (G_OBJECT (document), KEY);

  if (state != NULL)
    return state;
  state = g_new0 (State, 1);
  state->bag = atl_draw_bag_new (g_random_int ());
  state->shown = g_ptr_array_new_with_free_func (g_free);
  state->spoken = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_object_set_data_full (G_OBJECT (document), KEY, state, state_free);
  return state;
}

/**
 * atl_draw_state_get_bag:
 * @document: a document
 *
 * Returns: (transfer none): who was drawn since it was opened
 */
AtlDrawBag *
atl_draw_state_get_bag (AtlDocument *document)
{
  return get_state (document)->bag;
}

/**
 * atl_draw_state_get_shown:
 * @document: a document
 *
 * Returns: (transfer none) (element-type utf8): the ids of the people who were drawn, in that order
 */
GPtrArray *
atl_draw_state_get_shown (AtlDocument *document)
{
  return get_state (document)->shown;
}

static char *
dup_key (AtlBoard   *board,
         const char *person)
{
  return g_strconcat (board != NULL ? atl_item_get_id (ATL_ITEM (board)) : "", " ", person, NULL);
}

/**
 * atl_draw_state_get_spoken:
 * @document: a document
 * @board: (nullable): what was spoken about
 * @person: the id of a person
 *
 * Returns: whether somebody ticked that they have spoken, or have not; -1 if nobody touched it
 */
int
atl_draw_state_get_spoken (AtlDocument *document,
                           AtlBoard    *board,
                           const char  *person)
{
  g_autofree char *key = dup_key (board, person);
  gpointer         spoken = NULL;

  if (!g_hash_table_lookup_extended (get_state (document)->spoken, key, NULL, &spoken))
    return UNTOLD;
  return GPOINTER_TO_INT (spoken);
}

/**
 * atl_draw_state_set_spoken:
 * @document: a document
 * @board: (nullable): what was spoken about
 * @person: the id of a person
 * @spoken: whether they have spoken
 */
void
atl_draw_state_set_spoken (AtlDocument *document,
                           AtlBoard    *board,
                           const char  *person,
                           gboolean     spoken)
{
  g_hash_table_insert (get_state (document)->spoken, dup_key (board, person),
                       GINT_TO_POINTER (spoken ? 1 : 0));
}

/**
 * atl_draw_state_get_window:
 * @document: a document
 * @kind: which window
 *
 * Returns: (transfer none) (nullable): the window, if it is open
 */
GtkWidget *
atl_draw_state_get_window (AtlDocument *document,
                           AtlDrawKind  kind)
{
  return get_state (document)->windows[kind];
}

/**
 * atl_draw_state_set_window:
 * @document: a document
 * @kind: which window
 * @window: the window, which is forgotten when it is closed
 */
void
atl_draw_state_set_window (AtlDocument *document,
                           AtlDrawKind  kind,
                           GtkWidget   *window)
{
  g_set_weak_pointer (&get_state (document)->windows[kind], window);
}

/**
 * atl_draw_state_close:
 * @document: a document whose session is left
 *
 * Closes its windows.
 */
void
atl_draw_state_close (AtlDocument *document)
{
  State *state = g_object_get_data (G_OBJECT (document), KEY);

  for (guint i = 0; state != NULL && i < ATL_N_DRAWS; i++)
    if (state->windows[i] != NULL)
      gtk_window_destroy (GTK_WINDOW (state->windows[i]));
}
