"""A page's text in, the same text out with a page end for every running head, page number and download line in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from app.notes.apart import stands_apart
from app.notes.citing import ends_sentence
from app.notes.learnt_heads import LearntHeads
from app.notes.running_heads import plain_heads, possible_heads
from app.notes.wordy_heads import wordy_heads
from app.wordlists import alternatives, load_words, word_set

_LINE = re.compile(r"[^\n\f]+")
_LONGEST = 110
_NUMBER_ONLY = re.compile(r"[-–—\[({|]?[ ]?(?P<number>(?=\D*\d)[\dIlOS]{1,4})[ ]?[-–—\])}|]?")
_FIGURES = str.maketrans("IlOS", "1105")
# "Polar Papers, vol. 3, no. 1 (1999). © 1999 The Polar Society. Published by ..."
_IMPRINT = re.compile(
    r"^[^\n\f]{0,100}(?:©|\([cC]\)) ?"
    r"(?:(?:1[89]|20)\d\d [A-ZÀ-Þ]|[A-ZÀ-Þ][^\n\f]{3,80}(?:1[89]|20)\d\d\b)[^\n\f]*$",
    re.MULTILINE,
)
# What a browser or a word processor prints on every page: "Page 3 of 12", "https://www.carrow.org/salt 3/12".
_PRINTED = re.compile(
    r"^[ \t]*(?:(?:page|seite|página|pagina|p\.|s\.)[ ]?\d{1,4}(?:[ ]?(?:of|von|de|di|sur|/)[ ]?\d{1,4})?|"
    r"https?://\S+[ \t]+(?:\d{1,3}/\d{1,3}|page \d{1,3} of \d{1,3}))[ \t]*$",
    re.MULTILINE | re.IGNORECASE,
)
_IMPRINT_LINES = 5
_HEAD = 300
_PAGE = 400
_FEW_LINES = 30


def blank_page_lines(text: str) -> str:
    """The text with a page end (a form feed and spaces) for every line that is the page's and not the article's.

    Download lines are known by how they begin, a publisher's imprint by the sign of copyright. A line is a running
    head when its words are in capitals, or come back with other page numbers, be it misspelt, or when its number goes
    before or after another page's. Nothing else moves: places in the text stay what they were.

    Example: "348    R. T. Marrow", "HeinOnline -- 14 Ost. L. Rev. 348 1969".
    """
    text = _blank(text, [*_download_lines(text), *_imprints(text), *_printed_lines(text)])
    possible = possible_heads(text)
    sure = plain_heads(text, possible)
    learnt = LearntHeads(text, possible, sure).find()
    text = _blank(text, [*((head.start, head.end) for head in sure), *learnt])
    return _blank(text, wordy_heads(text))


def blank_page_numbers(text: str, starts: Iterable[int]) -> str:
    """The text with a page end for every number alone on its line that opens no note, where numbers go up by one.

    Args:
        text: the page's text.
        starts: where the notes' own numbers stand.
    """
    alone = _lone_numbers(text, set(starts))
    apart = [one for one in alone if stands_apart(text, one[0], one[1])]
    known = {number for _, _, number in apart}
    spans = [(start, end) for start, end, number in apart if known & {number - 1, number + 1}]
    spans += [(start, end) for start, end, _ in apart if _is_at_page_end(text, start, end)]
    # Where nothing stands apart, page numbers are known by their going on from one to the next.
    last = len(text.rstrip())
    steps = [(a, b) for a, b in pairwise(alone) if b[2] == a[2] + 1 and (b[0] - a[1] > _PAGE or b[1] >= last)]
    if len(steps) > 1:
        spans += [(start, end) for step in steps for start, end, _ in step]
        spans += _misread_between(alone)
    return _blank(text, set(spans))


def _lone_numbers(text: str, own: set[int]) -> list[tuple[int, int, int]]:
    """The lines that hold a number alone, be it misread, and the number; without those that open notes."""
    alone = []
    for line in _LINE.finditer(text):
        match = _NUMBER_ONLY.fullmatch(line[0].strip()) if line.end() - line.start() < 12 else None
        if match and line.start() not in own:
            number = match["number"].translate(_FIGURES)
            alone.append((line.start(), line.end(), int(number)))
    return alone


def _misread_between(alone: Sequence[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """The numbers on lines of their own between those of the page before and the page after, whatever they show."""
    for before, (start, end, _), after in zip(alone, alone[1:], alone[2:], strict=False):
        if after[2] == before[2] + 2 and start - before[1] > _PAGE and after[0] - end > _PAGE:
            yield start, end


def _is_at_page_end(text: str, start: int, end: int) -> bool:
    """Whether nothing stands between the line and a page's end."""
    before, after = text[max(0, start - 200) : start].rstrip(" \t\n"), text[end : end + 200].lstrip(" \t\n")
    return before.endswith("\f") or after.startswith("\f")


def _blank(text: str, spans: Iterable[tuple[int, int]]) -> str:
    pieces, done = [], 0
    for start, end in sorted(spans):
        if start < done:
            continue
        # A page ends here: the form feed says so to whoever looks for the note's end.
        pieces += [text[done:start], "\f" + " " * (end - start - 1)]
        done = end
    return "".join([*pieces, text[done:]])


def close_double_spacing(text: str) -> str:
    """The text of which every line is followed by an empty one without these; of any other text nothing changes.

    Places in the text stay what they were.
    """
    lines = [line for line in text.split("\n\n") if line.strip()]
    wrapped = sum(not ends_sentence(line) for line in lines)
    doubled = text.count("\n\n")
    if len(lines) > _FEW_LINES and doubled * 2 > 0.95 * text.count("\n") and wrapped * 2 > len(lines):
        return text.replace("\n\n", " \n")
    return text


@cache
def _download() -> re.Pattern[str]:
    words = alternatives(load_words("page")["download_lines"])
    return re.compile(rf"^[ \t]*(?:{words})[^\n\f]{{0,300}}$", re.MULTILINE)


def _download_lines(text: str) -> Iterator[tuple[int, int]]:
    """The archives' own lines; one that cannot end where it does takes the next line with it."""
    for match in _download().finditer(text):
        end = match.end()
        last = match[0].rstrip().rpartition(" ")[2]
        if last in word_set("page", "open_words") and (following := _LINE.match(text, end + 1)):
            end = following.end()
        yield match.start(), end


def _imprints(text: str) -> Iterator[tuple[int, int]]:
    """The publisher's imprints at pages' feet: from the line with the sign and a year to the sentence's end."""
    for match in _IMPRINT.finditer(text):
        end = match.end()
        for line, _ in zip(_LINE.finditer(text, end + 1), range(_IMPRINT_LINES), strict=False):
            if ends_sentence(text[match.start() : end]) or line.start() != end + 1 or line[0][:1].isdigit():
                break
            end = line.end()
        if match.start() > _HEAD:
            yield match.start(), end


def _printed_lines(text: str) -> list[tuple[int, int]]:
    """The lines with which a printed web page counts its sheets, where there are several."""
    spans = [match.span() for match in _PRINTED.finditer(text)]
    return spans if len(spans) > 1 else []
