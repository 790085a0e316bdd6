/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-capture-question.h"

#include "compat/atl-announce.h"
#include "ui/common/atl-toast.h"

#define LINES_OF_LABEL 2

/**
 * AtlCaptureQuestion:
 *
 * Asks something above the capture bar, where the eyes and the hands are: Enter takes the first answer, arrow
 * keys go to the others, Escape takes none. Words that are typed meanwhile go where they were meant to.
 */
struct _AtlCaptureQuestion
{
  GtkWidget parent_instance;

  GtkWidget        *revealer;
  GtkWidget        *row;
  GtkWidget        *label;
  GtkWidget        *answers;
  GtkWidget        *cancel;
  AtlCaptureBar    *bar;      /* weak */
  AtlAnswerCallback callback; /* NULL while nothing is asked */
  gpointer          user_data;
  gboolean          narrow; /* there is little room, whatever the answers are */
};

G_DEFINE_FINAL_TYPE (AtlCaptureQuestion, atl_capture_question, GTK_TYPE_WIDGET)

static void
answer (AtlCaptureQuestion *self,
        int                 value)
{
  AtlAnswerCallback callback = g_steal_pointer (&self->callback);
  gpointer          user_data = g_steal_pointer (&self->user_data);

  if (callback == NULL)
    return;
  if (self->revealer != NULL)
    gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
  callback (value, user_data);
}

static void
answer_clicked_cb (AtlCaptureQuestion *self,
                   GtkButton          *button)
{
  answer (self, GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "answer")));
}

static void
cancel_clicked_cb (AtlCaptureQuestion *self)
{
  answer (self, ATL_CAPTURE_CANCELED);
}

static void
cancel_activated_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  answer (ATL_CAPTURE_QUESTION (widget), ATL_CAPTURE_CANCELED);
}

static GtkWidget *
make_button (AtlCaptureQuestion *self,
             const char         *text,
             int                 value)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), button);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL,
                                  -1);
  g_object_set_data (G_OBJECT (button), "answer", GINT_TO_POINTER (value));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (answer_clicked_cb), self);
  if (value == 0)
    gtk_widget_add_css_class (button, "suggested-action");
  return button;
}

/* Whether it moves the focus or answers; all else is typed. */
static gboolean
is_own_key (guint           keyval,
            GdkModifierType state)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_Escape,
                                GDK_KEY_Tab, GDK_KEY_KP_Tab, GDK_KEY_ISO_Left_Tab, GDK_KEY_Left,
                                GDK_KEY_KP_Left, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_KEY_Up,
                                GDK_KEY_KP_Up, GDK_KEY_Down, GDK_KEY_KP_Down };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return TRUE;
  if (keyval >= GDK_KEY_F1 && keyval <= GDK_KEY_F35)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == keyval)
      return TRUE;
  return FALSE;
}

/* Whoever types without looking did not see the question come. */
static gboolean
key_pressed_cb (AtlCaptureQuestion    *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *keys)
{
  if (self->bar == NULL || is_own_key (keyval, state))
    return GDK_EVENT_PROPAGATE;
  atl_capture_bar_take_key (self->bar, keys);
  return GDK_EVENT_STOP;
}

static int
get_natural_width (GtkWidget *widget)
{
  int natural = 0;

  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

static void
set_orientation (AtlCaptureQuestion *self,
                 GtkOrientation      orientation)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->row), orientation);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->answers), orientation);
  gtk_widget_set_halign (self->cancel,
                         orientation == GTK_ORIENTATION_VERTICAL ? GTK_ALIGN_FILL : GTK_ALIGN_END);
}

/* Answers that would be cut beside the question, since the text is large, stand below each other. */
static void
lay_out (AtlCaptureQuestion *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int saved = 0;

  set_orientation (self, GTK_ORIENTATION_HORIZONTAL);
  saved = get_natural_width (self->label) * (LINES_OF_LABEL - 1) / LINES_OF_LABEL;
  if (self->narrow || (width > 0 && get_natural_width (self->row) - saved > width))
    set_orientation (self, GTK_ORIENTATION_VERTICAL);
}

static void
atl_capture_question_dispose (GObject *object)
{
  AtlCaptureQuestion *self = ATL_CAPTURE_QUESTION (object);

  g_clear_weak_pointer (&self->bar);
  g_clear_pointer (&self->revealer, gtk_widget_unparent);
  answer (self, ATL_CAPTURE_CANCELED);
  G_OBJECT_CLASS (atl_capture_question_parent_class)->dispose (object);
}

static void
atl_capture_question_class_init (AtlCaptureQuestionClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_capture_question_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-capture-question.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureQuestion, revealer);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureQuestion, row);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureQuestion, label);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureQuestion, answers);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureQuestion, cancel);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "question.cancel", NULL, cancel_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "question.cancel", NULL);
}

static void
atl_capture_question_init (AtlCaptureQuestion *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE); /* what it covers unseen is the board's */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * atl_capture_question_ask:
 * @self: a question
 * @question: translated, plain text
 * @answers: (array zero-terminated=1): translated, with mnemonics; the first is what Enter takes
 * @callback: called once, whatever happens
 * @user_data: for @callback
 *
 * Asks and takes the focus. What was asked before is canceled.
 */
void
atl_capture_question_ask (AtlCaptureQuestion *self,
                          const char         *question,
                          const char *const  *answers,
                          AtlAnswerCallback   callback,
                          gpointer            user_data)
{
  GtkWidget *child = NULL;

  g_return_if_fail (ATL_IS_CAPTURE_QUESTION (self));
  g_return_if_fail (answers != NULL && callback != NULL);

  atl_capture_question_cancel (self);
  atl_toast_dismiss (GTK_WIDGET (self));
  while ((child = gtk_widget_get_first_child (self->answers)) != NULL)
    gtk_box_remove (GTK_BOX (self->answers), child);
  self->callback = callback;
  self->user_data = user_data;
  gtk_label_set_text (GTK_LABEL (self->label), question);
  for (int i = 0; answers[i] != NULL; i++)
    gtk_box_append (GTK_BOX (self->answers), make_button (self, answers[i], i));
  lay_out (self);
  gtk_widget_set_can_target (GTK_WIDGET (self), TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  atl_announce (GTK_WIDGET (self), question);
  gtk_widget_grab_focus (gtk_widget_get_first_child (self->answers));
}

/**
 * atl_capture_question_cancel:
 * @self: a question
 *
 * Takes no answer any more, if one is asked for.
 */
void
atl_capture_question_cancel (AtlCaptureQuestion *self)
{
  g_return_if_fail (ATL_IS_CAPTURE_QUESTION (self));
  answer (self, ATL_CAPTURE_CANCELED);
}

/**
 * atl_capture_question_set_bar:
 * @self: a question
 * @bar: where words go that are typed while it asks
 */
void
atl_capture_question_set_bar (AtlCaptureQuestion *self,
                              AtlCaptureBar      *bar)
{
  g_return_if_fail (ATL_IS_CAPTURE_QUESTION (self) && ATL_IS_CAPTURE_BAR (bar));
  g_set_weak_pointer (&self->bar, bar);
}

/**
 * atl_capture_question_set_narrow:
 * @self: a question
 * @narrow: whether the answers stand below each other
 */
void
atl_capture_question_set_narrow (AtlCaptureQuestion *self,
                                 gboolean            narrow)
{
  g_return_if_fail (ATL_IS_CAPTURE_QUESTION (self));
  self->narrow = narrow;
  lay_out (self);
}
