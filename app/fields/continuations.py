"""A spot inside a citation's tail in, the piece with which the tail goes on out, if it does."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.fields.beginnings import read_anywhere, read_thesis_piece
from app.fields.dates import read_full_date, read_year
from app.fields.identifiers import read_accessed, read_address, read_address_fragment
from app.fields.imprints import read_bracket
from app.fields.kinds import has_word, is_day
from app.fields.law_journals import read_german_law_pages, read_journal_after_year
from app.fields.pages import Pages, read_pages
from app.fields.peeling import peel
from app.fields.pieces import Piece
from app.fields.places import is_place, is_publisher, split_imprint
from app.fields.spots import Spot
from app.fields.volumes import TOTAL_VOLUMES, read_bare_volume, read_edition, read_labelled_number, read_labelled_volume

_AT_IN_BRACKET = re.compile(r"\((?!(?:1[5-9]|20)\d\d\))(?P<at>\d+(?:\s?[-–]\s?\d+)?(?:\sff?\.)?)\)")
_FIRST_PRINTED = re.compile(
    r"[(\[](?:1(?:re|ère|st|ª|a)\s[ée]d\w*\.?|ed\.\sor\.|éd\.\sor\w*\.|orig\.|zuerst|erstmals|first\s(?:published|ed\.?)|ed\.\sorig\.)"
    r"[^()\d]{0,140}(?P<year>1[4-9]\d\d|20\d\d)[)\]]"
)
# "1932, rééd. 1970", "1973 (2., durchges. Aufl. 1978)", "1986 (éd. angl., La Haye, 1976)": what is cited stands first.
_PRINTING = r"(?:[ée]d|Aufl|trad|trans|rééd|réimpr|repr|reimpr|reed|rist|Nachdr|Neudr|ND)(?:\b\.?|\w+\.?)"
_LATER_PRINTED = re.compile(
    rf"(?:(?:nouv\.|nueva|new|nuova)\s)?{_PRINTING},?\s(?:[A-ZÀ-ÞĀ-Ž][\w-]+,?\s|«[^«»]{{3,40}}»,\s)?(?:1[5-9]|20)\d\d\b"
    r"|(?:poi|ora|now|jetzt)\s[A-ZÀ-ÞĀ-Ž][\w-]+(?:,\s[A-ZÀ-ÞĀ-Ž][^,;.()]{2,30})?,?\s(?:1[5-9]|20)\d\d\b"
    r"|\((?:Studien|Sonder|Taschenbuch|Jubiläums|Volks|Original|Lizenz)ausgabe\)|\((?:Nachdruck|Neudruck|Reprint|reprint|paperback)\)"
    r"|\((?:(?:frz|franz|engl|amerik|ital|span|russ|dt)\.\s)?(?:Orig|Original|Originalausgabe|Erstausgabe|Erstaufl)\b\.?:?\s?[^()]{0,50}\d{4}\)"
    rf"|[(\[][^()\[\]]{{0,40}}\b{_PRINTING}[^()\[\]]{{0,60}}?\d{{4}}[^()\[\]]{{0,20}}[)\]]",
    re.IGNORECASE,
)
# "(London, 1757), s.v. ‘Coals’": where in a dictionary.
_HEADWORD = re.compile(r"s\.\s?vv?\.\s(?:‘[^‘’]+’|'[^']+'|“[^“”]+”|\"[^\"]+\"|«[^«»]+»|„[^„“]+“|[A-ZÀ-ÞĀ-Ž][\w-]+)")
_YEAR_ALONE = re.compile(r"\((?P<year>1[4-9]\d\d|20\d\d)\)")
_TYPED = re.compile(
    r"[(\[](?:masch\w*|ms|MS|dactyl\w*|typescript|unveröff\w*|unpubl\w*|inédit\w*|mimeo\w*)\.?(?:\s\w+\.?)?[)\]]"
)
# "Göttingen 1973 (= Hafenstudien, Bd. 9), S. 54"
_SERIES_BEHIND = re.compile(
    r"\(\s?=\s?(?P<series>[^()=]{4,160}?),?\s(?:(?:Bd|Bde|Nr|H|No|vol|n°)\.\s?|Band\s|Heft\s)?(?P<number>[A-Z]?\s?\d+(?:[/.-]\d+)?|[IVXLC]+)\)"
    r"|\(\s?=\s?(?P<unnumbered>[^()=]{4,160})\)"
    r"|\((?P<series2>[A-ZÀ-ÞĀ-Ž][^()=]{8,160}?),?\s(?:Bd|Bde|Nr|H|Heft|vol|n°)\.?\s?(?P<number2>\d+(?:[/.-]\d+)?|[IVXLC]+)\)"
    r"|\((?P<series3>[A-ZÀ-ÞĀ-Ž][^()=,;:.\d]{6,100}?)\s(?P<number3>(?!(?:1[4-9]|20)\d\d\b)\d{1,4})\)"
)
_NUMBERED_SERIES = re.compile(
    r"\((?P<series>[A-ZÀ-ÞĀ-Ž][^(),.]{3,60}?)[,;]\s(?:v\.\s?|n\.\s?|vol\.\s?)?(?P<number>\d{1,4})\)"
)
_TOTAL = re.compile(r"(?P<total>\d{2,4})\s(?:pp|p|S|Seiten|pages|pag|pgs|págs)\b\.?")
_FORMAT = re.compile(
    r"in-(?:\d{1,2}|fol(?:io)?)(?:[°º]|\.(?=[,;]))?(?=[,;.]|$)|(?:in-)?(?:octavo|quarto|folio|8vo|4to|fol\.)(?=,)"
)
_SECTION = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:\s[\w&’'-]+){0,3}(?=,\s(?:p|pág)\.\s?[A-Z]?-?\d)")
_NUMBER_BEFORE_PAGES = re.compile(r"(?P<number>\d{1,3}(?:[-–/]\d{1,3})?),\s(?:pp?|S)\.\s\d")
_BOOK_VOLUME = re.compile(r"(?P<volume>[IVX]+|[ivx]+|\d)(?=,\s(?:pp?|S|págs?)\.\s|\.\s\d)")
# "(Hull, 1904), V. 97-115" and "(3 vols.; Hull, 1921-23), III, 90": capitals are the volume, no label.
_ROMAN_VOLUME = re.compile(r"(?P<volume>[IVXLC]+)(?=\.\s\d|,\s\d+(?!\d*\s?:))")
_VOLUME_OF_SET = re.compile(
    r"(?P<volume>[IVXLC]+|\d{1,2})(?::\s(?P<title>[A-ZÀ-ÞĀ-Ž\d][^();]{2,120}?))?(?:,\s(?:ed|trans)\.\sby\s[^();]{3,100}?)?\s\((?:1[5-9]|20)\d\d\)(?=,\s)"
)
_BOOK_AND_LINES = re.compile(r"[IVXLC]+\.\s\d+(?:\.\s?\d+)*(?:[-–]\d+)?(?=\s*(?:[.;,)]|$))")
# "XIV, Part II, 467": the part belongs to the volume, and together they are the place.
_VOLUME_PART_PAGE = re.compile(
    r"(?:[IVXLC]+|\d{1,2}),\s(?:[Pp]art|[Pp]t\.|Teil|T\.|Abt\.|partie)\s(?:[IVX]+|\d),\s(?:pp?\.\s|S\.\s)?\d+(?:[-–]\d+)?"
)
_VOLUME_AND_PAGE = re.compile(
    r"(?P<volume>\d{1,2}):\s?(?P<page>\d+(?:\s?[-–]\s?\d+)?(?:[,;]\s(?:\d{1,2}:\s?)?\d+(?:[-–]\d+)?)*)(?:\s?(?:ff?|sqq?|ss|n)\b\.?)?(?=\s*(?:[.;,)]|$|[(\[]here(?:after|inafter)))"
)
# MHRA's "1.23–25": chapter and line
_CHAPTER_AND_LINE = re.compile(r"\d{1,3}(?:\.\d{1,4}){1,2}(?:[-–]\d+(?:\.\d+)?)?(?=\s*(?:[;,)]|\.(?!\d)|$))")
_PLACES_IN_SETS = (_VOLUME_PART_PAGE, _VOLUME_AND_PAGE, _CHAPTER_AND_LINE)
_PLACE_AND_HOUSE = re.compile(
    r"(?P<place>[A-ZÀ-ÞĀ-Ž][^\d:.()]{1,40}?):\s(?P<house>[A-ZÀ-ÞĀ-Ž][^:.()\d]{2,60}?)(?=\.(?:\s|$)|$)"
)
_IMPRINT_AND_YEAR = re.compile(
    r"(?P<imprint>[A-ZÀ-ÞĀ-Ž][^\d;()“”«»„]{2,80}?),?\s(?P<year>(?:1[5-9]|20)\d\d)(?=\s*(?:[.;,)]|$))"
)
_ROMAN_BEFORE = re.compile(r"(?<!\w)(?:[IVXLC]+|[ivxlc]+)$")
_PAGE_BEFORE_YEAR = re.compile(r"(?:1[4-9]|20)\d\d(?:[-–]\d+)?\s\((?:[\w. ]+\s)?(?:1[5-9]|20)\d\d\)")
_FIRST_AND_PAGE = re.compile(r"(?P<first>\d+),\s\d+(?:[-–]\d+)?\s\(")
_HOST = re.compile(r"(?P<host>[A-ZÀ-ÞĀ-Ž][^,;.()]{5,80}),\s(?=https?:|www\.|accessed\s|\()")
_LABELLED_PAGES = re.compile(r"pp?\.\s?\d|S\.\s?\d|[Pp]ages?\s\d")
_PROSE_BEHIND = re.compile(r"\s(?!years|vols|volumes|pages|million)[a-z]{2,}")
_ENDS_PAGES = re.compile(r"\s*(?:$|[.,;:)\]’”(\[<]|\sat\s)")
_NO_PAGES_BEHIND = {"url", "accessed", "doi", "fragment", "note", "alias"}
_BEFORE_FRAGMENT = {"url", "date", "fragment", "number", "pages", "imprint", "volume"}


def read_continuation(spot: Spot) -> Piece | Pages | None:
    """The next piece of the tail; behind a full stop or semicolon only what can begin nothing else belongs to it."""
    # "vol. I., pt. II.": the stop behind a Roman figure is the old manner's, the comma counts.
    is_numeral = spot.gap.startswith(".,") and spot.text[spot.tail.end - 1] in "IVXLCivxlc"
    readers = _AFTER_STOP if {";", "."} & set(spot.gap) and not is_numeral else _CONTINUATIONS
    for reader in readers:
        if piece := reader(spot):
            return piece
    return None


def _read_first_year(spot: Spot) -> Piece | None:
    """Bluebook: "(rev. ed. 1999) (1971)", the later edition and in a bracket of its own the first."""
    found = _YEAR_ALONE.match(spot.text, spot.pos) if spot.is_behind_bracket and "date" in spot.tail.fields else None
    if not found or found["year"] >= spot.tail.fields["date"][:4]:
        return None
    return Piece("origin", spot.pos, found.end(), {"origdate": found["year"]}, 1)


def _read_later_printing(spot: Spot) -> Piece | None:
    is_dated = "date" in spot.tail.fields and spot.last in {"date", "imprint", "total", "volume"}
    if not is_dated or _FIRST_PRINTED.match(spot.text, spot.pos):
        return None
    found = _LATER_PRINTED.match(spot.text, spot.pos)
    return Piece("later-printing", spot.pos, found.end(), weight=0) if found and _is_imprinted(spot) else None


def _is_imprinted(spot: Spot) -> bool:
    """Whether an imprint stands before the bracket, unlike that of "Salt, 1890-1902 (2d ed.; Hull, 1951)"."""
    if {"location", "publisher"} & spot.tail.fields.keys():
        return True
    before = spot.text[: spot.tail.start]
    imprint = "place" if before[-1:] == " " and before[-2:-1] not in {",", ";", ":"} else "year"
    return bool({"location", "publisher"} & peel(before.strip(" ,("), imprint=imprint)[1].keys())


def _read_series(spot: Spot) -> Piece | None:
    """German series behind the imprint: "(= Hafenstudien, Bd. 9)"."""
    found = _SERIES_BEHIND.match(spot.text, spot.pos) if spot.last in {"date", "imprint"} else None
    if not found:
        return None
    named = {"series": found["series"] or found["unnumbered"] or found["series2"] or found["series3"]}
    named["number"] = found["number"] or found["number2"] or found["number3"]
    return Piece("series", spot.pos, found.end(), {name: value.strip() for name, value in named.items() if value}, 5)


def _read_bracket(spot: Spot) -> Piece | None:
    if spot.char not in "([":
        return None
    if first := _FIRST_PRINTED.match(spot.text, spot.pos):
        return Piece("origin", spot.pos, first.end(), {"origdate": first["year"]}, 1)
    typed = _TYPED.match(spot.text, spot.pos)
    if typed:
        return Piece("typed", spot.pos, typed.end(), weight=0)
    inside = _AT_IN_BRACKET.match(spot.text, spot.pos) if spot.last in {"pages", "law-journal"} else None
    if inside:
        return Piece("page-in-bracket", spot.pos, inside.end(), {"locator": inside["at"]}, 1)
    return read_bracket(spot.scanned, spot.pos)


def _read_volume(spot: Spot) -> Piece | None:
    is_known = {"date", "volume", "number"} & spot.tail.fields.keys()
    return None if is_known else read_bare_volume(spot.text, spot.pos)


def _read_headword(spot: Spot) -> Pages | None:
    found = _HEADWORD.match(spot.text, spot.pos)
    return Pages(found.end(), found.group(), is_labelled=True, is_at=True) if found else None


def _read_labelled(spot: Spot) -> Piece | Pages | None:
    text, pos = spot.text, spot.pos
    return read_labelled_volume(text, pos) or read_edition(text, pos) or read_pages(text, pos, bare=False)


def _read_year(spot: Spot) -> Piece | None:
    is_page = spot.last in {"law-journal", "extent"} and _PAGE_BEFORE_YEAR.match(spot.text, spot.pos)
    return read_year(spot.text, spot.pos) if spot.is_undated and not is_page else None


def _read_total(spot: Spot) -> Piece | None:
    if volumes := TOTAL_VOLUMES.match(spot.text, spot.pos):
        return Piece("total", spot.pos, volumes.end(), {"volumes": volumes["count"]})
    found = _TOTAL.match(spot.text, spot.pos)
    return Piece("total", spot.pos, found.end(), {"pagetotal": found["total"]}) if found else None


def _read_format(spot: Spot) -> Piece | None:
    """The size of an old book: "s.l.n.d., in-8°, p. 14"."""
    found = _FORMAT.match(spot.text, spot.pos) if "," in spot.gap else None
    return Piece("format", spot.pos, found.end(), weight=0) if found else None


def _read_number_before_pages(spot: Spot) -> Piece | None:
    """In "XII (1998), 2-3, pp. 5-20", the number between the volume and the pages."""
    if not {"volume", "date"} <= spot.tail.fields.keys():
        return None
    found = _NUMBER_BEFORE_PAGES.match(spot.text, spot.pos)
    return Piece("number", spot.pos, found.end("number"), {"number": found["number"]}, 2) if found else None


def _read_book_volume(spot: Spot) -> Piece | None:
    """MHRA and Italian books: "(Manchester: Loom Press, 1970), II, pp. 55–80"."""
    found = _BOOK_VOLUME.match(spot.text, spot.pos) if spot.last in {"imprint", "date"} else None
    return Piece("book-volume", spot.pos, found.end(), {"volume": found["volume"]}, 2) if found else None


def _read_volume_of_set(spot: Spot) -> Piece | None:
    """MHRA: "23 vols (Leeds: Tern, 1958–), III: The Weaver, ed. by J. Ash (1969), pp. 12–15"."""
    found = _VOLUME_OF_SET.match(spot.text, spot.pos) if spot.last == "imprint" and spot.is_behind_bracket else None
    if not found or "volume" in spot.tail.fields:
        return None
    addon = {"titleaddon": found["title"].strip()} if found["title"] else {}
    return Piece("book-volume", spot.pos, found.end(), {"volume": found["volume"]} | addon, 2)


def _read_roman_volume(spot: Spot) -> Piece | Pages | None:
    if spot.last not in {"imprint", "date"} or not spot.is_behind_bracket:
        return None
    lines = _BOOK_AND_LINES.match(spot.text, spot.pos)
    if lines and "publisher" in spot.tail.fields and "volumes" not in spot.tail.fields:
        return Pages(lines.end(), lines.group(), is_labelled=True, is_at=True)  # Milton's "IX. 1–5"
    found = _ROMAN_VOLUME.match(spot.text, spot.pos)
    return Piece("book-volume", spot.pos, found.end(), {"volume": found["volume"]}, 2) if found else None


def _read_volume_and_page(spot: Spot) -> Piece | Pages | None:
    """Chicago's "(London: Tern, 1980), 2:33": of a work in volumes the whole is the place pointed at.

    The volume of a chapter's book may be named before; then what follows the colon are pages.
    """
    is_behind = spot.last in {"imprint", "date"} and spot.is_behind_bracket and "," in spot.gap
    found = None
    if is_behind:
        found = next(filter(None, (shape.match(spot.text, spot.pos) for shape in _PLACES_IN_SETS)), None)
    return Pages(found.end(), found.group(), is_labelled=True, is_at=True) if found else None


def _read_bare_pages(spot: Spot) -> Pages | None:
    is_near = {",", ":"} & set(spot.gap) or spot.last in {"imprint", "law-journal", "date", "thesis"}
    if not is_near or spot.last in _NO_PAGES_BEHIND:
        return None
    pages = read_pages(spot.text, spot.pos, bare=True)
    if not pages:
        return None
    if not _ends_pages(spot.text, pages.end) and not (
        spot.is_behind_bracket and _PROSE_BEHIND.match(spot.text, pages.end)
    ):
        return None
    is_glued = not {",", ":"} & set(spot.gap) and spot.last == "date" and not spot.is_behind_bracket
    return None if is_glued else pages


def _ends_pages(text: str, pos: int) -> bool:
    return text[pos - 1] == "." or bool(_ENDS_PAGES.match(text, pos))


def _read_host(spot: Spot) -> Piece | None:
    """The archive or site that shows a broadcast or page, between its day and its address."""
    found = _HOST.match(spot.text, spot.pos) if spot.last == "date" and "," in spot.gap else None
    is_host = bool(found) and has_word(found["host"] if found else "", "organisation_words")
    return Piece("host", spot.pos, found.end(), {"organization": found["host"]}, 2) if found and is_host else None


def _read_fragment(spot: Spot) -> Piece | None:
    return read_address_fragment(spot.text, spot.pos) if spot.last in _BEFORE_FRAGMENT else None


def _read_bracket_after_stop(spot: Spot) -> Piece | None:
    if series := _read_numbered_series(spot):
        return series
    bracket = read_bracket(spot.scanned, spot.pos) if spot.char in "([" else None
    return bracket if bracket and bracket.kind in {"accessed", "imprint"} else None


def _read_numbered_series(spot: Spot) -> Piece | None:
    """Brazilian series: "São Paulo: Ática, 1982. (Ensaios, 83). p. 22"."""
    found = _NUMBERED_SERIES.match(spot.text, spot.pos) if spot.last in {"date", "imprint", "pages"} else None
    named = {"series": found["series"], "number": found["number"]} if found else {}
    return Piece("series", spot.pos, found.end(), named, 3) if found else None


def _read_thesis_after_stop(spot: Spot) -> Piece | None:
    """Brazilian theses: "1997. Tese (Doutorado em História) – Universidade de Campinas, Campinas, 1997"."""
    return read_thesis_piece(spot) if spot.last == "date" and spot.gap == ". " else None


def _read_date_after_stop(spot: Spot) -> Piece | None:
    return read_full_date(spot.text, spot.pos) if spot.is_undated else None


def _read_address_after_stop(spot: Spot) -> Piece | None:
    return read_accessed(spot.text, spot.pos) or read_address(spot.text, spot.pos)


def _read_imprint_after_stop(spot: Spot) -> Piece | None:
    """APA's "(2nd ed.). London: Tern." where the year stands behind the people."""
    found = _PLACE_AND_HOUSE.match(spot.text, spot.pos) if "date" in spot.known and spot.gap == ". " else None
    if not found or spot.tail.fields.keys() & {"location", "publisher", "url"} or "pages" in spot.tail.pieces:
        return None
    fields = {"location": found["place"].strip(), "publisher": found["house"].strip()}
    return Piece("imprint", spot.pos, found.end(), fields, 8)


