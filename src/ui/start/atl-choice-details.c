/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-choice-details.h"

#include "config.h"
#include "model/atl-step.h"
#include "ui/common/atl-format.h"
#include "ui/common/atl-miniature.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/templates/atl-template-actions.h"

#include <glib/gi18n-lib.h>

#define PICTURE_WIDTH 640
#define BOARD_WIDTH 130
#define RIGHT_WIDTH 400
#define NARROW_WIDTH 760 /* the texts take the whole width under the picture */

/**
 * AtlChoiceDetails:
 *
 * Everything about a template or program before a session or board is made of it. The cursor stands in the
 * title, so that Enter is enough.
 */
struct _AtlChoiceDetails
{
  AdwBin parent_instance;

  GtkWidget *narrow_bin;
  GtkWidget *columns;
  GtkWidget *right_clamp;
  GtkWidget *picture;
  GtkWidget *boards;
  GtkWidget *name;
  GtkWidget *facts;
  GtkWidget *purpose;
  GtkWidget *title_label;
  GtkWidget *title;
  GtkWidget *when;
  GtkWidget *tips;
  GtkWidget *agenda;
  GtkWidget *source;
  AtlChoice *choice;
};

G_DEFINE_FINAL_TYPE (AtlChoiceDetails, atl_choice_details, ADW_TYPE_BIN)

enum
{
  CREATE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
create_cb (AtlChoiceDetails *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title))));

  if (self->choice != NULL)
    g_signal_emit (self, signals[CREATE], 0, self->choice, title);
}

static void
narrow_changed_cb (AtlChoiceDetails *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (self->narrow_bin));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->columns),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  adw_clamp_set_maximum_size (ADW_CLAMP (self->right_clamp), narrow ? NARROW_WIDTH : RIGHT_WIDTH);
  adw_clamp_set_tightening_threshold (ADW_CLAMP (self->right_clamp), narrow ? NARROW_WIDTH : RIGHT_WIDTH);
}

static void
board_activated_cb (AtlChoiceDetails *self,
                    GtkFlowBoxChild  *child)
{
  GtkWidget *picture = gtk_widget_get_first_child (gtk_flow_box_child_get_child (child));

  atl_miniature_set_board (ATL_MINIATURE (self->picture), atl_miniature_get_board (ATL_MINIATURE (picture)));
}

static void
scroll_to_top (AtlChoiceDetails *self)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (self->columns, GTK_TYPE_SCROLLED_WINDOW);

  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}

static void
show_text (GtkWidget  *label,
           const char *text)
{
  GtkWidget *box = gtk_widget_get_parent (label);
  gboolean   visible = text != NULL && text[0] != '\0';

  gtk_label_set_text (GTK_LABEL (label), visible ? text : "");
  if (gtk_widget_has_css_class (box, "details-block"))
    gtk_widget_set_visible (box, visible);
  else
    gtk_widget_set_visible (label, visible);
}

/* The button whose menu is about the template. */
static GtkWidget *
get_more (AtlChoiceDetails *self)
{
  return GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_CHOICE_DETAILS, "more"));
}

static void
show_menu (AtlChoiceDetails *self,
           AtlTemplate *template)
{
  g_autoptr (GMenuModel) menu = template != NULL ? atl_template_actions_dup_menu (template) : NULL;

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (get_more (self)), menu);
  gtk_widget_set_visible (get_more (self), menu != NULL);
}

static GtkWidget *
board_card_new (AtlBoard *board)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (atl_board_get_title (board));
  GtkWidget *picture = atl_miniature_new (board);
  GtkWidget *child = gtk_flow_box_child_new ();

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (title), 10);
  gtk_widget_add_css_class (title, "caption");
  gtk_widget_set_tooltip_text (box, atl_board_get_title (board));
  atl_miniature_set_natural_width (ATL_MINIATURE (picture), BOARD_WIDTH);
  gtk_box_append (GTK_BOX (box), picture);
  gtk_box_append (GTK_BOX (box), title);
  gtk_flow_box_child_set_child (GTK_FLOW_BOX_CHILD (child), box);
  gtk_widget_add_css_class (child, "details-board");
  return child;
}

static void
show_boards (AtlChoiceDetails *self,
             AtlSession       *preview)
{
  AtlList   *boards = atl_session_get_boards (preview);
  guint      n = atl_list_get_length (boards);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->boards)) != NULL)
    gtk_flow_box_remove (GTK_FLOW_BOX (self->boards), child);
  for (guint i = 0; n > 1 && i < n; i++)
    gtk_flow_box_append (GTK_FLOW_BOX (self->boards), board_card_new (atl_list_get (boards, i)));
  gtk_widget_set_visible (self->boards, n > 1);
  atl_miniature_set_board (ATL_MINIATURE (self->picture), atl_list_get (boards, 0));
}

static GtkWidget *
agenda_line_new (const char *title,
                 int         minutes)
{
  GtkWidget       *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget       *what = gtk_label_new (title);
  g_autofree char *duration = atl_format_minutes (minutes);
  GtkWidget       *time = gtk_label_new (duration);

  gtk_label_set_xalign (GTK_LABEL (what), 0);
  gtk_label_set_wrap (GTK_LABEL (what), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (what), 30);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_widget_set_valign (time, GTK_ALIGN_START);
  gtk_widget_add_css_class (time, "dim-label");
  gtk_widget_add_css_class (time, "numeric");
  gtk_widget_add_css_class (line, "agenda-line");
  gtk_box_append (GTK_BOX (line), what);
  gtk_box_append (GTK_BOX (line), time);
  return line;
}

