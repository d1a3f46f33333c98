"""Entries or a .bib file in, what is wrong with them out, with a cleanup wherever one is certain.

    for finding in check_entries(entries, Dialect.BIBLATEX):
        finding.key, finding.field, finding.message
        if finding.cleanup:                       # Cleanup(title, changes): new values of fields
            mended = finding.cleanup.apply(entries[finding.index])

`check_bib` also reads what only the file shows: broken blocks, macros nobody defined, bytes that are no characters.
"""

from app.integrity.checking import check_bib, check_entries, check_entry
from app.integrity.finding import Cleanup, Finding

__all__ = ["Cleanup", "Finding", "check_bib", "check_entries", "check_entry"]
