"""The look of the windows: colours, style sheet and icons, light or dark, from resources/styles and resources/icons."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.settings import Look

SIZES = (16, 20, 24, 32, 48)


class Theme(QObject):
    """The present style: its named colours and icons.

    Signals:
        changed: the style is another one; who painted with colours or icons does so again.
    """

    changed = Signal()

    def __init__(self, look: Look = Look.SYSTEM, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self._colours = _colours("light")
        self._icons: dict[tuple[str, str], QIcon] = {}
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._system_changed)

    @property
    def is_dark(self) -> bool:
        """Whether the style is the dark one now."""
        if self.look is Look.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self.look is Look.DARK

    def colour(self, name: str) -> QColor:
        """A colour by what it is for: "text", "muted", "accent", "mark_full" ...; see resources/styles/light.toml."""
        return QColor(self._colours[name])

    def icon(self, name: str, colour: str = "icon") -> QIcon:
        """An icon by its file's name, drawn in a colour of the style."""
        if (name, colour) not in self._icons:
            self._icons[name, colour] = self._drawn(name, colour)
        return self._icons[name, colour]

    def picture(self, name: str, size: int) -> QPixmap:
        """A drawing in its own colours, such as the program's icon."""
        return _pixmap(QSvgRenderer(QByteArray(_svg(name).encode())), size)

    def apply(self, look: Look | None = None) -> None:
        """Give the whole program the style."""
        if look is not None:
            self.look = look
        self._colours = _colours("dark" if self.is_dark else "light")
        self._icons.clear()
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.setStyle(QStyleFactory.create("Fusion"))
            application.setPalette(self._palette())
            application.setStyleSheet(self._style_sheet())
        self.changed.emit()

    def _system_changed(self) -> None:
        if self.look is Look.SYSTEM:
            self.apply()

    def _drawn(self, name: str, colour: str) -> QIcon:
        icon = QIcon()
        shades = ((QIcon.Mode.Normal, colour), (QIcon.Mode.Disabled, "faint"), (QIcon.Mode.Selected, colour))
        for mode, shade in shades:
            renderer = QSvgRenderer(QByteArray(_svg(name).replace("currentColor", self._colours[shade]).encode()))
            for size in SIZES:
                icon.addPixmap(_pixmap(renderer, size), mode)
        return icon

    def _palette(self) -> QPalette:
        palette = QPalette()
        roles = {
            QPalette.ColorRole.Window: "window",
            QPalette.ColorRole.WindowText: "text",
            QPalette.ColorRole.Base: "paper",
            QPalette.ColorRole.AlternateBase: "stripe",
            QPalette.ColorRole.Text: "text",
            QPalette.ColorRole.PlaceholderText: "faint",
            QPalette.ColorRole.Button: "button",
            QPalette.ColorRole.ButtonText: "text",
            QPalette.ColorRole.ToolTipBase: "tip",
            QPalette.ColorRole.ToolTipText: "text",
            QPalette.ColorRole.Highlight: "accent",
            QPalette.ColorRole.HighlightedText: "on_accent",
            QPalette.ColorRole.Link: "accent",
            QPalette.ColorRole.LinkVisited: "accent",
            QPalette.ColorRole.Mid: "line",
            QPalette.ColorRole.Dark: "line",
            QPalette.ColorRole.Accent: "accent",
        }
        for role, name in roles.items():
            palette.setColor(role, self.colour(name))
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colour("faint"))
        return palette

    def _style_sheet(self) -> str:
        sheet = _read("styles", "window.qss")
        tick = files("resources") / "icons" / ("tick_dark.svg" if self.is_dark else "tick_light.svg")
        sheet = sheet.replace("@tick", str(tick).replace("\\", "/"))
        return re.sub(r"@([a-z_]+)", lambda found: self._colours[found[1]], sheet)


@cache
def _read(folder: str, name: str) -> str:
    return (files("resources") / folder / name).read_text(encoding="utf-8")


def _svg(name: str) -> str:
    return _read("icons", f"{name}.svg")


def _colours(style: str) -> dict[str, str]:
    return {name: str(value) for name, value in tomllib.loads(_read("styles", f"{style}.toml")).items()}


def _pixmap(renderer: QSvgRenderer, size: int) -> QPixmap:
    image = QImage(QSize(size, size), QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return QPixmap.fromImage(image)
