/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-plan.h"

#include "catalogue/atl-words.h"
#include "model/atl-area.h"
#include "model/atl-change.h"
#include "model/atl-maps.h"
#include "model/atl-person.h"
#include "model/atl-silo.h"
#include "model/atl-splits.h"

#define LIKELY_SIZE 4

/* Dealing anew takes another seed than any round of the last time had. */
#define SEED_STEP 16

/**
 * AtlMixPlan:
 *
 * Mixed groups in the making: who is there, what is asked for, the map that tells who works with whom, and
 * the groups that were found. It looks for them in a thread, one search at a time; what was asked for
 * meanwhile makes the answer outdated, and the search begins again. Nothing of it is in the session until
 * atl_mix_plan_apply(); wishes about people are never saved at all.
 */
struct _AtlMixPlan
{
  GObject parent_instance;

  AtlSession     *session;
  AtlBoard       *board;    /* the map, or NULL */
  AtlMeasures    *measures; /* of the map, once it was read */
  AtlMixSetting   setting;
  AtlMixWishes   *wishes;
  AtlMixRoster   *roster;
  AtlMixRounds   *rounds;   /* NULL: none yet, or a conflict */
  AtlMixConflict *conflict; /* NULL: none */
  guint           asked;    /* counts what was asked for */
  guint           answered; /* the question that @rounds and @conflict answer */
  gboolean        searching;
  gboolean        again;   /* the groups come from dealing anew */
  gboolean        hurried; /* the clock ended the search */
  gboolean        no_map;  /* as the user chose */
  guint           refreshing;
};

G_DEFINE_FINAL_TYPE (AtlMixPlan, atl_mix_plan, G_TYPE_OBJECT)

