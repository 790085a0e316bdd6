/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/mapping/atl-slip-row.h"

#include "canvas/links/atl-map.h"
#include "config.h"
#include "model/atl-edits.h"
#include "ui/mapping/atl-node-picker.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

/**
 * AtlSlipRow:
 *
 * An answer on a slip: who, what kind of link, how strong. A few letters and Enter, a digit and Enter; a
 * letter in the place of the digit changes the kind.
 */
struct _AtlSlipRow
{
  GtkBox parent_instance;

  GtkWidget *other;
  GtkWidget *kind;
  GtkWidget *strength;
  GtkWidget *remove;

  GPtrArray *choices; /* Choice, as in the drop-down */
  gboolean   filling;
};

G_DEFINE_FINAL_TYPE (AtlSlipRow, atl_slip_row, GTK_TYPE_BOX)

enum
{
  EDITED,
  NEXT,
  SKIPPED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

typedef struct
{
  AtlLinkKind kind;
  gboolean    incoming;
  const char *label;
} Choice;

/* Seen from who fills in the slip. */
static const Choice all_choices[] = {
  { ATL_LINK_KIND_SHARED, FALSE, N_ ("Shared work") },
  { ATL_LINK_KIND_HANDOFF, FALSE, N_ ("Hands over →") },
  { ATL_LINK_KIND_HANDOFF, TRUE, N_ ("Receives ←") },
  { ATL_LINK_KIND_INFORMATION, FALSE, N_ ("Informs →") },
  { ATL_LINK_KIND_INFORMATION, TRUE, N_ ("Is informed ←") },
  { ATL_LINK_KIND_FEEDBACK, FALSE, N_ ("Gives feedback →") },
  { ATL_LINK_KIND_FEEDBACK, TRUE, N_ ("Hears feedback ←") },
  { ATL_LINK_KIND_MISSING, FALSE, N_ ("Missing") },
  { ATL_LINK_KIND_BLOCKED, FALSE, N_ ("Blocked") },
};

static gboolean
says (const Choice      *choice,
      const AtlSlipLine *line)
{
  return choice->kind == line->kind && choice->incoming == line->incoming;
}

static const Choice *
get_choice (AtlSlipRow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  return self->choices->pdata[selected < self->choices->len ? selected : 0];
}

static void
show_remove (AtlSlipRow *self)
{
  AtlSlipLine line;
  gboolean    empty = atl_slip_row_get_line (self, &line) == ATL_SLIP_ROW_EMPTY;

  gtk_widget_set_opacity (self->remove, empty ? 0 : 1);
  gtk_widget_set_sensitive (self->remove, !empty);
}

static void
edited (AtlSlipRow *self)
{
  if (self->filling)
    return;
  gtk_widget_remove_css_class (self->strength, "error");
  show_remove (self);
  g_signal_emit (self, signals[EDITED], 0);
}

static void
picked_cb (AtlSlipRow *self)
{
  edited (self);
  if (atl_node_picker_get_node (ATL_NODE_PICKER (self->other)) != NULL &&
      gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->other)
    gtk_widget_grab_focus (self->strength);
}

static void
skipped_cb (AtlSlipRow *self)
{
  g_signal_emit (self, signals[SKIPPED], 0);
}

static void
kind_selected_cb (AtlSlipRow *self)
{
  edited (self);
}

static void
strength_changed_cb (AtlSlipRow *self)
{
  edited (self);
}

static void
strength_activated_cb (AtlSlipRow *self)
{
  AtlSlipLine line;

  if (atl_slip_row_get_line (self, &line) == ATL_SLIP_ROW_COMPLETE)
    g_signal_emit (self, signals[NEXT], 0);
  else
    atl_slip_row_focus_missing (self);
}

/* The next kind that begins with that letter; several letters of one kind come round. */
static gboolean
choose_kind (AtlSlipRow *self,
             gunichar    letter)
{
  guint            n = self->choices->len;
  guint            from = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  char             typed[7] = { 0 };
  g_autofree char *wanted = NULL;

  g_unichar_to_utf8 (letter, typed);
  wanted = atl_fold (typed);
  for (guint i = 1; i <= n; i++)
    {
      const Choice    *choice = self->choices->pdata[(from + i) % n];
      g_autofree char *folded = atl_fold (_ (choice->label));

      if (*wanted != '\0' && g_str_has_prefix (folded, wanted))
        {
          gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), (from + i) % n);
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
strength_key_cb (AtlSlipRow     *self,
                 guint           keyval,
                 guint           keycode,
                 GdkModifierType state)
{
  gunichar character = gdk_keyval_to_unicode (keyval);
  int      digit = g_unichar_digit_value (character);
  char     text[2] = { 0 };

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0 || !g_unichar_isprint (character))
    return FALSE;
  if (digit < 0 && choose_kind (self, character))
    return TRUE;
  if (digit < 1 || digit > 5)
    {
      gtk_widget_error_bell (self->strength);
      return TRUE;
    }
  text[0] = (char) ('0' + digit);
  gtk_editable_set_text (GTK_EDITABLE (self->strength), text);
  gtk_editable_set_position (GTK_EDITABLE (self->strength), -1);
  return TRUE;
}

static void
remove_clicked_cb (AtlSlipRow *self)
{
  gtk_widget_grab_focus (self->other);
  atl_node_picker_set_node (ATL_NODE_PICKER (self->other), NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->strength), "");
  edited (self);
}

