/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-paste-item.h"

#include "config.h"

#include <glib/gi18n-lib.h>

struct _AtlPasteItem
{
  GObject parent_instance;

  char              *name;
  char              *silo_name;
  char              *role;
  AtlSilo           *silo; /* if there is one of that name already */
  AtlPersonLineState state;
  gboolean           new_silo;
  gboolean           external;
  gboolean           manager;
  gboolean           absent;
};

G_DEFINE_FINAL_TYPE (AtlPasteItem, atl_paste_item, G_TYPE_OBJECT)

static void
atl_paste_item_finalize (GObject *object)
{
  AtlPasteItem *self = ATL_PASTE_ITEM (object);

  g_free (self->name);
  g_free (self->silo_name);
  g_free (self->role);
  g_clear_object (&self->silo);
  G_OBJECT_CLASS (atl_paste_item_parent_class)->finalize (object);
}

static void
atl_paste_item_class_init (AtlPasteItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = atl_paste_item_finalize;
}

static void
atl_paste_item_init (AtlPasteItem *self)
{
}

/**
 * atl_paste_item_new:
 * @line: a line
 * @state: what becomes of it
 * @silo: (nullable): the silo of the session that it names
 * @new_silo: whether it is the first that names a silo which is not there yet
 *
 * Returns: (transfer full): a copy of it
 */
AtlPasteItem *
atl_paste_item_new (const AtlPersonLine *line,
                    AtlPersonLineState   state,
                    AtlSilo             *silo,
                    gboolean             new_silo)
{
  AtlPasteItem *self = g_object_new (ATL_TYPE_PASTE_ITEM, NULL);

  self->name = g_strdup (line->name);
  self->silo_name = g_strdup (line->silo);
  self->role = g_strdup (line->role);
  g_set_object (&self->silo, silo);
  self->state = state;
  self->new_silo = new_silo;
  self->external = line->external || (silo != NULL && atl_silo_get_external (silo));
  self->manager = line->manager;
  self->absent = line->absent;
  return self;
}

/**
 * atl_paste_item_get_name:
 * @self: a line
 *
 * Returns: (transfer none): the name
 */
const char *
atl_paste_item_get_name (AtlPasteItem *self)
{
  return self->name;
}

/**
 * atl_paste_item_get_silo_name:
 * @self: a line
 *
 * Returns: (transfer none): the silo, as pasted
 */
const char *
atl_paste_item_get_silo_name (AtlPasteItem *self)
{
  return self->silo_name;
}

/**
 * atl_paste_item_get_role:
 * @self: a line
 *
 * Returns: (transfer none): the role
 */
const char *
atl_paste_item_get_role (AtlPasteItem *self)
{
  return self->role;
}

/**
 * atl_paste_item_get_silo:
 * @self: a line
 *
 * Returns: (transfer none) (nullable): the silo of the session, %NULL for none or a new one
 */
AtlSilo *
atl_paste_item_get_silo (AtlPasteItem *self)
{
  return self->silo;
}

/**
 * atl_paste_item_is_new:
 * @self: a line
 *
 * Returns: whether it becomes a person
 */
gboolean
atl_paste_item_is_new (AtlPasteItem *self)
{
  return self->state == ATL_PERSON_LINE_NEW;
}

/**
 * atl_paste_item_dup_remark:
 * @self: a line
 *
 * Returns: (transfer full): what else there is to say about it, "" for nothing
 */
char *
atl_paste_item_dup_remark (AtlPasteItem *self)
{
  const char *remarks[5] = { NULL };
  guint       n = 0;

  if (self->state != ATL_PERSON_LINE_NEW)
    return g_strdup (self->state == ATL_PERSON_LINE_KNOWN ? _ ("already in the list") : _ ("twice"));
  if (self->new_silo)
    remarks[n++] = _ ("new silo");
  if (self->external)
    remarks[n++] = _ ("external");
  if (self->manager)
    remarks[n++] = _ ("manager");
  if (self->absent)
    remarks[n++] = _ ("absent");
  return g_strjoinv (", ", (char **) remarks);
}
