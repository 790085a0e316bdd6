/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/draw/atl-order-window.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "model/atl-authors.h"
#include "model/atl-change.h"
#include "ui/common/atl-drop-shrink.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/common/atl-toast.h"
#include "ui/draw/atl-big-name.h"
#include "ui/draw/atl-draw-state.h"
#include "ui/draw/atl-order-row.h"
#include "ui/draw/atl-roll.h"
#include "ui/mapping/atl-undo-keys.h"
#include "ui/people/atl-silo-tint.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/draw/"
#define MOST_COMING 3 /* names of those who come next */

/**
 * AtlOrderWindow:
 *
 * In which order the people in the room speak, and whose turn it is, for the whole room to read. The board
 * behind it goes on working.
 */
struct _AtlOrderWindow
{
  AdwWindow parent_instance;

  GtkWidget *narrow;
  GtkWidget *mode;
  GtkWidget *place;
  GtkWidget *name;
  GtkWidget *details;
  GtkWidget *coming;
  GtkWidget *list;
  GtkWidget *next;

  AtlDocument *document;
  AtlBoard    *board; /* what is spoken about; may be NULL */
  GPtrArray   *order; /* of AtlPerson */
  guint        position;
  guint        refresh_id;
};

G_DEFINE_FINAL_TYPE (AtlOrderWindow, atl_order_window, ADW_TYPE_WINDOW)

static gboolean
has_spoken (AtlOrderWindow *self,
            GHashTable     *writers,
            AtlPerson      *person)
{
  const char *id = atl_item_get_id (ATL_ITEM (person));
  int         ticked = atl_draw_state_get_spoken (self->document, self->board, id);

  return ticked >= 0 ? ticked > 0 : g_hash_table_contains (writers, id);
}

static GtkWidget *
get_child (AtlOrderWindow *self,
           const char     *name)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_ORDER_WINDOW, name));
}

static AtlPerson *
get_person (AtlOrderWindow *self)
{
  return self->position < self->order->len ? self->order->pdata[self->position] : NULL;
}

static void
show_rows (AtlOrderWindow *self)
{
  g_autoptr (GHashTable) writers = atl_roll_dup_writers (self->board);
  GtkWidget             *row = gtk_widget_get_first_child (self->list);

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      AtlPerson *person = atl_order_row_get_person (ATL_ORDER_ROW (row));

      atl_order_row_show (ATL_ORDER_ROW (row), person == get_person (self),
                          has_spoken (self, writers, person));
    }
}

/* The names after the one whose turn it is. */
static char *
dup_coming (AtlOrderWindow *self)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = self->position + 1; i < self->order->len && i <= self->position + MOST_COMING; i++)
    {
      g_autofree char *name = atl_person_dup_shown (self->order->pdata[i], FALSE);

      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name != NULL ? name : "");
    }
  if (names->len == 0)
    return g_strdup ("");
  if (self->position + MOST_COMING + 1 < self->order->len)
    g_string_append (names, "…");
  /* Translators: %s are the names of those who speak after the one who speaks now */
  return g_strdup_printf (_ ("Then %s"), names->str);
}

static void
show_stage (AtlOrderWindow *self)
{
  AtlPerson       *person = get_person (self);
  g_autofree char *name = atl_person_dup_shown (person, TRUE);
  g_autofree char *details = person != NULL ? atl_roll_dup_details (person) : g_strdup ("");
  g_autofree char *coming = person != NULL ? dup_coming (self) : g_strdup ("");
  g_autofree char *place = NULL;
  const char      *nobody = self->order->len > 0 ? _ ("Everybody had a turn") : _ ("Nobody is here");

  if (person != NULL)
    place = g_strdup_printf (_ ("%u of %u"), self->position + 1, self->order->len);
  gtk_label_set_text (GTK_LABEL (self->place), place != NULL ? place : "");
  atl_big_name_set_text (ATL_BIG_NAME (self->name), name != NULL ? name : nobody);
  gtk_label_set_text (GTK_LABEL (self->details), details);
  gtk_widget_set_opacity (self->details, *details != '\0' ? 1 : 0);
  atl_silo_tint_set (self->details, person != NULL ? atl_person_find_silo (person) : NULL);
  gtk_label_set_text (GTK_LABEL (self->coming), coming);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.back", self->position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.next", person != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.tick", person != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "order.copy", self->order->len > 0);
}

