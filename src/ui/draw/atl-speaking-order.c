/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draw/atl-speaking-order.h"

/* Those of a silo who are still to come. */
typedef struct
{
  gpointer silo;
  GArray  *waiting; /* guint */
  guint    at;
} Queue;

static void
queue_clear (gpointer data)
{
  g_array_unref (((Queue *) data)->waiting);
}

static void
shuffle (guint  *order,
         guint   n,
         guint32 seed)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = n; i > 1; i--)
    {
      guint other = (guint) g_rand_int_range (rand, 0, (gint32) i);
      guint kept = order[i - 1];

      order[i - 1] = order[other];
      order[other] = kept;
    }
}

static gboolean
comes_later (const AtlSpeaker *speaker,
             AtlSpeakingMode   mode)
{
  return mode == ATL_SPEAKING_MANAGERS_LAST ? speaker->manager : speaker->spoken;
}

/* Two passes over the list: it stays as it is within both halves. Nobody is sorted by how much they said. */
static void
put_some_last (const AtlSpeaker *speakers,
               guint             n,
               AtlSpeakingMode   mode,
               guint            *order)
{
  guint at = 0;

  for (guint later = 0; later < 2; later++)
    for (guint i = 0; i < n; i++)
      if ((comes_later (&speakers[i], mode) ? 1 : 0) == later)
        order[at++] = i;
}

static Queue *
find_queue (GArray  *queues,
            gpointer silo)
{
  Queue added = { .silo = silo };

  for (guint i = 0; i < queues->len; i++)
    if (g_array_index (queues, Queue, i).silo == silo)
      return &g_array_index (queues, Queue, i);
  added.waiting = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_append_val (queues, added);
  return &g_array_index (queues, Queue, queues->len - 1);
}

/* The longest of the others than @last; @last itself only when nobody else is left. */
static Queue *
choose_queue (GArray *queues,
              Queue  *last)
{
  Queue *best = NULL;

  for (guint i = 0; i < queues->len; i++)
    {
      Queue *queue = &g_array_index (queues, Queue, i);
      guint  left = queue->waiting->len - queue->at;

      if (queue != last && left > 0 && (best == NULL || left > best->waiting->len - best->at))
        best = queue;
    }
  return best != NULL ? best : last;
}

/* Taking from the longest queue but the last one leaves two neighbors of one silo only where that cannot be
 * avoided. */
static void
alternate (const AtlSpeaker *speakers,
           guint             n,
           guint            *order)
{
  g_autoptr (GArray) queues = g_array_new (FALSE, FALSE, sizeof (Queue));
  Queue             *last = NULL;

  g_array_set_clear_func (queues, queue_clear);
  for (guint i = 0; i < n; i++)
    g_array_append_val (find_queue (queues, speakers[i].silo)->waiting, i);
  for (guint i = 0; i < n; i++)
    {
      last = choose_queue (queues, last);
      order[i] = g_array_index (last->waiting, guint, last->at++);
    }
}

/**
 * atl_speaking_order_dup:
 * @speakers: (array length=n): people, in the order of the list
 * @n: how many
 * @mode: how they take turns
 * @seed: of chance, for the random order
 *
 * Returns: (transfer full) (array length=n): the positions in @speakers, in the order in which they speak
 */
guint *
atl_speaking_order_dup (const AtlSpeaker *speakers,
                        guint             n,
                        AtlSpeakingMode   mode,
                        guint32           seed)
{
  guint *order = g_new (guint, MAX (n, 1));

  g_return_val_if_fail (mode < ATL_N_SPEAKING, order);

  for (guint i = 0; i < n; i++)
    order[i] = i;
  if (mode == ATL_SPEAKING_RANDOM)
    shuffle (order, n, seed);
  else if (mode == ATL_SPEAKING_ALTERNATE_SILOS)
    alternate (speakers, n, order);
  else if (mode != ATL_SPEAKING_ROUND)
    put_some_last (speakers, n, mode, order);
  return order;
}
