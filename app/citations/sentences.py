"""A laid-out note in, the places where one citation or sentence may end and the next begin out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from app.citations.asides import find_asides
from app.citations.joints import find_joints
from app.citations.layout import Layout
from app.citations.signals import find_midway, find_passing_on
from app.fields.brazilian import read_brazilian
from app.fields.inverted_heads import ends_inverted_head, follows_inverted_head, parts_inverted_people
from app.wordlists import word_set

# What follows a sentence: a capital, an opening mark, a bracket or a dash.
_STOP = re.compile(r"[.!?…]+[’”\"»)\]]*(?=\s+(?:[“‘„«»\"'(\[—–]+\w|[^\W\d_a-zß-öø-ÿ]))|;")
# No sentence is longer; what has no stop at all is cut so that reading it takes time in proportion to its length.
_LONGEST_CLAUSE = 2500
# "2. Aufl.", "12. März": the stop makes an ordinal.
_MORE_PAGES = re.compile(
    r"\s?(?:(?:vols?\.\s)?(?:[IVXLC]+|[ivxlc]+)[.,:]\s(?:pp?\.\s)?|vols?\.\s\d+,\s(?:pp?\.\s)?)?\d+(?:[-–]\d+)?(?:\s?ff?\.)?\s*(?:[.;,)]|$)"
)
_MORE_VOLUMES = re.compile(r"\s?(?:vols?\.|[IVXLC]+|[ivxlc]+)[.,:\s]")
_IN_A_REVIEW = re.compile(r"\b(?:in|dans)\s[^\W\d_a-z]|[“\"«„]|\b(?:Rev|Quar|Quart|Mag|Jour|Zeitschr)\.")
# "War in Disguise; or, the Frauds of the Neutral Flags"
_OTHER_TITLE = re.compile(
    r"\s(?:or,|or\sthe\s|or\sa\s|oder,?\s(?:der|die|das)\s|ou,|ou\s(?:le|la|les|l[’'])|o\ssea|ossia|ovvero|o\ssia|ou\sseja)"
)
# "Eng. Rep.", "Mass. Hist. Soc.": one short word with a stop after another.
_ABBREVIATED = re.compile(r"\s[^\W\d_a-zß-öø-ÿ][\w’]{0,5}\.(?=\s|,|;)")
_INVERTED = r"[^\W\d_a-zà-öø-ÿ][\w’'-]+(?:\s[^\W\d_a-zà-öø-ÿ][\w’'-]+)?,\s(?:[^\W\d_a-zà-öø-ÿ][\w’'-]*\.?[\s-]?){1,3}"
_INVERTED_BEFORE = re.compile(rf"(?:^|[:;.]\s|\b[Ii]n:?\s)\s*{_INVERTED}$")
_INVERTED_NEXT = re.compile(rf"\s{_INVERTED}(?=;|\s?\(|,?\s(?:and|und|&)\s|:|/)")
_COUNTED = re.compile(
    r"\s(?:Aufl|Auflage|Ausg|Ausgabe|Bde?|Band|Jg|Jahrg|Jahrgang|Jh|Jahrhundert|Kap|Kapitel|Teil|Abt|Abteilung|Heft|Sitzung|"
    r"Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember)\b"
)
# "S. 465 ff. Im übrigen": behind a page these end a sentence where a capital follows.
_LAST_OF_PAGES = re.compile(r"\d\s?(?:ff?|sqq?|ss|segg?|sgg?)$|\b(?:et\sseqq?|et\ssuiv|y\sss|e\sss)$|\bpassim$")
_HOST = re.compile(r"\s[Ii]n:\s")
_SAME_AUTHOR = re.compile(r"(?<![^;])\s?(?:Idem|Id)$")
_DASHES = re.compile(r"(?<![^\s(])_{2,}$")
_NEAR = 24
_LONGEST_CITATION = 600
_DOTTED = re.compile(r"\w{1,2}(?:\.\w{1,2})+")
_LAST_WORD = re.compile(r"[\w.]*\w$")


class Stop(StrEnum):
    """What ends a clause."""

    SEMICOLON = "semicolon"
    JOINT = "joint"
    SENTENCE = "sentence"
    SIGNAL = "signal"
    LENGTH = "length"
    END = "end"


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of a note between two possible boundaries; `before` is what ended the one before it."""

    start: int
    end: int
    before: Stop


