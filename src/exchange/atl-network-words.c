/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-network-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "catalogue/atl-words.h"
#include "file/atl-text.h"
#include "util/atl-fold.h"

/* Names of columns, folded, in the order in which they count: what other programs and people write. */
static const struct
{
  AtlNetworkWord word;
  const char    *names;
} node_names[] = {
  { ATL_NETWORK_WORD_ID, "|id|identifier|identifiant|key|code|no|num|numero|node id|" },
  { ATL_NETWORK_WORD_NAME, "|name|label|person|people|node|nodes|vertex|actor|member|element|" },
  { ATL_NETWORK_WORD_NAME, "|full name|first name|nom|prenom|prenom nom|nom prenom|nom et prenom|" },
  { ATL_NETWORK_WORD_NAME, "|prenom et nom|personne|noeud|acteur|libelle|membre|nom complet|" },
  { ATL_NETWORK_WORD_NAME, "|participant|d label|" },
  { ATL_NETWORK_WORD_SILO, "|silo|department|dept|unit|business unit|division|departement|direction|" },
  { ATL_NETWORK_WORD_SILO, "|service|entite|unite|pole|team|group|equipe|groupe|bu|" },
  { ATL_NETWORK_WORD_ROLE, "|role|job|job title|position|function|fonction|poste|metier|" },
  { ATL_NETWORK_WORD_EXTERNAL, "|external|externe|partner|partenaire|" },
  { ATL_NETWORK_WORD_PRESENT, "|present|presente|" },
  { ATL_NETWORK_WORD_SHOWN, "|shown|visibility|affiche|visibilite|" },
  { ATL_NETWORK_WORD_MANAGER, "|manager|is manager|encadrant|" },
  { ATL_NETWORK_WORD_FACTORY, "|factory|digital factory|" },
};

static const struct
{
  AtlNetworkWord word;
  const char    *names;
} link_names[] = {
  { ATL_NETWORK_WORD_FROM, "|from|source|sender|giver|ego|tail|initiator|from id|from name|person 1|" },
  { ATL_NETWORK_WORD_FROM, "|node 1|node1|de|depuis|origine|emetteur|donneur|qui|personne 1|" },
  { ATL_NETWORK_WORD_TO, "|to|target|destination|receiver|recipient|alter|head|to id|to name|" },
  { ATL_NETWORK_WORD_TO, "|person 2|node 2|node2|a|vers|cible|destinataire|recepteur|avec|avec qui|" },
  { ATL_NETWORK_WORD_TO, "|personne 2|" },
  { ATL_NETWORK_WORD_STRENGTH, "|strength|weight|value|frequency|score|intensity|force|poids|valeur|" },
  { ATL_NETWORK_WORD_STRENGTH, "|frequence|intensite|" },
  { ATL_NETWORK_WORD_KIND, "|kind|type|relation|link type|connection type|nature|genre|type de lien|" },
  { ATL_NETWORK_WORD_DIRECTION, "|direction|directed|sens|oriente|" },
  { ATL_NETWORK_WORD_DECLARED, "|declared by|declaredby|declare par|" },
  { ATL_NETWORK_WORD_REMARK, "|remark|note|notes|comment|description|label|subject|remarque|" },
  { ATL_NETWORK_WORD_REMARK, "|commentaire|objet|libelle|sujet|" },
  { ATL_NETWORK_WORD_WAITING, "|waiting days|waitingdays|waiting|attente|jours d attente|" },
};

/* Names of other columns that put people into groups. */
static const char *const partition_names[] = {
  "|site|location|office|city|country|region|area|branch|store|shop|plant|agency|squad|tribe|chapter|guild|",
  "|community|company|organization|organisation|product|project|program|channel|market|business line|",
  "|function|lieu|ville|pays|bureau|agence|magasin|usine|entreprise|societe|produit|projet|programme|canal|",
  "|marche|filiere|filiale|branche|metier|fonction|partition|product team|equipe produit|",
};

/* "Job_Title" and "job title" are one name: (transfer full) "|job title|". */
static char *
dup_key (const char *name)
{
  g_autofree char *folded = atl_fold (name);

  g_strstrip (g_strdelimit (folded, "_-.:", ' '));
  return g_strconcat ("|", folded, "|", NULL);
}

/**
 * atl_network_words_read_node:
 * @name: of an attribute of nodes
 *
 * Returns: what it is about
 */
AtlNetworkWord
atl_network_words_read_node (const char *name)
{
  g_autofree char *key = dup_key (name);

  for (guint i = 0; i < G_N_ELEMENTS (node_names); i++)
    if (strstr (node_names[i].names, key) != NULL)
      return node_names[i].word;
  return ATL_NETWORK_WORD_OTHER;
}

