# SPDX-License-Identifier: GPL-3.0-or-later
"""What the Python tests of this folder share: TAP, each test in an empty folder of its own, two assertions."""

import json
import pathlib
import sys
import tempfile
import traceback


class Tap:
    def __init__(self):
        self.tests = []

    def test(self, path):
        def register(function):
            self.tests.append((path, function))
            return function
        return register

    def run_one(self, number, path, function):
        with tempfile.TemporaryDirectory() as folder:
            try:
                function(pathlib.Path(folder))
            except Exception:
                print(f"not ok {number} {path}")
                print("\n".join("# " + line for line in traceback.format_exc().splitlines()), flush=True)
                return False
        print(f"ok {number} {path}", flush=True)
        return True

    def run(self):
        print(f"1..{len(self.tests)}")
        passed = [self.run_one(number, *test) for number, test in enumerate(self.tests, 1)]
        sys.exit(0 if all(passed) else 1)


def equal(actual, expected, about=""):
    if actual != expected:
        raise AssertionError(f"{about}: {actual!r} is not {expected!r}")


def contains(text, part):
    if part not in text:
        raise AssertionError(f"{part!r} is not in {text!r}")


def read(source):
    """Parses JSON, from a file or a text."""
    return json.loads(source.read_text(encoding="utf-8") if isinstance(source, pathlib.Path) else source)
