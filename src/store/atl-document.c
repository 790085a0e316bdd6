/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-action-notes.h"
#include "store/atl-document-private.h"

#include "store/codec/atl-codec.h"

/**
 * AtlDocument:
 *
 * An open session: its history, its file, and how the two stand to each other.
 */
G_DEFINE_FINAL_TYPE (AtlDocument, atl_document, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_SESSION,
  PROP_HISTORY,
  PROP_PATH,
  PROP_STATE,
  PROP_MODIFIED,
  PROP_READ_ONLY,
  PROP_ERROR_MESSAGE,
  PROP_OUTSIDE,
  PROP_CONFLICT_COPY,
  PROP_RECOVERY_MESSAGE,
  PROP_DAMAGE_MESSAGE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static AtlDocumentState
compute_state (AtlDocument *self)
{
  if (self->saving)
    return ATL_DOCUMENT_SAVING;
  if (self->file.outside != ATL_OUTSIDE_SAME)
    return ATL_DOCUMENT_CONFLICT;
  if (self->error_message != NULL)
    return ATL_DOCUMENT_FAILED;
  return self->file.path != NULL && !self->modified ? ATL_DOCUMENT_SAVED : ATL_DOCUMENT_UNSAVED;
}

/* For the files of the document: brings state and modified up to date. */
void
atl_document_update (AtlDocument *self)
{
  gboolean         modified = !atl_history_get_saved (self->history);
  gboolean         differs = modified != self->modified;
  AtlDocumentState state;

  self->modified = modified;
  state = compute_state (self);
  if (differs)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
  atl_document_mind_retry (self);
  if (state == self->state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STATE]);
}

/* For the files of the document: sets a string that is a property. */
void
atl_document_set_text (AtlDocument *self, char **member, const char *text, const char *property)
{
  if (g_strcmp0 (*member, text) == 0)
    return;
  g_free (*member);
  *member = g_strdup (text);
  g_object_notify (G_OBJECT (self), property);
}

/* For the files of the document: the session as it is now, stamped. */
GBytes *
atl_document_take_bytes (AtlDocument *self)
{
  atl_stamper_stamp (self->stamper);
  return atl_codec_write (self->session);
}

static void
atl_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  AtlDocument *self = ATL_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case PROP_HISTORY:
      g_value_set_object (value, self->history);
      break;
    case PROP_PATH:
      g_value_set_string (value, self->file.path);
      break;
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, self->modified);
      break;
    case PROP_READ_ONLY:
      g_value_set_boolean (value, self->read_only);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    case PROP_OUTSIDE:
      g_value_set_int (value, self->file.outside);
      break;
    case PROP_CONFLICT_COPY:
      g_value_set_string (value, self->file.conflict_copy);
      break;
    case PROP_RECOVERY_MESSAGE:
      g_value_set_string (value, atl_document_get_recovery_message (self));
      break;
    case PROP_DAMAGE_MESSAGE:
      g_value_set_string (value, self->damage_message);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
atl_document_dispose (GObject *object)
{
  AtlDocument *self = ATL_DOCUMENT (object);

  atl_document_stop_keeping (self);
  g_clear_object (&self->file.watch);
  G_OBJECT_CLASS (atl_document_parent_class)->dispose (object);
}

static void
atl_document_finalize (GObject *object)
{
  AtlDocument *self = ATL_DOCUMENT (object);

  g_clear_object (&self->stamper);
  g_clear_object (&self->history);
  g_clear_object (&self->session);
  g_clear_pointer (&self->problems, atl_problems_unref);
  g_clear_pointer (&self->care.opened, g_bytes_unref);
  g_clear_pointer (&self->care.recovery, atl_recovery_unref);
  g_free (self->file.path);
  g_free (self->file.digest);
  g_free (self->file.seen);
  g_free (self->file.conflict_copy);
  g_free (self->error_message);
  g_free (self->damage_message);
  G_OBJECT_CLASS (atl_document_parent_class)->finalize (object);
}

