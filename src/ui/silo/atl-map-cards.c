/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-map-cards.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "ui/silo/atl-figure-details.h"
#include "ui/silo/atl-share-bar.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_ALIKE 8   /* cards that say the same of one silo or person after the other */
#define MOST_BRIDGES 3 /* the others are seen on the map */

typedef enum
{
  SUBJECT_NONE, /* said elsewhere */
  SUBJECT_EI,
  SUBJECT_DENSITY,
  SUBJECT_FACTORY,
  SUBJECT_RECIPROCITY,
  SUBJECT_ISOLATED,
  SUBJECT_FRAGILE,
  SUBJECT_BROKERS,
  SUBJECT_BROKER,
  SUBJECT_BRIDGE,
  SUBJECT_MODULARITY,
  N_SUBJECTS,
} Subject;

static const struct
{
  const char  *prefix; /* of the ids of sentences, the first that fits counts */
  Subject      subject;
  AtlLightKind light;
} subjects[] = {
  { "density.", SUBJECT_DENSITY, ATL_LIGHT_WITHIN },
  { "ei.silo.", SUBJECT_NONE, ATL_LIGHT_SILO },
  { "ei.factory", SUBJECT_FACTORY, ATL_LIGHT_SILO },
  { "ei.", SUBJECT_EI, ATL_LIGHT_CROSS },
  { "reciprocity.", SUBJECT_RECIPROCITY, ATL_LIGHT_MUTUAL },
  { "isolated", SUBJECT_ISOLATED, ATL_LIGHT_SILO },
  { "fragile", SUBJECT_FRAGILE, ATL_LIGHT_SILO_CROSS },
  { "broker.low", SUBJECT_BROKERS, ATL_LIGHT_CROSS },
  { "broker.", SUBJECT_BROKER, ATL_LIGHT_NODE },
  { "bridge", SUBJECT_BRIDGE, ATL_LIGHT_PAIR },
  { "modularity.", SUBJECT_MODULARITY, ATL_LIGHT_WITHIN },
};

/* A card in the making: sentences of the same subject stand in one. */
typedef struct
{
  AtlCardBox     *box;
  AtlMeasures    *measures;
  const AtlVoice *voice;
  Subject         subject;
  char           *key; /* NULL before the first */
  AtlLight        light;
  AtlSpeech      *speech;
  GString        *details;            /* what only an index says */
  guint           counts[N_SUBJECTS]; /* what there was to say */
} Teller;

static Subject
get_subject (const AtlSiloSentence *sentence,
             AtlLightKind          *light)
{
  for (guint i = 0; sentence->id != NULL && i < G_N_ELEMENTS (subjects); i++)
    if (g_str_has_prefix (sentence->id, subjects[i].prefix))
      {
        *light = subjects[i].light;
        return subjects[i].subject;
      }
  return SUBJECT_NONE;
}

static guint
find_factory (AtlNetwork *network)
{
  for (guint i = 0; i < network->n_silos; i++)
    if (network->silos[i].factory)
      return i;
  return 0;
}

static void
set_light (Teller                *teller,
           const AtlSiloSentence *sentence,
           AtlLightKind           kind)
{
  teller->light = (AtlLight){ kind, 0, 0 };
  if (teller->subject == SUBJECT_FACTORY)
    teller->light.a = find_factory (teller->measures->network);
  else if (sentence->n_values > 0)
    teller->light.a = sentence->values[0].index;
  if (teller->subject == SUBJECT_BRIDGE)
    teller->light.b = sentence->values[1].index;
}

static char *
make_key (Teller                *teller,
          const AtlSiloSentence *sentence)
{
  AtlNetwork *network = teller->measures->network;
  guint       a = sentence->n_values > 0 ? sentence->values[0].index : 0;

  if (teller->subject == SUBJECT_ISOLATED || teller->subject == SUBJECT_FRAGILE)
    return g_strdup_printf ("%s:%s", sentence->id, network->silos[a].id);
  if (teller->subject == SUBJECT_BROKER)
    return g_strdup_printf ("broker:%s", network->nodes[a].id);
  if (teller->subject == SUBJECT_BRIDGE)
    return g_strdup_printf ("bridge:%s:%s", network->nodes[a].id,
                            network->nodes[sentence->values[1].index].id);
  return g_strdup_printf ("%d", teller->subject);
}