def _read_imprint_after_pages(spot: Spot) -> Piece | None:
    """German and technical chapters: "S. 5–20. Leipzig: Hirzel, 1990", "pp. 5-20, München 2000"."""
    is_behind_volume = spot.last == "volume" and spot.gap == ". " and "number" not in spot.tail.fields
    is_next = (spot.last == "pages" and "volume" not in spot.tail.fields) or is_behind_volume
    found = _IMPRINT_AND_YEAR.match(spot.text, spot.pos) if is_next and spot.is_undated else None
    if not found or spot.tail.fields.keys() & {"location", "publisher", "number"}:
        return None
    imprint = split_imprint(found["imprint"])
    if not imprint or not (is_place(imprint.get("location", "")) or is_publisher(imprint.get("publisher", ""))):
        return None
    return Piece("imprint", spot.pos, found.end(), imprint | {"date": found["year"]}, 8)


def _read_volume_after_year(spot: Spot) -> Piece | None:
    """Medical journals: "1998;12(3):5-20"."""
    is_next = spot.tail.pieces == ["date"] and spot.gap.strip() == ";"
    return read_bare_volume(spot.text, spot.pos) if is_next else None


def _read_year_after_volume(spot: Spot) -> Piece | None:
    """German reviews: "ZfK 8. 1982, S. 415"."""
    return read_year(spot.text, spot.pos) if spot.last == "volume" and spot.gap == ". " and spot.is_undated else None


