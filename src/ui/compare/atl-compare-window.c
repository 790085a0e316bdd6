/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-window.h"

#include "compat/atl-file-dialog.h"
#include "config.h"
#include "exchange/atl-discretion.h"
#include "model/atl-maps.h"
#include "ui/common/atl-toast.h"
#include "ui/compare/atl-compare-chooser.h"
#include "ui/compare/atl-compare-finder.h"
#include "ui/compare/atl-compare-questions.h"
#include "ui/compare/atl-compare-saver.h"
#include "ui/compare/atl-compare-view.h"
#include "ui/start/atl-recents.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/* What is compared, and what the user said about it. */
typedef struct
{
  AtlCompareSource *own;   /* the open map, as it was when the window was opened */
  AtlCompareSource *other; /* NULL until it is chosen */
  gboolean          swapped;
  GPtrArray        *answers;
  AtlCompareResult *result;
} Subject;

/**
 * AtlCompareWindow:
 *
 * Compares a map with another one: asks with which, asks who is who, shows what became of it. Everything is
 * done with copies; neither the open session nor any file is changed.
 */
struct _AtlCompareWindow
{
  AdwWindow parent_instance;

  GtkWidget *pages;
  GtkWidget *question;
  GtkWidget *chooser;
  GtkWidget *looking;
  GtkWidget *file;
  GtkWidget *message;
  GtkWidget *questions;
  GtkWidget *view;

  AtlDocument  *document;
  GCancellable *looked; /* for files */
  GCancellable *work;
  Subject       subject;
  gboolean      silos_only;
};

G_DEFINE_FINAL_TYPE (AtlCompareWindow, atl_compare_window, ADW_TYPE_WINDOW)

enum
{
  PROP_0,
  PROP_SILOS_ONLY,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static void
compare (AtlCompareWindow *self);

/* Work in a thread does not keep the window: one that outlives its parent upsets GTK. */
static gpointer
point_weakly (AtlCompareWindow *self)
{
  GWeakRef *weak = g_new0 (GWeakRef, 1);

  g_weak_ref_init (weak, self);
  return weak;
}

/* The window that point_weakly() was called for: (transfer full), NULL if it is gone. */
static AtlCompareWindow *
take_weakly (gpointer data)
{
  GWeakRef         *weak = data;
  AtlCompareWindow *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);
  return self;
}

static GObject *
child_of (AtlCompareWindow *self,
          const char       *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_COMPARE_WINDOW, name);
}

static void
show_control (AtlCompareWindow *self,
              const char       *name,
              gboolean          visible)
{
  gtk_widget_set_visible (GTK_WIDGET (child_of (self, name)), visible);
}

static void
show_page (AtlCompareWindow *self,
           const char       *name)
{
  gboolean    result = g_str_equal (name, "result");
  gboolean    asking = g_str_equal (name, "questions");
  const char *actions[] = { "compare.swap", "compare.copy", "compare.pdf", "compare.zoom-in",
                            "compare.zoom-out", "compare.zoom-fit", "compare.ask", "compare.show-all" };

  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), name);
  show_control (self, "back", !g_str_equal (name, "choose"));
  show_control (self, "more", result);
  show_control (self, "swap", result);
  show_control (self, "silos", result);
  show_control (self, "answer", asking);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "compare.answer", asking);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], result);
}

static void
show_message (AtlCompareWindow *self,
              const char       *title,
              const char       *text)
{
  /* The description of a status page is markup; a file's name is not. */
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (self->message), "dialog-warning-symbolic");
  adw_status_page_set_title (ADW_STATUS_PAGE (self->message), title);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->message), escaped);
  show_page (self, "message");
  gtk_window_set_focus (GTK_WINDOW (self), GTK_WIDGET (child_of (self, "retry")));
}

static GCancellable *
start_work (AtlCompareWindow *self)
{
  g_cancellable_cancel (self->work);
  g_clear_object (&self->work);
  self->work = g_cancellable_new ();
  return self->work;
}

static void
show_questions (AtlCompareWindow *self)
{
  GtkWidget *questions = atl_compare_questions_new (self->subject.result, self->subject.answers);

  adw_bin_set_child (ADW_BIN (self->questions), questions);
  show_page (self, "questions");
  gtk_widget_child_focus (questions, GTK_DIR_TAB_FORWARD);
}

