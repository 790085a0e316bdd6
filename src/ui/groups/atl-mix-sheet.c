/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-mix-sheet.h"

#include <pango/pangocairo.h>

#define FAMILY "Cantarell, Noto Sans, sans-serif"
#define SIGN_FAMILY "DejaVu Sans, Noto Sans Symbols2, Noto Sans Symbols, sans-serif"

/* In sizes of the names. */
#define LINE 1.38
#define TITLE_SIZE 1.12
#define TITLE_LINE 1.6
#define PADDING 0.5
#define SIGN_ROOM 1.5
#define MOST_STRETCH 1.4  /* of the lines, where there is height to spare */
#define LONGEST_NAME 13.0 /* longer ones are cut before they make all others small */

/* In parts of the shorter side. */
#define MARGIN 0.03
#define HEADING 0.052
#define LEGEND 0.034

typedef struct
{
  char *name;
  int   silo; /* -1 for none */
} Person;

typedef struct
{
  char   *title;
  GArray *people; /* of Person */
} Group;

typedef struct
{
  char   *name;
  AtlTint tint;
} Silo;

struct _AtlMixSheet
{
  char         *heading;
  char         *subheading;
  GArray       *groups; /* of Group */
  GArray       *silos;  /* of Silo */
  PangoContext *context;
};

/* What is being drawn on. */
typedef struct
{
  AtlMixSheet   *sheet;
  cairo_t       *cr;
  AtlTheme       theme;
  AtlMixSheetFit fit;
  double         stretch;
  double         short_side;
} Pen;

static void
person_clear (gpointer data)
{
  g_free (((Person *) data)->name);
}

static void
group_clear (gpointer data)
{
  g_free (((Group *) data)->title);
  g_array_unref (((Group *) data)->people);
}

static void
silo_clear (gpointer data)
{
  g_free (((Silo *) data)->name);
}

