/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/start/atl-gallery.h"

#include "config.h"
#include "catalogue/atl-words.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/start/atl-choice-details.h"
#include "ui/start/atl-gallery-section.h"
#include "ui/start/atl-style.h"
#include "ui/templates/atl-template-actions.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/start/"
#define WIDE_CHARS 10  /* that the search shows at least */
#define NARROW_CHARS 4 /* on a small screen with large text */

/* Sections that stand before those of the categories. */
enum
{
  SECTION_MINE,
  SECTION_PROGRAMS,
  SECTION_CORE,
  N_FIXED_SECTIONS,
};

/**
 * AtlGallery:
 *
 * All boards and programs to begin with, as cards with live miniatures: searched by typing, chosen with
 * the arrows and Enter. A choice shows its details in place of the cards.
 */
struct _AtlGallery
{
  AdwBin parent_instance;

  GtkWidget *stack;
  GtkWidget *narrow_bin;
  GtkWidget *top;
  GtkWidget *bar;
  GtkWidget *search;
  GtkWidget *language;
  GtkWidget *sections_box;
  GtkWidget *nothing;
  GtkWidget *details;

  AtlCatalogue *catalogue;
  AtlGalleryAim aim;
  GPtrArray    *sections; /* AtlGallerySection, borrowed */
  guint         n_begun;  /* sections that have their cards */
  GtkWidget    *capture;
  guint         fill_id;
};

G_DEFINE_FINAL_TYPE (AtlGallery, atl_gallery, ADW_TYPE_BIN)

enum
{
  PROP_0,
  PROP_IN_DETAILS,
  N_PROPS,
};
static GParamSpec *properties[N_PROPS];

enum
{
  CREATE,
  N_SIGNALS,
};
static guint signals[N_SIGNALS];

/* Of one category, or the core templates of all for NULL. */
static void
add_templates (AtlGallery        *self,
               AtlGallerySection *section,
               const char        *category)
{
  GListModel *templates = atl_catalogue_get_templates (self->catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr (AtlTemplate) template = g_list_model_get_item (templates, i);
      g_autoptr (AtlChoice) choice = NULL;

      if (category == NULL ? !atl_template_is_core (template)
                           : !g_str_equal (atl_template_get_category (template), category))
        continue;
      choice = atl_choice_new_template (self->catalogue, template);
      atl_gallery_section_add (section, choice, atl_gallery_get_language (self));
    }
  atl_gallery_section_filter (section, gtk_editable_get_text (GTK_EDITABLE (self->search)));
}

/* Puts the cards into the next section that has none. Returns whether there was one. */
static gboolean
begin_section (AtlGallery *self)
{
  guint       i = self->n_begun;
  const char *category = NULL;

  if (i >= self->sections->len)
    return FALSE;
  if (i >= N_FIXED_SECTIONS)
    category = atl_catalogue_get_category (self->catalogue, i - N_FIXED_SECTIONS);
  add_templates (self, g_ptr_array_index (self->sections, i), category);
  self->n_begun++;
  return TRUE;
}

/* The templates of the user, again from the beginning. */
static void
show_mine (AtlGallery *self)
{
  AtlGallerySection *section = g_ptr_array_index (self->sections, SECTION_MINE);
  GtkWidget         *bad = GTK_WIDGET (gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_GALLERY,
                                                                      "bad"));
  guint              n_bad = atl_personal_get_n_bad (atl_catalogue_get_personal (self->catalogue));
  g_autofree char   *text = g_strdup_printf (ngettext ("%u template could not be read",
                                                       "%u templates could not be read", n_bad),
                                             n_bad);

  atl_gallery_section_clear (section);
  add_templates (self, section, ATL_CATEGORY_MINE);
  gtk_widget_set_visible (bad, n_bad > 0);
  adw_button_content_set_label (ADW_BUTTON_CONTENT (gtk_button_get_child (GTK_BUTTON (bad))), text);
}

static void
begin_all (AtlGallery *self)
{
  while (begin_section (self))
    ;
}

/* One card per turn of the main loop, behind everything else: the page is there at once, its pictures
 * follow. */
