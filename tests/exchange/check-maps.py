# SPDX-License-Identifier: GPL-3.0-or-later
"""What leaves the room of a map: sentences, counts and silos in the report, names by an explicit choice only."""

import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess
import sys

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(ROOT / "tests" / "lib"))

from lib_tap import Tap, contains, equal, read  # noqa: E402

SAMPLE = ROOT / "data" / "samples" / "la-serre.atelier"
ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH="1781136000")
ENVIRONMENT["LSAN_OPTIONS"] = os.environ.get("LSAN_OPTIONS", "") + ":print_suppressions=0"
tap = Tap()


def run(*command, status=0):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, encoding="utf-8",
                          env=ENVIRONMENT, timeout=120)
    equal(done.returncode, status, f"exit status of {command}: {done.stderr}")
    return done.stdout if status == 0 else done.stderr


def squeeze(text):
    return re.sub(r"[\W_]+", "", text)


def map_of(session):
    return next(board for board in session["boards"] if any(area.get("layout") == "graph" for area in board["areas"]))


def map_pages(pdf):
    """The pages of the map's chapter: from where the outline says to the next chapter."""
    outlines = json.loads(run("qpdf", "--json", "--json-key=outlines", pdf))["outlines"]
    title = map_of(read(SAMPLE))["title"]
    pages = [entry["destpageposfrom1"] for entry in outlines]
    first = next(entry["destpageposfrom1"] for entry in outlines if entry["title"] == title)
    last = min([page for page in pages if page > first]) - 1
    return [run("pdftotext", "-f", page, "-l", page, pdf, "-") for page in range(first, last + 1)]


def only_map(session):
    """Nothing on the board of the map but the map."""
    board = map_of(session)
    area = next(area["id"] for area in board["areas"] if area.get("layout") == "graph")
    board["notes"] = [note for note in board["notes"] if note["area"] == area]


def first_names(session):
    """Of everybody in the session; none of them is a word of the method."""
    return sorted({person["name"].split()[0] for person in session["people"]})


def names_in(text, names):
    return [name for name in names if re.search(rf"\b{name}\b", text)]


def measures(*arguments):
    return json.loads(run(CLI, "measures", SAMPLE, "--json", *arguments))


def variant(folder, change):
    """A copy of the sample, changed."""
    session = read(SAMPLE)
    change(session)
    path = folder / "variant.atelier"
    path.write_text(json.dumps(session, ensure_ascii=False), encoding="utf-8")
    return path


@tap.test("/maps/report/says-the-sentences-and-names-nobody")
def _(folder):
    pdf = folder / "report.pdf"
    run(CLI, "export", variant(folder, only_map), "-o", pdf)
    contains(run("qpdf", "--check", pdf), "No syntax or stream encoding errors")
    pages = map_pages(pdf)
    whole = squeeze("".join(pages))
    sentences = [sentence for sentence in measures()["sentences"]
                 if not sentence["details"] and not sentence["id"].startswith(("broker.high", "broker.mid", "bridge", "missing"))]
    assert len(sentences) > 12, sentences
    equal([sentence["text"] for sentence in sentences if squeeze(sentence["text"]) not in whole], [], "sentences")
    equal([names_in(page, first_names(read(SAMPLE))) for page in pages], [[]] * len(pages), "names")
    last = [person["name"].split(" ", 1)[1] for person in read(SAMPLE)["people"]]
    equal(names_in(" ".join(pages), last), [], "last names")


@tap.test("/maps/report/matrix-holds-every-count")
def _(folder):
    pdf = folder / "report.pdf"
    run(CLI, "export", SAMPLE, "-o", pdf)
    found = measures()
    page = next(page for page in map_pages(pdf) if "Qui donne à qui" in page)
    expected = sorted(f"{cell['links']}/{cell['possible']}" for cell in found["matrix"] if cell["possible"] > 0)
    equal(sorted(re.findall(r"\b\d+/\d+\b", page)), expected)
    for silo in found["silos"]:
        contains(squeeze(page), squeeze(silo["name"]))


@tap.test("/maps/report/links-to-build-first-in-their-order")
def _(folder):
    pdf = folder / "report.pdf"
    run(CLI, "export", SAMPLE, "-o", pdf)
    page = squeeze(next(page for page in map_pages(pdf) if "Les liens à construire d’abord" in page))
    places = [page.find(squeeze(f"{pair['a']}{pair['b']}")) for pair in measures()["priorities"]]
    equal(places, sorted(places))
    equal(min(places) >= 0, True, places)


