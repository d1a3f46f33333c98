"""A citation's beginning in, how far it may reach out: over its own full stops, not over the next citation or prose."""

from __future__ import annotations

import re
from dataclasses import replace

from app.apparatus import Form
from app.citations.layout import Layout
from app.citations.locators import read_locator
from app.citations.mention import Back, Mention, Pointer
from app.citations.placing import MORE_VOLUMES, VOLUME_BEFORE
from app.citations.pointers import find_back_word, read_idem
from app.citations.sentences import Clause, Stop
from app.citations.shapes import (
    begins_with_people,
    count_sentence_words,
    ends_with_page,
    has_page_at_end,
    is_archival,
    is_before_quotation,
    is_complete,
    is_inverted_name,
    is_surely_named,
    is_unprinted,
    is_whole_name,
    weigh_evidence,
)
from app.citations.signals import read_signal
from app.fields import parse_citation
from app.fields.brazilian import read_brazilian
from app.fields.stranger import STRANGER_IN_CAPITALS

LONGEST_CITATION = 1000
# Whoever stands for an author named elsewhere: "______. O plano e o pânico".
_AGAIN = re.compile(r"_{2,}\.?\s|[—–]{2,}\.\s")
_CONTINUING = re.compile(r"\s*(?:\(|\[(?![^\[\]]*\][,:]\s)|\d|https?:|www\.|Accessed|accessed|Available at|DOI|doi)")
_CLOSING_BRACKET = re.compile(
    r"\s?\((?:[^()]{0,60}\b(?:1[4-9]|20)\d\d|[A-Z]{2,6}|[A-Z][a-z]{0,5}\.|forthcoming|in press|"
    r"=\s[^()]{3,200})\)"
)
_REPORTER = re.compile(r",?\s\d+\s[A-Z][\w.]*(?:\s[A-Z\d][\w.]*){0,4}\s\d+(?=[\s.;]*$|\s\()")
_PLACE_YEAR = re.compile(
    r"[,.]?\s(?P<place>[^\W\d_a-z][\w.’/-]+(?:[\s,/-]+[^\W\d_a-z][\w.’-]+){0,3}),?\s(?P<year>(?:1[4-9]|20)\d\d)(?!\d)"
)
# A volume and its page in the old manner, "II. 312", cut in two.
_ROMAN_AT_END = re.compile(r"[\s,](?:[IVXLC]+|[ivxlc]+)$")
_ROMAN_BEHIND = re.compile(
    r"\.\s?(?:\d+(?:[-–]\d+)?(?:\.\s?\d+(?:[-–]\d+)?){0,2}"
    r"|(?:chs?|chaps?|pts?|bks?)\.\s(?:[ivxlc]+|[IVXLC]+|\d+)(?:[-–](?:[ivxlc]+|\d+))?)(?=[\s.;,)]|$)"
)
# "..., 1998. p. 45."; "pp. 54-72; 88-91".
_MORE_PAGES = re.compile(r"\.\s(?:pp?|S|págs?)\.\s?(?P<pages>\d+(?:[-–]\d+)?)|;\s?\d+(?:[-–]\d+)?(?=\s*(?:[.;,)]|$))")
# ", Haig papers, National Library of Scotland, Acc. 3155/113"
_SHELF = re.compile(r",\s[^\W\d_a-z]")
# "In the porter’s words, ...": no title begins like this.
_ADVERBIAL = re.compile(
    r"(?:In|At|On|By|For|As|After|Before|When|While|If|Since)\s(?:the|his|her|its|their|this)\s[a-zà-öø-ÿ’']+\s[^,.]{0,40},\s"
)
# What a citation goes on with: an imprint, a bracket with a figure, a further part of the title.
# "ASV = Archivio Segreto Vaticano": a list of shortened names.
_DEFINITION = re.compile(r"(?<![\w.])[A-Z][A-Z.]{1,8}\s?=\s[A-Z]")
_REST = re.compile(r"[,:.]\s\S|\s?\((?=[^()]*\d)|\s?\[(?=[^\[\]]*\d)|\s(?:vol|Bd|t|S|p|pp|fol)\.\s?\d")
_IMPRINT = re.compile(r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)")
_ABBREVIATED_END = re.compile(r"(?:\d|\s)(?:ff?|sqq?|seqq?|ss|suiv|sgg?|segg?|n|seq|cit|vol|MSS?)$")
# "BGHZ 45, 311" goes on with ", 315".
_FURTHER_FIGURES = re.compile(r"(?:,\s?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)+(?:\s?ff?\.?)?(?=[\s.;]*$)")
_FIGURE_GOES_ON = re.compile(
    r"(?:\s?(?:ff?|sqq?|seqq?|et\s(?:seqq?|sqq?|suiv)|y\sss?|e\sss?|ss|sgg?|segg?|nn?)\b\.?(?:\s?\d+)?|[rv]\b°?|\s(?:[A-D]|[IVX]+)(?=[\s.,;)]|$)|"
    r"\s(?:tbl|fig|pl|n|nn)\.\s?\d+)?(?:,?\s(?:et\s|e\s|y\s)?(?:passim|pásim)\b)?"
)
_QUOTED_END = re.compile(r"[.!?][”’\"»]\s*$")
# Words of the note's own, which no citation behind their full stop continues.
_SMALL = re.compile(r"(?!(?:v\.|von|van|vom|zu|de|du|di|da|del|der|la|le|al|el|anon)\b)[a-zà-öø-ÿ]+[\s,]")
_LEAF = re.compile(r",\s(?P<leaf>(?:ff?|fols?|fos?|Bl|cc?)\.\s?\d[\w–-]*(?:,\s?\d[\w–-]*)*)[\s.;,)]*$")
_LONGEST_REST = 400
_A_CITATION_MORE = 2.0
_LEFTOVER = re.compile(r"[,\s]*[=&?%#/~+][\s=&?%#\w]|[,\s]*\w+\s?=\s?\w")


