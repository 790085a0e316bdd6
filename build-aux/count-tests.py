#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results in meson's own logs and prints them as the last line of a test run.

Before that line it repeats the name and the last words of each test that failed, so that whoever reads only the end of
a long log knows where to look."""
import json
import sys

PASSED = {'OK', 'EXPECTEDFAIL'}
SKIPPED = {'SKIP', 'IGNORED'}
LAST_LINES = 25


def last_words(test):
    written = (test.get('stdout', '') + '\n' + test.get('stderr', '')).splitlines()
    lines = [line for line in written if line.strip() and not line.startswith('ok ')]
    return '\n'.join('    ' + line for line in lines[-LAST_LINES:])


def main(paths):
    passed = skipped = 0
    failures = []
    for path in paths:
        with open(path, encoding='utf-8') as log:
            for line in log:
                test = json.loads(line)
                if test['result'] in PASSED:
                    passed += 1
                elif test['result'] in SKIPPED:
                    skipped += 1
                else:
                    failures.append(test)
    for test in failures:
        print(f"{test['result']}: {test['name']} ({test['duration']:.0f} s)")
        print(last_words(test))
    print(f'{passed} passed, {len(failures)} failed, {skipped} skipped')
    return 1 if failures or not passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
