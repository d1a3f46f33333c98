"""What is typed as the file to write in, its path out, or why nothing may be written there."""

from __future__ import annotations

from pathlib import Path

from app.errors import UserError

# How every SQLite file begins, and so every library that is a file.
LIBRARY_HEAD = b"SQLite format 3\0"
BESIDE_LIBRARY = ("", "-wal", "-shm", "-journal")


def place_typed(text: str) -> Path | None:
    """The file to write, with .bib at its end where it has no ending; None where no file is named ("", "/", "..")."""
    name = text.strip()
    if not name or "\0" in name:
        return None
    try:
        path = Path(name).expanduser()
    except RuntimeError:  # "~nobody": there is no such user
        path = Path(name)
    if path.name in ("", "..") or name.endswith(("/", "/.")):
        return None
    return path if path.suffix else path.with_suffix(".bib")


def proposed_place(location: str, folder: str) -> str:
    """A file named after the library, in the folder last used for files; "" where there is no library."""
    if not location:
        return ""
    name = location.rstrip("/").rsplit("/", 1)[-1] if "://" in location else Path(location).stem
    return str(Path(folder or Path.home()).expanduser() / f"{name}.bib")


def refuse_library(path: Path, location: str) -> None:
    """Refuse to write over a library.

    Args:
        path: the file to write.
        location: the open library's file or address.

    Raises:
        UserError: the file is the open library, one of the files beside it, or another library.
    """
    libraries = [] if "://" in location or not location else [f"{location}{end}" for end in BESIDE_LIBRARY]
    if path.resolve() in {Path(library).resolve() for library in libraries} or _is_library(path):
        raise UserError(
            "This file is a library",
            f"{path.name} holds a library; an export in its place would destroy it.",
            "Choose another name for the .bib file.",
        )


def _is_library(path: Path) -> bool:
    if not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            return file.read(len(LIBRARY_HEAD)) == LIBRARY_HEAD
    except OSError:
        return False