static void
announce (AtlOrderWindow *self)
{
  g_autofree char *text = g_strdup_printf ("%s. %s. %s", atl_order_window_get_name (self),
                                           gtk_label_get_text (GTK_LABEL (self->details)),
                                           gtk_label_get_text (GTK_LABEL (self->place)));

  atl_announce (GTK_WIDGET (self), text);
}

/* The list shows whose turn it is. */
static void
reveal_row (AtlOrderWindow *self)
{
  GtkListBoxRow  *row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) self->position);
  GtkAdjustment  *scroll = gtk_list_box_get_adjustment (GTK_LIST_BOX (self->list));
  graphene_rect_t bounds;

  if (row != NULL && scroll != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (scroll, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

static void
turn_to (AtlOrderWindow *self,
         guint           position)
{
  self->position = MIN (position, self->order->len);
  show_stage (self);
  show_rows (self);
  reveal_row (self);
  announce (self);
}

static void
tick (AtlOrderWindow *self,
      AtlPerson      *person,
      gboolean        spoken)
{
  atl_draw_state_set_spoken (self->document, self->board, atl_item_get_id (ATL_ITEM (person)), spoken);
  show_rows (self);
}

static void
spoken_chosen_cb (AtlOrderWindow *self,
                  gboolean        spoken,
                  AtlOrderRow    *row)
{
  tick (self, atl_order_row_get_person (row), spoken);
}

static void
fill_list (AtlOrderWindow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);
  for (guint i = 0; i < self->order->len; i++)
    {
      GtkWidget *row = atl_order_row_new (self->order->pdata[i], i + 1);

      g_signal_connect_object (row, "spoken-chosen", G_CALLBACK (spoken_chosen_cb), self, G_CONNECT_SWAPPED);
      gtk_list_box_append (GTK_LIST_BOX (self->list), row);
    }
}

static AtlSpeaker *
dup_speakers (AtlOrderWindow *self,
              GPtrArray      *roll)
{
  g_autoptr (GHashTable) writers = atl_roll_dup_writers (self->board);
  AtlSpeaker            *speakers = g_new0 (AtlSpeaker, MAX (roll->len, 1));

  for (guint i = 0; i < roll->len; i++)
    {
      speakers[i].silo = atl_person_find_silo (roll->pdata[i]);
      speakers[i].manager = atl_person_get_manager (roll->pdata[i]);
      speakers[i].spoken = has_spoken (self, writers, roll->pdata[i]);
    }
  return speakers;
}

static AtlSpeakingMode
get_mode (AtlOrderWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->mode));

  return selected < ATL_N_SPEAKING ? (AtlSpeakingMode) selected : ATL_SPEAKING_ROUND;
}

static void
begin (AtlOrderWindow *self)
{
  AtlSession            *session = atl_document_get_session (self->document);
  g_autoptr (GPtrArray)  roll = atl_roll_dup (session, NULL, NULL);
  g_autofree AtlSpeaker *speakers = dup_speakers (self, roll);
  g_autofree guint      *order =
    atl_speaking_order_dup (speakers, roll->len, get_mode (self), g_random_int ());

  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < roll->len; i++)
    g_ptr_array_add (self->order, g_object_ref (roll->pdata[order[i]]));
  fill_list (self);
  turn_to (self, 0);
}

