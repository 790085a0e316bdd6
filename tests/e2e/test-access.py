#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample workshop as a screen reader meets it: names, order, focus, and what is said, asked for from outside.

usage: test-access.py ATELIER SAMPLE MAKE_SESSION
"""
import os
import re
import shutil
import subprocess
import sys

import access
import driver
from lib_tap import Tap, contains, equal

ATELIER, SAMPLE, MAKE_SESSION = sys.argv[1:4]
COLORS = {'yellow': 'Yellow star', 'orange': 'Orange triangle', 'pink': 'Pink heart', 'blue': 'Blue circle',
          'green': 'Green square', 'purple': 'Purple diamond', 'grey': 'Gray cross'}
tap = Tap()


class Session:
    """The app with a copy of a file, its accessible tree, and the file as data."""

    def __init__(self, folder, source=SAMPLE, language='en'):
        self.path = folder / 'session.atelier'
        os.environ['XDG_STATE_HOME'] = str(folder / 'state')  # what is killed in one test is not restored in the next
        shutil.copy(source, self.path)
        self.data = driver.load(self.path)
        self.bus = access.Bus()
        self.app = driver.App(ATELIER, self.path, accessible=True, language=language)
        try:
            self.root = self.bus.find_app()
        except BaseException:
            self.app.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.app.kill()

    def boards(self):
        """The boards in the order of the plan."""
        ranked = sorted(self.data['boards'], key=rank_of)
        order = [step['board'] for step in sorted(self.data.get('steps', []), key=rank_of) if step.get('board')]
        return sorted(ranked, key=lambda board: order.index(board['id']) if board['id'] in order else len(order))

    def open_board(self, board):
        def look():
            for node in self.root.walk(stop='list'):
                if node.role == 'group' and node.name == board['title'] and \
                        'list' in [child.role for child in node.seen_children]:
                    return node
            return None
        return driver.wait_for(f"the board {board['title']!r}", look)

    def focused(self):
        """Where the focus was said to have gone, if it is there; else wherever it is found."""
        self.bus.hear()
        node = access.Node(self.bus, self.bus.focus) if self.bus.focus else None
        if node is not None and node.is_focused():
            return node
        found = [node for node in self.root.walk() if 'focused' in node.states()]
        return found[-1] if found else None

    def wait_focus(self, what, condition):
        def look():
            node = self.focused()
            return node if node is not None and condition(node) else None
        try:
            node = driver.wait_for(f'the focus on {what}', look)
        except AssertionError as error:
            raise AssertionError(f'{error}; it is on {self.focused().path() if self.focused() else None}') from error
        equal(node.is_shown(), True, f'shown: {node.path()}')
        return node

    def wait_said(self, wanted):
        """Waits until what has the focus carries a message, as a screen reader hears it."""
        heard = []

        def look():
            for place, signal, arguments in self.bus.listen():
                if signal == 'PropertyChange' and arguments[0] == 'accessible-description' and arguments[3]:
                    heard.append((access.Node(self.bus, place), arguments[3]))
            return [node for node, text in heard if re.search(wanted, text)]
        try:
            node = driver.wait_for(f'{wanted!r} to be said', look)[-1]
        except AssertionError as error:
            raise AssertionError(f'{error}; heard {[text for _, text in heard]}') from error
        if 'focused' not in node.states():
            raise AssertionError(f'said where nobody listens: {node.path()}')


def rank_of(item):
    return item.get('rank', ''), item['id']


def total_of(session, notes):
    ids = {note['id'] for note in notes}
    return sum(ballot.get('votes', 1) for voting in session.get('rounds', []) for ballot in voting.get('ballots', [])
               if ballot['note'] in ids)


def check_note(session, node, note, members):
    name = node.name
    contains(name, note.get('text', 'Empty note').rstrip('.'))
    contains(name, COLORS[note.get('color', 'yellow')] + '.')
    if len(members) > 1:
        contains(name, f'Stack of {len(members)} notes.')
        contains(name, note.get('stack-title', ''))
    votes = total_of(session, members)
    if votes:
        contains(name, f'{votes} vote')


def check_area(session, node, area, notes):
    contains(node.name, area['title'])
    leads = [note for note in notes if not note.get('stack')]
    items = node.children()
    contains(node.name, f"{len(leads)} note{'' if len(leads) == 1 else 's'}.")
    equal([item.role for item in items], ['list item'] * len(leads), f"roles in {area['title']!r}")
    for at, (item, note) in enumerate(zip(items, leads), 1):
        if area.get('layout') != 'graph':
            check_note(session, item, note, [note] + [other for other in notes if other.get('stack') == note['id']])
        equal(item.name.endswith(f' {at} of {len(leads)}.'), True, item.name)


@tap.test('/access/every-note-is-named-in-full-in-the-order-of-the-board')
def test_notes(folder):
    with Session(folder) as session:
        for board in session.boards():
            canvas = session.open_board(board)
            areas = sorted(board['areas'], key=rank_of)
            driver.wait_for('names', lambda canvas=canvas: all(item.name and not item.is_unnamed()
                                                                for item in canvas.find_all('list item')))
            lists = [child for child in canvas.children() if child.role == 'list']
            equal(len(lists), len(areas), f"areas of {board['title']!r}")
            for node, area in zip(lists, areas):
                notes = [note for note in sorted(board.get('notes', []), key=rank_of) if note.get('area') == area['id']]
                check_area(session.data, node, area, notes)
            session.app.keys('alt+Next')


# What opens a window or a panel of its own. Those of the map are asked on the board of the map.
PLACES = ['show-people', 'show-note', 'show-glossary', 'find', 'pick-author', 'note-tags', 'move-to', 'session-info', 'export-pdf',
          'mix-groups', 'restore-version', 'split-groups', 'add-board', 'rename-board', 'draw-person', 'speaking-order',
          'show-groups', 'edit-areas', 'save-template', 'show-help-overlay']
MAP_PLACES = ['show-figures', 'map-grid', 'map-edit-silos', 'map-slips', 'map-neutral-labels', 'map-compare']


def find_unnamed(session):
    return [node.path() for node in session.root.walk() if node.is_unnamed() and not is_inner(node)]


def is_inner(node):
    """What GTK puts in a combo box and an entry, which have the name."""
    node = node.parent
    while node.role in ('group', 'list', 'tab panel'):
        node = node.parent
    return node.role in ('combo box', 'spin button', 'entry', 'search box') and not node.is_unnamed()


def find_said_twice(session):
    """Buttons that GTK names by their label, and again by the label in them."""
    def is_double(name):
        return len(name) > 2 and name[:len(name) // 2] + ' ' == name[len(name) // 2 + 1:] + ' '
    return [node.path() for node in session.root.walk() if 'button' in node.role and is_double(node.name)]


def check_named(session, what):
    """Names may come a moment after what bears them."""
    def find():
        return find_unnamed(session) + find_said_twice(session)
    try:
        driver.wait_for('every control to have a name', lambda: not find())
    except AssertionError as error:
        raise AssertionError('\n'.join([f'{what}:', *find()])) from error


def close_others(session):
    def close():
        if driver.has_dialog(session.app):
            session.app.keys('Escape')
            return False
        return True
    driver.wait_for('dialogs to close', close)
    session.app.focus()


@tap.test('/access/no-control-without-a-name')
def test_named(folder):
    with Session(folder) as session:
        check_named(session, 'the first board')
        for place in [name for name in PLACES if name in session.app.actions()]:
            session.app.activate(place)
            check_named(session, place)
            close_others(session)
        for board in session.boards()[1:]:
            session.app.keys('alt+Next')
            session.open_board(board)
            for place in [name for name in MAP_PLACES if session.app.actions().get(name)]:
                session.app.activate(place)
                check_named(session, place)
                close_others(session)
        session.app.activate('start')
        check_named(session, 'the start page')


@tap.test('/access/focus-follows-the-keys')
def test_focus(folder):
    with Session(folder) as session:
        session.wait_focus('the capture bar', lambda node: node.name.startswith('New note in '))
        session.app.keys('Escape')
        first = session.wait_focus('a note', lambda node: node.role == 'list item')
        contains(first.parent.name, 'Les projets examinés')
        session.app.keys('End')
        session.wait_focus('the last note of the area', lambda node: node.name.endswith(' 3 of 3.'))
        session.app.keys('Home')
        session.wait_focus('the first one', lambda node: node == first)
        session.app.keys('Next')
        session.wait_focus('the next area', lambda node: 'Ce qui s’est passé' in node.parent.name)
        session.app.keys('Delete')
        heir = session.wait_focus('the next note', lambda node: node.name.endswith(' 1 of 5.'))
        session.app.keys('ctrl+z')
        session.wait_focus('what came back', lambda node: node.role == 'list item' and node != heir)
        session.app.keys('ctrl+shift+p')
        session.wait_focus('the panel', lambda node: node.name == 'Add a person')
        session.app.activate('show-people')
        session.wait_focus('the board', lambda node: node.role == 'list item')


@tap.test('/access/what-a-menu-of-a-note-holds-is-named')
def test_menu(folder):
    with Session(folder) as session:
        driver.xdotool('mousemove', 1279, 719)  # a pointer that rests on a menu picks what is under it
        session.wait_focus('the capture bar', lambda node: node.name.startswith('New note in '))
        session.app.keys('Escape')
        session.wait_focus('a note', lambda node: node.role == 'list item')
        session.app.keys('Home', 'shift+F10')  # selects
        session.wait_focus('the menu', lambda node: node.name == 'Edit')
        check_named(session, 'the menu')
        session.app.keys('Up')
        session.wait_focus('the row of pictures', lambda node: node.name in ('Cut', 'Copy', 'Delete'))
        session.app.keys('Right', 'Right')
        session.wait_focus('the last of them', lambda node: node.name == 'Delete')


@tap.test('/access/tab-goes-round-and-changes-nothing')
def test_tab(folder):
    with Session(folder) as session:
        seen = []

        def press(key):
            before = session.focused()
            session.app.keys(key)
            return session.wait_focus('something else', lambda node: node != before)

        session.wait_focus('the capture bar', lambda node: node.name.startswith('New note in '))
        session.app.keys('ctrl+shift+p')
        start = session.wait_focus('the panel', lambda node: node.name == 'Add a person')
        for _ in range(60):
            node = press('Tab')
            seen.append(node.name or node.role)
            if node == start:
                break
        equal(node, start, 'Tab comes back')
        marks = ['All Sessions', 'Add Board…', 'Refonte du site', 'New notes go to', 'New note in ', 'Add a person']
        places = [next((at for at, name in enumerate(seen) if name.startswith(mark)), None) for mark in marks]
        if None in places or places != sorted(places):
            raise AssertionError(f'{dict(zip(marks, places))} in {seen}')
        equal(sum(name[0].isdigit() and '. ' in name for name in seen), 1, f'rows of the plan in {seen}')
        equal(session.open_board(session.boards()[0]).name, session.boards()[0]['title'], 'the board')
        for _ in range(3):
            press('shift+Tab')


# Actions that open something beside or below the board, and what has the keyboard then.
ROUNDS = [('show-note', 'Description'), ('show-people', 'Add a person'), ('find', 'Find on all boards'), ('show-glossary', '')]


@tap.test('/access/tab-leads-out-of-everything-both-ways')
def test_rounds(folder):
    with Session(folder) as session:
        session.app.keys('Escape', 'Home')
        session.wait_focus('a note', lambda node: node.role == 'list item')
        for action, name in ROUNDS:
            session.app.activate(action)
            start = session.wait_focus(action, lambda node, name=name: node.role != 'list item' and name in node.name)
            for key in ('Tab', 'shift+Tab') if action == 'show-note' else ('shift+Tab',):
                go_round(session, start, key, action)
            session.app.keys('Escape', 'F6')
            session.app.activate(action)


def go_round(session, start, key, action):
    seen = []
    node = start
    for _ in range(90):
        before = node
        session.app.keys(key)
        try:
            node = session.wait_focus('something else', lambda node, before=before: node != before)
        except AssertionError as error:
            raise AssertionError(f'{action}: {key} does not leave {before.path()}') from error
        seen.append(node.name or node.role)
        if node == start:
            return
    raise AssertionError(f'{action}: {key} does not come back: {seen}')


@tap.test('/access/what-keys-do-is-said')
def test_said(folder):
    with Session(folder) as session:
        session.app.keys('Escape', 'Next')
        session.wait_focus('a note', lambda node: 'Ce qui s’est passé' in node.parent.name)
        session.bus.listen()
        session.app.keys('ctrl+shift+Right')
        session.wait_said('^Moved to Ce qui s’est passé, 2 of 6$')
        session.app.keys('ctrl+z')
        session.wait_said('^Undone: Move 1 Note$')
        session.app.keys('ctrl+shift+z')
        session.wait_said('^Redone: Move 1 Note$')
        session.app.keys('Delete')
        session.wait_said('^1 note deleted$')
        session.app.keys('ctrl+a')
        session.wait_said('^[0-9]+ notes selected$')
        session.app.keys('alt+1')
        session.wait_focus('the capture bar', lambda node: node.name == 'New note in Les projets examinés')
        session.app.type('One more')
        session.app.keys('Return')
        session.wait_said('^Note 4 added to Les projets examinés$')
        session.app.keys('alt+Next')
        session.wait_said('^Board “La Serre.: pour qui, pour quoi”, 21 notes$')


@tap.test('/access/ten-thousand-notes-have-names')
def test_many(folder):
    source = folder / 'many.atelier'
    subprocess.run([sys.executable, MAKE_SESSION, '10000', source], check=True)
    with Session(folder, source) as session:
        board = session.boards()[0]
        canvas = session.open_board(board)
        areas = [area.children() for area in canvas.children()]
        items = [node for nodes in areas for node in nodes]
        equal(len(items), 10000, 'notes')

        def named(nodes):
            return not any(node.is_unnamed() for node in nodes)

        driver.wait_for('all names', lambda: named(items[::97]) and named(items[-3:]))
        session.app.keys('Escape', 'End')
        n = len(areas[0])
        session.wait_focus('the last note', lambda node: node.name.endswith(f' {n} of {n}.'))
        session.app.keys('Prior', 'End')
        n = len(areas[-1])
        session.wait_focus('the very last note', lambda node: node.name.endswith(f' {n} of {n}.'))


@tap.test('/access/french')
def test_french(folder):
    with Session(folder, language='fr') as session:
        canvas = session.open_board(session.boards()[0])
        lists = [child for child in canvas.children() if child.role == 'list']
        driver.wait_for('names', lambda: not any(item.is_unnamed() for item in canvas.find_all('list item')))
        first = lists[1].children()[0].name
        contains(first, 'Cercle bleu.')
        contains(first, '2 votes.')
        equal(first.endswith(' 1 sur 6.'), True, first)
        contains(lists[1].name, '6 notes.')


if __name__ == '__main__':
    tap.run()
