/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-network-names.h"
#include "model/atl-silo.h"
#include "scene/atl-cairo-player.h"
#include "ui/compare/atl-compare-ink.h"
#include "ui/compare/atl-compare-labels.h"
#include "ui/compare/atl-compare-map-private.h"
#include "ui/compare/atl-compare-names.h"

#define FULL_ZOOM 0.2
#define BARS_ZOOM 0.1
#define FAINT 0.26
#define MOST_SIGNS 60 /* on lines; where there are more they are in each other's way */
#define MOST_LINES 1500
#define FEW_LINES 80.0
#define DIM 0.12
#define SMALL_SIGN 6.0 /* radius, where there are many */
#define LARGE_SIGN 9.0
#define FEW_SIGNS 12
#define NODE_TEXT 16.0    /* board units, of the name on a node */
#define NAME_ZOOM 0.3     /* below, names would be in each other's way */
#define SCENE_ZOOM 0.75   /* from here on they can be read as they are */
#define USUAL_WIDTH 380.0 /* pixels, of a map in a window */
#define USUAL_SIZE 14.7   /* pixels, of the letters of a window */
#define NAME_SIZE 10.0    /* pixels */
#define NAME_WIDTH 46.0
#define SILO_SIZE 12.0
#define HULL 20.0 /* board units from nodes to the hull of their silo */

/* What one turn of drawing needs. */
typedef struct
{
  AtlCompareMap *self;
  cairo_t       *cr;
  AtlTheme       theme;
  AtlRect        room;
  GArray        *lines; /* AtlCompareLine with a sign */
  GArray        *signs; /* AtlCompareGroup of each */
  cairo_matrix_t pixels;
  double         scale;   /* of letters */
  double         opacity; /* of lines that are not lit: many are a texture */
  guint          most;    /* links between two silos, where these are one line */
} Painting;

/* A node of this map for one of the later map. */
static guint
find_node (AtlCompareMap *self,
           guint          node)
{
  return self->then ? self->result->matching->before[node] : node;
}

/* In pixels, what stands for a node of the later map here; empty if it is not on this map. */
static AtlRect
find_end (AtlCompareMap *self,
          guint          node)
{
  AtlCompareSide *side = atl_compare_map_get_side (self);
  guint           own = find_node (self, node);
  int             silo = own != ATL_MATCHING_NONE ? side->network->nodes[own].silo : -1;
  AtlRect         rect = atl_rect (0, 0, 0, 0);

  if (own == ATL_MATCHING_NONE)
    return rect;
  rect = self->silos_only && silo >= 0 ? g_array_index (self->silos, AtlRect, silo)
                                       : g_array_index (self->nodes, AtlRect, own);
  return atl_rect_is_empty (rect) ? rect : atl_camera_rect_to_screen (self->camera, rect);
}

static AtlDetail
choose_detail (AtlCompareMap *self)
{
  double zoom = atl_camera_get_zoom (self->camera);

  if (zoom >= FULL_ZOOM)
    return ATL_DETAIL_FULL;
  return zoom >= BARS_ZOOM ? ATL_DETAIL_BARS : ATL_DETAIL_PLAIN;
}

/* Of areas the shapes only: the names of silos are written over everything, in letters that can be read. */
static void
draw_list (cairo_t        *cr,
           AtlDisplayList *list,
           gboolean        text)
{
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    if (text || atl_display_list_get (list, i)->kind != ATL_OP_TEXT)
      atl_cairo_player_draw_op (cr, atl_display_list_get (list, i));
}

static void
draw_box (Painting *painting,
          AtlBox   *box,
          AtlDetail detail)
{
  AtlCompareMap *self = painting->self;

  if (!atl_rect_intersects (atl_scene_get_ink (self->scene, box), atl_camera_get_visible (self->camera)))
    return;
  cairo_save (painting->cr);
  cairo_translate (painting->cr, box->rect.x, box->rect.y);
  draw_list (painting->cr, atl_scene_get_display_list (self->scene, box, detail), box->kind != ATL_BOX_AREA);
  cairo_restore (painting->cr);
}

static void
draw_boxes (Painting  *painting,
            AtlBoxKind kind,
            AtlDetail  detail)
{
  GPtrArray *boxes = atl_scene_get_boxes (painting->self->scene, kind);

  for (guint i = 0; boxes != NULL && i < boxes->len; i++)
    draw_box (painting, boxes->pdata[i], detail);
}

