"""One full citation's words in, the fields of the work it names out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.entry import Entry
from app.fields.alphabets import transcribe
from app.fields.certainty import lower_for_strangeness
from app.fields.choosing import marks_of_readings, prefers_tagger
from app.fields.endings import behind_hereinafter
from app.fields.reading import Reading, read
from app.fields.spacing import restore_spaces
from app.fields.spanish import with_both_family_names
from app.fields.tagged import read_tagged

# From this likelihood on the tagger's reading is taken: a reading by rules can say why, so that doubt is for it.
_SURE_ENOUGH = 0.85


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
    plain = _Plain(text)
    found = read(plain.latin.text)
    if found is None:
        return None
    parsed = plain.restored(found, language)
    certainty = lower_for_strangeness(found.certainty, found.entrytype, parsed.entry.fields)
    return replace(parsed, end=plain.place(behind_hereinafter(plain.latin.text, found.end)), certainty=certainty)


def reread_citation(text: str, parsed: ParsedCitation | None, language: str = "") -> ParsedCitation | None:
    """The likelier of two readings: the rules' own and the trained tagger's.

    Args:
        text: as for `parse_citation`; what is beyond the citation is told by both.
        parsed: what the rules made of it.
        language: as for `parse_citation`.
    """
    other, marks = two_readings(text, parsed, language)
    return other if other is not None and prefers_tagger(marks) > _SURE_ENOUGH else parsed


def two_readings(
    text: str, parsed: ParsedCitation | None, language: str = ""
) -> tuple[ParsedCitation | None, list[str]]:
    """The tagger's reading beside the rules', and what the choice between them goes by."""
    plain = _Plain(text)
    tagged = read_tagged(plain.latin.text)
    if tagged is None:
        return None, []
    certainty = round(tagged.sureness, 2)
    reading = Reading(tagged.entrytype, tagged.fields, tagged.start, tagged.end, tagged.locator, certainty)
    other = plain.restored(reading, language)
    return other, marks_of_readings(text, _said(parsed) if parsed else None, (*_said(other), tagged.covered))


def _said(parsed: ParsedCitation) -> tuple[str, Mapping[str, str], int, float]:
    return parsed.entry.entrytype, parsed.entry.fields, parsed.end, parsed.certainty


class _Plain:
    """A citation's text in Latin letters and with its spaces, and the way back to what was printed."""

    def __init__(self, text: str) -> None:
        self._spaced = restore_spaces(text)
        self.latin = transcribe(self._spaced.text)

    def place(self, at: int) -> int:
        """Where a place stands in the text as printed."""
        return self._spaced.place(at)

    def restored(self, found: Reading, language: str) -> ParsedCitation:
        """The reading with its values and places as printed."""
        people = with_both_family_names(found.fields, self.latin.text, language)
        fields = {name: self.latin.restored(value) for name, value in people.items()}
        start, end = self.place(found.start), self.place(found.end)
        return ParsedCitation(Entry(found.entrytype, fields), start, end, found.locator, found.certainty)
