/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pasted lists of people. */
#include "fuzz.h"

#include "ui/people/atl-people-parser.h"

/**
 * LLVMFuzzerTestOneInput:
 * @data: any bytes
 * @size: how many
 *
 * A pasted text is UTF-8, as GTK sees to. Each person has a name that can be stored.
 *
 * Returns: 0
 */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autofree char      *text = g_utf8_make_valid ((const char *) data, (gssize) size);
  g_autoptr (GPtrArray) people = atl_people_parse (text);

  for (guint i = 0; i < people->len; i++)
    {
      const AtlPersonLine *line = people->pdata[i];

      FUZZ_HOLDS (line->name != NULL && line->silo != NULL && line->role != NULL);
      FUZZ_HOLDS (line->name[0] != '\0');
      FUZZ_HOLDS (g_utf8_validate (line->name, -1, NULL) && g_utf8_validate (line->silo, -1, NULL));
      FUZZ_HOLDS (g_utf8_validate (line->role, -1, NULL));
    }
  return 0;
}
