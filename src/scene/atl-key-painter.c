/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-key-private.h"

/* Draws the lines of optional keys: dots as circles, a warning as a triangle with a mark in it, so that
 * neither depends on color alone. */

#define NOTE_TEXT 12.5
#define AREA_TEXT 15.0
#define SMALLER 0.84
#define DOT 9.0
#define DOT_STEP 14.0
#define SIGN 15.0
#define SIDE 12.0 /* of a note's paper */
#define PILL_HEIGHT 26.0
#define PILL_SIDE 11.0

typedef struct
{
  AtlScene       *scene;
  AtlDisplayList *list;
  double          scale;
  double          size; /* of the letters */
  AtlRgba         ink;
  AtlRgba         paper;
  PangoWeight     weight;
} Pen;

static void
paint_dots (Pen        *pen,
            AtlKeyLine *line,
            AtlPoint    at)
{
  for (guint i = 0; i < line->dots; i++)
    {
      AtlRect dot = atl_rect ((at.x + i * DOT_STEP) * pen->scale, (at.y - DOT / 2) * pen->scale,
                              DOT * pen->scale, DOT * pen->scale);

      if (i < line->filled)
        atl_display_list_fill (pen->list, dot, dot.width / 2, pen->ink);
      else
        atl_display_list_frame (pen->list, dot, dot.width / 2, 1.25 * pen->scale,
                                atl_rgba_with_alpha (pen->ink, 0.55));
    }
}

/* A triangle with an exclamation mark, its left edge at @at and its middle as high. */
static void
paint_sign (Pen     *pen,
            AtlPoint at)
{
  double   k = pen->scale;
  AtlPoint corners[] = { { (at.x + SIGN / 2) * k, (at.y - SIGN / 2) * k },
                         { (at.x + SIGN) * k, (at.y + SIGN / 2) * k },
                         { at.x * k, (at.y + SIGN / 2) * k } };
  double   middle = at.x + SIGN / 2;

  atl_display_list_stroke (pen->list, corners, G_N_ELEMENTS (corners), 0, pen->ink)->closed = TRUE;
  atl_display_list_fill (pen->list, atl_rect ((middle - 0.9) * k, (at.y - 2.5) * k, 1.8 * k, 5.5 * k), 0,
                         pen->paper);
  atl_display_list_fill (pen->list, atl_rect ((middle - 0.9) * k, (at.y + 4) * k, 1.8 * k, 1.8 * k), 0,
                         pen->paper);
}

static PangoLayout *
make_text (Pen        *pen,
           const char *text,
           double      width)
{
  AtlTextStyle style = { .size = pen->size,
                         .weight = pen->weight,
                         .width = MAX (width, 12),
                         .one_line = TRUE };

  return atl_text_maker_make (pen->scene->text, text, &style);
}

/* Somewhat smaller, rather than cut. */
static PangoLayout *
make_fitting_text (Pen        *pen,
                   const char *text,
                   double      width)
{
  double       size = pen->size;
  PangoLayout *layout = make_text (pen, text, width);

  if (!atl_text_is_cut (layout))
    return layout;
  g_object_unref (layout);
  pen->size = size * SMALLER;
  layout = make_text (pen, text, width);
  pen->size = size;
  return layout;
}

/* @at: the left edge, and the middle of the height. */
static void
paint_line (Pen        *pen,
            AtlKeyLine *line,
            AtlPoint    at,
            double      width)
{
  double right = at.x + width;

  if (line->warns)
    {
      paint_sign (pen, at);
      at.x += SIGN + 5;
    }
  if (line->dots > 0)
    {
      paint_dots (pen, line, at);
      at.x += line->dots * DOT_STEP + 4;
    }
  if (line->text == NULL)
    return;
  g_autoptr (PangoLayout) layout = make_fitting_text (pen, line->text, right - at.x);
  atl_display_list_text (
    pen->list,
    (AtlPoint){ at.x * pen->scale, (at.y - atl_text_get_height (layout) / 2) * pen->scale }, layout,
    pen->scale, ATL_TEXT_META, pen->ink);
}

/**
 * atl_key_painter_paint_note:
 * @scene: a scene
 * @note: a note that has its place
 * @foot: below the lines, at scale 1
 * @list: where to add what keys of the template put on it
 */
