/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-session-keys.h"
#include "ui/session/atl-session-intake-private.h"

#include "canvas/notes/atl-note-limit.h"
#include "config.h"
#include "model/atl-edits.h"
#include "ui/capture/atl-text-files.h"
#include "ui/common/atl-toast.h"

#include <glib/gi18n-lib.h>

#include <string.h>

/* A text that waits for the user to say what it shall become. */
typedef struct
{
  AtlSessionPage *page;
  AtlPasted      *pasted;
  AtlIntakeSource source;
  AtlPastedWay    ways[ATL_PASTED_N_WAYS];
  guint           n_ways;
} Offer;

static void
offer_free (Offer *self)
{
  g_object_unref (self->page);
  atl_pasted_free (self->pasted);
  g_free (self);
}

/* For the files of the page: where something is asked about what comes in. */
AtlCaptureQuestion *
atl_session_page_get_question (AtlSessionPage *self)
{
  return ATL_CAPTURE_QUESTION (
    gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_SESSION_PAGE, "question"));
}

/* For the files of the page: whether a mode of capturing is on. */
gboolean
atl_session_page_has_mode (AtlSessionPage *self,
                           const char     *action)
{
  GAction             *found = NULL;
  g_autoptr (GVariant) state = NULL;

  if (self->actions != NULL)
    found = g_action_map_lookup_action (self->actions, action);
  state = found != NULL ? g_action_get_state (found) : NULL;
  return state != NULL && g_variant_get_boolean (state);
}

/* Who has finished the note goes on where it was typed; who has clicked elsewhere stays there. */
static void
opened_ended_cb (AtlSessionPage *self,
                 gboolean        by_key)
{
  g_signal_handlers_disconnect_by_func (self->canvas, opened_ended_cb, self);
  if (by_key && self->document != NULL)
    atl_capture_bar_focus (ATL_CAPTURE_BAR (self->capture));
}

/* For the files of the page: opens what was just typed in the bar, and comes back to the bar. */
void
atl_session_page_open_captured (AtlSessionPage *self,
                                AtlNote        *note)
{
  atl_canvas_edit (ATL_CANVAS (self->canvas), note);
  if (atl_canvas_get_editing (ATL_CANVAS (self->canvas)))
    g_signal_connect_object (self->canvas, "edit-ended", G_CALLBACK (opened_ended_cb), self,
                             G_CONNECT_SWAPPED);
}

static void
open_note (AtlSessionPage *self)
{
  g_autoptr (GPtrArray) notes = atl_canvas_get_selection (ATL_CANVAS (self->canvas));

  if (notes->len > 0)
    atl_session_page_open_captured (self, notes->pdata[0]);
}

/* For the files of the page: new notes in the current area, of the author and in the mode of the bar. */
static gboolean
add_entries (AtlSessionPage *self,
             GPtrArray      *entries,
             AtlCaptureFlags flags)
{
  AtlNoteStamp stamp = { .author = atl_capture_bar_get_author (ATL_CAPTURE_BAR (self->capture)),
                         .hidden = atl_session_page_has_mode (self, "capture-hidden") };

  if (!atl_canvas_add_entries (ATL_CANVAS (self->canvas), entries, &stamp))
    return FALSE;
  atl_session_page_tell_limit (self);
  if (entries->len == 1)
    atl_session_page_tell_captured (self);
  if ((flags & ATL_CAPTURE_OPEN) != 0)
    open_note (self);
  return TRUE;
}

/* Not a word is lost, not even over a locked area. */
static void
keep_words (AtlSessionPage *self,
            const char     *text)
{
  AtlHistory *history = atl_document_get_history (self->document);

  atl_history_begin (history, _ ("Add Note"));
  atl_area_add_note (atl_capture_bar_get_area (ATL_CAPTURE_BAR (self->capture)), text);
  atl_history_end (history);
}

static void
tell_added (AtlSessionPage *self,
            guint           n,
            guint           n_long)
{
  g_autofree char *added = g_strdup_printf (ngettext ("%u note added", "%u notes added", n), n);
  g_autofree char *broken = g_strdup_printf (
    ngettext ("%u text was too long for one note and became several",
              "%u texts were too long for one note and became several", n_long),
    n_long);

  if (n_long > 0)
    atl_toast_show_undo (self->canvas, broken, atl_document_get_history (self->document));
  else if (n > 1)
    atl_toast_show_undo (self->canvas, added, atl_document_get_history (self->document));
}

/* What was typed as one note and may have been meant as several. */
typedef struct
{
  AtlSessionPage *page;
  AtlNote        *note;
} TypedList;

static void
typed_list_free (gpointer  list,
                 GClosure *closure)
{
  TypedList *self = list;

  g_object_unref (self->page);
  g_object_unref (self->note);
  g_free (self);
}

