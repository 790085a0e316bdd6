#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fills every template with notes, ten in each area, and exports it.

usage: fill-templates.py CLI [--out FOLDER] [--language en] [--notes 10] [--only ID]…

With a folder the pictures stay there, beside one that shows all of them (if ImageMagick is here). Without
one it is a test: every template must check, and export to PNG, whatever its optional keys ask for.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile

WORDS = {
    "en": ["Ship smaller", "One list of customers", "Nobody reads the weekly report any more",
           "Ask the warehouse before we promise a date", "Fewer meetings", "Reply within a day",
           "The new form asks for the same number three times", "Train the night shift", "Share the plan",
           "Say no early"],
    "fr": ["Livrer plus petit", "Une seule liste de clients", "Plus personne ne lit le rapport hebdomadaire",
           "Demander à l’entrepôt avant de promettre une date", "Moins de réunions", "Répondre dans la journée",
           "Le nouveau formulaire demande trois fois le même numéro", "Former l’équipe de nuit",
           "Partager le plan", "Dire non assez tôt"],
}
SILOS = ["DSI", "Marketing", "Logistique", "Ventes", "Finance"]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def list_templates(cli):
    return [template["id"] for template in json.loads(run(cli, "templates", "--json"))["templates"]]


def option(item, key):
    return item.get("options", {}).get(key)


def fill_note(board, area, position, note):
    """What the optional keys ask for on a note; some notes have nothing, as in a real session."""
    fields = {}
    if option(board, "noteStrength") and position % 4:
        fields["strength"] = 1 + position * 7 % 5
    for place, field in enumerate(option(board, "noteFields") or []):
        if position % 5 != 4:
            fields[field] = 1 + (position * 3 + place * 5) % 9
    if fields:
        note["fields"] = fields
    if area.get("layout") == "axes" and position % 3:
        note["x"] = area["width"] * (position * 37 % 100) // 100
        note["y"] = area["height"] * (position * 53 % 100) // 100
    return note


def add_notes(session, language, count):
    silo_ids = [silo["id"] for silo in session.get("silos", [])]
    for board in session["boards"]:
        notes = board.setdefault("notes", [])
        rows = option(board, "rowLinkedAreas") or []
        first = next((n for n, area in enumerate(board.get("areas", [])) if rows[:1] == [option(area, "key")]), 0)
        for number, area in enumerate(board.get("areas", [])):
            for position in range(count):
                note = {"id": f"n-{number}-{position}", "text": WORDS[language][position % 10],
                        "area": area["id"], "rank": f"{position // 10 + 1}{position % 10}V"}
                fill_note(board, area, position, note)
                if option(area, "key") in rows[1:] and position < count - 2:
                    note.setdefault("fields", {})["row"] = f"n-{first}-{position}"
                notes.append(note)
            if option(area, "guides"):
                area["options"]["scores"] = {
                    f"{a} {b}": (i * 3 + j * 2 + number) % 6
                    for i, a in enumerate(silo_ids) for j, b in enumerate(silo_ids) if (i + j) % 4}


def make(cli, template, language, count, folder):
    path = os.path.join(folder, template + ".atelier")
    if os.path.exists(path):
        os.remove(path)
    run(cli, "new", "--template", template, "--language", language, "-o", path)
    with open(path, encoding="utf-8") as file:
        session = json.load(file)
    session["silos"] = [{"id": f"s{i}", "name": name, "rank": f"{i + 1}V"} for i, name in enumerate(SILOS)]
    add_notes(session, language, count)
    with open(path, "w", encoding="utf-8") as file:
        json.dump(session, file, ensure_ascii=False)
    run(cli, "check", path)
    picture = os.path.join(folder, template + ".png")
    run(cli, "export", path, "-o", picture)
    assert os.path.getsize(picture) > 5000, picture
    return picture


def sheet(pictures, folder):
    for start in range(0, len(pictures), 12):
        subprocess.run(["montage", *pictures[start:start + 12], "-tile", "3x4", "-geometry", "640x400+6+6",
                        "-label", "%t", os.path.join(folder, f"sheet-{start // 12 + 1}.jpg")], check=False)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("cli")
    parser.add_argument("--out")
    parser.add_argument("--language", default="en")
    parser.add_argument("--notes", type=int, default=10)
    parser.add_argument("--only", action="append")
    args = parser.parse_args()
    templates = args.only or list_templates(args.cli)
    with tempfile.TemporaryDirectory() as temporary:
        folder = args.out or temporary
        os.makedirs(folder, exist_ok=True)
        pictures = [make(args.cli, name, args.language, args.notes, folder) for name in templates]
        if args.out:
            sheet(pictures, folder)
    print(f"{len(pictures)} templates filled")
    return 0 if pictures else 1


if __name__ == "__main__":
    sys.exit(main())
