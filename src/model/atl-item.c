/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/atl-item.h"

#include "model/atl-change.h"
#include "model/atl-session.h"

/**
 * AtlItem:
 *
 * Anything that is kept in a session: it has an id, stored properties declared in the table of its class,
 * and a
 * place in a list. The table is all that saving, undoing, recovering and merging need to know of a class.
 */
typedef struct
{
  char          *id;
  AtlList       *list; /* weak: where it lives */
  gpointer       carried;
  GDestroyNotify carried_unref;
} AtlItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (AtlItem, atl_item, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_ID,
  FIRST_FIELD_PROP,
};

static AtlItemPrivate *
get_private (AtlItem *self)
{
  return atl_item_get_instance_private (self);
}

static gpointer
field_address (AtlItem        *self,
               const AtlField *field)
{
  return G_STRUCT_MEMBER_P (self, field->offset);
}

static const AtlField *
get_field (AtlItem *self,
           guint    index)
{
  g_assert (index < ATL_ITEM_GET_CLASS (self)->n_fields);
  return &ATL_ITEM_GET_CLASS (self)->fields[index];
}

/* The value of @field, borrowed from the item. */
static AtlValue
peek (AtlItem        *self,
      const AtlField *field)
{
  gpointer address = field_address (self, field);

  if (atl_value_type_is_text (field->type))
    return atl_value_string (field->type, *(char **) address);
  if (field->type == ATL_VALUE_STRV)
    return atl_value_strv (*(const char *const **) address);
  if (field->type == ATL_VALUE_VARIANT)
    return atl_value_variant (*(GVariant **) address);
  return atl_value_int (field->type, *(int *) address);
}

/* Makes @value, which must own its contents, the value of @field. The old contents are not freed. */
static void
poke (AtlItem        *self,
      const AtlField *field,
      const AtlValue *value)
{
  gpointer address = field_address (self, field);

  if (atl_value_type_is_text (field->type))
    *(char **) address = value->string;
  else if (field->type == ATL_VALUE_STRV)
    *(char ***) address = value->strv;
  else if (field->type == ATL_VALUE_VARIANT)
    *(GVariant **) address = value->variant;
  else
    *(int *) address = value->integer;
}

static void
value_to_gvalue (const AtlValue *value,
                 GValue         *target)
{
  if (G_VALUE_HOLDS_STRING (target))
    g_value_set_string (target, value->string);
  else if (G_VALUE_HOLDS_BOXED (target))
    g_value_set_boxed (target, value->strv);
  else if (G_VALUE_HOLDS_VARIANT (target))
    g_value_set_variant (target, value->variant);
  else if (G_VALUE_HOLDS_BOOLEAN (target))
    g_value_set_boolean (target, value->integer);
  else if (G_VALUE_HOLDS_ENUM (target))
    g_value_set_enum (target, value->integer);
  else
    g_value_set_int (target, value->integer);
}

static AtlValue
value_from_gvalue (const AtlField *field,
                   const GValue   *source)
{
  if (atl_value_type_is_text (field->type))
    return atl_value_string (field->type, g_value_get_string (source));
  if (field->type == ATL_VALUE_STRV)
    return atl_value_strv (g_value_get_boxed (source));
  if (field->type == ATL_VALUE_VARIANT)
    return atl_value_variant (g_value_get_variant (source));
  if (field->type == ATL_VALUE_BOOLEAN)
    return atl_value_int (field->type, g_value_get_boolean (source));
  if (field->type == ATL_VALUE_ENUM)
    return atl_value_int (field->type, g_value_get_enum (source));
  return atl_value_int (field->type, g_value_get_int (source));
}

static void
atl_item_get_property (GObject    *object,
                       guint       prop_id,
                       GValue     *value,
                       GParamSpec *pspec)
{
  AtlItem *self = ATL_ITEM (object);

  if (pspec->owner_type == ATL_TYPE_ITEM)
    {
      g_value_set_string (value, get_private (self)->id);
      return;
    }
  const AtlField *field = get_field (self, prop_id - FIRST_FIELD_PROP);
  if (field->type == ATL_VALUE_LIST)
    {
      g_value_set_object (value, *(AtlList **) field_address (self, field));
      return;
    }
  AtlValue current = peek (self, field);
  value_to_gvalue (&current, value);
}

static void
atl_item_set_property (GObject      *object,
                       guint         prop_id,
                       const GValue *value,
                       GParamSpec   *pspec)
{
  AtlItem *self = ATL_ITEM (object);

  if (pspec->owner_type == ATL_TYPE_ITEM)
    {
      get_private (self)->id = g_value_dup_string (value);
      return;
    }
  AtlValue wanted = value_from_gvalue (get_field (self, prop_id - FIRST_FIELD_PROP), value);
  atl_item_set_value (self, prop_id - FIRST_FIELD_PROP, &wanted);
}

