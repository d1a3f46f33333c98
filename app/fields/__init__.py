"""One full citation's words in, the fields of the work it names out."""

from __future__ import annotations

from dataclasses import dataclass

from app.entry import Entry
from app.fields.alphabets import transcribe
from app.fields.certainty import lower_for_strangeness
from app.fields.endings import behind_hereinafter
from app.fields.reading import read
from app.fields.spacing import restore_spaces
from app.fields.spanish import with_both_family_names


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


def parse_citation(text: str, language: str = "") -> ParsedCitation | None:
    """Read the full citation that `text` begins with; what follows it (commentary, a further citation) is left alone.

    Args:
        text: begins at the citation's first word: "Clive Marsh, ‘Strike Ends’, Reuters, 3 May 1911. He ...".
        language: ISO 639-1 code of the notes where known. Cues of seven languages are told apart by their own words, so
            that a French title in an English note is read as well; in Spanish notes people have two family names.

    Returns:
        None where the words do not begin with a citation.
    """
    spaced = restore_spaces(text)
    latin = transcribe(spaced.text)
    found = read(latin.text)
    if found is None:
        return None
    people = with_both_family_names(found.fields, latin.text, language)
    fields = {name: latin.restored(value) for name, value in people.items()}
    start, end = spaced.place(found.start), spaced.place(behind_hereinafter(latin.text, found.end))
    certainty = lower_for_strangeness(found.certainty, found.entrytype, fields)
    return ParsedCitation(Entry(found.entrytype, fields), start, end, found.locator, certainty)
