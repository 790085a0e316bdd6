/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-link-commands.h"

#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-note-values.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"
#include "model/atl-note-links.h"
#include "model/atl-partitions.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static AtlHistory *
history_of (AtlBoardView *view)
{
  return atl_board_view_get_history (view);
}

static AtlDeclaredBy
turn (AtlDeclaredBy by)
{
  if (by == ATL_DECLARED_BY_BOTH)
    return by;
  return by == ATL_DECLARED_BY_FROM ? ATL_DECLARED_BY_TO : ATL_DECLARED_BY_FROM;
}

static gboolean
states_same (AtlLink *a,
             AtlLink *b)
{
  gboolean straight = g_str_equal (atl_link_get_from (a), atl_link_get_from (b)) &&
                      g_str_equal (atl_link_get_to (a), atl_link_get_to (b));
  gboolean crossed = atl_link_kind_is_mutual (atl_link_get_kind (a)) &&
                     g_str_equal (atl_link_get_from (a), atl_link_get_to (b)) &&
                     g_str_equal (atl_link_get_to (a), atl_link_get_from (b));

  if (atl_link_get_kind (a) != atl_link_get_kind (b))
    return FALSE;
  return (straight && atl_link_get_declared_by (a) == atl_link_get_declared_by (b)) ||
         (crossed && atl_link_get_declared_by (a) == turn (atl_link_get_declared_by (b)));
}

static AtlBoard *
board_of (AtlLink *link)
{
  return (AtlBoard *) atl_item_get_parent (ATL_ITEM (link));
}

/* The board that a link from a note to another one lives in, and the one where the other side may have said
 * the same. */
static AtlLink *
find_stated (AtlNote      *from,
             AtlNote      *to,
             AtlLinkKind   kind,
             AtlDeclaredBy by)
{
  AtlBoard *board = atl_note_find_board (from);
  AtlBoard *other = atl_note_find_board (to);
  AtlLink  *link = atl_links_find (board, from, to, kind, by);

  if (link == NULL && other != board && atl_link_kind_is_mutual (kind))
    link = atl_links_find (other, from, to, kind, by);
  return link;
}

/* All links that state what @link does, @link first. */
static GPtrArray *
dup_same (AtlLink *link)
{
  AtlList   *links = atl_board_get_links (board_of (link));
  GPtrArray *same = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (same, g_object_ref (link));
  for (guint i = 0; i < atl_list_get_length (links); i++)
    if (atl_list_get (links, i) != (gpointer) link && states_same (link, atl_list_get (links, i)))
      g_ptr_array_add (same, g_object_ref (atl_list_get (links, i)));
  return same;
}

/* Once @link says what others say already, it says it for them, as strong as the strongest. */
static void
absorb_same (AtlLink *link)
{
  g_autoptr (GPtrArray) same = dup_same (link);

  for (guint i = 1; i < same->len; i++)
    atl_link_set_strength (link, MAX (atl_link_get_strength (link), atl_link_get_strength (same->pdata[i])));
  g_ptr_array_remove_index (same, 0);
  atl_links_delete (same);
}

/* Of a link that is stated twice one is left; the caller changes it then. */
static void
begin_alone (AtlBoardView *view,
             AtlLink      *link,
             const char   *label)
{
  g_autoptr (GPtrArray) same = dup_same (link);

  atl_history_begin (history_of (view), label);
  g_ptr_array_remove_index (same, 0);
  atl_links_delete (same);
}

static void
end_alone (AtlBoardView *view,
           AtlLink      *link)
{
  absorb_same (link);
  atl_history_end (history_of (view));
}

/**
 * atl_link_commands_state:
 * @view: a view of a board
 * @from: a note that gives, asks or tells
 * @to: the one that receives
 * @kind: what goes on between them
 * @by: who says so
 * @strength: 1 to 5
 *
 * Draws a link, or gives the one that is there another strength.
 *
 * Returns: (transfer none) (nullable): it; %NULL for a note with itself, and if one must stay as it is
 */
AtlLink *
atl_link_commands_state (AtlBoardView *view,
                         AtlNote      *from,
                         AtlNote      *to,
                         AtlLinkKind   kind,
                         AtlDeclaredBy by,
                         int           strength)
{
  AtlLink    *link = find_stated (from, to, kind, by);
  const char *label = link != NULL ? _ ("Change Link") : _ ("Add Link");

  if (from == to || (link != NULL && atl_link_get_strength (link) == strength))
    return from == to ? NULL : link;
  if (atl_board_view_refuse_note (view, from) || atl_board_view_refuse_note (view, to))
    return NULL;
  atl_history_begin (history_of (view), label);
  if (link != NULL)
    atl_link_set_strength (link, CLAMP (strength, 1, 5));
  else
    link = atl_links_state (atl_note_find_board (from), from, to, kind, by, strength);
  atl_history_end (history_of (view));
  return link;
}

/**
 * atl_link_commands_set_strength:
 * @view: a view of a board
 * @link: a link of the board
 * @strength: 1 to 5
 */