/* From here on the context is in board units, until cairo_restore(). */
static void
go_to_board (Painting *painting)
{
  AtlCamera *camera = painting->self->camera;
  AtlPoint   origin = atl_camera_to_screen (camera, (AtlPoint){ 0, 0 });
  double     zoom = atl_camera_get_zoom (camera);

  cairo_save (painting->cr);
  cairo_translate (painting->cr, origin.x, origin.y);
  cairo_scale (painting->cr, zoom, zoom);
}

/* Links that are as they were give the picture, not more. */
static void
draw_ground (Painting *painting)
{
  AtlRgba paper = atl_palette_get_ink (painting->theme, ATL_INK_BACKGROUND);

  cairo_set_source_rgba (painting->cr, paper.red, paper.green, paper.blue, paper.alpha);
  cairo_paint (painting->cr);
  go_to_board (painting);
  draw_boxes (painting, ATL_BOX_AREA, ATL_DETAIL_BARS);
  if (!painting->self->silos_only)
    {
      cairo_push_group (painting->cr);
      draw_boxes (painting, ATL_BOX_LINK, choose_detail (painting->self));
      cairo_pop_group_to_source (painting->cr);
      cairo_paint_with_alpha (painting->cr, painting->self->lit != NULL ? FAINT / 2 : FAINT);
    }
  cairo_restore (painting->cr);
}

static void
get_ends (AtlCompareMap  *self,
          AtlCompareGroup group,
          guint           change,
          guint          *from,
          guint          *to)
{
  AtlComparison *comparison = self->result->comparison;
  gboolean       need = atl_compare_group_is_need (group);

  *from = need ? comparison->needs[change].a : comparison->links[change].from;
  *to = need ? comparison->needs[change].b : comparison->links[change].to;
}

static gboolean
is_drawn_here (AtlCompareMap  *self,
               AtlCompareGroup group)
{
  return group != ATL_COMPARE_NEW || !self->then;
}

static double
get_width (AtlCompareMap *self,
           AtlCompareRow *row,
           guint          change,
           guint          most)
{
  AtlComparison *comparison = self->result->comparison;
  double         zoom = atl_camera_get_zoom (self->camera);
  guint          strength;

  if (self->silos_only)
    return 2 + 6.0 * MIN (atl_compare_row_get_count (row), most) / MAX (most, 6);
  if (atl_compare_group_is_need (atl_compare_row_get_group (row)))
    strength = comparison->needs[change].level;
  else
    strength = self->then ? comparison->links[change].before : comparison->links[change].after;
  if (strength == 0)
    strength = MAX (comparison->links[change].before, comparison->links[change].after);
  return MAX ((1.4 + 0.9 * (CLAMP (strength, 1, 5) - 1)) * zoom, 1.5);
}

/* What is not there any more, or not yet, is dashed: in more than color. */
static gboolean
is_dashed (AtlCompareMap  *self,
           AtlCompareGroup group)
{
  return group == ATL_COMPARE_OPEN || (group == ATL_COMPARE_MET && self->then) ||
         (group == ATL_COMPARE_LOST && !self->then);
}

static AtlCompareLine
make_line (Painting      *painting,
           AtlCompareRow *row,
           guint          change)
{
  AtlCompareMap  *self = painting->self;
  AtlCompareGroup group = atl_compare_row_get_group (row);
  gboolean        asked = group == ATL_COMPARE_MET && self->then;
  AtlCompareLine  line = { .bend = 0.14 };
  guint           from;
  guint           to;

  get_ends (self, group, change, &from, &to);
  line.width = get_width (self, row, change, painting->most);
  line.dashed = is_dashed (self, group);
  line.color = atl_compare_ink_get_color (asked ? ATL_COMPARE_OPEN : group, painting->theme);
  line.from = find_end (self, from);
  line.to = find_end (self, to);
  line.arrow = !atl_compare_group_is_need (group);
  if (self->silos_only)
    line.bend += 0.06 * group;
  return line;
}

static void
draw_change (Painting      *painting,
             AtlCompareRow *row,
             guint          change,
             gboolean       faint)
{
  AtlCompareMap  *self = painting->self;
  AtlCompareGroup group = atl_compare_row_get_group (row);
  AtlCompareLine  line = make_line (painting, row, change);

  if (atl_rect_is_empty (line.from) || atl_rect_is_empty (line.to) || !is_drawn_here (self, group))
    return;
  if (self->lit != NULL && !faint)
    line.width += 1.5;
  else
    line.color = atl_rgba_with_alpha (line.color, (faint ? FAINT : 1) * painting->opacity);
  atl_compare_ink_line (painting->cr, &line);
  self->n_drawn++;
  if (faint || (self->then && group != ATL_COMPARE_LOST))
    return;
  g_array_append_val (painting->lines, line);
  g_array_append_val (painting->signs, group);
}