static int
sum_minutes (AtlList    *steps,
             const char *board)
{
  int minutes = 0;

  for (guint i = 0; i < atl_list_get_length (steps); i++)
    if (g_str_equal (atl_step_get_board (atl_list_get (steps, i)), board))
      minutes += atl_step_get_minutes (atl_list_get (steps, i));
  return minutes;
}

static GtkWidget *
board_line_new (AtlBoard *board,
                AtlList  *steps)
{
  int minutes = sum_minutes (steps, atl_item_get_id (ATL_ITEM (board)));

  return agenda_line_new (atl_board_get_title (board), minutes);
}

static GtkWidget *
step_line_new (AtlStep *step)
{
  return agenda_line_new (atl_step_get_title (step), atl_step_get_minutes (step));
}

/* One board: its steps. Several: a line per board, the steps would be a wall of text. */
static void
show_agenda (AtlChoiceDetails *self,
             AtlSession       *preview)
{
  AtlList   *steps = atl_session_get_steps (preview);
  AtlList   *boards = atl_session_get_boards (preview);
  gboolean   by_board = atl_list_get_length (boards) > 1;
  AtlList   *lines = by_board ? boards : steps;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->agenda)) != NULL)
    gtk_box_remove (GTK_BOX (self->agenda), child);
  for (guint i = 0; i < atl_list_get_length (lines); i++)
    {
      AtlItem   *item = atl_list_get (lines, i);
      GtkWidget *line = by_board ? board_line_new (ATL_BOARD (item), steps) : step_line_new (ATL_STEP (item));

      gtk_box_append (GTK_BOX (self->agenda), line);
    }
  gtk_widget_set_visible (gtk_widget_get_parent (self->agenda), atl_list_get_length (lines) > 0);
}

static void
atl_choice_details_dispose (GObject *object)
{
  g_clear_object (&ATL_CHOICE_DETAILS (object)->choice);
  G_OBJECT_CLASS (atl_choice_details_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, columns);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, right_clamp);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, picture);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, boards);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, name);
  gtk_widget_class_bind_template_child_full (widget_class, "more", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, facts);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, purpose);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, title_label);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, title);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, when);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, tips);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, agenda);
  gtk_widget_class_bind_template_child (widget_class, AtlChoiceDetails, source);
}

static void
atl_choice_details_class_init (AtlChoiceDetailsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_choice_details_dispose;

  /**
   * AtlChoiceDetails::create:
   * @choice: what to make
   * @title: the title that was typed, "" for the default
   */
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, ATL_TYPE_CHOICE, G_TYPE_STRING);

  g_type_ensure (ATL_TYPE_MINIATURE);
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/start/"
                                                             "atl-choice-details.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, board_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
}

static void
atl_choice_details_init (AtlChoiceDetails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_miniature_set_natural_width (ATL_MINIATURE (self->picture), PICTURE_WIDTH);
}

/**
 * atl_choice_details_show:
 * @self: the details
 * @choice: a template or program
 * @language: "en" or "fr"
 * @for_session: whether a session is made of it, or a board of a session
 *
 * Shows @choice, with its name as the suggested title. Call it when the widget is in view, so that it
 * takes the focus.
 */
void
atl_choice_details_show (AtlChoiceDetails *self,
                         AtlChoice        *choice,
                         const char       *language,
                         gboolean          for_session)
{
  AtlSession      *preview;
  g_autofree char *facts = NULL;

  g_return_if_fail (ATL_IS_CHOICE_DETAILS (self) && ATL_IS_CHOICE (choice));

  g_set_object (&self->choice, choice);
  preview = atl_choice_get_preview (choice, language);
  facts = atl_choice_dup_facts (choice);
  gtk_label_set_text (GTK_LABEL (self->name), atl_choice_get_name (choice, language));
  gtk_label_set_text (GTK_LABEL (self->facts), facts);
  gtk_label_set_text (GTK_LABEL (self->purpose), atl_choice_get_purpose (choice, language));
  gtk_label_set_label (GTK_LABEL (self->title_label),
                       for_session ? _ ("_Title of the session") : _ ("_Title of the board"));
  show_menu (self, atl_choice_get_template (choice));
  show_text (self->when, atl_choice_get_when (choice, language));
  show_text (self->tips, atl_choice_get_tips (choice, language));
  show_text (self->source, atl_choice_get_source (choice, language));
  show_boards (self, preview);
  show_agenda (self, preview);
  gtk_editable_set_text (GTK_EDITABLE (self->title), atl_choice_get_name (choice, language));
  gtk_widget_grab_focus (self->title);
  scroll_to_top (self);
}

/**
 * atl_choice_details_get_heading:
 * @self: the details
 *
 * Returns: (transfer none): the line with the name of what is shown
 */
GtkWidget *
atl_choice_details_get_heading (AtlChoiceDetails *self)
{
  g_return_val_if_fail (ATL_IS_CHOICE_DETAILS (self), NULL);

  return gtk_widget_get_parent (get_more (self));
}
