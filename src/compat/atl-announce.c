/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/atl-announce.h"

#define DESCRIPTION_KEY "atl-description"
#define ANNOUNCER_KEY "atl-announcer"
#define PENDING_KEY "atl-announcements"
#define FORGET_AFTER 3 /* seconds */

static void
show_description (GtkWidget  *widget,
                  const char *text)
{
  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

#if !GTK_CHECK_VERSION(4, 14, 0)

/* What a window has to say. Before GTK 4.14 there is no event for it, and screen readers of that time speak
 * of a change of the description of what has the focus, and of nothing else that happens beside it. So that
 * is where a message goes, for a while. */
typedef struct
{
  GString   *text;   /* said in this iteration of the main loop */
  GtkWidget *spoken; /* weak: what carries the message as its description */
  guint      flush;  /* sources */
  guint      forget;
} Announcements;

static void
take_back (Announcements *self)
{
  GtkWidget  *widget = self->spoken;
  const char *text = widget != NULL ? g_object_get_data (G_OBJECT (widget), DESCRIPTION_KEY) : NULL;

  g_clear_handle_id (&self->forget, g_source_remove);
  if (widget == NULL)
    return;
  g_clear_weak_pointer (&self->spoken);
  show_description (widget, text != NULL ? text : gtk_widget_get_tooltip_text (widget));
}

static gboolean
forget_cb (gpointer data)
{
  Announcements *self = data;

  self->forget = 0;
  take_back (self);
  return G_SOURCE_REMOVE;
}

static void
announcements_free (gpointer data)
{
  Announcements *self = data;

  g_clear_handle_id (&self->flush, g_source_remove);
  g_clear_handle_id (&self->forget, g_source_remove);
  g_clear_weak_pointer (&self->spoken);
  g_string_free (self->text, TRUE);
  g_free (self);
}

static gboolean
flush_cb (gpointer data)
{
  GtkRoot         *root = data;
  Announcements   *self = g_object_get_data (G_OBJECT (root), PENDING_KEY);
  GtkWidget       *focus = gtk_root_get_focus (root);
  g_autofree char *text = g_strdup (self->text->str);

  self->flush = 0;
  g_string_truncate (self->text, 0);
  take_back (self);
  if (focus == NULL || *text == '\0')
    return G_SOURCE_REMOVE;
  g_set_weak_pointer (&self->spoken, focus);
  show_description (focus, text);
  self->forget = g_timeout_add_seconds (FORGET_AFTER, forget_cb, self);
  return G_SOURCE_REMOVE;
}

static Announcements *
ensure_announcements (GtkRoot *root)
{
  Announcements *self = g_object_get_data (G_OBJECT (root), PENDING_KEY);

  if (self == NULL)
    {
      self = g_new0 (Announcements, 1);
      self->text = g_string_new (NULL);
      g_object_set_data_full (G_OBJECT (root), PENDING_KEY, self, announcements_free);
    }
  return self;
}

/* The focus may still be on its way: what is said goes out when the main loop comes to rest. */
static void
speak (GtkRoot    *root,
       const char *text)
{
  Announcements *self = ensure_announcements (root);
  GtkWidget     *announcer = g_object_get_data (G_OBJECT (root), ANNOUNCER_KEY);

  if (announcer != NULL)
    {
      if (g_str_equal (gtk_label_get_label (GTK_LABEL (announcer)), text))
        gtk_label_set_label (GTK_LABEL (announcer), "");
      gtk_label_set_label (GTK_LABEL (announcer), text);
    }
  g_string_append_printf (self->text, "%s%s", self->text->len > 0 ? " " : "", text);
  if (self->flush == 0)
    self->flush = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, flush_cb, root, NULL);
}

static gboolean
is_speaking (GtkWidget *widget)
{
  GtkRoot       *root = gtk_widget_get_root (widget);
  Announcements *self = root != NULL ? g_object_get_data (G_OBJECT (root), PENDING_KEY) : NULL;

  return self != NULL && self->spoken == widget;
}

#else

static gboolean
is_speaking (GtkWidget *widget)
{
  return FALSE;
}

#endif

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
 * The widget that keeps what its window said last. It shows nothing; a window has one, anywhere in it.
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
 * @text: a translated sentence; an empty one says nothing
 *
 * Tells assistive technology about something that happened without a change of focus, after what the change
 * of focus of the same moment says. Below GTK 4.14 what has the focus then carries the message for some
 * seconds, and the window's atl_announcer_new() keeps it.
 */
void
atl_announce (GtkWidget  *widget,
              const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  if (*text == '\0' || gtk_widget_get_root (widget) == NULL)
    return;
#if GTK_CHECK_VERSION(4, 14, 0)
  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
#else
  speak (gtk_widget_get_root (widget), text);
#endif
}

/**
 * atl_describe:
 * @widget: a widget that may have the focus while something is announced
 * @text: (nullable): its accessible description, translated, or %NULL for none
 *
 * Sets what is said of a widget beside its name. Announcements give it back.
 */
void
atl_describe (GtkWidget  *widget,
              const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (g_strcmp0 (g_object_get_data (G_OBJECT (widget), DESCRIPTION_KEY), text) == 0)
    return;
  g_object_set_data_full (G_OBJECT (widget), DESCRIPTION_KEY, g_strdup (text), g_free);
  if (!is_speaking (widget))
    show_description (widget, text);
}
