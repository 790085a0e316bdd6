/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/find/atl-pick-list.h"

#include "config.h"
#include "ui/find/atl-pick-row.h"
#include "ui/start/atl-style.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

/* A long title of a board does not make the list as wide as the window. */
#define HEADING_CHARACTERS 44

#define RESOURCES "/io/github/atelier_app/Atelier/ui/find/"

/**
 * AtlPickList:
 *
 * A list to pick from by typing some letters: Enter takes the first that fits, the arrows go through the
 * others.
 */
struct _AtlPickList
{
  GtkBox parent_instance;

  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *nothing;

  GPtrArray *rows;    /* in the order in which they were added */
  GtkWidget *offer;   /* the row that takes the words themselves, or NULL */
  char      *offered; /* how it says so, with %s */
  gboolean   numbered;
  gboolean   lasting;
};

G_DEFINE_FINAL_TYPE (AtlPickList, atl_pick_list, GTK_TYPE_BOX)

enum
{
  PICKED,
  OFFERED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static const char *
get_text (AtlPickList *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return TRUE;
}

/* Nobody wants a second one of the same name. */
static gboolean
offers_words (AtlPickList *self)
{
  g_autofree char *typed = g_strstrip (atl_fold (get_text (self)));

  if (self->offer == NULL || is_blank (get_text (self)))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      g_autofree char *title = atl_fold (atl_pick_row_get_title (self->rows->pdata[i]));

      if (g_str_equal (title, typed))
        return FALSE;
    }
  return TRUE;
}

static gboolean
filter_row (GtkListBoxRow *row,
            gpointer       data)
{
  AtlPickList *self = data;

  if (GTK_WIDGET (row) == self->offer)
    return offers_words (self);
  return atl_pick_row_matches (ATL_PICK_ROW (row), get_text (self));
}

static void
update_header (GtkListBoxRow *row,
               GtkListBoxRow *before,
               gpointer       data)
{
  const char *heading = atl_pick_row_get_heading (ATL_PICK_ROW (row));
  const char *last = before != NULL ? atl_pick_row_get_heading (ATL_PICK_ROW (before)) : NULL;
  GtkWidget  *label;

  if (heading == NULL || g_strcmp0 (heading, last) == 0)
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }
  label = gtk_label_new (heading);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), HEADING_CHARACTERS);
  gtk_widget_set_tooltip_text (label, heading);
  gtk_widget_add_css_class (label, "pick-heading");
  gtk_list_box_row_set_header (row, label);
}

/* The first row from that place on that is shown. */
static GtkListBoxRow *
find_shown (AtlPickList *self,
            int          from)
{
  GtkListBoxRow *row;

  for (; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), from)) != NULL; from++)
    if (filter_row (row, self))
      return row;
  return NULL;
}

static GtkListBoxRow *
find_first (AtlPickList *self)
{
  return find_shown (self, 0);
}

