"""A citation's beginning in, the letter or paper it names out: who wrote to whom, and on which day."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from app.fields.dates import read_full_date
from app.fields.kinds import has_word
from app.fields.ratings import rate_people
from app.wordlists import alternatives, load_words

_A_DAY = len("1794-02-22")
_A_MONTH = len("1794-02")
_NAME = r"(?:[A-ZÀ-ÞĀ-Ž][\w.’'-]*|[LDd][’'][A-ZÀ-ÞĀ-Ž][\w’'-]*)"
_JOINT = r"(?:of|de|von|van|v\.|du|des|la|le|the|der|den|and|und|et|y|for|&|at|zu|zum)"
_PERSON = rf"{_NAME}(?:\s(?:{_NAME}|{_JOINT}(?=\s))){{0,7}}"
_BRACKET = r"(?:\s[(\[][^()\[\]]{2,40}[)\]])?"
_KIND = (
    r"(?:[Tt]elegram|[Dd][ei]spatch|[Ll]etter|[Cc]able|[Mm]emo(?:randum)?|[Nn]ote)(?:\s(?:[Nn]o\.\s?)?\d+)?,?\sfrom\s"
)
_LETTER = re.compile(
    rf"(?:{_KIND}|(?:[Tt]elegram|[Mm]emorandum|[Ll]etter|[Cc]able|[Mm]emo|[Dd][ei]spatch),\s)?(?P<from>(?:[Tt]he\s)?{_PERSON}){_BRACKET}\s(?:to|an|à|au|aux)\s"
    rf"(?:(?:the|den|die|das|la|le|les)\s)?(?:{_PERSON}|same)"
)
# "X a Y" is a letter's head in Spanish, Italian and Portuguese where the words say that it is one.
_ROMANCE = re.compile(
    rf"(?i:carta|lettera|ofício|oficio|lettre|dispaccio|despacho)\s(?:de|di|del|da|do|du)\s(?P<from>{_PERSON})"
    rf"\s(?:a|al|ao|à|au|para|aux|alla)\s{_PERSON}"
)
_WRITER = re.compile(rf"(?P<writer>{_NAME}(?:\s(?:{_NAME}|{_JOINT}(?=\s))){{1,4}}),\s")
_A_NAME = 0.5
_SAME = re.compile(
    r"(?:[Tt]he\s)?[Ss]ame\sto\s(?:the\s)?(?:same|[A-ZÀ-ÞĀ-Ž][\w’'-]+)|[Dd]ers\.\san\s(?:dens\.|[A-ZÀ-ÞĀ-Ž][\w’'-]+)|[Ll]e\smême\sau\smême"
)
# What leads to something else than a person: "Introduction to Law", "The Road to Hull".
_NO_SENDER = re.compile(
    r"\b(?:Introduction|Guide|Letters?|Response|Reply|Approach|Approaches|Contributions?|Preface|Road|Path|Way|Return|Visit|Journey|Access|Right"
    r"|Rights|Appendix|Supplement|Companion|Notes?|Postscript|Prelude|Answer|Appeal|Address|Back|Up|Down|From|How|Welcome)$"
)
_BETWEEN = re.compile(
    r"(?:,\s|\s)(?:(?:vom|v\.|am|den|du|del|de|di|dated|of)\s)?(?=\d|[A-ZÀ-ÞĀ-Ža-zà-ÿā-ž]{3,10}\.?\s\d)|\s?\((?=[^()]{6,30}\))"
)
_PLACE = re.compile(
    r",\s(?:tel(?:egram|\.)|cable|airgram|des?patch|desp\.|no\.|letter)\s(?:[Nn]o\.\s)?[\w/-]*\d[\w/-]*(?=,\s)|,\s[A-ZÀ-ÞĀ-Ž][\w.’'-]+(?:\s(?:[A-ZÀ-ÞĀ-Ž][\w.’'-]+|de|of|the|am|la)){0,3}(?=,\s)"
)
_UNDATED = re.compile(r",\s(?:n\.\s?d\.|s\.\s?d\.|o\.\s?D\.|undated|undatiert)(?:\s\[[^\[\]]{3,30}\])?")
_MORE = re.compile(
    r"(?:[^,;:.()\d]|\d{1,3}(?:st|nd|rd|th|\.\s(?=(?:Sitzung|Tagung)))|(?<=\s[A-ZÀ-ÞĀ-Ž])\.|\.(?!\s[A-ZÀ-ÞĀ-Ž]|$)){0,160}?(?=,\s|\s\(|\s(?:vom|v\.|du|del|dated|of)\s\d)"
)


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter's or paper's own words.

    Attributes:
        title: "Hammond to Grenville".
        sender: "Hammond", or "" where it is not said who wrote.
        date: ISO, or "" for an undated one.
        end: where its day ends and the archive or collection begins.
        is_sent: it names sender and addressee; "Minutes of the Board" does not.
    """

    title: str
    sender: str
    date: str
    end: int
    is_sent: bool