def find_extent(layout: Layout, clauses: tuple[Clause, ...], k: int, start: int) -> int:
    """How far the citation that begins at `start`, in clause k, may reach."""
    limit = clauses[k].end
    if end := _end_of_brazilian(layout.text, start):
        return max(limit, end)
    if _SMALL.match(layout.text, start):
        return limit
    for clause in clauses[k + 1 :]:
        if clause.before is not Stop.SENTENCE or clause.end - start > LONGEST_CITATION:
            break
        if not _continues(layout, start, limit, clause):
            break
        limit = clause.end
    return limit


def _end_of_brazilian(text: str, start: int) -> int:
    """Where a citation in the Brazilian manner ends, over its own stops and semicolons; 0 where none begins."""
    again = _AGAIN.match(text, start)
    begin, stranger = (again.end(), STRANGER_IN_CAPITALS) if again else (start, "")
    whole = read_brazilian(stranger + text[begin : begin + LONGEST_CITATION])
    return begin + whole.end - len(stranger) if whole else 0


def _continues(layout: Layout, start: int, limit: int, clause: Clause) -> bool:
    """Whether the sentence behind a citation still belongs to it: "‘Title’. ITAR-TASS. 12 October 2004"."""
    begin, relation = read_signal(layout.text, clause.start, language=layout.language)
    if relation is not None or find_back_word(layout.text, begin, min(clause.end, begin + 60)):
        return False
    if read_idem(layout.text, begin, clause.end) or _is_sentence(layout, start, limit):
        return False
    if _is_said_before(layout, start, limit, clause) or _DEFINITION.search(layout.text, start, limit):
        return False
    prose = count_sentence_words(layout.outside_quotations(begin, clause.end), layout.language)
    if is_complete(layout, start, limit) or ends_with_page(layout, start, limit):
        return prose <= 1 and bool(_CONTINUING.match(layout.text, clause.start)) and clause.end - clause.start < 300
    if prose >= 2 and weigh_evidence(layout, begin, clause.end) < 2:
        return False
    if _QUOTED_END.search(layout.text, start, limit) and is_surely_named(layout.text, begin, clause.end):
        return False
    has_title = layout.is_quoted(start) or is_before_quotation(layout.text, start, limit)
    return not (has_title and is_before_quotation(layout.text, begin, clause.end))


