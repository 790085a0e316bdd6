/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-edits.h"

#include "util/atl-rank.h"

/* Longer chains than any gesture makes come from strangers' files. */
#define MAX_CHAIN 64

static const char *
id_of (gpointer item)
{
  return atl_item_get_id (ATL_ITEM (item));
}

/**
 * atl_note_find_lead:
 * @note: a note
 *
 * Finds the note under which @note is stacked. References to nothing, and those that run in a circle, read
 * as none.
 *
 * Returns: (transfer none) (nullable): the lead, or %NULL if @note is a lead or stands alone
 */
AtlNote *
atl_note_find_lead (AtlNote *note)
{
  AtlList *list = atl_item_get_list (ATL_ITEM (note));
  AtlNote *lead = note;

  if (list == NULL || *atl_note_get_stack (note) == '\0')
    return NULL;
  for (guint i = 0; i < MAX_CHAIN; i++)
    {
      AtlNote *next = atl_list_find (list, atl_note_get_stack (lead));

      if (next == NULL)
        return lead != note ? lead : NULL;
      lead = next;
    }
  return NULL;
}

/**
 * atl_note_dup_stack:
 * @lead: a note
 *
 * Returns: (transfer container) (element-type AtlNote): @lead, then the notes stacked under it in their order
 */
GPtrArray *
atl_note_dup_stack (AtlNote *lead)
{
  GPtrArray *stack = g_ptr_array_new ();
  AtlList   *list = atl_item_get_list (ATL_ITEM (lead));
  guint      n = list != NULL ? atl_list_get_length (list) : 0;

  g_ptr_array_add (stack, lead);
  for (guint i = 0; i < n; i++)
    if (atl_note_find_lead (atl_list_get (list, i)) == lead)
      g_ptr_array_add (stack, atl_list_get (list, i));
  return stack;
}

/**
 * atl_board_dup_stacks:
 * @board: a board
 *
 * Finds all stacks of a board in one go: asking each note of a large board for its stack takes the square of
 * the time.
 *
 * Returns: (transfer container) (element-type AtlNote GPtrArray): each lead that has notes under it, to those
 *   notes in their order, without the lead
 */
GHashTable *
atl_board_dup_stacks (AtlBoard *board)
{
  GHashTable *stacks = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  AtlList    *notes = atl_board_get_notes (board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    {
      AtlNote   *note = atl_list_get (notes, i);
      AtlNote   *lead = atl_note_find_lead (note);
      GPtrArray *members = lead != NULL ? g_hash_table_lookup (stacks, lead) : NULL;

      if (lead != NULL && members == NULL)
        g_hash_table_insert (stacks, lead, members = g_ptr_array_new ());
      if (members != NULL)
        g_ptr_array_add (members, note);
    }
  return stacks;
}

static void
take_place (AtlNote *note,
            AtlNote *from)
{
  atl_note_set_area (note, atl_note_get_area (from));
  atl_note_set_x (note, atl_note_get_x (from));
  atl_note_set_y (note, atl_note_get_y (from));
  atl_note_set_rank (note, atl_note_get_rank (from));
}

/* Makes the first of @members, the notes under @lead, that is not @leaving the new lead, in the old one's
 * place. */
static void
promote (AtlNote    *lead,
         GPtrArray  *members,
         GHashTable *leaving)
{
  AtlNote *heir = NULL;

  for (guint i = 0; i < members->len; i++)
    {
      AtlNote *note = g_ptr_array_index (members, i);

      if (g_hash_table_contains (leaving, note))
        continue;
      if (heir == NULL)
        {
          heir = note;
          take_place (heir, lead);
          atl_note_set_stack (heir, NULL);
          atl_note_set_stack_title (heir, atl_note_get_stack_title (lead));
        }
      else
        atl_note_set_stack (note, id_of (heir));
    }
}

static GHashTable *
set_of (GPtrArray *notes)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < notes->len; i++)
    g_hash_table_add (set, notes->pdata[i]);
  return set;
}

/* The stacks of the board that @notes are on. */
static GHashTable *
dup_stacks_of (GPtrArray *notes)
{
  AtlBoard *board = notes->len > 0 ? atl_note_find_board (notes->pdata[0]) : NULL;

  return board != NULL ? atl_board_dup_stacks (board) : g_hash_table_new (NULL, NULL);
}

/**
 * atl_notes_promote_heirs:
 * @notes: (element-type AtlNote): notes of one board that are about to leave their stacks
 *
 * Gives every stack whose lead leaves a new lead among the notes that stay.
 */
