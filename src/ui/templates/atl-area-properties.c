/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-area-properties.h"

#include "config.h"
#include "ui/common/atl-wheel.h"
#include "ui/mapping/atl-tint-button.h"
#include "ui/templates/atl-area-edits.h"
#include "ui/templates/atl-text-row.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/templates/"

/**
 * AtlAreaProperties:
 *
 * The texts, the look and the exact place of one area.
 */
struct _AtlAreaProperties
{
  AdwBin parent_instance;

  GtkWidget *title;
  GtkWidget *prompt;
  GtkWidget *other;
  GtkWidget *layout;
  GtkWidget *color;
  GtkWidget *limit;
  GtkWidget *left;
  GtkWidget *top;
  GtkWidget *width;
  GtkWidget *height;

  AtlTemplateDraft *draft;
  AtlHistory       *history;
  AtlArea          *area;
  gboolean          updating;
};

G_DEFINE_FINAL_TYPE (AtlAreaProperties, atl_area_properties, ADW_TYPE_BIN)

/* Rows of the second language, which stand in a row that opens. */
static AtlTextRow *
get_other_row (AtlAreaProperties *self,
               const char        *name)
{
  return ATL_TEXT_ROW (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_AREA_PROPERTIES, name));
}

static gboolean
begin (AtlAreaProperties *self,
       const char        *label)
{
  if (self->updating || self->area == NULL)
    return FALSE;
  atl_history_begin (self->history, label);
  return TRUE;
}

static void
layout_selected_cb (AtlAreaProperties *self)
{
  AtlLayout layout = (AtlLayout) adw_combo_row_get_selected (ADW_COMBO_ROW (self->layout));

  if (!begin (self, _ ("Change Layout")))
    return;
  atl_area_set_layout (self->area, layout);
  atl_history_end (self->history);
}

static void
color_chosen_cb (AtlAreaProperties *self,
                 int                tint)
{
  if (!begin (self, _ ("Change Color")))
    return;
  atl_area_set_color (self->area, (AtlTint) tint);
  atl_history_end (self->history);
}

static void
limit_changed_cb (AtlAreaProperties *self)
{
  int limit = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->limit));

  if (self->updating || self->area == NULL || limit == atl_area_get_max_notes (self->area))
    return;
  atl_history_begin_typing (self->history, _ ("Change Limit"), ATL_ITEM (self->area));
  atl_area_set_max_notes (self->area, limit);
  atl_history_end (self->history);
}

/* "No limit" reads better than 0. */
static gboolean
limit_output_cb (AtlAreaProperties *self)
{
  int              limit = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->limit));
  g_autofree char *text = limit > 0 ? g_strdup_printf ("%d", limit) : g_strdup (_ ("No limit"));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->limit)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->limit), text);
  return TRUE;
}

static int
get_value (GtkWidget *spin)
{
  return gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (spin));
}

static void
place_changed_cb (AtlAreaProperties *self)
{
  AtlCells cells = { 0 };

  if (self->updating || self->area == NULL)
    return;
  cells = atl_cells (get_value (self->left), get_value (self->top), get_value (self->width),
                     get_value (self->height));
  cells.width = MIN (cells.width, ATL_CELLS_WHOLE);
  cells.height = MIN (cells.height, ATL_CELLS_WHOLE);
  atl_area_edits_place (self->history, self->area, atl_cells_move (cells, 0, 0), TRUE);
  atl_area_properties_refresh (self);
}

static void
set_value (GtkWidget *spin,
           int        value)
{
  if (get_value (spin) != value)
    gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), value);
}

static void
atl_area_properties_dispose (GObject *object)
{
  AtlAreaProperties *self = ATL_AREA_PROPERTIES (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->history);
  g_clear_object (&self->area);
  G_OBJECT_CLASS (atl_area_properties_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, title);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, prompt);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, other);
  gtk_widget_class_bind_template_child_full (widget_class, "other_title", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "other_prompt", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, layout);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, color);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, limit);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, left);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, top);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, width);
  gtk_widget_class_bind_template_child (widget_class, AtlAreaProperties, height);
}