def _is_said_before(layout: Layout, start: int, limit: int, clause: Clause) -> bool:
    """Whether a sentence ends before a citation begins: "The report is well known. Edith Marlow, ‘The Harbour’"."""
    text = layout.text
    if _ADVERBIAL.match(text, start, limit) or _ADVERBIAL.match(text, clause.start, clause.end):
        return True
    if begins_with_people(text, start, limit):
        return False
    if not count_sentence_words(layout.outside_quotations(start, limit), layout.language):
        return False
    begin = clause.start + len(text[clause.start : clause.end]) - len(text[clause.start : clause.end].lstrip())
    is_named = is_whole_name(text, begin, clause.end) or is_inverted_name(text, begin, clause.end)
    return (
        is_named
        and (layout.is_quoted(start) or weigh_evidence(layout, start, limit) < 0.5)
        and weigh_evidence(layout, begin, begin + _LONGEST_REST) >= _A_CITATION_MORE
    )


def _is_sentence(layout: Layout, start: int, limit: int) -> bool:
    """Whether what stands before is prose, which no citation continues."""
    prose = count_sentence_words(layout.outside_quotations(start, limit), layout.language)
    return prose >= 2 and weigh_evidence(layout, start, limit) < 0.5


def close_citation(layout: Layout, mention: Mention, end: int) -> Mention:
    """The citation with what closes it: a bracket with court or year, a reporter, the rest of a mangled address.

    "12 F.3d 345, 350 (2d Cir. 1993)"; "Act of July 2, 1890, ch. 647, 26 Stat. 209"; ", 9 December 2008, = 146740160&
    CFTOKEN =55713416 (accessed March 22, 2009)"; "Bd. II, 2. Aufl., Heidelberg 1912, S. 45".
    """
    mention = _lengthened(layout, mention, end)
    at = mention.end
    while layout.text.startswith(")", at) and at < end and _is_open(layout.text[mention.start : at]):
        at += 1
    if mention.parsed is not None:
        for pattern in (_CLOSING_BRACKET, _REPORTER):
            while match := pattern.match(layout.text, at, end):
                at = match.end()
    left = layout.text[at:end]
    if closed := _with_places_behind(layout, mention, at, end):
        return closed
    if (
        _SHELF.match(left)
        and len(left) <= 160
        and (is_archival(left) or is_unprinted(left[2:]))
        and not count_sentence_words(left, layout.language)
    ):
        return replace(mention, end=at + len(without_stop(left)), locator=_last_leaf(left) or mention.locator)
    if _LEFTOVER.match(left) and len(left) <= 300 and count_sentence_words(left, layout.language) <= 1:
        at += len(left.rstrip(" .;,"))
    return _with_year(layout, replace(mention, end=at), end)


def _with_places_behind(layout: Layout, mention: Mention, at: int, end: int) -> Mention | None:
    """The citation with further volumes and pages behind it: "; vol. iv, p. 12", ". 312" of "II. 312", ". p. 45"."""
    left = layout.text[at:end]
    if (volumes := MORE_VOLUMES.match(left)) and layout.text[at - 1].isdigit():
        place = f"{_own_volume(layout.text[mention.start : at], mention.locator)}{volumes[0]}"
        return replace(mention, end=at + volumes.end(), locator=place if mention.locator else mention.locator)
    if (number := _ROMAN_BEHIND.match(left)) and _ROMAN_AT_END.search(layout.text, mention.start, at):
        if again := _read_again(layout, mention, at + number.end()):
            return again
        whole = replace(mention, end=at + number.end(), locator=_joined(mention.locator, number[0]))
        return _lengthened(layout, whole, end)
    if pages := _MORE_PAGES.match(left):
        return replace(mention, end=at + pages.end(), locator=mention.locator or pages["pages"])
    return None


def _read_again(layout: Layout, mention: Mention, end: int) -> Mention | None:
    """A book and its lines, cut at the numeral's stop, read as a whole: "(Hull: Tern, 1964), II. 3. 25–26"."""
    parsed = parse_citation(layout.text[mention.start : end], layout.language) if mention.parsed else None
    if parsed is None or parsed.start or mention.start + parsed.end < end or not parsed.locator:
        return None
    return replace(mention, end=end, parsed=parsed, locator=parsed.locator)


def _own_volume(words: str, locator: str | None) -> str:
    """The page with the volume before it, where a further volume follows: "ii. 345" of "ii. 345; iii. 12"."""
    at = words.rfind(locator) if locator else -1
    before = VOLUME_BEFORE.search(words[:at]) if at > 0 else None
    return f"{before[0]}{locator}" if before else locator or ""