static void
show_bar (Teller        *teller,
          AtlFigureCard *card)
{
  const AtlEi *ei = &teller->measures->ei;

  if (atl_figure_card_get_bar (card) == NULL)
    atl_figure_card_set_bar (card, atl_share_bar_new (0, 1));
  atl_share_bar_set (ATL_SHARE_BAR (atl_figure_card_get_bar (card)), ei->share, ei->expected_share,
                     teller->speech->text->str);
}

/* Those of the report: what a figure means. */
static char *
dup_meaning (Teller *teller)
{
  const char      *language = atl_session_get_language (teller->voice->session);
  g_autofree char *expected = atl_figure_dup_number (teller->measures->ei.expected_index);

  if (teller->subject == SUBJECT_EI)
    return atl_words_fill (language, "map-ei-help", "expected", expected, NULL);
  if (teller->subject == SUBJECT_DENSITY)
    return g_strdup (atl_words_get (language, "map-contrast-help"));
  if (teller->subject == SUBJECT_RECIPROCITY)
    return g_strdup (atl_words_get (language, "map-reciprocity-help"));
  if (teller->subject == SUBJECT_MODULARITY)
    return g_strdup (atl_words_get (language, "map-modularity-help"));
  return NULL;
}

static GtkWidget *
make_details (Teller *teller)
{
  g_autofree char *meaning = dup_meaning (teller);
  GtkWidget       *details = atl_figure_details_new (teller->details->str, meaning);
  AtlMeasures     *measures = teller->measures;

  switch (teller->subject)
    {
    case SUBJECT_EI:
      atl_figure_details_add_ei (details, measures);
      return details;
    case SUBJECT_DENSITY:
      atl_figure_details_add_density (details, measures);
      return details;
    case SUBJECT_RECIPROCITY:
      atl_figure_details_add_reciprocity (details, measures);
      return details;
    case SUBJECT_BROKER:
      atl_figure_details_add_broker (details, measures, teller->light.a);
      return details;
    case SUBJECT_MODULARITY:
      atl_figure_details_add_modularity (details, measures);
      return details;
    case SUBJECT_ISOLATED: /* their numbers stand below, by silo */
    case SUBJECT_FRAGILE:
    case SUBJECT_FACTORY:
    case SUBJECT_NONE:
    case SUBJECT_BROKERS:
    case SUBJECT_BRIDGE:
    case N_SUBJECTS:
    default:
      g_object_ref_sink (details);
      g_object_unref (details);
      return NULL;
    }
}

/* What an index alone says about a small map stands among the details: then there is nothing else to say. */
static void
end_card (Teller *teller)
{
  AtlFigureCard *card = NULL;

  if (teller->key != NULL && (teller->speech->text->len > 0 || teller->details->len > 0))
    {
      card = atl_card_box_add (teller->box, teller->key);
      if (teller->speech->text->len == 0)
        atl_speech_add_text (teller->speech, _ ("How well the silos predict who works with whom"));
      atl_figure_card_set_speech (card, teller->speech);
      atl_figure_card_set_light (card, teller->light);
      atl_figure_card_set_details (card, make_details (teller));
      if (teller->subject == SUBJECT_EI)
        show_bar (teller, card);
    }
  g_clear_pointer (&teller->key, g_free);
  g_clear_pointer (&teller->speech, atl_speech_free);
  teller->speech = atl_speech_new ();
  g_string_truncate (teller->details, 0);
}

static gboolean
is_one_of_many (Subject subject)
{
  return subject == SUBJECT_ISOLATED || subject == SUBJECT_FRAGILE || subject == SUBJECT_BROKER ||
         subject == SUBJECT_BRIDGE;
}

static guint
get_most (Subject subject)
{
  return subject == SUBJECT_BRIDGE ? MOST_BRIDGES : MOST_ALIKE;
}

