/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas/notes/atl-field-row.h"

#include "canvas/links/atl-link-commands.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MOST_CHARS 200

/**
 * AtlFieldRow:
 *
 * One field that the template asks for on a link or a node: what it is called, and an entry. What is typed
 * goes to the item at once; in a field of numbers only what is one.
 */
struct _AtlFieldRow
{
  GtkBox parent_instance;

  GtkWidget    *entry;
  AtlBoardView *view;
  AtlItem      *item;
  char         *field;
  gboolean      number;
  gboolean      busy;
};

G_DEFINE_FINAL_TYPE (AtlFieldRow, atl_field_row, GTK_TYPE_BOX)

static const struct
{
  const char *field;
  const char *title;
} titles[] = {
  { "waitingDays", N_ ("Waiting, in days") },
  { "returnRatePercent", N_ ("Sent back, in %") },
  { "everyDays", N_ ("Every … days") },
  { "unit", N_ ("Unit") },
  { "baseline", N_ ("Today") },
  { "target", N_ ("Target") },
  { "date", N_ ("Date") },
  { "owner", N_ ("Owner") },
  { "nature", N_ ("Nature") },
  { "effort", N_ ("Effort") },
  { "value", N_ ("Value") },
};

/**
 * atl_field_row_get_title:
 * @field: what a template calls a field
 *
 * Returns: what the user calls it
 */
const char *
atl_field_row_get_title (const char *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    if (g_str_equal (titles[i].field, field))
      return _ (titles[i].title);
  return field;
}

static GVariant *
get_fields (AtlFieldRow *self)
{
  return ATL_IS_LINK (self->item) ? atl_link_get_fields (ATL_LINK (self->item))
                                  : atl_note_get_fields (ATL_NOTE (self->item));
}

/* What the item has, as it is typed. */
static char *
dup_text (AtlFieldRow *self)
{
  GVariant            *fields = get_fields (self);
  g_autoptr (GVariant) value = NULL;

  if (fields != NULL && g_variant_is_of_type (fields, G_VARIANT_TYPE_VARDICT))
    value = g_variant_lookup_value (fields, self->field, NULL);
  if (value == NULL)
    return g_strdup ("");
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_STRING))
    return g_variant_dup_string (value, NULL);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_INT64))
    return g_strdup_printf ("%" G_GINT64_FORMAT, g_variant_get_int64 (value));
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_DOUBLE))
    return g_strdup_printf ("%.15g", g_variant_get_double (value));
  return g_strdup ("");
}

/**
 * atl_field_row_parse_number:
 * @text: what was typed; a comma is a point
 *
 * Returns: (transfer floating) (nullable): a whole number where it is one, so that files stay plain; %NULL if
 * it is no number
 */
GVariant *
atl_field_row_parse_number (const char *text)
{
  g_autofree char *plain = g_strdelimit (g_strdup (text), ",", '.');
  char            *end = NULL;
  double           number;

  g_strstrip (plain);
  number = g_ascii_strtod (plain, &end);
  if (*plain == '\0' || *end != '\0' || !isfinite (number))
    return NULL;
  if (number == floor (number) && fabs (number) < 1e15)
    return g_variant_new_int64 ((gint64) number);
  return g_variant_new_double (number);
}

static gboolean
is_blank (const char *text)
{
  g_autofree char *bare = g_strstrip (g_strdup (text));

  return *bare == '\0';
}

static void
set_wrong (AtlFieldRow *self,
           gboolean     wrong)
{
  if (wrong)
    gtk_widget_add_css_class (self->entry, "error");
  else
    gtk_widget_remove_css_class (self->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static gboolean
is_wrong (AtlFieldRow *self)
{
  return gtk_widget_has_css_class (self->entry, "error");
}

static void
entry_changed_cb (AtlFieldRow *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GVariant   *value = NULL;

  if (self->busy)
    return;
  if (!is_blank (text))
    value = self->number ? atl_field_row_parse_number (text) : g_variant_new_string (text);
  set_wrong (self, value == NULL && !is_blank (text));
  if (value == NULL && !is_blank (text))
    return;
  self->busy = TRUE;
  atl_link_commands_set_field (self->view, self->item, self->field, value);
  self->busy = FALSE;
}

static void
atl_field_row_dispose (GObject *object)
{
  AtlFieldRow *self = ATL_FIELD_ROW (object);

  g_clear_object (&self->item);
  g_clear_object (&self->view);
  g_clear_pointer (&self->field, g_free);
  G_OBJECT_CLASS (atl_field_row_parent_class)->dispose (object);
}

static void
atl_field_row_class_init (AtlFieldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = atl_field_row_dispose;
}

static void
atl_field_row_init (AtlFieldRow *self)
{
  gtk_widget_add_css_class (GTK_WIDGET (self), "link-row");
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 12);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MOST_CHARS);
}

/**
 * atl_field_row_new:
 * @view: the view of a board
 * @item: a link or a note of the board
 * @field: what the template calls the field
 * @number: whether it holds a number
 *
 * Returns: (transfer floating): a row for it
 */
GtkWidget *
atl_field_row_new (AtlBoardView *view,
                   AtlItem      *item,
                   const char   *field,
                   gboolean      number)
{
  AtlFieldRow *self = g_object_new (ATL_TYPE_FIELD_ROW, NULL);
  GtkWidget   *label = gtk_label_new (atl_field_row_get_title (field));

  self->view = g_object_ref (view);
  self->item = g_object_ref (item);
  self->field = g_strdup (field);
  self->number = number;
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 14);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), self->entry);
  if (number)
    gtk_entry_set_input_purpose (GTK_ENTRY (self->entry), GTK_INPUT_PURPOSE_NUMBER);
  if (g_str_equal (field, "date"))
    gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("YYYY-MM-DD"));
  gtk_box_append (GTK_BOX (self), label);
  gtk_box_append (GTK_BOX (self), self->entry);
  atl_field_row_update (self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  return GTK_WIDGET (self);
}

/**
 * atl_field_row_update:
 * @self: a row
 *
 * Shows what the item has now; what was typed and is no number yet stays.
 */
void
atl_field_row_update (AtlFieldRow *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (ATL_IS_FIELD_ROW (self));

  if (self->busy || is_wrong (self))
    return;
  text = dup_text (self);
  self->busy = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  set_wrong (self, FALSE);
  self->busy = FALSE;
}

/**
 * atl_field_row_check:
 * @self: a row
 *
 * Goes to what was typed where that is no number.
 *
 * Returns: whether all that was typed is kept
 */
gboolean
atl_field_row_check (AtlFieldRow *self)
{
  g_return_val_if_fail (ATL_IS_FIELD_ROW (self), TRUE);

  if (!is_wrong (self))
    return TRUE;
  gtk_widget_error_bell (self->entry);
  gtk_widget_grab_focus (self->entry);
  return FALSE;
}

/**
 * atl_field_rows_fill:
 * @box: a box
 * @view: the view of a board
 * @item: a link or a note of the board
 * @fields: (array zero-terminated=1): what the template asks for
 * @numbers: whether they are numbers
 *
 * Adds a row for each field.
 */
void
atl_field_rows_fill (GtkWidget         *box,
                     AtlBoardView      *view,
                     AtlItem           *item,
                     const char *const *fields,
                     gboolean           numbers)
{
  for (guint i = 0; fields[i] != NULL; i++)
    gtk_box_append (GTK_BOX (box), atl_field_row_new (view, item, fields[i], numbers));
  gtk_widget_set_visible (box, fields[0] != NULL);
}
