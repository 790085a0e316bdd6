/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-matrix.h"

#include "config.h"
#include "ui/silo/atl-matrix-cell.h"

#include <glib/gi18n-lib.h>

#define SHORTEST 3
#define LONGEST 8
#define LONGEST_NAME 26
#define ROOMY 5 /* silos up to which a cell of the small matrix says out of how many */

/**
 * AtlMatrix:
 *
 * Which silo gives to which: rows give, columns receive. One cell takes the focus by Tab, arrow keys go on
 * from there; each cell says its sentence.
 */
struct _AtlMatrix
{
  GtkWidget parent_instance;

  gboolean   large; /* whole names, and out of how many in each cell */
  GtkWidget *grid;
  guint      n;
  GPtrArray *cells; /* n × n, by row */
  GPtrArray *heads; /* n of rows, then n of columns */
};

G_DEFINE_FINAL_TYPE (AtlMatrix, atl_matrix, GTK_TYPE_WIDGET)

enum
{
  CELL_ACTIVATED,
  N_SIGNALS
};
static guint signals[N_SIGNALS];

static void
focus_cell (AtlMatrix *self,
            guint      from,
            guint      to)
{
  GtkWidget *cell = atl_matrix_get_cell (self, from, to);

  for (guint i = 0; i < self->cells->len; i++)
    gtk_widget_set_focusable (self->cells->pdata[i], self->cells->pdata[i] == cell);
  gtk_widget_grab_focus (cell);
}

static int
find_focus (AtlMatrix *self)
{
  for (guint i = 0; i < self->cells->len; i++)
    if (gtk_widget_has_focus (self->cells->pdata[i]))
      return (int) i;
  return -1;
}

static gboolean
arrow_key_cb (GtkWidget *widget,
              GVariant  *args,
              gpointer   data)
{
  AtlMatrix *self = ATL_MATRIX (widget);
  int        at = find_focus (self);
  int        row, column, down, across;

  g_variant_get (args, "(ii)", &down, &across);
  if (at < 0)
    return GDK_EVENT_PROPAGATE;
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    across = -across;
  row = at / (int) self->n + down;
  column = at % (int) self->n + across;
  if (row >= 0 && row < (int) self->n && column >= 0 && column < (int) self->n)
    focus_cell (self, (guint) row, (guint) column);
  return GDK_EVENT_STOP;
}

static void
cell_activated_cb (AtlMatrix     *self,
                   AtlMatrixCell *cell)
{
  guint from = atl_matrix_cell_get_from (cell);
  guint to = atl_matrix_cell_get_to (cell);

  focus_cell (self, from, to);
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, from, to);
}

static void
add_cells (AtlMatrix *self,
           guint      row)
{
  for (guint column = 0; column < self->n; column++)
    {
      GtkWidget *cell = atl_matrix_cell_new (row, column);

      gtk_widget_set_focusable (cell, row == 0 && column == 0);
      gtk_widget_set_hexpand (cell, TRUE);
      g_signal_connect_object (cell, "activated", G_CALLBACK (cell_activated_cb), self, G_CONNECT_SWAPPED);
      g_ptr_array_add (self->cells, cell);
      gtk_grid_attach (GTK_GRID (self->grid), cell, (int) column + 1, (int) row + 1, 1, 1);
    }
}

static GtkWidget *
make_head (AtlMatrix  *self,
           const char *css_class)
{
  GtkWidget *head = gtk_label_new (NULL);

  gtk_widget_add_css_class (head, "matrix-head");
  gtk_widget_add_css_class (head, css_class);
  gtk_label_set_ellipsize (GTK_LABEL (head), self->large ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_label_set_max_width_chars (GTK_LABEL (head), LONGEST_NAME);
  g_ptr_array_add (self->heads, head);
  return head;
}

static void
rebuild (AtlMatrix *self,
         guint      n)
{
  GtkWidget *child = NULL;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);
  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->heads, 0);
  self->n = n;
  for (guint i = 0; i < n; i++)
    gtk_grid_attach (GTK_GRID (self->grid), make_head (self, "row"), 0, (int) i + 1, 1, 1);
  for (guint i = 0; i < n; i++)
    gtk_grid_attach (GTK_GRID (self->grid), make_head (self, "column"), (int) i + 1, 0, 1, 1);
  for (guint i = 0; i < n; i++)
    add_cells (self, i);
}