enum
{
  SETTINGS_CHANGED,
  GROUPS_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What the thread works on; nobody else touches it meanwhile. */
typedef struct
{
  guint          question;
  AtlBoard      *board;   /* the map when it was asked; for comparing only */
  AtlNetwork    *network; /* NULL: there is no map, or it was read */
  AtlMeasures   *measures;
  AtlMixProblem *problem; /* NULL as long as the map is not read */
  AtlMixOptions  options;
  guint          n_rounds;
} Search;

static void
search_free (gpointer data)
{
  Search *search = data;

  g_clear_pointer (&search->network, atl_network_unref);
  g_clear_pointer (&search->measures, atl_measures_unref);
  g_clear_pointer (&search->problem, atl_mix_problem_unref);
  g_free (search);
}

static void start_search (AtlMixPlan *self);

static guint
count_people (AtlMixPlan *self)
{
  return self->roster->people->len;
}

static gboolean
has_same_people (AtlMixRoster *a,
                 AtlMixRoster *b)
{
  if (a == NULL || a->people->len != b->people->len)
    return FALSE;
  for (guint i = 0; i < a->people->len; i++)
    if (a->people->pdata[i] != b->people->pdata[i])
      return FALSE;
  return TRUE;
}

/* Who is there, who works with whom and who met; sizes and wishes are added to a copy. What was found for
 * other people means nothing any more. */
static void
renew_roster (AtlMixPlan *self)
{
  g_autoptr (AtlMixRoster) old = g_steal_pointer (&self->roster);

  self->roster = atl_mix_roster_new (self->session);
  if (self->measures != NULL)
    atl_mix_roster_read_map (self->roster, self->measures);
  if (!self->setting.fresh)
    atl_mix_roster_count_groups (self->roster, atl_session_get_groups (self->session));
  if (has_same_people (old, self->roster))
    return;
  g_clear_pointer (&self->rounds, atl_mix_rounds_free);
  g_clear_pointer (&self->conflict, atl_mix_conflict_free);
}

static AtlMixProblem *
make_problem (AtlMixPlan *self)
{
  AtlMixProblem *problem = atl_mix_problem_copy (self->roster->problem);
  guint          smallest;
  guint          largest;

  atl_mix_plan_get_sizes (self, &smallest, &largest);
  atl_mix_problem_set_sizes (problem, atl_mix_plan_get_n_groups (self), smallest, largest);
  atl_mix_wishes_apply (self->wishes, self->roster, problem);
  return problem;
}

static void
search_in_thread (GTask        *task,
                  gpointer      source,
                  gpointer      task_data,
                  GCancellable *cancellable)
{
  Search *search = task_data;

  if (search->problem == NULL)
    {
      search->measures = atl_measures_new (search->network, NULL);
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  g_task_return_pointer (task, atl_mixer_plan_rounds (search->problem, &search->options, search->n_rounds),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
take_conflict (AtlMixPlan *self,
               AtlMix     *mix)
{
  g_clear_pointer (&self->rounds, atl_mix_rounds_free);
  self->conflict = g_steal_pointer (&mix->conflict);
}

static void
take_rounds (AtlMixPlan    *self,
             AtlMixProblem *problem,
             GPtrArray     *mixes)
{
  g_autoptr (AtlMixRounds) earlier = g_steal_pointer (&self->rounds);
  AtlMix                  *last = mixes->len > 0 ? mixes->pdata[mixes->len - 1] : NULL;

  g_clear_pointer (&self->conflict, atl_mix_conflict_free);
  self->hurried = FALSE;
  if (last == NULL)
    return;
  for (guint i = 0; i < mixes->len; i++)
    self->hurried = self->hurried || ((AtlMix *) mixes->pdata[i])->end == ATL_MIX_END_CLOCK;
  if (last->groups == NULL)
    {
      take_conflict (self, last);
      return;
    }
  self->rounds = atl_mix_rounds_new (problem, mixes);
  if (self->again && earlier != NULL)
    atl_mix_rounds_inherit (self->rounds, earlier);
  self->again = FALSE;
}

static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  AtlMixPlan           *self = ATL_MIX_PLAN (source);
  Search               *search = g_task_get_task_data (G_TASK (result));
  g_autoptr (GPtrArray) mixes = g_task_propagate_pointer (G_TASK (result), NULL);

  self->searching = FALSE;
  if (search->measures != NULL && self->measures == NULL && search->board == self->board)
    {
      self->measures = g_steal_pointer (&search->measures);
      atl_mix_roster_read_map (self->roster, self->measures);
    }
  if (search->question == self->asked && mixes != NULL)
    {
      self->answered = self->asked;
      take_rounds (self, search->problem, mixes);
      g_signal_emit (self, signals[GROUPS_CHANGED], 0);
      return;
    }
  start_search (self);
}

static void
start_search (AtlMixPlan *self)
{
  g_autoptr (GTask) task = NULL;
  Search           *search;

  if (self->searching)
    return;
  search = g_new0 (Search, 1);
  search->question = self->asked;
  search->n_rounds = self->setting.n_rounds;
  search->options.seed = self->setting.seed;
  if (self->board != NULL && self->measures == NULL)
    {
      search->board = self->board;
      search->network = atl_network_new (self->board);
    }
  else
    search->problem = make_problem (self);
  self->searching = TRUE;
  task = g_task_new (self, NULL, searched_cb, NULL);
  g_task_set_task_data (task, search, search_free);
  g_task_run_in_thread (task, search_in_thread);
}

/* Something else is wanted: whatever a search finds now is outdated. */
static void
ask (AtlMixPlan *self)
{
  self->asked++;
  if (count_people (self) > 0)
    {
      start_search (self);
      g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
      g_signal_emit (self, signals[GROUPS_CHANGED], 0);
      return;
    }
  g_clear_pointer (&self->rounds, atl_mix_rounds_free);
  g_clear_pointer (&self->conflict, atl_mix_conflict_free);
  self->answered = self->asked;
  g_signal_emit (self, signals[SETTINGS_CHANGED], 0);
  g_signal_emit (self, signals[GROUPS_CHANGED], 0);
}

/* A graph of people or teams; KPI trees and feedback loops have nobody on them. */
static guint
count_map (AtlBoard *board)
{
  guint n_people = 0;

  if (!atl_board_is_map (board))
    return 0;
  g_autoptr (AtlNetwork) network = atl_network_new (board);
  for (guint i = 0; i < network->n_nodes; i++)
    n_people += network->nodes[i].person != NULL;
  return n_people > 0 || network->n_silos > 1 ? 1 + network->n_entries : 0;
}

/**
 * atl_mix_plan_dup_maps:
 * @self: a plan
 *
 * Returns: (transfer full) (element-type AtlBoard): the boards that tell who works with whom, the one with
 * most links first
 */
GPtrArray *
atl_mix_plan_dup_maps (AtlMixPlan *self)
{
  AtlList   *boards = atl_session_get_boards (self->session);
  GPtrArray *maps = g_ptr_array_new_with_free_func (g_object_unref);
  guint      most = 0;

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlBoard *board = atl_list_get (boards, i);
      guint     n = count_map (board);

      if (n > 0)
        g_ptr_array_insert (maps, n > most ? 0 : -1, g_object_ref (board));
      most = MAX (most, n);
    }
  return maps;
}

static gboolean
refresh_cb (gpointer user_data)
{
  AtlMixPlan *self = user_data;

  self->refreshing = 0;
  renew_roster (self);
  ask (self);
  return G_SOURCE_REMOVE;
}

/* Several changes of one gesture make one search. */
static void
session_changed_cb (AtlMixPlan *self,
                    AtlChange  *change)
{
  AtlItem *item = atl_change_get_item (change);

  if (!ATL_IS_PERSON (item) && !ATL_IS_SILO (item) && !ATL_IS_SESSION (item))
    return;
  if (self->refreshing == 0)
    self->refreshing = g_idle_add (refresh_cb, self);
}

static void
atl_mix_plan_dispose (GObject *object)
{
  AtlMixPlan *self = ATL_MIX_PLAN (object);

  g_clear_handle_id (&self->refreshing, g_source_remove);
  g_clear_object (&self->board);
  G_OBJECT_CLASS (atl_mix_plan_parent_class)->dispose (object);
}

static void
atl_mix_plan_finalize (GObject *object)
{
  AtlMixPlan *self = ATL_MIX_PLAN (object);

  g_clear_pointer (&self->measures, atl_measures_unref);
  g_clear_pointer (&self->rounds, atl_mix_rounds_free);
  g_clear_pointer (&self->conflict, atl_mix_conflict_free);
  g_clear_pointer (&self->roster, atl_mix_roster_free);
  g_clear_pointer (&self->wishes, atl_mix_wishes_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_mix_plan_parent_class)->finalize (object);
}

static void
atl_mix_plan_class_init (AtlMixPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_mix_plan_dispose;
  G_OBJECT_CLASS (klass)->finalize = atl_mix_plan_finalize;

  signals[SETTINGS_CHANGED] = g_signal_new ("settings-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                            0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[GROUPS_CHANGED] = g_signal_new ("groups-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
atl_mix_plan_init (AtlMixPlan *self)
{
  self->wishes = atl_mix_wishes_new ();
  self->setting = (AtlMixSetting){ .by_size = LIKELY_SIZE, .n_rounds = 1, .seed = 1 };
}

/**
 * atl_mix_plan_new:
 * @session: a session
 * @board: (nullable): the map to use, %NULL for the one with most links
 *
 * Returns: (transfer full): a plan that is looking for groups of the usual size
 */
AtlMixPlan *
atl_mix_plan_new (AtlSession *session,
                  AtlBoard   *board)
{
  AtlMixPlan *self = g_object_new (ATL_TYPE_MIX_PLAN, NULL);

  self->session = g_object_ref (session);
  atl_mix_plan_refresh (self, board);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * atl_mix_plan_refresh:
 * @self: a plan
 * @board: (nullable): the map to use, %NULL for the one that was used, or that with most links
 *
 * Takes the session as it is now. Wishes and sizes stay.
 */
void
atl_mix_plan_refresh (AtlMixPlan *self,
                      AtlBoard   *board)
{
  g_autoptr (GPtrArray) maps = atl_mix_plan_dup_maps (self);

  if (board == NULL || !g_ptr_array_find (maps, board, NULL))
    board = self->board;
  if (board == NULL || !g_ptr_array_find (maps, board, NULL))
    board = maps->len > 0 && !self->no_map ? maps->pdata[0] : NULL;
  g_set_object (&self->board, board);
  g_clear_pointer (&self->measures, atl_measures_unref);
  renew_roster (self);
  ask (self);
}

/**
 * atl_mix_plan_get_session:
 * @self: a plan
 *
 * Returns: (transfer none): its session
 */
AtlSession *
atl_mix_plan_get_session (AtlMixPlan *self)
{
  return self->session;
}

/**
 * atl_mix_plan_get_setting:
 * @self: a plan
 *
 * Returns: (transfer none): what the groups are to be like
 */
const AtlMixSetting *
atl_mix_plan_get_setting (AtlMixPlan *self)
{
  return &self->setting;
}

/**
 * atl_mix_plan_get_wishes:
 * @self: a plan
 *
 * Returns: (transfer none): the wishes; whoever changes them calls atl_mix_plan_wishes_changed()
 */
AtlMixWishes *
atl_mix_plan_get_wishes (AtlMixPlan *self)
{
  return self->wishes;
}

/**
 * atl_mix_plan_get_roster:
 * @self: a plan
 *
 * Returns: (transfer none): who is there, until people or wishes change
 */
AtlMixRoster *
atl_mix_plan_get_roster (AtlMixPlan *self)
{
  return self->roster;
}

/**
 * atl_mix_plan_get_board:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the map it uses
 */
AtlBoard *
atl_mix_plan_get_board (AtlMixPlan *self)
{
  return self->board;
}

/**
 * atl_mix_plan_get_n_people:
 * @self: a plan
 *
 * Returns: how many people are there
 */
guint
atl_mix_plan_get_n_people (AtlMixPlan *self)
{
  return count_people (self);
}

/**
 * atl_mix_plan_get_n_groups:
 * @self: a plan
 *
 * Returns: how many groups there are to be
 */
guint
atl_mix_plan_get_n_groups (AtlMixPlan *self)
{
  guint n = count_people (self);
  guint size = MAX (self->setting.by_size, 1);
  guint wanted = self->setting.by_number > 0 ? self->setting.by_number : (n + size / 2) / size;

  return CLAMP (wanted, 1, MAX (n, 1));
}

/**
 * atl_mix_plan_get_sizes:
 * @self: a plan
 * @smallest: (out): people in the smallest group
 * @largest: (out): people in the largest group
 *
 * Tells how large the groups may be.
 */
void
atl_mix_plan_get_sizes (AtlMixPlan *self,
                        guint      *smallest,
                        guint      *largest)
{
  guint n = count_people (self);
  guint n_groups = atl_mix_plan_get_n_groups (self);
  guint least = n / n_groups;

  *smallest = MAX (least > self->setting.fewer ? least - self->setting.fewer : 1, 1);
  *largest = MAX ((n + n_groups - 1) / n_groups, 1) + self->setting.more;
}

/**
 * atl_mix_plan_set_board:
 * @self: a plan
 * @board: (nullable): the map that tells who works with whom
 */
void
atl_mix_plan_set_board (AtlMixPlan *self,
                        AtlBoard   *board)
{
  self->no_map = board == NULL;
  if (!g_set_object (&self->board, board))
    return;
  g_clear_pointer (&self->measures, atl_measures_unref);
  renew_roster (self);
  ask (self);
}

/**
 * atl_mix_plan_set_setting:
 * @self: a plan
 * @setting: what the groups are to be like
 *
 * Looks for groups again, unless only what becomes of the groups of the session changed.
 */
void
atl_mix_plan_set_setting (AtlMixPlan          *self,
                          const AtlMixSetting *setting)
{
  AtlMixSetting wanted = *setting;
  AtlMixSetting old = self->setting;
  gboolean      kept = wanted.keep != old.keep;

  wanted.n_rounds = CLAMP (wanted.n_rounds, 1, ATL_MIX_MOST_ROUNDS);
  if (wanted.by_number != old.by_number || wanted.by_size != old.by_size)
    wanted.fewer = wanted.more = 0;
  old.keep = wanted.keep;
  self->setting = wanted;
  if (wanted.fresh != old.fresh)
    renew_roster (self);
  if (memcmp (&old, &wanted, sizeof old) != 0)
    ask (self);
  else if (kept)
    g_signal_emit (self, signals[GROUPS_CHANGED], 0);
}

/**
 * atl_mix_plan_wishes_changed:
 * @self: a plan
 *
 * Looks for groups that hold the wishes as they are now.
 */
void
atl_mix_plan_wishes_changed (AtlMixPlan *self)
{
  ask (self);
}

/**
 * atl_mix_plan_can_drop:
 * @self: a plan
 * @constraint: one of a conflict
 *
 * Tells whether it can be done without: no group may be empty.
 */
gboolean
atl_mix_plan_can_drop (AtlMixPlan             *self,
                       const AtlMixConstraint *constraint)
{
  guint smallest;
  guint largest;

  atl_mix_plan_get_sizes (self, &smallest, &largest);
  return constraint->kind != ATL_MIX_SIZE_MIN || smallest > 1;
}

/**
 * atl_mix_plan_drop:
 * @self: a plan
 * @constraint: one of a conflict
 *
 * Drops a wish; of a size, it gives way by one.
 */
void
atl_mix_plan_drop (AtlMixPlan             *self,
                   const AtlMixConstraint *constraint)
{
  if (constraint->kind == ATL_MIX_SIZE_MIN)
    self->setting.fewer++;
  else if (constraint->kind == ATL_MIX_SIZE_MAX)
    self->setting.more++;
  else
    atl_mix_wishes_drop (self->wishes, self->roster, constraint);
  ask (self);
}

/**
 * atl_mix_plan_deal_again:
 * @self: a plan
 *
 * Looks for other groups under the same wishes.
 */
void
atl_mix_plan_deal_again (AtlMixPlan *self)
{
  self->setting.seed += SEED_STEP;
  self->again = self->rounds != NULL;
  ask (self);
}

/**
 * atl_mix_plan_get_busy:
 * @self: a plan
 *
 * Tells whether groups are being looked for.
 */
gboolean
atl_mix_plan_get_busy (AtlMixPlan *self)
{
  return self->answered != self->asked;
}

/**
 * atl_mix_plan_get_hurried:
 * @self: a plan
 *
 * Tells whether the clock ended the search: more time might have found better groups.
 */
gboolean
atl_mix_plan_get_hurried (AtlMixPlan *self)
{
  return self->hurried;
}

/**
 * atl_mix_plan_get_rounds:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): the groups. While it is busy, those from before, if they still are for
 * the same people
 */
AtlMixRounds *
atl_mix_plan_get_rounds (AtlMixPlan *self)
{
  return self->rounds;
}

/**
 * atl_mix_plan_get_conflict:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): why there are no groups
 */
AtlMixConflict *
atl_mix_plan_get_conflict (AtlMixPlan *self)
{
  return self->conflict;
}

/**
 * atl_mix_plan_rounds_changed:
 * @self: a plan
 *
 * Tells everybody that the groups were changed by hand.
 */
void
atl_mix_plan_rounds_changed (AtlMixPlan *self)
{
  g_signal_emit (self, signals[GROUPS_CHANGED], 0);
}
