/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-drafts-view.h"

#include "config.h"
#include "ui/common/atl-toast.h"
#include "ui/start/atl-draft-card.h"

#include <glib/gi18n-lib.h>

/**
 * AtlDraftsView:
 *
 * The sessions that were left without a save, as cards; those that were discarded lately below them, folded
 * away. Not there when there is none.
 */
struct _AtlDraftsView
{
  GtkBox parent_instance;

  GtkWidget *heading;
  GtkWidget *held;
  GtkWidget *list;
  GtkWidget *fold;
  GtkWidget *discarded;

  AtlDraftList *drafts;
  gboolean      discarding; /* the card that has the focus is about to go */
};

G_DEFINE_FINAL_TYPE (AtlDraftsView, atl_drafts_view, GTK_TYPE_BOX)

enum
{
  OPEN_DRAFT,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* A draft that was just discarded, as the button of a toast knows it. */
typedef struct
{
  AtlDraftList  *drafts;
  AtlDraftEntry *entry;
} Undo;

static void
undo_free (gpointer  data,
           GClosure *closure)
{
  Undo *undo = data;

  g_object_unref (undo->drafts);
  g_object_unref (undo->entry);
  g_free (undo);
}

static void
undo_clicked_cb (GObject *toast,
                 Undo    *undo)
{
  atl_draft_list_undiscard (undo->drafts, undo->entry);
}

static void
discard_cb (AtlDraftsView *self,
            AtlDraftCard  *card)
{
  AtlDraftEntry   *entry = atl_draft_card_get_entry (card);
  g_autofree char *title = atl_draft_entry_dup_title (entry);
  /* Translators: the title of a session */
  g_autofree char *text = g_strdup_printf (_ ("“%s” discarded; it is kept for seven days"), title);
  Undo            *undo = g_new0 (Undo, 1);

  undo->drafts = g_object_ref (self->drafts);
  undo->entry = g_object_ref (entry);
  atl_toast_show_button (GTK_WIDGET (self), text, _ ("Undo"),
                         g_cclosure_new (G_CALLBACK (undo_clicked_cb), undo, undo_free));
  self->discarding = TRUE;
  atl_draft_list_discard (self->drafts, entry);
}

static GtkWidget *
create_card (gpointer item,
             gpointer user_data)
{
  GtkWidget *card = atl_draft_card_new (item);

  g_signal_connect_object (card, "discard", G_CALLBACK (discard_cb), user_data, G_CONNECT_SWAPPED);
  return card;
}

static void
card_activated_cb (AtlDraftsView *self,
                   AtlDraftCard  *card)
{
  g_autoptr (AtlDraftEntry) entry = g_object_ref (atl_draft_card_get_entry (card));

  g_signal_emit (self, signals[OPEN_DRAFT], 0, entry);
}

static guint
count_discarded (AtlDraftsView *self)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->drafts)); i++)
    {
      g_autoptr (AtlDraftEntry) entry = g_list_model_get_item (G_LIST_MODEL (self->drafts), i);

      n += (guint) atl_draft_entry_get_discarded (entry);
    }
  return n;
}

/* GTK would go on asking the card that is gone for what comes after it. */
static void
hand_over_focus (AtlDraftsView *self)
{
  gboolean   cards = gtk_widget_get_visible (self->list);
  GtkWidget *next = cards ? gtk_widget_get_first_child (self->list) : self->fold;

  self->discarding = FALSE;
  gtk_widget_set_focus_child (GTK_WIDGET (self), NULL);
  if (next != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (next);
}

static void
show_parts (AtlDraftsView *self)
{
  guint            n = g_list_model_get_n_items (G_LIST_MODEL (self->drafts));
  guint            discarded = count_discarded (self);
  g_autofree char *text = g_strdup_printf (_ ("Discarded Lately (%u)"), discarded);

  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  gtk_widget_set_visible (self->heading, n > discarded);
  gtk_widget_set_visible (self->list, n > discarded);
  gtk_widget_set_visible (self->held, n > discarded && atl_draft_list_get_held (self->drafts));
  gtk_widget_set_visible (self->fold, discarded > 0);
  gtk_expander_set_label (GTK_EXPANDER (self->fold), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  if (self->discarding)
    hand_over_focus (self);
}

static gboolean
is_discarded (gpointer item,
              gpointer user_data)
{
  return atl_draft_entry_get_discarded (item);
}

static gboolean
is_kept (gpointer item,
         gpointer user_data)
{
  return !atl_draft_entry_get_discarded (item);
}

static void
bind (AtlDraftsView      *self,
      GtkWidget          *list,
      GtkCustomFilterFunc filter)
{
  GtkFilter                     *chosen = GTK_FILTER (gtk_custom_filter_new (filter, NULL, NULL));
  GListModel                    *all = g_object_ref (G_LIST_MODEL (self->drafts));
  g_autoptr (GtkFilterListModel) model = gtk_filter_list_model_new (all, chosen);

  gtk_flow_box_bind_model (GTK_FLOW_BOX (list), G_LIST_MODEL (model), create_card, self, NULL);
}

static void
atl_drafts_view_dispose (GObject *object)
{
  AtlDraftsView *self = ATL_DRAFTS_VIEW (object);

  if (self->drafts != NULL)
    {
      gtk_flow_box_bind_model (GTK_FLOW_BOX (self->list), NULL, NULL, NULL, NULL);
      gtk_flow_box_bind_model (GTK_FLOW_BOX (self->discarded), NULL, NULL, NULL, NULL);
    }
  g_clear_object (&self->drafts);
  G_OBJECT_CLASS (atl_drafts_view_parent_class)->dispose (object);
}

static void
atl_drafts_view_class_init (AtlDraftsViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_drafts_view_dispose;

  signals[OPEN_DRAFT] = g_signal_new ("open-draft", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, ATL_TYPE_DRAFT_ENTRY);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/start/"
                                                             "atl-drafts-view.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlDraftsView, heading);
  gtk_widget_class_bind_template_child (widget_class, AtlDraftsView, held);
  gtk_widget_class_bind_template_child (widget_class, AtlDraftsView, list);
  gtk_widget_class_bind_template_child (widget_class, AtlDraftsView, fold);
  gtk_widget_class_bind_template_child (widget_class, AtlDraftsView, discarded);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
}

static void
atl_drafts_view_init (AtlDraftsView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_drafts_view_new:
 * @drafts: the list to show
 *
 * Returns: (transfer floating): a view that follows @drafts
 */
GtkWidget *
atl_drafts_view_new (AtlDraftList *drafts)
{
  AtlDraftsView *self;

  g_return_val_if_fail (ATL_IS_DRAFT_LIST (drafts), NULL);

  self = g_object_new (ATL_TYPE_DRAFTS_VIEW, NULL);
  self->drafts = g_object_ref (drafts);
  g_signal_connect_object (drafts, "items-changed", G_CALLBACK (show_parts), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drafts, "notify::held", G_CALLBACK (show_parts), self, G_CONNECT_SWAPPED);
  bind (self, self->list, is_kept);
  bind (self, self->discarded, is_discarded);
  show_parts (self);
  return GTK_WIDGET (self);
}
