/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-area-painter.h"

#include "model/atl-note.h"
#include "scene/atl-note-painter.h"
#include "scene/atl-key-private.h"
#include "scene/atl-scene-hidden.h"
#include "scene/atl-scene-layout.h"

#define RADIUS 14.0
#define TITLE_SIZE 23.0
#define PROMPT_SIZE 15.0
#define TITLE_GAP 3.0 /* between title and prompt */
#define LOCK 15.0     /* width of the padlock beside the title */
#define LOCK_ROOM 26.0

typedef struct
{
  PangoLayout *title; /* NULL if there is none */
  PangoLayout *prompt;
  double       height;
} Header;

static void
header_clear (Header *header)
{
  g_clear_object (&header->title);
  g_clear_object (&header->prompt);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Header, header_clear)

static PangoLayout *
make_part (AtlScene   *scene,
           const char *text,
           double      size,
           PangoWeight weight,
           double      width,
           double      max_height)
{
  AtlTextStyle style = { .size = size,
                         .weight = weight,
                         .width = width,
                         .max_height = MAX (max_height, size) };

  return *text != '\0' ? atl_text_maker_make (scene->text, text, &style) : NULL;
}

static gboolean
has_lock (AtlScene *scene,
          AtlArea  *area)
{
  return scene->words.locks && area != NULL && atl_area_get_locked (area);
}

/* Title and prompt are shown in full, unless they would take more than two thirds of the area. */
static Header
make_header (AtlScene     *scene,
             AtlAreaState *area)
{
  AtlArea    *item = (AtlArea *) area->state.box.item;
  const char *title = item != NULL ? atl_area_get_title (item) : scene->words.unplaced_title;
  double      width = MAX (area->tile.width - 2 * (ATL_AREA_INSET + ATL_AREA_PADDING), 1);
  double      room = item != NULL ? atl_layout_get_stored (area).height * 0.66 : 200;
  double      taken = (has_lock (scene, item) ? LOCK_ROOM : 0) + atl_key_painter_get_pill_width (scene, area);
  Header      header = { NULL, NULL, 0 };

  header.title = make_part (scene, title, TITLE_SIZE, PANGO_WEIGHT_BOLD,
                            MAX (width - taken, 40), room);
  if (header.title != NULL)
    header.height = atl_text_get_height (header.title);
  if (item == NULL)
    return header;
  header.prompt = make_part (scene, atl_area_get_prompt (item), PROMPT_SIZE, PANGO_WEIGHT_NORMAL, width,
                             room - header.height);
  if (header.prompt != NULL)
    header.height += atl_text_get_height (header.prompt) + (header.title != NULL ? TITLE_GAP : 0);
  header.height += atl_key_painter_get_area_height (scene, area);
  return header;
}

/**
 * atl_area_painter_get_header:
 * @scene: a scene
 * @area: an area whose tile has its width
 *
 * Returns: the height of title and prompt together, 0 without both; measured once per text and width
 */
double
atl_area_painter_get_header (AtlScene     *scene,
                             AtlAreaState *area)
{
  if (area->header < 0)
    {
      g_auto (Header) header = make_header (scene, area);

      area->header = header.height;
    }
  return area->header;
}

/* A padlock at the end of the first line of the title. */
static void
paint_lock (AtlScene       *scene,
            AtlAreaState   *area,
            AtlDisplayList *list)
{
  AtlRgba  ink = atl_palette_get_ink (scene->theme, ATL_INK_TITLE);
  AtlRect  room = area->state.box.text_rect;
  double   x = room.x + room.width - LOCK;
  double   y = room.y + TITLE_SIZE * 0.72; /* the upper edge of its body */
  double   left = x + 3, right = x + LOCK - 3, top = y - 12;
  AtlPoint shackle[] = {
    { left, y + 1 },
    { left, y - 3 },
    { left, y - 3 },
    { left, y - 5 },
    { left, top + 3 },
    { left + 1, top },
    { x + LOCK / 2, top },
    { right - 1, top },
    { right, top + 3 },
    { right, y - 5 },
    { right, y - 3 },
    { right, y - 3 },
    { right, y + 1 },
  };

  atl_display_list_stroke (list, shackle, G_N_ELEMENTS (shackle), 2.25, ink)->curved = TRUE;
  atl_display_list_fill (list, atl_rect (x, y, LOCK, 11), 2.5, ink);
}

static void
paint_header (AtlScene       *scene,
              AtlAreaState   *area,
              AtlDetail       detail,
              AtlDisplayList *list)
{
  g_auto (Header) header = make_header (scene, area);
  AtlRect         room = area->state.box.text_rect;
  double          y = room.y;

  if (header.title != NULL)
    {
      atl_display_list_text (list, (AtlPoint){ room.x, y }, header.title, 1, ATL_TEXT_TITLE,
                             atl_palette_get_ink (scene->theme, ATL_INK_TITLE));
      y += atl_text_get_height (header.title) + TITLE_GAP;
    }
  if (header.prompt != NULL && detail == ATL_DETAIL_FULL)
    atl_display_list_text (list, (AtlPoint){ room.x, y }, header.prompt, 1, ATL_TEXT_PROMPT,
                           atl_palette_get_ink (scene->theme, ATL_INK_PROMPT));
  if (detail == ATL_DETAIL_FULL)
    atl_key_painter_paint_area (scene, area, list);
}

