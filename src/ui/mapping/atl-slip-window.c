/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-slip-window.h"

#include "config.h"
#include "model/atl-nodes.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/mapping/atl-node-picker.h"
#include "ui/mapping/atl-slip-list-row.h"
#include "ui/mapping/atl-slip-sheet.h"
#include "ui/mapping/atl-undo-keys.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

/**
 * AtlSlipWindow:
 *
 * Types in what people wrote on slips of paper, person by person. A slip is one step of the history. Names
 * can be hidden; the map under the window shows silos only as long as slips are typed in.
 */
struct _AtlSlipWindow
{
  AdwWindow parent_instance;

  GtkWidget *title;
  GtkWidget *hide;
  GtkWidget *side;
  GtkWidget *list;
  GtkWidget *who;
  GtkWidget *sheet;
  GtkWidget *hint;

  AtlDocument   *document;
  AtlBoard      *board;
  AtlSlipRoster *roster;
  AtlNote       *of;     /* whose slip is shown */
  GHashTable    *done;   /* AtlNote of the slips that went through here */
  GHashTable    *counts; /* as atl_slips_count() gives them */
  gboolean       warned;
  gboolean       restore; /* the map showed people before */
};

G_DEFINE_FINAL_TYPE (AtlSlipWindow, atl_slip_window, ADW_TYPE_WINDOW)

static const char *
explain (void)
{
  return _ ("A few letters and Enter find somebody; a digit from 1 to 5 and Enter give the strength; before "
            "it, the first letter of a kind chooses that kind. Ctrl+Enter goes on to the next person.");
}

static void
show_hint (AtlSlipWindow *self,
           const char    *hint)
{
  gtk_label_set_text (GTK_LABEL (self->hint), hint != NULL ? hint : explain ());
}

static gboolean
is_hiding (AtlSlipWindow *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hide));
}

static void
recount (AtlSlipWindow *self)
{
  g_clear_pointer (&self->counts, g_hash_table_unref);
  self->counts = atl_slips_count (self->board);
}

static guint
count_answers (AtlSlipWindow *self,
               AtlNote       *node)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, atl_item_get_id (ATL_ITEM (node))));
}

static gboolean
is_done (AtlSlipWindow *self,
         AtlNote       *node)
{
  return g_hash_table_contains (self->done, node) || count_answers (self, node) > 0;
}

static void
show_progress (AtlSlipWindow *self,
               guint          n_done,
               guint          n)
{
  g_autofree char *text = NULL;

  /* Translators: how many slips of paper are typed in, of how many */
  text = g_strdup_printf (ngettext ("%u of %u slip", "%u of %u slips", n), n_done, n);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), text);
}

/* Whose slip is shown stands in view in the list. */
static void
reveal_row (AtlSlipWindow *self,
            GtkWidget     *row)
{
  GtkAdjustment  *across = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->side));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, self->list, &bounds))
    gtk_adjustment_clamp_page (across, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
show_row (AtlSlipWindow  *self,
          AtlSlipListRow *row)
{
  guint       index = atl_slip_list_row_get_index (row);
  AtlNote    *node = atl_slip_roster_get_node (self->roster, index);
  const char *name = is_hiding (self) ? NULL : atl_slip_roster_get_name (self->roster, index);

  atl_slip_list_row_show (row, name, count_answers (self, node), is_done (self, node));
  if (node != self->of)
    return;
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), GTK_LIST_BOX_ROW (row));
  reveal_row (self, GTK_WIDGET (row));
}

static void
show_list (AtlSlipWindow *self)
{
  GtkWidget *row = gtk_widget_get_first_child (self->list);
  guint      n_done = 0;
  guint      n = 0;

  recount (self);
  gtk_list_box_unselect_all (GTK_LIST_BOX (self->list));
  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      guint index = atl_slip_list_row_get_index (ATL_SLIP_LIST_ROW (row));

      show_row (self, ATL_SLIP_LIST_ROW (row));
      n++;
      n_done += is_done (self, atl_slip_roster_get_node (self->roster, index));
    }
  show_progress (self, n_done, n);
}

static void
show_slip (AtlSlipWindow *self,
           AtlNote       *of)
{
  g_autoptr (GArray) lines = of != NULL ? atl_slip_read (self->board, of) : NULL;

  g_set_object (&self->of, of);
  self->warned = FALSE;
  atl_node_picker_set_node (ATL_NODE_PICKER (self->who), of);
  gtk_widget_set_visible (self->sheet, of != NULL);
  if (of != NULL)
    atl_slip_sheet_fill (ATL_SLIP_SHEET (self->sheet), self->roster, of, lines);
  show_list (self);
  show_hint (self, NULL);
}

