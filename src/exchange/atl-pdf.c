/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/atl-pdf.h"

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>

#include "catalogue/atl-words.h"
#include "exchange/atl-exchange-error.h"
#include "exchange/atl-report.h"
#include "file/atl-durable-file.h"

#define BUFFER_SIZE (256 * 1024)

/* A file being written. Cairo hands over a few bytes at a time. */
typedef struct
{
  AtlDurableFile *file;
  GByteArray     *buffer;
  GError         *error;
} Sink;

static gboolean
sink_flush (Sink *sink)
{
  if (sink->error != NULL)
    return FALSE;
  if (sink->buffer->len > 0 && !atl_durable_file_write (sink->file, sink->buffer->data, sink->buffer->len,
                                                        &sink->error))
    return FALSE;
  g_byte_array_set_size (sink->buffer, 0);
  return TRUE;
}

static cairo_status_t
bytes_written_cb (void                *closure,
                  const unsigned char *data,
                  unsigned int         length)
{
  Sink *sink = closure;

  if (sink->buffer->len + length > BUFFER_SIZE && !sink_flush (sink))
    return CAIRO_STATUS_WRITE_ERROR;
  g_byte_array_append (sink->buffer, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Reproducible builds of a document: the same session gives the same bytes. */
static GDateTime *
get_time (void)
{
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  gint64      seconds;

  if (epoch != NULL && g_ascii_string_to_signed (epoch, 10, 0, 253402300799, &seconds, NULL))
    return g_date_time_new_from_unix_utc (seconds);
  return g_date_time_new_now_utc ();
}

static void
set_metadata (cairo_surface_t *surface,
              AtlReport       *report,
              const char      *title)
{
  g_autoptr (GDateTime) time = get_time ();
  g_autofree char      *stamp = g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
  AtlSession           *session = report->session;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  if (*atl_session_get_facilitator (session) != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                    atl_session_get_facilitator (session));
  if (*atl_session_get_aim (session) != '\0')
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, atl_session_get_aim (session));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Atelier " PACKAGE_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, stamp);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_MOD_DATE, stamp);
}

static char *
dup_page_number (guint    page,
                 guint    n_pages,
                 gpointer user_data)
{
  AtlReport       *report = user_data;
  g_autofree char *number = g_strdup_printf ("%u", page);
  g_autofree char *total = g_strdup_printf ("%u", n_pages);

  return atl_words_fill (report->language, "page-of", "page", number, "pages", total, NULL);
}

static gboolean
play (AtlReport       *report,
      cairo_surface_t *surface,
      const char      *title,
      guint            first_footer,
      GError         **error)
{
  AtlPdfFooter footer = {
    .text = title,
    .dup_number = dup_page_number,
    .user_data = report,
    .type = report->type,
    .rect = atl_pdf_flow_get_footer (report->flow),
    .first = first_footer,
  };

  set_metadata (surface, report, title);
  return atl_pdf_script_play (report->script, surface, &footer, error);
}

/* A failure to write says more than what cairo made of it. */
static gboolean
finish (cairo_surface_t *surface,
        Sink            *sink,
        gboolean         drawn,
        GError         **error)
{
  cairo_surface_finish (surface);
  if (!sink_flush (sink))
    {
      g_clear_error (error);
      g_propagate_error (error, g_steal_pointer (&sink->error));
      return FALSE;
    }
  if (!drawn)
    return FALSE;
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, ATL_EXCHANGE_ERROR, ATL_EXCHANGE_ERROR_DRAWING,
                   _ ("The PDF could not be drawn: %s."),
                   cairo_status_to_string (cairo_surface_status (surface)));
      return FALSE;
    }
  return atl_durable_file_commit (sink->file, error);
}

static gboolean
write_document (AtlReport  *report,
                const char *title,
                guint       first_footer,
                const char *path,
                GError    **error)
{
  g_autoptr (AtlDurableFile) file = atl_durable_file_begin (path, error);
  g_autoptr (GByteArray)     buffer = g_byte_array_sized_new (BUFFER_SIZE);
  Sink                       sink = { .file = file, .buffer = buffer };
  cairo_surface_t           *surface;
  gboolean                   done;

  if (file == NULL)
    return FALSE;
  surface = cairo_pdf_surface_create_for_stream (bytes_written_cb, &sink, ATL_PDF_WIDTH, ATL_PDF_HEIGHT);
  done = play (report, surface, title, first_footer, error);
  done = finish (surface, &sink, done, error);
  cairo_surface_destroy (surface);
  return done;
}

