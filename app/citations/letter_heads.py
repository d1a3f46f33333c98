"""A place in a note in, the head of a letter or paper that stands there out: "Jay to Randolph, September 13, 1794"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.fields.dates import read_full_date
from app.wordlists import alternatives, load_words

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_SMALL = r"of|the|de|des|du|del|della|di|la|le|les|von|van|v\.|zu|zum|zur|der|den|dem|and|et|und|y|e|d[’']\w+|l[’']\w+"
_PERSON = rf"{_UPPER}[\w.’'-]*(?:\s(?:{_UPPER}[\w.’'-]*|{_SMALL})){{0,9}}?"
_TO = r"(?:to|an|à|aux?|al?|ao)\s(?:(?:the|den|die|das|le|la|el|l[’'])\s?)?"
# "Jay to Randolph", "Same to same", "Der Präfekt an den Minister", "lettre du préfet au ministre".
_LETTER_OF = r"(?:[Ll]ettre|[Cc]arta|[Ll]ettera|[Bb]rief|[Ll]etter|[Tt]elegram)\s(?:d[eu]s?|from|di|del|von|vom)\s"
_FROM_TO = rf"(?:{_LETTER_OF})?(?:{_PERSON}|same|ders\.)\s{_TO}(?:{_PERSON}|same|dens\.)"
_LONGEST_HEAD = 170
_BEFORE_DATE = re.compile(
    r",?\s(?:(?:v\.|vom|of|dated|du|del?|den)\s)?(?=\[?(?:[1-3]?\d[.\s]|[^\W\d_]{3,10}\.?\s\d)|[nso]\.\s?[dDf]\.|undat)"
)
_PLACE = re.compile(rf",\s{_UPPER}[\w.’'-]+(?:\s(?:{_UPPER}[\w.’'-]+|{_SMALL})){{0,3}}$")
_UNDATED = re.compile(r"(?:n\.\s?d\.|s\.\s?[df]\.|o\.\s?D\.|undated|undatiert)(?:\s\[[^\[\]]{2,30}\])?")


@dataclass(frozen=True, slots=True)
class Letter:
    """The head of a letter or paper: "Jay to Randolph, September 13, 1794".

    Attributes:
        title: its words without the date.
        date: ISO, "" where undated.
        end: behind the date.
        is_paper: whether it is called by its kind, as a memorandum is, and not by its two people.
    """

    title: str
    date: str
    end: int
    is_paper: bool


@cache
def _head() -> re.Pattern[str]:
    kinds = alternatives(load_words("archives")["papers"])
    return re.compile(rf"{_FROM_TO}|(?:{kinds})(?:\s[^,;()“”‘’„«»\"]{{3,90}})?")


@cache
def _between() -> re.Pattern[str]:
    return re.compile(_FROM_TO)


def read_letter_head(text: str, start: int, end: int) -> Letter | None:
    """The letter's head that stands at a place; None where none does or it bears no date."""
    for match in _BEFORE_DATE.finditer(text, start, min(end, start + _LONGEST_HEAD)):
        words = text[start : match.start()]
        date, undated = read_full_date(text, match.end()), _UNDATED.match(text, match.end())
        if not date and not undated:
            continue
        if _head().fullmatch(words) or _head().fullmatch(_PLACE.sub("", words)):
            stop = date.end if date else undated.end() if undated else 0
            return Letter(words, date.fields.get("date", "") if date else "", stop, not _between().match(words))
        return None
    return None
