"""A name with a title of nobility in, "Ronaldshay, Earl of" out: the title stands where a given name would."""

from __future__ import annotations

import re
from functools import cache

from app.wordlists import alternatives, load_words

_NAME = r"[A-ZÀ-ÞĀ-Ž][\w’'-]+"

# "Lord Quill of Marl LC", "Lord Pell MR": what a judge or minister is called by his office.
_POST_NOMINAL = re.compile(r"(?<=[a-z]),?\s(?:LCJ|LC|LJ|MR|QC|KC|CJ|JSC|PC|CH|MP)$")


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    ranks = alternatives(load_words("people")["ranks_of"])
    return (
        re.compile(rf"(?:[Tt]he\s)?(?P<rank>(?:{ranks})\s(?:of|de|du|di|von))\s(?P<name>{_NAME}(?:\s{_NAME})*)"),
        re.compile(rf"(?P<rank>{ranks})\s(?P<name>{_NAME}\sof\s{_NAME})"),
    )


def format_nobility(name: str) -> str:
    """Write "Earl of Ronaldshay" as "Ronaldshay, Earl of"; "" for a name of another kind.

    The Chicago Manual of Style (16.38) sorts peers by the name of their title.
    """
    name = _POST_NOMINAL.sub("", name)
    for pattern in _patterns():
        if found := pattern.fullmatch(name):
            return f"{found['name']}, {found['rank']}"
    return ""


def is_rank(word: str) -> bool:
    """Whether a word is a rank that stands between given and family name: "Magnus Freiherr von Braun"."""
    return word in load_words("people")["ranks"]
