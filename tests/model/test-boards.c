/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-boards.h"

#include "model/atl-edits.h"
#include "model/atl-guides.h"
#include "model/atl-ballot.h"
#include "model/atl-history.h"
#include "model/atl-link.h"
#include "model/atl-round.h"
#include "model/atl-scale.h"
#include "model/atl-step.h"

/* A board with two areas, a stack of two, a note that belongs to the row of the lead, one link inside, one
 * to another board, a step, a private question that was answered, and a vote. */
typedef struct
{
  AtlSession *session;
  AtlHistory *history;
  AtlBoard   *board;
  AtlNote    *lead;
  AtlNote    *under;
  AtlNote    *row;
  AtlNote    *elsewhere;
} Fixture;

static AtlBoard *
add_board (AtlSession *session,
           const char *title)
{
  g_autoptr (AtlBoard) board = atl_board_new (NULL);
  g_autofree char     *rank = atl_list_dup_end_rank (atl_session_get_boards (session));

  atl_board_set_title (board, title);
  atl_board_set_rank (board, rank);
  atl_list_insert (atl_session_get_boards (session), ATL_ITEM (board));
  return board;
}

static AtlArea *
add_area (AtlBoard   *board,
          const char *rank)
{
  g_autoptr (AtlArea) area = atl_area_new (NULL);

  atl_area_set_rank (area, rank);
  atl_list_insert (atl_board_get_areas (board), ATL_ITEM (area));
  return area;
}

static void
add_link (AtlBoard *board,
          AtlNote  *from,
          AtlNote  *to)
{
  g_autoptr (AtlLink) link = atl_link_new (NULL);

  atl_link_set_from (link, atl_item_get_id (ATL_ITEM (from)));
  atl_link_set_to (link, atl_item_get_id (ATL_ITEM (to)));
  atl_list_insert (atl_board_get_links (board), ATL_ITEM (link));
}

static void
ask (Fixture *f)
{
  g_autoptr (AtlScale)  scale = atl_scale_new (NULL);
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  g_variant_dict_insert (&dict, "board", "s", atl_item_get_id (ATL_ITEM (f->board)));
  atl_scale_set_options (scale, g_variant_ref_sink (g_variant_dict_end (&dict)));
  g_variant_unref (atl_scale_get_options (scale));
  atl_list_insert (atl_session_get_scales (f->session), ATL_ITEM (scale));
}

static void
answer (Fixture *f)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant)  answers = NULL;

  g_variant_dict_insert (&dict, "someone", "i", 4);
  answers = g_variant_ref_sink (g_variant_dict_end (&dict));
  atl_scale_set_answers (atl_list_get (atl_session_get_scales (f->session), 0), answers);
}

static void
vote (Fixture *f)
{
  g_autoptr (AtlRound)  round = atl_round_new (NULL);
  g_autoptr (AtlBallot) ballot = atl_ballot_new (NULL);

  atl_ballot_set_note (ballot, atl_item_get_id (ATL_ITEM (f->lead)));
  atl_list_insert (atl_session_get_rounds (f->session), ATL_ITEM (round));
  atl_list_insert (atl_round_get_ballots (round), ATL_ITEM (ballot));
}

static void
put_into_row (AtlNote *note,
              AtlNote *row)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autoptr (GVariant)  fields = NULL;

  g_variant_dict_insert (&dict, "row", "s", atl_item_get_id (ATL_ITEM (row)));
  fields = g_variant_ref_sink (g_variant_dict_end (&dict));
  atl_note_set_fields (note, fields);
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autoptr (AtlStep)   step = atl_step_new (NULL);
  g_autoptr (GPtrArray) moved = g_ptr_array_new ();
  AtlBoard             *other;

  f->session = atl_session_new (NULL);
  f->board = add_board (f->session, "Sailboat");
  other = add_board (f->session, "Other");
  f->lead = atl_area_add_note (add_area (f->board, "A"), "wind");
  f->under = atl_area_add_note (atl_note_find_area (f->lead), "more wind");
  f->row = atl_area_add_note (add_area (f->board, "B"), "row");
  f->elsewhere = atl_area_add_note (add_area (other, "A"), "elsewhere");
  g_ptr_array_add (moved, f->under);
  atl_notes_stack (moved, f->lead);
  put_into_row (f->row, f->lead);
  add_link (f->board, f->lead, f->row);
  add_link (f->board, f->lead, f->elsewhere);
  atl_step_set_board (step, atl_item_get_id (ATL_ITEM (f->board)));
  atl_step_set_minutes (step, 20);
  atl_step_set_spent (step, 300);
  atl_list_insert (atl_session_get_steps (f->session), ATL_ITEM (step));
  ask (f);
  answer (f);
  vote (f);
  f->history = atl_history_new (f->session);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  g_object_unref (f->history);
  g_object_unref (f->session);
}

