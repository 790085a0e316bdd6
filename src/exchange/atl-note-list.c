/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/atl-note-list.h"

#include "catalogue/atl-words.h"
#include "model/atl-authors.h"
#include "model/atl-edits.h"
#include "model/atl-tags.h"
#include "scene/atl-palette.h"
#include "scene/atl-scene-keys.h"
#include "scene/atl-text.h"

#define INDENT 17.0
#define CHIP 11.0
#define NOTE_GAP 7.0
#define MEMBER_GAP 4.0
#define AREA_GAP 12.0
#define KEEP_WHOLE 64.0 /* entries lower than this are not split */

typedef enum
{
  ENTRY_AREA,
  ENTRY_STACK, /* the title of a stack, its notes follow */
  ENTRY_NOTE,
  ENTRY_MEMBER, /* a note of a stack */
} EntryKind;

typedef struct
{
  EntryKind    kind;
  AtlColor     color;
  PangoLayout *text;
  PangoLayout *details; /* nullable */
  PangoLayout *meta;    /* nullable */
  double       height;
} Entry;

struct _AtlNoteList
{
  AtlReport   *report;
  AtlBoard    *board;
  GArray      *entries;
  GHashTable  *stacks; /* lead → GPtrArray of the notes under it */
  GHashTable  *tags;   /* id → label */
  AtlTally    *tally;
  PangoLayout *symbols[ATL_COLOR_GREY + 1];
  guint        colors; /* a bit for each that occurs */
  double       width;
  AtlScene    *scene; /* of the board, not owned; NULL: what its template asks for is left out */
};

static void
entry_clear (gpointer data)
{
  Entry *entry = data;

  g_clear_object (&entry->text);
  g_clear_object (&entry->details);
  g_clear_object (&entry->meta);
}

/**
 * atl_note_list_new:
 * @report: the report; must outlive the list
 * @board: whose notes will be listed
 * @width: of the column, points
 *
 * Returns: (transfer full): an empty list
 */
AtlNoteList *
atl_note_list_new (AtlReport *report,
                   AtlBoard  *board,
                   double     width)
{
  AtlNoteList *self = g_new0 (AtlNoteList, 1);
  AtlRound    *round = atl_board_find_latest_round (board);

  self->report = report;
  self->board = board;
  self->width = width;
  self->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (self->entries, entry_clear);
  self->stacks = atl_board_dup_stacks (board);
  self->tags = atl_board_dup_tags (board);
  if (round != NULL)
    self->tally = atl_tally_new (round);
  return self;
}

/**
 * atl_note_list_set_scene:
 * @self: a list
 * @scene: the layout of its board; outlives the list
 *
 * Has the list say, too, what the template asks for on notes.
 */
void
atl_note_list_set_scene (AtlNoteList *self,
                         AtlScene    *scene)
{
  self->scene = scene;
}

/**
 * atl_note_list_free:
 * @self: a list
 */
void
atl_note_list_free (AtlNoteList *self)
{
  g_array_unref (self->entries);
  g_hash_table_unref (self->stacks);
  g_hash_table_unref (self->tags);
  g_clear_pointer (&self->tally, atl_tally_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->symbols); i++)
    g_clear_object (&self->symbols[i]);
  g_free (self);
}

static PangoLayout *
lay_out (AtlNoteList *self,
         AtlFace      face,
         const char  *text,
         double       indent)
{
  if (text == NULL || *text == '\0')
    return NULL;
  return atl_pdf_type_lay_out (self->report->type, face, text, self->width - indent);
}

static double
height_of (PangoLayout *layout)
{
  return layout != NULL ? atl_text_get_height (layout) : 0;
}

static double
gap_before (EntryKind kind)
{
  switch (kind)
    {
    case ENTRY_AREA:
      return AREA_GAP;
    case ENTRY_MEMBER:
      return MEMBER_GAP;
    case ENTRY_STACK:
    case ENTRY_NOTE:
    default:
      return NOTE_GAP;
    }
}

static void
add_entry (AtlNoteList *self,
           Entry        entry)
{
  entry.height =
    gap_before (entry.kind) + height_of (entry.text) + height_of (entry.details) + height_of (entry.meta);
  g_array_append_val (self->entries, entry);
}

/**
 * atl_note_list_add_area:
 * @self: a list
 * @title: of the area
 * @prompt: (nullable): what was asked there
 *
 * The notes added next are those of this area.
 */
