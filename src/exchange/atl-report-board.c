/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include <math.h>

#include "catalogue/atl-words.h"
#include "insight/atl-tag-tally.h"
#include "exchange/atl-note-list.h"
#include "model/atl-area.h"
#include "model/atl-hidden.h"
#include "insight/network/atl-paths.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "scene/atl-text.h"

#define COLUMNS 3
#define COLUMN_GAP 26.0
#define MAX_COMPARED 1000 /* notes of an area; of more, some are hidden anyway */
#define WAITING "waitingDays"
#define SAMPLE 18.0    /* of a line in the legend */
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

/* Whether a note drawn later hides some of its text, as happens where notes stand freely. */
static gboolean
is_covered (AtlBoardFigure *figure,
            AtlBox         *box)
{
  GPtrArray *notes = atl_scene_get_area_notes (atl_board_figure_get_scene (figure), box->area);
  AtlRect    text = atl_rect_moved (box->text_rect, box->rect.x, box->rect.y);
  gboolean   later = FALSE;

  if (notes->len > MAX_COMPARED)
    return TRUE;
  for (guint i = 0; i < notes->len; i++)
    {
      AtlBox *other = g_ptr_array_index (notes, i);

      if (later && atl_rect_intersects (text, other->rect))
        return TRUE;
      later |= other == box;
    }
  return FALSE;
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
      if (is_unread (figure, box, scale) || (!box->is_node && is_covered (figure, box)))
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
  atl_pdf_flow_heading (report->flow, ATL_FACE_H2,
                        atl_report_word (report, all ? "all-notes" : "notes-in-full"), 60);
  atl_pdf_flow_begin_columns (report->flow, COLUMNS, atl_note_list_get_height (list));
  atl_note_list_write (list);
  atl_pdf_flow_end_columns (report->flow);
  atl_pdf_script_end (report->script);
}

static void
add_notes (AtlReport      *report,
           AtlBoardFigure *figure,
           double          scale)
{
  gboolean               all;
  AtlScene              *scene = atl_board_figure_get_scene (figure);
  AtlBoard              *board = atl_board_figure_get_board (figure);
  g_autoptr (GHashTable) unread = find_unread (figure, scale, &all);
  GPtrArray             *areas = atl_scene_get_boxes (scene, ATL_BOX_AREA);
  double                 width =
    (atl_pdf_flow_get_frame (report->flow).width - COLUMN_GAP * (COLUMNS - 1)) / COLUMNS;
  g_autoptr (AtlNoteList) list = NULL;

  if (g_hash_table_size (unread) == 0)
    return;
  list = atl_note_list_new (report, board, width);
  atl_note_list_set_scene (list, scene);
  for (guint i = 0; i < areas->len; i++)
    {
      AtlBox *area = g_ptr_array_index (areas, i);

      add_area (report, list, area, atl_scene_get_area_notes (scene, area), unread, all);
    }
  write_list (report, list, board, all);
}

/* A short piece of the line that stands for a kind of link. */
static void
add_sample (AtlReport *report,
            AtlRgba    color,
            gboolean   dashed,
            AtlPoint   at)
{
  if (!dashed)
    {
      atl_pdf_script_fill (report->script, atl_rect (at.x, at.y, SAMPLE, 2), 1, color);
      return;
    }
  for (guint i = 0; i < 3; i++)
    atl_pdf_script_fill (report->script, atl_rect (at.x + 7 * i, at.y, 4, 2), 0, color);
}

static double
add_label (AtlReport  *report,
           const char *label,
           AtlPoint    at)
{
  g_autoptr (PangoLayout) layout = atl_pdf_type_lay_out (report->type, ATL_FACE_SMALL, label, -1);

  atl_pdf_script_begin (report->script, "P");
  atl_pdf_script_text (report->script, layout, 0, 1, at, atl_pdf_type_get_ink (ATL_PRINT_MUTED));
  atl_pdf_script_end (report->script);
  return atl_text_get_width (layout) + 16;
}

static double
add_kind (AtlReport  *report,
          AtlLinkKind kind,
          const char *label,
          AtlPoint    at)
{
  add_sample (report, atl_palette_get_link (ATL_THEME_PRINT, kind), atl_link_kind_is_need (kind),
              (AtlPoint){ at.x, at.y + 5 });
  at.x += SAMPLE + 5;
  return SAMPLE + 5 + add_label (report, label, at);
}

static const char *
get_kind_label (AtlReport  *report,
                AtlLinkKind kind)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATL_TYPE_LINK_KIND);
  const char            *nick = g_enum_get_value (kinds, (int) kind)->value_nick;

  return atl_words_get_label (report->language, ATL_LABEL_LINK_KIND, nick);
}

/* Notes beside a map stay as they were written, with whom they name and who signed them. */
static gboolean
has_notes_beside (AtlBoard *board)
{
  g_autoptr (GPtrArray) nodes = atl_nodes_dup (board);

  return atl_list_get_length (atl_board_get_notes (board)) > nodes->len;
}

