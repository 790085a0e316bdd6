/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas/atl-canvas-private.h"

#include "canvas/notes/atl-note-limit.h"
#include "canvas/paint/atl-snapshot-player.h"

#include <math.h>

#define MIN_EDITOR 60 /* board units: nodes have little room */
#define READABLE 13.0 /* pixels: text is never edited smaller, whatever the zoom */
#define CORNER 6      /* board units */
#define RING 2        /* pixels */
#define MARGIN 12     /* pixels around a sheet that is as high as the view */
#define CHIP 8        /* pixels around the count of characters */
#define PADDING 12    /* board units below the text, where it outgrows its note */

/* The sheet that the editor stands on: the note itself, or larger where its text could not be read. */
typedef struct
{
  AtlRect  paper;         /* pixels */
  double   scale;         /* pixels per board unit on the sheet */
  double   text_scale;    /* pixels per pixel of the editor */
  AtlRect  text;          /* pixels */
  int      width, height; /* of the editor, in its own pixels */
  gboolean scrolls;
} Sheet;

static AtlBox *
edited_box (AtlCanvas *self)
{
  AtlNote *note = atl_note_editor_get_note (ATL_NOTE_EDITOR (self->editor));

  return self->view != NULL ? atl_board_view_find_box (self->view, note) : NULL;
}

static AtlRect
keep_within (AtlRect rect,
             double  width,
             double  height)
{
  rect.x = MAX (MIN (rect.x, width - rect.width), 0);
  rect.y = MAX (MIN (rect.y, height - rect.height), 0);
  return rect;
}

static AtlRect
paper_at (AtlCanvas *self,
          AtlBox    *box,
          double     growth)
{
  AtlRect  rect = atl_camera_rect_to_screen (self->camera, box->rect);
  AtlPoint center = atl_rect_center (rect);

  if (growth <= 1)
    return rect;
  rect = atl_rect (center.x - rect.width * growth / 2, center.y - rect.height * growth / 2,
                   rect.width * growth,
                   rect.height * growth);
  return keep_within (rect, gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)));
}

/* A text that is higher than the view scrolls in it. */
static void
keep_in_view (AtlCanvas *self,
              Sheet     *sheet)
{
  double room = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * MARGIN;
  double before = sheet->paper.y;
  double excess = sheet->paper.height - room;

  sheet->scrolls = room > MARGIN && excess > 0 && sheet->height * sheet->text_scale > excess + MARGIN;
  if (!sheet->scrolls)
    return;
  sheet->paper.y = MARGIN;
  sheet->paper.height = room;
  sheet->text.y += sheet->paper.y - before;
  sheet->height -= (int) ceil (excess / sheet->text_scale);
}

static Sheet
lay_out (AtlCanvas *self,
         AtlBox    *box)
{
  double zoom = atl_camera_get_zoom (self->camera);
  double size, growth, bottom;
  Sheet  sheet;

  atl_scene_ensure_text (atl_board_view_get_scene (self->view), box);
  size = box->text_size > 0 ? box->text_size : ATL_NOTE_TEXT_SIZE * box->scale;
  growth = MAX (READABLE / (size * zoom), 1);
  sheet.paper = paper_at (self, box, growth);
  sheet.scale = zoom * growth;
  sheet.text_scale = size * sheet.scale / ATL_NOTE_TEXT_SIZE;
  sheet.text = atl_rect (sheet.paper.x + box->text_rect.x * sheet.scale,
                         sheet.paper.y + box->text_rect.y * sheet.scale,
                         MAX (box->text_rect.width, MIN_EDITOR) * sheet.scale,
                         box->text_rect.height * sheet.scale);
  sheet.width = (int) ceil (sheet.text.width / sheet.text_scale);
  sheet.height = (int) ceil (MAX (sheet.text.height / sheet.text_scale, ATL_NOTE_TEXT_SIZE));
  sheet.height = MAX (sheet.height, atl_note_editor_measure_height (ATL_NOTE_EDITOR (self->editor),
                                                                    sheet.width));
  bottom = sheet.text.y + sheet.height * sheet.text_scale + PADDING * sheet.scale;
  sheet.paper.height = MAX (sheet.paper.height, bottom - sheet.paper.y);
  keep_in_view (self, &sheet);
  return sheet;
}

/**
 * atl_canvas_allocate_editor:
 * @self: a canvas that edits a note
 *
 * Puts the editor where the text of the note stands, scaled so that it writes at the note's own size.
 */