void
atl_note_list_add_area (AtlNoteList *self,
                        const char  *title,
                        const char  *prompt)
{
  Entry entry = { .kind = ENTRY_AREA };

  entry.text = lay_out (self, ATL_FACE_H3, title, 0);
  entry.meta = lay_out (self, ATL_FACE_SMALL, prompt, 0);
  add_entry (self, entry);
}

static void
append_meta (GString    *meta,
             const char *text)
{
  if (text != NULL && *text != '\0')
    g_string_append_printf (meta, "%s%s", meta->len > 0 ? " · " : "", text);
}

static void
append_tags (AtlNoteList *self,
             AtlNote     *note,
             GString     *meta)
{
  const char *const *tags = atl_note_get_tags (note);

  for (guint i = 0; tags != NULL && tags[i] != NULL; i++)
    {
      const char *label = g_hash_table_lookup (self->tags, tags[i]);

      append_meta (meta, label != NULL ? label : tags[i]);
    }
}

/* What the template asks for, as it stands on the note. */
static void
append_keys (AtlNoteList *self,
             AtlNote     *note,
             GString     *meta)
{
  AtlBox               *box = self->scene != NULL ? atl_scene_find_box (self->scene, note) : NULL;
  g_autoptr (GPtrArray) lines = box != NULL ? atl_scene_dup_key_lines (self->scene, box) : NULL;
  g_autofree char      *measures = box != NULL ? atl_scene_dup_note_measures (self->scene, box) : NULL;

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      AtlKeyLine *line = lines->pdata[i];

      append_meta (meta, line->spoken != NULL ? line->spoken : line->text);
    }
  append_meta (meta, measures);
}

/* Who, how many votes, tags. */
static char *
dup_meta (AtlNoteList *self,
          AtlNote     *note)
{
  AtlReport          *report = self->report;
  g_autoptr (GString) meta = g_string_new (NULL);
  int                 votes = self->tally != NULL ? atl_tally_get_votes (self->tally, note) : 0;
  g_autofree char    *author = atl_note_dup_author (note, TRUE);

  append_meta (meta, author);
  if (votes > 0)
    {
      g_autofree char *count = atl_words_dup_count (report->language, "votes", (guint) votes);

      append_meta (meta, count);
    }
  append_tags (self, note, meta);
  append_keys (self, note, meta);
  return g_string_free (g_steal_pointer (&meta), FALSE);
}

static void
add_one (AtlNoteList *self,
         AtlNote     *note,
         EntryKind    kind)
{
  g_autofree char *meta = dup_meta (self, note);
  double           indent = kind == ENTRY_MEMBER ? 2 * INDENT : INDENT;
  const char      *text = atl_note_get_text (note);
  Entry            entry = { .kind = kind, .color = atl_note_get_color (note) };

  self->colors |= 1u << entry.color;
  entry.text = lay_out (self, ATL_FACE_BODY, *text != '\0' ? text : "–", indent);
  entry.details = lay_out (self, ATL_FACE_SMALL, atl_note_get_description (note), indent);
  entry.meta = lay_out (self, ATL_FACE_SMALL, meta, indent);
  add_entry (self, entry);
}

static void
add_stack (AtlNoteList *self,
           AtlNote     *lead,
           GPtrArray   *members)
{
  const char      *title = atl_note_get_stack_title (lead);
  g_autofree char *count = atl_words_dup_count (self->report->language, "notes", members->len + 1);
  Entry            entry = { .kind = ENTRY_STACK, .color = atl_note_get_color (lead) };

  if (*title == '\0')
    title = atl_report_word (self->report, "stack");
  entry.text = lay_out (self, ATL_FACE_STRONG, title, INDENT);
  entry.meta = lay_out (self, ATL_FACE_SMALL, count, INDENT);
  add_entry (self, entry);
  add_one (self, lead, ENTRY_MEMBER);
  for (guint i = 0; i < members->len; i++)
    add_one (self, g_ptr_array_index (members, i), ENTRY_MEMBER);
}

/**
 * atl_note_list_add_note:
 * @self: a list
 * @lead: a note, not one under another
 *
 * Adds a note and what is stacked under it.
 */
void
atl_note_list_add_note (AtlNoteList *self,
                        AtlNote     *lead)
{
  GPtrArray *members = g_hash_table_lookup (self->stacks, lead);

  if (members != NULL)
    add_stack (self, lead, members);
  else
    add_one (self, lead, ENTRY_NOTE);
}

/**
 * atl_note_list_get_height:
 * @self: a list
 *
 * Returns: how high it is in one column
 */