void
atl_notes_promote_heirs (GPtrArray *notes)
{
  g_autoptr (GHashTable) leaving = set_of (notes);
  g_autoptr (GHashTable) stacks = dup_stacks_of (notes);

  for (guint i = 0; i < notes->len; i++)
    {
      GPtrArray *members = g_hash_table_lookup (stacks, notes->pdata[i]);

      if (members != NULL)
        promote (notes->pdata[i], members, leaving);
    }
}

static void
put_under (AtlNote *note,
           AtlNote *lead)
{
  atl_note_set_area (note, atl_note_get_area (lead));
  atl_note_set_stack (note, id_of (lead));
}

/* Puts @note and @members, the notes stacked under it, under @lead. */
static void
stack_one (AtlNote   *note,
           GPtrArray *members,
           AtlNote   *lead)
{
  if (*atl_note_get_stack_title (lead) == '\0')
    atl_note_set_stack_title (lead, atl_note_get_stack_title (note));
  atl_note_set_stack_title (note, NULL);
  put_under (note, lead);
  for (guint i = 0; members != NULL && i < members->len; i++)
    put_under (members->pdata[i], lead);
}

/**
 * atl_notes_stack:
 * @notes: (element-type AtlNote): notes of one board
 * @onto: the note they are dropped on
 *
 * Stacks @notes under @onto, or under its lead. Stacks among them are merged into one.
 */
void
atl_notes_stack (GPtrArray *notes,
                 AtlNote   *onto)
{
  g_autoptr (GHashTable) stacks = dup_stacks_of (notes);
  AtlNote               *lead = atl_note_find_lead (onto);

  if (lead == NULL)
    lead = onto;
  for (guint i = 0; i < notes->len; i++)
    if (notes->pdata[i] != lead && atl_note_find_lead (notes->pdata[i]) != lead)
      stack_one (notes->pdata[i], g_hash_table_lookup (stacks, notes->pdata[i]), lead);
}

static void
leave_stack (AtlNote *note,
             AtlNote *lead)
{
  AtlList *list = atl_item_get_list (ATL_ITEM (note));
  guint    position = 0;

  atl_list_get_position (list, ATL_ITEM (lead), &position);
  AtlNote         *next = atl_list_get (list, position + 1);
  g_autofree char *rank = atl_rank_between (atl_note_get_rank (lead),
                                            next != NULL ? atl_note_get_rank (next) : NULL);
  atl_note_set_area (note, atl_note_get_area (lead));
  atl_note_set_stack (note, NULL);
  atl_note_set_rank (note, rank);
  if (atl_note_get_x (lead) != ATL_PLACE_NONE)
    {
      atl_note_set_x (note, atl_note_get_x (lead) + 24);
      atl_note_set_y (note, atl_note_get_y (lead) + 24);
    }
}

/**
 * atl_notes_unstack:
 * @notes: (element-type AtlNote): notes of one board
 *
 * Takes @notes out of their stacks and puts them beside. If a lead goes, the next note takes its place.
 */
void
atl_notes_unstack (GPtrArray *notes)
{
  g_autoptr (GPtrArray) leads = g_ptr_array_new ();

  for (guint i = 0; i < notes->len; i++)
    g_ptr_array_add (leads, atl_note_find_lead (notes->pdata[i]));
  atl_notes_promote_heirs (notes);
  for (guint i = 0; i < notes->len; i++)
    {
      AtlNote *lead = leads->pdata[i];
      AtlNote *now = lead != NULL ? atl_note_find_lead (notes->pdata[i]) : NULL;

      if (lead != NULL)
        leave_stack (notes->pdata[i], now != NULL ? now : lead);
      else
        atl_note_set_stack_title (notes->pdata[i], NULL);
    }
}

/**
 * atl_notes_count:
 * @notes: (element-type AtlNote): notes of one board
 *
 * Returns: how many notes they are with those that are stacked under them, each counted once
 */
guint
atl_notes_count (GPtrArray *notes)
{
  g_autoptr (GHashTable) all = g_hash_table_new (NULL, NULL);
  AtlBoard              *board = notes->len > 0 ? atl_note_find_board (notes->pdata[0]) : NULL;
  g_autoptr (GHashTable) stacks = board != NULL ? atl_board_dup_stacks (board) : NULL;

  for (guint i = 0; i < notes->len; i++)
    {
      GPtrArray *under = stacks != NULL ? g_hash_table_lookup (stacks, notes->pdata[i]) : NULL;

      g_hash_table_add (all, notes->pdata[i]);
      for (guint j = 0; under != NULL && j < under->len; j++)
        g_hash_table_add (all, under->pdata[j]);
    }
  return g_hash_table_size (all);
}
