/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Merges with a mistake. Each law must notice its own. */
GBytes *merge_keeping_our_words (GBytes *ours, GBytes *theirs);
GBytes *merge_stamping_anew (GBytes *ours, GBytes *theirs);
GBytes *merge_without_tombstones (GBytes *ours, GBytes *theirs);
GBytes *merge_without_versions (GBytes *ours, GBytes *theirs);
GBytes *merge_leaving_links (GBytes *ours, GBytes *theirs);
GBytes *merge_counting_twice (GBytes *ours, GBytes *theirs);
GBytes *merge_without_unknown (GBytes *ours, GBytes *theirs);
GBytes *merge_ranking_anew (GBytes *ours, GBytes *theirs);

G_END_DECLS
