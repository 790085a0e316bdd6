/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-neutral-window.h"

#include "config.h"
#include "ui/common/atl-toast.h"
#include "ui/mapping/atl-neutral-labels.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/**
 * AtlNeutralWindow:
 *
 * Shows the people of a map by numbers, by roles, or by name again: one step of the history.
 */
struct _AtlNeutralWindow
{
  AdwWindow parent_instance;

  GtkWidget *run;
  GtkWidget *roles;
  GtkWidget *names_row;
  GtkWidget *names;
  GtkWidget *removal;
  GtkWidget *remove;
  GtkWidget *hint;
  GtkWidget *versions; /* where the names remain, whatever becomes of this file */

  AtlDocument *document;
  AtlBoard    *board;
  GWeakRef     teller;
};

G_DEFINE_FINAL_TYPE (AtlNeutralWindow, atl_neutral_window, ADW_TYPE_WINDOW)

static GtkWidget *
get_child (AtlNeutralWindow *self,
           const char       *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_NEUTRAL_WINDOW, name));
}

static AtlNeutralWay
get_way (AtlNeutralWindow *self)
{
  if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->names)))
    return ATL_NEUTRAL_NAMES;
  return gtk_check_button_get_active (GTK_CHECK_BUTTON (self->roles)) ? ATL_NEUTRAL_ROLES
                                                                      : ATL_NEUTRAL_NUMBERS;
}

static gboolean
removes_names (AtlNeutralWindow *self)
{
  return get_way (self) != ATL_NEUTRAL_NAMES && gtk_switch_get_active (GTK_SWITCH (self->remove));
}

static const char *
explain (AtlNeutralWindow *self)
{
  if (get_way (self) == ATL_NEUTRAL_NAMES)
    return "";
  if (!removes_names (self))
    return _ ("The names will not be shown any more, but the file will still contain them.");
  if (get_way (self) == ATL_NEUTRAL_ROLES)
    return _ ("The names will go from the list of people, too; names that somebody wrote in a note stay.");
  return _ ("Names, roles and who manages will go from the list of people, too; what somebody wrote in a "
            "note stays.");
}

static void
way_toggled_cb (AtlNeutralWindow *self)
{
  gboolean    names = get_way (self) == ATL_NEUTRAL_NAMES;
  gboolean    removes = removes_names (self);
  const char *classes[] = { "text-button", removes ? "destructive-action" : "suggested-action", NULL };

  gtk_widget_set_sensitive (self->removal, !names);
  gtk_label_set_text (GTK_LABEL (self->hint), explain (self));
  gtk_widget_set_visible (self->versions, removes);
  gtk_button_set_label (GTK_BUTTON (self->run), names ? _ ("_Show Names") : _ ("_Replace"));
  gtk_widget_set_css_classes (self->run, classes);
}

static void
tell (AtlNeutralWindow *self,
      guint             n)
{
  g_autoptr (GtkWidget) teller = g_weak_ref_get (&self->teller);
  g_autofree char      *text = NULL;

  if (get_way (self) == ATL_NEUTRAL_NAMES)
    text = g_strdup_printf (ngettext ("%u person is shown by name", "%u people are shown by name", n), n);
  else
    text = g_strdup_printf (ngettext ("%u name replaced", "%u names replaced", n), n);
  if (teller != NULL)
    atl_toast_show_undo (teller, text, atl_document_get_history (self->document));
}

static void
run (GtkWidget  *widget,
     const char *name,
     GVariant   *parameter)
{
  AtlNeutralWindow *self = ATL_NEUTRAL_WINDOW (widget);
  AtlHistory       *history = atl_document_get_history (self->document);
  guint             n;

  atl_history_begin (history, get_way (self) == ATL_NEUTRAL_NAMES ? _ ("Show Names Again")
                                                                  : _ ("Replace Names by Neutral Labels"));
  n = atl_neutral_labels_apply (self->board, get_way (self), removes_names (self), g_random_int ());
  atl_history_end (history);
  tell (self, n);
  gtk_window_close (GTK_WINDOW (self));
}

static void
atl_neutral_window_finalize (GObject *object)
{
  AtlNeutralWindow *self = ATL_NEUTRAL_WINDOW (object);

  g_clear_object (&self->board);
  g_clear_object (&self->document);
  g_weak_ref_clear (&self->teller);
  G_OBJECT_CLASS (atl_neutral_window_parent_class)->finalize (object);
}

static void
atl_neutral_window_class_init (AtlNeutralWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_neutral_window_finalize;
  gtk_widget_class_install_action (widget_class, "neutral.run", NULL, run);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/mapping/"
                                                             "atl-neutral-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlNeutralWindow, run);
  gtk_widget_class_bind_template_child_full (widget_class, "numbers", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlNeutralWindow, roles);
  gtk_widget_class_bind_template_child (widget_class, AtlNeutralWindow, names_row);
  gtk_widget_class_bind_template_child (widget_class, AtlNeutralWindow, names);
  gtk_widget_class_bind_template_child (widget_class, AtlNeutralWindow, removal);
  gtk_widget_class_bind_template_child (widget_class, AtlNeutralWindow, remove);
  gtk_widget_class_bind_template_child (widget_class, AtlNeutralWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, AtlNeutralWindow, versions);
  gtk_widget_class_bind_template_callback (widget_class, way_toggled_cb);
}

static void
atl_neutral_window_init (AtlNeutralWindow *self)
{
  g_weak_ref_init (&self->teller, NULL);
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/mapping/mapping.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_neutral_window_new:
 * @teller: a widget of the document's window, which tells in a toast what was done
 * @document: a document that can be edited
 * @board: a map of its session
 *
 * Returns: (transfer floating): a modal window over that of @teller, to be presented
 */
GtkWidget *
atl_neutral_window_new (GtkWidget   *teller,
                        AtlDocument *document,
                        AtlBoard    *board)
{
  AtlNeutralWindow *self =
    g_object_new (ATL_TYPE_NEUTRAL_WINDOW, "transient-for", gtk_widget_get_root (teller), NULL);
  gboolean people = atl_neutral_labels_count (board) > 0;

  self->document = g_object_ref (document);
  self->board = g_object_ref (board);
  g_weak_ref_set (&self->teller, teller);
  gtk_widget_set_visible (self->names_row, atl_neutral_labels_can_show (board));
  way_toggled_cb (self);
  gtk_window_set_focus (GTK_WINDOW (self), get_child (self, "numbers"));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "neutral.run", people);
  if (!people)
    gtk_label_set_text (GTK_LABEL (self->hint), _ ("Nobody is on this map."));
  return GTK_WIDGET (self);
}
