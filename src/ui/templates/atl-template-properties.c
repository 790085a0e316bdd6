/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-template-properties.h"

#include "config.h"
#include "model/atl-step.h"
#include "ui/common/atl-wheel.h"
#include "ui/common/atl-format.h"
#include "ui/templates/atl-text-row.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/templates/"

/**
 * AtlTemplateProperties:
 *
 * What a template says about itself: its name, when it helps, how many people, how long.
 */
struct _AtlTemplateProperties
{
  AdwBin parent_instance;

  GtkWidget *other;
  GtkWidget *nameless;
  GtkWidget *least;
  GtkWidget *most;
  GtkWidget *minutes_row;
  GtkWidget *minutes;
  GtkWidget *votes;
  GtkWidget *anonymous;
  GtkWidget *sensitive;
  GtkWidget *no_veto;

  AtlTemplateDraft *draft;
  gboolean          updating;
};

G_DEFINE_FINAL_TYPE (AtlTemplateProperties, atl_template_properties, ADW_TYPE_BIN)

/* The rows of texts, and what they are about. */
static const struct
{
  const char *row;
  const char *text;
  gboolean    other;
} texts[] = {
  { "name", ATL_DRAFT_NAME, FALSE },
  { "purpose", ATL_DRAFT_PURPOSE, FALSE },
  { "when", ATL_DRAFT_WHEN, FALSE },
  { "category", ATL_DRAFT_CATEGORY, FALSE },
  { "tips", ATL_DRAFT_TIPS, FALSE },
  { "other_name", ATL_DRAFT_NAME, TRUE },
  { "other_purpose", ATL_DRAFT_PURPOSE, TRUE },
  { "other_when", ATL_DRAFT_WHEN, TRUE },
  { "other_category", ATL_DRAFT_CATEGORY, TRUE },
  { "other_tips", ATL_DRAFT_TIPS, TRUE },
};

static AtlTextRow *
get_row (AtlTemplateProperties *self,
         guint                  i)
{
  return ATL_TEXT_ROW (
    gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_TEMPLATE_PROPERTIES, texts[i].row));
}

static const char *
get_number_name (AtlTemplateProperties *self,
                 GtkWidget             *spin)
{
  if (spin == self->least)
    return ATL_DRAFT_GROUP_MIN;
  if (spin == self->most)
    return ATL_DRAFT_GROUP_MAX;
  return spin == self->minutes ? ATL_DRAFT_MINUTES : ATL_DRAFT_VOTES;
}

static void
number_changed_cb (AtlTemplateProperties *self,
                   GtkWidget             *spin)
{
  const char *name = get_number_name (self, spin);
  int         value = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));

  if (self->updating || self->draft == NULL || value == atl_template_draft_get_number (self->draft, name))
    return;
  atl_history_begin_typing (atl_template_draft_get_history (self->draft), _ ("Change Number"),
                            ATL_ITEM (atl_template_draft_get_board (self->draft)));
  atl_template_draft_set_number (self->draft, name, value);
  /* The smallest group is never larger than the largest. */
  if (spin == self->least && value > atl_template_draft_get_number (self->draft, ATL_DRAFT_GROUP_MAX))
    atl_template_draft_set_number (self->draft, ATL_DRAFT_GROUP_MAX, value);
  if (spin == self->most && value < atl_template_draft_get_number (self->draft, ATL_DRAFT_GROUP_MIN))
    atl_template_draft_set_number (self->draft, ATL_DRAFT_GROUP_MIN, value);
  atl_history_end (atl_template_draft_get_history (self->draft));
}

static const char *
get_tag (AtlTemplateProperties *self,
         GtkWidget             *widget)
{
  if (widget == self->anonymous)
    return "anonymous-advised";
  return widget == self->sensitive ? "sensitive" : "no-veto";
}

static void
tag_switched_cb (GtkWidget             *widget,
                 GParamSpec            *pspec,
                 AtlTemplateProperties *self)
{
  gboolean    active = gtk_switch_get_active (GTK_SWITCH (widget));
  const char *tag = get_tag (self, widget);

  if (self->updating || self->draft == NULL || active == atl_template_draft_has_tag (self->draft, tag))
    return;
  atl_history_begin (atl_template_draft_get_history (self->draft), _ ("Change Tag"));
  atl_template_draft_set_tag (self->draft, tag, active);
  atl_history_end (atl_template_draft_get_history (self->draft));
}

