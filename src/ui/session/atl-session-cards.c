/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-intake-private.h"

#include "config.h"
#include "model/atl-edits.h"
#include "model/atl-locks.h"
#include "model/atl-numbers.h"
#include "ui/capture/atl-card-line.h"
#include "ui/common/atl-toast.h"

#include <glib/gi18n-lib.h>

#define EXCERPT 40 /* characters of what a card says already */

/* What is typed in from the printed cards of a session. */

/* The card may lie on another board, which stays closed: its words are where they belong. */
static void
show_note (AtlSessionPage *self,
           AtlNote        *note,
           AtlCaptureFlags flags)
{
  AtlBoard             *board = atl_note_find_board (note);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  g_autofree char      *text = NULL;

  if (board != self->board)
    {
      text = g_strdup_printf (_ ("Card %d is on “%s”"), atl_note_get_number (note),
                              atl_board_get_title (board));
      atl_toast_show (self->canvas, text);
      return;
    }
  g_ptr_array_add (notes, note);
  atl_canvas_select (ATL_CANVAS (self->canvas), notes);
  atl_canvas_reveal (ATL_CANVAS (self->canvas), ATL_ITEM (note));
  if ((flags & ATL_CAPTURE_OPEN) != 0)
    atl_session_page_open_captured (self, note);
}

/* Says so, if the card cannot be written on. */
static gboolean
refuse_locked (AtlSessionPage *self,
               AtlNote        *note)
{
  g_autofree char *text = NULL;

  if (note == NULL || !atl_note_is_locked (note))
    return FALSE;
  text = g_strdup_printf (_ ("Card %d lies in a locked area"), atl_note_get_number (note));
  atl_toast_show (self->canvas, text);
  return TRUE;
}

static void
write_card (AtlSessionPage *self,
            AtlNote        *note,
            const char     *text,
            gboolean        below)
{
  AtlHistory      *history = atl_document_get_history (self->document);
  const char      *author = atl_capture_bar_get_author (ATL_CAPTURE_BAR (self->capture));
  g_autofree char *label = g_strdup_printf (_ ("Fill Card %d"), atl_note_get_number (note));
  g_autofree char *all = below && *atl_note_get_text (note) != '\0'
                           ? g_strconcat (atl_note_get_text (note), "\n", text, NULL)
                           : g_strdup (text);

  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_history_begin (history, label);
  atl_note_set_text (note, all);
  if (author != NULL && *atl_note_get_author (note) == '\0')
    atl_note_set_author (note, author);
  atl_history_end (history);
}

static char *
dup_excerpt (const char *text)
{
  g_autofree char *line = g_strdelimit (g_strdup (text), "\r\n\t", ' ');
  g_autofree char *start = g_utf8_strlen (line, -1) > EXCERPT ? g_utf8_substring (line, 0, EXCERPT) : NULL;

  return start != NULL ? g_strconcat (start, "…", NULL) : g_steal_pointer (&line);
}

/* Whoever types card after card looks at paper: nothing asks, and what was done can be taken back. */
static void
tell_full (AtlSessionPage *self,
           AtlNote        *note,
           const char     *former,
           gboolean        replaced)
{
  AtlBoard        *board = atl_note_find_board (note);
  int              number = atl_note_get_number (note);
  g_autofree char *excerpt = dup_excerpt (former);
  g_autofree char *text = NULL;

  if (replaced)
    text = g_strdup_printf (_ ("Card %d is replaced; it said “%s”"), number, excerpt);
  else if (board != self->board)
    text = g_strdup_printf (_ ("Added to card %d on “%s”, which said “%s”"), number,
                            atl_board_get_title (board), excerpt);
  else
    text = g_strdup_printf (_ ("Added to card %d, which said “%s”"), number, excerpt);
  atl_toast_show_undo (self->canvas, text, atl_document_get_history (self->document));
}

