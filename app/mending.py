"""The library in, what is wrong in its entries out; and the certain cleanups made, as one step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from app.bibtex import Dialect
from app.cards import Changes
from app.finding import entries
from app.integrity import Cleanup, Finding, check_entries
from app.library import Library
from app.library.reading import entries_by_id
from app.library.writing_entries import write_over
from app.progress import Progress


def check_library(
    library: Library, dialect: Dialect = Dialect.BIBLATEX, progress: Progress | None = None
) -> tuple[tuple[int, Finding], ...]:
    """What is wrong in the library's entries: the entry's id with each finding, in the order of the entries."""
    progress = progress or Progress()
    progress.step("Reading the entries")
    numbered = entries(library)
    progress.step("Checking the entries", 0, len(numbered))
    findings = check_entries([entry for _, entry in numbered], dialect)
    return tuple((numbered[finding.index][0], finding) for finding in findings if finding.index >= 0)


def mend_entries(library: Library, found: Sequence[tuple[int, Finding]]) -> Changes:
    """Make the cleanups of these findings, as one step; findings that take a person are left alone.

    Args:
        library: where the entries are.
        found: ids and findings as `check_library` gives them.
    """
    cleanups: defaultdict[int, list[Cleanup]] = defaultdict(list)
    for entry_id, finding in found:
        if finding.cleanup is not None:
            cleanups[entry_id].append(finding.cleanup)
    if not cleanups:
        return Changes()
    amount = len(cleanups)
    with library.changing(f"Clean up {amount:,} {'entry' if amount == 1 else 'entries'}") as writing:
        mended = {}
        for entry_id, entry in entries_by_id(writing.session, cleanups).items():
            for cleanup in cleanups[entry_id]:
                entry = cleanup.apply(entry)
            mended[entry_id] = entry
        write_over(writing, mended)
    return writing.changes
