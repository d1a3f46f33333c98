"""An entry in, its BibTeX text out for the source view; and back, from what the user typed."""

from __future__ import annotations

from app.bibtex import read_bib, write_bib
from app.cards import EntryCard
from app.entry import Entry
from app.errors import UserError


def source_of(card: EntryCard) -> str:
    """An entry as a .bib file has it."""
    return write_bib([card.entry])


def entry_in(text: str) -> Entry:
    """The one entry in a text.

    Raises:
        UserError: it has no entry, several, or one that cannot be read.
    """
    bibfile = read_bib(text.encode("utf-8"))
    found = [entry for _, entry in bibfile.entries()]
    for problem in bibfile.problems():
        if not found:
            # The reason names the line of the fault itself; the problem's own line is where the entry begins.
            advice = "" if "(line " in problem.message else f"Look at line {problem.line} of the source."
            raise UserError("Cannot be read", problem.message, advice)
    if len(found) != 1:
        amount = "no entry" if not found else f"{len(found)} entries"
        raise UserError(
            "Not one entry", f"The text has {amount}.", "It should be one entry: @type{key, field = {value}}."
        )
    return found[0]
