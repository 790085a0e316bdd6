/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "file/atl-problems.h"

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

typedef enum
{
  ATL_JSON_ABSENT,   /* the fallback was returned */
  ATL_JSON_USED,     /* the value was returned as it stands */
  ATL_JSON_CLEANED,  /* control characters were taken out of the text that was returned */
  ATL_JSON_UNUSABLE, /* wrong type or outside its set: a problem was added, the fallback returned */
} AtlJsonOutcome;

typedef struct _AtlJsonReader AtlJsonReader;

/* An object and where it stands. Lives on the stack; what it points to must live as long. */
struct _AtlJsonReader
{
  JsonObject          *object;
  AtlProblems         *problems;
  const AtlJsonReader *parent; /* NULL for the root */
  const char          *name;   /* of the list in the parent */
  guint                index;  /* in that list */
};

void     atl_json_reader_init (AtlJsonReader *self, JsonObject *object, AtlProblems *problems);
gboolean atl_json_reader_enter (AtlJsonReader       *self,
                                const AtlJsonReader *parent,
                                const char          *name,
                                JsonArray           *array,
                                guint                index);
char    *atl_json_reader_dup_path (const AtlJsonReader *self, const char *name);
void     atl_json_reader_report (const AtlJsonReader *self, const char *name, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

char       *atl_json_reader_dup_string (const AtlJsonReader *self,
                                        const char          *name,
                                        const char          *fallback,
                                        AtlJsonOutcome      *outcome);
char       *atl_json_reader_dup_id (const AtlJsonReader *self,
                                    const char          *name,
                                    const char          *fallback,
                                    AtlJsonOutcome      *outcome);
char       *atl_json_reader_dup_rank (const AtlJsonReader *self,
                                      const char          *name,
                                      const char          *fallback,
                                      AtlJsonOutcome      *outcome);
char       *atl_json_reader_dup_date (const AtlJsonReader *self,
                                      const char          *name,
                                      const char          *fallback,
                                      AtlJsonOutcome      *outcome);
char      **atl_json_reader_dup_strv (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome);
GVariant   *atl_json_reader_dup_dict (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome);
gboolean    atl_json_reader_get_boolean (const AtlJsonReader *self,
                                         const char          *name,
                                         gboolean             fallback,
                                         AtlJsonOutcome      *outcome);
double      atl_json_reader_get_double (const AtlJsonReader *self,
                                        const char          *name,
                                        double               fallback,
                                        AtlJsonOutcome      *outcome);
gint64      atl_json_reader_get_int (const AtlJsonReader *self,
                                     const char          *name,
                                     gint64               fallback,
                                     gint64               min,
                                     gint64               max,
                                     AtlJsonOutcome      *outcome);
int         atl_json_reader_get_enum (const AtlJsonReader *self,
                                      const char          *name,
                                      GType                type,
                                      int                  fallback,
                                      AtlJsonOutcome      *outcome);
JsonArray  *atl_json_reader_get_array (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome);
JsonObject *atl_json_reader_get_object (const AtlJsonReader *self, const char *name, AtlJsonOutcome *outcome);

G_END_DECLS
