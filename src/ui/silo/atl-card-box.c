/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-card-box.h"

/**
 * AtlCardBox:
 *
 * Cards below each other. What an edit of the map says again keeps its card, so that focus and opened details
 * stay where they are.
 */
struct _AtlCardBox
{
  GtkBox parent_instance;

  GHashTable *cards; /* key to AtlFigureCard */
  GHashTable *kept;  /* cards that are said again */
  GtkWidget  *last;
};

G_DEFINE_FINAL_TYPE (AtlCardBox, atl_card_box, GTK_TYPE_BOX)

enum
{
  LIT_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
lit_changed_cb (AtlCardBox    *self,
                AtlFigureCard *card)
{
  g_signal_emit (self, signals[LIT_CHANGED], 0, card);
}

static void
atl_card_box_finalize (GObject *object)
{
  AtlCardBox *self = ATL_CARD_BOX (object);

  g_hash_table_unref (self->cards);
  g_hash_table_unref (self->kept);
  G_OBJECT_CLASS (atl_card_box_parent_class)->finalize (object);
}

static void
atl_card_box_class_init (AtlCardBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_card_box_finalize;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
  signals[LIT_CHANGED] = g_signal_new ("lit-changed", ATL_TYPE_CARD_BOX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, ATL_TYPE_FIGURE_CARD);
}

static void
atl_card_box_init (AtlCardBox *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "figure-cards");
  self->cards = g_hash_table_new (g_str_hash, g_str_equal);
  self->kept = g_hash_table_new (NULL, NULL);
}

/**
 * atl_card_box_begin:
 * @self: a box
 *
 * Begins to say everything anew.
 */
void
atl_card_box_begin (AtlCardBox *self)
{
  g_return_if_fail (ATL_IS_CARD_BOX (self));

  g_hash_table_remove_all (self->kept);
  self->last = NULL;
}

/**
 * atl_card_box_add:
 * @self: a box
 * @key: what the card is about
 *
 * Returns: (transfer none): the next card, the one it had if there was one for @key
 */
AtlFigureCard *
atl_card_box_add (AtlCardBox *self,
                  const char *key)
{
  GtkWidget *card = NULL;

  g_return_val_if_fail (ATL_IS_CARD_BOX (self) && key != NULL, NULL);

  card = g_hash_table_lookup (self->cards, key);
  if (card == NULL)
    {
      card = atl_figure_card_new (key);
      gtk_box_append (GTK_BOX (self), card);
      g_hash_table_insert (self->cards, (gpointer) atl_figure_card_get_key (ATL_FIGURE_CARD (card)), card);
      g_signal_connect_object (card, "lit-changed", G_CALLBACK (lit_changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_box_reorder_child_after (GTK_BOX (self), card, self->last);
  g_hash_table_add (self->kept, card);
  self->last = card;
  return ATL_FIGURE_CARD (card);
}

/**
 * atl_card_box_end:
 * @self: a box
 *
 * Everything is said: cards that were not added again go.
 */
void
atl_card_box_end (AtlCardBox *self)
{
  GHashTableIter iter;
  gpointer       card;

  g_return_if_fail (ATL_IS_CARD_BOX (self));

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    if (!g_hash_table_contains (self->kept, card))
      {
        g_hash_table_iter_remove (&iter);
        gtk_box_remove (GTK_BOX (self), card);
      }
}

/**
 * atl_card_box_find:
 * @self: a box
 * @key: what a card is about
 *
 * Returns: (transfer none) (nullable): the card
 */
AtlFigureCard *
atl_card_box_find (AtlCardBox *self,
                   const char *key)
{
  g_return_val_if_fail (ATL_IS_CARD_BOX (self) && key != NULL, NULL);
  return g_hash_table_lookup (self->cards, key);
}
