"""Words at a place of a citation in, volume, number and edition out."""

from __future__ import annotations

import re

from app.fields.dates import read_full_date
from app.fields.pieces import Piece

_ROMAN = r"(?!civ\b|[cl]\b)(?:[IVXLC]+|[ivxlc]+)(?!\w)"
_COUNT = rf"(?:\d+[A-Za-z]?|{_ROMAN}(?:\.\d(?!\d))?)(?:\s?[-–—/+]\s?(?:\d+|{_ROMAN}))?"
_VOLUME_LABEL = (
    r"(?:vols?\.|vol|Vols?\.?|VOL\.|volumes?|Volumes?|Bde?\.|Band|B\.\s?(?=\d)|t\.|T\.|tomes?|tomos?|tomo|Jg\.|Jahrg\."
    r"|Jahrgang|(?:[Aa]ño|[Aa]nno|[Aa]no|[Aa]nnée)(?=\s(?:\d{1,3}\b|[IVXL]))|v\.(?!\s?\d{1,2}\.\s?[\dA-Z])|V\.|deel|parte|Teil|pt\.|Part|an\.|a\.\s?(?=[XVIL\d]))"
)
_NUMBER_LABEL = (
    r"(?:nos?\.?|Nos?\.?|NO\.|n[°º]s?|N[°º]|n\.\s?[°º]|Nr\.?|nr\.?|Heft|H\.|núms?\.|num\.|nùm\.|n\.|N\.|issues?|Issue"
    r"|fasc\.|fascicolo|cahier|Hft\.|#|Ausgabe|Number|number|numéro)"
)
_LABELLED_VOLUME = re.compile(rf"{_VOLUME_LABEL}\s?(?P<volume>{_COUNT})(?:\s?\((?P<number>{_COUNT})\))?(?![\w])")
_YEAR_OF_REVIEW = re.compile(r"(?P<volume>\d{1,3})(?:e|ème|ª|a|º|°|o|\.)?\s?(?:année|annata|anno|año|ano|Jahrgang)\b")
_LABELLED_NUMBER = re.compile(
    rf"{_NUMBER_LABEL}\s?(?P<number>\d+[A-Za-z]?(?:\s?[-–—/,&]\s?(?!(?:1[5-9]|20)\d\d\b)\d+(?!\d*[.:]\s?\d))?|{_ROMAN})(?!\w)"
)
_FOLLOWING = re.compile(r"\s(?:et\ss(?:uiv)?\.)")
# "5(1)/2009", "12 (3)", "12:3", "12.3", "12/3": volume and number in one
_TOGETHER = re.compile(
    rf"(?P<volume>\d+|{_ROMAN})\s?\(\s?(?:{_NUMBER_LABEL}\s?)?"
    r"(?P<number>(?!1[5-9]\d\d\)|20[0-4]\d\)|(?:1[5-9]|20)\d\d\s?[-–/]\s?\d{2,4}\))\d+(?:\s?[-–/&]\s?\d+)?)\s?\)"
    r"|(?P<volume3>\d+)\s?,\s(?P<number3>\d{1,3})(?=\s\((?:[A-Z][a-z]+\.?,?\s)?(?:1[5-9]|20)\d\d|,\s(?:1[5-9]|20)\d\d,\spp?\.)"
    r"|(?P<volume4>[IVXLC]+),\s(?P<number4>\d)(?=\s\((?:1[5-9]|20)\d\d|,\s(?:1[5-9]|20)\d\d\b)"
    r"|(?!(?:1[5-9]|20)\d\d\s?/\s?\d\d(?!\d))(?P<volume2>\d+)\s?[:./]\s?(?P<number2>(?!(?<=\s)(?:1[5-9]|20)\d\d\b)\d+(?:\s?[-–]\s?\d+)?)(?=\s?[,(;:]|\s\()(?!\s?:\s?\d+\s?:)"
)
# "10/2012": number and year, no volume
_NUMBER_YEAR = re.compile(r"(?P<number>\d{1,4}(?:\s?[-–/+]\s?\d{1,3})?)\s?/\s?(?P<year>(?:1[89]|20)\d\d)(?![\d/])")
_NUMBER_OF_YEAR = re.compile(
    rf"{_NUMBER_LABEL}\s?(?P<number>\d{{1,3}}(?:\s?[-–+]\s?\d{{1,3}})?)\s?/\s?(?P<year>(?:1[89]|20)\d\d)(?!\d)"
)
# "xii, 105", and as English reviews printed it about 1900: "XXVI. 318"
_ROMAN_BEFORE_PAGE = re.compile(
    r"(?:[IVXLC]+|[ivxlc]{2,})(?=,\s\d+(?:-\d+)?(?:[.;]|$))|(?!civ\b)(?:[IVX]|[IVXLC]{2,}|[ivxlc]{2,}|(?<=,\s)[ixl])(?=\.\s\d{1,4}(?!\w|\.\s?\d|,\s\d{4}\b))"
)
TOTAL_VOLUMES = re.compile(
    r"(?P<count>\d+|two|three|four)\s(?:vols?\.?|volumes|Bde\.?|Bände|tomes|tomos|voll\.?)(?!\w)"
)
_BARE = re.compile(rf"(?P<volume>\d{{1,4}}[A-Z]?|{_ROMAN})(?:\s?[-–/]\s?\d{{1,3}}(?!\d))?")
_FOLLOWS_VOLUME = re.compile(
    rf"\s?(?:,?\s*{_NUMBER_LABEL}\s?\d|,?\s*{_VOLUME_LABEL}\s?\d"
    r"|\(\s?(?:[A-Za-zéûä]+\.?[-–/ ,]*){0,3}\d{0,2},?\s?(?:1[4-9]|20)\d\d[a-z]?(?:\s?[-–/]\s?\d+)?\s?\)"
    r"|,\s\((?:1[5-9]|20)\d\d\),\s|[,.]\s(?:1[5-9]|20)\d\d\b|,\s\d+\s\((?:[A-Z][a-z]+\.?,?\s)?(?:1[89]|20)\d\d\)"
    r"|,\s(?:pp?|S)\.\s?\d|:\s?(?:pp?\.\s)?[eA-Z]?\d+|,\s\d+\s?[-–]{1,2}\s?\d+)"
)
_ORDINAL = (
    r"(?:\d{1,2}\.?\s?(?:st|nd|rd|th|d|ª|º|e|ème|a|er|re)|second|third|fourth|fifth|sixth|revised|corrected|enlarged|expanded|rev\.|enl\.|new|first"
    r"|zweite|dritte)"
)
_EDITION = re.compile(
    rf"(?P<edition>{_ORDINAL}(?:,?\s(?:rev\.?|revised|enl\.?|expanded|updated|and|&|enlarged|corrected|augm\.|American|English|student))*)"
    r"\s?(?:edition|edn\.?|eds?\.?|éd\.?|édition|ed\b\.?|edición|edizione)(?!\w)"
    r"|(?P<auflage>\d{1,2})\.,?\s?(?:(?:[a-zäöüß]+\.?,?\s(?:und\s|u\.\s)?){0,4})(?:Auflage|Aufl\.?|A\.|Bearb\.|Bearbeitung)(?!\w)"
    r"|(?P<revised>(?:nouvelle\s)?(?:édition|éd\.)\s(?:revue|augmentée|corrigée|refondue|mise\sà\sjour)(?:(?:,|\set)?\s(?:revue|augmentée|corrigée|refondue|mise\sà\sjour))*)",
    re.IGNORECASE,
)


