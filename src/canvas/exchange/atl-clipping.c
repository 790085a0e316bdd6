/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/exchange/atl-clipping.h"

#include "canvas/exchange/atl-intake.h"
#include "model/atl-change.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define TYPE G_VARIANT_TYPE ("aa{sv}")

static void
add_text (GVariantDict *dict,
          const char   *key,
          const char   *text)
{
  if (*text != '\0')
    g_variant_dict_insert (dict, key, "s", text);
}

static GVariant *
write_note (AtlNote  *note,
            AtlEntry *entry)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const char *const    *tags = atl_note_get_tags (note);

  add_text (&dict, "text", entry->text);
  add_text (&dict, "description", atl_note_get_description (note));
  add_text (&dict, "stack-title", atl_note_get_stack_title (note));
  add_text (&dict, "author", atl_note_get_author (note));
  g_variant_dict_insert (&dict, "color", "i", (int) atl_note_get_color (note));
  g_variant_dict_insert (&dict, "under", "b", entry->under);
  g_variant_dict_insert (&dict, "hidden", "b", atl_note_get_hidden (note));
  if (tags != NULL && tags[0] != NULL)
    g_variant_dict_insert (&dict, "tags", "^as", tags);
  if (atl_note_get_fields (note) != NULL)
    g_variant_dict_insert_value (&dict, "fields", atl_note_get_fields (note));
  return g_variant_dict_end (&dict);
}

/**
 * atl_clipping_new:
 * @notes: (element-type AtlNote): notes, each lead before what is stacked under it
 *
 * Returns: (transfer full): all that a copy of them has; votes and numbers of cards stay with the originals
 */
GBytes *
atl_clipping_new (GPtrArray *notes)
{
  g_autoptr (GPtrArray) entries = atl_intake_dup_entries (notes);
  g_autoptr (GVariant)  all = NULL;
  GVariantBuilder       builder;
  char                 *text = NULL;

  g_variant_builder_init (&builder, TYPE);
  for (guint i = 0; i < notes->len; i++)
    g_variant_builder_add_value (&builder, write_note (notes->pdata[i], entries->pdata[i]));
  all = g_variant_ref_sink (g_variant_builder_end (&builder));
  text = g_variant_print (all, TRUE);
  return g_bytes_new_take (text, strlen (text));
}

static GPtrArray *
read_entries (GVariant *all)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);

  for (gsize i = 0; i < g_variant_n_children (all); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (all, i);
      const char          *text = "";
      gboolean             under = FALSE;

      g_variant_lookup (child, "text", "&s", &text);
      g_variant_lookup (child, "under", "b", &under);
      g_ptr_array_add (entries, atl_entry_new (text, under));
    }
  return entries;
}

static void
read_words (AtlNote      *note,
            GVariant     *dict,
            AtlBoardView *view)
{
  AtlList    *people = atl_session_get_people (atl_board_view_get_session (view));
  const char *text = NULL;

  if (g_variant_lookup (dict, "description", "&s", &text))
    atl_note_set_description (note, text);
  if (g_variant_lookup (dict, "stack-title", "&s", &text))
    atl_note_set_stack_title (note, text);
  if (g_variant_lookup (dict, "author", "&s", &text) && atl_list_find (people, text) != NULL)
    atl_note_set_author (note, text);
}

static void
read_note (AtlNote      *note,
           GVariant     *dict,
           AtlBoardView *view)
{
  g_autoptr (GVariant) fields = g_variant_lookup_value (dict, "fields", G_VARIANT_TYPE_VARDICT);
  g_autofree char    **tags = NULL;
  int                  color = ATL_COLOR_YELLOW;
  gboolean             hidden = FALSE;

  read_words (note, dict, view);
  if (g_variant_lookup (dict, "color", "i", &color) && color >= ATL_COLOR_YELLOW && color <= ATL_COLOR_GREY)
    atl_note_set_color (note, (AtlColor) color);
  if (g_variant_lookup (dict, "hidden", "b", &hidden))
    atl_note_set_hidden (note, hidden);
  if (g_variant_lookup (dict, "tags", "^a&s", &tags))
    atl_note_set_tags (note, (const char *const *) tags);
  if (fields != NULL)
    atl_note_set_fields (note, fields);
}

static void
collect_note_cb (AtlSession *session,
                 AtlChange  *change,
                 GPtrArray  *notes)
{
  if (atl_change_get_kind (change) == ATL_CHANGE_INSERT && ATL_IS_NOTE (atl_change_get_item (change)))
    g_ptr_array_add (notes, g_object_ref (atl_change_get_item (change)));
}

/* Adds the notes and returns them in the order of the entries. */
static GPtrArray *
add_entries (AtlBoardView *view,
             GPtrArray    *entries)
{
  AtlSession *session = atl_board_view_get_session (view);
  GPtrArray  *notes = g_ptr_array_new_with_free_func (g_object_unref);
  gulong      handler = g_signal_connect (session, "changed", G_CALLBACK (collect_note_cb), notes);

  atl_intake_add (view, entries, NULL);
  g_signal_handler_disconnect (session, handler);
  return notes;
}

/**
 * atl_clipping_add:
 * @clipping: what may be one, from anywhere
 * @view: a view of a board
 *
 * Adds its notes to the current area as one step and selects them. Authors stay if the session knows them.
 *
 * Returns: how many there were, 0 if it is none
 */
guint
atl_clipping_add (GBytes       *clipping,
                  AtlBoardView *view)
{
  AtlHistory           *history = atl_board_view_get_history (view);
  gsize                 length = 0;
  const char           *text = g_bytes_get_data (clipping, &length);
  g_autoptr (GVariant)  all = length > 0 && length <= ATL_CLIPPING_MOST_BYTES
                                ? g_variant_parse (TYPE, text, text + length, NULL, NULL)
                                : NULL;
  g_autoptr (GPtrArray) entries = all != NULL ? read_entries (all) : NULL;
  g_autoptr (GPtrArray) notes = NULL;

  if (entries == NULL || entries->len == 0)
    return 0;
  atl_history_begin (history, _ ("Paste"));
  notes = add_entries (view, entries);
  for (guint i = 0; i < notes->len && i < entries->len; i++)
    {
      g_autoptr (GVariant) dict = g_variant_get_child_value (all, i);

      read_note (notes->pdata[i], dict, view);
    }
  atl_history_end (history);
  return entries->len;
}
