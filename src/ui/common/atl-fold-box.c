/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/common/atl-fold-box.h"

#include <adwaita.h>

#define CONTENT_ROOM 560 /* px: what the content keeps before a side folds */
#define SLIDE_MS 180

typedef enum
{
  SIDE_START,
  SIDE_END,
  N_SIDES,
} SideName;

/* A panel beside the content. */
typedef struct
{
  GtkWidget    *child;
  gboolean      open;     /* what the user wants while there is room */
  gboolean      folded;   /* there is none */
  gboolean      over;     /* lies over the content while folded */
  double        progress; /* of sliding over the content, 0 to 1 */
  AdwAnimation *animation;
} Side;

/**
 * AtlFoldBox:
 *
 * The folding container of the window: content between two panels. Where there is room, open panels stand
 * beside the content; where there is not they fold away, and opening one lays it over the content until the
 * user is done with it.
 */
struct _AtlFoldBox
{
  GtkWidget parent_instance;

  GtkWidget *content;
  GtkWidget *shade;
  Side       sides[N_SIDES];
  guint      folding; /* source that announces after the allocation what folded or unfolded in it */
};

G_DEFINE_FINAL_TYPE (AtlFoldBox, atl_fold_box, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_START,
  PROP_CONTENT,
  PROP_END,
  PROP_START_OPEN,
  PROP_END_OPEN,
  PROP_FOLDED,
  N_PROPS
};
static GParamSpec *properties[N_PROPS];

static gboolean
side_is_open (Side *side)
{
  return side->child != NULL && (side->folded ? side->over : side->open);
}

static gboolean
side_is_visible (Side *side)
{
  return side->child != NULL && (side->folded ? side->over || side->progress > 0 : side->open);
}

static void
apply_visibility (AtlFoldBox *self)
{
  gboolean shaded = FALSE;

  for (int i = 0; i < N_SIDES; i++)
    {
      Side *side = &self->sides[i];

      if (side->child == NULL)
        continue;
      gtk_widget_set_child_visible (side->child, side_is_visible (side));
      shaded = shaded || (side->folded && side_is_visible (side));
    }
  gtk_widget_set_child_visible (self->shade, shaded);
}

