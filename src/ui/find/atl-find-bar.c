/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/find/atl-find-bar.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "insight/atl-search.h"
#include "model/atl-edits.h"
#include "ui/common/atl-inner-focus.h"
#include "ui/find/atl-filter-row.h"
#include "ui/start/atl-style.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/find/"
#define PIECE 300     /* notes that are read ahead between two frames */
#define SAY_AFTER 600 /* milliseconds of rest */

/**
 * AtlFindBar:
 *
 * Finds notes on all boards of a session while words are typed, and filters them. What is found is said by
 * signals; the bar itself touches no board.
 */
struct _AtlFindBar
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *entry;
  GtkWidget *count;
  GtkWidget *filter_button;
  GtkWidget *filters;

  AtlSession *session;
  AtlSearch  *search;
  AtlBoard   *board; /* the one that is open */
  GPtrArray  *found;
  AtlNote    *current; /* of @found, or NULL */
  guint       reading; /* source that reads ahead, or looks again */
  guint       saying;
  gboolean    people;
  gboolean    narrow;
};

G_DEFINE_FINAL_TYPE (AtlFindBar, atl_find_bar, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_OPEN,
  PROP_FILTER,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

enum
{
  FOUND,
  GO,
  LEFT,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *
get_words (AtlFindBar *self)
{
  return atl_find_bar_get_open (self) ? gtk_editable_get_text (GTK_EDITABLE (self->entry)) : "";
}

static gboolean
has_words (AtlFindBar *self)
{
  g_autofree char *words = g_strstrip (g_strdup (get_words (self)));

  return *words != '\0';
}

static const AtlFilter *
get_filter (AtlFindBar *self)
{
  return atl_filter_row_get_filter (ATL_FILTER_ROW (self->filters));
}

static gboolean
is_asking (AtlFindBar *self)
{
  return has_words (self) || atl_filter_is_active (get_filter (self));
}

static guint
count_boards (AtlFindBar *self)
{
  AtlBoard *last = NULL;
  guint     n = 0;

  for (guint i = 0; i < self->found->len; i++)
    {
      AtlBoard *board = atl_note_find_board (self->found->pdata[i]);

      n += board != last;
      last = board;
    }
  return n;
}

static char *
dup_count (AtlFindBar *self)
{
  guint n = self->found->len;
  guint boards = count_boards (self);
  guint at;

  if (!is_asking (self))
    return g_strdup ("");
  if (n == 0)
    return g_strdup (self->narrow ? "0" : _ ("Nothing found"));
  if (self->current == NULL || !g_ptr_array_find (self->found, self->current, &at))
    {
      g_autofree char *number = g_strdup_printf ("%u", n);

      if (self->narrow)
        return g_steal_pointer (&number);
      /* Translators: how many notes were found, and on how many boards */
      return g_strdup_printf (ngettext ("%u on %u board", "%u on %u boards", boards), n, boards);
    }
  if (self->narrow)
    return g_strdup_printf ("%u/%u", at + 1, n);
  /* Translators: which of the notes that were found, and on how many boards they are */
  return g_strdup_printf (ngettext ("%u of %u on %u board", "%u of %u on %u boards", boards), at + 1, n,
                          boards);
}

static gboolean
say_cb (gpointer data)
{
  AtlFindBar *self = data;
  const char *count = gtk_label_get_label (GTK_LABEL (self->count));

  self->saying = 0;
  if (*count != '\0')
    atl_announce (GTK_WIDGET (self), count);
  return G_SOURCE_REMOVE;
}

static void
show_count (AtlFindBar *self)
{
  g_autofree char *count = dup_count (self);
  GtkWidget       *previous =
    GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_FIND_BAR, "previous"));
  GtkWidget *next =
    GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_FIND_BAR, "next"));

  gtk_widget_set_sensitive (previous, self->found->len > 0);
  gtk_widget_set_sensitive (next, self->found->len > 0);
  if (g_str_equal (count, gtk_label_get_label (GTK_LABEL (self->count))))
    return;
  gtk_label_set_label (GTK_LABEL (self->count), count);
  g_clear_handle_id (&self->saying, g_source_remove);
  self->saying = g_timeout_add (SAY_AFTER, say_cb, self);
}

