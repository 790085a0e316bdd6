/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-note-painter.h"

#include "model/atl-authors.h"
#include "model/atl-edits.h"
#include "model/atl-splits.h"
#include "model/atl-tags.h"
#include "scene/atl-flow.h"
#include "scene/atl-hidden-painter.h"
#include "scene/atl-key-private.h"
#include "scene/atl-mark-painter.h"
#include "scene/atl-scene-hidden.h"
#include "scene/atl-scene-links.h"
#include "scene/atl-term-marks.h"

#include <string.h>

#define PADDING 12.0
#define TOP 11.0
#define FOOT 29.0 /* below the text: author, tags, symbol */
#define RADIUS 6.0
#define META_SIZE 11.5
#define SYMBOL_SIZE 13.0
#define MORE 11.0             /* width of the sign of a description */
#define DOT 10.0              /* before the author */
#define MOST_OF_AUTHOR 14     /* characters, beside something else */
#define MAX_TEXT_HEIGHT 336.0 /* of notes that grow: sixteen lines; the report gives the rest */
#define CARD_STEP 5.0         /* between the edges of a stack */
#define FADED 0.3             /* how much of the paper is in the text of a hidden note */

typedef struct
{
  AtlScene       *scene;
  AtlBoxState    *state;
  AtlNote        *note;
  AtlDisplayList *list;
  double          scale;
  double          width; /* board units */
  double          height;
  AtlRgba         fill;
  gboolean        closed; /* nothing of what it says is shown */
} Painting;

/**
 * atl_note_painter_get_text_rect:
 * @note: a note, or a node
 * @width: of its paper
 * @height: of its paper
 *
 * Returns: where its text stands, relative to the paper, in board units
 */
AtlRect
atl_note_painter_get_text_rect (AtlBoxState *note,
                                double       width,
                                double       height)
{
  double scale = note->box.scale;
  double foot = FOOT + note->n_lines * ATL_KEY_LINE_HEIGHT;

  if (note->box.is_node)
    return atl_rect (14 * scale, 6 * scale, MAX (width - 28 * scale, 1), MAX (height - 12 * scale, 1));
  return atl_rect (PADDING * scale, TOP * scale, MAX (width - 2 * PADDING * scale, 1),
                   MAX (height - (TOP + foot) * scale, 1));
}

/* Of a stack: its title first, @bold bytes long. */
static char *
dup_titled_text (AtlBoxState *lead,
                 guint       *bold)
{
  const char *title = atl_note_get_stack_title (ATL_NOTE (lead->box.item));

  *bold = (guint) strlen (title);
  return g_strconcat (title, "\n", atl_note_get_text (ATL_NOTE (lead->box.item)), NULL);
}

/* What the paper says. */
static char *
dup_text (AtlBoxState *state,
          guint       *bold)
{
  AtlNote *note = ATL_NOTE (state->box.item);

  *bold = 0;
  if (state->box.stack_size < 2 || *atl_note_get_stack_title (note) == '\0')
    return g_strdup (atl_note_get_text (note));
  return dup_titled_text (state, bold);
}

static gboolean
grows (AtlBoxState *state)
{
  return atl_area_state (state->box.area)->layout == ATL_LAYOUT_FLOW;
}

static AtlTextStyle
get_growing_style (void)
{
  return (AtlTextStyle){ .size = ATL_NOTE_TEXT_SIZE,
                         .width = ATL_PAPER_WIDTH - 2 * PADDING,
                         .max_height = MAX_TEXT_HEIGHT };
}

/* At scale 1, of a note that grows with its text. */
static double
get_paper_height (AtlBoxState *state,
                  PangoLayout *layout)
{
  double text = MIN (atl_text_get_height (layout), MAX_TEXT_HEIGHT);

  return MAX (ATL_PAPER_HEIGHT, text + TOP + FOOT + state->n_lines * ATL_KEY_LINE_HEIGHT);
}

/* The text as it is set on a note that grows with it. */
static PangoLayout *
make_growing_text (AtlScene    *scene,
                   AtlBoxState *state)
{
  AtlTextStyle     style = get_growing_style ();
  g_autofree char *text = dup_text (state, &style.bold_bytes);
  PangoLayout     *layout = atl_text_maker_make (scene->text, text, &style);

  state->box.truncated = atl_text_is_cut (layout);
  return layout;
}

