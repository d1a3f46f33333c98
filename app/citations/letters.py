"""A place in a note in, the letter or paper cited there out, with the archive or the printed collection it lies in."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from app.apparatus import Form
from app.citations.extent import find_extent, without_stop
from app.citations.forward import read_forward
from app.citations.layout import Layout
from app.citations.locators import read_locator
from app.citations.mention import Back, Mention, Pointer
from app.citations.pointers import BackWord, find_back_word
from app.citations.sentences import Clause
from app.citations.shapes import is_unprinted
from app.entry import Entry
from app.fields import ParsedCitation, parse_citation
from app.fields.dates import read_full_date
from app.wordlists import alternatives, load_words

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_SMALL = r"of|the|de|des|du|del|della|di|la|le|les|von|van|v\.|zu|zum|zur|der|den|dem|and|et|und|y|e|d[’']\w+|l[’']\w+"
_PERSON = rf"{_UPPER}[\w.’'-]*(?:\s(?:{_UPPER}[\w.’'-]*|{_SMALL})){{0,9}}?"
_TO = r"(?:to|an|à|aux?|al?|ao)\s(?:(?:the|den|die|das|le|la|el|l[’'])\s?)?"
# "Jay to Randolph", "Same to same", "Der Präfekt an den Minister", "lettre du préfet au ministre".
_FROM_TO = rf"(?:(?:[Ll]ettre|[Cc]arta|[Ll]ettera|[Bb]rief|[Ll]etter|[Tt]elegram)\s(?:d[eu]s?|from|di|del|von|vom)\s)?{_PERSON}\s{_TO}(?:{_PERSON}|same|dens\.)"
_LONGEST_HEAD = 170
_BEFORE_DATE = re.compile(r",?\s(?:(?:v\.|vom|of|dated|du|del?|den)\s)?(?=\[?(?:[1-3]?\d[.\s]|[^\W\d_]{3,10}\.?\s\d)|[nso]\.\s?[dDf]\.|undat)")
_PLACE = re.compile(rf",\s{_UPPER}[\w.’'-]+(?:\s(?:{_UPPER}[\w.’'-]+|{_SMALL})){{0,3}}$")
_UNDATED = re.compile(r"(?:n\.\s?d\.|s\.\s?[df]\.|o\.\s?D\.|undated|undatiert)(?:\s\[[^\[\]]{2,30}\])?")
_IN = re.compile(r"(?:in|en|dans|zit\.|abgedr)\b")
_SHEET = re.compile(r",\s(?=(?:ff?|fols?|fos?|Bl|pp?|cc?|S)\.?\s?\d[^,]*$)")


@dataclass(frozen=True, slots=True)
class Letter:
    """The head of a letter or paper: "Jay to Randolph, September 13, 1794".

    Attributes:
        title: its words without the date.
        date: ISO, "" where undated.
        end: behind the date.
    """

    title: str
    date: str
    end: int


@cache
def _head() -> re.Pattern[str]:
    kinds = alternatives(load_words("archives")["papers"])
    return re.compile(rf"{_FROM_TO}|(?:{kinds})\s[^,;()“”‘’„«»\"]{{3,90}}")


def read_letter_head(text: str, start: int, end: int) -> Letter | None:
    """The letter's head that stands at a place; None where none does or it bears no date."""
    for match in _BEFORE_DATE.finditer(text, start, min(end, start + _LONGEST_HEAD)):
        words = text[start : match.start()]
        date, undated = read_full_date(text, match.end()), _UNDATED.match(text, match.end())
        if not date and not undated:
            continue
        if _head().fullmatch(words) or _head().fullmatch(_PLACE.sub("", words)):
            stop = date.end if date else undated.end() if undated else 0
            return Letter(words, date.fields.get("date", "") if date else "", stop)
        return None
    return None


def read_letter(layout: Layout, clauses: tuple[Clause, ...], k: int, start: int) -> Mention | None:
    """The letter or paper cited at a place, with where it lies.

    Printed, it leads to the collection: "Jay to Randolph, September 13, 1794, Am. State Papers, For. Rel., I. 485".
    Unprinted, it is a work of its own: "Hammond to Grenville, February 22, 1794, F. O. 5: 4", and so is "Same to same,
    April 17, 1794, ibid.", which lies where the letter before it does.
    """
    text, end = layout.text, clauses[k].end
    letter = read_letter_head(text, start, end)
    if letter is None or not text.startswith(", ", letter.end) or _IN.match(text, letter.end + 2):
        return None
    begin = letter.end + 2
    word = find_back_word(text, begin, end)
    if word is not None and word.start == begin and word.back is Back.IBID:
        return _read_repeated(layout, letter, start, word, end)
    limit = find_extent(layout, clauses, k, start)
    if is_unprinted(text[begin:limit]):
        return _read_unprinted(layout, letter, start, limit)
    printed = read_forward(layout, clauses, k, begin, None)
    if printed is None or printed.start != begin:
        return None
    if printed.pointer.back in (Back.GUESS, Back.TITLE):
        own = _parsed(letter, "", printed.end - start)
        printed = replace(printed, pointer=replace(printed.pointer, back=Back.TITLE), parsed=own)
    return replace(printed, start=start)


def _read_repeated(layout: Layout, letter: Letter, start: int, word: BackWord, end: int) -> Mention:
    """A letter that lies where the one before it does; with a page, in the same printed collection."""
    locator = read_locator(layout.text, word.end, end)
    stop = locator.end if locator else word.end
    if locator:
        return Mention(start, stop, Form.IBID, Pointer(Back.IBID, word.word), locator=locator.text)
    return Mention(start, stop, Form.FULL, Pointer(Back.NOTHING), parsed=_parsed(letter, "", stop - start))


def _read_unprinted(layout: Layout, letter: Letter, start: int, limit: int) -> Mention:
    """A letter among papers; its leaf is the locator, the shelf mark is not."""
    words = without_stop(layout.text[start:limit])
    sheet = _SHEET.search(words)
    locator = read_locator(words, sheet.start()) if sheet else None
    place = words[letter.end - start : sheet.start() if sheet else len(words)].strip(" ,")
    parsed = parse_citation(words, layout.language)
    if parsed is None or not parsed.entry.get("library") or parsed.end < len(words) - 2:
        parsed = _parsed(letter, place, len(words))
    page = locator.text if locator else None
    return Mention(
        start, start + len(words), Form.FULL, Pointer(Back.NOTHING), locator=page, parsed=replace(parsed, locator=page)
    )


def _parsed(letter: Letter, library: str, length: int) -> ParsedCitation:
    fields = {"title": letter.title, "date": letter.date, "library": library}
    return ParsedCitation(Entry("unpublished", fields), 0, length, None, 0.7)
