/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-words.h"

#include <glib-object.h>

#include "model/atl-enum-types.h"

static void
test_both_languages (void)
{
  g_assert_cmpstr (atl_words_get ("en", "agenda"), ==, "Agenda");
  g_assert_cmpstr (atl_words_get ("fr", "agenda"), ==, "Ordre du jour");
  g_assert_cmpstr (atl_words_get ("fr-CA", "due"), ==, "Échéance");
  g_assert_cmpstr (atl_words_get ("fry", "due"), ==, "Due");
  g_assert_cmpstr (atl_words_get (NULL, "due"), ==, "Due");
  g_assert_true (atl_words_has_language ("fr_CA"));
  g_assert_true (atl_words_has_language ("en"));
  g_assert_false (atl_words_has_language ("de"));
  g_assert_false (atl_words_has_language (""));
}

static void
test_unknown (void)
{
  g_test_expect_message ("atl-catalogue", G_LOG_LEVEL_WARNING, "*mauve*");

  g_assert_cmpstr (atl_words_get ("en", "mauve"), ==, "mauve");

  g_test_assert_expected_messages ();
}

static void
test_fill (void)
{
  g_autofree char *page = atl_words_fill ("fr", "page-of", "page", "2", "pages", "9", NULL);
  g_autofree char *pair = atl_words_fill ("fr", "label-value", "label", "{value}", "value", "100 %s", NULL);
  g_autofree char *rest = atl_words_fill_text ("{a} {b", "a", "1", "b", "2", NULL);

  g_assert_cmpstr (page, ==, "Page 2 sur 9");
  g_assert_cmpstr (pair, ==, "{value}\u00a0: 100 %s");
  g_assert_cmpstr (rest, ==, "1 {b");
}

static const struct
{
  const char *language;
  guint       n;
  const char *text;
} counts[] = {
  { "en", 0, "0 notes" },
  { "en", 1, "1 note" },
  { "en", 2, "2 notes" },
  { "fr", 0, "0\u00a0note" },
  { "fr", 1, "1\u00a0note" },
  { "fr", 2, "2\u00a0notes" },
};

static void
test_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *text = atl_words_dup_count (counts[i].language, "notes", counts[i].n);

      g_assert_cmpstr (text, ==, counts[i].text);
    }
}

static const struct
{
  const char *language;
  double      n;
  const char *text;
} amounts[] = {
  { "en", 19.5, "19.5 days" },
  { "en", 1, "1 day" },
  { "en", 1.5, "1.5 days" },
  { "en", 2.04, "2 days" },
  { "en", 0, "0 days" },
  { "fr", 19.5, "19,5 jours" },
  { "fr", 1.5, "1,5 jour" },
  { "fr", 2, "2 jours" },
};

static void
test_amounts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autofree char *text = atl_words_dup_amount (amounts[i].language, "days", amounts[i].n);

      g_assert_cmpstr (text, ==, amounts[i].text);
    }
}

static const struct
{
  const char *language;
  const char *date;
  const char *text;
} dates[] = {
  { "en", "2026-06-11", "June 11, 2026" },
  { "fr", "2026-06-11", "11 juin 2026" },
  { "fr", "2026-08-01", "1er août 2026" },
  { "fr", "2026-13-40", "2026-13-40" },
  { "fr", "soon", "soon" },
  { "en", NULL, "" },
};

static void
test_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *text = atl_words_dup_date (dates[i].language, dates[i].date);

      g_assert_cmpstr (text, ==, dates[i].text);
    }
}

static void
test_durations (void)
{
  g_autofree char *short_one = atl_words_dup_duration ("en", 35);
  g_autofree char *hours = atl_words_dup_duration ("fr", 120);
  g_autofree char *both = atl_words_dup_duration ("fr", 65);

  g_assert_cmpstr (short_one, ==, "35 min");
  g_assert_cmpstr (hours, ==, "2\u00a0h");
  g_assert_cmpstr (both, ==, "1\u00a0h\u00a005");
}

/* Each value of a model enum that the reader sees has a name in the data. */
static void
assert_labels (GType    type,
               AtlLabel kind)
{
  GEnumClass *values = g_type_class_ref (type);

  for (guint i = 0; i < values->n_values; i++)
    {
      g_test_message ("%s", values->values[i].value_nick);
      g_assert_cmpstr (atl_words_get_label ("fr", kind, values->values[i].value_nick), !=,
                       values->values[i].value_nick);
    }
  g_type_class_unref (values);
}

static void
test_labels (void)
{
  assert_labels (atl_step_mode_get_type (), ATL_LABEL_MODE);
  assert_labels (atl_layout_get_type (), ATL_LABEL_LAYOUT);
  assert_labels (atl_tint_get_type (), ATL_LABEL_COLOR);
  assert_labels (atl_color_get_type (), ATL_LABEL_COLOR);
  assert_labels (atl_link_kind_get_type (), ATL_LABEL_LINK_KIND);
  g_assert_cmpstr (atl_words_get_label ("en", ATL_LABEL_LINK_KIND, "conflicts"), ==, "Conflicts with");
  g_assert_cmpstr (atl_words_get_label ("fr", ATL_LABEL_CATEGORY, "vision"), ==, "Vision et produit");
}

static void
test_silo_texts (void)
{
  const char      *text = atl_words_get_silo_text ("fr", "density.lead");
  g_autofree char *filled = atl_words_fill_text (text, "within", "40\u00a0%", "between", "5\u00a0%", NULL);

  g_assert_cmpstr (filled, ==,
                   "Au sein d’un silo, 40\u00a0% des liens possibles existent\u202f; entre silos, 5\u00a0%.");
  g_assert_cmpstr (atl_words_get_silo_text ("fr", "nothing"), ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/get/follows-the-language-of-the-session", test_both_languages);
  g_test_add_func ("/words/get/warns-about-unknown-words", test_unknown);
  g_test_add_func ("/words/fill/puts-values-in-as-they-are", test_fill);
  g_test_add_func ("/words/count/knows-both-plurals", test_counts);
  g_test_add_func ("/words/amounts/keep-a-decimal", test_amounts);
  g_test_add_func ("/words/date/is-written-out", test_dates);
  g_test_add_func ("/words/duration/in-hours-and-minutes", test_durations);
  g_test_add_func ("/words/labels/exist-for-every-value", test_labels);
  g_test_add_func ("/words/silo-texts/are-filled", test_silo_texts);
  return g_test_run ();
}
