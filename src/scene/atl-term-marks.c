/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scene/atl-term-marks.h"

#include "model/atl-glossary.h"

#define MOST_MARKS 100 /* under one text */
#define BELOW 0.17     /* of the size of the text: from the baseline to the mark */
#define WIDTH 0.085    /* of the size */
#define DOT 0.11       /* of the size, and as much between two */

/* Marks are found when the text of a note is painted. A change of the glossary only notes down which words
 * are concerned; the notes that have them are painted again with the next update. */

/**
 * atl_term_marks_get_finder:
 * @scene: a scene
 *
 * Returns: (transfer none): what finds the words of the glossary, made when it is first asked for; valid
 *   until the glossary changes
 */
AtlWordFinder *
atl_term_marks_get_finder (AtlScene *scene)
{
  if (scene->words.terms == NULL)
    scene->words.terms =
      scene->session != NULL ? atl_glossary_new_finder (scene->session) : atl_word_finder_new (NULL);
  return scene->words.terms;
}

static void
add_changed (AtlScene   *scene,
             const char *word)
{
  if (scene->words.changed == NULL)
    scene->words.changed = atl_word_finder_new (NULL);
  if (word != NULL)
    atl_word_finder_add (scene->words.changed, word, NULL);
}

/**
 * atl_term_marks_take_change:
 * @scene: a scene
 * @change: of a term, or of the list of terms
 *
 * Notes down which words are concerned.
 */
void
atl_term_marks_take_change (AtlScene  *scene,
                            AtlChange *change)
{
  AtlTerm *term = ATL_TERM (atl_change_get_item (change));

  gboolean set = atl_change_get_kind (change) == ATL_CHANGE_SET;
  gboolean word = !set || atl_change_get_field (change) == ATL_TERM_TERM;

  if (word)
    g_clear_pointer (&scene->words.terms, atl_word_finder_free);
  if (!scene->words.marked)
    return;
  add_changed (scene, atl_term_get_term (term));
  if (set && word)
    add_changed (scene, atl_change_peek_old (change)->string);
  scene->words.reworded = scene->words.reworded || word;
  atl_scene_schedule (scene);
}

static gboolean
has_changed (AtlScene *scene,
             AtlNote  *note)
{
  AtlWordFinder *changed = scene->words.changed;

  return atl_word_finder_has_match (changed, atl_note_get_text (note)) ||
         (*atl_note_get_stack_title (note) != '\0' &&
          atl_word_finder_has_match (changed, atl_note_get_stack_title (note)));
}

/**
 * atl_term_marks_update:
 * @scene: a scene
 *
 * Notes that have a word that changed look different now, or are explained differently.
 */
void
atl_term_marks_update (AtlScene *scene)
{
  GPtrArray *notes = scene->kinds[ATL_BOX_NOTE];

  if (scene->words.changed == NULL)
    return;
  for (guint i = 0; i < notes->len; i++)
    {
      AtlBoxState *state = notes->pdata[i];

      if (state->box.is_node || !has_changed (scene, ATL_NOTE (state->box.item)))
        continue;
      if (scene->words.reworded)
        atl_scene_repaint (scene, state);
      else
        atl_scene_touch (scene, state);
    }
  scene->words.reworded = FALSE;
  g_clear_pointer (&scene->words.changed, atl_word_finder_free);
}

/**
 * atl_term_marks_clear:
 * @scene: a scene that goes
 */
void
atl_term_marks_clear (AtlScene *scene)
{
  g_clear_pointer (&scene->words.terms, atl_word_finder_free);
  g_clear_pointer (&scene->words.changed, atl_word_finder_free);
}

/* Painting */

typedef struct
{
  PangoLayout    *layout;
  AtlPoint        origin;
  double          scale;
  double          size; /* of the text */
  AtlRgba         color;
  AtlDisplayList *list;
} Marks;

/* Up to where the text of a line is seen: what the ellipsis stands for is not. */
static int
find_end (PangoLayoutLine *line)
{
  for (GSList *run = line->runs; run != NULL; run = run->next)
    {
      PangoItem *item = ((PangoGlyphItem *) run->data)->item;

      if ((item->analysis.flags & PANGO_ANALYSIS_FLAG_IS_ELLIPSIS) != 0)
        return item->offset;
    }
  return line->start_index + line->length;
}

static void
paint_ranges (Marks           *self,
              PangoLayoutLine *line,
              double           baseline,
              int              from,
              int              to)
{
  double y = self->origin.y + (baseline + BELOW * self->size) * self->scale;
  int   *ranges = NULL;
  int    n = 0;

  pango_layout_line_get_x_ranges (line, from, to, &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      AtlPoint ends[] = {
        { self->origin.x + (double) ranges[2 * i] / PANGO_SCALE * self->scale, y },
        { self->origin.x + (double) ranges[2 * i + 1] / PANGO_SCALE * self->scale, y },
      };
      AtlDisplayOp *stroke =
        atl_display_list_stroke (self->list, ends, 2, WIDTH * self->size * self->scale, self->color);

      stroke->dash = DOT * self->size * self->scale;
    }
  g_free (ranges);
}

static void
paint_match (Marks        *self,
             AtlWordMatch *match)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      int              from = MAX ((int) match->start, line->start_index);
      int              to = MIN ((int) match->end, line->start_index + line->length);

      if (from < to && to <= find_end (line))
        paint_ranges (self, line, (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE, from, to);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/**
 * atl_term_marks_paint:
 * @scene: a scene
 * @layout: a text
 * @origin: where it is set, in board units
 * @scale: of the text
 * @list: where to add dotted lines under the words of the glossary
 */
void
atl_term_marks_paint (AtlScene       *scene,
                      PangoLayout    *layout,
                      AtlPoint        origin,
                      double          scale,
                      AtlDisplayList *list)
{
  const PangoFontDescription *font = pango_layout_get_font_description (layout);
  AtlRgba                     ink = atl_palette_get_ink (scene->theme, ATL_INK_NOTE_TEXT);
  g_autoptr (GArray)          matches = NULL;
  Marks                       self = { layout, origin, scale, 16, ink, list };

  if (!scene->words.marked)
    return;
  matches = atl_word_finder_dup_matches (atl_term_marks_get_finder (scene), pango_layout_get_text (layout));
  if (font != NULL)
    self.size = (double) pango_font_description_get_size (font) / PANGO_SCALE;
  if (scene->theme != ATL_THEME_CONTRAST)
    self.color = atl_rgba_with_alpha (ink, 0.75);
  for (guint i = 0; i < matches->len && i < MOST_MARKS; i++)
    paint_match (&self, &g_array_index (matches, AtlWordMatch, i));
}
