/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "util/atl-pasted.h"

#include <string.h>

#include "util/atl-list-sign.h"
#include "util/atl-pasted-table.h"

#define TAB_WIDTH 4
/* Fewer lines may well be one thought; longer ones are sentences of a text. */
#define LISTED_LEAST 4
#define LISTED_CHARACTERS 60

#define BETWEEN_CELLS " – "
#define SIGN_LEVELS 4 /* more than signs can tell by themselves */

/* A line of a list, or of none. */
typedef struct
{
  char       *text;    /* without its sign and the blanks around it; of one without a sign, the whole line */
  guint       indent;  /* columns */
  guint       content; /* column of what follows the sign */
  AtlListSign sign;
} Line;

struct _AtlPasted
{
  char           *text;
  AtlPastedFlags  flags;
  GArray         *lines;
  AtlPastedTable *table; /* NULL if it is none */
  GPtrArray      *items; /* of AtlEntry: what the lines say */
  gboolean        listed, nested, ours;
};

static void
line_clear (gpointer data)
{
  g_free (((Line *) data)->text);
}

/* Plain line ends, no mark at the beginning, nothing that is no text. */
static char *
clean (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString         *all = g_string_sized_new (strlen (valid));
  const char      *at = g_str_has_prefix (valid, "\ufeff") ? valid + strlen ("\ufeff") : valid;

  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\r' && at[1] == '\n')
        continue;
      if (c == '\r' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029)
        c = '\n';
      if (c >= 0x20 || c == '\n' || c == '\t')
        g_string_append_unichar (all, c);
    }
  return g_string_free (all, FALSE);
}

/* Blanks up to a column; stops at what is none. */
static const char *
skip_to_column (const char *at,
                guint       most,
                guint      *column)
{
  for (; *column < most; at = g_utf8_next_char (at))
    if (*at == '\t')
      *column += TAB_WIDTH - *column % TAB_WIDTH;
    else if (*at == ' ' || g_str_has_prefix (at, "\u00a0"))
      *column += 1;
    else
      break;
  return at;
}

static guint
measure (const char *at,
         gsize       length,
         guint       column)
{
  for (const char *end = at + length; at < end; at = g_utf8_next_char (at))
    column += *at == '\t' ? TAB_WIDTH - column % TAB_WIDTH : 1;
  return column;
}

static void
add_line (GArray     *lines,
          const char *text)
{
  Line        line = { 0 };
  const char *at = skip_to_column (text, G_MAXUINT, &line.indent);

  line.sign = atl_list_sign_read (at);
  line.content = measure (at, line.sign.length, line.indent);
  line.text =
    g_strchomp (g_strdup (line.sign.kind != ATL_LIST_SIGN_NONE ? at + line.sign.length : text));
  g_array_append_val (lines, line);
}

/* A number alone is no list: "3. Quarter" says something. */
static gboolean
has_numbers (AtlPasted *self)
{
  guint n = 0;

  for (guint i = 0; i < self->lines->len; i++)
    n += g_array_index (self->lines, Line, i).sign.kind == ATL_LIST_SIGN_NUMBER ? 1 : 0;
  return n > 1 && (self->flags & ATL_PASTED_NUMBERED) == 0;
}

static void
keep_numbers (AtlPasted *self,
              char     **texts)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      if (line->sign.kind != ATL_LIST_SIGN_NUMBER)
        continue;
      g_free (line->text);
      line->text = g_strchomp (g_strdup (texts[i]));
      line->sign = (AtlListSign){ 0 };
    }
}

static void
read_lines (AtlPasted *self)
{
  g_auto (GStrv) texts = g_strsplit (self->text, "\n", -1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  g_array_set_clear_func (self->lines, line_clear);
  for (guint i = 0; texts[i] != NULL; i++)
    add_line (self->lines, texts[i]);
  if (!has_numbers (self))
    keep_numbers (self, texts);
  self->ours = TRUE;
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);

      self->listed |= line->sign.kind != ATL_LIST_SIGN_NONE;
      if (line->sign.kind != ATL_LIST_SIGN_NONE)
        self->ours &= line->sign.kind == ATL_LIST_SIGN_DASH && (line->indent == 0 || line->indent == 2);
    }
}