/* The sentence, and the numbers behind it. */
static char *
dup_tip (const AtlCell *cell,
         const char    *sentence)
{
  g_autofree char *density = atl_figure_dup_number (cell->density);
  g_autofree char *ratio = atl_figure_dup_number (cell->ratio);
  g_autofree char *intensity = atl_figure_dup_number (cell->intensity);

  return g_strdup_printf ("%s\nd = %s · R = %s · h = %s", sentence, density, ratio, intensity);
}

static void
show_cell (AtlMatrix      *self,
           AtlMeasures    *measures,
           const AtlVoice *voice,
           AtlMatrixCell  *widget)
{
  guint            from = atl_matrix_cell_get_from (widget);
  guint            to = atl_matrix_cell_get_to (widget);
  AtlCell          cell = atl_measures_get_cell (measures, from, to);
  g_autofree char *text = atl_voice_dup_cell (voice, measures, from, to);
  g_autofree char *tip = dup_tip (&cell, text);

  atl_matrix_cell_set (widget, &cell, self->large || self->n <= ROOMY, text);
  if (*text != '\0')
    gtk_widget_set_tooltip_text (GTK_WIDGET (widget), tip);
}

/* The first word that is no article. */
static const char *
skip_articles (const char *name)
{
  const char *space = g_utf8_strchr (name, -1, ' ');

  if (space == NULL || space[1] == '\0' || g_utf8_strlen (name, space - name) > 3 ||
      g_unichar_isupper (g_utf8_get_char (g_utf8_next_char (name))))
    return name;
  return space + 1;
}

static char *
dup_start (const char *name,
           glong       length)
{
  const char *word = skip_articles (name);
  char       *start = g_utf8_substring (word, 0, MIN (length, g_utf8_strlen (word, -1)));

  return g_strchomp (start);
}

static gboolean
is_unlike_others (AtlNetwork *network,
                  guint       silo,
                  glong       length)
{
  g_autofree char *own = dup_start (network->silos[silo].name, length);

  for (guint i = 0; i < network->n_silos; i++)
    {
      g_autofree char *other = dup_start (network->silos[i].name, length);

      if (i != silo && g_strcmp0 (own, other) == 0)
        return FALSE;
    }
  return TRUE;
}

/* For each silo the few letters that tell it from the others. */
static char **
dup_short_names (AtlNetwork *network)
{
  char **names = g_new0 (char *, network->n_silos + 1);

  for (guint i = 0; i < network->n_silos; i++)
    {
      glong length = SHORTEST;

      while (length < LONGEST && !is_unlike_others (network, i, length))
        length++;
      names[i] = dup_start (network->silos[i].name, length);
    }
  return names;
}

