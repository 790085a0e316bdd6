/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-flow-cards.h"

#include "catalogue/atl-words.h"
#include "insight/network/atl-paths.h"
#include "model/atl-links.h"

#define WAITING "waitingDays"
#define MOST_REQUESTS 8
#define N_KINDS (ATL_LINK_KIND_CONFLICTS + 1)

typedef struct
{
  AtlCardBox     *box;
  AtlBoard       *board;
  AtlMeasures    *measures;
  const AtlVoice *voice;
  const char     *language;
  GHashTable     *nodes; /* id to index + 1 */
} Teller;

static void
add_card (Teller     *teller,
          const char *key,
          const char *text,
          AtlLight    light)
{
  AtlFigureCard        *card = atl_card_box_add (teller->box, key);
  g_autoptr (AtlSpeech) speech = atl_speech_new ();

  atl_speech_add_text (speech, text);
  atl_figure_card_set_speech (card, speech);
  atl_figure_card_set_light (card, light);
}

/* The index of a node, -1 for what is none. */
static int
find_node (Teller     *teller,
           const char *id)
{
  return id != NULL ? (int) GPOINTER_TO_UINT (g_hash_table_lookup (teller->nodes, id)) - 1 : -1;
}

static char *
dup_name (Teller     *teller,
          const char *id)
{
  int node = find_node (teller, id);

  return node >= 0 ? atl_voice_dup_name (teller->voice, (guint) node) : g_strdup ("–");
}

/* Links among the nodes of the map, by kind; returns how many there are. */
static guint
count_kinds (Teller *teller,
             guint   counts[N_KINDS])
{
  AtlList *links = atl_board_get_links (teller->board);
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (links); i++)
    {
      AtlLink *link = atl_list_get (links, i);

      if (find_node (teller, atl_link_get_from (link)) < 0 || find_node (teller, atl_link_get_to (link)) < 0)
        continue;
      counts[atl_link_get_kind (link)]++;
      n++;
    }
  return n;
}

static void
tell_counts (Teller *teller)
{
  guint               counts[N_KINDS] = { 0 };
  guint               n = count_kinds (teller, counts);
  g_autofree char    *links = atl_words_dup_count (teller->language, "links", n);
  g_autoptr (GString) text = g_string_new (links);
  GEnumClass         *kinds = g_type_class_ref (ATL_TYPE_LINK_KIND);
  const char         *parting = atl_words_get (teller->language, "list-opening");

  for (guint i = 0; i < N_KINDS; i++)
    {
      const char *nick = g_enum_get_value (kinds, (int) i)->value_nick;

      if (counts[i] == 0)
        continue;
      g_string_append_printf (text, "%s%s %u", parting,
                              atl_words_get_label (teller->language, ATL_LABEL_LINK_KIND, nick), counts[i]);
      parting = atl_words_get (teller->language, "list-separator");
    }
  g_type_class_unref (kinds);
  add_card (teller, "links", text->str, (AtlLight){ ATL_LIGHT_ALL, 0, 0 });
}

static char *
dup_days (Teller *teller,
          double  days)
{
  return atl_words_dup_amount (teller->language, "days", days);
}

/* The way that waits longest, from its first step to its last. */
static void
append_chain (Teller    *teller,
              GString   *text,
              GPtrArray *chain)
{
  for (guint i = 0; i <= chain->len; i++)
    {
      AtlLink         *link = chain->pdata[MIN (i, chain->len - 1)];
      g_autofree char *name = dup_name (teller, i < chain->len ? atl_link_get_from (link)
                                                               : atl_link_get_to (link));

      g_string_append_printf (text, "%s%s", i == 0 ? "\n" : " → ", name);
    }
}

static void
tell_waiting (Teller *teller)
{
  double                sum = 0;
  guint                 n_known = 0;
  double                total = atl_board_get_field_total (teller->board, WAITING, &n_known);
  g_autoptr (GPtrArray) chain = atl_board_dup_longest_path (teller->board, WAITING, &sum);
  g_autofree char      *longest = dup_days (teller, sum);
  g_autofree char      *all = dup_days (teller, total);
  g_autofree char      *lead = NULL;
  g_autoptr (GString)   text = NULL;

  if (n_known == 0)
    return;
  lead = atl_words_fill (teller->language, "map-waiting", "longest", longest, "all", all, NULL);
  text = g_string_new (lead);
  if (chain->len > 0)
    append_chain (teller, text, chain);
  add_card (teller, "waiting", text->str, (AtlLight){ ATL_LIGHT_WAITING, 0, 0 });
}

static void
tell_request (Teller                *teller,
              const AtlNetworkEntry *entry,
              GString               *text)
{
  AtlLink         *link = atl_list_find (atl_board_get_links (teller->board), entry->id);
  g_autofree char *from = atl_voice_dup_name (teller->voice, entry->from);
  g_autofree char *to = atl_voice_dup_name (teller->voice, entry->to);
  const char      *remark = link != NULL ? atl_link_get_remark (link) : NULL;

  g_string_append_printf (text, "\n%s → %s", from, to);
  if (remark != NULL && *remark != '\0' && !teller->voice->silos_only)
    g_string_append_printf (text, " · %s", remark);
}

static void
tell_requests (Teller *teller)
{
  AtlNetwork         *network = teller->measures->network;
  g_autofree char    *lead = atl_words_dup_count (teller->language, "requests", network->n_needs);
  g_autoptr (GString) text = g_string_new (lead);
  guint               n = 0;

  for (guint i = 0; i < network->n_entries && n < MOST_REQUESTS; i++)
    if (atl_link_kind_is_need (network->entries[i].kind))
      {
        tell_request (teller, &network->entries[i], text);
        n++;
      }
  if (n > 0)
    add_card (teller, "requests", text->str, (AtlLight){ ATL_LIGHT_ALL_NEEDS, 0, 0 });
}

/**
 * atl_flow_cards_fill:
 * @box: where the cards go
 * @board: a map
 * @measures: its figures
 * @voice: how they are said
 */
void
atl_flow_cards_fill (AtlCardBox     *box,
                     AtlBoard       *board,
                     AtlMeasures    *measures,
                     const AtlVoice *voice)
{
  Teller teller = { box, board, measures, voice, atl_session_get_language (voice->session), NULL };

  teller.nodes = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < measures->network->n_nodes; i++)
    g_hash_table_insert (teller.nodes, measures->network->nodes[i].id, GUINT_TO_POINTER (i + 1));
  atl_card_box_begin (box);
  tell_counts (&teller);
  tell_waiting (&teller);
  tell_requests (&teller);
  atl_card_box_end (box);
  g_hash_table_unref (teller.nodes);
}