/* Who leaves the room leaves the order, who comes is its last; nobody else changes place. */
static void
follow (AtlOrderWindow *self)
{
  AtlSession           *session = atl_document_get_session (self->document);
  g_autoptr (GPtrArray) roll = atl_roll_dup (session, NULL, NULL);
  AtlPerson            *current = get_person (self);
  guint                 position;

  for (guint i = self->order->len; i > 0; i--)
    if (!g_ptr_array_find (roll, self->order->pdata[i - 1], NULL))
      {
        if (i - 1 < self->position)
          self->position--;
        g_ptr_array_remove_index (self->order, i - 1);
      }
  for (guint i = 0; i < roll->len; i++)
    if (!g_ptr_array_find (self->order, roll->pdata[i], NULL))
      g_ptr_array_add (self->order, g_object_ref (roll->pdata[i]));
  if (current != NULL && g_ptr_array_find (self->order, current, &position))
    self->position = position;
  fill_list (self);
  show_stage (self);
  show_rows (self);
}

static gboolean
refresh_cb (gpointer user_data)
{
  AtlOrderWindow *self = user_data;

  self->refresh_id = 0;
  follow (self);
  return G_SOURCE_REMOVE;
}

static void
session_changed_cb (AtlOrderWindow *self,
                    AtlChange      *change)
{
  AtlItem *item = atl_change_get_item (change);

  if (self->refresh_id == 0 && (ATL_IS_PERSON (item) || ATL_IS_SILO (item)))
    self->refresh_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, refresh_cb, self, NULL);
}

static void
next_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  AtlOrderWindow *self = ATL_ORDER_WINDOW (widget);

  if (get_person (self) == NULL)
    return;
  tick (self, get_person (self), TRUE);
  turn_to (self, self->position + 1);
}

/* Whoever is asked back has not finished. */
static void
back_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  AtlOrderWindow *self = ATL_ORDER_WINDOW (widget);

  if (self->position == 0)
    return;
  turn_to (self, self->position - 1);
  tick (self, get_person (self), FALSE);
}

static void
tick_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  AtlOrderWindow        *self = ATL_ORDER_WINDOW (widget);
  g_autoptr (GHashTable) writers = atl_roll_dup_writers (self->board);
  AtlPerson             *person = get_person (self);

  if (person != NULL)
    tick (self, person, !has_spoken (self, writers, person));
}

static void
again_activated_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *parameter)
{
  begin (ATL_ORDER_WINDOW (widget));
}

static void
copy_activated_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  g_autofree char *text = atl_order_window_dup_text (ATL_ORDER_WINDOW (widget));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  atl_toast_show (get_child (ATL_ORDER_WINDOW (widget), "toasts"), _ ("The order is copied as text"));
}

/* Forward is where the language reads on to. */
static void
arrow_activated_cb (GtkWidget  *widget,
                    const char *action,
                    GVariant   *right)
{
  gboolean forward = g_variant_get_boolean (right) != (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  gtk_widget_activate_action (widget, forward ? "order.next" : "order.back", NULL);
}

static void
fullscreen_activated_cb (GtkWidget  *widget,
                         const char *action,
                         GVariant   *parameter)
{
  if (gtk_window_is_fullscreen (GTK_WINDOW (widget)))
    gtk_window_unfullscreen (GTK_WINDOW (widget));
  else
    gtk_window_fullscreen (GTK_WINDOW (widget));
}

static void
mode_selected_cb (AtlOrderWindow *self)
{
  if (self->document == NULL)
    return;
  begin (self);
  gtk_widget_grab_focus (self->next);
}

static void
row_activated_cb (AtlOrderWindow *self,
                  GtkListBoxRow  *row)
{
  turn_to (self, (guint) gtk_list_box_row_get_index (row));
}

static void
narrow_changed_cb (AtlOrderWindow *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (self->narrow));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (get_child (self, "split")),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_vexpand (get_child (self, "scroller"), narrow);
  gtk_widget_set_visible (get_child (self, "fullscreen"), !narrow);
  /* Without one there is the title of the window. */
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (get_child (self, "header")),
                                   narrow ? gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0) : NULL);
}

