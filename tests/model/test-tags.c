/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-tags.h"

static void
test_labels (void)
{
  g_autoptr (AtlBoard)   board = atl_board_new (NULL);
  g_autoptr (GVariant)   options = NULL;
  g_autoptr (GHashTable) tags = NULL;
  const char            *text = "{'noteTags': <[<{'id': <'silo'>, 'label': <'Silo'>}>,"
                                " <{'id': <'skills'>, 'label': <'Compétences'>}>,"
                                " <7>, <{'id': <'broken'>}>]>}";
  options = g_variant_ref_sink (g_variant_parse (G_VARIANT_TYPE_VARDICT, text, NULL, NULL, NULL));
  atl_board_set_options (board, options);

  tags = atl_board_dup_tags (board);

  g_assert_cmpuint (g_hash_table_size (tags), ==, 2);
  g_assert_cmpstr (g_hash_table_lookup (tags, "skills"), ==, "Compétences");
  g_assert_null (g_hash_table_lookup (tags, "broken"));
}

/* Notes of a later board bear the tags of an earlier one. */
static void
test_labels_of_session (void)
{
  g_autoptr (AtlSession) session = atl_session_new (NULL);
  g_autoptr (AtlBoard)   first = atl_board_new (NULL);
  g_autoptr (AtlBoard)   second = atl_board_new (NULL);
  g_autoptr (GHashTable) tags = NULL;
  const char            *texts[] = { "{'noteTags': <[<{'id': <'silo'>, 'label': <'Silo'>}>,"
                                                " <{'id': <'skills'>, 'label': <'Savoir'>}>]>}",
                                     "{'noteTags': <[<{'id': <'skills'>, 'label': <'Compétences'>}>]>}" };
  AtlBoard              *boards[] = { first, second };

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GVariant) options = g_variant_parse (G_VARIANT_TYPE_VARDICT, texts[i], NULL, NULL, NULL);

      atl_board_set_options (boards[i], options);
      atl_list_insert (atl_session_get_boards (session), ATL_ITEM (boards[i]));
    }
  tags = atl_board_dup_tags (second);

  g_assert_cmpstr (g_hash_table_lookup (tags, "silo"), ==, "Silo");
  g_assert_cmpstr (g_hash_table_lookup (tags, "skills"), ==, "Compétences");
}

static void
test_none (void)
{
  g_autoptr (AtlBoard)   board = atl_board_new (NULL);
  g_autoptr (GHashTable) tags = atl_board_dup_tags (board);

  g_assert_cmpuint (g_hash_table_size (tags), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tags/labels/come-from-the-board", test_labels);
  g_test_add_func ("/tags/labels/come-from-the-session", test_labels_of_session);
  g_test_add_func ("/tags/labels/are-none-without-the-option", test_none);
  return g_test_run ();
}
