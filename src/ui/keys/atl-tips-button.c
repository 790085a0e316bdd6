/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ui/keys/atl-tips-button.h"

#include "model/atl-board-options.h"
#include "ui/start/atl-style.h"

/**
 * AtlTipsButton:
 *
 * What the template advises the facilitator, behind a light bulb; not there on boards without such advice.
 */
struct _AtlTipsButton
{
  GtkWidget parent_instance;

  GtkWidget *button, *label;
  AtlBoard  *board;
};

G_DEFINE_FINAL_TYPE (AtlTipsButton, atl_tips_button, GTK_TYPE_WIDGET)

static void
show_tips (AtlTipsButton *self)
{
  g_autofree char *tips = self->board != NULL ? atl_board_dup_tips (self->board) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self), tips != NULL);
  gtk_label_set_label (GTK_LABEL (self->label), tips != NULL ? tips : "");
}

static void
atl_tips_button_dispose (GObject *object)
{
  AtlTipsButton *self = ATL_TIPS_BUTTON (object);

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_clear_object (&self->board);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_tips_button_parent_class)->dispose (object);
}

static void
atl_tips_button_class_init (AtlTipsButtonClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_tips_button_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-tips-button.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlTipsButton, button);
  gtk_widget_class_bind_template_child (widget_class, AtlTipsButton, label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_tips_button_init (AtlTipsButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/keys.css");
  show_tips (self);
}

/**
 * atl_tips_button_set_board:
 * @self: a button
 * @board: (nullable): the board whose tips it shows
 */
void
atl_tips_button_set_board (AtlTipsButton *self,
                           AtlBoard      *board)
{
  g_return_if_fail (ATL_IS_TIPS_BUTTON (self));

  if (self->board != NULL)
    g_signal_handlers_disconnect_by_data (self->board, self);
  g_set_object (&self->board, board);
  if (board != NULL)
    g_signal_connect_swapped (board, "notify::options", G_CALLBACK (show_tips), self);
  show_tips (self);
}

/**
 * atl_tips_button_open:
 * @self: a button
 *
 * Opens the tips, if there are any.
 */
void
atl_tips_button_open (AtlTipsButton *self)
{
  g_return_if_fail (ATL_IS_TIPS_BUTTON (self));

  if (gtk_widget_get_visible (GTK_WIDGET (self)))
    gtk_menu_button_popup (GTK_MENU_BUTTON (self->button));
}
