#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes a copy of the history with one fault in it, to show that the test of undo notices.

usage: plant.py FAULT HISTORY_C OUTPUT
"""
import pathlib
import sys

LOSE_AREAS = """
static void
lose_areas (Group *group)
{
  for (guint i = 0; i < group->changes->len; i++)
    {
      AtlChange *change = g_ptr_array_index (group->changes, i);

      if (atl_change_get_kind (change) == ATL_CHANGE_REMOVE && ATL_IS_NOTE (atl_change_get_item (change)))
        atl_note_set_area (ATL_NOTE (atl_change_get_item (change)), NULL);
    }
}

static gboolean
step (AtlHistory *self,
"""

FAULTS = {
    'redo-not-cleared': [('  empty (&self->redo);\n  truncated', '  truncated')],
    'group-undone-forwards': [
        ('backwards ? n - 1 - done : done', 'done'),
        ('backwards ? at - run : at + run', 'at + run'),
        ('backwards ? at - run + 1 : at, backwards ? at : at + run - 1', 'at, at + run - 1')],
    'undone-deletion-loses-its-area': [
        ('\nstatic gboolean\nstep (AtlHistory *self,\n', LOSE_AREAS),
        ('  apply_group (group, backwards);\n',
         '  apply_group (group, backwards);\n  if (backwards)\n    lose_areas (group);\n'),
        ('#include "model/atl-session.h"\n', '#include "model/atl-session.h"\n#include "model/atl-note.h"\n')],
    'typing-goes-on-in-another-note': [('self->typing == item && ', '')],
    'cancelled-group-stays': [('  apply_group (group, TRUE);\n', '')],
}


def main(fault, source, output):
    text = pathlib.Path(source).read_text(encoding='utf-8')
    for old, new in FAULTS[fault]:
        if text.count(old) != 1:
            sys.exit(f'{source}: {old!r} stands there {text.count(old)} times: mend {__file__}')
        text = text.replace(old, new)
    pathlib.Path(output).write_text(text, encoding='utf-8')


main(*sys.argv[1:])