/**
 * atl_network_words_read_link:
 * @name: of an attribute of links
 *
 * Returns: what it is about
 */
AtlNetworkWord
atl_network_words_read_link (const char *name)
{
  g_autofree char *key = dup_key (name);

  for (guint i = 0; i < G_N_ELEMENTS (link_names); i++)
    if (strstr (link_names[i].names, key) != NULL)
      return link_names[i].word;
  return ATL_NETWORK_WORD_OTHER;
}

static gboolean
is_same (const char *key,
         const char *text)
{
  g_autofree char *other = dup_key (text);

  return g_str_equal (key, other);
}

/* In English or French, or as session files write it. */
static int
read_kind (const char *text)
{
  static const int       kinds[] = { ATL_LINK_KIND_HANDOFF, ATL_LINK_KIND_SHARED, ATL_LINK_KIND_INFORMATION,
                                     ATL_LINK_KIND_BLOCKED, ATL_LINK_KIND_MISSING };
  g_autofree char       *key = dup_key (text);
  g_autoptr (GEnumClass) klass = g_type_class_ref (atl_link_kind_get_type ());

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *nick = g_enum_get_value (klass, kinds[i])->value_nick;

      if (is_same (key, nick) || is_same (key, atl_words_get_label ("en", ATL_LABEL_LINK_KIND, nick)) ||
          is_same (key, atl_words_get_label ("fr", ATL_LABEL_LINK_KIND, nick)))
        return kinds[i];
    }
  return strstr ("|hand off|", key) != NULL ? ATL_LINK_KIND_HANDOFF : ATL_NETWORK_NO_KIND;
}

/**
 * atl_network_words_read_yes:
 * @text: a text
 * @yes: (out): whether it says yes
 *
 * Returns: whether it says yes or no, in English or French
 */
gboolean
atl_network_words_read_yes (const char *text,
                            gboolean   *yes)
{
  g_autofree char *key = dup_key (text);

  *yes = strstr ("|yes|y|true|1|x|oui|o|vrai|external|externe|present|presente|", key) != NULL;
  return *yes || strstr ("|no|n|false|0|non|faux|internal|interne|absent|absente|", key) != NULL;
}

/**
 * atl_network_words_is_partition:
 * @name: of an attribute of nodes
 *
 * Returns: whether attributes of this name are partitions, whatever their values
 */
gboolean
atl_network_words_is_partition (const char *name)
{
  g_autofree char *key = dup_key (name);
  gboolean         known = atl_network_words_read_node (name) == ATL_NETWORK_WORD_SILO;

  for (guint i = 0; !known && i < G_N_ELEMENTS (partition_names); i++)
    known = strstr (partition_names[i], key) != NULL;
  return known;
}

/**
 * atl_network_words_is_mutual:
 * @text: the direction of a link
 *
 * Returns: whether it goes both ways
 */
gboolean
atl_network_words_is_mutual (const char *text)
{
  g_autofree char *key = dup_key (text);

  return strstr ("|mutual|undirected|both|bidirectional|no|false|0|< >|<>|↔|", key) != NULL ||
         strstr ("|n|non|faux|mutuel|reciproque|non oriente|les deux|double|deux sens|", key) != NULL;
}

/* Whether a direction goes against the order of the columns. */
static gboolean
is_reverse (const char *text)
{
  g_autofree char *key = dup_key (text);

  return strstr ("|reverse|backward|<|<-|←|inverse|", key) != NULL;
}

/* Whether a direction says in words that the link goes as its columns have it. */
static gboolean
is_forward (const char *text)
{
  g_autofree char *key = dup_key (text);

  return strstr ("|directed|direct|forward|one way|yes|y|true|1|x|>|→|", key) != NULL ||
         strstr ("|oui|o|vrai|oriente|sens unique|aller|un sens|", key) != NULL;
}

/**
 * atl_network_words_read_number:
 * @text: a number, with a point or a comma, whatever the locale
 * @number: (out): its value
 *
 * Returns: whether it is one; NaN and infinity are none
 */
gboolean
atl_network_words_read_number (const char *text,
                               double     *number)
{
  g_autofree char *point = g_strstrip (g_strdelimit (g_strdup (text), ",", '.'));
  char            *end = NULL;

  *number = g_ascii_strtod (point, &end);
  return end != point && *end == '\0' && isfinite (*number);
}

static void
set_flag (AtlNetworkTable *table,
          gboolean        *flag,
          const char      *value,
          gboolean         inverted)
{
  gboolean yes = FALSE;

  if (*value == '\0')
    return;
  if (atl_network_words_read_yes (value, &yes))
    *flag = yes != inverted;
  else
    atl_network_table_report (table, _ ("“%s” is neither yes nor no"), value);
}