static GArray *
make_array (gsize          size,
            GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

/**
 * atl_mix_sheet_new:
 * @heading: what stands above the groups
 * @subheading: (nullable): what stands behind it
 *
 * Returns: (transfer full): a sheet without groups
 */
AtlMixSheet *
atl_mix_sheet_new (const char *heading,
                   const char *subheading)
{
  AtlMixSheet *self = g_new0 (AtlMixSheet, 1);

  self->heading = g_strdup (heading);
  self->subheading = g_strdup (subheading);
  self->groups = make_array (sizeof (Group), group_clear);
  self->silos = make_array (sizeof (Silo), silo_clear);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  pango_context_set_round_glyph_positions (self->context, FALSE);
  return self;
}

/**
 * atl_mix_sheet_free:
 * @self: (transfer full): a sheet
 */
void
atl_mix_sheet_free (AtlMixSheet *self)
{
  g_free (self->heading);
  g_free (self->subheading);
  g_array_unref (self->groups);
  g_array_unref (self->silos);
  g_object_unref (self->context);
  g_free (self);
}

/**
 * atl_mix_sheet_add_silo:
 * @self: a sheet
 * @name: the name of the next silo; the first has number 0
 * @tint: its color
 */
void
atl_mix_sheet_add_silo (AtlMixSheet *self,
                        const char  *name,
                        AtlTint      tint)
{
  Silo silo = { g_strdup (name), tint };

  g_array_append_val (self->silos, silo);
}

/**
 * atl_mix_sheet_add_group:
 * @self: a sheet
 * @title: the name of the next group
 */
void
atl_mix_sheet_add_group (AtlMixSheet *self,
                         const char  *title)
{
  Group group = { g_strdup (title), make_array (sizeof (Person), person_clear) };

  g_array_append_val (self->groups, group);
}

/**
 * atl_mix_sheet_add_person:
 * @self: a sheet with a group
 * @name: how the next person of the last group is called where the room looks
 * @silo: the number of the person's silo, -1 for none
 */
void
atl_mix_sheet_add_person (AtlMixSheet *self,
                          const char  *name,
                          int          silo)
{
  Person person = { g_strdup (name), silo };

  g_return_if_fail (self->groups->len > 0);

  g_array_append_val (g_array_index (self->groups, Group, self->groups->len - 1).people, person);
}

/**
 * atl_mix_sheet_get_n_groups:
 * @self: a sheet
 *
 * Returns: how many groups are on it
 */
guint
atl_mix_sheet_get_n_groups (AtlMixSheet *self)
{
  return self->groups->len;
}

/**
 * atl_mix_sheet_get_sign:
 * @silo: the number of a silo, below 0 for none
 *
 * Returns: (transfer none): the sign that stands for it, so that nobody needs to see colors
 */
const char *
atl_mix_sheet_get_sign (int silo)
{
  static const char *const signs[] = { "●", "▲", "■", "◆", "★", "✚", "♥", "▼", "♣", "◐", "♠", "▬" };

  return silo >= 0 ? signs[(guint) silo % G_N_ELEMENTS (signs)] : "○";
}

/**
 * atl_mix_sheet_dup_text:
 * @self: a sheet
 *
 * Returns: (transfer full): all that is on it, a group a line, for those who do not see it
 */
char *
atl_mix_sheet_dup_text (AtlMixSheet *self)
{
  GString *text = g_string_new (self->heading);

  if (self->subheading != NULL)
    g_string_append_printf (text, "\n%s", self->subheading);
  for (guint i = 0; i < self->groups->len; i++)
    {
      const Group *group = &g_array_index (self->groups, Group, i);

      g_string_append_printf (text, "\n%s: ", group->title);
      for (guint j = 0; j < group->people->len; j++)
        {
          const Person *person = &g_array_index (group->people, Person, j);

          g_string_append (text, j > 0 ? ", " : "");
          g_string_append (text, person->name);
          if (person->silo >= 0 && (guint) person->silo < self->silos->len)
            g_string_append_printf (text, " (%s)", g_array_index (self->silos, Silo, person->silo).name);
        }
    }
  return g_string_free (text, FALSE);
}

static PangoLayout *
lay_out (AtlMixSheet *self,
         const char  *text,
         const char  *family,
         double       size,
         gboolean     bold,
         double       width)
{
  PangoLayout          *layout = pango_layout_new (self->context);
  PangoFontDescription *font = pango_font_description_from_string (family);

  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  if (bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  if (width > 0)
    {
      pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_font_description_free (font);
  return layout;
}

static double
measure (AtlMixSheet *self,
         const char  *text,
         gboolean     bold)
{
  g_autoptr (PangoLayout) layout = lay_out (self, text, FAMILY, 100, bold, 0);
  int                     width;

  pango_layout_get_size (layout, &width, NULL);
  return width / (100.0 * PANGO_SCALE);
}

static double
measure_group (AtlMixSheet *self,
               const Group *group)
{
  double widest = TITLE_SIZE * measure (self, group->title, TRUE);

  for (guint i = 0; i < group->people->len; i++)
    widest = MAX (widest, SIGN_ROOM + measure (self, g_array_index (group->people, Person, i).name, FALSE));
  return widest;
}

static guint
count_most (AtlMixSheet *self)
{
  guint most = 1;

  for (guint i = 0; i < self->groups->len; i++)
    most = MAX (most, g_array_index (self->groups, Group, i).people->len);
  return most;
}

/* The space for the groups: heading and legend taken off. */
static void
get_body (double  width,
          double  height,
          double *top,
          double *body_width,
          double *body_height)
{
  double side = MIN (width, height);

  *top = side * (MARGIN + HEADING * 1.7);
  *body_width = width - 2 * side * MARGIN;
  *body_height = height - *top - side * (MARGIN + LEGEND * 2.2);
}

/**
 * atl_mix_sheet_fit:
 * @self: a sheet
 * @width: of the space, in its units
 * @height: the same
 *
 * Finds the number of columns with which names are largest.
 *
 * Returns: how it fits
 */
AtlMixSheetFit
atl_mix_sheet_fit (AtlMixSheet *self,
                   double       width,
                   double       height)
{
  AtlMixSheetFit best = { .columns = 1, .rows = 1 };
  double         gap = MIN (width, height) * MARGIN / 2;
  double         widest = 1;
  double         tallest = TITLE_LINE + LINE * count_most (self) + 2 * PADDING;
  double         top;

  for (guint i = 0; i < self->groups->len; i++)
    widest = MAX (widest, measure_group (self, &g_array_index (self->groups, Group, i)));
  get_body (width, height, &top, &width, &height);
  for (guint columns = 1; columns <= MAX (self->groups->len, 1); columns++)
    {
      guint  rows = (MAX (self->groups->len, 1) + columns - 1) / columns;
      double column = (width - (columns - 1) * gap) / columns;
      double row = (height - (rows - 1) * gap) / rows;
      double size = MIN (row / tallest, column / (MIN (widest, SIGN_ROOM + LONGEST_NAME) + 2 * PADDING));

      size = MIN (size, height / 11);
      if (size > best.size)
        best = (AtlMixSheetFit){ columns, rows, size, widest > SIGN_ROOM + LONGEST_NAME };
    }
  return best;
}

static void
set_ink (Pen    *pen,
         AtlRgba color)
{
  cairo_set_source_rgba (pen->cr, color.red, color.green, color.blue, color.alpha);
}

/* Draws a line of text whose middle is at @y; returns its width. */
static double
draw_text (Pen        *pen,
           const char *text,
           double      x,
           double      y,
           double      size,
           gboolean    bold,
           double      width)
{
  g_autoptr (PangoLayout) layout = lay_out (pen->sheet, text, FAMILY, size, bold, width);
  int                     text_width;
  int                     text_height;

  pango_layout_get_size (layout, &text_width, &text_height);
  cairo_move_to (pen->cr, x, y - text_height / (2.0 * PANGO_SCALE));
  pango_cairo_show_layout (pen->cr, layout);
  return text_width / (double) PANGO_SCALE;
}

/* The sign of a silo on its color, in a circle around the point. */
static void
draw_sign (Pen   *pen,
           int    silo,
           double x,
           double y,
           double size)
{
  gboolean                known = silo >= 0 && (guint) silo < pen->sheet->silos->len;
  AtlTint                 tint = known ? g_array_index (pen->sheet->silos, Silo, silo).tint : ATL_TINT_WHITE;
  g_autoptr (PangoLayout) layout =
    lay_out (pen->sheet, atl_mix_sheet_get_sign (known ? silo : -1), SIGN_FAMILY, size * 0.66, FALSE, 0);
  PangoRectangle ink;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x, y, size * 0.56, 0, 2 * G_PI);
  set_ink (pen, atl_palette_get_node_fill (pen->theme, tint));
  cairo_fill_preserve (pen->cr);
  set_ink (pen, atl_palette_get_ink (pen->theme, ATL_INK_NOTE_EDGE));
  cairo_set_line_width (pen->cr, size * 0.04);
  cairo_stroke (pen->cr);
  pango_layout_get_extents (layout, &ink, NULL);
  cairo_move_to (pen->cr, x - (ink.x + ink.width / 2.0) / PANGO_SCALE,
                 y - (ink.y + ink.height / 2.0) / PANGO_SCALE);
  set_ink (pen, atl_palette_get_ink (pen->theme, ATL_INK_NOTE_TEXT));
  pango_cairo_show_layout (pen->cr, layout);
}

static void
draw_frame (Pen   *pen,
            double x,
            double y,
            double width,
            double height)
{
  double radius = pen->fit.size * 0.4;

  cairo_new_sub_path (pen->cr);
  cairo_arc (pen->cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (pen->cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (pen->cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (pen->cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (pen->cr);
  set_ink (pen, atl_palette_get_area_fill (pen->theme, ATL_TINT_WHITE));
  cairo_fill_preserve (pen->cr);
  set_ink (pen, atl_palette_get_area_edge (pen->theme, ATL_TINT_WHITE));
  cairo_set_line_width (pen->cr, pen->short_side * 0.0015);
  cairo_stroke (pen->cr);
}

static void
draw_group (Pen         *pen,
            const Group *group,
            double       x,
            double       y,
            double       width,
            double       height)
{
  double size = pen->fit.size;
  double inner = width - 2 * PADDING * size;

  double line = LINE * pen->stretch * size;
  double title = TITLE_LINE * pen->stretch * size;

  draw_frame (pen, x, y, width, height);
  x += PADDING * size;
  y += PADDING * size + title / 2;
  set_ink (pen, atl_palette_get_ink (pen->theme, ATL_INK_TITLE));
  draw_text (pen, group->title, x, y, TITLE_SIZE * size, TRUE, inner);
  y += (title + line) / 2;
  for (guint i = 0; i < group->people->len; i++, y += line)
    {
      const Person *person = &g_array_index (group->people, Person, i);

      draw_sign (pen, person->silo, x + 0.56 * size, y, size);
      set_ink (pen, atl_palette_get_ink (pen->theme, ATL_INK_TITLE));
      draw_text (pen, person->name, x + SIGN_ROOM * size, y, size, FALSE, inner - SIGN_ROOM * size);
    }
}

static gboolean
has_silo (AtlMixSheet *self,
          guint        silo)
{
  for (guint i = 0; i < self->groups->len; i++)
    {
      GArray *people = g_array_index (self->groups, Group, i).people;

      for (guint j = 0; j < people->len; j++)
        if (g_array_index (people, Person, j).silo == (int) silo)
          return TRUE;
    }
  return FALSE;
}

/* One line: smaller where there are many silos. */
static void
draw_legend (Pen   *pen,
             double width,
             double height)
{
  AtlMixSheet *self = pen->sheet;
  double       size = pen->short_side * LEGEND;
  double       room = width - 2 * pen->short_side * MARGIN;
  double       wanted = 0;
  double       x = pen->short_side * MARGIN;
  double       y = height - pen->short_side * (MARGIN + LEGEND * 0.6);

  for (guint i = 0; i < self->silos->len; i++)
    if (has_silo (self, i))
      wanted += size * (SIGN_ROOM + 0.7 + measure (self, g_array_index (self->silos, Silo, i).name, FALSE));
  size *= wanted > room ? room / wanted : 1;
  for (guint i = 0; i < self->silos->len; i++)
    if (has_silo (self, i))
      {
        draw_sign (pen, (int) i, x + 0.56 * size, y, size);
        set_ink (pen, atl_palette_get_ink (pen->theme, ATL_INK_PROMPT));
        x += SIGN_ROOM * size;
        x += draw_text (pen, g_array_index (self->silos, Silo, i).name, x, y, size, FALSE, 0) + 0.7 * size;
      }
}

static void
draw_heading (Pen   *pen,
              double width)
{
  AtlMixSheet *self = pen->sheet;
  double       size = pen->short_side * HEADING;
  double       x = pen->short_side * MARGIN;
  double       y = pen->short_side * (MARGIN + HEADING * 0.6);
  double       behind = self->subheading != NULL ? size * (1 + measure (self, self->subheading, FALSE)) : 0;

  set_ink (pen, atl_palette_get_ink (pen->theme, ATL_INK_TITLE));
  draw_text (pen, self->heading, x, y, size, TRUE, width - 2 * x - behind);
  if (self->subheading == NULL)
    return;
  set_ink (pen, atl_palette_get_ink (pen->theme, ATL_INK_PROMPT));
  draw_text (pen, self->subheading, width - x - behind + size, y, size, FALSE, 0);
}

/**
 * atl_mix_sheet_draw:
 * @self: a sheet
 * @cr: where to draw, the sheet's top left at its origin
 * @width: of the space, in units of @cr
 * @height: the same
 * @theme: for the colors; the background is not drawn
 *
 * Draws the groups as large as they can be.
 */
void
atl_mix_sheet_draw (AtlMixSheet *self,
                    cairo_t     *cr,
                    double       width,
                    double       height,
                    AtlTheme     theme)
{
  Pen    pen = { self, cr, theme, atl_mix_sheet_fit (self, width, height), 1, MIN (width, height) };
  double lines = TITLE_LINE + LINE * count_most (self);
  double margin = pen.short_side * MARGIN;
  double gap = margin / 2;
  double column;
  double row;
  double top;

  get_body (width, height, &top, &column, &row);
  column = (column - (pen.fit.columns - 1) * gap) / pen.fit.columns;
  row = (row - (pen.fit.rows - 1) * gap) / pen.fit.rows;
  pen.stretch = CLAMP ((row / pen.fit.size - 2 * PADDING) / lines, 1, MOST_STRETCH);
  row = MIN (row, pen.fit.size * (lines * pen.stretch + 2 * PADDING));
  draw_heading (&pen, width);
  for (guint i = 0; i < self->groups->len; i++)
    draw_group (&pen, &g_array_index (self->groups, Group, i), margin + i % pen.fit.columns * (column + gap),
                top + i / pen.fit.columns * (row + gap), column, row);
  draw_legend (&pen, width, height);
}
