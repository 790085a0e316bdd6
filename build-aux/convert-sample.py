#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Converts data/samples/source/la-serre.json into the two sample sessions.

Run it again after changing the source, the templates or the session format:

    build-aux/convert-sample.py [OUTPUT-FOLDER]

The bytes are the canonical form of docs/FORMAT.md: reading and writing a sample changes nothing. Every id is a
UUID v5 of the source's own ids in the namespace below ("person/marion"), except those that the program names by
itself: areas (board id, key of the area) and ballots (round id, "person id/note id"). What the session format has
no member for is kept under "x-sample" of the session or the item.
"""

import json
import math
import pathlib
import sys
import uuid

ROOT = pathlib.Path(__file__).resolve().parent.parent
NAMESPACE = uuid.UUID("b4a0d1c6-52f3-4e0b-9d57-0c9e7a5f1b32")
LANGUAGE = "fr"
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
UNITS_X, UNITS_Y = 16, 10  # board units per percent
PARTITION = "Direction"
NOTE_COLORS = {"red": "pink", "teal": "green", "white": "grey"}  # of areas and silos that notes do not have

# Where each silo of the map stands around the circle, so that most links stay short.
CIRCLE = ["serre", "fin", "mkt", "srv", "mag", "log", "dsi", "ext"]
CENTER, RADII = (576, 532), (412, 325)
RING = {1: 0, 2: 62, 3: 74, 4: 86}
# Where the first person of a silo stands on its ring, in quarter turns from the right: few links run under nodes.
FIRST = {"serre": 0, "fin": 0, "mkt": -1, "srv": 2, "mag": 2, "log": 0, "dsi": 2, "ext": 1}

# The members of each kind of item, in the order of the file, with the default that is not written.
MEMBERS = {
    "session": {"title": "", "language": "", "date": "", "place": "", "facilitator": "", "aim": "", "partition": "",
                "silos": [], "people": [], "groups": [], "boards": [], "steps": [], "rounds": [], "scales": [],
                "actions": [], "decisions": [], "terms": []},
    "silos": {"partition": "", "name": "", "color": "grey", "external": False, "factory": False, "rank": ""},
    "people": {"name": "", "role": "", "silos": [], "manager": False, "external": False, "present": True,
               "shown": "name", "rank": ""},
    "groups": {"title": "", "people": [], "rank": ""},
    "boards": {"title": "", "template": "", "options": {}, "rank": "", "areas": [], "notes": [], "links": []},
    "areas": {"title": "", "prompt": "", "layout": "flow", "x": 0, "y": 0, "width": 0, "height": 0, "color": "grey",
              "max-notes": 0, "locked": False, "options": {}, "rank": ""},
    "notes": {"text": "", "description": "", "author": "", "area": "", "stack": "", "stack-title": "", "rank": "",
              "x": None, "y": None, "width": 0, "height": 0, "color": "yellow", "tags": [], "hidden": False,
              "number": 0, "fields": {}, "group": "", "person": "", "silo": ""},
    "links": {"from": "", "to": "", "kind": "relates", "strength": 3, "declared-by": "both", "remark": "",
              "fields": {}},
    "steps": {"title": "", "mode": "explain", "minutes": 0, "board": "", "rank": "", "spent": 0},
    "rounds": {"title": "", "budget": 5, "cap": 2, "negatives": False, "secret": True, "closed": False, "areas": [],
               "rank": "", "ballots": []},
    "ballots": {"person": "", "note": "", "votes": 1},
    "scales": {"title": "", "options": {}, "answers": {}, "rank": ""},
    "actions": {"text": "", "owners": [], "due": "", "status": "todo", "proof": "", "notes": [], "rank": ""},
    "decisions": {"text": "", "mode": "", "by": "", "date": "", "review": "", "objections": "", "notes": [],
                  "rank": ""},
    "terms": {"term": "", "business": "", "technical": "", "agreed": "", "rank": ""},
}
CHILD_LISTS = {
    "session": {"silos", "people", "groups", "boards", "steps", "rounds", "scales", "actions", "decisions", "terms"},
    "boards": {"areas", "notes", "links"},
    "rounds": {"ballots"},
}
BOARD_OPTIONS = ["poll", "noteTags", "linksBetweenAreas", "teamSizeGuard", "rowLinkedAreas", "noteStrength",
                 "dropMeasures", "noteFields", "actionBoard", "alwaysOn", "tags", "tips", "votes"]
AREA_OPTIONS = ["axes", "graph", "guides"]
POLL_OPTIONS = ["anonymous", "bySilo", "minGroup", "simultaneous", "passRule"]


# Ids and ranks

def make_id(kind, name):
    return str(uuid.uuid5(NAMESPACE, f"{kind}/{name}"))


def nested_id(parent, name):
    return str(uuid.uuid5(uuid.UUID(parent), name))


def next_rank(rank):
    """The rank that the program gives to the next item at the end of a list."""
    if rank is None:
        return DIGITS[31]
    body = rank.rstrip("z")
    if not body:
        return rank + "0" * (max(len(rank), 2) - 1) + "1"
    raised = body[:-1] + DIGITS[DIGITS.index(body[-1]) + 1] + "0" * (len(rank) - len(body))
    return raised[:-1] + "1" if raised.endswith("0") else raised


def give_ranks(items):
    rank = None
    for item in items:
        rank = next_rank(rank)
        item["rank"] = rank
    return items


# The canonical form

def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def dump_list(kind, items):
    lines = [dump_item(kind, item) for item in sorted(items, key=lambda item: item["id"])]
    return dump(kind) + ":[\n" + ",\n".join(lines) + "\n]"


def dump_members(kind, item):
    """Pairs of a text and whether it is a list of items."""
    defaults = MEMBERS[kind]
    yield '"id":' + dump(item["id"]), False
    for name, default in defaults.items():
        if name not in item or item[name] in ("", None, [], {}) or item[name] == default:
            continue
        if name in CHILD_LISTS.get(kind, ()):
            yield dump_list(name, item[name]), True
        else:
            yield dump(name) + ":" + dump(item[name]), False
    if item.get("x-sample"):
        yield '"x-sample":' + dump(item["x-sample"]), False
    unknown = set(item) - set(defaults) - {"id", "x-sample"}
    assert not unknown, (kind, unknown)


def dump_item(kind, item):
    return "{" + ",".join(text for text, _ in dump_members(kind, item)) + "}"


def dump_session(session):
    text, after_list = '{"format":"atelier-session","version":1', False
    for member, is_list in dump_members("session", session):
        text += (",\n" if is_list or after_list else ",") + member
        after_list = is_list
    return text + "}\n"


# Boards from templates, as src/catalogue does

def resolve(value):
    if isinstance(value, dict):
        if set(value) == {"en", "fr"}:
            return value[LANGUAGE]
        return {name: resolve(inner) for name, inner in value.items()}
    return [resolve(inner) for inner in value] if isinstance(value, list) else value


def pick(data, names):
    return {name: resolve(data[name]) for name in names if name in data}


def make_area(board_id, data):
    x, y, width, height = data["rect"]
    return {"id": nested_id(board_id, data["id"]), "title": data["title"][LANGUAGE],
            "prompt": data["prompt"][LANGUAGE], "layout": data["layout"], "x": x * UNITS_X, "y": y * UNITS_Y,
            "width": width * UNITS_X, "height": height * UNITS_Y, "color": data["color"],
            "max-notes": data.get("maxNotes", 0), "options": {"key": data["id"], **pick(data, AREA_OPTIONS)}}


def make_board(template, board_id, title):
    areas = [make_area(board_id, data) for data in template["areas"]]
    return {"id": board_id, "title": title, "template": template["id"], "options": pick(template, BOARD_OPTIONS),
            "areas": give_ranks(areas), "notes": [], "links": []}


def find_area(board, key):
    return next(area for area in board["areas"] if area["options"]["key"] == key)


def note_color(color):
    return NOTE_COLORS.get(color, color)


# The parts of a session

def make_silos(source):
    return give_ranks([{"id": make_id("silo", silo["id"]), "partition": PARTITION, "name": silo["name"],
                        "color": silo["color"], "external": silo["external"], "factory": silo["id"] == "serre"}
                       for silo in source["silos"]])


def make_people(source):
    return give_ranks([{"id": make_id("person", person["id"]), "name": person["name"], "role": person["role"],
                        "silos": [make_id("silo", person["silo"])], "manager": person["manager"],
                        "external": person["partner"]} for person in source["participants"]])


def make_groups(source):
    return give_ranks([{"id": make_id("group", f"{breakout['id']}/{group['name']}"), "title": group["name"],
                        "people": [make_id("person", member) for member in group["members"]]}
                       for breakout in source["breakouts"] for group in breakout["groups"]])


def make_note(board, data):
    area = find_area(board, data["area"])
    note = {"id": make_id("note", data["id"]), "text": data["text"], "author": make_id("person", data["author"]),
            "area": area["id"], "color": note_color(area["color"]), "tags": data.get("tags", [])}
    if "position" in data:
        note["x"] = round(data["position"][0] * area["width"] / 100)
        note["y"] = round((100 - data["position"][1]) * area["height"] / 100)
    note["fields"] = {name: data[name] for name in ("value", "feasibility") if name in data}
    if "name" in data:
        note["x-sample"] = {"name": data["name"]}
    return note


def stack_notes(board, notes, source_notes):
    """Notes of one area and group lie under the first of them, which carries the title."""
    leads = {}
    for note, data in zip(notes, source_notes):
        if "group" not in data:
            continue
        lead = leads.setdefault((data["area"], data["group"]), note)
        if lead is note:
            note["stack-title"] = data["group"]
        else:
            note["stack"] = lead["id"]


def first_name(person):
    return person["name"].split(" ")[0]


def silo_angles(sizes):
    """Angles in the middle of arcs that grow with the number of people, the first silo on top."""
    weights = [1.1 + 0.4 * sizes[silo] for silo in CIRCLE]
    at, angles = -math.pi / 2 - math.pi * weights[0] / sum(weights), {}
    for silo, weight in zip(CIRCLE, weights):
        arc = 2 * math.pi * weight / sum(weights)
        angles[silo] = at + arc / 2
        at += arc
    return angles


def node_places(source):
    """Centers of the nodes: each silo a small ring on one big circle."""
    members = {silo: [p["id"] for p in source["participants"] if p["silo"] == silo] for silo in CIRCLE}
    angles = silo_angles({silo: len(people) for silo, people in members.items()})
    places = {}
    for silo, people in members.items():
        reach = 1.12 if len(people) == 1 else 1  # someone alone stands outside the links of the neighbors
        cx = CENTER[0] + reach * RADII[0] * math.cos(angles[silo])
        cy = CENTER[1] + reach * RADII[1] * math.sin(angles[silo])
        for i, person in enumerate(people):
            angle = FIRST[silo] * math.pi / 2 + 2 * math.pi * i / len(people)
            ring = RING[len(people)]
            places[person] = (round(cx + ring * math.cos(angle)), round(cy + ring * math.sin(angle)))
    return places


def add_network(board, network, source):
    area, places, nodes = find_area(board, "map"), node_places(source), {}
    colors = {silo["id"]: note_color(silo["color"]) for silo in source["silos"]}
    for person in source["participants"]:
        x, y = places[person["id"]]
        nodes[person["id"]] = {"id": make_id("node", f"{network['id']}/{person['id']}"), "text": first_name(person),
                               "area": area["id"], "x": x, "y": y, "color": colors[person["silo"]],
                               "person": make_id("person", person["id"])}
    board["notes"] += nodes.values()
    board["links"] = [{"id": make_id("link", f"{network['id']}/{link['from']}/{link['to']}/{link['kind']}"),
                       "from": nodes[link["from"]]["id"], "to": nodes[link["to"]]["id"], "kind": link["kind"],
                       "strength": link["strength"]} for link in network["links"]]
    board["x-sample"] = {**board.get("x-sample", {}),
                         "network": {name: network[name] for name in ("id", "title", "date")}}


def make_boards(source, templates):
    boards = []
    networks = {network["id"]: network for network in source["networks"]}
    for data in source["boards"]:
        board = make_board(templates[data["template"]], make_id("board", data["id"]), data["title"])
        notes = [make_note(board, note) for note in data["notes"]]
        stack_notes(board, notes, data["notes"])
        board["notes"] += notes
        board["x-sample"] = {"expectedVoteBreadth": data["expectedVoteBreadth"]}
        if "network" in data:
            add_network(board, networks[data["network"]], source)
        give_ranks(board["notes"])
        boards.append(board)
    boards.append(make_parking(source, templates))
    return give_ranks(boards)


def make_parking(source, templates):
    template = templates["parking-lot"]
    board = make_board(template, make_id("board", "parking"), template["name"][LANGUAGE])
    for number, data in enumerate(source["parking"], 1):
        key = "not-yet" if data["text"].startswith("Pas un non") else "ideas"
        note = make_note(board, {"id": f"parking-{number:02}", "area": key, **data})
        note["x-sample"] = {"outcome": data["outcome"]}
        board["notes"].append(note)
    give_ranks(board["notes"])
    return board


def make_steps(source):
    return give_ranks([{"id": make_id("step", row["start"]), "title": row["title"], "minutes": row["minutes"],
                        "mode": "discuss" if "board" in row else "explain",
                        "board": make_id("board", row["board"]) if "board" in row else "",
                        "x-sample": {name: row[name] for name in ("start", "template") if name in row}}
                       for row in source["agenda"]])


def make_ballot(round_id, voter, note):
    person, note_id = make_id("person", voter), make_id("note", note)
    return {"id": nested_id(round_id, f"{person}/{note_id}"), "person": person, "note": note_id}


def make_round(data, board):
    round_id = make_id("round", data["id"])
    voted = {note["area"] for note in data["notes"]}
    areas = [area["id"] for area in board["areas"] if area["options"]["key"] in voted]
    return {"id": round_id, "title": data["title"], "budget": data["voteBudget"], "closed": True, "areas": areas,
            "ballots": [make_ballot(round_id, voter, note["id"])
                        for note in data["notes"] for voter in note.get("votes", [])]}


def make_rounds(source, boards):
    return give_ranks([make_round(data, board) for data, board in zip(source["boards"], boards)])


# Scales: answers by person are {person id: value}; answers that were only counted are {"tally": {value: count}};
# means by silo are {"silos": {silo id: mean}}.

def scale_options(template, item):
    poll = template["poll"]
    return {**resolve(poll["scale"]), **pick(poll, POLL_OPTIONS), "item": item["id"]}


def make_scale(name, title, template, item, answers, rest):
    return {"id": make_id("scale", name), "title": title, "options": scale_options(template, item),
            "answers": answers, "x-sample": rest}


def weather_scale(poll, template):
    values = {"storm": 1, "rain": 2, "clouds": 3, "sun": 4}
    tally = {str(value): poll["answers"][name] for name, value in values.items()}
    return [make_scale(poll["id"], poll["title"], template, template["poll"]["items"][0], {"tally": tally}, {})]


def fist_scales(poll, template):
    scales = []
    for number, label in (("1", "premier tour"), ("2", "second tour")):
        answers = {make_id("person", name): value for name, value in poll["round" + number].items()}
        rest = {"objections": poll["objections"]} if number == "1" else {}
        scales.append(make_scale(f"{poll['id']}/{number}", f"{poll['title']} ({label})", template,
                                 template["poll"]["items"][0], answers, rest))
    return scales


def wall_scales(poll, template):
    scales, rest = [], {name: poll[name] for name in ("title", "hiddenSilos", "hiddenBecause")}
    for item in template["poll"]["items"]:
        means = {make_id("silo", silo): mean for silo, mean in poll["bySilo"][item["id"]].items()}
        scales.append(make_scale(f"{poll['id']}/{item['id']}", item["label"][LANGUAGE], template, item,
                                 {"silos": means}, rest))
    return scales


def roti_scale(poll, template):
    return [make_scale(poll["id"], poll["title"], template, template["poll"]["items"][0],
                       {"tally": poll["answers"]}, {"comments": poll["comments"]})]


SCALES = {"check-in": weather_scale, "fist-of-five": fist_scales, "industrialisation-wall": wall_scales,
          "roti": roti_scale}


def make_scales(source, templates, wanted=None):
    return give_ranks([scale for poll in source["polls"] if wanted is None or poll["id"] in wanted
                       for scale in SCALES[poll["template"]](poll, templates[poll["template"]])])


def make_actions(source):
    return give_ranks([{"id": make_id("action", data["id"]), "text": data["text"],
                        "owners": [make_id("person", owner) for owner in data["owners"]], "due": data["due"],
                        "status": data["status"], "proof": data["proof"],
                        "notes": [make_id("note", note) for note in data["fromNotes"]],
                        "x-sample": {"reviewAtFollowUp": data["reviewAtFollowUp"]}} for data in source["actions"]])


def make_decisions(source):
    return give_ranks([{"id": make_id("decision", data["id"]), "text": data["text"], "mode": data["mode"],
                        "by": data["by"], "date": data["date"],
                        "notes": [make_id("note", data["note"])] if "note" in data else [],
                        "x-sample": {"poll": data["poll"]} if "poll" in data else {}}
                       for data in source["decisions"]])


def make_terms(source):
    return give_ranks([{"id": make_id("term", data["term"]), "term": data["term"], "business": data["business"],
                        "technical": data["tech"], "agreed": data["agreed"]} for data in source["glossary"]])


def without(data, names):
    return {name: value for name, value in data.items() if name not in names}


def launch_rest(source):
    known = ("title", "date", "place", "facilitator", "aim")
    return {"format": source["format"], "organisation": source["organisation"],
            "workshop": without(source["workshop"], known),
            "breakouts": [without(breakout, ("groups",)) for breakout in source["breakouts"]],
            "stories": source["stories"]}


def make_launch(source, templates):
    workshop, boards = source["workshop"], make_boards(source, templates)
    return {"id": make_id("session", workshop["id"]), "title": workshop["title"], "language": LANGUAGE,
            "date": workshop["date"], "place": workshop["place"], "facilitator": workshop["facilitator"],
            "aim": workshop["aim"], "partition": PARTITION, "silos": make_silos(source),
            "people": make_people(source), "groups": make_groups(source), "boards": boards,
            "steps": make_steps(source), "rounds": make_rounds(source, boards),
            "scales": make_scales(source, templates), "actions": make_actions(source),
            "decisions": make_decisions(source), "terms": make_terms(source), "x-sample": launch_rest(source)}


def make_follow_up(source, templates):
    workshop, follow_up = source["workshop"], source["workshop"]["followUp"]
    network = next(network for network in source["networks"] if network["id"] == "n2")
    board = make_board(templates["silo-map"], make_id("board", "n2"), network["title"])
    add_network(board, network, source)
    give_ranks(board["notes"])
    give_ranks([board])
    step = {"id": make_id("step", "n2"), "title": network["title"], "mode": "discuss",
            "minutes": templates["silo-map"]["durationMinutes"], "board": board["id"]}
    return {"id": make_id("session", workshop["id"] + "/follow-up"), "title": follow_up["title"],
            "language": LANGUAGE, "date": follow_up["date"], "facilitator": workshop["facilitator"],
            "partition": PARTITION, "silos": make_silos(source), "people": make_people(source), "boards": [board],
            "steps": give_ranks([step]), "scales": make_scales(source, templates, {"p3"})}


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "data/samples"
    source = json.loads((ROOT / "data/samples/source/la-serre.json").read_text(encoding="utf-8"))
    catalogue = json.loads((ROOT / "data/templates.json").read_text(encoding="utf-8"))
    templates = {template["id"]: template for template in catalogue["templates"]}
    sessions = {"la-serre.atelier": make_launch(source, templates),
                "la-serre-3-mois.atelier": make_follow_up(source, templates)}
    for name, session in sessions.items():
        (folder / name).write_text(dump_session(session), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
