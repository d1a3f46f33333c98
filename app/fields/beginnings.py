"""A spot behind a citation's title in, the piece with which its tail begins there out, if it does."""

from __future__ import annotations

import re
from collections.abc import Callable

from app.fields.bluebook import read_journal_by_year, read_page_before_bracket
from app.fields.dates import read_full_date, read_year
from app.fields.identifiers import read_accessed, read_address
from app.fields.imprints import read_bracket, read_thesis
from app.fields.kinds import has_word
from app.fields.law_journals import read_journal_before_year
from app.fields.pages import Pages, read_pages
from app.fields.pieces import Piece
from app.fields.places import is_place
from app.fields.spots import Spot
from app.fields.volumes import read_bare_volume, read_edition, read_labelled_number, read_labelled_volume

_REPRODUCED = re.compile(
    r"(?P<note>[Rr](?:eproduced|eprinted|epublished)\s(?:by|in|from)\s[^,;:()]+?)(?=,|\.\s|\.?$|\s\()"
)
_PAPER_EDITION = re.compile(
    r"(?:(?:late|early|final|first|national|evening|morning|city|Sunday|international)\s){1,2}(?:ed(?:ition|n|\.))"
    r"|\((?:Abend|Morgen|Mittag|Früh|Sonntag|Abendblatt|Morgenblatt|Erste|Zweite)\w*(?:\s\w+)?\)|(?:Abend|Morgen|Mittag|Früh)-?(?:ausgabe|ausg\.|blatt)"
    r"|sec(?:tion|t\.|\.)\s(?:[A-Z]\b|\d+)|film\b|DVD\b|VHS\b|video(?:cassette)?\b|\d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)?|\d+\smin\b\.?",
    re.IGNORECASE,
)
_FILM = re.compile(r"film|DVD|VHS|video", re.IGNORECASE)
_PART = re.compile(
    r"\b(?:Abt\.|Abteilung|Reihe|Halbbd\.|Halbband|[Vv]olume|[Vv]ol\.|[Pp]art|[Bb]ook|Band|Teil|Tome|Tomo|Livre|No\.|[Ss]er(?:\.|ies)|[Ss]érie|[Ss]erie|\bs\.|s[ée]cs?\.|séculos?|siglos?|secol[oi]|siècles?|saec\.)$"
)
# "Northern Hist. Rev., 2nd ser. ii (1949)"
_SERIES_BEFORE = re.compile(r"(?:\d(?:st|nd|rd|th|d|\.)|third|second|new|n\.)\s(?:[Ss]er(?:\.|ies)|s\.)$")
# "(London: Tern, 1980), 2:33" ends a book, it begins no review's numbers.
_IMPRINT_BEFORE = re.compile(r"\([^()]{2,60}:\s[^()]{2,60},\s(?:1[5-9]|20)\d\d(?:[-–]\d+)?\),\s$")
_CITY_BEFORE = re.compile(r"(?P<city>[A-ZÀ-ÞĀ-Ž][\w’'-]+)\s$")
_SERIES_OF_REVIEW = re.compile(r"[Ss]\.\s[IVX]{1,4},\s(?:[IVXLC]+|\d+)\b")
_NEWSPAPER_PAGE = re.compile(r"[A-Z]{1,2}\d+,\s")
_SENTENCE_END = re.compile(r"[.;](?=\s+[A-ZÀ-ÞĀ-Ž‘“])|$")
# "Annual Report for 1896": of which year it tells
_FOR_A_YEAR = re.compile(r"\s(?:for|für|pour|para|per\sil|auf\sdas\sJahr|für\sdas\sJahr)\s$")
_ENDS = re.compile(r"\s*(?:$|[.;)\]])")
# "Correspondence respecting Salt, Cd. 5635 (London, 1911)"
_COMMAND_PAPER = re.compile(r"\[?(?P<number>(?:C|Cd|Cmd|Cmnd|Cm)\.?\s\[?\d{3,5}(?:-[IVX]+)?)\]?(?=\s*(?:[,;.)(]|$))")
# "Report on Gaols, PP 1819 (579), VII": the sessional papers of Parliament.
_SESSIONAL = re.compile(
    r"(?P<papers>PP|P\.\s?P\.|Parl\.\sPapers|Parliamentary\sPapers|BPP|B\.P\.P\.),?\s(?:H\.?C\.?,?\s)?(?P<date>1[78]\d\d(?:[-–/]\d\d)?)"
    r"(?:,?\s[(\[](?P<number>[\w.:/ -]{1,14})[)\]])?(?:,?\s(?P<volume>[IVXLC]+|[ivxlc]+)\b\.?)?"
)
# "‘Eighth Report on Salt’ (1980) UN Doc A/CN.4/318/Add.5-7, para 5"
_DOCUMENT = re.compile(
    r"(?P<number>(?:UN|U\.N\.|LoN|OAS|WTO|IMO|IAEA|ILO|CoE|EU|ICC|OECD)\sDocs?\.?\s[A-Z][\w()./-]*\d[\w./-]*\w|COM\s?\(\d{4}\)\s\d+(?:\sfinal)?)"
)
_LONGEST_NAME = 7
_LONGEST_LABEL = 12


