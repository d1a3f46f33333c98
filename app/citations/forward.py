"""A place in a note in, the citation that begins exactly there and names its work out, in full or by a short title."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from app.apparatus import Form, Relation
from app.citations.brief import PLACE_IN_SET, read_brief
from app.citations.extent import find_extent, reach_limit, without_stop
from app.citations.layout import Layout
from app.citations.locators import read_locator
from app.citations.mention import Back, Mention, Pointer
from app.citations.naming import read_people
from app.citations.parsing import is_dated, parse, parse_authorless, parse_over_stops
from app.citations.pointers import BackWord, find_back_word
from app.citations.sentences import Clause
from app.citations.shapes import (
    begins_with_people,
    count_sentence_words,
    ends_with_page,
    is_before_quotation,
    is_complete,
    is_inverted_name,
    is_unprinted,
    is_whole_name,
    names_repository,
    opens_a_sentence,
    weigh_evidence,
)
from app.entry import Entry
from app.fields import ParsedCitation
from app.fields.names import format_people
from app.wordlists import load_words

SURE = 1.5
_LIKELY, _PLAINLY = 0.7, 2.0
_FAIRLY_SURE = 1.0
# "Annals of Congress, 3 Cong., 1 sess., 155" says more than a short title and its page.
_FEWEST_COMMAS = 2
# No title ends like this: "The recording of a concert given on" (7 May 2003).
_HANGING = re.compile(
    r"\s(?:on|in|of|at|from|by|the|to|and|since|until|for|with|vom|am|im|von|der|und|en|de|le|la|du|et|del|el|y)$"
)
# "The Treaty of Lausanne (1923) replaced ...": what goes on like this was a sentence's subject.
_GOING_ON = re.compile(
    r"\s(?!(?:and|in|at|quoted|cited|reprinted|edited|translated|ed|trans|vol|no|p|pp|f|ff|on|zit|abgedruckt|dans|en|et|und|y|e)\b)[a-zà-öø-ÿ]{2,}\s"
)
# "English Historical Review, xii. 345": the manner of a hundred years ago.
_JOURNAL_ONLY = re.compile(
    r"(?P<journal>[^\W\d_a-z][\w.’&-]*(?:[\s,]+[\w.’&-]+){1,8}?),\s(?P<volume>[ivxlc]+|[IVXLC]+)\.,?\s?(?:pp?\.\s?)?(?P<page>\d+(?:[-–]\d+)?)\.?$"
)
_SMALL_WORD = re.compile(r"(?<![\w.’])[a-zà-öø-ÿ]{2,}")
_SMALL_START = re.compile(r"[a-zà-öø-ÿ]+(?=[\s,;:.]|$)")
_SMALL_PARTICLE = re.compile(
    r"(?:(?:v\.|von|van|vom|zu[mr]?|de[nrsl]?|der|ter|ten|du|di|da|dos|das|dell[ao]|degli|dal|el|al|la|le|les|bin|ibn|af|av)\s){1,3}"
    r"[^\W\d_a-zà-öø-ÿ]|(?:v\.|vols?\.|anon\.?|doi|http|www|e-)"
)
_LETTERS = re.compile(r"[^\W\d_]{2}")
# "The standard treatment remains Edith Marlow, ...": a verb is enough to make prose of what leads to a name.
_VERBS = (
    r"is|are|still|now|remain(?:s|ed)?|above\sall|notably|especially|ist|sind|immer|noch|nach\swie\svor|bleib(?:t|en)|"
    r"biet(?:et|en)|gib(?:t|en)|liefern?t?|zuletzt|jüngst|insbesondere|vor\sallem|est|sont|rest(?:e|ent)|demeure(?:nt)?|"
    r"report(?:er|era)\sà|renvoyer\sà|surtout|notamment|es|son|siendo|sobre\stodo|especialmente|è|sono|resta(?:no)?|"
    r"rimane|soprattutto|specialmente|in\sparticolare"
)
# Small words that lead from prose to a name: "can be found in Edith Marlow", "is still Edith Marlow",
# "a large literature: Edith Marlow".
LEAD = re.compile(
    rf"(?:(?<=[a-zà-ÿ]):|\b(?:{_VERBS}|in|by|from|of|on|upon|see|with|bei|von|in:|par|de|dans|por|da|di|to|were|was|"
    r"the|’s|report|[Pp]rofesse[u]?r|Prof\.|Dr\.|Mme|auteur|author|historian|historien|Autor|colleague))\s+"
    r"(?=[^\W\d_a-z“‘„«]|[“‘„«])"
)
_SAYING = re.compile(rf"\s(?:{_VERBS})\s$")
NAMES_BEFORE = re.compile(
    r"(?:^|(?<=[\s(]))"
    r"((?:[^\W\d_a-z][\w'’.-]*(?:,?\s|/)(?:(?:and|und|et|y|e|&|de|von|van|der|du|di|la|le)\s)*){1,10})(?:in\s)?$"
)
_SMALL_WORDS = re.compile(r"(?:^|\s)[a-zà-ÿ]{3,}\s(?:[a-zà-ÿ]+\s)*[a-zà-ÿ]{2,}\s")
_DASH_AUTHOR = re.compile(r"(?:[—–_]{2,}|---+|—)[.,:]?\s+")
_EDITOR_MARK = re.compile(r"[\s,:.]*(?:\((?:eds?|Hg|Hrsg|dir)s?\.\)[,:]?\s*)?")
# "ders./Rainer Ohliger, Privilegierte Migration"
_WITH_OTHERS = re.compile(r"\s?(?:/|,?\s(?:und|u\.|and|et|&)\s)\s?(?=[^\W\d_a-z])")
# "Brüning vor dem Vorstand am 1. 6. 1932"
_GERMAN_PHRASE = re.compile(r"\s(?:vor|am|auf|bei|gegenüber|im)\s(?:de[mnr]\s)?[^\W\d_a-z]|\sam$")
_LANGUAGES = {"en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese"}
_PLACED = (
    "location",
    "publisher",
    "volume",
    "number",
    "pages",
    "booktitle",
    "url",
    "urldate",
    "doi",
    "library",
    "institution",
    "series",
)
_SHORTLY = re.compile(r"[^\W\d_a-z][^,.;:()\d“‘«»„]{1,40}|[“‘«„][^“”‘«»„]{2,60}[”’»“]")
_YEAR = re.compile(r"\b(?:1[4-9]|20)\d\d\b")
# What may follow a title: a place and year, a volume, an edition, a page, a bracket.
_AFTER_TITLE = re.compile(
    r",\s(?=\d|(?:vols?|t|Bd|tome|tomo|p|pp|S|ed|éd|édn?)\.?\s?[\dIVX]|[^\W\d_a-z][\w’-]+,?\s(?:1[4-9]|20)\d\d)|\s\((?=[^()]*\d)"
)


def read_forward(
    layout: Layout, clauses: tuple[Clause, ...], k: int, start: int, relation: Relation | None
) -> Mention | None:
    """The citation that begins at a place and names its work.

    Args:
        layout: the note.
        clauses: its clauses.
        k: the clause the place lies in.
        start: the place, behind any signal.
        relation: what the signal said, None where there was none; a signal speaks for a citation.

    Returns:
        None where prose begins here.
    """
    limit = find_extent(layout, clauses, k, start)
    dash = _DASH_AUTHOR.match(layout.text, start)
    begin = dash.end() if dash else start
    if _begins_small(layout, begin) or _begins_before_names(layout, begin, limit):
        return None
    evidence = weigh_evidence(layout, begin, limit) + (0.4 if relation else 0.0)
    if evidence < _FAIRLY_SURE and _is_plainly_placed(layout, begin, clauses[k].end):
        evidence = _FAIRLY_SURE
    parsed = None
    if evidence >= _LIKELY:
        parsed = parse_authorless(layout, begin, limit) if dash else parse_over_stops(layout, begin, limit)
    if _is_placed_in_set(layout, begin, clauses[k].end) and (short := _read_short(layout, clauses, k, start, limit)):
        return short
    if parsed is None or evidence + parsed.certainty < SURE or _is_doubtful(layout, begin, clauses[k].end, parsed):
        short = _read_short(layout, clauses, k, start, limit)
        if short is not None and parsed is None and _is_cut_short(layout, clauses[k].end, short, limit):
            short = None
        return _keep_plain(layout, begin, limit, evidence, short)
    mention = reach_limit(layout, tie(parsed, begin, evidence), limit)
    if dash:
        return replace(mention, start=start, pointer=Pointer(Back.IDEM, dash[0].strip()))
    if mention.pointer.back is Back.TITLE:
        return _shorten(layout, clauses, k, start, limit, mention, evidence)
    return mention


def _is_placed_in_set(layout: Layout, begin: int, end: int) -> bool:
    """Whether a name or short title and the place in a set are all there is: "Heine, I, 91, ll. 5–8"."""
    words = layout.text[begin:end].rstrip(" .;")
    place = PLACE_IN_SET.search(words)
    return place is not None and _SHORTLY.fullmatch(words[: place.start()]) is not None


def _is_plainly_placed(layout: Layout, begin: int, end: int) -> bool:
    """Whether capitals and a page stand here and no word of a sentence: "Annals of Congress, 3 Cong., 155-158"."""
    if not layout.text[begin].isupper() or not ends_with_page(layout, begin, end):
        return False
    return not count_sentence_words(layout.outside_quotations(begin, end), layout.language)


def _begins_small(layout: Layout, begin: int) -> bool:
    """Whether a small word stands here that is no part of a name, an elided article or an address: "at ten percent"."""
    small = _SMALL_START.match(layout.text, begin)
    return small is not None and not _SMALL_PARTICLE.match(layout.text, begin)


def _is_doubtful(layout: Layout, start: int, end: int, parsed: ParsedCitation) -> bool:
    """Whether the reader of fields saw hardly anything or only the beginning, or the words open as sentences do."""
    if parsed.certainty < 0.15 or (not layout.is_quoted(start) and _HANGING.search(parsed.entry.get("title"))):
        return True
    left = layout.text[start + parsed.end : end]
    is_named = layout.is_quoted(start) or bool(parsed.entry.get("author") or parsed.entry.get("editor"))
    is_named = is_named or bool(parsed.entry.get("translator") and parsed.entry.get("publisher"))
    if not is_named and _GOING_ON.match(left):
        return True
    title = layout.outside_quotations(start, start + parsed.end)
    imprint = ("location", "publisher", "date")
    is_imprinted = parsed.locator is not None and all(parsed.entry.get(name) for name in imprint)
    if not is_named and (
        (count_sentence_words(title, layout.language) > 1 and not is_imprinted)
        or _is_a_sentence_with_a_date(parsed, layout.language)
    ):
        return True
    is_partial = not (parsed.entry.get("title") and parsed.entry.get("date"))
    if (
        is_partial
        and parsed.certainty <= 0.5
        and len(left) > parsed.end
        and not count_sentence_words(left, layout.language)
    ):
        return True
    return parsed.certainty < 0.6 and opens_a_sentence(layout.text, start) and not parsed.entry.get("author")


def _is_a_sentence_with_a_date(parsed: ParsedCitation, language: str) -> bool:
    """Whether there is a day and nothing else, and what would be the title is no name: "The committee met at Leeds"."""
    entry = parsed.entry
    if parsed.locator or any(entry.get(name) for name in _PLACED):
        return False
    words = f"{entry.get('title')} {entry.get('journaltitle')}"
    small = [word for word in _SMALL_WORD.findall(words) if word not in _function_words(language)]
    is_said = count_sentence_words(words, language) > 0 or bool(_HANGING.search(entry.get("journaltitle")))
    return is_said or len(small) > 1 or (language == "de" and _GERMAN_PHRASE.search(words) is not None)


@cache
def _function_words(language: str) -> frozenset[str]:
    return frozenset(load_words("function_words").get(_LANGUAGES.get(language, "english"), ()))


def tie(parsed: ParsedCitation, begin: int, evidence: float) -> Mention:
    """The mention that words read in full make, begun at a place of the note."""
    entry = parsed.entry
    is_full = is_dated(parsed)
    names = entry.get("author") or entry.get("editor")
    pointer = Pointer(Back.NOTHING) if is_full else Pointer(Back.TITLE, "", names, entry.get("title"))
    return Mention(
        begin + parsed.start,
        begin + parsed.end,
        Form.FULL if is_full else Form.SHORT,
        pointer,
        locator=parsed.locator,
        parsed=parsed,
        certainty=max(0.05, min(0.99, 0.25 + 0.15 * evidence + 0.3 * parsed.certainty)),
    )


def _shorten(
    layout: Layout, clauses: tuple[Clause, ...], k: int, start: int, limit: int, mention: Mention, evidence: float
) -> Mention:
    """A citation without a date read as the short one it may be; what was read in full is kept beside it."""
    short = _read_short(layout, clauses, k, start, limit)
    parsed = mention.parsed
    if parsed is not None and parsed.entry.get("library") and not parsed.locator:
        return replace(mention, form=Form.FULL)  # a shelf mark's last figure is no page
    if parsed is not None and parsed.entry.entrytype in ("legislation", "jurisdiction") and parsed.locator:
        return mention  # "U.S. Const. art. I, § 8, cl. 3" is as full as it can be
    if short is None or parsed is None or _is_cut_short(layout, clauses[k].end, short, mention.end):
        return mention
    is_sure = evidence + parsed.certainty >= SURE + 1 and bool(short.pointer.title)
    words = layout.text[mention.start : mention.end]
    if parsed.locator and parsed.entry.get("title") and words.count(",") >= _FEWEST_COMMAS:
        is_sure = is_sure or not count_sentence_words(words, layout.language)
    return replace(
        short,
        pointer=replace(short.pointer, back=Back.TITLE) if is_sure else short.pointer,
        parsed=parsed,
        locator=parsed.locator if parsed.entry.get("pages") else short.locator,
        certainty=max(short.certainty, mention.certainty),
    )


def _is_cut_short(layout: Layout, clause_end: int, short: Mention, limit: int) -> bool:
    """Whether the short reading ends with a sentence of the title and loses place and page behind it."""
    lost = layout.text[short.end : limit]
    return short.end <= clause_end < limit and any(map(str.isdigit, lost))


def _read_short(layout: Layout, clauses: tuple[Clause, ...], k: int, start: int, limit: int) -> Mention | None:
    """A short citation; without quotation marks it may be a guess that a known title must bear out: "The Backyard."."""
    brief = read_brief(layout, start, limit)
    if brief is None or (not brief.is_quoted and limit > clauses[k].end):
        brief = read_brief(layout, start, min(limit, clauses[k].end))
    if brief is None:
        return None
    alone = brief.can_stand_alone
    pointer = Pointer(Back.TITLE if alone else Back.GUESS, names=brief.names, title=brief.title, year=brief.year)
    return Mention(
        start,
        start + brief.length,
        Form.SHORT,
        pointer,
        locator=brief.locator,
        parsed=brief.as_parsed() if alone else None,
        certainty=0.6 if alone else 0.3,
    )


def _keep_plain(layout: Layout, start: int, end: int, evidence: float, short: Mention | None) -> Mention | None:
    """What is plainly a citation but cannot be read is kept with its words for a title: nothing is lost."""
    is_paper = names_repository(layout.text, start) and _has_shelf_mark(layout.text[start:end])
    if (evidence < _PLAINLY and not is_paper) or (
        short is not None and (short.pointer.back is Back.TITLE or _is_name_and_page(short))
    ):
        return short
    words = without_stop(layout.text[start:end])
    if not (_is_terse(words) or begins_with_people(words, 0, len(words)) or layout.is_quoted(start)):
        return short
    if len(words) > 300 or count_sentence_words(layout.outside_quotations(start, end), layout.language):
        return short
    parsed = _read_plain(words)
    pointer = replace(short.pointer, back=Back.TITLE) if short else Pointer(Back.NOTHING)
    locator = parsed.locator or (short.locator if short else None)
    certainty = 0.5 if is_paper else 0.35
    return Mention(start, start + len(words), Form.FULL, pointer, locator=locator, parsed=parsed, certainty=certainty)


def _has_shelf_mark(words: str) -> bool:
    return is_unprinted(words) and any(map(str.isdigit, words))


def _is_terse(words: str) -> bool:
    """Whether hardly a word is small: "U.C.C. § 2-207 (2022)", "Mass. Hist. Soc. Coll., 4th ser., VII. 12"."""
    return len(_SMALL_WORD.findall(words)) <= 2


def _is_name_and_page(short: Mention) -> bool:
    return not short.pointer.title and (short.locator or "").replace("–", "").replace("-", "").isdigit()


def _read_plain(words: str) -> ParsedCitation:
    """The little that can be said of a citation whose manner is unknown: names, the words behind them, a year."""
    journal = _JOURNAL_ONLY.match(words)
    if journal:
        entry = Entry("article", {"journaltitle": journal["journal"], "volume": journal["volume"]})
        return ParsedCitation(entry, 0, len(words), journal["page"], 0.4)
    repository, comma, mark = words.partition(", ")
    if comma and names_repository(words, 0) and _has_shelf_mark(words):
        return ParsedCitation(Entry("unpublished", {"title": mark, "library": repository}), 0, len(words), None, 0.4)
    people = read_people(words, 0, len(words))
    behind = (people.joined_end if people.is_joint else people.first_end) if people else 0
    has_names = words[behind : behind + 1] in (",", ":") and len(words) - behind > 8
    title = words[behind:].lstrip(" ,:") if has_names else words
    end = _AFTER_TITLE.search(title)
    years = _YEAR.findall(words)
    fields = {"title": (title[: end.start()] if end else title).strip(" ,"), "date": years[-1] if years else ""}
    if has_names:
        fields["author"] = format_people(words[:behind])
    return ParsedCitation(Entry("misc", fields), 0, len(words), None, 0.2)


def read_same_author(layout: Layout, clauses: tuple[Clause, ...], k: int, word: BackWord, start: int) -> Mention | None:
    """A work of its own whose author is the one just named: "Ders., Titel, Berlin 1990, 34"."""
    text, end = layout.text, clauses[k].end
    joint = _WITH_OTHERS.match(text, word.end)
    mark = joint or _EDITOR_MARK.match(text, word.end)
    begin = mark.end() if mark else word.end
    if text[start : word.start].strip() or read_locator(text, word.end, end) or not _LETTERS.search(text, begin, end):
        return None
    if not joint and (earlier := _read_same_author_earlier(layout, word, begin, end)):
        return earlier
    limit = find_extent(layout, clauses, k, begin)
    parsed = parse(layout, begin, limit) if joint else parse_authorless(layout, begin, limit)
    brief = None if joint else read_brief(layout, begin, end)
    if brief is not None and (parsed is None or not is_dated(parsed)):
        title = brief.title or brief.names
        known = ParsedCitation(Entry("book", {"title": title}), 0, brief.length, brief.locator, 0.5)
        pointer = Pointer(Back.IDEM, word.word, title=title)
        return Mention(word.start, begin + brief.length, Form.SHORT, pointer, locator=brief.locator, parsed=known)
    if parsed is None or not parsed.entry.get("title"):
        return None
    pointer = Pointer(Back.IDEM, word.word, is_joint=joint is not None)
    return Mention(word.start, begin + parsed.end, Form.FULL, pointer, locator=parsed.locator, parsed=parsed)


def _read_same_author_earlier(layout: Layout, word: BackWord, begin: int, end: int) -> Mention | None:
    """An earlier work of the same author, said to be one: "Ders., Adlers „Zollverein“ (wie Anm. 9), S. 41"."""
    further = find_back_word(layout.text, begin, end)
    if further is None or further.back is not Back.EARLIER or layout.is_quoted(further.start):
        return None
    title = layout.text[begin : further.start].strip(" .,;:([")
    if len(title) < 3 or count_sentence_words(title, layout.language) > 2:
        return None
    locator = read_locator(layout.text, further.end, end)
    stop, page = (locator.end, locator.text) if locator else (further.end, None)
    parsed = ParsedCitation(Entry("book", {"title": _plain_title(title)}), 0, stop - begin, page, 0.5)
    pointer = Pointer(Back.IDEM, word.word, title=_plain_title(title), label=further.label)
    return Mention(word.start, stop, Form.SHORT, pointer, locator=page, parsed=parsed)


def _plain_title(title: str) -> str:
    """A title without the quotation marks around the whole of it."""
    return title[1:-1].strip(" ,.") if title[0] in '“‘„«"' and title[-1] in '”’“»"' else title


def _begins_before_names(layout: Layout, start: int, limit: int) -> bool:
    """Prose that leads to names and a title: "Compare the sober verdict of Ann Roe in “The Mill"."""
    text = layout.text
    if layout.is_quoted(start) or begins_with_people(text, start, limit) or names_repository(text, start):
        return False
    for match in LEAD.finditer(text, start, min(limit, start + 160)):
        lead = text[start : match.end()]
        if (_SAYING.search(lead) or count_sentence_words(lead, layout.language)) and (
            is_whole_name(text, match.end(), limit) or is_inverted_name(text, match.end(), limit)
        ):
            return True
    first = next(iter(layout.quotations_between(start, min(limit, start + 250))), None)
    if first is None or first[0] - start < 12 or is_before_quotation(text, start, limit):
        return False
    lead = text[start : first[0]]
    names = NAMES_BEFORE.search(lead)
    if names is None:
        return False
    leads_on = lead[: names.start(1)].rstrip()[-1:].islower() and bool(_SMALL_WORDS.search(lead))
    return leads_on and not is_complete(layout, start, first[0])
