/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/window/atl-shortcuts-window.h"

#include "config.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

#define RESOURCES "/io/github/atelier_app/Atelier/ui/"
#define LONGEST_KEYS 22 /* characters, before they go on in another line */

/**
 * AtlShortcutsWindow:
 *
 * All shortcuts in groups, found by what they do and by their keys. It reads the file that lists them in the
 * form of GtkShortcutsWindow, whose own window is too wide for small screens and for large text.
 */
struct _AtlShortcutsWindow
{
  AdwWindow parent_instance;

  GtkWidget *entry;
  GtkWidget *page;
  GtkWidget *nothing;
  GPtrArray *rows; /* of Row */
};

G_DEFINE_FINAL_TYPE (AtlShortcutsWindow, atl_shortcuts_window, ADW_TYPE_WINDOW)

typedef struct
{
  GtkWidget *row;
  GtkWidget *group;
  char      *folded; /* what it is found by */
} Row;

/* Where in the file we are. */
typedef struct
{
  AtlShortcutsWindow  *window;
  AdwPreferencesGroup *group;
  char                *object;   /* (nullable): class of the object that properties belong to */
  char                *property; /* (nullable) */
  char                *context;  /* (nullable): of its translation */
  GString             *text;
  char                *title;
  char                *keys;
} Reader;

static void
row_free (gpointer data)
{
  Row *row = data;

  g_free (row->folded);
  g_free (row);
}

/* GTK calls the key that confirms by another name than everything else in the app. */
static char *
dup_label (guint           key,
           GdkModifierType modifiers)
{
  g_autofree char *label = gtk_accelerator_get_label (key, modifiers);
  g_autofree char *theirs = gtk_accelerator_get_label (key, 0);

  if (key == GDK_KEY_Return && g_str_has_suffix (label, theirs))
    {
      label[strlen (label) - strlen (theirs)] = '\0';
      return g_strconcat (label, C_ ("key", "Enter"), NULL);
    }
  return g_steal_pointer (&label);
}

/* "<Alt>1...9" is any of these keys. */
static char *
dup_key (const char *accelerator)
{
  const char      *range = strstr (accelerator, "...");
  g_autofree char *first =
    range != NULL ? g_strndup (accelerator, (gsize) (range - accelerator)) : g_strdup (accelerator);
  g_autofree char *label = NULL;
  guint            key = 0;
  GdkModifierType  modifiers = 0;

  if (!gtk_accelerator_parse (first, &key, &modifiers))
    return g_strdup (accelerator);
  label = dup_label (key, modifiers);
  return g_strconcat (label, range != NULL ? "…" : NULL, range != NULL ? range + strlen ("...") : NULL, NULL);
}

static char *
dup_keys (const char *accelerators)
{
  g_auto (GStrv) keys = g_strsplit (accelerators, " ", -1);

  for (char **key = keys; *key != NULL; key++)
    {
      char *label = dup_key (*key);

      g_free (*key);
      *key = label;
    }
  return g_strjoinv (" / ", keys);
}

static GtkWidget *
make_row (const char *title,
          const char *keys)
{
  GtkWidget       *row = adw_action_row_new ();
  GtkWidget       *label = gtk_label_new (keys);
  g_autofree char *name = g_strdup_printf ("%s, %s", title, keys);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_RIGHT);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LONGEST_KEYS);
  gtk_widget_add_css_class (label, "shortcut-keys");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static void
add_shortcut (Reader *reader)
{
  g_autofree char *keys = NULL;
  g_autofree char *found_by = NULL;
  Row             *row = NULL;

  if (reader->group == NULL || reader->title == NULL || reader->keys == NULL)
    return;
  keys = dup_keys (reader->keys);
  found_by = g_strjoin (" ", adw_preferences_group_get_title (reader->group), reader->title, keys, NULL);
  row = g_new0 (Row, 1);
  row->row = make_row (reader->title, keys);
  row->group = GTK_WIDGET (reader->group);
  row->folded = atl_fold (found_by);
  adw_preferences_group_add (reader->group, row->row);
  g_ptr_array_add (reader->window->rows, row);
  g_clear_pointer (&reader->title, g_free);
  g_clear_pointer (&reader->keys, g_free);
}

static void
add_group (Reader     *reader,
           const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  reader->group = ADW_PREFERENCES_GROUP (group);
  adw_preferences_group_set_title (reader->group, title);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (reader->window->page), reader->group);
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *name)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return values[i];
  return NULL;
}