/* Tells what is found, for the board to light and mark it. */
static void
tell_found (AtlFindBar *self)
{
  g_autoptr (GHashTable) notes = NULL;

  if (is_asking (self))
    {
      notes = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
      for (guint i = 0; i < self->found->len; i++)
        g_hash_table_add (notes, g_object_ref (self->found->pdata[i]));
    }
  g_signal_emit (self, signals[FOUND], 0, notes, has_words (self) ? get_words (self) : NULL);
}

static void
find_now (AtlFindBar *self)
{
  g_clear_pointer (&self->found, g_ptr_array_unref);
  self->found = atl_search_find (self->search, get_words (self), get_filter (self), self->people);
  if (self->current != NULL && !g_ptr_array_find (self->found, self->current, NULL))
    g_clear_object (&self->current);
  tell_found (self);
  show_count (self);
}

static gboolean
read_cb (gpointer data)
{
  AtlFindBar *self = data;

  if (!atl_search_prepare (self->search, PIECE))
    return G_SOURCE_CONTINUE;
  self->reading = 0;
  find_now (self);
  return G_SOURCE_REMOVE;
}

/* The only note that fits the words is gone to at once, if it is on the board that is looked at. */
static void
go_to_only (AtlFindBar *self)
{
  AtlNote *only = self->found->len == 1 ? self->found->pdata[0] : NULL;

  if (only == NULL || only == self->current || !has_words (self) || atl_note_find_board (only) != self->board)
    return;
  g_set_object (&self->current, only);
  g_signal_emit (self, signals[GO], 0, self->current, FALSE);
  show_count (self);
}

static gboolean
read_for_words_cb (gpointer data)
{
  if (read_cb (data) == G_SOURCE_CONTINUE)
    return G_SOURCE_CONTINUE;
  go_to_only (data);
  return G_SOURCE_REMOVE;
}

/* Notes of a large session are read between frames; once they are, a key looks through them at once. */
static void
find_notes (AtlFindBar *self,
            GSourceFunc read)
{
  if (self->search != NULL && self->reading == 0 && read (self) == G_SOURCE_CONTINUE)
    self->reading = g_idle_add (read, self);
}

static void
session_changed_cb (AtlFindBar *self)
{
  if (self->reading == 0 && is_asking (self))
    self->reading = g_idle_add (read_cb, self);
}

static void
words_changed_cb (AtlFindBar *self)
{
  find_notes (self, read_for_words_cb);
}

static void
filter_changed_cb (AtlFindBar *self)
{
  find_notes (self, read_cb);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static guint
position_of (AtlFindBar *self,
             AtlBoard   *board)
{
  guint position = 0;

  if (board != NULL && atl_item_get_list (ATL_ITEM (board)) != NULL)
    atl_list_get_position (atl_session_get_boards (self->session), ATL_ITEM (board), &position);
  return position;
}

/* Where to begin: with the board that is open. */
static guint
find_start (AtlFindBar *self,
            gboolean    forward)
{
  guint here = position_of (self, self->board);
  guint n = self->found->len;

  for (guint i = 0; i < n; i++)
    {
      guint at = forward ? i : n - 1 - i;
      guint there = position_of (self, atl_note_find_board (self->found->pdata[at]));

      if (forward ? there >= here : there <= here)
        return at;
    }
  return forward ? 0 : n - 1;
}

static void
go (AtlFindBar *self,
    gboolean    forward)
{
  guint n = self->found->len;
  guint at;

  if (n == 0)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  if (self->current != NULL && g_ptr_array_find (self->found, self->current, &at))
    at = (at + (forward ? 1 : n - 1)) % n;
  else
    at = find_start (self, forward);
  g_set_object (&self->current, self->found->pdata[at]);
  g_signal_emit (self, signals[GO], 0, self->current, FALSE);
  show_count (self);
}

static void
next_cb (AtlFindBar *self)
{
  go (self, TRUE);
}

static void
previous_cb (AtlFindBar *self)
{
  go (self, FALSE);
}

/* To the note that was found, on the board. */
static void
go_to_note (AtlFindBar *self)
{
  if (self->current == NULL)
    go (self, TRUE);
  if (self->current != NULL)
    g_signal_emit (self, signals[GO], 0, self->current, TRUE);
}

static gboolean
key_pressed_cb (AtlFindBar     *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean        enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  gboolean        down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;

  if ((gtk_widget_get_state_flags (self->entry) & GTK_STATE_FLAG_FOCUS_WITHIN) == 0)
    return GDK_EVENT_PROPAGATE;
  if (enter && modifiers == GDK_SHIFT_MASK)
    previous_cb (self);
  else if ((enter && modifiers == GDK_CONTROL_MASK) || (down && modifiers == 0))
    go_to_note (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   data)
{
  atl_find_bar_close (ATL_FIND_BAR (widget));
  return GDK_EVENT_STOP;
}

static gboolean
atl_find_bar_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATL_FIND_BAR (widget)->entry);
}

