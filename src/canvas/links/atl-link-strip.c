/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-link-strip.h"

#include "canvas/notes/atl-digit.h"
#include "canvas/notes/atl-field-row.h"
#include "canvas/links/atl-link-candidates.h"
#include "canvas/links/atl-link-choice.h"
#include "canvas/links/atl-link-words.h"
#include "canvas/links/atl-map.h"
#include "compat/atl-announce.h"
#include "model/atl-edits.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "model/atl-note-links.h"

#include <glib/gi18n-lib.h>

#define MOST_PRESENT 3 /* links between the two ends that are shown */

/**
 * AtlLinkStrip:
 *
 * Where links of a node are typed, one after the other: letters of the other end, a digit, a letter, Enter.
 * It shows an AtlLinkDraft and turns keys into what happens to it. The board stays in reach of the pointer.
 */
struct _AtlLinkStrip
{
  GtkBox parent_instance;

  GtkWidget    *content, *title, *pages, *status, *hint;
  GtkWidget    *entry, *list, *pen;
  GtkWidget    *chooser, *choice;
  GtkWidget    *number_title, *number;
  AtlBoardView *view;
  AtlLinkDraft *draft;
  AtlNote      *shown; /* the node whose links are typed, as shown last; not owned */
};

G_DEFINE_FINAL_TYPE (AtlLinkStrip, atl_link_strip, GTK_TYPE_BOX)