static void
atl_slip_row_finalize (GObject *object)
{
  g_ptr_array_unref (ATL_SLIP_ROW (object)->choices);
  G_OBJECT_CLASS (atl_slip_row_parent_class)->finalize (object);
}

static void
atl_slip_row_class_init (AtlSlipRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_slip_row_finalize;
  g_type_ensure (ATL_TYPE_NODE_PICKER);
  signals[EDITED] = g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
  signals[NEXT] = g_signal_new ("next", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
  signals[SKIPPED] = g_signal_new ("skipped", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/mapping/"
                                                             "atl-slip-row.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSlipRow, other);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipRow, kind);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipRow, strength);
  gtk_widget_class_bind_template_child (widget_class, AtlSlipRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, skipped_cb);
  gtk_widget_class_bind_template_callback (widget_class, kind_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, strength_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
atl_slip_row_init (AtlSlipRow *self)
{
  self->choices = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The kinds that the map offers, needs or others; all of them if it offers none. */
static void
fill_kinds (AtlSlipRow *self,
            AtlNote    *of,
            gboolean    needs)
{
  AtlArea                  *area = atl_note_find_area (of);
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  for (int pass = 0; pass < 2 && self->choices->len == 0; pass++)
    for (guint i = 0; i < G_N_ELEMENTS (all_choices); i++)
      if (atl_link_kind_is_need (all_choices[i].kind) == needs &&
          (pass > 0 || atl_map_has_kind (area, all_choices[i].kind)))
        {
          g_ptr_array_add (self->choices, (gpointer) &all_choices[i]);
          gtk_string_list_append (labels, _ (all_choices[i].label));
        }
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->kind), G_LIST_MODEL (labels));
}

/**
 * atl_slip_row_new:
 * @roster: who can be named
 * @of: whose slip it is, who cannot
 * @needs: whether the row is for needs
 *
 * Returns: (transfer floating): an empty row
 */
GtkWidget *
atl_slip_row_new (AtlSlipRoster *roster,
                  AtlNote       *of,
                  gboolean       needs)
{
  AtlSlipRow *self = g_object_new (ATL_TYPE_SLIP_ROW, NULL);

  self->filling = TRUE;
  atl_node_picker_set_roster (ATL_NODE_PICKER (self->other), roster);
  atl_node_picker_set_excluded (ATL_NODE_PICKER (self->other), of);
  atl_node_picker_set_label (ATL_NODE_PICKER (self->other), _ ("Who: a few letters, Enter"));
  fill_kinds (self, of, needs);
  self->filling = FALSE;
  show_remove (self);
  return GTK_WIDGET (self);
}

/* A kind that the map does not offer, but that was said, is offered in this row. */
static guint
ensure_choice (AtlSlipRow        *self,
               const AtlSlipLine *line)
{
  GListModel *labels = gtk_drop_down_get_model (GTK_DROP_DOWN (self->kind));

  for (guint i = 0; i < self->choices->len; i++)
    if (says (self->choices->pdata[i], line))
      return i;
  for (guint i = 0; i < G_N_ELEMENTS (all_choices); i++)
    if (says (&all_choices[i], line))
      {
        g_ptr_array_add (self->choices, (gpointer) &all_choices[i]);
        gtk_string_list_append (GTK_STRING_LIST (labels), _ (all_choices[i].label));
      }
  return self->choices->len - 1;
}

/**
 * atl_slip_row_set_line:
 * @self: a row
 * @line: an answer
 *
 * Shows an answer without saying so.
 */
void
atl_slip_row_set_line (AtlSlipRow        *self,
                       const AtlSlipLine *line)
{
  char strength[2] = { (char) ('0' + CLAMP (line->strength, 1, 5)), '\0' };

  g_return_if_fail (ATL_IS_SLIP_ROW (self));

  self->filling = TRUE;
  atl_node_picker_set_node (ATL_NODE_PICKER (self->other), line->other);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), ensure_choice (self, line));
  gtk_editable_set_text (GTK_EDITABLE (self->strength), strength);
  self->filling = FALSE;
  show_remove (self);
}

/**
 * atl_slip_row_get_line:
 * @self: a row
 * @line: (out): the answer, if it is complete
 *
 * Returns: how far it is filled in
 */
AtlSlipRowState
atl_slip_row_get_line (AtlSlipRow  *self,
                       AtlSlipLine *line)
{
  const Choice *choice = get_choice (self);
  const char   *strength = gtk_editable_get_text (GTK_EDITABLE (self->strength));
  const char   *text = atl_node_picker_get_text (ATL_NODE_PICKER (self->other));

  *line = (AtlSlipLine){ atl_node_picker_get_node (ATL_NODE_PICKER (self->other)), choice->kind,
                         choice->incoming, g_ascii_digit_value (*strength) };
  if (line->other != NULL && line->strength >= 1 && line->strength <= 5)
    return ATL_SLIP_ROW_COMPLETE;
  return *text == '\0' && *strength == '\0' ? ATL_SLIP_ROW_EMPTY : ATL_SLIP_ROW_UNFINISHED;
}

/**
 * atl_slip_row_set_masked:
 * @self: a row
 * @masked: whether the name can be read only while it is typed
 */
void
atl_slip_row_set_masked (AtlSlipRow *self,
                         gboolean    masked)
{
  g_return_if_fail (ATL_IS_SLIP_ROW (self));
  atl_node_picker_set_masked (ATL_NODE_PICKER (self->other), masked);
}

/**
 * atl_slip_row_focus_missing:
 * @self: a row
 *
 * Puts the cursor where something is missing, or else where the name is.
 */
void
atl_slip_row_focus_missing (AtlSlipRow *self)
{
  AtlSlipLine line;
  gboolean    unfinished;

  g_return_if_fail (ATL_IS_SLIP_ROW (self));

  unfinished = atl_slip_row_get_line (self, &line) == ATL_SLIP_ROW_UNFINISHED;
  if (unfinished && line.other != NULL)
    {
      gtk_widget_add_css_class (self->strength, "error");
      gtk_widget_grab_focus (self->strength);
    }
  else
    gtk_widget_grab_focus (self->other);
}
