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


@tap.test("/cli/measures/one-silo-is-isolated-from-nothing")
def measures_one_silo(folder):
    (folder / "people.csv").write_text("name,silo\nAna,MKT\nBob,MKT\nGil,MKT\n")
    (folder / "links.csv").write_text("from,to,strength\nAna,Bob,3\n")
    result = run("import", folder / "links.csv", folder / "people.csv", "-o", folder / "a.atelier")
    equal((result.returncode, result.stderr), (0, ""))
    text = run("measures", folder / "a.atelier", LANGUAGE="en").stdout
    contains(text, "Figures between silos need two silos.")
    equal([word for word in ("Isolated silos", "E-I", "Modularity") if word in text], [])
    equal(figures("measures", folder / "a.atelier")["silos"][0]["isolated"], True)


@tap.test("/cli/measures/three-bridges-stand-for-many")
def measures_many_bridges(folder):
    names = [f"P{i}" for i in range(9)]
    (folder / "people.csv").write_text("name,silo\n" + "".join(f"{name},S{i % 3}\n" for i, name in enumerate(names)))
    (folder / "links.csv").write_text("from,to,strength\n" + "".join(f"{a},{b},3\n" for a, b in zip(names, names[1:])))
    result = run("import", folder / "links.csv", folder / "people.csv", "-o", folder / "a.atelier")
    equal((result.returncode, result.stderr), (0, ""))
    text = run("measures", folder / "a.atelier", LANGUAGE="en").stdout
    equal(text.count("is the only connection"), 3)
    contains(text, "… and 5 more bridges between silos")
    equal(len(figures("measures", folder / "a.atelier")["bridges"]), 8)


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


@tap.test("/cli/groups/one-per-group")
def groups_marks(_folder):
    bearers = "Hugo Steiner,Nadia Ferhat,Marion Delcourt,Claire Aubry,Karim Belkacem"
    found = figures("groups", SAMPLE, "--count", "5", "--rounds", "2", "--one-per-group", "scribe=" + bearers)
    for mixed in found["rounds"]:
        scribes = [sum(person["name"] in bearers for person in group) for group in mixed["groups"]]
        equal(scribes, [1] * 5)
    result = run("groups", SAMPLE, "--count", "4", "--one-per-group", "scribe=" + bearers)
    equal(result.returncode, 1)
    contains(result.stderr, "Hugo Steiner as “scribe”")
    equal(run("groups", SAMPLE, "--count", "4", "--one-per-group", "Hugo Steiner").returncode, 2)
    equal(run("groups", SAMPLE, "--count", "4", "--one-per-group", "scribe=Nobody Here").returncode, 2)


@tap.test("/cli/groups/take-short-names-that-mean-one-person")
def groups_short(folder):
    for names in ("Sophie,Karim", "sophie l., KARIM B."):
        for group in figures("groups", SAMPLE, "--size", "4", "--together", names)["rounds"][0]["groups"]:
            found = [person["name"].split()[0] for person in group]
            equal("Sophie" in found, "Karim" in found)
    session = read(SAMPLE)
    next(person for person in session["people"] if person["name"].startswith("Karim"))["name"] = "Sophie Aubin"
    (folder / "two.atelier").write_text(json.dumps(session), encoding="utf-8")
    result = run("groups", folder / "two.atelier", "--size", "4", "--together", "Sophie,Nadia")
    equal(result.returncode, 2)
    contains(result.stderr, "several people are called “Sophie”")
    equal(run("groups", folder / "two.atelier", "--size", "4", "--together", "Sophie A.,Nadia").returncode, 0)


@tap.test("/cli/groups/say-when-there-are-fewer-people-than-groups")
def groups_too_many(_folder):
    result = run("groups", SAMPLE, "--count", "21", "--json")
    equal((result.returncode, len(json.loads(result.stdout)["rounds"][0]["groups"])), (0, 20))
    contains(result.stderr, "20 groups, not 21")
    equal(run("groups", SAMPLE, "--count", "20").stderr, "")


@tap.test("/cli/measures/say-which-bridges-are-between-silos")
def measures_bridges(_folder):
    bridges = figures("measures", SAMPLE)["bridges"]
    between = sum(bridge["crossSilo"] for bridge in bridges)
    equal((between, len(bridges) - between), (2, 2))
    contains(run("measures", SAMPLE).stdout, "2 between silos, 2 inside")


@tap.test("/cli/compare/refuses-maps-with-nobody-in-common")
def compare_strangers(folder):
    (folder / "links.csv").write_text("from,to\nXan,Yve\n", encoding="utf-8")
    equal(run("import", folder / "links.csv", "-o", folder / "a.atelier").returncode, 0)
    for options in ((), ("--json",)):
        result = run("compare", SAMPLE, folder / "a.atelier", *options)
        equal((result.returncode, result.stdout), (1, ""))
        contains(result.stderr, "nobody is in both maps")


