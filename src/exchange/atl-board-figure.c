/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-board-figure.h"

#include <string.h>

#include "catalogue/atl-words.h"
#include "exchange/atl-pdf-ink.h"
#include "exchange/atl-pdf-type.h"
#include "model/atl-maps.h"
#include "scene/atl-cairo-player.h"
#include "scene/atl-scene-keys.h"
#include "scene/atl-scene-map.h"

#define BODY_SIZE 16.0        /* board units, of a note at scale 1 */
#define READABLE 6.0          /* points on paper */
#define TINY 1.0              /* below, text is not even worth zooming in on: it is listed */
#define MAX_SCALE (72 / 96.0) /* a small board is not blown up beyond its size on the screen */

struct _AtlBoardFigure
{
  gatomicrefcount ref_count;
  AtlBoard       *board;
  AtlScene       *scene;
};

/* What drawing a board hands to its parts. */
typedef struct
{
  AtlBoardFigure *figure;
  cairo_t        *cr;
  AtlDetail       detail;
  gboolean        tagged;
} Painter;

static char *
say_versions (guint         n,
              gconstpointer language)
{
  return atl_words_dup_count (language, "versions", n);
}

static char *
say_field (const char   *field,
           double        value,
           gconstpointer language)
{
  g_autofree char *number = g_strdup_printf ("%.0f", value);

  return g_str_equal (field, "waitingDays") ? atl_words_fill (language, "days-short", "n", number, NULL)
                                            : g_steal_pointer (&number);
}

/**
 * atl_board_figure_new:
 * @board: a board
 * @language: of the title of the unplaced notes
 * @names: whether a map of people shows them, or silos only; the names themselves are those of @board, see
 *   atl_discretion_dup_session()
 *
 * Returns: (transfer full): its picture
 */
