"""A place in a note in, how far the people's names that stand there reach out: "A. Bradney and F. Cownie"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from app.wordlists import word_set

_UPPER = r"[^\W\d_a-zà-öø-ÿß-]"
_TOKEN = re.compile(
    rf"(?P<space>\s*)(?:(?P<others>et\s+al\b\.?|u\.\s?a\.|and\s+others)"
    rf"|(?P<joint>(?:and|und|et|y|e|u\.|&|with|mit)(?=\s)|/|&)"
    rf"|(?P<suffix>(?:Jr|Sr)\b\.?|I{{2,3}}\b)"
    rf"|(?P<particle>(?:d[eiau]l?|della|degli|des|den|der|du|van|von|v\.|vom|zu|zur|ten|ter|l[aeo]s?|al|bin|ibn|af|av|dos?|das?|ben)(?=\s)|(?:d|D|l|L)[’'](?={_UPPER}))"
    rf"|(?P<initial>{_UPPER}\s\.|{_UPPER}{{1,2}}[a-z]?\.(?:\s?-?{_UPPER}\.)*|{_UPPER}(?![\w’']))"
    rf"|(?P<word>(?:{_UPPER}|[OD][’'](?={_UPPER})|(?:ten|ter|van|von|de|di|du|la|le|da)(?={_UPPER}[a-z]))[\w’'‐-]*\w(?:[-–]{_UPPER}\w+)*)"
    rf"|(?P<supplied>\[(?:{_UPPER}[^\[\]]{{2,58}}|[Aa]non\.?)\](?=[,:]\s|\s?[“‘„«\"(]))"
    rf"|\((?P<given>(?:{_UPPER}[a-z]?\.[\s-]?){{1,3}}|{_UPPER}[^\W\d_]+(?:[\s-]{_UPPER}[^\W\d_]+)?)\)(?=[,:]|\s(?:et|and|y|e)\s)"
    rf"|(?P<comma>,))"
)
_MOST_TOKENS = 60


@dataclass(frozen=True, slots=True)
class People:
    """A run of names.

    Attributes:
        end: where the run ends, without the comma behind it.
        first_end: where the first stretch up to a comma or joint ends.
        words: how many whole words (no initials, no particles) it has.
        first_words: how many of them before the first comma or joint.
        initials: whether a name among them has an initial.
        is_joint: whether two people are joined by "and" or a slash.
        joined_end: where the first name so joined ends that a comma or the run's end follows: behind it stands a title.
    """

    end: int
    first_end: int
    words: int
    first_words: int
    initials: bool
    is_joint: bool
    joined_end: int


def _is_given(words: str) -> bool:
    """Whether "RIVERO (Jean)" has a given name in its bracket, not "The Times (London)"."""
    return "." in words or re.split(r"[\s-]", words)[0].casefold() in word_set("people", "given")


def read_people(text: str, at: int, limit: int) -> People | None:
    """The names that begin at a place; None where no capitalised word stands there."""
    end = first_end = at
    words = first_words = in_stretch = 0
    initials = joint = False
    joined_end, is_behind_joint, is_closed = at, False, False
    position = at
    for _ in range(_MOST_TOKENS):
        match = _TOKEN.match(text, position, limit)
        if match is None:
            break
        kind = match.lastgroup
        if kind == "given" and not (in_stretch and _is_given(match["given"])):
            break
        if kind in ("comma", "joint"):
            if not in_stretch and (kind == "comma" or position == at):
                break
            first_end = first_end if first_end > at else end
            first_words = first_words or words
            in_stretch = 0
            if is_behind_joint and not is_closed:
                joined_end, is_closed = end, kind == "comma"
            is_behind_joint = kind == "joint"
            joint = joint or is_behind_joint
        else:
            in_stretch += 1
            if in_stretch > 7:
                break
            words += 2 if kind == "supplied" else kind in ("word", "given")
            initials = initials or kind == "initial"
            if kind != "particle":
                end = match.end()
        position = match.end()
    if not words:
        return None
    first_end, first_words = (end, words) if first_end == at else (first_end, first_words)
    joined_end = end if is_behind_joint and in_stretch and not is_closed else joined_end
    return People(end, first_end, words, first_words, initials, joint, joined_end)
