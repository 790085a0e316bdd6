#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the two sample sessions against the workshop they were converted from. Argument: the source folder."""

import pathlib
import subprocess
import sys

from lib_tap import Tap, equal, read

SOURCE = pathlib.Path(sys.argv[1])
SAMPLE = SOURCE / "data/samples/la-serre.atelier"
FOLLOW_UP = SOURCE / "data/samples/la-serre-3-mois.atelier"
WORKSHOP = read(SOURCE / "data/samples/source/la-serre.json")
tap = Tap()


def boards_of(session):
    return sorted(session["boards"], key=lambda board: board["rank"])


@tap.test("/samples/convert/gives-the-files-we-ship")
def convert(folder):
    subprocess.run([sys.executable, SOURCE / "build-aux/convert-sample.py", folder], check=True)
    for file in (SAMPLE, FOLLOW_UP):
        equal((folder / file.name).read_bytes() == file.read_bytes(), True, file.name)


@tap.test("/samples/content/has-the-counts-of-the-workshop")
def counts(folder):
    session, follow_up = read(SAMPLE), read(FOLLOW_UP)
    notes = [[n for n in board["notes"] if "person" not in n] for board in boards_of(session)]
    equal([len(n) for n in notes], [28, 21, 12, 20, 3])
    equal([len(board.get("links", [])) for board in boards_of(session)], [0, 0, 53, 0, 0])
    equal(len(follow_up["boards"][0]["links"]), 64)
    for one in (session, follow_up):
        equal((len(one["people"]), len(one["silos"])), (20, 8))
        equal(sorted(p["id"] for p in one["people"]), sorted(p["id"] for p in session["people"]))
    equal((len(session["actions"]), len(session["decisions"]), len(session["terms"])), (12, 4, 5))
    equal(sum(person.get("external", False) for person in session["people"]), 2)


def breadth(session, ballots, note_id):
    silos = {person["id"]: person["silos"][0] for person in session["people"]}
    voters = [ballot["person"] for ballot in ballots if ballot["note"] == note_id]
    groups = {silos[voter] for voter in voters}
    return len(voters), len(groups), len(groups) / len(session["silos"])


@tap.test("/samples/votes/have-the-breadth-expected")
def votes(folder):
    session = read(SAMPLE)
    ballots = [ballot for one in session["rounds"] for ballot in one["ballots"]]
    ids = {note["text"]: note["id"] for board in session["boards"] for note in board["notes"]}
    for board in WORKSHOP["boards"]:
        for note in board["notes"]:
            wanted = board["expectedVoteBreadth"].get(note["id"], {"votes": 0, "silos": 0, "breadth": 0})
            actual = breadth(session, ballots, ids[note["text"]])
            equal(actual, (wanted["votes"], wanted["silos"], wanted["breadth"]), note["id"])
    equal(all(one["closed"] for one in session["rounds"]), True)


@tap.test("/samples/stacks/follow-the-groups-of-the-notes")
def stacks(folder):
    session = read(SAMPLE)
    notes = {note["id"]: note for board in session["boards"] for note in board["notes"]}
    titles = {note["text"]: notes[note.get("stack", note["id"])].get("stack-title", "") for note in notes.values()}
    for board in WORKSHOP["boards"]:
        for note in board["notes"]:
            equal(titles[note["text"]], note.get("group", ""), note["id"])
    equal(sum("stack" in note for note in notes.values()), 6)


@tap.test("/samples/axes/positions-are-percents-with-y-upward")
def positions(folder):
    board = boards_of(read(SAMPLE))[3]
    areas = {area["id"]: area for area in board["areas"]}
    places = {note["text"]: (note["x"], note["y"], areas[note["area"]]) for note in board["notes"] if "x" in note}
    for note in (note for note in WORKSHOP["boards"][3]["notes"] if "position" in note):
        x, y, area = places[note["text"]]
        equal((round(100 * x / area["width"]), 100 - round(100 * y / area["height"])), tuple(note["position"]))


def assert_board(board, people, notes):
    areas = {area["id"] for area in board["areas"]}
    for note in board["notes"]:
        equal(note["area"] in areas and note.get("stack", note["id"]) in notes, True, note["text"])
        equal({note[name] for name in ("author", "person") if name in note} <= people, True, note["text"])
    for link in board.get("links", []):
        equal({link["from"], link["to"]} <= notes, True, link["id"])


@tap.test("/samples/references/all-lead-somewhere")
def references(folder):
    for session in (read(SAMPLE), read(FOLLOW_UP)):
        people = {person["id"] for person in session["people"]}
        notes = {note["id"] for board in session["boards"] for note in board["notes"]}
        for board in session["boards"]:
            assert_board(board, people, notes)
        for action in session.get("actions", []):
            equal(set(action["owners"]) <= people and set(action.get("notes", [])) <= notes, True, action["text"])


@tap.test("/samples/map/nodes-stand-apart-inside-the-area")
def nodes(folder):
    for board in (boards_of(read(SAMPLE))[2], read(FOLLOW_UP)["boards"][0]):
        area = next(area for area in board["areas"] if area.get("layout") == "graph")
        places = [(note["x"], note["y"]) for note in board["notes"] if "person" in note]
        equal(len(places), 20)
        for i, (x, y) in enumerate(places):
            equal(60 <= x <= area["width"] - 60 and 120 <= y <= area["height"] - 40, True, (x, y))
            equal(all(abs(x - a) >= 100 or abs(y - b) >= 60 for a, b in places[:i]), True, (x, y))


tap.run()
