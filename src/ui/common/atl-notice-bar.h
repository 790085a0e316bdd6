/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_NOTICE_INFO,
  ATL_NOTICE_WARNING,
  ATL_NOTICE_ERROR,
} AtlNoticeLevel;

/* A button of the bar: a translated label and a detailed action name. */
typedef struct
{
  const char *label;
  const char *action;
} AtlNoticeButton;

#define ATL_TYPE_NOTICE_BAR (atl_notice_bar_get_type ())
G_DECLARE_FINAL_TYPE (AtlNoticeBar, atl_notice_bar, ATL, NOTICE_BAR, GtkWidget)

void atl_notice_bar_show (AtlNoticeBar          *self,
                          AtlNoticeLevel         level,
                          const char            *text,
                          const AtlNoticeButton *buttons,
                          guint                  n_buttons);
void atl_notice_bar_repeat (AtlNoticeBar *self);
void atl_notice_bar_set_narrow (AtlNoticeBar *self,
                                gboolean      narrow);
void atl_notice_bar_hide (AtlNoticeBar *self);

G_END_DECLS
