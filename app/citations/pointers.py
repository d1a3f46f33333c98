"""A stretch of a note in, the back-reference word in it out: "Ibid., 56", "Marsh, op. cit., n. 4, p. 31"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from app.citations.mention import Back
from app.wordlists import load_words

# The stop behind these is the sentence's, not an abbreviation's.
_WHOLE_WORDS = ("ibidem", "ebenda", "ibídem", "ivi", "idem", "eadem", "iidem")


_LONE_WORD = re.compile(r"(?P<word>\w{4,7})[.,]{0,2}(?:\s|$)")
_YEAR_BEHIND = re.compile(r"\s?[(\[](?P<year>(?:1[4-9]|20)\d\d[a-z]?)[)\]]")
# "L. C. Marl, A Short History": a person's initials, not "loc. cit.".
_INITIALS = re.compile(r"[A-Z]\.\s?[A-Z]\.\s(?:[A-Z]\.\s)*[A-ZÀ-Þ][\w’'-]+(?:,\s(?!p)|\s(?:and|und|et|y|e|&)\s)")
# The label of "(vorige Note)".
PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class BackWord:
    """A back-reference word with the note number that may follow it.

    Attributes:
        start: where the word begins, an opening bracket included.
        end: behind the word, its note number and closing bracket; the locator follows.
        label: the number of the note pointed at, "" where none is printed.
        year: of the work meant, where a bracket behind the word says it: "op. cit. (1994), n. 1".
    """

    start: int
    end: int
    back: Back
    word: str
    label: str = ""
    year: str = ""


def _spelled(word: str) -> str:
    """A listed word as a pattern: "op cit" finds "op. cit.", "Op.Cit."; "o c" needs its stops, "OC" is a siglum."""
    pieces = [re.escape(piece) for piece in re.split(r"[\s.]+", word) if piece]
    # A scanner reads a comma for a stop.
    return (r"[.,]\s?" if all(len(piece) == 1 for piece in pieces) else r"[.,]?\s?").join(pieces)


def _words(table: str) -> str:
    words = sorted(set(load_words("back_references")[table]), key=lambda word: (-len(word), word))
    return "|".join(_spelled(word) for word in words)


@cache
def _ibid() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.])(?:{_words('ibid')})(?!\w)(?:\s?\.)?", re.IGNORECASE)


@cache
def _idem() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.])(?P<word>{_words('idem')})(?!\w)\.?(?=\s*(?:[,.;:)/\[(]|$|at\s|\d|\())", re.IGNORECASE
    )


@cache
def _earlier() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w])(?:(?:in|nel|dans|en|im)\s+)?(?P<word>{_words('earlier')})(?!\w)\.?", re.IGNORECASE)


@cache
def _note_reference() -> re.Pattern[str]:
    """Finds "supra note 3", "(oben N. 7)", "(wie Anm. 3)", "(n 3)", "note 12 above", "above, n. 5"."""
    above, note = _words("above"), _words("note_number")
    number = r"(?P<{0}>\d+[a-z]?|\*+)(?!\w)"
    return re.compile(
        rf"(?P<open>[(\[]\s?)?(?:(?<!\w)(?:{above})(?!\w)\.?[\s,]+(?:{note})\.?(?:\s|(?<=\.))\s?{number.format('first')}"
        rf"|(?<!\w)(?:{note})\.?\s?{number.format('second')}[\s,]+(?:above|supra|ci-dessus|oben|supra)(?!\w)"
        rf"|(?<=[(\[])(?:{note})\.?\s?{number.format('third')}(?=\s?[)\]])"
        rf"|(?<=[(\[])(?P<last>(?:vorige|vorhergehende|previous|preceding|last)\s(?:{note})\.?|note\sprécédente|nota\s(?:anterior|precedente))(?=\s?[)\]])"
        rf"|(?<!\w)(?:supra|above)(?!\w)(?=,?\s(?:at|pp?\.)\s?\d)|(?<=,\s)supra(?=[.;,]|$))"
        rf"(?(open)\s?[)\]]?)",
        re.IGNORECASE,
    )


@cache
def _label_behind() -> re.Pattern[str]:
    """The note number behind op. cit.: ", n. 8", " (n. 8)", ", note 12", ", supra n. 4", " [Anm. 3]"."""
    above, note = _words("above"), _words("note_number")
    return re.compile(
        rf"[\s,]*[(\[]?(?:(?:{above})\.?[\s,]+)?(?:in\s+)?(?:{note})\.?\s?(?P<label>\d+[a-z]?)(?![\w.]\d)\s?[)\]]?",
        re.IGNORECASE,
    )


def find_back_word(text: str, start: int, end: int) -> BackWord | None:
    """The first back-reference word between two places, whatever its kind; of those at one place the longest."""
    found = [
        word
        for word in (_find_ibid(text, start, end), _find_earlier(text, start, end), _find_note(text, start, end))
        if word
    ]
    return min(found, key=lambda word: (word.start, -word.end), default=None)


def repeating_words() -> str:
    """The words for the same work or author as a regular expression's alternatives."""
    return f"(?:{_words('ibid')}|{_words('idem')})"


