#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Menus of the board by real keys and buttons: what they open has the keyboard, and keys mean what the eye is on.

usage: test-menus.py ATELIER ATELIER_CLI
"""
import subprocess
import sys

import driver
from lib_tap import Tap, equal

ATELIER, CLI = sys.argv[1:3]
tap = Tap()


def texts_of(path):
    return sorted(note.get('text', '') for note in driver.notes_of(path))


def save_and_expect(app, path, expected):
    """Saves until the file says so: keys that are still on their way to the window come first."""
    def saved():
        app.keys('ctrl+s')
        return texts_of(path) == sorted(expected)
    try:
        driver.wait_for('the notes', saved)
    except AssertionError as error:
        raise AssertionError(f'{error}: {texts_of(path)} instead of {sorted(expected)}') from error


def open_board(folder):
    path = folder / 'retro.atelier'
    subprocess.run([CLI, 'new', '--template', 'start-stop-continue', '--title', 'Retro', '-o', path], check=True)
    app = driver.App(ATELIER, path, log=folder / 'log')
    driver.xdotool('mousemove', 1279, 719)  # a pointer that rests on a menu picks what is under it
    return path, app


def close(app):
    app.keys('ctrl+w')
    equal(app.wait_end(), 0, 'exit status')


@tap.test('/e2e/menus/new-note-of-an-area-is-written-at-once')
def new_note(folder):
    path, app = open_board(folder)
    try:
        app.keys('alt+2', 'Escape', 'shift+F10', 'Return')
        app.type('nobody asks why')  # with n, a key of the board
        app.keys('Return')
        save_and_expect(app, path, ['nobody asks why'])
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/menus/a-note-is-edited-from-its-menu')
def edit(folder):
    path, app = open_board(folder)
    try:
        app.type('first')
        app.keys('Return', 'Escape', 'shift+F10', 'Return')
        app.type(', then nothing')
        app.keys('Return')
        save_and_expect(app, path, ['first, then nothing'])
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/menus/delete-means-the-area-that-was-gone-to')
def delete(folder):
    path, app = open_board(folder)
    try:
        app.keys('alt+3')
        app.type('stays')
        app.keys('Return', 'alt+2', 'Escape', 'Delete', 'ctrl+a', 'Delete')
        app.keys('alt+2')
        app.type('new')
        app.keys('Return')
        save_and_expect(app, path, ['stays', 'new'])
        close(app)
    finally:
        app.kill()


tap.run()
