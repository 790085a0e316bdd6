/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-split-window.h"

#include "compat/atl-file-dialog.h"
#include "config.h"
#include "ui/common/atl-wheel.h"
#include "ui/common/atl-toast.h"
#include "ui/groups/atl-mix-window.h"
#include "ui/groups/atl-split-job.h"
#include "ui/groups/atl-split-look.h"
#include "ui/groups/atl-split-plan.h"
#include "ui/merge/atl-merge-window.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/**
 * AtlSplitWindow:
 *
 * Asks how many break-out groups there are, how they are called and who works in them, and writes a file for
 * each. The groups are one step of the history; an error stays in the window, to try again. Files that hold
 * work of the groups are merged first: it offers that.
 */
struct _AtlSplitWindow
{
  AdwWindow parent_instance;

  GtkWidget *body;
  GtkWidget *number;
  GtkWidget *way;
  GtkWidget *assign_row;
  GtkWidget *assign;
  GtkWidget *names;
  GtkWidget *folder;
  GtkWidget *progress;
  GtkWidget *hint;

  AtlDocument  *document;
  AtlSplitPlan *plan;
  AtlSplitLook *look;
  AtlMixPlan   *mix; /* who mixes the people, if that is the way */
  AtlSplitJob  *job; /* from the first attempt to write */
  GWeakRef      teller;
};

G_DEFINE_FINAL_TYPE (AtlSplitWindow, atl_split_window, ADW_TYPE_WINDOW)

static AtlSession *
session_of (AtlSplitWindow *self)
{
  return atl_document_get_session (self->document);
}

static void
show_hint (AtlSplitWindow *self,
           const char     *hint,
           const char     *css_class)
{
  const char *classes[] = { "caption", "split-hint", css_class, NULL };

  gtk_label_set_text (GTK_LABEL (self->hint), hint);
  gtk_widget_set_css_classes (self->hint, classes);
}

static GtkWidget *
get_button (AtlSplitWindow *self,
            const char     *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_SPLIT_WINDOW, name));
}

/* Why the last attempt ended. */
static const char *
get_error (AtlSplitWindow *self)
{
  return self->job != NULL ? atl_split_job_get_error (self->job) : NULL;
}

/* What replaces something looks like it. */
static void
show_button (AtlSplitWindow *self,
             gboolean        enabled)
{
  gboolean    replaces = enabled && atl_split_look_count (self->look, ATL_SPLIT_TARGET_KNOWN) > 0;
  const char *classes[] = { "text-button", replaces ? "destructive-action" : "suggested-action", NULL };
  const char *label = get_error (self) != NULL ? _ ("_Retry") : _ ("_Split");

  gtk_button_set_label (GTK_BUTTON (get_button (self, "run")), replaces ? _ ("_Replace") : label);
  gtk_widget_set_css_classes (get_button (self, "run"), classes);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split.run", enabled);
}

static char *
describe_files (AtlSplitWindow *self)
{
  guint            n = atl_split_plan_get_n (self->plan);
  g_autofree char *path = atl_split_plan_dup_path (self->plan, 0);
  g_autofree char *name = g_filename_display_basename (path);

  /* Translators: %s is the name of a file */
  return g_strdup_printf (ngettext ("Writes %u file: “%s”", "Writes %u files: “%s” and so on", n), n, name);
}

/* What is where the files go; an error says more as long as nothing can be done but to try again. */
static void
show_targets (AtlSplitWindow *self)
{
  g_autofree char *hint = atl_split_look_dup_hint (self->look);
  g_autofree char *text = describe_files (self);
  gboolean         work = atl_split_look_count (self->look, ATL_SPLIT_TARGET_WORK) > 0;
  gboolean         done = atl_split_look_is_done (self->look);

  if (get_error (self) != NULL && !work)
    show_hint (self, get_error (self), "error");
  else if (hint != NULL)
    show_hint (self, hint, done ? "warning" : NULL);
  else
    show_hint (self, text, NULL);
  gtk_widget_set_visible (get_button (self, "merge"), work);
  show_button (self, done && !work);
}

static void
show_mixing (AtlSplitWindow *self)
{
  gboolean conflict = !atl_mix_plan_get_busy (self->mix) && atl_mix_plan_get_conflict (self->mix) != NULL;

  if (conflict)
    show_hint (self, _ ("What was asked for in “Mixed Groups…” cannot hold together."), "warning");
  else
    show_hint (self, _ ("Looking for groups…"), NULL);
  show_button (self, FALSE);
}

