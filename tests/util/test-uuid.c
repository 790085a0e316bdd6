/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-uuid.h"

/* The DNS namespace of RFC 4122, appendix C, and a value every implementation gives. */
static void
test_known_value (void)
{
  g_autofree char *uuid = atl_uuid_v5 ("6ba7b810-9dad-11d1-80b4-00c04fd430c8", "www.example.com");

  g_assert_cmpstr (uuid, ==, "2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

static void
test_bad_namespace (void)
{
  g_autofree char *uuid = atl_uuid_v5 ("not a uuid", "x");

  g_assert_null (uuid);
}

static void
test_ids (void)
{
  g_autofree char *longest = g_strnfill (64, 'a');
  g_autofree char *too_long = g_strnfill (65, 'a');

  g_assert_true (atl_id_is_valid ("b1-04"));
  g_assert_true (atl_id_is_valid (longest));
  g_assert_false (atl_id_is_valid (too_long));
  g_assert_false (atl_id_is_valid (""));
  g_assert_false (atl_id_is_valid (NULL));
  g_assert_false (atl_id_is_valid ("../x"));
  g_assert_false (atl_id_is_valid ("é"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/uuid/v5/gives-the-published-value", test_known_value);
  g_test_add_func ("/uuid/v5/refuses-a-bad-namespace", test_bad_namespace);
  g_test_add_func ("/id/valid/follows-the-format", test_ids);
  return g_test_run ();
}
