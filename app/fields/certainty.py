"""What was read of a citation in, how surely it is one out: prose that mentions a year is not."""

from __future__ import annotations

import re
from collections.abc import Mapping

from app.fields.heads import Head
from app.fields.scanning import Quoted, Scanned
from app.fields.spots import Tail
from app.fields.strangeness import rate_strangeness

_PROSE = re.compile(
    r"\b(?:is|was|were|are|that|which|he|she|they|it|has|have|had|argues?|argued|explains?|this|these|would|also|been|said"
    r"|because|did|does|could|wurde|wurden|hatte|dass|sind|avait|était|fue|era|había)\b"
)
_LEAD_IN = re.compile(
    r"(?:See|Also|Cf|For|In|On|By|As|This|That|These|It|He|She|They|But|And|After|Before|During|Since|When|While|Consider"
    r"|Compare|Thus|However|According|Vgl|Siehe|Dazu|So|Zum|Zur|Voir|Cfr|Véase|Ver|Si veda)\b"
)
_LONG_TITLE = 18
_A_MARK = 0.1
_MOST_MARKS = 3


def rate_certainty(scanned: Scanned, head: Head, quote: Quoted | None, tail: Tail, fields: dict[str, str]) -> float:
    """How surely the words are one citation of a work and nothing else, 0 to 1.

    Brackets with an imprint, quoted titles and names speak for it; finite verbs, lead-in words ("See", "In early"),
    long
    titles without an author, and quotations that were passed over speak against it.
    """
    text = scanned.text
    begin = quote.end if quote else head.end
    score = 0.3 + min(tail.weight, 10) * 0.05 + 0.2 * head.rating
    score += 0.25 if quote else 0.0
    score += 0.1 if tail.is_complete else -0.1
    score += 0.1 if {"journaltitle", "booktitle", "publisher", "location"} & fields.keys() else 0.0
    body = text[begin : tail.start]
    if not head.people:
        score -= 0.02 * max(0, len(body.split()) - _LONG_TITLE)
    if head.rating < 0.5 or quote:
        score -= 0.12 * len(_PROSE.findall(body))
    if _LEAD_IN.match(text) and not head.people and not (quote and quote.start == 0):
        score -= 0.3
    if quote is None and any(head.end < other.start < tail.start for other in scanned.quotes[:2]) and not head.people:
        score -= 0.3
    return round(max(0.0, min(0.99, score)), 2)


def lower_for_strangeness(certainty: float, entrytype: str, fields: Mapping[str, str]) -> float:
    """The certainty, less for every strange mark of the fields: with one, two readings of three were wrong."""
    marks = min(_MOST_MARKS, rate_strangeness(entrytype, fields))
    return round(max(0.0, certainty - _A_MARK * marks), 2)
