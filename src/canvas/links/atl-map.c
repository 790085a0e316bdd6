/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/links/atl-map.h"

#include "model/atl-edits.h"
#include "model/atl-links.h"
#include "model/atl-maps.h"
#include "model/atl-nodes.h"

#include <glib/gi18n-lib.h>

#define MOST_OF_LABEL 40 /* characters of an ordinary note */

static const AtlLinkKind usual_kinds[] = {
  ATL_LINK_KIND_HANDOFF,
  ATL_LINK_KIND_SHARED,
  ATL_LINK_KIND_INFORMATION,
  ATL_LINK_KIND_BLOCKED,
  ATL_LINK_KIND_MISSING,
};

/* Of ordinary notes: what can be said of causes, ideas and questions. */
static const AtlLinkKind note_kinds[] = {
  ATL_LINK_KIND_RELATES,
  ATL_LINK_KIND_DRIVES,
  ATL_LINK_KIND_CONFLICTS,
};

/**
 * atl_map_dup_kinds:
 * @area: (nullable): the area of the first end of a link
 *
 * Returns: (transfer full) (element-type AtlLinkKind): the kinds of links that are drawn there, in the
 * order of the template; ordinary notes are related, drive each other, or conflict
 */
GArray *
atl_map_dup_kinds (AtlArea *area)
{
  GArray        *kinds = g_array_new (FALSE, FALSE, sizeof (AtlLinkKind));
  GEnumClass    *known = g_type_class_ref (ATL_TYPE_LINK_KIND);
  g_auto (GStrv) names = atl_area_dup_map_strings (area, "linkKinds");

  for (guint i = 0; names[i] != NULL; i++)
    {
      GEnumValue *value = g_enum_get_value_by_nick (known, names[i]);
      AtlLinkKind kind = value != NULL ? (AtlLinkKind) value->value : ATL_LINK_KIND_RELATES;

      if (value != NULL)
        g_array_append_val (kinds, kind);
    }
  g_type_class_unref (known);
  if (kinds->len == 0 && atl_area_is_map (area))
    g_array_append_vals (kinds, usual_kinds, G_N_ELEMENTS (usual_kinds));
  else if (kinds->len == 0)
    g_array_append_vals (kinds, note_kinds, G_N_ELEMENTS (note_kinds));
  return kinds;
}

/**
 * atl_map_has_kind:
 * @area: (nullable): an area
 * @kind: of a link
 *
 * Returns: whether links of @kind are drawn there
 */
gboolean
atl_map_has_kind (AtlArea    *area,
                  AtlLinkKind kind)
{
  g_autoptr (GArray) kinds = atl_map_dup_kinds (area);

  for (guint i = 0; i < kinds->len; i++)
    if (g_array_index (kinds, AtlLinkKind, i) == kind)
      return TRUE;
  return FALSE;
}

/**
 * atl_map_get_default_kind:
 * @area: (nullable): an area
 *
 * Returns: the first kind of links there that is not a need
 */
AtlLinkKind
atl_map_get_default_kind (AtlArea *area)
{
  g_autoptr (GArray) kinds = atl_map_dup_kinds (area);

  for (guint i = 0; i < kinds->len; i++)
    if (!atl_link_kind_is_need (g_array_index (kinds, AtlLinkKind, i)))
      return g_array_index (kinds, AtlLinkKind, i);
  return g_array_index (kinds, AtlLinkKind, 0);
}

/**
 * atl_map_has_sides:
 * @area: (nullable): an area
 *
 * Returns: whether its nodes are people or teams, who say what links they have; figures, steps and ordinary
 *   notes say nothing
 */
gboolean
atl_map_has_sides (AtlArea *area)
{
  g_autoptr (GVariant) node = atl_area_dup_map_option (area, "node", G_VARIANT_TYPE_STRING);

  if (!atl_area_is_map (area))
    return FALSE;
  return node == NULL || g_str_has_prefix (g_variant_get_string (node, NULL), "person");
}

/* The beginning of a text that would fill a line. */
static char *
shorten (const char *text)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (text, -1) <= MOST_OF_LABEL)
    return g_strdup (text);
  start = g_utf8_substring (text, 0, MOST_OF_LABEL - 1);
  return g_strconcat (g_strchomp (start), "…", NULL);
}

/**
 * atl_map_dup_label:
 * @node: a node, or an ordinary note
 *
 * Returns: (transfer full): what it is called where the room looks, on one line, never empty; of an ordinary
 *   note how it begins, unless it is hidden
 */
char *
atl_map_dup_label (AtlNote *node)
{
  g_autofree char *label = g_strdelimit (atl_nodes_dup_label (node), "\r\n\t", ' ');

  if (atl_note_get_hidden (node) && !atl_note_is_node (node))
    return g_strdup (_ ("Hidden note"));
  if (*g_strstrip (label) != '\0')
    return atl_area_is_map (atl_note_find_area (node)) ? g_steal_pointer (&label) : shorten (label);
  return g_strdup (atl_nodes_find_person (node) != NULL ? _ ("Someone without a name") : _ ("Empty note"));
}