static AtlBoard *
duplicate (Fixture     *f,
           AtlBoardCopy what)
{
  AtlBoard *copy;

  atl_history_begin (f->history, "Duplicate");
  copy = atl_board_duplicate (f->board, "Sailboat (2)", what);
  atl_history_end (f->history);
  return copy;
}

static AtlNote *
find_note (AtlBoard   *board,
           const char *text)
{
  AtlList *notes = atl_board_get_notes (board);

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    if (g_str_equal (atl_note_get_text (atl_list_get (notes, i)), text))
      return atl_list_get (notes, i);
  return NULL;
}

static void
test_copy_refers_to_itself (Fixture      *f,
                            gconstpointer data)
{
  AtlBoard   *copy = duplicate (f, ATL_BOARD_COPY_NOTES | ATL_BOARD_COPY_STEPS);
  AtlNote    *lead = find_note (copy, "wind");
  AtlNote    *row = find_note (copy, "row");
  AtlLink    *inside = NULL;
  AtlLink    *outside = NULL;
  const char *of_row = NULL;

  g_assert_cmpuint (atl_list_get_length (atl_board_get_areas (copy)), ==, 2);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (copy)), ==, 3);
  g_assert_true (atl_note_find_area (lead) == atl_list_get (atl_board_get_areas (copy), 0));
  g_assert_true (atl_note_find_lead (find_note (copy, "more wind")) == lead);
  g_assert_true (g_variant_lookup (atl_note_get_fields (row), "row", "&s", &of_row));
  g_assert_cmpstr (of_row, ==, atl_item_get_id (ATL_ITEM (lead)));
  for (guint i = 0; i < atl_list_get_length (atl_board_get_links (copy)); i++)
    {
      AtlLink *link = atl_list_get (atl_board_get_links (copy), i);

      g_assert_cmpstr (atl_link_get_from (link), ==, atl_item_get_id (ATL_ITEM (lead)));
      if (g_str_equal (atl_link_get_to (link), atl_item_get_id (ATL_ITEM (row))))
        inside = link;
      if (g_str_equal (atl_link_get_to (link), atl_item_get_id (ATL_ITEM (f->elsewhere))))
        outside = link;
    }
  g_assert_nonnull (inside);
  g_assert_nonnull (outside);
}

static void
test_copy_starts_anew (Fixture      *f,
                       gconstpointer data)
{
  AtlBoard *copy = duplicate (f, ATL_BOARD_COPY_NOTES | ATL_BOARD_COPY_STEPS);
  AtlList  *steps = atl_session_get_steps (f->session);
  AtlStep  *step = atl_list_get (steps, 1);
  AtlList  *scales = atl_session_get_scales (f->session);
  guint     answered = 0;
  AtlRound *round = atl_list_get (atl_session_get_rounds (f->session), 0);

  g_assert_cmpuint (atl_list_get_length (steps), ==, 2);
  g_assert_cmpstr (atl_step_get_board (step), ==, atl_item_get_id (ATL_ITEM (copy)));
  g_assert_cmpint (atl_step_get_minutes (step), ==, 20);
  g_assert_cmpint (atl_step_get_spent (step), ==, 0);
  g_assert_cmpuint (atl_list_get_length (scales), ==, 2);
  for (guint i = 0; i < 2; i++)
    answered += atl_scale_get_answers (atl_list_get (scales, i)) != NULL;
  g_assert_cmpuint (answered, ==, 1);
  g_assert_cmpuint (atl_list_get_length (atl_round_get_ballots (round)), ==, 1);
}

static void
test_copy_without_notes (Fixture      *f,
                         gconstpointer data)
{
  AtlBoard *copy = duplicate (f, ATL_BOARD_COPY_AREAS);

  g_assert_cmpuint (atl_list_get_length (atl_board_get_areas (copy)), ==, 2);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (copy)), ==, 0);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (copy)), ==, 0);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_steps (f->session)), ==, 1);
  g_assert_true (atl_board_is_empty (copy));
}

static void
test_copy_is_one_step_of_undo (Fixture      *f,
                               gconstpointer data)
{
  duplicate (f, ATL_BOARD_COPY_NOTES | ATL_BOARD_COPY_STEPS);
  atl_history_undo (f->history);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_boards (f->session)), ==, 2);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_steps (f->session)), ==, 1);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_scales (f->session)), ==, 1);
}

