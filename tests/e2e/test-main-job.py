#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job through the real window: new retrospective, twenty notes, stacks, undo, save, close, reopen, PDF.

usage: test-main-job.py ATELIER ATELIER_CLI
"""
import os
import subprocess
import sys

import driver
from lib_tap import Tap, contains, equal

ATELIER, CLI = sys.argv[1:3]
tap = Tap()


def new_session(folder, template='start-stop-continue'):
    path = folder / 'retro.atelier'
    subprocess.run([CLI, 'new', '--template', template, '--title', 'Rétro', '-o', path], check=True)
    return path


def texts_of(path):
    return [note.get('text', '') for note in driver.notes_of(path)]


def save_and_expect(app, path, what, condition):
    """Saves until the file says so: keys that are still on their way to the window come first."""
    def saved():
        app.keys('ctrl+s')
        return condition()
    driver.wait_for(what, saved)


def close(app):
    app.keys('ctrl+w')
    equal(app.wait_end(), 0, 'exit status')


@tap.test('/e2e/keyboard/start-page-to-saved-file')
def from_the_start_page(folder):
    path = folder / 'mars.atelier'
    app = driver.App(ATELIER, log=folder / 'log')
    try:
        app.type('start / stop')
        app.keys('Return')
        app.keys('ctrl+a')
        app.type('Retro of March')
        app.keys('Return')
        app.type('Ship smaller')
        app.keys('Return', 'ctrl+s')
        driver.wait_for('the file dialog', lambda: driver.has_dialog(app))
        app.keys('ctrl+a')
        app.type(str(path))
        app.keys('Return')
        driver.wait_for('the file', path.exists)
        equal(driver.load(path)['title'], 'Retro of March')
        equal(texts_of(path), ['Ship smaller'])
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/keyboard/enter-opens-a-card-and-back-leads-to-all-of-them')
def card(folder):
    state = os.environ['XDG_STATE_HOME']
    os.environ['XDG_STATE_HOME'] = str(folder / 'state')  # drafts of this test are not restored in the next
    app = driver.App(ATELIER, log=folder / 'log')
    try:
        for _ in range(2):  # the second time the first session lies above the cards as a draft
            app.type('sail')
            driver.wait_for('the card', driver.is_drawn)
            app.keys('Down', 'Return')
            driver.wait_for('its details', driver.is_drawn)
            app.keys('Return')
            driver.wait_for('the session', lambda: app.actions().get('restore-version'))
            app.type('A word')
            app.keys('Return')
            app.activate('start')
            driver.wait_for('the start page', lambda: not app.actions().get('restore-version'))
            driver.wait_for('the cards', driver.is_drawn)
        app.type('x')
        app.keys('BackSpace')  # whatever had the focus, the search has it now
        driver.wait_for('all cards', driver.is_drawn)
        app.keys('Tab', 'Tab', 'Tab', 'Return')
        driver.wait_for('the details of the first card', driver.is_drawn)
        app.keys('Return')
        driver.wait_for('the session', lambda: app.actions().get('restore-version'))
    finally:
        app.kill()
        os.environ['XDG_STATE_HOME'] = state


@tap.test('/e2e/keyboard/twenty-notes-stacks-undo-save-reopen')
def main_job(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        for number in range(1, 21):
            app.type(f'Note number {number}')
            app.keys('Return')
            if number == 10:
                app.keys('alt+2')
        wanted = [f'Note number {number}' for number in range(1, 21)]
        save_and_expect(app, path, 'twenty notes in the file', lambda: texts_of(path) == wanted)
        areas = {note['area'] for note in driver.notes_of(path)}
        equal(len(areas), 2, 'areas used')

        app.keys('Escape', 'Delete')
        save_and_expect(app, path, 'one note less', lambda: len(texts_of(path)) == 19)
        app.keys('ctrl+z')
        save_and_expect(app, path, 'the note back', lambda: texts_of(path) == wanted)
        close(app)

        app = driver.App(ATELIER, path, log=folder / 'log')
        before = driver.content_of(path)
        app.type('After reopening')
        app.keys('Return')
        save_and_expect(app, path, 'the note added after reopening', lambda: 'After reopening' in texts_of(path))
        app.keys('ctrl+l', 'ctrl+z')
        save_and_expect(app, path, 'the session as it was', lambda: driver.content_of(path) == before)
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/keyboard/edit-in-place-color-and-move')
def organize(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        app.type('First')
        app.keys('Return')
        app.type('Second')
        app.keys('Return', 'Escape', 'Return')
        app.type(', longer')
        app.keys('Escape')
        save_and_expect(app, path, 'the edited text', lambda: texts_of(path) == ['First', 'Second, longer'])
        app.keys('ctrl+shift+Left')
        save_and_expect(app, path, 'the new order', lambda: texts_of(path) == ['Second, longer', 'First'])
        app.keys('ctrl+d')
        save_and_expect(app, path, 'a copy', lambda: len(texts_of(path)) == 3)
        app.keys('ctrl+a', 'Delete')
        save_and_expect(app, path, 'an empty board', lambda: texts_of(path) == [])
        app.keys('ctrl+z', 'ctrl+z')
        save_and_expect(app, path, 'both notes', lambda: texts_of(path) == ['Second, longer', 'First'])
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/mouse/new-note-drag-and-stack')
def mouse(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        app.double_click(400, 400)
        app.type('By hand')
        app.keys('Escape')
        save_and_expect(app, path, 'a note', lambda: texts_of(path) == ['By hand'])
        app.double_click(400, 500)
        app.type('Beside')
        app.keys('Escape')
        save_and_expect(app, path, 'two notes', lambda: texts_of(path) == ['By hand', 'Beside'])
        first, second = driver.find_notes('#8ff0a4')
        app.drag(*second, first[0] + 20, first[1] + 10)
        save_and_expect(app, path, 'a stack', lambda: any(note.get('stack') for note in driver.notes_of(path)))
        app.keys('ctrl+z')
        save_and_expect(app, path, 'no stack', lambda: not any(note.get('stack') for note in driver.notes_of(path)))
        app.drag(*second, 1100, 500)
        save_and_expect(app, path, 'two areas', lambda: len({n['area'] for n in driver.notes_of(path)}) == 2)
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/pdf/ctrl-e-enter-writes-beside-the-session')
def pdf(folder):
    path = new_session(folder, 'sailboat')
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        app.type('Decide sooner')
        app.keys('Return')
        save_and_expect(app, path, 'the note', lambda: texts_of(path) == ['Decide sooner'])
        app.keys('ctrl+e', 'Return')
        written = driver.wait_for('a PDF', lambda: list(folder.glob('*.pdf')))[0]
        words = driver.wait_for('words in it', lambda: subprocess.run(
            ['pdftotext', written, '-'], capture_output=True, text=True, check=False).stdout)
        contains(' '.join(words.split()), 'Decide sooner')
        close(app)
    finally:
        app.kill()


tap.run()
