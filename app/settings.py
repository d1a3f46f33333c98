"""Settings: the user's choices as one value, read from and written to one TOML file in the user's own folder."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

import platformdirs
import tomlkit

from app.errors import UserError
from app.saving import replace_file

RECENT_KEPT = 8


class Look(StrEnum):
    """Which style the window has; SYSTEM follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user may choose, with the defaults.

    Attributes:
        look: light, dark, or as the desktop has it.
        cite_command: the LaTeX command that "Copy citation" writes, without its backslash.
        dialect: "biblatex", "bibtex" or "" for "as each entry came in"; what the export dialog begins with.
        escape_latex: whether an export begins with letters beyond ASCII as LaTeX commands.
        protect_capitals: whether an export begins with capitals in titles protected by braces.
        page_folder: where the last file was opened, so that the next dialog begins there.
        recent: libraries opened lately, latest first.
    """

    look: Look = Look.SYSTEM
    cite_command: str = "autocite"
    dialect: str = "biblatex"
    escape_latex: bool = False
    protect_capitals: bool = False
    page_folder: str = ""
    recent: tuple[str, ...] = ()

    def with_recent(self, location: str) -> Settings:
        """The same settings with a library put first among the recent ones."""
        others = tuple(known for known in self.recent if known != location)
        return replace(self, recent=(location, *others)[:RECENT_KEPT])


def settings_path() -> Path:
    """The settings file of this user; the variable IBIDEM_CONFIG names another folder, for trials and tests."""
    folder = os.environ.get("IBIDEM_CONFIG")
    return Path(folder or platformdirs.user_config_path("ibidem", appauthor=False)) / "settings.toml"


def default_library() -> Path:
    """The user's own library, opened where none is named."""
    folder = os.environ.get("IBIDEM_CONFIG")
    return Path(folder or platformdirs.user_data_path("ibidem", appauthor=False)) / "library.ibidem"


def read_settings(path: Path) -> tuple[Settings, str]:
    """The settings in a file, and a sentence for the user where something in it could not be used, else "".

    A file that is no TOML is moved aside as settings.toml.broken and the defaults are used; a value of the wrong kind
    is left out and the others count.
    """
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ""
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return Settings(), _move_aside(path)
    chosen: dict[str, Any] = {}
    refused = []
    for spec in fields(Settings):
        if spec.name in found:
            value = _fitting(spec.default, found[spec.name])
            if value is None:
                refused.append(spec.name)
            else:
                chosen[spec.name] = value
    said = f"The settings file has unusable values for {', '.join(refused)}; the defaults are used." if refused else ""
    return Settings(**chosen), said


def write_settings(settings: Settings, path: Path) -> None:
    """Write the settings in one step; comments and unknown values that the file already has are kept.

    Raises:
        UserError: the folder cannot be written.
    """
    values = {spec.name: getattr(settings, spec.name) for spec in fields(Settings)}
    write_toml({name: list(v) if isinstance(v, tuple) else v for name, v in values.items()}, path)


def read_toml(path: Path) -> dict[str, Any]:
    """What a TOML file says; nothing where it is missing or broken, since it only holds what can be done without."""
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}


def write_toml(values: Mapping[str, Any], path: Path) -> None:
    """Write values into a TOML file in one step, beside whatever else it says.

    Raises:
        UserError: the folder cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            document = tomlkit.parse(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, UnicodeDecodeError, tomlkit.exceptions.ParseError):
            document = tomlkit.document()
        for name, value in values.items():
            document[name] = str(value) if isinstance(value, StrEnum) else value
        replace_file(path, tomlkit.dumps(document).encode())
    except (OSError, UserError) as error:
        raise UserError(
            "Settings not saved",
            f"The settings could not be written to {path}.",
            "Check that the folder can be written and that the disk has room.",
        ) from error


def _fitting(default: Any, value: Any) -> Any:
    """The value as the setting's own kind, None where it does not fit."""
    if isinstance(default, Look):
        return Look(value) if value in tuple(Look) else None
    if isinstance(default, tuple):
        return tuple(v for v in value if isinstance(v, str)) if isinstance(value, list) else None
    return value if type(value) is type(default) else None


def _move_aside(path: Path) -> str:
    aside = path.with_name(path.name + ".broken")
    try:
        path.replace(aside)
    except OSError:
        return f"The settings in {path} cannot be read; the defaults are used."
    return f"The settings file could not be read. It was put aside as {aside.name}, and the defaults are used."
