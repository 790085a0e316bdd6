/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-step-row.h"

#include "catalogue/atl-words.h"
#include "config.h"
#include "ui/common/atl-wheel.h"
#include "ui/common/atl-format.h"
#include "ui/templates/atl-text-row.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/templates/"
#define N_MODES (ATL_STEP_MODE_CLOSE + 1)

/**
 * AtlStepRow:
 *
 * A step of the agenda of a template: one line, which opens to everything about it.
 */
struct _AtlStepRow
{
  AdwExpanderRow parent_instance;

  GtkWidget *up;
  GtkWidget *down;
  GtkWidget *title;
  GtkWidget *other;
  GtkWidget *mode;
  GtkWidget *minutes;

  AtlTemplateDraft *draft;
  AtlStep          *step;
  gboolean          updating;
};

G_DEFINE_FINAL_TYPE (AtlStepRow, atl_step_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  MOVE,
  REMOVE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static const char *
get_mode_name (int mode)
{
  GEnumClass *modes = g_type_class_ref (ATL_TYPE_STEP_MODE);
  const char *name = atl_words_get_label (g_get_language_names ()[0], ATL_LABEL_MODE,
                                          g_enum_get_value (modes, mode)->value_nick);

  g_type_class_unref (modes);
  return name;
}

static void
up_clicked_cb (AtlStepRow *self)
{
  g_signal_emit (self, signals[MOVE], 0, -1);
}

static void
down_clicked_cb (AtlStepRow *self)
{
  g_signal_emit (self, signals[MOVE], 0, 1);
}

static void
remove_clicked_cb (AtlStepRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0);
}

static gboolean
key_pressed_cb (AtlStepRow     *self,
                guint           key,
                guint           code,
                GdkModifierType state)
{
  gboolean up = key == GDK_KEY_Up || key == GDK_KEY_KP_Up;

  if ((state & GDK_ALT_MASK) == 0 || (!up && key != GDK_KEY_Down && key != GDK_KEY_KP_Down))
    return GDK_EVENT_PROPAGATE;
  g_signal_emit (self, signals[MOVE], 0, up ? -1 : 1);
  return GDK_EVENT_STOP;
}

static void
mode_selected_cb (AtlStepRow *self)
{
  AtlStepMode mode = (AtlStepMode) adw_combo_row_get_selected (ADW_COMBO_ROW (self->mode));

  if (self->updating || self->step == NULL || mode == atl_step_get_mode (self->step))
    return;
  atl_history_begin (atl_template_draft_get_history (self->draft), _ ("Change Kind of Step"));
  atl_step_set_mode (self->step, mode);
  atl_history_end (atl_template_draft_get_history (self->draft));
}

static void
minutes_changed_cb (AtlStepRow *self)
{
  int minutes = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->minutes));

  if (self->updating || self->step == NULL || minutes == atl_step_get_minutes (self->step))
    return;
  atl_history_begin_typing (atl_template_draft_get_history (self->draft), _ ("Change Minutes"),
                            ATL_ITEM (self->step));
  atl_step_set_minutes (self->step, minutes);
  atl_history_end (atl_template_draft_get_history (self->draft));
}

static void
fill_modes (AtlStepRow *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (int i = 0; i < N_MODES; i++)
    gtk_string_list_append (names, get_mode_name (i));
  adw_combo_row_set_model (ADW_COMBO_ROW (self->mode), G_LIST_MODEL (names));
}

static void
atl_step_row_dispose (GObject *object)
{
  AtlStepRow *self = ATL_STEP_ROW (object);

  g_clear_object (&self->step);
  g_clear_object (&self->draft);
  G_OBJECT_CLASS (atl_step_row_parent_class)->dispose (object);
}

static void
atl_step_row_class_init (AtlStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_step_row_dispose;

  /**
   * AtlStepRow::move:
   * @by: -1 up, 1 down
   */
  signals[MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * AtlStepRow::remove:
   */
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  g_type_ensure (ATL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlStepRow, up);
  gtk_widget_class_bind_template_child (widget_class, AtlStepRow, down);
  gtk_widget_class_bind_template_child (widget_class, AtlStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlStepRow, other);
  gtk_widget_class_bind_template_child (widget_class, AtlStepRow, mode);
  gtk_widget_class_bind_template_child (widget_class, AtlStepRow, minutes);
  gtk_widget_class_bind_template_callback (widget_class, up_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, down_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_changed_cb);
}

static void
atl_step_row_init (AtlStepRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  atl_wheel_leave_numbers (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  fill_modes (self);
}

/**
 * atl_step_row_new:
 * @draft: the template under edit
 * @step: a step of its agenda
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
atl_step_row_new (AtlTemplateDraft *draft,
                  AtlStep          *step)
{
  AtlStepRow *self = NULL;
  AtlHistory *history = NULL;
  gboolean    french;

  g_return_val_if_fail (ATL_IS_TEMPLATE_DRAFT (draft) && ATL_IS_STEP (step), NULL);

  self = g_object_new (ATL_TYPE_STEP_ROW, NULL);
  history = atl_template_draft_get_history (draft);
  french = g_str_equal (atl_session_get_language (atl_template_draft_get_session (draft)), "fr");
  self->draft = g_object_ref (draft);
  self->step = g_object_ref (step);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other),
                                 french ? _ ("In English, if it differs") : _ ("In French, if it differs"));
  atl_text_row_set_other (ATL_TEXT_ROW (self->other), TRUE);
  atl_text_row_set_target (ATL_TEXT_ROW (self->title), draft, history, ATL_ITEM (step), ATL_DRAFT_TITLE);
  atl_text_row_set_target (ATL_TEXT_ROW (self->other), draft, history, ATL_ITEM (step), ATL_DRAFT_TITLE);
  atl_step_row_refresh (self);
  return GTK_WIDGET (self);
}

/**
 * atl_step_row_get_step:
 * @self: a row
 *
 * Returns: (transfer none): its step
 */
AtlStep *
atl_step_row_get_step (AtlStepRow *self)
{
  g_return_val_if_fail (ATL_IS_STEP_ROW (self), NULL);

  return self->step;
}

/**
 * atl_step_row_set_ends:
 * @self: a row
 * @first: whether no step comes before it
 * @last: whether no step comes after it
 */
void
atl_step_row_set_ends (AtlStepRow *self,
                       gboolean    first,
                       gboolean    last)
{
  g_return_if_fail (ATL_IS_STEP_ROW (self));

  gtk_widget_set_sensitive (self->up, !first);
  gtk_widget_set_sensitive (self->down, !last);
}

/**
 * atl_step_row_refresh:
 * @self: a row
 *
 * Shows the step as it is now.
 */
void
atl_step_row_refresh (AtlStepRow *self)
{
  g_autofree char *minutes = NULL;
  g_autofree char *subtitle = NULL;
  const char      *title = NULL;

  g_return_if_fail (ATL_IS_STEP_ROW (self));

  title = atl_step_get_title (self->step);
  minutes = atl_format_minutes (atl_step_get_minutes (self->step));
  subtitle = g_strconcat (get_mode_name ((int) atl_step_get_mode (self->step)), " · ", minutes, NULL);
  self->updating = TRUE;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), *title != '\0' ? title : _ ("No title"));
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  atl_text_row_refresh (ATL_TEXT_ROW (self->title));
  atl_text_row_refresh (ATL_TEXT_ROW (self->other));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->mode), (guint) atl_step_get_mode (self->step));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->minutes), atl_step_get_minutes (self->step));
  self->updating = FALSE;
}
