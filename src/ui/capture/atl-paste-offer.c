/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-paste-offer.h"

#include "config.h"

#include <glib/gi18n-lib.h>

/**
 * AtlPasteOffer:
 *
 * Asks above the entry what several pasted lines shall become. Enter says one note for each, Escape forgets
 * them.
 */
struct _AtlPasteOffer
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *label;
  GtkWidget *each;
  char      *text;
};

G_DEFINE_FINAL_TYPE (AtlPasteOffer, atl_paste_offer, GTK_TYPE_WIDGET)

enum
{
  ANSWERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
answer (AtlPasteOffer *self,
        AtlPasteAnswer value)
{
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  g_signal_emit (self, signals[ANSWERED], 0, (int) value);
  g_clear_pointer (&self->text, g_free);
}

static void
each_clicked_cb (AtlPasteOffer *self)
{
  answer (self, ATL_PASTE_EACH_LINE);
}

static void
one_clicked_cb (AtlPasteOffer *self)
{
  answer (self, ATL_PASTE_ONE_NOTE);
}

static void
cancel_clicked_cb (AtlPasteOffer *self)
{
  answer (self, ATL_PASTE_NOTHING);
}

static void
cancel_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  cancel_clicked_cb (ATL_PASTE_OFFER (widget));
}

static void
atl_paste_offer_dispose (GObject *object)
{
  AtlPasteOffer *self = ATL_PASTE_OFFER (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_paste_offer_parent_class)->dispose (object);
}

static void
atl_paste_offer_class_init (AtlPasteOfferClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_paste_offer_dispose;
  signals[ANSWERED] = g_signal_new ("answered", ATL_TYPE_PASTE_OFFER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-paste-offer.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPasteOffer, revealer);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteOffer, label);
  gtk_widget_class_bind_template_child (widget_class, AtlPasteOffer, each);
  gtk_widget_class_bind_template_callback (widget_class, each_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, one_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "paste-offer.cancel", NULL, cancel_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "paste-offer.cancel", NULL);
}

static void
atl_paste_offer_init (AtlPasteOffer *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_paste_offer_show:
 * @self: an offer
 * @text: what was pasted
 * @n_lines: how many notes it makes, one for each line
 *
 * Asks and takes the focus.
 */
void
atl_paste_offer_show (AtlPasteOffer *self,
                      const char    *text,
                      guint          n_lines)
{
  g_autofree char *question =
    g_strdup_printf (ngettext ("%u line: one note each?", "%u lines: one note each?", n_lines), n_lines);

  g_return_if_fail (ATL_IS_PASTE_OFFER (self));

  g_free (self->text);
  self->text = g_strdup (text);
  gtk_label_set_label (GTK_LABEL (self->label), question);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  gtk_widget_grab_focus (self->each);
}

/**
 * atl_paste_offer_get_text:
 * @self: an offer
 *
 * Returns: (transfer none) (nullable): the text it asks about, until the end of ::answered
 */
const char *
atl_paste_offer_get_text (AtlPasteOffer *self)
{
  g_return_val_if_fail (ATL_IS_PASTE_OFFER (self), NULL);
  return self->text;
}
