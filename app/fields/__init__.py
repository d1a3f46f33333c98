"""One full citation's words in, the fields of the work it names out."""

from __future__ import annotations

from dataclasses import dataclass

from app.entry import Entry
from app.fields.breaks import mend_breaks
from app.fields.reading import read


@dataclass(frozen=True, slots=True)
class ParsedCitation:
    """What the words of one full citation say.

    Attributes:
        entry: type and fields of the work; the page pointed at is never among them.
        start, end: the citation's own span in the text given, without signal, closing stop or the prose behind it.
        locator: the page pointed at, as printed, or None.
        certainty: 0 to 1, how surely these words are a citation of a work and nothing else.
    """

    entry: Entry
    start: int
    end: int
    locator: str | None
    certainty: float


def parse_citation(text: str, language: str = "") -> ParsedCitation | None:  # noqa: ARG001
    """Read the full citation that `text` begins with; what follows it (commentary, a further citation) is left alone.

    Args:
        text: begins at the citation's first word: "Clive Marsh, ‘Strike Ends’, Reuters, 3 May 1911. He ...".
        language: ISO 639-1 code of the notes where known. It is not needed so far: cues of seven languages are told
            apart by their own words, so that a French title in an English note is read as well.

    Returns:
        None where the words do not begin with a citation.
    """
    found = read(text)
    if found is None:
        return None
    fields = {name: mend_breaks(value) for name, value in found.fields.items()}
    return ParsedCitation(Entry(found.entrytype, fields), found.start, found.end, found.locator, found.certainty)
