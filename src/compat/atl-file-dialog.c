/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compat/atl-file-dialog.h"

typedef struct
{
  AtlFileAim       aim;
  AtlFileCallback  callback;
  AtlFilesCallback many; /* NULL: one file is asked for */
  gpointer         user_data;
} Question;

static void
question_answer_many (Question   *question,
                      GListModel *files)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv)           paths = NULL;

  for (guint i = 0; files != NULL && i < g_list_model_get_n_items (files); i++)
    {
      g_autoptr (GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) != NULL)
        g_strv_builder_add (builder, g_file_peek_path (file));
    }
  paths = g_strv_builder_end (builder);
  question->many (files != NULL ? (const char *const *) paths : NULL, question->user_data);
  g_free (question);
}

static void
question_answer (Question *question,
                 GFile    *file)
{
  g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;

  question->callback (path, question->user_data);
  g_free (question);
}

static GtkFileFilter *
make_filter (const AtlFileRequest *request)
{
  GtkFileFilter *filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, request->filter_name);
  gtk_file_filter_add_pattern (filter, request->pattern);
  return filter;
}

#if GTK_CHECK_VERSION(4, 10, 0)

static void
answered_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  GtkFileDialog    *dialog = GTK_FILE_DIALOG (source);
  Question         *question = user_data;
  g_autoptr (GFile) file = NULL;

  if (question->many != NULL)
    {
      g_autoptr (GListModel) files = gtk_file_dialog_open_multiple_finish (dialog, result, NULL);

      question_answer_many (question, files);
      return;
    }
  if (question->aim == ATL_FILE_OPEN)
    file = gtk_file_dialog_open_finish (dialog, result, NULL);
  else if (question->aim == ATL_FILE_SAVE)
    file = gtk_file_dialog_save_finish (dialog, result, NULL);
  else
    file = gtk_file_dialog_select_folder_finish (dialog, result, NULL);
  question_answer (question, file);
}

static void
set_filter (GtkFileDialog        *dialog,
            const AtlFileRequest *request)
{
  g_autoptr (GtkFileFilter) filter = make_filter (request);
  g_autoptr (GListStore)    filters = g_list_store_new (GTK_TYPE_FILE_FILTER);

  g_list_store_append (filters, filter);
  gtk_file_dialog_set_filters (dialog, G_LIST_MODEL (filters));
}

static void
ask (GtkWindow            *parent,
     const AtlFileRequest *request,
     Question             *question)
{
  g_autoptr (GtkFileDialog) dialog = gtk_file_dialog_new ();
  g_autoptr (GFile)         folder = request->folder != NULL ? g_file_new_for_path (request->folder) : NULL;

  gtk_file_dialog_set_title (dialog, request->title);
  if (request->accept != NULL)
    gtk_file_dialog_set_accept_label (dialog, request->accept);
  if (folder != NULL)
    gtk_file_dialog_set_initial_folder (dialog, folder);
  if (request->name != NULL)
    gtk_file_dialog_set_initial_name (dialog, request->name);
  if (request->pattern != NULL)
    set_filter (dialog, request);
  if (question->many != NULL)
    gtk_file_dialog_open_multiple (dialog, parent, NULL, answered_cb, question);
  else if (request->aim == ATL_FILE_OPEN)
    gtk_file_dialog_open (dialog, parent, NULL, answered_cb, question);
  else if (request->aim == ATL_FILE_SAVE)
    gtk_file_dialog_save (dialog, parent, NULL, answered_cb, question);
  else
    gtk_file_dialog_select_folder (dialog, parent, NULL, answered_cb, question);
}

#else

static const GtkFileChooserAction actions[] = {
  [ATL_FILE_OPEN] = GTK_FILE_CHOOSER_ACTION_OPEN,
  [ATL_FILE_SAVE] = GTK_FILE_CHOOSER_ACTION_SAVE,
  [ATL_FILE_FOLDER] = GTK_FILE_CHOOSER_ACTION_SELECT_FOLDER,
};

static void
answered_cb (GtkNativeDialog *dialog,
             int              response,
             Question        *question)
{
  g_autoptr (GFile) file = NULL;

  g_autoptr (GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT && question->many != NULL)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  else if (response == GTK_RESPONSE_ACCEPT)
    file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (question->many != NULL)
    question_answer_many (question, files);
  else
    question_answer (question, file);
  g_object_unref (dialog);
}

static void
ask (GtkWindow            *parent,
     const AtlFileRequest *request,
     Question             *question)
{
  GtkFileChooserNative *dialog = NULL;
  g_autoptr (GFile)     folder = request->folder != NULL ? g_file_new_for_path (request->folder) : NULL;

  dialog = gtk_file_chooser_native_new (request->title, parent, actions[request->aim], request->accept, NULL);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), question->many != NULL);
  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (dialog), folder, NULL);
  if (request->name != NULL && request->aim == ATL_FILE_SAVE)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), request->name);
  if (request->pattern != NULL)
    {
      g_autoptr (GtkFileFilter) filter = make_filter (request);

      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), filter);
    }
  g_signal_connect (dialog, "response", G_CALLBACK (answered_cb), question);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

#endif

/**
 * atl_file_dialog_ask:
 * @parent: (nullable): the window it stands over
 * @request: what to ask for
 * @callback: (scope async): called once with a path, or %NULL if the user backed out
 * @user_data: data for @callback
 *
 * Asks for a file or a folder and comes back at once. The chooser itself asks before a file is replaced.
 */
void
atl_file_dialog_ask (GtkWindow            *parent,
                     const AtlFileRequest *request,
                     AtlFileCallback       callback,
                     gpointer              user_data)
{
  Question *question = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (request != NULL && callback != NULL);

  question = g_new (Question, 1);
  *question = (Question){ request->aim, callback, NULL, user_data };
  ask (parent, request, question);
}

/**
 * atl_file_dialog_ask_many:
 * @parent: (nullable): the window it stands over
 * @request: what to ask for; the aim is %ATL_FILE_OPEN
 * @callback: (scope async): called once with paths, or %NULL if the user backed out
 * @user_data: for @callback
 *
 * Asks for one or several files and comes back at once.
 */
void
atl_file_dialog_ask_many (GtkWindow            *parent,
                          const AtlFileRequest *request,
                          AtlFilesCallback      callback,
                          gpointer              user_data)
{
  Question *question = NULL;

  g_return_if_fail (parent == NULL || GTK_IS_WINDOW (parent));
  g_return_if_fail (request != NULL && callback != NULL);

  question = g_new (Question, 1);
  *question = (Question){ ATL_FILE_OPEN, NULL, callback, user_data };
  ask (parent, request, question);
}
