import re
import tomllib
from importlib.resources import files

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

from app.settings import Look
from ui.actions import ACTS
from ui.theme import Theme

STYLES = files("resources") / "styles"
NAMES = {name: tomllib.loads((STYLES / f"{name}.toml").read_text()) for name in ("light", "dark")}
# What is read on what.
PAIRS = [
    *(("text", ground) for ground in ("window", "paper", "stripe", "button", "accent_soft", "tip")),
    *(("text", f"mark_{form}") for form in ("full", "short", "ibid", "open")),
    *(("muted", ground) for ground in ("window", "paper", "stripe")),
    *((tone, "window") for tone in ("warn", "bad", "good", "accent")),
    ("warn", "warn_soft"),
    ("bad", "bad_soft"),
    ("good", "good_soft"),
    ("on_accent", "accent"),
]


def brightness(colour):
    parts = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in QColor(colour).getRgbF()[:3]
    ]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


@pytest.mark.parametrize("style", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_everything_can_be_read(style, ink, ground):
    """WCAG 2.2, success criterion 1.4.3: a contrast of 4.5 to 1."""
    light, dark = sorted((brightness(NAMES[style][ink]), brightness(NAMES[style][ground])), reverse=True)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_both_styles_name_the_same_colours_and_the_sheet_no_others():
    assert set(NAMES["light"]) == set(NAMES["dark"])
    used = set(re.findall(r"@([a-z_]+)", (STYLES / "window.qss").read_text())) - {"names", "tick"}
    assert used <= set(NAMES["light"])


@pytest.mark.parametrize(
    "name", sorted({act.icon for act in ACTS if act.icon} | {"search", "person", "close", "warning"})
)
def test_every_icon_is_there_and_is_drawn_in_the_styles_colour(name, qtbot):
    theme = Theme(Look.DARK)
    theme.apply()
    image = theme.icon(name).pixmap(32, 32).toImage()
    drawn = {
        image.pixelColor(x, y).name() for x in range(32) for y in range(32) if image.pixelColor(x, y).alpha() == 255
    }
    assert theme.colour("icon").name() in drawn


def test_the_look_follows_the_desktop_until_one_is_chosen(qtbot):
    theme = Theme(Look.SYSTEM)
    hints = QGuiApplication.styleHints()
    assert theme.is_dark is (hints.colorScheme() is Qt.ColorScheme.Dark)
    theme.apply(Look.DARK)
    assert theme.is_dark
    theme.apply(Look.LIGHT)
    assert not theme.is_dark
