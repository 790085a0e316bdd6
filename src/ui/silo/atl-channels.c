/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-channels.h"

#include "model/atl-silo.h"

#include <string.h>

/* Words for the ways to reach a customer, in both languages of the product, without accents or capitals. */
static const char *const channels[] = {
  "app",
  "application mobile",
  "apps",
  "appli",
  "boutique",
  "boutiques",
  "call center",
  "call centre",
  "catalogue papier",
  "canal",
  "canaux",
  "centre d appel",
  "centre d appels",
  "channel",
  "channels",
  "chat",
  "click and collect",
  "drive",
  "e boutique",
  "e commerce",
  "e mail",
  "e shop",
  "e shops",
  "ecommerce",
  "emailing",
  "eshop",
  "guichet",
  "internet",
  "magasin",
  "magasins",
  "mail order",
  "marketplace",
  "marketplaces",
  "mobile",
  "mobiles",
  "mobile app",
  "m commerce",
  "omnicanal",
  "online",
  "online shop",
  "online store",
  "phone",
  "point de vente",
  "points de vente",
  "reseaux sociaux",
  "retail",
  "shop",
  "shops",
  "site internet",
  "site web",
  "sms",
  "social media",
  "store",
  "stores",
  "telephone",
  "telephonie",
  "vad",
  "vente a distance",
  "vente en ligne",
  "web",
  "webshop",
  "website",
};

/* Small letters without accents, words parted by one space, one before and after. */
static char *
dup_folded (const char *name)
{
  g_autofree char *small = g_utf8_casefold (name, -1);
  g_autofree char *parted = g_utf8_normalize (small, -1, G_NORMALIZE_NFD);
  GString         *folded = g_string_new (" ");

  for (const char *p = parted; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (folded, c);
      else if (!g_unichar_ismark (c) && folded->str[folded->len - 1] != ' ')
        g_string_append_c (folded, ' ');
    }
  if (folded->str[folded->len - 1] != ' ')
    g_string_append_c (folded, ' ');
  return g_string_free (folded, FALSE);
}

/**
 * atl_channels_has_name:
 * @name: the name of a silo
 *
 * Returns: whether one of its words is a channel, such as “Web” or “Équipe téléphone”; accents and capitals
 *   do not matter
 */
gboolean
atl_channels_has_name (const char *name)
{
  g_autofree char *folded = dup_folded (name != NULL ? name : "");

  for (guint i = 0; i < G_N_ELEMENTS (channels); i++)
    {
      g_autofree char *word = g_strdup_printf (" %s ", channels[i]);

      if (strstr (folded, word) != NULL)
        return TRUE;
    }
  return FALSE;
}

/**
 * atl_channels_dup_found:
 * @session: a session
 *
 * Looks at the silos of the active partition. One name alone says little, unless it is most of them.
 *
 * Returns: (transfer full) (nullable): the names that look like channels if there are two of them or they
 *   are the majority, else %NULL
 */
char **
atl_channels_dup_found (AtlSession *session)
{
  AtlList                 *silos = atl_session_get_silos (session);
  const char              *partition = atl_session_get_active_partition (session);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  guint                    n_silos = 0;
  guint                    n_found = 0;

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      AtlSilo *silo = atl_list_get (silos, i);

      if (g_strcmp0 (atl_silo_get_partition (silo), partition) != 0)
        continue;
      n_silos++;
      if (!atl_channels_has_name (atl_silo_get_name (silo)))
        continue;
      n_found++;
      g_strv_builder_add (names, atl_silo_get_name (silo));
    }
  return n_found >= 2 || 2 * n_found > n_silos ? g_strv_builder_end (names) : NULL;
}
