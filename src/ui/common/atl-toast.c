/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-toast.h"

#include "compat/atl-announce.h"
#include "compat/atl-uri.h"
#include "config.h"
#include "ui/common/atl-fold-box.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#define COMING 600 /* milliseconds that a toast needs to come */
#define MOST_LINES 3
#define CHOICE_SECONDS 10 /* for what has to be understood before it is clicked */

/* Whether the history still is where it was when the toast came: its button would take back something else
 * otherwise. */
static gboolean
is_current (AdwToast *toast)
{
  AtlHistory *history = g_object_get_data (G_OBJECT (toast), "history");
  guint64    *position = g_object_get_data (G_OBJECT (toast), "position");

  return atl_history_get_position (history) == *position;
}

static void
undo_clicked_cb (AdwToast *toast,
                 gpointer  user_data)
{
  if (is_current (toast))
    atl_history_undo (g_object_get_data (G_OBJECT (toast), "history"));
}

static void
history_moved_cb (AdwToast *toast)
{
  if (!is_current (toast))
    adw_toast_dismiss (toast);
}

static void
open_clicked_cb (AdwToast *toast,
                 gpointer  user_data)
{
  atl_uri_open_path (NULL, g_object_get_data (G_OBJECT (toast), "path"));
}

/* The title of a toast is one line of markup; ours is plain, and has more lines where there is no room. */
static GtkWidget *
make_title (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "heading");
  return label;
}

static AdwToast *
make_toast (const char *text)
{
  AdwToast *toast = adw_toast_new ("");

  adw_toast_set_custom_title (toast, make_title (text));
  return toast;
}

static const char *
get_text (AdwToast *toast)
{
  return gtk_label_get_text (GTK_LABEL (adw_toast_get_custom_title (toast)));
}

static void
connect_clicked (AdwToast *toast,
                 GClosure *clicked)
{
  if (G_CLOSURE_NEEDS_MARSHAL (clicked))
    g_closure_set_marshal (clicked, g_cclosure_marshal_VOID__VOID);
  g_signal_connect_closure (toast, "button-clicked", clicked, FALSE);
}

/* One that goes when something else is done. */
static AdwToast *
make_step_toast (const char *text,
                 const char *label,
                 AtlHistory *history)
{
  AdwToast *toast = make_toast (text);
  guint64   position = atl_history_get_position (history);

  adw_toast_set_button_label (toast, label);
  g_object_set_data_full (G_OBJECT (toast), "position", g_memdup2 (&position, sizeof position), g_free);
  g_object_set_data_full (G_OBJECT (toast), "history", g_object_ref (history), g_object_unref);
  g_signal_connect_object (history, "notify", G_CALLBACK (history_moved_cb), toast, G_CONNECT_SWAPPED);
  return toast;
}

/* The last overlay on the way down that is seen: it leaves bars at the foot of a page free. One under a panel
 * that lies over it is not seen. */
static GtkWidget *
find_inmost (GtkWidget *widget)
{
  GtkWidget *inmost = ADW_IS_TOAST_OVERLAY (widget) ? widget : NULL;

  if (ATL_IS_FOLD_BOX (widget) && atl_fold_box_get_covered (ATL_FOLD_BOX (widget)))
    return NULL;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = gtk_widget_get_child_visible (child) && gtk_widget_get_visible (child)
                           ? find_inmost (child)
                           : NULL;

      if (found != NULL)
        return found;
    }
  return inmost;
}

/* A click on its button has taken the focus: what is typed next must not be lost. */
static void
dismissed_cb (GtkWidget *overlay)
{
  GtkRoot   *root = gtk_widget_get_root (overlay);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *child = adw_toast_overlay_get_child (ADW_TOAST_OVERLAY (overlay));

  if (focus != NULL && gtk_widget_is_ancestor (focus, overlay) && focus != child &&
      (child == NULL || !gtk_widget_is_ancestor (focus, child)))
    gtk_widget_activate_action (overlay, "win.focus-capture", NULL);
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* Whether the same is being said, as to somebody who holds a key over what is locked. */
static gboolean
says_same (AdwToast *before,
           AdwToast *toast)
{
  return adw_toast_get_button_label (before) == NULL && adw_toast_get_button_label (toast) == NULL &&
         g_str_equal (get_text (before), get_text (toast));
}

static gboolean
is_coming (GtkWidget *overlay)
{
  gint64 *come = g_object_get_data (G_OBJECT (overlay), "atl-toast-come");

  return come != NULL && g_get_monotonic_time () - *come < COMING * G_TIME_SPAN_MILLISECOND;
}

/* libadwaita 1.2 does not bear a toast that goes while it comes, so one that has just come stays until it is
 * there. */
static void
dismiss_before (GtkWidget *overlay)
{
  AdwToast *before = g_object_get_data (G_OBJECT (overlay), "atl-toast");

  if (before != NULL && is_coming (overlay))
    g_timeout_add_full (G_PRIORITY_DEFAULT, COMING, dismiss_cb, g_object_ref (before), g_object_unref);
  else if (before != NULL)
    adw_toast_dismiss (before);
}

/* What was said before gives way: nobody waits for what has just been done to be told. */
static void
replace_toast (GtkWidget *overlay,
               AdwToast  *toast)
{
  AdwToast *before = g_object_get_data (G_OBJECT (overlay), "atl-toast");
  gint64    now = g_get_monotonic_time ();

  if (before != NULL && is_coming (overlay) && says_same (before, toast))
    {
      g_object_unref (toast);
      return;
    }
  dismiss_before (overlay);
  g_object_set_data_full (G_OBJECT (overlay), "atl-toast", g_object_ref (toast), g_object_unref);
  g_object_set_data_full (G_OBJECT (overlay), "atl-toast-come", g_memdup2 (&now, sizeof now), g_free);
  adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (overlay), toast);
}

