/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-choice-card.h"

#include "ui/common/atl-miniature.h"

#include <adwaita.h>

/* A program shows its first boards side by side, each of this width at least. */
#define MAX_PICTURES 4
#define PROGRAM_PICTURE 76

/**
 * AtlChoiceCard:
 *
 * A template or program in the gallery: a live miniature of its areas, its name, what it is good for. The
 * miniature is empty until atl_choice_card_fill(), so that a page of cards opens at once.
 */
struct _AtlChoiceCard
{
  GtkFlowBoxChild parent_instance;

  GtkWidget *pictures;
  GtkWidget *name;
  GtkWidget *purpose;
  GtkWidget *facts;

  AtlChoice *choice;
  char      *language;
  gboolean   filled;

  AtlChoiceHit hit; /* of what is searched */
};

G_DEFINE_FINAL_TYPE (AtlChoiceCard, atl_choice_card, GTK_TYPE_FLOW_BOX_CHILD)

/* Short programs leave the rest of the row free, so that all pictures are of one size. */
static void
add_pictures (AtlChoiceCard *self)
{
  guint n_boards = atl_choice_get_n_boards (self->choice);
  guint n_slots = atl_choice_is_program (self->choice) ? MAX_PICTURES : 1;

  for (guint i = 0; i < n_slots; i++)
    {
      GtkWidget *picture = i < n_boards ? atl_miniature_new (NULL) : adw_bin_new ();

      if (n_slots > 1 && ATL_IS_MINIATURE (picture))
        atl_miniature_set_natural_width (ATL_MINIATURE (picture), PROGRAM_PICTURE);
      gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (self->pictures), picture);
    }
}

static void
show_texts (AtlChoiceCard *self)
{
  const char      *name = atl_choice_get_name (self->choice, self->language);
  const char      *purpose = atl_choice_get_purpose (self->choice, self->language);
  g_autofree char *facts = atl_choice_dup_facts (self->choice);
  g_autofree char *label = g_strdup_printf ("%s. %s %s", name, purpose, facts);

  gtk_label_set_text (GTK_LABEL (self->name), name);
  gtk_label_set_text (GTK_LABEL (self->purpose), purpose);
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
atl_choice_card_finalize (GObject *object)
{
  AtlChoiceCard *self = ATL_CHOICE_CARD (object);

  g_clear_object (&self->choice);
  g_free (self->language);
  G_OBJECT_CLASS (atl_choice_card_parent_class)->finalize (object);
}

static void
atl_choice_card_class_init (AtlChoiceCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_choice_card_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/start/"
                                                             "atl-choice-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceCard, pictures);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceCard, name);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceCard, purpose);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceCard, facts);
}

static void
atl_choice_card_init (AtlChoiceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_choice_card_new:
 * @choice: what the card offers
 * @language: "en" or "fr"
 *
 * Returns: (transfer floating): a card with texts, its miniatures still empty
 */
GtkWidget *
atl_choice_card_new (AtlChoice  *choice,
                     const char *language)
{
  AtlChoiceCard *self;

  g_return_val_if_fail (ATL_IS_CHOICE (choice), NULL);

  self = g_object_new (ATL_TYPE_CHOICE_CARD, NULL);
  self->choice = g_object_ref (choice);
  self->language = g_strdup (language);
  if (atl_choice_is_program (choice))
    gtk_widget_add_css_class (GTK_WIDGET (self), "program");
  add_pictures (self);
  show_texts (self);
  return GTK_WIDGET (self);
}

/**
 * atl_choice_card_get_choice:
 * @self: a card
 *
 * Returns: (transfer none): what it offers
 */
AtlChoice *
atl_choice_card_get_choice (AtlChoiceCard *self)
{
  g_return_val_if_fail (ATL_IS_CHOICE_CARD (self), NULL);

  return self->choice;
}

/**
 * atl_choice_card_set_language:
 * @self: a card
 * @language: "en" or "fr"
 *
 * Shows the texts in @language; the miniatures wait for the next atl_choice_card_fill().
 */
void
atl_choice_card_set_language (AtlChoiceCard *self,
                              const char    *language)
{
  g_return_if_fail (ATL_IS_CHOICE_CARD (self));

  if (g_str_equal (self->language, language))
    return;
  g_free (self->language);
  self->language = g_strdup (language);
  self->filled = FALSE;
  show_texts (self);
}

/**
 * atl_choice_card_search:
 * @self: a card
 * @words: what is searched, "" for everything
 *
 * Returns: where the choice has @words, as atl_choice_search() says; the card keeps it
 */
AtlChoiceHit
atl_choice_card_search (AtlChoiceCard *self,
                        const char    *words)
{
  g_return_val_if_fail (ATL_IS_CHOICE_CARD (self), ATL_CHOICE_HIT_NONE);

  self->hit = atl_choice_search (self->choice, words, self->language);
  return self->hit;
}

/**
 * atl_choice_card_get_hit:
 * @self: a card
 *
 * Returns: what the last search found
 */
AtlChoiceHit
atl_choice_card_get_hit (AtlChoiceCard *self)
{
  g_return_val_if_fail (ATL_IS_CHOICE_CARD (self), ATL_CHOICE_HIT_NONE);

  return self->hit;
}

/**
 * atl_choice_card_fill:
 * @self: a card
 *
 * Makes the boards for the miniatures.
 *
 * Returns: whether there was something to do
 */
gboolean
atl_choice_card_fill (AtlChoiceCard *self)
{
  AtlSession *preview;
  GtkWidget  *picture;
  guint       i = 0;

  g_return_val_if_fail (ATL_IS_CHOICE_CARD (self), FALSE);

  if (self->filled)
    return FALSE;
  self->filled = TRUE;
  preview = atl_choice_get_preview (self->choice, self->language);
  for (picture = gtk_widget_get_first_child (self->pictures); picture != NULL && preview != NULL;
       picture = gtk_widget_get_next_sibling (picture))
    if (ATL_IS_MINIATURE (picture))
      atl_miniature_set_board (ATL_MINIATURE (picture), atl_list_get (atl_session_get_boards (preview), i++));
  return TRUE;
}
