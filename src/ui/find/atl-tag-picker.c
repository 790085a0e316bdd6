/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/find/atl-tag-picker.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "model/atl-tags.h"
#include "ui/find/atl-pick-list.h"

#include <glib/gi18n-lib.h>

/**
 * AtlTagPicker:
 *
 * Puts tags on notes and takes them off: those that the board lists, or any word where it lists none. It
 * stays open, each change is one step of the history.
 */
struct _AtlTagPicker
{
  GtkPopover parent_instance;

  GtkWidget  *list;
  AtlBoard   *board;
  AtlHistory *history;
  GPtrArray  *notes;
  GPtrArray  *tags; /* as they are listed */
};

G_DEFINE_FINAL_TYPE (AtlTagPicker, atl_tag_picker, GTK_TYPE_POPOVER)

static gboolean
all_have (AtlTagPicker *self,
          const char   *tag)
{
  return atl_notes_count_tag (self->notes, tag) == self->notes->len;
}

static void
show_checks (AtlTagPicker *self)
{
  for (guint i = 0; i < self->tags->len; i++)
    atl_pick_list_set_checked (ATL_PICK_LIST (self->list), i, all_have (self, self->tags->pdata[i]));
}

static void
add_tag (AtlTagPicker *self,
         const char   *tag,
         const char   *label)
{
  g_ptr_array_add (self->tags, g_strdup (tag));
  atl_pick_list_add (ATL_PICK_LIST (self->list), NULL, label, NULL);
}

/* Notes that have it all lose it; else all get it. */
static void
toggle (AtlTagPicker *self,
        const char   *tag,
        const char   *label)
{
  gboolean         tagged = !all_have (self, tag);
  g_autofree char *text = NULL;

  atl_history_begin (self->history, tagged ? _ ("Add Tag") : _ ("Remove Tag"));
  atl_notes_set_tag (self->notes, tag, tagged);
  atl_history_end (self->history);
  /* Translators: %s is a tag that notes got, or lost */
  text = g_strdup_printf (tagged ? _ ("Tagged %s") : _ ("No longer tagged %s"), label);
  atl_announce (GTK_WIDGET (self), text);
  show_checks (self);
}

/* A note that was copied from a board with a list may bear a tag of it, which goes by its label here, too. */
static const char *
label_of (GHashTable *labels,
          const char *tag)
{
  const char *label = g_hash_table_lookup (labels, tag);

  return label != NULL ? label : tag;
}

static void
picked_cb (AtlTagPicker *self,
           guint         index)
{
  g_autoptr (GHashTable) labels = atl_board_dup_tags (self->board);
  const char            *tag = self->tags->pdata[index];

  toggle (self, tag, label_of (labels, tag));
  atl_pick_list_set_text (ATL_PICK_LIST (self->list), "");
}

static void
offered_cb (AtlTagPicker *self,
            const char   *text)
{
  g_autofree char *tag = g_strdup (text);

  atl_pick_list_set_text (ATL_PICK_LIST (self->list), "");
  if (!g_ptr_array_find_with_equal_func (self->tags, tag, g_str_equal, NULL))
    add_tag (self, tag, tag);
  toggle (self, tag, tag);
}

/* The board's own list in its order; else the words that are in use. */
static void
fill (AtlTagPicker *self)
{
  g_autoptr (GHashTable) labels = atl_board_dup_tags (self->board);
  g_auto (GStrv)         own = atl_board_dup_tag_list (self->board);
  g_auto (GStrv)         used = atl_session_dup_free_tags (atl_item_get_session (ATL_ITEM (self->board)));

  if (own[0] == NULL)
    /* Translators: %s are the words that were typed */
    atl_pick_list_set_offer (ATL_PICK_LIST (self->list), _ ("Add tag “%s”"));
  else
    atl_pick_list_set_numbered (ATL_PICK_LIST (self->list));
  for (guint i = 0; own[i] != NULL; i++)
    add_tag (self, own[i], label_of (labels, own[i]));
  for (guint i = 0; own[0] == NULL && used[i] != NULL; i++)
    add_tag (self, used[i], label_of (labels, used[i]));
  show_checks (self);
}

static void
atl_tag_picker_dispose (GObject *object)
{
  AtlTagPicker *self = ATL_TAG_PICKER (object);

  g_clear_object (&self->board);
  g_clear_object (&self->history);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->tags, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_tag_picker_parent_class)->dispose (object);
}

static void
atl_tag_picker_class_init (AtlTagPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_tag_picker_dispose;
}

static void
atl_tag_picker_init (AtlTagPicker *self)
{
  self->tags = g_ptr_array_new_with_free_func (g_free);
  self->list = atl_pick_list_new (_ ("Tag"));
  atl_pick_list_set_lasting (ATL_PICK_LIST (self->list));
  gtk_popover_set_child (GTK_POPOVER (self), self->list);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Tags"), -1);
  g_signal_connect_object (self->list, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "offered", G_CALLBACK (offered_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atl_tag_picker_new:
 * @board: the board of the notes
 * @history: where edits are collected
 * @notes: (element-type AtlNote): notes of it, with references
 *
 * Returns: (transfer floating): a popover that is not open yet
 */
GtkWidget *
atl_tag_picker_new (AtlBoard   *board,
                    AtlHistory *history,
                    GPtrArray  *notes)
{
  AtlTagPicker *self = g_object_new (ATL_TYPE_TAG_PICKER, NULL);

  self->board = g_object_ref (board);
  self->history = g_object_ref (history);
  self->notes = g_ptr_array_ref (notes);
  fill (self);
  return GTK_WIDGET (self);
}
