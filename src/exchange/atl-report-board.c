/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include "catalogue/atl-words.h"
#include "exchange/atl-note-list.h"
#include "model/atl-area.h"

#define COLUMNS 3
#define COLUMN_GAP 26.0
#define ALMOST_ALL 0.6 /* so many notes to write out: write out all of them, it reads better */

static void
figure_drawn_cb (cairo_t *cr,
                 AtlRect  rect,
                 gpointer user_data)
{
  atl_board_figure_draw (user_data, cr, rect, TRUE);
}

/* Whether a note says more than its picture; nodes of a map that are just a name do not. */
static gboolean
is_unread (AtlBoardFigure *figure,
           AtlBox         *box,
           double          scale)
{
  AtlNote *note = ATL_NOTE (box->item);

  if (box->is_node && *atl_note_get_person (note) != '\0' && *atl_note_get_description (note) == '\0')
    return FALSE;
  return !atl_board_figure_is_readable (figure, box, scale);
}

static GHashTable *
find_unread (AtlBoardFigure *figure,
             double          scale,
             gboolean       *all)
{
  GHashTable *unread = g_hash_table_new (NULL, NULL);
  GPtrArray  *notes = atl_scene_get_boxes (atl_board_figure_get_scene (figure), ATL_BOX_NOTE);
  guint       n_nodes = 0;

  for (guint i = 0; i < notes->len; i++)
    {
      AtlBox *box = g_ptr_array_index (notes, i);

      n_nodes += box->is_node ? 1 : 0;
      if (is_unread (figure, box, scale))
        g_hash_table_add (unread, box);
    }
  *all = g_hash_table_size (unread) > ALMOST_ALL * (notes->len - n_nodes);
  return unread;
}

static gboolean
is_wanted (AtlBox     *box,
           GHashTable *unread,
           gboolean    all)
{
  return g_hash_table_contains (unread, box) || (all && !box->is_node);
}

static void
add_title (AtlReport   *report,
           AtlNoteList *list,
           AtlBox      *box)
{
  AtlArea *area = box->item != NULL ? ATL_AREA (box->item) : NULL;

  if (area != NULL)
    atl_note_list_add_area (list, atl_area_get_title (area), atl_area_get_prompt (area));
  else
    atl_note_list_add_area (list, atl_report_word (report, "unplaced"), NULL);
}

static void
add_area (AtlReport   *report,
          AtlNoteList *list,
          AtlBox      *area,
          GPtrArray   *notes,
          GHashTable  *unread,
          gboolean     all)
{
  gboolean titled = FALSE;

  for (guint i = 0; i < notes->len; i++)
    {
      AtlBox *box = g_ptr_array_index (notes, i);

      if (!is_wanted (box, unread, all))
        continue;
      if (!titled)
        add_title (report, list, area);
      titled = TRUE;
      atl_note_list_add_note (list, ATL_NOTE (box->item));
    }
}

static void
write_list (AtlReport   *report,
            AtlNoteList *list,
            AtlBoard    *board,
            gboolean     all)
{
  atl_pdf_flow_set_running_head (report->flow, atl_board_get_title (board));
  atl_pdf_flow_new_page (report->flow);
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_flow_heading (report->flow, ATL_FACE_H2, atl_report_word (report, all ? "all-notes" : "notes-in-full"), 60);
  atl_pdf_flow_begin_columns (report->flow, COLUMNS, atl_note_list_get_height (list));
  atl_note_list_write (list);
  atl_pdf_flow_end_columns (report->flow);
  atl_pdf_script_end (report->script);
}

/**
 * atl_report_add_notes:
 * @report: a report
 * @figure: the picture of a board
 * @scale: points per board unit on the page
 *
 * Writes out, area by area, the notes that the picture does not show in full.
 */
void
atl_report_add_notes (AtlReport      *report,
                      AtlBoardFigure *figure,
                      double          scale)
{
  gboolean                all;
  AtlScene               *scene = atl_board_figure_get_scene (figure);
  AtlBoard               *board = atl_board_figure_get_board (figure);
  g_autoptr (GHashTable)  unread = find_unread (figure, scale, &all);
  GPtrArray              *areas = atl_scene_get_boxes (scene, ATL_BOX_AREA);
  double                  width = (atl_pdf_flow_get_frame (report->flow).width - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS;
  g_autoptr (AtlNoteList) list = NULL;

  if (g_hash_table_size (unread) == 0)
    return;
  list = atl_note_list_new (report, board, width);
  for (guint i = 0; i < areas->len; i++)
    {
      AtlBox *area = g_ptr_array_index (areas, i);

      add_area (report, list, area, atl_scene_get_area_notes (scene, area), unread, all);
    }
  write_list (report, list, board, all);
}

static void
write_counts (AtlReport *report,
              AtlBoard  *board)
{
  guint            n_notes = atl_list_get_length (atl_board_get_notes (board));
  guint            n_links = atl_list_get_length (atl_board_get_links (board));
  g_autofree char *notes = atl_words_dup_count (report->language, "notes", n_notes);
  g_autofree char *links = atl_words_dup_count (report->language, "links", n_links);
  g_autofree char *text = n_links > 0 ? g_strdup_printf ("%s · %s", notes, links) : g_steal_pointer (&notes);

  atl_pdf_flow_paragraph (report->flow, ATL_FACE_SMALL, ATL_PRINT_MUTED, text);
}

/**
 * atl_report_add_board:
 * @report: a report
 * @board: a board
 *
 * Adds the page of a board: title, picture, then what the picture cannot show, then the votes.
 */
void
atl_report_add_board (AtlReport *report,
                      AtlBoard  *board)
{
  g_autofree char           *target = atl_report_dup_target (board);
  const char                *title = atl_board_get_title (board);
  g_autoptr (AtlBoardFigure) figure = atl_board_figure_new (board, report->language);
  AtlRect                    rect;

  atl_pdf_flow_begin_section (report->flow, *title != '\0' ? title : atl_report_word (report, "board"), target, TRUE);
  write_counts (report, board);
  atl_pdf_flow_gap (report->flow, 8);
  rect = atl_board_figure_fit (figure, atl_pdf_flow_get_frame (report->flow));
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_script_draw (report->script, rect, figure_drawn_cb, atl_board_figure_ref (figure),
                       (GDestroyNotify) atl_board_figure_unref);
  atl_pdf_script_end (report->script);
  atl_pdf_flow_advance (report->flow, rect.height);
  atl_report_add_notes (report, figure, rect.width / atl_board_figure_get_bounds (figure).width);
  atl_report_add_rounds (report, board);
  atl_pdf_flow_end_section (report->flow);
}