/* Names of brokers are for the screen of the facilitator alone. */
static gboolean
may_say (Teller *teller,
         Subject subject)
{
  if (subject == SUBJECT_NONE || (subject == SUBJECT_BROKER && teller->voice->silos_only))
    return FALSE;
  return !is_one_of_many (subject) || teller->counts[subject]++ < get_most (subject);
}

static void
tell (Teller                *teller,
      const AtlSiloSentence *sentence,
      Subject                subject,
      AtlLightKind           light)
{
  g_autofree char *key = NULL;
  g_autofree char *text = NULL;

  teller->subject = subject;
  key = make_key (teller, sentence);
  if (g_strcmp0 (key, teller->key) != 0)
    {
      teller->key = g_steal_pointer (&key);
      set_light (teller, sentence, light);
    }
  if (!sentence->details)
    {
      atl_speech_add (teller->speech, teller->voice, sentence);
      return;
    }
  text = atl_voice_dup_text (teller->voice, sentence);
  g_string_append_printf (teller->details, "%s%s", teller->details->len > 0 ? " " : "", text);
}

static void
tell_all (Teller         *teller,
          AtlSiloReading *reading,
          gboolean        ei)
{
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const AtlSiloSentence *sentence = &g_array_index (reading->sentences, AtlSiloSentence, i);
      AtlLightKind           light = ATL_LIGHT_CROSS;
      Subject                subject = get_subject (sentence, &light);

      if ((subject == SUBJECT_EI) != ei || !may_say (teller, subject))
        continue;
      if (is_one_of_many (subject) || subject != teller->subject)
        end_card (teller);
      tell (teller, sentence, subject, light);
    }
  end_card (teller);
}

static guint
count_more (Teller *teller,
            Subject subject)
{
  return teller->counts[subject] - MIN (teller->counts[subject], get_most (subject));
}

static void
tell_of_more (Teller *teller)
{
  guint            silos = count_more (teller, SUBJECT_ISOLATED) + count_more (teller, SUBJECT_FRAGILE);
  guint            bridges = count_more (teller, SUBJECT_BRIDGE);
  g_autofree char *of_silos =
    g_strdup_printf (ngettext ("%u more silo without links, or with links that rest on one person, is marked "
                               "on the map.",
                               "%u more silos without links, or with links that rest on one person, are "
                               "marked on the map.",
                               silos),
                     silos);
  g_autofree char *of_bridges =
    g_strdup_printf (ngettext ("%u more bridge between silos is marked on the map.",
                               "%u more bridges between silos are marked on the map.", bridges),
                     bridges);

  if (silos == 0 && bridges == 0)
    return;
  teller->subject = SUBJECT_BROKERS;
  teller->key = g_strdup ("more");
  teller->light = (AtlLight){ ATL_LIGHT_CROSS, 0, 0 };
  if (silos > 0)
    atl_speech_add_text (teller->speech, of_silos);
  if (bridges > 0)
    atl_speech_add_text (teller->speech, of_bridges);
  end_card (teller);
}

/**
 * atl_map_cards_fill:
 * @box: where the cards go
 * @measures: the figures of a map
 * @reading: the sentences about them
 * @voice: how they are said
 *
 * The index that the sketch begins with comes first, the others in the order of the method.
 */
void
atl_map_cards_fill (AtlCardBox     *box,
                    AtlMeasures    *measures,
                    AtlSiloReading *reading,
                    const AtlVoice *voice)
{
  Teller teller = { box, measures, voice, SUBJECT_NONE, NULL, { ATL_LIGHT_CROSS, 0, 0 }, NULL, NULL, { 0 } };

  teller.speech = atl_speech_new ();
  teller.details = g_string_new (NULL);
  atl_card_box_begin (box);
  tell_all (&teller, reading, TRUE);
  tell_all (&teller, reading, FALSE);
  tell_of_more (&teller);
  atl_card_box_end (box);
  atl_speech_free (teller.speech);
  g_string_free (teller.details, TRUE);
}
