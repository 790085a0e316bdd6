/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-slip-sheet.h"

#include "catalogue/atl-words.h"
#include "ui/mapping/atl-slip-row.h"

/**
 * AtlSlipSheet:
 *
 * The two questions of a slip with their answers; there is always an empty row for one more.
 */
struct _AtlSlipSheet
{
  GtkBox parent_instance;

  GtkWidget *work_question;
  GtkWidget *work;
  GtkWidget *limit;
  GtkWidget *need_question;
  GtkWidget *needs;

  AtlSlipRoster *roster;
  AtlNote       *of;
  gboolean       masked;
};

G_DEFINE_FINAL_TYPE (AtlSlipSheet, atl_slip_sheet, GTK_TYPE_BOX)

enum
{
  EDITED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static AtlSlipRowState
get_state (GtkWidget *row)
{
  AtlSlipLine line;

  return atl_slip_row_get_line (ATL_SLIP_ROW (row), &line);
}

static guint
count_answers (GtkWidget *rows)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row =
                                                                          gtk_widget_get_next_sibling (row))
    n += get_state (row) != ATL_SLIP_ROW_EMPTY;
  return n;
}

static GtkWidget *add_row (AtlSlipSheet *self,
                           GtkWidget    *rows);

static void
edited_cb (AtlSlipSheet *self,
           GtkWidget    *row)
{
  GtkWidget *rows = gtk_widget_get_parent (row);

  if (rows == NULL)
    return;
  if (get_state (gtk_widget_get_last_child (rows)) != ATL_SLIP_ROW_EMPTY)
    add_row (self, rows);
  gtk_widget_set_visible (self->limit, count_answers (self->work) > ATL_SLIP_MOST_LINKS);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
next_cb (AtlSlipSheet *self,
         GtkWidget    *row)
{
  GtkWidget *next = gtk_widget_get_next_sibling (row);

  if (next != NULL)
    gtk_widget_child_focus (next, GTK_DIR_TAB_FORWARD);
}

/* Nothing more to the first question: on to the second. */
static void
skipped_cb (AtlSlipSheet *self,
            GtkWidget    *row)
{
  if (gtk_widget_get_parent (row) == self->work)
    gtk_widget_child_focus (gtk_widget_get_last_child (self->needs), GTK_DIR_TAB_FORWARD);
}

static GtkWidget *
add_row (AtlSlipSheet *self,
         GtkWidget    *rows)
{
  GtkWidget *row = atl_slip_row_new (self->roster, self->of, rows == self->needs);

  atl_slip_row_set_masked (ATL_SLIP_ROW (row), self->masked);
  g_signal_connect_object (row, "edited", G_CALLBACK (edited_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "next", G_CALLBACK (next_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "skipped", G_CALLBACK (skipped_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (rows), row);
  return row;
}

static void
clear_rows (GtkWidget *rows)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (rows)) != NULL)
    gtk_box_remove (GTK_BOX (rows), row);
}

static void
atl_slip_sheet_dispose (GObject *object)
{
  AtlSlipSheet *self = ATL_SLIP_SHEET (object);

  g_clear_pointer (&self->roster, atl_slip_roster_unref);
  g_clear_object (&self->of);
  G_OBJECT_CLASS (atl_slip_sheet_parent_class)->dispose (object);
}

static void
atl_slip_sheet_class_init (AtlSlipSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_slip_sheet_dispose;
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/mapping/"
                                                             "atl-slip-sheet.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSlipSheet, work_question);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipSheet, work);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipSheet, limit);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipSheet, need_question);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipSheet, needs);
}

static void
atl_slip_sheet_init (AtlSlipSheet *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_slip_sheet_set_language:
 * @self: a sheet
 * @language: that of the session, in which the slips of paper are written
 */
void
atl_slip_sheet_set_language (AtlSlipSheet *self,
                             const char   *language)
{
  g_return_if_fail (ATL_IS_SLIP_SHEET (self));

  gtk_label_set_text (GTK_LABEL (self->work_question), atl_words_get (language, "slip-question-work"));
  gtk_label_set_text (GTK_LABEL (self->need_question), atl_words_get (language, "slip-question-need"));
}

/**
 * atl_slip_sheet_fill:
 * @self: a sheet
 * @roster: who can be named
 * @of: whose slip it is
 * @lines: (element-type AtlSlipLine): what it says already
 *
 * Shows a slip.
 */
void
atl_slip_sheet_fill (AtlSlipSheet  *self,
                     AtlSlipRoster *roster,
                     AtlNote       *of,
                     GArray        *lines)
{
  g_return_if_fail (ATL_IS_SLIP_SHEET (self));

  atl_slip_roster_ref (roster);
  g_clear_pointer (&self->roster, atl_slip_roster_unref);
  self->roster = roster;
  g_set_object (&self->of, of);
  clear_rows (self->work);
  clear_rows (self->needs);
  for (guint i = 0; i < lines->len; i++)
    {
      AtlSlipLine *line = &g_array_index (lines, AtlSlipLine, i);
      GtkWidget   *rows = atl_link_kind_is_need (line->kind) ? self->needs : self->work;

      atl_slip_row_set_line (ATL_SLIP_ROW (add_row (self, rows)), line);
    }
  add_row (self, self->work);
  add_row (self, self->needs);
  gtk_widget_set_visible (self->limit, count_answers (self->work) > ATL_SLIP_MOST_LINKS);
}

static void
collect (GtkWidget *rows,
         GArray    *lines)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row =
                                                                          gtk_widget_get_next_sibling (row))
    {
      AtlSlipLine line;

      if (atl_slip_row_get_line (ATL_SLIP_ROW (row), &line) == ATL_SLIP_ROW_COMPLETE)
        g_array_append_val (lines, line);
    }
}

