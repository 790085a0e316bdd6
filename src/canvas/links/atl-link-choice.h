/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/atl-enums.h"

G_BEGIN_DECLS

/* What the choice shows. The names are shown as they are. */
typedef struct
{
  GArray     *kinds; /* of AtlLinkKind */
  AtlLinkKind kind;
  int         strength;
  const char *title;    /* "Ana → Bob" */
  const char *sides[2]; /* "Ana says"; NULL: nobody says anything on this map */
  int         side;     /* 0: both say so; 1 and 2: only this one */
} AtlLinkChoiceState;

#define ATL_TYPE_LINK_CHOICE (atl_link_choice_get_type ())
G_DECLARE_FINAL_TYPE (AtlLinkChoice, atl_link_choice, ATL, LINK_CHOICE, GtkBox)

/* Signals: "kind-chosen" (int), "strength-chosen" (int), "side-chosen" (int), "swapped". */

void atl_link_choice_focus (AtlLinkChoice *self);
void atl_link_choice_show (AtlLinkChoice            *self,
                           const AtlLinkChoiceState *state);

G_END_DECLS
