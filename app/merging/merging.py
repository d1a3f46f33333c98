"""Several entries in, one out: everything that is theirs moves to the one that is kept."""

from __future__ import annotations

from collections.abc import Sequence

from app.cards import Changes
from app.duplicates import DuplicateFindings, propose_merge
from app.entry import Entry
from app.errors import UserError
from app.library import Library
from app.library.reading import entries_by_id
from app.merging.hanging import Hanging
from app.merging.joining import Joining, join
from app.progress import Progress
from models.recording import in_batches

# How many groups are merged with one another's statements; between them the user can stop.
_AT_ONCE = 100


def merge_entries(library: Library, kept: int, others: Sequence[int], merged: Entry) -> Changes:
    """Make one entry of several.

    The citations of all notes, files, keywords and groups move to `kept`; its fields become those of `merged`; the
    other citation keys become aliases (biblatex `ids`). The key of `merged` may be that of any of them.

    Raises:
        UserError: an entry is no longer in the library, or the key of `merged` belongs to yet another one.
    """
    gone = [i for i in dict.fromkeys(others) if i != kept]
    with library.changing(f"Merge {len(gone) + 1} entries") as writing:
        standing = entries_by_id(writing.session, [kept, *gone])
        if len(standing) != len(gone) + 1:
            raise UserError(
                "Entry is gone", "One of the entries is no longer in the library.", "Look for duplicates again."
            )
        if gone:
            join(writing, [Joining(kept, gone, merged, standing)], Hanging(writing, [kept, *gone]))
    return writing.changes


def merge_certain(library: Library, findings: DuplicateFindings, progress: Progress | None = None) -> Changes:
    """Merge all certain groups with their sensible defaults, as one step: "Merge 12 certain duplicates".

    The entry that is cited most keeps its key, as in the window; among equals the one the library has had longest.

    Raises:
        Cancelled: the user asked to stop; nothing was merged.
    """
    progress = progress or Progress()
    groups = [group.members for group in findings.certain]
    done = count = 0
    with library.changing("Merge certain duplicates") as writing:
        hanging = Hanging(writing, [member for members in groups for member in members])
        for batch in in_batches(groups, _AT_ONCE):
            joinings = []
            standing = entries_by_id(writing.session, [member for members in batch for member in members])
            for members in batch:
                progress.step("Merging", done, len(groups))
                done += 1
                if joining := _proposed(
                    {member: standing[member] for member in members if member in standing}, hanging
                ):
                    joinings.append(joining)
                    count += len(joining.gone)
            join(writing, joinings, hanging)
        writing.rows.name = f"Merge {count} certain {'duplicate' if count == 1 else 'duplicates'}"
    return writing.changes


def _proposed(standing: dict[int, Entry], hanging: Hanging) -> Joining | None:
    """How a group would be merged by default; None where only one of it is left."""
    if len(standing) < 2:
        return None
    kept, *others = sorted(standing, key=lambda member: (-hanging.cited[member], member))
    ordered = [kept, *others]
    typed = [hanging.typed.get(member, ()) for member in ordered]
    merged = propose_merge([standing[member] for member in ordered], typed).entry
    return Joining(kept, others, merged, {member: standing[member] for member in ordered})
