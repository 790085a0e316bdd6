#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opens what a stranger may send: no crash, no hang, no warning, an answer on every line, and no more memory than promised.

Arguments: the program, the source folder, and "sanitized" where memory cannot be measured. Speaks TAP."""

import itertools
import os
import pathlib
import resource
import subprocess
import sys
import time

from lib_tap import Tap, equal

CLI, SOURCE = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
SANITIZED = sys.argv[3:] == ["sanitized"]
HOSTILE = SOURCE / "tests/data/hostile"
SECONDS = 120 if SANITIZED else 30
MIB = 1024 * 1024
PROGRAM = 8 * MIB  # what the program takes for an empty session
ENVIRONMENT = {**os.environ, "G_DEBUG": "fatal-criticals,fatal-warnings", "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}
HEAD = '{"format":"atelier-session","version":1,"id":"s"'
tap = Tap()


def run(folder, *arguments):
    """Exit code, lines on stderr, peak memory in bytes."""
    log = folder / "stderr"
    with open(log, "wb") as errors:
        process = subprocess.Popen([CLI, *arguments], stdout=subprocess.DEVNULL, stderr=errors, env=ENVIRONMENT)
        deadline = time.monotonic() + SECONDS
        while True:
            pid, status, usage = os.wait4(process.pid, os.WNOHANG)
            if pid:
                break
            if time.monotonic() > deadline:
                process.kill()
                os.wait4(process.pid, 0)
                raise AssertionError(f"{arguments} takes longer than {SECONDS} s")
            time.sleep(0.005)
    process.returncode = os.waitstatus_to_exitcode(status)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    return process.returncode, lines, usage.ru_maxrss * 1024


def check(folder, file, expected):
    """Checks, counts and exports a file. @expected is "bad", "odd" or "good"."""
    size = os.path.getsize(file) if file.is_file() else 0
    code, lines, memory = run(folder, "check", file)
    equal(code, 0 if expected == "good" else 1, f"check {file.name}: {lines[:3]}")
    equal([line for line in lines if not line.startswith(f"{file}: ") and str(file) not in line], [], file.name)
    equal(bool(lines), expected != "good", file.name)
    assert_memory(file, size, memory)
    readable = 1 if expected == "bad" else 0
    code, lines, memory = run(folder, "info", file, "--json")
    equal(code, readable, f"info {file.name}: {lines[:3]}")
    assert_memory(file, size, memory)
    return readable == 0


def assert_memory(file, size, memory):
    bound = 12 * size + 300 * MIB
    if not SANITIZED and memory > bound:
        raise AssertionError(f"{file.name}: {memory // MIB} MiB for {size / MIB:.1f} MiB")


def check_export(folder, file):
    for name in ("out.pdf", "out.md"):
        out = folder / name
        code, lines, _ = run(folder, "export", file, "-o", out)
        if name == "out.pdf":
            equal(code, 0, f"export {file.name}: {lines[:3]}")
            equal(out.read_bytes()[:5], b"%PDF-", file.name)


def register(file):
    kind = file.name.split("-")[0]

    @tap.test(f"/hostile/{file.stem}")
    def small(folder):
        if check(folder, file, kind) and not SANITIZED:
            check_export(folder, file)


for path in sorted(HOSTILE.glob("*.atelier")):
    register(path)


def notes(texts):
    items = ",\n".join(texts)
    return HEAD + ',\n"boards":[\n{"id":"b","title":"B","notes":[\n' + items + "\n]}\n]}\n"


def colliding(n):
    """Names that g_str_hash() gives the same value."""
    return ["".join(pairs) for pairs in itertools.islice(itertools.product(("Ez", "FY"), repeat=15), n)]


def members(n):
    return HEAD + ',"x":{' + ",".join(f'"m{i}":1' for i in range(n)) + "}}"


LARGE = {
    "good-long-text": lambda: notes(['{"id":"n","text":"' + "word " * (8 * MIB // 5) + '"}']),
    "good-very-long-text": lambda: notes(['{"id":"n","text":"' + "x" * (60 * MIB) + '"}']),
    "good-escapes": lambda: notes(['{"id":"n","text":"' + "\\u00e9" * MIB + '"}']),
    "good-many-notes": lambda: notes(f'{{"id":"n{i}"}}' for i in range(150000)),
    "bad-too-many-notes": lambda: notes(f'{{"id":"n{i}"}}' for i in range(200001)),
    "odd-long-rank": lambda: notes(['{"id":"n","rank":"' + "V" * MIB + '"}', '{"id":"m","rank":"' + "V" * 512 + '"}']),
    "odd-problems": lambda: notes(f'{{"id":"n{i}","color":"mauve","x":"a"}}' for i in range(50000)),
    "good-colliding-names": lambda: HEAD + ',"x":{' + ",".join(f'"{n}":1' for n in colliding(19999)) + "}}",
    "good-colliding-ids": lambda: notes(f'{{"id":"{n}"}}' for n in colliding(20000)),
    "good-members": lambda: members(20000),
    "bad-members": lambda: members(20001),
    "bad-values": lambda: HEAD + ',"x":[' + ",".join("1" for _ in range(1100000)) + "]}",
    "good-empty-lists": lambda: HEAD + ',"x":[' + ",".join("[]" for _ in range(900000)) + "]}",
    "good-empty-objects": lambda: HEAD + ',"x":[' + ",".join("{}" for _ in range(900000)) + "]}",
    "odd-strays": lambda: HEAD + ',"people":[' + ",".join("0" for _ in range(500000)) + "]}",
    "good-options": lambda: HEAD + ',"boards":[{"id":"b","options":{"a":[' + ",".join("0" for _ in range(300000)) + "]}}]}",
    "bad-cut-large": lambda: notes(f'{{"id":"n{i}","text":"{"word " * 60}"}}' for i in range(60000))[:-5000],
    "bad-lines-large": lambda: notes(f'{{"id":"n{i}","text":"word {i}"' + ("}" if i % 7 else "") for i in range(100000)),
    "bad-seams": lambda: HEAD + ',"x":"' + '{"id":"' * 400000,
    "bad-newlines": lambda: "\n" * (8 * MIB) + "x",
}


def write(file, make):
    """In a process of its own: the peak memory of a child counts what its parent had when it was started."""
    child = os.fork()
    if child == 0:
        file.write_text(make(), encoding="utf-8")
        os._exit(0)
    equal(os.waitpid(child, 0)[1], 0, file)


def register_large(name, make):
    @tap.test(f"/hostile/large/{name}")
    def large(folder):
        file = folder / f"{name}.atelier"
        write(file, make)
        check(folder, file, name.split("-")[0])


# Under the sanitizers the small ones tell the same, in a minute instead of ten.
for key, maker in LARGE.items():
    if not SANITIZED:
        register_large(key, maker)


@tap.test("/hostile/large/sparse-file-is-refused-at-once")
def sparse(folder):
    file = folder / "sparse.atelier"
    with open(file, "wb") as out:
        out.truncate(10 * 1024 * MIB)
    code, lines, memory = run(folder, "check", file)
    equal((code, len(lines)), (1, 1), lines)
    equal(SANITIZED or memory < 100 * MIB, True, f"{memory // MIB} MiB")


@tap.test("/hostile/pipe-and-device-are-refused-without-waiting")
def pipe(folder):
    file = folder / "pipe.atelier"
    os.mkfifo(file)
    for path in (file, pathlib.Path("/dev/zero"), folder):
        equal(run(folder, "check", path)[0], 1, path)


def own_notes(n):
    """As the app writes them: UUIDs, an author, a place, a color, the stamp of the last edit."""
    name = "{:08x}-aaaa-4bbb-8ccc-0123456789ab".format
    text = "Note {} : décider plus tôt, avec ceux qui font le travail"
    return notes(f'{{"id":"{name(i)}","text":"{text.format(i)}","author":"{name(i % 20)}","area":"{name(7)}",'
                 f'"rank":"{i:06}1","x":{i * 7 % 9000},"y":{i * 3 % 7000},"color":"blue","v":"aaaaaaaa.{i + 1}"}}'
                 for i in range(n))


def cpu_seconds(folder, file):
    """What the program itself computed, however busy the machine is; the least of three runs."""
    def once():
        before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
        equal(run(folder, "check", file)[:2], (0, []))
        return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    return min(once() for _ in range(3))


@tap.test("/hostile/ids-that-were-chosen-to-collide-take-no-longer-than-others")
def collide(folder):
    chosen, plain = folder / "chosen.atelier", folder / "plain.atelier"
    write(chosen, LARGE["good-colliding-ids"])
    write(plain, lambda: notes(f'{{"id":"{i:030}"}}' for i in range(20000)))
    ratio = cpu_seconds(folder, chosen) / max(cpu_seconds(folder, plain), 0.01)
    print(f"# {ratio:.1f} times")
    assert ratio < 5, f"{ratio:.1f} times"


@tap.test("/hostile/own-file-of-10000-notes-takes-less-than-12-times-its-size")
def own(folder):
    file = folder / "own.atelier"
    write(file, lambda: own_notes(10000))
    size = os.path.getsize(file)
    code, lines, memory = run(folder, "check", file)
    equal((code, lines), (0, []))
    ratio = (memory - PROGRAM) / size
    print(f"# {size / MIB:.1f} MiB, peak {memory / MIB:.1f} MiB, {ratio:.1f} times")
    equal(SANITIZED or ratio < 12, True, f"{ratio:.1f} times {size} bytes")


tap.run()