void
atl_canvas_allocate_editor (AtlCanvas *self)
{
  AtlBox       *box = edited_box (self);
  GskTransform *transform;
  Sheet         sheet;

  if (box == NULL)
    return;
  sheet = lay_out (self, box);
  transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) sheet.text.x,
                                                                   (float) sheet.text.y));
  transform = gsk_transform_scale (transform, (float) sheet.text_scale, (float) sheet.text_scale);
  atl_note_editor_set_scrolls (ATL_NOTE_EDITOR (self->editor), sheet.scrolls);
  gtk_widget_allocate (self->editor, sheet.width, sheet.height, -1, transform);
}

/* At the foot of the sheet, or of the view where that ends first. */
static void
draw_counter (AtlCanvas   *self,
              GtkSnapshot *snapshot,
              AtlRect      paper,
              const char  *text)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  AtlRect                 room;
  int                     width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  room = atl_rect (paper.x + paper.width - width - 2 * CHIP, paper.y + paper.height - height - 2 * CHIP,
                   width + 2 * CHIP, height + CHIP);
  room = keep_within (room, gtk_widget_get_width (GTK_WIDGET (self)),
                      gtk_widget_get_height (GTK_WIDGET (self)) - CHIP);
  atl_snapshot_append_box (snapshot, room, room.height / 2,
                           atl_palette_get_ink (self->theme, ATL_INK_BADGE));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) (room.x + CHIP),
                                                          (float) (room.y + CHIP / 2.0)));
  gtk_snapshot_append_layout (snapshot, layout, &(GdkRGBA){ 1, 1, 1, 1 });
  gtk_snapshot_restore (snapshot);
}

/**
 * atl_canvas_draw_counter:
 * @self: a canvas that edits a note
 * @snapshot: a snapshot in pixels
 *
 * Says how much more the note holds, once that is little.
 */
void
atl_canvas_draw_counter (AtlCanvas   *self,
                         GtkSnapshot *snapshot)
{
  AtlBox          *box = edited_box (self);
  glong            n = box != NULL ? g_utf8_strlen (atl_note_get_text (ATL_NOTE (box->item)), -1) : 0;
  g_autofree char *text = atl_note_limit_dup_text ((guint) n);

  if (text != NULL)
    draw_counter (self, snapshot, lay_out (self, box).paper, text);
}

/**
 * atl_canvas_draw_paper:
 * @self: a canvas that edits a note
 * @snapshot: a snapshot in pixels
 *
 * Covers the text of the note being edited with blank paper, for the editor to stand on.
 */
void
atl_canvas_draw_paper (AtlCanvas   *self,
                       GtkSnapshot *snapshot)
{
  AtlBox *box = edited_box (self);
  AtlRgba accent = atl_palette_get_ink (self->theme, ATL_INK_ACCENT);
  Sheet   sheet;
  double  corner;

  if (box == NULL)
    return;
  sheet = lay_out (self, box);
  corner = CORNER * box->scale * sheet.scale;
  atl_snapshot_append_box (snapshot, sheet.paper, corner,
                           atl_palette_get_note_fill (self->theme,
                                                      atl_note_get_color (ATL_NOTE (box->item))));
  atl_snapshot_append_ring (snapshot, atl_rect_inset (sheet.paper, -2 * RING), corner + 2 * RING, RING,
                            accent);
}

/**
 * atl_canvas_start_editor:
 * @self: a canvas with a board
 * @note: a note of the board that has a box
 * @is_new: whether it comes from atl_commands_begin_note()
 *
 * Opens the editor on @note. While it is open the note itself is not drawn: its text would be laid out with
 * every key, and nobody sees it.
 */
void
atl_canvas_start_editor (AtlCanvas *self,
                         AtlNote   *note,
                         gboolean   is_new)
{
  g_autoptr (GPtrArray) lifted = g_ptr_array_new ();

  g_ptr_array_add (lifted, atl_board_view_find_box (self->view, note));
  atl_selection_set_one (atl_board_view_get_selection (self->view), note);
  atl_selection_set_cursor (atl_board_view_get_selection (self->view), note);
  atl_canvas_reveal (self, ATL_ITEM (note));
  atl_cell_cache_lift (self->cache, lifted);
  gtk_widget_set_visible (self->editor, TRUE);
  atl_note_editor_start (ATL_NOTE_EDITOR (self->editor), self->view, note, is_new);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify (G_OBJECT (self), "editing");
}
