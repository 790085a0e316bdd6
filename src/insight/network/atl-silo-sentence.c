/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/network/atl-silo-sentence.h"

#include "catalogue/atl-words.h"
#include "util/atl-direction.h"

#include <math.h>

#define UNDEFINED "–"

/**
 * atl_silo_sentence_init:
 * @self: (out caller-allocates): a sentence
 * @id: (nullable): its id in silo-texts.json, a string that stays
 */
void
atl_silo_sentence_init (AtlSiloSentence *self,
                        const char      *id)
{
  *self = (AtlSiloSentence){ .id = id };
}

static AtlSiloValue *
add_value (AtlSiloSentence *self,
           const char      *name,
           AtlSiloValueKind kind)
{
  AtlSiloValue *value = &self->values[self->n_values];

  g_assert (self->n_values < ATL_SILO_MOST_VALUES);
  self->n_values++;
  value->name = name;
  value->kind = kind;
  return value;
}

/**
 * atl_silo_sentence_add_share:
 * @self: a sentence
 * @name: the placeholder, a string that stays
 * @number: the share, 0 to 1, NaN if it is undefined
 * @count: what it counts
 * @total: out of how many
 * @small: whether the map is small, so that the counts are shown
 */
void
atl_silo_sentence_add_share (AtlSiloSentence *self,
                             const char      *name,
                             double           number,
                             guint64          count,
                             guint64          total,
                             gboolean         small)
{
  AtlSiloValue *value = add_value (self, name, small ? ATL_SILO_VALUE_COUNT_OF : ATL_SILO_VALUE_SHARE);

  value->number = number;
  value->count = count;
  value->total = total;
}

/**
 * atl_silo_sentence_add_part:
 * @self: a sentence
 * @name: the placeholder, a string that stays
 * @number: the share that chance alone would give, 0 to 1, NaN if it is undefined
 * @total: out of how many
 *
 * Adds what a share of a small map is compared with: chance has no whole links, so it is told with a decimal.
 */
void
atl_silo_sentence_add_part (AtlSiloSentence *self,
                            const char      *name,
                            double           number,
                            guint64          total)
{
  AtlSiloValue *value = add_value (self, name, ATL_SILO_VALUE_PART_OF);

  value->number = number;
  value->total = total;
}

/**
 * atl_silo_sentence_add_factor:
 * @self: a sentence
 * @name: the placeholder, a string that stays
 * @number: how many times
 */
void
atl_silo_sentence_add_factor (AtlSiloSentence *self,
                              const char      *name,
                              double           number)
{
  add_value (self, name, ATL_SILO_VALUE_FACTOR)->number = number;
}

/**
 * atl_silo_sentence_add_count:
 * @self: a sentence
 * @name: the placeholder, a string that stays
 * @count: how many
 */
void
atl_silo_sentence_add_count (AtlSiloSentence *self,
                             const char      *name,
                             guint64          count)
{
  add_value (self, name, ATL_SILO_VALUE_COUNT)->count = count;
}

/**
 * atl_silo_sentence_add_silo:
 * @self: a sentence
 * @name: the placeholder, a string that stays
 * @silo: index of a silo
 */
void
atl_silo_sentence_add_silo (AtlSiloSentence *self,
                            const char      *name,
                            guint            silo)
{
  add_value (self, name, ATL_SILO_VALUE_SILO)->index = silo;
}

/**
 * atl_silo_sentence_add_node:
 * @self: a sentence, which becomes a personal one
 * @name: the placeholder, a string that stays
 * @node: index of a node
 */
void
atl_silo_sentence_add_node (AtlSiloSentence *self,
                            const char      *name,
                            guint            node)
{
  add_value (self, name, ATL_SILO_VALUE_NODE)->index = node;
  self->personal = TRUE;
}

/**
 * atl_silo_sentence_add_pairs:
 * @self: a sentence, which becomes a personal one
 * @name: the placeholder, a string that stays
 * @pairs: (array length=n): pairs of nodes that outlive the sentence
 * @n: how many there are
 */
