/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/merge/atl-undecided-row.h"

#include "compat/atl-announce.h"
#include "config.h"
#include "model/atl-alternatives.h"
#include "ui/merge/atl-item-words.h"

#include <glib/gi18n-lib.h>

/**
 * AtlUndecidedRow:
 *
 * What is shown of an item and what else a merge has kept of it, group by group, each with its buttons.
 */
struct _AtlUndecidedRow
{
  GtkWidget parent_instance;

  AtlDocument *document;
  AtlItem     *item;
};

G_DEFINE_FINAL_TYPE (AtlUndecidedRow, atl_undecided_row, GTK_TYPE_WIDGET)

typedef enum
{
  DECIDE_KEEP,
  DECIDE_USE,
  DECIDE_BOTH,
  DECIDE_DELETE,
} Decision;

/* What a button does. */
typedef struct
{
  AtlUndecidedRow *row;
  Decision         decision;
  AtlAlternative  *version;
} Choice;

static guint decided_signal;

static AtlSession *
session_of (AtlUndecidedRow *self)
{
  return atl_document_get_session (self->document);
}

static void
choice_free (gpointer  data,
             GClosure *closure)
{
  Choice *choice = data;

  atl_alternative_free (choice->version);
  g_free (choice);
}

static const char *
get_label (Decision decision)
{
  switch (decision)
    {
    case DECIDE_USE:
      return _ ("Use the Other Version");
    case DECIDE_BOTH:
      return _ ("Keep Both Versions");
    case DECIDE_DELETE:
      return _ ("Delete");
    case DECIDE_KEEP:
    default:
      return _ ("Keep This Version");
    }
}

static void
decide (AtlUndecidedRow *self,
        Choice          *choice)
{
  switch (choice->decision)
    {
    case DECIDE_USE:
      atl_alternatives_use (self->item, choice->version);
      break;
    case DECIDE_BOTH:
      atl_alternatives_keep_all (ATL_NOTE (self->item), choice->version->group);
      break;
    case DECIDE_DELETE:
      atl_alternatives_delete (self->item);
      break;
    case DECIDE_KEEP:
    default:
      atl_alternatives_keep (self->item, choice->version->group);
    }
}

static void
chosen_cb (GtkWidget *button,
           gpointer   data)
{
  Choice                     *choice = data;
  g_autoptr (AtlUndecidedRow) self = g_object_ref (choice->row);
  AtlHistory                 *history = atl_document_get_history (self->document);

  if (atl_item_get_session (self->item) != session_of (self))
    return;
  atl_history_begin (history, get_label (choice->decision));
  decide (self, choice);
  atl_history_end (history);
  g_signal_emit (self, decided_signal, 0);
}

static AtlAlternative *
copy_version (const AtlAlternative *version)
{
  AtlAlternative *copy = g_memdup2 (version, sizeof *version);

  copy->group = g_strdup (version->group);
  copy->members = g_variant_ref (version->members);
  return copy;
}

/* Buttons of one name stand under each other: what they are about is their description. */
static GtkWidget *
make_button (AtlUndecidedRow      *self,
             const char           *label,
             const char           *about,
             Decision              decision,
             const AtlAlternative *version)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  Choice    *choice = g_new0 (Choice, 1);

  *choice = (Choice){ self, decision, copy_version (version) };
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  atl_describe (button, about);
  g_signal_connect_data (button, "clicked", G_CALLBACK (chosen_cb), choice, choice_free, 0);
  return button;
}

static GtkWidget *
make_text (const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

static GtkWidget *
make_version (const char *caption,
              const char *text,
              gboolean    shown)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = make_text (caption, "caption");

  gtk_widget_add_css_class (line, "undecided-version");
  if (shown)
    gtk_widget_add_css_class (line, "shown");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (words, TRUE);
  gtk_box_append (GTK_BOX (words), label);
  gtk_box_append (GTK_BOX (words), make_text (text, NULL));
  gtk_box_append (GTK_BOX (line), words);
  return line;
}

/* What is shown now, against the first of the others; on the side of a deletion, all it says. */
static char *
describe_shown (AtlUndecidedRow      *self,
                const AtlAlternative *version)
{
  g_autoptr (AtlItem) other = NULL;

  if (version->deleted)
    return atl_item_dup_words (self->item, session_of (self));
  other = atl_alternative_dup_item (version, self->item);
  return atl_item_dup_differences (self->item, other, version->group, session_of (self));
}

