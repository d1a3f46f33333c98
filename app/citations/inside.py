"""A sentence in, the citation that stands in the middle of it out: led to by prose, or said in passing."""

from __future__ import annotations

import re

from app.apparatus import Form
from app.citations.brief import read_brief
from app.citations.cases import find_case
from app.citations.extent import LONGEST_CITATION, find_extent
from app.citations.forward import LEAD, NAMES_BEFORE, tie
from app.citations.layout import Layout
from app.citations.leading import find_leads
from app.citations.locators import read_locator
from app.citations.mention import Back, Mention, Pointer
from app.citations.sentences import Clause
from app.citations.shapes import begins_with_people, count_sentence_words, weigh_evidence
from app.entry import Entry
from app.fields import ParsedCitation, parse_citation
from app.fields.names import format_people

_MOST_STARTS = 12
_CAPITALISED = r"[^\W\d_a-zà-öø-ÿ][\w’'-]*"
_SMALL = (
    r"(?:of|the|and|for|in|on|a|an|to|into|with|from|at|by|or|as|its|de|la|le|les|des|du|et|der|die|das|und|y|e|del)"
)
# A title in running text: capitals joined by small words.
_TITLE_RUN = re.compile(
    rf"(?:^|(?<=[\s(]))({_CAPITALISED}(?:(?::|,)?\s(?:{_CAPITALISED}|{_SMALL}(?=\s)|[a-z]+(?=\s{_SMALL}\s)))*)$"
)
# "Lady Marsh’s report", "The Tarrant report on river tolls,": who wrote what follows.
_SAID_TO_BE = re.compile(
    rf"(?:The\s)?(?P<who>{_CAPITALISED}(?:\s{_CAPITALISED})??)(?:’s|'s)?\s"
    r"(?P<what>report|inquiry|study|essay|book|article|survey|memoir|pamphlet|white paper|White Paper)"
    r"(?:\s(?:on|of|for|by|produced|prepared)\s[\w\s,()-]{1,120}?)?,?\s$"
)
_YEAR_BRACKET = re.compile(r"\((?P<year>(?:1[4-9]|20)\d\d)(?:[;,]\s(?P<number>[^()]{2,40}))?\)$")
_OFFICIAL = re.compile(r"^(?:Cmnd|Cmd|Cm|Cd|C|HC|HL)\.?\s?\d|^No\.\s?\d")
_OPEN_AT = re.compile(
    r"\((?:which (?:is|are|was|were) )?(?:available|accessible|viewable|posted|to be found)\s"
    r"(?:on|at|from|via)\s(?:(?P<site>[^\W\d_a-z][\w. ]{1,30}?)\s(?:at|:)\s)?(?P<address>\S+)"
)
_VIDEO = re.compile(r"watch\?v=(?P<id>[\w-]{6,})")


def find_inside(layout: Layout, clauses: tuple[Clause, ...], k: int, start: int) -> Mention | None:
    """The first citation in the middle of a clause: "The mill is described by Edith Marlow, ‘...’"."""
    for begin in _inner_starts(layout, start, clauses[k].end)[:_MOST_STARTS]:
        limit = find_extent(layout, clauses, k, begin)
        evidence = weigh_evidence(layout, begin, limit)
        if evidence < 2.0:
            continue
        parsed = parse_citation(layout.text[begin : min(limit, begin + LONGEST_CITATION)], layout.language)
        if parsed is None or parsed.end <= parsed.start or parsed.certainty < 0.4:
            continue
        # In the middle of a sentence a name and a date are no citation: "the Historical Association, 4 January 1997".
        people = parsed.entry.get("author") or parsed.entry.get("editor")
        is_kept = parsed.entry.entrytype == "unpublished" and bool(parsed.entry.get("library"))
        if layout.is_quoted(begin) or is_kept or (people and not people.startswith("{")):
            return tie(parsed, begin, evidence - 0.5)
    end = clauses[k].end
    if case := find_case(layout, start, end):
        return tie(case[1], case[0], 1.5)
    return (
        _find_named_report(layout, start, end) or _find_address(layout, start, end) or _find_short(layout, start, end)
    )


