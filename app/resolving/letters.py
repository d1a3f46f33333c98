"""A letter or paper named before what it is printed in, in; which of the two is the work cited out."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DAY = (
    r"(?:[^\W\d_]{3,9}\.?\s\d{1,2},?\s(?:1[4-9]|20)\d\d|\d{1,2}\.?\s?(?:[^\W\d_]{3,10}\.?|\d{1,2}\.)\s?(?:(?:1[4-9]|20)\d\d)"
    r"|\d{1,2}\s(?:de\s)?[^\W\d_]{3,10}\s(?:de\s)?(?:1[4-9]|20)\d\d|(?:1[4-9]|20)\d\d|(?:n|s|o)\.\s?[dfD]\.(?:\s\[[^\]]{1,20}\])?)"
)
# "Dana to Livingston, May 10, 1783", "Gayl an Hindenburg, 24. 5. 1932", "Same to same, April 17, 1794".
_LETTER = re.compile(
    rf"(?P<title>(?:(?!\d)[^,;:“”‘«»]){{3,60}}\s(?:to|an|à|au|aux|a|al|til|aan|ad)\s(?:(?!\d)[^,;:“”‘«»]){{3,60}}),\s(?P<date>{_DAY})(?=[,.\s]|$)"
)
_CAPITAL = re.compile(r"[^\W\d_a-zà-öø-ÿ]")


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter as a note names it: its parties, its day as printed, and where the words end."""

    title: str
    date: str
    end: int


def read_letter(words: str) -> Letter | None:
    """The letter that the words begin with, None for anything else."""
    match = _LETTER.match(words)
    if match is None or not _CAPITAL.match(words):
        return None
    return Letter(match["title"], match["date"], match.end())


def names_only_a_letter(words: str) -> bool:
    """Whether nothing but a letter is named, so that what follows says where it is."""
    letter = read_letter(words)
    return letter is not None and not words[letter.end :].strip(" .,")
