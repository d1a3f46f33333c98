"""A citation of an unprinted source in, its fields out: a letter or paper, its day, the archive and the shelf mark."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.fields.dates import has_day, read_full_date, read_year
from app.fields.kinds import has_word
from app.fields.letters import Letter, is_document, read_letter
from app.fields.names import format_people, is_corporate
from app.fields.peeling import clean_title, split_at_stops
from app.fields.places import is_place
from app.fields.ratings import rate_people
from app.fields.shelf_marks import (
    COLLECTION,
    NUMBER,
    SHEET,
    SHELF_MARK,
    SIGLUM,
    WEAK_MARK,
    has_mark,
    is_archival,
    is_bare_mark,
    is_placed_document,
    repository,
    siglum_first,
)

_LONGEST_SERIES = 3
_LONGEST = 320
_LONGEST_PLACE = 10
_LONGEST_NAME = 6
_SHORTEST_HOUSED = 2
_A_FULL_NAME = 0.5
_QUOTES = ("«", "“", "„", "‘", '"')
# "vom 3. Januar 1917"
_STOP_IN_DATE = re.compile(r"(?<!\d)[0-3]?\d\.\s(?:[A-ZÄ][a-zäé]{2,8}|\d\d?\.)\s?\d{4}")
_END = re.compile(r"\.(?=\s+[A-ZÀ-ÞĀ-Ž‘“]|\s*$)|;|$")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Add|fols?|f|op|d|no|Nr|Bd|Bl|St|Dr|vol|Brit|Mus|Bibl|Arch|Nat|Dept|Dep|Coll|Corr|Pol|Aff|Rep|Best|Abt|Reg|Ser|Hist|Soc"
    r"|Eng|Lib|Min|Off|Univ|Sec|Div|Min|Est|Leg|exp|leg|cód|cx|mç|Ms|ms|mss|lat|fr))$"
)
_MANUSCRIPTS_END = re.compile(r"\bMSS?$")
_AGAIN = re.compile(r",\s(?:[Ii]bid|[Ee]bd|[Ee]benda|[Ii]vi|[Ii]bíd)\b\.?")
# "Cambridge, Trinity College, MS B. 15": who keeps a manuscript, behind the city.
_HOUSES = re.compile(
    r"\b(?:College|Cathedral|Abbey|Museum|Library|Collections?|Palace|Stiftsbibliothek|Universiteit|University)\b"
)
# "Marl MSS., Norland Historical Society"
_KEPT = re.compile(
    r"(?P<title>[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:\s[A-ZÀ-ÞĀ-Ž][\w’'-]+)?\s(?:MSS?\.?|Papers|Manuscripts)),\s"
    r"(?P<library>(?:[A-ZÀ-ÞĀ-Ž][\w’'-]+\s){0,4}(?:Historical\sSociety|Library|Archives|Museum|Record\sOffice|Library\sof\sCongress))(?=\s*(?:[.;]|$))"
)
_LETTER_ENDS = re.compile(r"\s*(?:$|[.;)\]])")
_PRINTED = re.compile(r"\([^()]*:\s[^()]*\d{4}\)|\bpp\.\s|https?:")
_PROSE_BEHIND = re.compile(r",?\s[a-z]{2,}\s(?!\d)|\s\(")
_SMALL_WORD = re.compile(r"(?<![\w.])[a-zà-ÿā-ž]{3,}(?![\w.])")
_PAGES = re.compile(r",\s(?:pp?\.|S\.|cols?\.|págs?\.)")


@dataclass(frozen=True, slots=True)
class Unprinted:
    """An unprinted source that was recognised."""

    fields: dict[str, str]
    end: int
    locator: str | None


def read_unprinted(text: str) -> Unprinted | None:
    """Read a source by its shelf mark: "Stone to Ferris, 12 June 1944, FO 371/40741, The National Archives, Kew".

    The archive may stand first ("TNA, FO 371/40741, Stone to Ferris, 12 June 1944"). None without a shelf mark or where
    an imprint shows that the source is printed.
    """
    if letter := read_letter(text):
        return _placed(text, letter)
    if held := _KEPT.match(text):
        return Unprinted({"title": held["title"], "library": held["library"]}, held.end(), None)
    siglum = siglum_first().match(text)
    mark = SHELF_MARK.search(text) or WEAK_MARK.search(text)
    series_end = min(siglum.end(), mark.end() if mark else siglum.end()) if siglum else 0
    end = _sentence_end(text, series_end)
    words = text[:end]
    signs = (has_mark, is_placed_document, is_bare_mark, _names_document, _is_housed, _names_collection)
    is_archive = siglum or any(sign(words) for sign in signs)
    if not is_archive or _PRINTED.search(words) or len(words) > _LONGEST:
        return None
    kept, locator = _sorted(words, series_end)
    if _is_mark_alone(words, kept):
        bare = _bare_parts(words)
        kept["archive"], kept["title"] = [part for part in bare if part != locator], []
    is_first = bool(SIGLUM.fullmatch(_first(words)) or repository().search(_first(words)))
    if not kept["title"] and len(kept["archive"]) > 1 and (is_first or not kept["date"]):
        is_placed = not SIGLUM.fullmatch(kept["archive"][0]) and any(is_place(part) for part in kept["archive"][:2])
        count = 1 + is_placed  # the shelf mark alone
        fields = {"title": ", ".join(kept["archive"][count:]), "library": ", ".join(kept["archive"][:count])}
        fields |= _day_of(kept["date"])
        library = fields["library"]
        is_known = repository().search(library) or SIGLUM.fullmatch(library) or (is_placed and _HOUSES.search(library))
        return Unprinted(fields, end, locator) if is_known and fields["title"] else None
    if not kept["archive"] or not (kept["title"] and (kept["date"] or len(kept["archive"]) > 1)):
        return None
    return Unprinted(_fields(kept), end, locator)


def _names_document(words: str) -> bool:
    """Whether an archive stands first and a letter or paper with its day behind it, without any shelf mark."""
    first, *rest = _bare_parts(words) or [""]
    is_named = repository().search(first) and len(first.split()) <= _LONGEST_NAME
    is_archive = bool(SIGLUM.fullmatch(first) or is_named) and not has_word(first, "newspaper_words")
    is_dated = any(has_day(read_whole_date(part) or "") for part in rest)
    return is_archive and is_dated and any(is_document(part) and part[:1] not in _QUOTES for part in rest)


def _is_housed(words: str) -> bool:
    """Whether a city and the house that keeps it stand first, a mark last: "Hull, University of Hull, U DX-18/2"."""
    parts = _bare_parts(words)
    is_house = len(parts) > _SHORTEST_HOUSED and is_place(parts[0]) and _HOUSES.search(parts[1])
    return bool(is_house and re.fullmatch(r"(?=.*\d)(?=.*[/-])[A-Z][\w./ -]*", parts[-1])) and "Press" not in words


def _names_collection(words: str) -> bool:
    """Whether an archive stands first and manuscripts behind it: "Library of Salt, Marl MSS., vol. XXIV"."""
    first, *rest = _bare_parts(words) or [""]
    return bool(repository().match(first) and rest and COLLECTION.match(rest[0]) and "MSS" in rest[0])


def _is_mark_alone(words: str, kept: dict[str, list[str]]) -> bool:
    """Whether an archive stands first and nothing of the rest says what the document is."""
    first = _first(words)
    is_archive = bool(SIGLUM.fullmatch(first) or repository().search(first))
    return is_archive and not kept["date"] and not any(is_document(part) for part in kept["title"])


def _bare_parts(words: str) -> list[str]:
    parts = [(begin, bare) for begin, stop in split_at_stops(words, ",;:") if (bare := _bare(words[begin:stop]))]
    return [part for _, part in _with_whole_marks(parts, words)]


def _placed(text: str, letter: Letter) -> Unprinted | None:
    """The letter with the place it lies in; None where prose or a printed work follows its day."""
    title = letter.title if letter.is_sent else clean_title(letter.title)
    fields = {"title": title} | ({"date": letter.date} if letter.date else {})
    if len(letter.sender.split()) > 1 and rate_people(letter.sender) >= _A_FULL_NAME:
        fields["author"] = format_people(letter.sender)
    if again := _AGAIN.match(text, letter.end):
        return Unprinted(fields, again.end(), None)
    if _LETTER_ENDS.match(text, letter.end):
        return Unprinted(fields, letter.end, None) if letter.is_sent else None
    end = _sentence_end(text, letter.end)
    place = text[letter.end : end]
    if letter.is_sent and _PROSE_BEHIND.match(place):
        return Unprinted(fields, letter.end, None)
    place = re.sub(r"^, in:?\s(?=[A-ZÀ-ÞĀ-Ž])", ", ", place)
    if not place.startswith(", ") or _PRINTED.search(place) or _PAGES.match(place):
        return None
    if not is_archival(place) and (letter.is_sent or len(place.split()) > _LONGEST_PLACE):
        return None
    if len(_SMALL_WORD.findall(place)) > _LONGEST_SERIES:
        return None
    parts = [part for begin, stop in split_at_stops(place, ",;") if (part := place[begin:stop].strip(" ,"))]
    *before, last = parts or [""]
    if before and SHEET.match(last):
        return Unprinted(fields | {"library": ", ".join(before)}, end, last)
    return Unprinted(fields | {"library": place.strip(" ,")}, end, None)


_QUOTED_PART = re.compile(r"(?P<title>[“\"][^“”\"]+[,.?!][”\"])\s(?=[A-Z\d])")


def _sorted(words: str, series_end: int) -> tuple[dict[str, list[str]], str | None]:
    """The parts between commas by what they are: title, date, archive; and the leaf."""
    parts = [
        (begin, _bare(words[begin:stop]))
        for begin, stop in split_at_stops(words, ",;:")
        if words[begin:stop].strip(" ,.:")
    ]
    kept: dict[str, list[str]] = {"title": [], "date": [], "archive": []}
    locator = None
    parts = _with_whole_dates(_parted_behind_quotations(_with_whole_marks(parts, words)))
    first = parts[0][1] if parts else ""
    has_document = bool(SIGLUM.fullmatch(first) or repository().search(first)) and any(
        begin and is_document(part) for begin, part in parts
    )
    last_mark = _last_mark(parts)
    for index, (begin, part) in enumerate(parts):
        sheet = SHEET.match(part)
        is_fond = index + 1 < len(parts) and parts[index + 1][1].startswith("op")
        if sheet and kept["archive"] and not is_fond:
            locator = sheet["sheet"]
            continue
        is_house = index == 1 and is_place(first) and _HOUSES.search(part) and not is_document(part)
        if (is_place(part) or is_house) and not kept["title"] and (kept["archive"] or (not begin and len(parts) > 1)):
            kept["archive"].append(part)
            continue
        if has_document and not kept["title"] and read_whole_date(part) is None:
            kept["title" if is_document(part) else "archive"].append(part)
            continue
        is_last = bool(kept["archive"]) and bool(kept["title"] or kept["date"])
        is_last = is_last or any(title.endswith(("”", '"')) for title in kept["title"])
        is_series = (0 < begin < series_end or 0 < begin <= last_mark) and len(part.split()) <= _LONGEST_SERIES
        kept[_kind_of(part, after_archive=is_last, is_series=is_series)].append(part)
    return kept, locator


def _last_mark(parts: list[tuple[int, str]]) -> int:
    """Where the last part with a shelf mark stands: behind an archive's name all before it are its series."""
    if not parts or not (SIGLUM.fullmatch(parts[0][1]) or repository().search(parts[0][1])):
        return 0
    if any(is_document(part) for _, part in parts[1:]):
        return 0
    return max((begin for begin, part in parts if _is_mark(part) and read_whole_date(part) is None), default=0)