/* Lists */

static void
drop_escape (char    *text,
             gboolean first)
{
  char *at = text + strspn (text, " \t");

  if (*at == '\\' && atl_list_sign_needs_escape (at, first))
    memmove (at, at + 1, strlen (at));
}

static void
add_item (AtlPasted  *self,
          const char *text,
          gboolean    under)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), "\t", ' ');

  g_ptr_array_add (self->items, atl_entry_new (g_strstrip (plain), under));
}

static void
append_line (AtlEntry *entry,
             Line     *line,
             guint     content,
             guint     n_blank)
{
  guint               column = 0;
  g_autofree char    *rest = g_strdup (skip_to_column (line->text, content, &column));
  g_autoptr (GString) text = g_string_new (entry->text);

  drop_escape (rest, FALSE);
  for (guint i = 0; i <= n_blank; i++)
    g_string_append_c (text, '\n');
  g_string_append (text, rest);
  g_free (entry->text);
  entry->text = g_string_free (g_steal_pointer (&text), FALSE);
}

/* How deep an item lies: @above has how far those around it are indented. */
static guint
find_depth (GArray *above,
            Line   *line)
{
  guint key = line->indent * SIGN_LEVELS + line->sign.level;

  while (above->len > 0 && g_array_index (above, guint, above->len - 1) >= key)
    g_array_set_size (above, above->len - 1);
  g_array_append_val (above, key);
  return above->len - 1;
}

/* A line across the page, as Markdown has them. */
static gboolean
is_rule (const char *text)
{
  const char signs[] = { *text, ' ', '\0' };

  return strlen (text) >= 3 && strchr ("-*_=", *text) != NULL && strspn (text, signs) == strlen (text);
}

static const char *
skip_heading (AtlPasted  *self,
              const char *text)
{
  gsize n = strspn (text, "#");

  return self->listed && n > 0 && n <= 6 && text[n] == ' ' ? text + n : text;
}

static void
take_item (AtlPasted *self,
           GArray    *above,
           Line      *line)
{
  g_autofree char *text = g_strdup (line->text);
  gboolean         under = find_depth (above, line) > 0 && self->items->len > 0;

  drop_escape (text, TRUE);
  add_item (self, text, under);
}

static void
take_lines (AtlPasted *self)
{
  g_autoptr (GArray) above = g_array_new (FALSE, FALSE, sizeof (guint));
  Line              *item = NULL;
  guint              n_blank = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line       *line = &g_array_index (self->lines, Line, i);
      const char *bare = line->text + strspn (line->text, " \t");

      if (line->sign.kind != ATL_LIST_SIGN_NONE)
        take_item (self, above, item = line);
      else if (*bare == '\0')
        {
          n_blank++;
          continue;
        }
      else if (item != NULL && line->indent > item->indent)
        append_line (self->items->pdata[self->items->len - 1], line, item->content, n_blank);
      else
        {
          item = NULL;
          g_array_set_size (above, 0);
          if (!self->listed || !is_rule (bare))
            add_item (self, skip_heading (self, bare), FALSE);
        }
      n_blank = 0;
    }
}

/* An item without a word stands for none; what lay under it stands for itself. */
static void
drop_empty (AtlPasted *self)
{
  gboolean lead = FALSE;

  for (guint i = 0; i < self->items->len;)
    {
      AtlEntry *entry = self->items->pdata[i];

      if (*entry->text == '\0')
        {
          lead &= entry->under;
          g_ptr_array_remove_index (self->items, i);
          continue;
        }
      lead |= !entry->under;
      entry->under &= lead;
      self->nested |= entry->under;
      i++;
    }
}

