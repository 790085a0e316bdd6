/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-page-private.h"

#include "canvas/atl-canvas.h"
#include "compat/atl-announce.h"
#include "config.h"

#include <glib/gi18n-lib.h>

/* What the page says aloud, beside toasts and notices, which say themselves. */

/* For the files of the page: what an undo or a redo did. */
void
atl_session_page_tell_applied (AtlSessionPage *self)
{
  AtlHistory      *history = atl_document_get_history (self->document);
  gboolean         back = atl_history_get_went_back (history);
  const char      *label = back ? atl_history_get_redo_label (history) : atl_history_get_undo_label (history);
  g_autofree char *text = NULL;

  if (label == NULL)
    return;
  /* Translators: what was undone, as "Move 3 Notes" */
  text = g_strdup_printf (back ? _ ("Undone: %s") : _ ("Redone: %s"), label);
  atl_announce (GTK_WIDGET (self), text);
}

/* For the files of the page: which board is open now. */
void
atl_session_page_tell_board (AtlSessionPage *self)
{
  guint            n = self->board != NULL ? atl_list_get_length (atl_board_get_notes (self->board)) : 0;
  const char      *title = self->board != NULL ? atl_board_get_title (self->board) : "";
  g_autofree char *count = g_strdup_printf (ngettext ("%u note", "%u notes", n), n);
  g_autofree char *text = NULL;

  if (self->board == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  /* Translators: the title of the board that was opened, then "12 notes" */
  text = g_strdup_printf (_ ("Board “%s”, %s"), *title != '\0' ? title : _ ("Untitled"), count);
  atl_announce (GTK_WIDGET (self), text);
}

/* For the files of the page: that a note was written down. Of many a toast tells. */
void
atl_session_page_tell_captured (AtlSessionPage *self)
{
  AtlArea         *area = atl_canvas_get_current_area (ATL_CANVAS (self->canvas));
  AtlScene        *scene = atl_canvas_get_scene (ATL_CANVAS (self->canvas));
  AtlBox          *box = area != NULL ? atl_scene_find_box (scene, area) : NULL;
  const char      *title = area != NULL ? atl_area_get_title (area) : "";
  g_autofree char *text = NULL;

  if (box == NULL)
    return;
  /* Translators: the number of a new note in its area, then the title of the area */
  text = g_strdup_printf (_ ("Note %u added to %s"), atl_scene_get_area_notes (scene, box)->len, title);
  atl_announce (GTK_WIDGET (self), text);
}
