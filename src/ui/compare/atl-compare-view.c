/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-view.h"

#include "config.h"
#include "ui/common/atl-narrow-bin.h"
#include "ui/compare/atl-compare-ink.h"
#include "ui/compare/atl-compare-map.h"
#include "ui/compare/atl-compare-names.h"
#include "ui/compare/atl-compare-picture.h"
#include "ui/compare/atl-compare-table.h"

#include <glib/gi18n-lib.h>

#define FIT_MARGIN 8
#define ZOOM_STEP 1.25

/* The labels of the band over everything. */
typedef struct
{
  GtkWidget *lead;
  GtkWidget *open;
  GtkWidget *care;
  GtkWidget *notice;
  GtkWidget *notice_text;
  GtkWidget *presence;
} Words;

/* The two maps, and what stands over them. */
typedef struct
{
  GtkWidget *box;
  GtkWidget *before;
  GtkWidget *after;
  GtkWidget *caption;
  GtkWidget *all;
  AtlCamera *camera;
} Maps;

/**
 * AtlCompareView:
 *
 * What became of a map, the list of links first. A line of the list lights its link on both maps.
 */
struct _AtlCompareView
{
  GtkWidget parent_instance;

  GtkWidget *narrow;
  GtkWidget *band;
  GtkWidget *left;
  GtkWidget *list;
  GtkWidget *right;
  GtkWidget *figures;
  GtkWidget *tabs;
  GtkWidget *links_tab;
  GtkWidget *maps_tab;
  Words      words;
  Maps       maps;

  AtlCompareResult   *result;
  GtkSingleSelection *selection;
  gboolean            silos_only;
};

G_DEFINE_FINAL_TYPE (AtlCompareView, atl_compare_view, GTK_TYPE_WIDGET)

static GObject *
child_of (AtlCompareView *self,
          const char     *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), ATL_TYPE_COMPARE_VIEW, name);
}

static GtkWidget *
make_label (const char *css_class,
            gboolean    wide)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, wide);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
setup_cb (AtlCompareView *self,
          GtkListItem    *item)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *words = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *sign = gtk_label_new (NULL);
  GtkWidget *value = gtk_label_new (NULL);

  gtk_widget_add_css_class (line, "compare-line");
  gtk_widget_add_css_class (sign, "compare-sign");
  gtk_widget_add_css_class (value, "compare-value");
  gtk_widget_add_css_class (value, "numeric");
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (sign, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (words), make_label ("compare-title", TRUE));
  gtk_box_append (GTK_BOX (words), make_label ("caption", TRUE));
  gtk_widget_add_css_class (gtk_widget_get_last_child (words), "dim-label");
  gtk_box_append (GTK_BOX (line), sign);
  gtk_box_append (GTK_BOX (line), words);
  gtk_box_append (GTK_BOX (line), value);
  gtk_list_item_set_child (item, line);
}

static void
set_classes (GtkWidget     *line,
             AtlCompareRow *row)
{
  static const char *const groups[] = { "new", "lost", "stronger", "weaker", "met", "open" };
  gboolean                 heading = atl_compare_row_is_heading (row);
  const char              *classes[] = { "compare-line", groups[atl_compare_row_get_group (row)],
                            heading ? "heading" : NULL, NULL };

  gtk_widget_set_css_classes (line, classes);
}

static void
bind_cb (AtlCompareView *self,
         GtkListItem    *item)
{
  AtlCompareRow   *row = gtk_list_item_get_item (item);
  GtkWidget       *line = gtk_list_item_get_child (item);
  GtkWidget       *sign = gtk_widget_get_first_child (line);
  GtkWidget       *title = gtk_widget_get_first_child (gtk_widget_get_next_sibling (sign));
  GtkWidget       *silos = gtk_widget_get_next_sibling (title);
  g_autofree char *first = atl_compare_row_dup_title (row);
  g_autofree char *second = atl_compare_row_dup_silos (row);
  g_autofree char *value = atl_compare_row_dup_value (row);
  /* From left to right in every language, as the arrow goes. */
  g_autofree char *third = g_strconcat ("\u200e", value, NULL);
  g_autofree char *whole = atl_compare_row_dup_text (row);

  gtk_label_set_text (GTK_LABEL (sign), atl_compare_ink_get_sign (atl_compare_row_get_group (row)));
  gtk_label_set_text (GTK_LABEL (title), first);
  gtk_label_set_text (GTK_LABEL (silos), second);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (line)), third);
  gtk_widget_set_visible (silos, *second != '\0');
  gtk_widget_set_tooltip_text (line, whole);
  set_classes (line, row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (line), GTK_ACCESSIBLE_PROPERTY_LABEL, whole, -1);
}

