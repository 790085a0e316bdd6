/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-link-draft.h"

#include "canvas/links/atl-link-commands.h"
#include "canvas/links/atl-link-finder.h"
#include "canvas/links/atl-link-words.h"
#include "canvas/links/atl-map.h"
#include "model/atl-edits.h"
#include "model/atl-maps.h"
#include "model/atl-maps.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/**
 * AtlLinkDraft:
 *
 * A link as it is typed: from a node, to one that a few letters find; then a digit for its strength, a letter
 * for its kind. Once it is committed the next one from the same node begins. It knows no widget.
 */
struct _AtlLinkDraft
{
  GObject parent_instance;

  AtlBoardView  *view;
  AtlLinkFinder *finder;
  AtlNote       *node;  /* NULL: to be found first */
  AtlNote       *other; /* NULL: to be found */
  char          *words;
  GPtrArray     *candidates;
  int            highlighted; /* -1 for none */
  AtlLinkKind    kind;
  int            strength;
  AtlSaidBy      said_by;
  gboolean       reversed;
  GVariant      *value; /* of the field that the map asks for first, or NULL */
};

G_DEFINE_FINAL_TYPE (AtlLinkDraft, atl_link_draft, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
changed (AtlLinkDraft *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static GPtrArray *
dup_matches (AtlLinkDraft *self,
             const char   *words)
{
  return atl_link_finder_dup_matches (self->finder, words, self->node, ATL_DRAFT_CANDIDATES);
}

/* With nothing typed all are offered, but none is meant. */
static void
find (AtlLinkDraft *self,
      const char   *words)
{
  g_autofree char *kept = g_strdup (words);

  g_free (self->words);
  self->words = g_steal_pointer (&kept);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  self->candidates = dup_matches (self, self->words);
  self->highlighted = self->candidates->len > 0 && *self->words != '\0' ? 0 : -1;
}

static void
read_pen (AtlLinkDraft *self)
{
  AtlNote   *from = self->node != NULL ? self->node : atl_link_finder_get_first (self->finder);
  AtlLinkPen pen = *atl_board_view_get_pen (self->view);

  if (from != NULL)
    pen = atl_board_view_get_pen_for (self->view, from);
  self->kind = pen.kind;
  self->strength = pen.strength > 0 ? pen.strength : ATL_STRENGTH_DEFAULT;
}

static void
atl_link_draft_dispose (GObject *object)
{
  AtlLinkDraft *self = ATL_LINK_DRAFT (object);

  g_clear_pointer (&self->finder, atl_link_finder_free);
  g_clear_pointer (&self->candidates, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_free);
  g_clear_pointer (&self->value, g_variant_unref);
  g_clear_object (&self->node);
  g_clear_object (&self->other);
  g_clear_object (&self->view);
  G_OBJECT_CLASS (atl_link_draft_parent_class)->dispose (object);
}

static void
atl_link_draft_class_init (AtlLinkDraftClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_link_draft_dispose;

  /**
   * AtlLinkDraft::changed:
   *
   * Anything of it is another.
   */
  signals[CHANGED] = g_signal_new ("changed", ATL_TYPE_LINK_DRAFT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
atl_link_draft_init (AtlLinkDraft *self)
{
}

/* A node is linked to nodes, an ordinary note to ordinary notes. Where the link begins is found among nodes
 * if there are any. */
static gboolean
finds_nodes (AtlBoardView *view,
             AtlNote      *node)
{
  GPtrArray *boxes = atl_scene_get_boxes (atl_board_view_get_scene (view), ATL_BOX_NOTE);

  if (node != NULL)
    return atl_area_is_map (atl_note_find_area (node));
  for (guint i = 0; i < boxes->len; i++)
    if (((AtlBox *) boxes->pdata[i])->is_node)
      return TRUE;
  return FALSE;
}

/**
 * atl_link_draft_new:
 * @view: the view of a board
 * @node: (nullable): the node that links begin at; %NULL has it found first
 *
 * Returns: (transfer full): a draft, with kind and strength of the link that was drawn last
 */
AtlLinkDraft *
atl_link_draft_new (AtlBoardView *view,
                    AtlNote      *node)
{
  AtlLinkDraft *self = g_object_new (ATL_TYPE_LINK_DRAFT, NULL);

  self->view = g_object_ref (view);
  self->finder = atl_link_finder_new (view, finds_nodes (view, node));
  g_set_object (&self->node, node);
  read_pen (self);
  find (self, "");
  return self;
}

/**
 * atl_link_draft_get_node:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the node that the link begins at, whatever its direction
 */
AtlNote *
atl_link_draft_get_node (AtlLinkDraft *self)
{
  return self->node;
}

/**
 * atl_link_draft_get_other:
 * @self: a draft
 *
 * Returns: (transfer none) (nullable): the node at the other end, once it was picked
 */
AtlNote *
atl_link_draft_get_other (AtlLinkDraft *self)
{
  return self->other;
}

/**
 * atl_link_draft_has_nodes:
 * @self: a draft
 *
 * Returns: whether there are nodes at all
 */
gboolean
atl_link_draft_has_nodes (AtlLinkDraft *self)
{
  return atl_link_finder_get_first (self->finder) != NULL;
}

/**
 * atl_link_draft_get_candidates:
 * @self: a draft
 *
 * Returns: (transfer none) (element-type AtlNote): the nodes that fit what was typed, the best first
 */
GPtrArray *
atl_link_draft_get_candidates (AtlLinkDraft *self)
{
  return self->candidates;
}

/**
 * atl_link_draft_get_highlighted:
 * @self: a draft
 *
 * Returns: which of the candidates is meant, -1 for none
 */
int
atl_link_draft_get_highlighted (AtlLinkDraft *self)
{
  return self->highlighted;
}

/**
 * atl_link_draft_get_kind:
 * @self: a draft
 *
 * Returns: its kind
 */
AtlLinkKind
atl_link_draft_get_kind (AtlLinkDraft *self)
{
  return self->kind;
}

/**
 * atl_link_draft_get_strength:
 * @self: a draft
 *
 * Returns: 1 to 5
 */
int
atl_link_draft_get_strength (AtlLinkDraft *self)
{
  return self->strength;
}

/**
 * atl_link_draft_get_said_by:
 * @self: a draft
 *
 * Returns: who says so
 */
AtlSaidBy
atl_link_draft_get_said_by (AtlLinkDraft *self)
{
  return self->said_by;
}

/**
 * atl_link_draft_get_reversed:
 * @self: a draft
 *
 * Returns: whether it comes to the node that it was begun at
 */
gboolean
atl_link_draft_get_reversed (AtlLinkDraft *self)
{
  return self->reversed;
}

/**
 * atl_link_draft_set_words:
 * @self: a draft
 * @words: what was typed of a label
 *
 * Finds candidates; the best one is meant until another is chosen.
 */
void
atl_link_draft_set_words (AtlLinkDraft *self,
                          const char   *words)
{
  g_return_if_fail (ATL_IS_LINK_DRAFT (self));

  if (g_str_equal (self->words, words))
    return;
  find (self, words);
  changed (self);
}

/**
 * atl_link_draft_step:
 * @self: a draft
 * @by: 1 for the next candidate, -1 for the one before; round the ends
 */
void
atl_link_draft_step (AtlLinkDraft *self,
                     int           by)
{
  int n = (int) self->candidates->len;

  if (n == 0)
    return;
  self->highlighted = self->highlighted < 0 && by < 0 ? n - 1 : (self->highlighted + by + n) % n;
  changed (self);
}

static AtlNote *
get_meant (AtlLinkDraft *self)
{
  return self->highlighted >= 0 ? self->candidates->pdata[self->highlighted] : NULL;
}

/**
 * atl_link_draft_pick:
 * @self: a draft
 * @other: (nullable): a node; %NULL is the candidate that is meant
 *
 * Picks the other end; or, while there is none yet, the node to begin at.
 *
 * Returns: whether there was anything to pick
 */
gboolean
atl_link_draft_pick (AtlLinkDraft *self,
                     AtlNote      *other)
{
  if (other == NULL)
    other = get_meant (self);
  if (other == NULL || other == self->node)
    return FALSE;
  if (self->node == NULL)
    return atl_link_draft_begin_at (self, other);
  g_set_object (&self->other, other);
  changed (self);
  return TRUE;
}

/* The name of the node itself was typed; nobody chose another one with the arrows. */
static gboolean
means_node (AtlLinkDraft *self)
{
  return self->node != NULL && *self->words != '\0' && self->highlighted <= 0 &&
         atl_link_finder_prefers (self->finder, self->words, self->node, get_meant (self));
}

/**
 * atl_link_draft_begin_at:
 * @self: a draft
 * @node: (nullable): a node; %NULL is the candidate that is meant
 *
 * Goes on with links of another node; or of the same, if what was typed is what that is called.
 *
 * Returns: whether there was one to go to; there is none on other boards
 */
gboolean
atl_link_draft_begin_at (AtlLinkDraft *self,
                         AtlNote      *node)
{
  if (node == NULL && self->other == NULL && means_node (self))
    node = self->node;
  else if (node == NULL)
    node = self->other != NULL ? self->other : get_meant (self);
  if (node == NULL || atl_note_find_board (node) != atl_board_view_get_board (self->view))
    return FALSE;
  g_object_ref (node);
  g_set_object (&self->node, node);
  g_object_unref (node);
  g_clear_object (&self->other);
  atl_link_draft_set_value (self, NULL);
  self->said_by = ATL_SAID_BY_BOTH;
  self->reversed = FALSE;
  read_pen (self);
  find (self, "");
  changed (self);
  return TRUE;
}

/**
 * atl_link_draft_unpick:
 * @self: a draft
 *
 * Goes back to finding the other end.
 */
void
atl_link_draft_unpick (AtlLinkDraft *self)
{
  if (self->other == NULL)
    return;
  g_clear_object (&self->other);
  atl_link_draft_set_value (self, NULL);
  changed (self);
}

/**
 * atl_link_draft_set_kind:
 * @self: a draft
 * @kind: its kind
 */
void
atl_link_draft_set_kind (AtlLinkDraft *self,
                         AtlLinkKind   kind)
{
  if (self->kind == kind)
    return;
  self->kind = kind;
  changed (self);
}

/**
 * atl_link_draft_set_strength:
 * @self: a draft
 * @strength: 1 to 5
 */
void
atl_link_draft_set_strength (AtlLinkDraft *self,
                             int           strength)
{
  if (self->strength == CLAMP (strength, 1, 5))
    return;
  self->strength = CLAMP (strength, 1, 5);
  changed (self);
}

/**
 * atl_link_draft_set_said_by:
 * @self: a draft
 * @said_by: who says so; stays until links of another node are drawn
 */
void
atl_link_draft_set_said_by (AtlLinkDraft *self,
                            AtlSaidBy     said_by)
{
  if (self->said_by == said_by)
    return;
  self->said_by = said_by;
  changed (self);
}

/**
 * atl_link_draft_set_reversed:
 * @self: a draft
 * @reversed: whether the link comes to the node that it was begun at; for one link
 */
void
atl_link_draft_set_reversed (AtlLinkDraft *self,
                             gboolean      reversed)
{
  if (self->reversed == reversed)
    return;
  self->reversed = reversed;
  changed (self);
}

/**
 * atl_link_draft_dup_field:
 * @self: a draft
 *
 * Returns: (transfer full) (nullable): the first number of days that the map asks for on links
 */
char *
atl_link_draft_dup_field (AtlLinkDraft *self)
{
  g_auto (GStrv) fields = NULL;

  if (self->node == NULL)
    return NULL;
  fields = atl_area_dup_map_strings (atl_note_find_area (self->node), "linkFields");
  for (guint i = 0; fields[i] != NULL; i++)
    if (g_str_has_suffix (fields[i], "Days"))
      return g_strdup (fields[i]);
  return NULL;
}

/**
 * atl_link_draft_set_value:
 * @self: a draft
 * @value: (transfer floating) (nullable): of that field, for one link
 */
void
atl_link_draft_set_value (AtlLinkDraft *self,
                          GVariant     *value)
{
  g_clear_pointer (&self->value, g_variant_unref);
  if (value != NULL)
    self->value = g_variant_ref_sink (value);
}

/* Labels may hold digits, "Team 2": one that stands for itself is part of the label where a word begins so.
 */
static gboolean
is_part_of_label (AtlLinkDraft *self,
                  gunichar      digit)
{
  gsize            length = strlen (self->words);
  g_autofree char *longer = g_strdup_printf ("%s%c", self->words, (char) digit);

  if (length > 0 && self->words[length - 1] != ' ' && !g_ascii_isdigit (self->words[length - 1]))
    return FALSE;
  return atl_link_finder_begins_word (self->finder, longer, self->node);
}

static gboolean
take_digit (AtlLinkDraft *self,
            gunichar      digit)
{
  if (self->other == NULL && is_part_of_label (self, digit))
    return FALSE;
  if (digit < '1' || digit > '5')
    return self->other != NULL;
  atl_link_draft_set_strength (self, (int) (digit - '0'));
  if (self->other == NULL && self->node != NULL)
    atl_link_draft_pick (self, NULL);
  return TRUE;
}

static void
take_kind (AtlLinkDraft *self,
           gunichar      letter)
{
  g_autoptr (GArray) kinds = atl_map_dup_kinds (atl_note_find_area (self->node));

  for (guint i = 0; i < kinds->len; i++)
    if (atl_link_kind_get_key (g_array_index (kinds, AtlLinkKind, i)) == g_unichar_tolower (letter))
      {
        atl_link_draft_set_kind (self, g_array_index (kinds, AtlLinkKind, i));
        return;
      }
}

/**
 * atl_link_draft_take_char:
 * @self: a draft
 * @c: a character that was typed
 *
 * A digit is the strength, and means the candidate. Once the other end is picked, the letter of a kind
 * chooses it, and < and > the direction.
 *
 * Returns: whether it was taken; if not it is part of a label
 */
gboolean
atl_link_draft_take_char (AtlLinkDraft *self,
                          gunichar      c)
{
  g_return_val_if_fail (ATL_IS_LINK_DRAFT (self), FALSE);

  if (g_unichar_isdigit (c) && g_unichar_digit_value (c) >= 0)
    return take_digit (self, (gunichar) ('0' + g_unichar_digit_value (c)));
  if (self->other == NULL)
    return FALSE;
  if (c == '<' || c == '>')
    atl_link_draft_set_reversed (self, c == '<');
  else
    take_kind (self, c);
  return TRUE;
}

static AtlDeclaredBy
get_declared_by (AtlLinkDraft *self)
{
  if (self->said_by == ATL_SAID_BY_BOTH)
    return ATL_DECLARED_BY_BOTH;
  return (self->said_by == ATL_SAID_BY_NODE) != self->reversed ? ATL_DECLARED_BY_FROM : ATL_DECLARED_BY_TO;
}

/* With a value, link and value are one step. */
static AtlLink *
state (AtlLinkDraft *self,
       AtlNote      *from,
       AtlNote      *to)
{
  AtlHistory      *history = atl_board_view_get_history (self->view);
  g_autofree char *field = self->value != NULL ? atl_link_draft_dup_field (self) : NULL;
  AtlLink         *link;

  if (field != NULL)
    atl_history_begin (history, _ ("Add Link"));
  link = atl_link_commands_state (self->view, from, to, self->kind, get_declared_by (self), self->strength);
  if (field != NULL)
    {
      if (link != NULL)
        atl_link_commands_set_field (self->view, ATL_ITEM (link), field, self->value);
      atl_history_end (history);
    }
  return link;
}

/**
 * atl_link_draft_commit:
 * @self: a draft
 *
 * Draws the link, one step of the history, and begins the next one from the same node.
 *
 * Returns: (transfer none) (nullable): the link; %NULL while an end is missing
 */
AtlLink *
atl_link_draft_commit (AtlLinkDraft *self)
{
  AtlNote *from = self->reversed ? self->other : self->node;
  AtlNote *to = self->reversed ? self->node : self->other;
  AtlLink *link;

  g_return_val_if_fail (ATL_IS_LINK_DRAFT (self), NULL);

  if (from == NULL || to == NULL || atl_item_get_list (ATL_ITEM (from)) == NULL ||
      atl_item_get_list (ATL_ITEM (to)) == NULL)
    return NULL;
  link = state (self, from, to);
  *atl_board_view_get_pen (self->view) = (AtlLinkPen){ self->kind, self->strength };
  g_clear_object (&self->other);
  atl_link_draft_set_value (self, NULL);
  self->reversed = FALSE;
  find (self, "");
  changed (self);
  return link;
}
