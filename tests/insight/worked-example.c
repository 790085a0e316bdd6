/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "worked-example.h"

#include "insight/network/atl-network-builder.h"

typedef struct
{
  guint       from;
  guint       to;
  AtlLinkKind kind;
  int         strength;
} Drawn;

static const struct
{
  const char *name;
  int         silo;
} people[] = {
  { "Ana", MKT },
  { "Bob", MKT },
  { "Chloé", MKT },
  { "Dan", DSI },
  { "Eva", DSI },
  { "Farid", DSI },
  { "Gil", MAG },
  { "Hana", MAG },
  { "Ines", JUR },
};

static const char *const silos[] = { "MKT", "DSI", "MAG", "JUR" };

static const Drawn inside[] = {
  { ANA, BOB, ATL_LINK_KIND_HANDOFF, 4 },
  { BOB, ANA, ATL_LINK_KIND_INFORMATION, 4 },
  { BOB, CHLOE, ATL_LINK_KIND_HANDOFF, 3 },
  { DAN, EVA, ATL_LINK_KIND_SHARED, 5 },
  { EVA, FARID, ATL_LINK_KIND_HANDOFF, 4 },
  { FARID, EVA, ATL_LINK_KIND_HANDOFF, 3 },
  { GIL, HANA, ATL_LINK_KIND_INFORMATION, 3 },
  { HANA, GIL, ATL_LINK_KIND_INFORMATION, 3 },
  { CHLOE, GIL, ATL_LINK_KIND_HANDOFF, 2 },
};

static const Drawn before[] = {
  { ANA, CHLOE, ATL_LINK_KIND_INFORMATION, 2 },
  { BOB, DAN, ATL_LINK_KIND_INFORMATION, 2 },
  { DAN, BOB, ATL_LINK_KIND_INFORMATION, 1 },
  { HANA, FARID, ATL_LINK_KIND_MISSING, 4 },
  { CHLOE, INES, ATL_LINK_KIND_MISSING, 3 },
};

static const Drawn after[] = {
  { BOB, DAN, ATL_LINK_KIND_INFORMATION, 4 },
  { DAN, BOB, ATL_LINK_KIND_INFORMATION, 3 },
  { FARID, HANA, ATL_LINK_KIND_SHARED, 3 },
  { CHLOE, INES, ATL_LINK_KIND_HANDOFF, 2 },
};

static void
draw (AtlNetworkBuilder *builder,
      const Drawn       *links,
      guint              n_links,
      const char        *prefix)
{
  for (guint i = 0; i < n_links; i++)
    {
      g_autofree char *id = g_strdup_printf ("%s-%u", prefix, i);

      atl_network_builder_add_link (builder, id, links[i].from, links[i].to, links[i].kind,
                                    links[i].strength);
    }
}

static AtlNetwork *
make (const Drawn *links,
      guint        n_links)
{
  AtlNetworkBuilder *builder = atl_network_builder_new ();

  for (guint i = 0; i < N_SILOS; i++)
    atl_network_builder_add_silo (builder, silos[i], silos[i]);
  for (guint i = 0; i < N_PEOPLE; i++)
    atl_network_builder_add_node (builder, people[i].name, people[i].name, people[i].silo);
  draw (builder, inside, G_N_ELEMENTS (inside), "inside");
  draw (builder, links, n_links, "link");
  return atl_network_builder_end (builder);
}

/* Returns the map of the first day: (transfer full). */
AtlNetwork *
worked_example_before (void)
{
  return make (before, G_N_ELEMENTS (before));
}

/* Returns the map three months later: (transfer full). */
AtlNetwork *
worked_example_after (void)
{
  return make (after, G_N_ELEMENTS (after));
}
