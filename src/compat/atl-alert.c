/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/atl-alert.h"

#include <adwaita.h>

#if ADW_CHECK_VERSION(1, 5, 0)
typedef AdwAlertDialog Dialog;
#define DIALOG_TYPE ADW_TYPE_ALERT_DIALOG
#define DIALOG ADW_ALERT_DIALOG
#define ADD_RESPONSE adw_alert_dialog_add_response
#define SET_APPEARANCE adw_alert_dialog_set_response_appearance
#else
typedef AdwMessageDialog Dialog;
#define DIALOG_TYPE ADW_TYPE_MESSAGE_DIALOG
#define DIALOG ADW_MESSAGE_DIALOG
#define ADD_RESPONSE adw_message_dialog_add_response
#define SET_APPEARANCE adw_message_dialog_set_response_appearance
#endif

typedef struct
{
  AtlAlertCallback callback;
  gpointer         user_data;
  AtlAlertAnswer   answer;
} Question;

static gboolean
answer_cb (gpointer data)
{
  Question *question = data;

  question->callback (question->answer, question->user_data);
  return G_SOURCE_REMOVE;
}

/* The answer may close the parent, which the dialog must not outlive: it is given once the dialog is gone. */
static void
answered_cb (Dialog     *dialog,
             const char *response,
             Question   *question)
{
  if (question->callback == NULL)
    return;
  if (g_str_equal (response, "accept"))
    question->answer = ATL_ALERT_ACCEPT;
  else if (g_str_equal (response, "discard"))
    question->answer = ATL_ALERT_DISCARD;
  g_idle_add_full (G_PRIORITY_DEFAULT, answer_cb, g_memdup2 (question, sizeof *question), g_free);
}

static void
question_free (gpointer  question,
               GClosure *closure)
{
  g_free (question);
}

static void
present (Dialog    *dialog,
         GtkWindow *parent)
{
#if ADW_CHECK_VERSION(1, 5, 0)
  adw_dialog_present (ADW_DIALOG (dialog), GTK_WIDGET (parent));
#else
  gtk_window_set_transient_for (GTK_WINDOW (dialog), parent);
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
#endif
}

/**
 * atl_alert_ask:
 * @parent: the window that the question is about
 * @alert: the question
 * @callback: (nullable) (scope async): called once with the answer
 * @user_data: data for @callback
 *
 * Asks a question and comes back at once.
 */
void
atl_alert_ask (GtkWindow       *parent,
               const AtlAlert  *alert,
               AtlAlertCallback callback,
               gpointer         user_data)
{
  Question *question = NULL;
  Dialog   *dialog = NULL;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (alert != NULL);

  question = g_new (Question, 1);
  *question = (Question){ callback, user_data, ATL_ALERT_CANCEL };
  dialog =
    DIALOG (g_object_new (DIALOG_TYPE, "heading", alert->heading, "body", alert->body, "default-response",
                          alert->accept != NULL ? "accept" : "cancel", "close-response", "cancel", NULL));
  ADD_RESPONSE (dialog, "cancel", alert->cancel);
  if (alert->discard != NULL)
    {
      ADD_RESPONSE (dialog, "discard", alert->discard);
      SET_APPEARANCE (dialog, "discard", alert->mild ? ADW_RESPONSE_DEFAULT : ADW_RESPONSE_DESTRUCTIVE);
    }
  if (alert->accept != NULL)
    {
      ADD_RESPONSE (dialog, "accept", alert->accept);
      SET_APPEARANCE (dialog, "accept", ADW_RESPONSE_SUGGESTED);
    }
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  present (dialog, parent);
}
