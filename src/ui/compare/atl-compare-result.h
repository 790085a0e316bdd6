/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "insight/atl-comparison.h"
#include "model/atl-note.h"
#include "model/atl-session.h"
#include "ui/compare/atl-compare-source.h"

G_BEGIN_DECLS

/* One of the two maps, in a session of its own that nobody else sees and that has nothing but the map. */
typedef struct
{
  AtlCompareSource *source;
  AtlSession       *session;
  AtlBoard         *board;
  AtlNetwork       *network;
  gboolean          thinned; /* links inside silos are left out of the picture: there are too many */
} AtlCompareSide;

/* The user says which node of the earlier map is which of the later one; by the ids of their notes. */
typedef struct
{
  char *before;
  char *after; /* NULL: none of them */
} AtlCompareAnswer;

/* Two maps compared. It does not change, except that the pictures are laid out. */
typedef struct
{
  gatomicrefcount ref_count;
  AtlCompareSide  before;
  AtlCompareSide  after;
  AtlMatching    *matching;
  AtlComparison  *comparison;
  GArray         *asked; /* guint: nodes of the earlier map whose name is borne by several */
} AtlCompareResult;

AtlCompareAnswer *atl_compare_answer_new (const char *before,
                                          const char *after);
void              atl_compare_answer_free (AtlCompareAnswer *self);
void              atl_compare_run_async (AtlCompareSource   *before,
                                         AtlCompareSource   *after,
                                         GPtrArray          *answers,
                                         GCancellable       *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer            user_data);
AtlCompareResult *atl_compare_run_finish (GAsyncResult *result,
                                          GError      **error);
AtlCompareResult *atl_compare_result_ref (AtlCompareResult *self);
void              atl_compare_result_unref (AtlCompareResult *self);
AtlNote          *atl_compare_side_find_note (AtlCompareSide *self,
                                              guint           node);
guint             atl_compare_result_count_open_questions (AtlCompareResult *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (AtlCompareResult, atl_compare_result_unref)

G_END_DECLS
