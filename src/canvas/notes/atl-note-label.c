/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-note-label.h"

#include "canvas/links/atl-link-words.h"
#include "canvas/links/atl-map.h"
#include "model/atl-authors.h"
#include "model/atl-links.h"
#include "model/atl-nodes.h"
#include "model/atl-splits.h"
#include "model/atl-tags.h"
#include "scene/atl-scene-links.h"
#include "scene/atl-scene-keys.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SEARCHED 1000 /* links of a board */
#define MOST_LINKS 12      /* that are said of a node; the others are counted */

/**
 * atl_color_get_label:
 * @color: a note color
 *
 * Returns: its name with its symbol, translated
 */
const char *
atl_color_get_label (AtlColor color)
{
  switch (color)
    {
    case ATL_COLOR_ORANGE:
      return _ ("Orange triangle");
    case ATL_COLOR_PINK:
      return _ ("Pink heart");
    case ATL_COLOR_BLUE:
      return _ ("Blue circle");
    case ATL_COLOR_GREEN:
      return _ ("Green square");
    case ATL_COLOR_PURPLE:
      return _ ("Purple diamond");
    case ATL_COLOR_GREY:
      return _ ("Gray cross");
    case ATL_COLOR_YELLOW:
    default:
      return _ ("Yellow star");
    }
}

/* Adds a sentence, with the full stop that a screen reader pauses at. */
static void
say (GString    *speech,
     const char *sentence)
{
  gsize length = strlen (sentence);

  if (length == 0)
    return;
  if (speech->len > 0)
    g_string_append_c (speech, ' ');
  g_string_append (speech, sentence);
  if (strchr (".!?:;", sentence[length - 1]) == NULL)
    g_string_append_c (speech, '.');
}

static void
say_steal (GString *speech,
           char    *sentence)
{
  say (speech, sentence);
  g_free (sentence);
}

/* What the room reads on the note: a name, a role or a silo, or nothing. */
static void
say_author (GString *speech,
            AtlNote *note)
{
  g_autofree char *author = atl_note_dup_author (note, TRUE);

  if (author != NULL)
    /* Translators: %s is the person who wrote a note, or the silo of that person */
    say_steal (speech, g_strdup_printf (_ ("By %s"), author));
}

/* In the group's own copy of the session that goes without saying. */
static void
say_group (GString      *speech,
           AtlBoardView *view,
           AtlNote      *note)
{
  AtlSession *session = atl_board_view_get_session (view);
  AtlGroup   *group = atl_session_find_group (session, atl_note_get_group (note));

  if (group != NULL && !g_str_equal (atl_note_get_group (note), atl_session_get_group (session)))
    say (speech, atl_group_get_title (group));
}

/* Of the stack that is open around a note. */
static void
say_stack (GString *speech,
           AtlBox  *frame)
{
  const char *title = atl_note_get_stack_title (ATL_NOTE (frame->item));
  guint       n = frame->stack_size;

  if (*title != '\0')
    /* Translators: of a note in an open stack; the title of the stack, and how many notes it has */
    say_steal (speech, g_strdup_printf (ngettext ("In the stack %s of %u note",
                                                  "In the stack %s of %u notes", n),
                                        title, n));
  else
    say_steal (speech, g_strdup_printf (ngettext ("In a stack of %u note", "In a stack of %u notes", n), n));
}

/* By their labels, as they stand on the note. */
static void
say_tags (GString      *speech,
          AtlBoardView *view,
          AtlNote      *note)
{
  const char *const     *tags = atl_note_get_tags (note);
  g_autoptr (GHashTable) labels = NULL;

  if (tags == NULL || tags[0] == NULL)
    return;
  labels = atl_board_dup_tags (atl_board_view_get_board (view));
  for (guint i = 0; tags[i] != NULL; i++)
    {
      const char *label = g_hash_table_lookup (labels, tags[i]);

      say (speech, label != NULL ? label : tags[i]);
    }
}

static void
say_state (GString *speech,
           AtlBox  *box)
{
  guint stacked = box->stack_size > 1 ? box->stack_size : 0;

  if (atl_note_get_hidden (ATL_NOTE (box->item)))
    say (speech, _ ("Hidden"));
  if (stacked > 0)
    say_steal (speech, g_strdup_printf (ngettext ("Stack of %u note", "Stack of %u notes", stacked),
                                        stacked));
  if (box->stack != NULL)
    say_stack (speech, box->stack);
  if (box->versions > 0)
    say_steal (speech, g_strdup_printf (ngettext ("%u version", "%u versions", box->versions),
                                        box->versions));
  if (box->votes != 0)
    say_steal (speech, g_strdup_printf (ngettext ("%d vote", "%d votes", (gulong) ABS (box->votes)),
                                        box->votes));
}

/* What the template asks for on notes and areas, in the words that stand there. */
static void
say_keys (GString      *speech,
          AtlBoardView *view,
          AtlBox       *box)
{
  AtlScene             *scene = atl_board_view_get_scene (view);
  g_autoptr (GPtrArray) lines = atl_scene_dup_key_lines (scene, box);
  g_autofree char      *measures =
    box->kind == ATL_BOX_NOTE ? atl_scene_dup_note_measures (scene, box) : NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      AtlKeyLine *line = lines->pdata[i];

      say (speech, line->spoken != NULL ? line->spoken : line->text);
    }
  if (measures != NULL)
    say (speech, measures);
}

