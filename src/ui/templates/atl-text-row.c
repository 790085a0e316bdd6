/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-text-row.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define MAX_LENGTH 2000

/**
 * AtlTextRow:
 *
 * A row in which a text of an area, a step or a template is typed, in its first or second language. What is
 * typed counts at once, and is one step of the history until there is a pause.
 */
struct _AtlTextRow
{
  AdwEntryRow parent_instance;

  AtlTemplateDraft *draft; /* nullable: the areas of an open session have one language */
  AtlHistory       *history;
  AtlItem          *item; /* nullable */
  char             *name;
  gboolean          other;
  gboolean          updating;
};

G_DEFINE_FINAL_TYPE (AtlTextRow, atl_text_row, ADW_TYPE_ENTRY_ROW)

static char *
dup_text (AtlTextRow *self)
{
  char *text = NULL;

  if (self->draft != NULL && self->other)
    return atl_template_draft_dup_other (self->draft, self->item, self->name);
  if (self->draft != NULL)
    return atl_template_draft_dup_text (self->draft, self->item, self->name);
  g_object_get (self->item, self->name, &text, NULL);
  return text;
}

static void
store (AtlTextRow *self,
       const char *text)
{
  if (self->draft != NULL && self->other)
    atl_template_draft_set_other (self->draft, self->item, self->name, text);
  else if (self->draft != NULL)
    atl_template_draft_set_text (self->draft, self->item, self->name, text);
  else
    g_object_set (self->item, self->name, text, NULL);
}

static void
changed_cb (AtlTextRow *self)
{
  const char      *typed = gtk_editable_get_text (GTK_EDITABLE (self));
  g_autofree char *text = NULL;

  if (self->updating || self->item == NULL)
    return;
  text = dup_text (self);
  if (g_strcmp0 (text, typed) == 0)
    return;
  atl_history_begin_typing (self->history, _ ("Type"), self->item);
  store (self, typed);
  atl_history_end (self->history);
}

static void
atl_text_row_dispose (GObject *object)
{
  AtlTextRow *self = ATL_TEXT_ROW (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->history);
  g_clear_object (&self->item);
  g_clear_pointer (&self->name, g_free);
  G_OBJECT_CLASS (atl_text_row_parent_class)->dispose (object);
}

static void
atl_text_row_class_init (AtlTextRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_text_row_dispose;
}

/* Undo takes back what is in the history, not what stands in one entry. */
static void
atl_text_row_init (AtlTextRow *self)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self));

  gtk_editable_set_enable_undo (GTK_EDITABLE (self), FALSE);
  if (GTK_IS_TEXT (text))
    gtk_text_set_max_length (GTK_TEXT (text), MAX_LENGTH);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

/**
 * atl_text_row_set_target:
 * @self: a row
 * @draft: (nullable): the template that @item is part of
 * @history: where edits are collected
 * @item: (nullable): an area, a step or the board of @draft; %NULL for none
 * @name: which text of it
 */
void
atl_text_row_set_target (AtlTextRow       *self,
                         AtlTemplateDraft *draft,
                         AtlHistory       *history,
                         AtlItem          *item,
                         const char       *name)
{
  g_return_if_fail (ATL_IS_TEXT_ROW (self) && ATL_IS_HISTORY (history) && name != NULL);

  g_set_object (&self->draft, draft);
  g_set_object (&self->history, history);
  g_set_object (&self->item, item);
  g_free (self->name);
  self->name = g_strdup (name);
  atl_text_row_refresh (self);
}

/**
 * atl_text_row_set_other:
 * @self: a row
 * @other: whether it is for the second language
 */
void
atl_text_row_set_other (AtlTextRow *self,
                        gboolean    other)
{
  g_return_if_fail (ATL_IS_TEXT_ROW (self));

  self->other = other;
}

/**
 * atl_text_row_refresh:
 * @self: a row
 *
 * Shows the text as it is now; where somebody types, it is that already.
 */
void
atl_text_row_refresh (AtlTextRow *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ATL_IS_TEXT_ROW (self));

  text = self->item != NULL ? dup_text (self) : NULL;
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->item != NULL);
  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self)), text != NULL ? text : "") == 0)
    return;
  self->updating = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self), text != NULL ? text : "");
  self->updating = FALSE;
}