static void
set_default (AtlItem        *self,
             const AtlField *field)
{
  AtlValue value = atl_value_int (field->type, field->fallback);

  if (atl_value_type_is_text (field->type))
    value.string = g_strdup ("");
  else if (field->type == ATL_VALUE_STRV || field->type == ATL_VALUE_VARIANT)
    value.strv = NULL;
  if (field->type == ATL_VALUE_LIST)
    *(AtlList **) field_address (self, field) = atl_list_new (field->value_type (), self);
  else
    poke (self, field, &value);
}

static void
atl_item_constructed (GObject *object)
{
  AtlItem      *self = ATL_ITEM (object);
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (self);

  G_OBJECT_CLASS (atl_item_parent_class)->constructed (object);
  if (get_private (self)->id == NULL)
    get_private (self)->id = g_uuid_string_random ();
  for (guint i = 0; i < klass->n_fields; i++)
    set_default (self, &klass->fields[i]);
}

static void
free_field (AtlItem        *self,
            const AtlField *field)
{
  if (field->type == ATL_VALUE_LIST)
    {
      AtlList **list = field_address (self, field);

      atl_list_disown (*list);
      g_clear_object (list);
      return;
    }
  AtlValue value = peek (self, field);
  if (field->type == ATL_VALUE_STRV)
    value.strv = *(char ***) field_address (self, field);
  else if (field->type == ATL_VALUE_VARIANT)
    value.variant = *(GVariant **) field_address (self, field);
  atl_value_clear (&value);
}

static void
atl_item_finalize (GObject *object)
{
  AtlItem        *self = ATL_ITEM (object);
  AtlItemPrivate *priv = get_private (self);
  AtlItemClass   *klass = ATL_ITEM_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    free_field (self, &klass->fields[i]);
  if (priv->carried_unref != NULL && priv->carried != NULL)
    priv->carried_unref (priv->carried);
  g_clear_pointer (&priv->id, g_free);
  G_OBJECT_CLASS (atl_item_parent_class)->finalize (object);
}

static void
atl_item_class_init (AtlItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  klass->rank_field = -1;
  object_class->get_property = atl_item_get_property;
  object_class->set_property = atl_item_set_property;
  object_class->constructed = atl_item_constructed;
  object_class->finalize = atl_item_finalize;

  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;
  GParamSpec *pspec = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  g_object_class_install_property (object_class, PROP_ID, pspec);
}

static void
atl_item_init (AtlItem *self)
{
}

/* Stored properties carry a flag of their own and, in the three bits above it, their merge group. */
#define ATL_PARAM_STORED (1u << G_PARAM_USER_SHIFT)

static GParamFlags
field_flags (const AtlField *field)
{
  guint flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  if (field->type != ATL_VALUE_LIST)
    flags |= G_PARAM_WRITABLE;
  flags |= ATL_PARAM_STORED | ((guint) field->group << (G_PARAM_USER_SHIFT + 1));
  return (GParamFlags) flags;
}

static GParamSpec *
field_pspec (const AtlField *field)
{
  GParamFlags flags = field_flags (field);
  const char *name = field->name;

  switch (field->type)
    {
    case ATL_VALUE_INT:
      return g_param_spec_int (name, NULL, NULL, field->min, field->max, field->fallback, flags);
    case ATL_VALUE_BOOLEAN:
      return g_param_spec_boolean (name, NULL, NULL, field->fallback, flags);
    case ATL_VALUE_ENUM:
      return g_param_spec_enum (name, NULL, NULL, field->value_type (), field->fallback, flags);
    case ATL_VALUE_STRV:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case ATL_VALUE_VARIANT:
      return g_param_spec_variant (name, NULL, NULL, G_VARIANT_TYPE_VARDICT, NULL, flags);
    case ATL_VALUE_LIST:
      return g_param_spec_object (name, NULL, NULL, ATL_TYPE_LIST, flags);
    case ATL_VALUE_STRING:
    case ATL_VALUE_REF:
    case ATL_VALUE_DATE:
    case ATL_VALUE_RANK:
    default:
      return g_param_spec_string (name, NULL, NULL, "", flags);
    }
}

/**
 * atl_item_class_install_fields:
 * @klass: the class of a kind of items, in its class_init
 * @fields: (array length=n_fields): its stored properties, in the order in which files hold them
 * @n_fields: their number
 *
 * Declares the stored properties of a class. @fields must stay valid for ever.
 */
