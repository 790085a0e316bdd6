/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-link-choice.h"

#include "canvas/links/atl-link-words.h"

#include <glib/gi18n-lib.h>

#define STRENGTHS 5
#define SIDES 3
#define VALUE "atl-value"

/**
 * AtlLinkChoice:
 *
 * Kind, strength, direction of a link, and who says so: buttons for what the keyboard does with letters and
 * digits.
 */
struct _AtlLinkChoice
{
  GtkBox parent_instance;

  GtkWidget *title, *swap;
  GtkWidget *kinds, *strengths, *sides;
  GtkWidget *anchor;
  GArray    *shown; /* the kinds that have a button */
  GPtrArray *kind_buttons;
  GtkWidget *strength_buttons[STRENGTHS];
  GtkWidget *side_buttons[SIDES];
  gboolean   showing;
};

G_DEFINE_FINAL_TYPE (AtlLinkChoice, atl_link_choice, GTK_TYPE_BOX)

enum
{
  KIND_CHOSEN,
  STRENGTH_CHOSEN,
  SIDE_CHOSEN,
  SWAPPED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
button_toggled_cb (AtlLinkChoice   *self,
                   GtkToggleButton *button)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (button));
  int        value = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), VALUE));
  guint      which = row == self->strengths ? STRENGTH_CHOSEN : row == self->sides ? SIDE_CHOSEN
                                                                                   : KIND_CHOSEN;

  if (!self->showing && gtk_toggle_button_get_active (button))
    g_signal_emit (self, signals[which], 0, value);
}

static void
swap_clicked_cb (AtlLinkChoice *self)
{
  g_signal_emit (self, signals[SWAPPED], 0);
}

static GtkWidget *
new_button (AtlLinkChoice *self,
            GtkWidget     *group,
            int            value)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_button_set_child (GTK_BUTTON (button), label);
  g_object_set_data (G_OBJECT (button), VALUE, GINT_TO_POINTER (value));
  if (group != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (group));
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (button_toggled_cb), self);
  return button;
}