static void
show_heads (AtlMatrix  *self,
            AtlNetwork *network)
{
  g_auto (GStrv) names = dup_short_names (network);

  for (guint i = 0; i < 2 * self->n; i++)
    {
      const char *name = network->silos[i % self->n].name;

      gtk_label_set_text (self->heads->pdata[i], self->large && i < self->n ? name : names[i % self->n]);
      gtk_widget_set_tooltip_text (self->heads->pdata[i], name);
      gtk_accessible_update_property (self->heads->pdata[i], GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
    }
}

/* Home and End stay in the row, with Ctrl they go to the corners; the panel does not scroll. */
static gboolean
end_key_cb (GtkWidget *widget,
            GVariant  *args,
            gpointer   data)
{
  AtlMatrix *self = ATL_MATRIX (widget);
  int        at = find_focus (self);
  gboolean   end, corner;
  guint      row;

  g_variant_get (args, "(bb)", &end, &corner);
  if (at < 0)
    return GDK_EVENT_PROPAGATE;
  row = corner ? (end ? self->n - 1 : 0) : (guint) at / self->n;
  focus_cell (self, row, end ? self->n - 1 : 0);
  return GDK_EVENT_STOP;
}

static void
bind_end (GtkWidgetClass *klass,
          guint           key,
          gboolean        end)
{
  gtk_widget_class_add_binding (klass, key, 0, end_key_cb, "(bb)", end, FALSE);
  gtk_widget_class_add_binding (klass, key, GDK_CONTROL_MASK, end_key_cb, "(bb)", end, TRUE);
}

static void
atl_matrix_dispose (GObject *object)
{
  AtlMatrix *self = ATL_MATRIX (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);
  g_clear_pointer (&self->cells, g_ptr_array_unref);
  g_clear_pointer (&self->heads, g_ptr_array_unref);
  G_OBJECT_CLASS (atl_matrix_parent_class)->dispose (object);
}

static void
bind_arrow (GtkWidgetClass *klass,
            guint           key,
            guint           keypad,
            int             down,
            int             across)
{
  gtk_widget_class_add_binding (klass, key, 0, arrow_key_cb, "(ii)", down, across);
  gtk_widget_class_add_binding (klass, keypad, 0, arrow_key_cb, "(ii)", down, across);
}

static void
atl_matrix_class_init (AtlMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = atl_matrix_dispose;
  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", ATL_TYPE_MATRIX, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  bind_arrow (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, -1);
  bind_arrow (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, 1);
  bind_arrow (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, -1, 0);
  bind_arrow (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 1, 0);
  bind_end (widget_class, GDK_KEY_Home, FALSE);
  bind_end (widget_class, GDK_KEY_KP_Home, FALSE);
  bind_end (widget_class, GDK_KEY_End, TRUE);
  bind_end (widget_class, GDK_KEY_KP_End, TRUE);
  gtk_widget_class_set_css_name (widget_class, "matrix");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
atl_matrix_init (AtlMatrix *self)
{
  self->grid = gtk_grid_new ();
  self->cells = g_ptr_array_new ();
  self->heads = g_ptr_array_new ();
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Who gives to whom: rows give, columns receive"), -1);
}

/**
 * atl_matrix_new:
 * @large: whether there is room for whole names
 *
 * Returns: (transfer floating): a matrix without silos
 */
GtkWidget *
atl_matrix_new (gboolean large)
{
  AtlMatrix *self = g_object_new (ATL_TYPE_MATRIX, NULL);

  self->large = large;
  if (large)
    gtk_widget_add_css_class (GTK_WIDGET (self), "large");
  return GTK_WIDGET (self);
}

/**
 * atl_matrix_show:
 * @self: a matrix
 * @measures: the figures of a map
 * @voice: how sentences are said
 */
void
atl_matrix_show (AtlMatrix      *self,
                 AtlMeasures    *measures,
                 const AtlVoice *voice)
{
  g_return_if_fail (ATL_IS_MATRIX (self) && measures != NULL);

  if (self->n != measures->network->n_silos)
    rebuild (self, measures->network->n_silos);
  show_heads (self, measures->network);
  for (guint i = 0; i < self->cells->len; i++)
    show_cell (self, measures, voice, self->cells->pdata[i]);
}

/**
 * atl_matrix_set_lit:
 * @self: a matrix
 * @from: the silo that gives, -1 for no cell
 * @to: the silo that receives
 *
 * Shows which cell is lit on the map.
 */
void
atl_matrix_set_lit (AtlMatrix *self,
                    int        from,
                    int        to)
{
  g_return_if_fail (ATL_IS_MATRIX (self));

  for (guint i = 0; i < self->cells->len; i++)
    atl_matrix_cell_set_lit (self->cells->pdata[i],
                             from >= 0 && (int) i == from * (int) self->n + to);
}

/**
 * atl_matrix_get_cell:
 * @self: a matrix
 * @from: the silo that gives
 * @to: the silo that receives
 *
 * Returns: (transfer none): the cell
 */
GtkWidget *
atl_matrix_get_cell (AtlMatrix *self,
                     guint      from,
                     guint      to)
{
  g_return_val_if_fail (ATL_IS_MATRIX (self) && from < self->n && to < self->n, NULL);
  return self->cells->pdata[from * self->n + to];
}