/* A telephone shows the list or the maps, not both. */
static void
adapt (AtlCompareView *self)
{
  gboolean narrow = FALSE;
  gboolean links = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->links_tab));

  g_object_get (self->narrow, "narrow", &narrow, NULL);
  gtk_widget_set_visible (self->tabs, narrow);
  gtk_widget_set_visible (self->left, !narrow || links);
  gtk_widget_set_visible (self->band, !narrow || links);
  gtk_widget_set_visible (self->right, !narrow || !links);
  gtk_widget_set_hexpand (self->left, narrow);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->maps.box),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
}

static AtlCompareRow *
get_selected (AtlCompareView *self)
{
  return self->selection != NULL ? gtk_single_selection_get_selected_item (self->selection) : NULL;
}

static void
show_lit (AtlCompareView *self)
{
  AtlCompareRow   *row = get_selected (self);
  g_autofree char *text = NULL;

  text = row != NULL ? atl_compare_row_dup_text (row) : g_strdup (_ ("Everything that changed"));
  atl_compare_map_set_lit (ATL_COMPARE_MAP (self->maps.before), row);
  atl_compare_map_set_lit (ATL_COMPARE_MAP (self->maps.after), row);
  gtk_label_set_text (GTK_LABEL (self->maps.caption), text);
  gtk_widget_set_visible (self->maps.all, row != NULL);
}

static void
activated_cb (AtlCompareView *self,
              guint           position)
{
  gtk_single_selection_set_selected (self->selection, position);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->maps_tab), TRUE);
}

static void
set_text (GtkWidget  *label,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_visible (label, *text != '\0');
}

static char *
dup_notice (guint n)
{
  return g_strdup_printf (ngettext ("%u person is left out: somebody else has the same name.",
                                    "%u people are left out: others have the same name.", n),
                          n);
}

static void
show_words (AtlCompareView *self)
{
  guint            n = atl_compare_result_count_open_questions (self->result);
  g_autofree char *lead = atl_compare_names_dup_sentence (self->result, "compare.lead", self->silos_only);
  g_autofree char *open = atl_compare_names_dup_sentence (self->result, "compare.open", self->silos_only);
  g_autofree char *care = atl_compare_names_dup_sentence (self->result, "compare.care", self->silos_only);
  g_autofree char *presence = atl_compare_names_dup_presence (self->result);
  g_autofree char *notice = dup_notice (n);

  set_text (self->words.lead, lead);
  set_text (self->words.open, open);
  gtk_widget_set_tooltip_text (self->words.open, open);
  set_text (self->words.care, care);
  set_text (self->words.presence, presence);
  set_text (self->words.notice_text, notice);
  gtk_widget_set_visible (self->words.notice, n > 0);
}

static char *
dup_day (AtlCompareView *self,
         AtlCompareSide *side)
{
  return atl_compare_names_dup_day (side->source, atl_session_get_language (self->result->after.session));
}

static void
name_map (AtlCompareView *self,
          const char     *label,
          GtkWidget      *map,
          AtlCompareSide *side,
          const char     *when)
{
  g_autofree char *name = atl_compare_names_dup_source (side->source);
  g_autofree char *text = g_strdup_printf ("%s · %s", when, name);

  gtk_label_set_text (GTK_LABEL (child_of (self, label)), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
name_maps (AtlCompareView *self)
{
  g_autofree char *first = dup_day (self, &self->result->before);
  g_autofree char *second = dup_day (self, &self->result->after);
  /* Translators: over the first of two maps; %s is its date */
  g_autofree char *before = g_strdup_printf (_ ("Earlier: %s"), first);
  /* Translators: over the second of two maps; %s is its date */
  g_autofree char *after = g_strdup_printf (_ ("Later: %s"), second);

  name_map (self, "before_label", self->maps.before, &self->result->before, before);
  name_map (self, "after_label", self->maps.after, &self->result->after, after);
}

static void
show_rows (AtlCompareView *self)
{
  GListModel *rows = atl_compare_rows_new (self->result, self->silos_only);

  g_clear_object (&self->selection);
  self->selection = gtk_single_selection_new (g_object_ref (rows));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (show_lit), self,
                           G_CONNECT_SWAPPED);
  gtk_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (self->selection));
  gtk_widget_set_visible (GTK_WIDGET (child_of (self, "nothing")), g_list_model_get_n_items (rows) == 0);
  gtk_widget_set_visible (GTK_WIDGET (child_of (self, "list_scroller")), g_list_model_get_n_items (rows) > 0);
  atl_compare_map_set_rows (ATL_COMPARE_MAP (self->maps.before), rows, self->silos_only);
  atl_compare_map_set_rows (ATL_COMPARE_MAP (self->maps.after), rows, self->silos_only);
  g_object_unref (rows);
  show_lit (self);
}