static void
show_result (AtlCompareWindow *self)
{
  AtlComparison *comparison = self->subject.result->comparison;

  if (comparison->n_common == 0)
    {
      show_message (self, _ ("Nobody Is on Both Maps"),
                    _ ("Neither the people nor their names are the same, so there is nothing to compare."));
      return;
    }
  atl_compare_view_set_result (ATL_COMPARE_VIEW (self->view), self->subject.result, self->silos_only);
  show_page (self, "result");
  atl_compare_view_focus (ATL_COMPARE_VIEW (self->view));
}

static void
compared_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (AtlCompareWindow) self = take_weakly (user_data);
  g_autoptr (GError)           error = NULL;
  g_autoptr (AtlCompareResult) found = atl_compare_run_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    {
      show_message (self, _ ("The Maps Cannot Be Compared"), error->message);
      return;
    }
  g_clear_pointer (&self->subject.result, atl_compare_result_unref);
  self->subject.result = atl_compare_result_ref (found);
  /* Questions name people: where names are hidden, they wait until somebody wants them. */
  if (!self->silos_only && self->subject.answers->len == 0 && found->asked->len > 0)
    show_questions (self);
  else
    show_result (self);
}

static gboolean
is_other_before (AtlCompareWindow *self)
{
  Subject *subject = &self->subject;
  gboolean before = atl_compare_source_is_before (subject->other, subject->own) ||
                    !atl_compare_source_is_before (subject->own, subject->other);

  return before != subject->swapped;
}

static void
compare (AtlCompareWindow *self)
{
  Subject          *subject = &self->subject;
  gboolean          other_first = is_other_before (self);
  AtlCompareSource *before = other_first ? subject->other : subject->own;
  AtlCompareSource *after = other_first ? subject->own : subject->other;

  show_page (self, "busy");
  atl_compare_run_async (before, after, subject->answers, start_work (self), compared_cb,
                         point_weakly (self));
}

static void
choose (AtlCompareWindow *self,
        AtlCompareSource *map)
{
  g_set_object (&self->subject.other, map);
  self->subject.swapped = FALSE;
  g_ptr_array_set_size (self->subject.answers, 0);
  compare (self);
}

static void
map_chosen_cb (AtlCompareWindow *self,
               AtlCompareSource *map)
{
  g_autoptr (AtlCompareSource) kept = g_object_ref (map);

  choose (self, kept);
}

/* Which of the maps of another session. */
static void
ask_for_map (AtlCompareWindow *self,
             AtlCompareSource *source)
{
  const char      *title = atl_compare_source_get_title (source);
  const char      *name = *title != '\0' ? title : _ ("Untitled Session");
  g_autofree char *text = g_strdup_printf (_ ("“%s” has several maps. Which one?"), name);

  atl_compare_chooser_clear (ATL_COMPARE_CHOOSER (self->chooser));
  atl_compare_chooser_add_maps (ATL_COMPARE_CHOOSER (self->chooser), _ ("Maps of This Session"), source,
                                ATL_COMPARE_EVERY_MAP);
  gtk_label_set_text (GTK_LABEL (self->question), text);
  gtk_widget_set_visible (self->looking, FALSE);
  gtk_widget_set_visible (self->file, FALSE);
  show_page (self, "choose");
  show_control (self, "back", TRUE);
  gtk_widget_child_focus (self->chooser, GTK_DIR_TAB_FORWARD);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (AtlCompareWindow) self = take_weakly (user_data);
  g_autoptr (GError)           error = NULL;
  g_autoptr (AtlCompareSource) found = atl_compare_source_load_finish (result, &error);

  if (self == NULL || g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (found == NULL)
    show_message (self, _ ("This File Cannot Be Compared"), error->message);
  else if (atl_compare_source_get_n_maps (found) > 1)
    ask_for_map (self, found);
  else
    choose (self, found);
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (AtlCompareWindow) self = take_weakly (user_data);
  g_autoptr (GPtrArray)        found = atl_compare_find_finish (result, NULL);
  GtkWidget                   *focus = NULL;

  if (self == NULL || found == NULL)
    return;
  gtk_widget_set_visible (self->looking, FALSE);
  atl_compare_chooser_add_files (ATL_COMPARE_CHOOSER (self->chooser), _ ("Session Files"), found);
  focus = gtk_window_get_focus (GTK_WINDOW (self));
  if (focus == NULL || focus == self->file)
    gtk_widget_child_focus (self->chooser, GTK_DIR_TAB_FORWARD);
}

static char **
dup_recent_paths (void)
{
  GListModel   *recents = G_LIST_MODEL (atl_recents_get_default ());
  GStrvBuilder *builder = g_strv_builder_new ();
  char        **paths = NULL;
  guint         n = g_list_model_get_n_items (recents);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (AtlRecent) recent = g_list_model_get_item (recents, i);

      g_strv_builder_add (builder, atl_recent_get_path (recent));
    }
  paths = g_strv_builder_end (builder);
  g_strv_builder_unref (builder);
  return paths;
}

