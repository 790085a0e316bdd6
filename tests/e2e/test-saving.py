#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Saving through the real window, while other programs and the file system do their worst.

usage: test-saving.py ATELIER ATELIER_CLI
"""
import errno
import json
import os
import pathlib
import subprocess
import sys

import driver
from lib_tap import Tap, contains, equal

ATELIER, CLI = sys.argv[1:3]
tap = Tap()


def start(folder, path, program=ATELIER):
    """Each test has snapshots and versions of its own: what one leaves behind is not recovered by the next."""
    os.environ['XDG_STATE_HOME'] = str(folder / 'state')
    os.environ['XDG_DATA_HOME'] = str(folder / 'data')
    for name in ('state', 'data'):
        (folder / name).mkdir()
    return driver.App(program, path, log=folder / 'log')


def new_session(folder):
    path = folder / 'retro.atelier'
    subprocess.run([CLI, 'new', '--template', 'start-stop-continue', '--title', 'Ours', '-o', path], check=True)
    return path


def texts_of(path):
    return sorted(note.get('text', '') for note in driver.notes_of(path))


def title_of(path):
    session = driver.load(path)
    return session and session['title']


def replace_title(path, title):
    """Another program changes the title, by a new file in place of the old one."""
    text = path.read_text(encoding='utf-8').replace('"title":"Ours"', f'"title":"{title}"', 1)
    other = path.with_name('other.tmp')
    other.write_text(text, encoding='utf-8')
    equal(json.loads(text)['title'], title)
    other.rename(path)


def shown_title(app):
    return driver.xdotool('getwindowname', app.window).removesuffix(' — Atelier')


def press_until(app, keys, what, condition):
    """Presses the key of a button in the bar until it was there and has done its work."""
    def done():
        app.keys(*keys)
        return condition()
    driver.wait_for(what, done)


def state_folder():
    return pathlib.Path(os.environ['XDG_STATE_HOME']) / 'atelier' / 'recovery'


def versions_folder():
    return pathlib.Path(os.environ['XDG_DATA_HOME']) / 'atelier' / 'versions'


def close(app):
    app.keys('ctrl+w')
    equal(app.wait_end(), 0, 'exit status')


def script(path, *lines):
    path.write_text('\n'.join(['#!/bin/sh', *lines, '']), encoding='utf-8')
    path.chmod(0o755)
    return path


def without_rights(folder):
    """A program that runs Atelier without the rights of the superuser, who could write anywhere."""
    if os.geteuid() != 0:
        return ATELIER
    return script(folder / 'atelier-as-anybody', 'exec setpriv --bounding-set=-dac_override,-dac_read_search '
                  f'"{pathlib.Path(ATELIER).resolve()}" "$@"')


@tap.test('/e2e/saving/closing-saves-and-asks-nothing')
def close_saves(folder):
    path = new_session(folder)
    app = start(folder, path)
    try:
        app.type('Not saved by hand')
        app.keys('Return')
        app.type('Not even a note yet')
        close(app)
        equal(texts_of(path), ['Not even a note yet', 'Not saved by hand'])
    finally:
        app.kill()


@tap.test('/e2e/saving/saves-itself')
def saves_itself(folder):
    path = new_session(folder)
    app = start(folder, path)
    try:
        app.type('By itself')
        app.keys('Return')
        driver.wait_for('the file to be written without being asked', lambda: texts_of(path) == ['By itself'])
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/snapshots/every-word-is-safe-two-seconds-later')
def snapshots(folder):
    path = new_session(folder)
    app = start(folder, path)
    try:
        app.type('In a safe place')
        app.keys('Return')
        app.type('still in the bar')
        driver.wait_for('a snapshot', lambda: any(texts_of(snapshot) == ['In a safe place']
                                                  for snapshot in state_folder().glob('*/*.atelier')))
        driver.wait_for('the draft', lambda: any('still in the bar' in draft.read_text(encoding='utf-8')
                                                 for draft in state_folder().glob('*/draft.json')))
        close(app)
        equal(list(state_folder().glob('*/*.atelier')), [], 'snapshots left behind')
    finally:
        app.kill()


@tap.test('/e2e/outside/reload')
def reload(folder):
    path = new_session(folder)
    app = start(folder, path)
    try:
        equal(shown_title(app), 'Ours')
        replace_title(path, 'Theirs')
        press_until(app, ['alt+r'], 'the other title', lambda: shown_title(app) == 'Theirs')
        app.type('Goes on')
        app.keys('Return', 'ctrl+s')
        driver.wait_for('the note in the file', lambda: texts_of(path) == ['Goes on'])
        equal(title_of(path), 'Theirs')
        app.keys('ctrl+l')
        press_until(app, ['ctrl+z'], 'the title before', lambda: shown_title(app) == 'Ours')
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/outside/overwrite-keeps-the-other-version')
def overwrite(folder):
    path = new_session(folder)
    app = start(folder, path)
    try:
        app.type('Mine')
        app.keys('Return')
        replace_title(path, 'Theirs')
        app.keys('ctrl+s')
        equal(title_of(path), 'Theirs')
        press_until(app, ['alt+o'], 'our version in the file', lambda: texts_of(path) == ['Mine'])
        equal(title_of(path), 'Ours')
        driver.wait_for('the other version among the earlier ones', lambda: any(
            title_of(version) == 'Theirs' for version in versions_folder().glob('*/*.atelier')))
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/outside/merge')
def merge(folder):
    path = new_session(folder)
    app = start(folder, path)
    try:
        app.type('Mine')
        app.keys('Return')
        replace_title(path, 'Theirs')
        press_until(app, ['alt+m'], 'the other title', lambda: shown_title(app) == 'Theirs')
        app.keys('ctrl+s')
        driver.wait_for('both in the file', lambda: texts_of(path) == ['Mine'] and title_of(path) == 'Theirs')
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/outside/deleted-file-is-saved-again')
def deleted(folder):
    path = new_session(folder)
    app = start(folder, path)
    try:
        app.type('Still here')
        app.keys('Return')
        path.unlink()
        press_until(app, ['alt+s'], 'the file', path.exists)
        driver.wait_for('the note in it', lambda: texts_of(path) == ['Still here'])
        close(app)
    finally:
        app.kill()


@tap.test('/e2e/folder/read-only-keeps-the-work-and-retries')
def read_only_folder(folder):
    path = new_session(folder)
    before = path.read_bytes()
    app = start(folder, path, without_rights(folder))
    try:
        folder.chmod(0o555)
        app.type('Cannot be saved')
        app.keys('Return', 'ctrl+s', 'ctrl+w')
        driver.wait_for('the question', lambda: driver.has_dialog(app))
        app.keys('Escape')
        equal(path.read_bytes(), before, 'the file')
        folder.chmod(0o755)
        app.focus()
        press_until(app, ['alt+r'], 'the note in the file', lambda: texts_of(path) == ['Cannot be saved'])
        close(app)
        contains([entry.name for entry in folder.iterdir()], 'retro.atelier')
    finally:
        folder.chmod(0o755)
        app.kill()


class SmallDisk:
    """A disk of 64 kB in a namespace of its own, with the session on it."""

    def __init__(self, folder):
        self.place = folder / 'disk'
        self.place.mkdir()
        seed = new_session(folder).rename(folder / 'seed.atelier')
        inside = script(folder / 'inside', f'mount -t tmpfs -o size=64k tmpfs "{self.place}"',
                        f'cp "{seed}" "{self.place}/retro.atelier"', f'exec "{pathlib.Path(ATELIER).resolve()}" "$@"')
        starter = script(folder / 'atelier', f'exec unshare -Urm "{inside}" "$@"')
        self.app = start(folder, self.place / 'retro.atelier', starter)
        self.disk = pathlib.Path(f'/proc/{self.app.process.pid}/root/{self.place}')
        self.path = self.disk / 'retro.atelier'

    def fill(self):
        with open(self.disk / 'filler', 'wb', buffering=0) as filler:
            try:
                while True:
                    filler.write(bytes(4096))
            except OSError as error:
                equal(error.errno, errno.ENOSPC)

    def empty(self):
        (self.disk / 'filler').unlink()


class SmallFiles:
    """Where namespaces are not permitted: Atelier may write no file larger than 100 bytes."""

    def __init__(self, folder):
        self.disk = folder / 'disk'
        self.disk.mkdir()
        self.path = new_session(folder).rename(self.disk / 'retro.atelier')
        starter = script(folder / 'atelier', 'trap "" XFSZ', f'exec "{pathlib.Path(ATELIER).resolve()}" "$@"')
        self.app = start(folder, self.path, starter)

    def limit(self, size):
        subprocess.run(['prlimit', f'--fsize={size}:', '--pid', str(self.app.process.pid)], check=True)

    def fill(self):
        self.limit(100)

    def empty(self):
        self.limit('unlimited')


def small_disk(folder):
    probe = subprocess.run(['unshare', '-Urm', 'mount', '-t', 'tmpfs', 'tmpfs', folder], check=False, stderr=subprocess.DEVNULL)
    return SmallDisk(folder) if probe.returncode == 0 else SmallFiles(folder)


@tap.test('/e2e/disk/full-keeps-the-work-and-retries')
def full_disk(folder):
    disk = small_disk(folder)
    app = disk.app
    before = disk.path.read_bytes()
    try:
        disk.fill()
        app.type('Too much for this disk')
        app.keys('Return', 'ctrl+s', 'ctrl+w')
        driver.wait_for('the question', lambda: driver.has_dialog(app))
        app.keys('Escape')
        equal(disk.path.read_bytes(), before, 'the file')
        equal([entry.name for entry in disk.disk.iterdir() if entry.name != 'filler'], ['retro.atelier'], 'what is on the disk')
        disk.empty()
        app.focus()
        press_until(app, ['alt+r'], 'the note in the file', lambda: texts_of(disk.path) == ['Too much for this disk'])
        close(app)
    finally:
        app.kill()


def merge_and_save(app, path, wanted):
    app.focus()
    press_until(app, ['alt+m', 'ctrl+s'], f'{wanted} in the file', lambda: texts_of(path) == wanted)


@tap.test('/e2e/two-processes/neither-loses-what-the-other-wrote')
def two_processes(folder):
    path = new_session(folder)
    elsewhere = script(folder / 'atelier-elsewhere',
                       f'export XDG_STATE_HOME="{folder}/state-2" XDG_DATA_HOME="{folder}/data-2"',
                       f'DBUS_SESSION_BUS_ADDRESS=disabled: exec "{pathlib.Path(ATELIER).resolve()}" "$@"')
    apps = [start(folder, path)]
    try:
        apps.append(driver.App(elsewhere, path, log=folder / 'log-2'))
        for app, text in zip(apps, ('First', 'Other')):
            app.focus()
            app.type(text)
            app.keys('Return')
        apps[1].keys('ctrl+s')
        driver.wait_for('the note of the other', lambda: texts_of(path) == ['Other'])
        merge_and_save(apps[0], path, ['First', 'Other'])
        apps[1].focus()
        apps[1].type('Third')
        apps[1].keys('Return')
        merge_and_save(apps[1], path, ['First', 'Other', 'Third'])
    finally:
        for app in apps:
            app.process.kill()
            app.process.wait()
        apps[0].kill()


tap.run()