static void
paint_ground (AtlScene       *scene,
              AtlAreaState   *area,
              AtlDetail       detail,
              AtlDisplayList *list)
{
  AtlTint tint =
    area->state.box.item != NULL ? atl_area_get_color (ATL_AREA (area->state.box.item)) : ATL_TINT_GREY;
  AtlRect rect = { 0, 0, area->state.box.rect.width, area->state.box.rect.height };
  double  width = scene->theme == ATL_THEME_CONTRAST ? 2.5 : 1.25;

  atl_display_list_fill (list, rect, RADIUS, atl_palette_get_area_fill (scene->theme, tint));
  atl_display_list_frame (list, rect, RADIUS, width, atl_palette_get_area_edge (scene->theme, tint));
}

/**
 * atl_area_painter_paint:
 * @scene: a scene
 * @area: an area that has its place
 * @detail: how much to show
 * @list: where to add what it looks like
 */
void
atl_area_painter_paint (AtlScene       *scene,
                        AtlAreaState   *area,
                        AtlDetail       detail,
                        AtlDisplayList *list)
{
  paint_ground (scene, area, detail, list);
  if (area->layout == ATL_LAYOUT_GRAPH)
    atl_hulls_painter_paint (scene, area, detail, list);
  if (detail == ATL_DETAIL_PLAIN && area->state.box.scale == 1)
    return;
  paint_header (scene, area, area->state.box.scale < 1 ? ATL_DETAIL_FULL : detail, list);
  if (has_lock (scene, (AtlArea *) area->state.box.item))
    paint_lock (scene, area, list);
  if (detail != ATL_DETAIL_FULL)
    return;
  if (area->layout == ATL_LAYOUT_AXES)
    atl_axes_painter_paint (scene, area, list);
  else if (area->layout == ATL_LAYOUT_FREE)
    atl_guides_painter_paint (scene, area, list);
  else if (area->rows)
    atl_layout_rows_paint (scene, area, list);
}

/* How many notes an open stack has, at the end of its header. Returns its width at scale 1. */
static double
paint_size (AtlScene       *scene,
            AtlBoxState    *frame,
            AtlDisplayList *list)
{
  AtlTextStyle            style = { .size = 13 };
  double                  scale = frame->box.scale;
  g_autofree char        *number = g_strdup_printf ("×\302\240%u", frame->box.stack_size);
  g_autoptr (PangoLayout) layout = atl_text_maker_make (scene->text, number, &style);
  double                  width = atl_text_get_width (layout);
  double                  right = frame->box.rect.width - ATL_FRAME_PADDING * scale;

  atl_display_list_text (list,
                         (AtlPoint){ right - width * scale, 13 * scale },
                         layout, scale, ATL_TEXT_META, atl_palette_get_ink (scene->theme, ATL_INK_LABEL));
  return width;
}

static void
paint_stack_title (AtlScene       *scene,
                   AtlBoxState    *frame,
                   double          taken,
                   AtlDisplayList *list)
{
  double       scale = frame->box.scale;
  AtlTextStyle style = { .size = 15,
                         .weight = PANGO_WEIGHT_BOLD,
                         .width = frame->box.rect.width / scale - 2 * ATL_FRAME_PADDING - taken - 10,
                         .one_line = TRUE };
  AtlNote     *lead = ATL_NOTE (frame->box.item);
  const char  *title = atl_note_get_stack_title (lead);

  if (*title == '\0' || style.width < 20 || atl_scene_is_closed (scene, lead))
    return;
  g_autoptr (PangoLayout) layout = atl_text_maker_make (scene->text, title, &style);
  atl_display_list_text (list, (AtlPoint){ ATL_FRAME_PADDING * scale, 11 * scale }, layout, scale,
                         ATL_TEXT_LABEL, atl_palette_get_ink (scene->theme, ATL_INK_TITLE));
}

/**
 * atl_frame_painter_paint:
 * @scene: a scene
 * @frame: the frame of an open stack
 * @detail: how much to show
 * @list: where to add what it looks like
 *
 * With the title of the stack, the number of its notes and the sum of their votes.
 */
void
atl_frame_painter_paint (AtlScene       *scene,
                         AtlBoxState    *frame,
                         AtlDetail       detail,
                         AtlDisplayList *list)
{
  double  scale = frame->box.scale;
  AtlRect rect = { 0, 0, frame->box.rect.width, frame->box.rect.height };
  AtlRgba ink = atl_palette_get_ink (scene->theme, ATL_INK_FRAME);

  atl_display_list_fill (list, rect, 10 * scale, atl_rgba_with_alpha (ink, 0.16));
  if (detail == ATL_DETAIL_PLAIN)
    return;
  atl_display_list_frame (list, rect, 10 * scale, 1.5 * scale, ink);
  if (detail == ATL_DETAIL_BARS)
    return;
  paint_stack_title (scene, frame, paint_size (scene, frame, list), list);
  if (frame->box.votes != 0)
    atl_note_painter_paint_badge (scene, list, rect.width, scale, frame->box.votes);
}
