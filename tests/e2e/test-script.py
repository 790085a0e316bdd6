#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes of a workshop, from the start page to the first stack, by keys alone and by pointer, and how long a
hand needs for them. What is pasted comes from another program.

usage: test-script.py ATELIER

The seconds are those of the keystroke-level model (Card, Moran, Newell 1980) for somebody who types 40 words a minute: the
program's own waits are not in them, the tests wait for what is seen.
"""
import os
import subprocess
import sys

import access
import driver
from gi.repository import GLib
from lib_tap import Tap, equal

ATELIER = sys.argv[1]
KEY, POINT, BUTTON, HOME, THINK = 0.28, 1.1, 0.1, 0.4, 1.35  # s
LIMIT = 160  # s: half past three, without half a minute for the timer and twenty seconds for the wall
PEOPLE = [('Marion', 'Siège'), ('Karim', 'DSI'), ('Lucie', 'Entrepôt'), ('Paul', 'DSI'), ('Inès', 'Siège'), ('Omar', 'Magasins'),
          ('Julie', 'Magasins'), ('Tom', 'Entrepôt'), ('Nora', 'DSI'), ('Yann', 'Siège'), ('Zoé', 'Magasins')]
LINES = [f'What we stop, number {i}' for i in range(1, 11)] + ['Meetings without an agenda', 'Meetings with no agenda']
BOARD = 'Start / Stop / Continue'
tap = Tap()


class Hand:
    """Presses, types and points, and counts what that takes."""

    def __init__(self, app, bus=None, root=None):
        self.app, self.bus, self.root = app, bus, root
        self.commands, self.seconds = 0, 0.0

    def think(self):
        self.seconds += THINK

    def type(self, text):
        self.think()
        self.seconds += KEY * len(text)
        self.app.type(text)

    def press(self, *names):
        for name in names:
            self.commands += 1
            self.think()
            self.seconds += KEY * (1 + name.count('+'))
            self.app.keys(name)

    def point(self, clicks=1):
        self.commands += clicks
        self.think()
        self.seconds += HOME + POINT + 2 * BUTTON * clicks

    def box_of(self, what, condition):
        """Of what is shown in the window that came last: x, y, width, height."""
        def look():
            for node in self.root.children()[-1].walk():
                if condition(node):
                    box = self.bus.call(node.place, 'org.a11y.atspi.Component', 'GetExtents', GLib.Variant('(u)', (1,)))[0]
                    if box[2] > 8 and box[3] > 8:
                        return box
            return None
        return driver.wait_for(what, look)

    def find(self, name, role='button'):
        x, y, width, height = self.box_of(name, lambda node: node.name.startswith(name) and node.role == role)
        return x + width // 2, y + height // 2

    def click(self, name, role='button'):
        self.point()
        self.app.click(*self.find(name, role))

    def click_in_dialog(self, name):
        """Dialogs stand at the corner of a screen without a window manager, as the window does."""
        driver.wait_for(f'a dialog with {name!r}', lambda: driver.has_dialog(self.app))
        self.click(name)
        driver.wait_for('the dialog to go', lambda: not driver.has_dialog(self.app))
        self.app.focus()

    def pick(self, area, name):
        """From the menu of an area, which opens at the pointer; what is in it counts from the corner of the board."""
        x, y = self.find(area, 'list')
        corner = self.box_of('the board', lambda node: node.role == 'group' and node.name == BOARD)
        self.point()
        driver.xdotool('mousemove', x, y, 'click', 3)
        inside = self.find(name, 'menu item')
        self.point()
        self.app.click(x + inside[0] - corner[0], y + inside[1] - corner[1])

    def drop(self, note, target):
        self.point(2)
        x, y = self.find(target, 'list item')
        self.app.drag(*self.find(note, 'list item'), x + 4, y + 4)


class Kept:
    """The newest snapshot of the session, which has no file yet."""

    def __init__(self, folder):
        self.root = folder / 'state' / 'atelier' / 'recovery'
        os.environ['XDG_STATE_HOME'] = str(folder / 'state')
        os.environ['XDG_DATA_HOME'] = str(folder / 'data')

    def load(self):
        paths = sorted(self.root.glob('*/snapshot-*.atelier'), key=lambda path: path.name.split('-', 1)[1])
        for path in reversed(paths):
            try:
                return driver.load(path) or {}
            except ValueError:  # it is just being written
                continue
        return {}

    def people(self):
        session = self.load()
        silos = {silo['id']: silo['name'] for silo in session.get('silos', [])}
        return sorted((person['name'], *(silos.get(silo, '') for silo in person.get('silos', [])))
                      for person in session.get('people', []))

    def notes(self, area):
        """Their texts, in the order of the area; stacked ones are not in it."""
        for board in self.load().get('boards', []):
            ids = [item['id'] for item in board['areas'] if item['title'] == area]
            notes = sorted((note for note in board.get('notes', []) if note.get('area') in ids and not note.get('stack')),
                           key=lambda note: (note.get('rank', ''), note['id']))
            return [note.get('text', '') for note in notes]
        return []


def expect(what, tell, expected):
    try:
        driver.wait_for(what, lambda: tell() == expected)
    except AssertionError as error:
        raise AssertionError(f'{error}: {tell()!r} instead of {expected!r}') from error


def copy_elsewhere(text):
    """Another program has text on the clipboard."""
    subprocess.run(['xclip', '-selection', 'clipboard', '-i'], input=text.encode(), check=True, stdout=subprocess.DEVNULL)


def wait_session(app):
    driver.wait_for('the session', lambda: app.actions().get('restore-version'))


def check_seconds(hand, commands):
    print(f'# {hand.commands} keys and clicks beside words, {hand.seconds:.0f} s')
    if hand.seconds > LIMIT or hand.commands > commands:
        raise AssertionError(f'{hand.commands} keys and clicks beside words, {hand.seconds:.0f} s')


@tap.test('/e2e/script/by-keyboard')
def by_keyboard(folder):
    kept = Kept(folder)
    app = driver.App(ATELIER, log=folder / 'log')
    hand = Hand(app)
    try:
        hand.type('start /')
        driver.wait_for('the card', driver.is_drawn)
        hand.press('Return')
        driver.wait_for('the title', driver.is_drawn)
        hand.type('Retro of the pilot')
        hand.press('Return')
        wait_session(app)
        copy_elsewhere('\n'.join('\t'.join(person) for person in PEOPLE))
        hand.press('ctrl+shift+p', 'ctrl+v')
        driver.wait_for('the names', lambda: driver.has_dialog(app))
        driver.wait_for('the names in full', driver.is_drawn)
        hand.press('Return')
        expect('eleven people', kept.people, sorted(PEOPLE))
        app.focus()
        hand.press('Escape')
        for text in ('We ship on Fridays', 'Nobody owns the test data'):
            hand.type(text)
            hand.press('Return')
        expect('two notes', lambda: kept.notes('Start'), ['We ship on Fridays', 'Nobody owns the test data'])
        hand.press('alt+2')
        copy_elsewhere('\n'.join(LINES))
        hand.press('ctrl+v')
        driver.wait_for('the question', driver.is_drawn)
        hand.press('Return')
        expect('twelve notes', lambda: kept.notes('Stop'), LINES)
        hand.press('Escape', 'End', 'shift+Left', 's')
        expect('a stack', lambda: len(kept.notes('Stop')), 11)
        hand.press('ctrl+z')
        expect('twelve notes again', lambda: kept.notes('Stop'), LINES)
        equal(kept.load()['title'], 'Retro of the pilot', 'the title')
        check_seconds(hand, 16)
    finally:
        app.kill()


@tap.test('/e2e/script/by-pointer')
def by_pointer(folder):
    kept = Kept(folder)
    bus = access.Bus()
    app = driver.App(ATELIER, log=folder / 'log', accessible=True)
    try:
        hand = Hand(app, bus, bus.find_app())
        hand.type('start /')
        driver.wait_for('the card', driver.is_drawn)
        hand.click(f'{BOARD}.', 'grid cell')
        driver.wait_for('the title', driver.is_drawn)
        hand.type('Retro of the pilot')
        hand.click('Create')
        wait_session(app)
        copy_elsewhere('\n'.join('\t'.join(person) for person in PEOPLE))
        hand.click('People')
        hand.click('Paste Names…')
        hand.click_in_dialog('Add 11')
        expect('eleven people', kept.people, sorted(PEOPLE))
        for text in ('We ship on Fridays', 'Nobody owns the test data'):
            hand.click('New note in Start', 'text box')
            hand.type(text)
            hand.click('Add Note')
        expect('two notes', lambda: kept.notes('Start'), ['We ship on Fridays', 'Nobody owns the test data'])
        copy_elsewhere('\n'.join(LINES))
        hand.pick('Stop', 'Paste')
        hand.click('12 ')
        expect('twelve notes', lambda: kept.notes('Stop'), LINES)
        hand.drop(LINES[11], LINES[10])
        expect('a stack', lambda: len(kept.notes('Stop')), 11)
        hand.click('Undo')
        expect('twelve notes again', lambda: kept.notes('Stop'), LINES)
        check_seconds(hand, 15)
    finally:
        app.kill()


if __name__ == '__main__':
    tap.run()
