/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-agenda-editor.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "ui/common/atl-toast.h"
#include "ui/templates/atl-step-row.h"
#include "util/atl-rank.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/templates/"
#define NEW_MINUTES 10

/**
 * AtlAgendaEditor:
 *
 * The steps of a template, in their order.
 */
struct _AtlAgendaEditor
{
  AdwBin parent_instance;

  GtkWidget *list;

  AtlTemplateDraft *draft;
};

G_DEFINE_FINAL_TYPE (AtlAgendaEditor, atl_agenda_editor, ADW_TYPE_BIN)

static AtlList *
get_steps (AtlAgendaEditor *self)
{
  return atl_session_get_steps (atl_template_draft_get_session (self->draft));
}

static AtlHistory *
get_history (AtlAgendaEditor *self)
{
  return atl_template_draft_get_history (self->draft);
}

static GtkWidget *
find_row (AtlAgendaEditor *self,
          AtlStep         *step)
{
  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (ATL_IS_STEP_ROW (row) && atl_step_row_get_step (ATL_STEP_ROW (row)) == step)
      return row;
  return NULL;
}

/* A rank that stands between the neighbors it has after the move. */
static void
step_moved_cb (AtlAgendaEditor *self,
               int              by,
               AtlStepRow      *row)
{
  AtlStep         *step = atl_step_row_get_step (row);
  AtlList         *steps = get_steps (self);
  guint            n = atl_list_get_length (steps);
  guint            at = 0;
  int              before;
  AtlStep         *previous = NULL;
  AtlStep         *next = NULL;
  g_autofree char *rank = NULL;

  if (!atl_list_get_position (steps, ATL_ITEM (step), &at) || (int) at + by < 0 || at + (guint) by >= n)
    return;
  before = by < 0 ? (int) at - 2 : (int) at + 1;
  previous = before >= 0 ? atl_list_get (steps, (guint) before) : NULL;
  next = (guint) (before + 1) < n ? atl_list_get (steps, (guint) (before + 1)) : NULL;
  rank = atl_rank_between (previous != NULL ? atl_step_get_rank (previous) : NULL,
                           next != NULL ? atl_step_get_rank (next) : NULL);
  atl_history_begin (get_history (self), _ ("Move Step"));
  atl_step_set_rank (step, rank);
  atl_history_end (get_history (self));
}

static void
step_removed_cb (AtlAgendaEditor *self,
                 AtlStepRow      *row)
{
  AtlStep         *step = atl_step_row_get_step (row);
  g_autofree char *text = g_strdup_printf (_ ("Step “%s” removed"), atl_step_get_title (step));

  atl_history_begin (get_history (self), _ ("Remove Step"));
  atl_list_remove (get_steps (self), ATL_ITEM (step));
  atl_history_end (get_history (self));
  atl_toast_show_undo (GTK_WIDGET (self), text, get_history (self));
}

static void
add_row (AtlAgendaEditor *self,
         AtlStep         *step)
{
  GtkWidget *row = atl_step_row_new (self->draft, step);

  g_signal_connect_object (row, "move", G_CALLBACK (step_moved_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (step_removed_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

static void
remove_strangers (AtlAgendaEditor *self)
{
  GtkWidget *next = NULL;

  for (GtkWidget *row = gtk_widget_get_first_child (self->list); row != NULL; row = next)
    {
      next = gtk_widget_get_next_sibling (row);
      if (ATL_IS_STEP_ROW (row) &&
          !atl_list_get_position (get_steps (self), ATL_ITEM (atl_step_row_get_step (ATL_STEP_ROW (row))),
                                  NULL))
        gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
    }
}

static void
steps_changed_cb (AtlAgendaEditor *self)
{
  AtlList *steps = get_steps (self);

  remove_strangers (self);
  for (guint i = 0; i < atl_list_get_length (steps); i++)
    if (find_row (self, atl_list_get (steps, i)) == NULL)
      add_row (self, atl_list_get (steps, i));
  gtk_list_box_invalidate_sort (GTK_LIST_BOX (self->list));
  atl_agenda_editor_refresh (self);
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  AtlList *steps = get_steps (user_data);
  guint    first = 0;
  guint    second = 0;

  atl_list_get_position (steps, ATL_ITEM (atl_step_row_get_step (ATL_STEP_ROW (a))), &first);
  atl_list_get_position (steps, ATL_ITEM (atl_step_row_get_step (ATL_STEP_ROW (b))), &second);
  return first < second ? -1 : first > second;
}

static void
add_clicked_cb (AtlAgendaEditor *self)
{
  AtlSession         *session = atl_template_draft_get_session (self->draft);
  AtlBoard           *board = atl_template_draft_get_board (self->draft);
  g_autoptr (AtlStep) step = atl_step_new (NULL);
  g_autofree char    *rank = atl_list_dup_end_rank (get_steps (self));
  GtkWidget          *row = NULL;

  atl_step_set_title (step, atl_words_get (atl_session_get_language (session), "step-default"));
  atl_step_set_mode (step, ATL_STEP_MODE_DISCUSS);
  atl_step_set_minutes (step, NEW_MINUTES);
  atl_step_set_board (step, atl_item_get_id (ATL_ITEM (board)));
  atl_step_set_rank (step, rank);
  atl_history_begin (get_history (self), _ ("Add Step"));
  atl_list_insert (get_steps (self), ATL_ITEM (step));
  atl_history_end (get_history (self));
  row = find_row (self, step);
  if (row != NULL)
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  if (row != NULL)
    gtk_widget_grab_focus (row);
}

static void
atl_agenda_editor_dispose (GObject *object)
{
  AtlAgendaEditor *self = ATL_AGENDA_EDITOR (object);

  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (atl_agenda_editor_parent_class)->dispose (object);
}

static void
atl_agenda_editor_class_init (AtlAgendaEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_agenda_editor_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-agenda-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlAgendaEditor, list);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
atl_agenda_editor_init (AtlAgendaEditor *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_agenda_editor_set_draft:
 * @self: the editor
 * @draft: the template under edit; can be set once
 */
void
atl_agenda_editor_set_draft (AtlAgendaEditor  *self,
                             AtlTemplateDraft *draft)
{
  g_return_if_fail (ATL_IS_AGENDA_EDITOR (self) && ATL_IS_TEMPLATE_DRAFT (draft) && self->draft == NULL);

  self->draft = g_object_ref (draft);
  gtk_list_box_set_sort_func (GTK_LIST_BOX (self->list), compare_rows, self, NULL);
  g_signal_connect_object (get_steps (self), "items-changed", G_CALLBACK (steps_changed_cb), self,
                           G_CONNECT_SWAPPED);
  steps_changed_cb (self);
}

/**
 * atl_agenda_editor_refresh:
 * @self: the editor
 *
 * Shows the steps as they are now.
 */
void
atl_agenda_editor_refresh (AtlAgendaEditor *self)
{
  guint n = 0;

  g_return_if_fail (ATL_IS_AGENDA_EDITOR (self));

  if (self->draft == NULL)
    return;
  n = atl_list_get_length (get_steps (self));
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = find_row (self, atl_list_get (get_steps (self), i));

      if (row == NULL)
        continue;
      atl_step_row_set_ends (ATL_STEP_ROW (row), i == 0, i + 1 == n);
      atl_step_row_refresh (ATL_STEP_ROW (row));
    }
}
