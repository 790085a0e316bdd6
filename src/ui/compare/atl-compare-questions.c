/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/compare/atl-compare-questions.h"

#include "config.h"
#include "exchange/atl-network-names.h"
#include "ui/compare/atl-compare-names.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* A node of the earlier map, and who it may be on the later one. */
typedef struct
{
  guint      node;
  guint      n_candidates;
  guint     *candidates;
  GPtrArray *buttons; /* GtkCheckButton: of each candidate, then of nobody */
} Question;

/**
 * AtlCompareQuestions:
 *
 * One question for each node of the earlier map whose name does not tell who it is. A question that is left
 * open leaves that node out.
 */
struct _AtlCompareQuestions
{
  GtkBox parent_instance;

  AtlCompareResult *result;
  AtlMatching      *matching; /* before anybody was asked */
  GPtrArray        *questions;
};

G_DEFINE_FINAL_TYPE (AtlCompareQuestions, atl_compare_questions, GTK_TYPE_BOX)

static void
question_free (gpointer data)
{
  Question *question = data;

  g_free (question->candidates);
  g_ptr_array_unref (question->buttons);
  g_free (question);
}

/* Nobody is two people: who is chosen here is no longer chosen elsewhere. */
static void
take_from_others (AtlCompareQuestions *self,
                  Question            *chosen,
                  guint                candidate)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = self->questions->pdata[i];

      for (guint j = 0; question != chosen && j < question->n_candidates; j++)
        if (question->candidates[j] == candidate &&
            gtk_check_button_get_active (question->buttons->pdata[j]))
          gtk_check_button_set_active (question->buttons->pdata[question->n_candidates], TRUE);
    }
}

static void
toggled_cb (AtlCompareQuestions *self,
            GtkCheckButton      *button)
{
  if (!gtk_check_button_get_active (button))
    return;
  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = self->questions->pdata[i];

      for (guint j = 0; j < question->n_candidates; j++)
        if (question->buttons->pdata[j] == button)
          take_from_others (self, question, question->candidates[j]);
    }
}

static void
add_choice (AtlCompareQuestions *self,
            Question            *question,
            GtkWidget           *list,
            const char          *title,
            const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_check_button_new ();

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  if (question->buttons->len > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (button), question->buttons->pdata[0]);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), button);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), button);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, subtitle, -1);
  gtk_list_box_append (GTK_LIST_BOX (list), row);
  g_ptr_array_add (question->buttons, button);
  g_signal_connect_object (button, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
}

static void
add_candidates (AtlCompareQuestions *self,
                Question            *question,
                GtkWidget           *list)
{
  AtlCompareSide *side = &self->result->after;

  for (guint i = 0; i < question->n_candidates; i++)
    {
      guint            node = question->candidates[i];
      g_autofree char *name = atl_network_names_dup_shown (side->network, node, side->session);
      g_autofree char *hint = atl_compare_names_dup_hint (side, node);

      add_choice (self, question, list, name, hint);
    }
  add_choice (self, question, list, _ ("Nobody of These"), "");
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static void
add_question (AtlCompareQuestions *self,
              guint                node)
{
  AtlCompareSide  *side = &self->result->before;
  Question        *question = g_new0 (Question, 1);
  GtkWidget       *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget       *list = gtk_list_box_new ();
  g_autofree char *name = atl_network_names_dup_shown (side->network, node, side->session);
  g_autofree char *hint = atl_compare_names_dup_hint (side, node);
  /* Translators: %s is the name of somebody who may be another person of the same name */
  g_autofree char *title = g_strdup_printf (_ ("Is this the same %s?"), name);
  /* Translators: %s says in which silo somebody is, and linked with whom */
  g_autofree char *subtitle = g_strdup_printf (_ ("On the earlier map: %s"), hint);

  question->node = node;
  question->buttons = g_ptr_array_new ();
  question->candidates = atl_matching_dup_candidates (self->matching, self->result->before.network,
                                                      self->result->after.network, node,
                                                      &question->n_candidates);
  g_ptr_array_add (self->questions, question);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  add_candidates (self, question, list);
  gtk_box_append (GTK_BOX (box), make_label (title, "heading"));
  gtk_box_append (GTK_BOX (box), make_label (subtitle, "dim-label"));
  gtk_box_append (GTK_BOX (box), list);
  gtk_box_append (GTK_BOX (self), box);
}

static void
recall (AtlCompareQuestions *self,
        AtlCompareAnswer    *answer)
{
  for (guint i = 0; i < self->questions->len; i++)
    {
      Question *question = self->questions->pdata[i];

      if (g_strcmp0 (self->result->before.network->nodes[question->node].id, answer->before) != 0)
        continue;
      for (guint j = 0; j < question->n_candidates; j++)
        if (g_strcmp0 (self->result->after.network->nodes[question->candidates[j]].id, answer->after) == 0)
          gtk_check_button_set_active (question->buttons->pdata[j], TRUE);
      if (answer->after == NULL)
        gtk_check_button_set_active (question->buttons->pdata[question->n_candidates], TRUE);
    }
}

static void
atl_compare_questions_finalize (GObject *object)
{
  AtlCompareQuestions *self = ATL_COMPARE_QUESTIONS (object);

  g_ptr_array_unref (self->questions);
  g_clear_pointer (&self->matching, atl_matching_free);
  g_clear_pointer (&self->result, atl_compare_result_unref);
  G_OBJECT_CLASS (atl_compare_questions_parent_class)->finalize (object);
}

static void
atl_compare_questions_class_init (AtlCompareQuestionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_compare_questions_finalize;
}

static void
atl_compare_questions_init (AtlCompareQuestions *self)
{
  self->questions = g_ptr_array_new_with_free_func (question_free);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 24);
}