static void
element_started (GMarkupParseContext *parser,
                 const char          *element,
                 const char         **names,
                 const char         **values,
                 gpointer             user_data,
                 GError             **error)
{
  Reader *reader = user_data;

  if (g_strcmp0 (element, "object") == 0)
    {
      g_free (reader->object);
      reader->object = g_strdup (find_attribute (names, values, "class"));
    }
  else if (g_strcmp0 (element, "property") == 0)
    {
      g_free (reader->property);
      g_free (reader->context);
      reader->property = g_strdup (find_attribute (names, values, "name"));
      reader->context = g_strdup (find_attribute (names, values, "context"));
      g_string_truncate (reader->text, 0);
    }
}

static void
text_read (GMarkupParseContext *parser,
           const char          *text,
           gsize                length,
           gpointer             user_data,
           GError             **error)
{
  Reader *reader = user_data;

  if (reader->property != NULL)
    g_string_append_len (reader->text, text, (gssize) length);
}

static void
set_text (char      **place,
          const char *text)
{
  g_free (*place);
  *place = g_strdup (text);
}

static void
end_property (Reader *reader)
{
  const char *text = reader->text->str;
  const char *value =
    reader->context != NULL ? g_dpgettext2 (GETTEXT_PACKAGE, reader->context, text) : text;
  gboolean is_title = g_strcmp0 (reader->property, "title") == 0;

  if (is_title && g_strcmp0 (reader->object, "GtkShortcutsGroup") == 0)
    add_group (reader, value);
  else if (is_title)
    set_text (&reader->title, value);
  else if (g_strcmp0 (reader->property, "accelerator") == 0)
    set_text (&reader->keys, value);
  g_clear_pointer (&reader->property, g_free);
}

static void
element_ended (GMarkupParseContext *parser,
               const char          *element,
               gpointer             user_data,
               GError             **error)
{
  Reader *reader = user_data;

  if (g_strcmp0 (element, "property") == 0)
    end_property (reader);
  else if (g_strcmp0 (element, "object") == 0)
    {
      if (g_strcmp0 (reader->object, "GtkShortcutsShortcut") == 0)
        add_shortcut (reader);
      g_clear_pointer (&reader->object, g_free);
    }
}

static void
read_shortcuts (AtlShortcutsWindow *self)
{
  static const GMarkupParser parser = { element_started, element_ended, text_read, NULL, NULL };
  Reader                     reader = { .window = self, .text = g_string_new (NULL) };
  g_autoptr (GBytes)         bytes = g_resources_lookup_data (RESOURCES "help-overlay.ui", 0, NULL);
  GMarkupParseContext       *context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  gsize                      size = 0;
  const char                *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (data != NULL)
    g_markup_parse_context_parse (context, data, (gssize) size, NULL);
  g_markup_parse_context_free (context);
  g_free (reader.object);
  g_free (reader.property);
  g_free (reader.context);
  g_free (reader.title);
  g_free (reader.keys);
  g_string_free (reader.text, TRUE);
}

static void
show_matches (AtlShortcutsWindow *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean    any = FALSE;

  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (((Row *) self->rows->pdata[i])->group, FALSE);
  for (guint i = 0; i < self->rows->len; i++)
    {
      Row     *row = self->rows->pdata[i];
      gboolean matches = atl_fold_matches (row->folded, words);

      gtk_widget_set_visible (row->row, matches);
      if (matches)
        gtk_widget_set_visible (row->group, TRUE);
      any |= matches;
    }
  gtk_widget_set_visible (self->page, any);
  gtk_widget_set_visible (self->nothing, !any);
}

static void
atl_shortcuts_window_finalize (GObject *object)
{
  g_ptr_array_unref (ATL_SHORTCUTS_WINDOW (object)->rows);
  G_OBJECT_CLASS (atl_shortcuts_window_parent_class)->finalize (object);
}

static void
atl_shortcuts_window_class_init (AtlShortcutsWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_shortcuts_window_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, RESOURCES "atl-shortcuts-window.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlShortcutsWindow, entry);
  gtk_widget_class_bind_template_child (widget_class, AtlShortcutsWindow, page);
  gtk_widget_class_bind_template_child (widget_class, AtlShortcutsWindow, nothing);
  gtk_widget_class_bind_template_callback (widget_class, show_matches);
  gtk_widget_class_bind_template_callback (widget_class, gtk_window_close);
}

static void
atl_shortcuts_window_init (AtlShortcutsWindow *self)
{
  self->rows = g_ptr_array_new_with_free_func (row_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  read_shortcuts (self);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self));
  gtk_widget_grab_focus (self->entry);
}

/**
 * atl_shortcuts_window_new:
 * @parent: the window whose shortcuts are asked for
 *
 * Returns: (transfer none): the window, owned by GTK, to be presented
 */
GtkWidget *
atl_shortcuts_window_new (GtkWindow *parent)
{
  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  return g_object_new (ATL_TYPE_SHORTCUTS_WINDOW, "transient-for", parent, NULL);
}
