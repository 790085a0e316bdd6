#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A few runs of build-aux/kill-loop: no word older than two seconds is lost to kill -9.

usage: test-kill-loop.py ATELIER ATELIER_CLI
"""
import os
import random
import sys

import killing
from lib_tap import Tap, equal

PROGRAMS = sys.argv[1:3]
RUNS = 8
tap = Tap()


def seeds(count):
    first = int(os.environ.get('ATELIER_SEED') or random.randrange(10 ** 6))
    print(f'# ATELIER_SEED={first}')
    return range(first, first + count)


def say(line):
    print('# ' + line.replace('\n', '\n# '), flush=True)


@tap.test('/e2e/kill/no-word-older-than-two-seconds-is-lost')
def kill(folder):
    tally = killing.kill_many(folder / 'runs', PROGRAMS, seeds(RUNS), say)
    say(tally.line())
    equal(tally.failed, 0, 'failed runs')


@tap.test('/e2e/kill/planted/an-older-snapshot-is-noticed')
def planted(folder):
    def notices(seed):
        return killing.kill_many(folder / 'runs', PROGRAMS, [seed], lambda line: None, plant=True).failed > 0
    equal(any(notices(seed) for seed in seeds(10)), True, 'noticed')


tap.run()
