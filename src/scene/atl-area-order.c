/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-area-order.h"

#include "insight/atl-value-sums.h"
#include "model/atl-authors.h"
#include "model/atl-note-values.h"
#include "util/atl-fold.h"

#include <string.h>

#define WEIGHT 1000.0 /* of numbers that are sorted by, so that fractions count */
#define MOST_WEIGHT 1e9

/* A note that stands for itself or its stack, with what it is sorted by. */
typedef struct
{
  AtlNote *note;
  guint    at; /* where it stands now: equal ones stay in that order */
  int      number;
  char    *text; /* folded, or NULL, which comes last */
} Entry;

static void
entry_clear (gpointer data)
{
  g_free (((Entry *) data)->text);
}

static gboolean
is_lead (AtlBox *box)
{
  return box->stack == NULL || box->stack->item == box->item;
}

/**
 * atl_area_order_dup_leads:
 * @scene: a scene
 * @area: the box of an area
 *
 * Returns: (transfer container) (element-type AtlNote): its notes in their order, a stack by its lead, be it
 *   open or closed
 */
GPtrArray *
atl_area_order_dup_leads (AtlScene *scene,
                          AtlBox   *area)
{
  GPtrArray *boxes = atl_scene_get_area_notes (scene, area);
  GPtrArray *leads = g_ptr_array_new ();

  for (guint i = 0; i < boxes->len; i++)
    if (is_lead (boxes->pdata[i]))
      g_ptr_array_add (leads, ((AtlBox *) boxes->pdata[i])->item);
  return leads;
}

/* The number that a run of digits stands for; @at is set behind it. */
static guint64
read_number (const char **at)
{
  char   *end = NULL;
  guint64 number = g_ascii_strtoull (*at, &end, 10);

  *at = end;
  return number;
}

