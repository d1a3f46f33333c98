"""A clause that words of a sentence open in, the first citation they lead to out: "The text is in Wharton, VI. 482"."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Relation
from app.citations.cases import find_case
from app.citations.forward import read_forward, tie
from app.citations.layout import Layout
from app.citations.leading import find_bare_leads, find_leads, follows_his
from app.citations.mention import Back, Mention, Pointer
from app.citations.openings import opens_a_phrase
from app.citations.parsing import is_dated
from app.citations.pointers import find_back_word, read_idem
from app.citations.pointing import read_pointing
from app.citations.sentences import Clause
from app.citations.shapes import begins_with_people, count_sentence_words, is_unprinted
from app.fields.ratings import rate_people

_FAIRLY, _SOMEWHAT = 0.5, 0.4
_PLAINLY = 1.5
# Names, titles and figures stand before a case only in a citation of something else.
_NO_SENTENCE = re.compile(r"[,:“‘\"\d(\[]")
_LONGEST_WORD = 60


def read_led(
    layout: Layout, clauses: tuple[Clause, ...], k: int, start: int, relation: Relation | None
) -> Mention | None:
    """The first citation that words of a sentence lead to: "The instructions are in Wharton, op. cit., VI. 482"."""
    text, end = layout.text, clauses[k].end
    if begins_with_people(text, start, end) and not text[start].islower() and not opens_a_phrase(layout, start):
        return None
    if read_idem(text, start, end) or (
        (word := find_back_word(text, start, min(end, start + _LONGEST_WORD))) and word.start == start
    ):
        return None
    if case := _first_case(layout, start, end):
        return case
    whole = _first_whole(layout, clauses, k, start, relation)
    placed = _first_placed(layout, clauses, k, start, relation)
    # "Salt Board on Brine and Bread, Report": what names a body holds what looks like a name.
    is_around = whole is not None and placed is not None and placed.start < whole.start < placed.end
    led = placed if whole is None or is_around else whole
    return _by_whom(layout, led) if led else None


def _first_whole(
    layout: Layout, clauses: tuple[Clause, ...], k: int, start: int, relation: Relation | None
) -> Mention | None:
    """The first citation that names its work by people, a back-reference word or a title in quotation marks."""
    for begin in find_leads(layout, start, clauses[k].end):
        mention = read_pointing(layout, clauses, k, begin) or read_forward(layout, clauses, k, begin, relation)
        if mention is not None and mention.start == begin and _is_whole(layout, mention):
            return mention
    return None


def _first_placed(
    layout: Layout, clauses: tuple[Clause, ...], k: int, start: int, relation: Relation | None
) -> Mention | None:
    """The first citation that names nobody and says where the work is to be found."""
    for begin in find_bare_leads(layout, start, clauses[k].end):
        mention = read_forward(layout, clauses, k, begin, relation)
        if mention is not None and mention.start == begin and _is_placed(layout, mention):
            return mention
    return None


def _first_case(layout: Layout, start: int, end: int) -> Mention | None:
    """A court case that a sentence leads to: "The court was content in Ash v. Ash [1972] Fam. 135"."""
    found = find_case(layout, start, end)
    if found is None or _NO_SENTENCE.search(layout.text, start, found[0]):
        return None
    is_said = count_sentence_words(layout.text[start : found[0]], layout.language) > 0
    return tie(found[1], found[0], _PLAINLY) if is_said else None


def _by_whom(layout: Layout, mention: Mention) -> Mention:
    """A work that names nobody and is said to be his who was named before: "his doctoral thesis, ‘The Mill’"."""
    entry = mention.parsed.entry if mention.parsed else None
    if mention.pointer.back is not Back.NOTHING or entry is None or entry.get("author") or entry.get("editor"):
        return mention
    return replace(mention, pointer=Pointer(Back.IDEM, "his")) if follows_his(layout, mention.start) else mention


def _is_placed(layout: Layout, mention: Mention) -> bool:
    """Whether a title without names says where it is to be found: a volume, a day, an imprint with a page."""
    if mention.parsed is None or mention.certainty < _FAIRLY:
        return False
    if mention.pointer.back is not Back.NOTHING and not mention.parsed.entry.get("library"):
        return False
    if count_sentence_words(layout.outside_quotations(mention.start, mention.end), layout.language):
        return False
    entry = mention.parsed.entry
    is_dated_to_the_day = len(entry.get("date")) > len("1900-01") and bool(entry.get("journaltitle"))
    return bool(
        entry.get("volume")
        or entry.get("library")
        or entry.get("editor")
        or is_dated_to_the_day
        or (entry.get("location") and entry.get("date") and (mention.locator or entry.get("publisher")))
        or (entry.get("author").startswith("{") and entry.get("date") and (mention.locator or entry.get("number")))
    )


def _is_whole(layout: Layout, mention: Mention) -> bool:
    """Whether a citation led to names its work by people, a back-reference word or a title in quotation marks."""
    if mention.pointer.back in (Back.IBID, Back.IDEM, Back.EARLIER):
        return True
    if mention.parsed is None or mention.pointer.back is Back.GUESS:
        return False
    if (
        mention.pointer.back is Back.TITLE
        and not mention.locator
        and not layout.quotations_between(mention.start, mention.end)
    ):
        return False
    entry = mention.parsed.entry
    people = entry.get("author") or entry.get("editor")
    if people and not people.startswith("{"):
        return True
    words = layout.text[mention.start : mention.end]
    is_sure = (
        layout.is_quoted(mention.start) or rate_people(words.partition(",")[0].replace(" v. ", " von ")) >= _SOMEWHAT
    )
    return is_dated(mention.parsed) and (is_sure or is_unprinted(words))
