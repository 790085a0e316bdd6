/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/templates/atl-save-template.h"

#include "catalogue/atl-template-maker.h"
#include "compat/atl-alert.h"
#include "config.h"
#include "model/atl-note.h"
#include "ui/common/atl-miniature.h"
#include "ui/start/atl-style.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/templates/"
#define PICTURE_WIDTH 240

/**
 * AtlSaveTemplate:
 *
 * Asks what a template that is made of a board is called and what goes into it. Enter is enough.
 */
struct _AtlSaveTemplate
{
  AdwWindow parent_instance;

  GtkWidget *picture;
  GtkWidget *name;
  GtkWidget *purpose;
  GtkWidget *category;
  GtkWidget *languages;
  GtkWidget *examples_row;
  GtkWidget *examples;
  GtkWidget *replace_row;
  GtkWidget *replace;
  GtkWidget *save;

  AtlCatalogue *catalogue;
  AtlBoard     *board;
  AtlTemplate  *origin; /* nullable: what the board was made from */
};

G_DEFINE_FINAL_TYPE (AtlSaveTemplate, atl_save_template, ADW_TYPE_WINDOW)

enum
{
  SAVED,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static char *
dup_typed (GtkWidget *row)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));
}

static const char *
get_language (AtlSaveTemplate *self)
{
  AtlSession *session = atl_item_get_session (ATL_ITEM (self->board));

  return session != NULL ? atl_session_get_language (session) : "en";
}

static AtlTemplate *
find_named (AtlSaveTemplate *self,
            const char      *wanted)
{
  GPtrArray       *templates = atl_personal_get_templates (atl_catalogue_get_personal (self->catalogue));
  g_autofree char *folded = atl_fold (wanted);

  for (guint i = 0; i < templates->len; i++)
    {
      g_autofree char *name = atl_fold (atl_template_get_name (templates->pdata[i], get_language (self)));

      if (g_str_equal (name, folded))
        return templates->pdata[i];
    }
  return NULL;
}

/* A template of the user with the name that was typed. */
static AtlTemplate *
find_same_name (AtlSaveTemplate *self)
{
  g_autofree char *typed = dup_typed (self->name);

  return find_named (self, typed);
}

/* What it is called beside one of the same name, so that the two are told apart. */
static char *
dup_free_name (AtlSaveTemplate *self)
{
  g_autofree char *typed = dup_typed (self->name);
  char            *name = g_strdup (typed);

  for (guint n = 2; find_named (self, name) != NULL; n++)
    {
      g_free (name);
      name = g_strdup_printf ("%s (%u)", typed, n);
    }
  return name;
}

static void
name_changed_cb (AtlSaveTemplate *self)
{
  g_autofree char *typed = dup_typed (self->name);
  g_autofree char *name = dup_free_name (self);
  /* Translators: %s is a name with a number, “Retrospective (2)” */
  g_autofree char *text = g_strdup_printf (_ ("Otherwise this one is called “%s”"), name);

  gtk_widget_set_sensitive (self->save, *typed != '\0');
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->replace_row), text);
  gtk_widget_set_visible (self->replace_row, find_same_name (self) != NULL);
}

static void
set_text (AtlTemplateDraft *draft,
          const char       *name,
          char             *text)
{
  AtlItem         *board = ATL_ITEM (atl_template_draft_get_board (draft));
  g_autofree char *typed = text;
  g_autofree char *before = atl_template_draft_dup_text (draft, board, name);

  if (g_str_equal (typed, before))
    return;
  atl_template_draft_set_text (draft, board, name, typed);
  atl_template_draft_set_other (draft, board, name, "");
}

static AtlTemplateDraft *
make_draft (AtlSaveTemplate *self,
            gboolean         replaces)
{
  gboolean          both = adw_combo_row_get_selected (ADW_COMBO_ROW (self->languages)) == 1;
  gboolean          examples = gtk_switch_get_active (GTK_SWITCH (self->examples));
  AtlTemplateDraft *draft = atl_template_draft_new_from_board (self->board, self->origin, both, examples);

  set_text (draft, ATL_DRAFT_NAME, replaces ? dup_typed (self->name) : dup_free_name (self));
  set_text (draft, ATL_DRAFT_PURPOSE, dup_typed (self->purpose));
  set_text (draft, ATL_DRAFT_CATEGORY, dup_typed (self->category));
  return draft;
}