static void
atl_area_properties_class_init (AtlAreaPropertiesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_area_properties_dispose;
  g_type_ensure (ATL_TYPE_TEXT_ROW);
  g_type_ensure (ATL_TYPE_TINT_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-area-properties.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, layout_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, color_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, limit_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, limit_output_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
}

static void
atl_area_properties_init (AtlAreaProperties *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_wheel_leave_numbers (GTK_WIDGET (self));
  atl_text_row_set_other (get_other_row (self, "other_title"), TRUE);
  atl_text_row_set_other (get_other_row (self, "other_prompt"), TRUE);
}

/**
 * atl_area_properties_set_draft:
 * @self: the properties
 * @draft: (nullable): the template under edit, %NULL for the board of an open session
 * @history: where edits are collected
 */
void
atl_area_properties_set_draft (AtlAreaProperties *self,
                               AtlTemplateDraft  *draft,
                               AtlHistory        *history)
{
  const char *language = NULL;

  g_return_if_fail (ATL_IS_AREA_PROPERTIES (self) && ATL_IS_HISTORY (history));

  g_set_object (&self->draft, draft);
  g_set_object (&self->history, history);
  gtk_widget_set_visible (self->other, draft != NULL);
  if (draft != NULL)
    language = atl_session_get_language (atl_template_draft_get_session (draft));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->other),
                                 g_strcmp0 (language, "fr") == 0 ? _ ("In English") : _ ("In French"));
}

/**
 * atl_area_properties_set_area:
 * @self: the properties
 * @area: (nullable): an area, %NULL for none
 */
void
atl_area_properties_set_area (AtlAreaProperties *self,
                              AtlArea           *area)
{
  AtlItem *item = (AtlItem *) area;

  g_return_if_fail (ATL_IS_AREA_PROPERTIES (self) && self->history != NULL);

  g_set_object (&self->area, area);
  atl_text_row_set_target (ATL_TEXT_ROW (self->title), self->draft, self->history, item, ATL_DRAFT_TITLE);
  atl_text_row_set_target (ATL_TEXT_ROW (self->prompt), self->draft, self->history, item, ATL_DRAFT_PROMPT);
  if (self->draft != NULL)
    {
      atl_text_row_set_target (get_other_row (self, "other_title"), self->draft, self->history, item,
                               ATL_DRAFT_TITLE);
      atl_text_row_set_target (get_other_row (self, "other_prompt"), self->draft, self->history, item,
                               ATL_DRAFT_PROMPT);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), area != NULL);
  atl_area_properties_refresh (self);
}

static void
refresh_place (AtlAreaProperties *self)
{
  AtlCells cells = atl_cells_of_area (self->area);

  set_value (self->left, cells.x);
  set_value (self->top, cells.y);
  set_value (self->width, cells.width);
  set_value (self->height, cells.height);
}

/**
 * atl_area_properties_refresh:
 * @self: the properties
 *
 * Shows the area as it is now.
 */
void
atl_area_properties_refresh (AtlAreaProperties *self)
{
  g_return_if_fail (ATL_IS_AREA_PROPERTIES (self));

  if (self->area == NULL || self->updating)
    return;
  self->updating = TRUE;
  atl_text_row_refresh (ATL_TEXT_ROW (self->title));
  atl_text_row_refresh (ATL_TEXT_ROW (self->prompt));
  atl_text_row_refresh (get_other_row (self, "other_title"));
  atl_text_row_refresh (get_other_row (self, "other_prompt"));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->layout), (guint) atl_area_get_layout (self->area));
  atl_tint_button_set_tint (ATL_TINT_BUTTON (self->color), atl_area_get_color (self->area));
  set_value (self->limit, atl_area_get_max_notes (self->area));
  refresh_place (self);
  self->updating = FALSE;
}

/**
 * atl_area_properties_focus_title:
 * @self: the properties
 *
 * Lets the user type the title.
 */
void
atl_area_properties_focus_title (AtlAreaProperties *self)
{
  g_return_if_fail (ATL_IS_AREA_PROPERTIES (self));

  gtk_widget_grab_focus (self->title);
}
