/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-voice.h"

#include "config.h"
#include "exchange/atl-network-names.h"
#include "insight/network/atl-silo-reading.h"
#include "util/atl-direction.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define UNDEFINED "–"

static AtlSiloNamer
get_namer (const AtlVoice *voice)
{
  return voice->silos_only ? atl_network_names_dup_silo : atl_network_names_dup_shown;
}

/**
 * atl_voice_dup_name:
 * @voice: how it is said
 * @node: a node
 *
 * Returns: (transfer full): how the node may be called, in a line that it does not turn around
 */
char *
atl_voice_dup_name (const AtlVoice *voice,
                    guint           node)
{
  g_autofree char *name = get_namer (voice) (voice->network, node, voice->session);

  return atl_direction_dup_isolated (name);
}

/**
 * atl_voice_dup_text:
 * @voice: how it is said
 * @sentence: a sentence
 *
 * Returns: (transfer full): the sentence in words; plain text, never markup
 */
char *
atl_voice_dup_text (const AtlVoice        *voice,
                    const AtlSiloSentence *sentence)
{
  return atl_silo_sentence_dup_shown (sentence, voice->network, atl_session_get_language (voice->session),
                                      atl_network_names_choose (sentence, get_namer (voice)), voice->session);
}

/**
 * atl_voice_dup_cell:
 * @voice: how it is said
 * @measures: the figures of a map
 * @from: the silo that gives
 * @to: the silo that receives
 *
 * Returns: (transfer full): the sentence about a cell of the matrix, "" for a blank one
 */
char *
atl_voice_dup_cell (const AtlVoice *voice,
                    AtlMeasures    *measures,
                    guint           from,
                    guint           to)
{
  AtlSiloSentence sentence = atl_silo_reading_get_cell (measures, from, to);

  return sentence.id != NULL ? atl_voice_dup_text (voice, &sentence) : g_strdup ("");
}

/**
 * atl_speech_new:
 *
 * Returns: (transfer full): a speech without a sentence
 */
AtlSpeech *
atl_speech_new (void)
{
  AtlSpeech *self = g_new0 (AtlSpeech, 1);

  self->text = g_string_new (NULL);
  self->attributes = pango_attr_list_new ();
  return self;
}

/**
 * atl_speech_free:
 * @self: (transfer full): a speech
 */
void
atl_speech_free (AtlSpeech *self)
{
  g_string_free (self->text, TRUE);
  pango_attr_list_unref (self->attributes);
  g_free (self);
}

/* What is compared with is not what it is about. */
static gboolean
is_emphasized (const AtlSiloValue *value)
{
  return !g_str_equal (value->name, "expected") && value->kind != ATL_SILO_VALUE_COUNT &&
         value->kind != ATL_SILO_VALUE_TEXT;
}

static void
emphasize (AtlSpeech  *self,
           gsize       from,
           const char *value)
{
  const char     *found = *value != '\0' ? strstr (self->text->str + from, value) : NULL;
  PangoAttribute *bold = NULL;

  if (found == NULL)
    return;
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->start_index = (guint) (found - self->text->str);
  bold->end_index = bold->start_index + (guint) strlen (value);
  pango_attr_list_insert (self->attributes, bold);
}

/**
 * atl_speech_add:
 * @self: a speech
 * @voice: how it is said
 * @sentence: (nullable): a sentence; nothing is added for %NULL
 */
void
atl_speech_add (AtlSpeech             *self,
                const AtlVoice        *voice,
                const AtlSiloSentence *sentence)
{
  g_autofree char *text = sentence != NULL ? atl_voice_dup_text (voice, sentence) : NULL;
  gsize            from = self->text->len;

  if (text == NULL)
    return;
  atl_speech_add_text (self, text);
  for (guint i = 0; i < sentence->n_values; i++)
    {
      g_autofree char *value =
        atl_silo_sentence_dup_value (sentence, i, voice->network, atl_session_get_language (voice->session),
                                     atl_network_names_choose (sentence, get_namer (voice)),
                                     voice->session);

      if (is_emphasized (&sentence->values[i]))
        emphasize (self, from, value);
    }
}

/**
 * atl_speech_add_text:
 * @self: a speech
 * @text: a sentence that is in words already
 */
void
atl_speech_add_text (AtlSpeech  *self,
                     const char *text)
{
  if (self->text->len > 0)
    g_string_append_c (self->text, ' ');
  g_string_append (self->text, text);
}

/**
 * atl_speech_show:
 * @self: a speech
 * @label: a GtkLabel
 */
void
atl_speech_show (AtlSpeech *self,
                 GtkWidget *label)
{
  gtk_label_set_text (GTK_LABEL (label), self->text->str);
  gtk_label_set_attributes (GTK_LABEL (label), self->attributes);
}

/**
 * atl_figure_dup_number:
 * @value: a figure
 *
 * Returns: (transfer full): it in the locale of the user with two or three digits that count, “–” if it is
 *   undefined
 */
char *
atl_figure_dup_number (double value)
{
  if (!atl_measure_is_defined (value))
    return g_strdup (UNDEFINED);
  if (isinf (value))
    return g_strdup (value > 0 ? "∞" : "−∞");
  return g_strdup_printf ("%s%.*f", value < 0 && fabs (value) >= 0.0005 ? "−" : "", fabs (value) < 10 ? 3 : 1,
                          fabs (value));
}

/**
 * atl_figure_dup_percent:
 * @value: a share, 0 to 1
 *
 * Returns: (transfer full): it in whole percents, “–” if it is undefined
 */
char *
atl_figure_dup_percent (double value)
{
  if (!atl_measure_is_defined (value))
    return g_strdup (UNDEFINED);
  return g_strdup_printf (_ ("%d%%"), (int) (value * 100 + 0.5));
}

/**
 * atl_figure_dup_ratio:
 * @count: what was found
 * @total: what is possible
 *
 * Returns: (transfer full): such as “3 / 58”
 */
char *
atl_figure_dup_ratio (guint64 count,
                      guint64 total)
{
  return g_strdup_printf ("%" G_GUINT64_FORMAT " / %" G_GUINT64_FORMAT, count, total);
}
