#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the sources against the measurable part of CONTRIBUTING.md.

usage: check-style.py SOURCE_ROOT
"""
import pathlib
import re
import sys

MAX_LINE = 110
MAX_FILE = 800
MAX_HEADER = 80
MAX_FUNCTION = 40
MAX_CLASS_INIT = 60
MAX_FIELDS = 15
SILENT = {'util', 'model', 'insight', 'scene'}
SPDX = '/* SPDX-License-Identifier: GPL-3.0-or-later */'
FUNCTION = re.compile(r'^([A-Za-z_]\w*) \((?:[^;{}]|\n)*?\)\n\{\n(.*?)^\}', re.M | re.S)
STRUCT = re.compile(r'^(?:typedef )?struct(?: \w+)?\n\{\n(.*?)^\}', re.M | re.S)
GETTEXT = re.compile(r'(?<![\w])(?:_|N_|C_|ngettext|gettext|g_dgettext) ?\("|gi18n')
PROTOTYPE = re.compile(r'^[A-Za-z][^\n;{}()#=]*?\**(atl_\w+) \(', re.M)
DEFINITION = re.compile(r'/\*\*\n \* (\w+):')


def check_lines(path, text, problems):
    lines = text.split('\n')
    limit = MAX_HEADER if path.suffix == '.h' else MAX_FILE
    if len(lines) - 1 > limit:
        problems.append(f'{path}: {len(lines) - 1} lines, at most {limit}')
    for number, line in enumerate(lines, 1):
        if len(line) > MAX_LINE:
            problems.append(f'{path}:{number}: {len(line)} characters, at most {MAX_LINE}')
    if lines[0] != SPDX:
        problems.append(f'{path}:1: the first line must be {SPDX}')
    if path.suffix == '.h' and '#pragma once' not in text:
        problems.append(f'{path}: no #pragma once')


def check_functions(path, text, problems):
    for match in FUNCTION.finditer(text):
        length = match.group(2).count('\n')
        limit = MAX_CLASS_INIT if match.group(1).endswith('_class_init') else MAX_FUNCTION
        if length > limit:
            problems.append(f'{path}: {match.group(1)} has {length} lines, at most {limit}')


def count_fields(body):
    body = re.sub(r'/\*.*?\*/', '', body, flags=re.S)
    fields = 0
    for declaration in body.split(';'):
        if declaration.strip() and 'parent_instance' not in declaration and 'parent_class' not in declaration:
            fields += 1 + declaration.count(',') if '(' not in declaration else 1
    return fields


def check_structs(path, text, problems):
    if 'AtlField stored_fields[]' in text or 'Class\n{' in text:
        return
    for match in STRUCT.finditer(text):
        fields = count_fields(match.group(1))
        if fields > MAX_FIELDS:
            problems.append(f'{path}: a struct has {fields} fields, at most {MAX_FIELDS}')


def check_words(path, text, layer, problems):
    if layer in SILENT and GETTEXT.search(text):
        problems.append(f'{path}: {layer}/ holds no sentences, so no gettext')


def check_docs(path, text, problems):
    """Every function of a public header has a doc comment in the .c beside it, or the macro that makes it has."""
    source = path.with_suffix('.c')
    if not source.exists():
        return
    body = source.read_text(encoding='utf-8')
    documented = set(DEFINITION.findall(body))
    for name in PROTOTYPE.findall(re.sub(r'/\*.*?\*/', '', text, flags=re.S)):
        defined = re.search(rf'^{name} \(', body, re.M)
        if defined and name not in documented and not name.endswith('_get_type'):
            problems.append(f'{source}: {name} has no doc comment')


def main(root):
    problems = []
    for folder in ('src', 'tests'):
        for path in sorted((root / folder).rglob('*.[ch]')):
            text = path.read_text(encoding='utf-8')
            shown = path.relative_to(root)
            check_lines(shown, text, problems)
            check_functions(shown, text, problems)
            if folder == 'src':
                layer = shown.parts[1]
                check_structs(shown, text, problems)
                check_words(shown, text, layer, problems)
                if path.suffix == '.h':
                    check_docs(path, text, problems)
    print('\n'.join(problems) or 'style kept')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
