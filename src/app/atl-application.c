/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/atl-application.h"

#include "app/atl-ending.h"
#include "app/atl-recoverer.h"
#include "app/atl-renderer.h"
#include "catalogue/atl-catalogue.h"
#include "compat/atl-about.h"
#include "compat/atl-button-names.h"
#include "config.h"
#include "ui/common/atl-header-shrink.h"
#include "ui/window/atl-window.h"

#include <glib/gi18n-lib.h>

/**
 * AtlApplication:
 *
 * The app: one instance, a window for each session.
 */
struct _AtlApplication
{
  AdwApplication parent_instance;

  AtlCatalogue *catalogue;
  AtlRecoverer *recoverer; /* once there was a window */
};

G_DEFINE_FINAL_TYPE (AtlApplication, atl_application, ADW_TYPE_APPLICATION)

/* An action with its keys. */
typedef struct
{
  const char *action;
  const char *keys[4];
} Keys;

static const Keys keys[] = {
  { "app.quit", { "<Control>q" } },
  { "win.new", { "<Control>n" } },
  { "win.open", { "<Control>o" } },
  { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } },
  { "win.restore-version", { "<Control>h" } },
  { "win.export-pdf", { "<Control>e" } },
  { "win.session-info", { "<Alt>Return" } },
  { "win.find", { "<Control>f" } },
  { "win.show-note", { "<Control>i" } },
  { "win.undo", { "<Control>z" } },
  { "win.redo", { "<Control><Shift>z", "<Control>y" } },
  { "win.add-board", { "<Control>b" } },
  { "win.mix-groups", { "<Control>g" } },
  { "win.draw-person", { "<Control>r" } },
  { "win.speaking-order", { "F8" } },
  { "win.parking", { "<Control><Shift>b" } },
  { "win.next-board", { "<Alt>Page_Down" } },
  { "win.previous-board", { "<Alt>Page_Up" } },
  { "win.show-plan", { "F9" } },
  { "win.show-people", { "<Control><Shift>p" } },
  { "win.capture-hidden", { "<Control><Shift>h" } },
  { "win.release-hidden", { "<Control><Shift>r" } },
  { "win.paper-mode", { "<Control><Shift>k" } },
  { "win.pick-author", { "<Alt>0", "<Alt>KP_0" } },
  { "win.show-figures", { "<Control><Shift>f" } },
  { "win.show-glossary", { "<Control><Shift>g" } },
  { "win.map-silos-only", { "<Control><Shift>o" } },
  { "win.fullscreen", { "F11" } },
  { "win.show-help-overlay", { "<Control>question" } },
  { "win.focus-capture", { "<Control>l" } },
  { "win.focus-board", { "<Control>m" } },
  { "win.next-pane", { "F6" } },
  { "win.previous-pane", { "<Shift>F6" } },
  { "win.zoom-fit", { "<Control>0", "<Control>KP_0" } },
  { "win.zoom-100", { "<Control>1", "<Control>KP_1" } },
  { "win.zoom-in", { "<Control>plus", "<Control>equal", "<Control>KP_Add" } },
  { "win.zoom-out", { "<Control>minus", "<Control>KP_Subtract" } },
  { "window.close", { "<Control>w" } },
};

static void
about (GSimpleAction *action,
       GVariant      *parameter,
       gpointer       user_data)
{
  AtlAbout about = {
    .name = "Atelier",
    .icon = APPLICATION_ID,
    .version = PACKAGE_VERSION,
    .comments = _ ("The wall, the scribe and the memory of a workshop"),
    .developer = _ ("The Atelier contributors"),
    /* Translators: your names, one a line */
    .translators = _ ("translator-credits"),
  };

  atl_about_show (gtk_application_get_active_window (user_data), &about);
}

/* Every window is asked: one with unsaved changes stays until its user has answered. */
static void
quit (GSimpleAction *action,
      GVariant      *parameter,
      gpointer       user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static AtlWindow *
add_window (AtlApplication *self)
{
  AtlWindow *window = atl_window_new (GTK_APPLICATION (self), self->catalogue);

  gtk_window_present (GTK_WINDOW (window));
  if (self->recoverer == NULL)
    {
      self->recoverer = atl_recoverer_new (GTK_APPLICATION (self));
      atl_recoverer_start (self->recoverer);
    }
  return window;
}

static void
open_new_session (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       user_data)
{
  add_window (user_data);
}

static void
atl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window != NULL)
    gtk_window_present (window);
  else
    add_window (ATL_APPLICATION (application));
}

