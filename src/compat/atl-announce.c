/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/atl-announce.h"

#define ANNOUNCER_KEY "atl-announcer"

static void
root_changed_cb (GtkWidget *announcer)
{
  GtkRoot *root = gtk_widget_get_root (announcer);

  if (root != NULL)
    g_object_set_data (G_OBJECT (root), ANNOUNCER_KEY, announcer);
}

static void
root_left_cb (GtkWidget *announcer)
{
  GtkRoot *root = gtk_widget_get_root (announcer);

  if (root != NULL && g_object_get_data (G_OBJECT (root), ANNOUNCER_KEY) == announcer)
    g_object_set_data (G_OBJECT (root), ANNOUNCER_KEY, NULL);
}

/**
 * atl_announcer_new:
 *
 * The widget that speaks for its window. It shows nothing; a window has one, anywhere in it.
 *
 * Returns: (transfer floating): the widget
 */
GtkWidget *
atl_announcer_new (void)
{
  GtkWidget *announcer =
    g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_STATUS, "can-target", FALSE,
                  "opacity", 0.0, "ellipsize", PANGO_ELLIPSIZE_END, "width-chars", 0, NULL);

  g_signal_connect (announcer, "realize", G_CALLBACK (root_changed_cb), NULL);
  g_signal_connect (announcer, "unrealize", G_CALLBACK (root_left_cb), NULL);
  return announcer;
}

/**
 * atl_announce:
 * @widget: what the message is about
 * @text: a translated sentence
 *
 * Tells assistive technology about something that happened without a change of focus. Below GTK 4.14 the
 * window needs an atl_announcer_new(); without one nothing is said.
 */
void
atl_announce (GtkWidget  *widget,
              const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#else
  {
    GtkRoot *root = gtk_widget_get_root (widget);
    gpointer announcer = root != NULL ? g_object_get_data (G_OBJECT (root), ANNOUNCER_KEY) : NULL;

    if (announcer != NULL)
      gtk_label_set_label (announcer, text);
  }
#endif
}
