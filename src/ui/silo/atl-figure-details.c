/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/silo/atl-figure-details.h"

#include "config.h"
#include "ui/silo/atl-silo-cards.h"
#include "ui/silo/atl-voice.h"

#include <glib/gi18n-lib.h>

#define MOST_CHARS 34 /* a panel is as wide as its texts want to be */
#define FORMULA "figure-formula"
#define SOURCE "figure-source"

/**
 * atl_figure_details_new:
 * @sentences: (nullable): what only an index says, to begin with
 * @meaning: (nullable): what the figure means, for who has never seen one
 *
 * Returns: (transfer floating): a box for rows of numbers
 */
GtkWidget *
atl_figure_details_new (const char *sentences,
                        const char *meaning)
{
  GtkWidget *self = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_add_css_class (self, "figure-rows");
  gtk_widget_set_can_focus (self, FALSE); /* nothing in it is a stop; an expander asks it even while folded */
  if (sentences != NULL && *sentences != '\0')
    atl_figure_details_add_note (self, sentences, NULL);
  if (meaning != NULL)
    atl_figure_details_add_note (self, meaning, "figure-meaning");
  return self;
}

/**
 * atl_figure_details_add:
 * @self: details
 * @label: what the number is, translated
 * @value: the number in words
 */
void
atl_figure_details_add (GtkWidget  *self,
                        const char *label,
                        const char *value)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *name = gtk_label_new (label);
  GtkWidget *number = gtk_label_new (value);

  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (name), MOST_CHARS - 10);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_widget_set_hexpand (name, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_label_set_selectable (GTK_LABEL (number), FALSE);
  gtk_widget_add_css_class (row, "figure-row");
  gtk_box_append (GTK_BOX (row), name);
  gtk_box_append (GTK_BOX (row), number);
  gtk_box_append (GTK_BOX (self), row);
}

/**
 * atl_figure_details_add_note:
 * @self: details
 * @note: a line of text
 * @css_class: (nullable): how it looks
 */
void
atl_figure_details_add_note (GtkWidget  *self,
                             const char *note,
                             const char *css_class)
{
  GtkWidget *label = gtk_label_new (note);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (self), label);
}

static void
add_number (GtkWidget  *self,
            const char *label,
            double      value)
{
  g_autofree char *text = atl_figure_dup_number (value);

  atl_figure_details_add (self, label, text);
}

static void
add_percent (GtkWidget  *self,
             const char *label,
             double      value)
{
  g_autofree char *text = atl_figure_dup_percent (value);

  atl_figure_details_add (self, label, text);
}

/* A number with what it was divided from: “0.052 (3 / 58)”. */
static void
add_quotient (GtkWidget  *self,
              const char *label,
              double      value,
              guint64     count,
              guint64     total)
{
  g_autofree char *number = atl_figure_dup_number (value);
  g_autofree char *ratio = atl_figure_dup_ratio (count, total);
  g_autofree char *text = g_strdup_printf ("%s (%s)", number, ratio);

  atl_figure_details_add (self, label, total > 0 ? text : number);
}

/**
 * atl_figure_details_add_density:
 * @self: details
 * @measures: the figures of a map
 *
 * Adds SILO-METHOD §3.
 */
void
atl_figure_details_add_density (GtkWidget   *self,
                                AtlMeasures *measures)
{
  const AtlDensity *density = &measures->density;
  guint64           n = measures->network->n_nodes;

  add_quotient (self, _ ("Density D"), density->overall, measures->network->n_arcs, n > 0 ? n * (n - 1) : 0);
  add_quotient (self, _ ("Within silos D_in"), density->within, density->n_within, density->possible_within);
  add_quotient (self, _ ("Between silos D_out"), density->between, density->n_between,
                density->possible_between);
  add_number (self, _ ("Contrast K"), density->contrast);
  atl_figure_details_add_note (self, "D = L / (n(n − 1)) · K = D_in / D_out", FORMULA);
  atl_figure_details_add_note (self, "Wasserman, Faust, Social Network Analysis, 1994", SOURCE);
}

