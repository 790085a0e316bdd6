#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the include graph against the layer table in docs/ARCHITECTURE.md.

usage: check-layers.py SOURCE_ROOT

A file of src/LAYER/ may include headers of its own layer and of those that stand after "<-" in the table. Headers of ours
are included as "layer/name.h". No headers may include each other in a circle. Layers below canvas/ may not include GTK.
"""
import pathlib
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+(["<])([^">]+)[">]', re.M)
ROW = re.compile(r'^src/(\w+)/\s+<-\s+(.*)$', re.M)
WITHOUT_GTK = {'util', 'file', 'model', 'catalogue', 'insight', 'store', 'scene', 'exchange', 'cli'}
SUBFOLDERS_OK = {'ui'}


def read_table(root):
    text = (root / 'docs/ARCHITECTURE.md').read_text(encoding='utf-8')
    rows = dict(ROW.findall(text))
    table = {}
    for layer, rest in rows.items():
        words = re.split(r'\s{2,}', rest)[0]
        if 'all above' in words:
            table[layer] = set(table)
        else:
            table[layer] = {word for word in re.findall(r'\w+', words) if word in rows}
        table[layer].add(layer)
    return table


def check_file(path, layer, allowed, problems):
    """Lists the headers of ours that a file includes, and what is wrong with its includes."""
    found = []
    for mark, name in INCLUDE.findall(path.read_text(encoding='utf-8')):
        top = name.split('/')[0]
        if mark == '"' and '/' in name and top in allowed['*']:
            found.append(name)
            if top not in allowed[layer]:
                problems.append(f'{path}: {layer}/ may not include {name}')
        elif mark == '"' and name != 'config.h' and '/' not in name:
            problems.append(f'{path}: include "{name}" must name its folder')
        elif layer in WITHOUT_GTK and top in ('gtk', 'gdk', 'gsk', 'adwaita.h'):
            problems.append(f'{path}: {layer}/ may not include <{name}>')
    return found


def find_cycle(graph):
    done, trail = set(), []

    def visit(node):
        if node in trail:
            return trail[trail.index(node):] + [node]
        if node in done:
            return None
        trail.append(node)
        for after in graph.get(node, ()):
            cycle = visit(after)
            if cycle:
                return cycle
        trail.pop()
        done.add(node)
        return None

    for start in sorted(graph):
        cycle = visit(start)
        if cycle:
            return cycle
    return None


def main(root):
    table = read_table(root)
    table['*'] = set(table)
    problems, headers, layers_seen = [], {}, {}
    for path in sorted((root / 'src').rglob('*.[ch]')):
        layer = path.relative_to(root / 'src').parts[0]
        if layer not in table:
            problems.append(f'{path}: the layer {layer}/ is not in docs/ARCHITECTURE.md')
            continue
        found = check_file(path, layer, table, problems)
        layers_seen.setdefault(layer, set()).update(name.split('/')[0] for name in found)
        if path.suffix == '.h':
            headers[str(path.relative_to(root / 'src'))] = found
    for graph in (headers, {layer: used - {layer} for layer, used in layers_seen.items()}):
        cycle = find_cycle(graph)
        if cycle:
            problems.append('circle: ' + ' -> '.join(cycle))
    print('\n'.join(problems) or f'{len(table) - 1} layers, no violation')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(pathlib.Path(sys.argv[1]).resolve()))