enum
{
  MOVED,
  LINKED,
  CLOSED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static char *
dup_label (AtlLinkStrip *self,
           AtlNote      *node)
{
  return atl_note_dup_address (self->view, node);
}

static void
show_pen (AtlLinkStrip *self)
{
  AtlLinkKind      kind = atl_link_draft_get_kind (self->draft);
  int              strength = atl_link_draft_get_strength (self->draft);
  g_autofree char *name = atl_link_kind_dup_name (kind, NULL);
  g_autofree char *text =
    g_strdup_printf ("%s · %d · %s", name, strength, atl_link_get_anchor (kind, strength));

  gtk_label_set_label (GTK_LABEL (self->pen), text);
  gtk_widget_set_visible (self->pen, atl_link_draft_get_node (self->draft) != NULL);
}

static char *
dup_choice_title (AtlLinkStrip *self,
                  const char   *node,
                  const char   *other)
{
  gboolean    reversed = atl_link_draft_get_reversed (self->draft);
  gboolean    mutual = atl_link_kind_is_mutual (atl_link_draft_get_kind (self->draft));
  const char *arrow = mutual ? "↔" : "→";

  return g_strdup_printf ("%s %s %s", reversed ? other : node, arrow, reversed ? node : other);
}

static void
show_choice (AtlLinkStrip *self)
{
  AtlNote           *node = atl_link_draft_get_node (self->draft);
  AtlNote           *other = atl_link_draft_get_other (self->draft);
  g_autoptr (GArray) kinds = atl_map_dup_kinds (atl_note_find_area (node));
  g_autofree char   *first = dup_label (self, node);
  g_autofree char   *second = dup_label (self, other);
  g_autofree char   *title = dup_choice_title (self, first, second);
  gboolean           sides = atl_map_has_sides (atl_note_find_area (node));
  g_autofree char   *side = sides ? atl_link_dup_side (self->view, node) : NULL;
  g_autofree char   *other_side = sides ? atl_link_dup_side (self->view, other) : NULL;
  AtlLinkChoiceState state = { kinds,
                               atl_link_draft_get_kind (self->draft),
                               atl_link_draft_get_strength (self->draft),
                               title,
                               { side, other_side },
                               (int) atl_link_draft_get_said_by (self->draft) };

  atl_link_choice_show (ATL_LINK_CHOICE (self->choice), &state);
}

/* The number of days that the map asks for; for each link it begins empty. */
static void
show_number (AtlLinkStrip *self)
{
  g_autofree char *field = atl_link_draft_dup_field (self->draft);

  gtk_widget_set_visible (gtk_widget_get_parent (self->number), field != NULL);
  if (field != NULL)
    gtk_label_set_label (GTK_LABEL (self->number_title), atl_field_row_get_title (field));
}

/* What there is between the two already, so that nothing is changed by mistake. */
static void
show_present (AtlLinkStrip *self)
{
  AtlNote            *other = atl_link_draft_get_other (self->draft);
  g_autoptr (GArray)  links = atl_note_dup_links (atl_link_draft_get_node (self->draft));
  g_autoptr (GString) text = g_string_new (NULL);
  guint               n = 0;

  for (guint i = 0; i < links->len && n < MOST_PRESENT; i++)
    {
      AtlLinkStep     *step = &g_array_index (links, AtlLinkStep, i);
      g_autofree char *sentence = step->note == other ? atl_link_dup_sentence (self->view, step->link) : NULL;

      if (sentence != NULL)
        g_string_append_printf (text, "%s%s", n++ > 0 ? "\n" : "", sentence);
    }
  gtk_label_set_label (GTK_LABEL (self->status), text->str);
  gtk_widget_set_visible (self->status, text->len > 0);
}

static void
show_title (AtlLinkStrip *self)
{
  AtlNote         *node = atl_link_draft_get_node (self->draft);
  g_autofree char *name = node != NULL ? dup_label (self, node) : NULL;
  g_autofree char *title = NULL;

  if (node != NULL)
    /* Translators: %s is a person or a team of a map */
    title = g_strdup_printf (_ ("Link %s to…"), name);
  gtk_label_set_label (GTK_LABEL (self->title), title != NULL ? title : _ ("Link from…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_label_get_label (GTK_LABEL (self->title)), -1);
}

static gboolean
is_on_map (AtlLinkStrip *self)
{
  AtlNote *node = atl_link_draft_get_node (self->draft);

  return node == NULL || atl_area_is_map (atl_note_find_area (node));
}

static gboolean
has_sides (AtlLinkStrip *self)
{
  AtlNote *node = atl_link_draft_get_node (self->draft);

  return node != NULL && atl_map_has_sides (atl_note_find_area (node));
}

static void
show_hint (AtlLinkStrip *self)
{
  g_autofree char *field = atl_link_draft_dup_field (self->draft);
  const char      *hint = _ ("Enter or a digit 1–5 picks · Ctrl+Enter goes on from there");

  if (atl_link_draft_get_other (self->draft) != NULL && field != NULL)
    hint = _ ("1–5 strength · letter: kind · < > direction · Tab: days · Enter draws");
  else if (atl_link_draft_get_other (self->draft) != NULL && !has_sides (self))
    hint = _ ("1–5 strength · letter: kind · < > direction · Enter draws");
  else if (atl_link_draft_get_other (self->draft) != NULL)
    hint = _ ("1–5 strength · letter: kind · < > direction · ↑ ↓ who says so · Enter draws");
  else if (!is_on_map (self))
    hint = _ ("Letters of a note, of this board or another one · Enter or a digit 1–5 picks");
  else if (!atl_link_draft_has_nodes (self->draft))
    hint = _ ("Nobody is on this map yet. Esc closes, N adds a node.");
  else if (atl_link_draft_get_node (self->draft) == NULL)
    hint = _ ("Enter picks where the link begins");
  gtk_label_set_label (GTK_LABEL (self->hint), hint);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), is_on_map (self)
                                                             ? _ ("Type a few letters of a name")
                                                             : _ ("Type a few letters of a note"));
}

/* Nothing is left of what was typed for the last link. */
static void
show_page (AtlLinkStrip *self)
{
  gboolean    choosing = atl_link_draft_get_other (self->draft) != NULL;
  const char *page = choosing ? "choose" : "find";
  gboolean    turned = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->pages)), page) != 0;

  gtk_stack_set_visible_child_name (GTK_STACK (self->pages), page);
  if (turned)
    gtk_editable_set_text (GTK_EDITABLE (self->number), "");
  if (turned && gtk_widget_get_mapped (GTK_WIDGET (self)))
    atl_link_strip_focus (self);
}

static void
draft_changed_cb (AtlLinkStrip *self)
{
  AtlNote *node = atl_link_draft_get_node (self->draft);

  show_title (self);
  show_hint (self);
  show_pen (self);
  if (atl_link_draft_get_other (self->draft) != NULL)
    {
      show_choice (self);
      show_present (self);
      show_number (self);
    }
  else
    atl_link_candidates_show (self->list, self->draft);
  show_page (self);
  if (node == self->shown)
    return;
  self->shown = node;
  g_signal_emit (self, signals[MOVED], 0);
}

