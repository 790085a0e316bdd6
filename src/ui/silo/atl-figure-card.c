/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-figure-card.h"

#include "config.h"
#include "ui/common/atl-expander.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/**
 * AtlFigureCard:
 *
 * One thing that a map shows: its sentence, which lights on the map what it counts, and the numbers below for
 * who wants them.
 */
struct _AtlFigureCard
{
  GtkWidget parent_instance;

  char      *key;
  AtlLight   light;
  GtkWidget *box;
  GtkWidget *toggle;
  GtkWidget *label;
  GtkWidget *bar;      /* bin */
  GtkWidget *foot;     /* bin */
  GtkWidget *expander; /* of the details */
};

G_DEFINE_FINAL_TYPE (AtlFigureCard, atl_figure_card, GTK_TYPE_WIDGET)

enum
{
  LIT_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
toggled_cb (AtlFigureCard *self)
{
  g_signal_emit (self, signals[LIT_CHANGED], 0);
}

static void
atl_figure_card_dispose (GObject *object)
{
  AtlFigureCard *self = ATL_FIGURE_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_figure_card_parent_class)->dispose (object);
}

static void
atl_figure_card_finalize (GObject *object)
{
  g_free (ATL_FIGURE_CARD (object)->key);
  G_OBJECT_CLASS (atl_figure_card_parent_class)->finalize (object);
}

static void
atl_figure_card_class_init (AtlFigureCardClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_figure_card_dispose;
  object_class->finalize = atl_figure_card_finalize;
  signals[LIT_CHANGED] = g_signal_new ("lit-changed", ATL_TYPE_FIGURE_CARD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/silo/atl-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlFigureCard, box);
  gtk_widget_class_bind_template_child (widget_class, AtlFigureCard, toggle);
  gtk_widget_class_bind_template_child (widget_class, AtlFigureCard, label);
  gtk_widget_class_bind_template_child (widget_class, AtlFigureCard, bar);
  gtk_widget_class_bind_template_child (widget_class, AtlFigureCard, foot);
  gtk_widget_class_bind_template_child (widget_class, AtlFigureCard, expander);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "figurecard");
}

static void
atl_figure_card_init (AtlFigureCard *self)
{
  g_type_ensure (ADW_TYPE_BIN);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_figure_card_new:
 * @key: what it is about, the same after an edit of the map
 *
 * Returns: (transfer floating): a card that says nothing yet
 */
GtkWidget *
atl_figure_card_new (const char *key)
{
  AtlFigureCard *self = g_object_new (ATL_TYPE_FIGURE_CARD, NULL);

  self->key = g_strdup (key);
  return GTK_WIDGET (self);
}

/**
 * atl_figure_card_enter:
 * @self: a card
 *
 * Puts the focus on its sentence. A card is no stop of its own: whoever leaves it backwards shall not find
 * it again.
 */
void
atl_figure_card_enter (AtlFigureCard *self)
{
  g_return_if_fail (ATL_IS_FIGURE_CARD (self));
  gtk_widget_grab_focus (self->toggle);
}

/**
 * atl_figure_card_get_key:
 * @self: a card
 *
 * Returns: (transfer none): what it is about
 */
const char *
atl_figure_card_get_key (AtlFigureCard *self)
{
  g_return_val_if_fail (ATL_IS_FIGURE_CARD (self), NULL);
  return self->key;
}

/**
 * atl_figure_card_set_speech:
 * @self: a card
 * @speech: what it says
 */
void
atl_figure_card_set_speech (AtlFigureCard *self,
                            AtlSpeech     *speech)
{
  g_return_if_fail (ATL_IS_FIGURE_CARD (self) && speech != NULL);

  atl_speech_show (speech, self->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  speech->text->str, -1);
}

/**
 * atl_figure_card_get_text:
 * @self: a card
 *
 * Returns: (transfer none): what it says
 */
const char *
atl_figure_card_get_text (AtlFigureCard *self)
{
  g_return_val_if_fail (ATL_IS_FIGURE_CARD (self), NULL);
  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * atl_figure_card_set_light:
 * @self: a card
 * @light: what it counts
 */
void
atl_figure_card_set_light (AtlFigureCard *self,
                           AtlLight       light)
{
  g_return_if_fail (ATL_IS_FIGURE_CARD (self));
  self->light = light;
}

/**
 * atl_figure_card_get_light:
 * @self: a card
 *
 * Returns: what it counts
 */
AtlLight
atl_figure_card_get_light (AtlFigureCard *self)
{
  return self->light;
}

/**
 * atl_figure_card_get_lit:
 * @self: a card
 *
 * Returns: whether what it counts shall be lit on the map
 */
gboolean
atl_figure_card_get_lit (AtlFigureCard *self)
{
  g_return_val_if_fail (ATL_IS_FIGURE_CARD (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->toggle));
}

/**
 * atl_figure_card_set_lit:
 * @self: a card
 * @lit: whether what it counts is lit on the map
 */
void
atl_figure_card_set_lit (AtlFigureCard *self,
                         gboolean       lit)
{
  g_return_if_fail (ATL_IS_FIGURE_CARD (self));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->toggle), lit);
}

/**
 * atl_figure_card_set_bar:
 * @self: a card
 * @bar: (nullable): what stands below the sentence and lights the map with it
 */
void
atl_figure_card_set_bar (AtlFigureCard *self,
                         GtkWidget     *bar)
{
  g_return_if_fail (ATL_IS_FIGURE_CARD (self));

  adw_bin_set_child (ADW_BIN (self->bar), bar);
  gtk_widget_set_visible (self->bar, bar != NULL);
}

/**
 * atl_figure_card_get_bar:
 * @self: a card
 *
 * Returns: (transfer none) (nullable): what stands below the sentence
 */
GtkWidget *
atl_figure_card_get_bar (AtlFigureCard *self)
{
  g_return_val_if_fail (ATL_IS_FIGURE_CARD (self), NULL);
  return adw_bin_get_child (ADW_BIN (self->bar));
}

/**
 * atl_figure_card_set_foot:
 * @self: a card
 * @foot: (nullable): what can be done about it
 */
void
atl_figure_card_set_foot (AtlFigureCard *self,
                          GtkWidget     *foot)
{
  g_return_if_fail (ATL_IS_FIGURE_CARD (self));

  adw_bin_set_child (ADW_BIN (self->foot), foot);
  gtk_widget_set_visible (self->foot, foot != NULL);
}

/**
 * atl_figure_card_set_details:
 * @self: a card
 * @details: (nullable): its numbers, shown on demand
 */
void
atl_figure_card_set_details (AtlFigureCard *self,
                             GtkWidget     *details)
{
  g_return_if_fail (ATL_IS_FIGURE_CARD (self));

  atl_expander_set_child (GTK_EXPANDER (self->expander), details);
  gtk_widget_set_visible (self->expander, details != NULL);
}
