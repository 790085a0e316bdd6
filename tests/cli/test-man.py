#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual page of atelier-cli says what the program does: its commands, options and JSON.

Arguments: the program and the source folder. Speaks TAP."""

import json
import os
import pathlib
import re
import subprocess
import sys

from lib_tap import Tap, equal

CLI, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SAMPLE = SOURCE / "data/samples/la-serre.atelier"
FOLLOW_UP = SOURCE / "data/samples/la-serre-3-mois.atelier"
tap = Tap()


def run(*arguments):
    result = subprocess.run([CLI, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60,
                            env={**os.environ, "LC_ALL": "C.UTF-8", "LANGUAGE": "en"})
    equal(result.returncode, 0, result.stderr)
    return result.stdout


def page():
    """The page without fonts and escapes."""
    text = (SOURCE / "data/man/atelier-cli.1").read_text(encoding="utf-8")
    return re.sub(r"\\f[BIR]", "", text).replace("\\-", "-").replace("\\&", "")


def part(text, heading, level="SH"):
    found = re.search(rf"^\.{level} {heading}\n(.*?)(?=^\.S[HS] |\Z)", text, re.DOTALL | re.MULTILINE)
    return found[1] if found else ""


def commands():
    return re.findall(r"^  ([a-z]+)  ", run("--help"), re.MULTILINE)


def options(command):
    """Each as (short or None, long)."""
    return re.findall(r"^  (?:(-[a-z]), )?(--[a-z-]+)", run(command, "--help"), re.MULTILINE)


def paths(value, path=""):
    if isinstance(value, dict):
        for name, member in value.items():
            yield from paths(member, f"{path}.{name}" if path else name)
    elif isinstance(value, list):
        for member in value:
            yield from paths(member, path + "[]")
    else:
        yield path


@tap.test("/man/synopsis-has-every-command-with-its-options")
def synopsis(_folder):
    text = part(page(), "SYNOPSIS")
    equal(len(commands()) >= 10, True)
    for command in commands():
        found = re.search(rf"^\.B atelier-cli {command}$(.*?)(?=^\.br$|\Z)", text, re.DOTALL | re.MULTILINE)
        equal(found is not None, True, command)
        missing = [long for short, long in options(command)
                   if long != "--help" and not re.search(rf"(?<![\w-])({long}|{short or long})(?![\w-])", found[1])]
        equal(missing, [], command)


@tap.test("/man/commands-are-all-described")
def described(_folder):
    text = part(page(), "COMMANDS")
    equal([command for command in commands() if f".TP\n.B {command}\n" not in text], [])


@tap.test("/man/options-are-all-described-under-their-command")
def options_described(_folder):
    entries = part(page(), "OPTIONS").split(".TP\n")[1:]
    for command in commands():
        for short, long in options(command):
            head = f"{short}, {long}" if short else long
            found = [entry for entry in entries if re.match(rf"{head}(?![\w-])", entry)
                     and (long == "--help" or re.search(rf"\b{command}\b[^:]*:", entry.split("\n", 1)[1]))]
            equal(len(found), 1, f"{command} {head}")


@tap.test("/man/json-has-every-member")
def members(_folder):
    for arguments in (("measures", SAMPLE), ("compare", SAMPLE, FOLLOW_UP), ("groups", SAMPLE, "--size", "4")):
        keys = set(re.split(r"[\s,]+", " ".join(re.findall(r"^\.B (.*)$", part(page(), arguments[0], "SS"), re.MULTILINE))))
        found = {re.sub(r"^(figures\..*)\.(before|after|change)$", r"\1", path)
                 for path in paths(json.loads(run(*arguments, "--json")))}
        equal(len(found) > 10, True)
        equal(sorted(found - keys), [], arguments[0])
        equal(sorted(key for key in keys - found if not key.startswith("ambiguous[]")), [], arguments[0])


tap.run()