@tap.test("/cli/groups/need-a-size-or-a-count")
def groups_usage(_folder):
    equal(run("groups", SAMPLE).returncode, 2)
    equal(run("groups", SAMPLE, "--size", "3", "--count", "2").returncode, 2)


PEOPLE = "name;silo;site\n" + "".join(f"{name};{silo};{site}\n" for name, silo, site in [
    ("Ana", "MKT", "P"), ("Bob", "MKT", "P"), ("Chloé", "MKT", "L"), ("Dan", "DSI", "P"), ("Eva", "DSI", "L"),
    ("Farid", "DSI", "L"), ("Gil", "MAG", "P"), ("Hana", "MAG", "L"), ("Ines", "JUR", "P")])
LINKS = "de;vers;force;nature\n" + "".join(f"{line};information\n" for line in [
    "Ana;Bob;4", "Bob;Ana;4", "Bob;Chloé;3", "Ana;Chloé;2", "Dan;Eva;5", "Eva;Dan;5", "Eva;Farid;4", "Farid;Eva;3",
    "Gil;Hana;3", "Hana;Gil;3", "Bob;Dan;2", "Dan;Bob;1", "Chloé;Gil;2"]) + "Hana;Farid;4;missing\nChloé;Ines;3;missing\n"


def import_worked_example(folder, encoding="utf-8"):
    """The worked example of SILO-METHOD §13."""
    (folder / "people.csv").write_text(PEOPLE, encoding=encoding)
    (folder / "links.csv").write_text(LINKS, encoding=encoding)
    result = run("import", folder / "links.csv", folder / "people.csv", "-o", folder / "a.atelier")
    equal((result.returncode, result.stderr), (0, ""))
    equal(run("check", folder / "a.atelier").returncode, 0)
    return folder / "a.atelier"


@tap.test("/cli/import/reads-links-and-people-in-any-encoding")
def import_csv(folder):
    for encoding in ("utf-8", "utf-8-sig", "utf-16", "cp1252"):
        place = folder / encoding
        place.mkdir()
        found = figures("measures", import_worked_example(place, encoding))
        near(found["density"]["contrast"], 13.8095, encoding)
        near(found["ei"]["rescaled"], -5 / 7, encoding)
        near(found["modularity"]["Q"], 0.3672, encoding)
        near(found["brokerShare"]["max"], 0.75, encoding)
        equal(found["counts"]["needs"], 2, encoding)


@tap.test("/cli/import/adds-to-a-session-without-doubling-people")
def import_into(folder):
    file = import_worked_example(folder)
    result = run("import", folder / "links.csv", "--into", file, "-o", file)
    equal(result.returncode, 0, result.stderr)
    session = read(file)
    equal((len(session["people"]), len(session["boards"]), len(session["silos"])), (9, 2, 6))


@tap.test("/cli/import/says-the-line-of-what-it-leaves-out")
def import_report(folder):
    (folder / "links.csv").write_text("from,to,strength\nAna,Bob,3\nAna,Ana,3\nBob,Ana,NaN\n", encoding="utf-8")
    result = run("import", folder / "links.csv", "-o", folder / "a.atelier")
    equal(result.returncode, 0)
    equal([line.split(" ")[0] for line in result.stderr.splitlines()], ["links.csv:3:", "links.csv:4:"])


@tap.test("/cli/import/counts-silos-by-partition")
def import_partitions(folder):
    (folder / "people.csv").write_text("name,silo,site\nAna,MKT,P\nBob,DSI,L\n", encoding="utf-8")
    contains(run("import", folder / "people.csv", "-o", folder / "a.atelier").stdout, "4 silos in 2 partitions added")


@tap.test("/cli/import/reads-the-matrix-of-nodes-that-export-writes")
def import_adjacency(folder):
    run("export", SAMPLE, "--format", "adjacency", "-o", folder / "a.csv")
    result = run("import", folder / "a.csv", "-o", folder / "b.atelier")
    equal((result.returncode, result.stderr), (0, ""))
    counts = figures("measures", folder / "b.atelier", "--board", "1")["counts"]
    equal((counts["links"], counts["strength"]), (44, figures("measures", SAMPLE)["counts"]["strength"]))
    run("export", folder / "b.atelier", "--format", "adjacency", "-o", folder / "b.csv")
    equal((folder / "b.csv").read_bytes(), (folder / "a.csv").read_bytes())


@tap.test("/cli/import/refuses-the-matrix-of-silos-which-counts-links")
def import_matrix(folder):
    run("export", SAMPLE, "--format", "matrix", "-o", folder / "m.csv")
    result = run("import", folder / "m.csv", "-o", folder / "b.atelier")
    equal((result.returncode, (folder / "b.atelier").exists()), (1, False))
    contains(result.stderr, "matrix of silos")