static void
show_sides (AtlFoldBox *self)
{
  apply_visibility (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
slide (double progress,
       Side  *side)
{
  AtlFoldBox *self = ATL_FOLD_BOX (gtk_widget_get_parent (side->child));

  side->progress = progress;
  show_sides (self);
}

static void
side_slide_to (AtlFoldBox *self,
               Side       *side,
               double      to)
{
  AdwAnimationTarget *target = adw_callback_animation_target_new ((AdwAnimationTargetFunc) slide, side, NULL);

  if (side->animation != NULL)
    adw_animation_pause (side->animation);
  g_clear_object (&side->animation);
  side->animation = adw_timed_animation_new (side->child, side->progress, to, SLIDE_MS, target);
  adw_animation_play (side->animation);
}

static void
notify_open (AtlFoldBox *self,
             Side       *side)
{
  g_object_notify_by_pspec (G_OBJECT (self),
                            properties[side == self->sides ? PROP_START_OPEN : PROP_END_OPEN]);
}

/* Focus does not stay in a panel that went away. */
static void
leave_side (AtlFoldBox *self,
            Side       *side)
{
  GtkRoot   *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus != NULL && (focus == side->child || gtk_widget_is_ancestor (focus, side->child)))
    gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

static void
side_set_open (AtlFoldBox *self,
               Side       *side,
               gboolean    open)
{
  if (side_is_open (side) == open || side->child == NULL)
    return;
  if (!open)
    leave_side (self, side);
  if (side->folded)
    {
      side->over = open;
      side_slide_to (self, side, open ? 1 : 0);
    }
  else
    side->open = open;
  notify_open (self, side);
  show_sides (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
close_overlays (AtlFoldBox *self)
{
  for (int i = 0; i < N_SIDES; i++)
    if (self->sides[i].folded)
      side_set_open (self, &self->sides[i], FALSE);
}

static gboolean
escape_cb (GtkEventControllerKey *controller,
           guint                  keyval,
           guint                  keycode,
           GdkModifierType        state,
           AtlFoldBox            *self)
{
  if (keyval != GDK_KEY_Escape || !gtk_widget_get_child_visible (self->shade))
    return GDK_EVENT_PROPAGATE;
  close_overlays (self);
  return GDK_EVENT_STOP;
}

static gboolean
folding_cb (gpointer data)
{
  AtlFoldBox *self = data;

  self->folding = 0;
  notify_open (self, &self->sides[SIDE_START]);
  notify_open (self, &self->sides[SIDE_END]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FOLDED]);
  return G_SOURCE_REMOVE;
}

/* A panel that lay over the content when room came back stays; one that had to fold does not jump over the
 * content. */
static void
side_set_folded (AtlFoldBox *self,
                 Side       *side,
                 gboolean    folded)
{
  if (side->folded == folded)
    return;
  side->open = side->open || side->over;
  side->folded = folded;
  side->over = FALSE;
  side->progress = 0;
  if (self->folding == 0)
    self->folding = g_idle_add_full (G_PRIORITY_HIGH, folding_cb, self, NULL);
}

static int
side_get_width (Side *side)
{
  int natural = 0;

  if (side->child != NULL)
    gtk_widget_measure (side->child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  return natural;
}

/* The end panel was opened on demand, so it has the room first. */
static void
fold_sides (AtlFoldBox *self,
            int         width)
{
  Side *start = &self->sides[SIDE_START];
  Side *end = &self->sides[SIDE_END];
  int   room = width - CONTENT_ROOM;

  side_set_folded (self, end, room < side_get_width (end));
  if (end->open && !end->folded)
    room -= side_get_width (end);
  side_set_folded (self, start, room < side_get_width (start));
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        width,
                int        height)
{
  gtk_widget_size_allocate (child, &(GtkAllocation){ x, 0, width, height }, -1);
}

/* Returns the width that the side takes from the content. */
static int
allocate_side (AtlFoldBox *self,
               SideName    name,
               int         width,
               int         height)
{
  Side    *side = &self->sides[name];
  gboolean right = (name == SIDE_END) != (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL);
  int      own = MIN (side_get_width (side), width);
  int      hidden = side->folded ? (int) (own * (1 - side->progress)) : 0;

  if (!side_is_visible (side))
    return 0;
  allocate_child (side->child, right ? width - own + hidden : -hidden, own, height);
  return side->folded ? 0 : own;
}

static void
atl_fold_box_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  AtlFoldBox *self = ATL_FOLD_BOX (widget);
  gboolean    rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int         start = 0;
  int         end = 0;

  fold_sides (self, width);
  apply_visibility (self);
  start = allocate_side (self, SIDE_START, width, height);
  end = allocate_side (self, SIDE_END, width, height);
  if (self->content != NULL)
    allocate_child (self->content, rtl ? end : start, width - start - end, height);
  if (gtk_widget_get_child_visible (self->shade))
    allocate_child (self->shade, 0, width, height);
}

static void
atl_fold_box_measure (GtkWidget     *widget,
                      GtkOrientation orientation,
                      int            for_size,
                      int           *minimum,
                      int           *natural,
                      int           *minimum_baseline,
                      int           *natural_baseline)
{
  AtlFoldBox *self = ATL_FOLD_BOX (widget);
  int         child_minimum = 0;
  int         child_natural = 0;

  if (self->content != NULL)
    gtk_widget_measure (self->content, orientation, -1, minimum, natural, NULL, NULL);
  for (int i = 0; i < N_SIDES; i++)
    {
      if (self->sides[i].child == NULL)
        continue;
      gtk_widget_measure (self->sides[i].child, orientation, -1, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? *natural + child_natural
                                                           : MAX (*natural, child_natural);
    }
}

static void
atl_fold_box_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  AtlFoldBox *self = ATL_FOLD_BOX (widget);
  GtkWidget  *order[] = { self->content, self->shade, self->sides[SIDE_START].child,
                          self->sides[SIDE_END].child };

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                         (float) gtk_widget_get_height (widget)));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (order[i] != NULL)
      gtk_widget_snapshot_child (widget, order[i], snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
set_child (AtlFoldBox *self,
           GtkWidget **slot,
           GtkWidget  *child)
{
  if (*slot == child)
    return;
  g_clear_pointer (slot, gtk_widget_unparent);
  *slot = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  /* The order of the children is the order of the keys: start, content, end; the one on top is last. */
  if (self->content != NULL && self->sides[SIDE_START].child != NULL)
    gtk_widget_insert_before (self->sides[SIDE_START].child, GTK_WIDGET (self), self->content);
  gtk_widget_insert_after (self->shade, GTK_WIDGET (self), self->content);
  if (self->sides[SIDE_END].child != NULL)
    gtk_widget_insert_before (self->sides[SIDE_END].child, GTK_WIDGET (self), NULL);
  show_sides (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static void
atl_fold_box_get_property (GObject    *object,
                           guint       id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  AtlFoldBox *self = ATL_FOLD_BOX (object);

  if (id == PROP_START)
    g_value_set_object (value, self->sides[SIDE_START].child);
  else if (id == PROP_END)
    g_value_set_object (value, self->sides[SIDE_END].child);
  else if (id == PROP_CONTENT)
    g_value_set_object (value, self->content);
  else if (id == PROP_START_OPEN)
    g_value_set_boolean (value, atl_fold_box_get_start_open (self));
  else if (id == PROP_END_OPEN)
    g_value_set_boolean (value, atl_fold_box_get_end_open (self));
  else if (id == PROP_FOLDED)
    g_value_set_boolean (value, atl_fold_box_get_folded (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atl_fold_box_set_property (GObject      *object,
                           guint         id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  AtlFoldBox *self = ATL_FOLD_BOX (object);

  if (id == PROP_START)
    set_child (self, &self->sides[SIDE_START].child, g_value_get_object (value));
  else if (id == PROP_END)
    set_child (self, &self->sides[SIDE_END].child, g_value_get_object (value));
  else if (id == PROP_CONTENT)
    set_child (self, &self->content, g_value_get_object (value));
  else if (id == PROP_START_OPEN)
    atl_fold_box_set_start_open (self, g_value_get_boolean (value));
  else if (id == PROP_END_OPEN)
    atl_fold_box_set_end_open (self, g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
atl_fold_box_dispose (GObject *object)
{
  AtlFoldBox *self = ATL_FOLD_BOX (object);

  g_clear_handle_id (&self->folding, g_source_remove);
  for (int i = 0; i < N_SIDES; i++)
    {
      g_clear_object (&self->sides[i].animation);
      g_clear_pointer (&self->sides[i].child, gtk_widget_unparent);
    }
  g_clear_pointer (&self->content, gtk_widget_unparent);
  g_clear_pointer (&self->shade, gtk_widget_unparent);
  G_OBJECT_CLASS (atl_fold_box_parent_class)->dispose (object);
}

static void
atl_fold_box_class_init (AtlFoldBoxClass *klass)
{
  GObjectClass   *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags     flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atl_fold_box_get_property;
  object_class->set_property = atl_fold_box_set_property;
  object_class->dispose = atl_fold_box_dispose;
  widget_class->measure = atl_fold_box_measure;
  widget_class->size_allocate = atl_fold_box_size_allocate;
  widget_class->snapshot = atl_fold_box_snapshot;

  properties[PROP_START] = g_param_spec_object ("start", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_END] = g_param_spec_object ("end", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_START_OPEN] = g_param_spec_boolean ("start-open", NULL, NULL, TRUE, flags);
  properties[PROP_END_OPEN] = g_param_spec_boolean ("end-open", NULL, NULL, FALSE, flags);
  properties[PROP_FOLDED] = g_param_spec_boolean (
    "folded", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_set_css_name (widget_class, "foldbox");
}

static void
atl_fold_box_init (AtlFoldBox *self)
{
  GtkGesture         *click = gtk_gesture_click_new ();
  GtkEventController *key = gtk_event_controller_key_new ();

  self->sides[SIDE_START].open = TRUE;
  self->shade = g_object_new (ADW_TYPE_BIN, "css-name", "shade", NULL);
  gtk_widget_set_parent (self->shade, GTK_WIDGET (self));
  gtk_widget_set_child_visible (self->shade, FALSE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (close_overlays), self);
  gtk_widget_add_controller (self->shade, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (key, "key-pressed", G_CALLBACK (escape_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), key);
}

/**
 * atl_fold_box_new:
 *
 * Returns: (transfer floating): a container without children, its start side open
 */
GtkWidget *
atl_fold_box_new (void)
{
  return g_object_new (ATL_TYPE_FOLD_BOX, NULL);
}

/**
 * atl_fold_box_get_folded:
 * @self: a fold box
 *
 * Returns: whether there is no room for the start side beside the content
 */
gboolean
atl_fold_box_get_folded (AtlFoldBox *self)
{
  g_return_val_if_fail (ATL_IS_FOLD_BOX (self), FALSE);
  return self->sides[SIDE_START].folded;
}

/**
 * atl_fold_box_get_covered:
 * @self: a fold box
 *
 * Returns: whether a side lies over the content
 */
gboolean
atl_fold_box_get_covered (AtlFoldBox *self)
{
  g_return_val_if_fail (ATL_IS_FOLD_BOX (self), FALSE);
  return gtk_widget_get_child_visible (self->shade);
}

/**
 * atl_fold_box_get_start_open:
 * @self: a fold box
 *
 * Returns: whether the side before the content can be seen
 */
gboolean
atl_fold_box_get_start_open (AtlFoldBox *self)
{
  g_return_val_if_fail (ATL_IS_FOLD_BOX (self), FALSE);
  return side_is_open (&self->sides[SIDE_START]);
}

/**
 * atl_fold_box_set_start_open:
 * @self: a fold box
 * @open: whether the side before the content shall be seen, over the content if there is no room
 */
void
atl_fold_box_set_start_open (AtlFoldBox *self,
                             gboolean    open)
{
  g_return_if_fail (ATL_IS_FOLD_BOX (self));
  side_set_open (self, &self->sides[SIDE_START], open);
}

/**
 * atl_fold_box_get_end_open:
 * @self: a fold box
 *
 * Returns: whether the side after the content can be seen
 */
gboolean
atl_fold_box_get_end_open (AtlFoldBox *self)
{
  g_return_val_if_fail (ATL_IS_FOLD_BOX (self), FALSE);
  return side_is_open (&self->sides[SIDE_END]);
}

/**
 * atl_fold_box_set_end_open:
 * @self: a fold box
 * @open: whether the side after the content shall be seen, over the content if there is no room
 */
void
atl_fold_box_set_end_open (AtlFoldBox *self,
                           gboolean    open)
{
  g_return_if_fail (ATL_IS_FOLD_BOX (self));
  side_set_open (self, &self->sides[SIDE_END], open);
}
