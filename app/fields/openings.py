"""A citation's beginning in, an author out who is put in brackets or withheld: "Voss (J.)", "[J. Voss]", "Anon."."""

from __future__ import annotations

import re
from functools import cache

from app.fields.names import format_people
from app.fields.places import is_place
from app.fields.ratings import rate_people
from app.wordlists import alternatives, load_words, word_set

_GIVEN = r"(?:[A-ZÀ-ÞĀ-Ž][a-z]?\.[\s-]?){1,3}|[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+(?:-[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+)?"
_GIVEN_IN_BRACKETS = rf"[A-ZÀ-ÞĀ-Ž][\w’'-]+(?:\s[A-ZÀ-ÞĀ-Ž][\w’'-]+)?\s\((?:{_GIVEN})\)"
_FRENCH = re.compile(rf"(?P<people>{_GIVEN_IN_BRACKETS}(?:(?:,\s|\set\s){_GIVEN_IN_BRACKETS})*),\s(?=\S)")
_SUPPLIED = re.compile(r"\[(?P<people>[^\[\]]{3,60})\][,:]\s(?=\S)")
# The calendars of the Historical Manuscripts Commission.
_COMMISSION = re.compile(r"(?P<body>Hist(?:\.|orical)\s(?:MSS?\.?|Manuscripts)\sComm(?:\.|ission|n\.?)),?\s(?=[A-Z])")
# "Harbour Union, Annual Report for 1889": whose report it is stands before it.
_REPORTING = re.compile(
    r"(?P<body>[A-ZÀ-ÞĀ-Ž][\w’'&-]*(?:\s(?:[A-ZÀ-ÞĀ-Ž][\w’'&-]*|of|and|the|for|&)){0,8}),\s"
    r"(?=(?:(?:First|Second|Third|Fourth|Fifth|[A-Z][a-z]+th|\d+(?:st|nd|rd|th))\s)?Annual\sReports?\b)"
)
# The author of the work cited just before; who that is, others find out.
_SAME = re.compile(
    r"(?:(?:[Dd]ers|[Dd]ies|[Ii]d|ID|[Ee]ad)\.|[Dd]erselben?|[Dd]ieselben?|I?[Ii]i?dem|[Ee]ae?dem|[Dd]u\smême(?:\sauteur)?|[Ll][ea]\smême"
    r"|[Ee]l\smismo(?:\sautor)?|[Ll]a\smisma(?:\sautora)?|[Ll]o\sstesso|[Ll]a\sstessa|[Oo]\smesmo|_{3,}|[—–-]{2,}|—)"
    r"(?:[,:]|\.(?=\s)|\s\((?:Hg|Hrsg|ed|eds|dir|éd|coord|org|Org)s?\.?\)[,:]?)?\s(?=[A-ZÀ-ÞĀ-Ž‘“«„»'\"`])(?!(?:S|P|Pp|Nr|Bd)\.)"
)
# Brazilian notes put a country's laws and papers under its name.
_COUNTRY = re.compile(r"(?P<body>BRASIL|PORTUGAL|ANGOLA|MOÇAMBIQUE|CABO VERDE)\.\s(?=[A-ZÀ-Þ])")
_WITHHELD = re.compile(r"(?:AA\.?\s?VV\.?|Anon\.?|Anonymous|Anonyme|Anonym|\[Anon\.?\])[,:]\s(?=[A-ZÀ-ÞĀ-Ž‘“«„])")


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"\((?:{alternatives(load_words('roles')['editor_after'])})\)")


def read_opening(text: str) -> tuple[str, int] | None:
    """Read an author with a given name in brackets, one supplied in brackets, one not known, or the one before again.

    Returns:
        The people as BibTeX writes them ("" for one who is not named) and where the title begins; None elsewhere.
    """
    if commission := _COMMISSION.match(text):
        return f"{{{commission['body']}}}", commission.end()
    if reporting := _REPORTING.match(text):
        is_person = rate_people(reporting["body"]) >= 0.8
        return None if is_person else (f"{{{reporting['body']}}}", reporting.end())
    if country := _COUNTRY.match(text):
        return f"{{{country['body'].title()}}}", country.end()
    if withheld := _WITHHELD.match(text) or _SAME.match(text):
        return "", withheld.end()
    supplied = _SUPPLIED.match(text)
    if supplied and rate_people(supplied["people"]) >= 0.5:
        return format_people(supplied["people"]), supplied.end()
    found = _FRENCH.match(text)
    if not found or _role().search(found["people"]):
        return None
    given = re.findall(r"\(([^()]+)\)", found["people"])
    if any(is_place(name) and name.casefold() not in word_set("people", "given") for name in given):
        return None  # "Aurora (Philadelphia), March 20, 1794"
    people = re.findall(r"([^(),]+?)\s\(([^()]+)\)", re.sub(r"(?<=\)),?\s(?:et\s)?", " ", found["people"]))
    return " and ".join(f"{family.strip()}, {given.strip()}" for family, given in people), found.end()
