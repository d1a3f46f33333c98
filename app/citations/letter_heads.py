"""A place in a note in, the head of a letter or paper that stands there out: "Jay to Randolph, September 13, 1794"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.fields.dates import read_full_date
from app.wordlists import alternatives, load_words

_UPPER = r"[^\W\d_a-zß-öø-ÿ]"
_SMALL = r"of|the|de|des|du|del|della|di|la|le|les|von|van|v\.|zu|zum|zur|der|den|dem|and|et|und|y|e|d[’']\w+|l[’']\w+"
_PERSON = re.compile(rf"{_UPPER}[\w.’'-]*(?:\s(?:{_UPPER}[\w.’'-]*|{_SMALL})){{0,9}}|[Ss]ame|[Dd]ers\.|dens\.")
_TO = re.compile(r"\s(?:to|an|à|aux?|al?|ao)\s(?:(?:the|den|die|das|le|la|el)\s|l[’'])?")
_LETTER_OF = re.compile(
    r"(?:[Ll]ettre|[Cc]arta|[Ll]ettera|[Bb]rief|[Ll]etter|[Tt]elegram)\s(?:d[eu]s?|from|di|del|von|vom)\s"
)
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
def _paper() -> re.Pattern[str]:
    kinds = alternatives(load_words("archives")["papers"])
    return re.compile(rf"(?:{kinds})(?:\s[^,;()“”‘’„«»\"]{{3,90}})?")


def _is_between(words: str) -> bool:
    """Whether two people write to each other: "Jay to Randolph", "Same to same", "lettre du préfet au ministre"."""
    start = of.end() if (of := _LETTER_OF.match(words)) else 0
    return any(
        _PERSON.fullmatch(words, start, to.start()) and _PERSON.fullmatch(words, to.end())
        for to in _TO.finditer(words, start)
    )


def _is_head(words: str) -> bool:
    return _is_between(words) or _paper().fullmatch(words) is not None


def read_letter_head(text: str, start: int, end: int) -> Letter | None:
    """The letter's head that stands at a place; None where none does or it bears no date."""
    for match in _BEFORE_DATE.finditer(text, start, min(end, start + _LONGEST_HEAD)):
        words = text[start : match.start()]
        date, undated = read_full_date(text, match.end()), _UNDATED.match(text, match.end())
        if not date and not undated:
            continue
        if _is_head(words) or _is_head(_PLACE.sub("", words)):
            stop = date.end if date else undated.end() if undated else 0
            return Letter(
                words, date.fields.get("date", "") if date else "", stop, not _is_between(_PLACE.sub("", words))
            )
        return None
    return None