void
atl_link_commands_set_strength (AtlBoardView *view,
                                AtlLink      *link,
                                int           strength)
{
  g_autoptr (GPtrArray) same = dup_same (link);

  if (atl_board_view_refuse_link (view, link))
    return;
  atl_history_begin (history_of (view), _ ("Change Link"));
  for (guint i = 0; i < same->len; i++)
    atl_link_set_strength (same->pdata[i], CLAMP (strength, 1, 5));
  atl_history_end (history_of (view));
}

/**
 * atl_link_commands_set_kind:
 * @view: a view of a board
 * @link: a link of the board
 * @kind: what goes on between its ends
 */
void
atl_link_commands_set_kind (AtlBoardView *view,
                            AtlLink      *link,
                            AtlLinkKind   kind)
{
  if (atl_link_get_kind (link) == kind || atl_board_view_refuse_link (view, link))
    return;
  begin_alone (view, link, _ ("Change Link"));
  atl_link_set_kind (link, kind);
  end_alone (view, link);
}

/**
 * atl_link_commands_set_declared_by:
 * @view: a view of a board
 * @link: a link of the board
 * @by: who says that there is such a link
 */
void
atl_link_commands_set_declared_by (AtlBoardView *view,
                                   AtlLink      *link,
                                   AtlDeclaredBy by)
{
  if (atl_link_get_declared_by (link) == by || atl_board_view_refuse_link (view, link))
    return;
  begin_alone (view, link, _ ("Change Link"));
  atl_link_set_declared_by (link, by);
  end_alone (view, link);
}

/* A link lives in the board of the note that it leaves. */
static void
move_home (AtlBoardView *view,
           AtlLink      *link)
{
  AtlSession         *session = atl_board_view_get_session (view);
  AtlNote            *from = atl_session_find_note (session, atl_link_get_from (link));
  AtlBoard           *home = from != NULL ? atl_note_find_board (from) : NULL;
  g_autoptr (AtlLink) kept = g_object_ref (link);

  if (home == NULL || home == board_of (link))
    return;
  atl_list_remove (atl_item_get_list (ATL_ITEM (link)), ATL_ITEM (link));
  atl_list_insert (atl_board_get_links (home), ATL_ITEM (link));
}

/**
 * atl_link_commands_reverse:
 * @view: a view of a board
 * @link: a link of the board
 *
 * Turns it around; who says so stays the same note.
 */
void
atl_link_commands_reverse (AtlBoardView *view,
                           AtlLink      *link)
{
  g_autofree char *from = g_strdup (atl_link_get_from (link));
  g_autofree char *to = g_strdup (atl_link_get_to (link));

  if (atl_board_view_refuse_link (view, link))
    return;
  begin_alone (view, link, _ ("Reverse Link"));
  atl_link_set_from (link, to);
  atl_link_set_to (link, from);
  atl_link_set_declared_by (link, turn (atl_link_get_declared_by (link)));
  move_home (view, link);
  end_alone (view, link);
}

/**
 * atl_link_commands_set_remark:
 * @view: a view of a board
 * @link: a link of the board
 * @remark: what there is to say about it
 *
 * Typing in a row is one step of the history.
 */
void
atl_link_commands_set_remark (AtlBoardView *view,
                              AtlLink      *link,
                              const char   *remark)
{
  if (g_str_equal (atl_link_get_remark (link), remark) || atl_board_view_refuse_link (view, link))
    return;
  atl_history_begin_typing (history_of (view), _ ("Edit Remark"), ATL_ITEM (link));
  atl_link_set_remark (link, remark);
  atl_history_end (history_of (view));
}

/**
 * atl_link_commands_delete:
 * @view: a view of a board
 * @link: a link of the board
 */
void
atl_link_commands_delete (AtlBoardView *view,
                          AtlLink      *link)
{
  g_autoptr (GPtrArray) same = dup_same (link);

  if (atl_board_view_refuse_link (view, link))
    return;
  atl_history_begin (history_of (view), _ ("Delete Link"));
  atl_links_delete (same);
  atl_history_end (history_of (view));
}

/**
 * atl_link_commands_set_field:
 * @view: a view of a board
 * @item: a link or a note of the board
 * @name: a field that the template asks for
 * @value: (transfer floating) (nullable): its value; %NULL for none
 *
 * Typing in a row is one step of the history.
 */
void
atl_link_commands_set_field (AtlBoardView *view,
                             AtlItem      *item,
                             const char   *name,
                             GVariant     *value)
{
  gboolean             link = ATL_IS_LINK (item);
  GVariant            *old = link ? atl_link_get_fields (ATL_LINK (item))
                                  : atl_note_get_fields (ATL_NOTE (item));
  g_autoptr (GVariant) fields = atl_fields_with (old, name, value);

  if (link ? atl_board_view_refuse_link (view, ATL_LINK (item))
           : atl_board_view_refuse_note (view, ATL_NOTE (item)))
    return;
  atl_history_begin_typing (history_of (view), link ? _ ("Change Link") : _ ("Change Details"), item);
  if (link)
    atl_link_set_fields (ATL_LINK (item), fields);
  else
    atl_note_set_fields (ATL_NOTE (item), fields);
  atl_history_end (history_of (view));
}

