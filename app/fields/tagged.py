"""A citation's text in, the reading of it that the trained tagger proposes out; the rules' reading stands beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from app.fields.capitals import lower_capitals
from app.fields.dates import read_date
from app.fields.extents import begin_chapter
from app.fields.identifiers import read_accessed, read_address
from app.fields.kinds import entry_type, is_day
from app.fields.names import format_people, is_corporate
from app.fields.pages import Pages, as_extent, read_pages
from app.fields.peeling import clean_title
from app.fields.places import is_place
from app.fields.ratings import rate_people
from app.tagging import Part, Stretch, tag

_NAMES = {Part.AUTHOR: "author", Part.EDITOR: "editor", Part.TRANSLATOR: "translator"}
_PLAIN = {
    Part.TITLE: "title", Part.JOURNAL: "journaltitle", Part.CONTAINER: "booktitle", Part.SERIES: "series",
    Part.PLACE: "location", Part.PUBLISHER: "publisher", Part.INSTITUTION: "institution", Part.NOTE: "note",
    Part.GENRE: "type",
}  # fmt: skip
_TITLES = frozenset({"title", "journaltitle", "booktitle"})
_COUNTING = frozenset({"volume", "number"})
_FEWEST = 2
_COUNTED = frozenset({Part.PAGES, Part.LOCATOR, Part.VOLUME, Part.NUMBER, Part.DATE})
_OPENED_BY = {"”": "“„", "’": "‘", "»": "«", ")": "(", "]": "[", '"': '"', "'": "'"}
# Between two stretches of one part a colon or a comma goes on with it, a stop with a space does not.
_JOINING = re.compile(r"[\s,:;&/–-]*(?:(?:and|und|et|y|e)\s)?")
_WITHIN_TITLE = re.compile(r"[\s,:;&/.?!)\]”’»“„«\"'–-]{0,5}")
_EDITION = re.compile(r"\d{1,2}(?=\s?(?:\.|st|nd|rd|th|d|e|ª|º|a)|$)")
_COUNT = re.compile(r"(?:\d+[A-Za-z]?|[IVXLC]+|[ivxlc]+)(?:\s?[-–/]\s?(?:\d+|[IVXLC]+))?(?!\w)")
_NUMBER_SIGN = re.compile(r"(?i)(?:n[°ºo]s?\.?|nos?\.|nr\.?|núm\.?|num\.|heft|h\.|issue|fasc\.)\s?(?=[\dIVX])")
_SAME = re.compile(r"(?i)(?:idem|iidem|eadem|id|ders|dies|ead|du même(?: auteur)?|[—–_-]+)\.?")
_ROLE = re.compile(
    r"(?i)(?:(?:(?:eds?|hg|hrsg|éd|dir|coord|org)\.|hg|hrsg|ed)(?:\s(?:by|von|par|de|por)|\sv\.)?|bearb\.\sv\.|edited\sby|herausgegeben\svon|a\scura\sdi"
    r"|sous\sla\sdir(?:\.|ection)\sde)\s+"
)
# An author's name that is none, and a title.
# "SozSich 10/2012": the tenth number of a year.
_OF_YEAR = re.compile(r"/(?:1[89]|20)\d\d(?!\d)")
_SERIES_NUMBER = re.compile(r",?\s(?:Bd\.\s|vol\.\s|n°\s|no\.\s|Nr\.\s)?(?P<number>(?:[A-Z]\s)?\d{1,4})$")
_SETS = re.compile(r"(?i)\b(?:\d+|two|three|four)\s(?:vols?|voll|bde|bände|tomes|tomos|vols)\b")
_BEHIND_NAME = re.compile(r"[\w.)]\s$")
# "S. 593 ff.": a page and those that follow it.
_FOLLOWING = re.compile(r"(?<=\d)\s?(?:ff?|sqq?|ss|sgg|et\ss(?:uiv)?|y\sss|e\sss)\b\.?(?=[\s,;.)]|$)")
_ACCESSED = re.compile(
    r"(?i)[(\[]?(?:last\s)?(?:accessed|retrieved|visited|abgerufen|zugriff|page\sconsult|consult|acesso|acceso)"
)


_OFFICIAL = re.compile(
    r"\b\d{1,3}(?:st|nd|rd|th|d)\sCong\b|\b(?:Fed\.\sReg|FED\.\sREG|Cong\.\sRec|CONG\.\sREC)\.|\bU\.\s?S\.\s?C\.\s|\b(?:Letter|Memorandum)\sfrom\s|\b(?:UN|U\.N\.|OAS|WTO)\sDocs?\.?\s[A-Z]"
)
_FAR = 300
_A_YEAR = 4


@dataclass(frozen=True, slots=True)
class TaggedReading:
    """What the tagger makes of the words.

    Attributes:
        start, end: the citation's span in the text given.
        sureness: of the names and titles, 0 to 1: the least sure word of them.
        covered: the share of the words that belong to some part.
    """

    entrytype: str
    fields: dict[str, str]
    start: int
    end: int
    locator: str | None
    sureness: float
    covered: float


def read_tagged(text: str) -> TaggedReading | None:
    """The tagger's reading of the citation; None where it finds neither a title nor a periodical with a number."""
    if _OFFICIAL.search(text[:_FAR]):
        return None  # it was not taught what Congress and the United Nations print
    tagged = tag(text)
    stretches = _with_titles_for_names(text, _of_one_citation(text, tagged.stretches))
    fields, pages = _fields(text, _with_years_of_titles(text, stretches))
    if not {"title", "booktitle"} & fields.keys() and not ("journaltitle" in fields and _COUNTING & fields.keys()):
        return None
    fields = {**_with_usual_names(fields, stretches), **_accessed(text, stretches[-1].end)}
    sorted_pages = _sorted_pages(fields, pages, has_volumes=bool(_SETS.search(text)))
    fields, locator = begin_chapter(text[: stretches[-1].end], *sorted_pages)
    sure = [s.sureness for s in stretches if s.part in _NAMES or _PLAIN.get(s.part) in _TITLES]
    is_whole = stretches[-1] is tagged.stretches[-1]
    end = _closed(text, tagged.end if is_whole else stretches[-1].end)
    kind = _kind(fields, text, stretches)
    if kind == "article" and is_day(fields.get("date", "")) and not _COUNTING & fields.keys():
        fields["entrysubtype"] = "newspaper"
    return TaggedReading(kind, fields, tagged.start, end, locator, min(sure, default=0.0), tagged.covered)


