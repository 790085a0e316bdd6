/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-network-apply.h"

#include <math.h>

#include "insight/atl-network.h"
#include "model/atl-area.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "util/atl-fold.h"

#define MAP_TEMPLATE "silo-map"

typedef struct
{
  AtlNetworkTable  *table;
  AtlSession       *session;
  AtlBoard         *board;
  AtlArea          *area;
  GHashTable       *silos;  /* partition and folded name to AtlSilo */
  GHashTable       *people; /* folded name to AtlPerson, NULL for several */
  GPtrArray        *new_silos;
  GPtrArray        *new_people;
  GPtrArray        *notes; /* AtlNote, by number of the node */
  AtlNetworkCounts *counts;
} Applying;

static char *
dup_silo_key (const char *partition,
              const char *name)
{
  g_autofree char *folded = g_strstrip (atl_fold (name));

  return g_strconcat (partition, "\n", folded, NULL);
}

static void
list_known (Applying *self)
{
  AtlList *silos = atl_session_get_silos (self->session);
  AtlList *people = atl_session_get_people (self->session);

  for (guint i = 0; i < atl_list_get_length (silos); i++)
    {
      AtlSilo *silo = atl_list_get (silos, i);
      char    *key = dup_silo_key (atl_silo_get_partition (silo), atl_silo_get_name (silo));

      g_hash_table_insert (self->silos, key, silo);
    }
  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      char    *name = g_strstrip (atl_fold (atl_person_get_name (atl_list_get (people, i))));
      gboolean several = g_hash_table_contains (self->people, name);

      g_hash_table_insert (self->people, name, several ? NULL : atl_list_get (people, i));
    }
}

/* The silos of the file go where those of the session are; other partitions keep their names. */
static const char *
get_partition (Applying         *self,
               AtlNetworkColumn *column)
{
  const char *active = atl_session_get_active_partition (self->session);

  return column->chosen && *active != '\0' ? active : column->name;
}

static AtlSilo *
ensure_silo (Applying   *self,
             const char *partition,
             const char *name)
{
  g_autofree char *key = dup_silo_key (partition, name);
  AtlSilo         *silo = g_hash_table_lookup (self->silos, key);
  guint            n;

  if (silo != NULL)
    return silo;
  n = atl_list_get_length (atl_session_get_silos (self->session)) + self->new_silos->len;
  silo = atl_silo_new (NULL);
  atl_silo_set_partition (silo, partition);
  atl_silo_set_name (silo, name);
  atl_silo_set_color (silo, atl_silo_get_nth_tint (n));
  g_ptr_array_add (self->new_silos, silo);
  g_hash_table_insert (self->silos, g_steal_pointer (&key), silo);
  return silo;
}