void
atl_silo_sentence_add_pairs (AtlSiloSentence *self,
                             const char      *name,
                             const AtlBridge *pairs,
                             guint            n)
{
  AtlSiloValue *value = add_value (self, name, ATL_SILO_VALUE_PAIRS);

  value->pairs = pairs;
  value->total = n;
  self->personal = TRUE;
}

/**
 * atl_silo_sentence_add_text:
 * @self: a sentence
 * @name: the placeholder, a string that stays
 * @text: a text that outlives the sentence
 */
void
atl_silo_sentence_add_text (AtlSiloSentence *self,
                            const char      *name,
                            const char      *text)
{
  add_value (self, name, ATL_SILO_VALUE_TEXT)->text = text;
}

/* A number with at most one decimal, by the language; the locale of the user has no say. */
static char *
dup_number (const char *language,
            double      number)
{
  gint64 tenths = (gint64) llround (MIN (number, 1e15) * 10);

  if (tenths % 10 == 0)
    return g_strdup_printf ("%" G_GINT64_FORMAT, tenths / 10);
  return g_strdup_printf ("%" G_GINT64_FORMAT "%s%" G_GINT64_FORMAT, tenths / 10,
                          atl_words_get (language, "decimal-point"), tenths % 10);
}

/* Whole percents, except that little is not nothing and nearly all is not all. */
static char *
dup_share (const char *language,
           double      share)
{
  double           percent = share * 100;
  gboolean         edge = (percent > 0 && percent < 1) || (percent > 99 && percent < 100);
  g_autofree char *number = dup_number (language, edge ? CLAMP (percent, 0.1, 99.9) : floor (percent + 0.5));

  return atl_words_fill (language, "percent", "n", number, NULL);
}

/* A share of a few, with a decimal: little is not nothing here either, and nearly all is not all. */
static char *
dup_part (const char *language,
          double      share,
          guint64     total)
{
  double           part = share * (double) total;
  double           most = (double) total - 0.1;
  gboolean         edge = share > 0 && share < 1;
  g_autofree char *number = dup_number (language, edge ? CLAMP (part, 0.1, most) : part);

  return g_strdup_printf ("%s/%" G_GUINT64_FORMAT, number, total);
}

/* From ten on, decimals say more than is known. */
static char *
dup_factor (const char *language,
            double      factor)
{
  return dup_number (language, factor < 9.95 ? factor : floor (factor + 0.5));
}

/* How names and figures are put in words. */
typedef struct
{
  AtlNetwork  *network;
  const char  *language;
  AtlSiloNamer namer;
  gpointer     data;
  gboolean     isolated; /* names do not turn the line they stand in */
} Speaker;

static char *
dup_name (const Speaker *speaker,
          const char    *name)
{
  const char *text = name != NULL ? name : "";

  return speaker->isolated ? atl_direction_dup_isolated (text) : g_strdup (text);
}

static char *
dup_node (const Speaker *speaker,
          guint          node)
{
  g_autofree char *name = NULL;

  if (speaker->namer == NULL)
    return dup_name (speaker, speaker->network->nodes[node].label);
  name = speaker->namer (speaker->network, node, speaker->data);
  return dup_name (speaker, name);
}

static char *
dup_pairs (const Speaker      *speaker,
           const AtlSiloValue *value)
{
  GString *list = g_string_new (NULL);

  for (guint64 i = 0; i < value->total; i++)
    {
      g_autofree char *a = dup_node (speaker, value->pairs[i].a);
      g_autofree char *b = dup_node (speaker, value->pairs[i].b);

      if (i > 0)
        g_string_append (list, atl_words_get (speaker->language, "list-separator"));
      g_string_append_printf (list, "%s – %s", a, b);
    }
  return g_string_free (list, FALSE);
}

