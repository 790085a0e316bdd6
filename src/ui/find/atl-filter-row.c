/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/find/atl-filter-row.h"

#include "canvas/notes/atl-note-label.h"
#include "config.h"
#include "model/atl-authors.h"
#include "model/atl-partitions.h"
#include "model/atl-tags.h"
#include "ui/find/atl-pick-list.h"

#include <glib/gi18n-lib.h>

typedef enum
{
  FACET_AUTHOR,
  FACET_SILO,
  FACET_COLOR,
  FACET_TAG,
  N_FACETS,
} Facet;

/**
 * AtlFilterRow:
 *
 * Which notes are wanted: a chip for each thing that can be asked for, which says what is asked.
 */
struct _AtlFilterRow
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *chips[N_FACETS];
  GtkWidget *hidden;
  GtkWidget *clear;

  AtlBoard  *board; /* nullable: the one that is open, whose tags come first */
  AtlFilter  filter;
  GPtrArray *offered; /* ids, colors or tags that the open chip offers */
  gboolean   updating;
};

G_DEFINE_FINAL_TYPE (AtlFilterRow, atl_filter_row, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static AtlSession *
get_session (AtlFilterRow *self)
{
  return self->board != NULL ? atl_item_get_session (ATL_ITEM (self->board)) : NULL;
}

static char *
dup_author (AtlFilterRow *self)
{
  AtlSession *session = get_session (self);
  AtlPerson  *person = NULL;

  if (self->filter.without_author)
    return g_strdup (_ ("Without author"));
  if (session != NULL && self->filter.author != NULL)
    person = atl_list_find (atl_session_get_people (session), self->filter.author);
  return person != NULL ? atl_person_dup_shown (person, TRUE) : NULL;
}

static char *
dup_silo (AtlFilterRow *self)
{
  AtlSession *session = get_session (self);
  AtlSilo    *silo = NULL;

  if (session != NULL && self->filter.silo != NULL)
    silo = atl_list_find (atl_session_get_silos (session), self->filter.silo);
  return silo != NULL ? g_strdup (atl_silo_get_name (silo)) : NULL;
}

static char *
dup_tag (AtlFilterRow *self)
{
  g_autoptr (GHashTable) labels = self->board != NULL ? atl_board_dup_tags (self->board) : NULL;
  const char            *label = NULL;

  if (self->filter.tag == NULL)
    return NULL;
  label = labels != NULL ? g_hash_table_lookup (labels, self->filter.tag) : NULL;
  return g_strdup (label != NULL ? label : self->filter.tag);
}

/* What a chip asks for, or NULL. */
static char *
dup_value (AtlFilterRow *self,
           Facet         facet)
{
  switch (facet)
    {
    case FACET_AUTHOR:
      return dup_author (self);
    case FACET_SILO:
      return dup_silo (self);
    case FACET_TAG:
      return dup_tag (self);
    case FACET_COLOR:
    case N_FACETS:
    default:
      if (self->filter.color == ATL_FILTER_ANY_COLOR)
        return NULL;
      return g_strdup (atl_color_get_label ((AtlColor) self->filter.color));
    }
}

static const char *
get_name (Facet facet)
{
  switch (facet)
    {
    case FACET_AUTHOR:
      return _ ("Author");
    case FACET_SILO:
      return _ ("Silo");
    case FACET_TAG:
      return _ ("Tag");
    case FACET_COLOR:
    case N_FACETS:
    default:
      return _ ("Color");
    }
}

static void
show_chip (AtlFilterRow *self,
           Facet         facet)
{
  g_autofree char *value = dup_value (self, facet);
  g_autofree char *label = NULL;

  if (value != NULL)
    /* Translators: what notes are filtered by and which of them are wanted, as in "Silo: IT" */
    label = g_strdup_printf (_ ("%s: %s"), get_name (facet), value);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->chips[facet]), label != NULL ? label : get_name (facet));
  if (value != NULL)
    gtk_widget_add_css_class (self->chips[facet], "active");
  else
    gtk_widget_remove_css_class (self->chips[facet], "active");
}

static void
show_filter (AtlFilterRow *self)
{
  self->updating = TRUE;
  for (guint i = 0; i < N_FACETS; i++)
    show_chip (self, i);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hidden), self->filter.hidden);
  gtk_widget_set_visible (self->clear, atl_filter_is_active (&self->filter));
  self->updating = FALSE;
}

static void
changed (AtlFilterRow *self)
{
  show_filter (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
hidden_toggled_cb (AtlFilterRow *self)
{
  if (self->updating)
    return;
  self->filter.hidden = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hidden));
  changed (self);
}

