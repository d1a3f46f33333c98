"""What can be typed after `ibidem`: one module per command, each with `describe(parser)` and `run(options)`."""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import ModuleType

from app.files import is_there

# Command word -> its module and its line in the help. A module is imported when its command is asked for, so that
# `ibidem notes` does not wait for the store.
COMMANDS = {
    "notes": ("app.commands.notes", "read an article's notes: its works as a .bib file, and a report"),
    "import": ("app.commands.import_files", "bring article pages, .bib and other files into a library"),
    "export": ("app.commands.export", "write a library's entries to a .bib file"),
    "convert": ("app.commands.convert", "pass a .bib file through a library and write it again"),
    "duplicates": ("app.commands.duplicates", "list the pairs of entries that are one work"),
    "check": ("app.commands.check", "list what is doubtful in a .bib file"),
}


def read_words(words: Sequence[str]) -> argparse.Namespace:
    """What was typed, as options: `command` None opens the window, on `location` or the user's own library.

    Raises:
        SystemExit: wrong usage (2), or help was asked for (0); argparse has told.
    """
    top = argparse.ArgumentParser(
        prog="ibidem",
        usage="ibidem [LIBRARY]\n       ibidem COMMAND ...",
        description="From an article's notes to a .bib that compiles. Without a command, a window opens on LIBRARY.",
    )
    top.set_defaults(command=None, location=None)
    top.add_argument("--version", action="version", version=f"ibidem {_version()}")
    if words and not words[0].startswith("-") and words[0] not in COMMANDS:
        top.add_argument("location", metavar="LIBRARY")
        if not _is_place(words[0]):
            top.error(f"there is no command and no library '{words[0]}'; a new library is named with its ending, or ./")
        return top.parse_args(words)
    commands = top.add_subparsers(title="commands", dest="command", metavar="COMMAND", prog="ibidem")
    for word, (_, summary) in COMMANDS.items():
        command = commands.add_parser(word, help=summary, description=f"{summary[0].upper()}{summary[1:]}.")
        if list(words[:1]) == [word]:
            _module(word).describe(command)
    return top.parse_args(words)


def _is_place(word: str) -> bool:
    """Whether a word can only mean a library: a mistyped command must not make one."""
    return any(sign in word for sign in "./:\\") or (bool(word) and is_there(Path(word)))


def run_command(options: argparse.Namespace) -> int:
    """Run the command that was typed; its exit status. Raises UserError for a problem with the input."""
    return int(_module(options.command).run(options) or 0)


def _module(word: str) -> ModuleType:
    return importlib.import_module(COMMANDS[word][0])


def _version() -> str:
    try:
        return version("ibidem")
    except PackageNotFoundError:
        return "(not installed)"