static void
test_reset_takes_what_was_put_on (Fixture      *f,
                                  gconstpointer data)
{
  AtlRound *round = atl_list_get (atl_session_get_rounds (f->session), 0);
  AtlScale *scale = atl_list_get (atl_session_get_scales (f->session), 0);

  g_assert_false (atl_board_is_empty (f->board));
  atl_history_begin (f->history, "Empty");
  atl_board_reset (f->board);
  atl_history_end (f->history);
  g_assert_true (atl_board_is_empty (f->board));
  g_assert_null (atl_scale_get_answers (scale));
  g_assert_cmpuint (atl_list_get_length (atl_round_get_ballots (round)), ==, 0);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_areas (f->board)), ==, 2);
  g_assert_cmpuint (atl_list_get_length (atl_session_get_steps (f->session)), ==, 1);
  atl_history_undo (f->history);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_notes (f->board)), ==, 3);
  g_assert_cmpuint (atl_list_get_length (atl_board_get_links (f->board)), ==, 2);
  g_assert_nonnull (atl_scale_get_answers (scale));
  g_assert_cmpuint (atl_list_get_length (atl_round_get_ballots (round)), ==, 1);
}

static AtlSilo *
add_silo (AtlSession *session,
          const char *name)
{
  g_autoptr (AtlSilo) silo = atl_silo_new (NULL);

  atl_silo_set_name (silo, name);
  atl_list_insert (atl_session_get_silos (session), ATL_ITEM (silo));
  return silo;
}

/* What was entered in the room: the first area has scores and the notes. */
static AtlArea *
score (Fixture *f)
{
  AtlArea *area = atl_note_find_area (f->lead);

  atl_area_set_score (area, add_silo (f->session, "A"), add_silo (f->session, "B"), 3);
  return area;
}

static void
test_reset_takes_scores (Fixture      *f,
                         gconstpointer data)
{
  AtlArea *area = score (f);

  atl_history_begin (f->history, "Empty");
  atl_board_reset (f->board);
  atl_history_end (f->history);

  g_assert_false (atl_area_has_scores (area));
  g_assert_true (atl_board_is_empty (f->board));
  atl_history_undo (f->history);
  g_assert_true (atl_area_has_scores (area));
}

static void
test_scores_alone_are_something (Fixture      *f,
                                 gconstpointer data)
{
  AtlArea *area = atl_note_find_area (f->lead);

  atl_board_reset (f->board);
  g_assert_true (atl_board_is_empty (f->board));
  atl_area_set_score (area, add_silo (f->session, "A"), add_silo (f->session, "B"), 0);

  g_assert_false (atl_board_is_empty (f->board));
}

static void
test_reset_keeps_what_is_locked (Fixture      *f,
                                 gconstpointer data)
{
  AtlArea *area = score (f);

  atl_area_set_locked (area, TRUE);
  atl_board_reset (f->board);

  g_assert_true (atl_area_has_scores (area));
  g_assert_true (atl_note_find_board (f->lead) == f->board);
  g_assert_true (atl_board_is_empty (f->board));
}

static void
test_copy_without_notes_has_no_scores (Fixture      *f,
                                       gconstpointer data)
{
  AtlArea  *area = score (f);
  AtlBoard *with = NULL, *without = NULL;
  guint     at = 0;

  g_assert_true (atl_list_get_position (atl_board_get_areas (f->board), ATL_ITEM (area), &at));
  without = atl_board_duplicate (f->board, "Without", ATL_BOARD_COPY_AREAS);
  with = atl_board_duplicate (f->board, "With", ATL_BOARD_COPY_NOTES);

  g_assert_false (atl_area_has_scores (atl_list_get (atl_board_get_areas (without), at)));
  g_assert_true (atl_area_has_scores (atl_list_get (atl_board_get_areas (with), at)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add ("/boards/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("copy-refers-to-itself", test_copy_refers_to_itself);
  ADD ("copy-starts-anew", test_copy_starts_anew);
  ADD ("copy-without-notes", test_copy_without_notes);
  ADD ("copy-is-one-step-of-undo", test_copy_is_one_step_of_undo);
  ADD ("reset-takes-what-was-put-on", test_reset_takes_what_was_put_on);
  ADD ("reset-takes-scores", test_reset_takes_scores);
  ADD ("reset-keeps-what-is-locked", test_reset_keeps_what_is_locked);
  ADD ("scores-alone-are-something", test_scores_alone_are_something);
  ADD ("copy-without-notes-has-no-scores", test_copy_without_notes_has_no_scores);
#undef ADD
  return g_test_run ();
}