static void
atl_template_properties_dispose (GObject *object)
{
  g_clear_object (&ATL_TEMPLATE_PROPERTIES (object)->draft);
  G_OBJECT_CLASS (atl_template_properties_parent_class)->dispose (object);
}

static void
atl_template_properties_class_init (AtlTemplatePropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_template_properties_dispose;
  g_type_ensure (ATL_TYPE_TEXT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-template-properties.ui");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    gtk_widget_class_bind_template_child_full (widget_class, texts[i].row, FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, other);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, nameless);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, least);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, most);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, minutes_row);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, minutes);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, votes);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, anonymous);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, sensitive);
  gtk_widget_class_bind_template_child (widget_class, AtlTemplateProperties, no_veto);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_switched_cb);
}

static void
atl_template_properties_init (AtlTemplateProperties *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_wheel_leave_numbers (GTK_WIDGET (self));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    atl_text_row_set_other (get_row (self, i), texts[i].other);
}

/**
 * atl_template_properties_set_draft:
 * @self: the properties
 * @draft: the template under edit
 */
void
atl_template_properties_set_draft (AtlTemplateProperties *self,
                                   AtlTemplateDraft      *draft)
{
  AtlHistory *history = NULL;
  gboolean    french;

  g_return_if_fail (ATL_IS_TEMPLATE_PROPERTIES (self) && ATL_IS_TEMPLATE_DRAFT (draft));

  g_set_object (&self->draft, draft);
  history = atl_template_draft_get_history (draft);
  french = g_str_equal (atl_session_get_language (atl_template_draft_get_session (draft)), "fr");
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other),
                                 french ? _ ("In English") : _ ("In French"));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    atl_text_row_set_target (get_row (self, i), draft, history,
                             ATL_ITEM (atl_template_draft_get_board (draft)),
                             texts[i].text);
  atl_template_properties_refresh (self);
}

static void
refresh_number (AtlTemplateProperties *self,
                GtkWidget             *spin)
{
  int value = atl_template_draft_get_number (self->draft, get_number_name (self, spin));

  if (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin)) != value)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
}

static void
refresh_tag (AtlTemplateProperties *self,
             GtkWidget             *widget)
{
  gtk_switch_set_active (GTK_SWITCH (widget),
                         atl_template_draft_has_tag (self->draft, get_tag (self, widget)));
}

/* The length follows the steps until somebody says otherwise. */
static void
refresh_minutes (AtlTemplateProperties *self)
{
  AtlList         *steps = atl_session_get_steps (atl_template_draft_get_session (self->draft));
  int              sum = 0;
  g_autofree char *minutes = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    sum += atl_step_get_minutes (atl_list_get (steps, i));
  minutes = atl_format_minutes (sum);
  if (atl_list_get_length (steps) > 0 &&
      sum != atl_template_draft_get_number (self->draft, ATL_DRAFT_MINUTES))
    /* Translators: %s is as "1 h 20" */
    text = g_strdup_printf (_ ("The steps take %s"), minutes);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->minutes_row), text != NULL ? text : "");
  refresh_number (self, self->minutes);
}

static gboolean
is_nameless (AtlTemplateProperties *self)
{
  AtlSession *session = atl_template_draft_get_session (self->draft);
  AtlBoard   *board = atl_list_get (atl_session_get_boards (session), 0);

  return board == NULL || *atl_board_get_title (board) == '\0';
}

/**
 * atl_template_properties_refresh:
 * @self: the properties
 *
 * Shows the template as it is now.
 */
void
atl_template_properties_refresh (AtlTemplateProperties *self)
{
  g_return_if_fail (ATL_IS_TEMPLATE_PROPERTIES (self));

  if (self->draft == NULL || self->updating)
    return;
  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    atl_text_row_refresh (get_row (self, i));
  gtk_widget_set_visible (self->nameless, is_nameless (self));
  refresh_number (self, self->least);
  refresh_number (self, self->most);
  refresh_number (self, self->votes);
  refresh_minutes (self);
  refresh_tag (self, self->anonymous);
  refresh_tag (self, self->sensitive);
  refresh_tag (self, self->no_veto);
  self->updating = FALSE;
}