void
atl_key_painter_paint_note (AtlScene       *scene,
                            AtlBoxState    *note,
                            double          foot,
                            AtlDisplayList *list)
{
  g_autoptr (GPtrArray) lines = atl_scene_dup_key_lines (scene, &note->box);
  AtlRgba               fill =
    atl_palette_get_note_fill (scene->theme, atl_note_get_color (ATL_NOTE (note->box.item)));
  Pen    pen = { scene,
                 list,
                 note->box.scale,
                 NOTE_TEXT,
                 atl_palette_get_ink (scene->theme, ATL_INK_NOTE_TEXT),
                 fill,
                 PANGO_WEIGHT_NORMAL };
  double width = note->local.width / pen.scale - 2 * SIDE;
  double top = note->local.height / pen.scale - foot - lines->len * ATL_KEY_LINE_HEIGHT;

  for (guint i = 0; i < lines->len; i++)
    {
      pen.weight = ((AtlKeyLine *) lines->pdata[i])->warns ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL;
      paint_line (&pen, lines->pdata[i], (AtlPoint){ SIDE, top + (i + 0.5) * ATL_KEY_LINE_HEIGHT }, width);
    }
}

static Pen
area_pen (AtlScene       *scene,
          AtlAreaState   *area,
          AtlDisplayList *list)
{
  AtlTint tint = atl_area_get_color (atl_key_get_area (area));

  return (Pen){ scene,
                list,
                1,
                AREA_TEXT,
                atl_palette_get_ink (scene->theme, ATL_INK_TITLE),
                atl_palette_get_area_fill (scene->theme, tint),
                PANGO_WEIGHT_SEMIBOLD };
}

static AtlKeyLine *
find_pill (GPtrArray *lines)
{
  for (guint i = 0; i < lines->len; i++)
    if (((AtlKeyLine *) lines->pdata[i])->pill)
      return lines->pdata[i];
  return NULL;
}

static double
measure_pill (Pen        *pen,
              AtlKeyLine *line)
{
  g_autoptr (PangoLayout) layout = make_text (pen, line->text, 300);

  return atl_text_get_width (layout) + 2 * PILL_SIDE + (line->warns ? SIGN + 5 : 0);
}

/**
 * atl_key_painter_get_pill_width:
 * @scene: a scene
 * @area: an area
 *
 * Returns: how much of the title's line is taken by the pill in its corner, 0 if there is none
 */
double
atl_key_painter_get_pill_width (AtlScene     *scene,
                                AtlAreaState *area)
{
  g_autoptr (GPtrArray) lines = NULL;
  AtlKeyLine           *line;
  Pen                   pen;

  if (area->state.n_lines == 0)
    return 0;
  lines = atl_scene_dup_key_lines (scene, &area->state.box);
  line = find_pill (lines);
  if (line == NULL)
    return 0;
  pen = area_pen (scene, area, NULL);
  return measure_pill (&pen, line) + 10;
}

/**
 * atl_key_painter_get_area_height:
 * @scene: a scene
 * @area: an area
 *
 * Returns: the height of the lines under its prompt, 0 without any
 */
double
atl_key_painter_get_area_height (AtlScene     *scene,
                                 AtlAreaState *area)
{
  g_autoptr (GPtrArray) lines = NULL;

  if (area->state.n_lines == 0)
    return 0;
  lines = atl_scene_dup_key_lines (scene, &area->state.box);
  return (lines->len - (find_pill (lines) != NULL ? 1 : 0)) * ATL_KEY_AREA_LINE;
}

static void
paint_pill (Pen        *pen,
            AtlKeyLine *line,
            double      right,
            double      top)
{
  double  width = measure_pill (pen, line);
  AtlRect pill = { right - width, top, width, PILL_HEIGHT };

  if (line->warns)
    {
      AtlRgba ground = pen->ink;

      pen->ink = pen->paper;
      pen->paper = ground;
      atl_display_list_fill (pen->list, pill, PILL_HEIGHT / 2, ground);
    }
  else
    atl_display_list_frame (pen->list, pill, PILL_HEIGHT / 2, 1.25, atl_rgba_with_alpha (pen->ink, 0.4));
  paint_line (pen, line, (AtlPoint){ pill.x + PILL_SIDE, top + PILL_HEIGHT / 2 }, width);
}

/**
 * atl_key_painter_paint_area:
 * @scene: a scene
 * @area: an area that has its place
 * @list: where to add what keys of the template say about it
 */
void
atl_key_painter_paint_area (AtlScene       *scene,
                            AtlAreaState   *area,
                            AtlDisplayList *list)
{
  AtlRect               room = area->state.box.text_rect;
  g_autoptr (GPtrArray) lines = NULL;
  double                y;

  if (area->state.n_lines == 0)
    return;
  lines = atl_scene_dup_key_lines (scene, &area->state.box);
  y = room.y + room.height - atl_key_painter_get_area_height (scene, area);
  for (guint i = 0; i < lines->len; i++)
    {
      AtlKeyLine *line = lines->pdata[i];
      Pen         pen = area_pen (scene, area, list);

      if (line->pill)
        {
          paint_pill (&pen, line, room.x + room.width + 6, room.y);
          continue;
        }
      paint_line (&pen, line, (AtlPoint){ room.x, y + ATL_KEY_AREA_LINE / 2 + 2 }, room.width);
      y += ATL_KEY_AREA_LINE;
    }
}
