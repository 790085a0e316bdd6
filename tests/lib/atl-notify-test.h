/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

void atl_assert_notify_contract (GObject      *object,
                                 const char   *property,
                                 const GValue *first,
                                 const GValue *second);

G_END_DECLS