def reach_limit(layout: Layout, mention: Mention, limit: int) -> Mention:
    """The citation with what the reader of fields left over of it, if that is more of a citation and no prose.

    "A. Roe, Land und Politik 1914–1923" goes on with ", Bonn 1978 (= Beiträge, Bd. 65)", "B. Carr, The Mill" with ". A
    History, Leeds 1950, S. 4"; not with " (denying it)" nor with ". C. Poe, The Weir (London, 1980), 5".
    """
    text = layout.text
    end = mention.start + len(without_stop(text[mention.start : limit]))
    left = text[mention.end : end]
    if not left.strip(" .;,") or len(left) > _LONGEST_REST or not _REST.match(left):
        return mention
    plain = layout.outside_quotations(mention.end, end)
    if count_sentence_words(plain, layout.language) or find_back_word(text, mention.end, end):
        return mention
    begin = mention.end + len(left) - len(left.lstrip(" .,;"))
    if is_whole_name(text, begin, end) and weigh_evidence(layout, begin, end) >= _A_CITATION_MORE:
        return mention
    if not _IMPRINT.search(left) and not has_page_at_end(text, mention.end, end):
        return mention
    locator = mention.locator or _last_page(layout, mention.end, end)
    return replace(mention, end=end, locator=locator)


def _last_page(layout: Layout, start: int, end: int) -> str | None:
    """The page a stretch ends with: ", Düsseldorf 1978, S. 84"."""
    text = layout.text
    for comma in reversed([k for k in range(start, end) if text[k] in ",:"]):
        if layout.depth(comma) > layout.depth(start):
            continue
        locator = read_locator(text, comma, end, is_bare_allowed=False)
        if locator is not None:
            return locator.text if not text[locator.end : end].strip(" .;,)") else None
    return None


def _last_leaf(words: str) -> str | None:
    """The leaf that a shelf mark ends with: ", PA AA, Handel 11, Bd. 3, Bl. 36"."""
    leaf = _LEAF.search(words)
    return leaf["leaf"] if leaf else None


def without_stop(words: str) -> str:
    """Words without the stop and the commas behind them; the stop of "45 ff." stays."""
    bare = words.rstrip(" .;,")
    return f"{bare}." if _ABBREVIATED_END.search(bare) and words[len(bare) :].startswith(".") else bare


def _is_open(words: str) -> bool:
    """Whether a bracket is left open: "15 U.S.C. § 2605(a"."""
    return words.count("(") > words.count(")")


def _lengthened(layout: Layout, mention: Mention, end: int) -> Mention:
    """The citation with what belongs to its last figure: "II. 500" and " n.", "S. 2334" and " B"."""
    further = _FURTHER_FIGURES.match(layout.text, mention.end, end)
    if further and layout.text[mention.end - 1].isdigit():
        page = f"{mention.locator}{further[0]}" if mention.locator else further[0].strip(" ,")
        return replace(mention, end=further.end(), locator=page)
    more = _FIGURE_GOES_ON.match(layout.text, mention.end, end)
    if more is None or not more[0] or not layout.text[mention.end - 1].isdigit():
        return mention
    locator = f"{mention.locator}{more[0]}" if mention.locator else None
    return replace(mention, end=more.end(), locator=locator)


def _joined(volume: str | None, page: str) -> str:
    return f"{volume}{page}" if volume else page.strip(". ")


def _with_year(layout: Layout, mention: Mention, end: int) -> Mention:
    """An undated citation with the place, year and page that stand behind it."""
    parsed = mention.parsed
    if parsed is None or parsed.entry.get("date") or parsed.entry.get("pubstate") or end - mention.end > 120:
        return mention
    left = layout.text[mention.end : end].rstrip(" .;,")
    match = _PLACE_YEAR.match(left)
    if match is None or count_sentence_words(left, layout.language) or parsed.entry.get("urldate"):
        return mention
    locator = read_locator(left, match.end())
    entry = parsed.entry.with_fields(date=match["year"], location=parsed.entry.get("location") or match["place"])
    length = locator.end if locator else match.end()
    whole = replace(parsed, entry=entry, end=parsed.end + length, locator=locator.text if locator else parsed.locator)
    return replace(
        mention,
        end=mention.end + length,
        form=Form.FULL,
        pointer=Pointer(Back.NOTHING),
        parsed=whole,
        locator=whole.locator,
    )
