"""A file of entries in, which of them the library has, or may have, out; and what the user says of these."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from app.entry import Entry
from app.importing.proposal import Choice, Decision, FileMatch, FileProposal
from app.importing.reading_files import bib_in, bytes_of, is_bib, references_in
from app.library import Library
from app.library.collecting import without_collecting
from app.library.entry_rows import as_stored
from app.library.keys import owners_of_keys, without_ids
from app.library.known_works import namesakes, same_work
from app.library.reading import entries_by_id
from app.matching import LIKELY
from app.progress import Progress
from models.recording import in_batches

_TOLD_EVERY = 500


@without_collecting()
def propose_entries(library: Library, path: Path, progress: Progress | None = None) -> FileProposal:
    """Read a file of entries and say which of them the library has, or may have; nothing is written.

    Raises:
        UserError: the file cannot be read or holds no entries.
        Cancelled: the user asked to stop.
    """
    progress = progress or Progress()
    progress.step(f"Reading {path.name}")
    content = bytes_of(path)
    found = list(bib_in(path, content).entries() if is_bib(path) else enumerate(references_in(path, content)))
    # Reading takes seconds; who stopped meanwhile shall not find the entries in the library.
    progress.step(f"Reading {path.name}")
    library.see_others()
    with library.asking() as session:
        owners = owners_of_keys(session)
    if not owners:
        return FileProposal(len(found))
    library.index(progress)
    matches: list[FileMatch] = []
    for batch in in_batches(enumerate(found), _TOLD_EVERY):
        progress.step("Looking the entries up in the library", batch[0][0], len(found))
        read = [(place, without_ids(as_stored(entry))[0]) for _, (place, entry) in batch]
        with library.asking() as session:
            known = namesakes(session, [entry for _, entry in read], owners)
        for (place, entry), same in zip(read, known, strict=True):
            match = FileMatch(place, entry, (), *same) if same else _match(library, place, entry)
            matches += [match] if match else []
    return FileProposal(len(found), tuple(matches))


def _match(library: Library, place: int, entry: Entry) -> FileMatch | None:
    """What the library has, or may have, of an entry; versions of it are none."""
    candidates = tuple(c for c in library.look_alikes(entry) if c.comparison.outcome in LIKELY)
    same = same_work(library, entry, candidates)
    if same is None and not candidates:
        return None
    likely = same if same is not None else candidates[0].id
    with library.asking() as session:
        return FileMatch(place, entry, candidates, same, entries_by_id(session, [likely])[likely])


def as_said(library: Library, proposal: FileProposal, decisions: Mapping[int, Decision]) -> dict[int, Decision]:
    """What becomes of each entry of the file that is not new, by its place.

    An entry that has left the library in the meantime is no match any more.
    """
    said = {place: Decision(Choice.SAME, same) for place, same in proposal.known.items()} | dict(decisions)
    with library.asking() as session:
        wanted = [decision.same_as for decision in said.values() if decision.same_as is not None]
        standing = entries_by_id(session, wanted)
    return {
        place: decision
        for place, decision in said.items()
        if decision.choice is Choice.SAME and decision.same_as in standing
    }
