/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "insight/network/atl-measures.h"
#include "insight/network/atl-silo-sentence.h"
#include "model/atl-session.h"

G_BEGIN_DECLS

/* How sentences about a map are said: in the language of its session, with people named as they want to be
 * shown, or not at all where only silos are. */
typedef struct
{
  AtlSession *session;
  AtlNetwork *network;
  gboolean    silos_only;
} AtlVoice;

/* Sentences that stand in one label, what they are about in bold. */
typedef struct
{
  GString       *text;
  PangoAttrList *attributes;
} AtlSpeech;

char      *atl_voice_dup_name (const AtlVoice *voice,
                               guint           node);
char      *atl_voice_dup_text (const AtlVoice        *voice,
                               const AtlSiloSentence *sentence);
char      *atl_voice_dup_cell (const AtlVoice *voice,
                               AtlMeasures    *measures,
                               guint           from,
                               guint           to);
AtlSpeech *atl_speech_new (void);
void       atl_speech_free (AtlSpeech *self);
void       atl_speech_add (AtlSpeech             *self,
                           const AtlVoice        *voice,
                           const AtlSiloSentence *sentence);
void       atl_speech_add_text (AtlSpeech  *self,
                                const char *text);
void       atl_speech_show (AtlSpeech *self,
                            GtkWidget *label);
char      *atl_figure_dup_number (double value);
char      *atl_figure_dup_percent (double value);
char      *atl_figure_dup_ratio (guint64 count,
                                 guint64 total);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlSpeech, atl_speech_free)

G_END_DECLS