static void
show_files (AtlSplitWindow *self)
{
  gboolean named = atl_split_plan_has_names (self->plan);
  gboolean doubles = named && atl_split_plan_has_doubles (self->plan);

  if (!atl_split_plan_has_teams (self->plan))
    {
      show_mixing (self);
      return;
    }
  if (named && !doubles)
    {
      show_targets (self);
      return;
    }
  show_hint (self, named ? _ ("Two groups have the same name.") : _ ("Every group needs a name."), "warning");
  gtk_widget_set_visible (get_button (self, "merge"), FALSE);
  show_button (self, FALSE);
}

static void
looked_cb (gpointer user_data)
{
  AtlSplitWindow *self = user_data;

  if (!gtk_widget_get_visible (self->progress))
    show_files (self);
}

static void
look_at_files (AtlSplitWindow *self)
{
  atl_split_look_take_paths (self->look, self->job != NULL ? atl_split_job_dup_left (self->job)
                                                           : atl_split_plan_dup_paths (self->plan));
  show_files (self);
}

static void
name_changed_cb (AtlSplitWindow *self,
                 GtkEditable    *row)
{
  guint index = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "index"));

  atl_split_plan_set_title (self->plan, index, gtk_editable_get_text (row));
  look_at_files (self);
}

static GtkWidget *
make_row (AtlSplitWindow *self,
          guint           index)
{
  GtkWidget       *row = adw_entry_row_new ();
  g_autofree char *people = atl_split_plan_dup_people (self->plan, index);
  g_autofree char *number = g_strdup_printf (_ ("Group %u"), index + 1);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), *people != '\0' ? people : number);
  gtk_widget_set_tooltip_text (row, *people != '\0' ? people : NULL);
  gtk_editable_set_text (GTK_EDITABLE (row), atl_split_plan_get_title (self->plan, index));
  g_object_set_data (G_OBJECT (row), "index", GUINT_TO_POINTER (index));
  g_signal_connect_object (row, "changed", G_CALLBACK (name_changed_cb), self, G_CONNECT_SWAPPED);
  return row;
}

static void
show_plan (AtlSplitWindow *self)
{
  AtlSplitWay way = atl_split_plan_get_way (self->plan);
  GtkWidget  *row;

  while ((row = gtk_widget_get_first_child (self->names)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->names), row);
  for (guint i = 0; i < atl_split_plan_get_n (self->plan); i++)
    gtk_list_box_append (GTK_LIST_BOX (self->names), make_row (self, i));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->number), atl_split_plan_get_n (self->plan));
  gtk_widget_set_sensitive (self->number, way != ATL_SPLIT_EXISTING);
  gtk_widget_set_visible (get_button (self, "again"), way == ATL_SPLIT_DEAL || way == ATL_SPLIT_MIX);
  gtk_widget_set_visible (self->assign_row, way != ATL_SPLIT_NOBODY);
  look_at_files (self);
}

static void
mixed_cb (AtlSplitWindow *self)
{
  AtlMixRounds *rounds;

  if (self->job != NULL || atl_split_plan_get_way (self->plan) != ATL_SPLIT_MIX)
    return;
  rounds = atl_mix_plan_get_rounds (self->mix);
  if (rounds != NULL && !atl_mix_plan_get_busy (self->mix) && atl_mix_rounds_get_n (rounds) == 1 &&
      atl_mix_rounds_get_n_groups (rounds) == atl_split_plan_get_n (self->plan))
    atl_split_plan_take_teams (self->plan,
                               atl_mix_roster_dup_teams (atl_mix_plan_get_roster (self->mix),
                                                         atl_mix_rounds_get_groups (rounds, 0),
                                                         atl_mix_rounds_get_n_groups (rounds)));
  show_plan (self);
}

/* The people are mixed as in AtlMixWindow, with what was asked for there. */
static void
mix (AtlSplitWindow *self)
{
  AtlMixSetting setting;

  if (atl_split_plan_get_way (self->plan) != ATL_SPLIT_MIX)
    return;
  if (self->mix == NULL)
    {
      self->mix = g_object_ref (atl_mix_window_ensure_plan (self->document, NULL));
      g_signal_connect_object (self->mix, "groups-changed", G_CALLBACK (mixed_cb), self, G_CONNECT_SWAPPED);
    }
  setting = *atl_mix_plan_get_setting (self->mix);
  setting.by_number = atl_split_plan_get_n (self->plan);
  setting.n_rounds = 1;
  atl_mix_plan_set_setting (self->mix, &setting);
}

static void
number_changed_cb (AtlSplitWindow *self)
{
  guint n = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->number));

  if (self->plan == NULL || n == atl_split_plan_get_n (self->plan))
    return;
  atl_split_plan_set_n (self->plan, n);
  mix (self);
  show_plan (self);
}

