"""A commentary or a note on a decision by German lawyers in, its fields out: "Palandt/Voss, 76. Aufl. 2017, § 280"."""

from __future__ import annotations

import re
from functools import cache

from app.fields.law_shapes import Law
from app.fields.names import format_people
from app.fields.ratings import rate_people
from app.wordlists import alternatives, load_words

_NAME = r"[A-ZÄÖÜ][\wÄÖÜäöüß.’'-]*"
_AT = (
    r"(?P<at>(?:Vor(?:bem)?\.?\s|Einl\.?\s)?(?:(?:zu\s)?§§?|Art\.)\s?\d+[a-z]?(?:\s?[-–]\s?\d+[a-z]?)?(?:\s[A-Z][\w-]{1,7})?,?\s(?:Rn|Rdn|Rdnr|Rz|Anm)\.?\s?[A-Z]?\s?\d+"
    r"(?:\s?[-–]\s?\d+)?(?:\sff?\.)?)"
)
_COMMENTARY = re.compile(
    rf"(?P<work>{_NAME}(?:\s?[-/]\s?BGB|\s{_NAME})?)/(?P<author>{_NAME}(?:/{_NAME})?)"
    r"(?:\s\((?P<inside>(?:1[89]|20)\d\d)\))?,\s"
    rf"(?:(?P<edition>\d{{1,3}})\.\s(?:Aufl(?:age|\.)|A\.)(?:,?\s(?P<year>(?:1[89]|20)\d\d))?,\s)?{_AT}"
)
_NOTE = r"(?P<title>(?:Anm(?:erkung|\.)|Urteilsanmerkung|Besprechung|Bespr\.)(?:\s(?:zu|von)\s[^;]{3,90}?)?)"
_PIN = r"(?:,\s(?P<at>\d+(?:\sff?\.)?)|\s\((?P<inside>\d+)\))?"


@cache
def _note() -> re.Pattern[str]:
    review = alternatives(load_words("law_reports")["german_reviews"])
    page = r"(?:1[89]|20)\d\d),\s(?:S\.\s)?(?P<page>\d+)"
    return re.compile(
        rf"(?P<people>[^,;:]{{3,60}}?),\s{_NOTE},\s(?:in:\s)?(?P<journal>{review})\s(?P<year>{page}{_PIN}"
    )


def read_german_commentary(text: str) -> Law | None:
    """Read a commentary by its name and the one who wrote the passage, or a note on a decision in a law review."""
    return _commentary(text) or _annotation(text)


def _commentary(text: str) -> Law | None:
    found = _COMMENTARY.match(text)
    if not found or not (found["edition"] or found["inside"]):
        return None
    values = {"author": format_people(found["author"]), "booktitle": found["work"], "edition": found["edition"]}
    values["date"] = found["year"] or found["inside"]
    return Law("incollection", {name: value for name, value in values.items() if value}, found.end(), found["at"])


def _annotation(text: str) -> Law | None:
    found = _note().match(text)
    if not found or not rate_people(found["people"]):
        return None
    fields = {"author": format_people(found["people"]), "title": found["title"], "journaltitle": found["journal"]}
    fields |= {"date": found["year"], "pages": found["page"]}
    return Law("article", fields, found.end(), found["at"] or found["inside"])