@tap.test("/cli/import/refuses-what-is-no-network")
def import_hostile(folder):
    bomb = "<!DOCTYPE l [<!ENTITY a '" + "x" * 1000 + "'>" + "".join(
        f"<!ENTITY {name} '{'&' + previous + ';'}{'&' + previous + ';'}'>" for previous, name in zip("abcdefgh", "bcdefghi"))
    for content in (bomb + "]><graphml>&i;</graphml>", "a" * 20_000_000, "from,to\n\"", "\0\1\2", "<graphml>", "[" * 9999):
        (folder / "strange").write_text(content, encoding="utf-8")
        result = run("import", folder / "strange", "-o", folder / "a.atelier")
        equal((result.returncode, result.stdout, len(result.stderr.splitlines())), (1, "", 1), result.stderr[:300])
        equal((folder / "a.atelier").exists(), False)


@tap.test("/cli/import/keeps-a-file-that-exists")
def import_keeps(folder):
    file = import_worked_example(folder)
    before = file.read_bytes()
    equal(run("import", folder / "links.csv", "-o", file).returncode, 1)
    equal(file.read_bytes(), before)


@tap.test("/cli/import/a-thousand-people-in-seconds")
def import_many(folder):
    links = {(i * 7919 % 1000, i * 104729 % 997) for i in range(25000)}
    (folder / "links.csv").write_text("from,to,strength\n" + "".join(f"P{a},P{b},3\n" for a, b in links if a != b))
    (folder / "people.csv").write_text("name,silo\n" + "".join(f"P{i},S{i % 20}\n" for i in range(1000)))
    result = run("import", folder / "links.csv", folder / "people.csv", "-o", folder / "a.atelier")
    equal((result.returncode, result.stderr), (0, ""))
    equal(figures("measures", folder / "a.atelier")["counts"]["nodes"], 1000)


def same_figures(one, other):
    first, second = figures("measures", one), figures("measures", other)
    for key in ("counts", "density", "ei", "share", "reciprocity", "modularity", "brokerShare"):
        equal(second[key], first[key], key)


@tap.test("/cli/export/graphml-comes-back-the-same")
def export_graphml(folder):
    equal(run("export", SAMPLE, "-o", folder / "a.graphml").returncode, 0)
    result = run("import", folder / "a.graphml", "-o", folder / "b.atelier")
    equal((result.returncode, result.stderr), (0, ""))
    same_figures(SAMPLE, folder / "b.atelier")


@tap.test("/cli/export/csv-comes-back-the-same")
def export_csv(folder):
    equal(run("export", SAMPLE, "-o", folder / "a.csv").returncode, 0)
    result = run("import", folder / "a-people.csv", folder / "a.csv", "-o", folder / "b.atelier")
    equal((result.returncode, result.stderr), (0, ""))
    same_figures(SAMPLE, folder / "b.atelier")


@tap.test("/cli/export/knows-no-hidden-node")
def export_no_hidden_node(folder):
    session = read(SAMPLE)
    board = next(board for board in session["boards"] if any(area.get("layout") == "graph" for area in board["areas"]))
    names = {person["id"]: person["name"] for person in session["people"]}
    linked = {link["from"] for link in board["links"]}
    node = next(note for note in board["notes"] if note.get("person") in names and note["id"] in linked)
    name = names[node["person"]].split()[0]
    node["hidden"] = True
    path = folder / "hidden.atelier"
    path.write_text(json.dumps(session))
    for out in ("map.graphml", "map.csv", "matrix.csv", "near.csv"):
        form = {"matrix.csv": ["--format", "matrix"], "near.csv": ["--format", "adjacency"]}.get(out, [])
        equal(run("export", path, "-o", folder / out, "--board", "3", *form).returncode, 0, out)
    texts = [(folder / out).read_text() for out in ("map.graphml", "map.csv", "map-people.csv", "near.csv")]
    equal([name in text for text in texts], [False] * 4, name)
    run("export", SAMPLE, "-o", folder / "all.csv", "--board", "3")
    contains((folder / "all-people.csv").read_text(), name)
    before, after = figures("measures", SAMPLE)["counts"], figures("measures", path)["counts"]
    equal(after["nodes"], before["nodes"] - 1, "nodes")
    equal(after["links"] < before["links"], True, f"links without those of {name}")


@tap.test("/cli/export/hides-who-is-hidden")
def export_hidden(folder):
    file = import_worked_example(folder)
    session = read(file)
    for person in session["people"]:
        if person["name"] in ("Ana", "Bob"):
            person.update(shown="hidden", role="Directrice unique")
    file.write_text(json.dumps(session), encoding="utf-8")
    for name in ("a.graphml", "a.csv"):
        equal(run("export", file, "-o", folder / name).returncode, 0)
    for name in ("a.graphml", "a.csv", "a-people.csv"):
        text = (folder / name).read_text(encoding="utf-8")
        equal([word for word in ("Ana", "Bob", "Directrice") if word in text], [], name)
        contains(text, "one person of MKT (2)")


tap.run()