/**
 * atl_compare_questions_new:
 * @result: two maps compared
 * @answers: (element-type AtlCompareAnswer): what was answered before
 *
 * Returns: (transfer floating): the questions that the names leave
 */
GtkWidget *
atl_compare_questions_new (AtlCompareResult *result,
                           GPtrArray        *answers)
{
  AtlCompareQuestions *self = g_object_new (ATL_TYPE_COMPARE_QUESTIONS, NULL);

  self->result = atl_compare_result_ref (result);
  self->matching = atl_matching_new (result->before.network, result->after.network);
  for (guint i = 0; i < result->asked->len; i++)
    add_question (self, g_array_index (result->asked, guint, i));
  for (guint i = 0; i < answers->len; i++)
    recall (self, answers->pdata[i]);
  return GTK_WIDGET (self);
}

static AtlCompareAnswer *
dup_answer (AtlCompareQuestions *self,
            Question            *question)
{
  const char *before = self->result->before.network->nodes[question->node].id;

  for (guint i = 0; i < question->n_candidates; i++)
    if (gtk_check_button_get_active (question->buttons->pdata[i]))
      return atl_compare_answer_new (before, self->result->after.network->nodes[question->candidates[i]].id);
  if (gtk_check_button_get_active (question->buttons->pdata[question->n_candidates]))
    return atl_compare_answer_new (before, NULL);
  return NULL;
}

/**
 * atl_compare_questions_dup_answers:
 * @self: questions
 *
 * Returns: (transfer full) (element-type AtlCompareAnswer): what is answered; questions left open are not in
 *   it
 */
GPtrArray *
atl_compare_questions_dup_answers (AtlCompareQuestions *self)
{
  GPtrArray *answers = g_ptr_array_new_with_free_func ((GDestroyNotify) atl_compare_answer_free);

  for (guint i = 0; i < self->questions->len; i++)
    {
      AtlCompareAnswer *answer = dup_answer (self, self->questions->pdata[i]);

      if (answer != NULL)
        g_ptr_array_add (answers, answer);
    }
  return answers;
}

/**
 * atl_compare_questions_get_n:
 * @self: questions
 *
 * Returns: how many there are
 */
guint
atl_compare_questions_get_n (AtlCompareQuestions *self)
{
  return self->questions->len;
}

/**
 * atl_compare_questions_answer:
 * @self: questions
 * @question: one of them
 * @choice: one of its candidates; behind the last of them stands nobody
 *
 * Answers as a click does.
 */
void
atl_compare_questions_answer (AtlCompareQuestions *self,
                              guint                question,
                              guint                choice)
{
  Question *asked;

  g_return_if_fail (ATL_IS_COMPARE_QUESTIONS (self) && question < self->questions->len);

  asked = self->questions->pdata[question];
  g_return_if_fail (choice < asked->buttons->len);
  gtk_check_button_set_active (asked->buttons->pdata[choice], TRUE);
}
