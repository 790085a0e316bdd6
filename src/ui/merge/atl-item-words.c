/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-item-words.h"

#include "canvas/notes/atl-note-label.h"
#include "config.h"
#include "model/atl-action.h"
#include "model/atl-ballot.h"
#include "model/atl-decision.h"
#include "model/atl-edits.h"
#include "model/atl-group.h"
#include "model/atl-link.h"
#include "model/atl-person.h"
#include "model/atl-round.h"
#include "model/atl-scale.h"
#include "model/atl-silo.h"
#include "model/atl-step.h"
#include "model/atl-term.h"
#include "ui/merge/atl-value-words.h"

#include <glib/gi18n-lib.h>

/**
 * atl_item_get_kind_label:
 * @item: something of a session
 *
 * Returns: (transfer none): what kind of thing it is, translated
 */
const char *
atl_item_get_kind_label (AtlItem *item)
{
  static const struct
  {
    GType (*get_type) (void);
    const char *label;
  } kinds[] = {
    { atl_note_get_type, N_ ("Note") },
    { atl_area_get_type, N_ ("Area") },
    { atl_board_get_type, N_ ("Board") },
    { atl_link_get_type, N_ ("Link") },
    { atl_person_get_type, N_ ("Person") },
    { atl_silo_get_type, N_ ("Silo") },
    { atl_group_get_type, N_ ("Group") },
    { atl_step_get_type, N_ ("Step") },
    { atl_round_get_type, N_ ("Voting round") },
    { atl_ballot_get_type, N_ ("Vote") },
    { atl_scale_get_type, N_ ("Scale") },
    { atl_action_get_type, N_ ("Action") },
    { atl_decision_get_type, N_ ("Decision") },
    { atl_term_get_type, N_ ("Term") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (G_TYPE_CHECK_INSTANCE_TYPE (item, kinds[i].get_type ()))
      return _ (kinds[i].label);
  return _ ("Session");
}

/**
 * atl_merge_group_get_label:
 * @group: a merge group
 *
 * Returns: (transfer none): what it holds, translated
 */
const char *
atl_merge_group_get_label (AtlMergeGroup group)
{
  switch (group)
    {
    case ATL_MERGE_TEXT:
      return _ ("words");
    case ATL_MERGE_PLACE:
      return _ ("place");
    case ATL_MERGE_ORDER:
      return _ ("order");
    case ATL_MERGE_STYLE:
      return _ ("look");
    case ATL_MERGE_STATE:
    default:
      return _ ("state");
    }
}

static char *
dup_property (AtlItem    *item,
              const char *name)
{
  guint index;

  if (atl_item_class_find_field (ATL_ITEM_GET_CLASS (item), name, &index) == NULL)
    return NULL;
  return g_strdup (atl_item_peek_value (item, index).string);
}

static AtlNote *
find_note (AtlSession *session,
           const char *id)
{
  AtlList *boards = atl_session_get_boards (session);
  AtlNote *note = NULL;

  for (guint i = 0; note == NULL && i < atl_list_get_length (boards); i++)
    note = atl_list_find (atl_board_get_notes (atl_list_get (boards, i)), id);
  return note;
}

static const char *
get_note_text (AtlSession *session,
               const char *id)
{
  AtlNote *note = find_note (session, id);

  return note != NULL && *atl_note_get_text (note) != '\0' ? atl_note_get_text (note) : "…";
}

static char *
dup_link_words (AtlLink    *link,
                AtlSession *session)
{
  return g_strdup_printf ("%s → %s", get_note_text (session, atl_link_get_from (link)),
                          get_note_text (session, atl_link_get_to (link)));
}

static char *
dup_ballot_words (AtlBallot  *ballot,
                  AtlSession *session)
{
  AtlPerson  *person = atl_list_find (atl_session_get_people (session), atl_ballot_get_person (ballot));
  const char *name = person != NULL ? atl_person_get_name (person) : _ ("Show of hands");
  int         votes = atl_ballot_get_votes (ballot);

  /* Translators: who voted, how often, for which note */
  return g_strdup_printf (ngettext ("%s: %d vote for “%s”", "%s: %d votes for “%s”", (gulong) ABS (votes)),
                          name, votes, get_note_text (session, atl_ballot_get_note (ballot)));
}

/**
 * atl_item_dup_words:
 * @item: something of a session
 * @session: where the people and notes that it mentions are looked up
 *
 * Returns: (transfer full): what it says, on one line, never empty
 */
char *
atl_item_dup_words (AtlItem    *item,
                    AtlSession *session)
{
  static const char *const names[] = { "text", "title", "name", "term" };
  g_autofree char         *words = NULL;

  if (ATL_IS_LINK (item))
    return dup_link_words (ATL_LINK (item), session);
  if (ATL_IS_BALLOT (item))
    return dup_ballot_words (ATL_BALLOT (item), session);
  for (guint i = 0; words == NULL && i < G_N_ELEMENTS (names); i++)
    words = dup_property (item, names[i]);
  if (words == NULL || *g_strstrip (words) == '\0')
    return g_strdup (_ ("Without words"));
  return g_strdelimit (g_steal_pointer (&words), "\r\n\t", ' ');
}

/**
 * atl_item_dup_place:
 * @item: something of a session
 * @session: the session, where the board of an item that is not in it yet may be
 *
 * Returns: (transfer full): on which board and in which area it is, "" for what is of the whole session
 */
char *
atl_item_dup_place (AtlItem    *item,
                    AtlSession *session)
{
  AtlItem    *parent = atl_item_get_parent (item);
  AtlArea    *area = ATL_IS_NOTE (item) ? atl_note_find_area (ATL_NOTE (item)) : NULL;
  const char *title;

  if (ATL_IS_ROUND (parent))
    return g_strdup (atl_round_get_title (ATL_ROUND (parent)));
  if (!ATL_IS_BOARD (parent))
    return g_strdup ("");
  title = atl_board_get_title (ATL_BOARD (parent));
  if (area == NULL || *atl_area_get_title (area) == '\0')
    return g_strdup (title);
  /* Translators: a board and one of its areas */
  return g_strdup_printf (_ ("%s › %s"), title, atl_area_get_title (area));
}

static void
add_line (GString    *text,
          const char *label,
          const char *value)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  if (label != NULL)
    /* Translators: the name of something and its value, as in "Color: Green square" */
    g_string_append_printf (text, _ ("%s: %s"), label, value);
  else
    g_string_append (text, value);
}

static gboolean
differs (AtlItem *item,
         AtlItem *other,
         guint    field)
{
  AtlValue a = atl_item_peek_value (item, field);
  AtlValue b = atl_item_peek_value (other, field);

  return !atl_value_equal (&a, &b);
}

static gboolean
is_of (const AtlField *field,
       const char     *group)
{
  return field->type != ATL_VALUE_LIST && g_str_equal (atl_merge_group_get_nick (field->group), group) &&
         !g_str_equal (field->name, "alternatives");
}

/**
 * atl_item_has_same_values:
 * @item: a version of something
 * @other: another version of it
 * @group: nick of a merge group
 *
 * Tells whether there is nothing in this group to tell them apart by.
 */
gboolean
atl_item_has_same_values (AtlItem    *item,
                          AtlItem    *other,
                          const char *group)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);

  for (guint i = 0; i < klass->n_fields; i++)
    if (is_of (&klass->fields[i], group) && differs (item, other, i))
      return FALSE;
  return TRUE;
}

/**
 * atl_item_dup_differences:
 * @item: a version of something
 * @other: another version of it
 * @group: nick of a merge group
 * @session: where the people, areas and groups that it mentions are looked up
 *
 * Returns: (transfer full): what @item says in this group that @other does not, a line for each property
 */
char *
atl_item_dup_differences (AtlItem    *item,
                          AtlItem    *other,
                          const char *group,
                          AtlSession *session)
{
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (item);
  GString      *text = g_string_new (NULL);

  for (guint i = 0; i < klass->n_fields; i++)
    {
      const char      *label = atl_value_words_get_label (klass->fields[i].name);
      g_autofree char *value = NULL;

      if (!is_of (&klass->fields[i], group) || !differs (item, other, i))
        continue;
      value = atl_value_words_dup (item, i, session);
      if (value != NULL)
        add_line (text, label, *value != '\0' ? value : _ ("none"));
    }
  if (text->len == 0)
    g_string_append (text, _ ("Something this version of Atelier does not show"));
  return g_string_free (text, FALSE);
}
