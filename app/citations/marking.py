"""A note's text in, its mentions out in text order: signals read, boundaries found, citation told from prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from app.apparatus import Form, Relation
from app.citations.backward import read_backward
from app.citations.brief import read_brief
from app.citations.layout import Layout, lay_out
from app.citations.locators import read_locator
from app.citations.mention import Back, Mention, Pointer
from app.citations.naming import read_people
from app.citations.pointers import BackWord, find_back_word, find_idem, read_idem
from app.citations.sentences import Clause, Stop, split_clauses
from app.citations.shapes import (
    begins_with_people,
    count_sentence_words,
    is_before_quotation,
    is_before_title,
    is_complete,
    weigh_evidence,
)
from app.citations.sigla import find_sigla
from app.citations.signals import read_signal
from app.entry import Entry
from app.fields import ParsedCitation, parse_citation

_LETTERS = re.compile(r"[^\W\d_]{2}")
_LONGEST_CITATION = 1500
_CONTINUING = re.compile(r"\s*(?:\(|\[|\d|https?:|www\.|Accessed|accessed|Available at|DOI|doi)")
_LEAD = re.compile(
    r"\b(?:in|by|from|of|see|is|are|with|bei|von|in:|par|de|dans|por|da|di|to|were|was|the|’s|report)\s+(?=[^\W\d_a-z“‘„«]|[“‘„«])"
)
_NAMES_BEFORE = re.compile(
    r"(?:^|(?<=[\s(]))((?:[^\W\d_a-z][\w'’.-]*(?:,?\s|/)(?:(?:and|und|et|y|e|&|de|von|van|der|du|di|la|le)\s)*){1,10})(?:in\s)?$"
)
_CLOSING_BRACKET = re.compile(r"\s?\((?:[^()]{0,60}\b(?:1[4-9]|20)\d\d|[A-Z]{2,6}|forthcoming|in press)\)")
_LEFTOVER = re.compile(r"[,\s]*[=&?%#/~+][\s=&?%#\w]|[,\s]*\w+\s?=\s?\w")
_SMALL_WORDS = re.compile(r"(?:^|\s)[a-zà-ÿ]{3,}\s(?:[a-zà-ÿ]+\s)*[a-zà-ÿ]{2,}\s")
_DASH_AUTHOR = re.compile(r"(?:[—–_]{2,}|---+|—)[.,:]?\s+")
_SURE, _LIKELY, _DEEPEST = 1.5, 0.7, 3


@dataclass(frozen=True, slots=True)
class _Reading:
    """What stays the same while one note is read."""

    layout: Layout
    language: str

    @property
    def text(self) -> str:
        return self.layout.text


def find_mentions(text: str, language: str = "en") -> tuple[Mention, ...]:
    """Find the citations of one note.

    Args:
        text: the note, white space folded.
        language: ISO 639-1 code of the notes.

    Returns:
        The mentions in text order, none overlapping; guesses among them, which count only if a work bears their name.

    Example:
        "Ibid., 85. Also see W. Raymond Duncan, ‘Soviet Interests’, Journal 26, no. 2 (May 1984): 163. Duncan argues ..."
        has two mentions: "Ibid., 85" and the article, see-also, without the sentence behind it.
    """
    reading = _Reading(lay_out(text), language)
    mentions = _mark(reading, 0, len(text), 0)
    return _with_sigla(text, _relate(text, mentions))


def _mark(reading: _Reading, start: int, end: int, depth: int) -> list[Mention]:
    found: list[Mention] = []
    clauses = split_clauses(reading.layout, start, end)
    at = start
    for k, clause in enumerate(clauses):
        at = max(at, clause.start)
        while clause.end - at > 2 and _LETTERS.search(reading.text, at, clause.end):
            is_first = at == clause.start
            mentions, after = _read_clause(reading, clauses, k, at, bool(found), depth)
            if mentions and is_first and clause.before is Stop.SEMICOLON and found:
                mentions[0] = replace(mentions[0], in_list=True)
            found.extend(mentions)
            if after <= at:
                break
            at = after
    return found


def _read_clause(
    reading: _Reading, clauses: tuple[Clause, ...], k: int, at: int, is_joined: bool, depth: int
) -> tuple[list[Mention], int]:
    """Read what begins at a place: the mentions there, and where to go on."""
    clause = clauses[k]
    start, relation = read_signal(reading.text, at, is_joined, reading.language)
    if start >= clause.end:
        return [], clause.end
    if reading.text[start] in "([":
        return _read_bracket(reading, start, clause.end, depth)
    mention = _read_pointing(reading, start, clause.end) or _read_naming(reading, clauses, k, start, relation)
    if mention is not None:
        end = max(mention.end, _behind_year(reading, mention, clause.end))
        end = max(end, _behind_leftovers(reading, end, clause.end))
        marked = replace(mention, end=end, relation=relation or Relation.CITES)
        return [marked], max(marked.end, start + 1)
    inner = _find_inside(reading, clauses, k, start)
    if inner is None:
        return _read_brackets(reading, start, clause.end, depth), clause.end
    before = _read_brackets(reading, start, inner.start, depth)
    return [*before, replace(inner, relation=relation or Relation.CITES)], inner.end


def _behind_year(reading: _Reading, mention: Mention, end: int) -> int:
    """Where the bracket with court or year ends that closes a citation: "12 F.3d 345, 350 (2d Cir. 1993)", "256 (CA)"."""
    if mention.parsed is None:
        return mention.end
    match = _CLOSING_BRACKET.match(reading.text, mention.end, end)
    return match.end() if match else mention.end


def _behind_leftovers(reading: _Reading, at: int, end: int) -> int:
    """Where what is left of a mangled address ends: ", = 146740160& CFTOKEN =55713416 (accessed March 22, 2009)"."""
    if not _LEFTOVER.match(reading.text, at, end) or end - at > 300:
        return at
    if count_sentence_words(reading.text[at:end], reading.language) > 1:
        return at
    return at + len(reading.text[at:end].rstrip(" .;,"))


def _read_bracket(reading: _Reading, start: int, end: int, depth: int) -> tuple[list[Mention], int]:
    """A bracket that a clause begins with: what it holds is read by itself."""
    close = next(
        (close for open_at, close in reading.layout.brackets_between(start, start + 1) if open_at == start), end
    )
    if depth >= _DEEPEST or close > end:
        return [], start + 1
    return _mark(reading, start + 1, close - 1, depth + 1), close


def _read_pointing(reading: _Reading, start: int, end: int) -> Mention | None:
    """A back-reference that begins here, or stands behind the prose here."""
    word = _first_back_word(reading, start, end)
    if word is None:
        return None
    if word.back is Back.IDEM and (full := _read_same_author(reading, word, start, end)):
        return full
    if word.start - start > 40 and is_complete(reading.layout, start, word.start):
        if weigh_evidence(reading.layout, start, word.start, reading.language) >= _SURE:
            return None
    return read_backward(reading.layout, start, end, word, reading.language)


def _first_back_word(reading: _Reading, start: int, end: int) -> BackWord | None:
    layout, at = reading.layout, start
    for _ in range(4):
        word = find_back_word(reading.text, at, end)
        idem = find_idem(reading.text, at, end)
        if idem and _is_idem_here(reading, idem, start) and (word is None or idem.start < word.start):
            word = idem
        if word is None:
            return None
        inside = word.start + 1 if reading.text[word.start] in "([" else word.start
        if not layout.is_quoted(inside) and layout.depth(inside) - layout.depth(start) <= (inside > word.start):
            return word
        at = word.end
    return None


def _is_idem_here(reading: _Reading, word: BackWord, start: int) -> bool:
    """ "Ders." counts at the beginning or right behind a short name, not in the middle of a title or a sentence."""
    before = reading.text[start : word.start]
    return not before.strip() or (
        len(before) < 60 and before.rstrip().endswith(",") and not re.search(r"[.“‘\d]\s", before)
    )


def _read_same_author(reading: _Reading, word: BackWord, start: int, end: int) -> Mention | None:
    """ "Ders., Titel, Berlin 1990, 34": a work of its own whose author is the one just named."""
    if reading.text[start : word.start].strip():
        return None
    behind = re.compile(r"[\s,:.]*(?:\((?:eds?|Hg|Hrsg|dir)s?\.\)[,:]?\s*)?").match(reading.text, word.end)
    begin = behind.end() if behind else word.end
    if read_locator(reading.text, word.end, end) or not _LETTERS.search(reading.text, begin, end):
        return None
    parsed = parse_citation(reading.text[begin : min(end, begin + _LONGEST_CITATION)], reading.language)
    brief = read_brief(reading.layout, begin, end, reading.language)
    if brief is not None and (parsed is None or not _is_dated(parsed)):
        title = brief.title or brief.names
        pointer = Pointer(Back.IDEM, word.word, title=title)
        known = ParsedCitation(Entry("book", {"title": title}), 0, brief.length, brief.locator, 0.5)
        return Mention(
            word.start, begin + brief.length, Form.SHORT, pointer, locator=brief.locator, parsed=known, certainty=0.7
        )
    if parsed is None or not parsed.entry.get("title"):
        return None
    pointer = Pointer(Back.IDEM, word.word)
    return Mention(
        word.start, begin + parsed.end, Form.FULL, pointer, locator=parsed.locator, parsed=parsed, certainty=0.85
    )


def _read_naming(
    reading: _Reading, clauses: tuple[Clause, ...], k: int, start: int, relation: Relation | None
) -> Mention | None:
    """A citation that names its work and begins exactly here."""
    limit = _extent(reading, clauses, k, start)
    dash = _DASH_AUTHOR.match(reading.text, start)
    begin = dash.end() if dash else start
    evidence = weigh_evidence(reading.layout, begin, limit, reading.language) + (0.4 if relation else 0.0)
    if _begins_before_names(reading, begin, limit):
        return None
    if evidence < _LIKELY:
        return _read_brief(reading, clauses, k, start, limit)
    parsed = parse_citation(reading.text[begin : min(limit, begin + _LONGEST_CITATION)], reading.language)
    if parsed is None or parsed.end <= parsed.start or evidence + parsed.certainty < _SURE:
        return _read_brief(reading, clauses, k, start, limit)
    mention = _from_parsed(parsed, begin, evidence)
    if mention.pointer.back is Back.TITLE and not dash:
        brief = _read_brief(reading, clauses, k, start, limit)
        if brief is not None:
            locator = parsed.locator if parsed.entry.get("pages") else brief.locator
            surely = evidence + parsed.certainty >= _SURE + 1
            pointer = replace(brief.pointer, back=Back.TITLE) if surely and brief.pointer.title else brief.pointer
            return replace(
                brief,
                pointer=pointer,
                parsed=parsed,
                locator=locator,
                certainty=max(brief.certainty, mention.certainty),
            )
    if dash:
        return replace(mention, start=start, pointer=Pointer(Back.IDEM, dash[0].strip()))
    return mention


def _begins_before_names(reading: _Reading, start: int, limit: int) -> bool:
    """Prose that leads to names and a title: "Consider the gloomy outlook of Norman Etherington in “Missionaries"."""
    if reading.layout.is_quoted(start) or begins_with_people(reading.text, start, limit):
        return False
    for match in _LEAD.finditer(reading.text, start, min(limit, start + 160)):
        if count_sentence_words(reading.text[start : match.end()], reading.language) and _is_lead_to_names(
            reading, match.end(), limit
        ):
            return True
    first = next(iter(reading.layout.quotations_between(start, min(limit, start + 250))), None)
    if first is None or first[0] - start < 12 or is_before_quotation(reading.text, start, limit):
        return False
    lead = reading.text[start : first[0]]
    names = _NAMES_BEFORE.search(lead)
    if names is None or is_before_title(reading.text, start, limit):
        return False
    leads_on = lead[: names.start(1)].rstrip()[-1:].islower() and bool(_SMALL_WORDS.search(lead))
    return leads_on and not is_complete(reading.layout, start, first[0])


def _is_lead_to_names(reading: _Reading, at: int, limit: int) -> bool:
    people = read_people(reading.text, at, min(limit, at + 200))
    return people is not None and people.first_words + people.initials >= 2 and is_before_title(reading.text, at, limit)


def _is_dated(parsed: ParsedCitation) -> bool:
    """Whether the words hold more than a short citation would: when, where or in which volume the work came out."""
    return any(
        parsed.entry.get(name)
        for name in ("date", "urldate", "url", "doi", "publisher", "volume", "number", "pubstate", "booktitle")
    )


def _from_parsed(parsed: ParsedCitation, begin: int, evidence: float) -> Mention:
    entry = parsed.entry
    names = entry.get("author") or entry.get("editor")
    dated = any(
        entry.get(field)
        for field in ("date", "year", "urldate", "url", "doi", "publisher", "volume", "number", "pubstate", "booktitle")
    )
    pointer = Pointer(Back.NOTHING) if dated else Pointer(Back.TITLE, "", names, entry.get("title"))
    certainty = max(0.05, min(0.99, 0.25 + 0.15 * evidence + 0.3 * parsed.certainty))
    form = Form.FULL if dated else Form.SHORT
    return Mention(
        begin + parsed.start,
        begin + parsed.end,
        form,
        pointer,
        locator=parsed.locator,
        parsed=parsed,
        certainty=certainty,
    )


def _read_brief(reading: _Reading, clauses: tuple[Clause, ...], k: int, start: int, limit: int) -> Mention | None:
    """A short citation; without quotation marks it is a guess that a known title must bear out: "Cold War: Backyard."."""
    brief = read_brief(reading.layout, start, limit, reading.language)
    if brief is None or (not brief.is_quoted and limit > clauses[k].end):
        limit = min(limit, clauses[k].end)
        brief = read_brief(reading.layout, start, limit, reading.language)
    if brief is None:
        return None
    back = Back.TITLE if brief.can_stand_alone else Back.GUESS
    pointer = Pointer(back, names=brief.names, title=brief.title)
    parsed = brief.as_parsed() if brief.can_stand_alone else None
    end = start + brief.length
    certainty = 0.6 if brief.can_stand_alone else 0.3
    return Mention(start, end, Form.SHORT, pointer, locator=brief.locator, parsed=parsed, certainty=certainty)


def _extent(reading: _Reading, clauses: tuple[Clause, ...], k: int, start: int) -> int:
    """How far the citation beginning at `start` may reach: over full stops inside it, not over the next citation or prose."""
    limit = clauses[k].end
    for clause in clauses[k + 1 :]:
        if clause.before is not Stop.SENTENCE or clause.end - start > _LONGEST_CITATION:
            break
        if not _continues(reading, start, limit, clause):
            break
        limit = clause.end
    return limit


def _continues(reading: _Reading, start: int, limit: int, clause: Clause) -> bool:
    """Whether the sentence behind a citation still belongs to it: "‘Title’. ITAR-TASS. 12 October 2004"."""
    layout = reading.layout
    begin, relation = read_signal(reading.text, clause.start, language=reading.language)
    if relation is not None or find_back_word(reading.text, begin, min(clause.end, begin + 60)):
        return False
    if read_idem(reading.text, begin, clause.end):
        return False
    prose = count_sentence_words(layout.outside_quotations(begin, clause.end), reading.language)
    if is_complete(layout, start, limit):
        return prose <= 1 and bool(_CONTINUING.match(reading.text, clause.start)) and clause.end - clause.start < 300
    if prose >= 2 and weigh_evidence(layout, begin, clause.end, reading.language) < 2:
        return False
    first = layout.quotation_at(start)
    has_title = first is not None or is_before_quotation(reading.text, start, limit)
    return not (has_title and is_before_quotation(reading.text, begin, clause.end))


def _find_inside(reading: _Reading, clauses: tuple[Clause, ...], k: int, start: int) -> Mention | None:
    """A citation that begins in the middle of a sentence: "A good account can be found in Alexander Sizonenko, ‘...’"."""
    for begin in _inner_starts(reading, start, clauses[k].end)[:12]:
        limit = _extent(reading, clauses, k, begin)
        evidence = weigh_evidence(reading.layout, begin, limit, reading.language)
        if evidence < 2.0:
            continue
        parsed = parse_citation(reading.text[begin : min(limit, begin + _LONGEST_CITATION)], reading.language)
        if parsed is not None and parsed.end > parsed.start and parsed.certainty >= 0.4:
            return _from_parsed(parsed, begin, evidence - 0.5)
    return None


def _inner_starts(reading: _Reading, start: int, end: int) -> list[int]:
    layout, text = reading.layout, reading.text
    starts: set[int] = set()
    base = layout.depth(start)
    for quote_start, _ in layout.quotations_between(start, end):
        low = max(start, quote_start - 110)
        names = _NAMES_BEFORE.search(text[low:quote_start])
        if names:
            starts.add(low + names.start(1))
    for match in _LEAD.finditer(text, start, end):
        begin = match.end()
        if layout.depth(begin) == base and not layout.is_quoted(begin) and begins_with_people(text, begin, end):
            starts.add(begin)
    return sorted(begin for begin in starts if begin > start)


def _read_brackets(reading: _Reading, start: int, end: int, depth: int) -> list[Mention]:
    """Citations in brackets within prose: "(See A. Bradney and F. Cownie, ‘...’ (1996) 2 ... 24–6)", "(Kahn-Freund, id.)"."""
    if depth >= _DEEPEST:
        return []
    found: list[Mention] = []
    layout = reading.layout
    base = layout.depth(start)
    at = start
    for open_at, close_at in layout.brackets_between(start, end):
        if open_at >= at and close_at <= end and layout.depth(open_at) == base + 1 and close_at - open_at > 6:
            found.extend(_mark(reading, open_at + 1, close_at - 1, depth + 1))
            at = close_at
    return found


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


def _with_sigla(text: str, mentions: list[Mention]) -> tuple[Mention, ...]:
    """Give each name for later notes ("hereafter AN") to the citation before it."""
    named = list(mentions)
    for siglum in find_sigla(text):
        owners = [k for k, mention in enumerate(named) if mention.start < siglum.start]
        if owners:
            owner = named[owners[-1]]
            end = siglum.start if owner.end > siglum.start and siglum.is_trailing(owner.end) else owner.end
            named[owners[-1]] = replace(owner, end=len(text[:end].rstrip(" ,")), sigla=(*owner.sigla, siglum.name))
    return tuple(mention for mention in named if mention.end > mention.start)