static void
look_for_files (AtlCompareWindow *self)
{
  g_auto (GStrv) recents = dup_recent_paths ();

  g_cancellable_cancel (self->looked);
  g_clear_object (&self->looked);
  self->looked = g_cancellable_new ();
  atl_compare_find_async (atl_document_get_path (self->document), (const char *const *) recents, self->looked,
                          found_cb, point_weakly (self));
}

/* The page on which the other map is chosen. */
static void
start (AtlCompareWindow *self)
{
  AtlCompareSource *own = self->subject.own;
  const char       *title = atl_compare_source_get_map_title (own, atl_compare_source_get_chosen (own));
  g_autofree char  *text =
    g_strdup_printf (_ ("Compare “%s” with which map?"), *title != '\0' ? title : _ ("Untitled Board"));

  g_cancellable_cancel (self->work);
  gtk_label_set_text (GTK_LABEL (self->question), text);
  atl_compare_chooser_clear (ATL_COMPARE_CHOOSER (self->chooser));
  atl_compare_chooser_add_maps (ATL_COMPARE_CHOOSER (self->chooser), _ ("Other Maps of This Session"), own,
                                atl_compare_source_get_chosen (own));
  gtk_widget_set_visible (self->looking, TRUE);
  gtk_widget_set_visible (self->file, TRUE);
  show_page (self, "choose");
  look_for_files (self);
}

static void
path_chosen_cb (const char *path,
                gpointer    user_data)
{
  g_autoptr (AtlCompareWindow) self = take_weakly (user_data);

  if (self != NULL && path != NULL)
    atl_compare_window_compare_file (self, path);
}

static void
open_file (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  AtlCompareWindow *self = ATL_COMPARE_WINDOW (widget);
  const char       *path = atl_document_get_path (self->document);
  g_autofree char  *folder = path != NULL ? g_path_get_dirname (path) : NULL;
  AtlFileRequest    request = { ATL_FILE_OPEN, _ ("Compare with Session File"), _ ("_Compare"), folder, NULL,
                                _ ("Atelier sessions"), "*.atelier" };

  atl_file_dialog_ask (GTK_WINDOW (self), &request, path_chosen_cb, point_weakly (self));
}

static void
go_back (GtkWidget  *widget,
         const char *name,
         GVariant   *parameter)
{
  start (ATL_COMPARE_WINDOW (widget));
}

static void
leave (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_close (GTK_WINDOW (widget));
}

static void
answer (GtkWidget  *widget,
        const char *name,
        GVariant   *parameter)
{
  AtlCompareWindow *self = ATL_COMPARE_WINDOW (widget);
  GtkWidget        *questions = adw_bin_get_child (ADW_BIN (self->questions));

  g_ptr_array_unref (self->subject.answers);
  self->subject.answers = atl_compare_questions_dup_answers (ATL_COMPARE_QUESTIONS (questions));
  if (self->subject.answers->len == 0)
    show_result (self);
  else
    compare (self);
}

static void
ask (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  show_questions (ATL_COMPARE_WINDOW (widget));
}

static void
swap_answers (GPtrArray *answers)
{
  for (guint i = answers->len; i > 0; i--)
    {
      AtlCompareAnswer *given = answers->pdata[i - 1];
      char             *before = given->before;

      given->before = given->after;
      given->after = before;
      if (given->before == NULL)
        g_ptr_array_remove_index (answers, i - 1);
    }
}

static void
swap (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlCompareWindow *self = ATL_COMPARE_WINDOW (widget);

  self->subject.swapped = !self->subject.swapped;
  swap_answers (self->subject.answers);
  compare (self);
}

