/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/atl-cli-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "exchange/atl-network-names.h"
#include "model/atl-area.h"
#include "model/atl-maps.h"

static gboolean
take_board (AtlCliMap *self,
            guint      position,
            gboolean   measured)
{
  AtlBoard *board = atl_list_get (atl_session_get_boards (self->session), position);

  if (measured ? !atl_board_has_measures (board) : !atl_board_is_map (board))
    return FALSE;
  self->board = g_object_ref (board);
  self->number = position + 1;
  self->network = atl_network_new (board);
  return TRUE;
}

/**
 * atl_cli_map_choose:
 * @self: a map that has its session only
 *
 * Takes the first map of silos, else the first network of another kind; those that are empty come last. The
 * network stays %NULL if there is none.
 */
void
atl_cli_map_choose (AtlCliMap *self)
{
  guint n = atl_list_get_length (atl_session_get_boards (self->session));

  for (guint attempt = 0; attempt < 4 && self->network == NULL; attempt++)
    for (guint i = 0; i < n && self->network == NULL; i++)
      if (take_board (self, i, attempt % 2 == 0) && attempt < 2 && self->network->n_nodes == 0)
        {
          g_clear_object (&self->board);
          g_clear_pointer (&self->network, atl_network_unref);
        }
}

/**
 * atl_cli_map_load_session:
 * @self: (out caller-allocates): zeroed
 * @file: the path of a session
 *
 * Reads a session, or tells the user why not. What else is wrong with it is said too.
 *
 * Returns: %ATL_EXIT_DONE, or what the program exits with
 */
AtlExit
atl_cli_map_load_session (AtlCliMap  *self,
                          const char *file)
{
  g_autoptr (AtlProblems) problems = atl_problems_new ();
  AtlCodecAge             age = ATL_CODEC_CURRENT;

  self->session = atl_cli_load (file, problems, &age);
  if (self->session == NULL)
    return ATL_EXIT_INPUT;
  if (age == ATL_CODEC_NEWER)
    atl_cli_fail (file, "%s", _ ("was written by a newer version of Atelier; there may be more in it"));
  else if (atl_problems_get_n (problems) > 0)
    atl_cli_fail (file, "%s", _ ("has problems; “atelier-cli check” lists them"));
  return ATL_EXIT_DONE;
}

/**
 * atl_cli_map_load:
 * @self: (out caller-allocates): zeroed
 * @command: the name of the command
 * @file: the path of a session
 * @number: the number of the board from 1, 0 for the first map of the session
 *
 * Reads a session and takes the snapshot of a map, or tells the user why not.
 *
 * Returns: %ATL_EXIT_DONE, or what the program exits with
 */
AtlExit
atl_cli_map_load (AtlCliMap  *self,
                  const char *command,
                  const char *file,
                  int         number)
{
  guint n;

  if (atl_cli_map_load_session (self, file) != ATL_EXIT_DONE)
    return ATL_EXIT_INPUT;
  n = atl_list_get_length (atl_session_get_boards (self->session));
  if (number < 0 || number > (int) n)
    return atl_cli_fail_usage (command, _ ("the boards of this session are numbered from 1 to %u"), n);
  if (number > 0)
    take_board (self, (guint) number - 1, FALSE);
  else
    atl_cli_map_choose (self);
  if (self->network != NULL)
    return ATL_EXIT_DONE;
  if (number > 0)
    return atl_cli_fail (file, "%s", _ ("this board is not a map of people or teams"));
  return atl_cli_fail (file, "%s", _ ("has no map of people or teams"));
}

/**
 * atl_cli_map_clear:
 * @self: a map
 */
void
atl_cli_map_clear (AtlCliMap *self)
{
  g_clear_object (&self->session);
  g_clear_object (&self->board);
  g_clear_pointer (&self->network, atl_network_unref);
}

static char *
dup_sentence (AtlCliMap      *self,
              AtlSiloReading *reading,
              guint           i,
              AtlSiloNamer    namer)
{
  const AtlSiloSentence *sentence = &g_array_index (reading->sentences, AtlSiloSentence, i);
  g_autofree char       *text = atl_silo_sentence_dup_text (sentence, reading->network,
                                                            atl_session_get_language (self->session),
                                                            atl_network_names_choose (sentence, namer),
                                                            self->session);
  g_autofree char       *first = g_utf8_substring (text, 0, *text != '\0' ? 1 : 0);
  g_autofree char       *capital = g_utf8_strup (first, -1);

  /* It may begin with “one person of”. */
  return sentence->personal ? g_strconcat (capital, text + strlen (first), NULL) : g_steal_pointer (&text);
}

/* Sentences that are said of many, and how many of them are enough to read. */
static const struct
{
  const char *prefix;
  guint       most;
} many[] = {
  { "ei.silo.", 12 },
  { "isolated", 12 },
  { "fragile", 12 },
  { "broker.", 12 },
  { "bridge", 3 },
};

/* Which of many[] a sentence is, else their number. */
static guint
find_many (const AtlSiloSentence *sentence)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (many) && !g_str_has_prefix (sentence->id, many[i].prefix))
    i++;
  return i;
}

static void
print_more (guint kind,
            guint n)
{
  if (n <= many[kind].most)
    return;
  n -= many[kind].most;
  if (g_str_equal (many[kind].prefix, "bridge"))
    g_print (ngettext ("… and %u more bridge between silos", "… and %u more bridges between silos", n), n);
  else
    g_print (ngettext ("… and %u more like these", "… and %u more like these", n), n);
  g_print ("\n");
}