static gboolean
fill_cb (gpointer user_data)
{
  AtlGallery *self = user_data;

  if (begin_section (self))
    return G_SOURCE_CONTINUE;
  for (guint i = 0; i < self->sections->len; i++)
    if (atl_gallery_section_fill (g_ptr_array_index (self->sections, i)))
      return G_SOURCE_CONTINUE;
  self->fill_id = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_fill (AtlGallery *self)
{
  if (self->fill_id == 0)
    self->fill_id = g_idle_add_full (G_PRIORITY_LOW, fill_cb, self, NULL);
}

static void
show_in_details (AtlGallery *self,
                 gboolean    details)
{
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), details ? "details" : "browse");
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), details ? NULL : self->capture);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gallery.back", details);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IN_DETAILS]);
}

static void
open_choice (AtlGallery *self,
             AtlChoice  *choice)
{
  show_in_details (self, TRUE);
  atl_choice_details_show (ATL_CHOICE_DETAILS (self->details), choice, atl_gallery_get_language (self),
                           self->aim == ATL_GALLERY_SESSION);
}

/* Files came, went or changed. What is shown in the details may be gone. */
static void
personal_changed_cb (AtlGallery *self)
{
  show_mine (self);
  queue_fill (self);
}

static AtlGallerySection *
add_section (AtlGallery *self,
             const char *title,
             gboolean    repeats)
{
  GtkWidget *section = atl_gallery_section_new (title, repeats);

  g_signal_connect_swapped (section, "chosen", G_CALLBACK (open_choice), self);
  gtk_box_append (GTK_BOX (self->sections_box), section);
  g_ptr_array_add (self->sections, section);
  return ATL_GALLERY_SECTION (section);
}

static void
add_programs (AtlGallery *self)
{
  AtlGallerySection *section = add_section (self, _ ("Programs"), FALSE);
  GListModel        *programs = atl_catalogue_get_programs (self->catalogue);

  for (guint i = 0; self->aim == ATL_GALLERY_SESSION && i < g_list_model_get_n_items (programs); i++)
    {
      g_autoptr (AtlProgram) program = g_list_model_get_item (programs, i);
      g_autoptr (AtlChoice)  choice = atl_choice_new_program (self->catalogue, program);

      atl_gallery_section_add (section, choice, atl_gallery_get_language (self));
    }
  atl_gallery_section_filter (section, "");
}

static const char *
get_category_title (AtlGallery *self,
                    guint       i)
{
  return atl_words_get_label (atl_gallery_get_language (self), ATL_LABEL_CATEGORY,
                              atl_catalogue_get_category (self->catalogue, i));
}

static void
add_sections (AtlGallery *self)
{
  add_section (self,
               atl_words_get_label (atl_gallery_get_language (self), ATL_LABEL_CATEGORY, ATL_CATEGORY_MINE),
               FALSE);
  add_programs (self);
  add_section (self, _ ("Everyday boards"), TRUE);
  for (guint i = 0; i < atl_catalogue_get_n_categories (self->catalogue); i++)
    add_section (self, get_category_title (self, i), FALSE);
  for (guint i = SECTION_CORE; i < self->sections->len; i++)
    atl_gallery_section_filter (g_ptr_array_index (self->sections, i), "");
  show_mine (self);
  /* This and the programs are what the first frame shows; all other cards come right after it. */
  self->n_begun = SECTION_CORE;
  queue_fill (self);
}

/* Typing anywhere goes to the search; the focus follows, so that Enter acts on what is found. The search
 * tells of its words a moment later: by then, the title of what was chosen may be typed. */
static void
focus_search (AtlGallery *self,
              const char *words)
{
  GtkEditable *text = gtk_editable_get_delegate (GTK_EDITABLE (self->search));

  if (atl_gallery_get_in_details (self))
    return;
  if (words[0] != '\0' && gtk_widget_get_mapped (self->search) && !gtk_widget_has_focus (GTK_WIDGET (text)))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (text));
}

