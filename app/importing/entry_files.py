"""A file of entries in, the good ones in the library out; its text is kept, and the broken entries are told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from app.bibtex.file import BibFile
from app.bibtex.keying import named_anew
from app.bibtex.scanning import BlockKind
from app.citekeys import make_key
from app.counting import counted
from app.entry import Entry
from app.importing.belongings import attach_named_files, put_in_groups
from app.importing.enriching import enrich
from app.importing.file_matches import as_said
from app.importing.kept_text import digest_of_bytes, keep_text
from app.importing.proposal import BrokenEntry, Decision, FileProposal, ImportReport
from app.importing.reading_files import bib_in, bytes_of, is_bib, references_in
from app.library import Library
from app.library.collecting import without_collecting
from app.library.entry_rows import as_stored
from app.library.keys import owners_of_keys, taken_keys, without_ids
from app.library.known_works import namesakes, same_among
from app.library.marks import mark_of
from app.library.opened import Writing
from app.library.reading import entries_by_id
from app.library.relations import decide_as_named
from app.library.writing_entries import add_aliases, write_new, write_over
from app.matching import MatchIndex
from app.progress import Progress
from app.saving import replace_file
from models.recording import INSERTED, in_batches

_TOLD_EVERY = 500


@dataclass(slots=True)
class _Sorted:
    """The entries of a file, those that come in apart from those the library has.

    Where the library is empty, the new ones are read while they are written, so that never all of them are in memory.
    """

    new: Iterable[tuple[int, Entry, tuple[str, ...]]] = ()
    known: dict[int, int] = field(default_factory=dict)
    aliases: list[tuple[int, str]] = field(default_factory=list)
    files: list[tuple[int, str]] = field(default_factory=list)
    lent: list[tuple[int, Entry, tuple[str, ...] | None]] = field(default_factory=list)
    related: list[tuple[int, str, str]] = field(default_factory=list)


@without_collecting()
def import_entries(
    library: Library,
    path: Path,
    progress: Progress | None = None,
    proposal: FileProposal | None = None,
    decisions: Mapping[int, Decision] | None = None,
) -> ImportReport:
    """Bring a .bib file (or RIS, CSL-JSON) in as one step; works the library has already are not doubled.

    An entry whose key another has gets a letter. Of a work that is in the library already the key becomes an alias.
    What the file says besides (@string, comments, broken entries) is kept, so that it can go back as it came.

    Args:
        library: where the entries go.
        path: the file.
        progress: told how far it is; the silent one by default.
        proposal: what `propose_entries` said of the file, so that nothing need be looked up again.
        decisions: the user's word on matches of the proposal, by their places; the others go as proposed.

    Raises:
        UserError: the file cannot be read or holds no entries.
        Cancelled: the user asked to stop; nothing came in.
    """
    progress = progress or Progress()
    progress.step(f"Reading {path.name}")
    content = bytes_of(path)
    said = as_said(library, proposal, decisions or {}) if proposal is not None else None
    if not is_bib(path):
        return _import_references(library, path, references_in(path, content), progress, said)
    bibfile = bib_in(path, content)
    total, digest = sum(block.kind == BlockKind.ENTRY for block in bibfile.blocks), digest_of_bytes(content)
    del content  # Of a large file it is as much as all that is kept of its entries while they are written.
    sorted_ = _sort_out(library, bibfile.entries(), total, progress, said)
    pattern = library.key_pattern
    with library.changing("Import") as writing:
        ids, marks = _write(writing, pattern, sorted_, total, progress)
        places = ids | sorted_.known
        progress.step("Keeping the file's own text")
        keep_text(writing, path, digest, bibfile, places, marks)
        put_in_groups(writing, bibfile, places)
        attach_named_files(writing, ((places[at], value) for at, value in sorted_.files))
        writing.rows.name = _named(len(ids), len(sorted_.known), path)
    known = tuple(dict.fromkeys(sorted_.known.values()))
    return ImportReport(writing.changes, tuple(ids.values()), known, _broken(bibfile))


def _import_references(
    library: Library, path: Path, entries: Sequence[Entry], progress: Progress, said: dict[int, Decision] | None
) -> ImportReport:
    """Entries of a file whose own text nobody needs back."""
    sorted_ = _sort_out(library, enumerate(entries), len(entries), progress, said)
    pattern = library.key_pattern
    with library.changing("Import") as writing:
        ids, _ = _write(writing, pattern, sorted_, len(entries), progress)
        writing.rows.name = _named(len(ids), len(sorted_.known), path)
    return ImportReport(writing.changes, tuple(ids.values()), tuple(dict.fromkeys(sorted_.known.values())), ())


def _sort_out(
    library: Library,
    found: Iterable[tuple[int, Entry]],
    total: int,
    progress: Progress,
    said: Mapping[int, Decision] | None,
) -> _Sorted:
    """Tell the works that the library has already from the new ones, by what was said or else by looking them up.

    Works of the file are not held against each other: what it says twice stays there twice, until the user merges it.
    """
    sorted_ = _Sorted()
    library.see_others()
    with library.asking() as session:
        owners = owners_of_keys(session)
    if not owners:
        sorted_.new = _tidied(found, sorted_)
        return sorted_
    look_up = None if said is not None else library.index(progress)
    sorted_.new = new = []
    done = 0
    for batch in in_batches(_tidied(found, sorted_), _TOLD_EVERY):
        progress.step("Looking the entries up in the library", done, total)
        done += len(batch)
        known = _looked_up(library, look_up, [entry for _, entry, _ in batch], owners) if look_up else ()
        for at, (place, entry, aliases) in enumerate(batch):
            decision = said.get(place) if said is not None else None
            same = known[at] if known else decision.same_as if decision is not None else None
            if same is not None and decision is not None and decision.enrich:
                sorted_.lent.append((same, entry, decision.fields))
            if same is None:
                new.append((place, entry, aliases))
            else:
                sorted_.known[place] = same
                sorted_.aliases += [(same, key) for key in (entry.key, *aliases) if key]
    return sorted_


def _looked_up(
    library: Library, index: MatchIndex[int], entries: Sequence[Entry], owners: Mapping[str, int]
) -> list[int | None]:
    """The entry of the library that each is for certain; one that has its key and says the same is found at once."""
    with library.asking() as session:
        return [
            namesake[0]
            if namesake is not None
            else same_among(session, entry, index.candidates(entry), owners.get(entry.key.casefold()))
            for entry, namesake in zip(entries, namesakes(session, entries, owners), strict=True)
        ]


def _tidied(found: Iterable[tuple[int, Entry]], sorted_: _Sorted) -> Iterator[tuple[int, Entry, tuple[str, ...]]]:
    """Each entry as it will be stored, with the further keys it names; the files it names are noted."""
    for place, read in found:
        entry, aliases = without_ids(as_stored(read))
        if named := entry.get("file"):
            sorted_.files.append((place, named))
        yield place, entry, aliases


def _write(
    writing: Writing, pattern: str, sorted_: _Sorted, total: int, progress: Progress
) -> tuple[dict[int, int], dict[int, tuple[str, str]]]:
    """Write the new entries and the aliases.

    Returns:
        the new ids by their places in the file; and by id the key and the mark of those that got no aliases.
    """
    ids: dict[int, int] = {}
    marks: dict[int, tuple[str, str]] = {}
    others: list[tuple[int, str]] = []
    for batch in in_batches(_keyed(writing, pattern, sorted_), INSERTED):
        progress.step("Writing the entries", len(ids), total)
        written = write_new(writing, [entry for _, entry, _ in batch])
        for entry_id, (place, entry, aliases) in zip(written, batch, strict=True):
            ids[place] = entry_id
            if named := entry.get("related"):
                sorted_.related.append((entry_id, named, entry.get("relatedtype")))
            others += [(entry_id, alias) for alias in aliases]
            if not aliases:
                marks[entry_id] = entry.key, mark_of(entry)
    add_aliases(writing, [*sorted_.aliases, *others])
    decide_as_named(writing, sorted_.related)
    _fill_in(writing, sorted_)
    return ids, marks


def _fill_in(writing: Writing, sorted_: _Sorted) -> None:
    """Give entries of the library the fields they lack and the user wants, one after the other of the file."""
    standing = entries_by_id(writing.session, [entry_id for entry_id, _, _ in sorted_.lent])
    for entry_id, entry, fields in sorted_.lent:
        standing[entry_id] = enrich(standing[entry_id], entry, fields)
    write_over(writing, standing)


def _keyed(writing: Writing, pattern: str, sorted_: _Sorted) -> Iterable[tuple[int, Entry, tuple[str, ...]]]:
    """The new entries, each with a key that nobody else has, and naming each other by the keys they have here."""
    taken = taken_keys(writing.session)
    is_empty = not taken
    keyed = ((place, _with_key(entry, pattern, taken), aliases) for place, entry, aliases in sorted_.new)
    if is_empty:
        # A key that is taken can only be an earlier entry's of the same file, and that is the one that others name.
        return keyed
    given = list(keyed)
    renamed = _renamed(writing, sorted_, [entry for _, entry, _ in given])
    return [
        (place, entry.with_fields(**anew) if (anew := named_anew(entry, renamed)) else entry, aliases)
        for place, entry, aliases in given
    ]


def _with_key(entry: Entry, pattern: str, taken: set[str]) -> Entry:
    key = make_key(entry, pattern, taken)
    taken.add(key.casefold())
    return entry if key == entry.key else replace(entry, key=key)


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
        BrokenEntry(block.line, block.reason, block.text)
        for block in bibfile.blocks
        if block.kind == BlockKind.BROKEN or (block.kind == BlockKind.TEXT and block.reason)
    )


def save_broken(broken: Sequence[BrokenEntry], path: Path) -> None:
    """Save broken entries aside, as they stood.

    Raises:
        UserError: the file cannot be written.
    """
    replace_file(path, "\n".join(entry.text.rstrip("\r\n") + "\n" for entry in broken).encode())


def _named(count: int, known: int, path: Path) -> str:
    if not count:
        return f"Import {path.name}, {'whose works were known' if known else 'which has no entries'}"
    return f"Import {counted(count, 'entry', 'entries')} from {path.name}"