AtlBoardFigure *
atl_board_figure_new (AtlBoard   *board,
                      const char *language,
                      AtlMapNames names)
{
  AtlBoardFigure *self = g_new0 (AtlBoardFigure, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->board = g_object_ref (board);
  self->scene = atl_scene_new (board);
  atl_scene_set_theme (self->scene, ATL_THEME_PRINT);
  atl_scene_set_unplaced_title (self->scene, atl_words_get (language, "unplaced"));
  atl_scene_set_versions_label (self->scene, say_versions, g_intern_string (language));
  atl_scene_set_field_label (self->scene, say_field, g_intern_string (language));
  atl_scene_set_say (self->scene, atl_words_say, g_intern_string (language));
  if (names == ATL_MAP_NAMES_SILOS && atl_board_has_measures (board))
    atl_scene_set_map_view (self->scene, ATL_MAP_SILOS);
  atl_scene_update (self->scene);
  return self;
}

/**
 * atl_board_figure_ref:
 * @self: a figure
 *
 * Returns: (transfer full): @self
 */
AtlBoardFigure *
atl_board_figure_ref (AtlBoardFigure *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

/**
 * atl_board_figure_unref:
 * @self: (transfer full): a figure
 */
void
atl_board_figure_unref (AtlBoardFigure *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_object_unref (self->scene);
  g_object_unref (self->board);
  g_free (self);
}

/**
 * atl_board_figure_get_board:
 * @self: a figure
 *
 * Returns: (transfer none): what it shows
 */
AtlBoard *
atl_board_figure_get_board (AtlBoardFigure *self)
{
  return self->board;
}

/**
 * atl_board_figure_get_scene:
 * @self: a figure
 *
 * Returns: (transfer none): the layout it draws
 */
AtlScene *
atl_board_figure_get_scene (AtlBoardFigure *self)
{
  return self->scene;
}

/**
 * atl_board_figure_get_bounds:
 * @self: a figure
 *
 * Returns: what it covers, board units; never empty
 */
AtlRect
atl_board_figure_get_bounds (AtlBoardFigure *self)
{
  AtlRect bounds = atl_scene_get_bounds (self->scene);

  if (bounds.width < 1 || bounds.height < 1)
    return atl_rect (0, 0, 1600, 1000);
  return bounds;
}

/**
 * atl_board_figure_fit:
 * @self: a figure
 * @frame: where there is room, points
 *
 * Returns: the largest rectangle of its proportions in @frame, centered across, at the top
 */
AtlRect
atl_board_figure_fit (AtlBoardFigure *self,
                      AtlRect         frame)
{
  AtlRect bounds = atl_board_figure_get_bounds (self);
  double  scale = MIN (MIN (frame.width / bounds.width, frame.height / bounds.height), MAX_SCALE);

  return atl_rect (frame.x + (frame.width - bounds.width * scale) / 2, frame.y, bounds.width * scale,
                   bounds.height * scale);
}

/**
 * atl_board_figure_is_readable:
 * @self: a figure
 * @note: the box of a note
 * @scale: points per board unit
 *
 * Returns: whether the picture shows all that the note says, in letters that can be read on paper
 */
gboolean
atl_board_figure_is_readable (AtlBoardFigure *self,
                              AtlBox         *note,
                              double          scale)
{
  if (note->stack_size > 1 || *atl_note_get_description (ATL_NOTE (note->item)) != '\0')
    return FALSE;
  if (BODY_SIZE * note->scale * scale < READABLE)
    return FALSE;
  atl_scene_ensure_text (self->scene, note);
  return !note->truncated && note->text_size * scale >= READABLE;
}

static const char *
tag_of (AtlTextRole role)
{
  switch ((int) role)
    {
    case ATL_TEXT_TITLE:
      return "H2";
    case ATL_TEXT_SYMBOL:
      return NULL;
    default:
      return "P";
    }
}

static gboolean
may_have_ligature (const char *text)
{
  for (const char *f = strchr (text, 'f'); f != NULL; f = strchr (f + 1, 'f'))
    if (f[1] != '\0' && strchr ("fijlt", f[1]) != NULL)
      return TRUE;
  return FALSE;
}

/* Without ligatures, see atl_pdf_type_new(); unless its lines would break elsewhere. */
static PangoLayout *
dup_plain_layout (PangoLayout *layout)
{
  g_autoptr (PangoLayout) plain = NULL;
  PangoAttrList          *attributes = pango_layout_get_attributes (layout);

  if (!may_have_ligature (pango_layout_get_text (layout)))
    return g_object_ref (layout);
  plain = pango_layout_copy (layout);
  attributes = attributes != NULL ? pango_attr_list_copy (attributes) : pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new (ATL_PDF_FONT_FEATURES));
  pango_layout_set_attributes (plain, attributes);
  pango_attr_list_unref (attributes);
  if (pango_layout_get_line_count (plain) != pango_layout_get_line_count (layout))
    return g_object_ref (layout);
  return g_steal_pointer (&plain);
}

/* In place of the scene's player: line by line, as elements of the document. */
static void
draw_text (cairo_t            *cr,
           const AtlDisplayOp *op)
{
  const char             *tag = tag_of (op->role);
  g_autoptr (PangoLayout) layout = dup_plain_layout (op->layout);

  cairo_save (cr);
  cairo_translate (cr, op->origin.x, op->origin.y);
  cairo_scale (cr, op->scale, op->scale);
  atl_pdf_ink_set_color (cr, op->color);
  if (tag != NULL)
    cairo_tag_begin (cr, tag, NULL);
  atl_pdf_ink_lines (cr, layout, 0, G_MAXUINT, (AtlPoint){ 0, 0 }, tag != NULL);
  if (tag != NULL)
    cairo_tag_end (cr, tag);
  cairo_restore (cr);
}

static AtlDisplayList *
get_list (Painter *painter,
          AtlBox  *box)
{
  return atl_scene_get_display_list (painter->figure->scene, box, painter->detail);
}

static void
begin (Painter    *painter,
       const char *tag)
{
  if (painter->tagged)
    cairo_tag_begin (painter->cr, tag, NULL);
}

static void
end (Painter    *painter,
     const char *tag)
{
  if (painter->tagged)
    cairo_tag_end (painter->cr, tag);
}

static void
draw_list (Painter *painter,
           AtlBox  *box,
           gboolean text,
           gboolean shapes)
{
  AtlDisplayList *list = get_list (painter, box);

  cairo_save (painter->cr);
  cairo_translate (painter->cr, box->rect.x, box->rect.y);
  for (guint i = 0; i < atl_display_list_get_length (list); i++)
    {
      const AtlDisplayOp *op = atl_display_list_get (list, i);

      if (op->kind == ATL_OP_TEXT ? !text : !shapes)
        continue;
      if (op->kind == ATL_OP_TEXT && painter->tagged)
        draw_text (painter->cr, op);
      else
        atl_cairo_player_draw_op (painter->cr, op);
    }
  cairo_restore (painter->cr);
}

static void
draw_boxes (Painter   *painter,
            AtlBoxKind kind,
            gboolean   text,
            gboolean   shapes)
{
  GPtrArray *boxes = atl_scene_get_boxes (painter->figure->scene, kind);

  for (guint i = 0; i < boxes->len; i++)
    draw_list (painter, g_ptr_array_index (boxes, i), text, shapes);
}

static void
draw_note (Painter *painter,
           AtlBox  *note)
{
  gboolean tagged = painter->tagged && painter->detail == ATL_DETAIL_FULL;

  if (tagged)
    cairo_tag_begin (painter->cr, "LI", NULL);
  draw_list (painter, note, TRUE, TRUE);
  if (tagged)
    cairo_tag_end (painter->cr, "LI");
  atl_scene_drop_display_list (painter->figure->scene, note);
}

/* What the silos of a map are called is read with what its area is called. */
static void
draw_names (Painter *painter,
            AtlBox  *area)
{
  GPtrArray *names = atl_scene_get_boxes (painter->figure->scene, ATL_BOX_NAMES);

  for (guint i = 0; i < names->len; i++)
    if (((AtlBox *) names->pdata[i])->area == area)
      draw_list (painter, names->pdata[i], TRUE, FALSE);
}

/* The area's words, then its notes: the order in which one reads. */
static void
draw_area (Painter *painter,
           AtlBox  *area)
{
  GPtrArray *notes = atl_scene_get_area_notes (painter->figure->scene, area);

  draw_list (painter, area, TRUE, FALSE);
  draw_names (painter, area);
  if (notes->len == 0)
    return;
  begin (painter, "L");
  for (guint i = 0; i < notes->len; i++)
    draw_note (painter, g_ptr_array_index (notes, i));
  end (painter, "L");
}

static AtlDetail
choose_detail (double scale)
{
  if (BODY_SIZE * scale >= TINY)
    return ATL_DETAIL_FULL;
  return BODY_SIZE * scale >= TINY / 2 ? ATL_DETAIL_BARS : ATL_DETAIL_PLAIN;
}

/**
 * atl_board_figure_draw:
 * @self: a figure
 * @cr: where to draw
 * @rect: the whole board's place, of its proportions
 * @tagged: whether @cr writes a tagged PDF: text becomes elements of its structure, line by line
 *
 * Draws the board. Links lie under the notes and over the areas.
 */
void
atl_board_figure_draw (AtlBoardFigure *self,
                       cairo_t        *cr,
                       AtlRect         rect,
                       gboolean        tagged)
{
  AtlRect    bounds = atl_board_figure_get_bounds (self);
  double     scale = rect.width / bounds.width;
  Painter    painter = { .figure = self, .cr = cr, .detail = choose_detail (scale), .tagged = tagged };
  GPtrArray *areas = atl_scene_get_boxes (self->scene, ATL_BOX_AREA);

  cairo_save (cr);
  cairo_translate (cr, rect.x, rect.y);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -bounds.x, -bounds.y);
  draw_boxes (&painter, ATL_BOX_AREA, FALSE, TRUE);
  draw_boxes (&painter, ATL_BOX_LINK, TRUE, TRUE);
  draw_boxes (&painter, ATL_BOX_NAMES, FALSE, TRUE);
  draw_boxes (&painter, ATL_BOX_STACK, TRUE, TRUE);
  for (guint i = 0; i < areas->len; i++)
    draw_area (&painter, g_ptr_array_index (areas, i));
  cairo_restore (cr);
}