@tap.test("/maps/report/in-english-too")
def _(folder):
    pdf = folder / "report.pdf"
    run(CLI, "export", SAMPLE, "-o", pdf, "--language", "en")
    text = " ".join(" ".join(map_pages(pdf)).split())
    for part in ("What the map shows", "Who gives to whom", "Links to build first", "How to read the figures",
                 "links made at random would give 90%"):
        contains(text, part)


@tap.test("/maps/names/come-by-choice-and-as-each-wants")
def _(folder):
    people = sorted(read(SAMPLE)["people"], key=lambda person: person["name"])
    hidden, by_role, named = people[0]["name"].split()[0], people[1], people[2]["name"].split()[0]

    def hide(session):
        only_map(session)
        for person in session["people"]:
            if person["name"] == people[0]["name"]:
                person["shown"] = "hidden"
            if person["name"] == by_role["name"]:
                person["shown"] = "role"
    file = variant(folder, hide)
    run(CLI, "export", file, "--names", "-o", folder / "report.pdf")
    text = " ".join(map_pages(folder / "report.pdf"))
    equal(names_in(text, [hidden, by_role["name"].split()[0], named]), [named])
    run(CLI, "export", file, "--board", "3", "-o", folder / "board.pdf")
    equal(names_in(run("pdftotext", folder / "board.pdf", "-"), first_names(read(SAMPLE))), [])


@tap.test("/maps/names/beside-the-map-stay-as-they-were-written")
def _(folder):
    said = f"{read(SAMPLE)['people'][0]['name']} a raison"

    def write(session):
        board = map_of(session)
        area = next(area for area in board["areas"] if area.get("layout") != "graph")
        board["notes"].append({"id": "beside", "area": area["id"], "rank": "zz", "text": said})
    run(CLI, "export", variant(folder, write), "-o", folder / "report.pdf")
    contains(squeeze(" ".join(map_pages(folder / "report.pdf"))), squeeze(said))


def rows(file, *arguments):
    """A table that the command writes, as python's reader sees it."""
    run(CLI, "export", *arguments, "-o", file)
    return list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"))))


@tap.test("/maps/csv/matrix-holds-the-cells")
def _(folder):
    table = rows(folder / "m.csv", SAMPLE, "--format", "matrix")
    found = measures()
    names = [silo["name"] for silo in found["silos"]]
    equal(table[0], ["silos"] + names)
    equal([row[0] for row in table[1:]], names)
    expected = [str(cell["links"]) if cell["possible"] else "" for cell in found["matrix"]]
    equal([cell for row in table[1:] for cell in row[1:]], expected)


@tap.test("/maps/csv/adjacency-holds-every-link-in-the-order-of-the-board")
def _(folder):
    table = rows(folder / "m.csv", SAMPLE, "--format", "adjacency")
    counts = measures()["counts"]
    board = map_of(read(SAMPLE))
    area = next(area["id"] for area in board["areas"] if area.get("layout") == "graph")
    nodes = sorted((note for note in board["notes"] if note["area"] == area), key=lambda note: (note["rank"], note["id"]))
    equal(table[0][1:], [note["text"] for note in nodes])
    equal([row[0] for row in table[1:]], table[0][1:])
    cells = [int(cell) for row in table[1:] for cell in row[1:]]
    equal((sum(cell > 0 for cell in cells), sum(cells)), (counts["links"], counts["strength"]))
    equal([table[i + 1][i + 1] for i in range(len(nodes))], ["0"] * len(nodes))


@tap.test("/maps/csv/formulas-are-text-and-come-back")
def _(folder):
    (folder / "links.csv").write_text('from,to,strength\n"=HYPERLINK(1)",@Bob,3\n-Ana,"+33, 1",2\n', encoding="utf-8")
    run(CLI, "import", folder / "links.csv", "-o", folder / "a.atelier")
    names = sorted(person["name"] for person in read(folder / "a.atelier")["people"])
    equal(names, ["+33, 1", "-Ana", "=HYPERLINK(1)", "@Bob"])
    for name, layout in (("l.csv", ()), ("a.csv", ("--format", "adjacency"))):
        table = rows(folder / name, folder / "a.atelier", *layout)
        equal([cell for row in table for cell in row if cell[:1] in tuple("=+-@")], [], name)
    run(CLI, "import", folder / "l-people.csv", folder / "l.csv", "-o", folder / "b.atelier")
    equal(sorted(person["name"] for person in read(folder / "b.atelier")["people"]), names)


