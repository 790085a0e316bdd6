/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-note.h"

#include "model/atl-item-accessors.h"

/**
 * AtlNote:
 *
 * A sticky note, or a node of a graph area. @x and @y are its center relative to the top left of its area,
 * in board units; ATL_PLACE_NONE where the layout decides. A @pinned node was placed by hand and is not
 * moved by arranging. Votes attach to notes, never to stacks.
 */
struct _AtlNote
{
  AtlItem parent_instance;

  char     *text;
  char     *description;
  char     *author;
  char     *area;
  char     *stack;
  char     *stack_title;
  char     *rank;
  int       x;
  int       y;
  int       width;
  int       height;
  gboolean  pinned;
  int       color;
  char    **tags;
  gboolean  hidden;
  int       number;
  int       captured;
  GVariant *fields;
  char     *group;
  char     *person;
  char     *silo;
  GVariant *alternatives;
};

G_DEFINE_FINAL_TYPE (AtlNote, atl_note, ATL_TYPE_ITEM)

static const AtlField stored_fields[] = {
  { ATL_FIELD (AtlNote, text, "text", STRING, TEXT) },
  { ATL_FIELD (AtlNote, description, "description", STRING, TEXT) },
  { ATL_FIELD (AtlNote, author, "author", REF, STATE) },
  { ATL_FIELD (AtlNote, area, "area", REF, ORDER) },
  { ATL_FIELD (AtlNote, stack, "stack", REF, ORDER) },
  { ATL_FIELD (AtlNote, stack_title, "stack-title", STRING, TEXT) },
  { ATL_FIELD (AtlNote, rank, "rank", RANK, ORDER) },
  { ATL_FIELD (AtlNote, x, "x", INT, PLACE),
    .fallback = ATL_PLACE_NONE, .min = ATL_PLACE_NONE, .max = 1000000 },
  { ATL_FIELD (AtlNote, y, "y", INT, PLACE),
    .fallback = ATL_PLACE_NONE, .min = ATL_PLACE_NONE, .max = 1000000 },
  { ATL_FIELD (AtlNote, width, "width", INT, PLACE), .fallback = 0, .min = 0, .max = 100000 },
  { ATL_FIELD (AtlNote, height, "height", INT, PLACE), .fallback = 0, .min = 0, .max = 100000 },
  { ATL_FIELD (AtlNote, pinned, "pinned", BOOLEAN, PLACE) },
  { ATL_FIELD (AtlNote, color, "color", ENUM, STYLE),
    .fallback = ATL_COLOR_YELLOW, .value_type = atl_color_get_type },
  { ATL_FIELD (AtlNote, tags, "tags", STRV, STATE) },
  { ATL_FIELD (AtlNote, hidden, "hidden", BOOLEAN, STATE) },
  { ATL_FIELD (AtlNote, number, "number", INT, STATE), .fallback = 0, .min = 0, .max = 1000000 },
  { ATL_FIELD (AtlNote, captured, "captured", INT, STATE),
    .fallback = 0, .min = 0, .max = 1000000000 },
  { ATL_FIELD (AtlNote, fields, "fields", VARIANT, STATE) },
  { ATL_FIELD (AtlNote, group, "group", REF, STATE) },
  { ATL_FIELD (AtlNote, person, "person", REF, STATE) },
  { ATL_FIELD (AtlNote, silo, "silo", REF, STATE) },
  { ATL_FIELD (AtlNote, alternatives, "alternatives", VARIANT, STATE) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (stored_fields) == ATL_NOTE_N_FIELDS);

static void
atl_note_class_init (AtlNoteClass *klass)
{
  atl_item_class_install_fields (ATL_ITEM_CLASS (klass), stored_fields, G_N_ELEMENTS (stored_fields));
}

static void
atl_note_init (AtlNote *self)
{
}

/**
 * atl_note_new:
 * @id: (nullable): the id, or %NULL for a new random one
 *
 * Returns: (transfer full): a note with every stored property at its default
 */
AtlNote *
atl_note_new (const char *id)
{
  return g_object_new (ATL_TYPE_NOTE, "id", id, NULL);
}

/* Getters borrow; setters announce one change and notify once, only if the value differs. */
ATL_ACCESS_TEXT (AtlNote, atl_note, text, ATL_NOTE_TEXT, STRING);
ATL_ACCESS_TEXT (AtlNote, atl_note, description, ATL_NOTE_DESCRIPTION, STRING);
ATL_ACCESS_TEXT (AtlNote, atl_note, author, ATL_NOTE_AUTHOR, REF);
ATL_ACCESS_TEXT (AtlNote, atl_note, area, ATL_NOTE_AREA, REF);
ATL_ACCESS_TEXT (AtlNote, atl_note, stack, ATL_NOTE_STACK, REF);
ATL_ACCESS_TEXT (AtlNote, atl_note, stack_title, ATL_NOTE_STACK_TITLE, STRING);
ATL_ACCESS_TEXT (AtlNote, atl_note, rank, ATL_NOTE_RANK, RANK);
ATL_ACCESS_INT (AtlNote, atl_note, x, ATL_NOTE_X, int, INT);
ATL_ACCESS_INT (AtlNote, atl_note, y, ATL_NOTE_Y, int, INT);
ATL_ACCESS_INT (AtlNote, atl_note, width, ATL_NOTE_WIDTH, int, INT);
ATL_ACCESS_INT (AtlNote, atl_note, height, ATL_NOTE_HEIGHT, int, INT);
ATL_ACCESS_INT (AtlNote, atl_note, pinned, ATL_NOTE_PINNED, gboolean, BOOLEAN);
ATL_ACCESS_INT (AtlNote, atl_note, color, ATL_NOTE_COLOR, AtlColor, ENUM);
ATL_ACCESS_STRV (AtlNote, atl_note, tags, ATL_NOTE_TAGS);
ATL_ACCESS_INT (AtlNote, atl_note, hidden, ATL_NOTE_HIDDEN, gboolean, BOOLEAN);
ATL_ACCESS_INT (AtlNote, atl_note, number, ATL_NOTE_NUMBER, int, INT);
ATL_ACCESS_INT (AtlNote, atl_note, captured, ATL_NOTE_CAPTURED, int, INT);
ATL_ACCESS_VARIANT (AtlNote, atl_note, fields, ATL_NOTE_FIELDS);
ATL_ACCESS_TEXT (AtlNote, atl_note, group, ATL_NOTE_GROUP, REF);
ATL_ACCESS_TEXT (AtlNote, atl_note, person, ATL_NOTE_PERSON, REF);
ATL_ACCESS_TEXT (AtlNote, atl_note, silo, ATL_NOTE_SILO, REF);