def read_labelled_volume(text: str, pos: int) -> Piece | None:
    """Read "vol. 5", "Bd. 3", "t. XII", "Jg. 47", "33e année"."""
    if found := _YEAR_OF_REVIEW.match(text, pos):
        return Piece("volume", pos, found.end(), {"volume": found["volume"]}, 4)
    found = _LABELLED_VOLUME.match(text, pos)
    if found and not (found.group()[:2] == "a." and len(found["volume"]) == 4):  # "Köln u. a. 2003"
        fields = {"volume": found["volume"]} | ({"number": found["number"]} if found["number"] else {})
        return Piece("volume", pos, found.end(), fields, 4)
    return None


def read_labelled_number(text: str, pos: int) -> Piece | None:
    """Read "no. 6", "Nr. 3", "n° 3", "Heft 2"."""
    if found := _NUMBER_OF_YEAR.match(text, pos):
        return Piece("issue-of-year", pos, found.end(), {"number": _tidy(found["number"]), "date": found["year"]}, 6)
    if found := _LABELLED_NUMBER.match(text, pos):
        number, comma, second = found["number"].partition(",")
        if comma and read_full_date(text, found.end() - len(second.lstrip())):  # "no. 123, 3 May 1881"
            return Piece("number", pos, found.start("number") + len(number), {"number": number}, 4)
        following = _FOLLOWING.match(text, found.end())
        end = following.end() if following else found.end()
        return Piece("number", pos, end, {"number": _tidy(found["number"])}, 4)
    return None


def read_bare_volume(text: str, pos: int) -> Piece | None:
    """Read a volume without a label: "26" before ", no. 2" or "(1983)", "12:3", "25(1)", "5(1)/2009", "10/2012"."""
    if found := _NUMBER_YEAR.match(text, pos):
        number, year = _tidy(found["number"]), found["year"]
        return Piece("issue-of-year", pos, found.end(), {"number": number, "date": year}, 5)
    if found := _TOGETHER.match(text, pos):
        volume, number = (
            found["volume"] or found["volume2"] or found["volume3"] or found["volume4"],
            found["number"] or found["number2"] or found["number3"] or found["number4"],
        )
        end = found.end()
        year = re.compile(r"\s?/\s?((?:19|20)\d\d)\b").match(text, end)
        fields = {"volume": volume, "number": _tidy(number)}
        if year:
            return Piece("volume", pos, year.end(), fields | {"date": year[1]}, 6)
        return Piece("volume", pos, end, fields, 5)
    if (roman := _ROMAN_BEFORE_PAGE.match(text, pos)) and pos:
        return Piece("volume", pos, roman.end(), {"volume": roman.group()}, 3)
    found = _BARE.match(text, pos)
    if (
        found
        and _FOLLOWS_VOLUME.match(text, found.end())
        and not re.fullmatch(r"(?:1[5-9]|20)\d\d(?:\s?[-–/]\s?\d\d)?", found.group())
    ):
        volume = _tidy(found.group())
        first, dash, second = volume.partition("-")
        if dash and second.isdigit() and first.isdigit() and int(second) < int(first):  # French: "49-6"
            return Piece("volume", pos, found.end(), {"volume": first, "number": second}, 4)
        return Piece("volume", pos, found.end(), {"volume": volume}, 3)
    return None


def read_edition(text: str, pos: int) -> Piece | None:
    """Read an edition: "2nd ed.", "rev. edn", "3., überarb. Aufl."; the field keeps the ordinal as printed."""
    found = _EDITION.match(text, pos)
    if not found:
        return None
    return Piece(
        "edition", pos, found.end(), {"edition": (found["edition"] or found["auflage"] or found["revised"]).strip()}, 4
    )


def _tidy(printed: str) -> str:
    return re.sub(r"\s?([-–—/])\s?", r"\1", printed.strip())
