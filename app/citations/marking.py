"""A note's text in, its mentions out in text order: signals read, boundaries found, citation told from prose."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Relation
from app.citations.backward import read_backward
from app.citations.extent import close_citation
from app.citations.forward import SURE, read_forward, read_same_author
from app.citations.imprints import is_imprint
from app.citations.inside import find_inside
from app.citations.layout import Layout, lay_out
from app.citations.leading import find_bare_leads, find_leads, follows_his, opens_a_phrase, opens_small
from app.citations.letters import is_paper_alone, pass_letter_head, read_letter
from app.citations.locators import narrow, read_locator
from app.citations.mention import Back, Mention, Pointer
from app.citations.parsing import is_dated
from app.citations.pointers import BackWord, find_back_word, find_idem, is_repeating, read_idem, read_misread
from app.citations.sentences import Clause, Stop, split_clauses
from app.citations.shapes import (
    begins_with_people,
    count_sentence_words,
    is_complete,
    is_unprinted,
    weigh_evidence,
)
from app.citations.sigla import find_sigla
from app.citations.signals import read_signal
from app.fields import ParsedCitation
from app.fields.ratings import rate_people

_FAIRLY, _SOMEWHAT = 0.5, 0.4
_SOURCE = re.compile(r"\s?\((?=[^\W\d_]|[“‘«])")
_LETTERS = re.compile(r"[^\W\d_]{2}|§|[^\W\d_]\.[^\W\d_]\.")
_DEEPEST = 3
# What has pages of its own.
_WITHIN = ("article", "incollection", "inproceedings", "inbook")
_SPACES = str.maketrans(
    dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r", " ")
)


def find_mentions(text: str, language: str = "en") -> tuple[Mention, ...]:
    """Find the citations of one note.

    Args:
        text: the note, white space folded.
        language: ISO 639-1 code of the notes.

    Returns:
        The mentions in text order, none overlapping; guesses among them, which count only if a work bears their name.

    Example:
        "Ibid., 85. Also see Edith Marlow, ‘The Harbour Trade’, Past 26 (1984): 163. Marlow argues ..."
        has two mentions: "Ibid., 85" and the article, see-also, without the sentence behind it.
    """
    # One character for one, so that every span holds in the text as printed.
    text = text.translate(_SPACES)
    layout = lay_out(text, language)
    found = [_narrowed(mention) for mention in _mark(layout, 0, len(text), 0)]
    return _with_sigla(text, _relate(text, found))


def _mark(layout: Layout, start: int, end: int, depth: int) -> list[Mention]:
    found: list[Mention] = []
    clauses = split_clauses(layout, start, end)
    at = start
    signalled: Relation | None = None
    for k, clause in enumerate(clauses):
        at = max(at, clause.start)
        signalled = signalled if clause.before is Stop.SEMICOLON else None
        while clause.end - at > 2 and _LETTERS.search(layout.text, at, clause.end):
            is_first = at == clause.start
            mentions, after = _read_clause(layout, clauses, k, at, bool(found), depth)
            if mentions and is_first and clause.before is Stop.SEMICOLON and found:
                mentions[0] = _in_list(mentions[0], signalled)
            signalled = mentions[-1].relation if mentions else signalled
            found.extend(mentions)
            if after <= at:
                break
            at = after
    return found


def _is_quotation_with_source(layout: Layout, start: int, end: int) -> bool:
    """Whether quoted words stand here with their source in brackets: "‘It was the best of times’ (C. Dickens, ...)"."""
    quotation = layout.quotation_at(start)
    if quotation is None or quotation[0] != start:
        return False
    source = _SOURCE.match(layout.text, quotation[1], end)
    if source is None:
        return False
    begin = source.end()
    return is_repeating(layout.text, begin) or begins_with_people(layout.text, begin, end)


def _in_list(mention: Mention, signalled: Relation | None) -> Mention:
    """A further citation of a list, for which the signal before the list stands too: "See Doe, ...; Roe, ..."."""
    if mention.relation is Relation.CITES and signalled in (Relation.SEE, Relation.SEE_ALSO):
        mention = replace(mention, relation=signalled)
    return replace(mention, in_list=True)


def _read_clause(
    layout: Layout, clauses: tuple[Clause, ...], k: int, at: int, is_joined: bool, depth: int
) -> tuple[list[Mention], int]:
    """Read what begins at a place: the mentions there, and where to go on."""
    clause = clauses[k]
    start, relation = read_signal(layout.text, at, is_joined, layout.language)
    if start >= clause.end:
        return [], clause.end
    if layout.text[start] in "([" and not begins_with_people(layout.text, start, clause.end):
        return _read_bracket(layout, start, clause.end, depth)
    if _is_only_page(layout.text, start, clause.end):
        return [], clause.end
    if is_paper_alone(layout, start, clause.end):
        return [], clause.end
    if letter := read_letter(layout, clauses, k, start):
        return [replace(letter, relation=relation or letter.relation)], max(letter.end, start + 1)
    start = pass_letter_head(layout, start, clause.end)
    if _is_quotation_with_source(layout, start, clause.end):
        return _read_brackets(layout, start, clause.end, depth), clause.end
    if led := _read_led(layout, clauses, k, start, relation):
        marked = replace(close_citation(layout, led, clause.end), relation=relation or led.relation)
        return [*_read_brackets(layout, start, led.start, depth), marked], max(marked.end, start + 1)
    mention = _read_pointing(layout, clauses, k, start) or read_forward(layout, clauses, k, start, relation)
    if mention is not None and mention.pointer.back is Back.GUESS:
        brackets = [] if mention.locator else _read_brackets(layout, start, clause.end, depth)
        if brackets:
            return brackets, clause.end
        inner = find_inside(layout, clauses, k, start)
        if inner is not None and (inner.pointer.back is not Back.GUESS or opens_small(layout, start)):
            mention = inner
    if mention is not None:
        marked = replace(close_citation(layout, mention, clause.end), relation=relation or mention.relation)
        return [marked], max(marked.end, start + 1)
    inner = find_inside(layout, clauses, k, start)
    if inner is None:
        return _read_brackets(layout, start, clause.end, depth), clause.end
    before = _read_brackets(layout, start, inner.start, depth)
    inner = close_citation(layout, inner, clause.end)
    return [*before, replace(inner, relation=relation or Relation.CITES)], inner.end


def _read_led(
    layout: Layout, clauses: tuple[Clause, ...], k: int, start: int, relation: Relation | None
) -> Mention | None:
    """The first citation that words of a sentence lead to: "The instructions are in Wharton, op. cit., VI. 482"."""
    text, end = layout.text, clauses[k].end
    if begins_with_people(text, start, end) and not text[start].islower() and not opens_a_phrase(layout, start):
        return None
    if read_idem(text, start, end) or ((word := find_back_word(text, start, end)) and word.start == start):
        return None
    for begin in find_leads(layout, start, clauses[k].end):
        mention = _read_pointing(layout, clauses, k, begin) or read_forward(layout, clauses, k, begin, relation)
        if mention is not None and mention.start == begin and _is_whole(layout, mention):
            return mention
    for begin in find_bare_leads(layout, start, end):
        mention = read_forward(layout, clauses, k, begin, relation)
        if mention is not None and mention.start == begin and _is_placed(layout, mention):
            is_his = follows_his(layout, begin)
            return replace(mention, pointer=Pointer(Back.IDEM, "his")) if is_his else mention
    return None


def _is_placed(layout: Layout, mention: Mention) -> bool:
    """Whether a title without names says where it is to be found: a volume, a day, an imprint with a page."""
    if mention.pointer.back is not Back.NOTHING or mention.parsed is None or mention.certainty < _FAIRLY:
        return False
    if count_sentence_words(layout.outside_quotations(mention.start, mention.end), layout.language):
        return False
    entry = mention.parsed.entry
    is_dated_to_the_day = len(entry.get("date")) > len("1900-01") and bool(entry.get("journaltitle"))
    return bool(
        entry.get("volume")
        or entry.get("editor")
        or is_dated_to_the_day
        or (entry.get("location") and entry.get("date") and (mention.locator or entry.get("publisher")))
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


def _is_only_page(text: str, start: int, end: int) -> bool:
    """Whether nothing stands here but a further page of the citation before: "bzw. S. 240 f."."""
    locator = read_locator(text, start, end)
    return locator is not None and not text[locator.end : end].strip(" .;,)")


def _read_pointing(layout: Layout, clauses: tuple[Clause, ...], k: int, start: int) -> Mention | None:
    """A back-reference that begins here, or stands behind the prose here."""
    end = clauses[k].end
    word = _first_back_word(layout, start, end) or _misread_word(layout, start, end)
    if word is None:
        return None
    if word.back is Back.IDEM and (full := read_same_author(layout, clauses, k, word, start)):
        return full
    is_behind = word.start - start > 40 and is_complete(layout, start, word.start)
    if is_behind and weigh_evidence(layout, start, word.start) >= SURE:
        return None
    return read_backward(layout, start, end, word)


def _first_back_word(layout: Layout, start: int, end: int) -> BackWord | None:
    at = start
    for _ in range(4):
        word = find_back_word(layout.text, at, end)
        idem = find_idem(layout.text, at, end)
        if idem and _is_idem_here(layout.text, idem, start) and (word is None or idem.start < word.start):
            word = idem
        if word is None:
            return None
        if word is idem and (further := find_back_word(layout.text, word.end, end)):
            is_one = not layout.text[word.end : further.start].strip(" ,.")
            word = replace(further, start=word.start) if is_one else word
        inside = word.start + 1 if layout.text[word.start] in "([" else word.start
        if not layout.is_quoted(inside) and layout.depth(inside) - layout.depth(start) <= (inside > word.start):
            return word
        at = word.end
    return None


def _misread_word(layout: Layout, start: int, end: int) -> BackWord | None:
    """A spoilt "Ibid." that stands alone or with nothing but a page behind it."""
    word = read_misread(layout.text, start, end)
    if word is None:
        return None
    locator = read_locator(layout.text, word.end, end)
    return word if not layout.text[locator.end if locator else word.end : end].strip(" .,;") else None


def _is_idem_here(text: str, word: BackWord, start: int) -> bool:
    """Whether "Ders." stands at the beginning or right behind a short name, not within a title or a sentence."""
    before = text[start : word.start].rstrip()
    return not before or (len(before) < 60 and before.endswith(",") and not re.search(r"[.“‘\d]\s", before))


def _read_bracket(layout: Layout, start: int, end: int, depth: int) -> tuple[list[Mention], int]:
    """A bracket that a clause begins with: what it holds is read by itself."""
    close = next((c for open_at, c in layout.brackets_between(start, start + 1) if open_at == start), end + 1)
    if depth >= _DEEPEST or close > end:
        return [], start + 1
    if is_imprint(layout.text[start + 1 : close - 1]):
        return [], close
    return _mark(layout, start + 1, close - 1, depth + 1), close


def _read_brackets(layout: Layout, start: int, end: int, depth: int) -> list[Mention]:
    """Citations in brackets within prose: "(See A. Bradney, ‘...’ (1996) 2 ... 24–6)", "(Kahn-Freund, id.)"."""
    if depth >= _DEEPEST or start >= end:
        return []
    found: list[Mention] = []
    base, at = layout.depth(start), start
    for open_at, close_at in layout.brackets_between(start, end):
        is_inside = open_at >= at and close_at <= end and layout.depth(open_at) == base + 1
        if is_inside and close_at - open_at > 6 and not is_imprint(layout.text[open_at + 1 : close_at - 1]):
            found.extend(_mark(layout, open_at + 1, close_at - 1, depth + 1))
            at = close_at
    return found


def _narrowed(mention: Mention) -> Mention:
    """A locator that singles a page out of the work's own stretch; the stretch is the work's: "S. 213–225, hier S. 220"."""
    page, whole = narrow(mention.locator) if mention.locator else ("", "")
    if not whole:
        return mention
    parsed = mention.parsed
    if parsed is not None and parsed.entry.entrytype in _WITHIN and not parsed.entry.get("pages"):
        parsed = replace(parsed, entry=parsed.entry.with_fields(pages=re.sub(r"\s?[-–—]+\s?", "--", whole)))
    return replace(mention, locator=page, parsed=parsed)


def _relate(text: str, mentions: list[Mention]) -> list[Mention]:
    """Mark the source before each "quoted in"."""
    related: list[Mention] = []
    for mention in mentions:
        if mention.relation is Relation.QUOTED_IN and related:
            between = text[related[-1].end : mention.start]
            if len(between) < 40 and ";" not in between:
                related[-1] = replace(related[-1], relation=Relation.QUOTED_SOURCE)
        related.append(mention)
    return related


def _without(parsed: ParsedCitation | None, words: str) -> ParsedCitation | None:
    """What was read, without the words that only name the work for later notes: "Bundesarchiv (künftig: BA), R 43"."""
    if parsed is None or not any(words in value for value in parsed.entry.fields.values()):
        return parsed
    cleaned = {name: value.replace(f" {words}", "") for name, value in parsed.entry.fields.items()}
    return replace(parsed, entry=parsed.entry.with_fields(**cleaned))


def _with_sigla(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """Give each name for later notes ("hereafter AN") to the citation before it."""
    named = list(mentions)
    for siglum in find_sigla(text):
        owners = [k for k, mention in enumerate(named) if mention.start < siglum.start]
        if owners:
            owner = named[owners[-1]]
            end = siglum.start if owner.end > siglum.start and siglum.is_trailing(owner.end) else owner.end
            named[owners[-1]] = replace(
                owner,
                end=len(text[:end].rstrip(" ,")),
                sigla=(*owner.sigla, siglum.name),
                parsed=_without(owner.parsed, text[siglum.start : siglum.end]),
            )
    return tuple(mention for mention in named if mention.end > mention.start)