static void
copy (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlCompareWindow *self = ATL_COMPARE_WINDOW (widget);
  g_autofree char  *text = atl_compare_view_dup_text (ATL_COMPARE_VIEW (self->view));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  atl_toast_show (self->view, _ ("Copied as text"));
}

static void
save_pdf (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  AtlCompareWindow *self = ATL_COMPARE_WINDOW (widget);
  const char       *path = atl_document_get_path (self->document);
  g_autofree char  *folder = path != NULL ? g_path_get_dirname (path) : NULL;

  atl_compare_saver_ask (self->view, self->subject.result, folder);
}

static void
toggle_fullscreen (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
zoom (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlCompareWindow *self = ATL_COMPARE_WINDOW (widget);
  int               steps = g_str_equal (name, "compare.zoom-in") ? 1 : -1;

  atl_compare_view_zoom (ATL_COMPARE_VIEW (self->view), g_str_equal (name, "compare.zoom-fit") ? 0 : steps);
}

static void
show_all (GtkWidget  *widget,
          const char *name,
          GVariant   *parameter)
{
  atl_compare_view_light (ATL_COMPARE_VIEW (ATL_COMPARE_WINDOW (widget)->view), GTK_INVALID_LIST_POSITION);
}

static void
set_silos_only (AtlCompareWindow *self,
                gboolean          silos_only)
{
  if (self->silos_only == silos_only)
    return;
  self->silos_only = silos_only;
  atl_compare_view_set_silos_only (ATL_COMPARE_VIEW (self->view), silos_only);
  if (silos_only && g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), "questions") == 0)
    show_result (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SILOS_ONLY]);
}

/* A screen that is filled is one that the room looks at: names go until somebody asks for them. */
static void
fullscreened_cb (AtlCompareWindow *self)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (self)))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self), "room");
      set_silos_only (self, TRUE);
    }
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "room");
}

/* Whether the main window shows that the room looks. */
static gboolean
does_room_look (GtkWindow *parent)
{
  g_autoptr (GVariant) state = NULL;

  if (parent == NULL)
    return FALSE;
  if (G_IS_ACTION_GROUP (parent))
    state = g_action_group_get_action_state (G_ACTION_GROUP (parent), "map-silos-only");
  return gtk_window_is_fullscreen (parent) || (state != NULL && g_variant_get_boolean (state));
}

static void
parent_changed_cb (AtlCompareWindow *self)
{
  if (does_room_look (gtk_window_get_transient_for (GTK_WINDOW (self))))
    set_silos_only (self, TRUE);
}

