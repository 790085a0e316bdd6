/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_ALERT_CANCEL, /* also Escape */
  ATL_ALERT_DISCARD,
  ATL_ALERT_ACCEPT, /* also Enter */
} AtlAlertAnswer;

/* A question; every text is translated already, with mnemonics in the labels. */
typedef struct
{
  const char *heading;
  const char *body;
  const char *cancel;
  const char *discard; /* nullable: the answer that loses something */
  const char *accept;  /* nullable: a message has nothing but @cancel */
  gboolean    mild;    /* @discard loses nothing: it is a second way */
} AtlAlert;

typedef void (*AtlAlertCallback) (AtlAlertAnswer answer,
                                  gpointer       user_data);

void atl_alert_ask (GtkWindow       *parent,
                    const AtlAlert  *alert,
                    AtlAlertCallback callback,
                    gpointer         user_data);

G_END_DECLS