/**
 * atl_figure_details_add_ei:
 * @self: details
 * @measures: the figures of a map
 *
 * Adds SILO-METHOD §4.
 */
void
atl_figure_details_add_ei (GtkWidget   *self,
                           AtlMeasures *measures)
{
  const AtlEi     *ei = &measures->ei;
  g_autofree char *min = atl_figure_dup_number (ei->min);
  g_autofree char *max = atl_figure_dup_number (ei->max);
  g_autofree char *range = g_strdup_printf ("%s … %s", min, max);

  add_quotient (self, _ ("Share of linked pairs across silos X"), ei->share, ei->external,
                (guint64) ei->external + ei->internal);
  add_quotient (self, _ ("Reference at random X*"), ei->expected_share, ei->possible_external,
                ei->possible_external + ei->possible_internal);
  add_number (self, _ ("E-I index"), ei->index);
  add_number (self, _ ("Reference at random EI*"), ei->expected_index);
  atl_figure_details_add (self, _ ("Attainable range"), range);
  add_number (self, _ ("Rescaled EI_r"), ei->rescaled);
  if (measures->network->n_nodes >= 12)
    add_number (self, _ ("Shuffles with an index as low, p"), ei->p);
  atl_figure_details_add_note (self, "EI = (E − I) / (E + I) · X = E / (E + I) · X* = E* / (E* + I*)",
                               FORMULA);
  atl_figure_details_add_note (self,
                               "Krackhardt, Stern, Social Psychology Quarterly 51(2), 1988; UCINET",
                               SOURCE);
}

/**
 * atl_figure_details_add_reciprocity:
 * @self: details
 * @measures: the figures of a map
 *
 * Adds SILO-METHOD §5.
 */
void
atl_figure_details_add_reciprocity (GtkWidget   *self,
                                    AtlMeasures *measures)
{
  const AtlReciprocity *reciprocity = &measures->reciprocity;

  add_quotient (self, _ ("All links ρ"), reciprocity->overall, reciprocity->n_mutual,
                measures->network->n_arcs);
  add_quotient (self, _ ("Between silos ρ_x"), reciprocity->cross, reciprocity->n_mutual_cross,
                reciprocity->n_cross);
  add_number (self, _ ("By strength ρ_w"), reciprocity->weighted);
  atl_figure_details_add_note (self, "ρ = |{i→j : j→i}| / L · ρ_w = Σ min(w_ij, w_ji) / W", FORMULA);
  atl_figure_details_add_note (self, "Squartini et al., Scientific Reports 3:2729, 2013", SOURCE);
}

/**
 * atl_figure_details_add_broker:
 * @self: details
 * @measures: the figures of a map
 * @node: the node that they are about
 *
 * Adds SILO-METHOD §7 for one node.
 */
void
atl_figure_details_add_broker (GtkWidget   *self,
                               AtlMeasures *measures,
                               guint        node)
{
  const AtlBrokers *brokers = measures->brokers;

  add_percent (self, _ ("Share of the connections between silos b"), brokers->shares[node]);
  add_number (self, _ ("Paths between silos through them B_x"), brokers->cross[node]);
  add_number (self, _ ("Pairs that can reach each other N_x"), (double) brokers->cross_pairs[node]);
  add_number (self, _ ("Betweenness B′"), brokers->normalized[node]);
  atl_figure_details_add_note (self, "b(v) = B_x(v) / N_x(v) · B(v) = Σ σ_st(v) / σ_st", FORMULA);
  atl_figure_details_add_note (self, "Freeman, Sociometry 40, 1977; Brandes, J. Math. Sociology 25(2), 2001",
                               SOURCE);
}

/**
 * atl_figure_details_add_modularity:
 * @self: details
 * @measures: the figures of a map
 *
 * Adds SILO-METHOD §8.
 */