static void
words_changed_cb (AtlLinkStrip *self)
{
  if (self->draft != NULL)
    atl_link_draft_set_words (self->draft, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
clear_words (AtlLinkStrip *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
}

static void
tell (AtlLinkStrip *self,
      const char   *text)
{
  gtk_label_set_label (GTK_LABEL (self->status), text);
  gtk_widget_set_visible (self->status, TRUE);
  atl_announce (gtk_widget_get_parent (GTK_WIDGET (self)), text);
}

static void
commit (AtlLinkStrip *self)
{
  AtlLink         *link = atl_link_draft_commit (self->draft);
  g_autofree char *sentence = NULL;

  if (link == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  clear_words (self);
  sentence = atl_link_dup_sentence (self->view, link);
  tell (self, sentence);
  g_signal_emit (self, signals[LINKED], 0, link);
}

/* Callbacks of the template */

static void
number_changed_cb (AtlLinkStrip *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->number));
  GVariant   *value = atl_field_row_parse_number (text);

  if (self->draft == NULL)
    return;
  if (value == NULL && *text != '\0')
    gtk_widget_add_css_class (self->number, "error");
  else
    gtk_widget_remove_css_class (self->number, "error");
  atl_link_draft_set_value (self->draft, value);
}

static void
close_clicked_cb (AtlLinkStrip *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
draw_clicked_cb (AtlLinkStrip *self)
{
  commit (self);
}

static void
row_activated_cb (AtlLinkStrip  *self,
                  GtkListBoxRow *row)
{
  GPtrArray *candidates = atl_link_draft_get_candidates (self->draft);
  int        index = gtk_list_box_row_get_index (row);

  if (index < 0 || (guint) index >= candidates->len)
    return;
  atl_link_draft_pick (self->draft, candidates->pdata[index]);
}

static void
kind_chosen_cb (AtlLinkStrip *self,
                int           kind)
{
  atl_link_draft_set_kind (self->draft, (AtlLinkKind) kind);
}

static void
strength_chosen_cb (AtlLinkStrip *self,
                    int           strength)
{
  atl_link_draft_set_strength (self->draft, strength);
}

static void
side_chosen_cb (AtlLinkStrip *self,
                int           side)
{
  atl_link_draft_set_said_by (self->draft, (AtlSaidBy) side);
}

static void
swapped_cb (AtlLinkStrip *self)
{
  atl_link_draft_set_reversed (self->draft, !atl_link_draft_get_reversed (self->draft));
}

/* Keys */

static gboolean
is_enter (guint keyval)
{
  return keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;
}

static gboolean
take_enter (AtlLinkStrip   *self,
            GdkModifierType modifiers)
{
  gboolean taken = TRUE;

  if (modifiers == GDK_CONTROL_MASK)
    {
      taken = atl_link_draft_begin_at (self->draft, NULL);
      clear_words (self);
    }
  else if (atl_link_draft_get_other (self->draft) == NULL)
    {
      gboolean had_node = atl_link_draft_get_node (self->draft) != NULL;

      taken = atl_link_draft_pick (self->draft, NULL);
      if (taken && !had_node)
        clear_words (self);
    }
  else
    {
      if (modifiers == GDK_SHIFT_MASK)
        swapped_cb (self);
      commit (self);
    }
  if (!taken)
    gtk_widget_error_bell (GTK_WIDGET (self));
  return TRUE;
}

/* Up and down choose who says so, left and right the direction. */
static gboolean
take_arrow_choosing (AtlLinkStrip *self,
                     guint         keyval)
{
  int said_by = (int) atl_link_draft_get_said_by (self->draft);

  if (!has_sides (self) && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    return TRUE;
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    atl_link_draft_set_said_by (self->draft, (AtlSaidBy) ((said_by + 2) % 3));
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    atl_link_draft_set_said_by (self->draft, (AtlSaidBy) ((said_by + 1) % 3));
  else if (keyval == GDK_KEY_Left || keyval == GDK_KEY_Right)
    swapped_cb (self);
  else
    return FALSE;
  return TRUE;
}

static gboolean
take_arrow_finding (AtlLinkStrip *self,
                    guint         keyval)
{
  if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    atl_link_draft_step (self->draft, -1);
  else if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    atl_link_draft_step (self->draft, 1);
  else
    return FALSE;
  return TRUE;
}

/* Tab picks; then it comes to the number that the map asks for, before all else. */
static gboolean
take_tab (AtlLinkStrip *self)
{
  gboolean asked = gtk_widget_get_visible (gtk_widget_get_parent (self->number));

  if (atl_link_draft_get_other (self->draft) != NULL && asked && gtk_widget_has_focus (self->chooser))
    return gtk_widget_grab_focus (self->number);
  return atl_link_draft_get_other (self->draft) == NULL &&
         atl_link_draft_get_highlighted (self->draft) >= 0 && take_enter (self, 0);
}

static gboolean
take_side (AtlLinkStrip *self,
           guint         keyval)
{
  guint     key = gdk_keyval_to_lower (keyval);
  AtlSaidBy wanted = key == GDK_KEY_a ? ATL_SAID_BY_NODE : ATL_SAID_BY_OTHER;

  if ((key != GDK_KEY_a && key != GDK_KEY_b) || !has_sides (self))
    return FALSE;
  if (atl_link_draft_get_said_by (self->draft) == wanted)
    wanted = ATL_SAID_BY_BOTH;
  atl_link_draft_set_said_by (self->draft, wanted);
  return TRUE;
}

static gboolean
take_undo (AtlLinkStrip   *self,
           guint           keyval,
           GdkModifierType modifiers)
{
  const char *action = modifiers == GDK_CONTROL_MASK ? "canvas.undo" : "canvas.redo";

  if (gdk_keyval_to_lower (keyval) != GDK_KEY_z ||
      (modifiers != GDK_CONTROL_MASK && modifiers != (GDK_CONTROL_MASK | GDK_SHIFT_MASK)))
    return FALSE;
  gtk_widget_activate_action (GTK_WIDGET (self), action, NULL);
  return TRUE;
}

/* What was said of the last link may be true no more. */
static void
history_applied_cb (AtlLinkStrip *self)
{
  gtk_widget_set_visible (self->status, FALSE);
  if (atl_link_draft_get_other (self->draft) != NULL)
    show_present (self);
}

static gboolean
take_char (AtlLinkStrip *self,
           guint         keyval,
           guint         keycode)
{
  gboolean choosing = atl_link_draft_get_other (self->draft) != NULL;
  gunichar c = gdk_keyval_to_unicode (keyval);
  int      digit = choosing ? atl_digit_find (GTK_WIDGET (self), keyval, keycode) : atl_digit_of_key (keyval);

  if (choosing && (keyval == GDK_KEY_BackSpace || keyval == GDK_KEY_KP_Delete || keyval == GDK_KEY_Delete))
    {
      atl_link_draft_unpick (self->draft);
      gtk_widget_set_visible (self->status, FALSE);
      return TRUE;
    }
  if (digit > 0 && !g_unichar_isalpha (c) && c != '<' && c != '>')
    c = (gunichar) ('0' + digit);
  return c != 0 && atl_link_draft_take_char (self->draft, c);
}

/**
 * atl_link_strip_take_key:
 * @self: a strip
 * @keyval: what the key types
 * @keycode: the key, 0 if unknown
 * @state: the modifiers
 *
 * Does what the key means here.
 *
 * Returns: whether it means anything; if not it is for the entry
 */
gboolean
atl_link_strip_take_key (AtlLinkStrip   *self,
                         guint           keyval,
                         guint           keycode,
                         GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean        choosing = atl_link_draft_get_other (self->draft) != NULL;

  if (is_enter (keyval))
    return take_enter (self, modifiers);
  if (take_undo (self, keyval, modifiers))
    return TRUE;
  if (modifiers == GDK_ALT_MASK)
    return take_side (self, keyval);
  if (modifiers == 0 && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_KP_Tab))
    return take_tab (self);
  if (modifiers == 0 && (choosing ? take_arrow_choosing (self, keyval) : take_arrow_finding (self, keyval)))
    return TRUE;
  return (modifiers & ~GDK_SHIFT_MASK) == 0 && take_char (self, keyval, keycode);
}

/* In the number Enter draws, unless it is none; all else is typed. */
static gboolean
take_number_key (AtlLinkStrip   *self,
                 guint           keyval,
                 GdkModifierType state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (!is_enter (keyval) || (modifiers & ~GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_has_css_class (self->number, "error"))
    gtk_widget_error_bell (self->number);
  else
    take_enter (self, modifiers);
  return GDK_EVENT_STOP;
}

/* Buttons of the strip that have the focus keep their keys. */
static gboolean
key_pressed_cb (AtlLinkStrip   *self,
                guint           keyval,
                guint           keycode,
                GdkModifierType state)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean   ours = focus == self->chooser || (focus != NULL && gtk_widget_is_ancestor (focus, self->entry));

  if (keyval == GDK_KEY_Escape)
    {
      g_signal_emit (self, signals[CLOSED], 0);
      return GDK_EVENT_STOP;
    }
  if (focus != NULL && gtk_widget_is_ancestor (focus, self->number))
    return take_number_key (self, keyval, state);
  if (!ours && (is_enter (keyval) || keyval == GDK_KEY_space || !atl_digit_of_key (keyval)))
    return GDK_EVENT_PROPAGATE;
  return atl_link_strip_take_key (self, keyval, keycode, state);
}

/* Overrides */

static void
atl_link_strip_dispose (GObject *object)
{
  AtlLinkStrip *self = ATL_LINK_STRIP (object);
  GtkWidget    *child;

  if (self->draft != NULL)
    g_signal_handlers_disconnect_by_data (self->draft, self);
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (atl_board_view_get_history (self->view), self);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->draft);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (atl_link_strip_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/canvas/atl-link-strip.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, content);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, title);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, pages);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, status);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, hint);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, list);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, pen);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, chooser);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, choice);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, number_title);
  gtk_widget_class_bind_template_child (widget_class, AtlLinkStrip, number);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, side_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, swapped_cb);
  gtk_widget_class_bind_template_callback (widget_class, draw_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
}