static void
fit (AtlCompareView *self)
{
  AtlRect before = atl_compare_map_get_extent (ATL_COMPARE_MAP (self->maps.before));
  AtlRect after = atl_compare_map_get_extent (ATL_COMPARE_MAP (self->maps.after));
  AtlRect both = atl_rect_is_empty (before)  ? after
                 : atl_rect_is_empty (after) ? before
                                             : atl_rect_union (before, after);

  if (atl_rect_is_empty (both))
    both = atl_rect (0, 0, 1600, 1000);
  atl_camera_set_bounds (self->maps.camera, both);
  atl_camera_fit (self->maps.camera, both, FIT_MARGIN);
}

static void
show_maps (AtlCompareView *self)
{
  AtlCompareMap *before = ATL_COMPARE_MAP (self->maps.before);
  AtlCompareMap *after = ATL_COMPARE_MAP (self->maps.after);

  atl_compare_map_set_result (after, self->result, FALSE);
  atl_compare_picture_align (self->result, atl_compare_map_get_scene (after));
  atl_compare_map_set_result (before, self->result, TRUE);
  fit (self);
}

static void
atl_compare_view_dispose (GObject *object)
{
  AtlCompareView *self = ATL_COMPARE_VIEW (object);
  GtkWidget      *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_clear_pointer (&child, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->maps.camera);
  g_clear_pointer (&self->result, atl_compare_result_unref);
  G_OBJECT_CLASS (atl_compare_view_parent_class)->dispose (object);
}

/* Those without an offset are asked for by name. */
static const struct
{
  const char *name;
  gssize      offset;
} children[] = {
  { "narrow", G_STRUCT_OFFSET (AtlCompareView, narrow) },
  { "band", G_STRUCT_OFFSET (AtlCompareView, band) },
  { "left", G_STRUCT_OFFSET (AtlCompareView, left) },
  { "list", G_STRUCT_OFFSET (AtlCompareView, list) },
  { "right", G_STRUCT_OFFSET (AtlCompareView, right) },
  { "figures", G_STRUCT_OFFSET (AtlCompareView, figures) },
  { "tabs", G_STRUCT_OFFSET (AtlCompareView, tabs) },
  { "links_tab", G_STRUCT_OFFSET (AtlCompareView, links_tab) },
  { "maps_tab", G_STRUCT_OFFSET (AtlCompareView, maps_tab) },
  { "lead", G_STRUCT_OFFSET (AtlCompareView, words.lead) },
  { "open", G_STRUCT_OFFSET (AtlCompareView, words.open) },
  { "care", G_STRUCT_OFFSET (AtlCompareView, words.care) },
  { "notice", G_STRUCT_OFFSET (AtlCompareView, words.notice) },
  { "notice_text", G_STRUCT_OFFSET (AtlCompareView, words.notice_text) },
  { "presence", G_STRUCT_OFFSET (AtlCompareView, words.presence) },
  { "maps", G_STRUCT_OFFSET (AtlCompareView, maps.box) },
  { "before", G_STRUCT_OFFSET (AtlCompareView, maps.before) },
  { "after", G_STRUCT_OFFSET (AtlCompareView, maps.after) },
  { "caption", G_STRUCT_OFFSET (AtlCompareView, maps.caption) },
  { "all", G_STRUCT_OFFSET (AtlCompareView, maps.all) },
  { "nothing", 0 },
  { "list_scroller", 0 },
  { "before_label", 0 },
  { "after_label", 0 },
};

