/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-report.h"

#include "catalogue/atl-words.h"
#include "exchange/atl-pdf-table.h"
#include "model/atl-edits.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-note-links.h"

#define MOST_CHARACTERS 160 /* of a note that is named in the list */

/* A link that the picture of the board cannot show: its other end is on another page. */
typedef struct
{
  AtlNote *here;
  AtlNote *there;
  AtlLink *link;
} FarLink;

static gboolean
is_ordinary (AtlNote *note)
{
  return note != NULL && !atl_area_is_map (atl_note_find_area (note));
}

static void
add_far (GArray   *found,
         AtlBoard *board,
         AtlLink  *link)
{
  AtlSession *session = atl_item_get_session (ATL_ITEM (board));
  AtlNote    *from = atl_session_find_note (session, atl_link_get_from (link));
  AtlNote    *to = atl_session_find_note (session, atl_link_get_to (link));
  gboolean    leaves = from != NULL && atl_note_find_board (from) == board;
  gboolean    comes = to != NULL && atl_note_find_board (to) == board;
  FarLink     far = { leaves ? from : to, leaves ? to : from, link };

  if (leaves != comes && is_ordinary (far.here) && is_ordinary (far.there))
    g_array_append_val (found, far);
}

static guint
get_position (AtlNote *note)
{
  guint position = 0;

  atl_list_get_position (atl_item_get_list (ATL_ITEM (note)), ATL_ITEM (note), &position);
  return position;
}

/* In the order of the notes of the board. */
static int
compare_far (gconstpointer a,
             gconstpointer b)
{
  const FarLink *one = a;
  const FarLink *other = b;
  guint          first = get_position (one->here);
  guint          second = get_position (other->here);

  if (first != second)
    return first < second ? -1 : 1;
  return g_strcmp0 (atl_item_get_id (ATL_ITEM (one->link)), atl_item_get_id (ATL_ITEM (other->link)));
}

static GArray *
dup_far_links (AtlReport *report,
               AtlBoard  *board)
{
  AtlList *boards = atl_session_get_boards (report->session);
  GArray  *found = g_array_new (FALSE, FALSE, sizeof (FarLink));

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlList *links = atl_board_get_links (atl_list_get (boards, i));

      for (guint j = 0; j < atl_list_get_length (links); j++)
        add_far (found, board, atl_list_get (links, j));
    }
  g_array_sort (found, compare_far);
  return found;
}

static char *
dup_text (AtlNote *note)
{
  const char *text = atl_note_get_text (note);

  if (g_utf8_strlen (text, -1) > MOST_CHARACTERS)
    {
      g_autofree char *start = g_utf8_substring (text, 0, MOST_CHARACTERS - 1);

      return g_strconcat (g_strchomp (start), "…", NULL);
    }
  return g_strdup (text);
}

static char *
dup_relation (AtlReport     *report,
              const FarLink *far)
{
  AtlLinkKind            kind = atl_link_get_kind (far->link);
  g_autoptr (GEnumClass) kinds = g_type_class_ref (ATL_TYPE_LINK_KIND);
  const char            *nick = g_enum_get_value (kinds, (int) kind)->value_nick;
  const char            *label = atl_words_get_label (report->language, ATL_LABEL_LINK_KIND, nick);
  gboolean               out = g_str_equal (atl_link_get_from (far->link),
                                            atl_item_get_id (ATL_ITEM (far->here)));
  const char            *arrow = atl_link_kind_is_mutual (kind) ? "↔" : out ? "→"
                                                                            : "←";
  const char            *remark = atl_link_get_remark (far->link);

  return g_strdup_printf ("%s %s%s%s", arrow, label, *remark != '\0' ? " · " : "", remark);
}

static void
add_row (AtlReport     *report,
         AtlPdfTable   *table,
         const FarLink *far)
{
  g_autofree char *here = dup_text (far->here);
  g_autofree char *there = dup_text (far->there);
  g_autofree char *relation = dup_relation (report, far);

  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, here);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED, relation);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_TEXT, there);
  atl_pdf_table_cell (table, ATL_FACE_BODY, ATL_PRINT_MUTED,
                      atl_board_get_title (atl_note_find_board (far->there)));
  atl_pdf_table_end_row (table);
}

/**
 * atl_report_add_links:
 * @report: a report
 * @board: a board
 *
 * Adds the links between its notes and those of other boards; those within the board are in its picture.
 */
void
atl_report_add_links (AtlReport *report,
                      AtlBoard  *board)
{
  g_autoptr (GArray) links = dup_far_links (report, board);
  const AtlPdfColumn columns[] = {
    { atl_report_word (report, "note"), 34, FALSE },
    { atl_report_word (report, "link"), 14, FALSE },
    { atl_report_word (report, "linked-note"), 34, FALSE },
    { atl_report_word (report, "board"), 18, FALSE },
  };
  AtlPdfTable *table;

  if (links->len == 0)
    return;
  atl_pdf_flow_gap (report->flow, 12);
  atl_pdf_flow_paragraph (report->flow, ATL_FACE_STRONG, ATL_PRINT_TEXT,
                          atl_report_word (report, "links-elsewhere"));
  atl_pdf_flow_gap (report->flow, 4);
  table = atl_pdf_table_new (report->flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < links->len; i++)
    add_row (report, table, &g_array_index (links, FarLink, i));
  atl_pdf_table_free (table);
}
