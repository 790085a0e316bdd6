/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-miniature.h"

#include "model/atl-maps.h"
#include "model/atl-session.h"
#include "scene/atl-scene-map.h"
#include "ui/common/atl-painting.h"
#include "ui/common/atl-silos-only.h"
#include "ui/common/atl-theme.h"

#define NATURAL_WIDTH 200
#define WIDEST 16384
#define HIGHEST 1.0 /* a board that grew far down is shown by its upper part only */
#define LOWEST 0.3
#define REDRAW_MS 250
#define SLICE 2500 /* microseconds that a picture may take between two frames */

/**
 * AtlMiniature:
 *
 * A small live picture of a board. It is drawn once, when there is time, and again a little after the
 * board changed; what is shown between is the picture.
 */
struct _AtlMiniature
{
  GtkWidget parent_instance;

  AtlBoard    *board;
  AtlSession  *session; /* kept, so that the board of a template stays in one */
  AtlScene    *scene;
  GdkTexture  *picture;
  AtlPainting *painting; /* the next picture, on its way */
  GtkWidget   *window;   /* of a session, whose maps may show silos only */
  int          natural_width;
  gboolean     stale;
  gboolean     reshaped;
  gboolean     queued;
  guint        redrawing;
};

G_DEFINE_FINAL_TYPE (AtlMiniature, atl_miniature, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_BOARD,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

/* Miniatures that wait for their picture: one is drawn per turn of the main loop, so that a page full of
 * them opens at once. */
static GQueue waiting = G_QUEUE_INIT;
static guint  draining;

static void
ensure_scene (AtlMiniature *self);

static AtlRect
get_shown (AtlMiniature *self)
{
  AtlRect bounds = atl_scene_get_bounds (self->scene);

  if (atl_rect_is_empty (bounds))
    bounds = atl_rect (0, 0, 1600, 1000);
  bounds.height = CLAMP (bounds.height, bounds.width * LOWEST, bounds.width * HIGHEST);
  return bounds;
}

/* The old picture goes at once: it may name people. */
static void
view_changed_cb (AtlMiniature *self)
{
  g_clear_pointer (&self->painting, atl_painting_free);
  if (atl_board_is_map (self->board))
    g_clear_object (&self->picture);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
forget_window (AtlMiniature *self)
{
  if (self->window != NULL)
    g_signal_handlers_disconnect_by_func (self->window, view_changed_cb, self);
  g_clear_weak_pointer (&self->window);
}

/* The actions of a window may come after what is in it. */
static void
watch_window (AtlMiniature *self)
{
  GActionGroup *window = self->window == NULL ? atl_silos_only_find (GTK_WIDGET (self)) : NULL;

  if (window == NULL)
    return;
  g_set_weak_pointer (&self->window, GTK_WIDGET (window));
  g_signal_connect_swapped (window, "action-state-changed::" ATL_SILOS_ONLY_ACTION,
                            G_CALLBACK (view_changed_cb), self);
}

/* Also after the board became one that may name people. */
static void
choose_view (AtlMiniature *self)
{
  GActionGroup *window = NULL;
  gboolean      silos;

  watch_window (self);
  window = self->window != NULL ? G_ACTION_GROUP (self->window) : NULL;
  silos = atl_silos_only_get (window) && atl_board_has_people (self->board);
  atl_scene_set_map_view (self->scene, silos ? ATL_MAP_SILOS : ATL_MAP_PEOPLE);
}

static gboolean
begin_picture (AtlMiniature *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = gtk_widget_get_width (GTK_WIDGET (self)) * factor;
  int height = gtk_widget_get_height (GTK_WIDGET (self)) * factor;

  if (width <= 0 || height <= 0 || self->board == NULL)
    return FALSE;
  ensure_scene (self);
  choose_view (self);
  self->stale = FALSE;
  self->painting = atl_painting_new (self->scene, get_shown (self), width, height);
  return TRUE;
}

/* A board of ten thousand notes takes several turns, so that no frame waits for it. */
static gboolean
draw_picture (AtlMiniature *self)
{
  if (self->painting == NULL && !begin_picture (self))
    return TRUE;
  if (!atl_painting_go_on (self->painting, SLICE))
    return FALSE;
  g_clear_object (&self->picture);
  self->picture = atl_painting_end (self->painting);
  g_clear_pointer (&self->painting, atl_painting_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return TRUE;
}

static gboolean
drain_cb (gpointer data)
{
  AtlMiniature *next = g_queue_peek_head (&waiting);

  if (next != NULL && draw_picture (next))
    {
      g_queue_remove (&waiting, next);
      next->queued = FALSE;
    }
  if (!g_queue_is_empty (&waiting))
    return G_SOURCE_CONTINUE;
  draining = 0;
  return G_SOURCE_REMOVE;
}

static void
enqueue (AtlMiniature *self)
{
  if (self->queued)
    return;
  self->queued = TRUE;
  g_queue_push_tail (&waiting, self);
  if (draining == 0)
    draining = g_idle_add (drain_cb, NULL);
}

static gboolean
redraw_cb (gpointer data)
{
  AtlMiniature *self = data;

  self->redrawing = 0;
  self->stale = TRUE;
  if (self->reshaped)
    gtk_widget_queue_resize (GTK_WIDGET (self));
  self->reshaped = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

static void
board_changed_cb (AtlMiniature *self)
{
  if (self->redrawing == 0)
    self->redrawing = g_timeout_add (REDRAW_MS, redraw_cb, self);
}

static void
bounds_changed_cb (AtlMiniature *self)
{
  self->reshaped = TRUE;
  board_changed_cb (self);
}

static void
theme_changed_cb (AtlMiniature *self)
{
  if (self->scene != NULL)
    atl_scene_set_theme (self->scene, atl_theme_get ());
  g_clear_pointer (&self->painting, atl_painting_free);
  self->stale = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ensure_scene (AtlMiniature *self)
{
  static const char *const names[] = { "box-added", "box-removed", "box-changed" };

  if (self->scene != NULL || self->board == NULL)
    return;
  self->scene = atl_scene_new (self->board);
  atl_scene_set_theme (self->scene, atl_theme_get ());
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_signal_connect_swapped (self->scene, names[i], G_CALLBACK (board_changed_cb), self);
  g_signal_connect_swapped (self->scene, "bounds-changed", G_CALLBACK (bounds_changed_cb), self);
}

static void
drop_scene (AtlMiniature *self)
{
  g_clear_pointer (&self->painting, atl_painting_free);
  if (self->scene != NULL)
    g_signal_handlers_disconnect_by_data (self->scene, self);
  g_clear_object (&self->scene);
  g_clear_handle_id (&self->redrawing, g_source_remove);
}

static void
atl_miniature_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (atl_miniature_parent_class)->root (widget);
  view_changed_cb (ATL_MINIATURE (widget));
}

static void
atl_miniature_unroot (GtkWidget *widget)
{
  forget_window (ATL_MINIATURE (widget));
  GTK_WIDGET_CLASS (atl_miniature_parent_class)->unroot (widget);
}

static GtkSizeRequestMode
atl_miniature_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
atl_miniature_measure (GtkWidget     *widget,
                       GtkOrientation orientation,
                       int            for_size,
                       int           *minimum,
                       int           *natural,
                       int           *minimum_baseline,
                       int           *natural_baseline)
{
  AtlMiniature *self = ATL_MINIATURE (widget);
  AtlRect       shown = atl_rect (0, 0, 1600, 1000);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 1;
      *natural = self->natural_width;
      return;
    }
  if (self->scene != NULL)
    shown = get_shown (self);
  /* GTK asks for absurd widths to learn how low the widget can get; a picture only gets higher. */
  if (for_size < 0 || for_size > WIDEST)
    for_size = self->natural_width;
  *minimum = *natural = MAX (1, (int) (for_size * shown.height / shown.width));
}

static void
atl_miniature_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  AtlMiniature *self = ATL_MINIATURE (widget);
  int           factor = gtk_widget_get_scale_factor (widget);
  int           width = gtk_widget_get_width (widget);
  int           height = gtk_widget_get_height (widget);

  if (self->picture != NULL)
    gtk_snapshot_append_texture (snapshot, self->picture,
                                 &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  if (self->stale || self->picture == NULL || gdk_texture_get_width (self->picture) != width * factor ||
      gdk_texture_get_height (self->picture) != height * factor)
    enqueue (self);
}

static void
atl_miniature_get_property (GObject    *object,
                            guint       id,
                            GValue     *value,
                            GParamSpec *pspec)
{
  g_value_set_object (value, ATL_MINIATURE (object)->board);
}

static void
atl_miniature_set_property (GObject      *object,
                            guint         id,
                            const GValue *value,
                            GParamSpec   *pspec)
{
  atl_miniature_set_board (ATL_MINIATURE (object), g_value_get_object (value));
}

static void
atl_miniature_dispose (GObject *object)
{
  AtlMiniature *self = ATL_MINIATURE (object);

  g_queue_remove (&waiting, self);
  forget_window (self);
  drop_scene (self);
  g_clear_object (&self->picture);
  g_clear_object (&self->board);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (atl_miniature_parent_class)->dispose (object);
}

static void
atl_miniature_class_init (AtlMiniatureClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = atl_miniature_get_property;
  object_class->set_property = atl_miniature_set_property;
  object_class->dispose = atl_miniature_dispose;
  widget_class->root = atl_miniature_root;
  widget_class->unroot = atl_miniature_unroot;
  widget_class->get_request_mode = atl_miniature_get_request_mode;
  widget_class->measure = atl_miniature_measure;
  widget_class->snapshot = atl_miniature_snapshot;

  properties[PROP_BOARD] =
    g_param_spec_object ("board", NULL, NULL, ATL_TYPE_BOARD,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "miniature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
atl_miniature_init (AtlMiniature *self)
{
  self->natural_width = NATURAL_WIDTH;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  atl_theme_watch (GTK_WIDGET (self), G_CALLBACK (theme_changed_cb));
}

/**
 * atl_miniature_new:
 * @board: (nullable): a board
 *
 * Returns: (transfer floating): a picture of @board
 */
GtkWidget *
atl_miniature_new (AtlBoard *board)
{
  return g_object_new (ATL_TYPE_MINIATURE, "board", board, NULL);
}

/**
 * atl_miniature_get_board:
 * @self: a miniature
 *
 * Returns: (transfer none) (nullable): the board it shows
 */
AtlBoard *
atl_miniature_get_board (AtlMiniature *self)
{
  g_return_val_if_fail (ATL_IS_MINIATURE (self), NULL);
  return self->board;
}

/**
 * atl_miniature_set_board:
 * @self: a miniature
 * @board: (nullable): the board to show; the miniature keeps it and its session alive
 */
void
atl_miniature_set_board (AtlMiniature *self,
                         AtlBoard     *board)
{
  AtlSession *session = NULL;

  g_return_if_fail (ATL_IS_MINIATURE (self));
  g_return_if_fail (board == NULL || ATL_IS_BOARD (board));

  if (self->board == board)
    return;
  drop_scene (self);
  session = board != NULL ? atl_item_get_session (ATL_ITEM (board)) : NULL;
  g_set_object (&self->board, board);
  g_set_object (&self->session, session);
  g_clear_object (&self->picture);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BOARD]);
}

/**
 * atl_miniature_get_scene:
 * @self: a miniature
 *
 * Returns: (transfer none) (nullable): what it draws, once it was drawn
 */
AtlScene *
atl_miniature_get_scene (AtlMiniature *self)
{
  g_return_val_if_fail (ATL_IS_MINIATURE (self), NULL);
  return self->scene;
}

/**
 * atl_miniature_set_natural_width:
 * @self: a miniature
 * @width: how wide it would like to be, in pixels; it takes more or less where it has to
 */
void
atl_miniature_set_natural_width (AtlMiniature *self,
                                 int           width)
{
  g_return_if_fail (ATL_IS_MINIATURE (self) && width > 0);

  self->natural_width = width;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}
