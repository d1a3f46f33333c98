"""The words of an interview, a letter or a paper read at a meeting in, its fields out."""

from __future__ import annotations

import re

from app.fields.peeling import clean_title, peel

_SPOKEN = re.compile(
    r"(?:(?:personal|telephone|oral\shistory|author[’']s|radio|unpublished)\s)?"
    r"(?:interview|gespräch|auskunft|mitteilung|zeitzeugengespräch|entretien|entrevista|intervista|conversa|conversation|discussion|e-?mail|correspondence|letter|personal\scommunication|communication|testimony)\s"
    r"(?:with|by|to|of|conducted|between|mit|avec|con|com|a|à|von|de|do|da)\b"
    r"|(?:speech|lecture|address|remarks|statement|sermon|discours|discurso|discorso|rede|ansprache|vortrag)\s"
    r"(?:to|at|before|delivered|given|made|vor|auf|bei|à|au|aux|devant|ante|en|a|al|alla|na|no)\b|(?:personal\scommunication|pers\.\scomm\.|e-?mail),\s[A-Z]",
    re.IGNORECASE,
)
_PRESENTED = re.compile(
    r"(?:communication\s(?:présentée\s)?(?:au|à|aux)|Vortrag\s(?:auf|bei|an)|ponencia\s(?:presentada\s)?en|relazione\s(?:al|a)"
    r"|(?:unpublished\s|conference\s)?(?:paper|lecture|address|talk|keynote|poster)\s"
    r"(?:(?:was\s)?(?:presented|given|delivered|read)\s(?:at|to|before)|for))\s(?P<meeting>.+)$",
    re.IGNORECASE,
)


def read_spoken(words: str) -> dict[str, str] | None:
    """Read "interview with A and B (Archive of X), Hull": the words themselves are the title."""
    if not _SPOKEN.match(words):
        return None
    fields: dict[str, str] = {}
    if archive := re.search(r"\s\((?P<name>[^()]{4,80})\)$", words):
        fields, words = {"organization": archive["name"]}, words[: archive.start()]
    title, place = peel(words, imprint="year")
    if set(place) == {"location"}:
        return fields | {"title": title.strip(" ,"), "venue": place["location"]}
    return fields | {"title": words.strip(" ,")}


def read_presented(words: str) -> dict[str, str] | None:
    """Read "paper presented at the Annual Meeting of X, Denver, CO"."""
    found = _PRESENTED.match(words)
    if not found:
        return None
    title, fields = peel(found["meeting"], imprint="year")
    venue = {"venue": fields["location"]} if "location" in fields else {}
    return {"eventtitle": clean_title(title)} | venue
