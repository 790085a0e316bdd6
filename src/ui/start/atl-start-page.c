/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-start-page.h"

#include "config.h"
#include "file/atl-json-file.h"
#include "store/codec/atl-codec.h"
#include "ui/start/atl-drafts-view.h"
#include "ui/start/atl-recents-view.h"

#include <glib/gi18n-lib.h>

/**
 * AtlStartPage:
 *
 * What a window shows before it has a session: the sessions of the last days, and everything to begin a
 * new one with.
 */
struct _AtlStartPage
{
  AdwBin parent_instance;

  GtkWidget *back;
  GtkWidget *open;
  GtkWidget *title;
  GtkWidget *menu;
  GtkWidget *body;
  GtkWidget *gallery;
};

G_DEFINE_FINAL_TYPE (AtlStartPage, atl_start_page, ADW_TYPE_BIN)

enum
{
  CREATE,
  OPEN_PATH,
  OPEN_DRAFT,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

static void
choice_made_cb (AtlStartPage *self,
                AtlChoice    *choice,
                const char   *title,
                const char   *language)
{
  g_autoptr (AtlSession) session = atl_choice_make_session (choice, title, language);

  g_signal_emit (self, signals[CREATE], 0, session);
}

static void
path_chosen_cb (AtlStartPage *self,
                const char   *path)
{
  g_autofree char *copy = g_strdup (path);

  g_signal_emit (self, signals[OPEN_PATH], 0, copy);
}

static void
draft_chosen_cb (AtlStartPage  *self,
                 AtlDraftEntry *entry)
{
  g_signal_emit (self, signals[OPEN_DRAFT], 0, entry);
}

/* The sample is opened as a new session: saving asks for a place, and the installed file stays as it is. */
static void
sample_chosen_cb (AtlStartPage *self,
                  const char   *path)
{
  g_autoptr (GBytes)      bytes = atl_file_read (path, NULL);
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  g_autoptr (AtlSession)  session = NULL;
  AtlCodecAge             age;

  if (bytes != NULL)
    session = atl_codec_read (bytes, problems, &age, NULL);
  if (session != NULL)
    g_signal_emit (self, signals[CREATE], 0, session);
}

static void
details_changed_cb (AtlStartPage *self)
{
  gboolean in_details = atl_gallery_get_in_details (ATL_GALLERY (self->gallery));

  gtk_widget_set_visible (self->back, in_details);
  gtk_widget_set_visible (self->open, !in_details);
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), in_details ? _ ("New session") : "");
}

static void
back_clicked_cb (AtlStartPage *self)
{
  atl_gallery_back (ATL_GALLERY (self->gallery));
}

/* Who comes to the page wants a card, not the buttons of the header. */
static gboolean
atl_start_page_focus (GtkWidget       *widget,
                      GtkDirectionType direction)
{
  AtlStartPage *self = ATL_START_PAGE (widget);

  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL)
    return gtk_widget_child_focus (self->body, direction);
  return GTK_WIDGET_CLASS (atl_start_page_parent_class)->focus (widget, direction);
}

static void
atl_start_page_class_init (AtlStartPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /**
   * AtlStartPage::create:
   * @session: a new session, to be kept with a reference
   */
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, ATL_TYPE_SESSION);
  /**
   * AtlStartPage::open-path:
   * @path: (type filename): a recent session that the user wants
   */
  signals[OPEN_PATH] = g_signal_new ("open-path", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                     NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  /**
   * AtlStartPage::open-draft:
   * @entry: a session that was left without a save, which the user wants back
   */
  signals[OPEN_DRAFT] = g_signal_new ("open-draft", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                      NULL, NULL, G_TYPE_NONE, 1, ATL_TYPE_DRAFT_ENTRY);

  widget_class->focus = atl_start_page_focus;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/start/"
                                                             "atl-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlStartPage, back);
  gtk_widget_class_bind_template_child (widget_class, AtlStartPage, open);
  gtk_widget_class_bind_template_child (widget_class, AtlStartPage, title);
  gtk_widget_class_bind_template_child (widget_class, AtlStartPage, menu);
  gtk_widget_class_bind_template_child (widget_class, AtlStartPage, body);
  gtk_widget_class_bind_template_callback (widget_class, back_clicked_cb);
}

static void
atl_start_page_init (AtlStartPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* What lies above the gallery: what is not saved yet, then what was open lately. */
static GtkWidget *
make_top (AtlStartPage *self,
          AtlCatalogue *catalogue,
          AtlRecents   *recents)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *drafts = atl_drafts_view_new (atl_draft_list_get_default ());
  GtkWidget *view = atl_recents_view_new (recents, catalogue);

  gtk_widget_add_css_class (view, "recents-below");
  g_signal_connect_object (drafts, "open-draft", G_CALLBACK (draft_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "open-path", G_CALLBACK (path_chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "open-sample", G_CALLBACK (sample_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (top), drafts);
  gtk_box_append (GTK_BOX (top), view);
  return top;
}

/**
 * atl_start_page_new:
 * @catalogue: the templates and programs
 * @recents: the sessions that were open lately
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
atl_start_page_new (AtlCatalogue *catalogue,
                    AtlRecents   *recents)
{
  AtlStartPage *self;

  g_return_val_if_fail (ATL_IS_CATALOGUE (catalogue) && ATL_IS_RECENTS (recents), NULL);

  self = g_object_new (ATL_TYPE_START_PAGE, NULL);
  self->gallery = atl_gallery_new (catalogue, ATL_GALLERY_SESSION, NULL);
  atl_gallery_set_top (ATL_GALLERY (self->gallery), make_top (self, catalogue, recents));
  atl_gallery_set_capture (ATL_GALLERY (self->gallery), GTK_WIDGET (self));
  adw_bin_set_child (ADW_BIN (self->body), self->gallery);
  g_signal_connect_object (self->gallery, "create", G_CALLBACK (choice_made_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->gallery, "notify::in-details", G_CALLBACK (details_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * atl_start_page_set_menu:
 * @self: a start page
 * @menu: (nullable): the main menu of the window
 *
 * Shows a menu button at the end of the header.
 */
void
atl_start_page_set_menu (AtlStartPage *self,
                         GMenuModel   *menu)
{
  g_return_if_fail (ATL_IS_START_PAGE (self));

  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (self->menu), menu);
  gtk_widget_set_visible (self->menu, menu != NULL);
}

/**
 * atl_start_page_get_gallery:
 * @self: a start page
 *
 * Returns: (transfer none): its cards
 */
AtlGallery *
atl_start_page_get_gallery (AtlStartPage *self)
{
  g_return_val_if_fail (ATL_IS_START_PAGE (self), NULL);

  return ATL_GALLERY (self->gallery);
}
