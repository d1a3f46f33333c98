"""Settled citations in, the volumes of sets told from the works' own out: one set cited by volumes is one work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from app.apparatus import Form
from app.citations.placing import PERIODICAL
from app.entry import Entry
from app.resolving.heads import split_place
from app.resolving.places import part_volume, volume_number
from app.resolving.settled import NoteReading, Settled

_BEFORE_PAGE = re.compile(
    r"(?<!\w)(?P<printed>(?:(?:vols?|Bde?|Band|t|tom|tome|tomo|T|v)\.?\s?)?(?P<volume>[IVXLC]{1,7}|[ivxlc]{1,7}|\d{1,3})(?![\w])[.,:;]{0,2}\s?"
    r"(?:(?:pp?|S|págs?|cols?)\.\s?)?)$"
)
_VOLUME_AND_PAGE = re.compile(r"\d{1,2}:\s?\d")
_LINES = re.compile(r"[IVXLC]+\.\s?\d")
# "IV. 15; V. 33", "2: 206, 3: 15"
_FURTHER = re.compile(r";\s(?:vols?\.\s)?([IVXLC]+|[ivxlc]+)[.,:]\s|[,;]\s(\d{1,2}):\s?\d")


def place_volumes(
    readings: Sequence[NoteReading], notes: Sequence[tuple[Settled, ...]], works: Sequence[Entry]
) -> tuple[tuple[tuple[Settled, ...], ...], tuple[Entry, ...]]:
    """Put each volume where it belongs.

    A work of which the notes cite one volume is that volume: it stands in its entry and in no locator ("i, 412", in
    small figures, is a place). Of a set that is cited by several the volume belongs to each citation's place,
    "VI. 96", and the entry has none; so it is where the citation says how many volumes there are, or names lines.
    """
    stated: dict[int, list[tuple[Settled, str]]] = {}
    for reading, found in zip(readings, notes, strict=True):
        for settled in found:
            if settled.answer.work is not None:
                volume = _stated(settled, _words(reading, settled))[0]
                stated.setdefault(settled.answer.work, []).append((settled, volume))
    sets: set[int] = set()
    placed_works = list(works)
    for number, citations in stated.items():
        volumes = {volume_number(volume) for _, volume in citations if volume}
        volumes |= {volume_number(v) for s, _ in citations for v in _further(s.mention.locator or "")}
        if works[number].entrytype in PERIODICAL or works[number].get("journaltitle"):
            continue
        first, volume = citations[0]
        if len(volumes) > 1 or (volume and _is_of_parts(first)):
            sets.add(number)
            placed_works[number] = works[number].with_fields(volume="", pages="")
        elif volume and first.mention.form is Form.FULL and not volume.islower():
            placed_works[number] = works[number].with_fields(volume=works[number].get("volume") or volume)
    placed = tuple(
        tuple(_placed(settled, _words(reading, settled), placed_works, sets) for settled in found)
        for reading, found in zip(readings, notes, strict=True)
    )
    return placed, tuple(placed_works)


def _further(locator: str) -> list[str]:
    """The volumes a place names behind its first: "IV. 15; V. 33" gives "V"."""
    return [roman or arabic for roman, arabic in _FURTHER.findall(locator)]


def _is_of_parts(first: Settled) -> bool:
    """Whether the place is one in a set said to be one, or in books, cantos and acts: "2 vols", "IV. 4. 25–26"."""
    entry = first.mention.parsed.entry if first.mention.parsed else None
    if entry is None or entry.get("titleaddon"):
        return False
    if entry.get("volumes") and _VOLUME_AND_PAGE.match(first.mention.locator or ""):
        return True
    if not entry.get("publisher"):
        return False
    is_in_lines = not entry.get("volume") and _LINES.match(first.mention.locator or "")
    return bool(entry.get("volumes") or is_in_lines)


def _words(reading: NoteReading, settled: Settled) -> str:
    return reading.note.text[settled.mention.start : settled.mention.end]


def _stated(settled: Settled, words: str) -> tuple[str, str, str]:
    """The volume a citation names, its place with the volume, and without: ("VI", "VI. 96", "96")."""
    mention = settled.mention
    locator = mention.locator or ""
    volume, place = part_volume(locator)
    if volume:
        printed = split_place(words)[1] if mention.form is Form.FULL else ""
        return volume, printed if volume_number(part_volume(printed)[0]) == volume_number(volume) else locator, place
    entry = mention.parsed.entry if mention.parsed else None
    if entry is None or not entry.get("volume") or entry.entrytype in PERIODICAL:
        return "", locator, locator
    if not locator:
        whole = split_place(words)[1]
        return *part_volume(whole)[:1], whole, ""
    at = words.rfind(locator)
    match = _BEFORE_PAGE.search(words[:at]) if at > 0 else None
    if match is None or volume_number(match["volume"]) != volume_number(entry.get("volume")):
        return "", locator, locator
    return match["volume"], f"{match['printed']}{locator}", locator


def _placed(settled: Settled, words: str, works: Sequence[Entry], sets: set[int]) -> Settled:
    number = settled.answer.work
    if number is None:
        return settled
    volume, whole, place = _stated(settled, words)
    if not volume:
        return settled
    own = works[number].get("volume")
    if number in sets:
        locator = whole
    elif own and volume_number(own) == volume_number(volume):
        locator = place
    else:
        locator = whole if settled.mention.form is not Form.FULL else settled.mention.locator or ""
    return replace(settled, mention=replace(settled.mention, locator=locator or None))