void
atl_figure_details_add_modularity (GtkWidget   *self,
                                   AtlMeasures *measures)
{
  add_number (self, _ ("Modularity Q"), measures->modularity);
  add_number (self, _ ("Directed, by strength Q_dw"), measures->modularity_weighted);
  atl_figure_details_add_note (self, "Q = Σ_s [ I_s/m − (k_s/2m)² ]", FORMULA);
  atl_figure_details_add_note (self, "Newman, Girvan, Phys. Rev. E 69, 2004; Leicht, Newman, PRL 100, 2008",
                               SOURCE);
}

/**
 * atl_figure_details_new_overall:
 * @measures: the figures of a map
 *
 * Makes what SILO-METHOD §§3 and 5 say of a map without silos.
 *
 * Returns: (transfer floating): the details
 */
GtkWidget *
atl_figure_details_new_overall (AtlMeasures *measures)
{
  GtkWidget *self = atl_figure_details_new (NULL, NULL);
  guint64    n = measures->network->n_nodes;

  add_quotient (self, _ ("Density D"), measures->density.overall, measures->network->n_arcs,
                n > 0 ? n * (n - 1) : 0);
  add_quotient (self, _ ("All links ρ"), measures->reciprocity.overall, measures->reciprocity.n_mutual,
                measures->network->n_arcs);
  atl_figure_details_add_note (self, "D = L / (n(n − 1)) · ρ = |{i→j : j→i}| / L", FORMULA);
  return self;
}

static void
attach (GtkWidget  *table,
        const char *text,
        int         column,
        int         row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0 : 1);
  gtk_label_set_ellipsize (GTK_LABEL (label), column == 0 ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_NONE);
  gtk_widget_set_hexpand (label, column == 0);
  gtk_widget_add_css_class (label, row == 0 ? "figure-column" : "numeric");
  if (column == 0)
    gtk_widget_set_tooltip_text (label, text);
  gtk_grid_attach (GTK_GRID (table), label, column, row, 1, 1);
}

static void
attach_silo (GtkWidget   *table,
             AtlMeasures *measures,
             guint        silo)
{
  const AtlSiloMeasures *figures = &measures->silos[silo];
  g_autofree char       *ei = atl_figure_dup_number (figures->ei);
  g_autofree char       *random = atl_figure_dup_number (atl_silo_cards_get_reference (measures, silo));
  g_autofree char       *external = g_strdup_printf ("%u", figures->external);
  g_autofree char       *internal = g_strdup_printf ("%u", figures->internal);
  g_autofree char       *holders = g_strdup_printf ("%u", figures->n_holders);
  const char            *texts[] = { measures->network->silos[silo].name, ei, random, external, internal,
                                     holders };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    attach (table, texts[i], (int) i, (int) silo + 1);
}

/**
 * atl_figure_details_new_silos:
 * @measures: the figures of a map
 *
 * Makes the table of SILO-METHOD §§4 and 6: for each silo its index beside its reference, its linked pairs
 * outside and inside, and how many of its members have a link outside.
 *
 * Returns: (transfer floating): the details
 */
GtkWidget *
atl_figure_details_new_silos (AtlMeasures *measures)
{
  const char *heads[] = { "", "EI_s", "EI_s*", "E_s", "I_s", "h" };
  GtkWidget  *self = atl_figure_details_new (NULL, NULL);
  GtkWidget  *table = gtk_grid_new ();

  gtk_widget_add_css_class (table, "figure-table");
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    attach (table, heads[i], (int) i, 0);
  for (guint i = 0; i < MIN (measures->network->n_silos, ATL_SILO_CARDS_MOST); i++)
    attach_silo (table, measures, i);
  gtk_box_append (GTK_BOX (self), table);
  atl_figure_details_add_note (self, _ ("E_s, I_s: linked pairs outside and inside; h: members with "
                                        "a link outside; *: if links were placed at random"),
                               SOURCE);
  atl_figure_details_add_note (self, "EI_s = (E_s − I_s) / (E_s + I_s) · E_s* = n_s (n − n_s) · "
                                     "I_s* = n_s (n_s − 1) / 2",
                               FORMULA);
  return self;
}