def split_clauses(layout: Layout, start: int, end: int) -> tuple[Clause, ...]:
    """Cut a stretch of a note at semicolons, sentence ends and signals that stand in the open.

    "A, ‘T; U’, 3; see also B. Nothing more is known." gives "A, ‘T; U’, 3", "see also B", "Nothing more is known."
    """
    depth = layout.depth(start) if start < end else 0
    cuts = sorted(_stops(layout, start, end, depth) | _signals(layout, start, end, depth))
    cuts = sorted([*cuts, *_asides(layout, start, [place for place, _ in cuts], end)])
    joints = find_joints(layout, start, [place for place, _ in cuts], end)
    cuts = sorted([*cuts, *((place, Stop.JOINT) for place in joints)])
    clauses: list[Clause] = []
    at, before = start, Stop.END
    for place, stop in [*cuts, (end, Stop.END)]:
        while place - at > _LONGEST_CLAUSE:
            part = layout.text.rfind(" ", at + 1, at + _LONGEST_CLAUSE) + 1 or at + _LONGEST_CLAUSE
            clauses.append(Clause(at, part, before))
            at, before = part, Stop.LENGTH
        if place > at:
            clauses.append(Clause(at, place, before))
            at, before = place, stop
    return tuple(clauses)


def _stops(layout: Layout, start: int, end: int, depth: int) -> set[tuple[int, Stop]]:
    text = layout.text
    found: set[tuple[int, Stop]] = set()
    for match in _STOP.finditer(text, start, end):
        at = match.start()
        if layout.depth(at) != depth:
            continue
        if match[0] == ";":
            if not layout.is_quoted(at) and not _is_within(text, start, match.start(), end):
                found.add((match.end(), Stop.SEMICOLON))
        elif not _is_inside(layout, at, match.end()) and not _is_abbreviation(text, start, match):
            found.add((match.end(), Stop.SENTENCE))
    return found


def _is_within(text: str, start: int, at: int, end: int) -> bool:
    """Whether a semicolon parts pages or the authors of one work: "Koch, Achim; Kurz, Karin (1999): Titel"."""
    before = text[max(start, text.rfind(";", start, at)) : at]
    # Two volumes of a set are one citation, two volumes of a review are two pieces.
    is_page = _MORE_PAGES.match(text, at + 1, end) and not (
        _MORE_VOLUMES.match(text, at + 1, end) and _IN_A_REVIEW.search(before)
    )
    if is_page or (_OTHER_TITLE.match(text, at + 1, end) and text[at - 1].isalpha()):
        return True
    if parts_inverted_people(text, start, at):
        return True
    return bool(_INVERTED_BEFORE.search(text[max(start, at - 60) : at])) and bool(
        _INVERTED_NEXT.match(text, at + 1, end)
    )


def _is_inside(layout: Layout, at: int, end: int) -> bool:
    """Whether a stop belongs to quoted words that go on; one before the closing mark (“Angola.” Next) does not."""
    quotation = layout.quotation_at(at)
    return quotation is not None and quotation[1] > end


def _is_abbreviation(text: str, start: int, match: re.Match[str]) -> bool:
    if match[0] != ".":
        return False
    if _is_behind_inverted_head(text, start, match):
        return True
    before = text[max(start, match.start() - 24) : match.start()].rstrip()
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last[0]
    if word[0].isupper() and len(word) <= 5 and _ABBREVIATED.match(text, match.end()):
        return True
    if word.isdigit():
        return len(word) < 3 and bool(_COUNTED.match(text, match.end()))
    if _LAST_OF_PAGES.search(before):
        return False
    if len(word) == 1 and word.isalpha():
        return True
    after = text[match.end() : match.end() + 2].strip()
    return after.islower() or word.casefold() in word_set("prose", "abbreviations") or bool(_DOTTED.fullmatch(word))


def _is_behind_inverted_head(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether a stop parts people and title, or title and "In:", or "Idem" and a title, in the Brazilian manner."""
    near = max(start, match.start() - _NEAR)
    if ends_inverted_head(text, start, match.start()) or _DASHES.search(text, near, match.start()):
        return True
    if _HOST.match(text, match.end()):
        return follows_inverted_head(text, start, match.start())
    if not _SAME_AUTHOR.search(text, near, match.start()):
        return False
    return read_brazilian(f"DOE, J. {text[match.end() + 1 : match.end() + _LONGEST_CITATION]}") is not None


def _asides(layout: Layout, start: int, cuts: list[int], end: int) -> list[tuple[int, Stop]]:
    """Where the note's own words go on behind a citation, looked for between the other boundaries."""
    found: list[tuple[int, Stop]] = []
    for low, high in pairwise([start, *cuts, end]):
        found += [(place, Stop.SIGNAL) for place in find_asides(layout, low, high)]
    return found


def _signals(layout: Layout, start: int, end: int, depth: int) -> set[tuple[int, Stop]]:
    found: set[tuple[int, Stop]] = set()
    for find in (find_passing_on, find_midway):
        at = start
        while match := find(layout.text, at, end):
            if layout.depth(match.start()) == depth and not layout.is_quoted(match.start()) and match.start() > start:
                found.add((match.start(), Stop.SIGNAL))
            at = match.end()
    return found