/* "Note 9" comes before "Note 10". */
static int
compare_texts (const char *a,
               const char *b)
{
  while (*a != '\0' && *b != '\0')
    {
      if (g_ascii_isdigit (*a) && g_ascii_isdigit (*b))
        {
          guint64 first = read_number (&a), second = read_number (&b);

          if (first != second)
            return first < second ? -1 : 1;
          continue;
        }
      if (g_utf8_get_char (a) != g_utf8_get_char (b))
        return g_utf8_get_char (a) < g_utf8_get_char (b) ? -1 : 1;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
  return (*a != '\0') - (*b != '\0');
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  const Entry *first = a, *second = b;
  int          by_text = 0;

  if (first->number != second->number)
    return first->number < second->number ? -1 : 1;
  if ((first->text == NULL) != (second->text == NULL))
    return first->text == NULL ? 1 : -1;
  if (first->text != NULL)
    by_text = compare_texts (first->text, second->text);
  return by_text != 0 ? by_text : (first->at > second->at) - (first->at < second->at);
}

/* What a text begins with does not count if it is no letter or digit: quotes, dashes, emoji. */
static char *
dup_key (const char *text)
{
  g_autofree char *folded = text != NULL ? atl_fold (text) : NULL;
  const char      *first = folded;

  while (first != NULL && *first != '\0' && !g_unichar_isalnum (g_utf8_get_char (first)))
    first = g_utf8_next_char (first);
  if (first == NULL)
    return NULL;
  return g_strdup (*first != '\0' ? first : folded);
}

/* A stack is called by its title, if it has one. */
static const char *
get_words (AtlNote *note)
{
  const char *title = atl_note_get_stack_title (note);
  const char *text = *title != '\0' ? title : atl_note_get_text (note);

  return *text != '\0' ? text : NULL;
}

static int
count_votes (AtlScene *scene,
             AtlBox   *box)
{
  GPtrArray *boxes = atl_scene_get_area_notes (scene, box->area);
  int        votes = 0;

  if (box->stack == NULL)
    return box->votes;
  for (guint i = 0; i < boxes->len; i++)
    if (((AtlBox *) boxes->pdata[i])->stack == box->stack)
      votes += ((AtlBox *) boxes->pdata[i])->votes;
  return votes;
}

/* Most first; notes without a number last. */
static int
get_weight (AtlNote *note,
            AtlOrder order)
{
  double   number = 0;
  gboolean known = order == ATL_ORDER_RATIO ? atl_note_get_ratio (note, "value", "effort", &number)
                                            : atl_note_get_value (note, ATL_NOTE_VALUE_STRENGTH, &number);

  return known ? (int) -CLAMP (number * WEIGHT, -MOST_WEIGHT, MOST_WEIGHT) : G_MAXINT;
}

static Entry
make_entry (AtlScene *scene,
            AtlNote  *note,
            guint     at,
            AtlOrder  order)
{
  Entry            entry = { .note = note, .at = at };
  g_autofree char *author = NULL;

  switch (order)
    {
    case ATL_ORDER_VOTES:
      entry.number = -count_votes (scene, atl_scene_find_box (scene, note));
      break;
    case ATL_ORDER_AUTHOR:
      author = atl_note_dup_author (note, TRUE);
      entry.text = dup_key (author);
      break;
    case ATL_ORDER_COLOR:
      entry.number = (int) atl_note_get_color (note);
      break;
    case ATL_ORDER_TIME:
      entry.number = atl_note_get_captured (note);
      break;
    case ATL_ORDER_STRENGTH:
    case ATL_ORDER_RATIO:
      entry.number = get_weight (note, order);
      break;
    case ATL_ORDER_TEXT:
    default:
      entry.text = dup_key (get_words (note));
    }
  return entry;
}

/**
 * atl_area_order_dup:
 * @scene: a scene
 * @area: the box of an area
 * @order: what to sort by
 *
 * Sorts the notes of an area, stacks as one: by votes, those of the whole stack, most first and those without
 * any last; by what the board shows of the authors, so that no place tells more; by text
 * or the title of a stack, without regard to case and accents, numbers by their value; by color; by the order
 * in which they were captured, those of which it is not known first. Equal ones
 * keep their order. Languages that sort letters otherwise than English and French come by code point.
 *
 * Returns: (transfer container) (element-type AtlNote): the notes, a stack by its lead
 */
GPtrArray *
atl_area_order_dup (AtlScene *scene,
                    AtlBox   *area,
                    AtlOrder  order)
{
  GPtrArray         *leads = atl_area_order_dup_leads (scene, area);
  g_autoptr (GArray) entries = g_array_sized_new (FALSE, FALSE, sizeof (Entry), leads->len);

  g_array_set_clear_func (entries, entry_clear);
  for (guint i = 0; i < leads->len; i++)
    {
      Entry entry = make_entry (scene, leads->pdata[i], i, order);

      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  for (guint i = 0; i < leads->len; i++)
    leads->pdata[i] = g_array_index (entries, Entry, i).note;
  return leads;
}

/**
 * atl_area_order_has_numbers:
 * @area: the box of an area
 * @order: by strength, or by value for effort
 *
 * Returns: whether notes of @area have the numbers that this takes
 */
gboolean
atl_area_order_has_numbers (AtlBox  *area,
                            AtlOrder order)
{
  AtlArea *item = ATL_AREA (area->item);

  if (order == ATL_ORDER_STRENGTH)
    return atl_area_has_value (item, ATL_NOTE_VALUE_STRENGTH);
  return atl_area_has_value (item, "value") && atl_area_has_value (item, "effort");
}

/**
 * atl_area_order_has_votes:
 * @scene: a scene
 * @area: the box of an area
 *
 * Returns: whether any note there has votes that may be seen
 */
gboolean
atl_area_order_has_votes (AtlScene *scene,
                          AtlBox   *area)
{
  GPtrArray *boxes = atl_scene_get_area_notes (scene, area);

  for (guint i = 0; i < boxes->len; i++)
    if (((AtlBox *) boxes->pdata[i])->votes != 0)
      return TRUE;
  return FALSE;
}
