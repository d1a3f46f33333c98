"""A stretch of a note in, what the reader of fields says of it out, over full stops that would mislead it."""

from __future__ import annotations

from dataclasses import replace

from app.citations.extent import LONGEST_CITATION
from app.citations.layout import Layout
from app.citations.shapes import is_title_of_a_period
from app.fields import ParsedCitation, parse_citation
from app.fields.brazilian import read_brazilian
from app.fields.stranger import STRANGER, STRANGER_IN_CAPITALS, STRANGERS_NAME

_FULL = ("date", "urldate", "url", "doi", "publisher", "volume", "number", "pubstate", "booktitle")


def parse_over_stops(layout: Layout, begin: int, limit: int) -> ParsedCitation | None:
    """The same, read on behind a title's year."""
    parsed = parse(layout, begin, limit)
    return _read_over_stop(layout, begin, limit, parsed) if parsed is not None else None


def is_dated(parsed: ParsedCitation) -> bool:
    """Whether the words hold more than a short citation would: when, where or in which volume the work came out."""
    return any(parsed.entry.get(name) for name in _FULL)


def parse(layout: Layout, begin: int, limit: int) -> ParsedCitation | None:
    """What the reader of fields says of the words from a place on; None where it says nothing."""
    parsed = parse_citation(layout.text[begin : min(limit, begin + LONGEST_CITATION)], layout.language)
    return parsed if parsed is not None and parsed.end > parsed.start and parsed.entry.fields else None


def _read_over_stop(layout: Layout, begin: int, limit: int, parsed: ParsedCitation) -> ParsedCitation:
    """Read on where a title's year was taken for the end: "Flüchtlinge nach 1939. In: Exil, München 2000"."""
    stop = begin + parsed.end
    if limit - stop < 20 or layout.text[stop : stop + 2] != ". ":
        return parsed
    if (parsed.locator or parsed.entry.get("location")) and not is_title_of_a_period(layout.text, begin, stop):
        return parsed
    mark = "," if layout.text.startswith(("In ", "In:"), stop + 2) else ":"
    words = f"{layout.text[begin:stop]}{mark} {layout.text[stop + 2 : min(limit, begin + LONGEST_CITATION)]}"
    words = words.replace(", In", ", in", 1) if mark == "," else words
    further = parse_citation(words, layout.language)
    if further is None or further.end <= parsed.end + 12 or not further.entry.get("title") or not is_dated(further):
        return parsed
    joint = layout.text[stop + 2 : stop + 12]
    title = further.entry.get("title").replace(f": {joint}", f". {joint}")
    return replace(further, entry=further.entry.with_fields(title=title))


def parse_authorless(layout: Layout, begin: int, limit: int) -> ParsedCitation | None:
    """Read words whose author stands elsewhere, with a stranger's name before them lest the title be taken for one."""
    words, stranger = layout.text[begin : min(limit, begin + LONGEST_CITATION)], STRANGER
    whole = layout.text[begin : begin + LONGEST_CITATION]
    if layout.text[max(0, begin - 2) : begin] == ". " and read_brazilian(STRANGER_IN_CAPITALS + whole):
        words, stranger = whole, STRANGER_IN_CAPITALS
    parsed = parse_citation(stranger + words, layout.language)
    if parsed is None or parsed.end <= len(stranger) or not parsed.entry.get("title"):
        return parse(layout, begin, limit)
    # "Id., S/Z": what is no name with the stranger before it was read as the title's beginning.
    title = parsed.entry.get("title").removeprefix(stranger)
    strange = {name: "" for name in ("author", "bookauthor") if parsed.entry.get(name) == STRANGERS_NAME}
    entry = parsed.entry.with_fields(**{"author": "", "title": title} | strange)
    return replace(parsed, entry=entry, start=0, end=parsed.end - len(stranger))
