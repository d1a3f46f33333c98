"""A paper of a public body in, the number it is known by out, apart from the words a reader of books makes sense of."""

from __future__ import annotations

import re
from dataclasses import dataclass

# "Salt Law Com. no. 192, The Ground", "Law Commission Consultation Paper No. 12, ...": what English lawyers put first.
_LAW_COMMISSION = re.compile(
    r"(?P<number>(?:(?:[A-Z][\w’.-]*\s){0,2}Law\s(?:Reform\s)?Com(?:m(?:ission|issioners)?)?\b\.?|[A-Z]{0,3}LRC|ALRC|NZLC|Law\sCom\.?)"
    r"(?:\s(?:CP|WP|LC|DP|(?:Consultation|Working|Discussion|Issues)\s[Pp]aper|[Rr]eport|[Cc]onsultation\s[Pp]aper))?\s?[Nn]os?\.?\s?\d+),\s(?=[A-ZÀ-Þ‘“])"
)
_RELEASE = re.compile(
    r",\s(?P<type>(?:press|news)\s(?:release|notice|statement)|Pressemitteilung|Presseerklärung"
    r"|communiqué(?:\sde\spresse)?|comunicado(?:\sde\s(?:prensa|imprensa))?"
    r"|comunicato(?:\sstampa)?|nota\sde\s(?:prensa|imprensa))"
    r"(?:\s(?P<number>(?:(?:[Nn]o|Nr|n|núm)[.°º]?\s?)?(?:[A-Z]{1,6}[/ -])?\d[\w/.-]*\w"
    r"|(?:(?:[Nn]o|Nr|n|núm)[.°º]\s?)\d))?(?=,\s|\s\()",
    re.IGNORECASE,
)
_SIGN = re.compile(r"^(?:[Nn]o|Nr|n|núm)[.°º]?\s?(?=\d)")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A paper's number.

    Attributes:
        start, end: the stretch to leave out of the words that are read on.
        fields: what it says.
    """

    start: int
    end: int
    fields: dict[str, str]


def read_commission_number(text: str) -> Numbered | None:
    """The number a law commission's report begins with: "Law Com. no. 192, The Ground for Salt (1990) para. 2"."""
    found = _LAW_COMMISSION.match(text)
    return Numbered(0, found.end(), {"number": found["number"]}) if found else None


def find_release(text: str) -> Numbered | None:
    """What says that a text was given to the press: "‘Salt to be Taxed’, press release 20/01, 16 January 2001"."""
    found = _RELEASE.search(text, 0, 400)
    if not found:
        return None
    number = _SIGN.sub("", found["number"] or "")
    return Numbered(found.start(), found.end(), {"type": found["type"]} | ({"number": number} if number else {}))
