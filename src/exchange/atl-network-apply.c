/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-network-apply.h"

#include "exchange/atl-network-place.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "util/atl-fold.h"

#define MAP_TEMPLATE "silo-map"

typedef struct
{
  AtlNetworkTable         *table;
  AtlSession              *session;
  AtlBoard                *board;
  AtlArea                 *area;
  GHashTable              *silos;  /* partition and folded name to AtlSilo */
  GHashTable              *people; /* folded name to AtlPerson, NULL for several */
  GHashTable              *nodes;  /* of the board: id of a person, or folded label, to AtlNote */
  GHashTable              *links;  /* of the board: "from to kind" */
  GPtrArray               *new_silos;
  GPtrArray               *new_people;
  GPtrArray               *notes; /* AtlNote, by number of the node */
  GPtrArray               *new_notes;
  AtlNetworkCounts        *counts;
  const AtlNetworkChoices *choices;
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
  for (guint i = 0; !self->choices->separate && i < atl_list_get_length (people); i++)
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

/* Which silo a node belongs to; a silo that is new may be the factory. */
static AtlSilo *
ensure_silo_of (Applying         *self,
                guint             node,
                AtlNetworkColumn *column,
                const char       *name)
{
  AtlNetworkRow *row = self->table->rows->pdata[node];
  AtlSilo       *silo = ensure_silo (self, get_partition (self, column), name);

  if (column->chosen && row->factory && g_ptr_array_find (self->new_silos, silo, NULL))
    atl_silo_set_factory (silo, TRUE);
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
        g_strv_builder_add (ids, atl_item_get_id (ATL_ITEM (ensure_silo_of (self, node, column, name))));
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
  atl_person_set_manager (person, row->manager);
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
          AtlSilo *silo = ensure_silo_of (self, node, column, name);

          atl_note_set_silo (note, atl_item_get_id (ATL_ITEM (silo)));
        }
    }
}

static AtlNote *
make_note (Applying  *self,
           guint      node,
           AtlPerson *person)
{
  AtlNetworkRow *row = self->table->rows->pdata[node];
  AtlNote       *note = atl_note_new (NULL);

  atl_note_set_text (note, row->label);
  atl_note_set_area (note, atl_item_get_id (ATL_ITEM (self->area)));
  if (person != NULL)
    atl_note_set_person (note, atl_item_get_id (ATL_ITEM (person)));
  else
    put_in_silo (self, note, node);
  g_ptr_array_add (self->new_notes, note);
  return note;
}

/* A node that the board has stays as it is. */
static void
ensure_note (Applying *self,
             guint     node)
{
  AtlNetworkRow   *row = self->table->rows->pdata[node];
  AtlPerson       *person = self->choices->teams ? NULL : ensure_person (self, node);
  g_autofree char *key = person != NULL ? g_strdup (atl_item_get_id (ATL_ITEM (person)))
                                        : g_strstrip (atl_fold (row->label));
  AtlNote         *note = g_hash_table_lookup (self->nodes, key);

  if (note != NULL)
    g_hash_table_insert (self->nodes, g_steal_pointer (&key), NULL);
  else
    note = make_note (self, node, person);
  g_ptr_array_add (self->notes, note);
}

static char *
dup_link_key (AtlLink *link)
{
  const char *from = atl_link_get_from (link);
  const char *to = atl_link_get_to (link);
  gboolean    turned = atl_link_kind_is_mutual (atl_link_get_kind (link)) && g_strcmp0 (from, to) > 0;

  return g_strdup_printf ("%s %s %d", turned ? to : from, turned ? from : to, (int) atl_link_get_kind (link));
}

static void
list_nodes (Applying *self)
{
  g_autoptr (GPtrArray) nodes = atl_nodes_dup (self->board);
  AtlList              *links = atl_board_get_links (self->board);

  for (guint i = 0; i < nodes->len; i++)
    {
      AtlPerson *person = atl_nodes_find_person (nodes->pdata[i]);
      char      *key = person != NULL ? g_strdup (atl_item_get_id (ATL_ITEM (person)))
                                      : g_strstrip (atl_fold (atl_note_get_text (nodes->pdata[i])));
      gboolean   several = g_hash_table_contains (self->nodes, key);

      g_hash_table_insert (self->nodes, key, several ? NULL : nodes->pdata[i]);
    }
  for (guint i = 0; i < atl_list_get_length (links); i++)
    g_hash_table_add (self->links, dup_link_key (atl_list_get (links, i)));
}

static void
set_waiting (AtlLink *link,
             double   days)
{
  GVariantDict         dict;
  g_autoptr (GVariant) fields = NULL;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "waitingDays", "d", days);
  fields = g_variant_ref_sink (g_variant_dict_end (&dict));
  atl_link_set_fields (link, fields);
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
  if (tie->waiting > 0)
    set_waiting (link, tie->waiting);
  return link;
}

