# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills Atelier at a random moment while words are typed into it, starts it again, and tells what is missing.

A word counts as due if its last key was sent more than two seconds before the kill, and MARGIN for a key to come
from here through the X server into the model.
"""
import json
import os
import pathlib
import random
import shutil
import subprocess
import time

import driver

PROMISE = 2.0  # seconds that may be lost
MARGIN = 0.3  # seconds that a key may take; keys measured at 0.02 to 0.1 s here
OLDER = 5.0  # the planted fault: look at what there was so many seconds before the kill
ASK = 0.01
PATIENCE = 12


class Lost(Exception):
    """What a run has found wrong."""


def wait_for(what, condition, patience=PATIENCE):
    """Like driver.wait_for, but asks more often."""
    end = time.monotonic() + patience
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(ASK)
    raise Lost(f'waited {patience} s for {what}')


class Run:
    """One session, killed once."""

    def __init__(self, folder, programs, seed, plant=False):
        self.folder = pathlib.Path(folder)
        self.atelier, self.cli = programs
        self.random = random.Random(seed)
        self.seed = seed
        self.plant = plant
        self.titled = self.random.random() < 0.75
        self.path = self.folder / 'room.atelier'
        self.sent = []  # (word, when)
        self.notes = 0
        self.process = None

    def environment(self):
        names = ('CONFIG', 'DATA', 'STATE', 'CACHE')
        homes = {f'XDG_{name}_HOME': str(self.folder / name.lower()) for name in names}
        return dict(os.environ, **homes, NO_AT_BRIDGE='1', GTK_A11Y='none', G_DEBUG='fatal-criticals', LANGUAGE='en')

    def start(self, *files):
        with open(self.folder / 'log', 'a', encoding='utf-8') as log:
            self.process = subprocess.Popen([self.atelier, *map(str, files)], env=self.environment(), stdout=log,
                                            stderr=log)
        self.focus()

    def windows(self):
        if self.process.poll() is not None:
            raise Lost(f'Atelier ended with {self.process.returncode}: ' + self.log())
        return driver.xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()

    def log(self):
        return (self.folder / 'log').read_text(encoding='utf-8', errors='replace')[-600:]

    def focus(self):
        window = wait_for('a window', self.windows)[-1]
        driver.xdotool('windowfocus', '--sync', window)

    def kill(self):
        self.process.kill()
        self.process.wait()
        driver.wait_for('the bus to forget the name', lambda: not driver.is_owned(driver.APP_ID))

    # What the user does

    def word(self):
        return f'w{self.seed % 1000}x{len(self.sent)}' + ''.join(self.random.choices('abcdefgh', k=3))

    def send(self, before, word, *after):
        """Keys, a word, keys; the word is sent when the last of them is."""
        line = [key for name in before for key in ('key', name)]
        line += ['type', '--delay', '6', '--args', '1', word]
        line += [key for name in after for key in ('key', name)]
        driver.xdotool(*line)
        self.sent.append((word, time.time()))

    def add(self):
        self.send([], self.word(), 'Return')
        self.notes += 1

    def add_words(self):
        for _ in range(self.random.randint(2, 4)):
            self.send([], self.word(), 'space')
        driver.xdotool('key', 'Return')
        self.notes += 1

    def edit(self):
        self.send(['Escape', 'Return'], self.word(), 'Escape', 'ctrl+l')

    def move(self):
        way = self.random.choice(['Left', 'Right', 'Up', 'Down'])
        driver.xdotool('key', 'Escape', 'key', f'ctrl+shift+{way}', 'key', 'ctrl+l')

    def save(self):
        if self.titled:
            driver.xdotool('key', 'ctrl+s')

    def half(self):
        """Leaves words standing in the bar for a while."""
        self.send([], self.word())
        time.sleep(self.random.uniform(0, 1.5))
        driver.xdotool('key', 'Return')
        self.notes += 1

    def act(self):
        acts = [self.add] * 6 + [self.add_words] * 2 + [self.half] * 2 + [self.save] * 3
        if self.notes > 0:
            acts += [self.edit] * 3 + [self.move] * 2
        self.random.choice(acts)()

    def open(self):
        if self.titled:
            subprocess.run([self.cli, 'new', '--template', 'start-stop-continue', '--title', 'Room', '-o', self.path],
                           check=True, env=self.environment())
            self.start(self.path)
        else:
            self.create()
        wait_for('the session in the window', self.shows_session)
        driver.xdotool('key', 'ctrl+l')

    def create(self):
        """A new session from the start page, in one go."""
        self.start()
        driver.xdotool('type', '--delay', '6', '--args', '1', 'start / stop', 'key', 'Return', 'key', 'ctrl+a',
                       'type', '--delay', '6', '--args', '1', 'Room', 'key', 'Return')

    def shows_session(self):
        return any(driver.xdotool('getwindowname', window).startswith('Room ') for window in self.windows())

    def type_until_killed(self):
        end = time.time() + self.random.uniform(1.2, 3.4)
        while time.time() < end:
            self.act()
        if self.random.random() < 0.4:
            self.save()
            time.sleep(self.random.uniform(0, 0.03))
        self.killed_at = time.time()
        self.kill()

    # What is there

    def folders(self):
        return sorted((self.folder / 'state' / 'atelier' / 'recovery').glob('*/'))

    def readable(self, path):
        return not self.plant or path.stat().st_mtime <= self.killed_at - OLDER

    def newest(self, folder):
        """The newest snapshot of a folder: its name holds its time."""
        found = [path for path in folder.glob('snapshot-*.atelier') if self.readable(path)]
        return max(found, key=lambda path: int(path.name.split('-')[1]), default=None)

    def files(self):
        """The file, the newest snapshot of each opening and what stood in the bar."""
        found = [self.path] + [self.newest(folder) for folder in self.folders()]
        found += [folder / 'draft.json' for folder in self.folders()]
        return [path for path in found if path is not None and path.exists() and self.readable(path)]

    def kept(self):
        text = ''
        for path in self.files():
            try:
                text += path.read_text(encoding='utf-8')
            except FileNotFoundError:
                pass
        return text

    def due(self):
        return [word for word, when in self.sent if when < self.killed_at - PROMISE - MARGIN]

    def parse_all(self):
        files = [path for path in self.folder.rglob('*.atelier')]
        checked = subprocess.run([self.cli, 'check', *files], capture_output=True, text=True, check=False,
                                 env=self.environment()) if files else None
        if checked is not None and checked.returncode != 0:
            raise Lost('a file does not parse: ' + checked.stdout + checked.stderr)
        for path in self.folder.rglob('*.json'):
            json.loads(path.read_text(encoding='utf-8'))

    def restart(self):
        """The window that comes back has every word that was kept, in the next snapshot it takes."""
        wanted = [word for word, _ in self.sent if word in self.kept()]
        in_file = self.path.read_text(encoding='utf-8') if self.titled else ''
        named = self.titled and (self.random.random() < 0.4 or all(word in in_file for word in wanted))
        self.start(*([self.path] if named else []))
        if not wanted and not named:
            return
        wait_for('the session to come back', self.shows_session)
        again = f'again{self.seed}'

        def holder():
            self.focus()
            driver.xdotool('key', 'ctrl+l', 'key', 'End', 'type', '--delay', '6', '--args', '1', again, 'key', 'Return')
            return self.wait_snapshot(again, 1.8)
        snapshot = wait_for('the window that came back to keep a word', holder)
        missing = [word for word in wanted if word not in snapshot]
        if missing:
            raise Lost(f'not in the window that came back{" with its file" if named else ""}: ' + ' '.join(missing))

    def wait_snapshot(self, word, patience):
        """The newest snapshot that holds a word. A draft would hide that no note was made of it."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            for path in filter(None, map(self.newest, self.folders())):
                text = path.read_text(encoding='utf-8')
                if word in text:
                    return text
            time.sleep(ASK)
        return None

    def check(self):
        kept = self.kept()
        ages = [self.killed_at - when for word, when in self.sent if word not in kept]
        self.oldest_lost = max(ages, default=0)
        missing = [word for word in self.due() if word not in kept]
        if missing:
            raise Lost(f'lost {len(missing)} of {len(self.due())} words, the oldest {self.oldest_lost:.1f} s old: '
                       + ' '.join(missing))

    def run(self):
        self.folder.mkdir(parents=True)
        try:
            self.open()
            self.type_until_killed()
            self.parse_all()
            self.check()
            if not self.plant:
                self.restart()
                self.kill()
                self.parse_all()
        except Lost:
            subprocess.run(['import', '-window', 'root', self.folder / 'screen.png'], check=False)
            raise
        finally:
            if self.process is not None and self.process.poll() is None:
                self.kill()