/* Sections with something that is called so come first, each group in its order. */
static void
order_sections (AtlGallery *self)
{
  GtkWidget *last = NULL;

  for (guint hit = ATL_CHOICE_HIT_NAME; hit <= ATL_CHOICE_HIT_NONE; hit++)
    for (guint i = 0; i < self->sections->len; i++)
      {
        AtlGallerySection *section = self->sections->pdata[i];

        if (atl_gallery_section_get_hit (section) != hit)
          continue;
        gtk_box_reorder_child_after (GTK_BOX (self->sections_box), GTK_WIDGET (section), last);
        last = GTK_WIDGET (section);
      }
}

static void
search_changed_cb (AtlGallery *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  guint       n = 0;

  focus_search (self, words);
  if (words[0] != '\0')
    begin_all (self);
  for (guint i = 0; i < self->sections->len; i++)
    n += atl_gallery_section_filter (g_ptr_array_index (self->sections, i), words);
  order_sections (self);
  gtk_widget_set_visible (self->nothing, n == 0);
  gtk_widget_set_visible (self->sections_box, n > 0);
  gtk_widget_set_visible (self->top, words[0] == '\0' && adw_bin_get_child (ADW_BIN (self->top)) != NULL);
}

/* The first card of those that are shown: its section was put first. */
static AtlChoice *
find_first (AtlGallery *self)
{
  GtkWidget *section = gtk_widget_get_first_child (self->sections_box);

  while (section != NULL && !gtk_widget_get_visible (section))
    section = gtk_widget_get_next_sibling (section);
  return section != NULL ? atl_gallery_section_get_first (ATL_GALLERY_SECTION (section)) : NULL;
}

static void
narrow_changed_cb (AtlGallery *self)
{
  gboolean narrow = atl_narrow_bin_get_narrow (ATL_NARROW_BIN (self->narrow_bin));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->search), narrow ? NARROW_CHARS : WIDE_CHARS);
}

/* What was typed somewhere else goes on here, so that Enter opens what was found. */
static void
search_started_cb (AtlGallery *self)
{
  gtk_widget_grab_focus (self->search);
}

/* What has the focus, if it is not the search. */
static GtkWidget *
find_other_focus (AtlGallery *self)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && !gtk_widget_is_ancestor (focus, self->search) ? focus : NULL;
}

/* The search gets every key first, and keeps Enter: on a card or a button, it is meant for that. */
static void
search_activated_cb (AtlGallery *self)
{
  GtkWidget *focus = find_other_focus (self);
  AtlChoice *first;

  if (focus != NULL)
    {
      gtk_widget_activate (focus);
      return;
    }
  search_changed_cb (self);
  first = find_first (self);
  if (first != NULL && gtk_editable_get_text (GTK_EDITABLE (self->search))[0] != '\0')
    open_choice (self, first);
}

static void
search_stopped_cb (AtlGallery *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  if (self->sections->len > 0)
    gtk_widget_child_focus (self->sections_box, GTK_DIR_TAB_FORWARD);
}

static void
language_selected_cb (AtlGallery *self)
{
  /* The first language is chosen before there is anything to show. */
  if (self->sections->len == 0)
    return;
  begin_all (self);
  for (guint i = 0; i < self->sections->len; i++)
    atl_gallery_section_set_language (g_ptr_array_index (self->sections, i), atl_gallery_get_language (self));
  for (guint i = N_FIXED_SECTIONS; i < self->sections->len; i++)
    atl_gallery_section_set_title (g_ptr_array_index (self->sections, i),
                                   get_category_title (self, i - N_FIXED_SECTIONS));
  atl_gallery_section_set_title (g_ptr_array_index (self->sections, SECTION_MINE),
                                 atl_words_get_label (atl_gallery_get_language (self), ATL_LABEL_CATEGORY,
                                                      ATL_CATEGORY_MINE));
  queue_fill (self);
}

static void
create_cb (AtlGallery *self,
           AtlChoice  *choice,
           const char *title)
{
  g_signal_emit (self, signals[CREATE], 0, choice, title, atl_gallery_get_language (self));
}

static void
back_activated_cb (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  atl_gallery_back (ATL_GALLERY (widget));
}

static void
atl_gallery_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  g_value_set_boolean (value, atl_gallery_get_in_details (ATL_GALLERY (object)));
}

/* The search has the focus from the start: typing and Enter work at once, and no key presses a button by
   chance. */