static void
compose_report (AtlReport *report)
{
  AtlList *boards = atl_session_get_boards (report->session);

  atl_report_add_cover (report);
  atl_report_add_agenda (report);
  atl_report_add_groups (report);
  for (guint i = 0; i < atl_list_get_length (boards); i++)
    if (!atl_report_board_has (atl_list_get (boards, i), "alwaysOn"))
      atl_report_add_board (report, atl_list_get (boards, i));
  atl_report_add_scales (report);
  atl_report_add_decisions (report);
  atl_report_add_actions (report);
  atl_report_add_parking (report);
  atl_report_add_glossary (report);
}

static const char *
get_title (AtlSession *session,
           AtlBoard   *board)
{
  return board != NULL ? atl_board_get_title (board) : atl_session_get_title (session);
}

static const char *
choose_language (AtlSession *session,
                 const char *language)
{
  return language != NULL && *language != '\0' ? language : atl_session_get_language (session);
}

/* Composes by @board, or the whole report if it is NULL, and writes it. */
static gboolean export(AtlSession *session,
                       AtlSession *whole,
                       AtlBoard   *board,
                       const char *language,
                       AtlMapNames names,
                       const char *path,
                       GError    **error)
{
  const char              *chosen = choose_language (session, language);
  const char              *title = get_title (session, board);
  g_autoptr (AtlPdfScript) script = atl_pdf_script_new ();
  g_autoptr (AtlPdfType)   type = atl_pdf_type_new (chosen);
  g_autoptr (AtlPdfFlow)   flow = atl_pdf_flow_new (script, type);
  AtlReport                report = { session, chosen, flow, script, type, names, whole };

  if (*title == '\0')
    title = atl_report_word (&report, board != NULL ? "board" : "untitled-session");
  atl_pdf_script_begin (script, "Document");
  if (board != NULL)
    atl_report_add_board (&report, board);
  else
    compose_report (&report);
  atl_pdf_script_end_to (script, 0);
  return write_document (&report, title, board != NULL ? 0 : 1, path, error);
}

/* What is drawn is a copy that names nobody on its maps who should not be. */
static gboolean
export_copy (AtlSession *session,
             AtlBoard   *board,
             const char *language,
             AtlMapNames names,
             const char *path,
             GError    **error)
{
  g_autoptr (AtlSession) copy = atl_discretion_dup_session (session, names, error);

  if (copy == NULL)
    return FALSE;
  if (board != NULL)
    board = atl_list_find (atl_session_get_boards (copy), atl_item_get_id (ATL_ITEM (board)));
  return export(copy, session, board, language, names, path, error);
}

/**
 * atl_pdf_export_report:
 * @session: a session; not changed while this runs
 * @language: (nullable): of the report's own words, %NULL for the session's
 * @names: who is named on maps
 * @path: where it is written; an older file is replaced only when the new one is complete
 * @error: what went wrong with the file, or ATL_EXCHANGE_ERROR
 *
 * Writes the report of a session: A4 landscape, vectors, tagged, with an outline. SOURCE_DATE_EPOCH fixes
 * its date.
 *
 * Returns: whether the file stands
 */
gboolean
atl_pdf_export_report (AtlSession *session,
                       const char *language,
                       AtlMapNames names,
                       const char *path,
                       GError    **error)
{
  g_return_val_if_fail (ATL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return export_copy (session, NULL, language, names, path, error);
}

/**
 * atl_pdf_export_board:
 * @session: a session
 * @board: one of its boards
 * @language: (nullable): of the words around it, %NULL for the session's
 * @names: who is named if it is a map
 * @path: where it is written
 * @error: what went wrong with the file, or ATL_EXCHANGE_ERROR
 *
 * Writes one board: its picture, the notes that the picture cannot show in full, and its votes.
 *
 * Returns: whether the file stands
 */
gboolean
atl_pdf_export_board (AtlSession *session,
                      AtlBoard   *board,
                      const char *language,
                      AtlMapNames names,
                      const char *path,
                      GError    **error)
{
  g_return_val_if_fail (ATL_IS_SESSION (session), FALSE);
  g_return_val_if_fail (ATL_IS_BOARD (board), FALSE);
  g_return_val_if_fail (path != NULL, FALSE);

  return export_copy (session, board, language, names, path, error);
}