static void
add_card (AtlSessionPage *self,
          int             number,
          const char     *text)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  AtlNoteStamp          stamp = { .author = atl_capture_bar_get_author (ATL_CAPTURE_BAR (self->capture)),
                                  .hidden = atl_session_page_has_mode (self, "capture-hidden"),
                                  .number = number };

  g_ptr_array_add (entries, atl_entry_new (text, FALSE));
  atl_canvas_add_entries (ATL_CANVAS (self->canvas), entries, &stamp);
}

/* Returns whether the card said something else before. */
static gboolean
put_card (AtlSessionPage *self,
          const char     *line)
{
  const char *text = line;
  gboolean    replaces = FALSE;
  int         number = atl_card_line_read (line, &text, &replaces);
  AtlNote    *note = number > 0 ? atl_session_find_number (atl_document_get_session (self->document), number)
                                : NULL;
  gboolean    full = note != NULL && *atl_note_get_text (note) != '\0';

  if (note == NULL)
    add_card (self, number, text);
  else if (refuse_locked (self, note))
    return FALSE;
  else if (!full || !g_str_equal (atl_note_get_text (note), text))
    write_card (self, note, text, !replaces);
  return full && !replaces;
}

static void
fill_card (AtlSessionPage *self,
           AtlNote        *note,
           const char     *text,
           gboolean        replaces,
           AtlCaptureFlags flags)
{
  g_autofree char *former = g_strdup (atl_note_get_text (note));

  write_card (self, note, text, !replaces);
  if (*former == '\0' || atl_note_find_board (note) == self->board)
    show_note (self, note, flags);
  if (*former != '\0')
    tell_full (self, note, former, replaces);
}

/* For the files of the page: "12 Ship smaller". Returns whether the line is done with. */
gboolean
atl_session_page_take_card (AtlSessionPage *self,
                            const char     *line,
                            AtlCaptureFlags flags)
{
  const char *text = line;
  gboolean    replaces = FALSE;
  int         number = atl_card_line_read (line, &text, &replaces);
  AtlSession *session = atl_document_get_session (self->document);
  AtlNote    *note = number > 0 ? atl_session_find_number (session, number) : NULL;

  if ((flags & ATL_CAPTURE_FORCED) != 0)
    put_card (self, line);
  else if (number == 0)
    {
      atl_toast_show (self->canvas, _ ("Begin with the number of the card, as in “12 Ship smaller”"));
      return FALSE;
    }
  else if (refuse_locked (self, note))
    return FALSE;
  else if (note != NULL)
    fill_card (self, note, text, replaces, flags);
  else
    {
      add_card (self, number, text);
      note = atl_session_find_number (session, number);
      if (note != NULL && (flags & ATL_CAPTURE_OPEN) != 0)
        atl_session_page_open_captured (self, note);
    }
  return TRUE;
}

/* For the files of the page: many cards as one step. What a card says already stays above. */
void
atl_session_page_take_cards (AtlSessionPage *self,
                             GPtrArray      *entries)
{
  AtlHistory      *history = atl_document_get_history (self->document);
  guint            n = entries->len;
  guint            n_full = 0;
  g_autofree char *label = g_strdup_printf (ngettext ("Fill %u Card", "Fill %u Cards", n), n);
  g_autofree char *done = g_strdup_printf (ngettext ("%u card filled", "%u cards filled", n), n);
  g_autofree char *full = NULL;

  atl_canvas_end_editing (ATL_CANVAS (self->canvas));
  atl_history_begin (history, label);
  for (guint i = 0; i < n; i++)
    n_full += put_card (self, ((AtlEntry *) entries->pdata[i])->text) ? 1 : 0;
  atl_history_end (history);
  full = g_strdup_printf (ngettext ("%s; %u said something before, which stays above",
                                    "%s; %u said something before, which stays above", n_full),
                          done, n_full);
  atl_toast_show_undo (self->canvas, n_full > 0 ? full : done, history);
}