/* Whoever clears with the keyboard stays in the row. */
static void
clear_clicked_cb (AtlFilterRow *self)
{
  gtk_widget_grab_focus (self->chips[FACET_AUTHOR]);
  atl_filter_row_clear (self);
}

static void
offer (AtlFilterRow *self,
       AtlPickList  *list,
       const char   *value,
       const char   *label,
       gboolean      wanted)
{
  atl_pick_list_add (list, NULL, label, NULL);
  atl_pick_list_set_checked (list, self->offered->len, wanted);
  g_ptr_array_add (self->offered, g_strdup (value));
}

static void
offer_authors (AtlFilterRow *self,
               AtlPickList  *list)
{
  AtlList *people = atl_session_get_people (get_session (self));

  offer (self, list, NULL, _ ("Anyone"), self->filter.author == NULL && !self->filter.without_author);
  offer (self, list, "", _ ("Without author"), self->filter.without_author);
  for (guint i = 0; i < atl_list_get_length (people); i++)
    {
      AtlPerson       *person = atl_list_get (people, i);
      const char      *id = atl_item_get_id (ATL_ITEM (person));
      g_autofree char *name = atl_person_dup_shown (person, TRUE);

      if (name != NULL)
        offer (self, list, id, name, g_strcmp0 (id, self->filter.author) == 0);
    }
}

static void
offer_silos (AtlFilterRow *self,
             AtlPickList  *list)
{
  AtlSession           *session = get_session (self);
  const char           *partition = atl_session_get_active_partition (session);
  g_autoptr (GPtrArray) silos = atl_partitions_dup_silos (session, partition);

  offer (self, list, NULL, _ ("Any silo"), self->filter.silo == NULL);
  for (guint i = 0; i < silos->len; i++)
    {
      const char *id = atl_item_get_id (silos->pdata[i]);

      offer (self, list, id, atl_silo_get_name (silos->pdata[i]), g_strcmp0 (id, self->filter.silo) == 0);
    }
}

static void
offer_colors (AtlFilterRow *self,
              AtlPickList  *list)
{
  offer (self, list, NULL, _ ("Any color"), self->filter.color == ATL_FILTER_ANY_COLOR);
  for (int color = ATL_COLOR_YELLOW; color <= ATL_COLOR_GREY; color++)
    {
      g_autofree char *value = g_strdup_printf ("%d", color);

      offer (self, list, value, atl_color_get_label ((AtlColor) color), self->filter.color == color);
    }
}

static void
offer_tags (AtlFilterRow *self,
            AtlPickList  *list)
{
  g_auto (GStrv)         own = atl_board_dup_tag_list (self->board);
  g_auto (GStrv)         others = atl_session_dup_free_tags (get_session (self));
  g_autoptr (GHashTable) labels = atl_board_dup_tags (self->board);

  offer (self, list, NULL, _ ("Any tag"), self->filter.tag == NULL);
  for (guint i = 0; own[i] != NULL; i++)
    offer (self, list, own[i], g_hash_table_lookup (labels, own[i]),
           g_strcmp0 (own[i], self->filter.tag) == 0);
  for (guint i = 0; others[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) own, others[i]))
      {
        const char *label = g_hash_table_lookup (labels, others[i]);

        offer (self, list, others[i], label != NULL ? label : others[i],
               g_strcmp0 (others[i], self->filter.tag) == 0);
      }
}

static void
take (AtlFilterRow *self,
      Facet         facet,
      const char   *value)
{
  char **slots[] = { [FACET_AUTHOR] = &self->filter.author,
                     [FACET_SILO] = &self->filter.silo,
                     [FACET_TAG] = &self->filter.tag };

  if (facet == FACET_COLOR)
    {
      self->filter.color = value != NULL ? atoi (value) : ATL_FILTER_ANY_COLOR;
      return;
    }
  if (facet == FACET_AUTHOR)
    self->filter.without_author = value != NULL && *value == '\0';
  g_free (*slots[facet]);
  *slots[facet] = value != NULL && *value != '\0' ? g_strdup (value) : NULL;
}

static Facet
find_facet (AtlFilterRow *self,
            GtkWidget    *chip)
{
  Facet facet = FACET_AUTHOR;

  while (facet < N_FACETS - 1 && self->chips[facet] != chip)
    facet++;
  return facet;
}

static void
picked_cb (AtlFilterRow *self,
           guint         index,
           AtlPickList  *list)
{
  GtkWidget       *popover = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_POPOVER);
  GtkWidget       *chip = gtk_widget_get_ancestor (GTK_WIDGET (list), GTK_TYPE_MENU_BUTTON);
  g_autofree char *value = index < self->offered->len ? g_strdup (self->offered->pdata[index]) : NULL;

  take (self, find_facet (self, chip), value);
  gtk_popover_popdown (GTK_POPOVER (popover));
  changed (self);
}