static void
add_shown (AtlUndecidedRow      *self,
           GtkWidget            *box,
           const AtlAlternative *version)
{
  g_autofree char *text = describe_shown (self, version);
  GtkWidget       *line = make_version (_ ("Shown now"), text, TRUE);

  gtk_box_append (GTK_BOX (line), make_button (self, version->deleted ? _ ("_Keep") : _ ("_Keep This"),
                                               text, DECIDE_KEEP, version));
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_other (AtlUndecidedRow      *self,
           GtkWidget            *box,
           const AtlAlternative *version)
{
  g_autoptr (AtlItem) other = atl_alternative_dup_item (version, self->item);
  g_autofree char    *words = atl_item_dup_words (self->item, session_of (self));
  g_autofree char    *text = NULL;
  GtkWidget          *line;

  if (version->deleted)
    {
      line = make_version (_ ("Other version"), _ ("Deleted"), FALSE);
      if (atl_item_get_list (self->item) != NULL)
        gtk_box_append (GTK_BOX (line), make_button (self, _ ("_Delete"), words, DECIDE_DELETE, version));
    }
  else
    {
      text = atl_item_dup_differences (other, self->item, version->group, session_of (self));
      line = make_version (_ ("Other version"), text, FALSE);
      if (atl_alternative_can_be_used (version, self->item))
        gtk_box_append (GTK_BOX (line), make_button (self, _ ("_Use This"), text, DECIDE_USE, version));
    }
  gtk_box_append (GTK_BOX (box), line);
}

static void
add_both (AtlUndecidedRow      *self,
          GtkWidget            *box,
          const AtlAlternative *version,
          guint                 n)
{
  g_autofree char *words = atl_item_dup_words (self->item, session_of (self));
  GtkWidget       *button;

  if (!ATL_IS_NOTE (self->item) || version->deleted ||
      !g_str_equal (version->group, atl_merge_group_get_nick (ATL_MERGE_TEXT)))
    return;
  button = make_button (self, n > 1 ? _ ("Keep _All as Notes") : _ ("Keep _Both as Two Notes"), words,
                        DECIDE_BOTH, version);
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), button);
}

static guint
count_of_group (GPtrArray  *versions,
                const char *group)
{
  guint n = 0;

  for (guint i = 0; i < versions->len; i++)
    n += g_str_equal (((AtlAlternative *) versions->pdata[i])->group, group);
  return n;
}

static void
add_versions (AtlUndecidedRow *self,
              GtkWidget       *box)
{
  g_autoptr (GPtrArray) versions = atl_alternatives_dup (self->item);
  const char           *group = "";

  for (guint i = 0; i < versions->len; i++)
    {
      const AtlAlternative *version = versions->pdata[i];
      const AtlAlternative *next = i + 1 < versions->len ? versions->pdata[i + 1] : NULL;

      if (!g_str_equal (version->group, group))
        add_shown (self, box, version);
      group = version->group;
      add_other (self, box, version);
      if (next == NULL || !g_str_equal (next->group, group))
        add_both (self, box, version, count_of_group (versions, group));
    }
}

static GtkWidget *
make_heading (AtlUndecidedRow *self)
{
  g_autofree char *place = atl_item_dup_place (self->item, session_of (self));
  const char      *kind = atl_item_get_kind_label (self->item);
  g_autofree char *words = atl_item_dup_words (self->item, session_of (self));
  g_autofree char *text = *place != '\0' ? g_strdup_printf ("%s · %s", kind, place) : g_strdup (kind);
  GtkWidget       *label = make_text (text, "caption-heading");
  g_autofree char *speech = g_strdup_printf ("%s: %s", text, words);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, speech, -1);
  return label;
}

static void
fill (AtlUndecidedRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (box, "card");
  gtk_widget_add_css_class (box, "undecided");
  gtk_box_append (GTK_BOX (box), make_heading (self));
  add_versions (self, box);
  gtk_widget_set_parent (box, GTK_WIDGET (self));
}

static void
atl_undecided_row_dispose (GObject *object)
{
  AtlUndecidedRow *self = ATL_UNDECIDED_ROW (object);
  GtkWidget       *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->item);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (atl_undecided_row_parent_class)->dispose (object);
}

static void
atl_undecided_row_class_init (AtlUndecidedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_undecided_row_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  decided_signal = g_signal_new ("decided", ATL_TYPE_UNDECIDED_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 0);
}

static void
atl_undecided_row_init (AtlUndecidedRow *self)
{
}

/**
 * atl_undecided_row_new:
 * @document: a document
 * @item: something of its session that has several versions
 *
 * Returns: (transfer floating): a card that shows the versions as they are now
 */
GtkWidget *
atl_undecided_row_new (AtlDocument *document,
                       AtlItem     *item)
{
  AtlUndecidedRow *self = g_object_new (ATL_TYPE_UNDECIDED_ROW, NULL);

  self->document = g_object_ref (document);
  self->item = g_object_ref (item);
  fill (self);
  return GTK_WIDGET (self);
}
