"""A locator and a work in, whether the work can have that place out: its pages, its volume."""

from __future__ import annotations

import re

from app.entry import Entry
from app.numerals import numeral_value

# "IX. 208-243", "vol. 2, p. 34", "Bd. III, S. 5", "t. II, p. 678"; a bare Arabic number is a page, unless a colon and
# the page stand behind it: "2: 206" (Chicago 14.116).
_VOLUME = re.compile(
    r"(?P<unit>(?:vols?|Bde?|Band|t|tom|tome|tomo|T|v)\.?\s?)?(?P<volume>[IVXLC]{1,7}|[ivxlc]{1,7}|\d{1,3})(?![\w])"
    r"(?P<rest>(?:[.,:;]|,?\s(?=[pS]p?\.))\s?(?P<place>\S.*))$"
)
_COLON_AND_PAGE = re.compile(r":\s?\d")
# "c. 5r" is a leaf, "l. 3" a line.
_LEAVES = ("c", "l", "C", "L")
_PAGE_WORD = re.compile(r"(?:pp?|S|págs?|cols?)\.\s?")
_EXTENT = re.compile(r"(\d+)(?:\s?[-–]+\s?(\d+))?$")
_FIRST = re.compile(r"(?:pp?\.?\s?|S\.\s?|at\s)?(\d+)")
# Law reviews print articles of two hundred pages; one whose end is not given is no longer.
_LONGEST_ARTICLE = 200
_PAGED = ("article", "incollection", "inproceedings", "jurisdiction")


def part_volume(locator: str) -> tuple[str, str]:
    """The volume a locator begins with and the place in it: "IX. 208" gives "IX" and "208"; ("", all) where none."""
    match = _VOLUME.match(locator)
    if match is None or (not match["unit"] and match["volume"] in _LEAVES):
        return "", locator
    if not match["unit"] and match["volume"].isdigit() and not _COLON_AND_PAGE.match(match["rest"]):
        return "", locator
    return match["volume"], _PAGE_WORD.sub("", match["place"], count=1)


def volume_number(volume: str) -> int | str:
    """A volume's number however it is printed: "IX", "ix" and "9" are one."""
    plain = volume.casefold().strip(" .")
    if plain.isdigit():
        return int(plain)
    return numeral_value(plain) or plain


def is_other_volume(volume: str, entry: Entry) -> bool:
    """Whether a volume is named and the entry is of another."""
    return bool(volume and entry.get("volume")) and volume_number(volume) != volume_number(entry.get("volume"))


def can_hold(entry: Entry, locator: str) -> bool:
    """Whether the page pointed at may be one of the work's; a book may have any, an article only its own."""
    volume, place = part_volume(locator)
    if entry.entrytype not in _PAGED:
        return True
    if is_other_volume(volume, entry):
        return False
    return _extent_holds(entry.get("pages"), place) is not False


def holds_page(entry: Entry, locator: str) -> bool:
    """Whether the work is an article or chapter and the page pointed at is surely among its own."""
    return entry.entrytype in _PAGED and _extent_holds(entry.get("pages"), part_volume(locator)[1]) is True


def _extent_holds(pages: str, place: str) -> bool | None:
    extent, page = _EXTENT.match(pages.replace(",", "")), _FIRST.match(place.replace(",", ""))
    if extent is None or page is None:
        return None
    first = int(extent[1])
    last = _last_page(extent[1], extent[2]) if extent[2] else first + _LONGEST_ARTICLE
    return first <= int(page[1]) <= last


def _last_page(first: str, last: str) -> int:
    """The last page written out: "251-75" ends on 275."""
    return int(first[: len(first) - len(last)] + last) if len(last) < len(first) else int(last)
