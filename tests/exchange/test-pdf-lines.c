/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-pdf-flow.h"
#include "exchange/atl-pdf-lines.h"
#include "scene/atl-text.h"

/* Six lines of the same height. */
static PangoLayout *
lay_out (AtlPdfType *type)
{
  return atl_pdf_type_lay_out (type, ATL_FACE_BODY, "one\ntwo\nthree\nfour\nfive\nsix", 200);
}

static void
test_fit (void)
{
  static const struct
  {
    guint  first;
    double lines; /* of room */
    guint  expected;
  } cases[] = {
    { 0, 10, 6 },  /* all */
    { 0, 6, 6 },   /* just so */
    { 0, 5.5, 4 }, /* not one alone on the next page */
    { 0, 4.5, 4 },
    { 0, 1.5, 0 }, /* not one alone on this page */
    { 0, 0, 0 },
    { 4, 2, 2 },
    { 4, 1.2, 0 },
    { 5, 1, 1 }, /* the last one, wherever it is */
  };
  g_autoptr (AtlPdfType)  type = atl_pdf_type_new ("en");
  g_autoptr (PangoLayout) layout = lay_out (type);
  double                  line = atl_text_get_height (layout) / 6;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double height;
      guint  n = atl_pdf_lines_fit (layout, cases[i].first, cases[i].lines * line, &height);

      g_assert_cmpuint (n, ==, cases[i].expected);
      g_assert_cmpfloat_with_epsilon (height, n * line, line / 2);
    }
}

static void
test_pages (void)
{
  g_autoptr (AtlPdfType)   type = atl_pdf_type_new ("en");
  g_autoptr (AtlPdfScript) script = atl_pdf_script_new ();
  g_autoptr (AtlPdfFlow)   flow = atl_pdf_flow_new (script, type);
  g_autoptr (GString)      text = g_string_new (NULL);

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "line\n");
  atl_pdf_flow_paragraph (flow, ATL_FACE_BODY, ATL_PRINT_TEXT, text->str);

  g_assert_cmpuint (atl_pdf_script_get_n_pages (script), ==, 3);
  g_assert_cmpfloat (atl_pdf_flow_get_room (flow), >, 0);
}

static void
test_columns (void)
{
  g_autoptr (AtlPdfType)   type = atl_pdf_type_new ("en");
  g_autoptr (AtlPdfScript) script = atl_pdf_script_new ();
  g_autoptr (AtlPdfFlow)   flow = atl_pdf_flow_new (script, type);
  AtlRect                  frame = atl_pdf_flow_get_frame (flow);

  atl_pdf_flow_begin_columns (flow, 3, 900);
  for (guint i = 0; i < 30; i++)
    {
      atl_pdf_flow_need (flow, 30);
      atl_pdf_flow_advance (flow, 30);
    }
  atl_pdf_flow_end_columns (flow);

  g_assert_cmpuint (atl_pdf_script_get_n_pages (script), ==, 1);
  g_assert_cmpfloat (atl_pdf_flow_get_frame (flow).y, >=, frame.y + 300);
  g_assert_cmpfloat (atl_pdf_flow_get_frame (flow).y, <=, frame.y + 360);
}

static void
test_heading (void)
{
  g_autoptr (AtlPdfType)   type = atl_pdf_type_new ("en");
  g_autoptr (AtlPdfScript) script = atl_pdf_script_new ();
  g_autoptr (AtlPdfFlow)   flow = atl_pdf_flow_new (script, type);

  atl_pdf_flow_advance (flow, atl_pdf_flow_get_room (flow) - 60);
  atl_pdf_flow_heading (flow, ATL_FACE_H2, "Alone at the foot?", 60);

  g_assert_cmpuint (atl_pdf_script_get_n_pages (script), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf-lines/fit/leaves-no-line-alone", test_fit);
  g_test_add_func ("/pdf-flow/paragraph/goes-on-over-pages", test_pages);
  g_test_add_func ("/pdf-flow/columns/end-at-about-the-same-height", test_columns);
  g_test_add_func ("/pdf-flow/heading/is-not-left-at-the-foot", test_heading);
  return g_test_run ();
}