/* What the lines between silos mean, and that no name is missing by mistake. */
static void
add_silos_legend (AtlReport *report,
                  AtlBoard  *board)
{
  const char       *names = has_notes_beside (board) ? "map-silos-only-beside" : "map-silos-only";
  const AtlLinkKind needs[] = { ATL_LINK_KIND_BLOCKED, ATL_LINK_KIND_MISSING };
  const char       *links = atl_report_word (report, "map-legend-links");
  AtlPoint          cursor = atl_pdf_flow_get_cursor (report->flow);

  cursor.x += add_kind (report, ATL_LINK_KIND_HANDOFF, links, cursor);
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    cursor.x += add_kind (report, needs[i], get_kind_label (report, needs[i]), cursor);
  add_label (report, atl_report_word (report, names), cursor);
  atl_pdf_flow_advance (report->flow, 18);
}

/* What the colors of the links mean, for the kinds that are there. */
static void
add_kinds_legend (AtlReport *report,
                  AtlBoard  *board)
{
  AtlList *links = atl_board_get_links (board);
  guint    used = 0;
  AtlPoint cursor = atl_pdf_flow_get_cursor (report->flow);

  for (guint i = 0; i < atl_list_get_length (links); i++)
    used |= 1u << atl_link_get_kind (atl_list_get (links, i));
  for (guint kind = ATL_LINK_KIND_RELATES; kind <= ATL_LINK_KIND_CONFLICTS; kind++)
    if (used & (1u << kind))
      cursor.x += add_kind (report, (AtlLinkKind) kind, get_kind_label (report, (AtlLinkKind) kind), cursor);
  atl_pdf_flow_advance (report->flow, 18);
}

static void
add_legend (AtlReport *report,
            AtlBoard  *board)
{
  if (atl_list_get_length (atl_board_get_links (board)) == 0)
    return;
  if (report->names == ATL_MAP_NAMES_SILOS && atl_board_has_measures (board))
    add_silos_legend (report, board);
  else
    add_kinds_legend (report, board);
}

/* Hand-offs take time: how long in a row, and altogether. */
static void
add_waiting (AtlReport *report,
             AtlBoard  *board)
{
  guint                 n_known = 0;
  double                longest = 0;
  double                all = atl_board_get_field_total (board, WAITING, &n_known);
  g_autoptr (GPtrArray) path = n_known > 0 ? atl_board_dup_longest_path (board, WAITING, &longest) : NULL;
  g_autofree char      *first = NULL;
  g_autofree char      *second = NULL;
  g_autofree char      *text = NULL;

  if (n_known == 0)
    return;
  first = atl_words_dup_amount (report->language, "days", longest);
  second = atl_words_dup_amount (report->language, "days", all);
  text = atl_words_fill (report->language, "map-waiting", "longest", first, "all", second, NULL);
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_STRONG, ATL_PRINT_TEXT, text);
  atl_pdf_flow_gap (report->flow, 6);
}

/* How often each tag of the board's own list is on its notes. */
static void
add_tag_tally (AtlReport *report,
               AtlBoard  *board)
{
  g_autoptr (GArray)  counts = atl_tag_tally_new (board);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < counts->len; i++)
    {
      const AtlTagCount *count = &g_array_index (counts, AtlTagCount, i);

      if (count->count > 0)
        g_string_append_printf (text, "%s%s %u", text->len > 0 ? " · " : "", count->label, count->count);
    }
  if (text->len == 0)
    return;
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_STRONG, ATL_PRINT_TEXT, text->str);
  atl_pdf_flow_gap (report->flow, 6);
}

/* The room is not told what is hidden from it, but that something is. */
static void
add_hidden (AtlReport *report,
            AtlBoard  *board)
{
  AtlBoard *whole =
    atl_list_find (atl_session_get_boards (report->whole), atl_item_get_id (ATL_ITEM (board)));
  guint            n = whole != NULL ? atl_board_count_hidden (whole) : 0;
  g_autofree char *text = NULL;

  if (n == 0)
    return;
  text = atl_words_dup_count (report->language, "notes-not-shown", n);
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_SMALL, ATL_PRINT_MUTED, text);
  atl_pdf_flow_gap (report->flow, 4);
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
  g_autoptr (AtlBoardFigure) figure = atl_board_figure_new (board, report->language, report->names);
  AtlRect                    rect;

  atl_pdf_flow_begin_section (report->flow, *title != '\0' ? title : atl_report_word (report, "board"),
                              target, TRUE);
  add_legend (report, board);
  add_tag_tally (report, board);
  if (atl_board_is_map (board))
    add_waiting (report, board);
  add_hidden (report, board);
  rect = atl_board_figure_fit (figure, atl_pdf_flow_get_frame (report->flow));
  atl_pdf_script_begin (report->script, "Sect");
  atl_pdf_script_draw (report->script, rect, figure_drawn_cb, atl_board_figure_ref (figure),
                       (GDestroyNotify) atl_board_figure_unref);
  atl_pdf_script_end (report->script);
  atl_pdf_flow_advance (report->flow, rect.height);
  atl_report_add_map (report, board);
  atl_report_add_rows (report, board);
  add_notes (report, figure, rect.width / atl_board_figure_get_bounds (figure).width);
  atl_report_add_links (report, board);
  atl_report_add_rounds (report, board);
  atl_pdf_flow_end_section (report->flow);
}
