/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/people/atl-partition-words.h"

#include "catalogue/atl-words.h"

/**
 * atl_partition_get_label:
 * @session: a session
 * @partition: one of its partitions
 *
 * Returns: (transfer none): what it is called, in the language of the session where nobody named it
 */
const char *
atl_partition_get_label (AtlSession *session,
                         const char *partition)
{
  return *partition != '\0' ? partition
                            : atl_words_get (atl_session_get_language (session), "partition-default");
}