/* A link of the same kind that the board has says enough. */
static void
add_link (Applying            *self,
          GPtrArray           *links,
          const AtlNetworkTie *tie,
          gboolean             reverse)
{
  g_autoptr (AtlLink) link = make_link (self, tie, reverse);
  g_autofree char    *key = dup_link_key (link);

  if (g_hash_table_contains (self->links, key))
    self->counts->n_known++;
  else
    g_ptr_array_add (links, g_steal_pointer (&link));
}

/* What goes both ways is one link if its kind says so, two otherwise; a need has no direction. */
static GPtrArray *
make_links (Applying *self)
{
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->table->ties->len; i++)
    {
      const AtlNetworkTie *tie = &g_array_index (self->table->ties, AtlNetworkTie, i);

      add_link (self, links, tie, FALSE);
      if (tie->mutual && (tie->kind == ATL_LINK_KIND_HANDOFF || tie->kind == ATL_LINK_KIND_INFORMATION))
        add_link (self, links, tie, TRUE);
    }
  return links;
}

static guint
count_partitions (GPtrArray *silos)
{
  g_autoptr (GHashTable) partitions = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < silos->len; i++)
    g_hash_table_add (partitions, (char *) atl_silo_get_partition (silos->pdata[i]));
  return g_hash_table_size (partitions);
}

/* Silos before people, people before notes, notes before links: no reference is ever dangling. */
static void
insert_all (Applying *self)
{
  g_autoptr (GPtrArray) links = make_links (self);

  atl_list_rank_at_end (atl_session_get_silos (self->session), self->new_silos);
  atl_list_rank_at_end (atl_session_get_people (self->session), self->new_people);
  atl_list_rank_at_end (atl_board_get_notes (self->board), self->new_notes);
  atl_list_insert_many (atl_session_get_silos (self->session), self->new_silos);
  atl_list_insert_many (atl_session_get_people (self->session), self->new_people);
  atl_list_insert_many (atl_board_get_notes (self->board), self->new_notes);
  atl_list_insert_many (atl_board_get_links (self->board), links);
  self->counts->n_nodes = self->new_notes->len;
  self->counts->n_people = self->new_people->len;
  self->counts->n_silos = self->new_silos->len;
  self->counts->n_partitions = count_partitions (self->new_silos);
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

static void
applying_clear (Applying *self)
{
  g_hash_table_unref (self->silos);
  g_hash_table_unref (self->people);
  g_hash_table_unref (self->nodes);
  g_hash_table_unref (self->links);
  g_ptr_array_unref (self->new_silos);
  g_ptr_array_unref (self->new_people);
  g_ptr_array_unref (self->new_notes);
  g_ptr_array_unref (self->notes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Applying, applying_clear)

static void
applying_init (Applying *self)
{
  self->silos = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->people = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->new_silos = g_ptr_array_new_with_free_func (g_object_unref);
  self->new_people = g_ptr_array_new_with_free_func (g_object_unref);
  self->new_notes = g_ptr_array_new_with_free_func (g_object_unref);
  self->notes = g_ptr_array_new ();
}

/**
 * atl_network_apply:
 * @table: what was read, ended
 * @session: a session
 * @catalogue: where the template of the map is
 * @choices: where it goes, and how it is meant
 * @counts: (out caller-allocates): what was added
 *
 * Puts a network into a session, on a new silo map or on one that is there, by ordinary changes: the caller
 * opens the group of the history. People, silos, nodes and links that there are already are not doubled, and
 * what the session says of them stays. New nodes are arranged around those of before.
 *
 * Returns: (transfer none): the board
 */
AtlBoard *
atl_network_apply (AtlNetworkTable         *table,
                   AtlSession              *session,
                   AtlCatalogue            *catalogue,
                   const AtlNetworkChoices *choices,
                   AtlNetworkCounts        *counts)
{
  g_auto (Applying) self = { .table = table, .session = session, .counts = counts, .choices = choices };

  *counts = (AtlNetworkCounts){ 0 };
  self.board = choices->board;
  if (self.board == NULL || atl_board_find_map (self.board) == NULL)
    self.board = atl_catalogue_add_board (catalogue, session, MAP_TEMPLATE, choices->title);
  self.area = atl_board_find_map (self.board);
  applying_init (&self);
  choose_partition (&self);
  list_known (&self);
  list_nodes (&self);
  for (guint i = 0; i < table->rows->len; i++)
    ensure_note (&self, i);
  insert_all (&self);
  atl_network_place (self.board, self.area);
  return self.board;
}
