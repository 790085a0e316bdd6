#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What optional keys of templates ask for, entered without a mouse, or with nothing else; and sessions that can only be read.

usage: test-keys.py ATELIER ATELIER_CLI SAMPLE
"""
import os
import pathlib
import subprocess
import sys

import access
import driver
from lib_tap import Tap, contains, equal

ATELIER, CLI, SAMPLE = sys.argv[1:4]
tap = Tap()


class Session:
    """The app with a session, and its accessible tree."""

    def __init__(self, folder, template=None, change=None):
        os.environ['XDG_STATE_HOME'] = str(folder / 'state')
        self.path = folder / 'session.atelier'
        if template:
            subprocess.run([CLI, 'new', '--template', template, '--language', 'en', '-o', self.path], check=True,
                           capture_output=True)
        else:
            self.path.write_text(pathlib.Path(SAMPLE).read_text(encoding='utf-8'), encoding='utf-8')
        if change:
            self.path.write_text(change(self.path.read_text(encoding='utf-8')), encoding='utf-8')
        self.bus = access.Bus()
        self.app = driver.App(ATELIER, self.path, accessible=True)
        try:
            self.root = self.bus.find_app()
        except BaseException:
            self.app.kill()
            raise

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.app.kill()

    def wait_focus(self, what, condition):
        def look():
            self.bus.hear()
            node = access.Node(self.bus, self.bus.focus) if self.bus.focus else None
            return node if node is not None and node.is_focused() and condition(node) else None
        return driver.wait_for(f'the focus on {what}', look)

    def saved(self, what, find):
        """What the file says once it has been saved."""
        self.app.keys('ctrl+s')
        return driver.wait_for(what, lambda: find(driver.load(self.path)))


def named(name):
    return lambda node: node.name == name


def notes_by_text(session):
    return {note.get('text', ''): note for board in session['boards'] for note in board.get('notes', [])}


@tap.test('/keys/read-only/is-walked-read-found-and-copied-and-nothing-is-edited')
def test_read_only(folder):
    with Session(folder, change=lambda text: text.replace('"version":1', '"version":2', 1)) as session:
        before = session.path.read_bytes()
        first = session.wait_focus('a note', lambda node: node.role == 'list item')
        contains(first.name, ' 1 of ')
        session.app.keys('Next')
        second = session.wait_focus('the next area', lambda node: 'Ce qui s’est passé' in node.parent.name)
        session.app.keys('Right')
        session.wait_focus('its second note', lambda node: node != second and node.name.endswith(' 2 of 6.'))
        session.app.keys('alt+3')
        session.wait_focus('the third area', lambda node: 'Pourquoi' in node.parent.name or
                           'Comment nous' in node.parent.name)
        session.app.keys('ctrl+c', 'n', 'Delete', 'ctrl+d', 'ctrl+x', 'ctrl+v', 'ctrl+shift+Right', 'F2', 'l', 'ctrl+z')
        session.app.keys('alt+2', 'Return')
        session.wait_focus('the details', lambda node: node.role in ('text', 'text box', 'entry'))
        session.app.type('xyz')
        session.app.keys('ctrl+m')
        session.wait_focus('the board', lambda node: node.role == 'list item')
        session.app.keys('ctrl+f')
        session.wait_focus('the search', lambda node: node.role in ('search box', 'entry', 'text', 'text box'))
        session.app.type('magasin')
        session.app.keys('Return', 'Escape')
        session.wait_focus('what was found', lambda node: node.role == 'list item')
        actions = session.app.actions()
        for name in ('save', 'add-board', 'move-to', 'note-tags', 'capture-hidden', 'release-hidden', 'paper-mode',
                     'pick-author', 'merge-file', 'session-info', 'rename-board', 'reset-board', 'split-groups'):
            equal(actions.get(name, False), False, f'{name} is enabled')
        for name in ('export-pdf', 'find', 'show-note', 'show-people', 'focus-board', 'next-board'):
            equal(actions[name], True, f'{name} is disabled')
        session.app.keys('ctrl+e')
        driver.wait_for('the window of the report', lambda: driver.has_dialog(session.app))
        session.app.keys('Return')
        driver.wait_for('the report', lambda: list(folder.glob('*.pdf')))
        equal(session.path.read_bytes() == before, True, 'the file')
        notes = [node for node in session.root.find_all('list item') if ' of ' in node.name]
        equal('xyz' in ' '.join(node.name for node in notes), False, 'typed into a note')


@tap.test('/keys/matrix/is-scored-cell-by-cell-with-names')
def test_matrix(folder):
    silos = ('"silos":[\n{"id":"a","partition":"P","name":"Sales","rank":"a"},\n{"id":"b","partition":"P","name":"IT",'
             '"rank":"b"},\n{"id":"c","partition":"P","name":"Stores","rank":"c"}\n],\n"boards":[')

    def change(text):
        return text.replace('"title":', '"partition":"P","title":', 1).replace('"boards":[', silos, 1)

    with Session(folder, 'collaboration-matrix', change) as session:
        session.wait_focus('the capture bar', lambda node: node.name.startswith('New note in '))
        session.app.keys('Escape', 'e')
        session.wait_focus('the first pair', named('Sales with IT: no score'))
        session.app.keys('4')
        session.wait_focus('the next pair', named('Sales with Stores: no score'))
        session.app.keys('Down', '2')
        session.wait_focus('the pair behind it', lambda node: node.name.startswith('Stores with Sales:'))
        cells = [node.name for node in session.root.find_all('push button') + session.root.find_all('button')
                 if ' with ' in node.name]
        equal(sorted(cells), ['IT with Sales: no score', 'IT with Stores: 2', 'Sales with IT: 4',
                              'Sales with Stores: no score', 'Stores with IT: no score', 'Stores with Sales: no score'])
        session.app.keys('Escape')
        scores = session.saved('scores', lambda data: [area['options'].get('scores') for area in data['boards'][0]['areas']
                                                       if area.get('options', {}).get('scores')])
        equal(scores, [{'a b': 4, 'b c': 2}])


@tap.test('/keys/actions/a-date-is-a-date-wherever-it-is-typed')
def test_due(folder):
    with Session(folder, 'action-plan') as session:
        session.wait_focus('the capture bar', lambda node: node.name.startswith('New note in '))
        session.app.keys('alt+2')
        for text in ('Write the charter', 'Ask the union'):
            session.app.type(text)
            session.app.keys('Return')
        session.app.keys('Escape')
        session.wait_focus('a note', lambda node: node.role == 'list item')
        session.app.keys('End')
        session.wait_focus('the second action', lambda node: node.name.startswith('Ask the union'))
        session.app.keys('e')
        session.wait_focus('who does it', lambda node: node.role != 'list item')
        session.app.keys('Tab')
        session.wait_focus('the date', named('Due date'))
        session.app.type('3/12')
        session.app.keys('Return')
        session.wait_focus('the second action', lambda node: node.name.startswith('Ask the union'))
        session.app.keys('Home')
        session.wait_focus('the first action', lambda node: node.name.startswith('Write the charter'))
        session.app.keys('e')
        session.wait_focus('who does it', lambda node: node.role != 'list item')
        session.app.type('3/12')
        session.app.keys('Return', 'Escape')
        session.wait_focus('the first action', lambda node: node.name.startswith('Write the charter'))
        dues = session.saved('two dates', lambda data: len(data.get('actions', [])) == 2 and
                             [action.get('due') for action in data['actions']])
        equal([due[5:] for due in dues], ['12-03', '12-03'])
        equal(driver.load(session.path).get('people', []), [], 'people')


@tap.test('/keys/stack/two-notes-and-back')
def test_stack(folder):
    with Session(folder, 'start-stop-continue') as session:
        session.wait_focus('the capture bar', lambda node: node.name.startswith('New note in '))
        for text in ('More demos', 'Demos more often'):
            session.app.type(text)
            session.app.keys('Return')
        session.app.keys('Escape')
        session.wait_focus('a note', lambda node: node.role == 'list item')
        session.app.keys('Home')
        session.wait_focus('the first', lambda node: node.name.startswith('More demos.') and node.name.endswith('1 of 2.'))
        session.app.keys('shift+Right', 's')
        session.wait_focus('the stack', lambda node: 'Stack of 2 notes.' in node.name and node.name.endswith('1 of 1.'))
        session.app.keys('shift+s')
        session.wait_focus('a note again', lambda node: 'Stack' not in node.name and node.name.endswith('of 2.'))
        session.app.keys('ctrl+z')
        session.wait_focus('the stack again', lambda node: 'Stack of 2 notes.' in node.name)
        session.app.keys('ctrl+z')
        session.wait_focus('two notes', lambda node: node.name.endswith('of 2.'))


if __name__ == '__main__':
    tap.run()