/* A person is moved wherever it is drawn; any other node by itself. */
static void
put (AtlNote *node,
     AtlSilo *silo)
{
  AtlPerson  *person = atl_nodes_find_person (node);
  AtlSession *session = atl_item_get_session (ATL_ITEM (node));

  if (person != NULL)
    atl_partitions_put (person, atl_session_get_active_partition (session), silo);
  atl_note_set_silo (node, person == NULL && silo != NULL ? atl_item_get_id (ATL_ITEM (silo)) : "");
}

/**
 * atl_link_commands_set_silo:
 * @view: a view of a board
 * @silo: id of a silo of the active partition; the empty one is none
 *
 * Puts the selected nodes into a silo: the people they stand for, wherever those are drawn, or themselves.
 */
void
atl_link_commands_set_silo (AtlBoardView *view,
                            const char   *silo)
{
  AtlSession           *session = atl_board_view_get_session (view);
  g_autoptr (GPtrArray) nodes = atl_board_view_dup_selected (view, FALSE);
  AtlSilo              *found = atl_list_find (atl_session_get_silos (session), silo);

  if (atl_board_view_refuse_notes (view, nodes))
    return;
  atl_history_begin (history_of (view), _ ("Set Silo"));
  for (guint i = 0; i < nodes->len; i++)
    put (nodes->pdata[i], found);
  atl_history_end (history_of (view));
}

static AtlSilo *
find_silo_named (AtlSession *session,
                 const char *name)
{
  const char           *partition = atl_session_get_active_partition (session);
  g_autoptr (GPtrArray) silos = atl_partitions_dup_silos (session, partition);
  g_autofree char      *wanted = atl_fold (name);

  for (guint i = 0; i < silos->len; i++)
    {
      g_autofree char *folded = atl_fold (atl_silo_get_name (silos->pdata[i]));

      if (g_str_equal (folded, wanted))
        return silos->pdata[i];
    }
  return NULL;
}

/**
 * atl_link_commands_put_in_silo:
 * @view: a view of a board
 * @node: a node of the board
 * @name: what a silo is called, accents and case do not count; blank is none
 *
 * Puts @node into the silo of that name, made if there is none yet.
 */
void
atl_link_commands_put_in_silo (AtlBoardView *view,
                               AtlNote      *node,
                               const char   *name)
{
  AtlSession      *session = atl_board_view_get_session (view);
  g_autofree char *bare = g_strstrip (g_strdup (name));
  AtlSilo         *silo = *bare != '\0' ? find_silo_named (session, bare) : NULL;

  if (silo == atl_nodes_find_silo (node) && (silo != NULL || *bare == '\0'))
    return;
  if (atl_board_view_refuse_note (view, node))
    return;
  atl_history_begin (history_of (view), _ ("Set Silo"));
  if (silo == NULL && *bare != '\0')
    silo = atl_partitions_add_silo (session, atl_session_get_active_partition (session), bare);
  put (node, silo);
  atl_history_end (history_of (view));
}

/**
 * atl_link_commands_read_silo:
 * @view: a view of a board
 * @node: a node whose text was typed
 *
 * "Zoé; MKT" on a map of people puts Zoé into the silo MKT, if there is one; part of the typing.
 */
void
atl_link_commands_read_silo (AtlBoardView *view,
                             AtlNote      *node)
{
  AtlArea         *area = atl_note_find_area (node);
  const char      *text = atl_note_get_text (node);
  const char      *mark = strchr (text, ';');
  g_autofree char *name = mark != NULL ? g_strstrip (g_strndup (text, (gsize) (mark - text))) : NULL;
  g_autofree char *of = mark != NULL ? g_strstrip (g_strdup (mark + 1)) : NULL;
  AtlSilo         *silo = of != NULL && *of != '\0' && *name != '\0'
                            ? find_silo_named (atl_board_view_get_session (view), of)
                            : NULL;

  if (silo == NULL || !atl_area_is_map (area) || !atl_map_has_sides (area) ||
      *atl_note_get_person (node) != '\0')
    return;
  atl_history_begin_typing (history_of (view), _ ("Edit Note"), ATL_ITEM (node));
  atl_note_set_text (node, name);
  put (node, silo);
  atl_history_end (history_of (view));
}

/**
 * atl_link_commands_set_pinned:
 * @view: a view of a board
 * @pinned: whether arranging leaves the selected nodes where they are
 */
void
atl_link_commands_set_pinned (AtlBoardView *view,
                              gboolean      pinned)
{
  g_autoptr (GPtrArray) nodes = atl_board_view_dup_selected (view, FALSE);

  if (atl_board_view_refuse_notes (view, nodes))
    return;
  atl_history_begin (history_of (view), pinned ? _ ("Keep in Place") : _ ("Free Place"));
  for (guint i = 0; i < nodes->len; i++)
    atl_note_set_pinned (nodes->pdata[i], pinned);
  atl_history_end (history_of (view));
}