static void
atl_gallery_map (GtkWidget *widget)
{
  AtlGallery *self = ATL_GALLERY (widget);

  GTK_WIDGET_CLASS (atl_gallery_parent_class)->map (widget);
  if (!atl_gallery_get_in_details (self))
    gtk_widget_grab_focus (self->search);
}

static void
atl_gallery_dispose (GObject *object)
{
  AtlGallery *self = ATL_GALLERY (object);

  g_clear_handle_id (&self->fill_id, g_source_remove);
  g_clear_object (&self->catalogue);
  g_clear_pointer (&self->sections, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_gallery_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-gallery.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, stack);
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, narrow_bin);
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, top);
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, bar);
  gtk_widget_class_bind_template_child_full (widget_class, "heading", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, search);
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, language);
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, sections_box);
  gtk_widget_class_bind_template_child_full (widget_class, "bad", FALSE, 0);
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, nothing);
  gtk_widget_class_bind_template_child (widget_class, AtlGallery, details);
  gtk_widget_class_bind_template_callback (widget_class, narrow_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_started_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, language_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
}

static void
atl_gallery_class_init (AtlGalleryClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atl_gallery_get_property;
  object_class->dispose = atl_gallery_dispose;
  widget_class->map = atl_gallery_map;

  properties[PROP_IN_DETAILS] = g_param_spec_boolean ("in-details", NULL, NULL, FALSE,
                                                      G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * AtlGallery::create:
   * @choice: what to make
   * @title: the title that was typed, "" for the default
   * @language: the language of the boards
   */
  signals[CREATE] = g_signal_new ("create", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 3, ATL_TYPE_CHOICE, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_install_action (widget_class, "gallery.back", NULL, back_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "gallery.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "gallery.back", NULL);
  g_type_ensure (ATL_TYPE_CHOICE_DETAILS);
  g_type_ensure (ATL_TYPE_NARROW_BIN);
  bind_template (widget_class);
}

static void
atl_gallery_init (AtlGallery *self)
{
  atl_style_ensure (RESOURCES "start.css");
  self->sections = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "gallery.back", FALSE);
}

/* What was imported or copied is shown at once; what was deleted is no longer. */
static void
template_made_cb (GtkWidget  *widget,
                  const char *id)
{
  if (id == NULL || !atl_gallery_open (ATL_GALLERY (widget), id))
    atl_gallery_back (ATL_GALLERY (widget));
}

/**
 * atl_gallery_new:
 * @catalogue: the templates and programs
 * @aim: what is made of a choice
 * @language: (nullable): the language of new boards, "en" or "fr"; without one that of the locale
 *
 * For a session the user may choose another language; a board takes that of its session.
 *
 * Returns: (transfer floating): a gallery
 */
GtkWidget *
atl_gallery_new (AtlCatalogue *catalogue,
                 AtlGalleryAim aim,
                 const char   *language)
{
  GObject    *heading;
  AtlGallery *self;

  g_return_val_if_fail (ATL_IS_CATALOGUE (catalogue), NULL);

  if (language == NULL)
    language = g_get_language_names ()[0];
  self = g_object_new (ATL_TYPE_GALLERY, NULL);
  self->catalogue = g_object_ref (catalogue);
  self->aim = aim;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->language), g_str_has_prefix (language, "fr") ? 1 : 0);
  gtk_widget_set_visible (self->language, aim == ATL_GALLERY_SESSION);
  gtk_widget_set_visible (self->top, FALSE);
  heading = gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_GALLERY, "heading");
  gtk_label_set_text (GTK_LABEL (heading),
                      aim == ATL_GALLERY_SESSION ? _ ("New session") : _ ("Add a board"));
  add_sections (self);
  g_signal_connect_object (atl_catalogue_get_personal (catalogue), "changed",
                           G_CALLBACK (personal_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  atl_template_actions_add (GTK_WIDGET (self),
                            atl_choice_details_get_heading (ATL_CHOICE_DETAILS (self->details)),
                            catalogue, template_made_cb);
  return GTK_WIDGET (self);
}

/**
 * atl_gallery_set_top:
 * @self: a gallery
 * @top: (nullable): a widget to show above the cards, which scrolls with them and hides while searching
 */
void
atl_gallery_set_top (AtlGallery *self,
                     GtkWidget  *top)
{
  g_return_if_fail (ATL_IS_GALLERY (self));

  adw_bin_set_child (ADW_BIN (self->top), top);
  gtk_widget_set_visible (self->top, top != NULL);
}

/**
 * atl_gallery_set_capture:
 * @self: a gallery
 * @widget: (nullable): typing anywhere in this widget goes to the search
 */
void
atl_gallery_set_capture (AtlGallery *self,
                         GtkWidget  *widget)
{
  g_return_if_fail (ATL_IS_GALLERY (self));

  self->capture = widget;
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search),
                                           atl_gallery_get_in_details (self) ? NULL : widget);
}