static void
save_cb (AtlSaveTemplate *self)
{
  AtlPersonal                 *personal = atl_catalogue_get_personal (self->catalogue);
  gboolean                     replaces = gtk_switch_get_active (GTK_SWITCH (self->replace));
  AtlTemplate                 *same = replaces ? find_same_name (self) : NULL;
  const char                  *path = same != NULL ? atl_template_get_path (same) : NULL;
  g_autofree char             *fresh = g_uuid_string_random ();
  g_autoptr (AtlTemplateDraft) draft = NULL;
  g_autoptr (AtlTemplate)      made = NULL;
  g_autoptr (GError)           error = NULL;
  AtlTemplate                 *saved = NULL;

  if (!gtk_widget_get_sensitive (self->save))
    return;
  draft = make_draft (self, same != NULL);
  made = atl_template_maker_make (draft, same != NULL ? atl_template_get_id (same) : fresh,
                                  atl_personal_get_folder (personal));
  saved = atl_personal_save (personal, made, path, &error);
  if (saved == NULL)
    {
      AtlAlert alert = { _ ("The template could not be saved"), error != NULL ? error->message : NULL,
                         _ ("_Close"), NULL, NULL, FALSE };

      atl_alert_ask (GTK_WINDOW (self), &alert, NULL, NULL);
      return;
    }
  g_signal_emit (self, signals[SAVED], 0, saved);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
save_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  save_cb (ATL_SAVE_TEMPLATE (widget));
}

static void
atl_save_template_dispose (GObject *object)
{
  AtlSaveTemplate *self = ATL_SAVE_TEMPLATE (object);

  g_clear_object (&self->catalogue);
  g_clear_object (&self->board);
  g_clear_object (&self->origin);
  G_OBJECT_CLASS (atl_save_template_parent_class)->dispose (object);
}

static void
atl_save_template_class_init (AtlSaveTemplateClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_save_template_dispose;

  /**
   * AtlSaveTemplate::saved:
   * @template: what is listed among the templates of the user now
   */
  signals[SAVED] = g_signal_new ("saved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, ATL_TYPE_TEMPLATE);
  gtk_widget_class_install_action (widget_class, "template.save", NULL, save_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "template.save", NULL);
  g_type_ensure (ATL_TYPE_MINIATURE);
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-save-template.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, picture);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, name);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, purpose);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, category);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, languages);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, examples_row);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, examples);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, replace_row);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, replace);
  gtk_widget_class_bind_template_child (widget_class, AtlSaveTemplate, save);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
atl_save_template_init (AtlSaveTemplate *self)
{
  atl_style_ensure (RESOURCES "templates.css");
  gtk_widget_init_template (GTK_WIDGET (self));
  atl_miniature_set_natural_width (ATL_MINIATURE (self->picture), PICTURE_WIDTH);
}

/* Only what comes from a template that is still there has a second language to keep. */
static void
show_languages (AtlSaveTemplate *self)
{
  gboolean         french = g_str_equal (get_language (self), "fr");
  const char      *items[] = { french ? _ ("French") : _ ("English"), _ ("English and French"), NULL };
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->languages, self->origin != NULL);
  if (self->origin == NULL)
    return;
  adw_combo_row_set_model (ADW_COMBO_ROW (self->languages), G_LIST_MODEL (gtk_string_list_new (items)));
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->languages), 1);
  text = g_strdup_printf (_ ("Texts that you did not change keep both languages of “%s”"),
                          atl_template_get_name (self->origin, get_language (self)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->languages), text);
}

static guint
count_notes (AtlBoard *board)
{
  AtlList *notes = atl_board_get_notes (board);
  guint    n = 0;

  for (guint i = 0; i < atl_list_get_length (notes); i++)
    n += *atl_note_get_text (atl_list_get (notes, i)) != '\0' &&
             !atl_note_get_hidden (atl_list_get (notes, i))
           ? 1
           : 0;
  return n;
}

static void
show_board (AtlSaveTemplate *self)
{
  guint            n = count_notes (self->board);
  g_autofree char *text = g_strdup_printf (ngettext ("%u note becomes part of every new board",
                                                     "%u notes become part of every new board", n),
                                           n);

  atl_miniature_set_board (ATL_MINIATURE (self->picture), self->board);
  gtk_editable_set_text (GTK_EDITABLE (self->name), atl_board_get_title (self->board));
  if (self->origin != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->purpose),
                           atl_template_get_purpose (self->origin, get_language (self)));
  if (self->origin != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->category),
                           atl_template_get_category_name (self->origin, get_language (self)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->examples_row), text);
  gtk_widget_set_visible (self->examples_row, n > 0);
}

/**
 * atl_save_template_new:
 * @parent: the window of the session
 * @catalogue: the templates
 * @board: a board of a session
 *
 * Returns: (transfer floating): a modal window over @parent, to be presented
 */
GtkWidget *
atl_save_template_new (GtkWindow    *parent,
                       AtlCatalogue *catalogue,
                       AtlBoard     *board)
{
  AtlSaveTemplate *self = NULL;
  AtlTemplate     *origin = NULL;

  g_return_val_if_fail (ATL_IS_CATALOGUE (catalogue) && ATL_IS_BOARD (board), NULL);

  self = g_object_new (ATL_TYPE_SAVE_TEMPLATE, "transient-for", parent, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->board = g_object_ref (board);
  origin = atl_catalogue_find_template (catalogue, atl_board_get_template (board));
  self->origin = origin != NULL ? g_object_ref (origin) : NULL;
  show_board (self);
  show_languages (self);
  name_changed_cb (self);
  gtk_widget_grab_focus (self->name);
  return GTK_WIDGET (self);
}
