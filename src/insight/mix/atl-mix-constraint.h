/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_MIX_SIZE_MIN, /* no group is smaller than the smallest size */
  ATL_MIX_SIZE_MAX, /* no group is larger than the largest size */
  ATL_MIX_TOGETHER, /* a and b are in the same group */
  ATL_MIX_APART,    /* a and b are in different groups */
  ATL_MIX_MARK,     /* a bears a mark of which a group has one at most */
} AtlMixConstraintKind;

/* What the facilitator asks of the groups, one wish each: what can be dropped when not all can hold. */
typedef struct
{
  AtlMixConstraintKind kind;
  int                  a;    /* a person, -1 for none */
  int                  b;    /* another person, -1 for none */
  int                  mark; /* which mark, -1 for none */
} AtlMixConstraint;

G_END_DECLS
