/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-notice-bar.h"

#include "compat/atl-announce.h"

/**
 * AtlNoticeBar:
 *
 * A line above the board that says what is wrong with the document and what can be done. It stays until it
 * is settled.
 */
struct _AtlNoticeBar
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkWidget *frame;
  GtkWidget *icon;
  GtkWidget *content;
  GtkWidget *label;
  GtkWidget *buttons;
  guint      n_buttons;
  gboolean   narrow;
};

G_DEFINE_FINAL_TYPE (AtlNoticeBar, atl_notice_bar, GTK_TYPE_WIDGET)

enum
{
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *const level_classes[] = { "info", "warning", "error" };
static const char *const level_icons[] = { "dialog-information-symbolic", "dialog-warning-symbolic",
                                           "dialog-error-symbolic" };

/* In a narrow window the buttons stand below the text, two in a row, and give way. */
static void
place_button (AtlNoticeBar *self,
              GtkWidget    *button,
              int           n)
{
  GtkWidget *label = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (label), self->narrow ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  if (self->narrow)
    gtk_grid_attach (GTK_GRID (self->buttons), button, n % 2, n / 2, 1, 1);
  else
    gtk_grid_attach (GTK_GRID (self->buttons), button, n, 0, 1, 1);
}

static void
add_button (AtlNoticeBar          *self,
            const AtlNoticeButton *button)
{
  GtkWidget *widget = gtk_button_new_with_mnemonic (button->label);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (widget), button->action);
  gtk_widget_add_css_class (widget, "flat");
  place_button (self, widget, (int) self->n_buttons++);
}

/* What is typed next must not be lost: the focus never stays on what goes away. */
static void
give_focus_back (AtlNoticeBar *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self)))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-capture", NULL);
}

static void
remove_buttons (AtlNoticeBar *self)
{
  GtkWidget *button = NULL;

  give_focus_back (self);
  while ((button = gtk_widget_get_first_child (self->buttons)) != NULL)
    gtk_grid_remove (GTK_GRID (self->buttons), button);
  self->n_buttons = 0;
}

static void
place_again (AtlNoticeBar *self)
{
  g_autoptr (GPtrArray) buttons = g_ptr_array_new_with_free_func (g_object_unref);

  for (GtkWidget *button = gtk_widget_get_first_child (self->buttons); button != NULL;
       button = gtk_widget_get_next_sibling (button))
    g_ptr_array_add (buttons, g_object_ref (button));
  for (guint i = 0; i < buttons->len; i++)
    gtk_grid_remove (GTK_GRID (self->buttons), buttons->pdata[i]);
  for (guint i = 0; i < buttons->len; i++)
    place_button (self, buttons->pdata[i], (int) i);
}

static void
close_clicked_cb (AtlNoticeBar *self)
{
  atl_notice_bar_hide (self);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
atl_notice_bar_dispose (GObject *object)
{
  g_clear_pointer (&ATL_NOTICE_BAR (object)->revealer, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_notice_bar_parent_class)->dispose (object);
}

static void
atl_notice_bar_class_init (AtlNoticeBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_notice_bar_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-notice-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlNoticeBar, revealer);
  gtk_widget_class_bind_template_child (widget_class, AtlNoticeBar, frame);
  gtk_widget_class_bind_template_child (widget_class, AtlNoticeBar, icon);
  gtk_widget_class_bind_template_child (widget_class, AtlNoticeBar, content);
  gtk_widget_class_bind_template_child (widget_class, AtlNoticeBar, label);
  gtk_widget_class_bind_template_child (widget_class, AtlNoticeBar, buttons);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);

  /**
   * AtlNoticeBar::closed:
   *
   * The user has closed the bar.
   */
  signals[CLOSED] = g_signal_new ("closed", ATL_TYPE_NOTICE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
atl_notice_bar_init (AtlNoticeBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_notice_bar_show:
 * @self: a bar
 * @level: how bad it is
 * @text: a translated message
 * @buttons: (array length=n_buttons): what can be done
 * @n_buttons: how many
 *
 * Shows a message in place of the one before, and says it aloud.
 */
void
atl_notice_bar_show (AtlNoticeBar          *self,
                     AtlNoticeLevel         level,
                     const char            *text,
                     const AtlNoticeButton *buttons,
                     guint                  n_buttons)
{
  g_return_if_fail (ATL_IS_NOTICE_BAR (self));
  g_return_if_fail (text != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (level_classes); i++)
    gtk_widget_remove_css_class (self->frame, level_classes[i]);
  gtk_widget_remove_css_class (self->frame, "again");
  gtk_widget_remove_css_class (self->frame, "once-more");
  gtk_widget_add_css_class (self->frame, level_classes[level]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), level_icons[level]);
  gtk_label_set_label (GTK_LABEL (self->label), text);
  remove_buttons (self);
  for (guint i = 0; i < n_buttons; i++)
    add_button (self, &buttons[i]);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), TRUE);
  atl_announce (GTK_WIDGET (self), text);
}

/**
 * atl_notice_bar_repeat:
 * @self: a bar with a message
 *
 * Lights up for a moment and says the message aloud again.
 */
void
atl_notice_bar_repeat (AtlNoticeBar *self)
{
  gboolean odd;

  g_return_if_fail (ATL_IS_NOTICE_BAR (self));

  /* Two animations that look alike: the same one would not begin again. */
  odd = gtk_widget_has_css_class (self->frame, "again");
  gtk_widget_remove_css_class (self->frame, odd ? "again" : "once-more");
  gtk_widget_add_css_class (self->frame, odd ? "once-more" : "again");
  atl_announce (GTK_WIDGET (self), gtk_label_get_label (GTK_LABEL (self->label)));
}

/**
 * atl_notice_bar_set_narrow:
 * @self: a bar
 * @narrow: whether the window is narrow
 *
 * Sets where the buttons stand: beside the text, or below it.
 */
void
atl_notice_bar_set_narrow (AtlNoticeBar *self,
                           gboolean      narrow)
{
  g_return_if_fail (ATL_IS_NOTICE_BAR (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->content),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_halign (self->buttons, narrow ? GTK_ALIGN_START : GTK_ALIGN_FILL);
  place_again (self);
}

/**
 * atl_notice_bar_hide:
 * @self: a bar
 *
 * Takes the message away.
 */
void
atl_notice_bar_hide (AtlNoticeBar *self)
{
  g_return_if_fail (ATL_IS_NOTICE_BAR (self));
  give_focus_back (self);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), FALSE);
}
