# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window with real keys and buttons, and waits for what they do."""
import json
import os
import pathlib
import re
import signal
import subprocess
import time

APP_ID = 'io.github.atelier_app.Atelier'
GIVE_UP = 20
STILL = str(pathlib.Path(__file__).resolve().parent.parent / 'lib/config')  # no cursor blinks, so that pictures come to rest


def wait_for(what, condition):
    """Polls until the condition is true and returns its value; what it waits for is said if it never is."""
    end = time.monotonic() + GIVE_UP
    while time.monotonic() < end:
        value = condition()
        if value:
            return value
        time.sleep(0.05)
    raise AssertionError(f'waited {GIVE_UP} s for {what}')


def xdotool(*words):
    return subprocess.run(['xdotool', *map(str, words)], capture_output=True, text=True, check=False).stdout.strip()


class App:
    """One running Atelier."""

    def __init__(self, program, *files, log=None, accessible=False, language='en'):
        env = dict(os.environ, NO_AT_BRIDGE='1', GTK_A11Y='none', G_DEBUG='fatal-criticals', LANGUAGE=language,
                   XDG_CONFIG_DIRS=STILL)
        if accessible:
            env.update(GTK_A11Y='atspi')
            del env['NO_AT_BRIDGE']
        self.log = open(log, 'a+', encoding='utf-8') if log else subprocess.DEVNULL
        self.process = subprocess.Popen([program, *map(str, files)], env=env, stdout=self.log, stderr=self.log)
        try:
            self.settle()
        except BaseException:
            self.kill()
            raise

    def settle(self):
        self.window = wait_for('a window', self.find_window)
        xdotool('windowmove', self.window, 0, 0, 'windowsize', self.window, 1280, 720)
        wait_for('the window to have its size', self.has_size)
        self.focus()
        wait_for('the window to be drawn', is_drawn)

    def find_window(self):
        if self.process.poll() is not None:
            raise AssertionError(f'Atelier ended with {self.process.returncode} before it had a window')
        found = xdotool('search', '--onlyvisible', '--pid', self.process.pid).split()
        return found[-1] if found else None

    def has_size(self):
        return 'Geometry: 1280x720' in xdotool('getwindowgeometry', self.window)

    def focus(self):
        xdotool('windowfocus', '--sync', self.window)

    def keys(self, *names):
        for name in names:
            xdotool('key', name)

    def type(self, text):
        xdotool('type', '--delay', 8, text)

    def double_click(self, x, y):
        time.sleep(0.5)  # clicks nearer in time than any hand makes them would count as one series
        xdotool('mousemove', x, y, 'click', '--repeat', 2, '--delay', 60, 1)

    def click(self, x, y):
        xdotool('mousemove', x, y, 'click', 1)

    def drag(self, x, y, to_x, to_y):
        xdotool('mousemove', x, y, 'mousedown', 1)
        for step in range(1, 9):
            xdotool('mousemove', x + (to_x - x) * step // 8, y + (to_y - y) * step // 8)
            time.sleep(0.02)
        xdotool('mouseup', 1)

    def actions(self, window=1):
        """The actions of a window with whether they are enabled, {} if there is no such window."""
        answer = call_actions(window, 'DescribeAll')
        return {name: enabled == 'true' for name, enabled in re.findall(r"'([\w-]+)': \((true|false)", answer)}

    def activate(self, action, window=1):
        call_actions(window, 'Activate', action, '[]', '{}')

    def wait_end(self):
        wait_for('Atelier to end', lambda: self.process.poll() is not None)
        return self.process.returncode

    def kill(self):
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGKILL)
            self.process.wait()
        wait_for('the bus to forget the name', lambda: not is_owned(APP_ID))


def call_actions(window, method, *words):
    path = '/' + APP_ID.replace('.', '/') + f'/window/{window}'
    call = ['gdbus', 'call', '--session', '--dest', APP_ID, '--object-path', path, '--method', f'org.gtk.Actions.{method}']
    return subprocess.run([*call, *words], capture_output=True, text=True, check=False).stdout


def is_owned(name):
    call = ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path', '/org/freedesktop/DBus',
            '--method', 'org.freedesktop.DBus.NameHasOwner', name]
    return 'true' in subprocess.run(call, capture_output=True, text=True, check=False).stdout


def load(path):
    """A session file as Python values, or None while it is not there."""
    path = pathlib.Path(path)
    return json.loads(path.read_text(encoding='utf-8')) if path.exists() else None


def content_of(path):
    """A session without the stamps that tell merges who has seen what."""
    def strip(value):
        if isinstance(value, dict):
            return {key: strip(part) for key, part in value.items() if key not in ('v', 'fv', 'vector', 'tombstones')}
        return [strip(part) for part in value] if isinstance(value, list) else value
    return strip(load(path))


def notes_of(path, board=0):
    """The notes of a board in their order."""
    session = load(path)
    if not session:
        return []
    boards = sorted(session['boards'], key=lambda item: (item.get('rank', ''), item['id']))
    return sorted(boards[board].get('notes', []), key=lambda item: (item.get('rank', ''), item['id']))


def grab():
    """The screen as width, height and RGB bytes."""
    data = subprocess.run(['import', '-window', 'root', '-depth', '8', 'ppm:-'], capture_output=True, check=True).stdout
    magic, size, depth, pixels = data.split(b'\n', 3)
    assert magic == b'P6' and depth == b'255', (magic, depth)
    width, height = map(int, size.split())
    return width, height, pixels


def is_drawn():
    """The window is there in full, and its picture stays the same for a while."""
    width, height, pixels = grab()
    at = 3 * ((height - 12) * width + width - 200)
    if pixels[at:at + 3] == b'\0\0\0':
        return False
    for _ in range(3):
        time.sleep(0.1)
        if grab()[2][:3 * width * (height - 100)] != pixels[:3 * width * (height - 100)]:
            return False
    return True


def find_notes(color, count=2):
    """The centers of the notes of a color, from left to right and top to bottom."""
    wanted = bytes.fromhex(color.lstrip('#'))

    def look():
        width, height, pixels = grab()
        columns = {}
        for y in range(60, height - 80, 4):
            for x in range(240, width, 4):
                at = 3 * (y * width + x)
                if all(abs(a - b) <= 3 for a, b in zip(pixels[at:at + 3], wanted)):
                    columns.setdefault(x, []).append(y)
        return split_runs(columns, count)

    return wait_for(f'{count} notes of the color {color}', look)


def split_runs(columns, count):
    """Groups columns of pixels that touch into notes standing side by side."""
    runs, last = [], None
    for x in sorted(columns):
        if last is None or x - last > 4:
            runs.append([])
        runs[-1].append(x)
        last = x
    runs = [run for run in runs if len(run) > 5]
    if len(runs) != count:
        return None
    centers = []
    for run in runs:
        ys = [y for x in run for y in columns[x]]
        centers.append((sum(run) // len(run), (min(ys) + max(ys)) // 2))
    return centers


def has_dialog(app):
    """A dialog stands in front of the window and takes the keys."""
    others = [window for window in xdotool('search', '--onlyvisible', '--pid', app.process.pid).split()
              if window != app.window]
    if not others:
        return False
    xdotool('windowfocus', '--sync', others[-1])
    return True
