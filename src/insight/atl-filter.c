/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "insight/atl-filter.h"

#include "model/atl-authors.h"
#include "model/atl-edits.h"
#include "model/atl-nodes.h"

/**
 * atl_filter_clear:
 * @self: a filter; one of zeros is none yet
 *
 * Wants any note.
 */
void
atl_filter_clear (AtlFilter *self)
{
  g_clear_pointer (&self->author, g_free);
  g_clear_pointer (&self->silo, g_free);
  g_clear_pointer (&self->tag, g_free);
  self->color = ATL_FILTER_ANY_COLOR;
  self->hidden = FALSE;
  self->without_author = FALSE;
}

/**
 * atl_filter_is_active:
 * @self: a filter
 *
 * Returns: whether there may be notes that it does not want
 */
gboolean
atl_filter_is_active (const AtlFilter *self)
{
  return self->author != NULL || self->silo != NULL || self->tag != NULL || self->hidden ||
         self->without_author || self->color != ATL_FILTER_ANY_COLOR;
}

/* A board that does not say who wrote a note is not asked for it this way either. */
static gboolean
is_by (AtlNote    *note,
       const char *person)
{
  AtlPerson *author = atl_note_find_author (note);
  AtlBoard  *board = atl_note_find_board (note);

  return author != NULL && g_str_equal (atl_item_get_id (ATL_ITEM (author)), person) &&
         atl_board_get_authors (board) == ATL_AUTHORS_NAME;
}

static gboolean
is_of (AtlNote    *note,
       const char *silo)
{
  AtlPerson *author = atl_note_find_author (note);
  AtlSilo   *found = atl_nodes_find_silo (note);

  if (found == NULL && author != NULL)
    found = atl_person_find_silo (author);
  return found != NULL && g_str_equal (atl_item_get_id (ATL_ITEM (found)), silo);
}

static gboolean
has_tag (AtlNote    *note,
         const char *tag)
{
  const char *const *tags = atl_note_get_tags (note);

  return tags != NULL && g_strv_contains (tags, tag);
}

/**
 * atl_filter_matches:
 * @self: a filter
 * @note: a note
 *
 * Returns: whether the note is wanted
 */
gboolean
atl_filter_matches (const AtlFilter *self,
                    AtlNote         *note)
{
  if (self->color != ATL_FILTER_ANY_COLOR && (int) atl_note_get_color (note) != self->color)
    return FALSE;
  if (self->hidden && !atl_note_get_hidden (note))
    return FALSE;
  if (self->without_author && *atl_note_get_author (note) != '\0')
    return FALSE;
  if (self->tag != NULL && !has_tag (note, self->tag))
    return FALSE;
  if (self->author != NULL && !is_by (note, self->author))
    return FALSE;
  return self->silo == NULL || is_of (note, self->silo);
}
