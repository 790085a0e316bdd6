/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-link-words.h"

#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-links.h"
#include "model/atl-note-links.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Translators: kinds of links. The underscore stands before the letter that chooses the kind on the keyboard;
 * the letters must all be different, and none of them R, K, L, N or V. */
static const char *const names[] = {
  [ATL_LINK_KIND_RELATES] = NC_ ("link kind", "Rela_ted"),
  [ATL_LINK_KIND_HANDOFF] = NC_ ("link kind", "_Handoff"),
  [ATL_LINK_KIND_SHARED] = NC_ ("link kind", "_Shared work"),
  [ATL_LINK_KIND_INFORMATION] = NC_ ("link kind", "_Information"),
  [ATL_LINK_KIND_BLOCKED] = NC_ ("link kind", "_Blocked"),
  [ATL_LINK_KIND_MISSING] = NC_ ("link kind", "_Missing"),
  [ATL_LINK_KIND_FEEDBACK] = NC_ ("link kind", "_Feedback"),
  [ATL_LINK_KIND_DRIVES] = NC_ ("link kind", "_Drives"),
  [ATL_LINK_KIND_CONFLICTS] = NC_ ("link kind", "_Conflicts with"),
};

static const char *const frequencies[] = {
  N_ ("once or twice a year"),
  N_ ("about once a quarter"),
  N_ ("about once a month"),
  N_ ("every week"),
  N_ ("every day, as one team"),
};

static const char *const needs[] = {
  N_ ("would be nice"),
  N_ ("would help"),
  N_ ("important"),
  N_ ("needed to succeed"),
  N_ ("we fail without it"),
};

static const char *const forces[] = {
  N_ ("very weak"),
  N_ ("weak"),
  N_ ("medium"),
  N_ ("strong"),
  N_ ("very strong"),
};

/* Translators: links as a screen reader says them of a note, in both directions; %s is the other note */
static const struct
{
  const char *out;
  const char *in;
} phrases[] = {
  [ATL_LINK_KIND_RELATES] = { N_ ("Related to %s"), N_ ("Related to %s") },
  [ATL_LINK_KIND_HANDOFF] = { N_ ("Hands off to %s"), N_ ("Receives from %s") },
  [ATL_LINK_KIND_SHARED] = { N_ ("Works with %s"), N_ ("Works with %s") },
  [ATL_LINK_KIND_INFORMATION] = { N_ ("Informs %s"), N_ ("Hears from %s") },
  [ATL_LINK_KIND_BLOCKED] = { N_ ("Blocked toward %s"), N_ ("Blocked from %s") },
  [ATL_LINK_KIND_MISSING] = { N_ ("Needs %s, missing"), N_ ("Needed by %s, missing") },
  [ATL_LINK_KIND_FEEDBACK] = { N_ ("Gives feedback to %s"), N_ ("Gets feedback from %s") },
  [ATL_LINK_KIND_DRIVES] = { N_ ("Drives %s"), N_ ("Driven by %s") },
  [ATL_LINK_KIND_CONFLICTS] = { N_ ("Conflicts with %s"), N_ ("Conflicts with %s") },
};

static const char *
get_marked (AtlLinkKind kind)
{
  if ((guint) kind >= G_N_ELEMENTS (names))
    kind = ATL_LINK_KIND_RELATES;
  return g_dpgettext2 (GETTEXT_PACKAGE, "link kind", names[kind]);
}

/**
 * atl_link_kind_dup_name:
 * @kind: of a link
 * @key_at: (out) (optional): the byte where the letter stands that chooses it; -1 if it has none
 *
 * Returns: (transfer full): its name, translated
 */
char *
atl_link_kind_dup_name (AtlLinkKind kind,
                        int        *key_at)
{
  const char *marked = get_marked (kind);
  const char *mark = strchr (marked, '_');

  if (key_at != NULL)
    *key_at = mark != NULL ? (int) (mark - marked) : -1;
  if (mark == NULL)
    return g_strdup (marked);
  return g_strdup_printf ("%.*s%s", (int) (mark - marked), marked, mark + 1);
}

/**
 * atl_link_kind_get_key:
 * @kind: of a link
 *
 * Returns: the letter that chooses it on the keyboard, small; 0 if it has none
 */
gunichar
atl_link_kind_get_key (AtlLinkKind kind)
{
  const char *mark = strchr (get_marked (kind), '_');

  return mark != NULL ? g_unichar_tolower (g_utf8_get_char (mark + 1)) : 0;
}

static gboolean
is_activity (AtlLinkKind kind)
{
  return kind == ATL_LINK_KIND_HANDOFF || kind == ATL_LINK_KIND_SHARED ||
         kind == ATL_LINK_KIND_INFORMATION || kind == ATL_LINK_KIND_FEEDBACK;
}

/**
 * atl_link_get_anchor:
 * @kind: of a link
 * @strength: 1 to 5
 *
 * Returns: what the strength means: how often, for needs how much (SILO-METHOD §1)
 */
