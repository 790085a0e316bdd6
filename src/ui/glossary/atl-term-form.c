/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/glossary/atl-term-form.h"

#include "config.h"

#include <glib/gi18n-lib.h>

#define N_FIELDS (ATL_TERM_AGREED + 1)

/**
 * AtlTermForm:
 *
 * Where a word of the glossary and what it means are typed. Every key is in the session at once, as on notes.
 */
struct _AtlTermForm
{
  GtkBox parent_instance;

  GtkWidget *term, *business, *technical, *agreed, *delete;

  AtlTerm    *item;
  AtlHistory *history;
  gboolean    busy;
};

G_DEFINE_FINAL_TYPE (AtlTermForm, atl_term_form, GTK_TYPE_BOX)

enum
{
  CLOSED,
  DELETE,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static GtkWidget *
get_field (AtlTermForm *self,
           AtlTermField field)
{
  GtkWidget *fields[N_FIELDS] = { self->term, self->business, self->technical, self->agreed };

  return fields[field];
}

static char *
dup_typed (AtlTermForm *self,
           AtlTermField field)
{
  GtkWidget     *widget = get_field (self, field);
  GtkTextBuffer *buffer;
  GtkTextIter    start, end;

  if (field == ATL_TERM_TERM)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (widget)));
  buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (widget));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static const char *
get_stored (AtlTermForm *self,
            AtlTermField field)
{
  return field == ATL_TERM_TERM       ? atl_term_get_term (self->item)
         : field == ATL_TERM_BUSINESS ? atl_term_get_business (self->item)
         : field == ATL_TERM_AGREED   ? atl_term_get_agreed (self->item)
                                      : atl_term_get_technical (self->item);
}

/* Reading */

static void
show_field (AtlTermForm *self,
            AtlTermField field)
{
  g_autofree char *typed = dup_typed (self, field);
  const char      *stored = get_stored (self, field);

  if (g_str_equal (typed, stored))
    return;
  if (field == ATL_TERM_TERM)
    gtk_editable_set_text (GTK_EDITABLE (self->term), stored);
  else
    gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_field (self, field))), stored, -1);
}

static void
term_notify_cb (AtlTermForm *self)
{
  if (self->busy)
    return;
  self->busy = TRUE;
  for (AtlTermField field = ATL_TERM_TERM; field <= ATL_TERM_AGREED; field++)
    show_field (self, field);
  self->busy = FALSE;
}

/* Writing */

static void
set_stored (AtlTermForm *self,
            AtlTermField field,
            const char  *text)
{
  if (field == ATL_TERM_TERM)
    atl_term_set_term (self->item, text);
  else if (field == ATL_TERM_BUSINESS)
    atl_term_set_business (self->item, text);
  else if (field == ATL_TERM_TECHNICAL)
    atl_term_set_technical (self->item, text);
  else
    atl_term_set_agreed (self->item, text);
}

static void
write_field (AtlTermForm *self,
             AtlTermField field)
{
  g_autofree char *typed = dup_typed (self, field);

  if (self->item == NULL || self->busy || g_str_equal (typed, get_stored (self, field)) ||
      atl_item_get_list (ATL_ITEM (self->item)) == NULL)
    return;
  self->busy = TRUE;
  atl_history_begin_typing (self->history, _ ("Edit Word"), ATL_ITEM (self->item));
  set_stored (self, field, typed);
  atl_history_end (self->history);
  self->busy = FALSE;
}

/* A word does not vanish while it is retyped. */
static void
term_changed_cb (AtlTermForm *self)
{
  const char *typed = gtk_editable_get_text (GTK_EDITABLE (self->term));

  if (typed[strspn (typed, " \t")] != '\0')
    write_field (self, ATL_TERM_TERM);
}

static void
buffer_changed_cb (AtlTermForm   *self,
                   GtkTextBuffer *buffer)
{
  for (AtlTermField field = ATL_TERM_BUSINESS; field <= ATL_TERM_AGREED; field++)
    if (gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_field (self, field))) == buffer)
      write_field (self, field);
}

/* Keys */

static void
close_form (AtlTermForm *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
insert_line (GtkWidget *view)
{
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "\n", 1);
}

static gboolean
is_in_field (AtlTermForm *self,
             AtlTermField field)
{
  GtkWidget *child = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GtkWidget *widget = get_field (self, field);

  return child != NULL && (child == widget || gtk_widget_is_ancestor (widget, child));
}

