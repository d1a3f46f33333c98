"""A citation and its text in, the same with the whole of the place it points at out: "ii. 345; vol. iv, p. 12"."""

from __future__ import annotations

import re
from dataclasses import replace

from app.citations.mention import Mention

_ROMAN = r"(?:[IVXLC]+|[ivxlc]+)"
_PAGE = r"(?:pp?\.\s)?\d+(?:[-–]\d+)?(?:,\s\d+(?:[-–]\d+)?)*(?:\s?ff?\.)?"
_VOLUME = rf"(?:vols?\.\s)?{_ROMAN}[.,:]\s{_PAGE}"
# What further volumes stand behind a citation, and the volume before its own page.
MORE_VOLUMES = re.compile(rf"(?:;\s{_VOLUME})+(?=[.;,)\s]*(?:$|[.;]\s))")
VOLUME_BEFORE = re.compile(rf"(?:vols?\.\s)?{_ROMAN}[.,:]\s(?:pp?\.\s)?$")
_VOLUMES = re.compile(rf"(?<=[\s(]){_VOLUME}(?:;\s{_VOLUME})+\.?$")
# "Annals of Congress, 3 Cong., 1 sess., 155-158": which Congress it was is a place in the set.
_CONGRESS = re.compile(
    r"(?<=,\s)\d{1,3}(?:st|nd|rd|th|d)?\s(?:Cong|cong)\.,?\s\d(?:st|nd|rd|th|d)?\s(?:[Ss]ess)\.,\s(?:(?:pp?|cols?)\.\s)?$"
)
PERIODICAL = ("article", "incollection", "inproceedings", "jurisdiction", "legislation")


def place_whole(text: str, mention: Mention) -> Mention:
    """The mention with every volume it points at, and the Congress whose debates it points at.

    Args:
        text: the note.
        mention: a citation in it, read.
    """
    parsed = mention.parsed
    if not mention.locator or (parsed is not None and parsed.entry.entrytype in PERIODICAL):
        return mention
    words = text[mention.start : mention.end]
    if volumes := _VOLUMES.search(words):
        parsed = replace(parsed, entry=parsed.entry.with_fields(volume="")) if parsed is not None else None
        return replace(mention, locator=volumes[0], parsed=parsed)
    at = words.rfind(mention.locator)
    congress = _CONGRESS.search(words[:at]) if at > 0 else None
    return replace(mention, locator=f"{congress[0]}{mention.locator}") if congress else mention
