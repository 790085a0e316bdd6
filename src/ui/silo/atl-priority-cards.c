/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-priority-cards.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "insight/atl-priorities.h"
#include "model/atl-links.h"
#include "ui/silo/atl-link-action.h"
#include "util/atl-direction.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 34 /* a panel is as wide as its texts want to be */
#define MOST_PAIRS 5
#define MOST_REQUESTS 4

typedef struct
{
  AtlBoard       *board;
  AtlMeasures    *measures;
  AtlNetwork     *network;
  const AtlVoice *voice;
  gboolean        read_only;
} Teller;

static void
add_line (GtkWidget  *foot,
          const char *text,
          const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (foot), label);
}

static gboolean
is_between (Teller                *teller,
            const AtlNetworkEntry *entry,
            const AtlPriority     *pair)
{
  int from = teller->network->nodes[entry->from].silo;
  int to = teller->network->nodes[entry->to].silo;

  return atl_link_kind_is_need (entry->kind) && ((from == (int) pair->a && to == (int) pair->b) ||
                                                 (from == (int) pair->b && to == (int) pair->a));
}

/* From whom to whom, whether it is blocked or missing, and what was said about it. */
static char *
dup_request (Teller                *teller,
             const AtlNetworkEntry *entry)
{
  const char      *language = atl_session_get_language (teller->voice->session);
  AtlLink         *link = atl_list_find (atl_board_get_links (teller->board), entry->id);
  const char      *remark = link != NULL ? atl_link_get_remark (link) : NULL;
  const char      *nick = entry->kind == ATL_LINK_KIND_BLOCKED ? "blocked" : "missing";
  g_autofree char *from = atl_voice_dup_name (teller->voice, entry->from);
  g_autofree char *to = atl_voice_dup_name (teller->voice, entry->to);
  g_autofree char *lead = g_strdup_printf ("%s → %s · %s", from, to,
                                           atl_words_get_label (language, ATL_LABEL_LINK_KIND, nick));

  if (remark == NULL || *remark == '\0')
    return g_steal_pointer (&lead);
  return atl_words_fill (language, "label-value", "label", lead, "value", remark, NULL);
}

static void
add_requests (Teller            *teller,
              GtkWidget         *foot,
              const AtlPriority *pair)
{
  guint n = 0;

  for (guint i = 0; i < teller->network->n_entries && n < MOST_REQUESTS; i++)
    if (is_between (teller, &teller->network->entries[i], pair))
      {
        g_autofree char *text = dup_request (teller, &teller->network->entries[i]);

        add_line (foot, text, "figure-request");
        n++;
      }
}

/* Who will own the action, as far as the room may know. */
static void
add_owners (Teller            *teller,
            GtkWidget         *foot,
            const AtlPriority *pair,
            const AtlProposal *proposal)
{
  AtlNetwork      *network = teller->network;
  g_autofree char *a = atl_direction_dup_isolated (network->silos[pair->a].name);
  g_autofree char *b = atl_direction_dup_isolated (network->silos[pair->b].name);
  g_autofree char *text = NULL;

  if (teller->read_only || network->nodes[proposal->a].person == NULL ||
      network->nodes[proposal->b].person == NULL)
    return;
  /* Translators: the names of two silos */
  text = g_strdup_printf (_ ("Owners: one person of %s and one of %s; names are in the action"), a, b);
  add_line (foot, text, "figure-proposal");
}

static void
add_proposal (Teller            *teller,
              GtkWidget         *foot,
              const AtlPriority *pair)
{
  AtlProposal      proposal;
  g_autofree char *a = NULL;
  g_autofree char *b = NULL;
  g_autofree char *text = NULL;

  if (!atl_link_action_propose (teller->measures, pair->a, pair->b, &proposal))
    return;
  if (teller->voice->silos_only)
    {
      add_owners (teller, foot, pair, &proposal);
      return;
    }
  a = atl_voice_dup_name (teller->voice, proposal.a);
  b = atl_voice_dup_name (teller->voice, proposal.b);
  /* Translators: the names of two people */
  text = g_strdup_printf (_ ("To bring together: %s and %s"), a, b);
  add_line (foot, text, "figure-proposal");
}