def read_anywhere(spot: Spot) -> Piece | None:
    """What can begin a tail and go on with it alike: brackets, dates, addresses, labelled numbers, a thesis."""
    text, pos = spot.text, spot.pos
    if spot.char in "([":
        return read_bracket(spot.scanned, pos) or _read_paper_edition(spot)
    return (
        read_full_date(text, pos)
        or read_address(text, pos)
        or read_accessed(text, pos)
        or read_labelled_number(text, pos)
        or _read_command_paper(spot)
        or _read_reproduced(spot)
        or _read_paper_edition(spot)
        or read_journal_before_year(spot)
        or read_journal_by_year(spot)
        or read_thesis_piece(spot)
    )


def _read_command_paper(spot: Spot) -> Piece | None:
    if spot.is_separated and (session := _SESSIONAL.match(spot.text, spot.pos)):
        fields = session.groupdict() | {"title": "" if spot.pos else session["papers"]}
        fields = {name: value for name, value in fields.items() if value and name != "papers"}
        return Piece("command-paper", spot.pos, session.end(), fields, 6)
    found = _COMMAND_PAPER.match(spot.text, spot.pos) if spot.is_separated else None
    found = found or (
        _DOCUMENT.match(spot.text, spot.pos) if spot.titled and "number" not in spot.tail.fields else None
    )
    return Piece("command-paper", spot.pos, found.end(), {"number": found["number"]}, 4) if found else None


def read_beginning(spot: Spot) -> Piece | Pages | None:
    """The piece with which a tail begins at the spot, None where the title goes on."""
    for reader in _BEGINNINGS:
        if piece := reader(spot):
            return piece
    return None


def read_thesis_piece(spot: Spot) -> Piece | None:
    """A thesis behind a separator: "PhD diss., University of Hull, 1999"."""
    if not re.search(r"[,.’”»\"]\s*$", spot.text[: spot.pos]):
        return None
    stop = _SENTENCE_END.search(spot.text, min(spot.pos + _LONGEST_LABEL, len(spot.text)))
    words = spot.text[spot.pos : stop.start() if stop else len(spot.text)]
    year = re.search(r"(?:1[89]|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\b", words)
    words = words[: year.end()] if year else words
    fields = read_thesis(words)
    if not fields or not (year or "institution" in fields):
        return None
    end = spot.pos + len(words.rstrip(" ,"))
    if words.count("(") > words.count(")") and spot.text[end : end + 1] == ")":
        end += 1
    fields = {name: value.rstrip(" (,") for name, value in fields.items()}
    return Piece("thesis", spot.pos, end, fields, 8)


