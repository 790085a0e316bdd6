/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/groups/atl-mix-sheet.h"

G_BEGIN_DECLS

/* Groups on a sheet, at most: more are not to be read from the back of a room. */
#define ATL_MIX_ROOM_MOST 12

#define ATL_TYPE_MIX_ROOM (atl_mix_room_get_type ())
G_DECLARE_FINAL_TYPE (AtlMixRoom, atl_mix_room, ATL, MIX_ROOM, GtkWindow)

GtkWidget *atl_mix_room_new (GtkWindow *parent);
void       atl_mix_room_set_sheets (AtlMixRoom *self, GPtrArray *sheets);
void       atl_mix_room_turn (AtlMixRoom *self, int by);
guint      atl_mix_room_get_position (AtlMixRoom *self);
void       atl_mix_room_open (AtlMixRoom *self);

G_END_DECLS