static GtkWidget *
make_button (Teller            *teller,
             const AtlPriority *pair)
{
  const char *a = teller->network->silos[pair->a].id;
  const char *b = teller->network->silos[pair->b].id;
  AtlAction  *made = atl_link_action_find (teller->voice->session, teller->measures, pair->a, pair->b);
  GtkWidget  *button = gtk_button_new_with_label (made != NULL ? _ ("Action Made") : _ ("Make an Action"));

  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", a, b);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), made != NULL ? NULL : "figures.make-action");
  gtk_widget_set_sensitive (button, made == NULL);
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_add_css_class (button, "figure-action");
  gtk_widget_set_tooltip_text (button, _ ("Adds an action to the session, with an owner in each silo"));
  return button;
}

static GtkWidget *
make_foot (Teller            *teller,
           const AtlPriority *pair)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (foot, "figure-rows");
  if (!teller->voice->silos_only)
    add_requests (teller, foot, pair);
  add_proposal (teller, foot, pair);
  if (!teller->read_only)
    gtk_box_append (GTK_BOX (foot), make_button (teller, pair));
  return foot;
}

static void
fill_card (Teller            *teller,
           AtlFigureCard     *card,
           const AtlPriority *pair)
{
  g_autoptr (AtlSpeech) speech = atl_speech_new ();
  AtlSiloSentence       sentence;

  atl_silo_sentence_init (&sentence, "missing");
  atl_silo_sentence_add_silo (&sentence, "a", pair->a);
  atl_silo_sentence_add_silo (&sentence, "b", pair->b);
  atl_silo_sentence_add_count (&sentence, "requests", pair->n_requests);
  atl_silo_sentence_add_count (&sentence, "pairs", pair->n_pairs);
  atl_silo_sentence_add_count (&sentence, "possible", pair->possible);
  atl_speech_add (speech, teller->voice, &sentence);
  atl_figure_card_set_speech (card, speech);
  atl_figure_card_set_light (card, (AtlLight){ ATL_LIGHT_NEEDS, pair->a, pair->b });
  atl_figure_card_set_foot (card, make_foot (teller, pair));
}

static void
tell_none (AtlCardBox     *box,
           const AtlVoice *voice)
{
  g_autoptr (AtlSpeech) speech = atl_speech_new ();
  AtlFigureCard        *card = atl_card_box_add (box, "none");
  AtlSiloSentence       sentence;

  atl_silo_sentence_init (&sentence, "missing.none");
  atl_speech_add (speech, voice, &sentence);
  atl_figure_card_set_speech (card, speech);
  atl_figure_card_set_light (card, (AtlLight){ ATL_LIGHT_ALL_NEEDS, 0, 0 });
}

/**
 * atl_priority_cards_fill:
 * @box: where the cards go
 * @board: the map
 * @measures: its figures
 * @voice: how they are said; where only silos are, requests and proposals are not shown
 * @read_only: whether no action can be made
 */
void
atl_priority_cards_fill (AtlCardBox     *box,
                         AtlBoard       *board,
                         AtlMeasures    *measures,
                         const AtlVoice *voice,
                         gboolean        read_only)
{
  Teller                  teller = { board, measures, measures->network, voice, read_only };
  guint                   n = 0;
  g_autofree AtlPriority *pairs = atl_priorities_rank (measures, MOST_PAIRS, &n);

  atl_card_box_begin (box);
  if (measures->network->n_needs == 0)
    tell_none (box, voice);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("%s:%s", measures->network->silos[pairs[i].a].id,
                                              measures->network->silos[pairs[i].b].id);

      fill_card (&teller, atl_card_box_add (box, key), &pairs[i]);
    }
  atl_card_box_end (box);
}
