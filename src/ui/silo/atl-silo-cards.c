/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-silo-cards.h"

#include "config.h"
#include "ui/silo/atl-share-bar.h"

#include <glib/gi18n-lib.h>

static guint64
count_members (AtlNetwork *network)
{
  guint64 n = 0;

  for (guint i = 0; i < network->n_silos; i++)
    n += network->silos[i].n_nodes;
  return n;
}

/**
 * atl_silo_cards_get_reference:
 * @measures: the figures of a map
 * @silo: one of its silos
 *
 * The E-I index of a silo if links were placed at random among the n nodes with a silo, as SILO-METHOD §4
 * does for the whole map: of the pairs that touch the silo, n_s (n − n_s) lead out of it and
 * n_s (n_s − 1) / 2 stay inside, so that EI_s* = (out − in) / (out + in). A small silo has a high one,
 * whatever its people do.
 *
 * Returns: the reference, NaN for a silo of one alone on the map
 */
double
atl_silo_cards_get_reference (AtlMeasures *measures,
                              guint        silo)
{
  guint64 n = count_members (measures->network);
  guint64 size = measures->network->silos[silo].n_nodes;

  return atl_ei_compute_index (size * (n - size), size * (size - 1) / 2);
}

static char *
dup_bar_text (AtlMeasures *measures,
              guint        silo)
{
  g_autofree char *value = atl_figure_dup_number (measures->silos[silo].ei);
  g_autofree char *reference = atl_figure_dup_number (atl_silo_cards_get_reference (measures, silo));

  /* Translators: the name of a silo, its index from −1 (all links inside) to +1 (all outside), and what it
   * would be if links were placed at random */
  return g_strdup_printf (_ ("%s: E-I index %s, at random %s"), measures->network->silos[silo].name, value,
                          reference);
}

static void
fill_card (AtlFigureCard         *card,
           AtlMeasures           *measures,
           const AtlSiloSentence *sentence,
           const AtlVoice        *voice)
{
  guint                 silo = sentence->values[0].index;
  g_autoptr (AtlSpeech) speech = atl_speech_new ();
  g_autofree char      *text = dup_bar_text (measures, silo);

  if (atl_figure_card_get_bar (card) == NULL)
    atl_figure_card_set_bar (card, atl_share_bar_new (-1, 1));
  atl_share_bar_set (ATL_SHARE_BAR (atl_figure_card_get_bar (card)), measures->silos[silo].ei,
                     atl_silo_cards_get_reference (measures, silo), text);
  atl_speech_add (speech, voice, sentence);
  atl_figure_card_set_speech (card, speech);
  atl_figure_card_set_light (card, (AtlLight){ ATL_LIGHT_SILO, silo, 0 });
}

/**
 * atl_silo_cards_fill:
 * @box: where the cards go
 * @measures: the figures of a map
 * @reading: the sentences about them
 * @voice: how they are said
 */
void
atl_silo_cards_fill (AtlCardBox     *box,
                     AtlMeasures    *measures,
                     AtlSiloReading *reading,
                     const AtlVoice *voice)
{
  guint n = 0;

  atl_card_box_begin (box);
  for (guint i = 0; i < reading->sentences->len && n < ATL_SILO_CARDS_MOST; i++)
    {
      const AtlSiloSentence *sentence = &g_array_index (reading->sentences, AtlSiloSentence, i);

      if (sentence->id == NULL || !g_str_has_prefix (sentence->id, "ei.silo."))
        continue;
      n++;
      fill_card (atl_card_box_add (box, measures->network->silos[sentence->values[0].index].id), measures,
                 sentence, voice);
    }
  atl_card_box_end (box);
}
