WEAK guint
atl_merge_get_n_entries (AtlMerge *self)
{
  return 0;
}
WEAK const AtlMergeEntry *
atl_merge_get_entry (AtlMerge *self, guint i)
{
  return NULL;
}
WEAK guint
atl_merge_count (AtlMerge *self, AtlMergeKind kind)
{
  return 0;
}
