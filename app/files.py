"""A path in, the bytes of the file that stands there out, or one sentence on why there are none."""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError


def read_file(path: Path) -> bytes:
    """What stands in a file.

    Raises:
        UserError: there is no such file, it is a folder, or it may not be read.
    """
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("File not found", f"The file {path} does not exist.", "Check its name and folder.") from error
    except IsADirectoryError as error:
        raise UserError("This is a folder", f"{path} is a folder, not a file.", "Choose a file in it.") from error
    except (OSError, ValueError) as error:
        raise UserError("File cannot be read", f"{path} cannot be read.", "Choose a file that you may open.") from error


def is_file(path: Path) -> bool:
    """Whether a file stands there; where one may not look, or no file can have such a name, none does."""
    try:
        return path.is_file()
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """The same for whatever stands there: a file, a folder, a terminal."""
    try:
        return path.exists()
    except OSError:
        return False
