"""A note's text in, its mentions out in text order: signals read, boundaries found, citation told from prose."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Form, Relation
from app.citations.extent import close_citation
from app.citations.forward import read_forward, tie
from app.citations.imprints import is_imprint
from app.citations.inside import find_inside
from app.citations.layout import Layout, lay_out
from app.citations.led import read_led
from app.citations.letters import is_paper_alone, pass_letter_head, read_letter
from app.citations.locators import narrow, read_locator
from app.citations.mention import Back, Mention
from app.citations.openings import opens_small
from app.citations.parsing import parse
from app.citations.placing import place_whole
from app.citations.pointing import read_pointing
from app.citations.quoting import has_source_behind
from app.citations.sentences import Clause, Stop, split_clauses
from app.citations.shapes import (
    begins_with_people,
)
from app.citations.sigla import find_sigla
from app.citations.signals import read_signal
from app.entry import Entry
from app.fields import ParsedCitation, parse_citation, reread_citation
from app.fields.interviews import read_interview

_LETTERS = re.compile(r"[^\W\d_]{2}|§|[^\W\d_]\.[^\W\d_]\.")
_DEEPEST = 3
# How much speaks for an interview that says who, with whom and when.
_SPOKEN = 2.0
_SAYS = re.compile(
    r"\s?[:,.–—]?\s(?:così|thus|so|ainsi|así|assim|scrive(?:va)?|wrote|writes|écrit|écrivait|escrib[eí]a?|schreibt|schrieb|escreve[u]?)\s"
)
# What has pages of its own.
_WITHIN = ("article", "incollection", "inproceedings", "inbook")
_QUOTED_WITHIN = re.compile(r".[“„«‘]")
# A scanner's "I958" and "l958".
_MISREAD_YEAR = re.compile(r"(?<![^\W_])[Iil|](?=[5-9]\d\d(?![^\W_]))")
_SPACES = str.maketrans(
    dict.fromkeys("\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t\n\r", " ")
)


def find_mentions(text: str, language: str = "en", *, is_read_twice: bool = True) -> tuple[Mention, ...]:
    """Find the citations of one note.

    Args:
        text: the note, white space folded.
        language: ISO 639-1 code of the notes.
        is_read_twice: whether the tagger has its say on citations in full too.

    Returns:
        The mentions in text order, none overlapping; guesses among them, which count only if a work bears their name.

    Example:
        "Ibid., 85. Also see Edith Marlow, ‘The Harbour Trade’, Past 26 (1984): 163. Marlow argues ..."
        has two mentions: "Ibid., 85" and the article, see-also, without the sentence behind it.
    """
    # One character for one, so that every span holds in the text as printed.
    text = _MISREAD_YEAR.sub("1", text.translate(_SPACES))
    layout = lay_out(text, language)
    found = [_narrowed(mention) for mention in _mark(layout, 0, len(text), 0)]
    if is_read_twice:
        found = [_reread(layout, mention) for mention in found]
    found = [place_whole(text, mention) for mention in found]
    return _with_sigla(text, _relate(text, found), language)


def parsed_in_full(mention: Mention) -> ParsedCitation | None:
    """What was read of a work named in full, in words whose shape alone does not tell what they are; otherwise None.

    What lies in an archive, unless a title is quoted there, and what stands in a collection that an earlier note names,
    has such a shape.
    """
    parsed = mention.parsed
    if mention.form is not Form.FULL or mention.pointer.back is not Back.NOTHING or parsed is None:
        return None
    is_archival = parsed.entry.get("library") and not _QUOTED_WITHIN.search(parsed.entry.get("title"))
    return parsed if mention.container is None and not is_archival and not _is_led_to(parsed.entry) else None


def _is_led_to(entry: Entry) -> bool:
    """Whether a chapter's collection is named by its editors' family names alone: "in Roe and Lee, Mills, 28-31"."""
    is_short = bool(entry.get("booktitle")) and not entry.get("date") and not entry.get("publisher")
    return is_short and bool(entry.get("editor")) and "," not in entry.get("editor")


def _reread(layout: Layout, mention: Mention) -> Mention:
    """A citation that names its work in full, with the likelier reading of its words; the rules tell its place."""
    if (by_rules := parsed_in_full(mention)) is None:
        return mention
    parsed = reread_citation(layout.text[mention.start : mention.end], by_rules, layout.language)
    if parsed is None or parsed is by_rules:
        return mention
    return replace(mention, parsed=parsed, locator=mention.locator or parsed.locator)


def _mark(layout: Layout, start: int, end: int, depth: int) -> list[Mention]:
    found: list[Mention] = []
    clauses = split_clauses(layout, start, end)
    at = start
    signalled: Relation | None = None
    for k, clause in enumerate(clauses):
        at = max(at, clause.start)
        is_listed = clause.before in (Stop.SEMICOLON, Stop.JOINT)
        signalled = signalled if is_listed else None
        while clause.end - at > 2 and _LETTERS.search(layout.text, at, clause.end):
            is_first = at == clause.start
            mentions, after = _read_clause(layout, clauses, k, at, bool(found), depth)
            if mentions and is_first and is_listed and found:
                mentions[0] = _in_list(mentions[0], clause.before, signalled, found[-1])
            signalled = mentions[-1].relation if mentions else signalled
            found.extend(mentions)
            if after <= at:
                break
            at = after
    return found


def _is_quotation_with_source(layout: Layout, start: int, end: int) -> bool:
    """Whether quoted words stand here with their source in brackets: "‘It was the best of times’ (C. Dickens, ...)"."""
    quotation = layout.quotation_at(start)
    return quotation is not None and quotation[0] == start and has_source_behind(layout, quotation[1], end)


def _is_quotation_said(layout: Layout, start: int) -> bool:
    """Whether quoted words stand here that somebody says: "«Niuno porti armi»: così il Senato, 12 maggio 1587"."""
    quotation = layout.quotation_at(start)
    return quotation is not None and quotation[0] == start and _SAYS.match(layout.text, quotation[1]) is not None


def _in_list(mention: Mention, before: Stop, signalled: Relation | None, last: Mention) -> Mention:
    """A further citation of a list, for which the signal before the list stands too: "See Doe, ...; Roe, ...".

    A bare title joined on by a word is by the same author: "E. Channing, The System, pp. 195-8, and History, IV. 126".
    """
    if mention.relation is Relation.CITES and signalled in (Relation.SEE, Relation.SEE_ALSO):
        mention = replace(mention, relation=signalled)
    parsed = mention.parsed
    is_named = bool(mention.pointer.names) or mention.pointer.back not in (Back.NOTHING, Back.TITLE)
    bare = _bare_title(parsed.entry) if before is Stop.JOINT and not is_named and parsed is not None else None
    is_same = before is Stop.JOINT and last.pointer.back is Back.IDEM and not is_named
    is_signed = parsed is not None and (
        parsed.entry.get("author") or (parsed.entry.get("editor") and not parsed.entry.get("booktitle"))
    )
    if is_same and parsed is not None and not is_signed:
        # "by the same authors, ‘The Ford’, ..., and ‘The Weir’, ..."
        return replace(mention, pointer=replace(last.pointer, title=""))
    if parsed is not None and bare is not None:
        pointer = replace(mention.pointer, back=Back.IDEM, word="and")
        return replace(mention, pointer=pointer, parsed=replace(parsed, entry=bare))
    return replace(mention, in_list=True)


def _bare_title(entry: Entry) -> Entry | None:
    """The book that a title with nobody's name and no year means; not a review, whose name is cut short."""
    if any(entry.get(name) for name in ("author", "editor", "date")):
        return None
    title, journal = entry.get("title"), entry.get("journaltitle")
    if title and not journal:
        return entry
    if title or not journal or "." in journal:
        return None
    kept = {name: value for name, value in entry.fields.items() if name != "journaltitle"}
    return Entry("book", {"title": journal, **kept})


