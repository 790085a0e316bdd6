/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Template files from strangers. */
#include "fuzz.h"

#include "catalogue/atl-board-maker.h"
#include "catalogue/atl-template-maker.h"
#include "catalogue/atl-template-reader.h"
#include "catalogue/atl-template-writer.h"

static AtlTemplate *
read_again (AtlTemplate *template)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (GBytes)      bytes = atl_template_writer_write (template);
  AtlTemplate            *again = atl_template_reader_read (bytes, "/again.json", problems);

  FUZZ_HOLDS (again != NULL && atl_problems_get_n (problems) == 0);
  return again;
}

/* A board of it can be saved as a session, and the session's board as a template. */
static void
check_board (AtlTemplate *template, const char *language)
{
  g_autoptr (AtlSession)       session = atl_session_new (NULL);
  g_autoptr (AtlSession)       written = NULL;
  g_autoptr (AtlTemplateDraft) draft = NULL;
  g_autoptr (AtlTemplate)      made = NULL;
  g_autoptr (AtlTemplate)      again = NULL;
  AtlBoard                    *board;

  atl_session_set_language (session, language);
  board = atl_board_maker_add (template, session, NULL);
  FUZZ_HOLDS (atl_list_get_length (atl_board_get_areas (board)) == atl_template_get_n_areas (template));
  written = fuzz_check_written (session);
  draft = atl_template_draft_new_from_board (board, template, TRUE, TRUE);
  made = atl_template_maker_make (draft, "made", "/made.json");
  again = read_again (made);
  FUZZ_HOLDS (atl_template_get_n_areas (again) == atl_template_get_n_areas (template));
}

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @size: how many
 *
 * What is refused says why; what is read can be written, read again, made into a board, and that into a
 * template.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes)      bytes = g_bytes_new (data, size);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlTemplate) template = atl_template_reader_read (bytes, "/file.json", problems);
  g_autoptr (AtlTemplate) again = NULL;

  FUZZ_HOLDS ((template != NULL) == (atl_problems_get_n (problems) == 0));
  if (template == NULL)
    return 0;
  again = read_again (template);
  check_board (template, "en");
  check_board (template, "fr");
  return 0;
}
