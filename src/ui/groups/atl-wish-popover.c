/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/groups/atl-wish-popover.h"

#include "config.h"
#include "model/atl-person.h"
#include "ui/groups/atl-mix-words.h"
#include "util/atl-fold.h"

#include <glib/gi18n-lib.h>

#define MOST_ROWS 40
#define NOBODY G_MAXUINT

/**
 * AtlWishPopover:
 *
 * Picks people by typing some letters and Enter: two of them for a pair to keep together or apart, then two
 * more; or as many as bear a mark.
 */
struct _AtlWishPopover
{
  GtkPopover parent_instance;

  GtkWidget *mark;
  GtkWidget *search;
  GtkWidget *progress;
  GtkWidget *people;

  AtlMixPlan          *plan;
  AtlMixConstraintKind kind;
  char                *first; /* id of the first of a pair, or NULL */
};

G_DEFINE_FINAL_TYPE (AtlWishPopover, atl_wish_popover, GTK_TYPE_POPOVER)

static const char *
get_mark (AtlWishPopover *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->mark));
}

static gboolean
has_mark (AtlWishPopover *self)
{
  g_autofree char *mark = g_strstrip (g_strdup (get_mark (self)));

  return self->kind != ATL_MIX_MARK || *mark != '\0';
}

static char *
dup_progress (AtlWishPopover *self)
{
  AtlMixRoster    *roster = atl_mix_plan_get_roster (self->plan);
  int              first = self->first != NULL ? atl_mix_roster_find (roster, self->first) : -1;
  g_autofree char *name = first >= 0 ? atl_mix_words_dup_person (self->plan, (guint) first) : NULL;

  if (self->kind == ATL_MIX_MARK && !has_mark (self))
    return g_strdup (_ ("Of which each group gets one at most"));
  if (self->kind == ATL_MIX_MARK)
    return g_strdup (_ ("Who is it? Enter adds the person"));
  if (name == NULL)
    return g_strdup (_ ("Who?"));
  /* Translators: %s is a person who is to be in one group with another, or never with another */
  return self->kind == ATL_MIX_TOGETHER ? g_strdup_printf (_ ("%s together with…"), name)
                                        : g_strdup_printf (_ ("%s apart from…"), name);
}

static void
show_progress (AtlWishPopover *self)
{
  g_autofree char *text = self->plan != NULL ? dup_progress (self) : NULL;

  if (text == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->progress), text);
  gtk_widget_set_sensitive (self->people, has_mark (self));
}

static gboolean
matches (AtlWishPopover *self,
         guint           person,
         const char     *words)
{
  AtlPerson       *one = atl_mix_plan_get_roster (self->plan)->people->pdata[person];
  g_autofree char *name = atl_mix_words_dup_person (self->plan, person);
  g_autofree char *all = g_strconcat (name, " ", atl_person_get_name (one), NULL);
  g_autofree char *folded = atl_fold (all);

  return g_strcmp0 (atl_item_get_id (ATL_ITEM (one)), self->first) != 0 && atl_fold_matches (folded, words);
}

static GtkWidget *
make_row (AtlWishPopover *self,
          guint           person)
{
  GtkWidget       *row = gtk_list_box_row_new ();
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  g_autofree char *name = atl_mix_words_dup_person (self->plan, person);
  g_autofree char *silo = atl_mix_words_dup_silo (self->plan, person);
  GtkWidget       *labels[] = { gtk_label_new (name), gtk_label_new (silo) };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0);
      gtk_label_set_ellipsize (GTK_LABEL (labels[i]), PANGO_ELLIPSIZE_END);
      gtk_box_append (GTK_BOX (box), labels[i]);
    }
  gtk_widget_add_css_class (labels[1], "caption");
  gtk_widget_add_css_class (labels[1], "dim-label");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data (G_OBJECT (row), "person", GUINT_TO_POINTER (person));
  return row;
}