def _read_number_after_stop(spot: Spot) -> Piece | None:
    """Russian journals: "1975. № 3. S. 44–50"."""
    is_next = spot.last in {"date", "volume"} and spot.gap == ". "
    return read_labelled_number(spot.text, spot.pos) if is_next else None


def _read_labelled_volume_after_stop(spot: Spot) -> Piece | None:
    """Brazilian books: "São Paulo: Difel, 1985. t. 2, v. 5, p. 12"."""
    is_next = spot.last == "date" and spot.gap == ". " and not {"volume", "journaltitle"} & spot.tail.fields.keys()
    return read_labelled_volume(spot.text, spot.pos) if is_next and spot.char in "vt" else None


def _read_section_after_stop(spot: Spot) -> Piece | None:
    """Brazilian newspapers: "São Paulo, 12 maio 2001. Ilustrada, p. E4"."""
    is_next = spot.last == "date" and spot.gap == ". " and is_day(spot.tail.fields.get("date", ""))
    found = _SECTION.match(spot.text, spot.pos) if is_next else None
    return Piece("paper-edition", spot.pos, found.end(), weight=0) if found else None


def _read_pages_after_stop(spot: Spot) -> Pages | None:
    if spot.tail.pages or not _LABELLED_PAGES.match(spot.text, spot.pos):
        return None
    return read_pages(spot.text, spot.pos, bare=False)


