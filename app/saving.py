"""A file's bytes in, the file replaced in one step out: whoever fails, the old file still stands."""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Mapping
from pathlib import Path

from app.errors import UserError


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside its place, then put it there in one step.

    Raises:
        UserError: the folder is missing or cannot be written, or the disk is full; what stood there before still does.
    """
    replace_files({path: content})


def replace_files(contents: Mapping[Path, bytes]) -> None:
    """The same for several files that belong together: all are written beside their places before any is put there.

    What is no file (a terminal, a pipe, /dev/null) cannot be replaced and is written into.

    Raises:
        UserError: as for one file; every file is as it was.
    """
    written: dict[Path, Path] = {}
    path = Path()
    try:
        for path, content in contents.items():
            if not _is_stream(path):
                written[path] = _write_beside(path, content)
        for path, content in contents.items():
            if path not in written:
                path.write_bytes(content)
        for path, beside in written.items():
            beside.replace(_target(path))
    except OSError as error:
        raise _cannot_write(path, error) from error
    finally:
        for beside in written.values():
            beside.unlink(missing_ok=True)


def _is_stream(path: Path) -> bool:
    return path.exists() and not path.is_file() and not path.is_dir()


def _target(path: Path) -> Path:
    """A link's own target is replaced, not the link."""
    return Path(os.path.realpath(path)) if path.is_symlink() else path


def _write_beside(path: Path, content: bytes) -> Path:
    target = _target(path)
    if target.is_dir():
        raise IsADirectoryError(target)
    handle, name = tempfile.mkstemp(prefix=f".{target.name[:40]}.", dir=target.parent)
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(content)
            out.flush()
            os.fsync(out.fileno())
        beside.chmod(_mode_of(target))
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    return beside


def _mode_of(target: Path) -> int:
    """The permissions the file had, or what a new file gets."""
    try:
        return target.stat().st_mode & 0o777
    except OSError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask


def _cannot_write(path: Path, error: OSError) -> UserError:
    title = "The file cannot be written"
    if isinstance(error, FileNotFoundError):
        return UserError(title, f"The folder {path.parent} does not exist.", "Choose a folder that does.")
    if isinstance(error, IsADirectoryError):
        return UserError(title, f"{path} is a folder.", "Choose a file name in it.")
    if error.errno == errno.ENAMETOOLONG:
        return UserError(title, f"{path.name} is too long for a file's name.", "Choose a shorter one.")
    if error.errno in _FULL:
        return UserError(title, f"The disk is full, so {path.name} was not written.", "Free some space and try again.")
    return UserError(
        title, f"{path} cannot be written: its folder or the file is protected.", "Choose another place or file name."
    )


_FULL = {errno.ENOSPC, errno.EDQUOT}
