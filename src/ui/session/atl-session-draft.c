/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "ui/capture/atl-capture-bar.h"

static AtlArea *
find_area (AtlSessionPage *self,
           const char     *id,
           AtlBoard      **board)
{
  AtlList *boards = atl_session_get_boards (atl_document_get_session (self->document));

  for (guint i = 0; i < atl_list_get_length (boards); i++)
    {
      AtlArea *area = atl_list_find (atl_board_get_areas (atl_list_get (boards, i)), id);

      *board = atl_list_get (boards, i);
      if (area != NULL)
        return area;
    }
  return NULL;
}

/**
 * atl_session_page_put_draft:
 * @self: a page with a document
 * @draft: what stood in the capture bar when the session was interrupted
 *
 * Puts the words back where they stood, before whatever stands there now: its board is opened, its area and
 * author are chosen.
 */
void
atl_session_page_put_draft (AtlSessionPage *self,
                            const AtlDraft *draft)
{
  AtlCaptureBar   *capture = NULL;
  AtlBoard        *board = NULL;
  AtlArea         *area = NULL;
  g_autofree char *now = NULL;
  g_autofree char *both = NULL;

  g_return_if_fail (ATL_IS_SESSION_PAGE (self));
  g_return_if_fail (self->document != NULL && draft != NULL);

  capture = ATL_CAPTURE_BAR (self->capture);
  area = find_area (self, draft->area, &board);
  if (area != NULL)
    {
      atl_session_page_set_board (self, board);
      atl_canvas_set_current_area (ATL_CANVAS (self->canvas), area);
      atl_capture_bar_set_area (capture, area);
    }
  if (*draft->author != '\0')
    atl_capture_bar_set_author (capture, draft->author);
  now = atl_capture_bar_dup_text (capture);
  both = *now != '\0' ? g_strconcat (draft->text, "\n", now, NULL) : g_strdup (draft->text);
  atl_capture_bar_set_text (capture, both);
}