static GtkWidget *
new_list (AtlFilterRow *self,
          Facet         facet)
{
  static void (*const offers[]) (AtlFilterRow *, AtlPickList *) = {
    [FACET_AUTHOR] = offer_authors,
    [FACET_SILO] = offer_silos,
    [FACET_COLOR] = offer_colors,
    [FACET_TAG] = offer_tags,
  };
  GtkWidget *list = atl_pick_list_new (get_name (facet));

  g_ptr_array_set_size (self->offered, 0);
  if (get_session (self) != NULL)
    offers[facet](self, ATL_PICK_LIST (list));
  g_signal_connect_object (list, "picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  return list;
}

/* What there is to choose from is asked for when the chip opens. */
static void
create_popover (GtkMenuButton *chip,
                gpointer       data)
{
  AtlFilterRow *self = data;
  GtkWidget    *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), new_list (self, find_facet (self, GTK_WIDGET (chip))));
  gtk_menu_button_set_popover (chip, popover);
}

static void
add_chips (AtlFilterRow *self,
           GtkWidget    *box)
{
  for (guint i = 0; i < N_FACETS; i++)
    {
      self->chips[i] = gtk_menu_button_new ();
      gtk_widget_add_css_class (self->chips[i], "filter-chip");
      gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->chips[i]), create_popover, self, NULL);
      gtk_box_append (GTK_BOX (box), self->chips[i]);
    }
  self->hidden = gtk_toggle_button_new_with_label (_ ("Hidden"));
  gtk_widget_add_css_class (self->hidden, "filter-chip");
  g_signal_connect_object (self->hidden, "toggled", G_CALLBACK (hidden_toggled_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->hidden);
  self->clear = gtk_button_new_with_label (_ ("Clear"));
  gtk_widget_add_css_class (self->clear, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->clear), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Clear the filter"), -1);
  g_signal_connect_object (self->clear, "clicked", G_CALLBACK (clear_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->clear);
}

static void
atl_filter_row_dispose (GObject *object)
{
  AtlFilterRow *self = ATL_FILTER_ROW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->board);
  atl_filter_clear (&self->filter);
  g_clear_pointer (&self->offered, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_filter_row_parent_class)->dispose (object);
}

static void
atl_filter_row_class_init (AtlFilterRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_filter_row_dispose;
  signals[CHANGED] = g_signal_new ("changed", ATL_TYPE_FILTER_ROW, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atl_filter_row_init (AtlFilterRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  atl_filter_clear (&self->filter);
  self->offered = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_add_css_class (box, "filter-chips");
  add_chips (self, box);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), box);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Filter"), -1);
  show_filter (self);
}

/**
 * atl_filter_row_set_board:
 * @self: a row
 * @board: (nullable): the board that is open
 */
void
atl_filter_row_set_board (AtlFilterRow *self,
                          AtlBoard     *board)
{
  g_return_if_fail (ATL_IS_FILTER_ROW (self));

  if (g_set_object (&self->board, board))
    show_filter (self);
}

/**
 * atl_filter_row_get_filter:
 * @self: a row
 *
 * Returns: (transfer none): which notes are wanted
 */
const AtlFilter *
atl_filter_row_get_filter (AtlFilterRow *self)
{
  g_return_val_if_fail (ATL_IS_FILTER_ROW (self), NULL);
  return &self->filter;
}

/**
 * atl_filter_row_set_tag:
 * @self: a row
 * @tag: (nullable): the tag that notes are to have, %NULL for any
 */
void
atl_filter_row_set_tag (AtlFilterRow *self,
                        const char   *tag)
{
  g_return_if_fail (ATL_IS_FILTER_ROW (self));

  if (g_strcmp0 (tag, self->filter.tag) == 0)
    return;
  take (self, FACET_TAG, tag);
  changed (self);
}

/**
 * atl_filter_row_clear:
 * @self: a row
 *
 * Wants any note.
 */
void
atl_filter_row_clear (AtlFilterRow *self)
{
  g_return_if_fail (ATL_IS_FILTER_ROW (self));

  if (!atl_filter_is_active (&self->filter))
    return;
  atl_filter_clear (&self->filter);
  changed (self);
}

/**
 * atl_filter_row_dup_summary:
 * @self: a row
 *
 * Returns: (transfer full): all that is asked for, as in "IT · Yellow star"
 */
char *
atl_filter_row_dup_summary (AtlFilterRow *self)
{
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < N_FACETS; i++)
    {
      g_autofree char *value = dup_value (self, i);

      if (value != NULL)
        g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", value);
    }
  if (self->filter.hidden)
    g_string_append_printf (summary, "%s%s", summary->len > 0 ? " · " : "", _ ("Hidden"));
  return g_string_free (summary, FALSE);
}