/* The first overlay on the way down to @widget, or @widget itself if it is in none. */
static GtkWidget *
find_outmost (GtkWidget *widget)
{
  GtkWidget *outmost = widget;

  for (GtkWidget *parent = widget; parent != NULL; parent = gtk_widget_get_parent (parent))
    if (ADW_IS_TOAST_OVERLAY (parent))
      outmost = parent;
  return outmost;
}

static void
add_toast (GtkWidget  *widget,
           AdwToast   *toast,
           const char *text)
{
  GtkWidget *overlay = find_inmost (find_outmost (widget));

  atl_announce (widget, text);
  if (overlay != NULL)
    {
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, G_CONNECT_SWAPPED);
      replace_toast (overlay, toast);
    }
  else
    g_object_unref (toast);
}

/**
 * atl_toast_show:
 * @widget: a widget of the window, or the window; the toast shows at the foot of the overlay that it is in,
 *   or of the one that is seen in there
 * @text: a translated sentence, plain text
 *
 * Says something in passing.
 */
void
atl_toast_show (GtkWidget  *widget,
                const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget) && text != NULL);
  add_toast (widget, make_toast (text), text);
}

/**
 * atl_toast_show_undo:
 * @widget: a widget of the window
 * @text: a translated sentence, plain text, about what was just done
 * @history: where it can be undone
 *
 * Says what was done with a button that takes it back. The toast goes when something else is done.
 */
void
atl_toast_show_undo (GtkWidget  *widget,
                     const char *text,
                     AtlHistory *history)
{
  AdwToast *toast = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && text != NULL);
  g_return_if_fail (ATL_IS_HISTORY (history));

  toast = make_step_toast (text, _ ("Undo"), history);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), NULL);
  add_toast (widget, toast, text);
}

/**
 * atl_toast_show_step:
 * @widget: a widget of the window
 * @text: a translated sentence, plain text, about what was just done
 * @label: a translated label
 * @history: where it was done
 * @clicked: (transfer floating): what the button does; it is given the toast
 *
 * Says what was done with a button that does it in another way. The toast goes when something else is done.
 */
void
atl_toast_show_step (GtkWidget  *widget,
                     const char *text,
                     const char *label,
                     AtlHistory *history,
                     GClosure   *clicked)
{
  AdwToast *toast = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && text != NULL && label != NULL && clicked != NULL);
  g_return_if_fail (ATL_IS_HISTORY (history));

  toast = make_step_toast (text, label, history);
  adw_toast_set_timeout (toast, CHOICE_SECONDS);
  connect_clicked (toast, clicked);
  add_toast (widget, toast, text);
}

/**
 * atl_toast_show_open:
 * @widget: a widget of the window
 * @text: a translated sentence, plain text, about a file that was written
 * @path: the file
 *
 * Says that a file was written, with a button that opens it.
 */
void
atl_toast_show_open (GtkWidget  *widget,
                     const char *text,
                     const char *path)
{
  AdwToast *toast = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && text != NULL && path != NULL);

  toast = make_toast (text);
  adw_toast_set_button_label (toast, _ ("Open"));
  g_object_set_data_full (G_OBJECT (toast), "path", g_strdup (path), g_free);
  g_signal_connect (toast, "button-clicked", G_CALLBACK (open_clicked_cb), NULL);
  add_toast (widget, toast, text);
}

/**
 * atl_toast_show_button:
 * @widget: a widget of the window
 * @text: a translated sentence, plain text
 * @label: a translated label
 * @clicked: (transfer floating): what the button does; it is given the toast
 *
 * Says something in passing, with a button.
 */
void
atl_toast_show_button (GtkWidget  *widget,
                       const char *text,
                       const char *label,
                       GClosure   *clicked)
{
  AdwToast *toast = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget) && text != NULL && label != NULL && clicked != NULL);

  toast = make_toast (text);
  adw_toast_set_button_label (toast, label);
  connect_clicked (toast, clicked);
  add_toast (widget, toast, text);
}

/**
 * atl_toast_dismiss:
 * @widget: a widget of the window
 *
 * Takes away what is being said over the place where something else comes up.
 */
void
atl_toast_dismiss (GtkWidget *widget)
{
  GtkWidget *overlay = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  overlay = find_inmost (find_outmost (widget));
  if (overlay != NULL)
    dismiss_before (overlay);
}