static gboolean
take_enter (AtlTermForm    *self,
            GdkModifierType modifiers)
{
  AtlTermField at = ATL_TERM_TERM;

  while (at <= ATL_TERM_AGREED && !is_in_field (self, at))
    at++;
  if (at > ATL_TERM_AGREED)
    return GDK_EVENT_PROPAGATE;
  if (modifiers == GDK_SHIFT_MASK && at != ATL_TERM_TERM)
    insert_line (get_field (self, at));
  else if (at == ATL_TERM_AGREED || modifiers == GDK_CONTROL_MASK)
    close_form (self);
  else
    atl_term_form_focus_field (self, at + 1);
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (AtlTermForm    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (enter)
    return take_enter (self, state & gtk_accelerator_get_default_mod_mask ());
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  close_form (self);
  return GDK_EVENT_STOP;
}

static void
done_clicked_cb (AtlTermForm *self)
{
  close_form (self);
}

static void
delete_clicked_cb (AtlTermForm *self)
{
  g_signal_emit (self, signals[DELETE], 0);
}

static void
atl_term_form_dispose (GObject *object)
{
  AtlTermForm *self = ATL_TERM_FORM (object);

  g_clear_object (&self->item);
  g_clear_object (&self->history);
  G_OBJECT_CLASS (atl_term_form_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/glossary/atl-term-form.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlTermForm, term);
  gtk_widget_class_bind_template_child (widget_class, AtlTermForm, business);
  gtk_widget_class_bind_template_child (widget_class, AtlTermForm, technical);
  gtk_widget_class_bind_template_child (widget_class, AtlTermForm, agreed);
  gtk_widget_class_bind_template_child (widget_class, AtlTermForm, delete);
  gtk_widget_class_bind_template_callback (widget_class, term_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
}

static void
atl_term_form_class_init (AtlTermFormClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_term_form_dispose;
  bind_template (GTK_WIDGET_CLASS (klass));

  /**
   * AtlTermForm::closed:
   *
   * The user is done with it.
   */
  signals[CLOSED] = g_signal_new ("closed", ATL_TYPE_TERM_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  /**
   * AtlTermForm::delete:
   *
   * The word shall go.
   */
  signals[DELETE] = g_signal_new ("delete", ATL_TYPE_TERM_FORM, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
atl_term_form_init (AtlTermForm *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  for (AtlTermField field = ATL_TERM_BUSINESS; field <= ATL_TERM_AGREED; field++)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (get_field (self, field)));

      gtk_text_buffer_set_enable_undo (buffer, FALSE);
      g_signal_connect_object (buffer, "changed", G_CALLBACK (buffer_changed_cb), self, G_CONNECT_SWAPPED);
    }
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
set_read_only (AtlTermForm *self)
{
  gtk_editable_set_editable (GTK_EDITABLE (self->term), FALSE);
  for (AtlTermField field = ATL_TERM_BUSINESS; field <= ATL_TERM_AGREED; field++)
    gtk_text_view_set_editable (GTK_TEXT_VIEW (get_field (self, field)), FALSE);
  gtk_widget_set_visible (self->delete, FALSE);
}

/**
 * atl_term_form_new:
 * @term: a term of a session
 * @history: of that session
 * @read_only: whether nothing can be changed
 *
 * Returns: (transfer floating): a form that follows @term
 */
GtkWidget *
atl_term_form_new (AtlTerm    *term,
                   AtlHistory *history,
                   gboolean    read_only)
{
  AtlTermForm *self = g_object_new (ATL_TYPE_TERM_FORM, NULL);

  self->item = g_object_ref (term);
  self->history = g_object_ref (history);
  g_signal_connect_object (term, "notify", G_CALLBACK (term_notify_cb), self, G_CONNECT_SWAPPED);
  term_notify_cb (self);
  if (read_only)
    set_read_only (self);
  return GTK_WIDGET (self);
}

/**
 * atl_term_form_focus_field:
 * @self: a form
 * @field: ATL_TERM_TERM to ATL_TERM_AGREED
 *
 * Gives the focus to where that is typed.
 */
void
atl_term_form_focus_field (AtlTermForm *self,
                           AtlTermField field)
{
  gtk_widget_grab_focus (get_field (self, field));
}