/* Tables */

static gboolean
has_tab_inside (AtlPasted *self)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      const char *text = g_array_index (self->lines, Line, i).text;

      if (strchr (text + strspn (text, "\t"), '\t') != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Commas and semicolons are also what sentences have: there they are followed by a space, or by nothing that
 * comes back in every line. */
static AtlPastedTable *
try_separator (AtlPasted *self,
               char       separator)
{
  g_autoptr (AtlPastedTable) table = atl_pasted_table_new (self->text, separator);
  gboolean                   told = (self->flags & ATL_PASTED_TABLE) != 0;

  if (table->n_columns < 2 || (!told && table->rows->len < 2))
    return NULL;
  if (!told && (!table->regular || table->spaced || table->numeric))
    return NULL;
  return g_steal_pointer (&table);
}

static AtlPastedTable *
find_table (AtlPasted *self)
{
  static const char          separators[] = { ';', ',' };
  g_autoptr (AtlPastedTable) best = NULL;
  g_autoptr (AtlPastedTable) tabs = atl_pasted_table_new (self->text, '\t');
  g_autoptr (AtlPastedTable) bars = atl_pasted_table_new_markdown (self->text);

  if (bars != NULL)
    return g_steal_pointer (&bars);
  if (has_tab_inside (self) || (tabs->quoted && tabs->regular))
    return g_steal_pointer (&tabs);
  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      AtlPastedTable *table = self->listed && (self->flags & ATL_PASTED_TABLE) == 0
                                ? NULL
                                : try_separator (self, separators[i]);

      if (table == NULL)
        continue;
      if (best == NULL || (table->regular && !best->regular))
        {
          g_clear_pointer (&best, atl_pasted_table_free);
          best = table;
        }
      else
        atl_pasted_table_free (table);
    }
  return g_steal_pointer (&best);
}

static char *
join_row (GPtrArray *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < row->len; i++)
    if (*(const char *) row->pdata[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? BETWEEN_CELLS : "", (const char *) row->pdata[i]);
  return g_string_free (text, FALSE);
}

static void
add_rows (AtlPasted *self,
          GPtrArray *entries)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      g_autofree char *text = join_row (self->table->rows->pdata[i]);

      g_ptr_array_add (entries, atl_entry_new (text, FALSE));
    }
}

static void
add_cells (AtlPasted *self,
           GPtrArray *entries)
{
  for (guint i = 0; i < self->table->rows->len; i++)
    {
      GPtrArray *row = self->table->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        if (*(const char *) row->pdata[j] != '\0')
          g_ptr_array_add (entries, atl_entry_new (row->pdata[j], FALSE));
    }
}

static guint
count_cells (AtlPastedTable *table)
{
  guint n = 0;

  for (guint i = 0; i < table->rows->len; i++)
    {
      GPtrArray *row = table->rows->pdata[i];

      for (guint j = 0; j < row->len; j++)
        n += *(const char *) row->pdata[j] != '\0' ? 1 : 0;
    }
  return n;
}

static gboolean
is_single_cell (AtlPasted *self)
{
  return self->table != NULL && count_cells (self->table) == 1;
}

static char *
dup_whole (AtlPasted *self)
{
  if (is_single_cell (self))
    return join_row (self->table->rows->pdata[0]);
  return g_strstrip (g_strdup (self->text));
}

/**
 * atl_pasted_new:
 * @text: a text from the clipboard, another program or a file
 * @flags: where it comes from
 *
 * Finds out what it is: lines, a list with the signs of Markdown or of a word processor, or cells of a
 * spreadsheet.
 *
 * Returns: (transfer full): what it can become
 */