static void
commit (AtlSlipWindow *self)
{
  AtlHistory        *history = atl_document_get_history (self->document);
  g_autoptr (GArray) lines = atl_slip_sheet_dup_lines (ATL_SLIP_SHEET (self->sheet));

  if (self->of == NULL || atl_item_get_list (ATL_ITEM (self->of)) == NULL)
    return;
  atl_history_begin (history, _ ("Type In a Slip"));
  atl_slip_write (self->board, self->of, lines);
  atl_history_end (history);
  recount (self);
}

/* Takes the slip, unless an answer is not complete: the first time that is told. */
static gboolean
finish (AtlSlipWindow *self)
{
  if (self->of != NULL && !self->warned && atl_slip_sheet_focus_unfinished (ATL_SLIP_SHEET (self->sheet)))
    {
      self->warned = TRUE;
      show_hint (self, _ ("This answer is not complete. Complete it, or do the same again to leave it out."));
      return FALSE;
    }
  commit (self);
  return TRUE;
}

static AtlNote *
find_next (AtlSlipWindow *self)
{
  guint n = atl_slip_roster_get_n (self->roster);
  int   at = atl_slip_roster_find (self->roster, self->of);

  for (guint i = 1; i <= n; i++)
    {
      guint index = (guint) (at + (int) i) % n;

      if (atl_slip_roster_answers (self->roster, index) &&
          !is_done (self, atl_slip_roster_get_node (self->roster, index)))
        return atl_slip_roster_get_node (self->roster, index);
    }
  return NULL;
}

/* The slips lie there in any order: the next name is only proposed. */
static void
next (GtkWidget  *widget,
      const char *name,
      GVariant   *parameter)
{
  AtlSlipWindow *self = ATL_SLIP_WINDOW (widget);

  if (!finish (self))
    return;
  if (self->of != NULL)
    g_hash_table_add (self->done, g_object_ref (self->of));
  show_slip (self, find_next (self));
  gtk_widget_grab_focus (self->who);
  if (self->of == NULL)
    show_hint (self, _ ("All slips are typed in. A name brings one back."));
}

static void
who_picked_cb (AtlSlipWindow *self)
{
  AtlNote *node = atl_node_picker_get_node (ATL_NODE_PICKER (self->who));

  if (node == NULL)
    return;
  if (node != self->of && !finish (self))
    {
      atl_node_picker_set_node (ATL_NODE_PICKER (self->who), self->of);
      return;
    }
  if (node != self->of)
    show_slip (self, node);
  if (gtk_window_get_focus (GTK_WINDOW (self)) == NULL ||
      gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (self)), self->who))
    atl_slip_sheet_focus_first (ATL_SLIP_SHEET (self->sheet));
}

static void
row_activated_cb (AtlSlipWindow  *self,
                  AtlSlipListRow *row)
{
  AtlNote *node = atl_slip_roster_get_node (self->roster, atl_slip_list_row_get_index (row));

  if (node != self->of && finish (self))
    show_slip (self, node);
  if (node == self->of)
    atl_slip_sheet_focus_first (ATL_SLIP_SHEET (self->sheet));
}

static void
edited_cb (AtlSlipWindow *self)
{
  if (self->warned)
    show_hint (self, NULL);
  self->warned = FALSE;
}

static void
hide_toggled_cb (AtlSlipWindow *self)
{
  atl_node_picker_set_masked (ATL_NODE_PICKER (self->who), is_hiding (self));
  atl_slip_sheet_set_masked (ATL_SLIP_SHEET (self->sheet), is_hiding (self));
  show_list (self);
}

static void
toggle_hiding (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  AtlSlipWindow *self = ATL_SLIP_WINDOW (widget);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hide), !is_hiding (self));
}

static void
narrow_changed_cb (AtlSlipWindow *self,
                   GParamSpec    *pspec,
                   AtlNarrowBin  *narrow)
{
  gtk_widget_set_visible (self->side, !atl_narrow_bin_get_narrow (narrow));
}

/* An undo may have taken back what is shown, or the people themselves. */
static void
history_applied_cb (AtlSlipWindow *self)
{
  AtlNote *of = self->of != NULL && atl_item_get_list (ATL_ITEM (self->of)) != NULL ? self->of : NULL;

  show_slip (self, of);
}

static void
fill_list (AtlSlipWindow *self)
{
  for (guint i = 0; i < atl_slip_roster_get_n (self->roster); i++)
    if (atl_slip_roster_answers (self->roster, i))
      gtk_list_box_append (GTK_LIST_BOX (self->list), atl_slip_list_row_new (i));
}

static gboolean
shows_silos_only (GActionGroup *actions)
{
  g_autoptr (GVariant) state = g_action_group_get_action_state (actions, "map-silos-only");

  return state != NULL && g_variant_get_boolean (state);
}

