/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "catalogue/atl-template-shape.h"

#include "model/atl-enum-types.h"
#include "model/atl-enums.h"

/* The keys of a template file, in the order in which they are written. docs/TEMPLATES.md describes each; a
   test
 * holds the two together. */

#define LIST_OF(shape, least, most)                                      \
  {                                                                      \
    .kind = ATL_SHAPE_LIST, .min = least, .max = most, .element = &shape \
  }
#define OBJECT_OF(table)                       \
  {                                            \
    .kind = ATL_SHAPE_OBJECT, .members = table \
  }

static const AtlShape boolean = { .kind = ATL_SHAPE_BOOLEAN };
static const AtlShape identifier = { .kind = ATL_SHAPE_ID };
static const AtlShape word = { .kind = ATL_SHAPE_STRING, .min = 1, .max = 100 };
static const AtlShape words = LIST_OF (word, 0, 50);
static const AtlShape identifiers = LIST_OF (identifier, 0, 60);
static const AtlShape sentence = { .kind = ATL_SHAPE_STRING, .max = 2000 };
static const AtlShape note_text = { .kind = ATL_SHAPE_STRING, .min = 1, .max = 20000 };
static const AtlShape name = { .kind = ATL_SHAPE_TEXT, .min = 1, .max = 200 };
static const AtlShape title = { .kind = ATL_SHAPE_TEXT, .max = 200 };
static const AtlShape text = { .kind = ATL_SHAPE_TEXT, .max = 2000 };
static const AtlShape version = { .kind = ATL_SHAPE_INT, .min = 1, .max = 1 };
static const AtlShape few = { .kind = ATL_SHAPE_INT, .min = 0, .max = 100 };
static const AtlShape some = { .kind = ATL_SHAPE_INT, .min = 1, .max = 100 };
static const AtlShape many = { .kind = ATL_SHAPE_INT, .min = 0, .max = 10000 };
static const AtlShape minutes = { .kind = ATL_SHAPE_INT, .min = 0, .max = 1440 };
static const AtlShape units = { .kind = ATL_SHAPE_INT, .min = -100000, .max = 100000 };
static const AtlShape span = LIST_OF (few, 2, 2);
static const AtlShape numbers = LIST_OF (few, 1, 10);

/* Areas */
static const AtlShape layout = { .kind = ATL_SHAPE_ENUM, .values = atl_layout_get_type };
static const AtlShape tint = { .kind = ATL_SHAPE_ENUM, .values = atl_tint_get_type };
static const AtlShape rect = { .kind = ATL_SHAPE_RECT };
static const AtlShape link_kind = { .kind = ATL_SHAPE_ENUM, .values = atl_link_kind_get_type };
static const AtlShape link_kinds = LIST_OF (link_kind, 0, 9);

static const AtlShapeMember axis_members[] = {
  { "label", &name, TRUE },
  { "min", &title },
  { "max", &title },
  { NULL },
};
static const AtlShape       axis = OBJECT_OF (axis_members);
static const AtlShapeMember quadrant_members[] = {
  { "topLeft", &title },
  { "topRight", &title },
  { "bottomLeft", &title },
  { "bottomRight", &title },
  { NULL },
};
static const AtlShape       quadrants = OBJECT_OF (quadrant_members);
static const AtlShapeMember axes_members[] = {
  { "x", &axis, TRUE },
  { "y", &axis, TRUE },
  { "quadrants", &quadrants },
  { NULL },
};
static const AtlShape       axes = OBJECT_OF (axes_members);
static const AtlShapeMember graph_members[] = {
  { "node", &word, TRUE },
  { "groupBy", &word },
  { "directed", &boolean },
  { "linkKinds", &link_kinds },
  { "strength", &span },
  { "arrange", &word },
  { "linkFields", &words },
  { "nodeFields", &words },
  { "measures", &boolean },
  { NULL },
};
static const AtlShape       graph = OBJECT_OF (graph_members);
static const AtlShapeMember guide_members[] = {
  { "rows", &word, TRUE },
  { "cols", &word, TRUE },
  { "cell", &word },
  { NULL },
};
static const AtlShape       guides = OBJECT_OF (guide_members);
static const AtlShapeMember measure_members[] = { { "x", &word }, { "y", &word }, { NULL } };
static const AtlShape       measures = OBJECT_OF (measure_members);
static const AtlShapeMember area_members[] = {
  { "id", &identifier, TRUE },
  { "title", &title, TRUE },
  { "prompt", &text },
  { "layout", &layout },
  { "rect", &rect, TRUE },
  { "color", &tint },
  { "maxNotes", &many },
  { "axes", &axes },
  { "graph", &graph },
  { "guides", &guides },
  { "measures", &measures },
  { NULL },
};
static const AtlShape area = OBJECT_OF (area_members);
static const AtlShape areas = LIST_OF (area, 1, 60);

