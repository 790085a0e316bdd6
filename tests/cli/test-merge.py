#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs atelier-cli merge the way a shell and git do: exit codes, what is refused, what is written.

Arguments: the program and the source folder. Speaks TAP."""

import json
import os
import pathlib
import shutil
import subprocess
import sys

from lib_tap import Tap, contains, equal, read

CLI, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SAMPLE = SOURCE / "data/samples/la-serre.atelier"
FOLLOW_UP = SOURCE / "data/samples/la-serre-3-mois.atelier"
GIT = shutil.which("git")
tap = Tap()


def merge(*arguments):
    return subprocess.run([CLI, "merge", *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60,
                          env=os.environ)


def write(file, *terms, **members):
    """A session of a few terms, as somebody without Atelier would write it."""
    session = {"format": "atelier-session", "version": 1, "id": "s", **members,
               "terms": [{"id": key, "term": word} for key, word in terms]}
    file.write_text(json.dumps(session), encoding="utf-8")
    return file


def words(file):
    return sorted(term.get("term", "") for term in read(file).get("terms", []))


def assert_refused(result, out, part):
    equal(result.returncode, 129, result.stderr)
    equal(len(result.stderr.splitlines()), 1, result.stderr)
    contains(result.stderr, part)
    equal(out.exists(), False, "the output")


@tap.test("/cli/merge/with-itself-changes-nothing")
def itself(folder):
    out = folder / "out"
    result = merge(SAMPLE, SAMPLE, "-o", out, "--report")
    equal((result.returncode, result.stderr), (0, ""))
    equal(result.stdout, "nothing new\n")
    equal(out.read_bytes(), SAMPLE.read_bytes(), "the bytes")


@tap.test("/cli/merge/with-itself-changes-nothing-of-an-edited-file")
def itself_edited(folder):
    """Somebody gave the version that is not shown a later stamp, or the same."""
    for stamp in ("actorone.9", "actorone.3"):
        term = {"id": "1", "term": "shown", "alternatives": {"text": [{"v": [stamp], "term": "other"}]}, "v": "actorone.3"}
        file = folder / "edited.atelier"
        file.write_text(json.dumps({"format": "atelier-session", "version": 1, "id": "s", "vector": ["actorone.9"], "terms": [term]}),
                        encoding="utf-8")
        equal(merge(file, file, "-o", folder / "once").returncode, 0)
        equal(read(folder / "once")["terms"], [term])
        equal(merge(folder / "once", folder / "once", "-o", folder / "twice").returncode, 0)
        equal((folder / "once").read_bytes(), (folder / "twice").read_bytes(), "the bytes")


@tap.test("/cli/merge/brings-both-together-in-either-order")
def both(folder):
    ours, theirs = write(folder / "a", ("1", "one"), ("2", "two")), write(folder / "b", ("1", "one"), ("3", "three"))
    equal(merge(ours, theirs, "-o", folder / "ab").returncode, 0)
    equal(merge(theirs, ours, "-o", folder / "ba").returncode, 0)
    equal(words(folder / "ab"), ["one", "three", "two"])
    equal((folder / "ab").read_bytes(), (folder / "ba").read_bytes(), "the order")


@tap.test("/cli/merge/strict-tells-two-versions")
def strict(folder):
    ours, theirs = write(folder / "a", ("1", "one")), write(folder / "b", ("1", "uno"))
    result = merge(ours, theirs, "-o", folder / "out", "--strict", "--report")
    equal(result.returncode, 1)
    contains(result.stdout, "two versions: term “")
    text = (folder / "out").read_text(encoding="utf-8")
    contains(text, '"one"')
    contains(text, '"uno"')
    equal(merge(ours, theirs, "-o", folder / "out").returncode, 0)


@tap.test("/cli/merge/base-decides-without-stamps")
def base(folder):
    old = write(folder / "o", ("1", "one"), ("2", "two"))
    ours, theirs = write(folder / "a", ("1", "uno"), ("2", "two")), write(folder / "b", ("1", "one"))
    equal(merge("--base", old, ours, theirs, "--strict", "-o", folder / "out").returncode, 0)
    equal(words(folder / "out"), ["uno"])
    (folder / "empty").touch()
    equal(merge("--base", folder / "empty", ours, theirs, "-o", folder / "out").returncode, 0)
    equal(merge("--base", folder / "none", ours, theirs, "-o", folder / "new").returncode, 129)
    equal((folder / "new").exists(), False)


@tap.test("/cli/merge/refuses-what-it-cannot-merge")
def refuses(folder):
    out, ours = folder / "out", write(folder / "a", ("1", "one"))
    assert_refused(merge(SAMPLE, FOLLOW_UP, "-o", out), out, "copy the notes")
    assert_refused(merge(ours, write(folder / "b", version=2), "-o", out), out, "newer version")
    cut = folder / "cut"
    cut.write_bytes(SAMPLE.read_bytes()[:5000])
    assert_refused(merge(SAMPLE, cut, "-o", out), out, "rescue")
    (folder / "text").write_text("Hello", encoding="utf-8")
    assert_refused(merge(ours, folder / "text", "-o", out), out, "text")
    assert_refused(merge(ours, folder / "missing", "-o", out), out, "missing")
    before = ours.read_bytes()
    equal(merge(ours, cut, "-o", ours).returncode, 129)
    equal(ours.read_bytes(), before, "our file")


@tap.test("/cli/merge/serves-git")
def git(folder):
    if GIT is None:
        return
    session = folder / "w.atelier"

    def run(*arguments):
        return subprocess.run([GIT, "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments], cwd=folder,
                              capture_output=True, text=True, timeout=60,
                              env={**os.environ, "GIT_CONFIG_GLOBAL": "/dev/null"})

    def commit(*terms):
        write(session, *terms)
        run("add", "-A")
        equal(run("commit", "-qm", "x").returncode, 0)

    run("init", "-q", "-b", "main")
    run("config", "merge.atelier.driver", f"{CLI} merge --base %O %A %B -o %A")
    (folder / ".gitattributes").write_text("*.atelier merge=atelier\n", encoding="utf-8")
    commit(("1", "one"))
    run("checkout", "-qb", "other")
    commit(("1", "one"), ("2", "two"))
    run("checkout", "-q", "main")
    commit(("1", "uno"))
    result = run("merge", "-q", "--no-edit", "other")
    equal(result.returncode, 0, result.stderr)
    equal(words(session), ["two", "uno"])


tap.run()