/* The text as it is set on a note of fixed size: as large as fits. */
static PangoLayout *
make_shrinking_text (AtlScene    *scene,
                     AtlBoxState *state)
{
  AtlRect          room = state->box.text_rect;
  double           scale = state->box.scale;
  AtlTextStyle     style = { .size = ATL_NOTE_TEXT_SIZE,
                             .width = room.width / scale,
                             .max_height = room.height / scale };
  g_autofree char *text = dup_text (state, &style.bold_bytes);
  double           size;
  PangoLayout     *layout = atl_text_maker_fit (scene->text, text, &style, ATL_NOTE_TEXT_MIN, &size);

  state->box.text_size = size * scale;
  state->box.truncated = atl_text_is_cut (layout);
  return layout;
}

/* Short words of plain letters surely fit on the lines that the smallest note has; most notes of a large
 * board do. */
static gboolean
surely_fits (AtlBoxState *state)
{
  const char *text = atl_note_get_text (ATL_NOTE (state->box.item));
  guint       n = 0;

  if (state->box.stack_size > 1 || state->n_lines > 1)
    return FALSE;
  for (; text[n] != '\0'; n++)
    if (n >= 20 || text[n] < ' ' || text[n] > '~')
      return FALSE;
  return TRUE;
}

/**
 * atl_note_painter_get_height:
 * @scene: a scene
 * @note: a note of a flow area
 *
 * Returns: how high its paper is at scale 1, measured once per text
 */
double
atl_note_painter_get_height (AtlScene    *scene,
                             AtlBoxState *note)
{
  if (note->height >= 0)
    return note->height;
  note->height = ATL_PAPER_HEIGHT;
  note->box.truncated = FALSE;
  if (surely_fits (note))
    return note->height;
  g_autoptr (PangoLayout) layout = make_growing_text (scene, note);
  note->height = get_paper_height (note, layout);
  return note->height;
}

/**
 * atl_note_painter_get_closed_height:
 * @scene: a scene
 * @lead: the lead of an open stack in a flow area
 *
 * Returns: how high its paper would be at scale 1 if the stack were closed, and its title stood on it
 */
double
atl_note_painter_get_closed_height (AtlScene    *scene,
                                    AtlBoxState *lead)
{
  AtlTextStyle            style = get_growing_style ();
  g_autofree char        *text = NULL;
  g_autoptr (PangoLayout) layout = NULL;

  if (*atl_note_get_stack_title (ATL_NOTE (lead->box.item)) == '\0')
    return atl_note_painter_get_height (scene, lead);
  text = dup_titled_text (lead, &style.bold_bytes);
  layout = atl_text_maker_make (scene->text, text, &style);
  return get_paper_height (lead, layout);
}