def _find_short(layout: Layout, start: int, end: int) -> Mention | None:
    """A short citation that prose leads to, if a work is known by it: "This draws on Ward, Thirsty Land, chap. 3"."""
    for begin in _inner_starts(layout, start, end)[:_MOST_STARTS]:
        brief = read_brief(layout, begin, end)
        if brief is not None and brief.names and (brief.locator or " " in brief.title):
            pointer = Pointer(Back.GUESS, names=brief.names, title=brief.title, year=brief.year)
            length = begin + brief.length
            return Mention(begin, length, Form.SHORT, pointer, locator=brief.locator, certainty=0.3)
    return None


def _inner_starts(layout: Layout, start: int, end: int) -> list[int]:
    text = layout.text
    starts: set[int] = set()
    base = layout.depth(start)
    for quote_start, _ in layout.quotations_between(start, end):
        low = max(start, quote_start - 110)
        names = NAMES_BEFORE.search(text[low:quote_start])
        if names:
            starts.add(low + names.start(1))
    for match in LEAD.finditer(text, start, end):
        begin = match.end()
        if layout.depth(begin) == base and not layout.is_quoted(begin) and begins_with_people(text, begin, end):
            starts.add(begin)
    starts.update(find_leads(layout, start, end))
    return sorted(begin for begin in starts if begin > start)


def _find_named_report(layout: Layout, start: int, end: int) -> Mention | None:
    """A report or book that a sentence names with its year: "Lady Marsh’s report A Time for Hope (1988)".

    An event with its year ("the Treaty of Lausanne (1923)") is none: the sentence must say that it is a report, or the
    bracket give its official number.
    """
    text = layout.text
    for open_at, close_at in layout.brackets_between(start, end):
        year = _YEAR_BRACKET.match(text[open_at:close_at])
        low = max(start, open_at - 200)
        run = _TITLE_RUN.search(text[low:open_at].rstrip()) if year and close_at <= end else None
        if year is None or run is None or len(re.findall(_CAPITALISED, run[1])) < 2:
            continue
        begin = low + run.start(1)
        said = _SAID_TO_BE.search(text[max(start, begin - 200) : begin])
        if said is None and not _OFFICIAL.match(year["number"] or ""):
            continue
        fields = {"title": run[1], "date": year["year"], "number": year["number"] or ""}
        if said:
            begin = max(start, begin - 200) + said.start()
            fields["author"] = format_people(said["who"].removesuffix("’s").removesuffix("'s"))
        kind = "report" if year["number"] or (said and said["what"] in ("report", "inquiry", "survey")) else "book"
        locator = read_locator(text, close_at, end)
        stop, page = (locator.end, locator.text) if locator else (close_at, None)
        parsed = ParsedCitation(Entry(kind, fields), 0, stop - begin, page, 0.5)
        return Mention(begin, stop, Form.FULL, Pointer(Back.NOTHING), locator=page, parsed=parsed, certainty=0.5)
    return None


def _find_address(layout: Layout, start: int, end: int) -> Mention | None:
    """Something on the web that a sentence speaks of: "The footage of a parade (available on YouTube at ...)"."""
    text = layout.text
    match = _OPEN_AT.search(text, start, end)
    if match is None:
        return None
    close = next((c for o, c in layout.brackets_between(match.start(), match.start() + 1)), 0)
    lead = text[start : match.start()].rstrip()
    words = lead.split()
    if not close or close > end or not 0 < len(words) <= 20 or count_sentence_words(lead[4:], layout.language) > 1:
        return None
    begin = start + (len(words[0]) + 1 if words[0] in ("The", "A", "An", "Der", "Die", "Das", "Le", "La", "El") else 0)
    fields = {"note": text[begin : match.start()].strip(), "organization": match["site"] or ""}
    read = parse_citation(text[match.start() + 1 : close - 1], layout.language)
    if read is not None:
        fields |= {name: read.entry.get(name) for name in ("urldate", "url", "doi", "date")}
    if video := _VIDEO.search(match["address"]):
        fields |= {"eprinttype": "youtube", "eprint": video["id"]}
    parsed = ParsedCitation(Entry("online", fields), 0, close - begin, None, 0.5)
    return Mention(begin, close, Form.FULL, Pointer(Back.NOTHING), parsed=parsed, certainty=0.45)