static void
atl_order_window_dispose (GObject *object)
{
  AtlOrderWindow *self = ATL_ORDER_WINDOW (object);

  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_object (&self->board);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (atl_order_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "order.next", NULL, next_activated_cb);
  gtk_widget_class_install_action (widget_class, "order.back", NULL, back_activated_cb);
  gtk_widget_class_install_action (widget_class, "order.arrow", "b", arrow_activated_cb);
  gtk_widget_class_install_action (widget_class, "order.tick", NULL, tick_activated_cb);
  gtk_widget_class_install_action (widget_class, "order.again", NULL, again_activated_cb);
  gtk_widget_class_install_action (widget_class, "order.copy", NULL, copy_activated_cb);
  gtk_widget_class_install_action (widget_class, "order.fullscreen", NULL, fullscreen_activated_cb);
}

static void
atl_order_window_class_init (AtlOrderWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_order_window_dispose;
  g_type_ensure (ATL_TYPE_BIG_NAME);
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  g_type_ensure (ADW_TYPE_TOAST_OVERLAY);
  install_actions (widget_class);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-order-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlOrderWindow, narrow);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderWindow, mode);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderWindow, place);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderWindow, name);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderWindow, details);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderWindow, coming);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderWindow, list);
  gtk_widget_class_bind_template_child (widget_class, AtlOrderWindow, next);
  gtk_widget_class_bind_template_child_full (widget_class, "page", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "split", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "header", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "fullscreen", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "scroller", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "toasts", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, mode_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
atl_order_window_init (AtlOrderWindow *self)
{
  self->order = g_ptr_array_new_with_free_func (g_object_unref);
  atl_style_ensure (RESOURCES "draw.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_drop_down_let_shrink (GTK_DROP_DOWN (self->mode));
  gtk_overlay_add_overlay (GTK_OVERLAY (get_child (self, "page")), atl_announcer_new ());
}

/**
 * atl_order_window_open:
 * @parent: (nullable): the window of the session
 * @document: whose people speak
 * @board: (nullable): the board they speak about: who has notes there has spoken
 *
 * Opens the window, or brings it to the front.
 *
 * Returns: (transfer none): the window
 */
GtkWidget *
atl_order_window_open (GtkWindow   *parent,
                       AtlDocument *document,
                       AtlBoard    *board)
{
  GtkWidget      *open = atl_draw_state_get_window (document, ATL_DRAW_ORDER);
  AtlOrderWindow *self = NULL;

  if (open != NULL)
    {
      gtk_window_present (GTK_WINDOW (open));
      return open;
    }
  self = g_object_new (ATL_TYPE_ORDER_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  g_set_object (&self->board, board);
  atl_draw_state_set_window (document, ATL_DRAW_ORDER, GTK_WIDGET (self));
  atl_undo_keys_add (GTK_WIDGET (self), atl_document_get_history (document));
  g_signal_connect_object (atl_document_get_session (document), "changed", G_CALLBACK (session_changed_cb),
                           self, G_CONNECT_SWAPPED);
  begin (self);
  gtk_window_set_focus (GTK_WINDOW (self), self->next);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}

/**
 * atl_order_window_set_mode:
 * @self: a window
 * @mode: how people take turns from now on; the first one begins
 */
void
atl_order_window_set_mode (AtlOrderWindow *self,
                           AtlSpeakingMode mode)
{
  g_return_if_fail (ATL_IS_ORDER_WINDOW (self) && mode < ATL_N_SPEAKING);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->mode), mode);
}

/**
 * atl_order_window_get_name:
 * @self: a window
 *
 * Returns: (transfer none): whose turn it is, or that nobody is left
 */
const char *
atl_order_window_get_name (AtlOrderWindow *self)
{
  g_return_val_if_fail (ATL_IS_ORDER_WINDOW (self), NULL);
  return atl_big_name_get_text (ATL_BIG_NAME (self->name));
}

/**
 * atl_order_window_dup_text:
 * @self: a window
 *
 * Returns: (transfer full): the order as a numbered list, a line each
 */
char *
atl_order_window_dup_text (AtlOrderWindow *self)
{
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (ATL_IS_ORDER_WINDOW (self), g_string_free (text, FALSE));

  for (guint i = 0; i < self->order->len; i++)
    {
      g_autofree char *line = atl_roll_dup_line (self->order->pdata[i]);

      g_string_append_printf (text, "%u. %s\n", i + 1, line);
    }
  return g_string_free (text, FALSE);
}