static GtkListBoxRow *
find_after (AtlPickList   *self,
            GtkListBoxRow *row)
{
  return find_shown (self, gtk_list_box_row_get_index (row) + 1);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/* The row that the arrows came to. */
static GtkListBoxRow *
find_focused (AtlPickList *self)
{
  GtkWidget *child = has_focus (self->list) ? gtk_widget_get_focus_child (self->list) : NULL;

  return GTK_IS_LIST_BOX_ROW (child) ? GTK_LIST_BOX_ROW (child) : NULL;
}

/* Rather one that is called so than one that only belongs to what is. */
static GtkListBoxRow *
find_best (AtlPickList *self)
{
  const char    *words = get_text (self);
  GtkListBoxRow *first = find_first (self);

  for (GtkListBoxRow *row = is_blank (words) ? NULL : first; row != NULL; row = find_after (self, row))
    if (GTK_WIDGET (row) != self->offer && atl_pick_row_is_called (ATL_PICK_ROW (row), words))
      return row;
  return first;
}

/* What Enter picks: where it would rather close, nothing is marked. */
static GtkListBoxRow *
find_chosen (AtlPickList *self)
{
  GtkListBoxRow *focused = find_focused (self);

  if (focused != NULL && filter_row (focused, self))
    return focused;
  return self->lasting && is_blank (get_text (self)) ? NULL : find_best (self);
}

/* Where Down goes to from the entry: past the row that is marked already. */
static GtkListBoxRow *
find_below (AtlPickList *self)
{
  GtkListBoxRow *chosen = find_chosen (self);
  GtkListBoxRow *below = chosen != NULL ? find_after (self, chosen) : find_first (self);

  return below != NULL ? below : chosen;
}

static void
show_matches (AtlPickList *self)
{
  g_autofree char *words = g_strstrip (g_strdup (get_text (self)));

  if (self->offer != NULL)
    {
      g_auto (GStrv)   parts = g_strsplit (self->offered, "%s", 2);
      g_autofree char *title = g_strjoinv (words, parts);

      atl_pick_row_set_title (ATL_PICK_ROW (self->offer), title);
    }
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
  gtk_list_box_invalidate_headers (GTK_LIST_BOX (self->list));
  gtk_list_box_select_row (GTK_LIST_BOX (self->list), find_chosen (self));
  gtk_widget_set_visible (self->nothing, find_first (self) == NULL);
  gtk_label_set_text (GTK_LABEL (self->nothing), self->offer != NULL && is_blank (get_text (self))
                                                   ? _ ("None yet: type one, then Enter")
                                                   : _ ("Nothing found"));
}

static void
row_activated_cb (AtlPickList   *self,
                  GtkListBoxRow *row)
{
  g_autofree char *words = g_strstrip (g_strdup (get_text (self)));
  guint            index;

  if (GTK_WIDGET (row) == self->offer)
    g_signal_emit (self, signals[OFFERED], 0, words);
  else if (g_ptr_array_find (self->rows, row, &index))
    g_signal_emit (self, signals[PICKED], 0, index);
}

static void
close_popover (AtlPickList *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
entry_activated_cb (AtlPickList *self)
{
  GtkListBoxRow *chosen = find_chosen (self);

  if (chosen != NULL)
    row_activated_cb (self, chosen);
  else if (is_blank (get_text (self)))
    close_popover (self);
}

static gboolean
pick_number (AtlPickList    *self,
             guint           keyval,
             GdkModifierType state)
{
  guint32 digit = gdk_keyval_to_unicode (keyval);

  if (!self->numbered || *get_text (self) != '\0' ||
      (state & gtk_accelerator_get_default_mod_mask () & ~GDK_SHIFT_MASK) != 0)
    return FALSE;
  if (digit < '1' || digit > '9' || digit - '1' >= self->rows->len)
    return FALSE;
  g_signal_emit (self, signals[PICKED], 0, (guint) (digit - '1'));
  return TRUE;
}

/* The keys that the entry takes from the list, which are all that it has a use for, stay with the list. */
static gboolean
key_pressed_cb (AtlPickList    *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  gboolean       enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  gboolean       space = keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space;
  gboolean       down = keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down;
  GtkListBoxRow *row = NULL;

  if (pick_number (self, keyval, state))
    return GDK_EVENT_STOP;
  if (enter || space)
    row = find_focused (self);
  if (row != NULL)
    {
      row_activated_cb (self, row);
      return GDK_EVENT_STOP;
    }
  row = down && has_focus (self->entry) ? find_below (self) : NULL;
  if (row != NULL)
    {
      gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
      gtk_widget_grab_focus (GTK_WIDGET (row));
    }
  return row != NULL ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static gboolean
atl_pick_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (ATL_PICK_LIST (widget)->entry);
}

static void
atl_pick_list_dispose (GObject *object)
{
  AtlPickList *self = ATL_PICK_LIST (object);
  GtkWidget   *child;

  if (self->list != NULL)
    gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->list = NULL;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->offered, g_free);
  G_OBJECT_CLASS (atl_pick_list_parent_class)->dispose (object);
}

static void
atl_pick_list_class_init (AtlPickListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_pick_list_dispose;
  widget_class->grab_focus = atl_pick_list_grab_focus;
  signals[PICKED] = g_signal_new ("picked", ATL_TYPE_PICK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[OFFERED] = g_signal_new ("offered", ATL_TYPE_PICK_LIST, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-pick-list.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlPickList, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlPickList, list);
  gtk_widget_class_bind_template_child (widget_class, AtlPickList, nothing);
  gtk_widget_class_bind_template_callback (widget_class, show_matches);
  gtk_widget_class_bind_template_callback (widget_class, entry_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_popover);
}

static void
atl_pick_list_init (AtlPickList *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  atl_style_ensure (RESOURCES "find.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_row, self, NULL);
  gtk_list_box_set_header_func (GTK_LIST_BOX (self->list), update_header, NULL, NULL);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), self->list);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
set_name (GtkWidget  *widget,
          const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * atl_pick_list_new:
 * @placeholder: what is asked for, translated
 *
 * Returns: (transfer floating): an empty list
 */
GtkWidget *
atl_pick_list_new (const char *placeholder)
{
  AtlPickList *self = g_object_new (ATL_TYPE_PICK_LIST, NULL);

  g_object_set (self->entry, "placeholder-text", placeholder, NULL);
  set_name (self->entry, placeholder);
  set_name (self->list, placeholder);
  return GTK_WIDGET (self);
}

/**
 * atl_pick_list_add:
 * @self: a list
 * @heading: (nullable): what it belongs to; those of one heading are added one after the other
 * @title: what it is called
 * @detail: (nullable): what else there is to say
 *
 * Adds something that can be picked.
 */
void
atl_pick_list_add (AtlPickList *self,
                   const char  *heading,
                   const char  *title,
                   const char  *detail)
{
  GtkWidget *row;

  g_return_if_fail (ATL_IS_PICK_LIST (self) && title != NULL);

  row = atl_pick_row_new (heading, title, detail);
  gtk_list_box_insert (GTK_LIST_BOX (self->list), row, (int) self->rows->len);
  g_ptr_array_add (self->rows, row);
  if (self->numbered && self->rows->len <= 9)
    atl_pick_row_set_number (ATL_PICK_ROW (row), self->rows->len);
  show_matches (self);
}

/**
 * atl_pick_list_set_checked:
 * @self: a list
 * @index: of what was added
 * @checked: whether it is picked already
 */
void
atl_pick_list_set_checked (AtlPickList *self,
                           guint        index,
                           gboolean     checked)
{
  g_return_if_fail (ATL_IS_PICK_LIST (self) && index < self->rows->len);
  atl_pick_row_set_checked (self->rows->pdata[index], checked);
}

/**
 * atl_pick_list_set_numbered:
 * @self: an empty list
 *
 * Has digits pick the first nine, as long as nothing else is typed.
 */
void
atl_pick_list_set_numbered (AtlPickList *self)
{
  g_return_if_fail (ATL_IS_PICK_LIST (self));
  self->numbered = TRUE;
}

/**
 * atl_pick_list_set_lasting:
 * @self: an empty list
 *
 * Stays open for more to be picked, until Enter without words closes the popover it is in.
 */
void
atl_pick_list_set_lasting (AtlPickList *self)
{
  g_return_if_fail (ATL_IS_PICK_LIST (self));
  self->lasting = TRUE;
}

/**
 * atl_pick_list_set_offer:
 * @self: a list
 * @offer: says that the words themselves can be picked, translated, with %s where they stand
 *
 * Offers new words besides what is listed.
 */
void
atl_pick_list_set_offer (AtlPickList *self,
                         const char  *offer)
{
  g_return_if_fail (ATL_IS_PICK_LIST (self) && self->offer == NULL);

  self->offered = g_strdup (offer);
  self->offer = atl_pick_row_new (NULL, "", NULL);
  gtk_list_box_append (GTK_LIST_BOX (self->list), self->offer);
  show_matches (self);
}

/**
 * atl_pick_list_set_text:
 * @self: a list
 * @text: the words to look for
 */
void
atl_pick_list_set_text (AtlPickList *self,
                        const char  *text)
{
  g_return_if_fail (ATL_IS_PICK_LIST (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
}
