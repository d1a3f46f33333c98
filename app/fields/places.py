"""The words of an imprint in, place and publisher out ("London: Macmillan", "Paris, Gallimard", "Frankfurt a. M.")."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import word_set

# "Frankfurt/M.–Berlin": the slash before a river's letter parts no places.
_RIVER = re.compile(r"(?<=[a-zü])/\s?(?:M|Main|O|Oder|S|Saale|Donau|Br|Brsg)\b\.?")
# Of two places one may be unknown: "Grand Rapids, MI and Saltburn", "Paris et Saltbourg".
_ONE_UNKNOWN = re.compile(
    r"(?P<known>.+?)\s?(?:\band\b|\bund\b|\bet\b|\by\b|\be\b|&|/|–|-)\s?(?P<unknown>[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž’'-]{3,}(?:\s[A-ZÀ-ÞĀ-Ž][a-zà-ÿā-ž]+)?)"
)
_ALSO = re.compile(r"\s*(?:/|;|&|\band\b|\bund\b|\bet\b|\by\b|\be\b|,|–|\s-\s|-(?=[A-ZÀ-ÞĀ-Ž])|\bu\.)\s*")

# "Cambridge (Mass.)", and where the printed place is not the true one: "Londres [Paris]"
_IN_BRACKETS = re.compile(r"\s[(\[](?P<region>[^()\[\]]+)(?:[)\]]|$)")

# "ed. by P. Ash, Cambridge": editors are no house.
_ROLE = re.compile(
    r"(?:eds?\.|edited|trans\.|translated|hrsg\.|hg\.|a\scura\sdi|sous\sla\sdir|dir\.|éd\.|org\.|coord\.)\s",
    re.IGNORECASE,
)


@cache
def _publisher_words() -> frozenset[str]:
    return word_set("publishers", "words")


@cache
def _regions() -> frozenset[str]:
    return frozenset(region.rstrip(".") for region in word_set("places", "regions"))


def is_place(words: str) -> bool:
    """Whether each name is a city (or a region after one): "Cambridge, MA", "Tübingen/Basel", "London and New York"."""
    words = (
        re.sub(r"^\[(.*)\]$", r"\1", words.strip(" .,"))
        if not words.strip().endswith((" M.", "Br.", "D.C.", "D.F."))
        else words.strip()
    )
    words = _RIVER.sub("", _IN_BRACKETS.sub(r", \g<region>", words.replace("'", "’")))
    words = re.sub(r"[,\s]+(?:u\.\s?[aö]\.?|et\sal\.?|etc\.?|\[etc\.\])$", "", words)
    if not words:
        return False
    cities, regions = word_set("places", "cities"), _regions()
    if words.casefold() in cities:
        return True
    two = _ONE_UNKNOWN.fullmatch(words)
    if two and not is_publisher(two["unknown"]) and _is_known(two["known"]):
        return True
    parts = [part.strip() for part in _ALSO.split(words) if part.strip()]
    if (
        len(parts) == 2
        and parts[1].casefold().rstrip(".") in regions
        and re.fullmatch(r"[A-ZÀ-ÞĀ-Ž][\w.’'-]+(?:\s[A-ZÀ-ÞĀ-Ž][\w.’'-]+){0,2}", parts[0])
    ):
        return True
    if not parts or parts[0].casefold() not in cities:
        return False
    return all(part.casefold() in cities or part.casefold().rstrip(".") in regions for part in parts)


def _is_known(place: str) -> bool:
    """Whether it is one city of the list, perhaps with its region."""
    city, _, region = place.strip(" ,").partition(", ")
    if region:
        return region.casefold().rstrip(".") in _regions()
    return city.casefold() in word_set("places", "cities")


def is_publisher(words: str) -> bool:
    """Whether the words name a publisher, by a word such as "Press" or as a known house."""
    words = words.strip(" .,")
    if _ROLE.match(words):
        return False
    if words.casefold() in word_set("publishers", "names"):
        return True
    if re.search(r"\b(?:University|Universität|Universitaires?|Univ\.)\b", words) and re.search(
        r"\b(?:Press|Presses|Verlag|of)\b", words
    ):
        return True
    if any(house.casefold() in word_set("publishers", "names") for house in re.split(r"\s?[-/–]\s?", words)):
        return True
    return any(word.casefold() in _publisher_words() or word.casefold().endswith("verlag") for word in words.split())


def _looks_like_place(words: str) -> bool:
    return (
        bool(
            re.fullmatch(
                r"[A-ZÀ-ÞĀ-Ž][\w.'’-]+(?:[ ,/-]+(?:am|an der|a\.|im|i\.|de|of|and|und|et|[A-ZÀ-ÞĀ-Ž][\w.'’-]*))*", words
            )
        )
        and len(words) < 50
    )


_TWO_HOUSES = re.compile(r"(?P<place>[^:;]+):\s?(?P<house>[^:;]+);\s(?P<place2>[^:;]+):\s?(?P<house2>[^:;]+)$")
_COLON = re.compile(r"(?P<place>[^:]+?)\s?:\s?(?P<house>.+)$", re.DOTALL)
_ENDS_IN_A_STOP = re.compile(r"(?: [A-Z]|Br|\.[A-Z]|Co|Inc|Ltd)\.\s*,?\s*$")


def split_imprint(words: str) -> dict[str, str] | None:
    """Read "Place: Publisher", "Place, Publisher", "Publisher, Place", "Place" or "Publisher".

    Two places with a house each are joined by "and", as biblatex lists are.

    Returns:
        The fields location and publisher, None where the words are no imprint ("see also the table").
    """
    words = words.strip(" ,;.:") + ("." if _ENDS_IN_A_STOP.search(words) else "")
    if not words:
        return {}
    if found := _TWO_HOUSES.match(words):
        return _named(f"{found['place']} and {found['place2']}", f"{found['house'].strip()} and {found['house2']}")
    if found := _COLON.match(words):
        is_place_name = re.match(r"\s*\[?[A-ZÀ-ÞĀ-ŽŁŚŽČ’'s]", found["place"]) and len(found["place"].split()) <= 10
        return _named(found["place"], found["house"]) if is_place_name else None
    return {"location": words} if is_place(words) else _split_at_comma(words)


def _split_at_comma(words: str) -> dict[str, str] | None:
    if _ROLE.match(words):
        return None
    if re.search(r",\s(?:Inc|Ltd|LLC|Co)\.?$", words) and words.count(",") == 1:
        return {"publisher": words}
    pieces = [piece.strip() for piece in words.split(",")]
    for cut in range(len(pieces) - 1, 0, -1):
        first, second = ", ".join(pieces[:cut]), ", ".join(pieces[cut:])
        if is_place(first):
            return _named(first, second)
        if is_place(second):
            return _named(second, first)
    if is_publisher(words):
        return {"publisher": words}
    if len(pieces) == 2 and all(_looks_like_place(piece) for piece in pieces):
        return _named(pieces[1], pieces[0]) if is_publisher(pieces[0]) else _named(pieces[0], pieces[1])
    is_short = len(pieces) == 1 and _looks_like_place(words) and len(words.split()) <= 3
    return {"location": words} if is_short else None


def _named(place: str, publisher: str) -> dict[str, str]:
    named = {"location": place.strip(" ,[]"), "publisher": publisher.strip(" ,;")}
    return {name: value for name, value in named.items() if value}