static void
atl_link_strip_class_init (AtlLinkStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_link_strip_dispose;
  g_type_ensure (ATL_TYPE_LINK_CHOICE);
  bind_template (GTK_WIDGET_CLASS (klass));

  /**
   * AtlLinkStrip::moved:
   *
   * Links of another node are typed from now on.
   */
  signals[MOVED] = g_signal_new ("moved", ATL_TYPE_LINK_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
  /**
   * AtlLinkStrip::linked:
   * @link: the link that was drawn, or was there already
   */
  signals[LINKED] = g_signal_new ("linked", ATL_TYPE_LINK_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATL_TYPE_LINK);
  /**
   * AtlLinkStrip::closed:
   *
   * The user is done with it.
   */
  signals[CLOSED] = g_signal_new ("closed", ATL_TYPE_LINK_STRIP, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
atl_link_strip_init (AtlLinkStrip *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/**
 * atl_link_strip_new:
 * @view: the view of a board
 * @node: (nullable): the node whose links are typed; %NULL has it found first
 *
 * Returns: (transfer floating): a strip
 */
GtkWidget *
atl_link_strip_new (AtlBoardView *view,
                    AtlNote      *node)
{
  AtlLinkStrip *self = g_object_new (ATL_TYPE_LINK_STRIP, NULL);

  self->view = g_object_ref (view);
  self->draft = atl_link_draft_new (view, node);
  self->shown = node;
  g_signal_connect_swapped (self->draft, "changed", G_CALLBACK (draft_changed_cb), self);
  g_signal_connect_swapped (atl_board_view_get_history (view), "applied", G_CALLBACK (history_applied_cb),
                            self);
  draft_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * atl_link_strip_get_draft:
 * @self: a strip
 *
 * Returns: (transfer none): the link that is being typed
 */
AtlLinkDraft *
atl_link_strip_get_draft (AtlLinkStrip *self)
{
  return self->draft;
}

/**
 * atl_link_strip_focus:
 * @self: a strip on screen
 *
 * Gives the focus to what hears the keys.
 */
void
atl_link_strip_focus (AtlLinkStrip *self)
{
  if (atl_link_draft_get_other (self->draft) != NULL)
    gtk_widget_grab_focus (self->chooser);
  else
    gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->entry));
}

static int
measure (GtkWidget     *widget,
         GtkOrientation orientation,
         int            for_size)
{
  int natural = 0;

  gtk_widget_measure (widget, orientation, for_size, NULL, &natural, NULL, NULL);
  return natural;
}

/**
 * atl_link_strip_measure_height:
 * @self: a strip
 * @width: in pixels
 *
 * Scrolled widgets ask for the height that their content has where it is narrowest.
 *
 * Returns: the height at which all of it is seen
 */
int
atl_link_strip_measure_height (AtlLinkStrip *self,
                               int           width)
{
  GtkWidget *all = GTK_WIDGET (self);
  int        beside = measure (all, GTK_ORIENTATION_HORIZONTAL, -1) -
               measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1);
  int around = measure (all, GTK_ORIENTATION_VERTICAL, -1) -
               measure (self->content, GTK_ORIENTATION_VERTICAL, -1);
  int least = 0;

  gtk_widget_measure (self->content, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  return measure (self->content, GTK_ORIENTATION_VERTICAL, MAX (width - beside, least)) + around;
}

/**
 * atl_link_strip_take_node:
 * @self: a strip
 * @node: a node that was clicked
 *
 * Draws a link to it, or begins there.
 */
void
atl_link_strip_take_node (AtlLinkStrip *self,
                          AtlNote      *node)
{
  gboolean had_node = atl_link_draft_get_node (self->draft) != NULL;

  if (!atl_link_draft_pick (self->draft, node))
    return;
  if (had_node)
    commit (self);
  clear_words (self);
}
