/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-room.h"

#include "config.h"
#include "ui/common/atl-theme.h"

#include <glib/gi18n-lib.h>

/**
 * AtlMixRoom:
 *
 * Groups over a whole screen, for the room to find its places: on another screen than the window it comes
 * from if there is one. Arrows turn to the next round; Escape leaves.
 */
struct _AtlMixRoom
{
  GtkWindow parent_instance;

  GtkWidget *area;
  GPtrArray *sheets; /* of AtlMixSheet */
  guint      position;
};

G_DEFINE_FINAL_TYPE (AtlMixRoom, atl_mix_room, GTK_TYPE_WINDOW)

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  AtlMixRoom *self = user_data;
  AtlRgba     paper = atl_palette_get_ink (atl_theme_get (), ATL_INK_BACKGROUND);

  cairo_set_source_rgb (cr, paper.red, paper.green, paper.blue);
  cairo_paint (cr);
  if (self->position < self->sheets->len)
    atl_mix_sheet_draw (self->sheets->pdata[self->position], cr, width, height, atl_theme_get ());
}

static void
show (AtlMixRoom *self)
{
  g_autofree char *text =
    self->sheets->len > 0 ? atl_mix_sheet_dup_text (self->sheets->pdata[self->position]) : g_strdup ("");

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (self->area);
}

/**
 * atl_mix_room_turn:
 * @self: a window
 * @by: how many sheets further, or back
 *
 * Shows another sheet; stays on the first or the last.
 */
void
atl_mix_room_turn (AtlMixRoom *self,
                   int         by)
{
  int last = MAX ((int) self->sheets->len - 1, 0);

  self->position = (guint) CLAMP ((int) self->position + by, 0, last);
  show (self);
}

/**
 * atl_mix_room_get_position:
 * @self: a window
 *
 * Returns: which sheet it shows
 */
guint
atl_mix_room_get_position (AtlMixRoom *self)
{
  return self->position;
}

/**
 * atl_mix_room_set_sheets:
 * @self: a window
 * @sheets: (element-type AtlMixSheet): what it shows from now on
 */
void
atl_mix_room_set_sheets (AtlMixRoom *self,
                         GPtrArray  *sheets)
{
  g_ptr_array_ref (sheets);
  g_ptr_array_unref (self->sheets);
  self->sheets = sheets;
  atl_mix_room_turn (self, 0);
}

static gboolean
turn (GtkWidget *widget,
      GVariant  *args,
      gpointer   user_data)
{
  int by = g_variant_get_int32 (args);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  atl_mix_room_turn (ATL_MIX_ROOM (widget), by);
  return GDK_EVENT_STOP;
}

static gboolean
page (GtkWidget *widget,
      GVariant  *args,
      gpointer   user_data)
{
  atl_mix_room_turn (ATL_MIX_ROOM (widget), g_variant_get_int32 (args));
  return GDK_EVENT_STOP;
}

static gboolean
leave (GtkWidget *widget,
       GVariant  *args,
       gpointer   user_data)
{
  gtk_window_close (GTK_WINDOW (widget));
  return GDK_EVENT_STOP;
}

static void
clicked_cb (AtlMixRoom *self)
{
  atl_mix_room_turn (self, self->position + 1 < self->sheets->len ? 1 : -(int) self->position);
}

static void
atl_mix_room_finalize (GObject *object)
{
  g_ptr_array_unref (ATL_MIX_ROOM (object)->sheets);
  G_OBJECT_CLASS (atl_mix_room_parent_class)->finalize (object);
}

static void
atl_mix_room_class_init (AtlMixRoomClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_mix_room_finalize;
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, turn, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, turn, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, page, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, page, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, page, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F11, 0, leave, NULL);
}

static void
atl_mix_room_init (AtlMixRoom *self)
{
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();
  GtkGesture                *click = gtk_gesture_click_new ();

  self->sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_mix_sheet_free);
  self->area = gtk_drawing_area_new ();
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  gtk_widget_set_focusable (self->area, TRUE);
  gtk_window_set_child (GTK_WINDOW (self), self->area);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Groups"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1280, 720);
  /* A modal window of the app leaves the keys to this one. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (self->area, GTK_EVENT_CONTROLLER (click));
  atl_theme_watch (self->area, G_CALLBACK (gtk_widget_queue_draw));
}

/**
 * atl_mix_room_new:
 * @parent: the window it comes from
 *
 * Returns: (transfer none): a window without sheets, to be opened
 */
GtkWidget *
atl_mix_room_new (GtkWindow *parent)
{
  return g_object_new (ATL_TYPE_MIX_ROOM, "transient-for", parent, "destroy-with-parent", TRUE, NULL);
}

/* The first one that @window is not on. */
static GdkMonitor *
find_other_monitor (GtkWindow *window)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors) && own != NULL; i++)
    {
      g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return g_steal_pointer (&monitor);
    }
  return NULL;
}

/**
 * atl_mix_room_open:
 * @self: a window
 *
 * Fills a screen.
 */
void
atl_mix_room_open (AtlMixRoom *self)
{
  GtkWindow             *parent = gtk_window_get_transient_for (GTK_WINDOW (self));
  g_autoptr (GdkMonitor) monitor = parent != NULL ? find_other_monitor (parent) : NULL;

  if (monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (self->area);
}
