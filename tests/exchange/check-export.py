# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports the samples with atelier-cli and asks independent readers what they find: poppler's tools and qpdf."""

import json
import os
import pathlib
import re
import shutil
import struct
import subprocess
import sys

CLI, ROOT = sys.argv[1], pathlib.Path(sys.argv[2])
sys.path.insert(0, str(ROOT / "tests" / "lib"))

from lib_tap import Tap, contains, equal, read  # noqa: E402

SAMPLE = ROOT / "data" / "samples" / "la-serre.atelier"
ENVIRONMENT = dict(os.environ, SOURCE_DATE_EPOCH="1781136000")
ENVIRONMENT["LSAN_OPTIONS"] = os.environ.get("LSAN_OPTIONS", "") + ":print_suppressions=0"
tap = Tap()


# Cairo 1.16 leaks 768 bytes when it embeds part of a CJK font; the sanitizer build must not fail for it.
CAIRO_LEAKS = dict(ENVIRONMENT, ASAN_OPTIONS="detect_leaks=0")


def run(*command, status=0, environment=ENVIRONMENT):
    done = subprocess.run([str(c) for c in command], capture_output=True, text=True, env=environment, timeout=120)
    equal(done.returncode, status, f"exit status of {command}: {done.stderr}")
    return done.stdout if status == 0 else done.stderr


def export(*arguments, status=0):
    return run(CLI, "export", *arguments, status=status)


def words_of(text):
    """Words as a reader of the page sees them: letters and digits only, so that line ends do not matter."""
    return set(re.findall(r"\w+", text))


def squeeze(text):
    return re.sub(r"[\W_]+", "", text)


def structure_of(pdf):
    return run("pdfinfo", "-struct-text", pdf)


def missing(expected, found):
    return sorted(words_of(expected) - words_of(found))


def boards_in_order(session):
    return sorted(session["boards"], key=lambda board: (board.get("rank", ""), board["id"]))


def is_map(board):
    return any(area.get("layout") == "graph" for area in board["areas"])


def note_texts(session):
    """Of maps, check-maps.py says which: names stay in the room."""
    return [note["text"] for board in session["boards"] if not is_map(board) for note in board.get("notes", [])]


@tap.test("/export/report/has-pages-tags-and-metadata")
def _(folder):
    pdf = folder / "report.pdf"
    export(SAMPLE, "-o", pdf)
    info = dict(line.split(":", 1) for line in run("pdfinfo", pdf).splitlines())
    equal(info["Tagged"].strip(), "yes", "tagged")
    assert int(info["Pages"]) >= 6, info["Pages"]
    session = read(SAMPLE)
    equal(info["Title"].strip(), session["title"], "title")
    equal(info["Author"].strip(), session["facilitator"], "author")
    contains(info["Creator"], "Atelier")
    contains(info["CreationDate"], "Jun 11")
    contains(info["Page size"], "A4")


@tap.test("/export/report/text-holds-every-word-of-every-note")
def _(folder):
    pdf = folder / "report.pdf"
    export(SAMPLE, "-o", pdf)
    session = read(SAMPLE)
    text = run("pdftotext", pdf, "-")
    equal(missing(" ".join(note_texts(session)), text), [], "words of notes")
    rest = [item["text"] for kind in ("actions", "decisions") for item in session[kind]]
    rest += [term["term"] + " " + term["agreed"] for term in session["terms"]]
    rest += [person["name"] for person in session["people"]] + [silo["name"] for silo in session["silos"]]
    rest += [step["title"] for step in session["steps"]] + [board["title"] for board in session["boards"]]
    equal(missing(" ".join(rest), text), [], "words of the rest")


@tap.test("/export/report/structure-holds-every-note-whole")
def _(folder):
    pdf = folder / "report.pdf"
    export(SAMPLE, "-o", pdf)
    structure = structure_of(pdf)
    for tag in ("Document", "Sect", "H1", "H2", "Table", "TR", "TH", "TD", "LI", "LBody", "Link", "Span"):
        assert re.search(rf"^\s*{tag}\b", structure, re.M), tag
    lines = re.findall(r'^\s*"(.*)"$', structure, re.M)
    whole = squeeze("".join(lines))
    lost = [text for text in note_texts(read(SAMPLE)) if squeeze(text) not in whole]
    equal(lost, [], "notes")