/**
 * atl_slip_sheet_dup_lines:
 * @self: a sheet
 *
 * Returns: (transfer full) (element-type AtlSlipLine): the answers that are complete
 */
GArray *
atl_slip_sheet_dup_lines (AtlSlipSheet *self)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (AtlSlipLine));

  g_return_val_if_fail (ATL_IS_SLIP_SHEET (self), lines);

  collect (self->work, lines);
  collect (self->needs, lines);
  return lines;
}

static gboolean
focus_unfinished (GtkWidget *rows)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row =
                                                                          gtk_widget_get_next_sibling (row))
    if (get_state (row) == ATL_SLIP_ROW_UNFINISHED)
      {
        atl_slip_row_focus_missing (ATL_SLIP_ROW (row));
        return TRUE;
      }
  return FALSE;
}

/**
 * atl_slip_sheet_focus_unfinished:
 * @self: a sheet
 *
 * Returns: whether an answer is not complete; it has the focus then
 */
gboolean
atl_slip_sheet_focus_unfinished (AtlSlipSheet *self)
{
  g_return_val_if_fail (ATL_IS_SLIP_SHEET (self), FALSE);
  return focus_unfinished (self->work) || focus_unfinished (self->needs);
}

/**
 * atl_slip_sheet_focus_first:
 * @self: a sheet that was filled
 *
 * Puts the cursor where the next answer is typed.
 */
void
atl_slip_sheet_focus_first (AtlSlipSheet *self)
{
  g_return_if_fail (ATL_IS_SLIP_SHEET (self));
  atl_slip_row_focus_missing (ATL_SLIP_ROW (gtk_widget_get_last_child (self->work)));
}

static void
mask (GtkWidget *rows,
      gboolean   masked)
{
  for (GtkWidget *row = gtk_widget_get_first_child (rows); row != NULL; row =
                                                                          gtk_widget_get_next_sibling (row))
    atl_slip_row_set_masked (ATL_SLIP_ROW (row), masked);
}

/**
 * atl_slip_sheet_set_masked:
 * @self: a sheet
 * @masked: whether names can be read only while they are typed
 */
void
atl_slip_sheet_set_masked (AtlSlipSheet *self,
                           gboolean      masked)
{
  g_return_if_fail (ATL_IS_SLIP_SHEET (self));

  self->masked = masked;
  mask (self->work, masked);
  mask (self->needs, masked);
}