static void
set_text (GtkWidget  *button,
          const char *text)
{
  gtk_label_set_label (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

/* The letter that chooses the kind is underlined. */
static void
set_kind_text (GtkWidget  *button,
               AtlLinkKind kind)
{
  int                       at = -1;
  g_autofree char          *name = atl_link_kind_dup_name (kind, &at);
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  PangoAttribute           *line = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);

  set_text (button, name);
  if (at < 0)
    {
      pango_attribute_destroy (line);
      return;
    }
  line->start_index = (guint) at;
  line->end_index = (guint) (g_utf8_next_char (name + at) - name);
  pango_attr_list_insert (list, line);
  gtk_label_set_attributes (GTK_LABEL (gtk_button_get_child (GTK_BUTTON (button))), list);
}

static gboolean
shows_kinds (AtlLinkChoice *self,
             GArray        *kinds)
{
  if (self->shown == NULL || self->shown->len != kinds->len)
    return FALSE;
  for (guint i = 0; i < kinds->len; i++)
    if (g_array_index (kinds, AtlLinkKind, i) != g_array_index (self->shown, AtlLinkKind, i))
      return FALSE;
  return TRUE;
}

static void
make_kinds (AtlLinkChoice *self,
            GArray        *kinds)
{
  GtkWidget *child;

  if (shows_kinds (self, kinds))
    return;
  g_ptr_array_set_size (self->kind_buttons, 0);
  while ((child = gtk_widget_get_first_child (self->kinds)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->kinds), child);
  for (guint i = 0; i < kinds->len; i++)
    {
      AtlLinkKind kind = g_array_index (kinds, AtlLinkKind, i);
      GtkWidget  *group = self->kind_buttons->len > 0 ? self->kind_buttons->pdata[0] : NULL;
      GtkWidget  *button = new_button (self, group, (int) kind);

      set_kind_text (button, kind);
      g_ptr_array_add (self->kind_buttons, button);
      gtk_flow_box_insert (GTK_FLOW_BOX (self->kinds), button, -1);
      gtk_widget_set_focusable (gtk_widget_get_parent (button), FALSE);
    }
  g_clear_pointer (&self->shown, g_array_unref);
  self->shown = g_array_copy (kinds);
}

static void
make_rows (AtlLinkChoice *self)
{
  for (int i = 0; i < STRENGTHS; i++)
    {
      g_autofree char *digit = g_strdup_printf ("%d", i + 1);

      self->strength_buttons[i] = new_button (self, self->strength_buttons[0], i + 1);
      set_text (self->strength_buttons[i], digit);
      gtk_box_append (GTK_BOX (self->strengths), self->strength_buttons[i]);
    }
  for (int i = 0; i < SIDES; i++)
    {
      self->side_buttons[i] = new_button (self, self->side_buttons[0], i);
      gtk_box_append (GTK_BOX (self->sides), self->side_buttons[i]);
    }
  set_text (self->side_buttons[0], _ ("Both say"));
}

static void
atl_link_choice_dispose (GObject *object)
{
  AtlLinkChoice *self = ATL_LINK_CHOICE (object);
  GtkWidget     *child;

  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->kind_buttons, g_ptr_array_unref);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (atl_link_choice_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  /**
   * AtlLinkChoice::kind-chosen:
   * @kind: the AtlLinkKind of a button that was pressed
   */
  signals[KIND_CHOSEN] = g_signal_new ("kind-chosen", ATL_TYPE_LINK_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * AtlLinkChoice::strength-chosen:
   * @strength: 1 to 5
   */
  signals[STRENGTH_CHOSEN] = g_signal_new ("strength-chosen", ATL_TYPE_LINK_CHOICE, G_SIGNAL_RUN_LAST, 0,
                                           NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * AtlLinkChoice::side-chosen:
   * @side: 0: both say so; 1 and 2: only this one
   */
  signals[SIDE_CHOSEN] = g_signal_new ("side-chosen", ATL_TYPE_LINK_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_INT);
  /**
   * AtlLinkChoice::swapped:
   *
   * The link shall be turned around.
   */
  signals[SWAPPED] = g_signal_new ("swapped", ATL_TYPE_LINK_CHOICE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
atl_link_choice_class_init (AtlLinkChoiceClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_link_choice_dispose;
  install_signals ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/canvas/atl-link-choice.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlLinkChoice, title);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkChoice, swap);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkChoice, kinds);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkChoice, strengths);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkChoice, anchor);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkChoice, sides);
  gtk_widget_class_bind_template_callback (widget_class, swap_clicked_cb);
}

static void
atl_link_choice_init (AtlLinkChoice *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->kind_buttons = g_ptr_array_new ();
  make_rows (self);
}

static void
activate (GtkWidget *button)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/**
 * atl_link_choice_focus:
 * @self: a choice on screen
 *
 * Gives the focus to the strength: it takes a digit, and Enter does no harm there.
 */
void
atl_link_choice_focus (AtlLinkChoice *self)
{
  for (guint i = 0; i < STRENGTHS; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->strength_buttons[i])))
      gtk_widget_grab_focus (self->strength_buttons[i]);
}

/**
 * atl_link_choice_show:
 * @self: a choice
 * @state: what it shall show
 */
void
atl_link_choice_show (AtlLinkChoice            *self,
                      const AtlLinkChoiceState *state)
{
  g_return_if_fail (ATL_IS_LINK_CHOICE (self));

  self->showing = TRUE;
  make_kinds (self, state->kinds);
  gtk_label_set_label (GTK_LABEL (self->title), state->title);
  gtk_label_set_label (GTK_LABEL (self->anchor), atl_link_get_anchor (state->kind, state->strength));
  gtk_widget_set_visible (self->sides, state->sides[0] != NULL);
  for (guint i = 0; i < 2 && state->sides[0] != NULL; i++)
    set_text (self->side_buttons[i + 1], state->sides[i]);
  activate (self->strength_buttons[CLAMP (state->strength, 1, STRENGTHS) - 1]);
  activate (self->side_buttons[CLAMP (state->side, 0, SIDES - 1)]);
  for (guint i = 0; i < self->kind_buttons->len; i++)
    if (g_array_index (self->shown, AtlLinkKind, i) == state->kind)
      activate (self->kind_buttons->pdata[i]);
  self->showing = FALSE;
}