class Tally:
    """What some runs have found."""

    def __init__(self):
        self.runs = self.words = self.due = self.failed = 0
        self.oldest_lost = 0.0
        self.begun = time.monotonic()

    def add(self, run, problem):
        self.runs += 1
        self.words += len(run.sent)
        self.due += len(run.due()) if hasattr(run, 'killed_at') else 0
        self.oldest_lost = max(self.oldest_lost, getattr(run, 'oldest_lost', 0))
        self.failed += problem is not None

    def line(self):
        return (f'{self.runs} runs, {self.words} words sent, {self.due} of them due, {self.failed} runs failed, '
                f'oldest word lost {self.oldest_lost:.2f} s before the kill, '
                f'{(time.monotonic() - self.begun) / max(self.runs, 1):.1f} s a run')


def kill_many(folder, programs, seeds, say, plant=False):
    """Runs once for each seed; folders of runs that failed stay. Returns a tally."""
    tally = Tally()
    for seed in seeds:
        run = Run(pathlib.Path(folder) / f'run-{seed}', programs, seed, plant)
        problem = None
        try:
            run.run()
        except (Lost, AssertionError, ValueError) as error:
            problem = error
            say(f'run {seed} ({"named" if run.titled else "untitled"}): {error}')
        tally.add(run, problem)
        if problem is None or plant:
            shutil.rmtree(run.folder)
        if tally.runs % 25 == 0:
            say(tally.line())
    return tally
