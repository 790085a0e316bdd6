#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs atelier-cli the way a shell does: exit codes, one clear line per fault, files that check finds clean.

Arguments: the program and the source folder. Speaks TAP."""

import json
import os
import pathlib
import subprocess
import sys

from lib_tap import Tap, contains, equal, read

CLI, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
CATALOGUE = read(SOURCE / "data/templates.json")
SAMPLE = SOURCE / "data/samples/la-serre.atelier"
FOLLOW_UP = SOURCE / "data/samples/la-serre-3-mois.atelier"
LANGUAGES = ("en", "fr")
tap = Tap()


def run(*arguments, **environment):
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60,
                          env={**os.environ, **environment})


def assert_one_line(result, file):
    """Exit 1 and exactly one line, which begins with the file."""
    equal(result.returncode, 1, f"{file}: {result.stderr[:500]}")
    equal(len(result.stderr.splitlines()), 1, result.stderr[:500])
    equal(result.stderr.startswith(f"{file}: "), True, result.stderr[:500])
    equal("CRITICAL" in result.stderr, False, result.stderr[:500])


def check_text(folder, content):
    file = folder / "strange.atelier"
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return run("check", file), file


@tap.test("/cli/new/makes-every-template-in-both-languages")
def new_templates(folder):
    files = []
    for template in CATALOGUE["templates"]:
        for language in LANGUAGES:
            file = folder / f"{template['id']}-{language}.atelier"
            result = run("new", "--template", template["id"], "--language", language, "-o", file)
            equal((result.returncode, result.stderr), (0, ""), file)
            session = read(file)
            equal((session["language"], session["title"]), (language, template["name"][language]), file)
            equal(len(session["boards"][0]["areas"]), len(template["areas"]), file)
            equal(sum(step["minutes"] for step in session["steps"]), template["durationMinutes"], file)
            files.append(file)
    result = run("check", *files)
    equal((result.returncode, result.stderr), (0, ""), "check")


@tap.test("/cli/new/makes-every-program")
def new_programs(folder):
    for program in CATALOGUE["programs"]:
        file = folder / f"{program['id']}.atelier"
        equal(run("new", "--program", program["id"], "--language", "fr", "-o", file).returncode, 0, file)
        boards = sorted(read(file)["boards"], key=lambda board: board["rank"])
        equal([board["template"] for board in boards], program["templates"], file)
        equal(run("check", file).returncode, 0, file)


@tap.test("/cli/new/is-french-for-a-french-user")
def new_default_language(folder):
    file = folder / "a.atelier"
    equal(run("new", "-t", "silo-map", "-o", file, LANGUAGE="fr", LC_ALL="C.UTF-8").returncode, 0)
    equal(read(file)["title"], "Carte des silos")


@tap.test("/cli/new/keeps-the-title-and-several-templates")
def new_title(folder):
    file = folder / "a.atelier"
    result = run("new", "-t", "check-in", "-t", "roti", "--title", "Lundi \"matin\"", "-o", file)
    equal((result.returncode, result.stderr), (0, ""))
    equal(read(file)["title"], "Lundi \"matin\"")
    equal(len(read(file)["boards"]), 2)


@tap.test("/cli/new/does-not-overwrite-unless-forced")
def new_overwrite(folder):
    file = folder / "a.atelier"
    file.write_text("precious", encoding="utf-8")
    assert_one_line(run("new", "-t", "roti", "-o", file), file)
    equal(file.read_text(encoding="utf-8"), "precious")
    equal(run("new", "-t", "roti", "-o", file, "--force").returncode, 0)
    equal(run("check", file).returncode, 0)


@tap.test("/cli/new/says-why-it-cannot-write")
def new_unwritable(folder):
    file = folder / "no-such-folder" / "a.atelier"
    assert_one_line(run("new", "-t", "roti", "-o", file), file)


@tap.test("/cli/usage/mistakes-exit-2-and-point-to-help")
def usage(folder):
    mistakes = [(), ("dance",), ("new",), ("new", "-o", "x"), ("new", "-t", "roti"), ("check",), ("info",),
                ("new", "-t", "roti", "-p", "monthly-retro", "-o", "x"), ("new", "-t", "mauve", "-o", "x"),
                ("new", "-p", "mauve", "-o", "x"), ("new", "-t", "roti", "-l", "de", "-o", "x"), ("info", "a", "b"),
                ("check", "--mauve"), ("templates", "a")]
    for arguments in mistakes:
        result = run(*arguments)
        equal(result.returncode, 2, arguments)
        equal(result.stdout, "", arguments)
        contains(result.stderr, "--help")


@tap.test("/cli/help/lists-the-commands")
def help_text(folder):
    result = run("--help")
    equal(result.returncode, 0)
    for command in ("new", "templates", "check", "info"):
        contains(result.stdout, command)
        equal(run(command, "--help").returncode, 0, command)
        contains(run(command, "--help").stdout, f"atelier-cli {command}")
    contains(run("--version").stdout, "atelier-cli ")


@tap.test("/cli/templates/lists-all-in-the-language-asked-for")
def templates(folder):
    listing = read(run("templates", "--json", "--language", "fr").stdout)
    equal(len(listing["templates"]), len(CATALOGUE["templates"]))
    equal(len(listing["programs"]), len(CATALOGUE["programs"]))
    equal(next(t["name"] for t in listing["templates"] if t["id"] == "silo-map"), "Carte des silos")
    contains(run("templates", "--language", "fr").stdout, "Carte des silos")


MINE = {"name": "Point du lundi", "areas": [{"id": "a", "title": {"en": "News", "fr": "Nouvelles"},
                                             "rect": [0, 0, 100, 100]}]}


@tap.test("/cli/templates/lists-those-of-the-user")
def templates_mine(folder):
    home = folder / "atelier" / "templates"
    home.mkdir(parents=True)
    (home / "lundi.json").write_text(json.dumps(MINE | {"id": "lundi"}), encoding="utf-8")
    (home / "bad.json").write_text(json.dumps(MINE | {"votes": "3"}), encoding="utf-8")
    result = run("templates", "--json", XDG_DATA_HOME=str(folder))
    first = read(result.stdout)["templates"][0]
    equal((first["id"], first["category"], first["file"]), ("lundi", "mine", str(home / "lundi.json")))
    equal(result.stderr, f"{home / 'bad.json'}: votes: a whole number from 0 to 100 is expected\n")
    contains(run("templates", "--language", "fr", XDG_DATA_HOME=str(folder)).stdout, "Mes modèles\n  lundi ")
    file = folder / "a.atelier"
    equal(run("new", "-t", "lundi", "-o", file, XDG_DATA_HOME=str(folder)).returncode, 0)
    equal(read(file)["title"], "Point du lundi")


@tap.test("/cli/templates/check-says-what-is-wrong-and-where")
def templates_check(folder):
    good, bad = folder / "good.json", folder / "bad.json"
    good.write_text(json.dumps(MINE), encoding="utf-8")
    bad.write_text(json.dumps({"name": "B", "areas": [MINE["areas"][0], {"id": "b", "title": "B", "rect": [1, 2]}]}),
                   encoding="utf-8")
    equal((run("templates", "--check", good).returncode, run("templates", "--check", good).stderr), (0, ""))
    result = run("templates", "--check", good, bad)
    equal(result.returncode, 1)
    equal(result.stderr, f"{bad}: areas[1].rect: four whole numbers from 0 to 100 are expected\n")
    assert_one_line(run("templates", "--check", folder / "none.json"), folder / "none.json")
    assert_one_line(run("templates", "--check", SAMPLE), SAMPLE)
    equal(run("templates", "--check").returncode, 2)


@tap.test("/cli/new/takes-a-template-file")
def new_template_file(folder):
    mine, bad, file = folder / "mine.json", folder / "bad.json", folder / "a.atelier"
    mine.write_text(json.dumps(MINE), encoding="utf-8")
    bad.write_text("{}", encoding="utf-8")
    result = run("new", "-t", mine, "-t", "roti", "--language", "fr", "-o", file)
    equal((result.returncode, result.stderr), (0, ""))
    session = read(file)
    equal((session["title"], len(session["boards"])), ("Point du lundi", 2))
    contains([area["title"] for board in session["boards"] for area in board["areas"]], "Nouvelles")
    equal(run("check", file).returncode, 0)
    result = run("new", "-t", bad, "-o", folder / "b.atelier")
    equal((result.returncode, len(result.stderr.splitlines())), (1, 2))
    equal((folder / "b.atelier").exists(), False)


HEAD = '{"format":"atelier-session","version":1,"id":"a"'
HOSTILE = {
    "nested": "[" * 200000,
    "nested-closed": HEAD + ',"x":' + "[" * 200000 + "]" * 200000 + "}",
    "empty": "",
    "array": "[]",
    "text": "Bonjour\n",
    "other": '{"format":"atelier-settings","version":1}',
    "no-format": "{}",
    "newer": '{"format":"atelier-session","version":999,"id":"a","title":"Demain","boards":7,"future":{"a":[1]}}\n',
    "version-text": '{"format":"atelier-session","version":"one","id":"a"}',
    "not-utf-8": HEAD.encode() + b',"title":"\xff\xfe"}',
    "nul": HEAD + ',"title":"\\u0000"}',
    "surrogate": HEAD + ',"title":"\\ud800"}',
    "twice": HEAD + ',"title":"a","title":"b"}',
    "comment": HEAD + ',/* hello */"title":"a"}',
    "binary": bytes(range(256)) * 20,
}


@tap.test("/cli/check/hostile-files-give-one-clear-line")
def hostile(folder):
    for content in HOSTILE.values():
        result, file = check_text(folder, content)
        assert_one_line(result, file)


@tap.test("/cli/check/cut-files-give-one-clear-line")
def cut(folder):
    content = SAMPLE.read_bytes()
    for length in (1, 30, 200, 5000, 50000, len(content) - 2):
        result, file = check_text(folder, content[:length])
        assert_one_line(result, file)


@tap.test("/cli/check/missing-files-and-folders-give-one-clear-line")
def missing(folder):
    for file in (folder / "nothing.atelier", folder):
        assert_one_line(run("check", file), file)


WRONG = (HEAD + ',"title":7,"silos":"none","people":[1,{"id":"p","name":[]}],'
         '"boards":[{"id":"b","notes":[{"id":"n","text":"a","color":"mauve"},{"id":"m","text":true}]}]}')


@tap.test("/cli/check/names-each-place-of-a-wrong-type")
def wrong_types(folder):
    result, file = check_text(folder, WRONG)
    equal(result.returncode, 1)
    equal(all(line.startswith(f"{file}: ") for line in result.stderr.splitlines()), True, result.stderr)
    for place in ("title: ", "silos: ", "people[0]: ", "people[1].name: ", "boards[0].notes[1].text: "):
        contains(result.stderr, f"{file}: {place}")
    contains(result.stderr, f"{file}: boards[0].notes[0].color: unknown color 'mauve'")


@tap.test("/cli/check/goes-on-after-a-bad-file")
def several(folder):
    result = run("check", folder / "nothing.atelier", SAMPLE)
    equal(result.returncode, 1)
    contains(result.stdout, SAMPLE.name)


@tap.test("/cli/info/counts-the-sample")
def info(folder):
    counts = read(run("info", SAMPLE, "--json").stdout)
    expected = {"language": "fr", "date": "2026-06-11", "boards": 5, "notes": 28 + 21 + 12 + 20 + 20 + 3, "links": 53,
                "people": 20, "silos": 8, "groups": 5, "steps": 9, "rounds": 4, "votes": 249, "actions": 12,
                "open-actions": 4, "decisions": 4, "problems": 0}
    equal({name: counts[name] for name in expected}, expected)
    contains(run("info", SAMPLE).stdout, "Lancement de La Serre")


@tap.test("/cli/info/refuses-what-check-refuses")
def info_hostile(folder):
    file = folder / "strange.atelier"
    file.write_text("[" * 200000, encoding="utf-8")
    assert_one_line(run("info", file), file)


@tap.test("/cli/program/links-no-toolkit")
def no_toolkit(folder):
    libraries = subprocess.run(["ldd", CLI], capture_output=True, text=True, check=True).stdout
    contains(libraries, "libglib-2.0")
    # Cairo itself brings libX11; nothing here may bring GTK.
    for name in ("libgtk", "libadwaita", "libwayland-client"):
        equal(name in libraries, False, name)


@tap.test("/cli/samples/are-clean")
def samples_clean(folder):
    result = run("check", SAMPLE, FOLLOW_UP)
    equal((result.returncode, result.stderr), (0, ""))


tap.run()
