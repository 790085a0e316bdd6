#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Capturing through the real window, by real keys: forty lines pasted, a table, paper cards, hidden notes, Ctrl+Enter.

usage: test-capture.py ATELIER ATELIER_CLI
"""
import subprocess
import sys

import driver
from lib_tap import Tap, equal

ATELIER, CLI = sys.argv[1:3]
tap = Tap()


def new_session(folder):
    path = folder / 'retro.atelier'
    subprocess.run([CLI, 'new', '--template', 'start-stop-continue', '--title', 'Retro', '-o', path], check=True)
    return path


def texts_of(path):
    return [note.get('text', '') for note in driver.notes_of(path)]


def save_and_expect(app, what, condition, tell=lambda: ''):
    """Saves until the file says so: keys that are still on their way to the window come first."""
    def saved():
        app.keys('ctrl+s')
        return condition()
    try:
        driver.wait_for(what, saved)
    except AssertionError as error:
        raise AssertionError(f'{error}: {tell()!r}') from error


def type_lines(app, lines):
    """Types lines into the capture bar without making notes of them."""
    for i, line in enumerate(lines):
        if i > 0:
            app.keys('shift+Return')
        if line.startswith('-'):  # an option of xdotool otherwise
            app.keys('minus')
        app.type(line[1:] if line.startswith('-') else line)


def be_asked():
    """What is pasted comes from the clipboard a moment later; nobody answers before it is seen."""
    driver.wait_for('the question', driver.is_drawn)


def close(app):
    app.keys('ctrl+w')
    equal(app.wait_end(), 0, 'exit status')


@tap.test('/e2e/capture/forty-lines-are-forty-notes-and-one-undo')
def forty(folder):
    path = new_session(folder)
    lines = [f'- idea {i}' for i in range(1, 41)]
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        app.type('before')
        app.keys('Return')
        type_lines(app, lines)
        app.keys('ctrl+a', 'ctrl+x', 'ctrl+v')
        be_asked()
        app.keys('Return')  # what is suggested
        save_and_expect(app, 'forty notes', lambda: texts_of(path) == ['before'] + [line[2:] for line in lines], lambda: texts_of(path))
        app.keys('ctrl+z')
        save_and_expect(app, 'one undo', lambda: texts_of(path) == ['before'])
        app.keys('ctrl+v')
        be_asked()
        app.type('af t')  # is for the bar, not for the question
        app.keys('BackSpace', 'BackSpace', 'Escape')
        app.type('ter')  # Escape has brought the cursor back
        app.keys('Return')
        save_and_expect(app, 'no line', lambda: texts_of(path) == ['before', 'after'])
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/capture/board-pastes-what-it-copied-with-its-stack')
def board(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        type_lines(app, ['- lead', '  - below', '- alone'])
        app.keys('ctrl+a', 'ctrl+x', 'Escape', 'ctrl+m', 'ctrl+v')
        be_asked()
        app.keys('Return')
        save_and_expect(app, 'a stack', lambda: [bool(note.get('stack')) for note in driver.notes_of(path)]
                        == [False, True, False])
        app.keys('ctrl+a', 'ctrl+c', 'ctrl+v')
        save_and_expect(app, 'two stacks', lambda: texts_of(path) == ['lead', 'below', 'alone'] * 2)
        equal([bool(note.get('stack')) for note in driver.notes_of(path)], [False, True, False] * 2, 'stacks')
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/capture/paper-cards-are-filled-by-number')
def paper(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')

    def cards():
        return {note.get('number', 0): note.get('text', '') for note in driver.notes_of(path)}
    try:
        app.keys('ctrl+shift+k')
        app.type('12 Ship smaller')
        app.keys('Return')
        app.type('7 Fewer meetings')
        app.keys('Return', 'alt+2')
        save_and_expect(app, 'two cards', lambda: cards() == {12: 'Ship smaller', 7: 'Fewer meetings'})
        app.type('12 and often')
        app.keys('Return')
        save_and_expect(app, 'a second line', lambda: cards()[12] == 'Ship smaller\nand often')
        app.type('7= Shorter meetings')  # typed on at once: nothing asks
        app.keys('Return')
        save_and_expect(app, 'another text', lambda: cards()[7] == 'Shorter meetings')
        app.type('no number')
        app.keys('Return', 'ctrl+shift+k', 'Return')  # is kept until the mode is off
        save_and_expect(app, 'a note', lambda: cards().get(0) == 'no number')
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/capture/hidden-notes-are-released-one-by-one-or-together')
def hidden(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')

    def count():
        return sum(note.get('hidden', False) for note in driver.notes_of(path))
    try:
        app.keys('ctrl+shift+h')
        for text in ('one', 'two', 'three'):
            app.type(text)
            app.keys('Return')
        save_and_expect(app, 'three hidden notes', lambda: count() == 3)
        app.keys('Escape', 'r')
        save_and_expect(app, 'one released', lambda: count() == 2)
        app.keys('ctrl+shift+r')
        save_and_expect(app, 'all released', lambda: count() == 0)
        app.keys('ctrl+z')
        save_and_expect(app, 'one undo', lambda: count() == 2)
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/capture/control-enter-opens-the-note')
def opened(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        app.type('Ship')
        app.keys('ctrl+Return')
        app.keys('shift+F10', 'Down', 'Escape')  # the menu of the text comes and goes
        driver.wait_for('the menu to be gone', driver.is_drawn)
        app.type(' smaller')
        app.keys('Escape')
        app.type('and n')  # back in the bar
        app.keys('Return')
        save_and_expect(app, 'the notes', lambda: texts_of(path) == ['Ship smaller', 'and n'], lambda: texts_of(path))
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/capture/who-clicks-into-an-area-and-types-writes-a-note-there')
def pointed(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        for at, text in ((600, 'Lena signs the memo'), (900, 'Name the owner, not n people')):
            driver.wait_for('the board', driver.is_drawn)
            app.click(at, 450)
            app.type(text)  # with n, l, s, keys of the board
            app.keys('Return')
        app.keys('Escape', 'n')
        app.type('and by keys as before')
        app.keys('Return')
        expected = ['Lena signs the memo', 'Name the owner, not n people', 'and by keys as before']
        save_and_expect(app, 'the notes', lambda: texts_of(path) == expected, lambda: texts_of(path))
        areas = [note['area'] for note in driver.notes_of(path)]
        equal((areas[0] != areas[1], areas[1] == areas[2]), (True, True), 'their areas')
        close(app)
    finally:
        app.kill()


tap.run()