def _read_clause(
    layout: Layout, clauses: tuple[Clause, ...], k: int, at: int, is_joined: bool, depth: int
) -> tuple[list[Mention], int]:
    """Read what begins at a place: the mentions there, and where to go on."""
    clause, text = clauses[k], layout.text
    start, relation = read_signal(text, at, is_joined, layout.language)
    if start >= clause.end or _is_only_page(text, start, clause.end) or is_paper_alone(layout, start, clause.end):
        return [], clause.end
    if text[start] in "([" and not begins_with_people(text, start, clause.end):
        return _read_bracket(layout, start, clause.end, depth)
    if letter := read_letter(layout, clauses, k, start):
        return [replace(letter, relation=relation or letter.relation)], max(letter.end, start + 1)
    start = pass_letter_head(layout, start, clause.end)
    first = None
    if _is_quotation_said(layout, start):
        first = find_inside(layout, clauses, k, start)
    elif not _is_quotation_with_source(layout, start, clause.end):
        first = _read_first(layout, clauses, k, start, relation, depth)
    if first is None:
        return _read_brackets(layout, start, clause.end, depth), clause.end
    before = _read_brackets(layout, start, first.start, depth)
    closed = close_citation(layout, first, clause.end)
    return [*before, replace(closed, relation=relation or closed.relation)], max(closed.end, start + 1)


