#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was interrupted comes back: kill -9 and worse, then a new start, through the real window.

usage: test-recovery.py ATELIER ATELIER_CLI
"""
import json
import os
import pathlib
import signal
import subprocess
import sys

import driver
from lib_tap import Tap, equal

ATELIER, CLI = sys.argv[1:3]
DRAFT_CARD = (150, 130)  # the first one of the start page
tap = Tap()


class Place:
    """The folders of one user, and the session file of a test."""

    def __init__(self, folder):
        self.folder = folder
        self.session = folder / 'retro.atelier'
        self.root = folder / 'state' / 'atelier' / 'recovery'
        os.environ['XDG_STATE_HOME'] = str(folder / 'state')
        os.environ['XDG_DATA_HOME'] = str(folder / 'data')

    def make_session(self):
        subprocess.run([CLI, 'new', '--template', 'start-stop-continue', '--title', 'Rétro', '-o', self.session], check=True)

    def start(self, *files):
        return driver.App(ATELIER, *files, log=self.folder / 'log')

    def start_untitled(self):
        app = self.start()
        make_untitled(app)
        return app

    def snapshots(self):
        """Paths, the newest last."""
        return sorted(self.root.glob('*/snapshot-*.atelier'), key=lambda path: path.name.split('-', 1)[1])

    def owners(self):
        return [json.loads(path.read_text(encoding='utf-8')) for path in self.root.glob('*/owner.json')]

    def kept_texts(self):
        """The notes of the newest snapshot that is whole."""
        for path in reversed(self.snapshots()):
            try:
                return texts_of(path)
            except ValueError:
                continue
        return []

    def drafts(self):
        return [json.loads(path.read_text(encoding='utf-8'))['text'] for path in self.root.glob('*/draft.json')]


def make_untitled(app, window=1):
    app.type('start / stop')
    driver.wait_for('the card', driver.is_drawn)
    app.keys('Return')
    driver.wait_for('its details', driver.is_drawn)
    app.keys('ctrl+a')
    app.type('Untitled retro')
    app.keys('Return')
    driver.wait_for('the session', lambda: app.actions(window).get('restore-version'))


def add_untitled(app):
    """A second window with an untitled session, which gets the keys from now on."""
    first = app.window
    app.keys('ctrl+n')
    app.window = driver.wait_for('a second window', lambda: app.find_window() if app.find_window() != first else None)
    app.focus()
    make_untitled(app, 2)


def texts_of(path):
    return [note.get('text', '') for note in driver.notes_of(path)]


def write(app, *texts):
    for text in texts:
        app.type(text)
        app.keys('Return')


def end_by(app, number):
    app.process.send_signal(number)
    app.process.wait()
    app.kill()


def wait_recovered(app, action='recovered-keep', window=1):
    driver.wait_for(f'{action} in window {window}', lambda: app.actions(window).get(action))


def save_and_expect(app, path, wanted):
    def saved():
        app.keys('ctrl+s')
        return sorted(texts_of(path)) == sorted(wanted)
    driver.wait_for(f'{wanted} in the file', saved)


@tap.test('/e2e/recovery/untitled/notes-and-the-text-of-the-capture-bar-come-back')
def untitled(folder):
    place = Place(folder)
    app = place.start_untitled()
    try:
        write(app, 'Alpha', 'Beta')
        app.type('half a thought')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Alpha', 'Beta'])
        driver.wait_for('the draft', lambda: place.drafts() == ['half a thought'])
        end_by(app, signal.SIGKILL)

        app = place.start()
        wait_recovered(app)
        app.type(', finished')
        app.keys('Return')
        driver.wait_for('all words', lambda: place.kept_texts() == ['Alpha', 'Beta', 'half a thought, finished'])
        equal(place.owners()[0]['title'], 'Untitled retro')
    finally:
        app.kill()


@tap.test('/e2e/recovery/untitled/text-alone-comes-back')
def text_alone(folder):
    place = Place(folder)
    app = place.start_untitled()
    try:
        app.type('nothing but this')
        driver.wait_for('the draft', lambda: place.drafts() == ['nothing but this'])
        end_by(app, signal.SIGKILL)

        app = place.start()
        wait_recovered(app)
        app.keys('Return')
        driver.wait_for('the note', lambda: place.kept_texts() == ['nothing but this'])
    finally:
        app.kill()


@tap.test('/e2e/recovery/named/comes-back-and-is-saved')
def named(folder):
    place = Place(folder)
    place.make_session()
    app = place.start(place.session)
    try:
        write(app, 'Alpha', 'Beta')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Alpha', 'Beta'])
        end_by(app, signal.SIGKILL)
        equal(texts_of(place.session), [], 'the file')

        app = place.start()
        wait_recovered(app, 'recovered-use-file')
        save_and_expect(app, place.session, ['Alpha', 'Beta'])
    finally:
        app.kill()


@tap.test('/e2e/recovery/named/opened-by-name-can-use-the-file-instead')
def use_file(folder):
    place = Place(folder)
    place.make_session()
    app = place.start(place.session)
    try:
        write(app, 'Unwanted')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Unwanted'])
        end_by(app, signal.SIGSEGV)

        app = place.start(place.session)
        wait_recovered(app, 'recovered-use-file')
        app.activate('recovered-use-file')
        driver.wait_for('the answer', lambda: not app.actions().get('recovered-keep'))
        write(app, 'Wanted')
        save_and_expect(app, place.session, ['Wanted'])
    finally:
        app.kill()


@tap.test('/e2e/recovery/several/each-in-a-window-of-its-own')
def several(folder):
    place = Place(folder)
    place.make_session()
    app = place.start(place.session)
    try:
        first = app.window
        add_untitled(app)
        write(app, 'Beta')
        app.window = first
        app.focus()
        write(app, 'Alpha')
        driver.wait_for('both in snapshots', lambda: len(place.owners()) == 2 and
                        {text for path in place.snapshots() for text in texts_of(path)} == {'Alpha', 'Beta'})
        end_by(app, signal.SIGKILL)

        app = place.start()
        wait_recovered(app, window=1)
        wait_recovered(app, window=2)
    finally:
        app.kill()


@tap.test('/e2e/recovery/changed-outside/both-are-merged')
def changed_outside(folder):
    place = Place(folder)
    place.make_session()
    app = place.start(place.session)
    try:
        write(app, 'Ours')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Ours'])
        end_by(app, signal.SIGKILL)
        text = place.session.read_text(encoding='utf-8').replace('"notes":[', '"notes":[\n{"id":"theirs","text":"Theirs"}')
        if '"theirs"' not in text:
            text = text.replace('"areas":[', '"notes":[\n{"id":"theirs","text":"Theirs"}\n],\n"areas":[', 1)
        place.session.write_text(text, encoding='utf-8')

        app = place.start()
        wait_recovered(app, 'recovered-merge')
        app.activate('recovered-merge')
        driver.wait_for('the answer', lambda: not app.actions().get('recovered-merge'))
        save_and_expect(app, place.session, ['Ours', 'Theirs'])
    finally:
        app.kill()


@tap.test('/e2e/recovery/file-deleted/comes-back-on-its-own')
def deleted(folder):
    place = Place(folder)
    place.make_session()
    app = place.start(place.session)
    try:
        write(app, 'Alpha')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Alpha'])
        end_by(app, signal.SIGKILL)
        place.session.unlink()

        app = place.start()
        wait_recovered(app, 'recovered-discard')
    finally:
        app.kill()


@tap.test('/e2e/recovery/damaged-snapshot/the-one-before-is-used')
def damaged(folder):
    place = Place(folder)
    app = place.start_untitled()
    try:
        write(app, 'Alpha')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Alpha'])
        write(app, 'Beta')
        driver.wait_for('another', lambda: place.kept_texts() == ['Alpha', 'Beta'])
        end_by(app, signal.SIGKILL)
        newest = place.snapshots()[-1]
        newest.write_bytes(newest.read_bytes()[:200])

        app = place.start()
        wait_recovered(app)
        write(app, 'Gamma')
        driver.wait_for('what was left', lambda: place.kept_texts() == ['Alpha', 'Gamma'])
    finally:
        app.kill()


@tap.test('/e2e/recovery/discard/is-kept-for-seven-days')
def discard(folder):
    place = Place(folder)
    app = place.start_untitled()
    try:
        write(app, 'Alpha')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Alpha'])
        end_by(app, signal.SIGKILL)

        app = place.start()
        wait_recovered(app, 'recovered-discard')
        app.activate('recovered-discard')
        driver.wait_for('the state', lambda: [owner['state'] for owner in place.owners()] == ['discarded'])
        equal(place.kept_texts(), ['Alpha'])
    finally:
        app.kill()


@tap.test('/e2e/recovery/clean-exit/saves-and-leaves-nothing-behind')
def clean_exit(folder):
    place = Place(folder)
    place.make_session()
    app = place.start(place.session)
    try:
        write(app, 'Alpha')
        app.keys('ctrl+w')
        equal(app.wait_end(), 0, 'exit status')
        equal(texts_of(place.session), ['Alpha'])
        equal(place.snapshots(), [])
    finally:
        app.kill()


@tap.test('/e2e/drafts/closing-an-untitled-session-keeps-it-on-the-start-page')
def draft(folder):
    place = Place(folder)
    app = place.start_untitled()
    try:
        write(app, 'Alpha')
        app.type('Beta')
        app.keys('ctrl+w')
        equal(app.wait_end(), 0, 'exit status')
        equal([owner['state'] for owner in place.owners()], ['draft'])

        app = place.start()
        open_first_draft(app)
        write(app, 'Gamma')
        driver.wait_for('all words', lambda: place.kept_texts() == ['Alpha', 'Beta', 'Gamma'])
    finally:
        app.kill()


@tap.test('/e2e/drafts/what-was-discarded-by-keys-comes-back-by-keys')
def discarded(folder):
    place = Place(folder)
    app = place.start_untitled()
    try:
        write(app, 'Alpha')
        app.keys('ctrl+w')
        equal(app.wait_end(), 0, 'exit status')

        app = place.start()
        app.keys('shift+Tab')  # from the search
        driver.wait_for('the sample', driver.is_drawn)
        app.keys('shift+Tab', 'Return')
        driver.wait_for('the draft to be discarded', lambda: [owner['state'] for owner in place.owners()] == ['discarded'])
        driver.wait_for('the page', driver.is_drawn)
        app.keys('space')  # what was discarded lately has the focus
        driver.wait_for('its card', driver.is_drawn)
        app.keys('Tab', 'Return')
        driver.wait_for('the session', lambda: app.actions().get('restore-version'))
        write(app, 'Beta')
        driver.wait_for('all words', lambda: place.kept_texts() == ['Alpha', 'Beta'])
    finally:
        app.kill()


@tap.test('/e2e/recovery/ended-by-the-system/saves-and-keeps-a-draft')
def ended(folder):
    place = Place(folder)
    place.make_session()
    app = place.start(place.session)
    try:
        write(app, 'Named')
        add_untitled(app)
        write(app, 'Untitled')
        app.process.terminate()
        equal(app.wait_end(), 0, 'exit status')
        equal(texts_of(place.session), ['Named'])
        equal([owner['state'] for owner in place.owners()], ['draft'])
        equal(place.kept_texts(), ['Untitled'])
    finally:
        app.kill()


def own(place, process):
    """As if the process had the session open."""
    path = next(place.root.glob('*/owner.json'))
    owner = json.loads(path.read_text(encoding='utf-8'))
    stat = pathlib.Path(f'/proc/{process.pid}/stat').read_text(encoding='utf-8')
    owner.update(pid=process.pid, start=int(stat.rpartition(')')[2].split()[19]))
    path.write_text(json.dumps(owner), encoding='utf-8')


@tap.test('/e2e/recovery/still-dying/comes-back-once-it-is-dead')
def dying(folder):
    """While the system writes down its memory a process that crashed seems to run."""
    place = Place(folder)
    app = place.start_untitled()
    dead = subprocess.Popen(['sleep', '600'])
    try:
        write(app, 'Alpha')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Alpha'])
        end_by(app, signal.SIGKILL)
        own(place, dead)

        app = place.start()
        equal(app.actions()['restore-version'], False, 'a session is open')
        dead.kill()  # and not waited for
        wait_recovered(app)
    finally:
        dead.kill()
        dead.wait()
        app.kill()


@tap.test('/e2e/recovery/two-crashes/starts-with-a-list')
def held(folder):
    place = Place(folder)
    app = place.start_untitled()
    try:
        write(app, 'Alpha')
        driver.wait_for('a snapshot', lambda: place.kept_texts() == ['Alpha'])
        end_by(app, signal.SIGKILL)
        for _ in range(2):
            app = place.start()
            wait_recovered(app)
            end_by(app, signal.SIGKILL)

        app = place.start()
        equal(app.actions()['restore-version'], False, 'a session is open')
        open_first_draft(app, 75)
        equal(place.kept_texts(), ['Alpha'])
    finally:
        app.kill()


def open_first_draft(app, below=0):
    """Clicks until the card is there, and has opened its session."""
    def opened():
        app.click(DRAFT_CARD[0], DRAFT_CARD[1] + below)
        return app.actions().get('restore-version')
    driver.wait_for('the draft to be open', opened)


tap.run()