static void
set_shown (AtlNetworkTable *table,
           AtlNetworkRow   *row,
           const char      *value)
{
  g_autofree char *key = dup_key (value);

  if (strstr ("|hidden|cache|masque|", key) != NULL)
    row->shown = ATL_SHOWN_HIDDEN;
  else if (strstr ("|role|", key) != NULL)
    row->shown = ATL_SHOWN_ROLE;
}

/* Of some programs, a manager is a name: then it is a column like others. */
static void
set_yes (AtlNetworkTable *table,
         guint            node,
         gboolean        *flag,
         const char      *name,
         const char      *value)
{
  gboolean yes = FALSE;

  if (*value != '\0' && atl_network_words_read_yes (value, &yes))
    *flag = yes;
  else
    atl_network_table_put (table, node, name, value);
}

/**
 * atl_network_words_set:
 * @table: a table
 * @node: number of a node
 * @word: what the attribute is about
 * @name: of the attribute
 * @value: its value
 */
void
atl_network_words_set (AtlNetworkTable *table,
                       guint            node,
                       AtlNetworkWord   word,
                       const char      *name,
                       const char      *value)
{
  AtlNetworkRow *row = table->rows->pdata[node];

  if (word == ATL_NETWORK_WORD_ROLE && *value != '\0')
    {
      g_free (row->role);
      row->role = atl_text_dup_clean (value);
    }
  else if (word == ATL_NETWORK_WORD_EXTERNAL)
    set_flag (table, &row->external, value, FALSE);
  else if (word == ATL_NETWORK_WORD_PRESENT)
    set_flag (table, &row->absent, value, TRUE);
  else if (word == ATL_NETWORK_WORD_SHOWN)
    set_shown (table, row, value);
  else if (word == ATL_NETWORK_WORD_MANAGER)
    set_yes (table, node, &row->manager, name, value);
  else if (word == ATL_NETWORK_WORD_FACTORY)
    set_yes (table, node, &row->factory, name, value);
  else if (word == ATL_NETWORK_WORD_SILO || word == ATL_NETWORK_WORD_OTHER)
    atl_network_table_put (table, node, name, value);
}

/* What is no kind of ours is kept in words. */
static void
set_kind (AtlNetworkTable *table,
          AtlNetworkTie   *tie,
          const char      *value)
{
  tie->kind = read_kind (value);
  if (*value == '\0' || tie->kind != ATL_NETWORK_NO_KIND)
    return;
  if (tie->remark == NULL)
    tie->remark = atl_text_dup_clean (value);
  if (g_hash_table_size (table->strange) < ATL_NETWORK_MOST_COLUMNS &&
      g_hash_table_add (table->strange, g_strdup (value)))
    atl_network_table_report (table, _ ("“%s” is no kind of link: kept as a remark"), value);
}

static void
set_direction (AtlNetworkTable *table,
               AtlNetworkTie   *tie,
               const char      *value)
{
  guint from = tie->from;

  if (is_reverse (value))
    {
      tie->from = tie->to;
      tie->to = from;
      return;
    }
  tie->mutual = atl_network_words_is_mutual (value);
  if (!tie->mutual && !is_forward (value))
    atl_network_table_report (table,
                              _ ("“%s” says no direction: taken as one way, from the first to the second"),
                              value);
}

/**
 * atl_network_words_set_tie:
 * @table: a table
 * @tie: a link
 * @word: what the attribute is about
 * @value: its value
 */
void
atl_network_words_set_tie (AtlNetworkTable *table,
                           AtlNetworkTie   *tie,
                           AtlNetworkWord   word,
                           const char      *value)
{
  if (word == ATL_NETWORK_WORD_STRENGTH && *value != '\0' &&
      !atl_network_words_read_number (value, &tie->strength))
    tie->strength = NAN;
  else if (word == ATL_NETWORK_WORD_KIND)
    set_kind (table, tie, value);
  else if (word == ATL_NETWORK_WORD_DIRECTION && *value != '\0')
    set_direction (table, tie, value);
  else if (word == ATL_NETWORK_WORD_DECLARED)
    tie->declared_by = g_str_equal (value, "from") ? ATL_DECLARED_BY_FROM
                       : g_str_equal (value, "to") ? ATL_DECLARED_BY_TO
                                                   : ATL_DECLARED_BY_BOTH;
  else if (word == ATL_NETWORK_WORD_WAITING && *value != '\0' &&
           !(atl_network_words_read_number (value, &tie->waiting) && tie->waiting > 0 && tie->waiting < 1e6))
    tie->waiting = 0;
  else if (word == ATL_NETWORK_WORD_REMARK && *value != '\0')
    {
      g_free (tie->remark);
      tie->remark = atl_text_dup_clean (value);
    }
}
