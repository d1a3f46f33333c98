"""A file of entries in, the good ones in the library out; its text is kept, and the broken entries are told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.bibtex.file import BibFile, read_bib
from app.bibtex.scanning import BlockKind
from app.citekeys import make_key
from app.entry import Entry
from app.errors import UserError
from app.importing.belongings import attach_named_files, put_in_groups
from app.importing.kept_text import keep_text
from app.importing.proposal import BrokenEntry, ImportReport
from app.importing.reference_files import read_references
from app.library import Library
from app.library.entry_rows import as_stored
from app.library.keys import taken_keys, without_ids
from app.library.known_works import same_work
from app.library.opened import Writing
from app.library.reading import entries_by_id
from app.library.references import named_anew
from app.library.writing_entries import add_aliases, write_new
from app.progress import Progress
from app.saving import replace_file

_TOLD_EVERY = 500


@dataclass(slots=True)
class _Sorted:
    """The entries of a file, those that come in apart from those the library has."""

    new: list[tuple[int, Entry, tuple[str, ...]]] = field(default_factory=list)
    known: dict[int, int] = field(default_factory=dict)
    aliases: list[tuple[int, str]] = field(default_factory=list)


def import_entries(library: Library, path: Path, progress: Progress | None = None) -> ImportReport:
    """Bring a .bib file (or RIS, CSL-JSON) in as one step; works the library has already are not doubled.

    An entry whose key another has gets a letter. Of a work that is in the library already the key becomes an alias.
    What the file says besides (@string, comments, broken entries) is kept, so that it can go back as it came.

    Raises:
        UserError: the file cannot be read or holds no entries.
        Cancelled: the user asked to stop; nothing came in.
    """
    progress = progress or Progress()
    progress.step(f"Reading {path.name}")
    content = _content(path)
    if path.suffix.lower() in (".ris", ".json", ".xml", ".mods"):
        return _import_references(library, path, read_references(path.name, content), progress)
    bibfile = read_bib(content)
    kinds = {block.kind for block in bibfile.blocks}
    if not kinds & {BlockKind.ENTRY, BlockKind.BROKEN} and (b"\0" in content or path.suffix.lower() != ".bib"):
        raise _no_entries(path)
    found = list(bibfile.entries())
    sorted_ = _sort_out(library, found, progress)
    pattern = library.key_pattern
    with library.changing("Import") as writing:
        written = _write(writing, pattern, sorted_)
        ids = {place: entry_id for place, (entry_id, _) in written.items()}
        places = ids | sorted_.known
        progress.step("Keeping the file's own text")
        keep_text(writing, path, content, bibfile, places, dict(written.values()))
        put_in_groups(writing, bibfile, places)
        attach_named_files(writing, ((places[at], entry.get("file")) for at, entry in found if entry.get("file")))
        writing.rows.name = _named(len(ids), path)
    known = tuple(dict.fromkeys(sorted_.known.values()))
    return ImportReport(writing.changes, tuple(ids.values()), known, _broken(bibfile))


def _import_references(library: Library, path: Path, entries: Sequence[Entry], progress: Progress) -> ImportReport:
    """Entries of a file whose own text nobody needs back."""
    if not entries:
        raise _no_entries(path)
    sorted_ = _sort_out(library, list(enumerate(entries)), progress)
    pattern = library.key_pattern
    with library.changing("Import") as writing:
        ids = {place: entry_id for place, (entry_id, _) in _write(writing, pattern, sorted_).items()}
        writing.rows.name = _named(len(ids), path)
    return ImportReport(writing.changes, tuple(ids.values()), tuple(dict.fromkeys(sorted_.known.values())), ())


def _content(path: Path) -> bytes:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UserError("File not found", f"There is no file {path}.", "Check the name and try again.") from error
    except OSError as error:
        raise UserError("File cannot be read", f"{path} cannot be read.", "Choose a file that you may open.") from error
    if not content.strip():
        raise UserError("File is empty", f"{path.name} is empty.", "Choose a file with entries in it.")
    return content


def _sort_out(library: Library, found: Sequence[tuple[int, Entry]], progress: Progress) -> _Sorted:
    """Tell the works that the library has already from the new ones.

    Works of the file are not held against each other: what it says twice stays there twice, until the user merges it.
    """
    sorted_ = _Sorted()
    library.see_others()
    with library.asking() as session:
        taken = taken_keys(session)
    if taken:
        library.index(progress)
    for done, (place, read) in enumerate(found):
        if done % _TOLD_EVERY == 0:
            progress.step("Looking the entries up in the library", done, len(found))
        entry, aliases = without_ids(as_stored(read))
        same = same_work(library, entry) if taken else None
        if same is None:
            sorted_.new.append((place, entry, aliases))
        else:
            sorted_.known[place] = same
            sorted_.aliases += [(same, key) for key in (entry.key, *aliases) if key]
    return sorted_


def _write(writing: Writing, pattern: str, sorted_: _Sorted) -> dict[int, tuple[int, Entry]]:
    """Write the new entries and the aliases; the new ids and what was written, by their places in the file."""
    taken = taken_keys(writing.session)
    keyed = []
    for _, entry, _ in sorted_.new:
        key = make_key(entry, pattern, taken)
        taken.add(key.casefold())
        keyed.append(replace(entry, key=key))
    renamed = _renamed(writing, sorted_, keyed)
    named = [entry.with_fields(**anew) if (anew := named_anew(entry, renamed)) else entry for entry in keyed]
    ids = write_new(writing, named)
    others = [(i, alias) for i, (_, _, aliases) in zip(ids, sorted_.new, strict=True) for alias in aliases]
    add_aliases(writing, [*sorted_.aliases, *others])
    places = (place for place, _, _ in sorted_.new)
    return dict(zip(places, zip(ids, named, strict=True), strict=True))


def _renamed(writing: Writing, sorted_: _Sorted, keyed: Sequence[Entry]) -> dict[str, str]:
    """The keys of the file that lead elsewhere in the library, with what leads there: its entries may name them."""
    standing = entries_by_id(writing.session, sorted_.known.values())
    kept = {entry.key.casefold() for entry in keyed}
    known = {
        key.casefold(): standing[i].key for i, key in sorted_.aliases if key.casefold() != standing[i].key.casefold()
    }
    new = {
        entry.key.casefold(): given.key
        for (_, entry, _), given in zip(sorted_.new, keyed, strict=True)
        if entry.key and entry.key.casefold() not in kept
    }
    return known | new


def _broken(bibfile: BibFile) -> tuple[BrokenEntry, ...]:
    return tuple(
        BrokenEntry(block.line, block.reason, block.text) for block in bibfile.blocks if block.kind == BlockKind.BROKEN
    )


def save_broken(broken: Sequence[BrokenEntry], path: Path) -> None:
    """Save broken entries aside, as they stood.

    Raises:
        UserError: the file cannot be written.
    """
    replace_file(path, "\n".join(entry.text.rstrip("\r\n") + "\n" for entry in broken).encode())


def _named(count: int, path: Path) -> str:
    if not count:
        return f"Import {path.name}, whose works were known"
    return f"Import {'1 entry' if count == 1 else f'{count} entries'} from {path.name}"


def _no_entries(path: Path) -> UserError:
    return UserError(
        "No entries found",
        f"{path.name} has no entries that can be read.",
        "Choose a .bib file, or import it as a page.",
    )