def _of_one_citation(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """The stretches up to where a second citation begins: an author, or another title, behind a date."""
    kept: list[Stretch] = []
    for stretch in stretches:
        is_dated = any(s.part is Part.DATE for s in kept)
        is_again = stretch.part in (Part.AUTHOR, Part.TITLE) and any(s.part is stretch.part for s in kept)
        if is_dated and is_again and not _goes_on(text, kept[-1], stretch):
            break
        kept.append(stretch)
    return kept


def _with_titles_for_names(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """What cannot be people before a stop and a title, with the title: "Origini del sale. Processi, a cura di"."""
    if len(stretches) < _FEWEST or (stretches[0].part, stretches[1].part) != (Part.AUTHOR, Part.TITLE):
        return list(stretches)
    first, second = stretches[:2]
    words = text[first.start : first.end]
    if text[first.end : second.start] not in (". ", ": ") or rate_people(words) or is_corporate(words):
        return list(stretches)
    return [replace(second, start=first.start), *stretches[2:]]


def _goes_on(text: str, last: Stretch, stretch: Stretch) -> bool:
    joining = _WITHIN_TITLE if _PLAIN.get(last.part) in _TITLES else _JOINING
    return last.part is stretch.part and joining.fullmatch(text, last.end, stretch.start) is not None


def _with_years_of_titles(text: str, stretches: Sequence[Stretch]) -> list[Stretch]:
    """A title's own year with its title: "Narrative of an Expedition, October to December, 1884 (Sydney, 1885)"."""
    found = list(stretches)
    for k in range(len(found) - 2, 0, -1):
        title, date = found[k - 1], found[k]
        is_between = (title.part, date.part) == (Part.TITLE, Part.DATE) and text[date.end : date.end + 2] in (
            " (",
            "; ",
        )
        if is_between and "(" not in text[title.end : date.start] and any(s.part is Part.DATE for s in found[k + 1 :]):
            found[k - 1 : k + 1] = [Stretch(Part.TITLE, title.start, date.end, min(title.sureness, date.sureness))]
    return found


def _with_usual_names(fields: dict[str, str], stretches: Sequence[Stretch]) -> dict[str, str]:
    """A body before the title as the author, and what alone has a name for a book as its title."""
    fields = dict(fields)
    kinds = [s.part for s in stretches]
    if Part.TITLE in kinds and Part.INSTITUTION in kinds[: kinds.index(Part.TITLE)] and "author" not in fields:
        fields["author"] = f"{{{fields.pop('institution')}}}"
    if "title" not in fields and "booktitle" in fields:
        fields["title"] = fields.pop("booktitle")
    if {"title", "journaltitle", "editor", "location"} <= fields.keys() and "number" not in fields:
        fields["booktitle"] = fields.pop("journaltitle")
    # "Paris, Gallimard, coll. « Archives », 1979": behind an imprint and without a number it is no review.
    if {"title", "journaltitle", "location", "publisher"} <= fields.keys() and not _COUNTING & fields.keys():
        fields.setdefault("series", fields.pop("journaltitle"))
    if "location" not in fields and is_place(fields.get("publisher", "")):
        fields["location"] = fields.pop("publisher")
    is_book = bool({"location", "publisher"} & fields.keys()) and bool({"author", "editor"} & fields.keys())
    # "JOHN MARL, POLITICAL SALT 35-46 (1992)": what has no number is no review.
    is_unnumbered = (
        "author" in fields and not {"volume", "number"} & fields.keys() and len(fields.get("date", "")) == _A_YEAR
    )
    if "title" not in fields and "journaltitle" in fields and (is_book or is_unnumbered):
        fields["title"] = fields.pop("journaltitle")
    return fields


def _fields(text: str, stretches: Sequence[Stretch]) -> tuple[dict[str, str], list[Pages]]:
    fields: dict[str, str] = {}
    pages: list[Pages] = []
    for part, words, start in _parts(text, stretches, fields):
        if part in (Part.PAGES, Part.LOCATOR):
            behind = _FOLLOWING.match(text, start + len(words))
            words = f"{words}{behind.group()}" if behind else words
            found = read_pages(words, 0, bare=True)
            pages.append(Pages(0, found.text if found else words, is_labelled=False, is_at=part is Part.LOCATOR))
        else:
            for name, value in _value(text, part, words, start).items():
                fields.setdefault(name, value)
    return {name: value for name, value in fields.items() if value}, pages


def _parts(text: str, stretches: Sequence[Stretch], read: Mapping[str, str]) -> Iterator[tuple[Part, str, int]]:
    """Each part with its words; of two numbers around a law journal the second is a page: "15 Risk Analysis 369"."""
    for part, words, start in _joined(text, stretches):
        is_behind = "journaltitle" in read and "volume" in read and "date" not in read
        if is_behind and part in (Part.VOLUME, Part.DATE) and words.isdigit() and _BEHIND_NAME.search(text, 0, start):
            yield Part.PAGES, words, start
        elif part is Part.VOLUME and _OF_YEAR.match(text, start + len(words)):
            yield Part.NUMBER, words, start
        else:
            yield part, words, start


def _joined(text: str, stretches: Sequence[Stretch]) -> Iterator[tuple[Part, str, int]]:
    """Two stretches of a part with only a sign between them are one, but for numbers."""
    at = 0
    while at < len(stretches):
        first = last = stretches[at]
        at += 1
        while first.part not in _COUNTED and at < len(stretches) and _goes_on(text, last, stretches[at]):
            last = stretches[at]
            at += 1
        yield first.part, text[first.start : last.end], first.start


def _value(text: str, part: Part, words: str, start: int) -> Mapping[str, str]:
    """The field that the words of one part give, tidied as the rules tidy theirs."""
    if part in _NAMES:
        role = _ROLE.match(words)
        if _SAME.fullmatch(words):
            return {}
        name = "editor" if role else _NAMES[part]
        return {name: format_people(words[role.end() :] if role else words)}
    if part is Part.DATE:
        date = read_date(text, start)
        return dict(date.fields) if date else {}
    if part in (Part.URL, Part.DOI):
        address = read_address(text, start) or read_address(f"doi:{words}", 0)
        return dict(address.fields) if address else {}
    if part in (Part.VOLUME, Part.NUMBER):
        return _counted(part, words)
    if part is Part.EDITION:
        number = _EDITION.match(words)
        return {"edition": number[0] if number else words}
    if part is Part.SERIES and (numbered := _SERIES_NUMBER.search(words)):
        return {"series": words[: numbered.start()].strip(" ,;:"), "number": numbered["number"]}
    name = _PLAIN.get(part, "")
    if name in _TITLES:
        return {name: lower_capitals(clean_title(_with_mark(text, words, start)))}
    return {name: words.strip(" ,;:")} if name else {}


def _counted(part: Part, words: str) -> dict[str, str]:
    """What counts a journal or a set: "n° 30" is a number whatever the tagger says, "vol. 4" a volume."""
    sign = _NUMBER_SIGN.match(words)
    name = "number" if sign or part is Part.NUMBER else "volume"
    count = _COUNT.match(words, sign.end() if sign else 0) or _COUNT.search(words)
    return {name: count[0]} if count else {}


def _with_mark(text: str, words: str, start: int) -> str:
    """The words with the question or exclamation mark that ends them."""
    behind = text[start + len(words) : start + len(words) + 1]
    return words + behind if behind and behind in "?!" else words


def _accessed(text: str, behind: int) -> Mapping[str, str]:
    """The day on which a page was looked up, where the citation says so."""
    for found in _ACCESSED.finditer(text, 0, behind + 60):
        if piece := read_accessed(text, found.start()):
            return dict(piece.fields)
    return {}


def _sorted_pages(
    fields: dict[str, str], pages: Sequence[Pages], *, has_volumes: bool
) -> tuple[dict[str, str], str | None]:
    """The extent of what stands in a journal or a collection, and the pages pointed at; "2 vols ..., I, 436" is one."""
    is_piece = bool({"journaltitle", "booktitle"} & fields.keys())
    left = list(pages)
    is_followed = bool(left) and _FOLLOWING.search(left[0].text) is not None and len(left) == 1
    is_extent = bool(left) and (left[0].is_range or len(left) > 1 or (_is_first_page(fields) and not is_followed))
    if is_piece and is_extent and not left[0].is_at:
        fields = fields | {"pages": as_extent(left.pop(0).text)}
    locator = ", ".join(page.text for page in left) or None
    if has_volumes and locator and not is_piece and "volume" in fields:
        locator = f"{fields['volume']}, {locator}"
        fields = {name: value for name, value in fields.items() if name != "volume"}
    return fields, locator


def _is_first_page(fields: Mapping[str, str]) -> bool:
    return "journaltitle" in fields and ("volume" in fields or is_day(fields.get("date", "")))


def _kind(fields: dict[str, str], text: str, stretches: Sequence[Stretch]) -> str:
    title = next((s for s in stretches if s.part is Part.TITLE), None)
    is_quoted = title is not None and text[: title.start].rstrip()[-1:] in tuple("“‘«„\"'»")
    return entry_type(fields, ["thesis"] if "type" in fields else [], is_quoted=is_quoted)


def _closed(text: str, end: int) -> int:
    """The end with the brackets and marks behind it that were opened before."""
    while opening := _OPENED_BY.get(text[end : end + 1], ""):
        opened = sum(text.count(sign, 0, end) for sign in opening)
        if opened <= text.count(text[end], 0, end):
            break
        end += 1
    return end