const char *
atl_link_get_anchor (AtlLinkKind kind,
                     int         strength)
{
  int at = CLAMP (strength, 1, 5) - 1;

  if (atl_link_kind_is_need (kind))
    return _ (needs[at]);
  return is_activity (kind) ? _ (frequencies[at]) : _ (forces[at]);
}

/**
 * atl_note_dup_address:
 * @view: a view of a board
 * @note: a note of the session
 *
 * Returns: (transfer full): what it is called, with its board if that is another one: "Causes › Too late"
 */
char *
atl_note_dup_address (AtlBoardView *view,
                      AtlNote      *note)
{
  AtlBoard        *board = atl_note_find_board (note);
  g_autofree char *label = atl_map_dup_label (note);

  if (board == NULL || board == atl_board_view_get_board (view))
    return g_steal_pointer (&label);
  /* Translators: a board, and a note on it */
  return g_strdup_printf (_ ("%s › %s"), atl_board_get_title (board), label);
}

/* An end of a link of the session; what is not there has no name. */
static char *
dup_name (AtlBoardView *view,
          const char   *id)
{
  AtlNote *node = atl_session_find_note (atl_board_view_get_session (view), id);

  return node != NULL ? atl_note_dup_address (view, node) : g_strdup ("?");
}

/**
 * atl_link_dup_phrase:
 * @view: a view of a board
 * @link: a link of the board
 * @node: one of its ends
 *
 * Returns: (transfer full): the link as @node has it: "Works with Bob, 4"
 */
char *
atl_link_dup_phrase (AtlBoardView *view,
                     AtlLink      *link,
                     AtlNote      *node)
{
  AtlLinkKind      kind = atl_link_get_kind (link);
  gboolean         out = g_str_equal (atl_link_get_from (link), atl_item_get_id (ATL_ITEM (node)));
  g_autofree char *other = dup_name (view, out ? atl_link_get_to (link) : atl_link_get_from (link));
  const char      *format = out ? phrases[kind].out : phrases[kind].in;
  g_auto (GStrv)   parts = g_strsplit (_ (format), "%s", 2);

  return g_strdup_printf ("%s%s%s, %d", parts[0], other, parts[1] != NULL ? parts[1] : "",
                          atl_link_get_strength (link));
}

/**
 * atl_link_dup_relation:
 * @link: a link
 * @node: one of its ends
 *
 * Returns: (transfer full): how the other end stands to @node: "→ Drives"
 */
char *
atl_link_dup_relation (AtlLink *link,
                       AtlNote *node)
{
  AtlLinkKind      kind = atl_link_get_kind (link);
  gboolean         out = g_str_equal (atl_link_get_from (link), atl_item_get_id (ATL_ITEM (node)));
  g_autofree char *name = atl_link_kind_dup_name (kind, NULL);
  const char      *remark = atl_link_get_remark (link);
  const char      *arrow = atl_link_kind_is_mutual (kind) ? "↔" : out ? "→"
                                                                      : "←";

  return g_strdup_printf ("%s %s%s%s", arrow, name, *remark != '\0' ? " · " : "", remark);
}

/**
 * atl_link_dup_side:
 * @view: a view of a board
 * @node: an end of a link
 *
 * Returns: (transfer full): "Ana says", for statements of one side
 */
char *
atl_link_dup_side (AtlBoardView *view,
                   AtlNote      *node)
{
  g_autofree char *name = atl_map_dup_label (node);

  /* Translators: %s is one end of a link, a person or a team; only this side says that there is such a link
   */
  return g_strdup_printf (_ ("%s says"), name);
}

static char *
dup_declared (AtlBoardView *view,
              AtlLink      *link)
{
  AtlDeclaredBy by = atl_link_get_declared_by (link);
  const char   *id = by == ATL_DECLARED_BY_FROM ? atl_link_get_from (link) : atl_link_get_to (link);
  AtlNote      *node = atl_session_find_note (atl_board_view_get_session (view), id);

  return by == ATL_DECLARED_BY_BOTH || node == NULL ? NULL : atl_link_dup_side (view, node);
}

/**
 * atl_link_dup_sentence:
 * @view: a view of a board
 * @link: a link of the board
 *
 * Returns: (transfer full): all of the link: "Ana → Bob: handoff, 4, every week"
 */
char *
atl_link_dup_sentence (AtlBoardView *view,
                       AtlLink      *link)
{
  AtlLinkKind      kind = atl_link_get_kind (link);
  g_autofree char *from = dup_name (view, atl_link_get_from (link));
  g_autofree char *to = dup_name (view, atl_link_get_to (link));
  g_autofree char *name = atl_link_kind_dup_name (kind, NULL);
  g_autofree char *declared = dup_declared (view, link);
  const char      *arrow = atl_link_kind_is_mutual (kind) ? "↔" : "→";

  /* Two nodes with an arrow between them: kind of link, strength, how often, who says so. */
  return g_strdup_printf (_ ("%s %s %s: %s, %d, %s%s%s"), from, arrow, to, name, atl_link_get_strength (link),
                          atl_link_get_anchor (kind, atl_link_get_strength (link)),
                          declared != NULL ? ". " : "", declared != NULL ? declared : "");
}
