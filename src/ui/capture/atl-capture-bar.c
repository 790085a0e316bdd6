/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/capture/atl-capture-bar.h"

#include "config.h"
#include "ui/capture/atl-area-chip.h"
#include "ui/capture/atl-author-chip.h"
#include "ui/capture/atl-capture-entry.h"
#include "ui/common/atl-toast.h"

#include <glib/gi18n-lib.h>

#define LARGE_DPI 130 /* ordinary text has 96 */

/**
 * AtlCaptureBar:
 *
 * Where notes are written down as fast as people speak: type, Enter, type, Enter.
 */
struct _AtlCaptureBar
{
  GtkWidget parent_instance;

  AtlArea   *area;
  GtkWidget *box;
  GtkWidget *area_chip;
  GtkWidget *author_chip;
  GtkWidget *paper;
  GtkWidget *hidden;
  GtkWidget *release;
  GtkWidget *entry;
  GtkWidget *add;
  guint      n_hidden;
  gboolean   narrow;
};

G_DEFINE_FINAL_TYPE (AtlCaptureBar, atl_capture_bar, GTK_TYPE_WIDGET)

enum
{
  CAPTURE,
  PASTED,
  AREA_PICKED,
  LEAVE,
  DRAFT_CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

/* What is typed stays until it has become a note. */
static void
capture (AtlCaptureBar  *self,
         AtlCaptureFlags flags)
{
  g_autofree char *text = g_strstrip (atl_capture_bar_dup_text (self));
  gboolean         taken = FALSE;

  if (*text == '\0' || self->area == NULL)
    return;
  g_signal_emit (self, signals[CAPTURE], 0, text, (guint) flags, &taken);
  if (taken && self->entry != NULL)
    atl_capture_entry_set_text (ATL_CAPTURE_ENTRY (self->entry), "");
}

static void
tell_excess (AtlCaptureBar *self,
             guint          excess)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("This note is %'u character too long: shorten it, or make several of it",
                               "This note is %'u characters too long: shorten it, or make several of it",
                               excess),
                     excess);

  atl_toast_show (GTK_WIDGET (self), text);
}

static void
submit (AtlCaptureBar *self,
        gboolean       open)
{
  guint excess = atl_capture_entry_get_excess (ATL_CAPTURE_ENTRY (self->entry));

  if (excess > 0)
    {
      tell_excess (self, excess);
      return;
    }
  if (!open)
    gtk_widget_grab_focus (self->entry);
  capture (self, open ? ATL_CAPTURE_OPEN : 0);
}

static void
add_clicked_cb (AtlCaptureBar *self)
{
  submit (self, FALSE);
}

static void
update_add (AtlCaptureBar *self)
{
  gtk_widget_set_sensitive (self->add, atl_capture_bar_has_text (self) && self->area != NULL);
}

static void
entry_changed_cb (AtlCaptureBar *self)
{
  update_add (self);
  g_signal_emit (self, signals[DRAFT_CHANGED], 0);
}

static void
tell_where (AtlCaptureBar *self)
{
  if (self->entry != NULL && atl_capture_bar_has_text (self))
    g_signal_emit (self, signals[DRAFT_CHANGED], 0);
}

static void
pasted_cb (AtlCaptureBar *self,
           const char    *text)
{
  g_signal_emit (self, signals[PASTED], 0, text);
}

static void
left_cb (AtlCaptureBar *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
author_picked_cb (AtlCaptureBar *self)
{
  tell_where (self);
  gtk_widget_grab_focus (self->entry);
}

static void
area_picked_cb (AtlCaptureBar *self,
                AtlArea       *area)
{
  g_signal_emit (self, signals[AREA_PICKED], 0, area);
  gtk_widget_grab_focus (self->entry);
}

static void
show_prompt (AtlCaptureBar *self)
{
  const char *prompt = self->area != NULL ? atl_area_get_prompt (self->area) : "";
  const char *title = self->area != NULL ? atl_area_get_title (self->area) : "";
  /* Translators: %s is the title of the area that the note will be added to */
  g_autofree char *name = *title != '\0' ? g_strdup_printf (_ ("New note in %s"), title) : NULL;

  if (atl_capture_bar_get_paper (self))
    prompt = _ ("Number of the card, then what it says: 12 Ship smaller; 12= replaces");
  else if (*prompt == '\0')
    prompt = _ ("Type a note and press Enter");
  atl_capture_entry_set_prompt (ATL_CAPTURE_ENTRY (self->entry), prompt,
                                name != NULL ? name : _ ("New note"));
  update_add (self);
}

/* The label of a mode that is on is what tells that it is; where there is no room, the color does. */
static void
show_label (GtkWidget *button,
            gboolean   shown)
{
  GtkWidget *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button)));

  gtk_widget_set_visible (label, shown);
}

/* Whether the entry would have no room beside the area where there is little of it. */
static gboolean
has_large_text (AtlCaptureBar *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > LARGE_DPI * PANGO_SCALE;
}

