#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A silo map through the real window: nodes and links typed by real keys, pulled with the mouse, undone, saved.

usage: test-map.py ATELIER ATELIER_CLI
"""
import json
import re
import subprocess
import sys

import driver
from lib_tap import Tap, equal

ATELIER, CLI = sys.argv[1:3]
ACCENT = '#1c71d8'
NODE = '#a6c8f5'
PEOPLE = ['Ana', 'Bob', 'Chloe', 'Dan', 'Eva', 'Farid', 'Gil', 'Hana', 'Ines', 'Jo',
          'Karim', 'Lea', 'Marc', 'Nadia', 'Oscar', 'Paul', 'Quentin', 'Rosa', 'Sophie', 'Thomas']
KINDS = {'h': 'handoff', 's': 'shared', 'i': 'information', 'b': 'blocked', 'm': 'missing'}
tap = Tap()


def new_map(folder):
    path = folder / 'map.atelier'
    subprocess.run([CLI, 'new', '--template', 'silo-map', '--title', 'Map', '-o', path], check=True)
    return path


def links_of(path):
    """The links as (from, to, kind, strength), in the order of the alphabet."""
    board = (driver.load(path) or {'boards': [{}]})['boards'][0]
    names = {note['id']: note.get('text') for note in board.get('notes', [])}
    return sorted((names[link['from']], names[link['to']], link.get('kind', 'relates'), link.get('strength', 3))
                  for link in board.get('links', []))


def save_and_expect(app, what, condition):
    """Saves until the file says so: keys that are still on their way to the window come first."""
    def saved():
        app.keys('ctrl+s')
        return condition()
    driver.wait_for(what, saved)


def save_and_expect_links(app, path, wanted):
    try:
        save_and_expect(app, 'the links', lambda: links_of(path) == sorted(wanted))
    except AssertionError as error:
        raise AssertionError(f'{error}: {json.dumps(links_of(path))} instead of {json.dumps(sorted(wanted))}') from error


def close(app):
    app.keys('ctrl+w')
    equal(app.wait_end(), 0, 'exit status')


def type_keys(app, text):
    """Types text in which a line end is Enter and a tabulator is Tab; they have no key of their own with xdotool."""
    for part in re.split(r'([\n\t])', text):
        if part in ('\n', '\t'):
            app.keys('Return' if part == '\n' else 'Tab')
        elif part:
            app.type(part)


def find_handle(first, second):
    """The middle of the round handle that a node shows while the pointer is on it, between it and the next one.

    The next one and the area around them wear the same color while they are selected."""
    wanted = bytes.fromhex(ACCENT.lstrip('#'))

    def look():
        width, _, pixels = driver.grab()
        middle = (first[0] + second[0]) // 2
        found = [(x, y) for y in range(first[1] - 14, first[1] + 15) for x in range(first[0], middle)
                 if pixels[3 * (y * width + x):3 * (y * width + x) + 3] == wanted]
        if len(found) < 30:
            return None
        return sum(x for x, _ in found) // len(found), sum(y for _, y in found) // len(found)

    return driver.wait_for('a handle', look)


def type_people(app, path, people):
    for name in people:
        app.type(name)
        app.keys('Return')
    save_and_expect(app, 'the people', lambda: {note.get('text') for note in driver.notes_of(path)} >= set(people))
    app.keys('Escape')


@tap.test('/e2e/map/links-typed-in-a-row-and-undone')
def typed(folder):
    path = new_map(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        type_people(app, path, ['Ana', 'Bob', 'Chloe', 'Team 2', 'Boris'])
        app.keys('l')
        type_keys(app, 'ana4i\n')  # Boris, who was typed last, has the focus
        app.type('chs')  # letters are text until a node is picked
        app.keys('BackSpace', 'BackSpace', 'BackSpace')
        type_keys(app, 'ch\ts\n')
        type_keys(app, 'team 2\t5m\n')
        wanted = [('Boris', 'Ana', 'information', 4), ('Boris', 'Chloe', 'shared', 4), ('Boris', 'Team 2', 'missing', 5)]
        save_and_expect_links(app, path, wanted)
        app.keys('ctrl+z')
        save_and_expect_links(app, path, wanted[:2])
        app.type('an')
        app.keys('ctrl+Return')  # goes on from Ana
        type_keys(app, 'bob1<h\n')
        save_and_expect_links(app, path, wanted[:2] + [('Bob', 'Ana', 'handoff', 1)])
        app.keys('Escape')
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/map/selected-link-changed-by-keys')
def changed(folder):
    path = new_map(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        type_people(app, path, ['Ana', 'Bob'])
        app.keys('l')
        type_keys(app, 'an4h\n')
        app.keys('Escape', '2', 'm', 'r')
        save_and_expect_links(app, path, [('Ana', 'Bob', 'missing', 2)])
        app.keys('Escape', 'k', 'Delete')
        save_and_expect_links(app, path, [])
        equal({note.get('text') for note in driver.notes_of(path)}, {'Ana', 'Bob'}, 'nodes')
        app.keys('ctrl+z')
        save_and_expect_links(app, path, [('Ana', 'Bob', 'missing', 2)])
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/map/link-pulled-with-the-mouse')
def pulled(folder):
    path = new_map(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        type_people(app, path, ['Ana', 'Bob'])
        app.keys('Escape')
        first, second = driver.find_notes(NODE)
        driver.xdotool('mousemove', *first)
        handle = find_handle(first, second)
        app.drag(*handle, *second)
        save_and_expect_links(app, path, [('Ana', 'Bob', 'handoff', 3)])
        app.keys('ctrl+z')
        save_and_expect_links(app, path, [])
        app.drag(*first, first[0] + 40, first[1] + 120)
        save_and_expect(app, 'a node that stays where it was put', lambda: any(
            note.get('pinned') for note in driver.notes_of(path) if note['text'] == 'Ana'))
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/map/keyboard-comes-back-to-the-map')
def comes_back(folder):
    path = new_map(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        type_people(app, path, ['Ana', 'Bob', 'Jean'])
        app.keys('ctrl+l')
        app.type('x')  # a line that is not a note yet
        app.keys('BackSpace', 'ctrl+m')
        type_keys(app, 'lbob4\n')  # from Jean, who was typed last
        app.type('jean')
        app.keys('ctrl+Return')  # stays with Jean
        type_keys(app, 'ana2\n')
        app.keys('Escape')
        save_and_expect_links(app, path, [('Jean', 'Ana', 'handoff', 2), ('Jean', 'Bob', 'handoff', 4)])
        close(app)
    finally:
        app.kill()


def forty_links():
    """Two links of each of twenty people: who, strength, kind."""
    for at, name in enumerate(PEOPLE):
        for step in (1, 7):
            yield name, PEOPLE[(at + step) % len(PEOPLE)], 1 + (at + step) % 5, 'hsibm'[(at * step) % 5]


@tap.test('/e2e/map/twenty-people-and-forty-links-by-keyboard')
def forty(folder):
    path = new_map(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        type_people(app, path, PEOPLE)
        keys = sum(len(name) + 1 for name in PEOPLE) + 2
        app.keys('l')
        at = PEOPLE[-1]
        for name, other, strength, kind in forty_links():
            if name != at:
                app.type(name[:3])
                app.keys('ctrl+Return')
                keys, at = keys + len(name[:3]) + 1, name
            type_keys(app, f'{other[:3]}{strength}{kind}\n')
            keys += len(other[:3]) + 3
        wanted = [(name, other, KINDS[kind], strength) for name, other, strength, kind in forty_links()]
        save_and_expect_links(app, path, wanted)
        print(f'# {keys} keys for {len(PEOPLE)} people and {len(wanted)} links')
        assert keys <= 450, f'{keys} keys: more than one and a half a second for five minutes'
        app.keys('Escape')
        close(app)
    finally:
        app.kill()


tap.run()
