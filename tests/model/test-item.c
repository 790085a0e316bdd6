/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "atl-notify-test.h"

#include "model/atl-action.h"
#include "model/atl-ballot.h"
#include "model/atl-board.h"
#include "model/atl-area.h"
#include "model/atl-decision.h"
#include "model/atl-group.h"
#include "model/atl-link.h"
#include "model/atl-note.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "model/atl-scale.h"
#include "model/atl-session.h"
#include "model/atl-silo.h"
#include "model/atl-step.h"
#include "model/atl-term.h"

static GVariant *
dict_with (int number)
{
  GVariantDict dict;

  g_variant_dict_init (&dict, NULL);
  g_variant_dict_insert (&dict, "n", "i", number);
  return g_variant_dict_end (&dict);
}

/* Two values that differ from each other and from the default. */
static void
make_values (const AtlField *field,
             GParamSpec     *pspec,
             GValue         *first,
             GValue         *second)
{
  static const char *const one[] = { "a", NULL };
  static const char *const two[] = { "a", "b", NULL };

  g_value_init (first, pspec->value_type);
  g_value_init (second, pspec->value_type);
  if (atl_value_type_is_text (field->type))
    {
      g_value_set_string (first, "first");
      g_value_set_string (second, "second");
    }
  else if (field->type == ATL_VALUE_STRV)
    {
      g_value_set_boxed (first, one);
      g_value_set_boxed (second, two);
    }
  else if (field->type == ATL_VALUE_VARIANT)
    {
      g_value_set_variant (first, dict_with (1));
      g_value_set_variant (second, dict_with (2));
    }
  else if (field->type == ATL_VALUE_BOOLEAN)
    {
      g_value_set_boolean (first, !field->fallback);
      g_value_set_boolean (second, field->fallback);
    }
  else if (field->type == ATL_VALUE_ENUM)
    {
      g_value_set_enum (first, field->fallback + (field->fallback == 0 ? 1 : -1));
      g_value_set_enum (second, field->fallback);
    }
  else
    {
      g_value_set_int (first, field->max);
      g_value_set_int (second, field->fallback);
    }
}

static void
check_field (AtlItem *item,
             guint    index)
{
  AtlItemClass   *klass = ATL_ITEM_GET_CLASS (item);
  const AtlField *field = &klass->fields[index];
  GValue          first = G_VALUE_INIT;
  GValue          second = G_VALUE_INIT;

  g_assert_true (atl_item_value_is_default (item, index));
  if (field->type == ATL_VALUE_LIST)
    return;
  make_values (field, klass->pspecs[index], &first, &second);
  atl_assert_notify_contract (G_OBJECT (item), field->name, &first, &second);
  g_value_unset (&first);
  g_value_unset (&second);
}

static void
test_properties (gconstpointer type)
{
  AtlItem      *item = g_object_new (GPOINTER_TO_SIZE (type), NULL);
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    check_field (item, i);

  g_assert_finalize_object (item);
}

static void
test_range (void)
{
  g_autoptr (AtlRound) round = atl_round_new (NULL);

  atl_round_set_budget (round, 1000000);
  g_assert_cmpint (atl_round_get_budget (round), ==, 1000);
  atl_round_set_budget (round, -5);
  g_assert_cmpint (atl_round_get_budget (round), ==, 1);
}

static void
test_ids (void)
{
  g_autoptr (AtlNote) given = atl_note_new ("b1-04");
  g_autoptr (AtlNote) random = atl_note_new (NULL);

  g_assert_cmpstr (atl_item_get_id (ATL_ITEM (given)), ==, "b1-04");
  g_assert_true (g_uuid_string_is_valid (atl_item_get_id (ATL_ITEM (random))));
}

static void
test_copy (void)
{
  static const char *const tags[] = { "silo", NULL };
  g_autoptr (AtlNote)      note = atl_note_new (NULL);
  g_autoptr (AtlItem)      copy = NULL;

  atl_note_set_text (note, "Chacun sa feuille de route");
  atl_note_set_tags (note, tags);
  atl_note_set_x (note, 12);
  copy = atl_item_copy (ATL_ITEM (note));

  g_assert_cmpstr (atl_note_get_text (ATL_NOTE (copy)), ==, "Chacun sa feuille de route");
  g_assert_cmpint (atl_note_get_x (ATL_NOTE (copy)), ==, 12);
  g_assert_cmpstrv ((char **) atl_note_get_tags (ATL_NOTE (copy)), (char **) tags);
  g_assert_cmpstr (atl_item_get_id (copy), !=, atl_item_get_id (ATL_ITEM (note)));
}

static void
changed_cb (guint *count)
{
  (*count)++;
}

static void
test_announces (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autoptr (AtlBoard)   board = atl_board_new (NULL);
  g_autoptr (AtlNote)    note = atl_note_new (NULL);
  guint                  count = 0;

  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), &count);
  atl_list_insert (atl_board_get_notes (board), ATL_ITEM (note));
  g_assert_cmpuint (count, ==, 0);
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  g_assert_cmpuint (count, ==, 1);
  atl_note_set_text (note, "x");
  g_assert_cmpuint (count, ==, 2);
  atl_note_set_text (note, "x");
  g_assert_cmpuint (count, ==, 2);
  atl_list_remove (atl_board_get_notes (board), ATL_ITEM (note));
  g_assert_cmpuint (count, ==, 3);
  atl_note_set_text (note, "y");
  g_assert_cmpuint (count, ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  GType types[] = {
    ATL_TYPE_SESSION,
    ATL_TYPE_SILO,
    ATL_TYPE_PERSON,
    ATL_TYPE_GROUP,
    ATL_TYPE_BOARD,
    ATL_TYPE_AREA,
    ATL_TYPE_NOTE,
    ATL_TYPE_LINK,
    ATL_TYPE_ROUND,
    ATL_TYPE_BALLOT,
    ATL_TYPE_SCALE,
    ATL_TYPE_STEP,
    ATL_TYPE_ACTION,
    ATL_TYPE_DECISION,
    ATL_TYPE_TERM,
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      g_autofree char *path = g_strdup_printf ("/item/%s/every-property-keeps-the-notify-contract",
                                               g_type_name (types[i]));

      g_test_add_data_func (path, GSIZE_TO_POINTER (types[i]), test_properties);
    }
  g_test_add_func ("/item/set/brings-integers-into-range", test_range);
  g_test_add_func ("/item/new/takes-or-makes-an-id", test_ids);
  g_test_add_func ("/item/copy/has-the-values-and-its-own-id", test_copy);
  g_test_add_func ("/item/announce/only-while-part-of-a-session", test_announces);
  return g_test_run ();
}