static void
way_changed_cb (AtlSplitWindow *self)
{
  GObject *item = adw_combo_row_get_selected_item (ADW_COMBO_ROW (self->way));

  if (self->plan == NULL || item == NULL)
    return;
  atl_split_plan_set_way (self->plan, GPOINTER_TO_INT (g_object_get_data (item, "way")));
  mix (self);
  show_plan (self);
  mixed_cb (self);
}

static void
again_clicked_cb (AtlSplitWindow *self)
{
  atl_split_plan_deal_again (self->plan);
  if (atl_split_plan_get_way (self->plan) == ATL_SPLIT_MIX)
    atl_mix_plan_deal_again (self->mix);
  show_plan (self);
}

static void
show_folder (AtlSplitWindow *self)
{
  g_autofree char *name = g_filename_display_name (atl_split_plan_get_folder (self->plan));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->folder), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->folder), name);
}

static void
folder_chosen_cb (const char *path,
                  gpointer    user_data)
{
  g_autoptr (AtlSplitWindow) self = user_data;

  if (path == NULL || self->plan == NULL)
    return;
  atl_split_plan_set_folder (self->plan, path);
  show_folder (self);
  look_at_files (self);
}

static void
choose_folder_cb (AtlSplitWindow *self)
{
  AtlFileRequest request = { .aim = ATL_FILE_FOLDER,
                             .title = _ ("Folder of the Group Files"),
                             .accept = _ ("_Choose"),
                             .folder = atl_split_plan_get_folder (self->plan) };

  atl_file_dialog_ask (GTK_WINDOW (self), &request, folder_chosen_cb, g_object_ref (self));
}

static char *
dup_written (guint n)
{
  return g_strdup_printf (ngettext ("%u group file written", "%u group files written", n), n);
}

static void
tell (AtlSplitWindow *self)
{
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&self->teller);
  guint                 n = atl_split_job_get_n (self->job);
  g_autofree char      *text = dup_written (n);

  if (teller != NULL)
    atl_toast_show_open (teller, text, atl_split_plan_get_folder (self->plan));
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
show_writing (AtlSplitWindow *self,
              gboolean        writing)
{
  gtk_widget_set_visible (self->progress, writing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "split.run", !writing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "window.close", !writing);
}

static void
written_cb (guint         done,
            const GError *error,
            gpointer      user_data)
{
  AtlSplitWindow *self = user_data;
  guint           n = atl_split_job_get_n (self->job);

  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), (double) done / n);
  if (error == NULL && done < n)
    return;
  show_writing (self, FALSE);
  if (error != NULL)
    look_at_files (self);
  else
    tell (self);
  g_object_unref (self);
}

/* The groups are made once; what follows is about their files only. */
static void
make_groups (AtlSplitWindow *self)
{
  AtlHistory           *history = atl_document_get_history (self->document);
  gboolean              assign = gtk_switch_get_active (GTK_SWITCH (self->assign));
  g_autoptr (GPtrArray) groups = NULL;

  atl_history_begin (history, _ ("Split into Groups"));
  groups = atl_split_plan_apply (self->plan, assign && gtk_widget_get_visible (self->assign_row));
  atl_history_end (history);
  self->job = atl_split_job_new (self->document);
  for (guint i = 0; i < groups->len; i++)
    {
      g_autofree char *path = atl_split_plan_dup_path (self->plan, i);

      atl_split_job_add (self->job, atl_item_get_id (groups->pdata[i]), path);
    }
}

/* What the user was told of may be written beside, or over; what comes in between is told of first. */
static gboolean
may_replace (AtlSplitWindow *self)
{
  return atl_split_look_count (self->look, ATL_SPLIT_TARGET_KNOWN) > 0 ||
         atl_split_look_count (self->look, ATL_SPLIT_TARGET_OTHER) > 0;
}

static void
run (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  AtlSplitWindow *self = ATL_SPLIT_WINDOW (widget);

  if (!atl_split_look_is_done (self->look) || !atl_split_plan_has_teams (self->plan))
    return;
  if (self->job == NULL)
    make_groups (self);
  gtk_widget_set_sensitive (self->body, FALSE);
  show_hint (self, "", NULL);
  show_writing (self, TRUE);
  atl_split_job_run (self->job, may_replace (self), written_cb, g_object_ref (self));
}

/* The groups' work comes in; then there is something to split again. */
static void
merge (GtkWidget  *widget,
       const char *name,
       GVariant   *parameter)
{
  AtlSplitWindow         *self = ATL_SPLIT_WINDOW (widget);
  GtkWindow              *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (AtlDocument) document = g_object_ref (self->document);
  g_auto (GStrv)          paths = atl_split_look_dup_work (self->look);

  if (paths[0] == NULL)
    return;
  gtk_window_set_focus (GTK_WINDOW (self), NULL);
  gtk_window_destroy (GTK_WINDOW (self));
  atl_merge_window_open (parent, document, (const char *const *) paths);
}