def _read_first(
    layout: Layout, clauses: tuple[Clause, ...], k: int, start: int, relation: Relation | None, depth: int
) -> Mention | None:
    """The first citation from a place on that stands in no bracket: led to, at the place itself, or in the sentence."""
    if read_interview(layout.text[start : clauses[k].end]) and (spoken := parse(layout, start, clauses[k].end)):
        return tie(spoken, start, _SPOKEN)
    if led := read_led(layout, clauses, k, start, relation):
        return led
    mention = read_pointing(layout, clauses, k, start) or read_forward(layout, clauses, k, start, relation)
    if mention is not None and mention.pointer.back is not Back.GUESS:
        return mention
    if mention is not None and not mention.locator and _read_brackets(layout, start, clauses[k].end, depth):
        return None  # what a bracket cites says more than the guess that the words before it are a title
    inner = find_inside(layout, clauses, k, start)
    if mention is None or (inner and (inner.pointer.back is not Back.GUESS or opens_small(layout, start))):
        return inner
    return mention


def _is_only_page(text: str, start: int, end: int) -> bool:
    """Whether nothing stands here but a further page of the citation before: "bzw. S. 240 f."."""
    locator = read_locator(text, start, end)
    return locator is not None and not text[locator.end : end].strip(" .;,)")


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
    """A locator that singles a page out of the work's own stretch: "S. 213–225, hier S. 220"."""
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


def _read_bare(owner: Mention, before: str, language: str) -> ParsedCitation | None:
    """What is read of a work without the name for later notes behind it, where that is more; None else."""
    if owner.form is not Form.FULL or owner.parsed is None:
        return None
    bare = parse_citation(before[owner.start :], language)
    return bare if bare and len(bare.entry.fields) > len(owner.parsed.entry.fields) else None


def _with_sigla(text: str, mentions: list[Mention], language: str) -> tuple[Mention, ...]:
    """Give each name for later notes ("hereafter AN") to the citation before it."""
    sigla = find_sigla(text)
    named = [m for m in mentions if not any(siglum.start <= m.start < m.end <= siglum.end + 1 for siglum in sigla)]
    for siglum in sigla:
        owners = [k for k, mention in enumerate(named) if mention.start < siglum.start]
        if owners:
            owner = named[owners[-1]]
            end = siglum.start if owner.end > siglum.start and siglum.is_trailing(owner.end) else owner.end
            named[owners[-1]] = replace(
                owner,
                end=len(text[:end].rstrip(" ,")),
                sigla=(*owner.sigla, siglum.name),
                parsed=_read_bare(owner, text[:end], language)
                or _without(owner.parsed, text[siglum.start : siglum.end]),
            )
    return tuple(mention for mention in named if mention.end > mention.start)
