"""The files a command reads and those it writes in; a refusal out where one would be lost."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from app.errors import UserError
from app.files import is_file, is_there


def refuse_clashes(read: Iterable[Path | str], written: Iterable[Path | None]) -> None:
    """Refuse to write over what is read, or two outputs into one file.

    Raises:
        UserError: naming the file.
    """
    taken = {_place(path) for path in read if "://" not in str(path)}
    for path in written:
        if path is None or (is_there(path) and not is_file(path)):
            continue
        if _place(path) in taken:
            raise UserError(
                "Two uses of one file",
                f"{path} is read or written already by this command, so writing it would lose something.",
                "Name another file to write to.",
            )
        taken.add(_place(path))


def _place(path: Path | str) -> str:
    return os.path.realpath(path)  # Path.resolve fails on links that lead in a circle
