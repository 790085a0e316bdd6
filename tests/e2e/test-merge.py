#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Break-out groups through the real window: split, work in two files, merge them back, decide, PDF.

usage: test-merge.py ATELIER ATELIER_CLI
"""
import subprocess
import sys

import driver
from lib_tap import Tap, contains, equal

ATELIER, CLI = sys.argv[1:3]
tap = Tap()


def new_session(folder):
    path = folder / 'retro.atelier'
    subprocess.run([CLI, 'new', '--template', 'start-stop-continue', '--title', 'Retro', '-o', path], check=True)
    return path


def texts_of(path):
    return sorted(note.get('text', '') for note in driver.notes_of(path))


def groups_of(path):
    return {group['id']: group['title'] for group in (driver.load(path) or {}).get('groups', [])}


def save_and_expect(app, what, condition):
    def saved():
        app.keys('ctrl+s')
        return condition()
    driver.wait_for(what, saved)


def close(app):
    app.keys('ctrl+w')
    equal(app.wait_end(), 0, 'exit status')


def copies_menu(app, position):
    """Picks from the main menu, part "Copies", which has the window's keys while it is open."""
    app.focus()
    app.keys('F10', 'c', *['Down'] * position, 'Return')


def work_in(folder, name, *words):
    path = folder / name
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        for word in words:
            app.type(word)
            app.keys('Return')
        save_and_expect(app, f'the words of {name}', lambda: set(words) <= set(texts_of(path)))
        close(app)
    finally:
        app.kill()


def plain_name(path):
    """The screen's keyboard has no dash: typing one goes wrong now and then."""
    return path.rename(path.with_name(path.name.replace(' – ', '-').replace(' ', '-')))


def merge(app, path):
    copies_menu(app, 2)
    driver.wait_for('the file dialog', lambda: driver.has_dialog(app))
    app.keys('ctrl+l', 'ctrl+a')
    app.type(str(path))
    app.keys('Return')
    driver.wait_for('the file dialog to go', lambda: not dialog_named(app, 'Merge Session File'))
    driver.wait_for('the preview', lambda: dialog_named(app, f'Merge “{path.name}”'))
    driver.wait_for('the merge', lambda: accept(app, f'Merge “{path.name}”'))
    app.focus()


def accept(app, title):
    """Says yes in a dialog, which may not be ready for it yet."""
    if dialog_named(app, title) and driver.has_dialog(app):
        app.keys('ctrl+Return')
    return not dialog_named(app, title)


def dialog_named(app, title):
    windows = driver.xdotool('search', '--onlyvisible', '--pid', app.process.pid).split()
    return any(driver.xdotool('getwindowname', window).strip() == title for window in windows)


@tap.test('/e2e/groups/split-work-merge-pdf')
def groups(folder):
    path = new_session(folder)
    app = driver.App(ATELIER, path, log=folder / 'log')
    try:
        app.type('From the plenary')
        app.keys('Return')
        save_and_expect(app, 'the note', lambda: texts_of(path) == ['From the plenary'])
        copies_menu(app, 1)
        driver.wait_for('the dialog', lambda: driver.has_dialog(app))
        app.keys('ctrl+Return')
        driver.wait_for('three files', lambda: len(list(folder.glob('retro – Group *.atelier'))) == 3)
        app.focus()
        save_and_expect(app, 'three groups', lambda: len(groups_of(path)) == 3)
        close(app)

        work_in(folder, 'retro – Group 1.atelier', 'Cook', 'Bake')
        work_in(folder, 'retro – Group 3.atelier', 'Swim')

        app = driver.App(ATELIER, path, log=folder / 'log')
        merge(app, plain_name(folder / 'retro – Group 3.atelier'))
        merge(app, plain_name(folder / 'retro – Group 1.atelier'))
        wanted = ['Bake', 'Cook', 'From the plenary', 'Swim']
        save_and_expect(app, 'all notes', lambda: texts_of(path) == wanted)
        names = groups_of(path)
        by_text = {note['text']: names.get(note.get('group')) for note in driver.notes_of(path)}
        equal(by_text, {'Cook': 'Group 1', 'Bake': 'Group 1', 'Swim': 'Group 3', 'From the plenary': None})
        app.keys('ctrl+z')
        save_and_expect(app, 'one merge less', lambda: texts_of(path) == ['From the plenary', 'Swim'])
        app.keys('ctrl+shift+z')
        save_and_expect(app, 'both merges', lambda: texts_of(path) == wanted)
        close(app)
    finally:
        app.kill()
    pdf = folder / 'retro.pdf'
    subprocess.run([CLI, 'export', path, '-o', pdf], check=True)
    words = subprocess.run(['pdftotext', pdf, '-'], capture_output=True, text=True, check=True).stdout
    contains(words, 'Group 1')
    contains(words, 'Group 3')


tap.run()