void
atl_item_class_install_fields (AtlItemClass   *klass,
                               const AtlField *fields,
                               guint           n_fields)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  /* GObject clears these two in every subclass. */
  object_class->get_property = atl_item_get_property;
  object_class->set_property = atl_item_set_property;
  klass->fields = fields;
  klass->n_fields = n_fields;
  klass->pspecs = g_new0 (GParamSpec *, n_fields);
  klass->rank_field = -1;
  for (guint i = 0; i < n_fields; i++)
    {
      klass->pspecs[i] = field_pspec (&fields[i]);
      g_object_class_install_property (object_class, FIRST_FIELD_PROP + i, klass->pspecs[i]);
      if (fields[i].type == ATL_VALUE_RANK)
        klass->rank_field = (int) i;
    }
}

/**
 * atl_item_class_find_field:
 * @klass: a class of items
 * @name: the name of a stored property
 * @index: (out) (optional): its place in the table
 *
 * Returns: (nullable): the entry of the table, or %NULL if the class has no such property
 */
const AtlField *
atl_item_class_find_field (AtlItemClass *klass,
                           const char   *name,
                           guint        *index)
{
  for (guint i = 0; i < klass->n_fields; i++)
    if (g_str_equal (klass->fields[i].name, name))
      {
        if (index != NULL)
          *index = i;
        return &klass->fields[i];
      }
  return NULL;
}

/**
 * atl_item_get_id:
 * @self: an item
 *
 * Returns: (transfer none): the id, 1 to 64 characters of `[A-Za-z0-9_-]`; it never changes
 */
const char *
atl_item_get_id (AtlItem *self)
{
  g_return_val_if_fail (ATL_IS_ITEM (self), NULL);
  return get_private (self)->id;
}

/**
 * atl_item_get_list:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the list it lives in, or %NULL while it lives nowhere
 */
AtlList *
atl_item_get_list (AtlItem *self)
{
  g_return_val_if_fail (ATL_IS_ITEM (self), NULL);
  return get_private (self)->list;
}

/**
 * atl_item_attach:
 * @self: an item
 * @list: (nullable): the list that has taken it, or %NULL after removal
 *
 * Only AtlList calls this.
 */
void
atl_item_attach (AtlItem *self,
                 AtlList *list)
{
  get_private (self)->list = list;
}

/**
 * atl_item_get_parent:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the item whose list it lives in
 */
AtlItem *
atl_item_get_parent (AtlItem *self)
{
  AtlList *list = atl_item_get_list (self);

  return list != NULL ? atl_list_get_owner (list) : NULL;
}

/**
 * atl_item_get_session:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): the session it is part of, or %NULL while it lives nowhere
 */
AtlSession *
atl_item_get_session (AtlItem *self)
{
  AtlItem *item = self;

  while (item != NULL && !ATL_IS_SESSION (item))
    item = atl_item_get_parent (item);
  return (AtlSession *) item;
}

/**
 * atl_item_peek_value:
 * @self: an item
 * @field: index of a stored property that is not a list
 *
 * Returns: the value; what it points to belongs to the item
 */
AtlValue
atl_item_peek_value (AtlItem *self,
                     guint    field)
{
  return peek (self, get_field (self, field));
}

/* Asked of every property of every item for each snapshot of a session. */
static inline gboolean
is_default (AtlItem        *self,
            const AtlField *field)
{
  gconstpointer address = field_address (self, field);

  if (field->type == ATL_VALUE_LIST)
    return atl_list_get_length (*(AtlList *const *) address) == 0;
  if (atl_value_type_is_text (field->type))
    return *(char *const *) address == NULL || **(char *const *) address == '\0';
  if (field->type == ATL_VALUE_STRV || field->type == ATL_VALUE_VARIANT)
    return *(gconstpointer const *) address == NULL || peek (self, field).strv == NULL;
  return *(const int *) address == field->fallback;
}

/**
 * atl_item_find_stored:
 * @self: an item
 * @from: index of a stored property, or their number
 *
 * Returns: the index of the first stored property from @from on that is not at its default, their number if
 *   there is none
 */
guint
atl_item_find_stored (AtlItem *self,
                      guint    from)
{
  const AtlItemClass *klass = ATL_ITEM_GET_CLASS (self);

  while (from < klass->n_fields && is_default (self, &klass->fields[from]))
    from++;
  return from;
}

/**
 * atl_item_value_is_default:
 * @self: an item
 * @field: index of a stored property
 *
 * Tells whether the property is at its default, so that files leave it out. A list is, if it is empty.
 */
gboolean
atl_item_value_is_default (AtlItem *self,
                           guint    field)
{
  return is_default (self, get_field (self, field));
}

/**
 * atl_item_get_child_list:
 * @self: an item
 * @field: index of a stored property that is a list
 *
 * Returns: (transfer none): the list
 */