/**
 * atl_cli_map_print_sentences:
 * @self: a map, whose session gives the language
 * @reading: which sentences apply
 * @namer: gives the names of nodes; its data is the session
 *
 * Prints them, those for the details left out. Of many that say the same, the first ones stand for all.
 */
void
atl_cli_map_print_sentences (AtlCliMap      *self,
                             AtlSiloReading *reading,
                             AtlSiloNamer    namer)
{
  guint counts[G_N_ELEMENTS (many) + 1] = { 0 };
  guint last = G_N_ELEMENTS (many);

  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const AtlSiloSentence *sentence = &g_array_index (reading->sentences, AtlSiloSentence, i);
      guint                  kind = find_many (sentence);
      g_autofree char       *text = NULL;

      if (sentence->details)
        continue;
      if (kind != last && last < G_N_ELEMENTS (many))
        print_more (last, counts[last]);
      last = kind;
      if (kind < G_N_ELEMENTS (many) && counts[kind]++ >= many[kind].most)
        continue;
      text = dup_sentence (self, reading, i, namer);
      g_print ("%s\n", text);
    }
  if (last < G_N_ELEMENTS (many))
    print_more (last, counts[last]);
}

/**
 * atl_cli_add_text:
 * @builder: in an object
 * @name: of the member
 * @value: its value
 */
void
atl_cli_add_text (JsonBuilder *builder,
                  const char  *name,
                  const char  *value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_string_value (builder, value);
}

/**
 * atl_cli_add_int:
 * @builder: in an object
 * @name: of the member
 * @value: its value
 */
void
atl_cli_add_int (JsonBuilder *builder,
                 const char  *name,
                 gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

/**
 * atl_cli_add_flag:
 * @builder: in an object
 * @name: of the member
 * @value: its value
 */
void
atl_cli_add_flag (JsonBuilder *builder,
                  const char  *name,
                  gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
}

/**
 * atl_cli_add_figure:
 * @builder: in an object
 * @name: of the member
 * @value: its value; what is undefined or infinite becomes null
 */
void
atl_cli_add_figure (JsonBuilder *builder,
                    const char  *name,
                    double       value)
{
  json_builder_set_member_name (builder, name);
  if (isfinite (value))
    json_builder_add_double_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

/**
 * atl_cli_begin:
 * @builder: in an object
 * @name: of a member that is an object
 */
void
atl_cli_begin (JsonBuilder *builder,
               const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
}

/**
 * atl_cli_begin_list:
 * @builder: in an object
 * @name: of a member that is a list
 */
void
atl_cli_begin_list (JsonBuilder *builder,
                    const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

/**
 * atl_cli_add_board:
 * @builder: in an object
 * @map: a map, described by the member "board"
 */
void
atl_cli_add_board (JsonBuilder *builder,
                   AtlCliMap   *map)
{
  atl_cli_begin (builder, "board");
  atl_cli_add_int (builder, "number", map->number);
  atl_cli_add_text (builder, "title", atl_board_get_title (map->board));
  json_builder_end_object (builder);
}

/**
 * atl_cli_add_sentences:
 * @builder: in an object
 * @map: a map, whose session gives the language
 * @reading: which sentences apply, for the member "sentences"
 * @namer: gives the names of nodes; its data is the session
 */
void
atl_cli_add_sentences (JsonBuilder    *builder,
                       AtlCliMap      *map,
                       AtlSiloReading *reading,
                       AtlSiloNamer    namer)
{
  atl_cli_begin_list (builder, "sentences");
  for (guint i = 0; i < reading->sentences->len; i++)
    {
      const AtlSiloSentence *sentence = &g_array_index (reading->sentences, AtlSiloSentence, i);
      g_autofree char       *text = dup_sentence (map, reading, i, namer);

      json_builder_begin_object (builder);
      atl_cli_add_text (builder, "id", sentence->id);
      atl_cli_add_flag (builder, "details", sentence->details);
      atl_cli_add_text (builder, "text", text);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * atl_cli_print_row:
 * @label: what it is
 * @value: its value
 *
 * Prints a line, padded by characters, not bytes, so that accents do not shift the columns.
 */
void
atl_cli_print_row (const char *label,
                   const char *value)
{
  int pad = MAX (1, 34 - (int) g_utf8_strlen (label, -1));

  g_print ("%s%*s%s\n", label, pad, "", value);
}

/**
 * atl_cli_dup_figure:
 * @value: a figure
 *
 * Returns: (transfer full): the figure in words; what is undefined is “–”
 */
char *
atl_cli_dup_figure (double value)
{
  if (isnan (value))
    return g_strdup ("–");
  return isinf (value) ? g_strdup ("∞") : g_strdup_printf ("%.3f", value);
}

/**
 * atl_cli_print_figure:
 * @label: what it is
 * @value: its value; what is undefined is “–”
 */
void
atl_cli_print_figure (const char *label,
                      double      value)
{
  g_autofree char *text = atl_cli_dup_figure (value);

  atl_cli_print_row (label, text);
}

/**
 * atl_cli_print_count:
 * @label: what it is
 * @value: how many
 */
void
atl_cli_print_count (const char *label,
                     guint64     value)
{
  g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT, value);

  atl_cli_print_row (label, text);
}