/* In place of the note, which one undo brings back. */
static void
split_clicked_cb (TypedList *list)
{
  AtlSessionPage       *self = list->page;
  AtlArea              *area = atl_note_find_area (list->note);
  g_autofree char      *author = g_strdup (atl_note_get_author (list->note));
  AtlNoteStamp          stamp = { .author = author, .hidden = atl_note_get_hidden (list->note) };
  g_autoptr (AtlPasted) pasted = atl_pasted_new (atl_note_get_text (list->note), ATL_PASTED_PLAIN);
  g_autoptr (GPtrArray) entries = atl_pasted_dup_entries (pasted, ATL_PASTED_LINES);
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();
  AtlHistory           *history = NULL;

  if (self->board == NULL || area == NULL || atl_area_find_board (area) != self->board)
    return;
  history = atl_document_get_history (self->document);
  g_ptr_array_add (notes, list->note);
  atl_canvas_set_current_area (ATL_CANVAS (self->canvas), area);
  atl_history_begin (history, _ ("One Note per Line"));
  atl_notes_delete (notes);
  atl_canvas_add_entries (ATL_CANVAS (self->canvas), entries, &stamp);
  atl_history_end (history);
  tell_added (self, entries->len, 0);
}

/* Lines that were typed as one note stay one; where they look like a list, the other way is offered. */
static void
offer_lines (AtlSessionPage *self,
             const char     *text)
{
  g_autoptr (AtlPasted) pasted = atl_pasted_new (text, ATL_PASTED_PLAIN);
  g_autoptr (GPtrArray) notes = atl_canvas_get_selection (ATL_CANVAS (self->canvas));
  guint                 n = atl_pasted_count (pasted, ATL_PASTED_LINES);
  g_autofree char      *said = NULL;
  TypedList            *list = NULL;

  if (!atl_pasted_looks_listed (pasted) || notes->len != 1)
    return;
  said = g_strdup_printf (ngettext ("One note of %u line", "One note of %u lines", n), n);
  list = g_new0 (TypedList, 1);
  *list = (TypedList){ g_object_ref (self), g_object_ref (notes->pdata[0]) };
  atl_toast_show_step (self->canvas, said, _ ("One per Line"), atl_document_get_history (self->document),
                       g_cclosure_new_swap (G_CALLBACK (split_clicked_cb), list, typed_list_free));
}

static gboolean
capture_cb (AtlSessionPage *self,
            const char     *text,
            guint           flags)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);

  if (atl_capture_bar_get_paper (ATL_CAPTURE_BAR (self->capture)))
    return atl_session_page_take_card (self, text, (AtlCaptureFlags) flags);
  g_ptr_array_add (entries, atl_entry_new (text, FALSE));
  if (add_entries (self, entries, (AtlCaptureFlags) flags))
    {
      if (flags == 0)
        offer_lines (self, text);
      return TRUE;
    }
  if ((flags & ATL_CAPTURE_FORCED) != 0)
    keep_words (self, text);
  return (flags & ATL_CAPTURE_FORCED) != 0;
}

static void
add_pasted (AtlSessionPage *self,
            AtlPasted      *pasted,
            AtlPastedWay    way)
{
  g_autoptr (GPtrArray) entries = atl_pasted_dup_entries (pasted, way);
  guint                 n_long = atl_entries_break_long (entries, ATL_NOTE_TEXT_LIMIT);

  if (entries->len == 0 || self->board == NULL)
    return;
  if (atl_capture_bar_get_paper (ATL_CAPTURE_BAR (self->capture)))
    {
      atl_session_page_take_cards (self, entries);
      return;
    }
  if (add_entries (self, entries, 0))
    tell_added (self, entries->len, n_long);
}

/* One note that was pasted into the bar is there to be worded; one that was dropped is there. */
static void
take (AtlSessionPage *self,
      AtlPasted      *pasted,
      AtlPastedWay    way,
      AtlIntakeSource source)
{
  g_autoptr (GPtrArray) entries = NULL;

  if (way != ATL_PASTED_ONE || source != ATL_INTAKE_BAR)
    {
      add_pasted (self, pasted, way);
      return;
    }
  entries = atl_pasted_dup_entries (pasted, way);
  if (entries->len > 0)
    atl_capture_bar_insert (ATL_CAPTURE_BAR (self->capture), ((AtlEntry *) entries->pdata[0])->text);
}

static void
answered_cb (int      answer,
             gpointer user_data)
{
  Offer          *offer = user_data;
  AtlSessionPage *page = offer->page;

  if (page->document != NULL && answer >= 0 && (guint) answer < offer->n_ways)
    take (page, offer->pasted, offer->ways[answer], offer->source);
  if (page->document != NULL && offer->source == ATL_INTAKE_BAR)
    atl_capture_bar_focus (ATL_CAPTURE_BAR (page->capture));
  else if (page->document != NULL)
    atl_session_page_focus_board (page);
  offer_free (offer);
}

