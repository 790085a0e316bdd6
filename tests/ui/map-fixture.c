/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "map-fixture.h"

#include "model/atl-person.h"
#include "model/atl-silo.h"

static const char *const silos[] = { "MKT", "DSI", "MAG", "JUR" };

static const struct
{
  const char *name;
  const char *silo;
} people[] = {
  { "Ana", "MKT" },
  { "Bob", "MKT" },
  { "Chloé", "MKT" },
  { "Dan", "DSI" },
  { "Eva", "DSI" },
  { "Farid", "DSI" },
  { "Gil", "MAG" },
  { "Hana", "MAG" },
  { "Ines", "JUR" },
};

static const struct
{
  const char *from;
  const char *to;
  AtlLinkKind kind;
  int         strength;
} links[] = {
  { "Ana", "Bob", ATL_LINK_KIND_HANDOFF, 4 },
  { "Bob", "Ana", ATL_LINK_KIND_INFORMATION, 4 },
  { "Bob", "Chloé", ATL_LINK_KIND_HANDOFF, 3 },
  { "Dan", "Eva", ATL_LINK_KIND_SHARED, 5 },
  { "Eva", "Farid", ATL_LINK_KIND_HANDOFF, 4 },
  { "Farid", "Eva", ATL_LINK_KIND_HANDOFF, 3 },
  { "Gil", "Hana", ATL_LINK_KIND_INFORMATION, 3 },
  { "Hana", "Gil", ATL_LINK_KIND_INFORMATION, 3 },
  { "Chloé", "Gil", ATL_LINK_KIND_HANDOFF, 2 },
  { "Ana", "Chloé", ATL_LINK_KIND_INFORMATION, 2 },
  { "Bob", "Dan", ATL_LINK_KIND_INFORMATION, 2 },
  { "Dan", "Bob", ATL_LINK_KIND_INFORMATION, 1 },
  { "Hana", "Farid", ATL_LINK_KIND_MISSING, 4 },
  { "Chloé", "Ines", ATL_LINK_KIND_MISSING, 3 },
};

static void
add_silo (MapFixture *f, const char *name)
{
  g_autofree char    *rank = atl_list_dup_end_rank (atl_session_get_silos (f->session));
  g_autoptr (AtlSilo) silo = atl_silo_new (name);

  atl_silo_set_name (silo, name);
  atl_silo_set_rank (silo, rank);
  atl_list_insert (atl_session_get_silos (f->session), ATL_ITEM (silo));
}

AtlNote *
map_fixture_add_node (MapFixture *f, const char *name, const char *silo)
{
  const char *const     of[] = { silo, NULL };
  g_autoptr (AtlPerson) person = atl_person_new (name);
  g_autoptr (AtlNote)   node = atl_note_new (name);

  atl_person_set_name (person, name);
  atl_person_set_silos (person, of);
  atl_list_insert (atl_session_get_people (f->session), ATL_ITEM (person));
  atl_note_set_text (node, name);
  atl_note_set_area (node, "map");
  atl_note_set_person (node, name);
  atl_list_insert (atl_board_get_notes (f->board), ATL_ITEM (node));
  return node;
}

AtlLink *
map_fixture_add_link (MapFixture *f, const char *from, const char *to, AtlLinkKind kind, int level)
{
  g_autofree char    *id = g_strdup_printf ("%s-%s", from, to);
  g_autoptr (AtlLink) link = atl_link_new (id);

  atl_link_set_from (link, from);
  atl_link_set_to (link, to);
  atl_link_set_kind (link, kind);
  atl_link_set_strength (link, level);
  atl_list_insert (atl_board_get_links (f->board), ATL_ITEM (link));
  return link;
}

AtlLink *
map_fixture_find_link (MapFixture *f, const char *from, const char *to)
{
  g_autofree char *id = g_strdup_printf ("%s-%s", from, to);

  return atl_list_find (atl_board_get_links (f->board), id);
}

/* People enough for a worker, each linked to the next. */
void
map_fixture_add_crowd (MapFixture *f, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("Person %u", i);
      g_autofree char *before = g_strdup_printf ("Person %u", i - 1);

      map_fixture_add_node (f, name, silos[i % G_N_ELEMENTS (silos)]);
      if (i > 0)
        map_fixture_add_link (f, before, name, ATL_LINK_KIND_INFORMATION, 3);
    }
}

void
map_settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

void
map_fixture_set_up (MapFixture *f, gconstpointer data)
{
  f->session = atl_session_new ("session");
  f->board = atl_board_new ("board");
  f->area = atl_area_new ("map");
  atl_session_set_language (f->session, "en");
  atl_area_set_layout (f->area, ATL_LAYOUT_GRAPH);
  atl_list_insert (atl_board_get_areas (f->board), ATL_ITEM (f->area));
  atl_list_insert (atl_session_get_boards (f->session), ATL_ITEM (f->board));
  for (guint i = 0; i < G_N_ELEMENTS (silos); i++)
    add_silo (f, silos[i]);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    map_fixture_add_node (f, people[i].name, people[i].silo);
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    map_fixture_add_link (f, links[i].from, links[i].to, links[i].kind, links[i].strength);
  f->document = atl_document_new (f->session);
  f->history = atl_document_get_history (f->document);
  f->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (f->window), adw_toast_overlay_new ());
}

void
map_fixture_tear_down (MapFixture *f, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  map_settle ();
  g_object_unref (f->area);
  g_object_unref (f->board);
  g_object_unref (f->document);
  g_object_unref (f->session);
}
