/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-privacy-card.h"

#include "catalogue/atl-words.h"
#include "model/atl-change.h"
#include "model/atl-link.h"
#include "model/atl-maps.h"
#include "model/atl-session.h"
#include "ui/start/atl-style.h"

#define RESOURCES "/io/github/atelier_app/Atelier/ui/silo/"

/**
 * AtlPrivacyCard:
 *
 * What is said before a map is drawn: what it is for, and that nobody has to be on it. It stands above a
 * map without a link until somebody closes it or draws one; SILO-METHOD §15.
 */
struct _AtlPrivacyCard
{
  GtkWidget parent_instance;

  GtkWidget  *box;
  GtkWidget  *text;
  AtlBoard   *board;
  AtlSession *session; /* of the board, when it was opened */
  GHashTable *read;    /* ids of boards whose card was closed */
};

G_DEFINE_FINAL_TYPE (AtlPrivacyCard, atl_privacy_card, GTK_TYPE_WIDGET)

static gboolean
is_wanted (AtlPrivacyCard *self)
{
  return self->board != NULL && atl_item_get_session (ATL_ITEM (self->board)) != NULL &&
         atl_board_has_measures (self->board) &&
         atl_list_get_length (atl_board_get_links (self->board)) == 0 &&
         !g_hash_table_contains (self->read, atl_item_get_id (ATL_ITEM (self->board)));
}

static void
update (AtlPrivacyCard *self)
{
  gboolean    wanted = is_wanted (self);
  const char *language =
    wanted ? atl_session_get_language (atl_item_get_session (ATL_ITEM (self->board))) : NULL;

  if (wanted)
    gtk_label_set_text (GTK_LABEL (self->text), atl_words_get_silo_text (language, "privacy"));
  gtk_widget_set_visible (GTK_WIDGET (self), wanted);
}

static void
session_changed_cb (AtlPrivacyCard *self,
                    AtlChange      *change)
{
  AtlItem *item = atl_change_get_item (change);

  if ((ATL_IS_LINK (item) && atl_change_get_kind (change) != ATL_CHANGE_SET) || ATL_IS_SESSION (item))
    update (self);
}

static void
close_clicked_cb (AtlPrivacyCard *self)
{
  g_hash_table_add (self->read, g_strdup (atl_item_get_id (ATL_ITEM (self->board))));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-board", NULL);
  update (self);
}

static void
forget_board (AtlPrivacyCard *self)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, session_changed_cb, self);
  g_clear_object (&self->session);
  g_clear_object (&self->board);
}

static void
atl_privacy_card_dispose (GObject *object)
{
  AtlPrivacyCard *self = ATL_PRIVACY_CARD (object);

  forget_board (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_privacy_card_parent_class)->dispose (object);
}

static void
atl_privacy_card_finalize (GObject *object)
{
  g_hash_table_unref (ATL_PRIVACY_CARD (object)->read);
  G_OBJECT_CLASS (atl_privacy_card_parent_class)->finalize (object);
}

static void
atl_privacy_card_class_init (AtlPrivacyCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_privacy_card_dispose;
  object_class->finalize = atl_privacy_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-privacy-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPrivacyCard, box);
  gtk_widget_class_bind_template_child (widget_class, AtlPrivacyCard, text);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "privacycard");
}

static void
atl_privacy_card_init (AtlPrivacyCard *self)
{
  atl_style_ensure (RESOURCES "silo.css");
  self->read = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_privacy_card_set_board:
 * @self: a card
 * @board: (nullable): the board that is open
 */
void
atl_privacy_card_set_board (AtlPrivacyCard *self,
                            AtlBoard       *board)
{
  AtlSession *session = board != NULL ? atl_item_get_session (ATL_ITEM (board)) : NULL;

  g_return_if_fail (ATL_IS_PRIVACY_CARD (self));

  if (board != self->board)
    {
      forget_board (self);
      g_set_object (&self->board, board);
      g_set_object (&self->session, session);
      if (session != NULL)
        g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self,
                                 G_CONNECT_SWAPPED);
    }
  update (self);
}