static void
join (GString    *line,
      const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static void
join_tags (GString *line,
           AtlNote *note)
{
  const char *const     *tags = atl_note_get_tags (note);
  AtlBoard              *board = atl_note_find_board (note);
  g_autoptr (GHashTable) labels = tags != NULL && board != NULL ? atl_board_dup_tags (board) : NULL;

  for (guint i = 0; tags != NULL && tags[i] != NULL && i < 8; i++)
    {
      const char *label = labels != NULL ? g_hash_table_lookup (labels, tags[i]) : NULL;

      join (line, label != NULL ? label : tags[i]);
    }
}

/* Which break-out group a note is from; in the group's own copy of the session that goes without saying. */
static const char *
get_group_title (Painting *p)
{
  AtlSession *session = p->scene->session;
  const char *id = atl_note_get_group (p->note);
  AtlGroup   *group = NULL;

  if (session != NULL && !g_str_equal (id, atl_session_get_group (session)))
    group = atl_session_find_group (session, id);
  return group != NULL ? atl_group_get_title (group) : NULL;
}

/* How many links lead to notes of other boards. */
static char *
dup_elsewhere (Painting *p)
{
  guint n = 0;

  atl_scene_count_links (p->scene, p->note, &n);
  return n > 0 ? g_strdup_printf ("↗\302\240%u", n) : NULL;
}

/* The name of a silo may be long: where more follows it leaves room. */
static char *
dup_author (Painting  *p,
            AtlPerson *by,
            AtlAuthors shown)
{
  char              *author = atl_author_dup_text (by, shown, FALSE);
  const char *const *tags = atl_note_get_tags (p->note);
  g_autofree char   *elsewhere = dup_elsewhere (p);
  gboolean           tagged = tags != NULL && tags[0] != NULL;
  gboolean           more = p->state->box.stack_size > 1 || tagged || elsewhere != NULL;
  g_autofree char   *whole = NULL;

  if (author == NULL || !more || g_utf8_strlen (author, -1) <= MOST_OF_AUTHOR)
    return author;
  whole = author;
  *g_utf8_offset_to_pointer (whole, MOST_OF_AUTHOR - 1) = '\0';
  return g_strconcat (g_strchomp (whole), "…", NULL);
}

static char *
dup_foot (Painting  *p,
          AtlPerson *by,
          AtlAuthors shown)
{
  GString         *line = g_string_new (NULL);
  g_autofree char *author = dup_author (p, by, shown);
  g_autofree char *under = NULL;
  g_autofree char *number = NULL;
  g_autofree char *elsewhere = dup_elsewhere (p);

  if (atl_note_get_number (p->note) > 0)
    number = g_strdup_printf ("#%d", atl_note_get_number (p->note));
  if (p->state->box.stack_size > 1)
    under = g_strdup_printf ("+%u", p->state->box.stack_size - 1);
  if (p->closed)
    {
      join (line, number);
      join (line, under);
      return g_string_free (line, FALSE);
    }
  join (line, author);
  join (line, number);
  join (line, under);
  join (line, elsewhere);
  join (line, get_group_title (p));
  join_tags (line, p->note);
  return g_string_free (line, FALSE);
}

static AtlRgba
ink (Painting *p,
     AtlInk    which)
{
  return atl_palette_get_ink (p->scene->theme, which);
}

/* Edges of the cards that lie under the lead. */
static void
paint_cards (Painting *p)
{
  guint   under = MIN (p->state->box.stack_size - 1, 2);
  AtlRect paper = { 0, 0, p->width, p->height };

  for (guint i = under; i > 0; i--)
    {
      AtlRect card = atl_rect_moved (paper, i * CARD_STEP * p->scale, i * CARD_STEP * p->scale);

      atl_display_list_fill (p->list, card, RADIUS * p->scale,
                             atl_rgba_mix (p->fill, atl_rgba (0x3d3d40), 0.10 * i));
      atl_display_list_frame (p->list, card, RADIUS * p->scale, p->scale, ink (p, ATL_INK_NOTE_EDGE));
    }
}

/* A hidden note that somebody looks at cannot be taken for one that all may see. */
static AtlRgba
text_ink (Painting *p)
{
  AtlRgba text = ink (p, ATL_INK_NOTE_TEXT);

  if (!atl_note_get_hidden (p->note) || p->scene->theme == ATL_THEME_CONTRAST)
    return text;
  return atl_rgba_mix (text, p->fill, FADED);
}

static void
paint_edge (Painting *p,
            AtlRect   paper,
            double    radius)
{
  double width = p->scale * (p->scene->theme == ATL_THEME_CONTRAST ? 2 : 1);

  if (atl_note_get_hidden (p->note))
    atl_hidden_painter_paint_edge (p->list, paper, radius, 1.6 * width, text_ink (p));
  else
    atl_display_list_frame (p->list, paper, radius, width, ink (p, ATL_INK_NOTE_EDGE));
}

static void
paint_paper (Painting *p,
             AtlDetail detail)
{
  AtlRect  paper = { 0, 0, p->width, p->height };
  double   radius = RADIUS * p->scale;
  AtlTheme theme = p->scene->theme;

  if (p->state->box.stack_size > 1)
    paint_cards (p);
  else if (detail == ATL_DETAIL_FULL && (theme == ATL_THEME_LIGHT || theme == ATL_THEME_DARK))
    atl_display_list_fill (p->list, atl_rect_moved (paper, 0, 2 * p->scale), radius,
                           atl_rgba_with_alpha (atl_rgba (0), theme == ATL_THEME_DARK ? 0.35 : 0.13));
  atl_display_list_fill (p->list, paper, detail == ATL_DETAIL_PLAIN ? 0 : radius, p->fill);
  if (detail == ATL_DETAIL_PLAIN)
    return;
  paint_edge (p, paper, radius);
}

/* A closed card has no words; how large they are is known nevertheless, for who writes on it. */
static void
paint_text (Painting *p)
{
  gboolean                growing = grows (p->state);
  g_autoptr (PangoLayout) layout = NULL;
  AtlRect                 room = p->state->box.text_rect;

  if (*atl_note_get_text (p->note) == '\0' && p->state->box.stack_size < 2)
    return;
  layout = growing ? make_growing_text (p->scene, p->state) : make_shrinking_text (p->scene, p->state);
  if (p->closed)
    return;
  atl_term_marks_paint (p->scene, layout, (AtlPoint){ room.x, room.y }, p->scale, p->list);
  atl_display_list_text (p->list, (AtlPoint){ room.x, room.y }, layout, p->scale, ATL_TEXT_BODY,
                         text_ink (p));
}

/* In the color of the author's silo, before the name of either: returns how much room it takes at scale 1. */
static double
paint_author_dot (Painting  *p,
                  AtlPerson *author,
                  double     middle)
{
  AtlSilo *silo = author != NULL ? atl_person_find_silo (author) : NULL;
  AtlRect  dot = { PADDING * p->scale, (middle - DOT / 2) * p->scale, DOT * p->scale, DOT * p->scale };

  if (silo == NULL)
    return 0;
  atl_display_list_fill (p->list, dot, dot.height / 2,
                         atl_palette_get_node_fill (p->scene->theme, atl_silo_get_color (silo)));
  atl_display_list_frame (p->list, dot, dot.height / 2, 0.8 * p->scale, ink (p, ATL_INK_NOTE_EDGE));
  return DOT + 5;
}

/* Who wrote it, what lies under it, its group and tags, in one line: all notes have the room for it. */
static void
paint_foot_line (Painting *p,
                 double    middle,
                 double    width)
{
  AtlTextStyle            style = { .size = META_SIZE, .width = width, .one_line = TRUE };
  AtlAuthors              shown;
  AtlPerson              *author = atl_note_find_author_shown (p->note, &shown);
  g_autofree char        *foot = dup_foot (p, author, shown);
  double                  dot = 0;
  g_autoptr (PangoLayout) line = NULL;

  if (*foot == '\0' || width < 12)
    return;
  dot = width > 4 * DOT && !p->closed ? paint_author_dot (p, author, middle) : 0;
  style.width -= dot;
  line = atl_text_maker_make (p->scene->text, foot, &style);
  pango_layout_set_auto_dir (line, FALSE);
  atl_display_list_text (p->list,
                         (AtlPoint){ (PADDING + dot) * p->scale,
                                     (middle - atl_text_get_height (line) / 2) * p->scale },
                         line, p->scale, ATL_TEXT_META, ink (p, ATL_INK_NOTE_MUTED));
}

/* There is more to read: three short lines. Returns how much room they take at scale 1. */
static double
paint_more (Painting *p,
            double    right,
            double    middle)
{
  if (*atl_note_get_description (p->note) == '\0' || p->closed)
    return 0;
  for (int i = -1; i <= 1; i++)
    atl_display_list_fill (p->list,
                           atl_rect ((right - MORE) * p->scale, (middle + i * 4 - 1) * p->scale,
                                     (i == 1 ? MORE * 0.6 : MORE) * p->scale, 1.6 * p->scale),
                           0, ink (p, ATL_INK_NOTE_MUTED));
  return MORE + 6;
}

static void
paint_foot (Painting *p)
{
  AtlColor     color = atl_note_get_color (p->note);
  PangoLayout *symbol =
    atl_text_maker_get_symbol (p->scene->text, atl_palette_get_symbol (color), SYMBOL_SIZE);
  double symbol_width = atl_text_get_width (symbol);
  double middle = p->height / p->scale - 16;
  double more = paint_more (p, p->width / p->scale - PADDING - symbol_width - 7, middle);

  atl_display_list_text (p->list,
                         (AtlPoint){ p->width - (PADDING - 1 + symbol_width) * p->scale,
                                     (middle - atl_text_get_height (symbol) / 2) * p->scale },
                         symbol, p->scale, ATL_TEXT_SYMBOL, ink (p, ATL_INK_NOTE_MUTED));
  paint_foot_line (p, middle, p->width / p->scale - 2 * PADDING - symbol_width - 8 - more);
}

/**
 * atl_note_painter_paint_badge:
 * @scene: a scene
 * @list: where to add it
 * @width: of the paper, or the frame, over whose upper right corner it stands
 * @scale: of what is there
 * @votes: the number on it
 */
void
atl_note_painter_paint_badge (AtlScene       *scene,
                              AtlDisplayList *list,
                              double          width,
                              double          scale,
                              int             votes)
{
  AtlTextStyle            style = { .size = 13, .weight = PANGO_WEIGHT_BOLD };
  g_autofree char        *number = g_strdup_printf ("%d", votes);
  g_autoptr (PangoLayout) layout = atl_text_maker_make (scene->text, number, &style);
  double                  wide = MAX (atl_text_get_width (layout) + 16, 28) * scale;
  double                  height = 22 * scale;
  AtlRect                 pill = { width - wide + 6 * scale, -10 * scale, wide, height };
  AtlPoint                middle = atl_rect_center (pill);

  atl_display_list_fill (list, atl_rect_inset (pill, -1.5 * scale), height, atl_rgba (0xffffff));
  atl_display_list_fill (list, pill, height, atl_palette_get_ink (scene->theme, ATL_INK_BADGE));
  atl_display_list_text (list,
                         (AtlPoint){ middle.x - atl_text_get_width (layout) * scale / 2,
                                     middle.y - atl_text_get_height (layout) * scale / 2 },
                         layout, scale, ATL_TEXT_META,
                         atl_palette_get_ink (scene->theme, ATL_INK_BADGE_TEXT));
}

/* Grey bars in place of lines, about as many and as long as the text has. */
static void
paint_bars (Painting *p)
{
  const char *text = atl_note_get_text (p->note);
  glong       n = g_utf8_strlen (text, (gssize) strnlen (text, 400));
  AtlRect     room = p->state->box.text_rect;
  AtlRgba     color = atl_rgba_mix (p->fill, ink (p, ATL_INK_BAR), 0.75);

  for (guint i = 0; i < 4 && n > 0; i++, n -= 20)
    {
      double y = room.y + (5 + 20.0 * i) * p->scale;

      if (y + 8 * p->scale > room.y + room.height)
        return;
      atl_display_list_fill (
        p->list, atl_rect (room.x, y, room.width * MIN ((double) MAX (n, 4) / 20, 1), 8 * p->scale), 0,
        color);
    }
}

/* What stands on the paper. */
static void
paint_face (Painting *p,
            AtlDetail detail)
{
  if (p->closed && detail != ATL_DETAIL_PLAIN)
    atl_hidden_painter_paint_back (p->scene, p->state, detail, p->fill, p->list);
  else if (detail == ATL_DETAIL_BARS)
    paint_bars (p);
  if (detail != ATL_DETAIL_FULL)
    return;
  paint_text (p);
  paint_foot (p);
  if (p->state->n_lines > 0 && !p->closed)
    atl_key_painter_paint_note (p->scene, p->state, FOOT, p->list);
}

/**
 * atl_note_painter_paint:
 * @scene: a scene
 * @note: a note that has its place
 * @detail: how much to show
 * @list: where to add what it looks like
 */
void
atl_note_painter_paint (AtlScene       *scene,
                        AtlBoxState    *note,
                        AtlDetail       detail,
                        AtlDisplayList *list)
{
  Painting p = { scene,
                 note,
                 ATL_NOTE (note->box.item),
                 list,
                 note->box.scale,
                 note->local.width,
                 note->local.height,
                 atl_palette_get_note_fill (scene->theme, atl_note_get_color (ATL_NOTE (note->box.item))) };

  p.closed = atl_scene_is_closed (scene, p.note);
  if (atl_note_get_hidden (p.note))
    p.fill = atl_rgba_mix (p.fill, atl_rgba (0xffffff), 0.6);
  paint_paper (&p, detail);
  paint_face (&p, detail);
  if (detail == ATL_DETAIL_FULL && note->box.votes != 0)
    atl_note_painter_paint_badge (scene, list, p.width, p.scale, note->box.votes);
  if (note->box.versions > 0)
    atl_mark_painter_paint (scene, note, detail, list);
}
