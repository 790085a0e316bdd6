/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-recent-card.h"

#include "config.h"
#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"
#include "ui/common/atl-miniature.h"

#include <glib/gi18n-lib.h>

/* Larger sessions show their template: reading them would cost more than the picture is worth. */
#define MAX_PICTURED_BYTES (2 * 1024 * 1024)
#define PICTURE_WIDTH 92

/**
 * AtlRecentCard:
 *
 * A session that was open lately, with a picture of its first board. The file is looked at in a thread: a
 * slow network share never holds up the page.
 */
struct _AtlRecentCard
{
  GtkFlowBoxChild parent_instance;

  GtkWidget *picture;
  GtkWidget *title;
  GtkWidget *when;
  GtkWidget *folder;

  AtlRecent    *recent;
  GCancellable *cancellable;
  gboolean      missing;
};

G_DEFINE_FINAL_TYPE (AtlRecentCard, atl_recent_card, GTK_TYPE_FLOW_BOX_CHILD)

enum
{
  FORGET,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* In a thread: the session of a small file, nothing for a large or damaged one, an error for a missing
 * one. */
static void
look (GTask        *task,
      gpointer      source,
      gpointer      path,
      GCancellable *cancellable)
{
  g_autoptr (GFile)       file = g_file_new_for_path (path);
  g_autoptr (GFileInfo)   info = NULL;
  g_autoptr (GBytes)      bytes = NULL;
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlSession             *session = NULL;
  AtlCodecAge             age;
  GError                 *error = NULL;

  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE, cancellable,
                            &error);
  if (info == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (g_file_info_get_size (info) <= MAX_PICTURED_BYTES)
    bytes = atl_file_read (path, NULL);
  if (bytes != NULL)
    session = atl_codec_read (bytes, problems, &age, NULL);
  g_task_return_pointer (task, session, g_object_unref);
}

static void
show_missing (AtlRecentCard *self)
{
  self->missing = TRUE;
  gtk_widget_add_css_class (GTK_WIDGET (self), "missing");
  gtk_label_set_text (GTK_LABEL (self->when), _ ("File not found"));
}

static void
show_first_board (AtlRecentCard *self,
                  AtlSession    *session)
{
  AtlBoard *first = atl_list_get (atl_session_get_boards (session), 0);

  atl_miniature_set_board (ATL_MINIATURE (self->picture), first);
}

static void
looked_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  AtlRecentCard         *self = ATL_RECENT_CARD (source);
  g_autoptr (GError)     error = NULL;
  g_autoptr (AtlSession) session = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->recent == NULL)
    return;
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
    show_missing (self);
  else if (session != NULL && atl_list_get_length (atl_session_get_boards (session)) > 0)
    show_first_board (self, session);
}

static void
start_looking (AtlRecentCard *self)
{
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, looked_cb, NULL);

  g_task_set_source_tag (task, start_looking);
  g_task_set_task_data (task, g_strdup (atl_recent_get_path (self->recent)), g_free);
  g_task_run_in_thread (task, look);
}

static void
forget_cb (AtlRecentCard *self)
{
  g_signal_emit (self, signals[FORGET], 0);
}

static void
forget_activated_cb (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  forget_cb (ATL_RECENT_CARD (widget));
}

static void
atl_recent_card_dispose (GObject *object)
{
  AtlRecentCard *self = ATL_RECENT_CARD (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->recent);
  G_OBJECT_CLASS (atl_recent_card_parent_class)->dispose (object);
}

static void
atl_recent_card_class_init (AtlRecentCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_recent_card_dispose;

  signals[FORGET] = g_signal_new ("forget", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "recent.forget", NULL, forget_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "recent.forget", NULL);
  g_type_ensure (ATL_TYPE_MINIATURE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/start/"
                                                             "atl-recent-card.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlRecentCard, picture);
  gtk_widget_class_bind_template_child (widget_class, AtlRecentCard, title);
  gtk_widget_class_bind_template_child (widget_class, AtlRecentCard, when);
  gtk_widget_class_bind_template_child (widget_class, AtlRecentCard, folder);
  gtk_widget_class_bind_template_callback (widget_class, forget_cb);
}

static void
atl_recent_card_init (AtlRecentCard *self)
{
  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_miniature_set_natural_width (ATL_MINIATURE (self->picture), PICTURE_WIDTH);
}

static void
show_texts (AtlRecentCard *self)
{
  g_autofree char *when = atl_recent_dup_when (self->recent, g_get_real_time () / G_USEC_PER_SEC);
  g_autofree char *folder = atl_recent_dup_folder (self->recent);
  g_autofree char *path = g_filename_display_name (atl_recent_get_path (self->recent));
  g_autofree char *label = g_strdup_printf ("%s, %s", atl_recent_get_title (self->recent), when);

  gtk_label_set_text (GTK_LABEL (self->title), atl_recent_get_title (self->recent));
  gtk_label_set_text (GTK_LABEL (self->when), when);
  gtk_label_set_text (GTK_LABEL (self->folder), folder);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), path);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* What the first board looks like when nobody has written on it yet. */
static void
show_template (AtlRecentCard *self,
               AtlCatalogue  *catalogue)
{
  const char            *ids[] = { atl_recent_get_template (self->recent), NULL };
  g_autoptr (AtlSession) session = NULL;

  if (atl_catalogue_find_template (catalogue, ids[0]) == NULL)
    return;
  session = atl_catalogue_make_session (catalogue, NULL, "en", ids);
  show_first_board (self, session);
}

/**
 * atl_recent_card_new:
 * @recent: an entry of the list
 * @catalogue: where its template is found
 *
 * Returns: (transfer floating): a card
 */
GtkWidget *
atl_recent_card_new (AtlRecent    *recent,
                     AtlCatalogue *catalogue)
{
  AtlRecentCard *self;

  g_return_val_if_fail (ATL_IS_RECENT (recent) && ATL_IS_CATALOGUE (catalogue), NULL);

  self = g_object_new (ATL_TYPE_RECENT_CARD, NULL);
  self->recent = g_object_ref (recent);
  show_texts (self);
  show_template (self, catalogue);
  start_looking (self);
  return GTK_WIDGET (self);
}

/**
 * atl_recent_card_get_recent:
 * @self: a card
 *
 * Returns: (transfer none): the entry it shows
 */
AtlRecent *
atl_recent_card_get_recent (AtlRecentCard *self)
{
  g_return_val_if_fail (ATL_IS_RECENT_CARD (self), NULL);

  return self->recent;
}

/**
 * atl_recent_card_get_missing:
 * @self: a card
 *
 * Returns: whether the file is known to be gone
 */
gboolean
atl_recent_card_get_missing (AtlRecentCard *self)
{
  g_return_val_if_fail (ATL_IS_RECENT_CARD (self), FALSE);

  return self->missing;
}