/* Agenda */
static const AtlShape       mode = { .kind = ATL_SHAPE_ENUM, .values = atl_step_mode_get_type };
static const AtlShapeMember step_members[] = {
  { "title", &title, TRUE },
  { "minutes", &minutes },
  { "mode", &mode },
  { NULL },
};
static const AtlShape step = OBJECT_OF (step_members);
static const AtlShape agenda = LIST_OF (step, 0, 100);

/* Questions */
static const AtlShape       labels = LIST_OF (title, 0, 101);
static const AtlShapeMember labeled_members[] = {
  { "id", &identifier, TRUE },
  { "label", &name, TRUE },
  { NULL },
};
static const AtlShape       labeled = OBJECT_OF (labeled_members);
static const AtlShape       labeled_list = LIST_OF (labeled, 0, 50);
static const AtlShapeMember scale_members[] = {
  { "min", &few, TRUE },
  { "max", &few, TRUE },
  { "labels", &labels },
  { NULL },
};
static const AtlShape       scale = OBJECT_OF (scale_members);
static const AtlShapeMember rule_members[] = { { "min", &few, TRUE }, { NULL } };
static const AtlShape       rule = OBJECT_OF (rule_members);
static const AtlShapeMember poll_members[] = {
  { "anonymous", &boolean },
  { "bySilo", &boolean },
  { "minGroup", &some },
  { "simultaneous", &boolean },
  { "passRule", &rule },
  { "scale", &scale, TRUE },
  { "items", &labeled_list },
  { NULL },
};
static const AtlShape poll = OBJECT_OF (poll_members);

/* Notes that a new board begins with */
static const AtlShape       color = { .kind = ATL_SHAPE_ENUM, .values = atl_color_get_type };
static const AtlShapeMember example_members[] = {
  { "area", &identifier, TRUE },
  { "text", &note_text, TRUE },
  { "color", &color },
  { "x", &units },
  { "y", &units },
  { NULL },
};
static const AtlShape example = OBJECT_OF (example_members);
static const AtlShape examples = LIST_OF (example, 0, 1000);

/* The whole */
static const AtlShapeMember group_members[] = { { "min", &some, TRUE }, { "max", &many, TRUE }, { NULL } };
static const AtlShape       group = OBJECT_OF (group_members);
static const AtlShapeMember guard_members[] = {
  { "min", &some },
  { "ideal", &numbers },
  { "warnAbove", &some },
  { NULL },
};
static const AtlShape       guard = OBJECT_OF (guard_members);
static const AtlShape       pair = LIST_OF (identifier, 2, 2);
static const AtlShape       pairs = LIST_OF (pair, 0, 200);
static const AtlShapeMember template_members[] = {
  { "format", &word },
  { "version", &version },
  { "id", &identifier },
  { "name", &name, TRUE },
  { "category", &title },
  { "purpose", &text },
  { "whenToUse", &text },
  { "groupSize", &group },
  { "durationMinutes", &minutes },
  { "votes", &few },
  { "areas", &areas, TRUE },
  { "agenda", &agenda },
  { "tips", &text },
  { "source", &sentence },
  { "tags", &words },
  { "poll", &poll },
  { "noteTags", &labeled_list },
  { "noteStrength", &span },
  { "noteFields", &words },
  { "dropMeasures", &words },
  { "linksBetweenAreas", &pairs },
  { "rowLinkedAreas", &identifiers },
  { "teamSizeGuard", &guard },
  { "actionBoard", &boolean },
  { "alwaysOn", &boolean },
  { "examples", &examples },
  { NULL },
};
static const AtlShape template = OBJECT_OF (template_members);

/**
 * atl_template_shape_get:
 *
 * Returns: (transfer none): what may stand in the file of a template
 */
const AtlShape *
atl_template_shape_get (void)
{
  return &template;
}

/**
 * atl_template_shape_get_area:
 *
 * Returns: (transfer none): what may stand in an area of it
 */
const AtlShape *
atl_template_shape_get_area (void)
{
  return &area;
}