static void
show_modes (AtlCaptureBar *self)
{
  gboolean         paper = atl_capture_bar_get_paper (self);
  gboolean         hidden = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hidden));
  g_autofree char *count = g_strdup_printf (ngettext ("%u hidden", "%u hidden", self->n_hidden),
                                            self->n_hidden);
  GtkWidget       *label = gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (self->release)));

  /* Where there is little room, what is on takes a row of its own. */
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->box),
                                  self->narrow &&
                                      (paper || hidden || self->n_hidden > 0 || has_large_text (self))
                                    ? GTK_ORIENTATION_VERTICAL
                                    : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_visible (self->paper, paper);
  show_label (self->paper, !self->narrow);
  gtk_widget_set_visible (self->hidden, hidden || !self->narrow);
  show_label (self->hidden, hidden && !self->narrow);
  gtk_widget_set_visible (self->release, self->n_hidden > 0);
  gtk_label_set_text (GTK_LABEL (label), count);
  gtk_widget_set_tooltip_text (self->release, _ ("Show All Hidden Notes of the Board (Ctrl+Shift+R)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->release), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  _ ("Show All Hidden Notes of the Board (Ctrl+Shift+R)"), -1);
}

static void
mode_changed_cb (AtlCaptureBar *self)
{
  show_modes (self);
  show_prompt (self);
}

static void
atl_capture_bar_dispose (GObject *object)
{
  AtlCaptureBar *self = ATL_CAPTURE_BAR (object);

  if (self->area != NULL)
    g_signal_handlers_disconnect_by_data (self->area, self);
  g_clear_object (&self->area);
  self->entry = NULL;
  g_clear_pointer (&self->box, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_capture_bar_parent_class)->dispose (object);
}

static void
ensure_types (void)
{
  g_type_ensure (ATL_TYPE_AREA_CHIP);
  g_type_ensure (ATL_TYPE_AUTHOR_CHIP);
  g_type_ensure (ATL_TYPE_CAPTURE_ENTRY);
}

static void
install_signals (void)
{
  signals[CAPTURE] = g_signal_new ("capture", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0,
                                   g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 2,
                                   G_TYPE_STRING, G_TYPE_UINT);
  signals[PASTED] = g_signal_new ("pasted", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[AREA_PICKED] = g_signal_new ("area-picked", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                       NULL, NULL, G_TYPE_NONE, 1, ATL_TYPE_AREA);
  signals[LEAVE] =
    g_signal_new ("leave", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[DRAFT_CHANGED] = g_signal_new ("draft-changed", ATL_TYPE_CAPTURE_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 0);
}

static void
bind_callbacks (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, area_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, author_picked_cb);
  gtk_widget_class_bind_template_callback (widget_class, submit);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
  gtk_widget_class_bind_template_callback (widget_class, pasted_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, atl_capture_bar_pick_author);
}

static void
atl_capture_bar_class_init (AtlCaptureBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_capture_bar_dispose;
  install_signals ();
  ensure_types ();
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/atelier_app/Atelier/ui/atl-capture-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, box);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, area_chip);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, author_chip);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, paper);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, hidden);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, release);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlCaptureBar, add);
  bind_callbacks (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "capture");
}

static void
atl_capture_bar_init (AtlCaptureBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  mode_changed_cb (self);
}

/**
 * atl_capture_bar_set_session:
 * @self: a capture bar
 * @session: (nullable): the session whose people can be authors
 */
void
atl_capture_bar_set_session (AtlCaptureBar *self,
                             AtlSession    *session)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  atl_author_chip_set_session (ATL_AUTHOR_CHIP (self->author_chip), session);
  atl_capture_entry_set_asks_author (ATL_CAPTURE_ENTRY (self->entry), session != NULL);
}

/**
 * atl_capture_bar_set_board:
 * @self: a capture bar
 * @board: (nullable): the board that notes go to; the area has to be set again
 */
void
atl_capture_bar_set_board (AtlCaptureBar *self,
                           AtlBoard      *board)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  atl_capture_bar_set_area (self, NULL);
  atl_area_chip_set_board (ATL_AREA_CHIP (self->area_chip), board);
}

/**
 * atl_capture_bar_set_area:
 * @self: a capture bar
 * @area: (nullable): the area that notes go to; its prompt asks for them
 */
void
atl_capture_bar_set_area (AtlCaptureBar *self,
                          AtlArea       *area)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));

  if (self->area == area)
    return;
  if (self->area != NULL)
    g_signal_handlers_disconnect_by_data (self->area, self);
  g_set_object (&self->area, area);
  atl_area_chip_set_area (ATL_AREA_CHIP (self->area_chip), area);
  if (area != NULL)
    g_signal_connect_object (area, "notify::prompt", G_CALLBACK (show_prompt), self, G_CONNECT_SWAPPED);
  show_prompt (self);
  tell_where (self);
}