static gboolean
is_in_partition (Applying          *self,
                 const char *const *ids,
                 const char        *partition)
{
  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    {
      AtlSilo *silo = atl_list_find (atl_session_get_silos (self->session), ids[i]);

      if (silo != NULL && g_strcmp0 (atl_silo_get_partition (silo), partition) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Adds the silos that the file tells; somebody known keeps the silo of a partition. */
static char **
dup_silos (Applying          *self,
           guint              node,
           const char *const *known)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();

  if (known != NULL)
    g_strv_builder_addv (ids, (const char **) known);
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      AtlNetworkColumn *column = self->table->columns->pdata[i];
      const char       *partition = get_partition (self, column);
      const char       *name = g_hash_table_lookup (column->values, GUINT_TO_POINTER (node + 1));

      if (name != NULL && !is_in_partition (self, known, partition))
        g_strv_builder_add (ids, atl_item_get_id (ATL_ITEM (ensure_silo (self, partition, name))));
    }
  return g_strv_builder_end (ids);
}

static AtlPerson *
make_person (Applying      *self,
             AtlNetworkRow *row)
{
  AtlPerson *person = atl_person_new (NULL);

  atl_person_set_name (person, row->label);
  atl_person_set_role (person, row->role != NULL ? row->role : "");
  atl_person_set_external (person, row->external);
  atl_person_set_present (person, !row->absent);
  atl_person_set_shown (person, row->shown);
  g_ptr_array_add (self->new_people, person);
  return person;
}

/* Somebody of this name in the session is that person, once: two of a name in the file are two. */
static AtlPerson *
ensure_person (Applying *self,
               guint     node)
{
  AtlNetworkRow   *row = self->table->rows->pdata[node];
  g_autofree char *name = g_strstrip (atl_fold (row->label));
  AtlPerson       *person = g_hash_table_lookup (self->people, name);
  g_auto (GStrv)   silos = NULL;

  if (person == NULL)
    person = make_person (self, row);
  else
    g_hash_table_insert (self->people, g_steal_pointer (&name), NULL);
  silos = dup_silos (self, node, atl_person_get_silos (person));
  atl_person_set_silos (person, (const char *const *) silos);
  return person;
}

/* A team is no person: its node belongs to a silo by itself. */
static void
put_in_silo (Applying *self,
             AtlNote  *note,
             guint     node)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      AtlNetworkColumn *column = self->table->columns->pdata[i];
      const char       *name = g_hash_table_lookup (column->values, GUINT_TO_POINTER (node + 1));

      if (column->chosen && name != NULL)
        {
          AtlSilo *silo = ensure_silo (self, get_partition (self, column), name);

          atl_note_set_silo (note, atl_item_get_id (ATL_ITEM (silo)));
        }
    }
}

static void
make_note (Applying *self,
           guint     node,
           gboolean  team)
{
  AtlNetworkRow *row = self->table->rows->pdata[node];
  AtlNote       *note = atl_note_new (NULL);

  atl_note_set_text (note, row->label);
  atl_note_set_area (note, atl_item_get_id (ATL_ITEM (self->area)));
  if (team)
    put_in_silo (self, note, node);
  else
    atl_note_set_person (note, atl_item_get_id (ATL_ITEM (ensure_person (self, node))));
  g_ptr_array_add (self->notes, note);
}

static AtlLink *
make_link (Applying            *self,
           const AtlNetworkTie *tie,
           gboolean             reverse)
{
  AtlLink *link = atl_link_new (NULL);
  int      usual = tie->mutual ? ATL_LINK_KIND_SHARED : ATL_LINK_KIND_INFORMATION;
  AtlNote *from = self->notes->pdata[reverse ? tie->to : tie->from];
  AtlNote *to = self->notes->pdata[reverse ? tie->from : tie->to];

  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_link_set_kind (link, tie->kind != ATL_NETWORK_NO_KIND ? (AtlLinkKind) tie->kind : (AtlLinkKind) usual);
  atl_link_set_strength (link, (int) tie->strength);
  atl_link_set_declared_by (link, tie->declared_by);
  atl_link_set_remark (link, tie->remark != NULL ? tie->remark : "");
  return link;
}

/* What goes both ways is one link if its kind says so, two otherwise; a need has no direction. */
static GPtrArray *
make_links (Applying *self)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->table->ties->len; i++)
    {
      const AtlNetworkTie *tie = &g_array_index (self->table->ties, AtlNetworkTie, i);

      g_ptr_array_add (links, make_link (self, tie, FALSE));
      if (tie->mutual && (tie->kind == ATL_LINK_KIND_HANDOFF || tie->kind == ATL_LINK_KIND_INFORMATION))
        g_ptr_array_add (links, make_link (self, tie, TRUE));
    }
  return links;
}