static void
list_people (AtlWishPopover *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));
  GtkWidget  *row;
  guint       n = 0;

  while ((row = gtk_widget_get_first_child (self->people)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->people), row);
  for (guint i = 0; i < atl_mix_plan_get_n_people (self->plan) && n < MOST_ROWS; i++)
    if (matches (self, i, words))
      {
        gtk_list_box_append (GTK_LIST_BOX (self->people), make_row (self, i));
        n++;
      }
  gtk_list_box_select_row (GTK_LIST_BOX (self->people),
                           gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->people), 0));
}

static void
add_wish (AtlWishPopover *self,
          const char     *person)
{
  AtlMixWishes    *wishes = atl_mix_plan_get_wishes (self->plan);
  g_autofree char *mark = g_strstrip (g_strdup (get_mark (self)));
  gboolean         added = FALSE;

  if (self->kind == ATL_MIX_MARK)
    added = atl_mix_wishes_add_mark (wishes, mark, person);
  else if (self->first != NULL)
    added = atl_mix_wishes_add_pair (wishes, self->kind, self->first, person);
  else
    {
      self->first = g_strdup (person);
      return;
    }
  g_clear_pointer (&self->first, g_free);
  if (added)
    atl_mix_plan_wishes_changed (self->plan);
}

static void
row_activated_cb (AtlWishPopover *self,
                  GtkListBoxRow  *row)
{
  guint         person = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "person"));
  AtlMixRoster *roster = atl_mix_plan_get_roster (self->plan);

  if (!has_mark (self) || person >= roster->people->len)
    return;
  add_wish (self, atl_item_get_id (roster->people->pdata[person]));
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  list_people (self);
  show_progress (self);
  gtk_widget_grab_focus (self->search);
}

/* The entry waits a moment before it tells what changed; Enter does not. */
static void
search_activated_cb (AtlWishPopover *self)
{
  GtkListBoxRow *row;

  list_people (self);
  row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->people));
  if (row != NULL && *gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    row_activated_cb (self, row);
}

static void
search_stopped_cb (AtlWishPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
mark_activated_cb (AtlWishPopover *self)
{
  if (has_mark (self))
    gtk_widget_grab_focus (self->search);
}

static void
atl_wish_popover_show (GtkWidget *widget)
{
  AtlWishPopover *self = ATL_WISH_POPOVER (widget);

  g_clear_pointer (&self->first, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  list_people (self);
  show_progress (self);
  GTK_WIDGET_CLASS (atl_wish_popover_parent_class)->show (widget);
  gtk_widget_grab_focus (has_mark (self) ? self->search : self->mark);
}

static void
atl_wish_popover_finalize (GObject *object)
{
  AtlWishPopover *self = ATL_WISH_POPOVER (object);

  g_free (self->first);
  g_clear_object (&self->plan);
  G_OBJECT_CLASS (atl_wish_popover_parent_class)->finalize (object);
}

static void
atl_wish_popover_class_init (AtlWishPopoverClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = atl_wish_popover_finalize;
  widget_class->show = atl_wish_popover_show;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/atelier_app/Atelier/ui/groups/"
                                                             "atl-wish-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, AtlWishPopover, mark);
  gtk_widget_class_bind_template_child (widget_class, AtlWishPopover, search);
  gtk_widget_class_bind_template_child (widget_class, AtlWishPopover, progress);
  gtk_widget_class_bind_template_child (widget_class, AtlWishPopover, people);
  gtk_widget_class_bind_template_callback (widget_class, mark_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_progress);
  gtk_widget_class_bind_template_callback (widget_class, list_people);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_stopped_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
atl_wish_popover_init (AtlWishPopover *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * atl_wish_popover_new:
 * @plan: the plan that gets the wishes
 * @kind: together, apart or mark
 *
 * Returns: (transfer floating): a popover
 */
GtkWidget *
atl_wish_popover_new (AtlMixPlan          *plan,
                      AtlMixConstraintKind kind)
{
  AtlWishPopover *self = g_object_new (ATL_TYPE_WISH_POPOVER, NULL);

  self->plan = g_object_ref (plan);
  self->kind = kind;
  gtk_widget_set_visible (self->mark, kind == ATL_MIX_MARK);
  return GTK_WIDGET (self);
}