double
atl_note_list_get_height (AtlNoteList *self)
{
  double height = 0;

  for (guint i = 0; i < self->entries->len; i++)
    height += g_array_index (self->entries, Entry, i).height;
  return height;
}

static PangoLayout *
get_symbol (AtlNoteList *self,
            AtlColor     color)
{
  if (self->symbols[color] == NULL)
    self->symbols[color] = atl_pdf_type_lay_out (self->report->type, ATL_FACE_SYMBOL,
                                                 atl_palette_get_symbol (color), -1);
  return self->symbols[color];
}

static void
draw_symbol (AtlNoteList *self,
             AtlColor     color,
             AtlRect      chip)
{
  PangoLayout *symbol = get_symbol (self, color);
  AtlPoint     origin = { chip.x + (CHIP - atl_text_get_width (symbol)) / 2,
                          chip.y + (CHIP - atl_text_get_height (symbol)) / 2 };

  atl_pdf_script_ornament (self->report->script, symbol, origin, atl_pdf_type_get_ink (ATL_PRINT_TEXT));
}

/* The color of the note; where there are several, with its symbol for those who do not see it. */
static void
draw_chip (AtlNoteList *self,
           Entry       *entry,
           double       indent)
{
  AtlPoint cursor = atl_pdf_flow_get_cursor (self->report->flow);
  AtlRect  chip = atl_rect (cursor.x + indent, cursor.y + 1.5, CHIP, CHIP);

  atl_pdf_script_under (self->report->script, chip,
                        atl_palette_get_note_fill (ATL_THEME_PRINT, entry->color));
  if ((self->colors & (self->colors - 1)) != 0)
    draw_symbol (self, entry->color, chip);
}

static void
write_part (AtlNoteList *self,
            PangoLayout *layout,
            double       indent,
            AtlPrintInk  ink,
            const char  *tag)
{
  if (layout == NULL)
    return;
  if (tag != NULL)
    atl_pdf_script_begin (self->report->script, tag);
  atl_pdf_flow_layout (self->report->flow, layout, indent, ink);
  if (tag != NULL)
    atl_pdf_script_end (self->report->script);
}

/* A title stays with what it names. */
static double
get_keep (AtlNoteList *self,
          guint        index)
{
  const Entry *entry = &g_array_index (self->entries, Entry, index);

  if (entry->kind == ENTRY_NOTE || entry->kind == ENTRY_MEMBER)
    return MIN (entry->height, KEEP_WHOLE);
  return entry->height + (index + 1 < self->entries->len ? get_keep (self, index + 1) : 0);
}

static void
write_area (AtlNoteList *self,
            Entry       *entry)
{
  write_part (self, entry->text, 0, ATL_PRINT_TEXT, "H3");
  write_part (self, entry->meta, 0, ATL_PRINT_MUTED, "P");
}

static void
write_note (AtlNoteList *self,
            Entry       *entry)
{
  double   indent = entry->kind == ENTRY_MEMBER ? INDENT : 0;
  gboolean alone = entry->details == NULL && entry->meta == NULL;

  atl_pdf_script_begin (self->report->script, "LI");
  atl_pdf_script_begin (self->report->script, "LBody");
  draw_chip (self, entry, indent);
  write_part (self, entry->text, indent + INDENT, ATL_PRINT_TEXT, alone ? NULL : "P");
  write_part (self, entry->details, indent + INDENT, ATL_PRINT_TEXT, "P");
  write_part (self, entry->meta, indent + INDENT, ATL_PRINT_MUTED, "P");
  atl_pdf_script_end (self->report->script);
  atl_pdf_script_end (self->report->script);
}

/**
 * atl_note_list_write:
 * @self: a list
 *
 * Writes it at the cursor of the report, in the columns that are open.
 */
void
atl_note_list_write (AtlNoteList *self)
{
  AtlPdfScript *script = self->report->script;
  guint         depth = atl_pdf_script_get_depth (script);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = &g_array_index (self->entries, Entry, i);

      if (entry->kind == ENTRY_AREA)
        atl_pdf_script_end_to (script, depth);
      atl_pdf_flow_gap (self->report->flow, gap_before (entry->kind));
      atl_pdf_flow_need (self->report->flow, get_keep (self, i));
      if (entry->kind == ENTRY_AREA)
        write_area (self, entry);
      else if (atl_pdf_script_get_depth (script) == depth)
        atl_pdf_script_begin (script, "L");
      if (entry->kind != ENTRY_AREA)
        write_note (self, entry);
    }
  atl_pdf_script_end_to (script, depth);
}