static gboolean
atl_split_window_close_request (GtkWindow *window)
{
  AtlSplitWindow *self = ATL_SPLIT_WINDOW (window);

  if (gtk_widget_get_visible (self->progress))
    return GDK_EVENT_STOP;
  return GTK_WINDOW_CLASS (atl_split_window_parent_class)->close_request (window);
}

static void
atl_split_window_finalize (GObject *object)
{
  AtlSplitWindow *self = ATL_SPLIT_WINDOW (object);

  g_clear_pointer (&self->look, atl_split_look_free);
  g_clear_pointer (&self->job, atl_split_job_free);
  g_clear_pointer (&self->plan, atl_split_plan_free);
  g_clear_object (&self->mix);
  g_clear_object (&self->document);
  g_weak_ref_clear (&self->teller);
  G_OBJECT_CLASS (atl_split_window_parent_class)->finalize (object);
}

static void
atl_split_window_class_init (AtlSplitWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_split_window_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = atl_split_window_close_request;

  gtk_widget_class_install_action (widget_class, "split.run", NULL, run);
  gtk_widget_class_install_action (widget_class, "split.merge", NULL, merge);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/groups/"
                                                             "atl-split-window.ui");
  gtk_widget_class_bind_template_child_full (widget_class, "run", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, body);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, number);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, way);
  gtk_widget_class_bind_template_child_full (widget_class, "again", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, assign_row);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, assign);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, names);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, folder);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, AtlSplitWindow, hint);
  gtk_widget_class_bind_template_child_full (widget_class, "merge", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, way_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, choose_folder_cb);
}

static void
atl_split_window_init (AtlSplitWindow *self)
{
  g_weak_ref_init (&self->teller, NULL);
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/groups/groups.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_wheel_leave_numbers (GTK_WIDGET (self));
}

static void
add_way (GListStore *ways,
         const char *label,
         AtlSplitWay way)
{
  GtkStringObject *item = gtk_string_object_new (label);

  g_object_set_data (G_OBJECT (item), "way", GINT_TO_POINTER (way));
  g_list_store_append (ways, item);
  g_object_unref (item);
}

static void
offer_ways (AtlSplitWindow *self,
            AtlSplitWay     chosen)
{
  g_autoptr (GListStore)    ways = g_list_store_new (GTK_TYPE_STRING_OBJECT);
  g_autoptr (GtkExpression) label = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  if (atl_list_get_length (atl_session_get_groups (session_of (self))) > 0)
    add_way (ways, _ ("As in the groups there are"), ATL_SPLIT_EXISTING);
  if (atl_list_get_length (atl_session_get_people (session_of (self))) > 0 &&
      atl_list_get_length (atl_session_get_silos (session_of (self))) > 1)
    add_way (ways, _ ("Mixed across silos"), ATL_SPLIT_MIX);
  if (atl_list_get_length (atl_session_get_people (session_of (self))) > 0)
    add_way (ways, _ ("Dealt at random"), ATL_SPLIT_DEAL);
  add_way (ways, _ ("Settled in the room"), ATL_SPLIT_NOBODY);
  adw_combo_row_set_expression (ADW_COMBO_ROW (self->way), label);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->way), G_LIST_MODEL (ways));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->way), 0);
}

/**
 * atl_split_window_new:
 * @teller: a widget of the document's window, which tells in a toast that the files are there
 * @document: the document to split
 *
 * Returns: (transfer floating): a modal window over that of @teller, to be presented
 */
GtkWidget *
atl_split_window_new (GtkWidget   *teller,
                      AtlDocument *document)
{
  AtlSplitWindow *self;

  g_return_val_if_fail (GTK_IS_WIDGET (teller) && ATL_IS_DOCUMENT (document), NULL);

  self = g_object_new (ATL_TYPE_SPLIT_WINDOW, "transient-for", gtk_widget_get_root (teller), NULL);
  self->document = g_object_ref (document);
  g_weak_ref_set (&self->teller, teller);
  self->plan = atl_split_plan_new (session_of (self), atl_document_get_path (document));
  self->look = atl_split_look_new (document, looked_cb, self);
  offer_ways (self, atl_split_plan_get_way (self->plan));
  show_folder (self);
  mix (self);
  show_plan (self);
  gtk_window_set_focus (GTK_WINDOW (self), get_button (self, "run"));
  return GTK_WIDGET (self);
}
