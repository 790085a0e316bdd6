#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures, comparison and groups of maps by atelier-cli, and networks that come in and go out.

Arguments: the program and the source folder. Speaks TAP."""

import json
import os
import pathlib
import subprocess
import sys

from lib_tap import Tap, contains, equal, read

CLI, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SAMPLE = SOURCE / "data/samples/la-serre.atelier"
FOLLOW_UP = SOURCE / "data/samples/la-serre-3-mois.atelier"
tap = Tap()


def run(*arguments, **environment):
    return subprocess.run([CLI, *arguments], capture_output=True, text=True, encoding="utf-8", timeout=60,
                          env={**os.environ, **environment})


def figures(*arguments):
    result = run(*arguments, "--json")
    equal((result.returncode, result.stderr), (0, ""))
    return json.loads(result.stdout)


def near(actual, expected, about=""):
    if actual is None or abs(actual - expected) > 5e-4:
        raise AssertionError(f"{about}: {actual!r} is not near {expected!r}")


@tap.test("/cli/measures/gives-the-figures-of-the-sample")
def measures_json(_folder):
    found = figures("measures", SAMPLE)
    equal(found["board"]["number"], 3)
    near(found["density"]["between"], 14 / 342)
    near(found["ei"]["overall"], (10 - 17) / 27)
    near(found["share"]["expected"], 0.9)
    near(found["modularity"]["Q"], 0.4554)
    equal([silo["name"] for silo in found["silos"] if silo["isolated"]], ["Finance"])
    equal([silo["ei"] for silo in found["silos"] if silo["name"] == "Finance"], [None])
    equal(len(found["matrix"]), 64)


@tap.test("/cli/measures/names-nobody")
def measures_care(_folder):
    names = [person["name"] for person in read(SAMPLE)["people"]]
    for result in (run("measures", SAMPLE), run("measures", SAMPLE, "--json")):
        equal(result.returncode, 0)
        equal([name for name in names if name.split()[0] in result.stdout.split()], [])


@tap.test("/cli/measures/says-which-board-is-no-map")
def measures_board(_folder):
    result = run("measures", SAMPLE, "--board", "1")
    equal((result.returncode, result.stdout), (1, ""))
    contains(result.stderr, "not a map")
    equal(run("measures", SAMPLE, "--board", "9").returncode, 2)


@tap.test("/cli/compare/lists-links-and-figures")
def compare_json(_folder):
    found = figures("compare", SAMPLE, FOLLOW_UP)
    equal((found["counts"]["new"], found["counts"]["lost"], found["counts"]["stronger"]), (20, 1, 3))
    equal((found["needs"]["asked"], found["needs"]["met"]), (9, 8))
    near(found["figures"]["density"]["between"]["change"], 33 / 342 - 14 / 342)
    equal(found["nodes"], {"common": 20, "onlyBefore": 0, "onlyAfter": 0})


@tap.test("/cli/groups/mixes-everybody-once")
def groups_json(_folder):
    found = figures("groups", SAMPLE, "--size", "4")["rounds"][0]
    people = [person["person"] for group in found["groups"] for person in group]
    present = [person["id"] for person in read(SAMPLE)["people"] if person.get("present", True)]
    equal(sorted(people), sorted(present))
    equal({len(group) for group in found["groups"]}, {4})
    equal(found["crossSiloPairs"] <= found["maxCrossSiloPairs"], True)


@tap.test("/cli/groups/name-the-wishes-in-conflict")
def groups_conflict(_folder):
    result = run("groups", SAMPLE, "--count", "4", "--apart", "Hugo Steiner,Nadia Ferhat",
                 "--together", "Hugo Steiner,Nadia Ferhat")
    equal(result.returncode, 1)
    contains(result.stderr, "Nadia Ferhat")


@tap.test("/cli/groups/need-a-size-or-a-count")
def groups_usage(_folder):
    equal(run("groups", SAMPLE).returncode, 2)
    equal(run("groups", SAMPLE, "--size", "3", "--count", "2").returncode, 2)


tap.run()