AtlPasted *
atl_pasted_new (const char    *text,
                AtlPastedFlags flags)
{
  AtlPasted *self = g_new0 (AtlPasted, 1);

  g_return_val_if_fail (text != NULL, NULL);

  self->flags = flags;
  self->text = clean (text);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  read_lines (self);
  take_lines (self);
  drop_empty (self);
  self->table = find_table (self);
  return self;
}

/**
 * atl_pasted_free:
 * @self: what was pasted
 */
void
atl_pasted_free (AtlPasted *self)
{
  g_clear_pointer (&self->table, atl_pasted_table_free);
  g_ptr_array_unref (self->items);
  g_array_unref (self->lines);
  g_free (self->text);
  g_free (self);
}

/**
 * atl_pasted_count:
 * @self: what was pasted
 * @way: what it might become
 *
 * Returns: how many notes that would make, 0 if the text has nothing of the kind
 */
guint
atl_pasted_count (AtlPasted   *self,
                  AtlPastedWay way)
{
  g_return_val_if_fail (self != NULL, 0);

  switch (way)
    {
    case ATL_PASTED_ONE:
      return self->items->len > 0 ? 1 : 0;
    case ATL_PASTED_LINES:
      return self->items->len;
    case ATL_PASTED_STACKS:
      return self->nested ? self->items->len : 0;
    case ATL_PASTED_ROWS:
      return self->table != NULL && self->table->n_columns > 1 ? self->table->rows->len : 0;
    case ATL_PASTED_CELLS:
      return self->table != NULL ? count_cells (self->table) : 0;
    case ATL_PASTED_N_WAYS:
    default:
      return 0;
    }
}

/**
 * atl_pasted_suggest:
 * @self: what was pasted
 *
 * Returns: what it most likely shall become
 */
AtlPastedWay
atl_pasted_suggest (AtlPasted *self)
{
  g_return_val_if_fail (self != NULL, ATL_PASTED_ONE);

  if ((self->items->len < 2 && atl_pasted_count (self, ATL_PASTED_CELLS) < 2) || is_single_cell (self))
    return ATL_PASTED_ONE;
  if (self->table != NULL && self->table->regular)
    return self->table->rows->len > 1 && self->table->n_columns > 1 ? ATL_PASTED_ROWS : ATL_PASTED_CELLS;
  return self->nested && self->ours ? ATL_PASTED_STACKS : ATL_PASTED_LINES;
}

/**
 * atl_pasted_looks_listed:
 * @self: what was pasted, or typed
 *
 * Returns: whether it is several short lines, or items with signs before them, rather than a text
 */
gboolean
atl_pasted_looks_listed (AtlPasted *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->items->len < LISTED_LEAST)
    return FALSE;
  for (guint i = 0; i < self->items->len && !self->listed; i++)
    if (g_utf8_strlen (((AtlEntry *) self->items->pdata[i])->text, -1) > LISTED_CHARACTERS)
      return FALSE;
  return TRUE;
}

/**
 * atl_pasted_dup_entries:
 * @self: what was pasted
 * @way: what it shall become
 *
 * Returns: (transfer full) (element-type AtlEntry): one for each note
 */
GPtrArray *
atl_pasted_dup_entries (AtlPasted   *self,
                        AtlPastedWay way)
{
  GPtrArray       *entries = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_entry_free);
  g_autofree char *whole = dup_whole (self);

  if (atl_pasted_count (self, way) == 0)
    return entries;
  if (way == ATL_PASTED_ROWS)
    add_rows (self, entries);
  else if (way == ATL_PASTED_CELLS)
    add_cells (self, entries);
  else if (way == ATL_PASTED_ONE)
    g_ptr_array_add (entries, atl_entry_new (whole, FALSE));
  for (guint i = 0; (way == ATL_PASTED_LINES || way == ATL_PASTED_STACKS) && i < self->items->len; i++)
    {
      AtlEntry *item = self->items->pdata[i];

      g_ptr_array_add (entries, atl_entry_new (item->text, way == ATL_PASTED_STACKS && item->under));
    }
  return entries;
}
