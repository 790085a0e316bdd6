/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-gallery-section.h"

#include "ui/start/atl-choice-card.h"

/**
 * AtlGallerySection:
 *
 * A heading and cards under it. Arrows move in the grid, and past its edge to the section above or below.
 */
struct _AtlGallerySection
{
  GtkBox parent_instance;

  GtkWidget *title;
  GtkWidget *cards;
  GPtrArray *order;   /* the cards in the order in which they were added, borrowed */
  char      *words;   /* what is searched, "" for everything */
  gboolean   repeats; /* its choices stand elsewhere too: not shown while searching */
};

G_DEFINE_FINAL_TYPE (AtlGallerySection, atl_gallery_section, GTK_TYPE_BOX)

enum
{
  CHOSEN,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static GtkWidget *
get_first_card (AtlGallerySection *self)
{
  return gtk_widget_get_first_child (self->cards);
}

static gboolean
is_shown (GtkFlowBoxChild *child,
          gpointer         user_data)
{
  return atl_choice_card_get_hit (ATL_CHOICE_CARD (child)) != ATL_CHOICE_HIT_NONE;
}

/* What is called like that stands before what only speaks of it; else cards stay in their order. */
static int
compare_cards (GtkFlowBoxChild *a,
               GtkFlowBoxChild *b,
               gpointer         user_data)
{
  AtlGallerySection *self = user_data;
  AtlChoiceHit       first = atl_choice_card_get_hit (ATL_CHOICE_CARD (a));
  AtlChoiceHit       second = atl_choice_card_get_hit (ATL_CHOICE_CARD (b));
  guint              i = 0, j = 0;

  if (first != second)
    return first < second ? -1 : 1;
  g_ptr_array_find (self->order, a, &i);
  g_ptr_array_find (self->order, b, &j);
  return i < j ? -1 : i > j;
}

static void
card_activated_cb (AtlGallerySection *self,
                   AtlChoiceCard     *card)
{
  g_signal_emit (self, signals[CHOSEN], 0, atl_choice_card_get_choice (card));
}

/* Past the edge of the grid comes the section above or below. */
static gboolean
keynav_failed_cb (AtlGallerySection *self,
                  GtkDirectionType   direction)
{
  gboolean   down = direction == GTK_DIR_DOWN;
  GtkWidget *next = GTK_WIDGET (self);

  if (!down && direction != GTK_DIR_UP)
    return GDK_EVENT_PROPAGATE;
  do
    next = down ? gtk_widget_get_next_sibling (next) : gtk_widget_get_prev_sibling (next);
  while (next != NULL && !gtk_widget_get_visible (next));
  if (next == NULL)
    return GDK_EVENT_PROPAGATE;
  return gtk_widget_child_focus (next, down ? GTK_DIR_TAB_FORWARD : GTK_DIR_TAB_BACKWARD);
}

static void
atl_gallery_section_finalize (GObject *object)
{
  g_free (ATL_GALLERY_SECTION (object)->words);
  g_ptr_array_unref (ATL_GALLERY_SECTION (object)->order);
  G_OBJECT_CLASS (atl_gallery_section_parent_class)->finalize (object);
}

static void
atl_gallery_section_class_init (AtlGallerySectionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_gallery_section_finalize;

  /**
   * AtlGallerySection::chosen:
   * @choice: the card that was clicked, or on which Enter was pressed
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATL_TYPE_CHOICE);
}

static void
atl_gallery_section_init (AtlGallerySection *self)
{
  self->words = g_strdup ("");
  self->order = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "gallery-section");
  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_widget_add_css_class (self->title, "title-4");
  gtk_box_append (GTK_BOX (self), self->title);
  self->cards = gtk_flow_box_new ();
  gtk_flow_box_set_selection_mode (GTK_FLOW_BOX (self->cards), GTK_SELECTION_NONE);
  gtk_flow_box_set_homogeneous (GTK_FLOW_BOX (self->cards), TRUE);
  gtk_flow_box_set_filter_func (GTK_FLOW_BOX (self->cards), is_shown, NULL, NULL);
  gtk_flow_box_set_sort_func (GTK_FLOW_BOX (self->cards), compare_cards, self, NULL);
  gtk_widget_add_css_class (self->cards, "gallery-cards");
  gtk_widget_set_vexpand (self->cards, FALSE);
  g_signal_connect_swapped (self->cards, "child-activated", G_CALLBACK (card_activated_cb), self);
  g_signal_connect_swapped (self->cards, "keynav-failed", G_CALLBACK (keynav_failed_cb), self);
  gtk_box_append (GTK_BOX (self), self->cards);
}

/**
 * atl_gallery_section_new:
 * @title: the heading, translated
 * @repeats: whether all its choices also stand in other sections
 *
 * Returns: (transfer floating): an empty section
 */
GtkWidget *
atl_gallery_section_new (const char *title,
                         gboolean    repeats)
{
  AtlGallerySection *self = g_object_new (ATL_TYPE_GALLERY_SECTION, NULL);

  self->repeats = repeats;
  atl_gallery_section_set_title (self, title);
  return GTK_WIDGET (self);
}

/**
 * atl_gallery_section_set_title:
 * @self: a section
 * @title: the heading, translated
 */
void
atl_gallery_section_set_title (AtlGallerySection *self,
                               const char        *title)
{
  g_return_if_fail (ATL_IS_GALLERY_SECTION (self));

  gtk_label_set_text (GTK_LABEL (self->title), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->cards), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/**
 * atl_gallery_section_add:
 * @self: a section
 * @choice: what to offer
 * @language: "en" or "fr"
 *
 * Adds a card at the end.
 */
void
atl_gallery_section_add (AtlGallerySection *self,
                         AtlChoice         *choice,
                         const char        *language)
{
  GtkWidget *card;

  g_return_if_fail (ATL_IS_GALLERY_SECTION (self));

  if (atl_choice_is_program (choice))
    gtk_flow_box_set_max_children_per_line (GTK_FLOW_BOX (self->cards), 4);
  card = atl_choice_card_new (choice, language);
  g_ptr_array_add (self->order, card);
  gtk_flow_box_append (GTK_FLOW_BOX (self->cards), card);
}

/**
 * atl_gallery_section_clear:
 * @self: a section
 *
 * Takes all cards out.
 */
void
atl_gallery_section_clear (AtlGallerySection *self)
{
  GtkWidget *card;

  g_return_if_fail (ATL_IS_GALLERY_SECTION (self));

  g_ptr_array_set_size (self->order, 0);
  while ((card = get_first_card (self)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->cards), card);
}

/**
 * atl_gallery_section_set_language:
 * @self: a section
 * @language: "en" or "fr"
 *
 * Shows all cards in @language; they wait for atl_gallery_section_fill().
 */
void
atl_gallery_section_set_language (AtlGallerySection *self,
                                  const char        *language)
{
  GtkWidget *card;

  g_return_if_fail (ATL_IS_GALLERY_SECTION (self));

  for (card = get_first_card (self); card != NULL; card = gtk_widget_get_next_sibling (card))
    atl_choice_card_set_language (ATL_CHOICE_CARD (card), language);
}

/**
 * atl_gallery_section_filter:
 * @self: a section
 * @words: what is searched, "" for everything
 *
 * Shows the cards that match, those first that are called so; a section without any hides.
 *
 * Returns: the number of cards shown
 */
guint
atl_gallery_section_filter (AtlGallerySection *self,
                            const char        *words)
{
  GtkWidget *card;
  guint      n = 0;

  g_return_val_if_fail (ATL_IS_GALLERY_SECTION (self), 0);

  g_free (self->words);
  self->words = g_strdup (words);
  for (card = get_first_card (self); card != NULL; card = gtk_widget_get_next_sibling (card))
    n += atl_choice_card_search (ATL_CHOICE_CARD (card), words) != ATL_CHOICE_HIT_NONE ? 1 : 0;
  if (self->repeats && words[0] != '\0')
    n = 0;
  gtk_flow_box_invalidate_sort (GTK_FLOW_BOX (self->cards));
  gtk_flow_box_invalidate_filter (GTK_FLOW_BOX (self->cards));
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
  return n;
}

static AtlChoiceCard *
find_best (AtlGallerySection *self)
{
  AtlChoiceCard *best = NULL;

  for (guint i = 0; i < self->order->len && gtk_widget_get_visible (GTK_WIDGET (self)); i++)
    {
      AtlChoiceCard *card = self->order->pdata[i];
      AtlChoiceHit   hit = atl_choice_card_get_hit (card);

      if (hit < (best != NULL ? atl_choice_card_get_hit (best) : ATL_CHOICE_HIT_NONE))
        best = card;
    }
  return best;
}

/**
 * atl_gallery_section_get_hit:
 * @self: a section
 *
 * Returns: the best place where one of its choices has what is searched
 */
AtlChoiceHit
atl_gallery_section_get_hit (AtlGallerySection *self)
{
  AtlChoiceCard *best;

  g_return_val_if_fail (ATL_IS_GALLERY_SECTION (self), ATL_CHOICE_HIT_NONE);

  best = find_best (self);
  return best != NULL ? atl_choice_card_get_hit (best) : ATL_CHOICE_HIT_NONE;
}

/**
 * atl_gallery_section_get_first:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the first choice that is shown
 */
AtlChoice *
atl_gallery_section_get_first (AtlGallerySection *self)
{
  AtlChoiceCard *best;

  g_return_val_if_fail (ATL_IS_GALLERY_SECTION (self), NULL);

  best = find_best (self);
  return best != NULL ? atl_choice_card_get_choice (best) : NULL;
}

/**
 * atl_gallery_section_fill:
 * @self: a section
 *
 * Makes the miniatures of one card that still has none.
 *
 * Returns: whether there was one
 */
gboolean
atl_gallery_section_fill (AtlGallerySection *self)
{
  GtkWidget *card;

  g_return_val_if_fail (ATL_IS_GALLERY_SECTION (self), FALSE);

  for (card = get_first_card (self); card != NULL; card = gtk_widget_get_next_sibling (card))
    if (atl_choice_card_fill (ATL_CHOICE_CARD (card)))
      return TRUE;
  return FALSE;
}