static char *
dup_figure (const AtlSiloValue *value,
            const char         *language)
{
  if (value->kind == ATL_SILO_VALUE_COUNT)
    return g_strdup_printf ("%" G_GUINT64_FORMAT, value->count);
  if (isnan (value->number))
    return g_strdup (UNDEFINED);
  if (value->kind == ATL_SILO_VALUE_COUNT_OF)
    return g_strdup_printf ("%" G_GUINT64_FORMAT "/%" G_GUINT64_FORMAT, value->count, value->total);
  if (value->kind == ATL_SILO_VALUE_PART_OF)
    return dup_part (language, value->number, value->total);
  if (value->kind == ATL_SILO_VALUE_SHARE)
    return dup_share (language, value->number);
  return dup_factor (language, value->number);
}

static char *
dup_value (const Speaker      *speaker,
           const AtlSiloValue *value)
{
  if (value->kind == ATL_SILO_VALUE_SILO)
    return dup_name (speaker, speaker->network->silos[value->index].name);
  if (value->kind == ATL_SILO_VALUE_NODE)
    return dup_node (speaker, value->index);
  if (value->kind == ATL_SILO_VALUE_PAIRS)
    return dup_pairs (speaker, value);
  if (value->kind == ATL_SILO_VALUE_TEXT)
    return g_strdup (value->text != NULL ? value->text : "");
  return dup_figure (value, speaker->language);
}

static char *
dup_text (const Speaker         *speaker,
          const AtlSiloSentence *sentence)
{
  const char    *text = sentence->id != NULL ? atl_words_get_silo_text (speaker->language, sentence->id) : "";
  const char    *names[ATL_SILO_MOST_VALUES] = { NULL };
  g_auto (GStrv) values = g_new0 (char *, ATL_SILO_MOST_VALUES + 1);

  for (guint i = 0; i < sentence->n_values; i++)
    {
      names[i] = sentence->values[i].name;
      values[i] = dup_value (speaker, &sentence->values[i]);
    }
  return atl_words_fill_text (text, names[0], values[0], names[1], values[1], names[2], values[2], names[3],
                              values[3], names[4], values[4], names[5], values[5], NULL);
}

/**
 * atl_silo_sentence_dup_value:
 * @self: a sentence
 * @index: which of its values
 * @network: (nullable): the network that its indices mean, %NULL if it has none
 * @language: (nullable): the language of the session
 * @namer: (nullable): gives the names of nodes, %NULL for their labels
 * @data: for @namer
 *
 * Returns: (transfer full): the value as it stands in the sentence, so that it can be emphasized there
 */
char *
atl_silo_sentence_dup_value (const AtlSiloSentence *self,
                             guint                  index,
                             AtlNetwork            *network,
                             const char            *language,
                             AtlSiloNamer           namer,
                             gpointer               data)
{
  Speaker speaker = { network, language, namer, data, FALSE };

  return dup_value (&speaker, &self->values[index]);
}

/**
 * atl_silo_sentence_dup_text:
 * @self: a sentence
 * @network: (nullable): the network that its indices mean, %NULL if it has none
 * @language: (nullable): the language of the session
 * @namer: (nullable): gives the names of nodes, %NULL for their labels
 * @data: for @namer
 *
 * Returns: (transfer full): the sentence in words, "" if it has no id; plain text, never markup
 */
char *
atl_silo_sentence_dup_text (const AtlSiloSentence *self,
                            AtlNetwork            *network,
                            const char            *language,
                            AtlSiloNamer           namer,
                            gpointer               data)
{
  Speaker speaker = { network, language, namer, data, FALSE };

  return dup_text (&speaker, self);
}

/**
 * atl_silo_sentence_dup_shown:
 * @self: a sentence
 * @network: (nullable): the network that its indices mean, %NULL if it has none
 * @language: (nullable): the language of the session
 * @namer: (nullable): gives the names of nodes, %NULL for their labels
 * @data: for @namer
 *
 * The same for the screen and for print: a name that is written from right to left does not turn the
 * sentence around.
 *
 * Returns: (transfer full): the sentence in words, "" if it has no id; plain text, never markup
 */
char *
atl_silo_sentence_dup_shown (const AtlSiloSentence *self,
                             AtlNetwork            *network,
                             const char            *language,
                             AtlSiloNamer           namer,
                             gpointer               data)
{
  Speaker speaker = { network, language, namer, data, TRUE };

  return dup_text (&speaker, self);
}