@tap.test("/maps/graphml/comes-back-with-all-attributes")
def _(folder):
    def wait(session):
        link = map_of(session)["links"][0]
        link.update(kind="handoff", remark="devis", fields={"waitingDays": 12})
    file = variant(folder, wait)
    run(CLI, "export", file, "-o", folder / "m.graphml")
    run(CLI, "import", folder / "m.graphml", "-o", folder / "b.atelier")
    before, after = read(file), read(folder / "b.atelier")

    def people(session):
        silos = {silo["id"]: silo["name"] for silo in session["silos"]}
        return sorted((note["text"], person.get("role"), person.get("manager", False), person.get("external", False),
                       [silos[silo] for silo in person["silos"]])
                      for note in map_of(session)["notes"] for person in session["people"] if person["id"] == note.get("person"))

    def links(session):
        texts = {note["id"]: note["text"] for note in map_of(session)["notes"]}
        return sorted((texts[link["from"]], texts[link["to"]], link["kind"], link.get("strength", 3), link.get("remark", ""),
                       link.get("fields", {}).get("waitingDays", 0)) for link in map_of(session)["links"])
    equal(people(after), people(before), "people")
    equal(links(after), links(before), "links")
    equal([silo["name"] for silo in after["silos"] if silo.get("factory")],
          [silo["name"] for silo in before["silos"] if silo.get("factory")], "factory")


@tap.test("/maps/compare/without-a-date-says-since-the-earlier-map")
def _(folder):
    def undate(session):
        session.pop("date")
    found = json.loads(run(CLI, "compare", variant(folder, undate), ROOT / "data/samples/la-serre-3-mois.atelier", "--json"))
    contains(found["sentences"][0]["text"], "depuis le relevé précédent")


def ranks(values):
    """Whether numbers that differ stand in the order of their size: a ranking."""
    distinct = len(set(values)) > 2
    return distinct and (values == sorted(values) or values == sorted(values, reverse=True))


@tap.test("/maps/nobody-is-ranked-in-any-file")
def _(folder):
    """People stand in the order of the board everywhere, and no figure of one stands beside a name."""
    order = rows(folder / "a.csv", SAMPLE, "--format", "adjacency")[0][1:]
    degrees = [sum(cell != "0" for cell in row[1:]) for row in rows(folder / "a.csv", SAMPLE, "--format", "adjacency")[1:]]
    equal(ranks(degrees), False, "adjacency")
    people = rows(folder / "l.csv", SAMPLE, "--format", "csv") and list(
        csv.reader(io.StringIO((folder / "l-people.csv").read_text(encoding="utf-8-sig"))))
    equal([row[0] for row in people[1:]], order, "people")
    equal([column for column in people[0] if column not in ("name", "silo", "role", "external", "present", "shown")], [])
    run(CLI, "export", SAMPLE, "-o", folder / "m.graphml")
    graphml = (folder / "m.graphml").read_text(encoding="utf-8")
    equal(re.findall(r'<data key="label">(.*?)</data>', graphml), order, "graphml")
    equal(sorted(set(re.findall(r'for="node" attr.name="(.*?)"', graphml))),
          ["external", "factory", "label", "manager", "present", "role", "shown", "silo"], "attributes of people")
    run(CLI, "export", SAMPLE, "--names", "-o", folder / "r.pdf")
    pages = " ".join(map_pages(folder / "r.pdf")[1:])
    equal(re.findall(rf"\b({'|'.join(order)})\b[^.]{{0,40}}\d+\s*%", pages), [], "shares beside names")
    text = json.dumps(measures())
    equal(names_in(text, first_names(read(SAMPLE))), [], "measures")


for tool in ("pdftotext", "qpdf"):
    if shutil.which(tool) is None:
        print(f"1..0 # SKIP {tool} is not installed")
        sys.exit(0)
tap.run()
