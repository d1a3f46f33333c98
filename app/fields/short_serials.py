"""A serial by its shortened name and volume in, its fields out: "Pa. Mag. of Hist., XXV. 123", as about 1900."""

from __future__ import annotations

import re

from app.fields.kinds import has_word
from app.fields.ratings import rate_people
from app.fields.serials import part_series
from app.wordlists import load_words

_WORD = r"(?:[A-ZÀ-ÞĀ-Ž][\w’'&]*\.?|&)"
_SMALL = r"(?:of|and|the|at|for|de|du|la|le|des|et|der|für|di|del)"
_SHORT_SERIAL = re.compile(
    rf"(?P<name>{_WORD}(?:,?\s(?:{_WORD}|{_SMALL}(?=\s))){{1,9}}?)(?P<series>,\s(?:\w+|[Nn]\.)\s[Ss](?:er(?:ies|\.)|\.))?"
    r"(?:,\s(?P<year>1[6-9]\d\d))?,\s(?P<volume>[IVXLC]+|[ivxlc]+)(?:\.|,)\s(?P<page>\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?)*(?:\s(?:ff?|n)\b\.?)?)"
    r"(?=\s*(?:[.;)]|$|,\s(?:note|and)\b))"
)
_SHORTENED = re.compile(r"(?<!\w)[A-ZÀ-ÞĀ-Ž](?:[a-zà-ÿ’']{1,6}|’[a-z]+)\.")
_TWO = 2
_MOSTLY_A_NAME = 0.6


def read_short_serial(text: str) -> tuple[str, dict[str, str], int, str | None] | None:
    """Read a review, a society's papers or a collection of documents cited without any title of a piece.

    Returns:
        Entry type, fields, where it ends and the page pointed at; None where the name is not shortened.
    """
    found = _SHORT_SERIAL.match(text)
    if not found or not _is_shortened(found["name"]):
        return None
    name, series = part_series(found["name"] + (found["series"] or ""))
    last = name.rpartition(", ")[2]
    is_serial = has_word(name, "journal_words") or has_word(name, "learned_bodies") or last in _serial_names()
    fields = {"journaltitle" if is_serial else "title": name} | series
    fields |= {"date": found["year"]} if found["year"] else {}
    fields["volume"] = found["volume"]
    is_range = is_serial and re.fullmatch(r"\d+[-–]\d+", found["page"])
    if is_range:
        fields["pages"] = re.sub(r"[-–]", "--", found["page"])
    kind = "article" if "journaltitle" in fields else "book"
    return kind, fields, found.end(), None if is_range else found["page"]


def _serial_names() -> frozenset[str]:
    return frozenset(load_words("periodicals")["serial_names"])


def _is_shortened(name: str) -> bool:
    """Whether the words before the first comma are a name cut short rather than a person's."""
    first = name.split(", ")[0]
    shortened = _SHORTENED.findall(first)
    if not shortened or "MSS" in first:
        return False
    is_joined = bool(re.search(rf"\s{_SMALL}\s", first))
    is_serial = first.split()[-1] in load_words("periodicals")["serial_nouns"] or has_word(first, "journal_words")
    if len(shortened) < _TWO and not is_joined and not is_serial:
        return False
    return rate_people(first) < _MOSTLY_A_NAME or len(shortened) >= _TWO
