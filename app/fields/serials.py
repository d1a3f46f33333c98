"""A periodical's name as printed in, the name alone and its series as biblatex writes it out."""

from __future__ import annotations

import re

_ORDINALS = {
    word: str(number)
    for number, words in enumerate(
        (
            "first première prima primera erste i",
            "second deuxième seconda segunda zweite ii",
            "third troisième terza tercera dritte iii",
            "fourth quatrième quarta cuarta vierte iv",
            "fifth cinquième quinta fünfte v",
            "sixth sixième sesta sexta sechste vi",
            "seventh septième settima séptima vii",
            "eighth huitième ottava octava viii",
        ),
        start=1,
    )
    for word in words.split()
}
_SERIES = re.compile(
    r"[,\s]+\(?(?:(?P<new>new\s(?:series|ser\.?)|n\.\s?s\.?|n\.\s?F\.?|neue\s?Folge|nouvelle\ssérie|nuova\sserie|nueva\s(?:serie|época))"
    r"|(?:(?P<digit>\d{1,2})(?:\.|st|nd|rd|th|d|e|ème|a|ª)?|(?P<word>[a-zà-ÿā-ž]+))\s(?:series|ser\.?|série|serie|Folge)"
    r"|(?:ser\.|series|série|serie|s\.)\s(?P<behind>\d{1,2}|[IVX]{1,4}))\)?[\s,.]*$",
    re.IGNORECASE,
)


def part_series(name: str) -> tuple[str, dict[str, str]]:
    """Part "Transactions of the Salt Society, third series" into the name and its series.

    The biblatex manual wants a number there, or "newseries", which each language's style prints in its own words.

    Returns:
        The name as it was, and nothing, where no series is known.
    """
    found = _SERIES.search(name)
    if not found or not found.start():
        return name, {}
    printed = found["digit"] or found["word"] or found["behind"] or ""
    series = "newseries" if found["new"] else _ORDINALS.get(printed.casefold(), printed if printed.isdigit() else "")
    return (name[: found.start()], {"series": series}) if series else (name, {})