static void
install_string (guint property, const char *name)
{
  properties[property] =
    g_param_spec_string (name, NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
install_boolean (guint property, const char *name)
{
  properties[property] =
    g_param_spec_boolean (name, NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
}

static void
atl_document_class_init (AtlDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags   flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = atl_document_get_property;
  object_class->dispose = atl_document_dispose;
  object_class->finalize = atl_document_finalize;

  properties[PROP_SESSION] =
    g_param_spec_object ("session", NULL, NULL, ATL_TYPE_SESSION, flags);
  properties[PROP_HISTORY] =
    g_param_spec_object ("history", NULL, NULL, ATL_TYPE_HISTORY, flags);
  properties[PROP_STATE] =
    g_param_spec_int ("state", NULL, NULL, ATL_DOCUMENT_SAVED, ATL_DOCUMENT_CONFLICT,
                      ATL_DOCUMENT_UNSAVED, flags);
  properties[PROP_OUTSIDE] =
    g_param_spec_int ("outside", NULL, NULL, ATL_OUTSIDE_SAME, ATL_OUTSIDE_GONE, ATL_OUTSIDE_SAME, flags);
  install_boolean (PROP_MODIFIED, "modified");
  install_boolean (PROP_READ_ONLY, "read-only");
  install_string (PROP_PATH, "path");
  install_string (PROP_ERROR_MESSAGE, "error-message");
  install_string (PROP_CONFLICT_COPY, "conflict-copy");
  install_string (PROP_RECOVERY_MESSAGE, "recovery-message");
  install_string (PROP_DAMAGE_MESSAGE, "damage-message");
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
atl_document_init (AtlDocument *self)
{
  self->state = ATL_DOCUMENT_UNSAVED;
}

/**
 * atl_document_new:
 * @session: a session
 *
 * Returns: (transfer full): a document without a file; the session as it is now counts as unmodified
 */
AtlDocument *
atl_document_new (AtlSession *session)
{
  AtlDocument *self = g_object_new (ATL_TYPE_DOCUMENT, NULL);

  self->session = g_object_ref (session);
  self->history = atl_history_new (session);
  atl_action_notes_follow (session, self->history);
  self->stamper = atl_stamper_new (session);
  self->problems = atl_problems_new ();
  g_signal_connect_object (session, "changed", G_CALLBACK (atl_document_touched), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->history, "notify::saved", G_CALLBACK (atl_document_update), self,
                           G_CONNECT_SWAPPED);
  return self;
}

/**
 * atl_document_get_session:
 * @self: a document
 *
 * Returns: (transfer none): the session
 */
AtlSession *
atl_document_get_session (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->session;
}

/**
 * atl_document_get_history:
 * @self: a document
 *
 * Returns: (transfer none): its undo and redo
 */
AtlHistory *
atl_document_get_history (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->history;
}

/**
 * atl_document_get_problems:
 * @self: a document
 *
 * Returns: (transfer none): what in the file could not be used
 */
AtlProblems *
atl_document_get_problems (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->problems;
}

/**
 * atl_document_get_path:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): its file, or %NULL while it has none
 */
const char *
atl_document_get_path (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->file.path;
}

/**
 * atl_document_get_state:
 * @self: a document
 *
 * Returns: how the session and its file stand to each other
 */
AtlDocumentState
atl_document_get_state (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), ATL_DOCUMENT_UNSAVED);
  return self->state;
}

/**
 * atl_document_get_modified:
 * @self: a document
 *
 * Returns: whether the session differs from what was saved or loaded last
 */
gboolean
atl_document_get_modified (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), FALSE);
  return self->modified;
}

/**
 * atl_document_get_read_only:
 * @self: a document
 *
 * Returns: whether it can be read, but not saved
 */
gboolean
atl_document_get_read_only (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), FALSE);
  return self->read_only;
}

/**
 * atl_document_get_error_message:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): why the last save failed, in the user's words, or %NULL if it did not
 */
const char *
atl_document_get_error_message (AtlDocument *self)
{
  g_return_val_if_fail (ATL_IS_DOCUMENT (self), NULL);
  return self->error_message;
}
