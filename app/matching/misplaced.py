"""Misplaced: volume, pages and date as a careless reader left them in, each in its own place out."""

from __future__ import annotations

import re

_SPAN = r"(?P<pages>[A-Za-z]?\d+(?:\s*[-–—]+\s*[A-Za-z]?\d+)?)"
_PAGES = r"(?:pp?\.?|pages?)"
# "51:793", "14(3):201-229", "vol. 47, pp. 400--425".
_WITH_PAGES = re.compile(
    rf"^\D{{0,6}}(?P<volume>\d+\s*(?:\([^)]*\))?)(?:[\s,]*:[\s,:]*{_PAGES}?|[\s,]+{_PAGES})\s*{_SPAN}[\s.,;]*$"
)
# "1998;12(3)", "1998;12:425-54": as Medline writes.
_WITH_YEAR = re.compile(
    rf"^\s*(?P<year>(?:1[5-9]|20)\d\d)[^;]{{0,8}};\s*(?P<volume>\d+\s*(?:\([^)]*\))?)(?:\s*:\s*{_SPAN})?\W*$"
)
_YEAR_ALONE = re.compile(r"^\W*(?:[A-Z][a-z]{2,8}\.?\s+)?((?:1[5-9]|20)\d\d)[a-z]?\W*$")
_YEAR_BEHIND = re.compile(r"[\s,(]((?:1[5-9]|20)\d\d)[a-z]?\W*$")


def in_place(volume: str, pages: str, date: str, venue: str) -> tuple[str, str, str]:
    """Volume, pages and date, with what had slipped into the volume or behind the journal's name.

    Nothing is taken from where it belongs: a volume that is a year stays one where the date is known. "1998;12:425-54"
    as a volume gives volume 12, pages 425-54 and the date 1998.
    """
    if volume and not volume.isdigit():
        volume, pages, date = _out_of(volume, pages, date)
    elif pages and not volume and ("(" in pages or ":" in pages):
        volume, pages, date = _out_of_pages(pages, date)
    if not date and (match := _YEAR_ALONE.match(volume)):
        return "", pages, match[1]
    if not date and (match := _YEAR_BEHIND.search(venue)):
        date = match[1]
    return volume, pages, date


def _out_of(volume: str, pages: str, date: str) -> tuple[str, str, str]:
    match = _WITH_YEAR.match(volume) or _WITH_PAGES.match(volume)
    if match is None:
        return volume, pages, date
    found = match.groupdict()
    return found["volume"], pages or found["pages"] or "", date or found.get("year") or ""


def _out_of_pages(pages: str, date: str) -> tuple[str, str, str]:
    """Volume, pages and date of what stands where only pages should: "5(2):197-227"."""
    volume, found, year = _out_of(pages, "", date)
    return (volume, found, year) if found else ("", pages, date)