AtlList *
atl_item_get_child_list (AtlItem *self,
                         guint    field)
{
  const AtlField *entry = get_field (self, field);

  g_return_val_if_fail (entry->type == ATL_VALUE_LIST, NULL);
  return *(AtlList **) field_address (self, entry);
}

static void
announce_set (AtlItem        *self,
              guint           field,
              const AtlValue *old_value,
              const AtlValue *new_value)
{
  AtlSession *session = atl_item_get_session (self);

  if (session == NULL || !atl_session_is_observed (session))
    return;
  g_autoptr (AtlChange) change = atl_change_new_set (self, field, old_value, new_value);
  atl_session_announce (session, change);
}

/**
 * atl_item_set_value:
 * @self: an item
 * @field: index of a stored property that is not a list
 * @value: the new value, of the property's type; integers are brought into its range
 *
 * Sets a stored property. If the value differs, the change is announced to the session, the list takes note
 * of a new
 * rank, and the property is notified once.
 *
 * Returns: whether anything changed
 */
gboolean
atl_item_set_value (AtlItem        *self,
                    guint           field,
                    const AtlValue *value)
{
  const AtlField   *entry = get_field (self, field);
  AtlItemClass     *klass = ATL_ITEM_GET_CLASS (self);
  AtlValue          wanted = *value;
  g_auto (AtlValue) old_value = peek (self, entry);

  g_return_val_if_fail (entry->type == value->type && entry->type != ATL_VALUE_LIST, FALSE);

  if (entry->type == ATL_VALUE_INT)
    wanted.integer = CLAMP (value->integer, entry->min, entry->max);
  if (atl_value_equal (&old_value, &wanted))
    {
      old_value = (AtlValue) ATL_VALUE_INIT;
      return FALSE;
    }
  g_object_ref (self);
  AtlValue owned = ATL_VALUE_INIT;
  atl_value_copy (&wanted, &owned);
  poke (self, entry, &owned);
  announce_set (self, field, &old_value, &owned);
  if (entry->type == ATL_VALUE_RANK && atl_item_get_list (self) != NULL)
    atl_list_resort (atl_item_get_list (self), self, old_value.string);
  g_object_notify_by_pspec (G_OBJECT (self), klass->pspecs[field]);
  g_object_unref (self);
  return TRUE;
}

/**
 * atl_item_get_carried:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): what the store keeps with the item
 */
gpointer
atl_item_get_carried (AtlItem *self)
{
  return get_private (self)->carried;
}

/**
 * atl_item_set_carried:
 * @self: an item
 * @carried: (transfer full) (nullable): what the store wants kept: neither a property nor undone
 * @unref: (nullable): frees @carried with the item
 */
void
atl_item_set_carried (AtlItem       *self,
                      gpointer       carried,
                      GDestroyNotify unref)
{
  AtlItemPrivate *priv = get_private (self);

  if (priv->carried != NULL && priv->carried_unref != NULL)
    priv->carried_unref (priv->carried);
  priv->carried = carried;
  priv->carried_unref = unref;
}

static guint
alternatives_field (AtlItem *self)
{
  guint index = 0;

  atl_item_class_find_field (ATL_ITEM_GET_CLASS (self), "alternatives", &index);
  return index;
}

/**
 * atl_item_get_alternatives:
 * @self: an item
 *
 * Returns: (transfer none) (nullable): a dict of merge groups to the versions that a merge kept beside the
 *   one that is shown, or %NULL where there was no conflict
 */
GVariant *
atl_item_get_alternatives (AtlItem *self)
{
  return atl_item_peek_value (self, alternatives_field (self)).variant;
}

/**
 * atl_item_set_alternatives:
 * @self: an item
 * @alternatives: (nullable): the versions that are not shown, %NULL for none; a floating reference is taken
 *
 * Sets what a merge could not decide.
 */
void
atl_item_set_alternatives (AtlItem  *self,
                           GVariant *alternatives)
{
  AtlValue value = atl_value_variant (alternatives);

  atl_item_set_value (self, alternatives_field (self), &value);
}

/**
 * atl_item_copy:
 * @self: an item
 *
 * Returns: (transfer full): a new item of the same class and values, with an id of its own and empty lists
 */
AtlItem *
atl_item_copy (AtlItem *self)
{
  AtlItem      *copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  AtlItemClass *klass = ATL_ITEM_GET_CLASS (self);

  for (guint i = 0; i < klass->n_fields; i++)
    if (klass->fields[i].type != ATL_VALUE_LIST)
      {
        AtlValue value = atl_item_peek_value (self, i);

        atl_item_set_value (copy, i, &value);
      }
  return copy;
}