static void
draw_row (Painting      *painting,
          AtlCompareRow *row,
          gboolean       faint)
{
  GArray *changes = atl_compare_row_get_changes (row);
  guint   n = painting->self->silos_only ? MIN (changes->len, 1) : changes->len;

  for (guint i = 0; i < n; i++)
    draw_change (painting, row, g_array_index (changes, guint, i), faint);
}

/* Requests are lines only while they are lit: most of them are links by now. */
static gboolean
is_shown (AtlCompareMap *self,
          AtlCompareRow *row)
{
  AtlCompareGroup group = atl_compare_row_get_group (row);

  if (self->lit == NULL)
    return !atl_compare_group_is_need (group);
  return row == self->lit ||
         (atl_compare_row_is_heading (self->lit) && group == atl_compare_row_get_group (self->lit));
}

/* Looks at all lines before the first is drawn. */
static void
weigh (Painting *painting)
{
  AtlCompareMap *self = painting->self;
  guint          n = self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;

  painting->opacity = CLAMP (FEW_LINES / MAX (n, 1), DIM, 1);
  painting->most = 1;
  for (guint i = 0; self->silos_only && i < n; i++)
    {
      g_autoptr (AtlCompareRow) row = g_list_model_get_item (self->rows, i);

      if (!atl_compare_row_is_heading (row))
        painting->most = MAX (painting->most, atl_compare_row_get_count (row));
    }
}

static void
draw_pass (Painting *painting,
           gboolean  strong)
{
  AtlCompareMap *self = painting->self;
  guint          n = self->rows != NULL ? g_list_model_get_n_items (self->rows) : 0;
  guint          most = self->n_drawn + MOST_LINES;

  for (guint i = 0; i < n && self->n_drawn < most; i++)
    {
      g_autoptr (AtlCompareRow) row = g_list_model_get_item (self->rows, i);
      gboolean                  need = atl_compare_group_is_need (atl_compare_row_get_group (row));
      gboolean                  shown = is_shown (self, row);

      if (shown == strong && (shown || !need))
        draw_row (painting, row, !shown);
    }
}

/* First what is faint, so that what is lit stands over it. */
static void
draw_changes (Painting *painting)
{
  AtlCompareMap *self = painting->self;

  weigh (painting);
  self->n_drawn = 0;
  if (self->lit != NULL)
    draw_pass (painting, FALSE);
  if (self->lit != NULL && !atl_compare_row_is_heading (self->lit))
    draw_row (painting, self->lit, FALSE);
  else
    draw_pass (painting, TRUE);
}

static gboolean
is_lit (AtlCompareMap *self,
        guint          node)
{
  GArray *changes = self->lit != NULL ? atl_compare_row_get_changes (self->lit) : NULL;

  for (guint i = 0; changes != NULL && i < changes->len; i++)
    {
      guint from;
      guint to;

      get_ends (self, atl_compare_row_get_group (self->lit), g_array_index (changes, guint, i), &from, &to);
      if (find_node (self, from) == node || find_node (self, to) == node)
        return TRUE;
    }
  return self->lit == NULL || atl_compare_row_is_heading (self->lit);
}

static gboolean
is_common (AtlCompareMap *self,
           guint          node)
{
  AtlMatching *matching = self->result->matching;

  return (self->then ? matching->after[node] : matching->before[node]) != ATL_MATCHING_NONE;
}

/* How much larger than usual letters are on the map: as in the window, as far as there is room. */
static double
get_text_scale (AtlCompareMap *self,
                AtlRect        room)
{
  PangoContext               *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double                      size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) > 0
              ? pango_cairo_context_get_resolution (context) / 72
              : 96 / 72.0;
  return CLAMP (MIN (size / USUAL_SIZE, room.width / USUAL_WIDTH), 0.8, 3);
}

