"""Runs the real program on a library made from the sample article and saves a picture of each window, light and dark.

python benchmarks/screenshots.py [FOLDER]      (build/screenshots by default; with no display, Qt's offscreen one)
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

if not os.environ.get("DISPLAY"):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).parents[1]))

from PySide6.QtWidgets import QApplication, QWidget

from app.cards import Changes
from app.editing import add_group, put_in_group, set_keywords
from app.finding import find_ids
from app.library import Library
from app.progress import Progress
from app.settings import Look
from ui.application import Workplace
from ui.sample import read_sample

TWICE = """
@book{mccannon98, author = {McCannon, J.}, title = {Red Arctic: Polar Exploration and the Myth of the North},
  publisher = {Oxford University Press}, year = 1998}
@article{oreskes, author = {Oreskes, Naomi and Conway, Erik M.}, title = {Defeating the Merchants of Doubt},
  journal = {Nature}, year = 2010, volume = 465, pages = {686-687}, doi = {10.1038/465686a}}
@book{braudel, author = {Braudel, Fernand}, title = {La M{\\'e}diterran{\\'e}e et le monde m{\\'e}diterran{\\'e}en},
  address = {Paris}, publisher = {Armand Colin}, year = {1949}}
@article{broken, author = {Nobody, title = {A brace is missing},
@misc{letter, title = {Letter to the editor}, date = {sometime in 1911}}
"""


class Photographer:
    """Drives the window and saves pictures."""

    def __init__(self, folder: Path, work: Path) -> None:
        self.folder, self.work = folder, work
        self.place = Workplace(work / "settings.toml")
        self.place.messages.told.connect(lambda text: print("  said:", text))
        self.place.window.resize(1360, 840)
        self.place.window.show()

    def wait(self) -> None:
        """Until the library has answered everything and the windows are painted."""
        for _ in range(4):
            until = time.monotonic() + 60
            while not self.place.background.is_idle and time.monotonic() < until:
                QApplication.processEvents()
            for _ in range(20):
                QApplication.processEvents()
                time.sleep(0.005)

    def shoot(self, name: str, widget: QWidget | None = None) -> None:
        """Save a window in both looks."""
        widget = widget or self.place.window
        for look in (Look.DARK, Look.LIGHT):
            self.place.preferences.choose(look=look)
            self.wait()
            path = self.folder / f"{name}-{look.value}.png"
            widget.grab().save(str(path))
            print(path.name, f"{widget.width()}x{widget.height()}")

    def opened(self, call: Callable[[], object]) -> QWidget:
        """The window that a call opens."""
        before = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        call()
        self.wait()
        new = [w for w in QApplication.topLevelWidgets() if w.isVisible() and w not in before]
        if not new:
            raise LookupError("no window opened")
        return max(new, key=lambda w: w.width() * w.height())

    def press(self, name: str) -> QWidget:
        """The window that an action opens."""
        return self.opened(self.place.window.actions_by_name[name].trigger)


def take_pictures(camera: Photographer) -> None:
    """The walk through the program."""
    place, window = camera.place, camera.place.window
    place.open(str(camera.work / "library.ibidem"))
    camera.wait()
    camera.shoot("01-empty")
    review = camera.opened(lambda: read_sample(window.context))
    review.resize(1360, 820)
    camera.wait()
    camera.shoot("02-review", review)
    review.accept_all()  # type: ignore[attr-defined]
    camera.wait()
    bib = camera.work / "thesis.bib"
    bib.write_text(TWICE, encoding="utf-8")
    sheet = camera.opened(lambda: window.read_files([bib]))
    camera.shoot("03-import", sheet)
    sheet.accept()  # type: ignore[attr-defined]
    camera.wait()
    close_others(window)
    place.background.change(_groups)
    camera.wait()
    window.entries.select_ids(window.table.ids[2:3])
    camera.wait()
    camera.shoot("04-library")
    window.editor.tabs.setCurrentIndex(1)
    camera.shoot("05-notes")
    window.editor.tabs.setCurrentIndex(2)
    camera.shoot("06-source")
    window.editor.tabs.setCurrentIndex(3)
    camera.shoot("07-belongings")
    window.editor.tabs.setCurrentIndex(0)
    for name in ("duplicates", "export_all", "check", "history", "settings", "new_entry", "shortcuts", "about"):
        try:
            camera.shoot(f"1-{name}", camera.press(name))
        except LookupError as error:
            print("  not there yet:", error)
        close_others(window)
    window.filter_box.line.setText("arctic")
    camera.wait()
    window.entries.selectAll()
    camera.shoot("08-filter")


def _groups(library: Library, _: Progress) -> Changes:
    ids = find_ids(library)
    group, _changes = add_group(library, "Chapter 1: The route")
    inner, _changes = add_group(library, "Wire stories", group)
    add_group(library, "To read")
    put_in_group(library, inner, ids[4:7])
    set_keywords(library, ids[:3], ["Arctic", "Soviet Union"])
    return put_in_group(library, group, ids[:5])


def close_others(window: QWidget) -> None:
    """Close every window but the main one."""
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible():
            other.close()
    QApplication.processEvents()


def main() -> None:
    """Take the pictures and say where they are."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "build/screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as work:
        camera = Photographer(folder, Path(work))
        take_pictures(camera)
        camera.place.window.close()
    application.quit()


if __name__ == "__main__":
    main()