/* Whoever looks at the map must not see whose slip arrives on it; the choice that was made before comes back
 * with the end. */
static void
guard_map (AtlSlipWindow *self,
           GtkWindow     *parent)
{
  GActionGroup *actions = G_IS_ACTION_GROUP (parent) ? G_ACTION_GROUP (parent) : NULL;
  gboolean      full = parent != NULL && gtk_window_is_fullscreen (parent);

  if (actions == NULL || !g_action_group_has_action (actions, "map-silos-only"))
    return;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hide), full || shows_silos_only (actions));
  self->restore =
    g_action_group_get_action_enabled (actions, "map-silos-only") && !shows_silos_only (actions);
  if (self->restore)
    g_action_group_change_action_state (actions, "map-silos-only", g_variant_new_boolean (TRUE));
}

static gboolean
atl_slip_window_close_request (GtkWindow *window)
{
  AtlSlipWindow *self = ATL_SLIP_WINDOW (window);
  GtkWindow     *parent = gtk_window_get_transient_for (window);

  if (!finish (self))
    return GDK_EVENT_STOP;
  if (self->restore && G_IS_ACTION_GROUP (parent))
    g_action_group_change_action_state (G_ACTION_GROUP (parent), "map-silos-only",
                                        g_variant_new_boolean (FALSE));
  return GTK_WINDOW_CLASS (atl_slip_window_parent_class)->close_request (window);
}

static void
atl_slip_window_dispose (GObject *object)
{
  AtlSlipWindow *self = ATL_SLIP_WINDOW (object);

  g_clear_pointer (&self->done, g_hash_table_unref);
  g_clear_pointer (&self->counts, g_hash_table_unref);
  g_clear_pointer (&self->roster, atl_slip_roster_unref);
  g_clear_object (&self->of);
  g_clear_object (&self->board);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (atl_slip_window_parent_class)->dispose (object);
}

static void
atl_slip_window_class_init (AtlSlipWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_slip_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = atl_slip_window_close_request;
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  g_type_ensure (ATL_TYPE_NODE_PICKER);
  g_type_ensure (ATL_TYPE_SLIP_SHEET);

  gtk_widget_class_install_action (widget_class, "slip.next", NULL, next);
  gtk_widget_class_install_action (widget_class, "slip.hide-names", NULL, toggle_hiding);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/mapping/"
                                                             "atl-slip-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSlipWindow, title);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipWindow, hide);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipWindow, side);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipWindow, who);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipWindow, sheet);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipWindow, hint);
  gtk_widget_class_bind_template_callback (widget_class, who_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, edited_cb);
  gtk_widget_class_bind_template_callback (widget_class, hide_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
atl_slip_window_init (AtlSlipWindow *self)
{
  self->done = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  atl_style_ensure ("/io/github/atelier_app/Atelier/ui/mapping/mapping.css");
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_slip_window_new:
 * @parent: (nullable): the window of the document
 * @document: a document that can be edited
 * @board: a map of its session
 *
 * Returns: (transfer floating): a modal window over @parent, to be presented
 */
GtkWidget *
atl_slip_window_new (GtkWindow   *parent,
                     AtlDocument *document,
                     AtlBoard    *board)
{
  AtlSlipWindow *self = g_object_new (ATL_TYPE_SLIP_WINDOW, "transient-for", parent, NULL);
  AtlHistory    *history = atl_document_get_history (document);

  self->document = g_object_ref (document);
  self->board = g_object_ref (board);
  self->roster = atl_slip_roster_new (board);
  atl_node_picker_set_roster (ATL_NODE_PICKER (self->who), self->roster);
  atl_node_picker_set_label (ATL_NODE_PICKER (self->who), _ ("Who: a few letters, Enter"));
  atl_slip_sheet_set_language (ATL_SLIP_SHEET (self->sheet),
                               atl_session_get_language (atl_document_get_session (document)));
  fill_list (self);
  guard_map (self, parent);
  show_slip (self, NULL);
  atl_undo_keys_add (GTK_WIDGET (self), history);
  g_signal_connect_object (history, "applied", G_CALLBACK (history_applied_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_grab_focus (self->who);
  return GTK_WIDGET (self);
}

/**
 * atl_slip_window_open:
 * @parent: the window of the document
 * @document: a document that can be edited
 * @board: a map of its session
 *
 * Opens the slips of a map over its window.
 */
void
atl_slip_window_open (GtkWindow   *parent,
                      AtlDocument *document,
                      AtlBoard    *board)
{
  gtk_window_present (GTK_WINDOW (atl_slip_window_new (parent, document, board)));
}
