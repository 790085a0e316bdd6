/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-print.h"

#include "compat/atl-alert.h"
#include "config.h"
#include "ui/groups/atl-mix-sheet.h"

#include <glib/gi18n-lib.h>

static void
begun_cb (GtkPrintOperation *print,
          GtkPrintContext   *context,
          gpointer           user_data)
{
  GPtrArray *sheets = user_data;

  gtk_print_operation_set_n_pages (print, (int) sheets->len);
}

static void
page_cb (GtkPrintOperation *print,
         GtkPrintContext   *context,
         int                page,
         gpointer           user_data)
{
  GPtrArray *sheets = user_data;

  if (page < (int) sheets->len)
    atl_mix_sheet_draw (sheets->pdata[page], gtk_print_context_get_cairo_context (context),
                        gtk_print_context_get_width (context), gtk_print_context_get_height (context),
                        ATL_THEME_PRINT);
}

/**
 * atl_mix_print_new:
 * @sheets: (element-type AtlMixSheet): the pages
 * @title: what the job is called
 *
 * Returns: (transfer full): an operation that prints each sheet on a page, landscape unless told otherwise
 */
GtkPrintOperation *
atl_mix_print_new (GPtrArray  *sheets,
                   const char *title)
{
  GtkPrintOperation       *print = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();

  gtk_page_setup_set_orientation (setup, GTK_PAGE_ORIENTATION_LANDSCAPE);
  gtk_print_operation_set_default_page_setup (print, setup);
  gtk_print_operation_set_unit (print, GTK_UNIT_POINTS);
  gtk_print_operation_set_job_name (print, title);
  gtk_print_operation_set_embed_page_setup (print, TRUE);
  g_signal_connect_data (print, "begin-print", G_CALLBACK (begun_cb), g_ptr_array_ref (sheets),
                         (GClosureNotify) G_CALLBACK (g_ptr_array_unref), 0);
  g_signal_connect_data (print, "draw-page", G_CALLBACK (page_cb), g_ptr_array_ref (sheets),
                         (GClosureNotify) G_CALLBACK (g_ptr_array_unref), 0);
  return print;
}

/**
 * atl_mix_print_run:
 * @parent: a window
 * @sheets: (element-type AtlMixSheet): the pages
 * @title: what the job is called
 *
 * Asks for a printer and prints. What goes wrong is told.
 */
void
atl_mix_print_run (GtkWindow  *parent,
                   GPtrArray  *sheets,
                   const char *title)
{
  g_autoptr (GtkPrintOperation) print = atl_mix_print_new (sheets, title);
  g_autoptr (GError)            error = NULL;
  AtlAlert                      alert = { .heading = _ ("The groups were not printed"),
                                          .cancel = _ ("_Close") };

  gtk_print_operation_set_allow_async (print, TRUE);
  if (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, &error) !=
      GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  alert.body = error->message;
  atl_alert_ask (parent, &alert, NULL, NULL);
}
