"""How the store does at a size: import, list, search, edit, undo, redo, reopen; CPU seconds beside the wall's.

    python -m benchmarks.measure_store [ENTRIES]

The entries are made up on the spot. As a yardstick that is the same on every machine, each time is also told as a
multiple of what bibtexparser takes in this run to parse a file of as many entries (`measure_bibtex.seeded`).
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import editing, finding
from app.bibtex import Dialect, write_bib
from app.cards import Column
from app.entry import Entry
from app.exporting import ExportOptions, export_bib
from app.importing import import_entries
from app.library import open_library
from benchmarks.alone import Done, alone, peak
from benchmarks.measure_bibtex import seeded, timed, yardsticks

SYLLABLES = [
    "ca",
    "stro",
    "di",
    "ner",
    "stein",
    "mo",
    "skau",
    "ha",
    "va",
    "na",
    "kenn",
    "ruz",
    "chev",
    "la",
    "tin",
    "o",
]


def made_up(count: int) -> Iterator[Entry]:
    """Entries that look like a historian's: articles and books, one to three people, some with keywords."""
    dice = random.Random(7)

    def word(syllables: int) -> str:
        return "".join(dice.choices(SYLLABLES, k=syllables)).capitalize()

    people = [f"{word(3)}, {word(2)}" for _ in range(max(10, count // 3))]
    for number in range(count):
        fields = {
            "author": " and ".join(dice.sample(people, dice.randint(1, 3))),
            "title": " ".join(word(dice.randint(1, 4)) for _ in range(dice.randint(4, 11))),
            "date": str(dice.randint(1890, 2026)),
            "volume": str(dice.randint(1, 90)),
            "pages": f"{number % 900}--{number % 900 + 17}",
            "doi": f"10.{dice.randint(1000, 9999)}/{number}",
        }
        if number % 3:
            fields["journaltitle"] = f"Journal of {word(2)} {word(3)}"
        else:
            fields |= {"publisher": word(3), "location": word(2)}
        if number % 10 == 0:
            fields["keywords"] = f"{word(1)}, {word(2)}"
        yield Entry("article" if number % 3 else "book", fields, f"key{number}")


@contextmanager
def told(name: str, yardstick: float) -> Iterator[None]:
    wall, cpu = time.perf_counter(), time.process_time()
    yield
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    ratio = f"{cpu / yardstick:8.2f} x" if yardstick else ""
    print(f"{name:42} {wall:8.3f} s {cpu:8.3f} s CPU {ratio}", flush=True)


def bring_in(bib: Path, place: Path) -> float:
    library = open_library(place)
    return timed(lambda: import_entries(library, bib))[0]


def write_out(place: Path, out: Path, dialect: Dialect | None) -> float:
    library = open_library(place)
    return timed(lambda: export_bib(library, out, None, ExportOptions(dialect)))[0]


def real_file(folder: Path, count: int) -> float:
    """A .bib file with TeX in it brought in and written again; the time of bibtexparser's parse of the same file."""
    bib, out, place = folder / "seeded.bib", folder / "out.bib", folder / "seeded.ibidem"
    bib.write_text(seeded(count), encoding="utf-8")
    parse, write = alone(yardsticks, bib).result
    print(f"{count} entries; bibtexparser parses them in {parse:.2f} s CPU and writes them in {write:.2f} s CPU\n")
    tell("import a .bib with TeX (at most 1.5 x)", alone(bring_in, bib, place), parse)
    tell("write it back (at most 0.5 x its write)", alone(write_out, place, out, None), write)
    assert out.read_bytes() == bib.read_bytes()
    tell("write it as biblatex (at most 0.5 x)", alone(write_out, place, out, Dialect.BIBLATEX), write)
    tell("write it as BibTeX (at most 0.5 x)", alone(write_out, place, out, Dialect.BIBTEX), write)
    library = open_library(place)
    with told("undo the import", parse):
        library.undo()
    with told("redo the import", parse):
        library.redo()
    with told("get to know it for look-alikes", parse):
        library.index()
    library.close()
    print()
    return parse


def tell(name: str, done: Done, yardstick: float) -> None:
    """A line on what was done alone; libraries of 100,000 are to stay under 700 MB."""
    seconds = done.result
    ratio = f"{seconds / yardstick:8.2f} x"
    print(f"{name:42} {'':10} {seconds:8.3f} s CPU {ratio}, peak memory {done.memory:.0f} MB", flush=True)


def main(count: int = 10_000) -> None:
    """Measure at this many entries."""
    with tempfile.TemporaryDirectory() as folder:
        yardstick = real_file(Path(folder), count)
        place, bib = Path(folder) / "big.ibidem", Path(folder) / "in.bib"
        bib.write_text(write_bib(list(made_up(count))), encoding="utf-8")
        library = open_library(place)
        with told("import a .bib into an empty library", yardstick):
            report = import_entries(library, bib)
        assert len(report.added) == count
        for order in (Column.AUTHOR, Column.TITLE, Column.YEAR, Column.CITED):
            with told(f"ids sorted by {order.value}", yardstick):
                ids = finding.find_ids(library, order=order)
        with told("200 rows in the middle", yardstick):
            finding.rows(library, ids[count // 2 : count // 2 + 200])
        with told("all rows", yardstick):
            finding.rows(library, ids)
        with told("all entries", yardstick):
            finding.entries(library)
        for query in ("c", "castro", "author:castro mos", "year:196", "zzz"):
            with told(f"search as you type: {query}", yardstick):
                found = finding.find_ids(library, query)
            print(f"{'':42} {len(found)} found")
        card = finding.card(library, ids[count // 2])
        assert card is not None
        with told("edit one entry", yardstick):
            editing.change_entry(library, card.id, card.entry.with_fields(title="Another Title"))
        with told("undo it", yardstick):
            library.undo()
        with told("write it back, nothing changed", yardstick):
            export_bib(library, Path(folder) / "out.bib", None, ExportOptions(None))
        assert (Path(folder) / "out.bib").read_bytes() == bib.read_bytes()
        with told("undo the import", yardstick):
            library.undo()
        with told("redo the import", yardstick):
            library.redo()
        with told("delete half", yardstick):
            editing.delete_entries(library, ids[::2])
        with told("undo that", yardstick):
            library.undo()
        library.close()
        with told("open it again", yardstick):
            library = open_library(place)
        library.close()
        print(f"\nfile {place.stat().st_size / 1e6:.0f} MB, peak memory {peak():.0f} MB")


if __name__ == "__main__":
    main(*map(int, sys.argv[1:2]))
