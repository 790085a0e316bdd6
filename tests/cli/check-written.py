#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds what atelier-cli writes, for every template and program in both languages, against the JSON Schema.

usage: check-written.py ATELIER_CLI SOURCE_ROOT
"""
import json
import pathlib
import subprocess
import sys
import tempfile


def main(cli, root):
    listed = json.loads(subprocess.run([cli, 'templates', '--json'], capture_output=True, check=True).stdout)
    wanted = [('--template', entry['id']) for entry in listed['templates']]
    wanted += [('--program', entry['id']) for entry in listed['programs']]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for option, name in wanted:
            for language in ('en', 'fr'):
                files.append(str(pathlib.Path(folder) / f'{name}-{language}{option}.atelier'))
                subprocess.run([cli, 'new', option, name, '--language', language, '-o', files[-1]], check=True)
        return subprocess.run([sys.executable, f'{root}/tests/store/check-schema.py', root, *files],
                              check=False).returncode


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