@tap.test("/export/report/hidden-notes-are-nowhere-but-counted")
def _(folder):
    session = read(SAMPLE)
    board = next(board for board in session["boards"] if any("stack" in note for note in board.get("notes", [])))
    number, notes = boards_in_order(session).index(board) + 1, board["notes"]
    lead = next(note["stack"] for note in notes if "stack" in note)
    for note in notes:
        if note["id"] == lead:
            note.update(hidden=True, text="Secretword " * 4, description="Secretword", number=77)
    source, pdf, one = (folder / name for name in ("s.atelier", "s.pdf", "b.pdf"))
    source.write_text(json.dumps(session), encoding="utf-8")
    export(source, "-o", pdf, "--language", "en")
    export(source, "--board", number, "-o", one)
    text = run("pdftotext", pdf, "-") + run("pdftotext", one, "-") + structure_of(pdf)
    assert "Secretword" not in text and "#77" not in text, "a hidden note is on paper"
    contains(text, "1 note is not shown")
    member = next(note["text"] for note in notes if note.get("stack") == lead)
    equal(missing(member, text), [], "what was stacked under a hidden note")


@tap.test("/export/report/is-sound-embeds-fonts-and-holds-no-pictures")
def _(folder):
    pdf = folder / "report.pdf"
    export(SAMPLE, "-o", pdf)
    contains(run("qpdf", "--check", pdf), "No syntax or stream encoding errors")
    fonts = run("pdffonts", pdf).splitlines()[2:]
    assert fonts and all(re.search(r"\s+yes\s+yes\s+(yes|no)\s+\d+\s+0$", font) for font in fonts), fonts
    equal(run("pdfimages", "-list", pdf).splitlines()[2:], [], "pictures")


@tap.test("/export/report/outline-leads-to-every-board")
def _(folder):
    pdf = folder / "report.pdf"
    export(SAMPLE, "-o", pdf)
    outlines = json.loads(run("qpdf", "--json", "--json-key=outlines", pdf))["outlines"]
    titles = [entry["title"] for entry in outlines]
    pages = [entry["destpageposfrom1"] for entry in outlines]
    for board in read(SAMPLE)["boards"]:
        assert board["title"] in titles, board["title"]
    assert all(pages) and pages == sorted(pages), pages
    contains(run("pdfinfo", "-dests", pdf), "agenda")


@tap.test("/export/report/speaks-the-language-of-the-session-or-the-one-asked-for")
def _(folder):
    pdf = folder / "report.pdf"
    export(SAMPLE, "-o", pdf)
    french = run("pdftotext", pdf, "-")
    export(SAMPLE, "-o", pdf, "--language", "en")
    english = run("pdftotext", pdf, "-")
    contains(french, "Compte rendu")
    contains(french, "11 juin 2026")
    contains(english, "June 11, 2026")
    contains(english, "Agenda")


@tap.test("/export/report/twice-gives-the-same-bytes")
def _(folder):
    export(SAMPLE, "-o", folder / "a.pdf")
    export(SAMPLE, "-o", folder / "b.pdf")
    equal((folder / "a.pdf").read_bytes() == (folder / "b.pdf").read_bytes(), True, "bytes")


def hard_session(folder):
    texts = ["efficient office, to the end of the line", "😀 emoji 🎉 kept", "中文便条测试内容", "مرحبا بالعالم", "Wort" * 80,
             " ".join(f"word{n}" for n in range(280)), "first\nsecond"]
    notes = [{"id": f"n{i}", "text": text, "area": "a", "rank": f"{i + 1:02}"} for i, text in enumerate(texts)]
    notes.append({"id": "lost", "text": "without a place", "area": "gone", "rank": "zz"})
    areas = [{"id": "a", "title": "Area", "width": 1600, "height": 1000}]
    session = {"format": "atelier-session", "version": 1, "id": "s", "title": "Hard", "language": "en",
               "boards": [{"id": "b", "title": "Board", "areas": areas, "notes": notes}],
               "actions": [{"id": "x", "text": " ".join(f"act{n}" for n in range(1500)), "rank": "V"}]}
    path = folder / "hard.atelier"
    path.write_text(json.dumps(session, ensure_ascii=False), encoding="utf-8")
    return path, texts