/* Silos stand on an oval, their nodes around their middle like the seeds of a sunflower. */
static void
place_notes (Applying *self)
{
  g_autoptr (AtlNetwork) network = atl_network_new (self->board);
  g_autofree guint      *placed = g_new0 (guint, network->n_silos + 1);
  double                 width = atl_area_get_width (self->area);
  double                 height = atl_area_get_height (self->area);
  double                 room = MIN (width, height) / (network->n_silos + 4.0);

  for (guint i = 0; i < network->n_nodes; i++)
    {
      AtlNote *note = atl_list_find (atl_board_get_notes (self->board), network->nodes[i].id);
      guint    silo = network->nodes[i].silo < 0 ? network->n_silos : (guint) network->nodes[i].silo;
      guint    size = silo < network->n_silos ? network->silos[silo].n_nodes : network->n_nodes;
      double   turn = 2 * G_PI * silo / MAX (network->n_silos + 1.0, 1);
      double   angle = 2.399963 * placed[silo];
      double   radius = room * sqrt ((placed[silo]++ + 0.5) / size);

      atl_note_set_x (note, (int) (width * (0.5 + 0.36 * cos (turn)) + radius * cos (angle)));
      atl_note_set_y (note, (int) (height * (0.5 + 0.36 * sin (turn)) + radius * sin (angle)));
    }
}

static AtlArea *
find_map_area (AtlBoard *board)
{
  AtlList *areas = atl_board_get_areas (board);

  for (guint i = 0; i < atl_list_get_length (areas); i++)
    if (atl_area_get_layout (atl_list_get (areas, i)) == ATL_LAYOUT_GRAPH)
      return atl_list_get (areas, i);
  return NULL;
}

/* Silos before people, people before notes, notes before links: no reference is ever dangling. */
static void
insert_all (Applying *self)
{
  g_autoptr (GPtrArray) links = make_links (self);

  atl_list_rank_at_end (atl_session_get_silos (self->session), self->new_silos);
  atl_list_rank_at_end (atl_session_get_people (self->session), self->new_people);
  atl_list_rank_at_end (atl_board_get_notes (self->board), self->notes);
  atl_list_insert_many (atl_session_get_silos (self->session), self->new_silos);
  atl_list_insert_many (atl_session_get_people (self->session), self->new_people);
  atl_list_insert_many (atl_board_get_notes (self->board), self->notes);
  atl_list_insert_many (atl_board_get_links (self->board), links);
  self->counts->n_nodes = self->notes->len;
  self->counts->n_people = self->new_people->len;
  self->counts->n_silos = self->new_silos->len;
  self->counts->n_links = links->len;
}

static void
choose_partition (Applying *self)
{
  for (guint i = 0; i < self->table->columns->len; i++)
    {
      AtlNetworkColumn *column = self->table->columns->pdata[i];

      if (column->chosen && *atl_session_get_active_partition (self->session) == '\0')
        atl_session_set_partition (self->session, column->name);
    }
}

/**
 * atl_network_apply:
 * @table: what was read, ended
 * @session: a session
 * @catalogue: where the template of the map is
 * @title: (nullable): of the new board, or %NULL for the template's name
 * @teams: whether nodes are teams or roles; else they are people
 * @counts: (out caller-allocates): what was added
 *
 * Puts a network into a session as a new silo map, by ordinary changes: the caller opens the group of the
 * history. People and silos that the session has are not doubled; what it says of them stays.
 *
 * Returns: (transfer none): the board
 */
AtlBoard *
atl_network_apply (AtlNetworkTable  *table,
                   AtlSession       *session,
                   AtlCatalogue     *catalogue,
                   const char       *title,
                   gboolean          teams,
                   AtlNetworkCounts *counts)
{
  Applying self = { .table = table, .session = session, .counts = counts };

  self.board = atl_catalogue_add_board (catalogue, session, MAP_TEMPLATE, title);
  self.area = find_map_area (self.board);
  self.silos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self.new_silos = g_ptr_array_new_with_free_func (g_object_unref);
  self.new_people = g_ptr_array_new_with_free_func (g_object_unref);
  self.notes = g_ptr_array_new_with_free_func (g_object_unref);
  choose_partition (&self);
  list_known (&self);
  for (guint i = 0; i < table->rows->len; i++)
    make_note (&self, i, teams);
  insert_all (&self);
  place_notes (&self);
  g_hash_table_unref (self.silos);
  g_hash_table_unref (self.people);
  g_ptr_array_unref (self.new_silos);
  g_ptr_array_unref (self.new_people);
  g_ptr_array_unref (self.notes);
  return self.board;
}