static void
atl_compare_view_class_init (AtlCompareViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_compare_view_dispose;

  g_type_ensure (ATL_TYPE_NARROW_BIN);
  g_type_ensure (ATL_TYPE_COMPARE_MAP);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/compare/"
                                                             "atl-compare-view.ui");
  for (guint i = 0; i < G_N_ELEMENTS (children); i++)
    gtk_widget_class_bind_template_child_full (widget_class, children[i].name, FALSE, children[i].offset);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, adapt);
}

static void
atl_compare_view_init (AtlCompareView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->maps.camera = atl_camera_new ();
  atl_compare_map_set_camera (ATL_COMPARE_MAP (self->maps.before), self->maps.camera);
  atl_compare_map_set_camera (ATL_COMPARE_MAP (self->maps.after), self->maps.camera);
  g_signal_connect_object (self->narrow, "notify::narrow", G_CALLBACK (adapt), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adapt (self);
}

/**
 * atl_compare_view_set_result:
 * @self: a view
 * @result: two maps compared
 * @silos_only: no name of a person is shown
 */
void
atl_compare_view_set_result (AtlCompareView   *self,
                             AtlCompareResult *result,
                             gboolean          silos_only)
{
  g_return_if_fail (ATL_IS_COMPARE_VIEW (self) && result != NULL);

  atl_compare_result_ref (result);
  g_clear_pointer (&self->result, atl_compare_result_unref);
  self->result = result;
  self->silos_only = silos_only;
  show_maps (self);
  show_rows (self);
  show_words (self);
  name_maps (self);
  atl_compare_table_fill (GTK_BOX (self->figures), result);
}

/**
 * atl_compare_view_set_silos_only:
 * @self: a view
 * @silos_only: whether links are shown by pairs of silos, and no name of a person anywhere
 */
void
atl_compare_view_set_silos_only (AtlCompareView *self,
                                 gboolean        silos_only)
{
  g_return_if_fail (ATL_IS_COMPARE_VIEW (self));

  if (self->silos_only == silos_only || self->result == NULL)
    return;
  self->silos_only = silos_only;
  show_rows (self);
  show_words (self);
}

/**
 * atl_compare_view_light:
 * @self: a view
 * @position: a line of the list, or GTK_INVALID_LIST_POSITION for all
 *
 * Lights what the line says on both maps.
 */
void
atl_compare_view_light (AtlCompareView *self,
                        guint           position)
{
  g_return_if_fail (ATL_IS_COMPARE_VIEW (self));

  if (self->selection != NULL)
    gtk_single_selection_set_selected (self->selection, position);
}

/**
 * atl_compare_view_focus:
 * @self: a view that has a result
 *
 * Gives the keyboard to the list; its arrow keys light one link after the other.
 */
void
atl_compare_view_focus (AtlCompareView *self)
{
  g_return_if_fail (ATL_IS_COMPARE_VIEW (self));

  gtk_widget_grab_focus (self->list);
}

/**
 * atl_compare_view_zoom:
 * @self: a view
 * @steps: how far to zoom in, negative to zoom out, 0 to show the whole maps
 */
void
atl_compare_view_zoom (AtlCompareView *self,
                       int             steps)
{
  double zoom = atl_camera_get_zoom (self->maps.camera);

  if (steps == 0)
    fit (self);
  else
    atl_camera_zoom_at (self->maps.camera, steps > 0 ? zoom * ZOOM_STEP : zoom / ZOOM_STEP,
                        atl_camera_get_center (self->maps.camera));
}

/**
 * atl_compare_view_dup_text:
 * @self: a view that has a result
 *
 * Returns: (transfer full): the sentences and the list as plain text, with names only where they are shown
 */
char *
atl_compare_view_dup_text (AtlCompareView *self)
{
  g_autofree char *list = atl_compare_rows_dup_text (atl_compare_view_get_rows (self));
  GString         *text = g_string_new (NULL);
  GtkWidget       *labels[] = { self->words.lead, self->words.open, self->words.care };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (gtk_widget_get_visible (labels[i]))
      g_string_append_printf (text, "%s\n", gtk_label_get_text (GTK_LABEL (labels[i])));
  g_string_append_printf (text, "\n%s", list);
  return g_string_free (text, FALSE);
}

/**
 * atl_compare_view_get_rows:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the list of what changed
 */
GListModel *
atl_compare_view_get_rows (AtlCompareView *self)
{
  return self->selection != NULL ? gtk_single_selection_get_model (self->selection) : NULL;
}
