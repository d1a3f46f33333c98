"""A place in a note in, the letter or paper cited there out, with the archive or the printed collection it lies in."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Form
from app.citations.extent import find_extent, without_stop
from app.citations.forward import read_forward
from app.citations.layout import Layout
from app.citations.letter_heads import Letter, read_letter_head
from app.citations.locators import read_locator
from app.citations.mention import Back, Mention, Pointer
from app.citations.pointers import BackWord, find_back_word
from app.citations.sentences import Clause
from app.citations.shapes import begins_with_people, is_unprinted
from app.entry import Entry
from app.fields import ParsedCitation, parse_citation
from app.fields.dates import read_full_date

_LONGEST_WORD = 60
_VOLUME_AND_PAGE = re.compile(r",?\s(?:[IVXLC]+|[ivxlc]+|vol\.\s?\w+|\d+)[.,:]\s?(?:pp?\.\s?)?\d[\d\s,–-]*$")
_PRINTED_IN = re.compile(r",\s(?:in|en|dans|em)(?P<colon>:)?\s(?=[^\W\d_a-zß-öø-ÿ“‘„«])")
_IN = re.compile(r"(?:in|en|dans|zit\.|abgedr)\b")
_SHEET = re.compile(r",\s(?=(?:ff?|fols?|fos?|Bl|pp?|cc?|S)\.?\s?\d[^,]*$)")
# "Letter of 19 March 1838: Ann Marl, Briefwechsel": who wrote to whom the text has said.
_OF_A_DAY = re.compile(
    r"(?:(?:[Dd]iary|[Jj]ournal)\s)?(?:[Ll]etters?|[Ee]ntry|[Dd]iary|[Bb]rief|[Tt]agebucheintrag|[Ll]ettre|[Cc]arta|[Ll]ettera)\s(?:of|from|for|dated|vom|v\.|du|del|de)\s(?=\w)"
)
_COLON = re.compile(r":\s")


def read_letter(layout: Layout, clauses: tuple[Clause, ...], k: int, start: int) -> Mention | None:
    """The letter or paper cited at a place, with where it lies.

    Printed, it leads to the collection: "Jay to Randolph, September 13, 1794, Am. State Papers, For. Rel., I. 485".
    Unprinted, it is a work of its own: "Hammond to Grenville, February 22, 1794, F. O. 5: 4", and so is "Same to same,
    April 17, 1794, ibid.", which lies where the letter before it does.
    """
    text, end = layout.text, clauses[k].end
    letter = read_letter_head(text, start, end)
    if letter is not None and (bracket := _in_brackets(layout, letter, end)):
        return _read_unprinted(layout, letter, start, bracket)
    if letter is None or not text.startswith(", ", letter.end) or _IN.match(text, letter.end + 2):
        return None
    begin = letter.end + 2
    word = find_back_word(text, begin, min(end, begin + _LONGEST_WORD))
    if word is not None and word.start == begin and word.back is Back.IBID:
        return _read_repeated(layout, letter, start, word, end)
    limit = find_extent(layout, clauses, k, start)
    if is_unprinted(text[begin:limit]):
        return _read_unprinted(layout, letter, start, limit)
    printed = read_forward(layout, clauses, k, begin, None)
    if printed is None or printed.start != begin:
        return None
    return replace(_known_by_its_name(layout, letter, printed), start=start)


def pass_letter_head(layout: Layout, start: int, end: int) -> int:
    """Where the work begins that a letter is cited from: "Lettera di Rossi a Bianchi, 3 maggio 1821, in Levra, ..."."""
    if (dated := _OF_A_DAY.match(layout.text, start, end)) and (date := read_full_date(layout.text, dated.end())):
        colon = _COLON.match(layout.text, date.end, end)
        if colon and begins_with_people(layout.text, colon.end(), end):
            return colon.end()
    letter = read_letter_head(layout.text, start, end)
    inside = _PRINTED_IN.match(layout.text, letter.end, end) if letter else None
    if letter is None or inside is None or (inside["colon"] and not letter.is_paper):
        return start
    return inside.end()


def is_paper_alone(layout: Layout, start: int, end: int) -> bool:
    """Whether a paper is named and nothing says where it lies, as before "in:": "Tagebucheintrag v. 8. 5. 1932"."""
    letter = read_letter_head(layout.text, start, end)
    return letter is not None and letter.is_paper and not layout.text[letter.end : end].strip(" ,;.")


def _known_by_its_name(layout: Layout, letter: Letter, printed: Mention) -> Mention:
    """The collection a letter is printed in, named as the article's earlier notes do, where no imprint is given."""
    if printed.pointer.back in (Back.GUESS, Back.TITLE):
        own = _parsed(letter, "", printed.end - printed.start)
        return replace(printed, pointer=replace(printed.pointer, back=Back.TITLE), parsed=own)
    entry = printed.parsed.entry if printed.parsed else None
    if printed.pointer.back is not Back.NOTHING or entry is None or entry.get("location") or entry.get("date"):
        return printed
    words = layout.text[printed.start : printed.end]
    name = _VOLUME_AND_PAGE.sub("", words)
    if entry.get("author") and not entry.get("title"):
        own, place = _parsed(letter, "", len(words)), words[len(name) :].strip(" ,")
        return replace(printed, pointer=Pointer(Back.TITLE, names=name), form=Form.SHORT, parsed=own, locator=place)
    return replace(printed, pointer=Pointer(Back.TITLE, title=name), form=Form.SHORT)


def _in_brackets(layout: Layout, letter: Letter, end: int) -> int:
    """Behind the bracket that says where a letter lies, 0 where none does: "16 Dec. 1880 (N.L.I., MS 18,025)"."""
    at = letter.end + 1
    close = next((c for o, c in layout.brackets_between(at, at + 1) if o == at and c <= end), 0)
    return close if close and is_unprinted(layout.text[at + 1 : close - 1]) else 0


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