def _is_mark(part: str) -> bool:
    return bool(SHELF_MARK.search(part) or WEAK_MARK.search(part) or NUMBER.search(part))


def _with_whole_marks(parts: list[tuple[int, str]], words: str) -> list[tuple[int, str]]:
    """The parts, "F. O. 5" and "8" of "F. O. 5: 8" made one again."""
    whole: list[tuple[int, str]] = []
    for begin, part in parts:
        if whole and re.match(r"\d", part) and re.search(r"\d:$", words[:begin]):
            whole[-1] = (whole[-1][0], f"{whole[-1][1]}: {part}")
        else:
            whole.append((begin, part))
    return whole


def _parted_behind_quotations(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The parts, “Memorandum for the Harbour,” and August 14 made two: the comma between them is in the quotation."""
    whole: list[tuple[int, str]] = []
    for begin, part in parts:
        quoted = _QUOTED_PART.match(part)
        if quoted:
            whole += [(begin, quoted["title"]), (begin + quoted.end(), part[quoted.end() :])]
        else:
            whole.append((begin, part))
    return whole


def _with_whole_dates(parts: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The parts, "March 3" and "1911" made one again."""
    whole: list[tuple[int, str]] = []
    for begin, part in parts:
        joined = f"{whole[-1][1]}, {part}" if whole and re.fullmatch(r"\d{4}", part) else ""
        date = read_full_date(joined, 0) if joined else None
        if date and date.end == len(joined):
            whole[-1] = (whole[-1][0], joined)
        else:
            whole.append((begin, part))
    return whole


def _bare(part: str) -> str:
    """A part without the separators around it; a last stop, as of "P.R.O.", is its own."""
    return part.strip(" ,:").lstrip(".")


def _sentence_end(text: str, start: int = 0) -> int:
    for found in _END.finditer(text, start):
        before = text[: found.start()]
        if _STOP_IN_DATE.search(text[: found.start() + 20], max(0, found.start() - 2)):
            continue
        if found.start() < len(text) and text[found.start()] == "." and _ABBREVIATED.search(before):
            continue
        is_manuscripts = bool(_MANUSCRIPTS_END.search(before)) and text[found.start() : found.start() + 1] == "."
        if is_manuscripts and re.match(r"\.\s(?!Cf)[A-ZÀ-ÞĀ-Ž][a-z]{0,5}\.", text[found.start() :]):
            continue  # "MS. Eng. hist. c. 12"
        return found.start() + is_manuscripts
    return len(text)


def read_whole_date(part: str) -> str | None:
    """The date that the whole of a part prints."""
    date = read_full_date(part, 0) or read_year(part, 0)
    return date.fields.get("date") if date and date.end == len(part) else None


def _kind_of(part: str, *, after_archive: bool, is_series: bool) -> str:
    if is_series:
        return "archive"
    if read_whole_date(part):
        return "date"
    if SIGLUM.fullmatch(part):
        return "archive"
    if (
        SHELF_MARK.search(part)
        or WEAK_MARK.search(part)
        or NUMBER.fullmatch(part)
        or repository().search(part)
        or after_archive
    ):
        return "archive"
    return "title"


def _first(words: str) -> str:
    return next(iter(_bare_parts(words)), "")


def _day_of(dates: list[str]) -> dict[str, str]:
    date = read_full_date(dates[0], 0) or read_year(dates[0], 0) if dates else None
    return {"date": date.fields["date"]} if date and "date" in date.fields else {}


def _fields(kept: dict[str, list[str]]) -> dict[str, str]:
    title = clean_title(", ".join(kept["title"]))
    fields = {"title": title, "library": ", ".join(kept["archive"])}
    fields |= _day_of(kept["date"])
    if not kept["date"]:
        inside = re.search(
            r"(?:,\s|\s(?:vom\s|du\s|del\s|of\s)?)(?=[0-3]?\d\.?\s(?:de\s)?[A-Za-zäéû]+\s(?:de\s)?\d{4}$)", title
        )
        date = read_full_date(title, inside.end()) if inside else None
        if inside and date:
            fields |= {"title": title[: inside.start()], "date": date.fields["date"]}
    first, _, rest = title.partition(", ")
    is_signed = rate_people(first) >= (0.5 if rest[:1] in {"“", '"'} else 0.85)
    if rest and (is_signed or (is_corporate(first) and len(first.split()) <= _LONGEST_SERIES)):
        fields |= {"author": format_people(first), "title": clean_title(rest)}
    return fields
