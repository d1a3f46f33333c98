"""How long the main window takes on a seeded library: to open, sort, filter, scroll, select, and to show an entry.

python -m benchmarks window          (100,000 entries; IBIDEM_BENCH_ENTRIES sets another number)
"""

from __future__ import annotations

import os
import random
import statistics
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, sleep

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.cards import Column
from app.editing import change_entry
from app.finding import card
from app.importing import import_entries
from app.library import Library, open_library
from app.progress import Progress
from ui.application import Workplace
from ui.entry_table import COLUMNS

TOPICS = (
    "war", "peace", "theory", "state", "power", "nation", "arctic", "route", "soviet", "alliance", "empire", "order",
    "law", "trade", "memory", "church", "city",
)  # fmt: skip
FAMILIES = ("Cohen", "Adler", "Zubok", "Armstrong", "Barr", "Horensma", "Purver", "Braudel", "Weber", "Müller", "Novák")
QUERIES = ("arc", "arct", "arctic", "arctic wa", "arctic war", "author:zubok", "year:1967 law", "müller peace")


def main() -> None:
    """Build the library, drive the window, print the table."""
    amount = int(os.environ.get("IBIDEM_BENCH_ENTRIES", "100000"))
    application = QApplication.instance() or QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        location = Path(folder) / "library.ibidem"
        print(f"{amount:,} entries; made in {timed(lambda: make_library(location, amount)) / 1000:.1f} s")
        place = Workplace(Path(folder) / "settings.toml")
        place.window.resize(1280, 800)
        place.window.show()
        for name, times in drive(place, str(location)):
            worst = f"  worst {max(times):7.0f} ms" if len(times) > 1 else ""
            print(f"{name:44} {statistics.median(times):7.0f} ms{worst}")
        place.window.close()
    del application


def drive(place: Workplace, location: str) -> list[tuple[str, list[float]]]:
    """Each thing a user does, with its times in milliseconds, until the window is painted again."""
    window = place.window
    view, table = window.entries, window.table

    def settle(act: Callable[[], object]) -> float:
        def whole() -> None:
            act()
            for _ in range(3):
                QApplication.processEvents()
                while not place.background.is_idle:
                    QApplication.processEvents()
                    sleep(0.001)
            view.viewport().repaint()

        return timed(whole)

    def filtered(query: str) -> None:
        window.filter_box.line.setText(query)
        window.filter_box.ask_now()

    def sorted_by(column: Column) -> None:
        view.horizontalHeader().setSortIndicator(COLUMNS.index(column), Qt.SortOrder.DescendingOrder)

    def edit() -> None:
        entry_id = table.ids[5]

        def work(library: Library, _: Progress) -> object:
            found = card(library, entry_id)
            assert found is not None
            return change_entry(library, entry_id, found.entry.with_fields(note=str(random.random())))

        place.background.change(work)

    results = [("open the library and show the table", [settle(lambda: place.open(location))])]
    rows = [random.Random(n).randrange(len(table.ids)) for n in range(30)]
    results.append(("scroll to any row", [settle(lambda r=row: view.scrollTo(table.index(r, 0))) for row in rows]))
    orders = (Column.YEAR, Column.TITLE, Column.ADDED, Column.CITED, Column.AUTHOR)
    results.append(("sort by another column", [settle(lambda c=column: sorted_by(c)) for column in orders]))
    results.append(("filter after a keystroke", [settle(lambda q=query: filtered(q)) for query in QUERIES]))
    results.append(("show all again", [settle(lambda: filtered(""))]))
    down = [settle(lambda: QTest.keyClick(view, Qt.Key.Key_Down)) for _ in range(20)]
    results.append(("go down a row, its entry shown", down))
    results.append(("save an entry, every view fresh", [settle(edit) for _ in range(5)]))
    results.append(("select all", [settle(view.selectAll)]))
    return results


def timed(act: Callable[[], object]) -> float:
    """Milliseconds of wall time."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * 1000


def make_library(location: Path, amount: int) -> None:
    """A library of invented articles, the same every time."""
    dice = random.Random(3)
    entries = []
    for number in range(amount):
        title = " ".join(dice.choice(TOPICS) for _ in range(6)).capitalize()
        author = f"{dice.choice(FAMILIES)}, {chr(65 + number % 26)}."
        entries.append(
            f"@article{{k{number}, author = {{{author}}}, title = {{{title} {number}}},"
            f" journaltitle = {{Journal of {dice.choice(TOPICS)}}}, date = {{{1900 + number % 120}}},"
            f" volume = {{{number % 90}}}, pages = {{{number % 500}--{number % 500 + 20}}}}}\n"
        )
    path = location.with_suffix(".bib")
    path.write_text("".join(entries), encoding="utf-8")
    library = open_library(location)
    import_entries(library, path)
    library.close()


if __name__ == "__main__":
    main()