static gboolean
shows_filter (AtlFindBar *self)
{
  return atl_find_bar_get_open (self) &&
         gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->filter_button));
}

static void
filter_toggled_cb (AtlFindBar *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

static void
atl_find_bar_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AtlFindBar *self = ATL_FIND_BAR (object);

  if (prop_id == PROP_OPEN)
    g_value_set_boolean (value, atl_find_bar_get_open (self));
  else if (prop_id != PROP_FILTER)
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
  else if (!shows_filter (self) && atl_filter_is_active (get_filter (self)))
    g_value_take_string (value, atl_filter_row_dup_summary (ATL_FILTER_ROW (self->filters)));
}

static void
atl_find_bar_dispose (GObject *object)
{
  AtlFindBar *self = ATL_FIND_BAR (object);

  if (self->content != NULL)
    atl_find_bar_set_session (self, NULL);
  g_clear_object (&self->board);
  g_clear_pointer (&self->found, g_ptr_array_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_find_bar_parent_class)->dispose (object);
}

static void
install_signals (void)
{
  signals[FOUND] = g_signal_new ("found", ATL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_HASH_TABLE, G_TYPE_STRING);
  signals[GO] = g_signal_new ("go", ATL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2,
                              ATL_TYPE_NOTE, G_TYPE_BOOLEAN);
  signals[LEFT] = g_signal_new ("left", ATL_TYPE_FIND_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
atl_find_bar_class_init (AtlFindBarClass *klass)
{
  const GParamFlags readable = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass     *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass   *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = atl_find_bar_dispose;
  object_class->get_property = atl_find_bar_get_property;
  widget_class->focus = atl_inner_focus;
  widget_class->grab_focus = atl_find_bar_grab_focus;
  properties[PROP_OPEN] = g_param_spec_boolean ("open", NULL, NULL, FALSE, readable);
  properties[PROP_FILTER] = g_param_spec_string ("filter", NULL, NULL, NULL, readable);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals ();
  g_type_ensure (ATL_TYPE_FILTER_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-find-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlFindBar, content);
  gtk_widget_class_bind_template_child (widget_class, AtlFindBar, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlFindBar, count);
  gtk_widget_class_bind_template_child (widget_class, AtlFindBar, filter_button);
  gtk_widget_class_bind_template_child (widget_class, AtlFindBar, filters);
  gtk_widget_class_bind_template_child_full (widget_class, "previous", FALSE, 0);
  gtk_widget_class_bind_template_child_full (widget_class, "next", FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, atl_find_bar_close);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
atl_find_bar_init (AtlFindBar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  atl_style_ensure (RESOURCES "find.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  self->people = TRUE;
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
forget_session (AtlFindBar *self)
{
  g_clear_handle_id (&self->reading, g_source_remove);
  g_clear_handle_id (&self->saying, g_source_remove);
  g_clear_pointer (&self->search, atl_search_free);
  g_clear_object (&self->current);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

/**
 * atl_find_bar_set_session:
 * @self: a bar
 * @session: (nullable): what is looked through
 *
 * Begins anew: the bar is closed, and nothing is filtered.
 */
void
atl_find_bar_set_session (AtlFindBar *self,
                          AtlSession *session)
{
  g_return_if_fail (ATL_IS_FIND_BAR (self));

  forget_session (self);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  atl_filter_row_clear (ATL_FILTER_ROW (self->filters));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  g_ptr_array_set_size (self->found, 0);
  if (session == NULL)
    return;
  self->session = g_object_ref (session);
  self->search = atl_search_new (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * atl_find_bar_set_board:
 * @self: a bar
 * @board: (nullable): the board that is open: it is told again what to light
 */
void
atl_find_bar_set_board (AtlFindBar *self,
                        AtlBoard   *board)
{
  g_return_if_fail (ATL_IS_FIND_BAR (self));

  g_set_object (&self->board, board);
  atl_filter_row_set_board (ATL_FILTER_ROW (self->filters), board);
  if (board != NULL && is_asking (self))
    tell_found (self);
}

/**
 * atl_find_bar_set_people:
 * @self: a bar
 * @people: whether people on maps may be found; not where maps show silos only
 */
void
atl_find_bar_set_people (AtlFindBar *self,
                         gboolean    people)
{
  g_return_if_fail (ATL_IS_FIND_BAR (self));

  if (self->people == people)
    return;
  self->people = people;
  if (is_asking (self))
    find_notes (self, read_cb);
}

/**
 * atl_find_bar_set_narrow:
 * @self: a bar
 * @narrow: whether there is room for numbers only
 */
void
atl_find_bar_set_narrow (AtlFindBar *self,
                         gboolean    narrow)
{
  g_return_if_fail (ATL_IS_FIND_BAR (self));

  self->narrow = narrow;
  if (narrow)
    gtk_widget_add_css_class (self->content, "narrow");
  else
    gtk_widget_remove_css_class (self->content, "narrow");
  show_count (self);
}

/**
 * atl_find_bar_open:
 * @self: a bar with a session
 *
 * Shows it, with the words of last time selected, and gives it the focus.
 */
void
atl_find_bar_open (AtlFindBar *self)
{
  g_return_if_fail (ATL_IS_FIND_BAR (self));

  if (self->session == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->filter_button),
                                atl_filter_is_active (get_filter (self)) ||
                                  gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->filter_button)));
  gtk_widget_grab_focus (self->entry);
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
  find_notes (self, read_cb);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

/**
 * atl_find_bar_close:
 * @self: a bar
 *
 * Closes it. The board looks as it did, but for notes that are filtered.
 */
void
atl_find_bar_close (AtlFindBar *self)
{
  g_return_if_fail (ATL_IS_FIND_BAR (self));

  if (!atl_find_bar_get_open (self))
    return;
  if (self->current != NULL)
    g_signal_emit (self, signals[GO], 0, self->current, TRUE);
  else
    g_signal_emit (self, signals[LEFT], 0);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  find_notes (self, read_cb);
  g_clear_object (&self->current);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILTER]);
}

/**
 * atl_find_bar_get_open:
 * @self: a bar
 *
 * Returns: whether it is shown
 */
gboolean
atl_find_bar_get_open (AtlFindBar *self)
{
  g_return_val_if_fail (ATL_IS_FIND_BAR (self), FALSE);
  return gtk_widget_get_visible (GTK_WIDGET (self));
}

/**
 * atl_find_bar_filter_by_tag:
 * @self: a bar with a session
 * @tag: (nullable): a tag as it is in notes, %NULL for any
 *
 * Filters notes without opening the bar; what already holds besides stays.
 */
void
atl_find_bar_filter_by_tag (AtlFindBar *self,
                            const char *tag)
{
  g_return_if_fail (ATL_IS_FIND_BAR (self));
  atl_filter_row_set_tag (ATL_FILTER_ROW (self->filters), tag);
}

/**
 * atl_find_bar_clear_filter:
 * @self: a bar
 *
 * Filters no more.
 */
void
atl_find_bar_clear_filter (AtlFindBar *self)
{
  g_return_if_fail (ATL_IS_FIND_BAR (self));
  atl_filter_row_clear (ATL_FILTER_ROW (self->filters));
}

/**
 * atl_find_bar_get_tag:
 * @self: a bar
 *
 * Returns: (transfer none) (nullable): the tag that notes are filtered by
 */
const char *
atl_find_bar_get_tag (AtlFindBar *self)
{
  g_return_val_if_fail (ATL_IS_FIND_BAR (self), NULL);
  return get_filter (self)->tag;
}