static void
follow_parent (AtlCompareWindow *self,
               GtkWindow        *parent)
{
  self->silos_only = does_room_look (parent);
  if (parent == NULL)
    return;
  g_signal_connect_object (parent, "notify::fullscreened", G_CALLBACK (parent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  if (G_IS_ACTION_GROUP (parent))
    g_signal_connect_object (parent, "action-state-changed::map-silos-only", G_CALLBACK (parent_changed_cb),
                             self, G_CONNECT_SWAPPED);
}

static void
atl_compare_window_get_property (GObject    *object,
                                 guint       id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  g_value_set_boolean (value, ATL_COMPARE_WINDOW (object)->silos_only);
}

static void
atl_compare_window_set_property (GObject      *object,
                                 guint         id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  set_silos_only (ATL_COMPARE_WINDOW (object), g_value_get_boolean (value));
}

static void
atl_compare_window_dispose (GObject *object)
{
  AtlCompareWindow *self = ATL_COMPARE_WINDOW (object);

  g_cancellable_cancel (self->looked);
  g_cancellable_cancel (self->work);
  g_clear_object (&self->looked);
  g_clear_object (&self->work);
  g_clear_object (&self->document);
  g_clear_object (&self->subject.own);
  g_clear_object (&self->subject.other);
  g_clear_pointer (&self->subject.answers, g_ptr_array_unref);
  g_clear_pointer (&self->subject.result, atl_compare_result_unref);
  G_OBJECT_CLASS (atl_compare_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "compare.silos-only", "silos-only");
  gtk_widget_class_install_action (widget_class, "compare.open", NULL, open_file);
  gtk_widget_class_install_action (widget_class, "compare.back", NULL, go_back);
  gtk_widget_class_install_action (widget_class, "compare.leave", NULL, leave);
  gtk_widget_class_install_action (widget_class, "compare.answer", NULL, answer);
  gtk_widget_class_install_action (widget_class, "compare.ask", NULL, ask);
  gtk_widget_class_install_action (widget_class, "compare.swap", NULL, swap);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy);
  gtk_widget_class_install_action (widget_class, "compare.pdf", NULL, save_pdf);
  gtk_widget_class_install_action (widget_class, "compare.fullscreen", NULL, toggle_fullscreen);
  gtk_widget_class_install_action (widget_class, "compare.zoom-in", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "compare.zoom-out", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "compare.zoom-fit", NULL, zoom);
  gtk_widget_class_install_action (widget_class, "compare.show-all", NULL, show_all);
}

static void
atl_compare_window_class_init (AtlCompareWindowClass *klass)
{
  static const char *const named[] = { "back", "more", "swap", "silos", "answer", "retry" };
  GObjectClass            *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass          *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atl_compare_window_get_property;
  object_class->set_property = atl_compare_window_set_property;
  object_class->dispose = atl_compare_window_dispose;

  properties[PROP_SILOS_ONLY] =
    g_param_spec_boolean ("silos-only", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_actions (widget_class);
  g_type_ensure (ATL_TYPE_COMPARE_CHOOSER);
  g_type_ensure (ATL_TYPE_COMPARE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/compare/"
                                                             "atl-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlCompareWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlCompareWindow, question);
  gtk_widget_class_bind_template_child (widget_class, AtlCompareWindow, chooser);
  gtk_widget_class_bind_template_child (widget_class, AtlCompareWindow, looking);
  gtk_widget_class_bind_template_child (widget_class, AtlCompareWindow, file);
  gtk_widget_class_bind_template_child (widget_class, AtlCompareWindow, message);
  gtk_widget_class_bind_template_child (widget_class, AtlCompareWindow, questions);
  gtk_widget_class_bind_template_child (widget_class, AtlCompareWindow, view);
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    gtk_widget_class_bind_template_child_full (widget_class, named[i], FALSE, 0);
}

static void
atl_compare_window_init (AtlCompareWindow *self)
{
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/compare/compare.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->subject.answers = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_compare_answer_free);
  g_signal_connect_object (self->chooser, "map-chosen", G_CALLBACK (map_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->chooser, "file-chosen", G_CALLBACK (atl_compare_window_compare_file), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::fullscreened", G_CALLBACK (fullscreened_cb), NULL);
}

/* The window that compares the same map already. */
static AtlCompareWindow *
find_open (AtlDocument *document,
           AtlBoard    *board)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
      AtlCompareWindow     *self = ATL_IS_COMPARE_WINDOW (window) ? ATL_COMPARE_WINDOW (window) : NULL;

      if (self != NULL && self->document == document &&
          g_str_equal (atl_compare_source_get_board (self->subject.own), atl_item_get_id (ATL_ITEM (board))))
        return self;
    }
  return NULL;
}

/**
 * atl_compare_window_open:
 * @parent: (nullable): the window of the document
 * @document: a document, which is left as it is
 * @board: one of its maps
 *
 * Compares @board, as it is now, with a map that the user chooses; a window that compares it already gives
 * way. Where @parent fills the screen or shows silos only, names are hidden here too.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
atl_compare_window_open (GtkWindow   *parent,
                         AtlDocument *document,
                         AtlBoard    *board)
{
  AtlCompareWindow *self = NULL;

  g_return_val_if_fail (ATL_IS_DOCUMENT (document) && ATL_IS_BOARD (board), NULL);
  g_return_val_if_fail (atl_board_is_map (board), NULL);

  self = find_open (document, board);
  if (self != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
  self = g_object_new (ATL_TYPE_COMPARE_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->subject.own = atl_compare_source_new (atl_document_get_session (document), board);
  follow_parent (self, parent);
  start (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * atl_compare_window_compare_file:
 * @self: a window
 * @path: a session file
 *
 * Compares with the map of a file, as if the user had chosen it.
 */
void
atl_compare_window_compare_file (AtlCompareWindow *self,
                                 const char       *path)
{
  g_return_if_fail (ATL_IS_COMPARE_WINDOW (self) && path != NULL);

  g_cancellable_cancel (self->looked);
  show_page (self, "busy");
  atl_compare_source_load_async (path, start_work (self), loaded_cb, point_weakly (self));
}