/* The strongest first, the same order at each opening of the session. */
static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  AtlLink *first = *(AtlLink *const *) a, *second = *(AtlLink *const *) b;

  if (atl_link_get_strength (first) != atl_link_get_strength (second))
    return atl_link_get_strength (second) - atl_link_get_strength (first);
  return g_strcmp0 (atl_item_get_id (ATL_ITEM (first)), atl_item_get_id (ATL_ITEM (second)));
}

/* On a map of thousands of links only the node that has the focus says its own. */
static void
say_links (GString      *speech,
           AtlBoardView *view,
           AtlNote      *node)
{
  AtlBoard             *board = atl_board_view_get_board (view);
  gboolean              focused = atl_selection_get_cursor (atl_board_view_get_selection (view)) == node;
  g_autoptr (GPtrArray) links = NULL;
  guint                 said, left;

  if (!focused && atl_list_get_length (atl_board_get_links (board)) > MOST_SEARCHED)
    return;
  links = atl_links_dup_of (board, node);
  g_ptr_array_sort (links, compare_links);
  said = MIN (links->len, MOST_LINKS);
  left = links->len - said;
  for (guint i = 0; i < said; i++)
    say_steal (speech, atl_link_dup_phrase (view, links->pdata[i], node));
  if (left > 0)
    say_steal (speech, g_strdup_printf (ngettext ("%u more link", "%u more links", left), left));
}

/* How many links a note has is enough to go on; K says which. */
static void
say_linked (GString      *speech,
            AtlBoardView *view,
            AtlNote      *note)
{
  guint n = atl_scene_count_links (atl_board_view_get_scene (view), note, NULL);

  if (n > 0)
    say_steal (speech, g_strdup_printf (ngettext ("Linked to %u note", "Linked to %u notes", n), n));
}

/* "Ana. IT. Works with Bob, 4. 3 of 12." */
static char *
dup_node_label (AtlBoardView *view,
                AtlBox       *box,
                guint         position,
                guint         size)
{
  AtlNote         *node = ATL_NOTE (box->item);
  GString         *speech = g_string_new (NULL);
  AtlSilo         *silo = atl_nodes_find_silo (node);
  g_autofree char *label = atl_map_dup_label (node);

  say (speech, label);
  if (silo != NULL)
    say (speech, atl_silo_get_name (silo));
  say_state (speech, box);
  say_links (speech, view, node);
  if (position > 0)
    say_steal (speech, g_strdup_printf (_ ("%u of %u"), position, size));
  return g_string_free (speech, FALSE);
}

/**
 * atl_note_label_dup:
 * @view: a view of a board
 * @box: the box of a note
 * @position: its place in its area, from 1; 0 leaves that out
 * @size: how many notes the area shows
 *
 * Says everything about a note: "Ship smaller. Yellow star. 3 votes. 3 of 12."; of a node what the room may
 * read of it, its silo and its links.
 *
 * Returns: (transfer full): what a screen reader reads
 */
char *
atl_note_label_dup (AtlBoardView *view,
                    AtlBox       *box,
                    guint         position,
                    guint         size)
{
  AtlNote *note = ATL_NOTE (box->item);
  GString *speech;
  gboolean titled = box->stack_size > 1 && *atl_note_get_stack_title (note) != '\0';

  if (box->is_node)
    return dup_node_label (view, box, position, size);
  speech = g_string_new (NULL);
  if (titled)
    say (speech, atl_note_get_stack_title (note));
  say (speech, *atl_note_get_text (note) != '\0' ? atl_note_get_text (note) : _ ("Empty note"));
  if (atl_note_get_number (note) > 0)
    /* Translators: the number of a printed card */
    say_steal (speech, g_strdup_printf (_ ("Card %d"), atl_note_get_number (note)));
  say (speech, atl_color_get_label (atl_note_get_color (note)));
  say_state (speech, box);
  say_author (speech, note);
  say_group (speech, view, note);
  say_tags (speech, view, note);
  say_linked (speech, view, note);
  say_keys (speech, view, box);
  if (position > 0)
    /* Translators: the place of a note among those of its area, as in "3 of 12" */
    say_steal (speech, g_strdup_printf (_ ("%u of %u"), position, size));
  return g_string_free (speech, FALSE);
}

/**
 * atl_area_label_dup:
 * @view: a view of a board
 * @box: the box of an area
 * @size: how many notes it shows
 *
 * Returns: (transfer full): what a screen reader reads
 */
char *
atl_area_label_dup (AtlBoardView *view,
                    AtlBox       *box,
                    guint         size)
{
  GString *speech = g_string_new (NULL);

  say (speech, box->item != NULL ? atl_area_get_title (ATL_AREA (box->item)) : _ ("Unplaced"));
  if (box->item != NULL)
    say (speech, atl_area_get_prompt (ATL_AREA (box->item)));
  say_steal (speech, g_strdup_printf (ngettext ("%u note", "%u notes", size), size));
  if (box->item != NULL && atl_area_get_locked (ATL_AREA (box->item)))
    say (speech, _ ("Locked"));
  say_keys (speech, view, box);
  return g_string_free (speech, FALSE);
}