static void
tell_not_local (GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  g_printerr (_ ("%s is not a file of this computer\n"), uri);
}

static void
atl_application_open (GApplication *application,
                      GFile       **files,
                      int           n_files,
                      const char   *hint)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));
  AtlWindow *window =
    ATL_IS_WINDOW (active) ? ATL_WINDOW (active) : add_window (ATL_APPLICATION (application));

  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);

      if (path == NULL)
        tell_not_local (files[i]);
      else if (i == 0)
        atl_window_open_path (window, path);
      else
        atl_window_open_path (add_window (ATL_APPLICATION (application)), path);
    }
}

static void
atl_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { "about", about },
    { "new-session", open_new_session }, /* also the desktop file's */
    { "quit", quit },
  };
  AtlApplication *self = ATL_APPLICATION (application);

  atl_catalogue_begin ();
  G_APPLICATION_CLASS (atl_application_parent_class)->startup (application);

  atl_button_names_mend ();
  atl_headers_may_shrink ();
  atl_renderer_choose ();
  atl_ending_watch (GTK_APPLICATION (self));
  gtk_window_set_default_icon_name (APPLICATION_ID);
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), keys[i].action,
                                           (const char **) keys[i].keys);
  self->catalogue = atl_catalogue_new ();
  atl_personal_watch (atl_catalogue_get_personal (self->catalogue));
}

/* The app that runs already opens the window; the first instance opens one anyway. */
static int
ask_for_new_session (GApplication *application)
{
  g_autoptr (GError) error = NULL;

  if (!g_application_register (application, NULL, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  if (!g_application_get_is_remote (application))
    return -1;
  g_action_group_activate_action (G_ACTION_GROUP (application), "new-session", NULL);
  return 0;
}

static int
atl_application_handle_local_options (GApplication *application,
                                      GVariantDict *options)
{
  if (g_variant_dict_contains (options, "new"))
    return ask_for_new_session (application);
  if (!g_variant_dict_contains (options, "version"))
    return G_APPLICATION_CLASS (atl_application_parent_class)->handle_local_options (application, options);
  g_print ("atelier %s\n", PACKAGE_VERSION);
  return 0;
}

static void
atl_application_shutdown (GApplication *application)
{
  AtlApplication *self = ATL_APPLICATION (application);

  if (self->recoverer != NULL)
    atl_recoverer_end (self->recoverer);
  g_clear_object (&self->recoverer);
  G_APPLICATION_CLASS (atl_application_parent_class)->shutdown (application);
}

static void
atl_application_finalize (GObject *object)
{
  g_clear_object (&ATL_APPLICATION (object)->catalogue);
  G_OBJECT_CLASS (atl_application_parent_class)->finalize (object);
}

static void
atl_application_class_init (AtlApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_application_finalize;
  application_class->startup = atl_application_startup;
  application_class->shutdown = atl_application_shutdown;
  application_class->activate = atl_application_activate;
  application_class->open = atl_application_open;
  application_class->handle_local_options = atl_application_handle_local_options;
}

static void
atl_application_init (AtlApplication *self)
{
  g_application_add_main_option (G_APPLICATION (self), "version", 'v', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Show the version and quit"), NULL);
  g_application_add_main_option (G_APPLICATION (self), "new", 'n', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE,
                                 _ ("Open a window for a new session"), NULL);
  g_application_set_option_context_parameter_string (G_APPLICATION (self), _ ("[FILE…]"));
}

/**
 * atl_application_new:
 * @flags: more flags, as %G_APPLICATION_NON_UNIQUE for tests
 *
 * Returns: (transfer full): the app
 */
AtlApplication *
atl_application_new (GApplicationFlags flags)
{
  return g_object_new (ATL_TYPE_APPLICATION, "application-id", APPLICATION_ID, "flags",
                       G_APPLICATION_HANDLES_OPEN | flags, "resource-base-path",
                       "/io/github/atelier_app/Atelier", NULL);
}
