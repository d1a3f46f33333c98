"""A citation's beginning in, an author out who is put in brackets or withheld: "Voss (J.)", "[J. Voss]", "Anon."."""

from __future__ import annotations

import re
from functools import cache

from app.fields.names import format_people
from app.fields.ratings import rate_people
from app.wordlists import alternatives, load_words

_GIVEN = r"(?:[A-ZÀ-Þ][a-z]?\.[\s-]?){1,3}|[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
_GIVEN_IN_BRACKETS = rf"[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'-]+)?\s\((?:{_GIVEN})\)"
_FRENCH = re.compile(rf"(?P<people>{_GIVEN_IN_BRACKETS}(?:(?:,\s|\set\s){_GIVEN_IN_BRACKETS})*),\s(?=\S)")
_SUPPLIED = re.compile(r"\[(?P<people>[^\[\]]{3,60})\][,:]\s(?=\S)")
# The calendars of the Historical Manuscripts Commission.
_COMMISSION = re.compile(r"(?P<body>Hist(?:\.|orical)\s(?:MSS?\.?|Manuscripts)\sComm(?:\.|ission|n\.?)),?\s(?=[A-Z])")
_WITHHELD = re.compile(r"(?:Anon\.?|Anonymous|Anonyme|Anonym|\[Anon\.?\])[,:]\s(?=[A-ZÀ-Þ‘“«„])")


@cache
def _role() -> re.Pattern[str]:
    return re.compile(rf"\((?:{alternatives(load_words('roles')['editor_after'])})\)")


def read_opening(text: str) -> tuple[str, int] | None:
    """Read an author whose given name stands in brackets, who is supplied in brackets, or who is not known.

    Returns:
        The people as BibTeX writes them ("" for an unknown author) and where the title begins; None elsewhere.
    """
    if commission := _COMMISSION.match(text):
        return f"{{{commission['body']}}}", commission.end()
    if withheld := _WITHHELD.match(text):
        return "", withheld.end()
    supplied = _SUPPLIED.match(text)
    if supplied and rate_people(supplied["people"]) >= 0.5:
        return format_people(supplied["people"]), supplied.end()
    found = _FRENCH.match(text)
    if not found or _role().search(found["people"]):
        return None
    people = re.findall(r"([^(),]+?)\s\(([^()]+)\)", re.sub(r"(?<=\)),?\s(?:et\s)?", " ", found["people"]))
    return " and ".join(f"{family.strip()}, {given.strip()}" for family, given in people), found.end()