/**
 * atl_gallery_get_language:
 * @self: a gallery
 *
 * Returns: (transfer none): the language of new boards, "en" or "fr"
 */
const char *
atl_gallery_get_language (AtlGallery *self)
{
  g_return_val_if_fail (ATL_IS_GALLERY (self), NULL);

  return gtk_drop_down_get_selected (GTK_DROP_DOWN (self->language)) == 1 ? "fr" : "en";
}

/**
 * atl_gallery_search:
 * @self: a gallery
 * @words: what to search, "" for everything
 */
void
atl_gallery_search (AtlGallery *self,
                    const char *words)
{
  g_return_if_fail (ATL_IS_GALLERY (self));

  gtk_editable_set_text (GTK_EDITABLE (self->search), words);
  search_changed_cb (self);
}

/**
 * atl_gallery_get_n_shown:
 * @self: a gallery
 *
 * Returns: the number of cards that match what is searched
 */
guint
atl_gallery_get_n_shown (AtlGallery *self)
{
  guint n = 0;

  g_return_val_if_fail (ATL_IS_GALLERY (self), 0);

  begin_all (self);
  for (guint i = 0; i < self->sections->len; i++)
    n += atl_gallery_section_filter (g_ptr_array_index (self->sections, i),
                                     gtk_editable_get_text (GTK_EDITABLE (self->search)));
  return n;
}

/**
 * atl_gallery_open:
 * @self: a gallery
 * @id: the id of a template or program
 *
 * Shows the details of a choice, as a click on its card does.
 *
 * Returns: whether there is such a choice
 */
gboolean
atl_gallery_open (AtlGallery *self,
                  const char *id)
{
  g_autoptr (AtlChoice) choice = NULL;
  AtlTemplate *template;
  AtlProgram *program;

  g_return_val_if_fail (ATL_IS_GALLERY (self) && id != NULL, FALSE);

  template = atl_catalogue_find_template (self->catalogue, id);
  program = atl_catalogue_find_program (self->catalogue, id);
  if (template != NULL)
    choice = atl_choice_new_template (self->catalogue, template);
  else if (program != NULL && self->aim == ATL_GALLERY_SESSION)
    choice = atl_choice_new_program (self->catalogue, program);
  if (choice == NULL)
    return FALSE;
  open_choice (self, choice);
  return TRUE;
}

/**
 * atl_gallery_get_in_details:
 * @self: a gallery
 *
 * Returns: whether the details of a choice are shown, and not the cards
 */
gboolean
atl_gallery_get_in_details (AtlGallery *self)
{
  g_return_val_if_fail (ATL_IS_GALLERY (self), FALSE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "details") == 0;
}

/**
 * atl_gallery_back:
 * @self: a gallery
 *
 * Shows the cards again.
 */
void
atl_gallery_back (AtlGallery *self)
{
  g_return_if_fail (ATL_IS_GALLERY (self));

  if (atl_gallery_get_in_details (self))
    show_in_details (self, FALSE);
}

/**
 * atl_gallery_restart:
 * @self: a gallery
 *
 * Shows the cards from the beginning, all of them and what is above: nothing is searched.
 */
void
atl_gallery_restart (AtlGallery *self)
{
  GtkWidget *scroller;

  g_return_if_fail (ATL_IS_GALLERY (self));

  atl_gallery_back (self);
  atl_gallery_search (self, "");
  scroller = gtk_widget_get_ancestor (self->sections_box, GTK_TYPE_SCROLLED_WINDOW);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)), 0);
}
