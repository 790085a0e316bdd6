/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/session/atl-notices.h"

#define MAX_BUTTONS 4

/* One notice, until it is settled or closed. */
typedef struct
{
  AtlNoticeLevel level;
  char          *text; /* NULL while there is nothing to say */
  char          *labels[MAX_BUTTONS];
  char          *actions[MAX_BUTTONS];
  guint          n_buttons;
} Notice;

/**
 * AtlNotices:
 *
 * What there is to say about the document, one thing at a time: the most urgent notice stands above the
 * board, and the next one follows when it is settled or closed.
 */
struct _AtlNotices
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  Notice     notices[ATL_N_TOPICS];
  int        shown; /* the topic, or -1 */
};

G_DEFINE_FINAL_TYPE (AtlNotices, atl_notices, GTK_TYPE_WIDGET)

enum
{
  DISMISSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
notice_clear (Notice *notice)
{
  g_clear_pointer (&notice->text, g_free);
  for (guint i = 0; i < MAX_BUTTONS; i++)
    {
      g_clear_pointer (&notice->labels[i], g_free);
      g_clear_pointer (&notice->actions[i], g_free);
    }
  notice->n_buttons = 0;
}

static void
show_notice (AtlNotices *self,
             int         topic)
{
  Notice         *notice = &self->notices[topic];
  AtlNoticeButton buttons[MAX_BUTTONS] = { { NULL, NULL } };

  for (guint i = 0; i < notice->n_buttons; i++)
    buttons[i] = (AtlNoticeButton){ notice->labels[i], notice->actions[i] };
  atl_notice_bar_show (ATL_NOTICE_BAR (self->bar), notice->level, notice->text, buttons, notice->n_buttons);
}

static void
show_most_urgent (AtlNotices *self)
{
  int topic = 0;

  while (topic < ATL_N_TOPICS && self->notices[topic].text == NULL)
    topic++;
  if (topic == ATL_N_TOPICS)
    atl_notice_bar_hide (ATL_NOTICE_BAR (self->bar));
  else if (topic != self->shown)
    show_notice (self, topic);
  self->shown = topic < ATL_N_TOPICS ? topic : -1;
}

static void
bar_closed_cb (AtlNotices *self)
{
  int topic = self->shown;

  if (topic < 0)
    return;
  atl_notices_clear (self, (AtlTopic) topic);
  g_signal_emit (self, signals[DISMISSED], 0, topic);
}

static gboolean
is_equal (const Notice          *notice,
          AtlNoticeLevel         level,
          const char            *text,
          const AtlNoticeButton *buttons,
          guint                  n_buttons)
{
  if (notice->level != level || g_strcmp0 (notice->text, text) != 0 || notice->n_buttons != n_buttons)
    return FALSE;
  for (guint i = 0; i < n_buttons; i++)
    if (g_strcmp0 (notice->labels[i], buttons[i].label) != 0 ||
        g_strcmp0 (notice->actions[i], buttons[i].action) != 0)
      return FALSE;
  return TRUE;
}

static void
atl_notices_dispose (GObject *object)
{
  AtlNotices *self = ATL_NOTICES (object);

  for (guint i = 0; i < ATL_N_TOPICS; i++)
    notice_clear (&self->notices[i]);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_notices_parent_class)->dispose (object);
}

static void
atl_notices_class_init (AtlNoticesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_notices_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * AtlNotices::dismissed:
   * @topic: what it was about, an #AtlTopic
   *
   * The user has closed a notice.
   */
  signals[DISMISSED] = g_signal_new ("dismissed", ATL_TYPE_NOTICES, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_INT);
}

static void
atl_notices_init (AtlNotices *self)
{
  self->shown = -1;
  self->bar = g_object_new (ATL_TYPE_NOTICE_BAR, NULL);
  gtk_widget_set_parent (self->bar, GTK_WIDGET (self));
  g_signal_connect_object (self->bar, "closed", G_CALLBACK (bar_closed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atl_notices_set:
 * @self: notices
 * @topic: what it is about
 * @level: how bad it is
 * @text: a translated message
 * @buttons: (array length=n_buttons) (nullable): what can be done
 * @n_buttons: how many, at most 4
 *
 * Says something, in place of what was said on the same topic. It is seen and said aloud when nothing more
 * urgent is.
 */
void
atl_notices_set (AtlNotices            *self,
                 AtlTopic               topic,
                 AtlNoticeLevel         level,
                 const char            *text,
                 const AtlNoticeButton *buttons,
                 guint                  n_buttons)
{
  Notice *notice;

  g_return_if_fail (ATL_IS_NOTICES (self));
  g_return_if_fail (topic < ATL_N_TOPICS && text != NULL && n_buttons <= MAX_BUTTONS);

  notice = &self->notices[topic];
  if (is_equal (notice, level, text, buttons, n_buttons))
    return;
  notice_clear (notice);
  notice->level = level;
  notice->text = g_strdup (text);
  notice->n_buttons = n_buttons;
  for (guint i = 0; i < n_buttons; i++)
    {
      notice->labels[i] = g_strdup (buttons[i].label);
      notice->actions[i] = g_strdup (buttons[i].action);
    }
  if (self->shown == (int) topic)
    self->shown = -1;
  show_most_urgent (self);
}

/**
 * atl_notices_repeat:
 * @self: notices
 *
 * Draws attention to the notice that is seen, and says it aloud again: what the user has just tried failed
 * for the same reason.
 */
void
atl_notices_repeat (AtlNotices *self)
{
  g_return_if_fail (ATL_IS_NOTICES (self));

  if (self->shown >= 0)
    atl_notice_bar_repeat (ATL_NOTICE_BAR (self->bar));
}

/**
 * atl_notices_clear:
 * @self: notices
 * @topic: what is settled
 *
 * Takes a notice away.
 */
void
atl_notices_clear (AtlNotices *self,
                   AtlTopic    topic)
{
  g_return_if_fail (ATL_IS_NOTICES (self));
  g_return_if_fail (topic < ATL_N_TOPICS);

  notice_clear (&self->notices[topic]);
  show_most_urgent (self);
}

/**
 * atl_notices_clear_all:
 * @self: notices
 *
 * Takes all notices away, for another document.
 */
void
atl_notices_clear_all (AtlNotices *self)
{
  g_return_if_fail (ATL_IS_NOTICES (self));

  for (guint i = 0; i < ATL_N_TOPICS; i++)
    notice_clear (&self->notices[i]);
  show_most_urgent (self);
}

/**
 * atl_notices_set_narrow:
 * @self: notices
 * @narrow: whether the window is narrow
 *
 * Sets whether the buttons stand below the text.
 */
void
atl_notices_set_narrow (AtlNotices *self,
                        gboolean    narrow)
{
  g_return_if_fail (ATL_IS_NOTICES (self));
  atl_notice_bar_set_narrow (ATL_NOTICE_BAR (self->bar), narrow);
}

/**
 * atl_notices_get_shown:
 * @self: notices
 * @topic: what a notice is about
 *
 * Returns: whether that is what is seen now
 */
gboolean
atl_notices_get_shown (AtlNotices *self,
                       AtlTopic    topic)
{
  g_return_val_if_fail (ATL_IS_NOTICES (self), FALSE);
  return self->shown == (int) topic;
}