@cache
def _repeating() -> re.Pattern[str]:
    return re.compile(rf"{repeating_words()}(?!\w)", re.IGNORECASE)


def is_repeating(text: str, at: int) -> bool:
    """Whether a word for the same work or author stands at a place: "ibid.", "ders.", "du même auteur"."""
    return _repeating().match(text, at) is not None


def read_misread(text: str, start: int, end: int) -> BackWord | None:
    """A word that a scanner has spoilt and that can only be "Ibid." or "ebenda": "1bid.", "ehenda, S. 272"."""
    match = _LONE_WORD.match(text, start, end)
    if match is None:
        return None
    plain = match["word"].casefold().replace("1", "i").replace("0", "o")
    if max(fuzz.ratio(plain, word) for word in ("ibid", "ibidem", "ebenda")) < 75 or plain in ("bid", "bind", "aid"):
        return None
    return BackWord(start, match.end("word"), Back.IBID, match["word"])


def read_idem(text: str, start: int, end: int) -> BackWord | None:
    """The word for "the same" that stands at a place: "Ders.", "Idem", "id."."""
    match = _idem().match(text, start, end)
    return _same(match) if match else None


def find_idem(text: str, start: int, end: int) -> BackWord | None:
    """The first word for "the same" between two places."""
    match = _idem().search(text, start, end)
    return _same(match) if match else None


def _same(match: re.Match[str]) -> BackWord:
    return BackWord(match.start(), match.end() - _is_closed(match[0]), Back.IDEM, match[0])


def _is_closed(word: str) -> bool:
    """Whether the stop a word is found with closes the sentence, the word being none that is abbreviated."""
    return word.endswith(".") and word.casefold().rstrip(".") in _WHOLE_WORDS


def _find_ibid(text: str, start: int, end: int) -> BackWord | None:
    match = _ibid().search(text, start, end)
    if match is None:
        return None
    behind = match.end()
    label = _label_behind().match(text, behind, end)
    if label:
        return BackWord(match.start(), label.end(), Back.IBID, match[0], label["label"])
    return BackWord(match.start(), behind - _is_closed(match[0]), Back.IBID, match[0])


def _find_earlier(text: str, start: int, end: int) -> BackWord | None:
    match = _earlier().search(text, start, end)
    while match is not None and _INITIALS.match(text, match.start("word"), end):
        match = _earlier().search(text, match.end(), end)
    if match is None:
        return None
    dated = _YEAR_BEHIND.match(text, match.end(), end)
    behind = dated.end() if dated else match.end()
    label = _label_behind().match(text, behind, end)
    note, year = label["label"] if label else "", dated["year"] if dated else ""
    return BackWord(match.start(), label.end() if label else behind, Back.EARLIER, match["word"], note, year)


def _find_note(text: str, start: int, end: int) -> BackWord | None:
    match = _note_reference().search(text, start, end)
    if match is None:
        return None
    label = match["first"] or match["second"] or match["third"] or (PREVIOUS if match["last"] else "")
    begin, stop = match.start(), match.end()
    if match["third"] and text[:begin].rstrip(" ([")[-1:].isdigit():
        return None
    if (match["third"] or match["last"]) and text[begin - 1 : begin] in ("(", "["):
        begin, stop = begin - 1, stop + 1
    return BackWord(begin, stop, Back.EARLIER, match[0], label)