static PangoLayout *
make_text (AtlCompareMap *self,
           const char    *text,
           double         size,
           double         width,
           gboolean       bold)
{
  PangoLayout   *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  pango_attr_list_insert (attributes, pango_attr_weight_new (bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

/* On a map that is fitted to half a window the names of its nodes would be too small. */
static gboolean
has_own_names (AtlCompareMap *self)
{
  double zoom = atl_camera_get_zoom (self->camera);

  return zoom >= NAME_ZOOM && zoom < SCENE_ZOOM;
}

static AtlRgba
get_fill (Painting *painting,
          guint     node)
{
  AtlCompareSide *side = atl_compare_map_get_side (painting->self);
  int             index = side->network->nodes[node].silo;
  AtlSilo        *silo = NULL;

  if (index >= 0)
    silo = atl_list_find (atl_session_get_silos (side->session), side->network->silos[index].id);
  return atl_palette_get_node_fill (painting->theme,
                                    silo != NULL ? atl_silo_get_color (silo) : ATL_TINT_GREY);
}

/* A node as wide as its name. */
static void
draw_name (Painting *painting,
           guint     node)
{
  AtlCompareMap          *self = painting->self;
  AtlCompareSide         *side = atl_compare_map_get_side (self);
  g_autofree char        *name = atl_network_names_dup_shown (side->network, node, side->session);
  AtlRect                 rect = g_array_index (self->nodes, AtlRect, node);
  AtlRect                 shown = atl_camera_rect_to_screen (self->camera, rect);
  double                  scale = painting->scale;
  double                  zoom = atl_camera_get_zoom (self->camera);
  double                  size = CLAMP (NODE_TEXT * zoom, NAME_SIZE * scale, 32);
  double                  width = MAX (shown.width, NAME_WIDTH * scale);
  g_autoptr (PangoLayout) layout = make_text (self, name, size, width, FALSE);

  atl_compare_ink_pill (painting->cr, layout, shown, get_fill (painting, node));
  atl_compare_ink_text (painting->cr, layout, shown,
                        atl_palette_get_ink (painting->theme, ATL_INK_NOTE_TEXT));
}

static double
get_sign_radius (Painting *painting)
{
  return (painting->lines->len > FEW_SIGNS ? SMALL_SIGN : LARGE_SIGN) * painting->scale;
}

static GArray *
dup_sign_rects (Painting *painting)
{
  GArray *rects = g_array_new (FALSE, FALSE, sizeof (AtlRect));
  double  radius = get_sign_radius (painting) + 1.5;

  for (guint i = 0; painting->lines->len <= MOST_SIGNS && i < painting->lines->len; i++)
    {
      AtlPoint middle = g_array_index (painting->lines, AtlCompareLine, i).middle;
      AtlRect  rect = { middle.x - radius, middle.y - radius, 2 * radius, 2 * radius };

      g_array_append_val (rects, rect);
    }
  return rects;
}

static GArray *
dup_silo_labels (Painting *painting)
{
  AtlCompareMap  *self = painting->self;
  AtlCompareSide *side = atl_compare_map_get_side (self);
  double          zoom = atl_camera_get_zoom (self->camera);
  double          size = CLAMP (NODE_TEXT * zoom, SILO_SIZE * painting->scale, 40);
  GArray         *labels = g_array_new (FALSE, TRUE, sizeof (AtlCompareLabel));

  for (guint i = 0; i < side->network->n_silos; i++)
    {
      AtlRect         rect = g_array_index (self->silos, AtlRect, i);
      AtlCompareLabel label = { .inside = self->silos_only };

      label.over =
        atl_rect_inset (atl_camera_rect_to_screen (self->camera, rect), self->silos_only ? 0 : -HULL * zoom);
      if (atl_rect_is_empty (rect) || !atl_rect_intersects (label.over, painting->room))
        continue;
      label.layout = make_text (self, side->network->silos[i].name, size, 0, TRUE);
      g_array_append_val (labels, label);
    }
  return labels;
}

/* Silos by name: inside, where nobody is drawn, else beside them; shorter where they are close. */
static void
draw_silos (Painting *painting)
{
  g_autoptr (GArray) labels = dup_silo_labels (painting);
  g_autoptr (GArray) signs = dup_sign_rects (painting);

  atl_compare_labels_place (labels, signs, painting->room);
  for (guint i = 0; i < labels->len; i++)
    {
      AtlCompareLabel *label = &g_array_index (labels, AtlCompareLabel, i);

      if (label->shown)
        atl_compare_ink_halo (painting->cr, label->layout, label->place, painting->theme);
      g_object_unref (label->layout);
    }
}

static void
draw_node (Painting *painting,
           AtlBox   *box,
           guint     node,
           AtlDetail detail)
{
  if (!has_own_names (painting->self))
    {
      draw_box (painting, box, detail);
      return;
    }
  cairo_save (painting->cr);
  cairo_set_matrix (painting->cr, &painting->pixels);
  draw_name (painting, node);
  cairo_restore (painting->cr);
}

/* Who is on this map only, and so not compared, is dimmed. */
static void
draw_nodes (Painting *painting,
            gboolean  strong)
{
  AtlCompareMap  *self = painting->self;
  AtlCompareSide *side = atl_compare_map_get_side (self);
  AtlDetail       detail = choose_detail (self);

  go_to_board (painting);
  cairo_push_group (painting->cr);
  for (guint i = 0; i < side->network->n_nodes; i++)
    {
      AtlNote *note = atl_compare_side_find_note (side, i);
      AtlBox  *box = note != NULL ? atl_scene_find_box (self->scene, note) : NULL;

      if (box != NULL && (is_common (self, i) && is_lit (self, i)) == strong)
        draw_node (painting, box, i, detail);
    }
  cairo_pop_group_to_source (painting->cr);
  cairo_paint_with_alpha (painting->cr, strong ? 1 : 0.4);
  cairo_restore (painting->cr);
}

static void
draw_signs (Painting *painting)
{
  AtlRgba paper = atl_palette_get_ink (painting->theme, ATL_INK_BACKGROUND);
  double  radius = get_sign_radius (painting);

  if (painting->lines->len > MOST_SIGNS)
    return;
  for (guint i = 0; i < painting->lines->len; i++)
    {
      AtlCompareLine         *line = &g_array_index (painting->lines, AtlCompareLine, i);
      AtlCompareGroup         group = g_array_index (painting->signs, AtlCompareGroup, i);
      const char             *sign = atl_compare_ink_get_sign (group);
      g_autoptr (PangoLayout) layout = make_text (painting->self, sign, 1.7 * radius, 2 * radius, TRUE);

      atl_compare_ink_sign (painting->cr, layout, line, radius, paper);
    }
}

static void
draw_end (Painting *painting,
          guint     node)
{
  AtlCompareMap          *self = painting->self;
  AtlRect                 over = find_end (self, node);
  g_autofree char        *name = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (atl_rect_is_empty (over))
    return;
  name = self->silos_only ? atl_compare_names_dup_silo (self->result, node, self->then)
                          : atl_compare_names_dup_node (self->result, node);
  layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), name);
  atl_compare_ink_label (painting->cr, layout, over, painting->room, painting->theme);
}

/* The ends of what is lit are named in letters that can be read from the back of the room. */
static void
draw_names (Painting *painting)
{
  AtlCompareMap *self = painting->self;
  GArray        *changes = self->lit != NULL ? atl_compare_row_get_changes (self->lit) : NULL;
  guint          from;
  guint          to;

  if (changes == NULL || changes->len == 0)
    return;
  get_ends (self, atl_compare_row_get_group (self->lit), g_array_index (changes, guint, 0), &from, &to);
  draw_end (painting, from);
  draw_end (painting, to);
}

/**
 * atl_compare_map_get_side:
 * @self: a map that has a result
 *
 * Returns: (transfer none): which of the two maps it shows
 */
AtlCompareSide *
atl_compare_map_get_side (AtlCompareMap *self)
{
  return self->then ? &self->result->before : &self->result->after;
}

/**
 * atl_compare_map_draw:
 * @self: a map that has a result and a camera
 * @cr: where to draw, in pixels
 * @room: all that is seen of it
 * @theme: how boards are drawn
 *
 * Draws the map, what changed over it, and names over everything.
 */
void
atl_compare_map_draw (AtlCompareMap *self,
                      cairo_t       *cr,
                      AtlRect        room,
                      AtlTheme       theme)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (AtlCompareLine));
  g_autoptr (GArray) signs = g_array_new (FALSE, FALSE, sizeof (AtlCompareGroup));
  Painting           painting = { self, cr, theme, room, lines, signs };

  cairo_get_matrix (cr, &painting.pixels);
  painting.scale = get_text_scale (self, room);
  draw_ground (&painting);
  draw_changes (&painting);
  draw_silos (&painting);
  if (!self->silos_only)
    {
      draw_nodes (&painting, FALSE);
      draw_nodes (&painting, TRUE);
    }
  draw_names (&painting);
  draw_signs (&painting);
}
