/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/atl-map.h"

#include "model/atl-links.h"
#include "model/atl-nodes.h"

#include <glib/gi18n-lib.h>

static const AtlLinkKind usual_kinds[] = {
  ATL_LINK_KIND_HANDOFF,
  ATL_LINK_KIND_SHARED,
  ATL_LINK_KIND_INFORMATION,
  ATL_LINK_KIND_BLOCKED,
  ATL_LINK_KIND_MISSING,
};

/**
 * atl_map_is_graph:
 * @area: (nullable): an area
 *
 * Returns: whether its notes are nodes of a map
 */
gboolean
atl_map_is_graph (AtlArea *area)
{
  return area != NULL && atl_area_get_layout (area) == ATL_LAYOUT_GRAPH;
}

static GVariant *
dup_graph (AtlArea *area)
{
  GVariant *options = area != NULL ? atl_area_get_options (area) : NULL;

  if (options == NULL || !g_variant_is_of_type (options, G_VARIANT_TYPE_VARDICT))
    return NULL;
  return g_variant_lookup_value (options, "graph", G_VARIANT_TYPE_VARDICT);
}

/* The strings that the option `graph` of @area lists under @option; other values are passed over. */
static GStrv
dup_strings (AtlArea    *area,
             const char *option)
{
  g_autoptr (GVariant)     graph = dup_graph (area);
  g_autoptr (GVariant)     values = NULL;
  g_autoptr (GStrvBuilder) strings = g_strv_builder_new ();

  if (graph != NULL)
    values = g_variant_lookup_value (graph, option, G_VARIANT_TYPE ("av"));
  for (gsize i = 0; values != NULL && i < g_variant_n_children (values); i++)
    {
      g_autoptr (GVariant) child = g_variant_get_child_value (values, i);
      g_autoptr (GVariant) value = g_variant_get_variant (child);

      if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
        g_strv_builder_add (strings, g_variant_get_string (value, NULL));
    }
  return g_strv_builder_end (strings);
}

/**
 * atl_map_dup_kinds:
 * @area: (nullable): the area of the first end of a link
 *
 * Returns: (transfer full) (element-type AtlLinkKind): the kinds of links that are drawn there, in the
 * order of the template; ordinary notes are just related
 */
GArray *
atl_map_dup_kinds (AtlArea *area)
{
  GArray        *kinds = g_array_new (FALSE, FALSE, sizeof (AtlLinkKind));
  GEnumClass    *known = g_type_class_ref (ATL_TYPE_LINK_KIND);
  g_auto (GStrv) names = dup_strings (area, "linkKinds");
  AtlLinkKind    relates = ATL_LINK_KIND_RELATES;

  for (guint i = 0; names[i] != NULL; i++)
    {
      GEnumValue *value = g_enum_get_value_by_nick (known, names[i]);
      AtlLinkKind kind = value != NULL ? (AtlLinkKind) value->value : ATL_LINK_KIND_RELATES;

      if (value != NULL)
        g_array_append_val (kinds, kind);
    }
  g_type_class_unref (known);
  if (kinds->len == 0 && atl_map_is_graph (area))
    g_array_append_vals (kinds, usual_kinds, G_N_ELEMENTS (usual_kinds));
  else if (kinds->len == 0)
    g_array_append_val (kinds, relates);
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
 * Returns: whether its nodes are people or teams, who say what links they have; figures and steps say nothing
 */
gboolean
atl_map_has_sides (AtlArea *area)
{
  g_autoptr (GVariant) graph = dup_graph (area);
  const char          *node = NULL;

  if (graph == NULL || !g_variant_lookup (graph, "node", "&s", &node))
    return TRUE;
  return g_str_has_prefix (node, "person");
}

/**
 * atl_map_dup_fields:
 * @area: (nullable): an area
 * @option: "linkFields" or "nodeFields"
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the fields that the template asks for
 */
GStrv
atl_map_dup_fields (AtlArea    *area,
                    const char *option)
{
  return dup_strings (area, option);
}

/**
 * atl_map_dup_label:
 * @node: a node
 *
 * Returns: (transfer full): what it is called where the room looks, on one line, never empty
 */
char *
atl_map_dup_label (AtlNote *node)
{
  g_autofree char *label = g_strdelimit (atl_nodes_dup_label (node), "\r\n\t", ' ');

  if (*g_strstrip (label) != '\0')
    return g_steal_pointer (&label);
  return g_strdup (atl_nodes_find_person (node) != NULL ? _ ("Someone without a name") : _ ("Empty note"));
}