def _read_pages_of_roman_volume(spot: Spot) -> Pages | None:
    """The pages of "(Hull, 1871), I. 204" and of "XXVI. 318, 331 (1911)", where 318 is the first page."""
    if spot.last not in {"volume", "book-volume"} or spot.gap != ". ":
        return None
    pages = read_pages(spot.text, spot.pos, bare=True) if _ROMAN_BEFORE.search(spot.text[: spot.tail.end]) else None
    if not pages or not _ends_pages(spot.text, pages.end):
        return None
    first = _FIRST_AND_PAGE.match(spot.text, spot.pos) if spot.is_undated else None
    return Pages(first.end("first"), first["first"], is_labelled=False) if first else pages


_CONTINUATIONS: tuple[Callable[[Spot], Piece | Pages | None], ...] = (
    _read_first_year,
    _read_later_printing,
    _read_series,
    _read_bracket,
    _read_volume_and_page,
    _read_volume_of_set,
    _read_roman_volume,
    read_journal_after_year,
    read_german_law_pages,
    _read_headword,
    _read_volume,
    read_anywhere,
    _read_labelled,
    _read_year,
    _read_total,
    _read_format,
    _read_number_before_pages,
    _read_book_volume,
    _read_bare_pages,
    _read_imprint_after_pages,
    _read_host,
    _read_fragment,
)
_AFTER_STOP: tuple[Callable[[Spot], Piece | Pages | None], ...] = (
    _read_bracket_after_stop,
    _read_thesis_after_stop,
    _read_date_after_stop,
    _read_imprint_after_stop,
    _read_imprint_after_pages,
    _read_address_after_stop,
    _read_volume_after_year,
    _read_pages_of_roman_volume,
    _read_labelled_volume_after_stop,
    _read_section_after_stop,
    _read_number_after_stop,
    _read_year_after_volume,
    _read_pages_after_stop,
)