def read_letter(text: str) -> Letter | None:
    """Read "Hammond to Grenville, February 22, 1794", "Gayl an Hindenburg, 24. 5. 1932", "Vermerk X v. 18. 5. 1931".

    The place it was written at may stand before the day. None where no day follows, and for "Letters to the Editor".
    """
    for begin, found, is_sent in _heads(text):
        sender = text[:begin].strip(" ,") or (found.groupdict().get("from") or "" if is_sent else "")
        title = text[begin : found.end()].strip(" ,")
        if dated := _read_day(text, found.end(), _A_MONTH if is_sent else _A_DAY):
            return Letter(title, sender, *dated, is_sent)
        if is_sent and (undated := _UNDATED.match(text, found.end())):
            return Letter(title, sender, "", undated.end(), is_sent)
    return None


def _read_day(text: str, pos: int, least: int) -> tuple[str, int] | None:
    place = _PLACE.match(text, pos)
    place = None if place and has_word(place.group(), "newspaper_words") else place
    for begin in (pos, place.end() if place else pos):
        between = _BETWEEN.match(text, begin)
        date = read_full_date(text, between.end()) if between else None
        if between and date and len(date.fields["date"]) >= least:
            return date.fields["date"], date.end + between.group().endswith("(")
    return None


def _heads(text: str) -> list[tuple[int, re.Match[str], bool]]:
    """The stretches at the beginning that may be a letter's or paper's own words, letters first, and where they begin.

    Before a diary stands who kept it: "Ann Voss, diary, 3 May 1891".
    """
    found: list[tuple[int, re.Match[str], bool]] = []
    for pattern in (_SAME, _LETTER, _ROMANCE):
        match = pattern.match(text)
        if match and not _NO_SENDER.search(match.groupdict().get("from") or ""):
            found.append((0, match, True))
    writer = _WRITER.match(text)
    begin = writer.end() if writer and rate_people(writer["writer"]) >= _A_NAME else 0
    if (kind := _document().match(text, begin)) and (more := _MORE.match(text, kind.end())):
        found.append((begin, more, False))
    return found


def is_document(words: str) -> bool:
    """Whether a part of a citation begins as letters and papers call themselves, or names who wrote to whom."""
    if words[:1] in {"«", "“", "„", "‘", '"'}:
        return True
    return bool(_document().match(words)) or any(pattern.fullmatch(words) for pattern in (_LETTER, _ROMANCE, _SAME))


@cache
def _document() -> re.Pattern[str]:
    words = load_words("archives")["documents"]
    kinds = alternatives(initial(word[:1]) + word[1:] for word in words for initial in (str.upper, str.lower))
    return re.compile(rf"(?:(?:[Tt]he|[Dd]ie|[Dd]as|[Dd]er|[Ll]e|[Ll]a|[Ee]l)\s)?(?:{kinds})(?!\w)")