static char *
dup_label (AtlPasted   *pasted,
           AtlPastedWay way)
{
  guint n = atl_pasted_count (pasted, way);

  switch (way)
    {
    case ATL_PASTED_LINES:
      return g_strdup_printf (ngettext ("%u Note, One per _Line", "%u Notes, One per _Line", n), n);
    case ATL_PASTED_STACKS:
      return g_strdup_printf (ngettext ("%u Note in _Stacks", "%u Notes in _Stacks", n), n);
    case ATL_PASTED_ROWS:
      return g_strdup_printf (ngettext ("%u Note, One per _Row", "%u Notes, One per _Row", n), n);
    case ATL_PASTED_CELLS:
      return g_strdup_printf (ngettext ("%u Note, One per _Cell", "%u Notes, One per _Cell", n), n);
    case ATL_PASTED_ONE:
    case ATL_PASTED_N_WAYS:
    default:
      return g_strdup (_ ("_One Note"));
    }
}

/* Lines of a table are its rows, unless a cell has several. */
static gboolean
makes_sense (AtlPasted   *pasted,
             AtlPastedWay way)
{
  guint n = atl_pasted_count (pasted, way);

  if (way == ATL_PASTED_LINES)
    return n > 1 && n != atl_pasted_count (pasted, ATL_PASTED_ROWS);
  return n > 1 || way == ATL_PASTED_ONE;
}

/* The suggested way comes first, one note last. */
static void
find_ways (Offer *offer)
{
  AtlPastedWay suggested = atl_pasted_suggest (offer->pasted);

  offer->ways[offer->n_ways++] = suggested;
  for (guint way = ATL_PASTED_LINES; way < ATL_PASTED_N_WAYS; way++)
    if (way != suggested && makes_sense (offer->pasted, (AtlPastedWay) way))
      offer->ways[offer->n_ways++] = (AtlPastedWay) way;
  if (suggested != ATL_PASTED_ONE)
    offer->ways[offer->n_ways++] = ATL_PASTED_ONE;
}

/* "40 lines for “Stop”", with the file they come from. */
static char *
dup_question (Offer      *offer,
              const char *name)
{
  AtlArea         *area = atl_capture_bar_get_area (ATL_CAPTURE_BAR (offer->page->capture));
  guint            n = atl_pasted_count (offer->pasted, ATL_PASTED_LINES);
  const char      *title = area != NULL ? atl_area_get_title (area) : "";
  g_autofree char *lines = g_strdup_printf (ngettext ("%u line for “%s”", "%u lines for “%s”", n), n, title);

  /* Translators: a file and what is in it */
  return name != NULL ? g_strdup_printf (_ ("%s: %s"), name, lines) : g_steal_pointer (&lines);
}

static void
ask (AtlSessionPage *self,
     AtlPasted      *pasted,
     AtlIntakeSource source,
     const char     *name)
{
  Offer              *offer = g_new0 (Offer, 1);
  AtlCaptureQuestion *question = atl_session_page_get_question (self);
  g_autofree char    *text = NULL;
  char               *labels[ATL_PASTED_N_WAYS + 1] = { NULL };

  *offer = (Offer){ .page = g_object_ref (self), .pasted = pasted, .source = source };
  find_ways (offer);
  for (guint i = 0; i < offer->n_ways; i++)
    labels[i] = dup_label (pasted, offer->ways[i]);
  text = dup_question (offer, name);
  atl_capture_question_ask (question, text, (const char *const *) labels, answered_cb, offer);
  for (guint i = 0; labels[i] != NULL; i++)
    g_free (labels[i]);
}

/* For the files of the page: a text from outside. Where it can become several notes, the user says how. */
void
atl_session_page_take_text (AtlSessionPage *self,
                            const char     *text,
                            AtlPastedFlags  flags,
                            AtlIntakeSource source,
                            const char     *name)
{
  AtlPasted *pasted = NULL;

  if (strlen (text) > ATL_TEXT_MOST_BYTES)
    {
      atl_toast_show (self->canvas, _ ("That is more than one megabyte of text: take a part of it"));
      return;
    }
  if (atl_capture_bar_get_paper (ATL_CAPTURE_BAR (self->capture)))
    flags |= ATL_PASTED_NUMBERED;
  pasted = atl_pasted_new (text, flags);
  if (atl_pasted_suggest (pasted) != ATL_PASTED_ONE)
    {
      ask (self, pasted, source, name);
      return;
    }
  take (self, pasted, ATL_PASTED_ONE, source);
  atl_pasted_free (pasted);
}

static void
pasted_cb (AtlSessionPage *self,
           const char     *text)
{
  atl_session_page_take_text (self, text, ATL_PASTED_PLAIN, ATL_INTAKE_BAR, NULL);
}

static gboolean
text_offered_cb (AtlSessionPage *self,
                 const char     *text)
{
  atl_session_page_take_text (self, text, ATL_PASTED_PLAIN, ATL_INTAKE_BOARD, NULL);
  return TRUE;
}

/* For the files of the page: whatever comes in from its bar and its board. */
void
atl_session_page_connect_intake (AtlSessionPage *self)
{
  atl_capture_question_set_bar (atl_session_page_get_question (self), ATL_CAPTURE_BAR (self->capture));
  g_signal_connect_object (self->capture, "capture", G_CALLBACK (capture_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->capture, "pasted", G_CALLBACK (pasted_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "text-offered", G_CALLBACK (text_offered_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->canvas, "files-offered", G_CALLBACK (atl_session_page_take_files), self,
                           G_CONNECT_SWAPPED);
}
