/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-mark-painter.h"

#define HEIGHT 20.0
#define LEFT (-8.0)                          /* the mark sticks out of the upper left corner of its note */
#define UP (-10.0)                           /* half of it: a question stands above, the words below */
#define SIDE 8.0                             /* around what is in it */
#define SHEET 8.0                            /* of the two that lie on each other, wide */
#define SHIFT 4.0                            /* from one sheet to the other */
#define WORDS (2 * SIDE + SHEET + SHIFT - 1) /* where they begin */
#define MOST_WORDS (ATL_MARK_WIDTH - WORDS - SIDE - 8)
#define TEXT_SIZE 14.0

typedef struct
{
  AtlDisplayList *list;
  double          scale;
  AtlRgba         ink;
  AtlRgba         paper;
} Mark;

static AtlRect
scaled (Mark  *mark,
        double x,
        double y,
        double width,
        double height)
{
  return atl_rect (x * mark->scale, y * mark->scale, width * mark->scale, height * mark->scale);
}

static void
paint_pill (Mark  *mark,
            double width)
{
  AtlRect pill = scaled (mark, LEFT, UP, width, HEIGHT);

  atl_display_list_fill (mark->list, pill, HEIGHT / 2 * mark->scale, mark->paper);
  atl_display_list_frame (mark->list, pill, HEIGHT / 2 * mark->scale, 1.5 * mark->scale, mark->ink);
}

/* Two sheets, one over the other: told by shape, not by color. */
static void
paint_sheets (Mark *mark)
{
  double top = UP + (HEIGHT - SHEET - 2 - SHIFT) / 2;

  for (guint i = 0; i < 2; i++)
    {
      AtlRect sheet = scaled (mark, LEFT + SIDE + i * SHIFT, top + i * SHIFT, SHEET, SHEET + 2);

      atl_display_list_fill (mark->list, sheet, mark->scale, mark->paper);
      atl_display_list_frame (mark->list, sheet, mark->scale, 1.5 * mark->scale, mark->ink);
    }
}

static PangoLayout *
make_words (AtlScene *scene,
            guint     versions,
            double    room)
{
  AtlTextStyle     style = { .size = TEXT_SIZE,
                             .weight = PANGO_WEIGHT_BOLD,
                             .width = room,
                             .one_line = TRUE };
  g_autofree char *words = scene->words.label != NULL
                             ? scene->words.label (versions, scene->words.data)
                             : g_strdup_printf ("%u", versions);

  return atl_text_maker_make (scene->text, words, &style);
}

static double
pill_width (PangoLayout *words)
{
  return WORDS + atl_text_get_width (words) + SIDE + 2;
}

/**
 * atl_scene_get_mark:
 * @self: a scene
 * @note: the box of a note with several versions
 *
 * Returns: where its mark is, in board units
 */
AtlRect
atl_scene_get_mark (AtlScene *self,
                    AtlBox   *note)
{
  double scale = note->scale;

  g_return_val_if_fail (note->kind == ATL_BOX_NOTE && note->versions > 0, note->rect);

  g_autoptr (PangoLayout) words = make_words (self, note->versions, MOST_WORDS);
  return atl_rect (note->rect.x + LEFT * scale, note->rect.y + UP * scale, pill_width (words) * scale,
                   HEIGHT * scale);
}

/**
 * atl_mark_painter_paint:
 * @scene: a scene
 * @note: a note or node of which a merge kept several versions
 * @detail: how much to show; from afar a mark without words
 * @list: where to add what it looks like
 */
void
atl_mark_painter_paint (AtlScene       *scene,
                        AtlBoxState    *note,
                        AtlDetail       detail,
                        AtlDisplayList *list)
{
  Mark mark = { list, note->box.scale, atl_rgba (0xffffff),
                atl_palette_get_ink (scene->theme, ATL_INK_NOTE_TEXT) };

  if (detail != ATL_DETAIL_FULL)
    {
      paint_pill (&mark, HEIGHT);
      return;
    }
  g_autoptr (PangoLayout) words = make_words (scene, note->box.versions, MOST_WORDS);
  paint_pill (&mark, pill_width (words));
  paint_sheets (&mark);
  atl_display_list_text (list,
                         (AtlPoint){ (LEFT + WORDS) * mark.scale,
                                     (UP + (HEIGHT - atl_text_get_height (words)) / 2) * mark.scale },
                         words, mark.scale, ATL_TEXT_META, mark.ink);
}