/**
 * atl_capture_bar_get_area:
 * @self: a capture bar
 *
 * Returns: (transfer none) (nullable): the area that notes go to
 */
AtlArea *
atl_capture_bar_get_area (AtlCaptureBar *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), NULL);
  return self->area;
}

/**
 * atl_capture_bar_get_author:
 * @self: a capture bar
 *
 * Returns: (transfer none) (nullable): the id of the person whose notes are typed, or %NULL
 */
const char *
atl_capture_bar_get_author (AtlCaptureBar *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), NULL);
  return atl_author_chip_get_author (ATL_AUTHOR_CHIP (self->author_chip));
}

/**
 * atl_capture_bar_set_author:
 * @self: a capture bar with a session
 * @author: (nullable): the id of the person whose notes are typed
 */
void
atl_capture_bar_set_author (AtlCaptureBar *self,
                            const char    *author)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  atl_author_chip_set_author (ATL_AUTHOR_CHIP (self->author_chip), author);
  tell_where (self);
}

/**
 * atl_capture_bar_pick_author:
 * @self: a capture bar
 *
 * Lets the user pick whose notes are typed, if the session has people.
 */
void
atl_capture_bar_pick_author (AtlCaptureBar *self)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  atl_author_chip_open (ATL_AUTHOR_CHIP (self->author_chip));
}

/**
 * atl_capture_bar_get_paper:
 * @self: a capture bar
 *
 * Returns: whether what is typed is the number of a card and what it says
 */
gboolean
atl_capture_bar_get_paper (AtlCaptureBar *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), FALSE);
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->paper));
}

/**
 * atl_capture_bar_set_n_hidden:
 * @self: a capture bar
 * @n: how many notes of the board are hidden
 */
void
atl_capture_bar_set_n_hidden (AtlCaptureBar *self,
                              guint          n)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));

  if (self->n_hidden == n)
    return;
  self->n_hidden = n;
  show_modes (self);
}

/**
 * atl_capture_bar_focus:
 * @self: a capture bar
 *
 * Puts the cursor where the next note is typed.
 */
void
atl_capture_bar_focus (AtlCaptureBar *self)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  gtk_widget_grab_focus (self->entry);
}

/**
 * atl_capture_bar_flush:
 * @self: a capture bar
 *
 * Makes a note of what stands in the entry.
 */
void
atl_capture_bar_flush (AtlCaptureBar *self)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  capture (self, ATL_CAPTURE_FORCED);
}

/**
 * atl_capture_bar_set_narrow:
 * @self: a capture bar
 * @narrow: whether there is room for the area and the entry only
 */
void
atl_capture_bar_set_narrow (AtlCaptureBar *self,
                            gboolean       narrow)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  self->narrow = narrow;
  gtk_widget_set_visible (self->author_chip, !narrow);
  atl_area_chip_set_narrow (ATL_AREA_CHIP (self->area_chip), narrow && !has_large_text (self));
  show_modes (self);
}

/**
 * atl_capture_bar_has_text:
 * @self: a capture bar
 *
 * Returns: whether something stands in the entry that is no note yet
 */
gboolean
atl_capture_bar_has_text (AtlCaptureBar *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), FALSE);
  return atl_capture_entry_has_text (ATL_CAPTURE_ENTRY (self->entry));
}

/**
 * atl_capture_bar_dup_text:
 * @self: a capture bar
 *
 * Returns: (transfer full): what stands in the entry, as it was typed
 */
char *
atl_capture_bar_dup_text (AtlCaptureBar *self)
{
  g_return_val_if_fail (ATL_IS_CAPTURE_BAR (self), NULL);
  return atl_capture_entry_dup_text (ATL_CAPTURE_ENTRY (self->entry));
}

/**
 * atl_capture_bar_set_text:
 * @self: a capture bar
 * @text: what shall stand in the entry, with the cursor at its end
 */
void
atl_capture_bar_set_text (AtlCaptureBar *self,
                          const char    *text)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self) && text != NULL);
  atl_capture_entry_set_text (ATL_CAPTURE_ENTRY (self->entry), text);
}

/**
 * atl_capture_bar_insert:
 * @self: a capture bar
 * @text: what shall stand in the entry, in place of what is selected there
 */
void
atl_capture_bar_insert (AtlCaptureBar *self,
                        const char    *text)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self) && text != NULL);
  atl_capture_entry_insert (ATL_CAPTURE_ENTRY (self->entry), text);
}

/**
 * atl_capture_bar_take_key:
 * @self: a capture bar
 * @keys: whose key was pressed just now, while something else had the focus
 *
 * Takes the key as if it was pressed here.
 */
void
atl_capture_bar_take_key (AtlCaptureBar         *self,
                          GtkEventControllerKey *keys)
{
  g_return_if_fail (ATL_IS_CAPTURE_BAR (self));
  atl_capture_entry_take_key (ATL_CAPTURE_ENTRY (self->entry), keys);
}
