"""A file's path or an entry's address in, the program that shows it opened."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from app.entry import Entry
from app.errors import UserError
from ui.context import Context


def address_of(entry: Entry) -> str:
    """Where an entry can be read: its DOI's address, else its URL, "" where it has neither."""
    doi = entry.get("doi").strip()
    if doi:
        return doi if doi.startswith("http") else f"https://doi.org/{doi}"
    return entry.get("url").strip()


def open_address(context: Context, entry: Entry) -> None:
    """Open an entry's DOI or URL in the browser."""
    address = address_of(entry)
    if not address:
        context.messages.notice("This entry has no DOI and no address")
    elif not QDesktopServices.openUrl(QUrl(address)):
        context.messages.notice(f"No program opened {address}")


def open_attachment(context: Context, path: str) -> None:
    """Open an attached file in the program the desktop has for it; a relative path counts from the library's folder."""
    folder = Path(context.location()).parent if context.location() else Path()
    whole = Path(path) if Path(path).is_absolute() else folder / path
    if not whole.exists():
        error = UserError(
            "File not found", f"{whole} is not there any more.", "Attach the file again from where it is now."
        )
        context.messages.error(error)
    elif not QDesktopServices.openUrl(QUrl.fromLocalFile(str(whole))):
        context.messages.notice(f"No program opened {whole.name}")
