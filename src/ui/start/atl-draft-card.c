/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-draft-card.h"

#include "config.h"
#include "ui/common/atl-miniature.h"

#include <glib/gi18n-lib.h>

#define PICTURE_WIDTH 92

/**
 * AtlDraftCard:
 *
 * A session that was left without a save: its picture, what it is called, when it was worked on.
 */
struct _AtlDraftCard
{
  GtkFlowBoxChild parent_instance;

  AtlDraftEntry *entry;
  GtkWidget     *picture;
  GtkWidget     *title;
  GtkWidget     *facts;
  GtkWidget     *place;
  GtkWidget     *discard;
};

G_DEFINE_FINAL_TYPE (AtlDraftCard, atl_draft_card, GTK_TYPE_FLOW_BOX_CHILD)

enum
{
  DISCARD,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* What lies on another computer is not ours to delete. */
static gboolean
may_discard (AtlDraftCard *self)
{
  AtlRecoverableState state = atl_draft_entry_get_found (self->entry)->state;

  return state != ATL_RECOVERABLE_FOREIGN && state != ATL_RECOVERABLE_DISCARDED;
}

static void
discard_cb (AtlDraftCard *self)
{
  if (may_discard (self))
    g_signal_emit (self, signals[DISCARD], 0);
}

static void
discard_activated_cb (GtkWidget  *widget,
                      const char *name,
                      GVariant   *parameter)
{
  discard_cb (ATL_DRAFT_CARD (widget));
}

static void
atl_draft_card_dispose (GObject *object)
{
  g_clear_object (&ATL_DRAFT_CARD (object)->entry);
  G_OBJECT_CLASS (atl_draft_card_parent_class)->dispose (object);
}

static void
atl_draft_card_class_init (AtlDraftCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_draft_card_dispose;

  signals[DISCARD] = g_signal_new ("discard", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "draft.discard", NULL, discard_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "draft.discard", NULL);
  g_type_ensure (ATL_TYPE_MINIATURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/start/"
                                                             "atl-draft-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlDraftCard, picture);
  gtk_widget_class_bind_template_child (widget_class, AtlDraftCard, title);
  gtk_widget_class_bind_template_child (widget_class, AtlDraftCard, facts);
  gtk_widget_class_bind_template_child (widget_class, AtlDraftCard, place);
  gtk_widget_class_bind_template_child (widget_class, AtlDraftCard, discard);
  gtk_widget_class_bind_template_callback (widget_class, discard_cb);
}

static void
atl_draft_card_init (AtlDraftCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_miniature_set_natural_width (ATL_MINIATURE (self->picture), PICTURE_WIDTH);
}

static void
show_texts (AtlDraftCard *self)
{
  gint64           now = g_get_real_time ();
  g_autofree char *title = atl_draft_entry_dup_title (self->entry);
  g_autofree char *facts = atl_draft_entry_dup_facts (self->entry, now);
  g_autofree char *place = atl_draft_entry_dup_place (self->entry, now);
  g_autofree char *name = g_strdup_printf ("%s, %s, %s", title, facts, place);
  /* Translators: the title of a session */
  g_autofree char *discard = g_strdup_printf (_ ("Discard “%s”"), title);

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_label_set_text (GTK_LABEL (self->place), place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->discard), GTK_ACCESSIBLE_PROPERTY_LABEL, discard, -1);
}

/**
 * atl_draft_card_new:
 * @entry: a session that was left without a save
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
atl_draft_card_new (AtlDraftEntry *entry)
{
  AtlDraftCard *self;

  g_return_val_if_fail (ATL_IS_DRAFT_ENTRY (entry), NULL);

  self = g_object_new (ATL_TYPE_DRAFT_CARD, NULL);
  self->entry = g_object_ref (entry);
  show_texts (self);
  atl_miniature_set_board (ATL_MINIATURE (self->picture), atl_draft_entry_get_board (entry));
  gtk_widget_set_visible (self->discard, may_discard (self));
  return GTK_WIDGET (self);
}

/**
 * atl_draft_card_get_entry:
 * @self: a card
 *
 * Returns: (transfer none): the session it shows
 */
AtlDraftEntry *
atl_draft_card_get_entry (AtlDraftCard *self)
{
  g_return_val_if_fail (ATL_IS_DRAFT_CARD (self), NULL);
  return self->entry;
}