def _read_paper_edition(spot: Spot) -> Piece | None:
    found = _PAPER_EDITION.match(spot.text, spot.pos) if spot.tail.pieces else None
    kind = "film" if found and _FILM.match(found.group()) else "paper-edition"
    return Piece(kind, spot.pos, found.end(), weight=0) if found else None


def _read_reproduced(spot: Spot) -> Piece | None:
    found = _REPRODUCED.match(spot.text, spot.pos)
    return Piece("note", spot.pos, found.end(), {"note": found["note"].strip()}, 3) if found else None


def _read_volume(spot: Spot) -> Piece | None:
    """A bare volume; an unquoted title may end in a number ("Pier 22 (1961)"), a journal stands behind a separator."""
    volume = read_bare_volume(spot.text, spot.pos)
    if volume and _IMPRINT_BEFORE.search(spot.text[: spot.pos]):
        return None
    if not volume or _is_part_of_title(spot) or _is_of_university(spot):
        return None
    before = spot.text[: spot.pos - 1]
    is_sole = not re.search(r"[,.?!]\s", before) and not (
        has_word(before, "journal_words") and len(before.split()) <= _LONGEST_NAME
    )
    return None if is_sole and not (volume.kind == "issue-of-year" or spot.is_separated or spot.titled) else volume


def _is_part_of_title(spot: Spot) -> bool:
    """Whether a number or letter belongs to the words before it: "Salt and Iron: Volume III", "Plan B"."""
    before = spot.text[: spot.pos].rstrip()
    if _PART.search(before):
        return not _SERIES_BEFORE.search(before)
    return not spot.titled and not spot.is_separated and bool(re.match(r"[IVXLC]\b", spot.text[spot.pos :]))


def _is_of_university(spot: Spot) -> bool:
    """Whether it is the number of "Université de Lille III", "Paris X"."""
    city = _CITY_BEFORE.search(spot.text[max(0, spot.pos - 40) : spot.pos])
    return bool(city and re.match(r"[IVX]+\b", spot.text[spot.pos :]) and is_place(city["city"]))


def _read_labelled(spot: Spot) -> Piece | Pages | None:
    if not spot.is_separated:
        return None
    text, pos = spot.text, spot.pos
    if _SERIES_OF_REVIEW.match(text, pos):
        return None
    piece = read_labelled_volume(text, pos) or read_edition(text, pos) or read_pages(text, pos, bare=False)
    if piece is None and _NEWSPAPER_PAGE.match(text, pos):
        return read_pages(text, pos, bare=True)
    return piece


def _read_volume_behind_journal(spot: Spot) -> Piece | None:
    """Read "Studi adriatici vol. 3", but not "Salt and Iron: vol. 3"."""
    before = spot.text[max(0, spot.pos - 2) : spot.pos]
    return read_labelled_volume(spot.text, spot.pos) if before[-1:] == " " and before[0] != ":" else None


def _read_year(spot: Spot) -> Piece | None:
    if _FOR_A_YEAR.search(spot.text, max(0, spot.pos - _LONGEST_LABEL), spot.pos):
        return None
    year = read_year(spot.text, spot.pos)
    if not year or not spot.known.get("date"):
        return year
    is_again = spot.known["date"] == year.fields.get("date") and _ENDS.match(spot.text, year.end)
    return year if is_again else None


def _read_pages_of_dated(spot: Spot) -> Pages | None:
    """A range at the very end where the date stands behind the people: "in: Puertos, Madrid, 33-60"."""
    pages = read_pages(spot.text, spot.pos, bare=True) if spot.known and spot.is_separated else None
    return pages if pages and pages.is_range and _ENDS.match(spot.text, pages.end) else None


_BEGINNINGS: tuple[Callable[[Spot], Piece | Pages | None], ...] = (
    read_anywhere,
    read_page_before_bracket,
    _read_volume,
    _read_labelled,
    _read_volume_behind_journal,
    _read_year,
    _read_pages_of_dated,
)