@tap.test("/export/report/hard-texts-survive")
def _(folder):
    path, texts = hard_session(folder)
    run(CLI, "export", path, "-o", folder / "hard.pdf", environment=CAIRO_LEAKS)
    structure = squeeze("".join(re.findall(r'^\s*"(.*)"$', structure_of(folder / "hard.pdf"), re.M)))
    text = run("pdftotext", folder / "hard.pdf", "-")
    lost = [part for part in (texts[0], texts[4], texts[5], "without a place") if squeeze(part) not in structure]
    equal(lost, [], "notes")
    equal(structure.count(squeeze(texts[0])), 1, "on the picture, where it can be read")
    equal(structure.count(squeeze(texts[5])), 1, "in the list, as the picture cuts it")
    equal(missing(" ".join(f"act{n}" for n in range(1500)), text), [], "words of an action over several pages")
    contains(squeeze(text), texts[2])
    contains(run("qpdf", "--check", folder / "hard.pdf"), "No syntax or stream encoding errors")


@tap.test("/export/board/pdf-and-png-by-number-and-all")
def _(folder):
    export(SAMPLE, "-o", folder / "one.pdf", "--board", "2")
    boards = sorted(read(SAMPLE)["boards"], key=lambda board: board["rank"])
    contains(run("pdfinfo", folder / "one.pdf"), boards[1]["title"])
    area = next(area["title"] for area in boards[1]["areas"] if area.get("title"))
    contains(squeeze(run("pdftotext", "-l", "1", folder / "one.pdf", "-")), squeeze(area))
    export(SAMPLE, "-o", folder / "wall.png", "--board", "all", "--width", "640")
    pictures = sorted(path.name for path in folder.glob("wall-*.png"))
    equal(len(pictures), len(read(SAMPLE)["boards"]), "pictures")
    for picture in pictures:
        width, height = struct.unpack(">II", (folder / picture).read_bytes()[16:24])
        equal(width, 640, picture)
        assert 200 < height < 4000, height


@tap.test("/export/usage/tells-what-is-wrong-in-one-line")
def _(folder):
    out = folder / "x.pdf"
    for arguments in ([], [SAMPLE], [SAMPLE, "-o", folder / "x"], [SAMPLE, "-o", folder / "x.doc"], [SAMPLE, "-o", out, "--board", "99"],
                      [SAMPLE, "-o", out, "--layout", "poster"], [SAMPLE, "-o", out, "--language", "xx"],
                      [SAMPLE, "-o", folder / "x.png", "--layout", "report"], [SAMPLE, SAMPLE, "-o", out], [SAMPLE, "-o", out, "--width", "9"]):
        message = export(*arguments, status=2)
        equal(len(message.splitlines()), 2, message)
    equal(list(folder.iterdir()), [], "files written")


@tap.test("/export/input/files-at-fault-give-one-line-and-nothing-is-written")
def _(folder):
    cut = folder / "cut.atelier"
    cut.write_bytes(SAMPLE.read_bytes()[:5000])
    cases = [(folder / "none.atelier", folder / "x.pdf"), (cut, folder / "x.pdf"), (SAMPLE, folder / "no" / "x.pdf"),
             (SAMPLE, folder / "no" / "x.png"), (SAMPLE, cut / "x.pdf")]
    for source, target in cases:
        message = export(source, "-o", target, status=1)
        equal(len(message.splitlines()), 1, message)
    equal([path.name for path in folder.iterdir()], ["cut.atelier"], "files left")
    message = export(SAMPLE, "-o", folder / "x.png", "--width", "20000", status=1)
    contains(message, "16384")


for tool in ("pdfinfo", "pdftotext", "pdffonts", "pdfimages", "qpdf"):
    if shutil.which(tool) is None:
        print(f"1..0 # SKIP {tool} is not installed")
        sys.exit(0)
tap.run()
